"""The skills of a run as an archive of quality-diversity solutions, for any library that reads NumPy's files.

An archive is a set of cells, each with the fittest solution whose descriptor falls into it (Mouret and Clune
2015, arXiv:1504.04909), on a tessellation of even cells (Vassiliades et al. 2018, arXiv:1610.05729). A
solution is a skill as a plain network (`use.folded_skills`); its fitness is the environment's own return.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import envs
from diayn_jax.config import AUTO, ConfigError, closest_matches, show
from diayn_jax.evaluation import metrics
from diayn_jax.evaluation.metrics import Archive, Trajectories
from diayn_jax.show import report
from diayn_jax.show.pictures.repertoire import Cells, repertoire_figure, write
from diayn_jax.storage import files
from diayn_jax.types import Box
from diayn_jax.use.folded_skills import PlainPolicies, plain_policies
from diayn_jax.use.loading import Run

AGGREGATES = ("final", "mean")  # over an episode: the last value, and the mean


class Repertoire(NamedTuple):
    """n solutions, the fittest of its cell each, in order of their cells."""

    genotypes: Mapping[str, np.ndarray]  # name such as Dense_0/kernel -> [n, ...], float32
    descriptors: np.ndarray  # [n, D]
    fitness: np.ndarray  # [n]
    cell: np.ndarray  # [n], int: which centroid
    skill: np.ndarray  # [n, ...]: which skill it is, as the run stores it
    centroids: np.ndarray  # [C, D]
    archive: Archive  # bounds, and the offset of a fitness
    names: tuple[str, ...]  # of the descriptors, with their units, D of them
    about: Mapping[str, Any]  # where it comes from: environment, episode_length, …

    def figures(self) -> dict[str, float]:
        """`qd/coverage`, `qd/max_fitness` and `qd/score`."""
        return metrics.archive_figures(self.cell, self.fitness, self.archive.offset, len(self.centroids))


def make_repertoire(
    run: Run,
    descriptors: str = "xy",
    bounds: Box | None = None,
    *,
    centroids: int = metrics.CENTROIDS,
    episodes: int = 1,
    draws: int | None = None,
) -> Repertoire:
    """The fittest skill of each cell, by fresh episodes of their modes; the same at each call.

    Args:
      run: whose skills.
      descriptors: features, separated by commas, such as `xy` or `x,mean:torso`: their values at the end of
        an episode, or with `mean:` in front their means over it.
      bounds: two corners of the box of descriptors, [D] each. None: of `xy` the world, or ±30 m where it is
        open; of others what these skills span.
      centroids: cells.
      episodes: of each skill, whose descriptors and returns are averaged.
      draws: where skills are vectors, so many of them instead of those that stand for all.

    Raises:
      ConfigError: features or bounds that there are not; numbers below 1; policies that are no plain
        networks.
    """
    for name, number in (("centroids", centroids), ("episodes", episodes), ("draws", draws)):
        if number is not None and number < 1:
            raise ConfigError(f"{name}={number}: takes a whole number, 1 or more.")
    skills = _solutions(run, draws)
    policies = plain_policies(run, skills)
    key = jax.random.fold_in(jax.random.key(run.config.seed), 0x617263)
    played = run.evaluator.rollouts(
        run.state,
        key,
        _played(run, jnp.repeat(skills, episodes, axis=0)),
        run.config.episode_length,
        True,
        True,
    )
    played = jax.device_get(played)
    values, names, default = describe(run.trainer.env, played, descriptors)
    fitness = metrics.episode_returns(played)
    values, fitness = (_mean_of_skill(x, episodes) for x in (values, fitness))
    known = np.flatnonzero(np.isfinite(fitness) & np.isfinite(values).all(axis=-1))
    if not len(known):
        raise ConfigError(f"{run.trainer.env.name}: physics broke down in the first step of every episode.")
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
        "skills": run.trainer.skills.name,
        "episode_length": run.config.episode_length,
        "episodes": episodes,
        "descriptors": descriptors,
        "observation": ["obs", *policies.appended],
        "hidden_sizes": list(policies.hidden_sizes),
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


def policies(repertoire: Repertoire) -> PlainPolicies:
    """The solutions of an archive as plain networks, in its order.

    Raises:
      ConfigError: genotypes that are no layers of a multilayer perceptron.
    """
    layers: dict[str, dict[str, jax.Array]] = {}
    for name, x in repertoire.genotypes.items():
        layer, _, kind = name.rpartition("/")
        layers.setdefault(layer, {})[kind] = jnp.asarray(x, jnp.float32)
    wanted = [f"Dense_{number}" for number in range(len(layers))]
    if sorted(layers) != sorted(wanted) or any(set(x) != {"kernel", "bias"} for x in layers.values()):
        raise ConfigError(
            f"the archive's genotypes are {', '.join(repertoire.genotypes)}; plain networks have kernel and "
            "bias of Dense_0, Dense_1, …"
        )
    count, size = len(repertoire.cell), None  # numbers that the layer before gives
    for name in wanted:
        kernel, bias = layers[name]["kernel"].shape, layers[name]["bias"].shape
        fits = len(kernel) == 3 and min(kernel[1:]) > 0 and size in (None, kernel[1])
        if not fits or kernel[0] != count or bias != (count, kernel[2]):
            given = f"[n, {size or 'any'}, m] and [n, m]"
            raise ConfigError(
                f"the archive's {name} has a kernel of {[*kernel]} and a bias of {[*bias]}; of n = {count} "
                f"networks they are {given}."
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
    """Descriptors of episodes by name.

    Args:
      env: what was played in.
      played: N episodes, with observations.
      descriptors: as `make_repertoire` takes them.

    Returns:
      [N, D], NaN of episodes without a step; the names of their columns; and the bounds that they have by
      themselves, of the final xy alone.

    Raises:
      ConfigError: a feature that the environment has not.
    """
    valid = np.asarray(played.valid)
    length = valid.sum(axis=0)
    columns: list[np.ndarray] = []
    names: list[str] = []
    parts = [part.strip() for part in descriptors.split(",")]
    for part in parts:
        aggregate, _, name = part.rpartition(":")
        aggregate = aggregate or "final"
        if aggregate not in AGGREGATES or name not in env.features:
            known = [f"{x}{name}" for x in ("", "mean:") for name in env.features]
            raise ConfigError(
                f"--descriptors={descriptors}: {env.name} has no {part or 'feature without a name'}."
                f"{closest_matches(part, known)} It has: {', '.join(env.features)}, each also as mean:NAME."
            )
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
        labels = _labels(name, feature.size)
        unit = f" ({feature.unit})" if feature.unit else ""
        names += [f"{'' if aggregate == 'final' else 'mean '}{label}{unit}" for label in labels]
    default = (env.world or metrics.OPEN_WORLD) if parts == ["xy"] else None
    return np.concatenate(columns, axis=-1), tuple(names), default


def _labels(name: str, size: int) -> list[str]:
    if size == 1:
        return [name]
    return list(name) if len(name) == size else [f"{name}[{i}]" for i in range(size)]


def _solutions(run: Run, draws: int | None) -> np.ndarray:
    """The skills that are to be solutions, [N, ...]."""
    space = run.trainer.skills
    if draws is None:
        return np.asarray(space.probes)
    if space.num_skills is not None:
        raise ConfigError(f"draws={draws}: {space.name} are {space.num_skills}, all of which are taken.")
    keys = jax.random.split(jax.random.fold_in(jax.random.key(run.config.seed), 0x647261), draws)
    return np.asarray(space.sample(keys))


def _played(run: Run, skills: Any) -> Any:
    """Skills as `Evaluator.rollouts` takes them: places among the probes, or vectors."""
    return skills.astype(jnp.int32) if run.trainer.skills.num_skills is not None else skills


def _mean_of_skill(values: np.ndarray, episodes: int) -> np.ndarray:
    """Means over the episodes of each skill, which stand together: [N · episodes, ...] -> [N, ...]."""
    return values.reshape(-1, episodes, *values.shape[1:]).mean(axis=1)


def _bounds(
    values: np.ndarray, names: Sequence[str], bounds: Box | None, default: Box | None
) -> tuple[np.ndarray, np.ndarray]:
    """The corners of the box of descriptors, [D] each.

    Raises:
      ConfigError: of another number than the descriptors, or without a width.
    """
    given = bounds or default
    if given is None:
        low, high = np.nanmin(values, axis=0), np.nanmax(values, axis=0)
        flat = high - low < 1e-6 * np.maximum(np.abs(high), 1.0)
        return np.where(flat, low - 0.5, low), np.where(flat, high + 0.5, high)
    low, high = (np.asarray(end, np.float64) for end in given)
    if low.shape != (len(names),) or high.shape != (len(names),):
        raise ConfigError(
            f"--bounds={show((*low.ravel(), *high.ravel()))}: the descriptors are {', '.join(names)}. Give "
            f"{len(names)} lowest values, then {len(names)} highest."
        )
    if not (np.isfinite(low).all() and np.isfinite(high).all() and (low < high).all()):
        raise ConfigError(
            f"--bounds={show((*low, *high))}: of each descriptor the highest is to be above the lowest."
        )
    return low, high


def draw(repertoire: Repertoire, directory: Path, name: str) -> list[Path]:
    """Draws a repertoire as PNG and SVG; returns the paths.

    Raises:
      RunFileError: a file that cannot be written.
    """
    about, archive = repertoire.about, repertoire.archive
    cells = Cells(
        centroids=repertoire.centroids,
        low=np.asarray(archive.low),
        high=np.asarray(archive.high),
        cell=repertoire.cell,
        descriptors=repertoire.descriptors,
        fitness=repertoire.fitness,
        names=repertoire.names,
    )
    title = " ".join(filter(None, [f"{about.get('env', '')}", f"{about.get('run', '')}"]))
    # Of vectors a place in the picture says more than the numbers.
    labels = [str(z) for z in repertoire.skill] if repertoire.skill.ndim == 1 else ()
    figure = repertoire_figure(
        cells,
        title=title,
        note=f"{len(repertoire.cell)} of {len(repertoire.centroids)} cells filled; dots: the solutions",
        labels=labels,
        fitness="the environment's own return",
    )
    return write(figure, directory, name)


def show_on_report(repertoire: Repertoire, directory: str | Path, name: str = "") -> list[Path]:
    """Draws a repertoire, such as one that a search has filled, into a run's directory and on its report.

    Args:
      repertoire: of QDax's by `interop.qdax.repertoires.to_archive`.
      directory: of the run; where it has no report yet, the next one that is written has the picture.
      name: tells several apart: `repertoire-NAME.png`.

    Returns:
      What was written: PNG, SVG, and the report where there is one.

    Raises:
      ConfigError: no directory, as of a run with `log_dir="none"`.
      RunFileError: a file that cannot be written.
    """
    directory = files.expanded(directory)
    written = draw(repertoire, directory, f"repertoire-{name}" if name else "repertoire")
    page = report.show_pictures(directory)
    return written if page is None else [*written, page]


def describe_figures(repertoire: Repertoire) -> str:
    """What an archive comes to, in a few lines."""
    archive, found = repertoire.archive, repertoire.figures()
    span = ", ".join(
        f"{name} in {low:g} … {high:g}"
        for name, low, high in zip(repertoire.names, archive.low, archive.high, strict=True)
    )
    share = f"{len(repertoire.cell)} of {len(repertoire.centroids)} cells filled"
    score = f"qd/score {found['qd/score']:.4g} with {archive.offset:g} added to each return"
    return f"{share}; {span}\nreturn at most {found['qd/max_fitness']:.4g}; {score}"
