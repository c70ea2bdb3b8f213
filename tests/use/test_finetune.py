"""Runs that start from a skill's policy."""

import dataclasses
import functools
import json
import re
import shutil
import time
from types import SimpleNamespace

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import runs
import tiny
import untaught
from states import assert_close, before_warmup

import diayn_jax
from diayn_jax import envs, output, training
from diayn_jax.config import ConfigError
from diayn_jax.evaluation import evaluators
from diayn_jax.networks import TwinCritic
from diayn_jax.resolve import make_config, to_json
from diayn_jax.run import console, initial_state, loop
from diayn_jax.run import plan as plans
from diayn_jax.skills import spaces
from diayn_jax.storage import logs
from diayn_jax.training.trainer import Phase
from diayn_jax.training.warm_start import warm_started
from diayn_jax.types import OptionUnderWay
from diayn_jax.use import loaded_run, training_run
from diayn_jax.use.finetuning import against_scratch, skill_start

make_plan = functools.partial(plans.make_plan, services=training_run.SERVICES)
make_lane_plans = functools.partial(plans.make_lane_plans, services=training_run.SERVICES)


@pytest.fixture(scope="module")
def source(tiny_run):
    """The directory of a run with three skills, which is loaded with a trainer and figures of its own."""
    loaded(tiny_run.path)
    return tiny_run.path


@functools.cache
def loaded(path):
    return loaded_run.load(path)


@pytest.fixture
def before_training(monkeypatch):
    """For tests of the state in which a run begins, which need no program that learns."""
    untaught.with_stubs(monkeypatch)


# Tests with these settings have the same program. With the weight, a policy hardly moves.
HELD = {"start_kl": 1e3, "critic_only_updates": 20}
_OF_LANES = {}


def functions_of(trainer, lanes):
    """Returns a trainer's compiled functions; of `shared_compilation`, which makes each trainer once."""
    if not lanes:
        return training.compiled(trainer)
    if id(trainer) not in _OF_LANES:
        _OF_LANES[id(trainer)] = training.compiled(trainer, lanes=True)
    return _OF_LANES[id(trainer)]


@pytest.fixture
def started_runs(monkeypatch):
    """Collects the configs that `finetune` would run; nothing runs."""
    configs = []

    def lane_plans(given, resume, trust, services):
        configs.extend(given)
        raise ConfigError("enough")

    monkeypatch.setattr(against_scratch, "make_lane_plans", lane_plans)
    return configs


def config(source, log_dir="none", **fields):
    return skill_start.config_for(loaded(source).config, str(source), log_dir=str(log_dir), **fields)


def begun(cfg, lanes=False):
    """Returns a trainer, a warm-started state, and the state before the warm start."""
    plan = make_lane_plans([cfg, dataclasses.replace(cfg, seed=1, name="")])[0] if lanes else make_plan(cfg)
    state = before_warmup(plan.trainer, training.make_hparams(cfg, plan.env.action_size), lanes=lanes)
    return (
        plan.trainer,
        warm_started(plan.trainer, state, plan.start, cfg.start_critics == "run", lanes),
        state,
    )


def test_begins_with_what_the_skill_does(source, before_training):
    run, skill = loaded(source), 2
    trainer, state, fresh = begun(config(source, start_skill=str(skill)))
    obs = jax.random.normal(jax.random.key(1), (5, run.trainer.env.observation_size))
    parts, first = training.policy_parts(state), jnp.ones(5, bool)
    none, stored = jnp.zeros(5, jnp.int8), jnp.zeros((5, trainer.components.feature_map.stored_size))
    actions, _ = trainer.act(parts, (), obs, stored, none, first, None)
    np.testing.assert_allclose(actions, run.act(obs, skill), atol=1e-5)
    # The new critics are those of any run.
    tiny.assert_same(state.agent.critics, fresh.agent.critics)


def test_takes_the_critics_where_asked(source, before_training):
    run = loaded(source)
    _, state, _ = begun(config(source, start_skill="1", start_critics="run"))
    before, after = run.state.agent.critics["params"], state.agent.critics["params"]
    ((name, old),), ((_, new),) = before.items(), after.items()
    size = run.trainer.components.problem.input_size
    np.testing.assert_array_equal(new["Dense_1"]["kernel"], old["Dense_1"]["kernel"])
    kernel = np.asarray(old["Dense_0"]["kernel"])
    np.testing.assert_allclose(
        new["Dense_0"]["bias"], old["Dense_0"]["bias"] + kernel[:, size + 1], atol=1e-6, err_msg=name
    )


def test_lanes_begin_alike(source, before_training):
    _, state, _ = begun(config(source, start_kl=0.1), lanes=True)
    _, single, _ = begun(config(source, start_kl=0.1))
    np.testing.assert_allclose(state.agent.anchor.value, np.full(2, single.agent.anchor.value), rtol=1e-6)
    for of_lanes, alone in zip(
        jax.tree.leaves(state.agent.policy), jax.tree.leaves(single.agent.policy), strict=True
    ):
        for lane in of_lanes:
            np.testing.assert_allclose(lane, alone, atol=1e-6)


