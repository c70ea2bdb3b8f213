"""The parts of an iteration, their floors, and how both benchmarks evaluate measurements."""

import argparse
import itertools
import json
import os
import sys
from types import SimpleNamespace

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from probes import counter, tiny_config

from benchmarks import accelerator, arguments, cost_model, floors, ours_diayn, parts, programs, scale, split
from benchmarks.worker import Segment
from diayn_jax import parallel, training
from diayn_jax.resolve import make_config


@pytest.fixture(scope="module")
def subject():
    config = tiny_config()
    return programs.Subject(config, training.make_trainer(config, counter()))


def on_two_devices():
    config = tiny_config()
    return programs.Subject(config, training.make_trainer(config, counter(), parallel.make_mesh(2)))


@pytest.mark.parametrize("name", [name for name in parts.PARTS if name not in ("physics", "exchange")])
def test_a_part_of_an_iteration_by_itself(subject, name):
    part = parts.make_part(subject, name)
    before = jax.tree.map(jnp.copy, part.carry)
    after, steps = part.run(part.carry, jax.random.key(0))
    assert jax.tree.map(lambda x: (x.shape, x.dtype), after) == jax.tree.map(
        lambda x: (x.shape, x.dtype), before
    )
    # Four steps of eight environments. The output of a part is the input of its next call.
    assert int(steps.sum()) == (32 if name == "environment" else 0)
    assert any((x != y).any() for x, y in zip(jax.tree.leaves(before), jax.tree.leaves(after), strict=True))
    assert all(bool(jnp.isfinite(x).all()) for x in jax.tree.leaves(after) if x.dtype == jnp.float32)


def test_inserting_writes_a_slice_for_each_step(subject):
    part = parts.make_part(subject, "insert")
    capacity = subject.config.replay_size // subject.config.num_envs
    position = int(part.carry.position)
    replay, _ = part.run(part.carry, jax.random.key(0))
    assert int(replay.position) == (position + 4) % capacity
    # The replay had rows with a reward of 1. The rewards grow by one with each step.
    written = np.asarray(replay.rows.reward)[position : position + 4]
    np.testing.assert_array_equal(written, 1.0 + np.arange(4)[:, None] * np.ones(8))
    assert (np.delete(np.asarray(replay.rows.reward), np.s_[position : position + 4], axis=0) == 1).all()


def test_the_optimiser_takes_steps_of_adam(subject):
    part = parts.make_part(subject, "optimiser")
    before, targets = (jax.tree.map(np.asarray, jax.device_get(part.carry[i])) for i in (0, 2))
    # The values are copied above, because the carry is donated.
    (params, _, new_targets), _ = part.run(part.carry, jax.random.key(0))
    rate, tau = (float(subject.hparams[name]) for name in ("learning_rate", "tau"))
    # With a constant gradient, Adam's steps are as long as the learning rate. There are four iterations of
    # two updates.
    for x, y in zip(jax.tree.leaves(before), jax.tree.leaves(params), strict=True):
        np.testing.assert_allclose(np.median(np.abs(x - y)), 8 * rate, rtol=0.02)
    steps = np.arange(1, 9) * rate
    moved = 0.0
    for online in steps:
        moved += tau * (online - moved)
    changes = zip(jax.tree.leaves(targets), jax.tree.leaves(new_targets), strict=True)
    np.testing.assert_allclose(
        np.median(np.concatenate([np.abs(x - y).ravel() for x, y in changes])), moved, rtol=0.02
    )


def test_gradients_are_those_of_the_agents_losses(subject):
    """Adam's first step goes against the gradients that the parts of critics and policy compute."""
    agent, state = subject.trainer.components.agent, subject.agent_state()
    work = parts.PARTS["critics"](subject)
    batch, hparams = work.fixed[0], subject.hparams | {"learning_rate": jnp.ones(())}
    moved, _ = jax.jit(agent.update)(state, batch, batch.reward, hparams)
    for name in ("critics", "policy"):
        work = parts.PARTS[name](subject)
        found, _ = jax.jit(work.step)(work.carry, work.fixed, (), jax.random.key(0), 0)
        steps = jax.tree.map(lambda x, y: x - y, getattr(state, name), getattr(moved, name))
        for grad, step in zip(jax.tree.leaves(found[name]), jax.tree.leaves(steps), strict=True):
            large = np.abs(grad) > 1e-5
            np.testing.assert_array_equal(np.sign(grad)[large], np.sign(step)[large])


