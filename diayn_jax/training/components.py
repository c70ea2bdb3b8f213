"""The components of a run other than its environment: skills, features, networks, agent and objective."""

import dataclasses
import inspect
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import jax
import jax.numpy as jnp

from diayn_jax import agents, envs, external, objectives, parallel, resolve
from diayn_jax.config import Config, ConfigError
from diayn_jax.interfaces import (
    Agent,
    AnyAgent,
    Learner,
    LearnerSpec,
    LearnerState,
    Objective,
    OnPolicyAgent,
    PolicyInput,
    PopulationAgent,
    ProblemSpec,
)
from diayn_jax.optimizer import make_adam
from diayn_jax.skills import SkillSpace
from diayn_jax.symmetry import SkillSymmetry
from diayn_jax.training import compatibility, users_parts
from diayn_jax.training.state import PolicyParts, TrainState, zero_counters
from diayn_jax.training.statistics import Inputs, make_inputs, no_samples
from diayn_jax.training.symmetric import make_symmetry, sector_space, symmetric_agent
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, Pixels, PyTree, ScoredStep, brief_repr

Part = TypeVar("Part", Agent, OnPolicyAgent, PopulationAgent, Objective, Learner)


class Seen(NamedTuple):
    """An environment's state in the form that rows store."""

    obs: Array  # [..., *O], raw; with all stacked frames
    stored: Array  # [..., F'], raw, the features that are not a part of the observation


