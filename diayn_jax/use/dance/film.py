"""Films a dance with its song."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import numpy as np

from diayn_jax.envs import MujocoScene, Scene
from diayn_jax.output import Progress, counted, silent
from diayn_jax.show.films import offscreen, video
from diayn_jax.show.films.film_files import FilmFiles, Sound
from diayn_jax.storage import files

_FPS = 30
_WIDTH, _HEIGHT = 960, 540  # pixels


def check(scene: Scene | None) -> None:
    """Raises `ConfigError` if a scene is MuJoCo's and OpenGL is missing."""
    if isinstance(scene, MujocoScene):
        with offscreen.opengl(_WIDTH, _HEIGHT):
            pass


def write(
    path: Path,
    scene: Scene,
    poses: np.ndarray,
    times: np.ndarray,
    colours: Sequence[str],
    song: Sound,
    progress: Progress = silent,
) -> None:
    """Writes a dance as MP4; the body has the colour of the skill that moves it.

    Args:
      path: the film, which ends with `.mp4`.
      scene: how to draw the poses.
      poses: [T + 1, P], the poses at each step.
      times: [T + 1], the film's time of each step, seconds.
      colours: [T], the colour of each step's skill.
      song: the sound, which is as long as the film.
      progress: receives the number of pictures that are drawn.

    Raises:
      ConfigError: OpenGL is missing.
      RunFileError: the file cannot be written.
    """
    at = np.arange(int(song.seconds * _FPS)) / _FPS
    shown = between(scene, poses, times, at)
    step = np.clip(np.searchsorted(times, at, side="right") - 1, 0, len(colours) - 1)
    tints = [colours[i] for i in step]
    with (
        files.explained(path),
        FilmFiles(path.parent, path.stem, ("mp4",), Fraction(_FPS), sound=song) as film,
        video.painter(scene, shown, _WIDTH, _HEIGHT) as paint,
    ):
        pictures = paint.frames(shown, colours[0], tints)
        for picture in counted(pictures, "Filming the dance", len(at), progress):
            film.add(picture)


def between(scene: Scene, poses: np.ndarray, times: np.ndarray, at: np.ndarray) -> np.ndarray:
    """Returns the poses at the moments `at` [M], between those at `times` [T + 1]: [T + 1, P] -> [M, P].

    Before the first moment and after the last one, the body stands still.
    """
    place = np.interp(at, times, np.arange(len(times)))
    low = np.minimum(place.astype(int), len(times) - 2)
    share = (place - low)[:, None]
    found = (1 - share) * poses[low] + share * poses[low + 1]
    if isinstance(scene, MujocoScene):
        _turn_between(scene, found, poses[low], poses[low + 1], share[:, 0])
    return found


def _turn_between(
    scene: MujocoScene, found: np.ndarray, begin: np.ndarray, end: np.ndarray, share: np.ndarray
) -> None:
    """Replaces the joint angles in `found` [M, nq] by MuJoCo's, which turns bodies along the shortest way."""
    import mujoco

    model = scene.model()
    motion, pose = np.empty(model.nv), np.empty(model.nq)
    for row, (q, after, part) in enumerate(zip(begin, end, share, strict=True)):
        mujoco.mj_differentiatePos(model, motion, 1.0, np.float64(q), np.float64(after))
        pose[:] = q
        mujoco.mj_integratePos(model, pose, motion, float(part))
        found[row] = pose
