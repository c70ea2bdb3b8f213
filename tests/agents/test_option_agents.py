"""Option-critic and soft option-critic: losses and steps, row by row against their formulas."""

import functools

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from arrays import adam_step, close, normal
from probes import blank_batch, hparams_of, jitted, static_fields, tiny_config, tiny_problem

from diayn_jax import skills
from diayn_jax.agents.options.option_critic import epsilon_greedy_log_probs, make_option_critic
from diayn_jax.agents.options.soft_option_critic import make_soft_option_critic
from diayn_jax.agents.sac import make_sac
from diayn_jax.config import ConfigError
from diayn_jax.equations import tanh_gaussian
from diayn_jax.networks import MLP, CategoricalPolicy, Policy, TwinCritic, TwinQNetwork, without_skill
from diayn_jax.resolve import make_config
from diayn_jax.types import OptionUnderWay, Pixels

BATCH, OBS, ACTIONS, OPTIONS = 8, 3, 2, 3
SCALE = 2.0  # scale of the reward
MAKE = {"option_critic": make_option_critic, "soft_option_critic": make_soft_option_critic}


@functools.cache
def agent_of(name, discrete, num_options, policy_dims, **static):
    config = tiny_config(agent=name, objective="task", num_options=num_options, **static)
    problem = tiny_problem(
        skills=skills.none(),
        input_size=OBS,
        action_size=ACTIONS,
        num_actions=ACTIONS if discrete else None,
        policy_dims=policy_dims,
    )
    return jitted(MAKE[name](config, problem))


def make(name, discrete=False, num_options=OPTIONS, policy_dims=None, **fields):
    hparams = hparams_of(
        tiny_config(agent=name, objective="task", num_options=num_options, **fields), ACTIONS
    )
    agent = agent_of(name, discrete, num_options, policy_dims, **static_fields(fields, hparams))
    state = agent.init(jax.random.key(0), hparams)
    # Target networks and terminations differ from their initial values, so that a test notices if they are
    # mixed up.
    targets = jax.tree.map(lambda x: 1.3 * x + 0.1, (state.target_critics, state.target_option_values))
    ends = jax.tree.map(lambda x: x + 0.3 * normal(9, *x.shape), state.termination)
    state = state._replace(target_critics=targets[0], target_option_values=targets[1], termination=ends)
    return agent, state, hparams


def batch(discrete=False):
    return blank_batch(
        BATCH,
        obs=normal(1, BATCH, OBS),
        next_obs=normal(2, BATCH, OBS),
        action=jnp.arange(BATCH) % ACTIONS if discrete else jnp.tanh(normal(3, BATCH, ACTIONS)),
        agent_noise=() if discrete else normal(5, BATCH, 2, ACTIONS),
        terminated=jnp.arange(BATCH) % 3 == 0,
        weight=jnp.arange(BATCH) / sum(range(BATCH)),
        extras=OptionUnderWay((jnp.arange(BATCH) % OPTIONS).astype(jnp.int8), jnp.zeros(BATCH, bool)),
    )


