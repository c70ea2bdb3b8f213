"""The colours of skills are distinguishable, also with colour vision deficiencies."""

import itertools
import re
from pathlib import Path

import numpy as np
import pytest
from matplotlib import colors as mpl

from diayn_jax.show.colours import cyclic, ramp, skill_colours
from diayn_jax.show.films.scene_builder import TILES
from diayn_jax.show.players.skill_materials import SHADES, limb_colour

# Machado et al. 2009, severity 1, for linear RGB.
SIGHT = {
    "normal": np.eye(3),
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}


def linear(names):
    rgb = np.array([mpl.to_rgb(name) for name in names])
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def seen(names, sight):
    """Returns the CIELAB (D65) coordinates of colours as such an eye sees them."""
    rgb = np.clip(linear(names) @ np.array(SIGHT[sight]).T, 0, 1)
    to_xyz = [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
    xyz = rgb @ np.array(to_xyz).T / [0.95047, 1.0, 1.08883]
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.stack([116 * f[:, 1] - 16, 500 * (f[:, 0] - f[:, 1]), 200 * (f[:, 1] - f[:, 2])], axis=1)


def ciede2000(one, two):
    """Returns the colour difference of Sharma, Wu and Dalal 2005."""
    (l1, a1, b1), (l2, a2, b2) = one, two
    c7 = ((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2) ** 7
    stretch = 1.5 - 0.5 * np.sqrt(c7 / (c7 + 25**7))
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = np.degrees(np.arctan2(b1, a1)) % 360, np.degrees(np.arctan2(b2, a2)) % 360
    dh = (h2 - h1 + 180) % 360 - 180
    h, lightness, c = h1 + dh / 2, (l1 + l2) / 2, (c1 + c2) / 2

    def cos(degrees):
        return np.cos(np.radians(degrees))

    t = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.2 * cos(4 * h - 63)
    turn = (
        -2 * np.sqrt(c**7 / (c**7 + 25**7)) * np.sin(np.radians(60 * np.exp(-(((h % 360 - 275) / 25) ** 2))))
    )
    x = (l2 - l1) / (1 + 0.015 * (lightness - 50) ** 2 / np.sqrt(20 + (lightness - 50) ** 2))
    y = (c2 - c1) / (1 + 0.045 * c)
    z = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(dh / 2)) / (1 + 0.015 * c * t)
    return np.sqrt(max(x**2 + y**2 + z**2 + turn * y * z, 0))


def least(names, sight):
    return min(ciede2000(*pair) for pair in itertools.combinations(seen(names, sight), 2))


def test_the_distance_is_the_published_one():
    # Three of the 34 pairs in Sharma, Wu and Dalal's table.
    pairs = [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ]
    for one, two, expected in pairs:
        assert ciede2000(one, two) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("sight", SIGHT)
def test_up_to_twenty_skills_are_told_apart(sight, dark):
    assert least(skill_colours(20, dark=dark), sight) > 8
    assert least(skill_colours(10, dark=dark), sight) > 13
    assert least(skill_colours(6, dark=dark), sight) > 21
    # Ten of matplotlib's colours do not reach this difference for the most common deficiency.
    assert least([f"C{i}" for i in range(10)], "deuteranopia") < 5


def contrast(names, paper):
    """Returns the contrast ratios of WCAG 2.2, [N]."""
    ink, ground = (linear(x) @ [0.2126, 0.7152, 0.0722] for x in (names, [paper]))
    return (np.maximum(ink, ground) + 0.05) / (np.minimum(ink, ground) + 0.05)


# The grounds of the page and of its panels, from `web/src/theme.css`.
@pytest.mark.parametrize("paper", ["#faf9f7", "#ffffff", "#121314", "#1a1c1e"])
def test_each_has_a_contrast_of_three_to_its_paper(paper):
    dark = paper.startswith("#1")
    places = np.linspace(0, 1, 200)
    for names in (
        *(skill_colours(k, dark=dark) for k in (20, 21, 50, 100)),
        cyclic(places, dark=dark),
        ramp(places, dark=dark),
    ):
        assert contrast(names, paper).min() >= 3


@pytest.mark.parametrize("paper", ["#faf9f7", "#ffffff", "#121314", "#1a1c1e"])
@pytest.mark.parametrize("shade", SHADES)
def test_limbs_have_it_too(paper, shade):
    dark = paper.startswith("#1")
    for names in (skill_colours(20, dark=dark), skill_colours(100, dark=dark)):
        limbs = [mpl.to_hex(limb_colour(np.array(mpl.to_rgb(name)), shade, dark=dark)) for name in names]
        assert contrast(limbs, paper).min() >= 3


def test_so_it_is_before_the_tiles_of_films():
    for tile in TILES:
        assert contrast(skill_colours(20), mpl.to_hex([float(x) for x in tile.split()])).min() >= 3


def test_the_papers_are_those_of_the_page():
    style = (Path(__file__).parent.parent.parent / "diayn_jax/show/web/src/theme.css").read_text(
        encoding="utf-8"
    )
    assert re.findall(r"--(?:bg|panel): (#\w+);", style)[:4] == ["#faf9f7", "#ffffff", "#121314", "#1a1c1e"]


@pytest.mark.parametrize("num_skills", [1, 2, 6, 20])
def test_a_skill_keeps_its_colour(num_skills):
    assert skill_colours(num_skills) == skill_colours(20)[:num_skills]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("num_skills", [21, 32, 50, 100])
def test_more_go_round_a_circle_each_in_a_place_of_its_own(num_skills, dark):
    names = skill_colours(num_skills, dark=dark)
    assert len(set(names)) == num_skills
    assert set(names) == set(cyclic(np.arange(num_skills) / num_skills, dark=dark))
    for sight in ("normal", "protanopia", "deuteranopia"):
        lab = seen(names, sight)
        assert min(map(ciede2000, lab, lab[1:])) > 8, sight


@pytest.mark.parametrize("dark", [False, True])
def test_the_circle_is_closed_even_and_stays_a_ring(dark):
    places = np.arange(60) / 60
    assert cyclic(np.array([0.0]), dark=dark) == cyclic(np.array([1.0]), dark=dark)
    for sight in SIGHT:
        lab = seen(cyclic(places, dark=dark), sight)
        steps = [ciede2000(lab[i - 1], lab[i]) for i in range(60)]
        assert min(steps) > 0.3, sight
        assert max(steps) < 9, sight
        # Colours a quarter of a turn apart, or more, never look alike.
        apart = [ciede2000(lab[i], lab[(i + shift) % 60]) for i in range(60) for shift in range(15, 31)]
        assert min(apart) > 8, sight


def test_no_skills_is_an_error():
    with pytest.raises(ValueError, match="num_skills=0"):
        skill_colours(0)
