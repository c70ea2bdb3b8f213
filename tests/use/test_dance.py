"""Dances: beats, rhythm, schedules that are known, and the command."""

import dataclasses
import functools
import json
import wave

import jax.numpy as jnp
import numpy as np
import pytest
import tiny
import untrained

from diayn_jax import envs, training
from diayn_jax.config import ConfigError
from diayn_jax.envs.worlds import point
from diayn_jax.evaluation import evaluators
from diayn_jax.resolve import make_config
from diayn_jax.show.films import offscreen
from diayn_jax.show.films.film_files import Sound
from diayn_jax.storage.files import RunFileError
from diayn_jax.use.dance import beats as beat_tracking
from diayn_jax.use.dance import film, make_dance, named, rhythm, schedule, song, stage
from diayn_jax.use.loaded_run import Run
from experiments import dance as command


def reference_onsets(poses, times):
    """Returns where motion sets in, independently of the package: on a fine clock, by prominent peaks.

    The speed on a clock of 200 Hz is smoothed over 40 ms. An onset is the middle of a rise: a peak of the
    derivative that is a quarter of the largest one.
    """
    signal = pytest.importorskip("scipy.signal")
    clock = np.arange(times[0], times[-1], 1 / 200)
    fine = np.stack([np.interp(clock, times, column) for column in poses.T], axis=-1)
    speed = np.linalg.norm(np.diff(fine, axis=0), axis=-1) * 200
    speed = np.convolve(speed, np.ones(8) / 8, "same")
    rise = np.gradient(speed) * 200
    peaks, _ = signal.find_peaks(rise, height=0.25 * np.quantile(rise, 0.99), distance=30)
    return clock[peaks]


def matched(onsets, beats):
    """Returns F at ±70 ms, by the best matching of onsets and beats."""
    from scipy.optimize import linear_sum_assignment

    near = np.abs(np.subtract.outer(onsets, beats)) <= 0.07
    rows, columns = linear_sum_assignment(~near)
    return 2 * near[rows, columns].sum() / (len(onsets) + len(beats))


PLACES = np.array([[0, 0], [0.25, 0], [0, 0.25], [0.5, 0.5], [-0.5, 0.5], [0.5, -0.5]], np.float32)
GAIN = 6.0


@functools.cache
def poser(**fields):
    """Returns a run whose skill k goes to `PLACES[k]` and stays there: the action is tanh(6 (place − xy))."""
    small = {"env": "point", "num_skills": len(PLACES), "normalize": False, "policy_hidden_sizes": (16,)}
    config = make_config({**small, "discriminator_hidden_sizes": (8,), **fields})
    trainer = training.make_trainer(config, envs.from_config(config))
    state = untrained.blank_state(config, trainer.components)
    # The hidden units are the positive and negative parts of xy, and the skill.
    first = np.zeros((2 + len(PLACES), 16), np.float32)
    first[:2, :4] = np.kron(np.eye(2), [[1, -1]])
    first[2:, 4 : 4 + len(PLACES)] = np.eye(len(PLACES))
    last = np.zeros((16, 4), np.float32)
    last[:4, :2] = -GAIN * np.kron(np.eye(2), [[1], [-1]])
    last[4 : 4 + len(PLACES), :2] = GAIN * PLACES
    layers = {
        f"Dense_{i}": {"kernel": jnp.asarray(kernel), "bias": jnp.zeros(kernel.shape[1])}
        for i, kernel in enumerate((first, last))
    }
    state = state.replace(agent=state.agent._replace(policy={"params": {"MLP_0": layers}}))
    return Run(config, None, state, {}, (), trainer, evaluators.make_evaluator(config, trainer))


@pytest.fixture
def no_noise(monkeypatch):
    monkeypatch.setattr(point, "START_NOISE", 0.0)


def beats_of(times, seconds, loudness=1.0):
    times = np.asarray(times, float)
    rows = [np.broadcast_to(x, times.shape) for x in (1.0, loudness)]
    return beat_tracking.Beats(times, *rows, np.arange(len(times)) % 4 == 0, seconds)


@pytest.mark.parametrize("tempo", [90, 150])
def test_the_projects_song_has_a_drum_on_each_beat(tempo, tmp_path):
    made = song.own_song(tempo, 6)
    beats = song.own_beats(tempo, 6)
    np.testing.assert_allclose(np.diff(beats), 60 / tempo)
    assert 6 - 1.5 * 60 / tempo < beats[-1] < 6
    power = made.samples[:, 0] ** 2
    for at in beats:
        begin = round(at * made.rate)
        before, after = power[max(begin - 500, 0) : begin], power[begin : begin + 500]
        assert after.mean() > 3 * before.mean()
    song.write_wav(tmp_path / "own.wav", made)
    with wave.open(str(tmp_path / "own.wav")) as file:
        assert (file.getnchannels(), file.getframerate(), file.getnframes()) == (1, made.rate, len(power))
        read = np.frombuffer(file.readframes(-1), "<i2") / 32767
    np.testing.assert_allclose(read, made.samples[:, 0], atol=1e-4)
    with pytest.raises(RunFileError, match="cannot be written"):
        song.write_wav(tmp_path / "no" / "own.wav", made)


