"""Reads the state of a checkpoint and the final figures from a run's directory."""

import contextlib
import functools
import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import jax

from diayn_jax import envs, training
from diayn_jax.config import Config, ConfigError, own_field, parse
from diayn_jax.run import console
from diayn_jax.storage import arrays, checkpoint, files, untrusted_files
from diayn_jax.storage.metadata import (
    CheckpointError,
    UnreadableCheckpointError,
    check_same_run,
    read_metadata,
)
from diayn_jax.types import PyTree
from diayn_jax.use.policy import Skills, make_skills

_STEPS = own_field("checkpoint", int, "environment steps", 0, 2**32)


def restore(path: Path, config: Config, which: str, like: Any, say: console.Report) -> checkpoint.Restored:
    """Reads the checkpoint that `which` names at the time of reading.

    Args:
      which: `latest`, `best`, or environment steps, written as in flags, such as `1M`.
      like: the shapes of the arrays to read.
      say: receives a line on each damaged checkpoint.

    Raises:
      CheckpointError: there is no such checkpoint, or all that match are damaged.
    """
    with contextlib.suppress(ConfigError):
        which = str(parse(_STEPS, which))
    directory = path / files.CHECKPOINTS
    damaged: dict[int, UnreadableCheckpointError] = {}
    while True:
        found = [step for step in checkpoint.steps(directory) if step not in damaged]
        named = {"latest": found[-1] if found else None, "best": checkpoint.best(directory, set(damaged))}
        chosen = named.get(which, which)
        # The best checkpoint may be newer than the listing.
        if chosen is None or (which not in named and which not in map(str, found)):
            if damaged:
                raise next(reversed(damaged.values()))
            there = ", ".join([*(name for name, step in named.items() if step), *map(str, found)]) or "none"
            raise CheckpointError(f"{path} has no checkpoint {which!r}; there are: {there}.")
        source = directory / str(chosen)
        try:
            metadata = read_metadata(source)
            check_same_run(source, metadata, config)
            return checkpoint.Restored(checkpoint.restore(source, like, env=False), metadata, source)
        except CheckpointError as error:
            if not source.is_dir():
                continue  # The run that is training has just deleted it, so there is a newer one.
            if which not in named or not isinstance(error, UnreadableCheckpointError):
                raise
            damaged[int(chosen)] = error
            say(f"{error} Trying another checkpoint.")


def restore_skills(
    path: Path,
    config: Config,
    interface: envs.Interface,
    backend: str,
    which: str,
    say: console.Report,
    make_env: Callable[[Config, str], envs.Env] = envs.from_config,
) -> Skills:
    """Reads the skills of a run, without its environment and without its trainer.

    For arguments and errors see `restore` and `make_skills`.
    """
    components = training.make_components(config, interface)
    state = restore_policy(path, config, components, which, say).state
    steps, parts = int(state.counters.env_steps), training.policy_parts(state)
    return make_skills(config, interface, parts, steps, components, backend, make_env)


def restore_policy(
    path: Path, config: Config, components: training.Components, which: str, say: console.Report
) -> checkpoint.Restored:
    """Reads the parts of a state that acting and evaluation need. For arguments and errors see `restore`."""
    shapes = jax.eval_shape(functools.partial(training.blank_policy_state, config, components))
    return restore(path, config, which, arrays.on_one_device(stored_shapes(path, components, shapes)), say)


def stored_shapes(path: Path, components: training.Components, shapes: PyTree) -> PyTree:
    """Returns the shapes of a state without those that a run's checkpoints leave out."""
    if not files.is_policy_alone(path):
        return shapes
    return jax.eval_shape(functools.partial(training.policy_alone, components), shapes)


def final_of(
    path: Path, ran: Mapping[str, Any], restored: checkpoint.Restored, say: console.Report
) -> dict[str, Any] | None:
    """Returns the content of skills.json; None if it is not of this run and of the checkpoint's step.

    Args:
      restored: the checkpoint that was read.
      say: receives a line if the file is missing or damaged.
    """
    file = path / files.SKILLS
    try:
        final = files.read_checked_json(file)
        # Another run's file may have the same step.
        if (final["started"], final["seed"]) != (ran["started"], ran["config"]["seed"]):
            raise ValueError("it belongs to another run")
        untrusted_files.check_skills(final)
    except FileNotFoundError:
        if restored.metadata["env_steps"] >= ran["config"].get("num_env_steps", math.inf):
            say(f"{file} is missing, but the run has ended. The figures are those of {restored.path}.")
        return None
    except (KeyError, OSError, ValueError) as error:
        say(
            f"{file} is ignored: {error}. The figures are those of {restored.path}. Resume the run to "
            "write it again."
        )
        return None
    return final if final["env_steps"] == restored.metadata["env_steps"] else None
