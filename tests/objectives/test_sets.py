"""Sets of skills that grow, copies of skills, and a learned prior."""

import dataclasses
import itertools

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from probes import blank_batch, hparams_of, tell_tale, tiny_config, tiny_problem, walker
from states import assert_close, assert_same, lane, uncommitted

from diayn_jax import envs, objectives, parallel, skills, training
from diayn_jax.config import ConfigError
from diayn_jax.skills import INACTIVE, priors
from diayn_jax.storage import checkpoint

MOST = 8
# Environment i shows i, so skills are told apart at once. An epoch is one iteration.
GROWS = {
    "agent": "ppo",
    "expand": True,
    "num_skills": MOST,
    "new_skill": "best",
    "expand_at": 0.8,
    "rollout_length": 6,
    "epoch_steps": 48,
    "objective_epochs": 8,
    "discriminator_learning_rate": 3e-2,
    "anneal": 0.0,
}


def active_in(state):
    return int(state.skills.active)


@pytest.fixture(scope="module")
def grown():
    """Returns the trainer, its functions, and the state after each of its iterations."""
    config = tiny_config(**GROWS)
    trainer = training.make_trainer(config, tell_tale(MOST))
    functions = training.compiled(trainer)
    states = [functions.init(jax.random.key(0), hparams_of(config))]
    while active_in(states[-1]) < MOST and len(states) < 60:
        state, metrics = functions.epoch(jax.tree.map(jnp.copy, states[-1]))
        assert float(metrics["train/skills_active"]) == active_in(state)
        states.append(state)
    # Two more iterations reset every environment once more.
    for _ in range(2):
        states.append(functions.epoch(jax.tree.map(jnp.copy, states[-1]))[0])
    return config, trainer, functions, states


def test_a_set_grows_as_the_rule_says_and_nothing_is_compiled_again(grown):
    _, trainer, functions, states = grown
    # min(int(1.5 K + 1), 8) from 2 on.
    assert list(dict.fromkeys(map(active_in, states))) == [2, 4, 7, 8]
    assert functions.stages.advance._cache_size() == 1
    for before, state in itertools.pairwise(states):
        assert int(state.skill.max()) < active_in(before)
        active = active_in(state)
        expected = np.where(np.arange(MOST) < active, -np.log(active), INACTIVE)
        np.testing.assert_allclose(state.objective.log_prior, expected, rtol=1e-6)
        q = np.exp(trainer.components.objective.log_probs(state.objective, jnp.ones((1, MOST))))[0]
        np.testing.assert_allclose(q.sum(), 1.0, rtol=1e-5)
        assert not q[active:].any()
    # At the end, the environments are tiled with all skills.
    np.testing.assert_array_equal(states[-1].skill, np.arange(MOST))


def test_new_skills_act_and_are_valued_exactly_as_their_sources(grown):
    _, trainer, _, states = grown
    agent = trainer.components.agent
    state = next(state for state in states if active_in(state) == 4)
    sources = np.asarray(state.skills.sources)
    # Skills 2 and 3 are new, and there were two skills to copy.
    assert list(sources[:2]) == [0, 1]
    assert sorted(sources[2:4]) == [0, 1]
    np.testing.assert_array_equal(sources[4:], np.arange(4, MOST))
    obs = jax.random.normal(jax.random.key(1), (MOST, trainer.components.problem.input_size))
    own = jnp.arange(MOST, dtype=jnp.int8)
    for of in (lambda skill: agent.act(state.agent, obs[:1].repeat(MOST, 0), skill, None),
               lambda skill: agent.values(state.agent, obs[:1].repeat(MOST, 0), skill)):  # fmt: skip
        found = np.asarray(of(own))
        # The order of a sum differs, so rounding may.
        np.testing.assert_allclose(found[2:4], found[sources[2:4]], rtol=1e-6)
        assert not np.allclose(found[0], found[1], rtol=1e-4)
    # Nothing was copied in other iterations.
    for before, after in itertools.pairwise(states):
        if active_in(before) == active_in(after):
            np.testing.assert_array_equal(after.skills.sources, np.arange(MOST))


def test_a_run_resumed_in_the_middle_grows_on_bit_for_bit(grown, tmp_path):
    _, _, functions, states = grown
    middle = next(i for i, state in enumerate(states) if active_in(state) == 4)
    state = states[middle]
    checkpoint.save(tmp_path, state, {"env_steps": 1, "config": {}}, replay=True)
    like = jax.tree.map(lambda x: jax.ShapeDtypeStruct(x.shape, x.dtype, sharding=x.sharding), state)
    (step,) = checkpoint.steps(tmp_path)
    state = uncommitted(checkpoint.restore(tmp_path / str(step), like))
    for expected in states[middle + 1 :]:
        state, _ = functions.epoch(state)
        assert_same(state, expected)


