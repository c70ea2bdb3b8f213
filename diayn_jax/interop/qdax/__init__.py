"""Our DIAYN with QDax's interface, and skills as QDax's repertoires (extra `qdax`).

A QDax script uses our DIAYN if its import lines are changed:

>>> from diayn_jax.interop.qdax import DIAYN, DiaynConfig, ReplayBuffer
"""

# This import comes first, because QDax's modules need what it prepares.
from diayn_jax.interop.qdax import released  # isort: skip

released.prepare()

from diayn_jax.interop.qdax.config import DiaynConfig  # noqa: E402
from diayn_jax.interop.qdax.diayn import DIAYN, DiaynTrainingState  # noqa: E402
from diayn_jax.interop.qdax.replay import ReplayBuffer  # noqa: E402

__all__ = ["DIAYN", "DiaynConfig", "DiaynTrainingState", "ReplayBuffer"]
