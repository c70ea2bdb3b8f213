"""The replay ring against a plain Python model."""

import collections

import chex
import jax
import jax.numpy as jnp
import numpy as np
import pytest
import scipy.stats

from diayn_jax import replay as replay_buffer
from diayn_jax.types import Step

NUM_SKILLS = 3
NUM_ENVS = 4
CAPACITY = 5


def slice_at(time, num_envs=NUM_ENVS):
    """Returns slice `time`, whose content shows its time; about a third of its rows are resets."""
    envs = np.arange(num_envs)
    noise = np.random.default_rng(time).random(num_envs)
    return Step(
        obs=jnp.asarray(np.stack([np.full(num_envs, time), envs], -1), jnp.float32),
        features=jnp.full((num_envs, 1), 10.0 * time),
        action=jnp.full((num_envs, 1), -1.0 * time),
        reward=jnp.asarray(100.0 * time + envs, jnp.float32),
        skill=jnp.asarray((envs + time) % NUM_SKILLS, jnp.int32),
        terminated=jnp.asarray(noise > 0.8),
        valid=jnp.asarray(noise > 0.33),
        extras={"option": jnp.asarray(envs + 7 * time, jnp.int32)},
    )


def stored(step):
    return step._replace(skill=step.skill.astype(jnp.int8))


@jax.jit
def insert(replay, step):
    replay, change = replay_buffer.insert(replay, step)
    return replay.replace(counts=replay.counts + change)


def filled(num_slices, num_envs=NUM_ENVS):
    """Returns the ring after `num_slices` inserts, and the slices that a plain queue holds then."""
    replay = replay_buffer.init(stored(slice_at(0, num_envs)), CAPACITY, NUM_SKILLS)
    queue = collections.deque(maxlen=CAPACITY)
    for time in range(num_slices):
        replay = insert(replay, slice_at(time, num_envs))
        queue.append(slice_at(time, num_envs))
    return replay, list(queue)


def sampled(replay, keys, index, first_env, num_rows, num_envs):
    def batch(key):
        keys = jax.vmap(lambda b: jax.random.fold_in(key, b))(index)
        return replay_buffer.sample(replay, replay_buffer.Draw(keys, index, first_env, num_rows, num_envs))

    return jax.vmap(batch)(keys)


compiled_sampled = jax.jit(sampled, static_argnames=("num_rows", "num_envs"))


def draw(replay, seed, count, num_rows, num_envs=NUM_ENVS, index=None, first_env=0, run=compiled_sampled):
    """Draws `count` batches: rows and the rows after them, leaves [count, rows, ...]."""
    index = jnp.arange(num_rows) if index is None else index
    keys = jax.random.split(jax.random.key(seed), count)
    return run(replay, keys, index, jnp.int32(first_env), num_rows=num_rows, num_envs=num_envs)


# The ring is not full yet, just full, being overwritten, or has wrapped around two times and more.
@pytest.mark.parametrize("num_slices", [2, 3, 4, 5, 6, 7, 9, 10, 11, 14])
def test_samples_are_just_what_a_queue_holds(num_slices):
    replay, queue = filled(num_slices)
    row, after = draw(replay, 0, 400, NUM_ENVS)
    times, envs = np.asarray(row.obs[..., 0]).ravel(), np.asarray(row.obs[..., 1]).ravel()
    held = [int(step.obs[0, 0]) for step in queue]
    # The newest row is missing, because it has no successor yet.
    expected = {(t, e) for t in held[:-1] for e in range(NUM_ENVS)}
    assert set(zip(times.astype(int), envs.astype(int), strict=True)) == expected
    np.testing.assert_array_equal(after.obs[..., 0], row.obs[..., 0] + 1)
    np.testing.assert_array_equal(after.obs[..., 1], row.obs[..., 1])


@pytest.mark.parametrize("num_slices", [4, 13])
def test_a_sampled_row_is_the_row_that_was_inserted(num_slices):
    replay, _ = filled(num_slices)
    row, after = jax.device_get(draw(replay, 1, 20, NUM_ENVS))
    assert row.skill.dtype == jnp.int8
    for part in (row, after):
        for i in np.ndindex(part.skill.shape):
            time, env = (int(x) for x in part.obs[i])
            original = jax.tree.map(lambda x, env=env: np.asarray(x)[env], slice_at(time))
            chex.assert_trees_all_equal(jax.tree.map(lambda x, i=i: x[i], part), original)


