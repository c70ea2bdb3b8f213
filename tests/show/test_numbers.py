"""Numbers on pages: Python and JavaScript write them alike."""

import math
from pathlib import Path

import numpy as np
import pytest
from browser import chromium

from diayn_jax.number_format import count, counted, fixed, number, percent, rough_duration

assert chromium  # a fixture

FORMAT = Path(__file__).parent.parent.parent / "diayn_jax" / "show" / "web" / "src" / "format.js"
SKILLS = FORMAT.parent / "play" / "skills.js"

NUMBERS = [
    (0, "0"),
    (-0.0, "0"),
    (0.8125, "0.813"),
    (-0.8124, "−0.812"),
    (1.005, "1.01"),
    (12.25, "12.3"),
    (99.95, "100"),
    (999.4, "999"),
    (999.5, "1,000"),
    (1012.5, "1,013"),
    (-1234.4, "−1,234"),
    (999_999_999, "999,999,999"),
    (1e9, "1.0·10⁹"),
    (9.96e9, "1.0·10¹⁰"),
    (0.001, "0.001"),
    (0.00099, "9.9·10⁻⁴"),
    (-2.25e-5, "−2.3·10⁻⁵"),
    (None, "–"),
    (math.nan, "–"),
    (math.inf, "–"),
]
PERCENTS = [
    (0.94, "94\u202f%"),
    (0.125, "13\u202f%"),
    (0.0525, "5.3\u202f%"),
    (0.09949, "9.9\u202f%"),
    (0.0995, "10\u202f%"),
    (0, "0\u202f%"),
    (-0.0001, "0.0\u202f%"),
    (-0.025, "−2.5\u202f%"),
    (1, "100\u202f%"),
    (None, "–"),
]
COUNTS = [
    (12, "12"),
    (0, "0"),
    (999, "999"),
    (999.6, "1k"),
    (1125, "1.13k"),
    (12_345, "12.3k"),
    (999_400, "999k"),
    (999_900, "1M"),
    (2_510_670, "2.51M"),
    (1e9, "1G"),
    (1.25e12, "1250G"),
    (1.2345e13, "12300G"),
    (-1e300, f"−1{'0' * 291}G"),
    (None, "–"),
]


@pytest.mark.parametrize(
    ("write", "table"), [(number, NUMBERS), (percent, PERCENTS), (count, COUNTS)], ids=["n", "p", "c"]
)
def test_tables(write, table):
    assert [write(value) for value, _ in table] == [text for _, text in table]


def test_a_fixed_number_of_decimals():
    assert [fixed(x, 2) for x in (0.6, -0.8, -0.001, 1234.567)] == ["0.60", "−0.80", "0.00", "1,234.57"]
    assert fixed(1e30, 3) == f"{10**30:,}.000"
    assert [fixed(x, 2) for x in (None, math.nan, math.inf)] == ["–", "–", "–"]


def test_a_noun_is_plural_except_after_one():
    assert [counted(n, "run") for n in (0, 1, 2)] == ["0 runs", "1 run", "2 runs"]


def test_javascript_writes_the_same(chromium):
    rng = np.random.default_rng(0)
    values = [
        x for table in (NUMBERS, PERCENTS, COUNTS) for x, _ in table if x is not None and math.isfinite(x)
    ]
    values += (rng.choice([-1, 1], 400) * 10 ** rng.uniform(-7, 11, 400)).tolist()
    # Halves: two rules of rounding would write them differently.
    values += [n / 8 for n in range(-40, 2000, 3)] + [n / 1000 + 0.0005 for n in range(1, 900, 7)]
    page = chromium.new_page()
    written = page.evaluate(
        """async ([source, values]) => {
          const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
          const { number, percent, count, fixed } = await import(url);
          return values.map((x) => [number(x), percent(x), count(x), fixed(x, 0.01), fixed(x, 1)]);
        }""",
        [FORMAT.read_text(encoding="utf-8"), values],
    )
    page.close()
    expected = [[number(x), percent(x), count(x), fixed(x, 2), fixed(x, 0)] for x in values]
    assert [row for row in zip(values, written, expected, strict=True) if row[1] != row[2]] == []


def test_a_picked_vector_has_no_negative_zero(chromium):
    choice = SKILLS.read_text(encoding="utf-8").replace('import { fixed } from "../format.js";', "")
    page = chromium.new_page()
    name = page.evaluate(
        """async (source) => {
          const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
          const { choiceOf } = await import(url);
          const skills = { probes: [[1, 0], [0, 1]], places: [0, 0.25], labels: ["", ""] };
          return choiceOf({ kind: "wheel", space: "sphere", ...skills }).nameOf([-0.001, -0.996], 0);
        }""",
        FORMAT.read_text(encoding="utf-8") + choice,
    )
    page.close()
    assert name == "z = (0.00, −1.00)"


def test_rough_durations():
    found = [rough_duration(seconds) for seconds in (3, 90, 5994, 6000, 90_000)]
    assert found == ["0.1 min", "1.5 min", "99.9 min", "1.7 h", "25.0 h"]
