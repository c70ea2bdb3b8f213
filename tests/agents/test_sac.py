"""Soft actor-critic: losses and steps against their formulas, and a task whose Q is known."""

import functools

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from arrays import close, loss_and_step, normal, same
from probes import blank_batch, hparams_of, jitted, static_fields, tiny_config, tiny_problem

from diayn_jax import skills
from diayn_jax.agents.sac import make_sac
from diayn_jax.config import ConfigError
from diayn_jax.equations import tanh_gaussian
from diayn_jax.networks import Policy, TwinCritic

BATCH, SKILLS, OBS, ACTION = 8, 2, 3, 2


@functools.cache
def agent_of(**static):
    config = tiny_config(num_skills=SKILLS, **static)
    return jitted(make_sac(config, tiny_problem(skills=skills.categorical(SKILLS), input_size=OBS)))


def make(**fields):
    hparams = hparams_of(tiny_config(num_skills=SKILLS, **fields), ACTION)
    agent = agent_of(**static_fields(fields, hparams))
    return agent, agent.init(jax.random.key(0), hparams), hparams


def batch(**changes):
    weight = jnp.arange(BATCH) / sum(range(BATCH))
    values = {
        "obs": normal(1, BATCH, OBS),
        "next_obs": normal(2, BATCH, OBS),
        "action": jnp.tanh(normal(3, BATCH, ACTION)),
        "agent_noise": normal(5, BATCH, 2, ACTION),
        "skill": jnp.arange(BATCH, dtype=jnp.int32) % SKILLS,
        "terminated": jnp.arange(BATCH) % 3 == 0,
        "weight": weight,
    }
    return blank_batch(BATCH, **{**values, **changes})


def one_hot(skill):
    return jnp.eye(SKILLS)[skill]


def row_keys(seed):
    return jax.random.split(jax.random.key(seed), BATCH)


class ByTheBook:
    """The losses of arXiv:1812.05905, row by row, with the agent's own noise."""

    def __init__(self, state, b, reward, hparams):
        self.policy, self.critics = Policy(ACTION, (8,)), TwinCritic((8,), True)
        state, b, reward, hparams = jax.device_get((state, b, reward, hparams))
        self.state, self.b, self.alpha = state, b, hparams["alpha"]
        discount = hparams["discount"]
        self.skill = np.eye(SKILLS, dtype=np.float32)[b.skill]
        self.noise, self.next_noise = b.agent_noise[:, 0], b.agent_noise[:, 1]
        next_q, next_log_prob = jax.device_get(jax.jit(self.ahead)(state))
        self.target = np.array(
            [
                reward[i]
                + (
                    0
                    if b.terminated[i]
                    else discount * (min(next_q[0, i], next_q[1, i]) - self.alpha * next_log_prob[i])
                )
                for i in range(BATCH)
            ]
        )

    def ahead(self, state):
        action, log_prob = self.act(state.policy, self.b.next_obs, self.next_noise)
        return self.critics.apply(state.target_critics, self.b.next_obs, self.skill, action), log_prob

    def act(self, params, obs, noise):
        mean, log_std = self.policy.apply(params, obs, self.skill)
        return tanh_gaussian(mean, log_std, noise)

    def critic_loss(self, params):
        q = self.critics.apply(params, self.b.obs, self.skill, self.b.action)
        return sum(
            self.b.weight[i] * 0.5 * ((q[0, i] - self.target[i]) ** 2 + (q[1, i] - self.target[i]) ** 2)
            for i in range(BATCH)
        )

    def policy_loss(self, params):
        action, log_prob = self.act(params, self.b.obs, self.noise)
        q = self.critics.apply(self.state.critics, self.b.obs, self.skill, action)
        return sum(
            self.b.weight[i] * (self.alpha * log_prob[i] - jnp.minimum(q[0, i], q[1, i]))
            for i in range(BATCH)
        )

    def entropy(self):
        _, log_prob = jax.jit(self.act)(self.state.policy, self.b.obs, self.noise)
        return -sum(self.b.weight * np.asarray(log_prob))


