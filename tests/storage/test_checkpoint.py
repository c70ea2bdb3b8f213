import json
import logging
import pickletools
import shutil
import struct
import zlib

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import tiny
from checkpoints import cut, damage_item, edit, files, like, make_state, save
from jax.sharding import NamedSharding
from jax.sharding import PartitionSpec as P

from diayn_jax import parallel
from diayn_jax.storage import arrays, checkpoint
from diayn_jax.storage.metadata import CheckpointError, UnreadableCheckpointError


@pytest.fixture(params=["packed", "packed and large"])
def stored(request):
    if request.param == "packed and large":
        request.getfixturevalue("with_large_arrays")
    return request.param


def test_gives_back_every_array(tmp_path, stored):
    path = save(tmp_path, 7, config={"seed": 1}, mi=0.5)
    state = make_state(7)
    tiny.assert_same(checkpoint.restore(path, like(state)), state)
    metadata = checkpoint.read_metadata(path)
    assert metadata["env_steps"] == 7
    assert metadata["config"] == {"seed": 1}
    assert metadata["format"] == checkpoint.FORMAT
    assert "replay.x" in metadata["arrays"]
    for item in ("state", "replay"):
        assert (path / item / "arrays.safetensors").exists()
        is_alone = [file.name for file in (path / item).iterdir()] == ["arrays.safetensors"]
        assert is_alone == (stored == "packed")


def test_a_file_of_arrays_is_what_others_read_by_that_name(tmp_path):
    """The expected bytes are those of the format's description."""
    state = {"b": jnp.float32([[1.5], [-2]]), "a": {"flag": jnp.asarray(True), "count": jnp.uint8([3, 4, 5])}}
    path = checkpoint.save(tmp_path, state, {"env_steps": 1})
    data = (path / "state" / "arrays.safetensors").read_bytes()
    length = struct.unpack("<Q", data[:8])[0]
    header, values = json.loads(data[8 : 8 + length]), data[8 + length :]
    assert {name: (entry["dtype"], entry["shape"]) for name, entry in header.items()} == {
        "a.count": ("U8", [3]),
        "a.flag": ("BOOL", []),
        "b": ("F32", [2, 1]),
    }
    held = {name: values[slice(*entry["data_offsets"])] for name, entry in header.items()}
    assert held == {"a.count": bytes([3, 4, 5]), "a.flag": bytes([1]), "b": struct.pack("<ff", 1.5, -2)}
    tiny.assert_same(checkpoint.restore(path, like(state)), state)


ENTRY = {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ({**ENTRY, "dtype": "I32"}, "x has another type or shape"),
        ({**ENTRY, "shape": [1, 2]}, "x has another type or shape"),
        ({"dtype": "BF16", "shape": [4], "data_offsets": [0, 8]}, "x has another type or shape"),
        ({**ENTRY, "data_offsets": [-8, 0]}, "it is no file of safetensors"),
        ({**ENTRY, "data_offsets": [0, 4]}, "it is no file of safetensors"),
        ({**ENTRY, "data_offsets": [0, 8, 16]}, "it is no file of safetensors"),
        ({**ENTRY, "data_offsets": "no"}, "it is no file of safetensors"),
        ([], "it is no file of safetensors"),
        ({**ENTRY, "data_offsets": [4, 12]}, "it is no file of safetensors"),
    ],
)
def test_a_file_of_arrays_that_does_not_fit_is_refused(tmp_path, entry, why):
    """Its checksums are right: somebody else wrote it."""
    path = checkpoint.save(tmp_path, {"x": jnp.zeros(2)}, {"env_steps": 1})
    header = json.dumps({"x": entry}).encode()
    rewrite(path, len(header).to_bytes(8, "little") + header + bytes(8))
    with pytest.raises(CheckpointError, match=f"cannot be read: ValueError: {why}"):
        checkpoint.restore(path, like({"x": jnp.zeros(2)}))


