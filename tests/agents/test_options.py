"""Options: how episodes carry them, how their use is counted, and the failures that are diagnosed."""

import functools
import math

import actor_runs
import jax
import jax.numpy as jnp
import numpy as np
import pytest
import records
import untrained
from arrays import close
from probes import tiny_config
from scipy import stats

from diayn_jax import agents
from diayn_jax.agents.options import usage
from diayn_jax.agents.options.agent import call_and_return
from diayn_jax.evaluation import metrics
from diayn_jax.show.pictures import figure_style
from diayn_jax.show.pictures import options as picture
from diayn_jax.storage import files
from diayn_jax.types import OptionUnderWay

AGENTS = ("option_critic", "soft_option_critic")


def carry(option, first, beta, log_probs, keys):
    actor = OptionUnderWay(jnp.asarray(option, jnp.int8), jnp.zeros(len(option), bool))
    return call_and_return(actor, jnp.asarray(first), jnp.asarray(beta), jnp.asarray(log_probs), keys)


def test_an_option_goes_on_until_it_ends_or_an_episode_begins():
    beta = [[0.0, 1.0], [0.0, 1.0], [0.0, 1.0]]
    choose_0 = np.log([[1.0, 1e-30]] * 3)
    after = carry([0, 1, 1], [False, False, True], beta, choose_0, jax.random.split(jax.random.key(0), 3))
    # The first option never ends, and the second one always does. Each option ends at the first step of an
    # episode.
    assert after.option.tolist() == [0, 0, 0]
    assert after.began.tolist() == [False, True, True]
    kept = carry(
        [1, 1], [False, True], [[0.9, 0.0]] * 2, choose_0[:2], jax.random.split(jax.random.key(0), 2)
    )
    assert kept.option.tolist() == [1, 0]
    assert kept.option.dtype == jnp.int8


def test_ends_and_choices_have_their_probabilities():
    size, beta, p = 4000, 0.3, np.array([0.2, 0.5, 0.3])
    keys = jax.random.split(jax.random.key(1), size)
    after = carry([2] * size, [False] * size, [[0.9, 0.9, beta]] * size, np.log([p] * size), keys)
    np.testing.assert_allclose(after.began.mean(), beta, atol=0.03)
    shares = np.bincount(after.option, minlength=3) / size
    np.testing.assert_allclose(shares, beta * p + (1 - beta) * np.array([0, 0, 1]), atol=0.03)


def test_where_no_option_is_under_way_one_is_chosen():
    after = carry([-1, -1], [False, False], [[0.0, 0.0]] * 2, [[0.0, 1.0], [1.0, 0.0]], None)
    assert after.option.tolist() == [1, 0]
    assert after.began.all()


def test_without_keys_an_option_ends_where_that_is_likelier_and_the_best_begins():
    after = carry([0, 0, 0], [False, False, True], [[0.6, 0], [0.4, 0], [0, 0]], [[0.0, 1.0]] * 3, None)
    assert after.option.tolist() == [1, 0, 1]
    assert after.began.tolist() == [True, False, True]


def use_of(option, began, valid=None):
    option, began = np.asarray(option), np.asarray(began, bool)
    valid = np.ones_like(began) if valid is None else np.asarray(valid, bool)
    return usage.count_usage(usage.no_usage(3), OptionUnderWay(option, began), valid, ())


def test_figures_of_their_use():
    # Two environments over four steps. Option 0 takes six of the seven steps, in three executions. One row is
    # a reset.
    found = usage.usage_figures(
        use_of(
            [[0, 0], [0, 0], [0, 2], [0, 1]],
            [[1, 1], [0, 0], [1, 1], [0, 1]],
            [[1, 1], [1, 1], [1, 1], [1, 0]],
        )
    )
    share = np.array([6, 1]) / 7
    assert found["option_share_largest"] == pytest.approx(6 / 7)
    assert found["option_length"] == pytest.approx(7 / 4)
    assert found["option_entropy"] == pytest.approx(-(share * np.log(share)).sum())


def test_use_fades():
    use = use_of([[0] * 4], [[1] * 4])
    steps = usage.WINDOW
    later = usage.count_usage(
        use,
        OptionUnderWay(np.full((1, steps), 1), np.zeros((1, steps), bool)),
        np.ones((1, steps), bool),
        (),
    )
    np.testing.assert_allclose(later.steps, [4 / math.e, steps, 0], rtol=1e-5)
    np.testing.assert_allclose(later.begun, 4 / math.e, rtol=1e-5)


