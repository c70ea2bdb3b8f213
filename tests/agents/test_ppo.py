"""PPO: its equations, one step against its formulas, its batches, and tasks with known answers."""

import functools
import json

import jax
import jax.numpy as jnp
import numpy as np
import optax
import pytest
import scipy.stats
from arrays import close, normal
from probes import (
    blank_batch,
    blind,
    chooser,
    counter,
    film,
    hparams_of,
    jitted,
    static_fields,
    tiny_config,
    tiny_problem,
    walker,
)
from states import history

from diayn_jax import agents, envs, equations, parallel, resolve, skills, training
from diayn_jax import replay as ring
from diayn_jax.agents.ppo import FIRST_STD, make_ppo
from diayn_jax.config import OF_REPLAY, ConfigError
from diayn_jax.interfaces import AgentSpec, OnPolicyAgent
from diayn_jax.networks import CategoricalPolicy, Policy, ValueNetwork
from diayn_jax.resolve import make_config
from diayn_jax.run import schedule
from diayn_jax.training.learners import on_policy
from diayn_jax.types import Step

BATCH, SKILLS, OBS, ACTIONS = 8, 2, 3, 2


# Equations.


def advantages_by_the_book(reward, value, terminated, valid, discount, gae_lambda):
    """Returns Σ_k (γλ)^k δ_{t+k} for each transition, over the rows that remain of its episode."""
    length, count = reward.shape
    found = np.zeros((length, count))
    for e in range(count):
        for t in range(length):
            weight, u = 1.0, t
            while u < length and valid[u, e]:
                bootstrap = 0 if terminated[u, e] else discount * value[u + 1, e]
                found[t, e] += weight * (reward[u, e] + bootstrap - value[u, e])
                if terminated[u, e]:
                    break
                weight, u = weight * discount * gae_lambda, u + 1
    return found


@pytest.mark.parametrize("gae_lambda", [0.0, 0.7, 1.0])
@pytest.mark.parametrize("jit", [False, True])
def test_advantages_are_by_the_book(gae_lambda, jit):
    draw = np.random.default_rng(0)
    reward, value = draw.normal(size=(12, 5)), draw.normal(size=(13, 5))
    # A reset row follows each row that ends an episode. Some resets follow no termination; these are time
    # limits.
    valid = draw.random((12, 5)) > 0.25
    terminated = np.zeros((12, 5), bool)
    terminated[:-1] = valid[:-1] & ~valid[1:] & (draw.random((11, 5)) > 0.5)
    assert terminated.any()
    assert (valid[:-1] & ~valid[1:] & ~terminated[:-1]).any()
    run = equations.generalized_advantages
    found = (jax.jit(run) if jit else run)(reward, value, terminated, valid, 0.9, gae_lambda)
    expected = advantages_by_the_book(reward, value, terminated, valid, 0.9, gae_lambda)
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-5)


def test_a_time_limit_bootstraps_and_a_termination_does_not():
    # One environment with a step whose reward is 1 and a reset row. γ = 0.9, and V = 10 everywhere.
    value, valid = jnp.full((3, 1), 10.0), jnp.array([[True], [False]])
    reward = jnp.array([[1.0], [7.0]])
    for ended, expected in ((False, 1 + 9 - 10), (True, 1 - 10)):
        found = equations.generalized_advantages(reward, value, jnp.array([[ended], [False]]), valid, 0.9, 1)
        np.testing.assert_allclose(found, [[expected], [0.0]], rtol=1e-6)


def test_the_surrogate_is_clipped_where_that_is_less():
    log_ratio = jnp.log(jnp.array([0.5, 0.5, 1.0, 1.5, 1.5]))
    advantage = jnp.array([2.0, -2.0, 3.0, 2.0, -2.0])
    found = equations.clipped_surrogate(log_ratio, advantage, 0.2)
    np.testing.assert_allclose(found, [1.0, -1.6, 3.0, 2.4, -3.0], rtol=1e-6)
    slope = jax.grad(lambda x: equations.clipped_surrogate(x, advantage, 0.2).sum())(log_ratio)
    # Beyond the bound, on the side that improves the objective, the gradient is zero.
    np.testing.assert_allclose(slope, [1.0, 0.0, 3.0, 0.0, -3.0], atol=1e-6)


