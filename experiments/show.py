"""Shows what was learned: `python -m experiments.show runs/ant/NAME`."""

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from diayn_jax.config import AUTO, ConfigError, near
from experiments import flags, start

WHAT = ("report", "viewer", "traces", "video", "returns", "curves")
PORT = 8640
FIELDS = ("device",)

COMMAND = (
    flags.Command("what", f"what to write, of {', '.join(WHAT)} [default report]", "A,B"),
    flags.whole_number("skills", "which skills [default all]", "0,3,7", low=0, many=True),
    flags.whole_number("rollouts", "episodes of each skill [default as evaluations, 5 traces, 1 video]"),
    flags.whole_number("max_path_length", "steps of an episode at most [default as trained]"),
    flags.Command("separate_videos", "a video of each skill beside the one of all"),
    flags.Command("dims", "axes of traces, such as xy, obs:3,7, x,speed or pca; several with +", "AXES"),
    flags.Command("which", "checkpoint: latest, best (by eval/mi) or its steps [default latest]", "WHICH"),
    flags.Command("out", "folder to write to [default the run's]", "DIR"),
    flags.Command("serve", "serve the page live to this machine, while training goes on"),
    flags.whole_number("port", f"of --serve; 0: any that is free [default {PORT}]", low=0, high=65_535),
    flags.Command("help", "print this and exit"),
)

INTRO = """
Show a run: a page of it, its skills, videos, traces.

  python -m experiments.show runs/ant/NAME
  python -m experiments.show runs/ant/NAME --what=traces,video --skills=0,3,7
  python -m experiments.show runs/ant/NAME --serve
  python -m experiments.show runs/ant/A runs/ant/B      (one page of both)

A run is its directory. Of several, the page lays curves over one another and gives
intervals over seeds.
"""

CLOSING = """
What it writes (into the run's directory, or --out)
  report    report.html: everything on one page, which needs no network
  viewer    viewer.html: the players alone
  traces    where each skill goes, PNG and SVG
  video     all skills, MP4 and GIF
  returns   returns of each skill, PNG and SVG
  curves    training curves, PNG and SVG

Exit codes
  0    done
  2    refused: a flag, a run or a checkpoint that there is not, or what the run cannot show
  4    a file cannot be written or read, memory ran out, or a simulator of
       Gymnasium's cannot go on
  130  stopped by Ctrl-C
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit code."""

    def command() -> int:
        parsed = flags.parse(sys.argv[1:] if argv is None else argv, COMMAND, FIELDS, operands=True)
        if not parsed.command["help"]:
            return show(parsed)
        start.say(flags.help_text(INTRO, COMMAND, CLOSING, fields=FIELDS), end="")
        return 0

    return start.run(command, "--rollouts or --max_path_length, or name fewer --skills")


def show(parsed: flags.Parsed) -> int:
    """Writes or serves what a command line asks for; returns the exit code."""
    said = parsed.command
    asked = {
        # Each once, however often it is named.
        "skills": None if said["skills"] is None else list(dict.fromkeys(said["skills"])),
        "rollouts": said["rollouts"],
        "length": said["max_path_length"],
    }
    what = _what(said)
    paths = [start.run_path(name) for name in parsed.operands]
    if not paths:
        raise ConfigError(f"Name a run: its directory, such as runs/ant/NAME.{start.latest_run()}")
    out = None if said["out"] is None else _folder(Path(said["out"]).expanduser())
    from diayn_jax import rundir

    if len(paths) > 1:
        refused = [row.name for row in COMMAND if said[row.name] and row.name not in ("out", "help")]
        refused += list(parsed.overrides)
        if refused:
            raise ConfigError(f"--{refused[0]} is of one run, and {len(paths)} are named.")
        from diayn_jax.show import compare

        target = (out or Path(os.path.commonpath([path.resolve() for path in paths]))) / compare.NAME
        try:
            page = compare.write(paths, target)
        except rundir.RunFileError as error:
            return start.fail(error, start.FAILED)
        start.say(page.describe())
        start.say(f"Wrote {page.path}")
        return 0
    start.start_jax_for(paths[0], parsed.overrides.get("device", AUTO))
    which = said["which"] or "latest"
    try:
        if said["serve"]:
            serve(paths[0], PORT if said["port"] is None else said["port"], asked)
        else:
            for path in write(paths[0], out, what, which, asked, said):
                start.say(f"Wrote {path}")
    except rundir.RunFileError as error:
        from diayn_jax.checkpoint import CheckpointError, UnreadableCheckpointError

        absent = isinstance(error, CheckpointError) and not isinstance(error, UnreadableCheckpointError)
        return start.fail(error, start.REFUSED if absent else start.FAILED)
    return 0


