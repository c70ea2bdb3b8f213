"""Each formula against a few lines of NumPy or SciPy, called directly and in a program over lanes."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import scipy.integrate
import scipy.stats

from diayn_jax import equations

BATCH = 5


def numbers(seed, *shape):
    return np.random.default_rng(seed).normal(size=shape).astype(np.float32)


@pytest.fixture(params=["plain", "jit_vmap"])
def run(request):
    """Calls a formula directly, or compiled as one lane of three."""

    def call(formula, *args):
        if request.param == "jit_vmap":
            lanes = [np.stack([np.zeros_like(a), np.asarray(a), np.zeros_like(a)]) for a in args]
            return jax.tree.map(lambda x: np.asarray(x)[1], jax.jit(jax.vmap(formula))(*lanes))
        return formula(*args)

    return call


def close(actual, expected, rtol=1e-5, atol=1e-6):
    assert jnp.shape(actual) == np.shape(expected)
    np.testing.assert_allclose(actual, expected, rtol=rtol, atol=atol)


@pytest.mark.parametrize("add_log_p", [True, False])
def test_diversity_reward(run, add_log_p):
    log_q, log_p = -np.abs(numbers(0, BATCH)), -np.abs(numbers(1, BATCH))
    actual = run(lambda q, p: equations.diversity_reward(q, p, add_log_p), log_q, log_p)
    close(actual, log_q - log_p if add_log_p else log_q)


@pytest.mark.parametrize("count", [2, 5])
def test_centred_one_hot(run, count):
    # The value is 1 at the skill's index and −1/(K − 1) elsewhere. With two skills these are opposite
    # directions.
    chosen = np.arange(BATCH) % count
    expected = np.where(np.arange(count) == chosen[:, None], 1.0, -1 / (count - 1))
    close(run(equations.centred_one_hot, np.eye(count, dtype=np.float32)[chosen]), expected)


def test_soft_td_target(run):
    reward, next_q, log_prob = numbers(0, BATCH), numbers(1, 2, BATCH), numbers(2, BATCH)
    terminated = np.array([False, True, False, True, False])
    discount, alpha = np.float32(0.9), np.float32(0.3)
    expected = [
        reward[b] + (0 if terminated[b] else 0.9 * (min(next_q[0, b], next_q[1, b]) - 0.3 * log_prob[b]))
        for b in range(BATCH)
    ]
    close(
        run(equations.soft_td_target, reward, terminated, next_q, log_prob, discount, alpha),
        np.array(expected),
    )


def test_a_terminal_target_ignores_what_the_networks_say_there():
    nan = jnp.full(2, jnp.nan)
    target = equations.soft_td_target(
        jnp.array([1.0, 2.0]), jnp.array([True, True]), jnp.stack([nan, nan]), nan, 0.9, 0.1
    )
    close(target, [1.0, 2.0])


def test_bounded_log_std(run):
    raw = np.array([-50.0, -1.0, 0.0, 1.0, 50.0], np.float32)
    low, high = equations.LOG_STD_MIN, equations.LOG_STD_MAX
    actual = run(equations.bounded_log_std, raw)
    close(actual, low + (high - low) * (np.tanh(raw) + 1) / 2)
    close(actual[np.array([0, 2, 4])], [low, (low + high) / 2, high])


def test_tanh_gaussian(run):
    mean, log_std, noise = numbers(0, BATCH, 3), 0.5 * numbers(1, BATCH, 3), numbers(2, BATCH, 3)
    action, log_prob = run(equations.tanh_gaussian, mean, log_std, noise)
    u = mean.astype(np.float64) + np.exp(log_std) * noise
    density = scipy.stats.norm(mean, np.exp(log_std)).logpdf(u) - np.log(1 - np.tanh(u) ** 2)
    close(action, np.tanh(u))
    close(log_prob, density.sum(-1), rtol=1e-4, atol=1e-4)


def test_tanh_gaussian_is_a_density():
    def density(a):
        noise = (np.arctanh(a) - 0.4) / np.exp(-0.3)
        _, log_prob = equations.tanh_gaussian(jnp.array([0.4]), jnp.array([-0.3]), jnp.array([noise]))
        return float(jnp.exp(log_prob))

    mass, _ = scipy.integrate.quad(density, -0.999999, 0.999999, epsabs=1e-3, limit=60)
    assert mass == pytest.approx(1.0, abs=2e-3)


def test_tanh_gaussian_stays_finite_at_the_bounds():
    mean = jnp.array([[30.0], [-30.0]])

    def value(mean):
        return equations.tanh_gaussian(mean, jnp.zeros((2, 1)), jnp.zeros((2, 1)))[1].sum()

    assert jnp.isfinite(value(mean))
    assert jnp.isfinite(jax.grad(value)(mean)).all()


def test_polyak(run):
    online, target = numbers(0, BATCH), numbers(1, BATCH)
    close(run(equations.polyak, online, target, np.float32(0.25)), 0.25 * online + 0.75 * target)
    close(run(equations.polyak, online, target, np.float32(1.0)), online, atol=1e-6)


def test_mixed_with_prior(run):
    q, prior = np.array([[0.7, 0.2, 0.1], [1.0, 0.0, 0.0]]), np.array([0.5, 0.3, 0.2])
    with np.errstate(divide="ignore"):
        log_q = np.log(q).astype(np.float32)
    mixed = run(equations.mixed_with_prior, log_q, np.log(prior).astype(np.float32), 0.02)
    close(mixed, np.log(0.98 * q + 0.02 * prior), rtol=1e-5)


def test_importance_weights(run):
    counts = np.array([6.0, 2.0, 0.0, 4.0], np.float32)
    prior = np.array([0.1, 0.2, 0.3, 0.4])
    weights = run(equations.importance_weights, counts, np.log(prior).astype(np.float32))
    close(weights, [0.1 / 0.5, 0.2 / (2 / 12), 0.0, 0.4 / (4 / 12)])


def test_importance_weights_average_to_one_over_the_rows():
    counts = jnp.array([1.0, 7.0, 2.0])
    weights = equations.importance_weights(counts, jnp.log(jnp.full(3, 1 / 3)))
    assert float((weights * counts).sum() / counts.sum()) == pytest.approx(1.0, rel=1e-6)


def test_importance_weights_of_nothing_are_zero():
    close(equations.importance_weights(jnp.zeros(3), jnp.log(jnp.full(3, 1 / 3))), np.zeros(3))


def test_moment_increments(run):
    first, second = 3 + numbers(0, 7, 4), -1 + 2 * numbers(1, 9, 4)
    mean, m2 = first.mean(0), ((first - first.mean(0)) ** 2).sum(0)
    d = second - mean
    more = run(equations.moment_increments, np.float32(7), np.float32(9), d.sum(0), (d**2).sum(0))
    every = np.concatenate([first, second])
    close(mean + more[0], every.mean(0), rtol=1e-4, atol=1e-5)
    close((m2 + more[1]) / 16, every.var(0), rtol=1e-4)


def test_moment_increments_from_nothing():
    x = 5 + numbers(0, 6, 2)
    mean, m2 = equations.moment_increments(0.0, 6, x.sum(0), (x**2).sum(0))
    close(mean, x.mean(0), rtol=1e-5)
    close(m2 / 6, x.var(0), rtol=1e-3)


def test_a_compensated_sum_loses_nothing(run):
    # 2²⁴ + 1 is not a float32, so a plain sum of ones stops there. A plain sum of tenths is wrong much
    # earlier.
    def many(total, added):
        def add(carry, _):
            return equations.add_compensated(*carry, added), None

        return jax.lax.scan(add, (total, jnp.zeros_like(total)), length=1001)[0]

    start = np.array([2.0**24, 2.0**24, -(2.0**30)], np.float32)
    added = np.array([1.0, 0.1, 3.0], np.float32)
    total, lost = run(many, start, added)
    expected = start.astype(np.float64) + 1001 * added.astype(np.float64)
    np.testing.assert_allclose(np.float64(total) + np.float64(lost), expected, rtol=0, atol=1e-4)
    np.testing.assert_array_equal(total, expected.astype(np.float32))


def test_value_on_arrival(run):
    q, beta = np.array([1.0, 2.0, 3.0], np.float32), np.array([0.0, 0.25, 1.0], np.float32)
    value = np.array([5.0, 6.0, 7.0], np.float32)
    # The first option continues for sure. The second one ends with probability 1/4. The third one ends for
    # sure, and pays the cost.
    close(run(equations.value_on_arrival, q, beta, value), [1.0, 3.0, 7.0])
    close(run(equations.value_on_arrival, q, beta, value, np.float32(0.5)), [1.0, 2.875, 6.5])


def test_values_over_options(run):
    q = np.array([[1.0, 3.0], [2.0, 2.0]], np.float32)
    close(run(equations.best_option_value, q), [3.0, 2.0])
    # ln((e^(1/2) + e^(3/2))/2) · 2 = 2.240. A choice among options of the same value gains nothing.
    soft = 2 * np.log((np.exp(0.5) + np.exp(1.5)) / 2)
    close(run(equations.soft_option_value, q, np.float32(2.0)), [soft, 2.0])
    close(run(equations.soft_option_value, q[:, :1], np.float32(2.0)), q[:, 0])
    close(run(equations.soft_option_value, q, np.float32(1e-3)), [3.0 - 1e-3 * np.log(2), 2.0], atol=1e-4)


def test_softmax_over_options_reaches_the_soft_value(run):
    q, alpha = numbers(0, BATCH, 3), 0.7
    log_p = run(equations.option_log_probs, q, np.float32(alpha))
    p = np.exp(q / alpha) / np.exp(q / alpha).sum(-1, keepdims=True)
    close(log_p, np.log(p))
    divergence = (p * np.log(p * 3)).sum(-1)
    close(equations.soft_option_value(q, alpha), (p * q).sum(-1) - alpha * divergence)


def test_termination_advantage(run):
    q, value = np.array([1.0, 3.0], np.float32), np.array([3.0, 3.0], np.float32)
    close(run(equations.termination_advantage, q, value), [-2.0, 0.0])
    close(run(equations.termination_advantage, q, value, np.float32(0.01), np.float32(0.1)), [-1.89, 0.11])


def test_the_termination_gradient_climbs_the_value_on_arrival():
    q, value, cost = jnp.array([1.0, 4.0]), jnp.array([3.0, 3.0]), 0.25
    beta = jnp.array([0.3, 0.6])
    slope = jax.grad(lambda beta: equations.value_on_arrival(q, beta, value, cost).sum())(beta)
    close(slope, -equations.termination_advantage(q, value, deliberation_cost=cost))


def test_contrast(run):
    along, among = numbers(0, BATCH), numbers(1, BATCH, 7)
    close(run(equations.contrast, along, among, np.float32(5.0)), along - 5 * np.log(np.exp(among).sum(-1)))


def test_gaussian_mixture(run):
    logits, means, x = numbers(0, BATCH, 3), numbers(1, BATCH, 3, 2), numbers(2, BATCH, 2)
    share = np.exp(logits) / np.exp(logits).sum(-1, keepdims=True)
    density = scipy.stats.norm.pdf(x[:, None], means).prod(-1)
    close(run(equations.gaussian_mixture_log_prob, logits, means, x), np.log((share * density).sum(-1)))


def test_predictability_reward(run):
    log_q, others = numbers(0, BATCH), numbers(1, 9, BATCH)
    expected = np.log(10) - np.log(1 + np.exp(others - log_q).sum(0))
    close(run(equations.predictability_reward, log_q, others), expected)
    # Only the first four count.
    counts = np.broadcast_to(np.arange(9)[:, None] < 4, (9, BATCH))
    expected = np.log(5) - np.log(1 + np.exp(others[:4] - log_q).sum(0))
    close(run(equations.predictability_reward, log_q, others, counts), expected)


def test_differences_of_log_q_are_clipped():
    others = jnp.array([[-1e3, 1e3], [-1e3, 1e3]])
    expected = [np.log(3), np.log(3) - np.log(1 + 2 * np.exp(50.0))]
    close(equations.predictability_reward(jnp.zeros(2), others), np.array(expected))


def test_uniformity_loss(run):
    v, others = equations.unit(numbers(0, BATCH, 3)), equations.unit(numbers(1, 7, 3))
    weight = np.abs(numbers(2, BATCH, 7))
    kernel = np.exp(np.asarray(v) @ np.asarray(others).T)
    close(run(equations.uniformity_loss, v, others, weight), np.log((weight * kernel).sum(1) / weight.sum(1)))
    close(run(equations.uniformity_loss, v, others, np.zeros_like(weight)), np.zeros(BATCH))


def test_directions_that_are_spread_out_have_the_smallest_uniformity_loss():
    def loss(angles):
        v = jnp.stack([jnp.cos(angles), jnp.sin(angles)], axis=-1)
        return float(equations.uniformity_loss(v, v, 1.0 - jnp.eye(len(v))).mean())

    # All directions are the same: log e.
    assert loss(jnp.zeros(6)) == pytest.approx(1.0, abs=1e-6)
    assert loss(jnp.array([0.0, np.pi])) == pytest.approx(-1.0, abs=1e-6)
    spread = 2 * np.pi * jnp.arange(6) / 6
    assert loss(spread) < loss(spread / 2) < 1.0


def test_unit(run):
    x = numbers(0, BATCH, 3)
    close(run(equations.unit, x), x / np.linalg.norm(x, axis=-1, keepdims=True))
    # A short vector has a direction too.
    close(run(equations.unit, 1e-6 * x), x / np.linalg.norm(x, axis=-1, keepdims=True))
    # A vector without length has no direction, and no gradient.
    zero = jnp.zeros(3)
    close(equations.unit(zero), np.zeros(3))
    close(jax.jacobian(equations.unit)(zero), np.zeros((3, 3)))


# Ensembles, sets that grow, learned priors.


def test_an_ensemble_is_the_mixture_of_its_members(run):
    logits = numbers(3, 4, BATCH, 3)
    q = np.exp(logits) / np.exp(logits).sum(-1, keepdims=True)

    def entropy(p):
        return -(p * np.log(p)).sum(-1)

    log_q = np.log(q)
    close(run(equations.ensemble_log_mean, log_q), np.log(q.mean(0)))
    close(run(equations.ensemble_disagreement, log_q), entropy(q.mean(0)) - entropy(q).mean(0))


def test_the_disagreement_is_between_0_and_the_log_of_the_members():
    same = jnp.log(jnp.tile(jnp.array([0.2, 0.3, 0.5]), (4, 1)))
    close(equations.ensemble_disagreement(same), 0.0)
    # Two members are sure of different skills. A probability of 0 is a very low logarithm.
    sure = jnp.array([[0.0, -1e9], [-1e9, 0.0]])
    close(equations.ensemble_disagreement(sure), np.log(2))


@pytest.mark.parametrize(
    ("active", "told", "expected"),
    [(2, 0.86, 4), (2, 0.85, 2), (4, 0.9, 7), (7, 0.9, 11), (11, 0.9, 16), (16, 1.0, 16), (1, 1.0, 2)],
)
def test_a_set_grows_by_valors_rule(run, active, told, expected):
    found = run(
        equations.grown_number, np.int32(active), np.float32(told), np.float32(0.86), np.float32(1.5),
        np.int32(16),
    )  # fmt: skip
    assert int(found) == expected


def test_a_prior_follows_its_rewards(run):
    p, q = np.array([0.2, 0.3, 0.5]), np.array([0.9, 0.5, 0.6])
    moved = p * (q / p) ** 0.1
    found = run(
        equations.prior_step, np.log(p, dtype=np.float32), np.log(q, dtype=np.float32), np.float32(0.1)
    )
    close(np.exp(found), moved / moved.sum())
