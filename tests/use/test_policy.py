"""`Skills`: a run's skills as pure functions of parameters, which load without the environment."""

import dataclasses
import functools
import re
import shutil

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import tiny
import untaught
import untrained
from runs import run as train

import diayn_jax
from diayn_jax import envs, training
from diayn_jax.config import ConfigError
from diayn_jax.resolve import make_config
from diayn_jax.storage import files
from diayn_jax.use import loaded_run, policy

FIELDS = {name: tiny.FIELDS[name] for name in ("num_envs", "batch_size", "replay_size", "warmup_steps")}
SMALL = {**FIELDS, "policy_hidden_sizes": (8,), "critic_hidden_sizes": (8,), "env": "point"}
KINDS = {
    "diayn": {"num_skills": 3, "discriminator_hidden_sizes": (8,)},
    "softmax": {"num_skills": 3, "discriminator_hidden_sizes": (8,), "discriminator_floor": 0.0},
    "sphere": {"objective": "metra", "representation_hidden_sizes": (8,)},
    "counted": {"objective": "metra", "skill_space": "categorical", "num_skills": 3},
    "task": {"objective": "task"},
}


@functools.cache
def parts_of(kind: str):
    """Returns config, interface and parts of arbitrary numbers, with statistics that change the inputs."""
    config = make_config({**SMALL, **KINDS[kind]})
    env = envs.from_config(config)
    trainer = training.make_trainer(config, env)
    rng = np.random.default_rng(1)
    parts = jax.tree.map(
        lambda x: rng.normal(0, 0.4, x.shape).astype(x.dtype),
        training.policy_parts(training.state_shapes(config, trainer)),
    )
    mean, spread = rng.uniform(0.5, 2, (2, *parts.statistics.mean.shape)).astype(np.float32)
    lost = jax.tree.map(np.zeros_like, parts.statistics.lost)
    new = {"count": np.float32(10), "mean": mean, "m2": 10 * spread**2, "lost": lost}
    return config, env, parts._replace(statistics=parts.statistics.replace(**new)), trainer


@functools.cache
def skills_of(kind: str) -> policy.Skills:
    config, env, parts, _ = parts_of(kind)
    return policy.make_skills(config, env.interface, parts, 64)


def observations(*shape):
    return np.random.default_rng(0).uniform(-1, 1, (*shape, 2)).astype(np.float32)


def dense(params, x):
    return x @ np.asarray(params["kernel"]) + np.asarray(params["bias"])


def numpy_mlp(params, x):
    return dense(params["Dense_1"], np.maximum(dense(params["Dense_0"], x), 0))


def normalized(statistics, x):
    variance = np.asarray(statistics.m2) / np.asarray(statistics.count)
    return np.clip((x - np.asarray(statistics.mean)) / np.sqrt(variance), -10, 10)


