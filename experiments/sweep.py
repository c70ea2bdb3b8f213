"""Trains many runs side by side: `diayn sweep --env=ant --num_skills=10 --seeds=0..7`."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from diayn_jax.config import Config, ConfigError, closest_matches, is_many, parse, parse_seeds
from experiments import flags, interrupt, start

COMMAND = (
    start.SEEDS,
    flags.Command(
        "grid",
        "values of a field; several --grid run every combination. Values that are lists or have commas are "
        "separated by ;",
        "NAME=A,B,…",
        repeats=True,
    ),
    flags.Command(
        "range",
        "range from which --random draws a traced hyperparameter, uniformly or log-uniformly",
        "NAME=LOW:HIGH[:log]",
        repeats=True,
    ),
    flags.whole_number("random", "how many configurations to draw from the ranges"),
    flags.whole_number("random_seed", "seed of the draws [default 0]", low=0),
    flags.whole_number(
        "max_lanes",
        "the most runs that train together [default as many as fit in memory; on a CPU 6 for each device]",
    ),
    flags.Command(
        "rank_by",
        "the figure that ranks configurations [default mi_normalised for diayn, policy_coverage or "
        "score for metra, lsd and csf, score for dads, return for task]",
        "FIGURE",
    ),
    flags.whole_number(
        "halving", "successive halving: at each rung, one configuration in FACTOR continues", "FACTOR"
    ),
    flags.whole_number(
        "first_rung",
        "steps of the first rung; each later one has FACTOR times as many [default from the configurations]",
    ),
    flags.whole_number(
        "pbt", "population-based training: every STEPS steps, the worst become copies of the best", "STEPS"
    ),
    flags.Command(
        "cluster",
        "train on a Ray cluster, several programs at a time: its address, or auto for the cluster of this "
        "machine",
        "ADDRESS",
    ),
    flags.whole_number(
        "program_cpus", "CPUs of a program on a cluster [default 1 with a GPU, else all of a machine]"
    ),
    flags.Command(
        "program_gpus", "GPUs of a program on a cluster, such as 0.5 [default 1 if there are any]", "N"
    ),
    flags.Command(
        "resume",
        "resume the sweep in this directory, or the one called --name",
        allowed="nothing, or the directory of a sweep; to resume by name, give --resume --name=NAME",
    ),
    flags.Command("dry_run", "print the configurations, the programs, memory and time"),
    start.TRUST,
    start.JSON,
    *flags.HELPS,
)

INTRO = """
Train many runs that differ in seeds and settings, and rank the settings.

  diayn sweep --env=ant --num_skills=10 --seeds=0..7
  diayn sweep --env=point --seeds=0..3 --grid=learning_rate=1e-4,3e-4,1e-3
  diayn sweep --env=point --random=16 --range=learning_rate=1e-4:1e-2:log
  diayn sweep --env=ant --seeds=0..63 --cluster=auto
  diayn resume runs/sweeps/NAME

Runs that differ only in seeds and traced hyperparameters are lanes of one program and train
together. Other runs, such as those of several environments, form groups, which train one after
another. The sweep goes to <log_dir>/sweeps/<name>/, where each run has its own directory. All
other flags apply to every run.
"""

CLOSING = """
Traced hyperparameters
  learning_rate, discount, tau, reward_scale, max_grad_norm, alpha, target_entropy,
  discriminator_learning_rate and others that do not change the shape of a program;
  if --range gets another field, its message lists them all

