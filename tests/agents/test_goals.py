"""Goals in runs: through evaluation, lanes and resumes; their figures, pictures and failures."""

import functools

import actor_runs
import jax
import jax.numpy as jnp
import numpy as np
import pytest
import records
import tiny
from probes import film, tiny_config
from states import assert_traces_as_lanes, uncommitted

from diayn_jax import agents, training
from diayn_jax.agents.feudal import equations as feudal
from diayn_jax.agents.feudal import goals
from diayn_jax.config import ConfigError
from diayn_jax.show.pictures import figure_style
from diayn_jax.show.pictures import goals as picture
from diayn_jax.storage import checkpoint, files
from diayn_jax.training.learners.batches import DrawnRows, make_batch
from diayn_jax.training.statistics import no_samples
from diayn_jax.training.trainer import Phase
from diayn_jax.types import GoalUnderWay


@pytest.fixture(scope="module", params=["hiro", "fun"])
def trained(request, compiled_trainers):
    """Returns config and trainer in the point world, state and metrics after one epoch, and the functions."""
    config, trainer, functions = actor_runs.make(compiled_trainers, request.param)
    return config, trainer, *actor_runs.train(compiled_trainers, request.param), functions


@pytest.fixture(scope="module")
def episodes(trained):
    """Plays six episodes of forty steps with the policy's mode."""
    _, trainer, state, *_ = trained
    return actor_runs.played(trainer, state, deterministic=True)


def test_evaluation_carries_goals_and_gives_their_figures(trained, episodes):
    config, trainer, *_ = trained
    actor, valid = episodes.actor, np.asarray(episodes.valid)
    goal, steps = np.asarray(actor.goal), np.asarray(actor.steps)
    began = np.asarray(actor.began) & valid
    if config.agent == "hiro":
        assert (steps == (np.arange(40) % 3)[:, None])[valid].all()
        target = np.asarray(episodes.xy)[:-1] + goal
        goes_on = valid[1:] & ~np.asarray(actor.began)[1:]
        np.testing.assert_allclose(target[1:][goes_on], target[:-1][goes_on], atol=1e-5)
    else:
        assert np.asarray(actor.began).all()
        np.testing.assert_allclose(np.linalg.norm(goal[valid], axis=-1), 1, rtol=1e-4)
    figures = records.quick_figures(episodes, trainer.components.skills.log_prior)
    unit = goal[began] / np.linalg.norm(goal[began], axis=-1, keepdims=True)
    assert figures["goal_spread"] == pytest.approx(1 - np.linalg.norm(unit.mean(0)), abs=1e-4)
    assert figures["goal_length"] == pytest.approx(np.linalg.norm(goal[began], axis=-1).mean(), rel=1e-4)


# The report of HIRO's run below has this picture, too.
@pytest.mark.parametrize("trained", ["fun"], indirect=True)
def test_the_picture_of_goals(episodes, tmp_path):
    assert picture.has_goals(episodes)
    assert not picture.has_goals(episodes._replace(actor=()))
    for in_metres in (True, False):
        assert len(picture.goals_figure(episodes, in_metres).axes) == 3
    assert len(picture.goals_figure(episodes._replace(xy=None), False).axes) == 2
    path = figure_style.save(picture.goals_figure(episodes, True, title="title"), tmp_path / "goals.png")
    assert path.read_bytes().startswith(b"\x89PNG")


def test_skills_step_as_the_trainer_does(trained):
    for actor, flat, _ in actor_runs.step_skills(*trained[:3]):
        np.testing.assert_allclose(actor.goal.reshape(10, -1), flat.goal, rtol=1e-4, atol=1e-5)


def test_lanes_of_a_sweep_have_the_parts_of_runs_alone(trained):
    assert_traces_as_lanes(trained[1], trained[2])


# For HIRO, a whole run is resumed below.
@pytest.mark.parametrize("trained", ["fun"], indirect=True)
def test_a_state_of_a_checkpoint_goes_on_as_it_was(trained, tmp_path):
    _, _, state, _, functions = trained
    checkpoint.save(tmp_path, state, {"env_steps": 1, "config": {}}, replay=True)
    like = jax.tree.map(lambda x: jax.ShapeDtypeStruct(x.shape, x.dtype, sharding=x.sharding), state)
    (step,) = checkpoint.steps(tmp_path)
    restored = checkpoint.restore(tmp_path / str(step), like)
    tiny.assert_same(restored, state)
    tiny.assert_same(functions.epoch(uncommitted(restored)), functions.epoch(jax.tree.map(jnp.copy, state)))


