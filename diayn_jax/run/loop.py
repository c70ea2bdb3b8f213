"""The host loop: epochs, and between them evaluations, logs, checkpoints and signals. There is no other.

It drives lanes. A single run is one lane; several runs are lanes of one compiled epoch over their stacked
states. What happens after an epoch depends on a run's environment steps alone, and evaluation has keys of
its own, so a run that was stopped and resumed does what an uninterrupted one does.
"""

import contextlib
import functools
import time
from collections.abc import Callable, Collection, Sequence
from typing import Any

import jax
import jax.numpy as jnp

from diayn_jax import compose, envs, parallel, training
from diayn_jax.config import Config
from diayn_jax.envs import SimulatorError
from diayn_jax.run import checkpoint, console, evaluation, files, lock, provenance, resuming
from diayn_jax.run.console import Console, Report
from diayn_jax.run.files import RunFileError
from diayn_jax.run.lanes import VIEW_SHARE, Lane, Screen, TrainingDiverged
from diayn_jax.run.output import Output, last_checkpoint
from diayn_jax.run.plan import Plan, make_plan
from diayn_jax.run.processes import SINGLE, Processes
from diayn_jax.run.signals import StopSignals
from diayn_jax.types import PyTree
from diayn_jax.use import choosing, finetune, library
from diayn_jax.use.library import Run

_TIME_COLUMNS = (
    "time/env_steps",
    "time/updates",
    "time/wall_seconds",
    "time/eval_seconds",
    "time/compile_seconds",
    "time/env_steps_per_second",
    "time/updates_per_second",
)


def train(
    config: Config | None = None,
    *,
    resume: bool = False,
    trust: bool = False,
    say: Report = print,
    **fields: Any,
) -> Run:
    """Trains skills: `run` for notebooks.

    Args:
      config: what to run; None makes one of `fields` (see `make_config`).
      resume: goes on with the run of `config.name`, or the latest of this config.
      trust: at a resume, code of one's own that the saved run names may be imported.
      say: is given each line of output.
      **fields: fields of a config, such as env="point".
    """
    explicit = None
    if config is None:
        explicit = tuple(fields)
        if resume:
            compose.trust(fields)
            env = envs.canonical(fields.get("env", Config.env))
            fields = {**resuming.composition({**fields, "env": env}, trust=trust), **fields}
        config = library.make_config(**fields)
    elif fields:
        raise TypeError(f"give a config or fields, not both: {', '.join(fields)}")
    else:
        parallel.use_cpu_cores(spare_threads=envs.factorises(config.env, config.backend))
    return run(config, resume=resume, explicit=explicit, trust=trust, say=say)


def run(
    config: Config,
    *,
    resume: bool = False,
    explicit: Collection[str] | None = None,
    trust: bool = False,
    say: Report = print,
    processes: Processes = SINGLE,
) -> Run:
    """Runs a config to its end, or until a signal.

    Args:
      config: what to run.
      resume: goes on with the run of `config.name`, or the latest of this config.
      explicit: at a resume, the names of the fields that were given; the others are taken from the saved
        run. None: all were given.
      trust: at a resume, code of one's own that the saved run names may be imported.
      say: is given each line of output.
      processes: those that train the run.

    Returns:
      The run; `stopped` holds the signal that ended it early.

    Raises:
      ConfigError: what cannot be run here, or not under this name.
      RunFileError: a file that cannot be written (`CheckpointError`: or a checkpoint read).
      TrainingDiverged: NaN or inf in losses, parameters or statistics, or physics that breaks
        down in too large a share of steps.
      SimulatorError: a simulator on the host, or another callback of the environment, cannot go on.
    """
    plan = make_plan(
        config,
        resume=resume,
        explicit=explicit,
        trust=trust,
        processes=processes,
        make_env=functools.partial(choosing.environment, trust=trust),
    )
    (result,) = drive([plan], say=say, processes=processes)
    if result.failure is not None:
        raise result.failure
    return result


