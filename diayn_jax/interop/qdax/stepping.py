"""Steps of Brax's wrapped environments, whose last states are kept.

Brax's `AutoResetWrapper` puts the first state of the next episode in the place of the last one, and QDax's
`StateDescriptorResetWrapper` does so with the descriptor. A reward of log q(z|φ(s')) is then paid for where
the robot stands after the reset, and a truncated episode has nothing to bootstrap from.
"""

import copy
from typing import Any

import brax.envs
from brax.envs.wrappers import training

from diayn_jax.types import Array

DESCRIPTOR = "state_descriptor"
_LAST = "diayn_jax_last"


def step(env: Any, state: Any, action: Array) -> tuple[Any, Array, Array | None]:
    """A step of an environment that may reset itself.

    Args:
      env: as `qdax.tasks.brax.v2.create` or Brax's wrappers make it.
      state: Brax's, [E, ...].
      action: [E, A].

    Returns:
      The next state as `env.step` gives it; and the observation [E, O] and the descriptor [E, D] of s',
      from before any reset. No descriptor is None.
    """
    recording = _recording(env)
    # Brax's wrappers change the dictionary that they are given.
    state = state.replace(info=dict(state.info))
    if recording is None:
        after = env.step(state, action)
        return after, after.obs, after.info.get(DESCRIPTOR)
    after = recording.step(state, action)
    info = dict(after.info)
    obs, descriptor = info.pop(_LAST)
    return after.replace(info=info), obs, descriptor


class _KeepsLast(brax.envs.Wrapper):
    """Notes what an environment shows after a step, for whoever puts another state in its place."""

    def step(self, state: Any, action: Array) -> Any:
        after = self.env.step(state, action)
        after.info[_LAST] = after.obs, after.info.get(DESCRIPTOR)
        return after


def _recording(env: Any) -> Any | None:
    """A copy of the wrappers with `_KeepsLast` below the one that resets; None where none does."""
    inner = vars(env).get("env")
    if inner is None:
        return None
    changed = _KeepsLast(inner) if isinstance(env, training.AutoResetWrapper) else _recording(inner)
    if changed is None:
        return None
    found = copy.copy(env)
    found.env = changed
    return found
