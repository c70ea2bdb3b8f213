"""Equations as pure functions on arrays, without networks and without state.

Shapes: B batch, K skills or options, A action size. All functions work under jit, vmap and grad.
"""

import math

import jax
import jax.numpy as jnp

from diayn_jax.types import Array, PyTree

LOG_STD_MIN = -5.0
LOG_STD_MAX = 2.0


def diversity_reward(log_q: Array, log_p: Array | float, add_log_p: bool = True) -> Array:
    """r = log q(z|φ(s')) − log p(z), in nats, [B].

    Eysenbach et al. 2018 (arXiv:1802.06070), eq. 3. Without −log p the reward is never positive, so a skill
    gains nothing by only staying alive.

    Args:
      log_q: [B], log q of the skill that acted.
      log_p: [B] or scalar, log prior of that skill.
      add_log_p: whether to subtract `log_p`.
    """
    return log_q - log_p if add_log_p else log_q


def mixed_with_prior(log_q: Array, log_prior: Array, share: Array | float) -> Array:
    """log((1 − ε) q + ε p), which is at least ln ε + log p, even if q is certain of another skill.

    Args:
      log_q: log q(z|φ), [..., K] for all skills, or [...] for one skill each; so is the result.
      log_prior: log p(z), [K] or [...].
      share: ε, between 0 and 1, [].
    """
    return jnp.logaddexp(jnp.log1p(-share) + log_q, jnp.log(share) + log_prior)


def centred_one_hot(one_hot: Array) -> Array:
    """(e_z − 1/K) · K/(K − 1): the direction of a categorical skill, which is e_z minus the others' mean.

    METRA rewards discrete skills along these directions (Park et al. 2024, arXiv:2310.08887, and
    iod/metra.py of the authors' code). [..., K] -> [..., K]; the K entries sum to 0. A mixture of skills has
    the same mixture of their directions.
    """
    count = one_hot.shape[-1]
    return (one_hot - 1.0 / count) * (count / (count - 1))


def unit(x: Array) -> Array:
    """x / ‖x‖ over the last axis; if x is 0, 0 with the gradient 0: [..., d] -> [..., d]."""
    square = jnp.sum(x**2, axis=-1, keepdims=True)
    return x * jnp.where(square > 0, jax.lax.rsqrt(jnp.where(square > 0, square, 1.0)), 0.0)


def uniformity_loss(directions: Array, others: Array, weight: Array) -> Array:
    """log Σ_j w_j exp(v · v_j) − log Σ_j w_j: small where few others have nearly the same direction.

    Eq. 5 of GenDa (arXiv:2607.00392), with the mean over others instead of the sum, so that the value does
    not depend on their number.

    Args:
      directions: unit vectors v, [A, d]; others: v_j, [B, d].
      weight: w_j, [A, B]; 0 where v_j is v itself or does not count.

    Returns:
      [A]; 0 where no other counts.
    """
    total = jnp.sum(weight, axis=-1)
    summed = jnp.sum(weight * jnp.exp(directions @ others.T), axis=-1)
    return jnp.where(total > 0, jnp.log(jnp.where(total > 0, summed / jnp.maximum(total, 1e-12), 1.0)), 0.0)


def contrast(along: Array, among: Array, weight: Array | float) -> Array:
    """Δφ · z − ξ log Σ_j exp(Δφ · z_j), [B]: what CSF's map maximises.

    Zheng et al. 2024 (arXiv:2412.08021) bound the mutual information of a step and its skill by it.

    Args:
      along: Δφ · z of the skill that acted, [B]; among: Δφ · z_j of other skills, [B, N]; weight: ξ.
    """
    return along - weight * jax.nn.logsumexp(among, axis=-1)


