"""A run's config consists of the common settings, those of its objective and those of its agent."""

import dataclasses
import itertools
import json
import re

import pytest
from commands import process

from diayn_jax import agents, envs, objectives, resolve, training
from diayn_jax.agents.ppo import PpoSettings
from diayn_jax.agents.sac import SacSettings
from diayn_jax.config import AUTO, PRESETS, Config, ConfigError, Range, field, parse
from diayn_jax.interfaces import ObjectiveSpec
from diayn_jax.objectives.task import make_task
from diayn_jax.resolve import from_json, make_config, to_json
from diayn_jax.show.report import settings

ROWS = list(itertools.product(objectives.OBJECTIVES, agents.AGENTS))


def names_of(settings):
    return {f.name for f in dataclasses.fields(settings)}


@pytest.fixture
def toy(monkeypatch):
    """Returns a function that puts an objective with the given settings and defaults into the table."""

    def put(settings=None, **fields):
        settings = {} if settings is None else {"settings": settings}
        spec = ObjectiveSpec(make_task, **settings, **fields)
        monkeypatch.setitem(objectives.OBJECTIVES, "toy", spec)
        return spec

    return put


# Which fields a config has.


@pytest.mark.parametrize(("objective", "agent"), ROWS)
def test_a_config_has_the_common_fields_and_those_of_its_own_parts(objective, agent):
    own = objectives.spec(objective).settings, agents.spec(agent).settings
    config = make_config(objective=objective, agent=agent)
    expected = names_of(Config).union(*map(names_of, own))
    assert names_of(config) == expected
    assert isinstance(config, (Config, *own))
    assert hash(config) == hash(make_config(objective=objective, agent=agent))
    # The hyperparameters are exactly the settings that a sweep may vary.
    traced = {f.name for f in dataclasses.fields(config) if f.metadata["traced"]}
    hparams = training.make_hparams(config, 3)
    assert hparams.keys() == traced
    assert all(x.shape == () for x in hparams.values())


@pytest.mark.parametrize(("owner", "objective"), list(itertools.permutations(objectives.OBJECTIVES, 2)))
def test_a_setting_of_another_objective_is_refused_by_name(owner, objective):
    foreign = names_of(objectives.spec(owner).settings) - names_of(objectives.spec(objective).settings)
    for name in foreign:
        default = getattr(make_config(objective=owner), name)
        with pytest.raises(ConfigError) as error:
            make_config({name: default}, objective=objective)
        message = str(error.value)
        # Objectives may share settings. The message names all that have it.
        whose = rf"--{name} is a setting of --objective=[a-z_ |]*\b{owner}\b"
        assert re.search(whose, message)
        assert f"--objective={objective}" in message
        data = to_json(make_config(objective=objective)) | {name: default}
        with pytest.raises(ConfigError, match=whose):
            from_json(data)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"num_skils": 3}, "--num_skils: there is no such field. Did you mean num_skills"),
        (
            {"objective": "metra", "dual_lamda": 3},
            "--dual_lamda: there is no such field. Did you mean dual",
        ),
        ({"objective": "mtera"}, "--objective=mtera is not allowed.*Did you mean metra"),
        ({"agent": "sacc"}, "--agent=sacc is not allowed: it takes sac.*Did you mean sac"),
    ],
)
def test_unknown_names_suggest_known_ones(fields, message):
    with pytest.raises(ConfigError, match=message):
        make_config(**fields)


def test_two_settings_of_one_name_are_an_error_of_who_declares_them(toy):
    @dataclasses.dataclass(frozen=True, kw_only=True)
    class Clashing:
        tau: float = field(0.5, "a step", "objective")

    toy(Clashing)
    with pytest.raises(TypeError, match=r"SacSettings and Clashing both declare the setting tau"):
        make_config(objective="toy")

    @dataclasses.dataclass(frozen=True, kw_only=True)
    class Covering:
        num_envs: int = field(3, "environments", "objective")

    toy(Covering)
    with pytest.raises(TypeError, match=r"Covering and Config both declare the setting num_envs"):
        make_config(objective="toy")


