"""Trains skills: `python -m experiments.run --env=ant --num_skills=10`."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from diayn_jax.config import AUTO, Config, ConfigError, from_json, make_config
from experiments import flags, start

COMMAND = (
    flags.Command("config", "Repeat the run of this config.json; flags beside it win.", "FILE"),
    flags.Command("resume", "Continue the run of this --name, or else the latest run of this config."),
    flags.Command("list_envs", "Print all environments and exit."),
    flags.Command("version", "Print the version and exit."),
    flags.Command("help", "Print this and exit."),
)

INTRO = """
Train DIAYN skills: behaviours that a discriminator can tell apart, without any reward.

  python -m experiments.run --env=ant --num_skills=10
  python -m experiments.run --env=point --num_skills=6 --name=first --seed=1

Figures, skills, plots and checkpoints go to <log_dir>/<env>/<name>/. Ctrl-C saves and stops;
the same command with --resume continues, bit for bit. --config=<run>/config.json repeats a run.
Whole numbers may be written as 1_000_000 or 1e6; lists as 256,256; switches as --x, --nox or
--x=false. Some environments bring defaults of their own, which --list_envs shows.
"""

CLOSING = """
Environment variables
  JAX_ENABLE_COMPILATION_CACHE=false  compile anew, keep nothing. Compiled programs are otherwise
                                      kept in $XDG_CACHE_HOME/diayn_jax (~/.cache/diayn_jax).
  TF_CPP_MIN_LOG_LEVEL=0              show all messages of XLA.

Exit codes
  0 done   2 refused: a flag, or what a flag asks of this machine   3 training diverged (NaN or
  inf); the last good checkpoint is kept   130, 143 stopped by Ctrl-C or SIGTERM, after saving
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit code."""
    start.quiet()
    try:
        parsed = flags.parse(sys.argv[1:] if argv is None else argv, COMMAND)
        return _run(parsed)
    except ConfigError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        # Before or after training, which handles signals itself.
        print("Interrupted.", file=sys.stderr)
        return 130


def _run(parsed: flags.Parsed) -> int:
    if parsed.command["help"]:
        print(flags.help_text(INTRO, COMMAND, CLOSING), end="")
        return 0
    if parsed.command["version"]:
        from importlib.metadata import version

        print(f"diayn_jax {version('diayn_jax')}")
        return 0
    if parsed.command["list_envs"]:
        print(env_table())
        return 0
    resume = parsed.command["resume"]
    said = dict(parsed.overrides)
    if parsed.command["config"]:
        said = repeated(Path(parsed.command["config"]), said, resume)

    device = start.start_jax(
        device=said.get("device", AUTO),
        num_devices=said.get("num_devices", AUTO),
        deterministic=said.get("deterministic", False),
    )
    from diayn_jax import envs, runner

    defaults = envs.core.spec(said.get("env", Config.env)).defaults
    config = make_config(said, env_defaults=defaults, device=device)
    runner.run(config, resume=resume)
    return 0


def repeated(path: Path, said: Mapping[str, Any], resume: bool) -> dict[str, Any]:
    """The fields of a run's `config.json`, with what is said beside it on top.

    Raises:
      ConfigError: a file that cannot be read, or is no config.
    """
    if path.is_dir():
        path = path / "config.json"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        data = data.get("config", data)
    except (OSError, ValueError, AttributeError) as error:
        raise ConfigError(f"--config={path}: cannot be read ({error}). Name a run's config.json.") from None
    try:
        fields = {**vars(from_json(data))}
    except ConfigError as error:
        raise ConfigError(f"--config={path}: {error}") from None
    if "preset" in said and said["preset"] != fields["preset"]:
        raise ConfigError(
            f"--preset={said['preset']}: the config is of preset {fields['preset']}. Leave out one of "
            "--preset and --config."
        )
    if resume:
        run = path.resolve().parent
        if run.parent.name == fields["env"]:
            fields |= {"log_dir": str(run.parent.parent), "name": run.name}
    else:
        # A new run gets a name of its own.
        fields["name"] = ""
    return {**fields, **said}


def env_table() -> str:
    """All environments: provider, backends, features, horizon."""
    from diayn_jax import envs

    head = ("environment", "provider", "backends", "episode_length")
    rows = [
        (
            name,
            spec.provider,
            ", ".join(spec.backends),
            str(spec.defaults.get("episode_length", Config.episode_length)),
        )
        for name, spec in sorted(envs.specs().items())
    ]
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    lines = ("  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)) for row in [head, *rows])
    return "\n".join(line.rstrip() for line in lines)


if __name__ == "__main__":
    sys.exit(main())
