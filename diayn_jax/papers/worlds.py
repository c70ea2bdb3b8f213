"""Draws the figures of small worlds: the box, the effect of entropy, learned priors, the gridworld."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap

from diayn_jax.envs import Env, PlaneScene
from diayn_jax.evaluation.metrics import Trajectories, over_runs
from diayn_jax.evaluation.metrics.over_runs import Interval
from diayn_jax.number_format import number
from diayn_jax.papers import panels
from diayn_jax.papers.panels import Drawn, last, said, setting
from diayn_jax.papers.published import PUBLISHED
from diayn_jax.papers.studies import Made
from diayn_jax.show.pictures import trace_panel, traces
from diayn_jax.show.pictures.figure_style import INK, new_figure, style_axes
from diayn_jax.show.record import Selection, play
from diayn_jax.show.report.run_data import RunData
from diayn_jax.show.shown_skills import shown_of
from diayn_jax.use.loaded_run import load

_EPISODES = 5  # of each skill, in a panel of traces
_EFFECTIVE, _TOLD_APART = "eval/effective_skills", "eval/mi_normalised"


def _played(runs: Sequence[RunData]) -> tuple[list[Trajectories], Env]:
    """Plays the skills of runs that differ only in seeds and traced settings, by one compiled program."""
    loaded = [load(run.path) for run in runs if run.path is not None]
    evaluator = loaded[0].evaluator
    selection = Selection(episodes=_EPISODES)
    return [play(run, selection, deterministic=False, evaluator=evaluator) for run in loaded], evaluator.env


def _draw_traces(ax: Axes, played: Trajectories, env: Env, run: RunData, title: str) -> None:
    """Draws where the skills of a run go in its world."""
    chosen = traces.choose(played, "xy", traces.dimensions_of(env, "xy"))
    shown = shown_of(run.config)
    trace_panel.draw_traces(ax, chosen._replace(title=title), np.asarray(played.skill), shown, _EPISODES)
    legend = ax.get_legend()
    if legend is not None:
        legend.remove()  # it does not fit beside a title this long
    assert isinstance(env.scene, PlaneScene)
    ax.set(xlim=env.scene.limits[0], ylim=env.scene.limits[1])
    ax.set_aspect("equal", adjustable="box")


def visited(xy: np.ndarray, valid: np.ndarray, skill: np.ndarray, size: float = 0.1) -> float:
    """Returns how many cells of `size` a skill visits in all its episodes, the mean over skills.

    xy [T, N, 2] are positions after each step, valid [T, N] says which steps happened, skill [N].
    """
    cells = np.floor(xy / size).astype(int)
    found = [len(np.unique(cells[:, skill == z][valid[:, skill == z]], axis=0)) for z in np.unique(skill)]
    return float(np.mean(found))


def navigation(studies: Mapping[str, Made]) -> Drawn:
    """Draws skills of a point in a box and in a maze, and how many can be told apart."""
    found = {env: studies["navigation"].runs(env=env) for env in ("point", "point_maze")}
    skills = found["point"][0].config.num_skills
    figure = new_figure(15.0, 5.2)
    axes = [figure.add_subplot(1, 3, i + 1) for i in range(3)]
    for ax, (env, words) in zip(axes[:2], _WORLDS.items(), strict=True):
        first = found[env][0]
        (played,), world = _played([first])
        _draw_traces(ax, played, world, first, f"{words.capitalize()}, seed {first.config.seed}")
    lines = [panels.line(label, found[env], _EFFECTIVE) for env, label in _WORLDS.items()]
    panels.draw_lines(axes[2], lines, "Effective skills", f"exp of the bound; of {skills}", "skills")
    panels.draw_published(axes[2], PUBLISHED["navigation"])
    whole = {env: last(runs, _TOLD_APART) for env, runs in found.items()}
    late = {env: last(runs, "eval/mi_after_50") for env, runs in found.items()}
    effective = {env: last(runs, _EFFECTIVE) for env, runs in found.items()}
    told = ", ".join(f"{said(effective[env])} {words}" for env, words in _WORLDS.items())
    text = (
        f"Of {skills} skills, as many as in the paper's picture, these are told apart in effect: {told}. "
        f"{_overlap(whole, late)}"
    )
    data = {env: {"effective_skills": effective[env]._asdict(), "late": late[env]._asdict()} for env in found}
    return Drawn(figure, data, [row for own in lines for row in own.as_rows()], text)


def _overlap(whole: Mapping[str, Interval], late: Mapping[str, Interval]) -> str:
    """Says whether skills differ more after step 50 of an episode than over all of it."""
    known = {env: words for env, words in _WORLDS.items() if np.isfinite(late[env].mean)}
    if not known:
        return "Episodes are too short to tell whether skills overlap at first."
    told = ", ".join(f"{said(whole[env])} and {said(late[env])} {words}" for env, words in known.items())
    parted = [words for env, words in known.items() if panels.apart(late[env], whole[env]) == "above"]
    agrees = (
        f"{' and '.join(parted)} they overlap at first and then part, as the paper says"
        if parted
        else "the intervals do not show the paper's overlap at the beginning"
    )
    return f"Over all steps, and from step 50 on, mi_normalised is {told}: {agrees}."


_WORLDS = {"point": "without walls", "point_maze": "with walls"}


def entropy(studies: Mapping[str, Made]) -> Drawn:
    """Draws the skills of each entropy weight, and how far they go, what they cover, how well they differ."""
    made = studies["entropy"]
    alphas = sorted({float(setting(run, "alpha")) for run in made.runs()})
    figure = new_figure(max(12.0, 4.3 * len(alphas)), 9.0)
    grid = figure.add_gridspec(2, 12, height_ratios=(1.25, 1.0))
    wide = 12 // len(alphas)
    runs = {alpha: made.runs(alpha=alpha) for alpha in alphas}
    played, world = _played([run for own in runs.values() for run in own])
    left = iter(played)
    by_alpha = {alpha: [next(left) for _ in own] for alpha, own in runs.items()}
    for i, alpha in enumerate(alphas):
        ax = figure.add_subplot(grid[0, wide * i : wide * (i + 1)])
        _draw_traces(ax, by_alpha[alpha][0], world, runs[alpha][0], f"α = {alpha:g}")
    rows, ends = [], {}
    for i, (name, title, unit) in enumerate(_OF_ENTROPY):
        ax = figure.add_subplot(grid[1, 4 * i : 4 * (i + 1)])
        found = [
            _cells_of(by_alpha[alpha]) if name == _CELLS else last(runs[alpha], name) for alpha in alphas
        ]
        mean, low, high = (np.array(x) for x in zip(*found, strict=True))
        ax.errorbar(
            alphas, mean, np.abs([mean - low, high - mean]), color=panels.OURS[0], marker="o", capsize=3,
            label="ours",
        )  # fmt: skip
        ax.set(xscale="log", xlabel="entropy weight α", ylabel=unit)
        style_axes(ax, title, "interquartile mean and 95 % interval over seeds")
        rows += [{"alpha": a, "figure": name, **x._asdict()} for a, x in zip(alphas, found, strict=True)]
        ends[name] = found
    text = _of_entropy_in_words(alphas, *(ends[name] for name, _, _ in _OF_ENTROPY))
    return Drawn(figure, {"rows": rows}, rows, text)


def _of_entropy_in_words(
    alphas: Sequence[float], told: list[Interval], cells: list[Interval], distance: list[Interval]
) -> str:
    widest = int(np.argmax([x.mean for x in cells]))
    more = panels.apart(cells[widest], cells[0]) == "above"
    parted = panels.apart(told[-1], told[0]) == "below"
    return (
        f"The smallest weight, α = {alphas[0]:g}, has mi_normalised {said(told[0])}, the largest, α = "
        f"{alphas[-1]:g}, {said(told[-1])}: with the largest, skills are "
        f"{'harder' if parted else 'not clearly harder'} to tell apart, which the paper says they are. "
        f"{_distances_in_words(alphas, distance)} A skill visits {said(cells[0])} cells of 0.1 m with the "
        f"smallest weight, and most with α = {alphas[widest]:g}, {said(cells[widest])}: "
        f"{'more' if more else 'not clearly more'} (the paper: more with a larger weight). The scale "
        "of our reward differs from the paper's, so equal numbers are not equal weights."
    )


def _distances_in_words(alphas: Sequence[float], distance: Sequence[Interval]) -> str:
    """Says whether skills go farther with the smallest weight than with each other one."""
    told, nearer = [], []
    for alpha, found in zip(alphas, distance, strict=True):
        told.append(f"{said(found)} m with α = {alpha:g}")
        if panels.apart(found, distance[0]) == "below":
            nearer.append(f"α = {alpha:g}")
    clearly = f"clearly less far with {' and '.join(nearer)}" if nearer else "clearly less far with none"
    return (
        f"Skills go {', '.join(told)}: {clearly} than with the smallest (the paper: farthest with the "
        "smallest)."
    )


_CELLS = "visited_cells"
_OF_ENTROPY = (
    (_TOLD_APART, "How well skills are told apart", "mi_normalised"),
    (_CELLS, "What a skill visits", f"cells of 0.1 m in {_EPISODES} episodes"),
    ("eval/distance_mean", "How far skills go", "m"),
)


def _cells_of(played: Sequence[Trajectories]) -> Interval:
    values = [visited(np.asarray(x.xy)[1:], np.asarray(x.valid), np.asarray(x.skill)) for x in played]
    return over_runs.interval([np.array(values)])


def prior(studies: Mapping[str, Made]) -> Drawn:
    """Draws the effective number of skills that are drawn, exp of the entropy of p(z), over training."""
    runs = studies["prior"].runs()
    skills = runs[0].config.num_skills
    figure = new_figure(13.0, 5.0)
    drawn, told = (figure.add_subplot(1, 2, i + 1) for i in range(2))
    groups = {"uniform p(z), DIAYN": studies["prior"].runs(learned_prior=False)}
    learned = studies["prior"].runs(learned_prior=True)
    for rate in sorted({setting(run, "prior_learning_rate") for run in learned}):
        groups[f"learned p(z), step size {rate:g}"] = studies["prior"].runs(
            learned_prior=True, prior_learning_rate=rate
        )
    lines = [panels.line_of(label, [_drawn_skills(run) for run in own]) for label, own in groups.items()]
    panels.draw_lines(drawn, lines, "Skills that are drawn", "exp of the entropy of p(z)", "skills")
    panels.draw_published(drawn, PUBLISHED["prior"], scale=skills)
    drawn.set_ylim(0, 1.45 * skills)
    effective = [panels.line(label, own, _EFFECTIVE) for label, own in groups.items()]
    panels.draw_lines(told, effective, "Skills that are told apart", "exp of the bound on I(S; Z)", "skills")
    told.set_ylim(0, 1.1 * skills)
    ends = {own.label: (own.mean[-1], own.low[-1], own.high[-1]) for own in lines}
    least = min(ends, key=lambda label: ends[label][0])
    share = ends[least][0] / skills
    listed = ", ".join(f"{said(Interval(*x))} with {label}" for label, x in ends.items())
    text = (
        f"Of {skills} skills, these are drawn in effect at the end: {listed}. The paper has about a tenth "
        f"left when p(z) is learned, as in VIC; here the fewest are {number(share)} of all, "
        + (
            "so p(z) does collapse."
            if share < 0.2
            else "so p(z) does not collapse as there. DIAYN's reward holds −log p(z), which brings a rare "
            "skill back, and our p(z) follows the reward by steps of its own; the paper's implementation of "
            "VIC may differ in both."
        )
    )
    told_apart = {own.label: Interval(own.mean[-1], own.low[-1], own.high[-1]) for own in effective}
    text += f" {_preferred(*told_apart.values(), names=list(told_apart)[1:])}"
    rows = [row for own in lines for row in own.as_rows(figure="drawn")]
    rows += [row for own in effective for row in own.as_rows(figure="told apart")]
    return Drawn(
        figure, {"skills": skills, "drawn_at_the_end": ends, "told_apart_at_the_end": told_apart}, rows, text
    )


def _preferred(uniform: Interval, *learned: Interval, names: Sequence[str]) -> str:
    """Says whether more skills are told apart with a uniform p(z) than with each learned one."""
    places = [panels.apart(uniform, found) for found in learned]
    told = "; ".join(
        f"{said(found)} with {name} (the uniform one lies {place} it)"
        for found, name, place in zip(learned, names, places, strict=True)
    )
    agrees = (
        "So more are told apart with the uniform p(z), which the paper prefers."
        if all(place == "above" for place in places)
        else "So the intervals do not show that the uniform p(z) is better than each, as the paper says."
    )
    return f"With the uniform p(z), {said(uniform)} skills are told apart; {told}. {agrees}"


def _drawn_skills(run: RunData) -> np.ndarray:
    """Returns steps and exp H(p(z)) [2, N]. The log has the bound in nats and as a share of H(p(z))."""
    found = [
        (row["time/env_steps"], np.exp(mi / share))
        for row in run.rows
        if (mi := row.get("eval/mi"))
        and (share := row.get(_TOLD_APART))
        and row.get("time/env_steps") is not None
    ]
    return np.array(found, np.float64).reshape(-1, 2).T


def gridworld(studies: Mapping[str, Made]) -> Drawn:
    """Draws which skill visits each cell of four rooms most, and how near the bound is to its optimum."""
    runs = studies["gridworld"].runs()
    skills = runs[0].config.num_skills
    assert runs[0].path is not None
    loaded = load(runs[0].path)
    played = play(loaded, Selection(episodes=20), deterministic=False)
    visits = occupancy(np.asarray(played.xy)[1:], np.asarray(played.valid), np.asarray(played.skill), skills)
    figure = new_figure(13.0, 5.4)
    left, right = (figure.add_subplot(1, 2, i + 1) for i in range(2))
    _draw_cells(left, visits, runs[0])
    line = panels.line("ours", runs, "eval/mi")
    panels.draw_lines(
        right, [line], "Bound on I(S; Z)", "interquartile mean and 95 % interval over seeds", "nats"
    )
    optimum = np.log(skills)
    right.axhline(
        optimum, color=panels.ORANGE, linestyle=(0, (4, 2)), label=f"the optimum of a partition: ln {skills}"
    )
    right.set_ylim(min(0.0, float(np.nanmin([line.mean, line.low]))), 1.15 * optimum)
    right.legend(frameon=False, fontsize=9, labelcolor=INK)
    told, effective = last(runs, _TOLD_APART), last(runs, _EFFECTIVE)
    shares = shares_of(visits)
    text = (
        "The optimum that the paper derives gives each skill its own part of the cells, and the bound ln "
        f"{skills}. Ours reaches {said(told)} of it, {said(effective)} effective skills. Of the visits to a "
        f"cell, the skill that is there most has {number(shares.mean())} on average (seed "
        f"{runs[0].config.seed}; a perfect partition has 1, chance is {number(1 / skills)}). An episode "
        "begins in a random cell and has to walk to its skill's part first, so 1 cannot be reached."
    )
    rows = [
        {"x": int(x), "y": int(y), "skill": z, "visits": float(visits[z, y, x])}
        for z, y, x in np.argwhere(visits > 0)
    ]
    data = {"mi_normalised": told._asdict(), "share_of_the_first_skill": float(shares.mean())}
    return Drawn(figure, data, rows, text)


def occupancy(xy: np.ndarray, valid: np.ndarray, skill: np.ndarray, skills: int) -> np.ndarray:
    """Counts visits to cells of a grid: xy [T, N, 2], valid [T, N], skill [N] -> [K, Y, X]."""
    cells = np.rint(xy).astype(int)
    width, height = cells[valid].max(axis=0) + 1
    visits = np.zeros((skills, height, width))
    which = np.broadcast_to(skill, valid.shape)
    np.add.at(visits, (which[valid], cells[valid][:, 1], cells[valid][:, 0]), 1.0)
    return visits


def shares_of(visits: np.ndarray) -> np.ndarray:
    """Returns, for each visited cell, the share of its most frequent skill: [K, Y, X] -> [C]."""
    total = visits.sum(axis=0)
    return (visits.max(axis=0) / np.maximum(total, 1.0))[total > 0]


def _draw_cells(ax: Axes, visits: np.ndarray, run: RunData) -> None:
    colours = shown_of(run.config).colours
    first = np.where(visits.sum(axis=0) > 0, visits.argmax(axis=0), -1)
    palette: Any = ListedColormap(["#e6e6e6", *colours])
    ax.imshow(first, cmap=palette, vmin=-1.5, vmax=len(colours) - 0.5, origin="lower")
    for y, x in np.argwhere(first >= 0):
        ax.annotate(str(first[y, x]), (x, y), ha="center", va="center", fontsize=7.5, color="white")
    note = f"grey: walls, or never visited; seed {run.config.seed}"
    style_axes(ax, "The skill that is most often in each cell", note)
    ax.grid(visible=False)
    y, x = np.nonzero(first >= 0)
    ax.set(xticks=[], yticks=[], xlim=(x.min() - 1.5, x.max() + 1.5), ylim=(y.min() - 1.5, y.max() + 1.5))
    ax.set_facecolor("#e6e6e6")
