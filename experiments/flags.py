"""Makes absl flags from `Config`'s fields, and the texts of `--help` and `--helpfull`.

The flags have their own `FlagValues`, because absl's global one holds flags of the same names as soon as JAX
or Orbax is imported, such as `log_dir` of absl's logging module.
"""

import os
import re
import shutil
import textwrap
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from absl import flags

from diayn_jax import config as configs
from diayn_jax import shell
from diayn_jax.config import ConfigError
from diayn_jax.storage import files

GROUPS = {
    "task": "Task",
    "objective": "Objective",
    "agent": "Agent",
    "images": "Images as observation",
    "schedule": "Schedule",
    "device": "Device",
    "evaluation": "Evaluation",
    "output": "Output",
}

# The fields that `--help` lists for a command that takes all fields.
ESSENTIAL = (
    "env",
    "num_skills",
    "features",
    "episode_length",
    "seed",
    "objective",
    "skill_space",
    "agent",
    "learning_rate",
    "num_env_steps",
    "num_envs",
    "preset",
    "device",
    "log_dir",
    "name",
)

# What `--help` shows for fields without bounds.
_TAKES = {
    "env": "see diayn envs",
    "backend": "see diayn envs",
    "features": "see diayn envs",
    "target_entropy": "a number | auto; used with --alpha=auto",
    "choose_from": "a run's folder",
    "log_dir": "a folder | none",
    "tags": "names of flags, separated by commas",
}


class Command(NamedTuple):
    """A command's own flag, which is no config field: name, help, and what it takes ("" for a switch)."""

    name: str
    help: str
    takes: str = ""
    field: configs.Field | None = None  # the field that parses it; None: text, or a switch
    repeats: bool = False  # whether it may be given several times; its value is then a list
    minor: bool = False  # whether only `--helpfull` lists it
    allowed: str = "true | false"  # the allowed values, for the error message of a switch
    choices: tuple[str, ...] = ()  # the words that a text may be; (): any
    words: tuple[str, ...] = ()  # words of its value, for a message if one is given as a flag


HELP = Command("help", "print this text and exit; -h does the same")
# The help flags of a command with all fields of a config.
HELPS = (
    Command("help", "print the most important flags and exit; -h does the same"),
    Command("helpfull", "print all flags, presets and exit codes, and exit"),
)


def whole_number(
    name: str, about: str, takes: str = "N", *, low: int = 1, high: int | None = None, **more: Any
) -> Command:
    """Makes a command's own flag for a whole number, or `many` of them, parsed like `Config`'s fields."""
    kind = tuple[int, ...] if more.pop("many", False) else int
    return Command(name, about, takes, configs.own_field(name, kind, about, low, high), **more)


class Parsed(NamedTuple):
    """A parsed command line."""

    overrides: Mapping[str, Any]  # only the config fields that were given
    # The command's own flags: a switch is a bool, a number has its field's type, others are str; None: left
    # out.
    command: Mapping[str, Any]
    operands: tuple[str, ...] = ()  # words that are not flags, such as the directory of a run


class _FieldParser(flags.ArgumentParser[Any]):
    """Parses the text of a flag to the value of its field."""

    def __init__(self, field: configs.Field):
        self.field = field
        self.syntactic_help = configs.allowed(field)

    def parse(self, argument: Any) -> Any:
        return configs.parse(self.field, argument) if isinstance(argument, str) else argument

    def flag_type(self) -> str:
        return configs.allowed(self.field)


class _SwitchParser(flags.ArgumentParser[bool]):
    """Parses a command's own switch."""

    def __init__(self, name: str, allowed: str):
        self.name, self.allowed = name, allowed

    def parse(self, argument: Any) -> bool:
        word = configs.SWITCH_WORDS.get(str(argument).lower())
        if word is None:
            raise ConfigError(f"--{self.name}={argument} is not allowed: it takes {self.allowed}.")
        return word == "true"


class _ChoiceParser(flags.ArgumentParser[str]):
    """Parses a command's own flag that takes one of several words."""

    def __init__(self, row: Command):
        self.row = row

    def parse(self, argument: Any) -> str:
        if argument and argument not in self.row.choices:
            hint = configs.closest_matches(argument, self.row.choices)
            raise ConfigError(f"--{self.row.name}={argument}: it takes {', '.join(self.row.choices)}.{hint}")
        return str(argument)