def test_the_loudness_of_a_bar_is_its_root_mean_square():
    rate, times = 1000, np.arange(8.0)
    samples = np.repeat([0.5, 0.5, 0.5, 0.5, 0.1, 0.1, 0.1, 0.1], rate).astype(np.float32)
    heard = beat_tracking.make_beats(Sound(samples[:, None], rate), times, np.ones(8), np.arange(8) % 4 == 0)
    np.testing.assert_allclose(heard.loudness, [1] * 4 + [0.2] * 4, rtol=1e-5)
    assert heard.tempo == 60
    assert heard.seconds == 8


def test_a_song_is_divided_at_its_beats_and_silence_is_filled():
    # A beat is missing between 2.0 and 3.0. The first beat is 1.2 s after the start.
    grid = schedule.make_grid(beats_of([1.0, 1.5, 2.0, 3.0, 3.5], 4.7, loudness=[0.1, 0.2, 0.3, 0.4, 0.5]))
    np.testing.assert_allclose(grid.times, [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4.1, 4.7])
    np.testing.assert_array_equal(grid.strength, [0, 0, 1, 1, 1, 0, 1, 1, 0])
    np.testing.assert_allclose(grid.loudness, [0.1, 0.1, 0.1, 0.2, 0.3, 0.3, 0.4, 0.5, 0.5])
    np.testing.assert_array_equal(np.flatnonzero(grid.downbeat), [2, 7])
    # Here the dance begins and ends on beats: no step fits into what is before and after them.
    short = schedule.make_grid(beats_of([0.1, 0.6, 1.1, 1.6], 1.7))
    np.testing.assert_allclose(short.times, [0.1, 0.6, 1.1, 1.6])


def test_steps_stay_within_the_stretch():
    grid = schedule.make_grid(beats_of(np.arange(0, 4, 0.5), 4.0))
    for steps in schedule.allowed_steps(grid, 0.05):
        # 0.5 s are 10 steps of 0.05 s; 15 % less and more are 8.5 and 11.5.
        np.testing.assert_array_equal(steps, [9, 10, 11])
    with pytest.raises(ConfigError, match="a beat at 120 beats per minute has fewer than 4 steps"):
        schedule.check_tempo(beats_of(np.arange(0, 4, 0.5), 4.0), 0.2)


def test_time_is_stretched_between_beats():
    programme = schedule.Programme(np.array([0.2, 1.2, 2.0]), np.array([3, 1]), np.array([10, 4]))
    np.testing.assert_array_equal(programme.begins, [0, 10, 14])
    np.testing.assert_allclose(programme.rates(0.1), [1.0, 0.5])
    expected = [*np.arange(10) / 10 + 0.2, 1.2, 1.4, 1.6, 1.8, 2.0]
    np.testing.assert_allclose(programme.step_times, expected)


def test_onsets_are_where_the_speed_rises():
    times = 0.05 * np.arange(61)
    speed = np.full(60, 0.1)
    speed[10:14], speed[30:33], speed[40:44] = 2.0, 1.0, 2.0
    speed[42:44] = 3.0  # a second rise, 0.1 s after the one at 40, of the same motion
    speed[50:] = 0.2  # too little
    np.testing.assert_allclose(rhythm.onsets(speed, times), [0.5, 1.5, 2.0])
    joints = np.concatenate([[0], np.cumsum(speed * 0.05)])[:, None]
    np.testing.assert_allclose(rhythm.speeds(joints, times), speed, rtol=1e-6)


def test_the_measure_is_that_of_the_best_matching():
    assert rhythm.on_beat(np.array([0.5, 1.06, 1.5]), np.array([0.5, 1.0, 1.5])) == 1.0
    assert rhythm.on_beat(np.array([0.5, 1.08]), np.array([0.5, 1.0, 1.5, 2.0])) == pytest.approx(2 / 6)
    assert rhythm.on_beat(np.array([]), np.array([0.5])) == 0.0
    rng = np.random.default_rng(0)
    for _ in range(50):
        onsets, beats = np.sort(rng.uniform(0, 3, 20)), np.sort(rng.uniform(0, 3, 15))
        assert rhythm.on_beat(onsets, beats) == pytest.approx(matched(onsets, beats))


