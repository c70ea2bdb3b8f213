"""Shows a run's skills: `diayn show runs/ant/NAME`."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from diayn_jax import shell
from diayn_jax.config import ConfigError, as_flags, closest_matches, own_field, parse
from diayn_jax.storage import paths
from experiments import flags, interrupt, start

WHAT = ("report", "viewer", "traces", "video", "returns", "curves")
PORT = 8640
FIELDS = ("device",)
_SKILL_NUMBERS = own_field("skills", tuple[int, ...], "which skills", 0, None)

COMMAND = (
    flags.Command("what", f"what to write: {', '.join(WHAT)} [default report]", "A,B", words=WHAT),
    start.skills_flag("which skills, such as 0,3,7 [default all]"),
    flags.whole_number(
        "episodes", "episodes of each skill [default as in evaluations; 5 for traces; 1 for videos]"
    ),
    flags.whole_number("episode_length", "longest episode, steps [default as trained]"),
    flags.Command("separate_videos", "also write a video of each skill"),
    flags.Command("scene", "the video shows all skills in one scene"),
    flags.Command(
        "dims",
        "axes of traces, such as xy, obs:3,7, x,velocity or pca; + joins several, for a picture each",
        "AXES",
    ),
    start.CHECKPOINT,
    flags.Command("out", "folder to write to [default the run's]", "DIR"),
    flags.Command("serve", "serve the page to this machine, and update it during training"),
    flags.whole_number("port", f"port of --serve; 0: any free port [default {PORT}]", low=0, high=65_535),
    start.TRUST,
    flags.HELP,
)

INTRO = """
Show a run: write its page, players, videos or traces.

  diayn show runs/ant/NAME
  diayn show runs/ant/NAME --what=traces,video --skills=0,3,7
  diayn show runs/ant/NAME --serve

