"""A run is one state, which init makes and epochs advance, alone and as a lane of a sweep."""

import re
from types import SimpleNamespace

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from probe_runs import make, start, train
from probes import hparams_of
from states import assert_close, assert_same, history, lane, leaves, lowered_epoch

from diayn_jax import training
from diayn_jax.training.compiled import BriefJit


def test_the_same_key_gives_the_same_run_bit_for_bit():
    first, second = train("counter", 3), train("counter", 3)
    assert_same(first, second)
    other, _ = train("counter", 3, seed=1)
    for part in ("agent", "objective", "env"):
        ours, theirs = leaves(getattr(first[0], part)), leaves(getattr(other, part))
        assert any(not np.array_equal(ours[name], theirs[name]) for name in ours), part


def types(state):
    return [
        (jax.tree_util.keystr(path), x.shape, x.dtype, x.aval.weak_type)
        for path, x in jax.tree_util.tree_leaves_with_path(state.replace(key=jax.random.key_data(state.key)))
    ]


def test_an_epoch_compiles_once_and_keeps_shapes_and_types():
    config, _, functions = make("counter")
    state = functions.init(jax.random.key(0), hparams_of(config))
    before = types(state)
    for rate in (1e-3, 1e-2):
        state, _ = functions.epoch(state)
        state = state.replace(hparams=hparams_of(config, learning_rate=rate))
    assert types(state) == before
    # The iterations of the warm-up use the same compiled program.
    assert functions.stages.advance._cache_size() == 1
    assert functions.stages.begin._alone._cache_size() == 1
    assert functions.stages.make_pool._alone._cache_size() == 1


def test_compiled_functions_may_be_called_within_another_trace():
    config, trainer, functions = make("counter")
    key, hparams = jax.random.key(0), hparams_of(config)
    state = jax.eval_shape(functions.init, key, hparams)
    assert state == jax.eval_shape(trainer.init, key, hparams)
    # The arguments may also come from outside of the trace.
    assert state == jax.eval_shape(lambda: functions.init(key, hparams))
    assert jax.eval_shape(functions.epoch, state) == jax.eval_shape(trainer.epoch, state)
    pool = functions.stages.make_pool(key)
    assert_close(jax.jit(functions.stages.make_pool)(key), pool)
    assert_close(jax.vmap(functions.stages.make_pool)(key[None]), jax.tree.map(lambda x: x[None], pool))


def test_a_brief_function_may_be_mapped_and_made_brief_again():
    total = BriefJit(jnp.sum)
    np.testing.assert_array_equal(BriefJit(jax.vmap(total))(jnp.ones((2, 3))), [3, 3])


@pytest.mark.parametrize(("version", "known"), [((0, 6, 1), True), ((0, 11, 0), True), ((0, 11, 1), False)])
def test_options_go_only_to_versions_of_xla_that_know_them(monkeypatch, version, known):
    given, jit = [], jax.jit

    def jitted(function, compiler_options=None, **named):
        given.append(compiler_options)
        return jit(function, **named)

    monkeypatch.setattr(jax, "jit", jitted)
    monkeypatch.setattr(jax, "__version_info__", version)
    BriefJit(jnp.sum, level=0)(jnp.ones(3))
    assert [bool(options) for options in given] == [False, known]


def test_the_state_that_went_in_is_donated():
    functions = make("counter")[2]
    for advance in (functions.epoch, functions.refill):
        state = start("counter")
        obs = state.replay.rows.obs
        advance(state)
        assert obs.is_deleted()


def test_metrics_are_finite_scalars_by_their_names():
    state, metrics = train("counter", 3)
    assert set(metrics) >= {
        "train/critic_loss",
        "train/policy_loss",
        "train/alpha_loss",
        "train/discriminator_loss",
        "train/alpha",
        "train/policy_entropy",
        "train/q_mean",
        "train/q_of_reward",
        "train/log_q_running",
        "train/return_running",
        "train/physics_resets",
        "train/grad_norm_critics",
        "train/grad_norm_policy",
        "train/grad_norm_discriminator",
    }
    for name, value in metrics.items():
        assert value.shape == (), name
        assert jnp.isfinite(value), name
    assert all(np.isfinite(x).all() for x in leaves(state).values())


