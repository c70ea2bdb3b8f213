"""The table of agents: `--agent` chooses a row by name. An agent improves a policy."""

from diayn_jax import external
from diayn_jax.agents import dqn, es, ppo, sac, td3
from diayn_jax.agents.feudal import fun, hiro
from diayn_jax.agents.options import option_critic, soft_option_critic
from diayn_jax.interfaces import AgentSpec, LearnerSpec

AGENTS: dict[str, AgentSpec | LearnerSpec] = {
    "sac": sac.SPEC,
    "td3": td3.SPEC,
    "dqn": dqn.SPEC,
    "ppo": ppo.SPEC,
    "es": es.SPEC,
    "option_critic": option_critic.SPEC,
    "soft_option_critic": soft_option_critic.SPEC,
    "fun": fun.SPEC,
    "hiro": hiro.SPEC,
}


def spec(name: str) -> AgentSpec | LearnerSpec:
    """Returns the row of an agent.

    The name must give an `AgentSpec`, a `LearnerSpec`, or a function such as the spec's `make`, for an agent
    without settings of its own.

    Raises:
      ConfigError: the name names no agent.
    """
    return external.row("agent", name, AGENTS, AgentSpec, (AgentSpec, LearnerSpec))
