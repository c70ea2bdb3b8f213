"""Tabular learners in the four rooms: each step against NumPy, and episodes whose goal moves."""

import functools

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from benchmarks import four_rooms as benchmark
from benchmarks import tabular
from diayn_jax.envs.worlds import four_rooms

RATES = tabular.Rates(critic=0.5, policy=0.25, termination=0.3, temperature=0.2, discount=0.9)
CELL, NEXT = 40, 41


def random_tables(num_options):
    shapes = jax.eval_shape(tabular.option_critic(num_options).init)
    leaves, tree = jax.tree.flatten(shapes)
    rng = np.random.default_rng(0)
    return jax.tree.unflatten(tree, [jnp.asarray(rng.normal(size=x.shape), jnp.float32) for x in leaves])


@functools.cache
def compiled_step(num_options):
    return jax.jit(tabular.option_critic(num_options).step)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def softmax(x):
    return np.exp(x) / np.exp(x).sum()


@pytest.mark.parametrize("num_options", [1, 3])
@pytest.mark.parametrize("done", [False, True])
@pytest.mark.parametrize(("cell", "next_cell"), [(CELL, NEXT), (CELL, CELL)])
def test_a_step_of_option_critic_is_that_of_its_equations(num_options, done, cell, next_cell):
    before = random_tables(num_options)
    w, a, stale, reward = num_options - 1, 2, 0.75, 0.5
    choice = tabular.Choice(jnp.int32(w), jnp.int32(a), jnp.float32(stale))
    step = compiled_step(num_options)
    for seed in range(6):
        after, new, ended = step(
            before,
            tabular.Transition(cell, choice, reward, next_cell, jnp.array(done)),
            jax.random.key(seed),
            RATES,
        )
        q, u, theta, nu = (np.array(x, np.float64) for x in before)
        beta = sigmoid(nu[next_cell, w])

        def target(q, beta=beta):
            there = (1 - beta) * q[next_cell, w] + beta * q[next_cell].max()
            return reward + (0 if done else 0.9 * there)

        first = q[next_cell].copy()
        q[cell, w] += 0.5 * (target(q) - stale)
        u[cell, w, a] += 0.5 * (target(q) - u[cell, w, a])
        w2, a2 = int(new.option), int(new.action)
        if not ended:
            assert w2 == w
        assert new.value == pytest.approx(first[w2], rel=1e-5)
        pi = softmax(theta[next_cell, w2] / 0.2)
        theta[next_cell, w2] += 0.25 * (u[next_cell, w2, a2] - q[next_cell, w2]) * (np.eye(4)[a2] - pi)
        b = sigmoid(nu[next_cell, w2])
        nu[next_cell, w2] -= 0.3 * b * (1 - b) * (q[next_cell, w2] - q[next_cell].max())
        for actual, expected in zip(after, (q, u, theta, nu), strict=True):
            np.testing.assert_allclose(actual, expected, rtol=1e-4, atol=1e-5)


def test_options_end_by_beta_and_the_next_is_drawn_by_its_value():
    tables = random_tables(3)
    choice = tabular.Choice(jnp.int32(1), jnp.int32(0), jnp.float32(0))
    keys = jax.random.split(jax.random.key(0), 4000)
    transition = tabular.Transition(CELL, choice, 0.5, NEXT, jnp.array(False))
    _, new, ended = jax.vmap(lambda key: compiled_step(3)(tables, transition, key, RATES))(keys)
    beta, drawn = sigmoid(tables.termination[NEXT, 1]), softmax(tables.q_option[NEXT] / 0.2)
    np.testing.assert_allclose(np.mean(ended), beta, atol=0.03)
    shares = np.bincount(np.asarray(new.option), minlength=3) / len(keys)
    np.testing.assert_allclose(shares, beta * drawn + (1 - beta) * np.eye(3)[1], atol=0.03)
    mine = np.asarray(new.action)[np.asarray(new.option) == 1]
    actions = np.bincount(mine, minlength=4) / len(mine)
    np.testing.assert_allclose(actions, softmax(tables.policy[NEXT, 1] / 0.2), atol=0.05)


@pytest.mark.parametrize("done", [False, True])
def test_a_step_of_sarsa(done):
    learner = tabular.sarsa()
    before = np.random.default_rng(1).normal(size=(104, 4)).astype(np.float32)
    choice = tabular.Choice(jnp.int32(0), jnp.int32(3), jnp.float32(0))
    after, new, ended = learner.step(
        jnp.asarray(before),
        tabular.Transition(CELL, choice, 0.5, NEXT, jnp.array(done)),
        jax.random.key(0),
        RATES,
    )
    expected = before.copy()
    following = 0 if done else 0.9 * before[NEXT, int(new.action)]
    expected[CELL, 3] += 0.5 * (0.5 + following - before[CELL, 3])
    np.testing.assert_allclose(after, expected, rtol=1e-5)
    assert not ended


