"""Static figures of a run: where its skills go, and how they came about."""

import math
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from matplotlib import colors, patheffects, ticker
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

from diayn_jax.envs import Feature
from diayn_jax.metrics import Trajectories

# Ten colours that stay apart under the common colour-vision deficiencies (Petroff 2021,
# arXiv:2107.02270); a second round of them is drawn dashed.
_TEN = (
    "#3f90da",
    "#ffa90e",
    "#bd1f01",
    "#94a4a2",
    "#832db6",
    "#a96b59",
    "#e76300",
    "#b9ac70",
    "#717581",
    "#92dadd",
)
_INK = "#333333"
_FAINT = "#bbbbbb"
_HALO = [patheffects.withStroke(linewidth=2.5, foreground="white")]
# An extent in y below this share of that in x is a track, not a plane.
_FLAT = 0.05
_NOTHING_YET = "no evaluation yet"


class _Traces(NamedTuple):
    """What the large panel draws."""

    points: np.ndarray  # [T or T + 1, N, 2], NaN where there is nothing to draw
    steps: int  # T
    xlabel: str
    ylabel: str
    title: str
    plane: bool  # both axes are lengths of one scale
    walls: Sequence[Any] = ()  # segments ((x, y), (x, y))


def skills_figure(
    trajectories: Trajectories,
    history: Sequence[Mapping[str, Any]],
    *,
    title: str = "",
    episodes: int | None = None,
    features: Mapping[str, Feature] | None = None,
    seen: str = "",
    walls: Sequence[Any] = (),
) -> Figure:
    """Where each skill goes, the bound on I(S; Z) and the discriminator's accuracy.

    The large panel draws the xy traces. Where there is no xy, it draws another feature, first of
    all what the discriminator sees: one of size 1 over time, one of size 2 as a plane; failing
    that, and where the discriminator sees observations, their first two principal components;
    failing that nothing. Where the y of xy hardly varies, x is drawn over time.

    Args:
      trajectories: evaluation episodes.
      history: rows of `progress.csv` in order; those without evaluation figures are passed over.
      title: of the whole figure, such as the environment and the run's name.
      episodes: traces for each skill; None: as many as stay readable.
      features: what the environment declares.
      seen: name of what the discriminator sees.
      walls: what stands in the plane, as `Env.walls`.

    Returns:
      A figure of its own canvas, unknown to pyplot.
    """
    traces = _position_traces(trajectories, features or {}, seen, walls)
    num_skills = trajectories.log_probs.shape[-1]
    layout = ConstrainedLayoutEngine(w_pad=0.12, h_pad=0.12)
    figure = Figure(figsize=(12.5, 7.0) if traces else (7.0, 6.0), layout=layout)
    FigureCanvasAgg(figure)
    if title:
        figure.suptitle(title, x=0.01, ha="left", fontsize=13, fontweight="bold", color=_INK)
    if traces:
        grid = figure.add_gridspec(2, 2, width_ratios=(1.35, 1.0), wspace=0.04, hspace=0.06)
        _draw_traces(
            figure.add_subplot(grid[:, 0]), traces, np.asarray(trajectories.skill), num_skills, episodes
        )
    else:
        grid = figure.add_gridspec(2, 1, hspace=0.06)
    _draw_mi(figure.add_subplot(grid[0, -1]), history, num_skills)
    _draw_accuracy(figure.add_subplot(grid[1, -1]), history, num_skills)
    return figure


def save_skills_png(path: str | os.PathLike[str], *args: Any, dpi: int = 120, **kwargs: Any) -> Path:
    """Writes `skills_figure(*args, **kwargs)` to `path`: all of it, or nothing.

    Raises:
      OSError: the directory is missing or cannot be written; an older file is left as it was.
    """
    path = Path(path)
    figure = skills_figure(*args, **kwargs)
    # Not by tempfile, whose files only their owner may read.
    partial = path.with_name(f".{path.name}.{os.getpid()}.png")
    try:
        figure.savefig(partial, format="png", dpi=dpi)
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    return path


