"""Files by strangers that claim to be huge, unpack to much more, or lead out of their folder.

Each is refused by its reader's documented error, in bounded memory. Nothing outside its folder is touched.
"""

import io
import json
import math
import tracemalloc
import wave
import zipfile
from types import SimpleNamespace

import jax
import numpy as np
import pytest
import tensorstore
import tiny
import zstandard
from checkpoints import edit, like, make_state, save

from diayn_jax.config import ConfigError
from diayn_jax.machine import free_space
from diayn_jax.resolve import make_config
from diayn_jax.run import run_writer
from diayn_jax.show import page
from diayn_jax.show.report import notebook
from diayn_jax.storage import checkpoint, files, lock, logs, packed_arrays, untrusted_files
from diayn_jax.storage.files import RunFileError, read_checked_json
from diayn_jax.storage.metadata import CheckpointError, UnreadableCheckpointError, fingerprint
from diayn_jax.use.archives import archive_file
from diayn_jax.use.dance import beats

MOST = 50_000_000  # bytes that a refusal may allocate


def refused(error, read, match):
    """Asserts that a reader refuses with this error, and allocates little before it does."""
    tracemalloc.start()
    try:
        with pytest.raises(error, match=match):
            read()
        assert tracemalloc.get_traced_memory()[1] < MOST
    finally:
        tracemalloc.stop()


def npy(shape, descr="<f4", body=b""):
    """Returns an array's file whose header claims any shape."""
    header = f"{{'descr': {descr!r}, 'fortran_order': False, 'shape': {shape}}}".encode().ljust(117) + b"\n"
    return b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header + body


def npz(path, *arrays):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for i, array in enumerate(arrays):
            archive.writestr(f"x{i}.npy", array)
    return path


@pytest.mark.parametrize(
    ("arrays", "match"),
    [
        ([npy((250_000_000_000,))], "claims more elements"),
        ([npy((2**40, 2**40))], "claims more elements"),
        ([npy((5_000,), body=bytes(19_000))], "claims more elements"),
        # Elements of no bytes would be counted one by one.
        ([npy((2**62,), "<U0")], "claims more elements"),
        ([npy((-1,))], "negative"),
        ([npy((1,), "|O", b"\x80\x04K\x07.")], "(?i)object arrays"),
        ([b"\x93NUMPY\x01\x00" + (9000).to_bytes(2, "little") + 9000 * b"("], "EOF|parse|nested"),
        ([b"\x93NUMPY\x07\x00" + npy((1,))[8:]], "version"),
        ([npy((2_000_000,), body=bytes(8_000_000))] * 3, "unpacks to more than 20 MB"),
    ],
)
def test_an_npz_that_claims_or_unpacks_to_too_much(tmp_path, arrays, match):
    file = npz(tmp_path / "x.npz", *arrays)
    refused(ValueError, lambda: untrusted_files.read_npz(file, 20_000_000), match)
    with pytest.raises(RunFileError, match="is not an archive of this version"):
        archive_file.load(file)


def test_an_npz_of_an_honest_header_is_read(tmp_path):
    body = np.arange(6, dtype="<f4").tobytes()
    file = npz(
        tmp_path / "x.npz", npy((2, 3), body=body), npy((0, 5)), npy((), "<U2", "hi".encode("utf-32-le"))
    )
    found = untrusted_files.read_npz(file, 1000)
    np.testing.assert_array_equal(found["x0"], [[0, 1, 2], [3, 4, 5]])
    assert (found["x1"].shape, str(found["x2"])) == ((0, 5), "hi")


def test_json_with_a_name_twice_among_many_is_refused_at_once():
    names = [f'"{i}":1' for i in range(20_000)]
    # Comparing each name with all others would take 200 million comparisons for each of them.
    document = b"{" + ",".join([*names, '"19999":2']).encode() + b"}"
    refused(ValueError, lambda: untrusted_files.parse_json(document), "'19999' occurs twice")


def test_a_log_of_more_cells_than_memory_has_room_for_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(untrusted_files, "MOST_CELLS", 1000)
    (tmp_path / files.PROGRESS).write_text("time/env_steps\n" + "1\n" * 2000)
    monkeypatch.setattr(free_space, "free_memory", lambda: 0)
    with pytest.raises(RunFileError, match="has more than 1000 cells"):
        logs.read(tmp_path)
    # A run that had the memory for its rows reads them again.
    monkeypatch.setattr(free_space, "free_memory", lambda: 10**7)
    assert len(logs.read(tmp_path)) == len(run_writer._copied_log(tmp_path)) == 2000


def test_a_page_that_nests_too_deep_or_is_no_table_holds_nothing(tmp_path):
    file = tmp_path / files.REPORT
    for content in (100_000 * "[", '"text"', "[1]", "{", ""):
        file.write_text(f"{page._OPENING}{content}</script>")
        assert page.read(file) is None


def packed(path, header, body=b""):
    encoded = json.dumps(header).encode()
    path.write_bytes(len(encoded).to_bytes(8, "little") + encoded + body)
    return path


