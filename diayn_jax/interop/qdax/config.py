"""The settings of QDax's DIAYN, and their conversion to our config."""

import dataclasses
from collections.abc import Mapping
from typing import Any

import qdax.baselines.diayn as released

from diayn_jax import resolve, shell
from diayn_jax.config import CATEGORICAL, Config, ConfigError, show

_OBJECTIVES = ("diayn", "metra")
# The settings of every run that have an effect here. The others belong to our trainer.
_COMMON = ("max_grad_norm", "adam_b1", "adam_b2")


@dataclasses.dataclass
class DiaynConfig(released.DiaynConfig):
    """QDax's settings with QDax's defaults, and our own settings.

    `num_skills` is the number of entries that a skill adds to an observation: K, or d for vectors.
    """

    objective: str = "diayn"  # or metra
    skill_space: str = CATEGORICAL  # or a space of vectors, such as sphere:2 (only METRA)
    agent_sees_descriptor: bool = False  # append the descriptor to the inputs of policy and critics
    # Settings of the objective, the agent and Adam, by name.
    settings: Mapping[str, Any] = dataclasses.field(default_factory=dict)


def settings_of(config: DiaynConfig) -> Any:
    """Converts QDax's settings to our config.

    Raises:
      ConfigError: the objective is unknown, or `settings` has a field that `DiaynConfig` sets already or that
        has no effect here.
    """
    if config.objective not in _OBJECTIVES:
        raise ConfigError(f"objective={config.objective}: it takes {' or '.join(_OBJECTIVES)}.")
    rate, hidden = config.learning_rate, tuple(config.critic_hidden_layer_size)
    own: dict[str, Any] = {
        "objective": config.objective,
        "agent": "sac",
        "skill_space": config.skill_space,
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
    if config.skill_space == CATEGORICAL:
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
            f"settings={{{both[0]!r}: {show(config.settings[both[0]])}}}: DiaynConfig's own fields set it. "
            "Leave it out."
        )
    idle = {f.name for f in dataclasses.fields(Config)} - {*own, *_COMMON}
    if useless := sorted(idle & set(config.settings)):
        raise ConfigError(
            f"settings={{{useless[0]!r}: {show(config.settings[useless[0]])}}}: it is a setting of "
            f"{shell.command('train')} and has no effect here. Leave it out."
        )
    return resolve.from_json({**own, **open_settings, **config.settings})
