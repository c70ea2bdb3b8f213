"""The objective that islands share with the islands of other programs.

Each program trains a copy of it during an epoch. At the end of the epoch all programs exchange their copies,
and each continues with the same one (see `sweeps.islands`).
"""

from collections.abc import Callable, Mapping
from typing import Protocol

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax.storage import arrays
from diayn_jax.storage.files import RunFileError
from diayn_jax.training import TrainState

Arrays = Mapping[str, np.ndarray]  # the floating arrays of an objective's state, by name


class Interrupted(Exception):
    """A signal came while this program waited for another one."""


class ExchangeError(RunFileError):
    """The objective could not be given to other programs, or not be got from them."""


class Exchange(Protocol):
    """Exchanges the objective with the other programs. The clock is the number of agent updates."""

    def publish(self, clock: int, own: Arrays) -> None:
        """Gives this program's objective to the others; it is empty if the objective is not finite.

        Raises:
          ExchangeError: the file cannot be written.
        """

    def gathered(self, clock: int, stopped: Callable[[], bool]) -> Arrays:
        """Waits for the other programs, and returns the objective of all.

        Raises:
          Interrupted: `stopped` returned True before all others had given theirs.
          ExchangeError: a file of another program cannot be read.
        """


def share(
    state: TrainState, several: bool, exchange: Exchange, clock: int, stopped: Callable[[], bool]
) -> TrainState:
    """Returns the state with the objective of all programs. If its own is not finite, it stays as it is.

    Args:
      several: whether the state has a leading axis of lanes. All lanes then have the same objective.

    Raises:
      Interrupted, ExchangeError: see `Exchange`.
    """
    held = arrays.arrays_of(state.objective)
    floats = {name: x for name, x in held.items() if jnp.issubdtype(x.dtype, jnp.floating)}
    own = {name: np.asarray(x[0] if several else x) for name, x in jax.device_get(floats).items()}
    finite = all(np.isfinite(x).all() for x in own.values())
    exchange.publish(clock, own if finite else {})
    if not finite:
        return state
    of_all = exchange.gathered(clock, stopped)
    placed = {
        name: arrays.placed(np.broadcast_to(of_all[name], x.shape), x.sharding) for name, x in floats.items()
    }
    return state.replace(objective=arrays.with_arrays(state.objective, held | placed))