def gaussian_mixture_log_prob(logits: Array, means: Array, x: Array) -> Array:
    """log Σ_k π_k N(x; μ_k, I), nats: a mixture of Gaussians with variance 1.

    Args:
      logits: of π, [..., K]; means: μ, [..., K, F]; x: [..., F]. The result is [...].
    """
    square = jnp.sum((x[..., None, :] - means) ** 2, axis=-1)
    log_normal = -0.5 * (square + x.shape[-1] * math.log(2 * math.pi))
    return jax.nn.logsumexp(jax.nn.log_softmax(logits) + log_normal, axis=-1)


def predictability_reward(log_q: Array, log_q_others: Array, counts: Array | bool = True) -> Array:
    """r = log(L + 1) − log(1 + Σ_i exp(clip(log q_i − log q, −50, 50))), nats, at most log(L + 1).

    DADS (Sharma et al. 2020, arXiv:1907.01657), eq. 6, as the authors' code computes it: the sum over z_i has
    the skill that acted as a further term, and the differences are clipped.

    Args:
      log_q: log q(Δ|s, z) of the skill that acted, [...].
      log_q_others: log q(Δ|s, z_i), [N, ...].
      counts: which of the N are among the L others, [N, ...]; all by default.
    """
    difference = jnp.clip(log_q_others - log_q, -50.0, 50.0)
    counts = jnp.broadcast_to(counts, difference.shape)
    terms = jnp.sum(jnp.where(counts, jnp.exp(difference), 0.0), axis=0)
    return jnp.log1p(jnp.sum(counts, axis=0)) - jnp.log1p(terms)


def ensemble_log_mean(log_q: Array) -> Array:
    """log (1/N Σ_i q_i): the mixture of N distributions, log_q [N, ..., K] -> [..., K]."""
    return jax.nn.logsumexp(log_q, axis=0) - math.log(log_q.shape[0])


def ensemble_disagreement(log_q: Array) -> Array:
    """H[1/N Σ_i q_i] − 1/N Σ_i H[q_i], nats: log_q [N, ..., K] -> [...].

    Strouse et al. 2021 (arXiv:2107.14226), DISDAIN's bonus: what the members would learn about the skill if
    they knew which of them is right. It is at least 0, and 0 if all members agree.
    """

    def entropy(log_p: Array) -> Array:
        return -jnp.sum(jnp.exp(log_p) * log_p, axis=-1)

    return entropy(ensemble_log_mean(log_q)) - entropy(log_q).mean(axis=0)


def grown_number(active: Array, told: Array, threshold: Array, factor: Array, most: int) -> Array:
    """K ← min(int(f K + 1), K_max) if the skills are told apart, and K otherwise, int32, [].

    Achiam et al. 2018 (arXiv:1807.10299), VALOR's curriculum, with f = 1.5 and the threshold 0.86.

    Args:
      active: K, int32; told: the mean probability that the classifier gives to the right skill.
      threshold: the least `told` that counts as told apart; factor: f; most: K_max. All [].
    """
    more = jnp.minimum(jnp.floor(factor * active + 1).astype(jnp.int32), most)
    return jnp.where(told >= threshold, jnp.maximum(more, active), active)


def prior_step(log_prior: Array, log_q: Array, rate: Array | float) -> Array:
    """p(z) ∝ p(z) exp(η r(z)), r(z) = log q(z) − log p(z), as a logarithm, [K].

    This is a step of exponentiated gradient on Σ_z p(z) (log q(z) − log p(z)), the bound on the mutual
    information that variational intrinsic control maximises over p(z) as well (Gregor et al. 2016,
    arXiv:1611.07507). It rests where all rewards are equal, at p ∝ exp(log q).

    Args:
      log_prior: log p(z), [K]; log_q: mean log q(z|φ) over the rows of skill z, [K]; rate: η, [].
    """
    return jax.nn.log_softmax(log_prior + rate * (log_q - log_prior))


