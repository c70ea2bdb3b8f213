"""The mesh does not change the mathematics: a sharded run equals a run on one device."""

import functools

import actor_runs
import jax
import jax.numpy as jnp
import numpy as np
import pytest
from arrays import normal
from probes import blank_batch, counter, hparams_of, tiny_config, tiny_problem
from states import assert_close

from diayn_jax import envs, parallel, training
from diayn_jax.agents.sac import make_sac
from diayn_jax.config import ConfigError

# By name: number of devices, config fields, epochs, and the tolerance for rounding. Without fields, the run
# is that of `actor_runs`, and its epochs are shorter.
TASKS = {
    # Skills are redrawn, E is not a multiple of K, and the objective keeps the returns of all episodes.
    "point": (
        4,
        {"num_skills": 5, "skill_sampling": "resampled", "discriminator_noise": 0.1}
        | {"objective": "smerl", "best_return": -5.0, "rollout_length": 2, "objective_updates": 2},
        2,
        1e-4,
    ),
    # Skills are vectors, the objective has a power iteration, skills are redrawn, episodes end, and the batch
    # size does not divide the rows of a pass.
    "ppo": (
        4,
        {"agent": "ppo", "objective": "lsd", "skill_space": "sphere:2", "skill_sampling": "resampled"}
        | {"rollout_length": 5, "batch_size": 12, "objective_epochs": 2, "epoch_steps": 80, "epochs": 2}
        | {"features": "obs", "entropy_weight": 0.1},
        2,
        1e-4,
    ),
    # Skills are vectors and share a policy, statistics count each sample in every turn, and the policy waits
    # for its critics. Rows are relabelled, and the uniformity loss is over pairs of rows of all devices. The
    # physics breaks down in half of the environments.
    "metra": (
        2,
        {"objective": "metra", "agent": "td3", "symmetry": "D4", "objective_updates": 2}
        | {"relabel_map": True, "relabel_episode_share": 0.3, "relabel_ahead_share": 0.3},
        1,
        1e-4,
    ),
    # Actors carry options.
    "soft_option_critic": (2, None, 2, 1e-4),
    # Actors carry goals. One manager learns from windows of the ring, the other one is on-policy.
    "hiro": (2, None, 2, 1e-4),
    "fun": (2, None, 2, 1e-4),
    # Every device calls a simulator for its own environments. The objective draws other skills.
    "native": (4, {"objective": "csf", "agent": "td3"}, 1, 1e-3),
    # An environment of Brax, which is stepped in blocks. It is Brax's smallest and has no contacts. The
    # objective draws other skills and normalises changes of the features.
    "robot": (
        2,
        {"objective": "dads", "agent": "td3", "other_skills": 12, "num_envs": 4, "batch_size": 4}
        | {"warmup_steps": 8, "epoch_steps": 8},
        1,
        1e-3,
    ),
}


def make_env(name):
    if name == "native":
        pytest.importorskip("mujoco.batch", reason="MuJoCo before 4.0 has no batches")
        return envs.make("inverted_pendulum", "native")
    if name == "robot":
        return envs.make("fast", "spring")
    if name == "point":
        return envs.make("point")
    return brittle_point() if name == "metra" else counter(lifetime=3)


def brittle_point():
    """Returns the point world; in every other environment, strong actions break the physics down."""
    point = envs.make("point")

    def step(state, action):
        after = point.step(state, action)
        breaks = (jnp.abs(action[:, 0]) > 0.3) & (jnp.arange(action.shape[0]) % 2 == 0)
        return after.replace(obs=jnp.where(breaks[:, None], jnp.nan, after.obs))

    return point._replace(step=step)


COMPILED = []  # an entry for each program that XLA has compiled or found in its cache


def note_compiled(event, seconds, **_):
    if event == "/jax/core/compile/backend_compile_duration":
        COMPILED.append(seconds)


jax.monitoring.register_event_duration_secs_listener(note_compiled)


@functools.cache
def made(name, num_devices):
    """Returns the trainer, its compiled functions, and the arguments of its init."""
    config, env = tiny_config(**TASKS[name][1]), make_env(name)
    mesh = parallel.make_mesh(num_devices) if num_devices > 1 else None
    trainer = training.make_trainer(config, env, mesh)
    return trainer, training.compiled(trainer), (jax.random.key(0), hparams_of(config, env.action_size))


