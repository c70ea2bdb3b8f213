"""Settings: which values each takes, how text is parsed, and what presets and environments set."""

import dataclasses
import pathlib
import re

import jax.numpy as jnp
import numpy as np
import pytest

from diayn_jax import config as configs
from diayn_jax import resolve
from diayn_jax.config import AUTO, PRESETS, RESUMABLE, ConfigError
from diayn_jax.resolve import make_config

Config = resolve.config_type()  # for DIAYN and SAC
BY_NAME = resolve.all_fields()  # for all objectives and agents
FIELDS = list(BY_NAME.values())


def type_with(name):
    """Returns a class of configs that has the field."""
    kind, names = resolve.owners(name)
    return resolve.config_type(**({kind: names[0]} if names else {}))


def wrong_values(f):
    """Returns values that a field refuses, according to its declaration."""
    m = f.metadata
    if m["choices"]:
        return ["nonsense", "", 3]
    if f.type is bool:
        return ["true", 1, None]
    if not configs.is_number(f):
        # The last is how Python takes a path whose bytes are not UTF-8.
        return [3, None] if configs.is_many(f) else [3, None, ("a",), "runs\udcff"]
    one = ["nonsense", "", None, float("nan"), float("inf"), True]
    if configs.is_whole(f):
        one.append(2.5)
    for bound, outside in (("low", -1), ("high", 1), ("above", 0), ("below", 0)):
        if (end := getattr(m["within"], bound)) is not None:
            one.append(end + outside)
    return [(value,) for value in one] + [3] if configs.is_many(f) else one


@pytest.mark.parametrize(
    ("name", "value"), [(f.name, value) for f in FIELDS for value in wrong_values(f)], ids=str
)
def test_a_wrong_value_is_refused_by_name(name, value):
    with pytest.raises(ConfigError) as error:
        type_with(name)(**{name: value})
    message = str(error.value)
    assert message.startswith(f"--{name}=")
    assert configs.allowed(BY_NAME[name]) in message
    assert BY_NAME[name].metadata["help"] in message


@pytest.mark.parametrize(
    ("field", "message"),
    [
        (
            {"num_skills": 1},
            "--num_skills=1 is not allowed: it takes a whole number, 2 or more (K, the number of "
            "skills). Leave it out for 10.",
        ),
        (
            {"discount": 1},
            "--discount=1 is not allowed: it takes a number, 0 or more, below 1 (γ). Leave it out for 0.99.",
        ),
        (
            {"alpha": "aut"},
            "--alpha=aut is not allowed: it takes a number, 0 or more | auto (entropy weight α; auto: "
            "learned towards target_entropy, starting at 0.1). Did you mean auto? Leave it out for auto.",
        ),
        (
            {"skill_sampling": "tield"},
            "--skill_sampling=tield is not allowed: it takes auto | tiled | resampled (tiled: environment i "
            "keeps skill i % K; resampled: a new skill at each episode; auto: tiled for categorical skills "
            "and for none). Did you mean tiled? Leave it out for auto.",
        ),
        (
            {"plots": "yes"},
            "--plots='yes' is not allowed: it takes true | false (write skills.png at the end). Did you mean "
            "True? Leave it out for true.",
        ),
        (
            {"policy_hidden_sizes": (256, 0)},
            "--policy_hidden_sizes=256,0 is not allowed: it takes whole numbers separated by commas, 1 or "
            "more (hidden layers of the policy). Leave it out for 128,128.",
        ),
        (
            {"num_env_steps": 2.5},
            "--num_env_steps=2.5 is not allowed: it takes a whole number, 1 to 4_000_000_000 (environment "
            "steps of the whole run). Leave it out for 5_000_000.",
        ),
    ],
)
def test_message_for_each_kind_of_field(field, message):
    with pytest.raises(ConfigError) as error:
        Config(**field)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"replay_size": 100, "batch_size": 128}, ["--replay_size=100", "--batch_size=128", "Raise"]),
        ({"num_envs": 9}, ["--num_envs=9", "--num_skills=10", "--skill_sampling=resampled"]),
        ({"target_entropy": -4, "alpha": 0.1}, ["--target_entropy=-4", "--alpha=0.1", "Add --alpha=auto"]),
        ({"tags": ("num_skils",)}, ["--tags=num_skils", "Did you mean num_skills"]),
        ({"tags": ("name",)}, ["--tags=name"]),
        ({"name": "a/b"}, ["--name=a/b", "<log_dir>/<env>/<name>/"]),
        ({"name": ".."}, ["--name=.."]),
        ({"name": "-x"}, ["--name=-x"]),
    ],
)
def test_fields_that_do_not_go_together(fields, words):
    with pytest.raises(ConfigError) as error:
        Config(**fields)
    for word in words:
        assert word in str(error.value)


