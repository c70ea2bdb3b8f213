"""Words that `diayn finetune` refuses.

This module is separate, so that commands check them before they start JAX.
"""

from pathlib import Path

from diayn_jax.config import CATEGORICAL, Config, ConfigError

_SETS = "finetuning sets this field itself"
_NO_SKILLS = "the new run has no skills; --skills names the one that it starts from"
# The fields, and the reason that a message gives.
SETTLED = {
    "seed": "finetuning takes --seeds, such as 0..4 (in Python, seeds=range(5))",
    "objective": _SETS,
    "start_run": _SETS,
    "start_skill": _SETS,
    "num_skills": _NO_SKILLS,
    "skill_space": _NO_SKILLS,
}


def check_skill(path: Path, config: Config, skill: str) -> None:
    """Raises `ConfigError` if a run has numbered skills, and not the one with this number."""
    from diayn_jax.skills import kind_and_size

    if kind_and_size(config.skill_space)[0] != CATEGORICAL or not skill.isdecimal():
        return
    if int(skill) >= config.num_skills:
        raise ConfigError(
            f"--skills={skill}: {path} has the skills 0 to {config.num_skills - 1}. Name one of them, "
            "or best."
        )