def test_the_mode_is_the_network_of_what_is_normalised():
    skills, obs = skills_of("diayn"), observations(5)
    mlp = skills.params.agent.policy["params"]["MLP_0"]
    inputs = np.concatenate([normalized(skills.params.statistics, obs), np.eye(3)[[0, 2, 1, 1, 0]]], axis=-1)
    expected = np.tanh(numpy_mlp(mlp, inputs)[:, :2])
    action = skills.act(skills.params, obs, np.array([0, 2, 1, 1, 0]))
    np.testing.assert_allclose(action, expected, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize(("kind", "share"), [("diayn", 0.02), ("softmax", 0.0)])
def test_log_q_is_the_classifier_of_what_is_normalised(kind, share):
    skills, places = skills_of(kind), observations(4)
    params = parts_of(kind)[2].objective.params["params"]["MLP_0"]
    logits = numpy_mlp(params, normalized(skills.params.statistics, places))
    softmax = np.exp(logits) / np.exp(logits).sum(-1, keepdims=True)
    expected = np.log((1 - share) * softmax + share / 3)
    np.testing.assert_allclose(skills.log_q(skills.params, places), expected, rtol=1e-4, atol=1e-5)
    with pytest.raises(ConfigError, match=r"objective=diayn has no map .* METRA has"):
        skills.phi(skills.params, places)


@pytest.mark.parametrize("kind", ["sphere", "counted"])
def test_phi_is_the_network_of_what_is_normalised(kind):
    skills, places = skills_of(kind), observations(4)
    mlp = skills.params.objective.params["params"]
    hidden = normalized(skills.params.statistics, places)
    for layer in sorted(mlp)[:-1]:
        hidden = np.maximum(dense(mlp[layer], hidden), 0)
    expected = dense(mlp[max(mlp)], hidden)
    np.testing.assert_allclose(skills.phi(skills.params, places), expected, rtol=1e-4, atol=1e-5)
    with pytest.raises(ConfigError, match=r"objective=metra has no classifier .* DIAYN has"):
        skills.log_q(skills.params, places)


@pytest.mark.parametrize("kind", KINDS)
def test_parameters_are_an_argument_under_jit_vmap_and_scan(kind):
    skills, obs = skills_of(kind), observations(5)
    probes = jnp.asarray(skills.space.probes)[jnp.arange(5) % len(skills.space.probes)]
    expected = skills.act(skills.params, obs, probes)
    same = functools.partial(np.testing.assert_allclose, rtol=1e-5, atol=1e-6)
    same(jax.jit(skills.act)(skills.params, obs, probes), expected)
    same(jax.vmap(skills.act, (None, 0, 0))(skills.params, obs, probes), expected)
    _, scanned = jax.lax.scan(lambda p, x: (p, skills.act(p, *x)), skills.params, (obs, probes))
    same(scanned, expected)
    # The networks of several runs act side by side.
    several = jax.tree.map(lambda x: jnp.stack([x, 2 * x]), skills.params)
    each = jax.vmap(skills.act, (0, None, None))(several, obs, probes)
    same(each[0], expected)
    doubled = jax.tree.map(lambda x: 2 * x, skills.params)
    same(each[1], skills.act(doubled, obs, probes))
    # All skills act at one position.
    all_skills = jax.vmap(skills.act, (None, None, 0))(
        skills.params, obs[0], jnp.asarray(skills.space.probes)
    )
    assert all_skills.shape == (len(skills.space.probes), 2)


@pytest.mark.parametrize("kind", KINDS)
def test_what_training_alone_needs_is_left_out(kind):
    _, _, parts, trainer = parts_of(kind)
    skills = skills_of(kind)
    agent = skills.params.agent
    assert agent.critics == agent.target_critics == agent.policy_opt == agent.critics_opt == ()
    kept, whole = (sum(x.size for x in jax.tree.leaves(tree)) for tree in (skills.params, parts))
    assert kept < 0.4 * whole
    # The skills do not hold the environment: skills that are made from the interface alone act the same.
    obs, stored, keys = (
        observations(3),
        jnp.zeros((3, 0)),
        training.row_keys(jax.random.key(3), jnp.arange(3)),
    )
    skill = jnp.asarray(skills.space.probes)[jnp.zeros(3, int)]
    expected, _ = trainer.act(parts, (), obs, stored, skill, jnp.ones(3, bool), keys)
    action = skills.act(skills.params, obs, skill, key=jax.random.key(3))
    np.testing.assert_allclose(action, expected, rtol=1e-5, atol=1e-6)


DISCRETE = {"env": "cartpole", "agent": "dqn", "num_skills": 3}
SINGLES = {
    "counted": (untrained.DIAYN, 2),
    "vectors": (untrained.SPHERE, [0.6, -0.8]),
    "layer norm": ({**untrained.DIAYN, "policy_layer_norm": True}, 0),
    "ant": ({**untrained.DIAYN, "env": "ant"}, 1),
    "without its place": ({**untrained.DIAYN, "env": "ant", "policy_sees_position": False}, 1),
    "images": ({"env": "point_pixels", "num_skills": 3}, 1),
    "discrete": ({**DISCRETE, "discriminator_hidden_sizes": (8,)}, 2),
}


@pytest.mark.parametrize("case", SINGLES)
def test_one_skill_is_a_plain_policy_that_acts_as_it_did(case):
    fields, skill = SINGLES[case]
    skills = untrained.skills(**fields)
    single = skills.fold_skill(skill)
    rng, seen = np.random.default_rng(0), skills.interface
    if seen.image_shape:
        obs = rng.integers(0, 256, (64, *seen.image_shape), dtype=np.uint8)
    else:
        obs = rng.normal(size=(64, seen.observation_size))
    features = rng.normal(size=(64, skills.components.feature_map.stored_size))
    for key in (None, jax.random.key(1)):
        expected = skills.act(skills.params, obs, skill, key, features)
        found = single.act(single.params, obs, key=key, features=features)
        np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-6)
    assert not np.allclose(
        skills.act(skills.params, obs, 0 if skill == 2 else skills.space.probes[2], features=features),
        expected,
    )
    # The tree is that of a run without skills, so such a run can continue from it.
    config = single.config
    assert (config.objective, config.skill_space) == ("task", "none")
    components = training.make_components(config, seen)
    blank = jax.eval_shape(lambda: training.blank_policy_state(config, components))
    begun = components.agent.policy_state(blank.agent)
    shapes = [jax.tree.map(lambda x: x.shape, tree) for tree in (single.params.agent, begun)]
    assert shapes[0] == shapes[1]
    assert single.fold_skill(0) is single


