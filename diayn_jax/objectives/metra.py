"""METRA: reward changes of a learned map φ in the skill's direction (Park et al. 2024, arXiv:2310.08887).

Training limits the change of φ in one step of the environment to at most 1. So states that are far apart in φ
are many steps apart, and skills have to travel. On a batch of (s, z, s'), with Δφ = φ(s') − φ(s) and the
constraint's slack c = min(ε, 1 − ‖Δφ‖²), the steps of the paper's algorithm 1 are

    φ climbs        Σ_b w_b (Δφ_b · z_b + λ c_b)
    log λ descends  with the gradient Σ_b w_b c_b
    reward          r = Δφ · z

w_b are the batch's weights. The input of φ is what `--features` names. In this project's other modules φ
stands for those features; the learned map is called the representation. `relabelling` has the settings by
which rows get other skills than those that acted.
"""

import dataclasses
import functools
from collections.abc import Mapping
from typing import Any, NamedTuple

import chex
import jax
import jax.numpy as jnp

from diayn_jax import equations, parallel
from diayn_jax.config import AUTO, CATEGORICAL, DIRICHLET, ROBOTS_BY_PPO, Range, field
from diayn_jax.interfaces import (
    Diagnosis,
    EpisodeAccess,
    Objective,
    ObjectiveSpec,
    ProblemSpec,
    empty_noise,
)
from diayn_jax.networks import MLP
from diayn_jax.objectives import relabelling
from diayn_jax.objectives.maps import MapSettings, along, step_map
from diayn_jax.objectives.relabelling import RelabelSettings
from diayn_jax.symmetry import SymmetricMLP, unfit_sizes
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, PyTree, ScoredStep


@dataclasses.dataclass(frozen=True, kw_only=True)
class MetraSettings(RelabelSettings, MapSettings):
    """The settings of METRA."""

    dual_learning_rate: float = field(
        1e-4, "Adam's step size for log λ", "objective", Range(above=0), traced=True, annealed=True
    )
    dual_lambda: float = field(
        30.0,
        "λ at the start: weight of the bound on the representation's steps",
        "objective",
        Range(above=0),
        traced=True,
        at_start=True,
    )
    dual_slack: float = field(
        1e-3, "ε, the largest slack of that bound that counts", "objective", Range(above=0), traced=True
    )
    step_norm: str = field(
        "sum",
        "the squared length of a step of φ, which is bounded by 1: the sum over dimensions (the paper), or "
        "the mean (the authors' code)",
        "objective",
        choices=("sum", "mean"),
    )


class MetraState(NamedTuple):
    """The representation φ, the dual variable λ, and their optimisers."""

    params: PyTree
    opt_state: PyTree
    log_lambda: Array  # []
    lambda_opt: PyTree
    average: PyTree = ()  # the running average of the parameters, φ̄; () unless rows are relabelled


class MetraContext(NamedTuple):
    """The static part of the objective: its settings, and its network without parameters."""

    config: Any  # has the fields of `MetraSettings`
    problem: ProblemSpec
    network: MLP | SymmetricMLP


def make_metra(config: Any, problem: ProblemSpec) -> Objective:
    """Makes the METRA objective, for skills of any kind. The config has the fields of `MetraSettings`.

    The representation has as many dimensions as the encoded skill: d, or K for categorical skills. The
    reward uses the centred one-hot of a categorical skill, and the centred mixture of others
    (`equations.centred_one_hot`); networks get them as they are.
    """
    sizes, symmetry = config.representation_hidden_sizes, problem.symmetry
    relabelling.check(config, problem.skills)
    network = MLP(sizes, problem.skills.size) if symmetry is None else SymmetricMLP(symmetry, sizes)
    metra = MetraContext(config, problem, network)
    relabels_agent = relabelling.is_for_agent(config)
    return Objective(
        init=functools.partial(init, metra),
        update=functools.partial(update, metra),
        reward=functools.partial(reward, metra),
        score=functools.partial(reward, metra),
        embed=lambda state, features: metra.network.apply(state.params, features),
        policy_state=policy_state,
        noise=relabelling.noise if relabels_agent else empty_noise,
        episode=EpisodeAccess(config.relabel_steps) if relabelling.is_on(config) else None,
        relabel=functools.partial(relabel, metra) if relabels_agent else None,
    )


