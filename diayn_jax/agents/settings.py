"""Settings that several agents share: a class for each of the three learners."""

import dataclasses
from typing import ClassVar

from diayn_jax.agents.vision import VisionSettings
from diayn_jax.config import Range, field


@dataclasses.dataclass(frozen=True, kw_only=True)
class CriticSettings(VisionSettings):
    """The settings of off-policy agents: critics, their targets and the optimiser."""

    learning_rate: float = field(
        1e-3,
        "Adam's step size for policy, critics and α, as far as the agent has them",
        "agent",
        Range(above=0),
        traced=True,
        annealed=True,
    )
    discount: float = field(0.99, "γ", "agent", Range(low=0, below=1), traced=True)
    tau: float = field(
        0.005, "Polyak step of the target critics", "agent", Range(above=0, high=1), traced=True
    )
    critic_hidden_sizes: tuple[int, ...] = field(
        (128, 128), "hidden layers of each critic", "agent", Range(low=1)
    )
    critic_layer_norm: bool = field(True, "layer norm in the critics", "agent")


@dataclasses.dataclass(frozen=True, kw_only=True)
class ObjectiveOnRollouts:
    """The settings of runs without a replay, whose objective learns from the last rollout."""

    on_policy: ClassVar[bool] = True

    objective_epochs: int = field(
        1,
        "passes of the objective's networks (DIAYN: the discriminator) over a rollout",
        "objective",
        Range(low=1),
    )


@dataclasses.dataclass(frozen=True, kw_only=True)
class PopulationSettings(ObjectiveOnRollouts):
    """The settings of agents that learn from a population."""

    population: int = field(
        32,
        "P, members of a generation; each acts in num_envs / P environments for one rollout",
        "agent",
        Range(low=2),
    )


@dataclasses.dataclass(frozen=True, kw_only=True)
class RolloutSettings(ObjectiveOnRollouts, VisionSettings):
    """The settings of on-policy agents: the advantage, the passes over a rollout, and the networks."""

    learning_rate: float = field(
        1e-3, "Adam's step size for policy and critic", "agent", Range(above=0), traced=True, annealed=True
    )
    discount: float = field(0.99, "γ", "agent", Range(low=0, below=1), traced=True)
    gae_lambda: float = field(
        0.95, "λ of generalized advantage estimation", "agent", Range(low=0, high=1), traced=True
    )
    epochs: int = field(10, "passes of policy and critic over a rollout", "agent", Range(low=1))
    policy_hidden_sizes: tuple[int, ...] = field(
        (128, 128), "hidden layers of the policy", "agent", Range(low=1)
    )
    policy_layer_norm: bool = field(False, "layer norm in the policy", "agent")
    critic_hidden_sizes: tuple[int, ...] = field(
        (128, 128), "hidden layers of the critic", "agent", Range(low=1)
    )
    critic_layer_norm: bool = field(False, "layer norm in the critic", "agent")
