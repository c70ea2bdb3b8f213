"""Fresh episodes by a policy, for evaluation; pure functions, sharded over the trainer's mesh."""

from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
from jax.sharding import NamedSharding
from jax.sharding import PartitionSpec as P

from diayn_jax import envs, metrics, parallel
from diayn_jax.metrics import Trajectories
from diayn_jax.skills import skill_towards
from diayn_jax.training import PolicyParts, Trainer, row_keys
from diayn_jax.types import Array, Key, PyTree, Timestep

_ACTOR = 0xFFFFFFFF  # folded into an episode's key for its actor's; no episode has so many steps


class Rollouts(NamedTuple):
    """Plays episodes side by side, one for each row of its arguments; to be jitted or vmapped.

    Where the number of episodes does not divide by the devices, some more are played behind them.

    - `play(parts, key, skill [N], z [N, ...], length, deterministic, record_obs, record_poses)` gives
      the trajectories of skills z. Where the observation is an image, what `record_obs` keeps of it
      is the latent of the agent's encoder.
    - `sums(trajectories, episodes)` gives the sums of the first so many episodes, on every device.
    - `seek(parts, key, goals [G, 2], length)` gives xy [T, G, 2] of s' and valid [T, G]: of episodes of
      the stochastic policy, whose skill points from where it is to its goal anew at every step. None
      where the objective has no map of the state, or one of anything but xy.
    """

    play: Callable[..., Trajectories]
    sums: Callable[[Trajectories, int], metrics.EpisodeSums]
    seek: Callable[[PolicyParts, Key, Array, int], tuple[Array, Array]] | None


class Episodes(NamedTuple):
    """N episodes of at most T steps; step t leads from the state at t to that at t + 1.

    `valid` is True up to and with the step that ends an episode; what other fields hold beyond that
    means nothing.
    """

    skill: Array  # [N, ...], as it is stored: integers, or vectors
    obs: Array  # [N, T + 1, *O], raw, from the start on
    features: Array  # [N, T + 1, F], φ in its own units; of images its latent
    action: Array  # [N, T, A] in −1 to 1, or [N, T] of discrete ones
    reward: Array  # [N, T], the environment's own
    terminated: Array  # [N, T], bool: the step led to a terminal state
    valid: Array  # [N, T], bool: the step happened


class _Moment(NamedTuple):
    """One step of N episodes."""

    features: Array  # φ(s), [N, F]
    next_features: Array  # φ(s'), [N, F]
    skill: Array  # z, [N, ...]
    action: Array  # [N, A]
    actor: PyTree  # leaves [N, ...], which chose it
    after: Timestep  # of s'
    valid: Array  # [N], bool


def make_rollouts(trainer: Trainer, env: envs.Env) -> Rollouts:
    """Rollouts of a trainer's policies in an environment, which may differ from the trainer's own."""
    mesh = trainer.mesh
    num_devices = 1 if mesh is None else mesh.size
    # Any: what stands here are specs, in the places of arrays.
    by_episode: Any = P(parallel.AXIS)
    time_major: Any = P(None, parallel.AXIS)
    laid = dict.fromkeys(Trajectories._fields, time_major) | {"skill": by_episode, "z": by_episode}
    record_specs = Trajectories(**laid)

    def sharded(fn, in_specs, out_specs):
        if mesh is None:
            return fn
        return jax.shard_map(fn, mesh=mesh, in_specs=in_specs, out_specs=out_specs, check_vma=False)

    def readable(found: PyTree) -> PyTree:
        """Whole on every device, where parts of it would be in other processes."""
        if mesh is None or not parallel.over_processes(mesh):
            return found
        return jax.lax.with_sharding_constraint(found, NamedSharding(mesh, P()))

    def padded(x: Array) -> Array:
        return jnp.pad(x, [(0, -x.shape[0] % num_devices)] + [(0, 0)] * (x.ndim - 1))

    def play(parts, key, skill, z, *static):
        skill, z = padded(skill), padded(z)
        keys = row_keys(key, jnp.arange(skill.shape[0]))
        run = sharded(
            lambda *share: _play(trainer, env, *share, *static),
            (P(), by_episode, by_episode, by_episode),
            record_specs,
        )
        return readable(run(parts, keys, skill, z))

    def sums(trajectories, episodes):
        found = sharded(metrics.episode_sums, (record_specs,), by_episode)(trajectories)
        found = jax.tree.map(lambda x: x[:episodes], found)
        if mesh is not None:
            # They are small: gather once, rather than a reduction for each figure.
            found = jax.lax.with_sharding_constraint(found, NamedSharding(mesh, P()))
        return found

    def seek(parts, key, goals, length):
        keys = row_keys(key, jnp.arange(padded(goals).shape[0]))
        run = sharded(
            lambda parts, keys, goals: _seek(trainer, env, parts, keys, goals, length),
            (P(), by_episode, by_episode),
            (time_major, time_major),
        )
        found = readable(run(parts, keys, padded(goals)))
        return jax.tree.map(lambda x: x[:, : goals.shape[0]], found)

    seekable = trainer.objective.represent is not None and features_at(trainer) is not None
    return Rollouts(play, sums, seek if seekable else None)


