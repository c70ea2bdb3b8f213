"""Each skill that is shown has a colour and a name, in every space of skills."""

import math

import numpy as np
import pytest
import tiny
from test_colours import SIGHT, ciede2000, linear, seen

from diayn_jax.show import shown_skills as module
from diayn_jax.show.colours import cyclic, ramp, skill_colours
from diayn_jax.show.shown_skills import discrete, shown_of, shown_skills, single, vector
from diayn_jax.skills import make_skills


def test_numbered_skills_are_as_ever():
    shown = shown_skills(make_skills("categorical", 3))
    assert shown == discrete(3)
    assert list(shown.colours) == skill_colours(3)
    assert (shown.names, shown.labels) == (("0", "1", "2"), ("skill 0", "skill 1", "skill 2"))
    assert (shown.title, shown.counted(3), shown.counted(1)) == ("3 skills", "3 skills", "1 skill")
    assert shown.spread(2) == [0, 1]
    assert not shown.are_vectors


def test_no_skills_are_one_policy():
    shown = shown_skills(make_skills("none", 2))
    assert shown == single()
    assert (shown.count, shown.labels, shown.counted(1)) == (1, ("the policy",), "")
    assert shown.titled("Where each skill goes") == "Where the policy goes"
    assert discrete(3).titled("Where each skill goes") == "Where each skill goes"


def test_directions_have_the_colour_of_their_angle():
    space = make_skills("sphere:2", 2)
    shown = shown_skills(space)
    assert (shown.kind, shown.count) == (module.WHEEL, 64)
    for z, colour, label in zip(space.probes, shown.colours, shown.labels, strict=True):
        turns = math.atan2(z[1], z[0]) / (2 * math.pi) % 1
        assert colour == cyclic(np.array([turns]))[0]
        x, y = (float(part.replace("−", "-")) for part in label.removeprefix("z = (").rstrip(")").split(","))
        assert (x, y) == pytest.approx(tuple(z), abs=0.0051)
    # A few of the vectors have directions all around.
    few = sorted(shown.places[shown.spread(4)])
    assert max(np.diff([*few, few[0] + 1])) < 0.4


@pytest.mark.parametrize("name", ["sphere:5", "gaussian:3", "box:2"])
def test_longer_vectors_have_the_colour_of_their_first_two_numbers(name):
    space = make_skills(name, 2)
    shown = shown_skills(space)
    angle = np.arctan2(space.probes[:, 1], space.probes[:, 0]) % (2 * np.pi)
    np.testing.assert_allclose(shown.places, angle / (2 * np.pi), atol=1e-6)
    assert ("first two numbers" in shown.key) == (name != "box:2")


def test_mixtures_have_the_colours_between_those_of_their_skills():
    shown = shown_skills(make_skills("dirichlet:4", 2))
    assert (shown.kind, shown.count, shown.key) == (module.WHEEL, 64, "colour: the mixture of 4 skills")
    np.testing.assert_allclose(shown.places[:4], [0, 0.25, 0.5, 0.75], atol=1e-9)
    assert shown.names[1] == "(0.00, 1.00, 0.00, 0.00)"


@pytest.mark.parametrize("name", ["gaussian:1", "box:1"])
def test_single_numbers_are_on_a_ramp(name):
    space = make_skills(name, 2)
    shown = shown_skills(space)
    assert shown.kind == module.RAMP
    order = np.argsort(space.probes[:, 0])
    assert [shown.colours[order[0]], shown.colours[order[-1]]] == ramp(np.array([0.0, 1.0]))
    lightness = seen([shown.colours[z] for z in order], "normal")[:, 0]
    assert (np.diff(lightness) >= -0.5).all()
    assert shown.labels[0] == f"z = {space.probes[0, 0]:.2f}".replace("-", "−")


def test_a_ramp_is_one_for_any_eye():
    names = ramp(np.linspace(0, 1, 21))
    for sight in SIGHT:
        lab = seen(names, sight)
        far = [ciede2000(lab[i], lab[j]) for i in range(21) for j in range(i + 5, 21)]
        assert min(far) > 8, sight
    luminance = linear(names) @ [0.2126, 0.7152, 0.0722]
    assert (np.diff(luminance) > 0).all()
    assert (1.05 / (luminance + 0.05)).min() > 3


def test_vectors_in_writing():
    assert vector([0.6, -0.8]) == "(0.60, −0.80)"
    assert vector([-0.001, 1]) == "(0.00, 1.00)"
    assert vector([-0.5]) == "−0.50"
    assert vector([0.1, 0.2, 0.3, 0.4]) == "(0.10, 0.20, 0.30, 0.40)"
    assert vector(range(9)) == "(0.00, 1.00, 2.00, …)"


def test_a_config_says_which_skills_are_shown():
    assert shown_of(tiny.config(num_skills=3)) == discrete(3)
    metra = {name: value for name, value in tiny.FIELDS.items() if "discriminator" not in name}
    del metra["num_skills"]
    from diayn_jax.resolve import make_config

    assert shown_of(make_config({**metra, "objective": "metra"})).title == "skills on sphere:2"
    assert shown_of(make_config({**metra, "objective": "task"})) == single()
