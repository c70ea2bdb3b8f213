"""Trainers of agents whose actors carry something; each is compiled once for all test files."""

import jax
import jax.numpy as jnp
import pytest
import runs
import tiny
from probes import tiny_config

from diayn_jax import envs, parallel, training
from diayn_jax.evaluation.episodes import make_rollouts, to_play

GOALS = {"objective": "task", "env": "point_goals", "goal_steps": 3, "epoch_steps": 160}
OPTIONS = {"objective": "task", "num_options": 3, "epoch_steps": 320}
FIELDS = {
    "hiro": {**GOALS, "goal_limits": (0.3,)},
    "fun": {**GOALS, "rollout_length": 4},
    "option_critic": OPTIONS,
    "soft_option_critic": OPTIONS,
}
# The settings of a whole run: four evaluations and two checkpoints.
ALIKE = (
    "eval_every",
    "checkpoint_every",
    "num_devices",
    "plots",
    "report",
    "tensorboard",
    "log_pictures",
    "name",
)
RUN = {"num_env_steps": 1500, **{name: tiny.FIELDS[name] for name in ALIKE}}


def config_of(name, **fields):
    return tiny_config(agent=name, **(FIELDS[name] | RUN | fields))


def make(compiled_trainers, name):
    """Returns config, trainer, and the trainer's compiled functions, which runs of this config use too."""
    config = config_of(name)
    with pytest.MonkeyPatch.context() as patch:
        runs.share_compiled(patch, compiled_trainers)
        trainer = training.make_trainer(config, envs.make(config.env), parallel.make_mesh(1))
        return config, trainer, training.compiled(trainer)


def start(compiled_trainers, name, **changes):
    """Returns a run's state after init; `changes` are hyperparameters."""
    config, trainer, functions = make(compiled_trainers, name)
    hparams = training.make_hparams(config, trainer.env.action_size)
    return functions.init(jax.random.key(0), hparams | changes)


def train(compiled_trainers, name):
    """Returns the state and the metrics after one epoch."""
    return make(compiled_trainers, name)[2].epoch(start(compiled_trainers, name))


def played(trainer, state, deterministic):
    """Plays six episodes of forty steps, by the policy's mode if `deterministic`."""
    play = jax.jit(make_rollouts(trainer, trainer.env).play, static_argnums=(2, 3, 4))
    parts, z = training.policy_parts(state), jnp.zeros(6, jnp.int8)
    batch = to_play(jax.random.key(1), jnp.zeros(6, jnp.int32), z, deterministic)
    return jax.device_get(play(parts, batch, 40, False, False))