def test_fields_that_go_together():
    Config(num_envs=9, skill_sampling="resampled")
    Config(alpha=AUTO, target_entropy=-4)
    Config(replay_size=128, batch_size=128)
    Config(num_envs=10, num_skills=10)
    Config(name="a-b_c.d=e,f", tags=("num_skills", "seed"))


def test_values_take_the_type_of_their_field():
    config = Config(
        num_env_steps=1e6,
        num_envs=np.int64(64),
        tau=1,
        learning_rate=np.float32(0.5),
        policy_hidden_sizes=[64, 64.0],
        tags=["seed"],
        terminate_when_unhealthy=True,
        exclude_current_positions=np.any([False]),
        eval_full=np.any([True]),
        log_dir=pathlib.Path("some") / "where",
    )
    assert config.log_dir == str(pathlib.Path("some/where"))
    assert config.num_env_steps == 1_000_000
    assert type(config.num_env_steps) is int
    assert type(config.num_envs) is int
    assert type(config.tau) is float
    assert type(config.learning_rate) is float
    assert config.policy_hidden_sizes == (64, 64)
    assert config.tags == ("seed",)
    assert config.terminate_when_unhealthy == "true"
    assert config.exclude_current_positions == "false"
    assert config.eval_full is True
    assert hash(config) == hash(dataclasses.replace(config))


@pytest.mark.parametrize("array", [np.array, jnp.array], ids=["NumPy", "JAX"])
def test_arrays_become_numbers(array):
    config = Config(
        tau=array(0.5), policy_hidden_sizes=array([8, 16]), critic_hidden_sizes=[array(8)], plots=array(False)
    )
    assert (config.tau, config.plots) == (0.5, False)
    assert (config.policy_hidden_sizes, config.critic_hidden_sizes) == ((8, 16), (8,))
    assert {type(x) for x in (*config.policy_hidden_sizes, *config.critic_hidden_sizes)} == {int}
    assert (type(config.tau), type(config.plots)) == (float, bool)
    with pytest.raises(ConfigError, match="policy_hidden_sizes"):
        Config(policy_hidden_sizes=array([[8, 8]]))


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("num_env_steps", "1e6", 1_000_000),
        ("num_env_steps", "400k", 400_000),
        ("num_env_steps", "4.1M", 4_100_000),
        ("num_env_steps", "1_0M", 10_000_000),
        ("num_env_steps", "2G", 2_000_000_000),
        ("num_env_steps", "1_000_000", 1_000_000),
        ("learning_rate", "3e-4", 3e-4),
        ("reward_scale", "2", 2.0),
        ("alpha", "auto", "auto"),
        ("alpha", "0.2", 0.2),
        ("target_entropy", "-4", -4.0),
        ("num_devices", "2", 2),
        ("policy_hidden_sizes", "64", (64,)),
        ("policy_hidden_sizes", "", ()),
        ("policy_hidden_sizes", "300,300", (300, 300)),
        ("policy_hidden_sizes", " 300, 300 ", (300, 300)),
        ("tags", "seed,num_skills", ("seed", "num_skills")),
        ("tags", "", ()),
        ("add_log_p", "false", False),
        ("add_log_p", "True", True),
        ("terminate_when_unhealthy", "yes", "true"),
        ("terminate_when_unhealthy", "auto", "auto"),
        ("name", "1e6", "1e6"),
        ("features", "dims:0,1", "dims:0,1"),
    ],
)
def test_parse(name, text, value):
    parsed = configs.parse(BY_NAME[name], text)
    assert parsed == value
    assert type(parsed) is type(value)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("num_envs", "1e-3"),
        ("num_envs", "many"),
        ("num_envs", ""),
        ("num_envs", "0"),
        ("num_envs", "1e400"),
        ("num_envs", "1.5"),
        ("num_envs", "k"),
        ("num_envs", "1e3k"),
        ("num_envs", "5m"),
        ("alpha", "-1"),
        ("alpha", "nan"),
        ("policy_hidden_sizes", "64,"),
        ("policy_hidden_sizes", "64,x"),
        ("plots", "maybe"),
        ("preset", "huge"),
    ],
)
def test_parse_names_what_was_written(name, text):
    with pytest.raises(ConfigError) as error:
        configs.parse(BY_NAME[name], text)
    assert str(error.value).startswith(f"--{name}={text} is not allowed: ")


