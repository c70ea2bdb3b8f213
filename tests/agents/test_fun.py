"""FuN: how actors carry directions, and what both levels learn from, against NumPy."""

import functools

import jax
import jax.numpy as jnp
import numpy as np
import optax
import pytest
from arrays import normal
from probes import blank_batch, hparams_of, jitted, static_fields, tiny_config, tiny_problem

from diayn_jax import skills
from diayn_jax.agents.feudal import equations as feudal
from diayn_jax.agents.feudal import fun
from diayn_jax.agents.ppo import make_ppo
from diayn_jax.config import ConfigError
from diayn_jax.interfaces import RolloutBatch
from diayn_jax.networks import CategoricalPolicy

BATCH, OBS, ACTIONS, SIZE, STEPS, TIME = 6, 3, 2, 2, 3, 8


@functools.cache
def agent_of(**static):
    config = tiny_config(agent="fun", objective="task", goal_steps=STEPS, **static)
    problem = tiny_problem(skills=skills.none(), input_size=OBS, action_size=ACTIONS, feature_size=SIZE)
    agent = jitted(fun.make_fun(config, problem))
    return agent._replace(estimate=jax.jit(agent.estimate)), problem


def make(**fields):
    # With only eight units, all of them may be off for some input, and then no direction is left.
    fields = {"policy_hidden_sizes": (32,)} | fields
    config = tiny_config(agent="fun", objective="task", goal_steps=STEPS, **fields)
    hparams = hparams_of(config, ACTIONS)
    agent, problem = agent_of(**static_fields(fields, hparams))
    return agent, agent.init(jax.random.key(0), hparams), hparams, config, problem


outputs = jax.jit(CategoricalPolicy(SIZE, (32,)).apply)


def directions(state, obs):
    """Returns the manager's directions, by NumPy from the outputs of its network."""
    found = np.asarray(outputs(state.manager.policy, obs, jnp.zeros((*obs.shape[:-1], 0))))
    return found / np.linalg.norm(found, axis=-1, keepdims=True)


def played(agent, state, resets=()):
    """Returns the rows of a rollout [TIME, BATCH] and their observations [TIME + 1, ...].

    `resets` are the pairs (t, env) whose rows are resets.
    """
    valid = np.ones((TIME, BATCH), bool)
    for where in resets:
        valid[where] = False
    obs, none = normal(1, TIME + 1, BATCH, OBS), jnp.zeros(BATCH, jnp.int8)
    actor, first, found = (
        agent.start(state, jax.random.split(jax.random.key(0), BATCH)),
        np.ones(BATCH, bool),
        [],
    )
    for t in range(TIME):
        keys = jax.random.split(jax.random.key(100 + t), BATCH)
        action, row, actor = agent.step(state, actor, obs[t], none, jnp.asarray(first), keys)
        found.append((action, row))
        first = ~valid[t]
    action, rows = jax.tree.map(lambda *x: jnp.stack(x), *found)
    phi = normal(2, TIME + 1, BATCH, SIZE)
    b = blank_batch(BATCH, agent_noise=(), obs=obs[0], next_obs=obs[0], skill=none)
    b = jax.tree.map(lambda x: jnp.broadcast_to(x, (TIME, *x.shape)), b)._replace(
        obs=obs[:-1],
        next_obs=obs[1:],
        features=phi[:-1],
        next_features=phi[1:],
        action=action,
        extras=rows,
        terminated=jnp.zeros((TIME, BATCH), bool).at[4, 1].set(True),
    )
    return RolloutBatch(b, jnp.asarray(valid)), valid, obs, phi


def test_the_worker_sees_the_mean_of_the_last_directions():
    agent, state, *_ = make(goal_epsilon=0.0)
    rollout, valid, obs, _ = played(agent, state, [(3, 2)])
    rows, g = rollout.batch.extras, directions(state, obs)
    np.testing.assert_allclose(rows.actor.goal, g[:-1], rtol=1e-4, atol=1e-5)
    for env in range(BATCH):
        begins = 0
        for t in range(TIME):
            expected = g[max(begins, t - STEPS + 1) : t + 1, env].sum(0) / STEPS
            np.testing.assert_allclose(rows.pooled[t, env], expected, rtol=1e-4, atol=1e-5)
            if not valid[t, env]:
                begins = t + 1
    assert rows.actor.began.all()


