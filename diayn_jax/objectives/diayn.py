"""DIAYN: reward states that tell skills apart (Eysenbach et al. 2018, arXiv:1802.06070).

A discriminator q(z|φ(s')) learns which skill led to s'. A skill is rewarded if the discriminator recognises
it. φ are the features that `--features` names. On a batch of (z, s'):

    discriminator descends −Σ_b w_b p(z_b)/p̂(z_b) log q(z_b|φ(s'_b))
    reward                 r = log q(z|φ(s')) − log p(z)

w_b are the batch's weights, and p̂(z) is the share of a skill in the replay.

A skill may also be a mixture z of d skills (`--skill_space=dirichlet:d`). It is a soft label then, and every
log q(z|φ) above is Σ_k z_k log q(k|φ), with log p(k) = −ln d. The mean reward is a lower bound on the mutual
information between states and a label k that is drawn from z.
"""

import dataclasses
import functools
from collections.abc import Callable
from typing import Any, NamedTuple

import chex
import jax
import jax.numpy as jnp

from diayn_jax import equations, parallel
from diayn_jax.config import (
    CATEGORICAL,
    DIRICHLET,
    NO_SYMMETRY,
    ROBOTS_BY_PPO,
    ConfigError,
    Range,
    field,
    show,
)
from diayn_jax.interfaces import Objective, ObjectiveSpec, ProblemSpec
from diayn_jax.networks import Discriminator, with_copied_outputs
from diayn_jax.optimizer import with_moments
from diayn_jax.skills import INACTIVE, MovingPrior, uniform_log_prior
from diayn_jax.skills.priors import PriorSettings
from diayn_jax.symmetry import unfit_sizes
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, PyTree, ScoredStep

# The share of its own untrained output that a copied skill keeps: with the very same output, q would give
# source and copy the same probability everywhere, and no reward would part them.
OWN_SHARE = 0.1


@dataclasses.dataclass(frozen=True, kw_only=True)
class DiaynSettings(PriorSettings):
    """The settings of DIAYN."""

    add_log_p: bool = field(True, "add −log p(z) to the reward (ln K for a uniform prior)", "objective")
    prior_weighting: bool = field(
        True, "weight discriminator rows by p(z) over the skill's share of replay", "objective"
    )
    discriminator_hidden_sizes: tuple[int, ...] = field(
        (64, 64), "hidden layers of the discriminator", "objective", Range(low=1)
    )
    discriminator_layer_norm: bool = field(False, "layer norm in the discriminator", "objective")
    discriminator_learning_rate: float = field(
        1e-3,
        "Adam's step size for the discriminator",
        "objective",
        Range(above=0),
        traced=True,
        annealed=True,
    )
    discriminator_weight_decay: float = field(
        0.0, "decoupled weight decay of the discriminator (AdamW)", "objective", Range(low=0), traced=True
    )
    discriminator_noise: float = field(
        0.0,
        "standard deviation of Gaussian noise, in the features' own units, on the features that the "
        "discriminator learns from: skills must travel until they are about this far apart",
        "objective",
        Range(low=0),
        traced=True,
        annealed="anneal_noise",
    )
    anneal_noise: bool = field(
        False, "let discriminator_noise fall like the learning rates (see anneal)", "objective"
    )
    discriminator_floor: float = field(
        0.02,
        "ε, the share of the prior in q = (1 − ε) softmax + ε p, which bounds the reward from below by ln ε; "
        "0: the softmax alone",
        "objective",
        Range(low=0, below=1),
    )
    discriminator_trains_encoder: bool = field(
        True, "let the discriminator's loss train the encoder too, if features=latent", "images"
    )

    def check_settings(self) -> None:
        """Raises `ConfigError` if a growing set of skills could not grow to all of them."""
        num_skills = getattr(self, "num_skills", self.start_skills)
        most = 1 - self.discriminator_floor * (1 - 1 / num_skills)
        if self.expand and self.expand_at >= most:
            raise ConfigError(
                f"--expand_at={show(self.expand_at)}: with --discriminator_floor="
                f"{show(self.discriminator_floor)} q stays below {most:.3g} for the right one of "
                f"{num_skills} skills, so the set would not grow to all of them. Lower one of them."
            )


class DiaynState(NamedTuple):
    """The discriminator q(z|φ) and its optimiser."""

    params: PyTree
    opt_state: PyTree
    log_prior: PyTree = ()  # [K], the current log p(z) of a `skills.MovingPrior`; () if the prior is fixed


class DiaynContext(NamedTuple):
    """The static part of the objective: its settings, and its network without parameters."""

    config: Any  # has the fields of `DiaynSettings`
    problem: ProblemSpec
    network: Discriminator
    log_prior: Array  # log p(z) at the start of the run, [K]; of mixtures, log p(k) of each of d skills, [d]
    moving: MovingPrior | None  # None if the prior is fixed


