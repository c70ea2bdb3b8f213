"""Evaluations without a classifier, of continuous skills, without skills, and of lanes."""

import functools
import math

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from probes import tiny_config
from states import before_warmup

from diayn_jax import envs, parallel, training
from diayn_jax.evaluation import evaluators, metrics
from diayn_jax.evaluation.metrics import final, intervals, probe

LENGTH = 6
OF = {
    "diayn": {"objective": "diayn", "num_skills": 3},
    "sphere": {"objective": "metra", "skill_space": "sphere:2", "skill_sampling": "resampled"},
    "discrete": {"objective": "metra", "skill_space": "categorical", "num_skills": 4},
    "mixtures": {"objective": "diayn", "skill_space": "dirichlet:3"},
    "task": {"objective": "task", "skill_space": "none"},
}


@functools.cache
def make(name, num_devices=1):
    config = tiny_config(**{"episode_length": LENGTH, "eval_episodes": 1, **OF[name]})
    mesh = parallel.make_mesh(num_devices) if num_devices > 1 else None
    trainer = training.make_trainer(config, envs.make("point"), mesh)
    return trainer, evaluators.make_evaluator(config, trainer)


@functools.cache
def state_of(name, seed=0):
    config, (trainer, _) = tiny_config(**OF[name]), make(name)
    hparams = training.make_hparams(config, trainer.env.action_size)
    return before_warmup(trainer, hparams, seed)


@functools.cache
def full_of(name):
    """Returns the arguments of `full_figures` for a state, and the figures."""
    taken = {}
    real = metrics.full_figures

    def spy(key, episodes, log_prior, **arguments):
        taken.update(episodes._asdict(), log_prior=log_prior, **arguments)
        return real(key, episodes, log_prior, **arguments)

    with pytest.MonkeyPatch.context() as patch:
        # The fits are shorter, because the probe's result does not matter here.
        patch.setattr(probe, "_BATCH", 32)
        patch.setattr(probe, "_WIDTH", 8)
        patch.setattr(probe, "_MAX_ROUNDS", 2)
        patch.setattr(metrics, "full_figures", spy)
        figures, trajectories = make(name)[1].evaluate_full(state_of(name))
    return taken, figures, trajectories


@pytest.mark.parametrize("name", ["sphere", "discrete"])
def test_figures_of_metra(name):
    figures, played = make(name)[1].evaluate(state_of(name))
    num_skills = {"sphere": 64, "discrete": 4}[name]
    assert played.skill.shape == (num_skills,)
    assert played.log_probs is None
    per_skill = {"return", "episode_length", "distance"}
    shared = {
        "score", "return_best", "return_mean", "return_spread", "episode_length_mean", "distance_mean",
        "distance_first_half", "distance_second_half", "speed_last_quarter",
    }  # fmt: skip
    expected = shared | {f"{figure}_skill_{z}" for figure in per_skill for z in range(num_skills)}
    assert set(figures) == {f"eval/{figure}" for figure in expected}
    assert all(math.isfinite(value) for value in figures.values())
    np.testing.assert_allclose(figures["eval/score"], np.mean(played.score), rtol=1e-5)


def test_the_score_of_metra_is_its_step_along_the_skill():
    trainer, evaluator = make("sphere")
    state = state_of("sphere")
    t = evaluator.rollouts(state, jax.random.key(1), jnp.arange(64), LENGTH)
    parts = training.policy_parts(state)
    phi = trainer.components.features(parts, t.xy, t.xy[..., :0])
    place = np.asarray(trainer.components.objective.embed(state.objective, phi), np.float64)
    expected = np.sum(np.diff(place, axis=0) * trainer.components.skills.probes, axis=-1)
    np.testing.assert_allclose(t.score, expected, rtol=1e-4, atol=1e-5)


def test_skills_are_probes_by_their_places_or_vectors_of_ones_own():
    trainer, evaluator = make("sphere")
    state, key = state_of("sphere"), jax.random.key(2)
    places = jnp.array([7, 0, 63])
    by_place = evaluator.rollouts(state, key, places, LENGTH)
    np.testing.assert_array_equal(by_place.z, trainer.components.skills.probes[np.asarray(places)])
    np.testing.assert_array_equal(by_place.skill, places)
    by_vector = evaluator.rollouts(state, key, trainer.components.skills.probes[np.asarray(places)], LENGTH)
    np.testing.assert_array_equal(by_vector.skill, [0, 1, 2])
    np.testing.assert_array_equal(by_vector.xy, by_place.xy)