def define(command: Sequence[Command], fields: Sequence[configs.Field]) -> flags.FlagValues:
    """Defines the flags of config fields and of the command itself; they are not parsed yet."""
    values = flags.FlagValues()
    values.set_gnu_getopt(True)

    def add(kind: type[flags.Flag[Any]], parser: Any, name: str, about: str, **more: Any) -> None:
        flag = kind(parser, flags.ArgumentSerializer(), name, None, about, **more)
        flags.DEFINE_flag(flag, values, module_name=__name__)

    for field in fields:
        switch = configs.is_switch(field)
        add(flags.Flag, _FieldParser(field), field.name, field.metadata["help"], boolean=switch)
    for row in command:
        parser: flags.ArgumentParser[Any]
        if row.field is not None:
            parser = _FieldParser(row.field)
        elif row.choices:
            parser = _ChoiceParser(row)
        else:
            parser = flags.ArgumentParser() if row.takes else _SwitchParser(row.name, row.allowed)
        if row.repeats:
            add(flags.MultiFlag, parser, row.name, row.help)
        else:
            add(flags.Flag, parser, row.name, row.help, boolean=not row.takes)
    return values


def fields_of(fields: Collection[str] | None, argv: Sequence[str] = ()) -> list[configs.Field]:
    """Returns the fields of all objectives and agents, including the user's own that `argv` names.

    A field that several declare is that of the objective or agent that `argv` names.
    """
    if fields is not None and not fields:
        return []
    # Imported here, because it imports JAX, whose messages must be silenced first.
    from diayn_jax import agents, external, objectives, resolve

    tables: dict[str, Collection[str]] = {"objective": objectives.OBJECTIVES, "agent": agents.AGENTS}
    named = {flag: _given(flag, argv) for flag in tables}
    # An unknown name is rejected by its own flag.
    known = {
        flag: name
        for flag, name in named.items()
        if name is not None and (name in tables[flag] or external.is_external(name))
    }
    return [f for f in resolve.all_fields(**known).values() if fields is None or f.name in fields]


def _given(flag: str, argv: Sequence[str]) -> str | None:
    """Returns the value of a flag on an unparsed command line; the last occurrence counts."""
    found = None
    for word, after in zip(argv, [*argv[1:], ""], strict=False):
        name, equals, value = word.lstrip("-").partition("=")
        if name == flag and word.startswith("-"):
            found = value if equals else after
    return found


def parse(
    argv: Sequence[str],
    command: Sequence[Command],
    fields: Collection[str] | None = None,
    operands: bool = False,
    default: str | None = None,
) -> Parsed:
    """Parses a command line, without the program's name.

    Args:
      fields: the fields of `Config` that are flags; None: all fields.
      operands: whether words that are not flags are accepted.
      default: the value of omitted fields, in words, for messages; "": unknown; None: the defaults of the
        environment, objective and agent that the command line names, or of the run that is resumed.

    Raises:
      ConfigError: a flag is unknown, a value is not allowed, or a word is not a flag and `operands` is
        False.
    """
    argv = _spelled_out(argv, {row.name for row in command})
    taken = fields_of(fields, argv)
    values = define(command, taken)
    names = list(values)
    _refuse_seeds(argv, names)
    for arg in argv:
        # absl treats this flag as permission to ignore unknown flags.
        if arg.lstrip("-").split("=")[0] == "undefok" and arg.startswith("-"):
            raise ConfigError(_unknown("undefok", names, command, taken))
        if arg.startswith("-") and arg.lstrip("-") == "flagfile=":
            raise ConfigError("--flagfile= is empty. Give it a file, or leave it out.")
    try:
        rest = values(["run", *argv])[1:]
    except flags.UnrecognizedFlagError as error:
        raise ConfigError(_unknown(error.flagname, names, command, taken)) from None
    except flags.IllegalFlagValueError as error:
        # The message of our own parser is complete.
        cause = error.__context__
        if not isinstance(cause, ConfigError):
            raise ConfigError(str(error)) from None
        if cause.refused is None or cause.refused.name not in {field.name for field in taken}:
            raise cause from None
        known = _defaults(argv) if default is None else default
        raise configs.with_default(cause, known) from None
    except flags.CantOpenFlagFileError as error:
        raise ConfigError(f"--flagfile cannot be read: {str(error).rpartition('] ')[2]}.") from None
    except UnicodeDecodeError:
        raise ConfigError(
            "--flagfile cannot be read: it is not UTF-8 text. Write a flag in each line."
        ) from None
    except (flags.Error, ValueError) as error:
        why = str(error)
        raise ConfigError(f"{why[:1].upper()}{why[1:]}. See --help.") from None
    for row in command:
        if row.takes and values[row.name].present and values[row.name].value == "":
            raise ConfigError(f"--{row.name}= is empty. Give it {row.takes}, or leave it out.")
    if any(not word.strip() for word in rest):
        raise ConfigError(f"{' '.join(map(repr, rest))}: a word is empty. Give a name, or leave it out.")
    if rest and not operands:
        refuse_words(rest, command)
    return Parsed(
        overrides={f.name: values[f.name].value for f in taken if values[f.name].present},
        command={
            row.name: values[row.name].value if row.takes else bool(values[row.name].value) for row in command
        },
        operands=tuple(rest),
    )


