"""Policies as ONNX files: another runtime computes the same actions."""

import dataclasses
import json

import jax
import numpy as np
import onnx
import onnxruntime
import pytest
import untrained
from commands import process

from diayn_jax.config import ConfigError
from diayn_jax.use import export
from experiments import export as command

CASES = {
    "counted": untrained.DIAYN,
    "layer norm": {**untrained.DIAYN, "policy_layer_norm": True},
    "one layer": {**untrained.DIAYN, "policy_hidden_sizes": (8,)},
    "not normalised": {**untrained.DIAYN, "normalize": False},
    "vectors": untrained.SPHERE,
    "mixtures": {**untrained.SPHERE, "skill_space": "dirichlet:3"},
    "no skills": {"objective": "task"},
    # The observation leaves xy out, but DIAYN's policy sees it.
    "ant": {**untrained.DIAYN, "env": "ant"},
    "ant without its place": {**untrained.DIAYN, "env": "ant", "policy_sees_position": False},
    "symmetric": {**untrained.SPHERE, "symmetry": "D4"},
    "symmetric and counted": {**untrained.DIAYN, "num_skills": 8, "symmetry": "C4"},
    "symmetric ant": {**untrained.SPHERE, "symmetry": "D4", "env": "ant", "policy_sees_position": False},
    "td3": {**untrained.DIAYN, "agent": "td3"},
    "ppo": {**untrained.DIAYN, "agent": "ppo"},
    "ppo of choices": {**untrained.DIAYN, "agent": "ppo", "env": "cartpole"},
    "dqn": {**untrained.DIAYN, "agent": "dqn", "env": "cartpole"},
    "es": {**untrained.DIAYN, "agent": "es"},
    "es of choices": {**untrained.DIAYN, "agent": "es", "env": "cartpole"},
    # Patches of 3 do not divide a side of 32, and there are features beside the latent.
    "images": {"env": "point_pixels", "num_skills": 3, "encoder_patches": (3, 2), "encoder_channels": (4, 6)},
    "images by an encoder of its own": {"env": "point_pixels", "num_skills": 3, "encoder": "separate"},
    "images and features": {"env": "point_pixels", "num_skills": 3, "features": "xy", "frame_stack": 2},
    "images by ppo": {"env": "point_pixels", "objective": "task", "agent": "ppo"},
}


def session(path):
    return onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])


def inputs(skills, count):
    """Returns small and large observations, features and skills of a policy, by the file's input names."""
    rng = np.random.default_rng(1)
    seen = skills.interface
    if seen.image_shape is not None:
        given = {"obs": rng.integers(0, 256, (count, *seen.image_shape))}
    else:
        given = {"obs": rng.normal(size=(count, seen.observation_size)) * 20}
    if skills.components.feature_map.stored_size and skills.config.agent_sees_features:
        given["features"] = rng.normal(size=(count, skills.components.feature_map.stored_size)) * 20
    given = {name: x.astype(np.float32) for name, x in given.items()}
    given["obs"] = given["obs"].astype(seen.observation_dtype)
    if skills.space.size:
        given["skill"] = skills.space.probes[np.arange(count) % len(skills.space.probes)]
        given["skill"] = given["skill"].astype(np.int64 if skills.num_skills else np.float32)
    return given


def ours(skills, given):
    return skills.act(skills.params, given["obs"], given.get("skill"), features=given.get("features"))


@pytest.mark.parametrize("case", CASES)
def test_onnx_runtime_acts_as_we_do(case, tmp_path):
    skills = untrained.skills(**CASES[case])
    path = export.write_onnx(skills, tmp_path / "policy.onnx")
    reader = session(path)
    for count in (1, 70):
        given = inputs(skills, count)
        assert {x.name for x in reader.get_inputs()} == given.keys()
        (action,) = reader.run(["action"], given)
        assert action.shape == (count, *skills.interface.action_shape)
        np.testing.assert_allclose(action, ours(skills, given), rtol=1e-4, atol=1e-5)
    assert np.abs(action).max() > 0.1
    # With arbitrary networks, one choice may be the best everywhere.
    assert skills.interface.num_actions or not np.all(action == action[0])


@pytest.mark.parametrize(
    ("case", "skill"),
    [("counted", 2), ("vectors", [0.6, -0.8]), ("ant", 1), ("dqn", 0), ("ppo", 1), ("images", 2)],
)
def test_one_skill_alone_is_no_input(case, skill, tmp_path):
    skills = untrained.skills(**CASES[case])
    reader = session(export.write_onnx(skills, tmp_path / "policy.onnx", skill))
    given = inputs(skills, 5)
    given["skill"] = np.broadcast_to(np.asarray(skill), (5, *np.shape(skill)))
    expected = ours(skills, given)
    del given["skill"]
    np.testing.assert_allclose(reader.run(None, given)[0], expected, rtol=1e-4, atol=1e-5)
    metadata = reader.get_modelmeta().custom_metadata_map
    assert json.loads(metadata["skill"]) == skill
    assert metadata["skills"] == "none"
    assert metadata["features"] == ("xy" if case == "ant" else "")