def test_one_update_is_by_the_book():
    agent, state, hparams = make(alpha=0.2, tau=0.1, learning_rate=1e-2)
    reward = normal(4, BATCH)
    # The targets differ from the critics, so that a test notices if they are mixed up.
    state = state._replace(target_critics=jax.tree.map(lambda x: x + 0.1, state.target_critics))
    book = ByTheBook(state, batch(), reward, hparams)
    new, metrics = agent.update(state, batch(), reward, hparams)

    critic_loss, critics = loss_and_step(book.critic_loss, state.critics, 1e-2)
    policy_loss, policy = loss_and_step(book.policy_loss, state.policy, 1e-2)
    close(metrics["critic_loss"], critic_loss)
    close(metrics["policy_loss"], policy_loss)
    close(metrics["policy_entropy"], book.entropy())
    close(metrics["alpha"], 0.2)
    # Adam's first step is the gradient's sign. Where the gradient is zero up to rounding, the sign may be
    # either.
    close(new.critics, critics, atol=1e-4)
    close(new.policy, policy, atol=1e-4)
    expected = jax.tree.map(lambda online, old: 0.1 * online + 0.9 * old, new.critics, state.target_critics)
    close(new.target_critics, expected)


def test_first_targets_are_the_critics():
    _, state, _ = make()
    assert same(state.critics, state.target_critics)


def test_a_row_without_weight_teaches_nothing():
    agent, state, hparams = make()
    reward = jnp.zeros(BATCH)
    b = batch()  # its row 0 has weight 0
    other = b._replace(obs=b.obs.at[0].set(50.0), action=b.action.at[0].set(-1.0))
    update = agent.update
    left, _ = update(state, b, reward, hparams)
    right, _ = update(state, other, reward.at[0].set(1e3), hparams)
    assert same(left, right)


def fit(agent, state, hparams, b, reward, num_updates=1500):
    """Updates the agent on `b` with fresh random actions, so that it learns Q for all actions."""

    @jax.jit
    def run(state):
        def body(state, key):
            action_key, noise_key = jax.random.split(key)
            action = jax.random.uniform(action_key, b.action.shape, minval=-1.0, maxval=1.0)
            noise = jax.random.normal(noise_key, b.agent_noise.shape)
            given = b._replace(action=action, agent_noise=noise)
            return agent.update(state, given, reward, hparams)[0], None

        return jax.lax.scan(body, state, jax.random.split(jax.random.key(9), num_updates))[0]

    return run(state)


@pytest.mark.parametrize(("terminated", "factor"), [(True, 1.0), (False, 2.0)], ids=["ends", "goes on"])
def test_the_critics_find_the_known_q(terminated, factor):
    # One state leads to itself, and the reward depends only on the skill. So Q(s, z, a) does not depend on
    # the policy: it is r(z) if each step terminates, and r(z) / (1 − γ) if none does.
    agent, state, hparams = make(alpha=0.0, discount=0.5, tau=0.1, learning_rate=3e-3)
    obs = jnp.ones((BATCH, OBS))
    b = batch(
        obs=obs, next_obs=obs, terminated=jnp.full(BATCH, terminated), weight=jnp.full(BATCH, 1 / BATCH)
    )
    reward = jnp.where(b.skill == 0, 1.0, -2.0)
    state = fit(agent, state, hparams, b, reward)
    q = TwinCritic((8,), True).apply(state.critics, obs, one_hot(b.skill), b.action)
    np.testing.assert_allclose(q, np.broadcast_to(factor * reward, (2, BATCH)), atol=0.15)