def test_the_mean_of_equal_gradients_over_devices_is_themselves():
    part = parts.make_part(on_two_devices(), "exchange")
    before = jax.device_get(part.carry)
    after, _ = part.run(part.carry, jax.random.key(0))
    for x, y in zip(jax.tree.leaves(before), jax.tree.leaves(jax.device_get(after)), strict=True):
        np.testing.assert_allclose(x, y, rtol=1e-6)


def test_parts_share_their_work_over_devices(subject):
    for name, times in (("acting", 1.0), ("optimiser", 2.0)):
        found = []
        for of in (subject, on_two_devices()):
            part = parts.make_part(of, name)
            found.append(floors.step_of(part.run, part.carry, of.key))
        # Acting is divided between devices, and every device runs the optimiser.
        one, two = found
        assert two.flops == pytest.approx(times * one.flops, rel=0.02)


def test_operations_are_counted_through_loops_and_choices():
    def program(x, w, which):
        def body(x, _):
            dead = x @ w
            del dead
            return jnp.tanh(x @ w), None

        x, _ = jax.lax.scan(body, x, length=5)
        chosen = jax.lax.cond(which, lambda x: x * 2 + 1, lambda x: -x, x)
        return jax.jit(jnp.sum)(chosen), jnp.arange(9) * 2

    x, w = jnp.ones((3, 4)), jnp.ones((4, 4))
    jaxpr = jax.make_jaxpr(program)(x, w, True).jaxpr
    # The count has five products and tanh, the shorter branch, and a sum. Operations on integers do not
    # count.
    assert floors.operations(jaxpr) == 5 * (2 * 3 * 4 * 4 + 12) + 12 + 12


def test_operations_are_told_apart_by_kind():
    def program(x, w, small):
        def body(x, _):
            return jnp.tanh(x @ w), None

        x, _ = jax.lax.scan(body, x, length=3)
        # Many products of small matrices run like elementwise operations.
        return x, small @ small

    jaxpr = jax.make_jaxpr(program)(jnp.ones((32, 64)), jnp.ones((64, 64)), jnp.ones((500, 3, 3)))
    found = floors.counted(jaxpr.jaxpr)
    assert found.products == 3 * 2 * 32 * 64 * 64
    assert found.others == 3 * 32 * 64 + 500 * 2 * 27
    assert found.equations == 3 * 2 + 1


def test_a_machine_is_found_from_the_seconds_of_its_programs():
    machine = cost_model.Machine(products=1e-11, others=2e-10, equations=3e-7, simulated=1e-9)
    works = [
        floors.Operations(products=1e9, others=1e6, equations=50),
        floors.Operations(others=5e7, equations=2000),
        floors.Operations(products=1e8, others=1e7, equations=300),
        floors.Operations(equations=1000, simulated=2e7),
    ]
    measured = [1e-2 + 2e-4 + 1.5e-5, 1e-2 + 6e-4, 1e-3 + 2e-3 + 9e-5, 3e-4 + 2e-2]
    assert [cost_model.seconds(work, machine) for work in works] == pytest.approx(measured)
    assert cost_model.fitted(works, measured) == pytest.approx(machine)
    # A rate that would be negative is 0.
    assert min(cost_model.fitted(works, [1.0, 1e-9, 1.0, 1.0])) == 0
    # Twice the operations halve the time of products; half the rate of memory doubles that of the others.
    peak, other = cost_model.Peak(100, 2, ""), cost_model.Peak(200, 1, "")
    assert cost_model.scaled(machine, peak, other) == pytest.approx((5e-12, 4e-10, 3e-7, 2e-9))


