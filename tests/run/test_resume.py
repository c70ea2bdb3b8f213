"""A run that was cut off and resumed equals the run that was not."""

import dataclasses
import json
from pathlib import Path

import jax
import numpy as np
import pytest
import tiny
from checkpoints import cut, damage_item
from runs import STEPS, Crash, contents, rows_of, run

from diayn_jax import resolve
from diayn_jax.config import ConfigError
from diayn_jax.resolve import make_config
from diayn_jax.storage import checkpoint, files, run_to_resume
from diayn_jax.use import loaded_run, training_run

# The rollouts divide an epoch, so an epoch is as long as for the other agents.
PPO = {"objective": "metra", "agent": "ppo", "rollout_length": 2, "epochs": 2}
ES = {"objective": "task", "agent": "es", "rollout_length": 2, "epoch_steps": 400, "population": 2}


@pytest.mark.parametrize("crash_at", ["30%", "55%", "First checkpoint", "80%", "100%", "eval/mi"])
def test_resumed_equals_uninterrupted(tmp_path, uninterrupted_run, crash_at):
    config = tiny.config(tmp_path)
    with pytest.raises(Crash):
        run(config, crash_at)
    resumed, said = run(config, resume=True)
    found = "has no checkpoint yet: starting from the beginning" in "\n".join(said)
    assert found == (crash_at in ("30%", "55%"))
    tiny.assert_same(resumed.state, uninterrupted_run.state)
    assert rows_of(resumed.path) == rows_of(uninterrupted_run.path)
    assert resumed.figures == pytest.approx(uninterrupted_run.figures, nan_ok=True, abs=0, rel=0)
    assert len(json.loads((resumed.path / "config.json").read_text())["resumed"]) == 1
    assert_loads_by_its_name(resumed, 1)


def assert_loads_by_its_name(run, skill):
    loaded = loaded_run.load(run.path)
    assert (loaded.config.objective, loaded.config.skill_space) == (
        run.config.objective,
        run.config.skill_space,
    )
    obs = np.zeros((3, 2), np.float32)
    np.testing.assert_array_equal(loaded.act(obs, skill), run.act(obs, skill))


@pytest.mark.parametrize(("fields", "skill"), [(PPO, [0.6, 0.8]), (ES, None)], ids=["ppo", "es"])
def test_resumed_equals_uninterrupted_of_every_learner(tmp_path, shared_compilation, fields, skill):
    """The learners differ in what a run keeps between epochs, and the objectives in their skills."""

    def config(log_dir):
        known = resolve.fields_of(fields["objective"], fields["agent"]).keys() - {"num_skills"}
        own = {name: value for name, value in tiny.FIELDS.items() if name in known}
        return make_config({**own, **fields, "log_dir": str(log_dir)})

    whole, _ = run(config(tmp_path / "whole"))
    with pytest.raises(Crash):
        # A population's episodes begin together, and their resets fall into other epochs.
        run(config(tmp_path), "81%" if fields is ES else "80%")
    resumed, said = run(config(tmp_path), resume=True)
    assert f"Resumed at step {STEPS[1]}" in "\n".join(said)
    tiny.assert_same(resumed.state, whole.state)
    assert rows_of(resumed.path) == rows_of(whole.path)
    assert_loads_by_its_name(resumed, skill)


def test_resumed_twice_on_two_devices(tmp_path, shared_compilation):
    fields = {"num_devices": 2}
    whole, _ = run(tiny.config(tmp_path / "whole", **fields))
    config = tiny.config(tmp_path / "cut", checkpoint_every=300, **fields)
    for crash_at in ("55%", "80%"):
        with pytest.raises(Crash):
            run(config, crash_at, resume=crash_at == "80%")
    resumed, said = run(config, resume=True)
    assert "Devices: 2 of" in "\n".join(said)
    assert len(resumed.state.skill.sharding.device_set) == 2
    tiny.assert_same(resumed.state, whole.state)
    assert rows_of(resumed.path) == rows_of(whole.path)


