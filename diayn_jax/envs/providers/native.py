"""Brax's environments on CPUs, stepped by MuJoCo's own C engine.

Model, sub-steps, observation, reward and termination are Brax's. Only the physics engine differs, and ant's
start, which is higher, as on `mjx` (`brax_table.Row.mujoco_lift`). The time step is that of Brax's
`generalized` and `mjx` backends. The solver's options are those of Brax's MJCF (`mjx` uses fewer iterations,
to suit accelerators).
"""

import collections
import contextlib
import copy
import functools
import importlib.metadata
import logging
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from flax import struct

from diayn_jax import parallel, shell
from diayn_jax.config import ConfigError
from diayn_jax.envs.callback_errors import CallbackErrors
from diayn_jax.envs.core import Variation
from diayn_jax.types import Array, PyTree

# MuJoCo's fields that carry a simulation from step to step. Other fields of its state (applied forces, time)
# never change here, or have no effect.
STATE = ("qpos", "qvel", "act", "qacc_warmstart")
DERIVED = ("xpos", "xquat", "cvel", "subtree_com")

# Starts of MuJoCo's warnings about a simulation that diverges. MuJoCo's counters of warnings report it too.
DIVERGED = ("Nan, Inf or huge value", "Inertia matrix is too close", "Linesearch objective is not convex")


def is_available() -> bool:
    """Returns whether the installed MuJoCo can step batches. Imports nothing."""
    return int(importlib.metadata.version("mujoco").partition(".")[0]) >= 4


class Bodies(struct.PyTreeNode):
    """The state of a simulation: the fields that Brax's functions read, and MuJoCo's own state.

    `words` are MuJoCo's numbers (`STATE`, float64), each as two uint32, so that the simulation continues bit
    for bit. JAX has no float64 unless it is enabled for the whole program.
    """

    q: Array  # [nq], positions of joints
    qd: Array  # [nv], velocities of joints
    x: PyTree  # brax.base.Transform of each body, [N, ...]
    xd: PyTree  # brax.base.Motion of each body, in the frame of the world
    words: Array  # [W], uint32


def use_engine(env: Any, variation: Variation, faults: CallbackErrors) -> None:
    """Changes a Brax environment with the backend `generalized`, in place, so that MuJoCo steps it.

    Raises:
      ConfigError: the installed MuJoCo has no `mujoco.batch`.
    """
    engine = _make_engine(varied(env.sys.mj_model, variation), round(float(env.dt / env.sys.opt.timestep)))

    def bodies(callback: Callable[..., None], *args: Array) -> Bodies:
        from brax.base import Motion, Transform
        from jax.experimental.buffer_callback import buffer_callback

        # Under vmap, also nested, there is one call for all simulations. `jax.pure_callback` does not work
        # here. It makes JAX arrays of its arguments, and their copies wait for the threads that run
        # callbacks: with two devices and 10,000 simulations on each, it hung.
        call = buffer_callback(faults.filling(callback), engine.result, vmap_method="broadcast_all")
        words, q, qd, pos, rot, vel, ang = call(*args)
        return Bodies(q=q, qd=qd, x=Transform(pos=pos, rot=rot), xd=Motion(vel=vel, ang=ang), words=words)

    env.pipeline_init = lambda q, qd: bodies(engine.start, q, qd)
    env.pipeline_step = lambda state, action: bodies(engine.step, state.words, action)


def varied(model: Any, variation: Variation) -> Any:
    """Returns a copy of a model (mujoco.MjModel) with a variation applied."""
    model = copy.copy(model)
    model.opt.gravity *= variation.gravity
    model.geom_friction *= variation.friction
    model.actuator_gear *= variation.actuator_strength
    return model


def with_velocities(state: Bodies, qd: np.ndarray) -> Bodies:
    """Returns a state of E simulations with the velocities qd [E, nv] of joints; `xd` is not changed."""
    numbers = np.asarray(state.words).view(np.float64).copy()
    nq = state.q.shape[-1]
    numbers[:, nq : nq + qd.shape[-1]] = qd
    words = np.ascontiguousarray(numbers).view(np.uint32)
    return state.replace(words=jnp.asarray(words), qd=jnp.asarray(qd, jnp.float32))


class _Engine(NamedTuple):
    """Simulations of a model on the host, any number in one call.

    `start(context, out, q, qd)` and `step(context, out, words, control)` are buffer callbacks. They fill the
    buffers `out` with the fields of `Bodies`. Each has the shape in `result`, after any leading dimensions.
    """

    start: Callable[..., None]
    step: Callable[..., None]
    result: tuple[jax.ShapeDtypeStruct, ...]