def play_episodes(
    trainer: Trainer,
    env: envs.Env,
    parts: PolicyParts,
    key: Key,
    z: Array,
    length: int,
    deterministic: bool,
    raw_features: Callable[[Timestep], Array] | None = None,
) -> Episodes:
    """An episode of each of the skills z [N, ...], on one device; pure.

    Args:
      trainer: whose policies act.
      env: to play in, which may differ from the trainer's own.
      parts: of the state.
      key: of first states and actions.
      z: skills as they are stored.
      length: T.
      deterministic: acts by the policy's mode.
      raw_features: of a timestep, [N, F]; None: what the trainer's objective sees.
    """

    def own_features(timestep: Timestep) -> Array:
        stored = trainer.feature_map.stored(timestep)
        return trainer.components.raw_features(parts, timestep.obs, stored)

    raw_features = raw_features or own_features

    def record(moment: _Moment) -> tuple[Array, ...]:
        after = moment.after
        return (after.obs, raw_features(after), moment.action, after.reward, after.terminated, moment.valid)

    start, keys = _begin(env, row_keys(key, jnp.arange(z.shape[0])))
    steps = _episodes(trainer, env, parts, start, keys, lambda phi: z, record, length, deterministic)
    obs, phi, *rest = (jnp.swapaxes(x, 0, 1) for x in steps)
    obs = jnp.concatenate([start.obs[:, None], obs], axis=1)
    phi = jnp.concatenate([raw_features(start)[:, None], phi], axis=1)
    return Episodes(z, obs, phi, *rest)


def features_at(trainer: Trainer) -> Callable[[PolicyParts, Array], Array] | None:
    """φ of a state at any place: (parts, xy [G, 2] in metres) -> [G, F]; None where φ is not of xy alone."""
    if trainer.feature_map.name != "xy":
        return None
    feature_map = trainer.feature_map

    def features(parts: PolicyParts, xy: Array) -> Array:
        obs = jnp.zeros((xy.shape[0], trainer.env.observation_size))
        stored = jnp.zeros((xy.shape[0], feature_map.stored_size))
        if feature_map.observed_dims:
            obs = obs.at[:, jnp.array(feature_map.observed_dims)].set(xy)
        else:
            stored = xy
        return trainer.features(parts, obs, stored)

    return features


def xy_of(env: envs.Env, timestep: Timestep) -> Array | None:
    """Position on the ground plane, [E, 2], where the environment has one."""
    feature = env.features.get("xy")
    if feature is None:
        return None
    if feature.dims is not None:
        return timestep.obs[:, jnp.array(feature.dims)]
    return timestep.features["xy"]


