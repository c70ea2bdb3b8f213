"""The commands that write files, and how each is run in seconds, run again, and compared.

Every command is a row of `WRITERS`. It works on a small run of the point world; the page of `diayn play` has
MuJoCo's half-cheetah, whose skills come with the package.
"""

import contextlib
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import numpy as np
from PIL import Image

import diayn_jax
from benchmarks.faults.subject import FIELDS, Say, rows_of
from diayn_jax import training
from diayn_jax.config import RESUMABLE
from diayn_jax.evaluation import evaluators
from diayn_jax.evaluation.metrics import probe
from diayn_jax.machine import aot
from diayn_jax.papers.make_paper import paper
from diayn_jax.records import silent
from diayn_jax.run import compiling, memory_plan
from diayn_jax.show import report
from diayn_jax.storage import checkpoint, files, pretrained
from diayn_jax.sweeps import plan as sweep_plan
from diayn_jax.sweeps import sweep_files

_SHORT = {**FIELDS, "num_env_steps": 1500}
_OF_TASK = {"num_env_steps": 700, "epoch_steps": 200, "eval_every": 200, "checkpoint_every": 200}
_SWEPT = {
    **{name: x for name, x in _SHORT.items() if name not in ("name", "keep_checkpoints")},
    "name": "swept",
    "grid": {"learning_rate": (1e-3, 3e-3, 1e-2, 3e-2)},
}
# What differs between two runs of one command: times, and the folders of the run and of the result.
_APART = re.compile(
    "^run$|seconds|started|time$|date|command|commit|crc32|written|^file$|^path$|versions|device"
)
_PARTIAL = re.compile(r"^\.|\.(writing|deleting|tmp)($|/)")


class Writer(NamedTuple):
    """A command that writes into a folder."""

    name: str
    make: Callable[[Path, Path, int], Any]  # takes a run's directory, the folder, and a variant of its result
    seconds: float  # about
    resumes: bool = False  # whether it trains runs, which a resume continues exactly


def _train(run: Path, out: Path, variant: int) -> Any:
    return diayn_jax.train(**_SHORT, log_dir=str(out), seed=variant)


def _halving(run: Path, out: Path, variant: int) -> Any:
    return diayn_jax.sweep(**_SWEPT, log_dir=str(out), halving=2, first_rung=750, seeds=(variant,))


def _population(run: Path, out: Path, variant: int) -> Any:
    return diayn_jax.sweep(**_SWEPT, log_dir=str(out), pbt=400, seeds=(variant,))


def _finetune(run: Path, out: Path, variant: int) -> Any:
    given = {**_OF_TASK, "plots": False, "report": "none", "log_pictures": False, "eval_episodes": 1}
    return diayn_jax.finetune(run, skills=variant, log_dir=str(out), name="tuned", **given)


def _choose(run: Path, out: Path, variant: int) -> Any:
    given = {**_OF_TASK, "num_envs": 8, "episode_length": 20, "num_env_steps": 2000, "eval_every": 1000}
    given |= {"plots": False, "report": "none", "log_pictures": False, "seed": variant, "name": "chosen"}
    given |= {"log_dir": str(out), "checkpoint_every": 500}
    return diayn_jax.choose(run, "point_goals", baselines=("random",), episodes=2, **given)


def _distil(run: Path, out: Path, variant: int) -> Any:
    given: dict[str, Any] = {"episode_length": 9, "episodes": 3, "rounds": 1, "updates": 20, "batch_size": 32}
    given |= {"policy_hidden_sizes": (8,), "discriminator_hidden_sizes": (8,), "eval_episodes": 1}
    return diayn_jax.distil(
        run, **given, log_dir=str(out), name="made", seed=variant, plots=False, report="none"
    )


def _page(run: Path, out: Path, variant: int) -> Any:
    # Not `report.html`, which is no file of a run that is read.
    return report.write_directory(run, out / "page.html", why=f"Variant {variant}.")


