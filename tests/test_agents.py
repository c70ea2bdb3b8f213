"""Every agent of the table keeps the contract."""

import jax
import jax.numpy as jnp
import pytest
from probes import blank_batch, hparams_of, tiny_config, tiny_problem

from diayn_jax import agents, skills

BATCH, SKILLS, OBS, ACTIONS = 8, 2, 3, 2


@pytest.mark.parametrize("name", agents.AGENTS)
@pytest.mark.parametrize("space", ["categorical", "sphere:2", "none"])
def test_every_agent_keeps_the_contract(name, space):
    spec = agents.spec(name)
    problem = tiny_problem(
        skills=skills.make_skills(space, SKILLS),
        input_size=OBS,
        action_size=ACTIONS,
        num_actions=ACTIONS if spec.discrete_actions else None,
    )
    config = tiny_config(agent=name)
    hparams = hparams_of(config, ACTIONS)
    agent = spec.make(config, problem)
    state = jax.jit(agent.init)(jax.random.key(0), hparams)
    shape = (BATCH,) if spec.discrete_actions else (BATCH, ACTIONS)
    obs, next_obs = jax.random.normal(jax.random.key(1), (2, BATCH, OBS))
    b = blank_batch(
        BATCH,
        obs=obs,
        next_obs=next_obs,
        action=jnp.zeros(shape, jnp.int32 if spec.discrete_actions else jnp.float32),
        agent_noise=jax.vmap(agent.noise)(jax.random.split(jax.random.key(4), BATCH)),
        skill=problem.skills.tile(jnp.arange(BATCH)),
    )
    new, metrics = jax.jit(lambda *args: agent.update(*args, None))(state, b, jnp.ones(BATCH), hparams)
    assert jax.tree.map(jnp.shape, new) == jax.tree.map(jnp.shape, state)
    assert jax.tree.map(lambda x: x.dtype, new) == jax.tree.map(lambda x: x.dtype, state)
    assert all(jnp.shape(x) == () and jnp.isfinite(x) for x in metrics.values())
    for keys in (jax.random.split(jax.random.key(3), BATCH), None):
        action = agent.act(new, b.obs, b.skill, keys)
        assert action.shape == shape
        if spec.discrete_actions:
            assert action.dtype == jnp.int32
            assert ((action >= 0) & (action < ACTIONS)).all()
        else:
            assert (jnp.abs(action) <= 1).all()
