"""Brax's environments, bare: no Brax wrapper, reset or time limit is used.

Brax's own wrappers overwrite an episode's last observation and restart from one cached
state; `envs.vector` does both jobs here instead.
"""

import contextlib
import functools
import io
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import parallel
from diayn_jax.config import AUTO, ConfigError, show
from diayn_jax.envs.block_vmap import in_blocks
from diayn_jax.envs.callback_errors import CallbackErrors
from diayn_jax.envs.core import Env, EnvSpec, Variation, start_offset
from diayn_jax.envs.providers import native
from diayn_jax.envs.providers.brax_table import REWARD_OFFSETS, ROWS, placed
from diayn_jax.envs.providers.obstacles import Edit
from diayn_jax.envs.scenes import MujocoScene, PlaneScene, Scene, Shape
from diayn_jax.types import Array, PyTree, Timestep

# MuJoCo's least coefficient of friction (mjMINMU); with none at all, contacts have no solution.
LEAST_FRICTION = 1e-5


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


def start_at(sys: Any, offset: tuple[float, ...]) -> Any:
    """A Brax system whose resets are shifted by metres along x, or x and y: its leading coordinates."""
    if not any(offset):
        return sys
    return sys.replace(init_q=sys.init_q.at[: len(offset)].add(jnp.array(offset)))


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


@contextlib.contextmanager
def edited_models(edit: Edit | None) -> Iterator[None]:
    """Has Brax's environments be made of models (MJCF) that are edited first."""
    from brax.io import mjcf

    load = mjcf.load

    def load_edited(path: Any) -> Any:
        root = ElementTree.fromstring(Path(path).read_text(encoding="utf-8"))
        assert edit is not None
        edit(root)
        return mjcf.loads(ElementTree.tostring(root, encoding="unicode"))

    if edit is None:
        yield
        return
    # Their constructors take no model, only the name of a file in Brax.
    mjcf.load = load_edited
    try:
        yield
    finally:
        mjcf.load = load


def make_brax(
    name: str, backend: str, variation: Variation, edit: Edit | None = None, block_joints: int = 0
) -> Env:
    """A Brax environment by name, backend and variation.

    Args:
      name: as Brax has it.
      backend: one of its backends, or `native`.
      variation: how it differs from its published self.
      edit: of its model, such as obstacles.
      block_joints: how many joints the model has behind the robot's. Episodes begin with them at rest, where
        the model has them.

    Raises:
      ConfigError: a joint damage for another number of actuators; an offset along axes that it has not.
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
    with quiet_models(), edited_models(edit):
        brax_backend = "generalized" if backend == "native" else backend
        env = brax_envs.get_environment(name, backend=brax_backend, **options)
    if hasattr(env, "sys"):
        model = env.sys.mj_model
        env.sys = start_at(vary(env.sys, variation), start_offset(name, variation, max(1, row.hidden)))
        seconds = float(env.dt)
        scene: Scene = MujocoScene(lambda state: state.q, lambda: native.varied(model, variation))
    else:
        seconds = 0.02  # `fast` has neither a system nor a public time step.
        scene = _PROBE_SCENE
    faults = CallbackErrors(name) if backend == "native" else None
    if faults is not None:
        native.use_engine(env, variation, faults)
    if block_joints:
        _start_at_rest(env, block_joints)
    damage = joint_damage(name, env.action_size, variation)

    features = {key: (placed(known, hidden), known.read) for key, known in row.features.items()}
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

    step = jax.vmap(step_one)
    return Env(
        name=name,
        backend=backend,
        # Not Brax's own `observation_size`, which runs a whole reset, op by op.
        observation_size=blank.obs.shape[-1],
        action_size=env.action_size,
        features={key: feature for key, (feature, _) in features.items()},
        default_features=row.default_features,
        reset=jax.vmap(reset_one),
        step=in_blocks(step) if backend != "native" and parallel.platform() == "cpu" else step,
        dt=seconds,
        runs_on="host" if backend == "native" else "device",
        callback_errors=faults,
        scene=scene,
        reward_offset=REWARD_OFFSETS.get(name, 0.0),
    )


def _start_at_rest(env: Any, joints: int) -> None:
    """Has the last joints of a Brax environment begin without the noise of its resets."""
    begin = env.pipeline_init
    where = env.sys.init_q[-joints:]
    env.pipeline_init = lambda q, qd: begin(q.at[-joints:].set(where), qd.at[-joints:].set(0.0))


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
        features={key: placed(known, row.hidden) for key, known in row.features.items()},
        default_features=row.default_features,
        observation_size=row.sizes[0],
        action_size=row.sizes[1],
        variations=row.variations,
        cpu_backend="native" if row.native_on_cpus and native.is_available() else None,
    )
    for name, row in ROWS.items()
}
