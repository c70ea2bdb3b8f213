"""The mazes of HIRO's ant: square cells, and in some mazes a block that the ant can push.

Layouts, sizes and the block's joints are those of maze_env.py and maze_env_utils.py by HIRO's authors
(github.com/tensorflow/models, research/efficient-hrl). The block differs from theirs in four ways:

- It touches the ground only in the maze where it can fall.
- It comes to rest when it is not pushed.
- Its mass is 0.2 kg; theirs have at most 0.001 kg.
- It leaves 4 cm free on each side. Their block does so only in the maze where it falls. Where it is
  only pushed, it fills its cell. Here such a block would rub along the walls: a push of 12 N for 20 s moved
  it by 2 m, and moved a block with the gap by all 8 m.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree import ElementTree

from diayn_jax.envs.providers.obstacles import OBSTACLE, Edit, text, touching, world

CELL = 8.0  # m, the side of a cell
HEIGHT = 4.0  # m, height of walls, of blocks, and of the ground above a chasm
WALL, GROUND, ROBOT, CHASM, PUSHED, FALLING = "#", ".", "r", " ", "x", "y"
_SHRUNK = 0.99  # factor on a block's sides, so that the block moves freely between walls

# Rows go along y, and columns along x. The origin is in the middle of the robot's cell.
U_MAZE = ("#####", "#r..#", "###.#", "#...#", "#####")
PUSH = ("#####", "#.r##", "#.x.#", "##.##", "#####")
FALL = ("####", "#r.#", "#.y#", "#  #", "#..#", "####")

# To the robot, the movable block is an obstacle. To walls and raised ground, it is like a part of the robot
# (type 2).
_MOVABLE = {"contype": "2", "conaffinity": "3", "condim": "3"}


class Cell(NamedTuple):
    """A cell of a layout, with the position of its middle, m."""

    kind: str
    x: float
    y: float


def cells(layout: tuple[str, ...]) -> Iterator[Cell]:
    """Yields the cells of a layout."""
    row, column = next((i, line.index(ROBOT)) for i, line in enumerate(layout) if ROBOT in line)
    for i, line in enumerate(layout):
        for j, kind in enumerate(line):
            yield Cell(kind, CELL * (j - column), CELL * (i - row))


def is_ground(layout: tuple[str, ...], x: float, y: float, margin: float) -> bool:
    """Returns whether a square around a position, ± `margin` m, is on free ground."""
    free = {(cell.x, cell.y) for cell in cells(layout) if cell.kind in (GROUND, ROBOT)}
    corners = [(x + dx, y + dy) for dx in (-margin, margin) for dy in (-margin, margin)]
    return all((CELL * round(a / CELL), CELL * round(b / CELL)) in free for a, b in corners)


def block_joints(layout: tuple[str, ...]) -> int:
    """Returns the number of joints of the block; 0 if there is no block."""
    return 2 * any(cell.kind in (PUSHED, FALLING) for cell in cells(layout))


def base_height(layout: tuple[str, ...]) -> float:
    """Returns the height of the ground on which the robot starts, m."""
    return HEIGHT if any(cell.kind == CHASM for cell in cells(layout)) else 0.0


def outlines(layout: tuple[str, ...]) -> tuple[tuple[tuple[float, float], tuple[float, float]], ...]:
    """Returns the sides of walls and chasms as segments in xy, m."""
    kinds = {(cell.x, cell.y): cell.kind for cell in cells(layout)}
    half, found = CELL / 2, []
    for (x, y), kind in kinds.items():
        for dx, dy in ((1, 0), (0, 1)):
            beside = kinds.get((x + dx * CELL, y + dy * CELL))
            if beside is not None and _kept_apart(kind) != _kept_apart(beside):
                # The middle of the side, and half of the side itself.
                a, b, along_x, along_y = x + dx * half, y + dy * half, dy * half, dx * half
                found.append(((a - along_x, b - along_y), (a + along_x, b + along_y)))
    return tuple(found)


def _kept_apart(kind: str) -> str:
    return kind if kind in (WALL, CHASM) else GROUND


def maze(layout: tuple[str, ...], parts: tuple[str, ...]) -> Edit:
    """Returns an edit that adds a maze around a robot. The ground is raised if the maze has a chasm.

    Args:
      parts: geoms of the robot that touch walls, besides those that touch the ground.
    """
    base = base_height(layout)

    def edit(root: ElementTree.Element) -> None:
        touching(root, parts)
        for cell in cells(layout):
            if base and cell.kind != CHASM:
                _box(world(root), (cell.x, cell.y, base / 2), (CELL, CELL, base), "0.6 0.6 0.6 1", OBSTACLE)
            if cell.kind == WALL:
                middle = (cell.x, cell.y, base + HEIGHT / 2)
                _box(world(root), middle, (CELL, CELL, HEIGHT), "0.5 0.5 0.55 1", OBSTACLE)
            elif cell.kind in (PUSHED, FALLING):
                _block(root, cell, base)
        _start(root, base, block_joints(layout))

    return edit


def _box(
    to: ElementTree.Element, middle: Sequence[float], sides: Sequence[float], rgba: str, kind: dict[str, str]
) -> None:
    size = text([side / 2 for side in sides])
    shape = {"type": "box", "pos": text(middle), "size": size, "rgba": rgba}
    ElementTree.SubElement(to, "geom", {**kind, **shape})


def _block(root: ElementTree.Element, cell: Cell, base: float) -> None:
    middle = text((cell.x, cell.y, base + HEIGHT / 2))
    body = ElementTree.SubElement(world(root), "body", {"name": "block", "pos": middle})
    falls = cell.kind == FALLING
    ranges = {"0 1 0": (-CELL, CELL)} | ({"0 0 1": (-base, 0.0)} if falls else {"1 0 0": (-CELL, CELL)})
    for axis, (low, high) in sorted(ranges.items(), reverse=True):
        # A block that is only pushed moves along x and y without limits, as in the authors' code.
        limits = {"limited": "true", "range": text((low, high))} if falls else {"limited": "false"}
        # No damping along z, so that the block falls freely.
        damping = "0" if axis == "0 0 1" else "1"
        joint = {"type": "slide", "axis": axis, "pos": "0 0 0", "armature": "0", "damping": damping}
        ElementTree.SubElement(body, "joint", {**joint, **limits})
    side = _SHRUNK * CELL
    _box(body, (0, 0, 0), (side, side, HEIGHT), "0.8 0.2 0.1 1", {**_MOVABLE, "mass": "0.2"})


def _start(root: ElementTree.Element, base: float, joints: int) -> None:
    """Raises the robot's start position by `base`, and starts the block at its position in the model."""
    for numeric in root.iter("numeric"):
        if numeric.get("name") == "init_qpos":
            numbers = [float(x) for x in (numeric.get("data") or "").split()]
            numbers[2] += base
            numeric.set("data", text([*numbers, *[0.0] * joints]))
