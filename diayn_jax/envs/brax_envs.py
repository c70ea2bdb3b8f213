"""Brax's environments, bare: no Brax wrapper, reset or time limit is used.

Brax's own wrappers overwrite an episode's last observation and restart from one cached
state; `envs.vector` does both jobs here instead.
"""

import contextlib
import functools
import io
import warnings
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax.config import AUTO, ConfigError, show
from diayn_jax.envs import native
from diayn_jax.envs.core import SMALL_NETWORKS, Env, EnvSpec, Feature, Variation
from diayn_jax.envs.scenes import MujocoScene, PlaneScene, Scene, Shape
from diayn_jax.types import Array, PyTree, Timestep

ALL_BACKENDS = ("spring", "positional", "generalized", "mjx")
EXACT_FIRST = ("generalized", "spring", "positional", "mjx")


# MuJoCo's least coefficient of friction (mjMINMU); with none at all, contacts have no solution.
LEAST_FRICTION = 1e-5


class _Feature(NamedTuple):
    """A feature, and where it is found."""

    feature: Feature
    places: tuple[int, ...] = ()  # in the observation that leaves no position out; () where it lacks it
    read: Callable[[Any], Array] | None = None  # of a pipeline state; None where it is always observed


class _Row(NamedTuple):
    """What is known of a Brax environment beside what it says itself."""

    features: Mapping[str, _Feature]
    default_features: str
    sizes: tuple[int, int]  # of observation and action
    variations: tuple[str, ...]  # fields of `Variation`
    hidden: int = 0  # leading coordinates that its observation leaves out by default
    backends: tuple[str, ...] = ALL_BACKENDS
    native_on_cpus: bool = True  # as what it learns soonest on there (docs/environments.md)
    defaults: Mapping[str, Any] = {}


@contextlib.contextmanager
def quiet_imports() -> Iterator[None]:
    """Drops what mujoco.mjx prints about an absent warp when it is imported, and nothing else."""
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            yield
    finally:
        for line in printed.getvalue().splitlines():
            if not line.startswith(("Failed to import warp", "Failed to import mujoco_warp")):
                print(line)


def import_brax_envs():
    """Imports `brax.envs`, in silence."""
    with quiet_imports():
        import brax.envs
    import brax.fluid

    # Swimmer's fluid forces call `clip(a_min=)`, a name that JAX has given up.
    brax.fluid.jp = _NumpyWithOldClip()
    return brax.envs


class _NumpyWithOldClip:
    """`jax.numpy`, where `clip` still takes `a_min`."""

    def __getattr__(self, name: str) -> Any:
        return getattr(jnp, name)

    def clip(self, x: Array, a_min: float) -> Array:
        return jnp.maximum(x, a_min)


@contextlib.contextmanager
def quiet_models() -> Iterator[None]:
    """Silences what Brax and MuJoCo say of Brax's own models."""
    import mujoco

    before = mujoco.get_mju_user_warning()

    def warn(message: str) -> None:
        # Brax's halfcheetah has it. MuJoCo would print it, and write MUJOCO_LOG.TXT here.
        if "settotalmass" not in message:
            warnings.warn(message, stacklevel=2)

    mujoco.set_mju_user_warning(warn)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings(
                "ignore", message="Brax System, piplines and environments", category=UserWarning
            )
            yield
    finally:
        mujoco.set_mju_user_warning(before)


_XY = Feature(2, "position of the root body on the ground plane", "m")
_X = Feature(1, "position of the root body along the track", "m")
_Z = Feature(1, "height of the root body", "m")
_XZ = Feature(2, "position of the root body along the track, and its height", "m")


def _root_xy(state):
    return state.x.pos[0, :2]


def _root_x(state):
    return state.x.pos[0, :1]


def _root_xz(state):
    return state.x.pos[0, jnp.array([0, 2])]


def _first_two(state):
    return state.q[:2]


def _all_joints(state):
    return state.q


def _end_of(link: int, offset: tuple[float, float, float], axes: tuple[int, ...]):
    """Reads where a point of a link is, in the link's own frame at `offset`."""

    def read(state):
        from brax.base import Transform

        return state.x.take(link).do(Transform.create(pos=jnp.array(offset))).pos[jnp.array(axes)]

    return read


