"""The race car: its tracks, steps, rewards and pictures are those of Gymnasium's CarRacing."""

import functools

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from diayn_jax import envs
from diayn_jax.config import ConfigError
from diayn_jax.envs.worlds.car_racing import physics, picture, track, world

gymnasium = pytest.importorskip("gymnasium")
pytest.importorskip("Box2D")

SEEDS = (0, 8, 11)
STEPS = 100
# Steering, gas and brake at a step.
DRIVES = {
    "straight": lambda t: (0.0, 1.0, 0.0),
    "gas, then brakes": lambda t: (0.0, 0.5, 0.0) if t < 60 else (0.0, 0.0, 0.6),
    "gas, then locked wheels": lambda t: (0.2, 0.5, 0.0) if t < 40 else (0.2, 0.0, 1.0),
    "a constant turn": lambda t: (0.3, 0.1, 0.0),
    "slalom": lambda t: (0.3 * np.sin(t / 10), 0.2, 0.0),
    "off the road": lambda t: (-0.8, 0.3, 0.0),
}


class Noted:
    """A random generator that keeps its uniform numbers."""

    def __init__(self, seed):
        self.random, self.drawn = np.random.default_rng(seed), []

    def uniform(self, low, high):
        self.drawn.append(self.random.uniform(low, high))
        return self.drawn[-1]


@functools.cache
def simulator():
    return gymnasium.make("CarRacing-v3").unwrapped


def same_track(seed):
    """Resets Gymnasium's environment, and makes our track of the same checkpoints."""
    theirs = simulator()
    theirs._np_random = Noted(seed)
    theirs.reset()
    noise, radius = np.array(theirs._np_random.drawn[-24:]).reshape(12, 2).T
    angles = 2 * np.pi * np.arange(12) / 12
    ends = np.isin(np.arange(12), (0, 11))
    angles, radius = angles + noise * ~ends, np.where(ends, 225.0, radius)
    positions = radius[:, None] * np.stack([np.cos(angles), np.sin(angles)], axis=-1)
    ours, good = close(jnp.asarray(angles, jnp.float32), jnp.asarray(positions, jnp.float32))
    assert good
    return theirs, ours


close = jax.jit(track.close)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_same_checkpoints_give_the_same_track(seed):
    theirs, ours = same_track(seed)
    tiles = len(theirs.track)
    assert int(ours.tiles) == tiles
    corners = np.array([tile.fixtures[0].shape.vertices for tile in theirs.road])  # Box2D orders them anew
    mine = np.stack([ours.left[1:], ours.right[1:], ours.right[:-1], ours.left[:-1]], axis=1)[:tiles]
    np.testing.assert_allclose(mine.mean(axis=1), corners.mean(axis=1), atol=2e-3)
    np.testing.assert_allclose(np.sort(mine, axis=1), np.sort(corners, axis=1), atol=2e-3)
    np.testing.assert_allclose(ours.angle, theirs.track[0][1], atol=1e-4)
    # Kerbs are the polygons that are drawn in addition to the tiles.
    kerbs = [
        polygon for polygon, colour in theirs.road_poly if tuple(colour) in ((255, 255, 255), (255, 0, 0))
    ]
    assert int((ours.kerb != 0).sum()) == len(kerbs) > 20
    # Each kerb begins at a corner of its tile, and the other side of the tile has none.
    sides = np.where(np.asarray(ours.kerb)[:, None] > 0, ours.right[1:], ours.left[1:])[ours.kerb != 0]
    starts = np.array([polygon[0] for polygon in kerbs])
    assert np.abs(sides[:, None] - starts).sum(axis=-1).min(axis=1).max() < 2e-3
    # Missing tiles are far outside.
    assert (np.abs(ours.left[tiles + 1 :]) > 1e3).all()


def test_drawn_tracks_differ_and_close():
    drawn = jax.jit(jax.vmap(track.draw_track))(jax.random.split(jax.random.key(3), 16))
    middle = np.asarray(drawn.left + drawn.right) / 2
    assert len(np.unique(np.asarray(drawn.tiles))) > 5
    assert (drawn.tiles > 200).all()
    for tiles, points in zip(np.asarray(drawn.tiles), middle, strict=True):
        lengths = np.linalg.norm(np.diff(points[: tiles + 1], axis=0), axis=-1)
        np.testing.assert_allclose(lengths[1:], 3.5, rtol=1e-3)
        # Gymnasium measures the gap along one direction only, so it may be a little longer than a tile.
        assert lengths[0] < 3 * 3.5