@pytest.mark.parametrize("lanes", [False, True], ids=["one", "lanes"])
def test_on_two_devices_a_run_begins_as_on_one(source, lanes, shared_compilation):
    """Its warm-up acts by the skill on both devices, in the episodes of the run on one device."""
    found = []
    for devices in (1, 2):
        trainer, state, _ = begun(config(source, num_devices=devices, **HELD), lanes)
        assert trainer.num_devices == devices
        filled = functions_of(trainer, lanes).refill(state)
        found.append((filled.agent, filled.statistics, filled.replay.rows))
    assert_close(*found)


def test_the_best_skill_is_that_of_the_highest_return(source, before_training):
    run = loaded(source)
    returns = [row["return"] for row in run.skill_table]
    assert skill_start.best_skill(run) == int(np.argmax(returns))
    assert f"skill {int(np.argmax(returns))}" in make_plan(config(source)).start.words


@pytest.mark.parametrize("several", [False, True], ids=["one", "lanes"])
def test_the_skill_alone_acts_in_the_warm_up(source, several, shared_compilation):
    """The policy here always acts by about (1, 1).

    It fills the ring with these actions for the length of a warm-up.
    """
    cfg = config(source, start_skill="0", **HELD)
    plan = make_lane_plans([cfg, dataclasses.replace(cfg, seed=1, name="")])[0] if several else make_plan(cfg)
    params = plan.start.agent.policy["params"]
    *_, mlp = params
    *_, last = params[mlp]
    size = plan.env.action_size
    # The mean before the tanh is 3, and the bounds turn −2 into a small standard deviation.
    biased = {"kernel": 0 * params[mlp][last]["kernel"], "bias": np.array([3.0] * size + [-2.0] * size)}
    policy = {"params": params | {mlp: params[mlp] | {last: biased}}}
    plan = plan._replace(start=plan.start._replace(agent=plan.start.agent._replace(policy=policy)))
    rows = (2 if several else 1) * plan.trainer.stages.warmup_iterations * cfg.num_envs * cfg.rollout_length
    hparams = training.make_hparams(cfg, size)
    args = jax.random.key(0), hparams
    if several:
        args = jax.random.split(args[0]), jax.tree.map(lambda x: jnp.stack([x, x]), hparams)
    stages = functions_of(plan.trainer, several).stages
    state = initial_state.fresh(plan, args, stages, several)
    assert np.all(state.counters.iteration == stages.warmup_iterations)
    assert np.all(state.counters.updates == 0)
    actions = np.asarray(state.replay.rows.action)
    filled = actions[np.any(actions != 0, axis=-1)]
    assert len(filled) == rows > 0
    assert filled.min() > 0.9


def test_skills_of_which_no_return_is_known_are_not_the_best():
    table = [{"return": None}, {"return": float("nan")}, {"return": -5.0}]
    run = SimpleNamespace(path="runs/x", skill_table=table)
    assert skill_start.best_skill(run) == 2
    with pytest.raises(ConfigError, match=r"runs/x: the returns of 2 of its skills .* 1 are known"):
        skill_start.skill_returns(run, 2)
    run.skill_table = table[:2]
    with pytest.raises(ConfigError, match=r"of 1 of its skills are needed, and 0 are known.*--start_skill"):
        skill_start.best_skill(run)


def test_the_critics_learn_alone_at_first(source, shared_compilation):
    trainer, state, _ = begun(config(source, start_skill="0", **HELD))
    functions = training.compiled(trainer)
    stages, pool = functions.stages, functions.stages.make_pool(state.key)
    before = jax.device_get(state.agent)

    def learned(state, updates):
        # Each iteration has one update.
        return stages.advance(state, pool, Phase(np.int32(updates), np.bool_(False), np.bool_(True)))[0]

    def changed(x, y):
        return [not np.array_equal(a, b) for a, b in zip(*map(jax.tree.leaves, (x, y)), strict=True)]

    state = learned(functions.refill(state), HELD["critic_only_updates"])
    after = jax.device_get(state.agent)
    tiny.assert_same(before.policy, after.policy)
    np.testing.assert_array_equal(before.log_alpha, after.log_alpha)
    assert all(changed(before.critics, after.critics))
    assert all(changed(before.policy, learned(state, 1).agent.policy))


def test_a_run_needs_its_source_at_its_beginning_alone(source, tmp_path, shared_compilation):
    copied = shutil.copytree(source, tmp_path / "source")
    cfg = config(copied, tmp_path, **HELD)
    whole = runs.run(dataclasses.replace(cfg, seed=0, name="whole"))[0]
    with pytest.raises(runs.Crash):
        runs.run(dataclasses.replace(cfg, seed=0, name="cut"), crash_at="First checkpoint")
    shutil.rmtree(copied)
    resumed = runs.run(dataclasses.replace(cfg, seed=0, name="cut"), resume=True)[0]
    tiny.assert_same(whole.state, resumed.state)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"policy_hidden_sizes": (4,)}, ["--policy_hidden_sizes=8", "--policy_hidden_sizes=4"]),
        ({"env": "pendulum"}, ["--env=point", "--env=pendulum"]),
        ({"choose_from": "runs/point/x"}, ["--choose_from=", "runs/point/x"]),
        ({"start_skill": "3"}, ["--start_skill=3", "0 to 2"]),
        ({"start_skill": "0.5"}, ["--start_skill=0.5", "0 to 2"]),
        ({"start_skill": "good"}, ["--start_skill=good", "best"]),
        (
            {"start_critics": "run", "critic_layer_norm": False},
            ["--critic_layer_norm=true", "--start_critics=new"],
        ),
        ({"start_critics": "old"}, ["--start_critics=old", "new | run"]),
        ({"discriminator_noise": 0.1}, ["--discriminator_noise", "--objective=diayn"]),
        ({"start_kl_release": 0.5}, ["--start_kl_release=0.5", "without --start_kl"]),
        (
            {"agent": "option_critic", "num_options": 3, "start_kl": 0.1},
            ["--start_kl=0.1", "--agent=option_critic cannot stay near", "--agent=sac | ppo"],
        ),
        (
            {"env": "four_rooms", "agent": "dqn"},
            ["--agent=dqn cannot start", "if actions are discrete. Name a run of --agent=ppo, and"],
        ),
    ],
)
def test_refuses_what_does_not_go_together(source, fields, words):
    with pytest.raises(ConfigError) as error:
        make_plan(config(source, **fields))
    for word in words:
        assert word in str(error.value)


