"""Fresh rollouts of every skill, and the figures made of them (see `metrics`)."""

import functools
from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jax.sharding import NamedSharding
from jax.sharding import PartitionSpec as P

from diayn_jax import envs, intervals, metrics, parallel
from diayn_jax.config import Config, ConfigError
from diayn_jax.intervals import Interval
from diayn_jax.metrics import Trajectories
from diayn_jax.training import Trainer, TrainState, row_keys
from diayn_jax.types import Array, Key


class Judged(NamedTuple):
    """All figures by name, `eval/…`, `eval_deterministic/…` and `qd/…`, with their intervals.

    `quick` is what the quick figures were made of: episodes of the stochastic policy.
    """

    figures: dict[str, float]
    intervals: dict[str, Interval]
    quick: Trajectories
    deterministic: Trajectories


class _Thorough(NamedTuple):
    """The full figures, and what they were made of."""

    figures: dict[str, float]
    found: metrics.Full
    stochastic: Trajectories
    mode: Trajectories  # for coverage
    same: Trajectories  # the part of the mode's that is as many and as long as the quick figures' episodes


class Evaluator(NamedTuple):
    """`quick(state)` gives figures by name; `rollouts` the trajectories.

    `look(state)` gives the quick figures with the trajectories that they were made of, which have
    poses where the config asks for films; `full(state)` the full figures with the stochastic
    trajectories behind them; `judge(state)` all figures with their intervals.

    `rollouts(state, key, skill [N], length, deterministic, record_obs, record_poses)` plays one
    episode for each entry of `skill`. Where the observation is an image, what `record_obs` keeps of
    it is the latent of the agent's encoder; `record_poses` needs an environment with a scene. `env`
    is the environment that is played in.
    """

    quick: Callable[[TrainState], dict[str, float]]
    look: Callable[[TrainState], tuple[dict[str, float], Trajectories]]
    full: Callable[[TrainState], tuple[dict[str, float], Trajectories]]
    judge: Callable[[TrainState], Judged]
    rollouts: Callable[..., Trajectories]
    env: envs.Env


class _Keys(NamedTuple):
    """The keys of an evaluation."""

    quick: Key
    stochastic: Key
    mode: Key
    figures: Key
    intervals: Key


def evaluation_keys(seed: int, env_steps: int) -> _Keys:
    """The keys of an evaluation: from the seed and the step, so that a resume repeats it."""
    key = jax.random.fold_in(jax.random.key(seed), 0x6576616C)  # apart from the training keys
    return _Keys(*jax.random.split(jax.random.fold_in(key, env_steps), len(_Keys._fields)))


def _policy_parts(state: TrainState):
    """What a rollout needs of a state: not replay, which would be copied to each call."""
    return state.agent, state.objective, state.statistics


