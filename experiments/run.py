"""Trains skills: `diayn train --env=ant --num_skills=10`."""

import contextlib
import dataclasses
import json
from collections.abc import Collection, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

from diayn_jax.config import AUTO, PRESETS, SWITCH_WORDS, Config, ConfigError
from diayn_jax.storage import files, paths
from experiments import flags, start

COMMAND = (
    flags.Command("config", "take the fields of this config.json; flags override them", "FILE"),
    flags.Command(
        "resume",
        "resume the run in this directory, with this --name, or else the latest with this config",
        allowed="nothing, or the directory of a run; to resume by name, give --resume --name=NAME",
    ),
    start.TRUST._replace(minor=True),
    flags.Command(
        "coordinator",
        "for a run on several processes: where process 0 listens; none: one process, even under Slurm, Open "
        "MPI or GKE (they need no flags)",
        "HOST:PORT",
        minor=True,
    ),
    flags.whole_number("num_processes", "with --coordinator, how many processes there are", minor=True),
    flags.whole_number(
        "process_id", "with --coordinator, which process this is, counted from 0", low=0, minor=True
    ),
    flags.Command("dry_run", "print the settings and where each comes from, memory, files and time"),
    flags.Command("json", "with --dry_run: print JSON", minor=True),
    flags.Command("version", "print the version and exit", minor=True),
    *flags.HELPS,
)

INTRO = """
Train skills without a reward: skills that a discriminator can distinguish
(--objective=diayn), or skills that travel far (metra). Or train one policy on
the environment's own reward (task).

  diayn train --env=ant --num_skills=10
  diayn train --env=ant --objective=metra
  diayn train --env=point --num_skills=6 --name=first --seed=1
  diayn resume runs/point/first

Figures, skills, plots and checkpoints go to <log_dir>/<env>/<name>/. Ctrl-C
saves and stops the run; diayn resume continues it bit for bit.
--config=<run>/config.json repeats a run; your own file may hold fewer fields.
Whole numbers may be written as 1_000_000, 1e6 or 1M, lists as 256,256, switches
as --x, --nox or --x=false. If a flag is given twice, the last one counts. Some
environments have their own defaults: see diayn envs NAME.
"""

CLOSING = """
Environment variables
  JAX_ENABLE_COMPILATION_CACHE=false
      do not keep compiled programs. By default they are kept, so that the next
      run starts sooner, in JAX_COMPILATION_CACHE_DIR or else in
      $XDG_CACHE_HOME/diayn_jax (~/.cache/diayn_jax)
  TF_CPP_MIN_LOG_LEVEL=0
      show all messages of XLA
""" + start.exit_codes(start.OF_TRAINING)


def command(parsed: flags.Parsed) -> int:
    """Trains, or prints what a command line asks for; returns the exit code."""
    if parsed.command["version"]:
        start.say(version())
        return 0
    return train(parsed)


