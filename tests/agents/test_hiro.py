"""HIRO: what the worker and the manager learn from, against NumPy, and windows of the replay ring."""

import collections
import functools

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from arrays import close, normal
from probes import (
    blank_batch,
    counter,
    hparams_of,
    jitted,
    static_fields,
    tiny_config,
    tiny_problem,
)

from diayn_jax import envs, replay, skills, training
from diayn_jax.agents.feudal import hiro
from diayn_jax.agents.sac import make_sac
from diayn_jax.config import ConfigError
from diayn_jax.resolve import make_config
from diayn_jax.types import GoalUnderWay, Step, Windows

BATCH, OBS, ACTIONS, SIZE, STEPS = 6, 3, 2, 2, 4
LIMITS = np.array([2.0, 0.5], np.float32)


@functools.cache
def agent_of(**static):
    config = tiny_config(agent="hiro", objective="task", **static)
    problem = tiny_problem(
        skills=skills.none(), input_size=OBS, action_size=ACTIONS, feature_size=SIZE, policy_dims=None
    )
    return jitted(hiro.make_hiro(config, problem)), problem


def make(**fields):
    given = {"goal_steps": STEPS, "goal_limits": tuple(map(float, LIMITS)), "goal_candidates": 3} | fields
    config = tiny_config(agent="hiro", objective="task", **given)
    hparams = hparams_of(config, ACTIONS)
    agent, problem = agent_of(**static_fields(given, hparams))
    return agent, agent.init(jax.random.key(0), hparams), hparams, config, problem


def carried(goal):
    size = goal.shape[0]
    return GoalUnderWay(goal, jnp.zeros(size, bool), jnp.zeros(size, jnp.int16), ())


def test_a_goal_stands_for_its_steps_and_stays_in_its_place():
    agent, state, *_ = make()
    none, keys = jnp.zeros(BATCH, jnp.int8), jax.random.split(jax.random.key(1), BATCH)
    actor, places = agent.start(state, keys), [normal(10 + t, BATCH, SIZE) for t in range(2 * STEPS + 1)]
    target = None
    for t, phi in enumerate(places):
        first = jnp.full(BATCH, t == 0)
        _, stored, actor = agent.step(state, actor, normal(30 + t, BATCH, OBS), none, first, keys, phi)
        assert (stored.steps == t % STEPS).all()
        assert (stored.began == (t % STEPS == 0)).all()
        if t % STEPS == 0:
            assert (np.abs(stored.goal) <= LIMITS).all()
            target = phi + stored.goal
        close(phi + stored.goal, target)
    # The first step of an episode sets a new goal, whatever the actor carries.
    _, stored, _ = agent.step(state, actor, normal(60, BATCH, OBS), none, jnp.arange(BATCH) == 2, keys, phi)
    assert stored.began.tolist() == [i == 2 for i in range(BATCH)]


def test_the_worker_learns_from_its_own_reward():
    agent, state, hparams, config, problem = make()
    goal, phi, next_phi = normal(1, BATCH, SIZE), normal(2, BATCH, SIZE), normal(3, BATCH, SIZE)
    b = blank_batch(
        BATCH,
        obs=normal(4, BATCH, OBS),
        next_obs=normal(5, BATCH, OBS),
        # Goals have the units of the raw features. The normalised features are NaN here because they must not
        # be used.
        features=jnp.full((BATCH, SIZE), np.nan),
        next_features=jnp.full((BATCH, SIZE), np.nan),
        raw_features=phi,
        next_raw_features=next_phi,
        action=jnp.tanh(normal(6, BATCH, ACTIONS)),
        terminated=jnp.arange(BATCH) == 1,
        agent_noise=normal(7, BATCH, 2, ACTIONS),
        extras=carried(goal),
    )
    new, metrics = jax.jit(agent.update)(state, b, jnp.full(BATCH, np.nan), hparams)
    worker = make_sac(config, problem._replace(input_size=OBS + SIZE))
    following = np.asarray(phi + goal - next_phi)
    own = -np.linalg.norm(following, axis=-1)
    seen = np.concatenate([b.obs, goal / LIMITS], -1), np.concatenate([b.next_obs, following / LIMITS], -1)
    by_hand = b._replace(obs=jnp.asarray(seen[0]), next_obs=jnp.asarray(seen[1]), extras=())
    expected, of_sac = jax.jit(worker.update)(state.worker, by_hand, jnp.asarray(own), hparams)
    close(new.worker, expected, atol=2e-3)
    close({name: metrics[name] for name in of_sac}, of_sac)
    assert metrics["worker_reward"] == pytest.approx(own.mean(), rel=1e-4)
    jax.tree.map(np.testing.assert_array_equal, new.manager, state.manager)


