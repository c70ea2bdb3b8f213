"""The records that modules pass to each other, with the shape of every field.

Legend: E environments, T time, B batch, K skills, O observation size, H × W × C an image, F feature size,
A action size, S agent input size (the observation, plus the features if they are appended), L size of an
image's latent, N evaluation episodes, D devices.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import jax
from flax import struct
from jax.typing import ArrayLike

Array = jax.Array
Key = jax.Array  # a typed PRNG key, `jax.random.key`
Metrics = dict[str, Array]
PyTree = Any
Numbers = ArrayLike | Sequence[Any]  # what users give: a number, an array, or lists of them
Box = tuple[tuple[float, ...], tuple[float, ...]]  # two corners: the lowest and the highest coordinates


# Traced hyperparameters by the name of their setting, each []. They are leaves of `TrainState`, so that a
# sweep can vary them over its lanes without a new compilation. Only `Config` holds the settings that decide
# a shape or a branch.
HParams = dict[str, Array]


class Pixels(NamedTuple):
    """An agent's input if the observation is an image. An encoder turns it into [..., S]."""

    image: Array  # [..., H, W, C], uint8
    features: Array  # [..., F], normalised; F = 0 if no features are appended


class Timestep(struct.PyTreeNode):
    """The result of a reset or a step of a batch of environments.

    `state` is the provider's own pytree. `features` holds every declared feature that is not a part of the
    observation (see `envs.Feature`).
    """

    state: PyTree
    obs: Array  # [E, O], float32; or an image [E, H, W, C], uint8
    reward: Array  # [E], the environment's own reward
    terminated: Array  # [E], bool
    features: Mapping[str, Array]  # name -> [E, F]


class Step(NamedTuple):
    """One row of experience: a state and the action taken in it.

    The next row holds the next state. `valid` is False on a reset row. A reset row holds the last state of
    an episode: the environment ignored the action and was reset instead.
    """

    obs: Array  # [E, O], raw; or the newest frame of an image, uint8
    features: Array  # [E, F'], raw; F' = 0 if the features are a part of obs
    action: Array  # [E, A], or [E] int32 if actions are discrete
    reward: Array  # [E], the environment's own reward
    skill: Array  # [E, ...], as stored
    terminated: Array  # [E], bool: the action led to a terminal state
    valid: Array  # [E], bool
    extras: PyTree  # leaves [E, ...]: what the learner's `act` returned besides the action


class OptionUnderWay(NamedTuple):
    """The actor state of an agent with options, stored with each row of experience and each recorded step."""

    option: Array  # [E], int8: the option that is running; −1: none yet
    began: Array  # [E], bool: the option was chosen in this state


class GoalUnderWay(NamedTuple):
    """The actor state of an agent with a manager, stored with each row of experience and recorded step."""

    goal: Array  # [E, G], float32: the manager's goal; its agent says what G means
    began: Array  # [E], bool: the goal was set in this state
    steps: Array  # [E], int16: steps since the goal was set; −1: none yet
    memory: PyTree  # leaves [E, ...]: other state of the agent; () in rows of experience


class Batch(NamedTuple):
    """Transitions for an update, normalised. Images stay uint8; the encoder turns them into floats.

    The weights sum to 1 over the global batch (over all devices). So a loss is Σ weight · row, and gradients
    are summed over devices, not averaged.
    """

    obs: Array | Pixels  # [B, S], the agent's input in s
    next_obs: Array | Pixels  # [B, S], the agent's input in s'
    features: Array  # [B, F], φ(s)
    next_features: Array  # [B, F], φ(s')
    feature_scale: Array  # [B, F], normalised size of one raw unit of each feature
    action: Array  # [B, A], or [B] int32
    reward: Array  # [B], the environment's own reward
    skill: Array  # [B, ...], as stored
    terminated: Array  # [B], bool
    weight: Array  # [B], 0 on reset rows
    skill_weight: Array  # [B], p(z)/p̂(z), p̂ the share of z in replay; 1 if skills cannot be counted
    agent_noise: PyTree  # what the agent's `noise` gave for each row
    objective_noise: PyTree  # what the objective's `noise` gave for each row
    extras: PyTree  # as the learner stored them
    # φ(s) and φ(s') in their own units, not clipped, [B, F] each; () unless the objective or the agent asks
    # for them (`raw_features`).
    raw_features: PyTree = ()
    next_raw_features: PyTree = ()
    # [B, L], gradient of the objective's loss with respect to the latents of s'. The encoder adds it to the
    # gradient of its agent's own loss. () if there is none.
    latent_gradient: PyTree = ()
    episode: PyTree = ()  # `EpisodeStates` of each row; () unless the objective asks for them


