"""Steps Brax's wrapped environments and keeps the last state of each episode.

Brax's `AutoResetWrapper` replaces the last state of an episode by the first state of the next one, and QDax's
`StateDescriptorResetWrapper` does the same with the descriptor. The reward log q(z|φ(s')) would then be
computed at the state after the reset, and a truncated episode would have no state to bootstrap from.
"""

import copy
from typing import Any

import brax.envs
from brax.envs.wrappers import training

from diayn_jax.types import Array

DESCRIPTOR = "state_descriptor"
_LAST = "diayn_jax_last"


def step(env: Any, state: Any, action: Array) -> tuple[Any, Array, Array | None]:
    """Steps an environment that may reset itself.

    Args:
      env: an environment from `qdax.tasks.brax.v2.create` or in Brax's wrappers.
      state: Brax's state, [E, ...].
      action: [E, A].

    Returns:
      The next state from `env.step`; and the observation [E, O] and the descriptor [E, D] at s', before any
      reset. The descriptor is None if the environment has none.
    """
    recording = _recording(env)
    # Brax's wrappers change the dictionary in place, so they get a copy.
    state = state.replace(info=dict(state.info))
    if recording is None:
        after = env.step(state, action)
        return after, after.obs, after.info.get(DESCRIPTOR)
    after = recording.step(state, action)
    info = dict(after.info)
    obs, descriptor = info.pop(_LAST)
    return after.replace(info=info), obs, descriptor


class _KeepsLast(brax.envs.Wrapper):
    """Stores the observation and descriptor after a step, before an outer wrapper replaces the state."""

    def step(self, state: Any, action: Array) -> Any:
        after = self.env.step(state, action)
        after.info[_LAST] = after.obs, after.info.get(DESCRIPTOR)
        return after


def _recording(env: Any) -> Any | None:
    """Returns a copy of the wrappers with `_KeepsLast` inside the one that resets; None if none resets."""
    inner = vars(env).get("env")
    if inner is None:
        return None
    changed = _KeepsLast(inner) if isinstance(env, training.AutoResetWrapper) else _recording(inner)
    if changed is None:
        return None
    found = copy.copy(env)
    found.env = changed
    return found