def _joint_angles(first: int, count: int) -> _Feature:
    return _Feature(Feature(count, "angles of the joints", "rad"), tuple(range(first, first + count)))


def _planar(joints: int) -> dict[str, _Feature]:
    """A robot in the vertical plane: its coordinates are x, z, pitch and joints."""
    pose = Feature(2, "height of the root body, and its pitch", "m, rad")
    return {
        "x": _Feature(_X, (0,), _root_x),
        "z": _Feature(_Z, (1,)),
        "xz": _Feature(_XZ, (0, 1), _root_xz),
        "xy": _Feature(_XY, (), _root_xy),
        "torso": _Feature(pose, (1, 2)),
        "joint_pos": _joint_angles(3, joints),
    }


def _free(joints: int) -> dict[str, _Feature]:
    """A robot that moves freely: its coordinates are xyz, orientation and joints."""
    pose = Feature(5, "height of the root body, and its orientation (quaternion w, x, y, z)", "m, –")
    return {
        "xy": _Feature(_XY, (0, 1), _root_xy),
        "z": _Feature(_Z, (2,)),
        "torso": _Feature(pose, (2, 3, 4, 5, 6)),
        "joint_pos": _joint_angles(7, joints),
    }


def _cheetah() -> dict[str, _Feature]:
    """As `_planar`, but Brax counts its height from the start, 0.7 m above the ground."""
    features = _planar(6)
    above = "height of the root body above its start at 0.7 m"
    return {
        **features,
        "z": features["z"]._replace(feature=Feature(1, above, "m")),
        "xz": _Feature(
            Feature(2, f"position of the root body along the track, and {above}", "m"), (0, 1), _first_two
        ),
        "torso": features["torso"]._replace(feature=Feature(2, f"{above}, and its pitch", "m, rad")),
    }


_CART = Feature(1, "position of the cart along its rail", "m")
_FORCES = ("actuator_strength", "joint_damage")
_WALKS = ("exclude_current_positions", "gravity", "friction", *_FORCES)
_FALLS = ("terminate_when_unhealthy", *_WALKS)

# What suits DIAYN there, beside the device's preset; docs/environments.md gives each figure's source.
_BALANCE = {"num_env_steps": 1_000_000, **SMALL_NETWORKS}