def test_the_log_probability_of_a_squashed_gaussian():
    mean, log_std = jnp.array([0.3, -1.0]), jnp.array([-0.5, 0.2])
    u = jnp.array([[0.1, 0.4], [-2.0, 1.5]])
    density = scipy.stats.norm(mean, np.exp(log_std)).logpdf(u) - np.log(1 - np.tanh(u) ** 2)
    np.testing.assert_allclose(equations.tanh_gaussian_log_prob(mean, log_std, u), density.sum(-1), rtol=1e-4)
    noise = normal(0, 7, 2)
    log_prob = equations.tanh_gaussian(mean, log_std, noise)[1]
    found = equations.tanh_gaussian_log_prob(mean, log_std, mean + jnp.exp(log_std) * noise)
    np.testing.assert_allclose(found, log_prob, rtol=1e-4)
    assert jnp.isfinite(equations.tanh_gaussian_log_prob(mean, log_std, jnp.array([30.0, -30.0])))


def test_moments_of_a_mixture():
    draw = np.random.default_rng(1)
    a, b = draw.normal(3, 2, 600), draw.normal(-1, 0.5, 200)
    both = np.concatenate([a, b])
    found = equations.mixed_moments(a.mean(), a.var(), b.mean(), b.var(), 0.25)
    np.testing.assert_allclose(found, (both.mean(), both.var()), rtol=1e-6)


def test_a_rescaled_output_stands_for_the_same():
    hidden, kernel, bias = normal(0, 5, 4), normal(1, 4, 1), normal(2, 1)
    before = 3.0 + 2.0 * (hidden @ kernel + bias)
    kernel, bias = equations.rescaled_output(kernel, bias, 3.0, 2.0, -7.0, 0.1)
    np.testing.assert_allclose(-7.0 + 0.1 * (hidden @ kernel + bias), before, rtol=1e-4)


# The agent.


@functools.cache
def agent_of(discrete, **static):
    problem = tiny_problem(
        skills=skills.categorical(SKILLS),
        input_size=OBS,
        action_size=ACTIONS,
        num_actions=ACTIONS if discrete else None,
    )
    return jitted(make_ppo(tiny_config(num_skills=SKILLS, agent="ppo", **static), problem))


def make(discrete=False, **fields):
    hparams = hparams_of(tiny_config(num_skills=SKILLS, agent="ppo", **fields), ACTIONS)
    agent = agent_of(discrete, **static_fields(fields, hparams))
    return agent, agent.init(jax.random.key(0), hparams), hparams


def batch_of(agent, state, **changes):
    skill = jnp.arange(BATCH, dtype=jnp.int32) % SKILLS
    obs, keys = normal(1, BATCH, OBS), jax.random.split(jax.random.key(3), BATCH)
    action, extras = agent.sample(state, obs, skill, keys)
    values = {
        "obs": obs,
        "action": action,
        "skill": skill,
        "weight": jnp.arange(BATCH) / sum(range(BATCH)),
        "agent_noise": jax.vmap(agent.noise)(keys),
        "extras": extras,
    }
    return blank_batch(BATCH, **{**values, **changes})


def log_prob_of(params, b, discrete):
    """Returns log π(a|s, z) [B] and the entropy [B], written out so that JAX can differentiate them."""
    z = jnp.eye(SKILLS)[b.skill]
    if discrete:
        log_p = jax.nn.log_softmax(CategoricalPolicy(ACTIONS, (8,)).apply(params, b.obs, z))
        return log_p[jnp.arange(BATCH), b.action], -(jnp.exp(log_p) * log_p).sum(-1)
    mean, log_std = Policy(ACTIONS, (8,)).apply(params, b.obs, z)

    def density(u):
        of_normal = jax.scipy.stats.norm.logpdf(u, mean, jnp.exp(log_std))
        return (of_normal - jnp.log(1 - jnp.tanh(u) ** 2)).sum(-1)

    return density(b.extras["taken"]), -density(mean + jnp.exp(log_std) * b.agent_noise)


