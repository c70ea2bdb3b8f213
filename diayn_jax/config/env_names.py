"""Spellings of the names of environments, apart from the environments, so that a list needs no JAX."""

import re

# Other spellings: those of Gymnasium without the version, and those of the DIAYN authors' code
# (github.com/ben-eysenbach/sac) and its successors.
ALIASES = {
    "Ant": "ant",
    "BipedalWalker": "bipedal_walker",
    "CarRacing": "car_racing",
    "CartPole": "cartpole",
    "Fourrooms": "four_rooms",
    "HalfCheetah": "halfcheetah",
    "half-cheetah": "halfcheetah",
    "Hopper": "hopper",
    "Humanoid": "humanoid",
    "HumanoidStandup": "humanoidstandup",
    "InvertedDoublePendulum": "inverted_double_pendulum",
    "InvertedPendulum": "inverted_pendulum",
    "LunarLanderContinuous": "lunar_lander",
    "MountainCarContinuous": "mountain_car",
    "Pendulum": "pendulum",
    "Point": "point",
    "Pusher": "pusher",
    "Reacher": "reacher",
    "Swimmer": "swimmer",
    "Walker2d": "walker2d",
    "mountain-car-continuous": "mountain_car",
    "walker": "walker2d",
}


def spelled_alike(name: str) -> str:
    """Returns a text that is equal for the spellings of an environment: `HalfCheetah-v5`, `half-cheetah`."""
    bare = (name if ":" in name else re.sub(r"-v\d+$", "", name)).replace("_", "-")
    return ALIASES.get(bare, bare).replace("_", "-").removeprefix("playground:").lower()
