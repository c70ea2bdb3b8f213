"""The documentation: its code runs, its commands are accepted, its site builds without a warning.

A page is named by its path below docs/, such as `how_to/choose.md`.
"""

import functools
import importlib
import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import jax
import numpy as np
import pytest
import runs
import untaught
import untrained
from checkout import CHOICES, NETWORKS, NUM_SKILLS, OFF_POLICY, SOLUTIONS, quick, run_here
from commands import ROOT, TINY
from extras import need
from straight import archived, towards

import diayn_jax
from diayn_jax import agents, envs, objectives, training
from diayn_jax.interop import distil
from diayn_jax.run import loop
from diayn_jax.sweeps import sweep
from diayn_jax.use import dry_run
from diayn_jax.use.dance.song import own_song, write_wav
from diayn_jax.use.finetuning import against_scratch
from experiments import diayn

DOCS = ROOT / "docs"
DECISIONS = DOCS / "decisions"
GENERATED = ("reference/commands.md", "reference/settings.md", "reference/environment_list.md")
# All pages except the decisions, by name.
PAGES = {
    str(path.relative_to(DOCS)): path for path in sorted(DOCS.rglob("*.md")) if DECISIONS not in path.parents
}
WRITTEN = {name: path for name, path in PAGES.items() if name not in GENERATED}
MOST_WORDS = 1200  # of a page
MOST_WORDS_IN_ALL = 26_200  # of all pages and README.md
NO_PAGES = {"report": "none", "plots": False, "tensorboard": False}
SMALL = {**OFF_POLICY, **NO_PAGES, "num_devices": 1, "say": lambda line: None}
# Several runs have the program of as many lanes that how_to/use_in_jax.md makes by hand.
LANES = 3
# What makes the functions of the API quick.
SMALLER = {
    "train": SMALL,
    "make_config": {name: x for name, x in SMALL.items() if name != "say"},
    "finetune": SMALL,
    "sweep": {**SMALL, "seeds": (0,)},
    "benchmark": {
        **{name: x for name, x in SMALL.items() if name != "num_env_steps"},
        **NETWORKS["diayn"],
        "num_skills": NUM_SKILLS,
        "steps": 120,
        "seeds": (0,),
    },
    "resume": {"num_env_steps": 180},
    "evaluate": {"episodes": 1},
    "choose": {**CHOICES, **NO_PAGES, "num_devices": 1},
    "adapt": {"choice_episodes": 1, "episodes": 1, "episode_length": 5},
    "distil": {**SOLUTIONS, **NO_PAGES},
}
# These train an objective of their own choice, which has networks.
CHOOSE_THEIR_OBJECTIVE = ("train", "make_config", "sweep")
# The code of these pages needs a run that nothing else uses, and its training is not what they are about.
UNTRAINED = ("how_to/evaluate.md", "how_to/options_and_hierarchy.md")
# The code of this page calls the functions of a trainer itself; that of the others calls what uses a trainer.
BY_HAND = "how_to/use_in_jax.md"
# The named tests run the code of these pages, because they have what it needs.
ELSEWHERE = {
    "how_to/qdax.md": "interop/test_qdax_repertoires.py",
    "how_to/own_environment.md": "project/test_names.py",
}
# Placeholders and examples of runs in commands. A reader replaces the first three.
RUNS = ("RUN", "NAME", "runs/point/NAME", "runs/ant/NAME", "runs/ant/A", "runs/ant/B", "runs/point/skills")
RUNS += ("runs/ant/skills", "runs/sweeps/NAME")


def blocks(page: Path) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def commands() -> list[tuple[str, str]]:
    """Returns the page and the command, for all code on a page that begins as a command of this package."""
    found = []
    for name, page in WRITTEN.items():
        text = page.read_text(encoding="utf-8").replace("\\\n", " ")
        lines = re.findall(r"^ {4}(\.venv/bin/diayn .*)$", text, re.MULTILINE)
        lines += [line for line in re.findall(r"`(\.venv/bin/diayn [^`]*)`", text) if "…" not in line]
        found += [(name, re.sub(r"\s+", " ", line)) for line in lines]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("page", [name for name, page in PAGES.items() if blocks(page)])
