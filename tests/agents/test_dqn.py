"""Deep Q-learning: one step against its formulas, and tasks whose Q is known."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from arrays import loss_and_step, normal
from probes import blank_batch, chooser, hparams_of, jitted, tiny_config, tiny_problem

from diayn_jax import agents, envs, equations, skills, training
from diayn_jax.config import ConfigError
from diayn_jax.networks import TwinQNetwork
from diayn_jax.resolve import make_config

BATCH, SKILLS, OBS, ACTIONS = 8, 2, 3, 4


def make(problem=None, **fields):
    config = tiny_config(num_skills=SKILLS, agent="dqn", **fields)
    problem = {} if problem is None else problem
    agent = agents.spec("dqn").make(
        config,
        tiny_problem(
            skills=skills.categorical(SKILLS),
            input_size=OBS,
            action_size=ACTIONS,
            num_actions=ACTIONS,
            **problem,
        ),
    )
    agent, hparams = jitted(agent), hparams_of(config)
    return agent, agent.init(jax.random.key(0), hparams), hparams


def batch(**changes):
    values = {
        "obs": normal(1, BATCH, OBS),
        "next_obs": normal(2, BATCH, OBS),
        "action": jnp.arange(BATCH, dtype=jnp.int32) % ACTIONS,
        "skill": jnp.arange(BATCH, dtype=jnp.int32) % SKILLS,
        "terminated": jnp.arange(BATCH) % 3 == 0,
        "weight": jnp.arange(BATCH) / sum(range(BATCH)),
    }
    return blank_batch(BATCH, **{**values, **changes})


@jax.jit
def q_of(params, obs, skill):
    return TwinQNetwork(ACTIONS, (8,), True).apply(params, obs, jnp.eye(SKILLS)[skill])


@pytest.mark.parametrize("jit", [False, True])
def test_the_target_is_row_by_row_clipped_double_q(jit):
    reward, discount = normal(0, BATCH), 0.9
    terminated = jnp.arange(BATCH) % 3 == 0
    online, target = normal(1, 2, BATCH, ACTIONS), normal(2, 2, BATCH, ACTIONS)
    run = jax.jit(equations.clipped_double_q_target) if jit else equations.clipped_double_q_target
    expected = []
    for b in range(BATCH):
        best = max(range(ACTIONS), key=lambda a: float(online[0, b, a] + online[1, b, a]))
        value = min(float(target[0, b, best]), float(target[1, b, best]))
        expected.append(float(reward[b]) + (0 if terminated[b] else discount * value))
    np.testing.assert_allclose(run(reward, terminated, online, target, discount), expected, rtol=1e-6)


def test_the_critics_are_two():
    _, state, _ = make()
    first, second = q_of(state.critics, normal(1, BATCH, OBS), jnp.zeros(BATCH, jnp.int32))
    assert not np.allclose(first, second)


def test_one_update_is_by_the_book():
    agent, state, hparams = make(learning_rate=1e-2, tau=0.1, discount=0.9)
    state = state._replace(target_critics=jax.tree.map(lambda x: x + 0.1, state.target_critics))
    b, reward = jax.device_get((batch(), 3 * normal(4, BATCH)))
    new, metrics = agent.update(state, b, reward, hparams)
    next_q = np.asarray(q_of(state.critics, b.next_obs, b.skill))
    next_target = np.asarray(q_of(state.target_critics, b.next_obs, b.skill))
    target = np.array(
        [
            reward[i]
            + (0 if b.terminated[i] else 0.9 * next_target[:, i, np.argmax(next_q[:, i].sum(0))].min())
            for i in range(BATCH)
        ]
    )

    def loss(params):
        q = q_of(params, b.obs, b.skill)
        errors = [(q[k, i, b.action[i]] - target[i], b.weight[i]) for i in range(BATCH) for k in range(2)]
        return sum(0.5 * weight * error**2 for error, weight in errors)

    by_the_book, expected = loss_and_step(loss, state.critics, 1e-2)
    np.testing.assert_allclose(metrics["critic_loss"], by_the_book, rtol=1e-4)
    jax.tree.map(lambda x, y: np.testing.assert_allclose(x, y, rtol=1e-3, atol=1e-5), new.critics, expected)
    moved = jax.tree.map(lambda t, o: t + 0.1 * (o - t), state.target_critics, expected)
    jax.tree.map(
        lambda x, y: np.testing.assert_allclose(x, y, rtol=1e-3, atol=1e-5), new.target_critics, moved
    )


def test_rows_without_weight_do_not_count():
    agent, state, hparams = make()
    b = batch(weight=jnp.zeros(BATCH).at[0].set(1.0))
    other = b._replace(action=b.action.at[1:].set(0), obs=b.obs.at[1:].set(7.0))
    a, _ = agent.update(state, b, jnp.ones(BATCH), hparams)
    c, _ = agent.update(state, other, jnp.ones(BATCH), hparams)
    jax.tree.map(lambda x, y: np.testing.assert_allclose(x, y, atol=1e-7), a.critics, c.critics)


def test_acting_is_greedy_without_keys_and_explores_with_them():
    agent, state, _ = make()
    size = 4000
    obs, skill = jnp.tile(normal(1, 1, OBS), (size, 1)), jnp.zeros(size, jnp.int32)
    best = int(jnp.argmax(q_of(state.critics, obs[:1], skill[:1]).sum(0)[0]))
    greedy = agent.act(state, obs, skill, None)
    assert greedy.dtype == jnp.int32
    assert greedy.shape == (size,)
    assert (greedy == best).all()
    keys = jax.random.split(jax.random.key(3), size)
    for epsilon in (0.0, 0.4, 1.0):
        actions = agent.act(state._replace(epsilon=jnp.asarray(epsilon)), obs, skill, keys)
        shares = np.bincount(actions, minlength=ACTIONS) / size
        expected = np.full(ACTIONS, epsilon / ACTIONS) + (1 - epsilon) * np.eye(ACTIONS)[best]
        np.testing.assert_allclose(shares, expected, atol=0.03)


def test_exploration_falls_over_its_share_of_the_run():
    # After a warm-up of 40 steps, the run has 20 updates: 10 iterations of 8 environments, with 2 rounds of 1
    # update. Half of them explore.
    agent, state, hparams = make(num_env_steps=120, warmup_steps=40, exploration=0.5, epsilon=0.2)
    assert float(state.epsilon) == 1.0
    update = jax.jit(lambda state: agent.update(state, batch(), jnp.zeros(BATCH), hparams)[0])
    seen = []
    for _ in range(12):
        state = update(state)
        seen.append(float(state.epsilon))
    np.testing.assert_allclose(seen, np.maximum(0.2, 1 - 0.08 * np.arange(1, 13)), rtol=1e-5)


def test_the_network_sees_what_a_policy_may_see():
    agent, state, _ = make({"policy_dims": (0, 2)})
    obs, skill = normal(1, BATCH, OBS), jnp.zeros(BATCH, jnp.int32)
    hidden = obs.at[:, 1].set(99.0)
    np.testing.assert_array_equal(agent.act(state, obs, skill, None), agent.act(state, hidden, skill, None))


def test_it_learns_a_task_whose_values_are_known():
    # The reward is 1 for the highest action, whatever came before. So Q is 1/(1 − γ) = 2 for this action and
    # 1 for the others.
    env = chooser()
    config = tiny_config(
        env="point", objective="task", agent="dqn", normalize=False, discount=0.5, learning_rate=1e-2, tau=0.1
    )
    functions = training.compiled(training.make_trainer(config, env))
    state = functions.init(jax.random.key(0), training.make_hparams(config, 3))
    for _ in range(60):
        state, metrics = functions.epoch(state)
    assert float(metrics["train/epsilon"]) < 1
    obs = jnp.concatenate([jnp.zeros((1, 3)), jnp.eye(3)])
    q = TwinQNetwork(3, (8,), True).apply(state.agent.critics, obs, jnp.zeros((4, 0)))
    np.testing.assert_allclose(q, np.tile([1.0, 1.0, 2.0], (2, 4, 1)), atol=0.15)


def test_environments_with_discrete_actions_bring_it():
    for name in ("cartpole", "four_rooms", "car_racing_discrete"):
        config = make_config(env=name, env_defaults=envs.defaults(name))
        assert config.agent == "dqn"
        assert make_config(env=name, env_defaults=envs.defaults(name), agent="sac").agent == "sac"
    with pytest.raises(
        ConfigError, match=r"--alpha is a setting of --agent=sac \|.*, and this run has --agent=dqn"
    ):
        make_config(env="cartpole", env_defaults=envs.defaults("cartpole"), alpha=0.1)


def test_it_refuses_vectors_and_sac_refuses_choices():
    config = tiny_config(env="point", agent="dqn")
    with pytest.raises(
        ConfigError,
        match=r"--agent=dqn: point takes vectors of 2 numbers.*--agent=sac or td3 or ppo or es or option",
    ):
        training.make_trainer(config, envs.make("point"))
    with pytest.raises(
        ConfigError, match=r"--agent=sac: cartpole has 2 discrete actions.*--agent=dqn or ppo or "
    ):
        training.make_trainer(tiny_config(env="cartpole", agent="sac"), envs.make("cartpole"))


def test_an_encoder_of_its_own_is_refused():
    with pytest.raises(ConfigError, match="--encoder=separate: --agent=dqn has only critics"):
        tiny_config(agent="dqn", encoder="separate")