def test_predictions_are_those_of_the_device(tmp_path):
    assert accelerator.predictions("NVIDIA H100 80GB HBM3", tmp_path) == {}
    predicted = {"ppo 1024": {"H100": 3.0, "TPU v5 lite": 1.0}}
    (tmp_path / "cost_model.json").write_text(json.dumps({"accelerators": {"predicted": predicted}}))
    assert accelerator.predictions("NVIDIA H100 80GB HBM3", tmp_path) == {"ppo 1024": 3.0}
    assert accelerator.predictions("TPU v5 lite", tmp_path) == {"ppo 1024": 1.0}
    assert accelerator.predictions("NVIDIA GeForce RTX 4090", tmp_path) == {}


def test_operations_agree_with_those_that_xla_counts():
    def loss(params, x):
        for w in params:
            x = jax.nn.relu(x @ w)
        return jnp.sum(x**2)

    x, params = jnp.ones((64, 32)), [jnp.ones((32, 48)), jnp.ones((48, 16))]
    grad = jax.grad(loss)
    counted = floors.operations(jax.make_jaxpr(grad)(params, x).jaxpr)
    by_xla = jax.jit(grad).lower(params, x).compile().cost_analysis()["flops"]
    assert counted == pytest.approx(by_xla, rel=0.1)


def test_bytes_of_a_step_are_what_it_takes_and_gives():
    def program(x, w, large):
        def body(x, i):
            dead = large.sum()
            del dead
            return x + w * i, None

        return jax.lax.scan(body, x, jnp.arange(7, dtype=jnp.int32))[0]

    found = floors.step_of(program, jnp.ones(10), jnp.ones(10), jnp.ones(1000))
    # The program reads w, x and the number of the step, and writes x.
    assert found.bytes == 40 + 40 + 4 + 40
    with pytest.raises(ValueError, match="no loop"):
        floors.step_of(lambda x: x + 1, 1.0)


def test_the_floor_is_the_longer_of_operations_and_bytes():
    rates = floors.Rates(flops=1e9, bytes=1e6)
    assert floors.seconds(floors.Cost(2e9, 1e6), rates) == 2.0
    assert floors.seconds(floors.Cost(2e9, 3e6), rates) == 3.0


@pytest.mark.parametrize("devices", [1, 2])
def test_rates_are_of_all_devices_of_a_mesh(monkeypatch, devices):
    clock = itertools.count()
    monkeypatch.setattr(floors.time, "perf_counter", lambda: float(next(clock)))
    mesh = None if devices == 1 else parallel.make_mesh(devices)
    # The timed work takes a second on each device: 2·16³ operations, and one MiB that is read and written.
    assert floors.measure(mesh, side=16, megabytes=1, repeats=2) == (devices * 8192.0, devices * 2.0 * 2**20)


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="no process can choose its cores here")
def test_one_core_and_then_all_again():
    before = os.sched_getaffinity(0)
    with floors.one_core():
        assert len(os.sched_getaffinity(0)) == 1
    assert os.sched_getaffinity(0) == before


@pytest.mark.slow
def test_a_process_serves_every_part(monkeypatch):
    monkeypatch.setattr(parts, "SPLIT_INTO", ("insert", "exchange"))
    monkeypatch.setattr(floors, "measure", lambda mesh: floors.Rates(1e9, 1e9))
    sent = []
    channel = SimpleNamespace(
        send=lambda event, **fields: sent.append({"event": event, **fields}),
        commands=lambda: iter(["segment insert", "segment epoch"]),
    )
    config = {"env": "point", **arguments.tiny_size(()), "num_devices": 2}
    ours_diayn.serve_split(ours_diayn.OursSetting(mode="split", config=config, segment_seconds=0.01), channel)
    ready, inserted, trained, _ = json.loads(json.dumps(sent))
    assert ready["works"] == ["epoch", "insert", "exchange"]
    assert (ready["devices"], ready["rates"]["devices"]["flops"]) == (2, 1e9)
    assert set(ready["work"]) == set(ready["works"])
    # The epoch has 400 steps of eight environments. Resets do not count.
    assert inserted["env_steps"] == 0
    assert 0.8 < trained["env_steps"] / (8 * trained["iterations"]) <= 1


