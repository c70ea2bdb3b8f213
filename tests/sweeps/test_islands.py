"""Islands over programs: what programs exchange, what a killed program repeats, and what is refused."""

import functools
import signal
import threading
from types import SimpleNamespace

import checkpoints
import numpy as np
import pytest
import tiny
from runs import share_compiled
from test_sweep import FIELDS, Killed, final_states

import diayn_jax
from diayn_jax import training
from diayn_jax.config import ConfigError
from diayn_jax.run import loop, shared_objective
from diayn_jax.run.shared_objective import ExchangeError, Interrupted
from diayn_jax.storage import checkpoint, files
from diayn_jax.sweeps import islands, plan, programs, specification, sweep_files, workers
from diayn_jax.sweeps.islands import IslandExchange

ISLANDS = {
    **FIELDS,
    "objective": "diayn_islands",
    "device": "cpu",
    "checkpoint_every": 350,  # after each epoch
    "keep_checkpoints": 9,
}


@pytest.fixture(scope="module", autouse=True)
def compiled_once(compiled_trainers):
    """Shares trainers and programs between all sweeps here, without the costly figures."""
    shared, make = {}, plan.make_compile_cache

    def cache_of(plan, lanes):
        key = (id(plan.trainer), lanes)
        if key not in shared:
            shared[key] = make(plan, lanes)
        return shared[key]

    with pytest.MonkeyPatch.context() as patch:
        share_compiled(patch, compiled_trainers)
        patch.setattr(plan, "make_compile_cache", cache_of)
        yield


def begun(folder, seeds=3, workers=2, **options):
    """Begins a sweep of islands on a cluster with this many workers; returns its directory."""
    directory = folder / "sweeps" / "sweep"
    directory.mkdir(parents=True)
    spec = specification.make_specification({**ISLANDS, "log_dir": str(folder)}, seeds=range(seeds), **options)
    programs.begin(directory, spec, trust=False, workers=workers, sizes={})
    return directory


def trained(directory, *numbers, stop=None, killed_after=None):
    """Trains programs of a sweep at the same time, as the workers of a cluster do; returns their outcomes.

    Args:
      stop: called in this thread; the programs get a signal when it returns.
      killed_after: the epoch after which the last of the programs is killed.
    """
    sweep = programs.find(directory, trust=True)
    groups = {i: programs.group_of(sweep, [i], trust=True) for i in numbers}
    found, handlers = {}, []

    class Signals(loop.StopSignals):
        def __enter__(self):
            handlers.append(self)
            return super().__enter__()

    def train(i):
        try:
            found[i] = programs.train(sweep, i, groups[i], lambda line: None)
        except Killed as error:
            found[i] = error

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loop, "StopSignals", Signals)
        if killed_after is not None:
            kill(patch, sweep.programs[numbers[-1]], killed_after)
        threads = [threading.Thread(target=train, args=(i,)) for i in numbers]
        for thread in threads:
            thread.start()
        if stop is not None:
            stop()
            for handler in handlers:
                handler.received = signal.SIGTERM
        for thread in threads:
            thread.join(300)
    assert found.keys() == set(numbers), "a program waits for ever"
    return found


def kill(patch, program, after):
    own, epochs = {lane.name for lane in program.lanes}, [0]
    progressed = programs.SweepScheduler.progressed

    def counting(self, lanes):
        progressed(self, lanes)
        if own == set(self._lanes):
            epochs[0] += 1
            if epochs[0] == after:
                raise Killed

    patch.setattr(programs.SweepScheduler, "progressed", counting)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory, compiled_once):
    """A sweep of three islands, in a program of two and a program of one."""
    directory = begun(tmp_path_factory.mktemp("undisturbed"))
    trained(directory, 0, 1)
    return directory


def clocks(directory, program):
    folder = directory / islands.FOLDER / str(program)
    return sorted(int(path.stem) for path in folder.iterdir()) if folder.is_dir() else []


def given(directory, program, clock):
    with np.load(directory / islands.FOLDER / str(program) / f"{clock}.npz") as found:
        return dict(found)


def saved(directory, lane):
    """Returns the checkpoints of a lane, by clock."""
    return islands._by_clock(directory / "point" / lane / files.CHECKPOINTS)


def floats_of(state):
    named = arrays.arrays_of(state.objective)
    return {name: np.asarray(x) for name, x in named.items() if np.issubdtype(x.dtype, np.floating)}


def test_programs_go_on_with_the_mean_of_their_discriminators(undisturbed):
    ends = clocks(undisturbed, 0)
    assert ends == clocks(undisturbed, 1)
    assert len(ends) == 5  # the start, and four epochs
    run = diayn_jax.load(undisturbed / "point" / "s0")
    like = checkpoints.like(training.state_shapes(run.config, run.trainer))
    for clock in ends[1:]:
        ours, theirs = given(undisturbed, 0, clock), given(undisturbed, 1, clock)
        assert any("kernel" in name for name in ours)
        assert not all(np.array_equal(ours[name], theirs[name]) for name in ours)
        mean = {name: (2 * ours[name].astype(float) + theirs[name]) / 3 for name in ours}
        for lane in ("s0", "s1", "s2"):
            found = floats_of(checkpoint.restore(saved(undisturbed, lane)[clock], like))
            assert found.keys() == mean.keys()
            for name, x in found.items():
                np.testing.assert_allclose(x, mean[name], rtol=1e-6, err_msg=name)
    # Each island has its own policy.
    policies = [state.agent.policy for state, _ in final_states(undisturbed).values()]
    first, other = (arrays.arrays_of(policy) for policy in policies[1:])
    assert not all(np.array_equal(first[name], other[name]) for name in first)


def assert_same_states(one, other):
    one, other = final_states(one), final_states(other)
    assert one.keys() == other.keys() == {"s0", "s1", "s2"}
    for name in one:
        tiny.assert_same(one[name][0], other[name][0])
        assert one[name][1] == other[name][1], name


def test_killed_and_stopped_programs_go_on_bit_for_bit(undisturbed, tmp_path):
    directory = begun(tmp_path)
    ends = clocks(undisturbed, 0)

    def when_the_first_waits():
        until = time.monotonic() + 300
        while ends[3] not in clocks(directory, 0):
            assert time.monotonic() < until
            time.sleep(0.05)

    # The second program is killed after its second epoch. The first one waits for its third, and is stopped.
    found = trained(directory, 0, 1, stop=when_the_first_waits, killed_after=2)
    assert isinstance(found[1], Killed)
    assert found[0].stopped == signal.SIGTERM
    assert not found[0].failures
    assert max(saved(directory, "s0")) == max(saved(directory, "s1")) == ends[2]
    # The other order: the first is killed after its third epoch, while it saves its second lane.
    found = trained(directory, 1, 0, killed_after=1, stop=lambda: wait_for(lambda: len(saved(directory, "s1")) > 2))
    checkpoint.remove(saved(directory, "s1")[ends[3]])
    assert max(saved(directory, "s0")) == ends[3]
    trained(directory, 0, 1)
    assert clocks(directory, 0) == clocks(directory, 1) == ends
    assert_same_states(directory, undisturbed)
