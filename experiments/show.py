"""Shows what was learned: `python -m experiments.show runs/ant/NAME`."""

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from diayn_jax.config import ConfigError, did_you_mean, near
from experiments import flags, start

WHAT = ("report", "viewer", "traces", "video", "returns", "curves")
PORT = 8640
FIELDS = ("device",)

COMMAND = (
    flags.Command("what", f"what to write, of {', '.join(WHAT)} [default report]", "A,B"),
    flags.Command("skills", "which skills [default all]", "0,3,7"),
    flags.Command("rollouts", "episodes of each skill [default as evaluations, 5 traces, 1 video]", "N"),
    flags.Command("max_path_length", "steps of an episode at most [default as trained]", "N"),
    flags.Command("separate_videos", "a video of each skill beside the one of all"),
    flags.Command("dims", "axes of traces, such as xy, obs:3,7, x,speed or pca; several with +", "AXES"),
    flags.Command("which", "checkpoint: latest, best (by eval/mi) or its steps [default latest]", "WHICH"),
    flags.Command("out", "folder to write to [default the run's]", "DIR"),
    flags.Command("serve", "serve the page live to this machine, while training goes on"),
    flags.Command("port", f"of --serve; 0: any that is free [default {PORT}]", "N"),
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
  0  done; 2  refused; 4  a file cannot be written or read; 130  stopped by Ctrl-C
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit code."""

    def command() -> int:
        parsed = flags.parse(sys.argv[1:] if argv is None else argv, COMMAND, FIELDS, operands=True)
        if not parsed.command["help"]:
            return show(parsed)
        print(flags.help_text(INTRO, COMMAND, CLOSING, fields=FIELDS), end="", flush=True)
        return 0

    return start.run(command)


def show(parsed: flags.Parsed) -> int:
    """Writes or serves what a command line asks for; returns the exit code."""
    said = parsed.command
    asked = {
        "skills": whole_numbers("skills", said["skills"], low=0),
        "rollouts": whole_number("rollouts", said["rollouts"]),
        "length": whole_number("max_path_length", said["max_path_length"]),
    }
    what = _what(said)
    paths = [run_path(name) for name in parsed.operands]
    if not paths:
        raise ConfigError(f"Name a run: its directory, such as runs/ant/NAME.{_latest_run()}")
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
        print(page.describe())
        print(f"Wrote {page.path}")
        return 0
    device = parsed.overrides.get("device", "auto")
    start.start_jax(device=device, num_devices=1)
    which = said["which"] or "latest"
    try:
        if said["serve"]:
            port = whole_number("port", said["port"], low=0)
            serve(paths[0], PORT if port is None else port, asked)
        else:
            for path in write(paths[0], out, what, which, asked, said):
                print(f"Wrote {path}")
    except rundir.RunFileError as error:
        from diayn_jax.checkpoint import CheckpointError, UnreadableCheckpointError

        absent = isinstance(error, CheckpointError) and not isinstance(error, UnreadableCheckpointError)
        return start.fail(error, start.REFUSED if absent else start.FAILED)
    return 0


def _what(said: Any) -> tuple[str, ...]:
    if said["serve"] and said["what"]:
        raise ConfigError("--serve serves the report; leave --what out.")
    if said["port"] and not said["serve"]:
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


def whole_number(name: str, text: str | None, low: int = 1) -> int | None:
    """A flag's whole number, None where it was not given.

    Raises:
      ConfigError: anything else.
    """
    numbers = whole_numbers(name, text, low)
    if numbers is not None and len(numbers) != 1:
        raise ConfigError(f"--{name}={text} is not allowed: it takes a whole number, {low} or more.")
    return None if numbers is None else numbers[0]


def whole_numbers(name: str, text: str | None, low: int = 1) -> list[int] | None:
    """A flag's whole numbers, None where it was not given.

    Raises:
      ConfigError: anything else.
    """
    if text is None:
        return None
    try:
        numbers = [int(part) for part in text.split(",")]
    except ValueError:
        numbers = []
    if not numbers or min(numbers) < low:
        raise ConfigError(
            f"--{name}={text} is not allowed: it takes whole numbers, {low} or more, separated by commas."
        )
    return list(dict.fromkeys(numbers))


def run_path(name: str) -> Path:
    """The directory of a run that is named by it, or by a file in it.

    Raises:
      ConfigError: there is none.
    """
    from diayn_jax import rundir

    path = Path(name).expanduser()
    if path.is_file() and (path.parent / rundir.CONFIG).exists():
        path = path.parent
    if not path.is_dir():
        others = sorted(p.name for p in path.parent.iterdir() if p.is_dir()) if path.parent.is_dir() else []
        raise ConfigError(f"{path}: there is no such run.{near(path.name, others)}{_latest_run()}")
    if not (path / rundir.CONFIG).exists():
        inside = sorted(p.parent for p in path.glob(f"*/{rundir.CONFIG}")) or sorted(
            p.parent for p in path.glob(f"*/*/{rundir.CONFIG}")
        )
        hint = did_you_mean([str(p) for p in inside[-3:]])
        raise ConfigError(f"{path} is not a run: it has no {rundir.CONFIG}.{hint}")
    return path


def _latest_run() -> str:
    found = list(Path("runs").glob("*/*/config.json"))
    return f" The latest here is {max(found, key=lambda p: p.stat().st_mtime).parent}." if found else ""


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
        print(f"{error} The report has curves and settings alone.")
        page = report.write_directory(path, directory / rundir.REPORT, str(error))
        print(page.describe())
        return [*written, page.path]
    seconds = time.perf_counter() - begun
    print(f"Loaded {path} at step {int(run.state.counters.env_steps)} in {seconds:.1f} s", flush=True)
    dims = said["dims"].split("+") if said["dims"] else ("auto",)
    if "traces" in what:
        from diayn_jax.show import traces

        traces.check(run, dims)
    for part in what:
        if part == "report":
            page = report.write(run, directory / rundir.REPORT, **asked)
            print(page.describe())
            written.append(page.path)
        elif part == "viewer":
            page = report.write_viewer(run, directory / report.VIEWER, **asked)
            print(page.describe())
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
                print(f"{video.NO_MP4} It is written alone.")
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
    print(f"{path} is at {serving.address(server)} (for this machine alone; Ctrl-C ends)", flush=True)
    live.start()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()
    finally:
        server.server_close()
        live.close()


if __name__ == "__main__":
    sys.exit(main())