@pytest.mark.parametrize(
    ("of_skills", "words"),
    [("td3", "Set --agent=td3."), ("hiro", "Name a run of --agent=sac | td3 | ppo, and set the same here.")],
)
def test_an_agent_that_starts_from_no_policy_is_refused_with_one_that_does(
    source, monkeypatch, of_skills, words
):
    run = loaded(source)
    other = dataclasses.replace(run, config=dataclasses.replace(run.config, agent=of_skills))
    made = config(source, agent="hiro")
    monkeypatch.setattr(loaded_run, "load", lambda *_, **__: other)
    with pytest.raises(ConfigError, match=f"--agent=hiro cannot start .* {re.escape(words)}"):
        make_plan(made)


def test_refuses_a_start_that_there_is_not(source, tmp_path):
    with pytest.raises(ConfigError, match="--start_run"):
        make_plan(skill_start.config_for(loaded(source).config, str(tmp_path / "none"), log_dir="none"))
    with pytest.raises(ConfigError, match="--start_skill=1 needs --start_run"):
        make_config(env="point", objective="task", start_skill="1")


def test_a_refused_run_leaves_no_directory(source, tmp_path):
    with pytest.raises(ConfigError):
        make_plan(config(source, tmp_path, start_skill="9"))
    assert not list(tmp_path.rglob("config.json"))


@pytest.fixture
def of_vectors(tmp_path, monkeypatch):
    """Returns a function that makes an untrained run of METRA in the plane, which is loaded as any source."""

    def made(**fields):
        given = tiny.config(tmp_path, objective="metra", representation_hidden_sizes=(8,), **fields)
        given = dataclasses.replace(given, skill_space="sphere:2", skill_sampling="resampled")
        trainer = training.make_trainer(given, envs.make("point"))
        state = before_warmup(trainer, training.make_hparams(given, 2))
        # The inputs are normalised, and alike in both directions.
        counted = {"count": jnp.float32(10), "m2": jnp.full_like(state.statistics.m2, 3.0)}
        state = state.replace(statistics=state.statistics.replace(**counted))
        evaluator = evaluators.make_evaluator(given, trainer)
        run = loaded_run.Run(given, tmp_path / "vectors", state, {}, (), trainer, evaluator)
        monkeypatch.setattr(loaded_run, "load", lambda *_, **__: run)
        return run

    return made


def test_a_skill_outside_of_its_box_is_refused():
    found = skill_start._of_space(spaces.box(2), [0.5, -1.0])
    np.testing.assert_array_equal(found, np.float32([0.5, -1.0]))
    with pytest.raises(ConfigError, match=r"--start_skill=0\.5,-1\.5: numbers of box:2 are −1 to 1"):
        skill_start._of_space(spaces.box(2), [0.5, -1.5])


def test_skills_that_are_vectors(of_vectors, before_training):
    run = of_vectors()
    plan = make_plan(skill_start.config_for(run.config, str(run.path), log_dir="none", start_skill="3,4"))
    np.testing.assert_allclose(plan.start.z, [0.6, 0.8], atol=1e-6)
    for name in ("1", "0,0", "1,2,3"):
        with pytest.raises(ConfigError, match="--start_skill"):
            make_plan(skill_start.config_for(run.config, str(run.path), log_dir="none", start_skill=name))


@pytest.mark.parametrize("agent", ["sac", "ppo"])
def test_begins_with_what_a_skill_of_a_symmetric_run_does(of_vectors, agent, before_training):
    run = of_vectors(agent=agent, symmetry="D4")
    started = skill_start.config_for(run.config, str(run.path), log_dir="none", start_skill="-0.6,0.8")
    assert started.symmetry == "none"
    trainer, state, _ = begun(dataclasses.replace(started, start_critics="run"))
    obs = jax.random.normal(jax.random.key(1), (5, 2))
    parts, first = training.policy_parts(state), jnp.ones(5, bool)
    actions, _ = trainer.act(parts, (), obs, jnp.zeros((5, 0)), jnp.zeros(5, jnp.int8), first, None)
    expected = run.act(obs, jnp.array([-0.6, 0.8]))
    assert np.ptp(expected) > 0.01
    np.testing.assert_allclose(actions, expected, rtol=1e-4, atol=1e-5)


