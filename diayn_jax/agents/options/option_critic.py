"""Option-critic (Bacon, Harb and Precup 2017, arXiv:1609.05140), from replay.

The paper's equations 1 to 3 tie Q_Ω, Q_U and U together; `losses` has them and what each network learns. Here
G(s', ω) = Q_Ω(s', ω) and V_Ω(s') = max_ω Q_Ω(s', ω), both of the target network, and options are chosen
ε-greedily. With `--option_policy=softmax`, V_Ω is `equations.soft_option_value` at a fixed temperature. The
entropy of the policies within options has a weight in their own loss, and is not part of the values.

The authors' networks learn their policies only from the newest step, by a likelihood ratio. Here the sum
over actions in the intra-option policy gradient theorem is computed, or for vectors the gradient through the
critic, so rows of any age can be used. A value is the smaller of those of twin critics (Fujimoto et al.
2018, arXiv:1802.09477).
"""

import dataclasses
from collections.abc import Mapping
from typing import Any

import jax
import jax.numpy as jnp

from diayn_jax import equations
from diayn_jax.agents.options import usage
from diayn_jax.agents.options.agent import OptionSettings, make_option_agent
from diayn_jax.agents.options.losses import OptionRule
from diayn_jax.agents.settings import CriticSettings
from diayn_jax.config import ConfigError, Range, field
from diayn_jax.interfaces import Agent, AgentSpec, Diagnosis, ProblemSpec
from diayn_jax.types import Array

EPSILON_GREEDY, SOFTMAX = "epsilon_greedy", "softmax"


@dataclasses.dataclass(frozen=True, kw_only=True)
class OptionCriticSettings(OptionSettings, CriticSettings):
    """The settings of option-critic."""

    option_policy: str = field(
        EPSILON_GREEDY,
        "policy over options: the best one, except for a share of random ones; or a softmax of their values",
        "agent",
        choices=(EPSILON_GREEDY, SOFTMAX),
    )
    option_epsilon: float = field(
        0.1, "ε, the share of random options, for epsilon_greedy", "agent", Range(low=0, high=1), traced=True
    )
    option_temperature: float = field(
        1.0, "temperature of the softmax, in units of the value", "agent", Range(above=0), traced=True
    )
    option_entropy_weight: float = field(
        0.01,
        "weight of the entropy of the policies within options, in nats, relative to their value",
        "agent",
        Range(low=0),
        traced=True,
    )
    policy_hidden_sizes: tuple[int, ...] = field(
        (128, 128), "hidden layers of the policy", "agent", Range(low=1)
    )
    policy_layer_norm: bool = field(False, "layer norm in the policy", "agent")

    def check_settings(self) -> None:
        """Raises `ConfigError` for a setting of the other policy over options, or `start_critics=run`."""
        if getattr(self, "start_critics", "new") == "run":
            raise ConfigError(
                "--start_critics=run: --agent=option_critic learns from the values of options, which that "
                "run does not have. Leave it out."
            )
        other = "option_temperature" if self.option_policy == EPSILON_GREEDY else "option_epsilon"
        if getattr(self, other) != OptionCriticSettings.__dataclass_fields__[other].default:
            takes = SOFTMAX if other == "option_temperature" else EPSILON_GREEDY
            raise ConfigError(
                f"--{other}={getattr(self, other)} belongs to --option_policy={takes}, and this run has "
                f"--option_policy={self.option_policy}. Leave it out, or take that policy."
            )


def epsilon_greedy_log_probs(q: Array, epsilon: Array) -> Array:
    """log π_Ω(ω|s) = log((1 − ε) [ω = argmax Q_Ω(s, ·)] + ε/K): [..., K] -> [..., K]."""
    count = q.shape[-1]
    return jnp.log((1 - epsilon) * jax.nn.one_hot(jnp.argmax(q, axis=-1), count) + epsilon / count)


def make_option_critic(config: Any, problem: ProblemSpec) -> Agent:
    """Makes the option-critic agent. The config has the fields of `OptionCriticSettings`."""
    greedy = config.option_policy == EPSILON_GREEDY
    name = "option_epsilon" if greedy else "option_temperature"
    rule = OptionRule(
        exploration=lambda hparams, alpha: hparams[name],
        value=(lambda q, _: equations.best_option_value(q)) if greedy else equations.soft_option_value,
        log_probs=epsilon_greedy_log_probs if greedy else equations.option_log_probs,
        soft=False,
        learns_alpha=False,
        entropy_weight=lambda hparams: hparams["option_entropy_weight"],
        target_entropy=lambda hparams: 0.0,
    )
    return make_option_agent(config, problem, rule)


def diagnose(config: Any, metrics: Mapping[str, float | None]) -> Diagnosis | None:
    """Returns how the options fail, if an epoch's metrics show it; see `usage.diagnose`."""
    flag = "option_epsilon" if config.option_policy == EPSILON_GREEDY else "option_temperature"
    return usage.diagnose(config, metrics, f"--{flag}")


SPEC = AgentSpec(
    make_option_critic, OptionCriticSettings, discrete_actions=True, vector_actions=True, diagnose=diagnose
)
