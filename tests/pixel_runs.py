"""Trainers on an environment of 4 × 4 pixels; each is compiled once for all test files."""

import functools

import jax
from probes import film, hparams_of, tiny_config

from diayn_jax import envs, parallel, training

SMALL = {
    "encoder_patches": (2,),
    "encoder_channels": (4,),
    "latent_size": 5,
    "num_skills": 3,
    "discriminator_noise": 0.1,
}
SETTINGS = {
    "latent": SMALL,
    "stacked": {**SMALL, "frame_stack": 3, "encoder": "separate", "features": "double"},
}


@functools.cache
def make(name, num_devices=1):
    """Returns config, trainer, and the trainer's compiled functions."""
    config = tiny_config(**SETTINGS[name])
    env = envs.stack_frames(film(lifetime=4), config.frame_stack)
    mesh = parallel.make_mesh(num_devices) if num_devices > 1 else None
    trainer = training.make_trainer(config, env, mesh)
    return config, trainer, training.compiled(trainer)


def start(name, num_devices=1):
    """Returns a run's state after init."""
    config, _, functions = make(name, num_devices)
    return functions.init(jax.random.key(0), hparams_of(config))


def train(name, epochs, num_devices=1):
    """Returns the state and the last metrics after some epochs."""
    functions = make(name, num_devices)[2]
    state, metrics = start(name, num_devices), None
    for _ in range(epochs):
        state, metrics = functions.epoch(state)
    return state, metrics
