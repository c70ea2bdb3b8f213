"""Films skills as MP4 and GIF, in a grid or one by one, without a screen."""

import contextlib
import itertools
import math
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from diayn_jax.envs import MujocoScene, PlaneScene, Scene
from diayn_jax.evaluation.metrics import Trajectories
from diayn_jax.output import Progress, counted, silent
from diayn_jax.show.colours import skill_colours
from diayn_jax.show.films.film_files import FORMATS, NARROWEST, FilmFiles, check, gif
from diayn_jax.show.films.flat_worlds import Film, Plane
from diayn_jax.show.films.mujoco_scene import Stage
from diayn_jax.show.record import Recording
from diayn_jax.show.shown_skills import ShownSkills
from diayn_jax.storage import files
from diayn_jax.types import OptionUnderWay

_MOST_FPS = 30  # pictures per second of a film; a GIF allows at most 50
_NO_TIME = 0.2  # seconds; longer time steps are not shown in real time, but at 15 steps per second
_STEPS_PER_SECOND = 15
_WIDTH = 1280  # approximate width of a grid, pixels
_WIDEST = 480  # largest width of a tile, if none is asked for, pixels
_GAP = 4


class _Timing(NamedTuple):
    stride: int  # steps between two pictures
    fps: Fraction


class Look(NamedTuple):
    """How wide a film is, and how fast it plays."""

    width: int | None = None  # approximate width of the grid, pixels; None: as wide as its tiles need
    speed: float = 1.0  # playback speed; 1 is real time, if the environment has a time step


class _Grid(NamedTuple):
    """Tiles side by side."""

    columns: int
    width: int  # of a tile, pixels
    height: int


_PLAIN = Look()


@contextlib.contextmanager
def painter(scene: Scene, poses: np.ndarray, width: int, height: int) -> Iterator[Stage | Plane | Film]:
    """Opens the painter of a scene; its `frames` draws the pictures of an episode.

    All `poses` [..., P] that will be drawn are given, because the view of a plane must fit them. Width and
    height are in pixels. Raises `ConfigError` if the scene is MuJoCo's and OpenGL is missing.
    """
    if isinstance(scene, MujocoScene):
        with Stage(scene.model(), width, height) as stage:
            yield stage
    elif isinstance(scene, PlaneScene):
        yield Plane(scene, poses, width, height)
    else:
        yield Film(width, height)


def timing(dt: float, speed: float = 1.0) -> _Timing:
    """Returns which steps a film shows, and its frame rate, for steps of `dt` seconds at a playback speed."""
    per_second = speed * (_STEPS_PER_SECOND if dt > _NO_TIME else 1 / dt)
    stride = max(1, math.ceil(per_second / _MOST_FPS - 1e-6))
    return _Timing(stride, Fraction(per_second / stride).limit_denominator(1000))


def write(
    recording: Recording,
    directory: Path,
    *,
    skills: ShownSkills,
    formats: Sequence[str] = FORMATS,
    separate: bool = False,
    look: Look = _PLAIN,
    progress: Progress = silent,
) -> list[Path]:
    """Writes films of recorded episodes.

    `skills.mp4` and `skills.gif` show all episodes side by side, each with its skill's number. They are as
    long as the longest episode; an episode that has ended stands still and turns pale. With `separate`,
    each episode also gets a film of its own length, such as `skill_03.mp4`. Returns the paths.

    Args:
      recording: the episodes.
      directory: the directory of the films.
      skills: the skills of the run.
      formats: some of `FORMATS`.
      separate: whether each episode also gets its own film.
      look: the films' width and speed.
      progress: receives the number of pictures that are drawn.

    Raises:
      ConfigError: as for `film_files.check`, or OpenGL is missing.
      RunFileError: a file cannot be written.
    """
    check(formats, look.speed, look.width)
    skill = np.asarray(recording.trajectories.skill)
    clock = timing(recording.dt, look.speed)
    films: dict[str, Sequence[int]] = {"skills": range(len(skill))}
    if separate:
        films |= {_name(n, skill): [n] for n in range(len(skill))}
    lengths = np.asarray(recording.trajectories.valid).sum(axis=0)
    paths = []
    for name, episodes in films.items():
        grid = _grid(len(episodes), aspect(recording), look.width)
        pictures = len(shown_steps(int(lengths[list(episodes)].max()), clock.stride))
        sheets = _sheets(recording, episodes, skills, grid, clock.stride)
        with files.explained(directory / name), FilmFiles(directory, name, formats, clock.fps) as film:
            for sheet in counted(sheets, f"Filming {name}", pictures, progress):
                film.add(sheet)
        paths += film.paths
    return paths


