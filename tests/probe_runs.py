"""Trainers on the probe environments; each is compiled once for all test files.

Keys and hyperparameters are traced, so one compiled trainer serves runs with different ones.
"""

import functools

import jax
from probes import blind, brittle, counter, hopeless, hparams_of, tell_tale, tiny_config

from diayn_jax import training

PROBES = {
    # With 8 environments and episodes of 5 steps, rows 6, 12, … are resets.
    "counter": (
        counter(),
        {"rollout_length": 2, "agent_updates": 2, "replay_size": 160, "discriminator_noise": 0.1},
    ),
    "resampled": (
        counter(lifetime=3),
        {"num_envs": 6, "num_skills": 4, "skill_sampling": "resampled", "batch_size": 5},
    ),
    "steady": (
        counter(lifetime=3),
        {
            "num_envs": 6,
            "num_skills": 4,
            "skill_sampling": "resampled",
            "batch_size": 5,
            "rollout_length": 2,
            "normalize": False,
            "replay_size": 512,
        },
    ),
    # Each step is the last: by termination in the environments of skill 0, and by the time limit in those of
    # skill 1. Inputs are raw: normalisation would map the only state to 0, where an untrained discriminator
    # prefers no skill.
    "one step": (blind((1, None)), {"episode_length": 1, "normalize": False, "alpha": 0.1}),
    # Three environments of skill 0 never end, and two of skill 1 end after one step.
    "uneven": (blind((None, 1)), {"num_envs": 5, "batch_size": 32, "updates_per_iteration": 8}),
    "tell_tale": (tell_tale(3), {"num_skills": 3, "num_envs": 6, "batch_size": 12, "epoch_steps": 120}),
    # In half of the environments, every third step gives NaN.
    "brittle": (brittle(), {"episode_length": 100, "agent_updates": 2}),
    "hopeless": (hopeless(), {"batch_size": 32, "epoch_steps": 320, "replay_size": 4096}),
}


@functools.cache
def make(name):
    """Returns config, trainer, and the trainer's compiled functions."""
    env, own = PROBES[name]
    config = tiny_config(**own)
    trainer = training.make_trainer(config, env)
    return config, trainer, training.compiled(trainer)


def start(name, seed=0, **changes):
    """Returns a run's state after init; `changes` are hyperparameters."""
    config, _, functions = make(name)
    return functions.init(jax.random.key(seed), hparams_of(config, **changes))


def train(name, epochs, seed=0, **changes):
    """Returns the state and the last metrics after some epochs."""
    functions = make(name)[2]
    state, metrics = start(name, seed, **changes), None
    for _ in range(epochs):
        state, metrics = functions.epoch(state)
    return state, metrics
