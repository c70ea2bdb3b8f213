"""Recorded episodes, parts of them, and sums over their steps."""

import functools
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax.types import Array

Recorded = Array | np.ndarray  # functions that run on the host accept both


class Trajectories(NamedTuple):
    """N evaluation episodes of at most T steps.

    Step t (from 0) leads from the state at t to s', the state at t + 1. `valid` is True up to and including
    the step that ends an episode, and False afterwards. The other fields are never read at steps that are not
    valid.
    """

    skill: Array  # [N], int32: the skill; for vectors, the index of the probe or of the draw
    z: Array  # [N, ...], the skill as it is stored: [N] if skills can be counted, or vectors [N, d]
    valid: Array  # [T, N], bool: the step happened
    reward: Array  # [T, N], the environment's own
    score: Array  # [T, N], the objective's (`Objective.score`)
    obs: Array | None  # [T, N, O], raw, at s'; None if not recorded
    features: Mapping[str, Array]  # name -> [T, N, F], raw, at s': features that are not in the observation
    xy: Array | None  # [T + 1, N, 2], metres, including the start; None if there is no xy
    log_probs: Array | None  # [T, N, K], log q(z | φ(s')); None if the objective does not classify
    poses: Array | None = None  # [T + 1, N, …], poses to draw, including the start; None if not recorded
    action: Array | None = None  # [T, N, A] in −1 to 1, or [T, N] if discrete; None if not recorded
    actor: Any = ()  # leaves [T, N, ...], the actor at s, such as `OptionUnderWay`; () if there is none


_WITH_START = ("xy", "poses")  # fields that include the start


def select(
    trajectories: Trajectories, episodes: slice | np.ndarray, length: int | None = None
) -> Trajectories:
    """Returns the episodes at the given indices, and the first `length` steps of each (None: all steps)."""

    def kept(name: str, x: Array) -> Array:
        steps = None if length is None else length + (name in _WITH_START)
        return x[episodes] if name in ("skill", "z") else x[:steps, episodes]

    fields = trajectories._asdict()
    return Trajectories(
        **{name: jax.tree.map(functools.partial(kept, name), value) for name, value in fields.items()}
    )


def first_part(trajectories: Trajectories, episodes: int, length: int) -> Trajectories:
    """Returns the first `length` steps of the first `episodes` episodes."""
    return select(trajectories, slice(episodes), length)


def joined(parts: Sequence[Trajectories]) -> Trajectories:
    """Concatenates the episodes of several records that have the same number of steps."""
    if len(parts) == 1:
        return parts[0]

    def together(name: str, *x: Any) -> Any:
        return np.concatenate(x, axis=0 if name in ("skill", "z") else 1)

    fields = [part._asdict() for part in parts]
    return Trajectories(
        **{
            name: jax.tree.map(functools.partial(together, name), *(of[name] for of in fields))
            for name in Trajectories._fields
        }
    )


def without_empty(trajectories: Trajectories) -> Trajectories:
    """Returns the episodes that have a step. An episode has none if its physics breaks down in the first."""
    has_steps = np.asarray(trajectories.valid).any(axis=0)
    return trajectories if has_steps.all() else select(trajectories, np.flatnonzero(has_steps))


def episode_returns(trajectories: Trajectories) -> np.ndarray:
    """Sums the environment's reward over each episode, [N], on the host. NaN if the episode has no step."""
    valid = np.asarray(trajectories.valid)
    returns = np.where(valid, np.asarray(trajectories.reward, np.float64), 0.0).sum(axis=0)
    return np.where(valid.any(axis=0), returns, np.nan)


def log_q_of(log_probs: Array, skill: Array) -> Array:
    """Returns log q of the skills that acted: [..., K], [...] -> [...]."""
    return jnp.take_along_axis(log_probs, skill[..., None], axis=-1)[..., 0]


def entropy(p: Recorded) -> Any:
    """Computes −Σ p log p over the last axis: [..., C] -> [...]. NumPy arrays keep their precision."""
    xp = np if isinstance(p, np.ndarray) else jnp
    p = xp.where(p > 0, p, 1.0)  # 1 · log 1 is 0, which is what a p of 0 adds
    return -xp.sum(p * xp.log(p), axis=-1)


def episode_lengths(valid: Array) -> Array:
    """Counts the steps of each episode: valid [T, N] -> [N], int32."""
    return jnp.sum(valid, axis=0, dtype=jnp.int32)


def sum_of_valid(values: Array, valid: Array) -> Array:
    """Sums over valid steps: [T, N] -> [N]."""
    return jnp.sum(jnp.where(valid, values, 0.0), axis=0)