def test_code_runs_as_it_stands(page, tmp_path, monkeypatch, capsys, made_programs):
    """Runs all blocks of a page in one namespace, in order, with small runs, which learn only on one page."""
    if page in ELSEWHERE:
        assert page in (Path(__file__).parent.parent / ELSEWHERE[page]).read_text(encoding="utf-8")
        return
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    if page == BY_HAND:
        runs.with_quick_figures(monkeypatch)
        runs.share_programs(monkeypatch, made_programs)
    else:
        untaught.with_stubs(monkeypatch)
    code = re.sub(r"#.*", "", "".join(blocks(DOCS / page)))
    if page in UNTRAINED:
        monkeypatch.setattr(diayn_jax, "train", untrained_run)
    for env, name in re.findall(r"\"runs/(\w+)/(\w+)\"", code):
        own = {"num_skills": NUM_SKILLS, **NETWORKS["diayn"]}
        if env == "pendulum":
            own = {"objective": "task", "agent": "option_critic"}
        diayn_jax.train(env=env, name=name, **own, **SMALL)
    for name, smaller in SMALLER.items():
        whole = getattr(diayn_jax, name)
        with_networks = name in CHOOSE_THEIR_OBJECTIVE
        monkeypatch.setattr(diayn_jax, name, small(whole, smaller, with_networks), raising=False)
    names = {"__name__": "__main__"}
    for block in blocks(DOCS / page):
        module = re.match(r"# (\w+)\.py\n", block)
        if module:
            (tmp_path / f"{module[1]}.py").write_text(block, encoding="utf-8")
        elif "onnxruntime" in block:
            from diayn_jax.use import export

            export.write_onnx(names["skills"], "policy.onnx")
        exec(compile(block, page, "exec"), names)
    capsys.readouterr()


def untrained_run(say, **fields):
    return untrained.run(**fields)


def small(function, smaller, with_networks):
    def call(*args, **fields):
        # A config was made small when it was made.
        if args and isinstance(args[0], diayn_jax.Config):
            return function(*args, **fields)
        objective = fields.get("objective", "diayn") if with_networks else "of the run"
        own = NETWORKS.get(objective, {}) | ({"num_skills": NUM_SKILLS} if objective == "diayn" else {})
        if "methods" in fields:
            # tests/sweeps/test_benchmark.py trains each method.
            own["methods"] = fields["methods"][:1]
        if "grid" in fields:
            ((swept, values),) = fields["grid"].items()
            # One run has the program of a run that is no sweep.
            own["grid"] = {swept: values if len(values) == LANES else values[:1]}
        return function(*args, **{**fields, **smaller, **own})

    return call


