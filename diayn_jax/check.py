"""What is refused before anything is compiled, beyond what `Config` sees by itself.

The schedule's parts must fit together, the device that was asked for must be there, and memory
and disk must hold what the config asks for.
"""

import contextlib
import math
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import jax

from diayn_jax import envs, metrics, parallel, replay, training
from diayn_jax.config import AUTO, Config, ConfigError, show
from diayn_jax.types import PyTree

# What a run of the smallest world takes beside its arrays: XLA at work, and its programs.
OVERHEAD = 600_000_000

_DETERMINISTIC = "--xla_gpu_deterministic_ops=true"


def check(config: Config, env: envs.Env) -> None:
    """Checks a config against its environment and this machine's devices.

    Raises:
      ConfigError: names the flag, its value, what is allowed and what to do.
    """
    check_schedule(config)
    envs.make_features(env, config.features, config.latent_size)
    check_device(config)
    num_devices(config, env)


def num_devices(config: Config, env: envs.Env) -> int:
    """The number of devices that the run is sharded over.

    Raises:
      ConfigError: a `num_devices` that is not there, does not divide environments and batch, or
        is more than the environment can be stepped from.
    """
    if env.place != "outside":
        available = jax.device_count()
        if env.backend in envs.core.FACTORISES and jax.default_backend() == "cpu":
            # One is tried in any case: most robots' factorisations are too small to be split.
            available = min(available, max(1, (parallel.num_threads() - 1) // parallel.FACTORISATIONS))
            if config.num_devices != AUTO and int(config.num_devices) > available:
                raise ConfigError(
                    f"--num_devices={config.num_devices}: {env.name} on {env.backend} needs more threads "
                    f"than devices, and JAX has started with {parallel.num_threads()}: it runs on "
                    f"{available} here. Lower it, leave it out, or start with "
                    f"PJRT_NPROC={parallel.threads_for(int(config.num_devices))} in the environment."
                )
        return parallel.choose_num_devices(config, available)
    if config.num_devices not in (AUTO, 1):
        raise ConfigError(
            f"--num_devices={config.num_devices}: the simulators of {env.name} are stepped in order, from "
            "one device. Leave it out."
        )
    return 1


def check_schedule(config: Config) -> None:
    """Checks that epoch, replay and warm-up fit the number of environments.

    Raises:
      ConfigError: one of them is too small, a batch over all environments is too large, or the warm-up
        is the whole run.
    """
    iteration = config.num_envs * config.rollout_length
    steps = f"--num_envs={config.num_envs} × --rollout_length={config.rollout_length}"
    if config.epoch_steps < iteration:
        raise ConfigError(
            f"--epoch_steps={config.epoch_steps} is shorter than one iteration of {iteration} steps "
            f"({steps}). Raise it to {iteration} or more, or lower the others."
        )
    # With the states that the rollout leads to, and the frames before those that it begins at.
    slices = config.rollout_length + config.frame_stack
    least = config.num_envs * slices
    if config.replay_size < least:
        stacked = config.frame_stack > 1
        frames = f" and the {config.frame_stack - 1} frames that are stacked before it" if stacked else ""
        others = (
            "--num_envs, --rollout_length or --frame_stack" if stacked else "--num_envs or --rollout_length"
        )
        raise ConfigError(
            f"--replay_size={config.replay_size} is smaller than one rollout, the states that it leads "
            f"to{frames}: {least} ({config.num_envs} environments × {slices} steps). "
            f"Raise it to {least} or more, or lower {others}."
        )
    pairs = config.batch_size * config.num_envs
    if pairs > replay.MAX_PAIRS:
        raise ConfigError(
            f"--batch_size={config.batch_size} × --num_envs={config.num_envs} come to {show(pairs)} pairs of "
            f"row and environment, and a batch is drawn of {show(replay.MAX_PAIRS)} at most. Lower one of "
            "the two."
        )
    warmup = training.warmup_length(config, config.frame_stack) * config.num_envs
    if warmup >= config.num_env_steps:
        rounded = (
            "" if warmup == config.warmup_steps else f", which --num_envs={config.num_envs} make {warmup},"
        )
        raise ConfigError(
            f"--warmup_steps={config.warmup_steps}{rounded} leaves nothing to learn in: the run has "
            f"--num_env_steps={config.num_env_steps}. Lower --warmup_steps or raise --num_env_steps."
        )


def check_device(config: Config) -> None:
    """Checks that JAX runs where it was asked to, and as repeatably.

    Raises:
      ConfigError: an accelerator that is not there; JAX has started somewhere else.
    """
    platform = jax.default_backend()
    if config.device == "gpu" and platform == "cpu":
        raise ConfigError(f"--device=gpu: {why_no_gpu()} Or use --device=cpu.")
    if config.device == "cpu" and platform != "cpu":
        raise ConfigError(
            f"--device=cpu: JAX has started on {platform} already. Set JAX_PLATFORMS=cpu before it starts."
        )
    if config.deterministic and platform == "gpu" and _DETERMINISTIC not in os.environ.get("XLA_FLAGS", ""):
        raise ConfigError(
            "--deterministic on a GPU needs XLA_FLAGS=" + _DETERMINISTIC + " before JAX starts. The "
            "command sets it; in a notebook, set it in os.environ at the top."
        )


def why_no_gpu() -> str:
    """Why JAX has no GPU here, and what to do about it."""
    asked = os.environ.get("JAX_PLATFORMS")
    if asked and not {"cuda", "gpu", "rocm"} & set(asked.split(",")):
        return f"JAX_PLATFORMS={asked} keeps JAX from looking for one. Unset it."
    if has_nvidia_gpu():
        said = "JAX cannot use this machine's NVIDIA GPU. Install its plugin for the driver's CUDA:"
    else:
        said = "JAX finds no GPU. Install a driver and JAX's plugin for it:"
    return f"{said} pip install 'diayn_jax[cuda12]' (or cuda13)."


def has_nvidia_gpu() -> bool:
    """Whether the machine shows an NVIDIA GPU, whatever JAX makes of it."""
    return Path("/dev/nvidia0").exists() or Path("/proc/driver/nvidia/version").exists()


class Need(NamedTuple):
    """Memory that grows in proportion to a flag."""

    flag: str
    value: int
    bytes: int
    what: str


def check_memory(config: Config, trainer: training.Trainer, state: PyTree) -> None:
    """Checks that memory holds the run.

    Args:
      config: what is to run.
      trainer: its functions.
      state: the shapes of its `TrainState`.

    Raises:
      ConfigError: names the flag that asks for most, and the largest value that fits.
    """
    num_devices = trainer.mesh.size if trainer.mesh is not None else 1
    on_cpu = jax.default_backend() == "cpu"
    needs, rest = memory_needs(config, trainer, state, copies=num_devices if on_cpu else 1)
    if on_cpu:
        refuse_excess(needs, rest + OVERHEAD, free_memory(), "this machine has", "of memory free")
        return
    # What is split over devices, each holds a part of.
    shares = [need._replace(bytes=need.bytes // num_devices) for need in needs]
    device = jax.local_devices()[0]
    stats = device.memory_stats() or {}
    free = stats["bytes_limit"] - stats.get("bytes_in_use", 0) if "bytes_limit" in stats else None
    where = f"on each of {num_devices} devices" if num_devices > 1 else "of its memory"
    refuse_excess(shares, rest + OVERHEAD, free, f"{device.device_kind} lets JAX have", where)
    if config.checkpoint_replay and config.log_dir != "none":
        ring = [need for need in needs if need.flag == "replay_size"]
        refuse_excess(ring, OVERHEAD, free_memory(), "this machine has", "free for its checkpoints")


def memory_needs(
    config: Config, trainer: training.Trainer, state: PyTree, copies: int = 1
) -> tuple[list[Need], int]:
    """What a run holds at once, over all devices, in bytes.

    Args:
      config: what is to run.
      trainer: its functions.
      state: the shapes of its `TrainState`.
      copies: of what every device holds, that stand in one memory.

    Returns:
      What grows with a flag, and the rest (networks and optimiser states).
    """
    ring = size_in_bytes(state.replay)
    env_state = size_in_bytes((state.env, state.skill, state.episode_log_q))
    rest = copies * (size_in_bytes(state) - ring - env_state)
    # Beside the states live the pool's, and a step's workings.
    env_state *= envs.POOL_SIZE + 2
    row, env = trainer.bytes_per_transition, trainer.env
    rounds = config.updates_per_iteration * max(config.discriminator_updates, config.agent_updates)
    drawn, recorded = row, row
    if env.image_shape is not None:
        drawn += env.observation_size // env.frames * (env.frames - 1)
        # Of an image, an evaluation keeps its latent.
        recorded += 4 * config.latent_size - env.observation_size // env.frames
    # A batch holds s and s', raw and normalised (images: the frames, and stacked).
    batches = rounds * config.batch_size * 4 * drawn
    if env.image_shape is not None:
        # One update's images as floats: twice in each of three passes of the encoder.
        batches += config.batch_size * 3 * 2 * 4 * env.observation_size
        env_state += config.num_envs * 2 * 4 * env.observation_size
    episodes = config.num_skills * max(metrics.PROBE_EPISODES, config.eval_episodes)
    record = recorded + 4 * config.num_skills
    trajectories = episodes * config.episode_length * record
    # Of the two that make an evaluation large, the one that is unusual.
    longest = max(("episode_length", "num_skills"), key=lambda n: getattr(config, n) / getattr(Config, n))
    needs = [
        Need("replay_size", config.replay_size, ring, f"replay ({row} bytes a transition)"),
        Need("num_envs", config.num_envs, env_state, "environment states"),
        Need("batch_size", config.batch_size, batches, "the batches of an iteration"),
        Need(longest, getattr(config, longest), trajectories, f"evaluation ({episodes} episodes)"),
    ]
    return needs, rest


def check_disk(config: Config, state: PyTree, folder: Path, count: int) -> None:
    """Checks that the disk has room for checkpoints.

    Args:
      config: what is to run.
      state: the shapes of its `TrainState`.
      folder: where the run goes, which may be yet to be made.
      count: checkpoints that are to come and lie there at once.

    Raises:
      ConfigError: it has not.
    """
    each = size_in_bytes(state if config.checkpoint_replay else state.replace(replay=()))
    free = free_disk(folder)
    if free is None or count * each <= free:
        return
    less = ", or leave replay out of them (--checkpoint_replay=false)" if config.checkpoint_replay else ""
    raise ConfigError(
        f"--log_dir={config.log_dir}: {count} checkpoints of up to {gigabytes(each)} "
        f"(--keep_checkpoints={config.keep_checkpoints}, the best, and the one being written) would take "
        f"{gigabytes(count * each)}, and the disk of {folder} has {gigabytes(free)} free. Make room, or take "
        f"another --log_dir, or lower --keep_checkpoints{less}."
    )


def refuse_excess(needs: Iterable[Need], rest: int, free: int | None, whose: str, where: str) -> None:
    """Raises `ConfigError` where the needs and the rest come to more than is free.

    `free` None: it is not known, and nothing is refused.
    """
    needs = list(needs)
    total = sum(need.bytes for need in needs) + rest
    if free is None or total <= free:
        return
    worst = max(needs, key=lambda need: need.bytes)
    left = free - (total - worst.bytes)
    fits = two_digits(worst.value * left / max(worst.bytes, 1))
    if fits >= 1:
        advice = f"The largest --{worst.flag} that fits beside the rest is about {show(fits)}."
    else:
        others = [f"--{n.flag}" for n in sorted(needs, key=lambda n: -n.bytes) if n.bytes > free / 10]
        advice = f"Lower {' and '.join(others) or '--num_envs'}, or free memory."
    raise ConfigError(
        f"--{worst.flag}={show(worst.value)}: {worst.what} would take {gigabytes(worst.bytes)}, the "
        f"whole run {gigabytes(total)}, and {whose} {gigabytes(free)} {where}. {advice}"
    )


def size_in_bytes(tree: PyTree) -> int:
    """Bytes of all arrays of a tree of shapes."""
    return sum(math.prod(x.shape) * x.dtype.itemsize for x in jax.tree.leaves(tree))


def gigabytes(count: float) -> str:
    """1_500_000_000 as `1.5 GB`."""
    return f"{count / 1e9:.1f} GB" if count >= 1e8 else f"{count / 1e6:.0f} MB"


def two_digits(x: float) -> int:
    """Rounded down to two digits: a figure to type."""
    if x < 1:
        return 0
    unit = 10 ** max(0, math.floor(math.log10(x)) - 1)
    return int(x // unit * unit)


def free_memory() -> int | None:
    """Bytes of memory that this process may still take; None where the system doesn't say."""
    found = []
    with contextlib.suppress(OSError, ValueError, StopIteration):
        lines = Path("/proc/meminfo").read_text().splitlines()
        line = next(line for line in lines if line.startswith("MemAvailable:"))
        found.append(int(line.split()[1]) * 1024)
    found += _container_memory(Path("/sys/fs/cgroup"))
    if not found:
        with contextlib.suppress(OSError, ValueError):
            found.append(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"))
    return max(0, min(found)) if found else None


def free_disk(folder: Path) -> int | None:
    """Bytes that may still be written below a folder, or where it would be; None where nothing says."""
    with contextlib.suppress(OSError):
        path = folder.absolute()
        there = next(p for p in (path, *path.parents) if p.is_dir())
        return shutil.disk_usage(there).free
    return None


def _container_memory(root: Path) -> list[int]:
    """What a container's limit leaves, by version 2 of Linux's cgroups or else version 1."""
    for folder, limit, used in (
        (root, "memory.max", "memory.current"),
        (root / "memory", "memory.limit_in_bytes", "memory.usage_in_bytes"),
    ):
        with contextlib.suppress(OSError, ValueError):
            left = int((folder / limit).read_text()) - int((folder / used).read_text())
            # Pages of files that the kernel would drop count as used.
            stat = dict(line.split() for line in (folder / "memory.stat").read_text().splitlines())
            return [left + int(stat.get("inactive_file", 0))]
    return []
