"""Measures how well fresh classifiers, which are independent of the discriminator, tell skills apart."""

import functools
import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import flax.linen as nn
import jax
import jax.numpy as jnp
import numpy as np
import optax
from jax.sharding import Mesh, PartitionSpec

from diayn_jax import equations
from diayn_jax.evaluation.metrics.trajectories import Recorded, entropy, log_q_of
from diayn_jax.networks import MLP
from diayn_jax.training import BriefJit
from diayn_jax.types import Array, Key, PyTree

PROBE_EPISODES = 20  # episodes per skill below which the probe is noisy

# A round is about half a pass over 10 skills × 8 episodes × 200 steps.
_WIDTH = 256  # units of each of the two hidden layers
_BATCH = 256
_ROUND = 32  # updates between two scores of the episodes held back for early stopping
_MAX_ROUNDS = 100
_PATIENCE = 5  # rounds without a better score after which the fit stops
_BETTER = 1e-3  # nats that count as better. Perfect skills improve by ever smaller amounts without end.
_STOPPING_ROWS = 8_192  # about as many as a round learns from: more of them would take most of the time
_STOPPING_STEPS = 8  # the fewest steps of a long episode among them
_CHUNK = 4_096  # rows scored at once, so that memory does not grow with N·T
FLOOR = 0.02  # share of the prior in q''. It is fixed in advance, so that the score is a lower bound.


class Probe(NamedTuple):
    """The result of the fresh classifiers, and sums over the steps of each episode."""

    mi: float  # nats
    mi_normalised: float
    skill: np.ndarray  # [N], int
    half: np.ndarray  # [N], 0 or 1: the episode's half, scored by the classifier fitted on the other half
    length: np.ndarray  # [N], steps
    log_q: np.ndarray  # [N], Σ log q''


class _Probe(nn.Module):
    """MLP of two hidden layers on scaled inputs [..., D] -> log q [..., K], initialised so that q = p.

    Early stopping may return this start, so a probe that learns nothing scores 0.
    """

    log_prior: tuple[float, ...]

    @nn.compact
    def __call__(self, x: Array) -> Array:
        x = nn.relu(MLP((_WIDTH,), _WIDTH)(x))
        logits = nn.Dense(len(self.log_prior), kernel_init=nn.initializers.zeros)(x)
        return jax.nn.log_softmax(logits + jnp.array(self.log_prior))


class _Rows(NamedTuple):
    """The steps of some episodes, standardised."""

    x: np.ndarray  # [R, D], 0 at steps that are not valid
    skill: np.ndarray  # [R], int32
    weight: np.ndarray  # [R], p(z) over the number of valid steps of z; 0 at other steps


class _BySkill(NamedTuple):
    """An index of rows by skill, to draw "z ~ p, then one of its valid steps"."""

    rows: np.ndarray  # [R], int32, valid rows sorted by skill, then the others
    first: np.ndarray  # [K], int32, the index in `rows` of each skill's first row
    number: np.ndarray  # [K], int32, the number of each skill's rows


class _Half(NamedTuple):
    """What a classifier is fitted on, from one half of the episodes, and what it scores, from the other."""

    fitted: _Rows
    by_skill: _BySkill  # of `fitted`
    stopping: _Rows  # decide when the fit stops, in chunks; of many steps, every n-th
    scored: _Rows  # in chunks


