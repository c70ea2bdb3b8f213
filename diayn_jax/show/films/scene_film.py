"""Films all skills in one scene: their bodies, each in its colour, start together from one place."""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from diayn_jax.config import ConfigError
from diayn_jax.envs import ImageScene, MujocoScene, PlaneScene, Scene
from diayn_jax.show.films import video
from diayn_jax.show.films.film_files import FORMATS, FilmFiles, check
from diayn_jax.show.films.flat_worlds import Plane
from diayn_jax.show.films.mujoco_scene import Stage, actors_of
from diayn_jax.show.record import PlayableRun, Recording, record
from diayn_jax.show.shown_skills import ShownSkills, shown_of
from diayn_jax.storage import files

NAME = "scene"
_WIDTH, _ASPECT = 960, 16 / 9  # pixels, and width over height
_GIF_BYTES = 3_000_000  # so that a page can hold it beside others


class ScenePainter(Protocol):
    """Draws several episodes in one picture."""

    def scene_frames(
        self, poses: np.ndarray, ended: np.ndarray, colours: Sequence[str]
    ) -> Iterator[np.ndarray]:
        """Yields pictures [H, W, 3] uint8, one for each of `poses` [T, N, …]; `ended` [T, N] are pale."""


def check_scene(scene: Scene | None) -> None:
    """Raises an error for a world whose bodies cannot share one scene.

    Raises:
      ConfigError: the world renders itself.
    """
    if isinstance(scene, ImageScene):
        raise ConfigError(
            "--scene: this world renders itself, so one picture cannot show the bodies of several skills. "
            "Leave --scene out to film them side by side."
        )


@contextlib.contextmanager
def _painter(scene: Scene, poses: np.ndarray, width: int, height: int) -> Iterator[ScenePainter]:
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
) -> list[Path]:
    """Writes `scene.mp4` and `scene.gif`: all recorded episodes in one picture, all of them in view.

    The GIF has at most 3 MB; if needed, it has fewer and smaller pictures.

    Args:
      recording: the episodes.
      directory: the directory of the films.
      skills: the skills of the run.
      formats: some of `FORMATS`.
      width: width of the picture, pixels.
      speed: playback speed; 1 is real time, if the environment has a time step.

    Returns:
      The paths of the files.

    Raises:
      ConfigError: a format is unknown, an extra is not installed, OpenGL is missing, or the world renders
        itself.
      RunFileError: a file cannot be written.
    """
    check(formats)
    if not speed > 0 or width < video.TILE[0]:
        raise ConfigError(
            f"speed={speed}, width={width}: speed must be above 0, and width at least {video.TILE[0]} pixels."
        )
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
        for picture in paint.scene_frames(poses, ended, colours):
            film.add(picture)
    return film.paths


def write_run(
    run: PlayableRun,
    directory: Path,
    *,
    skills: Sequence[int] | None = None,
    rollouts: int = 1,
    length: int | None = None,
    deterministic: bool = True,
    seed: int = 0,
    formats: Sequence[str] = FORMATS,
    width: int = _WIDTH,
    speed: float = 1.0,
    **variation: Any,
) -> list[Path]:
    """Plays a run's skills and films them in one scene; see `record` and `write` for arguments and errors."""
    check(formats)
    check_scene(run.evaluator.env.scene)
    recording = record(
        run, skills, rollouts, length=length, deterministic=deterministic, seed=seed, **variation
    )
    return write(recording, directory, skills=shown_of(run.config), formats=formats, width=width, speed=speed)
