"""Draws a manager's goals: arrows over time and in space, and a histogram of their directions."""

import itertools

import jax.numpy as jnp
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from diayn_jax.agents.feudal.goals import sums_of, usage_figures
from diayn_jax.evaluation.metrics import Trajectories
from diayn_jax.number_format import number
from diayn_jax.show.colours import cyclic
from diayn_jax.show.pictures.figure_style import FAINT, new_figure, some_of, style_axes
from diayn_jax.types import GoalUnderWay

_MOST_EPISODES = 12  # rows of arrows over time, at most
_MOST_IN_A_ROW = 40  # arrows of an episode, at most
_MOST_IN_SPACE = 600  # arrows in the panel of space, at most
_BINS = 24  # bins of the histogram of directions


def has_goals(trajectories: Trajectories) -> bool:
    """Whether the episodes hold goals of a manager and at least one step."""
    return isinstance(trajectories.actor, GoalUnderWay) and bool(np.any(trajectories.valid))


def goals_figure(trajectories: Trajectories, in_metres: bool, *, title: str = "") -> Figure:
    """Draws the goals as arrows over time and in space, coloured by direction, and their directions.

    Goals of more than two coordinates are projected on the two principal axes of their directions. In space,
    a goal that is a displacement in xy is drawn as that displacement. For other goals, the arrow shows where
    the robot went until the next arrow of that episode, in the goal's colour. Without xy, the panel of space
    is left out. The episodes have at least one valid step. `in_metres` says that goals are displacements.
    """
    actor, valid = trajectories.actor, np.asarray(trajectories.valid)
    assert isinstance(actor, GoalUnderWay)
    goal, axes = on_a_plane(np.asarray(actor.goal, np.float64), valid)
    shown = thinned(np.asarray(actor.began) & valid)
    colour = np.array(cyclic((np.arctan2(goal[..., 1], goal[..., 0]) / (2 * np.pi)).ravel() % 1))
    colour = colour.reshape(valid.shape)
    figure = new_figure(12.5, 4.6 if trajectories.xy is None else 8.4, title)
    rows = 1 if trajectories.xy is None else 2
    _draw_over_time(figure.add_subplot(rows, 2, 1), goal, shown, colour, axes)
    _draw_directions(figure.add_subplot(rows, 2, 2), trajectories, goal)
    if trajectories.xy is not None:
        xy = np.asarray(trajectories.xy, np.float64)
        ax = figure.add_subplot(2, 1, 2)
        _draw_in_space(ax, xy, goal if in_metres else went(xy, shown, valid), shown, valid, colour)
        target = "its target" if in_metres else "the robot's place at the next arrow, in the goal's colour"
        style_axes(ax, "Goals in space", f"from where each was set to {target}")
    return figure


def on_a_plane(goal: np.ndarray, valid: np.ndarray) -> tuple[np.ndarray, str]:
    """Projects goals [T, N, G], valid [T, N], to [T, N, 2]; also describes the two coordinates in words."""
    size = goal.shape[-1]
    if size == 1:
        return np.concatenate([goal, np.zeros_like(goal)], axis=-1), "its one coordinate"
    if size == 2:
        return goal, "its two coordinates"
    seen = goal[valid]
    norm = np.linalg.norm(seen, axis=-1, keepdims=True)
    directions = seen / np.where(norm > 0, norm, 1)
    # The directions are not centred, so that a direction that all goals share stays visible.
    _, _, axes = np.linalg.svd(directions, full_matrices=False)
    axes = np.concatenate([axes[:2], np.zeros((max(0, 2 - len(axes)), size))])
    return goal @ axes.T, f"along the two principal axes of {size} coordinates"


