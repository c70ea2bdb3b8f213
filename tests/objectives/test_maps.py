"""LSD and CSF: their losses, their maps and their rewards, against versions in NumPy."""

import chex
import jax
import jax.numpy as jnp
import numpy as np
import pytest
from probes import blank_batch, hparams_of, step_of, tiny_config, tiny_problem

from diayn_jax import objectives, skills
from diayn_jax.networks import LipschitzMLP

BATCH, FEATURES = 6, 3
SPACES = {space.name: space for space in (skills.categorical(4), skills.gaussian(2))}
WEIGHT = np.array([0.3, 0.0, 0.1, 0.2, 0.25, 0.15])


def make(objective, name="gaussian:2", **fields):
    config = tiny_config(objective=objective, **fields)
    problem = tiny_problem(skills=SPACES[name], feature_size=FEATURES)
    made, hparams = objectives.spec(objective).make(config, problem), hparams_of(config)
    parts = ("init", "update", "reward", "score", "embed")
    made = made._replace(**{part: jax.jit(getattr(made, part)) for part in parts})
    return made, made.init(jax.random.key(0), hparams), hparams


def normal(seed, *shape):
    return np.asarray(jax.random.normal(jax.random.key(seed), shape))


def batch(name="gaussian:2", **changes):
    values = {
        "features": jnp.asarray(normal(1, BATCH, FEATURES)),
        "next_features": jnp.asarray(normal(2, BATCH, FEATURES)),
        "skill": SPACES[name].sample(jax.random.split(jax.random.key(3), BATCH)),
        "weight": jnp.asarray(WEIGHT, jnp.float32),
    }
    return blank_batch(BATCH, **{**values, **changes})


def direction(name, skill):
    """Returns z; for skill k of 4, 1 at k and −1/3 elsewhere."""
    if name != "categorical:4":
        return np.asarray(skill)
    rows = np.full((len(skill), 4), -1 / 3)
    rows[np.arange(len(skill)), np.asarray(skill)] = 1.0
    return rows


def matrices(params):
    """Returns kernels and biases of the layers by number."""
    return [tuple(map(np.asarray, (params[f"Dense_{i}"]["kernel"], params[f"Dense_{i}"]["bias"])))
            for i in range(2)]  # fmt: skip


def mlp(layers, x):
    """Applies two dense layers with a ReLU between them."""
    (first, bias), (second, last) = layers
    return np.maximum(np.asarray(x) @ first + bias, 0) @ second + last


def steps(layers, b):
    return mlp(layers, b.next_features) - mlp(layers, b.features)


# LSD.


def normalised(state):
    """Returns the layers with each kernel divided by its largest singular value."""
    return [(kernel / np.linalg.norm(kernel, 2), bias) for kernel, bias in matrices(state.params)]


@pytest.mark.parametrize("name", SPACES)
def test_lsd_rewards_the_step_of_the_normalised_map(name):
    objective, state, hparams = make("lsd", name)
    b = batch(name)
    step = steps(normalised(state), b)
    expected = (step * direction(name, b.skill)).sum(-1)
    np.testing.assert_allclose(objective.reward(state, b, {}), expected, rtol=1e-3, atol=1e-4)
    np.testing.assert_allclose(objective.score(state, step_of(b), {}), expected, rtol=1e-3, atol=1e-4)
    _, metrics = objective.update(state, b, hparams)
    np.testing.assert_allclose(metrics["representation_loss"], -(WEIGHT * expected).sum(), rtol=1e-3)
    np.testing.assert_allclose(metrics["phi_step"], (WEIGHT * (step**2).sum(-1)).sum(), rtol=1e-3)


def test_the_gradient_of_lsd_passes_through_the_singular_value():
    objective, state, _ = make("lsd")
    b = batch()

    def loss(kernel):
        params = state.params | {"Dense_1": state.params["Dense_1"] | {"kernel": kernel}}
        return jnp.sum(b.weight * objective.reward(state._replace(params=params), b, {}))

    kernel = np.asarray(state.params["Dense_1"]["kernel"])
    found = np.asarray(jax.jit(jax.grad(loss))(kernel))
    # The loss does not change with the kernel's scale, so its gradient has no part along the kernel.
    assert abs((found * kernel).sum()) < 1e-4 * np.linalg.norm(found) * np.linalg.norm(kernel)

    def by_the_book(kernel):
        (first, bias), (_, last) = normalised(state)
        layers = [(first, bias), (kernel / np.linalg.norm(kernel, 2), last)]
        return (WEIGHT * (steps(layers, b) * np.asarray(b.skill)).sum(-1)).sum()

    way = normal(7, *kernel.shape)
    slope = (by_the_book(kernel + 1e-3 * way) - by_the_book(kernel - 1e-3 * way)) / 2e-3
    assert (found * way).sum() == pytest.approx(slope, rel=2e-2, abs=1e-4)