def test_the_critics_count_entropy_by_alpha():
    # As in the test above, but with a frozen policy: Q = r − γ α E[log π] / (1 − γ).
    agent, state, hparams = make(alpha=0.5, discount=0.5, tau=0.1, learning_rate=3e-3)
    obs = jnp.ones((BATCH, OBS))
    b = batch(obs=obs, next_obs=obs, terminated=jnp.zeros(BATCH, bool), weight=jnp.full(BATCH, 1 / BATCH))
    policy = state.policy

    def held(state, b, reward, hparams):
        state, metrics = agent.update(state, b, reward, hparams)
        return state._replace(policy=policy), metrics

    state = fit(agent._replace(update=held), state, hparams, b, jnp.zeros(BATCH), 3000)
    mean, log_std = Policy(ACTION, (8,)).apply(policy, obs[:SKILLS], jnp.eye(SKILLS))
    _, log_prob = tanh_gaussian(mean, log_std, normal(7, 20_000, SKILLS, ACTION))
    expected = -0.5 * log_prob.mean(0)[b.skill]
    q = TwinCritic((8,), True).apply(state.critics, obs, one_hot(b.skill), b.action)
    np.testing.assert_allclose(q, np.broadcast_to(expected, (2, BATCH)), atol=0.15)


@pytest.mark.parametrize(("target", "direction"), [(1.386, 1), (-50.0, -1)])
def test_learned_alpha_moves_towards_the_target_entropy(target, direction):
    # With A = 2, a policy on (−1, 1)² has an entropy of at most 2 ln 2.
    agent, state, hparams = make(alpha="auto", target_entropy=target)
    new, metrics = agent.update(state, batch(), jnp.zeros(BATCH), hparams)
    assert np.sign(new.log_alpha - state.log_alpha) == direction
    np.testing.assert_allclose(metrics["alpha"], np.exp(state.log_alpha), rtol=1e-6)
    # The loss of eq. 18 is −α (log π + target), averaged over the batch.
    expected = np.exp(state.log_alpha) * (metrics["policy_entropy"] - target)
    np.testing.assert_allclose(metrics["alpha_loss"], expected, rtol=1e-5)


@pytest.mark.parametrize("alpha", [0.0, 0.3])
def test_fixed_alpha_stays(alpha):
    agent, state, hparams = make(alpha=alpha)
    assert all(jnp.isfinite(x).all() for x in jax.tree.leaves(state))
    new, metrics = agent.update(state, batch(), jnp.zeros(BATCH), hparams)
    assert float(new.log_alpha) == float(state.log_alpha)
    assert float(metrics["alpha"]) == pytest.approx(alpha)
    assert float(metrics["alpha_loss"]) == 0


def test_learned_alpha_starts_finite():
    _, state, hparams = make(alpha="auto")
    np.testing.assert_allclose(jnp.exp(state.log_alpha), hparams["alpha"], rtol=1e-6)
    assert hparams["target_entropy"] == -ACTION / 2


def test_a_target_that_no_policy_reaches_is_refused():
    for target in (1.3863, 4.0):
        with pytest.raises(
            ConfigError, match=r"target_entropy=.*: 2 actions in .* have less than 1\.39 nats"
        ):
            make(alpha="auto", target_entropy=target)


def test_acting():
    agent, state, _ = make()
    obs, skill = normal(1, BATCH, OBS), jnp.arange(BATCH) % SKILLS
    action = agent.act(state, obs, skill, row_keys(2))
    assert action.shape == (BATCH, ACTION)
    assert (jnp.abs(action) <= 1).all()
    mode = agent.act(state, obs, skill, None)
    mean, log_std = Policy(ACTION, (8,)).apply(state.policy, obs, one_hot(skill))
    np.testing.assert_allclose(mode, jnp.tanh(mean), rtol=1e-6)
    noise = jnp.stack([jax.random.normal(key, (ACTION,)) for key in row_keys(2)])
    np.testing.assert_allclose(action, jnp.tanh(mean + jnp.exp(log_std) * noise), rtol=1e-5, atol=1e-6)


def test_an_action_depends_on_its_own_row_alone():
    agent, state, _ = make()
    obs, skill, keys = normal(1, BATCH, OBS), jnp.arange(BATCH) % SKILLS, row_keys(2)
    some = agent.act(state, obs[3:6], skill[3:6], keys[3:6])
    np.testing.assert_allclose(some, agent.act(state, obs, skill, keys)[3:6], rtol=1e-5, atol=1e-6)


