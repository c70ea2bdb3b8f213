"""Trainers of agents whose actors carry something, and what holds for all of these agents.

Each trainer is compiled once for all test files.
"""

import base64

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import runs
import tiny
from arrays import close
from probes import film, tiny_config

from diayn_jax import envs, parallel, training
from diayn_jax.config import ConfigError
from diayn_jax.evaluation.episodes import make_rollouts, to_play
from diayn_jax.storage import files
from diayn_jax.use import export
from diayn_jax.use.policy import make_skills

GOALS = {"objective": "task", "env": "point_goals", "goal_steps": 3, "epoch_steps": 160}
FIELDS = {
    "hiro": {**GOALS, "goal_limits": (0.3,)},
    "fun": {**GOALS, "rollout_length": 4},
    "soft_option_critic": {"objective": "task", "num_options": 3, "epoch_steps": 320},
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


def step_skills(config, trainer, state):
    """Asserts that skills step as the trainer does; yields both actors of each step, and the skills."""
    parts = training.policy_parts(state)
    skills = make_skills(config, trainer.env.interface, parts, 0, trainer.components)
    obs = jax.random.normal(jax.random.key(2), (2, 5, trainer.env.observation_size))
    with pytest.raises(ConfigError, match=r"carries a state from step to step"):
        skills.act(skills.params, obs)
    with pytest.raises(ConfigError, match=r"export: agent=\w+ carries a state from step to step"):
        export.write_onnx(skills, "policy.onnx")
    actor = skills.start(skills.params, (2, 5))
    flat = trainer.start(parts, jax.random.split(jax.random.key(0), 10))
    act = jax.jit(trainer.act)
    for first in (True, False):
        action, actor = skills.step(skills.params, actor, obs, first=first)
        stored = jnp.zeros((10, trainer.components.feature_map.stored_size))
        expected, flat = act(
            parts, flat, obs.reshape(10, -1), stored, jnp.zeros(10, jnp.int8), jnp.full(10, first), None
        )
        close(action.reshape(expected.shape), expected)
        yield actor, flat, skills


def two_lanes(config, trainer, **values):
    """Returns the state of two lanes after an epoch; they differ in the hyperparameter that is given."""
    compiled = training.compiled(trainer, lanes=True)
    hparams = training.make_hparams(config, trainer.env.action_size)
    lanes = jax.tree.map(lambda x: jnp.stack([x, x]), hparams) | {k: jnp.array(x) for k, x in values.items()}
    return compiled.epoch(compiled.init(jnp.stack([jax.random.key(0)] * 2), lanes))[0]


def assert_shows(name, folder, picture, figure):
    """Asserts that a run has a picture, also in its report, and a figure of the actor; returns the run."""
    whole = runs.run(config_of(name, log_dir=str(folder / "whole"), plots=True, report="html"))[0]
    image = base64.b64encode((whole.path / picture).read_bytes()).decode()
    assert image in (whole.path / files.REPORT).read_text(encoding="utf-8")
    assert figure in runs.rows_of(whole.path)[-1]
    return whole


def assert_resumes(name, folder, picture, figure):
    """Asserts that a resumed run is the uninterrupted one, and has a picture and a figure of the actor."""

    def config(run):
        return config_of(name, log_dir=str(folder / run))

    whole = assert_shows(name, folder, picture, figure)
    with pytest.raises(runs.Crash):
        runs.run(config("crashed"), crash_at="First checkpoint")
    again = runs.run(config("crashed"), resume=True)[0]
    tiny.assert_same(whole.state, again.state)
    assert runs.rows_of(whole.path) == runs.rows_of(again.path)


def learn_from_images(encoder_of, **fields):
    """Trains on images for an epoch; returns the state.

    Asserts that the encoder, `encoder_of(state.agent)`, learns, and that the part of the state that is kept
    for acting acts as the whole one.
    """
    layers = {"encoder_patches": (2,), "encoder_channels": (4,), "latent_size": 5}
    config = tiny_config(objective="task", **layers, **fields)
    trainer = training.make_trainer(config, film(lifetime=4))
    functions = training.compiled(trainer)
    state = functions.init(jax.random.key(0), training.make_hparams(config, 1))
    encoder = jax.device_get(encoder_of(state.agent))
    state, row = functions.epoch(state)
    assert all(np.isfinite(x) for x in row.values())
    moved = jax.tree.map(lambda x, y: not np.array_equal(x, y), encoder, encoder_of(state.agent))
    assert any(jax.tree.leaves(moved))
    small = trainer.components.agent.policy_state(state.agent)
    obs, stored = state.env.timestep.obs, trainer.components.feature_map.stored(state.env.timestep)
    args = state.actor, obs, stored, state.skill, jnp.zeros(8, bool), None
    parts = training.policy_parts(state)
    act = jax.jit(trainer.act)
    close(act(parts._replace(agent=small), *args), act(parts, *args), rtol=1e-5, atol=1e-6)
    return state