@pytest.mark.parametrize(
    ("share", "length", "words"),
    [
        (0.97, 30.0, "one does 97%"),
        (0.5, 1.02, "they end after 1"),
        (0.5, 30.0, None),
        (None, None, None),
    ],
)
@pytest.mark.parametrize("name", AGENTS)
def test_collapse_is_named(name, share, length, words):
    config = tiny_config(agent=name, objective="task")
    row = {"train/option_share_largest": share, "train/option_length": length}
    found = agents.spec(name).diagnose(config, row)
    assert (found is None) == (words is None)
    if found:
        assert words in found.status
        flag = "--termination_margin"
        if share > usage.LARGEST_SHARE:
            flag = {"option_critic": "--option_epsilon", "soft_option_critic": "--target_entropy"}[name]
        assert flag in found.advice
    # One option takes all steps.
    alone = tiny_config(agent=name, objective="task", num_options=1)
    assert agents.spec(name).diagnose(alone, {**row, "train/option_share_largest": 1.0}) is None


@pytest.mark.parametrize(
    ("fields", "flag"),
    [
        ({"agent": "option_critic", "option_policy": "softmax"}, "--option_temperature"),
        ({"agent": "soft_option_critic", "alpha": 0.2}, "--alpha"),
    ],
)
def test_advice_names_the_flag_that_the_run_has(fields, flag):
    config = tiny_config(objective="task", **fields)
    row = {"train/option_share_largest": 0.97, "train/option_length": 30.0}
    assert f"(raise {flag})" in agents.spec(config.agent).diagnose(config, row).advice


def consistent(actor, valid, first):
    """Asserts that each row keeps the option of the row before unless a new one began; leaves [T, N]."""
    option, began = np.asarray(actor.option), np.asarray(actor.began)
    assert began[first & valid].all()
    goes_on = valid[1:] & valid[:-1] & ~began[1:]
    assert (option[1:] == option[:-1])[goes_on].all()
    return option, began


# One of the two agents is enough: their actors are the same, and they differ only in a few formulas.
@pytest.fixture(scope="module")
def trained(compiled_trainers):
    """Returns the config, a trainer with three options in the point world, and its state after one epoch."""
    config, trainer, _ = actor_runs.make(compiled_trainers, "soft_option_critic")
    return config, trainer, *actor_runs.train(compiled_trainers, "soft_option_critic")


@pytest.fixture(scope="module")
def episodes(trained):
    """Plays six episodes of forty steps with sampled actions."""
    _, trainer, state, _ = trained
    return actor_runs.played(trainer, state, deterministic=False)


def test_replay_holds_the_options_that_acted(trained):
    _, trainer, state, row = trained
    rows = jax.device_get(state.replay.rows)
    size = int(state.replay.size)
    order = (int(state.replay.position) - size + np.arange(size)) % rows.valid.shape[0]
    extras, valid = jax.tree.map(lambda x: x[order], (rows.extras, rows.valid))
    first = np.concatenate([np.ones((1, valid.shape[1]), bool), ~valid[:-1]])
    option, began = consistent(extras, valid, first[:] & (np.arange(size) > 0)[:, None])
    assert set(np.unique(option[valid])) == {0, 1, 2}
    assert began[valid].mean() < 1
    assert trainer.learner.extras_bytes == 2
    for name in ("option_entropy", "option_share_largest", "option_length", "termination_mean"):
        assert np.isfinite(row[f"train/{name}"])
    assert 1 / 3 <= row["train/option_share_largest"] <= 1