@pytest.mark.parametrize("spec", ["mine", "places", "table"])
def test_what_is_shown_of_ones_own_trains(spec, tmp_path, monkeypatch, capsys):
    """Trains what docs/how_to/own_objective.md shows, by the page's commands, made small."""
    page = DOCS / "how_to" / "own_objective.md"
    (source,) = (block for block in blocks(page) if block.startswith(f"# {spec}.py\n"))
    (tmp_path / f"{spec}.py").write_text(source, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    (line,) = (
        x
        for name, x in commands()
        if name == "how_to/own_objective.md" and f"={spec}:SPEC" in x and " train " in x
    )
    agent = {flag for flag in TINY if "hidden_sizes" in flag} if spec == "table" else set()
    smaller = [flag for flag in TINY if flag not in agent and not flag.startswith(("--env=", "--num_skills"))]
    smaller = [flag for flag in smaller if "discriminator" not in flag]
    from experiments import run

    assert run.main([*shlex.split(line)[2:], *smaller, "--name=shown", "--noplots"]) == 0
    (path,) = (tmp_path / "runs").glob("*/shown")
    loaded = diayn_jax.load(path, trust=True)
    assert loaded.figures
    with (path / "progress.csv").open(encoding="utf-8") as file:
        header = file.readline()
    expected = {"mine": "eval/return", "places": "train/radius", "table": "train/table_error"}
    assert expected[spec] in header
    sys.modules.pop(spec, None)
    capsys.readouterr()


# What is added to commands that play, so that they play briefly. Their own flags are still parsed.
BRIEF = {
    "evaluate": ["--episodes=1"],
    "show": ["--episode_length=5", "--episodes=1"],
    "archive": ["--centroids=16"],
    "dance": ["--seconds=3"],
}


class Planned(Exception):
    """The command was accepted and planned; training would begin now."""


@pytest.fixture(scope="module")
def run_of(tmp_path_factory):
    """Returns the directory of a run of the point world with 8 skills, or with vectors."""
    path = tmp_path_factory.mktemp("skills")

    @functools.cache
    def train(**fields):
        name = "-".join(map(str, fields.values()))
        networks = NETWORKS[fields.get("objective", "diayn")]
        return diayn_jax.train(env="point", log_dir=str(path), name=name, **fields, **networks, **SMALL).path

    with pytest.MonkeyPatch.context() as patch:
        untaught.with_stubs(patch)
        yield lambda vectors: train(objective="metra") if vectors else train(num_skills=NUM_SKILLS)


@pytest.mark.parametrize(("page", "line"), commands())
def test_commands_are_taken(page, line, run_of, tmp_path, monkeypatch, capsys):
    """Resolves and plans each command as it is shown, up to where it would train or play.

    That the parts of each objective and agent can be traced together is what tests of runs check.
    """
    untaught.with_stubs(monkeypatch)
    words = shlex.split(line, comments=True)
    name, words = words[1], words[2:]
    if any(word.startswith(("--coordinator", "--cluster", "--num_processes")) for word in words):
        pytest.skip("it needs several machines: see tests/machine/test_processes.py and test_workers.py")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    for block in blocks(DOCS / page):
        named = re.match(r"# (\w+)\.py\n", block)
        if named or "def ball():" in block:
            (tmp_path / (f"{named[1]}.py" if named else "my_worlds.py")).write_text(block, encoding="utf-8")
    resumes = (
        name == "resume" or "--resume" in words or (name == "benchmark" and not words[0].startswith("-"))
    )
    if resumes or "--serve" in words:
        pytest.skip("it resumes a run of the reader, or does not end")
    if name == "play" or "--page=" in line:
        pytest.skip("it does not end, or needs a robot: see tests/use/test_play.py and test_play_page.py")
    if name != "train" and re.search(r"--gravity|--changes=|--task=(ant|halfcheetah)", line):
        pytest.skip(
            "it needs a run of a robot: see tests/envs/test_variations.py, test_tasks.py, test_adaptation.py"
        )
    for directory in RUNS:
        # The run that this command trains does not exist yet.
        if "/" in directory and f"--name={Path(directory).name}" not in words:
            shutil.copytree(run_of(vectors="--skills=0.6,0.8" in words), tmp_path / directory)
    np.savez("states.npz", states=np.linspace([0, 0], [0.5, 0.8], 50))
    archived(towards(), Path("skills.npz"), env="point", episode_length=10)
    if "song.mp3" in words:
        need("librosa", "dance")
        # What is read is told by its first bytes, not by its name.
        write_wav(Path("song.mp3"), own_song(120, 3))

    def planned(*args, **fields):
        raise Planned

    monkeypatch.setattr(loop, "drive", planned)
    monkeypatch.setattr(against_scratch, "drive", planned)
    monkeypatch.setattr(sweep, "_train_in_turn", planned)
    monkeypatch.setattr(distil, "_distil", planned)
    monkeypatch.setattr(dry_run, "timed", planned)
    meant = [re.sub(r"\b(RUN|NAME)$", "runs/point/NAME", word) if "/" not in word else word for word in words]
    try:
        code = diayn.main([name, *meant, *BRIEF.get(name, [])])
    except Planned:
        code = 0
    assert code == 0, capsys.readouterr().err


def test_commands_are_typed_as_they_run_without_an_activated_environment():
    for name, page in PAGES.items():
        text = page.read_text(encoding="utf-8")
        assert not re.findall(r"^ {4}(?:python -m|diayn|pip) .*$", text, re.MULTILINE), name
        assert "python -m experiments" not in text, name


# The commands of each page that run here, by the beginning of the line, with the flags to add so that they
# take seconds, or the function that returns them. Each command has one line. `--help` replaces long training;
# the flags before it are still parsed.
TYPED = {
    "background/which_objective.md": {".venv/bin/diayn envs": ""},
    "how_to/archive_and_adapt.md": {
        ".venv/bin/diayn archive RUN": " --centroids=16",
        ".venv/bin/diayn distil RUN": " --help",
        ".venv/bin/diayn adapt RUN": " --help",
    },
    "how_to/choose.md": {
        ".venv/bin/diayn train --env=point --num_skills=8 --name=skills": quick,
        ".venv/bin/diayn choose runs/point/skills": " --help",
        ".venv/bin/diayn resume": " --help",
    },
    "how_to/dance.md": {".venv/bin/diayn dance RUN": " --help"},
    "how_to/evaluate.md": {
        ".venv/bin/diayn evaluate runs/ant/NAME": " --episodes=1",
        ".venv/bin/diayn list runs/ant": " --help",
        ".venv/bin/diayn compare": " --help",
    },
    "how_to/export.md": {".venv/bin/diayn export": ""},
    "how_to/finetune.md": {".venv/bin/diayn finetune RUN": " --help"},
    "how_to/from_cleanrl.md": {".venv/bin/diayn train": " --help"},
    "how_to/from_the_original_code.md": {
        ".venv/bin/diayn train": " --help",
        ".venv/bin/diayn show RUN --what=traces": " --episode_length=5 --episodes=1",
        ".venv/bin/diayn imitate": " --episodes=1 --episode_length=5",
        ".venv/bin/diayn finetune": " --help",
        ".venv/bin/diayn choose": " --help",
    },
    "how_to/gpu.md": {".venv/bin/diayn train": " --help"},
    "how_to/imitate.md": {".venv/bin/diayn imitate": " --episodes=1 --episode_length=5"},
    "how_to/options_and_hierarchy.md": {
        ".venv/bin/diayn train --objective=task --agent=option_critic": " --help",
        ".venv/bin/diayn sweep": " --help",
        ".venv/bin/diayn finetune": " --help",
    },
    "how_to/own_environment.md": {".venv/bin/diayn train": quick},
    "how_to/own_objective.md": {".venv/bin/diayn train": " --help", ".venv/bin/diayn sweep": " --help"},
    "how_to/pictures_and_films.md": {
        ".venv/bin/diayn show runs/ant/NAME": " --episode_length=5 --episodes=1",
        ".venv/bin/diayn compare": " --help",
    },
    "how_to/pixels.md": {".venv/bin/diayn train": " --help"},
    # It serves until Ctrl-C; tests/use/test_play.py plays.
    "how_to/play.md": {".venv/bin/diayn play": " --help"},
    "how_to/pretrained.md": {
        ".venv/bin/diayn play": " --help",
        ".venv/bin/diayn export": " --help",
    },
    "how_to/several_machines.md": {".venv/bin/diayn train": " --help", ".venv/bin/diayn sweep": " --help"},
    "how_to/sweeps.md": {
        ".venv/bin/diayn sweep": " --help",
        ".venv/bin/diayn benchmark": " --help",
        ".venv/bin/diayn resume": " --help",
    },
    "reference/environments.md": {".venv/bin/diayn envs": ""},
    "results/paper.md": {".venv/bin/diayn paper": " --help"},
    "start/five_minutes.md": {
        ".venv/bin/diayn train --env=ant --num_skills=10": " --help",
        ".venv/bin/diayn resume": " --help",
        ".venv/bin/diayn envs": "",
        ".venv/bin/diayn list": "",
        ".venv/bin/diayn doctor": " --quick",
    },
}


@pytest.mark.slow
def test_commands_of_each_page_run(tmp_path, monkeypatch, capsys):
    """Runs the commands in this process, but for what learns.

    tests/project/test_readme.py runs commands in a shell without an activated environment.
    """
    named = {}
    for page, line in commands():
        named.setdefault(page, set()).add(line.split()[1])
    assert {page: {begin.split()[1] for begin in typed} for page, typed in TYPED.items()} == named
    untaught.with_stubs(monkeypatch)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    # The first page's run is the run of the other pages.
    for page in sorted(TYPED, key=lambda page: page != "how_to/choose.md"):
        modules = set()
        for begin, more in TYPED[page].items():
            line = next(line for own, line in commands() if own == page and line.startswith(begin))
            for block in blocks(DOCS / page):
                if found := re.match(r"# (\w+)\.py\n", block) or re.search("def (ball)\\(", block):
                    module = "my_worlds" if found[1] == "ball" else found[1]
                    (tmp_path / f"{module}.py").write_text(block, encoding="utf-8")
                    modules.add(module)
            for run in ("runs/ant/NAME", "runs/ant/A", "runs/ant/B", "runs/point/NAME", "RUN"):
                line = re.sub(rf"(?<![\w/]){run}\b", "runs/point/skills", line)
            run_here(re.sub(r"\s+#.*", "", line) + (f" {more(line)}" if callable(more) else more), capsys)
        for module in modules:
            sys.modules.pop(module, None)
    assert (tmp_path / "runs" / "point" / "skills" / "report.html").exists()


# The theme makes the same tree of all pages anew for each page, which takes two fifths of the time.
ONE_TREE = """
import sys

import furo
from sphinx.cmd import build

tree = furo._compute_navigation_tree
furo._compute_navigation_tree = lambda page: tree(page) if page["pagename"] == "docs/index" else ""
sys.exit(build.main(sys.argv[1:]))
"""


@pytest.mark.slow
def test_the_site_builds_without_a_warning(tmp_path):
    need("myst_nb", "docs")
    built = subprocess.run(
        [
            sys.executable,
            "-c",
            ONE_TREE,
            "-q",
            "-W",
            "--keep-going",
            "-c",
            "docs",
            ".",
            str(tmp_path / "site"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, "JAX_PLATFORMS": "cpu"},
        check=False,
    )
    assert built.returncode == 0, built.stderr
    index = (tmp_path / "site" / "docs" / "index.html").read_text(encoding="utf-8")
    for name in PAGES:
        assert f'href="{name.removesuffix(".md")}.html"' in index or name == "index.md", name
    reference = (tmp_path / "site" / "docs" / "reference" / "api.html").read_text(encoding="utf-8")
    for name in diayn_jax.__all__:
        if name != "Config":
            assert f'id="diayn_jax.{name}"' in reference, name


def test_every_page_is_in_the_table_of_contents():
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    listed = set(
        re.findall(
            r"^([\w./]+)$", "\n".join(re.findall(r"```{toctree}(.*?)```", index, re.DOTALL)), re.MULTILINE
        )
    )
    named = {name.removesuffix(".md") for name in PAGES} - {"index"}
    assert named == {x for x in listed if not x.startswith(("..", "decisions/"))}
    for other in listed - named:
        assert [*(DOCS / other).parent.glob(f"{Path(other).name}.*")], other


def test_links_between_pages_lead_somewhere():
    names = ("README.md", "FAQ.md", "CONTRIBUTING.md", "CHANGELOG.md", "benchmarks/README.md")
    others = [*(ROOT / name for name in names), *(ROOT / "benchmarks" / "results").glob("*.md")]
    for page in [*PAGES.values(), *DECISIONS.glob("*.md"), *others]:
        text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        for target in re.findall(r"\]\(([^)\s]+)\)", text):
            path, _, anchor = target.partition("#")
            if "://" in target or (not path and not anchor):
                continue
            file = (page.parent / path).resolve() if path else page
            assert file.exists(), f"{page.name}: {target}"
            if anchor and file.suffix == ".md":
                headings = re.findall(r"^#+ (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)
                slugs = {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in headings}
                assert anchor in slugs, f"{page.name}: {target}"


@pytest.mark.parametrize("name", GENERATED)
def test_generated_pages_are_those_of_the_code(name):
    pytest.importorskip("mujoco.batch", reason="without native, CPUs have other defaults")
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    assert {f"reference/{page}" for page in generate.PAGES} == set(GENERATED)
    written = generate.PAGES[Path(name).name]()
    assert PAGES[name].read_text(encoding="utf-8") == written, "run .venv/bin/python docs/generate.py"


def without_code(text: str) -> str:
    """Returns the text without fenced blocks, indented commands and the targets of links."""
    text = re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"^ {4}.*$", "", text, flags=re.MULTILINE)
    return re.sub(r"\]\([^)]*\)", "]", text)


def words(path: Path) -> int:
    """Counts what has a letter or a digit; bars of tables and code are not read as words."""
    text = without_code(path.read_text(encoding="utf-8"))
    return sum(bool(re.search(r"\w", word)) for word in text.split())


def test_pages_are_short():
    assert not {name: words(path) for name, path in WRITTEN.items() if words(path) > MOST_WORDS}
    assert sum(map(words, [*WRITTEN.values(), ROOT / "README.md"])) <= MOST_WORDS_IN_ALL


def measured(path: Path) -> set[str]:
    """Returns the numbers of a page with three significant digits or more, outside code."""
    text = re.sub(r"`[^`]*`", "", without_code(path.read_text(encoding="utf-8")))
    text = re.sub(r"!\[[^\]]*\]|arXiv:[\d.]+|https?://\S+|Python \d\S+", "", text)
    found = set()
    for number in re.findall(r"(?<![\w.:])\d[\d,]*(?:\.\d+)?(?=[kM]?(?![\w.×]|\.\d))", text):
        number = number.replace(",", "")
        digits = number.replace(".", "").lstrip("0")
        if len(digits if "." in number else digits.rstrip("0")) >= 3:
            found.add(number)
    return found


def test_a_measured_figure_is_in_the_results_alone():
    results = {name: path for name, path in WRITTEN.items() if name.startswith("results/")}
    of_results = set().union(*map(measured, results.values()))
    assert len(of_results) > 150
    # Powers of two are settings. Others: the cells of four rooms.
    allowed = {str(2**n) for n in range(6, 16)} | {"104"}
    others = {name: path for name, path in WRITTEN.items() if name not in results}
    for name in ("README.md", "FAQ.md"):
        others[name] = ROOT / name
    repeated = {name: measured(path) & of_results - allowed for name, path in others.items()}
    assert not {name: found for name, found in repeated.items() if found}


def test_each_file_of_measurements_is_linked_from_the_results():
    text = "".join(path.read_text(encoding="utf-8") for name, path in PAGES.items() if "results/" in name)
    text += (DOCS / "background" / "presets.md").read_text(encoding="utf-8")
    text += (DOCS / "background" / "evaluation.md").read_text(encoding="utf-8")
    files = sorted((ROOT / "benchmarks" / "results").glob("*.md"))
    assert [path.name for path in files if f"benchmarks/results/{path.name})" not in text] == []


# Each agent once, beneath another objective, and with settings that log more.
LOGGING = (
    {"agent": "sac", "objective": "metra", "relabel_map": True},
    {"agent": "td3", "objective": "csf"},
    {"agent": "dqn", "env": "cartpole", "objective": "diayn", "expand": True},
    {"agent": "ppo", "objective": "lsd"},
    {"agent": "es", "objective": "disdain"},
    {"agent": "option_critic", "objective": "dads"},
    {"agent": "soft_option_critic", "objective": "smerl", "best_return": 1.0},
    {"agent": "fun", "objective": "diayn_islands"},
    {"agent": "hiro", "objective": "task"},
)


@pytest.mark.slow
@pytest.mark.parametrize("fields", LOGGING, ids=lambda fields: fields["agent"])
def test_every_name_that_training_logs_is_explained(fields):
    config = diayn_jax.make_config(**{"env": "point", "episode_length": 5, **fields})
    trainer = training.make_trainer(config, envs.make(config.env))
    hparams = training.make_hparams(config, trainer.env.action_size)
    state = jax.eval_shape(trainer.init, jax.random.key(0), hparams)
    logged = {name.removeprefix("train/") for name in jax.eval_shape(trainer.epoch, state)[1]}
    explained = set(
        re.findall(r"`(?:train/)?([a-z_]+)`", PAGES["reference/metrics.md"].read_text(encoding="utf-8"))
    )
    # The page names these as kinds.
    of_kinds = re.compile(r".*_loss|grad_norm_.*|manager_.*|physics_resets_.*")
    assert {name for name in logged - explained if not of_kinds.fullmatch(name)} == set()


def test_every_agent_and_objective_logs_in_the_test_above():
    assert {fields["agent"] for fields in LOGGING} == set(agents.AGENTS)
    assert {fields["objective"] for fields in LOGGING} == set(objectives.OBJECTIVES)


def test_every_decision_is_in_the_index_by_its_title():
    index = (DECISIONS / "index.md").read_text(encoding="utf-8")
    (listed,) = re.findall(r"```{toctree}(.*?)```", index, re.DOTALL)
    records = sorted(DECISIONS.glob("[0-9]*.md"))
    assert re.findall(r"^\d.*$", listed, re.MULTILINE) == [record.stem for record in records]
    for number, record in enumerate(records, start=1):
        assert record.name.startswith(f"{number:04}-")
        heading = record.read_text(encoding="utf-8").partition("\n")[0]
        title = heading.removeprefix(f"# {number:04}. ")
        assert f"| {number:04} | [{title}]({record.name}) |" in index


@pytest.mark.parametrize("record", sorted(DECISIONS.glob("[0-9]*.md")), ids=lambda path: path.name[:4])
def test_a_decision_is_told_in_four_sections_and_few_words(record):
    text = record.read_text(encoding="utf-8")
    sections = re.split(r"^## (.*)$", text, flags=re.MULTILINE)
    assert sections[1::2] == ["Context", "Decision", "Evidence", "Consequences"]
    assert all(body.strip() for body in sections[2::2])
    assert len(text.split()) <= 250


def test_files_that_are_named_are_there():
    """Checks the files outside the package that CONTRIBUTING.md, the design page and the decisions name."""
    pages = [ROOT / "CONTRIBUTING.md", ROOT / "FAQ.md", *PAGES.values(), *DECISIONS.glob("*.md")]
    folders = "tests|docs|experiments|benchmarks"
    for page in pages:
        text = page.read_text(encoding="utf-8")
        for name in re.findall(rf"(?<![\w/.])(?:{folders})/[\w/]+\.(?:py|md)", text):
            assert (ROOT / name).exists() or "NAME" in name, f"{page.name}: {name}"
