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
    flags.Command("format", "of the file: onnx [default onnx]", "FORMAT"),
    flags.Command("skill", "one skill alone, such as 5, or 0.6,0.8 of vectors [default all]", "SKILL"),
    flags.Command(
        "which", "the checkpoint: latest, best (docs/evaluate.md) or its steps [default latest]", "WHICH"
    ),
    flags.Command("out", "file to write [default policy.onnx in the run's directory]", "FILE"),
    flags.Command(*start.TRUST),
    flags.HELP,
)

INTRO = """
Write the policy of a run as a file that other programs read, without Python or JAX.

  python -m experiments.export runs/ant/NAME
  python -m experiments.export runs/ant/NAME --skill=5 --out=forward.onnx

ONNX (extra onnx) is read by ONNX Runtime and others, from C++, robots and browsers:
docs/use.md has an example. The policy acts by its mode.
"""

CLOSING = """
Exit codes
  0    done
  2    refused: a flag, a run or a checkpoint that there is not, or a policy that
       cannot be written so
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
    """Writes the policy of the run of a command line; returns the exit code."""
    options = parsed.command
    path = start.one_run_path(parsed.operands)
    kind = options["format"] or FORMATS[0]
    if kind not in FORMATS:
        raise ConfigError(f"--format={kind}: takes {', '.join(FORMATS)}.{closest_matches(kind, FORMATS)}")
    skill = None if options["skill"] is None else skill_of(options["skill"])
    out = _target(path, options["out"], options["skill"], kind)
    # No simulator is needed, and one policy is small: CPU, whatever else there is.
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
    """A skill as it is written in a flag: a whole number, or a vector of numbers.

    Raises:
      ConfigError: it is neither.
    """
    try:
        found = json.loads(f"[{text}]")
    except ValueError:
        found = []
    if not found or not all(isinstance(x, int | float) and not isinstance(x, bool) for x in found):
        raise ConfigError(f"--skill={text}: takes a whole number, such as 5, or a vector, such as 0.6,0.8.")
    return found[0] if len(found) == 1 and isinstance(found[0], int) else found


def _target(path: Path, given: str | None, skill: str | None, kind: str) -> Path:
    if given is None:
        return path / f"policy{'' if skill is None else f'-skill={skill}'}.{kind}"
    return start.out_file(given, f"policy.{kind}")


installed = functools.partial(start.installed, main)  # diayn-export

if __name__ == "__main__":
    start.leave(main)