class ByTheBook:
    """The losses of docs/background/hierarchy.md, row by row. Only the networks are the agent's."""

    def __init__(self, name, state, b, reward, hparams, discrete, softmax_at=None):
        b, reward = jax.device_get((b, reward))  # each row is read by itself, also within a trace
        self.state, self.b, self.hparams, self.discrete = state, b, hparams, discrete
        self.soft = name == "soft_option_critic"
        self.alpha = float(hparams["alpha"]) if self.soft else 0.0
        temperature = self.alpha if self.soft else softmax_at
        self.policy = (CategoricalPolicy if discrete else Policy)(ACTIONS, (8,))
        self.critics = TwinQNetwork(ACTIONS, (8,), True) if discrete else TwinCritic((8,), True)
        self.values, self.ends = MLP((8,), OPTIONS, True), MLP((8,), OPTIONS)
        # The deliberation cost is given in units of the environment's reward. Here it is in units of the
        # scaled reward.
        gamma, cost = float(hparams["discount"]), SCALE * float(hparams["deliberation_cost"])
        self.code = jnp.eye(OPTIONS)[b.extras.option]
        q = self.values.apply(state.target_option_values, b.next_obs)
        beta = 1 / (1 + jnp.exp(-self.ends.apply(state.termination, b.next_obs)))
        going_on = self.expected(state.policy, state.target_critics, b.next_obs, 1)[0]
        self.target, self.advantage = [], []
        for i in range(BATCH):
            w, row = int(b.extras.option[i]), q[i]
            goes_on = going_on[i] if self.soft else row[w]
            choosing = row.max()
            if temperature is not None:
                choosing = temperature * jnp.log(jnp.mean(jnp.exp(row / temperature)))
            arrival = (1 - beta[i, w]) * goes_on + beta[i, w] * (choosing - cost)
            self.target.append(float(reward[i]) + (0 if b.terminated[i] else gamma * arrival))
            self.advantage.append(row[w] - choosing + cost + float(hparams["termination_margin"]))

    def expected(self, policy, critics, obs, which):
        """Returns E_a[min_i Q_i − α log π] and the entropy, [B] each."""
        found = self.policy.apply(policy, obs, self.code)
        if self.discrete:
            p = jax.nn.softmax(found)
            q = self.critics.apply(critics, obs, self.code).min(0)
            return (p * (q - self.alpha * jnp.log(p))).sum(-1), -(p * jnp.log(p)).sum(-1)
        action, log_prob = tanh_gaussian(*found, self.b.agent_noise[:, which])
        return self.critics.apply(critics, obs, self.code, action).min(0) - self.alpha * log_prob, -log_prob

    def critic_loss(self, params):
        if self.discrete:
            q = self.critics.apply(params, self.b.obs, self.code)
            q = jnp.stack([q[:, i, int(self.b.action[i])] for i in range(BATCH)], axis=1)
        else:
            q = self.critics.apply(params, self.b.obs, self.code, self.b.action)
        return sum(
            self.b.weight[i] * 0.5 * sum((q[j, i] - self.target[i]) ** 2 for j in (0, 1))
            for i in range(BATCH)
        )

    def policy_loss(self, params):
        value, entropy = self.expected(params, self.state.critics, self.b.obs, 0)
        weight = 0.0 if self.soft else self.hparams["option_entropy_weight"]
        return -sum(self.b.weight[i] * (value[i] + weight * entropy[i]) for i in range(BATCH))

    def option_value_loss(self, params):
        value = jax.lax.stop_gradient(self.expected(self.state.policy, self.state.critics, self.b.obs, 0)[0])
        q = self.values.apply(params, self.b.obs)
        return sum(
            self.b.weight[i] * 0.5 * (q[i, int(self.b.extras.option[i])] - value[i]) ** 2
            for i in range(BATCH)
        )

    def termination_loss(self, params):
        beta = jax.nn.sigmoid(self.ends.apply(params, self.b.next_obs))
        return sum(
            self.b.weight[i] * beta[i, int(self.b.extras.option[i])] * self.advantage[i]
            for i in range(BATCH)
            if not self.b.terminated[i]
        )


