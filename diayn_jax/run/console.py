"""What a run says while it goes: lines, the live line on a terminal, the closing table."""

import contextlib
import functools
import math
import re
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from diayn_jax.config import Config
from diayn_jax.evaluation.metrics import CENTROIDS, COVERAGE_ROLLOUTS
from diayn_jax.evaluation.metrics.estimators import (
    LEVEL,
    MIN_EPISODES,
    MIN_ROLLOUTS,
    TOO_FEW,
    TOO_FEW_ROLLOUTS,
    Interval,
)
from diayn_jax.skills import SkillSpace

Report = Callable[[str], None]

_BY_MODE = ("eval/policy_coverage", "qd/")  # figures that only the policy's mode has

# What the archive's figures hang on, told in a line of its own.
_ARCHIVE = ("qd/low_x", "qd/low_y", "qd/high_x", "qd/high_y", "qd/offset")
_SMALL_WORLD = 10.0  # m, of the longer side
_VECTORS = 16  # rows of the closing table where skills are vectors
_LOSSES = ["train/critic_loss", "train/policy_loss"]  # those that come first in the progress line

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
    f"Where there is no interval, there are fewer than {MIN_EPISODES} episodes of a skill: --episodes gives "
    "more."
)
_NO_INTERVAL_OF_COVERAGE = (
    f"policy_coverage has no interval: fewer than {MIN_ROLLOUTS} of its rollouts are of a skill, as with "
    f"more than {COVERAGE_ROLLOUTS // MIN_ROLLOUTS} skills."
)


class Console:
    """Where a run's output goes: to `report`, a line at a time.

    Where that is `print` on a terminal, `status` is written over the last one. Once nobody reads the
    output any more (`OSError`), it prints nothing, and the run goes on.
    """

    def __init__(self, report: Report):
        self._report = functools.partial(print, flush=True) if report is print else report
        # There is no stdout where it was closed from the start.
        self.is_live = report is print and sys.stdout is not None and sys.stdout.isatty()
        self._is_read = True
        self._is_open = False  # a live line stands there, without a newline
        self._lock = threading.Lock()

    def line(self, text: str) -> None:
        """Says a line that stays."""
        with self._lock:
            self._end_live()
            self._say(self._report, text)

    def status(self, text: str, row: bool) -> None:
        """Says how the run stands; off a terminal only where the log gets a `row` too."""
        if not self.is_live:
            if row:
                self.line(text)
            return
        with self._lock:
            width = shutil.get_terminal_size().columns
            over = f"\r\x1b[K{fitted(text, width - 1)}"
            self._say(functools.partial(print, end="", flush=True), over)
            self._is_open = True

    def close(self) -> None:
        """Leaves the live line as it is and goes below it."""
        with self._lock:
            self._end_live()

    def _end_live(self) -> None:
        if self._is_open:
            self._say(functools.partial(print, flush=True), "")
            self._is_open = False

    def _say(self, report: Report, text: str) -> None:
        if not self._is_read:
            return
        try:
            report(text)
        except OSError as error:
            # As of `| head`, where Ctrl-C has ended `| tee`, of a closed terminal, or on a full disk:
            # a run does not end by it, nor go unsaved.
            self._is_read = False
            gone = isinstance(error, BrokenPipeError)
            why = "Nobody reads the output" if gone else f"The output cannot be written ({error.strerror})"
            with contextlib.suppress(OSError):
                print(f"{why} any more; the run goes on without it.", file=sys.stderr)


_FIRST_WORD = 5.0  # seconds of silence, after which something is said where the screen is no terminal
_NEXT_WORD = 60.0  # and then again


@contextlib.contextmanager
def waiting(what: str, report: Report = print) -> Iterator[Report]:
    """Says what is going on and for how long, where that takes more than seconds.

    On a terminal it is a live line; elsewhere a line after a while, and one in a minute.

    Args:
      what: is going on at first.
      report: as of `Console`.

    Yields:
      A function to be told what is going on from then on.
    """
    screen, ended, now = Console(report), threading.Event(), [what]

    def tell() -> None:
        begun, due = time.monotonic(), _FIRST_WORD
        while not ended.wait(1.0):
            seconds = time.monotonic() - begun
            text = f"{now[0]} … {duration(seconds)}"
            if screen.is_live:
                screen.status(text, row=False)
            elif seconds >= due:
                screen.line(text)
                due = seconds + _NEXT_WORD

    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield lambda text: now.__setitem__(0, text)
    finally:
        ended.set()
        teller.join()
        screen.close()


def fitted(line: str, width: int) -> str:
    """A line cut to a width between its parts, so that no number is cut.

    Its parts are two spaces apart, or, where it has no two spaces, its words.
    """
    if len(line) <= width:
        return line
    ends = [found.start() for found in re.finditer(r"(?<=\S)  (?=\S)", line)]
    losses = line.rfind("loss: ")
    if losses >= 0:
        ends += [found.start() for found in re.finditer(r"(?<=[\d.]) (?=\D)", line) if found.start() > losses]
    if not ends:
        ends = [found.end() for found in re.finditer(r"\S+", line)]
    elif found := re.match(r"\s*\S+", line):
        ends.append(found.end())
    return line[: max((end for end in ends if end <= width), default=0)]