@pytest.mark.parametrize("discrete", [False, True])
def test_one_update_is_by_the_book(discrete):
    agent, state, hparams = make(discrete, learning_rate=1e-2, clip=0.1, entropy_weight=0.3)
    b = batch_of(agent, state)
    stored, _ = log_prob_of(state.policy, b, discrete)
    np.testing.assert_allclose(b.extras["log_prob"], stored, rtol=1e-4, atol=1e-5)
    # The stored log-probabilities now look as if another policy had acted.
    other = b.extras["log_prob"] + 0.2 * normal(9, BATCH)
    b = b._replace(extras=b.extras | {"log_prob": other})
    advantage, target = normal(4, BATCH), 5 + 3 * normal(5, BATCH)
    new, metrics = jax.jit(agent.update)(state, b, advantage, target, hparams)

    def policy_loss(params):
        log_prob, entropy = log_prob_of(params, b, discrete)
        ratio = jnp.exp(log_prob - other)
        gain = jnp.minimum(ratio * advantage, jnp.clip(ratio, 0.9, 1.1) * advantage)
        return -(b.weight * (gain + 0.3 * entropy)).sum()

    # The critic has seen no moments but those of the first batch.
    mean = float(np.average(target, weights=b.weight))
    std = float(np.sqrt(np.average((target - mean) ** 2, weights=b.weight)))
    network = ValueNetwork((8,))

    def critic_loss(params):
        found = network.apply(params, b.obs, jnp.eye(SKILLS)[b.skill])
        return (b.weight * 0.5 * (found - (target - mean) / std) ** 2).sum()

    adam = optax.adam(1e-2)
    for loss, before, after, name in (
        (policy_loss, state.policy, new.policy, "policy_loss"),
        (critic_loss, state.critic, new.critic, "critic_loss"),
    ):
        value, slope = jax.jit(jax.value_and_grad(loss))(before)
        np.testing.assert_allclose(metrics[name], value, rtol=1e-4, atol=1e-5)
        updates, _ = adam.update(slope, adam.init(before))
        close(after, optax.apply_updates(before, updates), rtol=1e-3, atol=1e-4)
    np.testing.assert_allclose(new.targets[:2], (mean, std**2), rtol=1e-4)


def test_values_stay_what_they_are_while_their_scale_moves():
    agent, state, hparams = make()
    b = batch_of(agent, state)
    still = hparams | {"learning_rate": jnp.zeros(())}
    # The first update gives the values the size of the targets, whatever this size is.
    state, _ = agent.update(state, b, jnp.zeros(BATCH), jnp.full(BATCH, 300.0), still)
    before = agent.values(state, b.obs, b.skill)
    np.testing.assert_allclose(before, 300.0, atol=0.1)
    for scale in (1.0, 100.0, 1e-3):
        state, _ = agent.update(state, b, jnp.zeros(BATCH), scale * normal(6, BATCH), still)
        np.testing.assert_allclose(agent.values(state, b.obs, b.skill), before, rtol=1e-3)


def test_rows_without_weight_do_not_count():
    agent, state, hparams = make()
    b = batch_of(agent, state, weight=jnp.zeros(BATCH).at[0].set(1.0))
    other = b._replace(obs=b.obs.at[1:].set(7.0))
    ones = jnp.ones(BATCH)
    a, _ = agent.update(state, b, ones, ones, hparams)
    c, _ = agent.update(state, other, ones.at[1:].set(9), ones.at[1:].set(9), hparams)
    close(a.policy, c.policy, atol=1e-7)
    close(a.critic, c.critic, atol=1e-6)


def test_it_begins_near_the_middle_with_its_first_deviation():
    agent, state, _ = make()
    b = batch_of(agent, state)
    mean, log_std = Policy(ACTIONS, (8,)).apply(state.policy, b.obs, jnp.eye(SKILLS)[b.skill])
    assert jnp.abs(mean).max() < 0.1
    np.testing.assert_allclose(jnp.exp(log_std), FIRST_STD, rtol=0.1)
    np.testing.assert_allclose(agent.act(state, b.obs, b.skill, None), jnp.tanh(mean), rtol=1e-5)


@pytest.mark.parametrize("discrete", [False, True])
def test_one_skill_alone_acts_as_it_did(discrete):
    agent, state, hparams = make(discrete)
    b = batch_of(agent, state)
    state, _ = agent.update(state, b, normal(4, BATCH), normal(5, BATCH), hparams)
    config = tiny_config(agent="ppo", objective="task")
    problem = tiny_problem(
        skills=skills.make_skills("none", 1),
        input_size=OBS,
        action_size=ACTIONS,
        num_actions=ACTIONS if discrete else None,
    )
    plain = jitted(make_ppo(config, problem))
    one = jnp.ones(BATCH, jnp.int32)
    folded = agent.fold_skill(state, jnp.eye(SKILLS)[1])
    close(plain.act(folded, b.obs, jnp.zeros(BATCH, jnp.int32), None), agent.act(state, b.obs, one, None))
    # Learning continues from the folded policy, with its critic or with a new one.
    begun = plain.init(jax.random.key(7), hparams_of(config, ACTIONS))
    for with_critics in (False, True):
        taken = plain.warm_start(begun, state, jnp.eye(SKILLS)[1], with_critics)
        close(taken.policy, folded.policy)
        values = plain.values(taken, b.obs, jnp.zeros(BATCH, jnp.int32))
        assert np.allclose(values, agent.values(state, b.obs, one), atol=1e-4) == with_critics


