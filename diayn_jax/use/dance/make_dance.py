"""Makes the skills of a run dance to a song: the schedule, its measure, and a film with sound."""

import dataclasses
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from diayn_jax.config import ConfigError, check_seed, in_arguments
from diayn_jax.output import Progress, silent
from diayn_jax.records import Record, plain
from diayn_jax.show.films.film_files import Sound
from diayn_jax.show.shown_skills import shown_of
from diayn_jax.storage import files, paths, provenance
from diayn_jax.use.dance import beats as beat_tracking
from diayn_jax.use.dance import film, live, named, rhythm, schedule, stage
from diayn_jax.use.dance.beats import Beats
from diayn_jax.use.dance.schedule import Programme, Repertoire
from diayn_jax.use.dance.song import BAR, own_beats, own_song, write_wav
from diayn_jax.use.loaded_run import Run
from diayn_jax.use.named_run import LATEST, Named, path_of, run_of

RANDOM = 16  # random schedules to compare with
_MOST_LINES = 20


class Found(NamedTuple):
    """A dance, and how well it keeps to the beats."""

    programme: Programme
    repertoire: Repertoire
    poses: np.ndarray  # [T + 1, P]
    onsets: np.ndarray  # seconds at which motion sets in
    on_beat: float  # F-measure of the onsets on beats, see `rhythm.on_beat`
    random: np.ndarray  # [R], the same of random schedules, which change skills as often


@dataclasses.dataclass(frozen=True, repr=False)
class Dance(Record):
    """A run's skills on the beats of a song."""

    found: Found
    beats: Beats
    run: Run
    song: str  # the song's file name, or the tempo of the project's own
    settings: Mapping[str, Any]  # seed, control_seconds
    written: tuple[Path, ...] = ()

    def lines(self) -> list[str]:
        """Returns the skills that dance, and how well their motion keeps to the beats."""
        found, beats = self.found, self.beats
        rows = ["skill  intervals  own rhythm, Hz  joint speed"]
        skills, counts = np.unique(found.programme.skill, return_counts=True)
        for i in np.argsort(-counts, kind="stable")[:_MOST_LINES]:
            hertz = found.repertoire.hertz[skills[i]]
            own = f"{hertz:14.2f}" if hertz else f"{'a pose':>14s}"
            rows.append(
                f"{skills[i]:5d}  {counts[i]:9d}  {own}  {found.repertoire.liveliness[skills[i]]:11.2f}"
            )
        if len(skills) > _MOST_LINES:
            rows.append(f"… and {len(skills) - _MOST_LINES} more")
        rates = found.programme.rates(self.settings["control_seconds"])
        return [
            *rows,
            f"{len(beats.times)} beats at {beats.tempo:.1f} per minute; playback rate {rates.min():.2f} to "
            f"{rates.max():.2f}",
            f"Motion sets in on beats: F {found.on_beat:.2f} (random schedules {found.random.mean():.2f})",
        ]

    def as_json(self) -> dict[str, Any]:
        """Returns the content of the JSON file, and the files that were written."""
        return plain({**document(self), "written": self.written})

    def cells(self) -> list[list[str]]:
        """Returns a row for each interval of the song."""
        rows = self.found.programme.rows(self.settings["control_seconds"])
        cells = [[str(step), f"{at:.2f}", str(z), f"{rate:.2f}"] for step, at, z, rate in rows]
        return [["step", "seconds", "skill", "rate"], *cells]


@in_arguments
def dance(
    run: Named,
    song: str | os.PathLike[str] | None = None,
    *,
    tempo: int | None = None,
    seconds: int | None = None,
    schedule_only: bool = False,
    page: str | os.PathLike[str] | None = None,
    seed: int = 0,
    checkpoint: int | str = LATEST,
    file: str | os.PathLike[str] | None = None,
    trust: bool = False,
    progress: Progress = silent,
) -> Dance:
    """Puts a run's skills on the beats of a song, and films them with its sound; `diayn dance RUN SONG`.

    Args:
      run: the run, by its directory or as a `Run`.
      song: a sound file: WAV, FLAC, OGG or MP3; None: the project's own song.
      tempo: the tempo of the project's own song, beats per minute.
      seconds: how much of the song is danced; None: all of it, or 30 s of the project's own.
      schedule_only: writes no film.
      page: the HTML file to write instead of the film: a page in which the robot dances live, simulated by
        MuJoCo, without a server. The dance is then made for MuJoCo's physics.
      seed: the seed of the first state.
      checkpoint: `latest`, `best`, or the checkpoint's environment steps.
      file: the JSON file to write, with the film beside it; None: `dance-SONG.json` in the run's
        directory, if it has one.
      trust: lets the run import code of the user's own that it names.
      progress: receives what is being done.

    Raises:
      ConfigError: there is no such run, or it has fewer than two skills; the song cannot be read; an extra is
        not installed; or the environment cannot be danced in, or not be simulated in a page.
      CheckpointError: there is no such checkpoint.
      RunFileError: a file cannot be written.
    """
    source = named.check(song, tempo, seconds, schedule_only, file, page)
    check_seed(seed)
    directory = path_of(run)
    name = f"{tempo}bpm" if source is None else source.stem
    out = paths.out_file(file, directory and directory / f"dance-{name}.json", "dance.json")
    sound, beats = heard(source, tempo, seconds)
    run = (run_of if page is None else live.run_of_page)(run, checkpoint, trust=trust)
    check_dancer(run, beats)
    filmed = out is not None and not schedule_only and page is None
    if filmed:
        film.check(run.evaluator.env.scene)
    title = f"{out.stem if out else name}.wav" if source is None else source.name
    on = stage_for(run, beats)
    # What a page cannot show is refused before the search.
    to_page = None if page is None else live.pager(run, live.music_of(title, source, sound), on.start(seed))
    found = find_dance(on, beats, seed, progress)
    settings = {"seed": seed, "control_seconds": stage.control_seconds(run.evaluator.env)}
    danced = Dance(found, beats, run, title, settings)
    written = [] if out is None else _write(out, danced, sound, source is None)
    if out is not None and filmed:
        written.append(out.with_suffix(".mp4"))
        _film(written[-1], danced, sound, progress)
    if page is not None and to_page is not None:
        written.append(paths.out_page(page))
        files.write_atomic(written[-1], to_page(found.programme).encode())
    return dataclasses.replace(danced, written=tuple(written))


