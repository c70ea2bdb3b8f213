"""Sweeps on a Ray cluster: two machines with one CPU each, which are processes of this machine."""

import contextlib
import json
import os
import re
import shutil
import signal
import threading
import time
from types import SimpleNamespace

import extras
import pytest
import tiny
from commands import refusal
from sweep_commands import Launched, in_turn
from test_sweep import final_states

extras.need("ray", "cluster")

from benchmarks.chaos import ray_cluster  # noqa: E402
from benchmarks.worker import flags_of  # noqa: E402
from diayn_jax import shell  # noqa: E402
from diayn_jax.config import ConfigError  # noqa: E402
from diayn_jax.run import memory_plan  # noqa: E402
from diayn_jax.storage import lock, provenance  # noqa: E402
from diayn_jax.sweeps import plan, programs, ray_tasks, specification, workers  # noqa: E402
from experiments import start, sweep  # noqa: E402

# Without skills, whose figures would take most of the time.
FIELDS = {
    **{name: value for name, value in tiny.FIELDS.items() if name not in ("name", "num_devices")},
    "objective": "task",
    "agent": "td3",  # whose programs are smaller than those of SAC
    "num_env_steps": 60_000,  # so long that a signal comes before the end
    "epoch_steps": 1500,
    "checkpoint_every": 60_000,
    "eval_every": 30_000,
}
del FIELDS["num_skills"], FIELDS["discriminator_hidden_sizes"]


@pytest.fixture(scope="module")
def address():
    with ray_cluster(2) as found:
        yield found


def trained_rows(path, program):
    """Returns how many epochs the log of a program shows."""
    log = path / "programs" / f"{program - 1}.log"
    return log.read_text().count("steps/s") if log.exists() else 0


def workers_of(launched):
    """Returns the ids of the processes that train, by program."""
    found = re.findall(r"\[(\d)/2\] On .*, process (\d+)", launched.screen.read_text())
    return {int(program): int(process) for program, process in found}


@pytest.fixture(scope="module")
def stopped(address, tmp_path_factory):
    """A sweep on the cluster that got a signal while both of its programs trained."""
    folder = tmp_path_factory.mktemp("stopped")
    launched = Launched(
        folder,
        *flags_of({**FIELDS, "log_dir": folder}),
        "--name=sweep",
        "--seeds=0..1",
        f"--cluster={address}",
    )
    paused = {}

    def both_train():
        # The worker that is first waits for the other one, and both wait until the signal has come.
        for program, process in workers_of(launched).items() - paused.items():
            if trained_rows(launched.path, program):
                os.kill(process, signal.SIGSTOP)
                paused[program] = process
        return len(paused) == 2

    try:
        launched.wait_for(both_train)
        launched.process.send_signal(signal.SIGTERM)
        launched.wait_for(lambda: "SIGTERM: workers save" in launched.screen.read_text())
        time.sleep(1.5 * workers._POLL)  # until the workers have been told
    finally:
        for process in paused.values():
            os.kill(process, signal.SIGCONT)
    return launched, *launched.end()


@pytest.fixture(scope="module")
def elsewhere(stopped, tmp_path_factory):
    """Begins a process that continues a copy of that sweep, and then trains the same sweep undisturbed."""
    folder = tmp_path_factory.mktemp("elsewhere")
    shutil.copytree(stopped[0].path, folder / "sweeps" / "sweep")
    alone = flags_of({**FIELDS, "log_dir": folder, "num_devices": 1})
    return in_turn(
        folder,
        [str(folder / "sweeps" / "sweep"), "--resume"],
        [*alone, "--name=alone", "--seeds=0..1", "--max_lanes=1"],
    )


def assert_same_as_alone(path, elsewhere):
    code, said = elsewhere.end()
    assert code == 0, said
    assert said.splitlines().count("ends 0") == 2, said
    one, other = final_states(path), final_states(elsewhere.path.with_name("alone"))
    assert one.keys() == other.keys() == {"s0", "s1"}
    for name in one:
        tiny.assert_same(one[name][0], other[name][0])
        assert one[name][1] == other[name][1], name


