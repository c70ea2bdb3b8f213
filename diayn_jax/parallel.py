"""Devices: how many to use, the mesh over them, and sums over them."""

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
LANES = "lanes"  # the axis over which a sweep vmaps the functions of its lanes

# The most matrix factorisations that a device runs at once. On CPUs, jaxlib splits a batch of factorisations
# among XLA's threads, and each factorisation holds a thread while it waits for its parts. If all threads
# wait, the program hangs. With two devices, humanoidstandup on mjx ran three factorisations at once.
FACTORISATIONS = 4


def num_cores() -> int:
    """Returns the number of CPU cores that this process may use, within the limit of its container."""
    return min([_schedulable_cores(), *_container_cores(Path("/sys/fs/cgroup"))])


def _schedulable_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _container_cores(root: Path) -> list[int]:
    """Returns a container's limit in whole cores from Linux cgroups (version 2, else 1); [] without limit."""
    for files in (["cpu.max"], ["cpu/cpu.cfs_quota_us", "cpu/cpu.cfs_period_us"]):
        with contextlib.suppress(OSError, ValueError):
            quota, period = map(int, " ".join((root / file).read_text() for file in files).split())
            return [math.ceil(quota / period)] if quota > 0 else []
    return []


def platform() -> str:
    """Returns the kind of device that JAX runs on, as in `Config.device`: `cpu`, or `gpu` if accelerated."""
    return "cpu" if jax.default_backend() == "cpu" else "gpu"


def num_threads() -> int:
    """Returns the number of threads that XLA has on a CPU: PJRT_NPROC or the cores, at least one per device.

    XLA ignores the limit of a container.
    """
    return max(int(os.environ.get("PJRT_NPROC", _schedulable_cores())), jax.device_count())


def jax_has_started() -> bool:
    """Returns whether JAX has created its devices; their number can then no longer be chosen."""
    now = jax.config.values["jax_num_cpu_devices"]
    try:
        # Once JAX has started, it rejects any number but the current one.
        jax.config.update("jax_num_cpu_devices", now + 1)
    except RuntimeError:
        return True
    jax.config.update("jax_num_cpu_devices", now)
    return False


def use_cpu_cores(at_least: int = 1, spare_threads: bool = False) -> None:
    """Gives JAX one CPU device per core. Call this before JAX starts.

    XLA steps a batch of environments on one core per device, so a CPU run needs one device per core to use
    all cores. The function does nothing if JAX has started, or if the user has set `at_least` or more devices
    (JAX_NUM_CPU_DEVICES or XLA_FLAGS).

    Args:
      at_least: the least number of devices, for machines with fewer cores.
      spare_threads: whether XLA gets as many threads as `FACTORISATIONS` need (see `envs.factorises`). A
        number that the user has set (PJRT_NPROC) takes precedence.
    """
    flag = re.search(r"xla_force_host_platform_device_count=(\d+)", os.environ.get("XLA_FLAGS", ""))
    now = jax.config.values["jax_num_cpu_devices"]
    count = max(now if now >= 1 else int(flag[1]) if flag else num_cores(), at_least)
    if jax_has_started():
        # For example in a notebook: devices and threads can no longer be changed.
        return
    jax.config.update("jax_num_cpu_devices", count)
    if spare_threads:
        os.environ.setdefault("PJRT_NPROC", str(threads_for(count)))


def threads_for(num_devices: int) -> int:
    """Returns the number of XLA threads that always leaves one free while all devices factorise."""
    return FACTORISATIONS * num_devices + 1


