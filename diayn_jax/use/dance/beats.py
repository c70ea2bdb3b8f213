"""Finds the beats of a song, and how loud it is around each, by librosa."""

import importlib.util
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from diayn_jax import shell
from diayn_jax.config import ConfigError
from diayn_jax.show.films.film_files import Sound
from diayn_jax.use.dance.song import BAR

_RATE = 22_050  # samples per second of the sound in which beats are looked for
_HOP = 256  # samples between two frames of the spectrum
_BASS = 200.0  # Hz; drums that carry the beat are below it
_LAG = 0.016  # seconds by which librosa's onsets come after those of the project's own drums
_HEARD = 0.1  # the least strength of the first and the last beat; librosa continues beats into silence
FEWEST = 4  # beats that a dance needs
# A few kilobytes of FLAC may hold hours of silence, and a header may claim any rate.
_RATES = (8_000, 192_000)  # samples per second
_MOST_SAMPLES = 150_000_000  # of all channels, 600 MB: 26 minutes in stereo at 48 kHz
_QUIET = 1e-4  # root mean square of a song that is silent


class Beats(NamedTuple):
    """The beats of a song."""

    times: np.ndarray  # [B], seconds, increasing
    strength: np.ndarray  # [B], 0 to 1: how strongly the beat is played, against the strongest
    loudness: np.ndarray  # [B], 0 to 1: the loudness of the beat's bar, against the loudest bar
    downbeat: np.ndarray  # [B], bool: the beat begins a bar
    seconds: float  # the song's length

    @property
    def tempo(self) -> float:
        """Beats per minute, by the median distance of two beats."""
        return 60 / float(np.median(np.diff(self.times)))


def check_file(path: Path) -> None:
    """Raises `ConfigError` if there is no such song, or librosa, which finds its beats, is not installed."""
    if not path.is_file():
        what = "it is a folder" if path.is_dir() else "there is no such file"
        raise ConfigError(f"{path}: {what}. Name a song as WAV, FLAC, OGG or MP3.")
    if importlib.util.find_spec("librosa") is None:
        raise ConfigError(
            "dance: librosa finds the beats of a song, and is not installed. Run "
            f"{shell.pip_install('diayn_jax[dance]')}, or dance to the project's own song: --tempo=120."
        )


def read_song(path: Path, seconds: float | None = None) -> Sound:
    """Reads the first `seconds` of a song, or all of it (None), from WAV, FLAC, OGG or MP3.

    Raises:
      ConfigError: it cannot be read as sound, is too long, or is silent.
    """
    import soundfile

    try:
        with soundfile.SoundFile(path) as file:
            rate = file.samplerate
            if not _RATES[0] <= rate <= _RATES[1]:
                low, high = (f"{each / 1000:g}" for each in _RATES)
                raise ConfigError(f"{path}: it has {rate} samples per second. Give {low} to {high} kHz.")
            frames = file.frames if seconds is None else min(round(seconds * rate), file.frames)
            if frames * file.channels > _MOST_SAMPLES:
                most = int(_MOST_SAMPLES / file.channels / rate)
                raise ConfigError(f"{path}: it lasts {frames / rate:.0f} s. Give --seconds={most} or less.")
            samples = file.read(frames, dtype="float32", always_2d=True)
    except (OSError, soundfile.SoundFileError) as error:
        raise ConfigError(f"{path}: it cannot be read. Give a song as WAV, FLAC, OGG or MP3.") from error
    if not len(samples) or not np.isfinite(samples).all() or np.sqrt(np.mean(samples**2)) < _QUIET:
        raise ConfigError(f"{path}: it is silent, so it has no beats.")
    return Sound(samples, rate)


def find_beats(song: Sound) -> Beats:
    """Finds the beats of a song by dynamic programming (Ellis, 2007, "Beat tracking by dynamic programming").

    An off-beat hi-hat is often stronger than the drum on the beat. So if the bass is stronger half-way
    between the beats that were found, the beats are moved there. A bar has four beats. It begins with the one
    of them whose bass is the strongest.

    Raises:
      ConfigError: fewer than four beats are found.
    """
    import librosa

    mono = librosa.resample(song.samples.mean(axis=1), orig_sr=song.rate, target_sr=_RATE)
    spectrum: dict[str, Any] = {"y": mono, "sr": _RATE, "hop_length": _HOP}
    whole = librosa.onset.onset_strength(**spectrum)
    bass = librosa.onset.onset_strength(**spectrum, fmax=_BASS, n_mels=8, n_fft=1024)
    _, frames = librosa.beat.beat_track(
        onset_envelope=whole + bass, sr=_RATE, hop_length=_HOP, trim=False, sparse=True
    )
    frames = np.asarray(frames, int)
    middle = (frames[:-1] + frames[1:]) // 2
    if _near(bass, middle).sum() > _near(bass, frames[:-1]).sum():
        frames = middle
    strength = _near(bass, frames) + _near(whole, frames)
    heard = np.flatnonzero(strength > _HEARD * strength.max(initial=0.0))
    if len(heard) < FEWEST:
        raise ConfigError(f"This song has {len(heard)} beats that can be heard; a dance needs {FEWEST}.")
    frames, strength = (x[heard[0] : heard[-1] + 1] for x in (frames, strength))
    low = _near(bass, frames)
    first = int(np.argmax([low[i::BAR].mean() for i in range(BAR)]))
    times = np.asarray(librosa.frames_to_time(frames, sr=_RATE, hop_length=_HOP)) - _LAG
    return make_beats(song, times, strength / float(strength.max()), np.arange(len(times)) % BAR == first)


def make_beats(song: Sound, times: np.ndarray, strength: np.ndarray, downbeat: np.ndarray) -> Beats:
    """Returns beats with the loudness of their bars, measured as the root mean square of the samples."""
    bar = np.cumsum(downbeat)
    ends = np.append(times[1:], min(song.seconds, 2 * times[-1] - times[-2]))
    power = np.array(
        [
            np.mean(song.samples[max(round(begin * song.rate), 0) : round(end * song.rate)] ** 2)
            for begin, end in zip(times, ends, strict=True)
        ]
    )
    loud = np.sqrt(np.array([power[bar == number].mean() for number in bar]))
    return Beats(times, strength, loud / max(float(loud.max()), 1e-9), downbeat, song.seconds)


def _near(envelope: np.ndarray, frames: np.ndarray) -> np.ndarray:
    """Returns the largest values of an envelope [F] within two frames of the given frames [B]."""
    index = np.clip(np.asarray(frames)[:, None] + np.arange(-2, 3), 0, len(envelope) - 1)
    return envelope[index].max(axis=1)
