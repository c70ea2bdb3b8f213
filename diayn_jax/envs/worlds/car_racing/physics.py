"""A car with slipping tyres: the equations and constants of Gymnasium 1.4's car_dynamics.py.

Gymnasium's car is five bodies in Box2D, a hull and four wheels on stiff joints. Here it is one rigid body. A
wheel has a speed of rotation, and the front wheels an angle. Where a wheel touches the ground, the ground
moves against its rim. This slip makes a force, which is limited by friction: the car slides beyond the limit.
All vectors are in metres and seconds in the world's axes, or in the car's: to its right, and ahead.
"""

import math
from typing import NamedTuple

import jax.numpy as jnp
import numpy as np

from diayn_jax.envs.worlds.car_racing.track import Track
from diayn_jax.types import Array

UNIT = 0.02  # m, in which the shapes are given
DT = 1 / 50  # s
ENGINE = 1e8 * UNIT**2
WHEEL_INERTIA = 4e3 * UNIT**2
FRICTION = 1e6 * UNIT**2  # the largest force of a tyre on the road
GRASS = 0.6  # factor on it, on grass
STIFFNESS = 205_000 * UNIT**2  # force per slip in m/s
BRAKE = 15.0  # rad/s, by which a full brake slows a wheel down in a step
LOCKED = 0.9  # brakes beyond it stop a wheel at once
GAS_RISE = 0.1  # the most by which gas rises in a step
STEERING_RATE = 3.0  # rad/s
STEERING_LIMIT = 0.4  # rad, beyond which a wheel is not turned further
STEERING_SLOP = math.radians(2)  # by which Box2D lets a joint exceed its limit
FASTEST = 2.0 / DT  # m/s; Box2D moves no body farther than 2 m in a step
SKIN = 0.02  # m; Box2D counts polygons as touching if they are this near

WHEEL_RADIUS = 27 * UNIT
WHEEL_HALF_SIZE = (14 * UNIT, 27 * UNIT)  # m, across and along, seen from above
WHEELS = UNIT * np.array([(-55, 80), (55, 80), (-55, -82), (55, -82)])  # m from the origin of the hull
FRONT = np.array([1.0, 1.0, 0.0, 0.0])
HULL = tuple(
    UNIT * np.array(part)
    for part in (
        [(-60, 130), (60, 130), (60, 110), (-60, 110)],
        [(-15, 120), (15, 120), (20, 20), (-20, 20)],
        [(25, 20), (50, -10), (50, -40), (20, -90), (-20, -90), (-50, -40), (-50, -10), (-25, 20)],
        [(-50, -120), (50, -120), (50, -90), (-50, -90)],
    )
)
_HULL_DENSITY, _WHEEL_DENSITY = 1.0, 0.1


def _solid(corners: np.ndarray, density: float) -> tuple[float, np.ndarray, float]:
    """Returns mass, centre and moment of inertia about the origin of a polygon [n, 2]."""
    after = np.roll(corners, -1, axis=0)
    cross = corners[:, 0] * after[:, 1] - corners[:, 1] * after[:, 0]
    area = cross.sum() / 2
    centre = (cross[:, None] * (corners + after)).sum(axis=0) / (6 * area)
    second = (cross * (corners**2 + corners * after + after**2).sum(axis=1)).sum() / 12
    return density * abs(area), centre, density * abs(second)


def _whole_car() -> tuple[float, np.ndarray, float]:
    """Returns mass, centre of mass and moment of inertia about that centre of hull and wheels."""
    across, along = WHEEL_HALF_SIZE
    box = np.array([(-across, along), (-across, -along), (across, -along), (across, along)])
    parts = [_solid(part, _HULL_DENSITY) for part in HULL]
    parts += [_solid(box + wheel, _WHEEL_DENSITY) for wheel in WHEELS]
    masses, centres, inertias = (np.array(values) for values in zip(*parts, strict=True))
    mass = float(masses.sum())
    centre = masses @ centres / mass
    return mass, centre, float(inertias.sum() - mass * centre @ centre)


MASS, CENTRE, INERTIA = _whole_car()  # kg, m from the origin of the hull, kg m²


class Car(NamedTuple):
    """The state of a car."""

    position: Array  # [2], m, of the hull's origin
    angle: Array  # [], rad; 0 is towards +y, and positive angles are to the left
    velocity: Array  # [2], m/s, of the centre of mass
    spin: Array  # [], rad/s
    wheel_spin: Array  # [4], rad/s, positive ahead
    steering: Array  # [], rad, angle of the front wheels
    gas: Array  # [], in [0, 1]
    on_road: Array  # [4], bool: the wheels that touched the road at the start of the last step


def rotated(vector: Array, angle: Array) -> Array:
    """Turns vectors [..., 2] to the left by an angle []."""
    cos, sin = jnp.cos(angle), jnp.sin(angle)
    x, y = vector[..., 0], vector[..., 1]
    return jnp.stack([cos * x - sin * y, sin * x + cos * y], axis=-1)


def parked(track: Track) -> Car:
    """Returns a car that stands at the start of a track."""
    zero = jnp.zeros(())
    return Car(
        position=(track.left[1] + track.right[1]) / 2,
        angle=track.angle,
        velocity=jnp.zeros(2),
        spin=zero,
        wheel_spin=jnp.zeros(4),
        steering=zero,
        gas=zero,
        on_road=jnp.ones(4, bool),
    )


