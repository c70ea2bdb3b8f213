"""Cart-pole with the same steps as Gymnasium's.

The equations and constants are those of Gymnasium's `CartPole-v1` (after Barto, Sutton and Anderson
1983, "Neuronlike adaptive elements that can solve difficult learning control problems").
"""

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax.envs.core import Env, EnvSpec, Feature, Variation
from diayn_jax.envs.scenes import PlaneScene, Shape
from diayn_jax.envs.worlds.make_world import make_world
from diayn_jax.types import Array, Key

FEATURES = {
    "x": Feature(1, "position of the cart along its track", "m", dims=(0,)),
    "angle": Feature(1, "angle of the pole from upright", "rad", dims=(2,)),
}
FARTHEST = 2.4  # m, largest distance of the cart from the middle
STEEPEST = 12 * np.pi / 180  # rad, largest angle of the pole from upright
CART, POLE = 1.0, 0.1  # kg
HALF_LENGTH = 0.5  # m, half the length of the pole
DT = 0.02  # seconds


def _shapes(pose: np.ndarray) -> list[Shape]:
    """Returns the shapes of cart and pole at pose [2]: the cart's position and the pole's angle."""
    x, angle = map(float, pose)
    cart = [(x + a, 0.2 + b) for a, b in ((-0.25, -0.1), (0.25, -0.1), (0.25, 0.1), (-0.25, 0.1))]
    foot = np.array([x, 0.3])
    tip = foot + 2 * HALF_LENGTH * np.array([np.sin(angle), np.cos(angle)])
    return [
        Shape("polygon", np.array(cart), "agent"),
        Shape("line", np.stack([foot, tip]), "agent", 0.07),
        Shape("circle", np.array([[x - 0.15, 0.06]]), "limb", 0.06),
        Shape("circle", np.array([[x + 0.15, 0.06]]), "limb", 0.06),
    ]


SCENE = PlaneScene(
    pose=lambda state: state[:, jnp.array([0, 2])],
    shapes=_shapes,
    background=(
        Shape("line", ((-FARTHEST, 0.0), (FARTHEST, 0.0)), "wall", 0.03),
        *(Shape("line", ((end, 0.0), (end, 0.2)), "wall", 0.03) for end in (-FARTHEST, FARTHEST)),
    ),
    limits=((-FARTHEST - 0.2, FARTHEST + 0.2), (-0.2, 1.6)),
)


def make_cartpole(backend: str, variation: Variation) -> Env:
    """Makes a cart with a pole; an action pushes the cart by 10 N to the left (0) or to the right (1).

    The observation is the cart's position (m) and velocity (m/s), and the pole's angle from upright (rad) and
    angular velocity (rad/s). An episode ends if the cart is more than 2.4 m from the middle, or the pole more
    than 12° from upright. The reward is 1 in each step, including the last. The variations `gravity` and
    `actuator_strength` are factors on gravity and on the push.
    """
    gravity = 9.8 * variation.gravity  # m/s²
    push = 10.0 * variation.actuator_strength  # N

    def start(key: Key) -> Array:
        return jax.random.uniform(key, (4,), minval=-0.05, maxval=0.05)

    def ends(state: Array) -> Array:
        return (jnp.abs(state[:, 0]) > FARTHEST) | (jnp.abs(state[:, 2]) > STEEPEST)

    def move(state: Array, action: Array) -> tuple[Array, Array]:
        x, speed, angle, turning = state.T
        force = jnp.where(action == 1, push, -push)
        sin, cos = jnp.sin(angle), jnp.cos(angle)
        pushed = (force + POLE * HALF_LENGTH * turning**2 * sin) / (CART + POLE)
        inertia = HALF_LENGTH * (4 / 3 - POLE * cos**2 / (CART + POLE))
        turning_up = (gravity * sin - cos * pushed) / inertia
        speeding_up = pushed - POLE * HALF_LENGTH * turning_up * cos / (CART + POLE)
        # Positions change by the speeds before the step, as in Gymnasium's default integrator.
        moved = [x + DT * speed, speed + DT * speeding_up, angle + DT * turning, turning + DT * turning_up]
        return jnp.stack(moved, axis=-1), jnp.ones_like(x)

    spec = SPECS["cartpole"]
    return make_world("cartpole", spec, start, move, ends=ends, backend=backend, dt=DT, scene=SCENE)


SPECS = {
    "cartpole": EnvSpec(
        factory=make_cartpole,
        # The episode length is Gymnasium's.
        defaults={
            "agent": "dqn",
            "critic_hidden_sizes": (64, 64),
            "discriminator_hidden_sizes": (64, 64),
            "episode_length": 500,
            "num_env_steps": 300_000,
        },
        features=FEATURES,
        default_features="x",
        observation_size=4,
        action_size=2,
        num_actions=2,
        variations=("gravity", "actuator_strength"),
    )
}
