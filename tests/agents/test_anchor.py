"""Policies that stay near the skill that they start from: the divergence, its weight, and the updates."""

import functools

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from arrays import normal
from probes import blank_batch, hparams_of, jitted, static_fields, tiny_config, tiny_problem

from diayn_jax import equations, skills
from diayn_jax.agents.anchor import Anchor, divergence_weight, with_entropy
from diayn_jax.agents.ppo import make_ppo
from diayn_jax.agents.sac import make_sac

BATCH, OBS, ACTION = 8, 3, 2
START = {"objective": "task", "start_run": "runs/x"}


def returns(value, weight=1.0):
    return {"running_return": jnp.array([value * weight, weight], jnp.float32)}


def anchor(value):
    return Anchor((), jnp.float32(value), jnp.float32(-1.5), jnp.float32(1))


def test_the_divergence_of_gaussians_is_the_integral():
    mean, log_std, other, other_log_std = 0.4, -0.3, -0.2, 0.1
    u = np.linspace(-12, 12, 200_001)

    def log_density(m, s):
        return -0.5 * ((u - m) / np.exp(s)) ** 2 - s - 0.5 * np.log(2 * np.pi)

    p = log_density(mean, log_std)
    expected = np.trapezoid(np.exp(p) * (p - log_density(other, other_log_std)), u)
    found = equations.gaussian_kl(*(jnp.full((1,), x) for x in (mean, log_std, other, other_log_std)))
    np.testing.assert_allclose(found, expected, rtol=1e-5)
    # Independent dimensions add up.
    two = equations.gaussian_kl(*(jnp.full((3, 2), x) for x in (mean, log_std, other, other_log_std)))
    np.testing.assert_allclose(two, np.full(3, 2 * expected), rtol=1e-5)


def test_the_divergence_of_categories_is_the_sum():
    logits, other = np.array([[0.3, -1.0, 2.0]]), np.array([[0.0, 0.5, -0.5]])
    p, q = (np.exp(x) / np.exp(x).sum() for x in (logits, other))
    np.testing.assert_allclose(
        equations.categorical_kl(logits, other), [(p * np.log(p / q)).sum()], rtol=1e-5
    )
    np.testing.assert_allclose(equations.categorical_kl(logits, logits + 3.0), [0.0], atol=1e-6)


@pytest.mark.parametrize(
    ("start", "now", "share"),
    [
        (2.0, 1.0, 1.0),
        (2.0, 2.0, 1.0),
        (2.0, 2.1, 0.5),
        (2.0, 2.2, 0.0),
        (2.0, 5.0, 0.0),
        (-2.0, -1.9, 0.5),
        (-2.0, -2.5, 1.0),
    ],
)
def test_the_weight_falls_as_the_return_rises(start, now, share):
    config = tiny_config(**START, start_kl=0.4, start_kl_release=0.1)
    for weight in (1.0, 0.25):
        found = divergence_weight(config, anchor(start), returns(now, weight))
        np.testing.assert_allclose(found, 0.4 * share, atol=1e-5)


def test_nothing_is_released_before_an_episode_has_ended():
    config = tiny_config(**START, start_kl=0.4)
    np.testing.assert_allclose(divergence_weight(config, anchor(-5.0), returns(0.0, 0.0)), 0.4)
    assert divergence_weight(config, (), returns(9.0)) == 0


@pytest.mark.parametrize(
    ("held", "updates", "entropy"), [(True, 5, -0.4), (False, 5, -1.5), (None, 0, -0.4), (None, 5, -1.5)]
)
def test_the_skills_entropy_is_measured_while_it_acts(held, updates, entropy):
    held = None if held is None else jnp.asarray(held)
    found = with_entropy(anchor(2.0), jnp.float32(0.7), held, {"updates": jnp.float32(updates)})
    # The mean of −1.5 and 0.7 is −0.4.
    np.testing.assert_allclose(found.entropy, entropy, rtol=1e-6)
    assert float(found.value) == 2.0
    first = anchor(2.0)._replace(entropy=jnp.zeros(()), batches=jnp.zeros(()))
    np.testing.assert_allclose(with_entropy(first, jnp.float32(0.7), jnp.asarray(True), {}).entropy, 0.7)


