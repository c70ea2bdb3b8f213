"""Every row of the agents' table keeps the contract of an agent."""

import jax
import jax.numpy as jnp
import pytest
from probes import blank_batch, hparams_of, tiny_config, tiny_problem

from diayn_jax import agents, skills
from diayn_jax.interfaces import RolloutBatch
from diayn_jax.training.compatibility import takes

BATCH, SKILLS, OBS, ACTIONS = 8, 2, 3, 2


KINDS = [(name, x) for name in agents.AGENTS for x in (False, True) if takes(agents.spec(name), x)]


def test_there_is_an_agent_for_either_kind_of_action():
    assert {kind for _, kind in KINDS} == {False, True}


# Skills and discrete actions have nothing to do with each other, so each agent has the other kinds of skills
# with one kind of action.
OTHER_SKILLS = [(*row, space) for row in dict(reversed(KINDS)).items() for space in ("sphere:2", "none")]


@pytest.mark.parametrize(
    ("name", "discrete", "space"), [(*row, "categorical") for row in KINDS] + OTHER_SKILLS
)
def test_every_agent_keeps_the_contract(name, discrete, space):
    spec = agents.spec(name)
    problem = tiny_problem(
        skills=skills.make_skills(space, SKILLS),
        input_size=OBS,
        action_size=ACTIONS,
        num_actions=ACTIONS if discrete else None,
    )
    config = tiny_config(agent=name)
    hparams = hparams_of(config, ACTIONS)
    agent = spec.make(config, problem)
    state = jax.jit(agent.init)(jax.random.key(0), hparams)
    shape = (BATCH,) if discrete else (BATCH, ACTIONS)
    obs, next_obs = jax.random.normal(jax.random.key(1), (2, BATCH, OBS))
    b = blank_batch(
        BATCH,
        obs=obs,
        next_obs=next_obs,
        features=jnp.zeros((BATCH, problem.feature_size)),
        next_features=jnp.ones((BATCH, problem.feature_size)),
        action=jnp.zeros(shape, jnp.int32 if discrete else jnp.float32),
        agent_noise=jax.vmap(agent.noise)(jax.random.split(jax.random.key(4), BATCH)),
        skill=problem.skills.tile(jnp.arange(BATCH)),
    )
    if getattr(agent, "raw_features", False):
        b = b._replace(raw_features=b.features, next_raw_features=b.next_features)
    if agent.step is not None:
        keys, first = jax.random.split(jax.random.key(5), BATCH), jnp.arange(BATCH) % 2 == 0
        start, phi = agent.start(state, keys), jnp.zeros((BATCH, problem.feature_size))
        action, extras, actor = jax.jit(agent.step)(state, start, b.obs, b.skill, first, keys, phi)
        assert action.shape == shape
        b = b._replace(action=action, extras=extras)
        assert jax.tree.map(jnp.shape, actor) == jax.tree.map(jnp.shape, agent.start(state, keys))
    learned_from = [jnp.ones(BATCH)]
    if config.on_policy:
        keys = jax.random.split(jax.random.key(5), BATCH)
        action, extras = agent.sample(state, b.obs, b.skill, keys)
        b = b._replace(action=action, extras=extras)
        values = agent.values(state, b.obs, b.skill)
        assert values.shape == (BATCH,)
        learned_from = [jnp.linspace(-1, 1, BATCH), values + 1]
        if agent.estimate is not None:
            # The batch as a rollout that has one step in each environment.
            rows = RolloutBatch(jax.tree.map(lambda x: x[None], b), jnp.ones((1, BATCH), bool))
            learned_from = jax.jit(agent.estimate)(state, rows, jnp.ones((1, BATCH)), hparams)
            learned_from = jax.tree.map(lambda x: x[0], learned_from)
    new, metrics = jax.jit(agent.update)(state, b, *learned_from, hparams)
    with pytest.raises(AssertionError):
        # JAX would broadcast weights of this shape to [B, B].
        jax.eval_shape(agent.update, state, b._replace(weight=b.weight[:, None]), *learned_from, hparams)
    assert jax.tree.map(jnp.shape, new) == jax.tree.map(jnp.shape, state)
    assert jax.tree.map(lambda x: x.dtype, new) == jax.tree.map(lambda x: x.dtype, state)
    assert all(jnp.shape(x) == () and jnp.isfinite(x) for x in metrics.values())
    for keys in (jax.random.split(jax.random.key(3), BATCH), None):
        action = agent.act(new, b.obs, b.skill, keys)
        assert action.shape == shape
        if discrete:
            assert action.dtype == jnp.int32
            assert ((action >= 0) & (action < ACTIONS)).all()
        else:
            assert (jnp.abs(action) <= 1).all()
