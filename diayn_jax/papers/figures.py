"""The table of figures: what each one shows, the runs that it needs, and the function that draws it."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from diayn_jax.papers import robots, uses, worlds
from diayn_jax.papers.panels import Drawn
from diayn_jax.papers.studies import Made


class Figure(NamedTuple):
    """A figure of a paper that a simulator can make anew."""

    title: str
    place: str  # where the paper has it
    studies: tuple[str, ...]  # the studies whose runs it draws, keys of `studies.STUDIES`
    minutes: int  # of the budget `small` on two idle cores, if no study is made yet, about
    draw: Callable[[Mapping[str, Made]], Drawn]


_FINETUNED = tuple(f"finetune_{robot}" for robot in robots.ROBOTS)

FIGURES: Mapping[str, Figure] = {
    "navigation": Figure(
        "Skills of a point in a box", "figure 2, left and middle", ("navigation",), 2, worlds.navigation
    ),
    "entropy": Figure("The weight of entropy", "appendix", ("entropy",), 3, worlds.entropy),
    "prior": Figure("A learned p(z) against a uniform one", "appendix", ("prior",), 3, worlds.prior),
    "gridworld": Figure("Skills part a gridworld", "appendix", ("gridworld",), 2, worlds.gridworld),
    "returns": Figure(
        "Skills of three robots, and their returns", "figure 3, appendix", robots.ROBOTS, 15, robots.returns
    ),
    "dynamics": Figure(
        "How skills change in training", "figure 2, right", robots.ROBOTS, 15, robots.dynamics
    ),
    "seeds": Figure("Returns of skills by seed", "appendix", robots.ROBOTS, 15, robots.seeds),
    "imitation": Figure(
        "Imitating an expert", "figure 8, appendix", ("control", "imitation"), 4, uses.imitation
    ),
    "finetuning": Figure("A skill as the start of learning", "figure 5", _FINETUNED, 25, uses.finetuning),
    "hierarchy": Figure(
        "Policies over skills",
        "figure 7",
        ("choose_ant", "choose_ant_prior", "choose_hurdles"),
        30,
        uses.hierarchy,
    ),
    "coverage": Figure(
        "Coverage of METRA and DIAYN", "state coverage, in METRA's", ("coverage",), 6, robots.coverage
    ),
}