def test_the_worker_acts_by_a_policy_that_sees_them():
    agent, state, hparams, config, problem = make()
    rollout, _, obs, _ = played(agent, state, [(3, 2)])
    b = rollout.batch
    worker = jitted(make_ppo(config, problem._replace(input_size=OBS + SIZE)))
    for t in range(TIME):
        given = jnp.concatenate([obs[t], b.extras.pooled[t]], -1)
        keys = jax.vmap(jax.random.split)(jax.random.split(jax.random.key(100 + t), BATCH))[:, 1]
        action, stored = worker.sample(state.worker, given, b.skill[t], keys)
        np.testing.assert_allclose(b.action[t], action, rtol=1e-4, atol=1e-5)
        np.testing.assert_allclose(b.extras.worker["log_prob"][t], stored["log_prob"], rtol=1e-4, atol=1e-4)
    # So in the first pass the old and new probabilities agree, for the worker and for its manager.
    advantage, learned = agent.estimate(state, rollout, normal(5, TIME, BATCH), hparams)
    for t in range(TIME):
        row, of_row, target = jax.tree.map(lambda x, t=t: x[t], (b, advantage, learned))
        row = row._replace(agent_noise=normal(9, BATCH, ACTIONS))
        _, metrics = agent.update(state, row, of_row, target, hparams)
        for name in ("policy_kl", "manager_policy_kl", "clipped_share", "manager_clipped_share"):
            assert metrics[name] == pytest.approx(0, abs=1e-6), name


def test_the_manager_sees_the_position_only_if_the_policy_does():
    config = tiny_config(agent="fun", objective="task", goal_steps=STEPS)
    problem = tiny_problem(
        skills=skills.none(), input_size=OBS, action_size=ACTIONS, feature_size=SIZE, policy_dims=(0, 2)
    )
    agent = jitted(fun.make_fun(config, problem))
    state = agent.init(jax.random.key(0), hparams_of(config, ACTIONS))
    obs, none = normal(1, BATCH, OBS), jnp.zeros(BATCH, jnp.int8)
    assert (agent.act(state, obs.at[:, 1].add(3.0), none, None) == agent.act(state, obs, none, None)).all()
    assert (agent.values(state, obs.at[:, 1].add(3.0), none) != agent.values(state, obs, none)).any()


def test_random_directions_have_their_share():
    agent, state, *_ = make(goal_epsilon=0.25)
    size = 4000
    obs, none = jnp.broadcast_to(normal(7, OBS), (size, OBS)), jnp.zeros(size, jnp.int8)
    keys = jax.random.split(jax.random.key(3), size)
    start = agent.start(state, keys)
    goal = agent.step(state, start, obs, none, jnp.ones(size, bool), keys)[2].goal
    usual = agent.step(state, start, obs, none, jnp.ones(size, bool), None)[2].goal
    differs = ~np.isclose(goal, usual, atol=1e-4).all(-1)
    assert differs.mean() == pytest.approx(0.25, abs=0.03)
    np.testing.assert_allclose(np.linalg.norm(goal, axis=-1), 1, rtol=1e-4)
    assert np.linalg.norm(np.asarray(goal)[differs].mean(0)) < 0.1


def gae(reward, value, terminated, valid, discount, lam):
    advantage = np.zeros_like(reward)
    for env in range(reward.shape[1]):
        following = 0.0
        for t in reversed(range(reward.shape[0])):
            go_on = 1.0 - terminated[t, env]
            delta = reward[t, env] + discount * go_on * value[t + 1, env] - value[t, env]
            following = delta + discount * lam * go_on * following if valid[t, env] else 0.0
            advantage[t, env] = following
    return advantage


