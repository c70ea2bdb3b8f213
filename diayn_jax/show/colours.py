"""Chooses each skill's colour, which is the same in every picture."""

import math

import numpy as np

# Twenty colours for a light background and twenty of similar hues for a dark one. Each has a contrast of at
# least 3 to its background (WCAG 2.2). The colours stay distinct for normal sight and for protanopia,
# deuteranopia and tritanopia. A search over all colours of sufficient contrast found them: it maximised the
# distance between the nearest two of the first six, ten and twenty colours (distances by CIEDE2000, colour
# blindness by Machado et al. 2009).
_TWENTY = (
    [
        "#6688ff", "#005511", "#cc6688", "#770055", "#888811", "#1111ee", "#bb2255",
        "#007766", "#775588", "#332222", "#4466dd", "#445544", "#bb77bb", "#000099",
        "#779966", "#441100", "#004499", "#886622", "#222233", "#009988",
    ],
    [
        "#aabbff", "#009900", "#eeaaaa", "#aa5577", "#ddee00", "#7755ff", "#ee7766",
        "#88ffee", "#9988aa", "#776644", "#9999dd", "#ddeebb", "#cc0099", "#6688ff",
        "#99cc00", "#ff4411", "#0077aa", "#ddcc77", "#bbaabb", "#00bb88",
    ],
)  # fmt: skip

# OKLab (Ottosson 2020) to linear sRGB.
_TO_CONES = np.array([
    [1.0, 0.3963377774, 0.2158037573],
    [1.0, -0.1055613458, -0.0638541728],
    [1.0, -0.0894841775, -1.2914855480],
])  # fmt: skip
_TO_RGB = np.array([
    [4.0767416621, -3.3077115913, 0.2309699292],
    [-1.2684380046, 2.6097574011, -0.3413193965],
    [-0.0041960863, -0.7034186147, 1.7076147010],
])  # fmt: skip

# A ramp in OKLab, from blue to yellow, for a light and a dark background.
_RAMPS = (
    np.array([[0.184, -0.065, -0.195], [0.45, 0.099, -0.12], [0.60, 0.184, 0.006], [0.643, -0.063, 0.14]]),
    np.array([[0.55, -0.02, -0.17], [0.67, 0.10, -0.09], [0.78, 0.09, 0.08], [0.90, -0.01, 0.15]]),
)
# The colour circle's mean lightness, and how far the lightness varies around it.
_CIRCLES = ((0.51, 0.125), (0.70, 0.14))


def skill_colours(num_skills: int, *, dark: bool = False) -> list[str]:
    """Returns K colours `#rrggbb`, one for each skill, for a light or a dark background.

    Up to twenty colours are safe for colour-blind readers, and skill i has the same colour for every such K.
    More colours are spaced equally on a circle, and skills of neighbouring numbers lie far apart on it.

    Raises:
      ValueError: `num_skills` is below 1.
    """
    if num_skills < 1:
        raise ValueError(f"num_skills={num_skills} is not allowed; it must be at least 1.")
    if num_skills <= len(_TWENTY[dark]):
        return _TWENTY[dark][:num_skills]
    # The stride is near the golden section of the circle. It shares no factor with K, so that each
    # place on the circle is used once.
    stride = round(num_skills * (math.sqrt(5) - 1) / 2)
    while math.gcd(stride, num_skills) > 1:
        stride += 1
    return cyclic(np.arange(num_skills) * stride % num_skills / num_skills, dark=dark)


def cyclic(place: np.ndarray, *, dark: bool = False) -> list[str]:
    """Returns the colours at places [N] on a circle, in turns, for a light or a dark background.

    Lightness rises from violet to yellow-green. Someone who cannot distinguish green from red, or yellow
    from blue, therefore still sees a ring, and not a line that runs back and forth.
    """
    angle = 2 * np.pi * np.asarray(place, dtype=np.float64)
    middle, reach = _CIRCLES[dark]
    lightness = middle + reach * np.cos(angle - np.radians(125))
    return _from_oklab(np.stack([lightness, 0.115 * np.cos(angle), 0.115 * np.sin(angle)], axis=-1))


def ramp(place: np.ndarray, *, dark: bool = False) -> list[str]:
    """Returns the colours of a ramp at places [N] in 0 to 1, for a light or a dark background.

    The ramp runs from blue over red to yellow and becomes ever lighter, so that lightness alone distinguishes
    its colours. All of them contrast with the background.
    """
    place = np.clip(np.asarray(place, dtype=np.float64), 0, 1)
    stops = _RAMPS[dark]
    columns = [np.interp(place, np.linspace(0, 1, len(stops)), column) for column in stops.T]
    return _from_oklab(np.stack(columns, axis=-1))


def _from_oklab(lab: np.ndarray) -> list[str]:
    """Converts OKLab [N, 3] to #rrggbb, clipped to the colours of a screen."""
    linear = np.clip((lab @ _TO_CONES.T) ** 3 @ _TO_RGB.T, 0, 1)
    encoded = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return ["#" + "".join(f"{round(255 * x):02x}" for x in colour) for colour in encoded]
