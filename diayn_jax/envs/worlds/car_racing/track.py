"""Random closed tracks, as in Gymnasium 1.4's `CarRacing-v3` (gymnasium/envs/box2d/car_racing.py).

A point follows twelve random checkpoints around the origin at a bounded turn rate. Its path settles on a
loop, and the last whole loop of five is the track. All sizes are fixed: a track has at most `MOST_TILES`
tiles, and the missing ones lie far outside the playfield.
"""

import math
from typing import NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax.types import Array, Key

SCALE = 6.0
RADIUS = 900 / SCALE  # m
STEP = 21 / SCALE  # m, length of a tile
TURN_RATE = 0.31  # rad, the most by which a tile turns
HALF_WIDTH = 40 / SCALE  # m, of the road
KERB_WIDTH = 8 / SCALE  # m
KERB_TILES = 4  # successive hard turns to one side that make a kerb
CHECKPOINTS = 12
START_ANGLE = -math.pi / CHECKPOINTS  # a lap begins where the path passes this angle around the origin
LAPS = 5
MOST_TILES = 352  # the longest of 300 of Gymnasium's tracks has 351 tiles
_PATH = 6 * MOST_TILES  # steps, enough for five laps and a beginning
FAR = 1e4  # m, coordinates of missing tiles


class Track(NamedTuple):
    """A track of N tiles. Tile i lies between edges i and i + 1 of the road, which goes forward from there.

    Edges of missing tiles are at `FAR`.
    """

    left: Array  # [N + 1, 2], m, the left ends of the edges
    right: Array  # [N + 1, 2], m
    kerb: Array  # [N], −1: the tile has a kerb on its left; 1: on its right; 0: none
    tiles: Array  # [], int32, the number of tiles
    angle: Array  # [], rad, direction of the road at edge 1, where a car starts


class Path(NamedTuple):
    """The point that makes a track."""

    position: Array  # [2], m
    direction: Array  # [], rad; 0 is towards +y
    checkpoint: Array  # [], the checkpoint that it heads for
    laps: Array  # []
    far_side: Array  # [], bool: it has been on the other side since the last lap


def checkpoints(key: Key) -> tuple[Array, Array]:
    """Draws the angles [12] and positions [12, 2] of checkpoints around the origin."""
    angle_key, radius_key = jax.random.split(key)
    part = 2 * jnp.pi / CHECKPOINTS
    angle = part * (jnp.arange(CHECKPOINTS) + jax.random.uniform(angle_key, (CHECKPOINTS,)))
    radius = jax.random.uniform(radius_key, (CHECKPOINTS,), minval=RADIUS / 3, maxval=RADIUS)
    ends = jnp.array([0, CHECKPOINTS - 1])
    angle = angle.at[ends].set(part * ends)
    radius = radius.at[ends].set(1.5 * RADIUS)
    return angle, radius[:, None] * jnp.stack([jnp.cos(angle), jnp.sin(angle)], axis=-1)


def _advance(path: Path, angles: Array, positions: Array) -> tuple[Path, Array]:
    """Moves the point by one step. Returns it, and its row: angle around the origin, direction, position."""
    x, y = path.position
    around = jnp.arctan2(y, x)
    finished = path.far_side & (around > 0)
    far_side = (path.far_side & ~finished) | (around < 0)
    around = around + 2 * jnp.pi * (around < 0)
    # The next checkpoint that is not behind; after the last one, the first.
    ahead = (around <= angles) & (jnp.arange(CHECKPOINTS) >= path.checkpoint)
    checkpoint = jnp.argmax(ahead)
    around = around - 2 * jnp.pi * ~ahead.any()

    sideways = jnp.stack([jnp.cos(path.direction), jnp.sin(path.direction)])
    forward = jnp.stack([-sideways[1], sideways[0]])
    difference = path.direction - around
    whole = jnp.ceil((difference - 1.5 * jnp.pi) / (2 * jnp.pi)).clip(0)
    whole = whole - jnp.ceil((-difference - 1.5 * jnp.pi) / (2 * jnp.pi)).clip(0)
    before = path.direction - 2 * jnp.pi * whole
    offset = SCALE * sideways @ (positions[checkpoint] - path.position)
    turn = jnp.minimum(TURN_RATE, 0.001 * jnp.abs(offset)) * (jnp.abs(offset) > 0.3)
    direction = before - jnp.sign(offset) * turn
    position = path.position + STEP * forward
    row = jnp.stack([around, (before + direction) / 2, position[0], position[1]])
    return Path(position, direction, checkpoint, path.laps + finished, far_side), row