def drive(plans: Sequence[Plan], *, say: Report = print, processes: Processes = SINGLE) -> list[Run]:
    """Trains runs side by side, each to its own end.

    Args:
      plans: one, or those of `make_lane_plans`. They share a trainer.
      say: is given each line of output.
      processes: those that train the runs.

    Returns:
      What became of each. A run that failed has a `failure`, and the others go on.

    Raises:
      ConfigError: a directory that another process writes to.
    """
    env, several = plans[0].env, len(plans) > 1
    with contextlib.ExitStack() as stack:
        if env.outside is not None:
            stack.callback(env.outside.close)
        screen = stack.enter_context(contextlib.closing(Console(say if processes.is_main else _unheard)))
        stop = stack.enter_context(StopSignals(screen.line, "stopping after this epoch"))
        # Lanes share what it compiles.
        evaluator = evaluation.make_evaluator(plans[0].config, plans[0].trainer)
        lanes = []
        for index, plan in enumerate(plans):
            output = None
            if plan.directory is not None and processes.is_main:
                stack.enter_context(lock.hold(plan.directory, screen.line))
                output = stack.enter_context(contextlib.closing(Output(plan, plan.directory)))
            name = plan.directory.name if plan.directory is not None else str(index)
            own: Screen = _Named(screen, name) if several else screen
            own_evaluator = evaluator.with_seed(plan.config.seed) if several else evaluator
            lanes.append(Lane(plan, own_evaluator, output, own, processes, VIEW_SHARE / len(plans)))
        for line in _announcement(plans, processes.is_main):
            screen.line(line)
        return _Loop(lanes, screen, stop, processes).train()


def _unheard(line: str) -> None:
    pass


class _Named:
    """A screen on which several lanes speak, each by its name."""

    def __init__(self, screen: Console, name: str):
        self._screen = screen
        self._name = name

    def line(self, text: str) -> None:
        self._screen.line(f"[{self._name}] {text}" if text else text)

    def status(self, text: str, row: bool) -> None:
        self._screen.status(f"[{self._name}] {text}", row)


def _announcement(plans: Sequence[Plan], is_main: bool) -> list[str]:
    """What will run, line by line."""
    plan = plans[0]
    config, trainer, env = plan.config, plan.trainer, plan.env
    device = provenance.device()
    replay = trainer.bytes_per_transition * config.replay_size
    seeds = ", ".join(str(each.config.seed) for each in plans)
    lines = [
        f"{env.name} ({env.backend}), {config.objective}: "
        f"{console.skills_in_words(trainer.skills, trainer.feature_map.name)}, "
        f"{config.num_envs} environments, episodes of {config.episode_length} steps, "
        f"{console.count(config.num_env_steps)} steps, seed{'s' if len(plans) > 1 else ''} {seeds}"
    ]
    if len(plans) > 1:
        lines.append(f"{len(plans)} runs train side by side in one program")
    if env.place == "outside":
        lines.append(
            f"The simulators of {env.name} run outside JAX, stepped from one device. They keep their "
            "state to themselves: a resumed run begins their episodes anew."
        )
    lines += [
        f"Devices: {plan.num_devices} of {device['count']} {device['platform']} ({device['kind']})",
        f"Replay: {console.count(config.replay_size)} transitions of {trainer.bytes_per_transition} "
        f"bytes, {replay / 1e6:.1f} MB",
    ]
    if plan.start is not None:
        lines.append(f"Starts from {plan.start.words}")
    if config.log_dir == files.NONE:
        return [*lines, "Nothing is written (--log_dir=none)"]
    kept = plan.shapes if config.checkpoint_replay else plan.shapes.replace(replay=())
    lines.append(
        f"Checkpoints: every {console.count(plan.schedule.checkpoint_every)} steps, up to "
        f"{checkpoint.size_in_bytes(kept) / 1e6:.1f} MB each, the last {config.keep_checkpoints} and "
        "the best kept"
    )
    if not config.checkpoint_replay:
        lines.append(
            "Replay is left out of checkpoints: a resumed run first fills it again without learning, and "
            "then learns from little and recent data, on which it can collapse."
        )
    return [*lines, *(f"Writing to {each.directory}" for each in plans)]