@functools.cache
def made(make_agent, name, **static):
    config = tiny_config(agent=name, **START, **static)
    problem = tiny_problem(skills=skills.categorical(2), input_size=OBS, action_size=ACTION)
    return jitted(make_agent(config, problem))


AGENTS = {"sac": make_sac, "ppo": make_ppo}


def agent_state(name, **fields):
    config = tiny_config(agent=name, **START, **fields)
    hparams = hparams_of(config, ACTION) | returns(0.0) | {"updates": jnp.float32(0)}
    agent = made(AGENTS[name], name, **static_fields(fields, hparams))
    state = agent.init(jax.random.key(0), hparams)
    # The policy has moved away from the skill.
    moved = jax.tree.map(lambda x: x + 0.3 * jnp.cos(jnp.arange(x.size).reshape(x.shape)), state.policy)
    return agent, state._replace(policy=moved), hparams


def batch():
    return blank_batch(
        BATCH,
        obs=normal(1, BATCH, OBS),
        next_obs=normal(2, BATCH, OBS),
        action=jnp.tanh(normal(3, BATCH, ACTION)),
        skill=jnp.zeros(BATCH, jnp.int32),
        agent_noise=normal(5, BATCH, 2, ACTION),
    )


def updated(name, agent, state, hparams):
    given = batch()
    if name == "sac":
        return agent.update(state, given, jnp.zeros(BATCH), hparams)
    given = given._replace(
        agent_noise=given.agent_noise[:, 0],
        extras={"taken": normal(3, BATCH, ACTION), "log_prob": normal(4, BATCH)},
    )
    return agent.update(state, given, jnp.zeros(BATCH), jnp.zeros(BATCH), hparams)


@pytest.mark.parametrize("name", AGENTS)
def test_the_divergence_pulls_the_policy_back(name):
    agent, state, hparams = agent_state(name, start_kl=50.0, learning_rate=1e-2)
    divergences = []
    for _ in range(30):
        state, metrics = updated(name, agent, state, hparams)
        divergences.append(float(metrics["start_kl"]))
        assert metrics["start_kl_weight"] == 50.0
    assert divergences[0] > 0.1
    assert divergences[-1] < 0.3 * divergences[0]


@pytest.mark.parametrize("name", AGENTS)
def test_a_released_policy_learns_as_without_a_skill(name):
    agent, state, hparams = agent_state(name, start_kl=50.0)
    released = state._replace(anchor=state.anchor._replace(value=jnp.float32(1.0)))
    found, metrics = updated(name, agent, released, hparams | returns(2.0))
    assert metrics["start_kl_weight"] == 0
    free, _, _ = agent_state(name)
    expected, _ = updated(name, free, state._replace(anchor=()), hparams)
    jax.tree.map(lambda x, y: np.testing.assert_allclose(x, y, atol=1e-6), found.policy, expected.policy)


def test_ppos_policy_waits_for_its_critic():
    agent, state, hparams = agent_state("ppo", start_kl=0.1, critic_only_updates=3)
    for number in (0.0, 2.0):
        after, _ = updated("ppo", agent, state, hparams | {"updates": jnp.float32(number)})
        for part in ("policy", "policy_opt"):
            jax.tree.map(np.testing.assert_array_equal, getattr(after, part), getattr(state, part))
        assert any(
            not np.array_equal(x, y)
            for x, y in zip(jax.tree.leaves(after.critic), jax.tree.leaves(state.critic), strict=True)
        )
    after, _ = updated("ppo", agent, state, hparams | {"updates": jnp.float32(3)})
    # All advantages are 0, so the divergence alone moves the policy.
    assert any(
        not np.array_equal(x, y)
        for x, y in zip(jax.tree.leaves(after.policy), jax.tree.leaves(state.policy), strict=True)
    )


def test_sacs_entropy_goes_to_the_skills():
    """With more entropy than the skill had, α falls; with less, it rises: whatever the usual target."""
    agent, state, hparams = agent_state("sac", start_kl=0.1)
    for entropy, direction in ((-30.0, -1), (30.0, 1)):
        known = state.anchor._replace(entropy=jnp.float32(entropy))
        after, _ = updated("sac", agent, state._replace(anchor=known), hparams | {"updates": jnp.float32(9)})
        assert np.sign(float(after.log_alpha - state.log_alpha)) == direction