# Data for learning.


def witness(num_devices=1, estimate=None, **fields):
    """Runs one epoch of two rollouts, with an agent that records its batches. The state's leaves are ()."""
    seen = []

    def make_showing(config, problem):
        def update(state, batch, advantage, target, hparams):
            index = jax.lax.axis_index(problem.axes) if problem.axes else 0
            jax.debug.callback(
                lambda *args: seen.append(jax.tree.map(np.array, args)),
                index,
                state,
                batch,
                advantage,
                target,
            )
            return state + 1, {}

        def sample(state, obs, skill, keys):
            action = jax.vmap(lambda key: jax.random.uniform(key, (problem.action_size,)))(keys)
            return action, {"doubled": 2 * action[:, 0]}

        return OnPolicyAgent(
            init=lambda key, hparams: jnp.zeros((), jnp.int32),
            act=lambda state, obs, skill, keys: jnp.zeros((obs.shape[0], problem.action_size)),
            sample=sample,
            values=lambda state, obs, skill: 3.0 + obs[:, 0],
            update=update,
            estimate=estimate,
        )

    usual = {"objective": "task", "rollout_length": 5, "batch_size": 12, "epoch_steps": 80, "epochs": 2}
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(agents.AGENTS, "showing", AgentSpec(make_showing, agents.spec("ppo").settings))
        config = tiny_config(agent="showing", normalize=False, discount=0.9, **(usual | fields))
        mesh = parallel.make_mesh(num_devices) if num_devices > 1 else None
        trainer = training.make_trainer(config, counter(lifetime=3), mesh)
        hparams = hparams_of(config)
    functions = training.compiled(trainer)
    state = functions.init(jax.random.key(0), hparams)
    state, _ = functions.epoch(state)
    jax.block_until_ready(state)
    jax.effects_barrier()
    return config, state, sorted(seen, key=lambda args: (int(args[1]), int(args[0])))


@pytest.fixture(scope="module")
def witnessed():
    return witness(reward_scale=10.0)


def test_a_pass_learns_from_each_row_of_the_last_rollout_once(witnessed):
    config, state, seen = witnessed
    # Two rollouts of 8 × 5 rows. Each has two passes of ⌈40/12⌉ = 4 minibatches.
    assert [int(step) for _, step, *_ in seen] == list(range(16))
    assert all(batch.weight.shape == (12,) for _, _, batch, *_ in seen)
    rows = ring.in_order(state.replay, config.rollout_length)
    for number in range(2):
        drawn = [batch for _, _, batch, *_ in seen[8 + 4 * number : 12 + 4 * number]]
        actions = np.concatenate([batch.action[batch.weight > 0, 0] for batch in drawn])
        valid = np.asarray(rows.valid)
        # Random actions identify the rows. A stratum with too few rows gives one row twice.
        assert set(actions) == set(np.asarray(rows.action)[valid][:, 0])
        assert len(actions) <= 4 * 12
        for batch in drawn:
            real = batch.weight > 0
            np.testing.assert_allclose(batch.weight[real], 1 / real.sum(), rtol=1e-5)
            np.testing.assert_array_equal(real, batch.next_obs[:, 0] > 0)
            np.testing.assert_array_equal(batch.next_obs[real, 0], batch.obs[real, 0] + 1)
            np.testing.assert_array_equal(batch.next_obs[real, 1], batch.obs[real, 1])
            np.testing.assert_array_equal(batch.extras["doubled"], 2 * batch.action[:, 0])
            np.testing.assert_array_equal(batch.reward[real], batch.action[real, 0])


