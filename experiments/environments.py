"""Prints the table of `--list_envs`: all environments, with their features and other names."""

import shutil
import textwrap
from collections.abc import Mapping, Sequence

from diayn_jax import envs
from diayn_jax.config import Config, show
from diayn_jax.envs import EnvSpec
from diayn_jax.envs.providers import playground_table

_HEAD = ("environment", "obs", "act", "steps", "on CPUs", "features")

# The headings of the providers' tables.
_PROVIDERS = {
    "jax": "In pure JAX",
    "brax": "Brax",
    "tasks": "Tasks of Brax's robots",
    "gymnasium": "Gymnasium (extra gym; only on CPUs)",
    "playground": "MuJoCo Playground (extra playground; also as playground:NAME)",
    "own": "Registered here",
}
_OTHERS = (
    "gymnasium:NAME-v0, any Gymnasium environment with bounded or discrete actions",
    f"playground:NAME, if its robot's files are installed: {', '.join(playground_table.OF_MENAGERIE)}",
    "package.module:factory, your own environment (see docs/how_to/own_environment.md)",
)


def table(width: int | None = None) -> str:
    """Returns the table of all environments, with sizes, features, other spellings and own defaults.

    Args:
      width: characters of a line; None: the terminal's width, 80 to 100.
    """
    width = max(80, min(width or shutil.get_terminal_size().columns, 100))
    specs = dict(sorted(envs.specs().items()))
    lines = _rows(specs, width)
    lines += [
        "",
        *textwrap.wrap(
            "obs and act: sizes of the observation and the action. steps: default episode length. The first "
            "feature is the default. obs and dims:0,1,... work everywhere, except if images are observed: "
            "use latent there.",
            width,
        ),
        "",
        "Others by name",
    ]
    for text in _OTHERS:
        lines += _wrapped(text, width)

    backends: dict[str, list[str]] = {}
    for name, spec in specs.items():
        backends.setdefault(", ".join(spec.backends), []).append(name)
    lines += ["", "Backends (the first is the default on accelerators)"]
    for which, names in backends.items():
        if len(names) > 1 or "," in which:
            lines += _wrapped(f"{which}: {', '.join(names)}", width)

    meant: dict[str, list[str]] = {}
    for name, spec in specs.items():
        for key, feature in spec.features.items():
            meant.setdefault(f"{key} ({feature.size}, {feature.unit}): {feature.meaning}", []).append(name)
    lines += ["", "Features (size, unit)"]
    for what, names in sorted(meant.items()):
        lines += _wrapped(f"{what}. {', '.join(names)}", width)

    spelled: dict[str, list[str]] = {}
    for spelling, name in envs.ALIASES.items():
        spelled.setdefault(name, []).append(spelling)
    lines += ["", "Other spellings (with or without a version such as -v5)"]
    for name, spellings in sorted(spelled.items()):
        lines += _wrapped(f"{name}: {', '.join(spellings)}", width)

    lines += ["", "Defaults of their own"]
    for name, spec in specs.items():
        own = " ".join(f"{key}={show(value)}" for key, value in spec.defaults.items())
        lines += _wrapped(f"{name}: {own}", width) if own else []
    return "\n".join(lines)


def _rows(specs: Mapping[str, EnvSpec], width: int) -> list[str]:
    """Returns a line for each environment, by provider; if there are many features, several lines."""
    cells = {name: _cells(name, spec) for name, spec in specs.items()}
    widths = [max(map(len, column)) for column in zip(_HEAD, *cells.values(), strict=True)]
    left = sum(widths[:-1]) + 2 * len(widths[:-1])

    def line(row: Sequence[str]) -> list[str]:
        first = [row[0].ljust(widths[0])]
        first += [cell.rjust(size) for cell, size in zip(row[1:4], widths[1:4], strict=True)]
        first += [row[4].ljust(widths[4])]
        features = textwrap.wrap(row[5], width - left, break_on_hyphens=False) or [""]
        return [
            "  ".join([*first, features[0]]).rstrip(),
            *(" " * left + more for more in features[1:]),
        ]

    lines = line(_HEAD)
    providers = dict.fromkeys([*_PROVIDERS, *(spec.provider for spec in specs.values())])
    for provider in providers:
        own = [name for name, spec in specs.items() if spec.provider == provider]
        if own:
            lines += ["", _PROVIDERS.get(provider, provider)]
            lines += [text for name in own for text in line(cells[name])]
    return lines


def _cells(name: str, spec: EnvSpec) -> tuple[str, ...]:
    features = [spec.default_features, *(key for key in spec.features if key != spec.default_features)]
    sizes = ["?" if size is None else show(size) for size in (spec.observation_size, spec.action_size)]
    horizon = spec.defaults.get("episode_length", Config.episode_length)
    bare = name.removeprefix(f"{spec.provider}:")
    return bare, *sizes, show(horizon), spec.default_backend("cpu"), ", ".join(features)


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(
        text,
        width,
        initial_indent="  ",
        subsequent_indent="    ",
        break_on_hyphens=False,
        break_long_words=False,
    )