def soft_td_target(
    reward: Array, terminated: Array, next_q: Array, next_log_prob: Array, discount: Array, alpha: Array
) -> Array:
    """y = r + γ (1 − terminated) (min_i Q_i(s', a') − α log π(a'|s')), [B].

    Haarnoja et al. 2018 (arXiv:1812.05905), eq. 3, with clipped double Q. A truncated episode bootstraps; a
    terminated one does not.

    Args:
      reward: [B]; terminated: [B] bool; next_q: [2, B], of the target critics; next_log_prob: [B].
      discount: γ, []; alpha: α, [].
    """
    soft_value = jnp.min(next_q, axis=0) - alpha * next_log_prob
    return reward + discount * jnp.where(terminated, 0.0, soft_value)


def td_target(reward: Array, terminated: Array, next_q: Array, discount: Array) -> Array:
    """y = r + γ (1 − terminated) min_i Q_i(s', a'), [B]: clipped double Q.

    Fujimoto et al. 2018 (arXiv:1802.09477), eq. 10. Episodes bootstrap if they are truncated, not if they
    are terminated.

    Args:
      reward: [B]; terminated: [B] bool; next_q: [2, B], of the target critics; discount: γ, [].
    """
    return reward + discount * jnp.where(terminated, 0.0, jnp.min(next_q, axis=0))


def successor_td_target(
    reward: Array, terminated: Array, next_values: Array, next_worth: Array, discount: Array
) -> Array:
    """y = r + γ (1 − terminated) ψ_i(s', a'), where i is the critic with the smaller worth of ψ_i(s', a').

    y [B, d], r and ψ are vectors. This is the target of successor features (Barreto et al. 2017,
    arXiv:1606.05312, eq. 4). It takes the lesser of two critics, as clipped double Q does. It has no entropy
    term, because the entropy belongs to no feature.

    Args:
      reward: [B, d]; terminated: [B] bool; next_values: ψ, [2, B, d], of the target critics.
      next_worth: [2, B], the worth of each ψ, such as ψ · z.
      discount: γ, [].
    """
    least = jnp.argmin(next_worth, axis=0)
    values = jnp.take_along_axis(next_values, least[None, :, None], axis=0)[0]
    return reward + discount * jnp.where(terminated[:, None], 0.0, values)


def clipped_double_q_target(
    reward: Array, terminated: Array, next_q: Array, next_target_q: Array, discount: Array
) -> Array:
    """y = r + γ (1 − terminated) min_i Q'_i(s', a'), a' = argmax_a Σ_i Q_i(s', a), [B].

    In double Q-learning (van Hasselt et al. 2016, arXiv:1509.06461), the online critics choose the action and
    the target critics value it. The target is the smaller of two values (Fujimoto et al. 2018,
    arXiv:1802.09477). A truncated episode bootstraps; a terminated one does not.

    Args:
      reward: [B]; terminated: [B] bool.
      next_q, next_target_q: [2, B, n] for n actions, of the online and the target critics.
      discount: γ, [].
    """
    best = jnp.argmax(next_q.sum(axis=0), axis=-1)
    values = jnp.take_along_axis(next_target_q, best[None, :, None], axis=-1)[..., 0]
    return reward + discount * jnp.where(terminated, 0.0, values.min(axis=0))


def value_on_arrival(q: Array, beta: Array, value: Array, deliberation_cost: Array | float = 0.0) -> Array:
    """U(s', ω) = (1 − β(s', ω)) Q_Ω(s', ω) + β(s', ω) (V_Ω(s') − η), [...].

    This is the value of arriving in s' with the option ω, which then continues or terminates (Bacon et al.
    2017, arXiv:1609.05140, eq. 3). Terminating costs η (Harb et al. 2018, arXiv:1709.04571).

    Args:
      q: Q_Ω(s', ω) of the option ω, [...]; beta: β(s', ω), [...].
      value: V_Ω(s'), [...], such as `best_option_value` or `soft_option_value`.
      deliberation_cost: η.
    """
    return (1 - beta) * q + beta * (value - deliberation_cost)


def best_option_value(q: Array) -> Array:
    """V_Ω(s) = max_ω Q_Ω(s, ω): [..., K] -> [...]."""
    return jnp.max(q, axis=-1)


