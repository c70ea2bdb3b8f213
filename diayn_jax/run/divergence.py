"""What is wrong with a run's numbers: NaN or inf in what it learns, and physics that breaks down."""

import collections
from collections.abc import Mapping, Sequence

from diayn_jax.run.console import Report
from diayn_jax.run.plan import Plan

_RESETS = "train/physics_resets"
_OFTEN = 3  # breakdowns of one environment that are worth a line


class TrainingDiverged(RuntimeError):
    """NaN or inf turned up; the message names step and quantity."""


class DivergenceCheck:
    """Watches the numbers of one run."""

    def __init__(self, plan: Plan, say: Report):
        """Of the run of `plan`; `say` is told once of an environment that breaks down often."""
        self._env = plan.env
        self._num_envs = plan.config.num_envs
        self._episode_length = plan.config.episode_length
        self._allowed = plan.config.max_physics_resets
        # Of each environment.
        self._steps_per_epoch = plan.trainer.stages.iterations_per_epoch * plan.config.rollout_length
        self._say = say
        self._breakdowns: collections.Counter[int] = collections.Counter()  # of environments with most
        self._steps_of_each = 0  # environment, in this process
        self._told = False

    def check_physics(self, values: Mapping[str, float], step: int, last_good: str) -> None:
        """Checks what share of an epoch's steps broke down.

        Args:
          values: the epoch's metrics.
          step: environment steps that the run has made.
          last_good: a sentence on its last good checkpoint.

        Raises:
          TrainingDiverged: more than the config allows.
        """
        resets = float(values[_RESETS])
        share = resets / (self._steps_per_epoch * self._num_envs)
        if share > self._allowed:
            by_reward = float(values[f"{_RESETS}_by_reward"]) > resets / 2
            raise TrainingDiverged(self._why_broken(share, by_reward, step, last_good))
        self._tell_breakdowns(values, self._steps_per_epoch)

    def why_not_finite(self, bad: Sequence[str], step: int, last_good: str) -> str:
        """What to say where the quantities `bad` are NaN or inf at this step."""
        # A step that gives NaN is left out, so that what is counted of observations has it from a reset.
        from_reset = [name for name in bad if name.startswith("statistics")]
        named = from_reset or bad
        more = f" and {len(bad) - 2} more" if len(bad) > 2 else ""
        if from_reset:
            env = self._env
            advice = (
                f"It comes from the first states of episodes: the reset of {env.name} ({env.backend}) gives "
                "an observation or a feature that is NaN or infinite. Mend that reset."
            )
        else:
            advice = "Lower --reward_scale or the learning rates, or clip with --max_grad_norm=1."
        at = f"NaN or inf at step {step}, in {', '.join(named[:2])}{more}."
        return f"{at} {last_good} {advice}"

    def _tell_breakdowns(self, values: Mapping[str, float], steps: int) -> None:
        """Says once where an environment breaks down in about every episode; each has made `steps` now."""
        self._steps_of_each += steps
        worst = int(values[f"{_RESETS}_worst_env"])
        self._breakdowns[worst] += int(values[f"{_RESETS}_of_worst"])
        often, episodes = self._breakdowns[worst], self._steps_of_each / self._episode_length
        if self._told or often < max(_OFTEN, episodes - 1):
            return
        self._told = True
        env, number = self._env, int(values[f"{_RESETS}_envs"])
        which = f"environment {worst}" if number == 1 else f"{number} environments, most in {worst},"
        what = "The reward" if values[f"{_RESETS}_by_reward"] == values[_RESETS] else "Physics"
        self._say(
            f"{what} of {env.name} ({env.backend}) breaks down in about every episode of {which} of "
            f"{self._num_envs}: there {often} of {self._steps_of_each} steps "
            f"({_percent(often / self._steps_of_each)}) were NaN or huge. These are left out, and it begins"
            " anew each time."
        )

    def _why_broken(self, share: float, by_reward: bool, step: int, last_good: str) -> str:
        env, allowed = self._env, self._allowed
        if by_reward:
            return (
                f"The reward of {env.name} ({env.backend}) was NaN or huge at step {step}, in "
                f"{_percent(share)} of the epoch's steps; --max_physics_resets={allowed:g} allows "
                f"{_percent(allowed)}. {last_good} Mend the reward of its step, or allow more."
            )
        return (
            f"Physics broke down at step {step}: {_percent(share)} of the epoch's steps "
            f"of {env.name} ({env.backend}) were NaN or huge; --max_physics_resets={allowed:g} allows "
            f"{_percent(allowed)}. {last_good} Take another --backend, lower "
            "--actuator_strength, or allow more."
        )


def _percent(share: float) -> str:
    return f"{float(f'{100 * share:.2g}'):g} %"
