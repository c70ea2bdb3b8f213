"""MuJoCo Playground's environments without its wrappers: dm_control's suite, and robots with local assets.

The physics is MuJoCo in JAX (mjx). Playground's wrappers truncate episodes and restart them from one cached
state; here `envs.autoreset` does both. Nothing is downloaded.
"""

import copy
import functools
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import shell
from diayn_jax.config import ConfigError, closest_matches
from diayn_jax.envs.core import SMALL_NETWORKS, Env, EnvSpec, Feature, Variation
from diayn_jax.envs.providers import brax_envs
from diayn_jax.envs.providers.playground_table import (
    OF_MENAGERIE,
    ROBOTS,
    TOUCHES,
    Features,
    Read,
    free_robot,
)
from diayn_jax.envs.scenes import MujocoScene
from diayn_jax.types import Array, PyTree, Timestep

PREFIX = "playground:"
BACKEND = "mjx"


def _import_playground(name: str) -> Any:
    brax_envs.import_brax_envs()
    try:
        with brax_envs.quiet_imports():
            import mujoco_playground
    except ImportError as error:
        absent = error.name == "mujoco_playground"
        why = "is not installed" if absent else f"cannot be imported ({error})"
        raise ConfigError(
            f"--env={PREFIX}{name} needs MuJoCo Playground, which {why}: "
            f"{shell.pip_install('diayn_jax[playground]')}."
        ) from error
    return mujoco_playground


def _load(name: str) -> Any:
    """Loads a Playground environment.

    Raises `ConfigError` if Playground is not installed, does not know the name, or would download its robot.
    """
    playground = _import_playground(name)
    suite = playground.dm_control_suite.ALL_ENVS
    robots = (*playground.locomotion.ALL_ENVS, *playground.manipulation.ALL_ENVS)
    without = f"These need no download: {', '.join(suite)}."
    if name not in (*suite, *robots):
        raise ConfigError(
            f"--env={PREFIX}{name}: MuJoCo Playground has no such environment."
            f"{closest_matches(name, [*suite, *robots])} {without}"
        )
    from mujoco_playground._src import mjx_env

    path = mjx_env.MENAGERIE_PATH
    if name in robots and not path.exists():
        raise ConfigError(
            f"--env={PREFIX}{name}: its robot is in MuJoCo Menagerie, which is not installed here and is not "
            "downloaded automatically. Download it once: git clone "
            f"https://github.com/google-deepmind/mujoco_menagerie {path} && git -C {path} checkout "
            f"{mjx_env.MENAGERIE_COMMIT_SHA}. {without}"
        )
    # The default, NVIDIA's Warp, runs only on NVIDIA GPUs.
    with brax_envs.quiet_models():
        return playground.registry.load(name, config_overrides={"impl": "jax"})


def _vary(env: Any, name: str, variation: Variation) -> None:
    """Applies a variation to an environment in place.

    Raises `ConfigError` if the environment does not let its model be replaced.
    """
    model = env.mjx_model
    changed: dict[str, Any] = {}
    if variation.gravity != 1:
        changed["opt.gravity"] = model.opt.gravity * variation.gravity
    if variation.friction != 1:
        for field in ("geom_friction", "pair_friction"):
            scaled = getattr(model, field) * variation.friction
            changed[field] = jnp.maximum(scaled, brax_envs.LEAST_FRICTION)
    if variation.actuator_strength != 1:
        # Do not scale the gear: it would also scale the position that a servo measures. A range of (0, 0) has
        # no limit.
        limits = ("actuator_forcerange", "jnt_actfrcrange")
        for field in ("actuator_gainprm", "actuator_biasprm", *limits):
            changed[field] = getattr(model, field) * variation.actuator_strength
    if not changed:
        return
    env._mjx_model = model.tree_replace(changed)
    if env.mjx_model is model:
        raise ConfigError(
            f"--env={PREFIX}{name}: its model cannot be changed. Leave gravity, friction and "
            "actuator_strength out."
        )


def _settled_cheetahs(model: Any, gravity: float) -> tuple[Array, Array]:
    """Simulates cheetahs that drop to the ground with uniformly random joint angles.

    The environment's own reset does this each time, with 200 steps, which takes as long as an epoch. Here it
    is done once, with MuJoCo's C engine.

    Returns:
      Positions [64, nq] and velocities [64, nv] after the drop.
    """
    import mujoco

    model = copy.copy(model)
    model.opt.gravity *= gravity
    rng = np.random.default_rng(0)
    data = mujoco.MjData(model)
    positions, velocities = [], []
    for _ in range(64):
        mujoco.mj_resetData(model, data)
        data.qpos[3:] = rng.uniform(*model.jnt_range[3:].T)
        mujoco.mj_step(model, data, nstep=200)
        positions.append(data.qpos.copy())
        velocities.append(data.qvel.copy())
    return jnp.array(positions, jnp.float32), jnp.array(velocities, jnp.float32)


def _reset_to(env: Any, positions: Array, velocities: Array) -> Callable[[Array], Any]:
    """Makes a reset of the cheetah that takes a random one of these positions and velocities."""
    from mujoco import mjx
    from mujoco_playground import State
    from mujoco_playground._src import mjx_env

    def reset(key: Array) -> Any:
        key, start_key = jax.random.split(key)
        start = jax.random.randint(start_key, (), 0, positions.shape[0])
        data = mjx_env.make_data(env.mj_model, positions[start], velocities[start], impl="jax")
        data = mjx.forward(env.mjx_model, data)
        info, zero = {"rng": key}, jnp.zeros(())
        return State(data, env._get_obs(data, info), zero, zero, {}, info)

    return reset


