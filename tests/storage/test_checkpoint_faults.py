"""Damaged checkpoints, and full disks."""

import errno
import os
import re
import shutil
import subprocess
from pathlib import Path

import commands
import jax
import jax.numpy as jnp
import numpy as np
import orbax.checkpoint as ocp
import pytest
import tiny
from checkpoints import cut, damage_item, edit, files, flip, like, make_state, save

from diayn_jax.config import ConfigError
from diayn_jax.machine import free_space
from diayn_jax.run import memory_plan
from diayn_jax.storage import arrays, checkpoint, packed_arrays
from diayn_jax.storage import files as run_files
from diayn_jax.storage.metadata import CheckpointError, UnreadableCheckpointError

DAMAGES = [cut, Path.unlink, flip]


@pytest.mark.parametrize("how", DAMAGES)
@pytest.mark.parametrize("item", ["state", "replay", "metadata.json"])
def test_notices_damage(tmp_path, how, item, with_large_arrays):
    path = save(tmp_path, 1)
    damage_item(path / item, how)
    with pytest.raises(UnreadableCheckpointError, match=str(path)):
        checkpoint.restore(path, like(make_state()))


@pytest.mark.parametrize("how", DAMAGES)
def test_falls_back_to_the_one_before(tmp_path, how):
    save(tmp_path, 1)
    bad = save(tmp_path, 2)
    damage_item(bad / "replay", how)
    said = []
    restored = checkpoint.restore_latest(tmp_path, like(make_state()), lambda *_: None, said.append)
    assert restored.path == tmp_path / "1"
    tiny.assert_same(restored.state, make_state(1))
    assert str(bad) in said[0]
    assert "before it" in said[0]
    # The damaged checkpoint is kept under another name, so that the next one of that step can be written.
    assert "2.unreadable" in said[1]
    assert (tmp_path / "2.unreadable").is_dir()
    assert checkpoint.steps(tmp_path) == [1]
    save(tmp_path, 2)


def test_late_reports_of_threads_print_nothing(tmp_path):
    """Orbax's threads continue after a failure. Their later errors repeat one that was raised already."""
    script = f"""
import asyncio, sys
from pathlib import Path
import jax
from diayn_jax.storage import arrays
try:
    x = jax.ShapeDtypeStruct((2,), "float32")
    arrays.read(Path({str(tmp_path)!r}) / "none", {{"state": {{"x": x}}}}, [])
except (OSError, ValueError):
    pass
loop = asyncio.new_event_loop()
loop.close()
for late in (RuntimeError("Event loop is closed"), RuntimeError("another")):
    sys.excepthook(type(late), late, None)
class Late:
    def __del__(self):
        loop.call_soon_threadsafe(print)
class Other:
    def __del__(self):
        raise ValueError("of somebody else")
Late()
Other()
"""
    stderr = commands.process("-c", script).stderr
    assert "Event loop" not in stderr
    assert "RuntimeError: another" in stderr
    assert "of somebody else" in stderr


def test_with_all_damaged_nothing_is_touched(tmp_path):
    for step in (1, 2):
        damage_item(save(tmp_path, step) / "state", cut)
    before = files(tmp_path)
    with pytest.raises(CheckpointError, match="None of the checkpoints"):
        checkpoint.restore_latest(tmp_path, like(make_state()), lambda *_: None, lambda _: None)
    assert files(tmp_path) == before


def restored_from(tmp_path, check=lambda *_: None):
    """Returns the step of the checkpoint that a resume takes, and the resume's output."""
    said = []
    restored = checkpoint.restore_latest(tmp_path, like(make_state()), check, said.append)
    return int(restored.path.name), said


def test_no_flipped_bit_passes_unseen(tmp_path, monkeypatch):
    save(tmp_path, 1)
    monkeypatch.setattr(arrays, "LARGE", 40)
    bad = save(tmp_path, 2, ranking=0.5)
    random = np.random.default_rng(12)
    # The metadata is damaged as often as all other files together, because it describes them.
    rest = [file for file in files(bad) if file.name != "metadata.json"]
    metadata = [bad / "metadata.json"] * len(rest)
    for turn in range(10):
        for file in [*metadata, *rest]:
            whole = file.read_bytes()
            place = int(random.integers(8 * len(whole)))
            flipped = bytearray(whole)
            flipped[place // 8] ^= 1 << place % 8
            file.write_bytes(flipped)
            with pytest.raises(UnreadableCheckpointError, match=str(bad)):
                checkpoint.restore(bad, like(make_state()))
            if file.name == "metadata.json":
                assert checkpoint.best(tmp_path) is None
            # This part is slow and depends only on the error above, so it runs once.
            if turn == 0:
                with pytest.MonkeyPatch.context() as patch:
                    patch.setattr(checkpoint.files, "set_aside", lambda path: path)
                    step, said = restored_from(tmp_path)
                assert step == 1
                assert said[0].startswith(f"{bad} is damaged: ")
                assert said[0].count("\n") == 0
            file.write_bytes(whole)
    tiny.assert_same(checkpoint.restore(bad, like(make_state())), make_state(2))


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"env_steps": 3}, "belongs to step 3"),
        ({"env_steps": None}, "has no env_steps"),
        ({"arrays": None}, "has no arrays"),
        ({"files": None}, "has no files"),
        ({"files": 7}, "has files of the wrong type"),
        ({"replay": "yes"}, "has replay of the wrong type"),
        ({"ranking": "high"}, "has a ranking of the wrong type"),
        ({"files": {"../1/metadata.json": [0, 0]}}, "which is outside the checkpoint"),
        ({"files": {"/etc/hostname": [0, 0]}}, "which is outside the checkpoint"),
        ({"files": {"stat/x": [0, 0]}}, "names no file of replay, state/"),
        ({"files": {"state/x": 5, "replay/x": 5}}, "state/x is missing"),
        ({"arrays": {"parameters.w": 5}}, "has no type and shape of parameters.w"),
    ],
    ids=str,
)
def test_metadata_that_lacks_something_falls_back(tmp_path, changes, why):
    save(tmp_path, 1)
    edit(save(tmp_path, 2), **changes)
    step, said = restored_from(tmp_path)
    assert step == 1
    assert said[0].startswith(f"{tmp_path / '2'} is damaged: ")
    assert why in said[0]