def test_an_agent_that_does_not_say_how_is_not_taken_apart():
    skills = untrained.skills(**untrained.DIAYN)
    agent = skills.components.agent._replace(fold_skill=None)
    other = dataclasses.replace(skills, components=skills.components._replace(agent=agent))
    with pytest.raises(ConfigError, match=r"agent=sac does not support it: it has no `Agent\.fold_skill`"):
        other.fold_skill(0)
    with pytest.raises(ValueError, match="this run has skills 0 to 2"):
        skills.fold_skill(3)


@pytest.mark.parametrize(
    ("features", "words"),
    [
        (np.zeros((4, 3)), r"features has shape \(4, 3\); expected \[\.\.\., 2\], which is xy"),
        (np.zeros(()), r"features has shape \(\)"),
        ("here", "features is 'here'; it takes an array of numbers"),
    ],
)
def test_features_of_another_shape_are_refused(features, words):
    skills = skills_of("diayn")
    with pytest.raises(ValueError, match=words):
        skills.log_q(skills.params, features)


def test_skills_are_loaded_without_their_environment(tiny_run, monkeypatch):
    monkeypatch.setattr(envs, "make", None)
    monkeypatch.setattr(envs, "from_config", None)
    monkeypatch.setattr(training, "make_trainer", None)
    skills = diayn_jax.load_skills(tiny_run.path)
    obs = observations(6)
    np.testing.assert_array_equal(skills.act(skills.params, obs, 1), tiny_run.act(obs, 1))
    np.testing.assert_array_equal(
        skills.log_q(skills.params, obs), tiny_run.skills.log_q(tiny_run.skills.params, obs)
    )
    assert skills.env_steps == int(tiny_run.state.counters.env_steps)
    tiny.assert_same(skills.params, tiny_run.skills.params)
    first = min(int(p.name) for p in (tiny_run.path / "checkpoints").iterdir())
    assert diayn_jax.load_skills(tiny_run.path, first).env_steps == first
    with pytest.raises(diayn_jax.CheckpointError, match="no checkpoint '5'"):
        diayn_jax.load_skills(tiny_run.path, 5)


def test_skills_play_episodes_as_their_run_does(tiny_run):
    skills, key = diayn_jax.load_skills(tiny_run.path), jax.random.key(3)
    for keys in ({"key": key}, {"start_key": key}):
        played = skills.rollout([0, 2], 2, episode_length=7, **keys)
        by_run = tiny_run.rollout([0, 2], 2, episode_length=7, **keys)
        assert played.skill.tolist() == [0, 0, 2, 2]
        for mine, theirs in zip(played, by_run, strict=True):
            np.testing.assert_allclose(mine, theirs, atol=1e-6)
    # The point moves by a tenth of its action, within its walls.
    obs, action = np.asarray(played.obs), np.asarray(played.action)
    np.testing.assert_allclose(obs[1:], np.clip(obs[:-1] + 0.1 * action, -1, 1), atol=1e-5)
    for row, skill in enumerate(played.skill):
        expected = skills.act(skills.params, obs[:-1, row], int(skill))
        np.testing.assert_allclose(action[:, row], expected, atol=1e-5)
    # A single skill acts the same from the same starts.
    alone = skills.fold_skill(2).rollout(episodes=4, start_key=key, episode_length=7)
    np.testing.assert_allclose(alone.obs[:, 2:], obs[:, 2:], atol=1e-4)


