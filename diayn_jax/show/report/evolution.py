"""Shows how the skills of a run developed: plays the same episodes with each checkpoint that is kept."""

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
from diayn_jax.storage import arrays, checkpoint, files
from diayn_jax.storage.files import RunFileError
from diayn_jax.storage.metadata import CheckpointError, check_same_run, read_metadata

_MOST = 6  # other checkpoints on a page; if there are more, evenly spaced ones are chosen
_MOST_BYTES = 12_000_000  # bytes of all players of a page; a larger page shows no other checkpoints
_MOST_SECONDS = 4.0  # time for all other checkpoints
_SLOW = 30.0  # seconds of the page's own recording, with compilation; above it, no other checkpoint is played
# The entries of `player.payload` that differ between checkpoints; the world is the same.
_MOTION = ("episodes", "options", "pos", "quat", "points", "sheets")
# The entries that bound the motion; a page's bounds cover all its checkpoints, as the options' colours do.
_BOUNDS = ("view", "limits", "sinks")

# The errors that playing a run's skills again may raise: a pose that is not finite or too little memory
# (`ConfigError`), the simulator (`SimulatorError`, a `RuntimeError`, as XLA's errors are), and files.
FAILURES = (ConfigError, CheckpointError, RunFileError, OSError, RuntimeError)

Motions = dict[int, dict[str, Any]]  # frames, motion and bounds, by the checkpoint's step


def with_earlier(
    run: ReportableRun,
    shown: Mapping[str, Any],
    selection: record.Selection,
    *,
    seconds: float = 0.0,
    known: Motions | None = None,
    notes: list[str] | None = None,
) -> dict[str, Any]:
    """Adds `earlier` to the players' payload: the motion at other checkpoints, each with its `step`.

    The bounds cover the motion of all checkpoints. A checkpoint is left out if it cannot be read, is deleted
    meanwhile, or if the time is used up.

    Args:
      run: a trained or loaded run.
      shown: the players' payload of the selection, at the run's own step.
      seconds: how long the page's own recording took.
      known: motions that were recorded before, by step; new ones are added, and those of deleted checkpoints
        are removed.
      notes: a note is appended if other checkpoints exist and cannot be shown.

    Raises:
      FAILURES: the errors of playing a checkpoint's skills.
    """
    known = {} if known is None else known
    own = int(run.state.counters.env_steps)
    most = min(_MOST, _MOST_BYTES // max(_size(shown), 1) - 1)
    why = _why_none(run, seconds)
    if why:
        if notes is not None and _steps(run, 1):
            notes.append(f"The page has no slider over checkpoints: {why}")
        most = 0
    end = time.perf_counter() + _MOST_SECONDS
    steps = _steps(run, most)
    for gone in set(known) - set(steps):
        del known[gone]
    for step, state in _states(run, [step for step in steps if step not in known]):
        known[step] = _motion(player.payload(record.record(_At(run, state), selection)))
        if time.perf_counter() > end:
            break
    others = {step: motion for step, motion in sorted(known.items()) if motion["frames"] == shown["frames"]}
    known[own] = _motion(shown)
    earlier = [{"step": step, **_entries(motion, _MOTION)} for step, motion in others.items()]
    return {**shown, **united([shown, *others.values()]), "earlier": earlier}


def _why_none(run: ReportableRun, seconds: float) -> str:
    """Returns why other checkpoints are not played; empty if they are."""
    if run.evaluator.env.runs_on == "simulator":
        # How long new simulators would take is unknown.
        return "each would need new simulators outside JAX."
    if jax.process_count() > 1:
        return "every process of the run would have to read them. Run `diayn show` in one process instead."
    if seconds > _SLOW:
        return f"playing one of them took {seconds:.0f} s."
    return ""


def _motion(payload: Mapping[str, Any]) -> dict[str, Any]:
    return _entries(payload, ("frames", *_MOTION, *_BOUNDS))


def _entries(payload: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    return {name: payload[name] for name in names if name in payload}


def united(payloads: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Merges what covers all motions: MuJoCo's view and how deep bodies sink, or the limits of a plane.

    If the agent has options, their colours are those of the motion with the highest option.
    """
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
        low, high = limits[..., 0].min(axis=0), limits[..., 1].max(axis=0)
        bounds["limits"] = np.stack([low, high], axis=-1).tolist()
    if "options" in first:
        most = max((payload["options"] for payload in payloads), key=lambda each: len(each["colours"]))
        bounds["options"] = {**most, "under_way": first["options"]["under_way"]}
    return bounds


def _size(payload: Mapping[str, Any]) -> int:
    """Returns the approximate size of the motion, bytes."""
    packed = [x for name, x in _entries(payload, _MOTION).items() if name != "options"]
    return sum(len(x["data"]) if isinstance(x, dict) else sum(len(str(row)) for row in x) for x in packed)


def _steps(run: ReportableRun, most: int) -> list[int]:
    """Returns the steps of at most `most` other checkpoints: the earliest, and evenly spaced ones."""
    if run.path is None or most < 1:
        return []
    own = int(run.state.counters.env_steps)
    steps = [step for step in checkpoint.steps(Path(run.path) / files.CHECKPOINTS) if step != own]
    return steps if len(steps) <= most else [steps[i * len(steps) // most] for i in range(most)]


def _states(run: ReportableRun, steps: Sequence[int]) -> Iterator[tuple[int, Any]]:
    """Yields each step and the run's state with the networks of the checkpoint at that step."""
    if not steps:
        return
    assert run.path is not None
    directory = Path(run.path) / files.CHECKPOINTS
    own = training.policy_fields(**training.policy_parts(run.state)._asdict(), counters=run.state.counters)
    like = arrays.on_one_device(own)
    for step in steps:
        source = directory / str(step)
        try:
            check_same_run(source, read_metadata(source), run.config)
            found = checkpoint.restore(source, like, env=False)
        except CheckpointError:
            continue
        parts = jax.tree.map(_placed_like, training.policy_parts(found), training.policy_parts(run.state))
        yield step, run.state.replace(**parts._asdict())


def _placed_like(new: Any, old: Any) -> Any:
    """Puts `new` on the devices of `old`, committed to them if `old` is, so that nothing is recompiled."""
    if not isinstance(old, jax.Array):
        return new
    return jax.device_put(new, old.sharding) if old.committed else jax.device_put(np.asarray(new))


class _At:
    """A run whose state is replaced."""

    def __init__(self, run: ReportableRun, state: Any):
        self.config, self.state, self.evaluator = run.config, state, run.evaluator
