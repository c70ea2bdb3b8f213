"""Goals in runs: through evaluation, lanes and resumes; their figures, pictures and failures."""

import actor_runs
import jax
import jax.numpy as jnp
import numpy as np
import pytest
import tiny
from arrays import close
from probes import film, tiny_config
from states import uncommitted

from diayn_jax import agents, training
from diayn_jax.agents.feudal import goals
from diayn_jax.config import ConfigError
from diayn_jax.evaluation import metrics
from diayn_jax.show.pictures import figure_style
from diayn_jax.show.pictures import goals as picture
from diayn_jax.storage import checkpoint, files
from diayn_jax.types import GoalUnderWay


@pytest.fixture(scope="module", params=["hiro", "fun"])
def trained(request, compiled_trainers):
    """Returns the config, the trainer in the point world, its state after one epoch, and its `epoch`."""
    config, trainer, compiled = actor_runs.make(compiled_trainers, request.param)
    state, _ = actor_runs.train(compiled_trainers, request.param)
    return config, trainer, state, compiled.epoch


@pytest.fixture(scope="module")
def episodes(trained):
    """Plays six episodes of forty steps with the policy's mode."""
    _, trainer, state, _ = trained
    return actor_runs.played(trainer, state, deterministic=True)


def test_evaluation_carries_goals_and_gives_their_figures(trained, episodes):
    config, trainer, _, _ = trained
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
    figures = metrics.quick_figures(episodes, trainer.components.skills.log_prior)
    unit = goal[began] / np.linalg.norm(goal[began], axis=-1, keepdims=True)
    assert figures["goal_spread"] == pytest.approx(1 - np.linalg.norm(unit.mean(0)), abs=1e-4)
    assert figures["goal_length"] == pytest.approx(np.linalg.norm(goal[began], axis=-1).mean(), rel=1e-4)


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


# One of the two agents is enough: FuN learns as PPO does, whose lanes are tested as well.
@pytest.mark.parametrize("trained", ["hiro"], indirect=True)
def test_lanes_of_a_sweep_are_runs_alone(trained):
    config, trainer, state, _ = trained
    both = actor_runs.two_lanes(config, trainer, manager_discount=[0.99, 0.1])
    for level in ("worker", "manager"):
        own, lane = getattr(state.agent, level).policy, getattr(both.agent, level).policy
        close(jax.tree.map(lambda x: x[0], lane), own, rtol=2e-2, atol=2e-3)
    managers = jax.tree.leaves(both.agent.manager)
    assert any(not np.allclose(x[0], x[1]) for x in managers)


def test_a_state_of_a_checkpoint_goes_on_as_it_was(trained, tmp_path):
    _, _, state, epoch = trained
    checkpoint.save(tmp_path, state, {"env_steps": 1, "config": {}}, replay=True)
    like = jax.tree.map(lambda x: jax.ShapeDtypeStruct(x.shape, x.dtype, sharding=x.sharding), state)
    (step,) = checkpoint.steps(tmp_path)
    restored = checkpoint.restore(tmp_path / str(step), like)
    tiny.assert_same(restored, state)
    tiny.assert_same(epoch(uncommitted(restored)), epoch(jax.tree.map(jnp.copy, state)))


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