class _Loop:
    """The lanes of one program, and their states."""

    def __init__(self, lanes: list[Lane], screen: Console, stop: StopSignals, processes: Processes):
        self._lanes = lanes
        self._screen = screen
        self._stop = stop
        self._processes = processes
        self._trainer = lanes[0].plan.trainer
        self._several = len(lanes) > 1
        self._functions = training.compiled(self._trainer, lanes=self._several)
        self._state: Any = None

    @property
    def _running(self) -> list[Lane]:
        return [lane for lane in self._lanes if lane.result is None]

    def train(self) -> list[Run]:
        """Epochs until every lane has its steps or has failed, or a signal asks to stop."""
        try:
            self._start()
            self._drive()
        except SimulatorError as error:
            # All lanes are stepped by one program.
            for lane in self._running:
                self._fail(lane, lane.why_stuck(error))
        return [lane.result for lane in self._lanes if lane.result is not None]

    def _drive(self) -> None:
        epoch = None
        while running := self._running:
            stopped = self._processes.any_stop(self._stop.received)
            if stopped is not None:
                for lane in running:
                    self._try(lane, lane.stop, stopped)
                break
            if all(lane.has_its_steps for lane in running):
                self._stop.answer = "all steps are done, finishing"
            for lane in running:
                if lane.has_its_steps:
                    self._try(lane, lane.finish)
            if running := self._running:
                epoch = epoch or self._compile(self._functions.epoch, self._state)
                self._epoch(epoch, running)

    def _try(self, lane: Lane, act: Callable[..., None], *args: Any) -> None:
        """Has a lane do something; where it cannot, that is the end of this lane alone."""
        try:
            act(*args)
        except (TrainingDiverged, RunFileError) as error:
            self._fail(lane, error)
        except SimulatorError as error:
            self._fail(lane, lane.why_stuck(error))

    def _fail(self, lane: Lane, error: RuntimeError) -> None:
        lane.fail(error)
        if self._several:
            lane.screen.line(str(error))

    def _start(self) -> None:
        """Makes or restores the states."""
        restored = None
        plan = self._lanes[0].plan
        for lane in self._lanes:
            if self._processes.is_main and lane.plan.directory is not None:
                # Also of a new run: one of this name may have been killed before it had a config.json.
                files.remove_unfinished(lane.plan.directory)
        if plan.resume:
            # Lanes are new runs: only a single one is resumed.
            if self._processes.is_main and plan.directory is not None:
                checkpoint.make_way(plan.directory / files.CHECKPOINTS, self._screen.line)
            restored = last_checkpoint(plan, self._screen.line)
        measured = jax.eval_shape(self._trainer.epoch, plan.shapes)[1]
        for lane in self._lanes:
            self._try(lane, lane.open, [*_TIME_COLUMNS, *sorted(measured)], restored)
        self._processes.barrier("directories are ready")
        if not self._running:
            return
        if restored is not None:
            self._restore(self._lanes[0], restored)
        else:
            self._init()
        self._hand_out()
        for lane in self._running:
            self._try(lane, lane.begin)

    def _init(self) -> None:
        action_size = self._trainer.env.action_size
        configs = [lane.plan.config for lane in self._lanes]
        keys = [jax.random.key(config.seed) for config in configs]
        hparams = [training.make_hparams(config, action_size) for config in configs]
        args: tuple[Any, Any] = keys[0], hparams[0]
        if self._several:
            args = jnp.stack(keys), jax.tree.map(lambda *x: jnp.stack(x), *hparams)
        init = self._compile(self._functions.init, *args)
        with envs.collected(self._trainer.env.faults):
            self._state = jax.block_until_ready(init(*args))
        self._adopt_start()
        for lane, env_steps in zip(self._lanes, self._per_lane(self._state.counters.env_steps), strict=True):
            lane.host.env_steps = int(env_steps)
        # Before the epoch is compiled.
        names, finite = _finite({"statistics": self._state.statistics}, len(self._lanes))
        finite = jax.device_get(finite)
        for index, lane in enumerate(self._lanes):
            self._try(
                lane, lane.check_start, [n for n, ok in zip(names, finite[:, index], strict=True) if not ok]
            )

    def _adopt_start(self) -> None:
        """New runs begin with the policy that their plan names, which then acts as long as the warm-up."""
        plan = self._lanes[0].plan
        if plan.start is None:
            return
        config: Any = plan.config
        with_critics = config.start_critics == "run"
        state = finetune.begin(self._trainer, self._state, plan.start, with_critics, self._several)
        with envs.collected(self._trainer.env.faults):
            self._state = jax.block_until_ready(self._functions.refill(state))

    def _restore(self, lane: Lane, restored: checkpoint.Restored) -> None:
        self._state, host, say = restored.state, lane.host, self._screen.line
        say(f"Resumed at step {host.env_steps} from {restored.path}")
        if self._trainer.env.place == "outside":
            # The next step is a reset, everywhere; the first episodes get what is left of those before, so
            # that not all end together.
            env = self._state.env
            left = jnp.where(env.done, env.limit, env.limit - env.steps)
            self._state = self._state.replace(env=env.replace(done=jnp.ones_like(env.done), limit=left))
            say(f"Episodes of {self._trainer.env.name} begin anew.")
        if not restored.metadata["replay"] and not lane.has_its_steps:
            with envs.collected(self._trainer.env.faults):
                self._state = jax.block_until_ready(self._functions.refill(self._state))
            filled = int(self._state.counters.env_steps)
            say(
                f"The checkpoint has no replay: acted {filled - host.env_steps} steps without "
                "learning to fill it."
            )
            host.env_steps = filled

    def _compile(self, function: Any, *args: Any) -> Any:
        begun = time.perf_counter()
        compiled = compile_ahead(function, *args)
        for lane in self._lanes:
            lane.compile_seconds += time.perf_counter() - begun
        return compiled

    def _epoch(self, epoch: Any, running: Sequence[Lane]) -> None:
        """Runs one epoch of all lanes, and what is due after it in those that are still running."""
        faults = self._trainer.env.faults
        # What an epoch has computed when a simulator raised in its midst is worth nothing.
        kept: Any = None if faults is None else self._functions.keep(self._state)
        begun = time.perf_counter()
        try:
            with envs.collected(faults):
                self._state, measured = jax.block_until_ready(epoch(self._state))
        except SimulatorError:
            self._state = self._functions.undo(self._state, kept)
            self._hand_out()
            raise
        seconds = time.perf_counter() - begun
        state = self._state
        # The running mean has no value until an episode has ended; its sums are watched instead.
        watched = {name: x for name, x in measured.items() if name != f"train/{self._trainer.score_name}"}
        for part in ("agent", "objective", "statistics", "score_running"):
            watched[part] = getattr(state, part)
        # Compiled at the first call, which is why the clock of the rate has stopped by now.
        names, finite = _finite(watched, len(self._lanes))
        values, finite, counters = jax.device_get((measured, finite, state.counters))
        self._hand_out()
        for index, lane in enumerate(self._lanes):
            if lane in running:
                bad = [name for name, fine in zip(names, finite[:, index], strict=True) if not fine]
                own = {name: self._per_lane(x)[index] for name, x in values.items()}
                counted = counters.replace(env_steps=self._per_lane(counters.env_steps)[index])
                self._try(lane, lane.after_epoch, own, bad, counted, seconds)

    def _per_lane(self, x: Any) -> Any:
        """A quantity of which each lane has its own, [lanes, ...]."""
        return x if self._several else x[None]

    def _hand_out(self) -> None:
        """Gives each lane that is still running its part of the states."""
        state = self._state
        for index, lane in enumerate(self._lanes):
            if lane.result is not None:
                continue
            if not self._several:
                lane.state = lambda with_replay: state
            else:
                lane.state = functools.partial(lane_state, state, self._trainer.lane_axes, index)