@pytest.mark.parametrize("kind", ["cosine", "projection"])
def test_both_levels_have_advantages_of_their_own_reward(kind):
    agent, state, hparams, config, problem = make(
        goal_reward=kind, goal_reward_weight=0.7, manager_discount=0.5, discount=0.8, gae_lambda=0.9
    )
    # The last row of environment 3 ends an episode, and another episode follows.
    rollout, valid, obs, phi = played(agent, state, [(3, 2), (TIME - 1, 3)])
    b, reward = rollout.batch, normal(5, TIME, BATCH)
    advantage, learned = agent.estimate(state, rollout, reward, hparams)
    g = b.extras.actor.goal
    own = (
        feudal.directional_reward(phi, g, valid, STEPS)
        if kind == "cosine"
        else feudal.projection_reward(phi, g, valid)
    )
    np.testing.assert_allclose(learned.own_reward, own, rtol=1e-4, atol=1e-5)
    went = np.asarray(feudal.features_ahead(phi, valid, STEPS)) - np.asarray(phi[:-1])
    np.testing.assert_allclose(learned.went, went, rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(
        learned.cosine, feudal.cosine(went, directions(state, obs[:-1])), rtol=1e-4, atol=1e-5
    )

    # The worker's direction in the last states: the episode's last directions and the one that the manager
    # sets there.
    last = directions(state, obs[-1])
    pooled = [
        (last[env] + (g[TIME - STEPS + 1 :, env].sum(0) if valid[-1, env] else 0)) / STEPS
        for env in range(BATCH)
    ]
    pooled = np.concatenate([b.extras.pooled, np.stack(pooled)[None]])
    worker = jitted(make_ppo(config, problem._replace(input_size=OBS + SIZE)))
    manager = jitted(make_ppo(config, problem._replace(action_size=SIZE), fun._directions()))
    skill = jnp.zeros((TIME + 1, BATCH), jnp.int8)
    of_worker = np.asarray(worker.values(state.worker, jnp.concatenate([obs, pooled], -1), skill))
    of_manager = np.asarray(manager.values(state.manager, obs, skill))
    terminated = np.asarray(b.terminated)
    paid = np.asarray(reward) + 0.7 * np.asarray(own)
    expected = gae(paid, of_worker, terminated, valid, 0.8, 0.9)
    np.testing.assert_allclose(advantage.worker, expected, rtol=1e-3, atol=1e-4)
    np.testing.assert_allclose(learned.worker, expected + of_worker[:-1], rtol=1e-3, atol=1e-4)
    expected = gae(np.asarray(reward), of_manager, terminated, valid, 0.5, 0.9)
    np.testing.assert_allclose(advantage.manager, expected, rtol=1e-3, atol=1e-4)
    np.testing.assert_allclose(learned.manager, expected + of_manager[:-1], rtol=1e-3, atol=1e-4)


def test_the_manager_climbs_its_transition_policy_gradient():
    agent, state, hparams, *_ = make(learning_rate=1e-2)
    rollout, *_ = played(agent, state)
    advantage, learned = agent.estimate(state, rollout, normal(5, TIME, BATCH), hparams)
    b, advantage, learned = jax.tree.map(lambda x: x[2], (rollout.batch, advantage, learned))
    weight = jnp.arange(BATCH) / sum(range(BATCH))
    noise = normal(9, BATCH, ACTIONS)
    b = b._replace(weight=weight, agent_noise=noise)
    new, metrics = agent.update(state, b, advantage, learned, hparams)

    def ascent(params):
        """Returns Σ w A cos(φ(s_{t+c}) − φ(s_t), g_t(θ)); its gradient is equation 7 of the paper."""
        out = outputs(params, b.obs, jnp.zeros((BATCH, 0)))
        along = jnp.sum(out * learned.went, -1)
        along /= jnp.linalg.norm(out, axis=-1) * jnp.linalg.norm(learned.went, axis=-1)
        return jnp.sum(weight * advantage.manager * along)

    gradient = jax.jit(jax.grad(lambda params: -ascent(params)))(state.manager.policy)
    assert metrics["manager_grad_norm_policy"] == pytest.approx(float(optax.tree.norm(gradient)), rel=1e-3)
    updates, _ = optax.adam(1e-2).update(gradient, optax.adam(1e-2).init(gradient))
    jax.tree.map(
        lambda x, y, z: np.testing.assert_allclose(x - y, z, atol=1.5e-3),
        new.manager.policy,
        state.manager.policy,
        updates,
    )


def test_the_manager_learns_nothing_from_where_the_rollout_ends():
    agent, state, hparams, *_ = make()
    # Two rows before the rollout's end, an episode has ended in environment 3 only.
    rollout, *_ = played(agent, state, [(TIME - 1, 3)])
    advantage, learned = agent.estimate(state, rollout, normal(5, TIME, BATCH), hparams)
    b, advantage, learned = jax.tree.map(lambda x: x[TIME - 2], (rollout.batch, advantage, learned))
    assert learned.seen_ahead.tolist() == [env == 3 for env in range(BATCH)]
    update = agent.update

    def updated(weight, advantage=advantage):
        given = b._replace(weight=jnp.asarray(weight), agent_noise=normal(9, BATCH, ACTIONS))
        return update(state, given, advantage, learned, hparams)

    cut = np.array([0.2, 0.2, 0.2, 0, 0.2, 0.2], np.float32)
    new, metrics = updated(cut)
    assert metrics["manager_grad_norm_policy"] == 0
    jax.tree.map(np.testing.assert_array_equal, new.manager.policy, state.manager.policy)
    # The manager's critic still learns from this row, and so does the worker.
    assert metrics["manager_grad_norm_critics"] > 0
    assert metrics["grad_norm_policy"] > 0
    both, whole = np.full(BATCH, 0.1, np.float32), np.zeros(BATCH, np.float32)
    both[3] = whole[3] = 0.5
    found = updated(both)[1]["manager_grad_norm_policy"]
    assert found > 0
    assert found == pytest.approx(float(updated(whole)[1]["manager_grad_norm_policy"]), rel=1e-5)


def test_a_rollout_that_holds_no_goal_is_refused():
    message = r"--goal_steps=5 with --rollout_length=5: .* Take --rollout_length=6 or more"
    with pytest.raises(ConfigError, match=message):
        tiny_config(agent="fun", objective="task", goal_steps=5, rollout_length=5)
    assert tiny_config(agent="fun", objective="task", goal_steps=4, rollout_length=5).goal_steps == 4


def test_what_acting_needs_is_kept():
    agent, state, *_ = make()
    small, keys = agent.policy_state(state), jax.random.split(jax.random.key(3), BATCH)
    args = agent.start(state, keys), normal(1, BATCH, OBS), jnp.zeros(BATCH, jnp.int8), jnp.ones(BATCH, bool)
    for x, y in zip(
        jax.tree.leaves(agent.step(small, *args, keys)),
        jax.tree.leaves(agent.step(state, *args, keys)),
        strict=True,
    ):
        np.testing.assert_array_equal(x, y)
    assert len(jax.tree.leaves(small)) < len(jax.tree.leaves(state)) / 2