def make_diayn(config: Any, problem: ProblemSpec) -> Objective:
    """Makes the DIAYN objective, for counted skills or mixtures. The config has `DiaynSettings`."""
    diayn = make_context(config, problem)
    return Objective(
        init=functools.partial(init, diayn),
        update=functools.partial(update, diayn),
        reward=functools.partial(reward, diayn),
        score=functools.partial(score, diayn),
        noise=functools.partial(noise, diayn),
        # Figures of a classifier need numbered skills.
        log_probs=functools.partial(log_probs, diayn) if problem.skills.num_skills is not None else None,
        loss=functools.partial(loss, diayn) if config.discriminator_trains_encoder else None,
        policy_state=policy_state,
        follow=functools.partial(follow, diayn),
        copy_skills=copy_skills,
    )


def make_context(config: Any, problem: ProblemSpec) -> DiaynContext:
    """Makes the static part of the objective. The config has `DiaynSettings`."""
    skills, moving = problem.skills, problem.skills.moving
    assert skills.on_simplex
    log_prior = uniform_log_prior(skills.size) if skills.log_prior is None else skills.log_prior
    network = Discriminator(
        log_prior.shape[0],
        config.discriminator_hidden_sizes,
        config.discriminator_layer_norm,
        problem.symmetry,
    )
    return DiaynContext(config, problem, network, log_prior, moving)


def unfit_for_symmetry(config: Any, order: int) -> str:
    """Returns why the discriminator cannot keep a symmetry of so many elements; "" if it can."""
    if config.discriminator_layer_norm:
        return (
            "a discriminator that keeps a symmetry has no layer norm. Leave --discriminator_layer_norm out, "
            f"or give --symmetry={NO_SYMMETRY}."
        )
    return unfit_sizes(config.discriminator_hidden_sizes, order, "discriminator_hidden_sizes")


def init(diayn: DiaynContext, key: Key, hparams: HParams) -> DiaynState:
    """Returns the state of an untrained discriminator."""
    del hparams
    params = diayn.network.init(key, jnp.zeros((1, diayn.problem.feature_size)))
    return DiaynState(params, diayn.problem.optimizer.init(params))


def log_prior_of(diayn: DiaynContext, state: DiaynState) -> Array:
    """Returns the current log p(z), [K]."""
    return diayn.log_prior if diayn.moving is None else state.log_prior


def follow(diayn: DiaynContext, state: DiaynState, skills: PyTree) -> DiaynState:
    """Returns the state with the current log p(z). `skills` is the state of the `MovingPrior`."""
    assert diayn.moving is not None
    assert diayn.moving.log_prior is not None
    return state._replace(log_prior=diayn.moving.log_prior(skills))


def log_probs(diayn: DiaynContext, state: DiaynState, features: Array) -> Array:
    """Returns log q(z|φ) of all skills: features [..., F] -> [..., K]; see `discriminator_floor`."""
    log_softmax, log_prior = diayn.network.apply(state.params, features), log_prior_of(diayn, state)
    if diayn.moving is not None:
        # Normalise over active skills only, because inactive skills have a prior of 0.
        log_softmax = jax.nn.log_softmax(jnp.where(log_prior > INACTIVE, log_softmax, INACTIVE))
    floor = diayn.config.discriminator_floor
    return equations.mixed_with_prior(log_softmax, log_prior, floor) if floor else log_softmax


def log_q(diayn: DiaynContext, state: DiaynState, features: Array, skill: Array) -> Array:
    """Returns log q(z|φ) of the skill that acted: features [..., F], skill [..., *] -> [...]."""
    return of_skill(diayn, log_probs(diayn, state, features), skill)


def of_skill(diayn: DiaynContext, values: Array, skill: Array) -> Array:
    """Returns the value of the skill that acted, or the mean under its mixture: values [..., K] -> [...]."""
    if diayn.problem.skills.num_skills is None:
        return jnp.sum(skill * values, axis=-1)
    return jnp.take_along_axis(values, skill.astype(jnp.int32)[..., None], axis=-1)[..., 0]


def noise(diayn: DiaynContext, key: Key) -> PyTree:
    """Draws standard normal noise for one row's features, [F]; () if `discriminator_noise` is 0."""
    if diayn.config.discriminator_noise > 0:
        return jax.random.normal(key, (diayn.problem.feature_size,))
    return ()


def update(
    diayn: DiaynContext,
    state: DiaynState,
    batch: Batch,
    hparams: HParams,
    loss_of: Callable[..., Array] | None = None,
) -> tuple[DiaynState, Metrics]:
    """Takes one optimiser step on the discriminator's cross-entropy over a batch [B].

    `loss_of` is another loss with the arguments of `cross_entropy`.
    """
    chex.assert_shape([batch.weight, batch.skill_weight], batch.skill.shape[:1])
    found = jax.value_and_grad(loss_of or cross_entropy)(state.params, diayn, state, batch, hparams)
    value, grads = parallel.psum(found, diayn.problem.axes)
    params, opt_state, norm = diayn.problem.optimizer.step(
        grads,
        state.opt_state,
        state.params,
        hparams["discriminator_learning_rate"],
        hparams["discriminator_weight_decay"],
        hparams["max_grad_norm"],
    )
    metrics: Metrics = {"discriminator_loss": value, "grad_norm_discriminator": norm}
    return state._replace(params=params, opt_state=opt_state), metrics


