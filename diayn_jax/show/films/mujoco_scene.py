"""Draws MuJoCo models, all in the same style.

The geoms of a model are placed in a scene of our own with a floor, a light and a sky. So every environment
looks alike, whatever its own textures and lights. Bodies that a skill moves have the skill's colour. MuJoCo's
kinematics place the geoms, whichever engine stepped the physics.
"""

import contextlib
import math
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from PIL import ImageColor
from scipy import ndimage

from diayn_jax.show.films import offscreen
from diayn_jax.show.films.camera import ANGLES, Framer, offsets
from diayn_jax.show.films.scene_builder import FIELD, BuiltStage, build, view_of_model
from diayn_jax.show.players.bodies import body_poses, view_of
from diayn_jax.show.players.skill_materials import DEFAULT_COLOUR, limb_colour, own_colour

_STILL = (0.62, 0.65, 0.69)  # colour of bodies that no skill moves, if the model gives no colour
_DEFAULT_COLOURS = (DEFAULT_COLOUR, (0.4, 0.33, 0.26, 1.0))  # default colours of MuJoCo and Brax
_MOST_SEGMENTS = 120  # most segments of one trail
_MOST_SEGMENTS_OF_ALL = 3_000  # most segments of all trails together
_ENDED = 0.5  # share of white in the colour of an episode that has ended
_REPEATED = 0.6  # share of white in bodies that no skill moves, for all actors but the first


class Actors(NamedTuple):
    """Several actors in one scene."""

    roots: np.ndarray  # [T, N, 3], positions in metres
    offset: np.ndarray  # [N, 3], how far each is moved from its own position, metres
    view: dict[str, Any]  # see `bodies.view_of`

    @property
    def extent(self) -> float:
        """How far they are spread, in metres."""
        return float(np.ptp(self.roots, axis=(0, 1)).max())


def actors_of(model: Any, poses: np.ndarray) -> Actors:
    """Makes N actors with the poses `qpos` [T, N, nq]; raises `ConfigError` if no moving part is visible."""
    paths = body_poses(model, poses)
    view = view_of(model, paths)
    offset = np.zeros((poses.shape[1], 3))
    offset[:, :2] = offsets(len(offset), view["look"], view["travels"], view["radius"])
    return Actors(paths.pos[:, :, view["root"]] + offset, offset, view)