def compile_ahead(function: Any, *args: Any) -> Any:
    """A jitted function compiled for these arguments."""
    return function.lower(*args).compile()


def lane_state(
    state: training.TrainState, axes: training.TrainState, index: int, with_replay: bool
) -> training.TrainState:
    """The state of one lane out of the stacked ones, with which it shares no buffer.

    Args:
      state: of all lanes.
      axes: of its parts the axis of the lanes, or None where they share it (`Trainer.lane_axes`).
      index: of the lane.
      with_replay: False leaves replay out.
    """
    if not with_replay:
        axes, state = (tree.replace(replay=()) for tree in (axes, state))

    def take(axis: int | None, part: PyTree) -> PyTree:
        return jax.tree.map(jnp.copy if axis is None else lambda x: x[index], part)

    return jax.tree.map(take, axes, state, is_leaf=lambda axis: axis is None)


@functools.partial(jax.jit, static_argnums=1)
def _all_finite(leaves: list[jax.Array], lanes: int) -> jax.Array:
    return jnp.stack([jnp.isfinite(x).reshape(lanes, -1).all(axis=1) for x in leaves])


def _finite(tree: PyTree, lanes: int) -> tuple[list[str], jax.Array]:
    """Whether each floating leaf is finite: names, and bools [leaves, lanes]."""
    leaves = [
        (jax.tree_util.keystr(path, simple=True, separator="."), x)
        for path, x in jax.tree_util.tree_leaves_with_path(tree)
        if jnp.issubdtype(x.dtype, jnp.floating) and x.size
    ]
    return [name for name, _ in leaves], _all_finite([x for _, x in leaves], lanes)