def drive(car: Car, controls: Array) -> Car:
    """Moves a car by one step.

    Args:
      controls: [3]: the steering in [-1, 1], positive to the right; gas and brake in [0, 1].
    """
    steer, pedal, brake = -controls[0], controls[1], controls[2]
    gas = jnp.minimum(pedal, car.gas + GAS_RISE)
    wheel_spin = _driven(car.wheel_spin, gas, brake)

    # The velocities of the wheels are those of the last step: those of its start's angle.
    arms = jnp.asarray(WHEELS - CENTRE, jnp.float32)
    before = rotated(arms, car.angle - DT * car.spin)
    velocity = car.velocity + car.spin * jnp.stack([-before[:, 1], before[:, 0]], axis=-1)
    heading = car.angle + car.steering * jnp.asarray(FRONT)
    slip_ahead = wheel_spin * WHEEL_RADIUS - _along(velocity, heading)
    slip_side = -_along(velocity, heading - jnp.pi / 2)
    limit = FRICTION * jnp.where(car.on_road, 1.0, GRASS)
    size = STIFFNESS * jnp.sqrt(slip_ahead**2 + slip_side**2)
    grip = STIFFNESS * jnp.minimum(1.0, limit / jnp.maximum(size, 1e-6))
    ahead, side = grip * slip_ahead, grip * slip_side
    wheel_spin = wheel_spin - DT * ahead * WHEEL_RADIUS / WHEEL_INERTIA

    force = rotated(jnp.stack([side, ahead], axis=-1), heading)
    arms = rotated(arms, car.angle)
    torque = arms[:, 0] * force[:, 1] - arms[:, 1] * force[:, 0]
    velocity = car.velocity + DT * force.sum(axis=0) / MASS
    velocity = velocity * jnp.minimum(1.0, FASTEST / jnp.maximum(jnp.linalg.norm(velocity), 1e-6))
    spin = car.spin + DT * torque.sum() / INERTIA
    angle = car.angle + DT * spin
    centre = jnp.asarray(CENTRE, jnp.float32)
    moved = DT * velocity + rotated(centre, car.angle) - rotated(centre, angle)
    return Car(
        car.position + moved,
        angle,
        velocity,
        spin,
        wheel_spin,
        _steered(car.steering, steer),
        gas,
        car.on_road,
    )


def _along(velocity: Array, heading: Array) -> Array:
    """Returns the part of velocities [4, 2] along headings [4], where 0 is towards +y."""
    return velocity[:, 1] * jnp.cos(heading) - velocity[:, 0] * jnp.sin(heading)


def _driven(spin: Array, gas: Array, brake: Array) -> Array:
    """Returns the speeds of rotation [4] of the wheels after engine and brake. The rear wheels are driven."""
    spin = spin + (1 - jnp.asarray(FRONT)) * DT * ENGINE * gas / WHEEL_INERTIA / (jnp.abs(spin) + 5.0)
    slowed = jnp.sign(spin) * jnp.maximum(jnp.abs(spin) - BRAKE * brake, 0.0)
    return jnp.where(brake >= LOCKED, 0.0, slowed)


def _steered(angle: Array, target: Array) -> Array:
    """Returns the angle of the front wheels after a step towards a target."""
    turn = jnp.clip(target - angle, -STEERING_RATE * DT, STEERING_RATE * DT)
    stopped = (jnp.abs(angle) >= STEERING_LIMIT) & (turn * angle > 0)
    most = STEERING_LIMIT + STEERING_SLOP
    return jnp.clip(angle + jnp.where(stopped, 0.0, turn), -most, most)


def wheel_boxes(car: Car) -> tuple[Array, Array]:
    """Returns the centres [4, 2] and headings [4] of the wheels."""
    centres = car.position + rotated(jnp.asarray(WHEELS, jnp.float32), car.angle)
    return centres, car.angle + car.steering * jnp.asarray(FRONT)


def touching(car: Car, quads: Array) -> Array:
    """Returns which wheels touch which quadrilaterals, [4, Q] bool.

    Two convex shapes touch if no side of either one separates them.

    Args:
      quads: [Q, 4, 2], the corners in order.
    """
    centres, headings = wheel_boxes(car)
    across, along = WHEEL_HALF_SIZE
    # The corners as a wheel sees them: to its right, and ahead.
    seen = rotated(quads - centres[:, None, None], -headings[:, None, None])  # [4, Q, 4, 2]
    low, high = seen.min(axis=2), seen.max(axis=2)
    size = jnp.array([across, along]) + SKIN
    near = ((low <= size) & (high >= -size)).all(axis=-1)
    # The distance of the wheel's centre from each side, positive inside, and the wheel's reach towards it.
    side = jnp.roll(seen, -1, axis=2) - seen
    length = jnp.maximum(jnp.linalg.norm(side, axis=-1), 1e-6)
    turned = side[..., 0] * seen[..., 1] - side[..., 1] * seen[..., 0]
    area = turned.sum(axis=2, keepdims=True)
    inside = jnp.sign(area) * turned / length
    reach = (across * jnp.abs(side[..., 1]) + along * jnp.abs(side[..., 0])) / length
    return near & (inside >= -reach - SKIN).all(axis=2)
