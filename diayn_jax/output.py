"""Output of long work: lines on stdout, and reports of how much of the work is done."""

import codecs
import contextlib
import io
import os
import sys
import unicodedata
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


_LACKING = "diayn_jax.lacking"  # how characters are written that a stream's encoding lacks
_SIMILAR = str.maketrans("−×", "-x")


def _in_ascii(error: UnicodeError) -> tuple[bytes, int]:
    """Writes characters in ASCII, such as "-" for "−", and bytes that Python took from a path as they are."""
    assert isinstance(error, UnicodeEncodeError)
    escaped = range(0xDC80, 0xDD00)
    written = [
        bytes([ord(character) - 0xDC00])
        if ord(character) in escaped
        else unicodedata.normalize("NFKD", character).translate(_SIMILAR).encode("ascii", "replace")
        for character in error.object[error.start : error.end]
    ]
    return b"".join(written), error.end


@contextlib.contextmanager
def in_any_encoding() -> Iterator[None]:
    """Lets stdout and stderr write characters that their encoding lacks, in the context.

    Otherwise Python would end the program at the first "−", for example in a Latin-1 locale.
    """
    codecs.register_error(_LACKING, _in_ascii)
    streams = [stream for stream in (sys.stdout, sys.stderr) if isinstance(stream, io.TextIOWrapper)]
    before = [stream.errors for stream in streams]
    for stream in streams:
        stream.reconfigure(errors=_LACKING)
    try:
        yield
    finally:
        for stream, errors in zip(streams, before, strict=True):
            stream.reconfigure(errors=errors)


def discard(stream: TextIO) -> None:
    """Drops the buffered and all later output of a stream.

    Otherwise Python would flush it again at exit, print an error, and change the exit code.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
