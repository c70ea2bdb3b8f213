"""Makes environments whose actions are another run's skills; reads and stores these skills.

The config of a run that chooses names the run with skills by `choose_from`. Its own directory holds a copy of
the skills' policy. So it can be loaded and resumed even if the run with skills has been moved or deleted.
"""

import io
import json
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import envs, resolve, training
from diayn_jax.config import AUTO, Config, ConfigError, as_flags
from diayn_jax.envs.skill_as_action_env import make_skill_env
from diayn_jax.external import UntrustedCodeError
from diayn_jax.records import warn
from diayn_jax.storage import arrays, files, paths, untrusted_files
from diayn_jax.storage.metadata import CheckpointError, UnreadableCheckpointError
from diayn_jax.types import PyTree
from diayn_jax.use import read_checkpoint
from diayn_jax.use.policy import Skills, make_skills

_ABOUT = "about"  # the array whose bytes are JSON: the config of the skills' run, its backend and its steps
_MOST = 2**30  # largest size of the file, in bytes


def environment(
    config: Config,
    backend: str = AUTO,
    directory: Path | None = None,
    *,
    to_play: bool = True,
    trust: bool = False,
) -> envs.Env:
    """Makes the environment of a config; its actions are skills if the config has `choose_from`.

    Args:
      backend: the backend that `--backend=auto` resolved to, if the run has begun.
      directory: the run's directory, if it has one.
      to_play: as in `envs.make`.
      trust: lets the skills' run import code of the user's own that it names.

    Raises:
      ConfigError: as in `envs.from_config`; or the skills are missing or do not fit.
      UntrustedCodeError: the skills' run names code, and `trust` is False.
    """
    env = envs.from_config(config, backend, to_play=to_play)
    if not config.choose_from:
        return env
    skills = skills_of(config, directory, trust=trust)
    # The discount of one robot step; over the steps of a choice, it makes the agent's γ.
    discount = float(getattr(config, "discount", 1.0)) ** (1 / config.steps_per_choice)
    return make_skill_env(env, skills.frozen, config.steps_per_choice, discount)


def skills_of(config: Config, directory: Path | None = None, *, trust: bool = False) -> Skills:
    """Returns the skills that a run chooses from.

    They are the copy in its directory, or that of the run whose policy it starts from, or those of
    `choose_from`.

    Raises:
      ConfigError: there are none, or they cannot be read.
      UnreadableCheckpointError: the checkpoint of the skills' run is damaged.
      UntrustedCodeError: the skills' run names code, and `trust` is False.
    """
    start = getattr(config, "start_run", "")
    for place in (directory, files.expanded(start) if start else None):
        if place is not None and (place / files.FROZEN_SKILLS).exists():
            return read(place / files.FROZEN_SKILLS, trust=trust)
    try:
        path = paths.named(config.choose_from)
        chosen, ran = files.read_config(path, trust=trust)
        if chosen.choose_from:
            raise ConfigError(
                "that run itself chooses among skills of another run. Name that other run, "
                f"{chosen.choose_from}."
            )
        backend = ran["resolved"]["backend"]
        interface = envs.interface(chosen, backend)
        skills = read_checkpoint.restore_skills(path, chosen, interface, backend, "latest", warn)
    except UntrustedCodeError:
        raise
    except UnreadableCheckpointError as error:
        raise UnreadableCheckpointError(f"--choose_from={config.choose_from}: {as_flags(error)}") from error
    except (ConfigError, CheckpointError) as error:
        raise ConfigError(f"--choose_from={config.choose_from}: {as_flags(error)}") from error
    if skills.carries:
        raise ConfigError(
            f"--choose_from={config.choose_from}: its skills are of --agent={skills.config.agent}, which "
            "carries a state from step to step, such as an option. Frozen skills cannot carry one. Name a "
            "run of DIAYN or METRA by --agent=sac."
        )
    return skills


def keep(config: Config, directory: Path, is_new: bool) -> None:
    """Stores a copy of the skills that a run chooses from in its directory, if it is new or lost its copy.

    Raises:
      ConfigError: the skills cannot be read.
      RunFileError: the copy cannot be written.
    """
    if config.choose_from and (is_new or not (directory / files.FROZEN_SKILLS).exists()):
        write(directory, skills_of(config))


def write(directory: Path, skills: Skills) -> None:
    """Writes skills into the directory of a run that chooses from them.

    Raises:
      RunFileError: the file cannot be written.
    """
    about = {
        "config": resolve.to_json(skills.config),
        "env_steps": skills.env_steps,
        "backend": skills.backend,
    }
    kept: dict[str, Any] = {name: np.asarray(x) for name, x in arrays.arrays_of(skills.params).items()}
    kept[_ABOUT] = np.frombuffer(json.dumps(about).encode(), np.uint8)
    content = io.BytesIO()
    np.savez(content, **kept)
    files.write_atomic(directory / files.FROZEN_SKILLS, content.getvalue())


def read(path: Path, *, trust: bool = False) -> Skills:
    """Reads skills that `write` wrote; the zip's checksums reveal damage.

    Raises:
      ConfigError: the file is damaged, or of another version.
      UntrustedCodeError: the skills' run names code, and `trust` is False.
    """
    try:
        kept = untrusted_files.read_npz(path, _MOST)
        about = untrusted_files.parse_json(kept.pop(_ABOUT).tobytes())
        env_steps, backend = about["env_steps"], about["backend"]
        known = isinstance(env_steps, int) and isinstance(backend, str)
        if not isinstance(about["config"], dict) or not known:
            raise ValueError("it does not name the run of its skills")
    except (OSError, ValueError, KeyError) as error:
        raise ConfigError(
            f"{path}, the skills that this run chooses from, cannot be read: {error}. Put back a copy of it, "
            "or remove it if the run of --choose_from still exists."
        ) from error
    config = resolve.from_json(about["config"], trust=trust)
    interface = envs.interface(config, envs.spec(config.env).backends[0])
    components = training.make_components(config, interface)
    blank = jax.eval_shape(lambda: training.policy_parts(training.blank_policy_state(config, components)))
    params = _filled(path, make_skills(config, interface, blank, env_steps, components).params, kept)
    return make_skills(config, interface, params, env_steps, components, backend)


def _filled(path: Path, like: PyTree, kept: dict[str, np.ndarray]) -> Any:
    """Fills the tree of shapes `like` with the arrays that were read.

    Raises `ConfigError` if an array is missing, or has another shape or type.
    """

    def taken(place: Any, struct: Any) -> jax.Array:
        name = jax.tree_util.keystr(place, simple=True, separator=".")
        found = kept.get(name, np.zeros(struct.shape, struct.dtype) if not struct.size else None)
        if found is None or (found.shape, found.dtype) != (struct.shape, struct.dtype):
            raise ConfigError(f"{path}: {name} is missing or of another shape. Put back a copy of the file.")
        return jnp.asarray(found)

    return jax.tree_util.tree_map_with_path(taken, like)