Runs that failed are named at the end. The exit code is 3 if all runs diverged.
""" + start.exit_codes(start.OF_TRAINING)


def sweep(parsed: flags.Parsed) -> int:
    """Runs the sweep of a command line; returns the exit code."""
    options, fields = parsed.command, dict(parsed.overrides)
    if len(parsed.operands) > 1:
        raise ConfigError(f"Name one sweep, by its directory; {len(parsed.operands)} are named.")
    path = parsed.operands[0] if parsed.operands else None
    if path is not None and not options["resume"]:
        raise ConfigError(f"{path}: to resume an existing sweep, add --resume. Flags begin with two dashes.")

    from diayn_jax import resolve

    known = resolve.all_fields(fields.get("objective", Config.objective), fields.get("agent", Config.agent))
    given: dict[str, Any] = {
        "seeds": None if options["seeds"] is None else parse_seeds(options["seeds"]),
        "grid": dict(_grid(text, known) for text in _once("grid", options["grid"])),
        "ranges": dict(_range(text) for text in _once("range", options["range"])),
    }
    own = ("random", "random_seed", "max_lanes", "rank_by", "halving", "first_rung", "pbt")
    given |= {name: options[name] for name in own}
    given = {name: value for name, value in given.items() if value not in (None, {})}
    cluster = _cluster(options)
    if options["dry_run"] and (options["resume"] or cluster):
        flag = "resume" if options["resume"] else "cluster"
        raise ConfigError(f"--dry_run is for a new sweep in this process. Leave --{flag} out.")
    if not options["resume"]:
        # The library checks this too, after JAX has started.
        from diayn_jax.sweeps import specification, sweep_files

        spec = specification.make_specification(fields, **given)
        wanted = {**fields, "worlds": specification.worlds(spec.fields, spec.configurations)}
        if fields.get("name"):
            sweep_files.check_new(sweep_files.folder(fields.get("log_dir", Config.log_dir), fields["name"]))
    if cluster is None:
        if options["resume"]:
            wanted = _devices(path, fields)
        start_jax(parsed, wanted)
    else:
        # This process does not train.
        start.start_jax(device="cpu", num_devices=1, say=start.say_for(parsed))

    if options["dry_run"]:
        return tell(parsed, {**given, **fields})

    from diayn_jax.storage.files import RunFileError
    from diayn_jax.sweeps import sweep, workers

    try:
        found = sweep.sweep(
            path=path,
            resume=options["resume"],
            trust=options["trust"],
            cluster=None if cluster is None else workers.Cluster(**cluster),
            say=start.say_for(parsed),
            **given,
            **fields,
        )
    except RunFileError as error:
        return start.fail(error, start.FAILED)
    if not options["json"]:
        start.say("")
    start.tell(found, options["json"])
    return exit_code(found)


def tell(parsed: flags.Parsed, options: Mapping[str, Any]) -> int:
    """Prints what a sweep with these options would do; returns the exit code."""
    from diayn_jax.sweeps import dry_run

    with interrupt.raised():  # It removes the folders that it makes.
        found = dry_run.dry_run_sweep(trust=parsed.command["trust"], say=start.say_for(parsed), **options)
    if parsed.command["json"]:
        start.say(json.dumps(found.as_json(), indent=2))
    return 0


def start_jax(parsed: flags.Parsed, wanted: Mapping[str, Any]) -> None:
    """Starts JAX for runs with these fields; `worlds` has their environments, each with its backend."""
    from diayn_jax import envs

    worlds = wanted.get("worlds", ())
    start.start_jax(
        say=start.say_for(parsed),
        device=wanted.get("device", Config.device),
        num_devices=wanted.get("num_devices", Config.num_devices),
        deterministic=wanted.get("deterministic", Config.deterministic),
        spare_threads=any(envs.factorises(envs.canonical(name), backend) for name, backend in worlds),
    )


def exit_code(found: Any) -> int:
    """Returns the exit code of a command that ran this `diayn_jax.Sweep`."""
    if found.stopped:
        return 128 + found.stopped
    if found.unended:
        return start.FAILED
    return start.DIVERGED if found.failures and not any(row.runs for row in found.rows) else 0


def _cluster(options: Mapping[str, Any]) -> dict[str, Any] | None:
    """Returns the fields of a `workers.Cluster`; None if the sweep trains in this process."""
    cpus, gpus = options["program_cpus"], options["program_gpus"]
    if not options["cluster"]:
        for name, value in (("program_cpus", cpus), ("program_gpus", gpus)):
            if value is not None:
                raise ConfigError(f"--{name} works only with --cluster. Give --cluster, or leave it out.")
        return None
    try:
        number = None if gpus is None else float(gpus)
    except ValueError:
        raise ConfigError(
            f"--program_gpus={gpus}: it takes a whole number, or a share such as 0.5."
        ) from None
    return {"address": options["cluster"], "cpus": cpus, "gpus": number}


def _once(flag: str, given: Sequence[str] | None) -> Sequence[str]:
    """Returns the texts of a repeated flag; each must name another field."""
    texts = given or ()
    names = [text.partition("=")[0] for text in texts]
    for name in names:
        if names.count(name) > 1:
            raise ConfigError(f"--{flag}={name}=… is given twice. Put all values into one flag.")
    return texts


def _grid(text: str, known: Mapping[str, Any]) -> tuple[str, tuple[Any, ...]]:
    name, equals, values = text.partition("=")
    if not equals:
        raise ConfigError(f"--grid={text}: it takes NAME=A,B,…, such as learning_rate=1e-4,1e-3.")
    if name not in known:
        raise ConfigError(f"--grid={name}=…: there is no such field.{closest_matches(name, known)}")
    words = values.split(";" if is_many(known[name]) or ";" in values else ",")
    return name, tuple(parse(known[name], word) for word in words if word.strip())


def _range(text: str) -> tuple[str, tuple[Any, ...]]:
    name, _, ends = text.partition("=")
    words = ends.split(":")
    try:
        numbers = [float(word) for word in words[:2]]
    except ValueError:
        numbers = []
    if len(numbers) != 2 or words[2:] not in ([], ["log"], ["linear"]):
        raise ConfigError(
            f"--range={text}: it takes NAME=LOW:HIGH or NAME=LOW:HIGH:log, such as "
            "learning_rate=1e-4:1e-2:log."
        )
    return name, (*numbers, *words[2:])


def _devices(path: str | None, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the fields of a resumed sweep that JAX needs before it starts."""
    from diayn_jax.sweeps import sweep_files

    if path is None:
        if not fields.get("name"):
            raise ConfigError("--resume: name the sweep, by its directory or its --name.")
        directory = sweep_files.folder(fields.get("log_dir", Config.log_dir), fields["name"])
    else:
        from diayn_jax.storage import files

        directory = files.expanded(path)
    return sweep_files.devices_of(directory) | dict(fields)


main = start.Main(
    sweep,
    COMMAND,
    INTRO,
    CLOSING,
    "--max_lanes, --replay_size, --batch_size or --num_envs",
    defaults=start.BY_ENVIRONMENT,
)

if __name__ == "__main__":
    start.leave(main)