def soft_option_value(q: Array, temperature: Array | float) -> Array:
    """V_Ω(s) = α ln (1/K Σ_ω exp(Q_Ω(s, ω)/α)): [..., K] -> [...].

    This is the maximum over π of Σ_ω π(ω) Q_Ω(s, ω) − α D_KL(π ‖ uniform), which `option_log_probs` attains.
    The value is at most max_ω Q_Ω(s, ω), and with one option it is Q_Ω of that option. With the entropy in
    place of the divergence, the value would be α ln K larger, and it would always pay to terminate an option:
    the next choice would add its entropy. The temperature α is above 0.
    """
    return temperature * (jax.nn.logsumexp(q / temperature, axis=-1) - math.log(q.shape[-1]))


def option_log_probs(q: Array, temperature: Array | float) -> Array:
    """log π_Ω(ω|s), the log-softmax of Q_Ω(s, ·)/α over the options: [..., K] -> [..., K]."""
    return jax.nn.log_softmax(q / temperature, axis=-1)


def termination_advantage(
    q: Array, value: Array, margin: Array | float = 0.0, deliberation_cost: Array | float = 0.0
) -> Array:
    """A(s', ω) = Q_Ω(s', ω) − V_Ω(s') + η + ξ: the advantage of continuing over terminating.

    Without the margin ξ, its negative is the derivative of `value_on_arrival` with respect to β (Bacon et al.
    2017, arXiv:1609.05140, theorem 2 and §"Arcade Learning Environment"). If V_Ω is the best option's value
    and η and ξ are 0, no advantage is positive, and all options would learn to terminate at each step.

    Args:
      q: Q_Ω(s', ω) of the option ω, with which the agent arrived in s', [...]; value: V_Ω(s'), [...].
      margin: ξ; deliberation_cost: η.

    Returns:
      [...]; gradient descent on β(s', ω) · A(s', ω) raises β where the advantage is negative.
    """
    return q - value + deliberation_cost + margin


def smdp_return(reward: Array, valid: Array, discount: Array | float) -> tuple[Array, Array]:
    """R = Σ_{i<k} γ^i r_i, and γ^k: a choice that lasts k steps has the target y = R + γ^k V(s_{t+k}).

    The target is that of semi-Markov decision processes (Sutton, Precup and Singh 1999, §3.2). To compute y,
    pass R as the reward and γ^k as the discount to `soft_td_target` or a similar function.

    Args:
      reward: of each step, [..., T].
      valid: [..., T], bool: True for the first k steps, which exist.
      discount: γ, of one step.

    Returns:
      R and γ^k, [...] each.
    """
    powers = discount ** jnp.arange(reward.shape[-1])
    # `where` instead of a product with 0: a NaN after the last valid step must not enter the sum.
    total = jnp.sum(jnp.where(valid, powers * reward, 0.0), axis=-1)
    return total, discount ** jnp.sum(valid, axis=-1).astype(total.dtype)


def bounded_log_std(raw: Array) -> Array:
    """Maps a network's output smoothly to [LOG_STD_MIN, LOG_STD_MAX]: [..., A] -> [..., A]."""
    return LOG_STD_MIN + 0.5 * (LOG_STD_MAX - LOG_STD_MIN) * (jnp.tanh(raw) + 1)


