"""Drives every command with generated flags, and every reader with mutated files, by Hypothesis.

    python -m benchmarks.fuzz [--cases=10000] [--only=train,files] [--seed=0] [--budget_minutes=30] [--jobs=1]

Each case runs in the process of a job, up to where a program would be built: a trainer, an environment or a
server. It must end there, or with an exit code that the command's help lists and a message, within seconds,
and without a write outside the folder that it was given. Readers must return or raise their documented
errors. The exit status is 1 if a case does anything else; Hypothesis then reduces it to a short one.
"""

import concurrent.futures
import contextlib
import io
import itertools
import multiprocessing
import os
import re
import signal
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from benchmarks import results

os.environ.setdefault("JAX_PLATFORMS", "cpu")

import hypothesis
import numpy as np
from hypothesis import strategies as st

from diayn_jax import agents, envs, objectives, resolve, training
from diayn_jax.config import ConfigError, fields
from diayn_jax.evaluation import evaluators
from diayn_jax.resolve import make_config
from diayn_jax.show import page, serve
from diayn_jax.storage import checkpoint, files, logs, metadata, run_list, untrusted_files
from diayn_jax.storage.files import RunFileError
from diayn_jax.sweeps import specification, sweep_files
from diayn_jax.use.archives import archive_file
from experiments import diayn, doctor, flags, start

_LONGEST = 20.0  # seconds of one case
# The events of the interpreter that write, and which of their arguments are paths that change.
_WRITES = {
    "open": (0,),
    "os.mkdir": (0,),
    "os.remove": (0,),
    "os.rmdir": (0,),
    "os.rename": (0, 1),
    "os.link": (1,),
    "os.symlink": (1,),
}
# Where every process may write; JAX keeps compiled programs where the environment says.
_KEPT = [
    f"{folder}{os.sep}"
    for folder in ("/dev", "/proc", os.environ.get("JAX_COMPILATION_CACHE_DIR", ""))
    if folder
]
# Words that flags take somewhere, and values that are wrong everywhere.
_WORDS = """
0 1 -1 7 1e3 10k 5M 0.5 1e400 -inf nan 0x10 1_000 ٣ true false none auto all latest best end random , a,b
1,2,3 0..3 3..0 0..99999999999 learning_rate=1e-3,1e-2 learning_rate=1..2 tau= = x=y=z point ant ant_u_maze
Ant-v5 gymnasium:CartPole-v1 gymnasium: mine:make : ../x diayn metra task dads sac ppo td3 dqn hiro es
categorical sphere:2 sphere:0 dirichlet:3 xy obs x,mean:torso gravity=0.5 { [] ☃ RUN OTHER ARCHIVE STATES
FOLDER FOLDER/new FOLDER/x.json FOLDER/x.html nowhere /dev/null /dev/zero ~no_such_user/x jax mjx spring
native cpu gpu tpu
"""
_VALUES = [*_WORDS.split(), "", " ", "\x00", "\ud800", 400 * "9", 5000 * "x"]

# How command lines begin that a command takes.
_WORLDS = tuple(f"--env={env}" for env in ("point", "point", "ant", "cartpole", "four_rooms"))
_RUN = ("RUN",)
_FOLDERS = ("--out", "--log_dir")  # flags that name a folder to write in, which may be anywhere
_BEGUN: Mapping[str, tuple[str, ...]] = {
    "train": _WORLDS,
    "sweep": tuple(f"{env} --seeds=0..1" for env in _WORLDS),
    "resume": ("RUN", "FOLDER/swept"),
    "evaluate": _RUN,
    "benchmark": ("--envs=point --methods=diayn,metra/ppo --steps=10k", "FOLDER/swept"),
    "paper": ("", "navigation"),
    "compare": ("RUN OTHER", "RUN"),
    "show": _RUN,
    "play": ("RUN", "RUN --page=FOLDER/new.html"),
    "list": ("", "FOLDER"),
    "choose": ("RUN --task=point_goals",),
    "imitate": ("RUN OTHER", "RUN --demonstration=STATES"),
    "finetune": _RUN,
    "adapt": _RUN,
    "archive": _RUN,
    "dance": ("RUN --tempo=120",),
    "distil": ("ARCHIVE", "RUN"),
    "export": _RUN,
    "envs": ("", "ant"),
    "doctor": ("",),
    "completion": ("bash", "zsh"),
}


