"""What a run is made of but for its environment: skills, features, networks, agent and objective."""

import dataclasses
import inspect
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import jax
import jax.numpy as jnp

from diayn_jax import agents, envs, objectives, parallel, resolve
from diayn_jax.config import Config, ConfigError
from diayn_jax.interfaces import (
    Agent,
    Learner,
    LearnerSpec,
    LearnerState,
    Objective,
    OnPolicyAgent,
    PolicyInput,
    ProblemSpec,
)
from diayn_jax.optimizer import make_adam
from diayn_jax.skills import SkillSpace
from diayn_jax.training import compatibility
from diayn_jax.training.state import Counters, PolicyParts, TrainState
from diayn_jax.training.statistics import Inputs, make_inputs, no_samples
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, Pixels, PyTree, ScoredStep

Part = TypeVar("Part", Agent, OnPolicyAgent, Objective, Learner)


class Seen(NamedTuple):
    """A state as rows hold it."""

    obs: Array  # [..., *O], raw; of stacked frames all
    stored: Array  # [..., F'], raw, the features that the observation lacks


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
    island_axes: tuple[str, ...]  # over which the lanes that share the objective lie
    learner: Learner | None  # what the agent's row makes, where that is a whole learner

    def shared(self, objective_state: PyTree, hparams: HParams) -> tuple[PyTree, HParams]:
        """State and hyperparameters by which the objective learns: where lanes share it, those of the first.

        Copies differ where a lane has resumed at another time, and rates where they are annealed by a lane's
        own steps.
        """
        return parallel.of_first((objective_state, hparams), self.island_axes)

    def objective_batch(self, batch: Batch) -> Batch:
        """The batch with weights that sum to 1 over all that the objective sums over."""
        if not self.island_axes:
            return batch
        return batch._replace(weight=batch.weight / jax.lax.axis_size(self.island_axes))

    def first_skills(self) -> PyTree:
        """The state of a prior that moves, as it begins; () of one that stays."""
        moving = self.skills.moving
        return () if moving is None else moving.init()

    def first_objective(self, key: Key, hparams: HParams, skills: PyTree) -> PyTree:
        """The objective's state, as it begins, with the prior that there is."""
        state, follow = self.objective.init(key, hparams), self.objective.follow
        return state if follow is None or self.skills.moving is None else follow(state, skills)

    def accumulate_skills(self, skills: PyTree, batch: Batch, reward: Array) -> PyTree:
        """What a prior that moves counts of a batch; () of one that stays."""
        moving = self.skills.moving
        return () if moving is None else moving.accumulate(skills, batch, reward)

    def move_prior(self, state: LearnerState, sums: PyTree, hparams: HParams) -> tuple[LearnerState, Metrics]:
        """The state after what was counted in an iteration has moved the prior, summed over its updates."""
        moving, follow = self.skills.moving, self.objective.follow
        if moving is None:
            return state, {}
        sums = parallel.psum(sums, self.problem.axes)
        skills, metrics = moving.update(state.skills, sums, hparams)
        objective = state.objective if follow is None else follow(state.objective, skills)
        return state._replace(skills=skills, objective=objective), metrics

    @property
    def of_latent(self) -> bool:
        """Whether φ is the latent of the agent's encoder, which moves with every update."""
        return self.feature_map.name == envs.LATENT

    @property
    def wants_raw_features(self) -> bool:
        """Whether batches hold φ in its own units too."""
        return self.objective.raw_features or self.agent.raw_features

    def scored_step(self, parts: PolicyParts, before: Seen, after: Seen, skill: Array, reward: Array):
        """What `Objective.score` takes of a step between two states; skill [..., *] and reward [...]."""
        raw: PyTree = ()
        next_raw: PyTree = ()
        if self.objective.raw_features:
            raw, next_raw = self.raw_features(parts, *before), self.raw_features(parts, *after)
        phi, next_phi = self.features(parts, *before), self.features(parts, *after)
        return ScoredStep(phi, next_phi, skill, reward, raw, next_raw)