def test_the_later_goals_are_the_room_in_the_south_east_and_its_doorway():
    # The room has rows 8 to 11 and columns 7 to 11 of the layout. The doorway is in its western wall.
    room = {(row, column) for row in range(8, 12) for column in range(7, 12)}
    expected = room | {(10, 6)}
    assert {tuple(four_rooms.CELLS[goal]) for goal in four_rooms.LATER_GOALS} == expected
    assert len(four_rooms.LATER_GOALS) == 21


def walks(learner, episodes, moves_at, steps, most_steps=30):
    """Runs the learners step by step; returns their state after each step."""
    rates = tabular.Rates()
    keys = jax.random.split(jax.random.key(0), 4)
    first = jax.vmap(lambda key: tabular.begin(learner, rates, key, episodes))(keys)

    def step(walk, _):
        walk = jax.vmap(lambda w: tabular.advance(learner, rates, moves_at, most_steps, w))(walk)
        return walk, walk

    return first, jax.device_get(jax.jit(lambda w: jax.lax.scan(step, w, length=steps)[1])(first))


def test_episodes_end_at_the_goal_or_after_the_most_steps_and_the_goal_moves_once():
    episodes, moves_at, most = 12, 5, 30
    first, seen = walks(tabular.option_critic(2), episodes, moves_at, 12 * most, most)
    for run in range(4):
        goal, steps, episode, cell, choice = four_rooms.GOAL, 0, 0, int(first.cell[run]), first.choice
        action, lengths = int(choice.action[run]), []
        for t in range(len(seen.cell)):
            if episode == moves_at:
                goal = int(seen.goal[t, run])
                assert goal in four_rooms.LATER_GOALS
            assert seen.goal[t, run] == goal or seen.episode[t, run] == moves_at
            steps += 1
            over = seen.episode[t, run] != episode
            if over:
                lengths.append(steps)
                steps, episode = 0, int(seen.episode[t, run])
                assert seen.cell[t, run] != four_rooms.GOAL
            else:
                ahead = four_rooms.AHEAD[cell, action]
                reached = {ahead} if ahead == cell else {ahead, *four_rooms.AHEAD[ahead]}
                assert seen.cell[t, run] in reached
                assert seen.cell[t, run] != goal
            assert seen.step[t, run] == steps < most
            cell, action = int(seen.cell[t, run]), int(seen.choice.action[t, run])
            if episode == episodes:
                break
        assert lengths == seen.record.steps[t, run][: len(lengths)].tolist()
        assert len(lengths) == episodes


def test_runs_side_by_side_are_the_runs_alone_and_learn():
    learner, episodes = tabular.option_critic(2), 60
    keys = jax.random.split(jax.random.key(1), 3)
    rates = jax.tree.map(lambda x: jnp.full(3, x), tabular.Rates())
    run = jax.jit(lambda rates, keys: tabular.run(learner, rates, keys, episodes, 40))
    together = jax.device_get(run(rates, keys))
    one = jax.tree.map(lambda x: x[1:2], rates)
    alone = jax.device_get(
        jax.jit(lambda rates, keys: tabular.run(learner, rates, keys, episodes, 40))(one, keys[1:2])
    )
    np.testing.assert_array_equal(together.steps[1], alone.steps[0])
    np.testing.assert_array_equal(together.ended[1], alone.ended[0])
    assert together.steps.min() >= 1
    assert together.steps.max() <= 1000
    assert together.steps[:, 30:40].mean() < together.steps[:, :5].mean() / 2
    # The options cannot have ended more often than there were steps.
    assert (together.ended <= together.steps).all()


def test_the_table_says_who_needs_fewer_steps():
    def row(learner, temperature, level):
        steps = np.full((8, 2000), level) + np.arange(8)[:, None]
        return benchmark.case(learner, temperature, steps, 2.0, 1000)

    cases = [row("option-critic, 4 options", 0.01, 50), row("option-critic, 8 options", 0.01, 40)]
    cases += [row("actor-critic", 0.01, 900), row("actor-critic", 0.1, 90)]
    cases += [row("SARSA", 0.01, 100), row("SARSA", 0.1, 20)]
    assert cases[0]["spans"]["next 500"]["iqm"] == 53.5
    found = [(cells[0][-9], cells[2], cells[-1]) for cells in benchmark.verdict(cases).rows]
    assert found[:4] == [
        ("4", "actor-critic, 0.01", "fewer steps, intervals apart"),
        ("4", "actor-critic, 0.1", "fewer steps, intervals apart"),
        ("4", "SARSA, 0.01", "fewer steps, intervals apart"),
        ("4", "SARSA, 0.1", "more steps, intervals apart"),
    ]
    assert len(benchmark.table(cases).rows) == 6


def test_the_authors_history_counts_its_steps_from_0(tmp_path):
    history = np.zeros((3, 2000, 2))
    history[:2, :, 0] = 9  # the third run has not been done
    np.save(tmp_path / "history.npy", history)
    found = benchmark.authors_case(tmp_path / "history.npy", 1000)
    assert found["seeds"] == 2
    assert found["spans"]["next 500"]["mean"] == 10