class Reached(BaseException):
    """Raised where a program would be built: the words were accepted."""


class Late(BaseException):
    """Raised in a case that takes too long."""


class _Enough(KeyboardInterrupt):
    """Raised when the time is used up; Hypothesis stops at no other error without reducing the case."""


class Found(NamedTuple):
    """What became of the cases of one subject."""

    name: str
    cases: int
    accepted: int  # ended where a program would be built, or with exit code 0
    refused: int
    wrong: str  # what the shortest wrong case did; "" if none did


def _reach(*_: Any, **__: Any) -> Any:
    raise Reached


@contextlib.contextmanager
def without_programs() -> Iterator[None]:
    """Ends each command where it would build a program, start a server or measure the machine."""
    with contextlib.ExitStack() as stack:
        for where, name in (
            (training, "make_trainer"),
            (training, "make_components"),
            (evaluators, "make_evaluator"),
            (envs, "from_config"),
            (envs, "make"),
            (serve, "make_server"),
            *(
                (doctor, each)
                for each in ("versions", "extras", "devices", "memory", "disk", "films", "cache")
            ),
        ):
            stack.enter_context(mock.patch.object(where, name, _reach))
        stack.enter_context(mock.patch.object(start, "start_jax", return_value="cpu"))
        stack.enter_context(mock.patch.object(start, "quiet"))
        stack.enter_context(warnings.catch_warnings(action="ignore"))
        yield


