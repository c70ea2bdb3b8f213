"""Islands over programs: what programs exchange, what a killed program repeats, and what is refused."""

import dataclasses
import re
import shutil
import signal
import threading
import time
from types import SimpleNamespace

import checkpoints
import jax.numpy as jnp
import numpy as np
import pytest
import tiny
from runs import share_compiled
from test_sweep import FIELDS, Killed, final_states, share_programs

import diayn_jax
from diayn_jax import training
from diayn_jax.config import ConfigError
from diayn_jax.run import loop
from diayn_jax.run.services import ExchangeError, Interrupted
from diayn_jax.storage import arrays, checkpoint, files
from diayn_jax.storage.metadata import FORMAT
from diayn_jax.sweeps import islands, programs, specification, sweep_files, workers
from diayn_jax.sweeps.islands import IslandExchange

PATIENCE = 300  # seconds
ISLANDS = {
    **FIELDS,
    "objective": "diayn_islands",
    "device": "cpu",
    "keep_checkpoints": 9,
}


@pytest.fixture(scope="module", autouse=True)
def compiled_once(compiled_trainers):
    """Shares trainers and programs between all sweeps here, without the costly figures."""
    with pytest.MonkeyPatch.context() as patch:
        share_compiled(patch, compiled_trainers)
        share_programs(patch)
        yield


def begun(folder, seeds=3, workers=2, checkpoint_every=350, **options):
    """Begins a sweep of islands on a cluster with this many workers; returns its directory.

    By default, runs are saved after each epoch.
    """
    directory = folder / "sweeps" / "sweep"
    (directory / sweep_files.PROGRAMS).mkdir(parents=True)
    spec = specification.make_specification(
        {**ISLANDS, "checkpoint_every": checkpoint_every, "log_dir": str(folder)},
        seeds=range(seeds),
        **options,
    )
    programs.write(directory, programs.planned(directory, spec, trust=False, workers=workers))
    return directory


