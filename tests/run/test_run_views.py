"""What a run shows in TensorBoard and in Weights & Biases."""

import errno
import io
import json
import math
import os
import shutil
import sys
import time
from types import SimpleNamespace

import pytest
import tiny
from PIL import Image
from runs import STEPS, Crash, run, shown_events

from diayn_jax import number_format
from diayn_jax.config import ConfigError
from diayn_jax.run import lanes
from diayn_jax.show import live
from diayn_jax.storage import events, files, logs, run_to_resume
from diayn_jax.use import training_run


def test_events_join_without_gap_or_repeat(tmp_path, shared_compilation):
    whole, _ = run(tiny.config(tmp_path / "whole", tensorboard=True))
    config = tiny.config(tmp_path, tensorboard=True)
    with pytest.raises(Crash):
        run(config, "100%")
    resumed, _ = run(config, resume=True)
    assert [len(events.event_files(done.path)) for done in (whole, resumed)] == [1, 2]
    written = [
        [(step, value.tag) for step, value in shown_events(done.path) if value.tag != "time/compile_seconds"]
        for done in (whole, resumed)
    ]
    assert sorted(written[0]) == sorted(written[1])
    assert len(set(written[0])) == len(written[0])
    assert {step for step, _ in written[0]} == set(STEPS)


@pytest.mark.filterwarnings("ignore:Call to deprecated create function:DeprecationWarning")
@pytest.mark.parametrize("first", [True, False])
def test_events_that_a_run_lacks_are_written_at_its_resume(tmp_path, shared_compilation, first):
    run(tiny.config(tmp_path, tensorboard=first, num_env_steps=STEPS[0]))
    with pytest.raises(Crash):
        run(tiny.config(tmp_path, tensorboard=False), "100%", resume=True)
    resumed, said = run(tiny.config(tmp_path, tensorboard=True), resume=True)
    assert sum("the new one has figures, but no older pictures" in line for line in said) == 1
    shown = [(step, value.tag) for step, value in shown_events(resumed.path)]
    assert {step for step, _ in shown} == set(STEPS)
    assert len(set(shown)) == len(shown)


@pytest.mark.filterwarnings("ignore:Call to deprecated create function:DeprecationWarning")
def test_figures_of_a_row_that_was_read_again_are_shown_if_they_are_new(tmp_path):
    """A row of a file has an empty cell for each figure that only other rows have."""
    text = "time/env_steps,eval/mi,eval/probe_mi\n100,0.5,0.25\n200,0.75,\n"
    (tmp_path / "progress.csv").write_text(text)
    logs.Progress(tmp_path, [], logs.read(tmp_path), True, None, print).close()
    resumed = logs.Progress(tmp_path, [], logs.read(tmp_path), True, 200, print)
    resumed.add({"time/env_steps": 200, "eval/mi": 0.75, "eval/probe_mi": 0.5})
    resumed.close()
    shown = [(step, value.tag, value.simple_value) for step, value in shown_events(tmp_path)]
    assert shown == [
        (100, "eval/mi", 0.5),
        (100, "eval/probe_mi", 0.25),
        (200, "eval/mi", 0.75),
        (200, "eval/probe_mi", 0.5),
    ]
    assert (tmp_path / "progress.csv").read_text() == f"{text.rstrip()}0.5\n"


