"""Every row of the agents' table keeps the contract of an agent. Populations have theirs in test_es.py."""

import functools

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from probes import blank_batch, hparams_of, tiny_config, tiny_problem

from diayn_jax import agents, skills
from diayn_jax.agents.settings import PopulationSettings
from diayn_jax.interfaces import RolloutBatch
from diayn_jax.training.compatibility import takes

BATCH, SKILLS, OBS, ACTIONS = 8, 2, 3, 2


KINDS = [(name, x) for name in agents.AGENTS for x in (False, True) if takes(agents.spec(name), x)]


def test_there_is_an_agent_for_either_kind_of_action():
    assert {kind for _, kind in KINDS} == {False, True}


def combinations():
    """Yields every agent with each kind of skills and with each kind of action that it takes.

    Skills and discrete actions have nothing to do with each other, so not every pair of them is tried. The
    last value says whether the agent is run or only traced. Skills enter each agent as their encoding, so
    another kind of skills is the same program of another width. SAC is run with every kind, and each other
    agent once for each kind of action.
    """
    kinds = ("categorical", "sphere:2", "none")
    for name in agents.AGENTS:
        if issubclass(agents.spec(name).settings, PopulationSettings):
            continue
        actions = [discrete for agent, discrete in KINDS if agent == name]
        for i, space in enumerate(kinds):
            yield name, actions[i % len(actions)], space, name == "sac" or i < len(actions)


@pytest.mark.parametrize(("name", "discrete", "space", "runs"), list(combinations()))
def test_every_agent_keeps_the_contract(name, discrete, space, runs):
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
    shape = (BATCH,) if discrete else (BATCH, ACTIONS)
    keys = jax.random.split(jax.random.key(5), BATCH)

    # One program for all: to call the parts one by one would compile each operation.
    def call(keys):
        state = agent.init(jax.random.key(0), hparams)
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
            first = jnp.arange(BATCH) % 2 == 0
            start, phi = agent.start(state, keys), jnp.zeros((BATCH, problem.feature_size))
            action, extras, actor = agent.step(state, start, b.obs, b.skill, first, keys, phi)
            assert action.shape == shape
            b = b._replace(action=action, extras=extras)
            assert jax.tree.map(jnp.shape, actor) == jax.tree.map(jnp.shape, start)
        learned_from = [jnp.ones(BATCH)]
        if config.on_policy:
            action, extras = agent.sample(state, b.obs, b.skill, keys)
            b = b._replace(action=action, extras=extras)
            values = agent.values(state, b.obs, b.skill)
            assert values.shape == (BATCH,)
            learned_from = [jnp.linspace(-1, 1, BATCH), values + 1]
            if agent.estimate is not None:
                # The batch as a rollout that has one step in each environment.
                rows = RolloutBatch(jax.tree.map(lambda x: x[None], b), jnp.ones((1, BATCH), bool))
                learned_from = agent.estimate(state, rows, jnp.ones((1, BATCH)), hparams)
                learned_from = jax.tree.map(lambda x: x[0], learned_from)
        new, metrics = agent.update(state, b, *learned_from, hparams)
        acted = [agent.act(new, b.obs, b.skill, given) for given in (keys, None)]
        return (state, b, learned_from), new, metrics, acted

    (state, b, learned_from), new, metrics, acted = (jax.jit if runs else traced)(call)(keys)
    assert shapes(new) == shapes(state)
    assert all(x.shape == () for x in metrics.values())
    assert all(action.shape == shape for action in acted)
    if discrete:
        assert all(action.dtype == np.int32 for action in acted)
    if not runs:
        return
    with pytest.raises(AssertionError):
        # JAX would broadcast weights of this shape to [B, B].
        jax.eval_shape(agent.update, state, b._replace(weight=b.weight[:, None]), *learned_from, hparams)
    assert all(np.isfinite(x) for x in metrics.values())
    for action in map(np.asarray, acted):
        if discrete:
            assert ((action >= 0) & (action < ACTIONS)).all()
        else:
            assert (np.abs(action) <= 1).all()


def traced(function):
    """Returns a function that gives the shapes and types of a function's results, without a program."""
    return functools.partial(jax.eval_shape, function)


def shapes(tree):
    return jax.tree.map(lambda x: (x.shape, x.dtype), tree)


@pytest.mark.parametrize("name", ["sac", "td3", "ppo", "dqn"])
def test_a_copied_skill_acts_and_learns_as_its_source(name):
    spec = agents.spec(name)
    discrete = not takes(spec, False)
    problem = tiny_problem(
        skills=skills.categorical(SKILLS + 2), input_size=OBS, num_actions=ACTIONS if discrete else None
    )
    config = tiny_config(agent=name)
    agent, hparams = spec.make(config, problem), hparams_of(config, ACTIONS)
    sources = jnp.array([0, 1, 1, 3])
    obs = jnp.tile(jnp.array([0.5, -1.0, 2.0]), (4, 1))

    @jax.jit
    def call():
        state = agent.init(jax.random.key(0), hparams)
        # The moments are any numbers of the parameters' shapes.
        moments = {
            field: value._replace(mu=getattr(state, field.removesuffix("_opt")))
            for field, value in state._asdict().items()
            if field in ("policy_opt", "critics_opt", "critic_opt")
        }
        state = state._replace(**moments)
        copied = agent.copy_skills(state, sources)
        return state, copied, [agent.act(of, obs, jnp.arange(4), None) for of in (state, copied)]

    state, copied, (before, after) = call()
    np.testing.assert_allclose(after, np.asarray(before)[sources], rtol=1e-5)
    assert jax.tree.map(jnp.shape, copied) == jax.tree.map(jnp.shape, state)
    changed = 0
    pairs = zip(
        jax.tree_util.tree_leaves_with_path(state), jax.tree_util.tree_leaves_with_path(copied), strict=True
    )
    for (path, old), (_, new) in pairs:
        if not np.array_equal(old, new):
            changed += 1
            # Only the first layer's row of skill 2 changes.
            assert "Dense_0" in jax.tree_util.keystr(path)
            expected = np.asarray(old).copy()
            expected[..., OBS + 2, :] = expected[..., OBS + 1, :]
            np.testing.assert_array_equal(new, expected)
    # Policy, critics and their moments; SAC and DQN have target critics too, and TD3 also a target policy.
    assert changed == {"sac": 5, "td3": 6, "ppo": 4, "dqn": 3}[name]
