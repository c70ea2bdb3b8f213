"""The settings of QDax's DIAYN, and ours by them."""

import dataclasses
from collections.abc import Mapping
from typing import Any

import qdax.baselines.diayn as released

from diayn_jax import resolve, shell
from diayn_jax.config import CATEGORICAL, Config, ConfigError, show

_OBJECTIVES = ("diayn", "metra")
# Of the settings that every run of ours has, those that matter here; the others are of its own trainer.
_COMMON = ("max_grad_norm", "adam_b1", "adam_b2")


@dataclasses.dataclass
class DiaynConfig(released.DiaynConfig):
    """QDax's settings with QDax's defaults, and what goes beyond them.

    `num_skills` is the number of entries that a skill adds to an observation: K, or d of vectors.
    """

    objective: str = "diayn"  # or metra
    skills: str = CATEGORICAL  # or a space of vectors, such as sphere:2 (METRA alone)
    agent_sees_descriptor: bool = False  # append the descriptor to what policy and critics see
    settings: Mapping[str, Any] = dataclasses.field(
        default_factory=dict
    )  # of the objective's, the agent's and Adam's, by name


def settings_of(config: DiaynConfig) -> Any:
    """Our config of QDax's settings.

    Raises:
      ConfigError: an objective that there is not, a setting that has a name of QDax's, or one on which
        nothing hangs here.
    """
    if config.objective not in _OBJECTIVES:
        raise ConfigError(f"objective={config.objective}: takes {' or '.join(_OBJECTIVES)}.")
    rate, hidden = config.learning_rate, tuple(config.critic_hidden_layer_size)
    own: dict[str, Any] = {
        "objective": config.objective,
        "agent": "sac",
        "skills": config.skills,
        "num_envs": max(config.num_skills, 2),
        "batch_size": config.batch_size,
        "replay_size": config.batch_size,
        "episode_length": config.episode_length,
        "tau": config.tau,
        "normalize": config.normalize_observations,
        "learning_rate": rate,
        "alpha": config.alpha_init if config.fix_alpha else "auto",
        "discount": config.discount,
        "reward_scale": config.reward_scaling,
        "critic_hidden_sizes": hidden,
        "policy_hidden_sizes": tuple(config.policy_hidden_layer_size),
        "features": "obs" if config.descriptor_full_state else "descriptor",
        "agent_sees_features": config.agent_sees_descriptor,
    }
    if config.skills == CATEGORICAL:
        own["num_skills"] = config.num_skills
    open_settings: dict[str, Any] = {"critic_layer_norm": False}  # QDax's critics have none.
    if config.objective == "metra":
        open_settings |= {"representation_hidden_sizes": hidden, "representation_learning_rate": rate}
    else:
        open_settings |= {"discriminator_hidden_sizes": hidden, "discriminator_learning_rate": rate}
        open_settings["discriminator_floor"] = 0.0  # QDax's q is the softmax.
    both = sorted(set(own) & set(config.settings))
    if both:
        raise ConfigError(
            f"settings={{{both[0]!r}: {show(config.settings[both[0]])}}}: DiaynConfig's own fields say that. "
            "Leave it out."
        )
    idle = {f.name for f in dataclasses.fields(Config)} - {*own, *_COMMON}
    if useless := sorted(idle & set(config.settings)):
        raise ConfigError(
            f"settings={{{useless[0]!r}: {show(config.settings[useless[0]])}}}: it is of "
            f"{shell.command('run')}, and nothing hangs on it here. Leave it out."
        )
    return resolve.from_json({**own, **open_settings, **config.settings})
