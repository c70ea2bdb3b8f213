"""The rhythm of motion: joint speeds, the moments at which motion sets in, and a gait's own frequency."""

from collections.abc import Callable

import numpy as np

from diayn_jax.config import ConfigError
from diayn_jax.envs import MujocoScene, PlaneScene, Scene

WINDOW = 0.07  # seconds by which an onset may miss its beat, as in the evaluation of beat trackers
APART = 0.15  # seconds; of two onsets that are nearer, the stronger one counts
LEAST_RISE = 0.25  # the smallest onset, as a share of the joint speed that 5 % of the steps exceed
_SLOWEST = 0.4  # Hz; slower motion is no rhythm


def joints_of(scene: Scene | None, env: str) -> Callable[[np.ndarray], np.ndarray]:
    """Returns a function that takes the joints from poses: [..., P] -> [..., J].

    A robot's joints are those that its actuators drive. A world that is drawn on a plane has no joints; the
    numbers of its pose stand for them.

    Raises:
      ConfigError: the environment has no scene, or renders itself.
    """
    if isinstance(scene, PlaneScene):
        return lambda poses: poses
    if not isinstance(scene, MujocoScene):
        raise ConfigError(
            f"dance: {env} does not say where its joints are. Take an environment with a scene."
        )
    model = scene.model()
    driven = model.actuator_trnid[model.actuator_trntype == 0, 0]
    places = model.jnt_qposadr[driven if len(driven) else np.arange(model.njnt)]
    return lambda poses: poses[..., places]


def speeds(joints: np.ndarray, times: np.ndarray) -> np.ndarray:
    """Returns joint speeds ‖Δq‖/Δt between the moments of `times` [T + 1]: [T + 1, ..., J] -> [T, ...]."""
    seconds = np.diff(times).reshape(-1, *[1] * (joints.ndim - 2))
    return np.linalg.norm(np.diff(joints, axis=0), axis=-1) / seconds


def onsets(speed: np.ndarray, times: np.ndarray) -> np.ndarray:
    """Returns the moments at which motion sets in, seconds, for speeds [T] between `times` [T + 1].

    Motion sets in where the speed rises by more than `LEAST_RISE`. The stronger of two near onsets is kept.
    """
    rise = np.diff(speed, prepend=0.0)
    least = LEAST_RISE * float(np.quantile(speed, 0.95))
    kept: list[int] = []
    for step in np.argsort(-rise, kind="stable"):
        if rise[step] <= least:
            break
        if all(abs(times[step] - times[other]) >= APART for other in kept):
            kept.append(int(step))
    return times[np.sort(np.array(kept, int))]


def on_beat(found: np.ndarray, beats: np.ndarray) -> float:
    """Returns the F-measure of onsets on beats, both in seconds and sorted.

    An onset is right if it is within `WINDOW` of a beat that has no onset yet. The measure is the harmonic
    mean of the share of onsets that are right and the share of beats that have one.
    """
    i = j = right = 0
    while i < len(found) and j < len(beats):
        if abs(found[i] - beats[j]) <= WINDOW:
            i, j, right = i + 1, j + 1, right + 1
        elif found[i] < beats[j]:
            i += 1
        else:
            j += 1
    return 2 * right / max(len(found) + len(beats), 1)


def frequency(joints: np.ndarray, dt: float) -> np.ndarray:
    """Returns the dominant frequency of joint angles, Hz: [T, N, J] -> [N].

    It is the peak of the amplitudes of a Fourier transform, summed over joints. Slow drift does not count.
    """
    window = np.hanning(len(joints))[:, None, None]
    amplitude = np.abs(np.fft.rfft((joints - joints.mean(axis=0)) * window, axis=0)).sum(axis=-1)
    hertz = np.fft.rfftfreq(len(joints), dt)
    amplitude[hertz < _SLOWEST] = 0
    return hertz[amplitude.argmax(axis=0)]
