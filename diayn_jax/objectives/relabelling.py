"""Relabelling of METRA's skills, as in GenDa (arXiv:2607.00392).

While φ changes, the skill stored with a row of replay no longer names the direction in which its episode went
in φ. So rows get other skills, directions of what happened. φ̄ is a running average of φ:

    z_episode = unit(φ̄(s_T) − φ̄(s_0))         where the episode of the row went (eq. 4)
    z_ahead   = unit(φ̄(s_{t+c}) − φ̄(s_t))     where it went in the next c steps (eq. 8)

With `relabel_map`, φ learns from z_episode, and a uniformity loss keeps these directions apart (eq. 5).
Without this loss, φ could map all episodes to one direction. The agent learns from z_episode and z_ahead in a
share of its rows each, and from the skill that acted in the others. The paper decides by a count of
directions which rows keep their skill; here their share is a setting.
"""

import dataclasses
from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp

from diayn_jax import equations, parallel
from diayn_jax.config import ConfigError, Range, field
from diayn_jax.skills import SkillSpace
from diayn_jax.types import Array, Batch, Key

SHORTEST = 1e-6  # the shortest way in φ̄ that has a direction

Map = Callable[[Array], Array]  # features [..., F] -> φ [..., d]


@dataclasses.dataclass(frozen=True, kw_only=True)
class RelabelSettings:
    """The settings of relabelling. It is off by default."""

    relabel_map: bool = field(
        False,
        "GenDa: φ learns from the direction in which an episode went, instead of the skill that acted (only "
        "with skill_space=sphere:d and an agent with replay)",
        "objective",
    )
    relabel_episode_share: float = field(
        0.0,
        "GenDa: share of the agent's rows whose skill becomes the direction in which the episode went (0.5 "
        "in the paper)",
        "objective",
        Range(low=0, high=1),
    )
    relabel_ahead_share: float = field(
        0.0,
        "GenDa: share of the agent's rows whose skill becomes the direction of the next relabel_steps steps "
        "(0.5 in the paper)",
        "objective",
        Range(low=0, high=1),
    )
    relabel_steps: int = field(25, "GenDa: c, number of these steps", "objective", Range(low=1))
    relabel_average_rate: float = field(
        0.005,
        "GenDa: share of φ in the running average φ̄, per update",
        "objective",
        Range(above=0, high=1),
        traced=True,
    )
    uniformity_weight: float = field(
        1.0,
        "GenDa: weight of the loss that keeps the episodes' directions apart, with relabel_map",
        "objective",
        Range(low=0),
        traced=True,
    )

    def check_settings(self) -> None:
        """Raises `ConfigError` for shares that sum to more than 1, and for settings that have no effect."""
        of_switches = {
            "relabel_steps": ("relabel_ahead_share",),
            "uniformity_weight": ("relabel_map",),
            "relabel_average_rate": ("relabel_map", "relabel_episode_share", "relabel_ahead_share"),
        }
        for name, switches in of_switches.items():
            value = getattr(self, name)
            if value != getattr(RelabelSettings, name) and not any(getattr(self, one) for one in switches):
                wanted = " or ".join(f"--{one}" for one in switches)
                raise ConfigError(
                    f"--{name}={value:g} has no effect without {wanted}. Give both, or neither."
                )
        total = self.relabel_episode_share + self.relabel_ahead_share
        if total > 1:
            raise ConfigError(
                f"--relabel_episode_share={self.relabel_episode_share:g} and "
                f"--relabel_ahead_share={self.relabel_ahead_share:g} sum to {total:g}; at most 1 is allowed. "
                "Lower one of them."
            )


def is_for_agent(config: Any) -> bool:
    """Returns whether the agent learns from relabelled skills."""
    return bool(config.relabel_episode_share + config.relabel_ahead_share > 0)


def is_on(config: Any) -> bool:
    """Returns whether the map or the agent learns from relabelled skills."""
    return bool(config.relabel_map) or is_for_agent(config)


