"""The settings that agents with learned values share."""

import dataclasses

from diayn_jax.agents.vision import VisionSettings
from diayn_jax.config import field


@dataclasses.dataclass(frozen=True, kw_only=True)
class CriticSettings(VisionSettings):
    """The settings of critics, their targets and the optimiser."""

    learning_rate: float = field(
        1e-3, "Adam's step size for policy, critics and α", "agent", above=0, traced=True, annealed=True
    )
    discount: float = field(0.99, "γ", "agent", low=0, below=1, traced=True)
    tau: float = field(0.005, "Polyak step of the target critics", "agent", above=0, high=1, traced=True)
    critic_hidden_sizes: tuple[int, ...] = field((128, 128), "hidden layers of each critic", "agent", low=1)
    critic_layer_norm: bool = field(True, "layer norm in the critics", "agent")
