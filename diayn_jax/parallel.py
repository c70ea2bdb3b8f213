"""Devices: how many, as which mesh, and sums over them."""

import contextlib
import math
import os
import re
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
from jax.sharding import Mesh

from diayn_jax.config import AUTO, Config, ConfigError
from diayn_jax.types import Array, PyTree

AXIS = "devices"

# Factorisations that a device may have under way at once. On CPUs jaxlib splits a batch of them among XLA's
# threads, and each holds a thread while it waits for its parts: where all threads wait, none does the work.
# With two devices, humanoidstandup on mjx had three under way.
FACTORISATIONS = 4


def num_cores() -> int:
    """The number of CPU cores that this process may use, or as many as its container's time is worth."""
    return min([_schedulable_cores(), *_container_cores(Path("/sys/fs/cgroup"))])


def _schedulable_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _container_cores(root: Path) -> list[int]:
    """A container's limit in whole cores, by version 2 of Linux's cgroups or else version 1."""
    for files in (["cpu.max"], ["cpu/cpu.cfs_quota_us", "cpu/cpu.cfs_period_us"]):
        with contextlib.suppress(OSError, ValueError):
            quota, period = map(int, " ".join((root / file).read_text() for file in files).split())
            return [math.ceil(quota / period)] if quota > 0 else []
    return []


def platform() -> str:
    """The kind of device that JAX runs on, as `Config.device` has it: `cpu`, or `gpu` for an accelerator."""
    return "cpu" if jax.default_backend() == "cpu" else "gpu"


def num_threads() -> int:
    """How many threads XLA has on a CPU: PJRT_NPROC or the cores, at least one for each device.

    It heeds no container's limit.
    """
    return max(int(os.environ.get("PJRT_NPROC", _schedulable_cores())), jax.device_count())


def jax_has_started() -> bool:
    """Whether JAX has its devices, whose number can then no longer be chosen."""
    now = jax.config.values["jax_num_cpu_devices"]
    try:
        # Once JAX runs it refuses another number, but not the one that it has.
        jax.config.update("jax_num_cpu_devices", now + 1)
    except RuntimeError:
        return True
    jax.config.update("jax_num_cpu_devices", now)
    return False


def use_cpu_cores(at_least: int = 1, spare_threads: bool = False) -> None:
    """Gives JAX one CPU device per core; to be called before JAX starts.

    XLA steps a batch of environments on one core per device, so this is what makes a CPU run
    use the others. Does nothing once JAX has started, nor where the user has set a number
    (JAX_NUM_CPU_DEVICES or XLA_FLAGS) of `at_least` as many.

    Args:
      at_least: devices, where the cores are fewer.
      spare_threads: has XLA run as many threads as `FACTORISATIONS` need (see
        `envs.factorises`), where the user has set no number (PJRT_NPROC).
    """
    flag = re.search(r"xla_force_host_platform_device_count=(\d+)", os.environ.get("XLA_FLAGS", ""))
    now = jax.config.values["jax_num_cpu_devices"]
    count = max(now if now >= 1 else int(flag[1]) if flag else num_cores(), at_least)
    if jax_has_started():
        # In a notebook, say: its devices are what they are, and its threads.
        return
    jax.config.update("jax_num_cpu_devices", count)
    if spare_threads:
        os.environ.setdefault("PJRT_NPROC", str(threads_for(count)))


def threads_for(num_devices: int) -> int:
    """How many threads of XLA's leave one free, whatever devices factorise at once."""
    return FACTORISATIONS * num_devices + 1


def choose_num_devices(config: Config, available: int) -> int:
    """The number of devices to shard over: the largest that divides environments and batch.

    Of several processes each has as many of them as the others.

    Raises:
      ConfigError: a `num_devices` that is not there or does not divide them.
    """
    processes = jax.process_count()

    def divides(n: int) -> bool:
        return config.num_envs % n == 0 and config.batch_size % n == 0

    if config.num_devices == AUTO:
        possible = [n for n in range(processes, available + 1, processes) if divides(n)]
        if not possible:
            raise ConfigError(
                f"{processes} processes: neither they nor a multiple of them divides --num_envs="
                f"{config.num_envs} and --batch_size={config.batch_size}. Change one of the three."
            )
        return max(possible)
    n = int(config.num_devices)
    if n > available:
        raise ConfigError(f"--num_devices={n}: JAX sees {available}. Lower it, or leave it at auto.")
    if not divides(n):
        raise ConfigError(
            f"--num_devices={n} does not divide --num_envs={config.num_envs} and "
            f"--batch_size={config.batch_size}. Change one of the three."
        )
    if n % processes:
        raise ConfigError(
            f"--num_devices={n}: each of {processes} processes has as many. Take a multiple of {processes}."
        )
    return n


def make_mesh(num_devices: int) -> Mesh:
    """A one-dimensional mesh over `num_devices` devices: of each process the first ones."""
    each = num_devices // jax.process_count()
    of_process: dict[int, list[jax.Device]] = {}
    for device in jax.devices():
        of_process.setdefault(device.process_index, []).append(device)
    chosen = [device for _, devices in sorted(of_process.items()) for device in devices[:each]]
    return Mesh(np.array(chosen), (AXIS,))


def over_processes(mesh: Mesh) -> bool:
    """Whether a mesh has devices of other processes, whose parts of an array this one cannot read."""
    return any(d.process_index != jax.process_index() for d in mesh.devices.flat)


def psum(tree: PyTree, axis: str | None) -> PyTree:
    """Sum over devices; the tree itself where there is one.

    The leaves of one type travel as one vector: XLA on CPU lets the devices meet once for each array
    of an all-reduce, which for the gradients of four networks costs more than their sums. Each type
    has a vector of its own, because float32 does not hold every integer above 2²⁴.
    """
    if axis is None:
        return tree
    leaves, structure = jax.tree.flatten(tree)
    leaves = [jnp.asarray(leaf) for leaf in leaves]
    for dtype in {leaf.dtype: None for leaf in leaves}:
        places = [i for i, leaf in enumerate(leaves) if leaf.dtype == dtype]
        for place, summed in zip(places, _summed([leaves[i] for i in places], axis), strict=True):
            leaves[place] = summed
    return jax.tree.unflatten(structure, leaves)


def _summed(leaves: list[Array], axis: str) -> list[Array]:
    """The sums over devices of arrays of one type."""
    flat = jnp.zeros(sum(leaf.size for leaf in leaves), leaves[0].dtype)
    start = 0
    for leaf in leaves:
        # Written one by one: a concatenation would be fused with the products that make small
        # gradients, and compute those element by element.
        flat = jax.lax.dynamic_update_slice(flat, leaf.ravel(), (start,))
        start += leaf.size
    parts = jnp.split(jax.lax.psum(flat, axis), np.cumsum([leaf.size for leaf in leaves])[:-1])
    return [part.reshape(leaf.shape) for part, leaf in zip(parts, leaves, strict=True)]
