"""A sweep whose process is killed without a warning."""

import os
import signal

import pytest
import tiny
from commands import short
from sweep_commands import Launched
from test_sweep import final_states

from benchmarks.worker import flags_of

# Without skills, whose figures would take most of the time.
FIELDS = {
    **{name: value for name, value in tiny.FIELDS.items() if name != "name"},
    "objective": "task",
    "num_env_steps": 36_000,  # so long that it is killed before its end
    "epoch_steps": 1500,
    "checkpoint_every": 6_000,
    "eval_every": 18_000,
}
del FIELDS["num_skills"], FIELDS["discriminator_hidden_sizes"]


@pytest.mark.slow
def test_a_sweep_that_is_killed_goes_on_bit_for_bit(tmp_path):
    def begun(folder):
        folder.mkdir()
        more = [*flags_of({**FIELDS, "log_dir": folder}), "--name=sweep", "--seeds=0..1"]
        return Launched(folder, *more, command=short("sweep"))

    killed = begun(tmp_path / "killed")
    killed.wait_for(lambda: killed.saved("s0"))
    os.kill(killed.process.pid, signal.SIGKILL)
    assert killed.end()[0] == -signal.SIGKILL
    assert not (killed.path / "table.csv").exists()
    # It begins only now, because it then finds the programs in the cache.
    whole = begun(tmp_path / "whole")
    code, said = Launched(tmp_path / "killed", str(killed.path), "--resume", command=short("sweep")).end()
    assert code == 0, said
    assert "0 of 2 runs have ended" in said
    assert whole.end()[0] == 0
    expected, got = final_states(whole.path), final_states(killed.path)
    assert expected.keys() == got.keys() == {"s0", "s1"}
    for name, (state, rows) in expected.items():
        tiny.assert_same(got[name][0], state)
        assert got[name][1] == rows, name
