"""Skills in QDax: its DIAYN by ours, and skills as its repertoires (extra `qdax`).

A QDax script runs by ours with its import lines changed:

>>> from diayn_jax.interop.qdax import DIAYN, DiaynConfig, ReplayBuffer
"""

# First: QDax's modules need it.
from diayn_jax.interop.qdax import released  # isort: skip

released.prepare()

from diayn_jax.interop.qdax.config import DiaynConfig  # noqa: E402
from diayn_jax.interop.qdax.diayn import DIAYN, DiaynTrainingState  # noqa: E402
from diayn_jax.interop.qdax.replay import ReplayBuffer  # noqa: E402

__all__ = ["DIAYN", "DiaynConfig", "DiaynTrainingState", "ReplayBuffer"]
