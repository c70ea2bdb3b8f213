"""Songs from files: their beats, and files that are no songs. These tests need librosa."""

import base64

import numpy as np
import pytest
from extras import need

from diayn_jax.config import ConfigError
from diayn_jax.use.dance import beats as beat_tracking
from diayn_jax.use.dance import live, named, song

need("librosa", "dance")


@pytest.mark.parametrize("tempo", [90, 120, 150])
def test_beats_are_found_in_a_file(tmp_path, tempo):
    seconds = 20
    song.write_wav(tmp_path / "own.wav", song.own_song(tempo, seconds))
    heard = beat_tracking.find_beats(beat_tracking.read_song(tmp_path / "own.wav"))
    known = song.own_beats(tempo, seconds)
    near = np.abs(np.subtract.outer(heard.times, known)).min(axis=1) <= 0.07
    assert 2 * near.sum() / (len(known) + len(heard.times)) >= 0.95
    assert heard.tempo == pytest.approx(tempo, rel=0.03)
    # The bass changes with the bar, on the known downbeats.
    downbeats = heard.times[heard.downbeat]
    assert np.abs(np.subtract.outer(downbeats, known[::4])).min(axis=1).max() <= 0.07
    # The song's third bar is its loudest, and the first two are its quietest.
    bar = np.searchsorted(known[::4], heard.times + 0.1) - 1
    assert heard.loudness[bar == 2].mean() > 1.5 * heard.loudness[bar == 0].mean()
    assert heard.strength.max() == 1


def test_the_first_seconds_of_a_song(tmp_path):
    song.write_wav(tmp_path / "own.wav", song.own_song(120, 9))
    assert beat_tracking.read_song(tmp_path / "own.wav", 4).seconds == 4
    assert beat_tracking.read_song(tmp_path / "own.wav").seconds == 9


def test_a_page_gets_the_songs_own_file(tmp_path, monkeypatch):
    import soundfile

    made = song.own_song(120, 3)
    for name, kind in (("a.wav", "audio/wav"), ("a.flac", "audio/flac"), ("a.ogg", "audio/ogg")):
        soundfile.write(tmp_path / name, made.samples, made.rate)
        music = live.music_of(name, tmp_path / name, made)
        head, _, content = music.url.partition(",")
        assert head == f"data:{kind};base64"
        assert base64.b64decode(content) == (tmp_path / name).read_bytes()
        assert (music.name, music.seconds) == (name, 3)
    soundfile.write(tmp_path / "a.aiff", made.samples, made.rate)
    with pytest.raises(ConfigError, match=r"a.aiff is AIFF, which browsers do not play. Give WAV"):
        live.music_of("a.aiff", tmp_path / "a.aiff", made)
    monkeypatch.setattr(named, "MOST_IN_PAGE", 100_000)
    with pytest.raises(ConfigError, match=r"--page: the song has 0.1 MB, but a page holds 0.1 MB at most"):
        named.check(tmp_path / "a.wav", None, None, False, page=tmp_path / "dance.html")


def test_files_that_are_no_songs(tmp_path):
    (tmp_path / "text.mp3").write_text("This is no song.")
    silence = song.own_song(120, 3)._replace(samples=np.zeros((60_000, 1), np.float32))
    song.write_wav(tmp_path / "silent.wav", silence)
    for name, words in (("text.mp3", "it cannot be read"), ("silent.wav", "it is silent")):
        with pytest.raises(ConfigError, match=words):
            beat_tracking.read_song(tmp_path / name)
    rng = np.random.default_rng(0)
    click = silence._replace(
        samples=rng.normal(0, 0.1, (30_000, 1)).astype(np.float32) * (np.arange(30_000) < 900)[:, None]
    )
    with pytest.raises(ConfigError, match="beats that can be heard; a dance needs 4"):
        beat_tracking.find_beats(click)
