"""QDax's replay buffer, with an insert that costs the same however large the buffer is."""

import jax
import jax.numpy as jnp
from qdax.core.neuroevolution.buffers import buffer as qdax_buffer

from diayn_jax.types import Array


class ReplayBuffer(qdax_buffer.ReplayBuffer):
    """Stands in for `qdax.core.neuroevolution.buffers.buffer.ReplayBuffer`; what is new is `insert`.

    QDax's rolls the whole buffer at every insert, so that a step costs the more the larger the buffer is.
    Here rows are written where the oldest are, past the end from the start on; inside a `scan`, or where
    the buffer is donated, in place. `sample` draws uniformly over all rows in both, so that what is
    learned has the same distribution.
    """

    def insert(self, transitions: qdax_buffer.Transition) -> "ReplayBuffer":
        """The buffer with transitions [..., n, …] in the places of the oldest.

        Raises:
          ValueError: more transitions than it holds.
        """
        flat = transitions.flatten()
        rows = flat.reshape(-1, flat.shape[-1])
        count = rows.shape[0]
        if count > self.buffer_size:
            raise ValueError(f"{count} transitions at once, and the buffer holds {self.buffer_size}.")
        if not count:
            return self
        start = jnp.minimum(self.current_position, self.buffer_size - count)
        beyond = self.current_position - start  # rows that go on at the start of the buffer
        # The last `beyond` rows in front: they are written at 0, the others at the buffer's end.
        rows = jnp.roll(rows, beyond, axis=0)
        wrapped = jnp.arange(count)[:, None] < beyond

        def written(data: Array, at: Array | int, mask: Array) -> Array:
            there = jax.lax.dynamic_slice_in_dim(data, at, count)
            return jax.lax.dynamic_update_slice_in_dim(data, jnp.where(mask, rows, there), at, axis=0)

        data = written(written(self.data, start, ~wrapped), 0, wrapped)
        return self.replace(
            data=data,
            current_position=(self.current_position + count) % self.buffer_size,
            current_size=jnp.minimum(self.current_size + count, self.buffer_size),
        )
