"""Draws traces of skills over any two dimensions, as PNG and SVG."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from diayn_jax.config import AUTO, ConfigError, closest_matches
from diayn_jax.envs import Env, Feature
from diayn_jax.evaluation.metrics import Trajectories
from diayn_jax.number_format import percent
from diayn_jax.show.pictures.figure_style import INK, new_figure, save_all
from diayn_jax.show.pictures.trace_panel import FEW, Traces, draw_traces, skill_styles
from diayn_jax.show.record import ALL_SKILLS, PlayableRun, Selection, play
from diayn_jax.show.shown_skills import DISCRETE, ShownSkills, episodes_each, shown_of

COMPONENTS = "pca"
# If the extent in y is below this share of that in x, the robot runs on a track, not on a plane.
_FLAT = 0.05
_GRAMMAR = (
    "Give one or two dimensions: xy, a feature, obs:3,7, NAME:0, NAME:0,1, two names such as x,velocity, pca "
    "for principal components, or auto"
)


class Dimensions(NamedTuple):
    """What traces can be drawn over, besides positions and observations, and the walls to draw."""

    features: Mapping[str, Feature] = {}  # the features that the environment declares
    seen: str = ""  # name of the features that the objective sees; `auto` prefers them
    walls: Sequence[Any] = ()  # walls in the plane, as `Env.walls`


UNDECLARED = Dimensions()  # those of an environment that declares nothing


def dimensions_of(env: Env, seen: str) -> Dimensions:
    """Returns the dimensions of an environment; `seen` names the features that the objective sees."""
    return Dimensions(env.features, seen, env.walls)


def figure(
    trajectories: Trajectories,
    dims: str = AUTO,
    dimensions: Dimensions = UNDECLARED,
    *,
    skills: ShownSkills,
    title: str = "",
    rollouts: int | None = None,
) -> Figure:
    """Draws where each skill goes, over two dimensions.

    Args:
      trajectories: episodes; they need observations if `dims` names them.
      dims: the dimensions. `xy`; a feature of size 1 (drawn over time) or 2; `obs:3,7` or `NAME:i,j`,
        entries of the observation or of a feature (a single one is drawn over time); two of these, such as
        `x,velocity`; `pca`, the observations' first two principal components; or `auto`, the most
        informative.
      dimensions: what `dims` may name.
      skills: the skills of the run.
      title: the line above the figure.
      rollouts: traces of each skill; None: as many as stay readable.

    Raises:
      ConfigError: a dimension is unknown, or there are more than two.
    """
    chosen = choose(trajectories, dims, dimensions)
    skill = np.asarray(trajectories.skill)
    drawn = np.unique(skill)
    with_key = skills.kind == DISCRETE and len(drawn) <= FEW
    width = 6.6 if with_key or skills.are_vectors else 5.6
    result = new_figure(width, 5.4 if title else 5.1, title)
    draw_traces(result.add_subplot(), chosen, skill, skills, rollouts)
    if with_key:
        styles = skill_styles(skills)
        lines = [Line2D([], [], **styles[z], linewidth=2.0, label=skills.names[z]) for z in drawn]
        result.legend(
            handles=lines, loc="outside right upper", title="skill", frameon=False, handlelength=1.6,
            fontsize=9.5, title_fontsize=9.5, labelcolor=INK,
        )  # fmt: skip
    return result


def write(
    trajectories: Trajectories,
    directory: Path,
    dims: Sequence[str] = (AUTO,),
    **kwargs: Any,
) -> list[Path]:
    """Writes `figure(trajectories, …, **kwargs)` for each of `dims`; returns the paths.

    Raises:
      ConfigError: as for `figure`; nothing is written then.
      RunFileError: a file cannot be written.
    """
    drawn = {_stem(name): figure(trajectories, name, **kwargs) for name in dims}
    return save_all(drawn, directory)


def write_run(
    run: PlayableRun,
    directory: Path,
    dims: Sequence[str] = (AUTO,),
    selection: Selection = ALL_SKILLS,
    *,
    title: str = "",
) -> list[Path]:
    """Plays a run's skills and writes their traces; see `record.record` and `write` for arguments and errors.

    The skills act by samples, because their spread is a part of a skill. Unknown dimensions raise an error
    before anything is played.
    """
    selection.check(run.config)
    check(run, dims)
    shown, env = shown_of(run.config), run.evaluator.env
    count = shown.count if selection.skills is None else len(selection.skills)
    selection = selection._replace(episodes=selection.episodes or episodes_each(count, 100))
    played = play(run, selection, deterministic=False)
    seen = env.default_features if run.config.features == AUTO else run.config.features
    return write(
        played, directory, dims,
        dimensions=dimensions_of(env, seen), skills=shown, title=title, rollouts=selection.episodes,
    )  # fmt: skip


def check(run: PlayableRun, dims: Sequence[str]) -> None:
    """Raises `ConfigError` for dimensions that the run's episodes will not have, without playing them."""
    evaluator = run.evaluator
    key, skill = jax.random.key(0), jnp.zeros(1, jnp.int32)
    shapes = jax.eval_shape(lambda state: evaluator.rollouts(state, key, skill, 1, False, True), run.state)
    blank = jax.tree.map(lambda x: np.zeros(x.shape, x.dtype), shapes)
    for name in dims:
        if name not in (AUTO, COMPONENTS):
            choose(blank, name, dimensions_of(evaluator.env, ""))