@pytest.mark.parametrize("trained", ["hiro"], indirect=True)
def test_replay_holds_the_goals_that_stood(trained):
    _, trainer, state, row, _ = trained
    rows = jax.device_get(state.replay.rows)
    order = (int(state.replay.position) - int(state.replay.size) + np.arange(int(state.replay.size))) % (
        rows.valid.shape[0]
    )
    goal, steps, obs, valid = (x[order] for x in (rows.extras.goal, rows.extras.steps, rows.obs, rows.valid))
    goes_on = valid[:-1] & valid[1:] & (steps[1:] == steps[:-1] + 1)
    assert goes_on.mean() > 0.3
    target = obs[..., :2] + goal
    np.testing.assert_allclose(target[1:][goes_on], target[:-1][goes_on], atol=1e-5)
    assert steps.max() == 2
    assert (np.abs(goal[steps == 0]) <= 0.3 + 1e-6).all()
    assert trainer.learner.extras_bytes == 2 * 4 + 1 + 2
    for name in ("goal_spread", "goal_length", "goal_at_bound", "manager_critic_loss", "worker_reward"):
        assert np.isfinite(row[f"train/{name}"]), name
    assert 0 < row["train/goal_spread"] <= 1
    assert 0 < row["train/whole_windows"] <= 1


@pytest.mark.parametrize("trained", ["hiro"], indirect=True)
def test_learning_sees_places_beyond_the_bounds_of_normalisation_as_acting_does(trained):
    _, trainer, state, *_ = trained
    # The statistics of a run that has hardly left its start: the standard deviation is 1 mm, and positions
    # are up to 1 m away.
    mean = jnp.zeros_like(state.statistics.mean)
    statistics = no_samples(mean).replace(count=jnp.float32(1e4), m2=mean + 1e4 * 1e-6)
    order = (int(state.replay.position) - int(state.replay.size) + np.arange(int(state.replay.size))) % (
        state.replay.rows.valid.shape[0]
    )
    rows = jax.tree.map(lambda x: x[order], state.replay.rows)
    steps, valid = np.asarray(rows.extras.steps), np.asarray(rows.valid)
    goes_on = np.nonzero(valid[:-1] & valid[1:] & (steps[1:] == steps[:-1] + 1))
    row = jax.tree.map(lambda x: x[:-1][goes_on], rows)
    after = jax.tree.map(lambda x: x[1:][goes_on], rows)
    count = len(goes_on[0])
    keys = jax.random.split(jax.random.key(1), count)
    agent = trainer.components.agent
    weight, noise = jnp.full(count, 1 / count), jax.vmap(agent.noise)(keys)
    drawn = DrawnRows(row, after, weight, jnp.ones(count), agent_noise=noise)
    b = jax.jit(functools.partial(make_batch, trainer.components))(state.agent, statistics, drawn)
    assert np.mean(np.abs(b.features) == 10) > 0.5
    # The actor of the next row had the goal that remains after this step.
    left = feudal.goal_transition(row.extras.goal, b.raw_features, b.next_raw_features)
    np.testing.assert_allclose(left, after.extras.goal, atol=1e-6)
    place, next_place = np.asarray(row.obs)[:, :2], np.asarray(after.obs)[:, :2]
    own = -np.linalg.norm(place + row.extras.goal - next_place, axis=-1)
    _, metrics = jax.jit(agent.update)(state.agent, b, jnp.zeros(count), state.hparams)
    assert metrics["worker_reward"] == pytest.approx(own.mean(), rel=1e-4)


@pytest.mark.parametrize("trained", ["hiro"], indirect=True)
def test_without_a_whole_window_the_manager_stays_as_it_is(trained, compiled_trainers):
    _, _, _, _, functions = trained
    state = actor_runs.start(compiled_trainers, "hiro")
    before = jax.device_get(state.agent)
    # The goals of all rows look as if they had been set before the oldest row of replay. The row of the next
    # iteration has no successor yet, so it is in no window.
    rows = state.replay.rows
    extras = rows.extras._replace(steps=jnp.full_like(rows.extras.steps, 100))
    state = state.replace(replay=state.replay.replace(rows=rows._replace(extras=extras)))
    one = Phase(np.int32(1), np.bool_(False), np.bool_(True))
    stages = functions.stages
    state, row = stages.advance(state, stages.make_pool(state.key), one)
    assert row["train/whole_windows"] == 0
    jax.tree.map(np.testing.assert_array_equal, state.agent.manager, before.manager)
    assert float(state.agent.worker.log_alpha) != float(before.worker.log_alpha)


