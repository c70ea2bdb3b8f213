"""Gives each skill of a run the colour and the name that pictures show."""

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from diayn_jax import resolve
from diayn_jax.config import Config
from diayn_jax.number_format import counted, fixed
from diayn_jax.show.colours import cyclic, ramp, skill_colours
from diayn_jax.skills import SkillSpace, mixture_angles

DISCRETE = "discrete"  # K skills, each with a number and a colour of its own
WHEEL = "wheel"  # vectors, coloured by their angle
RAMP = "ramp"  # single numbers, coloured by their value
SINGLE = "single"  # no skills: one policy

_MOST_NUMBERS = 4  # numbers of a vector that are written out


@dataclasses.dataclass(frozen=True)
class ShownSkills:
    """The P skills that a run's tables, traces, films and galleries show: the `probes` of its skill space.

    `Trajectories.skill` is an index into them.
    """

    kind: str  # DISCRETE, WHEEL, RAMP or SINGLE
    colours: tuple[str, ...]  # [P], #rrggbb, for a light background
    dark_colours: tuple[str, ...]  # [P], the same for a dark background
    names: tuple[str, ...]  # [P], short: "3", "(0.60, 0.80)"
    labels: tuple[str, ...]  # [P], as a noun: "skill 3", "z = (0.60, 0.80)", "the policy"
    places: np.ndarray | None  # [P]: angles in turns, 0 to 1 (WHEEL), or values (RAMP); otherwise None
    title: str  # "10 skills", "skills on sphere:2", "one policy"
    key: str  # what the colour means, in words; empty if each skill is named

    @property
    def count(self) -> int:
        """P."""
        return len(self.colours)

    @property
    def are_vectors(self) -> bool:
        """Whether these are samples from a continuous space."""
        return self.places is not None

    def counted(self, number: int) -> str:
        """Returns "10 skills" or "64 draws of z" for a number; an empty string for a single policy."""
        if self.kind == SINGLE:
            return ""
        return f"{counted(number, 'draw')} of z" if self.are_vectors else counted(number, "skill")

    def titled(self, title: str) -> str:
        """Adapts a title that says "each skill" to these skills."""
        return title.replace("each skill", "the policy") if self.kind == SINGLE else title

    def spread(self, number: int) -> list[int]:
        """Returns `number` skills: the first ones, or evenly spaced ones of a continuous space."""
        number = min(number, self.count)
        if self.are_vectors:
            return [i * self.count // number for i in range(number)]
        return list(range(number))


def discrete(num_skills: int) -> ShownSkills:
    """Returns K numbered skills."""
    names = tuple(map(str, range(num_skills)))
    labels = tuple(f"skill {name}" for name in names)
    colours = _colours(skill_colours, num_skills)
    return ShownSkills(DISCRETE, *colours, names, labels, None, counted(num_skills, "skill"), "")


def single() -> ShownSkills:
    """Returns the one entry of a policy without skills."""
    return ShownSkills(SINGLE, *_colours(skill_colours, 1), ("",), ("the policy",), None, "one policy", "")


def shown_skills(space: SkillSpace) -> ShownSkills:
    """Returns how pictures show the skills of a space.

    A vector of two or more numbers has the colour of the angle of its first two, on a wheel. The d skills of
    mixtures are spread evenly over the wheel, and a mixture has the angle of their weighted mean. A single
    number has the colour of its value, on a ramp.
    """
    if space.num_skills is not None:
        return single() if space.num_skills == 1 else discrete(space.num_skills)
    probes = np.asarray(space.probes, dtype=np.float64)
    title = f"skills on {space.name}"
    names = tuple(vector(z) for z in probes)
    labels = tuple(f"z = {name}" for name in names)
    if probes.shape[1] == 1:
        places = probes[:, 0]
        colours = _colours(ramp, (places - places.min()) / np.ptp(places))
        return ShownSkills(RAMP, *colours, names, labels, places, title, "colour: z")
    if space.on_simplex:
        places, key = mixture_angles(probes), f"colour: the mixture of {space.size} skills"
        return ShownSkills(WHEEL, *_colours(cyclic, places), names, labels, places, title, key)
    places = np.arctan2(probes[:, 1], probes[:, 0]) / (2 * np.pi) % 1.0
    key = "colour: the angle of z" if probes.shape[1] == 2 else "colour: the angle of z's first two numbers"
    return ShownSkills(WHEEL, *_colours(cyclic, places), names, labels, places, title, key)


def _colours(colours_of: Callable[..., list[str]], which: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Returns the same colours for a light and for a dark background."""
    return tuple(colours_of(which)), tuple(colours_of(which, dark=True))


def shown_of(config: Config) -> ShownSkills:
    """Returns how pictures show the skills of a run with this config."""
    return shown_skills(resolve.make_skills(config))


def vector(z: Sequence[float] | np.ndarray) -> str:
    """Writes a skill [d] as (0.60, −0.80), with a real minus sign; a long vector is cut off."""
    numbers = [fixed(x, 2) for x in z]
    if len(numbers) == 1:
        return numbers[0]
    if len(numbers) > _MOST_NUMBERS:
        numbers = [*numbers[: _MOST_NUMBERS - 1], "…"]
    return f"({', '.join(numbers)})"


def episodes_each(num_skills: int, most: int) -> int:
    """Returns how many episodes of each skill are drawn, so that at most about `most` lines are drawn."""
    return max(1, min(5 if num_skills > 1 else 20, most // num_skills))
