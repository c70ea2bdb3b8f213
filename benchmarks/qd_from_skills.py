"""Compares QDax's algorithms started from skills with those started from random policies.

    python -m benchmarks.qd_from_skills --env=point --algorithm=pga_me

It measures the QD score over evaluations, and needs the extra `qdax`. Each seed first trains skills, only
from the run's own reward. Then the same algorithm runs twice, with the same settings, key, cells and number
of first solutions. One start has the run's skills among its first solutions, as plain networks, and random
policies for the rest; the other has only random policies. The cost of the skills is also given in
evaluations: environment steps of training divided by the steps of an episode.
"""

import argparse
import functools
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

import diayn_jax
from benchmarks import results
from diayn_jax.show.pictures import figure_style

ALGORITHMS = ("map_elites", "pga_me", "dcrl_me")
STARTS = ("skills", "random")
_COLOURS = {"skills": "#00609f", "random": "#df8000"}


class Curve(NamedTuple):
    """The curve of one run of an algorithm."""

    evaluations: np.ndarray  # [I + 1]; the first entry is for the first solutions
    qd_score: np.ndarray  # [I + 1]
    coverage: np.ndarray  # [I + 1]
    max_fitness: np.ndarray  # [I + 1]
    seconds: float


def make_emitter(name: str, task: Any, options: argparse.Namespace) -> Any:
    """Makes QDax's emitter of an algorithm, with QDax's defaults except for the sizes in the options."""
    from qdax.core.emitters.mutation_operators import isoline_variation
    from qdax.core.emitters.standard_emitters import MixingEmitter
    from qdax.core.neuroevolution.networks.networks import MLPDC

    variation = functools.partial(
        isoline_variation, iso_sigma=options.iso_sigma, line_sigma=options.line_sigma
    )
    if name == "map_elites":
        return MixingEmitter(
            mutation_fn=None, variation_fn=variation, variation_percentage=1.0, batch_size=options.batch
        )
    shared = {
        "critic_hidden_layer_size": (options.hidden_size,) * 2,
        "num_critic_training_steps": options.critic_steps,
        "num_pg_training_steps": options.policy_steps,
        "replay_buffer_size": options.replay_size,
    }
    if name == "pga_me":
        from qdax.core.emitters.pga_me_emitter import PGAMEConfig, PGAMEEmitter

        config = PGAMEConfig(env_batch_size=options.batch, **shared)
        return PGAMEEmitter(config, task.network, task.env, variation)
    from qdax.core.emitters.dcrl_me_emitter import DCRLMEConfig, DCRLMEEmitter

    half, quarter = options.batch // 2, options.batch // 4
    config = DCRLMEConfig(
        ga_batch_size=half, dcrl_batch_size=quarter, ai_batch_size=options.batch - half - quarter, **shared
    )
    actor = MLPDC(
        layer_sizes=task.network.layer_sizes, final_activation=jnp.tanh, kernel_init=task.network.kernel_init
    )
    return DCRLMEEmitter(config, task.network, actor, task.env, variation)


