"""What the host loop asks of the other processes of a run."""

from collections.abc import Callable
from typing import Any, NamedTuple

from diayn_jax.types import PyTree


class Processes(NamedTuple):
    """The processes that train one run together, as the host loop needs them.

    Files, screen and lock belong to the main process alone. Every process calls `any_stop`, `gather` and
    `barrier` at the same points of the loop.
    """

    is_main: bool
    any_stop: Callable[[int | None], int | None]  # the signal that this process got -> one that any got
    gather: Callable[[PyTree], Any]  # a state over all processes -> whole arrays, in each
    barrier: Callable[[str], None]  # waits at a named point until all are there


SINGLE = Processes(
    is_main=True,
    any_stop=lambda received: received,
    gather=lambda tree: tree,
    barrier=lambda name: None,
)