def test_noise_is_drawn_for_both_actions():
    agent, _, _ = make()
    assert agent.noise(jax.random.key(0)).shape == (2, ACTION)


def test_the_policy_sees_its_part_of_the_input_and_the_critics_all():
    config = tiny_config()
    agent = jitted(make_sac(config, tiny_problem(input_size=OBS, policy_dims=(0, 2))))
    state = agent.init(jax.random.key(0), hparams_of(config, ACTION))
    obs, skill, action = normal(1, BATCH, OBS), jnp.arange(BATCH) % SKILLS, normal(3, BATCH, ACTION)
    q_of = jax.jit(TwinCritic((8,), True).apply)
    q = q_of(state.critics, obs, one_hot(skill), action)
    for place, seen in ((0, True), (1, False), (2, True)):
        other = obs.at[:, place].add(1.0)
        for keys in (None, row_keys(2)):
            left, right = agent.act(state, obs, skill, keys), agent.act(state, other, skill, keys)
            assert np.array_equal(left, right) != seen
        assert not np.allclose(q_of(state.critics, other, one_hot(skill), action), q)
    new, _ = agent.update(state, batch(), jnp.ones(BATCH), hparams_of(config, ACTION))
    assert not same(new.policy, state.policy)


@pytest.mark.parametrize("space", [skills.sphere(2), skills.none()], ids=lambda space: space.name)
def test_skills_enter_as_their_encoding(space):
    config = tiny_config()
    agent = jitted(make_sac(config, tiny_problem(skills=space, input_size=OBS)))
    hparams = hparams_of(config, ACTION, alpha=0.2)
    state = agent.init(jax.random.key(0), hparams)
    b = batch(skill=space.tile(jnp.arange(BATCH)))
    mean, _ = Policy(ACTION, (8,)).apply(state.policy, b.obs, space.encode(b.skill))
    np.testing.assert_allclose(agent.act(state, b.obs, b.skill, None), jnp.tanh(mean), rtol=1e-6)
    _, metrics = agent.update(state, b, jnp.zeros(BATCH), hparams)
    q = TwinCritic((8,), True).apply(state.critics, b.obs, space.encode(b.skill), b.action)
    np.testing.assert_allclose(metrics["q_mean"], (b.weight * q.mean(0)).sum(), rtol=1e-5)


def test_q_of_reward_leaves_the_worth_of_entropy_out():
    agent, state, hparams = make(alpha=0.2, discount=0.9)
    _, metrics = agent.update(state, batch(), normal(4, BATCH), hparams)
    # Entropy H at each later step is worth α H (γ + γ² + …).
    worth = sum(0.9**t for t in range(1, 400)) * 0.2 * metrics["policy_entropy"]
    np.testing.assert_allclose(metrics["q_of_reward"], metrics["q_mean"] - worth, rtol=1e-4)


def test_updates_of_the_critics_alone_leave_the_policys_optimiser():
    agent, state, hparams = make(critic_only_updates=3)
    update, reward = agent.update, normal(4, BATCH)
    for seed in range(3):
        given = batch(obs=normal(seed, BATCH, OBS))
        new, _ = update(state, given, reward, hparams | {"updates": jnp.float32(2)})
        for name in ("policy", "policy_opt", "log_alpha", "alpha_opt"):
            assert same(getattr(new, name), getattr(state, name)), name
        assert not same(new.critics, state.critics)
        assert not same(new.critics_opt, state.critics_opt)
        state = new
    # Adam's moments and bias correction begin with the policy's first own step.
    book = ByTheBook(state, batch(), reward, hparams)
    new, _ = update(state, batch(), reward, hparams | {"updates": jnp.float32(3)})
    rate = float(hparams["learning_rate"])
    _, expected = loss_and_step(book.policy_loss, state.policy, rate)
    close(new.policy, expected, rtol=0, atol=0.02 * rate)
    assert not same(new.log_alpha, state.log_alpha)