class Components(NamedTuple):
    """The parts of a run that neither hold nor step an environment. Their functions are pure.

    - `raw_features(parts, obs [..., *O], stored [..., F'])` returns φ [..., F] in its own units; for
      `--features=latent`, the latent of the image.
    - `features(parts, obs, stored)` returns the normalised φ, for the objective.
    """

    skills: SkillSpace
    feature_map: envs.FeatureMap
    inputs: Inputs
    problem: ProblemSpec
    agent: AnyAgent
    objective: Objective
    raw_features: Callable[[PolicyParts, Array, Array], Array]
    features: Callable[[PolicyParts, Array, Array], Array]
    island_axes: tuple[str, ...]  # named axes of the lanes that share the objective; () if they do not
    learner: Learner | None  # the learner of a `LearnerSpec`; None for other agents
    symmetry: SkillSymmetry | None  # how the skills' symmetries act; None if the run uses none

    def __repr__(self) -> str:
        return brief_repr(self)

    def symmetric(self, sums: Array) -> Array:
        """Returns the sums of `statistics.deviation_sums`, with every sample counted in each turn."""
        return sums if self.symmetry is None else self.symmetry.symmetric_sums(sums)

    def shared(self, objective_state: PyTree, hparams: HParams) -> tuple[PyTree, HParams]:
        """Returns the state and hyperparameters for the objective's updates.

        If lanes share the objective, these are the first lane's. The lanes' copies can differ: a lane may
        have resumed at another time, and annealing depends on a lane's own steps.
        """
        return parallel.of_first((objective_state, hparams), self.island_axes)

    def objective_batch(self, batch: Batch) -> Batch:
        """Returns the batch with weights that sum to 1 over all axes that the objective sums over."""
        if not self.island_axes:
            return batch
        return batch._replace(weight=batch.weight / jax.lax.axis_size(self.island_axes))

    def first_skills(self) -> PyTree:
        """Returns the first state of a moving prior; () if the prior is fixed."""
        moving = self.skills.moving
        return () if moving is None else moving.init()

    def first_objective(self, key: Key, hparams: HParams, skills: PyTree) -> PyTree:
        """Returns the first state of the objective. It follows the prior, whose state is `skills`."""
        state, follow = self.objective.init(key, hparams), self.objective.follow
        return state if follow is None or self.skills.moving is None else follow(state, skills)

    def accumulate_skills(
        self, skills: PyTree, objective_state: PyTree, batch: Batch, reward: Array
    ) -> PyTree:
        """Returns the sums of a moving prior over a batch (`MovingPrior.accumulate`); () if it is fixed."""
        moving, log_probs = self.skills.moving, self.objective.log_probs
        if moving is None:
            return ()
        log_q: PyTree = ()
        if log_probs is not None:
            acted = batch.skill.astype(jnp.int32)[:, None]
            log_q = jnp.take_along_axis(log_probs(objective_state, batch.next_features), acted, axis=1)[:, 0]
        return moving.accumulate(skills, batch, reward, log_q)

    def move_prior(self, state: LearnerState, sums: PyTree, hparams: HParams) -> tuple[LearnerState, Metrics]:
        """Moves the prior by the sums over all updates of an iteration; returns the state and metrics.

        Copies skills first, if the move asks for it (`MovingPrior.sources`).
        """
        moving, follow = self.skills.moving, self.objective.follow
        if moving is None:
            return state, {}
        sums = parallel.psum(sums, self.problem.axes)
        skills, metrics = moving.update(state.skills, sums, hparams)
        agent, objective = state.agent, state.objective
        if moving.sources is not None:
            of_agent, of_objective = self.agent.copy_skills, self.objective.copy_skills
            assert of_agent is not None
            assert of_objective is not None
            sources = moving.sources(skills)
            agent, objective = of_agent(agent, sources), of_objective(objective, sources)
        if follow is not None:
            objective = follow(objective, skills)
        return state._replace(agent=agent, objective=objective, skills=skills), metrics

    @property
    def of_latent(self) -> bool:
        """Whether φ is the latent of the agent's encoder, which changes with every update."""
        return self.feature_map.name == envs.LATENT

    @property
    def wants_raw_features(self) -> bool:
        """Whether batches hold φ in its own units too."""
        return self.objective.raw_features or self.agent.raw_features

    def scored_step(self, parts: PolicyParts, before: Seen, after: Seen, skill: Array, reward: Array):
        """Returns the step between two states for `Objective.score`; skill [..., *] and reward [...]."""
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
    """Makes the components of a run.

    Args:
      config, env: a validated config, and the environment that it names or that one's interface to policies.
      axes: named axes to sum gradients over, such as the axis of the mesh; () on one device.
      island_axes: more axes to sum over for an objective that lanes share; () if lanes do not share it.

    Raises:
      ConfigError: parts that do not fit together, such as discrete actions and SAC.
    """
    skills = resolve.make_skills(config)
    feature_map = envs.make_features(env, config.features, config.latent_size)
    inputs = make_inputs(config, env, feature_map)
    compatibility.check_symmetric_objective(config, objectives.spec(config.objective))
    symmetry = make_symmetry(config, env, skills, feature_map, inputs)
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
        symmetry=symmetry,
    )
    make_objective = objectives.spec(config.objective).make
    of_objective = problem._replace(axes=(*axes, *island_axes))
    objective = _made("objective", config.objective, make_objective, Objective, config, of_objective)
    if external.is_external(config.objective):
        objective = users_parts.checked_objective(objective, config.objective)
    agent_spec = agents.spec(config.agent)
    compatibility.check_skills(config, skills, objective)
    compatibility.check_actions(config, env, agent_spec)
    compatibility.check_rewards(config, env, objective, agent_spec)
    problem = problem._replace(reward_shape=objective.reward_shape, scalarize=objective.scalarize)
    if symmetry is not None:
        # The agent sees skills of the sector only.
        problem = problem._replace(skills=sector_space(skills, symmetry))
    agent, learner = _make_agent(config, problem, objective)
    if learner is None and external.is_external(config.agent):
        agent = users_parts.checked_agent(agent, config.agent, problem)
    compatibility.check_features(config, feature_map, agent)
    compatibility.check_episodes(config, feature_map, objective, agent)
    compatibility.check_islands(config, island_axes, agent_spec)
    compatibility.check_copies(config, skills, objective, agent)
    raw_features, features = _feature_functions(inputs, feature_map, agent)
    if symmetry is not None:
        compatibility.check_symmetric_agent(config, skills, agent)
        assert not isinstance(agent, PopulationAgent)
        agent = symmetric_agent(agent, symmetry)
    return Components(
        skills=skills,
        feature_map=feature_map,
        inputs=inputs,
        problem=problem,
        agent=agent,
        objective=objective,
        raw_features=raw_features,
        features=features,
        island_axes=island_axes,
        learner=learner,
        symmetry=symmetry,
    )