@pytest.mark.parametrize("f", FIELDS, ids=lambda f: f.name)
def test_each_default_is_what_its_flag_shows(f):
    assert configs.parse(f, configs.show(f.default)) == f.default


@pytest.mark.parametrize("preset", PRESETS)
def test_presets_are_valid(preset):
    config = make_config(preset=preset)
    assert config.preset == preset
    for name, value in PRESETS[preset].items():
        assert getattr(config, name) == value


def test_preset_auto_is_the_devices():
    assert make_config(device="cpu") == make_config(preset="cpu")
    assert make_config(device="gpu") == make_config(preset="gpu")


def test_preset_cpu_is_the_defaults():
    assert PRESETS["cpu"] == {}
    auto = {"env": "point", "preset": "cpu", "skill_space": "categorical", "skill_sampling": "tiled"}
    assert make_config(env="point", preset="cpu") == dataclasses.replace(Config(), **auto)


def test_paper_preset_keeps_one_update_per_environment_step():
    paper = make_config(preset="paper")
    steps = paper.num_envs * paper.rollout_length
    assert paper.updates_per_iteration * paper.agent_updates == steps
    assert paper.updates_per_iteration * paper.objective_updates == steps
    assert paper.batch_size == 128
    assert paper.policy_hidden_sizes == (300, 300)
    assert (paper.learning_rate, paper.discount, paper.tau, paper.alpha) == (3e-4, 0.99, 0.01, 0.1)
    assert (paper.replay_size, paper.num_skills, paper.features) == (1_000_000, 50, "obs")


def another_value(f, value):
    """Returns a value that a field takes and that differs from `value`."""
    if f.metadata["choices"]:
        return next(choice for choice in reversed(f.metadata["choices"]) if choice != value)
    if f.type is bool:
        return not value
    if configs.is_many(f):
        return tuple(x + 1 for x in value) or ((0.5,) if configs.is_number(f) else ("seed",))
    if not configs.is_number(f):
        return "C2" if f.name == "symmetry" else "other"
    if isinstance(value, str):
        return 1
    if configs.is_whole(f):
        return value + 1
    half = value / 2 or 0.5
    return half if f.metadata["within"].holds(half) else 2 * value


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize(
    "f",
    [f for f in dataclasses.fields(Config) if f.name not in ("preset", "objective", "agent", "skill_space")],
    ids=lambda f: f.name,
)
def test_every_field_may_be_set_beside_a_preset(preset, f):
    # `target_entropy` has no effect while α is fixed, and tiled skills need an environment each. Settings of
    # a prior that moves have none without the switch, and a learned prior changes how skills are sampled.
    of_expand = ("start_skills", "expand_at", "expand_factor", "new_skill")
    learned = {"learned_prior": True, "skill_sampling": "resampled"}
    beside = {
        "target_entropy": {"alpha": AUTO},
        "skill_sampling": {"num_envs": 64},
        "dirichlet_alpha": {"skill_space": "dirichlet:4", "skill_sampling": "resampled"},
        "learned_prior": learned,
        "prior_learning_rate": learned,
        **{name: {"expand": True} for name in of_expand},
    }.get(f.name, {})
    usual = make_config(env="point", preset=preset)  # no objective has other defaults for it
    value = another_value(f, getattr(usual, f.name))
    assert value != getattr(usual, f.name)
    given = {"env": "point", **beside, f.name: value}
    config = make_config(given, preset=preset)
    assert getattr(config, f.name) == value
    assert config == dataclasses.replace(usual, **given)


def test_a_fall_ends_an_episode_of_ant_by_sac_but_not_in_the_paper_preset():
    assert make_config(env="ant").terminate_when_unhealthy == "true"
    assert make_config(env="ant", preset="gpu").terminate_when_unhealthy == "true"
    assert make_config(env="ant", preset="paper").terminate_when_unhealthy == AUTO
    assert make_config(env="ant", terminate_when_unhealthy="false").terminate_when_unhealthy == "false"


def test_ant_by_sac_takes_fewer_steps_than_other_robots_except_in_other_presets():
    assert make_config(env="ant").num_env_steps == 3_000_000 < make_config(env="walker2d").num_env_steps
    assert make_config(env="ant", preset="gpu").num_env_steps == PRESETS["gpu"]["num_env_steps"]
    assert make_config(env="ant", preset="paper").num_env_steps == PRESETS["paper"]["num_env_steps"]


