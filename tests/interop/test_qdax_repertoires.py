"""Skills in QDax's repertoires, and back; QDax's algorithms that begin with skills."""

import dataclasses
import functools
import json
import pathlib
import re

import extras

extras.need("qdax", "qdax")

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from pages import data_of

import diayn_jax
from diayn_jax import envs
from diayn_jax.config import ConfigError
from diayn_jax.interop.qdax import repertoires
from diayn_jax.interop.qdax.environment import Descriptor
from diayn_jax.show import page
from diayn_jax.types import Timestep
from diayn_jax.use import folded_skills
from diayn_jax.use.archives import adaptation, archive, archive_file

# isort: split

from qdax.core.containers.mapelites_repertoire import MapElitesRepertoire
from qdax.core.emitters.dcrl_me_emitter import DCRLMEConfig, DCRLMEEmitter
from qdax.core.emitters.mutation_operators import isoline_variation
from qdax.core.emitters.pga_me_emitter import PGAMEConfig, PGAMEEmitter
from qdax.core.emitters.standard_emitters import MixingEmitter
from qdax.core.map_elites import MAPElites
from qdax.core.neuroevolution.networks.networks import MLPDC


@pytest.fixture(scope="module")
def run(tiny_run):
    return tiny_run


def test_skills_are_scored_as_numpy_scores_them(run):
    """The return and the last position of each skill's mode, played by hand in the point world."""
    task = repertoires.task_of(run, centroids=16)
    policies = folded_skills.plain_policies(run)
    key = jax.random.key(7)
    fitness, descriptors, extra = task.score(policies.params, key)
    assert extra["transitions"].obs.shape == (3, 20, 2)
    place = np.asarray(extra["transitions"].obs[:, 0], np.float64)
    earned = np.zeros(3)
    for _ in range(20):
        action = np.stack([np.asarray(run.act(place[z], skill=z)) for z in range(3)])
        place = np.clip(place + 0.1 * action, -1, 1)
        earned -= np.sqrt(((place - 1) ** 2).sum(-1)) / np.sqrt(2)
    np.testing.assert_allclose(descriptors, place, atol=1e-4)
    np.testing.assert_allclose(fitness, earned, rtol=1e-4)
    # The solutions lie in the cells of their positions.
    found = repertoires.skill_repertoire(run, task, key=key)
    centroids = np.asarray(task.centroids())
    cell = np.argmin(((place[:, None] - centroids) ** 2).sum(-1), axis=1)
    for c in range(16):
        mine = earned[cell == c]
        assert float(found.fitnesses[c, 0]) == (pytest.approx(mine.max(), rel=1e-4) if len(mine) else -np.inf)
    figures = task.figures(found)
    best = np.array([earned[cell == c].max() for c in set(cell)])
    np.testing.assert_allclose(figures["qd_score"], (best + 40).sum(), rtol=1e-4)
    np.testing.assert_allclose(figures["coverage"], len(best) / 16, rtol=1e-6)


def algorithm(name, task):
    variation = functools.partial(isoline_variation, iso_sigma=0.01, line_sigma=0.05)
    sizes = {
        "critic_hidden_layer_size": (8,),
        "num_critic_training_steps": 2,
        "num_pg_training_steps": 2,
        "replay_buffer_size": 1000,
        "batch_size": 8,
    }
    if name == "map_elites":
        emitter = MixingEmitter(None, variation, 1.0, 4)
    elif name == "pga_me":
        emitter = PGAMEEmitter(PGAMEConfig(env_batch_size=4, **sizes), task.network, task.env, variation)
    else:
        actor = MLPDC(layer_sizes=task.network.layer_sizes, final_activation=jnp.tanh)
        config = DCRLMEConfig(ga_batch_size=2, dcrl_batch_size=1, ai_batch_size=1, **sizes)
        emitter = DCRLMEEmitter(config, task.network, actor, task.env, variation)
    return MAPElites(scoring_function=task.score, emitter=emitter, metrics_function=task.figures)