def test_advantages_are_those_of_the_rollout(witnessed):
    config, state, seen = witnessed
    rows = jax.tree.map(np.asarray, ring.in_order(state.replay, config.rollout_length))
    last = np.asarray(state.env.timestep.obs)
    value = 3.0 + np.concatenate([rows.obs[..., 0], last[None, :, 0]])
    expected = advantages_by_the_book(10 * rows.reward, value, rows.terminated, rows.valid, 0.9, 0.95)
    target = expected + value[:-1]
    there = expected[rows.valid]
    normalised = (expected - there.mean()) / there.std()
    of_action = {}
    for t, e in zip(*np.nonzero(rows.valid), strict=True):
        of_action[rows.action[t, e, 0].item()] = normalised[t, e], target[t, e]
    for _, _, batch, advantage, targets in seen[8:]:
        for b in np.flatnonzero(batch.weight):
            found = advantage[b], targets[b]
            np.testing.assert_allclose(found, of_action[batch.action[b, 0].item()], rtol=1e-3, atol=1e-3)


@pytest.mark.parametrize("num_devices", [1, 4])
def test_advantages_are_normalised_over_the_rows_that_count(num_devices):
    draw = np.random.default_rng(3)
    advantage, weight = draw.normal(5, 3, 24), draw.uniform(0.5, 2, 24)
    weight[::3] = 0
    # The agent's values on reset rows do not change any advantage.
    advantage[::3] = [1e6, np.nan, -1e6, np.inf, 7, 8, 9, 10]
    real = weight > 0
    mean = np.average(advantage[real], weights=weight[real])
    std = np.sqrt(np.average((advantage[real] - mean) ** 2, weights=weight[real]))
    expected = np.zeros(24)
    expected[real] = (advantage[real] - mean) / std
    given = jnp.asarray(advantage, jnp.float32), jnp.asarray(weight, jnp.float32)
    if num_devices == 1:
        found = on_policy.normalised(*given, None)
    else:
        spec = jax.sharding.PartitionSpec(parallel.AXIS)
        found = jax.jit(
            jax.shard_map(
                lambda *rows: on_policy.normalised(*rows, parallel.AXIS),
                mesh=parallel.make_mesh(num_devices),
                in_specs=(spec, spec),
                out_specs=spec,
                check_vma=False,
            )
        )(*given)
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-5)


def test_small_weights_weigh_as_large_ones():
    advantage = jnp.array([1.0, 2.0, 4.0, 8.0])
    weight = jnp.array([1.0, 3.0, 0.0, 2.0])
    # The mean is 23/6, and the mean of the squares is (1 + 12 + 128)/6 = 47/2.
    std = np.sqrt(47 / 2 - (23 / 6) ** 2)
    expected = np.array([1 - 23 / 6, 2 - 23 / 6, 0, 8 - 23 / 6]) / std
    for scale in (1.0, 1e-3):
        np.testing.assert_allclose(on_policy.normalised(advantage, scale * weight, None), expected, rtol=1e-4)
    np.testing.assert_array_equal(on_policy.normalised(advantage, jnp.zeros(4), None), np.zeros(4))


def test_reset_rows_shift_no_advantages_of_an_agents_own_estimate():
    # On reset rows, whose actions are ignored, this estimate is about 1000.
    def estimate(state, rollout, reward, hparams):
        action = rollout.batch.action[..., 0]
        return jnp.where(rollout.valid, action, 1000 + action), jnp.zeros_like(action)

    config, state, seen = witness(estimate=estimate)
    rows = jax.tree.map(np.asarray, ring.in_order(state.replay, config.rollout_length))
    there = rows.action[..., 0][rows.valid].astype(np.float64)
    assert there.size < rows.valid.size
    for _, _, batch, advantage, _ in seen[8:]:
        real = batch.weight > 0
        expected = (batch.action[real, 0] - there.mean()) / there.std()
        np.testing.assert_allclose(advantage[real], expected, rtol=1e-3, atol=1e-4)
        np.testing.assert_array_equal(advantage[~real], 0)


def test_devices_share_minibatches(witnessed):
    alone, shared = witnessed[2], witness(num_devices=4, reward_scale=10.0)[2]
    assert len(shared) == 4 * len(alone)
    for i, (_, _, batch, advantage, _) in enumerate(alone):
        parts = shared[4 * i : 4 * i + 4]
        np.testing.assert_array_equal(np.concatenate([p[2].action for p in parts]), batch.action)
        np.testing.assert_allclose(np.concatenate([p[3] for p in parts]), advantage, rtol=1e-4, atol=1e-5)
        weight = np.concatenate([p[2].weight for p in parts])
        np.testing.assert_allclose(weight, batch.weight, rtol=1e-5)


