"""Makes an archive of quality-diversity solutions from the skills of a run.

An archive divides the space of descriptors into even cells (Vassiliades et al. 2018, arXiv:1610.05729). Each
cell keeps the fittest solution whose descriptor falls into it (Mouret and Clune 2015, arXiv:1504.04909). A
solution is a skill as a plain network (`use.folded_skills`), and its fitness is the environment's own return.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import envs, resolve
from diayn_jax.config import AUTO, Config, ConfigError, check_whole, closest_matches, in_arguments, show
from diayn_jax.evaluation import metrics
from diayn_jax.evaluation.metrics import Archive, Trajectories
from diayn_jax.machine import capacity
from diayn_jax.number_format import number
from diayn_jax.show import report
from diayn_jax.show.pictures import figure_style
from diayn_jax.show.pictures.repertoire import Cells, repertoire_figure
from diayn_jax.storage import files
from diayn_jax.types import Box
from diayn_jax.use.folded_skills import PlainPolicies, plain_policies
from diayn_jax.use.loaded_run import Run

AGGREGATES = ("final", "mean")  # a feature's last value, or its mean, over an episode


class Repertoire(NamedTuple):
    """n solutions in the order of their cells. Each is the fittest solution of its cell."""

    genotypes: Mapping[str, np.ndarray]  # name such as Dense_0/kernel -> [n, ...], float32
    descriptors: np.ndarray  # [n, D]
    fitness: np.ndarray  # [n]
    cell: np.ndarray  # [n], int: the index of the centroid
    skill: np.ndarray  # [n, ...]: the skill, as the run stores it
    centroids: np.ndarray  # [C, D]
    archive: Archive  # the bounds, and the offset of the fitness
    names: tuple[str, ...]  # the names of the D descriptors, with their units
    about: Mapping[str, Any]  # the origin of the solutions: environment, episode_length, …

    def figures(self) -> dict[str, float]:
        """Returns `qd/coverage`, `qd/max_fitness` and `qd/score`."""
        return metrics.archive_figures(self.cell, self.fitness, self.archive.offset, len(self.centroids))


@in_arguments
def make_repertoire(
    run: Run,
    descriptors: str = "xy",
    bounds: Box | None = None,
    *,
    centroids: int = metrics.CENTROIDS,
    episodes: int = 1,
    draws: int | None = None,
) -> Repertoire:
    """Plays fresh episodes of the skills' modes, and keeps the fittest skill of each cell.

    The result is the same at each call, because the key comes from the run's seed.

    Args:
      descriptors: features, separated by commas, such as `xy` or `x,mean:torso`. A descriptor is the
        feature's value at the end of an episode, or its mean over the episode with the prefix `mean:`.
      bounds: two corners of the box of descriptors, [D] each. None: for `xy` the world, or ±30 m if it is
        open; for other descriptors the range of these skills.
      centroids: the number of cells.
      episodes: the number of episodes of each skill; descriptors and returns are averaged over them.
      draws: the number of skills to draw if skills are vectors; None: the skills that represent all of them.

    Raises:
      ConfigError: a feature is unknown; the bounds do not fit; a number is below 1; the skills cannot become
        plain networks; or every episode breaks down in its first step.
    """
    check_whole(centroids=centroids, episodes=episodes, draws=draws)
    # Wrong descriptors and bounds are refused before anything is played.
    named = columns_of(run.trainer.env, descriptors)[1]
    if bounds is not None:
        _check_bounds(named, bounds)
    skills = _solutions(run, draws)
    step, length = capacity.step_bytes(run.evaluator.env), run.config.episode_length
    capacity.check_episodes("--episodes", episodes, len(skills) * episodes, length, step, longer="")
    policies = plain_policies(run, skills)
    key = jax.random.fold_in(jax.random.key(run.config.seed), 0x617263)
    each: Any = jnp.repeat(skills, episodes, axis=0)
    played = run.evaluator.rollouts(
        run.state,
        key,
        # The evaluator takes indices of probes, or vectors.
        each.astype(jnp.int32) if run.trainer.components.skills.num_skills is not None else each,
        run.config.episode_length,
        True,
        True,
    )
    played = jax.device_get(played)
    values, names, default = describe(run.trainer.env, played, descriptors)
    fitness = metrics.episode_returns(played)
    # [N · episodes, ...] -> [N, ...]: the episodes of a skill are adjacent.
    values, fitness = (x.reshape(-1, episodes, *x.shape[1:]).mean(axis=1) for x in (values, fitness))
    known = np.flatnonzero(np.isfinite(fitness) & np.isfinite(values).all(axis=-1))
    if not len(known):
        raise ConfigError(f"{run.trainer.env.name}: the physics broke down in every episode's first step.")
    low, high = _bounds(values[known], names, bounds, default)
    archive = Archive(
        tuple(map(float, low)),
        tuple(map(float, high)),
        offset=run.trainer.env.reward_offset * run.config.episode_length,
        centroids=centroids,
    )
    cell = metrics.archive_cells(values[known], archive)
    kept = known[metrics.elites(cell, fitness[known])]
    flat = {
        "/".join(key.key for key in path[1:]): np.asarray(x)[kept]
        for path, x in jax.tree_util.tree_leaves_with_path(policies.params)
    }
    about = {
        "env": run.config.env,
        "backend": run.trainer.env.backend,
        "run": run.path.name if run.path is not None else "",
        "env_steps": int(run.state.counters.env_steps),
        "objective": run.config.objective,
        "skills": run.trainer.components.skills.name,
        "episode_length": run.config.episode_length,
        "episodes": episodes,
        "descriptors": descriptors,
        "observation": ["obs", *policies.appended],
        "hidden_sizes": list(policies.hidden_sizes),
        **_variations(run.config),
    }
    return Repertoire(
        genotypes=flat,
        descriptors=values[kept],
        fitness=fitness[kept],
        cell=metrics.archive_cells(values[kept], archive),
        skill=np.asarray(skills)[kept],
        centroids=metrics.cvt_centroids(archive.low, archive.high, centroids, archive.seed),
        archive=archive,
        names=names,
        about=about,
    )


def _variations(config: Config) -> dict[str, Any]:
    """Returns the variations of a run's world whose values are not the defaults, in JSON types."""
    usual, made = envs.Variation()._asdict(), resolve.to_json(config)
    return {name: made[name] for name, value in usual.items() if getattr(config, name) != value}