def generalized_advantages(
    reward: Array,
    value: Array,
    terminated: Array,
    valid: Array,
    discount: Array | float,
    gae_lambda: Array | float,
) -> Array:
    """A_t = δ_t + γλ (1 − terminated_t) A_{t+1}, δ_t = r_t + γ (1 − terminated_t) V(s_{t+1}) − V(s_t).

    Generalized advantage estimation (Schulman et al. 2016, arXiv:1506.02438, eq. 16). Rows that are not valid
    are not transitions, and their A_t is 0. So a step that was truncated by a time limit bootstraps from the
    state that it led to, and takes nothing from the next episode. The same holds for a step after which
    physics broke down, and for the last row.

    Args:
      reward, terminated, valid: [T, E], one row per step.
      value: V(s), [T + 1, E]: for the state of each row, and for the state that the last row led to.
      discount, gae_lambda: γ and λ.

    Returns:
      [T, E]; the advantages plus V(s_t) are the λ-returns.
    """
    continues = 1.0 - terminated.astype(value.dtype)
    delta = reward + discount * continues * value[1:] - value[:-1]

    def step(following: Array, row: tuple[Array, Array, Array]) -> tuple[Array, Array]:
        delta, continues, valid = row
        advantage = jnp.where(valid, delta + discount * gae_lambda * continues * following, 0.0)
        return advantage, advantage

    return jax.lax.scan(step, jnp.zeros_like(value[0]), (delta, continues, valid), reverse=True)[1]


def clipped_surrogate(log_ratio: Array, advantage: Array, clip: Array | float) -> Array:
    """min(ρ A, clip(ρ, 1 − ε, 1 + ε) A), ρ = π(a|s)/π_old(a|s).

    Schulman et al. 2017 (arXiv:1707.06347), eq. 7.

    Args:
      log_ratio: log ρ, [B]; advantage: [B]; clip: ε. The result [B] is to be maximised.
    """
    ratio = jnp.exp(log_ratio)
    return jnp.minimum(ratio * advantage, jnp.clip(ratio, 1.0 - clip, 1.0 + clip) * advantage)


def tanh_gaussian(mean: Array, log_std: Array, noise: Array) -> tuple[Array, Array]:
    """Computes a sample of a tanh-squashed Gaussian and its log density.

    a = tanh(u), u = mean + exp(log_std)·noise;
    log π(a) = Σ_i log N(u_i) − log(1 − tanh²u_i) (arXiv:1812.05905, appendix C), where
    log(1 − tanh²u) = 2 (ln 2 − u − softplus(−2u)) stays finite for large |u|.

    Args:
      mean, log_std, noise: [..., A]; noise is standard normal.

    Returns:
      action [..., A] in (−1, 1), log_prob [...].
    """
    u = mean + jnp.exp(log_std) * noise
    log_normal = -0.5 * (noise**2 + math.log(2 * math.pi)) - log_std
    return jnp.tanh(u), jnp.sum(log_normal - _log_tanh_slope(u), axis=-1)


def tanh_gaussian_log_prob(mean: Array, log_std: Array, u: Array) -> Array:
    """log π(tanh u) of the tanh-squashed Gaussian in `tanh_gaussian`, [...].

    Args:
      mean, log_std, u: [..., A]; u is the action before the tanh. For actions near ±1 it cannot be computed
        from the action.
    """
    noise = (u - mean) * jnp.exp(-log_std)
    log_normal = -0.5 * (noise**2 + math.log(2 * math.pi)) - log_std
    return jnp.sum(log_normal - _log_tanh_slope(u), axis=-1)


def gaussian_kl(mean: Array, log_std: Array, other_mean: Array, other_log_std: Array) -> Array:
    """KL(N(m, σ²) ‖ N(m', σ'²)) = Σ_i log(σ'_i/σ_i) + (σ_i² + (m_i − m'_i)²)/(2 σ'_i²) − ½, nats.

    It is also the divergence of the same Gaussians after a tanh, because tanh is a bijection.

    Args:
      mean, log_std, other_mean, other_log_std: [..., A]. The result is [...].
    """
    ratio = jnp.exp(2 * (log_std - other_log_std))
    square = ((mean - other_mean) * jnp.exp(-other_log_std)) ** 2
    return jnp.sum(other_log_std - log_std + 0.5 * (ratio + square - 1.0), axis=-1)


