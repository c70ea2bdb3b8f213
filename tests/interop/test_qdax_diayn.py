"""QDax's DIAYN replaced by ours: QDax's own test, and our functions against independent numbers."""

import functools
import importlib.metadata
import sys
import types

import extras

extras.need("qdax", "qdax")

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import qdax.baselines.diayn as theirs

from diayn_jax.config import ConfigError
from diayn_jax.interop.qdax import (
    DIAYN,
    DiaynConfig,
    DiaynTrainingState,
    ReplayBuffer,
    batches,
    environment,
    stepping,
)
from diayn_jax.interop.qdax.environment import Descriptor

# isort: split

from qdax.core.neuroevolution.buffers.buffer import QDTransition
from qdax.core.neuroevolution.networks.diayn_networks import make_diayn_networks
from qdax.core.neuroevolution.sac_td3_utils import do_iteration_fn, warmstart_buffer

NUM_ENVS, NUM_SKILLS, LENGTH = 8, 3, 6  # 8 is not a multiple of 3

HIDDEN = {"critic_hidden_layer_size": (8,), "policy_hidden_layer_size": (8,)}


class Script:
    """The objects that a QDax script makes from a config in the point world."""

    def __init__(self, **fields):
        self.config = DiaynConfig(
            **{"batch_size": 16, "episode_length": LENGTH, "num_skills": NUM_SKILLS, **HIDDEN, **fields}
        )
        self.env = environment.create("point", batch_size=NUM_ENVS, episode_length=LENGTH)
        self.diayn = DIAYN(self.config, action_size=2)
        self.skills = self.diayn.tile_skills(NUM_ENVS)
        self.play = functools.partial(self.diayn.play_step_fn, skills=self.skills, env=self.env)
        self.state = self.diayn.init(jax.random.key(0), action_size=2, observation_size=2, descriptor_size=2)
        self.env_state = jax.jit(self.env.reset)(jax.random.key(1))

    def buffer(self, size=200):
        transition = QDTransition.init_dummy(
            observation_dim=2 + self.config.num_skills, action_dim=2, descriptor_dim=2
        )
        return ReplayBuffer.init(buffer_size=size, transition=transition)

    @functools.cached_property
    def unrolled(self):
        """Transitions [T, E, ...] of two episodes, and the training state after them."""

        def step(carry, _):
            env_state, state, transition = self.play(*carry)
            return (env_state, state), transition

        carry = self.env_state, self.state
        (_, state), transitions = jax.jit(lambda c: jax.lax.scan(step, c, length=2 * LENGTH))(carry)
        return jax.device_get(transitions), state

    def trained(self):
        """Returns the training states after each of three iterations of two updates, and the last metrics."""
        buffer, env_state, state = warmstart_buffer(
            replay_buffer=self.buffer(),
            training_state=self.state,
            env_state=self.env_state,
            play_step_fn=self.play,
            num_warmstart_steps=4 * NUM_ENVS,
            env_batch_size=NUM_ENVS,
        )
        iteration = functools.partial(
            do_iteration_fn,
            env_batch_size=NUM_ENVS,
            grad_updates_per_step=2 / NUM_ENVS,
            play_step_fn=self.play,
            update_fn=self.diayn.update,
        )
        iteration, states = jax.jit(iteration), []
        for _ in range(3):
            state, env_state, buffer, metrics = iteration(state, env_state, buffer)
            states.append(state)
        return states, jax.device_get(metrics)


@pytest.fixture(scope="module")
def script():
    return Script()


@pytest.mark.parametrize(
    "fields", [{}, {"objective": "metra", "skill_space": "sphere:2", "num_skills": 2}], ids=["diayn", "metra"]
)
def test_states_are_made_within_jit_and_vmap(fields):
    script = Script(**fields)
    diayn = DIAYN(script.config, action_size=2)
    init = functools.partial(diayn.init, action_size=2, observation_size=2, descriptor_size=2)
    states = jax.jit(jax.vmap(init))(jax.random.split(jax.random.key(0), 2))
    one = jax.tree.map(lambda x: x[0], states)
    # The object then serves calls that are not within that trace.
    alone = diayn.init(jax.random.split(jax.random.key(0), 2)[0], 2, 2, 2)
    for x, y in zip(jax.tree.leaves(one.agent), jax.tree.leaves(alone.agent), strict=True):
        np.testing.assert_allclose(x, y, rtol=1e-5, atol=1e-6)
    updated = jax.eval_shape(diayn.update, one, script.buffer())[0]
    assert jax.tree.structure(updated) == jax.tree.structure(one)


