"""absl flags made from `Config`'s fields, and the texts of `--help` and `--helpfull`.

The flags live in a `FlagValues` of their own: absl's global one already holds flags of the
same names (its logging module owns `log_dir`) as soon as JAX or Orbax is imported.
"""

import os
import shutil
import textwrap
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from absl import flags

from diayn_jax import config as configs
from diayn_jax import external
from diayn_jax.config import ConfigError

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

# Fields that `--help` lists where a command takes all of them.
ESSENTIAL = (
    "env",
    "num_skills",
    "features",
    "episode_length",
    "seed",
    "objective",
    "skills",
    "agent",
    "learning_rate",
    "num_env_steps",
    "num_envs",
    "preset",
    "device",
    "log_dir",
    "name",
)

# What `--help` says instead of bounds, where there are none to say.
_TAKES = {
    "env": "see --list_envs",
    "backend": "see --list_envs",
    "features": "see --list_envs",
    "target_entropy": "a number | auto, with --alpha=auto",
    "choose_from": "a run's folder",
    "log_dir": "a folder | none",
    "tags": "names of flags, separated by commas",
}


class Command(NamedTuple):
    """A command's flags beside the config's: name, what it is, what it takes ("" for a switch)."""

    name: str
    help: str
    takes: str = ""
    field: configs.Field | None = None  # as which it is parsed; None: text, or a switch
    repeats: bool = False  # may be given several times; it is then a list
    minor: bool = False  # left to `--helpfull`
    allowed: str = "true | false"  # what is said of a switch that is given something else


HELP = Command("help", "print this and exit; so does -h")
# Of a command with all the fields of a config.
HELPS = (
    Command("help", "print the flags that matter most and exit; so does -h"),
    Command("helpfull", "print all flags, presets and exit codes, and exit"),
)


def whole_number(
    name: str, about: str, takes: str = "N", *, low: int = 1, high: int | None = None, many: bool = False
) -> Command:
    """A command's own flag of a whole number, or `many` of them, written as `Config`'s are."""
    kind = tuple[int, ...] if many else int
    return Command(name, about, takes, configs.own_field(name, kind, about, low, high))


class Parsed(NamedTuple):
    """What a command line gives."""

    overrides: Mapping[str, Any]  # config fields that were given, and nothing else
    # The command's own flags: a switch is a bool, numbers are as their field has them, others str; None:
    # left out.
    command: Mapping[str, Any]
    operands: tuple[str, ...] = ()  # what is no flag, such as the directory of a run


def asks_for_help(parsed: Parsed) -> bool:
    """Whether a command line of a command that has `HELPS` asks for one of them."""
    return bool(parsed.command["help"] or parsed.command["helpfull"])


class _FieldParser(flags.ArgumentParser[Any]):
    """From the text of a flag to the value of its field."""

    def __init__(self, field: configs.Field):
        self.field = field
        self.syntactic_help = configs.allowed(field)

    def parse(self, argument: Any) -> Any:
        return configs.parse(self.field, argument) if isinstance(argument, str) else argument

    def flag_type(self) -> str:
        return configs.allowed(self.field)


class _SwitchParser(flags.ArgumentParser[bool]):
    """A command's own switch."""

    def __init__(self, name: str, allowed: str):
        self.name, self.allowed = name, allowed

    def parse(self, argument: Any) -> bool:
        word = configs.SWITCH_WORDS.get(str(argument).lower())
        if word is None:
            raise ConfigError(f"--{self.name}={argument} is not allowed: it takes {self.allowed}.")
        return word == "true"


def define(command: Sequence[Command], fields: Sequence[configs.Field]) -> flags.FlagValues:
    """Flags for fields of a config and for the command's own, none of them parsed yet."""
    values = flags.FlagValues()
    values.set_gnu_getopt(True)
    for field in fields:
        flag: flags.Flag[Any] = flags.Flag(
            _FieldParser(field),
            flags.ArgumentSerializer(),
            field.name,
            None,
            field.metadata["help"],
            boolean=configs.is_switch(field),
        )
        flags.DEFINE_flag(flag, values, module_name=__name__)
    for row in command:
        parser: flags.ArgumentParser[Any]
        if row.field is not None:
            parser = _FieldParser(row.field)
        else:
            parser = flags.ArgumentParser() if row.takes else _SwitchParser(row.name, row.allowed)
        if row.repeats:
            many: flags.Flag[Any] = flags.MultiFlag(
                parser, flags.ArgumentSerializer(), row.name, None, row.help
            )
            flags.DEFINE_flag(many, values, module_name=__name__)
            continue
        flag = flags.Flag(parser, flags.ArgumentSerializer(), row.name, None, row.help, boolean=not row.takes)
        flags.DEFINE_flag(flag, values, module_name=__name__)
    return values


def _taken(fields: Collection[str] | None, argv: Sequence[str] = ()) -> list[configs.Field]:
    """Fields of all objectives and agents, and of those of a user's own that a command line names."""
    # Here, not above: it imports JAX, which is to be silenced before.
    from diayn_jax import resolve

    named = {flag: _given(flag, argv) for flag in ("objective", "agent")}
    # One that is unknown is refused by its own flag.
    own = {flag: name for flag, name in named.items() if name is not None and external.is_external(name)}
    return [f for f in resolve.all_fields(**own).values() if fields is None or f.name in fields]