# Gravity is no variation of what moves in a horizontal plane, nor friction of what touches nothing.
_ROWS = {
    # A tenth of a metre of noise: skills part a little further, at no cost in the bound.
    # And 300 steps: on the way out skills are alike, and that takes fifty of them.
    "ant": _Row(
        _free(8),
        "xy",
        (27, 8),
        _FALLS,
        hidden=2,
        native_on_cpus=False,
        defaults={"discriminator_noise": 0.1, "episode_length": 300},
    ),
    "halfcheetah": _Row(_cheetah(), "x", (17, 6), _WALKS, hidden=1),
    # Skills of one that falls differ little in where they get to, and much in how they end up there.
    "hopper": _Row(
        _planar(3),
        "xz",
        (11, 3),
        _FALLS,
        hidden=1,
        defaults={"num_skills": 20, "discriminator_noise": 0.1, "episode_length": 500},
    ),
    "walker2d": _Row(
        _planar(6),
        "xz",
        (17, 6),
        _FALLS,
        hidden=1,
        defaults={"discriminator_noise": 0.1, "episode_length": 500},
    ),
    "humanoid": _Row(_free(17), "xy", (244, 17), _FALLS, hidden=2, defaults={"episode_length": 300}),
    # It lies and cannot yet walk: what it can do is to take another posture.
    "humanoidstandup": _Row(
        _free(17),
        "torso",
        (244, 17),
        ("gravity", "friction", *_FORCES),
        hidden=2,
        defaults={"episode_length": 300},
    ),
    "inverted_pendulum": _Row(
        {
            "x": _Feature(_CART, (0,)),
            "angle": _Feature(Feature(1, "angle of the pole from upright", "rad"), (1,)),
            "joint_pos": _Feature(
                Feature(2, "position of the cart, and angle of the pole", "m, rad"), (0, 1)
            ),
        },
        "x",
        (4, 1),
        ("gravity", *_FORCES),
        # Brax's maximal coordinates let the cart leave its rail by centimetres.
        backends=EXACT_FIRST,
        defaults=_BALANCE,
    ),
    "inverted_double_pendulum": _Row(
        {
            "x": _Feature(_CART, (0,)),
            "tip": _Feature(
                Feature(2, "position of the upper pole's tip along the rail, and its height", "m"),
                read=_end_of(2, (0.0, 0.0, 0.6), (0, 2)),
            ),
            "joint_pos": _Feature(
                Feature(3, "position of the cart, and angles of both poles", "m, rad"), read=_all_joints
            ),
        },
        "x",
        (8, 1),
        ("gravity", *_FORCES),
        backends=EXACT_FIRST,
        defaults=_BALANCE,
    ),
    "pusher": _Row(
        {
            "tip": _Feature(
                Feature(3, "position of the wrist, which holds the arm's tip", "m"), (14, 15, 16)
            ),
            "object": _Feature(Feature(2, "position of the object on the table", "m"), (17, 18)),
            "joint_pos": _joint_angles(0, 7),
        },
        "tip",
        (23, 7),
        ("friction", *_FORCES),
        defaults={"episode_length": 100},
    ),
    "reacher": _Row(
        {
            "tip": _Feature(
                Feature(2, "position of the fingertip", "m"), read=_end_of(1, (0.11, 0.0, 0.0), (0, 1))
            ),
            "joint_pos": _Feature(Feature(2, "angles of the joints", "rad"), read=_first_two),
        },
        "tip",
        (11, 2),
        _FORCES,
        backends=EXACT_FIRST,
        defaults={"episode_length": 100},
    ),
    "swimmer": _Row(
        {
            "xy": _Feature(Feature(2, "position of the first link in the plane", "m"), (0, 1), _first_two),
            "heading": _Feature(Feature(1, "direction of the first link", "rad"), (2,)),
            "joint_pos": _joint_angles(3, 2),
        },
        "xy",
        (8, 2),
        ("exclude_current_positions", *_FORCES),
        hidden=2,
        backends=("generalized",),
    ),
    # Brax's own probe: a point that gathers speed while the action is positive. No physics.
    "fast": _Row(
        {"x": _Feature(Feature(1, "distance that it has gone", "m"), (0,))},
        "x",
        (2, 1),
        (),
        native_on_cpus=False,  # MuJoCo has nothing to step where Brax has no model.
        defaults={"episode_length": 100, "num_env_steps": 200_000, "warmup_steps": 2_000, **SMALL_NETWORKS},
    ),
}


def vary(sys: Any, variation: Variation) -> Any:
    """A Brax system with gravity, contact friction and actuators scaled.

    Brax's own pipelines read `gravity` and `actuator`, mjx the fields of its model; contacts
    are mjx's on all of them.
    """
    changed: dict[str, Any] = {}
    if variation.gravity != 1:
        changed |= {
            "gravity": sys.gravity * variation.gravity,
            "opt.gravity": sys.opt.gravity * variation.gravity,
        }
    if variation.friction != 1:
        changed["geom_friction"] = jnp.maximum(sys.geom_friction * variation.friction, LEAST_FRICTION)
    if variation.actuator_strength != 1:
        changed |= {
            "actuator.gear": sys.actuator.gear * variation.actuator_strength,
            "actuator_gear": sys.actuator_gear * variation.actuator_strength,
        }
    return sys.tree_replace(changed) if changed else sys


def _probe(pose: np.ndarray) -> list[Shape]:
    """Brax's probe at pose [1], its place on a line."""
    return [Shape("circle", np.array([[pose[0], 0.1]]), "agent", 0.1)]


# It gathers 0.02 m/s in a step of 0.02 s: two metres in a hundred.
_PROBE_SCENE = PlaneScene(
    pose=lambda state: state.x.pos[..., :1],
    shapes=_probe,
    background=(
        Shape("line", ((-0.2, 0.0), (100.0, 0.0)), "wall", 0.02),
        *(Shape("line", ((x, 0.0), (x, -0.06)), "wall", 0.02) for x in range(101)),
    ),
    limits=((-0.2, 2.2), (-0.4, 0.8)),
)


