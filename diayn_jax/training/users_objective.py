"""Checks of a user's own objective. They run while JAX traces its functions, so a step takes no longer."""

from collections.abc import Callable, Mapping
from typing import Any

import jax

from diayn_jax import external
from diayn_jax.config import ConfigError
from diayn_jax.interfaces import Objective
from diayn_jax.types import Array, Batch, HParams, Metrics, PyTree, ScoredStep, type_and_shape


def checked(objective: Objective, name: str) -> Objective:
    """Returns an objective whose `init`, `update`, `reward` and `score` are checked when they are traced.

    They raise `ConfigError` if the user's function raises an error, or returns something of a wrong kind or
    shape. The message names the objective, the function and the line.
    """

    def called(what: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any) -> Any:
            try:
                return function(*args)
            except ConfigError:
                raise
            except Exception as error:  # A user's own code may raise any error.
                raise ConfigError(
                    f"--objective={name}: its {what} raised {external.in_short(error)}. Fix its Objective."
                ) from error

        return call

    def check(what: str, found: str, wanted: str) -> None:
        if found != wanted:
            raise ConfigError(
                f"--objective={name}: its {what} returns {found}, and should return {wanted}. Fix its "
                "Objective."
            )

    init, update = called("init", objective.init), called("update", objective.update)
    reward, score = called("reward", objective.reward), called("score", objective.score)

    def checked_update(state: PyTree, batch: Batch, hparams: HParams) -> tuple[PyTree, Metrics]:
        found = update(state, batch, hparams)
        is_pair = isinstance(found, tuple) and len(found) == 2 and isinstance(found[1], Mapping)
        wanted = "the state and a dict of metrics"
        check("update", wanted if is_pair else f"a {type(found).__name__}", wanted)
        after, metrics = found
        check("update", f"a state of {_leaves(after)}", f"a state of {_leaves(state)}")
        for key, x in metrics.items():
            check(
                "update",
                f"metrics[{key!r}] of shape {[*jax.numpy.shape(x)]}",
                f"metrics[{key!r}] of shape []",
            )
        return after, metrics

    def checked_reward(state: PyTree, batch: Batch, hparams: HParams) -> Array:
        found = reward(state, batch, hparams)
        shape = [*batch.terminated.shape, *objective.reward_shape]
        check("reward", f"shape {[*jax.numpy.shape(found)]}", f"shape {shape}")
        return found

    def checked_score(state: PyTree, step: ScoredStep, hparams: HParams) -> Array:
        found = score(state, step, hparams)
        check("score", f"shape {[*jax.numpy.shape(found)]}", f"shape {[*step.features.shape[:-1]]}")
        return found

    return objective._replace(init=init, update=checked_update, reward=checked_reward, score=checked_score)


def _leaves(state: PyTree) -> str:
    """Returns the types and shapes of a state's leaves as text, such as `['net'] float32[2, 3]`."""
    leaves = jax.tree_util.tree_leaves_with_path(state)
    named = (f"{jax.tree_util.keystr(path)} {type_and_shape(x)}".strip() for path, x in leaves)
    return ", ".join(named) or "no arrays"
