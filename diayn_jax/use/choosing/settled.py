"""Words that `diayn choose` refuses: fields that it sets itself, and unknown baselines.

This module is separate, so that commands check them before they start JAX.
"""

from collections.abc import Sequence

from diayn_jax.config import ConfigError, closest_matches

# The fields that it sets, and the reason that a message gives.
SETTLED = {
    "env": "it is the task's",
    "objective": "its reward is the task's",
    "choose_from": "it is the named run",
    "skill_space": "it comes from the named run",
    "num_skills": "it comes from the named run",
    "skill_sampling": "it comes from the named run",
}

BASELINES = ("random", "best_skill", "towards_goal", "flat", "flat_ppo")


def check_baselines(names: Sequence[str]) -> None:
    """Raises `ConfigError` for unknown baselines."""
    if isinstance(names, str):
        raise ConfigError(f"--baselines={names!r}: give a list of names, such as ['random'].")
    for name in names:
        if name not in BASELINES:
            hint = closest_matches(name, BASELINES)
            raise ConfigError(
                f"--baselines={','.join(names)}: there is no {name or 'baseline without a name'}.{hint} It "
                f"takes {', '.join(BASELINES)}, or none."
            )
