"""Plays with a run's skills on a page: `diayn play runs/ant/NAME`."""

import dataclasses
from pathlib import Path
from typing import Any

import numpy as np

from diayn_jax import number_format
from diayn_jax.config import in_arguments
from diayn_jax.records import Record, Say, plain, silent
from diayn_jax.show import page
from diayn_jax.show.report.header import skills_of_page
from diayn_jax.show.shown_skills import shown_skills
from diayn_jax.use.loaded_run import Run
from diayn_jax.use.named_run import LATEST, Named, run_of
from diayn_jax.use.play import server
from diayn_jax.use.play.simulation import Playground

PORT = 8650


@dataclasses.dataclass(frozen=True)
class Played(Record):
    """What was played, and how."""

    env: str
    skills: str
    written: tuple[Path, ...] = ()

    def lines(self) -> list[str]:
        """Returns what was played."""
        return [f"{self.env}: {self.skills}"]

    def as_json(self) -> dict[str, Any]:
        """Returns the environment, the skills, and the files that were written."""
        return plain({"env": self.env, "skills": self.skills, "written": self.written})

    def cells(self) -> list[list[str]]:
        """Returns a row for each fact."""
        return [["", ""], ["env", self.env], ["skills", self.skills]]


@in_arguments
def play(
    run: Named,
    *,
    port: int = PORT,
    checkpoint: int | str = LATEST,
    trust: bool = False,
    say: Say = silent,
) -> Played:
    """Serves a page on which a person picks the skills of a robot while it moves; `diayn play`.

    It returns after Ctrl-C (`KeyboardInterrupt`).

    Args:
      run: the directory of a run, or a `Run`.
      port: the port of the page, on this machine only; 0: any free one.
      checkpoint: `latest`, `best`, or the checkpoint's environment steps.
      trust: lets the run import code of the user's own that it names.
      say: receives the address of the page.

    Raises:
      ConfigError: there is no such run, its environment cannot be drawn, or the port cannot be used.
      CheckpointError: there is no such checkpoint.
    """
    found = run_of(run, checkpoint, trust=trust)
    playground = Playground(found)
    skills = shown_skills(playground.space)

    def begun(serving: server.Serving) -> None:
        say(f"Play at {serving.address} (only on this machine; Ctrl-C stops it)")

    try:
        server.play_served(
            playground, lambda path: page_of(found, {"kind": "server", "path": path}), port, begun
        )
    except KeyboardInterrupt:
        say("")
    return Played(playground.env.name, skills.title)


def page_of(run: Run, source: dict[str, Any]) -> str:
    """Returns the page of a run, as HTML; `source` says what simulates its robot."""
    space = run.trainer.components.skills
    shown, config = shown_skills(space), run.config
    return page.render_play(
        {
            "title": f"{run.trainer.env.name}, {shown.title}",
            "name": run.path.name if run.path else "not written",
            "facts": [config.objective, f"{number_format.count(int(run.state.counters.env_steps))} steps"],
            "skills": {
                **skills_of_page(shown),
                "space": space.name.partition(":")[0],
                "probes": np.asarray(space.probes),
                "colours": shown.colours,
                "dark_colours": shown.dark_colours,
            },
            "source": source,
        }
    )