def test_lsds_map_stays_lipschitz_while_it_learns():
    objective, state, hparams = make("lsd", representation_learning_rate=3e-2)
    # All features move along the skill, so the best map is as steep as it may be.
    features = jnp.asarray(normal(5, BATCH, FEATURES))
    b = batch(features=features, skill=jnp.tile(jnp.array([1.0, 0.0]), (BATCH, 1)))
    b = b._replace(next_features=features.at[:, 0].add(1.0), weight=jnp.full(BATCH, 1 / BATCH))

    @jax.jit
    def run(state):
        return jax.lax.scan(lambda state, _: objective.update(state, b, hparams), state, length=300)

    before = float(objective.reward(state, b, {}).mean())
    state, metrics = run(state)
    # Power iteration follows the weights.
    for i, (kernel, _) in enumerate(matrices(state.params)):
        sigma = state.iterates[f"SpectralNorm_{i}"][f"Dense_{i}/kernel/sigma"]
        assert float(sigma) == pytest.approx(np.linalg.norm(kernel, 2), rel=2e-2)
    far = normal(8, 2, 200, FEATURES) * 3
    phi = np.asarray(objective.embed(state, jnp.asarray(far)))
    moved = np.linalg.norm(phi[0] - phi[1], axis=-1)
    assert (moved <= 1.02 * np.linalg.norm(far[0] - far[1], axis=-1)).all()
    # Steps have length 1, so the reward is at most 1.
    assert before < 0.6 < float(objective.reward(state, b, {}).mean()) < 1.02
    assert float(metrics["phi_step"][-1]) < 1.04


def test_a_lipschitz_map_is_divided_by_its_singular_values():
    network, x = LipschitzMLP((), 2), jnp.eye(2)
    variables = network.init(jax.random.key(0), x)
    kernel = jnp.array([[3.0, 0.0], [0.0, 1.0]])
    params = {"Dense_0": {"kernel": kernel, "bias": jnp.zeros(2)}}
    iterates = variables["iterates"]
    for _ in range(20):
        given = {"params": params, "iterates": iterates}
        out, changed = network.apply(given, x, iterate=True, mutable=["iterates"])
        iterates = changed["iterates"]
    np.testing.assert_allclose(out, [[1.0, 0.0], [0.0, 1 / 3]], atol=1e-5)


# CSF.


def rows_of_csf(name, state, b, weight):
    """Returns Δφ, and Δφ · z − ξ log Σ_j exp(Δφ · z_j) of each row."""
    step = steps(matrices(state.params["params"]), b)
    others = direction(name, state.others.skills)
    gain = []
    for i in range(BATCH):
        among = np.log(sum(np.exp(float(step[i] @ other)) for other in others))
        gain.append(float(step[i] @ direction(name, b.skill)[i]) - weight * among)
    return step, np.array(gain)


@pytest.mark.parametrize("name", SPACES)
def test_csf_contrasts_a_skill_with_others_and_rewards_the_step(name):
    objective, state, hparams = make("csf", name, contrast_skills=7, contrast_weight=3.0)
    b = batch(name)
    step, gain = rows_of_csf(name, state, b, 3.0)
    _, metrics = objective.update(state, b, hparams)
    np.testing.assert_allclose(metrics["representation_loss"], -(WEIGHT * gain).sum(), rtol=1e-4)
    np.testing.assert_allclose(metrics["phi_step"], (WEIGHT * (step**2).sum(-1)).sum(), rtol=1e-4)
    assert objective.reward_shape == (SPACES[name].size,)
    np.testing.assert_allclose(objective.reward(state, b, {}), step, rtol=1e-4, atol=1e-5)
    along = (step * direction(name, b.skill)).sum(-1)
    np.testing.assert_allclose(objective.score(state, step_of(b), {}), along, rtol=1e-4, atol=1e-5)
    # What critics are worth is their part along the skill.
    values = normal(6, 2, BATCH, SPACES[name].size)
    worth = np.einsum("ibd,bd->ib", values, direction(name, b.skill))
    np.testing.assert_allclose(objective.scalarize(jnp.asarray(values), b.skill), worth, rtol=1e-4, atol=1e-5)


def test_csf_draws_other_skills_anew_and_from_the_prior():
    objective, state, hparams = make("csf", contrast_skills=256)
    new, _ = objective.update(state, batch(), hparams)
    first, second = np.asarray(state.others.skills), np.asarray(new.others.skills)
    assert first.shape == (256, 2)
    assert len(np.unique(np.concatenate([first, second]), axis=0)) == 512
    assert abs(second.mean()) < 0.2
    assert second.std() == pytest.approx(1.0, abs=0.15)
    # If skills can be counted, they are always all of them.
    objective, state, hparams = make("csf", "categorical:4", contrast_skills=256)
    new, _ = objective.update(state, batch("categorical:4"), hparams)
    np.testing.assert_array_equal(new.others.skills, [0, 1, 2, 3])


@pytest.mark.parametrize("objective", ["lsd", "csf"])
def test_a_row_without_weight_teaches_nothing(objective):
    made, state, hparams = make(objective)
    b = batch()  # its row 1 has weight 0
    other = b._replace(next_features=b.next_features.at[1].set(50.0))
    one, two = (made.update(state, x, hparams)[0] for x in (b, other))
    chex.assert_trees_all_equal(one, two)