def _stem(dims: str) -> str:
    """Returns the file name of a picture of these dimensions, without its suffix."""
    return "traces" if dims == AUTO else "traces_" + re.sub(r"[^\w]+", "_", dims).strip("_")


class _Axis(NamedTuple):
    values: np.ndarray  # [T or T + 1, N], NaN after an episode's end
    label: str
    unit: str

    @property
    def with_unit(self) -> str:
        return f"{self.label} ({self.unit})" if self.unit else self.label


def choose(trajectories: Trajectories, dims: str, dimensions: Dimensions) -> Traces:
    """Returns the traces over `dims`; see `figure` for arguments and errors."""
    valid, declared = np.asarray(trajectories.valid), dimensions.features
    steps = valid.shape[0]
    if dims == AUTO:
        found = most_telling(trajectories, dimensions)
        if found is None:
            raise ConfigError(
                f"--dims={AUTO}: these episodes have no position, feature or observation, or no step."
            )
        return found
    if dims == COMPONENTS:
        if trajectories.obs is None:
            raise ConfigError(f"--dims={COMPONENTS}: these episodes were recorded without observations.")
        if not valid.any():
            raise ConfigError(f"--dims={COMPONENTS}: these episodes have no step.")
        return _components(trajectories.obs, valid)
    sources = _sources(trajectories, declared)
    axes: list[_Axis] = []
    name = ""
    for part in dims.split(","):
        head, _, index = part.strip().rpartition(":") if ":" in part else ("", "", part.strip())
        if head or (index.isdigit() and name):
            name = head or name
            axes.append(_one_axis(dims, name, index, sources, declared))
        else:
            name = ""
            size = sources[index].shape[-1] if index in sources else 0
            if size > 2:
                raise _refused(dims, f"{index} has {size} numbers; say which, as in {index}:0,1")
            axes += [_one_axis(dims, index, str(i), sources, declared) for i in range(size or 1)]
    if len(axes) > 2:
        raise _refused(dims, f"these are {len(axes)} dimensions")
    if len(axes) == 1:
        only = axes[0]
        return _over_time(only.values, steps, only.with_unit, f"{only.label} over time")
    # Positions include the start; observations begin at the first s'.
    first, second = (axis.values[-min(len(x.values) for x in axes) :] for axis in axes)
    same_unit = axes[0].unit == axes[1].unit and bool(axes[0].unit)
    is_xy = dims.replace(" ", "") in ("xy", "xy:0,1", "x,y")
    title = "Where each skill goes" if is_xy else f"{axes[0].label} and {axes[1].label}"
    points, walls = np.stack([first, second], axis=-1), dimensions.walls if is_xy else ()
    return Traces(points, steps, axes[0].with_unit, axes[1].with_unit, title, plane=same_unit, walls=walls)


def _sources(trajectories: Trajectories, declared: Mapping[str, Feature]) -> dict[str, np.ndarray]:
    """Returns everything that `dims` can name, each [T or T + 1, N, F], NaN after an episode's end."""
    valid = np.asarray(trajectories.valid)
    sources = {name: _blanked(x, valid) for name, x in _feature_values(trajectories, declared).items()}
    if trajectories.obs is not None:
        sources["obs"] = _blanked(trajectories.obs, valid)
    if trajectories.xy is not None:
        sources["xy"] = _positions(trajectories)
    return sources


def _positions(trajectories: Trajectories) -> np.ndarray:
    """Returns the positions [T + 1, N, 2], NaN after an episode's end."""
    valid = np.asarray(trajectories.valid)
    return _blanked(trajectories.xy, np.concatenate([np.ones_like(valid[:1]), valid]))


def _one_axis(
    dims: str, name: str, index: str, sources: Mapping[str, np.ndarray], declared: Mapping[str, Feature]
) -> _Axis:
    if name not in sources:
        close = closest_matches(name, sources)
        raise _refused(
            dims, f"these episodes have no {name or 'such dimension'}.{close} Known: {', '.join(sources)}"
        )
    size = sources[name].shape[-1]
    if not index.isdigit() or int(index) >= size:
        raise _refused(dims, f"{name} has the dimensions 0 to {size - 1}")
    place = int(index)
    feature = declared.get(name)
    units = feature.unit.split(", ") if feature else []
    unit = units[min(place, len(units) - 1)] if units else ""
    if name == "xy":
        return _Axis(sources[name][..., place], "xy"[place], unit or "m")
    return _Axis(sources[name][..., place], name if size == 1 else f"{name} {place}", unit)


