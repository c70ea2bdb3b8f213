"""How well a fresh classifier, which owes nothing to the discriminator, tells skills apart."""

import functools
import math
from typing import Any, NamedTuple

import flax.linen as nn
import jax
import jax.numpy as jnp
import numpy as np
import optax

from diayn_jax.metrics.trajectories import Recorded, entropy, log_q_of
from diayn_jax.networks import MLP
from diayn_jax.types import Array, Key, PyTree

PROBE_EPISODES = 20  # episodes per skill below which the probe is noisy

# A round is about one pass over 10 skills × 8 episodes × 200 steps.
_BATCH = 512
_ROUND = 32  # updates between two looks at the episodes held back for stopping
_MAX_ROUNDS = 100
_PATIENCE = 10  # rounds without a better figure on them
_BETTER = 1e-3  # nats; less is no reason to go on: perfect skills gain ever smaller parts for ever
_CHUNK = 4_096  # rows scored at once, so that memory does not grow with N·T


class Probe(NamedTuple):
    """What a fresh classifier finds; and on the M episodes that it was scored on, sums over steps."""

    mi: float  # nats
    mi_normalised: float
    skill: np.ndarray  # [M], int
    length: np.ndarray  # [M], steps
    log_q: np.ndarray  # [M], Σ log q'


class _Probe(nn.Module):
    """MLP 2×256 on standardised inputs [..., D] -> log q [..., K]; starts at q = p.

    Starting there, and early stopping's right to return the start, make chance score 0.
    """

    log_prior: tuple[float, ...]

    @nn.compact
    def __call__(self, x: Array) -> Array:
        x = nn.relu(MLP((256,), 256)(x))
        logits = nn.Dense(len(self.log_prior), kernel_init=nn.initializers.zeros)(x)
        return jax.nn.log_softmax(logits + jnp.array(self.log_prior))


class _Rows(NamedTuple):
    """The steps of some episodes, standardised."""

    x: np.ndarray  # [R, D], 0 at steps that are not valid
    skill: np.ndarray  # [R], int32
    weight: np.ndarray  # [R], p(z) over the number of valid steps of z; 0 at other steps


class _BySkill(NamedTuple):
    """Where a draw "z ~ p, then one of its valid steps" finds its rows."""

    rows: np.ndarray  # [R], int32, valid rows by skill, then the others
    first: np.ndarray  # [K], int32, where a skill begins in `rows`
    number: np.ndarray  # [K], int32, how many it has


def probe_mi(
    key: Key,
    inputs: Recorded,
    skill: Recorded,
    valid: Recorded,
    log_prior: Recorded,
) -> Probe:
    """The bound on I(S; Z) with a fresh classifier, which owes nothing to the discriminator.

    It is fitted to one half of the episodes, and scored on the other.

    mi = H(p) + Σ_z p(z) · mean over the scored steps of skill z of log q'(z | x), where q' is an
    MLP 2×256 on standardised inputs, fitted (Adam, 1e-3) to the same figure on half of each
    skill's episodes, with early stopping on a fifth of those, and scored on the other half.
    Deterministic in `key` on one device.

    Args:
      key: splits the episodes, starts the network and draws its batches.
      inputs: [T, N, D].
      skill: [N].
      valid: [T, N], bool.
      log_prior: [K], log p(z).

    Raises:
      ValueError: a skill with fewer than two episodes (with two or three, the fit has only one
        or two, and with two it stops by the very episode that it is fitted on); an episode
        without a valid step; inputs that are not finite.
    """
    inputs, skill, valid = np.asarray(inputs), np.asarray(skill), np.asarray(valid, dtype=bool)
    num_skills = len(log_prior)
    episodes = np.bincount(skill, minlength=num_skills)
    if episodes.shape[0] > num_skills or episodes.min() < 2:
        raise ValueError(
            f"probe_mi needs at least 2 episodes of each of the {num_skills} skills "
            f"({PROBE_EPISODES} for a steady figure); got {episodes.tolist()}."
        )
    if not valid.any(axis=0).all():
        raise ValueError("probe_mi: an episode has no valid step.")
    if not np.isfinite(inputs[valid]).all():
        raise ValueError("probe_mi: the inputs have NaN or inf at valid steps.")
    prior = np.exp(np.asarray(log_prior, dtype=np.float64))
    prior /= prior.sum()

    split_key, fit_key = jax.random.split(key)
    fitted, stopping, scored = _split_episodes(np.asarray(jax.random.uniform(split_key, skill.shape)), skill)
    mean, scale = _standardisation(inputs[:, fitted][valid[:, fitted]])

    def rows(chosen: np.ndarray) -> _Rows:
        x = (inputs[:, chosen] - mean) / scale
        x = np.where(valid[:, chosen, None], x, 0.0).reshape(-1, inputs.shape[-1])
        z = np.broadcast_to(skill[chosen], valid[:, chosen].shape).reshape(-1)
        alive = valid[:, chosen].reshape(-1)
        weight = alive * (prior / np.bincount(z[alive], minlength=num_skills))[z]
        return _Rows(x.astype(np.float32), z.astype(np.int32), weight.astype(np.float32))

    fitting = rows(fitted)
    log_q, by_row = _fit_then_score(
        fit_key,
        # Not log 0, which a weight of 0 does not silence.
        tuple(np.log(np.maximum(prior, 1e-12)).tolist()),
        fitting,
        _by_skill(fitting, num_skills),
        _chunks(rows(stopping)),
        _chunks(rows(scored)),
    )
    most = float(entropy(prior))
    mi = most + float(log_q)
    by_step = np.asarray(by_row).reshape(-1)[: valid[:, scored].size].reshape(valid[:, scored].shape)
    return Probe(
        mi=mi,
        mi_normalised=mi / most,
        skill=skill[scored],
        length=valid[:, scored].sum(axis=0),
        log_q=np.where(valid[:, scored], by_step, 0.0).sum(axis=0),
    )