@pytest.mark.parametrize(
    ("header", "body"),
    [
        ({"x": {"dtype": "F32", "shape": [2**38], "data_offsets": [0, 2**40]}}, b""),
        ({"x": {"dtype": "F32", "shape": [2**38], "data_offsets": [0, 4]}}, bytes(4)),
        ({"x": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]}}, bytes(8)),
        ({"x": {"dtype": "F32", "shape": [2**62, 2**62], "data_offsets": [0, 0]}}, b""),
        ({"x": {"dtype": "O", "shape": [1], "data_offsets": [0, 4]}}, bytes(4)),
    ],
)
def test_a_header_of_safetensors_that_claims_too_much(tmp_path, header, body):
    file = packed(tmp_path / "x", header, body)
    struct = jax.ShapeDtypeStruct((1,), np.float32)
    refused(ValueError, lambda: packed_arrays.read(file, {"x": struct}), "no file of safetensors")
    file.write_bytes((2**50).to_bytes(8, "little") + b"{}")
    refused(ValueError, lambda: packed_arrays.read(file, {"x": struct}), "no file of safetensors")


def with_chunks(path, chunks, content):
    """Stores an array of a checkpoint in chunks of another shape, and corrects the checksums."""
    store = {"driver": "ocdbt", "base": f"file://{path}/state/"}
    values = tensorstore.KvStore.open(store).result()
    about = json.loads(values.read("parameters.w/.zarray").result().value)
    values.write("parameters.w/.zarray", json.dumps({**about, "chunks": chunks}).encode()).result()
    values.write("parameters.w/0.0", content).result()
    written = [file for file in path.rglob("*") if file.is_file() and file.name != files.METADATA]
    edit(path, files={file.relative_to(path).as_posix(): fingerprint(file) for file in written})


def test_a_chunk_that_unpacks_to_more_than_its_array_is_refused(tmp_path, with_large_arrays):
    path = save(tmp_path, 1)
    # 400 MB of zeros in 12 kB. They would be unpacked for an array of 48 bytes.
    packer = zstandard.ZstdCompressor(level=1).compressobj(size=400 << 20)
    content = b"".join([*(packer.compress(bytes(1 << 20)) for _ in range(400)), packer.flush()])
    with_chunks(path, [10240, 10240], content)
    with pytest.raises(
        CheckpointError, match=r"parameters\.w is stored in chunks that are larger than itself"
    ):
        checkpoint.restore(path, like(make_state()))


def test_arrays_larger_than_the_memory_are_refused_before_they_are_read(tmp_path, monkeypatch):
    path = save(tmp_path, 1)
    shapes = like(make_state())
    held = sum(x.nbytes for x in jax.tree.leaves(jax.random.key_data(make_state().key)))
    others = jax.tree.leaves(make_state().replace(key=()))
    held += sum(x.nbytes for x in others)
    monkeypatch.setattr(free_space, "free_memory", lambda: held)
    checkpoint.restore(path, shapes, env=False)
    monkeypatch.setattr(free_space, "free_memory", lambda: held - 1)
    with pytest.raises(CheckpointError, match="of memory are free"):
        checkpoint.restore(path, shapes, env=False)


@pytest.mark.parametrize("link", ["file", "folder"])
def test_a_link_that_leads_out_of_a_checkpoint_is_not_followed(tmp_path, link):
    path, elsewhere = save(tmp_path / "run", 1), tmp_path / "elsewhere"
    held = path / "state" if link == "folder" else path / "state" / "arrays.safetensors"
    held.rename(elsewhere)
    held.symlink_to(elsewhere)
    with pytest.raises(UnreadableCheckpointError, match="is a link"):
        checkpoint.restore(path, like(make_state()))
    # A checkpoint that lies on another disk is whole there.
    path.rename(tmp_path / "disk")
    held = tmp_path / "disk" / held.relative_to(path)
    held.unlink()
    elsewhere.rename(held)
    path.symlink_to(tmp_path / "disk")
    tiny.assert_same(checkpoint.restore(path, like(make_state())), make_state(1))


@pytest.mark.parametrize("kind", ["a link", "a link to a folder", "a file"])
def test_a_file_that_the_metadata_does_not_list_is_refused(tmp_path, kind):
    path, elsewhere = save(tmp_path / "run", 1), tmp_path / "elsewhere"
    (path / "state" / "empty").mkdir()
    tiny.assert_same(checkpoint.restore(path, like(make_state())), make_state(1))
    added = path / "state" / "empty" / "d"
    if kind == "a file":
        added.write_bytes(b"x")
    elif kind == "a link":
        elsewhere.write_bytes(b"x")
        added.symlink_to(elsewhere)
    else:
        elsewhere.mkdir()
        added.symlink_to(elsewhere)
    said = "is a link" if "link" in kind else "does not belong to it"
    with pytest.raises(UnreadableCheckpointError, match=rf"state/empty/d {said}\."):
        checkpoint.restore(path, like(make_state()))


def test_names_that_lead_out_of_a_checkpoint_are_refused(tmp_path):
    path = save(tmp_path, 1)
    known = read_checked_json(path / files.METADATA)["files"]
    for name in ("../x", "state/../../x", "/etc/passwd"):
        edit(path, files={**known, name: [0, 0]})
        with pytest.raises(UnreadableCheckpointError, match="which is outside the checkpoint"):
            checkpoint.restore(path, like(make_state()))


