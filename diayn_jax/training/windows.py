"""Learning from windows of several steps in turn, as HIRO's manager does (`interfaces.WindowLearner`)."""

from typing import Any

import jax
import jax.numpy as jnp

from diayn_jax import parallel
from diayn_jax import replay as ring
from diayn_jax.config import ConfigError
from diayn_jax.interfaces import WindowLearner
from diayn_jax.training.batches import make_batch, with_latent
from diayn_jax.training.components import Components
from diayn_jax.training.state import Shard, row_keys
from diayn_jax.training.statistics import Statistics
from diayn_jax.types import Array, HParams, Key, Metrics, PyTree, Windows


def check(config: Any, learner: WindowLearner, capacity: int, frames: int) -> None:
    """Raises `ConfigError` where no window of full length is ever whole."""
    needed = learner.length + frames
    if capacity >= needed:
        return
    steps = f"--{learner.setting}={learner.length} steps" if learner.setting else f"{learner.length} steps"
    raise ConfigError(
        f"--replay_size={config.replay_size} keeps {capacity} steps of each of --num_envs={config.num_envs}, "
        f"and --agent={config.agent} learns from windows of {steps}, which need {needed}. Take "
        f"--replay_size={needed * config.num_envs} or more, or fewer steps or environments."
    )


def sample(
    learner: WindowLearner,
    components: Components,
    shard: Shard,
    agent_state: PyTree,
    replay: ring.Replay,
    statistics: Statistics,
    frames: int,
    key: Key,
) -> Windows:
    """All windows of an iteration, [updates, B, T, ...]; `frames` are stacked in an observation."""
    index, steps = shard.row_index(), learner.length
    keys = jax.vmap(lambda k: row_keys(k, index))(jax.random.split(key, learner.updates)).reshape(-1)
    keys = jax.vmap(jax.random.split)(keys)
    rows, valid, drawn_by = ring.sample_windows(
        replay,
        keys[:, 0],
        jnp.tile(index, learner.updates),
        shard.first_env(),
        shard.num_rows,
        shard.num_envs,
        steps,
        learner.rows_before,
        frames,
    )
    flat = learner.updates * shard.local_rows * steps
    row = jax.tree.map(lambda x: x[:, :-1].reshape(flat, *x.shape[2:]), rows)
    after = jax.tree.map(lambda x: x[:, 1:].reshape(flat, *x.shape[2:]), rows)
    ones = jnp.ones(flat)
    batch = make_batch(components, agent_state, statistics, row, after, ones, ones)
    # By how many rows of the ring a window is drawn it shall not weigh more.
    weight = jnp.where(drawn_by > 0, 1.0 / jnp.maximum(drawn_by, 1), 0.0)
    weight = weight.reshape(learner.updates, shard.local_rows)
    total = parallel.psum(weight.sum(1), shard.axis)[:, None]
    weight /= jnp.where(total > 0, total, 1.0)

    def of_updates(x: Array, *lead: int) -> Array:
        return x.reshape(learner.updates, shard.local_rows, *lead, *x.shape[1:])

    return Windows(
        jax.tree.map(lambda x: of_updates(x, steps), batch),
        valid.reshape(learner.updates, shard.local_rows, steps),
        weight,
        jax.tree.map(of_updates, jax.vmap(learner.noise)(keys[:, 1])),
    )


def learn(
    learner: WindowLearner,
    components: Components,
    shard: Shard,
    agent_state: PyTree,
    objective_state: PyTree,
    drawn: Windows,
    hparams: HParams,
) -> tuple[PyTree, Metrics]:
    """An update for each of the windows [updates, B, T, ...], in turn."""
    objective = components.objective

    def update(state: PyTree, windows: Windows) -> tuple[PyTree, Metrics]:
        rows = jax.tree.map(lambda x: x.reshape(-1, *x.shape[2:]), windows.batch)
        reward = objective.reward(objective_state, with_latent(components, state, rows))
        reward = hparams["reward_scale"] * reward.reshape(windows.valid.shape)
        new, metrics = learner.update(state, windows, reward, hparams)
        whole = parallel.psum(jnp.sum(windows.weight > 0, dtype=jnp.float32), shard.axis)
        # From nothing there is nothing to learn, and yet α and the optimisers' moments would move.
        new = jax.tree.map(lambda x, y: jnp.where(whole > 0, x, y), new, state)
        return new, metrics | {"whole_windows": whole / shard.num_rows}

    return jax.lax.scan(update, agent_state, drawn)