@pytest.mark.slow
def test_a_program_goes_on_bit_for_bit_where_its_worker_is_killed(stopped, elsewhere, address, tmp_path):
    path = shutil.copytree(stopped[0].path, tmp_path / "sweeps" / "sweep")
    before = trained_rows(path, 1)
    launched = Launched(tmp_path, str(path), "--resume", f"--cluster={address}")
    launched.wait_for(lambda: 1 in workers_of(launched) and trained_rows(path, 1) > before)
    os.kill(workers_of(launched)[1], signal.SIGKILL)
    code, said = launched.end()
    assert code == 0, said
    # Each program trained at the same time. Only the first program lost its worker.
    assert re.search(r"\[1/2\] Its worker has ended. It continues on .*, process \d+", said)
    assert said.count("[1/2] Resumed at step") == 2
    assert said.count("[2/2] Resumed at step") == 1
    assert "[2/2] Its worker" not in said
    assert_same_as_alone(path, elsewhere)
    # The files name the command that was typed.
    for file in (path / "sweep.json", path / "point" / "s0" / "config.json"):
        command = json.loads(file.read_text())["command"]
        assert "experiments.sweep" in command
        assert "default_worker.py" not in " ".join(command)
    # There is one table.
    assert (path / "table.csv").read_text().splitlines()[0].startswith("rank,")
    assert (path / "compare.html").stat().st_size > 10_000


@pytest.mark.slow
def test_a_stop_has_all_workers_save_and_another_machine_may_go_on(stopped, elsewhere, address):
    launched, code, said = stopped
    assert code == 128 + signal.SIGTERM, said
    # Each program had its own machine and trained at the same time.
    assert "On the cluster: up to 2 programs at the same time, each on 1 CPU" in said
    again = shell.command("resume", launched.path, f"--cluster={address}")
    assert f"Resume with: {again}" in said
    assert launched.saved("s0") == launched.saved("s1") == 1
    assert_same_as_alone(elsewhere.path, elsewhere)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--cluster=127.0.0.1:9"], "--cluster=127.0.0.1:9: "),
        (["--program_cpus=3"], "--program_cpus works only with --cluster"),
        (["--cluster=127.0.0.1:9", "--program_gpus=1.5"], "--program_gpus=1.5: it takes a whole number"),
    ],
)
def test_what_is_refused_without_a_cluster_leaves_nothing(capsys, tmp_path, more, words):
    flags = flags_of({**FIELDS, "log_dir": tmp_path})
    assert words in refusal(capsys, *flags, "--name=sweep", "--seeds=0..1", *more, main=sweep.main)
    assert not (tmp_path / "sweeps" / "sweep").exists()


@pytest.fixture(scope="module")
def refused(address, tmp_path_factory):
    """Begins a process that asks a cluster for what it cannot do; the second program cannot write its log."""
    folder = tmp_path_factory.mktemp("refused")
    (folder / "islands" / "sweeps" / "sweep" / "programs" / "1.log").mkdir(parents=True)
    islands = {**FIELDS, "objective": "diayn_islands", "num_skills": 2, "discriminator_hidden_sizes": (8,)}
    of_all = ["--name=sweep", f"--cluster={address}"]
    ours = [*flags_of({**FIELDS, "log_dir": folder}), *of_all]
    return in_turn(
        folder,
        [*ours, "--program_cpus=3"],
        [*ours, "--rank_by=retrn"],
        [*flags_of({**islands, "log_dir": folder / "islands"}), *of_all, "--seeds=0..1"],
    )


def test_what_a_cluster_cannot_do_is_refused_and_leaves_nothing(refused):
    code, said = refused.end()
    assert code == 0, said
    answers = said.split("ends 2\n")
    assert len(answers) == 3, said
    for answer, words in zip(
        answers, ("no machine of the cluster has that many", "Did you mean return"), strict=False
    ):
        assert words in answer
        assert len(answer.splitlines()) <= 2, answer
    assert not refused.path.exists()


def start_of(directory, **changes):
    given = ray_tasks.Start(
        str(directory), False, 1, [], 1, 0.0, "cpu", "auto", False, False, provenance.versions()
    )
    return given._replace(**changes)


