"""What an environment raises on the host, in the midst of a program of JAX's.

An exception inside a callback ends the program on the device that called. Where there are several, the
others wait for that one, for ever. So it is kept instead, the callback gives numbers that nobody uses, and
once the program has ended on all devices the exception is raised.
"""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from jax.extend import core

from diayn_jax.external import in_short
from diayn_jax.types import PyTree

# By the names of JAX's primitives.
_CALLBACKS = ("pure_callback", "io_callback", "debug_callback", "buffer_callback")


class SimulatorError(RuntimeError):
    """What a simulator on the host cannot do; the message says what to do about it."""


class CallbackErrors:
    """The first exception of an environment's callbacks.

    Outside `collected`, exceptions are raised where they come up, as JAX does it.
    """

    def __init__(self, name: str):
        """`name` is the environment's, for messages."""
        self.name = name
        self._collects = 0
        self._first: SimulatorError | None = None

    @contextlib.contextmanager
    def collected(self) -> Iterator[None]:
        """Keeps exceptions, and raises the first at the end of the context.

        What is computed within must be there by then (`jax.block_until_ready`).

        Raises:
          SimulatorError: a callback has raised, or given something else than it should.
        """
        self._collects += 1
        try:
            yield
        finally:
            self._collects -= 1
        if self._first is not None:
            first, self._first = self._first, None
            raise first

    def keeping(self, call: Callable[..., Any], result: PyTree) -> Callable[..., Any]:
        """A callback's function as one whose exceptions are kept.

        Args:
          call: gives arrays of the shapes and types of `result`, also behind shared leading dimensions.
          result: `jax.ShapeDtypeStruct`s.
        """

        def kept(*args: Any, lead: tuple[int, ...] = ()) -> Any:
            def blank(x: Any) -> np.ndarray:
                of_none = jnp.nan if jnp.issubdtype(x.dtype, jnp.inexact) else 0
                return np.full((*lead, *x.shape), of_none, x.dtype)

            if self._collects and self._first is not None:
                return jax.tree.map(blank, result)
            try:
                found = call(*args)
                _check(found, result, lead)
                return found
            except Exception as error:  # noqa: BLE001 (whatever a user's own code raises)
                self._keep(error)
                return jax.tree.map(blank, result)

        return kept

    def filling(self, call: Callable[..., None]) -> Callable[..., None]:
        """As `keeping`, for a callback that is given buffers to fill (`buffer_callback`)."""

        def filled(context: Any, out: Any, *args: Any) -> None:
            def blank(buffer: Any) -> None:
                rows = np.asarray(buffer)
                rows[...] = np.nan if np.issubdtype(rows.dtype, np.inexact) else 0

            if self._collects and self._first is not None:
                jax.tree.map(blank, out)
                return
            try:
                call(context, out, *args)
            except Exception as error:  # noqa: BLE001 (whatever a user's own code raises)
                self._keep(error)
                jax.tree.map(blank, out)

        return filled

    def _keep(self, error: Exception) -> None:
        """Keeps an exception where they are collected, and raises it elsewhere."""
        fault = self._fault(error)
        if not self._collects:
            raise fault from error
        self._first = self._first or fault

    def _fault(self, error: Exception) -> SimulatorError:
        if isinstance(error, SimulatorError):
            return error
        return SimulatorError(f"{self.name} cannot go on: its code on the host raised {in_short(error)}.")

    def guard(self, fun: Callable[..., Any]) -> Callable[..., Any]:
        """A function of arrays whose callbacks, of whatever kind, keep their exceptions."""

        def guarded(*args: Any) -> Any:
            closed, shapes = jax.make_jaxpr(fun, return_shape=True)(*args)
            found = core.jaxpr_as_fun(self._guarded(closed))(*jax.tree.leaves(args))
            return jax.tree.unflatten(jax.tree.structure(shapes), found)

        return guarded

    def _guarded(self, part: Any) -> Any:
        """A program, or a parameter of one of its steps, with its callbacks replaced."""
        if isinstance(part, core.ClosedJaxpr):
            return part.replace(jaxpr=self._guarded(part.jaxpr))
        if isinstance(part, core.Jaxpr):
            return part.replace(eqns=[self._guarded_step(eqn) for eqn in part.eqns])
        if isinstance(part, tuple | list) and type(part) in (tuple, list):
            return type(part)(self._guarded(each) for each in part)
        return part

    def _guarded_step(self, eqn: Any) -> Any:
        params = {name: self._guarded(value) for name, value in eqn.params.items()}
        kind = eqn.primitive.name
        if kind in _CALLBACKS:
            call = eqn.params["callback"]
            params["callback"] = (
                self.filling(call) if kind == "buffer_callback" else self._returning(call, eqn)
            )
        return eqn.replace(params=params)

    def _returning(self, call: Callable[..., Any], eqn: Any) -> Callable[..., Any]:
        """The flat function of a callback that returns arrays; under vmap, of more dimensions than here."""
        ranks = [len(x.aval.shape) for x in eqn.invars]
        kept = self.keeping(call, [jax.ShapeDtypeStruct(x.aval.shape, x.aval.dtype) for x in eqn.outvars])

        def flat(*args: Any) -> Any:
            leads = [np.shape(x)[: np.ndim(x) - rank] for x, rank in zip(args, ranks, strict=True)]
            return kept(*args, lead=np.broadcast_shapes(*leads))

        return flat


def collected(faults: CallbackErrors | None) -> contextlib.AbstractContextManager[None]:
    """`CallbackErrors.collected` of an environment that has any."""
    return contextlib.nullcontext() if faults is None else faults.collected()


def has_callbacks(part: Any) -> bool:
    """Whether a program (`jax.make_jaxpr`) calls the host."""
    if isinstance(part, core.ClosedJaxpr):
        return has_callbacks(part.jaxpr)
    if isinstance(part, core.Jaxpr):
        return any(
            eqn.primitive.name in _CALLBACKS or any(map(has_callbacks, eqn.params.values()))
            for eqn in part.eqns
        )
    return isinstance(part, tuple | list) and any(map(has_callbacks, part))


def _check(found: Any, result: PyTree, lead: tuple[int, ...]) -> None:
    """Raises `ValueError` where a callback gives other arrays than it said."""
    given, wanted = jax.tree.leaves(found), jax.tree.leaves(result)
    if len(given) != len(wanted):
        raise ValueError(f"it gives {len(given)} arrays, and said {len(wanted)}")
    for x, y in zip(given, wanted, strict=True):
        shape = (*lead, *y.shape)
        if np.shape(x) != shape:
            raise ValueError(f"it gives an array of shape {[*np.shape(x)]}, and said {[*shape]}")
        # JAX takes float64 for float32.
        if jax.dtypes.canonicalize_dtype(np.asarray(x).dtype) != y.dtype:
            raise ValueError(f"it gives an array of {np.asarray(x).dtype}, and said {y.dtype}")
