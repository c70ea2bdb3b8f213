"""Unsupervised skill discovery (DIAYN) as a massively parallel trainer in JAX.

Most commands have a function of their name here; docs/reference/api.md has an example of each. In a notebook:

>>> import diayn_jax
>>> run = diayn_jax.train(env="point", num_skills=6, say=print)
>>> run = diayn_jax.load(run.path)
>>> action = run.act(obs, skill=3)
>>> skills = diayn_jax.load_skills(run.path)  # no environment: pure functions of `skills.params`
>>> action = skills.act(skills.params, obs, skill=3)
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from diayn_jax.config import Config, ConfigError
    from diayn_jax.envs import SimulatorError
    from diayn_jax.interop.distil_source import distil
    from diayn_jax.interop.distilled import Distilled
    from diayn_jax.papers.make_paper import Paper, paper
    from diayn_jax.records import Record
    from diayn_jax.run.divergence import TrainingDiverged
    from diayn_jax.show.compare import Compared, compare
    from diayn_jax.storage.files import RunFileError
    from diayn_jax.storage.metadata import CheckpointError
    from diayn_jax.storage.run_list import RunList, list_runs
    from diayn_jax.sweeps.benchmark import Benchmark, benchmark
    from diayn_jax.sweeps.sweep import Sweep, resume, sweep
    from diayn_jax.use.archives.adapt import Adaptation, adapt
    from diayn_jax.use.archives.make_archive import Archived, archive
    from diayn_jax.use.choosing.choose import Chosen, choose
    from diayn_jax.use.dance.make_dance import Dance, dance
    from diayn_jax.use.evaluate import Evaluation, evaluate
    from diayn_jax.use.export import Exported, export
    from diayn_jax.use.finetuning.against_scratch import Finetuned, finetune
    from diayn_jax.use.imitation.imitate_runs import Imitated, imitate
    from diayn_jax.use.loaded_run import Run, as_run, load, load_skills, make_config
    from diayn_jax.use.play.play import Played, play
    from diayn_jax.use.policy import Skills
    from diayn_jax.use.pretrained import pretrained
    from diayn_jax.use.training_run import train

# The names that the package offers, by the module of each.
_MODULES = {
    "config": ("Config", "ConfigError"),
    "envs": ("SimulatorError",),
    "interop.distil_source": ("distil",),
    "interop.distilled": ("Distilled",),
    "papers.make_paper": ("Paper", "paper"),
    "records": ("Record",),
    "run.divergence": ("TrainingDiverged",),
    "show.compare": ("Compared", "compare"),
    "storage.files": ("RunFileError",),
    "storage.metadata": ("CheckpointError",),
    "storage.run_list": ("RunList", "list_runs"),
    "sweeps.benchmark": ("Benchmark", "benchmark"),
    "sweeps.sweep": ("Sweep", "resume", "sweep"),
    "use.archives.adapt": ("Adaptation", "adapt"),
    "use.archives.make_archive": ("Archived", "archive"),
    "use.choosing.choose": ("Chosen", "choose"),
    "use.dance.make_dance": ("Dance", "dance"),
    "use.evaluate": ("Evaluation", "evaluate"),
    "use.export": ("Exported", "export"),
    "use.finetuning.against_scratch": ("Finetuned", "finetune"),
    "use.imitation.imitate_runs": ("Imitated", "imitate"),
    "use.loaded_run": ("Run", "as_run", "load", "load_skills", "make_config"),
    "use.play.play": ("Played", "play"),
    "use.policy": ("Skills",),
    "use.pretrained": ("pretrained",),
    "use.training_run": ("train",),
}
_HOME = {name: module for module, names in _MODULES.items() for name in names}
__all__ = list(_HOME)


def __getattr__(name: str) -> Any:
    # Import on first use: a program that only uses the config does not wait for JAX and Orbax.
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