def test_a_set_grows_on_two_devices_as_on_one(grown):
    config, _, _, states = grown
    functions = training.compiled(training.make_trainer(config, tell_tale(MOST), parallel.make_mesh(2)))
    state = functions.init(jax.random.key(0), hparams_of(config))
    for expected in states[1:]:
        state, _ = functions.epoch(state)
        assert_same(state.skills, expected.skills)
        assert_same(state.skill, expected.skill)
        # Later, rounding has grown: Adam steps by the sign of a gradient near 0.
        if active_in(expected) == 4:
            break


def test_lanes_grow_by_themselves(grown):
    config, trainer, _, states = grown
    lanes = training.compiled(trainer, lanes=True)
    each = [hparams_of(config), hparams_of(config, expand_at=1.0)]
    state = lanes.init(jnp.stack([jax.random.key(0)] * 2), jax.tree.map(lambda *x: jnp.stack(x), *each))
    for expected in states[1:]:
        state, _ = lanes.epoch(state)
        first, second = (lane(state, trainer.lane_axes, i) for i in range(2))
        assert active_in(first) == active_in(expected)
        assert active_in(second) == 2
        if active_in(expected) == 4:
            assert_close(first.agent, expected.agent, rtol=1e-3, atol=1e-4)
            break


# The prior alone.


def test_a_skill_without_rows_is_not_told_apart():
    config = tiny_config(expand=True, num_skills=4)
    space = priors.with_prior(skills.categorical(4), config)
    moving, hparams = space.moving, hparams_of(config)
    state = moving.init()
    weight = jnp.array([0.5, 0.25, 0.25])
    rows = blank_batch(3, weight=weight, skill=jnp.array([0, 0, 0], jnp.int8))
    log_q = jnp.log(jnp.array([0.9, 1.0, 1.0]))
    after, metrics = moving.update(state, moving.accumulate(state, rows, jnp.zeros(3), log_q), hparams)
    assert int(after.active) == 2
    assert float(metrics["skills_told_apart"]) == pytest.approx(0.95 / 2)
    rows = rows._replace(skill=jnp.array([0, 1, 1], jnp.int8))
    after, metrics = moving.update(state, moving.accumulate(state, rows, jnp.zeros(3), log_q), hparams)
    assert int(after.active) == 4
    assert float(metrics["skills_told_apart"]) == pytest.approx(0.95)


@pytest.mark.parametrize(
    ("new_skill", "expected"),
    [
        ("random", [0, 1, 2, 3, 4, 5, 6]),
        # Of skills 0, 1 and 2, skill 1 is told apart best, and skill 0 worst. Skill 5 starts over.
        ("best", [0, 1, 2, 1, 2, 0, 6]),
        ("worst", [0, 1, 2, 0, 2, 1, 6]),
    ],
)
def test_copies_are_of_the_skills_told_apart_best_or_worst(new_skill, expected):
    told = jnp.array([0.2, 0.9, 0.5, 0.0, 1.0, 0.0, 0.0])
    found = priors.copied_from(told, jnp.int32(3), jnp.int32(6), new_skill)
    np.testing.assert_array_equal(found, expected)


def test_a_learned_prior_reaches_the_capacity_of_a_known_channel():
    """Skills 0 and 1 look alike, and skill 2 does not. The most information is ln 2, at (1/4, 1/4, 1/2)."""
    config = tiny_config(learned_prior=True, num_skills=3, prior_learning_rate=0.1)
    assert config.skill_sampling == "resampled"
    moving, hparams = priors.with_prior(skills.categorical(3), config).moving, hparams_of(config)
    state, rows = moving.init(), blank_batch(3, skill=jnp.arange(3, dtype=jnp.int8))
    update = jax.jit(moving.update)
    for _ in range(200):
        p = np.exp(np.asarray(state))
        log_q = np.log([p[0] / (p[0] + p[1]), p[1] / (p[0] + p[1]), 1.0])
        sums = moving.accumulate(state, rows, jnp.zeros(3), jnp.asarray(log_q))
        state, metrics = update(state, sums, hparams)
    np.testing.assert_allclose(np.exp(state), [0.25, 0.25, 0.5], atol=1e-4)
    assert float(metrics["skills_active"]) == pytest.approx(2**1.5, rel=1e-3)
    # A skill without rows keeps its probability.
    sums = moving.accumulate(state, rows._replace(weight=jnp.array([0.5, 0, 0.5])), jnp.zeros(3), log_q)
    after = update(state, sums, hparams)[0]
    np.testing.assert_allclose(np.exp(after[1]), np.exp(state[1]), rtol=1e-3)


