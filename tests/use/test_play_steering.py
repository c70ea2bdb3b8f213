"""The ring of `diayn play` is turned so that a robot goes where the person pushes."""

import dataclasses

import numpy as np
import pytest
import untrained

from diayn_jax.use.play.steering import steering

AWAY = [np.sin(0.5), np.cos(0.5)]  # where a camera at −90° − 0.5 rad looks, on the ground
TURNED = np.array([[0.6, -0.8], [0.8, 0.6]])
MIRRORED = np.array([[0.6, 0.8], [0.8, -0.6]])


def mapped(skills, matrix):
    """The skills with the map φ = a stretched and moved copy of position, turned by the matrix."""
    objective = skills.components.objective._replace(embed=lambda state, phi: 3 * phi @ matrix.T + 1)
    components = skills.components._replace(objective=objective)
    return dataclasses.replace(skills, components=components)


@pytest.mark.parametrize("matrix", [TURNED, MIRRORED])
def test_a_push_is_the_skill_that_goes_there(matrix):
    skills = mapped(untrained.skills(**untrained.SPHERE, normalize=False), matrix)
    np.testing.assert_allclose(steering(skills, is_robot=False), matrix, atol=1e-5)
    np.testing.assert_allclose(steering(skills, is_robot=True) @ [0, 1], matrix @ AWAY, atol=1e-5)
    # To the right of that is a quarter turn clockwise.
    np.testing.assert_allclose(
        steering(skills, is_robot=True) @ [1, 0], matrix @ [AWAY[1], -AWAY[0]], atol=1e-5
    )


@pytest.mark.parametrize(
    "fields",
    [untrained.DIAYN, untrained.COUNTED, {**untrained.SPHERE, "features": "obs"}],
    ids=["diayn", "counted", "not by position"],
)
def test_skills_without_a_map_of_the_plane_are_not_turned(fields):
    assert steering(untrained.skills(**fields), is_robot=True) is None