def make_brax(name: str, backend: str, variation: Variation) -> Env:
    """A Brax environment by name, backend and variation.

    Raises:
      ConfigError: a joint damage for another number of actuators.
    """
    brax_envs = import_brax_envs()
    row = _ROWS[name]
    options: dict[str, Any] = {}
    if "terminate_when_unhealthy" in row.variations and variation.terminate_when_unhealthy != AUTO:
        options["terminate_when_unhealthy"] = variation.terminate_when_unhealthy == "true"
    if variation.exclude_current_positions != AUTO:
        excluded = variation.exclude_current_positions == "true"
        options["exclude_current_positions_from_observation"] = excluded
    hidden = 0 if variation.exclude_current_positions == "false" else row.hidden
    with quiet_models():
        brax_backend = "generalized" if backend == "native" else backend
        env = brax_envs.get_environment(name, backend=brax_backend, **options)
    if hasattr(env, "sys"):
        model = env.sys.mj_model
        env.sys = vary(env.sys, variation)
        seconds = float(env.dt)
        scene: Scene = MujocoScene(lambda state: state.q, lambda: native.varied(model, variation))
    else:
        seconds = 0.02  # `fast` has neither a system nor a public time step.
        scene = _PROBE_SCENE
    if backend == "native":
        native.use_engine(env, variation)
    damage = joint_damage(name, env.action_size, variation)

    features = {key: (_placed(known, hidden), known.read) for key, known in row.features.items()}
    # What the observation lacks, read of every state.
    read = {key: fn for key, (feature, fn) in features.items() if feature.dims is None and fn is not None}

    def timestep(state) -> Timestep:
        return Timestep(
            state=state.pipeline_state,
            obs=state.obs,
            reward=state.reward,
            terminated=state.done > 0.5,
            features={key: fn(state.pipeline_state) for key, fn in read.items()},
        )

    def reset_one(key: Array) -> Timestep:
        return timestep(env.reset(key))

    # Brax's step takes the whole last state, of which it reads `pipeline_state` and updates
    # the rest. Carrying that rest would keep observations and metrics twice.
    blank = jax.eval_shape(env.reset, jax.random.PRNGKey(0))

    def step_one(pipeline_state: PyTree, action: Array) -> Timestep:
        rest = jax.tree.map(lambda x: jnp.zeros(x.shape, x.dtype), blank.replace(pipeline_state=None))
        action = action if damage is None else action * damage
        return timestep(env.step(rest.replace(pipeline_state=pipeline_state), action))

    return Env(
        name=name,
        backend=backend,
        # Not Brax's own `observation_size`, which runs a whole reset, op by op.
        observation_size=blank.obs.shape[-1],
        action_size=env.action_size,
        features={key: feature for key, (feature, _) in features.items()},
        default_features=row.default_features,
        reset=jax.vmap(reset_one),
        step=jax.vmap(step_one),
        dt=seconds,
        place="host" if backend == "native" else "device",
        scene=scene,
    )


def _placed(known: _Feature, hidden: int) -> Feature:
    """The feature, with its places in an observation that leaves `hidden` coordinates out."""
    dims = tuple(place - hidden for place in known.places)
    return known.feature._replace(dims=dims if dims and min(dims) >= 0 else None)


def joint_damage(name: str, action_size: int, variation: Variation) -> Array | None:
    """The factors on an environment's actions, [A]; None where nothing is damaged.

    Raises:
      ConfigError: factors for another number of actuators.
    """
    given = variation.joint_damage
    if not given:
        return None
    if len(given) != action_size:
        raise ConfigError(
            f"--joint_damage={show(given)}: {len(given)} factors, and {name} has {action_size} actuators. "
            f"Give {action_size} numbers in 0 to 1, such as {show((0.0,) + (1.0,) * (action_size - 1))}."
        )
    return jnp.array(given)


SPECS = {
    name: EnvSpec(
        provider="brax",
        backends=row.backends if name == "fast" else (*row.backends, "native"),
        factory=functools.partial(make_brax, name),
        defaults=row.defaults,
        features={key: _placed(known, row.hidden) for key, known in row.features.items()},
        default_features=row.default_features,
        observation_size=row.sizes[0],
        action_size=row.sizes[1],
        variations=row.variations,
        cpu_backend="native" if row.native_on_cpus and native.is_available() else None,
    )
    for name, row in _ROWS.items()
}
