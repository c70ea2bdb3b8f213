"""Training: acting, learning, and the state that both update."""

from diayn_jax.training.combined_metrics import combined
from diayn_jax.training.compiled import BriefJit, Compiled, compiled, compiled_lanes
from diayn_jax.training.components import (
    Components,
    Seen,
    blank_policy_state,
    make_components,
    make_hparams,
    policy_alone,
    policy_fields,
)
from diayn_jax.training.learners.choice import rows_at_once, rows_per_iteration
from diayn_jax.training.stacked import copy_lane, lane_state, repeated, select_lanes, set_lane
from diayn_jax.training.state import (
    Counters,
    PolicyParts,
    TrainState,
    dealt_out,
    policy_parts,
    row_keys,
    shardings,
)
from diayn_jax.training.statistics import NORMALIZED_BOUND, Statistics
from diayn_jax.training.trainer import (
    RETURN_NAME,
    Stages,
    Trainer,
    check_traces,
    iterations_per_epoch,
    make_trainer,
    state_shapes,
    warmup_iterations,
)

__all__ = [
    "NORMALIZED_BOUND",
    "RETURN_NAME",
    "BriefJit",
    "Compiled",
    "Components",
    "Counters",
    "PolicyParts",
    "Seen",
    "Stages",
    "Statistics",
    "TrainState",
    "Trainer",
    "blank_policy_state",
    "check_traces",
    "combined",
    "compiled",
    "compiled_lanes",
    "copy_lane",
    "dealt_out",
    "iterations_per_epoch",
    "lane_state",
    "make_components",
    "make_hparams",
    "make_trainer",
    "policy_alone",
    "policy_fields",
    "policy_parts",
    "repeated",
    "row_keys",
    "rows_at_once",
    "rows_per_iteration",
    "select_lanes",
    "set_lane",
    "shardings",
    "state_shapes",
    "warmup_iterations",
]
