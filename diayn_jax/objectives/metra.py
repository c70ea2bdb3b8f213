"""METRA: reward steps of a learned map φ of the state along the skill (Park et al. 2024, arXiv:2310.08887).

φ maps so that one step of the environment moves it by 1 at most, so that what is far apart in φ is
far apart in steps: skills have to travel. Here the map's input is what `--features` names, and the
map is called the representation, since φ is the name of those features elsewhere.
"""

import dataclasses
from collections.abc import Mapping
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax import equations, parallel
from diayn_jax.config import CATEGORICAL, field
from diayn_jax.interfaces import Diagnosis, Objective, ObjectiveSpec, ProblemSpec
from diayn_jax.networks import MLP
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, PyTree


@dataclasses.dataclass(frozen=True, kw_only=True)
class MetraSettings:
    """The settings of METRA."""

    representation_hidden_sizes: tuple[int, ...] = field(
        (64, 64), "hidden layers of the representation φ", "objective", low=1
    )
    representation_learning_rate: float = field(
        1e-3, "Adam's step size for the representation φ", "objective", above=0, traced=True, annealed=True
    )
    dual_learning_rate: float = field(
        1e-4, "Adam's step size for log λ", "objective", above=0, traced=True, annealed=True
    )
    dual_lambda: float = field(
        30.0, "λ at the start: weight of the bound on the representation's steps", "objective", above=0,
        traced=True,
    )  # fmt: skip
    dual_slack: float = field(
        1e-3, "ε, the slack of that bound that counts at most", "objective", above=0, traced=True
    )
    step_norm: str = field(
        "sum",
        "the squared length of a step of φ that is bounded by 1: the sum over dimensions (the paper), or "
        "their mean (the authors' code)",
        "objective",
        choices=("sum", "mean"),
    )


class MetraState(NamedTuple):
    """The representation φ, the dual variable λ, and their optimisers."""

    params: PyTree
    opt_state: PyTree
    log_lambda: Array  # []
    lambda_opt: PyTree


def make_metra(config: Any, problem: ProblemSpec) -> Objective:
    """The METRA objective: r = (φ(s') − φ(s)) · z, with ‖φ(s') − φ(s)‖² ≤ 1.

    The representation has as many dimensions as networks get of a skill: d, or K of categorical
    skills, whose one-hot z is centred in the reward alone (`equations.centred_one_hot`).

    Args:
      config: with `MetraSettings`.
      problem: of any skills.
    """
    skills, adam, axis = problem.skills, problem.optimizer, problem.axis
    network = MLP(config.representation_hidden_sizes, skills.size)
    countable = skills.num_skills is not None

    def init(key: Key, hparams: HParams) -> MetraState:
        params = network.init(key, jnp.zeros((1, problem.feature_size)))
        log_lambda = jnp.log(hparams["dual_lambda"])
        return MetraState(params, adam.init(params), log_lambda, adam.init(log_lambda))

    def embed(state: MetraState, features: Array) -> Array:
        return network.apply(state.params, features)

    def along(params: PyTree, features: Array, next_features: Array, skill: Array) -> tuple[Array, Array]:
        """The reward [...], and the representation's step [..., d]."""
        step = network.apply(params, next_features) - network.apply(params, features)
        direction = skills.encode(skill)
        if countable:
            direction = equations.centred_one_hot(direction)
        return jnp.sum(step * direction, axis=-1), step

    def constraint(step: Array, hparams: HParams) -> Array:
        """min(ε, 1 − ‖Δφ‖²): positive where the step is short enough, [...]."""
        square = jnp.sum(step**2, axis=-1) if config.step_norm == "sum" else jnp.mean(step**2, axis=-1)
        return jnp.minimum(hparams["dual_slack"], 1.0 - square)

    def update(state: MetraState, batch: Batch, hparams: HParams):
        """One step of φ on −Σ_b w_b (r_b + λ min(ε, 1 − ‖Δφ_b‖²)), and one of λ on log λ · that penalty."""

        def loss(params: PyTree):
            reward, step = along(params, batch.features, batch.next_features, batch.skill)
            penalty = constraint(step, hparams)
            value = -jnp.sum(batch.weight * (reward + jnp.exp(state.log_lambda) * penalty))
            square = jnp.sum(step**2, axis=-1)
            return value, (jnp.sum(batch.weight * penalty), jnp.sum(batch.weight * square))

        (value, (penalty, square)), grads = parallel.psum(
            jax.value_and_grad(loss, has_aux=True)(state.params), axis
        )
        params, opt_state, norm = adam.step(
            grads,
            state.opt_state,
            state.params,
            hparams["representation_learning_rate"],
            max_norm=hparams["max_grad_norm"],
        )
        log_lambda, lambda_opt, _ = adam.step(
            penalty, state.lambda_opt, state.log_lambda, hparams["dual_learning_rate"]
        )
        metrics: Metrics = {
            "representation_loss": value,
            "grad_norm_representation": norm,
            "lambda": jnp.exp(state.log_lambda),
            "phi_step": square,
            "phi_penalty": penalty,
        }
        return MetraState(params, opt_state, log_lambda, lambda_opt), metrics

    def reward(state: MetraState, batch: Batch) -> Array:
        return along(state.params, batch.features, batch.next_features, batch.skill)[0]

    def score(state: MetraState, features: Array, next_features: Array, skill: Array, env_reward: Array):
        """The step of φ along z: 1 at most where ‖z‖ = 1 and the bound holds."""
        del env_reward
        return along(state.params, features, next_features, skill)[0]

    def policy_state(state: MetraState) -> MetraState:
        return state._replace(opt_state=(), lambda_opt=())

    return Objective(init, update, reward, score, embed=embed, policy_state=policy_state)


def diagnose(config: Any, metrics: Mapping[str, float | None]) -> Diagnosis | None:
    """METRA's failure: λ is below a fifth of its start, and ‖Δφ‖² below a tenth of its bound."""
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


SPEC = ObjectiveSpec(
    make_metra,
    MetraSettings,
    skills="sphere:2",
    skill_kinds=(CATEGORICAL, "sphere", "gaussian", "box"),
    diagnose=diagnose,
    # Of 64 skills that stand for all others, two episodes each say what ten of ten skills do.
    defaults={"eval_episodes": 2},
    env_defaults={
        # 16 skills along a line, episodes of 200 steps: as METRA's authors. The rest: docs/presets.md.
        "halfcheetah": {
            "skills": CATEGORICAL,
            "num_skills": 16,
            "episode_length": 200,
            "updates_per_iteration": 32,
            "num_env_steps": 1_500_000,
        },
        # docs/presets.md. The reward is of how the map changes, which velocities tell: without its position
        # ant learns sooner, and its skills work wherever they are started.
        "ant": {
            "discount": 0.995,
            "target_entropy": -8.0,
            "agent_sees_features": False,
            "policy_hidden_sizes": (256, 256),
            "critic_hidden_sizes": (256, 256),
            "num_env_steps": 2_500_000,
        },
        # MuJoCo's own contacts turn it over, and it does not come back up.
        "ant:native": {"actuator_strength": 0.3},
    },
)
