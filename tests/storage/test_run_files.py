"""Directories and locks, and full disks."""

import concurrent.futures
import dataclasses
import errno
import fcntl
import io
import os
import pathlib
import re
import shutil
import socket
import subprocess
import threading
import time
from types import SimpleNamespace

import pytest
import tiny
from runs import STEPS, contents, rows_of, run, shown_events, start

from diayn_jax.config import ConfigError
from diayn_jax.machine import free_space
from diayn_jax.run import plan, schedule
from diayn_jax.storage import checkpoint, events, files, lock, packed_arrays, paths, provenance, run_to_resume


def test_a_run_is_not_written_over(tmp_path, uninterrupted_run):
    before = contents(uninterrupted_run.path)
    with pytest.raises(ConfigError, match=r"holds a run already.*diayn resume .*Or choose another --name"):
        run(tiny.config(tmp_path / "whole"))
    assert contents(uninterrupted_run.path) == before


def test_a_run_that_another_process_trained_meanwhile_is_not_written_over(
    tmp_path, uninterrupted_run, shared_compilation, monkeypatch
):
    hold, written = lock.hold, {}

    def hold_after_the_other(path, say, **more):
        shutil.copytree(uninterrupted_run.path, path, dirs_exist_ok=True)
        written.update(contents(path))
        return hold(path, say, **more)

    monkeypatch.setattr(lock, "hold", hold_after_the_other)
    with pytest.raises(ConfigError, match="holds a run already"):
        run(tiny.config(tmp_path / "late"))
    found = contents(tmp_path / "late")
    assert {file: x for file, x in found.items() if file.name != ".lock"} == {
        file: x for file, x in written.items() if file.name != ".lock"
    }


def test_a_run_is_written_by_one_process(tmp_path, uninterrupted_run):
    with lock.hold(uninterrupted_run.path, print), pytest.raises(ConfigError, match="another process"):
        run(tiny.config(tmp_path / "whole"), resume=True)


def test_a_lock_that_would_be_waited_for_is_refused(tmp_path, uninterrupted_run):
    (uninterrupted_run.path / ".lock").unlink()
    os.mkfifo(uninterrupted_run.path / ".lock")
    assert not lock.is_held(uninterrupted_run.path)
    with pytest.raises(
        files.RunFileError, match=r"\.lock is a device or a pipe, but should be a file: remove"
    ):
        run(tiny.config(tmp_path / "whole"), resume=True)


def test_where_there_are_no_locks_it_says_so(tmp_path, shared_compilation, monkeypatch):
    def fail(*_):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", fail)
    done, said = run(tiny.config(tmp_path))
    assert f"{done.path} cannot be locked (No locks available): make sure that no other process" in "\n".join(
        said
    )


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES])
def test_a_lock_that_cannot_be_written_is_refused(tmp_path, monkeypatch, code):
    opened = os.open

    def refuse(path, *args, **kwargs):
        if os.fspath(path).endswith(".lock"):
            raise OSError(code, os.strerror(code), path)
        return opened(path, *args, **kwargs)

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", refuse)
        with (
            pytest.raises(files.RunFileError, match=rf"\.lock cannot be written: {os.strerror(code)}"),
            lock.hold(tmp_path, print),
        ):
            raise AssertionError
    with lock.hold(tmp_path, print):
        assert lock.is_held(tmp_path)
    assert not lock.is_held(tmp_path)


HOLDER = """
    import pathlib, sys, time
    from diayn_jax.storage import lock
    with lock.hold(pathlib.Path(sys.argv[1]), print):
        print("held", flush=True)
        time.sleep(600)
"""