@pytest.mark.parametrize("name", ["map_elites", "pga_me", "dcrl_me"])
def test_algorithms_start_from_skills(run, name):
    task = repertoires.task_of(run, centroids=16, descriptor_conditioned=name == "dcrl_me")
    skills = folded_skills.plain_policies(run).params
    chosen = algorithm(name, task)
    key = jax.random.key(0)
    repertoire, emitter, first = chosen.init(skills, task.centroids(), key)
    # Each filled cell has one of the skills, and one of them is the best skill.
    filled = np.isfinite(np.asarray(repertoire.fitnesses).reshape(-1))
    assert 1 <= filled.sum() <= 3
    held, theirs = (
        np.concatenate([np.asarray(x).reshape(len(x), -1) for x in jax.tree.leaves(tree)], axis=1)
        for tree in (repertoire.genotypes, skills)
    )
    is_skill = (held[filled][:, None] == theirs).all(-1)
    np.testing.assert_array_equal(is_skill.sum(1), 1)
    assert is_skill.sum(0).max() == 1
    update = jax.jit(chosen.update)
    score = float(first["qd_score"])
    for number in range(2):
        repertoire, emitter, figures = update(repertoire, emitter, jax.random.key(number))
        assert float(figures["qd_score"]) >= score
        score = float(figures["qd_score"])
    assert np.isfinite(score)


def test_random_solutions_have_the_skills_shapes(run):
    task = repertoires.task_of(run)
    drawn = task.random(jax.random.key(0), 3)
    assert jax.tree.map(jnp.shape, drawn) == jax.tree.map(jnp.shape, folded_skills.plain_policies(run).params)
    assert jax.tree.structure(drawn) == jax.tree.structure(folded_skills.plain_policies(run).params)


def test_archives_go_to_qdax_and_back(run, tmp_path):
    made = archive.make_repertoire(run, centroids=16)
    theirs = repertoires.from_archive(made)
    assert int(jnp.isfinite(theirs.fitnesses).sum()) == len(made.cell)
    task = repertoires.task_of(run, centroids=16)
    again = repertoires.to_archive(theirs, task, about={"run": "tiny"})
    path = archive_file.save(again, tmp_path / "again.npz")
    read = archive_file.load(path)
    np.testing.assert_array_equal(read.cell, made.cell)
    np.testing.assert_allclose(read.fitness, made.fitness, rtol=1e-6)
    np.testing.assert_allclose(read.descriptors, made.descriptors, atol=1e-6)
    assert read.names == made.names
    assert read.about["backend"] == "jax"
    for name, x in made.genotypes.items():
        np.testing.assert_allclose(read.genotypes[name], x, rtol=1e-6)
    assert archive.draw(read, tmp_path, "again")[0].exists()


def test_a_repertoire_is_tried_on_the_backend_of_its_task(tmp_path, monkeypatch):
    """The default of this robot is MuJoCo's engine, but solutions found on spring are tried on spring."""
    task = repertoires.make_task(
        "inverted_pendulum",
        (4,),
        episode_length=3,
        descriptor=Descriptor("x", ((-9.0,), (9.0,))),
        backend="spring",
        centroids=4,
    )
    centroids = task.centroids()
    filled = MapElitesRepertoire.init(
        task.random(jax.random.key(0), 2), jnp.array([[1.0], [2.0]]), centroids[:2], centroids
    )
    solutions = repertoires.policies(filled, task)
    saved = archive_file.save(repertoires.to_archive(filled, task), tmp_path / "saved.npz")
    assert solutions.backend == archive.policies(archive_file.load(saved)).backend == "spring"
    made, make = [], envs.make

    def make_noted(*args, **variation):
        made.append(make(*args, **variation))
        return made[-1]

    monkeypatch.setattr(envs, "make", make_noted)
    (found,) = adaptation.adapt_policies(
        solutions,
        "inverted_pendulum",
        adaptation.gravities((0.25,)),
        episode_length=3,
        choice_episodes=1,
        episodes=1,
    )
    assert found.tried.shape == (2, 1)
    assert np.isfinite(found.returns).all()
    assert [env.backend for env in made] == ["spring"]


def test_a_searched_repertoire_is_on_the_report(run, tmp_path):
    task = repertoires.task_of(run, centroids=16)
    found = repertoires.to_archive(repertoires.skill_repertoire(run, task), task, about={"run": "tiny"})
    with pytest.raises(ConfigError, match="None is not a path"):
        archive.show_on_report(found, None)
    before = archive.show_on_report(found, tmp_path)
    assert [path.name for path in before] == ["repertoire.png", "repertoire.svg"]
    target = tmp_path / "report.html"
    target.write_text(page.render({"kind": "run", "title": "a run", "head": {}}), encoding="utf-8")
    assert archive.show_on_report(found, tmp_path, "searched")[-1] == target
    pictures = [(x["title"], x["file"]) for x in data_of(target)["pictures"]]
    assert pictures == [("A repertoire", "repertoire-searched.png"), ("A repertoire", "repertoire.png")]


