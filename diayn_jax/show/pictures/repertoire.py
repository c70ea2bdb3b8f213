"""Draws archives of solutions: which cells are filled, and the fitness of their solutions."""

import itertools
from collections.abc import Sequence
from typing import Any, NamedTuple

import matplotlib as mpl
import numpy as np
import scipy.spatial
from matplotlib import colors
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from diayn_jax.show.colours import ramp
from diayn_jax.show.pictures.figure_style import INK, new_figure, style_axes
from diayn_jax.show.pictures.trace_panel import TEXT_BOX

_EMPTY, _EDGE = "#f3f3f3", "#dddddd"
_FEW = 30  # up to this many solutions have their skills' names beside them
_MOST_PANELS = 6


class Cells(NamedTuple):
    """The parts of an archive that are drawn."""

    centroids: np.ndarray  # [C, D]
    low: np.ndarray  # [D]
    high: np.ndarray  # [D]
    cell: np.ndarray  # [n], int: filled cells
    descriptors: np.ndarray  # [n, D], descriptors of the solutions in the filled cells
    fitness: np.ndarray  # [n]
    names: Sequence[str]  # names of the D descriptors


def repertoire_figure(
    cells: Cells, *, title: str = "", note: str = "", labels: Sequence[str] = (), fitness: str = "return"
) -> Figure:
    """Draws cells in the colour of their fitness, and the solutions' own descriptors as dots.

    One descriptor gives a strip, two give a plane of cells, and more give a panel for each pair. `note` is
    the line below the title, `fitness` the name of the fitness with its unit. `labels` are those of the
    solutions [n], or () for none; they are left out if there are many solutions.

    Raises:
      ValueError: the archive is empty, or a number is not finite.
    """
    if not len(cells.fitness):
        raise ValueError("the archive is empty, so it cannot be drawn.")
    if not (np.isfinite(cells.fitness).all() and np.isfinite(cells.descriptors).all()):
        raise ValueError("fitness and descriptors must be finite.")
    dims = len(cells.names)
    norm = colors.Normalize(*_range(cells.fitness))
    palette = colors.ListedColormap(ramp(np.linspace(0, 1, 256))).with_extremes(bad=_EMPTY)
    shown = labels if len(labels) <= _FEW else ()
    if dims <= 2:
        figure = new_figure(8.0, 6.6 if dims == 2 else 3.0)
        axes = [figure.add_subplot()]
        fitness_of_cells = np.full(len(cells.centroids), np.nan)
        fitness_of_cells[cells.cell] = cells.fitness
        faces = palette(norm(np.ma.masked_invalid(fitness_of_cells)))
        if dims == 2:
            _draw_plane(axes[0], cells, faces, shown)
        else:
            _draw_strip(axes[0], cells, faces)
        style_axes(axes[0], title, note)
        axes[0].grid(False)
    else:
        pairs = list(itertools.combinations(range(dims), 2))[:_MOST_PANELS]
        columns = min(3, len(pairs))
        rows = -(-len(pairs) // columns)
        figure = new_figure(4.6 * columns, 0.8 + 4.2 * rows)
        figure.suptitle(f"{title}\n{note}", x=0.01, ha="left", fontsize=12, color=INK)
        axes = [figure.add_subplot(rows, columns, 1 + place) for place in range(len(pairs))]
        for ax, (first, second) in zip(axes, pairs, strict=True):
            _draw_pair(ax, cells, first, second, palette, norm)
            style_axes(ax, "", "")
    bar = figure.colorbar(mpl.cm.ScalarMappable(norm, palette), ax=axes, shrink=0.85, aspect=30)
    bar.set_label(fitness, color=INK)
    bar.outline.set_visible(False)
    bar.ax.tick_params(colors=INK, labelsize=9.5)
    return figure


def cell_polygons(centroids: np.ndarray, low: np.ndarray, high: np.ndarray) -> list[np.ndarray]:
    """Returns the Voronoi cells of points in a rectangle: centroids [C, 2] -> C polygons [corners, 2].

    Each point is mirrored at the four sides, so that the cells of the enlarged set end at the rectangle.
    """
    centroids = np.asarray(centroids, np.float64)
    mirrored = [centroids]
    for axis, side in itertools.product(range(2), (low, high)):
        image = centroids.copy()
        image[:, axis] = 2 * side[axis] - image[:, axis]
        mirrored.append(image)
    diagram = scipy.spatial.Voronoi(np.concatenate(mirrored))
    regions = (diagram.regions[diagram.point_region[place]] for place in range(len(centroids)))
    return [np.clip(diagram.vertices[region], low, high) for region in regions]


def _range(fitness: np.ndarray) -> tuple[float, float]:
    low, high = float(fitness.min()), float(fitness.max())
    return (low, high) if high > low else (low - 0.5, high + 0.5)


def _draw_plane(ax: Axes, cells: Cells, faces: np.ndarray, labels: Sequence[str]) -> None:
    polygons = cell_polygons(cells.centroids, cells.low, cells.high)
    # With many cells, thick lines would cover the cells.
    width = 0.5 if len(polygons) <= 2000 else 0.1
    filled = PolyCollection(polygons, facecolors=faces, edgecolors=_EDGE, linewidths=width, zorder=1)
    ax.add_collection(filled)
    ax.plot(*cells.descriptors.T, linestyle="none", marker="o", markersize=2.6, color=INK, zorder=3)
    for label, (x, y) in zip(labels, cells.descriptors, strict=False):
        ax.annotate(
            label, (x, y), xytext=(3, 3), textcoords="offset points", fontsize=8, color=INK, zorder=4,
            bbox=TEXT_BOX,
        )  # fmt: skip
    ax.set(xlabel=cells.names[0], ylabel=cells.names[1])
    seen = np.concatenate([cells.descriptors, cells.low[None], cells.high[None]])
    margin = 0.01 * (cells.high - cells.low)
    (x0, y0), (x1, y1) = seen.min(0) - margin, seen.max(0) + margin
    ax.set(xlim=(x0, x1), ylim=(y0, y1))
    # Two axes in metres get the same scale.
    if all(name.endswith("(m)") for name in cells.names):
        ax.set_aspect("equal")


def _draw_strip(ax: Axes, cells: Cells, faces: np.ndarray) -> None:
    order = np.argsort(cells.centroids[:, 0])
    centres = cells.centroids[order, 0]
    middles = (centres[1:] + centres[:-1]) / 2
    edges = np.concatenate([[cells.low[0]], middles, [cells.high[0]]])
    ax.bar(edges[:-1], 1.0, np.diff(edges), align="edge", color=faces[order], edgecolor=_EDGE, linewidth=0.3)
    x = cells.descriptors[:, 0]
    ax.plot(x, np.full(len(x), 0.5), linestyle="none", marker="o", markersize=2.6, color=INK)
    ax.set(xlabel=cells.names[0], yticks=[], ylim=(0, 1))


def _draw_pair(ax: Axes, cells: Cells, first: int, second: int, palette: Any, norm: Any) -> None:
    """Draws solutions by two of more than two descriptors; their cells have no shape in a plane."""
    order = np.argsort(cells.fitness)
    x, y = cells.descriptors[order, first], cells.descriptors[order, second]
    ax.scatter(x, y, c=cells.fitness[order], cmap=palette, norm=norm, s=14, zorder=2, linewidths=0)
    ax.set(xlabel=cells.names[first], ylabel=cells.names[second])
    ax.set_xlim(min(cells.low[first], x.min()), max(cells.high[first], x.max()))
    ax.set_ylim(min(cells.low[second], y.min()), max(cells.high[second], y.max()))
