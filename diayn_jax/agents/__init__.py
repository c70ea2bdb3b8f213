"""The agents by name: the rows that `--agent` chooses from. An agent improves a policy."""

from diayn_jax import external
from diayn_jax.agents import dqn, ppo, sac
from diayn_jax.agents.feudal import fun, hiro
from diayn_jax.agents.options import option_critic, soft_option_critic
from diayn_jax.interfaces import AgentSpec, LearnerSpec

AGENTS: dict[str, AgentSpec | LearnerSpec] = {
    "sac": sac.SPEC,
    "dqn": dqn.SPEC,
    "ppo": ppo.SPEC,
    "option_critic": option_critic.SPEC,
    "soft_option_critic": soft_option_critic.SPEC,
    "fun": fun.SPEC,
    "hiro": hiro.SPEC,
}


def spec(name: str) -> AgentSpec | LearnerSpec:
    """The row of an agent; `package.module:make` names one of a user's own.

    The name must give an `AgentSpec`, a `LearnerSpec`, or a function such as the spec's `make`, for an agent
    without settings of its own.

    Raises:
      ConfigError: there is no such agent.
    """
    return external.row("agent", name, AGENTS, AgentSpec, (AgentSpec, LearnerSpec))
