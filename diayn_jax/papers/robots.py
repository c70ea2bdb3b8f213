"""Draws the figures of robots: what their skills return and look like, over training and over seeds."""

import functools
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from scipy import stats

from diayn_jax.evaluation.metrics.over_runs import Interval
from diayn_jax.number_format import count, number
from diayn_jax.papers import panels
from diayn_jax.papers.panels import Drawn, Line, known_returns, last, said
from diayn_jax.papers.published import PUBLISHED
from diayn_jax.papers.studies import Made
from diayn_jax.show.films import video
from diayn_jax.show.log_curves import curve
from diayn_jax.show.pictures.curve_panels import steps_axis
from diayn_jax.show.pictures.figure_style import INK, new_figure, style_axes
from diayn_jax.show.record import Recording, Selection, record
from diayn_jax.show.report.run_data import RunData
from diayn_jax.show.shown_skills import shown_of
from diayn_jax.use.loaded_run import Run, load

ROBOTS = ("halfcheetah", "hopper", "ant")
_SKILLS, _MOMENTS = 3, 5  # of a strip: skills, and pictures of each
_TILE = (200, 150)  # pixels
_PICTURES = 60  # of a film
_BINS = 50  # ends of the bars of a histogram
_SPREAD = "eval/return_spread"


def returns(studies: Mapping[str, Made]) -> Drawn:
    """Draws the distribution of the skills' returns on each robot's task, and pictures of some skills."""
    figure = new_figure(15.0, 4.6 * len(ROBOTS))
    grid = figure.add_gridspec(len(ROBOTS), 2, width_ratios=(1.0, 1.6))
    rows, words, films = [], [], {}
    for i, robot in enumerate(ROBOTS):
        runs = studies[robot].runs()
        found = np.concatenate([known_returns(run) for run in runs])
        ax = figure.add_subplot(grid[i, 0])
        _draw_histogram(ax, found, robot, runs)
        films[f"{robot}.gif"] = _draw_strip(figure.add_subplot(grid[i, 1]), load(_path(runs[0])), robot)
        rows += panels.return_rows(robot, runs)
        low = next(p.low for p in PUBLISHED["returns"] if p.on == robot)
        reach = int((found >= low).sum())
        words.append(
            f"{robot}: {number(found.min())} to {number(found.max())}, with {reach} of {len(found)} at "
            f"{number(low)} or above"
        )
    length = runs[0].config.episode_length
    text = (
        f"Returns of skills that never saw the reward, all seeds, in episodes of {length} steps: "
        f"{'; '.join(words)}. The paper's episodes have 1000 steps, and its levels are those that model-free "
        "RL reaches when trained on the task. It reports that many skills of hopper and half-cheetah have a "
        f"large return, after far more steps than here ({count(runs[0].figures.get('time/env_steps'))} each)."
    )
    return Drawn(figure, {"rows": rows}, rows, text, films)


def _path(run: RunData) -> Path:
    assert run.path is not None
    return run.path


def _draw_histogram(ax: Axes, found: np.ndarray, robot: str, runs: list[RunData]) -> None:
    ends = [given.high for given in PUBLISHED["returns"] if given.on == robot and given.high is not None]
    bins = np.linspace(min(0.0, found.min()), max(found.max(), *ends, 1.0), _BINS).tolist()
    ax.hist(found, bins=bins, color=panels.OURS[0], alpha=0.85, label="ours, skills of all seeds")
    for given in PUBLISHED["returns"]:
        if given.on == robot and given.low is not None and given.high is not None:
            ax.axvspan(
                given.low,
                given.high,
                color=panels.ORANGE,
                alpha=0.15,
                label=f"published ({given.how}):\n{given.says}",
            )
    ax.set(xlabel="return of the task, which no skill was trained on", ylabel="skills")
    style_axes(ax, f"Returns, {robot}", f"{len(runs)} seeds of {runs[0].config.num_skills} skills")
    ax.legend(frameon=False, fontsize=8.5, labelcolor=INK)


def _draw_strip(ax: Axes, run: Run, robot: str) -> bytes:
    """Draws moments of the skills with the highest, a middle and the lowest return; returns a film."""
    order = np.argsort([-row["return"] for row in run.skill_table])
    chosen = [int(order[place]) for place in np.linspace(0, len(order) - 1, _SKILLS).round().astype(int)]
    recording = record(run, Selection(skills=chosen))
    ax.imshow(strip_of(recording, shown_of(run.config).colours))
    ax.set_axis_off()
    values = ", ".join(number(run.skill_table[z]["return"]) for z in chosen)
    style_axes(
        ax, f"Skills {', '.join(map(str, chosen))} of {robot}", f"seed {run.config.seed}; returns {values}"
    )
    ax.grid(visible=False)
    return video.as_gif(recording, skills=shown_of(run.config), tile_width=_TILE[0], pictures=_PICTURES)


def strip_of(recording: Recording, colours: tuple[str, ...]) -> np.ndarray:
    """Returns a picture with a row of moments, from start to end, for each recorded episode."""
    rows = []
    skill = np.asarray(recording.trajectories.skill)
    with video.painter(recording.scene, recording.poses, *_TILE) as paint:
        for n, length in enumerate(np.asarray(recording.trajectories.valid).sum(axis=0)):
            steps = np.linspace(0, int(length), _MOMENTS).round().astype(int)
            # Each moment is drawn alone, because the camera keeps one height for all poses that it is given.
            frames = [next(paint.frames(recording.poses[[t], n], colours[int(skill[n])])) for t in steps]
            rows.append(np.concatenate([np.array(frame) for frame in frames], axis=1))
    return np.concatenate(rows, axis=0)


