"""Continuous mountain car and pendulum with the same steps as Gymnasium's.

The equations and constants are those of Gymnasium 1.4's `MountainCarContinuous-v0` (after Moore
1990, "Efficient memory-based learning for robot control") and `Pendulum-v1`.
"""

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax.envs.core import SMALL_NETWORKS, Env, EnvSpec, Feature, Variation
from diayn_jax.envs.scenes import PlaneScene, Shape
from diayn_jax.envs.worlds.make_world import make_world
from diayn_jax.types import Array, Key

CAR_FEATURES = {
    "phase": Feature(2, "position along the track, and velocity", "m, m/step", dims=(0, 1)),
    "x": Feature(1, "position along the track", "m", dims=(0,)),
    "velocity": Feature(1, "velocity along the track", "m/step", dims=(1,)),
}
PENDULUM_FEATURES = {
    # As in Gymnasium's pictures, positive angles are to the left.
    "tip": Feature(2, "position of the tip, left of the pivot and above it", "m", dims=(1, 0)),
    "angular_velocity": Feature(1, "angular velocity", "rad/s", dims=(2,)),
}

# Ends of the car's track, and the position of the goal, in metres.
LEFT, RIGHT, GOAL = -1.2, 0.6, 0.45


def _height(x: np.ndarray | float) -> np.ndarray:
    """Returns the height of the hill, as in Gymnasium's pictures; its slope fits the car's equations."""
    return 0.45 * np.sin(3 * np.asarray(x)) + 0.55


def _car(pose: np.ndarray) -> list[Shape]:
    """Returns the shapes of the car at pose [1], its position: body and wheels on the slope."""
    x = float(pose[0])
    slope = np.arctan(1.35 * np.cos(3 * x))
    along, up = np.array([np.cos(slope), np.sin(slope)]), np.array([-np.sin(slope), np.cos(slope)])
    foot = np.array([x, float(_height(x))])

    def at(forward: float, above: float) -> np.ndarray:
        return foot + forward * along + above * up

    body = [at(*corner) for corner in ((-0.09, 0.03), (0.09, 0.03), (0.09, 0.07), (-0.09, 0.07))]
    cabin = [at(*corner) for corner in ((-0.06, 0.07), (0.04, 0.07), (0.02, 0.105), (-0.05, 0.105))]
    return [
        Shape("polygon", np.array(body), "agent"),
        Shape("polygon", np.array(cabin), "agent"),
        Shape("circle", at(-0.05, 0.025)[None], "limb", 0.025),
        Shape("circle", at(0.05, 0.025)[None], "limb", 0.025),
    ]


def _hill() -> tuple[Shape, ...]:
    x = np.linspace(LEFT, RIGHT, 64)
    ridge = np.stack([x, _height(x)], axis=-1)
    top = float(_height(GOAL))
    flag = ((GOAL, top + 0.2), (GOAL + 0.1, top + 0.165), (GOAL, top + 0.13))
    return (
        Shape("polygon", np.concatenate([ridge, [(RIGHT, -0.05), (LEFT, -0.05)]]), "ground"),
        Shape("line", ((LEFT, float(_height(LEFT))), (LEFT, 1.1)), "wall", 0.02),
        Shape("line", ((GOAL, top), (GOAL, top + 0.2)), "wall", 0.012),
        Shape("polygon", flag, "goal"),
    )


CAR_SCENE = PlaneScene(
    pose=lambda state: state[:, :1],
    shapes=_car,
    background=_hill(),
    limits=((LEFT - 0.06, RIGHT + 0.06), (-0.05, 1.25)),
)


def _rod(pose: np.ndarray) -> list[Shape]:
    """Returns the shapes of the pendulum at pose [1], its angle from upright, positive to the left."""
    tip = np.array([-np.sin(pose[0]), np.cos(pose[0])])
    return [
        Shape("circle", tip[None], "agent", 0.13),
        Shape("line", np.stack([np.zeros(2), tip]), "agent", 0.09),
        Shape("circle", np.zeros((1, 2)), "limb", 0.05),
    ]


PENDULUM_SCENE = PlaneScene(
    pose=lambda state: state[:, :1],
    shapes=_rod,
    background=(
        Shape("line", ((-1.3, 0.0), (1.3, 0.0)), "guide"),
        Shape("line", ((0.0, -1.3), (0.0, 1.3)), "guide"),
    ),
    limits=((-1.3, 1.3), (-1.3, 1.3)),
)


