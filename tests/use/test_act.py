"""`run.act`: actions for a notebook, for a user's own simulator, or inside a compiled program."""

import functools

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import untrained

from diayn_jax import envs, training
from diayn_jax.use.loaded_run import Run


@functools.cache
def run_of(**fields):
    """Returns a run whose networks have arbitrary weights."""
    skills = untrained.skills(**fields)
    trainer = training.make_trainer(skills.config, envs.from_config(skills.config))
    state = untrained.blank_state(skills.config, trainer.components)
    return Run(skills.config, None, state.replace(**skills.params._asdict()), {}, (), trainer, evaluator=None)


COUNTED = {"num_skills": 3}
SPHERE = {"objective": "metra", "skill_space": "sphere:2"}
MIXTURES = {"objective": "metra", "skill_space": "dirichlet:2"}
BOX = {"objective": "metra", "skill_space": "box:2"}
NONE = {"objective": "task"}


def observations(*shape):
    return np.random.default_rng(0).uniform(-1, 1, (*shape, 2)).astype(np.float32)


@pytest.mark.parametrize(
    ("fields", "skills"),
    [
        (COUNTED, np.array([0, 2, 1, 1, 0])),
        (SPHERE, np.array([[0.6, 0.8], [1, 0], [0, -1], [0.6, -0.8], [-1, 0]], np.float32)),
        (NONE, np.zeros(5, int)),
    ],
)
def test_act_is_the_same_under_jit_vmap_and_scan(fields, skills):
    run, obs = run_of(**fields), observations(5)
    expected = run.act(obs, skills)
    assert expected.shape == (5, 2)
    same = functools.partial(np.testing.assert_allclose, rtol=1e-5, atol=1e-6)
    same(jax.jit(run.act)(obs, skills), expected)
    same(jax.vmap(run.act)(obs, skills), expected)
    same(jax.jit(jax.vmap(run.act))(obs, skills), expected)
    _, scanned = jax.lax.scan(lambda carry, x: (carry, run.act(*x)), None, (obs, skills))
    same(scanned, expected)


def test_act_steps_an_environment_inside_a_program():
    run, env = run_of(**SPHERE), envs.make("point")

    @jax.jit
    def play(key, skill):
        def step(timestep, _):
            timestep = env.step(timestep.state, run.act(timestep.obs, skill))
            return timestep, timestep.obs

        start = env.reset(jax.random.key_data(jax.random.split(key, 4)))
        return jax.lax.scan(step, start, length=7)[1]

    assert play(jax.random.key(0), jnp.array([0.6, 0.8])).shape == (7, 4, 2)


def test_keys_may_be_traced_too():
    run, obs, key = run_of(**COUNTED), observations(4), jax.random.key(3)
    np.testing.assert_allclose(
        jax.jit(lambda key: run.act(obs, 1, key))(key), run.act(obs, 1, key), rtol=1e-5, atol=1e-6
    )


def test_one_vector_is_the_skill_of_all_observations():
    run, obs = run_of(**SPHERE), observations(2, 3)
    for skill in ([0.6, 0.8], np.array([0.6, 0.8]), jnp.broadcast_to(jnp.array([0.6, 0.8]), (2, 3, 2))):
        actions = run.act(obs, skill=skill)
        assert actions.shape == (2, 3, 2)
        np.testing.assert_allclose(actions[1, 2], run.act(obs[1, 2], skill=[0.6, 0.8]), rtol=1e-5)
    assert not np.allclose(run.act(obs, skill=[0.6, 0.8]), run.act(obs, skill=[-0.6, 0.8]))


def test_a_policy_without_skills_needs_none():
    run, obs = run_of(**NONE), observations(3)
    np.testing.assert_array_equal(run.act(obs), run.act(obs, 0))


@pytest.mark.parametrize(
    ("fields", "skill", "words"),
    [
        (COUNTED, None, r"this run has skills 0 to 2\. Pass skill="),
        (COUNTED, 3, "skill is 3; this run has skills 0 to 2"),
        (COUNTED, -1, "this run has skills 0 to 2"),
        (COUNTED, 0.5, "skill is 0.5; this run has skills 0 to 2"),
        (COUNTED, [0, 1], r"skill has shape \(2,\), and obs has leading dimensions \(4,\)"),
        (SPHERE, None, "skills that are vectors of 2 numbers, of length 1. Pass skill="),
        (SPHERE, 1, r"skill has shape \(\)"),
        (SPHERE, [0.6, 0.8, 0.0], r"skill has shape \(3,\), .*vectors of 2 numbers, of length 1"),
        (SPHERE, [3.0, 4.0], "of length 1"),
        (MIXTURES, [0.6, 0.8], "of no negative number, with a sum of 1"),
        (MIXTURES, [1.5, -0.5], "of no negative number, with a sum of 1"),
        (SPHERE, [np.nan, 1.0], "of length 1"),
        (BOX, [0.5, 1.5], "of numbers in −1 to 1"),
        (NONE, 1, "this run has no skills"),
    ],
)
def test_a_skill_that_there_is_not_is_refused(fields, skill, words):
    run, obs = run_of(**fields), observations(4)
    with pytest.raises(ValueError, match=words):
        run.act(obs, skill)


@pytest.mark.parametrize(
    ("obs", "skill", "words"),
    [
        (jnp.zeros((4, 3)), jnp.zeros(4, int), r"obs has shape \(4, 3\); point observes 2 numbers"),
        (jnp.zeros((4, 2)), jnp.zeros(3, int), r"skill has shape \(3,\)"),
        (jnp.zeros((4, 2)), jnp.zeros(4), "this run has skills 0 to 2"),
    ],
)
def test_shapes_and_types_are_checked_under_jit_as_well(obs, skill, words):
    with pytest.raises(ValueError, match=words):
        jax.jit(run_of(**COUNTED).act)(obs, skill)


@pytest.mark.parametrize(
    ("obs", "skill", "options", "words"),
    [
        ("x", 0, {}, "obs is 'x'; it takes an array of numbers"),
        (None, 0, {}, "obs is None; it takes an array of numbers"),
        ([[0, 1], [2]], 0, {}, r"obs is \[\[0, 1\], \[2\]\]; it takes an array"),
        (np.zeros(2, complex), 0, {}, "obs has type complex64; it takes real numbers"),
        (np.zeros(2), "0", {}, "skill is '0'; it takes an array of numbers"),
        (np.zeros(2), 10**20, {}, "skill is 100000000000000000000; it takes"),
        (np.zeros(2), 0, {"features": "x"}, "features is 'x'; it takes"),
        (np.zeros(2), 0, {"features": np.zeros(2)}, r"features has shape \(2,\); expected \(0,\)"),
        (np.zeros(2), 0, {"key": 3}, r"key is 3; it takes one key, such as jax.random.key\(0\)"),
        (
            np.zeros(2),
            0,
            {"key": jax.random.split(jax.random.key(0))},
            r"key is of shape \(2,\); it takes one",
        ),
    ],
)
def test_what_is_no_array_is_named(obs, skill, options, words):
    with pytest.raises(ValueError, match=words):
        run_of(**COUNTED).act(obs, skill, **options)


def test_keys_of_either_style_are_taken():
    run, obs = run_of(**COUNTED), observations(4)
    new = run.act(obs, 0, key=jax.random.key(3))
    np.testing.assert_array_equal(run.act(obs, 0, key=jax.random.PRNGKey(3)), new)
    assert not np.allclose(new, run.act(obs, 0))