@pytest.mark.parametrize(("first", "then"), [(2, 1), (1, 2)])
def test_goes_on_on_another_number_of_devices(tmp_path, shared_compilation, first, then):
    whole, _ = run(tiny.config(tmp_path / "whole", num_devices=first))
    with pytest.raises(Crash):
        run(tiny.config(tmp_path, num_devices=first), "80%")
    resumed, said = run(tiny.config(tmp_path, num_devices=then), resume=True)
    text = "\n".join(said)
    assert f"Resumed at step {STEPS[1]}" in text
    assert f"It was on {first} device" in text
    assert f"and is now on {then} device" in text
    assert len(resumed.state.skill.sharding.device_set) == then
    for one, other in zip(
        jax.tree.leaves(whole.state.agent), jax.tree.leaves(resumed.state.agent), strict=True
    ):
        np.testing.assert_allclose(other, one, rtol=1e-3, atol=1e-3)
    assert [row["time/env_steps"] for row in rows_of(resumed.path)] == [
        row["time/env_steps"] for row in rows_of(whole.path)
    ]
    document = json.loads((resumed.path / "config.json").read_text())
    assert (document["config"]["num_devices"], document["resolved"]["num_devices"]) == (first, then)
    # If no number is given, a resume uses as many devices as the last time.
    config = tiny.config(tmp_path, num_env_steps=STEPS[-1] + 100)
    _, resumed = run_to_resume.find(config, {"num_env_steps", "name", "log_dir", "env"})
    assert resumed.num_devices == then


def test_goes_on_on_the_devices_that_there_are(tmp_path, shared_compilation, monkeypatch):
    # The config says `auto`. The number of devices that it resolved to counts.
    config = tiny.config(tmp_path, num_devices="auto")
    monkeypatch.setattr(jax, "device_count", lambda: 3)
    with pytest.raises(Crash):
        run(config, "80%")
    monkeypatch.setattr(jax, "device_count", lambda: 1)
    resumed, said = run(config, resume=True)
    assert "It was on 2 devices and is now on 1 device" in "\n".join(said)
    assert len(resumed.state.skill.sharding.device_set) == 1
    with pytest.raises(ConfigError, match="num_devices=2: JAX sees 1"):
        run(dataclasses.replace(config, num_devices=2), resume=True)


def test_a_run_goes_on_on_the_kind_of_device_that_it_began_on(tmp_path, uninterrupted_run, monkeypatch):
    config = tiny.config(tmp_path)
    with pytest.raises(Crash):
        run(config, "80%")
    path = tmp_path / "point" / "tiny"
    with monkeypatch.context() as patch:
        patch.setattr(jax, "default_backend", lambda: "gpu")
        with pytest.raises(ConfigError) as caught:
            run(config, resume=True)
    assert str(caught.value).startswith(f"{path} was trained on a CPU, and JAX runs on a GPU,")
    assert "Set JAX_PLATFORMS=cpu" in str(caught.value)
    with pytest.raises(ConfigError, match="device=gpu: the run has auto, which is cpu"):
        run(dataclasses.replace(config, device="gpu"), resume=True)
    # The device that `auto` resolved to may be given. The config keeps `auto`.
    resumed, _ = run(dataclasses.replace(config, device="cpu"), resume=True)
    tiny.assert_same(resumed.state, uninterrupted_run.state)
    document = json.loads((path / "config.json").read_text())
    assert (document["config"]["device"], document["resolved"]["device"]) == ("auto", "cpu")
    document["resolved"]["device"] = "gpu"
    del document["crc32"]  # as in a file that is written by hand
    (path / "config.json").write_text(json.dumps(document))
    monkeypatch.delenv("JAX_PLATFORMS", raising=False)
    with pytest.raises(ConfigError) as caught:
        run(config, resume=True)
    assert str(caught.value).startswith(f"{path} was trained on a GPU, and JAX runs on a CPU,")
    assert "pip install 'diayn_jax[cuda12]'" in str(caught.value)
    assert "--device=cpu" not in str(caught.value)
    assert f"--config={path} without --resume" in str(caught.value)


def test_extends_a_finished_run(tmp_path, shared_compilation):
    # Constant rates do not depend on the length of the run.
    at_once, _ = run(tiny.config(tmp_path / "at_once", anneal=0))
    short, _ = run(tiny.config(tmp_path, anneal=0, num_env_steps=STEPS[1]))
    assert int(short.state.counters.env_steps) == STEPS[1]
    longer, said = run(tiny.config(tmp_path, anneal=0), resume=True)
    assert f"Resumed at step {STEPS[1]}" in "\n".join(said)
    tiny.assert_same(longer.state, at_once.state)
    assert [int(row["time/env_steps"]) for row in rows_of(longer.path)] == STEPS
    assert files.read_config(longer.path)[0].num_env_steps == 1500


