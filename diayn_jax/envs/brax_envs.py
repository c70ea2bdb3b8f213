"""Brax's environments, bare: no Brax wrapper, reset or time limit is used.

Brax's own wrappers overwrite an episode's last observation and restart from one cached
state; `envs.vector` does both jobs here instead.
"""

import contextlib
import functools
import warnings
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax.config import AUTO
from diayn_jax.envs.core import Env, EnvSpec, Feature, Variation
from diayn_jax.types import Array, PyTree, Timestep

ALL_BACKENDS = ("spring", "positional", "generalized", "mjx")


class _Row(NamedTuple):
    """What is known of a Brax environment beside what it says itself."""

    features: Mapping[str, tuple[Feature, Callable[[Any], Array]]]
    default_features: str
    sizes: tuple[int, int]  # of observation and action
    backends: tuple[str, ...] = ALL_BACKENDS
    can_terminate: bool = False  # takes `terminate_when_unhealthy`
    defaults: Mapping[str, Any] = {}


def _import_brax_envs():
    """Imports `brax.envs` without the messages that mujoco.mjx prints about absent warp."""
    # They are plain prints of one module, made at import: only lines that name warp are dropped.
    import io
    import sys

    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        import brax.envs
    for line in printed.getvalue().splitlines():
        if not line.startswith(("Failed to import warp", "Failed to import mujoco_warp")):
            print(line, file=sys.stdout)
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
def _quiet_models() -> Iterator[None]:
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


XY = Feature(2, "position of the root body on the ground plane", "m")
X = Feature(1, "position of the root body along the track", "m")
XZ = Feature(2, "position of the root body along the track, and its height", "m")
TIP = Feature(2, "position of the fingertip", "m")


def _root_xy(state):
    return state.x.pos[0, :2]


def _root_x(state):
    return state.x.pos[0, :1]


def _root_xz(state):
    return state.x.pos[0, jnp.array([0, 2])]


def _swimmer_xy(state):
    return state.q[:2]


def _reacher_tip(state):
    from brax.base import Transform

    return state.x.take(1).do(Transform.create(pos=jnp.array([0.11, 0.0, 0.0]))).pos[:2]


_PLANAR = {"x": (X, _root_x), "xz": (XZ, _root_xz), "xy": (XY, _root_xy)}
_FREE = {"xy": (XY, _root_xy)}

_ROWS = {
    # A tenth of a metre of noise: skills part a little further, at no cost in the bound.
    "ant": _Row(_FREE, "xy", (27, 8), can_terminate=True, defaults={"discriminator_noise": 0.1}),
    "halfcheetah": _Row(_PLANAR, "x", (17, 6)),
    "hopper": _Row(_PLANAR, "x", (11, 3), can_terminate=True),
    "walker2d": _Row(_PLANAR, "x", (17, 6), can_terminate=True),
    "humanoid": _Row(_FREE, "xy", (244, 17), can_terminate=True),
    "swimmer": _Row({"xy": (XY, _swimmer_xy)}, "xy", (8, 2), backends=("generalized",)),
    "reacher": _Row(
        {"tip": (TIP, _reacher_tip)}, "tip", (11, 2), backends=("generalized", "spring", "positional")
    ),
}


def make_brax(name: str, backend: str, variation: Variation) -> Env:
    """A Brax environment by name and backend."""
    brax_envs = _import_brax_envs()
    row = _ROWS[name]
    options: dict[str, Any] = {}
    if row.can_terminate and variation.terminate_when_unhealthy != AUTO:
        options["terminate_when_unhealthy"] = variation.terminate_when_unhealthy == "true"
    with _quiet_models():
        env = brax_envs.get_environment(name, backend=backend, **options)

    def timestep(state) -> Timestep:
        return Timestep(
            state=state.pipeline_state,
            obs=state.obs,
            reward=state.reward,
            terminated=state.done > 0.5,
            features={name: fn(state.pipeline_state) for name, (_, fn) in row.features.items()},
        )

    def reset_one(key: Array) -> Timestep:
        return timestep(env.reset(key))

    # Brax's step takes the whole last state, of which it reads `pipeline_state` and updates
    # the rest. Carrying that rest would keep observations and metrics twice.
    blank = jax.eval_shape(env.reset, jax.random.PRNGKey(0))

    def step_one(pipeline_state: PyTree, action: Array) -> Timestep:
        rest = jax.tree.map(lambda x: jnp.zeros(x.shape, x.dtype), blank.replace(pipeline_state=None))
        return timestep(env.step(rest.replace(pipeline_state=pipeline_state), action))

    return Env(
        name=name,
        backend=backend,
        # Not Brax's own `observation_size`, which runs a whole reset, op by op.
        observation_size=blank.obs.shape[-1],
        action_size=env.action_size,
        features={key: feature for key, (feature, _) in row.features.items()},
        default_features=row.default_features,
        reset=jax.vmap(reset_one),
        step=jax.vmap(step_one),
        dt=float(env.dt),
    )


SPECS = {
    name: EnvSpec(
        provider="brax",
        backends=row.backends,
        factory=functools.partial(make_brax, name),
        defaults=row.defaults,
        features={key: feature for key, (feature, _) in row.features.items()},
        default_features=row.default_features,
        observation_size=row.sizes[0],
        action_size=row.sizes[1],
        variations=("terminate_when_unhealthy",) if row.can_terminate else (),
    )
    for name, row in _ROWS.items()
}