@pytest.mark.parametrize("num_slices", range(1, 13))
def test_counts_equal_a_count_of_the_valid_rows_that_can_be_drawn(num_slices):
    replay, queue = filled(num_slices)
    expected = np.zeros(NUM_SKILLS)
    for step in queue[:-1]:
        for skill, valid in zip(np.asarray(step.skill), np.asarray(step.valid), strict=True):
            expected[skill] += valid
    np.testing.assert_array_equal(replay.counts, expected)
    assert int(replay.size) == len(queue)
    assert int(replay.position) == num_slices % CAPACITY


def test_rows_are_drawn_uniformly_over_time_and_environments():
    replay, _ = filled(7)
    # A batch has three rows and there are four environments, so rows and environments do not coincide.
    row, _ = draw(replay, 2, 4000, 3)
    times, envs = np.asarray(row.obs[..., 0]).ravel(), np.asarray(row.obs[..., 1]).ravel()
    cells = np.zeros((CAPACITY - 1, NUM_ENVS))
    np.add.at(cells, (times.astype(int) - 2, envs.astype(int)), 1)
    assert scipy.stats.chisquare(cells.ravel()).pvalue > 1e-3


@pytest.mark.parametrize(("num_envs", "num_rows"), [(6, 4), (4, 6), (8, 8), (12, 3), (3, 12)])
def test_batches_are_stratified_over_environments(num_envs, num_rows):
    replay, _ = filled(4, num_envs=num_envs)
    row, _ = draw(replay, 3, 2000, num_rows, num_envs)
    envs = np.asarray(row.obs[..., 1])
    b = np.arange(num_rows)
    assert (envs >= (b * num_envs) // num_rows).all()
    assert (envs < -((-(b + 1) * num_envs) // num_rows)).all()
    # All batches together draw each environment equally often.
    counts = np.bincount(envs.ravel().astype(int), minlength=num_envs)
    assert scipy.stats.chisquare(counts).pvalue > 1e-3


def shards_of(replay, num_devices, num_envs):
    size = num_envs // num_devices
    return [
        replay.replace(
            rows=jax.tree.map(lambda x, d=d: np.asarray(x)[:, d * size : (d + 1) * size], replay.rows)
        )
        for d in range(num_devices)
    ]


@pytest.mark.parametrize(
    ("num_devices", "num_envs", "num_rows"), [(2, 4, 6), (2, 6, 4), (3, 12, 3), (4, 8, 16)]
)
def test_a_mesh_draws_the_batch_of_one_device(num_devices, num_envs, num_rows):
    replay, _ = filled(8, num_envs=num_envs)
    whole = draw(replay, 4, 50, num_rows, num_envs)
    parts = []
    for d, shard in enumerate(shards_of(replay, num_devices, num_envs)):
        index = d * (num_rows // num_devices) + jnp.arange(num_rows // num_devices)
        first_env = d * (num_envs // num_devices)
        parts.append(draw(shard, 4, 50, num_rows, num_envs, index, first_env))
    together = jax.tree.map(lambda *leaves: np.concatenate(leaves, axis=1), *parts)
    chex.assert_trees_all_equal(together, whole)


@pytest.mark.parametrize("u", [0.0, 1 - 2.0**-23], ids=["least", "greatest"])
def test_rounding_crosses_no_border_between_devices(monkeypatch, u):
    # In single precision, 4095 + u is 4096 for the greatest u.
    num_envs, num_rows = 8, 8192
    monkeypatch.setattr(jax.random, "uniform", lambda key, shape: jnp.full(shape, u, jnp.float32))
    replay, _ = filled(4, num_envs=num_envs)
    # Without a program, because a program would keep the numbers of its first call.
    row, _ = draw(replay, 0, 1, num_rows, num_envs, run=sampled)
    b = np.arange(num_rows)
    np.testing.assert_array_equal(row.obs[0, :, 1], b // (num_rows // num_envs))
    # The draws are the oldest row, and the newest row that has a successor.
    assert set(np.asarray(row.obs[0, :, 0])) == {2.0 if u == 0 else 0.0}


def test_a_batch_that_indices_cannot_count_is_refused():
    replay, _ = filled(3)
    keys = jax.random.split(jax.random.key(0), 2)
    with pytest.raises(ValueError, match="batch"):
        replay_buffer.sample(replay, replay_buffer.Draw(keys, jnp.arange(2), jnp.int32(0), 2**17, 2**16))


@pytest.mark.parametrize("num_slices", [4, CAPACITY, CAPACITY + 3])
def test_frames_are_stacked_within_their_episode(num_slices):
    frames, insert_frames = 3, jax.jit(replay_buffer.insert, static_argnums=2)
    step = stored(slice_at(0))
    # Slice t shows the frame t. About a third of the rows are resets.
    replay = replay_buffer.init(step._replace(obs=step.obs[:, :1]), CAPACITY, NUM_SKILLS)
    queue = collections.deque(maxlen=CAPACITY)
    for time in range(num_slices):
        row = slice_at(time)
        replay, change = insert_frames(replay, row._replace(obs=row.obs[:, :1]), frames)
        replay = replay.replace(counts=replay.counts + change)
        queue.append((time, np.asarray(row.valid), np.asarray(row.skill)))
    held = {time: valid for time, valid, _ in queue}

    def stack(time, env):
        shown = [time]
        for _ in range(frames - 1):
            # The first frame of an episode is repeated before it.
            shown.insert(0, shown[0] - 1 if held[shown[0] - 1][env] else shown[0])
        return shown

    index = jnp.arange(64)
    keys = jax.random.split(jax.random.key(0), 64)
    here, after = replay_buffer.sample(
        replay, replay_buffer.Draw(keys, index, jnp.int32(0), 64, NUM_ENVS, frames)
    )
    assert here.obs.shape == after.obs.shape == (64, frames)
    env = np.arange(64) * NUM_ENVS // 64
    for b in range(64):
        time = -int(here.action[b, 0])
        assert here.obs[b].tolist() == stack(time, env[b])
        assert after.obs[b].tolist() == stack(time + 1, env[b])
    # A row is drawn if the ring holds its earlier frames and its successor. Only such rows are counted.
    drawable = list(queue)[frames - 1 : -1]
    assert {-int(x) for x in here.action[:, 0]} == {time for time, _, _ in drawable}
    counts = sum(np.bincount(skill[valid], minlength=NUM_SKILLS) for _, valid, skill in drawable)
    np.testing.assert_array_equal(replay.counts, counts)


# An episode's start is unknown unless the ring holds the last row of the one before.
@pytest.mark.parametrize("num_slices", [3, 5, 8])
def test_an_episode_begins_where_the_one_before_ends(num_slices):
    replay, queue = filled(num_slices)
    keys = jax.random.split(jax.random.key(0), 200)
    drawn = replay_buffer.Draw(keys, jnp.arange(200), jnp.int32(0), 200, NUM_ENVS)
    row, _ = replay_buffer.sample(replay, drawn)
    found = replay_buffer.sample_episodes(replay, drawn, 1)
    oldest, known = int(queue[0].obs[0, 0]), set()
    for time, env, first, is_known in zip(
        *np.asarray(row.obs, int).T, np.asarray(found.first.obs[:, 0]), found.first_known, strict=True
    ):
        ends = [t for t in range(oldest, time) if not slice_at(t).valid[env]]
        assert (first, is_known) == ((ends[-1] + 1, True) if ends else (oldest, False))
        known.add(bool(is_known))
    assert known == {True, False}


def test_half_precision_rounds_observations_and_actions_alone():
    """Compares with NumPy's float16. A number beyond its range becomes the largest, with the same sign."""
    generator = np.random.default_rng(0)
    steps = [
        slice_at(time)._replace(
            obs=jnp.asarray(generator.normal(scale=30, size=(NUM_ENVS, 2)), jnp.float32),
            action=jnp.asarray(generator.uniform(-1, 1, (NUM_ENVS, 1)), jnp.float32),
            features=jnp.asarray(generator.normal(scale=30, size=(NUM_ENVS, 1)), jnp.float32),
        )
        for time in range(CAPACITY)
    ]
    steps[0] = steps[0]._replace(obs=jnp.full((NUM_ENVS, 2), jnp.array([1e9, -1e5])))
    ring = replay_buffer.init(stored(steps[0]), CAPACITY, NUM_SKILLS, "float16")
    for step in steps:
        ring = insert(ring, step)
    assert ring.rows.obs.dtype == ring.rows.action.dtype == jnp.float16
    keys = jax.random.split(jax.random.key(0), 64)
    rows, after = replay_buffer.sample(ring, replay_buffer.Draw(keys, jnp.arange(64), 0, 64, NUM_ENVS))
    drawn = jax.tree.map(lambda *x: np.concatenate(x), rows, after)
    assert drawn.obs.dtype == drawn.action.dtype == np.float32
    env, time = (drawn.reward % 100).astype(int), (drawn.reward // 100).astype(int)
    for name, expected in (("obs", np.float16), ("action", np.float16), ("features", np.float32)):
        kept = np.clip(np.stack([getattr(step, name) for step in steps]), -65504, 65504).astype(expected)
        np.testing.assert_array_equal(getattr(drawn, name), kept[time, env].astype(np.float32))
    assert set(time) == set(range(CAPACITY))
