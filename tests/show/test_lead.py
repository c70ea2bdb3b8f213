"""The texts of a page, in plain words."""

import math

import numpy as np
import pytest

from diayn_jax.resolve import make_config
from diayn_jax.show.report.run_data import RunData
from diayn_jax.show.report.summary_text import lead
from diayn_jax.show.shown_skills import shown_of


def said(figures, **fields):
    config = make_config({"env": "point", **fields})
    return lead(RunData(config, {}, (), figures, None, ()), shown_of(config))


def test_nothing_is_said_before_there_are_figures():
    assert said({}, num_skills=4) == ""
    assert said({"eval/mi": math.nan}, num_skills=4) == ""
    assert said({}, objective="task") == ""


def test_what_diayn_has_learned():
    figures = {
        "eval/mi": 0.9 * np.log(4),
        "eval/effective_skills": 4**0.9,
        "eval/discriminator_accuracy": 0.912,
        "eval/distance_mean": 1.234,
        "eval/policy_coverage": 17.0,
    }
    text = said(figures, num_skills=4)
    assert text.startswith("A skill is one way to behave: given a number from 0 to 3, ")
    assert "no reward said what" in text
    # The figures are 0.9 ln 4, ln 4 and 4^0.9.
    assert "here 1.25 of at most ln 4 = 1.39 nats, as much as 3.48 skills that are never confused" in text
    assert "; 91\u202f% of states identify their skill." in text
    assert text.endswith(
        "end 1.23 m from their start on average, and together they visit 17 cells of 1 m × 1 m."
    )


def test_a_step_that_is_a_choice_is_said_to_be_one():
    text = said(
        {"eval/return": 3.0}, env="point_goals", objective="task", choose_from="runs/a", steps_per_choice=7
    )
    assert text.startswith("One policy, which chooses among frozen skills ")
    assert "Every step counted here is a choice, by which a skill acts for 7 of the robot’s steps." in text
    assert text.endswith("An episode now earns 3 on average.")


def test_of_vectors_nothing_is_said_that_only_a_classifier_knows():
    text = said({"eval/distance_mean": 21.0, "eval/mi": 1.0}, objective="metra")
    assert "given a vector z" in text
    assert "nats" not in text
    assert text.endswith("Skills end 21 m from their start on average.")


@pytest.mark.parametrize(("spread", "words"), [({}, ""), ({"eval/return_std": 2.0}, ", give or take 2")])
def test_of_a_single_policy_what_it_earns(spread, words):
    text = said({"eval/return": 1234.5, **spread}, objective="task")
    assert text.startswith("One policy, which learns from the environment’s own reward.")
    assert text.endswith(f"An episode now earns 1,235 on average{words}.")
