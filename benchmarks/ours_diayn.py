"""Runs diayn_jax as a worker: training, one part of it alone, or learning against the clock."""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from benchmarks import floors, parts, programs, worker
from diayn_jax import envs, parallel, training
from diayn_jax.config import Config
from diayn_jax.evaluation import evaluators
from diayn_jax.machine import devices
from diayn_jax.resolve import make_config


@dataclasses.dataclass(frozen=True, kw_only=True)
class OursSetting:
    """The setting of the worker.

    Modes: `training` (epochs), `counted` (the same, with its operations), `environment` (episodes with random
    actions), `acting` (the policy on E observations), `update` (one round on a fixed batch), `split` (every
    part of an iteration, and training), `learn` (learning against the clock).
    """

    mode: str = "training"
    config: Mapping[str, Any] = dataclasses.field(default_factory=dict)  # overrides the device's preset
    devices: int | None = None  # None: all devices; a CPU has one per core
    lanes: int = 1  # training runs in one program
    segment_seconds: float = 4.0
    budget_seconds: float = 600.0
    eval_seconds: float = 15.0


def build(setting: OursSetting) -> tuple[Config, training.Trainer]:
    """Starts JAX like the training command, and makes the trainer."""
    given = {k: tuple(v) if isinstance(v, list) else v for k, v in setting.config.items()}
    name = given.get("env", Config.env)
    # `experiments.start` is not used, because it would load compiled programs of earlier runs from a cache.
    if setting.devices is None:
        parallel.use_cpu_cores(spare_threads=envs.factorises(name, given.get("backend", Config.backend)))
    else:
        jax.config.update("jax_num_cpu_devices", setting.devices)
        given["num_devices"] = setting.devices
    device = "cpu" if jax.default_backend() == "cpu" else "gpu"
    defaults = envs.spec(name).defaults
    config = make_config(given, env_defaults=defaults, device=device)
    env = envs.from_config(config)
    num_devices = devices.choose_num_devices(config, env)
    return config, training.make_trainer(config, env, parallel.make_mesh(num_devices))


class Run:
    """A training run that advances epoch by epoch."""

    def __init__(self, setting: OursSetting):
        self.config, self.trainer = build(setting)
        self.functions = (
            training.compiled_lanes(self.config, self.trainer, setting.lanes)
            if setting.lanes > 1
            else training.compiled(self.trainer)
        )
        hparams = training.make_hparams(self.config, self.trainer.env.action_size)
        key = jax.random.key(self.config.seed)
        if setting.lanes > 1:
            key = jax.random.split(key, setting.lanes)
            hparams = jax.tree.map(lambda x: jnp.broadcast_to(x, (setting.lanes, *x.shape)), hparams)
        self.state = self.functions.init(key, hparams)

    def advance(self) -> tuple[int, int]:
        """Runs one epoch; returns (environment steps of all lanes, updates of each lane) so far.

        Raises:
          FloatingPointError: a loss is not finite.
        """
        self.state, metrics = jax.block_until_ready(self.functions.epoch(self.state))
        bad = [name for name, value in metrics.items() if not bool(jnp.isfinite(value).all())]
        # The running score and return are NaN before the first episode ends.
        if set(bad) - {f"train/{name}" for name in (self.trainer.score_name, training.RETURN_NAME)}:
            raise FloatingPointError(f"not finite: {', '.join(bad)}")
        counters = self.state.counters
        return int(counters.env_steps.sum()), int(counters.updates)

    def bytes_per_transition(self) -> float:
        """Returns the bytes of all replay arrays, divided by its capacity in transitions."""
        return sum(leaf.nbytes for leaf in jax.tree.leaves(self.state.replay)) / self.config.replay_size


def advance_of(part: programs.Part, seed: int) -> Callable[[], int]:
    """Returns a function that calls a part again and again; each call returns its environment steps."""
    carry, key = part.carry, jax.random.key(seed + 1)

    def advance() -> int:
        nonlocal carry, key
        key, now = jax.random.split(key)
        carry, steps = jax.block_until_ready(part.run(carry, now))
        return int(steps.sum())

    return advance


def advance_run(run: Run) -> Callable[[], int]:
    """Returns a function that runs one epoch per call; each call returns its environment steps."""
    done = int(run.state.counters.env_steps.sum())

    def advance() -> int:
        nonlocal done
        before, (done, _) = done, run.advance()
        return done - before

    return advance