@pytest.mark.parametrize("discrete", [False, True])
@pytest.mark.parametrize("name", MAKE)
def test_one_update_is_by_the_book(name, discrete):
    fields = {"tau": 0.1, "learning_rate": 1e-2, "deliberation_cost": 0.2, "termination_margin": 0.05}
    fields["reward_scale"] = SCALE
    fields |= {"alpha": 0.2} if name == "soft_option_critic" else {"option_entropy_weight": 0.3}
    agent, state, hparams = make(name, discrete, **fields)
    b, reward = batch(discrete), normal(4, BATCH)
    new, metrics = agent.update(state, b, reward, hparams)
    networks = {
        "critic": "critics",
        "policy": "policy",
        "option_value": "option_values",
        "termination": "termination",
    }

    @jax.jit
    def by_the_book(state):
        book, found = ByTheBook(name, state, b, reward, hparams, discrete), {}
        for loss, network in networks.items():
            loss_of, params = getattr(book, f"{loss}_loss"), getattr(state, network)
            found[network] = loss_of(params), adam_step(loss_of, params, 1e-2)
        return found

    found = by_the_book(state)
    for loss, network in networks.items():
        expected, stepped = found[network]
        close(metrics[f"{loss}_loss"], expected)
        # Adam's first step is 1e-2 times the gradient's sign, except where the gradient is zero up to
        # rounding.
        close(getattr(new, network), stepped, atol=1.5e-3)
    for network in ("critics", "option_values"):
        expected = jax.tree.map(
            lambda online, old: 0.1 * online + 0.9 * old,
            getattr(new, network),
            getattr(state, f"target_{network}"),
        )
        close(getattr(new, f"target_{network}"), expected)


def test_softmax_option_critic_bootstraps_from_the_soft_value():
    agent, state, hparams = make(
        "option_critic", True, option_policy="softmax", option_temperature=0.5, termination_margin=0.0
    )
    b, reward = batch(True), normal(4, BATCH)
    _, metrics = agent.update(state, b, reward, hparams)

    @jax.jit
    def by_the_book(state):
        book = ByTheBook("option_critic", state, b, reward, hparams, True, softmax_at=0.5)
        return book.critic_loss(state.critics), book.termination_loss(state.termination)

    critic_loss, termination_loss = by_the_book(state)
    close(metrics["critic_loss"], critic_loss)
    close(metrics["termination_loss"], termination_loss)


@pytest.mark.parametrize("name", MAKE)
def test_a_policy_that_does_not_see_something_chooses_no_option_by_it(name):
    agent, state, hparams = make(name, policy_dims=(0, 2))
    size = 64
    obs = normal(7, size, OBS)
    elsewhere = obs.at[:, 1].add(10 * normal(8, size))
    none, keys = jnp.zeros(size, jnp.int8), jax.random.split(jax.random.key(3), size)
    for first in (True, False):
        actor = agent.start(state, keys)._replace(option=(jnp.arange(size) % OPTIONS).astype(jnp.int8))
        args = none, jnp.full(size, first), None
        close(agent.step(state, actor, elsewhere, *args), agent.step(state, actor, obs, *args))
    _, metrics = agent.update(state, batch(), normal(4, BATCH), hparams)
    assert all(np.isfinite(x) for x in metrics.values())


@pytest.mark.parametrize("alpha", ["auto", 0.3])
def test_of_one_option_it_is_sac(alpha):
    agent, state, hparams = make("soft_option_critic", num_options=1, alpha=alpha)
    config = tiny_config(agent="sac", objective="task", alpha=alpha)
    sac = make_sac(config, tiny_problem(skills=skills.none(), input_size=OBS, action_size=ACTIONS))
    sac_hparams = hparams_of(config, ACTIONS)
    one = jnp.ones(1)
    plain = sac.init(jax.random.key(0), sac_hparams)._replace(
        policy=without_skill(state.policy, OBS, one),
        critics=without_skill(state.critics, OBS, one),
        target_critics=without_skill(state.target_critics, OBS, one),
    )
    b = batch()
    b = b._replace(extras=OptionUnderWay(jnp.zeros(BATCH, jnp.int8), jnp.zeros(BATCH, bool)))
    new, metrics = agent.update(state, b, normal(4, BATCH), hparams)
    sac_new, expected = jax.jit(sac.update)(plain, b._replace(extras=()), normal(4, BATCH), sac_hparams)
    for name in ("critic_loss", "policy_loss", "policy_entropy", "q_mean", "alpha", "alpha_loss"):
        assert metrics[name] == pytest.approx(float(expected[name]), rel=1e-5, abs=1e-6), name
    close(new.log_alpha, sac_new.log_alpha)
    assert metrics["termination_loss"] == metrics["termination_mean"] == 0
    # With one option it also acts as SAC does.
    action = agent.step(state, agent.start(state, jax.random.split(jax.random.key(0), BATCH)), b.obs, b.skill,
                        jnp.ones(BATCH, bool), None)[0]  # fmt: skip
    close(action, sac.act(plain, b.obs, b.skill, None))


