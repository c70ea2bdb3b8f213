"""Plays fresh evaluation episodes with a policy: pure functions, sharded over the trainer's mesh."""

from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jax.sharding import NamedSharding
from jax.sharding import PartitionSpec as P

from diayn_jax import envs, parallel
from diayn_jax.envs import core
from diayn_jax.evaluation import metrics
from diayn_jax.evaluation.metrics import Recorded, Trajectories
from diayn_jax.skills import skill_towards
from diayn_jax.training import Components, PolicyParts, Seen, Trainer, row_keys
from diayn_jax.types import Array, GoalUnderWay, Key, PyTree, ScoredStep, Timestep, type_and_shape

# Folded into an episode's key to make the actor's key. No episode has this many steps, so no step's key
# collides with it.
_ACTOR = 0xFFFFFFFF


class EpisodeBatch(NamedTuple):
    """N episodes to play. All fields are data, so that one compiled program plays any of them.

    Outside of jit, all fields but the key are NumPy arrays, because each operation on a JAX array would be a
    program to compile.
    """

    key: Key  # [], for first states and actions
    index: Any  # [N], int32: an episode's own key is made from `key` and this index
    skill: Any  # [N], int32: which skill
    z: Any  # [N, ...], the skill as it is stored
    deterministic: Any  # [N], bool: the policy's mode acts
    # [N, 2], metres: the skill of every step points from the current xy to the goal; NaN: the skill is z
    goal: Any


def to_play(
    key: Key, skill: Recorded, z: Recorded, deterministic: bool = False, goal: Recorded | None = None
) -> EpisodeBatch:
    """Returns a batch of N episodes, whose indices are 0 … N − 1.

    `skill` [N], `z` [N, ...] and `goal` [N, 2] are those of `EpisodeBatch`. Without goals the skills are z.
    """
    number = skill.shape[0]
    goal = np.full((number, 2), np.nan, np.float32) if goal is None else goal.astype(np.float32)
    index = np.arange(number, dtype=np.int32)
    return EpisodeBatch(key, index, skill, z, np.full(number, deterministic), goal)


class Rollouts(NamedTuple):
    """Functions that play episodes in parallel. They can be jitted and vmapped.

    The number of episodes is padded to a multiple of the number of devices.

    - `play(parts, to_play, length, record_obs, record_poses)` returns the trajectories. If observations
      are images, `record_obs` records the latents of the agent's encoder instead of the images.
    - `sums(trajectories, episodes)` returns the sums of the first `episodes` episodes, on every device.
    - `seeks` says whether skills can seek goals. They can if the objective has a map of the state that
      depends on xy alone. Otherwise the goals of a batch are ignored.
    """

    play: Callable[..., Trajectories]
    sums: Callable[[Trajectories, int], metrics.EpisodeSums]
    seeks: bool


class Episodes(NamedTuple):
    """N episodes of at most T steps; step t leads from the state at t to the state at t + 1.

    `valid` is True up to and including the step that ends an episode. The other fields have no meaning
    after that step.
    """

    skill: Array  # [N, ...], as it is stored: integers, or vectors
    obs: Array  # [T + 1, N, *O], raw, including the first state's
    features: Array  # [T + 1, N, F], φ in its own units; the latent if observations are images
    action: Array  # [T, N, A] in −1 to 1, or [T, N] if actions are discrete
    reward: Array  # [T, N], the environment's own
    terminated: Array  # [T, N], bool: the step led to a terminal state
    valid: Array  # [T, N], bool: the step happened

    def __repr__(self) -> str:
        # The arrays would fill the screen.
        fields = (f"  {name} {type_and_shape(x)}" for name, x in self._asdict().items())
        return "\n".join(("Episodes", *fields))


class PlayContext(NamedTuple):
    """The parts that playing episodes uses."""

    trainer: Trainer  # its policy acts
    env: envs.Env  # the environment to play in, which may differ from the trainer's own


class _Begun(NamedTuple):
    """N episodes before their first step."""

    start: Timestep
    keys: Key  # [N], for the actions
    deterministic: Array  # [N], bool: the policy's mode acts


class _Moment(NamedTuple):
    """One step of N episodes."""

    scored: ScoredStep  # the step as the objective takes it, leaves [N, ...]
    action: Array  # [N, A]
    actor: PyTree  # leaves [N, ...], the actor that chose the action
    after: Timestep  # the timestep at s'
    valid: Array  # [N], bool