def test_a_worker_that_is_unlike_the_others_is_refused(tmp_path):
    (tmp_path / lock.NAME).touch()
    with pytest.raises(ConfigError, match="has other versions than the sweep's machine"):
        ray_tasks.start_jax(start_of(tmp_path, versions={**provenance.versions(), "jax": "0.1"}))
    with pytest.raises(ConfigError, match="that all machines of the cluster share"):
        ray_tasks.start_jax(start_of(tmp_path / "elsewhere"))


@pytest.mark.parametrize("trust", [False, True])
def test_whether_code_is_trusted_is_for_the_person_to_say(tmp_path, monkeypatch, trust):
    """Passes on to the worker whether the user trusts the code that a starting run names."""
    asked = []
    monkeypatch.setattr(ray_tasks, "start_jax", lambda start: None)
    made = programs.Planned(None, [], [])
    monkeypatch.setattr(ray_tasks.programs, "planned", lambda *_, trust, **__: asked.append(trust) or made)
    monkeypatch.setattr(ray_tasks.programs, "write", lambda *_: None)
    ray_tasks.begin(start_of(tmp_path, trust=trust), None, 1)
    assert asked == [trust]


def test_a_cancellation_is_noticed_while_libraries_are_imported(tmp_path, monkeypatch):
    def start_jax(start):
        with contextlib.suppress(BaseException):  # as some libraries do
            signal.raise_signal(signal.SIGINT)

    def train(*args):
        *_, stop = args
        until = time.monotonic() + 10
        while stop.received is None:
            assert time.monotonic() < until
            time.sleep(0.01)
        return programs.Outcome({}, stop.received)

    monkeypatch.setattr(ray_tasks, "start_jax", start_jax)
    monkeypatch.setattr(ray_tasks.programs, "find", lambda *_, **__: its_program)
    monkeypatch.setattr(ray_tasks.programs, "group_of", lambda *_, **__: None)
    monkeypatch.setattr(ray_tasks.programs, "train", train)
    assert ray_tasks.train(start_of(tmp_path), 0, ray_lines).stopped == signal.SIGINT


def test_a_worker_that_was_cancelled_before_it_trains_compiles_nothing(tmp_path, monkeypatch):
    told = contextlib.nullcontext(SimpleNamespace(received=signal.SIGINT))
    monkeypatch.setattr(ray_tasks, "StopSignals", lambda *_: told)
    monkeypatch.setattr(ray_tasks, "start_jax", lambda start: None)
    monkeypatch.setattr(ray_tasks.programs, "find", lambda *_, **__: its_program)
    monkeypatch.setattr(ray_tasks.programs, "group_of", lambda *_, **__: pytest.fail("It plans its lanes."))
    assert ray_tasks.train(start_of(tmp_path), 0, ray_lines) == programs.Outcome({}, signal.SIGINT)


its_program = SimpleNamespace(left=lambda program: [program])
ray_method = SimpleNamespace(remote=lambda *_: None)
ray_lines = SimpleNamespace(put=ray_method, begin=ray_method)


def test_what_a_program_takes_of_a_cluster():
    cpu, small, gpu = {"CPU": 16.0}, {"CPU": 4.0}, {"CPU": 32.0, "GPU": 4.0}
    head = {"memory": 1e9}  # takes no tasks
    for machines, asked, device, devices, taken, slots in (
        ([cpu, small, head], {}, "auto", "auto", (4, 0), 5),  # one small machine, four parts of the large one
        ([cpu, small], {}, "auto", 2, (2, 0), 10),
        ([cpu, small], {"cpus": 8}, "auto", "auto", (8, 0), 2),
        ([cpu, gpu], {}, "auto", "auto", (1, 1), 4),
        ([cpu, gpu], {"gpus": 0.5, "cpus": 6}, "auto", "auto", (6, 0.5), 5),  # limited by its CPUs
        ([cpu, gpu], {}, "cpu", "auto", (16, 0), 3),
        ([cpu], {"gpus": 1.0}, "auto", "auto", (1, 1), 0),
        ([gpu], {}, "auto", 2, (1, 2), 2),
        # A share of a GPU lies on one GPU.
        ([gpu], {"gpus": 0.3}, "auto", "auto", (1, 0.3), 12),
        ([gpu], {"gpus": 0.6}, "auto", "auto", (1, 0.6), 4),
    ):
        cluster = workers.Cluster("auto", **asked)
        assert workers._taken(cluster, machines, device, devices) == taken
        assert sum(workers._slots(machine, *taken) for machine in machines) == slots


