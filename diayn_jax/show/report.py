"""A run as one page: figures, curves, a gallery of its skills, and how to make it again."""

import base64
import dataclasses
import functools
import html
import shlex
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import config as configs
from diayn_jax import console, envs, evaluation, logs, metrics, rundir
from diayn_jax.config import AUTO, Config, ConfigError, show
from diayn_jax.metrics import Trajectories
from diayn_jax.show import page, record
from diayn_jax.show.colours import skill_colours

VIEWER = "viewer.html"

# What a page holds at most: more could not be seen.
_POINTS = 600  # of a curve
_TRACES = 200  # episodes that are drawn
_TRACE_ROWS = 400  # points of an episode
_CELLS = 96  # of the discriminator's map, along each side
_VISITED_CELLS = 48  # the same where only what was visited is known
_NOBODY = 65535
# Fields that say where a run is kept, not what it is.
_KEPT = ("name", "log_dir", "tags")


class Skilled(record.Skilled, Protocol):
    """What a report needs of a run (`library.Run`)."""

    @property
    def path(self) -> Path | None: ...  # noqa: D102
    @property
    def figures(self) -> Mapping[str, float]: ...  # noqa: D102
    @property
    def trainer(self) -> Any: ...  # noqa: D102


class Report(NamedTuple):
    """A page that was written; in a notebook it shows itself."""

    path: Path
    seconds: Mapping[str, float]  # by part

    def describe(self) -> str:
        """How large it is and how long it took, in a line."""
        parts = ", ".join(f"{name} {seconds:.1f}" for name, seconds in self.seconds.items())
        size = self.path.stat().st_size / 1e6
        return f"Report: {size:.1f} MB in {sum(self.seconds.values()):.1f} s ({parts})"

    def _repr_html_(self) -> str:
        text = html.escape(self.path.read_text(encoding="utf-8"), quote=True)
        style = "width:100%;height:85vh;border:1px solid #ccc;border-radius:8px"
        return f'<iframe srcdoc="{text}" style="{style}" title="{html.escape(self.path.name)}"></iframe>'


def summary(run: Skilled) -> str:
    """Headline figures of a run and its picture, for a notebook, as HTML."""
    config = run.config
    rows = []
    for name, label in (
        (
            "eval/mi",
            f"mutual information, nats (of ln {config.num_skills} = {np.log(config.num_skills):.3g})",
        ),
        ("eval/effective_skills", f"effective skills (of {config.num_skills})"),
        ("eval/discriminator_accuracy", "discriminator's accuracy"),
        ("eval/distance_mean", "distance from start to end, m"),
        ("eval/return_best", "best return"),
        (logs.STEP, "environment steps"),
    ):
        value = run.figures.get(name)
        if name == logs.STEP:
            value = float(run.state.counters.env_steps)
        if value is not None:
            text = console.count(value) if name == logs.STEP else f"{value:.3g}"
            rows.append(f"<tr><th style='text-align:left'>{html.escape(label)}</th><td>{text}</td></tr>")
    title = f"{config.env}, {config.num_skills} skills"
    where = "not written" if run.path is None else str(run.path)
    picture = ""
    plot = None if run.path is None else run.path / rundir.PLOT
    if plot is not None and plot.exists():
        data = base64.b64encode(plot.read_bytes()).decode("ascii")
        picture = (
            f"<img alt='Traces of all skills' style='max-width:100%' src='data:image/png;base64,{data}'>"
        )
    return (
        f"<b>{html.escape(title)}</b> ({html.escape(where)})<table>{''.join(rows)}</table>{picture}"
        "<p>The whole page: <code>run.report()</code></p>"
    )


class Found(NamedTuple):
    """What a run has written, as far as it is there."""

    config: Config
    document: Mapping[str, Any]  # config.json; {} of a run that was not written
    rows: Sequence[logs.Row]
    figures: Mapping[str, float]  # the latest of each, up to `at`
    path: Path | None
    notes: tuple[str, ...]
    at: int | None = None  # the step of the checkpoint that the figures are of; None: the log's end


