"""The settings of a run, what it was made with, and how to make it again."""

import shlex
from collections.abc import Mapping
from typing import Any

from diayn_jax import config as configs
from diayn_jax import resolve, shell
from diayn_jax.config import Config, show
from diayn_jax.show.report.run_data import RunData

# Fields that say where a run is kept, not what it is.
_LOCATION = ("name", "log_dir", "tags")
# Fields that decide which others there are.
_KIND = ("objective", "agent", "backend")


def settings(config: Config) -> list[dict[str, Any]]:
    """Every setting with its value and help, and whether the run changed it."""
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
    """Whether a setting was given, as far as its value tells."""
    if name == "num_skills" and config.skills != configs.CATEGORICAL:
        return False  # such skills have no number, and the flag is refused
    value = getattr(config, name)
    return value != getattr(Config if name in _KIND else usual, name)


def flags_of(config: Config) -> list[str]:
    """The flags that make this config, without those that are defaults anyway."""
    usual = resolve.usual_config(config)
    fields = [f.name for f in config.own_fields() if f.name not in (*_LOCATION, "report", "env", "seed")]
    changed = [name for name in fields if _differs(config, usual, name)]
    # What the preset would be by itself depends on the device.
    kinds = [name for name in _KIND if name in changed]
    names = dict.fromkeys(["env", *kinds, "preset", *changed, "seed"])
    return [f"--{name}={show(getattr(config, name))}" for name in names]


def about(data: RunData) -> list[list[str]]:
    """Date, device, commit and versions, as rows of a name and a text."""
    document = data.document
    device = document.get("device") or {}
    versions = document.get("versions") or {}
    commit = document.get("commit")
    rows = [
        ["started", str(document.get("started", "")).replace("T", " ")],
        ["resumed", f"{len(document['resumed'])} times" if document.get("resumed") else ""],
        [
            "device",
            f"{device.get('count')} × {device.get('kind')} ({device.get('platform')})" if device else "",
        ],
        ["CPU cores", str(device.get("cpu_cores") or "")],
        ["commit", (commit["hash"] + (", with changes" if commit["dirty"] else "")) if commit else ""],
        *([name, str(version)] for name, version in versions.items()),
    ]
    return [row for row in rows if row[1]]


def reproduce(data: RunData) -> list[dict[str, Any]]:
    """The commands that make the run and its pages again."""
    document, config = data.document, data.config
    commit = document.get("commit")
    parts = []
    if commit:
        what = "The code, with the versions that its tests run on (Python 3.11):"
        if commit["dirty"]:
            what = "The code (there were changes on top, which no commit holds), and its versions:"
        parts.append(
            {
                "what": what,
                "lines": [
                    f"git checkout {commit['hash']}",
                    shell.pip_install("-c", "constraints/py311.txt", "-e", "."),
                ],
            }
        )
    what = "The run, the same bit for bit on as many CPU cores (on a GPU: with --deterministic):"
    line = _wrapped([shell.command("run"), *map(shlex.quote, flags_of(config))])
    if data.is_distilled:
        what = "The run, whose policy learned from solutions, was made by:"
        line = _typed(document)
    parts.append({"what": what, "lines": [line]})
    if data.is_distilled and document.get("resumed"):
        lines = [_typed(entry) for entry in document["resumed"]]
        parts.append({"what": "It was trained on by:", "lines": lines})
    if data.path is not None:
        parts.append(
            {
                "what": "This page; videos; all figures once more:",
                "lines": [
                    shell.command("show", data.path),
                    shell.command("show", data.path, "--what=video"),
                    shell.command("evaluate", data.path),
                ],
            }
        )
    return parts


def _typed(entry: Mapping[str, Any]) -> str:
    """The command of config.json, or of an entry of its resumes, as a shell takes it."""
    return shlex.join(map(str, entry.get("command") or ()))


def _wrapped(words: list[str], width: int = 100) -> str:
    """A command over several lines of a shell."""
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + len(word) > width:
            lines[-1] += " \\"
            lines.append("   ")
        lines[-1] += f" {word}"
    return "\n".join(lines)