def test_a_finished_run_is_only_judged_again(tmp_path, uninterrupted_run):
    config = tiny.config(tmp_path / "whole")
    again, said = run(config, resume=True)
    assert "Raise --num_env_steps to continue it" in "\n".join(said)
    tiny.assert_same(again.state, uninterrupted_run.state)
    assert rows_of(again.path) == rows_of(uninterrupted_run.path)


def test_refuses_to_change_what_the_run_is(tmp_path, shared_compilation):
    with pytest.raises(Crash):
        run(tiny.config(tmp_path), "80%")
    before = contents(tmp_path)
    changed = tiny.config(tmp_path, seed=5, learning_rate=0.25)
    with pytest.raises(ConfigError, match=r"seed=5: the run has 0") as caught:
        run(changed, resume=True)
    assert "--learning_rate=0.25: the run has 0.001" in str(caught.value)
    assert "num_env_steps" in str(caught.value)
    assert contents(tmp_path) == before


def test_takes_what_was_not_said_from_the_run(tmp_path, uninterrupted_run):
    with pytest.raises(Crash):
        run(tiny.config(tmp_path), "80%")
    # The name is given explicitly, and the other values are defaults.
    other = tiny.config(tmp_path, seed=5, num_skills=4, num_env_steps=99, eval_every=7)
    resumed, _ = run(other, resume=True, explicit=["env", "name", "log_dir"])
    tiny.assert_same(resumed.state, uninterrupted_run.state)
    assert rows_of(resumed.path) == rows_of(uninterrupted_run.path)
    with pytest.raises(ConfigError, match="num_skills=4: the run has 3"):
        run(other, resume=True, explicit=["name", "num_skills"])


def test_a_number_of_skills_is_refused_where_they_cannot_be_counted(monkeypatch):
    saved = make_config(objective="metra", name="mine")
    monkeypatch.setattr(run_to_resume, "read_config", lambda path, trust: (saved, {"resolved": {}}))
    for num_skills in (saved.num_skills, 7):
        given = make_config(objective="metra", num_skills=num_skills, name="mine")
        with pytest.raises(
            ConfigError, match=f"num_skills={num_skills}: the run has --skill_space=sphere:2, wh"
        ):
            run_to_resume.resumed_config(Path("mine"), given, ["name", "num_skills"])


def test_resolved_values_may_be_said(tmp_path, shared_compilation):
    with pytest.raises(Crash):
        run(tiny.config(tmp_path), "80%")
    run(tiny.config(tmp_path, features="xy", backend="jax"), resume=True)
    with pytest.raises(ConfigError, match="features=obs: the run has auto"):
        run(tiny.config(tmp_path, features="obs"), resume=True)


def test_without_a_name_resumes_the_latest_of_this_config(tmp_path, shared_compilation):
    for seed in (0, 1, 0, 1):
        with pytest.raises(Crash):
            run(tiny.config(tmp_path, name="", seed=seed), "55%")
    names = sorted(p.name for p in (tmp_path / "point").iterdir())
    assert len(names) == 4
    seed_0 = [name for name in names if files.read_config(tmp_path / "point" / name)[0].seed == 0]
    resumed, _ = run(tiny.config(tmp_path, name="", seed=0), resume=True)
    assert resumed.path.name == seed_0[-1]
    with pytest.raises(
        ConfigError, match=r"no run in .* has this config\. The nearest is .*seed=1 \(asked for: 2\)"
    ):
        run(tiny.config(tmp_path, name="", seed=2), resume=True)