WRITERS = (
    Writer("train", _train, 2, resumes=True),
    Writer("sweep, halving", _halving, 4, resumes=True),
    Writer("sweep, population", _population, 4, resumes=True),
    Writer("finetune", _finetune, 2, resumes=True),
    Writer("choose", _choose, 3, resumes=True),
    # No seed, so both variants are one.
    Writer("paper", lambda run, out, variant: paper("gridworld", budget="quick", out=out), 12, resumes=True),
    Writer("distil", _distil, 2),
    Writer(
        "evaluate",
        lambda run, out, variant: diayn_jax.evaluate(run, episodes=1 + variant, file=out / "found.json"),
        1,
    ),
    Writer(
        "archive",
        lambda run, out, variant: diayn_jax.archive(run, centroids=8 + variant, file=out / "found.npz"),
        1,
    ),
    Writer(
        "imitate",
        lambda run, out, variant: diayn_jax.imitate(
            run, run, episodes=1, episode_length=4, seed=variant, file=out / "found.json"
        ),
        1,
    ),
    Writer(
        "adapt",
        lambda run, out, variant: diayn_jax.adapt(
            run,
            "none",
            choice_episodes=1,
            episodes=2,
            episode_length=5,
            seed=variant,
            file=out / "found.json",
        ),
        1,
    ),
    Writer(
        "dance",
        lambda run, out, variant: diayn_jax.dance(
            run, tempo=120, seconds=3, schedule_only=True, seed=variant, file=out / "found.json"
        ),
        2,
    ),
    Writer(
        "export, onnx",
        lambda run, out, variant: diayn_jax.export(run, skills=variant, file=out / "found.onnx"),
        0.2,
    ),
    Writer(
        "export, run",
        lambda run, out, variant: diayn_jax.export(run, format="run", file=out / "policy"),
        0.2,
    ),
    Writer(
        "play, page",
        lambda run, out, variant: diayn_jax.play(
            pretrained.folder(("halfcheetah-diayn", "halfcheetah-metra")[variant]), page=out / "found.html"
        ),
        2,
    ),
    Writer("show, page", _page, 0.1),
    Writer("compare", lambda run, out, variant: diayn_jax.compare(run, run.with_name("other"), out=out), 0.2),
)


def make_again(writer: Writer, run: Path, out: Path, variant: int, say: Say = silent) -> None:
    """Does what a user does after a command was cut off: resumes its runs, or types it again."""
    if writer.resumes:
        sweeps = sorted(out.glob(f"sweeps/*/{files.SWEEP}"))
        found = sweeps or sorted(out.glob(f"*/*/{files.CONFIG}"))
        if found:
            diayn_jax.resume(found[0].parent, say=say)
            return
    for path in [file.parent for file in out.glob(f"*/*/{files.DISTILLED}")]:
        if files.lacks_policy(path) or (path / files.CONFIG).exists():
            files.remove(path)  # as the message of the refusal says
    writer.make(run, out, variant)


def facts(out: Path, apart: Path | None = None) -> dict[str, str]:
    """Returns a digest of each file in a folder and of each run, without what differs from run to run.

    The file `apart`, and the run that holds it, are left out.

    Raises:
      ValueError: a file is not whole.
    """
    found: dict[str, str] = {}
    runs = [file.parent for file in out.rglob(files.CONFIG) if not _is_partial(file.relative_to(out))]
    for path in (run for run in runs if apart is None or run not in apart.parents):
        steps = checkpoint.steps(path / files.CHECKPOINTS)
        if not steps:
            raise ValueError(f"{path.relative_to(out)} has no checkpoint")
        last = checkpoint.read_metadata(path / files.CHECKPOINTS / str(steps[-1]))
        checkpoint.check_files(path / files.CHECKPOINTS / str(steps[-1]), last, ("state", "replay"))
        state = [x for name, x in sorted(last["files"].items()) if name.startswith(("state/", "replay/"))]
        rows = rows_of(path) if (path / files.PROGRESS).exists() else []
        found[str(path.relative_to(out))] = _digest(repr((steps[-1], state, rows)).encode())
    for file in sorted(out.rglob("*")):
        place = file.relative_to(out)
        of_run = any(run in file.parents for run in runs)
        # The other files of a sweep have its times.
        named = sweep_files.SWEEPS not in place.parts or place.name in ("table.csv", "table.json")
        if file.is_file() and file != apart and not _is_partial(place) and not of_run and named:
            found[str(place)] = _digest(_content(file, out))
    return found


def _is_partial(place: Path) -> bool:
    return any(_PARTIAL.search(part) for part in place.parts)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _content(file: Path, out: Path) -> bytes:
    """Returns what a file says, in bytes; raises `ValueError` if it is not whole."""
    data = file.read_bytes()
    try:
        if file.suffix == ".json":
            return json.dumps(_told(json.loads(data)), sort_keys=True).replace(str(out), "").encode()
        if file.suffix == ".npz":
            with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
                held = {name: arrays[name] for name in arrays.files if name != "about"}
            return b"".join(name.encode() + x.tobytes() for name, x in sorted(held.items()))
        if file.suffix == ".png":
            with Image.open(io.BytesIO(data)) as picture:
                return picture.tobytes()
    except (KeyError, OSError, ValueError, zipfile.BadZipFile) as error:
        raise ValueError(f"{file.name} is not whole: {error}") from error
    if file.suffix == ".pdf":
        if not data.rstrip().endswith(b"%%EOF"):
            raise ValueError(f"{file.name} is not whole")
        return b""  # it is packed, and has seconds in its text
    if file.suffix == ".html":
        if not data.rstrip().endswith(b"</html>"):
            raise ValueError(f"{file.name} is not whole")
        return re.sub(rb"[0-9.]+ s\b|[0-9]+(:[0-9]{2})+|commit [0-9a-f, ]+", b"", data)
    return data.replace(str(out).encode(), b"")


