"""Edits of a robot's MJCF that add obstacles (boxes and walls) and marks that nothing touches."""

from collections.abc import Callable, Mapping, Sequence
from xml.etree import ElementTree

Edit = Callable[[ElementTree.Element], None]

# In MuJoCo, two geoms touch if the type bits of one overlap the affinity bits of the other. The ground has
# affinity 1, and parts that touch it have type 1. Parts that touch only obstacles have type 2.
OBSTACLE = {"contype": "0", "conaffinity": "3", "condim": "3"}
_MARK = {"contype": "0", "conaffinity": "0"}


def text(numbers: Sequence[float]) -> str:
    """Formats numbers for MJCF."""
    return " ".join(f"{x:g}" for x in numbers)


def world(root: ElementTree.Element) -> ElementTree.Element:
    """Returns the element that contains a model's bodies."""
    found = root.find("worldbody")
    assert found is not None
    return found


def touching(root: ElementTree.Element, names: Sequence[str]) -> None:
    """Makes these geoms of the robot touch obstacles; geoms that touch the ground always do."""
    for geom in world(root).iter("geom"):
        if geom.get("name") in names:
            geom.set("contype", "2")


def _adding(geoms: Sequence[Mapping[str, str]], parts: Sequence[str]) -> Edit:
    """Returns an edit that adds geoms, and makes these parts of the robot touch obstacles."""

    def edit(root: ElementTree.Element) -> None:
        touching(root, parts)
        for geom in geoms:
            ElementTree.SubElement(world(root), "geom", {**geom})

    return edit


def hurdles(places: Sequence[float], parts: Sequence[str]) -> Edit:
    """Returns an edit that adds bars across the track, 0.1 m thick and 0.17 to 0.23 m above the ground.

    Args:
      places: x of each bar, m.
      parts: geoms of the robot that touch the bars, besides those that touch the ground.
    """
    bar = {**OBSTACLE, "type": "box"}
    shape = {"size": "0.05 1 0.03", "rgba": "0.4 0.25 0.1 1"}
    return _adding([{**bar, "pos": text((x, 0, 0.2)), **shape} for x in places], parts)


def walls(
    segments: Sequence[tuple[tuple[float, float], tuple[float, float]]], radius: float, parts: Sequence[str]
) -> Edit:
    """Returns an edit that adds walls on the ground: lying capsules.

    Args:
      segments: the two ends of each wall in xy, m.
      radius: half of a wall's height and thickness, m.
      parts: geoms of the robot that touch the walls, besides those that touch the ground.
    """
    wall = {**OBSTACLE, "type": "capsule"}
    shape = {"size": text([radius]), "rgba": "0.5 0.5 0.55 1"}
    ends = [text((*start, radius, *end, radius)) for start, end in segments]
    return _adding([{**wall, "fromto": each, **shape} for each in ends], parts)


def marks(places: Sequence[tuple[float, float]], radius: float) -> Edit:
    """Returns an edit that adds visible spheres, which nothing touches, at `places` (xy); all in m."""
    mark = {**_MARK, "type": "sphere"}
    shape = {"size": text([radius]), "rgba": "0 0.7 0.2 0.4"}
    return _adding([{**mark, "pos": text((x, y, 0)), **shape} for x, y in places], ())


def several(*edits: Edit) -> Edit:
    """Returns an edit that applies several edits in order."""

    def edit(root: ElementTree.Element) -> None:
        for one in edits:
            one(root)

    return edit
