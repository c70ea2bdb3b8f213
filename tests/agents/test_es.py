"""Evolution strategies: steps by hand, a quadratic whose best point is known, and generations in training."""

import functools

import jax
import jax.numpy as jnp
import numpy as np
import optax
import pytest
from arrays import normal
from probes import counter, hparams_of, tiny_config, tiny_problem, walker
from states import assert_close, assert_same

from diayn_jax import parallel, skills, training
from diayn_jax.agents import es
from diayn_jax.config import ConfigError
from diayn_jax.networks import DeterministicPolicy

OBS, ACTION, SKILLS = 3, 2, 2
POLICY = DeterministicPolicy(ACTION, (8,))


def made(**fields):
    config = tiny_config(agent="es", num_skills=SKILLS, **fields)
    agent = es.make_es(config, tiny_problem(skills=skills.categorical(SKILLS), input_size=OBS))
    return agent, hparams_of(config, ACTION)


def flat(tree, lead=0):
    """The parameters as vectors, [..., D]."""
    rows = [np.asarray(x).reshape(*x.shape[:lead], -1) for x in jax.tree.leaves(tree)]
    return np.concatenate(rows, axis=-1)


def test_a_step_of_mirrored_members_by_hand():
    agent, hparams = made(population=6, sigma=0.3, learning_rate=0.1)
    state = agent.init(jax.random.key(0), hparams)
    mean, members = flat(state.policy), flat(state.population, 1)
    noise = (members - mean) / 0.3
    np.testing.assert_allclose(noise[:3], -noise[3:], atol=1e-5)
    assert abs(noise.std() - 1) < 0.1
    fitness = np.array([0.5, -7.0, 3.0, 900.0, 0.1, 0.2], np.float32)
    new, metrics = jax.jit(agent.update)(state, jnp.asarray(fitness), jax.random.key(1), hparams)
    # Ranks 3, 0, 4, 5, 1, 2 of five, less a half.
    shaped = np.array([3, 0, 4, 5, 1, 2]) / 5 - 0.5
    ascent = shaped @ noise / (6 * 0.3)
    adam = optax.scale_by_adam()
    direction, _ = adam.update(jnp.asarray(ascent), adam.init(jnp.asarray(ascent)))
    np.testing.assert_allclose(flat(new.policy), mean + 0.1 * np.asarray(direction), rtol=1e-4, atol=1e-4)
    found = [float(metrics[name]) for name in ("fitness_mean", "fitness_best", "population_sigma")]
    np.testing.assert_allclose(found, [fitness.mean(), 900.0, 0.3], rtol=1e-5)
    # The next members lie around the new mean, and are others.
    following = (flat(new.population, 1) - flat(new.policy)) / 0.3
    assert abs(following.std() - 1) < 0.1
    assert np.abs(following - noise).max() > 1


def test_a_step_of_natural_evolution_by_hand():
    """Wierstra et al. 2014, table 1 and algorithm 6: utilities by rank, and a deviation of each parameter."""
    agent, hparams = made(population=4, sigma=0.3, strategy="snes")
    state = agent.init(jax.random.key(0), hparams)
    mean, noise = flat(state.policy), (flat(state.population, 1) - flat(state.policy)) / 0.3
    new, _ = jax.jit(agent.update)(state, jnp.array([2.0, 9.0, 1.0, 3.0]), jax.random.key(1), hparams)
    raw = np.maximum(0, np.log(4 / 2 + 1) - np.log(np.arange(1, 5)))
    best_first = raw / raw.sum() - 1 / 4
    utility = best_first[[2, 0, 3, 1]]
    np.testing.assert_allclose(flat(new.policy), mean + 0.3 * utility @ noise, rtol=1e-3, atol=1e-4)
    size = mean.size
    rate = (3 + np.log(size)) / (5 * np.sqrt(size))
    expected = 0.3 * np.exp(rate / 2 * utility @ (noise**2 - 1))
    np.testing.assert_allclose(np.asarray(new.strategy.std), expected, rtol=1e-3)


