"""Finds the run that is to be resumed, and checks which of its fields may change."""

import contextlib
import dataclasses
import datetime
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from diayn_jax import shell
from diayn_jax.config import (
    AUTO,
    CATEGORICAL,
    FITTED,
    OF_WANDB,
    RESUMABLE,
    Config,
    ConfigError,
    closest_matches,
)
from diayn_jax.envs import canonical
from diayn_jax.external import UntrustedCodeError
from diayn_jax.skills import kind_and_size
from diayn_jax.storage import run_list
from diayn_jax.storage.files import (
    CHECKPOINTS,
    CONFIG,
    NONE,
    SETTLED,
    SWEEP,
    as_text,
    checkpoint_steps,
    folder,
    has_config,
    is_policy_alone,
    lacks_policy,
    read_config,
    read_kept_json,
    tagged,
)

_SHOWN = 3  # the most differences that a message names
_COMPOSED = ("objective", "agent")  # fields that decide which other fields a config has
_NAMING = ("name", "log_dir", "tags")  # fields that identify a run


def composition(
    fields: Mapping[str, Any], *, trust: bool = False, path: Path | None = None
) -> dict[str, str]:
    """Returns the objective and agent of the named run by field. They decide which other fields it has.

    If the run's directory is given, the environment is returned too. Otherwise the given fields may name the
    run. The result is {} if no run is named, or if the named run does not exist: `find` raises an error for
    that.

    Raises:
      ConfigError: there is no run at `path`, or the fields name a run as well.
      UntrustedCodeError: the run names code, and `trust` is False.
    """
    if path is not None:
        _refuse_naming(path, fields)
        saved, _ = read_config(path, trust=trust)
        return {name: getattr(saved, name) for name in ("env", *_COMPOSED)}
    if not fields.get("name"):
        return {}
    try:
        parent = folder(fields.get("log_dir", Config.log_dir), canonical(fields.get("env", Config.env)))
        saved, _ = read_config(parent / fields["name"], trust=trust)
    except UntrustedCodeError:
        raise
    except ConfigError:
        return {}
    return {name: getattr(saved, name) for name in _COMPOSED}


def find(
    config: Config, explicit: Collection[str] | None = None, *, trust: bool = False, path: Path | None = None
) -> tuple[Path, Config]:
    """Finds the run to resume: that at `path`, that of `config.name`, or the latest with this config.

    Args:
      explicit: the names of the fields that were given; the others come from the saved run. None: all were
        given.
      trust: lets the run import code of the user's own that it names.
      path: the run's directory, or None to search for it.

    Returns:
      Its directory, and its config with the changes that a resume may make.

    Raises:
      ConfigError: there is no such run; it differs in a field that cannot change; its sweep still compares
        it with others; or `path` is given and a field names a run as well.
      UntrustedCodeError: the run names code, and `trust` is False.
    """
    if path is not None:
        _refuse_naming(path, explicit or ())
        # Paths such as .. and NAME do not contain the names of the folders above the run.
        path = path.resolve() if ".." in path.parts else path if len(path.parts) > 2 else path.absolute()
        _check_alone(path)
        resumed = resumed_config(path, config, explicit, trust=trust)
        return path, dataclasses.replace(resumed, log_dir=str(path.parent.parent))
    if config.log_dir == NONE:
        raise ConfigError("--resume needs a run that was written, and --log_dir=none names none.")
    parent = folder(config.log_dir, config.env)
    if config.name:
        # Tags are part of the directory's name. The name may have been given with or without them.
        names = [config.name + tagged(config), config.name]
        path = next((parent / name for name in names if has_config(parent / name)), None)
        if path is None:
            hint = closest_matches(config.name, [p.name for p in _runs(parent)])
            if others := _envs_with(parent.parent, names):
                hint = f" There is one with {' and with '.join(f'--env={env}' for env in others)}."
            raise ConfigError(
                f"--resume: there is no run {parent / config.name}.{hint} Leave --resume out to start one."
            )
    else:
        path = _latest(parent, config, explicit)
    _check_alone(path)
    return path, resumed_config(path, config, explicit, trust=trust)


