"""The functions of the API and the commands: the same words, defaults and figures; records; errors."""

import dataclasses
import html
import inspect
import json
import math
import re
import shutil
import warnings
from pathlib import Path

import numpy as np
import pytest
import untaught
from runs import with_quick_figures
from straight import archived, towards

import diayn_jax
from diayn_jax import config as configs
from diayn_jax import envs, records
from diayn_jax.config import ConfigError, as_flags, in_arguments
from diayn_jax.envs.providers import brax_envs
from diayn_jax.sweeps.specification import Options
from diayn_jax.use.imitation import imitate_runs
from experiments import diayn, flags, start

API = (Path(__file__).parent.parent.parent / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
# The function of each command, by the command's word.
FUNCTIONS = {name: "list_runs" if name == "list" else name for name in diayn.SUBCOMMANDS}
# Commands that print or draw only, and have no function.
for word in ("show", "envs", "doctor", "completion"):
    del FUNCTIONS[word]
# Flags that start the process, choose what is printed, or do not run anything.
ONLY_FLAGS = {"help", "helpfull", "json", "device", "version", "dry_run", "coordinator", "num_processes"}
ONLY_FLAGS |= {"process_id", "resume"}
# Arguments that stand for words that are not flags, and what a function is called with as it goes.
ONLY_ARGUMENTS = {
    "run",
    "runs",
    "folders",
    "figures",
    "source",
    "song",
    "path",
    "say",
    "progress",
    "resume",
    "configurations",
}
# Flags and arguments that differ: a range is `ranges`, because a field may have several; a `Cluster` has its
# programs' CPUs and GPUs.
RENAMED = {"range": "ranges", "program_cpus": "cluster", "program_gpus": "cluster"}


# A command and its function share programs.
pytestmark = pytest.mark.usefixtures("no_start", "shared_programs")


def main_of(name):
    return diayn.load(diayn.SUBCOMMANDS[name]).main


def arguments_of(name):
    """Returns the parameters of the function by name, and whether it takes fields of a config."""
    parameters = dict(inspect.signature(getattr(diayn_jax, FUNCTIONS[name])).parameters)
    kinds = [p.kind for p in parameters.values()]
    takes_fields = inspect.Parameter.VAR_KEYWORD in kinds
    named = {key: p for key, p in parameters.items() if p.kind is not inspect.Parameter.VAR_KEYWORD}
    if name == "sweep":
        del named["cluster"]
        options = inspect.signature(Options).parameters
        named |= {**options, "cluster": parameters["cluster"]}
    return named, takes_fields


@pytest.mark.parametrize("name", sorted(set(FUNCTIONS) - {"resume"}))
def test_a_function_has_the_flags_of_its_command(name):
    main = main_of(name)
    arguments, takes_fields = arguments_of(name)
    own = {RENAMED.get(row.name, row.name) for row in main.own} - ONLY_FLAGS
    fields = set(main.fields or ()) - ONLY_FLAGS
    assert own <= set(arguments), "flags without an argument"
    assert takes_fields or fields <= set(arguments)
    assert takes_fields == (main.fields is None or name in ("evaluate", "distil"))
    extra = set(arguments) - own - fields - ONLY_ARGUMENTS
    assert not extra, "arguments without a flag"


@pytest.mark.parametrize("name", sorted(set(FUNCTIONS) - {"resume", "train"}))
def test_defaults_are_those_that_the_help_names(name):
    arguments, _ = arguments_of(name)
    checked = 0
    for row in main_of(name).own:
        found = re.search(r"\[default ([^\]]*)\]", row.help)
        default = getattr(arguments.get(row.name), "default", None)
        if found is None or default in (None, configs.AUTO, inspect.Parameter.empty):
            continue
        if isinstance(default, str | int | float | tuple):
            assert found[1] == configs.show(default), row.name
            checked += 1
    # Every command with a checkpoint has its default in words.
    assert checked or "checkpoint" not in arguments


def test_resume_takes_what_a_resume_takes():
    parameters = inspect.signature(diayn_jax.resume).parameters
    assert list(parameters) == ["run", "trust", "say", "fields"]


@pytest.mark.parametrize("name", diayn_jax.__all__)
def test_every_name_is_on_the_page_with_an_example(name):
    code = "".join(re.findall(r"^```python\n(.*?)^```", API, re.DOTALL | re.MULTILINE))
    assert re.search(rf"\b{name}\b", code), "no example"
    listed = re.findall(r"^\.\. auto\w+:: diayn_jax\.(\w+)$", API, re.MULTILINE)
    assert name in listed or name == "Config"


def test_the_functions_print_nothing_by_themselves():
    for name in FUNCTIONS.values():
        say = inspect.signature(getattr(diayn_jax, name)).parameters.get("say")
        assert say is None or say.default is records.silent, name


def document_of(argv, capsys):
    """Runs a command with --json; returns the one document that stdout has."""
    assert diayn.main([*map(str, argv), "--json"]) == 0
    return json.loads(capsys.readouterr().out, parse_constant=pytest.fail)


def without_files(found):
    return {key: x for key, x in found.items() if key not in ("written", "file")}


def assert_alike(left, right):
    """Asserts that two documents have the same numbers up to rounding, and are otherwise equal."""
    if isinstance(left, dict):
        assert set(left) == set(right)
        for key in left:
            assert_alike(left[key], right[key])
    elif isinstance(left, list):
        assert len(left) == len(right)
        for one, other in zip(left, right, strict=True):
            assert_alike(one, other)
    elif isinstance(left, float):
        assert left == pytest.approx(right, rel=1e-4, abs=1e-6)
    else:
        assert left == right


# Words of a command after its name; the arguments of the function that mean the same. RUN is the run's
# directory.
SAME = {
    "evaluate": (["RUN", "--episodes=1"], ("RUN",), {"episodes": 1}),
    "compare": (["RUN", "OTHER"], ("RUN", "OTHER"), {}),
    "imitate": (
        ["RUN", "RUN", "--episodes=1", "--episode_length=4", "--sampled"],
        ("RUN", "RUN"),
        {"episodes": 1, "episode_length": 4, "sampled": True},
    ),
    "dance": (
        ["RUN", "--tempo=120", "--seconds=3", "--schedule_only"],
        ("RUN",),
        {"tempo": 120, "seconds": 3, "schedule_only": True},
    ),
    "archive": (["RUN", "--centroids=16"], ("RUN",), {"centroids": 16}),
    "adapt": (
        ["RUN", "--changes=none", "--choice_episodes=1", "--episodes=2", "--episode_length=5"],
        ("RUN", "none"),
        {"choice_episodes": 1, "episodes": 2, "episode_length": 5},
    ),
    "export": (["RUN", "--skills=1"], ("RUN",), {"skills": 1}),
}


@pytest.mark.parametrize("name", SAME)
def test_a_function_gives_what_the_command_prints(name, tiny_run, tmp_path, capsys):
    other = tmp_path / "point" / "other"
    shutil.copytree(tiny_run.path, other)
    paths = {"RUN": str(tiny_run.path), "OTHER": str(other)}
    words, positional, keywords = SAME[name]
    printed = document_of([name, *(paths.get(word, word) for word in words)], capsys)
    found = getattr(diayn_jax, name)(*(paths.get(word, word) for word in positional), **keywords)
    assert capsys.readouterr().out == ""
    assert_alike(without_files(found.as_json()), without_files(printed))
    assert printed["written"] == [str(path) for path in found.written]
    assert all(path.exists() for path in found.written)
    # A run that is loaded gives the same as its directory.
    if name != "compare":
        loaded = diayn_jax.load(tiny_run.path)
        again = getattr(diayn_jax, name)(*(loaded if x == "RUN" else x for x in positional), **keywords)
        assert_alike(without_files(again.as_json()), without_files(found.as_json()))
    check_record(found)


def check_record(found):
    assert isinstance(found, diayn_jax.Record)
    assert repr(found) == str(found)
    assert all(isinstance(line, str) for line in found.lines())
    assert json.loads(json.dumps(found.as_json(), allow_nan=False)) == found.as_json()
    page = found._repr_html_()
    cells = found.cells()
    assert page.count("<tr>") == len(cells)
    assert html.escape(cells[-1][0]) in page


def test_what_trains_gives_what_the_command_prints(tiny_run, tmp_path, monkeypatch, capsys):
    """The runs have the same config and begin alike; what they learn from it is what other tests check."""
    untaught.with_stubs(monkeypatch)
    small = {
        "num_env_steps": 600,
        "num_envs": 8,
        "batch_size": 8,
        "epoch_steps": 200,
        "warmup_steps": 16,
        "eval_episodes": 1,
        "updates_per_iteration": 1,
        "critic_hidden_sizes": (8,),
        "report": "none",
        "plots": False,
        "tensorboard": False,
        "num_devices": 1,
    }
    words = [f"--{key}={configs.show(value)}" for key, value in small.items()]
    for place in ("here", "there"):
        (tmp_path / place).mkdir()
    cases = {
        "finetune": (["--skills=1", "--seeds=2..2"], (), {"skills": 1, "seeds": [2]}),
        "choose": (
            ["--task=point_goals", "--episodes=2", "--baselines=random", "--steps_per_choice=5"],
            ("point_goals",),
            {"episodes": 2, "baselines": ["random"], "steps_per_choice": 5},
        ),
    }
    for name, (more, positional, keywords) in cases.items():
        printed = document_of([name, tiny_run.path, *more, *words, f"--log_dir={tmp_path / 'here'}"], capsys)
        function = getattr(diayn_jax, name)
        found = function(tiny_run, *positional, **keywords, **small, log_dir=str(tmp_path / "there"))
        assert capsys.readouterr() == ("", "")
        if name == "choose":
            assert_alike(found.as_json()["returns"], printed["returns"])
        else:
            assert_alike(found.as_json()["skill"]["return"], printed["skill"]["return"])
        check_record(found)
    places = {"log_dir": "", "name": ""}
    trained = [
        sorted(json.dumps(json.loads(path.read_text())["config"] | places) for path in found)
        for found in ((tmp_path / place).rglob("config.json") for place in ("here", "there"))
    ]
    assert trained[0] == trained[1]
    assert len(trained[0]) == len(cases)


def test_solutions_are_distilled_as_by_the_command(tmp_path, capsys, monkeypatch):
    with_quick_figures(monkeypatch)
    file = archived(
        towards(strength=1.0), tmp_path / "skills.npz", env="point", episode_length=9, backend="jax"
    )
    fields = {"log_dir": str(tmp_path / "runs"), "report": "none", "plots": False, "tensorboard": False}
    fields |= {"eval_episodes": 2, "discriminator_hidden_sizes": (4,), "policy_hidden_sizes": (4,)}
    numbers = {"episodes": 2, "rounds": 1, "updates": 20}
    words = [f"--{key}={configs.show(value)}" for key, value in {**numbers, **fields}.items()]
    printed = document_of(["distil", file, *words, "--name=printed"], capsys)
    found = diayn_jax.distil(file, **numbers, **fields, name="found")
    assert_alike(found.as_json()["return_of_skills"], printed["return_of_skills"])
    assert_alike(found.as_json()["action_error"], printed["action_error"])
    check_record(found)


def test_runs_are_listed_as_by_the_command(tiny_run, tmp_path, capsys):
    folder = tiny_run.path.parent
    printed = document_of(["list", folder, "--state=done"], capsys)
    found = diayn_jax.list_runs(folder, state="done")
    assert found.as_json() == printed
    assert [run.path.name for run in found] == ["tiny"]
    check_record(found)
    with pytest.raises(ConfigError, match=r"^state=over is not allowed: it takes done"):
        diayn_jax.list_runs(folder, state="over")


def test_figures_of_papers_are_listed_as_by_the_command(tmp_path, capsys):
    printed = document_of(["paper", f"--out={tmp_path}", "--budget=quick"], capsys)
    found = diayn_jax.paper(out=tmp_path, budget="quick")
    assert found.as_json() == printed
    check_record(found)


def test_a_run_without_a_directory_is_used_and_nothing_is_written(tiny_run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run = dataclasses.replace(diayn_jax.load(tiny_run.path), path=None)
    assert diayn_jax.evaluate(run, episodes=1).written == ()
    assert diayn_jax.adapt(run, "none", choice_episodes=1, episodes=1, episode_length=2).written == ()
    assert diayn_jax.imitate(run, run, episodes=1, episode_length=3).written == ()
    assert diayn_jax.archive(run, centroids=4).written == ()
    assert diayn_jax.dance(run, tempo=120, seconds=3, schedule_only=True).written == ()
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ConfigError, match="The run has no directory"):
        diayn_jax.export(run)
    assert diayn_jax.export(run, file=tmp_path / "x.onnx").written == (tmp_path / "x.onnx",)


WRONG = [
    ("evaluate", ("RUN",), {"episodes": 0}, "episodes=0: it takes a whole number, 1 or more."),
    ("evaluate", ("RUN",), {"gravity": 0.5}, "gravity=0.5: point does not take this setting"),
    ("evaluate", ("nowhere",), {}, "nowhere: there is no such run."),
    ("evaluate", ("RUN",), {"checkpoint": 7}, "has no checkpoint '7'"),
    ("evaluate", ("RUN",), {"file": "no/x.json"}, "file=no/x.json: the folder no does not exist"),
    ("compare", ("RUN",), {}, "Name two runs or more"),
    ("compare", ("RUN", "RUN"), {}, "at least two different runs"),
    ("compare", (["a", "b"], "RUN"), {}, "['a', 'b'] is not a path."),
    ("evaluate", ("RUN",), {"gravit": None}, "there is no such variation. Did you mean gravity?"),
    ("evaluate", ("RUN",), {"num_skills": 3}, "num_skills=3: there is no such variation."),
    ("imitate", ("RUN",), {}, "STUDENT demonstration=FILE.npz; one is named."),
    ("imitate", ("RUN", "RUN"), {"episodes": True}, "episodes=true: it takes a whole number"),
    ("imitate", ("RUN", "RUN"), {"seed": -1}, "seed=-1: it takes a whole number, 0 or more"),
    ("dance", ("RUN",), {}, "dance RUN tempo=120; none is given."),
    ("dance", ("RUN",), {"tempo": 30}, "tempo=30: it takes 40 to 240 beats per minute."),
    ("dance", ("RUN",), {"tempo": 90, "seconds": 1}, "seconds=1: it takes 2 or more."),
    ("dance", ("RUN", "no.wav"), {}, "no.wav: there is no such file. Name a song"),
    ("archive", ("RUN",), {"bounds": (1, 2, 3)}, "bounds: 3 numbers are given."),
    ("archive", ("RUN",), {"bounds": ((-1, -1), (1, 1))}, "bounds=((-1, -1), (1, 1)): give one list of"),
    ("archive", ("RUN",), {"bounds": 3}, "bounds=3: give one list of numbers"),
    ("archive", ("RUN",), {"file": "x.csv"}, "file=x.csv: name a NumPy file"),
    ("archive", ("RUN",), {"draws": 3}, "draws=3: "),
    ("adapt", ("RUN", "gravities"), {}, "changes=gravities: it takes gravity"),
    ("adapt", ("RUN", {"gravity": 2}), {}, "changes={'gravity': 2}: give one of gravity, "),
    ("adapt", ("RUN", []), {}, "or a list of changes, such as [{'gravity': 0.5}]."),
    ("adapt", ("RUN",), {"seed": 2**40}, "it takes a whole number, 0 to 2_147_483_647."),
    ("adapt", ("RUN",), {"env": "pont"}, "env=pont: there is no such environment"),
    ("adapt", ("none.npz",), {}, "none.npz: there is no such archive."),
    ("export", ("RUN",), {"skills": 9}, "skills=9: skill is 9; this run has skills 0 to 2"),
    ("export", ("RUN",), {"format": "onxx"}, "format=onxx: it takes onnx, run. Did you mean onnx?"),
    ("choose", ("RUN", "ant_waypoints"), {}, "task=ant_waypoints: "),
    ("choose", ("RUN", "point_goals"), {"env": "point"}, "env=point: it is the task's. Leave it out."),
    ("choose", ("RUN", "point_goals"), {"baselines": ["worst"]}, "baselines=worst: there is no worst."),
    ("choose", ("RUN", "point_goals"), {"baselines": "random"}, "baselines='random': give a list of names"),
    ("choose", ("RUN", "point_goals"), {"episodes": 1}, "episodes=1: it takes a whole number, 2 or more."),
    ("distil", ("RUN",), {"rounds": 0}, "rounds=0: it takes a whole number, 1 or more."),
    ("distil", ("RUN",), {"num_skills": 3}, "num_skills=3: distilling makes"),
    ("distil", ("RUN",), {"expand": True}, "expand=True: distilling makes"),
    ("distil", ("RUN",), {"learned_prior": True}, "learned_prior=True: distilling makes"),
    ("finetune", ("RUN",), {"seeds": 3}, "seeds=3: give the seeds themselves"),
    ("finetune", ("RUN",), {"skills": 7, "log_dir": "none"}, "skills=7: "),
    ("finetune", ("RUN",), {"env": "pendulum", "log_dir": "none"}, "/tiny has skills of point"),
    ("finetune", ("RUN",), {"objective": "diayn"}, "objective=diayn: finetuning sets this field itself."),
    ("train", (), {"env": "pont"}, "env=pont: there is no such environment"),
    ("train", (), {"env": "point", "num_envs": 0}, "num_envs=0 is not allowed"),
    ("resume", ("nowhere",), {}, "nowhere: there is no such run."),
    ("resume", ("RUN",), {"seed": 5}, "seed=5: the run has 0"),
    ("sweep", (), {"env": "point", "random": "3"}, "random='3': it takes a whole number"),
    ("sweep", (), {"env": "point", "random_seed": -1}, "random_seed=-1: it takes a whole number, 0 or more"),
    (
        "sweep",
        (),
        {"env": "point", "ranges": {"tau": 1}},
        "ranges=tau=…: it takes (low, high) or (low, high, 'log')",
    ),
    ("sweep", (), {"env": "point", "rank_by": "x"}, "rank_by=x: these runs have no such figure."),
    ("list_runs", ("nowhere",), {}, "Name the log_dir of your runs."),
    ("load", ("nowhere",), {}, "There is no run at nowhere"),
]


@pytest.mark.parametrize(("name", "positional", "keywords", "words"), WRONG)
def test_errors_name_arguments(name, positional, keywords, words, tiny_run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    given = [str(tiny_run.path) if x == "RUN" else x for x in positional]
    with pytest.raises((ConfigError, diayn_jax.RunFileError)) as caught:
        getattr(diayn_jax, name)(*given, **keywords)
    said = str(caught.value)
    assert words in said
    assert not re.search(r"(?<![\w-])--[a-z]", said), said
    assert 1 <= len(said.splitlines()) <= 3


def test_one_text_names_arguments_in_python_and_flags_in_a_command():
    @in_arguments
    def call():
        raise ConfigError("--seeds=8: write 0..7, or add --resume. To film it: diayn show RUN --what=video.")

    with pytest.raises(ConfigError) as caught:
        call()
    assert str(caught.value) == (
        "seeds=8: write 0..7, or add resume=True. To film it: diayn show RUN --what=video."
    )
    assert as_flags(caught.value).startswith("--seeds=8: write 0..7, or add --resume. ")
    assert as_flags(ValueError("x")) == "x"


@pytest.mark.parametrize(
    ("flags", "arguments"),
    [
        (
            "--deterministic needs XLA_FLAGS=--xla_x=true now",
            "deterministic=True needs XLA_FLAGS=--xla_x=true now",
        ),
        ("Run ray start --head --disable-x, or --name=a", "Run ray start --head --disable-x, or name=a"),
        ("diayn show runs/ant/a-s0 --what=video films it", "diayn show runs/ant/a-s0 --what=video films it"),
        ("--range=tau=…: it takes LOW:HIGH", "ranges=tau=…: it takes LOW:HIGH"),
        ("Add --random and --range.", "Add random and ranges."),
        ("Add --tensorboard or --wandb=offline.", "Add tensorboard=True or wandb=offline."),
    ],
)
def test_what_is_typed_keeps_its_flags(flags, arguments):
    """A notebook's user types shell commands and variables as they are; arguments have names in Python."""
    assert configs.as_arguments(flags) == arguments


def test_lines_name_arguments_in_python_and_flags_in_a_command(capsys):
    @in_arguments
    def function(name, say=records.silent):
        say(f"--log_dir=none: {name}")

    lines = []
    function("kept", lines.append)
    function("kept", say=lines.append)
    assert lines == ["log_dir=none: kept"] * 2
    function("x", say=print)
    function("x", say=start.say)
    function("x", say=start.say_aside)
    with start.waiting("Playing", lines=False) as progress:
        function("x", say=progress.line)
    out, err = capsys.readouterr()
    assert out.splitlines() == ["log_dir=none: x", "--log_dir=none: x", "--log_dir=none: x"]
    assert err == "--log_dir=none: x\n"


def test_functions_of_many_runs_have_no_receiver_of_lines():
    @in_arguments
    def function(*runs):
        return runs

    assert function(1, 2, 3) == (1, 2, 3)


def test_a_run_that_is_done_says_so_in_the_words_of_its_caller(
    tiny_run, tmp_path, capsys, shared_compilation
):
    for place in ("python", "command"):
        shutil.copytree(tiny_run.path, tmp_path / place / "point" / "tiny")
    said = []
    run = diayn_jax.resume(tmp_path / "python" / "point" / "tiny", say=said.append)
    assert any(line.endswith("Raise num_env_steps to continue it.") for line in said)
    assert not [line for line in said if re.search(r"(?<![\w-])--[a-z]", line)]
    assert diayn.main(["resume", str(tmp_path / "command" / "point" / "tiny")]) == 0
    assert "Raise --num_env_steps to continue it." in capsys.readouterr().out
    # A run is resumed by itself, too.
    assert diayn_jax.resume(run).path == run.path


def test_a_record_prints_arguments():
    class Found(records.Record):
        written = ()

        def lines(self):
            return ["Raise --episodes."]

        def as_json(self):
            return {}

        def cells(self):
            return [[""]]

    assert str(Found()) == repr(Found()) == "Raise episodes."
    assert Found().lines() == ["Raise --episodes."]


def test_experts_whose_names_have_dots_have_files_of_their_own(tiny_run, tmp_path):
    names = ["tau=0.005-s0", "tau=0.01-s0"]
    for name in names:
        shutil.copytree(tiny_run.path, tmp_path / name)
    student = shutil.copytree(tiny_run.path, tmp_path / "student")
    for name in names:
        diayn_jax.imitate(tmp_path / name, student, episodes=1, episode_length=3)
    assert {path.name for path in student.glob("imitation-tau*")} == {
        f"imitation-{name}.{kind}" for name in names for kind in ("json", "png")
    }


def test_a_picture_names_a_run_that_was_not_written_by_its_world(tiny_run, tmp_path, monkeypatch):
    titles, draw = [], imitate_runs.imitation_figure

    def drawn(*args, **options):
        titles.append(options["title"])
        return draw(*args, **options)

    monkeypatch.setattr(imitate_runs, "imitation_figure", drawn)
    run = dataclasses.replace(diayn_jax.load(tiny_run.path), path=None)
    diayn_jax.imitate(run, tiny_run, episodes=1, episode_length=3, file=tmp_path / "found.json")
    assert titles == ["point: tiny imitates point"]


@pytest.mark.parametrize("name", ["finetune", "choose"])
def test_a_run_at_another_checkpoint_than_the_one_that_is_used_is_refused(name, tiny_run):
    first, *_, last = sorted(
        int(p.name) for p in (tiny_run.path / "checkpoints").iterdir() if p.name.isdigit()
    )
    run = diayn_jax.load(tiny_run.path, first)
    given = ("point_goals",) if name == "choose" else ()
    with pytest.raises(ConfigError, match=rf"is loaded at step {first}, but .* at step {last}\."):
        getattr(diayn_jax, name)(run, *given)


def test_seeds_and_arrays_of_numpy_are_seeds():
    for given in (np.arange(2, 4), [np.int64(2), 3], range(2, 4)):
        found = configs.check_seeds(given)
        assert found == (2, 3)
        assert {type(seed) for seed in found} == {int}


def test_a_message_that_holds_another_has_flags_alone(tiny_run, monkeypatch, capsys):
    """The inner error comes from a function of the API, which names arguments."""

    @in_arguments
    def interface(*_):
        raise ConfigError("--backend=x: point does not run on it.")

    monkeypatch.setattr(envs, "interface", interface)
    assert diayn.main(["choose", str(tiny_run.path), "--task=point_goals"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("--choose_from=")
    assert "--backend=x: point does not run on it." in said


def test_skills_and_runs_name_arguments(tiny_run):
    for shown in (repr(tiny_run), repr(tiny_run.skills)):
        assert "objective=diayn agent=sac" in shown
        assert "--" not in shown
    with pytest.raises(ConfigError, match=r"^phi: objective=diayn has no map"):
        tiny_run.skills.phi(tiny_run.skills.params, [0.0, 0.0])


def test_numbers_that_are_none_are_null():
    found = records.plain(
        {"a": math.nan, "b": [np.float32(1.5), np.inf], "c": np.arange(2), "d": Path("x"), 3: None}
    )
    assert found == {"a": None, "b": [1.5, None], "c": [0, 1], "d": "x", "3": None}


def test_tables_in_notebooks_are_escaped():
    assert records.table_html([["<b>"], ["&"]]) == (
        "<table><tr><th>&lt;b&gt;</th></tr><tr><td>&amp;</td></tr></table>"
    )


def test_flags_that_were_not_given_have_the_librarys_defaults():
    parsed = flags.parse(["--episodes=3"], main_of("archive").own, (), True)
    names = ("descriptors", "bounds", "centroids", "episodes", "draws", "checkpoint", "file", "trust")
    assert start.given(parsed.command, *names) == {"episodes": 3}


def test_episodes_put_time_first(tiny_run):
    played = tiny_run.rollout([0, 1, 2], episodes=2, episode_length=5)
    assert {name: np.shape(x) for name, x in played._asdict().items()} == {
        "skill": (6,),
        "obs": (6, 6, 2),
        "features": (6, 6, 2),
        "action": (5, 6, 2),
        "reward": (5, 6),
        "terminated": (5, 6),
        "valid": (5, 6),
    }
    # The skills differ along the second axis.
    assert np.asarray(played.skill).tolist() == [0, 0, 1, 1, 2, 2]
    recorded = tiny_run.evaluator.rollouts(
        tiny_run.state, jax_key(), np.array([0, 1, 2], np.int32), 5, True, False
    )
    assert recorded.reward.shape == recorded.valid.shape == (5, 3)
    assert recorded.xy.shape == (6, 3, 2)


def jax_key():
    import jax

    return jax.random.key(0)


def test_environments_of_brax_are_made_without_its_warnings():
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        envs.make("ant", "spring").close()
        with brax_envs.quiet_imports():
            warnings.warn("JAXopt is no longer maintained. See", DeprecationWarning, stacklevel=1)
            warnings.warn("another", DeprecationWarning, stacklevel=1)
    said = [str(found.message) for found in seen]
    assert "another" in said
    assert not [text for text in said if "Brax" in text or "JAXopt" in text]