def test_coverage_of_continuous_skills_is_over_fresh_draws():
    taken, figures, _ = full_of("sphere")
    trainer, evaluator = make("sphere")
    covering = taken["covering"]
    assert covering.valid.shape == (200, 48)
    z = np.asarray(covering.z)
    np.testing.assert_allclose(np.linalg.norm(z, axis=-1), 1, rtol=1e-5)
    assert not (z[:, None] == trainer.components.skills.probes).all(axis=-1).any()
    assert len(np.unique(z, axis=0)) == 48
    assert figures["eval/policy_coverage"] == metrics.policy_coverage(covering.xy, covering.valid)
    # The episodes use the policy's mode: the same starts lead to the same paths.
    keys = evaluators.evaluation_keys(0, int(state_of("sphere").counters.env_steps))
    again = evaluator.rollouts(state_of("sphere"), keys.covering, z, 200, True)
    np.testing.assert_array_equal(again.xy, covering.xy)
    # An evaluation at another step draws other skills.
    later = evaluators.evaluation_keys(0, 1)
    drawn = trainer.components.skills.sample(training.row_keys(later.fresh_skills, jnp.arange(48)))
    assert not (np.asarray(drawn)[:, None] == z).all(axis=-1).any()


def test_coverage_of_counted_skills_is_over_all_of_them():
    taken, _, _ = full_of("discrete")
    np.testing.assert_array_equal(taken["covering"].z, np.tile(np.arange(4), 12))


@pytest.mark.parametrize("name", ["sphere", "discrete"])
def test_full_figures_of_metra(name):
    taken, figures, trajectories = full_of(name)
    own = {key for key in figures if not key.startswith("eval_deterministic/")}
    assert own == {
        "eval/probe_mi", "eval/probe_mi_normalised", "eval/probe_mi_xy", "eval/probe_mi_normalised_xy",
        "eval/binned_mi_xy", "eval/binned_mi_xy_raw", "eval/binned_mi_xy_chance", "eval/policy_coverage",
        "eval/goal_success", "eval/goal_success_near", "qd/coverage", "qd/max_fitness", "qd/score",
        "qd/low_x", "qd/low_y", "qd/high_x", "qd/high_y", "qd/offset",
    }  # fmt: skip
    settings = {key for key in own if key.startswith(("qd/low", "qd/high", "qd/offset"))}
    assert set(make(name)[1].full_names) == own - settings
    quick, _ = make(name)[1].evaluate(state_of(name))
    mode = {key.removeprefix("eval_deterministic/") for key in figures if key not in own}
    assert mode == {key.removeprefix("eval/") for key in quick}
    assert trajectories.obs is not None
    assert len(trajectories.skill) == 20 * len(taken["log_prior"])
    # The world is two metres wide, and its goals and its archive span the same two metres.
    assert [figures[f"qd/{end}"] for end in ("low_x", "low_y", "high_x", "high_y")] == [-1, -1, 1, 1]
    assert figures["qd/offset"] == 2 * LENGTH
    assert (taken["world"], taken["reward_offset"]) == (((-1.0, -1.0), (1.0, 1.0)), 2.0)
    assert figures["eval/goal_success"] < 1


def test_goals_are_sought_by_the_map():
    """The map is the plane itself, so the policy gets the direction from its position to the goal."""
    trainer, _ = make("sphere")
    given = []

    def act(parts, actor, obs, stored, skill, first, keys):
        if keys is not None:  # as for goals, by samples
            jax.debug.callback(lambda *seen: given.append(seen), obs, skill)
        return skill, actor

    components = trainer.components._replace(
        features=lambda parts, obs, stored: obs,
        objective=trainer.components.objective._replace(embed=lambda state, phi: phi),
    )
    flat = trainer._replace(act=act, components=components)
    config = tiny_config(**{"episode_length": LENGTH, "eval_episodes": 1, **OF["sphere"]})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(metrics, "full_figures", lambda *_, **rest: _only_goals(rest["seek_goals"], given))
        evaluator = evaluators.make_evaluator(config, flat)
        with pytest.raises(_Done):
            evaluator.evaluate_full(state_of("sphere"))