def _play(
    trainer: Trainer,
    env: envs.Env,
    parts: PolicyParts,
    keys: Key,
    skill: Array,
    z: Array,
    length: int,
    deterministic: bool,
    record_obs: bool,
    record_poses: bool,
) -> Trajectories:
    """The trajectories of one device's share: keys [N], skill [N], z [N, ...]."""
    objective = trainer.objective
    pose_of = env.scene.pose if record_poses and env.scene is not None else lambda state: None

    def record(moment: _Moment) -> dict[str, PyTree]:
        after = moment.after
        classify = objective.log_probs
        return {
            "valid": moment.valid,
            "reward": after.reward,
            "score": objective.score(
                parts.objective, moment.features, moment.next_features, moment.skill, after.reward
            ),
            "obs": _observed(trainer, parts, after) if record_obs else None,
            "features": dict(after.features),
            "xy": xy_of(env, after),
            "log_probs": None if classify is None else classify(parts.objective, moment.next_features),
            "poses": pose_of(after.state),
            "action": moment.action,
            "actor": moment.actor,
        }

    start, keys = _begin(env, keys)
    # Before the first step: a simulator outside shows only the state that it is in.
    at_start = {"xy": xy_of(env, start), "poses": pose_of(start.state)}
    steps = _episodes(trainer, env, parts, start, keys, lambda phi: z, record, length, deterministic)
    for name, first in at_start.items():
        if first is not None:
            steps[name] = jnp.concatenate([first[None], steps[name]])
    return Trajectories(skill=skill, z=z, **steps)


def _seek(
    trainer: Trainer, env: envs.Env, parts: PolicyParts, keys: Key, goals: Array, length: int
) -> tuple[Array, Array]:
    """xy and valid of one device's share: keys [G], goals [G, 2]."""
    represent, features = trainer.objective.represent, features_at(trainer)
    assert represent is not None
    assert features is not None
    target = represent(parts.objective, features(parts, goals))

    def towards_goal(phi: Array) -> Array:
        return skill_towards(trainer.skills, target - represent(parts.objective, phi))

    def record(moment: _Moment) -> tuple[Array | None, Array]:
        return xy_of(env, moment.after), moment.valid

    start, keys = _begin(env, keys)
    return _episodes(trainer, env, parts, start, keys, towards_goal, record, length, False)


def _begin(env: envs.Env, keys: Key) -> tuple[Timestep, Key]:
    """The first states of episodes, and the keys of their actions, from keys [N]."""
    split = jax.vmap(jax.random.split)(keys)
    return env.reset(jax.random.key_data(split[:, 0])), split[:, 1]


def _episodes(
    trainer: Trainer,
    env: envs.Env,
    parts: PolicyParts,
    start: Timestep,
    keys: Key,
    skill_of: Callable[[Array], Array],
    record: Callable[[_Moment], PyTree],
    length: int,
    deterministic: bool,
) -> Any:
    """Plays an episode from each first state.

    Args:
      keys: of the actions, [N].
      skill_of: gives the skills to act by, [N, ...], of φ(s) [N, F].
      record: what is kept of a step.

    Returns:
      What was kept, [T, N, ...].
    """
    fold = jax.vmap(jax.random.fold_in, in_axes=(0, None))
    actor = trainer.start(parts, fold(keys, jnp.uint32(_ACTOR)))

    def body(carry, t):
        timestep, phi, actor, alive = carry
        skill = skill_of(phi)
        action, actor = trainer.act(
            parts,
            actor,
            timestep.obs,
            trainer.feature_map.stored(timestep),
            skill,
            jnp.full(alive.shape, t == 0),
            None if deterministic else fold(keys, t),
        )
        after = env.step(timestep.state, action)
        # An episode whose physics breaks down ends with the step before.
        alive = alive & envs.is_sound(after)
        next_phi = trainer.features(parts, after.obs, trainer.feature_map.stored(after))
        kept = record(_Moment(phi, next_phi, skill, action, actor, after, alive))
        return (after, next_phi, actor, alive & ~after.terminated), kept

    phi = trainer.features(parts, start.obs, trainer.feature_map.stored(start))
    carry = (start, phi, actor, jnp.ones(keys.shape, bool))
    return jax.lax.scan(body, carry, jnp.arange(length))[1]


def _observed(trainer: Trainer, parts: PolicyParts, timestep: Timestep) -> Array:
    """What is kept of observations: they themselves, or of images their latents."""
    if trainer.env.image_shape is None:
        return timestep.obs
    assert trainer.learner.latent is not None
    stored = trainer.feature_map.stored(timestep)
    seen = trainer.inputs.agent_input(parts.statistics, timestep.obs, stored)
    return trainer.learner.latent(parts.agent, seen)
