"""Archives of skills: which skills they keep, how they are written, read and drawn."""

import dataclasses
import json

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import runs
import tiny
import untaught
from pages import data_of

from diayn_jax.config import ConfigError
from diayn_jax.evaluation.metrics import Archive, cvt_centroids, elites
from diayn_jax.show import report
from diayn_jax.show.pictures import figure_style
from diayn_jax.show.pictures import repertoire as pictures
from diayn_jax.storage.files import RunFileError
from diayn_jax.use import folded_skills
from diayn_jax.use.archives import adapt, archive, archive_file
from experiments import archive as command


@pytest.fixture(scope="module")
def run(tiny_run):
    return tiny_run


def test_elites_are_the_fittest_of_their_cells():
    rng = np.random.default_rng(0)
    cell, fitness = rng.integers(0, 5, 40), rng.integers(0, 6, 40).astype(float)
    best = {}
    for place, (c, f) in enumerate(zip(cell, fitness, strict=True)):
        if c not in best or f > fitness[best[c]]:
            best[c] = place
    np.testing.assert_array_equal(elites(cell, fitness), [best[c] for c in sorted(best)])
    assert elites([], []).shape == (0,)


def test_plain_networks_act_as_the_skills_do(run):
    obs = jnp.asarray(np.random.default_rng(0).uniform(-1, 1, (50, 2)), jnp.float32)
    policies = folded_skills.plain_policies(run)
    assert policies.input_size == 2
    assert policies.hidden_sizes == (8,)
    for z in range(3):
        own = jax.tree.map(lambda x, z=z: x[z], policies.params)
        np.testing.assert_allclose(folded_skills.act(own, obs), run.act(obs, skill=z), atol=1e-5)


def test_choices_among_skills_are_no_plain_networks(run):
    chooser = dataclasses.replace(
        run.skills, config=dataclasses.replace(run.config, choose_from="runs/point/x")
    )
    with pytest.raises(ConfigError, match="chooses among the skills of runs/point/x, and its actions are no"):
        folded_skills.plain_policies(chooser)


def test_skills_that_there_are_not_are_no_plain_networks(run):
    for skills in ([3], [-1], [0.5], [[0, 1]], 0):
        with pytest.raises(ConfigError, match="skill"):
            folded_skills.plain_policies(run, skills)


def test_an_archive_holds_what_skills_do(run):
    made = archive.make_repertoire(run, centroids=16)
    # By hand: the final position and the return of each skill's mode.
    key = jax.random.fold_in(jax.random.key(run.config.seed), 0x617263)
    played = run.evaluator.rollouts(run.state, key, jnp.arange(3), 20, True, True)
    final, returns = np.asarray(played.xy)[-1], np.asarray(played.reward).sum(0)
    centroids = cvt_centroids((-1.0, -1.0), (1.0, 1.0), 16)
    nearest = np.argmin(((final[:, None] - centroids[None]) ** 2).sum(-1), axis=1)
    for place, cell in enumerate(made.cell):
        there = np.flatnonzero(nearest == cell)
        best = there[np.argmax(returns[there])]
        assert made.skill[place] == best
        np.testing.assert_allclose(made.descriptors[place], final[best], atol=1e-5)
        np.testing.assert_allclose(made.fitness[place], returns[best], rtol=1e-5)
    assert sorted(made.cell) == sorted(set(nearest))
    # The offset is 2 per step, because the worst reward is −2. So a filled cell never lowers the score.
    assert made.archive == Archive((-1.0, -1.0), (1.0, 1.0), offset=40.0, centroids=16)
    assert made.figures()["qd/score"] == pytest.approx(sum(made.fitness + 40))


def test_solutions_are_tried_in_the_world_of_their_run(run, tmp_path):
    """All start near 0.5, 0.25 and move by 0.14 m at most. The reward is minus the distance to 1, 1, / √2."""
    moved = dataclasses.replace(run, config=dataclasses.replace(run.config, start_offset=(0.5, 0.25)))
    file = archive_file.save(archive.make_repertoire(moved, centroids=16), tmp_path / "skills.npz")
    for env in (None, "point"):
        found = adapt.adapt(file, "none", env=env, episode_length=1)
        assert found.settings["variations"] == {"start_offset": (0.5, 0.25)}
        np.testing.assert_allclose(found.changes[0].returns, -np.hypot(0.5, 0.75) / np.sqrt(2), atol=0.2)
    assert adapt.adapt(file, "none", env="point_goals").settings["variations"] == {}


