"""The records that pass between the parts, with the shape of every field.

Legend: E environments, T time, B batch, K skills, O observation size, H × W × C an image, F
feature size, A action size, S agent input size (observation, plus features where they are
appended), L size of an image's latent, N evaluation episodes, D devices.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

import jax
from flax import struct

Array = jax.Array
Key = jax.Array  # a typed PRNG key, `jax.random.key`
Metrics = dict[str, Array]
PyTree = Any
Box = tuple[tuple[float, ...], tuple[float, ...]]  # two corners: the lowest coordinates, and the highest


# Traced hyperparameters by the name of their setting, each []: leaves of `TrainState`, so that a sweep may
# vary them over its lanes without compiling anew. What decides a shape or a branch is in `Config` alone.
HParams = dict[str, Array]


class Pixels(NamedTuple):
    """What an agent sees where the observation is an image; an encoder makes [..., S] of it."""

    image: Array  # [..., H, W, C], uint8
    features: Array  # [..., F], normalised; F = 0 where none are appended


class Timestep(struct.PyTreeNode):
    """What a batch of environments gives back.

    `state` is the provider's own pytree. `features` holds every declared feature that is not
    a part of the observation (see `envs.Feature`).
    """

    state: PyTree
    obs: Array  # [E, O], float32; or an image [E, H, W, C], uint8
    reward: Array  # [E], the environment's own
    terminated: Array  # [E], bool
    features: Mapping[str, Array]  # name -> [E, F]


class Step(NamedTuple):
    """One row of experience: a state and what was done there.

    The next state is the next row. `valid` is False on a reset row: the row of an episode's
    last state, where the action was ignored and the environment reset instead.
    """

    obs: Array  # [E, O], raw; of an image the newest frame alone, uint8
    features: Array  # [E, F'], raw; F' = 0 where the features are a part of obs
    action: Array  # [E, A], or [E] int32 where actions are discrete
    reward: Array  # [E], the environment's own
    skill: Array  # [E, ...], as stored
    terminated: Array  # [E], bool: the action led to a terminal state
    valid: Array  # [E], bool
    extras: PyTree  # leaves [E, ...]: what the learner's `act` gave beside the action


class OptionUnderWay(NamedTuple):
    """The actor of an agent with options; kept with each row of experience and each recorded step."""

    option: Array  # [E], int8: which is under way; −1: none yet
    began: Array  # [E], bool: it was chosen in this state


class GoalUnderWay(NamedTuple):
    """The actor of an agent whose manager sets goals; kept with each row of experience and recorded step."""

    goal: Array  # [E, G], float32: the manager's, as its agent says
    began: Array  # [E], bool: it was set in this state
    steps: Array  # [E], int16, since it was set; −1: none yet
    memory: PyTree  # leaves [E, ...], what else the agent carries; () in rows of experience


class Batch(NamedTuple):
    """Transitions for an update, normalised. Images stay uint8; the encoder turns them into floats.

    The weights sum to 1 over the global batch (over all devices), so a loss is
    Σ weight · row and gradients are summed, not averaged, over devices.
    """

    obs: Array | Pixels  # [B, S], what the agent sees of s
    next_obs: Array | Pixels  # [B, S], what the agent sees of s'
    features: Array  # [B, F], φ(s)
    next_features: Array  # [B, F], φ(s')
    feature_scale: Array  # [B, F], what one unit of each feature became by normalisation
    action: Array  # [B, A], or [B] int32
    reward: Array  # [B], the environment's own
    skill: Array  # [B, ...], as stored
    terminated: Array  # [B], bool
    weight: Array  # [B], 0 on reset rows
    skill_weight: Array  # [B], p(z)/p̂(z), p̂ the share of each skill in replay; 1 of uncountable skills
    agent_noise: PyTree  # what the agent's `noise` gave for each row
    objective_noise: PyTree  # what the objective's `noise` gave for each row
    extras: PyTree  # as the learner stored them
    raw_features: PyTree = ()  # [B, F], φ(s) in its own units, not clipped; () unless the agent asks for it
    next_raw_features: PyTree = ()  # [B, F], φ(s') likewise
    # [B, L], of the objective's loss by the latents of s', which an encoder descends beside its agent's own
    # loss; () where there is none
    latent_gradient: PyTree = ()


class Windows(NamedTuple):
    """Successive transitions of one environment: T of them, or fewer where the episode ends."""

    batch: Batch  # leaves [B, T, ...]; its weights and noises mean nothing
    valid: Array  # [B, T], bool: which of them there are; the first in any case
    weight: Array  # [B], summing to 1 over the global batch; 0 of windows that are not whole, or all 0
    noise: PyTree  # leaves [B, ...], what the learner's `noise` gave
