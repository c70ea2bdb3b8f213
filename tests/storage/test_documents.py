"""Foreign files: endless, huge, of another kind, or not the JSON that they should be."""

import json
import os
import zipfile

import numpy as np
import pytest
from commands import refusal

from diayn_jax.config import ConfigError
from diayn_jax.resolve import make_config
from diayn_jax.storage import files, logs, untrusted_files
from diayn_jax.storage.files import RunFileError


def big(path):
    with path.open("wb") as file:
        file.truncate(untrusted_files.MOST_JSON + 1)


HOSTILE = {
    "400 digits": ('{"num_envs": %s}' % ("9" * 400), "is a number of 400 digits"),
    "5000 digits": ('{"num_envs": %s}' % ("9" * 5000), "is a number of 5000 digits"),
    "19 digits": ('{"num_envs": 9999999999999999999}', "--num_envs=9_999"),
    "400 digits of a fraction": ('{"tau": 1e400}', "a number is too large"),
    "brackets": ("[" * 200_000, "more than 50 deep"),
    "tables": ('{"a":' * 1000 + "1" + "}" * 1000, "more than 50 deep"),
    "60 deep": ('{"a":' * 60 + "1" + "}" * 60, "more than 50 deep"),
    "no UTF-8": (b'{"env": "\xff"}', "it is not UTF-8 text (byte 9)"),
    "half a character": ('{"env": "\\ud800"}', "is not valid Unicode"),
    "a name of half a character": ('{"\\ud800": 1}', "is not valid Unicode"),
    "NaN": ('{"gravity": NaN}', "NaN is not a JSON number"),
    "Infinity": ('{"gravity": -Infinity}', "-Infinity is not a JSON number"),
    "twice": ('{"seed": 1, "env": "point", "seed": 2}', "'seed' occurs twice"),
    "a list": ("[1, 2]", "it is a list, and should be a table"),
    "a text": ('"point"', "it is a text, and should be a table"),
    "a number": ("7", "it is a number, and should be a table"),
    "nothing": ("null", "it is nothing, and should be a table"),
    "empty": ("", "Expecting value"),
    "a config that is a list": ('{"config": [1]}', "its config is [1], but it should be a table"),
    "a config that is null": ('{"config": null}', "its config is None, but it should be a table"),
    "a table for a number": ('{"gravity": {"x": 1}}', "--gravity={'x': 1} is not allowed"),
    "null for a number": ('{"gravity": null}', "--gravity=None is not allowed"),
    "a list for a name": ('{"objective": ["diayn"]}', "--objective=diayn is not allowed"),
    "a table for a choice": ('{"preset": {}}', "--preset={} is not allowed"),
    "lists in a list": ('{"joint_damage": [[1]]}', "--joint_damage=1 is not allowed"),
    "a field that there is not": ('{"wings": 2}', "does not know: wings"),
    "endless": (lambda path: path.symlink_to("/dev/zero"), "it is a device or a pipe, not a file"),
    "a pipe": (os.mkfifo, "it is a device or a pipe, not a file"),
    "a folder without one": (os.mkdir, "No such file"),
    "huge": (big, "it has more than 16 MB"),
    "a link to nothing": (lambda path: path.symlink_to("nowhere"), "No such file"),
    "a link to itself": (lambda path: path.symlink_to(path), "Too many levels"),
}


def write(path, content):
    if callable(content):
        content(path)
    else:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_config_of_another_kind_is_refused_in_a_line(tmp_path, capsys, kind):
    content, why = HOSTILE[kind]
    path = tmp_path / "config"
    write(path, content)
    message = refusal(capsys, f"--config={path}", "--env=point")
    assert message.startswith(f"--config={path}")
    assert why in message
    assert len(message) < 500


@pytest.mark.parametrize(
    "kind", sorted(set(HOSTILE) - {"a folder without one", "a link to nothing", "a link to itself"})
)  # these three have no config.json
def test_a_run_of_such_a_config_is_refused_in_a_line(tmp_path, kind):
    content, _ = HOSTILE[kind]
    write(tmp_path / "config.json", content)
    with pytest.raises(ConfigError) as caught:
        files.read_config(tmp_path)
    assert str(tmp_path / "config.json") in str(caught.value)
    assert "\n" not in str(caught.value)


def test_numbers_beyond_all_bounds_are_refused(capsys):
    huge = {"num_envs": "9" * 400, "tau": "9" * 400, "seed": "9" * 5000, "gravity": "1e400"}
    for flag, value in huge.items():
        message = refusal(capsys, "--env=point", f"--{flag}={value}")
        assert message.startswith(f"--{flag}={value[:100]}")
        assert "is not allowed" in message
        assert len(message) < 400
    for value in (10**400, -(10**400), 2**31, 2**63, float("nan"), float("inf")):
        for field in ("num_envs", "gravity"):
            if (field, value) not in (("gravity", 2**31), ("gravity", 2**63)):
                with pytest.raises(ConfigError, match=f"--{field}="):
                    make_config(**{field: value})
    with pytest.raises(ConfigError, match=r"--num_envs=.* It is too large\."):
        make_config(num_envs=2**31)
    assert make_config(eval_every=4_000_000_000).eval_every == 4_000_000_000
    assert make_config(gravity=2**63).gravity == 2.0**63


