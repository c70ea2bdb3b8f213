"""The fields in which runs may differ that train as lanes of one program."""

import dataclasses

from diayn_jax.config.config import Config
from diayn_jax.config.fields import AUTO

# Fields in which runs that train as lanes of one program may differ, besides the traced hyperparameters.
LANE_FIELDS = frozenset({"seed", "name", "tags", "log_dir"})


def differ_in_program(config: Config, other: Config) -> list[str]:
    """Returns the fields in which two configs differ and that would change the compiled program."""
    traced = {f.name for f in dataclasses.fields(other) if f.metadata["traced"]}
    names = dict.fromkeys(f.name for each in (other, config) for f in dataclasses.fields(each))
    found = []
    for name in names:
        value, of_other = getattr(config, name, None), getattr(other, name, None)
        if value == of_other or name in LANE_FIELDS:
            continue
        # 0 may switch off a part, such as noise. With auto, the value may be learned. An environment whose
        # actions are skills adds up the rewards of a choice with γ, and lanes share the environment.
        constant = name not in traced or (name == "discount" and config.choose_from)
        if constant or AUTO in (value, of_other) or (value == 0) != (of_other == 0):
            found.append(name)
    return found
