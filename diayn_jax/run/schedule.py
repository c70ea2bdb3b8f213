"""Decides when a run is evaluated, saved and logged; checks the sizes of epoch, replay and warm-up."""

from typing import NamedTuple

import jax

from diayn_jax import agents, replay, training
from diayn_jax.config import AUTO, Config, ConfigError, show
from diayn_jax.evaluation import evaluators
from diayn_jax.interfaces import LearnerSpec

_ROWS = 100  # rows that a run adds to progress.csv, besides those of evaluations
# The time to learn from one row, in units of the time that one ant takes for a step. The value for CPUs was
# measured on two cores (networks of 128 × 128), by `jax.vmap`. An ant's step takes a third of that time now,
# so its evaluations take less of the run than they may. The value for GPUs is a cautious guess.
_ROW_COST = {"cpu": 0.4, "gpu": 0.15}


class Schedule(NamedTuple):
    """Environment steps between evaluations, checkpoints and rows of the log."""

    eval_every: int
    checkpoint_every: int
    report_every: int


def make_schedule(config: Config, num_skills: int) -> Schedule:
    """Makes the schedule of a run with `num_skills` skills to evaluate; chooses intervals that are `auto`.

    A run has ten evaluations, or fewer if they would take more than 5 % of the time. A training step is
    taken to cost as much as an evaluation step, plus `_ROW_COST` for each row that it learns from. On a GPU,
    few environments take as long as many. A run has about ten checkpoints. One interval divides the other, so
    that evaluations and checkpoints coincide: the best checkpoint is chosen among those that were evaluated.
    """
    num_env_steps = config.num_env_steps
    if config.eval_every == AUTO:
        on_cpu = jax.default_backend() == "cpu"
        episodes = num_skills * evaluators.episodes_per_skill(config, num_skills)
        steps = config.episode_length * (episodes if on_cpu else max(episodes, config.num_envs))
        rows = training.rows_per_iteration(config) / (config.num_envs * config.rollout_length)
        row_cost = _ROW_COST["cpu" if on_cpu else "gpu"]
        eval_every = max(num_env_steps // 10, round(20 * steps / (1 + row_cost * rows)))
    else:
        eval_every = int(config.eval_every)
    if config.checkpoint_every == AUTO:
        tenth = num_env_steps / 10
        if eval_every > tenth:
            checkpoint_every = max(1, eval_every // round(eval_every / tenth))
        else:
            checkpoint_every = eval_every * round(tenth / eval_every)
    else:
        checkpoint_every = int(config.checkpoint_every)
    return Schedule(eval_every, checkpoint_every, max(1, num_env_steps // _ROWS))


def check_schedule(config: Config) -> None:
    """Checks that epoch, replay and warm-up suit the number of environments.

    Raises:
      ConfigError: one of them is too small, a batch over all environments is too large, or the warm-up
        takes the whole run.
    """
    iteration = config.num_envs * config.rollout_length
    steps = f"--num_envs={config.num_envs} × --rollout_length={config.rollout_length}"
    if iteration > config.num_env_steps:
        largest = "rollout_length" if config.rollout_length > config.num_envs else "num_envs"
        raise ConfigError(
            f"--{largest}={getattr(config, largest)} is too large: one iteration has {show(iteration)} steps "
            f"({steps}), and the run has --num_env_steps={config.num_env_steps}. Lower it, or raise "
            "--num_env_steps."
        )
    if config.epoch_steps < iteration:
        raise ConfigError(
            f"--epoch_steps={config.epoch_steps} is shorter than one iteration of {iteration} steps "
            f"({steps}). Raise it to {iteration} or more, or lower the others."
        )
    if isinstance(agents.spec(config.agent), LearnerSpec):
        pass  # such an agent makes its own learner, which draws no batches
    elif config.on_policy:
        if config.batch_size > iteration:
            raise ConfigError(
                f"--batch_size={config.batch_size} is larger than a rollout of {iteration} steps ({steps}), "
                "but a batch is part of a rollout. Lower it, or raise one of the others."
            )
    else:
        _check_replay(config)
    warmup = training.warmup_iterations(config, config.frame_stack) * iteration
    if warmup >= config.num_env_steps:
        if warmup == iteration:
            raise ConfigError(
                f"--num_env_steps={config.num_env_steps}: the warm-up alone takes {warmup} steps, one "
                f"rollout ({steps}). Raise it, or lower the others."
            )
        by = steps if config.rollout_length > 1 else f"--num_envs={config.num_envs}"
        rounded = "" if warmup == config.warmup_steps else f", which becomes {warmup} with {by},"
        raise ConfigError(
            f"--warmup_steps={config.warmup_steps}{rounded} leaves no step for learning: the run has "
            f"--num_env_steps={config.num_env_steps}. Lower --warmup_steps or raise --num_env_steps."
        )


def _check_replay(config: Config) -> None:
    """Raises `ConfigError` if the replay is too small, or a batch of it too large."""
    # The replay must hold a rollout, the states after it, and the frames before its first states.
    slices = config.rollout_length + config.frame_stack
    least = config.num_envs * slices
    if config.replay_size < least:
        stacked = config.frame_stack > 1
        frames = f" and the {config.frame_stack - 1} frames that are stacked before it" if stacked else ""
        others = (
            "--num_envs, --rollout_length or --frame_stack" if stacked else "--num_envs or --rollout_length"
        )
        raise ConfigError(
            f"--replay_size={config.replay_size} is smaller than one rollout, the states after "
            f"it{frames}: {least} ({config.num_envs} environments × {slices} steps). "
            f"Raise it to {least} or more, or lower {others}."
        )
    pairs = config.batch_size * config.num_envs
    if pairs > replay.MAX_PAIRS:
        raise ConfigError(
            f"--batch_size={config.batch_size} × --num_envs={config.num_envs} come to {show(pairs)} pairs of "
            f"row and environment, and at most {show(replay.MAX_PAIRS)} are allowed. Lower one of the two."
        )