class _Guard:
    """Notes writes outside a folder; an audit hook cannot be removed, so there is one for all cases."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.told: tuple[str, ...] = ()  # other places that the words name
        self.outside: list[str] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.folder is None or event not in _WRITES:
            return
        if event == "open" and not (
            isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        ):
            return
        for given in (arguments[i] for i in _WRITES[event]):
            if not isinstance(given, str | Path):
                continue
            place = os.path.abspath(given)  # noqa: PTH100 (a path with a zero byte has no Path)
            allowed = (f"{self.folder}{os.sep}", *self.told, *_KEPT)
            inside = f"{place}{os.sep}".startswith(allowed)
            if not inside and "__pycache__" not in place:
                self.outside.append(f"{event} {place}")


_GUARD = _Guard()


@contextlib.contextmanager
def watched(folder: Path, told: Sequence[str] = ()) -> Iterator[None]:
    """Ends a case that takes too long, and raises `AssertionError` for a write outside a folder.

    `told` are other places in which it may write.
    """

    def late(*_: Any) -> None:
        raise Late

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, _LONGEST)
    _GUARD.folder, _GUARD.outside = folder, []
    _GUARD.told = tuple(f"{os.path.abspath(place)}{os.sep}" for place in told)  # noqa: PTH100 (as above)
    try:
        yield
    except Late:
        raise AssertionError(f"it takes more than {_LONGEST:.0f} s") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        _GUARD.folder = None
    assert not _GUARD.outside, f"it writes outside its folder: {_GUARD.outside[0]}"


def words_of(name: str) -> st.SearchStrategy[list[str]]:
    """Returns command lines of a command: half of them careless, half with values that its flags take."""
    main = diayn.load(diayn.SUBCOMMANDS[name]).main
    settings = flags.fields_of(main.fields)
    known = [row.name for row in main.own] + [field.name for field in settings]
    value = st.one_of(
        st.sampled_from(_VALUES), st.integers().map(str), st.floats().map(str), st.text(max_size=9)
    )
    flag = st.tuples(st.sampled_from(known), value).map(lambda pair: f"--{pair[0]}={pair[1]}")
    switch = st.sampled_from(known).map(lambda word: f"--{word}")
    strange = st.text(max_size=9).map(lambda text: f"--{text}")
    word = st.one_of(flag, flag, flag, switch, strange, value)
    runs = st.sampled_from([[], ["RUN"], ["RUN", "OTHER"], ["ARCHIVE"], ["RUN", "STATES"]])
    lines = st.tuples(runs, st.lists(word, max_size=5)).map(lambda parts: [*parts[0], *parts[1]])
    return st.one_of(lines, _careful(name, main.own, {field.name for field in settings}))


def _careful(name: str, own: Sequence[flags.Command], settings: Set[str]) -> st.SearchStrategy[list[str]]:
    """Returns lines in which each value is allowed, so that only a combination of them may be refused."""
    rows = [row for row in own if row.name not in ("help", "helpfull", "version")]

    def with_flags(first: list[str], method: tuple[str, str]) -> st.SearchStrategy[list[str]]:
        given = {word.lstrip("-").partition("=")[0] for word in first} | {"objective", "agent"}
        taken = [f for key, f in resolve.fields_of(*method).items() if key in settings - given]
        parts = [st.sampled_from(taken).flatmap(_setting)] if taken else []
        if rows:
            parts.append(st.sampled_from(rows).flatmap(_own_flag))
        more = st.lists(st.one_of(parts), max_size=4) if parts else st.just([])
        return more.map(lambda words: [*first, *words])

    begun = st.sampled_from([line.split() for line in _BEGUN[name]])
    if name not in ("train", "sweep"):
        return begun.flatmap(lambda first: with_flags(first, ("diayn", "sac")))
    methods = st.tuples(st.sampled_from([*objectives.OBJECTIVES]), st.sampled_from([*agents.AGENTS]))
    return st.tuples(begun, methods).flatmap(
        lambda pair: with_flags([*pair[0], f"--objective={pair[1][0]}", f"--agent={pair[1][1]}"], pair[1])
    )


def _setting(f: fields.Field) -> st.SearchStrategy[str]:
    return _allowed(f).map(lambda text: f"--{f.name}={text}")


def _own_flag(row: flags.Command) -> st.SearchStrategy[str]:
    """Returns a command's own flag with a value that it takes, or with a word that some flag takes."""
    if not row.takes:
        return st.just(f"--{row.name}")
    if row.field is not None:
        return _setting(row.field)
    return st.sampled_from(row.choices or [*row.takes.split("|"), *_WORDS.split()]).map(
        lambda text: f"--{row.name}={text}"
    )


def _allowed(f: fields.Field) -> st.SearchStrategy[str]:
    """Returns values that a setting takes, its bounds among them."""
    within, choices = f.metadata["within"], f.metadata["choices"]
    if choices or fields.is_switch(f):
        return st.sampled_from(choices or ["true", "false"])
    if not fields.is_number(f):
        return st.sampled_from([fields.show(f.default), *_WORDS.split()])
    low, high, above, below, words = within
    least = next((x for x in (low, above) if x is not None), -100)
    most = next((x for x in (high, below) if x is not None), max(1e6, least))
    number: st.SearchStrategy[Any]
    if fields.is_whole(f):
        number = st.integers(int(least), int(most))
    else:
        number = st.floats(
            float(least), float(most), exclude_min=above is not None, exclude_max=below is not None
        )
    text = st.one_of(number.map(str), st.sampled_from([fields.show(f.default), *words]))
    if not fields.is_many(f):
        return text
    return st.lists(number.map(str), min_size=1, max_size=3).map(",".join)


