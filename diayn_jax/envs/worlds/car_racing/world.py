"""The rules of Gymnasium 1.4's `CarRacing-v3`, and its rows of the table of environments."""

import functools
from typing import NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax.config import ConfigError
from diayn_jax.envs.core import Env, EnvSpec, Feature, Variation
from diayn_jax.envs.scenes import ImageScene
from diayn_jax.envs.worlds.car_racing import physics, picture, track
from diayn_jax.envs.worlds.car_racing.physics import Car
from diayn_jax.envs.worlds.car_racing.track import Track
from diayn_jax.envs.worlds.make_world import make_world
from diayn_jax.types import Array, Key

SIDE = 96  # pixels
NEAR = 12.0  # m from the car to the middle of a tile that a wheel can touch
MOST_NEAR = 16  # tiles
LAP_SHARE = 0.95  # of the tiles; passing the start then ends the lap
FRAME_COST = 0.1
LAP_REWARD = 1000.0
OFF_FIELD = -100.0
# The five discrete actions: nothing, right, left, gas, brake.
CONTROLS = ((0, 0, 0), (0.6, 0, 0), (-0.6, 0, 0), (0, 0.2, 0), (0, 0, 0.8))
FEATURES = {
    "xy": Feature(2, "position from the start: to the right of its direction, and ahead", "m"),
}


class Race(NamedTuple):
    """The state of an episode."""

    car: Car
    track: Track
    visited: Array  # [N], bool: the tiles that a wheel has touched
    lap_done: Array  # [], bool


def begin(key: Key) -> Race:
    """Draws a track, with a car at its start."""
    drawn = track.draw_track(key)
    return Race(physics.parked(drawn), drawn, jnp.zeros(track.MOST_TILES, bool), jnp.zeros((), bool))


def frame(race: Race, controls: Array) -> tuple[Race, Array]:
    """Plays one frame of an episode. Returns the race and the reward [].

    As in Gymnasium, a frame notices the tiles that wheels touch at its start, before the car moves. They give
    grip in the next frame.

    Args:
      controls: [3]: steering in [-1, 1], positive to the right; gas and brake in [0, 1].
    """
    car, road = race.car, race.track
    touched, on_road = _touched(car, road)
    new = touched & ~race.visited
    visited = race.visited | new
    share = visited.sum() / road.tiles
    lap_done = (share == 1) | (new[0] & (share > LAP_SHARE))
    car = physics.drive(car, controls)._replace(on_road=on_road)
    reward = LAP_REWARD * new.sum() / road.tiles - FRAME_COST
    return Race(car, road, visited, lap_done), jnp.where(_off_field(car), OFF_FIELD, reward)


def _touched(car: Car, road: Track) -> tuple[Array, Array]:
    """Returns which tiles wheels touch, [N] bool, and which wheels are on the road, [4] bool."""
    middle = (road.left[1:] + road.right[1:] + road.left[:-1] + road.right[:-1]) / 4
    near = picture.nearest(jnp.sum((middle - car.position) ** 2, axis=-1) < NEAR**2, MOST_NEAR)
    ahead, behind = near + 1, near  # the indices of missing tiles give edges at `FAR`
    corners = jnp.stack([road.left[ahead], road.right[ahead], road.right[behind], road.left[behind]], axis=1)
    touches = physics.touching(car, corners) & (near < track.MOST_TILES)
    tiles = jnp.zeros(track.MOST_TILES, bool).at[near].set(touches.any(axis=0), mode="drop")
    return tiles, touches.any(axis=1)


def _off_field(car: Car) -> Array:
    return jnp.abs(car.position).max() > picture.PLAYFIELD


def ended(race: Race) -> Array:
    """Returns whether the lap is done or the car is off the playfield, [] bool."""
    return race.lap_done | _off_field(race.car)