def probe_mi(
    key: Key,
    inputs: Recorded,
    skill: Recorded,
    valid: Recorded,
    log_prior: Recorded,
    devices: Sequence[jax.Device] = (),
) -> Probe:
    """Computes a lower bound on I(S; Z) with fresh classifiers, which are independent of the discriminator.

    mi = H(p) + Σ_z p(z) · mean over the scored steps of skill z of log q''(z | x), with
    q'' = 0.98 q' + 0.02 p. q' is an MLP 2×256 on standardised inputs. Adam (1e-3) fits it to one half of each
    skill's episodes, with early stopping on a fifth of these, of whose steps it takes every n-th if they are
    many. It is scored on the other half. Each half is scored by the classifier of the other half, and the two
    figures are averaged.

    The figure is a lower bound for any q''. The share of p limits the cost of a step to −ln(0.02 p(z)) nats,
    because q' alone may be sure and wrong about states that it never saw. The result depends on `key` alone
    if it is computed on one device.

    Args:
      key: splits the episodes, initialises the networks and draws their batches.
      inputs: [T, N, D]; skill: [N]; valid: [T, N], bool; log_prior: [K], log p(z).
      devices: where to fit: each classifier on its own if there are two; none: on JAX's first device.

    Raises:
      ValueError: a skill has fewer than two episodes, an episode has no valid step, or inputs are not finite.
        Two are the minimum, because each half needs one. A fit that has one episode of a skill uses it for
        early stopping, too.
    """
    inputs, skill, valid = np.asarray(inputs), np.asarray(skill), np.asarray(valid, dtype=bool)
    num_skills = len(log_prior)
    episodes = np.bincount(skill, minlength=num_skills)
    if episodes.shape[0] > num_skills or episodes.min() < 2:
        raise ValueError(
            f"probe_mi needs at least 2 episodes of each of the {num_skills} skills "
            f"({PROBE_EPISODES} for a stable figure); got {episodes.tolist()}."
        )
    if not valid.any(axis=0).all():
        raise ValueError("probe_mi: an episode has no valid step.")
    if not np.isfinite(inputs[valid]).all():
        raise ValueError("probe_mi: the inputs have NaN or inf at valid steps.")
    prior = np.exp(np.asarray(log_prior, dtype=np.float64))
    prior /= prior.sum()

    split_key, fit_keys = _split(key)
    # NumPy draws the order, because JAX would compile a program for each number of episodes.
    order = np.random.default_rng(np.asarray(jax.random.key_data(split_key))).random(len(skill))
    half = _halves(order, skill)
    halves = [_rows_to_score(inputs, skill, valid, prior, half, scored) for scored in (0, 1)]
    scores, by_row = jax.device_get(
        _fit_then_score(
            # The prior is kept above 0, because log 0 times a weight of 0 is NaN.
            tuple(np.log(np.maximum(prior, 1e-12)).tolist()),
            tuple(devices[:2]) or (jax.local_devices()[0],),
            fit_keys,
            # NumPy stacks them, because JAX would compile a program for each of their shapes.
            jax.tree.map(lambda *parts: np.stack(parts), *halves),
        )
    )
    log_q = np.zeros(valid.shape)
    for scored in (0, 1):
        chosen = np.flatnonzero(half == scored)
        rows = by_row[scored].reshape(-1)[: valid.shape[0] * len(chosen)]
        log_q[:, chosen] = rows.reshape(valid.shape[0], len(chosen))
    most = float(entropy(prior))
    mi = most + float(np.mean(scores, dtype=np.float64))
    return Probe(
        mi=mi,
        mi_normalised=mi / most,
        skill=skill,
        half=half,
        length=valid.sum(axis=0),
        log_q=np.where(valid, log_q, 0.0).sum(axis=0),
    )


@jax.jit
def _split(key: Key) -> tuple[Key, Key]:
    """Returns the key that divides the episodes, and the keys of the two fits, [2].

    It is one program, because JAX would compile one for each of these operations.
    """
    keys = jax.random.split(key, 3)
    return keys[0], keys[1:]