def _given(flag: str, argv: Sequence[str]) -> str | None:
    """What a command line gives a flag, before it is parsed; the last counts."""
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
      argv: its words.
      command: the command's own flags.
      fields: the fields of `Config` that are flags; None: all of them.
      operands: whether words that are no flags are taken too.
      default: what fields are where they are left out, in words; "": nobody knows; None: the defaults of the
        environment, objective and agent that the command line names, or of the run that goes on.

    Raises:
      ConfigError: an unknown flag, a value that its flag does not take, or, unless it takes
        operands, anything that is not a flag.
    """
    argv = _spelled_out(argv, {row.name for row in command})
    taken = _taken(fields, argv)
    values = define(command, taken)
    names = list(values)
    for arg in argv:
        # absl would take it for leave to ignore unknown flags.
        if arg.lstrip("-").split("=")[0] == "undefok" and arg.startswith("-"):
            raise ConfigError(_unknown("undefok", names))
    try:
        rest = values(["run", *argv])[1:]
    except flags.UnrecognizedFlagError as error:
        raise ConfigError(_unknown(error.flagname, names)) from None
    except flags.IllegalFlagValueError as error:
        # Our parsers' own message says it all.
        cause = error.__context__
        if not isinstance(cause, ConfigError):
            raise ConfigError(str(error)) from None
        if cause.refused is None or cause.refused.name not in {field.name for field in taken}:
            raise cause from None
        known = _defaults(argv) if default is None else default
        raise configs.with_default(cause, known) from None
    except (flags.Error, ValueError) as error:
        raise ConfigError(_first_upper(str(error)) + ". See --help.") from None
    for row in command:
        if row.takes and values[row.name].present and values[row.name].value == "":
            raise ConfigError(f"--{row.name}= is empty. Give it {row.takes}, or leave it out.")
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
    """The defaults of fields in the run that a command line is of, in words: for all, or by their names."""
    if any(word.lstrip("-").partition("=")[0] in ("resume", "config") for word in argv if word[:1] == "-"):
        return configs.OF_RUN
    from diayn_jax import resolve

    given = {flag: _given(flag, argv) for flag in ("env", "backend", "objective", "agent", "preset")}
    algorithm = _given("algo", argv)
    if algorithm is not None:
        given |= {"objective": "task", "agent": algorithm}
    return resolve.defaults_in_words({k: v for k, v in given.items() if v})


def refuse_words(words: Sequence[str], command: Sequence[Command]) -> NoReturn:
    """Raises `ConfigError` for words that are no flags, of a command with all the fields of a config."""
    names = [*(row.name for row in command), *(field.name for field in _taken(None))]
    hint = f" Write --flag={words[0]}, with an equals sign." if words[0] in configs.SWITCH_WORDS else ""
    matches = configs.closest_matches(words[0].split("=")[0], names).replace("mean ", "mean --")
    raise ConfigError(
        f"{' '.join(words)}: is not a flag. Flags begin with two dashes, such as --env=ant.{hint or matches}"
    )


def _spelled_out(argv: Sequence[str], own: Collection[str]) -> list[str]:
    """A command line with `--resume=DIR` as two words and `-h` as `--help`.

    So is `--helpfull` of a command that has no such flag, because its `--help` leaves nothing out.
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


def _unknown(name: str, names: Sequence[str]) -> str:
    matches = configs.closest_matches(name, names) or configs.closest_matches(name.removeprefix("no"), names)
    matches = matches.replace("mean ", "mean --").replace(" or ", " or --")
    lists = "--helpfull" if "helpfull" in names else "--help"
    return f"--{name}: there is no such flag.{matches} {lists} lists all flags."


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]


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
    """Flags by group, each with its default, what it takes and one sentence.

    A command that takes only some `fields` of `Config` (None: all) lists its own flags first. Of an
    objective or agent of a user's own that `argv` names, its settings are there too. `defaults` says in
    words those of fields that are others by this command. Unless it is `full`, the text has of a config the
    `essential` fields alone, and neither presets nor what stands at the end.
    """
    if not full:
        every = len(command) + len(_taken(fields, argv))
        closing = f"--helpfull has all {every} flags, presets and exit codes."
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
        mine = [field for field in _taken(fields, argv) if field.metadata["group"] == group]
        if mine:
            parts += [
                title,
                *(line for field in mine for line in _flag_lines(field, width, defaults)),
                "",
            ]
    if fields is None:
        parts += [*own, *_preset_lines(width), ""]
    parts.append(closing.strip())
    return "\n".join(parts) + "\n"


def _flag_lines(field: configs.Field, width: int, defaults: Mapping[str, str]) -> list[str]:
    name, words = field.name, field.metadata["words"]
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
    lines = ["Presets (--preset; any field may be set beside one)"]
    about = {
        "cpu": "the defaults above; epochs a twentieth at most of a run that is made shorter",
        "gpu": "many environments, large batches; epochs and warm-up a twentieth of the run at most",
        "paper": "the settings of the DIAYN paper (arXiv:1802.06070)",
    }
    defaults = {f.name: f.default for f in _taken(None)}
    for name, fields in configs.PRESETS.items():
        changed = [f"{key}={configs.show(v)}" for key, v in fields.items() if v != defaults[key]]
        text = about[name] + (": " + " ".join(changed) if changed else "")
        lines += _entry(name, text, width)
    return lines