@pytest.mark.parametrize("frames", [1, 3])
def test_the_newest_rows_in_order(frames):
    # Row t of environment e shows 10 t + e. Every fourth row is a reset, at another time in each environment.
    length, total = 5, 11
    t, e = np.meshgrid(np.arange(total), np.arange(2), indexing="ij")
    obs, valid = (10 * t + e).astype(np.float32)[..., None], (t + e) % 4 != 3

    def row(i):
        blank = jnp.zeros(2)
        return Step(jnp.asarray(obs[i]), blank, blank, blank, blank, valid[i], jnp.asarray(valid[i]), ())

    rows, insert = ring.init(row(0), length + frames - 1, 0), jax.jit(ring.insert, static_argnums=2)
    for i in range(total):
        rows, _ = insert(rows, row(i), frames)
    found = ring.in_order(rows, length, frames)
    np.testing.assert_array_equal(found.valid, valid[-length:])
    for k, i in enumerate(range(total - length, total)):
        for e in range(2):
            stack = [i]
            while len(stack) < frames:
                # The first frame of an episode is repeated before it.
                stack.append(stack[-1] - 1 if valid[stack[-1] - 1, e] else stack[-1])
            np.testing.assert_array_equal(found.obs[k, e], obs[stack[::-1], e, 0])


# Tasks with known answers.

LEARNING = {"objective": "task", "agent": "ppo", "num_envs": 16, "batch_size": 32, "warmup_steps": 64}
LEARNING |= {"rollout_length": 8, "epoch_steps": 128, "anneal": 0.0, "learning_rate": 1e-2}
RUNS = {
    "ends": (blind((1,), pay=1.0), {"episode_length": 9, "discount": 0.5}),
    "reaches": (
        walker(2.0),
        {
            "episode_length": 6,
            "discount": 0.9,
            "policy_hidden_sizes": (16,),
            "num_envs": 64,
            "batch_size": 128,
            "epoch_steps": 512,
            "num_env_steps": 60 * 512,
            "anneal": 1.0,
            "learning_rate": 3e-3,
        },
    ),
    # The time limit cuts off every other step.
    "chooses": (chooser(), {"discount": 0.5, "episode_length": 2}),
}


@functools.cache
def trained(name, epochs):
    env, fields = RUNS[name]
    config = tiny_config(**(LEARNING | fields))
    trainer = training.make_trainer(config, env)
    functions = training.compiled(trainer)
    state = functions.init(jax.random.key(0), hparams_of(config, env.action_size))
    for _ in range(epochs):
        state, metrics = functions.epoch(state)
    return trainer, state, metrics


def acted(trainer, state, obs):
    stored = jnp.zeros((len(obs), trainer.components.feature_map.stored_size))
    parts, first = training.policy_parts(state), jnp.ones(len(obs), bool)
    return trainer.act(parts, (), obs, stored, jnp.zeros(len(obs), jnp.int32), first, None)[0]


def test_the_value_of_a_step_that_ends_is_its_reward():
    # Each step pays 1 and terminates. The test of `chooses` has the values where time limits cut steps off.
    trainer, state, _ = trained("ends", 25)
    assert history(state).terminated.any()
    seen = trainer.components.inputs.agent_input(state.statistics, jnp.ones((1, 1)), jnp.zeros((1, 0)))
    found = trainer.components.agent.values(state.agent, seen, jnp.zeros(1, jnp.int32))
    np.testing.assert_allclose(found, [1.0], atol=0.1)


def test_it_reaches_the_best_return_that_there_is():
    trainer, state, _ = trained("reaches", 60)

    @jax.jit
    def play(timestep):
        def body(timestep, t):
            after = trainer.env.step(timestep.state, acted(trainer, state, timestep.obs))
            return after, after.reward

        return jax.lax.scan(body, timestep, jnp.arange(6))[1]

    reward = play(trainer.env.reset(jnp.zeros((1, 2), jnp.uint32)))
    # Two steps of length 1 lead from 0 to 2. The return is −1 for the first of them, and 0 after that.
    assert -1.6 < float(reward.sum()) <= -1.0 + 1e-5


