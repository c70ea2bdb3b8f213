"""The image encoder: which losses train it, and skills that are recognised by its latent."""

import functools

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from pixel_runs import SMALL
from probes import blank_batch, film, hparams_of, jitted, tiny_config, tiny_problem

from diayn_jax import agents, skills, training
from diayn_jax.agents.sac import make_sac
from diayn_jax.agents.vision import Encoded
from diayn_jax.networks import Encoder
from diayn_jax.types import Pixels

BATCH, ACTION, SKILLS = 6, 2, 2


def pixels(seed, *lead):
    image = jax.random.randint(jax.random.key(seed), (*lead, 4, 4, 3), 0, 256).astype(jnp.uint8)
    return Pixels(image, jax.random.normal(jax.random.key(seed + 1), (*lead, 1)))


@functools.cache
def make_agent(**fields):
    config = tiny_config(**{**SMALL, "num_skills": SKILLS, **fields})
    problem = tiny_problem(
        skills=skills.categorical(SKILLS),
        input_size=config.latent_size + 1,
        image_shape=(4, 4, 3),
        latent_size=config.latent_size,
    )
    agent = jitted(make_sac(config, problem))
    agent = agent._replace(latent=jax.jit(agent.latent))
    hparams = hparams_of(config, ACTION)
    return agent, agent.init(jax.random.key(0), hparams), hparams


def batch():
    return blank_batch(
        BATCH,
        obs=pixels(0, BATCH),
        next_obs=pixels(5, BATCH),
        action=jnp.tanh(jax.random.normal(jax.random.key(3), (BATCH, ACTION))),
        features=jnp.zeros((BATCH, 5)),
        next_features=jnp.zeros((BATCH, 5)),
        agent_noise=jax.random.normal(jax.random.key(4), (BATCH, 2, ACTION)),
        skill=jnp.arange(BATCH, dtype=jnp.int32) % SKILLS,
    )


def encoder_moved(old, new):
    moved = [
        not np.array_equal(a, b) for a, b in zip(jax.tree.leaves(old), jax.tree.leaves(new), strict=True)
    ]
    assert all(moved) == any(moved)
    return any(moved)


def with_dead_critics(state):
    """Returns a state whose critics ignore their input, so that their loss leaves the encoder alone."""

    def dead(critics):
        network = jax.tree.map(jnp.copy, critics.network)
        network["params"]["VmapMLP_0"]["Dense_0"]["kernel"] *= 0.0
        return critics._replace(network=network)

    return state._replace(critics=dead(state.critics), target_critics=dead(state.target_critics))


def test_the_critics_train_the_encoder_and_the_policy_does_not():
    agent, state, hparams = make_agent()
    assert isinstance(state.critics, Encoded)
    assert not isinstance(state.policy, Encoded)
    update = agent.update
    new, _ = update(state, batch(), jnp.ones(BATCH), hparams)
    assert encoder_moved(state.critics.encoder, new.critics.encoder)
    assert encoder_moved(state.target_critics.encoder, new.target_critics.encoder)
    still = with_dead_critics(state)
    new, metrics = update(still, batch(), jnp.ones(BATCH), hparams)
    # The entropy trains the policy, and the policy's loss does not train the encoder.
    assert metrics["grad_norm_policy"] > 0
    assert encoder_moved(state.policy, new.policy)
    assert not encoder_moved(still.critics.encoder, new.critics.encoder)


def test_a_separate_encoder_is_the_policys_own():
    agent, state, hparams = make_agent(encoder="separate")
    assert isinstance(state.policy, Encoded)
    still = with_dead_critics(state)
    new, _ = agent.update(still, batch(), jnp.ones(BATCH), hparams)
    assert encoder_moved(state.policy.encoder, new.policy.encoder)
    assert not encoder_moved(still.critics.encoder, new.critics.encoder)
    # The policy encodes its input with an encoder of its own.
    seen, skill = pixels(7, BATCH), jnp.zeros(BATCH, jnp.int32)
    action = agent.act(state, seen, skill, None)
    other = state._replace(critics=jax.tree.map(lambda x: x + 1, state.critics))
    np.testing.assert_array_equal(agent.act(other, seen, skill, None), action)


@pytest.mark.parametrize("encoder", ["shared", "separate"])
def test_training_goes_on_from_the_policy_alone(encoder):
    agent, state, hparams = make_agent(encoder=encoder)
    config = tiny_config(**{**SMALL, "encoder": encoder})
    problem = tiny_problem(
        skills=skills.none(),
        input_size=config.latent_size + 1,
        image_shape=(4, 4, 3),
        latent_size=config.latent_size,
    )
    alone = jitted(make_sac(config, problem))
    new = alone.init(jax.random.key(9), hparams)
    started = alone.warm_start(new, agent.policy_state(state), jnp.eye(SKILLS)[1], False)
    assert jax.tree.structure(started) == jax.tree.structure(new)
    seen = pixels(0, BATCH)
    expected = agent.act(state, seen, jnp.ones(BATCH, jnp.int32), None)
    found = alone.act(started, seen, jnp.zeros(BATCH, jnp.int8), None)
    np.testing.assert_allclose(found, expected, rtol=1e-5, atol=1e-6)
    # The targets see through the same encoder as the critics.
    jax.tree.map(np.testing.assert_array_equal, started.critics.encoder, started.target_critics.encoder)


