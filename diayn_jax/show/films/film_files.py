"""Films as files: MP4 by PyAV, GIF by Pillow, each written whole or not at all."""

import io
import math
import os
from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from diayn_jax import shell
from diayn_jax.config import ConfigError

FORMATS = ("mp4", "gif")
NO_MP4 = f"MP4 needs PyAV: {shell.pip_install('diayn_jax[video]')}. A GIF needs nothing more."
_GIF_WIDTH = 800
_GIF_COLOURS = 255  # and one for what stays as it was
_SAMPLES = 8  # pictures that a GIF's palette is made of
_CALM_FPS = 12  # of a GIF that must be small
_SMALLEST = 160  # pixels of its width
_ENCODERS = ("libx264", "libopenh264", "mpeg4")


def check(formats: Sequence[str]) -> None:
    """Refuses formats that cannot be written here.

    Raises:
      ConfigError: there is no such format, or what writes it is not installed.
    """
    unknown = [name for name in formats if name not in FORMATS]
    if unknown or not formats:
        raise ConfigError(f"{', '.join(unknown) or 'none'}: films are written as {' and '.join(FORMATS)}.")
    if "mp4" in formats and "mp4" not in formats_here():
        raise ConfigError(NO_MP4)


def formats_here() -> tuple[str, ...]:
    """The formats of which what writes them is installed."""
    try:
        import av  # noqa: F401
    except ImportError:
        return tuple(name for name in FORMATS if name != "mp4")
    return FORMATS


def gif(frames: Iterable[np.ndarray], fps: Fraction) -> bytes:
    """Frames [H, W, 3] uint8 as a GIF that plays for ever."""
    out = io.BytesIO()
    _save_gif(out, [_paletted(frame) for frame in frames], fps)
    return out.getvalue()


class FilmFiles:
    """One film in several formats, each of its files whole or not there."""

    def __init__(
        self,
        directory: Path,
        name: str,
        formats: Sequence[str],
        fps: Fraction,
        most_gif_bytes: int | None = None,
    ):
        """Args: `most_gif_bytes` of the GIF, which then has fewer and smaller pictures."""
        self.paths = [directory / f"{name}.{kind}" for kind in formats]
        # Not by tempfile, whose files only their owner may read.
        self._partial = {
            path: path.with_name(f".{path.stem}.{os.getpid()}{path.suffix}") for path in self.paths
        }
        self._fps = fps
        self._most = most_gif_bytes
        self._mp4: _Mp4 | None = None
        self._gif: list[Image.Image] = []

    def __enter__(self) -> "FilmFiles":
        try:
            for path, partial in self._partial.items():
                partial.touch()  # Before the work, so that a folder that cannot be written is known.
                if path.suffix == ".mp4":
                    self._mp4 = _Mp4(partial, self._fps)
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
    """H.264, which every browser plays; its sides are even, as it wants them."""

    def __init__(self, path: Path, fps: Fraction):
        import av

        self._av = av
        self._file = av.open(str(path), "w", format="mp4", options={"movflags": "faststart"})
        self._fps = fps
        self._stream: Any = None

    def add(self, picture: np.ndarray) -> None:
        height, width = (side + side % 2 for side in picture.shape[:2])
        if self._stream is None:
            encoder = next(name for name in _ENCODERS if name in self._av.codecs_available)
            self._stream = self._file.add_stream(encoder, rate=self._fps)
            self._stream.width, self._stream.height = width, height
            self._stream.pix_fmt = "yuv420p"
            if encoder == "libx264":
                self._stream.options = {"crf": "21", "preset": "veryfast"}
        short = ((0, height - picture.shape[0]), (0, width - picture.shape[1]), (0, 0))
        frame = self._av.VideoFrame.from_ndarray(np.pad(picture, short, mode="edge"), format="rgb24")
        self._file.mux(self._stream.encode(frame))

    def close(self) -> None:
        if self._stream is not None:
            self._file.mux(self._stream.encode())
        self._file.close()


def _save_gif(file: Any, frames: Sequence[Image.Image], fps: Fraction) -> None:
    """Writes pictures of a palette each as a GIF of one palette, by which alike pixels stay alike."""
    some = [frame.convert("RGB") for frame in frames[:: max(1, len(frames) // _SAMPLES)]]
    mosaic = Image.new("RGB", (some[0].width, some[0].height * len(some)))
    for i, frame in enumerate(some):
        mosaic.paste(frame, (0, i * frame.height))
    palette = mosaic.quantize(_GIF_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    same = [frame.convert("RGB").quantize(palette=palette, dither=Image.Dither.NONE) for frame in frames]
    # In hundredths of a second, which is how a GIF counts.
    each = max(2, round(100 / fps)) * 10
    same[0].save(file, format="GIF", save_all=True, append_images=same[1:], duration=each, loop=0, disposal=1)


def _fitted(frames: Sequence[Image.Image], fps: Fraction, most: int | None) -> bytes:
    """Pictures of a palette each as a GIF, no larger than `most` bytes where that can be."""
    if most is not None and fps > _CALM_FPS:
        stride = math.ceil(fps / _CALM_FPS)
        frames, fps = [*frames[:-1:stride], frames[-1]], fps / stride
    while True:
        out = io.BytesIO()
        _save_gif(out, frames, fps)
        size, (width, height) = out.tell(), frames[0].size
        if most is None or size <= most or width <= _SMALLEST:
            return out.getvalue()
        share = max(0.95 * math.sqrt(most / size), _SMALLEST / width)
        small = round(share * width), round(share * height)
        frames = [_paletted(np.asarray(frame.convert("RGB").resize(small))) for frame in frames]


def _paletted(picture: np.ndarray) -> Image.Image:
    """A picture [H, W, 3] no wider than a GIF is made, a byte for each pixel until its turn comes."""
    image = Image.fromarray(picture)
    if image.width > _GIF_WIDTH:
        height = round(image.height * _GIF_WIDTH / image.width)
        image = image.resize((_GIF_WIDTH, height), Image.Resampling.BOX)
    return image.quantize(_GIF_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