class EpisodeState(NamedTuple):
    """The state of an environment within an episode."""

    data: Any  # mjx.Data
    info: dict[str, Any]
    obs: Any  # as Playground has it: some robots append to the observation of the last step


def make_playground(name: str, backend: str, variation: Variation) -> Env:
    """Makes a MuJoCo Playground environment by its name in Playground.

    If it observes a dict, the entry `state` is the observation, and other entries, such as
    `privileged_state`, are features by the same names.

    Raises:
      ConfigError: Playground is not installed, does not know the name, or would download its robot; the
        environment observes a dict without `state`; or `joint_damage` is for another number of actuators.
    """
    env = _load(name)
    _vary(env, name, variation)
    damage = brax_envs.joint_damage(PREFIX + name, env.action_size, variation)
    if name == "CheetahRun":
        reset_one = _reset_to(env, *_settled_cheetahs(env.mj_model, variation.gravity))
    else:
        reset_one = env.reset
    # Tracing the physics takes seconds. Several programs contain a reset and a step; jit traces each once.
    reset_one = jax.jit(reset_one)
    blank = jax.eval_shape(reset_one, jax.random.key_data(jax.random.key(0)))
    observed = _observed_part(name, blank.obs)
    own = _features_of(name, env.mj_model)
    features: Features = {**own, **_beside(blank.obs)}
    # In locomotion tasks, done means that the robot has fallen. In other tasks, done means NaN, which
    # `envs.autoreset` handles, or an end of the task itself.
    falls = name in _import_playground(name).locomotion.ALL_ENVS
    ends = not falls or variation.terminate_when_unhealthy != "false"

    def timestep(state: Any) -> Timestep:
        done = state.done > 0.5
        return Timestep(
            state=EpisodeState(state.data, dict(state.info), state.obs),
            obs=observed(state.obs),
            reward=state.reward.astype(jnp.float32),
            terminated=done if ends else jnp.zeros_like(done),
            features={key: read(state) for key, (_, read) in features.items() if read},
        )

    @jax.jit
    def step_one(held: PyTree, action: Array) -> Timestep:
        # Playground's step takes the whole last state. It reads these fields, and fills in the others.
        unread = blank.replace(data=None, info=None, obs=None)
        unread = jax.tree.map(lambda x: jnp.zeros(x.shape, x.dtype), unread)
        state = unread.replace(data=held.data, info=dict(held.info), obs=held.obs)
        return timestep(env.step(state, action if damage is None else action * damage))

    return Env(
        name=PREFIX + name,
        backend=backend,
        observation_size=jax.eval_shape(observed, blank.obs).shape[-1],
        action_size=env.action_size,
        features={key: feature for key, (feature, _) in features.items()},
        default_features=_default_features(name, own),
        reset=jax.vmap(lambda key: timestep(reset_one(key))),
        step=jax.vmap(step_one),
        dt=float(env.dt),
        scene=MujocoScene(lambda held: held.data.qpos, lambda: env.mj_model),
    )


def _observed_part(name: str, obs: Any) -> Callable[[Any], Array]:
    """Returns a function that extracts the agent's observation: the array itself, or a dict's `state`."""
    if not isinstance(obs, Mapping):
        return lambda obs: obs
    if "state" not in obs:
        raise ConfigError(
            f"--env={PREFIX}{name}: it observes {', '.join(obs)}, and a dict of observations needs `state`."
        )
    return lambda obs: obs["state"]


def _beside(obs: Any) -> Features:
    """Returns the entries of a dict of observations besides `state` as features."""

    def feature(key: str, size: int) -> tuple[Feature, Read]:
        return Feature(size, f"the entry {key} of the observation", "various"), lambda state: state.obs[key]

    if not isinstance(obs, Mapping):
        return {}
    vectors = {key: x.shape[0] for key, x in obs.items() if key != "state" and len(x.shape) == 1}
    return {key: feature(key, size) for key, size in vectors.items()}


def _features_of(name: str, model: Any) -> Features:
    """Returns the features of a known task or of any robot that moves freely; else {}."""
    import mujoco

    if name in ROBOTS:
        return ROBOTS[name].features
    kind = mujoco.mjtJoint
    first, *rest = map(int, model.jnt_type)
    if first != kind.mjJNT_FREE or any(x not in (kind.mjJNT_HINGE, kind.mjJNT_SLIDE) for x in rest):
        return {}
    return free_robot(len(rest))


def _default_features(name: str, features: Features) -> str:
    known = ROBOTS.get(name)
    return (known.default_features if known else "") or next(iter(features), "obs")


def names() -> list[str]:
    """Returns the names of all Playground environments, with the prefix."""
    return [PREFIX + name for name in (*ROBOTS, *OF_MENAGERIE)]


_ANY = ("terminate_when_unhealthy", *TOUCHES)


def spec(name: str) -> EnvSpec:
    """Makes the table's row for any Playground environment. `name` includes the prefix."""
    return EnvSpec(
        provider="playground",
        backends=(BACKEND,),
        factory=functools.partial(make_playground, name.removeprefix(PREFIX)),
        defaults={"episode_length": 500},
        variations=_ANY,
    )


SPECS = {
    PREFIX + name: EnvSpec(
        provider="playground",
        backends=(BACKEND,),
        factory=functools.partial(make_playground, name),
        defaults={
            "episode_length": robot.episode_length,
            **({"num_env_steps": 1_000_000, **SMALL_NETWORKS} if robot.small else {}),
        },
        features={key: feature for key, (feature, _) in robot.features.items()},
        default_features=_default_features(name, robot.features),
        observation_size=robot.sizes[0],
        action_size=robot.sizes[1],
        variations=robot.variations,
    )
    for name, robot in ROBOTS.items()
}
