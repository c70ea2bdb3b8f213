"""Plans runs: resolves and checks everything about a config before the loop begins.

`make_plan` checks a config against its environment, the devices, memory, the disk and the run's directory.
All configs that cannot run are rejected here, before anything is compiled. The loop only reads a plan.
"""

import dataclasses
import os
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import jax

from diayn_jax import envs, objectives, parallel, resolve, shell, training
from diayn_jax.config import AUTO, LANE_FIELDS, OF_WANDB, Config, ConfigError, differ_in_program
from diayn_jax.machine import devices
from diayn_jax.machine.processes import SINGLE, Processes
from diayn_jax.run import memory_plan, schedule
from diayn_jax.run.schedule import Schedule
from diayn_jax.run.services import PLAIN, Services
from diayn_jax.storage import checkpoint, files, logs, run_to_resume
from diayn_jax.training.warm_start import WarmStart


class Plan(NamedTuple):
    """A run that fits this machine and is not compiled yet."""

    config: Config  # `env` is the canonical name; a resumed run has its saved config, with changes
    env: envs.Env
    num_devices: int  # the run is sharded over them
    schedule: Schedule
    trainer: training.Trainer
    shapes: training.TrainState  # shapes of its state, as `jax.ShapeDtypeStruct`s
    directory: Path | None  # None: the run writes nothing
    resume: bool
    services: Services  # functions that the loop calls; see `run.services`
    start: WarmStart | None = None  # the policy that the run starts from; None: new networks

    @property
    def resolved(self) -> dict[str, Any]:
        """The values that `auto` resolved to, for config.json."""
        return {
            "backend": self.env.backend,
            "features": self.trainer.components.feature_map.name,
            "device": parallel.platform(),
            "num_devices": self.num_devices,
            "eval_every": self.schedule.eval_every,
            "checkpoint_every": self.schedule.checkpoint_every,
        }


def make_plan(
    config: Config,
    *,
    resume: bool | str | os.PathLike[str] = False,
    explicit: Collection[str] | None = None,
    trust: bool = False,
    processes: Processes = SINGLE,
    services: Services = PLAIN,
) -> Plan:
    """Resolves a config, checks that it can be run here, and makes its directory.

    Args:
      config: what to run.
      resume: continues the run in this directory; True: the run of `config.name`, or the latest of this
        config.
      explicit: at a resume, the names of the fields that were given; the others come from the saved run.
        None: all were given.
      trust: at a resume, lets the saved run import code of the user's own that it names.
      services: functions that make its environment, its warm start and its pictures.

    Raises:
      ConfigError: the config cannot run here, or not under this name.
    """
    directory, backend = None, AUTO
    config = dataclasses.replace(config, env=envs.canonical(config.env))
    # A config that the caller gives needs no permission to import its code.
    resolve.trust(vars(config))
    if resume is False:
        files.check_new(config)
    else:
        path = None if resume is True else files.expanded(resume)
        directory, config = run_to_resume.find(config, explicit, trust=trust, path=path)
        # The values that `auto` resolved to in the last session.
        resolved = files.read_config(directory)[1]["resolved"]
        config = devices.to_resume_on(directory, config, resolved["num_devices"])
        backend = resolved["backend"]
    (plan,) = _plans([config], backend, [directory], 1, processes, trust, services)
    return plan


def make_lane_plans(
    configs: Sequence[Config],
    *,
    resume: bool = False,
    at_once: int | None = None,
    trust: bool = False,
    services: Services = PLAIN,
) -> list[Plan]:
    """Makes the plans of runs that train as lanes of one program.

    Args:
      configs: the runs' configs; they may differ only in traced hyperparameters and in `LANE_FIELDS`.
      resume: continues the runs that have begun; their names give their directories.
      at_once: the number of lanes that memory has to hold together; None: all of them.
      trust: lets a run that these runs start from import code of the user's own that it names.

    Raises:
      ConfigError: as in `make_plan`; or the configs differ in other fields, or the environment can only
        step one run.
    """
    configs = [dataclasses.replace(config, env=envs.canonical(config.env)) for config in configs]
    for config in configs[1:]:
        if other := differ_in_program(config, configs[0]):
            fields = {f.name for f in dataclasses.fields(configs[0]) if f.metadata["traced"]} | LANE_FIELDS
            raise ConfigError(
                f"Runs in one program cannot differ in {', '.join(other)}. They may differ in "
                f"{', '.join(sorted(fields))}. A field that is 0 or auto in one run has to be so in all."
            )
    _check_shared_objective(configs)
    if len(configs) > 1 and configs[0].wandb != "none":
        raise ConfigError(f"--wandb={configs[0].wandb} logs one run of a program at a time. Leave it out.")
    _check_names_differ(configs)
    resolve.trust(vars(configs[0]))
    directories: list[Path | None] = [None] * len(configs)
    backend = AUTO
    if not resume:
        for config in configs:
            files.check_new(config)
    else:
        if not all(config.name for config in configs):
            raise ConfigError("Only runs with names can be resumed. Give each its --name.")
        paths = map(files.named_directory, configs)
        directories = [path if files.has_config(path) else None for path in paths]
        configs, backend = _settled(configs, directories, trust)
    return _plans(configs, backend, directories, at_once or len(configs), SINGLE, trust, services)