@pytest.mark.parametrize("trained", ["fun"], indirect=True)
def test_both_levels_learn_in_the_point_world(trained, compiled_trainers):
    before = jax.device_get(actor_runs.start(compiled_trainers, "fun").agent)
    _, _, state, row, _ = trained
    for level in ("worker", "manager"):
        for part in ("policy", "critic"):
            old, new = getattr(getattr(before, level), part), getattr(getattr(state.agent, level), part)
            assert all(
                not np.array_equal(x, y)
                for x, y in zip(jax.tree.leaves(old), jax.tree.leaves(new), strict=True)
            )
    for name in ("worker_reward", "goal_cosine", "goal_spread", "manager_critic_loss", "manager_policy_kl"):
        assert np.isfinite(row[f"train/{name}"]), name
    assert -1 <= row["train/goal_cosine"] <= 1


def test_a_resumed_run_is_the_uninterrupted_one(tmp_path, shared_compilation):
    actor_runs.assert_resumes("hiro", tmp_path, files.GOALS, "eval/goal_spread")


def test_directions_from_images():
    # Training changes the encoder, too, from which the manager's directions come.
    state = actor_runs.learn_from_images(
        lambda agent: agent.manager.critic.encoder, agent="fun", goal_steps=2, rollout_length=4
    )
    assert state.actor.goal.shape == (8, 5)


def test_one_feature_has_no_directions():
    config = tiny_config(agent="fun", objective="task", features="double")
    with pytest.raises(ConfigError, match=r"--agent=fun: directions need two features or more"):
        training.make_trainer(config, film())


def test_figures_by_hand():
    # Two steps of two environments set three goals. One of the goals is set in a row that is not a step.
    goal = jnp.array([[[3.0, 4.0], [0.0, 2.0]], [[9.0, 9.0], [1.0, 0.0]]])
    actor = GoalUnderWay(goal, jnp.array([[True, True], [False, True]]), jnp.zeros((2, 2), jnp.int16), ())
    valid = jnp.array([[True, True], [True, False]])
    usage = goals.count_goals(goals.no_goals(2), actor, valid, (), jnp.array([3.0, 4.0]))
    figures = goals.usage_figures(usage)
    assert figures["goal_length"] == pytest.approx((5 + 2) / 2)
    assert figures["goal_spread"] == pytest.approx(1 - np.linalg.norm([0.6 / 2, 1.8 / 2]))
    assert usage.at_bound == pytest.approx(1)  # both coordinates of one goal, none of the other
    later = goals.count_goals(usage, actor, jnp.zeros((2, 2), bool), ())
    assert later.goals == usage.goals == 2


def test_goals_of_many_coordinates_are_drawn_along_their_principal_axes():
    generator = np.random.default_rng(0)
    plane = generator.normal(size=(2, 5))
    goal = generator.normal(size=(20, 3, 2)) @ plane
    drawn, words = picture.on_a_plane(goal, np.ones((20, 3), bool))
    # The drawing keeps the length of each goal, because all coordinates lie in that plane.
    np.testing.assert_allclose(np.linalg.norm(drawn, axis=-1), np.linalg.norm(goal, axis=-1))
    assert "5 coordinates" in words


def test_arrows_are_few_and_go_to_the_next():
    began = np.ones((200, 2), bool)
    began[:, 1] = False
    began[[0, 7, 199], 1] = True
    shown = picture.thinned(began)
    assert np.flatnonzero(shown[:, 0]).tolist() == list(range(0, 200, 5))
    assert np.flatnonzero(shown[:, 1]).tolist() == [0, 7, 199]
    xy = np.stack([np.arange(201.0)[:, None] * [1, 1], np.zeros((201, 2))], axis=-1)
    way = picture.went(xy, shown, np.ones((200, 2), bool))
    assert way[0, 0].tolist() == [5, 0]
    assert [way[t, 1, 0] for t in (0, 7, 199)] == [7, 192, 1]


@pytest.mark.parametrize(
    ("spread", "at_bound", "words"),
    [(0.01, 0.2, "one direction"), (0.5, 0.99, "99% at their limits"), (0.5, 0.2, None), (None, None, None)],
)
@pytest.mark.parametrize(("name", "flag"), [("hiro", "--target_entropy"), ("fun", "--goal_epsilon")])
def test_collapse_is_named(name, flag, spread, at_bound, words):
    config = tiny_config(agent=name, objective="task")
    row = {"train/goal_spread": spread, "train/goal_at_bound": at_bound}
    found = agents.spec(name).diagnose(config, row)
    assert (found is None) == (words is None)
    if found:
        assert words in found.status
        assert flag in found.advice