def directory_to_resume(run: Path) -> Path:
    """Returns the directory that a command names to continue a run: the run's own, or its sweep's.

    It is the sweep's while the sweep still compares the run: alone, it would pass over decisions.
    """
    sweep = run_list.sweep_of(run)
    compared = _flag_of_search(sweep) and not run_list.outcome_in_sweep(run)
    return sweep if compared else run


def _check_alone(run: Path) -> None:
    """Raises `ConfigError` if a run is continued by its sweep only."""
    sweep = directory_to_resume(run)
    if sweep != run:
        raise ConfigError(
            f"--resume of {run}: its sweep compares runs ({_flag_of_search(sweep)}), and the run has not "
            f"ended there. Continue the whole sweep: {shell.command('resume', sweep)}."
        )


def _flag_of_search(sweep: Path) -> str:
    """Returns the flag by which a sweep compares runs while they train; "" if it does not, or is no sweep."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        given = read_kept_json(sweep / SWEEP)["specification"]
        if given["halving"] is not None:
            return f"--halving={given['halving']['factor']}"
        if given["population"] is not None:
            return f"--pbt={given['population']['every']}"
    return ""


def _refuse_naming(path: Path, explicit: Collection[str]) -> None:
    for name in _NAMING:
        if name in explicit:
            raise ConfigError(f"--{name}: {path} says which run to resume. Leave --{name} out.")


def resumed_config(
    path: Path, config: Config, explicit: Collection[str] | None = None, *, trust: bool = False
) -> Config:
    """Returns the config of the run at `path`, with the given values of fields that a resume may change.

    Device and number of devices are those of the last session, unless they are given.

    Raises:
      ConfigError: a field differs that a resume cannot change, or the run cannot be resumed.
      UntrustedCodeError: the run names code, and `trust` is False.
    """
    if lacks_policy(path):
        raise ConfigError(
            f"--resume of {path}: this run of {shell.command('distil')} ended before its first checkpoint "
            "and cannot be resumed. Remove it, and start the command again."
        )
    saved, document = read_config(path, trust=trust)
    if is_policy_alone(path):
        raise ConfigError(
            f"--resume of {path}: it holds the policy alone, so its training cannot be continued. Resume the "
            "run that it was exported from."
        )
    # A run with continuous skills has no number of skills, so a given number is rejected.
    uncounted = {"num_skills"} if explicit and not _counts_skills(saved) else set()
    explicit = set(_names(saved)) if explicit is None else set(explicit)
    resolved = document["resolved"]
    refused = [
        name
        for name in sorted(explicit - RESUMABLE)
        if name in uncounted or _differs(name, config, saved, resolved)
    ]
    if refused:
        lines = [
            f"--{name}={as_text(getattr(config, name))}: the run has {_had(name, saved, resolved)}"
            for name in refused
        ]
        raise ConfigError(
            f"--resume of {path} cannot change what the run is. {'; '.join(lines)}. Leave "
            f"{'it' if len(refused) == 1 else 'them'} out, or start another run. --num_env_steps may change, "
            "and so may the settings of evaluation, logs and checkpoints."
        )
    changes = {name: getattr(config, name) for name in explicit & RESUMABLE}
    done = max(checkpoint_steps(path / CHECKPOINTS), default=0)
    # The steps of the command that began the run may be below those that are done, by a part of an epoch.
    if changes.get("num_env_steps", done) < min(done, saved.num_env_steps):
        raise ConfigError(
            f"--num_env_steps={as_text(config.num_env_steps)}: {path} has {done} steps already. Give more, "
            "or leave it out."
        )
    if changes.get("wandb") == "none":
        changes = {**{name: getattr(Config, name) for name in OF_WANDB}, **changes}
    changes |= {"log_dir": config.log_dir, "name": saved.name, "tags": saved.tags}
    settled = [name for name in SETTLED if changes.get(name, AUTO) == AUTO]
    changes |= {name: resolved.get(name, getattr(saved, name)) for name in settled}
    return dataclasses.replace(saved, **changes)


def _runs(parent: Path) -> list[Path]:
    return sorted(filter(has_config, parent.iterdir())) if parent.is_dir() else []


def _envs_with(log_dir: Path, names: Collection[str]) -> list[str]:
    """Returns the environments that have a run with one of these names."""
    found = set()
    for file in (file for name in names for file in log_dir.glob(f"*/{name}/{CONFIG}")):
        with contextlib.suppress(ConfigError):
            found.add(read_config(file.parent)[0].env)
    return sorted(found)


def _latest(parent: Path, config: Config, explicit: Collection[str] | None) -> Path:
    """Returns the latest run in `parent` whose config equals `config` in every field that cannot change.

    Two kinds of fields are compared only if they are explicit. `make_config` fits some fields to the length
    of a run, which may change. And the run may have begun before Gymnasium's limit of the episode length was
    known.
    """
    settled = set() if explicit is None else {*FITTED, "episode_length"} - set(explicit)
    fixed = [name for name in _names(config) if name not in RESUMABLE | settled]
    found, unread = [], []
    for path in _runs(parent):
        try:
            saved, document = read_config(path)
        except UntrustedCodeError as error:
            # The code that `config` names is trusted already. So the run at `path` names other code.
            unread.append(f"{error} Also name the run, by --name={path.name}.")
            continue
        except ConfigError as error:
            unread.append(str(error))
            continue
        other = [name for name in fixed if _differs(name, config, saved, document["resolved"])]
        # Compare the times, because runs may have been started in different time zones.
        started = datetime.datetime.fromisoformat(document["started"]).astimezone()
        found.append((started, path, saved, other))
    if not found and unread:
        raise ConfigError(f"--resume: no run in {parent} has this config. {unread[-1]}")
    if not found:
        raise ConfigError(f"--resume: there is no run in {parent}. Leave --resume out to start one.")
    found.sort(key=lambda x: x[:2])
    same = [path for _, path, _, other in found if not other]
    if same:
        return same[-1]
    _, path, saved, other = min(reversed(found), key=lambda x: len(x[3]))
    # Leave out settings that only one of two objectives has: the message names the objectives anyway.
    shared = [name for name in other if hasattr(saved, name)]
    differences = [
        f"{name}={as_text(getattr(saved, name))} (asked for: {as_text(getattr(config, name))})"
        for name in shared[:_SHOWN]
    ]
    if len(shared) > _SHOWN:
        differences.append(f"{len(shared) - _SHOWN} more")
    raise ConfigError(
        f"--resume: no run in {parent} has this config. The nearest is {path.name}, with "
        f"{' and '.join(differences)}. Resume that one with --name={path.name}."
    )


def _differs(name: str, config: Config, saved: Config, resolved: Mapping[str, Any]) -> bool:
    """Whether a field of `config` has neither the run's given value nor the value that `auto` resolved to."""
    value, given = getattr(config, name, None), getattr(saved, name, None)
    if name == "num_skills" and not _counts_skills(saved):
        return False
    return value not in (given, resolved.get(name, given))


def _counts_skills(config: Config) -> bool:
    return kind_and_size(config.skill_space)[0] == CATEGORICAL


def _had(name: str, saved: Config, resolved: Mapping[str, Any]) -> str:
    given = getattr(saved, name, None)
    if name == "num_skills" and not _counts_skills(saved):
        return f"--skill_space={saved.skill_space}, which have no number"
    came_to = resolved.get(name, given)
    return as_text(given) if given == came_to else f"{as_text(given)}, which is {as_text(came_to)}"


def _names(config: Config) -> list[str]:
    """Returns the fields of a config: objective and agent first, then the rest in order."""
    names = [f.name for f in dataclasses.fields(config)]
    return [*_COMPOSED, *(name for name in names if name not in _COMPOSED)]
