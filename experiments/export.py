"""Writes policies for programs without JAX: `diayn export runs/ant/NAME`."""

import json
from typing import Any

from diayn_jax.config import ConfigError
from experiments import flags, start

COMMAND = (
    flags.Command(
        "format",
        "onnx, or run: a folder with the policy alone, which every command but resume takes as a run "
        "[default onnx]",
        "FORMAT",
        choices=("onnx", "run"),
    ),
    start.skills_flag("export only this skill: 5, or a vector such as 0.6,0.8 [default all]"),
    start.CHECKPOINT,
    flags.Command(
        "file", "file or folder to write [default policy.onnx, or policy, in the run's directory]", "FILE"
    ),
    start.TRUST,
    start.JSON,
    flags.HELP,
)

INTRO = """
Export the policy of a run to a file that other programs can read without Python or JAX.

  diayn export runs/ant/NAME
  diayn export runs/ant/NAME --skills=5 --file=forward.onnx
  diayn export runs/ant/NAME --format=run --file=my_ant

ONNX Runtime and other programs read ONNX (extra onnx), in C++, on robots and in browsers;
docs/how_to/export.md has an example. There, the policy acts by its mode. --format=run writes a
run without critics, optimisers and replay, some hundred kB to share: evaluate it, play it, use it.
"""

CLOSING = start.exit_codes(start.OF_FILES)


def export(parsed: flags.Parsed) -> int:
    """Exports the policy of the run that a command line names; returns the exit code."""
    options, path = parsed.command, start.one_run_path(parsed.operands)
    skills = {} if options["skills"] is None else {"skills": skill_of(options["skills"])}
    # One policy is small and no simulator is needed, so use the CPU even if there is an accelerator.
    start.start_jax(device="cpu", num_devices=1, say=start.say_for(parsed))

    from diayn_jax.use.export import export

    found = export(path, **start.given(options, "format", "checkpoint", "file", "trust"), **skills)
    start.tell(found, options["json"])
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