def make_evaluator(config: Config, trainer: Trainer) -> Evaluator:
    """The evaluator of a run.

    Rollouts are sharded over the trainer's mesh; where the number of episodes does not divide by
    it, some more are played, and left out.
    """
    # Simulators of its own, where there are any: evaluations leave training's as they are.
    env = trainer.env if trainer.env.outside is None else trainer.env.outside.apart()

    def rollouts_of(
        parts,
        keys: Key,
        skill: Array,
        length: int,
        deterministic: bool,
        record_obs: bool,
        record_poses: bool,
    ):
        """Runs on one device's share: keys [N], skill [N]."""
        agent_state, objective_state, statistics = parts
        split = jax.vmap(jax.random.split)(keys)
        first = env.reset(jax.random.key_data(split[:, 0]))
        pose_of = env.scene.pose if record_poses and env.scene is not None else lambda state: None

        def body(carry, t):
            timestep, alive = carry
            stored = trainer.feature_map.stored(timestep)
            seen = trainer.agent_input(statistics, timestep.obs, stored)
            action_keys = jax.vmap(lambda k: jax.random.fold_in(k, t))(split[:, 1])
            action = trainer.agent.act(agent_state, seen, skill, None if deterministic else action_keys)
            after = env.step(timestep.state, action)
            # An episode whose physics breaks down ends with the step before.
            alive = alive & envs.is_sound(after)
            stored = trainer.feature_map.stored(after)
            phi = trainer.features(agent_state, statistics, after.obs, stored)
            record = (
                alive,
                after.reward,
                recorded(agent_state, statistics, after, stored) if record_obs else None,
                dict(after.features),
                position(after),
                trainer.objective.log_probs(objective_state, phi),
                pose_of(after.state),
                action,
            )
            return (after, alive & ~after.terminated), record

        def recorded(agent_state, statistics, timestep, stored):
            if env.image_shape is None:
                return timestep.obs
            return trainer.agent.latent(agent_state, trainer.agent_input(statistics, timestep.obs, stored))

        def position(timestep):
            return xy_of(trainer, timestep)

        def with_start(start, rest):
            return None if rest is None else jnp.concatenate([start[None], rest])

        start, start_pose = position(first), pose_of(first.state)
        alive = jnp.ones(skill.shape, bool)
        _, (valid, reward, obs, features, xy, log_probs, poses, action) = jax.lax.scan(
            body, (first, alive), jnp.arange(length)
        )
        return Trajectories(
            skill=skill,
            valid=valid,
            reward=reward,
            obs=obs,
            features=features,
            xy=with_start(start, xy),
            log_probs=log_probs,
            poses=with_start(start_pose, poses),
            action=action,
        )

    mesh = trainer.mesh
    num_devices = 1 if mesh is None else mesh.size
    # Any: what stands here are specs, in the places of arrays.
    time_major: Any = P(None, parallel.AXIS)
    by_episode: Any = P(parallel.AXIS)
    record_specs = Trajectories(
        skill=by_episode,
        valid=time_major,
        reward=time_major,
        obs=time_major,
        features=time_major,
        xy=time_major,
        log_probs=time_major,
        poses=time_major,
        action=time_major,
    )

    def sharded(fn, in_specs, out_specs):
        if mesh is None:
            return fn
        return jax.shard_map(fn, mesh=mesh, in_specs=in_specs, out_specs=out_specs, check_vma=False)

    def play(parts, key, skill, *static):
        """Trajectories of the episodes and of those that fill up the devices' shares."""
        skill = jnp.pad(skill, (0, -skill.shape[0] % num_devices))
        keys = row_keys(key, jnp.arange(skill.shape[0]))
        run = sharded(
            lambda *share: rollouts_of(*share, *static), (P(), by_episode, by_episode), record_specs
        )
        return run(parts, keys, skill)

    def asked(played: Trajectories, episodes: int, length: int) -> Trajectories:
        return played if episodes % num_devices == 0 else first_part(played, episodes, length)

    compiled = jax.jit(play, static_argnums=(3, 4, 5, 6))

    def tiled(episodes: int) -> Array:
        return jnp.tile(jnp.arange(config.num_skills, dtype=jnp.int32), episodes)

    def rollouts(
        state: TrainState,
        key: Key,
        skill: Array,
        length: int,
        deterministic: bool = False,
        record_obs: bool = False,
        record_poses: bool = False,
    ) -> Trajectories:
        if record_poses and env.scene is None:
            raise ConfigError(
                f"{env.name} cannot be seen: nothing tells how it looks. Give its Env a `scene` "
                "(docs/your_own_environment.md)."
            )
        parts, skill = _policy_parts(state), jnp.asarray(skill, jnp.int32)
        played = compiled(parts, key, skill, length, deterministic, record_obs, record_poses)
        return asked(played, skill.shape[0], length)

    def quick_of(parts, key):
        # Where every pose is a picture, only the filmed episodes are played for them, apart.
        poses = config.log_video > 0 and not isinstance(env.scene, envs.ImageScene | None)
        skill = tiled(config.eval_episodes)
        played = play(parts, key, skill, config.episode_length, False, False, poses)
        sums = sharded(metrics.episode_sums, (record_specs,), by_episode)(played)
        sums = jax.tree.map(lambda x: x[: skill.shape[0]], sums)
        if mesh is not None:
            # They are small: gather once, rather than a reduction for each figure.
            sums = jax.lax.with_sharding_constraint(sums, NamedSharding(mesh, P()))
        return metrics.quick_figures_of(sums, trainer.log_prior), played

    compiled_quick = jax.jit(quick_of)
    compiled_figures = jax.jit(metrics.quick_figures)
    goal_log_probs = xy_log_probs(trainer)

    def look(state: TrainState) -> tuple[dict[str, float], Trajectories]:
        keys = evaluation_keys(config.seed, int(state.counters.env_steps))
        figures, played = compiled_quick(_policy_parts(state), keys.quick)
        named = {f"eval/{name}": float(value) for name, value in jax.device_get(figures).items()}
        return named, asked(played, config.num_skills * config.eval_episodes, config.episode_length)

    def quick(state: TrainState) -> dict[str, float]:
        return look(state)[0]

    def full(state: TrainState) -> tuple[dict[str, float], Trajectories]:
        found = thorough(state)
        return found.figures, found.stochastic

    def thorough(state: TrainState) -> _Thorough:
        keys = evaluation_keys(config.seed, int(state.counters.env_steps))
        episodes = max(metrics.PROBE_EPISODES, config.eval_episodes)
        stochastic = rollouts(state, keys.stochastic, tiled(episodes), config.episode_length, False, True)
        # Skills are tiled, so that the first episodes of a longer record serve both figures of the mode.
        coverage = metrics.coverage_rollouts(config.num_skills)
        count = max(config.eval_episodes, -(-coverage // config.num_skills))
        # A simulator outside may end an episode by a limit of its own, beyond the run's.
        least = metrics.COVERAGE_STEPS if env.outside is None else 1
        length = max(least, config.episode_length)
        played = rollouts(state, keys.mode, tiled(count), length, True, False)
        stochastic, played = jax.device_get((stochastic, played))
        if env.outside is not None:
            # Many more than a quick evaluation takes, and each holds a world; a later one makes its own.
            env.outside.close()
        same = first_part(played, config.num_skills * config.eval_episodes, config.episode_length)
        deterministic = jax.device_get(compiled_figures(same, trainer.log_prior))
        mode = first_part(played, coverage, length)

        found = metrics.full(
            keys.figures,
            stochastic=stochastic,
            deterministic=mode,
            log_prior=np.asarray(trainer.log_prior),
            goal_log_probs=goal_log_probs and functools.partial(goal_log_probs, state),
        )
        named = {_named(name): float(value) for name, value in found.figures.items()}
        named |= {f"eval_deterministic/{name}": float(value) for name, value in deterministic.items()}
        return _Thorough(named, found, stochastic, mode, same)

    def judge(state: TrainState) -> Judged:
        figures, seen = look(state)
        seen = jax.device_get(seen)
        more = thorough(state)
        keys = evaluation_keys(config.seed, int(state.counters.env_steps))
        quick_key, mode_key, full_key = jax.random.split(keys.intervals, 3)
        of_quick = intervals.quick(quick_key, seen, trainer.log_prior)
        of_mode = intervals.quick(mode_key, more.same, trainer.log_prior)
        of_full = intervals.full(full_key, more.found, more.stochastic, more.mode, trainer.log_prior)
        named = {f"eval/{name}": x for name, x in of_quick.items()}
        named |= {f"eval_deterministic/{name}": x for name, x in of_mode.items()}
        named |= {_named(name): x for name, x in of_full.items()}
        return Judged(figures | more.figures, named, seen, more.same)

    return Evaluator(quick, look, full, judge, rollouts, env)


def _named(name: str) -> str:
    return name if name.startswith("qd/") else f"eval/{name}"


def first_part(trajectories: Trajectories, episodes: int, length: int) -> Trajectories:
    """The first steps of the first episodes of a record."""
    # Of every field the first axis is time and the second the episode, save for three.
    kept = {
        name: jax.tree.map(lambda x: x[:length, :episodes], value)
        for name, value in trajectories._asdict().items()
        if name != "skill"
    }
    for name in ("xy", "poses"):  # These have the start too.
        value = getattr(trajectories, name)
        kept[name] = None if value is None else value[: length + 1, :episodes]
    return Trajectories(skill=trajectories.skill[:episodes], **kept)


def xy_log_probs(trainer: Trainer) -> Callable[[TrainState, Array | np.ndarray], Array] | None:
    """log q(z|xy) of a state at any place, [G, 2] in metres -> [G, K]; None where q sees anything but xy."""
    if trainer.feature_map.name != "xy":
        return None
    env = trainer.env

    @jax.jit
    def log_probs(parts, xy):
        agent_state, objective_state, statistics = parts
        obs = jnp.zeros((xy.shape[0], env.observation_size))
        stored = jnp.zeros((xy.shape[0], trainer.feature_map.stored_size))
        if trainer.feature_map.in_observation:
            obs = obs.at[:, jnp.array(env.features["xy"].dims)].set(xy)
        else:
            stored = xy
        phi = trainer.features(agent_state, statistics, obs, stored)
        return trainer.objective.log_probs(objective_state, phi)

    return lambda state, xy: log_probs(_policy_parts(state), jnp.asarray(xy, jnp.float32))


def xy_of(trainer: Trainer, timestep) -> Array | None:
    """Position on the ground plane, [E, 2], where the environment has one."""
    feature = trainer.env.features.get("xy")
    if feature is None:
        return None
    if feature.dims is not None:
        return timestep.obs[:, jnp.array(feature.dims)]
    return timestep.features["xy"]