def test_views_of_every_evaluation_join_too(tmp_path, shared_compilation, monkeypatch):
    monkeypatch.setattr(lanes, "VIEW_SHARE", math.inf)
    views = {"tensorboard": True, "log_pictures": True, "log_video": 2}
    whole, _ = run(tiny.config(tmp_path / "whole", **views))
    with pytest.raises(Crash):
        run(tiny.config(tmp_path, **views), "100%")
    resumed, _ = run(tiny.config(tmp_path, **views), resume=True)
    seen = []
    for done in (whole, resumed):
        values = shown_events(done.path)
        seen.append([(step, x.tag) for step, x in values if not x.HasField("simple_value")])
        film = next(x.image for step, x in values if x.tag == "skills" and step == STEPS[-1])
        with Image.open(io.BytesIO(film.encoded_image_string)) as gif:
            assert gif.size == (film.width, film.height)
            times = []
            for i in range(gif.n_frames):
                gif.seek(i)
                times.append(gif.info["duration"])
            # An episode has 20 steps, and the film shows 15 per second.
            assert sum(times) == 21 * 70
        picture = next(x.image for step, x in values if x.tag == "traces" and step == STEPS[-1])
        with Image.open(io.BytesIO(picture.encoded_image_string)) as png:
            assert png.size == (picture.width, picture.height)
    assert sorted(seen[0]) == sorted(seen[1])
    names = {"histogram/return", "histogram/episode_length", "histogram/action", "traces", "skills"}
    names |= {f"histogram/log_q_skill_{z}" for z in range(3)}
    assert set(seen[0]) == {(step, name) for step in STEPS for name in names}


def test_pictures_wait_until_they_are_a_small_part_of_the_time(tmp_path, shared_compilation, monkeypatch):
    drawn = []

    def picture(trajectories, env, seen, shown, title):
        drawn.append(title)
        time.sleep(0.5)

    monkeypatch.setattr(live, "picture", picture)
    run(tiny.config(tmp_path, tensorboard=True, log_pictures=True))
    # The first evaluation draws pictures, so that a run has some early, and so does the last one. There was
    # no time in between.
    assert [title.split(" steps")[0] for title in drawn] == [
        number_format.count(STEPS[0]),
        number_format.count(STEPS[-1]),
    ]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"log_video": 4, "tensorboard": True}, "--log_video=4: this run has only 3 skills"),
        ({"log_video": 1}, "--log_video=1: films go to TensorBoard or Weights & Biases"),
        ({"wandb": "offline", "log_dir": "none"}, "--wandb=offline keeps its files in the run's directory"),
        ({"wandb_project": "skills"}, "--wandb_project=skills works only with --wandb=online or"),
        ({"wandb_entity": "team"}, "--wandb_entity=team works only with --wandb=online or"),
    ],
)
def test_what_cannot_be_shown_is_refused_first(tmp_path, fields, words):
    with pytest.raises(ConfigError, match=words):
        training_run.run(tiny.config(**{"log_dir": tmp_path, **fields}))
    assert not list(tmp_path.iterdir())


def test_without_weights_and_biases(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "wandb", None)
    monkeypatch.setattr(logs.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ConfigError, match=r"pip install 'diayn_jax\[wandb\]'"):
        training_run.run(tiny.config(tmp_path, wandb="offline"))
    assert not list(tmp_path.iterdir())


class Biases:
    """A replacement of the module wandb that keeps its inputs."""

    def __init__(self):
        self.begun, self.rows, self.ended = {}, [], False
        self.errors = SimpleNamespace(Error=RuntimeError)

    def init(self, **asked):
        self.begun = asked
        return self

    def Settings(self, **asked):
        return asked

    def Histogram(self, np_histogram):
        return "histogram", np_histogram

    def Image(self, image):
        return "image", image.size

    def Video(self, file, format):  # noqa: A002
        return "video", format, len(file.getvalue())

    def log(self, row, step):
        self.rows.append((step, row))

    def finish(self):
        self.ended = True


@pytest.fixture
def biases(monkeypatch):
    """A replacement of Weights & Biases, as if it was installed."""
    biases = Biases()
    monkeypatch.setitem(sys.modules, "wandb", biases)
    monkeypatch.setattr(logs.importlib.util, "find_spec", lambda name: name)
    return biases


