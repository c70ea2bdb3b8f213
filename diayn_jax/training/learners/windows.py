"""Learning from windows of successive steps, for agents such as HIRO (`interfaces.WindowLearner`)."""

from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax import parallel
from diayn_jax import replay as ring
from diayn_jax.config import ConfigError
from diayn_jax.interfaces import LearnerState, LearningInputs, WindowLearner
from diayn_jax.training.combined_metrics import scan_updates
from diayn_jax.training.components import Components
from diayn_jax.training.learners.batches import DrawnRows, make_batch, with_latent
from diayn_jax.training.state import Shard
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, PyTree, Windows


class WindowContext(NamedTuple):
    """The parts of a run that learning from windows uses."""

    learner: WindowLearner
    components: Components
    shard: Shard
    frames: int  # number of frames that an observation stacks

    @property
    def lead(self) -> tuple[int, int]:
        """The leading axes of an iteration's windows: the number of updates, and local B."""
        return self.learner.updates, self.shard.local_rows


def check(config: Any, learner: WindowLearner, capacity: int, frames: int) -> None:
    """Raises `ConfigError` if replay is too short for a whole window of full length."""
    needed = learner.length + frames
    if capacity >= needed:
        return
    steps = f"--{learner.setting}={learner.length} steps" if learner.setting else f"{learner.length} steps"
    raise ConfigError(
        f"--replay_size={config.replay_size} keeps {capacity} steps of each of --num_envs={config.num_envs}, "
        f"and --agent={config.agent} learns from windows of {steps}, which need {needed}. Take "
        f"--replay_size={needed * config.num_envs} or more, or fewer steps or environments."
    )


def sample(run: WindowContext, state: LearnerState, given: LearningInputs, key: Key) -> Windows:
    """Draws all windows of an iteration, [updates, B, T, ...]."""
    learner, shard, lead = run.learner, run.shard, run.lead
    draw, noise_keys, step_keys = shard.draw(key, learner.updates, run.frames)
    rows, valid, drawn_by = ring.sample_windows(state.replay, draw, learner.length, learner.rows_before)
    # A window can be drawn from several rows. These weights give all windows the same expected weight.
    weight = jnp.where(drawn_by > 0, 1.0 / jnp.maximum(drawn_by, 1), 0.0).reshape(lead)
    total = parallel.psum(weight.sum(1), shard.axes)[:, None]
    weight /= jnp.where(total > 0, total, 1.0)
    noise = jax.vmap(learner.noise)(noise_keys)
    return Windows(
        jax.tree.map(
            lambda x: x.reshape(*lead, learner.length, *x.shape[1:]),
            _batch_of_steps(run, state, given, rows, step_keys),
        ),
        valid.reshape(*lead, learner.length),
        weight,
        jax.tree.map(lambda x: x.reshape(*lead, *x.shape[1:]), noise),
    )


def _batch_of_steps(
    run: WindowContext, state: LearnerState, given: LearningInputs, rows: Any, keys: Key
) -> Batch:
    """Makes a batch [N · T, ...] of the steps of windows, from rows [N, T + 1, ...] and keys [N]."""
    steps = run.learner.length
    flat = keys.shape[0] * steps
    ones = jnp.ones(flat)
    step_keys = jax.vmap(lambda k: jax.random.split(k, steps))(keys).reshape(-1)
    drawn = DrawnRows(
        row=jax.tree.map(lambda x: x[:, :-1].reshape(flat, *x.shape[2:]), rows),
        after=jax.tree.map(lambda x: x[:, 1:].reshape(flat, *x.shape[2:]), rows),
        weight=ones,
        skill_weight=ones,
        objective_noise=jax.vmap(run.components.objective.noise)(step_keys),
    )
    return make_batch(run.components, state.agent, given.statistics, drawn)


def learn(
    run: WindowContext, state: LearnerState, drawn: Windows, hparams: HParams
) -> tuple[PyTree, Metrics]:
    """Updates the agent on windows [updates, B, T, ...], one update after another. Metrics are means."""
    objective, shard = run.components.objective, run.shard

    def update(agent_state: PyTree, windows: Windows) -> tuple[PyTree, Metrics]:
        rows = jax.tree.map(lambda x: x.reshape(-1, *x.shape[2:]), windows.batch)
        rows = with_latent(run.components, agent_state, rows)
        reward = objective.reward(state.objective, rows, hparams)
        reward = hparams["reward_scale"] * reward.reshape(windows.valid.shape)
        shape = windows.valid.shape
        windows = windows._replace(batch=jax.tree.map(lambda x: x.reshape(*shape, *x.shape[1:]), rows))
        new, metrics = run.learner.update(agent_state, windows, reward, hparams)
        whole: Array = parallel.psum(jnp.sum(windows.weight > 0, dtype=jnp.float32), shard.axes)
        # Without whole windows, keep the old state. An update would change α and the optimisers' moments.
        new = jax.tree.map(lambda x, y: jnp.where(whole > 0, x, y), new, agent_state)
        return new, metrics | {"whole_windows": whole / shard.num_rows}

    return scan_updates(update, state.agent, drawn)
