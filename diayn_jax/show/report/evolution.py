"""How the skills of a run came about: the same episodes by each checkpoint that is kept."""

import functools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import jax

from diayn_jax import training
from diayn_jax.config import ConfigError
from diayn_jax.run import checkpoint, files
from diayn_jax.run.metadata import CheckpointError, check_same_run, read_metadata
from diayn_jax.show import player, record
from diayn_jax.show.report.run_data import ReportableRun

_MOST = 6  # other checkpoints on a page; of more, those that lie evenly
_MOST_BYTES = 12_000_000  # of a page's players altogether, beyond which there is no evolution
# What differs from checkpoint to checkpoint in what `player.payload` makes; the world is the same.
_MOTION = ("episodes", "pos", "quat", "points", "sheets")


def earlier(
    run: ReportableRun,
    shown: dict[str, Any],
    skills: Sequence[int] | None,
    episodes: int,
    length: int | None,
) -> list[dict[str, Any]]:
    """The players' motion at each other checkpoint of a run: its `step`, and what varies.

    A checkpoint that cannot be read, or that is swept away meanwhile, is left out: it is an extra.

    Args:
      run: as trained, or loaded.
      shown: the players' payload at its own step.
      skills, episodes, length: as of `record.record`.
    """
    most = min(_MOST, _MOST_BYTES // max(_size(shown), 1) - 1)
    others = []
    for step, state in _states(run, most):
        try:
            payload = player.payload(record.record(_At(run, state), skills, episodes, length=length))
        except ConfigError:
            continue  # a pose that is not finite
        if payload["frames"] == shown["frames"]:
            others.append({"step": step} | {name: payload[name] for name in _MOTION if name in payload})
    return others


def _size(payload: dict[str, Any]) -> int:
    """Bytes of what varies, about."""
    packed = (payload[name] for name in _MOTION if name in payload)
    return sum(len(x["data"]) if isinstance(x, dict) else sum(len(str(row)) for row in x) for x in packed)


def _states(run: ReportableRun, most: int) -> Iterator[tuple[int, Any]]:
    """The run's state with the networks of other checkpoints, by step."""
    if run.path is None or most < 1:
        return
    directory = Path(run.path) / files.CHECKPOINTS
    own = int(run.state.counters.env_steps)
    steps = [step for step in checkpoint.steps(directory) if step != own]
    steps = steps if len(steps) <= most else [steps[i * len(steps) // most] for i in range(most)]
    blank = functools.partial(training.blank_policy_state, run.config, run.trainer.components)
    device = jax.sharding.SingleDeviceSharding(jax.devices()[0])
    like = jax.tree.map(
        lambda x: jax.ShapeDtypeStruct(x.shape, x.dtype, sharding=device), jax.eval_shape(blank)
    )
    for step in steps:
        source = directory / str(step)
        try:
            check_same_run(source, read_metadata(source), run.config)
            found = checkpoint.restore(source, like, env=False)
        except CheckpointError:
            continue
        # Where the arrays of the run's own state lie, so that nothing is compiled anew.
        parts = training.policy_parts(run.state)
        agent, objective, statistics = jax.tree.map(
            lambda new, old: jax.device_put(new, old.sharding) if hasattr(old, "sharding") else new,
            training.policy_parts(found),
            parts,
        )
        yield step, run.state.replace(agent=agent, objective=objective, statistics=statistics)


class _At:
    """A run with another state."""

    def __init__(self, run: ReportableRun, state: Any):
        self.config, self.state, self.evaluator, self.evaluator_in = (
            run.config,
            state,
            run.evaluator,
            run.evaluator_in,
        )
