"""What improves a policy, by name: the rows that `--agent` chooses from."""

from diayn_jax import external
from diayn_jax.agents import dqn, fun, hiro, option_critic, ppo, sac, soft_option_critic
from diayn_jax.interfaces import AgentSpec

AGENTS: dict[str, AgentSpec] = {
    "sac": sac.SPEC,
    "dqn": dqn.SPEC,
    "ppo": ppo.SPEC,
    "option_critic": option_critic.SPEC,
    "soft_option_critic": soft_option_critic.SPEC,
    "fun": fun.SPEC,
    "hiro": hiro.SPEC,
}


def spec(name: str) -> AgentSpec:
    """The row of an agent; `package.module:make` names one of a user's own.

    That is an `AgentSpec`, or a function such as its `make` without settings of its own.

    Raises:
      ConfigError: there is no such agent.
    """
    return external.row("agent", name, AGENTS, AgentSpec)
