"""Describes in words what a run has learned."""

import numpy as np

from diayn_jax.number_format import count, number, percent
from diayn_jax.show.report.run_data import RunData, last
from diayn_jax.show.shown_skills import SINGLE, ShownSkills


def lead(data: RunData, shown: ShownSkills) -> str:
    """Describes what a skill is, what the figures mean and what was learned; empty without figures."""
    found = _learned(data, shown)
    return " ".join(filter(None, [_what(data, shown), _taught(data), found])) if found else ""


def _what(data: RunData, shown: ShownSkills) -> str:
    if shown.kind == SINGLE and data.config.choose_from:
        return (
            "One policy, which chooses among frozen skills and learns from the environment’s own reward. "
            "Every step counted here is a choice, by which a skill acts for "
            f"{data.config.steps_per_choice} of the robot’s steps."
        )
    if shown.kind == SINGLE:
        return "One policy, which learns from the environment’s own reward."
    told = "a vector z" if shown.are_vectors else f"a number from 0 to {shown.count - 1}"
    paid = "the environment’s reward says what" if data.is_rewarded else "no reward said what"
    does = f"does something of its own, and {paid}"
    if data.is_distilled:
        taught = f"what one of {shown.count} solutions does"
        does = f"was taught to do {taught}"
        if data.trained_after > 0:
            does += f", and then trained for {count(data.trained_after)} steps, in which {paid} to do"
    return f"A skill is one way to behave: given {told}, the same policy {does}."


def _taught(data: RunData) -> str:
    """Describes how well the policy imitates the solutions it was distilled from; empty for other runs."""
    made = data.distillation
    if made is None:
        return ""
    before = "Before that training its" if data.trained_after > 0 else "Its"
    error = (
        f"{before} actions, in −1 to 1, were off the solutions’ by {number(made.error)} (root mean square)"
    )
    earned = (
        f"an episode earned {number(made.return_of_skills)} where theirs earned "
        f"{number(made.return_of_solutions)}"
    )
    return f"{error}; {earned}, on average."


def _learned(data: RunData, shown: ShownSkills) -> str:
    if shown.kind == SINGLE:
        total, spread = last(data, "eval/return"), last(data, "eval/return_std")
        if total is None:
            return ""
        give_or_take = "" if spread is None else f", give or take {number(spread)}"
        return f"An episode now earns {number(total)} on average{give_or_take}."
    parts = [_told_apart(data, shown), _moved(data)]
    return " ".join(filter(None, parts))


def _told_apart(data: RunData, shown: ShownSkills) -> str:
    """Describes the mutual information and what it means; empty without a discriminator."""
    mi, effective = last(data, "eval/mi"), last(data, "eval/effective_skills")
    if mi is None or shown.are_vectors:
        return ""
    top = float(np.log(shown.count))
    meaning = "Mutual information is how much a state tells about the skill that led there:"
    told = f"here {number(mi)} of at most ln {shown.count} = {number(top)} nats"
    as_many = "" if effective is None else f", as much as {number(effective)} skills that are never confused"
    accuracy = last(data, "eval/discriminator_accuracy")
    named = "" if accuracy is None else f"; {percent(accuracy)} of states identify their skill"
    return f"{meaning} {told}{as_many}{named}."


def _moved(data: RunData) -> str:
    distance = last(data, "eval/distance_mean")
    distance = last(data, "eval/distance") if distance is None else distance
    covered = last(data, "eval/policy_coverage")
    if distance is None:
        return ""
    ground = "" if covered is None else f", and together they visit {number(covered)} cells of 1 m × 1 m"
    return f"Skills end {number(distance)} m from their start on average{ground}."
