"""Environments that raise an exception on the host while they are stepped."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import tiny
from jax.experimental import io_callback
from jax.experimental.buffer_callback import buffer_callback

from diayn_jax import SimulatorError, envs
from diayn_jax.storage import checkpoint
from diayn_jax.types import Timestep
from diayn_jax.use import training_run


def counting(call, fails_at):
    """Returns an environment that counts its steps on the host by one kind of callback.

    The callback raises an exception at step `fails_at`.
    """

    def count(x):
        if np.max(x) >= fails_at:
            raise ValueError("the wheel came off\nand more lines")
        return np.asarray(x) + 1

    def fill(context, out, x):
        out_rows = np.asarray(out)
        out_rows[...] = count(np.asarray(x))

    def checked(x):
        jax.debug.callback(count, x)
        return x + 1

    def advance(x):
        struct = jax.ShapeDtypeStruct(x.shape, x.dtype)
        return {
            "pure": lambda: jax.pure_callback(count, struct, x, vmap_method="expand_dims"),
            "debug": lambda: checked(x),
            "sequential": lambda: jax.vmap(
                lambda one: jax.pure_callback(count, struct.update(shape=()), one, vmap_method="sequential")
            )(x),
            "in a loop": lambda: jax.lax.fori_loop(
                0, 1, lambda _, y: jax.jit(lambda y: jax.pure_callback(count, struct, y))(y), x
            ),
            "io": lambda: io_callback(count, struct, x),
            "buffer": lambda: buffer_callback(fill, struct)(x),
            "shape": lambda: jax.pure_callback(
                lambda x: count(x)[: 1 if np.max(x) >= fails_at - 1 else None], struct, x
            ),
        }[call]()

    def timestep(state):
        obs = jnp.stack([state, jnp.ones_like(state)], axis=-1)
        return Timestep(state, obs, jnp.zeros_like(state), jnp.zeros(state.shape, bool), {})

    return envs.Env(
        "counting",
        "own",
        2,
        1,
        {},
        "obs",
        lambda keys: timestep(jnp.zeros(keys.shape[0])),
        lambda state, action: timestep(advance(state)),
        1.0,
    )


@pytest.fixture
def registered(monkeypatch):
    from diayn_jax.envs import registry

    monkeypatch.setattr(registry, "_REGISTERED", {})
    return lambda call, fails_at=15: envs.register("counting", lambda: counting(call, fails_at))


@pytest.mark.parametrize("call", ["pure", "sequential", "in a loop", "io", "buffer", "debug", "shape"])
def test_what_each_kind_of_callback_raises_is_kept(registered, call):
    registered(call, 2)
    env = envs.make("counting")
    step = jax.jit(env.step)

    def play(steps):
        state = env.reset(jnp.zeros((3, 2), jnp.uint32)).state
        with envs.collected(env.callback_errors):
            for _ in range(steps):
                state = step(state, jnp.zeros((3, 1))).state
            jax.effects_barrier()
            return jax.block_until_ready(state)

    np.testing.assert_array_equal(play(1), 1)
    error = "the wheel came off (test_faults"
    if call == "shape":
        error = "returns an array of shape [1], and declared [3]"
    for _ in range(2):
        with pytest.raises(SimulatorError) as caught:
            play(4)
        assert error in str(caught.value)
    # The exception is reported only once.
    np.testing.assert_array_equal(play(1), 1)


def test_callbacks_under_vmap_are_kept_too(registered):
    registered("pure", 2)
    env = envs.make("counting")
    step = jax.jit(jax.vmap(lambda state: env.step(state, jnp.zeros((3, 1))).obs))
    assert step(jnp.zeros((5, 3))).shape == (5, 3, 2)
    with pytest.raises(SimulatorError, match="wheel came off"), envs.collected(env.callback_errors):
        jax.block_until_ready(step(jnp.full((5, 3), 2.0)))


def test_an_exception_on_the_host_ends_a_run_on_all_devices_and_the_last_checkpoint_is_named(
    registered, tmp_path, shared_compilation
):
    calls = []

    def fails_later(x):
        calls.append(x)
        if len(calls) > 600:
            raise ValueError("the wheel came off\nand more lines")
        return np.asarray(x) + 1

    def make():
        env = counting("pure", 10**9)

        def step(state, action):
            x = jax.pure_callback(fails_later, jax.ShapeDtypeStruct(state.shape, state.dtype), state)
            return env.reset(jnp.zeros((state.shape[0], 2), jnp.uint32)).replace(state=x)

        return env._replace(step=step)

    envs.register("forgetful", make)
    config = tiny.config(tmp_path, env="forgetful", num_devices=2, checkpoint_every=300, num_env_steps=4000)
    with pytest.raises(SimulatorError) as caught:
        training_run.run(config, say=str)
    (path,) = (tmp_path / "forgetful").iterdir()
    last = checkpoint.steps(path / "checkpoints")[-1]
    (line,) = str(caught.value).splitlines()
    assert line.startswith("forgetful cannot continue: its code on the host raised ValueError: ")
    assert "the wheel came off (test_faults.py:" in line
    checkpoints = path / "checkpoints"
    assert line.endswith(f"in fails_later). The last good checkpoint is {checkpoints / str(last)}.")
    checkpoint.read_metadata(path / "checkpoints" / str(last))


def test_outside_a_run_it_is_raised_where_it_comes_up(registered):
    registered("pure", 2)
    env = envs.make("counting")
    step = jax.jit(env.step)
    state = env.reset(jnp.zeros((3, 2), jnp.uint32)).state
    for _ in range(2):
        state = step(state, jnp.zeros((3, 1))).state
    np.testing.assert_array_equal(state, 2)
    # JAX raises one of these two, depending on how it calls the program.
    with pytest.raises((jax.errors.JaxRuntimeError, ValueError), match="wheel came off"):
        jax.block_until_ready(step(state, jnp.zeros((3, 1))))
