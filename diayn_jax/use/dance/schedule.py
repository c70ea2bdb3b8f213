"""Puts skills on beats: a dynamic programme over beats, whose candidates are simulated.

Between two beats, time is stretched so that motion falls on them, as Davis and Agrawala (2018, "Visual Rhythm
and Beat", ACM Transactions on Graphics 37) stretch films.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from diayn_jax.config import ConfigError
from diayn_jax.output import Progress, counted, silent
from diayn_jax.use.dance import rhythm
from diayn_jax.use.dance.beats import Beats
from diayn_jax.use.dance.stage import Stage, taken

MOST_STRETCH = 0.15  # the playback rate stays within 1 ± this
PATHS = 8  # dances that are kept at each beat
_FEWEST_STEPS = 3.34  # steps in a beat, so that some whole number of them is within the stretch
_LONG = 1.5  # a gap of more beats than this is filled with silent beats
_STILL = 0.1  # a skill that moves less, as a share of the usual joint speed, is a pose
_REHEARSAL = 8.0  # seconds for which each skill is danced alone
_NEAR = 0.06  # seconds after a beat in which motion still sets in on it
_CLEAR = 2.0  # an onset is clear if it is this many times the smallest one
_RECENT = 8  # beats in which a skill should not be repeated often

# Costs of a beat.
_MISSED = 1.0  # motion does not set in on the beat
_OFF = 1.0  # motion sets in between two beats
_LOUDNESS = 0.5  # a loud beat is danced calmly, or a quiet one lively
_RHYTHM = 0.3  # a gait does not fit the tempo
_CHANGE = 0.1  # a change within a bar, or none at its beginning
_REPEATED = 0.3  # the skill has danced all recent beats
_FALL = 100.0  # the episode ends


class Grid(NamedTuple):
    """The M intervals of a song between its beats, from its start to its end."""

    times: np.ndarray  # [M + 1], seconds
    strength: np.ndarray  # [M], of the beat at the interval's start; 0 if there is none
    loudness: np.ndarray  # [M], 0 to 1
    downbeat: np.ndarray  # [M], bool


class Programme(NamedTuple):
    """A dance: the skill and the number of simulated steps of each of M intervals."""

    times: np.ndarray  # [M + 1], seconds of the film
    skill: np.ndarray  # [M], int
    steps: np.ndarray  # [M], int

    @property
    def begins(self) -> np.ndarray:
        """The step at which each interval begins, and the last step, [M + 1]."""
        return np.append(0, np.cumsum(self.steps))

    @property
    def step_times(self) -> np.ndarray:
        """The film's time of each step, seconds [T + 1]; time is stretched within each interval."""
        return np.interp(np.arange(self.begins[-1] + 1), self.begins, self.times)

    def rates(self, dt: float) -> np.ndarray:
        """Returns the playback rate of each interval [M], for steps of `dt` seconds."""
        return self.steps * dt / np.diff(self.times)

    def rows(self, dt: float) -> list[tuple[int, float, int, float]]:
        """Returns for each interval its first step, its beginning in seconds, its skill and its rate."""
        columns = (self.begins[:-1], self.times[:-1], self.skill, self.rates(dt))
        return [
            (int(step), float(at), int(z), float(rate)) for step, at, z, rate in zip(*columns, strict=True)
        ]


class Repertoire(NamedTuple):
    """What K skills do when they are danced alone, from the start of an episode."""

    hertz: np.ndarray  # [K], the dominant frequency of the joints; 0 for a pose
    liveliness: np.ndarray  # [K], mean joint speed
    speed: float  # the joint speed that 5 % of the steps exceed


class Unit(NamedTuple):
    """The units in which motion is measured."""

    speed: float  # the usual joint speed
    dt: float  # seconds of a step

    @property
    def least_rise(self) -> float:
        """The smallest rise of speed that is an onset."""
        return rhythm.LEAST_RISE * self.speed


class _Path(NamedTuple):
    """A dance up to some beat."""

    cost: float
    lane: int  # the dancer that dances it
    last: float  # joint speed in the last step
    skill: tuple[int, ...]
    steps: tuple[int, ...]


def make_grid(beats: Beats) -> Grid:
    """Returns the intervals of a song; long gaps, the start and the end are filled with silent beats."""
    period = 60 / beats.tempo
    rows: list[tuple[float, float, float, bool]] = []
    # The start, each beat, and the end. The start is no beat.
    heard = list(zip(beats.times, beats.strength, beats.loudness, beats.downbeat, strict=True))
    if round(beats.times[0] / period):
        heard.insert(0, (0.0, 0.0, float(beats.loudness[0]), False))
    ends = [*(row[0] for row in heard[1:]), beats.seconds]
    for (begin, *rest), end in zip(heard, ends, strict=True):
        gap = (end - begin) / period
        pieces = max(round(gap), 1) if gap > _LONG else 1
        rows.append((begin, *rest))
        rows += [(t, 0.0, rest[1], False) for t in np.linspace(begin, end, pieces + 1)[1:-1]]
    times, strength, loudness, downbeat = (np.array(column) for column in zip(*rows, strict=True))
    end = beats.seconds
    if end - times[-1] < period / 2:
        # The rest of the song is too short for a step: the film ends with the last interval.
        times, strength, loudness, downbeat = times[:-1], strength[:-1], loudness[:-1], downbeat[:-1]
        end = rows[-1][0]
    return Grid(np.append(times, end), strength, loudness, downbeat)


