"""The command `diayn`: its subcommands and help, and `list`, `envs`, `doctor`, `compare`."""

import configparser
import errno
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import tiny
from checkout import NETWORKS, OFF_POLICY
from commands import ROOT, refusal

from diayn_jax.config import ConfigError
from diayn_jax.storage import files, lock, pretrained, run_list
from diayn_jax.sweeps import sweep_files
from diayn_jax.use import dry_run, export_run
from experiments import diayn, doctor, flags, list_runs


def test_one_command_is_installed():
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    assert parser["options.entry_points"]["console_scripts"].split() == [
        "diayn",
        "=",
        "experiments.diayn:installed",
    ]


@pytest.mark.parametrize("words", [[], ["--help"], ["-h"], ["help"]])
def test_the_help_lists_every_subcommand(capsys, words):
    assert diayn.main(words) == 0
    lines = capsys.readouterr().out.splitlines()
    for title, group in diayn.GROUPS.items():
        assert title in lines
        for name, row in group.items():
            assert any(line.split() == [name, *row.about.split()] for line in lines)
    assert max(map(len, lines)) <= 80


def test_the_help_and_the_list_need_no_jax(tmp_path):
    code = (
        "import sys; from experiments import diayn; diayn.main(['--help']); "
        "diayn.main(['list', sys.argv[1]]); "
        "diayn.main(['list', '--help']); diayn.main(['completion', '-h']); "
        "print([name for name in ('jax', 'flax', 'brax', 'orbax', 'matplotlib') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.endswith("\n[]\n")


@pytest.mark.parametrize("name", diayn.SUBCOMMANDS)
def test_each_subcommand_has_help(capsys, name):
    assert diayn.main([name, "--help"]) == 0
    said = capsys.readouterr().out
    assert diayn.main(["help", name]) == 0
    assert capsys.readouterr().out == said
    assert f"diayn {name}" in said


def test_its_version(capsys):
    assert diayn.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("diayn_jax ")


def test_train_and_resume_start_runs(training_calls, trained_once, tmp_path):
    path = shutil.copytree(trained_once.path, tmp_path / "point" / "tiny")
    assert diayn.main(["train", "--env=point", "--num_skills=3"]) == 0
    assert diayn.main(["resume", str(path), "--num_env_steps=1M"]) == 0
    trained, resumed = training_calls
    assert (trained.config.env, trained.config.num_skills, trained.resume) == ("point", 3, False)
    assert (resumed.resume, resumed.config.num_env_steps) == (path, 10**6)


def test_a_config_in_the_home_directory_is_found(training_calls, trained_once, tmp_path, monkeypatch):
    shutil.copytree(trained_once.path, tmp_path / "tiny")
    monkeypatch.setenv("HOME", str(tmp_path))
    # A shell does not expand the tilde after an equals sign.
    assert diayn.main(["train", "--config=~/tiny", "--seed=4"]) == 0
    (trained,) = training_calls
    assert (trained.config.num_skills, trained.config.seed) == (3, 4)


def test_resume_takes_a_sweep_too(monkeypatch, tmp_path):
    (tmp_path / files.SWEEP).touch()
    asked = []
    monkeypatch.setattr(diayn, "load", lambda row: _Recorder(row, asked))
    assert diayn.main(["resume", str(tmp_path)]) == 0
    assert diayn.main(["resume", str(tmp_path / "other")]) == 0
    assert asked == [
        ("sweep", ["--resume", str(tmp_path)]),
        ("resume", [str(tmp_path / "other")]),
    ]


def test_resume_without_a_run_names_the_latest(trained_once, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    said = refusal(capsys, "resume", main=diayn.main)
    assert said == "Name a run or a sweep: its directory, such as runs/ant/NAME."
    path = shutil.copytree(trained_once.path, tmp_path / "runs" / "point" / "tiny").relative_to(tmp_path)
    said = refusal(capsys, "resume", "--num_env_steps=1M", main=diayn.main)
    assert said.endswith(f"such as runs/ant/NAME. The latest here is {path}.")


def test_resume_lists_what_may_change(capsys):
    assert diayn.main(["resume", "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Continue a run or a sweep")
    # What a resume refuses, or is for new runs.
    for flag in ("--env", "--seed", "--num_skills", "--name", "--config", "--dry_run", "--resume", "train"):
        assert not re.search(rf"(^|\s){flag}\b", said), flag
    for flag in ("--num_env_steps", "--eval_every", "--num_devices", "--coordinator"):
        assert re.search(rf"^  {flag}", said, re.MULTILINE), flag


def test_finetune_lists_no_flags_that_it_refuses(capsys):
    assert diayn.main(["finetune", "--helpfull"]) == 0
    said = capsys.readouterr().out
    for flag in ("--objective", "--num_skills", "--skill_space", "--seed", "--start_run", "--start_skill"):
        assert not re.search(rf"^  {flag}\b", said, re.MULTILINE), flag
    assert re.search(r" --env [^[]*\[see diayn envs; default the run's\]", " ".join(said.split()))
    assert re.search(r"^  --num_env_steps\b", said, re.MULTILINE)


class _Recorder:
    """Stands for the module of a subcommand; keeps what it is called with."""

    def __init__(self, row, asked):
        self.row, self.asked = row, asked

    def main(self, words):
        self.asked.append((self.row.module, words))
        return 0


# list


@pytest.fixture
def folder(trained_once, tmp_path):
    """A folder with a run that is done, one that stopped early, one without a log, and a damaged one."""
    root = tmp_path / "runs"
    done = shutil.copytree(trained_once.path, root / "point" / "a_done")
    stopped = shutil.copytree(done, root / "sweeps" / "s" / "point" / "b_stopped")
    (stopped / files.SKILLS).unlink()
    new = root / "point" / "c_new"
    new.mkdir()
    shutil.copy(done / files.CONFIG, new)
    bad = root / "point" / "d_bad"
    bad.mkdir()
    (bad / files.CONFIG).write_text('{"config": {"env": 3}')
    return root


def test_runs_are_listed_with_state_and_figures(folder, trained_once):
    runs = {run.path.name: run for run in run_list.list_runs(folder)}
    assert {name: run.state for name, run in runs.items()} == {
        "a_done": "done",
        "b_stopped": "stopped",
        "c_new": "stopped",
        "d_bad": "unreadable",
    }
    done = runs["a_done"]
    assert (done.env, done.objective, done.agent, done.seed) == (
        "point",
        "diayn",
        "sac",
        tiny.FIELDS.get("seed", 0),
    )
    assert done.env_steps == int(trained_once.state.counters.env_steps)
    assert done.num_env_steps == trained_once.config.num_env_steps
    logged = trained_once.figures["eval/mi_normalised"]
    assert done.figures["eval/mi_normalised"] == pytest.approx(float(logged), rel=1e-5)
    assert runs["c_new"].env_steps == 0
    assert runs["c_new"].figures == {}


def test_a_run_that_is_written_is_running(folder):
    path = folder / "point" / "c_new"
    with lock.hold(path, print):
        assert run_list.describe(path).state == "running"
    assert run_list.describe(path).state == "stopped"


def test_the_list_is_a_table(folder, capsys):
    assert list_runs.main([str(folder)]) == 0
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split()[:7] == ["run", "objective", "agent", "seed", "state", "steps", "time"]
    assert len(rows) == 4
    done = next(row for row in rows if "a_done" in row)
    start = head.index("state")
    assert done[start:].startswith("done")
    assert list_runs.main([str(folder), "--state=stopped", "--env=point"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
    assert list_runs.main([str(folder), "--env=ant"]) == 0
    assert capsys.readouterr().out == f"There is no run of ant in {folder}. There are runs of: point.\n"
    assert list_runs.main([str(folder), "--state=running"]) == 0
    assert capsys.readouterr().out == f"There is no such run in {folder}: none is running.\n"


def test_a_run_that_was_stopped_before_its_log_has_a_row_has_its_checkpoints_steps(folder):
    path = folder / "point" / "c_new"
    for name in ("90", "2026", "2026.partial", "notes"):
        (path / files.CHECKPOINTS / name).mkdir(parents=True)
    assert (run_list.describe(path).env_steps, run_list.describe(path).state) == (2026, "stopped")
    # A run that was done, resumed, and stopped.
    path = folder / "point" / "a_done"
    steps = run_list.describe(path).env_steps
    (path / files.CHECKPOINTS / str(steps + 1)).mkdir(parents=True)
    assert (run_list.describe(path).env_steps, run_list.describe(path).state) == (steps + 1, "stopped")
    shutil.rmtree(path / files.CHECKPOINTS)
    (path / files.CHECKPOINTS).touch()
    assert (run_list.describe(path).env_steps, run_list.describe(path).state) == (steps, "done")


def test_a_run_that_no_resume_of_its_sweep_continues_has_ended(folder):
    path = folder / "sweeps" / "s" / "point" / "b_stopped"
    (path.parents[1] / "programs").mkdir()
    for outcome, state in (("failed", "stopped"), ("retired", "ended")):
        ended = {path.name: {"outcome": outcome, "updates": 9, "why": ""}}
        sweep_files.write_state(path.parents[1], "now", 0, sweep_files.State([], ended, []))
        assert run_list.describe(path).state == state
    (found,) = run_list.list_runs(folder, state="ended")
    assert found.path == path


def test_a_policy_that_was_exported_from_an_unfinished_run_has_ended(folder):
    path = folder / "sweeps" / "s" / "point" / "b_stopped"
    assert run_list.describe(path).state == "stopped"
    exported = export_run.write_run(path, folder / "alone", "latest")
    assert run_list.describe(exported).state == "ended"


def test_a_done_run_that_was_made_longer_and_killed_at_once_is_stopped(folder):
    path = folder / "point" / "a_done"
    done = run_list.describe(path)
    document = json.loads((path / files.CONFIG).read_text())
    document["config"]["num_env_steps"] = 2 * done.env_steps
    (path / files.CONFIG).write_text(json.dumps(document))
    assert (done.state, run_list.describe(path).state) == ("done", "stopped")


@pytest.fixture
def four_returns(trained_once, tmp_path):
    """Runs whose logged returns are -3, none, 12 and 5, in the order of time."""
    for name, value in (("a", "-3"), ("b", ""), ("c", "12"), ("d", "5")):
        path = tmp_path / "point" / name
        path.mkdir(parents=True)
        shutil.copy(trained_once.path / files.CONFIG, path)
        (path / files.PROGRESS).write_text(f"time/env_steps,eval/return\n100,{value}\n")
    return tmp_path


def test_the_best_run_comes_first(four_returns, capsys):
    assert [run.path.name for run in run_list.list_runs(four_returns)] == list("abcd")
    assert [run.path.name for run in run_list.list_runs(four_returns, sort="return")] == list("cdab")
    assert list_runs.main([str(four_returns), "--sort=return"]) == 0
    assert [line.split()[0][-1] for line in capsys.readouterr().out.splitlines()[1:]] == list("cdab")
    # No run has this figure.
    assert [run.path.name for run in run_list.list_runs(four_returns, sort="goals")] == list("abcd")


def test_runs_are_sorted_by_figures_of_the_table_only(four_returns, capsys):
    said = refusal(capsys, str(four_returns), "--sort=retrun", main=list_runs.main)
    assert said == (
        "--sort=retrun: it takes mi, accuracy, coverage, distance, goals, return. Did you mean return?"
    )
    shown = " ".join(list_runs.COMMAND[3].help.split())
    assert all(word in shown for word in run_list.SORTS)


@pytest.mark.parametrize("spelling", ["half-cheetah", "HalfCheetah-v5", "HalfCheetah", "halfcheetah"])
def test_a_list_knows_an_environment_by_its_spellings(four_returns, spelling):
    for file in four_returns.rglob(files.CONFIG):
        document = json.loads(file.read_text())
        document["config"]["env"] = "halfcheetah"
        file.write_text(json.dumps(document))
    assert len(run_list.list_runs(four_returns, env=spelling)) == 4
    (said,) = run_list.list_runs(four_returns, env="halfcheeta").lines()
    assert said.startswith(f"There is no run of halfcheeta in {four_returns}. Did you mean halfcheetah?")


def test_a_list_without_runs(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert list_runs.main([]) == 0
    assert list_runs.main([str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert said == f"There is no run in runs yet.\nThere is no run in {tmp_path} yet.\n"


def test_a_folder_that_cannot_be_read_is_told(four_returns, monkeypatch, capsys):
    (four_returns / "closed").mkdir()
    iterdir = Path.iterdir

    def closed(self):
        if self.name == "closed":
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return iterdir(self)

    monkeypatch.setattr(Path, "iterdir", closed)
    said = f"{four_returns / 'closed'} cannot be read: Permission denied."
    assert list_runs.main([str(four_returns)]) == 0
    assert capsys.readouterr().out.splitlines()[5:] == [said]
    assert list_runs.main([str(four_returns), "--json"]) == 0
    out, err = capsys.readouterr()
    assert (len(json.loads(out)), err) == (4, f"{said}\n")


def test_the_list_as_json(folder, capsys):
    assert list_runs.main([str(folder), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {row["state"] for row in found} == {"done", "stopped", "unreadable"}
    done = next(row for row in found if row["path"].endswith("a_done"))
    assert set(done["figures"]) <= set(run_list.FIGURES)


def test_a_policy_alone_is_listed_with_its_figures(tmp_path):
    # An export has no log, but the table of its skills.
    policy = shutil.copytree(pretrained.folder("ant-metra"), tmp_path / "ant" / "policy")
    assert not (policy / files.PROGRESS).exists()
    head, row = (line.split() for line in run_list.list_runs(tmp_path).lines())
    # They have no time, so that a row has one word less before it.
    shown = dict(zip([name for name in head if name != "time"], row, strict=True))
    assert (shown["state"], float(shown["distance"])) == ("done", 94.5)
    for damaged in ("[]", '{"figures": [1]}', '{"figures": {"eval/distance_mean": true}}'):
        (policy / files.SKILLS).write_text(damaged)
        assert run_list.list_runs(tmp_path)[0].figures == {}


def test_a_run_whose_checkpoints_cannot_be_read_is_listed(tmp_path):
    path = tiny.unstarted(tmp_path)
    (path / files.DISTILLED).touch()
    (path / files.CHECKPOINTS).touch()
    (found,) = run_list.list_runs(tmp_path)
    assert (found.path, found.state) == (path, "ended")


def test_the_list_in_a_notebook(folder):
    page = run_list.list_runs(folder)._repr_html_()
    assert page.count("<tr>") == 5
    assert "<td>stopped</td>" in page


def test_a_link_that_leads_up_ends(folder):
    (folder / "point" / "up").symlink_to(folder)
    assert len(run_list.list_runs(folder)) == 4


def test_folders_in_one_another_are_one_list_in_the_order_of_time(folder):
    def started(name, at):
        path = next(folder.rglob(f"{name}/config.json"))
        document = json.loads(path.read_text())
        path.write_text(json.dumps({**document, "started": at}))

    # Summer time ends between the first two; the third was started where it is seven hours earlier.
    started("b_stopped", "2026-10-25T02:30:00+02:00")
    started("c_new", "2026-10-25T02:10:00+01:00")
    started("a_done", "2026-10-24T20:30:00-05:00")
    found = run_list.list_runs(folder / "point", folder / "sweeps", folder)
    assert [run.path.name for run in found] == ["d_bad", "b_stopped", "c_new", "a_done"]


def test_there_is_no_such_folder(tmp_path):
    with pytest.raises(ConfigError, match="there is no such folder"):
        run_list.list_runs(tmp_path / "none")


# compare


def test_runs_are_compared_on_one_page(trained_once, tmp_path, capsys):
    paths = [shutil.copytree(trained_once.path, tmp_path / "point" / name) for name in "ab"]
    assert diayn.main(["compare", *map(str, paths)]) == 0
    page = tmp_path / "point" / "compare.html"
    assert page.is_file()
    assert f"Wrote {page}" in capsys.readouterr().out
    assert diayn.main(["compare", *map(str, paths), f"--out={tmp_path / 'there'}"]) == 0
    assert (tmp_path / "there" / "compare.html").is_file()


def test_a_sweep_stands_for_its_runs(trained_once, tmp_path, capsys):
    paths = [tmp_path / name for name in ("one/point/s0", "one/point/s1", "two/point/s0")]
    for path in paths:
        shutil.copytree(trained_once.path, path)
    sweeps = [tmp_path / name for name in ("one", "two")]
    for sweep in sweeps:
        (sweep / "sweep.json").touch()
    assert diayn.main(["compare", *map(str, sweeps), "--json"]) == 0
    (group,) = json.loads(capsys.readouterr().out)["groups"]
    assert group["runs"] == [str(path) for path in paths]
    assert (tmp_path / "compare.html").is_file()


# doctor


@pytest.fixture
def started_as_it_is(monkeypatch):
    """JAX runs already, as the tests started it."""
    monkeypatch.setattr(doctor.start, "start_jax", lambda **_: "cpu")


def test_a_machine_is_checked(started_as_it_is, capsys):
    assert doctor.main(["--quick"]) == 0
    rows = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    assert set(rows) == {"versions", "extras", "devices", "memory", "disk", "films", "cache"}
    assert "jax " in rows["versions"]
    assert "CPU cores" in rows["devices"]


def test_a_machine_on_which_jax_cannot_start_is_told(monkeypatch, capsys):
    def fails(**_):
        raise ConfigError("JAX cannot start.")

    def backends():
        raise AssertionError

    monkeypatch.setattr(doctor.start, "start_jax", fails)
    monkeypatch.setattr("jax.default_backend", backends)
    monkeypatch.setattr("jax.devices", backends)
    assert doctor.main([]) == 4
    rows = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    assert set(rows) == {"versions", "extras", "devices", "disk", "films", "cache"}
    assert rows["devices"].split() == ["devices", "FAILED", "JAX", "cannot", "start."]


def test_every_extra_of_commands_is_told():
    about = configparser.ConfigParser()
    about.read(ROOT / "setup.cfg")
    of_development = {"cuda12", "cuda13", "docs", "test", "dev"}
    assert set(doctor.EXTRAS) == set(about["options.extras_require"]) - of_development


def test_a_cache_that_jax_has_not_made_yet_is_told(tmp_path):
    import jax

    wanted = {"jax_compilation_cache_dir": str(tmp_path / "new"), "jax_enable_compilation_cache": True}
    before = {name: jax.config.values[name] for name in wanted}
    try:
        for name, value in wanted.items():
            jax.config.update(name, value)
        assert re.fullmatch(r"\S+/new: 0 MB of compiled programs, \d.* free", doctor.cache().text)
    finally:
        for name, value in before.items():
            jax.config.update(name, value)


def test_a_failed_check_is_told_by_the_exit_code(started_as_it_is, monkeypatch, capsys):
    def fails(*_, **__):
        raise ConfigError("no room")

    monkeypatch.setattr(dry_run, "dry_run", fails)
    assert doctor.main(["--json"]) == 4
    found = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    assert (found["training"]["state"], found["training"]["text"]) == ("FAILED", "no room")


def test_a_dry_run_leaves_no_folders(tmp_path, monkeypatch):
    monkeypatch.setattr(dry_run, "_timed", lambda plan: (1.0, 100.0))
    (tmp_path / "mine").mkdir()
    for log_dir in ("mine", "new/ones"):
        config = tiny.config(tmp_path / log_dir, name="")
        found = dry_run.dry_run(config, explicit=())
        assert any(line.startswith(f"Writing to {tmp_path / log_dir / 'point'}") for line in found.lines)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
    assert not list((tmp_path / "mine").iterdir())


def test_a_dry_run_prints_the_settings_before_its_trial(tmp_path, monkeypatch):
    said, before = [], []

    def timed(plan):
        before.extend(said)
        return 2.0, 100.0

    monkeypatch.setattr(dry_run, "_timed", timed)
    config = tiny.config(tmp_path, name="")
    dry_run.dry_run(config, explicit=("num_skills",), say=said.append)
    assert before[0] == "Settings, and where each comes from"
    assert any(re.fullmatch(r"  num_skills +3 +given", line) for line in before)
    assert before[-1] == "Estimating the time, by a trial of more than 5 s …"
    minutes = (2 + config.num_env_steps / 100) / 60
    (last,) = said[len(before) :]
    assert last.startswith("Time: about 2 s until the first epoch has run, then 100 steps/s: ")
    assert last.endswith(f": {minutes:.1f} min without evaluations")


def test_the_doctor_trains(started_as_it_is, monkeypatch):
    monkeypatch.setattr(dry_run, "_SECONDS", 0.1)
    small = {**OFF_POLICY, **NETWORKS["diayn"], "num_env_steps": 10_000, "num_devices": 1}
    monkeypatch.setattr(doctor, "RUN", small | doctor.RUN)
    found = doctor.training()
    assert found.state == "ok"
    assert re.fullmatch(r"the point world at [\d,]+ steps per second, after [\d.]+ s", found.text)


# All commands.


def test_a_flag_means_the_same_in_every_command():
    """The same name takes the same kind of value, and says so in the same words up to its default."""
    seen = {}
    for name, row in diayn.SUBCOMMANDS.items():
        for own in diayn.load(row).main.own:
            kind = own.field.type if own.field is not None else bool(own.takes)
            seen.setdefault(own.name, {}).setdefault((str(kind), own.takes), []).append(name)
    several = {flag: kinds for flag, kinds in seen.items() if len(kinds) > 1}
    assert not several
    fields = {field.name for field in flags.fields_of(None)}
    both = set(seen) & fields
    # A command's own flag may have a field's name if it means that field.
    assert both <= {"env", "episode_length", "seed"}


@pytest.mark.parametrize(
    ("name", "default"), [("evaluate", "the run's own"), ("adapt", "that of the run or archive")]
)
def test_what_is_left_out_is_the_runs_own(capsys, name, default):
    assert diayn.main([name, "--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert said.count(f"default {default}]") >= 3
