"""METRA: its loss, the step of λ, and its reward, against a version in NumPy."""

import chex
import jax
import jax.numpy as jnp
import numpy as np
import optax
import pytest
from arrays import phi
from probes import blank_batch, hparams_of, step_of, tiny_config, tiny_problem

from diayn_jax import skills
from diayn_jax.objectives.metra import make_metra

BATCH, FEATURES = 6, 3
SPACES = {
    space.name: space
    for space in (skills.categorical(4), skills.sphere(2), skills.box(3), skills.dirichlet(3))
}


def make(name="sphere:2", **fields):
    config = tiny_config(objective="metra", **fields)
    objective = make_metra(config, tiny_problem(skills=SPACES[name], feature_size=FEATURES))
    hparams = hparams_of(config)
    return objective, objective.init(jax.random.key(0), hparams), hparams


def normal(seed, *shape):
    return np.asarray(jax.random.normal(jax.random.key(seed), shape))


def batch(name="sphere:2", **changes):
    space = SPACES[name]
    values = {
        "features": jnp.asarray(normal(1, BATCH, FEATURES)),
        "next_features": jnp.asarray(normal(2, BATCH, FEATURES)),
        "skill": space.sample(jax.random.split(jax.random.key(3), BATCH)),
        "weight": jnp.array([0.3, 0.0, 0.1, 0.2, 0.25, 0.15]),
    }
    return blank_batch(BATCH, **{**values, **changes})


def direction(name, skill):
    """Returns the direction along which a step of the representation is rewarded.

    For skill k of K it has 1 at k and −1/(K − 1) elsewhere. A mixture has the mixture of these.
    """
    if name.startswith("dirichlet"):
        return np.array([[x - (1 - x) / 2 for x in z] for z in np.asarray(skill)])
    if not name.startswith("categorical"):
        return np.asarray(skill)
    num_skills = SPACES[name].num_skills
    rows = np.full((len(skill), num_skills), -1 / (num_skills - 1))
    rows[np.arange(len(skill)), np.asarray(skill)] = 1.0
    return rows


def by_the_book(name, params, b, step_norm="sum", slack=1e-3):
    """Returns rewards [B], the bounded squares of steps [B], and penalties [B], computed row by row."""
    along = direction(name, b.skill)
    reward, square, penalty = [], [], []
    for i in range(BATCH):
        step = phi(params, b.next_features[i]) - phi(params, b.features[i])
        reward.append(float(step @ along[i]))
        square.append(float((step**2).mean() if step_norm == "mean" else (step**2).sum()))
        penalty.append(min(slack, 1.0 - square[-1]))
    return np.array(reward), np.array(square), np.array(penalty)


@pytest.mark.parametrize("name", SPACES)
def test_the_reward_is_the_step_along_the_skill(name):
    objective, state, _ = make(name)
    b = batch(name)
    expected, _, _ = by_the_book(name, state.params, b)
    np.testing.assert_allclose(objective.reward(state, b, {}), expected, rtol=1e-4, atol=1e-5)
    score = objective.score(state, step_of(b), {})
    np.testing.assert_allclose(score, expected, rtol=1e-4, atol=1e-5)
    shown = objective.embed(state, b.features)
    assert shown.shape == (BATCH, SPACES[name].size)
    np.testing.assert_allclose(shown, phi(state.params, b.features), rtol=1e-4, atol=1e-5)


def scaled(state, factor):
    """Returns a state whose representation is `factor` times as large."""
    params = jax.tree.map(jnp.copy, state.params)
    params["params"]["Dense_1"] = jax.tree.map(lambda x: factor * x, params["params"]["Dense_1"])
    return state._replace(params=params)


