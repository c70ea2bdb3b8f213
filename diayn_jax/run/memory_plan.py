"""Estimates the memory and disk space that runs need; rejects configurations that do not fit."""

import itertools
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import jax

from diayn_jax import agents, envs, objectives, training
from diayn_jax.config import CATEGORICAL, Config, ConfigError
from diayn_jax.evaluation import episodes, metrics
from diayn_jax.interfaces import LearnerSpec
from diayn_jax.machine import capacity, free_space
from diayn_jax.storage import checkpoint, files
from diayn_jax.storage.checkpoint import size_in_bytes
from diayn_jax.types import PyTree

# Bytes that a run of the smallest world takes besides its arrays: for Python, its modules, and above all for
# XLA while it compiles (`benchmarks.memory`).
OVERHEAD = 1_000_000_000
# Further bytes for each program that steps a robot's physics in JAX: XLA compiles its many instructions.
PHYSICS_OVERHEAD = 120_000_000
# Bytes of an accelerator's own memory that programs and their temporary arrays take.
DEVICE_OVERHEAD = 600_000_000


def check_memory(config: Config, trainer: training.Trainer, state: PyTree, lanes: int = 1) -> None:
    """Checks that the run, whose state has these shapes, fits into memory with the lanes of its program.

    Raises:
      ConfigError: the run does not fit. The message names the flag that needs most memory, and the largest
        value that fits.
    """
    num_devices = trainer.num_devices
    needs, rest = _needs_of_memory(config, trainer, state, lanes, training.dealt_out(lanes, num_devices))
    # An agent of the user's own may have no such flag.
    layers = [name for name in vars(config) if name.endswith("hidden_sizes")] or ["num_envs"]
    widest = max(layers, key=lambda name: _weights(getattr(config, name)))
    needs.append(capacity.Need(widest, getattr(config, widest), rest, "networks and optimiser states"))
    if jax.default_backend() == "cpu":
        capacity.refuse_excess(
            needs, _overhead_to_come(trainer), free_space.free_memory(), "this machine has", "of memory free"
        )
        return
    device = jax.local_devices()[0]
    where = f"on each of {num_devices} devices" if num_devices > 1 else "of its memory"
    capacity.refuse_excess(
        needs, DEVICE_OVERHEAD, capacity.free_here(), f"{device.device_kind} lets JAX have", where
    )
    if config.checkpoint_replay and config.log_dir != "none":
        needs, _ = memory_needs(config, trainer, state, lanes=lanes)
        ring = [need for need in needs if need.flag in ("replay_size", "rollout_length")]
        capacity.refuse_excess(
            ring,
            _overhead_to_come(trainer),
            free_space.free_memory(),
            "this machine has",
            "free for its checkpoints",
        )