def test_a_skill_that_there_is_not_is_refused_by_the_reader_too(tmp_path):
    skills = untrained.skills(**untrained.DIAYN)
    with pytest.raises(ValueError, match="this run has skills 0 to 2"):
        export.write_onnx(skills, tmp_path / "policy.onnx", 3)
    reader = session(export.write_onnx(skills, tmp_path / "policy.onnx"))
    for none in (3, -1):
        given = inputs(skills, 1) | {"skill": np.array([none])}
        with pytest.raises(
            onnxruntime.capi.onnxruntime_pybind11_state.InvalidArgument, match="idx=3 must be within"
        ):
            reader.run(None, given)


def test_the_file_is_small_and_old_readers_take_it(tmp_path):
    path = export.write_onnx(untrained.skills(**untrained.DIAYN), tmp_path / "policy.onnx")
    model = onnx.load(path)
    assert (model.ir_version, model.opset_import[0].version) == (8, 17)
    # The file holds 5·8 + 8 + 8·8 + 8 + 8·2 + 2 weights and 4 statistics, with 4 bytes each.
    assert path.stat().st_size < 4 * 142 + 2500


def test_what_cannot_be_exported_is_refused(tmp_path, monkeypatch):
    skills = untrained.skills(**untrained.DIAYN)
    own = dataclasses.replace(skills, config=dataclasses.replace(skills.config, agent="somebody:elses"))
    with pytest.raises(
        ConfigError, match=r"agent=somebody:elses: only networks of sac \| td3 \| dqn \| ppo \| es can be exp"
    ):
        export.write_onnx(own, tmp_path / "policy.onnx")
    monkeypatch.setattr(export.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ConfigError, match=r"needs the package onnx.*-m pip install 'diayn_jax\[onnx\]'"):
        export.write_onnx(skills, tmp_path / "policy.onnx")
    assert not list(tmp_path.iterdir())


def test_the_command_writes_what_the_library_does(uninterrupted_run, capsys):
    assert command.main([str(uninterrupted_run.path)]) == 0
    assert f"Wrote {uninterrupted_run.path / 'policy.onnx'}" in capsys.readouterr().out
    assert command.main([str(uninterrupted_run.path), "--skills=2", "--checkpoint=best"]) == 0
    obs = np.random.default_rng(0).uniform(-1, 1, (4, 2)).astype(np.float32)
    given = {"obs": obs, "skill": np.array([0, 1, 2, 2])}
    expected = uninterrupted_run.act(obs, given["skill"])
    found = session(uninterrupted_run.path / "policy.onnx").run(["action"], given)[0]
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-5)
    assert (uninterrupted_run.path / "policy-skills=2.onnx").is_file()


REFUSED = [
    (["--skills=3"], "--skills=3: skill is 3; this run has skills 0 to 2"),
    (["--skills=0.6,0.8"], "--skills=0.6,0.8: skill has shape (2,)"),
    (["--skills=five"], "--skills=five: it takes a whole number, such as 5, or a vector"),
    (["--format=onxx"], "--format=onxx: it takes onnx, run. Did you mean onnx?"),
    (["--checkpoint=7"], "has no checkpoint '7'"),
    (["--file=no/such/policy.onnx"], "the folder no/such does not exist"),
    (["another"], "Name one run, by its directory, such as runs/ant/NAME; 2 are named"),
]


def test_the_command_refuses(uninterrupted_run, capsys):
    for flags, words in REFUSED:
        assert command.main([str(uninterrupted_run.path), *flags]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert words in err
        assert err.count("\n") == 1


def test_a_file_is_read_without_jax(tmp_path):
    skills = untrained.skills(**untrained.DIAYN)
    path = export.write_onnx(skills, tmp_path / "policy.onnx")
    code = f"""
import sys, numpy, onnxruntime
session = onnxruntime.InferenceSession({str(path)!r})
obs = numpy.array([[0.5, -0.5]], numpy.float32)
print(session.run(["action"], {{"obs": obs, "skill": numpy.array([1])}})[0].tolist())
assert "jax" not in sys.modules
"""
    done = process("-c", code)
    assert done.returncode == 0, done.stderr
    expected = skills.act(skills.params, np.array([[0.5, -0.5]]), 1)
    np.testing.assert_allclose(json.loads(done.stdout), expected, rtol=1e-4, atol=1e-5)
    assert jax.numpy.isfinite(expected).all()
