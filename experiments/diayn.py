"""The command `diayn`: `diayn train --env=ant --num_skills=10`, and all other commands."""

import importlib
import os
import sys
from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import NamedTuple, NoReturn

from diayn_jax.config import ConfigError, closest_matches
from diayn_jax.storage import files
from experiments import start


class Subcommand(NamedTuple):
    """A subcommand: the module of `experiments` that has it, and what it does."""

    module: str
    about: str
    words: tuple[str, ...] = ()  # words that are put before the user's


GROUPS: Mapping[str, Mapping[str, Subcommand]] = {
    "Train": {
        "train": Subcommand("run", "train skills: DIAYN, METRA, or a task's reward"),
        "sweep": Subcommand("sweep", "train many seeds and settings side by side, and rank them"),
        "resume": Subcommand("resume", "continue a run or a sweep from its last checkpoint"),
    },
    "Look": {
        "evaluate": Subcommand("evaluate", "measure a run's skills anew, also in a changed environment"),
        "benchmark": Subcommand(
            "benchmark", "train several methods on several environments, and compare them"
        ),
        "paper": Subcommand("paper", "make the figures of the papers anew, beside what they publish"),
        "compare": Subcommand("compare", "one page of several runs, with intervals over seeds"),
        "show": Subcommand("show", "write a run's page, films and pictures, or serve the page"),
        "play": Subcommand("play", "pick the skills of a robot while it moves, in the browser"),
        "list": Subcommand("list_runs", "list the runs below a folder, with their state and figures"),
    },
    "Use": {
        "choose": Subcommand("choose", "learn a policy that picks skills to solve a task"),
        "imitate": Subcommand("imitate", "find the skills that behave like another run's, or a recording"),
        "finetune": Subcommand("finetune", "train one skill further on the environment's reward"),
        "adapt": Subcommand("adapt", "test skills in changed environments: gravity, broken joints, mazes"),
        "archive": Subcommand("archive", "write the best skill of each cell, for quality diversity"),
        "dance": Subcommand("dance", "put skills on the beats of a song, and film them with its sound"),
        "distil": Subcommand("distil", "make one policy from many solutions"),
        "export": Subcommand("export", "write the policy as ONNX, for programs without Python"),
    },
    "This machine": {
        "envs": Subcommand("envs", "list the environments, or describe one in full"),
        "doctor": Subcommand("doctor", "check this machine: versions, devices, memory, films, training"),
        "completion": Subcommand("completion", "print the shell completion of bash, zsh or fish"),
    },
}
SUBCOMMANDS = {name: row for group in GROUPS.values() for name, row in group.items()}

_INTRO = """\
diayn: unsupervised skill discovery (DIAYN, METRA), massively parallel in JAX

  diayn train --env=ant --num_skills=10     ten skills of ant, with a page
  diayn show runs/ant/NAME --what=video     a film of them
  diayn list                                all runs here
"""

_CLOSING = """\
`diayn COMMAND --help` explains a command. `diayn --version` prints the version.
""" + start.exit_codes(tuple(start.MEANINGS))


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a subcommand; returns its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["help"]:
        words = [*words[1:2], "--help"]
    first = words[0] if words else "--help"
    if first in ("--help", "-h", "--helpfull"):
        start.say(help_text(), end="")
        return 0
    if first == "--version":
        from experiments import run

        start.say(run.version())
        return 0

    def command() -> int:
        row = find(first)
        if first == "resume" and any((files.expanded(word) / files.SWEEP).is_file() for word in words[1:]):
            row = SUBCOMMANDS["sweep"]._replace(words=("--resume",))
        return int(load(row).main([*row.words, *words[1:]]))

    return start.run(command, "--num_envs")


def find(name: str) -> Subcommand:
    """Returns the subcommand of this name.

    Raises:
      ConfigError: there is none.
    """
    if name in SUBCOMMANDS:
        return SUBCOMMANDS[name]
    if name.startswith("-"):
        raise ConfigError(f"{name}: name a command first, such as diayn train {name}. See diayn --help.")
    hint = closest_matches(name, SUBCOMMANDS)
    if os.path.lexists(name):
        hint = f" To show a run, type diayn show {name}."
    raise ConfigError(f"{name}: there is no such command.{hint} diayn --help lists all commands.")


def load(row: Subcommand) -> ModuleType:
    """Imports the module of a subcommand."""
    return importlib.import_module(f"experiments.{row.module}")


def help_text() -> str:
    """Returns the help: all subcommands by group."""
    width = max(map(len, SUBCOMMANDS)) + 2
    lines = [_INTRO]
    for title, group in GROUPS.items():
        lines += [title, *(f"  {name.ljust(width)}{row.about}" for name, row in group.items()), ""]
    return "\n".join([*lines, _CLOSING])


def installed() -> NoReturn:
    """Runs `diayn` as an installed command, and ends the process."""
    start.import_from_here()
    start.leave(main)


if __name__ == "__main__":
    start.leave(main)