def train(parsed: flags.Parsed) -> int:
    """Trains as a command line says; returns the exit code."""
    if parsed.command["json"] and not parsed.command["dry_run"]:
        raise ConfigError("--json works only with --dry_run; add --dry_run, or leave it out.")
    path = resumed_path(parsed)
    resume: bool | Path = path or parsed.command["resume"]
    explicit, trust = dict(parsed.overrides), parsed.command["trust"]

    from diayn_jax import envs, resolve
    from diayn_jax.resolve import make_config

    resolve.trust(explicit)
    if parsed.command["config"]:
        from diayn_jax.storage import files

        file = files.expanded(parsed.command["config"])
        explicit = repeated(file, explicit, bool(resume), trust)
    names = tuple(explicit)
    if resume:
        from diayn_jax.storage import run_to_resume

        explicit = {**run_to_resume.composition(explicit, trust=trust, path=path), **explicit}
    explicit["env"] = envs.canonical(explicit.get("env", Config.env))
    defaults = envs.defaults(explicit["env"])
    saved = _saved(explicit, defaults, names, trust, path) if resume else None

    if not resume:
        _check_new(explicit, defaults)

    def wanted(name: str) -> Any:
        return getattr(saved, name) if saved else explicit.get(name, getattr(Config, name))

    from diayn_jax.machine import cluster

    coordinator = parsed.command["coordinator"]
    processes_in_all = cluster.initialize(
        coordinator, parsed.command["num_processes"], parsed.command["process_id"]
    )
    num_devices = wanted("num_devices")
    device = start.start_jax(
        # If a resumed run's accelerator is missing, `make_plan` reports it.
        device=AUTO if saved and saved.device == "gpu" else wanted("device"),
        # Every process has equally many devices.
        num_devices=num_devices if num_devices == AUTO else -(-num_devices // processes_in_all),
        deterministic=wanted("deterministic"),
        spare_threads=envs.factorises(explicit["env"], wanted("backend")),
        say=start.say_for(parsed),
    )
    if saved and saved.device != AUTO:
        device = saved.device
    # Look up the defaults again: modules that register Gymnasium environments are imported only after
    # JAX has started.
    defaults = envs.defaults(explicit["env"])
    config = make_config(explicit, env_defaults=defaults, device=device)
    if parsed.command["dry_run"]:
        if resume or processes_in_all > 1:
            raise ConfigError("--dry_run is for a new run in one process. Leave --resume out.")
        return tell(config, names, trust, parsed.command["json"])

    from diayn_jax.run.divergence import TrainingDiverged
    from diayn_jax.storage.files import RunFileError
    from diayn_jax.use import training_run

    try:
        with cluster.joined(coordinator) as processes:
            run = training_run.run(config, resume=resume, explicit=names, trust=trust, processes=processes)
    except TrainingDiverged as error:
        # All processes see the same numbers, so only one of them reports the error.
        return start.fail(error, start.DIVERGED) if cluster.is_main() else start.DIVERGED
    except RunFileError as error:
        return start.fail(error, start.FAILED)
    return 128 + run.stopped if run.stopped else 0


def _check_new(explicit: Mapping[str, Any], defaults: Mapping[str, Any]) -> None:
    """Raises `ConfigError` if the new run's directory holds a run, before JAX and the trainer are loaded."""
    from diayn_jax.resolve import make_config
    from diayn_jax.storage import files

    device = explicit.get("device", AUTO)
    config = None
    # A config that is not allowed is refused later, when the device is known.
    with contextlib.suppress(ConfigError):
        config = make_config(explicit, env_defaults=defaults, device="cpu" if device == AUTO else device)
    if config is not None:
        files.check_new(config)


def tell(config: Config, given: Collection[str], trust: bool, as_json: bool) -> int:
    """Prints what a run would do; returns the exit code."""
    from diayn_jax.use import dry_run

    if as_json:
        found = dry_run.dry_run(config, explicit=given, trust=trust)
        start.say(json.dumps(found.as_json(), indent=2))
    else:
        dry_run.dry_run(config, explicit=given, trust=trust, say=start.say)
    return 0


def resumed_path(parsed: flags.Parsed) -> Path | None:
    """Returns the directory that `--resume DIR` names; None if it names no directory.

    Raises:
      ConfigError: a word is not a flag, several runs are named, the run does not exist, or `--config`, which
        also names a run, is given.
    """
    words = parsed.operands
    if not words:
        return None
    absent = [word for word in words if not files.expanded(word).exists()]
    # For example `--resume --plots false`, where the equals sign of a value is missing.
    if absent and (len(words) > 1 or absent[0] in SWITCH_WORDS):
        flags.refuse_words(absent, COMMAND)
    if len(words) > 1:
        raise ConfigError(f"--resume: name one run, by its directory; {len(words)} are named.")
    path = paths.run_path(words[0])
    if parsed.command["config"]:
        raise ConfigError(f"--config: {path} already names the run to resume. Leave --config out.")
    return path


def _saved(
    explicit: Mapping[str, Any],
    defaults: Mapping[str, Any],
    names: Collection[str],
    trust: bool,
    path: Path | None,
) -> Config | None:
    """Returns the config of the run to resume, with the backend that it began on; None if none is found.

    JAX must know its devices before it starts, but the preset that `auto` means is known only afterwards.
    Therefore both presets are tried.
    """
    from diayn_jax.resolve import make_config
    from diayn_jax.storage import files, run_to_resume

    for device in ("cpu", "gpu"):
        with contextlib.suppress(ConfigError):
            config = make_config(explicit, env_defaults=defaults, device=device)
            found, saved = run_to_resume.find(config, names, trust=trust, path=path)
            backend = files.read_config(found)[1]["resolved"]["backend"]
            return dataclasses.replace(saved, backend=backend)
    return None


def repeated(path: Path, explicit: Mapping[str, Any], resume: bool, trust: bool) -> dict[str, Any]:
    """Returns the fields of a run's `config.json`, or of a similar file, overridden by the explicit flags.

    Raises:
      ConfigError: the file cannot be read, is not a config, or names code that is not trusted.
    """
    from diayn_jax.resolve import fields_for, fields_from_json, fields_of
    from diayn_jax.storage import files, untrusted_files

    if path.is_dir():
        path = path / files.CONFIG
    try:
        data = untrusted_files.read_json(path)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        if isinstance(error, json.JSONDecodeError):
            why = f"it is not JSON ({error})"
        raise ConfigError(f"--config={path} cannot be read: {why}. Name a run's config.json.") from None
    data = data.get("config", data)
    if not isinstance(data, dict):
        raise ConfigError(f"--config={path}: its config is {data!r}, but it should be a table of fields.")
    try:
        fields = fields_from_json(data, trust=trust)
    except ConfigError as error:
        raise ConfigError(f"--config={path}: {error}") from None
    other = explicit.get("preset") not in (None, fields.get("preset"))
    known = fields_of(fields.get("objective", Config.objective), fields.get("agent", Config.agent))
    if other and {name for preset in PRESETS.values() for name in preset if name in known} <= set(fields):
        raise ConfigError(
            f"--preset={explicit['preset']}: {path} holds all fields that a preset sets, so --preset would "
            "have no effect. Leave out --preset or --config."
        )
    run = path.resolve().parent
    if not resume:
        # A new run gets its own name.
        fields.pop("name", None)
    elif run.parent == files.folder(run.parent.parent, fields.get("env", Config.env)):
        fields |= {"log_dir": str(run.parent.parent), "name": run.name}
    return fields_for(fields, explicit)


def version() -> str:
    """Returns the name and version of the package."""
    try:
        return f"diayn_jax {metadata.version('diayn_jax')}"
    except metadata.PackageNotFoundError:
        return "diayn_jax, not installed (run from its source)"


main = start.Main(
    command,
    COMMAND,
    INTRO,
    CLOSING,
    "--replay_size, --batch_size or --num_envs",
    operands="resume",
    defaults=start.BY_ENVIRONMENT,
)

if __name__ == "__main__":
    start.leave(main)
