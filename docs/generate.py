"""Writes the pages of the reference that list what the code declares: `.venv/bin/python docs/generate.py`.

The pages are `commands.md` (flags), `settings.md` (fields of configs) and `environment_list.md` (the table of
environments). tests/project/test_docs.py compares the pages with what this program would write.
"""

import dataclasses
import re
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from diayn_jax import agents, envs, objectives, resolve
from diayn_jax import config as configs
from experiments import diayn, flags
from experiments.start import Main

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT / "docs" / "reference"
NOTE = "This page is written by `docs/generate.py`, from the code. Change it there.\n"


def commands() -> str:
    """Returns the page of all commands: what each is for, and its own flags."""
    parts = [
        "# Commands",
        NOTE
        + "The command is `.venv/bin/diayn`; after `. .venv/bin/activate`, `diayn` suffices. `diayn COMMAND "
        "--help` prints a command's help, `--helpfull` all of it. Numbers may be written as 1_000_000, 1e6 "
        "or 1M, lists as 256,256, switches as `--x`, `--nox` or `--x=false`. If a flag is given twice, the "
        "last one counts. "
        "[Exit codes](exit_codes.md) are the same for all, and [files](files.md) says what they write.",
    ]
    for title, group in diayn.GROUPS.items():
        parts.append(f"## {title}")
        for name, row in group.items():
            main = diayn.load(row).main
            parts += [
                f"### diayn {name}",
                f"```text\n{_as_typed(main.intro).strip()}\n```",
                _table(
                    ("flag", "meaning"),
                    [(f"`--{own.name}{'=' + own.takes if own.takes else ''}`", own.help) for own in main.own],
                ),
                _settings_of(main),
            ]
    return _page(parts)


def settings() -> str:
    """Returns the page of all settings, those of every run first, then those of each objective and agent."""
    names = [field.name for field in dataclasses.fields(configs.Config)]
    parts = [
        "# Settings",
        NOTE + "A setting is a flag (`--num_envs=64`), an argument of `diayn_jax.train`, and an entry of "
        "config.json. Given values win over the defaults of the objective and the agent; those win over the "
        "environment's ([list](environment_list.md)), and the environment's over the preset's (but `paper` "
        "wins over the environment's). The defaults below are the `cpu` preset's. A *lane* setting may "
        "differ between the runs of one program, so a sweep varies it without compiling again. [Why these "
        "defaults](../background/presets.md).",
    ]
    every = {field.name: field for field in dataclasses.fields(configs.Config)}
    for group, title in flags.GROUPS.items():
        own = [field for field in every.values() if field.metadata["group"] == group]
        if own:
            parts += [f"## {title}", _fields(own)]
    tables = (("objective", objectives.OBJECTIVES), ("agent", agents.AGENTS))
    for flag, table in tables:
        for name, spec in table.items():
            own = [field for field in dataclasses.fields(spec.settings) if field.name not in names]
            parts += [
                f"## `--{flag}={name}`",
                _fields(own) if own else "It has no settings of its own.",
                _changed(spec),
            ]
    parts += ["## Presets", "`--preset=auto` is the device's. Flags override a preset."]
    for name, values in configs.PRESETS.items():
        parts.append(f"`{name}`: " + (_values(values) or "the defaults above") + ".")
    return _page(parts)


def environment_list() -> str:
    """Returns the page of all environments, by provider."""
    parts = [
        "# List of environments",
        NOTE + "[Environments](environments.md) says more. The first feature and the first backend are "
        "the defaults, on CPUs the backend in bold. `obs` and `dims:…` work everywhere, and `latent` "
        "for images. K and steps of an episode are the defaults of `--env` alone.",
    ]
    titles = {
        "jax": "In pure JAX",
        "brax": "Brax",
        "tasks": "Tasks",
        "gymnasium": "Gymnasium (extra gym)",
        "playground": "MuJoCo Playground (extra playground)",
    }
    specs = {name: spec for name, spec in envs.specs().items() if spec.provider in titles}
    head = ("environment", "obs, actions", "features", "backends", "K", "steps")
    for provider, title in titles.items():
        own = {name: spec for name, spec in specs.items() if spec.provider == provider}
        rows = [_environment(name, spec) for name, spec in own.items()]
        parts += [f"## {title}", _table(head, rows)]
        parts += [f"`{_bare(name)}`: {spec.about}" for name, spec in own.items() if spec.about]
    other = {name: _other_defaults(spec) for name, spec in specs.items()}
    rows = [(f"`{_bare(name)}`", text) for name, text in other.items() if text]
    parts += ["## Other defaults", _table(("environment", "defaults"), rows)]
    takers: dict[str, list[str]] = {}
    for name, spec in specs.items():
        for variation in spec.variations:
            takers.setdefault(variation, []).append(_bare(name))
    rows = [(f"`--{variation}`", ", ".join(names)) for variation, names in takers.items()]
    parts += ["## Variations", _table(("flag", "accepted by"), rows)]
    turned = {name: spec.symmetries for name, spec in specs.items() if spec.symmetries}
    rows = [
        (f"`{_bare(name)}`", ", ".join(f"`{key}` ({len(one)})" for key, one in groups.items()))
        for name, groups in turned.items()
    ]
    parts += ["## Symmetries", _table(("environment", "`--symmetry` (elements)"), rows)]
    meanings: dict[str, list[str]] = {}
    for name, spec in specs.items():
        for key, feature in spec.features.items():
            about = f"`{key}` | {feature.size} | {feature.unit} | {_cell(feature.meaning)}"
            meanings.setdefault(about, []).append(_bare(name))
    lines = [f"| {about} | {', '.join(names)} |" for about, names in sorted(meanings.items())]
    head_lines = "| feature | size | unit | meaning | environments |\n| --- | ---: | --- | --- | --- |\n"
    parts += ["## Features", head_lines + "\n".join(lines)]
    spelled: dict[str, list[str]] = {}
    for spelling, name in envs.ALIASES.items():
        spelled.setdefault(name, []).append(f"`{spelling}`")
    parts += [
        "## Other spellings",
        "With or without a version such as -v5; hyphens and underscores are the same.",
        _table(
            ("environment", "also"),
            [(f"`{name}`", ", ".join(also)) for name, also in sorted(spelled.items())],
        ),
    ]
    return _page(parts)


