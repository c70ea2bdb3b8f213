"""Prints the output of a run: lines, the live line on a terminal, and the tables of its figures."""

import contextlib
import functools
import math
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from diayn_jax import output
from diayn_jax.config import Arguments, Config, as_arguments, names_flags
from diayn_jax.evaluation.metrics import CENTROIDS, COVERAGE_ROLLOUTS
from diayn_jax.evaluation.metrics.estimators import (
    LEVEL,
    MIN_EPISODES,
    MIN_ROLLOUTS,
    TOO_FEW,
    TOO_FEW_ROLLOUTS,
    Interval,
)
from diayn_jax.number_format import aligned, count, duration, fixed, number
from diayn_jax.skills import SkillSpace

if TYPE_CHECKING:
    from rich.live import Live

Report = Callable[[str], None]

_BY_MODE = ("eval/policy_coverage", "qd/")  # prefixes of figures that only the deterministic policy has

# Settings of the archive. `_archive_line` explains them in a line of its own.
_ARCHIVE = ("qd/low_x", "qd/low_y", "qd/high_x", "qd/high_y", "qd/offset")
_SMALL_WORLD = 10.0  # length of the longer side, m
_VECTORS = 16  # rows shown where skills are vectors
_LOSSES = ["train/critic_loss", "train/policy_loss"]  # these come first in the progress line

_CLOSING = (
    "eval/mi",
    "eval/mi_normalised",
    "eval/mi_after_50",
    "eval/effective_skills",
    "eval/discriminator_accuracy",
    "eval/probe_mi_normalised",
    "eval/probe_mi_normalised_xy",
    "eval/binned_mi_xy",
    "eval/policy_coverage",
    "eval/goal_success",
    "eval/goal_success_near",
    "eval/score",
    "eval/distance_mean",
    "eval/distance",
    "eval/return_mean",
    "eval/return",
    "eval/return_std",
    "eval/success",
    "eval/option_entropy",
    "eval/option_length",
    "eval/option_share_largest",
    "eval/goal_spread",
    "eval/goal_length",
    "eval/episode_length",
    "qd/coverage",
)


_NO_INTERVAL = (
    f"A figure without an interval has fewer than {MIN_EPISODES} episodes of a skill. Raise --episodes."
)
_NO_INTERVAL_OF_COVERAGE = (
    f"policy_coverage has no interval: each skill has fewer than {MIN_ROLLOUTS} of its rollouts. This "
    f"happens with more than {COVERAGE_ROLLOUTS // MIN_ROLLOUTS} skills."
)


