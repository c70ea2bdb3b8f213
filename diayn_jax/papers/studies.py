"""The runs that the figures need, by budget, and the calls of the library that make them.

A study is one call. Its runs lie below `<out>/<budget>/runs/`, and `<study>.json` beside them says what it
was called with and whether it is done. A study that is done is taken; one that was stopped is continued.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from diayn_jax.config import ConfigError
from diayn_jax.records import Say, plain
from diayn_jax.show.report import run_data
from diayn_jax.show.report.run_data import RunData
from diayn_jax.storage import files, provenance, untrusted_files
from diayn_jax.sweeps import sweep_files
from diayn_jax.sweeps.sweep import sweep
from diayn_jax.use.choosing.choose import choose
from diayn_jax.use.finetuning.against_scratch import finetune
from diayn_jax.use.imitation.imitate_runs import imitate

QUICK, SMALL, FULL = "quick", "small", "full"
BUDGETS = (QUICK, SMALL, FULL)
SWEEP, FINETUNE, CHOOSE, IMITATE = "sweep", "finetune", "choose", "imitate"
RUNS = "runs"


class OtherArguments(ConfigError):
    """Raised if the folder has a study that was begun with other arguments."""


class Study(NamedTuple):
    """One call of the library, which makes runs."""

    call: str  # SWEEP, FINETUNE, CHOOSE or IMITATE
    fields: Mapping[str, Any]  # the arguments of all budgets
    budgets: Mapping[str, Mapping[str, Any]]  # the other arguments, by budget
    of: str = ""  # the study whose skills it uses
    where: Mapping[str, Any] = {}  # fields of the run among these; its seed is the lowest
    quick: Mapping[str, Any] = {}  # with the quick budget: fields of its agent that make a sweep short

    def arguments(self, budget: str) -> dict[str, Any]:
        """Returns the arguments of the call."""
        quick = {**_QUICK, **self.quick} if budget == QUICK and self.call == SWEEP else {}
        pages = {} if self.call == IMITATE else _NO_PAGES
        return {**pages, **quick, **self.fields, **self.budgets[budget]}


class Made(NamedTuple):
    """A study that is done, or was stopped by a signal."""

    name: str
    paths: tuple[Path, ...] = ()  # the directories of its runs; of an imitation, its JSON files
    seconds: float = 0.0  # by the clock, of the calls that returned; a killed one leaves no time
    commits: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()  # runs that diverged; they are left out
    stopped: int | None = None

    def runs(self, **where: Any) -> list[RunData]:
        """Reads the runs whose configs have these values, ordered by seed."""
        found = [run_data.from_directory(path) for path in self.paths]
        return sorted((run for run in found if _has(run, where)), key=lambda run: run.config.seed)

    def documents(self) -> list[dict[str, Any]]:
        """Reads the JSON files of an imitation."""
        return [read_document(path, untrusted_files.read_json) for path in self.paths]


def _has(run: RunData, where: Mapping[str, Any]) -> bool:
    return all(getattr(run.config, name, None) == value for name, value in where.items())


_NO_PAGES = {"plots": False, "report": "none", "tensorboard": False, "log_pictures": False}
_QUICK = {
    "episode_length": 20,
    "num_envs": 8,
    "batch_size": 16,
    "epoch_steps": 400,
    "num_env_steps": 1500,
    "eval_every": 400,
    "eval_episodes": 2,
    "seeds": (0, 1),
    "num_devices": 1,
}
_OFF_POLICY = {
    "skill_sampling": "resampled",
    "replay_size": 1600,
    "warmup_steps": 64,
    "updates_per_iteration": 1,
}
_SEEDS, _MORE = (0, 1, 2), (0, 1, 2, 3, 4)
# The paper's own sizes. Its robots had 10M steps or fewer.
_PAPER = {"preset": "paper", "num_env_steps": 10_000_000, "eval_every": 250_000, "seeds": _MORE}
# Skills that see the whole observation, as in the paper, in episodes that two cores can play.
_ROBOT = {"objective": "diayn", "features": "obs"}


def _robot(env: str, steps: int, **fields: Any) -> Study:
    return Study(
        SWEEP,
        {"env": env, **_ROBOT},
        {
            QUICK: {"num_skills": 3},
            SMALL: {
                "num_skills": 10,
                "num_env_steps": steps,
                "eval_every": steps // 10,
                "eval_episodes": 5,
                "seeds": _SEEDS,
                **fields,
            },
            FULL: _PAPER,
        },
        quick=_OFF_POLICY,
    )


def _point(steps: int, skills: int, paper_skills: int, **fields: Any) -> Study:
    return Study(
        SWEEP,
        {"objective": "diayn", **fields},
        {
            QUICK: {"num_skills": 3},
            SMALL: {
                "num_skills": skills,
                "num_env_steps": steps,
                "eval_every": steps // 10,
                "seeds": _SEEDS,
            },
            FULL: {
                "num_skills": paper_skills,
                "num_env_steps": 10 * steps,
                "eval_every": steps // 2,
                "seeds": _MORE,
            },
        },
        quick=_OFF_POLICY,
    )


def _finetuning(robot: str) -> Study:
    return Study(
        FINETUNE,
        {"scratch": True},
        {
            QUICK: {"seeds": (0,), "num_env_steps": 800, "eval_every": 400},
            SMALL: {"seeds": _SEEDS, "num_env_steps": 60_000, "eval_every": 6_000, "eval_episodes": 10},
            FULL: {"seeds": _MORE, "num_env_steps": 1_000_000, "eval_every": 25_000},
        },
        of=robot,
    )


def _choice(task: str, of: str, baselines: Sequence[str], **where: Any) -> Study:
    return Study(
        CHOOSE,
        {"task": task, "baselines": tuple(baselines)},
        {
            QUICK: {
                "num_env_steps": 2_000,
                "warmup_steps": 64,
                "episode_length": 20,
                "num_envs": 4,
                "episodes": 2,
            },
            SMALL: {"num_env_steps": 250_000, "eval_every": 25_000, "episodes": 50},
            FULL: {"num_env_steps": 5_000_000, "eval_every": 250_000, "episodes": 100},
        },
        of=of,
        where=where,
    )


_LEARNED = tuple(
    {"learned_prior": True, "prior_learning_rate": rate, "prior_weighting": True} for rate in (0.01, 0.1)
)
FEW_SKILLS = 5
_ABLATIONS = (
    {"num_skills": 20},
    {"num_skills": FEW_SKILLS},
    {"num_skills": 20, "learned_prior": True},
    {"num_skills": 20, "alpha": 0.001},
)

STUDIES: Mapping[str, Study] = {
    "navigation": _point(100_000, 6, 6, grid={"env": ("point", "point_maze")}),
    "entropy": _point(100_000, 6, 6, env="point", grid={"alpha": (0.01, 0.1, 1.0, 10.0)}),
    "prior": _point(100_000, 20, 50, env="point", configurations=({"learned_prior": False}, *_LEARNED)),
    "gridworld": _point(100_000, 4, 4, env="four_rooms"),
    "halfcheetah": _robot("halfcheetah", 100_000, episode_length=500),
    "hopper": _robot("hopper", 100_000, episode_length=500),
    "ant": _robot("ant", 100_000, episode_length=500),
    "ant_prior": _robot("ant", 300_000, seeds=(0,))._replace(
        fields={"env": "ant", "objective": "diayn", "features": "xy"}
    ),
    "control": Study(
        SWEEP,
        {"env": "mountain_car", "objective": "diayn", "configurations": _ABLATIONS},
        {
            QUICK: {},
            SMALL: {"num_env_steps": 100_000, "eval_every": 20_000, "seeds": _SEEDS},
            FULL: {"num_env_steps": 1_000_000, "eval_every": 100_000, "seeds": _MORE},
        },
        quick=_OFF_POLICY,
    ),
    "imitation": Study(
        IMITATE, {}, {QUICK: {"episodes": 1}, SMALL: {"episodes": 5}, FULL: {"episodes": 10}}, of="control"
    ),
    "finetune_halfcheetah": _finetuning("halfcheetah"),
    "finetune_hopper": _finetuning("hopper"),
    "finetune_ant": _finetuning("ant"),
    "choose_ant": _choice("ant_waypoints", "ant", ("random", "flat")),
    "choose_ant_prior": _choice("ant_waypoints", "ant_prior", ("random",)),
    "choose_hurdles": _choice("halfcheetah_hurdles", "halfcheetah", ("random", "flat")),
    "coverage": Study(
        SWEEP,
        {
            "env": "ant",
            "agent": "ppo",
            "eval_full": True,
            "grid": {"objective": ("metra", "diayn")},
            "rank_by": "return_mean",
        },
        {
            QUICK: {"num_envs": 16, "warmup_steps": 256},
            SMALL: {"num_env_steps": 1_000_000, "eval_every": 250_000, "seeds": _SEEDS},
            FULL: {"num_env_steps": 60_000_000, "eval_every": 5_000_000, "seeds": _MORE},
        },
    ),
}


def read_document(
    file: Path, read: Callable[[Path], dict[str, Any]] = files.read_checked_json
) -> dict[str, Any]:
    """Reads what was written of a study or of a figure; raises `ConfigError` if the file is damaged."""
    try:
        return read(file)
    except (OSError, ValueError) as error:
        raise ConfigError(
            f"{file} cannot be read: {error}. Restore a copy of it, or remove it and make the figure again; "
            "runs that are done are kept."
        ) from error


def missing(name: str, budget: str, root: Path) -> list[str]:
    """Returns the studies that have to be made for a study, those that it uses first.

    Raises:
      OtherArguments: the folder has one of them with other arguments.
      ConfigError: the file of one of them is damaged.
    """
    study = STUDIES[name]
    first = missing(study.of, budget, root) if study.of else []
    return first if _document(name, budget, root).get("done") else [*first, name]


def make(name: str, budget: str, root: Path, say: Say) -> Made:
    """Makes a study, continues it, or takes it if it is done.

    Args:
      name: a key of `STUDIES`.
      budget: one of `BUDGETS`.
      root: the folder of the runs.
      say: receives the lines of training.

    Raises:
      OtherArguments: the folder has this study with other arguments.
      ConfigError: the file of the study is damaged.
      RunFileError: as in `diayn_jax.train`; or runs of a sweep stopped on an error, and can be continued.
      SimulatorError: as in `diayn_jax.train`.
    """
    study, document = STUDIES[name], _document(name, budget, root)
    if document.get("done"):
        return _made(name, root, document)
    source = Made("") if not study.of else make(study.of, budget, root, say)
    if source.stopped:
        return source._replace(name=name)
    say(f"{name}: {study.call}")
    commit = (provenance.commit() or {}).get("hash", "")
    document["commits"] = sorted({*document["commits"], *([commit] if commit else [])})
    _write(name, root, document)
    started = time.monotonic()
    found = _CALLS[study.call](name, study, study.arguments(budget), root, source, say)
    paths, stopped = found.paths, found.stopped
    document["seconds"] += time.monotonic() - started
    document |= {"paths": [str(path.relative_to(root)) for path in paths], "failures": list(found.failures)}
    document["done"] = stopped is None
    _write(name, root, document)
    return _made(name, root, document)._replace(stopped=stopped)


def _document(name: str, budget: str, root: Path) -> dict[str, Any]:
    """Returns what is known of a study; raises `OtherArguments` if it was begun with others."""
    asked = plain({"call": STUDIES[name].call, "of": STUDIES[name].of, **STUDIES[name].arguments(budget)})
    file = root / f"{name}.json"
    if not file.exists():
        return {"study": asked, "seconds": 0.0, "commits": [], "paths": [], "failures": [], "done": False}
    document = read_document(file)
    if document["study"] != asked:
        raise OtherArguments(
            f"{file}: the study {name} was begun with other arguments than it has now. Give another --out, "
            f"or remove {root}."
        )
    return document


def _write(name: str, root: Path, document: Mapping[str, Any]) -> None:
    with files.explained(root):
        root.mkdir(parents=True, exist_ok=True)
    files.write_checked_json(root / f"{name}.json", document)


def _made(name: str, root: Path, document: Mapping[str, Any]) -> Made:
    return Made(
        name,
        tuple(root / path for path in document["paths"]),
        document["seconds"],
        tuple(document["commits"]),
        tuple(document["failures"]),
    )


def _sweep(name: str, study: Study, arguments: dict[str, Any], root: Path, source: Made, say: Say) -> Made:
    folder = sweep_files.folder(root, name)
    if (folder / files.SWEEP).exists():
        found = sweep(path=folder, resume=True, say=say)
    else:
        found = sweep(name=name, log_dir=str(root), say=say, **arguments)
    if found.unended and found.stopped is None:
        lane = found.unended[0]
        raise files.RunFileError(
            f"{name}: {len(found.unended)} of its runs stopped on an error; {lane}: "
            f"{found.failures.get(lane, 'see above')} Give the command again to continue them."
        )
    # Runs that stopped on an error of a file have a failure, too, but they have not diverged.
    failed = set(found.failures) - set(found.unended)
    paths = [found.path / lane for row in found.rows for lane in row.lanes]
    return Made(
        name,
        tuple(sorted(path for path in paths if path.name not in failed)),
        failures=tuple(sorted(failed)),
        stopped=found.stopped,
    )


def _source(study: Study, source: Made) -> Path:
    """Returns the run whose skills a study uses.

    Raises:
      ConfigError: all such runs diverged.
    """
    runs = source.runs(**study.where)
    if not runs or runs[0].path is None:
        raise ConfigError(
            f"{source.name}: none of its runs has skills to use; see {', '.join(source.failures)}."
        )
    return runs[0].path


def _finetune(name: str, study: Study, arguments: dict[str, Any], root: Path, source: Made, say: Say) -> Made:
    found = finetune(_source(study, source), name=name, log_dir=str(root), resume=True, say=say, **arguments)
    paths = [run.path for run in (*found.runs, *found.scratch) if run.path is not None]
    return Made(name, tuple(paths), stopped=found.stopped)


def _choose(name: str, study: Study, arguments: dict[str, Any], root: Path, source: Made, say: Say) -> Made:
    found = choose(_source(study, source), name=name, log_dir=str(root), resume=True, say=say, **arguments)
    assert found.run.path is not None
    flat = found.run.path.with_name(f"{name}-flat")
    return Made(name, (found.run.path, *([flat] if flat.exists() else [])), stopped=found.stopped)


def _imitate(name: str, study: Study, arguments: dict[str, Any], root: Path, source: Made, say: Say) -> Made:
    """Lets each run of the source with another seed imitate the source's first run of the first settings."""
    first = STUDIES[study.of].fields["configurations"][0]
    runs = source.runs()
    expert = next((run for run in runs if _has(run, {**_PLAIN, **first})), None)
    if expert is None:
        raise ConfigError(f"{source.name}: the expert's run diverged.")
    paths = []
    with files.explained(root / name):
        (root / name).mkdir(exist_ok=True)
    for student in (run for run in runs if run.config.seed != expert.config.seed):
        assert student.path is not None
        assert expert.path is not None
        file = root / name / f"{student.path.name}.json"
        if not file.exists():
            say(f"{student.path.name} imitates the expert")
            imitate(expert.path, student.path, file=file, **arguments)
        paths.append(file)
    return Made(name, tuple(paths))


_PLAIN = {"learned_prior": False, "alpha": "auto"}
_CALLS = {SWEEP: _sweep, FINETUNE: _finetune, CHOOSE: _choose, IMITATE: _imitate}
