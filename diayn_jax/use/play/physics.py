"""Describes an environment whose physics is MuJoCo's, so that a page can simulate it without Python.

The page has MuJoCo as WebAssembly and the model's XML. It must know which of MuJoCo's numbers the policy
observes. They are found by comparison: in many states, each observed number is compared with all positions
and velocities. The description is then checked: MuJoCo alone, with the description, must do what the
environment does. An environment that fails is refused.
"""

from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import envs
from diayn_jax.config import ConfigError
from diayn_jax.envs.providers import native
from diayn_jax.types import Timestep

STARTS = 8  # first states that the page begins with, in turn
_STEPS = 12  # steps whose states are compared
_CLIPS = (10.0,)  # bounds to which some robots clip the velocities that they observe
_KICK = 20.0  # velocity that such a bound does not let through, rad/s or m/s
_TOLERANCE = 1e-4
_FACTORS = ("gravity", "friction", "actuator_strength")
_SERVED = "Leave --page out: diayn play serves every environment."


# Where a number is found: a field of MuJoCo's data, an index, and a bound or None.
Place = tuple[str, int, float | None]


class States(NamedTuple):
    """S states, and what was observed in them."""

    q: np.ndarray  # [S, nq]
    qd: np.ndarray  # [S, nv]
    pos: np.ndarray  # [S, 3 · bodies], with the world
    timestep: Timestep  # leaves [S, ...]


def describe(env: envs.Env, variation: envs.Variation) -> tuple[dict[str, Any], States]:
    """Returns the physics of an environment on `native`, in JSON's types, and states that were sampled in it.

    Raises:
      ConfigError: the environment is not on `native`, or MuJoCo alone does not do what it does.
    """
    scene = env.scene
    if env.backend != "native" or not isinstance(scene, envs.MujocoScene) or scene.xml is None:
        raise ConfigError(f"--page: the physics of {env.name} is not MuJoCo's. {_SERVED}")
    starts, states = _sampled(env)
    model = _model(scene.xml, variation)
    frames = round(env.dt / model.opt.timestep)
    damage = np.array(variation.joint_damage or (1.0,) * env.action_size, np.float32)
    _check_motion(env, model, damage, states)
    q, qd = np.asarray(starts.state.q, np.float64), np.asarray(starts.state.qd, np.float64)
    described: dict[str, Any] = {
        "xml": scene.xml,
        "variation": {name: getattr(variation, name) for name in _FACTORS},
        "damage": damage.tolist(),
        "frames": frames,
        "starts": [{"qpos": x.tolist(), "qvel": v.tolist()} for x, v in zip(q, qd, strict=True)],
    }
    return described, states


def places_of(env: envs.Env, wanted: np.ndarray, states: States, what: str) -> list[Place]:
    """Returns where the page finds numbers [S, N] that were observed in S states.

    Raises:
      ConfigError: one of them is none of MuJoCo's positions and velocities.
    """
    known: list[tuple[str, float | None, np.ndarray]] = [
        ("qpos", None, states.q),
        ("qvel", None, states.qd),
        *(("qvel", bound, np.clip(states.qd, -bound, bound)) for bound in _CLIPS),
        ("xpos", None, states.pos),
    ]
    rows: list[Place] = []
    for i, column in enumerate(wanted.T):
        for field, bound, values in known:
            away = np.abs(values - column[:, None]).max(axis=0)
            if away.size and away.min() < _TOLERANCE:
                rows.append((field, int(np.argmin(away)), bound))
                break
        else:
            raise ConfigError(
                f"--page: number {i} of {what} of {env.name} is no position or velocity that MuJoCo gives. "
                f"{_SERVED}"
            )
    return rows


def _sampled(env: envs.Env) -> tuple[Timestep, States]:
    """Plays some steps with random actions and strong kicks; returns the first states, and all states."""
    step = jax.jit(env.step)
    if not isinstance(jax.eval_shape(env.reset, jnp.zeros((1, 2), jnp.uint32)).state, native.Bodies):
        raise ConfigError(f"--page: {env.name} is more than its robot's physics. {_SERVED}")
    keys = jax.random.key_data(jax.random.split(jax.random.key(0), STARTS))
    starts = timestep = jax.jit(env.reset)(keys)
    rng = np.random.default_rng(0)
    seen = [timestep]
    for i in range(_STEPS):
        state = timestep.state
        if i % 4 == 3:
            kicks = rng.uniform(-_KICK, _KICK, state.qd.shape)
            state = native.with_velocities(state, kicks)
        action = rng.uniform(-1, 1, (STARTS, env.action_size)).astype(np.float32)
        timestep = step(state, jnp.asarray(action))
        seen.append(timestep)
    joined = jax.tree.map(lambda *x: np.concatenate([np.asarray(part) for part in x]), *seen)
    sound = np.asarray(envs.is_sound(joined))
    kept = jax.tree.map(lambda x: x[sound], joined)
    pos = kept.state.x.pos.reshape(len(kept.reward), -1)
    return starts, States(kept.state.q, kept.state.qd, np.pad(pos, ((0, 0), (3, 0))), kept)


def _model(xml: str, variation: envs.Variation) -> Any:
    import mujoco

    from diayn_jax.envs.providers.brax_envs import quiet_models

    with quiet_models():
        return native.varied(mujoco.MjModel.from_xml_string(xml), variation)


def _check_motion(env: envs.Env, model: Any, damage: np.ndarray, states: States) -> None:
    """Checks that MuJoCo alone, with the action as its control, moves as the environment does.

    Raises `ConfigError` if it does not.
    """
    import mujoco

    rng, frames = np.random.default_rng(1), round(env.dt / model.opt.timestep)
    action = rng.uniform(-1, 1, (len(states.q), env.action_size)).astype(np.float32)
    after = jax.jit(env.step)(jax.tree.map(jnp.asarray, states.timestep.state), jnp.asarray(action))
    data = mujoco.MjData(model)
    worst = 0.0
    # States before the first kick: after it, motion is too fast to be compared.
    for i in range(STARTS * 3):
        mujoco.mj_resetData(model, data)
        data.qpos[:], data.qvel[:], data.ctrl[:] = states.q[i], states.qd[i], action[i] * damage
        mujoco.mj_step(model, data, frames)
        worst = max(worst, float(np.abs(data.qpos - np.asarray(after.state.q[i])).max()))
    if worst > 100 * _TOLERANCE:
        raise ConfigError(
            f"--page: MuJoCo alone moves {env.name} otherwise than its environment does, by {worst:.2g}. "
            f"{_SERVED}"
        )