def test_what_is_given_wins_over_environment_and_preset():
    env = {"tau": 0.02, "discount": 0.9}
    config = make_config({"tau": 0.03}, env_defaults=env, preset="gpu", num_envs=64)
    assert (config.tau, config.discount, config.num_envs) == (0.03, 0.9, 64)
    assert config.batch_size == PRESETS["gpu"]["batch_size"]


def test_environments_defaults_give_way_to_the_paper():
    config = make_config(env_defaults={"episode_length": 7, "eval_episodes": 3}, preset="paper")
    assert (config.episode_length, config.eval_episodes) == (1000, 3)


def test_unknown_fields_have_near_matches():
    with pytest.raises(ConfigError, match=r"--num_skils: there is no such field. Did you mean num_skills"):
        make_config(num_skils=3)


def test_every_environment_has_a_valid_default_config():
    from diayn_jax import envs

    for name, spec in envs.specs().items():
        for device in ("cpu", "gpu"):
            config = make_config(env=name, env_defaults=spec.defaults, device=device)
            assert config.env == name
        make_config(env=name, env_defaults=spec.defaults, preset="paper")


def test_the_gpus_schedule_fits_runs_of_small_worlds():
    from diayn_jax import envs
    from diayn_jax.run import schedule

    for name, spec in envs.specs().items():
        config = make_config(env=name, env_defaults=spec.defaults, device="gpu")
        schedule.check_schedule(config)
        # The run learns between its ten evaluations.
        assert config.warmup_steps + config.epoch_steps <= config.num_env_steps / 10, name
    small = {"num_env_steps": 200_000, "warmup_steps": 2_000}
    gpu = make_config(env_defaults=small, device="gpu")
    assert (gpu.epoch_steps, gpu.warmup_steps) == (10_000, 2_000)
    # A given value stays, and on a CPU all values stay.
    assert make_config(env_defaults=small, device="gpu", epoch_steps=50_000).epoch_steps == 50_000
    assert make_config(env_defaults=small, device="cpu").epoch_steps == Config.epoch_steps


def test_epochs_fit_a_run_that_is_made_shorter():
    # Epochs that reach far beyond the end learn nothing, because the rates have fallen to 0.
    short = make_config(num_env_steps=20_000)
    assert (short.epoch_steps, short.warmup_steps) == (1000, Config.warmup_steps)
    assert make_config(num_env_steps=2_000).epoch_steps == short.num_envs
    assert make_config(num_env_steps=20_000, epoch_steps=5000).epoch_steps == 5000
    # A given value is kept up to the run's length. The smallest epoch is one iteration.
    assert make_config(num_env_steps=20_000, epoch_steps=10**9).epoch_steps == 20_000
    assert make_config(num_env_steps=100, epoch_steps=10**9, num_envs=256).epoch_steps == 256
    assert make_config(num_env_steps=10_000, preset="paper").epoch_steps == 500
    # A run keeps its epochs if it is as long as its preset and environment say, or longer.
    assert make_config(num_env_steps=6_000_000).epoch_steps == Config.epoch_steps
    assert make_config(preset="paper").epoch_steps == PRESETS["paper"]["epoch_steps"]
    world = {"env": "halfcheetah", "env_defaults": {"num_env_steps": 200_000}}
    assert make_config(**world, num_env_steps=200_000).epoch_steps == Config.epoch_steps
    assert make_config(**world, num_env_steps=100_000).epoch_steps == 5000


def test_each_field_says_what_it_is():
    groups = {"task", "objective", "agent", "images", "schedule", "device", "evaluation", "output"}
    for f in FIELDS:
        assert f.metadata["group"] in groups, f.name
        assert f.metadata["help"][-1] != ".", f.name
        assert "%%" not in f.metadata["help"], f.name
    assert set(BY_NAME) >= RESUMABLE | configs.NOT_TAGS


def test_each_field_has_a_user():
    # A flag that changes nothing would mislead users.
    root = pathlib.Path(configs.__file__).parent.parent
    paths = [*root.rglob("*.py"), *(root.parent / "experiments").rglob("*.py")]
    code = "".join(path.read_text(encoding="utf-8") for path in paths if path.parent.name != "config")
    words = set(re.findall(r"\.([a-z_0-9]+)\b", code)) | set(re.findall(r'"([a-z_0-9]+)"', code))
    assert set(BY_NAME) <= words
