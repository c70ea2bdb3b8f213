"""Which parts of a run go together; what does not is refused before anything is compiled."""

from diayn_jax import agents, envs
from diayn_jax.config import Config, ConfigError
from diayn_jax.interfaces import Agent, AgentSpec, LearnerSpec, Objective, OnPolicyAgent
from diayn_jax.skills import SkillSpace


def check_skills(config: Config, skills: SkillSpace, objective: Objective) -> None:
    """Raises `ConfigError` for a classifier of uncountable skills, and for tiled skills whose prior moves."""
    if skills.moving is not None and config.skill_sampling == "tiled":
        raise ConfigError(
            f"--skill_sampling=tiled: the prior of --skills={config.skills} moves, and tiled skills stay. "
            "Leave it out."
        )
    if objective.log_probs is not None and skills.num_skills is None:
        raise ConfigError(
            f"--objective={config.objective} classifies skills (it has log_probs), and "
            f"--skills={config.skills} cannot be counted. Take --skills=categorical."
        )


def check_features(config: Config, feature_map: envs.FeatureMap, agent: Agent | OnPolicyAgent) -> None:
    """Raises `ConfigError` where features are a latent, and the agent makes none."""
    if feature_map.name == envs.LATENT and agent.latent is None:
        raise ConfigError(
            f"--features={envs.LATENT}: --agent={config.agent} makes no latent of images. Name other "
            "features."
        )


def check_islands(config: Config, island_axes: tuple[str, ...], spec: AgentSpec | LearnerSpec) -> None:
    """Raises `ConfigError` where lanes share an objective, and a whole learner would train it."""
    if island_axes and isinstance(spec, LearnerSpec):
        raise ConfigError(
            f"--objective={config.objective} is shared by the runs of one program, and "
            f"--agent={config.agent} trains one of its own. Take another agent, or one run at a time."
        )


def check_episodes(
    config: Config, feature_map: envs.FeatureMap, objective: Objective, agent: Agent | OnPolicyAgent
) -> None:
    """Raises `ConfigError` where the agent has no batches of replay with states of other times."""
    if objective.episode is None and objective.relabel is None:
        return
    wants = f"--objective={config.objective} looks at other states of an episode, or relabels skills"
    of_others = isinstance(agent, OnPolicyAgent) or agent.windows is not None
    if of_others or isinstance(agents.spec(config.agent), LearnerSpec):
        raise ConfigError(
            f"{wants}, for which transitions of replay are needed, and --agent={config.agent} learns from "
            "others. Take --agent=sac, or dqn where actions are discrete."
        )
    if feature_map.name == envs.LATENT and objective.episode is not None:
        raise ConfigError(
            f"--features={envs.LATENT}: {wants}, and an encoder moves at each update. Name other features."
        )


def check_rewards(config: Config, objective: Objective, spec: AgentSpec | LearnerSpec) -> None:
    """Raises `ConfigError` where rewards are vectors without `scalarize`, or that the agent does not take."""
    shape = objective.reward_shape
    if not shape:
        return
    if len(shape) != 1 or objective.scalarize is None:
        raise ConfigError(
            f"--objective={config.objective} declares rewards of shape {shape}. Allowed are (), "
            "and (d,) with `Objective.scalarize`."
        )
    if not spec.vector_rewards:
        fitting = [name for name, row in agents.AGENTS.items() if row.vector_rewards]
        raise ConfigError(
            f"--agent={config.agent} takes rewards that are numbers, and --objective={config.objective} "
            f"gives vectors of {shape[0]}. Take --agent={' or '.join([*fitting, 'package.module:make'])}."
        )


def check_actions(config: Config, env: envs.Env | envs.Interface, spec: AgentSpec | LearnerSpec) -> None:
    """Raises `ConfigError` where the agent does not take the environment's kind of action."""
    is_discrete = env.num_actions is not None
    if spec.takes(is_discrete):
        return
    fitting = [name for name, row in agents.AGENTS.items() if row.takes(is_discrete)]
    takes = (
        f"has {env.num_actions} discrete actions, and this agent acts by vectors"
        if is_discrete
        else f"takes vectors of {env.action_size} numbers, and this agent chooses one of n actions"
    )
    raise ConfigError(
        f"--agent={config.agent}: {env.name} {takes}. Take another --env, or "
        f"--agent={' or '.join([*fitting, 'package.module:make'])}."
    )
