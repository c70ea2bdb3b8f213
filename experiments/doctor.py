"""Checks this machine: `diayn doctor`."""

import importlib.util
import json
import platform
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from diayn_jax import shell
from diayn_jax.config import ConfigError, as_flags
from experiments import flags, start

OK, NOTE, FAILED = "ok", "note", "FAILED"
# The extras, and a module that each installs.
EXTRAS = {
    "gym": "gymnasium",
    "onnx": "onnx",
    "es": "evosax",
    "video": "av",
    "dance": "librosa",
    "wandb": "wandb",
    "playground": "mujoco_playground",
    "qdax": "qdax",
    "cluster": "ray",
}
# A short training is timed, but not evaluated. An epoch of the default length would take as long as the whole
# check.
RUN: dict[str, Any] = {"env": "point", "num_skills": 6, "epoch_steps": 2_560, "log_dir": "none"}

COMMAND = (
    flags.Command("json", "print JSON"),
    flags.Command("quick", "leave out the training"),
    flags.HELP,
)

INTRO = """
Check this machine: the versions of Python and the packages, the devices that JAX uses and
whether a GPU is left unused, memory and disk, the extras, OpenGL for films, the cache of
compiled programs, and a short training.

  diayn doctor
  diayn doctor --json
  diayn doctor --quick
"""

CLOSING = """
A failed check ends the command with code 4. Notes say what could be better.
""" + start.exit_codes(start.OF_FILES)


class Check(NamedTuple):
    """What one check found."""

    name: str
    state: str  # OK, NOTE: works, but could be better; FAILED
    text: str


def doctor(parsed: flags.Parsed) -> int:
    """Runs all checks; returns the exit code."""
    as_json = parsed.command["json"]
    found: list[Check] = []
    checks: list[Callable[[], Check]] = [versions, extras, devices, memory, disk, films, cache]
    if not parsed.command["quick"]:
        checks.append(training)
    for run in checks:
        if run in (memory, training) and not jax_runs(found):
            continue
        found.append(run())
        if not as_json:
            start.say("{0.name:<10}{0.state:<8}{0.text}".format(found[-1]))
    if as_json:
        start.say(json.dumps([check._asdict() for check in found], indent=2))
    return start.FAILED if any(check.state == FAILED for check in found) else 0


def jax_runs(found: Sequence[Check]) -> bool:
    """Whether no check so far says that JAX cannot start."""
    return all(check.state != FAILED for check in found if check.name == "devices")


def versions() -> Check:
    """Tells the versions of Python and the packages."""
    from diayn_jax.storage import provenance

    text = ", ".join(f"{name} {version}" for name, version in provenance.versions().items())
    return Check("versions", OK, f"{text}; {platform.platform()}")


def extras() -> Check:
    """Tells which extras are installed."""
    there = [name for name, module in EXTRAS.items() if importlib.util.find_spec(module)]
    absent = [name for name in EXTRAS if name not in there]
    text = f"installed: {', '.join(there) or 'none'}"
    if absent:
        text += f"; not installed: {', '.join(absent)} ({shell.pip_install(f'diayn_jax[{absent[0]}]')})"
    return Check("extras", OK, text)


def devices() -> Check:
    """Starts JAX, and tells on which devices it runs."""
    said: list[str] = []
    try:
        start.start_jax(say=said.append)
    except ConfigError as error:
        return Check("devices", FAILED, str(error))
    from diayn_jax.storage import provenance

    device = provenance.device()
    text = f"{device['count']} × {device['kind']} ({device['platform']}), {device['cpu_cores']} CPU cores"
    # `start_jax` reports a GPU that JAX does not use.
    return Check("devices", NOTE, f"{text}. {' '.join(said)}") if said else Check("devices", OK, text)


def memory() -> Check:
    """Tells the free memory of the host and of a device."""
    from diayn_jax.machine import capacity, free_space

    host, device = free_space.free_memory(), capacity.free_here()
    if host is None:
        return Check("memory", NOTE, "the free memory of this system is unknown")
    text = f"{capacity.gigabytes(host)} free"
    if device is not None and device != host:
        text += f", {capacity.gigabytes(device)} on a device"
    few = host < 2e9
    return Check(
        "memory", NOTE if few else OK, text + ("; lower --replay_size and --num_envs" if few else "")
    )


def disk() -> Check:
    """Tells the free disk where runs are written."""
    from diayn_jax.machine import capacity, free_space

    free = free_space.free_disk(Path("runs"))
    if free is None:
        return Check("disk", NOTE, f"the free disk of {Path('runs').absolute()} is unknown")
    few = free < 1e9
    text = f"{capacity.gigabytes(free)} free at {Path('runs').absolute()}"
    return Check("disk", NOTE if few else OK, text + ("; choose another --log_dir" if few else ""))


def films() -> Check:
    """Tells whether scenes can be drawn without a screen, and whether films can be MP4."""
    from diayn_jax.show.films import film_files, offscreen

    formats = ", ".join(film_files.formats_here())
    try:
        by = offscreen.platform() if sys.platform == "linux" else "the system"
        with offscreen.opengl(64, 64):
            pass
    except ConfigError as error:
        return Check("films", NOTE, str(error))
    return Check("films", OK, f"OpenGL by {by}; {formats}")


def cache() -> Check:
    """Tells where compiled programs are kept."""
    import jax

    from diayn_jax.machine import capacity, free_space

    path = jax.config.values["jax_compilation_cache_dir"]
    if not path or not jax.config.values["jax_enable_compilation_cache"]:
        return Check("cache", NOTE, "compiled programs are not kept, so each run compiles them again")
    size = sum(file.stat().st_size for file in Path(path).glob("*") if file.is_file())
    # JAX makes the folder when it keeps its first program.
    free = free_space.free_disk(Path(path))
    left = "" if free is None else f", {capacity.gigabytes(free)} free"
    return Check("cache", OK, f"{path}: {size / 1e6:.0f} MB of compiled programs{left}")


def training() -> Check:
    """Trains the point world for a few seconds, and tells the rate."""
    from diayn_jax.use import dry_run, loaded_run

    try:
        found = dry_run.dry_run(loaded_run.make_config(**RUN), explicit=RUN)
    except (ConfigError, RuntimeError) as error:
        return Check("training", FAILED, as_flags(error))
    rate, compiling = found.env_steps_per_second, found.compile_seconds
    return Check("training", OK, f"the point world at {rate:,.0f} steps per second, after {compiling:.1f} s")


main = start.Main(doctor, COMMAND, INTRO, CLOSING, "", (), operands=False)

if __name__ == "__main__":
    start.leave(main)
