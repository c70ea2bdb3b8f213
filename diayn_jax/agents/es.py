"""Evolution strategies: policies improve by the fitness of a population, without gradients.

Two strategies of evosax (Lange 2022, arXiv:2212.04180) search the policy's parameters θ:

- `open_es` (Salimans et al. 2017, arXiv:1703.03864): members θ_i = μ ± σ ε_i in mirrored pairs,
  ε_i ~ N(0, I). Their fitness becomes centred ranks F_i in [−½, ½], and Adam climbs Σ_i F_i ε_i / (P σ).
- `snes` (Wierstra et al. 2014, JMLR 15), separable natural evolution strategies: members μ + σ ⊙ ε_i.
  Ranked utilities u_i, which sum to 0, move μ by σ ⊙ Σ_i u_i ε_i, and change σ, a number for each parameter.

`learning_rate` scales the step of μ. A member acts without noise: exploration is the difference of members.
The policy that evaluation plays has the parameters μ.
"""

import dataclasses
import functools
import importlib.util
from collections.abc import Mapping
from typing import Any, NamedTuple

import chex
import jax
import jax.numpy as jnp
import optax

from diayn_jax import shell
from diayn_jax.agents import vision
from diayn_jax.agents.settings import PopulationSettings
from diayn_jax.config import AUTO, ConfigError, Range, field
from diayn_jax.interfaces import AgentSpec, PopulationAgent, ProblemSpec
from diayn_jax.networks import CategoricalPolicy, DeterministicPolicy
from diayn_jax.types import Array, HParams, Key, Metrics, Pixels, PyTree

OPEN_ES, SNES = "open_es", "snes"
_LEARNING_RATES = {OPEN_ES: 0.01, SNES: 1.0}  # those of the papers


@dataclasses.dataclass(frozen=True, kw_only=True)
class EsSettings(PopulationSettings):
    """The settings of evolution strategies."""

    strategy: str = field(OPEN_ES, "how the distribution of policies moves", "agent", choices=(OPEN_ES, SNES))
    learning_rate: float | str = field(
        AUTO,
        "step size of the distribution's mean; auto: 0.01 (Adam's) for open_es, 1 for snes",
        "agent",
        Range(above=0, words=(AUTO,)),
        traced=True,
        annealed=True,
    )
    sigma: float = field(
        0.05,
        "σ, standard deviation of the members' parameters around the mean; for snes, at the start",
        "agent",
        Range(above=0),
        traced=True,
        at_start=("strategy", SNES),
    )
    policy_hidden_sizes: tuple[int, ...] = field(
        (64, 64), "hidden layers of the policy", "agent", Range(low=1)
    )
    policy_layer_norm: bool = field(False, "layer norm in the policy", "agent")

    def check_settings(self) -> None:
        """Raises `ConfigError` if the members of a strategy with mirrored pairs are odd."""
        if self.strategy == OPEN_ES and self.population % 2:
            raise ConfigError(
                f"--population={self.population} is odd, but the members of --strategy={OPEN_ES} are pairs. "
                f"Give --population={self.population + 1}."
            )


def hparams(config: Any, action_size: int) -> Mapping[str, float]:
    """The values of the traced settings that may be `auto`."""
    del action_size
    rate = config.learning_rate
    return {"learning_rate": _LEARNING_RATES[config.strategy] if rate == AUTO else rate}


def following(config: Any) -> Mapping[str, Any]:
    """The values of the fields that follow from others: a generation plays whole episodes."""
    length = config.episode_length + 1
    return {"rollout_length": length, "epoch_steps": max(config.epoch_steps, config.num_envs * length)}


class EsState(NamedTuple):
    """The distribution of policies and the members of this generation."""

    policy: PyTree  # μ, as parameters of the policy's network
    population: PyTree  # leaves [P, ...]; () if the state only acts
    strategy: PyTree  # evosax's state; () if the state only acts


class EsContext(NamedTuple):
    """The static part of the agent: its settings, its network, and evosax's algorithm."""

    config: Any  # has the fields of `EsSettings`
    problem: ProblemSpec
    policy: DeterministicPolicy | CategoricalPolicy
    strategy: Any  # `evosax.algorithms.distribution_based.base.DistributionBasedAlgorithm`


def make_es(config: Any, problem: ProblemSpec) -> PopulationAgent:
    """Makes the agent, for actions of either kind. The config has the fields of `EsSettings`.

    Raises:
      ConfigError: evosax is not installed, or observations are images.
    """
    if importlib.util.find_spec("evosax") is None:
        raise ConfigError(f"--agent=es needs the package evosax: {shell.pip_install('diayn_jax[es]')}.")
    if problem.image_shape is not None:
        raise ConfigError(
            "--agent=es: observations are images, and a population does not learn an encoder. Use another "
            "agent, such as ppo."
        )
    network = DeterministicPolicy if problem.num_actions is None else CategoricalPolicy
    policy = network(problem.action_size, config.policy_hidden_sizes, config.policy_layer_norm)
    es = EsContext(config, problem, policy, _algorithm(config, _blank_parameters(problem, policy)))
    return PopulationAgent(
        init=functools.partial(init, es),
        act=functools.partial(act, es),
        population=lambda state: state.population,
        act_as=jax.vmap(functools.partial(actions, es)),
        update=functools.partial(update, es),
        policy_state=policy_state,
        fold_skill=functools.partial(
            vision.fold_skill, "policy", vision.policy_input_size(problem), policy_state
        ),
    )


