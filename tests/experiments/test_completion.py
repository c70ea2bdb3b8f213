"""Each shell completes the words of `diayn` by its own script. The scripts run in the shells themselves."""

import json
import os
import pty
import shutil
import subprocess
import time

import pytest
from debian import missing

from experiments import completion, diayn


@pytest.fixture(scope="module")
def scripts(tmp_path_factory):
    """A folder with the script of each shell, and some files to complete."""
    folder = tmp_path_factory.mktemp("shells")
    words = completion.words_of_all()
    for shell in completion.SHELLS:
        (folder / shell).write_text(getattr(completion, shell)(words))
    (folder / "here" / "runs").mkdir(parents=True)
    return folder


def bash(line, scripts, breaks=" =:"):
    """Returns what bash offers at the end of a line."""
    program = f"""
source {scripts / "bash"}
COMP_WORDBREAKS={json.dumps(breaks)}
COMP_LINE={json.dumps(line)}; COMP_POINT=${{#COMP_LINE}}
COMP_WORDS=(${{COMP_LINE//=/ = }}); [[ "$COMP_LINE" == *" " ]] && COMP_WORDS+=("")
COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
__diayn
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    here = scripts / "here"
    done = subprocess.run(["bash", "-c", program], capture_output=True, text=True, check=True, cwd=here)
    return [word.strip() for word in done.stdout.splitlines() if word.strip()]


def test_bash_completes_commands_flags_values_and_files(scripts):
    assert bash("diayn ", scripts) == list(diayn.SUBCOMMANDS)
    assert bash("diayn ev", scripts) == ["evaluate"]
    assert bash("diayn train --num_sk", scripts) == ["--num_skills="]
    assert bash("diayn train --objec", scripts)[0] == "--objective="
    assert "metra" in bash("diayn train --objective=", scripts)
    assert bash("diayn train --plo", scripts) == ["--plots"]
    assert bash("diayn train --config=r", scripts) == ["runs"]
    assert bash("diayn show r", scripts) == ["runs"]
    assert bash("diayn export --format=", scripts) == ["onnx", "run"]
    assert bash("diayn list --state=s", scripts) == ["stopped"]
    # A resume refuses what its help does not list.
    assert bash("diayn resume --num_env", scripts) == ["--num_env_steps="]
    assert bash("diayn resume --num_sk", scripts) == []
    assert bash("diayn resume --env", scripts) == []


def test_bash_completes_names_with_a_colon(scripts):
    """Bash takes a colon for the end of a word, unless the user has changed that."""
    line = "diayn train --env=playground:CheetahR"
    assert bash(line, scripts) == ["CheetahRun"]
    assert bash("diayn train --env=playground:Cheetah", scripts) == ["CheetahRun"]
    assert bash(line, scripts, breaks=" =") == ["playground:CheetahRun"]


def zsh(lines, scripts):
    """Completes lines in an interactive zsh; returns for each how many words fit, and what it becomes."""
    if shutil.which("zsh") is None:
        missing("zsh")
    home, found = scripts / "home", scripts / "found"
    home.mkdir(exist_ok=True)
    found.unlink(missing_ok=True)
    # zsh runs `zle-line-init` when its first prompt stands: nothing needs to be typed.
    (home / ".zshrc").write_text(f"""
autoload -Uz compinit && compinit -u -D
source {scripts / "zsh"}
count() {{ fit=$compstate[nmatches] }}
complete_all() {{
  local line
  for line in {" ".join(f"'{line}'" for line in lines)}; do
    comppostfuncs=(count) fit=0 BUFFER=$line CURSOR=$#line
    zle complete-word
    print -r -- "$fit|$BUFFER" >> {found}.part
  done
  mv {found}.part {found}
}}
zle -N zle-line-init complete_all
""")
    screen, terminal = pty.openpty()
    shell = subprocess.Popen(
        ["zsh", "-i"],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        cwd=scripts / "here",
        env={**os.environ, "ZDOTDIR": str(home), "TERM": "xterm"},
        start_new_session=True,
    )
    try:
        until = time.monotonic() + 60
        while not found.exists() and time.monotonic() < until:
            time.sleep(0.05)
    finally:
        shell.kill()
        shell.wait()
        os.close(terminal)
        said = os.read(screen, 1 << 16) if not found.exists() else b""
        os.close(screen)
    assert found.exists(), said
    rows = [row.split("|") for row in found.read_text().splitlines()]
    return [(int(fit), line) for fit, line in rows]


def test_zsh_completes_commands_flags_values_and_files(scripts):
    lines = {
        "diayn ": (len(diayn.SUBCOMMANDS), "diayn "),
        "diayn ev": (1, "diayn evaluate "),
        "diayn train --num_sk": (1, "diayn train --num_skills="),
        "diayn train --objective=m": (1, "diayn train --objective=metra "),
        "diayn train --plo": (1, "diayn train --plots "),
        "diayn train --config=r": (1, "diayn train --config=runs/"),
        "diayn show r": (1, "diayn show runs/"),
        "diayn list --sort=ret": (1, "diayn list --sort=return "),
        "diayn list --num_sk": (0, "diayn list --num_sk"),
    }
    assert dict(zip(lines, zsh(list(lines), scripts), strict=True)) == lines


def fish(line, scripts):
    """Returns what fish offers at the end of a line, without descriptions."""
    if shutil.which("fish") is None:
        missing("fish")
    program = f"source {scripts / 'fish'}; complete -C {json.dumps(line)}"
    done = subprocess.run(
        ["fish", "--no-config", "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=scripts / "here",
        # fish keeps its history in the home directory.
        env={**os.environ, "HOME": str(scripts)},
    )
    assert done.stderr == ""
    return [row.partition("\t")[0] for row in done.stdout.splitlines()]


def test_fish_completes_commands_flags_values_and_files(scripts):
    assert sorted(fish("diayn ", scripts)) == sorted(diayn.SUBCOMMANDS)
    assert fish("diayn ev", scripts) == ["evaluate"]
    assert fish("diayn train --num_sk", scripts) == ["--num_skills="]
    assert fish("diayn train --objective=m", scripts) == ["--objective=metra"]
    # No file is offered where one of a few words is needed.
    offered = fish("diayn train --objective=", scripts)
    assert {"--objective=diayn", "--objective=metra"} <= set(offered)
    assert not [word for word in offered if "runs" in word]
    assert fish("diayn train --plo", scripts) == ["--plots"]
    assert fish("diayn train --config=r", scripts) == ["--config=runs/"]
    assert fish("diayn show r", scripts) == ["runs/"]
    assert fish("diayn list --state=s", scripts) == ["--state=stopped"]
    assert fish("diayn list --num_sk", scripts) == []


@pytest.mark.parametrize("name", completion.SHELLS)
def test_the_command_prints_the_script_of_a_shell(name, scripts, capsys):
    assert diayn.main(["completion", name]) == 0
    assert capsys.readouterr().out == (scripts / name).read_text()