def init(metra: MetraContext, key: Key, hparams: HParams) -> MetraState:
    """Returns the state of an untrained representation, with λ = `dual_lambda`."""
    adam = metra.problem.optimizer
    params = metra.network.init(key, jnp.zeros((1, metra.problem.feature_size)))
    log_lambda = jnp.log(hparams["dual_lambda"])
    # A copy, because a donated state must not hold one buffer twice.
    average = jax.tree.map(jnp.copy, params) if relabelling.is_on(metra.config) else ()
    return MetraState(params, adam.init(params), log_lambda, adam.init(log_lambda), average)


def reward_and_step(
    metra: MetraContext, params: PyTree, features: Array, next_features: Array, skill: Array
) -> tuple[Array, Array]:
    """Returns r = Δφ · z [...] and Δφ [..., d], from features [..., F] and skills [..., *]."""
    step = metra.network.apply(params, next_features) - metra.network.apply(params, features)
    return along(metra.problem.skills, step, skill), step


def relabel(metra: MetraContext, state: MetraState, batch: Batch, hparams: HParams) -> Array:
    """Returns the skills from which the agent learns, [B, d]."""
    del hparams
    return relabelling.for_agent(metra.config, functools.partial(metra.network.apply, state.average), batch)


def update(
    metra: MetraContext, state: MetraState, batch: Batch, hparams: HParams
) -> tuple[MetraState, Metrics]:
    """Takes one optimiser step of φ and one of λ on a batch [B], both at the given parameters."""
    chex.assert_equal_shape([batch.features, batch.next_features])
    adam, relabels = metra.problem.optimizer, metra.config.relabel_map
    if relabels:
        represent = functools.partial(metra.network.apply, state.average)
        batch = batch._replace(skill=relabelling.for_map(represent, batch))
    found = jax.value_and_grad(representation_loss, has_aux=True)(
        state.params, metra, state.log_lambda, batch, hparams
    )
    (value, (slack, square, uniformity)), grads = parallel.psum(found, metra.problem.axes)
    params, opt_state, metrics = step_map(adam, grads, state.opt_state, state.params, hparams)
    # λ descends log λ · Σ_b w_b c_b. The gradient with respect to log λ is the mean slack.
    log_lambda, lambda_opt, _ = adam.step(
        slack, state.lambda_opt, state.log_lambda, hparams["dual_learning_rate"]
    )
    metrics |= {
        "representation_loss": value,
        "lambda": jnp.exp(state.log_lambda),
        "phi_step": square,
        "phi_penalty": slack,
    }
    if relabels:
        metrics["uniformity_loss"] = uniformity
    average = (
        equations.polyak(params, state.average, hparams["relabel_average_rate"]) if state.average else ()
    )
    return MetraState(params, opt_state, log_lambda, lambda_opt, average), metrics


def representation_loss(
    params: PyTree, metra: MetraContext, log_lambda: Array, batch: Batch, hparams: HParams
) -> tuple[Array, tuple[Array, Array, Array]]:
    """Returns −Σ_b w_b (r_b + λ c_b), [], and the means of c and of ‖Δφ‖², and the uniformity loss, [] each.

    c = min(ε, 1 − ‖Δφ‖²) is positive where the bound holds.
    With `relabel_map`, the loss includes `uniformity_weight` times the uniformity loss.
    """
    forward, step = reward_and_step(metra, params, batch.features, batch.next_features, batch.skill)
    square, uniformity = squared_step(metra, step), jnp.zeros(())
    slack = jnp.minimum(hparams["dual_slack"], 1.0 - square)
    chex.assert_equal_shape([forward, slack, batch.weight])
    value = -jnp.sum(batch.weight * (forward + jnp.exp(log_lambda) * slack))
    if metra.config.relabel_map:
        represent = functools.partial(metra.network.apply, params)
        uniformity = relabelling.uniformity(represent, batch, metra.problem.axes)
        value += hparams["uniformity_weight"] * uniformity
    return value, (jnp.sum(batch.weight * slack), jnp.sum(batch.weight * square), uniformity)


def squared_step(metra: MetraContext, step: Array) -> Array:
    """Returns ‖Δφ‖², whose bound is 1: [..., d] -> [...]; see `step_norm`."""
    return jnp.sum(step**2, axis=-1) if metra.config.step_norm == "sum" else jnp.mean(step**2, axis=-1)


def reward(metra: MetraContext, state: MetraState, step: Batch | ScoredStep, hparams: HParams) -> Array:
    """Returns r = Δφ · z, [...]: at most 1 if ‖z‖ = 1 and the constraint holds."""
    del hparams
    return reward_and_step(metra, state.params, step.features, step.next_features, step.skill)[0]