def test_an_option_that_is_worse_comes_to_end_and_the_best_does_not():
    agent, state, hparams = make("option_critic", True, learning_rate=1e-2, termination_margin=0.01, tau=1e-6)
    # Q_Ω of the target networks: option 1 is better than the others by 1 in every state.
    layer = state.target_option_values["params"]["Dense_1"]
    fixed = {"kernel": 0 * layer["kernel"], "bias": jnp.array([0.0, 1.0, 0.0])}
    params = {**state.target_option_values["params"], "Dense_1": fixed}
    state = state._replace(target_option_values={"params": params})
    update = agent.update
    b = batch(True)
    for _ in range(200):
        state, _ = update(state, b, jnp.zeros(BATCH), hparams)
    alive = ~np.asarray(b.terminated) & (np.asarray(b.weight) > 0)
    beta = np.asarray(jax.nn.sigmoid(MLP((8,), OPTIONS).apply(state.termination, b.next_obs)))
    w = np.asarray(b.extras.option)
    assert (beta[np.arange(BATCH), w][alive & (w != 1)] > 0.9).all()
    assert (beta[np.arange(BATCH), w][alive & (w == 1)] < 0.5).all()


def test_epsilon_greedy():
    log_probs = epsilon_greedy_log_probs(jnp.array([[0.0, 2.0, 1.0]]), jnp.float32(0.3))
    np.testing.assert_allclose(np.exp(log_probs), [[0.1, 0.8, 0.1]], rtol=1e-5)


@pytest.mark.parametrize("name", MAKE)
def test_acting_follows_the_options_values(name):
    agent, state, _ = make(name, **({"option_epsilon": 0.3} if name == "option_critic" else {"alpha": 0.5}))
    size = 3000
    obs = jnp.broadcast_to(normal(7, OBS), (size, OBS))
    keys = jax.random.split(jax.random.key(3), size)
    actor, none = agent.start(state, keys), jnp.zeros(size, jnp.int8)
    _, extras, after = agent.step(state, actor, obs, none, jnp.ones(size, bool), keys)
    q = np.asarray(MLP((8,), OPTIONS, True).apply(state.option_values, obs[:1]))[0]
    if name == "option_critic":
        expected = 0.7 * np.eye(OPTIONS)[q.argmax()] + 0.1
    else:
        expected = np.exp(q / 0.5) / np.exp(q / 0.5).sum()
    np.testing.assert_allclose(np.bincount(after.option, minlength=OPTIONS) / size, expected, atol=0.03)
    np.testing.assert_array_equal(extras.option, after.option)
    _, _, later = agent.step(state, after, obs, none, jnp.zeros(size, bool), keys)
    beta = np.asarray(jax.nn.sigmoid(MLP((8,), OPTIONS).apply(state.termination, obs[:1])))[0]
    for k in range(OPTIONS):
        mine = np.asarray(after.option) == k
        if mine.sum() > 300:
            np.testing.assert_allclose(np.asarray(later.began)[mine].mean(), beta[k], atol=0.08)


