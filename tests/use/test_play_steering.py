"""The ring of `diayn play` is turned so that a robot goes where the person pushes."""

import dataclasses

import numpy as np
import pytest
import untrained

from diayn_jax import envs
from diayn_jax.show import page
from diayn_jax.show.players.live import look_of
from diayn_jax.use.play import play
from diayn_jax.use.play.steering import steering

# How far the first camera of each look is turned from −90°, rad.
TURNS = {"side": -0.12, "top": 0.0, "over": 0.5}
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
    np.testing.assert_allclose(steering(skills, None), matrix, atol=1e-5)
    for look, turn in TURNS.items():
        away = np.array([np.sin(turn), np.cos(turn)])  # where the camera looks, on the ground
        found = steering(skills, look)
        np.testing.assert_allclose(found @ [0, 1], matrix @ away, atol=1e-5)
        # To the right of that is a quarter turn clockwise.
        np.testing.assert_allclose(found @ [1, 0], matrix @ [away[1], -away[0]], atol=1e-5)


@pytest.mark.parametrize(("name", "look"), [("swimmer", "top"), ("ant", "over"), ("point", None)])
def test_the_ring_is_turned_for_the_camera_of_the_page(name, look):
    backend = "jax" if look is None else "native"
    skills = untrained.skills(**untrained.SPHERE, env=name, backend=backend, normalize=False)
    env = envs.make(name, backend=backend)
    assert look_of(env.scene) == look
    source = {"kind": "server", "path": "socket"} if look is None else play.source_of(skills, env)
    drawn = page.data_of(play.page_of(skills, "untrained", source))["skills"]["steering"]
    turn = TURNS.get(look, 0.0)
    ground = [[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]]
    np.testing.assert_allclose(drawn, steering(skills, None) @ ground, atol=1e-5)


@pytest.mark.parametrize(
    "fields",
    [untrained.DIAYN, untrained.COUNTED, {**untrained.SPHERE, "features": "obs"}],
    ids=["diayn", "counted", "not by position"],
)
def test_skills_without_a_map_of_the_plane_are_not_turned(fields):
    assert steering(untrained.skills(**fields), "over") is None