def test_a_split_is_summed_and_set_beside_its_floor():
    def segments(*milliseconds):
        names = ("acting", "critics", "learning", "epoch")
        return {n: Segment(10e-3 * ms, 0, 10) for n, ms in zip(names, milliseconds, strict=True)}

    rounds = [segments(1, 4, 5, 10), segments(2, 4, 6, 8), segments(3, 5, 6, 10)]
    work = {name: floors.Cost(1e6, 4e6) for name in rounds[0]}
    # The operations take 0.5 ms, and the bytes 2 ms.
    table = split.split_table("T", rounds, work, floors.Rates(2e9, 2e9))
    acting, critics, total, learning, whole = table.rows
    assert acting == ["acting", "2.00", "0.200", "0.00100", "4.00", "2.00", "1.00"]
    assert critics[:3] + critics[-1:] == ["critics", "4.00", "0.400", "2.00"]
    assert total == ["sum", "6.00", "0.500 / 0.750 / 0.800", "0.00200", "8.00", "4.00", "1.50"]
    assert learning == ["learning, in one program", "6.00", "0.600", "0.00100", "–", "2.00", "3.00"]
    assert whole == ["whole iteration", "10.0", "1", "0.00100", "–", "4.00", "2.50"]


@pytest.mark.parametrize(
    ("sizes", "rates", "bend"),
    [
        # The gains per doubling are 1.41 and 1.41, 1.07 and 1.07, 1.02 and 1.02.
        ((64, 256, 1024, 4096), (100, 200, 230, 240), 256),
        ((1, 2, 4, 8, 16), (10, 20, 21.9, 22, 22), 2),  # 1.095 is less than a tenth
        ((1, 2, 4), (10, 20, 22.1), None),  # 1.105 is not
        ((64, 256), (100, 130), None),  # 1.14
        ((64, 256), (100, 120), 64),  # 1.095
        ((1, 2, 4, 8), (10, 10, 20, 20), 4),  # a doubling without a gain, and then one with a gain
        ((1, 2, 4), (10, 9, 8), 1),
        ((1,), (10,), None),
    ],
)
def test_the_knee_is_where_doubling_begins_to_give_less_than_a_tenth(sizes, rates, bend):
    assert scale.knee(sizes, rates) == bend


def test_a_knee_at_the_smallest_size_may_lie_below_it():
    flat, rising = [10.0] * 3, [20.0] * 3
    assert scale.knee_in_words({64: flat, 128: flat}) == "64 or fewer"
    assert scale.knee_in_words({1: flat, 2: flat}) == "1"
    assert scale.knee_in_words({64: flat, 128: rising, 256: rising}) == "128"
    assert scale.knee_in_words({64: flat, 128: rising}) == "has none up to the largest size"


@pytest.mark.parametrize("num_envs", scale.SIZES)
def test_every_number_of_environments_learns_as_much_from_each_step(num_envs):
    config = make_config({"env": "point", **scale.work(num_envs), "num_skills": 10})
    steps = config.num_envs * config.rollout_length
    assert config.updates_per_iteration * config.batch_size == steps
    assert config.batch_size == 256
    assert config.epoch_steps % steps == 0
    # Each call makes first states for resets, in a number that is fixed for each environment.
    assert config.epoch_steps == 48 * num_envs


