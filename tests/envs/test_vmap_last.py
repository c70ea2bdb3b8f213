"""`vmap_last` computes what `jax.vmap` computes, with the batch as the last axis in between."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from jax import lax

from diayn_jax import envs
from diayn_jax.envs import vmap_last as module
from diayn_jax.envs.providers import brax_envs
from diayn_jax.envs.vmap_last import vmap_last

B = 7


def numbers(*shape, seed=0):
    return np.random.default_rng(seed).normal(size=(B, *shape)).astype(np.float32)


@jax.custom_jvp
def doubled(x):
    return 2 * x


doubled.defjvp(lambda x, dx: (doubled(*x), 2 * dx[0]))


@jax.custom_vjp
def tripled(x):
    return 3 * x


tripled.defvjp(lambda x: (tripled(x), None), lambda _, dy: (3 * dy,))

V, M, N = (3,), (3, 4), (2, 3, 4)
TABLE = np.arange(12, dtype=np.float32).reshape(4, 3)
# By name: a function of one element, and the shapes of its arguments.
CASES = {
    "numbers alone": (lambda x, y: jnp.sin(x) * y + 1, (), ()),
    "a number and a vector": (lambda x, y: jnp.where(x > 0, x * y, y / 2), (), V),
    "a constant": (lambda x: x @ TABLE.T + TABLE[:, 0], V),
    "what depends on nothing": (lambda x: (x, TABLE), V),
    "bounds": (lambda x, y: jnp.clip(x, -0.5, y), V, ()),
    "bounds that are arrays": (lambda x, y: lax.clamp(-jnp.abs(y), x, jnp.abs(y)), V, V),
    "types": (lambda x: (x > 0, x.astype(jnp.int32), (x * 9).astype(jnp.int32) % 4), V),
    "slices": (lambda x: (x[1:], x[::2, 1:3], x[::-1], x[2], x[:, None]), M),
    "joined": (lambda x, y: jnp.concatenate([x, y[None], TABLE.T[:1]]), M, (4,)),
    "stacked": (lambda x, y: jnp.stack([x, y, x * y], axis=-1), M, M),
    "split": (lambda x: jnp.split(x, 2, axis=1), M),
    "repeated": (lambda x: (jnp.tile(x, (2, 1)), jnp.repeat(x, 2, axis=0), jnp.pad(x, ((1, 0), (0, 2)))), M),
    "other shapes": (lambda x: (x.reshape(4, 3), x.ravel(), x.T, jnp.moveaxis(x, 0, 1)), M),
    "axes": (lambda x: (x.transpose(2, 0, 1), jnp.swapaxes(x, 0, 2), jnp.squeeze(x[:1], 0)), N),
    "sums": (lambda x: (x.sum(), x.sum(1), x.max(0), x.min((0, 2)), x.prod(-1), x.mean(1)), N),
    "all and any": (lambda x: ((x > 0).all(0), (x > 1).any(1)), M),
    "norms": (lambda x: jnp.linalg.norm(x, axis=-1), M),
    "places": (lambda x: (x.argmax(1), jnp.sort(x), jnp.cumsum(x, 0), jnp.argsort(x)), M),
    "dot": (lambda x, y: (x @ y, jnp.dot(x, x)), V, V),
    "a matrix and a vector": (lambda x, y: (x @ y, y @ x.T), M, (4,)),
    "matrices": (lambda x, y: (x @ y.T, x.T @ y), M, M),
    "matrices in order": (lambda x, y: jnp.einsum("nij,njk->nki", x, y), N, (2, 4, 2)),
    "sums over two axes": (lambda x, y: jnp.einsum("nij,kji->nk", x, y), N, (5, 4, 3)),
    "outer": (lambda x, y: (jnp.outer(x, y), jnp.tensordot(x, y, 0)), V, (4,)),
    "long products": (lambda x, y: x @ y, (2, 40), (40, 3)),
    "a shared matrix": (lambda x: (jnp.asarray(TABLE) @ x, x @ TABLE.T), V),
    "cross": (jnp.cross, V, V),
    "taken": (
        lambda x: (x[np.array([2, 0, 2])], x[np.array([0, 1]), np.array([3, 2])], jnp.take(x, 1, 1)),
        M,
    ),
    "taken by its own indices": (lambda x: x[jnp.argsort(x[:, 0])], M),
    "a place of its own": (lambda x: lax.dynamic_slice(x, (jnp.argmax(x[:, 0]), 0), (1, 2)), M),
    "set": (lambda x, y: (x.at[1].set(y), x.at[np.array([0, 0])].add(y), x.at[0, 2].mul(3)), M, (4,)),
    "set in a constant": (jnp.zeros((3, 4)).at[1].set, (4,)),
    "set by its own indices": (lambda x: x.at[jnp.argmax(x)].set(0), V),
    "segments": (lambda x: jax.ops.segment_sum(x, np.array([1, 0, 1]), 2), M),
    "functions": (lambda x: (jax.jit(jnp.tanh)(x), jax.nn.relu(x), jax.nn.softplus(x)), M),
    "derivatives of their own": (lambda x: (doubled(x), tripled(x)), V),
    "derivatives": (jax.grad(lambda x: jnp.sum(jnp.sin(x) * doubled(x))), V),
    "vmap": (jax.vmap(lambda x, y: (x @ y, jnp.cross(x, x + 1))), (4, 3), (4, 3)),
    "scan": (lambda x, y: lax.scan(lambda c, row: (c * 0.5 + row, c.sum()), y, x), M, (4,)),
    "scan from a constant": (lambda x: lax.scan(lambda c, row: (c + row, row @ TABLE), jnp.zeros(4), x), M),
    "scan backwards": (lambda x: lax.scan(lambda c, _: (c * x, c), x, length=3, reverse=True), V),
    "loop": (lambda x: lax.fori_loop(0, 3, lambda i, c: c * x + i, jnp.ones(3)), V),
    "each its own time": (
        lambda x: lax.while_loop(lambda c: c[0] < jnp.abs(x) * 3, lambda c: (c[0] + 1, c[1] * x), (0.0, x)),
        (),
    ),
    "switch": (lambda x, y: lax.cond(x > 0, lambda y: y * 2, lambda y: y - 1, y), (), V),
    "a switch for all": (lambda y: lax.cond(jnp.asarray(True), lambda y: y * 2, lambda y: y - 1, y), V),
    "equations": (lambda x: jnp.linalg.solve(x @ x.T + jnp.eye(3), x[:, 0]), M),
    "short numbers": (
        lambda x, y: lax.dot_general(
            (x * 60).astype(jnp.int8), (y * 60).astype(jnp.int8), (((0,), (0,)), ((), ())), None, jnp.int32
        ),
        V,
        V,
    ),
    "empty sums": (lambda x: (x[:0] @ x[:0], jnp.zeros((3, 0)) @ x[:0]), V),
    "integers": (lambda x: ((x > 0) & (x < 1), (x * 9).astype(jnp.int32) // 2 % 3, (x > 0).sum()), V),
    "rows by an index each": (lambda x: jax.vmap(lambda row, i: row[i])(x, np.array([2, 0, 3])), M),
    "rows beyond the end": (lambda x: (x.at[5].get(mode="fill"), x.at[5].set(0, mode="drop")), M),
    "a loop for all": (
        lambda x: lax.while_loop(lambda c: c[0] < 3, lambda c: (c[0] + 1, c[1] * x), (0, x)),
        V,
    ),
    "random": (lambda x: x + jax.random.normal(jax.random.key(0), x.shape), V),
}


@pytest.mark.parametrize("jitted", [False, True])
@pytest.mark.parametrize("name", CASES)
def test_it_is_vmap(name, jitted):
    function, *shapes = CASES[name]
    given = [numbers(*shape, seed=i) for i, shape in enumerate(shapes)]
    batched = vmap_last(function)
    found = (jax.jit(batched) if jitted else batched)(*given)
    wanted = jax.vmap(function)(*given)
    assert jax.tree.structure(found) == jax.tree.structure(wanted)
    for x, y in zip(jax.tree.leaves(found), jax.tree.leaves(wanted), strict=True):
        assert (x.shape, x.dtype) == (y.shape, y.dtype)
        np.testing.assert_allclose(x, y, rtol=2e-5, atol=2e-5)


# Cases with parts that have no rule.
AS_VMAP = {
    *("stacked", "repeated", "places", "outer", "long products", "taken by its own indices", "set", "switch"),
    *("a place of its own", "set by its own indices", "derivatives", "a switch for all", "equations"),
    "empty sums",
}


@pytest.mark.parametrize("name", CASES)
def test_all_else_has_rules(name, monkeypatch):
    batched = []
    as_vmap = module._as_vmap
    monkeypatch.setattr(module, "_as_vmap", lambda *given: batched.append(given) or as_vmap(*given))
    function, *shapes = CASES[name]
    jax.eval_shape(vmap_last(function), *[numbers(*shape) for shape in shapes])
    # Newer versions of JAX have an operation of its own where older ones use several.
    assert not batched or name in AS_VMAP


def test_trees_are_taken_and_given():
    found = vmap_last(lambda state, x: {"a": state["a"] * x, "b": (state["b"], None)})(
        {"a": numbers(2, 3), "b": numbers()}, (x := numbers(3))
    )
    assert found["a"].shape == (B, 2, 3)
    assert found["b"][1] is None
    assert x.shape == (B, 3)


def test_arrays_from_outside_are_those_of_every_element():
    x, y = numbers(3), numbers(3, seed=1)

    def one(y):
        return vmap_last(lambda x: x * y)(x)

    np.testing.assert_allclose(jax.jit(one)(y[0]), x * y[0], rtol=1e-6)
    np.testing.assert_allclose(jax.vmap(one)(y), x * y[:, None], rtol=1e-6)


def test_what_a_function_without_results_does_is_done_once():
    seen = []

    def one(x):
        jax.jit(lambda x: jax.debug.callback(seen.append, x))(x)
        return x

    vmap_last(one)(numbers())
    jax.effects_barrier()
    assert len(seen) == B


def last_axes(function, *shapes):
    """Returns the sizes of the last axes of all that a batched function computes with numbers."""
    given = [jax.ShapeDtypeStruct((64, *shape), jnp.float32) for shape in shapes]
    jaxpr = jax.make_jaxpr(vmap_last(function))(*given).jaxpr
    computed = [eqn for eqn in jaxpr.eqns if eqn.primitive.name in ("mul", "add", "sub", "div", "select_n")]
    assert computed
    return {eqn.outvars[0].aval.shape[-1] for eqn in computed}


@pytest.mark.parametrize("name", ["dot", "a matrix and a vector", "matrices in order", "cross", "vmap"])
def test_all_is_computed_along_the_batch(name):
    assert last_axes(*CASES[name]) == {64}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["ant", "humanoid"])
def test_physics_has_a_rule_for_all_that_takes_time(monkeypatch, name):
    """Only small tables of contacts are batched by `jax.vmap`."""
    left, sums = [0], []
    as_vmap, elementwise = module._as_vmap, module._elementwise

    def counted(function, inputs):
        found = as_vmap(function, inputs)
        left.append(max(x.array.size // (64 if x.batched else 1) for x in [*inputs, *found]))
        return found

    def summed(equation, inputs, size):
        sums.append(size)
        return elementwise(equation, inputs, size)

    monkeypatch.setattr(module, "_as_vmap", counted)
    monkeypatch.setattr(module, "_elementwise", summed)
    env = envs.make(name, backend="spring")
    begun = jax.eval_shape(env.reset, jax.ShapeDtypeStruct((64, 2), jnp.uint32))
    jax.eval_shape(env.step, begun.state, jax.ShapeDtypeStruct((64, env.action_size), jnp.float32))
    assert max(left) <= 48
    assert set(sums) == {64}


@pytest.mark.slow
@pytest.mark.parametrize("backend", ["spring", "positional"])
def test_a_robot_steps_and_is_differentiated_as_by_vmap(monkeypatch, backend):
    fast = envs.make("inverted_pendulum", backend=backend)
    monkeypatch.setattr(brax_envs, "BATCH_LAST", ())
    plain = envs.make("inverted_pendulum", backend=backend)
    state = jax.jit(plain.reset)(jax.random.key_data(jax.random.split(jax.random.key(0), 4))).state
    action = numbers(1)[:4]

    def observed(env):
        # Apart from the gradient, because what is differentiated is the step by `jax.vmap`.
        return jax.jit(lambda action: env.step(state, action).obs)(action)

    def gradient(env):
        return jax.jit(jax.grad(lambda action: (env.step(state, action).obs ** 2).sum()))(action)

    np.testing.assert_allclose(observed(fast), observed(plain), rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(gradient(fast), gradient(plain), rtol=1e-4, atol=1e-5)
    assert np.abs(gradient(plain)).min() > 0
