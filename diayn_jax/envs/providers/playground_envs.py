"""MuJoCo Playground's environments, bare: dm_control's suite, and robots whose assets lie here.

Physics is MuJoCo's in JAX (mjx). Playground's wrappers, which cut episodes and restart them from
one cached state, are left out; `envs.vector` does both jobs here. Nothing is downloaded.
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
    """An environment of Playground's.

    Raises:
      ConfigError: Playground is not installed, does not know the name, or would download its robot.
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
            f"--env={PREFIX}{name}: its robot is of MuJoCo Menagerie, which is not here, and nothing is "
            "downloaded by itself. Do it once: git clone "
            f"https://github.com/google-deepmind/mujoco_menagerie {path} && git -C {path} checkout "
            f"{mjx_env.MENAGERIE_COMMIT_SHA}. {without}"
        )
    # The default, NVIDIA's Warp, is for its GPUs alone.
    with brax_envs.quiet_models():
        return playground.registry.load(name, config_overrides={"impl": "jax"})


def _vary(env: Any, name: str, variation: Variation) -> None:
    """Puts an environment into the world that a variation describes."""
    model = env.mjx_model
    changed: dict[str, Any] = {}
    if variation.gravity != 1:
        changed["opt.gravity"] = model.opt.gravity * variation.gravity
    if variation.friction != 1:
        for field in ("geom_friction", "pair_friction"):
            scaled = getattr(model, field) * variation.friction
            changed[field] = jnp.maximum(scaled, brax_envs.LEAST_FRICTION)
    if variation.actuator_strength != 1:
        # Not the gear, by which a servo would take its own position for another.
        for field in ("actuator_gainprm", "actuator_biasprm"):
            changed[field] = getattr(model, field) * variation.actuator_strength
    if not changed:
        return
    env._mjx_model = model.tree_replace(changed)
    if env.mjx_model is model:
        raise ConfigError(f"--env={PREFIX}{name} cannot be varied: it keeps its model out of reach.")


def _settled_cheetahs(model: Any, gravity: float, count: int = 64) -> tuple[Array, Array]:
    """Positions [N, nq] and velocities [N, nv] of cheetahs that were dropped, with joints drawn evenly.

    Its own reset does this anew each time, by 200 steps, which is as long as an epoch. They are
    drawn once, and MuJoCo's C engine drops them.
    """
    import mujoco

    model = copy.copy(model)
    model.opt.gravity *= gravity
    rng = np.random.default_rng(0)
    data = mujoco.MjData(model)
    positions, velocities = [], []
    for _ in range(count):
        mujoco.mj_resetData(model, data)
        data.qpos[3:] = rng.uniform(*model.jnt_range[3:].T)
        mujoco.mj_step(model, data, nstep=200)
        positions.append(data.qpos.copy())
        velocities.append(data.qvel.copy())
    return jnp.array(positions, jnp.float32), jnp.array(velocities, jnp.float32)


def _reset_to(env: Any, positions: Array, velocities: Array) -> Callable[[Array], Any]:
    """A reset of the cheetah that takes one of these."""
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
    """An environment in mid-episode."""

    data: Any  # mjx.Data
    info: dict[str, Any]


def make_playground(name: str, backend: str, variation: Variation) -> Env:
    """An environment of MuJoCo Playground's by its name there.

    Where it observes a dict, `state` of it is the observation, and what else it holds are features
    by their names, such as `privileged_state`.

    Raises:
      ConfigError: Playground is not installed, does not know the name, or would download its robot;
        the environment observes a dict without a `state`; a joint damage for another number of
        actuators.
    """
    env = _load(name)
    _vary(env, name, variation)
    damage = brax_envs.joint_damage(PREFIX + name, env.action_size, variation)
    if name == "CheetahRun":
        reset_one = _reset_to(env, *_settled_cheetahs(env.mj_model, variation.gravity))
    else:
        reset_one = env.reset
    blank = jax.eval_shape(reset_one, jax.random.key_data(jax.random.key(0)))
    observed = _observed_part(name, blank.obs)
    own = _features_of(name, env.mj_model)
    features: Features = {**own, **_beside(blank.obs)}
    # A robot that has fallen is done. In other tasks done means NaN, which `vector` sees to, or
    # an end that is the task's own.
    falls = name in _import_playground(name).locomotion.ALL_ENVS
    ends = not falls or variation.terminate_when_unhealthy != "false"

    def timestep(state: Any) -> Timestep:
        done = state.done > 0.5
        return Timestep(
            state=EpisodeState(state.data, dict(state.info)),
            obs=observed(state.obs),
            reward=state.reward.astype(jnp.float32),
            terminated=done if ends else jnp.zeros_like(done),
            features={key: read(state) for key, (_, read) in features.items() if read},
        )

    def step_one(held: PyTree, action: Array) -> Timestep:
        # Its step takes the whole last state, of which it reads these two and fills in the rest.
        rest = jax.tree.map(lambda x: jnp.zeros(x.shape, x.dtype), blank.replace(data=None, info=None))
        state = rest.replace(data=held.data, info=dict(held.info))
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
    """Takes of an observation what the agent sees: an array whole, and of a dict its `state`."""
    if not isinstance(obs, Mapping):
        return lambda obs: obs
    if "state" not in obs:
        raise ConfigError(
            f"--env={PREFIX}{name}: it observes {', '.join(obs)}, and no `state`, which would be taken."
        )
    return lambda obs: obs["state"]


def _beside(obs: Any) -> Features:
    """What a dict of observations has beside `state`, as features."""

    def feature(key: str, size: int) -> tuple[Feature, Read]:
        return Feature(size, f"what is observed as {key}", "various"), lambda state: state.obs[key]

    if not isinstance(obs, Mapping):
        return {}
    vectors = {key: x.shape[0] for key, x in obs.items() if key != "state" and len(x.shape) == 1}
    return {key: feature(key, size) for key, size in vectors.items()}


def _features_of(name: str, model: Any) -> Features:
    """The features of a known task, or of any robot that moves freely."""
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
    """The names of all its environments, with the prefix."""
    return [PREFIX + name for name in (*ROBOTS, *OF_MENAGERIE)]


_ANY = ("terminate_when_unhealthy", *TOUCHES)


def spec(name: str) -> EnvSpec:
    """The row of any environment of Playground's; `name` with its prefix."""
    return EnvSpec(
        provider="playground",
        backends=(BACKEND,),
        factory=functools.partial(make_playground, name.removeprefix(PREFIX)),
        defaults={"episode_length": 500},
        features={},
        default_features="obs",
        observation_size=None,
        action_size=None,
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