def test_evaluation_carries_options_and_gives_their_figures(trained, episodes):
    trainer, seen = trained[1], episodes
    valid = np.asarray(seen.valid)
    option, began = consistent(seen.actor, valid, np.arange(40)[:, None] == np.zeros((1, 6)))
    figures = records.quick_figures(seen, trainer.components.skills.log_prior)
    share = np.bincount(option[valid], minlength=3) / valid.sum()
    assert figures["option_share_largest"] == pytest.approx(share.max(), rel=1e-5)
    assert figures["option_length"] == pytest.approx(valid.sum() / began[valid].sum(), rel=1e-5)
    positive = share[share > 0]
    assert figures["option_entropy"] == pytest.approx(-(positive * np.log(positive)).sum(), abs=1e-5)
    part = metrics.first_part(seen, 4, 20)
    assert part.actor.option.shape == (20, 4)
    # Their intervals leave out one of the six episodes at a time.
    steps, begun = valid.sum(0), (began & valid).sum(0)
    without = np.array([np.delete(steps, n).sum() / np.delete(begun, n).sum() for n in range(6)])
    half = stats.t.ppf(0.975, 5) * np.sqrt(5 * without.var())
    found = metrics.quick_intervals(jax.random.key(0), seen, trainer.components.skills.log_prior)
    length, mean = found["option_length"], steps.sum() / begun.sum()
    assert (length.low, length.high) == pytest.approx((max(mean - half, 0), mean + half), rel=1e-4)
    assert {"option_entropy", "option_share_largest"} <= set(found)


def test_the_picture_of_options(trained, episodes, tmp_path):
    config, seen = trained[0], episodes
    assert picture.has_options(seen)
    assert not picture.has_options(seen._replace(actor=()))
    assert len(picture.options_figure(seen, config.num_options).axes) == 4
    assert len(picture.options_figure(seen._replace(xy=None), config.num_options).axes) == 2
    figure = picture.options_figure(seen, config.num_options, title="title")
    path = figure_style.save(figure, tmp_path / "options.png")
    assert path.read_bytes().startswith(b"\x89PNG")


def test_lengths_and_ends():
    # One episode has five steps, and one has three.
    option = np.array([[0, 1], [0, 1], [2, 1], [2, -1], [2, -1]])
    began = np.array([[1, 1], [0, 0], [1, 1], [0, 0], [1, 0]], bool)
    found = picture.lengths(option, began)
    assert [x.tolist() for x in found] == [[2], [2, 1], [2, 1]]
    assert picture.ends_of(option, began).tolist() == [[-1, -1], [-1, -1], [0, 1], [-1, -1], [2, -1]]
    # An episode in which the physics breaks down at the first step adds nothing.
    with_empty = np.insert(option, 1, -1, axis=1), np.insert(began, 1, False, axis=1)
    assert [x.tolist() for x in picture.lengths(*with_empty)] == [[2], [2, 1], [2, 1]]


def known_record(valid):
    """Returns a record of five steps of three episodes. Both coordinates identify a state."""
    option = np.array([[0, 1, 0], [0, 1, 0], [2, 1, 0], [2, 0, 0], [2, 0, 0]], np.int8)
    began = np.array([[1, 1, 1], [0, 0, 0], [1, 1, 0], [0, 0, 0], [1, 0, 0]], bool)
    xy = np.stack(np.meshgrid(np.arange(6.0), 10 * np.arange(3.0), indexing="ij"), axis=-1)
    return metrics.Trajectories(
        skill=np.zeros(3, np.int32),
        z=np.zeros(3, np.int8),
        valid=np.asarray(valid, bool),
        reward=np.zeros((5, 3)),
        score=np.zeros((5, 3)),
        obs=None,
        features={},
        xy=xy,
        log_probs=None,
        actor=OptionUnderWay(option, began),
    )


def test_the_picture_shows_what_is_known():
    # The episodes have five steps, three steps, and none.
    record = known_record([[1, 1, 0], [1, 1, 0], [1, 1, 0], [1, 0, 0], [1, 0, 0]])
    shares, lengths, where, ends = picture.options_figure(record, 4).axes
    # Option 0 is at the bottom of the plot. Its share is one half in the first two steps, and zero later.
    bottom = shares.collections[0].get_paths()[0].vertices
    assert [bottom[bottom[:, 0] == t, 1].max() for t in range(5)] == [0.5, 0.5, 0, 0, 0]
    assert [text.get_text() for text in shares.get_legend().get_texts()] == [f"option {k}" for k in range(4)]
    # Option 2 lasted two steps and one step. Option 0 lasted two steps. Option 3 was never chosen.
    assert [patch.get_label() for patch in lengths.patches] == ["option 0", "option 1", "option 2"]
    assert all(patch.get_data().values.sum() == pytest.approx(1) for patch in lengths.patches)
    seen = {tuple(x) for x in where.collections[0].get_offsets()}
    assert seen == {(t, 0) for t in range(5)} | {(t, 10) for t in range(3)}
    # In the first episode, option 0 ended in the third state and option 2 in the fifth. In the second one,
    # option 1 ended in the third.
    assert {tuple(x) for x in ends.collections[0].get_offsets()} == {(2, 0), (4, 0), (2, 10)}
    # Without a given number, the picture has as many colours as the record has options.
    assert len(picture.options_figure(record).axes[0].get_legend().get_texts()) == 3


