"""A sweep whose process is killed without a warning."""

import os
import signal

import pytest
import tiny
from sweep_commands import Launched, in_turn
from test_sweep import final_states

from benchmarks.worker import flags_of

# Without skills, whose figures would take most of the time.
FIELDS = {
    **{name: value for name, value in tiny.FIELDS.items() if name != "name"},
    "objective": "task",
    "agent": "td3",  # whose programs are smaller than those of SAC
    "num_env_steps": 36_000,  # so long that it is killed before its end
    "epoch_steps": 1500,
    "checkpoint_every": 6_000,
    "eval_every": 18_000,
}
del FIELDS["num_skills"], FIELDS["discriminator_hidden_sizes"]


@pytest.mark.slow
def test_a_sweep_that_is_killed_goes_on_bit_for_bit(tmp_path):
    more = flags_of({**FIELDS, "log_dir": tmp_path})
    killed = Launched(tmp_path, *more, "--name=sweep", "--seeds=0..1")
    killed.wait_for(lambda: killed.saved("s0"))
    os.kill(killed.process.pid, signal.SIGKILL)
    assert killed.end()[0] == -signal.SIGKILL
    assert not (killed.path / "table.csv").exists()
    code, said = in_turn(
        tmp_path, [str(killed.path), "--resume"], [*more, "--name=whole", "--seeds=0..1"]
    ).end()
    assert code == 0, said
    assert "0 of 2 runs have ended" in said
    assert said.splitlines().count("ends 0") == 2, said
    expected, got = final_states(killed.path.with_name("whole")), final_states(killed.path)
    assert expected.keys() == got.keys() == {"s0", "s1"}
    for name, (state, rows) in expected.items():
        tiny.assert_same(got[name][0], state)
        assert got[name][1] == rows, name
