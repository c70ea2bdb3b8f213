"""The trainer on environments of a few states: what a run is, and what it must come to.

A trainer is compiled once for this file and run with different keys and hyperparameters, which
are traced.
"""

import functools
import itertools
import re

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import scipy.stats
from probes import blind, brittle, counter, hopeless, tell_tale, tiny_config

from diayn_jax import evaluation, training
from diayn_jax.networks import TwinCritic
from diayn_jax.types import Agent, Objective

# Compiled trainers that several tests run.
PROBES = {
    # 8 environments, episodes of 5: rows 6, 12, ... are resets.
    "counter": (counter(), {"rollout_length": 2, "agent_updates": 2, "replay_size": 160}),
    "resampled": (
        counter(lifetime=3),
        {"num_envs": 6, "num_skills": 4, "skill_sampling": "resampled", "batch_size": 5},
    ),
    "steady": (counter(lifetime=3), {"rollout_length": 2, "normalize": False, "replay_size": 512}),
    # Each step is the last: by termination, and by the time limit. Raw: the one state that there
    # is would be normalised to 0, where an untrained discriminator prefers nothing.
    "ends": (blind((1,)), {"episode_length": 9, "normalize": False, "alpha": 0.1}),
    "truncates": (blind(), {"episode_length": 1, "normalize": False, "alpha": 0.1}),
    # Three environments of skill 0 that live long, two of skill 1 that live a step.
    "uneven": (blind((None, 1)), {"num_envs": 5, "batch_size": 32, "updates_per_iteration": 8}),
    "uneven, unweighted": (
        blind((None, 1)),
        {"num_envs": 5, "batch_size": 32, "updates_per_iteration": 8, "prior_weighting": False},
    ),
    "tell_tale": (tell_tale(3), {"num_skills": 3, "num_envs": 6, "batch_size": 12, "epoch_steps": 120}),
    # Every third step of half of the environments comes to NaN.
    "brittle": (brittle(), {"episode_length": 100, "agent_updates": 2}),
    "hopeless": (hopeless(), {"batch_size": 32, "epoch_steps": 320, "replay_size": 4096}),
}


@functools.cache
def make(name, **fields):
    env, own = PROBES[name]
    config = tiny_config(**{**own, **fields})
    return config, training.make_trainer(config, env)


def hparams_of(config, **changes):
    hparams = training.make_hparams(config, 1)
    return hparams.replace(**{name: jnp.asarray(value, jnp.float32) for name, value in changes.items()})


def start(name, seed=0, **changes):
    config, trainer = make(name)
    return trainer.init(jax.random.key(seed), hparams_of(config, **changes))


def train(name, epochs, seed=0, **changes):
    _, trainer = make(name)
    state, metrics = start(name, seed, **changes), None
    for _ in range(epochs):
        state, metrics = trainer.epoch(state)
    return state, metrics


def plain(x):
    return jax.random.key_data(x) if jax.dtypes.issubdtype(x.dtype, jax.dtypes.prng_key) else x


def leaves(tree):
    return {jax.tree_util.keystr(path): plain(x) for path, x in jax.tree_util.tree_leaves_with_path(tree)}


def assert_same(a, b):
    a, b = leaves(a), leaves(b)
    assert a.keys() == b.keys()
    for name in a:
        np.testing.assert_array_equal(a[name], b[name], err_msg=name)


def assert_close(a, b, rtol=1e-4, atol=1e-5):
    a, b = leaves(a), leaves(b)
    assert a.keys() == b.keys()
    for name in a:
        np.testing.assert_allclose(a[name], b[name], rtol=rtol, atol=atol, err_msg=name)


def history(state):
    """Replay in the order in which it was written, leaves [T, E, ...], on the host."""
    size, position = int(state.replay.size), int(state.replay.position)
    order = (position - size + np.arange(size)) % state.replay.rows.skill.shape[0]
    return jax.tree.map(lambda x: np.asarray(x)[order], state.replay.rows)


# What a run is.


def test_the_same_key_gives_the_same_run_bit_for_bit():
    first, second = train("counter", 3), train("counter", 3)
    assert_same(first, second)
    other, _ = train("counter", 3, seed=1)
    for part in ("agent", "objective", "env"):
        ours, theirs = leaves(getattr(first[0], part)), leaves(getattr(other, part))
        assert any(not np.array_equal(ours[name], theirs[name]) for name in ours), part