class Clock:
    """Seconds by part."""

    def __init__(self):
        self.seconds: dict[str, float] = {}

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Adds the time that its body takes."""
        begun = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - begun


def write(
    run: Skilled,
    path: Path | str | None = None,
    *,
    trajectories: Trajectories | None = None,
    skills: Sequence[int] | None = None,
    rollouts: int | None = None,
    length: int | None = None,
    gallery: bool = True,
) -> Report:
    """Writes the page of a run.

    Args:
      run: trained, or loaded.
      path: of the page; None: `report.html` in the run's directory.
      trajectories: stochastic episodes of all skills, with observations, the same number of each;
        None: they are played.
      skills: that are shown in the gallery, and picked at first; None: all.
      rollouts: episodes of each skill that figures and traces are made of; None: `eval_episodes`.
      length: steps of an episode at most; None: the run's `episode_length`.
      gallery: with the players.

    Raises:
      ConfigError: nowhere to write it; skills that there are not; numbers below 1.
      RunFileError: it cannot be written.
    """
    if path is None and run.path is None:
        raise ConfigError("The run was not written, so it has no directory: say path=… of the report.")
    target = Path(path) if path is not None else Path(run.path or "") / rundir.REPORT
    clock = Clock()
    found = of_run(run)
    played = skills_part(
        run,
        trajectories=trajectories,
        skills=skills,
        rollouts=rollouts,
        length=length,
        gallery=gallery,
        clock=clock,
    )
    return _written(found, played, target, clock, skills)


def write_viewer(
    run: Skilled,
    path: Path | str | None = None,
    *,
    skills: Sequence[int] | None = None,
    rollouts: int | None = None,
    length: int | None = None,
) -> Report:
    """Writes a page of the players alone; `rollouts` episodes of each skill (None: one).

    Raises:
      ConfigError: an environment that cannot be seen; otherwise as `write`.
      RunFileError: it cannot be written.
    """
    from diayn_jax.show import player

    if path is None and run.path is None:
        raise ConfigError("The run was not written, so it has no directory: say path=… of the viewer.")
    target = Path(path) if path is not None else Path(run.path or "") / VIEWER
    record.check_asked(run.config, skills, rollouts, length)
    clock = Clock()
    with clock.part("recording"):
        recording = record.record(run, skills, rollouts or 1, length=length)
    with clock.part("gallery"):
        players = player.payload(recording)
    with clock.part("page"):
        played = {"notes": [], "step": int(run.state.counters.env_steps)}
        head = head_part(of_run(run), played, picked=skills)
        kept = {name: head[name] for name in ("title", "name", "facts", "status", "colours", "picked")}
        data = {
            "kind": "run",
            "head": kept | {"notes": [], "headline": []},
            "curves": None,
            "skills": {"gallery": players},
        }
        rundir.write_atomic(target, page.render(data))
    return Report(target, clock.seconds)


def write_directory(
    path: Path, target: Path | None = None, why: str = "There is no checkpoint to play."
) -> Report:
    """The page of a run's directory of which nothing can be played: curves and settings.

    Args:
      path: of the run.
      target: of the page; None: `report.html` in the run's directory.
      why: nothing can be played; the page says so.

    Raises:
      ConfigError: there is no run, or nothing of it can be read.
      RunFileError: the page cannot be written.
    """
    found = of_directory(path)
    found = found._replace(notes=(*found.notes, f"{why} Only curves and settings are shown."))
    return _written(found, None, target or path / rundir.REPORT, Clock(), None)


def _written(
    found: Found, skills: dict[str, Any] | None, target: Path, clock: Clock, picked: Sequence[int] | None
) -> Report:
    with clock.part("page"):
        data = {
            "kind": "run",
            "head": head_part(found, skills, picked=picked),
            "curves": curves_part(found.rows),
            "skills": skills,
        }
        rundir.write_atomic(target, page.render(data))
    return Report(target, clock.seconds)


def of_run(run: Skilled) -> Found:
    """What is known of a run, from its directory where it has one."""
    at = int(run.state.counters.env_steps)
    if run.path is None:
        note = "The run was not written: it has no curves."
        return Found(run.config, {}, (), {**run.figures, logs.STEP: at}, None, (note,), at)
    found = of_directory(run.path)
    # The log may go on beyond the checkpoint.
    figures = {**_latest(_until(found.rows, at)), **run.figures, logs.STEP: at}
    return found._replace(config=run.config, figures=figures, at=at)


def of_directory(path: Path) -> Found:
    """What a run's directory holds.

    Raises:
      ConfigError: it holds no run, or its config.json is no such thing.
      RunFileError: nor is its progress.csv.
    """
    config, document = rundir.read_config(path)
    notes = []
    rows: list[logs.Row] = []
    if not (path / rundir.PROGRESS).exists():
        notes.append(f"{rundir.PROGRESS} is missing: there are no curves.")
    else:
        rows = logs.read(path)
        if not rows:
            notes.append(f"{rundir.PROGRESS} has no row yet.")
    return Found(config, document, rows, _latest(rows), path, tuple(notes))


def _until(rows: Sequence[logs.Row], step: int) -> list[logs.Row]:
    return [row for row in rows if (row.get(logs.STEP) or 0) <= step]


def _latest(rows: Sequence[logs.Row]) -> dict[str, float]:
    figures: dict[str, float] = {}
    for row in rows:
        figures |= {name: float(x) for name, x in row.items() if x is not None}
    return figures


# The head: what stands above the charts, and the settings.


def head_part(
    found: Found,
    skills: Mapping[str, Any] | None,
    *,
    live: bool = False,
    picked: Sequence[int] | None = None,
) -> dict[str, Any]:
    """Title, state, headline figures, notes and settings."""
    config, document = found.config, found.document
    resolved = document.get("resolved", {})
    notes = list(found.notes)
    if skills is not None:
        notes += skills["notes"]
    elif live:
        notes.append("There is no checkpoint to play yet: skills are shown as soon as there is one.")
    started = str(document.get("started", ""))[:16].replace("T", " ")
    return {
        "title": f"{config.env}, {config.num_skills} skills",
        "name": found.path.name if found.path else "not written",
        "facts": [
            text
            for text in (
                f"told apart by {resolved.get('features', config.features)}",
                f"backend {resolved.get('backend', config.backend)}",
                f"seed {config.seed}",
                started and f"started {started}",
                skills and f"plays step {console.count(skills['step'])}",
            )
            if text and not text.endswith(AUTO)
        ],
        "status": status(found),
        "notes": notes,
        "colours": skill_colours(config.num_skills),
        "picked": list(picked or ()),
        "headline": _headline(found),
        "horizon": _horizon(found),
        "config": _settings(config),
        "about": _about(found),
        "reproduce": _reproduce(found),
    }


def head_steps(found: Found) -> str:
    """How far a run is, as 1.2M; an en dash where nothing is logged."""
    steps = _last(found, logs.STEP)
    return "–" if steps is None else console.count(steps)


def status(found: Found) -> dict[str, str]:
    """Whether a run is finished, going on, or ended early: a text, and its tone."""
    config = found.config
    # Of the run, not of the checkpoint that is shown.
    steps = _latest(found.rows).get(logs.STEP, found.at)
    of = f"of {console.count(config.num_env_steps)} steps"
    if steps is None:
        return {"tone": "warn", "text": "Nothing is logged yet."}
    if steps >= config.num_env_steps:
        return {"tone": "good", "text": f"Finished: {console.count(steps)} steps."}
    share = 100 * steps / config.num_env_steps
    if found.path is not None and rundir.is_held(found.path):
        return {"tone": "good", "text": f"Training: {console.count(steps)} {of}, {share:.0f} %."}
    return {"tone": "warn", "text": f"Ended early: {console.count(steps)} {of}. It goes on by --resume."}


def _last(found: Found, name: str) -> float | None:
    value = found.figures.get(name)
    return None if value is None or not np.isfinite(value) else float(value)


def _headline(found: Found) -> list[dict[str, Any]]:
    num_skills = found.config.num_skills
    top = float(np.log(num_skills))
    items: list[dict[str, Any]] = []

    def item(name: str, label: str, how: str, *, unit: str = "", share: float | None = None, note: str = ""):
        value = found.figures.get(name)
        if value is not None:
            known = np.isfinite(value)
            items.append(
                {
                    "label": label,
                    "value": value,
                    "as": how,
                    "unit": unit,
                    "share": share if known else None,
                    "note": note,
                }
            )

    mi = _last(found, "eval/mi")
    effective = _last(found, "eval/effective_skills")
    item(
        "eval/mi", "Mutual information", "number", unit="nats", share=None if mi is None else mi / top,
        note=f"of ln {num_skills} = {top:.3g}" + ("" if mi is None else f" ({_percent(mi / top)})"),
    )  # fmt: skip
    item(
        "eval/effective_skills", "Effective skills", "number",
        share=None if effective is None else effective / num_skills, note=f"of {num_skills}",
    )  # fmt: skip
    item(
        "eval/discriminator_accuracy", "Accuracy", "percent",
        share=_last(found, "eval/discriminator_accuracy"), note=f"chance is {100 / num_skills:.3g} %",
    )  # fmt: skip
    halves = [_last(found, f"eval/distance_{half}_half") for half in ("first", "second")]
    item(
        "eval/distance_mean", "Distance, start to end", "number", unit="m",
        note="" if None in halves else f"halves of the episode: {halves[0]:.2g} m, {halves[1]:.2g} m",
    )  # fmt: skip
    item(
        "eval/policy_coverage", "Ground covered", "number", unit="m²",
        note=f"cells of 1 m × 1 m, all skills by the policy's mode, {metrics.COVERAGE_STEPS} steps",
    )  # fmt: skip
    spread = _last(found, "eval/return_spread")
    item(
        "eval/return_best", "Best return", "number",
        note="" if spread is None else f"{spread:.3g} above the worst skill's; never trained on",
    )  # fmt: skip
    item(logs.STEP, "Environment steps", "count", share=_share_done(found))
    wall = _last(found, "time/wall_seconds")
    rate = _last(found, "time/env_steps_per_second")
    item(
        "time/wall_seconds", "Time", "duration",
        note="" if rate is None or wall is None else f"{console.count(rate)} steps per second at the end",
    )  # fmt: skip
    return items


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %".replace("-", "−")


def _share_done(found: Found) -> float | None:
    steps = _last(found, logs.STEP)
    return None if steps is None else steps / found.config.num_env_steps


def _horizon(found: Found) -> str:
    config = found.config
    rows = found.rows if found.at is None else _until(found.rows, found.at)
    at = next((row[logs.STEP] for row in reversed(rows) if row.get("eval/mi") is not None), None)
    ends = {
        "true": "ended where the environment ends them",
        "false": "never ended early by falling",
        AUTO: "ended as the environment does by default",
    }[config.terminate_when_unhealthy]
    return (
        f"Of the stochastic policy where nothing else is said, over {config.eval_episodes} fresh episodes of "
        f"each skill of at most {config.episode_length} steps, {ends}"
        + (f"; evaluated at step {console.count(float(at))}." if at is not None else ".")
        + " What is drawn below is of other episodes of the same skills. Accuracy alone proves little: skills"
        " can be told apart and hardly move."
    )


def _settings(config: Config) -> list[dict[str, Any]]:
    usual = _usual(config)
    return [
        {
            "name": field.name,
            "value": show(getattr(config, field.name)) or "none",
            "help": field.metadata["help"],
            "group": field.metadata["group"],
            "changed": field.name not in _KEPT and getattr(config, field.name) != getattr(usual, field.name),
        }
        for field in dataclasses.fields(config)
    ]


def _usual(config: Config) -> Config:
    """The config of which nothing but the environment was said."""
    try:
        defaults = envs.core.spec(config.env).defaults
    except ConfigError:
        defaults = {}  # an environment of one's own that is not to be had here
    preset = config.preset if config.preset in configs.PRESETS else "cpu"
    device = "gpu" if preset == "gpu" else "cpu"
    said = {"env": config.env} if preset != "paper" else {"env": config.env, "preset": preset}
    usual = configs.make_config(said, env_defaults=defaults, device=device)
    # What everyone says, so that it always stands among what was said.
    return dataclasses.replace(usual, preset=config.preset)


def flags_of(config: Config) -> list[str]:
    """The flags that make this config, and nothing that is so without them."""
    usual = _usual(config)
    names = [f.name for f in dataclasses.fields(config) if f.name not in (*_KEPT, "report", "env", "seed")]
    changed = [name for name in names if getattr(config, name) != getattr(usual, name)]
    # What the preset would be by itself depends on the device.
    said = dict.fromkeys(["env", "preset", *changed, "seed"])
    return [f"--{name}={show(getattr(config, name))}" for name in said]


def _about(found: Found) -> list[list[str]]:
    document = found.document
    device = document.get("device") or {}
    versions = document.get("versions") or {}
    commit = document.get("commit")
    rows = [
        ["started", str(document.get("started", "")).replace("T", " ")],
        ["resumed", f"{len(document['resumed'])} times" if document.get("resumed") else ""],
        [
            "device",
            f"{device.get('count')} × {device.get('kind')} ({device.get('platform')})" if device else "",
        ],
        ["CPU cores", str(device.get("cpu_cores") or "")],
        ["commit", (commit["hash"] + (", with changes" if commit["dirty"] else "")) if commit else ""],
        *([name, str(version)] for name, version in versions.items()),
    ]
    return [row for row in rows if row[1]]


def _reproduce(found: Found) -> list[dict[str, Any]]:
    document, config = found.document, found.config
    commit = document.get("commit")
    parts = []
    if commit:
        what = "The code, with the versions that its tests run on (Python 3.11):"
        if commit["dirty"]:
            what = "The code (there were changes on top, which no commit holds), and its versions:"
        parts.append(
            {
                "what": what,
                "lines": [f"git checkout {commit['hash']}", "pip install -c constraints/py311.txt -e ."],
            }
        )
    parts.append(
        {
            "what": "The run, the same bit for bit on as many CPU cores (on a GPU: with --deterministic):",
            "lines": [_wrapped(["python -m experiments.run", *map(shlex.quote, flags_of(config))])],
        }
    )
    if found.path is not None:
        at = shlex.quote(str(found.path))
        parts.append(
            {
                "what": "This page; videos; all figures once more:",
                "lines": [
                    f"python -m experiments.show {at}",
                    f"python -m experiments.show {at} --what=video",
                    f"python -m experiments.evaluate {at}",
                ],
            }
        )
    return parts


def _wrapped(words: list[str], width: int = 100) -> str:
    """A command over several lines of a shell."""
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + len(word) > width:
            lines[-1] += " \\"
            lines.append("   ")
        lines[-1] += f" {word}"
    return "\n".join(lines)


# The curves.


def curves_part(rows: Sequence[logs.Row]) -> dict[str, Any] | None:
    """Every figure of a log over steps and seconds; None of an empty log."""
    if not rows:
        return None
    figures = {}
    for name in dict.fromkeys(name for row in rows for name in row):
        # Figures of single skills have a section of their own.
        if name == logs.STEP or "_skill_" in name:
            continue
        x, y, wall = curve(rows, name)
        if len(x):
            figures[name] = {"x": x, "y": y, "wall": wall}
    return {"figures": figures}


def curve(rows: Sequence[logs.Row], name: str) -> tuple[list[float], list[float], list[float]]:
    """Steps, a figure, and wall seconds: rows that have all; of many, those that keep the curve's shape."""
    points = np.array(
        [
            (row[logs.STEP], row[name], row.get("time/wall_seconds") or 0.0)
            for row in rows
            if row.get(name) is not None and row.get(logs.STEP) is not None
        ],
        dtype=np.float64,
    ).reshape(-1, 3)
    points = thinned(points[np.isfinite(points).all(axis=1)])
    x, y, wall = points.T.tolist()
    return x, y, wall


