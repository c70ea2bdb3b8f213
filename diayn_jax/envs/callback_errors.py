"""Errors in an environment's host callbacks, which are raised after the JAX program has ended.

An exception inside a callback ends the program on the device that called. If there are several devices, the
others then wait for this one forever. So the exception is stored, and the callback returns placeholder
numbers. The exception is raised once the program has ended on all devices.
"""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from jax.extend import core

from diayn_jax.config import NamesSettings
from diayn_jax.external import in_short
from diayn_jax.types import PyTree

# Names of JAX's callback primitives.
_CALLBACKS = ("pure_callback", "io_callback", "debug_callback", "buffer_callback")


class SimulatorError(NamesSettings, RuntimeError):
    """A simulator on the host has failed. The message says what to do about it."""


class CallbackErrors:
    """Stores the first exception of an environment's callbacks.

    Outside the context `collected`, an exception is raised in the callback, as usual in JAX.
    """

    def __init__(self, name: str):
        """`name` is the environment's name, for messages."""
        self.name = name
        self._collects = 0
        self._first: SimulatorError | None = None

    @contextlib.contextmanager
    def collected(self) -> Iterator[None]:
        """A context that stores exceptions of callbacks, and raises the first of them at its end.

        All programs that were started in the context must have finished by then (`jax.block_until_ready`).

        Raises:
          SimulatorError: a callback has raised an exception, or has returned arrays of other shapes or types.
        """
        self._collects += 1
        try:
            yield
        finally:
            # If the program was interrupted, its error must not fail the next one.
            first, self._first = self._first, None
            self._collects -= 1
        if first is not None:
            raise first

    def keeping(self, call: Callable[..., Any], result: PyTree) -> Callable[..., Any]:
        """Wraps a callback's function so that its exceptions are stored.

        Args:
          call: returns arrays of the shapes and types of `result`; all may have the same leading dimensions.
          result: `jax.ShapeDtypeStruct`s.
        """

        def kept(*args: Any, lead: tuple[int, ...] = ()) -> Any:
            def checked() -> Any:
                found = call(*args)
                _check(found, result, lead)
                return found

            def blank(x: Any) -> np.ndarray:
                return np.full((*lead, *x.shape), _placeholder(x.dtype), x.dtype)

            return self._stored(checked, lambda: jax.tree.map(blank, result))

        return kept

    def filling(self, call: Callable[..., None]) -> Callable[..., None]:
        """Wraps a callback that fills given buffers (`buffer_callback`); see `keeping`."""

        def filled(context: Any, out: Any, *args: Any) -> None:
            def blank(buffer: Any) -> None:
                rows = np.asarray(buffer)
                rows[...] = _placeholder(rows.dtype)

            self._stored(lambda: call(context, out, *args), lambda: jax.tree.map(blank, out))

        return filled

    def _stored(self, call: Callable[[], Any], blank: Callable[[], Any]) -> Any:
        """Calls `call`. Inside `collected`, an exception is stored, and then `blank` is called instead."""
        if self._collects and self._first is not None:
            return blank()
        try:
            return call()
        except Exception as error:  # A user's own code may raise any error.
            what = f"{self.name} cannot continue: its code on the host raised {in_short(error)}."
            fault = error if isinstance(error, SimulatorError) else SimulatorError(what)
            if not self._collects:
                raise fault from error
            self._first = self._first or fault
            return blank()

    def guard(self, fun: Callable[..., Any]) -> Callable[..., Any]:
        """Wraps a function of arrays so that the exceptions of all its callbacks are stored."""

        def guarded(*args: Any) -> Any:
            closed, shapes = jax.make_jaxpr(fun, return_shape=True)(*args)
            found = core.jaxpr_as_fun(self._guarded(closed))(*jax.tree.leaves(args))
            return jax.tree.unflatten(jax.tree.structure(shapes), found)

        return guarded

    def _guarded(self, part: Any) -> Any:
        """Returns a program, or a parameter of one of its equations, with its callbacks replaced."""
        # From JAX 0.12 on, a closed program is a program as well, whose `jaxpr` is itself.
        if isinstance(part, core.Jaxpr):
            return part.replace(eqns=[self._guarded_step(eqn) for eqn in part.eqns])
        if isinstance(part, core.ClosedJaxpr):
            return part.replace(jaxpr=self._guarded(part.jaxpr))
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
        """Wraps a callback that returns arrays. Under vmap, arrays have more dimensions than in `eqn`."""
        ranks = [len(x.aval.shape) for x in eqn.invars]
        kept = self.keeping(call, [jax.ShapeDtypeStruct(x.aval.shape, x.aval.dtype) for x in eqn.outvars])

        def flat(*args: Any) -> Any:
            leads = [np.shape(x)[: np.ndim(x) - rank] for x, rank in zip(args, ranks, strict=True)]
            return kept(*args, lead=np.broadcast_shapes(*leads))

        return flat


def collected(faults: CallbackErrors | None) -> contextlib.AbstractContextManager[None]:
    """Returns the context `CallbackErrors.collected`, or an empty context if there are no callbacks."""
    return contextlib.nullcontext() if faults is None else faults.collected()


def has_callbacks(part: Any) -> bool:
    """Returns whether a program (`jax.make_jaxpr`) calls the host."""
    if isinstance(part, core.Jaxpr):
        return any(
            eqn.primitive.name in _CALLBACKS or any(map(has_callbacks, eqn.params.values()))
            for eqn in part.eqns
        )
    if isinstance(part, core.ClosedJaxpr):
        return has_callbacks(part.jaxpr)
    return isinstance(part, tuple | list) and any(map(has_callbacks, part))


def _placeholder(dtype: Any) -> float:
    return np.nan if jnp.issubdtype(dtype, jnp.inexact) else 0


def _check(found: Any, result: PyTree, lead: tuple[int, ...]) -> None:
    """Raises `ValueError` if a callback returns other shapes or types than it declared."""
    given, wanted = jax.tree.leaves(found), jax.tree.leaves(result)
    if len(given) != len(wanted):
        raise ValueError(f"it returns {len(given)} arrays, and declared {len(wanted)}")
    for x, y in zip(given, wanted, strict=True):
        shape = (*lead, *y.shape)
        if np.shape(x) != shape:
            raise ValueError(f"it returns an array of shape {[*np.shape(x)]}, and declared {[*shape]}")
        # JAX accepts float64 as float32.
        if jax.dtypes.canonicalize_dtype(np.asarray(x).dtype) != y.dtype:
            raise ValueError(f"it returns an array of {np.asarray(x).dtype}, and declared {y.dtype}")