class Advanced(NamedTuple):
    """Training, or a part of it, that advances call by call."""

    config: Config
    trainer: training.Trainer
    advance: Callable[[], int]  # returns the environment steps of the call
    about: Mapping[str, Any]


def advanced(setting: OursSetting) -> Advanced:
    """Makes training, or a part of it, by the setting's mode."""
    if setting.mode in ("training", "counted"):
        run = Run(setting)
        about: dict[str, Any] = {"bytes_per_transition": run.bytes_per_transition()}
        if setting.mode == "counted":
            of = programs.Subject(run.config, run.trainer)
            about["operations"] = {"epoch": parts.operations_of_epoch(of, run.state)._asdict()}
        return Advanced(run.config, run.trainer, advance_run(run), about)
    config, trainer = build(setting)
    of = programs.Subject(config, trainer)
    about = {"operations": {setting.mode: parts.operations(of, setting.mode)._asdict()}}
    return Advanced(config, trainer, advance_of(parts.make_part(of, setting.mode), config.seed), about)


def serve_throughput(setting: OursSetting, channel: worker.Channel) -> None:
    """Serves segments of training, or of a part of it."""
    clock = worker.Clock()
    config, trainer, advance, about = advanced(setting)
    worker.serve_segments(
        channel,
        advance,
        clock,
        iterations=trainer.stages.iterations_per_epoch,
        segment_seconds=setting.segment_seconds,
        devices=trainer.num_devices,
        device_kind=jax.devices()[0].device_kind,
        updates_per_iteration=config.updates_per_iteration,
        **about,
    )


def serve_split(setting: OursSetting, channel: worker.Channel) -> None:
    """Serves segments by name: every part of an iteration, learning as a whole, and training (`epoch`)."""
    clock = worker.Clock()
    run = Run(setting)
    mesh = run.trainer.mesh
    rates = {"devices": floors.measure(mesh)}
    if mesh is None and floors.has_cores_to_choose():
        with floors.one_core():
            rates["core"] = floors.measure(mesh)
    of = programs.Subject(run.config, run.trainer)
    # The ring is full from the start: a growing one would first fit into a cache, then become slower.
    replay = of.full_replay()
    if mesh is not None:
        replay = jax.device_put(replay, training.shardings(mesh, run.trainer.learner.replay_specs, replay))
    run.state = run.state.replace(replay=replay)
    work = {"epoch": floors.step_of(run.trainer.epoch, run.state)}
    operations = {"epoch": parts.operations_of_epoch(of, run.state)}
    advances = {"epoch": advance_run(run)}
    for name in parts.SPLIT_INTO:
        if name == "exchange" and mesh is None:
            continue
        part = parts.make_part(of, name)
        step = floors.step_of(part.run, part.carry, of.key)
        moved = step.bytes if part.moved is None else part.moved
        work[name] = floors.Cost(part.steps * step.flops, part.steps * moved)
        operations[name] = parts.operations(of, name)
        advances[name] = advance_of(part, run.config.seed)
    worker.serve_segments(
        channel,
        advances,
        clock,
        iterations=run.trainer.stages.iterations_per_epoch,
        segment_seconds=setting.segment_seconds,
        devices=run.trainer.num_devices,
        rates={name: rate._asdict() for name, rate in rates.items()},
        work={name: each._asdict() for name, each in work.items()},
        operations={name: each._asdict() for name, each in operations.items()},
    )


def serve_learning(setting: OursSetting, channel: worker.Channel) -> None:
    """Serves learning against the clock, which starts before anything is built or compiled."""
    from benchmarks import figures

    clock = worker.Clock()
    run = Run(setting)
    evaluator = evaluators.make_evaluator(run.config, run.trainer)
    worker.serve_learning(
        channel,
        clock,
        run.advance,
        lambda number: figures.evaluate(evaluator, run.state, run.config, number),
        budget_seconds=setting.budget_seconds,
        eval_seconds=setting.eval_seconds,
        num_env_steps=run.config.num_env_steps,
    )


MODES = {
    "training": serve_throughput,
    "counted": serve_throughput,
    "environment": serve_throughput,
    "acting": serve_throughput,
    "update": serve_throughput,
    "split": serve_split,
    "learn": serve_learning,
}


def main() -> None:
    """Runs the mode of the setting."""
    setting, channel = worker.open_channel(OursSetting)
    MODES[setting.mode](setting, channel)


if __name__ == "__main__":
    main()