def test_skills_make_their_environment_when_they_play():
    made = []

    def make_env(config, backend):
        made.append((config.env, backend))
        return envs.from_config(config, backend)

    skills = dataclasses.replace(skills_of("sphere"), backend="jax", make_env=make_env)
    skills.act(skills.params, observations(2), [0.6, 0.8])
    assert made == []
    assert skills.rollout([[0.6, 0.8], [0.0, 1.0]], episode_length=3).action.shape == (3, 2, 2)
    assert skills.rollout([0.6, 0.8], 2, episode_length=3).reward.shape == (3, 2)
    assert made == [("point", "jax")]


def test_skills_play_no_episodes_that_there_are_not():
    skills = skills_of("diayn")
    with pytest.raises(ConfigError, match="episodes=0: it takes a whole number, 1 or more"):
        skills.rollout(0, episodes=0)
    with pytest.raises(ValueError, match="this run has skills 0 to 2"):
        skills.rollout(3)


def test_skills_know_the_backend_that_they_were_trained_on(tiny_run, tmp_path):
    assert tiny_run.skills.backend == "jax"
    path = shutil.copytree(tiny_run.path, tmp_path / "copy")
    file = path / "config.json"
    document = files.read_checked_json(file)
    # `auto` resolved to this backend on the machine that trained the run.
    document["resolved"]["backend"] = "spring"
    files.write_checked_json(file, document)
    skills = diayn_jax.load_skills(path)
    assert (skills.config.backend, skills.backend) == ("auto", "spring")
    assert skills.fold_skill(1).backend == "spring"
    with pytest.raises(ConfigError, match=r"^backend=spring: point does not run on it"):
        skills.rollout(0)


def test_what_shows_itself_is_short(tiny_run):
    for shown in (repr(tiny_run), repr(tiny_run.skills)):
        assert len(shown.splitlines()) == 5
        assert max(map(len, shown.splitlines())) <= 110
    assert re.match(r"Run of point \(jax\): 3 skills by xy", repr(tiny_run))
    assert re.match(r"Skills of point: 3 skills by xy", repr(tiny_run.skills))
    assert "log_q(params, …)" in repr(tiny_run.skills)
    assert repr(tiny_run.skills).endswith(", rollout(skill)")
    assert "phi(params, …)" in repr(skills_of("sphere"))
    assert repr(tiny_run.rollout([0, 2], episode_length=7)).splitlines() == [
        "Episodes",
        "  skill int8[2]",
        "  obs float32[8, 2, 2]",
        "  features float32[8, 2, 2]",
        "  action float32[7, 2, 2]",
        "  reward float32[7, 2]",
        "  terminated bool[7, 2]",
        "  valid bool[7, 2]",
    ]


def test_runs_and_skills_are_found_in_lists(tiny_run):
    other = dataclasses.replace(tiny_run)
    assert [tiny_run, other].index(other) == 1
    assert [tiny_run.skills, other.skills].index(other.skills) == 1
    assert len({tiny_run, other, tiny_run.skills, other.skills}) == 4


BAD_ARGUMENTS = [
    ({"skill": 3}, ValueError, "this run has skills 0 to 2"),
    ({"skill": None}, ValueError, r"this run has skills 0 to 2\. Pass skill="),
    ({"skill": [[0, 1]]}, ValueError, r"skill has shape \(1, 2\); give one skill, or a list"),
    ({"skill": []}, ValueError, r"skill has shape \(0,\)"),
    ({"skill": 0, "episodes": 0}, ConfigError, "episodes=0: it takes a whole number, 1 or more"),
    ({"skill": 0, "episode_length": 2.5}, ConfigError, "episode_length=2.5: it takes"),
    ({"skill": 0, "key": 3}, ValueError, "key is 3; it takes one key"),
]