def thinned(points: np.ndarray, most: int = _POINTS) -> np.ndarray:
    """At most `most` rows of points [N, D]: of each stretch the least and the largest of column 1."""
    if len(points) <= most:
        return points
    keep = {0, len(points) - 1}
    for stretch in np.array_split(np.arange(len(points)), most // 2 - 1):
        keep |= {int(stretch[np.argmin(points[stretch, 1])]), int(stretch[np.argmax(points[stretch, 1])])}
    return points[sorted(keep)]


# The skills: all that is made of episodes.


def skills_part(
    run: Skilled,
    *,
    trajectories: Trajectories | None = None,
    skills: Sequence[int] | None = None,
    rollouts: int | None = None,
    length: int | None = None,
    gallery: bool = True,
    clock: Clock | None = None,
) -> dict[str, Any]:
    """Traces, beliefs, confusion, returns, table and gallery; args as of `write`."""
    clock = clock or Clock()
    config, trainer = run.config, run.trainer
    record.check_asked(config, skills, rollouts, length)
    notes: list[str] = []
    if trajectories is None:
        with clock.part("episodes"):
            trajectories = play(run, rollouts or config.eval_episodes, length or config.episode_length)
    players = None
    if gallery:
        players = _gallery(run, skills, length, clock, notes)
    with clock.part("figures"):
        table = metrics.skill_table(trajectories)
        confusion = np.asarray(jax.jit(metrics.confusion_matrix)(trajectories))
        returns = _returns(trajectories, config.num_skills)
    with clock.part("traces"):
        traces, beliefs = _planes(run, trainer, trajectories)
    lost = [row["skill"] for row in table if not np.isfinite([row["return"], row["log_q"]]).all()]
    # Where no step happened a sum is 0, and no figure.
    table = [row | {"return": None, "distance": None} if row["skill"] in lost else row for row in table]
    if lost:
        who = f"skill {lost[0]}" if len(lost) == 1 else f"skills {', '.join(map(str, lost))}"
        notes.append(
            f"No figures of {who}: NaN, or physics that broke down from the first step on. What is given for "
            "all skills together may be missing or wrong."
        )
    return {
        "notes": notes,
        "step": int(run.state.counters.env_steps),
        "gallery": players,
        "traces": traces,
        "beliefs": beliefs,
        "confusion": np.round(confusion.astype(np.float64), 4),
        "returns": returns,
        "table": table,
    }


def play(run: Skilled, episodes: int, length: int) -> Trajectories:
    """Stochastic episodes of all skills, with observations, on the host; the same at each call."""
    keys = evaluation.evaluation_keys(run.config.seed, int(run.state.counters.env_steps))
    skill = jnp.tile(jnp.arange(run.config.num_skills, dtype=jnp.int32), episodes)
    return jax.device_get(run.evaluator.rollouts(run.state, keys.stochastic, skill, length, False, True))


def _gallery(
    run: Skilled, skills: Sequence[int] | None, length: int | None, clock: Clock, notes: list[str]
) -> dict[str, Any] | None:
    from diayn_jax.show import player

    try:
        with clock.part("recording"):
            recording = record.record(run, skills, 1, length=length)
        with clock.part("gallery"):
            return player.payload(recording)
    except ConfigError as error:
        notes.append(f"There is no gallery. {error}")
        return None


def _returns(trajectories: Trajectories, num_skills: int) -> list[np.ndarray]:
    """The return of each episode of each skill; NaN where none of its steps happened."""
    returns, skill = metrics.episode_returns(trajectories), np.asarray(trajectories.skill)
    return [returns[skill == z] for z in range(num_skills)]


def _planes(
    run: Skilled, trainer: Any, trajectories: Trajectories
) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    from diayn_jax.show.traces import most_telling

    env = trainer.env
    found = most_telling(trajectories, env.features, trainer.feature_map.name, env.walls)
    if found is None:
        return None, None
    points = np.asarray(found.points, dtype=np.float64)
    ranges = _ranges(points, found)
    if ranges is None:
        return None, None
    skill = np.asarray(trajectories.skill)
    num_skills = run.config.num_skills
    episodes = max(1, min(5, _TRACES // num_skills, int(np.bincount(skill, minlength=num_skills).max())))
    # Episode i of a skill is its i-th in order.
    order = np.zeros(len(skill), int)
    for z in range(num_skills):
        order[skill == z] = np.arange((skill == z).sum())
    shown = np.flatnonzero(order < episodes)
    rows = np.unique(np.linspace(0, len(points) - 1, min(len(points), _TRACE_ROWS)).round().astype(int))
    traces = {
        "title": found.title,
        "xlabel": found.xlabel,
        "ylabel": found.ylabel,
        "plane": found.plane,
        "over_time": found.xlabel.startswith("step"),
        "steps": found.steps,
        "first": found.steps + 1 - len(points),
        "walls": found.walls,
        "episodes": episodes,
        "count": len(shown),
        "rows": len(rows),
        "row_steps": rows.tolist(),
        "skill": skill[shown].tolist(),
        # Each by itself: over time, one is a thousandfold the other.
        "x": page.pack(points[rows][:, shown, 0]),
        "y": page.pack(points[rows][:, shown, 1]),
        "xrange": ranges[0],
        "yrange": ranges[1],
    }
    exact = evaluation.xy_log_probs(trainer) if found.plane and trajectories.xy is not None else None
    if exact is not None:
        return traces, _believed(functools.partial(exact, run.state), ranges, num_skills)
    return traces, _believed_where_visited(trajectories, points, ranges, num_skills)


def _ranges(points: np.ndarray, found: Any) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """The box of what is drawn, with a margin; a square of a plane. None where nothing is a number."""
    flat = points.reshape(-1, 2)
    flat = flat[np.isfinite(flat).all(axis=1)]
    if not len(flat):
        return None
    if len(found.walls):
        flat = np.concatenate([flat, np.asarray(found.walls, dtype=np.float64).reshape(-1, 2)])
    low, high = flat.min(axis=0), flat.max(axis=0)
    side = np.maximum(high - low, 1e-6 * np.maximum(np.abs(high), 1.0))
    if found.plane:
        side = np.full(2, side.max())
    middle = (low + high) / 2
    low, high = middle - 0.56 * side, middle + 0.56 * side
    if not found.plane:
        low[0], high[0] = flat[:, 0].min(), flat[:, 0].max()
    if low[0] == high[0]:
        high[0] += 1.0
    return (float(low[0]), float(high[0])), (float(low[1]), float(high[1]))


def _believed(log_probs: Callable[[Any], Any], ranges: Any, num_skills: int) -> dict[str, Any]:
    """The discriminator's answer at the middle of every cell of a box; row 0 is the topmost."""
    (x0, x1), (y0, y1) = ranges
    middle = (np.arange(_CELLS) + 0.5) / _CELLS
    x, y = np.meshgrid(x0 + middle * (x1 - x0), y1 - middle * (y1 - y0))
    probability = np.exp(np.asarray(log_probs(np.stack([x.ravel(), y.ravel()], axis=-1))))
    known = np.ones(len(probability), bool)
    note = "the skill that it finds likeliest there, the stronger the more certain; dots: ends of episodes"
    return _map(probability, known, ranges, _CELLS, num_skills, note)


def _believed_where_visited(
    trajectories: Trajectories, points: np.ndarray, ranges: Any, num_skills: int
) -> dict[str, Any]:
    """The mean of the discriminator's answers over the steps in each cell; it may see more than these."""
    (x0, x1), (y0, y1) = ranges
    log_probs, valid = np.asarray(trajectories.log_probs), np.asarray(trajectories.valid)
    at = points[-len(log_probs) :]  # without the start, where there is one
    column = np.floor((at[..., 0] - x0) / (x1 - x0) * _VISITED_CELLS)
    row = np.floor((y1 - at[..., 1]) / (y1 - y0) * _VISITED_CELLS)
    used = valid & np.isfinite(column) & np.isfinite(row) & np.isfinite(log_probs).all(axis=-1)
    limits = (0, _VISITED_CELLS - 1)
    cell = np.clip(row[used], *limits).astype(int) * _VISITED_CELLS + np.clip(column[used], *limits).astype(
        int
    )
    count = np.bincount(cell, minlength=_VISITED_CELLS**2)
    probability = np.exp(log_probs[used])
    total = np.stack(
        [np.bincount(cell, probability[:, z], minlength=_VISITED_CELLS**2) for z in range(num_skills)],
        axis=-1,
    )
    mean = total / np.maximum(count, 1)[:, None]
    note = (
        "its mean answer over the steps at each place, the stronger the more certain; dots: ends of episodes"
    )
    return _map(mean, count > 0, ranges, _VISITED_CELLS, num_skills, note)


def _map(
    probability: np.ndarray, known: np.ndarray, ranges: Any, cells: int, num_skills: int, note: str
) -> dict[str, Any]:
    known = known & np.isfinite(probability).all(axis=-1)
    winner = np.where(known, np.argmax(probability, axis=-1), _NOBODY).astype(np.uint16)
    certainty = np.where(known, np.nan_to_num(probability).max(axis=-1), 0.0)
    win = len(np.unique(winner[known]))
    sure = 100 * np.mean(certainty[known] >= 0.9) if known.any() else 0.0
    return {
        "columns": cells,
        "rows": cells,
        "xrange": ranges[0],
        "yrange": ranges[1],
        "winner": page.pack(winner),
        "certainty": page.pack(np.rint(255 * np.clip(certainty, 0, 1)).astype(np.uint8)),
        "nobody": _NOBODY,
        "note": note,
        "summary": f"{win} of {num_skills} skills win somewhere; over {sure:.0f} % it is 90 % certain",
    }