def test_critics_of_vectors_do_not_fit_a_task(source, monkeypatch):
    run = loaded(source)
    parts = run.trainer.components
    vectors = parts._replace(problem=parts.problem._replace(reward_shape=(2,)))
    csf = dataclasses.replace(run, trainer=run.trainer._replace(components=vectors))
    monkeypatch.setattr(loaded_run, "load", lambda *_, **__: csf)
    with pytest.raises(ConfigError, match=r"--start_critics=run: .* are vectors.*--start_critics=new"):
        make_plan(config(source, start_critics="run"))


def test_options_cannot_begin_as_skills_that_share_a_policy(source, monkeypatch):
    run = loaded(source)
    shared = dataclasses.replace(run.config, symmetry="D4")
    monkeypatch.setattr(loaded_run, "load", lambda *_, **__: dataclasses.replace(run, config=shared))
    fields = {"agent": "soft_option_critic", "num_options": 2, "start_critics": "new"}
    with pytest.raises(ConfigError, match=r"options of one network .* --symmetry=none"):
        make_plan(config(source, **fields))


def test_beside_scratch_in_another_world(source, tmp_path, shared_compilation, monkeypatch):
    said, there = [], (0.5, 0.0)
    given = {"log_dir": str(tmp_path), "num_env_steps": 900, "start_offset": there, "say": said.append}
    given |= {"start_kl": 0.1, "critic_only_updates": 10, "name": "both"}
    found = diayn_jax.finetune(source, skills=0, seeds=range(2), scratch=True, **given)
    for run in (*found.runs, *found.scratch):
        assert run.config.start_offset == there
        start = run.trainer.env.reset(jax.random.key_data(jax.random.split(jax.random.key(0), 4)))
        np.testing.assert_allclose(start.obs, np.tile(there, (4, 1)), atol=0.1)
        assert np.isfinite(run.figures["eval/return"])
    assert len(found.runs) == len(found.scratch) == 2
    assert [run.config.seed for run in found.runs] == [0, 1]
    assert {run.config.start_run for run in found.scratch} == {""}
    assert {run.config.start_critics for run in found.runs} == {"new"}
    assert {run.config.start_critics for run in found.scratch} == {"new"}
    assert {(run.config.start_kl, run.config.critic_only_updates) for run in found.scratch} == {(0.0, 0)}
    assert found.played_steps == 20 * 20
    assert found.page.exists()
    assert any("Starts from skill" in line for line in said)
    assert len(found.lines()) == 4
    for run in found.runs:
        # The first row is before the first update, and no later row is without an update.
        first, *others = [row for row in logs.read(run.path) if row.get("eval/return") is not None]
        assert first["time/updates"] == 0 < first["time/env_steps"]
        assert all(row["time/updates"] > 0 for row in others)
        assert others
    for run in found.scratch:
        assert all(row["time/updates"] > 0 for row in logs.read(run.path))
    # Runs that have ended are taken by their names, and nothing is trained.
    logged = {run.path: runs.rows_of(run.path) for run in (*found.runs, *found.scratch)}
    again = diayn_jax.finetune(source, skills=0, seeds=range(2), scratch=True, resume=True, **given)
    assert {run.path: runs.rows_of(run.path) for run in (*again.runs, *again.scratch)} == logged
    assert again.returns == found.returns
    assert again.played_steps == found.played_steps
    with monkeypatch.context() as late:
        # A signal comes when all steps of the runs from the skill are done.
        late.setattr(
            against_scratch,
            "drive",
            lambda plans, say: [dataclasses.replace(x, signal=2) for x in loop.drive(plans, say=say)],
        )
        for scratch, stopped in ((True, 2), (False, None)):
            ended = diayn_jax.finetune(
                source, skills=0, seeds=range(2), scratch=scratch, resume=True, **given
            )
            assert (len(ended.runs), ended.scratch, ended.stopped) == (2, [], stopped)
    with pytest.raises(ConfigError, match="start_critics=old"):
        diayn_jax.finetune(source, start_critics="old")
    with pytest.raises(ConfigError, match=r"seeds=2: give the seeds themselves, such as range\(2\)"):
        diayn_jax.finetune(source, seeds=2)
    with pytest.raises(ConfigError, match="start_run"):
        diayn_jax.finetune(source, start_run="x")
    with pytest.raises(ConfigError, match=r"env=ant: .* has skills of point, .* Leave env out"):
        diayn_jax.finetune(source, env="ant")


@pytest.mark.parametrize(
    ("replay", "several", "steps", "continues"),
    [
        (True, True, [400], True),
        (False, False, [400], True),
        # Beside others, a run without its replay starts over, from the skill.
        (False, True, [400], False),
        (False, True, [400, 800], True),
        (True, True, [], False),
    ],
)
def test_the_skill_is_read_for_runs_that_start_over(
    source, tmp_path, monkeypatch, replay, several, steps, continues
):
    cfg = config(source, checkpoint_replay=replay, num_env_steps=800)
    monkeypatch.setattr(plans.checkpoint, "steps", lambda path: steps)
    assert plans._continues(cfg, tmp_path, several) == continues


