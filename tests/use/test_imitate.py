"""Imitation between runs whose policies and objectives are made by hand, so that all results are known."""

import functools
import json
from types import SimpleNamespace

import jax.numpy as jnp
import numpy as np
import pytest
import untrained
from pages import data_of
from untrained import COUNTED, DIAYN, SPHERE

from diayn_jax import envs, training
from diayn_jax.config import ConfigError
from diayn_jax.envs.worlds import point
from diayn_jax.evaluation import evaluators
from diayn_jax.resolve import make_config
from diayn_jax.show import report
from diayn_jax.show.pictures.imitation import Retrieval, imitation_figure
from diayn_jax.use.imitation import imitate
from diayn_jax.use.loaded_run import Run
from experiments import imitate as command

WAYS = np.array([[1, 0], [0, 1], [-1, 0], [0, -1]], np.float32)
LENGTH = 9
FULL = float(np.tanh(5.0))  # the size of an action
SHARP = 3.0  # sharpness of the classifiers
POSITIVE = np.kron(np.eye(2), [[1.0, -1.0]])  # the parts above and below zero, which ReLU passes


def layers(first, last, depth=1):
    """Returns an MLP x -> last · relu(first · x), padded to eight hidden units."""
    hidden = first.shape[1]
    weights = [np.pad(first, [(0, 0), (0, 8 - hidden)]), *[np.eye(8)] * (depth - 1)]
    weights.append(np.pad(last, [(0, 8 - hidden), (0, 0)]))
    return {
        f"Dense_{i}": {"kernel": jnp.asarray(w, jnp.float32), "bias": jnp.zeros(w.shape[1])}
        for i, w in enumerate(weights)
    }


@functools.cache
def made(ways=(0, 1, 2, 3), depth=1, env="point", **fields):
    """Returns a run in which skill k goes in the direction `WAYS[ways[k]]`, or z itself.

    The objective knows these directions.
    """
    counted = fields.get("objective") != "metra"
    kind = {"num_skills": len(ways), "discriminator_floor": 0.0} if counted else {"skill_space": "sphere:2"}
    config = make_config(
        {"env": env, "episode_length": LENGTH, "policy_hidden_sizes": (8,) * depth, **kind, **fields}
        | {f"{'discriminator' if counted else 'representation'}_hidden_sizes": (8,)}
    )
    world = envs.from_config(config)
    trainer = training.make_trainer(config, world)
    state = untrained.blank_state(config, trainer.components)
    mine = WAYS[list(ways)]
    of_skill, towards = (np.eye(len(ways)), mine) if counted else (POSITIVE, POSITIVE.T)
    first = np.concatenate([np.zeros((world.observation_size, of_skill.shape[1])), of_skill])
    actor = layers(first, np.pad(5 * towards, [(0, 0), (0, 2)]), depth)
    agent = state.agent._replace(policy={"params": {"MLP_0": actor}})
    if counted:
        judge = {"params": {"MLP_0": layers(POSITIVE, POSITIVE.T @ (SHARP * mine.T))}}
    else:
        judge = {"params": layers(POSITIVE, POSITIVE.T)}
    state = state.replace(agent=agent, objective=state.objective._replace(params=judge))
    return Run(config, None, state, {}, (), trainer, evaluators.make_evaluator(config, trainer))


@pytest.fixture(autouse=True)
def starts_at_the_centre(monkeypatch):
    monkeypatch.setattr(point, "START_NOISE", 0.0)


def paths(ways=WAYS):
    """Returns the positions of skills after each step, [P, T, 2]."""
    return 0.1 * FULL * np.arange(1, LENGTH + 1)[:, None] * ways[:, None]


def log_q(states, ways):
    logits = SHARP * states @ ways.T
    return logits - np.log(np.exp(logits).sum(-1, keepdims=True))


def distances(expert, student):
    spread = expert.reshape(-1, 2).std(axis=0)
    return np.sqrt((((expert[:, None] - student[None]) / spread) ** 2).mean(axis=(-1, -2)))


def test_all_that_is_found_is_known_beforehand():
    order = (2, 0, 3, 1)
    # The networks differ: they have two hidden layers.
    found = imitate.imitate_skills(made(order, depth=2), made(), episodes=2)
    inverse = np.argsort(order)
    assert found.retrieved.tolist() == found.skill.tolist() == inverse.tolist()
    assert found.chance == 0.25
    expected = log_q(paths(), WAYS[list(order)])
    total = 2 * expected.sum(axis=1)
    np.testing.assert_allclose(found.mean_score, expected.mean(axis=1), rtol=1e-4)
    np.testing.assert_allclose(found.M, np.exp(total) / np.exp(total).sum(-1, keepdims=True), rtol=1e-3)
    for p in range(4):
        assert len(found.L[p]) == 2
        np.testing.assert_allclose(found.L[p][1], expected[p, :, inverse[p]], rtol=1e-4)
    apart = distances(paths(), paths(WAYS[list(order)]))
    # A point's observation is its position.
    for by in (found.by_states, found.by_features):
        np.testing.assert_allclose(by.distance, apart, atol=1e-4)
        np.testing.assert_allclose(by.dist_vec, np.zeros(4), atol=1e-4)
        assert by.nearest.tolist() == inverse.tolist()
        assert by.rank.tolist() == [0] * 4
        assert (by.retrieval, by.under_random) == (1.0, 1.0)


