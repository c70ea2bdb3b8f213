"""What a dance is given, apart from its work, so that the command checks it before it starts JAX."""

import os
from pathlib import Path

from diayn_jax import shell
from diayn_jax.config import ConfigError, check_whole
from diayn_jax.show.films.film_files import formats_here
from diayn_jax.storage import files, paths
from diayn_jax.use.dance import beats
from diayn_jax.use.dance.song import own_beats, wav_size

OWN_SECONDS = 30  # length of the project's own song
SLOWEST, FASTEST = 40, 240  # beats per minute of the project's own song
SHORTEST = 2  # seconds
LONGEST = 1800  # seconds of the project's own song
MOST_IN_PAGE = 6_000_000  # bytes of a song's file, so that the page opens quickly on a phone


def check(
    song: str | os.PathLike[str] | None,
    tempo: int | None,
    seconds: int | None,
    schedule_only: bool,
    file: str | os.PathLike[str] | None = None,
    page: str | os.PathLike[str] | None = None,
) -> Path | None:
    """Returns the song's path, or None for the project's own song.

    Raises:
      ConfigError: both a song and a tempo are given, or none of them; a number is out of bounds; there is no
        such song; the file to write is no JSON file; an extra is not installed; the page cannot be written;
        or the song is too large for it.
    """
    if (song is None) == (tempo is None):
        given = "both are given" if song is not None else "none is given"
        raise ConfigError(
            "Give a song, or the tempo of the project's own: dance RUN SONG, or dance RUN --tempo=120; "
            f"{given}."
        )
    check_whole(tempo=tempo, seconds=seconds)
    if tempo is not None and not SLOWEST <= tempo <= FASTEST:
        raise ConfigError(f"--tempo={tempo}: it takes {SLOWEST} to {FASTEST} beats per minute.")
    if seconds is not None and seconds < SHORTEST:
        raise ConfigError(f"--seconds={seconds}: it takes {SHORTEST} or more.")
    if tempo is not None and seconds is not None and seconds > LONGEST:
        raise ConfigError(f"--seconds={seconds}: the project's own song lasts at most {LONGEST} s.")
    if tempo is not None and (count := len(own_beats(tempo, seconds or OWN_SECONDS))) < beats.FEWEST:
        raise ConfigError(
            f"--seconds={seconds}: at {tempo} beats per minute they have {count}, and a dance needs "
            f"{beats.FEWEST}. Give more seconds."
        )
    # The film and the song get the same name with other endings.
    if file is not None and Path(file).suffix != ".json":
        raise ConfigError(f"--file={file}: name a JSON file, such as dance.json.")
    path = None if song is None else files.expanded(song)
    if path is not None:
        beats.check_file(path)
    if page is not None:
        _check_page(page, schedule_only, wav_size(seconds or 0) if path is None else path.stat().st_size)
    elif not schedule_only and "mp4" not in formats_here():
        raise ConfigError(
            f"dance: a film with sound needs PyAV. Run {shell.pip_install('diayn_jax[dance]')}, or add "
            "--schedule_only, which writes the dance as JSON alone."
        )
    return path


def _check_page(page: str | os.PathLike[str], schedule_only: bool, size: int) -> None:
    """Raises `ConfigError` if there cannot be a page with a song of `size` bytes."""
    if schedule_only:
        raise ConfigError("--page writes a page, but --schedule_only writes JSON alone. Leave one out.")
    paths.out_page(page)
    if size > MOST_IN_PAGE:
        raise ConfigError(
            f"--page: the song has {size / 1e6:.1f} MB, but a page holds {MOST_IN_PAGE / 1e6:g} MB at most. "
            "Give it as MP3 or OGG, or a shorter one; or leave --page out, for a film."
        )
