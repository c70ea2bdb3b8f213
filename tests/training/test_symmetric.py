"""Runs whose skills share one policy over the symmetries of their environment."""

import dataclasses
import functools

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import tiny
import untrained
from probes import blank_batch, hparams_of, jitted, tiny_config

from diayn_jax import envs, training
from diayn_jax.config import ConfigError
from diayn_jax.evaluation import evaluators
from diayn_jax.networks import TwinCritic, ValueNetwork, turned_critic
from diayn_jax.resolve import make_config
from diayn_jax.symmetry import Symmetry, group, signed
from diayn_jax.use.loaded_run import Run

SPHERE = {**untrained.SPHERE, "symmetry": "D4"}
COUNTED = {**untrained.COUNTED, "num_skills": 8, "symmetry": "C4"}
DIAYN = {**untrained.DIAYN, "num_skills": 8, "discriminator_hidden_sizes": (8,), "symmetry": "D4"}
ANT = {**SPHERE, "env": "ant", "agent_sees_features": False}
CASES = {
    "vectors": SPHERE,
    "counted": COUNTED,
    "diayn": DIAYN,
    "ppo": {**SPHERE, "agent": "ppo"},
    "ant": ANT,
    "humanoid": {**ANT, "env": "humanoid", "symmetry": "D1"},
    "ant that sees its place": {**SPHERE, "env": "ant"},
    "ant whose critics see its place": {**SPHERE, "env": "ant", "policy_sees_position": False},
}


@functools.cache
def skills_of(case):
    """Returns untrained skills whose statistics are symmetric: each number has mean 0 and deviation 2."""
    return untrained.with_statistics(untrained.skills(**CASES[case]), 0.0, 2.0)


def drawn(found):
    """Returns observations, features that they lack, and skills."""
    rng, count = np.random.default_rng(0), 12
    obs = rng.normal(size=(count, found.interface.observation_size)).astype(np.float32)
    stored = rng.normal(size=(count, found.components.feature_map.stored_size)).astype(np.float32)
    return jnp.array(obs), jnp.array(stored), found.space.sample(jax.random.split(jax.random.key(1), count))


def turned(found, element, obs, stored, skill):
    symmetry = found.components.symmetry
    turn = jnp.full(len(obs), element)
    both = symmetry.counted.of(turn, jnp.concatenate([obs, stored], axis=-1))
    return both[:, : obs.shape[1]], both[:, obs.shape[1] :], symmetry.turn_skill(turn, skill)


@pytest.mark.parametrize("case", CASES)
def test_a_turned_skill_acts_as_the_skill_in_the_turned_world(case):
    found = skills_of(case)
    obs, stored, skill = drawn(found)
    action = found.act(found.params, obs, skill, features=stored)
    assert np.ptp(action, axis=0).min() > 0.05
    for element in range(found.components.symmetry.order):
        seen, features, other = turned(found, element, obs, stored, skill)
        expected = found.components.symmetry.action.of(jnp.full(len(obs), element), action)
        np.testing.assert_allclose(
            found.act(found.params, seen, other, features=features), expected, rtol=1e-4, atol=1e-5
        )


@pytest.mark.parametrize("case", CASES)
def test_a_folded_skill_acts_as_the_skill(case):
    found = skills_of(case)
    obs, stored, skill = drawn(found)
    alone = found.fold_skill(skill[0])
    for z in skill[:6]:
        one = found.fold_skill(z)
        assert one.config.symmetry == "none"
        # The skills are parameters of one program.
        np.testing.assert_allclose(
            alone.act(one.params, obs, features=stored),
            found.act(found.params, obs, z, features=stored),
            rtol=1e-4,
            atol=1e-5,
        )


@pytest.mark.parametrize("network", [TwinCritic((8,), True), ValueNetwork((8, 8))])
def test_a_turned_critic_sees_turned_observations_and_actions(network):
    symmetry = skills_of("ant").components.symmetry
    obs, _, z = drawn(skills_of("ant"))
    acted = [jnp.sin(jnp.arange(12 * 8.0)).reshape(12, 8)] if isinstance(network, TwinCritic) else []
    params, apply = jax.jit(network.init)(jax.random.key(0), obs, z, *acted), jax.jit(network.apply)
    for element in range(symmetry.order):
        turn = jnp.full(12, element)
        turned_action = [symmetry.action.of(turn, action) for action in acted]
        np.testing.assert_allclose(
            apply(turned_critic(params, symmetry, element), obs, z, *acted),
            apply(params, symmetry.input.of(turn, obs), z, *turned_action),
            rtol=1e-4,
            atol=1e-5,
        )


