"""A run's output has only the figures of its objective."""

import errno
import io
import re
import sys
import threading
import time

import pytest
import tiny
from runs import run

from diayn_jax import agents, objectives, output, skills
from diayn_jax.evaluation.metrics import Interval
from diayn_jax.evaluation.metrics.estimators import TOO_FEW, TOO_FEW_ROLLOUTS
from diayn_jax.interfaces import Diagnosis
from diayn_jax.resolve import make_config
from diayn_jax.run import console

ROW = {
    "time/env_steps_per_second": 12_345.0,
    "train/actor_temperature": 3.0,
    "train/policy_loss": -0.5,
    "train/critic_loss": 0.25,
}
DIAYN = {
    "eval/mi": 0.5,
    "eval/mi_normalised": 0.4551,
    "eval/effective_skills": 1.66,
    "eval/discriminator_accuracy": 0.7,
    "eval/distance_mean": 3.0,
}
METRA = {"eval/score": 0.8, "eval/distance_mean": 30.25, "eval/return_mean": -3.0}
TASK = {"eval/return": -153.21, "eval/return_std": 20.0, "eval/distance": 2.5}


@pytest.mark.parametrize(
    ("figures", "row", "expected"),
    [
        ({}, {}, "loss: critic 0.25 policy −0.5"),
        (
            DIAYN,
            {"train/discriminator_loss": 1.2},
            "MI 0.50 (0.46)  skills 1.7/3  accuracy 0.70  loss: critic 0.25 policy −0.5 discriminator 1.2",
        ),
        (
            DIAYN,
            {"train/skills_active": 2.0},
            "MI 0.50 (0.46)  skills 1.7/3  accuracy 0.70  active 2.0/3  loss: critic 0.25 policy −0.5",
        ),
        (
            METRA,
            {"train/representation_loss": 2.0},
            "distance 30.3  score 0.8  loss: critic 0.25 policy −0.5 representation 2",
        ),
        (
            {**METRA, "eval/policy_coverage": 1234.0},
            {},
            "distance 30.3  coverage 1,234  score 0.8  loss: critic 0.25 policy −0.5",
        ),
        (TASK, {}, "return −153  loss: critic 0.25 policy −0.5"),
        (TASK, {"train/critic_loss": 1012.5}, "return −153  loss: critic 1,013 policy −0.5"),
        (TASK, {"train/critic_loss": 999.7}, "return −153  loss: critic 1,000 policy −0.5"),
    ],
)
def test_the_progress_line_has_the_figures_that_there_are(figures, row, expected):
    config = tiny.config(num_env_steps=2000)
    line = console.status_line(config, 500, 75.0, {**ROW, **row}, figures)
    assert line == f" 25% 500/2k  12.3k steps/s  ETA 1:15  {expected}"


class Terminal(io.StringIO):
    """A terminal that keeps all output."""

    def isatty(self):
        return True

    @property
    def lines(self):
        """Returns the visible lines, after the control codes for up, erase and return."""
        rows, at = [""], 0
        for code in re.findall(r"\x1b\[\??\d*[A-Za-z]|\r|\n|[^\x1b\r\n]+", self.getvalue()):
            if code == "\n":
                at += 1
                rows += [""] * (at == len(rows))
            elif code == "\x1b[2K":
                rows[at] = ""
            elif code == "\x1b[1A":
                at -= 1
            elif code[0] not in "\x1b\r":
                rows[at] += code
        return [row.rstrip() for row in rows]


def terminal_of(monkeypatch):
    """Replaces stdout by a terminal of 40 columns.

    This is not a fixture, because pytest sets stdout between fixtures and the test.
    """
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stdout", Terminal())
    return sys.stdout