def test_a_learned_prior_in_the_trainer():
    config = tiny_config(learned_prior=True, num_skills=3)
    functions = training.compiled(training.make_trainer(config, walker()))
    state, metrics = functions.epoch(functions.init(jax.random.key(0), hparams_of(config)))
    assert_same(state.objective.log_prior, state.skills)
    p = np.exp(np.asarray(state.skills, np.float64))
    np.testing.assert_allclose(p.sum(), 1.0, rtol=1e-5)
    assert (p != 1 / 3).all()
    # The metric is a mean over the epoch's four iterations, and falls.
    assert np.exp(-(p * np.log(p)).sum()) <= float(metrics["train/skills_active"]) < 3


@pytest.mark.parametrize("name", ["diayn", "disdain"])
def test_a_copied_output_keeps_a_tenth_of_its_own(name):
    config = tiny_config(objective=name, num_skills=3)
    problem = tiny_problem(skills=skills.categorical(3))
    objective = objectives.spec(name).make(config, problem)
    state = objective.init(jax.random.key(0), hparams_of(config))
    # The moments are any numbers of the parameters' shapes.
    state = state._replace(opt_state=state.opt_state._replace(mu=state.params, nu=state.params))
    copied = objective.copy_skills(state, jnp.array([0, 1, 0]))

    def last(params):
        (mlp,) = params["params"].values()
        return np.asarray(mlp["Dense_1"]["kernel"])

    kernel, new = last(state.params), last(copied.params)
    np.testing.assert_array_equal(new[..., :2], kernel[..., :2])
    np.testing.assert_allclose(new[..., 2], kernel[..., 0] + 0.1 * kernel[..., 2], rtol=1e-5, atol=1e-6)
    for moments in (copied.opt_state.mu, copied.opt_state.nu):
        np.testing.assert_array_equal(last(moments), kernel[..., [0, 1, 0]])
    np.testing.assert_array_equal(copied.opt_state.count, state.opt_state.count)


# Refused settings.


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            {"expand": True, "start_skills": 5, "num_skills": 4},
            "--start_skills=5 is more than --num_skills=4",
        ),
        ({"start_skills": 3}, "--start_skills=3 has no effect without --expand"),
        ({"new_skill": "best"}, "--new_skill=best has no effect without --expand"),
        ({"prior_learning_rate": 0.5}, "--prior_learning_rate=0.5 has no effect without --learned_prior"),
        # With a perfect softmax over 4 skills q is 0.985, and 0.775 with the larger floor.
        (
            {"expand": True, "num_skills": 4, "expand_at": 0.99},
            r"--expand_at=0.99: with --discriminator_floor=0.02 q stays below 0.985 for the right one of 4",
        ),
        (
            {"expand": True, "num_skills": 4, "discriminator_floor": 0.3},
            r"--expand_at=0.86: with --discriminator_floor=0.3 q stays below 0.775",
        ),
        ({"expand": True, "learned_prior": True}, "--expand and --learned_prior both move"),
        ({"expand": True, "objective": "metra"}, "--expand is a setting of --objective=diayn"),
        ({"expand": True, "skill_space": "sphere:2"}, "--skill_space=sphere:2: --objective=diayn takes"),
    ],
)
def test_settings_that_contradict_each_other(fields, message):
    with pytest.raises(ConfigError, match=message):
        tiny_config(**fields)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"learned_prior": True, "skill_sampling": "tiled"}, "--skill_sampling=tiled: the prior .* moves"),
        (
            {"expand": True, "new_skill": "worst", "agent": "hiro"},
            "--agent=hiro cannot copy .*new_skill=random",
        ),
        ({"expand": True, "symmetry": "D4", "num_skills": 8}, "--symmetry=D4: the prior"),
    ],
)
def test_parts_that_do_not_fit(fields, message):
    with pytest.raises(ConfigError, match=message):
        training.make_trainer(tiny_config(**fields), envs.make("point"))


def test_a_prior_that_moves_needs_skills_that_can_be_counted():
    config = tiny_config(expand=True)
    with pytest.raises(ConfigError, match=r"--expand needs skills that can be counted.*sphere:2"):
        priors.with_prior(skills.sphere(2), config)
    fixed = dataclasses.replace(config, expand=False)
    assert priors.with_prior(skills.sphere(2), fixed).moving is None