def test_the_latest_run_is_found_by_another_length(tmp_path):
    def asked(**said):
        return make_config({"env": "point", "log_dir": str(tmp_path), **said}), {"env", "log_dir", *said}

    config, _ = asked(num_env_steps=30_000)
    path = files.create(config)
    files.write_config(path, config, {"num_devices": 1, "backend": "jax"}, resumed_at=None)
    longer, said = asked(num_env_steps=60_000)
    assert longer.epoch_steps != config.epoch_steps
    found, goes_on = run_to_resume.find(longer, said)
    assert (found, goes_on.num_env_steps, goes_on.epoch_steps) == (path, 60_000, config.epoch_steps)
    # A given number of epoch steps is not rounded.
    with pytest.raises(ConfigError, match=r"The nearest is .* epoch_steps=1500 \(asked for: 2000\)"):
        run_to_resume.find(*asked(num_env_steps=60_000, epoch_steps=2000))


def test_the_latest_run_is_found_by_another_default_horizon(tmp_path):
    """Finds a run that began before Gymnasium's limit was the default, or before its module was imported."""

    def asked(**said):
        return make_config({"env": "point", "log_dir": str(tmp_path), **said}), {"env", "log_dir", *said}

    config, _ = asked(episode_length=33)
    path = files.create(config)
    files.write_config(path, config, {"num_devices": 1, "backend": "jax"}, resumed_at=None)
    found, goes_on = run_to_resume.find(*asked())
    assert (found, goes_on.episode_length) == (path, 33)
    with pytest.raises(ConfigError, match=r"The nearest is .* episode_length=33 \(asked for: 44\)"):
        run_to_resume.find(*asked(episode_length=44))


def test_the_latest_run_is_the_latest_in_any_time_zone(tmp_path):
    config = make_config({"env": "point", "log_dir": str(tmp_path)})
    paths = {}
    for started in ("2026-11-21T13:00:00+02:00", "2026-11-21T12:30:00+00:00", "2026-11-21T07:00:00-05:00"):
        path = paths[started] = files.create(config)
        document = files.write_config(path, config, {"num_devices": 1, "backend": "jax"}, resumed_at=None)
        # The checksum is missing, as in a file that is written by hand.
        (path / files.CONFIG).write_text(json.dumps({**document, "started": started}), encoding="utf-8")
    assert run_to_resume.find(config, {"env", "log_dir"})[0] == paths["2026-11-21T12:30:00+00:00"]
    (path / files.CONFIG).write_text(json.dumps({**document, "started": "today"}), encoding="utf-8")
    with pytest.raises(ConfigError, match="started is 'today'"):
        files.read_config(path)


def test_no_run_to_resume(tmp_path, shared_compilation):
    with pytest.raises(ConfigError, match="there is no run in"):
        run(tiny.config(tmp_path, name=""), resume=True)
    with pytest.raises(ConfigError, match=r"there is no run .*/tiny\. Leave"):
        run(tiny.config(tmp_path), resume=True)
    with pytest.raises(ConfigError, match="log_dir=none"):
        run(tiny.config(), resume=True)
    assert contents(tmp_path) == {}


def test_a_damaged_checkpoint_costs_the_steps_since_the_one_before(tmp_path, uninterrupted_run):
    config = tiny.config(tmp_path, checkpoint_every=300)
    with pytest.raises(Crash):
        run(config, "100%")
    directory = tmp_path / "point" / "tiny" / "checkpoints"
    bad = directory / str(STEPS[2])
    damage_item(bad / "replay", cut)
    resumed, said = run(config, resume=True)
    text = "\n".join(said)
    assert f"{bad} is damaged" in text
    assert f"Resumed at step {STEPS[1]}" in text
    assert bad.with_name(f"{STEPS[2]}.unreadable").is_dir()
    tiny.assert_same(resumed.state, uninterrupted_run.state)
    assert rows_of(resumed.path) == rows_of(uninterrupted_run.path)


def test_a_checkpoint_of_another_run_is_refused(tmp_path, uninterrupted_run):
    # This run is as long as the first one, so their last checkpoints have the same name.
    other, _ = run(tiny.config(tmp_path / "other", seed=5))
    path = uninterrupted_run.path / "checkpoints"
    for step in checkpoint.steps(path):
        (path / str(step)).rename(path.parent / str(step))
    source = other.path / "checkpoints"
    (source / str(STEPS[-1])).rename(path / str(STEPS[-1]))
    before = contents(uninterrupted_run.path)
    with pytest.raises(checkpoint.CheckpointError, match="another run: it differs in seed"):
        run(tiny.config(tmp_path / "whole", num_env_steps=3000), resume=True)
    assert contents(uninterrupted_run.path) == before