def test_vectors_are_found_by_the_direction_of_phi():
    found = imitate.imitate_skills(made(objective="metra"), made(), episodes=2)
    np.testing.assert_allclose(found.skill, WAYS, atol=1e-5)
    np.testing.assert_allclose(found.by_features.dist_vec, np.zeros(4), atol=1e-3)
    probes = made(objective="metra").trainer.components.skills.probes
    assert found.retrieved.tolist() == np.argmax(WAYS @ probes.T, axis=-1).tolist()
    np.testing.assert_allclose(found.mean_score, 0.1 * FULL * WAYS @ probes.T, atol=1e-5)
    assert found.chance == 1 / 64
    assert found.by_features.under_random == 1.0


@pytest.mark.parametrize(
    ("space", "length"), [("sphere:2", 1.0), ("gaussian:2", np.sqrt(np.pi / 2)), ("dirichlet:3", None)]
)
def test_the_skill_of_several_episodes_is_a_skill_of_the_space(space, length):
    skills = untrained.skills(**SPHERE, skill_space=space)
    features = np.cumsum(np.random.default_rng(0).normal(size=(6, 4, 2)), axis=0).astype(np.float32)
    z = imitate._direction(skills, features, np.ones((5, 4), bool))
    if length is not None:
        np.testing.assert_allclose(np.linalg.norm(z), length, rtol=1e-5)
    else:
        # A mixture at the boundary of the simplex.
        np.testing.assert_allclose([z.sum(), z.min()], [1.0, 0.0], atol=1e-5)


def test_another_environment_with_the_same_features(monkeypatch):
    # The observation has more numbers, so only positions are compared.
    def with_clock(backend, variation):
        env = point.make_point(backend, variation)

        def observed(timestep):
            clock = jnp.ones((timestep.obs.shape[0], 1))
            return timestep.replace(obs=jnp.concatenate([clock, timestep.obs], axis=-1))

        return env._replace(
            name="clocked",
            observation_size=3,
            features={"xy": point.FEATURES["xy"]._replace(dims=(1, 2))},
            reset=lambda keys: observed(env.reset(keys)),
            step=lambda state, action: observed(env.step(state, action)),
        )

    name = "clocked"
    row = envs.spec("point")._replace(factory=with_clock, observation_size=None)
    monkeypatch.setitem(point.SPECS, name, row)
    found = imitate.imitate_skills(made((1, 0, 2, 3)), made(env=name), episodes=1)
    assert found.retrieved.tolist() == [1, 0, 2, 3]
    expected = distances(paths(), paths(WAYS[[1, 0, 2, 3]]))
    np.testing.assert_allclose(found.by_states.distance, expected, atol=1e-4)
    # In the same environment whole states are compared. The clock is left out, because it never changes.
    found = imitate.imitate_skills(made((1, 0, 2, 3), env=name), made(env=name), episodes=1)
    np.testing.assert_allclose(found.by_states.distance, expected, atol=1e-4)
    with pytest.raises(ConfigError, match=r"sees dims:2 of clocked, but the expert's point lacks it"):
        imitate.imitate_skills(made((0, 1), env=name, features="dims:2"), made())


def test_recorded_states_are_imitated_too():
    recorded = np.concatenate([np.zeros((1, 4, 2)), paths().swapaxes(0, 1)])
    valid = np.arange(LENGTH)[:, None] < np.array([LENGTH, 4, 1, LENGTH])
    student = made((2, 0, 3, 1))
    found = imitate.imitate_states(student, recorded, valid, episodes=1)
    assert found.retrieved.tolist() == [1, 3, 0, 2]
    assert [len(episodes[0]) for episodes in found.L] == [LENGTH, 4, 1, LENGTH]
    np.testing.assert_allclose(found.by_features.dist_vec, np.zeros(4), atol=1e-4)
    # Only steps that both episodes have are compared, in units of the spread of all valid steps.
    spread = paths()[valid.T].std(axis=0)
    step = 0.1 * FULL * (WAYS[2] - WAYS[0]) / spread
    assert found.by_features.rank.tolist() == [0] * 4
    np.testing.assert_allclose(found.by_states.distance[2, 1], np.sqrt((step**2).mean()), rtol=1e-4)