def make_components(
    config: Config,
    env: envs.Env | envs.Interface,
    axes: tuple[str, ...] = (),
    island_axes: tuple[str, ...] = (),
) -> Components:
    """The components of a run.

    Args:
      config: a validated config.
      env: the environment that the config names, or what policies see of it.
      axes: named axes over which gradients are summed, such as the mesh's; () on one device.
      island_axes: over which an objective that lanes share sums besides; () where there is none.

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
        axes=axes,
    )
    make_objective = objectives.spec(config.objective).make
    of_objective = problem._replace(axes=(*axes, *island_axes))
    objective = _made("objective", config.objective, make_objective, Objective, config, of_objective)
    agent_spec = agents.spec(config.agent)
    compatibility.check_skills(config, skills, objective)
    compatibility.check_actions(config, env, agent_spec)
    compatibility.check_rewards(config, objective, agent_spec)
    problem = problem._replace(reward_shape=objective.reward_shape, scalarize=objective.scalarize)
    agent, learner = _make_agent(config, problem, objective)
    compatibility.check_features(config, feature_map, agent)
    compatibility.check_episodes(config, feature_map, objective, agent)
    compatibility.check_islands(config, island_axes, agent_spec)
    raw_features, features = _feature_functions(inputs, feature_map, agent)
    return Components(
        skills, feature_map, inputs, problem, agent, objective, raw_features, features, island_axes, learner
    )


def _make_agent(
    config: Config, problem: ProblemSpec, objective: Objective
) -> tuple[Agent | OnPolicyAgent, Learner | None]:
    """What the agent's row makes, and how it acts where that is a whole learner."""
    spec = agents.spec(config.agent)
    if isinstance(spec, LearnerSpec):
        whole = problem._replace(objective=objective)
        learner = _made("agent", config.agent, spec.make, Learner, config, whole)
        return _agent_of(learner, problem.feature_size), learner
    if config.on_policy:
        return _made("agent", config.agent, spec.make, OnPolicyAgent, config, problem), None
    return _made("agent", config.agent, spec.make, Agent, config, problem), None


def _feature_functions(
    inputs: Inputs, feature_map: envs.FeatureMap, agent: Agent | OnPolicyAgent
) -> tuple[Callable[[PolicyParts, Array, Array], Array], Callable[[PolicyParts, Array, Array], Array]]:
    """See `Components`: `raw_features` and `features`."""

    def latent(parts: PolicyParts, obs: Array, stored: Array) -> Array:
        assert agent.latent is not None
        return agent.latent(parts.agent, Pixels(*inputs.normalized(parts.statistics, obs, stored)))

    def raw_features(parts: PolicyParts, obs: Array, stored: Array) -> Array:
        del parts
        return feature_map.select(obs, stored)

    def features(parts: PolicyParts, obs: Array, stored: Array) -> Array:
        return feature_map.select(*inputs.normalized(parts.statistics, obs, stored))

    return (latent, latent) if feature_map.name == envs.LATENT else (raw_features, features)


def _agent_of(learner: Learner, feature_size: int) -> Agent:
    """How a whole learner acts, for whatever asks the agent; it learns by itself."""

    def step(
        state: PyTree,
        actor: PyTree,
        obs: Array | Pixels,
        skill: Array,
        first: Array,
        keys: Key | None,
        features: Array,
    ) -> tuple[Array, PyTree, PyTree]:
        return learner.act(state, actor, PolicyInput(obs, skill, first, features), keys)

    def act(state: PyTree, obs: Array | Pixels, skill: Array, keys: Key | None) -> Array:
        count = skill.shape[0]
        actor_keys = jax.random.split(jax.random.key(0), count) if keys is None else keys
        first, features = jnp.ones(count, bool), jnp.zeros((count, feature_size))
        return step(state, learner.start(state, actor_keys), obs, skill, first, keys, features)[0]

    def update(*args: Any) -> Any:
        raise NotImplementedError("A whole learner learns by `Learner.learn`.")

    return Agent(
        init=learner.init,
        act=act,
        update=update,
        latent=learner.latent,
        policy_state=learner.policy_state,
        warm_start=learner.warm_start,
        start=learner.start,
        step=step,
    )


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
        seen = PolicyInput(obs, skill, jnp.ones(1, bool), features)
        return act(agent, start(agent, keys), seen, keys)[1]

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
        objective=components.first_objective(key, hparams, components.first_skills()),
        statistics=no_samples(jnp.zeros(components.inputs.counted_size)),
        counters=counters,
        replay=nothing,
        actor=nothing,
        env=nothing,
        skill=nothing,
        episode_score=nothing,
        score_running=nothing,
        memory=nothing,
        skills=components.first_skills(),
        hparams=hparams,
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