def _make_engine(model: Any, frames: int) -> _Engine:
    if not is_available():
        raise ConfigError(
            "--backend=native needs MuJoCo 4.0 or newer; "
            f"{importlib.metadata.version('mujoco')} is installed. Run: {shell.pip_install('-U', 'mujoco')}"
        )
    from mujoco import mjtStage, mjtWarning
    from mujoco.batch import Batch

    _keep_quiet_about_divergence()

    # Several devices may call at the same time, each for its own environments. A call takes idle simulations,
    # or makes new ones if there are none.
    idle: dict[int, list[Any]] = collections.defaultdict(list)
    num_threads = max(1, parallel.num_cores() // jax.local_device_count())

    @contextlib.contextmanager
    def simulations(count: int) -> Iterator[Any]:
        try:
            taken = idle[count].pop()
        except IndexError:
            taken = Batch(model, count, num_threads)
            for name in DERIVED:
                taken.bind(name)  # Each later call fills this field.
        taken.warning[:] = 0
        yield taken
        idle[count].append(taken)

    bodies = slice(1, None)  # the first is the world
    root = model.body_rootid[bodies]
    diverged = [
        int(w) for w in (mjtWarning.mjWARN_BADQPOS, mjtWarning.mjWARN_BADQVEL, mjtWarning.mjWARN_BADQACC)
    ]

    def write(sims: Any, out: Sequence[Any]) -> None:
        state = np.concatenate([sims.bind(name) for name in STATE], axis=-1)
        ang, lin = np.split(sims.bind("cvel")[:, bodies], 2, axis=-1)
        pos = sims.bind("xpos")[:, bodies]
        # MuJoCo gives a body's velocity at the centre of mass of its tree; convert it to the body's position.
        vel = lin - np.cross(pos - sims.bind("subtree_com")[:, root], ang)
        # MuJoCo silently resets a simulation that diverges; return NaN instead.
        bad = sims.warning[:, diverged, 1].any(axis=-1)
        state[bad] = np.nan
        floats = [sims.bind("qpos"), sims.bind("qvel"), pos, sims.bind("xquat")[:, bodies], vel, ang]
        for buffer, x in zip(out, [state.view(np.uint32), *floats], strict=True):
            rows = np.asarray(buffer).reshape(x.shape)
            rows[:] = x
            if x.dtype != np.uint32:
                rows[bad] = np.nan

    def start(_: Any, out: Sequence[Any], q: Any, qd: Any) -> None:
        q, qd = np.asarray(q).reshape(-1, model.nq), np.asarray(qd).reshape(-1, model.nv)
        with simulations(len(q)) as sims:
            sims.state[:] = 0
            sims.bind("qpos")[:], sims.bind("qvel")[:] = q, qd
            sims.forward(stage=mjtStage.mjSTAGE_VEL)
            write(sims, out)

    def step(_: Any, out: Sequence[Any], words: Any, control: Any) -> None:
        numbers = np.asarray(words).view(np.float64).reshape(-1, sum(sizes))
        with simulations(len(numbers)) as sims:
            for name, part in zip(STATE, np.split(numbers, ends, axis=-1), strict=True):
                sims.bind(name)[:] = part
            sims.bind("ctrl")[:] = np.asarray(control).reshape(-1, model.nu)
            # Also compute the bodies' positions after the last sub-step. MuJoCo would leave this to the next.
            sims.step(nstep=frames, stage=mjtStage.mjSTAGE_VEL)
            write(sims, out)

    sizes = [model.nq, model.nv, model.na, model.nv]  # of STATE
    ends = np.cumsum(sizes)[:-1]

    def floats(*shape: int) -> jax.ShapeDtypeStruct:
        return jax.ShapeDtypeStruct(shape, jnp.float32)

    count = model.nbody - 1
    words = jax.ShapeDtypeStruct((2 * sum(sizes),), jnp.uint32)
    result = (words, floats(model.nq), floats(model.nv), *(floats(count, n) for n in (3, 4, 3, 3)))
    return _Engine(start, step, result)


@functools.cache
def _keep_quiet_about_divergence() -> None:
    """Silences MuJoCo's warnings about divergence. Non-finite observations report the divergence instead.

    MuJoCo would print them and write them to MUJOCO_LOG.TXT.
    """
    import mujoco

    before = mujoco.get_mju_user_warning() or logging.getLogger("mujoco").warning

    def warn(message: str) -> None:
        if not message.startswith(DIVERGED):
            before(message)

    mujoco.set_mju_user_warning(warn)
