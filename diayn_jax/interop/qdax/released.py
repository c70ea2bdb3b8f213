"""Patches the released QDax so that it runs with the installed JAX and Brax.

QDax 0.5.0 was written for an older Brax and an older JAX. Two things are patched, in QDax's modules only:

- Its emitters (PGA-ME, DCRL-ME and others) import a class for a type hint from `qdax.tasks.brax.v1`. That
  module needs `brax.v1`, which Brax has removed. They get the class of the same name from
  `qdax.tasks.brax.v2`.
- Its environments' wrappers call `jnp.clip(a_min=…, a_max=…)`. JAX has removed these argument names.

Two things are not patched: DADS, which needs a TensorFlow Probability that runs with this JAX, and the
environments of `qdax.tasks.brax.v1`.
"""

import importlib.util
import sys
import types
from typing import Any, NoReturn

from diayn_jax import shell
from diayn_jax.envs.providers.brax_envs import NumpyWithOldClip, import_brax_envs, quiet_imports

_V1 = "qdax.tasks.brax.v1"


def prepare() -> None:
    """Patches QDax's modules before they are imported. It may be called more than once.

    Raises:
      ImportError: QDax is not installed.
    """
    if importlib.util.find_spec("qdax") is None:
        raise ImportError(
            f"QDax is not installed. Install the extra: {shell.pip_install('diayn_jax[qdax]')}."
        )
    # QDax imports `brax.envs`, which prints if it is imported without this function.
    import_brax_envs()
    if importlib.util.find_spec("brax.v1") is None and _V1 not in sys.modules:
        _stand_in_for_v1()
    with quiet_imports():
        from qdax.tasks.brax.v2.wrappers import locomotion_wrappers
    locomotion_wrappers.jnp = NumpyWithOldClip()


def _stand_in_for_v1() -> None:
    """Makes `from qdax.tasks.brax.v1.envs.base_env import QDEnv` return v2's class.

    All other names of `qdax.tasks.brax.v1` raise `AttributeError`.
    """

    def refuse(name: str) -> NoReturn:
        raise AttributeError(
            f"{_V1}.{name}: these environments of QDax need brax.v1, which Brax has removed. Use "
            "qdax.tasks.brax.v2, or diayn_jax.interop.qdax.environment."
        )

    from qdax.tasks.brax.v2.envs import base_env

    for name in (_V1, f"{_V1}.envs"):
        package: Any = types.ModuleType(name, "Replaces modules that need brax.v1.")
        package.__path__ = []
        package.__getattr__ = refuse
        sys.modules[name] = package
    sys.modules[f"{_V1}.envs.base_env"] = base_env