def test_the_test_of_qdax_passes(monkeypatch):
    """Runs the test file of QDax's release with our DIAYN and environment; its own need brax.v1.

    Its sizes are smaller here.
    """
    files = importlib.metadata.files("qdax")
    (file,) = [path for path in files if str(path) == "tests/baselines_test/diayn_test.py"]
    made = []

    def create(env_name, **options):
        assert env_name == "pointmaze"
        made.append(environment.create("point_maze", **options))
        return made[-1]

    assumed = []
    monkeypatch.setitem(sys.modules, "qdax.tasks.brax.v1", types.SimpleNamespace(create=create))
    monkeypatch.setattr(pytest, "assume", lambda holds: assumed.append(bool(holds)), raising=False)
    monkeypatch.setattr(theirs, "DIAYN", DIAYN)
    monkeypatch.setattr(theirs, "DiaynConfig", DiaynConfig)
    monkeypatch.setattr(theirs, "DiaynTrainingState", DiaynTrainingState)
    source = file.read_text(encoding="utf-8")
    smaller = {"size = 200\n": "size = 20\n", "steps = 10000\n": "steps = 400\n", "(256, 256)": "(16, 16)"}
    for large, small in smaller.items():
        assert large in source
        source = source.replace(large, small)
    names = {"__name__": "diayn_test"}
    exec(compile(source, str(file), "exec"), names)
    names["test_diayn"]()
    assert len(made) == 2
    assert assumed == [True]


def test_next_states_are_those_before_a_reset(script):
    played, _ = script.unrolled
    moved = np.clip(played.obs[..., :2] + 0.1 * played.actions, -1, 1)
    np.testing.assert_allclose(played.next_obs[..., :2], moved, atol=1e-6)
    np.testing.assert_allclose(played.next_state_desc, moved, atol=1e-6)
    # Each environment has two episodes, and the step limit cuts both off.
    ends = np.zeros((2 * LENGTH, NUM_ENVS))
    ends[LENGTH - 1 :: LENGTH] = 1
    np.testing.assert_array_equal(played.dones, ends)
    np.testing.assert_array_equal(played.truncations, ends)
    # An episode begins elsewhere than the one before it ended.
    assert np.abs(played.obs[LENGTH, :, :2]).max() < 0.06
    tails = np.broadcast_to(np.eye(NUM_SKILLS)[np.arange(NUM_ENVS) % NUM_SKILLS], (2 * LENGTH, NUM_ENVS, 3))
    np.testing.assert_array_equal(played.obs[..., 2:], tails)
    np.testing.assert_array_equal(played.next_obs[..., 2:], tails)


def test_an_environment_that_never_resets_is_stepped_as_it_is():
    env = environment.create("point", batch_size=2, episode_length=3, auto_reset=False)
    state = env.reset(jax.random.key(0))
    after, obs, descriptor = stepping.step(env, state, jnp.ones((2, 2)))
    np.testing.assert_array_equal(obs, after.obs)
    np.testing.assert_array_equal(descriptor, after.obs)


