"""The colour of each skill, the same in every picture."""

import math

import numpy as np

# Twenty colours that stay apart for normal sight and with protanopia, deuteranopia and tritanopia
# alike, on white and on black: of lightness 30 to 84, the twenty whose nearest two (CIEDE2000,
# deficiencies by Machado et al. 2009) are farthest from each other, 9.7; in an order in which any
# first few are far apart as well.
_TWENTY = (
    "#802060",
    "#bfdf00",
    "#8080ff",
    "#606040",
    "#60dfdf",
    "#4000df",
    "#bf809f",
    "#9f6000",
    "#ff0060",
    "#bfbf80",
    "#609f80",
    "#df8000",
    "#9f0000",
    "#806080",
    "#9fbfff",
    "#ffbfbf",
    "#8040ff",
    "#604040",
    "#00609f",
    "#9f80bf",
)

# OKLab (Ottosson 2020) to linear sRGB.
_TO_CONES = np.array(
    [
        [1.0, 0.3963377774, 0.2158037573],
        [1.0, -0.1055613458, -0.0638541728],
        [1.0, -0.0894841775, -1.2914855480],
    ]
)
_TO_RGB = np.array(
    [
        [4.0767416621, -3.3077115913, 0.2309699292],
        [-1.2684380046, 2.6097574011, -0.3413193965],
        [-0.0041960863, -0.7034186147, 1.7076147010],
    ]
)


# A ramp in OKLab, from blue to yellow.
_RAMP = np.array([[0.40, -0.02, -0.19], [0.57, 0.10, -0.10], [0.72, 0.12, 0.08], [0.86, -0.01, 0.16]])


def skill_colours(num_skills: int) -> list[str]:
    """A colour for each skill, `#rrggbb`, K of them.

    Up to twenty are safe for colour-blind eyes, and the first few of any K are the same. More go
    round a circle of colours in equal steps, skills of neighbouring numbers far from each other.

    Raises:
      ValueError: fewer than one skill.
    """
    if num_skills < 1:
        raise ValueError(f"num_skills={num_skills}: there is nothing to colour.")
    if num_skills <= len(_TWENTY):
        return list(_TWENTY[:num_skills])
    # Near the golden section of the circle, and of no factor in common with K, so that each
    # place on it is taken once.
    stride = round(num_skills * (math.sqrt(5) - 1) / 2)
    while math.gcd(stride, num_skills) > 1:
        stride += 1
    return cyclic(np.arange(num_skills) * stride % num_skills / num_skills)


def cyclic(place: np.ndarray) -> list[str]:
    """Colours at places of a circle, [N] in turns.

    Lightness rises from violet to yellow-green, so that what a colour-blind eye sees, to which
    green and red (or yellow and blue) are one, is still a ring and not a line walked twice.
    """
    angle = 2 * np.pi * np.asarray(place, dtype=np.float64)
    lightness = 0.66 + 0.14 * np.cos(angle - np.radians(125))
    return _from_oklab(np.stack([lightness, 0.115 * np.cos(angle), 0.115 * np.sin(angle)], axis=-1))


def ramp(place: np.ndarray) -> list[str]:
    """Colours from blue over red to yellow at places in 0 to 1, [N], ever lighter.

    By lightness alone they are told apart by any eye; none vanishes on white or on black.
    """
    place = np.clip(np.asarray(place, dtype=np.float64), 0, 1)
    columns = [np.interp(place, np.linspace(0, 1, len(_RAMP)), column) for column in _RAMP.T]
    return _from_oklab(np.stack(columns, axis=-1))


def _from_oklab(lab: np.ndarray) -> list[str]:
    """OKLab [N, 3] as #rrggbb, clipped to what a screen shows."""
    linear = np.clip((lab @ _TO_CONES.T) ** 3 @ _TO_RGB.T, 0, 1)
    encoded = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return ["#" + "".join(f"{round(255 * x):02x}" for x in colour) for colour in encoded]