def test_a_holder_is_named_and_loses_the_lock_by_kill_9(tmp_path):
    holder = start(HOLDER, tmp_path)
    assert holder.stdout.readline() == "held\n"
    words = f"written by another process (process {holder.pid} on {socket.gethostname()}). Wait for it"
    with pytest.raises(ConfigError, match=re.escape(words)), lock.hold(tmp_path, print):
        raise AssertionError
    assert lock.is_held(tmp_path)
    holder.kill()
    holder.communicate()
    assert not lock.is_held(tmp_path)
    with lock.hold(tmp_path, print):
        pass


def test_a_lock_that_its_holder_removes_is_made_anew(tmp_path):
    """If the lock were not made again, a waiting process would hold a file that others do not see."""
    held = threading.Event()

    def before():
        with lock.hold(tmp_path, print):
            held.set()
            time.sleep(0.5)
            (tmp_path / lock.NAME).unlink()

    thread = threading.Thread(target=before)
    thread.start()
    held.wait()
    with lock.hold(tmp_path, print, patience=60):
        assert lock.is_held(tmp_path)
    thread.join()


def test_runs_of_the_same_instant_have_a_directory_each(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "run_name", lambda *_: "now")
    config = tiny.config(tmp_path, name="")
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        paths = list(pool.map(lambda _: files.create(config), range(8)))
    assert {path.name for path in paths} == {"now", *(f"now-{i}" for i in range(2, 9))}


def test_a_directory_of_a_given_name_may_be_there(tmp_path):
    path = tmp_path / "point" / "tiny"
    path.mkdir(parents=True)
    assert files.create(tiny.config(tmp_path)) == path


def test_two_runs_of_a_name_may_try_its_directory_at_once(tmp_path, monkeypatch):
    touch = pathlib.Path.touch

    def touched(path):
        touch(path)
        path.unlink()  # by the other process

    monkeypatch.setattr(pathlib.Path, "touch", touched)
    assert files.create(tiny.config(tmp_path)).is_dir()


def test_words_that_are_not_utf_8_are_written_with_marks(tmp_path, monkeypatch):
    monkeypatch.setattr(provenance, "_command", ["train", "--config=\udcff.json", "--env=ä"])
    path = tiny.unstarted(tmp_path)
    assert files.read_config(path)[1]["command"] == ["train", "--config=?.json", "--env=ä"]
    files.write_atomic(path / "report.html", "a\udcffb")
    assert (path / "report.html").read_bytes() == b"a?b"


def test_later_runs_of_a_process_name_the_code_that_it_began_with(monkeypatch):
    began = provenance.commit()
    root = pathlib.Path(provenance.__file__).resolve().parents[2]
    of_another_commit = SimpleNamespace(stdout=f"{root}\n{'0' * 40}\n")
    monkeypatch.setattr(provenance.subprocess, "run", lambda *args, **options: of_another_commit)
    assert provenance.commit() == began


def test_looking_at_the_commit_does_not_write_to_the_repository(tmp_path, monkeypatch):
    def git(*words):
        who = ["-c", "user.name=a", "-c", "user.email=a@b"]
        subprocess.run(["git", "-C", str(tmp_path), *who, *words], check=True, capture_output=True)

    file = tmp_path / "package" / "storage" / "file.py"
    file.parent.mkdir(parents=True)
    file.touch()
    git("init")
    git("add", ".")
    git("commit", "-m", "x")
    # The index has another time for the file, so git would write it anew.
    os.utime(file, (0, 0))
    index = tmp_path / ".git" / "index"
    before = index.read_bytes()
    monkeypatch.setattr(provenance, "__file__", str(file))
    assert provenance.commit.__wrapped__()["dirty"] is False
    assert index.read_bytes() == before


def test_a_directory_that_cannot_be_written(tmp_path, shared_compilation):
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigError, match=r"--log_dir=.*file: cannot write .*Not a directory.*none"):
        run(tiny.config(tmp_path / "file"))