def _told(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _told(x) for name, x in value.items() if not _APART.search(name)}
    return [_told(x) for x in value] if isinstance(value, list) else value


# Fields that no program depends on.
_OF_FILES = RESUMABLE - {"num_env_steps", "eval_episodes"} | {"device", "start_run", "start_skill", "seed"}


@contextlib.contextmanager
def shared_programs() -> Iterator[None]:
    """Makes and compiles each trainer, evaluator and sweep's program once, and fits small probes."""
    made: dict[Any, Any] = {}
    make_trainer, make_evaluator = training.make_trainer, evaluators.make_evaluator
    compiled, make_compile_cache = training.compiled, sweep_plan.make_compile_cache

    def once(key: Any, make: Callable[[], Any]) -> Any:
        if key not in made:
            made[key] = make()
        return made[key]

    def key_of(config: Any, without: frozenset[str] = frozenset()) -> tuple[Any, ...]:
        return tuple((name, x) for name, x in vars(config).items() if name not in _OF_FILES | without)

    def trainer_of(config: Any, env: Any, mesh: Any = None, *axes: Any) -> Any:
        if axes or getattr(config, "choose_from", "") or env.simulator is not None:
            return make_trainer(config, env, mesh, *axes)
        traced = frozenset(x.name for x in config.own_fields() if x.metadata["traced"])
        key = ("trainer", env.name, env.backend, mesh and mesh.size, key_of(config, traced))
        return once(key, lambda: make_trainer(config, env, mesh))

    def is_shared(trainer: Any) -> bool:
        return any(trainer is part for part in made.values())

    def evaluator_of(config: Any, trainer: Any) -> Any:
        if not is_shared(trainer):
            return make_evaluator(config, trainer)
        found = once(
            ("evaluator", id(trainer), key_of(config), config.eval_episodes),
            lambda: make_evaluator(config, trainer),
        )
        return found.with_seed(config.seed)

    def compiled_of(trainer: Any, lanes: bool = False) -> Any:
        if not is_shared(trainer):
            return compiled(trainer, lanes)
        return once(("compiled", id(trainer), lanes), lambda: compiled(trainer, lanes))

    def cache_of(plan: Any, lanes: Any) -> Any:
        return once(("cache", id(plan.trainer), lanes), lambda: make_compile_cache(plan, lanes))

    with contextlib.ExitStack() as stack:
        for where, name, what in (
            (training, "make_trainer", trainer_of),
            (training, "compiled", compiled_of),
            (evaluators, "make_evaluator", evaluator_of),
            (sweep_plan, "make_compile_cache", cache_of),
            (compiling, "compile_ahead", lambda function, *_: function),
            (compiling.CompileCache, "compile_all", lambda *_: 0.0),
            (aot.Ahead, "compile", lambda self, *_: None),
            (memory_plan, "OVERHEAD", 0),
            (probe, "_WIDTH", 32),
            (probe, "_BATCH", 64),
            (probe, "_MAX_ROUNDS", 2),
        ):
            stack.enter_context(mock.patch.object(where, name, what))
        yield


class Stage(NamedTuple):
    """A run for the commands to work on, and what each of them writes without a fault."""

    folder: Path
    run: Path
    expected: Mapping[
        str, tuple[Mapping[str, str], Mapping[str, str]]
    ]  # by writer, the facts of two variants
    kept: Mapping[str, Path]  # by writer, a folder with the result of variant 0
    writes: dict[str, int]  # by writer, the number of its writes, as soon as they are counted


def make_stage(folder: Path) -> Stage:
    """Trains the run, and lets each command write once without a fault, in two variants."""
    run = diayn_jax.train(**_SHORT, log_dir=str(folder / "run")).path
    diayn_jax.train(**{**_SHORT, "name": "other"}, log_dir=str(folder / "run"), seed=9)
    assert run is not None
    expected, kept = {}, {}
    for writer in WRITERS:
        both = []
        for variant in (0, 1):
            out = folder / f"{writer.name.replace(', ', '_')}_{variant}"
            out.mkdir()
            writer.make(run, out, variant)
            both.append(facts(out))
            kept.setdefault(writer.name, out)
        expected[writer.name] = (both[0], both[1])
    return Stage(folder, run, expected, kept, {})
