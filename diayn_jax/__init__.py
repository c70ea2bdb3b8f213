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
    # Type checkers take a name for public if it is imported as itself.
    from diayn_jax.config import Config as Config
    from diayn_jax.config import ConfigError as ConfigError
    from diayn_jax.envs import SimulatorError as SimulatorError
    from diayn_jax.interop.distil_source import distil as distil
    from diayn_jax.interop.distilled import Distilled as Distilled
    from diayn_jax.papers.make_paper import Paper as Paper
    from diayn_jax.papers.make_paper import paper as paper
    from diayn_jax.records import Record as Record
    from diayn_jax.run.divergence import TrainingDiverged as TrainingDiverged
    from diayn_jax.show.compare import Compared as Compared
    from diayn_jax.show.compare import compare as compare
    from diayn_jax.storage.files import RunFileError as RunFileError
    from diayn_jax.storage.metadata import CheckpointError as CheckpointError
    from diayn_jax.storage.run_list import RunList as RunList
    from diayn_jax.storage.run_list import list_runs as list_runs
    from diayn_jax.sweeps.benchmark import Benchmark as Benchmark
    from diayn_jax.sweeps.benchmark import benchmark as benchmark
    from diayn_jax.sweeps.sweep import Sweep as Sweep
    from diayn_jax.sweeps.sweep import resume as resume
    from diayn_jax.sweeps.sweep import sweep as sweep
    from diayn_jax.use.archives.adapt import Adaptation as Adaptation
    from diayn_jax.use.archives.adapt import adapt as adapt
    from diayn_jax.use.archives.make_archive import Archived as Archived
    from diayn_jax.use.archives.make_archive import archive as archive
    from diayn_jax.use.choosing.choose import Chosen as Chosen
    from diayn_jax.use.choosing.choose import choose as choose
    from diayn_jax.use.dance.make_dance import Dance as Dance
    from diayn_jax.use.dance.make_dance import dance as dance
    from diayn_jax.use.evaluate import Evaluation as Evaluation
    from diayn_jax.use.evaluate import evaluate as evaluate
    from diayn_jax.use.export import Exported as Exported
    from diayn_jax.use.export import export as export
    from diayn_jax.use.finetuning.against_scratch import Finetuned as Finetuned
    from diayn_jax.use.finetuning.against_scratch import finetune as finetune
    from diayn_jax.use.imitation.imitate_runs import Imitated as Imitated
    from diayn_jax.use.imitation.imitate_runs import imitate as imitate
    from diayn_jax.use.loaded_run import Run as Run
    from diayn_jax.use.loaded_run import as_run as as_run
    from diayn_jax.use.loaded_run import load as load
    from diayn_jax.use.loaded_run import load_skills as load_skills
    from diayn_jax.use.loaded_run import make_config as make_config
    from diayn_jax.use.play.play import Played as Played
    from diayn_jax.use.play.play import play as play
    from diayn_jax.use.policy import Skills as Skills
    from diayn_jax.use.pretrained import pretrained as pretrained
    from diayn_jax.use.training_run import train as train

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
