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

from diayn_jax.config import ConfigError, near
from diayn_jax.envs import brax_envs
from diayn_jax.envs.core import SMALL_NETWORKS, Env, EnvSpec, Feature, Variation
from diayn_jax.envs.scenes import MujocoScene
from diayn_jax.types import Array, PyTree, Timestep

PREFIX = "playground:"
BACKEND = "mjx"

# Tasks whose robots are those of MuJoCo Menagerie.
OF_MENAGERIE = (
    "AeroCubeRotateZAxis",
    "AlohaHandOver",
    "AlohaSinglePegInsertion",
    "ApolloJoystickFlatTerrain",
    "BarkourJoystick",
    "BerkeleyHumanoidJoystickFlatTerrain",
    "BerkeleyHumanoidJoystickRoughTerrain",
    "G1JoystickFlatTerrain",
    "G1JoystickRoughTerrain",
    "Go1Footstand",
    "Go1Getup",
    "Go1Handstand",
    "Go1JoystickFlatTerrain",
    "Go1JoystickRoughTerrain",
    "H1InplaceGaitTracking",
    "H1JoystickGaitTracking",
    "LeapCubeReorient",
    "LeapCubeRotateZAxis",
    "Op3Joystick",
    "PandaOpenCabinet",
    "PandaPickCube",
    "PandaPickCubeCartesian",
    "PandaPickCubeOrientation",
    "PandaRobotiqPushCube",
    "SpotFlatTerrainJoystick",
    "SpotGetup",
    "SpotJoystickGaitTracking",
    "T1JoystickFlatTerrain",
    "T1JoystickRoughTerrain",
)

# Of a state of Playground's, of one environment.
_Read = Callable[[Any], Array]
# A feature, and how to read it where the observation lacks it.
_Features = dict[str, tuple[Feature, _Read | None]]


def _observed(size: int, meaning: str, unit: str, first: int) -> tuple[Feature, None]:
    """A feature that stands in the observation from place `first` on."""
    return Feature(size, meaning, unit, tuple(range(first, first + size))), None


def _coordinates(meaning: str, unit: str, *places: int) -> tuple[Feature, _Read]:
    """A feature made of coordinates, which the observation leaves out."""
    return Feature(len(places), meaning, unit), lambda state: state.data.qpos[jnp.array(places)]


_ALONG = "position of the root body along the track"
_PLANE = "position of the root body on the ground plane"


def _planar(joints: int, start: float, x: int = 0) -> _Features:
    """A robot in the vertical plane, at whose `start` (m) its height counts as 0.

    Its coordinates are x, z, pitch and joints, of which all but x are observed; with x = 1 they are
    z, x, pitch and joints, and none is.
    """
    above = f"height of the root body above its start at {start:g} m"
    z, pose, angles = f"{above}", f"{above}, and its pitch", "angles of the joints"
    features: _Features = {"x": _coordinates(_ALONG, "m", x)}
    if x == 0:
        features["z"] = _observed(1, z, "m", 0)
        features["torso"] = _observed(2, pose, "m, rad", 0)
        features["joint_pos"] = _observed(joints, angles, "rad", 2)
    else:
        features["z"] = _coordinates(z, "m", 0)
        features["torso"] = _coordinates(pose, "m, rad", 0, 2)
        features["joint_pos"] = _coordinates(angles, "rad", *range(3, 3 + joints))
    features["xz"] = _coordinates(f"{_ALONG}, and {above}", "m", x, 1 - x)
    features["xy"] = (Feature(2, _PLANE, "m"), lambda state: jnp.stack([state.data.qpos[x], jnp.zeros(())]))
    return features


def _free(joints: int) -> _Features:
    """A robot that moves freely: its coordinates are xyz, orientation and joints."""
    pose = "height of the root body, and its orientation (quaternion w, x, y, z)"
    return {
        "xy": _coordinates(_PLANE, "m", 0, 1),
        "z": _coordinates("height of the root body", "m", 2),
        "torso": _coordinates(pose, "m, –", 2, 3, 4, 5, 6),
        "joint_pos": _coordinates("angles of the joints", "rad", *range(7, 7 + joints)),
    }


_FORCES = ("actuator_strength", "joint_damage")
_HANGS = ("gravity", *_FORCES)
_PUSHES = ("friction", *_FORCES)
_TOUCHES = ("gravity", *_PUSHES)


