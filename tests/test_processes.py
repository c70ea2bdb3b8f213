"""What the loop asks of the other processes of a run; here they are made up."""

import signal

import pytest
import tiny
from runs import STEPS, contents, rows_of, run

from diayn_jax.run import checkpoint, lock
from diayn_jax.run.processes import SINGLE, Processes


class Others:
    """Stands in for the other processes: one of them gets a signal after some epochs; keeps what is asked."""

    def __init__(self, stops_after=None, is_main=True):
        self.asked, self.gathered, self.barriers = [], [], []
        self._stops_after = stops_after
        self.processes = Processes(is_main, self._any_stop, self._gather, self._barrier)

    def _any_stop(self, received):
        self.asked.append(received)
        # It is asked before each epoch.
        return signal.SIGTERM if len(self.asked) - 1 == self._stops_after else received

    def _gather(self, state):
        self.gathered.append(int(state.counters.env_steps))
        return state

    def _barrier(self, name):
        self.barriers.append(name)


def test_a_single_process_is_the_main_one():
    assert SINGLE.is_main
    assert SINGLE.any_stop(None) is None
    assert SINGLE.any_stop(signal.SIGINT) == signal.SIGINT


@pytest.mark.parametrize("is_main", [True, False])
def test_a_stop_of_another_process_stops_all_after_the_same_epoch(tmp_path, fast, is_main):
    others = Others(stops_after=2, is_main=is_main)
    stopped, said = run(tiny.config(tmp_path), processes=others.processes)
    assert stopped.stopped == signal.SIGTERM
    assert int(stopped.state.counters.env_steps) == STEPS[1]
    # This process has got no signal itself.
    assert others.asked == [None, None, None]
    assert any("Stopped by SIGTERM" in line for line in said) == is_main


def test_every_process_meets_the_others_at_the_same_points(tmp_path, fast):
    both = [Others(is_main=True), Others(is_main=False)]
    states = [run(tiny.config(tmp_path), processes=others.processes)[0].state for others in both]
    main, other = both
    assert main.asked == other.asked
    assert main.gathered == other.gathered == [STEPS[1], STEPS[3]]
    assert main.barriers == other.barriers
    assert len(main.barriers) == 3
    tiny.assert_same(*states)


def test_files_screen_and_lock_are_the_main_processs(tmp_path, whole):
    before = contents(whole.path)
    with lock.hold(whole.path, print):
        run_of_it, said = run(
            tiny.config(tmp_path / "whole", num_env_steps=3000),
            resume=True,
            processes=Others(is_main=False).processes,
        )
    assert said == []
    assert run_of_it.path is None
    assert contents(whole.path) == before
    # It began where the main one begins.
    assert int(run_of_it.state.counters.env_steps) >= 3000
    assert len(rows_of(whole.path)) == len(STEPS)
    assert checkpoint.steps(whole.path / "checkpoints")[-1] == STEPS[-1]


def test_another_process_makes_no_directory(tmp_path, fast):
    done, said = run(tiny.config(tmp_path), processes=Others(is_main=False).processes)
    assert contents(tmp_path) == {}
    assert (done.path, said) == (None, [])
    assert done.skill_table
