"""Loads skills that come with the package."""

from diayn_jax.storage import pretrained as sets
from diayn_jax.use.loaded_run import load_skills
from diayn_jax.use.policy import Skills


def pretrained(name: str) -> Skills:
    """Loads skills that come with the package, such as `ant-metra`; commands take the same names as runs.

    docs/how_to/pretrained.md lists them, with the command and the commit that made each.

    Raises:
      ConfigError: there are no such skills.
    """
    return load_skills(sets.folder(name))