def policies(repertoire: Repertoire) -> PlainPolicies:
    """Returns the solutions of an archive as plain networks, in the archive's order.

    Raises:
      ConfigError: the genotypes are not the layers of a multilayer perceptron.
    """
    layers: dict[str, dict[str, jax.Array]] = {}
    for name, x in repertoire.genotypes.items():
        layer, _, kind = name.rpartition("/")
        layers.setdefault(layer, {})[kind] = jnp.asarray(x, jnp.float32)
    wanted = [f"Dense_{layer}" for layer in range(len(layers))]
    if sorted(layers) != sorted(wanted) or any(set(x) != {"kernel", "bias"} for x in layers.values()):
        raise ConfigError(
            f"the archive's genotypes are {', '.join(repertoire.genotypes)}; plain networks have a kernel "
            "and a bias for each of Dense_0, Dense_1, …"
        )
    count, size = len(repertoire.cell), None  # the number of outputs of the previous layer
    for name in wanted:
        kernel, bias = layers[name]["kernel"].shape, layers[name]["bias"].shape
        fits = len(kernel) == 3 and min(kernel[1:]) > 0 and size in (None, kernel[1])
        if not fits or kernel[0] != count or bias != (count, kernel[2]):
            given = f"[n, {size or 'any'}, m] and [n, m]"
            raise ConfigError(
                f"the archive's {name} has a kernel of {[*kernel]} and a bias of {[*bias]}; with n = {count} "
                f"networks they must be {given}."
            )
        size = kernel[2]
    widths = [layers[name]["bias"].shape[-1] for name in wanted]
    return PlainPolicies(
        params={"params": {name: layers[name] for name in wanted}},
        skills=jnp.arange(len(repertoire.cell)),
        input_size=layers["Dense_0"]["kernel"].shape[1],
        appended=tuple(repertoire.about.get("observation", ["obs"])[1:]),
        hidden_sizes=tuple(widths[:-1]),
        action_size=widths[-1],
        backend=str(repertoire.about.get("backend", AUTO)),
    )