def run_command(name: str, words: list[str], folder: Path) -> int | None:
    """Runs a command; returns its exit code, or None where it would build a program.

    Raises:
      AssertionError: it ends in any other way.
    """
    row = diayn.SUBCOMMANDS[name]
    codes = {int(x) for x in re.findall(r"^  (\d+) ", diayn.load(row).main.closing, re.MULTILINE)}
    places = {"RUN": folder / "run", "OTHER": folder / "other", "ARCHIVE": folder / "made.npz"}
    places |= {"STATES": folder / "states.npz", "FOLDER": folder}
    for word, place in places.items():
        words = [re.sub(rf"\b{word}\b", str(place), text) for text in words]
    told = [place for flag, _, place in (text.partition("=") for text in words) if flag in _FOLDERS]
    told += [place for flag, place in itertools.pairwise(words) if flag in _FOLDERS]
    out, err = io.StringIO(), io.StringIO()
    with watched(folder, told), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = diayn.main([name, *words])
        except Reached:
            return None
    assert code in codes, f"exit code {code}"
    said = err.getvalue()
    assert code == 0 or said.strip(), f"exit code {code} without a message"
    assert "Traceback" not in said, said[-300:]
    assert code == 0 or said.count("\n") <= 10 + sum(text.count("\n") for text in words), said[:300]
    return code


def make_files(folder: Path) -> None:
    """Makes two small runs without training, an archive, a sweep, a page and recorded states."""
    resolved = {"num_devices": 1, "backend": "jax", "device": "cpu"}
    for name, seed in (("run", 0), ("other", 1)):
        config = make_config(
            {"env": "point", "num_skills": 3, "name": name, "log_dir": str(folder), "seed": seed}
        )
        path = files.create(config)
        document = files.write_config(path, config, resolved, resumed_at=None)
        (path / files.PROGRESS).write_text("time/env_steps,eval/mi\n0,0.1\n40,0.2\n", encoding="utf-8")
        state = {"agent": {"w": np.ones(3, np.float32)}}
        figures = {"env_steps": 40, "ranking": 0.2, "figures": {"eval/mi": 0.2}, "run": document, "host": {}}
        log = {files.PROGRESS: "time/env_steps,eval/mi\n0,0.1\n40,0.2\n"}
        checkpoint.save(path / files.CHECKPOINTS, _on_device(state), figures, texts=log, replay=False)
        about = {"started": document["started"], "seed": seed, "env_steps": 40, "figures": {"eval/mi": 0.2}}
        files.write_checked_json(path / files.SKILLS, {**about, "skills": [{"skill": 0, "return": 1.0}]})
        data = {
            "kind": "run",
            "head": {"name": name, "title": name},
            "skills": {"step": 40, "gallery": None, "traces": None},
        }
        (path / files.REPORT).write_text(page.render(data), encoding="utf-8")
        path.rename(folder / name)
    swept = specification.make_specification({"env": "point"}, seeds=(0, 1), grid={"tau": (0.01, 0.02)})
    lanes = [lane.name for lane in specification.make_lanes(swept, str(folder), "cpu")]
    (folder / "swept").mkdir()
    sweep_files.write_sweep(folder / "swept", swept, [lanes], [len(lanes)], resolved)
    np.savez(folder / "states.npz", states=np.zeros((4, 2), np.float32))
    np.savez(folder / "made.npz", **_archive())


def _on_device(tree: Any) -> Any:
    import jax

    return jax.tree.map(jax.numpy.asarray, tree)


def _archive() -> dict[str, Any]:
    return {
        "genotype/Dense_0/kernel": np.zeros((2, 2, 2), np.float32),
        "genotype/Dense_0/bias": np.zeros((2, 2), np.float32),
        "descriptors": np.zeros((2, 2)),
        "fitness": np.zeros(2),
        "cell": np.arange(2),
        "skill": np.arange(2),
        "centroids": np.zeros((2, 2)),
        "low": -np.ones(2),
        "high": np.ones(2),
        "offset": np.asarray(0.0),
        "names": np.asarray(["x (m)", "y (m)"]),
        "about": np.asarray('{"env": "point", "episode_length": 9}'),
        "format": np.asarray(1),
    }


def _list(file: Path) -> Any:
    return run_list.list_runs(file.parent.parent)