@pytest.mark.parametrize("fields", [DIAYN, SPHERE, COUNTED])
def test_scores_of_steps(fields):
    skills = untrained.skills(**fields)
    states = np.random.default_rng(0).normal(size=(5, 2, 2)).astype(np.float32)
    found = imitate.step_scores(skills, skills.params, states)
    if skills.classifies:
        expected = skills.log_q(skills.params, states[1:])
    else:
        phi = np.asarray(skills.phi(skills.params, states))
        z = skills.space.probes if skills.num_skills is None else 1.5 * (np.eye(3) - 1 / 3)
        expected = (phi[1:] - phi[:-1]) @ z.T
    assert found.shape == (4, 2, len(skills.space.probes))
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-5)


def test_what_cannot_be_imitated_is_refused():
    with pytest.raises(ConfigError, match="the student's objective=task cannot recognise skills"):
        imitate.imitate_skills(bare(env="point", objective="task"), made())
    with pytest.raises(ConfigError, match="sees xy of point, but the expert's pendulum lacks it"):
        imitate.imitate_skills(made(), bare(env="pendulum", num_skills=2))
    for numbers, words in (
        ({"episodes": 0}, "episodes=0: it takes"),
        ({"episode_length": 0}, "episode_length=0: it takes"),
    ):
        with pytest.raises(ConfigError, match=words):
            imitate.imitate_skills(made(), made(), **numbers)


def bare(**fields):
    """Returns a run without a state."""
    config = make_config(fields)
    trainer = training.make_trainer(config, envs.from_config(config))
    state = untrained.blank_state(config, trainer.components)
    return Run(config, None, state, {}, (), trainer, evaluator=None)


@pytest.mark.parametrize(
    ("states", "words"),
    [
        (np.zeros((5, 3)), r"states has shape \(5, 1, 3\); it takes \[T \+ 1, 2\]"),
        (np.zeros((1, 2)), r"states has shape \(1, 1, 2\)"),
        (np.zeros(4), r"states has shape \(4,\)"),
        (np.zeros((4, 0, 2)), r"states has shape \(4, 0, 2\)"),
        (np.full((4, 1, 2), np.nan), "states has NaN or inf: episode 0, step 0"),
        (np.array([["a", "b"], ["c", "d"]]), "states has type <U1; it takes real numbers"),
        (np.zeros((4, 2, 2)), "the states to imitate never change"),
    ],
)
def test_states_that_do_not_fit_are_named(states, words):
    with pytest.raises(ConfigError, match=words):
        imitate.imitate_states(made(), states)


def test_files_that_do_not_fit_are_named(tmp_path):
    student = made()
    cases = {
        "absent.npz": (None, "there is no such file"),
        "text.npz": (b"x,y\n1,2\n", "it cannot be read as NumPy's .npz"),
        "empty.npz": (b"", "it cannot be read as NumPy's .npz"),
        "cut.npz": (b"PK\x03\x04", "it cannot be read as NumPy's .npz"),
    }
    for name, (content, words) in cases.items():
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(ConfigError, match=words):
            imitate.read_states(path, student)
    np.savez(tmp_path / "other.npz", obs=np.zeros((3, 2)))
    with pytest.raises(ConfigError, match=r"it holds obs, but no array states\. Write it with numpy\.savez"):
        imitate.read_states(tmp_path / "other.npz", student)
    np.save(tmp_path / "bare.npy", np.zeros((3, 2)))
    with pytest.raises(ConfigError, match="it cannot be read as NumPy's \\.npz"):
        imitate.read_states(tmp_path / "bare.npy", student)
    np.savez(tmp_path / "objects.npz", states=np.array([{}, 3], dtype=object))
    with pytest.raises(ConfigError, match="it cannot be read as NumPy's"):
        imitate.read_states(tmp_path / "objects.npz", student)
    np.savez(tmp_path / "one.npz", states=np.ones((3, 2), np.float64))
    assert imitate.read_states(tmp_path / "one.npz", student).shape == (3, 1, 2)


REFUSED = [
    ([], "Name the expert, then the student: imitate EXPERT STUDENT"),
    (["{run}"], "or imitate STUDENT --demonstration=FILE.npz; one is named."),
    (["{run}", "{run}", "--demonstration=x.npz"], "Name the student alone"),
    (["{run}/no", "{run}"], "there is no such run"),
    (["{run}", "--demonstration=no.npz"], "--demonstration=no.npz: there is no such file"),
    (["{run}", "{run}", "--checkpoint=5"], "has no checkpoint '5'"),
    (
        ["{run}", "--demonstration=x.npz", "--episode_length=5"],
        "a demonstration has its own",
    ),
    (["{run}", "{run}", "--file=no/found.json"], "the folder no does not exist"),
    (["{run}", "{run}", "--file=found.png"], "--file=found.png: it is JSON, beside a picture. Name a file"),
]


