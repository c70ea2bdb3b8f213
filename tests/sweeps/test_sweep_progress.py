"""The progress line of a sweep."""

from types import SimpleNamespace

from diayn_jax.run.console import Console
from diayn_jax.sweeps.progress import SweepScreen


def test_after_the_last_step_each_run_is_told(tmp_path):
    said = []
    screen = SweepScreen(tmp_path / "log.txt", said.append, "program 1 of 2: ", 100)
    names = ("a", "b", "c")
    lanes = [screen.of_lane(Console(said.append), name) for name in names]
    screen.tell([SimpleNamespace(env_steps=100)] * 3)
    del said[:]
    for lane in lanes:
        # As a lane says it when it has done its steps.
        lane.status("All steps are done; playing the skills", row=False)
        lane.line("Wrote report.html")
    screen.close()
    assert said == [f"program 1 of 2: Evaluating and writing run {i} of 3" for i in (1, 2, 3)]
    assert (tmp_path / "log.txt").read_text() == "".join(f"[{name}] Wrote report.html\n" for name in names)


def test_a_large_sweep_has_few_lines(tmp_path):
    said = []
    screen = SweepScreen(tmp_path / "log.txt", said.append, "", 100, rows=20)
    lanes = [screen.of_lane(Console(said.append), str(i)) for i in range(64)]
    screen.tell([SimpleNamespace(env_steps=100)] * 64)
    del said[:]
    for lane in lanes:
        lane.status("All steps are done", row=False)
    screen.close()
    assert len(said) == 20
    assert said[-1] == "Evaluating and writing run 64 of 64"