def status_line(
    config: Config,
    env_steps: int,
    seconds_left: float,
    row: Mapping[str, Any],
    figures: Mapping[str, float],
    failure: str = "",
) -> str:
    """One line on how the run stands.

    Args:
      config: of the run.
      env_steps: done so far.
      seconds_left: to the end of the run.
      row: the row of the log, with rate and losses.
      figures: of the last evaluation, if there was one.
      failure: of training, where it shows one.
    """
    total = config.num_env_steps
    parts = [
        f"{min(env_steps / total, 1):4.0%} {count(env_steps)}/{count(total)}",
        f"{count(row['time/env_steps_per_second'])} steps/s",
        f"ETA {duration(seconds_left)}",
        *([failure] if failure else []),
    ]
    parts += headline(config, figures)
    names = [name for name in row if re.fullmatch(r"train/\w+_loss", name) and row[name] is not None]
    names.sort(key=lambda name: _LOSSES.index(name) if name in _LOSSES else len(_LOSSES))
    losses = [f"{re.sub('^train/|_loss$', '', name)} {short(row[name])}" for name in names]
    return "  ".join([*parts, " ".join(["loss:", *losses])])


def headline(config: Config, figures: Mapping[str, float]) -> list[str]:
    """What says most of an evaluation, as far as there is such a figure for this objective."""
    if "eval/mi" in figures:
        return [
            f"MI {figures['eval/mi']:.2f} ({figures['eval/mi_normalised']:.2f})",
            f"skills {figures['eval/effective_skills']:.1f}/{config.num_skills}",
            f"accuracy {figures['eval/discriminator_accuracy']:.2f}",
        ]
    shown = {"return": "return", "distance_mean": "distance", "policy_coverage": "coverage", "score": "score"}
    return [
        f"{title} {_significant(figures[f'eval/{name}'])}"
        for name, title in shown.items()
        if f"eval/{name}" in figures
    ]


def closing_table(
    table: Sequence[Mapping[str, Any]], figures: Mapping[str, float], config: Config
) -> list[str]:
    """The lines at the end of a run: a row for each skill, and the figures of all."""
    rows = [] if len(table) < 2 else ["", *_skill_rows(table)]
    shown = [name for name in _CLOSING if name in figures]
    width = max(map(len, shown), default=0)
    return [
        *rows,
        "",
        *(f"{name.ljust(width)}  {_or_dash(figures[name], '.3f')}" for name in shown),
        *_archive_line(figures),
        f"Over episodes of {config.episode_length} steps; terminate_when_unhealthy: "
        f"{config.terminate_when_unhealthy}.",
    ]


def _skill_rows(table: Sequence[Mapping[str, Any]]) -> list[str]:
    """A row for each skill; where skills are vectors, for some of them."""
    columns = [name for name in table[0] if any(row[name] is not None for row in table)]
    cells = [[name.replace("_", " ") for name in columns]]
    kept = _rows_shown(table)
    cells += [[_cell(row[name]) for name in columns] for row in kept]
    return [*_aligned(cells), *_left_out(table, kept, "skills.json")]


def _rows_shown(table: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """All rows of a table of skills, or, where skills are vectors, some of them evenly."""
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
    """All figures with their intervals: a row for each skill, then the stochastic and the mode's.

    Args:
      config: of the run.
      table: `metrics.skill_table`, of the stochastic policy; empty without skills, whose figures are all
        of the mode.
      figures, intervals: by name, as `evaluation.Evaluated` has them.
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
    lines += _aligned(cells, left=1)
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
    """Over which cells `qd/*` are, and what is added to returns; nothing where there are none."""
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
    """As `_skill_rows`, each figure with its interval."""
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
    return [*_aligned(cells), *_left_out(table, kept, "the file")]


def skills_in_words(space: SkillSpace, features: str) -> str:
    """`10 skills by xy`, `skills of sphere:2 by xy`, or `no skills`."""
    if space.num_skills == 1:
        return "no skills"
    of = f"{space.num_skills} skills" if space.num_skills else f"skills of {space.name}"
    return f"{of} by {features}"


def count(number: float) -> str:
    """12345 as 12.3k; a page writes it as `show.numbers.count` does."""
    for size, suffix in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if 1.0005 * number >= size:  # 999,900 is 1M
            return f"{float(f'{number / size:.3g}'):g}{suffix}"
    return f"{number:.3g}"


def duration(seconds: float) -> str:
    """3725 as 1:02:05."""
    minutes, seconds = divmod(round(min(seconds, 359_999)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _with_interval(value: float, interval: Interval | None) -> str:
    if interval is None or not math.isfinite(interval.low) or interval.low == interval.high == value:
        return _significant(value)
    return f"{_significant(value)} [{_significant(interval.low)}, {_significant(interval.high)}]"


def short(value: float) -> str:
    """Three digits, without a power of ten where a number is large."""
    return f"{value:.3g}" if abs(value) < 999.5 else f"{value:.0f}"


def _significant(value: float) -> str:
    """Three digits or so."""
    if not math.isfinite(value):
        return "–"
    if value == round(value) and abs(value) >= 2:
        return f"{value:.0f}"
    digits = 0 if abs(value) >= 1000 else 1 if abs(value) >= 100 else 2 if abs(value) >= 10 else 3
    return f"{value:.{digits}f}"


def _aligned(cells: Sequence[Sequence[str]], left: int = 0) -> list[str]:
    """Columns of a width each, the first `left` of them to the left."""
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join(
            x.ljust(w) if i < left else x.rjust(w) for i, (x, w) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]


def _or_dash(value: float, digits: str) -> str:
    return f"{value:{digits}}" if math.isfinite(value) else "–"


def _cell(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, Sequence):
        return " ".join(f"{x:.2f}" for x in value)
    return str(value) if isinstance(value, int) else f"{value:.2f}"
