"""DIAYN on environments with a few states, where the answers are known."""

import jax.numpy as jnp
import numpy as np
import pytest
from probe_runs import make, train
from states import before_warmup, history

from diayn_jax import training
from diayn_jax.evaluation import evaluators
from diayn_jax.networks import TwinCritic


def evaluate(name, state):
    config, trainer, _ = make(name)
    return evaluators.make_evaluator(config, trainer).evaluate(state)[0]


def test_skills_that_show_are_told_apart():
    # Environment i shows i % K whatever the action, so the bound must reach ln K.
    config = make("tell_tale")[0]
    state, _ = train("tell_tale", 20, discriminator_learning_rate=1e-2)
    figures = evaluate("tell_tale", state)
    assert figures["eval/mi"] == pytest.approx(np.log(config.num_skills), rel=0.02)
    assert figures["eval/mi"] <= np.log(config.num_skills) + 1e-6
    assert figures["eval/discriminator_accuracy"] == pytest.approx(1.0, rel=1e-6)


def test_skills_that_cannot_be_told_apart_are_not():
    state, _ = train("hopeless", 20, discriminator_learning_rate=1e-2)
    figures = evaluate("hopeless", state)
    assert -0.1 < figures["eval/mi"] < 0.05


def test_q_answers_for_the_prior_and_not_for_who_lives_longest():
    # All states look alike, so q can only learn how often each skill occurs: in replay, or by the prior.
    trainer = make("uneven")[1]
    state, _ = train("uneven", 15, discriminator_learning_rate=1e-2)
    shares = np.asarray(state.replay.counts) / np.asarray(state.replay.counts).sum()
    assert shares[0] > 0.65
    seen = trainer.components.features(training.policy_parts(state), jnp.ones((1, 1)), jnp.zeros((1, 0)))
    q = np.exp(trainer.components.objective.log_probs(state.objective, seen))[0]
    np.testing.assert_allclose(q, [0.5, 0.5], atol=0.06)


def test_only_a_termination_stops_the_bootstrap():
    # One state, a frozen discriminator, and γ = 1/2. Q is the reward r(z) of skill 0, whose steps all
    # terminate, and 2 r(z) of skill 1, whose steps are all cut off by the time limit.
    config, trainer, _ = make("one step")
    state, _ = train(
        "one step",
        150,
        discriminator_learning_rate=0.0,
        alpha=0.0,
        discount=0.5,
        tau=0.1,
        learning_rate=5e-3,
        reward_scale=10.0,
    )
    seen = trainer.components.features(training.policy_parts(state), jnp.ones((1, 1)), jnp.zeros((1, 0)))
    reward = 10 * (np.asarray(trainer.components.objective.log_probs(state.objective, seen))[0] + np.log(2))
    assert np.abs(reward).min() > 0.5, "the untrained discriminator must prefer one skill"
    skill = jnp.arange(2)
    critics = TwinCritic(config.critic_hidden_sizes, config.critic_layer_norm)
    # The critics are compared at the policy's own actions, because a small replay may have no others to learn
    # from.
    obs, stored, first = jnp.ones((2, 1)), jnp.zeros((2, 0)), jnp.ones(2, bool)
    action, _ = trainer.act(training.policy_parts(state), (), obs, stored, skill, first, None)
    seen = trainer.components.inputs.agent_input(state.statistics, obs, stored)
    q = critics.apply(state.agent.critics, seen, jnp.eye(2), action)
    expected = np.array([1.0, 2.0]) * reward
    np.testing.assert_allclose(q, np.broadcast_to(expected, (2, 2)), atol=0.1 * np.abs(reward).max())


def test_episodes_of_one_step():
    state, metrics = train("one step", 2)
    rows = history(state)
    np.testing.assert_array_equal(rows.valid[:, 0], np.arange(len(rows.valid)) % 2 == 0)
    np.testing.assert_array_equal(rows.valid, np.broadcast_to(rows.valid[:, :1], rows.valid.shape))
    # Where a termination and the time limit fall on the same step, it is a termination.
    np.testing.assert_array_equal(rows.terminated, rows.valid & (np.arange(8) % 2 == 0))
    assert all(jnp.isfinite(x) for x in metrics.values())


def test_the_running_score_is_a_decaying_mean_over_finished_episodes():
    # The discriminator is frozen and inputs are raw, so each count has one log q for each skill.
    config, trainer, _ = make("steady")
    state, metrics = train("steady", 2, discriminator_learning_rate=0.0)
    counts = jnp.arange(4.0)[:, None]
    seen = trainer.components.features(
        training.policy_parts(state), jnp.concatenate([counts, counts], -1), 2 * counts
    )
    log_q = np.asarray(trainer.components.objective.log_probs(state.objective, seen))
    rows = history(state)
    after = np.append(rows.valid[1:], np.ones_like(rows.valid[:1]), axis=0)
    ended = rows.valid & (rows.terminated | ~after)
    total = weight = 0.0
    length = config.rollout_length
    assert len(rows.valid) == length * (
        trainer.stages.warmup_iterations + 2 * trainer.stages.iterations_per_epoch
    )
    for start in range(0, len(rows.valid), length):
        stop = start + length
        means = []
        for t, e in zip(*np.nonzero(ended[start:stop]), strict=True):
            episode = range(start + t, start + t - int(rows.obs[start + t, e, 0]) - 1, -1)
            assert rows.valid[episode, e].all()
            means.append(np.mean([log_q[int(rows.obs[i, e, 0]) + 1, rows.skill[i, e]] for i in episode]))
        decay = 0.99 ** len(means)
        total = decay * total + (1 - decay) * (np.mean(means) if means else 0.0)
        weight = decay * weight + 1 - decay
    np.testing.assert_allclose(metrics["train/log_q_running"], total / weight, rtol=1e-5)


def test_the_running_return_is_a_decaying_mean_of_the_environments_returns():
    config, trainer, _ = make("steady")
    state, metrics = train("steady", 2, discriminator_learning_rate=0.0)
    rows = history(state)
    after = np.append(rows.valid[1:], np.ones_like(rows.valid[:1]), axis=0)
    ended = rows.valid & (rows.terminated | ~after)
    # The first episode of most environments has less time.
    limit = before_warmup(trainer, state.hparams).env.limit
    whole = ended & ((np.cumsum(ended, axis=0) > 1) | (limit >= config.episode_length))
    assert whole.sum() < ended.sum()
    total = weight = 0.0
    for start in range(0, len(rows.valid), config.rollout_length):
        returns = []
        for t, e in zip(*np.nonzero(whole[start : start + config.rollout_length]), strict=True):
            first = start + t - int(rows.obs[start + t, e, 0])
            returns.append(rows.reward[first : start + t + 1, e].sum())
        decay = 0.99 ** len(returns)
        total = decay * total + (1 - decay) * (np.mean(returns) if returns else 0.0)
        weight = decay * weight + 1 - decay
    np.testing.assert_allclose(metrics["train/return_running"], total / weight, rtol=1e-5)