def test_the_file_needs_nothing_but_numpy(run, tmp_path):
    made = archive.make_repertoire(run, "xy,mean:xy", centroids=8, episodes=2)
    path = archive_file.save(made, tmp_path / "skills.npz")
    with np.load(path, allow_pickle=False) as arrays:
        found = dict(arrays)
    assert {"genotype/Dense_0/kernel", "descriptors", "fitness", "centroids"} <= set(found)
    assert found["descriptors"].shape == (len(found["cell"]), 4)
    assert list(found["names"]) == ["x (m)", "y (m)", "mean x (m)", "mean y (m)"]
    assert json.loads(str(found["about"]))["env"] == "point"
    # NumPy alone computes an action.
    kernels = [(found[f"genotype/Dense_{i}/kernel"][0], found[f"genotype/Dense_{i}/bias"][0]) for i in (0, 1)]
    hidden = np.maximum(np.array([0.2, -0.4]) @ kernels[0][0] + kernels[0][1], 0)
    action = np.tanh(hidden @ kernels[1][0] + kernels[1][1])
    np.testing.assert_allclose(action, run.act([0.2, -0.4], skill=int(found["skill"][0])), atol=1e-5)
    again = archive_file.load(path)
    assert again.archive == made.archive
    assert again.names == made.names
    assert dict(again.about) == json.loads(json.dumps(made.about))
    for name, x in made.genotypes.items():
        np.testing.assert_array_equal(again.genotypes[name], x)


def test_damaged_files_are_refused(run, tmp_path):
    path = archive_file.save(archive.make_repertoire(run, centroids=4), tmp_path / "skills.npz")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(RunFileError, match="is not an archive"):
        archive_file.load(path)
    with pytest.raises(RunFileError, match="cannot be read"):
        archive_file.load(tmp_path / "none.npz")
    path.write_bytes(whole)
    with np.load(path) as arrays:
        found = dict(arrays)
    for change in (
        {"cell": found["cell"] + 4},
        {"low": found["low"][:1]},
        {"fitness": np.append(found["fitness"], 0.0)},
        {"fitness": np.full_like(found["fitness"], np.nan)},
        {"format": np.asarray(9)},
        {"about": np.asarray("[]")},
        {"about": np.asarray('{"observation": 5}')},
        {"format": np.asarray([1, 1])},
        {"names": np.asarray("x")},
        {"skill": np.asarray(1)},
        {"cell": found["cell"] + 0.5},
        {"cell": found["cell"].astype(str)},
        {"low": found["high"]},
        {"genotype/Dense_0/kernel": np.asarray(1.0)},
        {"genotype/Dense_0/bias": np.full_like(found["genotype/Dense_0/bias"], np.nan)},
        {"genotype/Dense_0/bias": found["genotype/Dense_0/bias"].astype(str)},
    ):
        np.savez(path, **{**found, **change})
        with pytest.raises(RunFileError, match="is not an archive"):
            archive_file.load(path)
    np.savez(path, **{name: x for name, x in found.items() if name != "centroids"})
    with pytest.raises(RunFileError, match="centroids"):
        archive_file.load(path)


