"""What an imitation is given, apart from its work, so that the command checks it before it starts JAX."""

from collections.abc import Sequence
from typing import Any

from diayn_jax.config import ConfigError
from diayn_jax.storage import paths


def check_named(runs: Sequence[Any], demonstration: Any, episode_length: int | None) -> None:
    """Raises `ConfigError` unless an expert and a student are named, or a student and a demonstration."""
    needed = 1 if demonstration else 2
    if len(runs) != needed:
        who = "the student alone" if needed == 1 else "the expert, then the student"
        raise ConfigError(
            f"Name {who}: imitate EXPERT STUDENT, or imitate STUDENT --demonstration=FILE.npz; "
            f"{paths.number_named(runs)}."
        )
    if demonstration and episode_length:
        raise ConfigError(
            "--episode_length applies to an expert's episodes only; a demonstration has its own length."
        )