def make_rollouts(trainer: Trainer, env: envs.Env) -> Rollouts:
    """Returns functions that play a trainer's policies in `env`, which may differ from the trainer's own."""
    mesh, context = trainer.mesh, PlayContext(trainer, env)
    # Typed Any because these hold partition specs where the type says arrays.
    by_episode: Any = P(parallel.AXIS)
    time_major: Any = P(None, parallel.AXIS)
    laid = dict.fromkeys(Trajectories._fields, time_major) | {"skill": by_episode, "z": by_episode}
    record_specs = Trajectories(**laid)
    batch_specs = EpisodeBatch(**(dict.fromkeys(EpisodeBatch._fields, by_episode) | {"key": P()}))

    def sharded(fn, in_specs, out_specs):
        if mesh is None:
            return fn
        return jax.shard_map(fn, mesh=mesh, in_specs=in_specs, out_specs=out_specs, check_vma=False)

    def readable(found: PyTree) -> PyTree:
        """Replicates arrays on every device if parts of them would lie in other processes."""
        if mesh is None or not parallel.over_processes(mesh):
            return found
        return jax.lax.with_sharding_constraint(found, NamedSharding(mesh, P()))

    def play(parts, episodes, *static):
        run = sharded(lambda *share: _play(context, *share, *static), (P(), batch_specs), record_specs)
        of_each = -(-episodes.skill.shape[0] // trainer.num_devices)
        return readable(run(parts, padded(episodes, 0, of_each * trainer.num_devices)))

    def sums(trajectories, episodes):
        found = sharded(metrics.episode_sums, (record_specs,), by_episode)(trajectories)
        found = jax.tree.map(lambda x: x[:episodes], found)
        if mesh is not None:
            # The sums are small: one gather is cheaper than a reduction for each figure.
            found = jax.lax.with_sharding_constraint(found, NamedSharding(mesh, P()))
        return found

    return Rollouts(play, sums, seeks(trainer))


def padded(episodes: EpisodeBatch, first: int, number: int) -> EpisodeBatch:
    """Returns `number` episodes from the index `first` on. If there are fewer, the last one is repeated."""
    rows = np.minimum(np.arange(first, first + number), episodes.skill.shape[0] - 1)
    of_each = {name: x[rows] for name, x in episodes._asdict().items() if name != "key"}
    return episodes._replace(**of_each)


def play_episodes(
    run: PlayContext,
    parts: PolicyParts,
    key: Key,
    z: Array,
    length: int,
    deterministic: bool,
    raw_features: Callable[[Timestep], Array] | None = None,
) -> Episodes:
    """Plays one episode with each of the stored skills z [N, ...] on one device. It is a pure function.

    Args:
      key: for first states and actions.
      length: T.
      deterministic: whether the policy's mode acts.
      raw_features: maps a timestep to features [N, F]; None: the features that the objective sees.
    """
    components = run.trainer.components

    def own_features(timestep: Timestep) -> Array:
        return components.raw_features(parts, timestep.obs, components.feature_map.stored(timestep))

    raw_features = raw_features or own_features

    def record(moment: _Moment) -> tuple[Array, ...]:
        after = moment.after
        return (after.obs, raw_features(after), moment.action, after.reward, after.terminated, moment.valid)

    by_mode = jnp.full(z.shape[0], deterministic)
    begun = _begin(run.env, row_keys(key, jnp.arange(z.shape[0])), by_mode)
    steps = _episodes(run, parts, begun, lambda phi: z, record, length)
    obs, phi, *rest = steps
    obs = jnp.concatenate([begun.start.obs[None], obs])
    phi = jnp.concatenate([raw_features(begun.start)[None], phi])
    return Episodes(z, obs, phi, *rest)


def sees_xy_alone(components: Components) -> bool:
    """Returns whether φ depends on xy alone, so that a goal on the plane has a φ."""
    return components.feature_map.name == "xy"


def features_at(
    components: Components, observation_size: int
) -> Callable[[PolicyParts, Array], Array] | None:
    """Returns φ as a function of position, (parts, xy [G, 2] in metres) -> [G, F].

    Returns None unless φ depends on xy alone.
    """
    feature_map = components.feature_map
    if not sees_xy_alone(components):
        return None

    def features(parts: PolicyParts, xy: Array) -> Array:
        obs = jnp.zeros((xy.shape[0], observation_size))
        stored = jnp.zeros((xy.shape[0], feature_map.stored_size))
        if feature_map.observed_dims:
            obs = obs.at[:, jnp.array(feature_map.observed_dims)].set(xy)
        else:
            stored = xy
        return components.features(parts, obs, stored)

    return features


def xy_of(env: envs.Env, timestep: Timestep) -> Array | None:
    """Returns the position on the ground plane, [E, 2], or None if the environment has none."""
    return feature_of(env, timestep, "xy") if "xy" in env.features else None


def feature_of(env: envs.Env, timestep: Timestep, name: str) -> Array:
    """Returns a declared feature, [E, F], from the observation or, if that lacks it, from beside it."""
    dims = env.features[name].dims
    return timestep.features[name] if dims is None else timestep.obs[:, jnp.array(dims)]


def _play(
    run: PlayContext,
    parts: PolicyParts,
    episodes: EpisodeBatch,
    length: int,
    record_obs: bool,
    record_poses: bool,
) -> Trajectories:
    """Plays one device's share of the episodes."""
    trainer, env = run
    objective = trainer.components.objective
    pose_of = env.scene.pose if record_poses and env.scene is not None else lambda state: None

    def record(moment: _Moment) -> dict[str, PyTree]:
        after, actor = moment.after, moment.actor
        classify = objective.log_probs
        return {
            "valid": moment.valid,
            "reward": after.reward,
            "score": objective.score(parts.objective, moment.scored, parts.hparams),
            "obs": _observed(trainer, parts, after) if record_obs else None,
            "features": dict(after.features),
            "xy": xy_of(env, after),
            "log_probs": None if classify is None else classify(parts.objective, moment.scored.next_features),
            "poses": pose_of(after.state),
            "action": moment.action,
            # The rest of a manager's state is large, and no figure uses it.
            "actor": actor._replace(memory=()) if isinstance(actor, GoalUnderWay) else actor,
        }

    begun = _begin(env, row_keys(episodes.key, episodes.index), episodes.deterministic)
    # This comes before the first step: an external simulator shows only its current state.
    at_start = {"xy": xy_of(env, begun.start), "poses": pose_of(begun.start.state)}
    steps = _episodes(run, parts, begun, _skills_in(trainer, parts, episodes), record, length)
    for name, first in at_start.items():
        if first is not None:
            steps[name] = jnp.concatenate([first[None], steps[name]])
    return Trajectories(skill=episodes.skill, z=episodes.z, **steps)


def seeks(trainer: Trainer) -> bool:
    """Returns whether skills can be chosen in every step so that they point to a goal in xy."""
    return trainer.components.objective.embed is not None and sees_xy_alone(trainer.components)


def _skills_in(trainer: Trainer, parts: PolicyParts, episodes: EpisodeBatch) -> Callable[[Array], Array]:
    """Returns a function that maps φ(s) [N, F] to the skills that act, [N, ...]."""
    embed = trainer.components.objective.embed
    features = features_at(trainer.components, trainer.env.observation_size)
    if embed is None or features is None:
        return lambda phi: episodes.z
    seeking = jnp.isfinite(episodes.goal).all(-1)
    target = embed(parts.objective, features(parts, jnp.where(seeking[:, None], episodes.goal, 0.0)))

    def skills(phi: Array) -> Array:
        towards = skill_towards(trainer.components.skills, target - embed(parts.objective, phi))
        return core.where(seeking, towards, episodes.z)

    return skills


def _begin(env: envs.Env, keys: Key, deterministic: Array) -> _Begun:
    """Begins episodes by keys [N]."""
    split = jax.vmap(jax.random.split)(keys)
    return _Begun(env.reset(jax.random.key_data(split[:, 0])), split[:, 1], deterministic)


def _episodes(
    run: PlayContext,
    parts: PolicyParts,
    begun: _Begun,
    skill_of: Callable[[Array], Array],
    record: Callable[[_Moment], PyTree],
    length: int,
) -> Any:
    """Plays episodes to their end; returns the records of all steps, [T, N, ...].

    `skill_of` maps φ(s) [N, F] to the skills that act, [N, ...].
    """
    trainer, env = run
    start, keys, deterministic = begun
    features, stored_of = trainer.components.features, trainer.components.feature_map.stored
    fold = jax.vmap(jax.random.fold_in, in_axes=(0, None))
    actor = trainer.start(parts, fold(keys, jnp.uint32(_ACTOR)))

    def body(carry, t):
        timestep, phi, actor, alive = carry
        skill, stored = skill_of(phi), stored_of(timestep)

        def act(step_keys: Key | None) -> tuple[Array, PyTree]:
            first = jnp.full(alive.shape, t == 0)
            return trainer.act(parts, actor, timestep.obs, stored, skill, first, step_keys)

        # Computing both actions costs little, compared with a step of the environment. A second program for
        # the other kind of action would take seconds to compile.
        action, actor = core.where(deterministic, act(None), act(fold(keys, t)))
        after = env.step(timestep.state, action)
        valid, alive = envs.step_of_episodes(alive, after)
        before, seen = Seen(timestep.obs, stored), Seen(after.obs, stored_of(after))
        scored = trainer.components.scored_step(parts, before, seen, skill, after.reward)
        # φ(s) was computed in the previous step, so reuse it.
        kept = record(_Moment(scored._replace(features=phi), action, actor, after, valid))
        return (after, scored.next_features, actor, alive), kept

    phi = features(parts, start.obs, stored_of(start))
    carry = (start, phi, actor, jnp.ones(keys.shape, bool))
    return jax.lax.scan(body, carry, jnp.arange(length))[1]


def _observed(trainer: Trainer, parts: PolicyParts, timestep: Timestep) -> Array:
    """Returns the observations to record: raw vectors, or the latents of images."""
    if trainer.env.image_shape is None:
        return timestep.obs
    assert trainer.learner.latent is not None
    stored = trainer.components.feature_map.stored(timestep)
    seen = trainer.components.inputs.agent_input(parts.statistics, timestep.obs, stored)
    return trainer.learner.latent(parts.agent, seen)