def describe(
    env: envs.Env, played: Trajectories, descriptors: str
) -> tuple[np.ndarray, tuple[str, ...], Box | None]:
    """Computes the descriptors of episodes.

    Args:
      played: N episodes, with observations.
      descriptors: the names of the descriptors, see `make_repertoire`.

    Returns:
      The descriptors [N, D], which are NaN for episodes without a step; the names of their columns; and their
      default bounds, which only `xy` has (None for others).

    Raises:
      ConfigError: the environment does not have a feature.
    """
    valid = np.asarray(played.valid)
    length = valid.sum(axis=0)
    columns: list[np.ndarray] = []
    parts, names = columns_of(env, descriptors)
    for aggregate, name in parts:
        feature = env.features[name]
        if feature.dims is not None:
            assert played.obs is not None
            values = np.asarray(played.obs)[..., list(feature.dims)]
        else:
            values = np.asarray(played.features[name])
        values = values.astype(np.float64)
        if aggregate == "mean":
            total = np.where(valid[..., None], values, 0.0).sum(axis=0)
            found = total / np.maximum(length, 1)[:, None]
        else:
            found = values[np.maximum(length, 1) - 1, np.arange(len(length))]
        columns.append(np.where(length[:, None] > 0, found, np.nan))
    default = (env.world or metrics.OPEN_WORLD) if parts == [("final", "xy")] else None
    return np.concatenate(columns, axis=-1), names, default


def columns_of(env: envs.Env, descriptors: str) -> tuple[list[tuple[str, str]], tuple[str, ...]]:
    """Reads the names of descriptors, see `make_repertoire`.

    Returns:
      The aggregate and the feature of each, and the names of all D columns.

    Raises:
      ConfigError: the environment does not have a feature.
    """
    if not isinstance(descriptors, str):
        raise ConfigError(f"--descriptors={descriptors!r}: give text, such as 'xy' or 'x,mean:torso'.")
    parts: list[tuple[str, str]] = []
    names: list[str] = []
    for part in (part.strip() for part in descriptors.split(",")):
        aggregate, _, name = part.rpartition(":")
        aggregate = aggregate or "final"
        if aggregate not in AGGREGATES or name not in env.features:
            known = [f"{x}{name}" for x in ("", "mean:") for name in env.features]
            raise ConfigError(
                f"--descriptors={descriptors}: {env.name} has no {part or 'feature without a name'}."
                f"{closest_matches(part, known)} It has: {', '.join(env.features)}; each also as mean:NAME."
            )
        parts.append((aggregate, name))
        feature = env.features[name]
        unit = f" ({feature.unit})" if feature.unit else ""
        mean = "" if aggregate == "final" else "mean "
        names += [f"{mean}{label}{unit}" for label in _labels(name, feature.size)]
    return parts, tuple(names)


def _labels(name: str, size: int) -> list[str]:
    if size == 1:
        return [name]
    return list(name) if len(name) == size else [f"{name}[{i}]" for i in range(size)]


def _solutions(run: Run, draws: int | None) -> np.ndarray:
    """Returns the skills that become solutions, [N, ...]."""
    space = run.trainer.components.skills
    if draws is None:
        return np.asarray(space.probes)
    if space.num_skills is not None:
        raise ConfigError(
            f"draws={draws}: {space.name} skills are not drawn; all {space.num_skills} of them are used. "
            "Leave it out."
        )
    keys = jax.random.split(jax.random.fold_in(jax.random.key(run.config.seed), 0x647261), draws)
    return np.asarray(space.sample(keys))


