"""A race car from pixels: Gymnasium's CarRacing as a JAX program.

`track` draws closed tracks, `physics` moves the car, `picture` draws what its camera sees, and `world` has
the rules and the rows of the table.
"""

from diayn_jax.envs.worlds.car_racing.world import SPECS

__all__ = ["SPECS"]
