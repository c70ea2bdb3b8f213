"""Brax's environments without Brax's wrappers for resets and time limits.

Brax's wrappers overwrite the last observation of an episode, and restart from one cached state. Here
`envs.autoreset` does the resets and the time limits.
"""

import contextlib
import functools
import io
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import parallel
from diayn_jax.config import AUTO, ConfigError, show
from diayn_jax.envs.block_vmap import MOST_IF_LAST, in_blocks
from diayn_jax.envs.callback_errors import CallbackErrors
from diayn_jax.envs.core import Env, EnvSpec, Variation, start_offset
from diayn_jax.envs.providers import native
from diayn_jax.envs.providers.brax_table import BY_MUJOCO, REWARD_OFFSETS, ROWS, placed
from diayn_jax.envs.providers.obstacles import Edit
from diayn_jax.envs.scenes import MujocoScene, PlaneScene, Scene, Shape
from diayn_jax.envs.vmap_last import vmap_last
from diayn_jax.types import Array, PyTree, Timestep

# Backends that `vmap_last` makes faster on CPUs. It has no rules for what the solvers of the others do.
BATCH_LAST = ("spring", "positional")

# MuJoCo's smallest coefficient of friction (mjMINMU). Without friction, contacts have no solution.
LEAST_FRICTION = 1e-5


@contextlib.contextmanager
def quiet_imports() -> Iterator[None]:
    """A context that hides messages that importing Brax prints and that users do not need.

    These are the lines that mujoco.mjx prints if warp is missing, and JAXopt's warning; Brax imports JAXopt.
    """
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed), warnings.catch_warnings():
            warnings.filterwarnings(
                "ignore", message="JAXopt is no longer maintained", category=DeprecationWarning
            )
            yield
    finally:
        for line in printed.getvalue().splitlines():
            if not line.startswith(("Failed to import warp", "Failed to import mujoco_warp")):
                print(line)


def import_brax_envs():
    """Imports and returns `brax.envs`, without its printed lines."""
    with quiet_imports():
        import brax.envs
    import brax.fluid

    # Swimmer's fluid forces call `clip(a_min=)`, an argument that JAX has removed.
    brax.fluid.jp = NumpyWithOldClip()
    return brax.envs


class NumpyWithOldClip:
    """`jax.numpy` with a `clip` that still takes `a_min` and `a_max`."""

    def __getattr__(self, name: str) -> Any:
        return getattr(jnp, name)

    def clip(self, x: Array, a_min: Any = None, a_max: Any = None) -> Array:
        """Clips an array, as `jax.numpy.clip` does."""
        return jnp.clip(x, a_min, a_max)


@contextlib.contextmanager
def quiet_models() -> Iterator[None]:
    """A context that silences the warnings of Brax and MuJoCo about Brax's own models."""
    import mujoco

    before = mujoco.get_mju_user_warning()

    def warn(message: str) -> None:
        # Brax's halfcheetah uses this option. MuJoCo would print a warning, and write MUJOCO_LOG.TXT to the
        # working directory.
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