def test_a_lock_or_a_file_that_is_a_link_leaves_its_target_alone(tmp_path):
    victim = tmp_path / "victim"
    victim.write_text("mine")
    run = tmp_path / "run"
    run.mkdir()
    (run / lock.NAME).symlink_to(victim)
    with pytest.raises((ConfigError, RunFileError)), lock.hold(run, lambda _: None):
        pass
    for name in (files.CONFIG, files.PROGRESS):
        (run / name).symlink_to(victim)
        files.write_atomic(run / name, "new")
        assert (run / name).read_text() == "new"
    assert victim.read_text() == "mine"


def test_a_temporary_file_that_is_a_link_leaves_its_target_alone(tmp_path, monkeypatch):
    victim = tmp_path / "victim"
    victim.write_text("mine")
    monkeypatch.setattr(files.os, "getpid", lambda: 12)
    (tmp_path / ".config.json.12.tmp").symlink_to(victim)
    files.write_atomic(tmp_path / "config.json", "new")
    assert (victim.read_text(), (tmp_path / "config.json").read_text()) == ("mine", "new")


def test_a_checkpoint_whose_log_is_none_is_refused(tmp_path):
    for content in (b"no,log\n1,2\n", b"\xff\xfe"):
        (tmp_path / files.PROGRESS).write_bytes(content)
        with pytest.raises(UnreadableCheckpointError, match="does not describe a run"):
            run_writer._copied_log(tmp_path)


def sound(path, rate, seconds):
    count = int(rate * seconds)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((9000 * np.sin(np.arange(count))).astype("<i2").tobytes())
    return path


def test_a_song_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    soundfile = pytest.importorskip("soundfile")
    # A second of FLAC is repeated by silence, which takes almost no bytes.
    file = tmp_path / "song.flac"
    with soundfile.SoundFile(file, "w", 192_000, 8) as song:
        for _ in range(100):
            song.write(np.zeros((192_000, 8), np.int16))
    assert file.stat().st_size < 1_000_000
    assert math.ceil(192_000 * 8 * 100 * 4 / file.stat().st_size) > 500
    refused(ConfigError, lambda: beats.read_song(file), r"it lasts 100 s\. Give --seconds=97 or less\.")
    monkeypatch.setattr(beats, "_MOST_SAMPLES", 192_000 * 8)
    with pytest.raises(ConfigError, match="it is silent"):
        beats.read_song(file, seconds=1)


@pytest.mark.parametrize("rate", [1, 7_999, 192_001])
def test_a_song_of_an_impossible_rate_is_refused(tmp_path, rate):
    pytest.importorskip("soundfile")
    # A rate of 1 would be resampled to 22050 times as many samples.
    with pytest.raises(ConfigError, match=rf"has {rate} samples per second\. Give 8 to 192 kHz\."):
        beats.read_song(sound(tmp_path / "song.wav", rate, 2))


def test_a_song_whose_header_claims_more_than_it_has_is_what_it_has(tmp_path):
    pytest.importorskip("soundfile")
    file = sound(tmp_path / "song.wav", 8_000, 1)
    content = bytearray(file.read_bytes())
    content[40:44] = (2**32 - 46).to_bytes(4, "little")
    file.write_bytes(content)
    assert beats.read_song(file).samples.shape == (8_000, 1)


def test_a_picture_is_embedded_as_it_is_and_only_if_it_is_one(tmp_path):
    from diayn_jax.show.report import saved_pictures

    # A picture that claims 4 billion pixels in a few bytes is never unpacked here.
    claims = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (65_000).to_bytes(4, "big") * 2 + b"\x08\x06\0\0\0"
    (tmp_path / "options.png").write_bytes(claims)
    (tmp_path / "secret").write_text("my key")
    (tmp_path / "goals.png").symlink_to(tmp_path / "secret")
    tracemalloc.start()
    found = saved_pictures.pictures_part(tmp_path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [part["file"] for part in found] == ["options.png"]
    assert peak < MOST


def test_a_notebook_shows_no_picture_that_is_a_device_or_no_png(tmp_path):
    state = SimpleNamespace(counters=SimpleNamespace(env_steps=0))
    run = SimpleNamespace(config=make_config(env="point"), path=tmp_path, figures={}, state=state)
    picture = tmp_path / files.PLOT
    picture.symlink_to("/dev/null")
    assert "<img" not in notebook.summary(run)
    picture.unlink()
    picture.write_text("no picture")
    assert "<img" not in notebook.summary(run)
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    assert "<img" in notebook.summary(run)


def test_numpy_reads_what_an_archive_holds(tmp_path):
    """The check of headers takes NumPy's own files of both versions of the format."""
    for version in ((1, 0), (2, 0)):
        content = io.BytesIO()
        np.lib.format.write_array(content, np.arange(3), version)
        file = npz(tmp_path / "x.npz", content.getvalue())
        assert untrusted_files.read_npz(file, 10_000)["x0"].tolist() == [0, 1, 2]