def test_metadata_of_no_run_falls_back(tmp_path):
    save(tmp_path, 1)
    save(tmp_path, 2)

    def check(path, metadata):
        if path.name == "2":
            raise UnreadableCheckpointError(f"{path} is damaged: no config.")

    assert restored_from(tmp_path, check)[0] == 1


@pytest.mark.parametrize("what", ["metadata.json", "state", "replay"])
@pytest.mark.parametrize("other", ["a file", "a directory", "a link to nothing", "nothing"])
def test_what_is_not_what_it_should_be_falls_back(tmp_path, what, other):
    save(tmp_path, 1)
    bad = save(tmp_path, 2)
    (bad / what).rename(tmp_path / "elsewhere")
    if other == "a file":
        (bad / what).write_text("{}")
    elif other == "a directory":
        (bad / what).mkdir()
    elif other == "a link to nothing":
        (bad / what).symlink_to("nowhere")
    step, said = restored_from(tmp_path)
    assert step == 1
    assert said[0].startswith(f"{bad} is damaged: ")


def test_odd_names_are_no_checkpoints(tmp_path):
    save(tmp_path, 1)
    for name in ("٣", "²", "007", "1.5", "-3", "1e3", "5.unreadable"):
        (tmp_path / name).mkdir()
    assert checkpoint.steps(tmp_path) == [1]
    assert restored_from(tmp_path) == (1, [])


@pytest.mark.parametrize("kind", ["a file", "a link to nothing"])
def test_a_file_in_the_place_of_a_checkpoint_is_set_aside(tmp_path, kind):
    def put(path):
        path.write_text("x") if kind == "a file" else path.symlink_to("nowhere")

    save(tmp_path, 1)
    put(tmp_path / "2")
    put(tmp_path / "2.writing")
    put(tmp_path / "0.deleting")
    said = []
    checkpoint.make_way(tmp_path, said.append)
    assert said == [
        f"{tmp_path / '2'} is {kind}, but should be a directory: kept as {tmp_path / '2'}.unreadable."
    ]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["1", "2.unreadable"]
    save(tmp_path, 2)
    assert checkpoint.steps(tmp_path) == [1, 2]
    # Then the directory itself.
    put(tmp_path / "checkpoints")
    checkpoint.make_way(tmp_path / "checkpoints", said.append)
    assert f"{tmp_path / 'checkpoints'} is {kind}" in said[1]
    save(tmp_path / "checkpoints", 1)


def test_is_on_the_disk_before_an_older_one_goes(tmp_path, monkeypatch):
    save(tmp_path, 1)
    on_disk, doomed, fsync, remove = [], [], os.fsync, run_files.remove

    def record(descriptor):
        fsync(descriptor)
        on_disk.append(os.fstat(descriptor).st_ino)

    def look(path):
        if path.name == "1.deleting":
            doomed.append(set(on_disk))
        remove(path)

    monkeypatch.setattr(os, "fsync", record)
    monkeypatch.setattr(run_files, "remove", look)
    new = save(tmp_path, 2)
    # The directory's list of names is synchronised last. Only then can the checkpoint be found by its name.
    assert tmp_path.stat().st_ino in on_disk[-2:]
    checkpoint.retain(tmp_path, 1)
    (before,) = doomed
    assert {path.stat().st_ino for path in [tmp_path, new, *new.rglob("*")]} <= before
    assert checkpoint.steps(tmp_path) == [2]


def test_what_a_kill_has_left_half_written_counts_as_free(tmp_path, monkeypatch):
    config, state = tiny.config(tmp_path), {"agent": jnp.zeros(1000), "replay": jnp.zeros(1000)}
    monkeypatch.setattr(free_space, "free_disk", lambda folder: 9_000)
    with pytest.raises(ConfigError, match="2 checkpoints"):
        memory_plan.check_disk(config, state, tmp_path, 2)
    left = tmp_path / "checkpoints" / "7.writing" / "state"
    left.mkdir(parents=True)
    (left / "d").write_bytes(bytes(7_000))
    memory_plan.check_disk(config, state, tmp_path, 2)


