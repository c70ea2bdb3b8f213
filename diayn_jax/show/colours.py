"""The colour of each skill, the same in every picture."""

import math

import numpy as np

# Twenty colours for light paper and twenty for dark, of like hues. Each has a contrast of 3 and more to its
# paper (WCAG 2.2), and they stay apart for normal sight and with protanopia, deuteranopia and tritanopia
# alike: found by a search over the colours that the contrast allows, for the six, the ten and the twenty
# whose nearest two (CIEDE2000, deficiencies by Machado et al. 2009) are farthest from each other.
_TWENTY = (
    (
        "#6688ff",
        "#005511",
        "#cc6688",
        "#770055",
        "#888811",
        "#1111ee",
        "#bb2255",
        "#007766",
        "#775588",
        "#332222",
        "#4466dd",
        "#445544",
        "#bb77bb",
        "#000099",
        "#779966",
        "#441100",
        "#004499",
        "#886622",
        "#222233",
        "#009988",
    ),
    (
        "#aabbff",
        "#009900",
        "#eeaaaa",
        "#aa5577",
        "#ddee00",
        "#7755ff",
        "#ee7766",
        "#88ffee",
        "#9988aa",
        "#776644",
        "#9999dd",
        "#ddeebb",
        "#cc0099",
        "#6688ff",
        "#99cc00",
        "#ff4411",
        "#0077aa",
        "#ddcc77",
        "#bbaabb",
        "#00bb88",
    ),
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


# A ramp in OKLab, from blue to yellow, for light paper and for dark.
_RAMPS = (
    np.array([[0.184, -0.065, -0.195], [0.45, 0.099, -0.12], [0.60, 0.184, 0.006], [0.643, -0.063, 0.14]]),
    np.array([[0.55, -0.02, -0.17], [0.67, 0.10, -0.09], [0.78, 0.09, 0.08], [0.90, -0.01, 0.15]]),
)
# Of the circle: lightness in its middle, and how far that goes up and down.
_CIRCLES = ((0.51, 0.125), (0.70, 0.14))


def skill_colours(num_skills: int, *, dark: bool = False) -> list[str]:
    """A colour for each skill, `#rrggbb`, K of them, for light paper or for dark.

    Up to twenty are safe for colour-blind eyes, and the first few of any K are the same. More go
    round a circle of colours in equal steps, skills of neighbouring numbers far from each other.

    Raises:
      ValueError: fewer than one skill.
    """
    if num_skills < 1:
        raise ValueError(f"num_skills={num_skills}: there is nothing to colour.")
    if num_skills <= len(_TWENTY[dark]):
        return list(_TWENTY[dark][:num_skills])
    # Near the golden section of the circle, and of no factor in common with K, so that each
    # place on it is taken once.
    stride = round(num_skills * (math.sqrt(5) - 1) / 2)
    while math.gcd(stride, num_skills) > 1:
        stride += 1
    return cyclic(np.arange(num_skills) * stride % num_skills / num_skills, dark=dark)


def cyclic(place: np.ndarray, *, dark: bool = False) -> list[str]:
    """Colours at places of a circle, [N] in turns, for light paper or for dark.

    Lightness rises from violet to yellow-green, so that what a colour-blind eye sees, to which
    green and red (or yellow and blue) are one, is still a ring and not a line walked twice.
    """
    angle = 2 * np.pi * np.asarray(place, dtype=np.float64)
    middle, reach = _CIRCLES[dark]
    lightness = middle + reach * np.cos(angle - np.radians(125))
    return _from_oklab(np.stack([lightness, 0.115 * np.cos(angle), 0.115 * np.sin(angle)], axis=-1))


def ramp(place: np.ndarray, *, dark: bool = False) -> list[str]:
    """Colours from blue over red to yellow at places in 0 to 1, [N], ever lighter; for light paper or dark.

    By lightness alone they are told apart by any eye; none vanishes on its paper.
    """
    place = np.clip(np.asarray(place, dtype=np.float64), 0, 1)
    stops = _RAMPS[dark]
    columns = [np.interp(place, np.linspace(0, 1, len(stops)), column) for column in stops.T]
    return _from_oklab(np.stack(columns, axis=-1))


def _from_oklab(lab: np.ndarray) -> list[str]:
    """OKLab [N, 3] as #rrggbb, clipped to what a screen shows."""
    linear = np.clip((lab @ _TO_CONES.T) ** 3 @ _TO_RGB.T, 0, 1)
    encoded = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return ["#" + "".join(f"{round(255 * x):02x}" for x in colour) for colour in encoded]
