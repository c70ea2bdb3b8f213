"""Checks that the parts of a run fit together, before anything is compiled."""

from diayn_jax import agents, envs
from diayn_jax.config import NO_SYMMETRY, Config, ConfigError
from diayn_jax.interfaces import (
    Agent,
    AgentSpec,
    AnyAgent,
    LearnerSpec,
    Objective,
    ObjectiveSpec,
    OnPolicyAgent,
    PopulationAgent,
)
from diayn_jax.skills import SkillSpace


def check_skills(config: Config, skills: SkillSpace, objective: Objective) -> None:
    """Raises `ConfigError` for skills that the objective cannot classify, or that cannot be tiled."""
    if skills.moving is not None and skills.moving.tile is None and config.skill_sampling == "tiled":
        raise ConfigError(
            f"--skill_sampling=tiled: the prior of --skill_space={config.skill_space} moves, and only "
            "drawn skills follow it. Leave it out."
        )
    if objective.log_probs is not None and skills.num_skills is None:
        raise ConfigError(
            f"--objective={config.objective} classifies skills (it has log_probs), but "
            f"--skill_space={config.skill_space} cannot be counted. Use --skill_space=categorical."
        )


def check_copies(config: Config, skills: SkillSpace, objective: Objective, agent: AnyAgent) -> None:
    """Raises `ConfigError` if the prior copies skills, but the objective or the agent cannot."""
    if skills.moving is None or skills.moving.sources is None:
        return
    for flag, part in (("objective", objective), ("agent", agent)):
        if part.copy_skills is None:
            raise ConfigError(
                f"--{flag}={getattr(config, flag)} cannot copy a skill (it has no `copy_skills`), but new "
                "skills begin as copies. Use --new_skill=random."
            )


def check_features(config: Config, feature_map: envs.FeatureMap, agent: AnyAgent) -> None:
    """Raises `ConfigError` if the features are a latent, but the agent has no encoder."""
    if feature_map.name == envs.LATENT and agent.latent is None:
        raise ConfigError(
            f"--features={envs.LATENT}: --agent={config.agent} does not encode images. Name other features."
        )


def check_islands(config: Config, island_axes: tuple[str, ...], spec: AgentSpec | LearnerSpec) -> None:
    """Raises `ConfigError` if lanes share an objective, but a whole learner trains its own objective."""
    if island_axes and isinstance(spec, LearnerSpec):
        raise ConfigError(
            f"--objective={config.objective} is shared by the runs of one program, but "
            f"--agent={config.agent} trains its own objective. Use another agent, or start runs one by one."
        )


def check_episodes(
    config: Config, feature_map: envs.FeatureMap, objective: Objective, agent: AnyAgent
) -> None:
    """Raises `ConfigError` if the objective looks at whole episodes or relabels, but the agent cannot."""
    if objective.episode is None and objective.relabel is None:
        return
    wants = f"--objective={config.objective} looks at other states of an episode, or relabels skills"
    of_others = isinstance(agent, OnPolicyAgent | PopulationAgent) or agent.windows is not None
    if of_others or isinstance(agents.spec(config.agent), LearnerSpec):
        raise ConfigError(
            f"{wants}. This needs transitions of replay, but --agent={config.agent} learns from other data. "
            "Use --agent=sac, or dqn if actions are discrete."
        )
    if feature_map.name == envs.LATENT and objective.episode is not None:
        raise ConfigError(
            f"--features={envs.LATENT}: {wants}, but each update changes the latents. Name other features."
        )


def check_rewards(
    config: Config, env: envs.Env | envs.Interface, objective: Objective, spec: AgentSpec | LearnerSpec
) -> None:
    """Raises `ConfigError` if rewards are vectors, but `scalarize` is missing or the agent takes numbers."""
    shape = objective.reward_shape
    if not shape:
        return
    if len(shape) != 1 or objective.scalarize is None:
        raise ConfigError(
            f"--objective={config.objective} declares rewards of shape {shape}. Allowed shapes are (), "
            "and (d,) with `Objective.scalarize`."
        )
    if not spec.vector_rewards:
        is_discrete = env.num_actions is not None
        fitting = [
            name for name, row in agents.AGENTS.items() if row.vector_rewards and takes(row, is_discrete)
        ]
        raise ConfigError(
            f"--agent={config.agent} takes rewards that are numbers, but --objective={config.objective} "
            f"gives vectors of {shape[0]}. Use another --objective, or "
            f"--agent={' or '.join([*fitting, 'package.module:make'])}."
        )


def check_symmetric_objective(config: Config, spec: ObjectiveSpec) -> None:
    """Raises `ConfigError` if skills share a policy over symmetries, but the objective does not keep them."""
    if config.symmetry != NO_SYMMETRY and not spec.symmetric:
        raise ConfigError(
            f"--symmetry={config.symmetry}: --objective={config.objective} does not keep symmetries. Use "
            f"--symmetry={NO_SYMMETRY}."
        )


def check_symmetric_agent(config: Config, skills: SkillSpace, agent: AnyAgent) -> None:
    """Raises `ConfigError` if the agent cannot share a policy over symmetries, or if the prior moves."""
    why = ""
    if isinstance(agent, PopulationAgent) or _carries_more(agent):
        why = f"--agent={config.agent} cannot share a policy over symmetries in this environment"
    if skills.moving is not None:
        why = f"the prior of --skill_space={config.skill_space} moves, and need not be symmetric"
    if why:
        raise ConfigError(f"--symmetry={config.symmetry}: {why}. Use --symmetry={NO_SYMMETRY}.")


def _carries_more(agent: Agent | OnPolicyAgent) -> bool:
    """Returns whether a policy shared over symmetries would be wrong: see `Agent.turn`."""
    of_kind = agent.estimate if isinstance(agent, OnPolicyAgent) else agent.windows
    parts = agent.step, agent.accumulate_metrics, of_kind
    return agent.turn is None or agent.raw_features or any(part is not None for part in parts)


def takes(spec: AgentSpec | LearnerSpec, discrete: bool) -> bool:
    """Returns whether an agent takes discrete actions, or, if not `discrete`, vectors."""
    if discrete:
        return spec.discrete_actions
    return not spec.discrete_actions if spec.vector_actions is None else spec.vector_actions


def check_actions(config: Config, env: envs.Env | envs.Interface, spec: AgentSpec | LearnerSpec) -> None:
    """Raises `ConfigError` if the agent does not take the environment's kind of action."""
    is_discrete = env.num_actions is not None
    if takes(spec, is_discrete):
        return
    fitting = [name for name, row in agents.AGENTS.items() if takes(row, is_discrete)]
    mismatch = (
        f"has {env.num_actions} discrete actions, but this agent acts by vectors"
        if is_discrete
        else f"takes vectors of {env.action_size} numbers, but this agent chooses one of n actions"
    )
    raise ConfigError(
        f"--agent={config.agent}: {env.name} {mismatch}. Use another --env, or "
        f"--agent={' or '.join([*fitting, 'package.module:make'])}."
    )