def test_there_is_no_picture_of_episodes_without_a_step():
    record = known_record(np.zeros((5, 3)))
    assert not picture.has_options(record)
    assert picture.has_options(known_record(np.ones((5, 3))))


def test_figures_count_all_options_or_refuse():
    record = known_record(np.ones((5, 3)))
    many = OptionUnderWay(np.where(record.actor.option == 2, 100, record.actor.option), record.actor.began)
    jnp_of = functools.partial(jax.tree.map, jnp.asarray)
    few, of_many = (
        records.quick_figures(jnp_of(record._replace(actor=actor)), jnp.zeros(1))
        for actor in (record.actor, many._replace(option=many.option.astype(np.int8)))
    )
    for name in ("option_entropy", "option_share_largest", "option_length"):
        assert of_many[name] == few[name]
    with pytest.raises(ValueError, match=r"recorded options have type int32.*up to 128"):
        records.quick_figures(
            jnp_of(record._replace(actor=many._replace(option=many.option.astype(np.int32)))), jnp.zeros(1)
        )


def test_skills_step_as_the_trainer_does(trained):
    steps = list(actor_runs.step_skills(*trained[:3]))
    for actor, flat, _ in steps:
        np.testing.assert_array_equal(actor.option.reshape(10), flat.option)
        assert actor.began.shape == (2, 5)
    assert steps[0][0].began.all()
    assert "start(params, …), step(params, …)" in repr(steps[0][2])


def test_what_a_policy_carries_is_checked():
    skills = untrained.skills(agent="option_critic", objective="task", num_options=3)
    obs = np.random.default_rng(0).normal(size=(5, 2)).astype(np.float32)
    actor = skills.start(skills.params, (5,))
    assert actor.option.tolist() == [-1] * 5
    # The first step of an episode needs no `first=True`.
    for x, y in zip(
        jax.tree.leaves(skills.step(skills.params, actor, obs)),
        jax.tree.leaves(skills.step(skills.params, actor, obs, first=True)),
        strict=True,
    ):
        np.testing.assert_array_equal(x, y)
    for wrong, message in (
        ((), r"actor is \(\); it takes the result of start\(params, \(5,\)\)"),
        (skills.start(skills.params), r"actor.option has shape \(\) .* returns \(5,\) and int8"),
        (skills.start(skills.params, (4,)), r"actor.option has shape \(4,\)"),
        (actor._replace(option=actor.option.astype(jnp.int32)), r"type int32"),
        (actor._replace(began="yes"), r"actor is 'yes'"),
    ):
        with pytest.raises(ValueError, match=message):
            skills.step(skills.params, wrong, obs)
    for first in (np.ones(4, bool), np.ones((5, 1), bool), 1.0, 1):
        with pytest.raises(ValueError, match=r"first has shape .*it takes one bool"):
            skills.step(skills.params, actor, obs, first=first)
    plain = untrained.skills(objective="task")
    with pytest.raises(ValueError, match=r"actor is .*; it takes \(\)"):
        plain.step(plain.params, actor, obs)


def test_lanes_of_a_sweep_are_runs_alone(trained):
    config, trainer, state, _ = trained
    both = actor_runs.two_lanes(config, trainer, termination_margin=[0.01, 3.0])
    for name in ("policy", "critics", "option_values", "termination"):
        own, lane = getattr(state.agent, name), getattr(both.agent, name)
        close(jax.tree.map(lambda x: x[0], lane), own, rtol=2e-2, atol=2e-3)
    beta = jax.tree.leaves(both.agent.termination)
    assert any(not np.allclose(x[0], x[1]) for x in beta)


def test_a_run_has_a_picture_and_figures_of_its_options(tmp_path, shared_compilation):
    actor_runs.assert_shows("soft_option_critic", tmp_path, files.OPTIONS, "eval/option_length")