@pytest.mark.parametrize(
    ("fitness", "utility"),
    [
        ([5.0, 5.0, 5.0, 5.0], [0.0, 0.0, 0.0, 0.0]),
        # ln 3, ln 1.5, 0, 0 are shares 0.7304, 0.2696, 0, 0; less a quarter each.
        ([1.0, 4.0, 1.0, 1.0], [-0.16015, 0.48045, -0.16015, -0.16015]),
    ],
)
def test_members_of_equal_fitness_have_equal_utilities(fitness, utility):
    agent, hparams = made(population=4, sigma=0.3, strategy="snes")
    state = agent.init(jax.random.key(0), hparams)
    mean, noise = flat(state.policy), (flat(state.population, 1) - flat(state.policy)) / 0.3
    new, _ = jax.jit(agent.update)(state, jnp.array(fitness), jax.random.key(1), hparams)
    np.testing.assert_allclose(flat(new.policy), mean + 0.3 * np.array(utility) @ noise, rtol=1e-3, atol=1e-4)


@pytest.mark.parametrize(
    "fields",
    [{"learning_rate": 0.03}, {"strategy": "snes", "sigma": 0.2}],
    ids=lambda fields: str(len(fields)),
)
def test_the_mean_finds_the_best_actions(fields):
    """The fitness is −‖a(s) − b‖² over fixed inputs, whose best value is 0."""
    agent, hparams = made(population=64, **fields)
    best, obs, skill = jnp.array([0.4, -0.6]), normal(1, 8, OBS), jnp.arange(8) % SKILLS

    def error(action):
        return jnp.mean(jnp.sum((action - best) ** 2, axis=-1), axis=-1)

    def generation(state, key):
        acted = agent.act_as(
            agent.population(state), *(jnp.broadcast_to(x, (64, *x.shape)) for x in (obs, skill))
        )
        return agent.update(state, -error(acted), key, hparams)[0], None

    @jax.jit
    def learned(state):
        return jax.lax.scan(generation, state, jax.random.split(jax.random.key(2), 200))[0]

    state = agent.init(jax.random.key(0), hparams)
    before = float(error(agent.act(state, obs, skill, None)))
    assert float(error(agent.act(learned(state), obs, skill, None))) < 0.02 < 0.2 < before


def test_members_act_as_themselves_and_evaluation_as_the_mean():
    agent, hparams = made(population=4)
    state = agent.init(jax.random.key(0), hparams)
    obs, skill = normal(1, 4, 5, OBS), jnp.arange(20).reshape(4, 5) % SKILLS
    acted = agent.act_as(state.population, obs, skill)
    for i in range(4):
        member = jax.tree.map(lambda x, i=i: x[i], state.population)
        expected = POLICY.apply(member, obs[i], jnp.eye(SKILLS)[skill[i]])
        np.testing.assert_allclose(acted[i], expected, rtol=1e-5, atol=1e-6)
    keys = jax.random.split(jax.random.key(3), 5)
    expected = POLICY.apply(state.policy, obs[0], jnp.eye(SKILLS)[skill[0]])
    for given in (None, keys):
        found = agent.act(agent.policy_state(state), obs[0], skill[0], given)
        np.testing.assert_allclose(found, expected, rtol=1e-5, atol=1e-6)
    z, none = jnp.eye(SKILLS)[1], jnp.zeros(5, jnp.int8)
    alone = es.make_es(tiny_config(agent="es", objective="task"), tiny_problem(skills=skills.none()))
    np.testing.assert_allclose(
        alone.act(agent.fold_skill(state, z), obs[0], none, None),
        agent.act(state, obs[0], jnp.ones(5, jnp.int8), None),
        rtol=1e-5,
        atol=1e-6,
    )


# In training.


WORLD = walker(3.0)