def test_the_frequency_of_a_gait():
    t = np.arange(160)[:, None, None] * 0.05
    hertz = np.array([1.25, 2.5, 5.0])[None, :, None]
    joints = np.sin(2 * np.pi * hertz * t + np.array([0.0, 1.0])) + 0.3 * t
    np.testing.assert_allclose(rhythm.frequency(joints, 0.05), [1.25, 2.5, 5.0], atol=0.13)


def test_gaits_fit_a_tempo_at_half_of_it_and_at_twice_it():
    # 120 beats per minute are 2 Hz. √2 times a fitting frequency is half an octave away.
    found = schedule.misfit(np.array([0, 1, 2, 4, 2.2, 1.8, 2 * np.sqrt(2), 16]), 120)
    np.testing.assert_allclose(found[:6], 0)
    assert found[6] == pytest.approx(2 * (0.5 - np.log2(1.15)))
    assert found[7] == 1


def test_a_dance_is_what_its_programme_says(no_noise):
    """The point is moved by hand along the programme."""
    on = stage.make_stage(poser(), 2, 5)
    programme = schedule.Programme(np.arange(4.0), np.array([3, 0, 4]), np.array([4, 3, 6]))
    other = schedule.Programme(np.arange(2.0), np.array([5]), np.array([3]))
    poses = schedule.perform(on, [programme, other], seed=0)
    for danced, skills in zip(poses, ([3] * 4 + [0] * 3 + [4] * 6, [5] * 3), strict=True):
        xy, expected = np.zeros(2), [np.zeros(2)]
        for z in skills:
            xy = np.clip(xy + point.STEP_SIZE * np.tanh(GAIN * (PLACES[z] - xy)), -1, 1)
            expected.append(xy)
        np.testing.assert_allclose(danced, expected, atol=1e-5)


def test_dancers_stop_after_their_own_steps(no_noise):
    on = stage.make_stage(poser(), 2, 5)
    steps = np.arange(12) % 6
    moved = on.dance(on.start(0), np.tile(on.lanes % 6, (5, 1)), steps)
    assert moved.poses.shape == (6, 12, 2)
    np.testing.assert_allclose(moved.dancers.timestep.obs, moved.poses[steps, np.arange(12)], atol=1e-6)
    again = stage.taken(moved.dancers, np.array([3] * 12))
    np.testing.assert_allclose(again.timestep.obs, np.tile(moved.poses[3, 3], (12, 1)), atol=1e-6)


@pytest.mark.parametrize("tempo", [90, 120, 150])
def test_motion_sets_in_on_beats(tempo, no_noise):
    seconds = 16.0
    _, heard = make_dance.heard(None, tempo, int(seconds))
    found = make_dance.find_dance(make_dance.stage_for(poser(), heard), heard)
    programme = found.programme
    rates = programme.rates(1 / 15)
    assert rates.min() > 0.849
    assert rates.max() < 1.151
    beats = song.own_beats(tempo, seconds)
    ours = matched(reference_onsets(found.poses, programme.step_times), beats)
    assert ours >= 0.8
    assert found.on_beat >= 0.8
    assert found.random.mean() < 0.5
    # Loud bars are danced livelier than quiet ones.
    speed = np.linalg.norm(np.diff(found.poses, axis=0), axis=-1)
    at = np.searchsorted(heard.times, programme.step_times[:-1] + 1e-6) - 1
    loud, quiet = heard.loudness[at] > 0.9, heard.loudness[at] < 0.5
    assert speed[loud & (at >= 0)].mean() > 1.3 * speed[quiet & (at >= 0)].mean()


def test_random_schedules_change_as_often_and_last_as_long():
    programme = schedule.Programme(np.linspace(0.5, 10.5, 21), np.arange(20) % 3, np.full(20, 10))
    for seed, count in ((0, 2), (1, 3), (2, 7)):
        drawn = schedule.random_programme(programme, count, 0.05, np.random.default_rng(seed))
        assert len(drawn.skill) == 20
        assert np.diff(drawn.skill).all()
        assert set(drawn.skill) == set(range(count))
        assert drawn.steps.sum() == 200
        np.testing.assert_allclose(drawn.rates(0.05), 1.0)
        np.testing.assert_allclose(drawn.times[[0, -1]], [0.5, 10.5])