def skill_styles(num_skills: int) -> list[dict[str, Any]]:
    """How each skill's line is drawn: colour and dashes, K of them.

    Up to twenty skills differ for any eye; beyond that colours go round a circle, in steps
    that keep neighbours in number apart, and the numbers at the lines' ends tell which is which.
    """
    if num_skills <= 2 * len(_TEN):
        return [
            {"color": _TEN[z % len(_TEN)], "linestyle": "-" if z < len(_TEN) else (0, (4, 1.5))}
            for z in range(num_skills)
        ]
    golden = (math.sqrt(5) - 1) / 2
    return [
        {"color": colors.to_hex(tuple(colors.hsv_to_rgb((z * golden % 1.0, 0.85, (0.85, 0.6)[z % 2]))))}
        for z in range(num_skills)
    ]


def _position_traces(
    trajectories: Trajectories, declared: Mapping[str, Feature], seen_name: str, walls: Sequence[Any]
) -> _Traces | None:
    valid = np.asarray(trajectories.valid)
    steps = valid.shape[0]
    if trajectories.xy is not None:
        there = np.concatenate([np.ones_like(valid[:1]), valid])
        xy = _blanked(trajectories.xy, there)
        width, height = np.nanmax(xy, axis=(0, 1)) - np.nanmin(xy, axis=(0, 1))
        if height < _FLAT * width:
            return _over_time(xy[..., 0], steps, "x (m)", "Position along the track")
        return _Traces(xy, steps, "x (m)", "y (m)", "Where each skill goes", plane=True, walls=walls)

    values = _feature_values(trajectories, declared) if seen_name != "obs" else {}
    for name in sorted(values, key=lambda name: name != seen_name):
        traces = _feature_traces(name, _blanked(values[name], valid), declared.get(name))
        if traces:
            return traces
    if trajectories.obs is None:
        return None
    obs = np.asarray(trajectories.obs, dtype=np.float64)
    seen = obs[valid]
    scale = seen.std(axis=0)
    scaled = (seen - seen.mean(axis=0)) / np.where(scale > 1e-6, scale, 1.0)
    if scaled.shape[1] < 2:
        return _over_time(_blanked(obs, valid)[..., 0], steps, "observation", "Observation of each skill")
    variance, axes = np.linalg.eigh(np.cov(scaled.T))
    shares = 100 * variance[::-1] / max(variance.sum(), 1e-12)
    points = np.full((*valid.shape, 2), np.nan)
    points[valid] = scaled @ axes[:, :-3:-1]
    return _Traces(
        points,
        steps,
        f"first component ({shares[0]:.0f} % of variance)",
        f"second component ({shares[1]:.0f} %)",
        "Observations of each skill, principal components",
        plane=False,
    )


def _feature_values(trajectories: Trajectories, declared: Mapping[str, Feature]) -> dict[str, Any]:
    """All features by name, [T, N, F]: those that stand by themselves, and parts of observations."""
    values: dict[str, Any] = dict(trajectories.features)
    if trajectories.obs is not None:
        obs = np.asarray(trajectories.obs)
        values |= {name: obs[..., list(f.dims)] for name, f in declared.items() if f.dims is not None}
    return values


def _feature_traces(name: str, values: np.ndarray, feature: Feature | None) -> _Traces | None:
    steps, size = values.shape[0], values.shape[-1]
    title = f"{name} of each skill"
    units: list[str] = []
    if feature:
        title = feature.meaning[:1].upper() + feature.meaning[1:]
        units = feature.unit.split(", ")
    labels = [f"{name} ({unit})" for unit in units] or [name]
    if size == 1:
        return _over_time(values[..., 0], steps, labels[0], title)
    if size == 2:
        # Of two units, it is no plane.
        first, second = f"{labels[0]}, first", "second" if len(units) < 2 else f"{labels[1]}, second"
        return _Traces(values, steps, first, second, title, plane=len(units) < 2)
    return None


def _blanked(values: Any, there: np.ndarray) -> np.ndarray:
    """[T, N, F] with NaN where `there` [T, N] is False, so that lines stop."""
    return np.where(there[..., None], np.asarray(values, dtype=np.float64), np.nan)


