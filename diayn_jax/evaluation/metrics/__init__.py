"""Computes figures from recorded episodes. Each figure has one definition, and all of them are here.

Quick figures are computed at every evaluation, with jnp and inside jit. Full figures are computed on the
host, except for the fit of the probe. Logarithms are natural, so information is in nats. Distances are in
metres.
Every mean over skills weighs a skill by p(z), not by the length of its episodes.
"""

from diayn_jax.evaluation.metrics.coverage import (
    COVERAGE_ROLLOUTS,
    COVERAGE_STEPS,
    binned_mi_xy,
    coverage_rollouts,
    policy_coverage,
)
from diayn_jax.evaluation.metrics.estimators import Interval
from diayn_jax.evaluation.metrics.final import FinalEpisodes, FullFigures, full_figures, full_names
from diayn_jax.evaluation.metrics.goals import (
    GOALS,
    episodes_of,
    goal_radius,
    goals_reached,
    make_goals,
)
from diayn_jax.evaluation.metrics.intervals import full_intervals, quick_intervals
from diayn_jax.evaluation.metrics.per_evaluation import (
    EpisodeSums,
    confusion_matrix,
    episode_sums,
    quick_figures,
    ranking,
    skill_table,
)
from diayn_jax.evaluation.metrics.probe import PROBE_EPISODES, Probe, probe_mi
from diayn_jax.evaluation.metrics.qd import (
    CENTROIDS,
    OPEN_WORLD,
    Archive,
    archive_cells,
    archive_figures,
    cvt_centroids,
    elites,
    make_archive,
    qd_figures,
    solutions,
)
from diayn_jax.evaluation.metrics.trajectories import (
    Recorded,
    Trajectories,
    episode_returns,
    first_part,
    joined,
    select,
)

__all__ = [
    "CENTROIDS",
    "COVERAGE_ROLLOUTS",
    "COVERAGE_STEPS",
    "GOALS",
    "OPEN_WORLD",
    "PROBE_EPISODES",
    "Archive",
    "EpisodeSums",
    "FinalEpisodes",
    "FullFigures",
    "Interval",
    "Probe",
    "Recorded",
    "Trajectories",
    "archive_cells",
    "archive_figures",
    "binned_mi_xy",
    "confusion_matrix",
    "coverage_rollouts",
    "cvt_centroids",
    "elites",
    "episode_returns",
    "episode_sums",
    "episodes_of",
    "first_part",
    "full_figures",
    "full_intervals",
    "full_names",
    "goal_radius",
    "goals_reached",
    "joined",
    "make_archive",
    "make_goals",
    "policy_coverage",
    "probe_mi",
    "qd_figures",
    "quick_figures",
    "quick_intervals",
    "ranking",
    "select",
    "skill_table",
    "solutions",
]