def test_mass_and_inertia_are_those_of_box2d():
    car = same_track(SEEDS[0])[0].car
    parts = [car.hull, *car.wheels]
    mass = sum(part.mass for part in parts)
    np.testing.assert_allclose(physics.MASS, mass, rtol=1e-6)
    wheels = [np.array(w.joint.bodyA.GetLocalPoint(w.joint.anchorA)) for w in car.wheels]
    centres = [np.array(car.hull.localCenter), *wheels]
    centre = sum(part.mass * at for part, at in zip(parts, centres, strict=True)) / mass
    np.testing.assert_allclose(physics.CENTRE, centre, atol=1e-5)
    # Box2D gives the inertia about the origin of each body.
    own = car.hull.inertia - car.hull.mass * centres[0] @ centres[0]
    inertia = own + sum(wheel.inertia for wheel in car.wheels)
    inertia += sum(part.mass * (at - centre) @ (at - centre) for part, at in zip(parts, centres, strict=True))
    np.testing.assert_allclose(physics.INERTIA, inertia, rtol=1e-5)


def state_of(theirs, ours):
    """Returns Gymnasium's state as ours."""
    car = theirs.car
    parts = [car.hull, *car.wheels]
    momentum = sum(part.mass * np.array(part.linearVelocity) for part in parts)
    state = physics.Car(
        position=car.hull.position,
        angle=car.hull.angle,
        velocity=momentum / sum(part.mass for part in parts),
        spin=car.hull.angularVelocity,
        wheel_spin=[wheel.omega for wheel in car.wheels],
        steering=car.wheels[0].joint.angle,
        gas=car.wheels[2].gas,
        on_road=[len(wheel.tiles) > 0 for wheel in car.wheels],
    )
    state = physics.Car(*(jnp.asarray(x, jnp.float32) for x in state))
    visited = np.zeros(track.MOST_TILES, bool)
    visited[: len(theirs.road)] = [tile.road_visited for tile in theirs.road]
    race = world.Race(state, ours, jnp.asarray(visited), jnp.zeros((), bool))
    return race._replace(car=state._replace(on_road=state.on_road > 0))


@jax.jit
def driven(race, controls):
    """Plays frames with controls [T, 3]."""

    def body(race, one):
        race, reward = world.frame(race, one)
        return race, (race.car, race.visited.sum(), reward)

    return jax.lax.scan(body, race, controls)


@pytest.mark.parametrize("drive", DRIVES)
def test_the_car_moves_as_gymnasiums(drive, monkeypatch):
    theirs, ours = same_track(SEEDS[1])
    monkeypatch.setattr(theirs, "_render", lambda mode: None)
    for _ in range(10):  # Gymnasium puts the wheels in the wrong places, and the joints pull them to theirs
        theirs.step(np.zeros(3, np.float32))
    race = state_of(theirs, ours)
    controls = np.array([DRIVES[drive](t) for t in range(STEPS)], np.float32)
    _, (cars, visited, rewards) = jax.device_get(driven(race, controls))
    for t, action in enumerate(controls):
        _, reward, terminated, _, _ = theirs.step(action)
        np.testing.assert_allclose(rewards[t], reward, atol=1e-3)
        assert not terminated
        at = state_of(theirs, ours).car
        assert visited[t] == theirs.tile_visited_count
        np.testing.assert_array_equal(cars.on_road[t], at.on_road)
        speed = float(np.linalg.norm(at.velocity))
        np.testing.assert_allclose(cars.position[t], at.position, atol=0.05)
        np.testing.assert_allclose(cars.angle[t], at.angle, atol=0.04)
        np.testing.assert_allclose(cars.velocity[t], at.velocity, atol=0.05 + 0.015 * speed)
        np.testing.assert_allclose(cars.steering[t], at.steering, atol=5e-3)
        np.testing.assert_allclose(cars.wheel_spin[t], at.wheel_spin, atol=0.3)


def test_the_picture_is_gymnasiums():
    theirs, ours = same_track(SEEDS[2])
    draw = jax.jit(picture.draw, static_argnums=(2, 3))
    for t in range(160):
        image, *_ = theirs.step(np.array([0.1 * np.sin(t / 9), 0.1, 0.0], np.float32))
        if t in (60, 110, 159):  # the camera of theirs zooms in before
            mine = np.asarray(draw(state_of(theirs, ours).car, ours, 96, False)).astype(float)
            error = np.abs(mine - image).max(axis=-1)
            assert error.mean() < 6
            assert (error > 30).mean() < 0.04
            # Their score is in the lower left corner.
            indicators = np.abs(mine - image)[84:, 12:]
            assert indicators.mean() < 2
            assert mine[84:, 12:].max() > 200
    # Smaller pictures have the means of its squares, and grey has the luma.
    car = state_of(theirs, ours).car
    small = np.asarray(draw(car, ours, 48, False)).astype(float)
    assert np.abs(small - mine.reshape(48, 2, 48, 2, 3).mean(axis=(1, 3))).mean() < 3
    grey = np.asarray(draw(car, ours, 48, True))
    assert grey.shape == (48, 48, 1)
    np.testing.assert_allclose(grey[..., 0], small @ [0.299, 0.587, 0.114], atol=1)


begin, play = jax.jit(world.begin), jax.jit(world.frame)


def race_with(visited=(), position=None):
    """Returns a race whose car stands at its start, or elsewhere, with these tiles visited."""
    race = begin(jax.random.key(5))
    car = race.car if position is None else race.car._replace(position=jnp.asarray(position))
    return race._replace(car=car, visited=race.visited.at[jnp.array(visited, int)].set(True))


