"""What a run is: settings, their bounds, and sets of defaults.

`diayn_jax.compose` makes a run's config of these and of what its objective and its agent declare.
"""

from diayn_jax.config.config import (
    CATEGORICAL,
    FITTED,
    NAME_PATTERN,
    NO_SKILLS,
    NOT_TAGS,
    OF_REPLAY,
    RESUMABLE,
    Config,
)
from diayn_jax.config.fields import (
    AUTO,
    SWITCH_WORDS,
    ConfigError,
    Field,
    allowed,
    bounds,
    check_field,
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
    refuse,
    show,
)
from diayn_jax.config.presets import PRESETS

__all__ = [
    "AUTO",
    "CATEGORICAL",
    "FITTED",
    "NAME_PATTERN",
    "NOT_TAGS",
    "NO_SKILLS",
    "OF_REPLAY",
    "PRESETS",
    "RESUMABLE",
    "SWITCH_WORDS",
    "Config",
    "ConfigError",
    "Field",
    "allowed",
    "bounds",
    "check_field",
    "closest_matches",
    "coerce",
    "did_you_mean",
    "field",
    "is_many",
    "is_number",
    "is_switch",
    "is_whole",
    "own_field",
    "parse",
    "refuse",
    "show",
]