# The readers of files, each with the file that it reads and the errors that its docstring names.
READERS: Mapping[str, tuple[str, Callable[[Path], Any], tuple[type[Exception], ...]]] = {
    "config.json": ("run/config.json", lambda file: files.read_config(file.parent), (ConfigError,)),
    "config.json of --config": ("run/config.json", untrusted_files.read_json, (OSError, ValueError)),
    "progress.csv": ("run/progress.csv", lambda file: logs.read(file.parent), (RunFileError,)),
    "a list of runs": (
        "run/progress.csv",
        _list,
        (ConfigError,),
    ),
    "skills.json": ("run/skills.json", _list, (ConfigError,)),
    "metadata.json": (
        "run/checkpoints/40/metadata.json",
        lambda file: metadata.check_files(file.parent, metadata.read_metadata(file.parent), ("state",)),
        (RunFileError,),
    ),
    "report.html": ("run/report.html", page.read, ()),
    "an archive": ("made.npz", archive_file.load, (RunFileError,)),
    "recorded states": (
        "states.npz",
        lambda file: untrusted_files.read_npz(file, 10**7),
        (OSError, ValueError),
    ),
    "sweep.json": ("swept/sweep.json", lambda file: sweep_files.read_sweep(file.parent), (ConfigError,)),
}


# One change of a file: a kind, a place as a share of its length, and bytes.
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["flip", "cut", "insert", "repeat", "number", "checked"]),
        st.floats(0, 1),
        st.one_of(
            st.binary(max_size=8),
            st.sampled_from([b"null", b"[]", b"{}", b'"', b"-1", b"1e999", b"\n", b","]),
        ),
    ),
    min_size=1,
    max_size=4,
)


def changed(data: bytes, changes: list[tuple[str, float, bytes]]) -> bytes:
    """Applies changes to the content of a file; `checked` corrects the checksum of our JSON."""
    for kind, share, extra in changes:
        at = int(share * len(data))
        if kind == "flip" and data:
            at = min(at, len(data) - 1)
            data = data[:at] + bytes([data[at] ^ (1 + (extra[0] if extra else 0) % 255)]) + data[at + 1 :]
        elif kind == "cut":
            data = data[:at]
        elif kind == "insert":
            data = data[:at] + extra + data[at:]
        elif kind == "repeat":
            data = data[:at] + data[at : at + 40] * 2 + data[at + 40 :]
        elif kind == "number":
            found = [*re.finditer(rb"[-0-9.]+|true|false|null|\"[^\"]*\"", data)]
            if found:
                spot = found[min(int(share * len(found)), len(found) - 1)]
                data = data[: spot.start()] + extra + data[spot.end() :]
        elif data.startswith(b'{\n  "crc32"'):
            rest = data.partition(b",")[2]
            data = files._checksum(rest).encode() + b"," + rest
    return data


def read_changed(name: str, changes: list[tuple[str, float, bytes]], folder: Path) -> bool:
    """Reads a changed file; returns whether it is accepted. An error that is not documented is raised."""
    place, read, documented = READERS[name]
    file = folder / place
    whole = file.read_bytes()
    file.write_bytes(changed(whole, changes))
    err = io.StringIO()
    try:
        with watched(folder), contextlib.redirect_stderr(err):
            read(file)
    except documented:
        return False
    finally:
        file.write_bytes(whole)
    return True


def fuzz(name: str, cases: int, seed: int, seconds: float, folder: Path) -> Found:
    """Runs the cases of a command, or of a reader, until they or the seconds are used up."""
    until, counts = time.monotonic() + seconds, {"accepted": 0, "refused": 0}
    first = ""  # what the first wrong case did; there may be no time to shrink it
    case: st.SearchStrategy[Any] = CHANGES if name in READERS else words_of(name)

    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=cases,
        deadline=None,
        database=None,
        suppress_health_check=list(hypothesis.HealthCheck),
        phases=(hypothesis.Phase.generate, hypothesis.Phase.shrink),
        report_multiple_bugs=False,
    )
    @hypothesis.given(case)
    def holds(given: Any) -> None:
        nonlocal first
        if time.monotonic() > until:
            raise _Enough
        try:
            if name in READERS:
                accepted = read_changed(name, given, folder)
            else:
                accepted = run_command(name, given, folder) in (None, 0)
        except Exception as error:
            first = first or _told(error, f"given {given!r}", folder)
            raise
        counts["accepted" if accepted else "refused"] += 1

    wrong = ""
    try:
        with contextlib.suppress(_Enough):
            holds()
    except Exception as error:  # noqa: BLE001 (this is what is looked for)
        wrong = _told(error, " ".join(getattr(error, "__notes__", ())), folder)
    return Found(name, sum(counts.values()), counts["accepted"], counts["refused"], wrong or first)