@pytest.mark.parametrize("data", [b"\xff" * 8, b"\x02" + bytes(7) + b"[]", b""])
def test_a_file_that_is_no_file_of_arrays_is_refused(tmp_path, data):
    path = checkpoint.save(tmp_path, {"x": jnp.zeros(2)}, {"env_steps": 1})
    rewrite(path, data)
    with pytest.raises(CheckpointError, match=r"cannot be read: .*it is no file of safetensors"):
        checkpoint.restore(path, like({"x": jnp.zeros(2)}))


def test_an_array_of_a_type_that_the_file_does_not_take_is_stored_too(tmp_path):
    state = {"x": jnp.asarray([[1.5], [-2]], jnp.bfloat16), "y": jnp.ones(2)}
    tiny.assert_same(
        checkpoint.restore(checkpoint.save(tmp_path, state, {"env_steps": 1}), like(state)), state
    )


def rewrite(path, data):
    """Replaces the packed arrays of a checkpoint, and writes correct checksums."""
    (path / "state" / "arrays.safetensors").write_bytes(data)
    edit(path, files={"state/arrays.safetensors": [len(data), zlib.crc32(data)]})


def test_a_file_of_arrays_that_was_not_written_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(arrays, "LARGE", 0)
    path = save(tmp_path / "large", 1)
    monkeypatch.undo()
    shutil.copyfile(save(tmp_path, 2) / "state" / "arrays.safetensors", path / "state" / "arrays.safetensors")
    with pytest.raises(UnreadableCheckpointError, match="does not belong to it"):
        checkpoint.restore(path, like(make_state()))


def test_restores_to_the_shardings_asked_for(tmp_path, stored):
    mesh = parallel.make_mesh(2)
    split = NamedSharding(mesh, P(None, parallel.AXIS))
    state = {"replay": {"x": jax.device_put(jnp.arange(24.0).reshape(3, 8), split)}, "w": jnp.ones(3)}
    path = checkpoint.save(tmp_path, state, {"env_steps": 1})
    structs = {
        "replay": {"x": jax.ShapeDtypeStruct((3, 8), jnp.float32, sharding=split)},
        "w": jax.ShapeDtypeStruct((3,), jnp.float32, sharding=NamedSharding(mesh, P())),
    }
    restored = checkpoint.restore(path, structs)
    assert restored["replay"]["x"].sharding == split
    tiny.assert_same(restored, state)
    # A checkpoint that was written on two devices can be read on one.
    tiny.assert_same(checkpoint.restore(path, like(state)), state)


def test_size_counts_all_arrays():
    # The state has 3·4 + 2 floats, an int8, two keys of two words, a count, 6·8 floats and 6 bools.
    assert checkpoint.size_in_bytes(make_state()) == 4 * 14 + 1 + 16 + 4 + 4 * 48 + 6
    assert checkpoint.size_in_bytes(like(make_state())) == checkpoint.size_in_bytes(make_state())


@pytest.mark.parametrize("left_out", ["when saved", "when read"])
def test_replay_can_be_left_out(tmp_path, left_out, stored):
    state = make_state(3)
    path = checkpoint.save(tmp_path, state, {"env_steps": 3}, replay=left_out != "when saved")
    assert (path / "replay").exists() == (left_out != "when saved")
    if left_out == "when saved":
        empty = jax.tree.map(jnp.zeros_like, state.replay)
        tiny.assert_same(checkpoint.restore(path, like(state)), state.replace(replay=empty))
    else:
        without = state.replace(replay=())
        tiny.assert_same(checkpoint.restore(path, like(without)), without)


def test_environments_of_another_shape_do_not_keep_skills_from_being_looked_at(tmp_path, monkeypatch):
    # One of the two arrays that change is stored as in a large run.
    monkeypatch.setattr(arrays, "LARGE", 16)
    saved = {"w": jnp.arange(3.0), "env": {"same": jnp.ones(2), "grown": jnp.ones(2), "gone": jnp.ones(4)}}
    path = checkpoint.save(tmp_path, saved, {"env_steps": 1})
    now = {"w": jnp.zeros(3), "env": {"same": jnp.zeros(2), "grown": jnp.zeros((2, 5)), "new": jnp.zeros(2)}}
    with pytest.raises(CheckpointError, match="another version of the code"):
        checkpoint.restore(path, like(now))
    expected = {"w": saved["w"], "env": {**now["env"], "same": saved["env"]["same"]}}
    tiny.assert_same(checkpoint.restore(path, like(now), env=False), expected)
    # The arrays that skills are made from must be there.
    with pytest.raises(CheckpointError, match="w: float32\\[3\\], but the config makes float32\\[4\\]"):
        checkpoint.restore(path, like({**now, "w": jnp.zeros(4)}), env=False)