class TestRollout:
    def test_episodes_are_what_the_environment_does(self, tiny_run):
        played = tiny_run.rollout([0, 2], episodes=2, episode_length=7)
        assert played.skill.tolist() == [0, 0, 2, 2]
        assert played.obs.shape == (8, 4, 2)
        assert played.action.shape == (7, 4, 2)
        assert bool(played.valid.all())
        assert not bool(played.terminated.any())
        # The point moves by a tenth of the action, within its square.
        moved = np.clip(np.asarray(played.obs[:-1]) + 0.1 * np.asarray(played.action), -1, 1)
        np.testing.assert_allclose(played.obs[1:], moved, atol=1e-6)
        np.testing.assert_array_equal(played.features, played.obs)
        corner = np.linalg.norm(np.asarray(played.obs[1:]) - 1, axis=-1)
        np.testing.assert_allclose(played.reward, -corner / np.sqrt(2), rtol=1e-5)

    def test_without_a_key_the_mode_acts_and_with_a_key_a_sample(self, tiny_run):
        key = jax.random.key(0)
        played = tiny_run.rollout(1, episode_length=7, start_key=key)
        for obs, action in zip(played.obs[:-1, 0], played.action[:, 0], strict=True):
            np.testing.assert_allclose(tiny_run.act(obs, 1), action, rtol=1e-4, atol=1e-6)
        # The first states are the same, and the first actions differ.
        sampled = tiny_run.rollout(1, episode_length=7, key=key)
        np.testing.assert_array_equal(sampled.obs[0], played.obs[0])
        assert not np.allclose(sampled.action, played.action)
        with pytest.raises(ConfigError, match="Leave one out"):
            tiny_run.rollout(1, key=key, start_key=key)

    def test_a_key_decides(self, tiny_run):
        first, same = (tiny_run.rollout(1, 2, jax.random.key(4), episode_length=7) for _ in range(2))
        np.testing.assert_array_equal(first.obs, same.obs)
        assert not np.array_equal(first.obs, tiny_run.rollout(1, 2, jax.random.key(5), episode_length=7).obs)
        assert not np.array_equal(first.obs[:, 0], first.obs[:, 1])

    def test_bad_arguments_are_named(self, tiny_run):
        for arguments, error, words in BAD_ARGUMENTS:
            with pytest.raises(error, match=words):
                tiny_run.rollout(**arguments)


@pytest.mark.slow
def test_skills_from_native_load_where_there_is_a_gpu(tmp_path, monkeypatch):
    untaught.with_stubs(monkeypatch)
    fields = {
        "num_skills": 2,
        "episode_length": 4,
        "epoch_steps": 64,
        "num_env_steps": 100,
        "eval_episodes": 1,
    }
    config = tiny.config(
        tmp_path, env="inverted_pendulum", backend="native", features="obs", eval_every=10**6, **fields
    )
    trained, _ = train(config)
    monkeypatch.setattr(jax, "default_backend", lambda: "gpu")
    loaded = loaded_run.load(trained.path)
    obs = np.zeros(4, np.float32)
    np.testing.assert_array_equal(loaded.act(obs, 1), trained.act(obs, 1))
    skills = loaded_run.load_skills(trained.path)
    np.testing.assert_array_equal(skills.act(skills.params, obs, 1), trained.act(obs, 1))
    for play in (lambda: loaded.rollout(1, episode_length=4), loaded.evaluate):
        with pytest.raises(ConfigError, match=r"backend=native: it runs on CPUs.*load\(path, backend=…\)"):
            play()
    # Another backend plays the skills on any machine.
    elsewhere = loaded_run.load(trained.path, backend="spring")
    assert elsewhere.trainer.env.backend == "spring"
    np.testing.assert_array_equal(elsewhere.act(obs, 1), trained.act(obs, 1))
    with pytest.raises(ConfigError, match="backend=sprung: inverted_pendulum does not run on it"):
        loaded_run.load(trained.path, backend="sprung")
