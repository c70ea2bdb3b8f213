"""Successive halving and population-based training: which lanes end early, and which lanes copy others.

All runs of a program are in lockstep, so both methods are synchronous. A rung, or a round, is set at
a number of environment steps. It takes place in the first pause between epochs at which every run in training
has done these steps. Runs are compared by new evaluations, which are not logged.

Successive halving (Jamieson and Talwalkar 2016, arXiv:1502.07943): at each rung, the better configurations
continue and the others end. ASHA (Li et al. 2020, arXiv:1810.05934) is its asynchronous form, for workers
that would wait for one another. Lanes of one program never wait.

Population-based training (Jaderberg et al. 2017, arXiv:1711.09846): in each round, each of the worst runs
becomes a copy of one of the best, drawn at random. It copies the whole state, and its traced hyperparameters
are multiplied by 1.2 or 0.8.
"""

import functools
import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from diayn_jax.config import ConfigError
from diayn_jax.evaluation.metrics import over_runs
from diayn_jax.run.scheduler import Copy, Decision, DirectedLane, Scheduler
from diayn_jax.sweeps import sweep_files
from diayn_jax.sweeps.specification import LaneSpec, Population, Specification
from diayn_jax.sweeps.sweep_files import State

FACTORS = (0.8, 1.2)  # by which population-based training multiplies hyperparameters