def test_replay_can_be_left_out(tmp_path, shared_compilation):
    config = tiny.config(tmp_path, checkpoint_replay=False)
    with pytest.raises(Crash) as _:
        run(config, "80%")
    resumed, said = run(config, resume=True)
    text = "\n".join(said)
    assert "and can collapse" in text
    assert "steps without learning filled it again" in text
    # The replay has as many slices as the warm-up, and one epoch more at a time until the steps are done.
    epochs = (int(resumed.state.counters.updates) - 100) // 50
    assert int(resumed.state.replay.size) == 8 + 50 * epochs
    assert int(resumed.state.counters.env_steps) >= 1500


def test_a_finished_run_without_replay_is_left_as_it_is(tmp_path, shared_compilation):
    config = tiny.config(tmp_path, checkpoint_replay=False)
    whole, _ = run(config)
    again, said = run(config, resume=True)
    assert "without learning filled it again" not in "\n".join(said)
    tiny.assert_same(again.state.agent, whole.state.agent)
    assert int(again.state.counters.env_steps) == STEPS[-1]
    assert json.loads((again.path / "skills.json").read_text())["env_steps"] == STEPS[-1]


def test_steps_that_fill_replay_anew_may_be_the_last(tmp_path, shared_compilation):
    # Constant rates need no other program for a run of another length.
    config = tiny.config(tmp_path, checkpoint_replay=False, anneal=0)
    with pytest.raises(Crash):
        run(config, "80%")
    # Fewer steps remain than the replay holds.
    resumed, _ = run(dataclasses.replace(config, num_env_steps=STEPS[1] + 10), resume=True)
    steps = int(resumed.state.counters.env_steps)
    assert steps > STEPS[1] + 10
    assert int(resumed.state.counters.updates) == 100
    assert json.loads((resumed.path / "skills.json").read_text())["env_steps"] == steps
    assert steps in checkpoint.steps(resumed.path / "checkpoints")


NO_TEXT = b"\xff\xfe{"


def test_a_config_that_is_no_text(tmp_path, uninterrupted_run):
    config = tiny.config(tmp_path / "whole", name="")
    other = uninterrupted_run.path.parent / "other"
    other.mkdir()
    (other / "config.json").write_bytes(NO_TEXT)
    # Resuming another run works.
    again, _ = run(config, resume=True)
    assert again.path == uninterrupted_run.path
    with pytest.raises(ConfigError, match=r"other/config\.json cannot be read: .*Restore a copy"):
        run(dataclasses.replace(config, name="other"), resume=True)


def test_settings_are_understood_by_the_objective_of_the_run_that_is_named(tmp_path):
    config = make_config({"env": "point", "log_dir": str(tmp_path), "name": "far", "objective": "metra"})
    path = files.create(config)
    files.write_config(path, config, {"num_devices": 1, "backend": "jax"}, resumed_at=None)
    given = {"env": "point", "log_dir": str(tmp_path), "name": "far"}
    assert run_to_resume.composition(given) == {"objective": "metra", "agent": "sac"}
    # The message must not say that dual_slack is a setting of another objective.
    with pytest.raises(ConfigError, match=r"dual_slack=0\.5: the run has 0\.001\. Leave it out"):
        training_run.train(**given, dual_slack=0.5, resume=True)
    with pytest.raises(ConfigError, match=r"objective=diayn: the run has metra"):
        training_run.train(**given, objective="diayn", resume=True)
    assert run_to_resume.composition({**given, "name": "none"}) == {}
    assert run_to_resume.composition({**given, "name": ""}) == {}


def test_a_run_of_another_objective_is_near_by_what_both_have(tmp_path):
    config = make_config({"env": "point", "log_dir": str(tmp_path), "objective": "metra", "num_envs": 64})
    files.write_config(files.create(config), config, {"num_devices": 1, "backend": "jax"}, resumed_at=None)
    fields = {"env": "point", "log_dir": str(tmp_path)}
    with pytest.raises(ConfigError) as caught:
        run_to_resume.find(make_config(fields), set(fields))
    message = str(caught.value)
    assert "with objective=metra (asked for: diayn) and " in message
    assert "None" not in message
    assert message.count("asked for") == 3