SAVES = """
import sys
from pathlib import Path
import jax
from diayn_jax.storage import arrays, checkpoint

arrays.LARGE = 0
directory, key = Path(sys.argv[1]) / "checkpoints", jax.random.key(0)
state = {"agent": {str(i): jax.random.normal(jax.random.fold_in(key, i), (2000,)) for i in range(30)}}
for step in range(1, 20):
    try:
        checkpoint.save(directory, state, {"env_steps": step})
    except checkpoint.CheckpointError as error:
        sys.exit(str(error))
    print(step, flush=True)
"""


@pytest.fixture
def small_disk(tmp_path):
    """Mounts a disk that is soon full; skips the test if mounting is not allowed."""
    path = tmp_path / "disk"
    path.mkdir()

    def mount(options):
        command = ["mount", "-t", "tmpfs", "-o", options, "none", str(path)]
        if (
            shutil.which("mount") is None
            or subprocess.run(command, capture_output=True, check=False).returncode
        ):
            pytest.skip("no small disk can be mounted here")
        return path

    yield mount
    subprocess.run(["umount", str(path)], capture_output=True, check=False)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ("size=1600k", r"it needs up to 0\.2 MB, and 0\.\d MB are free there"),
        ("size=30m,nr_inodes=180", r"30\.\d MB are free there, but too few inodes for its files"),
    ],
)
def test_a_disk_that_fills_up(small_disk, options, why):
    disk = small_disk(options)
    done = commands.process("-c", SAVES, str(disk), JAX_PLATFORMS="cpu")
    saved = [int(step) for step in done.stdout.split()]
    assert saved, done.stderr
    # The output is one line, and none of it is Orbax's.
    assert re.fullmatch(
        f"No room for the checkpoint {disk}/checkpoints/{saved[-1] + 1}: {why}.*\n", done.stderr
    )
    # Nothing of the failed checkpoint is left, and the earlier ones are intact.
    assert sorted(int(p.name) for p in (disk / "checkpoints").iterdir()) == saved
    state = {"agent": {str(i): jax.ShapeDtypeStruct((2000,), jnp.float32) for i in range(30)}}
    for step in saved:
        checkpoint.restore(disk / "checkpoints" / str(step), like(state))


def test_a_disk_that_fills_up_with_small_arrays(small_disk, capfd):
    disk = small_disk("size=200k")
    state = {"agent": {str(i): jnp.full(500, float(i)) for i in range(30)}}

    def fill():
        for step in range(5):
            checkpoint.save(disk, state, {"env_steps": step})

    with pytest.raises(
        CheckpointError, match=rf"No room for the checkpoint {disk}/\d: it needs up to 0\.1 MB"
    ):
        fill()
    assert capfd.readouterr() == ("", "")
    # Nothing of the failed checkpoint is left, and the earlier ones are intact.
    saved = checkpoint.steps(disk)
    assert saved
    assert sorted(path.name for path in disk.iterdir()) == [str(step) for step in saved]
    for step in saved:
        tiny.assert_same(checkpoint.restore(disk / str(step), like(state)), state)


def full_disk(monkeypatch, error, large):
    def fail(self, path, *args, **kwargs):
        partial = path.parent / f"{path.name}.orbax-checkpoint-tmp"
        partial.mkdir()
        (partial / "half").write_text("x")
        raise error

    def fail_packed(path, some):
        path.write_text("half")
        raise error

    if large:
        monkeypatch.setattr(arrays, "LARGE", 40)
        monkeypatch.setattr(ocp.Checkpointer, "save", fail)
    else:
        monkeypatch.setattr(packed_arrays, "write", fail_packed)


@pytest.mark.parametrize("large", [True, False])
@pytest.mark.parametrize(
    ("error", "why"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "MB are free there"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "the disk quota is used up"),
        (ValueError("RESOURCE_EXHAUSTED: No space left on device [os_error_code='28']"), "MB are free there"),
    ],
)
def test_a_full_disk_is_explained(tmp_path, monkeypatch, error, why, large):
    path = save(tmp_path, 1)
    before = files(tmp_path)
    full_disk(monkeypatch, error, large)
    with pytest.raises(CheckpointError, match=rf"needs up to 0\.0 MB.*{why}") as caught:
        save(tmp_path, 2)
    assert str(tmp_path / "2") in str(caught.value)
    assert "--resume" in str(caught.value)
    assert files(tmp_path) == before
    tiny.assert_same(checkpoint.restore(path, like(make_state())), make_state(1))


@pytest.mark.parametrize("large", [True, False])
def test_other_failures_are_named(tmp_path, monkeypatch, large):
    full_disk(monkeypatch, PermissionError(errno.EACCES, "Permission denied"), large)
    with pytest.raises(CheckpointError, match=r"cannot be written: PermissionError.*Permission denied"):
        save(tmp_path, 2)
