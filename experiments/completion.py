"""Prints the shell completion of `diayn`: `eval "$(diayn completion bash)"`."""

from collections.abc import Collection, Mapping

from diayn_jax import config as configs
from diayn_jax.config import ConfigError, closest_matches
from experiments import diayn, flags, start

SHELLS = ("bash", "zsh", "fish")

COMMAND = (flags.HELP,)

INTRO = """
Print a shell script that completes the words of diayn: commands, flags, and the values of
flags with fixed choices. Evaluate it when the shell starts:

  ~/.bashrc                     eval "$(diayn completion bash)"
  ~/.zshrc, after compinit      eval "$(diayn completion zsh)"
  ~/.config/fish/config.fish    diayn completion fish | source
"""

CLOSING = start.exit_codes(start.OF_PRINTING)


def completion(parsed: flags.Parsed) -> int:
    """Prints the completion of the shell that a command line names; returns the exit code."""
    shell = parsed.operands[0] if len(parsed.operands) == 1 else ""
    if shell not in SHELLS:
        hint = closest_matches(shell, SHELLS)
        raise ConfigError(
            f"{' '.join(parsed.operands) or 'No shell'}: name one of {', '.join(SHELLS)}.{hint}"
        )
    write = {"bash": bash, "zsh": zsh, "fish": fish}[shell]
    start.say(write(words_of_all()), end="")
    return 0


def words_of_all() -> dict[str, list[str]]:
    """Returns the words that may follow each subcommand: `--name`, `--name=`, and `--name=value`."""
    return {name: words_of(row) for name, row in diayn.SUBCOMMANDS.items()}


def words_of(row: diayn.Subcommand) -> list[str]:
    """Returns the words that may follow a subcommand."""
    from diayn_jax import agents, envs, objectives

    tables: dict[str, Collection[str]] = {
        "env": envs.specs(),
        "objective": objectives.OBJECTIVES,
        "agent": agents.AGENTS,
    }
    main = diayn.load(row).main
    words = [f"--{own.name}=" if own.takes else f"--{own.name}" for own in main.own]
    words += [f"--{own.name}={value}" for own in main.own for value in own.choices]
    for field in flags.fields_of(main.fields if main.shown is None else main.shown):
        if field.name in main.settled:
            continue
        if field.type is bool:
            words += [f"--{field.name}", f"--no{field.name}"]
            continue
        values = tables.get(field.name) or (*field.metadata["choices"], *field.metadata["within"].words)
        words += [f"--{field.name}=", *(f"--{field.name}={configs.show(value)}" for value in values)]
    return words


def bash(words: Mapping[str, list[str]]) -> str:
    """Returns the completion of bash."""
    cases = "\n".join(f'    {name}) words="{" ".join(own)}" ;;' for name, own in words.items())
    # Bash splits words at `=`, and at `:` unless COMP_WORDBREAKS lacks it, so `__diayn` joins them again. Its
    # words replace the last part alone.
    return f"""\
__diayn() {{
  local line=("${{COMP_WORDS[@]:0:COMP_CWORD+1}}") text word words i
  text="${{COMP_LINE:0:COMP_POINT}}"
  word="${{text##* }}"
  if [ "$COMP_CWORD" -le 1 ]; then
    COMPREPLY=($(compgen -W "{" ".join(words)}" -- "$word"))
    return
  fi
  case "${{line[1]}}" in
{cases}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$word"))
        [[ "$word" == *=* ]] && COMPREPLY=("${{COMPREPLY[@]#"${{word%%=*}}="}}")
        if [[ "$word" == *=* && " $words " != *" ${{word%%=*}}="[!\\ ]* ]]; then
          COMPREPLY=($(compgen -f -- "${{word#*=}}")); compopt -o filenames
        elif [ "${{#COMPREPLY[@]}}" -eq 1 ] && [[ "$COMPREPLY" != *= ]]; then
          COMPREPLY=("$COMPREPLY ")
        fi ;;
    *) COMPREPLY=($(compgen -f -- "$word")); compopt -o filenames ;;
  esac
  if [[ "$word" == *:* && "$COMP_WORDBREAKS" == *:* ]]; then
    word="${{word#*=}}"
    COMPREPLY=("${{COMPREPLY[@]#"${{word%:*}}:"}}")
  fi
}}
complete -o nospace -F __diayn diayn
"""


def zsh(words: Mapping[str, list[str]]) -> str:
    """Returns the completion of zsh."""
    names = " ".join(_quoted(f"{name}:{row.about}") for name, row in diayn.SUBCOMMANDS.items())
    cases = "\n".join(f"    {name}) own=({' '.join(map(_quoted, own))}) ;;" for name, own in words.items())
    return f"""\
__diayn() {{
  local command=$words[2]
  local -a commands
  if (( CURRENT == 2 )); then
    commands=({names})
    _describe command commands
    return
  fi
  local current=$words[CURRENT]
  local -a own values
  case $command in
{cases}
  esac
  case $current in
    --*=*)
      values=(${{(M)own:#${{current%%=*}}=?*}})
      if (( $#values )); then compadd -- $values; else compset -P '*='; _files; fi ;;
    -*)
      compadd -S '' -- ${{(M)own:#*=}}
      compadd -- ${{own:#*=*}} ;;
    *) _files ;;
  esac
}}
compdef __diayn diayn
"""


def fish(words: Mapping[str, list[str]]) -> str:
    """Returns the completion of fish."""
    lines = ["complete -c diayn -f -n __fish_use_subcommand"]
    for name, row in diayn.SUBCOMMANDS.items():
        lines.append(f"complete -c diayn -n __fish_use_subcommand -a {name} -d {_quoted(row.about)}")
    # Files are offered as values of the other flags only.
    named = sorted({word.partition("=")[0] for own in words.values() for word in own if "=" in word[:-1]})
    lines.append(f"complete -c diayn -f -n 'string match -qr -- \"^({'|'.join(named)})=\" (commandline -ct)'")
    for name, own in words.items():
        flags_of = " ".join(own)
        lines.append(
            f'complete -c diayn -n \'__fish_seen_subcommand_from {name}; and string match -q -- "-*" '
            f"(commandline -ct)' -a {_quoted(flags_of)}"
        )
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


main = start.Main(completion, COMMAND, INTRO, CLOSING, "", ())

if __name__ == "__main__":
    start.leave(main)