def choose_num_devices(config: Config, available: int) -> int:
    """Returns the number of devices to shard over: the largest that divides environments, batch and members.

    Every process of the run has the same number of devices.

    Args:
      available: devices of all processes.

    Raises:
      ConfigError: `num_devices` is larger than `available`, or does not divide environments, batch and
        members of a population, or is not a multiple of the number of processes.
    """
    processes = jax.process_count()
    counts = [name for name in ("num_envs", "batch_size", "population") if hasattr(config, name)]
    named = " and ".join(f"--{name}={getattr(config, name)}" for name in counts)

    def divides(n: int) -> bool:
        return all(getattr(config, name) % n == 0 for name in counts)

    if config.num_devices == AUTO:
        possible = [n for n in range(processes, available + 1, processes) if divides(n)]
        if not possible:
            raise ConfigError(
                f"{processes} processes: no multiple of this number divides {named}. Change one of these."
            )
        return max(possible)
    n = int(config.num_devices)
    if n > available:
        raise ConfigError(f"--num_devices={n}: JAX sees {available}. Lower it, or leave it at auto.")
    if not divides(n):
        raise ConfigError(f"--num_devices={n} does not divide {named}. Change one of these.")
    if n % processes:
        raise ConfigError(
            f"--num_devices={n} does not divide among {processes} processes. Use a multiple of {processes}."
        )
    return n


def make_mesh(num_devices: int) -> Mesh:
    """Makes a one-dimensional mesh over `num_devices` devices: the first devices of each process."""
    each = num_devices // jax.process_count()
    of_process: dict[int, list[jax.Device]] = {}
    for device in jax.devices():
        of_process.setdefault(device.process_index, []).append(device)
    chosen = [device for _, devices in sorted(of_process.items()) for device in devices[:each]]
    return Mesh(np.array(chosen), (AXIS,))


def over_processes(mesh: Mesh) -> bool:
    """Returns whether a mesh has devices of other processes; their parts of an array cannot be read here."""
    return any(d.process_index != jax.process_index() for d in mesh.devices.flat)


def psum(tree: PyTree, axes: tuple[str, ...]) -> PyTree:
    """Sums a tree over named axes, such as the devices of a mesh. Without axes, returns the tree itself.

    The leaves of one type are summed as one vector. On a CPU, XLA synchronises the devices once for each
    array of an all-reduce. For the gradients of four networks, this would cost more than the sums. Each type
    has its own vector, because float32 does not hold every integer above 2²⁴.
    """
    if not axes:
        return tree
    leaves, structure = jax.tree.flatten(tree)
    leaves = [jnp.asarray(leaf) for leaf in leaves]
    for dtype in {leaf.dtype: None for leaf in leaves}:
        places = [i for i, leaf in enumerate(leaves) if leaf.dtype == dtype]
        for place, summed in zip(places, _summed([leaves[i] for i in places], axes), strict=True):
            leaves[place] = summed
    return jax.tree.unflatten(structure, leaves)


def of_all(rows: Array, axes: tuple[str, ...]) -> tuple[Array, Array]:
    """Gathers the rows [B, ...] of all devices along named axes: [D·B, ...].

    Also returns the places of this device's rows in the result, [B].
    """
    places = jnp.arange(rows.shape[0])
    if not axes:
        return rows, places
    return jax.lax.all_gather(rows, axes, tiled=True), jax.lax.axis_index(axes) * rows.shape[0] + places


def of_first(tree: PyTree, axes: tuple[str, ...]) -> PyTree:
    """Copies the tree of the first index along named axes to all others. Without axes, returns the tree."""
    if not axes:
        return tree
    is_first = jax.lax.axis_index(axes) == 0
    return psum(jax.tree.map(lambda x: jnp.where(is_first, x, jnp.zeros_like(x)), tree), axes)


def _summed(leaves: list[Array], axes: tuple[str, ...]) -> list[Array]:
    """Returns the sums of arrays of one type over named axes."""
    flat = jnp.zeros(sum(leaf.size for leaf in leaves), leaves[0].dtype)
    start = 0
    for leaf in leaves:
        # Write the leaves one by one. XLA would fuse a concatenation with the products that compute small
        # gradients, and would then compute these element by element.
        flat = jax.lax.dynamic_update_slice(flat, leaf.ravel(), (start,))
        start += leaf.size
    parts = jnp.split(jax.lax.psum(flat, axes), np.cumsum([leaf.size for leaf in leaves])[:-1])
    return [part.reshape(leaf.shape) for part, leaf in zip(parts, leaves, strict=True)]