def test_names():
    import datetime

    now = datetime.datetime(2031, 4, 5, 6, 7, 8, tzinfo=datetime.UTC)
    assert files.run_name(tiny.config(name="", seed=3), now) == "20310405-060708-s3"
    tagged = tiny.config(name="", tags=("num_skills", "policy_hidden_sizes", "features"), features="dims:0")
    assert (
        files.run_name(tagged, now) == "20310405-060708-s0-num_skills=3-policy_hidden_sizes=8-features=dims_0"
    )
    assert files.run_name(tiny.config(tags=("seed",)), now) == "tiny-seed=0"


def test_a_slash_or_a_colon_in_an_environments_name_makes_no_folder(tmp_path):
    config = tiny.config(tmp_path, env="gymnasium:folder/World-v0")
    path = files.create(config)
    assert path == tmp_path / "gymnasium_folder_World-v0" / "tiny"
    files.write_config(path, config, {"num_devices": 1, "backend": "jax"}, resumed_at=None)
    assert run_to_resume.find(config)[0] == path
    assert run_to_resume.find(dataclasses.replace(config, name=""))[0] == path


def made(config):
    """Makes the directory of a run that has just begun."""
    path = files.create(config)
    files.write_config(path, config, {"num_devices": 1, "backend": "jax"}, resumed_at=None)
    return path


def test_folders_have_neither_slashes_nor_colons(tmp_path):
    assert files.folder(tmp_path, "gymnasium:folder/World-v0") == tmp_path / "gymnasium_folder_World-v0"
    # A folder that exists already keeps its name.
    (tmp_path / "playground:CheetahRun").mkdir()
    assert files.folder(tmp_path, "playground:CheetahRun") == tmp_path / "playground:CheetahRun"


def test_a_run_has_its_name_where_it_is_named_by_a_dot(tmp_path, monkeypatch):
    run = tmp_path / "mine"
    (run / files.CHECKPOINTS).mkdir(parents=True)
    (run / files.CONFIG).write_text("{}", encoding="utf-8")
    monkeypatch.chdir(run)
    for name in (".", "", "./", "checkpoints/..", run):
        assert paths.run_path(name).name == "mine"
        assert paths.named(name).samefile(run)
    monkeypatch.chdir(run / files.CHECKPOINTS)
    assert paths.run_path("..").name == "mine"
    # Other paths stay as they were typed.
    assert paths.run_path("../../mine") == pathlib.Path("../../mine")


