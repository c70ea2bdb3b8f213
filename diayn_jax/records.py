"""Records that the functions of the API return: what a command prints, in fields, lines, JSON and HTML."""

import abc
import html
import math
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from diayn_jax.config import as_arguments, names_flags

Say = Callable[[str], None]  # receives lines of output


def silent(text: str) -> None:
    """Ignores a line of output."""


@names_flags
def warn(text: str) -> None:
    """Prints a line on stderr, for warnings such as that of a damaged checkpoint."""
    print(text, file=sys.stderr, flush=True)


class Record(abc.ABC):
    """A result. Its fields hold the figures; the rest shows them.

    - `lines()` is what the command prints at its end. `print(record)` and Python's prompt show it
      with arguments for flags.
    - `as_json()` is what the command prints with `--json`: plain data, without NaN and inf.
    - `cells()` is a small table, which notebooks show; the heading comes first.
    - `written` has the files that were written.
    """

    written: Sequence[Path]

    @abc.abstractmethod
    def lines(self) -> list[str]:
        """Returns the result in words."""

    @abc.abstractmethod
    def as_json(self) -> Any:
        """Returns the result as plain data."""

    @abc.abstractmethod
    def cells(self) -> Sequence[Sequence[str]]:
        """Returns the rows of a table, the heading first."""

    def _repr_html_(self) -> str:
        return table_html(self.cells())

    def __str__(self) -> str:
        return as_arguments("\n".join(self.lines()))

    def __repr__(self) -> str:
        # Fields hold arrays of whole episodes, which would fill the screen.
        return str(self)


def table_html(cells: Sequence[Sequence[str]]) -> str:
    """Returns rows of text, the heading first, as a table in HTML."""

    def row(words: Sequence[str], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{html.escape(word)}</{tag}>" for word in words) + "</tr>"

    head, *rows = cells
    return "<table>" + row(head, "th") + "".join(row(words, "td") for words in rows) + "</table>"


def plain(value: Any) -> Any:
    """Returns a value in JSON's types; numbers that are not finite become None, and arrays lists."""
    if isinstance(value, Mapping):
        return {str(key): plain(x) for key, x in value.items()}
    if isinstance(value, list | tuple):
        return [plain(x) for x in value]
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    # Arrays and scalars of NumPy and JAX.
    if hasattr(value, "tolist"):
        return plain(value.tolist())
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