A run is named by its directory.
"""

CLOSING = """
What it writes (into the run's directory, or --out)
  report    report.html: everything on one page, which needs no network
  viewer    viewer.html: only the players
  traces    where each skill goes, PNG and SVG
  video     all skills, MP4 and GIF: side by side, or with --scene in one scene
  returns   returns of each skill, PNG and SVG
  curves    training curves, PNG and SVG
""" + start.exit_codes(start.OF_FILES)


def show(parsed: flags.Parsed) -> int:
    """Writes or serves what a command line asks for; returns the exit code."""
    options = parsed.command
    what = _what(options)
    if not parsed.operands:
        raise ConfigError(f"Name a run: its directory, such as runs/ant/NAME.{paths.latest_run()}")
    if len(parsed.operands) > 1:
        together = shell.command("compare", *parsed.operands)
        raise ConfigError(f"{len(parsed.operands)} runs are named; show takes one. To compare: {together}")
    path = paths.run_path(parsed.operands[0])
    out = path if options["serve"] else paths.out_folder(options["out"] or path)
    from diayn_jax.storage import files

    files.read_config(path, trust=options["trust"])
    start.start_jax_for(parsed, path)
    which = options["checkpoint"] or "latest"
    if options["serve"]:
        serve(path, PORT if options["port"] is None else options["port"], _selection(options))
    else:
        for file in write(path, out, what, which, options):
            start.say(f"Wrote {file}")
    return 0


def _selection(options: Any) -> Any:
    """Returns the skills and episodes that are asked for, as a `record.Selection`."""
    from diayn_jax.show.record import Selection

    text = options["skills"]
    # Skills that are named twice are shown once.
    skills = None if text is None else list(dict.fromkeys(parse(_SKILL_NUMBERS, text)))
    return Selection(skills, options["episodes"], options["episode_length"])


def _what(options: Any) -> tuple[str, ...]:
    if options["serve"] and options["what"]:
        raise ConfigError("--serve serves the report; leave --what out.")
    if options["port"] is not None and not options["serve"]:
        raise ConfigError("--port works only with --serve; add --serve.")
    if options["serve"] and options["checkpoint"]:
        raise ConfigError("--serve shows the latest checkpoint; leave --checkpoint out.")
    if options["serve"] and options["out"]:
        raise ConfigError("--serve does not write files; leave --out out.")
    parts = [part.strip() for part in (options["what"] or "report").split(",")]
    for part in parts:
        if part not in WHAT:
            raise ConfigError(
                f"--what={options['what']}: it takes {', '.join(WHAT)}.{closest_matches(part, WHAT)}"
            )
    for name, needs in (("separate_videos", "video"), ("scene", "video"), ("dims", "traces")):
        if options[name] and needs not in parts:
            raise ConfigError(f"--{name} belongs to --what={needs}: add {needs} to --what.")
    for name in ("skills", "episodes", "episode_length", "checkpoint"):
        if options[name] is not None and set(parts) == {"curves"}:
            raise ConfigError(
                f"--{name} has no effect with --what=curves, which draws the run's log. Leave it out."
            )
    if options["scene"] and options["separate_videos"]:
        raise ConfigError("--scene films all skills together; leave --separate_videos out.")
    return tuple(dict.fromkeys(parts))


def write(path: Path, directory: Path, what: Sequence[str], which: str, options: Any) -> list[Path]:
    """Writes the parts of one run that `--what` names to a folder; returns the paths."""
    from diayn_jax.show import record, report
    from diayn_jax.show.report.run_data import eval_episodes
    from diayn_jax.show.shown_skills import SINGLE, shown_of
    from diayn_jax.storage import files
    from diayn_jax.storage.metadata import CheckpointError
    from diayn_jax.use import loaded_run

    config, _ = files.read_config(path)
    shown = shown_of(config)
    title = f"{config.env}, {path.name}"
    selection = _selection(options)
    selection.check(config)
    written: list[Path] = []
    if "curves" in what:
        from diayn_jax.show.pictures import charts, figure_style
        from diayn_jax.show.report import run_data

        data = run_data.from_directory(path)
        for note in data.notes:
            start.say(note)
        figure = charts.curves_figure(data.rows, skills=shown, title=title)
        written += figure_style.save_all({"curves": figure}, directory)
    if set(what) == {"curves"}:
        return written
    begun = time.perf_counter()
    try:
        run = loaded_run.load(path, which)
    except CheckpointError as error:
        why = as_flags(error)
        if set(what) - {"report", "curves"} or which != "latest":
            raise
        target = directory / files.REPORT
        if "report" in what and report.shown_step(target, path) is not None:
            raise type(error)(f"{why} {target} shows skills, so it is kept.") from error
        # The run was killed before its first checkpoint: show the rest.
        start.say(f"{why} The report has only curves and settings.")
        page = report.write_directory(path, target, why)
        start.say(page.describe())
        return written if page.kept else [*written, page.path]
    seconds = time.perf_counter() - begun
    start.say(f"Loaded {path} at step {int(run.state.counters.env_steps)} in {seconds:.1f} s")
    dims = options["dims"].split("+") if options["dims"] else ("auto",)
    if "traces" in what:
        from diayn_jax.show.pictures import traces

        traces.check(run, dims)
    for part in what:
        if part == "report":
            if which == "latest":
                _check_newer(directory / files.REPORT, path, int(run.state.counters.env_steps))
            with start.waiting("Playing the skills for their page"):
                page = report.write(run, directory / files.REPORT, selection)
            start.say(page.describe())
            written += [] if page.kept else [page.path]
        elif part == "viewer":
            with start.waiting("Playing the skills for the players"):
                page = report.write_viewer(run, directory / report.VIEWER, selection)
            start.say(page.describe())
            written.append(page.path)
        elif part == "traces":
            with start.waiting("Playing the skills for their traces"):
                written += traces.write_run(run, directory, dims, selection, title=title)
        elif part == "returns":
            from diayn_jax.show.pictures import charts, figure_style

            episodes = selection._replace(episodes=selection.episodes or eval_episodes(config))
            with start.waiting("Playing the skills for their returns"):
                played = record.play(run, episodes, deterministic=shown.kind == SINGLE)
            figure = charts.returns_figure(played, skills=shown, title=title)
            written += figure_style.save_all({"returns": figure}, directory)
        elif part == "video":
            from diayn_jax.show.films import film_files, scene_film, video

            formats = film_files.formats_here()
            if formats != film_files.FORMATS:
                start.say(f"{film_files.NO_MP4} Only the GIF is written.")
            # Ctrl-C removes the films that are incomplete.
            with interrupt.raised(), start.waiting("Playing the skills for their film") as progress:
                if options["scene"]:
                    scene_film.check_scene(run.evaluator.env.scene)
                recording = record.record(run, selection)
                told: dict[str, Any] = {"skills": shown, "formats": formats, "progress": progress}
                if options["scene"]:
                    written += scene_film.write(recording, directory, **told)
                else:
                    written += video.write(recording, directory, separate=options["separate_videos"], **told)
    return written


def _check_newer(target: Path, run: Path, step: int) -> None:
    """Checks that an existing report does not show later skills than the checkpoint that can be read.

    Raises `UnreadableCheckpointError` if the report shows later skills, so it must be kept.
    """
    from diayn_jax.show import report
    from diayn_jax.storage.metadata import UnreadableCheckpointError

    shown = report.shown_step(target, run)
    if shown is not None and shown > step:
        raise UnreadableCheckpointError(
            f"{target} is kept: it shows step {shown}, and the latest checkpoint that can be read has "
            f"step {step}. Give --checkpoint={step} to show that, or another folder by --out."
        )


def serve(path: Path, port: int, selection: Any) -> None:
    """Serves a run's page until Ctrl-C."""
    from diayn_jax.show import serve as serving
    from diayn_jax.use import loaded_run

    live = serving.Live(path, loaded_run.load, selection)
    server = serving.make_server(live, port)
    start.say(f"{path} is at {serving.address(server)} (only for this machine; Ctrl-C stops it)")
    live.start()
    try:
        with interrupt.raised():
            server.serve_forever()
    except KeyboardInterrupt:
        start.say("")
    finally:
        server.server_close()
        live.close()


main = start.Main(
    show, COMMAND, INTRO, CLOSING, "--episodes or --episode_length, or name fewer --skills", FIELDS
)

if __name__ == "__main__":
    start.leave(main)
