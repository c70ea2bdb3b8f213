"""The replay's rows of the environments' episodes, and how they are counted."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from probe_runs import make, start, train
from probes import counter, tiny_config
from states import history, leaves

from diayn_jax import training
from diayn_jax.config import ConfigError


@pytest.mark.parametrize(("name", "lifetime"), [("counter", 5), ("steady", 3)])
def test_replay_keeps_whole_episodes(name, lifetime):
    state, _ = train(name, 2)
    rows = history(state)
    count, episode = rows.obs[..., 0], rows.obs[..., 1]
    # The next row is the successor, and the ring also has the last state of an episode.
    going_on = rows.valid[:-1]
    np.testing.assert_array_equal(count[1:][going_on], count[:-1][going_on] + 1)
    np.testing.assert_array_equal(episode[1:][going_on], episode[:-1][going_on])
    # First episodes end after a random number of steps, the others at their limit.
    later = np.cumsum(~rows.valid, axis=0) - ~rows.valid > 0
    np.testing.assert_array_equal(rows.valid[later], count[later] < lifetime)
    first_ends = count[~rows.valid & ~later]
    assert first_ends.min() > 0
    assert first_ends.max() <= lifetime
    assert np.unique(first_ends).size > 1
    np.testing.assert_array_equal(count[1:][~going_on], 0)
    assert (episode[1:][~going_on] != episode[:-1][~going_on]).all()
    # The counter's lifetime terminates. The time limit does not.
    ends = rows.valid & (count == lifetime - 1)
    np.testing.assert_array_equal(rows.terminated, ends if name == "steady" else np.zeros_like(ends))
    # The observation lacks this feature.
    np.testing.assert_array_equal(rows.features[..., 0], 2 * count)
    assert rows.features.shape[-1] == 1


@pytest.mark.parametrize("epochs", [1, 5])
def test_counts_equal_a_count_of_replay(epochs):
    # The ring holds 20 slices. The warm-up writes 8 and each epoch 4, so the fourth epoch wraps around.
    config = make("counter")[0]
    state, _ = train("counter", epochs)
    assert int(state.replay.size) == min(8 + 4 * epochs, 20)
    rows = history(state)
    drawable = rows.valid[:-1]
    counts = np.bincount(rows.skill[:-1][drawable], minlength=config.num_skills)
    np.testing.assert_array_equal(state.replay.counts, counts)


@pytest.mark.parametrize("num_epochs", [1, 2])
def test_broken_physics_is_counted_and_never_kept(num_epochs):
    state, metrics = train("brittle", num_epochs)
    # The warm-up has eight steps, and each epoch has four. In half of the environments, steps 3, 6, … break.
    last = 8 + 4 * num_epochs
    assert metrics["train/physics_resets"] == 4 * sum(step % 3 == 0 for step in range(last - 3, last + 1))
    assert int(state.counters.env_steps) == 8 * last - 4 * (last // 3)
    for name, x in leaves(state).items():
        if name != ".score_running" and jnp.issubdtype(x.dtype, jnp.floating):
            assert np.isfinite(x).all(), name
    # No episode has ended, so the running means are not known.
    means = ("train/log_q_running", "train/return_running")
    assert all(np.isfinite(x).all() for name, x in metrics.items() if name not in means)
    rows = history(state)
    # Row 0 is the first state. Row t belongs to step t, which leads to row t + 1.
    broken = rows.obs[:-1, 0, 0] == 2
    np.testing.assert_array_equal(rows.valid[:-1, 0], ~broken)
    np.testing.assert_array_equal(rows.obs[1:, 0, 0], (rows.obs[:-1, 0, 0] + 1) % 3)
    assert rows.valid[:-1, 1].all()
    assert not rows.terminated.any()


@pytest.mark.parametrize("name", ["counter", "steady", "one step", "uneven"])
def test_env_steps_count_real_transitions_only(name):
    state, _ = train(name, 1)
    rows = history(state)
    assert rows.skill.shape[0] < state.replay.rows.skill.shape[0], "the ring must not have wrapped"
    assert int(state.counters.env_steps) == rows.valid.sum()
    assert rows.valid.sum() < rows.valid.size


def test_a_transition_costs_one_observation():
    trainer = make("counter")[1]
    state = start("counter")
    size = sum(x.nbytes for x in jax.tree.leaves(state.replay.rows))
    assert size == trainer.bytes_per_transition * state.replay.rows.skill.size
    # Two numbers of observation, one of feature, one of action, one of reward; the skill and two flags.
    assert trainer.bytes_per_transition == 5 * 4 + 3


def test_half_precision_is_refused_where_it_would_round_what_is_rewarded():
    """METRA rewards the change of features in a step."""
    seen = {"objective": "metra", "skill_space": "sphere:2", "replay_precision": "float16"}
    with pytest.raises(ConfigError, match="--replay_precision=float16: metra rewards how features change"):
        training.make_trainer(tiny_config(**seen, features="obs"), counter())


def test_half_precision_costs_half_of_observations_and_actions():
    config = tiny_config(replay_precision="float16")
    trainer = training.make_trainer(config, counter())
    shapes = training.state_shapes(config, trainer)
    rows = shapes.replay.rows
    assert rows.obs.dtype == rows.action.dtype == np.float16
    assert rows.features.dtype == rows.reward.dtype == np.float32
    size = sum(x.size * x.dtype.itemsize for x in jax.tree.leaves(rows))
    assert size == trainer.bytes_per_transition * rows.skill.size
    assert trainer.bytes_per_transition == 3 * 2 + 2 * 4 + 3