def test_single_flipped_bits_are_noticed_or_change_nothing(tmp_path):
    kernel = np.arange(12, dtype=np.float32).reshape(3, 2, 2)
    made = archive.Repertoire(
        genotypes={"Dense_0/kernel": kernel, "Dense_0/bias": kernel[:, 0]},
        descriptors=np.arange(6.0).reshape(3, 2),
        fitness=np.arange(3.0),
        cell=np.arange(3),
        skill=np.arange(3),
        centroids=np.zeros((4, 2)),
        archive=Archive((0.0, 0.0), (9.0, 9.0), centroids=4),
        names=("x", "y"),
        about={"env": "point"},
    )
    path, rng = archive_file.save(made, tmp_path / "skills.npz"), np.random.default_rng(0)
    data = path.read_bytes()
    refused = 0
    for bit in rng.integers(0, 8 * len(data), 400):
        flipped = bytearray(data)
        flipped[bit // 8] ^= 1 << (bit % 8)
        path.write_bytes(flipped)
        try:
            found = archive_file.load(path)
        except RunFileError:
            refused += 1
            continue
        assert found.about == made.about
        assert (found.archive, found.names) == (made.archive, made.names)
        for name in ("descriptors", "fitness", "cell", "skill", "centroids"):
            np.testing.assert_array_equal(getattr(found, name), getattr(made, name))
        for name, x in made.genotypes.items():
            np.testing.assert_array_equal(found.genotypes[name], x)
    assert refused > 200


def test_what_cannot_be_is_refused(run):
    with pytest.raises(ConfigError, match="Did you mean xy"):
        archive.make_repertoire(run, "xyz")
    with pytest.raises(ConfigError, match="has no last:xy"):
        archive.make_repertoire(run, "last:xy")
    with pytest.raises(ConfigError, match="2 lowest values"):
        archive.make_repertoire(run, bounds=((0.0,), (1.0,)))
    with pytest.raises(ConfigError, match="above the lowest"):
        archive.make_repertoire(run, bounds=((0.0, 1.0), (1.0, 1.0)))
    with pytest.raises(ConfigError, match="centroids=0"):
        archive.make_repertoire(run, centroids=0)
    with pytest.raises(ConfigError, match="are not drawn"):
        archive.make_repertoire(run, draws=5)


def test_skills_that_are_vectors_are_drawn(tmp_path, monkeypatch):
    untaught.with_stubs(monkeypatch)
    fields = {
        name: x for name, x in tiny.FIELDS.items() if name not in ("num_skills", "discriminator_hidden_sizes")
    }
    config = tiny.make_config(
        {**fields, "objective": "metra", "representation_hidden_sizes": (8,), "log_dir": str(tmp_path)}
    )
    made = archive.make_repertoire(runs.run(config)[0], draws=9, centroids=4)
    assert made.skill.shape == (len(made.cell), 2)
    np.testing.assert_allclose(np.linalg.norm(made.skill, axis=-1), 1, atol=1e-6)


def test_cells_fill_their_box():
    low, high = np.array([-1.0, 0.0]), np.array([1.0, 3.0])
    centroids = cvt_centroids(tuple(low), tuple(high), 20)
    polygons = pictures.cell_polygons(centroids, low, high)
    area = [
        0.5 * abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) for x, y in (p.T for p in polygons)
    ]
    np.testing.assert_allclose(sum(area), 6.0, rtol=1e-6)
    for centroid, polygon in zip(centroids, polygons, strict=True):
        # The nearest centroid to the middle of a cell is the cell's own.
        distance = ((centroids - polygon.mean(0)) ** 2).sum(-1)
        np.testing.assert_array_equal(centroids[np.argmin(distance)], centroid)


@pytest.mark.parametrize("dims", [1, 2, 3])
def test_pictures_of_any_number_of_descriptors(tmp_path, dims):
    rng = np.random.default_rng(0)
    low, high = -np.ones(dims), np.ones(dims)
    descriptors = rng.uniform(-1, 1, (12, dims))
    cells = pictures.Cells(
        centroids=rng.uniform(-1, 1, (30, dims)),
        low=low,
        high=high,
        cell=np.arange(12),
        descriptors=descriptors,
        fitness=rng.normal(size=12),
        names=["x (m)", "y (m)", "speed (m/s)"][:dims],
    )
    figure = pictures.repertoire_figure(cells, title="point", labels=list("abc"))
    paths = figure_style.save_all({"repertoire": figure}, tmp_path)
    assert [path.name for path in paths] == ["repertoire.png", "repertoire.svg"]
    svg = paths[1].read_text(encoding="utf-8")
    assert "x (m)" in svg
    assert ("speed (m/s)" in svg) == (dims == 3)


def test_an_empty_archive_is_not_drawn():
    cells = pictures.Cells(
        *(np.zeros((4, 2)), -np.ones(2), np.ones(2)),
        np.zeros(0, int),
        np.zeros((0, 2)),
        np.zeros(0),
        ["a", "b"],
    )
    with pytest.raises(ValueError, match="cannot be drawn"):
        pictures.repertoire_figure(cells)


def test_the_command_writes_file_and_picture(run, no_start, capsys):
    path = str(run.path)
    page = report.write_directory(run.path).path
    assert command.main([path, "--bounds=-1,-1,1,1", "--centroids=16"]) == 0
    said = capsys.readouterr().out
    assert [x["file"] for x in data_of(page)["pictures"]] == ["archive.png"]
    assert f"Wrote {page}" in said
    assert "of 16 cells filled" in said
    for name in ("archive.npz", "archive.png", "archive.svg"):
        assert (run.path / name).exists()
        assert name in said
    assert command.main([path, "--descriptors=height"]) == 2
    assert "has no height" in capsys.readouterr().err
    assert command.main([path, "--bounds=-1,1,1"]) == 2
    assert command.main([path, "--file=archive.csv"]) == 2
    assert command.main([path, path]) == 2
    assert command.main(["--help"]) == 0
    assert "--descriptors" in capsys.readouterr().out
