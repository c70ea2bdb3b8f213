"""The parts of an update, as works of scanned programs (see parts.py)."""

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
    """One round: the objective's update, its reward, and the agent's update, on a batch that stays."""
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
    """Loss, gradient and step of what the objective learns, and its reward."""

    def step(carry, fixed, made, key, i):
        del made, key
        state, total = carry
        batch, hparams = fixed
        state, reward = _objective_step(of, state, varied(batch, i), hparams)
        return (state, total + reward.sum()), 0

    steps = of.config.updates_per_iteration * of.config.objective_updates
    return _on_batches(of, step, (of.objective_state(), jnp.zeros(())), steps, ())


def _objective_step(of: Subject, state: Any, batch: Batch, hparams: Any) -> tuple[Any, jax.Array]:
    state, _ = of.trainer.objective.update(state, batch, hparams)
    return state, hparams["reward_scale"] * of.trainer.objective.reward(state, batch)


def critics(of: Subject) -> Work:
    """SAC's critics: targets, loss and gradient."""
    return _gradients(of, ("critics",))


def policy(of: Subject) -> Work:
    """SAC's policy and α: losses and gradients."""
    return _gradients(of, ("policy", "log_alpha"))


def _gradients(of: Subject, names: Iterable[str]) -> Work:
    """Gradients of some of the agent's parameters: what is not asked for, the compiler leaves out.

    The agent's own update, by an optimiser whose new parameters are the gradients, and on one device: what
    devices exchange would hold all of them.
    """
    handed_on = Optimizer(
        lambda params: (), lambda grads, state, *others, **more: (grads, state, jnp.zeros(()))
    )
    problem = of.trainer.problem._replace(optimizer=handed_on, axis=None)
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
    """The sum of the agent's gradients over the devices."""
    state = of.agent_state()

    def step(grads, fixed, made, key, i):
        del fixed, made, key, i
        return jax.tree.map(lambda x: x / of.devices, parallel.psum(grads, of.shard.axis)), 0

    steps = of.config.updates_per_iteration * of.config.agent_updates
    return Work(step, steps, (state.critics, state.policy), WHOLE)


def optimiser(of: Subject) -> Work:
    """The agent's steps: Adam's of critics, policy and α, and Polyak's of the targets."""
    adam, state = of.trainer.problem.optimizer, of.agent_state()
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
    """Work on a batch that is split, by hyperparameters and `more` that every device has."""
    fixed = (random_batch(of), of.hparams, *more)
    return Work(step, steps, carry, WHOLE, fixed, (SPLIT, *[WHOLE] * (len(fixed) - 1)))


def random_batch(of: Subject) -> Batch:
    """A batch of noise: an update costs the same whatever is in it."""
    trainer, problem, rows = of.trainer, of.trainer.problem, of.config.batch_size
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
        skill=trainer.skills.tile(jnp.arange(rows)),
        terminated=jnp.zeros(rows, bool),
        weight=jnp.full(rows, 1.0 / rows),
        skill_weight=jnp.ones(rows),
        agent_noise=jax.vmap(trainer.components.agent.noise)(jax.random.split(agent_key, rows)),
        objective_noise=jax.vmap(trainer.objective.noise)(jax.random.split(objective_key, rows)),
        extras=(),
    )
