"""Writes film files, MP4 by PyAV and GIF by Pillow; a file is written whole or not at all."""

import io
import math
import os
from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from PIL import Image

from diayn_jax import shell
from diayn_jax.config import ConfigError

FORMATS = ("mp4", "gif")
NARROWEST = 128  # smallest width of a film or of a tile in it, pixels
NO_MP4 = f"MP4 needs PyAV: {shell.pip_install('diayn_jax[video]')}. A GIF needs no extra."
_GIF_WIDTH = 800
_GIF_COLOURS = 255  # one more colour marks pixels that do not change
_SAMPLES = 8  # pictures that a GIF's palette is computed from
_CALM_FPS = 12  # frame rate of a GIF that must be small
_SMALLEST = 160  # smallest width of a GIF, pixels
_ENCODERS = ("libx264", "libopenh264", "mpeg4")
_SOUND_RATE = 44_100  # samples per second of a film's sound


class Sound(NamedTuple):
    """The sound of a film."""

    samples: np.ndarray  # [S, C], float32, −1 to 1, of C channels
    rate: int  # samples per second

    @property
    def seconds(self) -> float:
        """The length."""
        return len(self.samples) / self.rate


def check(formats: Sequence[str], speed: float = 1.0, width: int | None = None) -> None:
    """Raises an error for films that cannot be written here.

    Raises:
      ConfigError: a format is unknown, the package that writes it is not installed, or the playback speed or
        the width in pixels is too small.
    """
    unknown = [name for name in formats if name not in FORMATS]
    if unknown or not formats:
        raise ConfigError(f"{', '.join(unknown) or 'none'}: films are written as {' and '.join(FORMATS)}.")
    if "mp4" in formats and "mp4" not in formats_here():
        raise ConfigError(NO_MP4)
    if not speed > 0 or (width is not None and width < NARROWEST):
        raise ConfigError(
            f"speed={speed}, width={width}: speed must be above 0, and width at least {NARROWEST} pixels."
        )


def formats_here() -> tuple[str, ...]:
    """Returns the formats whose packages are installed."""
    try:
        import av  # noqa: F401
    except ImportError:
        return tuple(name for name in FORMATS if name != "mp4")
    return FORMATS


def gif(frames: Iterable[np.ndarray], fps: Fraction) -> bytes:
    """Returns frames [H, W, 3] uint8 as a GIF that repeats forever."""
    return _as_gif([_paletted(frame) for frame in frames], fps)


class FilmFiles:
    """Writes one film in several formats; each file is complete or absent."""

    def __init__(
        self,
        directory: Path,
        name: str,
        formats: Sequence[str],
        fps: Fraction,
        most_gif: int | None = None,
        sound: Sound | None = None,
    ):
        """`most_gif` limits the GIF's size, bytes, by fewer and smaller pictures. MP4 alone has sound."""
        self.paths = [directory / f"{name}.{kind}" for kind in formats]
        # `tempfile` is not used, because only the owner may read its files.
        self._partial = {
            path: path.with_name(f".{path.stem}.{os.getpid()}{path.suffix}") for path in self.paths
        }
        self._fps = fps
        self._most = most_gif
        self._sound = sound
        self._mp4: _Mp4 | None = None
        self._gif: list[Image.Image] = []

    def __enter__(self) -> "FilmFiles":
        try:
            for path, partial in self._partial.items():
                partial.touch()  # created before the work, so that a read-only folder is noticed early
                if path.suffix == ".mp4":
                    self._mp4 = _Mp4(partial, self._fps, self._sound)
        except BaseException:
            self._discard()
            raise
        return self

    def add(self, picture: np.ndarray) -> None:
        """Adds a picture [H, W, 3]."""
        if self._mp4:
            self._mp4.add(picture)
        if any(path.suffix == ".gif" for path in self.paths):
            self._gif.append(_paletted(picture))

    def __exit__(self, kind: object, *_: object) -> None:
        try:
            if self._mp4:
                self._mp4.close()
            if kind is None:
                for path, partial in self._partial.items():
                    if path.suffix == ".gif":
                        partial.write_bytes(_fitted(self._gif, self._fps, self._most))
                    partial.replace(path)
        finally:
            self._discard()

    def _discard(self) -> None:
        for partial in self._partial.values():
            partial.unlink(missing_ok=True)


