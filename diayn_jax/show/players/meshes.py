"""Simplifies MuJoCo's meshes and height fields for the players."""

from typing import Any

import numpy as np

FINEST = 256  # cells along a mesh's longest side


def mesh(model: Any, key: tuple[str, int]) -> tuple[np.ndarray, np.ndarray]:
    """Returns the vertices [V, 3] and triangles [F, 3] of a mesh or height field."""
    kind, i = key
    if kind == "mesh":
        first, count = model.mesh_vertadr[i], model.mesh_vertnum[i]
        face, faces = model.mesh_faceadr[i], model.mesh_facenum[i]
        return model.mesh_vert[first : first + count], model.mesh_face[face : face + faces]
    rows, columns = int(model.hfield_nrow[i]), int(model.hfield_ncol[i])
    radius_x, radius_y, top, _ = model.hfield_size[i]
    start = model.hfield_adr[i]
    height = model.hfield_data[start : start + rows * columns].reshape(rows, columns) * top
    x, y = np.meshgrid(np.linspace(-radius_x, radius_x, columns), np.linspace(-radius_y, radius_y, rows))
    corner = np.arange(rows * columns).reshape(rows, columns)
    a, b = corner[:-1, :-1].ravel(), corner[:-1, 1:].ravel()
    c, d = corner[1:, :-1].ravel(), corner[1:, 1:].ravel()
    triangles = np.concatenate([np.stack([a, b, d], axis=-1), np.stack([a, d, c], axis=-1)])
    return np.stack([x, y, height], axis=-1).reshape(-1, 3), triangles


def simplified(vertices: np.ndarray, triangles: np.ndarray, most: int) -> tuple[np.ndarray, np.ndarray]:
    """Simplifies a mesh to at most `most` triangles: vertices [V, 3] in the same grid cell are merged.

    The grid is the finest that gives so few triangles (Rossignac & Borrel 1993).
    """
    vertices = np.asarray(vertices, np.float64)
    low = vertices.min(axis=0)
    side = max(float((vertices.max(axis=0) - low).max()), 1e-9)

    def clustered(cells: int) -> tuple[np.ndarray, np.ndarray]:
        places = np.floor((vertices - low) / side * cells).astype(np.int64)
        _, cluster, count = np.unique(
            places @ [1, FINEST + 1, (FINEST + 1) ** 2], return_inverse=True, return_counts=True
        )
        merged = np.stack([np.bincount(cluster, weights=x) for x in vertices.T], axis=-1) / count[:, None]
        corners = cluster[triangles]
        corners = corners[(corners != np.roll(corners, 1, axis=1)).all(axis=1)]
        # Keep each triangle once: rotate its corners so that the smallest index comes first.
        turn = (np.argmin(corners, axis=1)[:, None] + np.arange(3)) % 3
        corners = np.take_along_axis(corners, turn, axis=1)
        _, once = np.unique(corners @ [len(count) ** 2, len(count), 1], return_index=True)
        used, renumbered = np.unique(corners[once], return_inverse=True)
        return merged[used], renumbered.reshape(-1, 3)

    if len(triangles) <= most:
        used, renumbered = np.unique(triangles, return_inverse=True)
        return vertices[used], renumbered.reshape(-1, 3)
    coarse, fine = 1, FINEST
    while fine - coarse > 1:
        middle = (coarse + fine) // 2
        if len(clustered(middle)[1]) <= most:
            coarse = middle
        else:
            fine = middle
    return clustered(coarse)