@pytest.mark.parametrize(
    ("threshold", "steps"), [(0.0, 10.0), (1.0, 20.0), (0.5, 15.0), (3.0, 40.0), (3.5, np.inf)]
)
def test_steps_to_a_return(threshold, steps):
    assert skill_start.steps_to([10, 20, 30, 40], [0, 1, 0.5, 3], threshold) == pytest.approx(steps)


def summary(steps, scratch_steps, **fields):
    """Returns the text for runs that reach half of scratch's return, 4, after these steps."""
    interval = against_scratch.over_runs.Interval
    found = against_scratch.Finetuned(
        [], [], interval(10, 9, 11), interval(8, 7, 9), 4.0, steps, scratch_steps, None
    )
    return dataclasses.replace(found, **fields).lines()


def test_a_summary_says_when_half_is_reached():
    first, second, medians = summary([1000.0, 3000.0], [4000.0, 6000.0])
    assert first.startswith("from the skill: return 10")
    assert "4 after 1k, 3k steps" in first
    assert "4 after 4k, 6k steps" in second
    assert medians.endswith("return, 4: 2k from the skill, 5k from scratch, a ratio of 0.40.")
    first = against_scratch.over_runs.Interval(-3.25, -3.5, -3.0)
    said = summary([1000.0], [4000.0], first_returns=first)
    assert said[0] == "from the skill, before the first update: return −3.25"
    assert said[1:] == summary([1000.0], [4000.0])
    *_, level, played = summary([1000.0], [4000.0], level_steps=[2000.0, np.inf, 5000.0], played_steps=600)
    assert level == "Median steps to scratch's return, 8: 5k from the skill."
    assert played == "Steps from the skill include 600 that were played to choose and measure it."
    assert "scratch's return, 8: never from" in summary([1000.0], [4000.0], level_steps=[np.inf])[-1]
    with_options = SimpleNamespace(config=SimpleNamespace(num_options=4))
    lines = summary([1000.0], [4000.0], runs=[with_options])
    assert lines[0].startswith("from the skills:")
    assert "1k from the skills, 4k from scratch" in lines[2]


@pytest.mark.parametrize(
    ("steps", "scratch_steps", "words"),
    [
        ([1000.0, 3000.0], [4000.0, np.inf], "2k from the skill, never from scratch"),
        ([np.inf, np.inf], [4000.0, 6000.0], "never from the skill, 5k from scratch"),
        ([np.inf], [np.inf], "never from the skill, never from scratch"),
    ],
)
def test_a_summary_says_who_never_reaches_half(steps, scratch_steps, words):
    *_, medians = summary(steps, scratch_steps)
    assert medians.endswith(f"4: {words} (never: at least half of the runs end before they reach it).")
    assert not any("nan" in line or "0.00" in line for line in summary(steps, scratch_steps))


def test_a_summary_of_scratch_that_earns_nothing():
    *_, last = summary([np.inf], [np.inf], half=None, scratch=[None])
    assert last == "Scratch ends with a return that is not above 0, so there is no half of it to reach."


def test_a_summary_says_what_differs():
    *_, last = summary([1.0], [2.0], differing=[("policy_hidden_sizes", "256,256", "128,128")])
    told = "--policy_hidden_sizes=256,256 (scratch: 128,128)"
    assert last == f"The skill's networks determine {told}; all else is the same."


def of_env(env, objective="metra", device="cpu", **fields):
    given = {"env": env, "objective": objective, **fields}
    return make_config(given, env_defaults=envs.defaults(env), device=device)


def test_settings_are_those_of_the_task_but_for_the_networks():
    """METRA's ant has its own γ, entropy and networks. SAC has those of its paper and of the preset."""
    metra = of_env("ant", agent="sac")
    assert (metra.discount, metra.target_entropy) == (0.995, -8.0)
    skill, scratch = skill_start.config_for(metra, "runs/ant/x"), skill_start.config_for(metra, "")
    for found in (skill, scratch):
        assert (found.objective, found.skill_space, found.agent) == ("task", "none", "sac")
        assert (found.discount, found.target_entropy, found.episode_length) == (0.99, "auto", 300)
        assert found.num_env_steps == metra.num_env_steps == 2_500_000
    assert scratch == of_env("ant", "task", num_env_steps=2_500_000)
    assert skill_start.differing(skill, scratch) == [
        ("agent_sees_features", "false", "true"),
        ("critic_hidden_sizes", "256,256", "128,128"),
        ("policy_hidden_sizes", "256,256", "128,128"),
    ]
    # METRA's number of updates is not kept. Half-cheetah's networks are the task's own.
    metra = of_env("halfcheetah")
    skill, scratch = skill_start.config_for(metra, "runs/x"), skill_start.config_for(metra, "")
    assert (metra.updates_per_iteration, skill.updates_per_iteration) == (32, 16)
    assert skill_start.differing(skill, scratch) == []


def test_where_a_run_wrote_and_reported_is_not_taken_over():
    theirs = {"log_dir": "/theirs", "wandb": "online", "wandb_project": "theirs", "wandb_entity": "them"}
    found = skill_start.config_for(of_env("point", **theirs), "runs/point/x")
    assert {name: getattr(found, name) for name in theirs} == {
        "log_dir": "runs",
        "wandb": "none",
        "wandb_project": "diayn_jax",
        "wandb_entity": "auto",
    }


