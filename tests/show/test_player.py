"""The gallery's data decode to what was recorded."""

import base64
import io
import json

import mujoco
import numpy as np
import pytest
from PIL import Image
from scipy.spatial.transform import Rotation

from diayn_jax import envs
from diayn_jax.config import ConfigError
from diayn_jax.envs.worlds import classic_control, point
from diayn_jax.evaluation.metrics import Trajectories
from diayn_jax.show.players import bodies, encode_arrays, meshes, player
from diayn_jax.show.players.player import payload
from diayn_jax.show.record import Recording

# The model has every kind of geom, a body attached to another, a body fixed to the world, and a collision
# geom.
WORLD = """
<mujoco>
  <asset>
    <texture name="plain" type="cube" builtin="flat" rgb1=".8 .6 .4" rgb2=".8 .6 .4" width="8" height="8"/>
    <material name="textured" texture="plain" rgba="1 1 1 1"/>
    <material name="blue" rgba="0 0 1 0.5"/>
    <mesh name="wedge" vertex="0 0 0  1 0 0  0 1 0  0 0 1"/>
    <hfield name="hills" nrow="3" ncol="4" size="2 3 0.5 0.1" elevation="0 0 0 0 0 1 1 0 0 0 0 0"/>
  </asset>
  <worldbody>
    <geom name="floor" type="plane" size="0 0 1"/>
    <geom name="hills" type="hfield" hfield="hills" pos="9 0 0"/>
    <body pos="0 5 0"><geom name="post" type="cylinder" size="0.1 1" pos="0 0 1" euler="90 0 0"/></body>
    <body name="trunk" pos="0 0 2">
      <freejoint/>
      <geom name="belly" type="ellipsoid" size="0.3 0.2 0.1" material="textured"/>
      <geom name="shell" type="box" size="1 1 1" group="3"/>
      <geom name="ghost" type="box" size="1 1 1" rgba="1 0 0 0"/>
      <body name="leg" pos="0.5 0 0">
        <joint type="hinge" axis="0 1 0"/>
        <geom name="shin" type="capsule" fromto="0 0 0 0 0 -0.6" size="0.05" material="blue"/>
        <geom name="toe" type="sphere" size="0.06" pos="0 0 -0.6" rgba="0.1 0.2 0.3 1"/>
        <geom name="claw" type="mesh" mesh="wedge" pos="0.1 0 -0.6" material="blue" rgba="0.9 0.8 0.7 1"/>
      </body>
    </body>
  </worldbody>
</mujoco>
"""


@pytest.fixture(scope="module")
def model():
    return mujoco.MjModel.from_xml_string(WORLD)


def recording_of(scene, poses, dt=0.05, lifetimes=None):
    """Returns a recording of poses [T + 1, N, ...]; episode i has skill i and earns 0.5 at each step."""
    steps, episodes = poses.shape[0] - 1, poses.shape[1]
    lifetimes = np.array(lifetimes or [steps] * episodes)
    trajectories = Trajectories(
        skill=np.arange(episodes, dtype=np.int32),
        z=np.arange(episodes, dtype=np.int8),
        valid=np.arange(steps)[:, None] < lifetimes,
        reward=np.full((steps, episodes), 0.5, np.float32),
        score=np.zeros((steps, episodes), np.float32),
        obs=np.zeros((steps, episodes, 1), np.float32),
        features={},
        xy=None,
        log_probs=np.zeros((steps, episodes, episodes), np.float32),
    )
    return Recording(trajectories, scene, poses, dt)


def qpos_of(model, steps=12, episodes=2):
    """Returns poses in the world above that go ten metres and turn over more than once."""
    t = np.linspace(0, 1, steps + 1)[:, None] * np.ones(episodes)
    side = np.arange(episodes)
    turn = np.stack([np.cos(4.5 * t), 0 * t, 0 * t, np.sin(4.5 * t)], axis=-1)
    place = np.stack([10 * t, side * t, 2 + 0.3 * np.sin(5 * t)], axis=-1)
    return np.concatenate([place, turn, 2 * t[..., None]], axis=-1).astype(np.float32)


def scene_of(model):
    return envs.MujocoScene(lambda state: state, lambda: model)


def rotation(quat):
    """Returns the rotation of a quaternion in MuJoCo's order, w first."""
    return Rotation.from_quat(np.roll(quat, -1))


