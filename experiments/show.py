"""Shows a run's skills: `python -m experiments.show runs/ant/NAME`."""

import functools
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from diayn_jax.config import AUTO, ConfigError, closest_matches
from experiments import flags, start

WHAT = ("report", "viewer", "traces", "video", "returns", "curves")
PORT = 8640
FIELDS = ("device",)

COMMAND = (
    flags.Command("what", f"what to write: {', '.join(WHAT)} [default report]", "A,B"),
    flags.whole_number("skills", "which skills [default all]", "0,3,7", low=0, many=True),
    flags.whole_number(
        "rollouts", "episodes of each skill [default as in evaluations; 5 for traces; 1 for videos]"
    ),
    flags.whole_number("max_path_length", "longest episode, steps [default as trained]"),
    flags.Command("separate_videos", "also write a video of each skill"),
    flags.Command("scene", "the video shows all skills in one scene, from one start"),
    flags.Command(
        "dims",
        "axes of traces, such as xy, obs:3,7, x,speed or pca; + joins several, for a picture each",
        "AXES",
    ),
    flags.Command(
        "which", "checkpoint: latest, best (docs/how_to/evaluate.md) or its step [default latest]", "WHICH"
    ),
    flags.Command("out", "folder to write to [default the run's]", "DIR"),
    flags.Command("serve", "serve the page to this machine, and update it during training"),
    flags.whole_number("port", f"port of --serve; 0: any free port [default {PORT}]", low=0, high=65_535),
    flags.Command(*start.TRUST),
    flags.HELP,
)

INTRO = """
Show a run: write its page, players, videos or traces.

  python -m experiments.show runs/ant/NAME
  python -m experiments.show runs/ant/NAME --what=traces,video --skills=0,3,7
  python -m experiments.show runs/ant/NAME --serve
  python -m experiments.show runs/ant/A runs/ant/B      (one page of both)

A run is named by its directory. For several runs, one page compares their curves and has
intervals over seeds.
"""

CLOSING = """
What it writes (into the run's directory, or --out)
  report    report.html: everything on one page, which needs no network
  viewer    viewer.html: only the players
  traces    where each skill goes, PNG and SVG
  video     all skills, MP4 and GIF: side by side, or with --scene in one scene
  returns   returns of each skill, PNG and SVG
  curves    training curves, PNG and SVG

Exit codes
  0    done
  2    a flag is invalid, a run or checkpoint does not exist, or the run cannot show this
  4    a file cannot be written or read, memory ran out, or a simulator of
       Gymnasium failed
  130  stopped by Ctrl-C
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit code."""

    def command() -> int:
        parsed = flags.parse(sys.argv[1:] if argv is None else argv, COMMAND, FIELDS, operands=True)
        if not parsed.command["help"]:
            return show(parsed)
        start.say_help(flags.help_text(INTRO, COMMAND, CLOSING, fields=FIELDS))
        return 0

    return start.run(command, "--rollouts or --max_path_length, or name fewer --skills")


def show(parsed: flags.Parsed) -> int:
    """Writes or serves what a command line asks for; returns the exit code."""
    options = parsed.command
    selection = {
        # Skills that are named twice are shown once.
        "skills": None if options["skills"] is None else list(dict.fromkeys(options["skills"])),
        "rollouts": options["rollouts"],
        "length": options["max_path_length"],
    }
    what = _what(options)
    paths = [start.run_path(name) for name in parsed.operands]
    if not paths:
        raise ConfigError(f"Name a run: its directory, such as runs/ant/NAME.{start.latest_run()}")
    out = None if options["out"] is None else _folder(Path(options["out"]).expanduser())
    from diayn_jax.storage import files

    for path in paths:
        files.read_config(path, trust=options["trust"])
    if len(paths) > 1:
        shared = ("out", "trust", "help")
        refused = [row.name for row in COMMAND if options[row.name] and row.name not in shared]
        refused += list(parsed.overrides)
        if refused:
            raise ConfigError(f"--{refused[0]} takes one run; {len(paths)} are named.")
        from diayn_jax.show import compare

        target = (out or Path(os.path.commonpath([path.resolve() for path in paths]))) / compare.NAME
        page = compare.write(paths, target)
        start.say(page.describe())
        start.say(f"Wrote {page.path}")
        return 0
    start.start_jax_for(paths[0], parsed.overrides.get("device", AUTO))
    which = options["which"] or "latest"
    if options["serve"]:
        serve(paths[0], PORT if options["port"] is None else options["port"], selection)
    else:
        for path in write(paths[0], out, what, which, selection, options):
            start.say(f"Wrote {path}")
    return 0


