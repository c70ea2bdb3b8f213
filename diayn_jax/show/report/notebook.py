"""Shows a run in a notebook."""

import html

import numpy as np

from diayn_jax.number_format import count, number
from diayn_jax.show.report.run_data import ReportableRun
from diayn_jax.show.report.saved_pictures import image_of
from diayn_jax.show.shown_skills import shown_of
from diayn_jax.storage import files, logs


def summary(run: ReportableRun) -> str:
    """Returns the key figures of a run and its picture as HTML, for a notebook."""
    config = run.config
    shown = shown_of(config)
    rows = []
    for name, label in (
        ("eval/return", "return, mean over episodes"),
        ("eval/mi", f"mutual information, nats (of ln {shown.count} = {number(np.log(shown.count))})"),
        ("eval/effective_skills", f"effective skills (of {shown.count})"),
        ("eval/discriminator_accuracy", "discriminator's accuracy"),
        ("eval/distance_mean", "distance from start to end, m"),
        ("eval/policy_coverage", "ground covered, m²"),
        ("eval/return_best", "best skill's return"),
        (logs.STEP, "environment steps"),
    ):
        is_step = name == logs.STEP
        value = float(run.state.counters.env_steps) if is_step else run.figures.get(name)
        if value is not None:
            text = count(value) if is_step else number(value)
            rows.append(f"<tr><th style='text-align:left'>{html.escape(label)}</th><td>{text}</td></tr>")
    title = f"{config.env}, {shown.title}"
    where = "not written" if run.path is None else str(run.path)
    picture = ""
    if run.path is not None and (source := image_of(run.path / files.PLOT)):
        picture = f"<img alt='Traces of all skills' style='max-width:100%' src='{source}'>"
    return (
        f"<b>{html.escape(title)}</b> ({html.escape(where)})<table>{''.join(rows)}</table>{picture}"
        "<p>The whole page: <code>run.report()</code></p>"
    )