class _Robot(NamedTuple):
    """What is known of the tasks of a robot beside what they say themselves."""

    features: _Features  # the default first
    sizes: tuple[int, int]  # of observation and action
    variations: tuple[str, ...]
    episode_length: int
    default_features: str = ""  # where it is not the first
    small: bool = False  # whether small networks and a million steps do


_CARTPOLE = _Robot(
    {
        "x": _observed(1, "position of the cart along its rail", "m", 0),
        "pole": _observed(2, "direction of the pole: up, and along the rail", "–", 1),
    },
    (5, 1),
    _HANGS,
    500,
    small=True,
)
_ACROBOT = _Robot(
    {
        "arms": _observed(4, "directions of both arms: sideways (upper, lower), then up", "–", 0),
        "joint_pos": _coordinates("angles of the joints", "rad", 0, 1),
    },
    (6, 1),
    _TOUCHES,
    300,
    small=True,
)
_FINGER: _Features = {
    "tip": _observed(2, "position of the spinner's tip from its hinge: sideways, and up", "m", 2),
    "joint_pos": _observed(2, "angles of the finger's joints", "rad", 0),
    "turned": _coordinates("angle by which the spinner has turned", "rad", 2),
}
_SWIMMER = _Robot(
    {
        "xy": _coordinates("position of the head in the plane", "m", 0, 1),
        "heading": _coordinates("direction of the head", "rad", 2),
        "joint_pos": _observed(5, "angles of the joints", "rad", 0),
    },
    (25, 5),
    _FORCES,
    300,
)
_FISH = _Robot(
    {
        "xyz": _coordinates("position of the torso", "m", 0, 1, 2),
        "xy": _coordinates("position of the torso, seen from above", "m", 0, 1),
        "torso": _coordinates("orientation of the torso (quaternion w, x, y, z)", "–", 3, 4, 5, 6),
        "joint_pos": _observed(7, "angles of the joints", "rad", 1),
    },
    (24, 5),
    _FORCES,
    250,
)
_HOPPER = _Robot(_planar(4, 1.0), (15, 4), _TOUCHES, 300)
_HUMANOID = _Robot(
    {**_free(21), "joint_pos": _observed(21, "angles of the joints", "rad", 0)}, (67, 21), _TOUCHES, 300
)
_REACHER = _Robot(
    {
        "tip": (Feature(2, "position of the fingertip", "m"), lambda state: _tip(state.data.qpos)),
        "joint_pos": _observed(2, "angles of the joints", "rad", 0),
    },
    (6, 2),
    _FORCES,
    100,
    small=True,
)
_WALKER = _Robot(_planar(6, 1.3, x=1), (24, 6), _TOUCHES, 300)


def _tip(angles: Array) -> Array:
    """Where the reacher's tip is, from the angles of its joints."""
    upper, lower = angles[0], angles[0] + angles[1]
    # Both links are 0.12 m long.
    return 0.12 * jnp.stack([jnp.cos(upper) + jnp.cos(lower), jnp.sin(upper) + jnp.sin(lower)])


_ROBOTS = {
    "AcrobotSwingup": _ACROBOT,
    "AcrobotSwingupSparse": _ACROBOT,
    "BallInCup": _Robot(
        {
            "ball": _observed(2, "position of the ball from its start: sideways, and up", "m", 2),
            "cup": _observed(2, "position of the cup from its start: sideways, and up", "m", 0),
        },
        (8, 2),
        _TOUCHES,
        200,
        small=True,
    ),
    "CartpoleBalance": _CARTPOLE,
    "CartpoleBalanceSparse": _CARTPOLE,
    "CartpoleSwingup": _CARTPOLE,
    "CartpoleSwingupSparse": _CARTPOLE,
    "CheetahRun": _Robot(_planar(6, 0.7), (17, 6), _TOUCHES, 500),
    "FingerSpin": _Robot(_FINGER, (9, 2), _PUSHES, 250),
    "FingerTurnEasy": _Robot(_FINGER, (12, 2), _PUSHES, 250),
    "FingerTurnHard": _Robot(_FINGER, (12, 2), _PUSHES, 250),
    "FishSwim": _FISH,
    "HopperHop": _HOPPER,
    "HopperStand": _HOPPER,
    "HumanoidRun": _HUMANOID,
    "HumanoidStand": _HUMANOID,
    "HumanoidWalk": _HUMANOID,
    "PendulumSwingup": _Robot(
        {"pole": _observed(2, "direction of the pole: sideways, and up", "–", 0)},
        (3, 1),
        _HANGS,
        250,
        default_features="obs",
        small=True,
    ),
    "PointMass": _Robot(
        {"xy": _observed(2, "position", "m", 0)},
        (4, 2),
        _FORCES,
        200,
        small=True,
    ),
    "ReacherEasy": _REACHER,
    "ReacherHard": _REACHER,
    "SwimmerSwimmer6": _SWIMMER,
    "WalkerRun": _WALKER,
    "WalkerStand": _WALKER,
    "WalkerWalk": _WALKER,
}


