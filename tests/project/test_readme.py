"""README.md's commands run; they start in a fresh shell without an activated environment."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import untaught
from checkout import (
    CHOICES,
    METHODS,
    NETWORKS,
    NO_PAGES,
    NUM_SKILLS,
    OFF_POLICY,
    SOLUTIONS,
    flags,
    make_checkout,
    quick,
    run_here,
    shell,
    variables,
)
from pages import data_of

from experiments import diayn

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

# One run of these skills has the program of the run that other commands read.
SAME = f"--num_skills={NUM_SKILLS}"
# By a command's beginning: the flags to add so that it takes seconds, or the function that returns them.
ADDED = {
    "make train": f' ARGS="{quick("")} --name=first"',
    ".venv/bin/diayn train": quick,
    ".venv/bin/diayn sweep": lambda line: f"{quick(line)} {SAME}",
    ".venv/bin/diayn benchmark": f" --seeds=0..0 {flags(METHODS)} {NO_PAGES} --num_devices=1 {SAME}",
    ".venv/bin/diayn paper": "",  # without a figure it lists them
    ".venv/bin/diayn show": " --episode_length=5 --episodes=1",
    ".venv/bin/diayn evaluate": " --episodes=1",
    ".venv/bin/diayn finetune": f" --num_env_steps=60 --num_devices=1 {NO_PAGES}",
    ".venv/bin/diayn export": "",
    # It serves until Ctrl-C; tests/use/test_play.py plays.
    ".venv/bin/diayn play": " --help",
    ".venv/bin/diayn imitate": " --episodes=1 --episode_length=5",
    ".venv/bin/diayn dance": " --seconds=3",
    ".venv/bin/diayn archive": " --centroids=16",
    ".venv/bin/diayn distil": f" {flags(SOLUTIONS)} {NO_PAGES}",
    ".venv/bin/diayn adapt": " --changes=none --choice_episodes=1 --episodes=1",
    ".venv/bin/diayn choose": f" {flags(CHOICES)} --num_devices=1 {NO_PAGES}",
}
# Worlds that compile in seconds replace the robots, and one seed replaces many. Only the first command trains
# ant, as it is shown.
SMALLER = {
    "--env=ant --objective=metra": "--env=point --objective=metra",
    "--env=halfcheetah --objective=metra": "--env=point --objective=metra",
    "--task=ant_waypoints": "--task=point_goals",
    "--seeds=0..7": "--seeds=0..0",
    "--methods=diayn,metra --steps=300k": "--methods=diayn --steps=60",
}
RUN = "runs/point/first"
# They train as well.
USES = ("finetune", "choose", "distil")


def commands() -> list[str]:
    """Returns the indented lines of the README, without their comments, and the commands in its text."""
    outside = re.sub(r"^```.*?^```$", "", README, flags=re.MULTILINE | re.DOTALL)
    lines = re.findall(r"^    (\S.*)$", outside, flags=re.MULTILINE)
    lines += re.findall(r"`(\.venv/bin/[^`]+)`", outside)
    return list(dict.fromkeys(re.sub(r"\s+#.*", "", line) for line in lines))


def added(command: str) -> str:
    begins = [begin for begin in ADDED if command.startswith(begin)]
    assert begins, f"{command}: add to this file how it runs"
    more = ADDED[max(begins, key=len)]
    return f" {more(command)}" if callable(more) else more


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return make_checkout(tmp_path_factory.mktemp("checkout"))


def test_the_readme_shows_commands():
    assert len(commands()) > 12
    shown = {line.split()[1] for line in commands() if line.startswith(".venv/bin/diayn ")}
    # The README has the commands that train, show and use skills.
    others = {"resume", "compare", "list", "envs", "doctor", "completion"}
    assert shown == set(diayn.SUBCOMMANDS) - others
    assert not [line for line in commands() if "python -m" in line]


@pytest.mark.slow
def test_every_command_starts_in_a_shell(folder):
    if shutil.which("make") is None:
        pytest.skip("make is not installed")
    assert "diayn COMMAND --help" in shell(folder, ".venv/bin/diayn --help")
    assert "  .venv/bin/diayn show runs/ant/NAME\n" in shell(folder, ".venv/bin/diayn show --help")
    # The first command runs as it is shown: with ant, from beginning to end.
    assert commands()[0] == "make train"
    shell(folder, "make train" + added("make train"))
    assert (folder / "runs" / "ant" / "first" / "checkpoints").is_dir()


@pytest.mark.slow
def test_every_command_runs(tmp_path, monkeypatch, capsys, shared_programs):
    """Runs the commands in this process, which shares its compiled programs.

    Runs of skills learn. What uses skills has tests of its own, with runs that learn.
    """
    monkeypatch.chdir(tmp_path)
    train = f".venv/bin/diayn train --env=point --num_skills={NUM_SKILLS} --name=first"
    run_here(f"{train} {quick(train)}", capsys)
    for command in commands():
        more = added(command)
        if command.startswith("make"):
            continue
        typed = command.replace("RUN", RUN)
        for shown, smaller in SMALLER.items():
            typed = typed.replace(shown, smaller)
        with pytest.MonkeyPatch.context() as patch:
            if typed.split()[1] in USES:
                untaught.with_stubs(patch)
            said = run_here(typed + more, capsys)
        assert "usage" not in said.lower(), command
    assert (tmp_path / RUN / "report.html").exists()


@pytest.mark.slow
def test_every_block_of_python_runs(tmp_path, monkeypatch, capsys, shared_programs):
    blocks = re.findall(r"^```python\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)
    assert len(blocks) == 2
    program = "\n".join(blocks)
    assert program.count('env="point", num_skills=6') == 1
    smaller = OFF_POLICY | NETWORKS["diayn"] | {"num_skills": NUM_SKILLS, "num_devices": 1, "report": "none"}
    smaller |= {"plots": False, "tensorboard": False}
    program = program.replace('env="point", num_skills=6', f'env="point", **{smaller}')
    monkeypatch.chdir(tmp_path)
    exec(compile(program, "README.md", "exec"), {"__name__": "__main__"})
    capsys.readouterr()


@pytest.mark.slow
def test_what_a_stopped_run_and_its_page_print_runs_as_it_stands(
    folder, monkeypatch, capsys, shared_programs
):
    monkeypatch.chdir(folder)
    train = f".venv/bin/diayn train --env=point --num_skills={NUM_SKILLS} --name=stopped"
    train += f" {quick(train)} --num_env_steps=1M"
    process = subprocess.Popen(
        ["/bin/sh", "-c", f"exec {train}"],
        cwd=folder,
        env=variables(folder),
        stdout=subprocess.PIPE,
        text=True,
    )
    said = []
    for line in process.stdout:
        said.append(line)
        if "steps/s" in line:
            process.terminate()
            break
    rest, _ = process.communicate(timeout=300)
    said += rest.splitlines()
    assert process.returncode == 143
    (step,) = (re.findall(r"\d+", line)[0] for line in said if line.startswith("Stopped by SIGTERM at step "))
    (again,) = (line.removeprefix("Resume with: ") for line in said if line.startswith("Resume with: "))
    assert shlex.split(again)[:2] == [".venv/bin/diayn", "resume"]
    assert f"Resumed at step {step}" in run_here(f"{again} --num_env_steps={int(step) + 100}", capsys)
    path = "runs/point/stopped"
    shell(folder, f".venv/bin/diayn show {path} --episode_length=5 --episodes=1")
    parts = data_of(folder / path / "report.html")["head"]["reproduce"]
    (of_run,) = (part["lines"] for part in parts if part["what"].startswith("The run"))
    assert shlex.split(of_run[0])[:2] == [".venv/bin/diayn", "train"]
    run_here(f"{of_run[0]} --name=made_again", capsys)
    assert (folder / "runs" / "point" / "made_again" / "skills.json").exists()
    evaluation = parts[-1]["lines"][-1]
    assert evaluation == f".venv/bin/diayn evaluate {path}"
    assert f"Wrote {path}/evaluation.json" in run_here(evaluation, capsys)


def test_the_help_has_examples_as_they_are_typed(folder):
    said = shell(folder, ".venv/bin/python -m experiments.run --help")
    assert "\n  .venv/bin/diayn train --env=ant --num_skills=10\n" in said
    # If the command is not installed, the help names the interpreter.
    (folder / ".venv" / "bin" / "diayn").rename(folder / "diayn")
    said = shell(folder, ".venv/bin/python -m experiments.show --help")
    (folder / "diayn").rename(folder / ".venv" / "bin" / "diayn")
    assert "\n  .venv/bin/python -m experiments.diayn show runs/ant/NAME\n" in said
