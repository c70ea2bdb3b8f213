"""The header of a report, above its charts: title, status, key figures, notes."""

from collections.abc import Mapping, Sequence
from typing import Any

from diayn_jax import envs, shell
from diayn_jax.config import AUTO
from diayn_jax.number_format import count, percent
from diayn_jax.show.report.key_figures import headline
from diayn_jax.show.report.run_data import RunData, eval_episodes, last, latest, until
from diayn_jax.show.report.settings import about, reproduce, settings
from diayn_jax.show.report.summary_text import lead
from diayn_jax.show.shown_skills import SINGLE, ShownSkills, shown_of
from diayn_jax.storage import files, lock, logs, run_to_resume


def head_part(
    data: RunData,
    skills: Mapping[str, Any] | None,
    *,
    live: bool = False,
    picked: Sequence[int] | None = None,
) -> dict[str, Any]:
    """Returns the title, status, key figures, notes and settings."""
    config, document = data.config, data.document
    shown = shown_of(config)
    resolved = document.get("resolved", {})
    notes = list(data.notes)
    if data.copied:
        notes.append(
            "Population-based training made this run a copy of another. The settings below are those of its "
            "start, and some changed on the way: the sweep's programs/*.json list the decisions, and its "
            "table.csv has the last values."
        )
    if skills is not None:
        notes += skills["notes"]
    elif live:
        notes.append("The run has no checkpoint yet; skills appear after the first one is written.")
    started = str(document.get("started", ""))[:16].replace("T", " ")
    facts = (
        f"objective {config.objective}",
        f"features {resolved.get('features', config.features)}",
        f"backend {resolved.get('backend', config.backend)}",
        f"seed {config.seed}",
        started and f"started {started}",
        skills and f"plays step {count(skills['step'])}",
    )
    return {
        "title": f"{config.env}, {shown.title}",
        "name": data.path.name if data.path else "not written",
        "facts": [text for text in facts if text and not text.endswith(AUTO)],
        "status": status(data),
        "lead": lead(data, shown),
        "notes": notes,
        "colours": shown.colours,
        "dark_colours": shown.dark_colours,
        "skills": skills_of_page(shown),
        "rewarded": data.is_rewarded,
        "picked": list(picked or ()),
        "headline": headline(data, shown),
        "horizon": _horizon(data, shown),
        "config": settings(config),
        "about": about(data),
        "reproduce": reproduce(data),
    }


def head_steps(data: RunData) -> str:
    """Returns the run's steps, such as 1.2M; an en dash if the log is empty."""
    steps = last(data, logs.STEP)
    return "–" if steps is None else count(steps)


def status(data: RunData) -> dict[str, str]:
    """Returns whether a run has finished, is training or ended early, as a text and its tone."""
    config = data.config
    # The run's last step, not the step of the checkpoint that is shown.
    steps = latest(data.rows).get(logs.STEP, data.at)
    of = f"of {count(config.num_env_steps)} steps"
    if steps is None:
        return {"tone": "warn", "text": "The log is still empty."}
    if steps >= config.num_env_steps:
        return {"tone": "good", "text": f"Finished: {count(steps)} steps."}
    share = steps / config.num_env_steps
    if data.path is not None and lock.is_held(data.path):
        return {"tone": "good", "text": f"Training: {count(steps)} {of}, {percent(share)}."}
    resume = ""
    if data.path is not None and not files.is_policy_alone(data.path):
        again = shell.command("resume", run_to_resume.directory_to_resume(data.path))
        resume = f" To resume it, run {again}."
    return {"tone": "warn", "text": f"Ended early: {count(steps)} {of}.{resume}"}


def _horizon(data: RunData, shown: ShownSkills) -> str:
    config = data.config
    rows = data.rows if data.at is None else until(data.rows, data.at)
    evaluated_at = [
        row[logs.STEP] for row in rows if any(k.startswith("eval/") and x is not None for k, x in row.items())
    ]
    row = envs.specs().get(config.env)
    ends = ""
    # Other environments end episodes by their own rules, or not at all; the setting has no effect there.
    if row is not None and "terminate_when_unhealthy" in row.variations:
        ends = {
            "true": ", ended when the environment ends them",
            "false": ", never ended early by falling",
            AUTO: ", ended as the environment does by default",
        }[config.terminate_when_unhealthy]
    evaluated = f"; evaluated at step {count(evaluated_at[-1])}." if evaluated_at else "."
    single = shown.kind == SINGLE
    who = "the policy's mode" if single else "the stochastic policy unless stated otherwise"
    episodes = f"{eval_episodes(config)} fresh episodes{'' if single else ' of each skill'}"
    texts = [
        f"Figures are of {who}, over {episodes} of at most {config.episode_length} steps{ends}{evaluated}"
    ]
    if not single:
        texts.append("The pictures below show other episodes of the same skills.")
    if last(data, "eval/discriminator_accuracy") is not None:
        texts.append("High accuracy alone proves little: skills that hardly move can still be distinguished.")
    return " ".join(texts)


def skills_of_page(shown: ShownSkills) -> dict[str, Any]:
    """Returns the skills' names, and what their colours mean, for the page."""
    names = ("kind", "names", "labels", "places", "key")
    return {name: getattr(shown, name) for name in names} | {"counted": shown.counted(shown.count)}