def test_rates_over_sizes_are_tabled_and_drawn(tmp_path):
    options = argparse.Namespace(sizes=(64, 256), lanes=(1, 2), of_lanes=256, rows=256)
    # The steps in one second.
    steps = {
        "environment": {"64": 1000, "256": 2000, "512": 3000},
        "training": {"64": 500, "256": 600},
        "lanes": {"2": 900},
    }
    rounds = [
        {who: {n: Segment(2.0, 2 * factor * x, 1) for n, x in of.items()} for who, of in steps.items()}
        for factor in (1, 2)
    ]
    rates = scale.rates_of(rounds, options)
    assert rates["environments"]["training"] == {64: [500, 1000], 256: [600, 1200]}
    assert rates["runs"] == {
        "training": {1: [600, 1200], 2: [900, 1800]},
        "environment": {1: [2000, 4000], 2: [3000, 6000]},
    }
    over_envs, over_runs = (scale.table("point", over, found, options) for over, found in rates.items())
    assert over_envs.rows[0] == ["64", "500 / 750 / 1000", "1000 / 1500 / 2000", "0.500"]
    assert over_runs.rows[1] == ["2", "900 / 1350 / 1800", "3000 / 4500 / 6000", "0.300"]
    # 600 / 500 over two doublings is 1.095 per doubling. For the environment alone it is 1.41.
    assert "training 64 or fewer, the environment alone has none up to the largest size" in over_envs.note
    path = scale.picture({"point": rates}, options, tmp_path / "scale.png")
    assert path.read_bytes().startswith(b"\x89PNG")


@pytest.fixture
def command(monkeypatch):
    """Returns a function that parses a benchmark's command line."""

    def parsed(module, *words):
        monkeypatch.setattr(sys, "argv", [f"{module.__name__}.py", *words])
        return module.parse()

    return parsed


def test_what_scale_starts(command):
    options = command(scale, "--env=point", "--args=--learning_rate=0.1")
    works = scale.works_of("point", options)
    assert {name: list(of) for name, of in works.items()} == {
        "environment": ["64", "256", "512", "1024", "2048", "4096"],
        "training": ["64", "256", "1024", "4096"],
        "lanes": ["2", "4", "8", "16"],
    }
    for of in works.values():
        for size, fields in of.items():
            setting = ours_diayn.OursSetting(**fields)
            config = make_config(setting.config)
            assert config.learning_rate == 0.1
            assert config.num_envs * setting.lanes == int(size) * (256 if setting.lanes > 1 else 1)
    tiny = command(scale, "--tiny")
    assert (tiny.env, list(scale.works_of("point", tiny)["training"])) == (["point"], ["8", "16", "32"])


def test_what_split_starts(command):
    options = command(split, "--env=point", "--args=--policy_hidden_sizes=8,8")
    assert options.configs["preset"] == {"env": "point", "policy_hidden_sizes": (8, 8)}
    config = make_config(options.configs["sparse"])
    assert config.num_envs * config.rollout_length == config.batch_size * config.updates_per_iteration == 256
    # If only the preset is measured, its sizes are free.
    assert command(split, "--env=point", "--cases=preset", "--args=--num_envs=512").configs["preset"] == {
        "env": "point",
        "num_envs": 512,
    }


@pytest.mark.parametrize(
    ("module", "words", "said"),
    [
        (split, ["--cases=all"], "there is no 'all'; known are sparse, preset"),
        (split, ["--env=point", "--args=--num_envs=8"], "this benchmark sets --num_envs itself"),
        (split, ["--env=cartpole"], "only SAC's update on vectors can be split"),
        (split, ["--env=point_pixels"], "only SAC's update on vectors can be split"),
        (split, ["--args=--polcy=1"], "--args: --polcy: there is no such flag"),
        (split, ["--args=it's"], "--args: No closing quotation"),
        (split, ["--segments=0"], "--segments must be 1 or more"),
        (scale, ["--env=point,nowhere"], "--env=nowhere: there is no such environment"),
        (scale, ["--env=point", "--args=--features=colour"], "--features=colour"),
        (scale, ["--args=--env=point"], "this benchmark sets --env itself"),
        (scale, ["--env=point", "--args=--num_skills=100"], "--num_envs=64 is smaller than --num_skills=100"),
        (scale, ["--segment_seconds=0"], "--segment_seconds above 0"),
    ],
)
def test_wrong_flags_are_refused_before_anything_starts(command, capsys, module, words, said):
    with pytest.raises(SystemExit) as ended:
        command(module, *words)
    assert ended.value.code == 2
    assert said in capsys.readouterr().err
