"""Puts pictures on a run's page: those that commands have drawn into its directory after training."""

import contextlib
from collections.abc import Sequence
from pathlib import Path

from diayn_jax.show import page
from diayn_jax.storage import files, untrusted_files

PICTURES = "pictures"  # the key of a page's data
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_MOST_BYTES = 4_000_000  # of a picture; a page must stay small enough to send
_MOST_PICTURES = 20


# The pattern of the files' names, the title and the description of each kind of pictures.
_KINDS = (
    (
        files.OPTIONS, "The options",
        "When and where each is active, how long they last, and where they end",
    ),
    (
        files.GOALS, "The manager's goals",
        "Where each points, over time and in space, and how often each direction is chosen",
    ),
    (
        "archive*.png", "The skills as an archive",
        "Cells of descriptors, in the colour of the fittest skill of each (diayn archive)",
    ),
    (
        "repertoire*.png", "A repertoire",
        "Cells of descriptors, in the colour of the fittest solution of each (archive.show_on_report)",
    ),
    (
        "imitation-*.png", "What others do",
        "Which skills imitate those of another run, or recorded states (diayn imitate)",
    ),
)  # fmt: skip


def pictures_part(directory: Path | None) -> list[dict[str, str]]:
    """Returns title, description, file and image of each picture in a run's directory; at most 20."""
    if directory is None:
        return []
    found = []
    for (_, title, about), file in _files(directory):
        if image := image_of(file):
            found.append({"title": title, "about": about, "file": file.name, "image": image})
    return found[:_MOST_PICTURES]


def image_of(file: Path) -> str:
    """Returns a PNG as an address for a page; "" if the file is no PNG, too large, or cannot be read."""
    try:
        data = untrusted_files.read_bytes(file, _MOST_BYTES)
    except (OSError, ValueError):
        return ""
    return page.data_url(data, "image/png") if data.startswith(_SIGNATURE) else ""


def stamps(directory: Path) -> tuple[tuple[str, int], ...]:
    """Returns the files' names and modification times, which change when a picture changes."""
    found = []
    for _, file in _files(directory):
        # A file may be deleted meanwhile.
        with contextlib.suppress(OSError):
            found.append((file.name, file.stat().st_mtime_ns))
    return tuple(found)


def _files(directory: Path) -> list[tuple[tuple[str, str, str], Path]]:
    """Returns the pictures in a directory, each with its kind."""
    return [(kind, file) for kind in _KINDS for file in sorted(directory.glob(kind[0]))]


def show_pictures(directory: Path) -> Path | None:
    """Puts the pictures of a run's directory on its page; the rest of the page is unchanged.

    Returns the path of the page; None if there is no page of a run.

    Raises:
      RunFileError: the page cannot be written.
    """
    target = directory / files.REPORT
    data = page.read(target)
    if data is None or data.get("kind") != "run" or "head" not in data:
        return None
    files.write_atomic(target, page.render({**data, PICTURES: pictures_part(directory)}))
    return target


def put_on_page(directory: Path, written: Sequence[Path]) -> list[Path]:
    """Puts pictures that were written into a run's directory on its page; returns the page, if it exists.

    Raises:
      RunFileError: the page cannot be written.
    """
    if not any(file.parent.resolve() == directory.resolve() for file in written):
        return []
    page = show_pictures(directory)
    return [] if page is None else [page]
