"""What a run is made of but for its environment: skills, features, networks, agent and objective."""

import dataclasses
import inspect
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import jax
import jax.numpy as jnp

from diayn_jax import agents, envs, objectives, resolve
from diayn_jax.config import Config, ConfigError
from diayn_jax.interfaces import Agent, AgentSpec, Objective, OnPolicyAgent, ProblemSpec
from diayn_jax.optimizer import make_adam
from diayn_jax.skills import SkillSpace
from diayn_jax.training.state import Counters, PolicyParts, TrainState
from diayn_jax.training.statistics import Inputs, make_inputs, no_samples
from diayn_jax.types import Array, HParams, Key, Pixels, PyTree

Part = TypeVar("Part", Agent, OnPolicyAgent, Objective)


class Components(NamedTuple):
    """The parts of a run that neither hold an environment nor step one; their functions are pure.

    - `raw_features(parts, obs [..., *O], stored [..., F'])` gives φ [..., F] in its own units, or of
      images their latent.
    - `features(parts, obs, stored)` gives φ as the objective takes it, normalised.
    """

    skills: SkillSpace
    feature_map: envs.FeatureMap
    inputs: Inputs
    problem: ProblemSpec
    agent: Agent | OnPolicyAgent
    objective: Objective
    raw_features: Callable[[PolicyParts, Array, Array], Array]
    features: Callable[[PolicyParts, Array, Array], Array]

    @property
    def of_latent(self) -> bool:
        """Whether φ is the latent of the agent's encoder, which moves with every update."""
        return self.feature_map.name == envs.LATENT


def make_components(config: Config, env: envs.Env | envs.Interface, axis: str | None = None) -> Components:
    """The components of a run.

    Args:
      config: a validated config.
      env: the environment that the config names, or what policies see of it.
      axis: of the mesh, over which gradients are summed; None on one device.

    Raises:
      ConfigError: parts that do not go together, such as discrete actions and SAC.
    """
    skills = resolve.make_skills(config)
    feature_map = envs.make_features(env, config.features, config.latent_size)
    inputs = make_inputs(config, env, feature_map)
    problem = ProblemSpec(
        skills=skills,
        feature_size=feature_map.size,
        input_size=inputs.input_size,
        policy_dims=inputs.policy_dims,
        action_size=env.action_size,
        num_actions=env.num_actions,
        image_shape=env.image_shape,
        latent_size=config.latent_size,
        optimizer=make_adam(config.adam_b1, config.adam_b2),
        axis=axis,
    )
    agent_spec = agents.spec(config.agent)
    _check_actions(config, env, agent_spec)
    agent: Agent | OnPolicyAgent
    if config.on_policy:
        agent = _made("agent", config.agent, agent_spec.make, OnPolicyAgent, config, problem)
    else:
        agent = _made("agent", config.agent, agent_spec.make, Agent, config, problem)
    make_objective = objectives.spec(config.objective).make
    objective = _made("objective", config.objective, make_objective, Objective, config, problem)
    if objective.log_probs is not None and skills.num_skills is None:
        raise ConfigError(
            f"--objective={config.objective} classifies skills (it has log_probs), and "
            f"--skills={config.skills} cannot be counted. Take --skills=categorical."
        )
    of_latent = feature_map.name == envs.LATENT
    if of_latent and agent.latent is None:
        raise ConfigError(
            f"--features={envs.LATENT}: --agent={config.agent} makes no latent of images. Name other "
            "features."
        )

    def select(parts: PolicyParts, obs: Array, stored: Array, normalized: bool) -> Array:
        seen = inputs.normalized(parts.statistics, obs, stored)
        if of_latent:
            assert agent.latent is not None
            return agent.latent(parts.agent, Pixels(*seen))
        return feature_map.select(*(seen if normalized else (obs, stored)))

    def raw_features(parts: PolicyParts, obs: Array, stored: Array) -> Array:
        return select(parts, obs, stored, False)

    def features(parts: PolicyParts, obs: Array, stored: Array) -> Array:
        return select(parts, obs, stored, True)

    return Components(skills, feature_map, inputs, problem, agent, objective, raw_features, features)


def make_hparams(config: Config, action_size: int) -> HParams:
    """The traced hyperparameters of a config: its fields that are declared so."""
    words = agents.spec(config.agent).hparams(config, action_size)
    traced = [f.name for f in dataclasses.fields(config) if f.metadata["traced"]]
    values = {name: words[name] if name in words else getattr(config, name) for name in traced}
    return {name: jnp.asarray(value, jnp.float32) for name, value in values.items()}


def extras_bytes(
    config: Config, components: Components, start: Callable[..., PyTree], act: Callable[..., Any]
) -> int:
    """Bytes of what an agent stores with an action; nothing is computed.

    Args:
      config: the run's.
      components: of the run.
      start, act: of its learner.
    """
    problem = components.problem
    hparams = make_hparams(config, problem.action_size)

    def extras(key: Key) -> PyTree:
        init_key, act_key = jax.random.split(key)
        obs: Array | Pixels = jnp.zeros((1, problem.input_size))
        if problem.image_shape is not None:
            image = jnp.zeros((1, *problem.image_shape), jnp.uint8)
            obs = Pixels(image, jnp.zeros((1, problem.input_size - problem.latent_size)))
        skill = components.skills.tile(jnp.zeros(1, jnp.int32))
        agent, keys = components.agent.init(init_key, hparams), jax.random.split(act_key, 1)
        features = jnp.zeros((1, problem.feature_size))
        return act(agent, start(agent, keys), obs, skill, jnp.ones(1, bool), keys, features)[1]

    found = jax.eval_shape(extras, jax.eval_shape(lambda: jax.random.key(0)))
    return sum(x.size * x.dtype.itemsize for x in jax.tree.leaves(found))


def blank_policy_state(config: Config, components: Components) -> TrainState:
    """A state of untrained networks, and of nothing that acting and evaluation do not need; pure."""
    nothing: Any = ()
    key = jax.random.key(0)
    hparams = make_hparams(config, components.problem.action_size)
    counters = Counters(jnp.zeros((), jnp.int32), jnp.zeros((), jnp.uint32), jnp.zeros((), jnp.uint32))
    return TrainState(
        agent=components.agent.init(key, hparams),
        objective=components.objective.init(key, hparams),
        statistics=no_samples(jnp.zeros(components.inputs.counted_size)),
        counters=counters,
        replay=nothing,
        actor=nothing,
        env=nothing,
        skill=nothing,
        episode_score=nothing,
        score_running=nothing,
        hparams=nothing,
        key=nothing,
    )


def _made(
    flag: str, name: str, make: Callable[..., Any], kind: type[Part], config: Config, problem: ProblemSpec
) -> Part:
    """What a row makes, which may be a user's own.

    Raises:
      ConfigError: a function of other arguments, or one that makes something else.
    """
    try:
        inspect.signature(make).bind(config, problem)
    except (TypeError, ValueError) as error:
        raise ConfigError(
            f"--{flag}={name}: it is called with (config, problem): {error}. Name a function that takes them."
        ) from None
    found = make(config, problem)
    if not isinstance(found, kind):
        raise ConfigError(
            f"--{flag}={name} makes {type(found).__name__}; it has to make "
            f"diayn_jax.interfaces.{kind.__name__}."
        )
    return found


def _check_actions(config: Config, env: envs.Env | envs.Interface, spec: AgentSpec) -> None:
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