def test_how_an_episode_ends():
    stand = jnp.zeros(3)
    tiles = int(race_with().track.tiles)
    # At the start, wheels touch the tiles before and after it.
    race, reward = play(race_with(), stand)
    assert set(np.flatnonzero(race.visited)) == {0, 1}
    np.testing.assert_allclose(reward, 2 * 1000 / tiles - 0.1, rtol=1e-5)
    assert not world.ended(race)
    # Passing tile 0 as the last of more than 95 % ends the lap, and so does the last tile.
    enough, too_few = int(0.95 * tiles) + 2, int(0.95 * tiles) - 2
    assert world.ended(play(race_with(range(1, enough)), stand)[0])
    assert not world.ended(play(race_with(range(1, too_few)), stand)[0])
    assert not world.ended(play(race_with(range(tiles - 5)), stand)[0])
    assert world.ended(play(race_with(range(2, tiles)), stand)[0])
    # Gymnasium's playfield ends 333.3 m from its centre.
    race, reward = play(race_with(position=(0.0, 333.4)), stand)
    assert world.ended(race)
    assert reward == -100
    assert not world.ended(play(race_with(position=(0.0, 333.2)), stand)[0])


def after(name, actions, **variation):
    """Returns the timestep after actions [E, ...] at the start of a race."""
    env = envs.make(name, image_size=16, image_colours="grey", **variation)
    races = jax.tree.map(lambda x: jnp.stack([x] * len(actions)), race_with())
    return jax.jit(env.step)(races, jnp.asarray(actions))


def frames(controls, count):
    """Returns a race after some frames, and its reward."""
    race, total = race_with(), 0.0
    for _ in range(count):
        race, reward = play(race, jnp.array(controls))
        total += float(reward)
    return race, total


def test_an_action_is_repeated():
    # −1 is no gas and no brake, and 1 is all.
    race, reward = frames([-0.5, 0.75, 0.0], 4)
    timestep = after("car_racing", [[-0.5, 0.5, -1.0]], action_repeat=4)
    assert timestep.obs.shape == (1, 16, 16, 1)
    np.testing.assert_allclose(timestep.reward[0], reward, rtol=1e-5)
    np.testing.assert_allclose(timestep.state.car.position[0], race.car.position, rtol=1e-6)
    moved, placed = timestep.features["xy"][0], race.car.position - race_with().car.position
    np.testing.assert_allclose(np.hypot(*moved), np.hypot(*placed), rtol=1e-3)
    assert moved[1] > 10 * abs(moved[0])


def test_discrete_actions_are_gymnasiums():
    cars = after("car_racing_discrete", [0, 1, 2, 3, 4]).state.car
    for action, controls in enumerate([(0, 0, 0), (0.6, 0, 0), (-0.6, 0, 0), (0, 0.2, 0), (0, 0, 0.8)]):
        race, _ = frames([float(x) for x in controls], 1)
        np.testing.assert_allclose(cars.wheel_spin[action], race.car.wheel_spin, rtol=1e-5)
        np.testing.assert_allclose(cars.steering[action], race.car.steering, rtol=1e-5)


def test_a_size_without_whole_rows_for_the_indicators_is_refused():
    with pytest.raises(ConfigError, match=r"image_size=50.*multiple of 8"):
        envs.make("car_racing", image_size=50)


def test_gymnasiums_own_is_seen_as_ours():
    given = {"image_size": 48, "image_colours": "grey", "action_repeat": 4}
    theirs, ours = envs.make("gymnasium:CarRacing-v3", **given), envs.make("car_racing", **given)
    assert theirs.interface._replace(name="") == ours.interface._replace(name="")
    assert theirs.dt == ours.dt == pytest.approx(0.08)
    keys = jax.random.key_data(jax.random.split(jax.random.key(0), 1))
    first = theirs.reset(keys)
    after = theirs.step(first.state, jnp.array([[0.0, 0.0, -1.0]]))
    seed = int(np.random.SeedSequence([*map(int, keys[0]), 0]).generate_state(1)[0]) >> 1
    single = gymnasium.make("CarRacing-v3").unwrapped
    single.reset(seed=seed)
    total = 0.0
    for _ in range(4):
        image, reward, *_ = single.step(np.array([0.0, 0.5, 0.0], np.float32))
        total += reward
    np.testing.assert_allclose(after.reward[0], total, rtol=1e-5)
    luma = (image @ [0.299, 0.587, 0.114]).reshape(48, 2, 48, 2).mean(axis=(1, 3))
    np.testing.assert_allclose(after.obs[0, ..., 0], luma, atol=0.51)
    theirs.close()
    with pytest.raises(ConfigError, match=r"image_size=128.*at most 96"):
        envs.make("gymnasium:CarRacing-v3", image_size=128)
    with pytest.raises(ConfigError, match=r"image_colours=grey.*no images"):
        envs.make("gymnasium:Pendulum-v1", image_colours="grey")