def windows_of(agent, goal, phi, length):
    """Returns windows of the given lengths, for φ [B, T + 1, F]."""
    valid = jnp.arange(STEPS) < jnp.asarray(length)[:, None]

    def alike(x):
        return jnp.broadcast_to(x[:, None], (BATCH, STEPS, *x.shape[1:]))

    b = blank_batch(
        BATCH,
        action=jnp.zeros((BATCH, ACTIONS)),
        obs=jnp.zeros((BATCH, OBS)),
        features=jnp.full((BATCH, SIZE), np.nan),
        next_features=jnp.full((BATCH, SIZE), np.nan),
    )
    b = jax.tree.map(alike, b)._replace(
        obs=normal(1, BATCH, STEPS, OBS),
        next_obs=normal(2, BATCH, STEPS, OBS),
        action=jnp.tanh(normal(3, BATCH, STEPS, ACTIONS)),
        raw_features=phi[:, :-1],
        next_raw_features=phi[:, 1:],
        terminated=(jnp.arange(STEPS) == 1)[None] & (jnp.asarray(length) == 2)[:, None],
        extras=carried(alike(goal))._replace(goal=alike(goal)),
    )
    noise = jax.vmap(agent.windows.noise)(jax.random.split(jax.random.key(4), BATCH))
    return Windows(b, valid, jnp.arange(1.0, BATCH + 1) / sum(range(1, BATCH + 1)), noise)


def relabelled_by_hand(worker, state, windows, goal, phi, length):
    chosen = []
    for i in range(BATCH):
        moved = phi[i, length[i]] - phi[i, 0]
        drawn = [moved + 0.5 * LIMITS * z for z in np.asarray(windows.noise["candidates"][i])]
        candidates = [goal[i], *(np.clip(x, -LIMITS, LIMITS) for x in (moved, *drawn))]
        values = []
        for candidate in candidates:
            left, value = candidate, 0.0
            for t in range(length[i]):
                seen = jnp.concatenate([windows.batch.obs[i, t], left / LIMITS])[None]
                mean = worker.act(state.worker, seen, jnp.zeros(1, jnp.int8), None)[0]
                value -= 0.5 * float(jnp.sum((windows.batch.action[i, t] - mean) ** 2))
                left = phi[i, t] + left - phi[i, t + 1]  # h(s, g, s')
            values.append(value)
        chosen.append(candidates[int(np.argmax(values))])
    return np.stack(chosen)