def categorical_kl(logits: Array, other_logits: Array) -> Array:
    """KL(p ‖ p') = Σ_a p_a (log p_a − log p'_a), nats, of softmax distributions: [..., n] -> [...]."""
    log_p, log_other = jax.nn.log_softmax(logits), jax.nn.log_softmax(other_logits)
    return jnp.sum(jnp.exp(log_p) * (log_p - log_other), axis=-1)


def _log_tanh_slope(u: Array) -> Array:
    """log(1 − tanh²u), finite for large |u|."""
    return 2 * (math.log(2) - u - jax.nn.softplus(-2 * u))


def polyak(online: PyTree, target: PyTree, tau: Array | float) -> PyTree:
    """θ' ← θ' + τ (θ − θ'), leaf by leaf.

    In this form, a target θ' that equals `online`, θ, stays exactly equal. `optax.incremental_update` would
    round it.
    """
    return jax.tree.map(lambda online, target: target + tau * (online - target), online, target)


def mixed_moments(
    mean: Array, variance: Array, other_mean: Array, other_variance: Array, share: Array
) -> tuple[Array, Array]:
    """Computes the mean and variance of a mixture: (1 − β) of one distribution and β of another.

    μ' = μ + β δ, σ'² = (1 − β) σ² + β σ_o² + β (1 − β) δ², with δ = μ_o − μ.

    Args:
      mean, variance: μ and σ², [...], as are the results; other_mean, other_variance: μ_o and σ_o², [...];
        share: β, [].
    """
    difference = other_mean - mean
    spread = (1 - share) * variance + share * other_variance + share * (1 - share) * difference**2
    return mean + share * difference, spread


def rescaled_output(
    kernel: Array, bias: Array, mean: Array, std: Array, new_mean: Array, new_std: Array
) -> tuple[Array, Array]:
    """Rescales a last layer (kernel, bias) so that new_mean + new_std · out' = mean + std · out.

    PopArt (van Hasselt et al. 2016, arXiv:1602.07714): the normalisation of a network's outputs changes, and
    the values that the outputs represent stay the same.

    Args:
      kernel, bias: [I, O] and [O], of a layer of I inputs and O outputs, as are the results.
      mean, std, new_mean, new_std: [] or [O].
    """
    return kernel * (std / new_std), (std * bias + mean - new_mean) / new_std


def importance_weights(counts: Array, log_prior: Array) -> Array:
    """p(z)/p̂(z), [K], where p̂ is the share of each skill in `counts`.

    A skill without rows gets weight 0, because none of its rows can be drawn.

    Args:
      counts: [K], rows per skill; log_prior: log p(z), [K].
    """
    total = jnp.sum(counts)
    share = counts / jnp.maximum(total, 1)
    return jnp.where(counts > 0, jnp.exp(log_prior) / jnp.where(counts > 0, share, 1.0), 0.0)


def moment_increments(
    count: Array | float, added: Array | int, sum_d: Array, sum_d2: Array
) -> tuple[Array, Array]:
    """Computes the increments of a running mean and a running sum of squared deviations for new samples.

    With d = x − mean and n' = count + added, they are Σd/n' and Σd² − (Σd)²/n' (the parallel form of
    Welford's update; Chan, Golub and LeVeque 1983).

    Args:
      count: samples so far; added: new samples. Scalars.
      sum_d, sum_d2: Σd and Σd² over the new samples, [S], as are the results.
    """
    new_count = count + added
    return sum_d / new_count, jnp.maximum(sum_d2 - sum_d**2 / new_count, 0.0)


def add_compensated(total: Array, lost: Array, added: Array | float) -> tuple[Array, Array]:
    """Adds a term to a sum in float32 that stays accurate for any number of terms.

    `lost` is what rounding has left out of `total` (Kahan 1965; the error of one addition is Knuth's, and
    exact). In plain float32 a count stops at 2²⁴, because adding 1 no longer changes it.

    All are [...]; the results are the new total and lost.
    """
    added = added + lost
    new_total = total + added
    taken = new_total - total
    return new_total, (total - (new_total - taken)) + (added - taken)