def _settled(
    configs: Sequence[Config], directories: Sequence[Path | None], trust: bool
) -> tuple[list[Config], str]:
    """Gives all configs the device settings of the runs that have begun; returns them and the backend.

    The runs that have begun have a directory. The backend is `auto` if there are none.
    """
    begun = [(each, path) for each, path in zip(configs, directories, strict=True) if path is not None]
    if not begun:
        return list(configs), AUTO
    settled: dict[str, Any] = {}
    for config, path in begun:
        saved = run_to_resume.resumed_config(path, config, trust=trust)
        settled = {name: getattr(saved, name) for name in files.SETTLED}
    first, path = begun[0]
    resolved = files.read_config(path)[1]["resolved"]
    first = devices.to_resume_on(path, dataclasses.replace(first, **settled), resolved["num_devices"])
    settled["num_devices"] = first.num_devices
    return [dataclasses.replace(config, **settled) for config in configs], resolved["backend"]


def _check_shared_objective(configs: Sequence[Config]) -> None:
    """Raises `ConfigError` if lanes share an objective, but differ in its settings or move a prior each."""
    spec = objectives.spec(configs[0].objective)
    if not spec.shared_over_lanes:
        return
    if len(configs) > 1 and resolve.make_skills(configs[0]).moving is not None:
        raise ConfigError(
            f"The runs of one program share --objective={configs[0].objective}, but each would move its own "
            "prior. Leave --expand and --learned_prior out, or start runs one by one."
        )
    for f in dataclasses.fields(spec.settings):
        values = list(dict.fromkeys(getattr(config, f.name) for config in configs))
        if len(values) > 1:
            raise ConfigError(
                f"--{f.name}: the runs of one program share --objective={configs[0].objective} and cannot "
                f"differ in this setting ({', '.join(map(str, values))}). Give one value."
            )


def _check_lanes(configs: Sequence[Config], env: envs.Env) -> None:
    """Raises `ConfigError` if the components refuse a lane's own values of traced hyperparameters."""
    apart = {
        tuple(getattr(config, f.name) for f in dataclasses.fields(config) if f.metadata["traced"]): config
        for config in configs
    }
    for config in apart.values():
        training.make_components(config, env)
        training.make_hparams(config, env.action_size)


def _check_names_differ(configs: Sequence[Config]) -> None:
    named = [config for config in configs if config.name and config.log_dir != files.NONE]
    directories = [files.named_directory(config) for config in named]
    for config, directory in zip(named, directories, strict=True):
        if directories.count(directory) > 1:
            raise ConfigError(
                f"--name={config.name}: {directories.count(directory)} of the runs have this name, but each "
                "needs its own directory. Add the fields in which they differ to --tags, or leave --name out."
            )


