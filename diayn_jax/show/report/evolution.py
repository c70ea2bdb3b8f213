"""How the skills of a run came about: the same episodes by each checkpoint that is kept."""

import functools
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import jax
import numpy as np

from diayn_jax import training
from diayn_jax.config import ConfigError
from diayn_jax.show import record
from diayn_jax.show.players import player
from diayn_jax.show.report.run_data import ReportableRun
from diayn_jax.storage import checkpoint, files
from diayn_jax.storage.files import RunFileError
from diayn_jax.storage.metadata import CheckpointError, check_same_run, read_metadata

_MOST = 6  # other checkpoints on a page; of more, those that lie evenly
_MOST_BYTES = 12_000_000  # of a page's players altogether, beyond which there is no evolution
_MOST_SECONDS = 4.0  # for all of them
_SLOW = 30.0  # seconds of the page's own recording, with compilation, beyond which there is no evolution
# What differs from checkpoint to checkpoint in what `player.payload` makes; the world is the same.
_MOTION = ("episodes", "options", "pos", "quat", "points", "sheets")
# What bounds the motion: of a page, that of all its checkpoints.
_BOUNDS = ("view", "limits", "sinks")

# What may be raised where a run's skills are played once more: a pose that is not finite, or too little
# memory for the episodes (`ConfigError`), a simulator (`SimulatorError`, a `RuntimeError`, as XLA's are),
# and files.
FAILURES = (ConfigError, CheckpointError, RunFileError, OSError, RuntimeError)

Motions = dict[int, dict[str, Any]]  # by the checkpoint's step: frames, motion and bounds


def with_earlier(
    run: ReportableRun,
    shown: Mapping[str, Any],
    skills: Sequence[int] | None,
    episodes: int,
    length: int | None,
    *,
    seconds: float = 0.0,
    known: Motions | None = None,
    notes: list[str] | None = None,
) -> dict[str, Any]:
    """The players' payload with `earlier`: the motion at other checkpoints of the run, each with its `step`.

    Bounds of the motion are those of all. A checkpoint that cannot be read, or that is swept away
    meanwhile, is left out, and so are those for which there is no time.

    Args:
      run: as trained, or loaded.
      shown: the players' payload at its own step.
      skills, episodes, length: as of `record.record`.
      seconds: that the page's own recording took.
      known: motions that were recorded before, by step; what is recorded now is added, what is gone removed.
      notes: is told why there are none, where the run has other checkpoints.

    Raises:
      FAILURES: what playing a checkpoint's skills raises.
    """
    known = {} if known is None else known
    own = int(run.state.counters.env_steps)
    most = min(_MOST, _MOST_BYTES // max(_size(shown), 1) - 1)
    why = _why_none(run, seconds)
    if why:
        if notes is not None and _steps(run, 1):
            notes.append(f"There is no slider over the checkpoints: {why}")
        most = 0
    end = time.perf_counter() + _MOST_SECONDS
    steps = _steps(run, most)
    for gone in set(known) - set(steps):
        del known[gone]
    for step, state in _states(run, [step for step in steps if step not in known]):
        known[step] = _motion(player.payload(record.record(_At(run, state), skills, episodes, length=length)))
        if time.perf_counter() > end:
            break
    others = {step: motion for step, motion in sorted(known.items()) if motion["frames"] == shown["frames"]}
    known[own] = _motion(shown)
    earlier = [
        {"step": step, **{name: motion[name] for name in _MOTION if name in motion}}
        for step, motion in others.items()
    ]
    return {**shown, **united([shown, *others.values()]), "earlier": earlier}


def _why_none(run: ReportableRun, seconds: float) -> str:
    """Why other checkpoints are not played; empty where they are."""
    if run.evaluator.env.runs_on == "simulator":
        # Nobody knows how slow they are.
        return "simulators outside JAX would be made anew for each."
    if jax.process_count() > 1:
        return "all processes of the run would have to read them. diayn-show by itself makes one."
    if seconds > _SLOW:
        return f"playing one of them took {seconds:.0f} s."
    return ""


def _motion(payload: Mapping[str, Any]) -> dict[str, Any]:
    return {name: payload[name] for name in ("frames", *_MOTION, *_BOUNDS) if name in payload}


def united(payloads: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Bounds of all motions: the view of MuJoCo's bodies and how far they sink, or the limits of a plane."""
    first = payloads[0]
    bounds: dict[str, Any] = {}
    if "view" in first:
        views = [payload["view"] for payload in payloads]
        looks = {view["look"] for view in views}
        bounds["view"] = {
            **first["view"],
            "low": np.min([view["low"] for view in views], axis=0).tolist(),
            "high": np.max([view["high"] for view in views], axis=0).tolist(),
            "travels": any(view["travels"] for view in views),
            "look": looks.pop() if len(looks) == 1 else "over",
        }
        bounds["sinks"] = max(payload["sinks"] for payload in payloads)
    if "limits" in first:
        limits = np.array([payload["limits"] for payload in payloads], dtype=np.float64)  # [N, 2, 2]
        bounds["limits"] = np.stack(
            [limits[..., 0].min(axis=0), limits[..., 1].max(axis=0)], axis=-1
        ).tolist()
    return bounds


def _size(payload: Mapping[str, Any]) -> int:
    """Bytes of what varies, about."""
    packed = (payload[name] for name in _MOTION if name in payload and name != "options")
    return sum(len(x["data"]) if isinstance(x, dict) else sum(len(str(row)) for row in x) for x in packed)


def _steps(run: ReportableRun, most: int) -> list[int]:
    """Steps of the run's other checkpoints, at most so many: the earliest, and others that lie evenly."""
    if run.path is None or most < 1:
        return []
    own = int(run.state.counters.env_steps)
    steps = [step for step in checkpoint.steps(Path(run.path) / files.CHECKPOINTS) if step != own]
    return steps if len(steps) <= most else [steps[i * len(steps) // most] for i in range(most)]


def _states(run: ReportableRun, steps: Sequence[int]) -> Iterator[tuple[int, Any]]:
    """The run's state with the networks of other checkpoints, by step."""
    if not steps:
        return
    assert run.path is not None
    directory = Path(run.path) / files.CHECKPOINTS
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
        agent, objective, statistics = jax.tree.map(
            _placed_like, training.policy_parts(found), training.policy_parts(run.state)
        )
        yield step, run.state.replace(agent=agent, objective=objective, statistics=statistics)


def _placed_like(new: Any, old: Any) -> Any:
    """`new` on the devices of `old`, bound to them where `old` is: otherwise all would be compiled anew."""
    if not isinstance(old, jax.Array):
        return new
    return jax.device_put(new, old.sharding) if old.committed else jax.device_put(np.asarray(new))


class _At:
    """A run with another state."""

    def __init__(self, run: ReportableRun, state: Any):
        self.config, self.state, self.evaluator, self.evaluator_in = (
            run.config,
            state,
            run.evaluator,
            run.evaluator_in,
        )
