"""Random keys of agents that act at two levels."""

import jax

from diayn_jax.types import Key


def split_rows(keys: Key | None) -> tuple[Key | None, Key | None]:
    """Splits keys [E] into two arrays of keys [E], one for each level. Returns (None, None) for None."""
    if keys is None:
        return None, None
    split = jax.vmap(jax.random.split)(keys)
    return split[:, 0], split[:, 1]