def test_a_removed_working_directory_holds_no_run(tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(ConfigError, match="not a run"):
        paths.run_path(".")


def test_tags_that_are_said_are_a_part_of_the_name(tmp_path):
    plain, tagged = tiny.config(tmp_path), tiny.config(tmp_path, seed=1, tags=("seed",))
    paths = made(plain), made(tagged)
    assert paths[1].name == "tiny-seed=1"
    assert [run_to_resume.find(config)[0] for config in (plain, tagged)] == [*paths]
    whole = dataclasses.replace(tagged, name="tiny-seed=1")
    assert run_to_resume.find(whole)[0] == paths[1]


def test_a_run_of_that_name_of_another_environment_is_told(tmp_path):
    for env in ("point", "gymnasium:folder/World-v0"):
        made(tiny.config(tmp_path, env=env))
    words = (
        "/ant/tiny. There is one with --env=gymnasium:folder/World-v0 and with --env=point. "
        "Leave --resume out"
    )
    with pytest.raises(ConfigError) as caught:
        run_to_resume.find(tiny.config(tmp_path, env="ant"))
    assert words in str(caught.value)
    with pytest.raises(ConfigError, match=r"/point/tony\. Did you mean tiny\?"):
        run_to_resume.find(tiny.config(tmp_path, name="tony"))


def test_a_disk_too_full_for_checkpoints_is_refused_first(tmp_path, shared_compilation, monkeypatch):
    monkeypatch.setattr(free_space, "free_disk", lambda folder: 1000)
    config = tiny.config(tmp_path, keep_checkpoints=100)
    # After 700 and 1400 steps, and at the end.
    with pytest.raises(
        ConfigError, match=rf"--log_dir={tmp_path}: 3 checkpoints .* disk of {tmp_path}/point "
    ):
        run(config)
    assert contents(tmp_path) == {}
    timing = schedule.Schedule(eval_every=300, checkpoint_every=1, report_every=15)
    assert plan.checkpoints_to_come(config, timing, None) == 102
    for step in (1, 2):
        (tmp_path / "checkpoints" / str(step)).mkdir(parents=True)
    timing = timing._replace(checkpoint_every=700)
    assert plan.checkpoints_to_come(config, timing, tmp_path) == 1


def test_a_full_disk_keeps_the_checkpoint_before(tmp_path, uninterrupted_run, monkeypatch):
    config, write = tiny.config(tmp_path, checkpoint_every=300), packed_arrays.write

    def fill(path, arrays):
        if str(STEPS[2]) in str(path):
            raise OSError(errno.ENOSPC, "No space left on device")
        write(path, arrays)

    monkeypatch.setattr(packed_arrays, "write", fill)
    path = tmp_path / "point" / "tiny" / "checkpoints" / str(STEPS[2])
    with pytest.raises(
        checkpoint.CheckpointError, match=rf"No room for the checkpoint {path}: it needs up to"
    ):
        run(config)
    assert checkpoint.steps(path.parent) == STEPS[:2]
    monkeypatch.setattr(packed_arrays, "write", write)
    resumed, _ = run(config, resume=True)
    tiny.assert_same(resumed.state, uninterrupted_run.state)
    assert rows_of(resumed.path) == rows_of(uninterrupted_run.path)


def test_a_full_disk_under_the_log(tmp_path, shared_compilation, monkeypatch):
    def fail(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        with pytest.raises(
            files.RunFileError, match=r"config\.json cannot be written: No space left.*start again"
        ):
            run(tiny.config(tmp_path))
    # There is no run to resume, and the name is free.
    run(tiny.config(tmp_path))


# Old versions of protobuf warn about tensorboardX.
@pytest.mark.filterwarnings("ignore:Call to deprecated create function:DeprecationWarning")
def test_a_full_disk_under_new_events(tmp_path, shared_compilation, monkeypatch):
    import tensorboardX.record_writer

    config = tiny.config(tmp_path, tensorboard=True)
    done, _ = run(config)
    before = events.event_files(done.path)
    # First the flush fails, and then the close.
    full = io.BufferedWriter(io.FileIO("/dev/full", "w"))
    monkeypatch.setattr(tensorboardX.record_writer, "open_file", lambda _: full)
    with pytest.raises(
        files.RunFileError, match=r"events\.out\..* cannot be written: No space left.*--resume"
    ):
        run(config, resume=True)
    assert events.event_files(done.path) == before


@pytest.mark.filterwarnings("ignore:Call to deprecated create function:DeprecationWarning")
def test_a_full_disk_under_the_events(tmp_path, uninterrupted_run, monkeypatch):
    import tensorboardX.record_writer

    written, writer = [], tensorboardX.RecordWriter
    write, close = writer.write, writer.close

    def fill(self, data):
        written.append(data)
        # The version is written first, and then a row for each evaluation.
        if len(written) > 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        write(self, data)

    def fail(self):
        close(self)
        raise OSError(errno.ENOSPC, "No space left on device")

    config = tiny.config(tmp_path, tensorboard=True)
    with monkeypatch.context() as full:
        full.setattr(writer, "write", fill)
        full.setattr(writer, "close", fail)
        with pytest.raises(
            files.RunFileError, match=r"events\.out\..* cannot be written: No space left.*--resume"
        ):
            run(config)
    resumed, _ = run(config, resume=True)
    tiny.assert_same(resumed.state, uninterrupted_run.state)
    assert rows_of(resumed.path) == rows_of(uninterrupted_run.path)
    assert {step for step, _ in shown_events(resumed.path)} == set(STEPS)