def functions_of(num_devices=1, lanes=0, world=WORLD, **fields):
    own = {"num_envs": 8, "population": 4, "rollout_length": 6, "epoch_steps": 48, "warmup_steps": 48}
    config = tiny_config(agent="es", **(own | {"objective": "task"} | fields))
    mesh = parallel.make_mesh(num_devices) if num_devices > 1 else None
    trainer = training.make_trainer(config, world, mesh)
    made = training.compiled_lanes(config, trainer, lanes) if lanes else training.compiled(trainer)
    return made, hparams_of(config)


@functools.cache
def trained(num_devices=1):
    """A walker on a line, whose target is 3 m away, after one generation."""
    functions, hparams = functions_of(num_devices)
    state = functions.init(jax.random.key(0), hparams)
    return functions, hparams, *functions.epoch(jax.tree.map(jnp.copy, state))


def test_a_population_on_two_devices_learns_as_on_one():
    assert_close(trained(2)[2].agent, trained()[2].agent, atol=1e-4)


def test_a_lane_is_its_own_run():
    _, hparams, alone, _ = trained()
    functions = functions_of(lanes=2)[0]
    keys = jnp.stack([jax.random.key(5), jax.random.key(0)])
    other = hparams | {"sigma": jnp.float32(0.3), "learning_rate": jnp.float32(1e-3)}
    states = functions.init(keys, jax.tree.map(lambda *x: jnp.stack(x), other, hparams))
    states, _ = functions.epoch(states)
    for part in ("agent", "env", "statistics"):
        assert_close(jax.tree.map(lambda x: x[1], getattr(states, part)), getattr(alone, part), atol=1e-4)


def test_fitness_is_the_mean_of_a_members_own_rewards():
    """Row by row, with 0 for reset rows; the first two environments are the first member's."""
    _, _, state, metrics = trained()
    rows = jax.device_get(state.replay.rows)
    assert rows.reward.shape == (6, 8)
    fitness = [
        sum(rows.reward[t, e] for t in range(6) for e in (2 * i, 2 * i + 1) if rows.valid[t, e]) / 12
        for i in range(4)
    ]
    found = [metrics[f"train/fitness_{name}"] for name in ("mean", "best", "spread")]
    np.testing.assert_allclose(found, [np.mean(fitness), np.max(fitness), np.std(fitness)], rtol=1e-4)
    assert np.std(fitness) > 1e-3


def test_episodes_of_members_are_compared_from_their_first_to_their_last_step():
    functions, _, state, _ = trained()
    # The warm-up and the epoch are each a reset and one episode, in all environments.
    np.testing.assert_array_equal(state.env.steps, 5)
    assert int(state.counters.env_steps) == 2 * 8 * 5
    kept, after = functions.keep(state), functions.epoch(jax.tree.map(jnp.copy, state))[0]
    assert_same(functions.undo(after, kept).replay, state.replay)


@pytest.mark.parametrize(
    ("fields", "valid"),
    [
        # Lives of three steps, in rollouts of six: a rollout begins with the reset of the episode cut off.
        ({}, [0, 1, 1, 1, 0, 1]),
        # A rollout that is shorter than an episode goes on where the last one ended.
        ({"episode_length": 6}, [1, 0, 1, 1, 1, 0]),
    ],
)
def test_a_generation_begins_with_its_episodes(fields, valid):
    functions, hparams = functions_of(world=counter(lifetime=3), **fields)
    state = functions.init(jax.random.key(0), hparams)  # the warm-up is a generation
    state, _ = functions.epoch(state)
    np.testing.assert_array_equal(
        state.replay.rows.valid, np.broadcast_to(np.array(valid, bool)[:, None], (6, 8))
    )


def test_a_population_walks_to_its_target():
    """A step is at most 1 m, so the best mean reward is −(2 + 1 + 0 + 0 + 0)/6."""
    functions, hparams, *_ = trained()
    state = functions.init(jax.random.key(0), hparams | {"learning_rate": jnp.float32(0.05)})
    for _ in range(120):
        state, metrics = functions.epoch(state)
    assert -1.2 < float(metrics["train/fitness_mean"]) <= -0.5


