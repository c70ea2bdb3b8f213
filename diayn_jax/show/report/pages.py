"""Writes a run as one page: figures, curves, a gallery of its skills, and how to reproduce it."""

import html
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from diayn_jax.config import ConfigError
from diayn_jax.evaluation.metrics import Trajectories
from diayn_jax.show import page, record
from diayn_jax.show.log_curves import curves_part
from diayn_jax.show.record import ALL_SKILLS, Selection
from diayn_jax.show.report.clock import Clock
from diayn_jax.show.report.header import head_part
from diayn_jax.show.report.run_data import ReportableRun, RunData, from_directory, from_run
from diayn_jax.show.report.saved_pictures import PICTURES, pictures_part
from diayn_jax.show.report.skills import skills_part
from diayn_jax.storage import files

VIEWER = "viewer.html"
_HEAD_OF_VIEWER = ("title", "name", "facts", "status", "colours", "dark_colours", "skills", "picked")


class Report(NamedTuple):
    """A page that was written; a notebook displays it."""

    path: Path
    seconds: Mapping[str, float]  # seconds of each part
    kept: str = ""  # why an older page was kept; empty if a new one was written

    def describe(self) -> str:
        """Returns one line: the page's size and how long it took, or why the older page was kept."""
        if self.kept:
            return self.kept
        parts = ", ".join(f"{name} {seconds:.1f}" for name, seconds in self.seconds.items())
        size = self.path.stat().st_size / 1e6
        return f"{self.path.name}: {size:.1f} MB in {sum(self.seconds.values()):.1f} s ({parts})"

    def _repr_html_(self) -> str:
        text = html.escape(self.path.read_text(encoding="utf-8"), quote=True)
        style = "width:100%;height:85vh;border:1px solid #ccc;border-radius:8px"
        return f'<iframe srcdoc="{text}" style="{style}" title="{html.escape(self.path.name)}"></iframe>'


def write(
    run: ReportableRun,
    path: Path | str | None = None,
    selection: Selection = ALL_SKILLS,
    *,
    trajectories: Trajectories | None = None,
    gallery: bool = True,
) -> Report:
    """Writes the page of a run.

    Args:
      run: a trained or loaded run.
      path: path of the page; None: `report.html` in the run's directory.
      selection: the skills that the gallery shows and that are selected at first; the number of episodes of
        each skill for figures and traces, `eval_episodes` by default; and their length.
      trajectories: stochastic episodes of all skills, with observations, equally many of each skill; None:
        they are played.
      gallery: whether the page has the players.

    Raises:
      ConfigError: the run has no directory and `path` is None; or as for `Selection.check`.
      RunFileError: the page cannot be written.
    """
    if path is not None:
        target = files.expanded(path)
    elif run.path is not None:
        target = run.path / files.REPORT
    else:
        raise ConfigError("The run has no directory, because it was not written. Give path=… for the report.")
    clock = Clock()
    data = from_run(run)
    played = skills_part(run, selection, trajectories=trajectories, gallery=gallery, clock=clock)
    return _written(data, played, target, clock, selection.skills)


def shown_step(target: Path, run: Path) -> int | None:
    """Returns the step of the run's checkpoint whose skills a report shows.

    Returns None if the page shows no skills, belongs to another run, or is not a report.
    """
    data = page.read(target) or {}
    return _skills_step(data) if _is_of(data, target, run.name, run) else None


def _skills_step(data: Mapping[str, Any]) -> int | None:
    skills = data.get("skills")
    step = skills.get("step") if isinstance(skills, dict) else None
    return step if isinstance(step, int) else None


def write_viewer(run: ReportableRun, target: Path, selection: Selection) -> Report:
    """Writes a page with only the players of one run; see `record.record` for the selection.

    Raises:
      ConfigError: the environment has no scene, or as for `Selection.check`.
      RunFileError: the page cannot be written.
    """
    from diayn_jax.show.players import player

    clock = Clock()
    with clock.part("recording"):
        recording = record.record(run, selection)
    with clock.part("gallery"):
        players = player.payload(recording)
    with clock.part("page"):
        played = {"notes": [], "step": int(run.state.counters.env_steps)}
        head = head_part(from_run(run), played, picked=selection.skills)
        head = {name: head[name] for name in _HEAD_OF_VIEWER} | {"notes": [], "headline": []}
        data = {"kind": "run", "head": head, "curves": None, "skills": {"gallery": players}}
        files.write_atomic(target, page.render(data))
    return Report(target, clock.seconds)


def write_directory(
    path: Path, target: Path | None = None, why: str = "The run has no checkpoint to play."
) -> Report:
    """Writes the page of a run that cannot be played: curves, settings, and why it cannot be played.

    `target` is the path of the page; None: `report.html` in the run's directory.

    Raises:
      ConfigError: the directory holds no run, or its files cannot be read.
      RunFileError: the page cannot be written.
    """
    data = from_directory(path)
    data = data._replace(notes=(*data.notes, f"{why} Only curves and settings are shown."))
    return _written(data, None, target or path / files.REPORT, Clock(), None)


def _written(
    run_data: RunData, skills: dict[str, Any] | None, target: Path, clock: Clock, picked: Sequence[int] | None
) -> Report:
    with clock.part("page"):
        data = {
            "kind": "run",
            "head": head_part(run_data, skills, picked=picked),
            "curves": curves_part(run_data.rows),
            "skills": skills,
            PICTURES: pictures_part(run_data.path),
        }
        kept = _why_kept(target, data, run_data.path)
        if not kept:
            files.write_atomic(target, page.render(data))
    return Report(target, clock.seconds, kept)


def _why_kept(target: Path, data: Mapping[str, Any], run: Path | None) -> str:
    """Returns why an older page is kept, or an empty string.

    It is kept if it has players and the new page, of the same run and not of a later step, has none.
    """
    if data["skills"] and data["skills"]["gallery"]:
        return ""
    old = page.read(target) or {}
    step = _skills_step(old)
    if step is None or not old["skills"].get("gallery"):
        return ""
    later = data["skills"] and data["skills"]["step"] > step
    if later or not _is_of(old, target, data["head"]["name"], run):
        return ""
    why = " ".join(data["head"]["notes"])
    return f"{target} is kept: it shows skills of step {step}; a new page would not. {why}".strip()


def _is_of(data: Mapping[str, Any], target: Path, name: str, run: Path | None) -> bool:
    """Whether the page at a path belongs to the run of this name, or lies in its directory."""
    head = data.get("head")
    own = run is not None and target.resolve().parent == run.resolve()
    return own or (isinstance(head, dict) and head.get("name") == name)