def test_the_live_line_stays_below_the_lines_and_fits_the_screen(monkeypatch):
    terminal = terminal_of(monkeypatch)
    screen = console.Console(print)
    screen.line("begun")
    screen.status(" 25% 500/2k  12.3k steps/s", row=False, done=0.25)
    # The bar takes a fifth of the screen: 8 columns, of which 2 are filled.
    assert terminal.lines == ["begun", "━━╺━━━━━  25% 500/2k  12.3k steps/s"]
    path = "saved /runs/point/" + 60 * "x" + " [bold] :smile:"
    screen.line(path)
    screen.status(" 50% 1k/2k  12.3k steps/s  ETA 0:30  MI 0.50 (0.46)", row=True, done=0.5)
    # A line is neither wrapped nor read as markup. The live line is cut, and ends with "…".
    expected = ["begun", path, "━━━━╺━━━  50% 1k/2k  12.3k steps/s  ETA…"]
    assert terminal.lines == expected
    assert len(expected[-1]) == 40
    screen.close()
    assert terminal.lines[:3] == ["begun", path, ""]
    screen.line("ended")
    assert terminal.lines[:3] == ["begun", path, "ended"]


def test_the_cursor_is_seen_below_a_live_line(monkeypatch):
    terminal = terminal_of(monkeypatch)
    screen = console.Console(print)
    screen.status("working", row=False)
    # The cursor is visible, so a process that is killed now leaves the terminal in order.
    assert re.findall(r"\x1b\[\?25[lh]", terminal.getvalue())[-1] == "\x1b[?25h"


def test_a_terminal_that_is_closed_ends_no_run(monkeypatch, capsys):
    terminal = terminal_of(monkeypatch)

    def closed(*_):
        raise OSError(errno.EIO, "Input/output error")

    screen = console.Console(print)
    screen.status("working", row=False)
    monkeypatch.setattr(terminal, "write", closed)
    screen.status("working on", row=False)
    screen.line("saved")
    screen.close()
    said = "The output can no longer be written (Input/output error); the run continues without it.\n"
    assert capsys.readouterr().err == said


def test_an_encoding_that_lacks_a_character_ends_no_run(capsys):
    lines = []

    def say(line):
        lines.append(line)
        line.encode("latin-1")

    screen = console.Console(say)
    for line in ("1.5", "−1.5", "2.5"):
        screen.line(line)
    assert lines == ["1.5", "−1.5"]
    assert "The output can no longer be written (ordinal not in range" in capsys.readouterr().err


@pytest.mark.parametrize("row", [True, False])
def test_without_a_terminal_the_status_is_a_line_of_the_log(capsys, row):
    screen = console.Console(print)
    screen.status("working", row=row)
    screen.close()
    assert capsys.readouterr().out == ("working\n" if row else "")


