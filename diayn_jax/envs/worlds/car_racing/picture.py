"""The picture that a car's camera sees from above, drawn like Gymnasium 1.4's `CarRacing-v3`.

The camera follows the car, which points up. Each pixel has the share of its area that the road covers, from
its distances to the sides of the nearest tiles. So edges are smooth, as in Gymnasium's scaled pictures. Two
things differ: the camera does not zoom in during the first second, and the score is not written.
"""

import functools
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax.envs.core import LUMA
from diayn_jax.envs.worlds.car_racing.physics import HULL, WHEEL_HALF_SIZE, WHEELS, Car, rotated
from diayn_jax.envs.worlds.car_racing.track import FAR, HALF_WIDTH, KERB_WIDTH, SCALE, STEP, Track
from diayn_jax.types import Array

WINDOW = (1000, 800)  # width and height of Gymnasium's window, which a picture shrinks
ZOOM = 2.7 * SCALE  # points of the window per metre
CAR_BELOW = 600  # points from the window's upper edge to the car
VIEW = WINDOW[0] / 2 / ZOOM  # m, to each side
MOST_SEEN = 48  # tiles that a picture shows
MOST_KERBS = 10  # tiles with white kerbs that a picture shows, and with red ones
# Discs of this radius, as far apart as tiles are long, have the road's area.
DISC = HALF_WIDTH + STEP**2 / 24 / HALF_WIDTH  # m

WHITE, RED = (255, 255, 255), (255, 0, 0)
GRASS, GRASS_PATCH, ROAD = (102, 204, 102), (102, 230, 102), (104, 104, 104)
BODY, TYRE = (204, 0, 0), (0, 0, 0)
# Colours of speed, spins of the front wheels and the rear wheels, steering, and spin of the car.
INDICATORS = (WHITE, *[(0, 0, 255)] * 2, *[(51, 0, 255)] * 2, (0, 255, 0), RED)
PLAYFIELD = 2000 / SCALE  # m, half the side of the square with grass
PATCH = PLAYFIELD / 20  # m, side of a patch of grass
BAR_POINTS = 100  # height of the bar with the indicators, in points of the window
POINTS = 25, 20  # width and height of an indicator's unit, in points
FINE = 8  # points per pixel and axis from which the car's shape is made


class Grid(NamedTuple):
    """The centres of the pixels of a picture, as the car sees them, in metres."""

    right: np.ndarray  # [W]
    ahead: np.ndarray  # [H]
    pixel: float  # m, the mean of a pixel's width and height


def grid(size: int) -> Grid:
    """Returns the pixels of a picture of `size` × `size`."""
    middle = (np.arange(size) + 0.5) / size
    right = (middle * WINDOW[0] - WINDOW[0] / 2) / ZOOM
    ahead = (CAR_BELOW - middle * WINDOW[1]) / ZOOM
    return Grid(right.astype(np.float32), ahead.astype(np.float32), 900 / size / ZOOM)


def draw(car: Car, track: Track, size: int, grey: bool) -> Array:
    """Draws the picture of one car, [size, size, C] in uint8, with C = 1 if `grey`, else 3."""
    whole = grid(size)
    bar = size * BAR_POINTS // WINDOW[1]
    where = whole._replace(ahead=whole.ahead[:-bar])
    road, white, red = _road(car, track, where)
    tyres, body = (jnp.asarray(mask[:-bar], jnp.float32) for mask in _car_shape(size))
    patch, inside = _ground(car, where)

    below = _indicators(car, size, bar)

    def plane(channel: int) -> Array:
        def of(colour: tuple[int, int, int]) -> float:
            return float(np.dot(colour, LUMA)) if grey else float(colour[channel])

        image = jnp.where(patch, of(GRASS_PATCH), of(GRASS)) * inside
        for share, colour in ((road, ROAD), (white, WHITE), (red, RED), (tyres, TYRE), (body, BODY)):
            image = image + share * (of(colour) - image)
        bars = sum(share * of(colour) for share, colour in zip(below, INDICATORS, strict=True))
        return jnp.concatenate([image, jnp.minimum(bars, 255.0)])

    # On a CPU, floats become bytes far faster by way of integers, and one number per pixel is drawn far
    # faster than three: each of these would compute the road again. The loop keeps XLA from doing so.
    planes = [jnp.asarray(plane(channel) + 0.5, jnp.int32) for channel in range(1 if grey else 3)]
    if grey:
        return planes[0].astype(jnp.uint8)[..., None]
    packed = planes[0] | planes[1] << 8 | planes[2] << 16
    taken = jax.lax.map(lambda shift: (packed >> shift & 255).astype(jnp.uint8), jnp.arange(0, 24, 8))
    return jnp.moveaxis(taken, 0, -1)