class _Done(Exception):
    pass


def _only_goals(seek_goals, given):
    goals = np.array([[0.4, 0.0], [0.0, -0.4], [-0.3, 0.3]])
    given.clear()
    xy, valid = seek_goals(jax.random.key(0), goals)
    jax.effects_barrier()
    assert len(given) == LENGTH
    for obs, skill in given:
        way = goals - obs[:3]  # more episodes are played beside them
        np.testing.assert_allclose(skill[:3], way / np.linalg.norm(way, axis=-1, keepdims=True), atol=1e-4)
    # Steps of 0.1 m reach the goals after about four steps.
    assert np.all(np.linalg.norm(xy - goals, axis=-1).min(axis=0) < 0.1)
    assert valid.all()
    raise _Done


def test_a_classifier_seeks_goals_with_the_skill_that_it_takes_them_for():
    taken, figures, _ = full_of("diayn")
    stochastic = taken["stochastic"]
    goals = np.array([[0.5, 0.5], [-0.5, 0.2], [0.5, 0.5]])
    xy, valid = taken["seek_goals"](jax.random.key(0), goals)
    log_probs = make("diayn")[1].xy_log_probs(state_of("diayn"), goals)
    chosen = np.argmax(np.asarray(log_probs), axis=-1)
    used = {}
    for n, z in enumerate(chosen):
        episode = np.flatnonzero(stochastic.skill == z)[used.get(z, 0)]
        used[z] = used.get(z, 0) + 1
        np.testing.assert_array_equal(xy[:, n], stochastic.xy[1:, episode])
        np.testing.assert_array_equal(valid[:, n], stochastic.valid[:, episode])
    assert {"eval/goal_success", "eval/goal_success_near"} <= set(figures)


def test_a_policy_without_skills():
    evaluator = make("task")[1]
    state = state_of("task")
    figures, played = evaluator.evaluate(state)
    assert set(figures) == {
        f"eval/{name}"
        for name in (
            "return", "return_std", "episode_length", "distance", "distance_first_half",
            "distance_second_half", "speed_last_quarter",
        )
    }  # fmt: skip
    assert len(played.skill) == evaluators.RETURN_EPISODES == 20
    returns = np.asarray(played.reward, np.float64).sum(axis=0)
    np.testing.assert_allclose(figures["eval/return"], returns.mean(), rtol=1e-5)
    np.testing.assert_allclose(figures["eval/return_std"], returns.std(), rtol=1e-3)
    # The evaluation uses the mode: the same key and the mode give the same rewards again.
    key = evaluators.evaluation_keys(0, int(state.counters.env_steps)).quick
    again = evaluator.rollouts(state, key, jnp.zeros(20, jnp.int32), LENGTH, True)
    np.testing.assert_array_equal(again.reward, played.reward)

    full, trajectories = evaluator.evaluate_full(state)
    assert full == {}
    assert evaluator.full_names == ()
    np.testing.assert_array_equal(trajectories.reward, played.reward)
    assert trajectories.obs is not None
    (row,) = metrics.skill_table(trajectories)
    assert row["return"] == pytest.approx(figures["eval/return"])

    evaluated = evaluator.evaluate_with_intervals(state)
    assert evaluated.figures == figures
    assert set(evaluated.intervals) == set(figures)
    assert evaluated.stochastic is None
    interval = evaluated.intervals["eval/return"]
    assert interval.low < figures["eval/return"] < interval.high


def test_intervals_of_continuous_skills(monkeypatch):
    monkeypatch.setattr(probe, "_BATCH", 32)
    monkeypatch.setattr(probe, "_WIDTH", 8)
    monkeypatch.setattr(probe, "_MAX_ROUNDS", 2)
    monkeypatch.setattr(intervals, "RESAMPLES", 100)
    # The chance level of the binned information takes seconds with a hundred permutations for each part.
    binned = functools.partial(metrics.binned_mi_xy, permutations=5)
    for module in (final, intervals):
        monkeypatch.setattr(module, "binned_mi_xy", binned)
    evaluated = make("sphere")[1].evaluate_with_intervals(state_of("sphere"))
    for name, value in evaluated.figures.items():
        interval = evaluated.intervals.get(name)
        if interval is not None and interval.how != "too few":
            assert interval.low - 1e-5 <= value <= interval.high + 1e-5, name
    # One episode of each skill is too few for an interval. The probe has twenty, and coverage has 48 fresh
    # draws.
    kinds = {
        name: evaluated.intervals[f"eval/{name}"].how for name in ("score", "probe_mi", "policy_coverage")
    }
    assert kinds == {"score": "too few", "probe_mi": "halves", "policy_coverage": "jackknife"}
    assert {"eval/score_skill_0", "eval_deterministic/score_skill_63"} <= set(evaluated.intervals)