@pytest.mark.parametrize("case", ["vectors", "counted", "diayn"])
def test_the_reward_of_a_turned_step_is_the_same(case):
    found = skills_of(case)
    obs, _, skill = drawn(found)
    objective, symmetry = found.components.objective, found.components.symmetry
    hparams = hparams_of(found.config, 2)
    size = len(obs)

    @jax.jit
    def reward(turn):
        features, after = symmetry.features.of(turn, obs), symmetry.features.of(turn, obs[::-1])
        batch = blank_batch(
            size, features=features, next_features=after, skill=symmetry.turn_skill(turn, skill)
        )
        return objective.reward(found.params.objective, batch, hparams)

    first = reward(jnp.zeros(size, int))
    assert np.ptp(first) > 0.01
    for element in range(symmetry.order):
        np.testing.assert_allclose(reward(jnp.full(size, element)), first, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("agent", ["sac", "td3", "ppo"])
def test_an_update_does_not_depend_on_the_frame_of_its_rows(agent):
    own = {"policy_delay": 1, "target_noise": 0.0} if agent == "td3" else {}
    fields = {"objective": "metra", "symmetry": "D4", "representation_hidden_sizes": (8,)}
    config = tiny_config(agent=agent, **fields, **own)
    components = training.make_components(config, envs.interface(config))
    hparams = hparams_of(config, 2)
    learner = jitted(components.agent)
    state = learner.init(jax.random.key(0), hparams)
    size, symmetry = 8, components.symmetry
    rng = np.random.default_rng(0)
    obs, after, action = (jnp.array(rng.normal(size=(size, 2)), jnp.float32) / 2 for _ in range(3))
    skill = components.skills.sample(jax.random.split(jax.random.key(1), size))
    keys = jax.random.split(jax.random.key(2), size)
    extras = learner.sample(state, obs, skill, keys)[1] if agent == "ppo" else ()

    def updated(turn):
        batch = blank_batch(
            size,
            obs=symmetry.input.of(turn, obs),
            next_obs=symmetry.input.of(turn, after),
            action=symmetry.action.of(turn, action),
            skill=symmetry.turn_skill(turn, skill),
            agent_noise=jax.vmap(components.agent.noise)(keys),
            extras=extras,
        )
        values = [jnp.arange(8.0) - 4, jnp.arange(8.0)] if agent == "ppo" else [jnp.arange(8.0)]
        return learner.update(state, batch, *values, hparams | {"updates": jnp.zeros(())})[0]

    expected = updated(jnp.zeros(size, int))
    jax.tree.map(
        lambda x, y: np.testing.assert_allclose(x, y, rtol=1e-3, atol=1e-5),
        updated(jnp.array(rng.integers(0, 8, size))),
        expected,
    )


def test_a_run_keeps_symmetric_statistics():
    config = tiny.config(objective="metra", symmetry="D4", representation_hidden_sizes=(8,))
    config = dataclasses.replace(config, skill_space="sphere:2", skill_sampling="resampled")
    trainer = training.make_trainer(config, envs.make("point"))
    functions = training.compiled(trainer)
    state, _ = functions.epoch(functions.init(jax.random.key(0), training.make_hparams(config, 2)))
    run = Run(config, None, state, {}, (), trainer, evaluators.make_evaluator(config, trainer))
    statistics = state.statistics
    np.testing.assert_allclose(statistics.mean, 0, atol=1e-6)
    np.testing.assert_allclose(*statistics.m2, rtol=1e-5)
    obs = jnp.array([[0.3, -0.2]])
    towards = jnp.array([[0.6, 0.8]])
    action = run.skills.act(run.skills.params, obs, towards)
    # In another world it keeps the symmetry with which it learned.
    assert run.in_environment(env="point_maze").env.name == "point_maze"
    quarter = run.skills.act(
        run.skills.params, obs[:, ::-1] * jnp.array([-1, 1]), towards[:, ::-1] * jnp.array([-1, 1])
    )
    np.testing.assert_allclose(quarter, action[:, ::-1] * jnp.array([-1, 1]), rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"symmetry": "D5"}, "point has D4, C4, C2. Use --symmetry=D4"),
        ({"env": "halfcheetah", "symmetry": "D4"}, "halfcheetah has no symmetries. Use --symmetry=none"),
        (
            {"skill_space": "categorical", "num_skills": 10, "symmetry": "C4"},
            "a multiple of 4 skills, and these are categorical:10",
        ),
        ({"skill_space": "gaussian:1", "symmetry": "C4"}, "these are gaussian:1"),
        ({"symmetry": "C4", "features": "dims:0"}, "mixes the features dims:0"),
        ({"env": "humanoid", "symmetry": "D1", "features": "z"}, "elements turn the features z alike"),
        ({"symmetry": "D4", "representation_hidden_sizes": (12,)}, "a multiple of 8"),
        ({"symmetry": "D4", "objective": "diayn", "discriminator_layer_norm": True}, "has no layer norm"),
        ({"symmetry": "D4", "objective": "task"}, "task does not keep symmetries"),
        ({"symmetry": "D4", "objective": "lsd"}, "lsd does not keep symmetries"),
        ({"symmetry": "D4", "objective": "csf"}, "csf does not keep symmetries"),
        ({"symmetry": "D4", "objective": "dads"}, "dads does not keep symmetries"),
        ({"symmetry": "D4", "agent": "hiro"}, "hiro cannot share a policy"),
    ],
)
def test_what_does_not_fit_a_symmetry_is_refused(fields, words):
    given = {"objective": "metra", "env": "point", **fields}
    env = given["env"]
    with pytest.raises(ConfigError, match=words) as error:
        training.make_components(
            make_config(given, env_defaults=envs.defaults(env)), envs.spec(env).interface(env)
        )
    assert "none" in str(error.value) or "Name other features" in str(error.value)