def check_tempo(beats: Beats, dt: float) -> None:
    """Raises `ConfigError` if a beat has too few steps of `dt` seconds."""
    if 60 / beats.tempo < _FEWEST_STEPS * dt:
        raise ConfigError(
            f"dance: a beat at {beats.tempo:.0f} beats per minute has fewer than {math.ceil(_FEWEST_STEPS)} "
            f"steps of this environment, which take {dt:g} s each. Take a slower song."
        )


def longest(grid: Grid, dt: float) -> int:
    """Returns the most steps that a search simulates for an interval."""
    return max(int(steps.max()) for steps in allowed_steps(grid, dt)) + 1


def rehearse(stage: Stage, seed: int) -> Repertoire:
    """Plays each skill alone for about eight seconds, and measures its rhythm."""
    dancers, skill = stage.start(seed), stage.lanes % stage.skills
    everyone = np.full(stage.number, stage.length)
    parts = []
    for _ in range(max(2, math.ceil(_REHEARSAL / (stage.dt * stage.length)))):
        danced = stage.dance(dancers, np.tile(skill, (stage.length, 1)), everyone)
        parts.append(stage.joints(danced.poses[:-1, : stage.skills]))
        dancers = danced.dancers
    angles = np.concatenate(parts)
    speed = rhythm.speeds(angles, stage.dt * np.arange(len(angles)))
    settled = len(angles) // 3
    usual = float(np.quantile(speed[: stage.length], 0.95))
    moves = speed[settled:].mean(axis=0) > _STILL * usual
    hertz = np.where(moves, rhythm.frequency(angles[settled:], stage.dt), 0.0)
    return Repertoire(hertz, speed.mean(axis=0), usual)


def misfit(hertz: np.ndarray, tempo: float) -> np.ndarray:
    """Returns how badly skills fit a tempo, 0 to 1: frequencies [K], beats per minute -> [K].

    A skill fits if its frequency, at some playback rate, is half the beat's, the beat's, or twice that. What
    is missing is measured in halves of an octave. A pose fits everywhere.
    """
    beat = tempo / 60 * np.array([0.5, 1.0, 2.0])
    octaves = np.abs(np.log2(np.maximum(hertz, 1e-6)[:, None] / beat)).min(axis=1)
    missing = np.maximum(0.0, octaves - math.log2(1 + MOST_STRETCH))
    return np.where(hertz > 0, np.minimum(1.0, 2 * missing), 0.0)


