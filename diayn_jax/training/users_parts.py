"""Checks of a user's own objective or agent, while JAX traces its functions: a step takes no longer."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import external
from diayn_jax.config import ConfigError
from diayn_jax.interfaces import AnyAgent, Objective, ProblemSpec
from diayn_jax.types import Array, Batch, HParams, Metrics, PyTree, ScoredStep, types_and_shapes

# An agent of any kind has some of these functions.
_OF_AGENTS = ("init", "act", "sample", "values", "population", "act_as", "start", "step", "estimate")


def checked_objective(objective: Objective, name: str) -> Objective:
    """Returns an objective whose `init`, `update`, `reward` and `score` are checked when they are traced.

    They raise `ConfigError` if the user's function raises an error, or returns something of a wrong kind or
    shape. The message names the objective, the function and the line.
    """
    part = _Part(f"--objective={name}", "Objective")
    reward, score = part.called("reward", objective.reward), part.called("score", objective.score)

    def checked_reward(state: PyTree, batch: Batch, hparams: HParams) -> Array:
        found = reward(state, batch, hparams)
        part.check_shape("reward", found, (*batch.terminated.shape, *objective.reward_shape))
        return found

    def checked_score(state: PyTree, step: ScoredStep, hparams: HParams) -> Array:
        found = score(state, step, hparams)
        part.check_shape("score", found, step.features.shape[:-1])
        return found

    return objective._replace(
        init=part.called("init", objective.init),
        update=part.updating(objective.update),
        reward=checked_reward,
        score=checked_score,
    )


def checked_agent(agent: AnyAgent, name: str, problem: ProblemSpec) -> AnyAgent:
    """Returns an agent of any kind whose functions are checked like those of `checked_objective`."""
    part = _Part(f"--agent={name}", type(agent).__name__)
    given = {what: getattr(agent, what, None) for what in _OF_AGENTS}
    called: dict[str, Any] = {what: part.called(what, x) for what, x in given.items() if x is not None}
    act = called["act"]
    of_one = () if problem.num_actions is not None else (problem.action_size,)

    def checked_act(state: PyTree, obs: Any, skill: Array, keys: Array | None) -> Array:
        found = act(state, obs, skill, keys)
        part.check_shape("act", found, (skill.shape[0], *of_one))
        return found

    return agent._replace(**{**called, "act": checked_act, "update": part.updating(agent.update)})


class _Part(NamedTuple):
    """A part that a user wrote."""

    flag: str  # such as `--objective=mine:SPEC`
    kind: str  # the type of what it makes, such as `Objective`

    def called(self, what: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Returns a function that raises `ConfigError` if this one raises."""

        def failed(error: str) -> ConfigError:
            return ConfigError(f"{self.flag}: its {what} raised {error}. Fix its {self.kind}.")

        return external.guarded(function, failed)

    def updating(self, update: Callable[..., Any]) -> Callable[..., tuple[PyTree, Metrics]]:
        """Returns an `update` that checks what this one returns for a state, its first argument."""
        called = self.called("update", update)

        def checked(state: PyTree, *args: Any) -> tuple[PyTree, Metrics]:
            found = called(state, *args)
            is_pair = isinstance(found, tuple) and len(found) == 2 and isinstance(found[1], Mapping)
            wanted = "the state and a dict of metrics"
            self.check("update", wanted if is_pair else f"a {type(found).__name__}", wanted)
            after, metrics = found
            of_after, of_state = (types_and_shapes(_as_arrays(x)) or "no arrays" for x in (after, state))
            self.check("update", f"a state of {of_after}", f"a state of {of_state}")
            for key, x in metrics.items():
                self.check_array("update", x, of=f"metrics[{key!r}] of ")
            return after, metrics

        return checked

    def check_shape(self, what: str, x: Any, shape: tuple[int, ...]) -> None:
        """Raises `ConfigError` if what the function returns is no array of this shape."""
        self.check_array(what, x)
        self.check(what, f"shape {[*jnp.shape(x)]}", f"shape {[*shape]}")

    def check_array(self, what: str, x: Any, of: str = "") -> None:
        """Raises `ConfigError` if what the function returns is neither an array nor a number.

        `of` names the part of what it returns, such as "metrics['x'] of "; "" is all of it.
        """
        self.check(what, f"{of}{'an array' if _is_array(x) else f'a {type(x).__name__}'}", f"{of}an array")

    def check(self, what: str, found: str, wanted: str) -> None:
        """Raises `ConfigError` if the function returns something else than wanted."""
        if found != wanted:
            raise ConfigError(
                f"{self.flag}: its {what} returns {found}, and should return {wanted}. Fix its {self.kind}."
            )


def _is_array(x: Any) -> bool:
    """Returns whether this is an array or a number."""
    return isinstance(x, jax.Array | np.ndarray | np.generic | bool | int | float)


def _as_arrays(tree: PyTree) -> PyTree:
    """Returns a tree whose numbers and NumPy arrays have the types that JAX gives them."""
    return jax.tree.map(lambda x: jnp.asarray(x) if _is_array(x) else x, tree)
