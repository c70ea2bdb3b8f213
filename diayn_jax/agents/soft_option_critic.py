"""Soft option-critic: options that maximise return and entropy, from replay; SAC where there is one option.

The return that is maximised has α H(π(·|s, ω)) for each step's action, as SAC's, and
−α D_KL(π_Ω(·|s) ‖ uniform) for each choice of an option. Then, with `option_losses` for the losses,

    G(s', ω)   = E_a[min_i Q_i(s', ω, a) − α log π(a|s', ω)],   of the target critics
    V_Ω(s')    = α ln (1/K Σ_ω exp(Q_Ω(s', ω)/α)),              of the target option values
    π_Ω(ω|s')  ∝ exp(Q_Ω(s', ω)/α)

and one α, learned as SAC's. It is the maximum-entropy way of SOAC (Li et al. 2020, arXiv:2006.14363):
off-policy, from (s, ω, a, r, s'), with soft values within and over options. SOAC's reward for options that
can be told apart is not here. Of "Soft Options Critic" (arXiv:1905.11222) nothing is: its authors withdrew
it for an error in the definition of the value function. docs/hierarchy.md derives what is here.
"""

import dataclasses
import math
from collections.abc import Mapping
from typing import Any

from diayn_jax import equations
from diayn_jax.agents import sac
from diayn_jax.agents.option_rule import OptionRule
from diayn_jax.agents.options import make_option_agent
from diayn_jax.agents.sac import SacSettings
from diayn_jax.config import AUTO, ConfigError
from diayn_jax.hierarchy import options
from diayn_jax.hierarchy.options import OptionSettings
from diayn_jax.interfaces import Agent, AgentSpec, Diagnosis, ProblemSpec


@dataclasses.dataclass(frozen=True, kw_only=True)
class SoftOptionCriticSettings(OptionSettings, SacSettings):
    """The settings of soft option-critic: SAC's, and those of options."""

    def check_settings(self) -> None:
        """Raises `ConfigError` where the softmax over options would have no temperature."""
        if self.alpha == 0:
            raise ConfigError(
                "--alpha=0 is no temperature to choose options at. Take more, or leave it out for auto."
            )


def make_soft_option_critic(config: Any, problem: ProblemSpec) -> Agent:
    """The soft option-critic agent.

    Args:
      config: with `SoftOptionCriticSettings`; `alpha == "auto"` learns α, and of one of n actions
        `target_entropy == "auto"` is half of what there can be, ½ ln n.
      problem: with actions of either kind.
    """
    of_choices = problem.num_actions if config.target_entropy == AUTO else None
    rule = OptionRule(
        exploration=lambda hparams, alpha: alpha,
        value=equations.soft_option_value,
        log_probs=equations.option_log_probs,
        soft=True,
        learns_alpha=config.alpha == AUTO,
        entropy_weight=lambda hparams: 0.0,
        target_entropy=lambda hparams: (
            hparams["target_entropy"] if of_choices is None else 0.5 * math.log(of_choices)
        ),
        critic_only_updates=config.critic_only_updates,
    )
    return make_option_agent(config, problem, rule)


def diagnose(config: Any, metrics: Mapping[str, float | None]) -> Diagnosis | None:
    """How options fail."""
    return options.diagnose(config, metrics, "--target_entropy" if config.alpha == AUTO else "--alpha")


SPEC = AgentSpec(
    make_soft_option_critic,
    SoftOptionCriticSettings,
    sac.hparams,
    discrete_actions=True,
    vector_actions=True,
    diagnose=diagnose,
)