def test_an_epoch_compiles_once_and_keeps_shapes_and_types():
    config, trainer = make("counter")
    state = trainer.init(jax.random.key(0), hparams_of(config))
    before = {name: (x.shape, x.dtype, x.weak_type) for name, x in leaves(state).items()}
    for rate in (1e-3, 1e-2):
        state, _ = trainer.epoch(state)
        state = state.replace(hparams=hparams_of(config, learning_rate=rate))
    assert {name: (x.shape, x.dtype, x.weak_type) for name, x in leaves(state).items()} == before
    assert trainer.epoch._cache_size() == 1
    assert trainer.init._cache_size() == 1


def test_the_state_that_went_in_is_donated():
    _, trainer = make("counter")
    state = start("counter")
    obs = state.replay.rows.obs
    trainer.epoch(state)
    assert obs.is_deleted()


def test_metrics_are_finite_scalars_by_their_names():
    state, metrics = train("counter", 3)
    assert set(metrics) >= {
        "train/critic_loss",
        "train/policy_loss",
        "train/alpha_loss",
        "train/discriminator_loss",
        "train/alpha",
        "train/policy_entropy",
        "train/q_mean",
        "train/log_q_running",
        "train/physics_resets",
        "train/grad_norm_critics",
        "train/grad_norm_policy",
        "train/grad_norm_discriminator",
    }
    for name, value in metrics.items():
        assert value.shape == (), name
        assert jnp.isfinite(value), name
    assert all(np.isfinite(x).all() for x in leaves(state).values())