def _ground(car: Car, where: Grid) -> tuple[Array, Array]:
    """Returns which pixels show a patch of grass, and which the playfield, [H, W] bool each."""
    cos, sin = jnp.cos(car.angle), jnp.sin(car.angle)
    right, ahead = where.right, where.ahead[:, None]
    x, y = car.position[0] + cos * right - sin * ahead, car.position[1] + sin * right + cos * ahead
    # Every other patch along each axis is brighter. On a CPU, `floor` is far faster than `%`.
    along, up = x / (2 * PATCH), y / (2 * PATCH)
    patch = (along - jnp.floor(along) < 0.5) & (up - jnp.floor(up) < 0.5)
    return patch, (jnp.abs(x) < PLAYFIELD) & (jnp.abs(y) < PLAYFIELD)


def _road(car: Car, track: Track, where: Grid) -> tuple[Array, Array, Array]:
    """Returns the shares of each pixel that the road, white kerbs and red kerbs cover, [H, W] each.

    The road is a row of discs around the middles of the edges, and a tile's kerb is two discs.
    """
    left, right = (rotated(side - car.position, -car.angle) for side in (track.left, track.right))
    middle = (left + right) / 2
    reach = HALF_WIDTH + where.pixel
    low, high = where.ahead[-1] - reach, where.ahead[0] + reach
    seen = (jnp.abs(middle[:, 0]) < VIEW + reach) & (middle[:, 1] > low) & (middle[:, 1] < high)
    road = _covered(_chosen(middle, nearest(seen, MOST_SEEN)), DISC, where)

    beside = (0.5 + KERB_WIDTH / 4 / HALF_WIDTH) * track.kerb[:, None]
    start, end = (
        middle[i:][: beside.shape[0]] + beside * (right - left)[i:][: beside.shape[0]] for i in (0, 1)
    )
    parts = jnp.stack([0.75 * start + 0.25 * end, 0.25 * start + 0.75 * end], axis=1)  # [N, 2, 2]
    has_kerb = seen[1:] & (track.kerb != 0)
    even = jnp.arange(beside.shape[0]) % 2 == 0
    white, red = (
        _covered(_chosen(parts, nearest(has_kerb & of, MOST_KERBS)).reshape(-1, 2), KERB_WIDTH / 2, where)
        for of in (even, ~even)
    )
    return road, white, red


def _chosen(points: Array, index: Array) -> Array:
    """Returns the points [n, ..., 2] with these indices [n]; if there is none, a point at `FAR`."""
    exists = (index < points.shape[0]).reshape(-1, *[1] * (points.ndim - 1))
    return jnp.where(exists, points[jnp.minimum(index, points.shape[0] - 1)], FAR)