def test_the_diversity_return_is_that_of_qdax_on_the_same_discriminator(script):
    """The return is Σ_t log q(z|φ(s')) + ln K, by QDax's own network with our parameters."""
    play = functools.partial(script.play, deterministic=True)
    mean, returns, diversity, descriptors = script.diayn.eval_policy_fn(
        script.state, script.env_state, play, NUM_ENVS
    )
    params = script.state.discriminator_params["params"]["MLP_0"]
    network = make_diayn_networks(2, NUM_SKILLS, (8,), (8,))[2]
    renamed = {"params": {"MLP_0": params}}

    def step(carry, _):
        env_state, state, transition = play(*carry)
        return (env_state, state), transition

    played = jax.lax.scan(step, (script.env_state, script.state), length=LENGTH)[1]
    log_q = jax.nn.log_softmax(network.apply(renamed, played.next_state_desc))
    chosen = np.take_along_axis(
        np.asarray(log_q), np.tile(np.arange(NUM_ENVS) % NUM_SKILLS, (LENGTH, 1))[..., None], axis=-1
    )
    np.testing.assert_allclose(diversity, chosen[..., 0].sum(0) + LENGTH * np.log(3), atol=1e-4)
    np.testing.assert_allclose(returns, np.asarray(played.rewards).sum(0), atol=1e-5)
    np.testing.assert_allclose(mean, np.asarray(returns).mean(), atol=1e-5)
    np.testing.assert_allclose(descriptors, played.state_desc, atol=1e-6)


def test_a_batch_bootstraps_what_was_truncated_and_weighs_skills(script):
    played, state = script.unrolled
    flat = jax.tree.map(lambda x: jnp.asarray(x).reshape(-1, *x.shape[2:]), played)
    batch = script.diayn._batch(state, flat, jax.random.key(0))
    assert not np.asarray(batch.terminated).any()
    ended = flat.replace(truncations=jnp.zeros_like(flat.truncations))
    np.testing.assert_array_equal(
        script.diayn._batch(state, ended, jax.random.key(0)).terminated, np.asarray(flat.dones) > 0.5
    )
    # Of the 8 environments, skills 0 and 1 have three, and skill 2 has two. Each skill gets a weight of one
    # third.
    weight = np.asarray(batch.weight * batch.skill_weight)
    share = [weight[np.asarray(batch.skill) == z].sum() for z in range(NUM_SKILLS)]
    np.testing.assert_allclose(share, 1 / 3, atol=1e-6)


def test_shares_of_skills_go_on_changing_however_long_it_plays():
    counts, ahead = jnp.array([2.0**23, 2.0**23 - 8.0]), jnp.zeros(64, jnp.int32)
    assert float(jnp.float32(2**24) + 1) == 2**24  # float32 rounds plain counts

    @jax.jit
    def count(counts):
        return jax.lax.fori_loop(0, 2**16, lambda _, c: batches.counted(c, ahead), counts)

    share = np.asarray(counts) / float(counts.sum())
    np.testing.assert_allclose(share, 0.5, atol=1e-6)
    for _ in range(4):
        counts = count(counts)
        assert float(counts[0] / counts.sum()) > share[0] + 0.01
        share = np.asarray(counts) / float(counts.sum())


def test_critics_can_learn_alone_at_first():
    script = Script(settings={"critic_only_updates": 4})
    states, _ = script.trained()
    assert [int(state.steps) for state in states] == [2, 4, 6]
    *alone, last = (jax.tree.leaves(state.agent.policy) for state in states)
    before = jax.tree.leaves(script.state.agent.policy)
    for policy in alone:
        for a, b in zip(policy, before, strict=True):
            np.testing.assert_array_equal(a, b)
    assert any(np.abs(np.asarray(a - b)).max() > 0 for a, b in zip(last, before, strict=True))
    critics = (jax.tree.leaves(state.agent.critics) for state in (states[0], script.state))
    assert all(np.abs(np.asarray(a - b)).max() > 0 for a, b in zip(*critics, strict=True))


def test_a_state_can_be_donated(script):
    state = script.diayn.init(jax.random.key(0), action_size=2, observation_size=2, descriptor_size=2)
    moved = jax.jit(lambda state: state.replace(steps=state.steps + 1), donate_argnums=0)(state)
    assert int(moved.steps) == 1


def test_training_moves_every_part(script):
    (*_, state), metrics = script.trained()
    assert int(state.steps) == 6
    assert {"actor_loss", "critic_loss", "discriminator_loss", "alpha_loss"} <= set(metrics)
    assert all(np.isfinite(value).all() for value in metrics.values())
    for name in ("policy_params", "critic_params", "discriminator_params", "alpha_params"):
        before, after = (jax.tree.leaves(getattr(x, name)) for x in (script.state, state))
        assert any(np.abs(np.asarray(a - b)).max() > 0 for a, b in zip(after, before, strict=True)), name