@pytest.mark.parametrize("relabel", [True, False])
def test_the_manager_learns_by_the_book(relabel):
    agent, state, hparams, config, problem = make(
        relabel=relabel, manager_discount=0.8, manager_reward_scale=0.5
    )
    goal = LIMITS * np.asarray(jnp.tanh(normal(5, BATCH, SIZE)))
    phi = np.cumsum(np.asarray(0.4 * normal(6, BATCH, STEPS + 1, SIZE)), axis=1)
    length = np.array([4, 2, 4, 1, 3, 4])
    windows, reward = windows_of(agent, jnp.asarray(goal), jnp.asarray(phi), length), normal(8, BATCH, STEPS)
    new, metrics = jax.jit(agent.windows.update)(state, windows, reward, hparams)

    worker = make_sac(config, problem._replace(input_size=OBS + SIZE))
    manager = make_sac(config, problem._replace(action_size=SIZE))
    expected_goal = relabelled_by_hand(worker, state, windows, goal, phi, length) if relabel else goal
    rows = np.arange(BATCH)
    total = [0.5 * sum(0.8**i * float(reward[b, i]) for i in range(length[b])) for b in rows]
    choice = jax.tree.map(
        lambda x: x[:, 0], windows.batch._replace(agent_noise=(), objective_noise=(), extras=())
    )
    choice = choice._replace(
        next_obs=windows.batch.next_obs[rows, length - 1],
        terminated=jnp.asarray(length == 2),
        action=jnp.asarray(expected_goal / LIMITS),
        weight=windows.weight,
        agent_noise=windows.noise["manager"],
    )
    of_manager = hparams | {"discount": jnp.asarray(0.8**length), "target_entropy": jnp.float32(-SIZE / 2)}
    expected, of_sac = jax.jit(manager.update)(
        state.manager, choice, jnp.asarray(total, jnp.float32), of_manager
    )
    close({name: metrics[f"manager_{name}"] for name in of_sac}, of_sac)
    close(new.manager, expected, atol=2e-3)
    changed = (expected_goal != goal).any(-1)
    assert metrics["relabelled_share"] == pytest.approx(float((np.asarray(windows.weight) * changed).sum()))
    assert changed.any() == relabel


# Windows of the replay ring.


insert = jax.jit(replay.insert)


def filled(capacity, inserted, ends, num_envs=2, length=3):
    """Fills a ring whose rows show their time.

    A goal is set every `length` steps. `ends` has the times of the reset rows, for each environment.
    """
    ring, since = None, np.zeros(num_envs, int)
    for t in range(inserted):
        valid = np.array([t not in ends[env] for env in range(num_envs)])
        step = Step(
            obs=jnp.stack([jnp.full(num_envs, float(t)), jnp.arange(num_envs, dtype=float)], -1),
            features=jnp.zeros((num_envs, 0)),
            action=jnp.zeros((num_envs, 1)),
            reward=jnp.full(num_envs, float(t)),
            skill=jnp.zeros(num_envs, jnp.int8),
            terminated=jnp.zeros(num_envs, bool),
            valid=jnp.asarray(valid),
            extras=jnp.asarray(since % length, jnp.int16),
        )
        ring = replay.init(step, capacity, 0) if ring is None else ring
        ring, _ = insert(ring, step)
        since = np.where(valid, since + 1, 0)
    return ring


@functools.partial(jax.jit, static_argnames=("count", "length"))
def drawn_windows(ring, keys, count, length):
    draw = replay.Draw(keys, jnp.arange(count), jnp.int32(0), count, 2)
    return replay.sample_windows(ring, draw, length, lambda extras: extras.astype(jnp.int32))


def windows_drawn(ring, count, length):
    return jax.device_get(drawn_windows(ring, jax.random.split(jax.random.key(0), count), count, length))


@pytest.mark.parametrize("inserted", [8, 16, 23, 41])
def test_windows_cross_neither_ends_of_episodes_nor_the_write_head(inserted):
    capacity, length, count = 16, 3, 512
    ends = [{5, 11, 30, 33}, {0, 7, 8, 20, 38}]
    ring = filled(capacity, inserted, ends)
    rows, valid, drawn_by = windows_drawn(ring, count, length)
    oldest, found = max(0, inserted - capacity), set()
    for b in np.flatnonzero(drawn_by):
        env, steps = int(rows.obs[b, 0, 1]), int(valid[b].sum())
        start = int(rows.obs[b, 0, 0])
        assert int(rows.extras[b, 0]) == 0  # a goal was set here
        assert oldest <= start
        assert start + steps < inserted  # the ring holds the state that follows the window
        times = np.arange(start, start + steps + 1)
        np.testing.assert_array_equal(rows.obs[b, : steps + 1, 0], times)
        assert (np.asarray(rows.obs[b, : steps + 1, 1]) == env).all()
        assert not ends[env] & set(times[:-1])
        assert steps == length or times[-1] in ends[env]
        assert np.asarray(valid[b]).tolist() == [i < steps for i in range(length)]
        found.add((env, start))
    # Every complete window is found.
    expected = set()
    for env in range(2):
        since = 0
        for t in range(inserted):
            if t in ends[env]:
                since = 0
                continue
            if since % length == 0 and t >= oldest:
                end = next((e for e in range(t, t + length) if e in ends[env]), t + length)
                expected |= {(env, t)} if end < inserted else set()
            since += 1
    assert found == expected