def decoded(q):
    """Decodes an array as `numbers` in web/src/player/decode.js does."""
    levels = np.frombuffer(base64.b64decode(q["data"]), "<u2").reshape(q["shape"])
    ends = [n if axis in q["varies"] else 1 for axis, n in enumerate(q["shape"])]
    low, high = (np.reshape(q[name], ends) for name in ("low", "high"))
    return low + levels / 65535 * (high - low)


@pytest.mark.parametrize("shared", [(0,), (0, 2), (0, 1, 2), (1,)])
def test_quantised(shared):
    x = np.random.default_rng(0).normal(size=(5, 4, 3)) * np.array([1.0, 100.0, 1e-3])
    x[:, :, 2] = 7.0
    back = decoded(encode_arrays.quantised(x, shared))
    # The error is at most half a level of the range that the entries share.
    width = x.max(axis=shared, keepdims=True) - x.min(axis=shared, keepdims=True)
    assert (np.abs(back - x) <= 0.51 * np.where(width > 0, width, 1) / 65535).all()


@pytest.mark.parametrize(
    ("steps", "stride", "kept"), [(6, 1, range(7)), (6, 4, [0, 4, 6]), (6, 3, [0, 3, 6]), (1, 9, [0, 1])]
)
def test_frames_that_are_kept(steps, stride, kept):
    np.testing.assert_array_equal(encode_arrays.frame_steps(steps, stride), list(kept))


def test_bodies_are_where_mujoco_puts_them(model):
    poses = qpos_of(model)
    packed = payload(recording_of(scene_of(model), poses, lifetimes=[12, 5]))
    assert packed["kind"] == "mujoco"
    assert packed["frames"] == list(range(13))
    pos, quat = decoded(packed["pos"]), decoded(packed["quat"])
    data = mujoco.MjData(model)
    shown = {geom["type"]: geom for geom in packed["geoms"] if geom["body"] >= 0}
    for t, i in np.ndindex(poses.shape[:2]):
        data.qpos[:] = poses[t, i]
        mujoco.mj_forward(model, data)
        for body, name in enumerate(("trunk", "leg")):
            np.testing.assert_allclose(pos[t, i, body], data.body(name).xpos, atol=2e-4)
            turn = rotation(quat[t, i, body])
            np.testing.assert_allclose(turn.as_matrix().ravel(), data.body(name).xmat, atol=3e-4)
        # The player puts the geom on its body, at its own position there.
        toe = (
            Rotation.from_quat(quat[t, i, 1], scalar_first=True).apply(shown["sphere"]["pos"]) + pos[t, i, 1]
        )
        np.testing.assert_allclose(toe, data.geom("toe").xpos, atol=5e-4)


def test_rotations_go_the_short_way(model):
    quat = decoded(payload(recording_of(scene_of(model), qpos_of(model)))["quat"])
    assert (np.sum(quat[1:] * quat[:-1], axis=-1) > 0).all()


def test_geoms(model):
    packed = payload(recording_of(scene_of(model), qpos_of(model)))
    seen = [(geom["type"], geom["body"]) for geom in packed["geoms"]]
    # The collision geom is missing, and so is the transparent one.
    assert seen == [
        ("plane", -1),
        ("mesh", -1),
        ("cylinder", -1),
        ("ellipsoid", 0),
        ("capsule", 1),
        ("sphere", 1),
        ("mesh", 1),
    ]
    _, hills, post, belly, shin, toe, claw = packed["geoms"]
    # A geom that is fixed to the world has its position in the world.
    assert post["pos"] == [0, 5, 1]
    axis = rotation(post["quat"]).apply([0, 0, 1])
    np.testing.assert_allclose(np.abs(axis), [0, 1, 0], atol=1e-4)
    assert (belly["size"], shin["size"][:2], toe["size"][0]) == ([0.3, 0.2, 0.1], [0.05, 0.3], 0.06)
    # The colours come from the texture, the material, and the geom itself.
    np.testing.assert_allclose(belly["rgba"], [0.8, 0.6, 0.4, 1], atol=0.01)
    np.testing.assert_allclose(shin["rgba"], [0, 0, 1, 0.5], atol=1e-4)
    np.testing.assert_allclose(toe["rgba"], [0.1, 0.2, 0.3, 1], atol=1e-4)
    np.testing.assert_allclose(claw["rgba"], [0.9, 0.8, 0.7, 1], atol=1e-4)
    assert (hills["mesh"], claw["mesh"]) == (0, 1)


def triangles_of(mesh):
    vertices = decoded(mesh["vertices"])
    index = np.frombuffer(base64.b64decode(mesh["index"]), "<u2").reshape(-1, 3)
    return vertices[index]


