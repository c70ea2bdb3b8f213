"""Output of long work: lines on stdout, and reports of how much of the work is done."""

import os
import sys
from collections.abc import Iterable, Iterator
from typing import Protocol, TextIO, TypeVar

from diayn_jax.config import names_flags

T = TypeVar("T")


class Progress(Protocol):
    """Receives the progress of long work.

    `what` names the part of the work that is being done, and `done` of its `total` steps are finished. If
    `total` is None, their number is unknown.
    """

    def __call__(self, what: str, done: int = 0, total: int | None = None) -> None: ...  # noqa: D102


def silent(what: str, done: int = 0, total: int | None = None) -> None:
    """A `Progress` that shows nothing."""


def counted(items: Iterable[T], what: str, total: int, progress: Progress) -> Iterator[T]:
    """Yields the items, of which there are `total`, and reports how many of them are finished."""
    for done, item in enumerate(items):
        progress(what, done, total)
        yield item
    progress(what, total, total)


@names_flags
def say(text: object, end: str = "\n") -> None:
    """Prints and flushes; if the reader has closed the pipe, as `head` does, the program continues."""
    try:
        print(text, end=end, flush=True)
    except OSError:
        discard(sys.stdout)


def discard(stream: TextIO) -> None:
    """Drops the buffered and all later output of a stream.

    Otherwise Python would flush it again at exit, print an error, and change the exit code.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
