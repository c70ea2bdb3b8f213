"""TD3: an update row by row against its formulas, its delays, and a bandit whose best action is known."""

import functools

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from arrays import close, loss_and_step, normal, same
from probes import blank_batch, hparams_of, jitted, static_fields, tiny_config, tiny_problem

from diayn_jax import equations, skills
from diayn_jax.agents.td3 import make_td3
from diayn_jax.networks import DeterministicPolicy, TwinCritic

BATCH, SKILLS, OBS, ACTION = 8, 2, 3, 2
POLICY, CRITICS = DeterministicPolicy(ACTION, (8,)), TwinCritic((8,), True)


@functools.cache
def agent_of(**static):
    config = tiny_config(agent="td3", num_skills=SKILLS, **static)
    return jitted(make_td3(config, tiny_problem(skills=skills.categorical(SKILLS), input_size=OBS)))


def make(**fields):
    hparams = hparams_of(tiny_config(agent="td3", num_skills=SKILLS, **fields), ACTION)
    agent = agent_of(**static_fields(fields, hparams))
    return agent, agent.init(jax.random.key(0), hparams), hparams


def batch(**changes):
    values = {
        "obs": normal(1, BATCH, OBS),
        "next_obs": normal(2, BATCH, OBS),
        "action": jnp.tanh(normal(3, BATCH, ACTION)),
        "agent_noise": normal(5, BATCH, ACTION),
        "skill": jnp.arange(BATCH, dtype=jnp.int32) % SKILLS,
        "terminated": jnp.arange(BATCH) % 3 == 0,
        "weight": jnp.arange(BATCH) / sum(range(BATCH)),
    }
    return blank_batch(BATCH, **{**values, **changes})


def one_hot(skill):
    return jnp.eye(SKILLS)[skill]


def layers(params):
    """The (kernel, bias) of each dense layer of a policy, in NumPy."""
    (mlp,) = params["params"].values()
    return [(np.asarray(mlp[f"Dense_{i}"]["kernel"]), np.asarray(mlp[f"Dense_{i}"]["bias"])) for i in (0, 1)]


def policy_of_row(params, obs, z):
    (w, b), (v, c) = layers(params)
    return np.tanh(np.maximum(np.concatenate([obs, z]) @ w + b, 0) @ v + c)


q_of = jax.jit(CRITICS.apply)


class ByTheBook:
    """Algorithm 1 of arXiv:1802.09477, row by row, with the agent's own noise."""

    def __init__(self, state, b, reward, hparams):
        state, b, reward = jax.device_get((state, b, reward))
        self.state, self.b, self.skill = state, b, np.eye(SKILLS, dtype=np.float32)[b.skill]
        smooth, clip = float(hparams["target_noise"]), float(hparams["target_noise_clip"])
        self.target = np.zeros(BATCH)
        for i in range(BATCH):
            next_action = policy_of_row(state.target_policy, b.next_obs[i], self.skill[i])
            noise = [min(max(smooth * float(x), -clip), clip) for x in b.agent_noise[i]]
            next_action = np.clip(next_action + noise, -1, 1)
            q = q_of(
                state.target_critics, b.next_obs[i : i + 1], self.skill[i : i + 1], np.array([next_action])
            )[:, 0]
            after = 0.0 if b.terminated[i] else float(hparams["discount"]) * min(float(q[0]), float(q[1]))
            self.target[i] = reward[i] + after

    def critic_loss(self, params):
        q = CRITICS.apply(params, self.b.obs, self.skill, self.b.action)
        rows = [sum(0.5 * (q[j, i] - self.target[i]) ** 2 for j in range(2)) for i in range(BATCH)]
        return sum(self.b.weight[i] * rows[i] for i in range(BATCH))

    def policy_loss(self, params):
        action = POLICY.apply(params, self.b.obs, self.skill)
        q = CRITICS.apply(self.state.critics, self.b.obs, self.skill, action)
        return -sum(self.b.weight[i] * q[0, i] for i in range(BATCH))


def test_updates_are_by_the_book():
    agent, state, hparams = make(tau=0.1, learning_rate=1e-2, target_noise=0.6, target_noise_clip=0.5)
    reward, b = normal(4, BATCH), batch()
    # Targets differ from what they follow, so that a test notices if they are mixed up.
    state = state._replace(
        target_critics=jax.tree.map(lambda x: x + 0.1, state.target_critics),
        target_policy=jax.tree.map(lambda x: x - 0.2, state.target_policy),
    )
    noise = np.abs(0.6 * np.asarray(b.agent_noise))
    assert (noise > 0.5).any()
    assert (noise < 0.5).any()
    book = ByTheBook(state, b, reward, hparams)
    first, metrics = agent.update(state, b, reward, hparams)
    loss, critics = loss_and_step(book.critic_loss, state.critics, 1e-2)
    close(metrics["critic_loss"], loss)
    close(first.critics, critics, atol=1e-4)
    for name in ("policy", "target_policy", "target_critics", "policy_opt"):
        assert same(getattr(first, name), getattr(state, name)), name

    book = ByTheBook(first, b, reward, hparams)
    second, metrics = agent.update(first, b, reward, hparams)
    # The mean of this metric over the two updates is the loss.
    loss, policy = loss_and_step(book.policy_loss, first.policy, 1e-2)
    close(metrics["policy_loss"], 2 * loss)
    close(second.policy, policy, atol=1e-4)
    for name in ("policy", "critics"):
        expected = jax.tree.map(
            lambda new, old: 0.1 * new + 0.9 * old, getattr(second, name), getattr(first, f"target_{name}")
        )
        close(getattr(second, f"target_{name}"), expected)


