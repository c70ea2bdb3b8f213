import dataclasses
import functools
import re
import shutil
from pathlib import Path
from types import SimpleNamespace

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import tiny

from diayn_jax import envs, parallel, replay, training
from diayn_jax.config import ConfigError
from diayn_jax.machine import capacity, devices, free_space
from diayn_jax.resolve import make_config
from diayn_jax.run import memory_plan, plan, schedule
from diayn_jax.types import Step

GIGABYTE = 10**9
SMALL = {
    "env": "point",
    "num_skills": 2,
    "num_envs": 8,
    "episode_length": 10,
    "batch_size": 8,
    "replay_size": 800,
    "warmup_steps": 40,
    "epoch_steps": 80,
    "num_env_steps": 200,
    "policy_hidden_sizes": (8,),
    "critic_hidden_sizes": (8,),
    "discriminator_hidden_sizes": (8,),
}


def config(**fields):
    return make_config({**SMALL, **fields})


def refusal(function, *arguments) -> str:
    with pytest.raises(ConfigError) as error:
        function(*arguments)
    return str(error.value)


def trainer_and_shapes(cfg):
    """Returns the trainer and the shapes of its state, without allocating the state."""
    trainer = training.make_trainer(cfg, envs.make("point"))
    return trainer, training.state_shapes(cfg, trainer)


@pytest.fixture(scope="module")
def small():
    return trainer_and_shapes(config())


def test_a_small_config_passes(small):
    plan.check(config(), envs.make("point"))
    memory_plan.check_memory(config(), *small)


def test_a_run_on_physics_in_jax_needs_more_to_compile():
    """Ant needs a third of a gigabyte (benchmarks/results/memory_cpu.md), and nothing on MuJoCo's engine."""
    cfg = config(env="ant")

    def needed(**fields):
        own = dataclasses.replace(cfg, **fields)
        trainer = training.make_trainer(own, envs.make("ant", own.backend))
        return memory_plan.lane_memory(own, trainer, training.state_shapes(own, trainer)).of(1)

    more = needed(backend="spring") - needed(backend="native")
    assert 3e8 < more < 6e8


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"epoch_steps": 15, "rollout_length": 2},
            ["--epoch_steps=15", "16 steps", "--num_envs=8", "--rollout_length=2", "Raise it to 16"],
        ),
        ({"replay_size": 15}, ["--replay_size=15", "16 (8 environments × 2 steps)", "Raise it to 16"]),
        ({"replay_size": 87, "rollout_length": 10}, ["--replay_size=87", "88 (8 environments × 11 steps)"]),
        (
            {"replay_size": 40, "rollout_length": 2, "frame_stack": 4},
            [
                "--replay_size=40",
                "3 frames",
                "48 (8 environments × 6 steps)",
                "Raise it to 48",
                "--frame_stack",
            ],
        ),
        (
            {
                "num_envs": 2**17,
                "batch_size": 2**16,
                "replay_size": 2**18,
                "epoch_steps": 2**17,
                "num_env_steps": 10**6,
            },
            ["--batch_size=65536 × --num_envs=131072", "4_294_967_296", "Lower one"],
        ),
        ({"warmup_steps": 200}, ["--warmup_steps=200 leaves", "--num_env_steps=200", "Lower --warmup_steps"]),
        (
            {"warmup_steps": 193},
            ["--warmup_steps=193, which becomes 200 with --num_envs=8", "--num_env_steps=200"],
        ),
    ],
)
def test_schedules_that_do_not_fit(fields, words):
    message = refusal(plan.check, config(**fields), envs.make("point"))
    for word in words:
        assert word in message


@pytest.mark.parametrize(
    "fields",
    [
        {"epoch_steps": 16, "rollout_length": 2},
        {"replay_size": 16},
        {"replay_size": 88, "rollout_length": 10},
        {
            "num_envs": 2**16,
            "batch_size": 2**16,
            "replay_size": 2**17,
            "epoch_steps": 2**16,
            "num_env_steps": 2**18,
        },
        {"warmup_steps": 192},
    ],
)
def test_schedules_that_just_fit(fields):
    plan.check(config(**fields), envs.make("point"))


