"""Makes the parts of an update, as works of scanned programs (see parts.py)."""

from collections.abc import Callable, Iterable
from typing import Any

import jax
import jax.numpy as jnp

from benchmarks.programs import SPLIT, WHOLE, Subject, Work, varied
from diayn_jax import agents, envs, equations, parallel
from diayn_jax.interfaces import Agent
from diayn_jax.optimizer import Optimizer
from diayn_jax.types import Batch


def update(of: Subject) -> Work:
    """Runs one round on a fixed batch: the objective's update, its reward, and the agent's update."""
    agent = of.trainer.components.agent
    assert isinstance(agent, Agent)

    def step(carry, fixed, made, key, i):
        del made, key
        (agent_state, objective_state), (batch, hparams) = carry, fixed
        batch = varied(batch, i)
        objective_state, reward = _objective_step(of, objective_state, batch, hparams)
        agent_state, _ = agent.update(agent_state, batch, reward, hparams)
        return (agent_state, objective_state), 0

    carry = (of.agent_state(), of.objective_state())
    return _on_batches(of, step, carry, of.config.updates_per_iteration, ())


def objective(of: Subject) -> Work:
    """Runs loss, gradient and optimiser step of the objective, and its reward."""

    def step(carry, fixed, made, key, i):
        del made, key
        state, total = carry
        batch, hparams = fixed
        state, reward = _objective_step(of, state, varied(batch, i), hparams)
        return (state, total + reward.sum()), 0

    steps = of.config.updates_per_iteration * of.config.objective_updates
    return _on_batches(of, step, (of.objective_state(), jnp.zeros(())), steps, ())


def _objective_step(of: Subject, state: Any, batch: Batch, hparams: Any) -> tuple[Any, jax.Array]:
    state, _ = of.trainer.components.objective.update(state, batch, hparams)
    return state, hparams["reward_scale"] * of.trainer.components.objective.reward(state, batch, hparams)


def critics(of: Subject) -> Work:
    """Computes targets, loss and gradient of SAC's critics."""
    return _gradients(of, ("critics",))


def policy(of: Subject) -> Work:
    """Computes losses and gradients of SAC's policy and α."""
    return _gradients(of, ("policy", "log_alpha"))


def _gradients(of: Subject, names: Iterable[str]) -> Work:
    """Computes gradients of some of the agent's parameters; the compiler drops the others.

    This is the agent's own update, with an optimiser that returns the gradients as new parameters. It runs
    without exchange between devices, because an exchange would need all gradients.
    """
    handed_on = Optimizer(
        lambda params: (), lambda grads, state, *others, **more: (grads, state, jnp.zeros(()))
    )
    problem = of.trainer.components.problem._replace(optimizer=handed_on, axes=())
    agent = agents.spec(of.config.agent).make(of.config, problem)
    assert isinstance(agent, Agent)

    def step(carry, fixed, made, key, i):
        del carry, made, key
        batch, hparams, agent_state = fixed
        new, _ = agent.update(agent_state, varied(batch, i), batch.reward, hparams)
        return {name: getattr(new, name) for name in names}, 0

    agent_state = of.agent_state()
    carry = jax.tree.map(jnp.zeros_like, {name: getattr(agent_state, name) for name in names})
    steps = of.config.updates_per_iteration * of.config.agent_updates
    return _on_batches(of, step, carry, steps, (agent_state,))


def exchange(of: Subject) -> Work:
    """Sums the agent's gradients over the devices."""
    state = of.agent_state()

    def step(grads, fixed, made, key, i):
        del fixed, made, key, i
        return jax.tree.map(lambda x: x / of.devices, parallel.psum(grads, of.shard.axes)), 0

    steps = of.config.updates_per_iteration * of.config.agent_updates
    return Work(step, steps, (state.critics, state.policy), WHOLE)


def optimiser(of: Subject) -> Work:
    """Runs the agent's steps: Adam for critics, policy and α, and Polyak averaging for the targets."""
    adam, state = of.trainer.components.problem.optimizer, of.agent_state()
    learned = ("critics", "policy", "log_alpha")

    def step(carry, fixed, made, key, i):
        del made, key
        params, moments, targets = carry
        grads, hparams = fixed
        rate, max_norm = hparams["learning_rate"], hparams["max_grad_norm"]
        new = {
            name: adam.step(varied(grads[name], i), moments[name], params[name], rate, max_norm=max_norm)
            for name in learned
        }
        params, moments = ({name: each[place] for name, each in new.items()} for place in (0, 1))
        targets = jax.tree.map(
            lambda online, target: equations.polyak(online, target, hparams["tau"]),
            params["critics"],
            targets,
        )
        return (params, moments, targets), 0

    params = {name: getattr(state, name) for name in learned}
    grads = jax.tree.map(lambda x: 1e-3 * jax.random.normal(of.key, x.shape), params)
    carry = (params, {name: adam.init(x) for name, x in params.items()}, state.target_critics)
    steps = of.config.updates_per_iteration * of.config.agent_updates
    return Work(step, steps, carry, WHOLE, (grads, of.hparams), WHOLE)


def _on_batches(of: Subject, step: Callable[..., Any], carry: Any, steps: int, more: tuple[Any, ...]) -> Work:
    """Makes work on a batch that is split over devices; hyperparameters and `more` are replicated."""
    fixed = (random_batch(of), of.hparams, *more)
    return Work(step, steps, carry, WHOLE, fixed, (SPLIT, *[WHOLE] * (len(fixed) - 1)))


def random_batch(of: Subject) -> Batch:
    """Returns a batch of noise; the cost of an update does not depend on its content."""
    trainer, problem, rows = of.trainer, of.trainer.components.problem, of.config.batch_size
    obs_key, next_key, action_key, *feature_keys, agent_key, objective_key = jax.random.split(of.key, 7)
    features, next_features = (jax.random.normal(k, (rows, problem.feature_size)) for k in feature_keys)
    return Batch(
        obs=jax.random.normal(obs_key, (rows, problem.input_size)),
        next_obs=jax.random.normal(next_key, (rows, problem.input_size)),
        features=features,
        next_features=next_features,
        feature_scale=jnp.ones((rows, problem.feature_size)),
        action=jax.vmap(lambda k: envs.random_action(trainer.env, k))(jax.random.split(action_key, rows)),
        reward=jnp.zeros(rows),
        skill=trainer.components.skills.tile(jnp.arange(rows)),
        terminated=jnp.zeros(rows, bool),
        weight=jnp.full(rows, 1.0 / rows),
        skill_weight=jnp.ones(rows),
        agent_noise=jax.vmap(trainer.components.agent.noise)(jax.random.split(agent_key, rows)),
        objective_noise=jax.vmap(trainer.components.objective.noise)(jax.random.split(objective_key, rows)),
        extras=(),
    )