def _told(error: Exception, notes: str, folder: Path) -> str:
    return f"{type(error).__name__}: {error} {notes}".replace(str(folder), "FOLDER")


def campaign(only: list[str], cases: int, seed: int, seconds: float) -> list[Found]:
    """Fuzzes commands and readers by name; each has an equal share of the seconds."""
    found = []
    with contextlib.ExitStack() as stack:
        # A folder within, so that `../x` is removed as well.
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory())).resolve() / "own"
        folder.mkdir()
        stack.enter_context(contextlib.chdir(folder))
        stack.enter_context(without_programs())
        make_files(folder)
        for i, name in enumerate(only):
            begun = time.monotonic()
            share = max(1.0, seconds / (len(only) - i))
            found.append(fuzz(name, cases, seed, share, folder))
            seconds -= time.monotonic() - begun
            print(f"{time.monotonic() - begun:.0f} s {found[-1]}", flush=True)
    return found


def side_by_side(only: list[str], cases: int, seed: int, seconds: float, jobs: int) -> list[Found]:
    """Deals the names out to processes; returns what they find in the order of the names."""
    dealt = [only[job::jobs] for job in range(min(jobs, len(only)))]
    # A forked process would have the threads of JAX in an unknown state.
    spawn = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(len(dealt), mp_context=spawn) as pool:
        same = (itertools.repeat(value) for value in (cases, seed, seconds))
        found = {one.name: one for part in pool.map(campaign, dealt, *same) for one in part}
    return [found[name] for name in only]


def main(argv: list[str] | None = None) -> int:
    """Runs the campaign, prints and writes its table; returns 1 if a case was wrong."""
    parser = results.parser(__doc__, "fuzz")
    known = [*diayn.SUBCOMMANDS, *READERS]
    parser.add_argument("--cases", type=int, default=10_000, help="cases of each command and reader [10000]")
    parser.add_argument("--budget_minutes", type=float, default=30.0, help="minutes for all [30]")
    parser.add_argument("--seed", type=int, default=0, help="seed of the cases [0]")
    parser.add_argument("--only", default="", help="some commands and readers [all]")
    parser.add_argument("--jobs", type=int, default=1, help="processes side by side [1]")
    options = parser.parse_args(argv)
    only = [name for name in options.only.split(",") if name] or known
    if unknown := sorted(set(only) - set(known)):
        parser.error(f"--only={','.join(unknown)}: there are {', '.join(known)}")
    if options.jobs < 1:
        parser.error(f"--jobs={options.jobs}: at least 1")
    options.out = options.out.absolute()
    begun = time.monotonic()
    found = side_by_side(only, options.cases, options.seed, 60 * options.budget_minutes, options.jobs)
    minutes = (time.monotonic() - begun) / 60
    rows = [[x.name, str(x.cases), str(x.accepted), str(x.refused), "1" if x.wrong else "0"] for x in found]
    table = results.Table("Cases", ["command or file", "cases", "accepted", "refused", "wrong"], rows)
    print("\n".join(results.grid(table.header, table.rows)))
    summary = (
        f"Generated command lines of every command and changes of files that are read, by Hypothesis, seed "
        f"{options.seed}: at most {options.cases} cases each, and {options.budget_minutes:g} minutes in all, "
        f"of which {minutes:.0f} were used. Accepted cases end where a program would be built."
    )
    measured = {"found": [x._asdict() for x in found]}
    results.write(options.name, summary, [table], measured, options.out)
    return 1 if any(x.wrong for x in found) else 0


if __name__ == "__main__":
    sys.exit(main())