def test_what_was_chosen_is_kept_for_both():
    chosen = {"discount": 0.9, "gravity": 0.5, "episode_length": 50, "policy_hidden_sizes": (64,)}
    metra = of_env("ant", name="x", seed=3, **chosen)
    skill, scratch = skill_start.config_for(metra, "runs/ant/x"), skill_start.config_for(metra, "")
    for found in (skill, scratch):
        assert {name: getattr(found, name) for name in chosen} == chosen
        assert (found.name, found.seed) == ("", 0)
    assert [name for name, *_ in skill_start.differing(skill, scratch)] == [
        "agent_sees_features",
        "critic_hidden_sizes",
    ]
    # A given value takes precedence over both.
    given = {"discount": 0.5, "agent_sees_features": False, "critic_hidden_sizes": (256, 256)}
    skill, scratch = (skill_start.config_for(metra, path, **given) for path in ("runs/ant/x", ""))
    assert skill.discount == scratch.discount == 0.5
    assert skill_start.differing(skill, scratch) == []


@pytest.mark.parametrize("device", ["cpu", "gpu"])
def test_of_diayn_nothing_differs(device):
    run = of_env("ant", "diayn", device, num_env_steps=100_000)
    skill, scratch = skill_start.config_for(run, "runs/ant/x"), skill_start.config_for(run, "")
    assert skill_start.differing(skill, scratch) == []
    # A run of an accelerator has more environments and steps than suit a CPU, which finetunes here.
    assert scratch == of_env("ant", "task", **({"num_env_steps": 100_000} if device == "cpu" else {}))


def test_what_the_papers_preset_says_is_chosen():
    run = of_env("ant", "diayn", preset="paper")
    for path in ("runs/ant/x", ""):
        found = skill_start.config_for(run, path)
        assert (found.num_envs, found.tau, found.policy_hidden_sizes) == (8, 0.01, (300, 300))
        assert (found.episode_length, found.normalize, found.preset) == (1000, False, "cpu")


def test_what_differs_is_said_before_it_runs(started_runs, tmp_path):
    path = tmp_path / "ant"
    path.mkdir()
    document = {
        "config": to_json(of_env("ant")),
        "resolved": {"backend": "spring", "num_devices": 1},
        "started": "2026-01-01",
        "resumed": [],
    }
    (path / "config.json").write_text(json.dumps(document), encoding="utf-8")
    said = []
    with pytest.raises(ConfigError, match="enough"):
        diayn_jax.finetune(path, scratch=True, say=said.append)
    assert said[0].startswith("The skill's networks determine agent_sees_features=false (scratch: true), ")
    # The backend is the skills', whatever `auto` is here.
    assert [config.backend for config in started_runs] == ["spring"]


def test_the_best_skill_is_that_of_the_world_it_learns_in(source, monkeypatch, before_training):
    worlds = []

    def figures_in(run, world):
        worlds.append(world.name)
        return {f"eval/return_skill_{i}": value for i, value in enumerate((-3.0, float("nan"), -1.0))}

    monkeypatch.setattr(skill_start, "_figures_in", figures_in)
    start = make_plan(config(source, start_offset=(0.5, 0.0))).start
    assert "skill 2" in start.words
    assert worlds == ["point"]
    # If the world does not change, the run's own table has the returns.
    make_plan(config(source))
    make_plan(config(source, start_offset=(0.5, 0.0), start_skill="1"))
    assert worlds == ["point"]


def test_a_terminal_shows_that_the_best_skill_is_looked_for(source, monkeypatch):
    """The run's own table does not have the returns in another world, so the skills are played."""
    shown, figures_in = [], skill_start._figures_in

    class Screen(console.Console):
        def __init__(self, report):
            super().__init__(report)
            self.is_live = report is output.say

        def status(self, text, row, done=None, begun=None):
            shown.append(text)

    def slowly(run, world):
        seen = len(shown)
        end = time.monotonic() + 20
        while len(shown) < seen + 2 and time.monotonic() < end:
            time.sleep(0.01)
        return figures_in(run, world)

    monkeypatch.setattr(console, "Console", Screen)
    monkeypatch.setattr(console, "_SHOWN_AFTER", 0.0)
    monkeypatch.setattr(console, "_TURN", 0.01)
    monkeypatch.setattr(skill_start, "_figures_in", slowly)
    monkeypatch.setattr(against_scratch, "drive", enough)
    given = {"log_dir": "none", "start_offset": (0.5, 0.0)}
    with pytest.raises(ConfigError, match="enough"):
        diayn_jax.finetune(source, **given, say=output.say)
    assert "Looking for the best skill" in shown
    assert set(shown) <= {"Reading the skill", "Looking for the best skill", "Playing the skill"}


def enough(plans, say):
    raise ConfigError("enough")


@pytest.mark.parametrize("say", [None, print], ids=["silent", "lines"])
def test_no_line_tells_of_the_search_where_output_is_no_terminal(source, monkeypatch, capsys, say):
    monkeypatch.setattr(console, "_FIRST_WORD", 0.0)
    monkeypatch.setattr(against_scratch, "drive", enough)
    with pytest.raises(ConfigError, match="enough"):
        diayn_jax.finetune(source, log_dir="none", **({} if say is None else {"say": say}))
    assert capsys.readouterr().out == ("" if say is None else "1 run from the skill\n")


