"""Reports what a run would do: settings, devices, memory, files and time. It trains for a few seconds."""

import time
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

import jax
import numpy as np

from diayn_jax import envs, resolve, training
from diayn_jax.config import Config, show
from diayn_jax.number_format import rough_duration
from diayn_jax.records import Say, silent
from diayn_jax.run import initial_state
from diayn_jax.run.announcement import announcement
from diayn_jax.run.plan import Plan, make_plan
from diayn_jax.storage import files
from diayn_jax.types import HParams, Key
from diayn_jax.use.training_run import SERVICES

_SECONDS = 5.0  # epochs are timed for this long


class Setting(NamedTuple):
    """The value of a setting, and where it comes from."""

    value: Any
    source: str  # `given`, `default`, `fitted to the run`, or a flag such as `--env=ant` whose default it is


class DryRun(NamedTuple):
    """What a run would do."""

    settings: dict[str, Setting]
    lines: list[str]  # what the run would print first: devices, memory, files
    compile_seconds: float  # until the first epoch has run
    env_steps_per_second: float
    seconds: float  # of compiling and training, without evaluations

    def as_json(self) -> dict[str, Any]:
        """Returns the dry run in JSON's types."""
        settings = {name: setting._asdict() for name, setting in self.settings.items()}
        return {**self._asdict(), "settings": settings}


def dry_run(config: Config, *, explicit: Collection[str], trust: bool = False, say: Say = silent) -> DryRun:
    """Plans a run, compiles it, and trains it for a few seconds; nothing is written.

    Args:
      config: what to run.
      explicit: the names of the fields that were given.
      trust: lets a run that this one starts from import code of the user's own that it names.
      say: receives each line of the dry run as soon as it is known.

    Raises:
      ConfigError: the config cannot run here.
    """
    folder = files.folder(config.log_dir, envs.canonical(config.env))
    absent = [path for path in (folder, *folder.parents) if not path.exists()]
    plan = make_plan(config, trust=trust, services=SERVICES)
    if plan.directory is not None:
        for path in (plan.directory, *absent):
            files.remove_if_empty(path)
    sources = resolve.sources(plan.config, explicit, envs.defaults(plan.config.env))
    settings = {
        name: Setting(plan.resolved.get(name, getattr(plan.config, name)), source)
        for name, source in sources.items()
    }
    try:
        for line in _table(settings):
            say(line)
        lines = announcement([plan])
        for line in ("", *lines, f"Estimating the time, by a trial of more than {_SECONDS:.0f} s …"):
            say(line)
        compiling, rate = _timed(plan)
    finally:
        if plan.env.simulator is not None:
            plan.env.simulator.close()
    seconds = compiling + plan.config.num_env_steps / rate
    say(
        f"Time: about {compiling:.0f} s until the first epoch has run, then {rate:,.0f} steps/s: "
        f"{rough_duration(seconds)} without evaluations"
    )
    return DryRun(settings, lines, compiling, rate, seconds)


def _table(settings: Mapping[str, Setting]) -> list[str]:
    """Returns the settings with their sources, as lines."""
    rows = [(name, show(setting.value) or "none", setting.source) for name, setting in settings.items()]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    lines = [f"  {name:<{widths[0]}}  {value:<{widths[1]}}  {source}" for name, value, source in rows]
    return ["Settings, and where each comes from", *lines]


def _timed(plan: Plan) -> tuple[float, float]:
    """Returns the seconds until the first epoch has run, and the steps per second of those after it."""
    args = initial_state.arguments([plan.config], plan.trainer.env.action_size, False)
    with envs.collected(plan.trainer.env.callback_errors):
        found = timed(training.compiled(plan.trainer), *args)
    return found.begin_seconds + found.epoch_seconds, found.env_steps_per_second


class Trial(NamedTuple):
    """How long a program took."""

    begin_seconds: float  # to compile and make the networks and environments
    epoch_seconds: float  # to compile an epoch, warm up, and train it
    env_steps_per_second: float  # of the epochs after it; of all lanes together


def timed(functions: training.Compiled, key: Key, hparams: HParams) -> Trial:
    """Compiles an epoch and trains for a few seconds.

    Args:
      functions: the functions of one run, or of several lanes.
      key: the run's key, or the lanes' keys [N].
      hparams: the run's hyperparameters, or the lanes' [N].
    """
    begun = time.perf_counter()
    pool = jax.block_until_ready(functions.stages.make_pool(key))
    made = time.perf_counter()
    jax.block_until_ready(functions.stages.begin(key, hparams, pool))
    beginning = time.perf_counter() - made
    del pool
    # The warm-up and the epoch are the same program, which `init` compiles.
    state, _ = jax.block_until_ready(functions.epoch(functions.init(key, hparams)))
    compiling = time.perf_counter() - begun - beginning
    before, begun = _env_steps(state), time.perf_counter()
    seconds = 0.0
    while seconds < _SECONDS:
        state, _ = jax.block_until_ready(functions.epoch(state))
        seconds = time.perf_counter() - begun
    return Trial(beginning, compiling, (_env_steps(state) - before) / seconds)


def _env_steps(state: training.TrainState) -> int:
    return int(np.sum(np.asarray(state.counters.env_steps)))