def _plans(
    configs: Sequence[Config],
    backend: str,
    directories: Sequence[Path | None],
    at_once: int,
    processes: Processes,
    trust: bool,
    services: Services,
) -> list[Plan]:
    """Makes the plans of runs that share environment, trainer and schedule, as lanes of one program.

    For the arguments see `make_lane_plans`.

    Args:
      backend: the backend of the environment; `auto` chooses.
      directories: the directory of each resumed run; None for each new run.
    """
    config, resumed = configs[0], next(filter(None, directories), None)
    env = services.make_env(config, backend, resumed, trust=trust)
    paths: list[Path | None] = []
    try:
        if at_once > 1 and env.runs_on == "simulator":
            raise ConfigError(
                f"{env.name} is simulated outside JAX, for one run at a time. Run them one after another."
            )
        num_devices = check(config, env)
        trainer = training.make_trainer(config, env, parallel.make_mesh(num_devices))
        skills = trainer.components.skills
        timing = schedule.make_schedule(config, len(skills.probes))
        if config.log_video:
            services.check_films(config, env, skills)
        start = None
        if not all(path and _continues(config, path, len(configs) > 1) for path in directories):
            start = services.read_start(config, trainer, trust=trust)
        training.check_traces(config, trainer)
        _check_lanes(configs[1:], env)
        shapes = training.state_shapes(config, trainer)
        memory_plan.check_memory(config, trainer, shapes, at_once)
        to_come = sum(checkpoints_to_come(config, timing, directory) for directory in directories)
        for each in configs:
            if each.log_dir != files.NONE:
                folder = resumed or files.folder(each.log_dir, each.env)
                memory_plan.check_disk(each, shapes, folder, to_come)
        for each, directory in zip(configs, directories, strict=True):
            path = directory
            if directory is None and each.log_dir != files.NONE:
                # The main process makes the directory of a new run.
                path = Path(processes.share(str(files.create(each)) if processes.is_main else ""))
            paths.append(path)
    except BaseException:
        # Remove the directories that were made for the first lanes before a later lane was rejected.
        for path, directory in zip(paths, directories, strict=False):
            if path is not None and directory is None and processes.is_main:
                files.remove_if_empty(path)
        if env.simulator is not None:
            env.simulator.close()
        raise
    return [
        Plan(each, env, num_devices, timing, trainer, shapes, path, directory is not None, services, start)
        for each, path, directory in zip(configs, paths, directories, strict=True)
    ]


def _continues(config: Config, directory: Path, several: bool) -> bool:
    """Returns whether a run has a checkpoint from which it can continue, alone or beside others."""
    steps = checkpoint.steps(directory / files.CHECKPOINTS)
    # Beside others, a run whose checkpoints have no replay starts over (`initial_state.open_files`).
    over = several and not config.checkpoint_replay and bool(steps) and max(steps) < config.num_env_steps
    return bool(steps) and not over


def check(config: Config, env: envs.Env) -> int:
    """Checks a config against its environment and this machine; returns the number of devices to shard over.

    Raises:
      ConfigError: names the flag, its value, what is allowed and what to do.
    """
    schedule.check_schedule(config)
    if jax.process_count() > 1:
        _check_one_program(config)
    envs.make_features(env, config.features, config.latent_size)
    devices.check_device(config)
    _check_views(config)
    return devices.choose_num_devices(config, env)


def _check_one_program(config: Any) -> None:
    """Rejects settings for which one process would need the whole state: each process holds only a part."""
    if config.log_video:
        raise ConfigError(
            f"--log_video={config.log_video}: several processes cannot film while they train. Leave it out; "
            f"{shell.command('show', 'RUN', '--what=video')} films the run afterwards."
        )
    if getattr(config, "start_run", ""):
        raise ConfigError(
            f"--start_run={config.start_run}: a run on several processes begins with new networks. Start it "
            "in one process, stop it, and continue it by --resume in several."
        )


def _check_views(config: Config) -> None:
    if config.wandb != "none":
        if config.log_dir == files.NONE:
            raise ConfigError(
                f"--wandb={config.wandb} keeps its files in the run's directory. Give another --log_dir."
            )
        logs.check_remote(config.wandb)
    for name in OF_WANDB if config.wandb == "none" else ():
        value = getattr(config, name)
        if value != getattr(Config, name):
            raise ConfigError(
                f"--{name}={value} works only with --wandb=online or --wandb=offline. Add one of them, or "
                f"leave --{name} out."
            )
    if config.log_video and not config.tensorboard and config.wandb == "none":
        raise ConfigError(
            f"--log_video={config.log_video}: films go to TensorBoard or Weights & Biases. Add "
            "--tensorboard or --wandb=offline."
        )


def checkpoints_to_come(config: Config, timing: Schedule, directory: Path | None) -> int:
    """Returns the most checkpoints that the run will add: those kept, the best, and the one being written."""
    there = len(checkpoint.steps(directory / files.CHECKPOINTS)) if directory else 0
    in_all = config.num_env_steps // timing.checkpoint_every + 1
    return max(1, min(config.keep_checkpoints + 2, in_all) - there)