def close(angles: Array, positions: Array) -> tuple[Track, Array]:
    """Makes the track of checkpoints, angles [12] and positions [12, 2].

    Returns it, and whether it is good, [] bool: whether its ends meet, and it has at most `MOST_TILES` tiles.
    """
    zero = jnp.zeros(())
    start = Path(jnp.array([1.5 * RADIUS, 0.0]), zero, jnp.zeros((), int), jnp.zeros((), int), zero > 0)

    def follow(path: Path, _: None) -> tuple[Path, tuple[Array, Array]]:
        on_track = path.laps < LAPS
        path, row = _advance(path, angles, positions)
        return path, (row, on_track)

    _, (rows, on_track) = jax.lax.scan(follow, start, None, length=_PATH)
    index = jnp.arange(1, _PATH)
    passes = (rows[1:, 0] > START_ANGLE) & (rows[:-1, 0] <= START_ANGLE) & on_track[1:]
    end = jnp.max(jnp.where(passes, index, 0))
    begin = jnp.max(jnp.where(passes & (index < end), index, 0))
    tiles = end - 1 - begin
    lap = jax.lax.dynamic_slice(rows, (begin, 0), (MOST_TILES, 4))
    first, last = lap[0], lap[jnp.clip(tiles - 1, 0, MOST_TILES - 1)]
    across = jnp.stack([jnp.cos(first[1]), jnp.sin(first[1])])
    meets = jnp.linalg.norm(across * (first[2:] - last[2:])) <= STEP
    good = (begin > 0) & (tiles <= MOST_TILES) & ~on_track[-1] & meets

    edges = jnp.concatenate([last[None], lap])  # the last edge is also the one before the first tile
    across = HALF_WIDTH * jnp.stack([jnp.cos(edges[:, 1]), jnp.sin(edges[:, 1])], axis=-1)
    exists = (jnp.arange(MOST_TILES + 1) <= tiles)[:, None]
    left = jnp.where(exists, edges[:, 2:] - across, FAR)
    right = jnp.where(exists, edges[:, 2:] + across, FAR)
    return Track(left, right, _kerbs(lap[:, 1], tiles), tiles, first[1]), good


def _kerbs(direction: Array, tiles: Array) -> Array:
    """Returns the side of each tile's kerb from the directions [N] of the edges ahead, see `Track.kerb`."""
    index = jnp.arange(MOST_TILES)

    def back(x: Array, count: int) -> Array:
        """Returns the value of the tile that is `count` tiles back."""
        return x[(index - count) % tiles]

    turn = direction - back(direction, 1)
    hard = jnp.abs(turn) > 0.2 * TURN_RATE
    together = jnp.stack([back(hard, count) for count in range(KERB_TILES)]).all(axis=0)
    sides = jnp.stack([back(jnp.sign(turn), count) for count in range(KERB_TILES)]).sum(axis=0)
    found = together & (jnp.abs(sides) == KERB_TILES)
    # A kerb begins with the first of these turns.
    found = jnp.stack([x[(index + count) % tiles] for count in range(KERB_TILES) for x in [found]]).any(
        axis=0
    )
    return jnp.where(found & (index < tiles), -jnp.sign(turn), 0.0)


def draw_track(key: Key) -> Track:
    """Draws a track; about one in sixteen draws has ends that do not meet, and is repeated."""

    def again(carry: tuple[Key, Track, Array]) -> tuple[Key, Track, Array]:
        key, new = jax.random.split(carry[0])
        return (key, *close(*checkpoints(new)))

    shapes = jax.eval_shape(lambda: close(*checkpoints(key)))
    empty = jax.tree.map(lambda x: jnp.zeros(x.shape, x.dtype), shapes)
    return jax.lax.while_loop(lambda carry: ~carry[2], again, (key, *empty))[1]
