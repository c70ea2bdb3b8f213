"""Brax environments step in blocks on CPUs, however they are batched."""

import functools

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import tiny
from states import assert_close

from diayn_jax import envs, parallel, training
from diayn_jax.envs import block_vmap
from diayn_jax.envs.providers import brax_envs

E, A = 96, 2


@pytest.mark.parametrize(
    ("number", "most", "size"),
    [
        (100, 128, 100),
        (128, 128, 128),
        (256, 128, 128),
        (1000, 128, 125),
        (129, 128, 43),
        (4096, 128, 128),
        (251, 128, 251),  # a prime
        (62, 32, 62),  # blocks of 31 are too small to pay
    ],
)
def test_a_block_is_the_largest_divisor_that_pays(number, most, size):
    assert block_vmap.block_size(number, most) == size


def counted(seen):
    """Returns a step that gives x + 2·a and the sum of an environment's actions.

    `seen` gets the size of each block.
    """

    def step(state, action):
        number = len(action)
        assert len(state["x"]) == number
        jax.debug.callback(lambda: seen.append(number))
        return {"x": state["x"] + 2 * action}, action.sum(1)

    return step


def numbers(*shape):
    return np.arange(np.prod(shape), dtype=np.float32).reshape(shape)


def assert_stepped(found, x, action):
    np.testing.assert_array_equal(found[0]["x"], x + 2 * action, strict=True)
    np.testing.assert_array_equal(found[1], action.sum(-1), strict=True)


def test_every_environment_steps_by_itself_in_a_block_of_at_most_so_many():
    seen = []
    step = block_vmap.in_blocks(counted(seen), most=40)
    x, action = numbers(E, A), numbers(E, A)[::-1].copy()
    assert_stepped(jax.jit(step)({"x": x}, action), x, action)
    jax.effects_barrier()
    assert seen == [32] * 3
    assert_stepped(jax.jit(step)({"x": x[:40]}, action[:40]), x[:40], action[:40])
    jax.effects_barrier()
    assert seen[3:] == [40]


@pytest.mark.parametrize("axes", [(0, 0), (None, 0), (0, None)])
def test_runs_side_by_side_share_the_blocks(axes):
    seen = []
    step = block_vmap.in_blocks(counted(seen), most=40)
    runs = 4
    x = numbers(runs, 20, A) if axes[0] == 0 else numbers(20, A)
    action = numbers(runs, 20, A) - 7 if axes[1] == 0 else numbers(20, A)
    found = jax.jit(jax.vmap(step, in_axes=axes))({"x": x}, action)
    assert_stepped(found, np.broadcast_to(x, (runs, 20, A)), np.broadcast_to(action, (runs, 20, A)))
    jax.effects_barrier()
    assert seen == [40] * 2


def test_runs_of_runs_share_them_too():
    seen = []
    step = block_vmap.in_blocks(counted(seen), most=40)
    x, action = numbers(2, 3, 20, A), numbers(2, 3, 20, A) - 1
    assert_stepped(jax.jit(jax.vmap(jax.vmap(step)))({"x": x}, action), x, action)
    jax.effects_barrier()
    assert seen == [40] * 3


def test_a_robot_moves_as_it_does_without_blocks(monkeypatch):
    monkeypatch.setattr(brax_envs, "in_blocks", lambda step, *_, **__: step)
    plain = envs.make("inverted_pendulum", backend="spring")
    begun = jax.jit(plain.reset)(jax.random.split(jax.random.key(0), E))
    actions = jax.random.uniform(jax.random.key(1), (5, E, plain.action_size), minval=-1, maxval=1)

    def rolled(step):
        """Returns what each step gives, and the number of loops in the step's program."""
        program = jax.jit(step).lower(begun.state, actions[0])
        compiled, state, after = program.compile(), begun.state, []
        for action in actions:
            after.append(compiled(state, action))
            state = after[-1].state
        return after, program.as_text().count("stablehlo.while")

    expected, loops = rolled(plain.step)
    found, loops_of_blocks = rolled(block_vmap.in_blocks(plain.step, most=32))
    assert loops_of_blocks == loops + 1
    assert np.stack([after.obs for after in found]).std(1).min() > 0
    for x, y in zip(jax.tree.leaves(found), jax.tree.leaves(expected), strict=True):
        np.testing.assert_allclose(np.asarray(x), np.asarray(y), rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("runs", [(), (3,)])
def test_a_step_is_differentiated_as_it_is_without_blocks(runs):
    x, action = (jax.random.uniform(jax.random.key(i), (*runs, 64, A)) for i in range(2))
    step = block_vmap.in_blocks(lambda state, action: {"x": jnp.sin(state["x"] * action)}, most=32)

    def loss(x, action):
        return (step({"x": x}, action)["x"] ** 2).sum()

    gradient = jax.grad(loss, argnums=(0, 1))
    found = jax.jit(jax.vmap(gradient) if runs else gradient)(x, action)
    outer = 2 * np.sin(x * action) * np.cos(x * action)
    np.testing.assert_allclose(found, [outer * action, outer * x], rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize(
    ("backend", "most"),
    [
        ("spring", [block_vmap.MOST_IF_LAST]),
        ("positional", [block_vmap.MOST_IF_LAST]),
        ("generalized", [block_vmap.MOST]),
        ("native", []),
    ],
)
def test_physics_of_jax_on_a_cpu_is_in_blocks(monkeypatch, backend, most):
    wrapped = []

    def in_blocks(step, most=block_vmap.MOST, **_):
        wrapped.append(most)
        return step

    monkeypatch.setattr(brax_envs, "in_blocks", in_blocks)
    if backend == "native":
        pytest.importorskip("mujoco.batch", reason="MuJoCo before 4.0 has no batches")
    envs.make("inverted_pendulum", backend)
    assert wrapped == most


def test_training_on_more_environments_than_a_block_is_what_it_is_without(monkeypatch):
    fields = {"env": "fast", "num_envs": 128, "epoch_steps": 1280, "num_env_steps": 1280}
    fields |= {"objective": "task", "learning_rate": 1e-4}
    states = []
    # Several devices train as one does, so blocks on two devices are compared with one device without blocks.
    in_blocks = functools.partial(block_vmap.in_blocks, most=32)
    for wrap, devices in ((lambda step: step, 1), (in_blocks, 2)):
        monkeypatch.setattr(brax_envs, "in_blocks", lambda step, *_, wrap=wrap, **__: wrap(step))
        config = tiny.config("none", num_devices=devices, **fields)
        env = envs.from_config(config)
        mesh = parallel.make_mesh(devices) if devices > 1 else None
        functions = training.compiled(training.make_trainer(config, env, mesh))
        state = functions.init(jax.random.key(0), training.make_hparams(config, env.action_size))
        states.append(functions.epoch(state)[0])
    plain, blocked = states
    assert_close(blocked.agent, plain.agent, rtol=1e-3, atol=1e-3)
    assert_close(blocked.env, plain.env)
