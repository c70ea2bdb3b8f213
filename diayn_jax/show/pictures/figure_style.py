"""Makes, styles and writes figures."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

from diayn_jax.storage import files

_FORMATS = ("png", "svg")
INK = "#333333"
FAINT = "#bbbbbb"
BLUE = "#00609f"


def new_figure(width: float, height: float, title: str = "", *, fontsize: int = 12) -> Figure:
    """Makes a figure of a width and height in inches, with a line above all panels.

    The figure has its own canvas and does not use pyplot.
    """
    figure = Figure(figsize=(width, height), layout=ConstrainedLayoutEngine(w_pad=0.1, h_pad=0.1))
    FigureCanvasAgg(figure)
    if title:
        figure.suptitle(title, x=0.01, ha="left", fontsize=fontsize, fontweight="bold", color=INK)
    return figure


def as_bytes(figure: Figure, kind: str, dpi: int) -> bytes:
    """Returns a figure as a file, such as a `png`.

    In an SVG, text stays text, and the same figure always gives the same file.
    """
    out = io.BytesIO()
    metadata: Any = {"Date": None} if kind == "svg" else None
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "diayn_jax"}):
        figure.savefig(out, format=kind, dpi=dpi, metadata=metadata)
    return out.getvalue()


def save(figure: Figure, path: Path, dpi: int = 200) -> Path:
    """Writes a figure atomically, in the format of the path's suffix; raises `RunFileError`."""
    files.write_atomic(path, as_bytes(figure, path.suffix[1:], dpi))
    return path


def save_all(figures: Mapping[str, Figure], directory: Path) -> list[Path]:
    """Writes figures as PNG and SVG, by name without the suffix; returns the paths. Raises `RunFileError`."""
    return [
        save(figure, directory / f"{name}.{kind}") for name, figure in figures.items() for kind in _FORMATS
    ]


def style_axes(ax: Axes, title: str, note: str) -> None:
    """Sets the title, a note below it, the grid and the frame."""
    # A fixed y keeps the title from moving up for a key beside it.
    ax.set_title(title, loc="left", y=1.0, fontsize=12, color=INK, pad=20 if note else 8)
    ax.annotate(
        note, (0, 1), xycoords="axes fraction", xytext=(0, 6), textcoords="offset points", fontsize=9.5,
        color="#666666", in_layout=False,
    )  # fmt: skip
    ax.grid(color="#ececec", linewidth=0.8, zorder=0)
    ax.set_axisbelow(True)
    ax.spines[["top", "right"]].set_visible(False)
    ax.spines[["left", "bottom"]].set_color(FAINT)
    ax.tick_params(colors=INK, labelsize=9.5)
    ax.xaxis.label.set_color(INK)
    ax.yaxis.label.set_color(INK)


def some_of(shown: np.ndarray, most: int) -> tuple[np.ndarray, np.ndarray]:
    """Returns time and episode of the steps marked in `shown` [T, N]; of many, `most` random ones."""
    time, episode = np.nonzero(shown)
    if len(time) > most:
        kept = np.random.default_rng(0).choice(len(time), most, replace=False)
        time, episode = time[kept], episode[kept]
    return time, episode