def test_a_cluster_that_is_full_is_named():
    free = {"CPU": 1.0, "GPU": 2.0}
    its = workers.Workers.__new__(workers.Workers)
    its._ray = SimpleNamespace(available_resources=lambda: free)
    for cpus, gpus, words in (
        (1, 2, ""),
        (1, 0, ""),
        (4, 2, "The cluster is full: a program takes 4, and 1 CPUs are free. Waiting for room."),
        (4, 3, "The cluster is full: a program takes 4 and 3, and 1 CPUs and 2 GPUs are free. Waiting"),
    ):
        its._start = SimpleNamespace(cpus=cpus, gpus=gpus)
        assert its._why_full().startswith(words)
        assert bool(its._why_full()) == bool(words)


def test_a_program_waits_for_the_worker_before(tmp_path, monkeypatch):
    """The worker before may live on unnoticed, and still hold the lock."""
    monkeypatch.setattr(lock, "_SILENT", 0.2)
    said, held, got = [], threading.Event(), []

    def before():
        with lock.hold(tmp_path, said.append, name="0.lock"):
            held.set()
            time.sleep(0.6)
            got.append("before")

    thread = threading.Thread(target=before)
    thread.start()
    held.wait()
    with lock.hold(tmp_path, said.append, name="0.lock", patience=60):
        got.append("after")
    thread.join()
    assert got == ["before", "after"]
    assert said == [f"Waiting up to 60 s for the process that still holds {tmp_path / '0.lock'}"]
    with (
        lock.hold(tmp_path, said.append, name="0.lock"),
        pytest.raises(ConfigError, match="is being written by another process"),
        lock.hold(tmp_path, said.append, name="0.lock"),
    ):
        pass
    with (
        lock.hold(tmp_path, said.append, name="0.lock"),
        pytest.raises(ConfigError, match="is being written by another process"),
        lock.hold(tmp_path, said.append, name="0.lock", patience=600, is_over=lambda: True),
    ):
        pass
    assert len(said) == 1


def test_programs_that_share_a_machine_share_its_memory(tmp_path, monkeypatch):
    need = memory_plan.LaneMemory(100, 50, 900)
    monkeypatch.setattr(memory_plan, "lane_memory", lambda *_: need)
    monkeypatch.setattr(plan, "_FAST_ON_CPU", 16)
    fields = {name: value for name, value in FIELDS.items() if name != "num_devices"}
    spec = specification.make_specification({**fields, "num_devices": 1}, seeds=range(16))
    lanes = specification.make_lanes(spec, str(tmp_path), "cpu")
    for workers_there, together, sizes in ((1, 1, [16]), (1, 2, [6, 5, 5]), (4, 2, [4] * 4), (4, 4, [2] * 8)):
        programs = plan.plan_group(lanes, 0, spec, False, workers_there, together, one_process=False).programs
        assert [len(program.lanes) for program in programs] == sizes


def test_islands_save_and_end_when_one_of_their_programs_fails(refused, address):
    said = refused.end()[1]
    assert said.endswith(f"ends {start.FAILED}\n"), said
    assert "Islands: the programs of a group exchange their objective after every epoch" in said
    assert re.search(r"\[2/2\] .*1.log cannot be written", said)
    assert "[2/2] It has stopped, so programs with its islands save and end" in said
    assert "2 runs have not ended, because of the errors above" in said
    path = refused.path.parent.parent / "islands" / "sweeps" / "sweep"
    # Without the cluster, several programs of islands are refused.
    assert f"Resume with: {shell.command('resume', path, f'--cluster={address}')}" in said