@pytest.mark.parametrize("name", MAKE)
def test_what_acting_needs_is_kept(name):
    agent, state, _ = make(name)
    small = agent.policy_state(state)
    keys = jax.random.split(jax.random.key(3), BATCH)
    args = agent.start(state, keys), normal(1, BATCH, OBS), jnp.zeros(BATCH, jnp.int8), jnp.ones(BATCH, bool)
    close(agent.step(small, *args, keys), agent.step(state, *args, keys))
    assert len(jax.tree.leaves(small)) < len(jax.tree.leaves(state)) / 2


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"agent": "soft_option_critic", "alpha": 0.0}, r"--alpha=0 cannot be the temperature"),
        ({"agent": "option_critic", "option_temperature": 2.0}, r"belongs to --option_policy=softmax"),
        (
            {"agent": "option_critic", "option_policy": "softmax", "option_epsilon": 0.2},
            r"belongs to --option_policy=epsilon_greedy",
        ),
        ({"agent": "option_critic", "num_options": 65}, r"--num_options=65 is not allowed"),
        (
            {"agent": "option_critic", "start_run": "runs/x", "start_critics": "run"},
            r"--start_critics=run: .*learns from the values of options, which that run does not have",
        ),
        ({"agent": "sac", "num_options": 4}, r"--num_options is a setting of --agent=option_critic"),
    ],
)
def test_settings_that_do_not_go_together(fields, message):
    with pytest.raises(ConfigError, match=message):
        make_config(env="point", objective="task", **fields)


@pytest.mark.parametrize("target", [-1.0, 0.0, 0.7, 1.0])
def test_an_entropy_that_discrete_actions_cannot_have_is_refused(target):
    # Two actions have at most ln 2 = 0.69 nats.
    with pytest.raises(ConfigError, match=r"2 discrete actions have an entropy between 0 and 0\.69 nats"):
        agent_of("soft_option_critic", True, OPTIONS, None, alpha="auto", target_entropy=target)


def test_updates_of_the_critics_alone_leave_the_optimisers_of_policy_and_ends():
    agent, state, hparams = make("soft_option_critic", critic_only_updates=3)
    update = agent.update
    held, _ = update(state, batch(), normal(4, BATCH), hparams | {"updates": jnp.float32(2)})
    trained, _ = update(state, batch(), normal(4, BATCH), hparams | {"updates": jnp.float32(3)})
    for name in ("policy_opt", "termination_opt", "alpha_opt", "policy", "termination", "log_alpha"):
        jax.tree.map(np.testing.assert_array_equal, getattr(held, name), getattr(state, name))
        after, before = (jax.tree.leaves(getattr(x, name)) for x in (trained, state))
        assert any(not np.array_equal(x, y) for x, y in zip(after, before, strict=True)), name
    assert int(held.critics_opt.count) == int(held.option_values_opt.count) == 1


def test_options_from_images():
    layers = {"encoder_patches": (2,), "encoder_channels": (4,), "latent_size": 5}
    config = tiny_config(agent="soft_option_critic", objective="task", num_options=OPTIONS, **layers)
    problem = tiny_problem(skills=skills.none(), input_size=5, action_size=ACTIONS, image_shape=(4, 4, 3))
    agent, hparams = jitted(make_soft_option_critic(config, problem)), hparams_of(config, ACTIONS)
    state = agent.init(jax.random.key(0), hparams)
    images = np.random.default_rng(0).integers(0, 256, (2, BATCH, 4, 4, 3), dtype=np.uint8)
    obs, next_obs = (Pixels(x, jnp.zeros((BATCH, 0))) for x in images)
    new, metrics = agent.update(
        state, batch()._replace(obs=obs, next_obs=next_obs), normal(4, BATCH), hparams
    )
    assert all(np.isfinite(x) for x in metrics.values())
    for critics in ("critics", "target_critics"):
        before, after = (jax.tree.leaves(getattr(x, critics).encoder) for x in (state, new))
        assert not any(np.array_equal(x, y) for x, y in zip(before, after, strict=True))
    # What is kept for acting acts as the whole state, and sees the image.
    keys = jax.random.split(jax.random.key(3), BATCH)
    actor, none, first = agent.start(new, keys), jnp.zeros(BATCH, jnp.int8), jnp.ones(BATCH, bool)
    action = agent.step(new, actor, obs, none, first, None)
    close(agent.step(agent.policy_state(new), actor, obs, none, first, None), action)
    assert not np.allclose(agent.step(new, actor, next_obs, none, first, None)[0], action[0])