def test_returns_in_another_world_are_those_of_episodes_there(source):
    """The point's reward is higher near (1, 1)."""
    run, nearer = loaded(source), {"start_offset": (0.5, 0.5)}
    found = skill_start.skill_returns(run, 3, envs.make("point", **nearer))
    figures = run.evaluate(**nearer)
    np.testing.assert_allclose(found, [figures[f"eval/return_skill_{i}"] for i in range(3)], rtol=1e-5)
    assert found.mean() > skill_start.skill_returns(run, 3).mean()


@pytest.mark.parametrize(
    ("fields", "kl", "updates"),
    [
        ({}, 0.1, 1000),
        ({"agent": "ppo", "num_env_steps": 10**6}, 0.1, 100),
        ({"start_kl": 0.0, "critic_only_updates": 50}, 0.0, 50),
        ({"agent": "soft_option_critic", "num_options": 2}, 0.0, 0),
    ],
)
def test_the_policy_stays_near_a_good_skill_unless_told_otherwise(
    source, started_runs, monkeypatch, fields, kl, updates
):
    monkeypatch.setattr(skill_start, "_GOOD_ON_TASKS", ("diayn",))
    with pytest.raises(ConfigError, match="enough"):
        diayn_jax.finetune(source, **{"num_env_steps": 60_000, **fields})
    assert [(each.start_kl, each.critic_only_updates) for each in started_runs] == [(kl, updates)]


@pytest.mark.parametrize(
    ("objective", "stays"),
    [("metra", True), ("lsd", True), ("smerl", True), ("task", True), ("diayn", False)],
)
def test_skills_that_a_task_seldom_rewards_are_left_soon(objective, stays):
    assert bool(skill_start.usual_hold(of_env("point", objective), "sac")) == stays


@pytest.mark.parametrize("agent", ["sac", "ppo"])
def test_a_policy_is_held_near_the_skill(source, agent, shared_compilation):
    """With `start_kl` the first updates change a policy little, and it knows its return."""
    run, moved = loaded(source), {}
    fields = {"agent": agent, "start_skill": "2", "learning_rate": 1e-2, **HELD}
    without = fields | {"start_kl": 0.0, "critic_only_updates": 0}
    # tests/agents/test_anchor.py compares PPO's updates with those without a skill.
    for given in (fields, without) if agent == "sac" else (fields,):
        kl = given["start_kl"]
        trainer, state, _ = begun(config(source, **given))
        functions = training.compiled(trainer)
        before = jax.device_get(state.agent.policy)
        if kl:
            tiny.assert_same(state.agent.anchor.policy, before)
            returns = run.rollout(2, episodes=500, key=jax.random.key(3)).reward.sum(0)
            error = np.std(returns) * np.sqrt(1 / 20 + 1 / 500)
            assert abs(float(state.agent.anchor.value) - returns.mean()) < 4 * error + 1e-6
        after, metrics = functions.epoch(functions.refill(state))
        assert ("train/start_kl" in metrics) == bool(kl)
        # Other statistics would normalise the skill's inputs otherwise, and change what it does.
        tiny.assert_same(after.statistics, run.state.statistics)
        if kl:
            # The critics learnt alone for 20 of the 50 updates of an epoch.
            after, metrics = functions.epoch(after)
            assert metrics["train/start_kl_weight"] > 0.5 * kl
            assert not np.array_equal(*(jax.tree.leaves(x)[0] for x in (before, after.agent.policy)))
        obs = jax.random.normal(jax.random.key(1), (64, run.trainer.env.observation_size))
        stored = jnp.zeros((64, trainer.components.feature_map.stored_size))
        none, first = jnp.zeros(64, jnp.int8), jnp.ones(64, bool)
        actions, _ = trainer.act(training.policy_parts(after), (), obs, stored, none, first, None)
        moved[kl] = float(np.abs(actions - run.act(obs, 2)).mean())
    # PPO moves by 0.07 without it.
    assert moved[1e3] < (0.5 * moved[0.0] if agent == "sac" else 0.02)


def test_ppo_begins_with_what_a_skill_of_sac_does(source, before_training):
    run = loaded(source)
    trainer, state, fresh = begun(config(source, agent="ppo", start_skill="1"))
    obs = jax.random.normal(jax.random.key(1), (5, run.trainer.env.observation_size))
    stored = jnp.zeros((5, trainer.components.feature_map.stored_size))
    none, first = jnp.zeros(5, jnp.int8), jnp.ones(5, bool)
    actions, _ = trainer.act(training.policy_parts(state), (), obs, stored, none, first, None)
    np.testing.assert_allclose(actions, run.act(obs, 1), atol=1e-5)
    tiny.assert_same(state.agent.critic, fresh.agent.critic)
    with pytest.raises(ConfigError, match=r"--start_critics=run: that run has --agent=sac, whose critics do"):
        make_plan(config(source, agent="ppo", start_critics="run"))


def test_steps_include_the_episodes_that_chose_the_skill(source, before_training):
    best, named = (make_plan(config(source, start_skill=name)).start for name in ("best", "1"))
    # Three skills, twenty episodes of each in the evaluation at the end, 20 steps.
    assert (best.played_steps, named.played_steps) == (1200, 0)
    # Elsewhere, two episodes of each are played anew.
    moved = make_plan(config(source, start_skill="best", start_offset=(0.1, 0.0))).start
    assert moved.played_steps == 120
    # The skill's own return is measured in 20 more episodes.
    held = make_plan(config(source, start_skill="1", start_kl=0.1)).start
    assert held.played_steps == 20 * 20


