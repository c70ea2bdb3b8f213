"""Solutions of the point world that go straight on, whatever they see, and their archive."""

from pathlib import Path

import jax.numpy as jnp
import numpy as np

from diayn_jax.evaluation.metrics import Archive
from diayn_jax.use.archives import archive_file
from diayn_jax.use.archives.archive import Repertoire
from diayn_jax.use.folded_skills import PlainPolicies

DIRECTIONS = np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0]])


def towards(directions=DIRECTIONS, strength=5.0) -> PlainPolicies:
    """Returns policies with the actions tanh(strength · direction), for directions [N, 2]."""
    count = len(directions)
    layers = {
        "Dense_0": {"kernel": jnp.zeros((count, 2, 4)), "bias": jnp.zeros((count, 4))},
        "Dense_1": {
            "kernel": jnp.zeros((count, 4, 2)),
            "bias": jnp.asarray(strength * directions, jnp.float32),
        },
    }
    return PlainPolicies({"params": layers}, jnp.arange(count), 2, (), (4,), 2)


def archived(policies: PlainPolicies, path: Path, **about) -> Path:
    """Writes policies as an archive, each in its own cell; `about` says how they were made."""
    count, layers = len(policies.skills), policies.params["params"]
    cells = Repertoire(
        genotypes={f"{name}/{kind}": np.asarray(x) for name in layers for kind, x in layers[name].items()},
        descriptors=np.zeros((count, 2)),
        fitness=np.zeros(count),
        cell=np.arange(count),
        skill=np.arange(count),
        centroids=np.zeros((count, 2)),
        archive=Archive((-1.0, -1.0), (1.0, 1.0), centroids=count),
        names=("x (m)", "y (m)"),
        about=about,
    )
    return archive_file.save(cells, path)
