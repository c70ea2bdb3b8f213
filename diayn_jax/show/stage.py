"""MuJoCo's worlds, drawn all in one manner.

A model's geoms are set on a stage of our own, which has the floor, the light and the sky, so that
every environment looks alike, whatever textures and lamps it came with; a skill's colour goes on
what the skill moves. Places of geoms come from MuJoCo's kinematics, whatever stepped the physics.
"""

import contextlib
import itertools
import math
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from diayn_jax.show import offscreen
from diayn_jax.show.bodies import body_poses, view_of
from diayn_jax.show.framing import ANGLES, Framer, besides
from diayn_jax.show.skin import LIGHTER
from diayn_jax.show.stage_set import FIELD, Set, build, view_of_model

_STILL = (0.62, 0.65, 0.69)  # what no skill moves, where the model gives no colour
_DEFAULT_COLOURS = ((0.5, 0.5, 0.5, 1.0), (0.4, 0.33, 0.26, 1.0))  # MuJoCo's, and Brax's for everything
_MOST_SEGMENTS = 120  # of a trail
_MOST_SEGMENTS_OF_ALL = 3_000  # where there are many trails
_ENDED = 0.5  # share of white in the colour of what has ended


class Crowd(NamedTuple):
    """Several actors in one scene."""

    roots: np.ndarray  # [T, N, 3], metres, where they are
    beside: np.ndarray  # [N, 3], how far each stands beside its own place
    view: dict[str, Any]  # of `bodies.view_of`

    @property
    def extent(self) -> float:
        """Metres over which they are spread."""
        return float(np.ptp(self.roots, axis=(0, 1)).max())


def crowd_of(model: Any, poses: np.ndarray) -> Crowd:
    """Where N actors are, for `qpos` [T, N, nq].

    Raises:
      ConfigError: nothing of the model that moves can be seen.
    """
    paths = body_poses(model, poses)
    view = view_of(model, paths)
    beside = np.zeros((poses.shape[1], 3))
    beside[:, :2] = besides(len(beside), view["look"], view["travels"], view["radius"])
    return Crowd(paths.pos[:, :, view["root"]] + beside, beside, view)


