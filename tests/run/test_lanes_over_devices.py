"""Lanes that are dealt out to several devices, each lane on one device."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import tiny
from states import lowered_epoch

from diayn_jax import envs, parallel, training
from diayn_jax.training.trainer import Phase

LANES = 4


@pytest.fixture(scope="module")
def made():
    """Returns the config, the trainers for one device and for two, the functions of lanes, and their start.

    The epoch's program is compiled ahead, so it refuses states that lie otherwise than its first ones.
    """
    config = tiny.config(num_env_steps=400, agent="td3")
    alone, over = (
        training.make_trainer(config, envs.make("point"), mesh) for mesh in (None, parallel.make_mesh(2))
    )
    functions = training.compiled_lanes(config, over, LANES)
    stages, (keys, hparams) = functions.stages, arguments(config, LANES)
    begun = stages.begin(keys, hparams, stages.make_pool(keys))
    stages = stages._replace(advance=lowered_epoch(functions, begun).compile())
    functions = functions._replace(init=stages.init, epoch=stages.epoch, stages=stages)
    return config, alone, over, functions, functions.init(keys, hparams)


def arguments(config, lanes):
    hparams = training.make_hparams(config, 2)
    stacked = {name: jnp.stack([x * (1 + 0.1 * i) for i in range(lanes)]) for name, x in hparams.items()}
    return jax.random.split(jax.random.key(3), lanes), stacked


@jax.jit
def copy_of(states):
    return jax.tree.map(jnp.copy, states)


def lies_like(states, others):
    pairs = zip(jax.tree.leaves(states), jax.tree.leaves(others), strict=True)
    return all(x.sharding.is_equivalent_to(y.sharding, x.ndim) for x, y in pairs)


def lanes_of(trainer, states):
    return [training.lane_state(trainer, states, i, True) for i in range(states.key.shape[0])]


def assert_close(one, other):
    for x, y in zip(jax.tree.leaves(one), jax.tree.leaves(other), strict=True):
        if jnp.issubdtype(x.dtype, jax.dtypes.prng_key):
            x, y = jax.random.key_data(x), jax.random.key_data(y)
        np.testing.assert_allclose(np.asarray(x), np.asarray(y), rtol=1e-4, atol=1e-4)


def test_lanes_are_the_runs_that_they_are_alone(made):
    config, alone, trainer, functions, begun = made
    states, _ = functions.epoch(copy_of(begun))
    # With another layout, the next epoch would have to be compiled again.
    assert lies_like(states, begun)
    states, metrics = functions.epoch(states)
    single = training.compiled(alone)
    keys, hparams = arguments(config, LANES)
    for i, lane in enumerate(lanes_of(trainer, states)):
        state = single.init(keys[i], {name: x[i] for name, x in hparams.items()})
        state, _ = single.epoch(state)
        state, own = single.epoch(state)
        assert_close(lane, state)
        assert_close({name: x[i] for name, x in metrics.items()}, own)


def test_each_device_has_whole_lanes_and_waits_for_no_other(made):
    config, _, trainer, functions, begun = made
    ring = begun.replay.rows.obs
    assert [shard.data.shape for shard in ring.addressable_shards] == [(LANES // 2, *ring.shape[1:])] * 2
    meetings = ("all-reduce", "all-gather", "all-to-all", "collective-permute")
    program = functions.stages.advance.as_text()
    assert not any(word in program for word in meetings)
    # Lanes that cannot be dealt out lie over both devices, which exchange gradients.
    sharded = training.compiled_lanes(config, trainer, 3)
    keys, hparams = arguments(config, 3)
    pool = jax.eval_shape(sharded.stages.make_pool, keys)
    begun = jax.eval_shape(sharded.stages.begin, keys, hparams, pool)
    phase = Phase(np.int32(1), np.bool_(False), np.bool_(True))
    assert "all_reduce" in sharded.stages.advance.lower(begun, pool, phase).as_text()


def test_an_epoch_of_lanes_that_are_dealt_out_is_undone(made):
    _, _, trainer, functions, begun = made
    before = lanes_of(trainer, begun)
    kept = functions.keep(begun)
    states = functions.undo(functions.epoch(copy_of(begun))[0], kept)
    assert lies_like(states, begun)
    for lane, expected in zip(lanes_of(trainer, states), before, strict=True):
        tiny.assert_same(lane, expected)


def test_lanes_are_put_copied_and_kept_as_on_one_device(made):
    _, alone, over, _, like = made
    lanes = jax.device_put(lanes_of(over, like), jax.devices()[0])

    def restored(i):
        """Returns lane i sharded over the devices, as a checkpoint is read."""
        return jax.device_put(lanes[i], training.shardings(over.mesh, over.specs, lanes[i]))

    # As when a program is resumed: all slots get one lane first, and then the other lanes are set.
    states = training.repeated(over, restored(0), LANES)
    for i in (1, 2, 3):
        states = training.set_lane(over, states, i, restored(i))
    assert lies_like(states, like)
    for lane, expected in zip(lanes_of(over, states), lanes, strict=True):
        tiny.assert_same(lane, expected)
    begun = training.repeated(alone, lanes[0], LANES)
    for i in (1, 2, 3):
        begun = training.set_lane(alone, begun, i, lanes[i])
    for lane, expected in zip(lanes_of(alone, begun), lanes, strict=True):
        tiny.assert_same(lane, expected)
    # Copies go from a lane of one device to a lane of the other, and back.
    for source, target in ((1, 3), (3, 0)):
        states = training.copy_lane(over, states, source, target, {"discount": 0.5})
        begun = training.copy_lane(alone, begun, source, target, {"discount": 0.5})
    assert lies_like(states, like)
    expected = lanes_of(alone, begun)
    for lane, other in zip(lanes_of(over, states), expected, strict=True):
        tiny.assert_same(lane, other)
    # The two lanes were on one device, or each on the device of the other.
    before, states = states, training.select_lanes(over, states, [3, 2])
    assert all(x.is_deleted() for x in jax.tree.leaves(before.replay.rows) if x.size)
    for lane, i in zip(lanes_of(over, states), (3, 2), strict=True):
        tiny.assert_same(lane, expected[i])
    # The last lane lies over both devices, as a single run does.
    states = training.select_lanes(over, states, [1])
    ring = states.replay.rows.obs
    assert [shard.data.shape for shard in ring.addressable_shards] == [
        (1, ring.shape[1], ring.shape[2] // 2, *ring.shape[3:])
    ] * 2
    tiny.assert_same(lanes_of(over, states)[0], expected[2])
    # A lane that lay over both devices is dealt out again when there are more lanes.
    states = training.select_lanes(over, states, [0, 0])
    assert all(x.sharding.shard_shape(x.shape)[0] == 1 for x in jax.tree.leaves(states.agent) if x.size)
    for lane in lanes_of(over, states):
        tiny.assert_same(lane, expected[2])


def test_the_state_of_a_lane_lies_as_that_of_a_single_run(made):
    _, _, trainer, _, begun = made
    with_replay = training.lane_state(trainer, begun, 3, True)
    wanted = training.shardings(trainer.mesh, trainer.specs, with_replay)
    assert [x.sharding for x in jax.tree.leaves(with_replay)] == jax.tree.leaves(wanted)
    without = training.lane_state(trainer, begun, 3, False)
    assert without.replay == ()
    tiny.assert_same(without, with_replay.replace(replay=()))