def test_meshes(model):
    packed = payload(recording_of(scene_of(model), qpos_of(model)))
    hills, wedge = packed["meshes"]
    corners = triangles_of(hills)
    assert len(corners) == 2 * 2 * 3
    np.testing.assert_allclose(
        [corners.min((0, 1)), corners.max((0, 1))], [[-2, -3, 0], [2, 3, 0.5]], atol=1e-3
    )
    # All triangles face up.
    assert (np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])[:, 2] > 0).all()
    # The mesh is a tetrahedron of volume 1/6, whichever frame MuJoCo gives it.
    corners = triangles_of(wedge)
    assert len(corners) == 4
    assert np.linalg.det(corners).sum() / 6 == pytest.approx(1 / 6, rel=1e-3)


def sphere(rings):
    """Returns a closed sphere of radius 1."""
    theta, phi = np.meshgrid(np.linspace(0, np.pi, rings + 1), np.linspace(0, 2 * np.pi, 2 * rings + 1))
    points = np.stack([np.sin(theta) * np.cos(phi), np.sin(theta) * np.sin(phi), np.cos(theta)], axis=-1)
    corner = np.arange(points.shape[0] * points.shape[1]).reshape(points.shape[:2])
    a, b, c, d = (x.ravel() for x in (corner[:-1, :-1], corner[1:, :-1], corner[:-1, 1:], corner[1:, 1:]))
    return points.reshape(-1, 3), np.concatenate([np.stack([a, c, b], -1), np.stack([b, c, d], -1)])


@pytest.mark.parametrize("most", [200, 2000])
def test_a_simplified_mesh_keeps_its_shape(most):
    vertices, triangles = meshes.simplified(*sphere(60), most)
    assert most / 3 < len(triangles) <= most
    assert triangles.max() == len(vertices) - 1
    volume = np.linalg.det(vertices[triangles]).sum() / 6
    assert volume == pytest.approx(4 / 3 * np.pi, rel=0.15)
    # No triangle has the same corner twice.
    assert (triangles != np.roll(triangles, 1, axis=1)).all()


def test_a_small_mesh_is_left_as_it_is_less_what_it_does_not_use():
    vertices = np.array([[0, 0, 0], [9, 9, 9], [1, 0, 0], [0, 1, 0]], float)
    kept, triangles = meshes.simplified(vertices, np.array([[0, 2, 3]]), 10)
    np.testing.assert_array_equal(kept[triangles[0]], vertices[[0, 2, 3]])


def test_where_to_look_from(model):
    view = payload(recording_of(scene_of(model), qpos_of(model)))["view"]
    assert view["travels"]
    assert view["look"] == "over"
    np.testing.assert_allclose((view["low"], view["high"]), ([0, 0, 1.7], [10, 1, 2.3]), atol=0.02)
    in_place = qpos_of(model)
    in_place[..., :3] = [0, 0, 2]
    assert not payload(recording_of(scene_of(model), in_place))["view"]["travels"]
    on_a_track = qpos_of(model)
    on_a_track[..., 1], on_a_track[..., 3:7] = 0, [1, 0, 0, 0]
    assert payload(recording_of(scene_of(model), on_a_track))["view"]["look"] == "side"


def test_a_target_is_not_what_is_looked_at():
    model = mujoco.MjModel.from_xml_string(
        """<mujoco><worldbody>
        <body mocap="true" pos="7 7 7"><geom size="0.1"/></body>
        <body><freejoint/><geom size="0.3"/></body>
        </worldbody></mujoco>"""
    )
    poses = np.zeros((5, 2, 7), np.float32)
    poses[..., 0], poses[..., 3] = np.arange(5)[:, None], 1
    packed = payload(recording_of(scene_of(model), poses))
    assert packed["bodies"] == 2
    view = packed["view"]
    assert view["root"] == 1
    assert (view["low"], view["high"]) == ([0, 0, 0], [4, 0, 0])
    np.testing.assert_allclose(view["centre"], 0, atol=1e-6)


def test_a_model_that_shows_nothing_is_refused():
    model = mujoco.MjModel.from_xml_string("<mujoco><worldbody><geom size='1'/></worldbody></mujoco>")
    with pytest.raises(ConfigError, match=r"No moving body .* is visible"):
        payload(recording_of(scene_of(model), np.zeros((3, 1, 0), np.float32)))


