"""Writes policies for programs without JAX: `python -m experiments.export runs/ant/NAME`."""

import functools
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from diayn_jax.config import ConfigError, closest_matches
from experiments import flags, start

FORMATS = ("onnx",)

COMMAND = (
    flags.Command("format", "format of the file: onnx [default onnx]", "FORMAT"),
    flags.Command(
        "skill", "export only one skill, such as 5, or a vector such as 0.6,0.8 [default all]", "SKILL"
    ),
    flags.Command(
        "which",
        "the checkpoint: latest, best (docs/how_to/evaluate.md) or its step [default latest]",
        "WHICH",
    ),
    flags.Command("out", "file to write [default policy.onnx in the run's directory]", "FILE"),
    flags.Command(*start.TRUST),
    flags.HELP,
)

INTRO = """
Export the policy of a run to a file that other programs can read without Python or JAX.

  python -m experiments.export runs/ant/NAME
  python -m experiments.export runs/ant/NAME --skill=5 --out=forward.onnx

ONNX Runtime and other programs read ONNX (extra onnx), in C++, on robots and in browsers;
docs/how_to/export.md has an example. The exported policy acts by its mode.
"""

CLOSING = """
Exit codes
  0    done
  2    a flag is invalid, a run or checkpoint does not exist, or the policy cannot be
       exported
  4    a file cannot be written or read
  130  stopped by Ctrl-C
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit code."""

    def command() -> int:
        parsed = flags.parse(sys.argv[1:] if argv is None else argv, COMMAND, (), operands=True)
        if not parsed.command["help"]:
            return export(parsed)
        start.say_help(flags.help_text(INTRO, COMMAND, CLOSING, fields=()))
        return 0

    return start.run(command, "--out")


def export(parsed: flags.Parsed) -> int:
    """Exports the policy of the run that a command line names; returns the exit code."""
    options = parsed.command
    path = start.one_run_path(parsed.operands)
    kind = options["format"] or FORMATS[0]
    if kind not in FORMATS:
        raise ConfigError(f"--format={kind}: it takes {', '.join(FORMATS)}.{closest_matches(kind, FORMATS)}")
    skill = None if options["skill"] is None else skill_of(options["skill"])
    out = _target(path, options["out"], options["skill"], kind)
    # One policy is small and no simulator is needed, so use the CPU even if there is an accelerator.
    start.start_jax(device="cpu", num_devices=1)

    from diayn_jax.use import export as exporting
    from diayn_jax.use import loading

    try:
        skills = loading.load_skills(path, options["which"] or "latest", start.say, trust=options["trust"])
        written = exporting.write_onnx(skills, out, skill)
    except ValueError as error:
        return start.fail(f"--skill={options['skill']}: {error}", start.REFUSED)
    start.say(f"Wrote {written} ({written.stat().st_size / 1e3:.1f} kB)")
    return 0


def skill_of(text: str) -> Any:
    """Parses a skill from a flag: a whole number, or a vector of numbers.

    Raises:
      ConfigError: the text is neither.
    """
    try:
        found = json.loads(f"[{text}]")
    except ValueError:
        found = []
    if not found or not all(isinstance(x, int | float) and not isinstance(x, bool) for x in found):
        raise ConfigError(
            f"--skill={text}: it takes a whole number, such as 5, or a vector, such as 0.6,0.8."
        )
    return found[0] if len(found) == 1 and isinstance(found[0], int) else found


def _target(path: Path, given: str | None, skill: str | None, kind: str) -> Path:
    if given is None:
        return path / f"policy{'' if skill is None else f'-skill={skill}'}.{kind}"
    return start.out_file(given, f"policy.{kind}")


installed = functools.partial(start.installed, main)  # diayn-export

if __name__ == "__main__":
    start.leave(main)
