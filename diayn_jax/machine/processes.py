"""The functions by which the host loop communicates with the other processes of a run."""

from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax.types import PyTree


class Processes(NamedTuple):
    """The processes that train one run together.

    Only the main process writes files, prints and holds the lock. The exception is a checkpoint: each process
    writes the arrays that it holds. Every process calls `any_stop`, `share`, `gather` and `barrier` at the
    same points of the loop.
    """

    number: int
    is_main: bool
    any_stop: Callable[[int | None], int | None]  # this process's signal -> a signal of any process, or None
    share: Callable[[str], str]  # any text -> the main process's text
    gather: Callable[[PyTree], Any]  # a state over all processes -> whole NumPy arrays, in each process
    barrier: Callable[[str], None]  # waits at a named point until all processes have reached it


SINGLE = Processes(
    number=1,
    is_main=True,
    any_stop=lambda received: received,
    share=lambda text: text,
    gather=lambda tree: tree,
    barrier=lambda name: None,
)


def of_cluster() -> Processes:
    """Returns the processes that `cluster.initialize` has joined; `SINGLE` if there is only one."""
    if jax.process_count() == 1:
        return SINGLE
    from jax.experimental import multihost_utils

    def any_stop(received: int | None) -> int | None:
        all_received = multihost_utils.process_allgather(np.int32(received or 0))
        return int(all_received.max()) or None

    def share(text: str) -> str:
        words = np.frombuffer(text.encode(), np.uint8)
        length = int(multihost_utils.broadcast_one_to_all(np.int32(len(words))))
        shared = np.zeros(length, np.uint8)
        shared[: len(words)] = words[:length]
        return bytes(multihost_utils.broadcast_one_to_all(shared)).decode()

    return Processes(
        number=jax.process_count(),
        is_main=jax.process_index() == 0,
        any_stop=any_stop,
        share=share,
        gather=lambda tree: jax.tree.map(_whole, tree),
        barrier=multihost_utils.sync_global_devices,
    )


def _whole(x: Any) -> Any:
    """Gathers an array over all processes as a NumPy array, and a PRNG key as a key of this process."""
    from jax.experimental import multihost_utils

    if jnp.issubdtype(x.dtype, jax.dtypes.prng_key):
        return jax.random.wrap_key_data(_whole(jax.random.key_data(x)))
    if x.is_fully_replicated:
        return np.asarray(x)
    return np.asarray(multihost_utils.process_allgather(x, tiled=True))
