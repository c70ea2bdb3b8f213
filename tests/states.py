"""Functions for the state of a run: its arrays by name, comparisons, its replay in order."""

import chex
import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import training
from diayn_jax.training.trainer import Phase


def leaves(tree) -> dict[str, np.ndarray]:
    """Returns all arrays of a tree on the host, by their path; for keys, their data."""

    def plain(x):
        return jax.random.key_data(x) if jnp.issubdtype(x.dtype, jax.dtypes.prng_key) else x

    flat = jax.tree_util.tree_leaves_with_path(tree)
    return {jax.tree_util.keystr(path): np.asarray(plain(x)) for path, x in flat}


def assert_same(a, b) -> None:
    """Asserts that all arrays are equal bit for bit, also in shape and type."""
    chex.assert_trees_all_equal(leaves(a), leaves(b), strict=True)


def assert_close(a, b, rtol: float = 1e-4, atol: float = 1e-5) -> None:
    """Asserts that all arrays are equal up to rounding."""
    chex.assert_trees_all_close(leaves(a), leaves(b), rtol=rtol, atol=atol)


def uncommitted(tree):
    """Returns copies of arrays that are bound to no device, as the arrays of a new run.

    Restored arrays are bound to their device. JAX would compile a run's program once more for them.
    """

    def copied(x):
        if jnp.issubdtype(x.dtype, jax.dtypes.prng_key):
            return jax.random.wrap_key_data(copied(jax.random.key_data(x)))
        return jnp.array(np.asarray(x))

    return jax.tree.map(copied, tree)


def before_warmup(trainer, hparams, seed: int = 0, lanes: bool = False):
    """Returns the first state of a run. It needs none of the costly program that acts and learns.

    With lanes, there are two of them, with equal hyperparameters.
    """
    stages, key = training.compiled(trainer, lanes).stages, jax.random.key(seed)
    if lanes:
        key, hparams = jax.random.split(key), jax.tree.map(lambda x: jnp.stack([x, x]), hparams)
    return stages.begin(key, hparams, stages.make_pool(key))


def history(state):
    """Returns the replay in the order in which it was written, leaves [T, E, ...], on the host."""
    size, position = int(state.replay.size), int(state.replay.position)
    order = (position - size + np.arange(size)) % state.replay.rows.valid.shape[0]
    return jax.tree.map(lambda x: np.asarray(x)[order], state.replay.rows)


def lane(state, axes, i: int):
    """Returns lane i of a sweep's state; `axes` says where the lanes lie (`Trainer.lane_axes`)."""
    return jax.tree.map(
        lambda axis, part: part if axis is None else jax.tree.map(lambda x: x[i], part),
        axes,
        state,
        is_leaf=lambda x: x is None,
    )


def assert_traces_as_lanes(trainer, state):
    """Asserts that the parts of two lanes have the shapes and types of a run alone, with an axis of lanes.

    Nothing is compiled. A part without that axis would be refused if it depended on a lane. What numbers
    lanes have is tested for runs of SAC, PPO and soft option-critic; `vmap` is the same for all.
    """

    def none(x):
        return x is None

    functions = training.compiled(trainer, lanes=True)
    keys, hparams = jax.random.split(state.key), jax.tree.map(lambda x: jnp.stack([x, x]), state.hparams)
    begun = jax.eval_shape(functions.init, keys, hparams)
    after, _ = jax.eval_shape(functions.epoch, begun)
    axes = jax.tree.map(
        lambda axis, part: jax.tree.map(lambda _: axis, part), trainer.lane_axes, state, is_leaf=none
    )
    own, axes = jax.tree.leaves(state), jax.tree.leaves(axes, is_leaf=none)
    for lanes in (begun, after):
        for x, y, axis in zip(jax.tree.leaves(lanes), own, axes, strict=True):
            shape = y.shape if axis is None else (*y.shape[:axis], 2, *y.shape[axis:])
            assert (x.shape, x.dtype) == (shape, y.dtype)


def lowered_epoch(functions, state):
    """Returns the lowered program of an epoch's iterations."""
    stages = functions.stages
    phase = Phase(np.int32(stages.iterations_per_epoch), np.bool_(False), np.bool_(True))
    return stages.advance.lower(state, stages.make_pool(state.key), phase)