@pytest.mark.parametrize("inserted", [16, 23, 41])
def test_windows_weigh_the_same_however_many_rows_draw_them(inserted):
    ends = [{5, 11, 15, 21, 30, 33, 40}, {0, 7, 8, 20, 38}]
    length, count = 4, 40_000
    rows, _, drawn_by = windows_drawn(filled(16, inserted, ends, length=length), count, length)
    weight = np.where(drawn_by > 0, 1 / np.maximum(drawn_by, 1), 0.0)
    share = collections.Counter()
    for env, start, w in zip(rows.obs[:, 0, 1], rows.obs[:, 0, 0], weight, strict=True):
        share[int(env), int(start)] += w
    # 15 rows of an environment have a successor, and each is drawn with probability 1/30. So each complete
    # window is drawn with this probability, too.
    share = {key: total / count for key, total in share.items() if total > 0}
    assert len(share) >= 4
    np.testing.assert_allclose(list(share.values()), 1 / 30, rtol=0.15)
    # Windows of several lengths occur. The row behind some of them draws the same window, and for others it
    # does not.
    assert len(set(drawn_by.tolist()) - {0}) >= 2


def make_run(**fields):
    given = {"env": "point_goals", "goal_steps": 3, "goal_limits": (0.3,), "epoch_steps": 160} | fields
    config = tiny_config(agent="hiro", objective="task", **given)
    trainer = training.make_trainer(config, envs.make(config.env))
    return config, trainer, training.make_hparams(config, trainer.env.action_size)


def test_a_ring_that_holds_no_window_is_refused():
    message = (
        r"--replay_size=256 keeps 32 steps of each of --num_envs=8, and --agent=hiro learns from windows of "
        r"--goal_steps=32 steps, which need 33. Take --replay_size=264 or more"
    )
    with pytest.raises(ConfigError, match=message):
        make_run(goal_steps=32)
    make_run(goal_steps=31)


def test_half_precision_would_round_what_the_worker_is_rewarded_for():
    message = r"--replay_precision=float16: --agent=hiro rewards how features change"
    with pytest.raises(ConfigError, match=message):
        make_run(replay_precision="float16")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"agent_sees_features": False}, r"--agent_sees_features=false: --agent=hiro sets goals in features"),
        ({"goal_limits": (0.0,)}, r"--goal_limits=0 is not allowed"),
        ({"goal_steps": 0}, r"--goal_steps=0 is not allowed"),
    ],
)
def test_settings_that_do_not_go_together(fields, message):
    with pytest.raises(ConfigError, match=message):
        make_config(env="point", objective="task", agent="hiro", **fields)


def test_limits_of_other_features_and_images_are_refused():
    with pytest.raises(ConfigError, match=r"--goal_limits=1,2,3: 3 numbers, and --features has 2"):
        make(goal_limits=(1.0, 2.0, 3.0))
    config = tiny_config(agent="hiro", objective="task")
    with pytest.raises(ConfigError, match=r"--agent=hiro: goals are displacements .* Take --agent=fun"):
        hiro.make_hiro(config, tiny_problem(image_shape=(4, 4, 3)))
    with pytest.raises(ConfigError, match=r"this agent acts by vectors"):
        training.make_trainer(config, counter()._replace(num_actions=2, action_size=2))