def thinned(began: np.ndarray) -> np.ndarray:
    """Chooses which goals are drawn, [T, N]: arrows of an episode keep a distance, so that there are few."""
    apart = max(1, -(-began.shape[0] // _MOST_IN_A_ROW))
    shown = np.zeros_like(began)
    for episode in range(began.shape[1]):
        last = -apart
        for t in np.flatnonzero(began[:, episode]):
            if t - last >= apart:
                shown[t, episode], last = True, t
    return shown


def _draw_over_time(ax: Axes, goal: np.ndarray, shown: np.ndarray, colour: np.ndarray, axes: str) -> None:
    count = min(shown.shape[1], _MOST_EPISODES)
    time, episode = np.nonzero(shown[:, :count])
    if len(time):
        way = goal[time, episode]
        norm = np.linalg.norm(way, axis=-1, keepdims=True)
        way = way / np.where(norm > 0, norm, 1)
        ax.quiver(time, episode, way[:, 0], way[:, 1], color=list(colour[time, episode]), pivot="mid",
                  scale=min(_MOST_IN_A_ROW, shown.shape[0]), width=0.004)  # fmt: skip
    ax.set(xlabel="step of the episode", ylabel="episode", ylim=(-1, count), xlim=(-1, shown.shape[0]))
    style_axes(ax, "Where goals point, over time", f"the direction of each, by {axes}")


def _draw_directions(ax: Axes, trajectories: Trajectories, goal: np.ndarray) -> None:
    actor, valid = trajectories.actor, np.asarray(trajectories.valid)
    began = np.asarray(actor.began) & valid
    turn = np.arctan2(goal[began][:, 1], goal[began][:, 0])
    edges = np.linspace(-np.pi, np.pi, _BINS + 1)
    share = np.histogram(turn, edges)[0] / max(len(turn), 1)
    middle = (edges[:-1] + edges[1:]) / 2
    ax.bar(np.degrees(middle), share, width=360 / _BINS, color=cyclic(middle / (2 * np.pi) % 1))
    ax.set(xlabel="direction, degrees", ylabel="share of goals", xlim=(-180, 180))
    ax.set_xticks([-180, -90, 0, 90, 180])
    recorded = GoalUnderWay(jnp.asarray(actor.goal), jnp.asarray(actor.began), jnp.asarray(actor.steps), ())
    sums = sums_of(recorded, jnp.asarray(valid))
    figures = usage_figures(type(sums)(*(x.sum(0) for x in sums)))
    spread, length = (number(float(figures[name])) for name in ("goal_spread", "goal_length"))
    note = f"{len(turn)} goals; spread {spread} (0: all alike), length {length} on average"
    style_axes(ax, "How often each direction is chosen", note)


def _draw_in_space(
    ax: Axes, xy: np.ndarray, way: np.ndarray, shown: np.ndarray, valid: np.ndarray, colour: np.ndarray
) -> None:
    """Draws paths, and the arrows `way` [T, N, 2] that are `shown` [T, N]."""
    for i in range(valid.shape[1]):
        places = xy[: int(valid[:, i].sum()) + 1, i]
        ax.plot(*places.T, color=FAINT, linewidth=0.6, zorder=1)
    time, episode = some_of(shown, _MOST_IN_SPACE)
    if len(time):
        ax.quiver(*xy[time, episode].T, *way[time, episode].T, color=list(colour[time, episode]),
                  angles="xy", scale_units="xy", scale=1, width=0.002, zorder=2)  # fmt: skip
        # Matplotlib does not include arrows in the limits.
        ends = xy[time, episode] + way[time, episode]
        ax.plot(*ends.T, linestyle="none", marker=None)
        ax.update_datalim(ends)
        ax.autoscale_view()
    ax.set(xlabel="x, m", ylabel="y, m", aspect="equal", adjustable="datalim")


def went(xy: np.ndarray, shown: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """Returns the way [T, N, 2] from each arrow's place to the next arrow's in its episode, or to its end.

    Shapes: `xy` [T + 1, N, 2], `shown` and `valid` [T, N].
    """
    way = np.zeros((*shown.shape, 2))
    for episode in range(shown.shape[1]):
        times = np.append(np.flatnonzero(shown[:, episode]), valid[:, episode].sum())
        for start, end in itertools.pairwise(times):
            way[start, episode] = xy[end, episode] - xy[start, episode]
    return way