def test_weights_and_biases_is_told_what_the_log_is(tmp_path, shared_compilation, monkeypatch, biases):
    monkeypatch.setattr(lanes, "VIEW_SHARE", math.inf)
    done, _ = run(tiny.config(tmp_path, wandb="offline", log_pictures=True, log_video=2))
    assert biases.ended
    assert (biases.begun["mode"], biases.begun["name"]) == ("offline", "point/tiny")
    assert (biases.begun["project"], biases.begun["entity"]) == ("diayn_jax", None)
    assert biases.begun["dir"] == str(done.path)
    assert biases.begun["config"]["num_skills"] == 3
    steps = [step for step, _ in biases.rows]
    assert steps == sorted(steps)
    told = {}
    for step, row in biases.rows:
        told.setdefault(step, {}).update(row)
    assert sorted(told) == STEPS
    for row in logs.read(done.path):
        step = row["time/env_steps"]
        # The last row is written twice, the second time with a later clock.
        logged = {name: x for name, x in row.items() if x is not None and not name.startswith("time/")}
        assert {name: told[step][name] for name in logged} == pytest.approx(logged, rel=0, nan_ok=True)
        assert told[step]["traces"][0] == "image"
        assert told[step]["skills"][:2] == ("video", "gif")
        assert sum(told[step]["histogram/return"][1][0]) == 6


def test_project_and_entity_at_weights_and_biases(tmp_path, shared_compilation, biases):
    mine = {"wandb": "offline", "wandb_project": "skills of ants", "wandb_entity": "our-team"}
    done, _ = run(tiny.config(tmp_path, **mine))
    assert (biases.begun["project"], biases.begun["entity"]) == ("skills of ants", "our-team")
    written = json.loads((done.path / "config.json").read_text())["config"]
    assert {name: written[name] for name in mine} == mine
    # A resume keeps them, may move the run, and forgets them without Weights & Biases.
    resumed = lambda **given: run_to_resume.resumed_config(  # noqa: E731
        done.path, tiny.config(tmp_path, **given), given
    )
    assert resumed().wandb_project == "skills of ants"
    assert resumed(wandb_project="other").wandb_project == "other"
    off = resumed(wandb="none")
    assert (off.wandb_project, off.wandb_entity) == ("diayn_jax", "auto")


def test_weights_and_biases_know_a_run_from_one_that_was_there_before(
    tmp_path, shared_compilation, monkeypatch, biases
):
    config = tiny.config(tmp_path, wandb="online")
    times = iter(f"2026-01-01T00:00:{second:02}+00:00" for second in range(60))
    monkeypatch.setattr(files, "now", lambda: next(times))
    with pytest.raises(Crash):
        run(config, "100%")
    first = dict(biases.begun)
    resumed, _ = run(config, resume=True)
    assert {name: biases.begun[name] for name in ("id", "resume")} == {"id": first["id"], "resume": "allow"}
    shutil.rmtree(resumed.path)
    again, _ = run(config)
    assert again.path == resumed.path
    assert biases.begun["id"] != first["id"]


def test_weights_and_biases_that_refuse_leave_the_name_free(
    tmp_path, shared_compilation, monkeypatch, biases
):
    def refuse(**_):
        raise RuntimeError("no key.")

    with monkeypatch.context() as refusing:
        refusing.setattr(biases, "init", refuse)
        with pytest.raises(ConfigError, match=r"--wandb=online does not start: no key\. Log in"):
            run(tiny.config(tmp_path, wandb="online"))
    done, _ = run(tiny.config(tmp_path, wandb="offline"))
    assert done.path.name == "tiny"


def test_weights_and_biases_end_a_run_whose_files_cannot_be_written(
    tmp_path, shared_compilation, monkeypatch, biases
):
    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    config = tiny.config(tmp_path, wandb="offline")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(files.RunFileError, match="No space left"):
            run(config)
    # Otherwise the next run of this process would be logged to this one.
    assert biases.ended
    biases.ended, biases.rows = False, []
    run(config)
    assert biases.ended
    assert biases.rows