def as_gif(recording: Recording, *, skills: ShownSkills, tile_width: int, pictures: int) -> bytes:
    """Returns a GIF of all episodes side by side, with at most `pictures` pictures (2 or more).

    Raises `ConfigError` as `painter` does.
    """
    count = len(recording.trajectories.skill)
    length = recording.poses.shape[0] - 1
    clock = timing(recording.dt)
    # A film has one picture more than strides, because it also shows the start.
    stride = max(clock.stride, -(-length // (pictures - 1)))
    grid = _grid(count, aspect(recording), None)
    grid = grid._replace(width=tile_width, height=round(tile_width / aspect(recording)))
    sheets = _sheets(recording, range(count), skills, grid, stride)
    return gif(sheets, clock.fps * clock.stride / stride)


def _sheets(
    recording: Recording, episodes: Sequence[int], skills: ShownSkills, grid: _Grid, stride: int
) -> Iterator[np.ndarray]:
    """Yields pictures [H, W, 3] of episodes side by side; every picture is the same array, overwritten."""
    columns, width, height = grid
    rows = -(-len(episodes) // columns)
    shape = (rows * height + (rows - 1) * _GAP, columns * width + (columns - 1) * _GAP, 3)
    with painter(recording.scene, recording.poses, width, height) as paint:
        tiles = [_tile(recording, n, skills, stride, paint, width) for n in episodes]
        sheet = np.full(shape, 255, np.uint8)
        ended: set[int] = set()
        for pictures in itertools.zip_longest(*tiles):
            for place, picture in enumerate(pictures):
                top, left = (place // columns) * (height + _GAP), (place % columns) * (width + _GAP)
                where = sheet[top : top + height, left : left + width]
                if picture is not None:
                    where[:] = picture
                elif place not in ended:
                    ended.add(place)
                    where[:] = where // 2 + 127
            yield sheet


def _tile(
    recording: Recording, n: int, skills: ShownSkills, stride: int, paint: Stage | Plane | Film, width: int
) -> Iterator[np.ndarray]:
    """Yields pictures of an episode with its label, up to and including its last state."""
    trajectories = recording.trajectories
    skill = np.asarray(trajectories.skill)
    colour = skills.colours[int(skill[n])]
    sign = _sign(_label(n, skill, skills), colour, width)
    steps = shown_steps(int(np.asarray(trajectories.valid)[:, n].sum()), stride)
    for picture in paint.frames(recording.poses[steps, n], colour, _option_colours(trajectories, n, steps)):
        image = Image.fromarray(picture)
        image.paste(sign, (6, 6), sign)
        yield np.asarray(image)


def _option_colours(trajectories: Trajectories, n: int, steps: Sequence[int]) -> list[str] | None:
    """Returns the colour of the active option at some steps of episode n; None without options."""
    actor, length = trajectories.actor, int(np.asarray(trajectories.valid)[:, n].sum())
    if not isinstance(actor, OptionUnderWay) or not length:
        return None
    option = np.asarray(actor.option, np.int64)
    colours = skill_colours(max(int(option.max()) + 1, 1))
    # The last state has no step of its own; it takes the option of the step before it.
    return [colours[max(int(option[min(step, length - 1), n]), 0)] for step in steps]


def shown_steps(length: int, stride: int) -> list[int]:
    """Returns the steps that a film shows of an episode of `length` steps, from start to last state."""
    steps = list(range(0, length + 1, stride))
    return steps if steps[-1] == length else [*steps, length]


def aspect(recording: Recording) -> float:
    """Returns the width of a tile divided by its height."""
    scene = recording.scene
    if isinstance(scene, PlaneScene):
        (left, right), (low, high) = scene.limits
        return min(max((right - left) / (high - low), 0.75), 2.0)
    if isinstance(scene, MujocoScene):
        return 4 / 3
    return recording.poses.shape[3] / recording.poses.shape[2]


def _grid(count: int, aspect: float, width: int | None) -> _Grid:
    """Returns a grid of about 16:9 for `count` tiles; None: as wide as its tiles need."""
    best = math.sqrt(count * 16 / 9 / aspect)

    def cost(columns: int) -> float:
        # Weigh empty tiles in the last row against a shape far from 16:9.
        return -count % columns / count + 0.5 * abs(math.log(columns / best))

    columns = min((c for c in range(1, count + 1) if abs(c - best) < 2 or count == 1), key=cost)
    room = _WIDTH if width is None else width
    side = min(max(room // columns, NARROWEST), _WIDEST if width is None else room)
    return _Grid(columns, side // 2 * 2, round(side / aspect) // 2 * 2)


def _label(n: int, skill: np.ndarray, skills: ShownSkills) -> str:
    """Returns the label of an episode's tile; it has the episode's number if a skill has several."""
    which = f" · {int((skill[:n] == skill[n]).sum()) + 1}" if len(np.unique(skill)) < len(skill) else ""
    return f"{skills.labels[int(skill[n])]}{which}"


def _name(n: int, skill: np.ndarray) -> str:
    """Returns the name of an episode's own film."""
    before = int((skill[:n] == skill[n]).sum())
    return f"skill_{int(skill[n]):02}" + (f"_{before + 1}" if before else "")


def writable(text: str) -> str:
    """Replaces the characters that Pillow's own font lacks."""
    return text.replace("−", "-").replace("…", "...")


def _sign(text: str, colour: str, width: int) -> Image.Image:
    """Draws a label with a dot of the skill's colour, RGBA."""
    text = writable(text)
    fine = 4  # drawn larger and then reduced, because Pillow draws hard edges
    size = fine * max(11, min(round(width / 16), 22))
    font = ImageFont.load_default(size)
    left, _, right, _ = font.getbbox(text)
    pad, dot, height = size // 2, round(0.72 * size), round(1.5 * size) // fine * fine
    across = (round(right - left) + round(2.7 * pad) + dot) // fine * fine
    sign = Image.new("RGBA", (across, height), (255, 255, 255, 0))
    draw = ImageDraw.Draw(sign)
    draw.rounded_rectangle((0, 0, across - 1, height - 1), radius=height // 2, fill=(255, 255, 255, 215))
    draw.ellipse((pad, (height - dot) / 2, pad + dot, (height + dot) / 2), fill=colour)
    draw.text((1.6 * pad + dot, height / 2), text, fill="#2b2f36", font=font, anchor="lm")
    return sign.reduce(fine)