def made_of_actors(compiled_trainers, name, num_devices):
    """Returns the same of a trainer of `actor_runs`, with epochs of about 32 steps."""
    config, trainer, functions = actor_runs.make(compiled_trainers, name)
    if num_devices > 1:
        trainer = training.make_trainer(config, trainer.env, parallel.make_mesh(num_devices))
        functions = training.compiled(trainer)
    stages = functions.stages._replace(iterations_per_epoch=32 // (config.num_envs * config.rollout_length))
    functions = functions._replace(epoch=stages.epoch)
    return trainer, functions, (jax.random.key(0), hparams_of(config, trainer.env.action_size))


@pytest.fixture
def trained(compiled_trainers):
    """Trains a run; returns its state after init, and its state and metrics after some epochs, on the host.

    The last result is the set of the numbers of devices that hold the rows of replay.
    """

    def train(name, num_devices):
        if TASKS[name][1] is None:
            _, functions, args = made_of_actors(compiled_trainers, name, num_devices)
        else:
            _, functions, args = made(name, num_devices)
        state = functions.init(*args)
        first = on_host(state)
        devices = {len(x.sharding.device_set) for x in jax.tree.leaves(state.replay.rows)}
        metrics = {}
        for epoch in range(TASKS[name][2]):
            before = len(COMPILED)
            state, metrics = functions.epoch(state)
            assert epoch == 0 or len(COMPILED) == before
        return first, on_host((state, metrics)), devices

    return train


def on_host(tree):
    def get(name, x):
        x = np.asarray(jax.random.key_data(x) if jax.dtypes.issubdtype(x.dtype, jax.dtypes.prng_key) else x)
        # `native` stores MuJoCo's float64 numbers as integers. Compare them as numbers, within a tolerance.
        return x.view(np.float64) if name.endswith(".words") else x

    leaves = ((jax.tree_util.keystr(path), x) for path, x in jax.tree_util.tree_leaves_with_path(tree))
    return {name: get(name, x) for name, x in leaves}


@pytest.mark.parametrize("name", TASKS)
def test_a_sharded_run_equals_one_on_one_device(trained, name):
    num_devices, _, _, tolerance = TASKS[name]
    first, after, devices = trained(name, 1)
    sharded_first, sharded_after, sharded_devices = trained(name, num_devices)
    assert devices == {1}
    assert sharded_devices == {num_devices}
    for one, many in ((first, sharded_first), (after, sharded_after)):
        assert one.keys() == many.keys()
        for key in one:
            assert one[key].dtype == many[key].dtype, key
            if "statistics.lost" in key:
                # What sums lose by rounding depends on the order of rounding. It is always tiny.
                np.testing.assert_allclose([many[key], one[key]], 0.0, atol=1e-3)
                continue
            np.testing.assert_allclose(many[key], one[key], rtol=tolerance, atol=tolerance, err_msg=key)
    if name == "metra":
        assert after["[1]['train/physics_resets']"] > 0
    # The run has changed the state, so the comparison is not empty.
    assert not np.array_equal(first[".key"], after["[0].key"])


def test_an_update_near_another_policy_is_that_on_one_device():
    """The weight of the divergence is of the size of Q over all devices."""
    config = tiny_config(objective="task", start_run="runs/x", start_kl=5.0)
    hparams = hparams_of(config, 2) | {"running_return": jnp.zeros(2), "updates": jnp.float32(0)}
    one = make_sac(config, tiny_problem())
    over = make_sac(config, tiny_problem(axes=(parallel.AXIS,)))
    split, whole = jax.sharding.PartitionSpec(parallel.AXIS), jax.sharding.PartitionSpec()
    update = jax.shard_map(
        over.update,
        mesh=parallel.make_mesh(2),
        in_specs=(whole, split, split, whole),
        out_specs=whole,
        check_vma=False,
    )
    state = jax.jit(one.init)(jax.random.key(0), hparams)
    # The policy has moved away from the one that it started from.
    moved = jax.tree.map(lambda x: x + 0.3 * jnp.cos(jnp.arange(x.size).reshape(x.shape)), state.policy)
    batch = blank_batch(
        8,
        obs=normal(1, 8, 3),
        next_obs=normal(2, 8, 3),
        action=jnp.tanh(normal(3, 8, 2)),
        skill=jnp.arange(8) % 2,
        agent_noise=normal(4, 8, 2, 2),
    )
    given = state._replace(policy=moved), batch, normal(5, 8), hparams
    expected, found = jax.jit(one.update)(*given), jax.jit(update)(*given)
    assert expected[1]["start_kl"] > 0.1
    assert_close(found, expected)


def test_the_specs_name_every_part_of_the_state():
    trainer, functions, args = made("point", 4)
    state = functions.init(*args)
    expected = training.shardings(trainer.mesh, trainer.specs, state)
    for (path, x), sharding in zip(
        jax.tree_util.tree_leaves_with_path(state), jax.tree.leaves(expected), strict=True
    ):
        assert x.sharding.is_equivalent_to(sharding, x.ndim), jax.tree_util.keystr(path)
    # All arrays of the environments are split, and no other arrays are.
    assert state.replay.rows.obs.addressable_shards[0].data.shape == (32, 2, 2)
    assert state.skill.addressable_shards[0].data.shape == (2,)
    assert state.agent.log_alpha.sharding.is_fully_replicated


@pytest.mark.parametrize(
    ("num_envs", "batch_size", "available", "expected"),
    [(8, 8, 4, 4), (8, 8, 3, 2), (9, 8, 4, 1), (12, 6, 4, 3), (12, 6, 16, 6), (7, 7, 1, 1)],
)
def test_auto_takes_all_the_devices_that_divide(num_envs, batch_size, available, expected):
    config = tiny_config(num_envs=num_envs, batch_size=batch_size)
    assert parallel.choose_num_devices(config, available) == expected


def test_devices_by_number():
    assert parallel.choose_num_devices(tiny_config(num_devices=2), 4) == 2
    with pytest.raises(ConfigError, match=r"--num_devices=8: JAX sees 4"):
        parallel.choose_num_devices(tiny_config(num_devices=8), 4)
    with pytest.raises(ConfigError, match=r"--num_devices=3 does not divide --num_envs=8 and --batch_size=8"):
        parallel.choose_num_devices(tiny_config(num_devices=3), 4)


def test_the_tests_have_four_devices():
    assert jax.device_count() == 4
    assert parallel.make_mesh(3).size == 3


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"cpu.max": "200000 100000\n"}, [2]),
        ({"cpu.max": "150000 100000\n"}, [2]),
        ({"cpu.max": "5000 100000\n"}, [1]),
        ({"cpu.max": "max 100000\n"}, []),
        ({"cpu/cpu.cfs_quota_us": "250000\n", "cpu/cpu.cfs_period_us": "100000\n"}, [3]),
        ({"cpu/cpu.cfs_quota_us": "-1\n", "cpu/cpu.cfs_period_us": "100000\n"}, []),
        ({}, []),
    ],
)
def test_a_containers_limit(tmp_path, monkeypatch, files, found):
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    assert parallel._container_cores(tmp_path) == found
    monkeypatch.setattr(parallel, "_schedulable_cores", lambda: 64)
    monkeypatch.setattr(parallel, "_container_cores", lambda root: found)
    assert parallel.num_cores() == (found or [64])[0]
    monkeypatch.setattr(parallel, "_schedulable_cores", lambda: 1)
    assert parallel.num_cores() == 1