def policy_state(state: MetraState) -> MetraState:
    """Returns the state without the optimisers and the running average."""
    return state._replace(opt_state=(), lambda_opt=(), average=())


def diagnose(config: Any, metrics: Mapping[str, float | None]) -> Diagnosis | None:
    """Returns METRA's failure if an epoch shows it: λ < λ_0/5 while ‖Δφ‖² is below a tenth of its bound."""
    start, weight, step = config.dual_lambda, metrics.get("train/lambda"), metrics.get("train/phi_step")
    if weight is None or step is None or weight >= 0.2 * start or step >= 0.1:
        return None
    more = "--objective_epochs" if config.on_policy else "--updates_per_iteration"
    return Diagnosis(
        f"METRA fails: λ {weight:.2g} of {start:g}, ‖Δφ‖² {step:.2g}",
        f"METRA fails: λ fell from {start:g} to {weight:.2g}, but a step moves φ by only {step:.2g} "
        "(squared; near 1 when healthy). Put the position among --features (xy, obs+xy), or raise "
        f"--episode_length or {more}.",
    )


# See docs/background/presets.md. The reward is a change of the map, and velocities determine it. Without its
# position, a robot learns sooner, and its skills work from every starting point.
_TRAVELLER: dict[str, Any] = {
    "discount": 0.995,
    "agent_sees_features": False,
    "policy_hidden_sizes": (256, 256),
    "critic_hidden_sizes": (256, 256),
}

SPEC = ObjectiveSpec(
    make_metra,
    MetraSettings,
    skill_space="sphere:2",
    skill_kinds=(CATEGORICAL, "sphere", "gaussian", "box", DIRICHLET),
    diagnose=diagnose,
    symmetric=True,
    unfit_for_symmetry=lambda config, order: unfit_sizes(
        config.representation_hidden_sizes, order, "representation_hidden_sizes"
    ),
    # Two episodes for each of 64 probe skills tell as much as ten episodes for each of ten skills.
    defaults={"eval_episodes": 2},
    env_defaults={
        # 16 skills and episodes of 200 steps, as METRA's authors have. docs/background/presets.md has the
        # other sources.
        "halfcheetah": {
            "skill_space": CATEGORICAL,
            "num_skills": 16,
            "episode_length": 200,
            "updates_per_iteration": 32,
            "num_env_steps": 1_500_000,
        },
        "ant": {"agent": "ppo", **_TRAVELLER},
        "ant/sac": {"target_entropy": -8.0, "num_env_steps": 2_500_000},
        # PPO takes more steps, each of which costs less: it goes farther in the same time.
        "ant/ppo": {**ROBOTS_BY_PPO, "symmetry": AUTO, "num_env_steps": 8_000_000},
        # The same numbers of minibatches and passes, on sixteen times the environments: on an H100, steps are
        # nearly twice as fast as on 4096 (benchmarks/results/accelerator_h100.md).
        "ant/ppo/gpu": {
            "num_envs": 16384,
            "batch_size": 32768,
            "epoch_steps": 1_572_864,
            "num_env_steps": 60_000_000,
        },
        # With MuJoCo's own contacts, the ant falls on its back and does not get up again. By PPO it goes
        # nearly twice as far with all its strength and episodes that end then; by SAC, not measured.
        "ant:native": {"actuator_strength": 0.3},
        "ant/ppo:native": {"actuator_strength": 1.0, "terminate_when_unhealthy": "true"},
        "humanoid": {"agent": "ppo", **_TRAVELLER},
        # If a fall ends the episode, it walks upright. With ant's rate and passes it falls again later.
        "humanoid/ppo": {
            **ROBOTS_BY_PPO,
            "epochs": 2,
            "learning_rate": 3e-4,
            "symmetry": AUTO,
            "terminate_when_unhealthy": "true",
            "num_env_steps": 10_000_000,
        },
        # Along a track there are two directions. A robot that may fall lies there, and hardly moves again.
        "hopper": {
            "agent": "ppo",
            **_TRAVELLER,
            "features": "x",
            "skill_space": CATEGORICAL,
            "num_skills": 2,
            "terminate_when_unhealthy": "true",
        },
        "hopper/ppo": {**ROBOTS_BY_PPO, "num_env_steps": 4_000_000},
    },
)
