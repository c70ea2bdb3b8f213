"""QDax as it was released, made to run beside the JAX and the Brax that are installed here.

QDax 0.5.0 was written for an older Brax and an older JAX. Two things are mended, in its own modules alone:

- its emitters (PGA-ME, DCRL-ME and others) import a class for a type hint from `qdax.tasks.brax.v1`,
  which needs `brax.v1`, and Brax has dropped that. They get the class of the same name of
  `qdax.tasks.brax.v2`;
- its environments' wrappers call `jnp.clip(a_min=…, a_max=…)`, names that JAX has dropped.

Not mended are DADS, which needs a TensorFlow Probability that runs on this JAX, and the environments of
`qdax.tasks.brax.v1` itself.
"""

import importlib.util
import sys
import types
from typing import Any, NoReturn

import jax.numpy as jnp

from diayn_jax import shell
from diayn_jax.envs.providers.brax_envs import import_brax_envs, quiet_imports
from diayn_jax.types import Array

_V1 = "qdax.tasks.brax.v1"


def prepare() -> None:
    """Mends what is to be mended in QDax's modules, before they are imported; may be called again.

    Raises:
      ImportError: QDax is not installed.
    """
    if importlib.util.find_spec("qdax") is None:
        raise ImportError(
            f"QDax is not installed. Install the extra: {shell.pip_install('diayn_jax[qdax]')}."
        )
    # It imports `brax.envs`, which would print.
    import_brax_envs()
    if importlib.util.find_spec("brax.v1") is None and _V1 not in sys.modules:
        _stand_in_for_v1()
    with quiet_imports():
        from qdax.tasks.brax.v2.wrappers import locomotion_wrappers
    locomotion_wrappers.jnp = _NumpyWithOldClip()


def _stand_in_for_v1() -> None:
    """Lets `from qdax.tasks.brax.v1.envs.base_env import QDEnv` give v2's class; all else is refused."""

    def refuse(name: str) -> NoReturn:
        raise AttributeError(
            f"{_V1}.{name}: QDax's first environments need brax.v1, which Brax has dropped. Use "
            "qdax.tasks.brax.v2, or diayn_jax.interop.qdax.environment."
        )

    from qdax.tasks.brax.v2.envs import base_env

    for name in (_V1, f"{_V1}.envs"):
        package: Any = types.ModuleType(name, "Stands in for what needs brax.v1.")
        package.__path__ = []
        package.__getattr__ = refuse
        sys.modules[name] = package
    sys.modules[f"{_V1}.envs.base_env"] = base_env


class _NumpyWithOldClip:
    """`jax.numpy`, where `clip` still takes `a_min` and `a_max`."""

    def __getattr__(self, name: str) -> Any:
        return getattr(jnp, name)

    def clip(self, x: Array, a_min: Any = None, a_max: Any = None) -> Array:
        return jnp.clip(x, a_min, a_max)