@pytest.mark.parametrize(
    ("fields", "group"),
    [
        ({}, "D4"),
        ({"num_skills": 16}, "D4"),
        ({"num_skills": 12}, "C4"),
        ({"num_skills": 10}, "C2"),
        ({"num_skills": 5}, "none"),
        # A half turn changes the sign of x.
        ({"features": "dims:0"}, "C2"),
        ({"env": "ant", "features": "joint_pos+xy"}, "D4"),
        ({"env": "ant", "features": "dims:5"}, "none"),
        # A turn or a mirror does not change the height, by which skills would differ.
        ({"env": "ant", "features": "z"}, "none"),
        ({"env": "ant", "features": "torso"}, "D4"),
        ({"env": "halfcheetah"}, "none"),
        ({"env": "humanoid"}, "D1"),
        ({"env": "humanoid", "num_skills": 3}, "none"),
        ({"env": "ant", "features": "obs+xy"}, "D4"),
        ({"env": "ant", "joint_damage": (0.0, 1, 1, 1, 1, 1, 1, 1)}, "none"),
        ({"objective": "task"}, "none"),
        ({"agent": "hiro"}, "none"),
        ({"representation_hidden_sizes": (52, 64)}, "C4"),
        ({"representation_hidden_sizes": (51,)}, "none"),
        ({"objective": "diayn", "num_skills": 8}, "D4"),
        ({"objective": "diayn", "num_skills": 8, "discriminator_layer_norm": True}, "none"),
        ({"objective": "diayn", "num_skills": 8, "discriminator_hidden_sizes": (30,)}, "C2"),
        ({"objective": "diayn", "num_skills": 8, "expand": True}, "none"),
        ({"objective": "diayn", "num_skills": 8, "learned_prior": True}, "none"),
        # The environment decides when it is made.
        ({"env": "own.module:make"}, "auto"),
        ({"env": "ant", "exclude_current_positions": "false"}, "auto"),
    ],
)
def test_auto_takes_the_largest_group_that_fits(fields, group):
    given = {"objective": "metra", "env": "point", "symmetry": "auto", **fields}
    assert make_config(given).symmetry == group


@pytest.mark.parametrize(
    ("fields", "order"),
    [
        ({}, 8),
        ({"features": "dims:7"}, None),
        ({"objective": "task"}, None),
        ({"representation_hidden_sizes": (36,)}, 4),
        ({"objective": "diayn", "num_skills": 8, "agent": "ppo", "expand": True}, None),
    ],
)
def test_auto_may_be_decided_by_the_environment_that_is_made(fields, order):
    given = {"objective": "metra", "env": "ant", "symmetry": "auto", "exclude_current_positions": "false"}
    config = make_config(given | fields)
    found = training.make_components(config, envs.interface(config)).symmetry
    assert (found and found.order) == order


def test_legs_that_are_exchanged_turn_no_skills_along_a_track():
    order = signed(1, 2, 3, 7, 8, 9, 4, 5, 6)
    seen = order.restricted(range(1, 9)).beside(order)
    legs = Symmetry(seen, signed(4, 5, 6, 1, 2, 3), signed(1, 2), (("z", signed(1)),))
    walker = envs.spec("walker2d").interface("walker2d")._replace(symmetries={"legs": group([legs])})
    refusals = {
        "sphere:2": "a multiple of 2 skills, and these are sphere:2",
        "categorical": "features z alike",
    }
    for space, words in refusals.items():
        fields = {"skill_space": space, "num_skills": 8} if space == "categorical" else {"skill_space": space}
        config = make_config(objective="metra", env="walker2d", features="z", **fields)
        with pytest.raises(ConfigError, match=words):
            training.make_components(dataclasses.replace(config, symmetry="legs"), walker)


def test_a_damaged_robot_has_no_symmetries():
    with pytest.raises(ConfigError, match=r"--symmetry=D4: a robot with --joint_damage=0,1,.* has no symm"):
        make_config(objective="metra", env="ant", symmetry="D4", joint_damage=(0.0, 1, 1, 1, 1, 1, 1, 1))


def test_what_is_given_is_checked_before_a_symmetry_is_chosen():
    for wrong in ({"joint_damage": "a"}, {"num_skills": "a"}, {"features": 3}):
        with pytest.raises(ConfigError):
            make_config(objective="metra", env="ant", symmetry="auto", **wrong)