class EpisodeStates(NamedTuple):
    """Other states of the episodes of a batch's rows.

    φ is in its own units if the objective asks for them (`raw_features`), and normalised otherwise.
    """

    first_features: Array  # [B, F], φ(s_0); φ of the oldest state in replay if s_0 is unknown
    first_known: Array  # [B], bool: `first_features` is φ(s_0)
    last_features: Array  # [B, F], φ(s_T); φ of the newest state if the episode has not ended
    last_known: Array  # [B], bool: `last_features` is φ(s_T)
    ahead_features: Array  # [B, F], φ(s_{t+c}); φ of the last state if the episode ends earlier
    steps_ahead: Array  # [B], int32: steps from s_t to that state; at most c


class ObservedRows(NamedTuple):
    """The rows of an iteration in the order of time, for `Objective.observe`.

    A row that is not valid ends an episode: its state is s_T, and the next row belongs to a new episode.
    """

    features: Array  # [T, E, F], φ(s) in its own units
    next_features: Array  # [T, E, F], φ(s') in its own units
    action: Array  # [T, E, A], or [T, E] if actions are discrete
    reward: Array  # [T, E], the environment's own reward
    skill: Array  # [T, E, ...], as stored
    terminated: Array  # [T, E], bool
    valid: Array  # [T, E], bool
    # [T, E], bool: this step ended an episode that had all its time. The first episodes after a start or a
    # resume may have less, and a breakdown of physics ends none.
    whole: Array


class ScoredStep(NamedTuple):
    """One step, for `Objective.score`. The caller chooses the leading axes."""

    features: Array  # [..., F], φ(s), normalised
    next_features: Array  # [..., F], φ(s'), normalised
    skill: Array  # [..., *], as stored
    reward: Array  # [...], the environment's own reward
    # φ(s) and φ(s') in their own units, [..., F] each; () unless the objective asks for them.
    raw_features: PyTree = ()
    next_raw_features: PyTree = ()


class Windows(NamedTuple):
    """Windows of successive transitions of one environment: T transitions, or fewer if the episode ends."""

    batch: Batch  # leaves [B, T, ...]; do not use its weights and `agent_noise`
    valid: Array  # [B, T], bool: the steps that belong to the window; the first always does
    weight: Array  # [B], sums to 1 over the global batch; 0 for windows that are not whole; may be all 0
    noise: PyTree  # leaves [B, ...], the `noise` of the `WindowLearner`


def type_and_shape(x: Any) -> str:
    """Returns the type and shape of an array as text, such as `float32[2, 3]`."""
    if x is None:
        return "not given"
    return f"{x.dtype}{[*x.shape]}" if hasattr(x, "shape") else f"a {type(x).__name__}"


def types_and_shapes(tree: PyTree) -> str:
    """Returns the types and shapes of a tree's leaves, such as `['net'] float32[2, 3]`; "" without leaves."""
    leaves = jax.tree_util.tree_leaves_with_path(tree)
    return ", ".join(f"{jax.tree_util.keystr(path)} {type_and_shape(x)}".strip() for path, x in leaves)


def brief_repr(record: Any) -> str:
    """Returns the repr of a NamedTuple of functions: its numbers and names, and `…` for all other fields.

    A whole repr would have two million characters for a trainer, and JAX asks for it when it jits a function
    that was made by `functools.partial`.
    """
    values = zip(record._fields, record, strict=True)
    shown = [f"{name}={x!r}" for name, x in values if isinstance(x, (bool, int, float, str))]
    return f"{type(record).__name__}({', '.join([*shown, '…'])})"