def test_bodies_turn_the_short_way_between_two_steps():
    mujoco = pytest.importorskip("mujoco")
    xml = "<mujoco><worldbody><body><freejoint/><geom size='.1'/></body></worldbody></mujoco>"
    scene = envs.MujocoScene(lambda state: state, lambda: mujoco.MjModel.from_xml_string(xml))
    # A turn by 90° about z, with the second quaternion negated, which is the same rotation.
    half = np.sqrt(0.5)
    poses = np.array([[0, 0, 0, 1, 0, 0, 0], [1, 2, 3, -half, 0, 0, -half]])
    middle = film.between(scene, poses, np.array([1.0, 2.0]), np.array([0.0, 1.5, 9.0]))
    np.testing.assert_allclose(middle[0], poses[0])
    np.testing.assert_allclose(
        middle[1], [0.5, 1, 1.5, np.cos(np.pi / 8), 0, 0, np.sin(np.pi / 8)], atol=1e-6
    )
    np.testing.assert_allclose(middle[2][:3], [1, 2, 3], atol=1e-6)
    flat = film.between(point.SCENE, np.array([[0.0, 0], [1, 2]]), np.array([0, 2.0]), np.array([0.5]))
    np.testing.assert_allclose(flat, [[0.25, 0.5]])


def test_the_command_writes_a_film_with_its_song(tiny_run, capsys, no_start):
    av = pytest.importorskip("av")
    words = [str(tiny_run.path), "--tempo=120", "--seconds=3", "--json"]
    assert command.main(words) == 0
    said = json.loads(capsys.readouterr().out)
    files = [tiny_run.path / f"dance-120bpm.{kind}" for kind in ("json", "wav", "mp4")]
    assert said["written"] == list(map(str, files))
    written = json.loads(files[0].read_text())
    assert {**written, "written": said["written"]} == said
    assert written["song"] == "dance-120bpm.wav"
    np.testing.assert_allclose(written["beats"], np.arange(0.5, 2.8, 0.5))
    rows = written["programme"]
    assert rows[0]["step"] == 0
    assert {row["skill"] for row in rows} <= {0, 1, 2}
    ends = [*(row["step"] for row in rows[1:]), written["steps"]]
    begins, last = [row["seconds"] for row in rows], 3.0
    for row, end, until in zip(rows, ends, [*begins[1:], last], strict=True):
        seconds = (end - row["step"]) * written["control_seconds"] / row["rate"]
        assert row["seconds"] + seconds == pytest.approx(until, abs=2e-3)
    with av.open(str(files[2])) as made:
        pictures = sum(1 for _ in made.decode(video=0))
    with av.open(str(files[2])) as made:
        heard = np.concatenate([frame.to_ndarray()[0] for frame in made.decode(audio=0)])
        rate = made.streams.audio[0].rate
    assert pictures == 90
    assert len(heard) / rate == pytest.approx(3.0, abs=0.05)
    # The first drum is heard with the first beat, at 0.5 s.
    assert np.argmax(np.abs(heard) > 0.05) / rate == pytest.approx(0.5, abs=0.01)
    assert "F " in "\n".join(make_dance.dance(tiny_run, tempo=120, seconds=3, schedule_only=True).lines())


def test_a_run_without_skills_cannot_dance():
    config = tiny.config(objective="task")
    trainer = training.make_trainer(config, envs.from_config(config))
    run = Run(config, None, None, {}, (), trainer, evaluators.make_evaluator(config, trainer))
    heard = beats_of(np.arange(0, 4, 0.5), 4.0)
    with pytest.raises(ConfigError, match=r"this run has fewer than two skills \(--objective=task\)"):
        make_dance.check_dancer(run, heard)


def test_what_cannot_dance():
    run = poser()
    heard = beats_of(np.arange(0, 4, 0.5), 4.0)
    for env, words in (
        (run.evaluator.env._replace(runs_on="simulator"), "cannot go back to an earlier state"),
        (run.evaluator.env._replace(scene=None), "does not say where its joints are"),
        (run.evaluator.env._replace(dt=0.19), "has fewer than 4 steps"),
    ):
        changed = dataclasses.replace(run, evaluator=run.evaluator._replace(env=env))
        with pytest.raises(ConfigError, match=words):
            make_dance.check_dancer(changed, heard)


def test_what_is_missing_is_named_before_anything_is_compiled(tmp_path, monkeypatch):
    file = tmp_path / "song.mp3"
    file.touch()
    with monkeypatch.context() as patch:
        patch.setattr(beat_tracking.importlib.util, "find_spec", lambda _: None)
        with pytest.raises(
            ConfigError, match=r"librosa .* is not installed.*diayn_jax\[dance\].*--tempo=120"
        ):
            named.check(file, None, None, False)
    monkeypatch.setattr(named, "formats_here", lambda: ("gif",))
    with pytest.raises(ConfigError, match=r"a film with sound needs PyAV.*diayn_jax\[dance\]"):
        named.check(None, 120, None, False)
    assert named.check(None, 120, None, True) is None

    def no_opengl(*_):
        raise ConfigError("OpenGL is missing")

    monkeypatch.setattr(offscreen, "opengl", no_opengl)
    film.check(point.SCENE)
    with pytest.raises(ConfigError, match="OpenGL is missing"):
        film.check(envs.MujocoScene(lambda state: state, lambda: None))
