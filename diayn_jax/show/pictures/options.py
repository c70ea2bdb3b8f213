"""Draws options: when and where they are used, how long they last, and where they end."""

import jax.numpy as jnp
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from diayn_jax.agents.options.usage import OptionUsage, usage_figures
from diayn_jax.evaluation.metrics import Trajectories
from diayn_jax.number_format import number, percent
from diayn_jax.show.colours import skill_colours
from diayn_jax.show.pictures.figure_style import new_figure, some_of, style_axes
from diayn_jax.types import OptionUnderWay

_MOST_POINTS = 20_000  # points in a panel, at most
_SLICES = 60  # slices of an episode's time
_LENGTH_BINS = 24


def has_options(trajectories: Trajectories) -> bool:
    """Whether the episodes hold options and at least one step."""
    return isinstance(trajectories.actor, OptionUnderWay) and bool(np.any(trajectories.valid))


def options_figure(trajectories: Trajectories, num_options: int | None = None, *, title: str = "") -> Figure:
    """Draws the options' shares over time, where each is active, how long each lasts, and where it ends.

    Without xy, only the panels of time and of lengths are drawn. The episodes have at least one valid step.
    `num_options` is K; None: the highest option in the episodes, plus one.
    """
    actor, valid = trajectories.actor, np.asarray(trajectories.valid)
    assert isinstance(actor, OptionUnderWay)
    option = np.where(valid, np.asarray(actor.option, np.int64), -1)
    began = np.asarray(actor.began) & valid
    count = int(option.max()) + 1 if num_options is None else num_options
    colours, xy = skill_colours(count), trajectories.xy
    figure = new_figure(12.5, 8.4 if xy is not None else 4.6, title)
    rows = 1 if xy is None else 2
    _draw_shares(figure.add_subplot(rows, 2, 1), option, began, colours)
    _draw_lengths(figure.add_subplot(rows, 2, 2), lengths(option, began), colours)
    if xy is not None:
        places = np.asarray(xy)[:-1]  # positions of s, the state in which the option acts
        where, ends = figure.add_subplot(2, 2, 3), figure.add_subplot(2, 2, 4)
        _draw_places(where, places, option, colours)
        style_axes(where, "Where each is active", "the place of every step, in its option's colour")
        _draw_places(ends, places, ends_of(option, began), colours)
        style_axes(ends, "Where they end", "the place where an option ended and the next was chosen")
    return figure


def lengths(option: np.ndarray, began: np.ndarray) -> list[np.ndarray]:
    """Returns the lengths, in steps, of every execution of each option.

    `option` [T, N] is the active option, −1 where there is no step; `began` [T, N] says where one began. An
    execution that the end of its episode cuts short counts with the steps that it had.
    """
    found: list[list[int]] = [[] for _ in range(int(option.max()) + 1)]
    for episode in range(option.shape[1]):
        starts = np.flatnonzero(began[:, episode])
        steps = int((option[:, episode] >= 0).sum())
        # An episode whose physics diverges in its first step has no valid step.
        for start, length in zip(starts, np.diff(np.append(starts, steps)), strict=True):
            found[option[start, episode]].append(length)
    return [np.array(x, np.int64) for x in found]


def ends_of(option: np.ndarray, began: np.ndarray) -> np.ndarray:
    """Returns the option that ended in the state of each step, [T, N]; −1 where none ended."""
    before = np.concatenate([np.full((1, option.shape[1]), -1), option[:-1]])
    return np.where(began, before, -1)


def _draw_shares(ax: Axes, option: np.ndarray, began: np.ndarray, colours: list[str]) -> None:
    slices = np.array_split(np.arange(option.shape[0]), min(_SLICES, option.shape[0]))
    counts = np.array([[(option[part] == k).sum() for part in slices] for k in range(len(colours))], float)
    shares = counts / np.maximum(counts.sum(axis=0), 1)
    middle = [float(part.mean()) for part in slices]
    ax.stackplot(middle, shares, colors=colours, labels=[f"option {k}" for k in range(len(colours))])
    ax.set(xlabel="step of the episode", ylabel="share of episodes", ylim=(0, 1))
    ax.legend(loc="upper right", frameon=True, fontsize=8, ncols=2)
    usage = OptionUsage(jnp.asarray(counts.sum(axis=1), jnp.float32), jnp.float32(began.sum()))
    figures = {name: float(x) for name, x in usage_figures(usage).items()}
    entropy, most = number(figures["option_entropy"]), number(float(np.log(len(colours))))
    note = f"entropy {entropy} of {most} nats, the largest {percent(figures['option_share_largest'])}"
    style_axes(ax, "When each is active", note)


def _draw_lengths(ax: Axes, found: list[np.ndarray], colours: list[str]) -> None:
    longest = max((int(x.max()) for x in found if x.size), default=1)
    edges = np.unique(np.round(np.geomspace(1, longest + 1, _LENGTH_BINS)))
    edges = edges if edges.size > 1 else np.array([1.0, 2.0])
    for k, mine in enumerate(found):
        if mine.size:
            share = np.histogram(mine, edges)[0] / mine.size
            ax.stairs(share, edges, color=colours[k], linewidth=1.8, label=f"option {k}")
    ax.set(xscale="log", xlabel="steps", ylabel="share of its executions")
    of_all = np.concatenate(found)
    mean = number(float(of_all.mean()))
    style_axes(ax, "How long they last", f"{mean} steps on average, the longest {longest}")


def _draw_places(ax: Axes, places: np.ndarray, option: np.ndarray, colours: list[str]) -> None:
    """Draws places [T, N, 2] in the colours of `option` [T, N]; −1: none."""
    time, episode = some_of(option >= 0, _MOST_POINTS)
    points = places[time, episode]
    colour = np.array(colours)[option[time, episode]] if len(time) else []
    ax.scatter(points[:, 0], points[:, 1], s=5, c=colour, linewidths=0, alpha=0.6)
    ax.set(xlabel="x, m", ylabel="y, m", aspect="equal", adjustable="datalim")