def _import_playground(name: str) -> Any:
    brax_envs.import_brax_envs()
    try:
        with brax_envs.quiet_imports():
            import mujoco_playground
    except ImportError as error:
        absent = error.name == "mujoco_playground"
        why = "is not installed" if absent else f"cannot be imported ({error})"
        raise ConfigError(
            f"--env={PREFIX}{name} needs MuJoCo Playground, which {why}: pip install 'diayn_jax[playground]'."
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
            f"{near(name, [*suite, *robots])} {without}"
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


class Held(NamedTuple):
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
    seen = _seen(name, blank.obs)
    own = _features_of(name, env.mj_model)
    features: _Features = {**own, **_beside(blank.obs)}
    # A robot that has fallen is done. In other tasks done means NaN, which `vector` sees to, or
    # an end that is the task's own.
    falls = name in _import_playground(name).locomotion.ALL_ENVS
    ends = not falls or variation.terminate_when_unhealthy != "false"

    def timestep(state: Any) -> Timestep:
        done = state.done > 0.5
        return Timestep(
            state=Held(state.data, dict(state.info)),
            obs=seen(state.obs),
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
        observation_size=jax.eval_shape(seen, blank.obs).shape[-1],
        action_size=env.action_size,
        features={key: feature for key, (feature, _) in features.items()},
        default_features=_default_features(name, own),
        reset=jax.vmap(lambda key: timestep(reset_one(key))),
        step=jax.vmap(step_one),
        dt=float(env.dt),
        scene=MujocoScene(lambda held: held.data.qpos, lambda: env.mj_model),
    )


def _seen(name: str, obs: Any) -> Callable[[Any], Array]:
    """What of an observation the agent is shown: all of an array, and of a dict `state`."""
    if not isinstance(obs, Mapping):
        return lambda obs: obs
    if "state" not in obs:
        raise ConfigError(
            f"--env={PREFIX}{name}: it observes {', '.join(obs)}, and no `state`, which would be taken."
        )
    return lambda obs: obs["state"]


def _beside(obs: Any) -> _Features:
    """What a dict of observations has beside `state`, as features."""

    def feature(key: str, size: int) -> tuple[Feature, _Read]:
        return Feature(size, f"what is observed as {key}", "various"), lambda state: state.obs[key]

    if not isinstance(obs, Mapping):
        return {}
    vectors = {key: x.shape[0] for key, x in obs.items() if key != "state" and len(x.shape) == 1}
    return {key: feature(key, size) for key, size in vectors.items()}


def _features_of(name: str, model: Any) -> _Features:
    """The features of a known task, or of any robot that moves freely."""
    import mujoco

    if name in _ROBOTS:
        return _ROBOTS[name].features
    kind = mujoco.mjtJoint
    first, *rest = map(int, model.jnt_type)
    if first != kind.mjJNT_FREE or any(x not in (kind.mjJNT_HINGE, kind.mjJNT_SLIDE) for x in rest):
        return {}
    return _free(len(rest))


def _default_features(name: str, features: _Features) -> str:
    known = _ROBOTS.get(name)
    return (known.default_features if known else "") or next(iter(features), "obs")


def names() -> list[str]:
    """The names of all its environments, with the prefix."""
    return [PREFIX + name for name in (*_ROBOTS, *OF_MENAGERIE)]


_ANY = ("terminate_when_unhealthy", *_TOUCHES)


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
    for name, robot in _ROBOTS.items()
}