class LaneMemory(NamedTuple):
    """The memory that the lanes of a program need, and the number of lanes that fit into one memory."""

    shared: int  # bytes that do not depend on the number of lanes
    each: int  # bytes of a lane, if every lane is sharded over all devices
    free: int | None  # bytes available, including those that the process already uses; None: not known
    devices: int = 1
    each_dealt_out: int = 0  # bytes of a lane, if each device has whole lanes

    def of(self, slots: int) -> int:
        """Returns the bytes that a program with this many slots needs."""
        each = self.each_dealt_out if training.dealt_out(slots, self.devices) else self.each
        return self.shared + slots * each

    def fitting(self, lanes: int) -> int:
        """Returns how many of these lanes fit at once, with empty slots; all if free memory is unknown."""
        if self.free is None:
            return lanes
        left = max(0, self.free - self.shared)
        if lanes >= self.devices > 1:
            at_once = left // max(self.each_dealt_out, 1) // self.devices * self.devices
            if at_once:
                return min(lanes, at_once)
        return min(lanes, left // max(self.each, 1))


def lane_memory(config: Config, trainer: training.Trainer, state: PyTree) -> LaneMemory:
    """Returns the memory that a program's lanes need on one device, or on CPUs in one process.

    It is counted as in `check_memory`.
    """
    on_cpu = jax.default_backend() == "cpu"

    def total(lanes: int, are_dealt_out: bool = False) -> int:
        needs, rest = _needs_of_memory(config, trainer, state, lanes, are_dealt_out)
        return sum(need.bytes for need in needs) + rest + (overhead(trainer) if on_cpu else DEVICE_OVERHEAD)

    each, each_dealt_out = total(2) - total(1), total(2, True) - total(1, True)
    free = capacity.free_here()
    if on_cpu and free is not None:
        free += free_space.own_memory()
    return LaneMemory(total(1) - each, each, free, trainer.num_devices, each_dealt_out)


def _needs_of_memory(
    config: Config, trainer: training.Trainer, state: PyTree, lanes: int, are_dealt_out: bool
) -> tuple[list[capacity.Need], int]:
    """Returns the needs of `memory_needs` on one device, or on CPUs in one process."""
    memories = jax.process_count() if jax.default_backend() == "cpu" else trainer.num_devices
    # Every device holds the networks and all else that is not per environment. The exception is a device
    # that has whole lanes.
    copies = 1 if are_dealt_out else trainer.num_devices
    needs, rest = memory_needs(config, trainer, state, copies, lanes)
    return [need._replace(bytes=need.bytes // memories) for need in needs], rest // memories


def memory_needs(
    config: Config, trainer: training.Trainer, state: PyTree, copies: int = 1, lanes: int = 1
) -> tuple[list[capacity.Need], int]:
    """Returns the bytes that a run holds at once, over all devices.

    Networks and all else that is not per environment are held `copies` times. The lanes of a program are
    evaluated one after another.

    Returns:
      The needs that grow with a flag, and the bytes of the rest (networks and optimiser states).
    """
    ring = size_in_bytes(state.replay)
    env_state = size_in_bytes(
        (state.env, state.skill, state.episode_score, state.episode_return, state.memory)
    )
    rest = copies * (size_in_bytes(state) - ring - env_state)
    row, env = trainer.bytes_per_transition, trainer.env
    # There are the current states, `POOL_SIZE` times as many first states, and the result of a step.
    times = envs.POOL_SIZE + 2
    if env.callback_errors is not None or objectives.spec(config.objective).shared_over_lanes:
        # `Compiled.keep` copies the rows of the ring that an epoch overwrites.
        ring += size_in_bytes(
            jax.eval_shape(
                lambda replay: trainer.learner.keep(replay, trainer.slices_per_epoch), state.replay
            )
        )
        times, rest = times + 1, 2 * rest
    env_state *= times
    drawn, recorded = row, row
    if env.image_shape is not None:
        drawn += env.observation_size // env.frames * (env.frames - 1)
        # An evaluation keeps the latent of an image, not the image.
        recorded += 4 * config.latent_size - env.observation_size // env.frames
    # A batch holds s and s', each raw and normalised (images: as single frames and as stacks).
    batches = training.rows_at_once(config) * 4 * drawn
    learner = getattr(trainer.components.agent, "windows", None)
    if learner is not None:
        batches += learner.updates * config.batch_size * (learner.length + 1) * 4 * drawn
    if env.image_shape is not None:
        # One update holds its images as floats, twice in each of three passes of the encoder.
        batches += config.batch_size * 3 * 2 * 4 * env.observation_size
        env_state += config.num_envs * 2 * 4 * env.observation_size
    num_skills = len(trainer.components.skills.probes)
    episodes = num_skills * max(metrics.PROBE_EPISODES, config.eval_episodes)
    log_q = 4 * num_skills if trainer.components.objective.log_probs is not None else 0
    # On CPUs, computing the figures takes the same memory: it copies the record to the host, and needs log q
    # in double precision.
    record = 2 * recorded + 4 * log_q if jax.default_backend() == "cpu" else recorded + log_q
    trajectories = episodes * config.episode_length * record
    large = ["episode_length", *(["num_skills"] if config.skill_space == CATEGORICAL else [])]
    large += ["eval_episodes"] if config.eval_episodes > metrics.PROBE_EPISODES else []
    longest = _furthest_above_default(config, large)
    if config.on_policy:
        drawing = ["rollout_length", "num_envs"]
        kept = capacity.Need(
            "rollout_length", config.rollout_length, ring, f"a rollout ({row} bytes per transition)"
        )
    else:
        drawing = ["batch_size", "updates_per_iteration", "objective_updates", "agent_updates"]
        kept = capacity.Need("replay_size", config.replay_size, ring, f"replay ({row} bytes per transition)")
    most = _furthest_above_default(config, drawing)
    needs = [
        kept,
        capacity.Need("num_envs", config.num_envs, env_state, "environment states"),
        capacity.Need(most, getattr(config, most), batches, "the batches of an iteration"),
    ]
    spec = agents.spec(config.agent)
    if isinstance(spec, LearnerSpec):
        of_learner = spec.memory(config, trainer.components.problem)
        needs += [
            capacity.Need("num_envs", config.num_envs, taken, what) for what, taken in of_learner.items()
        ]
    needs = [need._replace(bytes=lanes * need.bytes) for need in needs]
    needs.append(
        capacity.Need(longest, getattr(config, longest), trajectories, f"evaluation ({episodes} episodes)")
    )
    return needs, lanes * rest


def _furthest_above_default(config: Config, names: Iterable[str]) -> str:
    """Returns the field that exceeds its default by the largest factor, to name in a message."""
    return max(names, key=lambda name: getattr(config, name) / getattr(Config, name))


def _weights(layers: int | tuple[int, ...]) -> int:
    """Returns the approximate number of weights of a network with these hidden layers; 0 for a number."""
    if isinstance(layers, int):
        return 0
    return sum(layers) + sum(a * b for a, b in itertools.pairwise(layers))


def check_disk(config: Config, state: PyTree, folder: Path, count: int) -> None:
    """Checks that the disk has room for `count` more checkpoints at once.

    The run's folder need not exist yet.

    Raises:
      ConfigError: the disk has too little room.
    """
    each = size_in_bytes(state if config.checkpoint_replay else state.replace(replay=()))
    free = free_space.free_disk(folder)
    # A resume removes the unfinished files of a killed process.
    left = checkpoint.unfinished(folder / files.CHECKPOINTS)
    to_remove = sum(file.lstat().st_size for path in left for file in (path, *path.rglob("*")))
    if free is None or count * each <= free + to_remove:
        return
    leaves_out = config.checkpoint_replay and not config.on_policy
    less = ", or leave replay out (--checkpoint_replay=false)" if leaves_out else ""
    raise ConfigError(
        f"--log_dir={config.log_dir}: {count} checkpoints of up to {capacity.gigabytes(each)} would take "
        f"{capacity.gigabytes(count * each)}, and the disk of {folder} has {capacity.gigabytes(free)} "
        f"free. Make room, give another --log_dir, or lower "
        f"--keep_checkpoints={config.keep_checkpoints}{less}."
    )


def overhead(trainer: training.Trainer) -> int:
    """Returns the bytes that a run takes on CPUs besides its arrays, above all to compile its programs."""
    if trainer.env.backend not in envs.COMPILED_PHYSICS:
        return OVERHEAD
    # There is a program for first states, one for an epoch and one for rollouts. Rollouts that seek goals
    # have another one.
    programs = 4 if episodes.seeks(trainer) else 3
    return OVERHEAD + programs * PHYSICS_OVERHEAD


def _overhead_to_come(trainer: training.Trainer) -> int:
    """Returns the overhead without the memory that this process already uses."""
    return max(0, overhead(trainer) - free_space.own_memory())