def test_a_loss_of_latents_trains_the_encoder_where_it_is_given():
    agent, state, hparams = make_agent()
    still, b = with_dead_critics(state), batch()

    def loss(latent):
        return jnp.sum(latent[:, 0])

    gradient = jax.grad(loss)(agent.latent(still, b.next_obs))
    b_with = b._replace(latent_gradient=gradient)
    new, metrics = agent.update(still, b_with, jnp.ones(BATCH), hparams)
    assert encoder_moved(still.critics.encoder, new.critics.encoder)
    # This loss applies to the latent of the next observation: one Adam step on it alone lowers it.
    before, after = (float(loss(agent.latent(s, b.next_obs))) for s in (still, new))
    assert after < before
    # The other losses do not include it.
    _, without = agent.update(still, b, jnp.ones(BATCH), hparams)
    np.testing.assert_allclose(metrics["critic_loss"], without["critic_loss"], rtol=1e-6)


def test_the_agent_sees_latent_and_features():
    agent, state, _ = make_agent()
    seen, skill = pixels(7, BATCH), jnp.zeros(BATCH, jnp.int32)
    action = agent.act(state, seen, skill, None)
    assert not np.allclose(agent.act(state, seen._replace(features=seen.features + 1), skill, None), action)
    assert not np.allclose(agent.act(state, seen._replace(image=255 - seen.image), skill, None), action)
    encoder = Encoder((2,), (4,), 5)
    expected = jax.jit(encoder.apply)(state.critics.encoder, seen.image)
    np.testing.assert_allclose(agent.latent(state, seen), expected, rtol=1e-6)


# Training by the latent.


def test_the_reward_is_q_of_the_encoders_latent(monkeypatch):
    """Compares the agent's reward with q applied by hand to the latents of the agent's own batch."""
    config = tiny_config(**{**SMALL, "epoch_steps": 8})
    seen = []

    def spying(*args):
        agent = make_sac(*args)

        def update(state, b, reward, hparams):
            given = b, reward, agent.latent(state, b.obs), agent.latent(state, b.next_obs)
            jax.debug.callback(lambda *x: seen.append(jax.tree.map(np.array, x)), *given)
            return agent.update(state, b, reward, hparams)

        return agent._replace(update=update)

    monkeypatch.setitem(agents.AGENTS, "sac", agents.AGENTS["sac"]._replace(make=spying))
    trainer = training.make_trainer(config, film(lifetime=4))
    # The discriminator is frozen, so that every update uses the one in the state.
    hparams = hparams_of(config, discriminator_learning_rate=0.0, discriminator_noise=0.0)
    functions = training.compiled(trainer)
    state, _ = functions.epoch(functions.init(jax.random.key(0), hparams))
    jax.block_until_ready(state)
    jax.effects_barrier()
    assert len(seen) == config.updates_per_iteration

    @jax.jit
    def by_hand(latent, b):
        """Returns log q of the rows, and the slope of their cross-entropy."""

        def rows(latent):
            log_q = trainer.components.objective.log_probs(state.objective, latent)
            return jnp.take_along_axis(log_q, b.skill[:, None], axis=1)[:, 0]

        slope = jax.grad(lambda x: -jnp.sum(b.weight * b.skill_weight * rows(x)))(latent)
        return rows(latent), slope

    for b, reward, latent_before, latent in seen:
        assert b.next_obs.image.dtype == np.uint8
        # Each update changes the encoder, so the batch must have the current latents as φ.
        np.testing.assert_allclose(b.features, latent_before, rtol=1e-4, atol=1e-6)
        np.testing.assert_allclose(b.next_features, latent, rtol=1e-4, atol=1e-6)
        assert np.abs(latent_before).max() > 0
        assert latent.shape == (config.batch_size, config.latent_size)

        rows, of_cross_entropy = by_hand(latent, b)
        np.testing.assert_allclose(reward, rows + np.log(config.num_skills), rtol=1e-4, atol=1e-5)
        assert np.abs(of_cross_entropy).max() > 1e-5
        np.testing.assert_allclose(b.latent_gradient, of_cross_entropy, rtol=1e-4, atol=1e-7)


@pytest.mark.parametrize(
    ("fields", "trains"),
    [({}, True), ({"discriminator_trains_encoder": False}, False), ({"features": "double"}, False)],
)
def test_the_discriminator_trains_the_encoder_where_the_config_says(monkeypatch, fields, trains):
    given = []

    def spying(*args):
        agent = make_sac(*args)

        def update(state, b, reward, hparams):
            given.append(not isinstance(b.latent_gradient, tuple))
            return agent.update(state, b, reward, hparams)

        return agent._replace(update=update)

    monkeypatch.setitem(agents.AGENTS, "sac", agents.AGENTS["sac"]._replace(make=spying))
    config = tiny_config(**{**SMALL, **fields})
    trainer = training.make_trainer(config, film())
    jax.eval_shape(trainer.epoch, jax.eval_shape(trainer.init, jax.random.key(0), hparams_of(config)))
    assert given
    assert set(given) == {trains}


def test_other_objectives_learn_from_images():
    small = {name: SMALL[name] for name in ("encoder_patches", "encoder_channels", "latent_size")}
    small["epoch_steps"] = 16
    task = training.make_trainer(tiny_config(objective="task", **small), film(lifetime=4))
    config = tiny_config(objective="metra", skill_space="sphere:2", **small)
    trainer = training.make_trainer(config, film(lifetime=4))
    assert task.components.feature_map.name == trainer.components.feature_map.name == "latent"
    functions = training.compiled(trainer)
    state = functions.init(jax.random.key(0), hparams_of(config))
    before = jax.tree.map(jnp.copy, state.agent.critics.encoder)
    state, metrics = functions.epoch(state)
    metrics.pop("train/score_running")  # no episode has ended yet
    assert all(jnp.isfinite(x) for x in metrics.values())
    assert encoder_moved(before, state.agent.critics.encoder)
    # φ sees the latents of s and s', which differ because the images differ.
    assert metrics["train/phi_step"] > 0
    assert metrics["train/grad_norm_representation"] > 0