def play(race: Race, controls: Array, frames: int) -> tuple[Race, Array]:
    """Plays some frames with the same controls, up to the end of the episode. See `frame`."""

    def next_frame(_: int, carry: tuple[Race, Array]) -> tuple[Race, Array]:
        before, so_far = carry
        after, reward = frame(before, controls)
        over = ended(before)
        kept = jax.tree.map(lambda old, new: jnp.where(over, old, new), before, after)
        return kept, so_far + jnp.where(over, 0.0, reward)

    if frames == 1:
        return frame(race, controls)
    return jax.lax.fori_loop(0, frames, next_frame, (race, jnp.zeros(())))


def _driven(race: Race) -> dict[str, Array]:
    """Returns the features of a race."""
    road = race.track
    moved = race.car.position - (road.left[1] + road.right[1]) / 2
    return {"xy": physics.rotated(moved, -road.angle)}


def make_car_racing(backend: str, variation: Variation, discrete: bool = False) -> Env:
    """Makes a car on a random closed track, which it sees from above.

    An action [3] in [-1, 1] has the steering, positive to the right, and gas and brake. These go from 0 at −1
    to full at 1, as with Gymnasium's own environment here. A `discrete` action is nothing, right, left, gas
    or brake. The observation is an image. A frame costs 0.1, a new tile of the road pays its share of 1000,
    and off the playfield a frame pays −100 and ends the episode, as does a lap. Feature `xy` is the position
    from the start, in metres.

    Args:
      variation: `image_size`, `image_colours` and `action_repeat`: the frames of an action, which is seen
        once.

    Raises:
      ConfigError: a picture of this size has no whole rows for its indicators.
    """
    size = variation.image_size or SIDE
    if size % 8:
        raise ConfigError(
            f"--image_size={size}: an eighth of its rows show indicators. Give a multiple of 8."
        )
    grey = variation.image_colours == "grey"
    name = "car_racing_discrete" if discrete else "car_racing"
    spec = SPECS[name]._replace(
        observation_size=size * size * (1 if grey else 3), image_shape=(size, size, 1 if grey else 3)
    )

    def controls(action: Array) -> Array:
        if discrete:
            return jnp.array(CONTROLS, jnp.float32)[action]
        bounded = jnp.clip(action, -1.0, 1.0)
        return jnp.concatenate([bounded[:, :1], (bounded[:, 1:] + 1) / 2], axis=-1)

    def move(race: Race, action: Array) -> tuple[Race, Array]:
        return jax.vmap(functools.partial(play, frames=variation.action_repeat))(race, controls(action))

    def observe(race: Race) -> Array:
        return jax.vmap(lambda one: picture.draw(one.car, one.track, size, grey))(race)

    def shown(race: Race) -> Array:
        return jax.vmap(lambda one: picture.draw(one.car, one.track, SIDE, False))(race)

    return make_world(
        name,
        spec,
        begin,
        move,
        ends=jax.vmap(ended),
        observe=observe,
        features=jax.vmap(_driven),
        backend=backend,
        dt=physics.DT * variation.action_repeat,
        scene=ImageScene(shown),
    )


_ROW = EnvSpec(
    factory=make_car_racing,
    # A smaller picture in grey, which is seen every fourth frame, and Gymnasium's limit of 1000 frames.
    defaults={
        "image_size": 48,
        "image_colours": "grey",
        "frame_stack": 2,
        "action_repeat": 4,
        "episode_length": 250,
        "encoder_channels": (16, 32, 64),
        "latent_size": 64,
        "num_envs": 32,
        "updates_per_iteration": 4,
        "replay_size": 50_000,
        "warmup_steps": 5_000,
        "num_env_steps": 300_000,
    },
    features=FEATURES,
    default_features="latent",
    observation_size=SIDE * SIDE * 3,
    image_shape=(SIDE, SIDE, 3),
    action_size=3,
    variations=("image_size", "image_colours", "action_repeat"),
)
SPECS = {
    "car_racing": _ROW,
    "car_racing_discrete": _ROW._replace(
        factory=functools.partial(make_car_racing, discrete=True),
        defaults={**_ROW.defaults, "agent": "dqn"},
        action_size=5,
        num_actions=5,
    ),
}