def test_updates_are_counted():
    config, trainer = make("counter")
    state, _ = train("counter", 2)
    iterations = 2 * trainer.iterations_per_epoch
    assert iterations == 2 * (32 // (8 * 2))
    assert int(state.counters.iteration) == iterations
    assert int(state.counters.updates) == iterations * config.updates_per_iteration * 2
    # What the optimisers themselves have counted.
    assert int(state.objective.opt_state.count) == iterations * config.updates_per_iteration
    assert int(state.agent.policy_opt.count) == int(state.counters.updates)
    assert int(state.agent.critics_opt.count) == int(state.counters.updates)


# Lanes of a sweep.


@pytest.fixture(scope="module")
def lanes():
    """Two runs as lanes of one: their states after init and after an epoch."""
    config, trainer = make("counter")
    keys = jax.random.split(jax.random.key(5), 2)
    hparams = jax.tree.map(
        lambda *x: jnp.stack(x),
        hparams_of(config),
        hparams_of(config, learning_rate=1e-2, alpha=0.5, discount=0.9, reward_scale=1.0, tau=0.1),
    )
    axes = training.lane_axes()
    init = jax.jit(jax.vmap(trainer.init, out_axes=axes))
    epoch = jax.jit(jax.vmap(trainer.epoch, in_axes=(axes,), out_axes=(axes, 0)))
    first = init(keys, hparams)
    return keys, hparams, first, epoch(first), epoch.lower(first).as_text()


def lane(state, i):
    axes = training.lane_axes()
    return jax.tree.map(
        lambda axis, part: part if axis is None else jax.tree.map(lambda x: x[i], part),
        axes,
        state,
        is_leaf=lambda x: x is None,
    )


@pytest.mark.parametrize("i", [0, 1])
def test_a_lane_is_its_own_run(lanes, i):
    keys, hparams, first, (after, metrics), _ = lanes
    _, trainer = make("counter")
    own = trainer.init(keys[i], jax.tree.map(lambda x: x[i], hparams))
    assert_close(lane(first, i), own)
    own, own_metrics = trainer.epoch(own)
    assert_close(lane(after, i), own)
    assert_close(jax.tree.map(lambda x: x[i], metrics), own_metrics)


def test_lanes_with_one_key_differ_by_their_hyperparameters():
    config, trainer = make("counter")
    axes = training.lane_axes()
    changes = {
        "learning_rate": 1e-2,
        "discriminator_learning_rate": 1e-2,
        "discriminator_weight_decay": 0.5,
        "discriminator_noise": 0.5,
        "discount": 0.5,
        "tau": 0.5,
        "alpha": 0.9,
        "reward_scale": 9.0,
        "max_grad_norm": 1e-3,
    }
    every = [hparams_of(config), *(hparams_of(config, **{name: x}) for name, x in changes.items())]
    keys = jnp.stack([jax.random.key(3)] * len(every))
    states = jax.vmap(trainer.init, out_axes=axes)(keys, jax.tree.map(lambda *x: jnp.stack(x), *every))
    states, _ = jax.vmap(trainer.epoch, in_axes=(axes,), out_axes=(axes, 0))(states)
    learned = {name: x for name, x in leaves((states.agent, states.objective)).items() if x.ndim > 1}
    for i, name in enumerate(changes, start=1):
        assert any(not np.array_equal(x[0], x[i]) for x in learned.values()), name


def scatters(text):
    """Of each scatter of a program (StableHLO): the shapes of what it writes into and of its indices."""
    lines = iter(text.splitlines())
    found = []
    for line in lines:
        if "stablehlo.scatter" in line:
            # What it does with an element stands between the operation and its types.
            types = next(end for end in lines if end.strip().startswith("}) : ("))
            shapes = re.findall(r"tensor<((?:\d+x)*)\w+>", types)
            found.append((shapes[0].rstrip("x"), shapes[1].rstrip("x")))
    return found


def test_lanes_share_the_ring_position(lanes):
    _, _, _, (after, _), text = lanes
    assert after.replay.position.shape == ()
    assert after.counters.iteration.shape == ()
    # vmap makes every insert a scatter: of one slice over all lanes, where they share the position.
    rows = after.replay.rows.obs
    ring = "x".join(map(str, rows.shape))
    assert [index for into, index in scatters(text) if into == ring] == ["3"]

    def insert(row, position):
        return jax.lax.dynamic_update_slice(row, row[:1], (position, 0, 0))

    apart = jax.jit(jax.vmap(insert)).lower(rows, jnp.arange(2)).as_text()
    assert scatters(apart) == [(ring, "2x3")]


# What replay holds.


@pytest.mark.parametrize(("name", "lifetime"), [("counter", 5), ("resampled", 3)])
def test_replay_keeps_whole_episodes(name, lifetime):
    state, _ = train(name, 2)
    rows = history(state)
    count, episode = rows.obs[..., 0], rows.obs[..., 1]
    # The next row is the successor, and the last state of an episode is there.
    going_on = rows.valid[:-1]
    np.testing.assert_array_equal(count[1:][going_on], count[:-1][going_on] + 1)
    np.testing.assert_array_equal(episode[1:][going_on], episode[:-1][going_on])
    # First episodes are cut after a random number of steps, the others at their end.
    later = np.cumsum(~rows.valid, axis=0) - ~rows.valid > 0
    np.testing.assert_array_equal(rows.valid[later], count[later] < lifetime)
    first_ends = count[~rows.valid & ~later]
    assert first_ends.min() > 0
    assert first_ends.max() <= lifetime
    assert np.unique(first_ends).size > 1
    np.testing.assert_array_equal(count[1:][~going_on], 0)
    assert (episode[1:][~going_on] != episode[:-1][~going_on]).all()
    # The counter's lifetime terminates; the time limit does not.
    ends = rows.valid & (count == lifetime - 1)
    np.testing.assert_array_equal(rows.terminated, ends if name == "resampled" else np.zeros_like(ends))
    # The feature that the observation lacks.
    np.testing.assert_array_equal(rows.features[..., 0], 2 * count)
    assert rows.features.shape[-1] == 1


@pytest.mark.parametrize("epochs", [1, 5])
def test_counts_equal_a_count_of_replay(epochs):
    # The ring holds 20 slices: 8 of warm-up and 4 of each epoch, so the fourth wraps around.
    config, _ = make("counter")
    state, _ = train("counter", epochs)
    assert int(state.replay.size) == min(8 + 4 * epochs, 20)
    rows = history(state)
    drawable = rows.valid[:-1]
    counts = np.bincount(rows.skill[:-1][drawable], minlength=config.num_skills)
    np.testing.assert_array_equal(state.replay.counts, counts)


@pytest.mark.parametrize("num_epochs", [1, 2])
def test_broken_physics_is_counted_and_never_kept(num_epochs):
    state, metrics = train("brittle", num_epochs)
    # Eight steps of warm-up, then four in each epoch; in half of the environments, steps 3, 6, … break.
    last = 8 + 4 * num_epochs
    assert metrics["train/physics_resets"] == 4 * sum(step % 3 == 0 for step in range(last - 3, last + 1))
    assert int(state.counters.env_steps) == 8 * last - 4 * (last // 3)
    for name, x in leaves(state).items():
        if name != ".log_q_running" and jnp.issubdtype(x.dtype, jnp.floating):
            assert np.isfinite(x).all(), name
    assert all(np.isfinite(x).all() for name, x in metrics.items() if name != "train/log_q_running")
    rows = history(state)
    # Row 0 is the first state; row t that of step t, which leads to row t + 1.
    broken = rows.obs[:-1, 0, 0] == 2
    np.testing.assert_array_equal(rows.valid[:-1, 0], ~broken)
    np.testing.assert_array_equal(rows.obs[1:, 0, 0], (rows.obs[:-1, 0, 0] + 1) % 3)
    assert rows.valid[:-1, 1].all()
    assert not rows.terminated.any()


@pytest.mark.parametrize("name", ["counter", "resampled", "ends", "truncates", "uneven"])
def test_env_steps_count_real_transitions_only(name):
    state, _ = train(name, 1)
    rows = history(state)
    assert rows.skill.shape[0] < state.replay.rows.skill.shape[0], "the ring must not have wrapped"
    assert int(state.counters.env_steps) == rows.valid.sum()
    assert rows.valid.sum() < rows.valid.size


def test_a_transition_costs_one_observation():
    _, trainer = make("counter")
    state = start("counter")
    size = sum(x.nbytes for x in jax.tree.leaves(state.replay.rows))
    assert size == trainer.bytes_per_transition * state.replay.rows.skill.size
    # Two of observation, one of feature, one of action; skill and two flags.
    assert trainer.bytes_per_transition == 4 * 4 + 3


# Skills.


@pytest.mark.parametrize(("num_envs", "num_skills"), [(5, 2), (8, 2)])
def test_tiled_skills_stay(num_envs, num_skills):
    name = "uneven" if num_envs == 5 else "counter"
    state, _ = train(name, 2)
    tiled = np.arange(num_envs) % num_skills
    np.testing.assert_array_equal(state.skill, tiled)
    rows = history(state)
    np.testing.assert_array_equal(rows.skill, np.broadcast_to(tiled, rows.skill.shape))


def test_resampled_skills_change_after_the_reset_row_alone():
    state, _ = train("resampled", 4)
    rows = history(state)
    changed = rows.skill[1:] != rows.skill[:-1]
    # So a transition's skill, the terminal one's too, is the one that it was acted with.
    assert not changed[rows.valid[:-1]].any()
    drawn = rows.skill[1:][~rows.valid[:-1]]
    assert set(drawn) == {0, 1, 2, 3}
    # Environments draw each for itself.
    assert np.unique(rows.skill, axis=1).shape[1] == rows.skill.shape[1]


# What the networks see.


def test_the_agent_sees_the_features_that_its_observation_lacks():
    def input_size(**fields):
        config = tiny_config(**fields)
        trainer = training.make_trainer(config, counter())
        state = jax.eval_shape(trainer.init, jax.random.key(0), hparams_of(config))
        sizes = {
            int(x.shape[-2])
            for name, x in leaves(state.agent.policy).items()
            if "kernel" in name and x.shape[-1] == 8
        }
        (size,) = sizes
        return size - config.num_skills, trainer.feature_map.size, trainer.feature_map.stored_size

    # The observation has two numbers; `double`, the default, is not among them.
    assert input_size() == (3, 1, 1)
    assert input_size(agent_sees_features=False) == (2, 1, 1)
    assert input_size(features="double") == (3, 1, 1)
    assert input_size(features="obs") == (2, 2, 0)
    assert input_size(features="obs", agent_sees_features=False) == (2, 2, 0)
    assert input_size(features="dims:1") == (2, 1, 0)


@pytest.mark.parametrize("epochs", [0, 3])
def test_statistics_equal_numpys_over_all_that_was_seen(epochs):
    state, _ = train("resampled", epochs)
    rows = history(state)
    # What each step gave back: all rows but the first, and the state that is acted in next.
    last = np.concatenate(
        [state.env.timestep.obs, np.asarray(state.env.timestep.features["double"])], axis=-1
    )
    seen = np.concatenate([np.concatenate([rows.obs, rows.features], -1)[1:], last[None]])
    seen = seen.reshape(-1, 3).astype(np.float64)
    assert float(state.statistics.count) == len(seen)
    np.testing.assert_allclose(state.statistics.mean, seen.mean(0), rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(state.statistics.m2 / len(seen), seen.var(0), rtol=1e-3)


def test_networks_see_normalised_values():
    _, trainer = make("counter")
    statistics = training.Statistics(jnp.array(4.0), jnp.array([1.0, 2.0, 3.0]), jnp.array([16.0, 4.0, 0.0]))
    obs, stored = jnp.array([[5.0, 2.5]]), jnp.array([[7.0]])
    np.testing.assert_allclose(trainer.agent_input(statistics, obs, stored), [[2.0, 0.5, 4.0]], rtol=1e-6)
    np.testing.assert_allclose(trainer.features(None, statistics, obs, stored), [[4.0]], rtol=1e-6)
    bound = training.NORMALIZED_BOUND
    far = trainer.agent_input(statistics, 1e6 * obs, -1e6 * stored)
    np.testing.assert_allclose(far, [[bound, bound, -bound]])


def test_normalisation_can_be_switched_off():
    trainer = training.make_trainer(tiny_config(normalize=False), counter())
    statistics = training.Statistics(jnp.array(4.0), jnp.ones(3), jnp.ones(3))
    obs, stored = jnp.array([[50.0, 2.5]]), jnp.array([[7.0]])
    np.testing.assert_array_equal(trainer.agent_input(statistics, obs, stored), [[50.0, 2.5, 7.0]])
    np.testing.assert_array_equal(trainer.features(None, statistics, obs, stored), stored)


def test_statistics_survive_an_observation_far_from_zero():
    env = counter()

    def moved(timestep):
        return timestep.replace(obs=timestep.obs * jnp.array([1e-2, 1.0]) + jnp.array([1e3, 0.0]))

    far = env._replace(
        reset=lambda keys: moved(env.reset(keys)), step=lambda state, action: moved(env.step(state, action))
    )
    config = tiny_config(episode_length=10_000)
    state = training.make_trainer(config, far).init(jax.random.key(0), hparams_of(config))
    # Eight steps of warm-up, and no end of an episode; from zero, all but noise of this would be lost to
    # rounding.
    variance = np.var([1, 2, 3, 4, 5, 6, 7, 8]) * 1e-4
    np.testing.assert_allclose(state.statistics.m2[0] / state.statistics.count, variance, rtol=0.05)


# What an update is given.


def witness(**fields):
    """An epoch with an objective that counts its updates and an agent that shows its batches."""
    fields = {"num_skills": 3, "batch_size": 64, "epoch_steps": 16, "discriminator_noise": 0.5, **fields}
    config = tiny_config(**fields)
    seen = []

    def make_objective(config, feature_size, log_prior, axis):
        return Objective(
            init=lambda key, hparams: jnp.zeros(()),
            update=lambda state, batch, hparams: (
                state + 1,
                {"discriminator_rate": hparams.discriminator_learning_rate},
            ),
            reward=lambda state, batch: jnp.full(batch.skill.shape, state),
            log_probs=lambda state, features: jnp.broadcast_to(log_prior, (*features.shape[:-1], 3)),
            loss=lambda state, batch: jnp.zeros(()),
        )

    def make_agent(config, input_size, action_size, axis, image_shape):
        def update(state, batch, reward, hparams, latent_loss):
            jax.debug.callback(lambda *args: seen.append(jax.tree.map(np.array, args)), state, batch, reward)
            return state + 1, {"rate": hparams.learning_rate}

        return Agent(
            init=lambda key, hparams: jnp.zeros((), jnp.int32),
            act=lambda state, obs, skill, keys: jnp.zeros((obs.shape[0], action_size)),
            update=update,
            latent=lambda state, obs: obs,
        )

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(training.OBJECTIVES, "diayn", make_objective)
        patch.setitem(training.AGENTS, "sac", make_agent)
        trainer = training.make_trainer(config, counter(lifetime=3))
    hparams = hparams_of(config, learning_rate=0.5, discriminator_learning_rate=0.25)
    state, metrics = trainer.epoch(trainer.init(jax.random.key(0), hparams))
    jax.block_until_ready(state)
    jax.effects_barrier()
    return config, state, sorted(seen, key=lambda args: int(args[0])), metrics


@pytest.fixture(scope="module")
def witnessed():
    return witness(normalize=False, discriminator_updates=3, agent_updates=2, reward_scale=10.0)


def test_the_objective_is_updated_before_it_rewards(witnessed):
    config, _, seen, _ = witnessed
    # Two iterations of two rounds of three objective updates and two of the agent.
    assert [int(step) for step, _, _ in seen] == list(range(8))
    rewards = [reward for _, _, reward in seen]
    expected = [10.0 * 3 * (1 + i // 2) for i in range(8)]
    np.testing.assert_array_equal(rewards, np.repeat(np.array(expected)[:, None], config.batch_size, axis=1))


def test_a_batch_holds_transitions(witnessed):
    _, _, seen, _ = witnessed
    for _, batch, _ in seen:
        real = batch.weight > 0
        count, double = batch.obs[:, 0], batch.obs[:, 2]
        np.testing.assert_array_equal(double, 2 * count)
        # Reset rows weigh nothing, whether the count was at its end or the first episode was cut; the
        # others weigh the same.
        np.testing.assert_array_equal(real, batch.next_obs[:, 0] > 0)
        assert not real[count == 3].any()
        np.testing.assert_allclose(batch.weight[real], 1 / real.sum(), rtol=1e-5)
        np.testing.assert_array_equal(batch.next_obs[real, 0], count[real] + 1)
        np.testing.assert_array_equal(batch.next_obs[real, 1], batch.obs[real, 1])
        np.testing.assert_array_equal(batch.next_obs[:, 2], 2 * batch.next_obs[:, 0])
        # What the discriminator sees is of the next state.
        np.testing.assert_array_equal(batch.features[:, 0], batch.next_obs[:, 2])
        np.testing.assert_array_equal(batch.terminated[real], count[real] == 2)
        assert not batch.terminated[~real].any()
        assert 0 < real.sum() < real.size


@pytest.mark.parametrize(
    ("anneal", "num_env_steps"), [(0.0, 40), (1.0, 40), (0.5, 40), (0.5, 1000), (1.0, 10)]
)
def test_learning_rates_fall_to_nothing_at_the_end_of_the_run(anneal, num_env_steps):
    config, state, _, metrics = witness(anneal=anneal, num_env_steps=num_env_steps, epoch_steps=8)
    # One iteration, so the mean over the epoch is the rate at its one moment.
    share_left = max(0.0, 1 - int(state.counters.env_steps) / config.num_env_steps)
    factor = min(1.0, share_left / anneal) if anneal else 1.0
    assert metrics["train/rate"] == pytest.approx(0.5 * factor, rel=1e-5)
    assert metrics["train/discriminator_rate"] == pytest.approx(0.25 * factor, rel=1e-5)
    # What a sweep set stays as it was.
    assert state.hparams.learning_rate == 0.5


def test_batches_weigh_skills_by_the_prior_over_their_share(witnessed):
    config, state, seen, _ = witnessed
    # After the second iteration, replay is as it was for the last batches.
    counts = np.asarray(state.replay.counts)
    _, batch, _ = seen[-1]
    np.testing.assert_allclose(batch.skill_weight, (1 / 3 / (counts / counts.sum()))[batch.skill], rtol=1e-5)
    assert batch.skill.dtype == np.int32
    assert set(np.unique(batch.skill)) == set(range(config.num_skills))


def test_every_batch_is_a_new_one(witnessed):
    _, _, seen, _ = witnessed
    for part in ("noise", "blurred_features"):
        values = [getattr(batch, part).tobytes() for _, batch, _ in seen]
        assert len(set(values)) == len(values), part


def test_noise_is_standard_normal_and_blur_by_the_setting(witnessed):
    _, _, seen, _ = witnessed
    noise = np.concatenate([batch.noise.ravel() for _, batch, _ in seen])
    blur = np.concatenate([(batch.blurred_features - batch.features).ravel() for _, batch, _ in seen])
    assert scipy.stats.kstest(noise, "norm").pvalue > 1e-3
    assert scipy.stats.kstest(blur / 0.5, "norm").pvalue > 1e-3
    assert abs(np.corrcoef(noise[::2][: blur.size], blur)[0, 1]) < 0.2


def test_blur_is_in_the_features_own_units():
    # A feature of standard deviation 2 is halved for the networks, and so is its noise.
    _, state, seen, _ = witness()
    deviation = np.sqrt(state.statistics.m2[2] / state.statistics.count)
    assert deviation > 1.5
    # The last batches were normalised by the statistics that stand in the state.
    _, batch, _ = seen[-1]
    assert (batch.blurred_features - batch.features).std() == pytest.approx(0.5 / deviation, rel=0.4)


# Keys.


def test_no_key_is_used_twice(monkeypatch):
    """Every key that init and two epochs consume is seen by a callback, under scan and vmap."""
    used = []

    def spy(op):
        original = getattr(jax.random, op)

        def wrapped(key, *args, **kwargs):
            typed = jax.dtypes.issubdtype(key.dtype, jax.dtypes.prng_key)
            data = jax.random.key_data(key) if typed else key
            folded = args[0] if op == "fold_in" else 0
            jax.debug.callback(
                lambda key, folded: used.append((op, np.asarray(key).tobytes(), int(folded))), data, folded
            )
            return original(key, *args, **kwargs)

        monkeypatch.setattr(jax.random, op, wrapped)

    draws = ("uniform", "normal", "randint", "categorical", "bernoulli", "permutation", "choice", "bits")
    for op in ("split", "fold_in", *draws):
        spy(op)
    config = tiny_config(
        num_envs=4,
        batch_size=4,
        warmup_steps=12,
        epoch_steps=12,
        rollout_length=2,
        skill_sampling="resampled",
        alpha="auto",
        agent_updates=2,
        discriminator_updates=2,
        discriminator_noise=0.1,
        episode_length=2,
    )
    trainer = training.make_trainer(config, counter())
    state = trainer.init(jax.random.key(0), hparams_of(config))
    for _ in range(2):
        state, _ = trainer.epoch(state)
    jax.block_until_ready(state)
    jax.effects_barrier()

    # A key is drawn from once, or split once, or folded with different numbers: one of the three.
    kinds = {}
    for op, key, _ in used:
        kinds.setdefault(key, set()).add("draw" if op in draws else op)
    assert {kind for kinds_of in kinds.values() for kind in kinds_of} == {"draw", "split", "fold_in"}
    assert [kinds_of for kinds_of in kinds.values() if len(kinds_of) > 1] == []
    assert len(used) == len(set(used)), "a key was drawn from, split or folded with one number twice"
    assert len(used) > 200


# Probes.


def evaluate(name, state):
    config, trainer = make(name)
    return evaluation.make_evaluator(config, trainer).quick(state)


def test_skills_that_show_are_told_apart():
    # Environment i shows i % K whatever is done, so the bound must reach ln K.
    config, _ = make("tell_tale")
    state, _ = train("tell_tale", 20, discriminator_learning_rate=1e-2)
    figures = evaluate("tell_tale", state)
    assert figures["eval/mi"] == pytest.approx(np.log(config.num_skills), rel=0.02)
    assert figures["eval/mi"] <= np.log(config.num_skills) + 1e-6
    assert figures["eval/discriminator_accuracy"] == pytest.approx(1.0, rel=1e-6)


def test_skills_that_cannot_be_told_apart_are_not():
    state, _ = train("hopeless", 20, discriminator_learning_rate=1e-2)
    figures = evaluate("hopeless", state)
    assert -0.1 < figures["eval/mi"] < 0.05


@pytest.mark.parametrize("weighted", [True, False])
def test_q_answers_for_the_prior_and_not_for_who_lives_longest(weighted):
    # All states look alike, so q can only learn how often each skill is met.
    name = "uneven" if weighted else "uneven, unweighted"
    _, trainer = make(name)
    state, _ = train(name, 15, discriminator_learning_rate=1e-2)
    shares = np.asarray(state.replay.counts) / np.asarray(state.replay.counts).sum()
    assert shares[0] > 0.65
    seen = trainer.features(state.agent, state.statistics, jnp.ones((1, 1)), jnp.zeros((1, 0)))
    q = np.exp(trainer.objective.log_probs(state.objective, seen))[0]
    np.testing.assert_allclose(q, [0.5, 0.5] if weighted else shares, atol=0.06)


@pytest.mark.parametrize(("name", "factor"), [("ends", 1.0), ("truncates", 2.0)])
def test_only_a_termination_stops_the_bootstrap(name, factor):
    # One state, the discriminator held still, γ = 1/2: Q is the reward r(z) where every step
    # terminates, and 2 r(z) where every step is cut off by the time limit.
    config, trainer = make(name)
    state, _ = train(
        name,
        150,
        discriminator_learning_rate=0.0,
        alpha=0.0,
        discount=0.5,
        tau=0.1,
        learning_rate=5e-3,
        reward_scale=10.0,
    )
    rows = history(state)
    assert rows.terminated.any() == (name == "ends")
    seen = trainer.features(state.agent, state.statistics, jnp.ones((1, 1)), jnp.zeros((1, 0)))
    reward = 10 * (np.asarray(trainer.objective.log_probs(state.objective, seen))[0] + np.log(2))
    assert np.abs(reward).max() > 0.5, "the untrained discriminator must prefer one skill"
    skill = jnp.arange(2)
    critics = TwinCritic(config.num_skills, config.critic_hidden_sizes, config.critic_layer_norm)
    obs = jnp.broadcast_to(trainer.agent_input(state.statistics, jnp.ones((1, 1)), jnp.zeros((1, 0))), (2, 1))
    # Where the policy acts: elsewhere a small replay may hold nothing to learn from.
    action = trainer.agent.act(state.agent, obs, skill, None)
    q = critics.apply(state.agent.critics, obs, skill, action)
    np.testing.assert_allclose(q, np.broadcast_to(factor * reward, (2, 2)), atol=0.1 * np.abs(reward).max())


@pytest.mark.parametrize("name", ["ends", "truncates"])
def test_episodes_of_one_step(name):
    state, metrics = train(name, 2)
    rows = history(state)
    np.testing.assert_array_equal(rows.valid[:, 0], np.arange(len(rows.valid)) % 2 == 0)
    np.testing.assert_array_equal(
        rows.terminated, rows.valid if name == "ends" else np.zeros_like(rows.valid)
    )
    assert all(jnp.isfinite(x) for x in metrics.values())


def test_log_q_running_is_a_decaying_mean_over_finished_episodes():
    # The discriminator held still, and inputs raw: each count has one log q for each skill.
    config, trainer = make("steady")
    state, metrics = train("steady", 2, discriminator_learning_rate=0.0)
    counts = jnp.arange(4.0)[:, None]
    seen = trainer.features(state.agent, state.statistics, jnp.concatenate([counts, counts], -1), 2 * counts)
    log_q = np.asarray(trainer.objective.log_probs(state.objective, seen))
    rows = history(state)
    after = np.append(rows.valid[1:], np.ones_like(rows.valid[:1]), axis=0)
    ended = rows.valid & (rows.terminated | ~after)
    total = weight = 0.0
    # The steps before the first update count as one iteration.
    iterations = 2 * trainer.iterations_per_epoch
    first = len(rows.valid) - iterations * config.rollout_length
    assert first == config.warmup_steps // config.num_envs
    for start, stop in itertools.pairwise([0, *range(first, len(rows.valid) + 1, config.rollout_length)]):
        means = []
        for t, e in zip(*np.nonzero(ended[start:stop]), strict=True):
            episode = range(start + t, start + t - int(rows.obs[start + t, e, 0]) - 1, -1)
            assert rows.valid[episode, e].all()
            means.append(np.mean([log_q[int(rows.obs[i, e, 0]) + 1, rows.skill[i, e]] for i in episode]))
        decay = 0.99 ** len(means)
        total = decay * total + (1 - decay) * (np.mean(means) if means else 0.0)
        weight = decay * weight + 1 - decay
    np.testing.assert_allclose(metrics["train/log_q_running"], total / weight, rtol=1e-5)
