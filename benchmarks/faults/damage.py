"""Damages files of a run: flipped bits, cuts, exchanged files, changed times, and a second process."""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.faults.subject import Outcome, Subject, Try, judge, judge_copy, loaded, resumed, taken_over
from diayn_jax.storage import checkpoint, files, lock
from diayn_jax.storage.metadata import UnreadableCheckpointError

DERIVED = (files.PLOT, files.REPORT, ".lock")  # derived files, which are never read


def files_of(path: Path) -> list[Path]:
    """Returns the files of a run that are read, in an order that depends only on their contents."""
    found = [file for file in path.rglob("*") if file.is_file() and file.name not in DERIVED]
    # Orbax uses random file names.
    return sorted(
        (file for file in found if file.stat().st_size),
        key=lambda file: (str(file.relative_to(path).parent), file.stat().st_size, file.name),
    )


def flips(subject: Subject, random: np.random.Generator) -> Iterator[Try]:
    """Flips a bit of a file; most flips are judged by the checksums, some by `load` and by resumes."""
    path = subject.copy(subject.whole)
    found = files_of(path)
    beside = [file for file in found if files.CHECKPOINTS not in file.relative_to(path).parts]
    inside = [file for file in found if file not in beside]
    turn = 0
    while True:
        turn += 1
        if turn % 50 == 0:
            of = (subject.half, subject.whole)[turn // 50 % 2]
            file, bit = _bit_of(files_of(of), random)
            copied = subject.copy(of)
            _flip(copied / file.relative_to(of), bit)
            to_end = turn % 200 == 0
            act = resumed if to_end else taken_over
            row = f"flipped bits, {'resume to the end' if to_end else 'taken over by a resume'}"
            fault = f"bit {bit} of {file.relative_to(of)}"
            yield judge_copy(row, fault, act, subject, copied)
            continue
        loads = turn % 10 == 0
        # The small files beside the checkpoints are also damaged.
        file, bit = _bit_of((beside, found)[turn // 10 % 2] if loads else inside, random)
        fault = f"bit {bit} of {file.relative_to(path)}"
        whole = file.read_bytes()
        _flip(file, bit)
        if loads:
            yield judge("flipped bits, load", fault, lambda say: loaded(subject, path, say))
        else:
            steps = path / files.CHECKPOINTS
            yield _checksums(steps / file.relative_to(steps).parts[0], fault)
        file.write_bytes(whole)


def _bit_of(found: Sequence[Path], random: np.random.Generator) -> tuple[Path, int]:
    """Draws one of the files, and one of its bits."""
    file = found[random.integers(len(found))]
    return file, int(random.integers(8 * file.stat().st_size))


def _checksums(path: Path, fault: str) -> Try:
    """Tests whether the checksums of a checkpoint detect the damage in its files."""
    row = "flipped bits, checksums of a checkpoint"
    try:
        metadata = checkpoint.read_metadata(path)
        checkpoint.check_files(path, metadata, ("state", "replay"))
    except UnreadableCheckpointError as error:
        named = str(path) in str(error)
        return Try(row, fault, Outcome.ANNOUNCED if named else Outcome.SILENT, str(error))
    except Exception as error:  # noqa: BLE001 (this is what is looked for)
        return Try(row, fault, Outcome.TRACEBACK, repr(error))
    return Try(row, fault, Outcome.SILENT, "the checksums are found right")


def _flip(file: Path, bit: int) -> None:
    data = bytearray(file.read_bytes())
    data[bit // 8] ^= 1 << bit % 8
    file.write_bytes(data)


def _cut(file: Path, share: float) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: min(len(data) - 1, int(share * len(data)))])


def _grow(file: Path) -> None:
    with file.open("ab") as stream:
        stream.write(b"\0" * 100)


def _become_directory(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _become_link(file: Path) -> None:
    file.unlink()
    file.symlink_to("nowhere")


CUTS: dict[str, Callable[[Path], None]] = {
    "emptied": lambda file: _cut(file, 0),
    "cut to a half": lambda file: _cut(file, 0.5),
    "a byte short": lambda file: _cut(file, 1),
    "longer": _grow,
    "missing": Path.unlink,
    "a directory": _become_directory,
    "a link to nothing": _become_link,
}


def cuts(subject: Subject, random: np.random.Generator) -> Iterator[Try]:
    """Makes a file shorter or longer, or replaces it by nothing, a directory or a dangling link."""
    while True:
        for name, damage in CUTS.items():
            of = (subject.half, subject.whole)[random.integers(2)]
            file = files_of(of)[random.integers(len(files_of(of)))]
            path = subject.copy(of)
            damage(path / file.relative_to(of))
            act = (loaded, taken_over)[random.integers(2)]
            fault = f"{file.relative_to(of)}: {name}, {act.__name__}"
            yield judge_copy("cut, missing or no file", fault, act, subject, path)


def exchanges(subject: Subject, random: np.random.Generator) -> Iterator[Try]:
    """Replaces files and folders of a run by those of another step or another run."""
    while True:
        for what in ("a file", "a folder", "a checkpoint", "all checkpoints", "a file beside"):
            for which in ("another step", "another run"):
                path = subject.copy(subject.whole)
                steps = files.checkpoint_steps(path / files.CHECKPOINTS)
                source = path if which == "another step" else subject.other
                there = files.checkpoint_steps(source / files.CHECKPOINTS)
                own = path / files.CHECKPOINTS / str(steps[-1])
                from_ = source / files.CHECKPOINTS / str(there[-2 if which == "another step" else -1])
                if what == "a file":
                    inside = [x for x in files_of(own) if (from_ / x.relative_to(own)).is_file()]
                    name = inside[random.integers(len(inside))].relative_to(own)
                    _put(from_ / name, own / name)
                elif what == "a folder":
                    name = Path(("state", "replay")[random.integers(2)])
                    _put(from_ / name, own / name)
                elif what == "a checkpoint":
                    name = Path(own.name)
                    _put(from_, own)
                elif what == "all checkpoints":
                    name = Path(files.CHECKPOINTS)
                    if which == "another step":
                        _put(own, path / "kept")
                        shutil.rmtree(path / files.CHECKPOINTS)
                        _put(path / "kept", path / files.CHECKPOINTS / str(steps[-1] + 8))
                    else:
                        _put(source / name, path / name)
                else:
                    names = (files.CONFIG, files.PROGRESS, files.SKILLS)
                    name = Path(names[random.integers(len(names))])
                    other = subject.half if which == "another step" else subject.other
                    if not (other / name).exists():
                        continue
                    _put(other / name, path / name)
                act = (loaded, taken_over)[random.integers(2)]
                fault = f"{what} ({name}) of {which}, {act.__name__}"
                yield judge_copy("exchanged", fault, act, subject, path)


def _put(source: Path, target: Path) -> None:
    files.remove(target)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copyfile(source, target)


def clocks(subject: Subject, random: np.random.Generator) -> Iterator[Try]:
    """Sets the times of files to the past and the future, in random order."""
    while True:
        path = subject.copy((subject.half, subject.whole)[random.integers(2)])
        for file in (path, *path.rglob("*")):
            when = float(random.uniform(0, 4e9))
            os.utime(file, (when, when))
        act = (loaded, taken_over, resumed)[random.integers(3)]
        fault = f"times from 1970 to 2096, {act.__name__}"
        yield judge_copy("clocks set", fault, act, subject, path)


def locks(subject: Subject, random: np.random.Generator) -> Iterator[Try]:
    """Starts a second process on a run that is being written."""
    while True:
        path = subject.copy(subject.half)
        with lock.hold(path, print):
            found = judge("a second process", "resume", lambda say, p=path: resumed(subject, p, say))
        right = found.outcome == Outcome.ANNOUNCED and "another process" in found.words
        yield found if right else found._replace(outcome=Outcome.SILENT)
        shutil.rmtree(path.parent.parent)