def _over_time(values: np.ndarray, steps: int, label: str, title: str) -> _Traces:
    """values, [T, N] at s' or [T + 1, N] from the start on, drawn against the step."""
    first = steps + 1 - values.shape[0]
    step = np.broadcast_to(np.arange(first, steps + 1)[:, None], values.shape)
    return _Traces(np.stack([step, values], axis=-1), steps, "step of the episode", label, title, plane=False)


def _draw_traces(ax: Axes, traces: _Traces, skill: np.ndarray, num_skills: int, episodes: int | None) -> None:
    if episodes is None:
        episodes = max(1, min(5, 100 // num_skills))
    episodes = min(episodes, int(np.bincount(skill, minlength=num_skills).max()))
    few = num_skills <= 2 * len(_TEN)
    for z, style in enumerate(skill_styles(num_skills)):
        lines = [traces.points[:, episode] for episode in np.flatnonzero(skill == z)[:episodes]]
        drawn = [line[np.isfinite(line).all(axis=-1)] for line in lines]
        drawn = [line for line in drawn if len(line)]
        for line in drawn:
            ax.plot(*line.T, **style, linewidth=1.4 if few else 0.9, alpha=0.8, zorder=2)
            ax.plot(*line[-1], marker="o", markersize=3.5, color=style["color"], zorder=3)
        if drawn:
            # The farthest end: near the start the numbers would cover each other.
            number_at = max((line[-1] for line in drawn), key=lambda end: np.linalg.norm(end - drawn[0][0]))
            ax.annotate(
                str(z),
                number_at,
                xytext=(4, 4),
                textcoords="offset points",
                color=_darker(style["color"]),
                fontsize=10 if few else 7.5,
                fontweight="bold",
                path_effects=_HALO,
                zorder=6,
            )
    if traces.walls:
        ax.add_collection(LineCollection(traces.walls, colors=_INK, linewidths=2.0, zorder=1))
    if traces.plane:
        starts = traces.points[0]
        ring: dict[str, Any] = {"markerfacecolor": "white", "markeredgecolor": _INK, "markeredgewidth": 1.8}
        start = np.nanmedian(starts, axis=0)
        ax.plot(*start, marker="o", markersize=9, linestyle="none", zorder=5, label="start", **ring)
        # Above the panel: no skill ends there.
        ax.legend(loc="lower right", bbox_to_anchor=(1, 1), frameon=False, fontsize=10, handlelength=1.0)
        ax.set_aspect("equal", adjustable="datalim")
    ax.margins(0.08)
    ax.set(xlabel=traces.xlabel, ylabel=traces.ylabel)
    plural = "s" if episodes > 1 else ""
    _dress(
        ax,
        traces.title,
        f"{num_skills} skills, {episodes} episode{plural} each of at most {traces.steps} steps",
    )


def _draw_mi(ax: Axes, history: Sequence[Mapping[str, Any]], num_skills: int) -> None:
    steps, mi = _curve(history, "eval/mi")
    top = math.log(num_skills)
    ax.axhline(top, color=_INK, linewidth=1.0, linestyle=(0, (4, 2)), zorder=1)
    ax.annotate(
        f"ln {num_skills}", (0.0, top), xycoords=("axes fraction", "data"), xytext=(4, -4),
        textcoords="offset points", va="top", fontsize=9, color=_INK,
    )  # fmt: skip
    ax.axhline(0.0, color=_FAINT, linewidth=1.0, zorder=1)
    ax.plot(steps, mi, color="#0b5fa5", linewidth=1.8, marker=_marker(steps), markersize=3.5, zorder=2)
    lowest = min(0.0, float(mi.min())) if len(mi) else 0.0
    ax.set_ylim(max(lowest, -top) - 0.05 * top, 1.08 * top)
    ax.set_ylabel("bound on I(S; Z) (nats)")
    skills = ax.secondary_yaxis("right", functions=(np.exp, _safe_log))
    skills.set_ylabel("effective skills", color=_INK)
    skills.yaxis.set_major_locator(ticker.FixedLocator(_skill_ticks(num_skills)))
    skills.yaxis.set_major_formatter(ticker.FormatStrFormatter("%d"))
    skills.yaxis.set_minor_locator(ticker.NullLocator())
    skills.tick_params(colors=_INK)
    skills.spines["right"].set_visible(False)
    _steps_axis(ax, steps)
    note = f"now {mi[-1]:.2f} nats: {math.exp(mi[-1]):.1f} effective skills" if len(mi) else _NOTHING_YET
    _dress(ax, "How much a state tells of its skill", note)


def _draw_accuracy(ax: Axes, history: Sequence[Mapping[str, Any]], num_skills: int) -> None:
    steps, accuracy = _curve(history, "eval/discriminator_accuracy")
    ax.axhline(1 / num_skills, color=_INK, linewidth=1.0, linestyle=(0, (1, 2)), zorder=1)
    ax.annotate(
        "chance", (1.0, 1 / num_skills), xycoords=("axes fraction", "data"), xytext=(-4, 3),
        textcoords="offset points", ha="right", fontsize=9, color=_INK,
    )  # fmt: skip
    ax.plot(steps, accuracy, color="#bd1f01", linewidth=1.8, marker=_marker(steps), markersize=3.5, zorder=2)
    ax.set_ylim(-0.02, 1.04)
    ax.set_ylabel("accuracy")
    ax.set_xlabel("environment steps")
    _steps_axis(ax, steps)
    _dress(ax, "The discriminator's accuracy", f"now {accuracy[-1]:.3f}" if len(accuracy) else _NOTHING_YET)


def _curve(history: Sequence[Mapping[str, Any]], name: str) -> tuple[np.ndarray, np.ndarray]:
    """Environment steps and a figure, over the rows that have both and a finite figure."""
    rows = [
        (float(row["time/env_steps"]), float(row[name]))
        for row in history
        if row.get(name) not in (None, "") and row.get("time/env_steps") not in (None, "")
    ]
    points = np.array(rows, dtype=np.float64).reshape(-1, 2)
    points = points[np.isfinite(points).all(axis=1)]
    return points[:, 0], points[:, 1]


def _marker(steps: np.ndarray) -> str:
    """Few evaluations are shown one by one; many are a line."""
    return "o" if len(steps) <= 40 else ""


def _safe_log(x: Any) -> np.ndarray:
    """Matplotlib asks for the inverse at 0 as well, when it lays axes out."""
    return np.log(np.maximum(x, 1e-9))


def _skill_ticks(num_skills: int) -> list[int]:
    """1, 2, 5, 10, … and K, without those that would touch K's."""
    ticks = [
        m * 10**power
        for power in range(len(str(num_skills)))
        for m in (1, 2, 5)
        if m * 10**power * 1.18 <= num_skills
    ]
    return [*ticks, num_skills]


def _steps_axis(ax: Axes, steps: np.ndarray) -> None:
    ax.set_xlim(0, 1.02 * max(steps.max(initial=0.0), 1.0))
    ax.xaxis.set_major_formatter(ticker.EngFormatter(sep=""))
    ax.xaxis.set_major_locator(ticker.MaxNLocator(6, integer=True))


def _darker(color: str) -> tuple[float, float, float]:
    """Readable as text on white."""
    red, green, blue = (0.68 * x for x in colors.to_rgb(color))
    return red, green, blue


def _dress(ax: Axes, title: str, note: str) -> None:
    ax.set_title(title, loc="left", fontsize=12, color=_INK, pad=20)
    ax.annotate(
        note, (0, 1), xycoords="axes fraction", xytext=(0, 6), textcoords="offset points", fontsize=9.5,
        color="#666666",
    )  # fmt: skip
    ax.grid(color="#ececec", linewidth=0.8, zorder=0)
    ax.set_axisbelow(True)
    ax.spines[["top", "right"]].set_visible(False)
    ax.spines[["left", "bottom"]].set_color(_FAINT)
    ax.tick_params(colors=_INK, labelsize=9.5)
    ax.xaxis.label.set_color(_INK)
    ax.yaxis.label.set_color(_INK)
