"""Compares objectives and agents: `diayn benchmark --envs=point_maze --methods=diayn,metra --steps=1M`."""

from typing import Any

from diayn_jax.config import Config, ConfigError, parse_seeds
from experiments import flags, start, sweep

COMMAND = (
    flags.Command("envs", "the environments, by name, separated by commas", "NAMES"),
    flags.Command(
        "methods",
        "the methods, separated by commas: an objective (metra), or an objective and an agent (metra/sac)",
        "NAMES",
    ),
    start.SEEDS._replace(help=start.SEEDS.help.replace("[default 0]", "[default 0,1,2]")),
    flags.whole_number("steps", "environment steps of each run"),
    flags.whole_number(
        "seconds",
        "instead of --steps: how long a run would train alone on this machine; a short trial of each method "
        "measures how many steps that is",
    ),
    start.TRUST,
    start.JSON,
    *flags.HELPS,
)

INTRO = """
Compare methods: train each one on each environment with each seed, and print how well skills
are told apart, how far they go and what they reach, with intervals over seeds.

  diayn benchmark --envs=point_maze,ant --methods=diayn,metra --seeds=0..4 --steps=1M
  diayn benchmark --envs=ant --methods=metra/ppo,metra/sac --seconds=300
  diayn benchmark runs/sweeps/NAME

A benchmark is a sweep: its runs, benchmark.md and compare.html go to <log_dir>/sweeps/<name>/.
With that folder, the command continues a benchmark that was stopped, or prints one again. All
other flags apply to every run.
"""

CLOSING = start.exit_codes(start.OF_TRAINING)


def benchmark(parsed: flags.Parsed) -> int:
    """Runs the benchmark of a command line; returns the exit code."""
    options, fields = parsed.command, dict(parsed.overrides)
    if len(parsed.operands) > 1:
        raise ConfigError(f"Name one benchmark, by its folder; {len(parsed.operands)} are named.")
    given: dict[str, Any] = {
        "envs": _names(options["envs"]),
        "methods": _names(options["methods"]),
        "seeds": None if options["seeds"] is None else parse_seeds(options["seeds"]),
        "steps": options["steps"],
        "seconds": options["seconds"],
    }
    given = {name: value for name, value in given.items() if value}
    backend = fields.get("backend", Config.backend)
    wanted = {**fields, "worlds": [(name, backend) for name in given.get("envs", ())]}
    if parsed.operands:
        from diayn_jax.storage import files
        from diayn_jax.sweeps import sweep_files

        given["path"] = parsed.operands[0]
        wanted = sweep_files.devices_of(files.expanded(parsed.operands[0])) | fields

    sweep.start_jax(parsed, wanted)

    from diayn_jax.storage.files import RunFileError
    from diayn_jax.sweeps.benchmark import benchmark as run_benchmark

    try:
        found = run_benchmark(**given, trust=bool(options["trust"]), say=start.say_for(parsed), **fields)
    except RunFileError as error:
        return start.fail(error, start.FAILED)
    start.tell(found, options["json"])
    return sweep.exit_code(found.sweep)


def _names(text: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in (text or "").split(",") if name.strip())


main = start.Main(
    benchmark,
    COMMAND,
    INTRO,
    CLOSING,
    "--num_envs, --replay_size or --batch_size",
    defaults=start.BY_ENVIRONMENT,
)

if __name__ == "__main__":
    start.leave(main)