def _defaults(argv: Sequence[str]) -> str | dict[str, str]:
    """Returns the fields' defaults for a command line, in words: one text for all fields, or one by name."""
    if any(word.lstrip("-").partition("=")[0] in ("resume", "config") for word in argv if word[:1] == "-"):
        return configs.OF_RUN
    from diayn_jax import resolve

    given = {flag: _given(flag, argv) for flag in ("env", "backend", "objective", "agent", "preset")}
    return resolve.defaults_in_words({k: v for k, v in given.items() if v})


def refuse_words(words: Sequence[str], command: Sequence[Command]) -> NoReturn:
    """Raises `ConfigError` for words that are not flags; the command must take all fields of a config."""
    names = [*(row.name for row in command), *(field.name for field in fields_of(None))]
    hint = f" Write --flag={words[0]}, with an equals sign." if words[0] in configs.SWITCH_WORDS else ""
    if files.expanded(words[0]).is_dir():
        hint = f" To continue a run: {shell.command('resume', words[0])}."
    name, equals, _ = words[0].partition("=")
    matches = _as_flags(configs.closest_matches(name, names)) if equals or name in names else ""
    raise ConfigError(
        f"{' '.join(words)}: not a flag. Flags begin with two dashes, such as --env=ant.{hint or matches}"
    )


def _spelled_out(argv: Sequence[str], own: Collection[str]) -> list[str]:
    """Normalises a command line: `--resume=DIR` becomes two words, and `-h` becomes `--help`.

    `--helpfull` becomes `--help` too if the command does not have it, because its `--help` is complete.
    """
    words: list[str] = []
    for word in argv:
        name, _, value = word.partition("=")
        if word == "-h" or (word == "--helpfull" and "helpfull" not in own):
            words.append("--help")
        elif name == "--resume" and "resume" in own and (os.sep in value or (value and Path(value).is_dir())):
            words += [name, value]
        else:
            words.append(word)
    return words


def _refuse_seeds(argv: Sequence[str], names: Collection[str]) -> None:
    """Raises `ConfigError` for several seeds of one run, if the command trains."""
    if "num_env_steps" not in names:
        return
    one, several = _given("seed", argv), _given("seeds", argv)
    if one and re.fullmatch(r"\d+(\.\.|,)[\d.,]+", one):
        hint = f"--seeds={one}" if "seeds" in names else shell.command("sweep", f"--seeds={one}")
        raise ConfigError(f"--seed={one}: a run has one seed. For several runs: {hint}.")
    if several is not None and "seeds" not in names:
        hint = shell.command("sweep", f"--seeds={several}")
        raise ConfigError(f"--seeds={several}: this command trains one run (--seed). For several: {hint}.")


def _as_flags(matches: str) -> str:
    return matches.replace("mean ", "mean --").replace(" or ", " or --")