def _what(said: Any) -> tuple[str, ...]:
    if said["serve"] and said["what"]:
        raise ConfigError("--serve serves the report; leave --what out.")
    if said["port"] is not None and not said["serve"]:
        raise ConfigError("--port is where --serve serves; add --serve.")
    if said["serve"] and said["which"]:
        raise ConfigError("--serve follows the latest checkpoint; leave --which out.")
    if said["serve"] and said["out"]:
        raise ConfigError("--serve writes nothing; leave --out out.")
    parts = [part.strip() for part in (said["what"] or "report").split(",")]
    for part in parts:
        if part not in WHAT:
            raise ConfigError(f"--what={said['what']}: takes {', '.join(WHAT)}.{near(part, WHAT)}")
    for name, needs in (("separate_videos", "video"), ("dims", "traces")):
        if said[name] and needs not in parts:
            raise ConfigError(f"--{name} is of --what={needs}, and that is not asked for.")
    return tuple(dict.fromkeys(parts))


def _folder(path: Path) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(f"--out={path} cannot be made: {error.strerror}.") from error
    return path


def write(
    path: Path, out: Path | None, what: Sequence[str], which: str, asked: dict[str, Any], said: Any
) -> list[Path]:
    """Writes all that is asked for of one run; returns the paths."""
    from diayn_jax import library, rundir
    from diayn_jax.checkpoint import CheckpointError
    from diayn_jax.show import record, report

    directory = out or path
    config, _ = rundir.read_config(path)
    title = f"{config.env}, {path.name}"
    record.check_asked(config, **asked)
    written: list[Path] = []
    if "curves" in what:
        from diayn_jax import logs
        from diayn_jax.show import charts

        rows = logs.read(path)
        figure = charts.curves_figure(rows, num_skills=config.num_skills, title=title)
        written += charts.write({"curves": figure}, directory)
    if set(what) == {"curves"}:
        return written
    begun = time.perf_counter()
    try:
        run = library.load(path, which)
    except CheckpointError as error:
        if set(what) - {"report", "curves"} or which != "latest":
            raise
        # A run that was killed early: what it has is shown.
        start.say(f"{error} The report has curves and settings alone.")
        page = report.write_directory(path, directory / rundir.REPORT, str(error))
        start.say(page.describe())
        return [*written, page.path]
    seconds = time.perf_counter() - begun
    start.say(f"Loaded {path} at step {int(run.state.counters.env_steps)} in {seconds:.1f} s")
    dims = said["dims"].split("+") if said["dims"] else ("auto",)
    if "traces" in what:
        from diayn_jax.show import traces

        traces.check(run, dims)
    for part in what:
        if part == "report":
            page = report.write(run, directory / rundir.REPORT, **asked)
            start.say(page.describe())
            written.append(page.path)
        elif part == "viewer":
            page = report.write_viewer(run, directory / report.VIEWER, **asked)
            start.say(page.describe())
            written.append(page.path)
        elif part == "traces":
            written += traces.write_run(run, directory, dims, title=title, **asked)
        elif part == "returns":
            from diayn_jax.show import charts

            episodes = asked["rollouts"] or config.eval_episodes
            played = record.play(run, asked["skills"], episodes, length=asked["length"], deterministic=False)
            figure = charts.returns_figure(played, num_skills=config.num_skills, title=title)
            written += charts.write({"returns": figure}, directory)
        elif part == "video":
            from diayn_jax.show import video

            episodes = {**asked, "rollouts": asked["rollouts"] or 1}
            formats = video.formats_here()
            if formats != video.FORMATS:
                start.say(f"{video.NO_MP4} It is written alone.")
            written += video.write_run(
                run, directory, formats=formats, separate=said["separate_videos"], **episodes
            )
    return written


def serve(path: Path, port: int, asked: dict[str, Any]) -> None:
    """Serves a run's page until Ctrl-C."""
    from diayn_jax import library
    from diayn_jax.show import serve as serving

    live = serving.Live(path, library.load, **asked)
    server = serving.make_server(live, port)
    start.say(f"{path} is at {serving.address(server)} (for this machine alone; Ctrl-C ends)")
    live.start()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        start.say("")
    finally:
        server.server_close()
        live.close()


if __name__ == "__main__":
    sys.exit(main())