class SweepScheduler(Scheduler):
    """Decides about the lanes of one program of a sweep, and writes its decisions to the program's file."""

    def __init__(
        self,
        write: Callable[[State], None],
        state: State,
        slots: int,
        spec: Specification,
        lanes: Mapping[str, LaneSpec],
        tell: Callable[[Sequence[DirectedLane]], None],
    ):
        """Makes the scheduler of a program.

        Args:
          write: writes the state to the program's file.
          state: the state of the program; it is updated.
          spec: the specification of the sweep, whose `rank_by` is the name of a figure.
          lanes: all lanes of the program, by name.
          tell: called after each epoch with the lanes in training.
        """
        super().__init__(slots)
        self.programs = state.begun
        self._write, self._state = functools.partial(write, state), state
        self._spec, self._lanes, self._tell = spec, lanes, tell
        known = [sweep_files.decision_of(entry, set(lanes)) for entry in state.decisions]
        self._decided = dict(known)
        clocks = [clock for clock, _ in self.programs] + [clock for clock, _ in known]
        clocks += [how["updates"] for how in state.ended.values()]
        self._begins_at = max(clocks, default=0)

    @property
    def horizon(self) -> int:
        """The clock up to which the previous process has made all decisions."""
        return self._begins_at

    def begin_program(self, clock: int, lanes: Sequence[str]) -> None:
        """See `Scheduler.begin_program`."""
        super().begin_program(clock, lanes)
        self._write()

    def decided(self, clock: int) -> Decision | None:
        """See `Scheduler.decided`."""
        return self._decided.get(clock)

    def decide(self, clock: int, lanes: Sequence[DirectedLane]) -> Decision | None:
        """See `Scheduler.decide`."""
        if self._spec.halving is not None:
            return self._halve(lanes)
        if self._spec.population is not None:
            return self._exchange(lanes)
        return None

    def note(self, clock: int, decision: Decision) -> None:
        """See `Scheduler.note`."""
        steps = min((self._steps[name] for name in self._figures), default=0)
        self._state.decisions.append(sweep_files.entry_of(clock, decision, self._figures, env_steps=steps))
        self._write()

    def ended(self, lane: str, outcome: str, clock: int, why: str = "") -> None:
        """See `Scheduler.ended`."""
        self._state.ended[lane] = {"outcome": outcome, "updates": clock, "why": why}
        self._write()

    def progressed(self, lanes: Sequence[DirectedLane]) -> None:
        """See `Scheduler.progressed`."""
        self._tell(lanes)

    def _rate(self, lanes: Sequence[DirectedLane]) -> dict[str, float]:
        """Evaluates each lane and returns its figure, or −inf if the figure is not finite.

        Raises:
          ConfigError: it is the first comparison, and no lane has a finite figure.
        """
        self._figures = {lane.name: lane.figure(self._spec.rank_by) for lane in lanes}
        if not self._state.decisions and not any(map(math.isfinite, self._figures.values())):
            raise ConfigError(
                f"--rank_by={self._spec.rank_by}: no run has a finite value of it at "
                f"{lanes[0].env_steps} steps, so runs cannot be compared. Begin another sweep with another "
                "figure."
            )
        self._steps = {lane.name: lane.env_steps for lane in lanes}
        return {name: x if math.isfinite(x) else -math.inf for name, x in self._figures.items()}

    def _halve(self, lanes: Sequence[DirectedLane]) -> Decision | None:
        assert self._spec.halving is not None
        factor = self._spec.halving.factor
        steps = rungs(self._spec, self._lanes[lanes[0].name].config.num_env_steps)
        decided = self._state.decisions
        held = _reached(steps, decided[-1]["env_steps"]) if decided else 0
        # A long epoch may pass several rungs: they are held together.
        due = _reached(steps, min(lane.env_steps for lane in lanes))
        if due <= held:
            return None
        rated = self._rate(lanes)
        standings = self._standings(rated)
        # Ties go to the first configuration.
        order = sorted(standings, key=lambda configuration: (standings[configuration], -configuration))[::-1]
        # The number of configurations to keep does not depend on how many have failed.
        count = max(1, len(self._spec.configurations) // factor**due)
        going = set(order[:count])
        # Lanes that stopped on a file error are retired, too. Otherwise, a resume would train them alone.
        retired = tuple(
            name
            for name, lane in self._lanes.items()
            if lane.configuration not in going and name not in self._state.ended
        )
        return Decision(retired=retired)

    def _standings(self, rated: Mapping[str, float]) -> dict[int, over_runs.Standing]:
        """Returns the standing of each configuration in training over all its runs, failed ones included."""
        scores: dict[int, list[float]] = {}
        for name, score in rated.items():
            scores.setdefault(self._lanes[name].configuration, []).append(score)
        failed = Counter(
            self._lanes[name].configuration
            for name, how in self._state.ended.items()
            if how["outcome"] == "failed"
        )
        return {each: over_runs.standing(found, failed[each]) for each, found in scores.items()}

    def _exchange(self, lanes: Sequence[DirectedLane]) -> Decision | None:
        assert self._spec.population is not None
        every = self._spec.population.every
        held = len(self._state.decisions)
        if min(lane.env_steps for lane in lanes) < (held + 1) * every:
            return None
        # A single run has no other run to copy.
        if len(lanes) < 2:
            return None
        count = lanes_copied(self._spec.population, len(lanes))
        rated = self._rate(lanes)
        # Ties go to the first run.
        order = sorted(rated, key=rated.__getitem__, reverse=True)
        best, worst = order[:count], order[-count:]
        generator = np.random.default_rng([self._spec.random_seed, held])
        copies = []
        for target in worst:
            source = best[int(generator.integers(len(best)))]
            if source == target or rated[source] <= rated[target]:
                continue
            copies.append(Copy(source, target, self._explored(generator, source)))
        return Decision(copies=tuple(copies))

    def _explored(self, generator: np.random.Generator, lane: str) -> dict[str, float]:
        """Returns the values of the explored hyperparameters for a copy of a lane."""
        values = hparams_now(self._lanes[lane].config, lane, self._state.decisions)
        found = {}
        for name, (low, high) in explored(self._spec).items():
            value, factor = values[name], FACTORS[int(generator.integers(2))]
            # For a value near 1, such as γ, its distance from 1 is multiplied.
            near_one = high < 1 and low >= 0.5
            changed = 1 - (1 - value) * factor if near_one else value * factor
            found[name] = float(np.float32(min(max(changed, low), high)))
        return found


def lanes_copied(population: Population, lanes: int) -> int:
    """Returns how many of this many lanes are the best, and how many the worst, in a round."""
    return max(1, int(population.share * lanes))


def rungs(spec: Specification, length: int) -> list[int]:
    """Returns the environment steps of the rungs of successive halving, for runs of `length` steps."""
    assert spec.halving is not None
    factor, first = spec.halving.factor, spec.halving.first_rung
    if not first:
        # By default the first rung is such that fewer than `factor` configurations train to the end.
        times = 0
        while len(spec.configurations) // factor ** (times + 1) >= 1:
            times += 1
        first = max(1, length // factor**times)
    found: list[int] = []
    while first < length and len(spec.configurations) // factor ** len(found) > 1:
        found.append(first)
        first *= factor
    return found


def _reached(rungs: Sequence[int], env_steps: int) -> int:
    """Returns how many rungs runs with this many steps have reached."""
    return sum(rung <= env_steps for rung in rungs)


def explored(spec: Specification) -> dict[str, tuple[float, float]]:
    """Returns the traced hyperparameters that population-based training changes, with their bounds."""
    bounds = {name: (found.low, found.high) for name, found in spec.ranges.items()}
    for name, values in spec.grid.items():
        numbers = [float(x) for x in values if isinstance(x, int | float) and not isinstance(x, bool)]
        if len(numbers) == len(values) > 1:
            bounds[name] = (min(numbers), max(numbers))
    return bounds


def hparams_now(config: Any, lane: str, decisions: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """Returns a lane's numeric settings after all decisions. Settings that are `auto` are left out."""
    values = {name: float(x) for name, x in vars(config).items() if isinstance(x, int | float)}
    for entry in decisions:
        for copy in entry.get("copies", []):
            if copy["target"] == lane:
                values |= copy["hparams"]
    return values