def test_short_runs_leave_the_policy_time_to_learn(source, started_runs, monkeypatch):
    """Only a fifth of the updates is the critics' alone, unless a number is given."""
    monkeypatch.setattr(skill_start, "_GOOD_ON_TASKS", ("diayn",))
    for given, expected in (({}, 168), ({"critic_only_updates": 700}, 700)):
        started_runs.clear()
        with pytest.raises(ConfigError, match="enough"):
            diayn_jax.finetune(source, num_env_steps=6_800, warmup_steps=64, **given)
        (made,) = started_runs
        assert made.num_envs * made.rollout_length == 8
        # (6800 − 64) / 8 iterations, with one update each
        assert made.critic_only_updates == expected


@pytest.mark.parametrize(("agent", "num_options"), [("option_critic", 3), ("soft_option_critic", 2)])
def test_options_begin_as_skills(source, agent, num_options, before_training):
    run = loaded(source)
    trainer, state, fresh = begun(config(source, agent=agent, num_options=num_options))
    best = np.sort(np.argsort([-row["return"] for row in run.skill_table])[:num_options])
    obs = jax.random.normal(jax.random.key(1), (5, run.trainer.env.observation_size))
    none, stored = jnp.zeros(5, jnp.int8), jnp.zeros((5, trainer.components.feature_map.stored_size))
    for option, skill in enumerate(best):
        # Within an episode the untrained options continue.
        actor = OptionUnderWay(jnp.full(5, option, jnp.int8), jnp.zeros(5, bool))
        parts = training.policy_parts(state)
        actions, after = trainer.act(parts, actor, obs, stored, none, jnp.zeros(5, bool), None)
        np.testing.assert_array_equal(after.option, option)
        np.testing.assert_allclose(actions, run.act(obs, int(skill)), atol=1e-5)
    tiny.assert_same(state.agent.critics, fresh.agent.critics)
    tiny.assert_same(state.agent.termination, fresh.agent.termination)
    tiny.assert_same(state.statistics, run.state.statistics)


@pytest.mark.parametrize(
    ("objective", "agent", "critics"),
    [
        ("metra", "sac", "run"),
        ("lsd", "sac", "run"),
        ("task", "sac", "run"),
        ("diayn", "sac", "new"),
        ("csf", "sac", "new"),
        ("metra", "soft_option_critic", "new"),
    ],
)
def test_begins_with_the_runs_critics_where_their_reward_is_like_a_tasks(objective, agent, critics):
    assert skill_start.usual_critics(of_env("point", objective), agent) == critics


@pytest.mark.parametrize("usual", ["run", "new"])
def test_begins_with_the_usual_critics_where_none_are_chosen(source, started_runs, monkeypatch, usual):
    asked = []

    def usual_critics(config, agent):
        asked.append((config.objective, agent))
        return usual

    monkeypatch.setattr(skill_start, "usual_critics", usual_critics)
    for chosen in ({}, {"start_critics": "new"}):
        with pytest.raises(ConfigError, match="enough"):
            diayn_jax.finetune(source, num_env_steps=8000, **chosen)
    assert [config.start_critics for config in started_runs] == [usual, "new"]
    assert asked == [("diayn", "sac")]


def test_options_may_have_the_skills_critics(source, before_training):
    run = loaded(source)
    fields = {"agent": "soft_option_critic", "num_options": 3, "start_critics": "run"}
    trainer, state, _ = begun(config(source, **fields))
    size = trainer.components.problem.input_size
    seen, action = jax.random.normal(jax.random.key(1), (4, size)), jnp.zeros((4, 2))
    network = TwinCritic(run.config.critic_hidden_sizes, run.config.critic_layer_norm)
    code = jax.nn.one_hot(jnp.array([0, 1, 2, 0]), 3)
    for name in ("critics", "target_critics"):
        found = network.apply(getattr(state.agent, name), seen, code, action)
        expected = network.apply(getattr(run.state.agent, name), seen, code, action)
        np.testing.assert_allclose(found, expected, atol=1e-5)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"num_options": 4}, r"--num_options=4: .* has 3 skills to start from"),
        ({"num_options": 2, "start_skill": "1"}, r"--start_skill=1: the 2 options start from as many skills"),
        ({"num_options": 2, "policy_hidden_sizes": (9,)}, r"--policy_hidden_sizes=8, and this one"),
    ],
)
def test_options_that_cannot_begin_as_skills_are_refused(source, fields, message):
    with pytest.raises(ConfigError, match=message):
        make_plan(config(source, agent="soft_option_critic", **fields))


def test_options_begin_as_skills_of_sac_alone(source, monkeypatch):
    run = loaded(source)
    other = dataclasses.replace(run, config=dataclasses.replace(run.config, agent="ppo"))
    made = config(source, agent="soft_option_critic", num_options=2)
    monkeypatch.setattr(loaded_run, "load", lambda *_, **__: other)
    with pytest.raises(ConfigError, match=r"of a run by --agent=sac; that run has --agent=ppo\.$"):
        make_plan(made)
