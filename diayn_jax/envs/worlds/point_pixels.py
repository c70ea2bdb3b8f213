"""The point world, observed as an image that is drawn on the device; a CPU learns from it in minutes."""

import jax.numpy as jnp

from diayn_jax.envs.core import Env, EnvSpec, Feature, Variation
from diayn_jax.envs.scenes import ImageScene
from diayn_jax.envs.worlds import point
from diayn_jax.types import Array, Timestep

SIDE = 32  # pixels
IMAGE_SIZE = SIDE * SIDE * 3
HALF_VIEW = 1.15  # metres from the centre to the image's edge
RADIUS = 0.12  # metres, radius of the disc that is drawn
FLOOR = (24, 24, 32)
WALL = (128, 128, 128)
POINT = (255, 96, 32)
FEATURES = {"xy": Feature(2, "position", "m")}


def draw(position: Array) -> Array:
    """Draws the world from above: positions [E, 2], metres -> [E, SIDE, SIDE, 3], uint8.

    The image shows a disc at the position, and walls around the square in which it moves; x points right, and
    y points up. Edges are smooth over one pixel, so that an image shows positions between pixels.
    """
    metres = 2 * HALF_VIEW / SIDE  # per pixel
    x = (jnp.arange(SIDE) + 0.5) * metres - HALF_VIEW
    y = -x[:, None]

    def cover(depth):
        """Returns the covered share of a pixel whose centre is `depth` metres inside a shape."""
        return jnp.clip(depth / metres + 0.5, 0.0, 1.0)[..., None]

    # The inner face of a wall is the limit of the disc's edge.
    wall = cover(jnp.maximum(jnp.abs(x), jnp.abs(y)) - (point.HALF_WIDTH + RADIUS))
    dx, dy = x - position[:, 0, None, None], y - position[:, 1, None, None]
    disc = cover(RADIUS - jnp.sqrt(dx**2 + dy**2))
    floor, walls, colour = (jnp.array(c, jnp.float32) for c in (FLOOR, WALL, POINT))
    image = floor + wall * (walls - floor)
    return jnp.round(image + disc * (colour - image)).astype(jnp.uint8)


def make_point_pixels(backend: str, variation: Variation) -> Env:
    """Makes the point world (see `point.make_point`) with an image [32, 32, 3] as observation.

    Feature `xy` is the position, in metres.
    """
    world = point.make_point(backend, variation)

    def seen(timestep: Timestep) -> Timestep:
        return timestep.replace(obs=draw(timestep.state), features={"xy": timestep.state})

    return world._replace(
        **SPECS["point_pixels"].interface("point_pixels")._asdict(),
        reset=lambda keys: seen(world.reset(keys)),
        step=lambda state, action: seen(world.step(state, action)),
        scene=ImageScene(draw),
    )


SPECS = {
    "point_pixels": EnvSpec(
        factory=make_point_pixels,
        defaults={
            **point.SPECS["point"].defaults,
            "num_env_steps": 100_000,
            "replay_size": 20_000,
            "updates_per_iteration": 8,
            "batch_size": 64,
        },
        features=FEATURES,
        default_features="latent",
        observation_size=IMAGE_SIZE,
        image_shape=(SIDE, SIDE, 3),
        action_size=2,
        variations=("start_offset",),
    )
}
