"""Films all skills in one scene: their bodies, each in its colour, start together from one place."""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from diayn_jax.config import ConfigError
from diayn_jax.envs import ImageScene, MujocoScene, PlaneScene, Scene
from diayn_jax.output import Progress, counted, silent
from diayn_jax.show.films import video
from diayn_jax.show.films.film_files import FORMATS, FilmFiles, check
from diayn_jax.show.films.flat_worlds import Plane
from diayn_jax.show.films.mujoco_scene import Stage, actors_of
from diayn_jax.show.record import Recording
from diayn_jax.show.shown_skills import ShownSkills
from diayn_jax.storage import files

NAME = "scene"
_WIDTH, _ASPECT = 960, 16 / 9  # pixels, and width over height
_GIF_BYTES = 3_000_000  # so that a page can hold it beside others


def check_scene(scene: Scene | None) -> None:
    """Raises `ConfigError` for a world that renders itself: its bodies cannot share one scene."""
    if isinstance(scene, ImageScene):
        raise ConfigError(
            "--scene: this world renders itself, so one picture cannot show the bodies of several skills. "
            "Leave --scene out to film them side by side."
        )


@contextlib.contextmanager
def _painter(scene: Scene, poses: np.ndarray, width: int, height: int) -> Iterator[Stage | Plane]:
    check_scene(scene)
    if isinstance(scene, MujocoScene):
        model = scene.model()
        with Stage(model, width, height, actors_of(model, poses)) as stage:
            yield stage
    else:
        assert isinstance(scene, PlaneScene)
        yield Plane(scene, poses, width, height)


def write(
    recording: Recording,
    directory: Path,
    *,
    skills: ShownSkills,
    formats: Sequence[str] = FORMATS,
    width: int = _WIDTH,
    speed: float = 1.0,
    progress: Progress = silent,
) -> list[Path]:
    """Writes `scene.mp4` and `scene.gif`: all recorded episodes in one picture, all of them in view.

    The GIF has at most 3 MB; if needed, it has fewer and smaller pictures. `width` is that of the picture,
    pixels. See `video.write` for the other arguments, the result and the errors; a world that renders itself
    raises `ConfigError`, too.
    """
    check(formats, speed, width)
    valid = np.asarray(recording.trajectories.valid)
    length, lengths = len(valid), valid.sum(axis=0)
    clock = video.timing(recording.dt, speed)
    steps = np.array(video.shown_steps(int(lengths.max()), clock.stride))
    ended = (steps[:, None] >= lengths) & (lengths < length)
    colours = [skills.colours[int(z)] for z in np.asarray(recording.trajectories.skill)]
    poses = recording.poses[steps]
    aspect = video.aspect(recording) if isinstance(recording.scene, PlaneScene) else _ASPECT
    height = round(width / max(aspect, 1.0)) // 2 * 2
    with (
        files.explained(directory / NAME),
        FilmFiles(directory, NAME, formats, clock.fps, _GIF_BYTES) as film,
        _painter(recording.scene, poses, width // 2 * 2, height) as paint,
    ):
        pictures = paint.scene_frames(poses, ended, colours)
        for picture in counted(pictures, "Filming the scene", len(steps), progress):
            film.add(picture)
    return film.paths