_RESOLVED = {"backend": "jax", "num_devices": 1}
CONFIG = {"config": {"env": "point"}, "resolved": _RESOLVED, "started": "2031-01-01"}


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"resolved": {}}, "it lacks resolved.backend"),
        ({"resolved": {"backend": "jax"}}, "it lacks resolved.num_devices"),
        ({"resolved": {"backend": "jax", "num_devices": "auto"}}, "resolved.num_devices is 'auto'"),
        ({"resolved": []}, r"resolved is \[\]"),
        ({"resumed": 1}, "resumed is 1"),
        ({"started": None}, "started is None"),
        ({"device": "cpu"}, "device is 'cpu'"),
        ({"versions": [1]}, r"versions is \[1\]"),
        ({"commit": "abc"}, "commit is 'abc'"),
        ({"commit": {"hash": "abc"}}, "it lacks commit.dirty"),
    ],
)
def test_what_is_read_of_a_run_is_of_its_kind(tmp_path, changes, why):
    good = {**CONFIG, "resumed": [], "commit": {"hash": "abc", "dirty": False}}
    (tmp_path / "config.json").write_text(json.dumps(good))
    assert files.read_config(tmp_path)[0].env == "point"
    (tmp_path / "config.json").write_text(json.dumps(good | changes))
    with pytest.raises(ConfigError, match=why):
        files.read_config(tmp_path)


SKILLS = {"env_steps": 5, "figures": {"eval/mi": 0.5, "eval/return": None}, "skills": [{"skill": 0}]}


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"env_steps": "5"}, "env_steps is '5'"),
        ({"figures": None}, "figures is None"),
        ({"figures": {"eval/mi": "much"}}, "its figure eval/mi is 'much'"),
        ({"figures": {"eval/mi": True}}, "its figure eval/mi is True"),
        ({"skills": 3}, "skills is 3"),
        ({"skills": [1, 2]}, "skills has rows that are not tables"),
    ],
)
def test_what_is_read_of_skills_is_of_its_kind(changes, why):
    untrusted_files.check_skills(SKILLS)
    with pytest.raises(ValueError, match=why):
        untrusted_files.check_skills(SKILLS | changes)
    for name in SKILLS:
        with pytest.raises(ValueError, match=f"it lacks {name}"):
            untrusted_files.check_skills({key: x for key, x in SKILLS.items() if key != name})


@pytest.mark.parametrize("how", [os.mkfifo, lambda path: path.symlink_to("/dev/zero"), os.mkdir])
def test_a_log_that_is_no_file_is_not_read_for_ever(tmp_path, how):
    how(tmp_path / "progress.csv")
    with pytest.raises(RunFileError, match=r"progress\.csv cannot be read"):
        logs.read(tmp_path)
    said = []
    rows = logs.resumed(tmp_path, 5, [{"time/env_steps": 5}], said.append)
    assert rows == [{"time/env_steps": 5}]
    assert len(said) == 1


@pytest.mark.parametrize("name", ["none", "sphere:2", "gaussian:3"])
def test_a_saved_config_has_skills_that_its_objective_takes(tmp_path, name):
    config = {**CONFIG, "resumed": [], "config": {"env": "point", "objective": "diayn", "skill_space": name}}
    (tmp_path / "config.json").write_text(json.dumps(config))
    with pytest.raises(
        ConfigError, match=f"config.json: --skill_space={name}: --objective=diayn takes categorical"
    ):
        files.read_config(tmp_path)


def test_arrays_with_any_bit_flipped_are_right_or_refused(tmp_path):
    arrays = {"a": np.arange(20, dtype=np.float32), "b": np.array("text")}
    path = tmp_path / "arrays.npz"
    np.savez_compressed(path, **arrays)
    whole = path.read_bytes()
    refused = 0
    for bit in range(8 * len(whole)):
        data = bytearray(whole)
        data[bit // 8] ^= 1 << bit % 8
        path.write_bytes(data)
        try:
            found = untrusted_files.read_npz(path, 10_000)
        except ValueError:
            refused += 1
            continue
        for name in arrays.keys() & found.keys():
            np.testing.assert_array_equal(found[name], arrays[name], strict=True)
    assert refused > 4 * len(whole)


def test_arrays_that_are_none_are_refused(tmp_path):
    path = tmp_path / "arrays.npz"
    np.savez_compressed(path, a=np.zeros(10_000))
    with pytest.raises(ValueError, match="it unpacks to more than 0 MB"):
        untrusted_files.read_npz(path, 10_000)
    np.savez(path, a=np.array([{}], object))
    with pytest.raises(ValueError, match="allow_pickle=False"):
        untrusted_files.read_npz(path, 10_000)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "hello")
    with pytest.raises(ValueError, match=r"readme\.txt is not an array"):
        untrusted_files.read_npz(path, 10_000)
    np.save(tmp_path / "one.npy", np.zeros(3))
    with pytest.raises(ValueError, match="not a zip file"):
        untrusted_files.read_npz(tmp_path / "one.npy", 10_000)


def test_a_kept_document_is_read_again_after_each_write_alone(tmp_path, monkeypatch):
    path, read = tmp_path / "sweep.json", []
    read_bytes = untrusted_files.read_bytes
    monkeypatch.setattr(untrusted_files, "read_bytes", lambda *args: read.append(args) or read_bytes(*args))
    for value in range(2):
        files.write_checked_json(path, {"value": value})
        os.utime(path, (1, 1))  # as if both were written at one moment
        assert [files.read_kept_json(path)["value"] for _ in range(4)] == [value] * 4
    assert len(read) == 2
    path.write_bytes(b"{}")
    with pytest.raises(ValueError, match="checksum"):
        files.read_kept_json(path)
    path.unlink()
    with pytest.raises(FileNotFoundError):
        files.read_kept_json(path)
