"""Lists the environments, or describes some in full: `diayn envs` and `diayn envs ant`."""

import json
import shutil
import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from diayn_jax.config import Config, show
from experiments import flags, start

if TYPE_CHECKING:
    from diayn_jax.envs import EnvSpec

COMMAND = (
    flags.Command("json", "print JSON, with all that is known of each environment"),
    flags.HELP,
)

INTRO = """
List the environments. With names, describe these in full: sizes, backends, features with
their units and meanings, variations, other spellings and defaults of their own. An
environment of Gymnasium, of Playground or of your own is made, to find its sizes.

  diayn envs
  diayn envs ant halfcheetah
  diayn envs gymnasium:CartPole-v1
  diayn envs --json
"""

CLOSING = start.exit_codes(start.OF_PRINTING)

_HEAD = ("environment", "obs", "act", "steps", "on CPUs", "features")

# The headings of the providers' tables.
_PROVIDERS = {
    "jax": "In pure JAX",
    "brax": "Brax",
    "tasks": "Tasks of Brax's robots",
    "gymnasium": "Gymnasium (extra gym; only on CPUs)",
    "playground": "MuJoCo Playground (extra playground; also as playground:NAME)",
    "own": "Your own",
}


def envs_command(parsed: flags.Parsed) -> int:
    """Prints what a command line asks for; returns the exit code."""
    from diayn_jax import envs

    specs = dict(sorted(envs.specs().items()))
    named = [envs.canonical(word) for word in parsed.operands]
    chosen = {name: envs.spec(name) for name in named} if named else specs
    if named and any(spec.observation_size is None for spec in chosen.values()):
        start.start_jax(device="cpu", num_devices=1, say=start.say_aside)
        chosen = {name: envs.full_spec(name) for name in chosen}
    if parsed.command["json"]:
        start.say(json.dumps({name: as_json(name, spec) for name, spec in chosen.items()}, indent=2))
    elif named:
        start.say("\n\n".join(about(name, spec) for name, spec in chosen.items()))
    else:
        start.say(table(specs))
    return 0


def table(specs: Mapping[str, "EnvSpec"], width: int | None = None) -> str:
    """Returns the table of environments, and what its columns are.

    Args:
      specs: the environments by name.
      width: characters of a line; None: the terminal's width, 80 to 100.
    """
    from diayn_jax.envs.providers import playground_table

    width = max(80, min(width or shutil.get_terminal_size().columns, 100))
    others = (
        "gymnasium:NAME-v0, any Gymnasium environment with bounded or discrete actions",
        f"playground:NAME, if its robot's files are installed: {', '.join(playground_table.OF_MENAGERIE)}",
        "package.module:factory, your own environment",
    )
    columns = (
        "obs and act: sizes of the observation and the action. steps: default episode length. on CPUs: the "
        "default backend there. The first feature is the default. diayn envs NAME describes one in full."
    )
    lines = [*_rows(specs, width), "", *textwrap.wrap(columns, width), "", "Others by name"]
    return "\n".join([*lines, *(line for text in others for line in _wrapped(text, width))])


def about(name: str, spec: "EnvSpec", width: int | None = None) -> str:
    """Returns all that is known of an environment; `width` is as in `table`."""
    width = max(80, min(width or shutil.get_terminal_size().columns, 100))
    facts = as_json(name, spec)
    on_cpus = spec.default_backend("cpu")
    defaults = " ".join(f"--{key}={show(value)}" for key, value in spec.defaults.items())
    lines = [
        name,
        *_wrapped(spec.about, width),
        *_wrapped(f"provider: {_PROVIDERS.get(spec.provider, spec.provider)}", width),
        *_wrapped(f"observation: {_known(facts['observation_size'])}; action: {_action(spec)}", width),
        *_wrapped(f"backends: {', '.join(spec.backends)} (on CPUs {on_cpus} by default)", width),
        *_wrapped(f"variations: {', '.join(f'--{field}' for field in spec.variations) or 'none'}", width),
        *_wrapped(f"symmetries (--symmetry): {', '.join(spec.symmetries) or 'none'}", width),
        *_wrapped(f"other spellings: {', '.join(facts['other_spellings']) or 'none'}", width),
        *_wrapped(f"defaults of its own: {defaults or 'none'}", width),
        "  features (--features=NAME; also obs and dims:0,1,…; for images latent):",
    ]
    if not facts["features"]:
        lines.append("    none of its own")
    for key, feature in facts["features"].items():
        first = " (default)" if key == spec.default_features else ""
        text = f"{key}{first}: {feature['size']}, {feature['unit']}: {feature['meaning']}"
        lines += [f"  {line}" for line in _wrapped(text, width - 2)]
    return "\n".join(lines)


def as_json(name: str, spec: "EnvSpec") -> dict[str, Any]:
    """Returns what is known of an environment in JSON's types; a size is None before it is made."""
    from diayn_jax import envs

    return {
        "about": spec.about,
        "provider": spec.provider,
        "observation_size": spec.observation_size,
        "action_size": spec.action_size,
        "num_actions": spec.num_actions,
        "image_shape": spec.image_shape,
        "backends": spec.backends,
        "default_backend_on_cpus": spec.default_backend("cpu"),
        "default_features": spec.default_features,
        "features": {
            key: {"size": f.size, "unit": f.unit, "meaning": f.meaning} for key, f in spec.features.items()
        },
        "variations": spec.variations,
        "symmetries": list(spec.symmetries),
        "defaults": {key: show(value) for key, value in spec.defaults.items()},
        "other_spellings": sorted(word for word, meant in envs.ALIASES.items() if meant == name),
    }


def _known(size: int | None) -> str:
    return "known when it is made" if size is None else show(size)


def _action(spec: "EnvSpec") -> str:
    return f"one of {spec.num_actions}" if spec.num_actions else _known(spec.action_size)


def _rows(specs: Mapping[str, "EnvSpec"], width: int) -> list[str]:
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


def _cells(name: str, spec: "EnvSpec") -> tuple[str, ...]:
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


main = start.Main(envs_command, COMMAND, INTRO, CLOSING, "", ())

if __name__ == "__main__":
    start.leave(main)
