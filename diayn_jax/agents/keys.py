"""Random keys of agents that act at two levels."""

import jax

from diayn_jax.types import Key


def split_rows(keys: Key | None) -> tuple[Key | None, Key | None]:
    """Two keys [E] each, for the two levels, from keys [E]; None twice from None."""
    if keys is None:
        return None, None
    split = jax.vmap(jax.random.split)(keys)
    return split[:, 0], split[:, 1]
