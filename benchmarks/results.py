"""Writes a benchmark's results: all data as JSON, and tables as Markdown.

Each file records the machine, the versions, the commit of the code and the command.
"""

import argparse
import contextlib
import datetime
import json
import math
import os
import platform
import shlex
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from diayn_jax.storage import files, provenance

DIRECTORY = Path(__file__).resolve().parent / "results"

# Read at the start of the benchmark, because a later commit is not the measured one.
COMMIT = provenance.commit()


class Table(NamedTuple):
    """A table of results; its cells are text."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    note: str = ""


def parser(description: str | None, name: str = "") -> argparse.ArgumentParser:
    """Makes a parser of a benchmark's command line. If `name` is given, it has --name and --out."""
    made = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    if name:
        made.add_argument("--name", default=name, help="name of the result files")
        made.add_argument("--out", type=Path, default=DIRECTORY, help="folder of the results")
    return made


def machine() -> dict[str, Any]:
    """Describes the machine: cores that this process may use, processor family, memory, system."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = None
    with contextlib.suppress(ValueError, OSError, AttributeError):
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "cores": cores,
        "processor": processor(),
        "memory_bytes": memory,
        "system": f"{platform.system()} {platform.machine()}",
    }


def processor() -> str:
    """Returns the processor's family, as the system names it."""
    with contextlib.suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def commit_words() -> str:
    """Describes the commit of this code in words."""
    if COMMIT is None:
        return "unknown (no git checkout)"
    return COMMIT["hash"][:12] + (" with uncommitted changes" if COMMIT["dirty"] else "")


def short_commit() -> str:
    """Returns the short commit of this code, for a column of a table."""
    return "–" if COMMIT is None else COMMIT["hash"][:7] + ("+" if COMMIT["dirty"] else "")


def command_words() -> str:
    """Returns the command, without folders of this machine."""
    path = Path(sys.argv[0])
    module = path.parent.name if path.stem == "__main__" else path.stem
    arguments = [hide_folders(argument) for argument in sys.argv[1:]]
    return shlex.join(["python", "-m", f"benchmarks.{module}", *arguments])


def hide_folders(argument: str) -> str:
    """Shortens `--flag=/a/b,/c/d` to `--flag=.../b,.../d`: folders of one machine are of no interest."""
    flag, equals, value = argument.partition("=")
    entries = [f".../{Path(x).name}" if x.startswith("/") else x for x in value.split(",")]
    return f"{flag}{equals}{','.join(entries)}"


def earlier(name: str, directory: Path = DIRECTORY, any_machine: bool = False) -> dict[str, Any]:
    """Reads the earlier results of that name, to which new ones are added; {} if there are none.

    Args:
      name: name of the files.
      directory: folder of the files.
      any_machine: whether results of another kind of machine are accepted; for tables that name the machine
        of each row.

    Raises:
      SystemExit: the results come from another kind of machine, so they cannot be combined.
    """
    path = directory / f"{name}.json"
    if not path.exists():
        return {}
    document = json.loads(path.read_text(encoding="utf-8"))
    there, here = (box["processor"] for box in (document["machine"], machine()))
    if there != here and not any_machine:
        raise SystemExit(
            f"{path} was measured on {there}, but this machine is {here}. Choose another --name or remove it."
        )
    return document


def leave_if_stopped(stopped: int | None) -> None:
    """Ends the process if a signal ended a run or a sweep early, because its figures are incomplete."""
    if stopped:
        raise SystemExit(128 + stopped)


def write(
    name: str, summary: str, tables: Sequence[Table], data: Mapping[str, Any], directory: Path = DIRECTORY
) -> tuple[Path, Path]:
    """Writes `<name>.json` and `<name>.md` atomically, and prints their paths.

    Args:
      name: name of the files.
      summary: one or two sentences on what was measured.
      tables: the tables of the Markdown file.
      data: the measurements, for the JSON file.
      directory: folder of the files.

    Returns:
      The two paths.
    """
    directory.mkdir(parents=True, exist_ok=True)
    about = {
        "machine": machine(),
        "versions": provenance.versions(),
        "commit": COMMIT,
        "command": command_words(),
        "date": f"{datetime.datetime.now().astimezone():%Y-%m-%d}",
    }
    as_json, as_text = directory / f"{name}.json", directory / f"{name}.md"
    files.write_json(as_json, {"name": name, **about, **data})
    files.write_atomic(as_text, markdown(name, summary, about, tables))
    print(f"Wrote {as_json}\nWrote {as_text}", flush=True)
    return as_json, as_text


def markdown(name: str, summary: str, about: Mapping[str, Any], tables: Sequence[Table]) -> str:
    """Returns the Markdown page of a benchmark's results."""
    box = about["machine"]
    memory = f", {box['memory_bytes'] / 2**30:.0f} GiB" if box["memory_bytes"] else ""
    versions = ", ".join(f"{package} {version}" for package, version in about["versions"].items())
    cores = "1 core" if box["cores"] == 1 else f"{box['cores']} cores"
    lines = [
        f"# {name}",
        "",
        summary,
        "",
        f"- Machine: {cores} of {box['processor']}{memory}, {box['system']}",
        f"- Versions: {versions}",
        f"- Commit: {commit_words()}",
        f"- Command: `{about['command']}`",
        f"- Date: {about['date']}",
        "",
    ]
    for table in tables:
        lines += [f"## {table.title}", "", *grid(table.header, table.rows), ""]
        if table.note:
            lines += [table.note, ""]
    return "\n".join(lines).rstrip() + "\n"


def grid(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Returns the lines of a Markdown table; the first column is text, the others are numbers."""
    rule = ["---", *["---:"] * (len(header) - 1)]
    return ["| " + " | ".join(cells) + " |" for cells in (header, rule, *rows)]


def number(value: float | None, digits: int = 3) -> str:
    """Formats a number to `digits` significant digits; large numbers in thousands (k) or millions (M)."""
    if value is None or not math.isfinite(value):
        return "–"
    for size, unit in ((1e6, "M"), (1e4, "k")):
        if abs(value) >= size:
            return f"{_significant(value / (1e3 if unit == 'k' else size), digits)}{unit}"
    return _significant(value, digits)


def _significant(value: float, digits: int) -> str:
    if value == 0:
        return "0"
    places = max(0, digits - 1 - math.floor(math.log10(abs(value))))
    return f"{value:.{places}f}"


def spread(values: Sequence[float]) -> str:
    """Formats values as `min / median / max`."""
    ordered = sorted(values)
    middle = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
    return " / ".join(number(value) for value in (ordered[0], middle, ordered[-1]))