def test_it_chooses_what_pays_and_bootstraps_over_time_limits():
    trainer, state, metrics = trained("chooses", 25)
    assert not history(state).terminated.any()
    # The highest action pays 1, so V = 1/(1 − γ) = 2 for a policy that always takes it. If time limits ended
    # episodes, V would be 1 at every other step.
    obs = jnp.concatenate([jnp.zeros((1, 3)), jnp.eye(3)])
    np.testing.assert_array_equal(acted(trainer, state, obs), [2, 2, 2, 2])
    assert float(metrics["train/policy_entropy"]) < 0.1
    np.testing.assert_allclose(metrics["train/value_mean"], 2.0, atol=0.1)


def test_images_in_frames():
    # The policy learns from the stacks that it acted on, so the ratio is 1 in the very first update.
    config = tiny_config(
        env="point_pixels", agent="ppo", num_skills=2, features="latent", frame_stack=3, rollout_length=4,
        epochs=1, batch_size=32, epoch_steps=32, normalize=False, latent_size=4, encoder_patches=(2,),
        encoder_channels=(3,),
    )  # fmt: skip
    trainer = training.make_trainer(config, envs.stack_frames(film(lifetime=5), 3))
    functions = training.compiled(trainer)
    state = functions.init(jax.random.key(0), hparams_of(config))
    state, metrics = functions.epoch(state)
    np.testing.assert_allclose(metrics["train/policy_kl"], 0.0, atol=1e-5)
    assert float(metrics["train/clipped_share"]) == 0
    assert all(jnp.isfinite(x).all() for x in jax.tree.leaves(state.agent))


# Settings.


@pytest.mark.parametrize("name", sorted(OF_REPLAY))
def test_settings_of_a_replay_are_refused(name):
    default = getattr(make_config(), name)
    with pytest.raises(ConfigError, match=f"--{name} is a setting of agents that learn from replay, and"):
        make_config(agent="ppo", **{name: default})
    assert name not in resolve.to_json(make_config(agent="ppo"))
    with pytest.raises(ConfigError, match="is a setting of agents that learn from replay"):
        resolve.from_json({"agent": "ppo", name: default})


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            {"agent": "ppo", "tau": 0.1},
            r"--tau is a setting of --agent=sac \|.*, and this run has --agent=ppo",
        ),
        (
            {"agent": "sac", "clip": 0.1},
            r"--clip is a setting of --agent=ppo \| fun, and this run has --agent=sac",
        ),
        ({"agent": "dqn", "gae_lambda": 0.1}, "--gae_lambda is a setting of --agent=ppo"),
        ({"agent": "ppo", "gae_lambda": 1.1}, "--gae_lambda=1.1 is not allowed"),
        ({"agent": "ppo", "clip": 0.0}, "--clip=0 is not allowed"),
        ({"agent": "ppo", "epochs": 0}, "--epochs=0 is not allowed"),
    ],
)
def test_settings_that_do_not_fit(fields, message):
    with pytest.raises(ConfigError, match=message):
        make_config(**fields)


def test_a_batch_is_a_part_of_a_rollout():
    config = make_config(agent="ppo", num_envs=10, rollout_length=4, batch_size=41)
    with pytest.raises(ConfigError, match=r"--batch_size=41 is larger than a rollout of 40 steps"):
        schedule.check_schedule(config)
    schedule.check_schedule(make_config(agent="ppo", num_envs=10, rollout_length=4, batch_size=40))


def test_presets():
    assert make_config(agent="ppo", env="point").num_envs == 32
    config = make_config(agent="ppo", env="point", preset="gpu")
    assert (config.num_envs, config.rollout_length) == (2048, 16)
    assert json.loads(json.dumps(resolve.to_json(config)))["num_envs"] == 2048
    for preset in ("cpu", "gpu", "paper"):
        schedule.check_schedule(make_config(agent="ppo", preset=preset))


def test_the_agent_must_be_what_its_settings_say():
    with pytest.MonkeyPatch.context() as patch:
        spec = agents.spec("sac")._replace(settings=agents.spec("ppo").settings)
        patch.setitem(agents.AGENTS, "mixed", spec._replace(make=lambda config, problem: None))
        config = tiny_config(agent="mixed", objective="task")
        with pytest.raises(ConfigError, match=r"--agent=mixed returns NoneType. It must.*OnPolicyAgent"):
            training.make_trainer(config, walker(2.0))