def dynamics(studies: Mapping[str, Made]) -> Drawn:
    """Draws over training how well skills are told apart, and what each of them returns."""
    figure = new_figure(5.2 * len(ROBOTS), 9.0)
    rows, words = [], []
    for i, robot in enumerate(ROBOTS):
        runs = studies[robot].runs()
        top, below = (figure.add_subplot(2, len(ROBOTS), i + 1 + len(ROBOTS) * j) for j in range(2))
        told = panels.line("ours", runs, "eval/mi_normalised")
        panels.draw_lines(top, [told], robot, "bound on I(S; Z) over its highest value", "mi_normalised")
        _draw_returns(below, runs[0])
        spread = panels.line(robot, runs, _SPREAD)
        rows += [
            *told.as_rows(robot=robot, figure="mi_normalised"),
            *spread.as_rows(robot=robot, figure=_SPREAD),
        ]
        words.append(_grown(robot, spread))
    text = (
        "The paper says that skills' returns become more diverse throughout training. The spread between "
        f"the best and the worst skill, from the first evaluation to the last: {'; '.join(words)}. Below, "
        f"each line is a skill of seed {runs[0].config.seed}."
    )
    return Drawn(figure, {"rows": rows}, rows, text)


def _grown(robot: str, spread: Line) -> str:
    first, end = (Interval(spread.mean[i], spread.low[i], spread.high[i]) for i in (0, -1))
    how = {"above": "it grows", "below": "it shrinks"}.get(panels.apart(end, first), "no clear change")
    return f"{robot} {said(first)} to {said(end)} ({how})"


def _draw_returns(ax: Axes, run: RunData) -> None:
    colours = shown_of(run.config).colours
    for z, colour in enumerate(colours):
        steps, values, _ = curve(run.rows, f"eval/return_skill_{z}")
        ax.plot(steps, values, color=colour, linewidth=1.2, alpha=0.85)
    steps_axis(ax, np.asarray(steps))
    ax.set(xlabel="environment steps", ylabel="return of the task")
    style_axes(ax, "Return of each skill", f"seed {run.config.seed}")


def seeds(studies: Mapping[str, Made]) -> Drawn:
    """Draws the distribution of the skills' returns for each seed."""
    figure = new_figure(5.2 * len(ROBOTS), 5.0)
    rows, words = [], []
    for i, robot in enumerate(ROBOTS):
        runs = studies[robot].runs()
        columns = {f"seed {run.config.seed}": known_returns(run) for run in runs}
        ax = figure.add_subplot(1, len(ROBOTS), i + 1)
        panels.strip(ax, columns, robot, "dots: skills; tick: their mean", "return of the task")
        rows += panels.return_rows(robot, runs)
        words.append(f"{robot} {differences(list(columns.values()))}")
    text = (
        "The paper finds similar distributions for all seeds. The standard deviation of the seeds' means, as "
        f"a share of that of a seed's skills: {'; '.join(words)}. Chance is judged by an F test at 5 %, as "
        "if skills were independent."
    )
    return Drawn(figure, {"rows": rows}, rows, text)


def differences(seeds: Sequence[np.ndarray]) -> str:
    """Says how much the means of seeds differ beside the skills of a seed, and if chance explains it.

    Args:
      seeds: the returns of each seed's skills.
    """
    between = float(np.std([values.mean() for values in seeds]))
    within = float(np.mean([values.std() for values in seeds]))
    if len(seeds) < 2 or within == 0.0:
        return "cannot be judged, as one seed is left or skills return the same"
    more = stats.f_oneway(*seeds).pvalue < 0.05
    told = "more than chance gives" if more else "not more than chance gives"
    return f"{number(between / within)} ({number(between)} of {number(within)}), {told}"


def coverage(studies: Mapping[str, Made]) -> Drawn:
    """Draws the area that the skills of ant cover, by METRA and by DIAYN, over training."""
    made = studies["coverage"]
    groups = {name: made.runs(objective=name) for name in ("metra", "diayn")}
    figure = new_figure(13.0, 5.0)
    left, right = (figure.add_subplot(1, 2, i + 1) for i in range(2))
    draw = functools.partial(_lines_of, groups)
    covered = draw(
        left, "eval/policy_coverage", "Coverage", "cells of 1 m in 200 steps, by the mode", "cells"
    )
    panels.draw_published(left, PUBLISHED["coverage"], on="ant")
    draw(right, "eval/distance_mean", "Distance", "from start to end of an episode", "m")
    ends = {name: last(runs, "eval/policy_coverage") for name, runs in groups.items()}
    steps = count(float(covered[0].steps[-1]))
    text = (
        f"After {steps} steps METRA covers {said(ends['metra'])} cells and DIAYN {said(ends['diayn'])}: "
        f"METRA lies {panels.apart(ends['metra'], ends['diayn'])} DIAYN, and the paper has it far above. "
        "About 2000 cells are reported at the end of METRA's own curve, after ten million steps or more. "
        "Robot, physics and learner differ: the paper has MuJoCo's ant and SAC, this run has Brax's spring "
        "backend and PPO."
    )
    rows = [row for own in covered for row in own.as_rows()]
    return Drawn(figure, {name: found._asdict() for name, found in ends.items()}, rows, text)


def _lines_of(
    groups: Mapping[str, list[RunData]], ax: Axes, figure: str, title: str, note: str, unit: str
) -> list[Line]:
    lines = [panels.line(name.upper(), runs, figure) for name, runs in groups.items()]
    panels.draw_lines(ax, lines, title, note, unit)
    return lines