def _rows_to_score(
    inputs: np.ndarray,
    skill: np.ndarray,
    valid: np.ndarray,
    prior: np.ndarray,
    half_of: np.ndarray,
    scored: int,
) -> _Half:
    """Returns the rows that a classifier needs to score half `scored`, after a fit on the other half.

    Args:
      inputs, skill, valid: see `probe_mi`; prior: [K], p(z).
      half_of: [N], the half of each episode, from `_halves`; scored: 0 or 1, the half to score.
    """
    num_skills = len(prior)
    fitted, stopping = _held_back(np.flatnonzero(half_of != scored), skill)
    mine = np.flatnonzero(half_of == scored)
    shown = inputs[:, fitted][valid[:, fitted]]
    mean, std = shown.mean(axis=0, dtype=np.float64), shown.std(axis=0, dtype=np.float64)
    # An input that hardly varies is not scaled.
    scale = np.where(std > 1e-6, std, 1.0)

    def rows(chosen: np.ndarray, episodes: int, every: int = 1) -> _Rows:
        """Returns every n-th step of the chosen episodes, padded with blank steps to `episodes` episodes."""
        happened = valid[::every, chosen]
        x = (inputs[::every, chosen] - mean) / scale
        x = np.where(happened[..., None], x, 0.0).reshape(-1, inputs.shape[-1])
        z = np.broadcast_to(skill[chosen], happened.shape).reshape(-1)
        alive = happened.reshape(-1)
        weight = alive * (prior / np.bincount(z[alive], minlength=num_skills))[z]
        blank = (episodes - len(chosen)) * len(happened)
        padded = (
            np.pad(part, [(0, blank)] + [(0, 0)] * (part.ndim - 1))
            for part in (x.astype(np.float32), z.astype(np.int32), weight.astype(np.float32))
        )
        return _Rows(*padded)

    # Both halves are padded to the shapes of half 0, the larger one, so that they share a compiled program.
    larger = np.flatnonzero(half_of == 0)
    more_fitted, more_stopping = _held_back(larger, skill)
    fitting = rows(fitted, len(more_fitted))
    length = valid.shape[0]
    every = min(math.ceil(length * len(more_stopping) / _STOPPING_ROWS), max(1, length // _STOPPING_STEPS))
    return _Half(
        fitting,
        _by_skill(fitting, num_skills),
        _chunks(rows(stopping, len(more_stopping), every)),
        _chunks(rows(mine, len(larger))),
    )


def _halves(order: np.ndarray, skill: np.ndarray) -> np.ndarray:
    """Returns the half of each episode, [N], 0 or 1.

    The episodes of each skill are divided in the order of `order` [N]. If their number is odd, half 0 has one
    more.
    """
    half = np.ones(len(skill), np.int64)
    for z in np.unique(skill):
        mine = np.flatnonzero(skill == z)
        half[mine[np.argsort(order[mine], kind="stable")[: math.ceil(len(mine) / 2)]]] = 0
    return half


def _held_back(half: np.ndarray, skill: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Returns the indices of the episodes of one half [M] to fit on, and of those for early stopping.

    A fifth of each skill's episodes, at least one, is held back for early stopping. A skill's only episode is
    used for both.
    """
    fitted, stopping = [], []
    for z in np.unique(skill):
        mine = half[skill[half] == z]
        stop = max(round(len(mine) / 5), 1)
        fitted.append(mine[stop:] if len(mine) > 1 else mine)
        stopping.append(mine[:stop])
    return np.concatenate(fitted), np.concatenate(stopping)


def _by_skill(rows: _Rows, num_skills: int) -> _BySkill:
    alive = rows.weight > 0
    number = np.bincount(rows.skill[alive], minlength=num_skills)
    # Rows that are not valid come last, as padding. So the shape does not depend on when episodes end, and
    # the fit compiles once.
    by_skill = np.argsort(np.where(alive, rows.skill, num_skills), kind="stable")
    first = np.cumsum(number) - number
    return _BySkill(by_skill.astype(np.int32), first.astype(np.int32), number.astype(np.int32))


def _chunks(rows: _Rows) -> _Rows:
    """Splits rows into chunks, [R, ...] -> [C, chunk, ...]. The last one is padded with rows of weight 0."""
    chunk = min(_CHUNK, rows.skill.shape[0])
    short = -rows.skill.shape[0] % chunk
    return _Rows(
        *(np.pad(x, [(0, short)] + [(0, 0)] * (x.ndim - 1)).reshape(-1, chunk, *x.shape[1:]) for x in rows)
    )


@functools.partial(BriefJit, level=1, static_argnums=(0, 1))
def _fit_then_score(
    log_prior: tuple[float, ...], devices: tuple[jax.Device, ...], keys: Key, halves: _Half
) -> tuple[Array, Array]:
    """Fits the classifiers of both halves, each on a device of its own if there are two.

    Args:
      keys: of the two fits, [2].
      halves: the two halves, stacked: leaves of [2, ...].

    Returns:
      The p(z)-weighted mean of log q'' on `scored`, [2], and its value for each row, [2, C, chunk].
    """

    def each(keys: Key, halves: _Half) -> tuple[Array, Array]:
        return jax.lax.map(lambda own: _fit_half(log_prior, *own), (keys, halves))

    mesh, spec = Mesh(np.array(devices), ("halves",)), PartitionSpec("halves")
    return jax.shard_map(each, mesh=mesh, in_specs=spec, out_specs=spec, check_vma=False)(keys, halves)


def _fit_half(log_prior: tuple[float, ...], key: Key, half: _Half) -> tuple[Array, Array]:
    """Fits the classifier of one half. See `_fit_then_score`."""
    fitted, index, stopping, scored = half
    init_key, batch_key = jax.random.split(key)
    network = _Probe(log_prior)
    optimizer = optax.adam(1e-3)
    # The last entry is left out, so that every draw above the others belongs to the last skill.
    cumulative_prior = jnp.cumsum(jnp.exp(jnp.array(log_prior)))[:-1]

    def log_q(params: PyTree, x: Array, skill: Array) -> Array:
        return log_q_of(network.apply(params, x), skill)

    def by_row(params: PyTree, rows: _Rows) -> Array:
        """Returns log q'' of each row, for the score and for early stopping."""

        def with_floor(chunk: Any) -> Array:
            of_skill = log_q(params, chunk.x, chunk.skill)
            return equations.mixed_with_prior(of_skill, jnp.array(log_prior)[chunk.skill], FLOOR)

        return jax.lax.map(with_floor, rows)

    def score(params: PyTree, rows: _Rows) -> Array:
        return jnp.sum(rows.weight * by_row(params, rows))

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
        # One call draws all batches of a round: XLA on a CPU compiles threefry more slowly than the network.
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

    prior_of_row = jnp.array(log_prior)[stopping.skill]
    chance = jnp.sum(stopping.weight * prior_of_row)
    # The score of a classifier that is always right and sure. A fit that is close to it cannot improve.
    most = jnp.sum(stopping.weight * equations.mixed_with_prior(jnp.zeros(()), prior_of_row, FLOOR))

    def continues(carry: tuple[Any, ...]) -> Array:
        number, last_better, best = carry[:3]
        can_become_better = best + _BETTER < most
        return (number < _MAX_ROUNDS) & (number - last_better < _PATIENCE) & can_become_better

    params = network.init(init_key, fitted.x[0])
    start = (0, 0, chance, params, (params, optimizer.init(params)))
    best_params = jax.lax.while_loop(continues, one_round, start)[3]
    log_qs = by_row(best_params, scored)
    return jnp.sum(scored.weight * log_qs), log_qs