def test_metra_and_continuous_skills():
    script = Script(objective="metra", skill_space="sphere:2", num_skills=2)
    np.testing.assert_allclose(np.linalg.norm(np.asarray(script.skills), axis=-1), 1, atol=1e-6)
    (*_, state), metrics = script.trained()
    assert int(state.steps) == 6
    assert {"representation_loss", "lambda", "phi_step"} <= set(metrics)
    assert all(np.isfinite(value).all() for value in metrics.values())


def test_statistics_are_those_of_what_was_seen():
    script = Script(normalize_observations=True, agent_sees_descriptor=True)
    played, state = script.unrolled
    seen = np.concatenate([played.obs[..., :2], played.state_desc], axis=-1).reshape(-1, 4)
    np.testing.assert_allclose(state.statistics.mean, seen.mean(0), atol=1e-5)
    np.testing.assert_allclose(state.statistics.m2 / state.statistics.count, seen.var(0), atol=1e-5)
    np.testing.assert_array_equal(state.skill_counts, [36, 36, 24])
    # An evaluation changes no statistics, so it gives the same results again.
    play = functools.partial(script.play, deterministic=True)
    once, again = (script.diayn.eval_policy_fn(state, script.env_state, play, NUM_ENVS) for _ in range(2))
    np.testing.assert_array_equal(once[2], again[2])
    # The policy sees normalised inputs, so a shift of all inputs and of the mean changes nothing.
    obs, descriptor = jnp.asarray(played.obs[0]), jnp.asarray(played.state_desc[0])
    moved = state.statistics.replace(mean=state.statistics.mean + 5.0)
    act = functools.partial(script.diayn.select_action, deterministic=True)
    here = act(obs, state.policy_params, descriptor=descriptor)
    there = act(
        obs.at[:, :2].add(5.0), state.policy_params._replace(statistics=moved), descriptor=descriptor + 5.0
    )
    np.testing.assert_allclose(here, there, atol=1e-4)
    with pytest.raises(ValueError, match="descriptor must be given, too"):
        act(obs, state.policy_params)


def test_the_full_state_needs_no_descriptor():
    script = Script(descriptor_full_state=True)
    bare = script.env_state.replace(
        info={key: value for key, value in script.env_state.info.items() if "descriptor" not in key}
    )

    class Bare:
        def step(self, state, action):
            whole = state.replace(info={**state.info, **script.env_state.info})
            after = script.env.step(whole, action)
            return after.replace(
                info={key: value for key, value in after.info.items() if "descriptor" not in key}
            )

    _, _, played = script.diayn.play_step_fn(bare, script.state, script.skills, Bare())
    np.testing.assert_array_equal(played.state_desc, bare.obs)
    # A missing descriptor raises an error, and is not taken as zero.
    with pytest.raises(ValueError, match="has no state_descriptor"):
        Script().diayn.play_step_fn(bare, script.state, script.skills, Bare())


def test_actions_of_any_shape(script):
    obs = jnp.concatenate([jnp.zeros((4, 2, 2)), jnp.tile(jnp.eye(3)[:2], (4, 1, 1))], axis=-1)
    whole = script.diayn.select_action(obs, script.state.policy_params, deterministic=True)
    one = script.diayn.select_action(obs[1, 1], script.state.policy_params, deterministic=True)
    assert whole.shape == (4, 2, 2)
    np.testing.assert_allclose(whole[1, 1], one, atol=1e-6)
    sampled = script.diayn.select_action(obs, script.state.policy_params, jax.random.key(0))
    assert np.abs(np.asarray(sampled - whole)).max() > 0.01