def trained(directory, *numbers, stop=None, killed_after=None):
    """Trains programs of a sweep at the same time, as the workers of a cluster do; returns their outcomes.

    Args:
      stop: called in this thread; the programs that are not killed get a signal when it returns.
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
            if killed_after is not None:
                threads[-1].join(PATIENCE)
            for handler in handlers:
                handler.received = signal.SIGTERM
        for thread in threads:
            thread.join(PATIENCE)
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
    return sorted(int(path.stem) for path in folder.glob("*.npz"))


def given(directory, program, clock):
    return given_by(directory / islands.FOLDER, program, clock)


def given_by(folder, program, clock):
    with np.load(folder / str(program) / f"{clock}.npz") as found:
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
        for lane in LANES:
            found = floats_of(checkpoint.restore(saved(undisturbed, lane)[clock], like))
            assert found.keys() == mean.keys()
            for name, x in found.items():
                np.testing.assert_allclose(x, mean[name], rtol=1e-6, err_msg=name)
    # Each island has its own policy.
    policies = [state.agent.policy for state, _ in final_states(undisturbed).values()]
    first, other = (arrays.arrays_of(policy) for policy in policies[1:])
    assert not all(np.array_equal(first[name], other[name]) for name in first)


LANES = ("s0", "s1", "s2")


def assert_same_states(one, other, lanes=LANES):
    one, other = final_states(one), final_states(other)
    assert one.keys() == other.keys() == set(lanes)
    for name in one:
        tiny.assert_same(one[name][0], other[name][0])
        assert one[name][1] == other[name][1], name


def test_killed_and_stopped_programs_go_on_bit_for_bit(undisturbed, tmp_path):
    directory = begun(tmp_path)
    ends = clocks(undisturbed, 0)

    def until_given(program, clock):
        until = time.monotonic() + PATIENCE
        while clock not in clocks(directory, program):
            assert time.monotonic() < until
            time.sleep(0.05)

    # The second program waits for the first one at the start, and is stopped.
    trained(directory, 1, stop=lambda: until_given(1, 0))
    assert list(saved(directory, "s2")) == [0]
    # It is killed after its second epoch. The first one waits in its third, and is stopped.
    found = trained(directory, 0, 1, killed_after=2, stop=lambda: until_given(0, ends[3]))
    assert isinstance(found[1], Killed)
    assert found[0] == programs.Outcome({}, signal.SIGTERM)
    assert max(saved(directory, "s0")) == max(saved(directory, "s1")) == ends[2]
    # The first one is killed after its next epoch, before it has saved its second lane.
    found = trained(directory, 1, 0, killed_after=1, stop=lambda: until_given(1, ends[4]))
    assert isinstance(found[0], Killed)
    assert max(saved(directory, "s0")) == max(saved(directory, "s2")) == ends[3]
    checkpoint.remove(saved(directory, "s1")[ends[3]])
    trained(directory, 0, 1)
    assert clocks(directory, 0) == clocks(directory, 1) == ends
    assert_same_states(directory, undisturbed)


def test_islands_whose_steps_differ_are_saved_together(tmp_path):
    """After the first epoch, one of two islands has done the steps of a checkpoint, and both are saved."""
    fields = {"checkpoint_every": 442, "workers": 1, "seeds": 2}
    whole, directory = begun(tmp_path / "whole", **fields), begun(tmp_path / "killed", **fields)
    trained(whole, 0)
    assert isinstance(trained(directory, 0, killed_after=1)[0], Killed)
    lanes = ("s0", "s1")
    steps = {lane: checkpoint.steps(directory / "point" / lane / files.CHECKPOINTS) for lane in lanes}
    assert steps == {"s0": [444], "s1": [440]}
    trained(directory, 0)
    assert_same_states(directory, whole, lanes)


def exchange_of(folder, program, lanes, ended_at=lambda program: None):
    return IslandExchange(folder, program, lanes, ended_at, lambda line: None)


def never():
    return False


def test_what_an_exchange_gives(tmp_path):
    lanes = {2: 1, 3: 3, 5: 4}
    ends = {2: None, 3: None, 5: None}
    first, second, third = (exchange_of(tmp_path, i, lanes, ends.get) for i in lanes)
    values = {2: 1.0, 3: 3.0, 5: 4.0}
    x = {i: {"q": np.full((2, 3), value, np.float32)} for i, value in values.items()}
    for i, exchange in ((2, first), (3, second), (5, third)):
        for clock in (0, 10):
            exchange._publish(clock, x[i])
    # At the start, all take what the first has. Later it is the mean, in which each lane weighs the same.
    for exchange in (first, second, third):
        assert exchange._gathered(0, never)["q"].tolist() == x[2]["q"].tolist()
        found = exchange._gathered(10, never)["q"]
        assert found.dtype == np.float32
        np.testing.assert_allclose(found, (1 * 1 + 3 * 3 + 4 * 4) / 8)
    # What the others may have read stays.
    first._publish(10, x[5])
    np.testing.assert_allclose(second._gathered(10, never)["q"], 26 / 8)
    # A program that has not given anything is waited for until there is a signal.
    first._publish(20, x[2])
    second._publish(20, x[3])
    asked = []
    with pytest.raises(Interrupted):
        first._gathered(20, lambda: asked.append(True) or len(asked) > 1)
    # A program takes part up to the clock of its end. Nobody would write a file of it that is missing.
    ends[5] = 20
    with pytest.raises(ExchangeError, match=r"20\.npz is missing, and the program that wrote it has ended"):
        first._gathered(20, never)
    ends[5] = 10
    np.testing.assert_allclose(first._gathered(20, lambda: True)["q"], (1 * 1 + 3 * 3) / 4)
    # One whose objective is not finite gives none.
    second._publish(30, {})
    first._publish(30, x[2])
    assert first._gathered(30, never)["q"].tolist() == x[2]["q"].tolist()
    path = tmp_path / "3" / "10.npz"
    damaged = bytearray(path.read_bytes())
    damaged[-200] ^= 1
    path.write_bytes(damaged)
    with pytest.raises(ExchangeError, match=re.escape(f"{path} cannot be read")):
        first._gathered(10, never)


@dataclasses.dataclass
class Held:
    """The part of a state that an exchange changes."""

    objective: dict

    def replace(self, objective):
        return Held(objective)


@pytest.mark.parametrize("several", [False, True])
def test_what_is_shared_of_a_state(tmp_path, several):
    def state(*values):
        q = jnp.stack([jnp.full(3, x) for x in values]) if several else jnp.full(3, values[0])
        return Held({"q": q, "count": jnp.full(q.shape[:-1], 7)})

    lanes = {0: 1, 1: 1}
    ours, theirs = (exchange_of(tmp_path, i, lanes) for i in lanes)
    theirs._publish(5, {"q": np.full(3, 2.0, np.float32)})
    found = ours.share(state(4.0, 4.0), several, 5, never).objective
    np.testing.assert_array_equal(found["q"], np.full((2, 3) if several else 3, 3.0))
    np.testing.assert_array_equal(found["count"], np.full(2, 7) if several else 7)
    # A program that diverges says so, and waits for nobody.
    found = ours.share(state(np.nan, np.nan), several, 6, never).objective
    assert np.isnan(found["q"]).all()
    assert given_by(tmp_path, 0, 6) == {}


def test_a_program_that_diverges_leaves_the_others(tmp_path):
    """Its lanes end, and the others go on without it."""
    directory = begun(tmp_path)
    sweep = programs.find(directory, trust=True)
    state = sweep_files.State([], {"s2": {"outcome": "failed", "updates": 100, "why": "NaN"}}, [])
    sweep_files.write_state(directory, sweep.started, 1, state)
    exchange = programs._exchange(sweep, 0, lambda line: None)
    x = {"q": np.ones(2, np.float32)}
    exchange_of(directory / islands.FOLDER, 1, {0: 2, 1: 1}, {}.get)._publish(50, {"q": x["q"] * 4})
    for clock, mean in ((50, (2 * 1 + 1 * 4) / 3), (150, 1.0)):
        exchange._publish(clock, x)
        assert exchange._gathered(clock, never)["q"].tolist() == [mean, mean]


def test_a_file_that_cannot_be_read_ends_a_program_which_is_saved(undisturbed, tmp_path):
    directory = begun(tmp_path)
    shutil.copytree(undisturbed / islands.FOLDER, directory / islands.FOLDER)
    ends = clocks(undisturbed, 0)
    bad = directory / islands.FOLDER / "1" / f"{ends[2]}.npz"
    bad.write_bytes(b"no zip")
    (outcome,) = trained(directory, 0).values()
    assert outcome.stopped is None
    assert set(outcome.failures) == {"s0", "s1"}
    for why in outcome.failures.values():
        assert f"{bad} cannot be read" in why
        assert "The last good checkpoint is " in why
    assert max(saved(directory, "s0")) == ends[1]
    # They are not noted as ended.
    assert len(programs.find(directory, trust=True).left(0)) == 2


def test_islands_of_which_one_was_not_saved_go_back_together(tmp_path):
    def plans_of(*clocks_of_each):
        made = []
        for i, of_one in enumerate(clocks_of_each):
            lane = tmp_path / f"{len(list(tmp_path.iterdir()))}-{i}"
            for clock in of_one:
                path = lane / files.CHECKPOINTS / str(clock + i)
                path.mkdir(parents=True)
                document = {"format": FORMAT, "env_steps": clock + i, "host": {"updates": clock}}
                document |= {"replay": False, "arrays": {}, "files": {"state/x": []}}
                files.write_checked_json(path / files.METADATA, document)
            made.append(SimpleNamespace(directory=lane))
        islands.roll_back(made, lambda line: None)
        return [sorted(islands._by_clock(each.directory / files.CHECKPOINTS)) for each in made]

    assert plans_of([10, 20], [10, 20]) == [[10, 20], [10, 20]]
    assert plans_of([10, 20, 30], [10, 20]) == [[10, 20], [10, 20]]
    assert plans_of([10], []) == [[], []]
    assert plans_of([], []) == [[], []]
    # One has stopped on an error long ago. It catches up.
    assert plans_of([10, 20, 30], [10]) == [[10, 20, 30], [10]]
    assert plans_of([30, 40], [20]) == [[30, 40], [20]]
    # With --keep_checkpoints=1, there is nothing to go back to.
    assert plans_of([30], [20]) == [[30], [20]]


def test_islands_that_cannot_exchange_are_refused(tmp_path):
    words = "objective=diayn_islands: these islands need 2 programs of {}max_lanes=2"
    fields = {**ISLANDS, "log_dir": str(tmp_path), "name": "apart", "seeds": range(4)}
    with pytest.raises(ConfigError, match=f"{words.format('')}, which would train one after") as error:
        diayn_jax.sweep(**fields, max_lanes=2)
    assert "(cluster)" in str(error.value)
    assert not (tmp_path / "sweeps" / "apart").exists()
    with pytest.raises(
        ConfigError, match=f"{words.format('--')} at the same time, and the cluster has room for 1"
    ):
        begun(tmp_path / "small", 4, workers=1, max_lanes=2)
    # There is room for all, or one program holds all.
    for folder, workers_there, count in (("many", 2, 2), ("one", 1, 1)):
        directory = begun(tmp_path / folder, 4, workers=workers_there)
        assert len(programs.find(directory, trust=True).programs) == count
    with pytest.raises(ConfigError, match="these islands need 2 programs, which would train one after"):
        diayn_jax.resume(tmp_path / "many" / "sweeps" / "sweep")


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"keep_checkpoints": 1}, "--keep_checkpoints=1: islands resume from a step that all of them"),
        ({"checkpoint_replay": False}, "--checkpoint_replay=false: islands of several programs resume"),
    ],
)
def test_islands_that_could_not_be_resumed_exactly_are_refused(tmp_path, given, why):
    spec = specification.make_specification({**ISLANDS, **given, "log_dir": str(tmp_path)}, seeds=range(4))
    with pytest.raises(ConfigError, match=why):
        programs.planned(tmp_path, spec, trust=False, workers=2)


def test_each_group_of_islands_has_its_share_of_the_workers(tmp_path):
    spec = specification.make_specification(
        {**ISLANDS, "log_dir": str(tmp_path)}, seeds=range(4), grid={"rollout_length": (1, 2, 4)}
    )
    (tmp_path / sweep_files.PROGRAMS).mkdir()
    programs.write(tmp_path, programs.planned(tmp_path, spec, trust=False, workers=5))
    assert [program.group for program in programs.find(tmp_path, trust=True).programs] == [0, 1, 2]


def test_the_others_end_when_a_program_has_stopped(tmp_path):
    sweep = programs.find(begun(tmp_path), trust=True)
    cancelled, said = [], []
    its = workers.Workers.__new__(workers.Workers)
    its._cancelled = set()
    its._ray = SimpleNamespace(cancel=lambda task, force: cancelled.append((task, force)))
    its._end_partners(sweep, 1, {"task": 0}, said.append)
    assert cancelled == [("task", False)]
    assert said == ["[2/2] It has stopped, so programs with its islands save and end"]
    # They are told once, and not at all by a program that has ended as it should.
    its._end_partners(sweep, 1, {"task": 0}, said.append)
    ended = sweep_files.State([], {"s2": {"outcome": "finished", "updates": 9, "why": ""}}, [])
    sweep_files.write_state(sweep.directory, sweep.started, 1, ended)
    its._end_partners(sweep, 1, {"another": 0}, said.append)
    assert len(cancelled) == len(said) == 1