def test_overwrites_nothing(tmp_path):
    path = save(tmp_path, 1)
    before = files(path)
    with pytest.raises(CheckpointError, match="nothing was overwritten"):
        save(tmp_path, 1)
    assert files(path) == before


def test_keeps_the_last_and_the_best(tmp_path):
    for step, ranking in [(1, 0.1), (2, 0.9), (3, 0.2), (4, None), (5, 0.3)]:
        save(tmp_path, step, ranking=ranking)
        checkpoint.retain(tmp_path, 2)
    assert checkpoint.steps(tmp_path) == [2, 4, 5]
    assert checkpoint.best(tmp_path) == 2
    assert sorted(p.name for p in tmp_path.iterdir()) == ["2", "4", "5"]


def test_tidies_what_was_cut_short(tmp_path):
    save(tmp_path, 1)
    (tmp_path / "2.writing.orbax-checkpoint-tmp").mkdir()
    (tmp_path / "2.writing").mkdir()
    (tmp_path / "3.deleting").mkdir()
    assert checkpoint.steps(tmp_path) == [1]
    checkpoint.remove_unfinished(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["1"]


def test_no_checkpoint_is_no_error(tmp_path):
    def nothing(*_):
        raise AssertionError

    assert checkpoint.restore_latest(tmp_path / "none", like(make_state()), nothing, nothing) is None


def test_refuses_another_format(tmp_path):
    save(tmp_path, 1)
    edit(save(tmp_path, 2, diayn_jax="9.9"), format=checkpoint.FORMAT + 1)
    # An older checkpoint is not used instead: this one is intact, and only the code is too old for it.
    with pytest.raises(CheckpointError, match=r"format 7.*reads format 6.*9\.9"):
        checkpoint.restore_latest(tmp_path, like(make_state()), lambda *_: None, lambda _: None)
    assert checkpoint.steps(tmp_path) == [1, 2]


def test_refuses_other_arrays_by_name(tmp_path):
    path = save(tmp_path, 1)
    with pytest.raises(
        CheckpointError, match=r"replay\.x: float32\[6, 8\], but the config makes float32\[5, 8\]"
    ):
        checkpoint.restore(path, like(make_state(rows=5)))
    with pytest.raises(
        CheckpointError, match=r"parameters\.w: float32\[3, 4\], but the config makes nothing"
    ):
        checkpoint.restore(path, like(make_state().replace(parameters={})))


def test_a_missing_checkpoint_is_named(tmp_path):
    with pytest.raises(CheckpointError, match="There is no checkpoint at"):
        checkpoint.restore(tmp_path / "5", like(make_state()))


def test_says_nothing_of_its_own(tmp_path, capfd, with_large_arrays):
    path = save(tmp_path, 1)
    damage_item(path / "state", cut)
    with pytest.raises(UnreadableCheckpointError):
        checkpoint.restore(path, like(make_state()))
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("absl").level != logging.CRITICAL + 1


def is_pickle(data):
    """Returns whether all of `data` reads as one pickle.

    Text of some lengths may begin like a pickle by chance.
    """
    try:
        *_, (stop, _, place) = pickletools.genops(data)
    except ValueError:
        return False
    return place + len(stop.code) == len(data)


def test_pickles_nothing(tmp_path, with_large_arrays):
    # These are pickles of None, by protocols 0 or 1, 2, 4 and 5.
    assert all(map(is_pickle, (b"N.", b"\x80\x02N.", b"\x80\x04N.", b"\x80\x05N.")))
    assert not is_pickle(b"Commit" + 107 * b"-" + b".text")
    for file, data in files(save(tmp_path, 1)).items():
        assert file.suffix not in {".pkl", ".pickle"}
        assert not is_pickle(data), file
    np.testing.assert_array_equal(checkpoint.steps(tmp_path), [1])
