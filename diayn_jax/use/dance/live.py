"""Makes the page in which a robot dances live: the page of `diayn play`, with a song and a programme."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np

from diayn_jax.config import ConfigError
from diayn_jax.show.films.film_files import Sound
from diayn_jax.show.page import data_url
from diayn_jax.storage import paths
from diayn_jax.use.dance.schedule import Programme
from diayn_jax.use.dance.song import wav
from diayn_jax.use.dance.stage import Dancers
from diayn_jax.use.loaded_run import Run, load
from diayn_jax.use.named_run import LATEST, Named, skills_of
from diayn_jax.use.play import play

# Files that browsers play, by soundfile's names.
_MEDIA = {
    "WAV": "audio/wav",
    "WAVEX": "audio/wav",
    "FLAC": "audio/flac",
    "OGG": "audio/ogg",
    "MP3": "audio/mpeg",
}


class Music(NamedTuple):
    """The sound of a page."""

    name: str
    url: str  # the sound itself, as an address
    seconds: float  # the time at which the dance ends


def run_of_page(run: Named, checkpoint: int | str = LATEST, *, trust: bool = False) -> Run:
    """Returns a run that is played by MuJoCo, as a page does.

    Raises:
      ConfigError: as in `run_of`; or a page cannot simulate the run, or it is loaded on another backend.
      CheckpointError: there is no such checkpoint, or none that can be read.
    """
    play.check(skills_of(run, checkpoint, trust=trust))
    if not isinstance(run, Run):
        return load(paths.run_path(run), checkpoint, backend="native", trust=trust)
    backend = run.evaluator.env.backend
    if backend != "native":
        raise ConfigError(
            f"--page: this run is loaded on {backend}, but a page simulates by MuJoCo. Load it by "
            'load(RUN, backend="native").'
        )
    return run


def music_of(name: str, path: Path | None, sound: Sound) -> Music:
    """Returns the music of a page: a song's own file, or the project's own song (no path) as WAV.

    Raises:
      ConfigError: browsers do not play such a file.
    """
    if path is None:
        return Music(name, data_url(wav(sound), _MEDIA["WAV"]), sound.seconds)
    import soundfile

    kind = soundfile.info(path).format
    if kind not in _MEDIA:
        raise ConfigError(
            f"--page: {path} is {kind}, which browsers do not play. Give WAV, FLAC, OGG or MP3."
        )
    return Music(name, data_url(path.read_bytes(), _MEDIA[kind]), sound.seconds)


def pager(run: Run, music: Music, dancers: Dancers) -> Callable[[Programme], str]:
    """Returns a function that makes the page of a dance, as HTML; all dancers are at the dance's start.

    Raises:
      ConfigError: a page cannot simulate the run's environment.
    """
    source = play.source_of(run.skills, run.evaluator.env)
    start, physics = dancers.timestep.state, source["physics"]
    first = {"qpos": np.asarray(start.q[0]), "qvel": np.asarray(start.qd[0])}
    begun = {**source, "physics": {**physics, "starts": [*physics["starts"], first]}}

    def page_of(programme: Programme) -> str:
        dance = {
            **music._asdict(),
            "times": programme.step_times[:-1],
            "skills": np.repeat(programme.skill, programme.steps),
            "first": len(physics["starts"]),
        }
        return play.page_of(run.skills, play.name_of(run), begun, dance)

    return page_of