def _make_agent(
    config: Config, problem: ProblemSpec, objective: Objective
) -> tuple[AnyAgent, Learner | None]:
    """Makes the agent. For a `LearnerSpec`, also makes the learner, and an agent that acts by it."""
    spec = agents.spec(config.agent)
    if isinstance(spec, LearnerSpec):
        whole = problem._replace(objective=objective)
        learner = _made("agent", config.agent, spec.make, Learner, config, whole)
        return _agent_of(learner, problem.feature_size), learner
    if hasattr(config, "population"):
        return _made("agent", config.agent, spec.make, PopulationAgent, config, problem), None
    if config.on_policy:
        return _made("agent", config.agent, spec.make, OnPolicyAgent, config, problem), None
    return _made("agent", config.agent, spec.make, Agent, config, problem), None


def _feature_functions(
    inputs: Inputs, feature_map: envs.FeatureMap, agent: AnyAgent
) -> tuple[Callable[[PolicyParts, Array, Array], Array], Callable[[PolicyParts, Array, Array], Array]]:
    """Makes `raw_features` and `features` of `Components`."""

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
    """Returns an agent that acts by a whole learner. Its `update` raises: the learner learns by itself."""

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
        raise TypeError("A whole learner has no `update`. Call `Learner.learn`.")

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
    """Returns the hyperparameters of a config: the values of its fields with `traced=True`."""
    words = agents.spec(config.agent).hparams(config, action_size)
    traced = [f.name for f in dataclasses.fields(config) if f.metadata["traced"]]
    values = {name: words[name] if name in words else getattr(config, name) for name in traced}
    return {name: jnp.asarray(value, jnp.float32) for name, value in values.items()}


def extras_bytes(
    config: Config, components: Components, start: Callable[..., PyTree], act: Callable[..., Any]
) -> int:
    """Returns the bytes of the extras that an agent stores with an action. Computes shapes only.

    `start` and `act` are those of the run's `Learner`.
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
    """Returns a state of untrained networks that has only the parts for acting and evaluation."""
    key = jax.random.key(0)
    hparams = make_hparams(config, components.problem.action_size)
    return policy_fields(
        agent=components.agent.init(key, hparams),
        objective=components.first_objective(key, hparams, components.first_skills()),
        statistics=no_samples(jnp.zeros(components.inputs.counted_size)),
        counters=zero_counters(),
        skills=components.first_skills(),
        hparams=hparams,
    )


def policy_fields(**fields: PyTree) -> TrainState:
    """Returns a state that has only these fields. All others are ()."""
    return TrainState(**{field.name: fields.get(field.name, ()) for field in dataclasses.fields(TrainState)})


def policy_alone(components: Components, state: TrainState) -> TrainState:
    """Returns the state without what only training needs, such as critics, optimisers and environments."""
    return policy_fields(
        agent=components.agent.policy_state(state.agent),
        objective=components.objective.policy_state(state.objective),
        **{name: getattr(state, name) for name in ("statistics", "counters", "skills", "hparams")},
    )


def _made(
    flag: str, name: str, make: Callable[..., Any], kind: type[Part], config: Config, problem: ProblemSpec
) -> Part:
    """Calls the `make` of a row, which may be a user's own function, and checks its result.

    Raises:
      ConfigError: the function takes other arguments, or returns something else than a `kind`.
    """
    try:
        inspect.signature(make).bind(config, problem)
    except (TypeError, ValueError) as error:
        raise ConfigError(
            f"--{flag}={name}: the call with (config, problem) fails: {error}. Name one that takes both."
        ) from None
    found = make(config, problem)
    if not isinstance(found, kind):
        raise ConfigError(
            f"--{flag}={name} returns {type(found).__name__}. It must return "
            f"diayn_jax.interfaces.{kind.__name__}."
        )
    return found