def _unknown(
    name: str, names: Sequence[str], command: Sequence[Command], fields: Sequence[configs.Field]
) -> str:
    matches = _as_flags(
        configs.closest_matches(name, names) or configs.closest_matches(name.removeprefix("no"), names)
    )
    if with_none := [f for f in fields if f"no{f.name}" == name and "none" in configs.allowed(f)]:
        matches = f" Did you mean --{with_none[0].name}=none?"
    for row in command:
        if name in row.words:
            matches = f" Did you mean --{row.name}={name}?"
    lists = "--helpfull" if "helpfull" in names else "--help"
    return f"--{name}: there is no such flag.{matches} {lists} lists all flags."


def help_text(
    intro: str,
    command: Sequence[Command],
    closing: str,
    width: int | None = None,
    fields: Collection[str] | None = None,
    argv: Sequence[str] = (),
    full: bool = True,
    essential: Collection[str] = ESSENTIAL,
    defaults: Mapping[str, str] | None = None,
) -> str:
    """Returns the help text: flags by group, each with its default, what it takes and one sentence.

    A command that takes only some `fields` of `Config` (None: all) lists its own flags first. If `argv`
    names an objective or agent of the user's own, its settings are listed too. `defaults` has, in words, the
    defaults that differ for this command. Unless `full`, the text lists only the `essential` fields of the
    config, and leaves out the presets and `closing`.
    """
    if not full:
        every = len(command) + len(fields_of(fields, argv))
        closing = f"--helpfull lists all {every} flags, the presets and the exit codes."
        command = [row for row in command if not row.minor]
        fields = [name for name in essential if fields is None or name in fields]
    defaults = defaults or {}
    width = max(60, min(width or shutil.get_terminal_size().columns, 100))
    parts = [intro.strip(), ""]
    own = ["Command"]
    for row in command:
        own += _entry(f"--{row.name}" + (f"={row.takes}" if row.takes else ""), row.help, width)
    own.append("")
    if fields is not None:
        parts += own
    for group, title in GROUPS.items():
        mine = [field for field in fields_of(fields, argv) if field.metadata["group"] == group]
        if mine:
            parts += [title, *(line for field in mine for line in _flag_lines(field, width, defaults)), ""]
    if fields is None:
        parts += [*own, *_preset_lines(width), ""]
    parts.append(closing.strip())
    return "\n".join(parts) + "\n"


def _flag_lines(field: configs.Field, width: int, defaults: Mapping[str, str]) -> list[str]:
    name, words = field.name, field.metadata["within"].words
    head = f"--[no]{name}" if field.type is bool else f"--{name}"
    if name in _TAKES or field.type is bool:
        takes = _TAKES.get(name, "")
    elif field.metadata["choices"]:
        takes = configs.allowed(field)
    else:
        takes = " | ".join(filter(None, [configs.bounds(field), *words]))
    default = f"default {defaults.get(name) or configs.show(field.default) or 'none'}"
    facts = "; ".join(filter(None, [takes, default]))
    return _entry(head, f"{field.metadata['help']} [{facts}]", width)


def _entry(head: str, text: str, width: int) -> list[str]:
    indent = 28
    lines = textwrap.wrap(text, width - indent, break_on_hyphens=False)
    first = f"  {head}"
    if len(first) + 2 > indent:
        return [first, *(" " * indent + line for line in lines)]
    return [first.ljust(indent) + lines[0], *(" " * indent + line for line in lines[1:])]


def _preset_lines(width: int) -> list[str]:
    lines = ["Presets (--preset; flags override its fields)"]
    about = {
        "cpu": "the defaults above; an epoch is at most a twentieth of a shorter run",
        "gpu": "many environments, large batches; epochs and warm-up are at most a twentieth of the run",
        "paper": "the settings of the DIAYN paper (arXiv:1802.06070)",
    }
    defaults = {f.name: f.default for f in fields_of(None)}
    for name, fields in configs.PRESETS.items():
        changed = [f"{key}={configs.show(v)}" for key, v in fields.items() if v != defaults[key]]
        text = about[name] + (": " + " ".join(changed) if changed else "")
        lines += _entry(name, text, width)
    return lines
