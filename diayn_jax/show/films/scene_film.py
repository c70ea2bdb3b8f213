"""The film of all skills in one scene: their bodies, each in its colour, from one start at the same time."""

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
_GIF_BYTES = 3_000_000  # so that it can stand on a page beside others


class ScenePainter(Protocol):
    """Draws several episodes in one picture."""

    def scene_frames(
        self, poses: np.ndarray, ended: np.ndarray, colours: Sequence[str]
    ) -> Iterator[np.ndarray]:
        """Pictures [H, W, 3] uint8, one for each of `poses` [T, N, …]; what has `ended` [T, N] is pale."""


def check_scene(scene: Scene | None) -> None:
    """Refuses a world whose bodies cannot stand in one scene.

    Raises:
      ConfigError: it draws itself.
    """
    if isinstance(scene, ImageScene):
        raise ConfigError(
            "--scene: this world draws itself, so the bodies of several skills cannot be put into one "
            "picture. Leave --scene out for a film of them side by side."
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
    """Writes `scene.mp4` and `scene.gif`: all recorded episodes in one picture, which the camera frames.

    The GIF has at most 3 MB, by fewer and smaller pictures.

    Args:
      recording: the episodes.
      directory: where to write.
      skills: of the run.
      formats: of `FORMATS`.
      width: pixels.
      speed: 1: as fast as in life, where the environment has a time.

    Returns:
      The paths.

    Raises:
      ConfigError: a format that there is not, an extra that is not installed, no OpenGL, or a world that
        draws itself.
      RunFileError: a file that cannot be written.
    """
    check(formats)
    if not speed > 0 or width < video.TILE[0]:
        raise ConfigError(
            f"speed={speed}, width={width}: a film needs a speed above 0, and {video.TILE[0]} pixels or more."
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
    """Plays a run's skills and films them together; args and errors of `record` and `write`."""
    check(formats)
    check_scene(run.evaluator.env.scene)
    recording = record(
        run, skills, rollouts, length=length, deterministic=deterministic, seed=seed, **variation
    )
    return write(recording, directory, skills=shown_of(run.config), formats=formats, width=width, speed=speed)