def test_each_parts_own_checks_are_made(toy):
    @dataclasses.dataclass(frozen=True, kw_only=True)
    class Checked:
        bonus: float = field(1.0, "a bonus", "objective", Range(low=0))
        most: float = field(2.0, "its bound", "objective", Range(low=0))

        def check_settings(self):
            if self.bonus > self.most:
                raise ConfigError(f"--bonus={self.bonus} exceeds --most={self.most}.")

    toy(Checked)
    assert make_config(objective="toy", bonus=2).bonus == 2.0
    with pytest.raises(ConfigError, match=r"--bonus=3\.0 exceeds --most=2\.0"):
        make_config(objective="toy", bonus=3)
    with pytest.raises(ConfigError, match=r"--bonus=-1 is not allowed: it takes a number, 0 or more"):
        make_config(objective="toy", bonus=-1)
    # The checks of the agent and of all runs are made, too.
    with pytest.raises(ConfigError, match=r"--encoder_patches="):
        make_config(objective="toy", encoder_patches=())
    with pytest.raises(ConfigError, match=r"--replay_size=1 is smaller"):
        make_config(objective="toy", replay_size=1)


# Which default wins.


def test_what_is_given_wins_over_objective_environment_and_preset(toy):
    toy(
        defaults={"tau": 0.3, "discount": 0.8, "num_envs": 32},
        env_defaults={
            "point": {"tau": 0.4, "batch_size": 16},
            "point/sac": {"batch_size": 24, "alpha": 0.2},
            "point/ppo": {"batch_size": 48},
            "point/ppo/gpu": {"epochs": 3},
            "ant": {"tau": 0.9},
        },
    )
    env = {"tau": 0.2, "discount": 0.7, "rollout_length": 3}
    config = make_config(objective="toy", env="point", env_defaults=env, preset="gpu", num_envs=64)
    # In order: given, the objective's for this environment and agent, its own for this environment, the
    # objective's, the environment's, the preset's.
    found = (config.num_envs, config.batch_size, config.tau, config.discount, config.rollout_length)
    assert found == (64, 24, 0.4, 0.8, 3)
    assert config.replay_size == PRESETS["gpu"]["replay_size"]
    by_ppo = make_config(objective="toy", env="point", agent="ppo", env_defaults=env)
    assert (by_ppo.batch_size, by_ppo.discount, by_ppo.epochs) == (48, 0.8, PpoSettings.epochs)
    on_gpu = make_config(objective="toy", env="point", agent="ppo", env_defaults=env, preset="gpu")
    assert (on_gpu.batch_size, on_gpu.epochs) == (48, 3)
    assert make_config(objective="toy", env="point_maze", env_defaults=env).tau == 0.3


@pytest.mark.parametrize(
    ("fields", "strength"),
    [
        ({}, 1.0),
        ({"backend": "spring"}, 1.0),
        ({"backend": "native", "agent": "sac"}, 0.3),
        ({"backend": "native"}, 1.0),
        ({"backend": "native", "actuator_strength": 0.8}, 0.8),
        ({"backend": "native", "objective": "diayn"}, 1.0),
    ],
)
def test_defaults_may_be_of_a_backend(fields, strength):
    config = make_config({"env": "ant", "objective": "metra"} | fields)
    assert config.actuator_strength == strength
    # A fall ends an episode on native by PPO.
    falls = (config.backend, config.objective, config.agent) == ("native", "metra", "ppo")
    assert (config.terminate_when_unhealthy == "true") == (falls or config.objective == "diayn")


@pytest.mark.parametrize(
    ("env", "objective", "own", "agent"),
    [
        ("point", "toy", {}, "ppo"),
        ("point", "toy", {"agent": "dqn"}, "ppo"),
        ("point_maze", "toy", {"agent": "dqn"}, "dqn"),
        ("point_maze", "toy", {}, "sac"),
        ("point", "diayn", {}, "sac"),
    ],
)
def test_an_objective_has_a_default_agent_in_an_environment(toy, env, objective, own, agent):
    toy(env_defaults={"point": {"agent": "ppo"}})
    config = make_config(objective=objective, env=env, env_defaults=own)
    assert config.agent == agent
    assert (
        resolve.sources(config, ["env", "objective"], own)["agent"]
        == {
            ("point", "toy"): "--objective=toy",
            ("point_maze", "toy"): "--env=point_maze" if own else "default",
            ("point", "diayn"): "default",
        }[env, objective]
    )
    assert make_config(objective=objective, env=env, agent="sac", env_defaults=own).agent == "sac"