def cross_entropy(
    params: PyTree, diayn: DiaynContext, state: DiaynState, batch: Batch, hparams: HParams
) -> Array:
    """Returns −Σ_b w_b p(z_b)/p̂(z_b) log q(z_b|φ(s'_b)), []. Without `prior_weighting`, p/p̂ is 1."""
    features = batch.next_features
    if diayn.config.discriminator_noise > 0:
        chex.assert_equal_shape([features, batch.feature_scale, batch.objective_noise])
        # The noise has the features' own units. So it keeps its size in the world while the normalisation
        # changes.
        features = features + hparams["discriminator_noise"] * batch.feature_scale * batch.objective_noise
    rows = log_q(diayn, state._replace(params=params), features, batch.skill)
    weight = batch.weight * batch.skill_weight if diayn.config.prior_weighting else batch.weight
    return -jnp.sum(weight * rows)


def loss(diayn: DiaynContext, state: DiaynState, batch: Batch, hparams: HParams) -> Array:
    """Returns the cross-entropy, []. An encoder of images may descend it too."""
    return cross_entropy(state.params, diayn, state, batch, hparams)


def reward(diayn: DiaynContext, state: DiaynState, batch: Batch, hparams: HParams) -> Array:
    """Returns r = log q(z|φ(s')) − log p(z), [B]: see `equations.diversity_reward`."""
    del hparams
    return reward_of(diayn, state, log_probs(diayn, state, batch.next_features), batch.skill)


def reward_of(diayn: DiaynContext, state: DiaynState, log_probs: Array, skill: Array) -> Array:
    """Returns the reward [B] of skills [B, *], from log q(z|φ(s')) of all skills [B, K]."""
    log_p = of_skill(diayn, jnp.broadcast_to(log_prior_of(diayn, state), log_probs.shape), skill)
    return equations.diversity_reward(of_skill(diayn, log_probs, skill), log_p, diayn.config.add_log_p)


def score(diayn: DiaynContext, state: DiaynState, step: ScoredStep, hparams: HParams) -> Array:
    """Returns log q(z|φ(s')) in nats, [...]."""
    del hparams
    return log_q(diayn, state, step.next_features, step.skill)


def copy_skills(state: DiaynState, sources: Array) -> DiaynState:
    """Returns the state with copied outputs, [K] sources: see `Objective.copy_skills` and `OWN_SHARE`."""
    return state._replace(
        params=with_copied_outputs(state.params, sources, OWN_SHARE),
        opt_state=with_moments(state.opt_state, lambda moments: with_copied_outputs(moments, sources)),
    )


def policy_state(state: DiaynState) -> DiaynState:
    """Returns the state without the optimiser."""
    return state._replace(opt_state=())


# PPO's settings for ant, besides `ROBOTS_BY_PPO` (docs/background/presets.md).
_MORE_OF_ANT: dict[str, Any] = {
    "policy_hidden_sizes": (256, 256),
    "critic_hidden_sizes": (256, 256),
    "discriminator_noise": 1.0,
    "anneal_noise": True,
}

SPEC = ObjectiveSpec(
    make_diayn,
    DiaynSettings,
    skill_kinds=(CATEGORICAL, DIRICHLET),
    symmetric=True,
    unfit_for_symmetry=unfit_for_symmetry,
    env_defaults={
        # If an episode ends at unhealthy heights of the torso, skills are told apart sooner, in all of three
        # pairs. Why is not known. Measured with DIAYN on springs only (benchmarks/results/preset_diayn.md).
        # 5M steps gain 0.015 in mi_normalised over 3M.
        "ant/sac/cpu": {"terminate_when_unhealthy": "true", "num_env_steps": 3_000_000},
        "ant/sac/gpu": {"terminate_when_unhealthy": "true"},
        "ant/ppo/cpu": {**ROBOTS_BY_PPO, **_MORE_OF_ANT, "num_env_steps": 10_000_000},
        # The same numbers of minibatches and passes, on four times the environments. Not measured yet.
        "ant/ppo/gpu": {
            **ROBOTS_BY_PPO,
            **_MORE_OF_ANT,
            "num_envs": 4096,
            "batch_size": 8192,
            "num_env_steps": 40_000_000,
        },
        # By PPO's general settings mi_normalised ended at 0.01 to 0.20. One pass of the discriminator over a
        # rollout is better than four (docs/results/open_problems.md).
        "halfcheetah/ppo/cpu": {**ROBOTS_BY_PPO, "objective_epochs": 1},
        # Every episode has its own track. A discriminator that sees a row many times learns tracks by heart
        # instead of skills, so it learns from a rollout once, and sees few numbers (docs/results/skills.md).
        "car_racing": {"agent": "ppo", "episode_length": 60, "latent_size": 16},
        "car_racing/ppo": {
            "num_envs": 256,
            "rollout_length": 16,
            "epochs": 4,
            "batch_size": 512,
            "learning_rate": 5e-4,
            "encoder": "separate",
            "num_env_steps": 500_000,
        },
    },
)

# Islands: each run of a sweep has its own environments and policies, and all share one discriminator.
ISLANDS = SPEC._replace(shared_over_lanes=True)