def _covered(middles: Array, radius: float, where: Grid) -> Array:
    """Returns the share of each pixel that discs around `middles` [n, 2] cover, [H, W].

    The squared distance of pixel p from c is |p|² + |c|² − 2 c·p. Only its last two parts differ among discs,
    and they are a number for each row plus a number for each column. So a disc costs a pixel an addition and
    a comparison.
    """
    right, ahead = middles[:, :1], middles[:, 1:]
    by_column = right**2 - 2 * right * where.right  # [n, W]
    by_row = ahead**2 - 2 * ahead * where.ahead  # [n, H]
    least = by_row[0, :, None] + by_column[0]
    for disc in range(1, middles.shape[0]):  # unrolled, so that one loop over the pixels does it all
        distance = by_row[disc, :, None] + by_column[disc]
        # Unlike `jnp.minimum`, this does not look for NaN, and is one instruction on a CPU.
        least = jnp.where(distance < least, distance, least)
    squared = least + where.right**2 + where.ahead[:, None] ** 2
    depth = radius - jnp.sqrt(jnp.maximum(squared, 0.0))
    return jnp.clip(depth / where.pixel + 0.5, 0.0, 1.0)


@functools.cache
def _car_shape(size: int) -> tuple[np.ndarray, np.ndarray]:
    """Returns the share of each pixel that the tyres and the hull cover, [size, size] each.

    The car does not move in its own picture. The front wheels are drawn straight: the bar shows their angle.
    """
    fine = grid(size * FINE)
    x, y = np.meshgrid(fine.right, fine.ahead)

    def inside(polygon: np.ndarray) -> np.ndarray:
        side = np.roll(polygon, -1, axis=0) - polygon
        turned = [dx * (y - q) - dy * (x - p) for (p, q), (dx, dy) in zip(polygon, side, strict=True)]
        return (np.min(turned, axis=0) >= 0) | (np.max(turned, axis=0) <= 0)

    across, along = WHEEL_HALF_SIZE
    box = np.array([(-across, along), (across, along), (across, -along), (-across, -along)])
    parts = [box + wheel for wheel in WHEELS], HULL
    masks = [np.any([inside(np.asarray(polygon)) for polygon in part], axis=0) for part in parts]
    tyres, body = (mask.reshape(size, FINE, size, FINE).mean(axis=(1, 3)) for mask in masks)
    return tyres, body


def _indicators(car: Car, size: int, bar: int) -> Array:
    """Returns the share of each pixel of the bar that each of the indicators covers, [7, bar, size].

    In the order of `INDICATORS`, they show the speed, the spin of each wheel, the angle of the front wheels,
    and the spin of the car.
    """
    speed = jnp.linalg.norm(car.velocity)
    upright = jnp.concatenate([0.02 * speed[None], 0.01 * car.wheel_spin])
    level = jnp.stack([-10.0 * car.steering, -0.8 * car.spin])
    # Left, right, lower and upper ends, in units of the indicators, from the lower left corner.
    ends = [
        (place, place + 1, 1.0, 1.0 + value) for place, value in zip((5, 7, 8, 9, 10), upright, strict=True)
    ]
    ends += [(place, place + value, 2.0, 4.0) for place, value in zip((20, 30), level, strict=True)]
    left, right, low, high = (jnp.stack([jnp.asarray(e[i], jnp.float32) for e in ends]) for i in range(4))
    by_column = _overlap(left, right, POINTS[0] * size / WINDOW[0], size)
    by_row = _overlap(low, high, POINTS[1] * size / WINDOW[1], bar)[:, ::-1]
    return by_row[:, :, None] * by_column[:, None, :]


def _overlap(one: Array, other: Array, unit: float, count: int) -> Array:
    """Returns the share of pixels 0 to `count` − 1 in intervals [n] of units of `unit` pixels, [n, count]."""
    low, high = unit * jnp.minimum(one, other)[:, None], unit * jnp.maximum(one, other)[:, None]
    pixel = jnp.arange(count)
    return jnp.clip(jnp.minimum(high, pixel + 1) - jnp.maximum(low, pixel), 0.0, 1.0)


def nearest(inside: Array, most: int) -> Array:
    """Returns the indices [most] of the first tiles for which `inside` [N] is True, then N."""
    place = jnp.cumsum(inside) - 1
    number = inside.shape[0]
    return jnp.full(most, number).at[jnp.where(inside, place, most)].set(jnp.arange(number), mode="drop")