def _algorithm(config: Any, parameters: PyTree) -> Any:
    """Returns evosax's algorithm. Its steps have a step size of 1; `update` scales them."""
    from evosax.algorithms.distribution_based.open_es import Open_ES
    from evosax.algorithms.distribution_based.snes import SNES as Snes

    if config.strategy == SNES:
        return Snes(config.population, parameters, fitness_shaping_fn=_utilities)
    adam = optax.chain(optax.scale_by_adam(config.adam_b1, config.adam_b2), optax.scale(-1.0))
    return Open_ES(config.population, parameters, optimizer=adam)


def _utilities(population: PyTree, fitness: Array, state: Any, parameters: Any) -> Array:
    """Returns the utilities of members by their rank, [P]; members of the same fitness share theirs.

    So they sum to 0 with ties, too, and equal fitness moves nothing. evosax's own do not.
    """
    del population, state
    by_rank = parameters.weights[jnp.argsort(jnp.argsort(fitness))]
    same = fitness[:, None] == fitness
    return jnp.sum(same * by_rank, axis=1) / jnp.sum(same, axis=1)


def _blank_parameters(problem: ProblemSpec, policy: Any) -> PyTree:
    """Returns parameters of the policy's network that are 0."""
    inputs = jnp.zeros((1, vision.policy_input_size(problem))), jnp.zeros((1, problem.skills.size))
    shapes = jax.eval_shape(policy.init, jax.eval_shape(lambda: jax.random.key(0)), *inputs)
    return jax.tree.map(lambda x: jnp.zeros(x.shape, x.dtype), shapes)


def init(es: EsContext, key: Key, hparams: HParams) -> EsState:
    """Returns an untrained distribution, and its first generation."""
    policy_key, strategy_key, ask_key = jax.random.split(key, 3)
    seen = jnp.zeros((1, vision.policy_input_size(es.problem)))
    policy = es.policy.init(policy_key, seen, jnp.zeros((1, es.problem.skills.size)))
    strategy = es.strategy.init(strategy_key, policy, _parameters(es, hparams))
    return _next_generation(es, _finite(strategy), ask_key, hparams)


def _parameters(es: EsContext, hparams: HParams) -> Any:
    """Returns evosax's parameters of the strategy."""
    parameters = es.strategy.default_params
    return parameters.replace(std_init=hparams["sigma"]) if es.config.strategy == SNES else parameters


def _finite(strategy: Any) -> Any:
    """Returns evosax's state without its best member.

    The objective changes, so fitness is comparable within a generation only. Before the first generation,
    evosax's best fitness is infinite and its best member NaN, as if the run had diverged.
    """
    strategy = strategy.replace(best_solution=jnp.zeros(()), best_fitness=jnp.zeros(()))
    # evosax counts generations by a Python number. Arrays of JAX's own types keep the program's types.
    return jax.tree.map(lambda x: jnp.asarray(x, jnp.result_type(x)), strategy)


def _next_generation(es: EsContext, strategy: Any, key: Key, hparams: HParams) -> EsState:
    """Draws the members of a generation."""
    if es.config.strategy == OPEN_ES:
        strategy = strategy.replace(std=jnp.copy(hparams["sigma"]))
    population, strategy = es.strategy.ask(key, strategy, _parameters(es, hparams))
    return EsState(es.strategy.get_mean(strategy), population, strategy)


def actions(es: EsContext, policy: PyTree, obs: Array | Pixels, skill: Array) -> Array:
    """Returns the actions of a policy: obs [B, S], skill [B, ...] -> [B, A], or [B] int32."""
    assert not isinstance(obs, Pixels)
    out = es.policy.apply(policy, vision.policy_part(es.problem, obs), es.problem.skills.encode(skill))
    return out if es.problem.num_actions is None else jnp.argmax(out, axis=-1).astype(jnp.int32)


def act(es: EsContext, state: EsState, obs: Array | Pixels, skill: Array, keys: Key | None) -> Array:
    """Returns the actions of the distribution's mean, [E, A] or [E], with or without keys."""
    del keys
    return actions(es, state.policy, obs, skill)


def update(
    es: EsContext, state: EsState, fitness: Array, key: Key, hparams: HParams
) -> tuple[EsState, Metrics]:
    """Moves the distribution by the fitness [P] of its members, and draws the next generation."""
    chex.assert_shape(fitness, (es.config.population,))
    tell_key, ask_key = jax.random.split(key)
    old = state.strategy
    # evosax minimises.
    told, _ = es.strategy.tell(tell_key, state.population, -fitness, old, _parameters(es, hparams))
    mean = old.mean + hparams["learning_rate"] * (told.mean - old.mean)
    new = _next_generation(es, _finite(told.replace(mean=mean)), ask_key, hparams)
    return new, {
        "fitness_mean": fitness.mean(),
        "fitness_best": fitness.max(),
        "fitness_spread": fitness.std(),
        "population_sigma": jnp.mean(new.strategy.std),
    }


def policy_state(state: EsState) -> EsState:
    """Returns the state without the population and the strategy, which only train."""
    return state._replace(population=(), strategy=())


SPEC = AgentSpec(
    make_es,
    EsSettings,
    hparams,
    discrete_actions=True,
    vector_actions=True,
    # Ten environments for each of 32 members, one for each of ten skills. There is no replay to fill: random
    # actions only serve the first normalisation.
    defaults={"num_envs": 320, "warmup_steps": 2_000},
    preset_defaults={"gpu": {"num_envs": 4096, "population": 256}},
    following=following,
)
