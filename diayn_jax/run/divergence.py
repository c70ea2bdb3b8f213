"""Detects that a run diverges: NaN or inf in its state, or physics that breaks down too often."""

import collections
import functools
from collections.abc import Mapping, Sequence
from typing import Any

import jax
import jax.numpy as jnp

from diayn_jax.config import NamesSettings
from diayn_jax.run.console import Report
from diayn_jax.run.plan import Plan
from diayn_jax.types import Array, PyTree

_RESETS = "train/physics_resets"
_OFTEN = 3  # breakdowns of one environment before a line is printed


class TrainingDiverged(NamesSettings, RuntimeError):
    """The run has NaN or inf, or its physics breaks down too often; the message names step and quantity."""


def all_finite(tree: PyTree, lanes: int) -> Array:
    """Returns whether all numbers of each lane are finite: bool [lanes].

    Several lanes have a leading axis in every leaf of the tree; a single one has none.
    """
    return _all_finite([x for _, x in _floating(tree)], lanes)


def names_not_finite(tree: PyTree, lanes: int, lane: int) -> list[str]:
    """Returns the names of the leaves that have NaN or inf in this lane; the tree is as in `all_finite`."""
    return [
        jax.tree_util.keystr(path, simple=True, separator=".")
        for path, x in _floating(tree)
        if not jnp.isfinite(x).reshape(lanes, -1)[lane].all()
    ]


# One reduction of all leaves, because XLA takes five times as long to compile one for each leaf.
@functools.partial(jax.jit, static_argnums=1)
def _all_finite(leaves: Sequence[Array], lanes: int) -> Array:
    """See `all_finite`; the leaves are [lanes, ...], or [...] if there is one lane."""
    numbers = [x.reshape(lanes, -1).astype(jnp.float32) for x in leaves]
    return jnp.isfinite(jnp.concatenate(numbers, axis=1)).all(axis=1)


def _floating(tree: PyTree) -> list[tuple[jax.tree_util.KeyPath[Any], Array]]:
    """Returns the leaves that can have NaN or inf, each with its path."""
    return [
        (path, x)
        for path, x in jax.tree_util.tree_leaves_with_path(tree)
        if jnp.issubdtype(x.dtype, jnp.floating) and x.size
    ]


class DivergenceCheck:
    """Watches the numbers of one run."""

    def __init__(self, plan: Plan, say: Report):
        """Watches the run of `plan`; `say` gets one line if an environment breaks down often."""
        self._env = plan.env
        self._num_envs = plan.config.num_envs
        self._episode_length = plan.config.episode_length
        self._allowed = plan.config.max_physics_resets
        # Steps of one environment in an epoch.
        self._steps_per_epoch = plan.trainer.stages.iterations_per_epoch * plan.config.rollout_length
        self._say = say
        # Breakdowns by environment. Each epoch adds only those of the environment that had the most.
        self._breakdowns: collections.Counter[int] = collections.Counter()
        self._steps_of_each = 0  # steps that each environment has made in this process
        self._told = False

    def check_physics(self, values: Mapping[str, float], step: int, last_good: str) -> None:
        """Checks the share of an epoch's steps that broke down.

        `last_good` is a sentence on the last good checkpoint, for the message.

        Raises:
          TrainingDiverged: the share is larger than the config allows.
        """
        resets = float(values[_RESETS])
        share = resets / (self._steps_per_epoch * self._num_envs)
        if share > self._allowed:
            by_reward = float(values[f"{_RESETS}_by_reward"]) > resets / 2
            raise TrainingDiverged(self._why_broken(share, by_reward, step, last_good))
        self._tell_breakdowns(values)

    def why_not_finite(self, bad: Sequence[str], step: int, last_good: str) -> str:
        """Returns the message for quantities `bad` that are NaN or inf at this step."""
        # Steps that give NaN are left out of the statistics, so NaN in them comes from a reset.
        from_reset = [name for name in bad if name.startswith("statistics")]
        named = from_reset or bad
        rest = len(bad) - len(named[:2])
        more = f" and {rest} more" if rest else ""
        if from_reset:
            env = self._env
            advice = (
                f"It comes from the first states of episodes: the reset of {env.name} ({env.backend}) gives "
                "an observation or a feature that is NaN or infinite. Correct that reset."
            )
        else:
            advice = "Lower --reward_scale or the learning rates, or clip with --max_grad_norm=1."
        at = f"NaN or inf at step {step}, in {', '.join(named[:2])}{more}."
        return f"{at} {last_good} {advice}"

    def _tell_breakdowns(self, values: Mapping[str, float]) -> None:
        """Prints one line if an environment breaks down in about every episode."""
        self._steps_of_each += self._steps_per_epoch
        worst = int(values[f"{_RESETS}_worst_env"])
        self._breakdowns[worst] += int(values[f"{_RESETS}_of_worst"])
        often, episodes = self._breakdowns[worst], self._steps_of_each / self._episode_length
        if self._told or often < max(_OFTEN, episodes - 1):
            return
        self._told = True
        env, number = self._env, int(values[f"{_RESETS}_envs"])
        which = f"environment {worst}" if number == 1 else f"{number} environments, mostly in number {worst}"
        what = "The reward" if values[f"{_RESETS}_by_reward"] == values[_RESETS] else "Physics"
        self._say(
            f"{what} of {env.name} ({env.backend}) breaks down in about every episode of {which} "
            f"(there are {self._num_envs} in all). In that one, {often} of {self._steps_of_each} steps "
            f"({_percent(often / self._steps_of_each)}) were NaN or huge. These steps are left out, "
            "and a new episode begins each time."
        )

    def _why_broken(self, share: float, by_reward: bool, step: int, last_good: str) -> str:
        env, allowed = self._env, self._allowed
        if by_reward:
            return (
                f"The reward of {env.name} ({env.backend}) was NaN or huge at step {step}, in "
                f"{_percent(share)} of the epoch's steps; --max_physics_resets={allowed:g} allows "
                f"{_percent(allowed)}. {last_good} Correct the reward of its step, or allow more."
            )
        return (
            f"Physics broke down at step {step}: {_percent(share)} of the epoch's steps "
            f"of {env.name} ({env.backend}) were NaN or huge; --max_physics_resets={allowed:g} allows "
            f"{_percent(allowed)}. {last_good} Use another --backend, lower "
            "--actuator_strength, or allow more."
        )


def _percent(share: float) -> str:
    return f"{float(f'{100 * share:.2g}'):g} %"