def search(
    stage: Stage, grid: Grid, repertoire: Repertoire, seed: int, progress: Progress = silent
) -> Programme:
    """Finds the skill of each interval, and the number of its steps.

    Each beat is a stage of a dynamic programme. Every dance that is kept goes on with each of the K skills,
    all of them in one simulation of `PATHS` · K dancers. For each last skill the cheapest dance is kept, and
    of these the `PATHS` cheapest.
    """
    tempo = 60 / float(np.median(np.diff(grid.times)))
    own_cost = _RHYTHM * misfit(repertoire.hertz, tempo)
    z = stage.lanes % stage.skills
    skill, everyone = np.tile(z, (stage.length, 1)), np.full(stage.number, stage.length)
    dancers, paths = stage.start(seed), [_Path(0.0, 0, 0.0, (), ())]
    options, unit = allowed_steps(grid, stage.dt), Unit(repertoire.speed, stage.dt)
    for m, allowed in enumerate(counted(options, "Trying skills on beats", len(options), progress)):
        seconds = float(grid.times[m + 1] - grid.times[m])
        # Lanes beyond those of the kept paths repeat the last path, and are not looked at.
        of = np.minimum(stage.lanes // stage.skills, len(paths) - 1)
        dancers = taken(dancers, np.array([path.lane for path in paths])[of])
        danced = stage.dance(dancers, skill, everyone)
        speed = rhythm.speeds(stage.joints(danced.poses), stage.dt * np.arange(stage.length + 1))
        rise = np.diff(speed, axis=0, prepend=np.array([path.last for path in paths])[None, of])
        steps = _steps(rise, allowed, seconds, unit)
        costs = _motion_costs(speed, rise, steps, grid.strength[m], grid.loudness[m], unit)
        costs += own_cost[z] + _FALL * ~danced.alive[steps - 1, stage.lanes]
        costs += [
            paths[i].cost + _order_cost(paths[i], k, bool(grid.downbeat[m]))
            for i, k in zip(of, z, strict=True)
        ]
        dancers = stage.dance(dancers, skill, steps).dancers
        paths = [
            _Path(
                float(costs[lane]),
                lane,
                float(speed[steps[lane] - 1, lane]),
                (*paths[of[lane]].skill, int(z[lane])),
                (*paths[of[lane]].steps, int(steps[lane])),
            )
            for lane in _cheapest(costs[: len(paths) * stage.skills], stage.skills)
        ]
    best = min(paths, key=lambda path: path.cost)
    return Programme(grid.times, np.array(best.skill), np.array(best.steps))


def allowed_steps(grid: Grid, dt: float) -> list[np.ndarray]:
    """Returns the allowed numbers of steps of each interval, increasing: those within the stretch.

    An interval that none of them fits takes the nearest number.
    """
    found = []
    for seconds in np.diff(grid.times):
        low, high = (seconds / dt * (1 + sign * MOST_STRETCH) for sign in (-1, 1))
        steps = np.arange(math.ceil(low - 1e-6), math.floor(high + 1e-6) + 1)
        found.append(steps if len(steps) else np.array([max(1, round(seconds / dt))]))
    return found


def random_programme(programme: Programme, count: int, dt: float, draw: np.random.Generator) -> Programme:
    """Returns a dance of random skills: it changes as often as another, at random steps, at a rate of 1."""
    first, last = programme.times[[0, -1]]
    steps = round(float(last - first) / dt)
    changes = int(np.count_nonzero(np.diff(programme.skill)))
    begins = np.concatenate(
        [[0], np.sort(draw.choice(np.arange(1, steps), min(changes, steps - 1), False)), [steps]]
    )
    times = first + (last - first) * begins / steps
    # Each skill differs from the one before, or the dance would change less often.
    away = np.concatenate([draw.integers(0, count, 1), draw.integers(1, count, len(begins) - 2)])
    return Programme(times, np.cumsum(away) % count, np.diff(begins))


def perform(stage: Stage, programmes: Sequence[Programme], seed: int) -> list[np.ndarray]:
    """Dances whole programmes side by side; returns the poses of each, [T + 1, P]."""
    ends = [int(programme.steps.sum()) for programme in programmes]
    chunks = math.ceil(max(ends) / stage.length)
    skill = np.zeros((chunks * stage.length, stage.number), int)
    for lane, programme in enumerate(programmes):
        skill[: ends[lane], lane] = np.repeat(programme.skill, programme.steps)
    dancers, everyone = stage.start(seed), np.full(stage.number, stage.length)
    parts: list[np.ndarray] = []
    for rows in np.split(skill, chunks):
        danced = stage.dance(dancers, rows, everyone)
        parts.append(danced.poses[min(len(parts), 1) :, : len(programmes)])
        dancers = danced.dancers
    poses = np.concatenate(parts)
    return [poses[: end + 1, lane] for lane, end in enumerate(ends)]


def _steps(rise: np.ndarray, allowed: np.ndarray, seconds: float, unit: Unit) -> np.ndarray:
    """Returns the number of steps of each dancer [N] in an interval, for rises of speed [L, N].

    If its own motion sets in again at one of the allowed steps, the next beat is put there. Otherwise the
    playback rate is as near to 1 as possible.
    """
    plain = allowed[np.argmin(np.abs(allowed * unit.dt - seconds))]
    own = rise[allowed]
    return np.where(own.max(axis=0) > unit.least_rise, allowed[own.argmax(axis=0)], plain)


def _motion_costs(
    speed: np.ndarray, rise: np.ndarray, steps: np.ndarray, strength: float, loudness: float, unit: Unit
) -> np.ndarray:
    """Returns what the motion in an interval costs [N], for speeds and their rises [L, N]."""
    near = 1 + int(_NEAR / unit.dt)
    row = np.arange(len(rise))[:, None]
    on = rise[:near].max(axis=0) / unit.least_rise
    # A rise just before the next beat belongs to that beat.
    between = np.where((row >= near) & (row <= steps - near), rise, 0.0)
    off = between.max(axis=0) / unit.least_rise
    inside = row < steps
    liveliness = (speed * inside).sum(axis=0) / steps
    rank = np.argsort(np.argsort(liveliness)) / max(len(liveliness) - 1, 1)
    # The root, because a beat of usual strength counts nearly as much as the strongest.
    missed = np.sqrt(strength) * np.clip(1 - on / _CLEAR, 0.0, 1.0)
    return _MISSED * missed + _OFF * np.clip(off, 0.0, 1.0) + _LOUDNESS * np.abs(rank - loudness)


def _order_cost(path: _Path, skill: int, downbeat: bool) -> float:
    """Returns what it costs to go on with a skill after those of a path."""
    if not path.skill:
        return 0.0
    recent = path.skill[-_RECENT:]
    changes = skill != path.skill[-1]
    return _CHANGE * (changes != downbeat) + _REPEATED * recent.count(skill) / len(recent)


def _cheapest(costs: np.ndarray, count: int) -> list[int]:
    """Returns the lanes of the paths that are kept, the cheapest first: at most one for each last skill."""
    of_skill = costs.reshape(-1, count)
    best = of_skill.argmin(axis=0)
    lanes = best * count + np.arange(count)
    return [int(lane) for lane in lanes[np.argsort(costs[lanes], kind="stable")][:PATHS]]