def _split_episodes(order: np.ndarray, skill: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Places of the episodes to fit on, to stop by and to score: order [N], skill [N].

    Half of each skill's episodes (the larger half of an odd number) are for fitting; a fifth of
    those, at least one, is held back to stop by. A skill's only fitting episode serves both.
    """
    fitted, stopping, scored = [], [], []
    for z in np.unique(skill):
        mine = np.flatnonzero(skill == z)
        mine = mine[np.argsort(order[mine], kind="stable")]
        fit = math.ceil(len(mine) / 2)
        stop = max(round(fit / 5), 1)
        fitted.append(mine[stop:fit] if fit > 1 else mine[:fit])
        stopping.append(mine[:stop])
        scored.append(mine[fit:])
    return np.concatenate(fitted), np.concatenate(stopping), np.concatenate(scored)


def _standardisation(x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean and scale [D] of rows [R, D]; an input that hardly varies keeps scale 1."""
    mean, std = x.mean(axis=0, dtype=np.float64), x.std(axis=0, dtype=np.float64)
    return mean, np.where(std > 1e-6, std, 1.0)


def _by_skill(rows: _Rows, num_skills: int) -> _BySkill:
    alive = rows.weight > 0
    number = np.bincount(rows.skill[alive], minlength=num_skills)
    # Stable, so that the padding (the rows that are not valid) comes last: the shape is the
    # same whenever episodes end, and so the fit compiles once.
    by_skill = np.argsort(np.where(alive, rows.skill, num_skills), kind="stable")
    first = np.cumsum(number) - number
    return _BySkill(by_skill.astype(np.int32), first.astype(np.int32), number.astype(np.int32))


def _chunks(rows: _Rows) -> _Rows:
    """[R, ...] -> [C, chunk, ...], the last one filled up with rows of weight 0."""
    chunk = min(_CHUNK, rows.skill.shape[0])
    short = -rows.skill.shape[0] % chunk
    return _Rows(
        *(np.pad(x, [(0, short)] + [(0, 0)] * (x.ndim - 1)).reshape(-1, chunk, *x.shape[1:]) for x in rows)
    )


@functools.partial(jax.jit, static_argnums=1)
def _fit_then_score(
    key: Key, log_prior: tuple[float, ...], fitted: _Rows, index: _BySkill, stopping: _Rows, scored: _Rows
) -> tuple[Array, Array]:
    """log q' on `scored`, p(z)-weighted [], and of each row. `stopping` and `scored` come in chunks."""
    init_key, batch_key = jax.random.split(key)
    network = _Probe(log_prior)
    optimizer = optax.adam(1e-3)
    # Its last entry is left out: every draw above the others belongs to the last skill.
    cumulative_prior = jnp.cumsum(jnp.exp(jnp.array(log_prior)))[:-1]

    def log_q(params: PyTree, x: Array, skill: Array) -> Array:
        return log_q_of(network.apply(params, x), skill)

    def score(params: PyTree, rows: _Rows) -> Array:
        return jnp.sum(jax.lax.map(lambda r: jnp.sum(r.weight * log_q(params, r.x, r.skill)), rows))

    def batch_loss(params: PyTree, row: Array) -> Array:
        return -jnp.mean(log_q(params, fitted.x[row], fitted.skill[row]))

    def update(carry: tuple[PyTree, PyTree], draws: Array) -> tuple[tuple[PyTree, PyTree], None]:
        params, opt_state = carry
        z = jnp.searchsorted(cumulative_prior, draws[0])
        nth = jnp.minimum((draws[1] * index.number[z]).astype(jnp.int32), index.number[z] - 1)
        grads = jax.grad(batch_loss)(params, index.rows[index.first[z] + nth])
        updates, opt_state = optimizer.update(grads, opt_state, params)
        return (optax.apply_updates(params, updates), opt_state), None

    def one_round(carry: tuple[Any, ...]) -> tuple[Any, ...]:
        number, last_better, best, best_params, state = carry
        # One draw for the round: XLA on a CPU takes longer to compile threefry than the network.
        draws = jax.random.uniform(jax.random.fold_in(batch_key, number), (_ROUND, 2, _BATCH))
        state, _ = jax.lax.scan(update, state, draws)
        reached = score(state[0], stopping)
        better = reached > best + _BETTER
        best_params = jax.tree.map(lambda new, old: jnp.where(better, new, old), state[0], best_params)
        return (
            number + 1,
            jnp.where(better, number + 1, last_better),
            jnp.where(better, reached, best),
            best_params,
            state,
        )

    def goes_on(carry: tuple[Any, ...]) -> Array:
        number, last_better = carry[:2]
        return (number < _MAX_ROUNDS) & (number - last_better < _PATIENCE)

    params = network.init(init_key, fitted.x[0])
    chance = jnp.sum(stopping.weight * jnp.array(log_prior)[stopping.skill])
    start = (0, 0, chance, params, (params, optimizer.init(params)))
    best_params = jax.lax.while_loop(goes_on, one_round, start)[3]
    return score(best_params, scored), jax.lax.map(lambda r: log_q(best_params, r.x, r.skill), scored)