def test_updates_are_counted():
    config, trainer, _ = make("counter")
    state, _ = train("counter", 2)
    iterations = 2 * trainer.stages.iterations_per_epoch
    assert iterations == 2 * (32 // (8 * 2))
    assert int(state.counters.iteration) == trainer.stages.warmup_iterations + iterations
    assert int(state.counters.updates) == iterations * config.updates_per_iteration * 2
    # These are the optimisers' own counts.
    assert int(state.objective.opt_state.count) == iterations * config.updates_per_iteration
    assert int(state.agent.policy_opt.count) == int(state.counters.updates)
    assert int(state.agent.critics_opt.count) == int(state.counters.updates)


# Lanes of a sweep.

# The settings of priors that move have no effect here: see tests/objectives/test_sets.py.
OF_PRIORS = {"expand_at", "expand_factor", "prior_learning_rate"}
# The changes cover every other setting that a sweep may vary.
CHANGES = {
    "learning_rate": 1e-2,
    "discriminator_learning_rate": 1e-2,
    "discriminator_weight_decay": 0.5,
    "discriminator_noise": 0.5,
    "discount": 0.5,
    "tau": 0.5,
    "target_entropy": -3.0,
    "alpha": 0.9,
    "reward_scale": 9.0,
    "max_grad_norm": 1e-3,
}


@pytest.fixture(scope="module")
def lanes():
    """Returns runs as lanes: their states after init and after an epoch, and the epoch's program.

    The first lane has the usual hyperparameters. The second one has another key and several changes. Each
    other lane has the first one's key and one change.
    """
    config, trainer, _ = make("counter")
    functions = training.compiled(trainer, lanes=True)
    first, second = jax.random.split(jax.random.key(5), 2)
    keys = jnp.stack([first, second, *(first for _ in CHANGES)])
    several = {"learning_rate": 1e-2, "alpha": 0.5, "discount": 0.9, "reward_scale": 1.0, "tau": 0.1}
    changes = [{}, several, *({name: value} for name, value in CHANGES.items())]
    hparams = stacked(*(hparams_of(config, **change) for change in changes))
    first = functions.init(keys, hparams)
    lowered = lowered_epoch(functions, first)
    given = jax.tree.map(jnp.copy, first)
    return SimpleNamespace(
        axes=trainer.lane_axes,
        keys=keys,
        hparams=hparams,
        first=first,
        given=given,
        after=functions.epoch(given),
        lowered=lowered,
    )


def stacked(*trees):
    return jax.tree.map(lambda *x: jnp.stack(x), *trees)


@pytest.mark.parametrize("i", [0, 1])
def test_a_lane_is_its_own_run(lanes, i):
    functions = make("counter")[2]
    own = functions.init(lanes.keys[i], jax.tree.map(lambda x: x[i], lanes.hparams))
    assert_close(lane(lanes.first, lanes.axes, i), own)
    own, own_metrics = functions.epoch(own)
    after, metrics = lanes.after
    assert_close(lane(after, lanes.axes, i), own)
    assert_close(jax.tree.map(lambda x: x[i], metrics), own_metrics)


def test_lanes_hold_one_ring_each(lanes):
    # The outputs reuse the memory of the inputs, so large arrays exist only once.
    assert all(x.is_deleted() for x in jax.tree.leaves(lanes.given.replay.rows))
    memory = lanes.lowered.compile().memory_analysis()
    ring = sum(x.nbytes for x in jax.tree.leaves(lanes.first.replay.rows))
    assert memory.alias_size_in_bytes >= ring
    assert memory.output_size_in_bytes - memory.alias_size_in_bytes < ring / 4


def test_lanes_with_one_key_differ_by_their_hyperparameters(lanes):
    assert CHANGES.keys() == lanes.hparams.keys() - OF_PRIORS
    states, _ = lanes.after
    learned = {name: x for name, x in leaves((states.agent, states.objective)).items() if x.ndim > 1}
    for i, name in enumerate(CHANGES, start=2):
        assert any(not np.array_equal(x[0], x[i]) for x in learned.values()), name


def scatters(text):
    """Returns the shapes of the operand and of the indices, for each scatter of a StableHLO program."""
    lines = iter(text.splitlines())
    found = []
    for line in lines:
        if "stablehlo.scatter" in line:
            # The function on elements stands between the operation and its types.
            types = next(end for end in lines if end.strip().startswith("}) : ("))
            shapes = re.findall(r"tensor<((?:\d+x)*)\w+>", types)
            found.append((shapes[0].rstrip("x"), shapes[1].rstrip("x")))
    return found


def test_lanes_share_the_ring_position(lanes):
    (after, _), text = lanes.after, lanes.lowered.as_text()
    assert after.replay.position.shape == ()
    assert after.counters.iteration.shape == ()
    # vmap turns every insert into a scatter. If the lanes share the position, it writes one slice over all
    # lanes.
    rows = after.replay.rows.obs
    ring = "x".join(map(str, rows.shape))
    assert [index for into, index in scatters(text) if into == ring] == ["3"]

    def insert(row, position):
        return jax.lax.dynamic_update_slice(row, row[:1], (position, 0, 0))

    count = len(lanes.keys)
    separate = jax.jit(jax.vmap(insert)).lower(rows, jnp.arange(count)).as_text()
    assert scatters(separate) == [(ring, f"{count}x3")]


# Skills.


@pytest.mark.parametrize(("num_envs", "num_skills"), [(5, 2), (8, 2)])
def test_tiled_skills_stay(num_envs, num_skills):
    name = "uneven" if num_envs == 5 else "counter"
    state, _ = train(name, 2)
    tiled = np.arange(num_envs) % num_skills
    np.testing.assert_array_equal(state.skill, tiled)
    rows = history(state)
    np.testing.assert_array_equal(rows.skill, np.broadcast_to(tiled, rows.skill.shape))


def test_resampled_skills_change_after_the_reset_row_alone():
    state, _ = train("steady", 4)
    rows = history(state)
    changed = rows.skill[1:] != rows.skill[:-1]
    # So a transition's skill is the one that acted, also for the terminal transition.
    assert not changed[rows.valid[:-1]].any()
    drawn = rows.skill[1:][~rows.valid[:-1]]
    assert set(drawn) == {0, 1, 2, 3}
    # Each environment draws its own skill.
    assert np.unique(rows.skill, axis=1).shape[1] == rows.skill.shape[1]