# METRA's counted skills are numbered as DIAYN's are, and scored as those of a sphere.
@pytest.mark.parametrize("name", [name for name in OF if name != "discrete"])
def test_lanes_have_the_figures_that_each_has_alone(name):
    evaluator, states = make(name)[1], []
    for seed, step in enumerate((64, 128)):
        state = state_of(name, seed)
        states.append(state.replace(counters=state.counters.replace(env_steps=np.uint32(step))))
    parts = jax.tree.map(lambda *x: np.stack(x), *map(training.policy_parts, states))
    keys = jnp.stack([evaluators.evaluation_keys(0, step).quick for step in (64, 128)])
    both = jax.jit(jax.vmap(evaluator.figures))(parts, keys)
    for lane, state in enumerate(states):
        alone, _ = evaluator.evaluate(state)
        assert set(both) == set(alone)
        for figure, value in alone.items():
            np.testing.assert_allclose(both[figure][lane], value, rtol=1e-4, atol=1e-5, err_msg=figure)
    assert any(both[figure][0] != both[figure][1] for figure in both)


@pytest.mark.parametrize("name", ["sphere", "task"])
def test_a_mesh_has_the_same_figures(name):
    # For 64 and 20 episodes, three devices play some more.
    one, _ = make(name)[1].evaluate(state_of(name))
    many, played = make(name, 3)[1].evaluate(state_of(name))
    assert many == pytest.approx(one, rel=1e-3, abs=1e-4)
    assert played.skill.shape == ({"sphere": 64, "task": 20}[name],)


def test_a_mesh_seeks_the_same_goals():
    from diayn_jax.evaluation.episodes import make_rollouts, to_play

    goals = jnp.array([[0.4, 0.0], [0.0, -0.4], [-0.3, 0.3], [0.2, 0.2]])
    parts = training.policy_parts(state_of("discrete"))
    found = []
    for devices in (1, 3):
        trainer, _ = make("discrete", devices)
        play = jax.jit(make_rollouts(trainer, trainer.env).play, static_argnums=(2, 3, 4))
        wanted = to_play(jax.random.key(0), jnp.zeros(4, jnp.int32), jnp.zeros(4, jnp.int8), goal=goals)
        played = metrics.first_part(play(parts, wanted, LENGTH, False, False), 4, LENGTH)
        found.append((played.xy, played.valid))
    assert found[1][0].shape == (LENGTH + 1, 4, 2)
    jax.tree.map(lambda a, b: np.testing.assert_allclose(a, b, rtol=1e-4, atol=1e-5), *found)


def test_more_keys_leave_the_others_as_they_are():
    keys = evaluators.evaluation_keys(3, 7)
    base = jax.random.fold_in(jax.random.fold_in(jax.random.key(3), 0x6576616C), 7)
    first_five = jax.random.key_data(jax.random.split(base, 5))
    np.testing.assert_array_equal(jax.random.key_data(jnp.stack(keys[:5])), first_five)


def test_mixtures_have_a_score_but_no_figures_of_numbered_skills():
    figures, played = make("mixtures")[1].evaluate(state_of("mixtures"))
    names = {name.removeprefix("eval/") for name in figures}
    assert not names & {"mi", "mi_normalised", "mi_after_50", "log_q", "effective_skills"}
    assert "discriminator_accuracy" not in names
    # Each of the 64 mixtures plays one episode of the same length. The first three are single skills.
    score = np.asarray(played.score)
    assert score.shape == (LENGTH, 64)
    assert float(figures["eval/score"]) == pytest.approx(score.mean(), rel=1e-4)
    assert (score < 0).all()