class _Mp4:
    """Writes H.264 and AAC, which every browser plays; H.264 needs an even width and height."""

    def __init__(self, path: Path, fps: Fraction, sound: Sound | None):
        import av

        self._av = av
        self._file = av.open(str(path), "w", format="mp4", options={"movflags": "faststart"})
        self._fps = fps
        self._stream: Any = None
        self._sound = sound
        self._heard: Any = None  # the stream of the sound
        self._pictures, self._written = 0, 0  # pictures and samples so far

    def add(self, picture: np.ndarray) -> None:
        height, width = (side + side % 2 for side in picture.shape[:2])
        if self._stream is None:
            encoder = next(name for name in _ENCODERS if name in self._av.codecs_available)
            self._stream = self._file.add_stream(encoder, rate=self._fps)
            self._stream.width, self._stream.height = width, height
            self._stream.pix_fmt = "yuv420p"
            if encoder == "libx264":
                self._stream.options = {"crf": "21", "preset": "veryfast"}
            if self._sound is not None:
                self._heard = self._file.add_stream("aac", rate=_SOUND_RATE)
        short = ((0, height - picture.shape[0]), (0, width - picture.shape[1]), (0, 0))
        frame = self._av.VideoFrame.from_ndarray(np.pad(picture, short, mode="edge"), format="rgb24")
        self._file.mux(self._stream.encode(frame))
        self._pictures += 1
        if self._sound is not None:
            self._add_sound(self._sound, round(self._pictures / self._fps * self._sound.rate))

    def _add_sound(self, sound: Sound, until: int) -> None:
        """Adds the samples before number `until`: players want sound and pictures of a moment together."""
        part = np.ascontiguousarray(sound.samples[self._written : until].T)
        if part.size:
            layout = "mono" if len(part) == 1 else "stereo"
            frame = self._av.AudioFrame.from_ndarray(part[:2], format="fltp", layout=layout)
            frame.sample_rate, frame.pts = sound.rate, self._written
            frame.time_base = Fraction(1, sound.rate)
            self._written += part.shape[1]
            self._file.mux(self._heard.encode(frame))

    def close(self) -> None:
        if self._stream is not None:
            self._file.mux(self._stream.encode())
        if self._heard is not None:
            self._file.mux(self._heard.encode())
        self._file.close()


def _as_gif(frames: Sequence[Image.Image], fps: Fraction) -> bytes:
    """Returns paletted pictures as a GIF with one shared palette, so that equal pixels stay equal."""
    some = [frame.convert("RGB") for frame in frames[:: max(1, len(frames) // _SAMPLES)]]
    mosaic = Image.fromarray(np.concatenate([np.asarray(frame) for frame in some]))
    palette = mosaic.quantize(_GIF_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    same = [frame.convert("RGB").quantize(palette=palette, dither=Image.Dither.NONE) for frame in frames]
    # A GIF counts time in hundredths of a second.
    each = max(2, round(100 / fps)) * 10
    out = io.BytesIO()
    same[0].save(out, format="GIF", save_all=True, append_images=same[1:], duration=each, loop=0, disposal=1)
    return out.getvalue()


def _fitted(frames: Sequence[Image.Image], fps: Fraction, most: int | None) -> bytes:
    """Returns paletted pictures as a GIF of at most `most` bytes, if that is possible."""
    if most is not None and fps > _CALM_FPS:
        stride = math.ceil(fps / _CALM_FPS)
        frames, fps = [*frames[:-1:stride], frames[-1]], fps / stride
    while True:
        data = _as_gif(frames, fps)
        width, height = frames[0].size
        if most is None or len(data) <= most or width <= _SMALLEST:
            return data
        share = max(0.95 * math.sqrt(most / len(data)), _SMALLEST / width)
        small = round(share * width), round(share * height)
        frames = [_paletted(np.asarray(frame.convert("RGB").resize(small))) for frame in frames]


def _paletted(picture: np.ndarray) -> Image.Image:
    """Reduces a picture [H, W, 3] to a GIF's width and to a palette: one byte per pixel saves memory."""
    image = Image.fromarray(picture)
    if image.width > _GIF_WIDTH:
        height = round(image.height * _GIF_WIDTH / image.width)
        image = image.resize((_GIF_WIDTH, height), Image.Resampling.BOX)
    return image.quantize(_GIF_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