def vary(sys: Any, variation: Variation) -> Any:
    """Scales gravity, contact friction and actuators of a Brax system.

    Brax's own pipelines read `gravity` and `actuator`; mjx reads the fields of its model. All of them use the
    contacts of mjx.
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


def start_at(sys: Any, offset: tuple[float, ...]) -> Any:
    """Shifts the start of a Brax system along its leading coordinates (of x, y and z), in metres."""
    if not any(offset):
        return sys
    return sys.replace(init_q=sys.init_q.at[: len(offset)].add(jnp.array(offset)))


# Brax's probe at its position on a line, pose [1]. It accelerates by 0.02 m/s per step of 0.02 s, so it moves
# two metres in a hundred steps.
_PROBE_SCENE = PlaneScene(
    pose=lambda state: state.x.pos[..., :1],
    shapes=lambda pose: [Shape("circle", np.array([[pose[0], 0.1]]), "agent", 0.1)],
    background=(
        Shape("line", ((-0.2, 0.0), (100.0, 0.0)), "wall", 0.02),
        *(Shape("line", ((x, 0.0), (x, -0.06)), "wall", 0.02) for x in range(101)),
    ),
    limits=((-0.2, 2.2), (-0.4, 0.8)),
)


@contextlib.contextmanager
def edited_models(edit: Edit | None) -> Iterator[list[str]]:
    """A context in which Brax makes environments from edited models (MJCF); None edits nothing.

    Yields a list to which the XML of each model is added as MuJoCo compiles it.
    """
    from brax.io import mjcf

    load, compiled = mjcf.load, []

    def load_edited(path: Any) -> Any:
        xml = Path(path).read_text(encoding="utf-8")
        if edit is None:
            compiled.append(mjcf.fuse_bodies(xml))
            return load(path)
        root = ElementTree.fromstring(xml)
        edit(root)
        xml = ElementTree.tostring(root, encoding="unicode")
        compiled.append(mjcf.fuse_bodies(xml))
        return mjcf.loads(xml)

    # Brax's constructors take no model. They load a file of Brax by name, so replace the loader.
    mjcf.load = load_edited
    try:
        yield compiled
    finally:
        mjcf.load = load


def make_brax(
    name: str, backend: str, variation: Variation, edit: Edit | None = None, block_joints: int = 0
) -> Env:
    """Makes a Brax environment.

    Args:
      backend: one of its backends, or `native`.
      edit: an edit of its model, which adds obstacles, for example.
      block_joints: number of joints in the model after those of the robot. These joints start at rest, in the
        positions of the model.

    Raises:
      ConfigError: `joint_damage` is for another number of actuators, or `start_offset` is along an axis on
        which the robot does not move.
    """
    brax_envs = import_brax_envs()
    row = ROWS[name]
    options: dict[str, Any] = {}
    if "terminate_when_unhealthy" in row.variations and variation.terminate_when_unhealthy != AUTO:
        options["terminate_when_unhealthy"] = variation.terminate_when_unhealthy == "true"
    if variation.exclude_current_positions != AUTO:
        excluded = variation.exclude_current_positions == "true"
        options["exclude_current_positions_from_observation"] = excluded
    hidden = 0 if variation.exclude_current_positions == "false" else row.hidden
    with quiet_models(), edited_models(edit) as compiled:
        brax_backend = "generalized" if backend == "native" else backend
        env = brax_envs.get_environment(name, backend=brax_backend, **options)
    if hasattr(env, "sys"):
        model = env.sys.mj_model
        offset = start_offset(name, variation, max(1, row.hidden))
        if backend in BY_MUJOCO and row.mujoco_lift:
            offset = (*offset, row.mujoco_lift)
        env.sys = start_at(vary(env.sys, variation), offset)
        seconds = float(env.dt)
        scene: Scene = MujocoScene(
            lambda state: state.q, lambda: native.varied(model, variation), compiled[0]
        )
    else:
        seconds = 0.02  # The environment `fast` has no system and no public time step.
        scene = _PROBE_SCENE
    faults = CallbackErrors(name) if backend == "native" else None
    if faults is not None:
        native.use_engine(env, variation, faults)
    if block_joints:
        _start_at_rest(env, block_joints)
    damage = joint_damage(name, env.action_size, variation)

    features = {key: (placed(known, hidden), known.read) for key, known in row.features.items()}
    # Features that the observation lacks are computed from every state.
    read = {key: fn for key, (feature, fn) in features.items() if feature.dims is None and fn is not None}

    def timestep(state) -> Timestep:
        return Timestep(
            state=state.pipeline_state,
            obs=state.obs,
            reward=state.reward,
            terminated=state.done > 0.5,
            features={key: fn(state.pipeline_state) for key, fn in read.items()},
        )

    # Tracing the physics takes seconds. Several programs contain a reset and a step; jit traces each once.
    reset = jax.jit(env.reset)

    def reset_one(key: Array) -> Timestep:
        return timestep(reset(key))

    # Brax's step takes the whole last state, but reads only `pipeline_state` and overwrites the rest. If the
    # rest were carried too, observations and metrics would be stored twice.
    blank = jax.eval_shape(reset, jax.random.PRNGKey(0))

    @jax.jit
    def step_one(pipeline_state: PyTree, action: Array) -> Timestep:
        rest = jax.tree.map(lambda x: jnp.zeros(x.shape, x.dtype), blank.replace(pipeline_state=None))
        action = action if damage is None else action * damage
        return timestep(env.step(rest.replace(pipeline_state=pipeline_state), action))

    step: Callable[[PyTree, Array], Timestep] = jax.vmap(step_one)
    if backend in BATCH_LAST and parallel.platform() == "cpu":
        step = in_blocks(vmap_last(step_one), MOST_IF_LAST, derivatives_of=step)
    elif backend != "native" and parallel.platform() == "cpu":
        step = in_blocks(step)
    return Env(
        name=name,
        backend=backend,
        # Brax's own `observation_size` would run a whole reset without jit.
        observation_size=blank.obs.shape[-1],
        action_size=env.action_size,
        features={key: feature for key, (feature, _) in features.items()},
        default_features=row.default_features,
        reset=jax.vmap(reset_one),
        step=step,
        dt=seconds,
        runs_on="host" if backend == "native" else "device",
        callback_errors=faults,
        scene=scene,
        reward_offset=REWARD_OFFSETS.get(name, 0.0),
        symmetries=row.groups(hidden),
    )


def _start_at_rest(env: Any, joints: int) -> None:
    """Changes a Brax environment so that its last joints start without the noise of resets."""
    begin = env.pipeline_init
    where = env.sys.init_q[-joints:]
    env.pipeline_init = lambda q, qd: begin(q.at[-joints:].set(where), qd.at[-joints:].set(0.0))


def joint_damage(name: str, action_size: int, variation: Variation) -> Array | None:
    """Returns the factors on an environment's actions, [A]; None if no joint is damaged.

    Raises:
      ConfigError: the number of factors differs from the number of actuators.
    """
    given = variation.joint_damage
    if not given:
        return None
    if len(given) != action_size:
        raise ConfigError(
            f"--joint_damage={show(given)} has {len(given)} factors, and {name} has {action_size} actuators. "
            f"Give {action_size} numbers from 0 to 1, such as {show((0.0,) + (1.0,) * (action_size - 1))}."
        )
    return jnp.array(given)


SPECS = {
    name: EnvSpec(
        provider="brax",
        backends=row.backends if name == "fast" else (*row.backends, "native"),
        factory=functools.partial(make_brax, name),
        defaults=row.defaults,
        features={key: placed(known, row.hidden) for key, known in row.features.items()},
        default_features=row.default_features,
        observation_size=row.sizes[0],
        action_size=row.sizes[1],
        variations=row.variations,
        about=row.about,
        symmetries=row.groups(row.hidden),
        cpu_backend="native" if row.native_on_cpus and native.is_available() else None,
    )
    for name, row in ROWS.items()
}