def make_mountain_car(backend: str, variation: Variation) -> Env:
    """Makes a car in a valley, which is too weak to drive straight up to the goal at 0.45 m.

    The observation is the position (m) and the velocity (m/step). An episode ends when the car reaches the
    goal while it does not roll backwards. The environment's own reward is 100 at the goal, minus 0.1·action²
    in every step. The variations `gravity` and `actuator_strength` are factors on the pull of the slope and
    of the engine.
    """
    slope = 0.0025 * variation.gravity
    power = 0.0015 * variation.actuator_strength
    fastest = 0.07  # m/step

    def start(key: Key) -> Array:
        return jnp.stack([jax.random.uniform(key, minval=-0.6, maxval=-0.4), jnp.zeros(())])

    def ends(state: Array) -> Array:
        return (state[:, 0] >= GOAL) & (state[:, 1] >= 0)

    def move(state: Array, action: Array) -> tuple[Array, Array]:
        position, velocity = state[:, 0], state[:, 1]
        force = jnp.clip(action[:, 0], -1, 1)
        velocity = jnp.clip(velocity + power * force - slope * jnp.cos(3 * position), -fastest, fastest)
        position = jnp.clip(position + velocity, LEFT, RIGHT)
        # A wall on the left stops the car. There is no wall on the right, beyond the goal.
        velocity = jnp.where((position == LEFT) & (velocity < 0), 0.0, velocity)
        state = jnp.stack([position, velocity], axis=-1)
        return state, jnp.where(ends(state), 100.0, 0.0) - 0.1 * force**2

    spec = SPECS["mountain_car"]
    dt = 1.0  # The equations have no seconds; a step is the unit of time.
    return make_world("mountain_car", spec, start, move, ends=ends, backend=backend, dt=dt, scene=CAR_SCENE)


def make_pendulum(backend: str, variation: Variation) -> Env:
    """Makes a rod of 1 m and 1 kg on a motor of at most 2 N·m, which is too weak to lift it straight up.

    The observation is cosine and sine of the angle from upright, and the angular velocity (rad/s). Episodes
    never terminate. The environment's own reward is −(angle² + 0.1·velocity² + 0.001·torque²), for the state
    before the step. The variations `gravity` and `actuator_strength` are factors on gravity and on the torque
    of the motor.
    """
    gravity = 10.0 * variation.gravity  # m/s²
    strongest = 2.0 * variation.actuator_strength  # N·m
    fastest = 8.0  # rad/s
    dt = 0.05  # seconds

    def start(key: Key) -> Array:
        return jax.random.uniform(key, (2,), minval=-1, maxval=1) * jnp.array([jnp.pi, 1.0])

    def observe(state: Array) -> Array:
        angle, velocity = state[:, 0], state[:, 1]
        return jnp.stack([jnp.cos(angle), jnp.sin(angle), velocity], axis=-1)

    def move(state: Array, action: Array) -> tuple[Array, Array]:
        angle, velocity = state[:, 0], state[:, 1]
        torque = strongest * jnp.clip(action[:, 0], -1, 1)
        cost = angle**2 + 0.1 * velocity**2 + 0.001 * torque**2
        # The rod is uniform: I = m·l²/3, and its weight acts at l/2.
        acceleration = 1.5 * gravity * jnp.sin(angle) + 3.0 * torque
        velocity = jnp.clip(velocity + acceleration * dt, -fastest, fastest)
        # Keep the angle in [-π, π). Gymnasium lets it grow, but float32 would then lose digits.
        angle = jnp.mod(angle + velocity * dt + jnp.pi, 2 * jnp.pi) - jnp.pi
        return jnp.stack([angle, velocity], axis=-1), -cost

    spec, scene = SPECS["pendulum"], PENDULUM_SCENE
    return make_world("pendulum", spec, start, move, observe=observe, backend=backend, dt=dt, scene=scene)


SPECS = {
    "mountain_car": EnvSpec(
        factory=make_mountain_car,
        # The number of skills is that of alirezakazemipour/DIAYN-PyTorch. The reward has no −log p(z), as in
        # the DIAYN authors' code (github.com/ben-eysenbach/sac, examples/mujoco_all_diayn.py). So the reward
        # log q(z) is never above 0, and an early end, at the goal, is a gain. The goal takes about a hundred
        # steps. With 200 steps there is time to swing up twice; Gymnasium gives 999.
        defaults={
            **SMALL_NETWORKS,
            "num_skills": 20,
            "add_log_p": False,
            "episode_length": 200,
            "num_env_steps": 500_000,
        },
        features=CAR_FEATURES,
        default_features="phase",
        observation_size=2,
        action_size=1,
        variations=("gravity", "actuator_strength"),
    ),
    "pendulum": EnvSpec(
        factory=make_pendulum,
        # Features are the whole observation, because the tip's position says less about a swing than its
        # velocity. The episode length is Gymnasium's.
        defaults={**SMALL_NETWORKS, "num_skills": 8, "episode_length": 200, "num_env_steps": 400_000},
        features=PENDULUM_FEATURES,
        observation_size=3,
        action_size=1,
        variations=("gravity", "actuator_strength"),
    ),
}