def test_waiting_where_there_is_no_stdout(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    with console.waiting("Playing episodes") as tell:
        tell("Training the probes")


def test_what_takes_long_is_told_with_how_long_it_has(monkeypatch):
    said, told = [], threading.Event()
    monkeypatch.setattr(console, "_FIRST_WORD", 0.5)

    def report(line):
        said.append(line)
        told.set()

    with console.waiting("Playing episodes", report) as tell:
        tell("Training the probes")
        assert told.wait(10)
    assert said == ["Training the probes … 0:01"]
    with console.waiting("Playing episodes", report):
        pass
    assert len(said) == 1


def wait_for(terminal, row, pattern):
    """Waits until the row of a terminal matches; another thread draws it."""
    end = time.perf_counter() + 10
    while len(terminal.lines) <= row or not re.fullmatch(pattern, terminal.lines[row]):
        assert time.perf_counter() < end, terminal.lines
        time.sleep(0.005)


@pytest.fixture
def soon(monkeypatch):
    """Lets the live line appear at once, and turn quickly."""
    monkeypatch.setattr(console, "_SHOWN_AFTER", 0.0)
    monkeypatch.setattr(console, "_TURN", 0.01)


def test_a_part_with_a_known_total_has_a_bar_and_the_time_left(monkeypatch, soon):
    terminal = terminal_of(monkeypatch)
    clock = [100.0]
    monkeypatch.setattr(console.time, "monotonic", lambda: clock[0])
    with console.waiting("Filming", output.say) as progress:
        progress("Filming", 0, 8)
        wait_for(terminal, 0, "━━━━━━━━ Filming  0/8.*")
        # Two of eight pictures took ten seconds, so the other six take thirty.
        clock[0] += 10.0
        progress("Filming", 2, 8)
        wait_for(terminal, 0, "━━╺━━━━━ Filming  2/8  0:30 left")
        progress("Filming", 8, 8)
        wait_for(terminal, 0, "━━━━━━━━ Filming  8/8  0:00 left")
    # The live line is erased, and nothing stays.
    assert set(terminal.lines) == {""}


def test_a_part_without_a_total_has_a_spinner_and_its_time(monkeypatch, soon):
    terminal = terminal_of(monkeypatch)
    clock = [100.0]
    monkeypatch.setattr(console.time, "monotonic", lambda: clock[0])
    with console.waiting("Playing") as progress:
        clock[0] += 65.0
        wait_for(terminal, 0, "[⠀-⣿] Playing … 1:05")
        # A line that stays is printed above.
        progress.line("gravity=0.5: 12")
        wait_for(terminal, 1, "[⠀-⣿] Playing … 1:05")
        assert terminal.lines[0] == "gravity=0.5: 12"
    assert terminal.lines[:2] == ["gravity=0.5: 12", ""]


def test_the_time_of_a_status_moves_while_the_program_is_busy(monkeypatch, soon):
    terminal = terminal_of(monkeypatch)
    clock = [100.0]
    monkeypatch.setattr(console.time, "monotonic", lambda: clock[0])
    screen = console.Console(print)
    screen.status("Compiling", row=False)
    clock[0] += 7.0
    wait_for(terminal, 0, "[⠀-⣿] Compiling … 0:07")
    screen.close()


def test_bars_are_silent_where_output_is_no_terminal(monkeypatch, capsys, soon):
    monkeypatch.setattr(console, "_FIRST_WORD", 0.0)
    with console.waiting("Filming", lines=False) as progress:
        for done in range(3):
            progress("Filming", done, 2)
        time.sleep(1.2)
    assert capsys.readouterr() == ("", "")


def test_counted_reports_what_is_finished():
    told = []
    items = output.counted("abc", "Filming", 3, lambda *given: told.append(given))
    assert next(items) == "a"
    assert told == [("Filming", 0, 3)]
    assert list(items) == ["b", "c"]
    assert told == [("Filming", n, 3) for n in range(4)]


def test_a_failure_stands_before_the_figures():
    line = console.status_line(tiny.config(num_env_steps=2000), 500, 75.0, ROW, METRA, "METRA fails: λ 0.1")
    assert "ETA 1:15  METRA fails: λ 0.1  distance" in line


def test_closing_table_of_counted_skills():
    table = [
        {"skill": z, "return": -1.5, "distance": None, "accuracy": 0.25, "nearest": 1, "nearest_share": 0.5}
        for z in range(40)
    ]
    lines = console.closing_table(table, DIAYN, tiny.config())
    # A column without any figures is left out.
    assert lines[1].split() == ["skill", "return", "accuracy", "nearest", "nearest", "share"]
    assert len([line for line in lines if "0.25" in line]) == 40
    assert lines[-6].split() == ["eval/mi", "0.500"]
    assert lines[-1].startswith("Over episodes of 20 steps")


def test_closing_table_of_vectors_shows_some_of_them():
    table = [{"skill": i, "z": [0.6, -0.8], "return": float(i), "score": 0.5} for i in range(64)]
    lines = console.closing_table(table, METRA, tiny.config())
    assert lines[1].split() == ["skill", "z", "return", "score"]
    assert lines[2].split() == ["0", "0.60", "−0.80", "0.00", "0.50"]
    assert lines[3].split()[0] == "4"
    assert "(16 of 64 skills; skills.json has them all)" in lines
    assert {line.split()[0] for line in lines if line.startswith("eval/")} == set(METRA)


def test_closing_table_says_what_means_little_in_a_small_world():
    small = {"qd/low_x": -1.0, "qd/low_y": -1.0, "qd/high_x": 1.0, "qd/high_y": 1.0, "qd/offset": 200.0}
    small |= {"eval/policy_coverage": 4.0, "eval/goal_success_near": float("nan")}
    lines = console.closing_table([], small, tiny.config())
    assert lines[1].split() == ["eval/policy_coverage", "4.000"]
    assert lines[2].split() == ["eval/goal_success_near", "–"]
    said = "policy_coverage counts cells of 1 m × 1 m: in a world of 2 m × 2 m it says little."
    assert said in lines
    assert said in console.evaluation_lines(tiny.config(), [], small, {})
    large = small | {"qd/low_x": -30.0, "qd/high_x": 30.0}
    assert not any("says little" in line for line in console.closing_table([], large, tiny.config()))


def test_closing_table_without_skills_has_figures_alone():
    table = [{"skill": 0, "return": -153.21, "length": 200.0, "distance": 2.5}]
    lines = console.closing_table(table, TASK, tiny.config())
    assert lines[0] == ""
    assert [line.split()[0] for line in lines[1:-1]] == ["eval/distance", "eval/return", "eval/return_std"]


@pytest.mark.parametrize(
    ("space", "words"),
    [
        (skills.categorical(10), "10 skills by xy"),
        (skills.sphere(2), "skills of sphere:2 by xy"),
        (skills.none(), "no skills"),
    ],
)
def test_skills_in_words(space, words):
    assert console.skills_in_words(space, "xy") == words


# METRA's failure.


@pytest.mark.parametrize(
    ("weight", "step", "fails"),
    [
        (4.6, 0.08, True),  # ant on its back (docs/background/presets.md)
        (5.9, 0.09, True),
        (6.1, 0.09, False),
        (5.9, 0.11, False),
        (29.0, 0.9, False),
        (None, None, False),
    ],
)
def test_metra_fails_where_lambda_falls_and_steps_stay_small(weight, step, fails):
    config = make_config(env="point", objective="metra")
    metrics = {"train/lambda": weight, "train/phi_step": step, "train/critic_loss": 1.0}
    found = objectives.spec("metra").diagnose(config, metrics)
    assert (found is not None) == fails
    if found is not None:
        assert found.status == f"METRA fails: λ {weight} of 30, ‖Δφ‖² {step}"
        assert "--features" in found.advice


def test_a_failure_is_named_in_the_progress_line_and_explained_once(
    tmp_path, shared_compilation, monkeypatch
):
    asked = []

    def diagnose(config, metrics):
        asked.append((config.env, metrics["time/env_steps"]))
        return Diagnosis("it fails: 7", "It fails. Try another.")

    spec = objectives.OBJECTIVES["diayn"]._replace(diagnose=diagnose)
    monkeypatch.setitem(objectives.OBJECTIVES, "diayn", spec)
    # Each of the four epochs has an evaluation and a row. The first epoch is within the first tenth of 5000
    # steps.
    _, said = run(tiny.config(tmp_path, num_env_steps=5000, agent="td3"))
    status = [line for line in said if "steps/s" in line]
    assert "it fails" not in status[0]
    assert all("it fails: 7" in line for line in status[1:])
    assert said.count("It fails. Try another.") == 1
    assert asked[0] == ("point", 824)


def test_the_failures_of_objective_and_agent_are_both_named(tmp_path, shared_compilation, monkeypatch):
    for table, name, what in ((objectives.OBJECTIVES, "diayn", "skills"), (agents.AGENTS, "td3", "actions")):

        def diagnose(config, metrics, what=what):
            # The text of an advice may change with its figures.
            return Diagnosis(f"{what} fail", f"The {what} fail at {metrics['time/env_steps']}.")

        monkeypatch.setitem(table, name, table[name]._replace(diagnose=diagnose))
    _, said = run(tiny.config(tmp_path, num_env_steps=5000, agent="td3"))
    status = [line for line in said if "steps/s" in line]
    assert all("skills fail; actions fail" in line for line in status[1:])
    for what in ("skills", "actions"):
        assert [line for line in said if f"The {what} fail at" in line] == [f"The {what} fail at 824."]


def intervals_of(figures):
    return {name: Interval(value - 1, value + 1, "bootstrap") for name, value in figures.items()}


def test_evaluations_of_counted_skills():
    table = [
        {
            "skill": z, "return": 3.0, "length": 20.0, "distance": None, "accuracy": 0.5, "log_q": -1.0,
            "nearest": None if z else 1, "nearest_share": 0.25,
        }
        for z in range(3)
    ]  # fmt: skip
    figures = {"eval/mi": 0.5, "eval_deterministic/mi": 0.75, "qd/score": 4.5, "eval/return_skill_0": 3.0}
    lines = console.evaluation_lines(tiny.config(), table, figures, intervals_of(figures))
    assert lines[1].split() == ["skill", "return", "length", "accuracy", "log", "q", "nearest"]
    assert lines[2].split() == ["0", "3", "[2,", "4]", "20", "0.5", "−1", "1", "(25%)"]
    assert lines[3].split() == ["1", "3", "20", "0.5", "−1", "–"]
    assert lines[6].split() == ["stochastic", "deterministic"]
    assert lines[7].split() == ["mi", "0.5", "[−0.5,", "1.5]", "0.75", "[−0.25,", "1.75]"]
    assert lines[8].split() == ["qd/score", "4.5", "[3.5,", "5.5]"]


def test_evaluations_name_the_archive_and_say_why_there_is_no_interval():
    figures = {
        "eval/return": 0.5, "qd/score": 4.5, "qd/low_x": -1.0, "qd/low_y": -2.0, "qd/high_x": 1.0,
        "qd/high_y": 2.0, "qd/offset": 200.0,
    }  # fmt: skip
    lines = console.evaluation_lines(tiny.config(), [], figures, {"eval/return": TOO_FEW})
    assert [line.split() for line in lines[2:4]] == [["return", "0.5"], ["qd/score", "4.5"]]
    assert lines[5] == (
        "qd/*: 1024 cells of x from -1 to 1 m and y from -2 to 2 m; qd/score adds 200 to each return."
    )
    assert "fewer than 5 episodes of a skill" in lines[6]
    assert lines[5] in console.closing_table([], figures, tiny.config())
    whole = console.evaluation_lines(
        tiny.config(), [], {"eval/return": 0.5}, intervals_of({"eval/return": 0.5})
    )
    assert not any("fewer than" in line or "qd/" in line for line in whole)
    lines = console.evaluation_lines(
        tiny.config(), [], {"eval/policy_coverage": 30.0}, {"eval/policy_coverage": TOO_FEW_ROLLOUTS}
    )
    assert lines[2].split() == ["policy_coverage", "30"]
    assert lines[4] == (
        "policy_coverage has no interval: each skill has fewer than 3 of its rollouts. This happens with "
        "more than 16 skills."
    )


def test_evaluations_of_vectors_show_some_of_them():
    row = {"z": [0.6, -0.8], "return": 3.0, "length": 20.0, "distance": 1.5, "score": 0.25}
    table = [{"skill": z, **row} for z in range(64)]
    lines = console.evaluation_lines(tiny.config(), table, METRA, intervals_of(METRA))
    assert lines[1].split() == ["skill", "z", "return", "length", "distance", "score"]
    assert lines[3].split() == ["4", "0.60", "−0.80", "3", "20", "1.5", "0.25"]
    assert "(16 of 64 skills; the file has them all)" in lines


def test_evaluations_without_skills_are_of_the_mode():
    lines = console.evaluation_lines(tiny.config(), [], TASK, intervals_of(TASK))
    assert lines[1].split() == ["deterministic"]
    assert lines[2].split() == ["distance", "2.5", "[1.5,", "3.5]"]
    assert lines[3].split() == ["return", "−153", "[−154,", "−152]"]