def test_ant_learns_to_travel_by_ppo_with_its_symmetries():
    ant = envs.defaults("ant")
    config = make_config(env="ant", objective="metra", env_defaults=ant)
    assert (config.agent, config.symmetry, config.num_envs) == ("ppo", "D4", 1024)
    by_sac = make_config(env="ant", objective="metra", agent="sac", env_defaults=ant)
    assert (by_sac.symmetry, by_sac.target_entropy, by_sac.num_env_steps) == ("none", -8.0, 2_500_000)
    assert make_config(env="ant", objective="metra", env_defaults=ant, device="gpu").num_envs == 16384
    assert make_config(env="ant", env_defaults=ant).agent == "sac"
    ten = make_config(env="ant", num_skills=10, agent="ppo", env_defaults=ant)
    assert (ten.objective, ten.symmetry, ten.num_envs) == ("diayn", "none", 1024)
    assert (ten.discriminator_noise, ten.anneal_noise, ten.policy_hidden_sizes) == (1.0, True, (256, 256))
    assert make_config(env="ant", agent="ppo", env_defaults=ant, device="gpu").num_envs == 4096
    paper = make_config(env="ant", agent="ppo", preset="paper", env_defaults=ant)
    assert (paper.num_envs, paper.learning_rate) == (32, 3e-4)


def test_a_given_alpha_has_no_target_by_default():
    by_sac = {"env": "ant", "objective": "metra", "agent": "sac", "env_defaults": envs.defaults("ant")}
    config = make_config(alpha=0.2, **by_sac)
    assert (config.alpha, config.target_entropy, config.discount) == (0.2, "auto", 0.995)
    assert make_config(alpha="auto", **by_sac).target_entropy == -8.0
    with pytest.raises(ConfigError, match=r"--target_entropy=-8\.0 has no effect"):
        make_config(alpha=0.2, target_entropy=-8, **by_sac)


@pytest.mark.parametrize("agent", ["ppo", "sac"])
def test_what_chooses_among_skills_has_no_defaults_of_the_robots_own_actions(agent):
    own = {"objective": "metra", "agent": agent, "num_envs": 64}
    for env in ("ant", "humanoid"):
        config = make_config(env=env, choose_from="there", env_defaults=envs.defaults(env), **own)
        usual = make_config(env="point", num_skills=4, **own)
        assert config.symmetry == "none"
        names = "rollout_length", "batch_size", "epochs", "learning_rate", "target_entropy"
        assert {name: getattr(config, name, None) for name in names} == {
            name: getattr(usual, name, None) for name in names
        }


@pytest.mark.parametrize("agent", [name for name, spec in agents.AGENTS.items() if name != "dqn"])
def test_every_agent_of_vectors_learns_metra_on_ant(agent):
    own = {"fun": {"rollout_length": 20}}.get(agent, {})
    config = make_config(env="ant", objective="metra", agent=agent, env_defaults=envs.defaults("ant"), **own)
    made = training.make_components(config, envs.interface(config))
    assert (made.symmetry is None) == (agent != "ppo")


@pytest.mark.parametrize("agent", ["sac", "ppo"])
@pytest.mark.parametrize("objective", ["diayn", "metra"])
def test_the_flags_of_a_run_make_the_same_config(agent, objective):
    ant = envs.defaults("ant")
    config = make_config(env="ant", objective=objective, agent=agent, env_defaults=ant, seed=3)
    flags = dict(flag.removeprefix("--").split("=") for flag in settings.flags_of(config))
    fields = {name: parse(resolve.fields_of(objective, agent)[name], text) for name, text in flags.items()}
    assert make_config(fields, env_defaults=ant) == config


def test_the_flags_of_a_run_that_chooses_are_what_was_given():
    given = {"env": "ant", "objective": "task", "agent": "ppo", "choose_from": "there"}
    config = make_config(given, env_defaults=envs.defaults("ant"))
    names = {flag.partition("=")[0].removeprefix("--") for flag in settings.flags_of(config)}
    assert names == {*given, "preset", "seed"}


@pytest.mark.parametrize(
    ("env", "objective", "scale"),
    [("ant_u_maze", "task", 0.01), ("ant_u_maze", "diayn", 1.0), ("ant_waypoints", "task", 1.0)],
)
def test_rewards_of_far_targets_are_small(env, objective, scale):
    assert make_config(env=env, objective=objective).reward_scale == scale