@pytest.mark.parametrize("step_norm", ["sum", "mean"])
@pytest.mark.parametrize("name", SPACES)
def test_the_loss_is_the_weighted_reward_and_penalty(name, step_norm):
    objective, state, hparams = make(name, step_norm=step_norm, dual_lambda=7.0)
    state, b = scaled(state, 3.0), batch(name)
    reward, square, penalty = by_the_book(name, state.params, b, step_norm)
    assert (penalty < 0).any(), "some steps must be too long"
    weight = np.asarray(b.weight)
    _, metrics = objective.update(state, b, hparams)
    expected = -(weight * (reward + 7.0 * penalty)).sum()
    np.testing.assert_allclose(metrics["representation_loss"], expected, rtol=1e-4)
    np.testing.assert_allclose(metrics["phi_step"], (weight * square).sum(), rtol=1e-4)
    np.testing.assert_allclose(metrics["phi_penalty"], (weight * penalty).sum(), rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(metrics["lambda"], 7.0, rtol=1e-6)
    assert metrics["grad_norm_representation"] > 0


def test_one_step_of_the_representation_is_by_the_book():
    objective, state, hparams = make(representation_learning_rate=1e-2, dual_lambda=2.0)
    b = batch()

    def loss(params):
        def network(x):
            first, second = (params["params"][f"Dense_{i}"] for i in range(2))
            hidden = jnp.maximum(x @ first["kernel"] + first["bias"], 0)
            return hidden @ second["kernel"] + second["bias"]

        step = network(b.next_features) - network(b.features)
        penalty = jnp.minimum(1e-3, 1 - (step**2).sum(-1))
        return -(b.weight * ((step * b.skill).sum(-1) + 2.0 * penalty)).sum()

    adam = optax.adam(1e-2)
    updates, _ = adam.update(jax.grad(loss)(state.params), adam.init(state.params))
    expected = optax.apply_updates(state.params, updates)
    new, _ = objective.update(state, b, hparams)
    # Adam's first step is the gradient's sign. Where the gradient is zero up to rounding, the sign may be
    # either.
    jax.tree.map(lambda x, y: np.testing.assert_allclose(x, y, atol=1e-4), new.params, expected)


@pytest.mark.parametrize(("factor", "sign"), [(30.0, 1), (1e-3, -1)], ids=["too long", "short"])
def test_the_dual_variable_rises_where_steps_are_too_long_and_falls_where_they_are_short(factor, sign):
    objective, state, hparams = make(dual_learning_rate=0.1)
    state = scaled(state, factor)
    new, metrics = objective.update(state, batch(), hparams)
    assert (float(metrics["phi_penalty"]) < 0) == (sign > 0)
    # λ descends log λ · penalty. Adam's first step has the size of the rate, against the gradient's sign.
    np.testing.assert_allclose(new.log_lambda - state.log_lambda, sign * 0.1, rtol=1e-3)


def test_a_representation_comes_to_steps_of_length_one():
    # The features move by one along the skill, so the best φ is as steep as the bound allows.
    objective, state, hparams = make(
        representation_learning_rate=3e-3, dual_learning_rate=1e-2, dual_lambda=3.0
    )
    z = np.asarray(batch().skill)
    features = jnp.asarray(normal(5, BATCH, FEATURES))
    moved = features.at[:, :2].add(z)
    b = batch(features=features, next_features=moved, weight=jnp.full(BATCH, 1 / BATCH))

    @jax.jit
    def run(state):
        return jax.lax.scan(lambda state, _: objective.update(state, b, hparams), state, length=3000)

    state, metrics = run(state)
    assert float(metrics["phi_step"][-1]) == pytest.approx(1.0, abs=0.1)
    assert float(objective.reward(state, b, {}).mean()) > 0.9


def test_a_row_without_weight_teaches_nothing():
    objective, state, hparams = make()
    b = batch()  # its row 1 has weight 0
    other = b._replace(next_features=b.next_features.at[1].set(50.0))
    one, two = (objective.update(state, x, hparams)[0] for x in (b, other))
    chex.assert_trees_all_equal(one, two)


def test_settings_are_traced():
    objective, state, hparams = make()
    # chex counts by a function's code, and another test has the same.
    chex.clear_trace_counter()

    @chex.assert_max_traces(n=1)
    def traced(*given):
        return objective.update(*given)

    update = jax.jit(traced)
    still = hparams | {
        "representation_learning_rate": jnp.float32(0.0),
        "dual_learning_rate": jnp.float32(0.0),
    }
    same, _ = update(state, batch(), still)
    chex.assert_trees_all_equal(same.params, state.params)
    assert float(same.log_lambda) == float(state.log_lambda)
    # The slack bounds the penalty of a short step.
    short = batch(next_features=batch().features)
    for slack in (1e-3, 0.5):
        _, metrics = update(state, short, hparams | {"dual_slack": jnp.float32(slack)})
        assert float(metrics["phi_penalty"]) == pytest.approx(slack)
    start = objective.init(jax.random.key(0), hparams | {"dual_lambda": jnp.float32(5.0)})
    assert float(jnp.exp(start.log_lambda)) == pytest.approx(5.0)