def heard(path: Path | None, tempo: int | None, seconds: int | None) -> tuple[Sound, Beats]:
    """Returns a song and its beats; without a path, the project's own song.

    Raises:
      ConfigError: the song cannot be read, or too few beats are heard.
    """
    if path is not None:
        sound = beat_tracking.read_song(path, seconds)
        return sound, beat_tracking.find_beats(sound)
    assert tempo is not None
    sound = own_song(tempo, seconds or named.OWN_SECONDS)
    times = own_beats(tempo, sound.seconds)
    downbeat = np.arange(len(times)) % BAR == 0
    return sound, beat_tracking.make_beats(sound, times, np.ones(len(times)), downbeat)


def check_dancer(run: Run, beats: Beats) -> None:
    """Raises `ConfigError` for a run that cannot dance: it has fewer than two skills, or its world cannot."""
    env = run.evaluator.env
    if len(run.trainer.components.skills.probes) < 2:
        raise ConfigError(
            f"dance: this run has fewer than two skills (--objective={run.config.objective}). Name a run "
            "that has more."
        )
    if env.runs_on == "simulator":
        raise ConfigError(f"dance: {env.name} runs in a simulator that cannot go back to an earlier state.")
    rhythm.joints_of(env.scene, env.name)
    schedule.check_tempo(beats, stage.control_seconds(env))


def stage_for(run: Run, beats: Beats) -> stage.Stage:
    """Makes the stage on which a run's skills dance to a song."""
    dt = stage.control_seconds(run.evaluator.env)
    return stage.make_stage(run, schedule.PATHS, schedule.longest(schedule.make_grid(beats), dt))


def find_dance(on: stage.Stage, beats: Beats, seed: int = 0, progress: Progress = silent) -> Found:
    """Finds the skills for the beats of a song, dances them from a new start, and measures the dance."""
    grid = schedule.make_grid(beats)
    progress("Rehearsing the skills")
    repertoire = schedule.rehearse(on, seed)
    programme = schedule.search(on, grid, repertoire, seed, progress)
    draw = np.random.default_rng(seed)
    random = [
        schedule.random_programme(programme, on.skills, on.dt, draw)
        for _ in range(min(RANDOM, on.number - 1))
    ]
    poses, *others = schedule.perform(on, [programme, *random], seed)

    def onsets(dance: Programme, poses: np.ndarray) -> np.ndarray:
        times = dance.step_times
        return rhythm.onsets(rhythm.speeds(on.joints(poses), times), times)

    found = onsets(programme, poses)
    apart = [
        rhythm.on_beat(onsets(dance, its), beats.times) for dance, its in zip(random, others, strict=True)
    ]
    return Found(programme, repertoire, poses, found, rhythm.on_beat(found, beats.times), np.array(apart))


def document(danced: Dance) -> dict[str, Any]:
    """Returns the content of the JSON file: what a player needs, the figures, and where they are from."""
    found, beats, run = danced.found, danced.beats, danced.run
    programme = found.programme
    return {
        "run": str(run.path) if run.path else None,
        "env": run.config.env,
        "env_steps": int(run.state.counters.env_steps),
        "song": danced.song,
        **danced.settings,
        "steps": int(programme.begins[-1]),
        "programme": [
            {"step": step, "seconds": round(at, 4), "skill": z, "rate": round(rate, 4)}
            for step, at, z, rate in programme.rows(danced.settings["control_seconds"])
        ],
        "beats": np.round(beats.times, 4).tolist(),
        "loudness": np.round(beats.loudness, 4).tolist(),
        "tempo": beats.tempo,
        "onsets": np.round(found.onsets, 4).tolist(),
        "on_beat": found.on_beat,
        "on_beat_random": found.random.tolist(),
        "hertz": found.repertoire.hertz.tolist(),
        "liveliness": found.repertoire.liveliness.tolist(),
        "device": provenance.device(),
        "versions": provenance.versions(),
    }


def _write(out: Path, danced: Dance, sound: Sound, own: bool) -> list[Path]:
    """Writes the dance as JSON, and the project's own song; returns the paths."""
    written = [out]
    files.write_json(out, document(danced))
    if own:
        written.append(out.with_suffix(".wav"))
        write_wav(written[-1], sound)
    return written


def _film(out: Path, danced: Dance, sound: Sound, progress: Progress) -> None:
    scene, programme = danced.run.evaluator.env.scene, danced.found.programme
    assert scene is not None
    colours = [shown_of(danced.run.config).colours[z] for z in np.repeat(programme.skill, programme.steps)]
    film.write(out, scene, danced.found.poses, programme.step_times, colours, sound, progress)