def test_cores_after_jax_has_started_change_nothing():
    parallel.use_cpu_cores()
    assert jax.device_count() == 4


def test_total_sums_every_leaf_over_devices():
    tree = {"a": jnp.arange(8.0).reshape(4, 2), "b": (jnp.arange(4.0), jnp.ones((4, 2, 3)))}
    mesh = parallel.make_mesh(4)
    spec = jax.sharding.PartitionSpec(parallel.AXIS)
    summed = jax.jit(
        jax.shard_map(
            lambda part: parallel.psum(jax.tree.map(lambda x: x[0], part), (parallel.AXIS,)),
            mesh=mesh,
            in_specs=(spec,),
            out_specs=jax.sharding.PartitionSpec(),
            check_vma=False,
        )
    )(tree)
    jax.tree.map(lambda s, x: np.testing.assert_allclose(s, x.sum(0)), summed, tree)
    assert parallel.psum(tree, ()) is tree


def test_integers_are_summed_exactly():
    """The sums 2²⁵ + 3 and 2²⁶ + 7 have no exact float32."""
    mesh = parallel.make_mesh(2)
    spec = jax.sharding.PartitionSpec(parallel.AXIS)
    tree = {
        "count": jnp.array([2**24 + 1, 2**24 + 2], jnp.int32),
        "mean": jnp.array([0.5, 0.25]),
        "steps": jnp.array([[3, 2**26], [4, 7]], jnp.int32),
    }
    summed = jax.jit(
        jax.shard_map(
            functools.partial(parallel.psum, axes=(parallel.AXIS,)),
            mesh=mesh,
            in_specs=(spec,),
            out_specs=jax.sharding.PartitionSpec(),
        )
    )(tree)
    assert summed["count"].dtype == jnp.int32
    np.testing.assert_array_equal(summed["count"], [2**25 + 3])
    np.testing.assert_array_equal(summed["steps"], [[7, 2**26 + 7]])
    np.testing.assert_array_equal(summed["mean"], [0.75])