def test_what_cannot_be_is_refused(script):
    with pytest.raises(ConfigError, match="objective=dads"):
        DIAYN(DiaynConfig(batch_size=8, episode_length=5, objective="dads"), 2)
    with pytest.raises(ConfigError, match="takes categorical"):
        DIAYN(DiaynConfig(batch_size=8, episode_length=5, skill_space="sphere:2", num_skills=2), 2)
    with pytest.raises(ConfigError, match="num_skills=2"):
        DIAYN(DiaynConfig(batch_size=8, episode_length=5, objective="metra", skill_space="sphere:2"), 2)
    with pytest.raises(ConfigError, match="own fields"):
        DIAYN(DiaynConfig(batch_size=8, episode_length=5, settings={"discount": 0.9}), 2)
    for name, value in (("rollout_length", 8), ("seed", 1), ("anneal", 0.5), ("skill_sampling", "tiled")):
        with pytest.raises(ConfigError, match=f"settings=.*{name}.*has no effect here"):
            DIAYN(DiaynConfig(batch_size=8, episode_length=5, settings={name: value}), 2)
    with pytest.raises(ConfigError, match="does not know"):
        DIAYN(DiaynConfig(batch_size=8, episode_length=5, settings={"colour": 1}), 2)
    with pytest.raises(ValueError, match="8 environments"):
        script.diayn.play_step_fn(script.env_state, script.state, script.skills[:5], script.env)
    with pytest.raises(ValueError, match="obs has 2 numbers"):
        script.diayn.select_action(jnp.zeros((4, 2)), script.state.policy_params, jax.random.key(0))
    with pytest.raises(ValueError, match="samples need a key"):
        script.diayn.select_action(jnp.zeros((4, 5)), script.state.policy_params)
    full = DIAYN(DiaynConfig(batch_size=8, episode_length=5, descriptor_full_state=True), 2)
    with pytest.raises(ValueError, match="descriptor_size=3"):
        full.init(jax.random.key(0), action_size=2, observation_size=2, descriptor_size=3)
    with pytest.raises(ConfigError, match="pure JAX"):
        environment.create("ant", backend="native")
    with pytest.raises(ConfigError, match="its limits are not known"):
        environment.create("pendulum")
    # The observation has two numbers, but they are not xy.
    with pytest.raises(ConfigError, match="its limits are not known"):
        environment.create("mountain_car", descriptor=Descriptor("obs"))
    for limits in (((0.0, 0.0), (1.0, 0.0)), ((0.0, 0.0), (1.0, np.nan))):
        with pytest.raises(ConfigError, match="above the lowest"):
            environment.create("point", descriptor=Descriptor(limits=limits))


@pytest.mark.parametrize("sizes", [(4,) * 9, (7, 3, 20, 5, 5, 5, 13, 20, 1)])
def test_the_buffer_holds_the_newest(sizes):
    """Compares with a list, for inserts whose size does and does not divide the buffer's."""
    capacity = 20
    like = QDTransition.init_dummy(observation_dim=1, action_dim=1, descriptor_dim=1)
    buffer, rows, number = ReplayBuffer.init(buffer_size=capacity, transition=like), [], 0
    insert = jax.jit(lambda buffer, transitions: buffer.insert(transitions))
    for size in sizes:
        values = np.arange(number, number + size, dtype=np.float32)
        number += size
        columns = jnp.asarray(values)[:, None]
        batch = jax.tree.map(
            lambda x, columns=columns: (
                jnp.broadcast_to(columns, (len(columns), *x.shape[1:])).reshape(-1, *x.shape[1:])
                if x.ndim > 1
                else columns[:, 0]
            ),
            like,
        )
        buffer = insert(buffer, batch)
        rows = [*rows, *values][-capacity:]
        held = np.asarray(buffer.data[: int(buffer.current_size)])
        np.testing.assert_array_equal(np.sort(held[:, 0]), rows)
        assert (held == held[:, :1]).all()
    drawn = buffer.sample(jax.random.key(0), sample_size=500)
    assert set(np.unique(np.asarray(drawn.rewards))) == set(rows)
    with pytest.raises(ValueError, match="21 transitions"):
        buffer.insert(jax.tree.map(lambda x: jnp.zeros((21, *x.shape[1:])), like))
