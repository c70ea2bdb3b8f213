"""QDax's replay buffer with an insert whose cost does not depend on the size of the buffer."""

import jax
import jax.numpy as jnp
from qdax.core.neuroevolution.buffers import buffer as qdax_buffer

from diayn_jax.types import Array


class ReplayBuffer(qdax_buffer.ReplayBuffer):
    """Replaces `qdax.core.neuroevolution.buffers.buffer.ReplayBuffer`. Only `insert` differs.

    QDax's `insert` rolls the whole buffer, so that its cost grows with the buffer. Here new rows overwrite
    the oldest ones, and wrap around at the end. They are written in place inside a `scan`, or if the buffer
    is donated. `sample` is unchanged and draws uniformly over all rows, so that samples have the same
    distribution.
    """

    def insert(self, transitions: qdax_buffer.Transition) -> "ReplayBuffer":
        """Returns the buffer with transitions [..., n, …] in place of the oldest ones.

        Raises:
          ValueError: there are more transitions than the buffer holds.
        """
        flat = transitions.flatten()
        rows = flat.reshape(-1, flat.shape[-1])
        count = rows.shape[0]
        if count > self.buffer_size:
            raise ValueError(
                f"insert: {count} transitions given at once, but the buffer holds {self.buffer_size}."
            )
        if not count:
            return self
        start = jnp.minimum(self.current_position, self.buffer_size - count)
        beyond = self.current_position - start  # the number of rows that wrap around
        # The last `beyond` rows move to the front. They are written at 0, and the others at the buffer's end.
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