def test_members_have_the_same_skills():
    """Also skills that are tiled; the tests below have vectors, which are drawn anew."""
    functions, hparams = functions_of(
        objective="metra", num_envs=12, batch_size=12, epoch_steps=72, warmup_steps=72, features="obs",
        skill_space="categorical", num_skills=2,
    )  # fmt: skip
    skill = np.asarray(functions.init(jax.random.key(0), hparams).skill).reshape(4, 3, -1)
    np.testing.assert_array_equal(skill, np.broadcast_to(skill[0], skill.shape))
    assert len(np.unique(skill[0], axis=0)) == 2


def test_members_have_the_same_skills_after_episodes_that_end_at_different_steps():
    env = counter()

    def step(state, action):
        """Ends a life after one to four steps, which its reset drew, and breaks the physics of some then."""
        after = env.step(state, action)
        count, drawn = after.state
        ends = count >= 1 + 3 * drawn
        broken = ends & (drawn > 0.5)
        return after.replace(terminated=ends, obs=jnp.where(broken[:, None], jnp.nan, after.obs))

    functions, hparams = functions_of(
        world=env._replace(step=step), objective="metra", features="obs", skill_space="sphere:2",
        rollout_length=18, episode_length=5, epoch_steps=144, warmup_steps=144,
    )  # fmt: skip
    state = functions.init(jax.random.key(0), hparams)
    valid, skill = np.array(state.replay.rows.valid), np.array(state.replay.rows.skill)
    resets = [np.flatnonzero(~valid[:, e]) for e in range(8)]
    assert any(list(resets[e]) != list(resets[e % 2]) for e in range(8))
    for episode in range(3):
        # A row has the skill that acted; that of a reset row is drawn there, and acts from the next row on.
        slots = np.stack([skill[resets[e][episode] + 1, e] for e in range(8)]).reshape(4, 2, 2)
        np.testing.assert_array_equal(slots, np.broadcast_to(slots[0], slots.shape))
        assert not np.allclose(slots[0, 0], slots[0, 1])
    begun = skill[resets[0][:3] + 1, 0]
    assert len(np.unique(begun, axis=0)) == 3
    # The next generation begins with the same skills, too, after different numbers of episodes.
    assert len({len(found) for found in resets}) > 1
    rows = functions.epoch(state)[0].replay.rows
    first = np.asarray(rows.skill[1]).reshape(4, 2, 2)  # the first row is the reset
    assert not np.asarray(rows.valid[0]).any()
    assert np.asarray(rows.valid[1]).all()
    np.testing.assert_array_equal(first, np.broadcast_to(first[0], first.shape))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"num_envs": 9, "batch_size": 9}, "--num_envs=9: the 4 members .* Give --num_envs=8"),
        ({"num_envs": 8, "num_skills": 3}, "one for each of 3 tiled skills. Give --num_envs=12"),
        ({"env": "point_pixels"}, "observations are images"),
        ({"symmetry": "D4"}, "--agent=es cannot share a policy over symmetries"),
    ],
)
def test_what_a_population_cannot_do_is_refused(fields, words):
    own = {"objective": "metra"} if "symmetry" in fields else {}
    config = tiny_config(agent="es", **(own | fields))
    with pytest.raises(ConfigError, match=words):
        training.make_trainer(config, training.trainer.envs.make(config.env))


def test_odd_members_have_no_pairs():
    with pytest.raises(ConfigError, match=r"--population=5 is odd.* Give --population=6"):
        tiny_config(agent="es", population=5)


def test_without_evosax_the_extra_is_named(monkeypatch):
    monkeypatch.setattr(es.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ConfigError, match=r"--agent=es needs the package evosax: .*diayn_jax\[es\]"):
        made()