def test_defaults_that_suit_another_objective_are_passed_over():
    env = {"discriminator_noise": 0.3, "dual_lambda": 5.0, "num_skills": 20}
    assert make_config(env_defaults=env).discriminator_noise == 0.3
    metra = make_config(objective="metra", env_defaults=env)
    assert (metra.dual_lambda, metra.skill_space) == (5.0, objectives.spec("metra").skill_space)


@pytest.mark.parametrize("whose", ["environment", "objective", "environment of the objective"])
def test_a_misspelt_default_is_refused(toy, whose):
    misspelt = {"episode_lenth": 7}
    toy(
        defaults=misspelt if whose == "objective" else {},
        env_defaults={"point": misspelt} if whose == "environment of the objective" else {},
    )
    env = misspelt if whose == "environment" else {}
    with pytest.raises(ConfigError) as error:
        make_config(objective="toy", env="point", env_defaults=env)
    words = "--env=point" if whose == "environment" else "--objective=toy"
    assert str(error.value).startswith(
        f"a default of {words} is for --episode_lenth: there is no such field."
    )
    assert "Did you mean episode_length" in str(error.value)


def test_every_default_in_the_tables_is_a_field_of_some_run():
    every = set(resolve.all_fields())
    layers = [*PRESETS.values()]
    for spec in agents.AGENTS.values():
        layers += [spec.defaults, *spec.preset_defaults.values()]
    for spec in objectives.OBJECTIVES.values():
        layers += [spec.defaults, *spec.env_defaults.values()]
    assert set().union(*layers) <= every


@pytest.mark.parametrize(("objective", "agent"), ROWS)
@pytest.mark.parametrize("preset", ["cpu", "gpu"])
def test_presets_apply_to_every_row(objective, agent, preset):
    # No objective has defaults for this environment.
    config = make_config(objective=objective, agent=agent, preset=preset, env="point_maze")
    own = {**objectives.spec(objective).defaults, **agents.spec(agent).defaults}
    known = resolve.fields_of(objective, agent)
    for name, value in PRESETS[preset].items():
        if name in known and name not in own and name not in ("epoch_steps", "warmup_steps"):
            assert getattr(config, name) == value, name


@pytest.mark.parametrize("objective", [name for name in objectives.OBJECTIVES if name != "diayn"])
def test_the_paper_is_of_diayn(objective):
    with pytest.raises(ConfigError, match=f"--preset=paper is the DIAYN paper's.*--objective={objective}"):
        make_config(objective=objective, preset="paper")


# Skills.


@pytest.mark.parametrize(
    ("fields", "skills", "sampling"),
    [
        ({}, "categorical:10", "tiled"),
        ({"num_skills": 4}, "categorical:4", "tiled"),
        ({"objective": "metra"}, "sphere:2", "resampled"),
        ({"objective": "metra", "num_skills": 4}, "categorical:4", "tiled"),
        ({"objective": "metra", "skill_space": "categorical"}, "categorical:10", "tiled"),
        ({"objective": "metra", "skill_space": "gaussian:3"}, "gaussian:3", "resampled"),
        ({"objective": "metra", "skill_sampling": "tiled"}, "sphere:2", "tiled"),
        (
            {"objective": "metra", "num_skills": 4, "skill_sampling": "resampled"},
            "categorical:4",
            "resampled",
        ),
        ({"objective": "task"}, "none", "tiled"),
    ],
)
def test_the_skills_of_a_run(fields, skills, sampling):
    config = make_config(**fields)
    assert resolve.make_skills(config).name == skills
    assert config.skill_sampling == sampling
    assert AUTO not in (config.skill_space, config.skill_sampling)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            {"skill_space": "sphere:2"},
            r"--skill_space=sphere:2: --objective=diayn takes categorical \| dirichlet. Leave",
        ),
        ({"dirichlet_alpha": 0.1}, "--dirichlet_alpha=0.1 has no effect with --skill_space=categorical. Add"),
        ({"objective": "task", "skill_space": "box:1"}, "--skill_space=box:1: --objective=task takes none"),
        (
            {"objective": "metra", "skill_space": "none"},
            "--skill_space=none: --objective=metra takes",
        ),
        (
            {"objective": "metra", "skill_space": "sphere:2", "num_skills": 5},
            "--num_skills=5: --skill_space=sphere:2 cannot be counted",
        ),
        (
            {"objective": "task", "num_skills": 5},
            "--num_skills=5: --objective=task has no skills. Leave --num_skills out",
        ),
        (
            {"objective": "metra", "skill_space": "spher:2"},
            "--skill_space=spher:2 is not allowed.*Did you mean sphere",
        ),
    ],
)
def test_skills_that_do_not_fit(fields, message):
    with pytest.raises(ConfigError, match=message):
        make_config(**fields)