@pytest.mark.usefixtures("no_start")
class TestCommand:
    def test_it_writes_json_and_a_picture(self, uninterrupted_run, capsys, tmp_path):
        name = uninterrupted_run.path.name
        argv = [str(uninterrupted_run.path), "--episodes=1", "--episode_length=6"]
        page = report.write_directory(uninterrupted_run.path).path
        assert command.main([str(uninterrupted_run.path), *argv]) == 0
        said = capsys.readouterr().out
        assert [x["file"] for x in data_of(page)["pictures"]] == [f"imitation-{name}.png"]
        found = json.loads((uninterrupted_run.path / f"imitation-{name}.json").read_text())
        assert np.shape(found["M"]) == np.shape(found["mean_score"]) == np.shape(found["distance"]) == (3, 3)
        np.testing.assert_allclose(np.sum(found["M"], axis=1), 1, rtol=1e-5)
        assert np.shape(found["L"]) == (3, 1, 6)
        assert len(found["dist_vec"]) == len(found["retrieved"]) == len(found["nearest"]) == 3
        assert (found["features"], found["episodes"], found["retrieval_chance"]) == (
            "xy",
            1,
            pytest.approx(1 / 3),
        )
        assert found["episode_length"] == 6
        assert found["expert"] == found["student"]
        assert "retrieved skills that are the nearest" in said
        assert found["by_features"]["dist_vec"] == found["dist_vec"]
        picture = (uninterrupted_run.path / f"imitation-{name}.png").read_bytes()
        assert picture.startswith(b"\x89PNG")
        # The command reads states, and writes to the given file.
        np.savez(tmp_path / "states.npz", states=np.random.default_rng(0).normal(size=(7, 2, 2)))
        recorded = [f"--demonstration={tmp_path / 'states.npz'}", f"--file={tmp_path / 'found.json'}"]
        assert command.main([str(uninterrupted_run.path), "--episodes=1", *recorded]) == 0
        assert len(data_of(page)["pictures"]) == 1
        found = json.loads((tmp_path / "found.json").read_text())
        assert np.shape(found["M"]) == (2, 3)
        assert (tmp_path / "found.png").is_file()

    def test_it_refuses(self, uninterrupted_run, capsys):
        for argv, words in REFUSED:
            assert command.main([word.format(run=uninterrupted_run.path) for word in argv]) == 2
            out, err = capsys.readouterr()
            assert out == ""
            assert words in err


def test_episodes_without_a_step_are_left_out():
    """A line to imitate, and skills beside it, two episodes each. One episode of skill 0, and both of
    skill 1, have no step."""
    line = np.arange(5.0)[:, None, None]
    shown = imitate.Demonstrations(np.zeros(1, int), line, line, np.ones((4, 1), bool))
    ours = line + np.array([1.0, 9.0, 8.0, 8.0, 3.0, 4.0])[:, None]
    valid = np.broadcast_to([True, False, False, False, True, True], (4, 6))
    distance = imitate._distances(shown, line, np.ones(1), SimpleNamespace(valid=valid), ours, 2)
    np.testing.assert_allclose(distance, [[1.0, np.nan, np.sqrt((9 + 16) / 2)]])
    found = imitate._compared(distance, distance[:, 0], np.array([0]))
    assert (found.nearest, found.rank, found.retrieval, found.under_random) == (0, 0, 1.0, 1.0)
    found = imitate._compared(distance, distance[:, 1], np.array([1]))
    assert (found.nearest, found.rank, found.retrieval, found.under_random) == (0, 2, 0.0, 0.0)


def test_a_picture_leaves_out_skills_whose_episodes_have_no_step():
    distance = np.array([[1.0, 2.0, np.nan], [4.0, 3.0, np.nan]])
    nearest = np.array([1.0, 3.0])
    found = Retrieval(np.zeros((2, 3)), distance, np.array([0, 1]), nearest, "ab", "012")
    figure = imitation_figure(found, score="score", of="xy")
    right = figure.axes[2]
    assert right.get_ylim() == pytest.approx((0, 1.15 * 4))
    medians, ours = (line.get_ydata() for line in right.get_lines())
    np.testing.assert_allclose(medians, [1.5, 3.5])
    np.testing.assert_allclose(ours, [1.0, 3.0])
    ends = [segment[:, 1].tolist() for segment in right.collections[0].get_segments()]
    assert ends == [[1.0, 2.0], [3.0, 4.0]]
