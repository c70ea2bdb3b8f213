"""Writes policies for programs without JAX: `diayn export runs/ant/NAME`."""

import json
from typing import Any

from diayn_jax.config import ConfigError, closest_matches
from experiments import flags, start

FORMATS = ("onnx",)

COMMAND = (
    flags.Command("format", "format of the file: onnx [default onnx]", "FORMAT"),
    start.skills_flag("export only this skill: 5, or a vector such as 0.6,0.8 [default all]"),
    start.CHECKPOINT,
    flags.Command("file", "file to write [default policy.onnx in the run's directory]", "FILE"),
    start.TRUST,
    flags.HELP,
)

INTRO = """
Export the policy of a run to a file that other programs can read without Python or JAX.

  diayn export runs/ant/NAME
  diayn export runs/ant/NAME --skills=5 --file=forward.onnx

ONNX Runtime and other programs read ONNX (extra onnx), in C++, on robots and in browsers;
docs/how_to/export.md has an example. The exported policy acts by its mode.
"""

CLOSING = start.exit_codes(start.OF_FILES)


def export(parsed: flags.Parsed) -> int:
    """Exports the policy of the run that a command line names; returns the exit code."""
    options = parsed.command
    path = start.one_run_path(parsed.operands)
    kind = options["format"] or FORMATS[0]
    if kind not in FORMATS:
        raise ConfigError(f"--format={kind}: it takes {', '.join(FORMATS)}.{closest_matches(kind, FORMATS)}")
    skill = None if options["skills"] is None else skill_of(options["skills"])
    own = path / f"policy{'' if skill is None else '-skills=' + options['skills']}.{kind}"
    out = start.out_file(options["file"], own, f"policy.{kind}")
    # One policy is small and no simulator is needed, so use the CPU even if there is an accelerator.
    start.start_jax(device="cpu", num_devices=1)

    from diayn_jax.use import export as exporting
    from diayn_jax.use import loaded_run

    which = options["checkpoint"] or "latest"
    skills = loaded_run.load_skills(path, which, start.say, trust=options["trust"])
    try:
        written = exporting.write_onnx(skills, out, skill)
    except ValueError as error:
        of_skill = "" if skill is None else f"--skills={options['skills']}: "
        return start.fail(f"{of_skill}{error}", start.REFUSED)
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
            f"--skills={text}: it takes a whole number, such as 5, or a vector, such as 0.6,0.8."
        )
    return found[0] if len(found) == 1 and isinstance(found[0], int) else found


main = start.Main(export, COMMAND, INTRO, CLOSING, "--file", ())

if __name__ == "__main__":
    start.leave(main)