# As JSON.


@pytest.mark.parametrize(("objective", "agent"), ROWS)
@pytest.mark.parametrize("preset", PRESETS)
def test_json_round_trip(objective, agent, preset):
    if preset == "paper" and objective != "diayn":
        pytest.skip("the paper preset takes DIAYN only")
    config = make_config(objective=objective, agent=agent, preset=preset, tags=("seed",), name="röd", seed=3)
    text = json.dumps(to_json(config))
    again = from_json(json.loads(text))
    assert again == config
    assert type(again) is type(config)
    assert type(json.loads(text)["num_envs"]) is int


@pytest.mark.parametrize(("objective", "agent"), ROWS)
def test_a_saved_config_makes_the_same_run_again(objective, agent):
    config = make_config(objective=objective, agent=agent, num_envs=32, seed=3)
    saved = resolve.fields_from_json(json.loads(json.dumps(to_json(config))))
    assert make_config(resolve.fields_for(saved, {})) == config
    again = make_config(resolve.fields_for(saved, {"seed": 4}))
    assert again == dataclasses.replace(config, seed=4)


def test_a_saved_config_under_another_objective():
    config = make_config(num_skills=7, num_envs=32, tau=0.02, add_log_p=False)
    saved = resolve.fields_from_json(to_json(config))
    metra = make_config(resolve.fields_for(saved, {"objective": "metra"}))
    assert (metra.num_envs, metra.tau, metra.skill_space) == (32, 0.02, "sphere:2")
    with pytest.raises(ConfigError, match="--add_log_p is a setting of --objective=diayn"):
        make_config(resolve.fields_for(saved, {"objective": "metra", "add_log_p": True}))
    counted = make_config(resolve.fields_for(saved, {"objective": "metra", "num_skills": 4}))
    assert (counted.skill_space, counted.num_skills) == ("categorical", 4)


@pytest.mark.parametrize(
    ("own", "changed", "sampling"),
    [
        ({}, {"learned_prior": True}, "resampled"),
        ({}, {"skill_space": "dirichlet:3"}, "resampled"),
        ({"skill_space": "dirichlet:3"}, {"skill_space": "categorical"}, "tiled"),
        ({"skill_sampling": "resampled"}, {"num_skills": 5}, "resampled"),
        ({"skill_space": "dirichlet:3", "skill_sampling": "tiled"}, {"skill_space": "dirichlet:4"}, "tiled"),
    ],
)
def test_skills_of_another_kind_are_not_sampled_as_the_saved_ones(own, changed, sampling):
    saved = resolve.fields_from_json(to_json(make_config(**own)))
    assert make_config(resolve.fields_for(saved, changed)).skill_sampling == sampling


@pytest.mark.parametrize("fields", [{"objective": None}, {"objective": 5}, {"agent": 1.5}, {"env": ["ant"]}])
def test_what_a_config_is_of_must_be_a_name(fields):
    (name,) = fields
    with pytest.raises(ConfigError, match=f"--{name}="):
        make_config(**fields)


def test_json_of_another_version():
    config = make_config()
    data = to_json(config)
    with pytest.raises(ConfigError, match="does not know: wings"):
        from_json({**data, "wings": 2})
    del data["tau"]
    assert from_json(data) == config
    with pytest.raises(ConfigError, match="--tau="):
        from_json({**data, "tau": "fast"})


# When JAX starts.


def test_to_make_a_config_starts_no_jax():
    # JAX must not have started, because a run chooses its devices by its config.
    code = (
        "from diayn_jax import resolve, parallel\n"
        "metra = {'objective': 'metra'}\n"
        "for fields in ({}, metra, metra | {'num_skills': 3}, {'objective': 'task'}):\n"
        "    config = resolve.make_config(**fields)\n"
        "    assert resolve.from_json(resolve.to_json(config)) == config\n"
        "print(parallel.jax_has_started())"
    )
    assert process("-c", code).stdout == "False\n"


def test_sac_has_no_field_that_all_runs_have():
    assert not names_of(SacSettings) & names_of(Config)