def check(config: Any, skills: SkillSpace) -> None:
    """Raises `ConfigError` if skills would be relabelled that are no directions, or without replay."""
    if not is_on(config):
        return
    given = next(
        f"--{name}={str(getattr(config, name)).lower()}"
        for name in ("relabel_map", "relabel_episode_share", "relabel_ahead_share")
        if getattr(config, name)
    )
    if not skills.name.startswith("sphere:"):
        raise ConfigError(
            f"{given}: a relabelled skill is a direction, but skills of this run are {skills.name}. Leave it "
            "out, or use --skill_space=sphere:2 (or more dimensions)."
        )
    if config.on_policy:
        raise ConfigError(
            f"{given}: relabelling needs a replay, but --agent={config.agent} learns from its last rollout. "
            "Leave it out, or use --agent=sac, or dqn if actions are discrete."
        )
    # An episode is known with the row before its first, and with one after its last state.
    needed, kept = config.episode_length + 3, config.replay_size // config.num_envs
    if (config.relabel_map or config.relabel_episode_share) and kept < needed:
        raise ConfigError(
            f"{given}: --replay_size={config.replay_size} keeps {kept} rows of each of --num_envs="
            f"{config.num_envs}, but a whole episode needs {needed}. Give --replay_size="
            f"{2 * needed * config.num_envs}, so that many episodes are whole, or fewer environments."
        )


def noise(key: Key) -> Array:
    """Draws the number in [0, 1) that decides whether the agent's row is relabelled, []."""
    return jax.random.uniform(key)


def for_map(average: Map, batch: Batch) -> Array:
    """Returns the skills from which the map learns, [B, d]: z_episode where the whole episode is known."""
    return _redirected(batch.skill, _way_of_episode(average, batch), _whole(batch))


def for_agent(config: Any, average: Map, batch: Batch) -> Array:
    """Returns the skills from which the agent learns, [B, d]: z_episode, z_ahead, or the skill that acted."""
    uniform, share = batch.objective_noise, config.relabel_episode_share
    is_ahead = (uniform >= share) & (uniform < share + config.relabel_ahead_share)
    way_ahead = average(batch.episode.ahead_features) - average(batch.features)
    skill = _redirected(batch.skill, way_ahead, is_ahead)
    return _redirected(skill, _way_of_episode(average, batch), (uniform < share) & _whole(batch))


def uniformity(represent: Map, batch: Batch, axes: tuple[str, ...]) -> Array:
    """Returns this device's part of the uniformity loss of the episodes' directions in φ, [].

    The parts of all devices sum to the mean of `equations.uniformity_loss` over the rows of whole episodes.
    """
    weight = batch.weight * _whole(batch)
    directions = equations.unit(_way_of_episode(represent, batch))
    (others, places), (weights, _) = parallel.of_all(directions, axes), parallel.of_all(weight, axes)
    counts = jnp.where(places[:, None] == jnp.arange(weights.shape[0]), 0.0, weights)
    rows = equations.uniformity_loss(directions, others, counts)
    return jnp.sum(weight * rows) / jnp.maximum(jnp.sum(weights), 1e-12)


def _whole(batch: Batch) -> Array:
    """Returns whether the first and the last state of the row's episode are known, [B]."""
    return batch.episode.first_known & batch.episode.last_known


def _way_of_episode(represent: Map, batch: Batch) -> Array:
    """Returns φ(s_T) − φ(s_0), [B, d]."""
    return represent(batch.episode.last_features) - represent(batch.episode.first_features)


def _redirected(skill: Array, way: Array, chosen: Array) -> Array:
    """Returns the direction of `way` [B, d] for the chosen rows [B], and the skill [B, d] for others.

    A way without length has no direction, and its row keeps its skill.
    """
    has_direction = jnp.linalg.norm(way, axis=-1) > SHORTEST
    return jnp.where((chosen & has_direction)[:, None], equations.unit(way), skill)
