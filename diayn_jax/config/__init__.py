"""The settings of a run, their bounds, and presets.

`diayn_jax.resolve` makes a run's config from these and from the settings of its objective and its agent.
"""

from diayn_jax.config.config import (
    CATEGORICAL,
    DIRICHLET,
    FITTED,
    NAME_PATTERN,
    NO_SKILLS,
    NO_SYMMETRY,
    NOT_TAGS,
    OF_REPLAY,
    OF_WANDB,
    RESUMABLE,
    Config,
)
from diayn_jax.config.env_names import ALIASES, spelled_alike
from diayn_jax.config.fields import (
    AUTO,
    OF_RUN,
    OF_RUN_OR_TASK,
    SWITCH_WORDS,
    ConfigError,
    Field,
    Range,
    allowed,
    bounds,
    check_field,
    check_whole,
    closest_matches,
    coerce,
    did_you_mean,
    field,
    is_many,
    is_number,
    is_switch,
    is_whole,
    own_field,
    parse,
    refuse_settled,
    show,
    with_default,
)
from diayn_jax.config.lane_fields import LANE_FIELDS, differ_in_program
from diayn_jax.config.messages import (
    Arguments,
    NamesSettings,
    as_arguments,
    as_flags,
    in_arguments,
    names_flags,
)
from diayn_jax.config.presets import PRESETS, ROBOTS_BY_PPO
from diayn_jax.config.seeds import check_seed, check_seeds, parse_seeds
