"""Makes an environment in JAX from pure functions of its state."""

from collections.abc import Callable, Mapping
from typing import Any

import jax
import jax.numpy as jnp

from diayn_jax.envs.core import Env, EnvSpec
from diayn_jax.types import Array, Key, PyTree, Timestep


def _never(state: PyTree) -> Array:
    return jnp.zeros(jax.tree.leaves(state)[0].shape[0], bool)


def make_world(
    name: str,
    spec: EnvSpec,
    start: Callable[[Key], PyTree],
    move: Callable[[PyTree, Array], tuple[PyTree, Array]],
    *,
    ends: Callable[[PyTree], Array] = _never,
    observe: Callable[[PyTree], Array] = lambda state: state,
    features: Callable[[PyTree], Mapping[str, Array]] = lambda state: {},
    **fields: Any,
) -> Env:
    """Makes the environment of a row of the table.

    Args:
      spec: its row, which has sizes and features.
      start: draws the first state of an episode, for one environment.
      move: (states [E, ...], actions) -> next states and rewards [E].
      ends: states -> whether the episode terminates in them, [E] bool.
      observe: states -> observations [E, O].
      features: states -> the features that the observation lacks, [E, F] each.
      fields: other fields of the `Env`, such as `dt`.
    """

    def timestep(state: PyTree, reward: Array) -> Timestep:
        return Timestep(
            state=state, obs=observe(state), reward=reward, terminated=ends(state), features=features(state)
        )

    def reset(keys: Array) -> Timestep:
        return timestep(jax.vmap(start)(keys), jnp.zeros(keys.shape[0]))

    def step(state: PyTree, action: Array) -> Timestep:
        return timestep(*move(state, action))

    return Env(**spec.interface(name)._asdict(), reset=reset, step=step, **fields)
