"""Edits text files of a run by hand, and writes hostile configs."""

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from benchmarks.faults.subject import Outcome, Subject, Try, judge_copy, loaded, taken_over
from diayn_jax.storage import events, files

Edit = Callable[[str], str]


def _lines(change: Callable[[list[str]], list[str]]) -> Edit:
    return lambda text: "".join(change(text.splitlines(keepends=True)))


def _cell(row: int, column: int, value: str) -> Edit:
    def change(text: str) -> str:
        rows = [line.split(",") for line in text.split("\n")]
        rows[row][column] = value
        return "\n".join(",".join(cells) for cells in rows)

    return change


def _column(change: Callable[[list[str]], list[str]]) -> Edit:
    return lambda text: "\n".join(",".join(change(line.split(","))) for line in text.split("\n"))


OF_PROGRESS: dict[str, Edit] = {
    "emptied": lambda text: "",
    "only the header": _lines(lambda rows: rows[:1]),
    "no header": _lines(lambda rows: rows[1:]),
    "a blank line within": _lines(lambda rows: [*rows[:2], "\n", *rows[2:]]),
    "blank lines at the end": lambda text: text + "\n\n",
    "the first row gone": _lines(lambda rows: [rows[0], *rows[2:]]),
    "the last row gone": _lines(lambda rows: rows[:-1]),
    "a row twice": _lines(lambda rows: [*rows[:3], rows[2], *rows[3:]]),
    "two rows exchanged": _lines(lambda rows: [rows[0], rows[2], rows[1], *rows[3:]]),
    "rows from last to first": _lines(lambda rows: [rows[0], *rows[:0:-1]]),
    "a row of text": _lines(lambda rows: [*rows[:2], "my notes\n", *rows[2:]]),
    "a comment on top": lambda text: "# mine\n" + text,
    "a number": _cell(2, 8, "0.125"),
    "a number's last digit": lambda text: text[: text.rindex(".") + 3] + "9" + text[text.rindex(".") + 4 :],
    "a number that is text": _cell(2, 8, "much"),
    "a number that is huge": _cell(2, 8, "1e999"),
    "a number of many digits": _cell(2, 8, "9" * 5000),
    "a number that is NaN": _cell(2, 8, "nan"),
    "a cell emptied": _cell(2, 8, ""),
    "a quote that does not end": _cell(2, 8, '"'),
    "a step": _cell(2, 0, "7"),
    "a step that is no whole number": _cell(2, 0, "824.5"),
    "a step that is negative": _cell(1, 0, "-441"),
    "a step that is empty": _cell(1, 0, ""),
    "a cell more": _lines(lambda rows: [rows[0], rows[1].strip() + ",7\n", *rows[2:]]),
    "a cell less": _lines(lambda rows: [rows[0], rows[1].rpartition(",")[0] + "\n", *rows[2:]]),
    "semicolons": lambda text: text.replace(",", ";"),
    "tabs": lambda text: text.replace(",", "\t"),
    "decimal commas": lambda text: text.replace(".", ","),
    "Windows' line ends": lambda text: text.replace("\n", "\r\n"),
    "no end of the last line": lambda text: text.rstrip("\n"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "zero bytes": lambda text: text[:200] + "\0\0\0" + text[203:],
    "a column less": _column(lambda cells: cells[:3] + cells[4:]),
    "two columns exchanged": _column(lambda cells: [*cells[:1], *cells[2:3], *cells[1:2], *cells[3:]]),
    "a column's name": lambda text: text.replace("eval/mi,", "eval/my,"),
    "a column's name twice": lambda text: text.replace("eval/mi,", "eval/log_q,"),
    "a column more": _column(lambda cells: [*cells, "5"] if cells != [""] else cells),
    "spaces after commas": lambda text: text.replace(",", ", "),
    "rounded": lambda text: text.replace("0.2", "0.3"),
    "half of it": lambda text: text[: len(text) // 2],
    "twice": lambda text: text + text,
}


def _config(change: Callable[[dict[str, Any]], Any]) -> Edit:
    def edit(text: str) -> str:
        document = json.loads(text)
        changed = change(document)
        return json.dumps(document if changed is None else changed, indent=2) + "\n"

    return edit


def _set(*path: str, to: Any) -> Edit:
    def change(document: dict[str, Any]) -> None:
        *folders, name = path
        for folder in folders:
            document = document[folder]
        document[name] = to

    return _config(change)


def _without(*path: str) -> Edit:
    def change(document: dict[str, Any]) -> None:
        *folders, name = path
        for folder in folders:
            document = document[folder]
        del document[name]

    return _config(change)


OF_CONFIG: dict[str, Edit] = {
    "emptied": lambda text: "",
    "half of it": lambda text: text[: len(text) // 2],
    "a list": lambda text: "[1, 2]",
    "null": lambda text: "null",
    "zero bytes": lambda text: "\0" * len(text),
    "text behind": lambda text: text + "more",
    "deep brackets": lambda text: "[" * 200_000,
    "deep braces": lambda text: '{"a":' * 100_000,
    "deep within": lambda text: text.replace('"resumed": []', '"resumed": ' + "[" * 50_000 + "]" * 50_000),
    "without config": _without("config"),
    "without resolved": _without("resolved"),
    "without a backend": _without("resolved", "backend"),
    "without started": _without("started"),
    "without the seed": _without("config", "seed"),
    "config a list": _set("config", to=[]),
    "resumed a number": _set("resumed", to=5),
    "another seed": _set("config", "seed", to=5),
    "a seed of text": _set("config", "seed", to="five"),
    "a seed of many digits": lambda text: text.replace('"seed": 0', f'"seed": {"9" * 5000}'),
    "a seed beyond 64 bits": _set("config", "seed", to=2**70),
    "a seed that is a float": _set("config", "seed", to=0.5),
    "another env": _set("config", "env", to="pendulum"),
    "no such env": _set("config", "env", to="nowhere"),
    "env a number": _set("config", "env", to=5),
    "env null": _set("config", "env", to=None),
    "another backend": _set("resolved", "backend", to="mjx"),
    "no such backend": _set("resolved", "backend", to="abacus"),
    "another objective": _set("config", "objective", to="metra"),
    "no such objective": _set("config", "objective", to="fame"),
    "another learning rate": _set("config", "learning_rate", to=0.5),
    "other hidden sizes": _set("config", "policy_hidden_sizes", to=[16]),
    "hidden sizes of text": _set("config", "policy_hidden_sizes", to=["wide"]),
    "huge hidden sizes": _set("config", "policy_hidden_sizes", to=[10**12]),
    "a huge replay": _set("config", "replay_size", to=10**18),
    "a replay of 1e400": lambda text: text.replace('"replay_size": 1600', '"replay_size": 1e400'),
    "NaN": lambda text: text.replace('"tau": 0.005', '"tau": NaN'),
    "more environments": _set("config", "num_envs", to=16),
    "no environments": _set("config", "num_envs", to=0),
    "fewer steps": _set("config", "num_env_steps", to=1),
    "more steps": _set("config", "num_env_steps", to=4000),
    "steps below zero": _set("config", "num_env_steps", to=-5),
    "more checkpoints kept": _set("config", "keep_checkpoints", to=99),
    "no checkpoints kept": _set("config", "keep_checkpoints", to=0),
    "another rhythm": _set("config", "eval_every", to=1200),
    "an unknown field": _set("config", "colour", to="red"),
    "an unknown key": _set("colour", to="red"),
    "another device": _set("resolved", "device", to="gpu"),
    "more devices": _set("resolved", "num_devices", to=2),
    "devices of text": _set("resolved", "num_devices", to="two"),
    "another log_dir": _set("config", "log_dir", to="/nowhere/at/all"),
    "another name": _set("config", "name", to="../../other"),
    "a name of another type": _set("config", "name", to=["a"]),
    "tags": _set("config", "tags", to=["seed"]),
    "other features": _set("config", "features", to="obs"),
    "another episode length": _set("config", "episode_length", to=21),
    "other evaluations": _set("config", "eval_episodes", to=2),
    "another start": _set("started", to="1970-01-01T00:00:00+00:00"),
}

OF_EVENTS: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda data: b"",
    "half of it": lambda data: data[: len(data) // 2],
    "twice": lambda data: data + data,
    "text": lambda data: b"no events at all",
    "zero bytes": lambda data: b"\0" * len(data),
    "text behind": lambda data: data + b"more",
    "a length of 2^63": lambda data: data[:100] + b"\xff" * 8 + data[108:],
}


def edits(subject: Subject, random: np.random.Generator) -> Iterator[Try]:
    """Tries every edit, alternately by a resume and by `load`; then again with the two exchanged."""
    kinds: list[tuple[str, str, Callable[[Any], Any]]] = [
        *((files.PROGRESS, name, edit) for name, edit in OF_PROGRESS.items()),
        *((files.CONFIG, name, edit) for name, edit in OF_CONFIG.items()),
        *(("events", name, edit) for name, edit in OF_EVENTS.items()),
    ]
    acts = (taken_over, loaded)
    while True:
        for index in random.permutation(len(kinds)):
            file, name, edit = kinds[index]
            path = subject.copy(subject.half)
            target = events.event_files(path)[0] if file == "events" else path / file
            if file == "events":
                target.write_bytes(edit(target.read_bytes()))
            else:
                # Written as bytes, because some edits cannot be written in text mode.
                target.write_bytes(edit(target.read_bytes().decode()).encode())
            act = acts[0] if file != files.CONFIG else acts[random.integers(2)]
            fault = f"{file}: {name}, {act.__name__}"
            yield judge_copy(f"edits of {file}", fault, act, subject, path)


def hostile(subject: Subject, random: np.random.Generator) -> Iterator[Try]:
    """Writes a config.json that names code; commands that only read a run must not run that code."""
    names = ("env", "objective", "agent")
    folder = subject.folder / "code"
    folder.mkdir(exist_ok=True)
    sys.path.insert(0, str(folder))
    turn = 0
    while True:
        for name in names:
            turn += 1
            module, mark = f"someones_code_{turn}", folder / f"mark{turn}"
            (folder / f"{module}.py").write_text(f"open({str(mark)!r}, 'w').close()\n", encoding="utf-8")
            path = subject.copy(subject.whole)
            file = path / files.CONFIG
            file.write_text(_set("config", name, to=f"{module}:make")(file.read_text()), encoding="utf-8")
            act = (loaded, taken_over)[random.integers(2)]
            found = judge_copy("configs that name code", f"{name}, {act.__name__}", act, subject, path)
            if mark.exists():
                found = found._replace(outcome=Outcome.SILENT, words=f"the code was run. {found.words}")
            yield found