def make_search(task: Any, options: argparse.Namespace) -> Callable[[Any, int], Curve]:
    """Compiles the algorithm once: (first solutions, seed) -> its curve."""
    from qdax.core.map_elites import MAPElites

    algorithm = MAPElites(
        scoring_function=task.score,
        emitter=make_emitter(options.algorithm, task, options),
        metrics_function=task.figures,
    )
    centroids = task.centroids()
    init = jax.jit(algorithm.init)

    @functools.partial(jax.jit, donate_argnums=0)
    def chunk(carry):
        return jax.lax.scan(algorithm.scan_update, carry, length=options.chunk)

    def search(first: Any, seed: int) -> Curve:
        begun = time.perf_counter()
        init_key, key = jax.random.split(jax.random.key(seed))
        # Copied, because the carry is donated.
        repertoire, emitter, start = init(first, jnp.copy(centroids), init_key)
        carry = repertoire, emitter, key
        found = [jax.tree.map(lambda x: np.asarray(x)[None], start)]
        for _ in range(options.iterations // options.chunk):
            carry, figures = chunk(carry)
            found.append(jax.device_get(figures))
        joined = jax.tree.map(lambda *x: np.concatenate(x), *found)
        count = options.batch * np.arange(1, 2 + options.iterations)
        seconds = time.perf_counter() - begun
        return Curve(count, joined["qd_score"], joined["coverage"], joined["max_fitness"], seconds)

    return search


def train(options: argparse.Namespace, seed: int) -> Any:
    """Returns the skills of a seed: trained without writing files, or loaded."""
    if options.runs:
        return diayn_jax.load(options.runs[seed])
    fields: dict[str, Any] = {
        "env": options.env,
        "objective": options.objective,
        "episode_length": options.episode_length,
        "seed": seed,
        "log_dir": "none",
        "report": "none",
        "policy_hidden_sizes": (options.policy_size,) * 2,
        # QDax's environment observes the position too, and skills must work from any place.
        "policy_sees_position": options.env == "point",
    }
    if options.backend != "auto":
        fields["backend"] = options.backend
    if options.objective == "diayn":
        fields["num_skills"] = options.num_skills
    if options.train_steps:
        fields["num_env_steps"] = options.train_steps
    run = diayn_jax.train(**fields, say=lambda line: None)
    results.leave_if_stopped(run.stopped)
    return run


def first_solutions(run: Any, task: Any, options: argparse.Namespace, seed: int) -> dict[str, Any]:
    """Returns the first solutions of both starts, `batch` each."""
    from diayn_jax.use.folded_skills import plain_policies

    random = task.random(jax.random.key(1000 + seed), options.batch)
    skills = run.trainer.components.skills
    if skills.num_skills is None:
        keys = jax.random.split(jax.random.key(2000 + seed), options.num_skills)
        policies = plain_policies(run, skills.sample(keys))
    else:
        policies = plain_policies(run)
    taken = min(len(policies.skills), options.batch)
    mixed = jax.tree.map(
        lambda own, drawn: jnp.concatenate([own[:taken], drawn[taken:]]), policies.params, random
    )
    return {"skills": mixed, "random": random}


def evaluations_to(curve: Curve, score: float) -> float:
    """Returns the evaluations until a QD score is reached; inf if it is not reached."""
    there = np.flatnonzero(curve.qd_score >= score)
    return float(curve.evaluations[there[0]]) if len(there) else float("inf")


def tables(curves: dict[str, list[Curve]], cost: float, options: argparse.Namespace) -> list[results.Table]:
    """Makes the table of both starts: figures at the end, and evaluations to the final random score."""
    target = float(np.median([curve.qd_score[-1] for curve in curves["random"]]))
    ends = [
        [
            start,
            results.spread([float(curve.qd_score[0]) for curve in curves[start]]),
            results.spread([float(curve.qd_score[-1]) for curve in curves[start]]),
            results.spread([100 * float(curve.coverage[-1]) for curve in curves[start]]),
            results.spread([float(curve.max_fitness[-1]) for curve in curves[start]]),
            results.spread([evaluations_to(curve, target) for curve in curves[start]]),
        ]
        for start in STARTS
    ]
    header = [
        "first solutions",
        "QD score at first",
        "QD score at the end",
        "cells filled, %",
        "best return",
        f"evaluations to {results.number(target, 4)}",
    ]
    note = (
        f"min / median / max of {len(curves['random'])} seeds, {options.batch * (1 + options.iterations)} "
        "evaluations. The score in the last column is the median final score of random policies. The "
        f"environment steps that trained the skills are not counted: {results.number(cost)} evaluations."
    )
    return [results.Table(f"{options.algorithm} on {options.env}", header, ends, note)]


def picture(curves: dict[str, list[Curve]], options: argparse.Namespace, path: Path) -> Path:
    """Draws the QD score over evaluations: every seed, and the medians."""
    figure = figure_style.new_figure(7.0, 4.4)
    ax = figure.add_subplot()
    for start in STARTS:
        x = curves[start][0].evaluations
        for curve in curves[start]:
            ax.plot(x, curve.qd_score, color=_COLOURS[start], linewidth=0.8, alpha=0.4)
        middle = np.median([curve.qd_score for curve in curves[start]], axis=0)
        ax.plot(x, middle, color=_COLOURS[start], linewidth=2.2, label=f"from {start}")
    ax.set(xlabel="evaluations", ylabel="QD score")
    ax.legend(frameon=False)
    figure_style.style_axes(
        ax, f"{options.algorithm} on {options.env}", f"{len(curves['random'])} seeds and their median"
    )
    return figure_style.save(figure, path)


def parse() -> argparse.Namespace:
    """Parses the command line."""
    parser = results.parser(__doc__)
    parser.add_argument("--env", default="point", help="environment; it needs a backend in pure JAX")
    parser.add_argument(
        "--backend", default="auto", help="auto: the backend of the skills, if it is pure JAX"
    )
    parser.add_argument("--algorithm", default="map_elites", choices=ALGORITHMS)
    parser.add_argument("--objective", default="diayn", choices=("diayn", "metra"))
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument(
        "--num_skills", type=int, default=10, help="K, or the number of draws if skills are vectors"
    )
    parser.add_argument(
        "--runs", default="", help="directories of trained runs, separated by commas, one for each seed"
    )
    parser.add_argument(
        "--train_steps", type=int, default=0, help="training steps of the skills; 0: the preset's"
    )
    parser.add_argument("--episode_length", type=int, default=100)
    parser.add_argument(
        "--batch", type=int, default=64, help="number of first solutions, and of solutions per iteration"
    )
    parser.add_argument("--iterations", type=int, default=200)
    parser.add_argument("--chunk", type=int, default=20, help="iterations per compiled call")
    parser.add_argument("--centroids", type=int, default=1024)
    parser.add_argument(
        "--limits", default="", help="limits of xy, such as 15 for ±15 m; empty: the world, or ±30"
    )
    parser.add_argument("--iso_sigma", type=float, default=0.005)
    parser.add_argument("--line_sigma", type=float, default=0.05)
    parser.add_argument("--policy_size", type=int, default=64, help="units of both hidden layers of policies")
    parser.add_argument("--hidden_size", type=int, default=256, help="units of both hidden layers of critics")
    parser.add_argument("--critic_steps", type=int, default=300, help="critic updates per iteration")
    parser.add_argument("--policy_steps", type=int, default=100, help="gradient steps of each offspring")
    parser.add_argument("--replay_size", type=int, default=100_000)
    parser.add_argument("--quick", action="store_true", help="a run of a minute, whose figures mean nothing")
    parser.add_argument(
        "--name", default="", help="name of the result files [default qd_from_skills_ALGORITHM_ENV]"
    )
    parser.add_argument("--out", type=Path, default=results.DIRECTORY, help="folder of the results")
    options = parser.parse_args()
    if options.quick:
        options.seeds, options.iterations, options.chunk, options.centroids = 1, 4, 2, 64
        options.batch, options.episode_length, options.num_skills = 16, 20, 3
        options.train_steps = options.train_steps or 5000
        options.critic_steps, options.policy_steps, options.hidden_size = 10, 5, 16
        options.policy_size, options.replay_size = 16, 4000
    options.runs = [path for path in options.runs.split(",") if path]
    if options.runs:
        options.seeds = len(options.runs)
    if min(options.seeds, options.chunk, options.batch) < 1 or options.iterations < options.chunk:
        parser.error(
            "--seeds, --chunk and --batch must be 1 or more, and --iterations must be --chunk or more"
        )
    options.iterations -= options.iterations % options.chunk
    options.name = options.name or f"qd_from_skills_{options.algorithm}_{options.env}"
    return options


def main() -> None:
    """Measures, and writes the tables and the picture."""
    options = parse()
    # If QDax is missing, its error message names the extra.
    from diayn_jax.interop.qdax import repertoires
    from diayn_jax.interop.qdax.environment import Descriptor

    side = float(options.limits) if options.limits else None
    limits = None if side is None else ((-side, -side), (side, side))
    curves: dict[str, list[Curve]] = {start: [] for start in STARTS}
    cost: list[float] = []
    search = task = None
    for seed in range(options.seeds):
        run = train(options, seed)
        if run.config.env != options.env:
            raise SystemExit(f"--runs: {run.path} has env={run.config.env}. Give --env={run.config.env}.")
        options.objective = run.config.objective
        cost.append(int(run.state.counters.env_steps) / options.episode_length)
        if task is None or search is None:
            # All seeds have the same environment and networks.
            task = repertoires.task_of(
                run,
                descriptor=Descriptor("xy", limits),
                centroids=options.centroids,
                episode_length=options.episode_length,
                **({} if options.backend == "auto" else {"backend": options.backend}),
                descriptor_conditioned=options.algorithm == "dcrl_me",
            )
            search = make_search(task, options)
        for start, first in first_solutions(run, task, options, seed).items():
            curve = search(first, seed)
            curves[start].append(curve)
            print(
                f"seed {seed}, from {start}: QD score {curve.qd_score[0]:.4g} -> {curve.qd_score[-1]:.4g}, "
                f"{100 * curve.coverage[-1]:.3g} % of cells, {curve.seconds:.0f} s",
                flush=True,
            )
    found = tables(curves, float(np.mean(cost)), options)
    data = {
        # Paths of this machine are left out.
        "options": {name: x for name, x in vars(options).items() if name not in ("out", "runs")},
        "training_evaluations": cost,
        "curves": {
            start: [
                {name: x.tolist() if isinstance(x, np.ndarray) else x for name, x in curve._asdict().items()}
                for curve in each
            ]
            for start, each in curves.items()
        },
    }
    results.write(
        options.name,
        f"QD score of {options.algorithm} (QDax) on {options.env}, final xy on {options.centroids} cells, "
        f"episodes of {options.episode_length} steps: from {options.num_skills} skills "
        f"({options.objective}) among {options.batch} first solutions, and from random policies alone.",
        found,
        data,
        options.out,
    )
    drawn = picture(curves, options, options.out / f"{options.name}.png")
    for table in found:
        print("\n".join([f"\n{table.title}", *results.grid(table.header, table.rows)]))
    print(f"Wrote {drawn}")


if __name__ == "__main__":
    main()
