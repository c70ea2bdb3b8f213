"""Soft option-critic: options that maximise return and entropy, from replay; with one option it is SAC.

The return includes α H(π(·|s, ω)) for the action of each step, as SAC's does, and −α D_KL(π_Ω(·|s) ‖
uniform) for each choice of an option. In the formulas of `losses`,

    G(s', ω)   = E_a[min_i Q_i(s', ω, a) − α log π(a|s', ω)],   by the target critics
    V_Ω(s')    = α ln (1/K Σ_ω exp(Q_Ω(s', ω)/α)),              by the target option values
    π_Ω(ω|s')  ∝ exp(Q_Ω(s', ω)/α)

with one α, which is learned as in SAC. This is the maximum-entropy approach of SOAC (Li et al. 2020,
arXiv:2006.14363): off-policy, from (s, ω, a, r, s'), with soft values within and over options. SOAC also
rewards options that can be told apart; this is left out here. Nothing is taken from "Soft Options Critic"
(arXiv:1905.11222), which its authors withdrew for an error in the definition of the value function.
docs/background/hierarchy.md derives these formulas.
"""

import dataclasses
import math
from collections.abc import Mapping
from typing import Any

from diayn_jax import equations
from diayn_jax.agents import sac
from diayn_jax.agents.options import usage
from diayn_jax.agents.options.agent import OptionSettings, make_option_agent
from diayn_jax.agents.options.losses import OptionRule
from diayn_jax.agents.sac import SacSettings
from diayn_jax.config import AUTO, ConfigError, show
from diayn_jax.interfaces import Agent, AgentSpec, Diagnosis, ProblemSpec


@dataclasses.dataclass(frozen=True, kw_only=True)
class SoftOptionCriticSettings(OptionSettings, SacSettings):
    """The settings of soft option-critic: SAC's, and those of options."""

    def check_settings(self) -> None:
        """Raises `ConfigError` if the temperature of the softmax over options is 0."""
        if self.alpha == 0:
            raise ConfigError(
                "--alpha=0 cannot be the temperature of choices among options. Raise it, or leave it out."
            )


def make_soft_option_critic(config: Any, problem: ProblemSpec) -> Agent:
    """Makes the soft option-critic agent. The config has the fields of `SoftOptionCriticSettings`.

    `alpha == "auto"` learns α. With n discrete actions, `target_entropy == "auto"` is half of the largest
    entropy, ½ ln n.

    Raises:
      ConfigError: no distribution over the discrete actions has the target entropy.
    """
    count = problem.num_actions if config.target_entropy == AUTO else None
    _check_target_entropy(config, problem)
    rule = OptionRule(
        exploration=lambda hparams, alpha: alpha,
        value=equations.soft_option_value,
        log_probs=equations.option_log_probs,
        soft=True,
        learns_alpha=config.alpha == AUTO,
        entropy_weight=lambda hparams: 0.0,
        target_entropy=lambda hparams: hparams["target_entropy"] if count is None else 0.5 * math.log(count),
        critic_only_updates=config.critic_only_updates,
    )
    return make_option_agent(config, problem, rule)


def _check_target_entropy(config: Any, problem: ProblemSpec) -> None:
    """Raises `ConfigError` if α would fall or grow without end, because actions cannot have the entropy."""
    if problem.num_actions is None or config.target_entropy == AUTO:
        return
    most = math.log(problem.num_actions)
    if not 0 < config.target_entropy < most:
        raise ConfigError(
            f"--target_entropy={show(config.target_entropy)}: {problem.num_actions} discrete actions have an "
            f"entropy between 0 and {most:.2f} nats. auto is {most / 2:.2f}."
        )


def diagnose(config: Any, metrics: Mapping[str, float | None]) -> Diagnosis | None:
    """Returns how the options fail, if an epoch's metrics show it; see `usage.diagnose`."""
    return usage.diagnose(config, metrics, "--target_entropy" if config.alpha == AUTO else "--alpha")


SPEC = AgentSpec(
    make_soft_option_critic,
    SoftOptionCriticSettings,
    sac.hparams,
    idle=sac.idle,
    discrete_actions=True,
    vector_actions=True,
    diagnose=diagnose,
)