class _Trails(NamedTuple):
    """Lines on the floor along the paths of N bodies; they connect every `stride`-th position."""

    places: np.ndarray  # [T, N, 2], metres
    rgba: np.ndarray  # [N, 4]
    height: np.ndarray  # [N], metres over the floor; all differ, or lines would flicker where they cross
    stride: int
    thin: float  # metres, half a line's width

    @classmethod
    def along(cls, places: np.ndarray, colours: Sequence[str], thin: float, most: int) -> "_Trails":
        """Makes trails with at most about `most` segments in all."""
        rgba = np.array([[*_rgb(colour), 1.0] for colour in colours], np.float32)
        height = np.linspace(0.0, thin / 8, len(colours))
        return cls(places, rgba, height, max(1, -(-places.shape[0] * places.shape[1] // most)), thin)


class _Drawn(NamedTuple):
    """The geoms of the scene that hold finished segments of trails, kept from picture to picture."""

    trails: _Trails | None = None
    first: int = 0  # index of the first of these geoms
    knots: int = 0  # finished segments of each body
    end: int = 0  # index of the geom after them


class Stage:
    """Draws a MuJoCo model: `frames(poses [T, nq], colour)` yields a picture for each pose.

    Use it as a context manager. It holds an OpenGL context, which belongs to the thread that made it.
    """

    def __init__(self, model: Any, width: int, height: int, actors: Actors | None = None):
        """Builds the scene of a mujoco.MjModel, and an OpenGL context for pictures of this size, pixels.

        `actors` are those that `scene_frames` shows. Raises `ConfigError` if there is no OpenGL, or if the
        model has a kind of geom that cannot be drawn.
        """
        import mujoco

        self._mujoco, self._actor = mujoco, model
        self._width, self._height = width, height
        self._view = view_of_model(model)
        self._actor_data = mujoco.MjData(model)
        self._actors = actors
        self._drawn = _Drawn()
        copies, extent = (1, 0.0) if actors is None else (len(actors.offset), actors.extent)
        self._set = build(model, self._view.follows, width, height, copies, extent)
        self._extent = max(self._set.size, extent)
        self._data = mujoco.MjData(self._set.model)
        mujoco.mj_forward(self._set.model, self._data)
        segments = _MOST_SEGMENTS + _MOST_SEGMENTS_OF_ALL + 3 * copies
        self._stack = contextlib.ExitStack()
        self._stack.enter_context(offscreen.opengl(width, height))
        try:
            stage = self._set.model
            self._context = mujoco.MjrContext(stage, mujoco.mjtFontScale.mjFONTSCALE_100)
            self._stack.callback(self._context.free)
            mujoco.mjr_setBuffer(mujoco.mjtFramebuffer.mjFB_OFFSCREEN, self._context)
            self._scene = mujoco.MjvScene(stage, stage.ngeom + segments + 10)
        except BaseException:
            self._stack.close()
            raise

    def __enter__(self) -> "Stage":
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def frames(
        self, poses: np.ndarray, colour: str, tints: Sequence[str] | None = None
    ) -> Iterator[np.ndarray]:
        """Yields a picture [H, W, 3] uint8 for each of `poses` [T, nq] of an episode.

        If `tints` [T] are given, they are the colours of the body, and only the trail has `colour`. Several
        episodes may be drawn in turns.
        """
        on, stage = self._set, self._set.model
        xpos, xmat, root = self._kinematics(poses)
        centre = self._path(root)
        of_colour = {tint: _colours(on, self._actor, tint) for tint in {colour, *(tints or ())}}
        data, camera = self._data, self._mujoco.MjvCamera()
        camera.azimuth, camera.elevation = self._view.azimuth, self._view.elevation
        camera.distance = self._distance(xpos, float(centre[0, 2]))
        trails = None
        if self._view.trail and on.floor is not None:
            trails = _Trails.along(root[:, None, :2], [colour], 0.012 * on.size, _MOST_SEGMENTS)
        for t in range(len(poses)):
            stage.geom_rgba[on.on_stage[0]] = of_colour[colour if tints is None else tints[t]]
            data.geom_xpos[on.on_stage[0]] = xpos[t]
            data.geom_xmat[on.on_stage[0]] = xmat[t].reshape(-1, 9)
            camera.lookat[:] = centre[t]
            yield self._picture(camera, trails, t)

    def scene_frames(
        self, poses: np.ndarray, ended: np.ndarray, colours: Sequence[str]
    ) -> Iterator[np.ndarray]:
        """Yields a picture [H, W, 3] uint8 of all actors in one scene for each of `poses` [T, N, nq].

        The camera shows all bodies and where they have been. Episodes that have `ended` [T, N] are pale.
        """
        assert self._actors is not None
        on, stage = self._set, self._set.model
        roots, offset, view = self._actors
        radius = view["radius"]
        azimuth, elevation = ANGLES[view["look"]]
        tan = math.tan(math.radians(FIELD / 2))
        framer = Framer(azimuth, elevation, tan * self._width / self._height, tan, 0.85 * radius)
        data, camera = self._data, self._mujoco.MjvCamera()
        camera.azimuth, camera.elevation = azimuth, elevation
        trails = None
        if view["travels"] and on.floor is not None:
            thin = 0.003 * self._actors.extent + 0.02 * radius
            trails = _Trails.along(roots[..., :2], colours, thin, _MOST_SEGMENTS_OF_ALL)
        looks = np.array([_colours(on, self._actor, colour) for colour in colours])  # [N, G, 4]
        if not offset.any():
            looks[1:, ~on.moved] += _REPEATED * (1 - looks[1:, ~on.moved])
        there = on.on_stage >= 0  # [N, G]
        ids = on.on_stage[there]
        moved = np.where(on.fixed[:, None], 0.0, offset[:, None])  # [N, G, 3]
        for t in range(len(poses)):
            framer.add(roots[t] + view["centre"])
            xpos, xmat, _ = self._kinematics(poses[t])
            data.geom_xpos[ids] = (xpos + moved)[there]
            data.geom_xmat[ids] = xmat.reshape(*there.shape, 9)[there]
            white = _ENDED * (ended[t][:, None] & ~on.fixed)[..., None]
            stage.geom_rgba[ids] = (looks + white * (1 - looks))[there]
            placed = framer.place()
            camera.lookat[:], camera.distance = placed.target, placed.distance
            yield self._picture(camera, trails, t)

    def _picture(self, camera: Any, trails: _Trails | None, t: int) -> np.ndarray:
        """Draws the view of the camera [H, W, 3], with the trails up to row t of their positions."""
        mujoco, data = self._mujoco, self._data
        lamp = self._extent * np.array([-0.7, -0.9, 3.0])
        data.light_xpos[0] = camera.lookat + lamp
        data.light_xdir[0] = -lamp / np.linalg.norm(lamp)
        # Ground that is seen but lies outside the shadow map would have dark dots.
        self._context.shadowClip = max(3.0 * self._extent, 1.25 * camera.distance)
        options, everything = mujoco.MjvOption(), mujoco.mjtCatBit.mjCAT_ALL
        mujoco.mjv_updateScene(self._set.model, data, options, None, camera, everything, self._scene)
        self._scene.flags[mujoco.mjtRndFlag.mjRND_REFLECTION] = 0
        self._scene.flags[mujoco.mjtRndFlag.mjRND_HAZE] = 1
        if trails is not None:
            self._draw_trails(trails, t)
        viewport = mujoco.MjrRect(0, 0, self._width, self._height)
        picture = np.empty((self._height, self._width, 3), np.uint8)
        mujoco.mjr_render(viewport, self._scene, self._context)
        mujoco.mjr_readPixels(picture, None, viewport, self._context)
        return picture[::-1].copy()

    def _kinematics(self, poses: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Returns positions [T, G, 3] and rotations [T, G, 3, 3] of geoms, and root positions [T, 3]."""
        mujoco, actor, on, data = self._mujoco, self._actor, self._set, self._actor_data
        xpos, xmat = np.empty((len(poses), len(on.geoms), 3)), np.empty((len(poses), len(on.geoms), 3, 3))
        root = np.empty((len(poses), 3))
        for t, pose in enumerate(poses):
            data.qpos[:] = pose
            mujoco.mj_kinematics(actor, data)
            xpos[t], xmat[t] = data.geom_xpos[on.geoms], data.geom_xmat[on.geoms].reshape(-1, 3, 3)
            root[t] = data.xpos[on.root]
        return xpos + np.einsum("tgij,gj->tgi", xmat, on.shift), xmat @ on.turn, root

    def _path(self, root: np.ndarray) -> np.ndarray:
        """Returns the points that the camera looks at [T, 3]: the smoothed path of the actor."""
        if not self._view.follows:
            return np.broadcast_to(self._middle(), root.shape)
        weight = np.hanning(15)[1:-1]
        smooth = ndimage.convolve1d(root, weight / weight.sum(), axis=0, mode="nearest")
        low = self._set.floor if self._set.floor is not None else -math.inf
        # Use one height for all pictures, so that the horizon does not move up and down.
        smooth[:, 2] = max(float(np.median(root[:, 2])) + self._set.middle, low + 0.15 * self._set.size)
        return smooth

    def _distance(self, xpos: np.ndarray, height: float) -> float:
        """Returns the camera's distance from the point that it looks at, metres.

        A camera that follows the actor sees the highest point of the episode too, such as that of a jump.

        Args:
          xpos: positions of the geoms in the episode, [T, G, 3], metres.
          height: the height of the point that the camera looks at, metres.
        """
        on, elevation = self._set, math.radians(self._view.elevation)
        if not self._view.follows:
            return 1.75 * on.size
        tops = xpos[:, on.moved, 2] + self._actor.geom_rbound[on.geoms[on.moved]]
        above = float(tops.max()) - height
        slope = math.cos(elevation) / math.tan(math.radians(FIELD / 2)) - math.sin(elevation)
        return max(2.35 * on.size, slope * above)

    def _middle(self) -> np.ndarray:
        mujoco, data = self._mujoco, self._mujoco.MjData(self._actor)
        mujoco.mj_kinematics(self._actor, data)
        places = data.geom_xpos[self._set.geoms]
        return (places.min(axis=0) + places.max(axis=0)) / 2

    def _draw_trails(self, trails: _Trails, t: int) -> None:
        """Draws the trails up to row t. Finished segments stay in the scene for the next picture."""
        scene, (places, rgba, height, stride, thin) = self._scene, trails
        knots, first = t // stride, int(scene.ngeom)
        drawn = self._drawn
        if drawn.trails is not trails or drawn.first != first or drawn.knots > knots:
            drawn = _Drawn(trails, first, 0, first)
        scene.ngeom = drawn.end
        points = places[drawn.knots * stride : knots * stride + 1 : stride]
        count = len(points) - 1
        begin, end = points[:-1].reshape(-1, 2), points[1:].reshape(-1, 2)
        self._add_segments(begin, end, np.tile(rgba, (count, 1)), np.tile(height, count), thin)
        self._drawn = _Drawn(trails, first, knots, int(scene.ngeom))
        self._add_segments(points[-1], places[t], rgba, height, thin)

    def _add_segments(
        self, begin: np.ndarray, end: np.ndarray, rgba: np.ndarray, height: np.ndarray, thin: float
    ) -> None:
        """Adds lines on the floor, 2·thin metres wide; begin, end [S, 2], rgba [S, 4], height [S]."""
        mujoco, scene = self._mujoco, self._scene
        length = np.linalg.norm(end - begin, axis=-1)
        seen = length > 1e-4 * self._set.size
        begin, end, rgba, height, length = (x[seen] for x in (begin, end, rgba, height, length))
        along = (end - begin) / length[:, None]
        turn = np.zeros((len(along), 3, 3))
        turn[:, :2, 0], turn[:, 0, 1], turn[:, 1, 1], turn[:, 2, 2] = along, -along[:, 1], along[:, 0], 1
        # Boxes need few triangles. They overlap a little at the corners.
        wide = np.full_like(length, thin)
        size = np.stack([(length + thin) / 2, wide, wide / 8], axis=-1)
        above = (self._set.floor or 0.0) + 0.004 * self._set.size + height
        place = np.concatenate([(begin + end) / 2, above[:, None]], axis=-1)
        first = int(scene.ngeom)
        for i, row in enumerate(zip(size, place, turn.reshape(-1, 9), rgba, strict=True)):
            mujoco.mjv_initGeom(scene.geoms[first + i], mujoco.mjtGeom.mjGEOM_BOX, *row)
        scene.ngeom = first + len(along)


def _rgb(colour: str) -> np.ndarray:
    return np.array(ImageColor.getrgb(colour)) / 255


def _colours(on: BuiltStage, actor: Any, colour: str) -> np.ndarray:
    """Returns the colours of the geoms [G, 4]; a limb's shade depends on its depth in the body's tree."""
    rows = []
    for geom, shade in zip(on.geoms, on.shades, strict=True):
        own = own_colour(actor, geom)
        if shade is not None:
            rows.append([*limb_colour(_rgb(colour), shade), 1.0])
        elif any(np.allclose(own, default, atol=1e-3) for default in _DEFAULT_COLOURS):
            rows.append([*_STILL, 1.0])
        else:
            rows.append([*own[:3], 1.0])
    return np.array(rows)