def test_stacked_frames_fit_a_replay_that_just_passes():
    cfg = config(replay_size=48, rollout_length=2, frame_stack=4)
    schedule.check_schedule(cfg)
    zero = jnp.zeros((cfg.num_envs, 1))
    off, skill = jnp.zeros(cfg.num_envs, bool), jnp.zeros(cfg.num_envs, jnp.int8)
    row = Step(zero, zero, zero, jnp.zeros(cfg.num_envs), skill, off, off, extras=())
    ring = replay.init(row, cfg.replay_size // cfg.num_envs, cfg.num_skills)
    insert = jax.jit(functools.partial(replay.insert, frames=cfg.frame_stack))
    for time in range(20):
        ring, _ = insert(ring, row._replace(obs=zero + time, valid=~off))
    keys = jax.random.split(jax.random.key(0), 64)
    draw = replay.Draw(keys, jnp.arange(64), jnp.int32(0), 64, cfg.num_envs, frames=cfg.frame_stack)
    rows, after = jax.jit(lambda ring: replay.sample(ring, draw))(ring)
    # The transitions of the last rollout can be drawn, with all the frames before them.
    assert {tuple(row) for row in rows.obs.tolist()} == {(14, 15, 16, 17), (15, 16, 17, 18)}
    np.testing.assert_array_equal(after.obs, rows.obs + 1)


def test_features_that_are_not_there():
    message = refusal(plan.check, config(features="x"), envs.make("point"))
    assert message.startswith("--features=x: point has no feature x.")


def test_devices_that_do_not_divide():
    message = refusal(plan.check, config(num_envs=9, num_devices=2, epoch_steps=90), envs.make("point"))
    assert message.startswith("--num_devices=2 does not divide --num_envs=9")


# Devices.


def test_jax_has_started_elsewhere(monkeypatch):
    monkeypatch.setattr(jax, "default_backend", lambda: "gpu")
    message = refusal(devices.check_device, config(device="cpu"))
    assert message.startswith("--device=cpu: JAX has already started on gpu.")


def test_deterministic_on_a_gpu_needs_xlas_flag(monkeypatch):
    monkeypatch.setattr(jax, "default_backend", lambda: "gpu")
    monkeypatch.setenv("XLA_FLAGS", "")
    message = refusal(devices.check_device, config(deterministic=True))
    assert "XLA_FLAGS=--xla_gpu_deterministic_ops=true" in message
    monkeypatch.setenv("XLA_FLAGS", "--xla_gpu_deterministic_ops=true")
    devices.check_device(config(deterministic=True))


def test_no_gpu(monkeypatch):
    monkeypatch.setattr(jax, "default_backend", lambda: "cpu")
    monkeypatch.setattr(devices, "has_nvidia_gpu", lambda: False)
    monkeypatch.delenv("JAX_PLATFORMS", raising=False)
    message = refusal(devices.check_device, config(device="gpu"))
    assert message.startswith("--device=gpu: JAX finds no GPU.")
    assert "diayn_jax[cuda12]" in message
    devices.check_device(config(device="cpu", deterministic=True))


# Memory.


def test_replay_is_counted_by_its_bytes(small):
    trainer, shapes = small
    needs, rest = memory_plan.memory_needs(config(), trainer, shapes)
    replay = next(need for need in needs if need.flag == "replay_size")
    assert replay.bytes == pytest.approx(800 * trainer.bytes_per_transition, abs=100)
    networks = memory_plan.size_in_bytes((shapes.agent, shapes.objective))
    assert networks < rest < networks + 1000


def test_an_evaluation_holds_the_classifiers_log_probs_alone(small):
    trainer, shapes = small
    objective = trainer.components.objective._replace(log_probs=None)
    bare = trainer._replace(components=trainer.components._replace(objective=objective))
    with_log_probs, without = (
        next(n.bytes for n in memory_plan.memory_needs(config(), each, shapes)[0] if "evaluation" in n.what)
        for each in (trainer, bare)
    )
    num_skills, episodes = len(trainer.components.skills.probes), 20 * len(trainer.components.skills.probes)
    # The device and the host have single precision, and the figures are computed in double precision.
    assert with_log_probs - without == episodes * config().episode_length * (4 + 4 + 8) * num_skills


def test_a_number_of_skills_is_named_where_it_counts():
    vectors = {"num_skills": None, "discriminator_hidden_sizes": None, "objective": "metra"}
    for fields, flag in (({"num_skills": 3}, "num_skills"), (vectors, "episode_length")):
        given = {**SMALL, "episode_length": 1, **fields}
        cfg = make_config({name: value for name, value in given.items() if value is not None})
        needs, _ = memory_plan.memory_needs(cfg, *trainer_and_shapes(cfg))
        assert next(need.flag for need in needs if "evaluation" in need.what) == flag


def test_what_each_device_holds_is_counted_for_each(small):
    trainer, shapes = small
    one, rest = memory_plan.memory_needs(config(), trainer, shapes)
    four, four_rest = memory_plan.memory_needs(config(), trainer, shapes, copies=4)
    assert one == four
    assert four_rest == 4 * rest


def test_what_each_lane_holds_is_counted_for_each(small):
    trainer, shapes = small
    one, rest = memory_plan.memory_needs(config(), trainer, shapes)
    three, three_rest = memory_plan.memory_needs(config(), trainer, shapes, lanes=3)
    assert three_rest == 3 * rest
    # Lanes are evaluated one after another.
    factors = {"episode_length": 1, "num_skills": 1}
    assert [need.bytes for need in three] == [factors.get(need.flag, 3) * need.bytes for need in one]


@pytest.mark.parametrize("backend", ["cpu", "gpu"])
def test_lanes_that_are_dealt_out_are_counted_where_they_are(small, monkeypatch, backend):
    monkeypatch.setattr(jax, "default_backend", lambda: backend)
    monkeypatch.setattr(capacity, "free_here", lambda: 10 * GIGABYTE)
    monkeypatch.setattr(free_space, "own_memory", lambda: 0)
    trainer, shapes = small
    needs, networks = memory_plan.memory_needs(config(), trainer, shapes)
    own = sum(need.bytes for need in needs if need.flag not in ("episode_length", "num_skills"))
    over = trainer._replace(mesh=SimpleNamespace(size=4))
    memory = memory_plan.lane_memory(config(), over, shapes)
    if backend == "cpu":
        # All devices share one memory, and each device would have the networks of each lane.
        each, dealt_out = own + 4 * networks, own + networks
    else:
        each, dealt_out = own / 4 + networks, (own + networks) / 4
    assert memory.of(8) - memory.of(4) == pytest.approx(4 * dealt_out, rel=1e-3)
    # Three or five lanes cannot be dealt out to four devices.
    assert memory.of(5) - memory.of(3) == pytest.approx(2 * each, rel=1e-3)
    room = memory._replace(free=memory.shared + int(6.5 * dealt_out))
    assert [room.fitting(lanes) for lanes in (4, 5, 9)] == [4, 4, 4]
    room = memory._replace(free=memory.shared + int(2.5 * each))
    assert room.fitting(3) == 2
    assert memory._replace(free=None).fitting(9) == 9


@pytest.mark.parametrize(
    ("flag", "value", "replay_size"),
    [
        ("replay_size", 2 * 10**9, 2 * 10**9),
        ("num_envs", 10**8, 2 * 10**8),
        ("batch_size", 10**8, 10**8),
        ("episode_length", 10**8, 800),
        ("num_skills", 10**4, 800),
    ],
)
def test_the_flag_that_asks_for_most_is_named_and_what_it_says_fits(monkeypatch, flag, value, replay_size):
    monkeypatch.setattr(free_space, "free_memory", lambda: 10 * GIGABYTE)
    monkeypatch.setattr(jax, "default_backend", lambda: "cpu")
    cfg = config(**{"replay_size": replay_size, "skill_sampling": "resampled", flag: value})
    message = refusal(memory_plan.check_memory, cfg, *trainer_and_shapes(cfg))
    assert message.startswith(f"--{flag}=")
    assert "this machine has 10.0 GB of memory free" in message
    fits = int(re.search(rf"largest --{flag} that fits beside the rest is about ([\d_]+)\.", message)[1])
    assert value / 1000 < fits < value
    cfg = dataclasses.replace(cfg, **{flag: fits})
    memory_plan.check_memory(cfg, *trainer_and_shapes(cfg))


def test_nothing_fits_where_the_rest_is_too_large():
    needs = [
        capacity.Need("replay_size", 1000, 5 * GIGABYTE, "replay"),
        capacity.Need("num_envs", 8, GIGABYTE, "e"),
    ]
    message = refusal(capacity.refuse_excess, needs, 3 * GIGABYTE, 2 * GIGABYTE, "this machine has", "free")
    assert "this machine has 2.0 GB free. Lower --replay_size and --num_envs, or free memory." in message


def test_unknown_memory_refuses_nothing(small, monkeypatch):
    capacity.refuse_excess([capacity.Need("replay_size", 1, 10**18, "replay")], 0, None, "", "")


def test_memory_of_a_gpu(monkeypatch):
    stats = {"bytes_limit": 10 * GIGABYTE, "bytes_in_use": 2 * GIGABYTE}
    gpu = SimpleNamespace(device_kind="NVIDIA X", memory_stats=lambda: stats)
    monkeypatch.setattr(jax, "default_backend", lambda: "gpu")
    monkeypatch.setattr(jax, "local_devices", lambda: [gpu])
    monkeypatch.setattr(free_space, "free_memory", lambda: 10**15)
    cfg = config(replay_size=10**9)
    message = refusal(memory_plan.check_memory, cfg, *trainer_and_shapes(cfg))
    assert message.startswith("--replay_size=1_000_000_000: replay (")
    assert "NVIDIA X lets JAX have 8.0 GB of its memory" in message
    # Split over four devices, it fits.
    trainer, shapes = trainer_and_shapes(cfg)
    memory_plan.check_memory(cfg, trainer._replace(mesh=SimpleNamespace(size=4)), shapes)
    # Checkpoints pass through the host's memory.
    monkeypatch.setattr(free_space, "free_memory", lambda: GIGABYTE)
    cfg = dataclasses.replace(cfg, replay_size=10**8)
    message = refusal(memory_plan.check_memory, cfg, *trainer_and_shapes(cfg))
    assert "this machine has 1.0 GB free for its checkpoints" in message
    memory_plan.check_memory(dataclasses.replace(cfg, checkpoint_replay=False), *trainer_and_shapes(cfg))
    stats.clear()
    monkeypatch.setattr(free_space, "free_memory", lambda: 10**15)
    memory_plan.check_memory(cfg, *trainer_and_shapes(cfg))


def test_room_for_checkpoints(small, monkeypatch, tmp_path):
    _, shapes = small
    each = memory_plan.size_in_bytes(shapes)
    networks = each - memory_plan.size_in_bytes(shapes.replay)
    cfg = config(log_dir=str(tmp_path), keep_checkpoints=3)
    monkeypatch.setattr(free_space, "free_disk", lambda folder: 4 * each)
    memory_plan.check_disk(cfg, shapes, tmp_path, 4)
    message = refusal(memory_plan.check_disk, cfg, shapes, tmp_path, 5)
    assert message.startswith(f"--log_dir={tmp_path}: 5 checkpoints of up to ")
    for words in ("--keep_checkpoints=3", capacity.gigabytes(5 * each), "--checkpoint_replay=false"):
        assert words in message
    without = dataclasses.replace(cfg, checkpoint_replay=False)
    monkeypatch.setattr(free_space, "free_disk", lambda folder: 5 * networks)
    memory_plan.check_disk(without, shapes, tmp_path, 5)
    assert "--checkpoint_replay" not in refusal(memory_plan.check_disk, without, shapes, tmp_path, 6)
    monkeypatch.setattr(free_space, "free_disk", lambda folder: None)
    memory_plan.check_disk(cfg, shapes, tmp_path, 10**9)


def test_free_disk(tmp_path):
    (tmp_path / "file").touch()
    for path in (tmp_path, tmp_path / "yet" / "to be", tmp_path / "file" / "below"):
        assert free_space.free_disk(path) == pytest.approx(shutil.disk_usage(tmp_path).free, rel=0.1)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc")
def test_what_is_no_disk_is_not_called_full():
    assert free_space.free_disk(Path("/proc/none")) is None


@pytest.mark.parametrize(("x", "rounded"), [(0.5, 0), (7.9, 7), (19, 19), (129, 120), (2_987_654, 2_900_000)])
def test_two_digits(x, rounded):
    assert capacity.two_digits(x) == rounded


def test_sizes_in_words():
    assert capacity.gigabytes(1_540_000_000) == "1.5 GB"
    assert capacity.gigabytes(1_500_000) == "2 MB"


def test_free_memory():
    found = free_space.free_memory()
    assert found is None or 10**7 < found < 10**15


@pytest.mark.parametrize(
    ("groups", "files", "found"),
    [
        # A container, which sees its own group as the root or, in version 1, under a name of the host.
        ("0::/\n", {"": ("1000", "400", "anon 3\ninactive_file 50\n")}, [650]),
        ("0::/\n", {"": ("max", "400", "")}, []),
        ("4:memory:/docker/1f\n0::/\n", {"memory": ("1000", "400", "cache 3\n")}, [600]),
        ("", {"": ("1000", "400", "")}, [600]),
        # A job of Slurm: its step has no limit of its own, and its job has one.
        (
            "0::/system.slice/slurmstepd.scope/job_7/step_0\n",
            {
                "system.slice/slurmstepd.scope/job_7/step_0": ("max", "300", ""),
                "system.slice/slurmstepd.scope/job_7": ("1000", "400", "inactive_file 50\n"),
                "system.slice": ("max", "900", ""),
                "system.slice/slurmstepd.scope/job_8": ("500", "400", ""),
            },
            [650],
        ),
        # In version 1, the used bytes of a group include those of the groups below, and so do its totals.
        (
            "9:cpu,cpuacct:/\n4:hugetlb,memory:/slurm/job_7\n0::/\n",
            {
                "memory/slurm/job_7": ("1000", "400", "inactive_file 5\ntotal_inactive_file 50\n"),
                "memory/slurm": ("2000", "500", ""),
            },
            [650, 1500],
        ),
        ("0::/\n", {}, []),
    ],
)
def test_the_limit_of_a_container_or_a_job(tmp_path, groups, files, found):
    for folder, texts in files.items():
        version_1 = folder.startswith("memory")
        names = (
            ("memory.limit_in_bytes", "memory.usage_in_bytes")
            if version_1
            else ("memory.max", "memory.current")
        )
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        for name, text in zip((*names, "memory.stat"), texts, strict=True):
            (tmp_path / folder / name).write_text(text)
    assert free_space._limited_memory(tmp_path, groups) == found


def test_threads_are_left_for_factorisations(monkeypatch):
    monkeypatch.delenv("PJRT_NPROC", raising=False)
    monkeypatch.setattr(parallel, "_schedulable_cores", lambda: 2)
    env = envs.make("reacher", "generalized")
    # Four devices of the tests have four threads, and each device might factorise four matrices at once.
    config = make_config({"env": "reacher", "num_envs": 16, "batch_size": 16})
    assert devices.choose_num_devices(config, env) == 1
    assert devices.choose_num_devices(config, env._replace(backend="spring")) == 4
    with pytest.raises(ConfigError, match=r"--num_devices=4: reacher on generalized .* PJRT_NPROC=17"):
        devices.choose_num_devices(dataclasses.replace(config, num_devices=4), env)
    monkeypatch.setenv("PJRT_NPROC", "17")
    assert devices.choose_num_devices(config, env) == 4


@pytest.mark.parametrize(
    ("flag", "value", "also"),
    [
        ("policy_hidden_sizes", (1_000_000, 1_000_000), {}),
        ("critic_hidden_sizes", (500_000, 500_000), {}),
        ("discriminator_hidden_sizes", (1_000_000, 1_000_000), {}),
        ("updates_per_iteration", 10**12, {}),
        ("agent_updates", 10**15, {}),
        ("eval_episodes", 10**12, {}),
        ("episode_length", 10**9, {}),
        ("num_envs", 10**12, {"epoch_steps": 1600}),
        ("rollout_length", 10**9, {}),
    ],
)
def test_what_is_far_too_large_is_named(tmp_path, flag, value, also):
    with pytest.raises(ConfigError) as caught:
        plan.make_plan(tiny.config(tmp_path, **{**also, flag: value}))
    assert str(caught.value).startswith(f"--{flag}=")


def test_an_episode_has_no_more_steps_than_can_be_counted():
    with pytest.raises(ConfigError, match=r"--episode_length=1_000_000_000_000 is not allowed: .* 1 to"):
        tiny.config(episode_length=10**12)
