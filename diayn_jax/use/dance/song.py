"""The project's own song: drums and a bass of a known tempo, so that dances need no audio file."""

import io
import wave
from pathlib import Path

import numpy as np

from diayn_jax.show.films.film_files import Sound
from diayn_jax.storage import files

RATE = 22_050  # samples per second
BAR = 4  # beats in a bar
_LEAD = 0.5  # seconds before the first beat
_LOUDNESS = (0.35, 0.35, 1.0, 0.6)  # of bars, in turns
_BASS = (55.0, 55.0, 65.4, 49.0)  # Hz, of bars, in turns
_PEAK = 0.8  # the loudest sample


def own_beats(tempo: float, seconds: float) -> np.ndarray:
    """Returns the times of the beats of the project's song, seconds [B]; each `BAR` of them are a bar."""
    return np.arange(_LEAD, seconds - 60 / tempo / 2, 60 / tempo)


def own_song(tempo: float, seconds: float) -> Sound:
    """Makes a song of `tempo` beats per minute.

    A kick drum sounds on each beat, a hi-hat between two beats, and a bass note is held for each bar. Bars
    differ in loudness.
    """
    length = round(seconds * RATE)
    samples = np.zeros(length)
    beat = 60 / tempo
    noise = np.random.default_rng(0)
    for number, at in enumerate(own_beats(tempo, seconds)):
        bar = number // BAR
        loud = _LOUDNESS[bar % len(_LOUDNESS)]
        _add(samples, at, loud * _kick())
        _add(samples, at + beat / 2, 0.12 * loud * _hat(noise))
        if number % BAR == 0:
            _add(samples, at, 0.35 * loud * _note(_BASS[bar % len(_BASS)], BAR * beat))
    return Sound((_PEAK * samples / np.abs(samples).max()).astype(np.float32)[:, None], RATE)


def write_wav(path: Path, song: Sound) -> None:
    """Writes a song as WAV, 16 bits.

    Raises:
      RunFileError: the file cannot be written.
    """
    files.write_atomic(path, wav(song))


def wav_size(seconds: int) -> int:
    """Returns the bytes of the samples of the project's own song as WAV."""
    return 2 * RATE * seconds


def wav(song: Sound) -> bytes:
    """Returns a song as the content of a WAV file, 16 bits."""
    content = io.BytesIO()
    with wave.open(content, "wb") as file:
        file.setnchannels(song.samples.shape[1])
        file.setsampwidth(2)
        file.setframerate(song.rate)
        file.writeframes(np.round(song.samples * 32767).astype("<i2").tobytes())
    return content.getvalue()


def _kick() -> np.ndarray:
    t = np.arange(round(0.25 * RATE)) / RATE
    # The pitch falls from 150 Hz to 50 Hz.
    phase = 2 * np.pi * (50 * t + 100 / 30 * (1 - np.exp(-30 * t)))
    return np.sin(phase) * np.exp(-14 * t)


def _hat(noise: np.random.Generator) -> np.ndarray:
    t = np.arange(round(0.06 * RATE)) / RATE
    return noise.standard_normal(len(t)) * np.exp(-80 * t)


def _note(pitch: float, seconds: float) -> np.ndarray:
    t = np.arange(round(seconds * RATE)) / RATE
    return np.sin(2 * np.pi * pitch * t) * np.minimum(1, 50 * t) * np.exp(-2 * t / seconds)


def _add(samples: np.ndarray, at: float, sound: np.ndarray) -> None:
    """Adds a sound that begins at a time in seconds; what lies beyond the end is cut off."""
    begin = round(at * RATE)
    end = min(begin + len(sound), len(samples))
    samples[begin:end] += sound[: end - begin]