def _bounds(
    values: np.ndarray, names: Sequence[str], bounds: Box | None, default: Box | None
) -> tuple[np.ndarray, np.ndarray]:
    """Returns the corners of the box of descriptors, [D] each.

    Raises `ConfigError` if the number of bounds is not that of the descriptors, or a bound is wrong.
    """
    given = bounds or default
    if given is None:
        low, high = np.nanmin(values, axis=0), np.nanmax(values, axis=0)
        flat = high - low < 1e-6 * np.maximum(np.abs(high), 1.0)
        return np.where(flat, low - 0.5, low), np.where(flat, high + 0.5, high)
    return _check_bounds(names, given)


def _check_bounds(names: Sequence[str], given: Box) -> tuple[np.ndarray, np.ndarray]:
    """Returns the given corners, [D] each; raises `ConfigError` as `_bounds` does."""
    low, high = (np.asarray(end, np.float64) for end in given)
    if low.shape != (len(names),) or high.shape != (len(names),):
        raise ConfigError(
            f"--bounds={show((*low.ravel(), *high.ravel()))}: the descriptors are {', '.join(names)}. Give "
            f"{len(names)} lowest values, then {len(names)} highest values."
        )
    if not (np.isfinite(low).all() and np.isfinite(high).all() and (low < high).all()):
        raise ConfigError(
            f"--bounds={show((*low, *high))}: each highest value must be finite and above the lowest."
        )
    return low, high


def draw(repertoire: Repertoire, directory: Path, name: str) -> list[Path]:
    """Draws a repertoire as PNG and SVG; returns the paths.

    Raises:
      RunFileError: a file cannot be written.
    """
    about, archive = repertoire.about, repertoire.archive
    shared: Any = {name: x for name, x in repertoire._asdict().items() if name in Cells._fields}
    cells = Cells(low=np.asarray(archive.low), high=np.asarray(archive.high), **shared)
    title = " ".join(filter(None, [f"{about.get('env', '')}", f"{about.get('run', '')}"]))
    # Skills that are vectors have no labels: their position in the picture is clearer than their numbers.
    labels = [str(z) for z in repertoire.skill] if repertoire.skill.ndim == 1 else ()
    figure = repertoire_figure(
        cells,
        title=title,
        note=f"{len(repertoire.cell)} of {len(repertoire.centroids)} cells filled; dots: the solutions",
        labels=labels,
        fitness="the environment's own return",
    )
    return figure_style.save_all({name: figure}, directory)


def show_on_report(repertoire: Repertoire, directory: str | Path, name: str = "") -> list[Path]:
    """Draws a repertoire into a run's directory and adds the picture to its report.

    Args:
      repertoire: an archive. `interop.qdax.repertoires.to_archive` makes one from QDax's repertoire.
      directory: the run's directory. If it has no report yet, the next report has the picture.
      name: a name that distinguishes several pictures, as in `repertoire-NAME.png`.

    Returns:
      The paths of the files: PNG, SVG, and the report if there is one.

    Raises:
      ConfigError: `directory` is not a path, for example because the run has `log_dir="none"`.
      RunFileError: a file cannot be written.
    """
    directory = files.expanded(directory)
    written = draw(repertoire, directory, f"repertoire-{name}" if name else "repertoire")
    page = report.show_pictures(directory)
    return written if page is None else [*written, page]


def describe_figures(repertoire: Repertoire) -> str:
    """Describes an archive's figures in two lines."""
    archive, found = repertoire.archive, repertoire.figures()
    span = ", ".join(
        f"{name} in {number(low)} … {number(high)}"
        for name, low, high in zip(repertoire.names, archive.low, archive.high, strict=True)
    )
    share = f"{len(repertoire.cell)} of {len(repertoire.centroids)} cells filled"
    score = f"qd/score {number(found['qd/score'])} with {number(archive.offset)} added to each return"
    return f"{share}; {span}\nreturn at most {number(found['qd/max_fitness'])}; {score}"
