"""Tests solutions in changed environments, and writes their returns."""

import dataclasses
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from diayn_jax import envs, output, parallel
from diayn_jax.config import AUTO, ConfigError, check_seed, check_whole, closest_matches, in_arguments
from diayn_jax.number_format import number
from diayn_jax.output import Progress, counted
from diayn_jax.records import Record, Say, plain, silent
from diayn_jax.storage import files, paths
from diayn_jax.use.archives import adaptation, solutions
from diayn_jax.use.archives.adaptation import Adapted
from diayn_jax.use.named_run import LATEST

FILE = "adaptation.json"
GRAVITY, DEAD_ACTUATORS, MAZE_TARGETS, NONE = CHANGES = ("gravity", "dead_actuators", "maze_targets", "none")
MAZE = "ant_maze"


@dataclasses.dataclass(frozen=True, repr=False)
class Adaptation(Record):
    """The return of the best solution in each changed environment."""

    changes: Sequence[Adapted]
    settings: Mapping[str, Any]  # environment, backend, its variations, episodes, seed
    written: tuple[Path, ...] = ()

    def lines(self) -> list[str]:
        """Returns a line for each change."""
        return adaptation.table(self.changes)

    def as_json(self) -> dict[str, Any]:
        """Returns the content of adaptation.json, and the files that were written."""
        return plain({**self.settings, "changes": adaptation.as_json(self.changes), "written": self.written})

    def cells(self) -> list[list[str]]:
        """Returns a row for each change."""
        rows = [["change", "solution", "return", "standard deviation"]]
        for each in self.changes:
            figures = number(float(each.returns.mean())), number(float(each.returns.std()))
            rows.append([adaptation.in_words(each.change), str(each.chosen), *figures])
        return rows


@in_arguments
def adapt(
    source: solutions.Source,
    changes: str | Sequence[Mapping[str, Any]] = GRAVITY,
    *,
    env: str | None = None,
    backend: str = AUTO,
    episode_length: int | None = None,
    choice_episodes: int = 5,
    episodes: int = 10,
    seed: int = 0,
    checkpoint: int | str = LATEST,
    file: str | os.PathLike[str] | None = None,
    trust: bool = False,
    say: Say = silent,
    progress: Progress = output.silent,
) -> Adaptation:
    """Tests solutions in changed environments, without further training; `diayn adapt`.

    In each environment, the best solution is chosen by some episodes, and its return is measured in fresh
    ones.

    Args:
      source: the directory of a run, a `Run`, or the `.npz` file of an archive.
      changes: `gravity`, `dead_actuators`, `maze_targets`, `none`, or a list of changes, each with fields of
        `envs.Variation`.
      env, backend, episode_length: the environment; by default, that of the run or archive. In the same
        environment, the run's own variations hold beneath the changes, such as `actuator_strength`.
      choice_episodes: the number of episodes of each solution, to choose the best one.
      episodes: the number of fresh episodes of the chosen solution.
      seed: the seed of all episodes.
      checkpoint: `latest`, `best`, or the checkpoint's environment steps.
      file: the file to write; None: `adaptation.json` in the folder of the archive or run, if there is one.
      trust: lets the run or archive import code of the user's own that it names.
      say: receives a line on each change.
      progress: receives how many changes are tested.

    Raises:
      ConfigError: there is no such run, archive or change; the environment does not take a change; the
        solutions do not fit; or a number is below 1.
      CheckpointError: there is no such checkpoint.
      RunFileError: a file cannot be read or written.
    """
    if isinstance(changes, str) and changes not in CHANGES:
        hint = closest_matches(changes, CHANGES)
        raise ConfigError(f"--changes={changes}: it takes {', '.join(CHANGES)}.{hint}")
    each = () if isinstance(changes, str | Mapping) or not isinstance(changes, Sequence) else changes
    if not isinstance(changes, str) and not (each and all(isinstance(x, Mapping) for x in each)):
        raise ConfigError(
            f"--changes={changes!r}: give one of {', '.join(CHANGES)}, or a list of changes, such as "
            "[{'gravity': 0.5}]."
        )
    check_whole(episode_length=episode_length, choice_episodes=choice_episodes, episodes=episodes)
    check_seed(seed)
    if env is not None:
        env = envs.name_of(env)
        envs.canonical(env)
    # A wrong path is refused before anything is read.
    folder = solutions.folder_of(source)
    out = paths.out_file(file, folder and folder / FILE, FILE)
    given = {"env": env, "episode_length": episode_length}
    known = {name: value for name, value in given.items() if value is not None}
    found = solutions.read(source, checkpoint, trust=trust, given=known)
    if env is None and changes == MAZE_TARGETS:
        given["env"] = MAZE
    settings = {
        **{name: found.setting(name, given) for name in given},
        "choice_episodes": choice_episodes,
        "episodes": episodes,
        "seed": seed,
    }
    if isinstance(changes, str):
        _check_takes(changes, settings["env"])
    settings["backend"] = backend
    if backend == AUTO:
        # The file names the backend that is used.
        own = adaptation.own_backend(found.policies, settings["env"])
        usual = envs.spec(settings["env"]).default_backend(parallel.platform())
        settings["backend"] = usual if own == AUTO else own
    variations = _variations(found, settings["env"])
    adapted: list[Adapted] = []
    tested = _changes(changes, found.policies.action_size) if isinstance(changes, str) else changes
    for change in counted(tested, "Testing the changes", len(tested), progress):
        adapted += adaptation.adapt_policies(
            found.policies, changes=[change], variations=variations, **settings
        )
        say(adaptation.table(adapted[-1:])[0])
    settings |= {"variations": variations}
    made = Adaptation(adapted, settings)
    if out is None:
        return made
    files.write_json(out, {**settings, "changes": adaptation.as_json(adapted)})
    return dataclasses.replace(made, written=(out,))


def _variations(found: solutions.Solutions, env: str) -> dict[str, Any]:
    """Returns how the world in which the solutions were made differs from the environment's defaults.

    It is empty if they were made in another environment. A fall ends no episode here, so that returns are
    those of whole episodes.
    """
    if env != found.made_in.get("env"):
        return {}
    usual = envs.Variation()._asdict() | {"terminate_when_unhealthy": None}
    made = {name: found.made_in[name] for name in usual if name in found.made_in}
    return {name: value for name, value in made.items() if usual[name] not in (None, value)}


# The field that each kind of change varies.
_VARIES = {GRAVITY: "gravity", DEAD_ACTUATORS: "joint_damage", MAZE_TARGETS: "maze_target"}


def _check_takes(changes: str, env: str) -> None:
    """Raises `ConfigError` if an environment does not take a kind of change."""
    takes = [*(name for name, field in _VARIES.items() if field in envs.spec(env).variations), NONE]
    if changes not in takes:
        what = changes.replace("_", " ")
        raise ConfigError(f"--changes={changes}: {env} has no {what}. Take --changes={' or '.join(takes)}.")


def _changes(name: str, action_size: int) -> list[dict[str, Any]]:
    known: dict[str, list[dict[str, Any]]] = {
        GRAVITY: adaptation.gravities(),
        DEAD_ACTUATORS: adaptation.dead_actuators(action_size),
        MAZE_TARGETS: adaptation.maze_targets(),
        NONE: [{}],
    }
    return known[name]