def _what(options: Any) -> tuple[str, ...]:
    if options["serve"] and options["what"]:
        raise ConfigError("--serve serves the report; leave --what out.")
    if options["port"] is not None and not options["serve"]:
        raise ConfigError("--port works only with --serve; add --serve.")
    if options["serve"] and options["which"]:
        raise ConfigError("--serve shows the latest checkpoint; leave --which out.")
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
    if options["scene"] and options["separate_videos"]:
        raise ConfigError("--scene films all skills together; leave --separate_videos out.")
    return tuple(dict.fromkeys(parts))


def _folder(path: Path) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(f"--out={path} cannot be made: {error.strerror}.") from error
    return path


def write(
    path: Path, out: Path | None, what: Sequence[str], which: str, selection: dict[str, Any], options: Any
) -> list[Path]:
    """Writes the parts of one run that `--what` names; returns the paths."""
    from diayn_jax.show import record, report
    from diayn_jax.show.report.run_data import eval_episodes
    from diayn_jax.show.shown_skills import SINGLE, shown_of
    from diayn_jax.storage import files
    from diayn_jax.storage.metadata import CheckpointError
    from diayn_jax.use import loading

    directory = out or path
    config, _ = files.read_config(path)
    shown = shown_of(config)
    title = f"{config.env}, {path.name}"
    record.check_selection(config, **selection)
    written: list[Path] = []
    if "curves" in what:
        from diayn_jax.show.pictures import charts
        from diayn_jax.show.report import run_data

        data = run_data.from_directory(path)
        for note in data.notes:
            start.say(note)
        figure = charts.curves_figure(data.rows, skills=shown, title=title)
        written += charts.write({"curves": figure}, directory)
    if set(what) == {"curves"}:
        return written
    begun = time.perf_counter()
    try:
        run = loading.load(path, which)
    except CheckpointError as error:
        if set(what) - {"report", "curves"} or which != "latest":
            raise
        target = directory / files.REPORT
        if "report" in what and report.shown_step(target, path) is not None:
            raise type(error)(f"{error} {target} shows skills, so it is kept.") from error
        # The run was killed before its first checkpoint: show the rest.
        start.say(f"{error} The report has only curves and settings.")
        page = report.write_directory(path, target, str(error))
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
                page = report.write(run, directory / files.REPORT, **selection)
            start.say(page.describe())
            written += [] if page.kept else [page.path]
        elif part == "viewer":
            with start.waiting("Playing the skills for the players"):
                page = report.write_viewer(run, directory / report.VIEWER, **selection)
            start.say(page.describe())
            written.append(page.path)
        elif part == "traces":
            with start.waiting("Playing the skills for their traces"):
                written += traces.write_run(run, directory, dims, title=title, **selection)
        elif part == "returns":
            from diayn_jax.show.pictures import charts

            episodes = selection["rollouts"] or eval_episodes(config)
            with start.waiting("Playing the skills for their returns"):
                played = record.play(
                    run,
                    selection["skills"],
                    episodes,
                    length=selection["length"],
                    deterministic=shown.kind == SINGLE,
                )
            figure = charts.returns_figure(played, skills=shown, title=title)
            written += charts.write({"returns": figure}, directory)
        elif part == "video":
            from diayn_jax.show.films import film_files, scene_film, video

            episodes = {**selection, "rollouts": selection["rollouts"] or 1}
            formats = film_files.formats_here()
            if formats != film_files.FORMATS:
                start.say(f"{film_files.NO_MP4} Only the GIF is written.")
            with start.waiting("Filming the skills"):
                if options["scene"]:
                    written += scene_film.write_run(run, directory, formats=formats, **episodes)
                else:
                    written += video.write_run(
                        run, directory, formats=formats, separate=options["separate_videos"], **episodes
                    )
    return written


def _check_newer(target: Path, run: Path, step: int) -> None:
    """Checks that an existing report does not show later skills than the checkpoint that can be read.

    Raises:
      UnreadableCheckpointError: the report shows later skills, so it must be kept.
    """
    from diayn_jax.show import report
    from diayn_jax.storage.metadata import UnreadableCheckpointError

    shown = report.shown_step(target, run)
    if shown is not None and shown > step:
        raise UnreadableCheckpointError(
            f"{target} is kept: it shows step {shown}, and the latest checkpoint that can be read has "
            f"step {step}. Give --which={step} to show that, or another folder by --out."
        )


def serve(path: Path, port: int, selection: dict[str, Any]) -> None:
    """Serves a run's page until Ctrl-C."""
    from diayn_jax.show import serve as serving
    from diayn_jax.use import loading

    live = serving.Live(path, loading.load, **selection)
    server = serving.make_server(live, port)
    start.say(f"{path} is at {serving.address(server)} (only for this machine; Ctrl-C stops it)")
    live.start()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        start.say("")
    finally:
        server.server_close()
        live.close()


installed = functools.partial(start.installed, main)  # diayn-show

if __name__ == "__main__":
    start.leave(main)