PAGES = {"commands.md": commands, "settings.md": settings, "environment_list.md": environment_list}


def _as_typed(text: str) -> str:
    """Returns a help text with its examples as they are typed in a checkout."""
    return re.sub(r"^( *)diayn ", r"\1.venv/bin/diayn ", text, flags=re.MULTILINE)


def _settings_of(main: Main) -> str:
    if main.shown is not None:
        return f"Settings that may change: {', '.join(f'`--{name}`' for name in main.shown)}."
    if main.fields is None:
        settled = ", ".join(f"`--{name}`" for name in main.settled)
        return "It also takes all [settings](settings.md)" + (f", except {settled}." if settled else ".")
    if not main.fields:
        return ""
    return f"Settings that it takes: {', '.join(f'`--{name}`' for name in main.fields)}."


def _fields(fields: Sequence[configs.Field]) -> str:
    rows = [
        (
            f"`{field.name}`",
            f"`{configs.show(field.default)}`" if configs.show(field.default) else "",
            configs.allowed(field),
            "yes" if field.metadata["traced"] else "",
            field.metadata["help"],
        )
        for field in fields
    ]
    return _table(("setting", "default", "takes", "lane", "meaning"), rows)


def _changed(spec: Any) -> str:
    """Returns the sentences about the defaults that an objective or an agent changes."""
    lines = []
    if spec.defaults:
        lines.append(f"It changes these defaults: {_values(spec.defaults)}.")
    for what in ("env_defaults", "preset_defaults"):
        for name, values in getattr(spec, what, {}).items():
            lines.append(f"With `{name}`: {_values(values)}.")
    if getattr(spec, "needs", {}):
        lines.append(f"It needs {_values(spec.needs)}.")
    return "\n".join(f"- {line}" for line in lines)


def _values(values: Mapping[str, Any]) -> str:
    return ", ".join(f"`{name}={configs.show(value)}`" for name, value in values.items())


def _environment(name: str, spec: envs.EnvSpec) -> tuple[str, ...]:
    sizes = [
        "?" if size is None else configs.show(size) for size in (spec.observation_size, spec.action_size)
    ]
    if spec.num_actions is not None:
        sizes[1] = f"one of {spec.num_actions}"
    config = resolve.make_config({"env": name, "preset": "cpu"}, env_defaults=spec.defaults)
    features = [spec.default_features, *(key for key in spec.features if key != spec.default_features)]
    on_cpus = spec.default_backend("cpu")
    backends = [f"**{backend}**" if backend == on_cpus else backend for backend in spec.backends]
    return (
        f"`{name.removeprefix('playground:')}`",
        ", ".join(sizes),
        ", ".join(features),
        ", ".join(backends),
        str(config.num_skills),
        str(config.episode_length),
    )


def _other_defaults(spec: envs.EnvSpec) -> str:
    shown = ("num_skills", "episode_length")
    return " ".join(
        f"{key}={configs.show(value)}" for key, value in spec.defaults.items() if key not in shown
    )


def _bare(name: str) -> str:
    return name.removeprefix("playground:")


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *([_cell(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", r"\|").strip()


def _page(parts: Sequence[str]) -> str:
    title, about, *rest = (part for part in parts if part)
    return "\n\n".join([title, textwrap.fill(about, 110, break_on_hyphens=False), *rest]) + "\n"


def main() -> None:
    """Writes all pages."""
    for name, page in PAGES.items():
        (REFERENCE / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
