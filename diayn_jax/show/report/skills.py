"""Makes the parts of a report that are computed from episodes."""

from typing import Any

import jax
import numpy as np

from diayn_jax.config import ConfigError
from diayn_jax.evaluation import evaluators, metrics
from diayn_jax.evaluation.metrics import Trajectories
from diayn_jax.show import record
from diayn_jax.show.record import ALL_SKILLS, Selection
from diayn_jax.show.report import evolution
from diayn_jax.show.report.clock import Clock
from diayn_jax.show.report.maps import traces_and_beliefs
from diayn_jax.show.report.run_data import ReportableRun, eval_episodes
from diayn_jax.show.shown_skills import SINGLE, shown_of

_EPISODES_OF_ONE = 4  # episodes in the gallery of a single policy


def skills_part(
    run: ReportableRun,
    selection: Selection = ALL_SKILLS,
    *,
    trajectories: Trajectories | None = None,
    gallery: bool = True,
    clock: Clock | None = None,
    known: evolution.Motions | None = None,
) -> dict[str, Any]:
    """Returns traces, beliefs, confusion, returns, table and gallery, by name.

    See `report.write` and `evolution.with_earlier` for the arguments.
    """
    clock = clock or Clock()
    selection.check(run.config)
    shown = shown_of(run.config)
    notes: list[str] = []
    if trajectories is None:
        with clock.part("episodes"):
            trajectories = play(run, selection)
    players = _gallery(run, selection, clock, notes, known) if gallery else None
    with clock.part("figures"):
        table = metrics.skill_table(trajectories)
        returns, skill = metrics.episode_returns(trajectories), np.asarray(trajectories.skill)
        confusion = None
        if trajectories.log_probs is not None:
            shares = jax.jit(metrics.confusion_matrix)(trajectories)  # [K, K]
            confusion = np.round(np.asarray(shares, np.float64), 4)
    with clock.part("traces"):
        traces, beliefs = traces_and_beliefs(run, trajectories)
    lost = [row["skill"] for row in table if not np.isfinite([row["return"], row.get("log_q", 0.0)]).all()]
    # An episode without a step has sums of 0, which are not figures.
    table = [row | {"return": None, "distance": None} if row["skill"] in lost else row for row in table]
    if lost:
        who = ", ".join(shown.labels[z] for z in lost)
        notes.append(
            f"No figures of {who}: NaN, or physics that broke down from the first step on. Figures for all "
            "skills together may be missing or wrong."
        )
    return {
        "notes": notes,
        "step": int(run.state.counters.env_steps),
        "gallery": players,
        "traces": traces,
        "beliefs": beliefs,
        "confusion": confusion,
        "returns": [returns[skill == z] for z in range(shown.count)],
        "table": table if shown.count > 1 else None,
    }


def play(run: ReportableRun, selection: Selection = ALL_SKILLS) -> Trajectories:
    """Plays all skills, whichever are selected; each call returns the same.

    Skills act by samples, as in evaluations; a single policy acts by its mode.
    """
    keys = evaluators.evaluation_keys(run.config.seed, int(run.state.counters.env_steps))
    single = shown_of(run.config).kind == SINGLE
    episodes = selection.episodes or eval_episodes(run.config)
    every = selection._replace(skills=None, episodes=episodes)
    return record.play(run, every, deterministic=single, key=keys.quick if single else keys.stochastic)


def _gallery(
    run: ReportableRun, selection: Selection, clock: Clock, notes: list[str], known: evolution.Motions | None
) -> dict[str, Any] | None:
    from diayn_jax.show.players import player

    selection = selection._replace(episodes=1 if shown_of(run.config).count > 1 else _EPISODES_OF_ONE)
    try:
        with clock.part("recording"):
            recording = record.record(run, selection)
        with clock.part("gallery"):
            payload = player.payload(recording) | {"step": int(run.state.counters.env_steps)}
    except ConfigError as error:
        notes.append(f"There is no gallery. {error}")
        return None
    try:
        with clock.part("evolution"):
            seconds = clock.seconds["recording"]
            return evolution.with_earlier(run, payload, selection, seconds=seconds, known=known, notes=notes)
    except evolution.FAILURES as error:
        # The slider is optional: the page is complete without it.
        notes.append(f"The page has no slider over checkpoints: one could not be played. {error}")
        return payload | {"earlier": []}