class _LiveLine:
    """The live line as `rich` draws it: a bar or a spinner, then the status."""

    def __init__(self) -> None:
        from rich.spinner import Spinner

        self._spinner = Spinner("dots")
        self._text, self._since = "", 0.0
        self._done: float | None = None

    def update(self, text: str, done: float | None, begun: float | None) -> None:
        if begun is not None or text != self._text:
            self._since = time.monotonic() if begun is None else begun
        self._text, self._done = text, done

    def __rich_console__(self, screen: Any, options: Any) -> Iterator[Any]:
        from rich.progress_bar import ProgressBar
        from rich.table import Table
        from rich.text import Text

        text, seconds = self._text, time.monotonic() - self._since
        if self._done is None and seconds >= _SHOWN_AFTER:
            text += f" … {duration(seconds)}"
        width = 1 if self._done is None else min(_BAR, options.max_width // 5)
        bar = self._spinner if self._done is None else ProgressBar(1.0, self._done, width)
        words = Text(text, no_wrap=True)
        words.truncate(max(options.max_width - width - 1, 1), overflow="ellipsis")
        line = Table.grid(padding=(0, 1))
        line.add_column(width=width)
        line.add_column(no_wrap=True)
        line.add_row(bar, words)
        yield line


class Console:
    """Passes a run's output to `report`, a line at a time.

    If `report` prints and stdout is a terminal, the status is a live line of `rich` at the bottom, and lines
    are printed above it. An `OSError` while printing (a closed terminal, a full disk) does not end the run:
    the run continues without output.
    """

    def __init__(self, report: Report):
        # A caller in Python gets lines with arguments for flags, on a live terminal too.
        self._in_python = isinstance(report, Arguments)
        if isinstance(report, Arguments):
            report = report.say
        self._report = functools.partial(print, flush=True) if report is print else report
        # sys.stdout is None if it was closed when the process started.
        self.is_live = report in (print, output.say) and sys.stdout is not None and sys.stdout.isatty()
        self._is_read = True
        self._live: Live | None = None  # None while no status is shown
        self._lock = threading.Lock()

    def line(self, text: str) -> None:
        """Prints a line that stays."""
        text = as_arguments(text) if self._in_python else text
        with self._lock:
            if self._live is None:
                self._say(lambda: self._report(text))
            else:
                self._say(functools.partial(self._live.console.print, text, soft_wrap=True))

    def status(self, text: str, row: bool, done: float | None = None, begun: float | None = None) -> None:
        """Shows the status of the run. Without a terminal, prints it only if the log gets a `row` too.

        `done` is the share of the work that is finished, shown as a bar. If it is None, a spinner turns, and
        the time since `begun` is shown, by `time.monotonic`; None: since the status became this text.
        """
        if self.is_live:
            with self._lock:
                self._say(lambda: self._show(text, done, begun))
        elif row:
            self.line(text)

    def close(self) -> None:
        """Erases the live line."""
        with self._lock:
            if self._live is not None:
                self._say(self._live.stop)
                self._live = None

    def _show(self, text: str, done: float | None, begun: float | None) -> None:
        import rich.console
        from rich.live import Live

        if self._live is None:
            screen = rich.console.Console(file=sys.stdout, markup=False, emoji=False, highlight=False)
            self._line = _LiveLine()
            self._live = Live(
                self._line,
                console=screen,
                auto_refresh=False,
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            self._live.start()
            # rich hides the cursor. A process that is killed would leave it hidden.
            screen.show_cursor(True)
            # rich's own thread would print a traceback if the terminal was closed.
            threading.Thread(target=self._turn, args=(self._live,), daemon=True).start()
        self._line.update(text, done, begun)
        self._live.refresh()

    def _turn(self, live: "Live") -> None:
        """Draws the live line again and again until it is closed, so that its time and spinner move."""
        while self._is_read:
            time.sleep(_TURN)
            with self._lock:
                if self._live is not live:
                    return
                self._say(live.refresh)

    def _say(self, write: Callable[[], None]) -> None:
        if not self._is_read:
            return
        try:
            write()
        except (OSError, UnicodeEncodeError) as error:
            self._is_read = False
            reason = error.reason if isinstance(error, UnicodeEncodeError) else error.strerror
            gone = isinstance(error, BrokenPipeError)
            why = "is no longer read" if gone else f"can no longer be written ({reason})"
            with contextlib.suppress(OSError):
                print(f"The output {why}; the run continues without it.", file=sys.stderr)


_BAR = 20  # columns of the bar, if the screen is wide enough
_TURN = 0.25  # seconds between two drawings of the live line
_SHOWN_AFTER = 1.0  # seconds until the live line appears, and until it says how long the work takes
_FIRST_WORD = 5.0  # seconds until the first line where stdout is not a terminal
_NEXT_WORD = 60.0  # seconds between later lines


class Waiting:
    """The current part of a program's work, and its progress. It is called as an `output.Progress`."""

    def __init__(self, what: str, screen: Console):
        """Begins with `what`. The time left is estimated from the first report of its steps onwards."""
        self._screen = screen
        self._begun = time.monotonic()
        self._now: tuple[str, int, int | None] = what, 0, None
        self._first = self._begun, 0  # when the current part began, and how many steps were finished then

    def __call__(self, what: str, done: int = 0, total: int | None = None) -> None:
        """Sets the current part, and how many of its steps are finished."""
        if (what, total) != (self._now[0], self._now[2]):
            self._first = time.monotonic(), done
        self._now = what, done, total

    @names_flags
    def line(self, text: str) -> None:
        """Prints a line that stays, above the live line."""
        self._screen.line(text)

    def show(self) -> None:
        """Draws the live line."""
        what, done, total = self._now
        begun, before = self._first
        if total is None:
            self._screen.status(what, row=False, begun=begun)
            return
        text = f"{what}  {done}/{total}"
        if done > before:
            left = (time.monotonic() - begun) / (done - before) * (total - done)
            text += f"  {duration(left)} left"
        self._screen.status(text, row=False, done=done / max(total, 1))

    def in_words(self) -> str:
        """Returns the current part, and the time since the work began."""
        return f"{self._now[0]} … {duration(time.monotonic() - self._begun)}"


@contextlib.contextmanager
def waiting(what: str, report: Report = print, lines: bool = True) -> Iterator[Waiting]:
    """Shows what the program is doing and how far it is, if it takes more than a second.

    A terminal shows a live line: a bar with the time that is left, or a spinner with the time so far. Other
    outputs get a line after a few seconds, then one every minute, or none if `lines` is False.

    Yields:
      A function that sets the current activity; the first is `what`.
    """
    screen, ended = Console(report), threading.Event()
    now = Waiting(what, screen)

    def tell() -> None:
        if screen.is_live:
            wait = _SHOWN_AFTER
            while not ended.wait(wait):
                now.show()
                wait = _TURN
            return
        begun, due = time.monotonic(), _FIRST_WORD
        while lines and not ended.wait(1.0):
            seconds = time.monotonic() - begun
            if seconds >= due:
                screen.line(now.in_words())
                due = seconds + _NEXT_WORD

    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield now
    finally:
        ended.set()
        teller.join()
        screen.close()


def status_line(
    config: Config,
    env_steps: int,
    seconds_left: float,
    row: Mapping[str, Any],
    figures: Mapping[str, float],
    failure: str = "",
) -> str:
    """Returns one line on the state of the run.

    The row of the log has rate and losses. `figures` are those of the last evaluation; empty if there was
    none. `failure` is the failure that the metrics show.
    """
    total = config.num_env_steps
    parts = [
        f"{min(env_steps / total, 1):4.0%} {count(env_steps)}/{count(total)}",
        f"{count(row['time/env_steps_per_second'])} steps/s",
        f"ETA {duration(seconds_left)}",
        *([failure] if failure else []),
    ]
    parts += headline(config, figures)
    if (active := row.get("train/skills_active")) is not None:
        parts.append(f"active {fixed(active, 1)}/{config.num_skills}")
    names = [name for name in row if re.fullmatch(r"train/\w+_loss", name) and row[name] is not None]
    names.sort(key=lambda name: _LOSSES.index(name) if name in _LOSSES else len(_LOSSES))
    losses = [f"{re.sub('^train/|_loss$', '', name)} {number(row[name])}" for name in names]
    return "  ".join([*parts, " ".join(["loss:", *losses])])


def headline(config: Config, figures: Mapping[str, float]) -> list[str]:
    """Returns the key figures of an evaluation, in words; only those that this objective has."""
    if "eval/mi" in figures:
        return [
            f"MI {fixed(figures['eval/mi'], 2)} ({fixed(figures['eval/mi_normalised'], 2)})",
            f"skills {fixed(figures['eval/effective_skills'], 1)}/{config.num_skills}",
            f"accuracy {fixed(figures['eval/discriminator_accuracy'], 2)}",
        ]
    shown = {"return": "return", "distance_mean": "distance", "policy_coverage": "coverage", "score": "score"}
    return [
        f"{title} {number(figures[f'eval/{name}'])}"
        for name, title in shown.items()
        if f"eval/{name}" in figures
    ]


def closing_table(
    table: Sequence[Mapping[str, Any]], figures: Mapping[str, float], config: Config
) -> list[str]:
    """Returns the lines at the end of a run: a row for each skill, and the figures over all skills."""
    rows = [] if len(table) < 2 else ["", *_skill_rows(table)]
    shown = [name for name in _CLOSING if name in figures]
    return [
        *rows,
        "",
        *aligned([[name, fixed(figures[name], 3)] for name in shown], left=1),
        *_archive_line(figures),
        f"Over episodes of {config.episode_length} steps; terminate_when_unhealthy: "
        f"{config.terminate_when_unhealthy}.",
    ]


def _skill_rows(table: Sequence[Mapping[str, Any]]) -> list[str]:
    """Returns a row for each skill, or for some of them if skills are vectors."""
    columns = [name for name in table[0] if any(row[name] is not None for row in table)]
    cells = [[name.replace("_", " ") for name in columns]]
    kept = _rows_shown(table)
    cells += [[_cell(row[name]) for name in columns] for row in kept]
    return [*aligned(cells), *_left_out(table, kept, "skills.json")]


def _rows_shown(table: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """Returns all rows of a table of skills, or evenly spaced rows if skills are vectors."""
    if "z" not in table[0] or len(table) <= _VECTORS:
        return table
    return table[:: -(-len(table) // _VECTORS)]


def _left_out(table: Sequence[Any], kept: Sequence[Any], file: str) -> list[str]:
    return [f"({len(kept)} of {len(table)} skills; {file} has them all)"] if len(kept) < len(table) else []


def evaluation_lines(
    config: Config,
    table: Sequence[Mapping[str, Any]],
    figures: Mapping[str, float],
    intervals: Mapping[str, Interval],
) -> list[str]:
    """Returns all figures with their intervals: a row for each skill, then a row for each overall figure.

    The table, `metrics.skill_table` of the stochastic policy, is empty for a run without skills: all of its
    figures belong to the deterministic policy.
    """
    lines = ["", *_skill_rows_with_intervals(table, intervals), ""] if table else [""]
    cells = [["", "stochastic", "deterministic"]]
    first = dict.fromkeys(x.removeprefix("eval/") for x in _CLOSING)
    every = dict.fromkeys(re.sub(r"^eval(_deterministic)?/", "", x) for x in figures)
    for name in {**{x: None for x in first if x in every}, **every}:
        if "_skill_" in name or name in _ARCHIVE:
            continue
        own, mode = name if name.startswith("qd/") else f"eval/{name}", f"eval_deterministic/{name}"
        if own.startswith(_BY_MODE) or not table:
            own, mode = "", own
        both = [_with_interval(figures[x], intervals.get(x)) if x in figures else "" for x in (own, mode)]
        cells.append([name, *both])
    if not table:
        cells = [[name, mode] for name, _, mode in cells]
    lines += aligned(cells, left=1)
    lacking = {intervals[name].how for name in figures if name in intervals}
    return [
        *lines,
        "",
        *_archive_line(figures),
        *([_NO_INTERVAL] if TOO_FEW.how in lacking else []),
        *([_NO_INTERVAL_OF_COVERAGE] if TOO_FEW_ROLLOUTS.how in lacking else []),
        f"[ ]: {LEVEL:.0%} confidence intervals over episodes. Episodes of {config.episode_length} steps; "
        f"terminate_when_unhealthy: {config.terminate_when_unhealthy}.",
    ]


def _archive_line(figures: Mapping[str, float]) -> list[str]:
    """Explains the cells of `qd/*` and the offset of returns; [] if there are no such figures."""
    if not all(name in figures for name in _ARCHIVE):
        return []
    low_x, low_y, high_x, high_y, offset = (figures[name] for name in _ARCHIVE)
    lines = [
        f"qd/*: {CENTROIDS} cells of x from {low_x:g} to {high_x:g} m and y from {low_y:g} to {high_y:g} m; "
        f"qd/score adds {offset:g} to each return."
    ]
    if max(high_x - low_x, high_y - low_y) < _SMALL_WORLD and "eval/policy_coverage" in figures:
        lines.append(
            f"policy_coverage counts cells of 1 m × 1 m: in a world of {high_x - low_x:g} m × "
            f"{high_y - low_y:g} m it says little."
        )
    return lines


def _skill_rows_with_intervals(
    table: Sequence[Mapping[str, Any]], intervals: Mapping[str, Interval]
) -> list[str]:
    """Returns `_skill_rows` with an interval for each figure."""
    titles = {"return": "return", "length": "episode_length", "distance": "distance", "score": "score"}
    titles |= {"accuracy": "accuracy", "log_q": "log_q"}
    columns = {name: title for name, title in titles.items() if table[0].get(name) is not None}
    before = ["skill", *(["z"] if "z" in table[0] else [])]
    after = ["nearest"] if "nearest" in table[0] else []
    cells = [[*before, *(name.replace("_", " ") for name in columns), *after]]
    kept = _rows_shown(table)
    for row in kept:
        z = row["skill"]
        figure = [_with_interval(row[x], intervals.get(f"eval/{columns[x]}_skill_{z}")) for x in columns]
        if after:
            nearest = "–" if row["nearest"] is None else f"{row['nearest']} ({row['nearest_share']:.0%})"
            figure.append(nearest)
        cells.append([*(_cell(row[name]) for name in before), *figure])
    return [*aligned(cells), *_left_out(table, kept, "the file")]


def skills_in_words(space: SkillSpace, features: str) -> str:
    """Returns `10 skills by xy`, `skills of sphere:2 by xy`, or `no skills`."""
    if space.num_skills == 1:
        return "no skills"
    of = f"{space.num_skills} skills" if space.num_skills else f"skills of {space.name}"
    return f"{of} by {features}"


def _with_interval(value: float, interval: Interval | None) -> str:
    if interval is None or not math.isfinite(interval.low) or interval.low == interval.high == value:
        return number(value)
    return f"{number(value)} [{number(interval.low)}, {number(interval.high)}]"


def _cell(value: Any) -> str:
    if isinstance(value, Sequence):
        return " ".join(fixed(x, 2) for x in value)
    return str(value) if isinstance(value, int) else fixed(value, 2)
