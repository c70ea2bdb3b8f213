"""Lists the settings of a run, the versions that made it, and the commands that reproduce it."""

import shlex
from collections.abc import Mapping
from typing import Any

from diayn_jax import config as configs
from diayn_jax import envs, resolve, shell
from diayn_jax.config import Config, ConfigError, show
from diayn_jax.show.report.run_data import RunData

# Fields that say where a run is stored; they do not change the run.
_LOCATION = ("name", "log_dir", "tags")
# Fields that decide which other fields exist.
_KIND = ("objective", "agent", "backend")


def settings(config: Config) -> list[dict[str, Any]]:
    """Returns every setting with its value and help, and whether the run changed it."""
    usual = resolve.usual_config(config)
    return [
        {
            "name": field.name,
            "value": show(getattr(config, field.name)) or "none",
            "help": field.metadata["help"],
            "group": field.metadata["group"],
            "changed": field.name not in _LOCATION and _differs(config, usual, field.name),
        }
        for field in config.own_fields()
    ]


def _differs(config: Config, usual: Config, name: str) -> bool:
    """Whether a setting differs from its default; one that was given its default value does not."""
    if name == "num_skills" and config.skill_space != configs.CATEGORICAL:
        return False  # continuous skills have no number, and the flag is rejected
    value = getattr(config, name)
    if name == "agent":
        return value != _default_agent(config)
    return value != getattr(Config if name in _KIND else usual, name)


def _default_agent(config: Config) -> str:
    """Returns the agent that a run has if none is given."""
    try:
        env_defaults = envs.defaults(config.env)
    except ConfigError:
        env_defaults = {}  # a user's own environment that cannot be imported here
    return resolve.default_agent(config.env, config.objective, env_defaults)


def flags_of(config: Config) -> list[str]:
    """Returns the flags that give this config, without defaults."""
    usual = resolve.usual_config(config)
    fields = [f.name for f in config.own_fields() if f.name not in (*_LOCATION, "report", "env", "seed")]
    changed = [name for name in fields if _differs(config, usual, name)]
    # The preset is always given, because its default depends on the device.
    kinds = [name for name in _KIND if name in changed]
    names = dict.fromkeys(["env", *kinds, "preset", *changed, "seed"])
    return [f"--{name}={show(getattr(config, name))}" for name in names]


def about(data: RunData) -> list[list[str]]:
    """Returns date, device, commit and versions, as rows of a name and a text."""
    document = data.document
    device = document.get("device") or {}
    versions = document.get("versions") or {}
    commit = document.get("commit")
    on = f"{device.get('count')} × {device.get('kind')} ({device.get('platform')})" if device else ""
    rows = [
        ["started", str(document.get("started", "")).replace("T", " ")],
        ["resumed", f"{len(document['resumed'])} times" if document.get("resumed") else ""],
        ["device", on],
        ["CPU cores", str(device.get("cpu_cores") or "")],
        ["commit", (commit["hash"] + (", with changes" if commit["dirty"] else "")) if commit else ""],
        *([name, str(version)] for name, version in versions.items()),
    ]
    return [row for row in rows if row[1]]


def reproduce(data: RunData) -> list[dict[str, Any]]:
    """Returns the commands that reproduce the run and its pages."""
    document, config = data.document, data.config
    commit = document.get("commit")
    parts: list[tuple[str, list[str]]] = []
    if commit:
        what = "The code, with the versions that its tests use (Python 3.11):"
        if commit["dirty"]:
            what = "The code (it had uncommitted changes, which are lost), and its versions:"
        install = shell.pip_install("-c", "constraints/py311.txt", "-e", ".")
        parts.append((what, [f"git checkout {commit['hash']}", install]))
    if data.is_distilled:
        parts.append(("The run, whose policy learned from solutions, was made with:", [_typed(document)]))
        if document.get("resumed"):
            lines = [_typed(entry) for entry in document["resumed"]]
            parts.append(("It was trained further with:", lines))
    elif data.sweep_command:
        what = "The sweep of this run, whose runs are those of single trainings up to rounding:"
        if data.copied:
            what = "The sweep of this run, which trained it with others as a population:"
        parts.append((what, [shlex.join(data.sweep_command)]))
    else:
        what = "The run, bit for bit on the same number of CPU cores (on a GPU: with --deterministic):"
        parts.append((what, [_wrapped([shell.command("train"), *map(shlex.quote, flags_of(config))])]))
    if (path := data.path) is not None:
        pages = [shell.command("show", path), shell.command("show", path, "--what=video")]
        what = "This page; videos; all figures again:"
        parts.append((what, [*pages, shell.command("evaluate", path)]))
    return [{"what": what, "lines": lines} for what, lines in parts]


def _typed(entry: Mapping[str, Any]) -> str:
    """Returns the command in config.json, or in one of its resumes, quoted for a shell."""
    return shlex.join(map(str, entry.get("command") or ()))


def _wrapped(words: list[str], width: int = 100) -> str:
    """Breaks a shell command into several lines."""
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + len(word) > width:
            lines[-1] += " \\"
            lines.append("   ")
        lines[-1] += f" {word}"
    return "\n".join(lines)