def test_what_moves_is_seen_even_where_its_group_is_hidden():
    model = mujoco.MjModel.from_xml_string(
        """<mujoco><worldbody>
        <geom type="plane" size="1 1 1"/>
        <body><freejoint/><geom size="0.3" group="4"/></body>
        </worldbody></mujoco>"""
    )
    poses = np.zeros((3, 1, 7), np.float32)
    poses[..., 3] = 1
    packed = payload(recording_of(scene_of(model), poses))
    assert [geom["type"] for geom in packed["geoms"]] == ["plane", "sphere"]


def test_fast_worlds_keep_frames_for_the_eye(model):
    packed = payload(recording_of(scene_of(model), qpos_of(model, steps=50), dt=0.01))
    assert packed["frames"] == [*range(0, 50, 4), 50]
    assert packed["pos"]["shape"] == [14, 2, 2, 3]
    assert packed["steps"] == 50
    # Every third frame would give 28 per second.
    packed = payload(recording_of(scene_of(model), qpos_of(model, steps=50), dt=0.012))
    assert packed["frames"] == [*range(0, 50, 4), 50]


def test_many_long_episodes_keep_fewer_frames(model, monkeypatch):
    monkeypatch.setattr(bodies, "MOST_BYTES", 14 * 2 * 2 * 51 // 3)
    packed = payload(recording_of(scene_of(model), qpos_of(model, steps=50)))
    assert len(packed["frames"]) <= 18
    assert packed["frames"][-1] == 50


@pytest.mark.parametrize(("skills", "most"), [(10, 0.6), (100, 6)])
def test_sizes(skills, most):
    """Bounds the size, in megabytes, of nine bodies like ant's for 300 steps."""
    joint = '<joint type="hinge"/><geom size="0.1"/>'
    legs = f"<body>{joint}<body>{joint}</body></body>" * 4
    ant = mujoco.MjModel.from_xml_string(
        f'<mujoco><worldbody><body><freejoint/><geom size="0.3"/>{legs}</body></worldbody></mujoco>'
    )
    poses = np.random.default_rng(0).normal(size=(301, skills, ant.nq)).astype(np.float32)
    assert len(json.dumps(payload(recording_of(scene_of(ant), poses)))) < most * 1e6


# Every kind of scene.


def test_episodes(model):
    packed = payload(recording_of(scene_of(model), qpos_of(model), lifetimes=[12, 5]))
    assert packed["episodes"] == [
        {"skill": 0, "steps": 12, "return": 6.0},
        {"skill": 1, "steps": 5, "return": 2.5},
    ]
    assert (packed["steps"], packed["dt"]) == (12, 0.05)


def test_it_is_json_of_finite_numbers(model):
    recording = recording_of(scene_of(model), qpos_of(model))
    recording.trajectories.reward[0, 0] = np.nan
    packed = payload(recording)
    assert packed["episodes"][0]["return"] is None
    assert json.loads(json.dumps(packed, allow_nan=False)) == packed


def test_a_pose_that_is_not_finite_is_refused(model):
    poses = qpos_of(model)
    poses[3, 1, 0] = np.nan
    with pytest.raises(ValueError, match="not finite"):
        payload(recording_of(scene_of(model), poses))


# Flat worlds.


def test_points_of_a_flat_world():
    poses = np.random.default_rng(0).uniform(-1, 1, (9, 3, 2)).astype(np.float32)
    packed = payload(recording_of(point.SCENE, poses, dt=1.0))
    assert packed["kind"] == "plane"
    assert packed["trail"]
    assert [shape["kind"] for shape in packed["shapes"]] == ["circle"]
    np.testing.assert_allclose(decoded(packed["points"])[:, :, 0], poses, atol=2e-5)
    assert packed["limits"] == [list(limit) for limit in point.SCENE.limits]


def test_shapes_of_a_flat_world_share_their_points_out():
    poses = np.linspace(-1, 0.4, 5, dtype=np.float32)[:, None, None]
    packed = payload(recording_of(classic_control.CAR_SCENE, poses))
    points = decoded(packed["points"])
    assert sum(shape["count"] for shape in packed["shapes"]) == points.shape[2]
    expected = classic_control.CAR_SCENE.shapes(poses[3, 0])
    np.testing.assert_allclose(points[3, 0], np.concatenate([s.points for s in expected]), atol=1e-4)


def test_what_leaves_the_limits_is_followed():
    poses = np.array([[[0.0, 0.0]], [[5.0, -2.0]]], np.float32)
    (left, right), (bottom, top) = payload(recording_of(point.SCENE, poses))["limits"]
    assert (left, top) == (-1.08, 1.08)
    assert (right, bottom) == (pytest.approx(5.05), pytest.approx(-2.05))


# Images.


def tiles_of(packed, episode):
    head, data = packed["sheets"][episode].split(",")
    sheet = np.asarray(Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB"))
    h, w, columns = packed["height"], packed["width"], packed["columns"]
    rows = [divmod(tile, columns) for tile in range(len(packed["frames"]))]
    return head, np.stack([sheet[r * h : (r + 1) * h, c * w : (c + 1) * w] for r, c in rows])


def images(steps, episodes, height, width):
    """Returns smooth images whose red grows with time, and whose green grows with the episode."""
    x = np.zeros((steps + 1, episodes, height, width, 3), np.uint8)
    x[..., 0] = np.linspace(0, 250, steps + 1, dtype=np.uint8)[:, None, None, None]
    x[..., 1] = (np.arange(episodes, dtype=np.uint8) * 40)[:, None, None]
    x[..., 2] = np.linspace(0, 250, width, dtype=np.uint8)
    return x


def test_small_images_are_kept_as_they_are():
    poses = images(10, 2, 8, 12)
    packed = payload(recording_of(envs.ImageScene(lambda state: state), poses))
    assert packed["kind"] == "image"
    assert not packed["smooth"]
    assert packed["frames"] == list(range(11))
    for episode in range(2):
        head, tiles = tiles_of(packed, episode)
        assert head == "data:image/png;base64"
        np.testing.assert_array_equal(tiles, poses[:, episode])


def test_large_images_are_nearly_kept():
    poses = images(6, 2, 90, 120)
    packed = payload(recording_of(envs.ImageScene(lambda state: state), poses))
    assert (packed["height"], packed["width"], packed["smooth"]) == (90, 120, True)
    _, tiles = tiles_of(packed, 1)
    assert np.abs(tiles.astype(int) - poses[:, 1]).mean() < 4


def test_many_large_images_are_halved_and_thinned(monkeypatch):
    monkeypatch.setattr(player, "MOST_FRAMES_BY_PIXELS", 2 * 45 * 60 * 20)
    poses = images(100, 2, 90, 120)
    packed = payload(recording_of(envs.ImageScene(lambda state: state), poses))
    assert (packed["height"], packed["width"]) == (45, 60)
    assert len(packed["frames"]) <= 21
    assert packed["frames"][-1] == 100
    _, tiles = tiles_of(packed, 0)
    np.testing.assert_allclose(tiles[-1, ..., 0].mean(), 250, atol=6)


# How far bodies sink into the ground.

BALL_AND_STICK = """<mujoco><worldbody>
<geom type="plane" size="1 1 1" pos="0 0 0.5"/>
<body><freejoint/><geom type="sphere" size="0.2"/></body>
<body><freejoint/><geom type="capsule" size="0.1 0.3"/></body>
</worldbody></mujoco>"""


@pytest.mark.parametrize("tilt", [0.0, np.pi / 2, 0.7])
@pytest.mark.parametrize(("ball", "stick"), [(2.0, 2.0), (0.6, 2.0), (2.0, 0.7)])
def test_sinking(ball, stick, tilt):
    model = mujoco.MjModel.from_xml_string(BALL_AND_STICK)
    poses = np.zeros((4, 1, 14), np.float32)
    poses[..., [3, 10]] = 1
    poses[..., 2], poses[..., 9] = ball, stick
    # The rotation is about the x axis. So the stick's lower end is cos(tilt) of its half length below its
    # middle.
    poses[..., 10], poses[..., 11] = np.cos(tilt / 2), np.sin(tilt / 2)
    lowest = min(ball - 0.2, stick - 0.3 * np.cos(tilt) - 0.1)
    found = bodies.sinking(model, bodies.body_poses(model, poses))
    assert found == pytest.approx(max(0.0, 0.5 - lowest), abs=1e-5)


def test_one_pose_of_two_hundred_says_nothing_of_sinking():
    model = mujoco.MjModel.from_xml_string(BALL_AND_STICK)
    poses = np.full((200, 1, 14), 2.0, np.float32)
    poses[..., 3:7] = poses[..., 10:14] = [1, 0, 0, 0]
    poses[7, 0, 2] = 0
    assert bodies.sinking(model, bodies.body_poses(model, poses)) == pytest.approx(0.0, abs=0.01)
    no_floor = mujoco.MjModel.from_xml_string(BALL_AND_STICK.replace("plane", "box"))
    assert bodies.sinking(no_floor, bodies.body_poses(no_floor, poses)) == 0.0