def test_critics_alone_learn_while_the_policy_is_held():
    agent, state, hparams = make(critic_only_updates=4, policy_delay=1)
    held, _ = agent.update(state, batch(), normal(4, BATCH), hparams | {"updates": jnp.float32(3)})
    moved, _ = agent.update(state, batch(), normal(4, BATCH), hparams | {"updates": jnp.float32(4)})
    assert same((held.policy, held.policy_opt), (state.policy, state.policy_opt))
    assert not same(held.critics, state.critics)
    assert not same(moved.policy, state.policy)


def test_acting():
    agent, state, hparams = make(exploration_noise=0.7)
    obs, skill = normal(1, BATCH, OBS), jnp.arange(BATCH) % SKILLS
    mode = np.asarray(agent.act(state, obs, skill, None))
    expected = [policy_of_row(state.policy, obs[i], one_hot(skill[i])) for i in range(BATCH)]
    np.testing.assert_allclose(mode, expected, rtol=1e-5, atol=1e-6)
    keys = jax.random.split(jax.random.key(2), BATCH)
    noise = np.stack([jax.random.normal(key, (ACTION,)) for key in keys])
    assert (np.abs(mode + 0.7 * noise) > 1).any()
    found = agent.act(state, obs, skill, keys)
    np.testing.assert_allclose(found, np.clip(mode + 0.7 * noise, -1, 1), rtol=1e-5, atol=1e-6)
    # A sweep may change the noise in the middle of a run.
    new, _ = agent.update(state, batch(), normal(4, BATCH), hparams | {"exploration_noise": jnp.float32(0)})
    np.testing.assert_allclose(agent.act(new, obs, skill, keys), agent.act(new, obs, skill, None), rtol=1e-6)


def test_the_policy_finds_the_best_action_of_each_skill():
    """Each step ends its episode with r = −‖a − b_z‖², so the best action is b_z."""
    agent, state, hparams = make(critic_hidden_sizes=(64, 64), learning_rate=2e-3, tau=0.05)
    best, size = jnp.array([[0.5, -0.3], [-0.6, 0.2]]), 128
    skill, obs = jnp.arange(size) % SKILLS, jnp.ones((size, OBS))

    @jax.jit
    def learned(state):
        def body(state, key):
            action = jax.random.uniform(key, (size, ACTION), minval=-1.0)
            b = blank_batch(
                size, obs=obs, next_obs=obs, action=action, skill=skill, terminated=jnp.ones(size, bool),
                agent_noise=jnp.zeros((size, ACTION)),
            )  # fmt: skip
            return agent.update(state, b, -jnp.sum((action - best[skill]) ** 2, -1), hparams)[0], None

        return jax.lax.scan(body, state, jax.random.split(jax.random.key(7), 2000))[0]

    np.testing.assert_allclose(agent.act(learned(state), obs[:2], skill[:2], None), best, atol=0.1)


def test_training_goes_on_from_the_policy_alone():
    agent, state, hparams = make()
    alone = jitted(make_td3(tiny_config(agent="td3", objective="task"), tiny_problem(skills=skills.none())))
    new = alone.init(jax.random.key(9), hparams)
    started = alone.warm_start(new, agent.policy_state(state), one_hot(1), False)
    assert same(started, alone.warm_start(new, state, one_hot(1), False))
    assert started.target_policy is not started.policy


@pytest.mark.parametrize("with_critics", [False, True])
def test_a_run_without_skills_begins_as_one_skill(with_critics):
    agent, state, hparams = make()
    alone = jitted(make_td3(tiny_config(agent="td3", objective="task"), tiny_problem(skills=skills.none())))
    z, none, obs = one_hot(1), jnp.zeros(BATCH, jnp.int8), normal(1, BATCH, OBS)
    new = alone.init(jax.random.key(9), hparams)
    started = alone.warm_start(new, state, z, with_critics)
    expected = agent.act(state, obs, jnp.ones(BATCH, jnp.int32), None)
    for found in (started, agent.fold_skill(state, z)):
        np.testing.assert_allclose(alone.act(found, obs, none, None), expected, rtol=1e-5, atol=1e-6)
    assert same(started.critics, new.critics) != with_critics


@pytest.mark.parametrize("ends", [False, True])
def test_the_target_by_hand(ends):
    next_q = jnp.array([[2.0, -1.0], [3.0, -4.0]])
    found = equations.td_target(jnp.array([1.0, 0.5]), jnp.full(2, ends), next_q, jnp.float32(0.5))
    np.testing.assert_allclose(found, [1.0, 0.5] if ends else [2.0, -1.5])