def _refused(dims: str, why: str) -> ConfigError:
    return ConfigError(f"--dims={dims}: {why}. {_GRAMMAR}.")


def most_telling(trajectories: Trajectories, dimensions: Dimensions) -> Traces | None:
    """Returns the most informative traces, the first of these that the episodes have; None if they have none.

    1. The xy traces, or x over time if y hardly varies.
    2. A feature of size 1 over time, or of size 2 as a plane. Features that the objective sees come first; if
       it sees the observations, features are skipped.
    3. The observations' first two principal components.
    """
    valid, (declared, seen, walls) = np.asarray(trajectories.valid), dimensions
    steps = valid.shape[0]
    if trajectories.xy is not None:
        xy = _positions(trajectories)
        width, height = np.nanmax(xy, axis=(0, 1)) - np.nanmin(xy, axis=(0, 1))
        if height < _FLAT * width:
            return _over_time(xy[..., 0], steps, "x (m)", "Position along the track")
        return Traces(xy, steps, "x (m)", "y (m)", "Where each skill goes", plane=True, walls=walls)
    values = _feature_values(trajectories, declared) if seen != "obs" else {}
    # The objective may see several features, such as obs+xz.
    for name in sorted(values, key=lambda name: name not in seen.split("+")):
        traces = _feature_traces(name, _blanked(values[name], valid), declared.get(name))
        if traces:
            return traces
    if trajectories.obs is None or not valid.any():
        return None
    return _components(trajectories.obs, valid)


def _components(observations: Any, valid: np.ndarray) -> Traces:
    """Projects observations [T, N, O] on their first two principal components; at least one step is valid."""
    steps = valid.shape[0]
    obs = np.asarray(observations, dtype=np.float64)
    seen = obs[valid]
    scale = seen.std(axis=0)
    scaled = (seen - seen.mean(axis=0)) / np.where(scale > 1e-6, scale, 1.0)
    if scaled.shape[1] < 2:
        return _over_time(_blanked(obs, valid)[..., 0], steps, "observation", "Observation of each skill")
    variance, axes = np.linalg.eigh(np.cov(scaled.T, bias=True))  # also of a single step
    shares = variance[::-1] / max(variance.sum(), 1e-12)
    points = np.full((*valid.shape, 2), np.nan)
    points[valid] = scaled @ axes[:, :-3:-1]
    first = f"first component ({percent(shares[0])} of variance)"
    second = f"second component ({percent(shares[1])})"
    title = "Observations of each skill, principal components"
    return Traces(points, steps, first, second, title, plane=False)


def _feature_values(trajectories: Trajectories, declared: Mapping[str, Feature]) -> dict[str, Any]:
    """Returns all features by name, each [T, N, F]: recorded ones, and parts of the observations."""
    values: dict[str, Any] = dict(trajectories.features)
    if trajectories.obs is not None:
        obs = np.asarray(trajectories.obs)
        values |= {name: obs[..., list(f.dims)] for name, f in declared.items() if f.dims is not None}
    return values


def _feature_traces(name: str, values: np.ndarray, feature: Feature | None) -> Traces | None:
    steps, size = values.shape[0], values.shape[-1]
    title = feature.meaning[:1].upper() + feature.meaning[1:] if feature else f"{name} of each skill"
    units = feature.unit.split(", ") if feature else []
    labels = [f"{name} ({unit})" for unit in units] or [name]
    if size == 1:
        return _over_time(values[..., 0], steps, labels[0], title)
    if size == 2:
        # Two dimensions with different units do not form a plane.
        first, second = f"{labels[0]}, first", f"{labels[-1]}, second"
        return Traces(values, steps, first, second, title, plane=len(units) < 2)
    return None


def _blanked(values: Any, there: np.ndarray) -> np.ndarray:
    """Returns values [T, N, F] with NaN where `there` [T, N] is False, so that lines stop there."""
    return np.where(there[..., None], np.asarray(values, dtype=np.float64), np.nan)


def _over_time(values: np.ndarray, steps: int, label: str, title: str) -> Traces:
    """Returns traces of values over steps; values are [T, N], at s', or [T + 1, N], including the start."""
    first = steps + 1 - values.shape[0]
    step = np.broadcast_to(np.arange(first, steps + 1)[:, None], values.shape)
    return Traces(np.stack([step, values], axis=-1), steps, "step of the episode", label, title, plane=False)