def test_what_the_policy_sees_beyond_the_observation_is_appended():
    """Ant's agent sees xy, which the observation lacks.

    This environment has one number, and shows its feature in the same way.
    """
    feature = envs.Feature(1, "height", "m")

    def reset(keys):
        size = keys.shape[0]
        return Timestep(
            state=jnp.zeros((size, 2)), obs=jnp.zeros((size, 1)), reward=jnp.zeros(size),
            terminated=jnp.zeros(size, bool), features={"height": jnp.zeros((size, 1))},
        )  # fmt: skip

    def step(state, action):
        state = state + jnp.concatenate([action, 2 * action], axis=-1)
        return Timestep(
            state=state, obs=state[:, :1], reward=state[:, 0], terminated=jnp.zeros(len(state), bool),
            features={"height": state[:, 1:]},
        )  # fmt: skip

    world = envs.Env("rise", "jax", 1, 1, {"height": feature}, "height", reset, step, 1.0)
    task = repertoires.make_task(
        world,
        (4,),
        episode_length=3,
        descriptor=Descriptor("height", ((-9.0,), (9.0,))),
        observes="height",
    )
    assert task.input_size == 2
    params = task.random(jax.random.key(0), 2)
    _, descriptors, extra = task.score(params, jax.random.key(1))
    seen = np.asarray(extra["transitions"].obs)
    np.testing.assert_allclose(seen[..., 1], 2 * seen[..., 0], atol=1e-6)
    np.testing.assert_allclose(
        descriptors[:, 0], 2 * np.asarray(extra["transitions"].next_obs)[:, -1, 0], rtol=1e-5
    )


def test_what_cannot_be_is_refused(run):
    with pytest.raises(ConfigError, match="aggregate=last"):
        repertoires.task_of(run, descriptor=Descriptor("xy", aggregate="last"))
    other = repertoires.make_task(
        "pendulum", episode_length=5, descriptor=Descriptor("obs", ((-9,) * 3, (9,) * 3))
    )
    with pytest.raises(ConfigError, match="the task shows 3"):
        repertoires.skill_repertoire(run, other)
    chooses = dataclasses.replace(run.config, choose_from="runs/ant/skills")
    with pytest.raises(ConfigError, match="chooses among the skills of runs/ant/skills"):
        repertoires.task_of(dataclasses.replace(run, config=chooses))


def with_small_networks(sources):
    """Returns the code with smaller networks, because the distilled policy's quality does not matter here."""
    large, small = "updates=200,", "updates=20, policy_hidden_sizes=(8,), discriminator_hidden_sizes=(8,),"
    assert sum(large in source for source in sources) == 1
    return [source.replace(large, small) for source in sources]


def test_the_code_in_the_docs_runs(run, tmp_path, monkeypatch, capsys):
    """Runs all blocks of docs/how_to/qdax.md in one namespace, in order; the run exists already."""
    monkeypatch.setattr(diayn_jax, "train", lambda **fields: run)
    page = pathlib.Path(__file__).parent.parent.parent / "docs" / "how_to" / "qdax.md"
    blocks = re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) >= 4
    monkeypatch.chdir(tmp_path)
    names = {}
    for block in with_small_networks(blocks):
        exec(compile(block, str(page), "exec"), names)
    assert names["repertoire"].centroids.shape == (1024, 2)
    assert archive_file.load(tmp_path / "searched.npz").about["run"] == "point"
    assert (run.path / "repertoire-map_elites.png").exists()
    capsys.readouterr()


@pytest.mark.slow
def test_the_notebook_runs(run, tmp_path, monkeypatch, capsys):
    """Runs all cells of the notebook, on a run that exists already; the fields of its own are checked."""

    def train(**fields):
        assert diayn_jax.make_config(**fields).env == run.config.env
        return run

    monkeypatch.setattr(diayn_jax, "train", train)
    page = pathlib.Path(__file__).parent.parent.parent / "examples" / "qdax.ipynb"
    notebook = json.loads(page.read_text(encoding="utf-8"))
    monkeypatch.chdir(tmp_path)
    names = {}
    sources = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    for source in with_small_networks(sources):
        exec(compile(source, str(page), "exec"), names)
    assert {"skills.npz", "skills.png"} <= {path.name for path in tmp_path.iterdir()}
    said = capsys.readouterr().out
    assert "QD score from skills" in said
    assert said.count("start_offset=(0.4, 0.4): ") == 2
    first, last = map(float, re.search(r"log q: (\S+) at first, (\S+) after", said).groups())
    assert -1.5 < first < last < 0  # ln 4 = 1.39 without any knowledge