class Stage:
    """Draws a model of MuJoCo's: `frames(poses [T, nq], colour)` gives a picture for each.

    Use it as a context manager; it holds an OpenGL context of its own thread.
    """

    def __init__(self, model: Any, width: int, height: int, crowd: Crowd | None = None):
        """Sets the stage for pictures of this size.

        Args:
          model: mujoco.MjModel of the actor.
          width, height: pixels.
          crowd: actors that `together` shows.

        Raises:
          ConfigError: no OpenGL here, or a kind of geom that cannot be drawn.
        """
        import mujoco

        self._mujoco, self._actor = mujoco, model
        self._width, self._height = width, height
        self._view = view_of_model(model)
        self._actor_data = mujoco.MjData(model)
        self._crowd = crowd
        copies, extent = (1, 0.0) if crowd is None else (len(crowd.beside), crowd.extent)
        self._set = build(model, self._view.follows, width, height, copies, extent)
        self._extent = max(self._set.size, extent)
        segments = _MOST_SEGMENTS + _MOST_SEGMENTS_OF_ALL + 2 * copies
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

    def frames(self, poses: np.ndarray, colour: str) -> Iterator[np.ndarray]:
        """Pictures [H, W, 3] uint8 of an episode, one for each of `poses` [T, nq].

        Several episodes may be drawn in turns.
        """
        on, stage = self._set, self._set.model
        xpos, xmat, root = self._kinematics(poses)
        centre = self._path(root)
        rgba = _colours(on, self._actor, colour)
        data = self._stage_data()
        camera = self._mujoco.MjvCamera()
        camera.azimuth, camera.elevation = self._view.azimuth, self._view.elevation
        camera.distance = (2.35 if self._view.follows else 1.75) * on.size
        trail = root[:, :2] if self._view.trail and on.floor is not None else None
        for t in range(len(poses)):
            stage.geom_rgba[on.on_stage[0]] = rgba
            data.geom_xpos[on.on_stage[0]] = xpos[t]
            data.geom_xmat[on.on_stage[0]] = xmat[t].reshape(-1, 9)
            camera.lookat[:] = centre[t]
            ways = [] if trail is None else [(trail[: t + 1], colour)]
            yield self._picture(data, camera, ways, _MOST_SEGMENTS, 0.012 * on.size)

    def together(self, poses: np.ndarray, ended: np.ndarray, colours: Sequence[str]) -> Iterator[np.ndarray]:
        """Pictures [H, W, 3] uint8 of the crowd in one scene, one for each of `poses` [T, N, nq].

        The camera sees all bodies, and where they have been; what has `ended` [T, N] pales.
        """
        assert self._crowd is not None
        on, stage = self._set, self._set.model
        roots, beside, view = self._crowd
        radius = view["radius"]
        azimuth, elevation = ANGLES[view["look"]]
        tan = math.tan(math.radians(FIELD / 2))
        framer = Framer(azimuth, elevation, tan * self._width / self._height, tan, 0.85 * radius)
        data = self._stage_data()
        camera = self._mujoco.MjvCamera()
        camera.azimuth, camera.elevation = azimuth, elevation
        trails = view["travels"] and on.floor is not None
        thin = 0.003 * self._crowd.extent + 0.02 * radius
        looks = [_colours(on, self._actor, colour) for colour in colours]
        for t in range(len(poses)):
            framer.add(roots[t] + view["centre"])
            for n, own in enumerate(looks):
                ids = on.on_stage[n]
                there = ids >= 0
                xpos, xmat, _ = self._kinematics(poses[t, n][None])
                fixed = ~on.moved[:, None]
                data.geom_xpos[ids[there]] = np.where(fixed, xpos[0], xpos[0] + beside[n])[there]
                data.geom_xmat[ids[there]] = xmat[0].reshape(-1, 9)[there]
                white = _ENDED * ended[t, n]
                stage.geom_rgba[ids[there]] = (own + white * (1 - own))[there]
            placed = framer.place()
            camera.lookat[:], camera.distance = placed.target, placed.distance
            ways = [(roots[: t + 1, n, :2], colour) for n, colour in enumerate(colours)] if trails else []
            yield self._picture(data, camera, ways, _MOST_SEGMENTS_OF_ALL // len(colours), thin)

    def _stage_data(self) -> Any:
        data = self._mujoco.MjData(self._set.model)
        self._mujoco.mj_forward(self._set.model, data)
        return data

    def _picture(
        self, data: Any, camera: Any, ways: Sequence[tuple[np.ndarray, str]], segments: int, thin: float
    ) -> np.ndarray:
        """What the camera sees, [H, W, 3]; on the floor `ways`, each of at most so many segments."""
        mujoco = self._mujoco
        lamp = self._extent * np.array([-0.7, -0.9, 3.0])
        data.light_xpos[0] = camera.lookat + lamp
        data.light_xdir[0] = -lamp / np.linalg.norm(lamp)
        everything = mujoco.mjtCatBit.mjCAT_ALL
        mujoco.mjv_updateScene(
            self._set.model, data, mujoco.MjvOption(), None, camera, everything, self._scene
        )  # fmt: skip
        self._scene.flags[mujoco.mjtRndFlag.mjRND_REFLECTION] = 0
        self._scene.flags[mujoco.mjtRndFlag.mjRND_HAZE] = 1
        for path, colour in ways:
            self._draw_trail(path, colour, segments, thin)
        viewport = mujoco.MjrRect(0, 0, self._width, self._height)
        picture = np.empty((self._height, self._width, 3), np.uint8)
        mujoco.mjr_render(viewport, self._scene, self._context)
        mujoco.mjr_readPixels(picture, None, viewport, self._context)
        return picture[::-1].copy()

    def _kinematics(self, poses: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Geoms on the stage, [T, G, 3] and [T, G, 3, 3], and the followed body, [T, 3]."""
        mujoco, actor, on, data = self._mujoco, self._actor, self._set, self._actor_data
        xpos, xmat = np.empty((len(poses), len(on.geoms), 3)), np.empty((len(poses), len(on.geoms), 3, 3))
        root = np.empty((len(poses), 3))
        for t, pose in enumerate(poses):
            data.qpos[:] = pose
            mujoco.mj_kinematics(actor, data)
            turn = data.geom_xmat[on.geoms].reshape(-1, 3, 3)
            xpos[t] = data.geom_xpos[on.geoms] + np.einsum("gij,gj->gi", turn, on.shift)
            xmat[t] = turn @ on.turn
            root[t] = data.xpos[on.root]
        return xpos, xmat, root

    def _path(self, root: np.ndarray) -> np.ndarray:
        """Where the camera looks, [T, 3]: after the actor, without its trembling."""
        if not self._view.follows:
            return np.broadcast_to(self._middle(), root.shape)
        reach = 6
        weight = np.hanning(2 * reach + 3)[1:-1]
        padded = np.concatenate([root[:1].repeat(reach, 0), root, root[-1:].repeat(reach, 0)])
        smooth = np.stack([np.convolve(x, weight / weight.sum(), mode="valid") for x in padded.T], axis=1)
        low = self._set.floor if self._set.floor is not None else -math.inf
        # At one height, lest the horizon heave.
        smooth[:, 2] = max(float(np.median(root[:, 2])) + self._set.middle, low + 0.15 * self._set.size)
        return smooth

    def _middle(self) -> np.ndarray:
        mujoco, data = self._mujoco, self._mujoco.MjData(self._actor)
        mujoco.mj_kinematics(self._actor, data)
        places = data.geom_xpos[self._set.geoms]
        return (places.min(axis=0) + places.max(axis=0)) / 2

    def _draw_trail(self, path: np.ndarray, colour: str, segments: int, thin: float) -> None:
        """A line on the floor along `path` [t, 2], 2·thin metres wide."""
        mujoco, scene = self._mujoco, self._scene
        stride = max(1, -(-len(path) // segments))
        points = [*path[: len(path) - 1 : stride], path[-1]]
        height = (self._set.floor or 0.0) + 0.004 * self._set.size
        rgba = np.array([*_rgb(colour), 1.0], np.float32)
        for begin, end in itertools.pairwise(points):
            along = np.array([*(end - begin), 0.0])
            length = float(np.linalg.norm(along))
            if scene.ngeom >= scene.maxgeom or length < 1e-4 * self._set.size:
                continue
            along /= length
            turn = np.stack([along, np.cross([0.0, 0.0, 1.0], along), [0.0, 0.0, 1.0]], axis=1)
            # A box, of which there are few triangles to draw, with some overlap at the corners.
            mujoco.mjv_initGeom(
                scene.geoms[scene.ngeom], mujoco.mjtGeom.mjGEOM_BOX,
                np.array([length / 2 + thin / 2, thin, thin / 8]),
                np.array([*((begin + end) / 2), height]), turn.ravel(), rgba,
            )  # fmt: skip
            scene.geoms[scene.ngeom].emission = 0.5
            scene.ngeom += 1


def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _colours(on: Set, actor: Any, colour: str) -> np.ndarray:
    """Colours of the geoms on the stage, [G, 4]: limbs a little lighter than what they hang on."""
    rows = []
    for geom, moved, depth in zip(on.geoms, on.moved, on.depth, strict=True):
        own, material = actor.geom_rgba[geom], int(actor.geom_matid[geom])
        # MuJoCo's rule: a geom's colour stands before its material's, unless it is the default.
        if material >= 0 and np.allclose(own, _DEFAULT_COLOURS[0]):
            own = actor.mat_rgba[material]
        if moved:
            light = LIGHTER[min(int(depth), len(LIGHTER) - 1)]
            rows.append([*(x + (1 - x) * light for x in _rgb(colour)), 1.0])
        elif any(np.allclose(own, default, atol=1e-3) for default in _DEFAULT_COLOURS):
            rows.append([*_STILL, 1.0])
        else:
            rows.append([*own[:3], 1.0])
    return np.array(rows)
