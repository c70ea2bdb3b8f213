"""What the papers publish for each figure: values with their source, and statements.

The papers' curves are not available as data, and the papers were not at hand when this table was written. So
each value says how it is known; check it before you cite it. Values are drawn as bands or levels, never as
curves.
"""

from typing import NamedTuple

DIAYN = "Eysenbach et al. 2018, arXiv:1802.06070"
METRA = "Park et al. 2024, arXiv:2310.08887"

RECALLED = "recalled, about"  # written down without the paper at hand
SECOND_HAND = "second-hand, about"  # from another text about the paper
IN_WORDS = "in words"
HOW = (RECALLED, SECOND_HAND, IN_WORDS)


class Published(NamedTuple):
    """A value or a statement that a paper publishes."""

    says: str  # what it is, as a short text
    how: str  # how it is known: one of `HOW`
    source: str  # the paper, and the place in it
    low: float | None = None  # the value, or the lower end of its range; None: only words
    high: float | None = None  # the upper end of the range
    on: str = ""  # which panel of ours it belongs to, such as a robot's name


def _diayn(says: str, how: str, place: str, *values: float, on: str = "") -> Published:
    return _of(DIAYN, says, how, place, *values, on=on)


def _of(paper: str, says: str, how: str, place: str, *values: float, on: str = "") -> Published:
    low, high = (values[0], values[-1]) if values else (None, None)
    return Published(says, how, f"{paper}, {place}", low, high, on)


_TASK = "return of model-free RL trained on the task"
_RETURNS = (
    _diayn(_TASK, RECALLED, "appendix, task reward of skills", 1000.0, 5000.0, on="halfcheetah"),
    _diayn(_TASK, RECALLED, "appendix, task reward of skills", 1000.0, 3000.0, on="hopper"),
    _diayn(_TASK, RECALLED, "appendix, task reward of skills", 700.0, 2000.0, on="ant"),
)

PUBLISHED: dict[str, tuple[Published, ...]] = {
    "navigation": (
        _diayn("skills shown in the box", RECALLED, "figure 2, left", 6.0),
        _diayn("skills may overlap, if they part later", IN_WORDS, "figure 2, middle"),
    ),
    "returns": (
        *_RETURNS,
        _diayn("many skills of hopper and half-cheetah have a large return", IN_WORDS, "appendix"),
    ),
    "dynamics": (_diayn("returns become more diverse as training goes on", IN_WORDS, "figure 2, right"),),
    "prior": (
        _diayn("if p(z) is learned, a tenth of the skills is left", RECALLED, "appendix, learning p(z)", 0.1),
        _diayn("all skills stay, if p(z) is fixed, by construction", IN_WORDS, "section 4.2"),
    ),
    "gridworld": (
        _diayn(
            "in a gridworld, the optimum splits the states into equal parts, one for each skill",
            IN_WORDS,
            "appendix, optimum for gridworlds",
        ),
    ),
    "finetuning": (
        _diayn("a skill is a better start than random weights, on all three robots", IN_WORDS, "figure 5"),
    ),
    "hierarchy": (
        _diayn(
            "a policy over skills learns both tasks, where RL from scratch hardly begins",
            IN_WORDS,
            "figure 7",
        ),
        _diayn("on ant, a prior on xy (DIAYN+prior) is far better", IN_WORDS, "figure 7"),
    ),
    "imitation": (
        _diayn(
            "tasks on which DIAYN was compared with its ablations", RECALLED, "appendix, imitation", 600.0
        ),
        _diayn(
            "DIAYN is nearer to the expert than with few skills, a learned p(z), or little entropy",
            IN_WORDS,
            "appendix, imitation",
        ),
    ),
    "entropy": (
        _diayn("small α: skills go far, but see little of the box", IN_WORDS, "appendix, entropy"),
        _diayn("larger α: skills visit more states", IN_WORDS, "appendix, entropy"),
        _diayn("largest α: skills are hard to tell apart", IN_WORDS, "appendix, entropy"),
    ),
    "seeds": (_diayn("seeds give similar distributions of returns", IN_WORDS, "appendix, random seeds"),),
    "coverage": (
        _of(METRA, "METRA, ant, at the end", SECOND_HAND, "figure of state coverage", 2000.0, on="ant"),
        _of(METRA, "DIAYN covers little of what METRA covers", IN_WORDS, "figure of state coverage"),
    ),
}
