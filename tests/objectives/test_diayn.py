"""The DIAYN objective: its loss, its reward and its weights; and the contract of every objective."""

import chex
import jax
import jax.numpy as jnp
import numpy as np
import pytest
from arrays import normal, same
from probes import blank_batch, hparams_of, step_of, tiny_config, tiny_problem

from diayn_jax import objectives, skills
from diayn_jax.objectives.diayn import make_diayn

BATCH, SKILLS, FEATURES = 6, 3, 2
# Settings that an objective needs, or that make it smaller.
OWN = {"smerl": {"best_return": 1.0}, "disdain": {"ensemble_size": 2}}


def make(**fields):
    config = tiny_config(num_skills=SKILLS, **fields)
    objective = make_diayn(config, tiny_problem(skills=skills.categorical(SKILLS), feature_size=FEATURES))
    hparams = hparams_of(config)
    return objective, objective.init(jax.random.key(0), hparams), hparams


def batch(**changes):
    values = {
        "features": normal(2, BATCH, FEATURES),
        "next_features": normal(1, BATCH, FEATURES),
        "skill": jnp.arange(BATCH, dtype=jnp.int32) % SKILLS,
        "weight": jnp.array([0.3, 0.0, 0.1, 0.2, 0.25, 0.15]),
        "skill_weight": jnp.array([0.5, 1.0, 2.0, 0.5, 1.0, 2.0]),
    }
    return blank_batch(BATCH, **{**values, **changes})


def test_log_probs_are_of_skills():
    objective, state, _ = make()
    log_probs = objective.log_probs(state, batch().next_features)
    assert log_probs.shape == (BATCH, SKILLS)
    np.testing.assert_allclose(np.exp(log_probs).sum(-1), np.ones(BATCH), rtol=1e-5)


@pytest.mark.parametrize("add_log_p", [True, False])
def test_reward_is_log_q_of_the_next_state_less_log_p(add_log_p):
    objective, state, _ = make(add_log_p=add_log_p)
    log_probs = np.asarray(objective.log_probs(state, batch().next_features))
    expected = log_probs[np.arange(BATCH), batch().skill] + (np.log(SKILLS) if add_log_p else 0)
    np.testing.assert_allclose(objective.reward(state, batch(), {}), expected, rtol=1e-5)


def test_loss_is_the_weighted_cross_entropy():
    objective, state, hparams = make()
    b = batch()
    log_probs = np.asarray(objective.log_probs(state, b.next_features))
    rows = [b.weight[i] * b.skill_weight[i] * -log_probs[i, b.skill[i]] for i in range(BATCH)]
    _, metrics = objective.update(state, b, hparams)
    np.testing.assert_allclose(metrics["discriminator_loss"], sum(rows), rtol=1e-5)
    assert metrics["grad_norm_discriminator"] > 0


def test_a_step_lowers_the_loss():
    objective, state, hparams = make()
    state, before = objective.update(state, batch(), hparams)
    _, after = objective.update(state, batch(), hparams)
    assert after["discriminator_loss"] < before["discriminator_loss"]


@pytest.mark.parametrize("weighting", ["weight", "skill_weight"])
def test_a_row_without_weight_teaches_nothing(weighting):
    objective, state, hparams = make()
    weight = jnp.ones(BATCH).at[2].set(0.0)
    plain = batch(**{"weight": jnp.ones(BATCH), "skill_weight": jnp.ones(BATCH), weighting: weight})
    other = plain._replace(next_features=plain.next_features.at[2].set(3.0), skill=plain.skill.at[2].set(0))
    moved = [objective.update(state, b, hparams)[0] for b in (plain, other)]
    assert same(*moved)
    seen, _ = objective.update(state, other._replace(**{weighting: jnp.ones(BATCH)}), hparams)
    assert not same(moved[1], seen)


def test_the_objective_is_unmoved_by_what_is_not_its_business():
    objective, state, hparams = make()
    b = batch()
    other = b._replace(
        obs=b.obs + 1,
        next_obs=b.next_obs + 1,
        features=b.features + 1,
        action=b.action + 1,
        reward=b.reward + 1,
        terminated=~b.terminated,
    )
    assert same(objective.update(state, b, hparams), objective.update(state, other, hparams))


def test_it_learns_from_blurred_features_and_rewards_by_sharp_ones():
    objective, state, hparams = make(discriminator_noise=0.5)
    assert objective.noise(jax.random.key(0)).shape == (FEATURES,)
    # Normalisation halves the first feature, and also its noise.
    scale = jnp.broadcast_to(jnp.array([0.5, 1.0]), (BATCH, FEATURES))
    noise = normal(3, BATCH, FEATURES)
    b = batch(objective_noise=noise, feature_scale=scale)
    blurred = np.asarray(b.next_features) + 0.5 * np.array([0.5, 1.0]) * np.asarray(noise)
    log_probs = np.asarray(objective.log_probs(state, jnp.asarray(blurred)))
    rows = b.weight * b.skill_weight * -log_probs[np.arange(BATCH), b.skill]
    _, metrics = objective.update(state, b, hparams)
    np.testing.assert_allclose(metrics["discriminator_loss"], sum(rows), rtol=1e-5)
    np.testing.assert_array_equal(objective.reward(state, b, {}), make()[0].reward(state, batch(), {}))


def test_no_noise_is_drawn_where_there_is_none():
    assert make()[0].noise(jax.random.key(0)) == ()


def test_prior_weighting_can_be_switched_off():
    objective, state, hparams = make(prior_weighting=False)
    b = batch()
    log_probs = np.asarray(objective.log_probs(state, b.next_features))
    expected = -sum(b.weight * log_probs[np.arange(BATCH), b.skill])
    _, metrics = objective.update(state, b, hparams)
    np.testing.assert_allclose(metrics["discriminator_loss"], expected, rtol=1e-5)


def test_a_floor_mixes_the_prior_into_q_everywhere():
    plain, state, hparams = make(discriminator_floor=0.0)
    mixed, _, _ = make(discriminator_floor=0.1)
    b, rows = batch(), (np.arange(BATCH), batch().skill)
    # The discriminator is so sure that the softmax gives other skills a probability of zero.
    sure = jax.tree.map(lambda x: 200 * x, state)
    for of in (state, sure):
        q = np.exp(np.asarray(plain.log_probs(of, b.next_features), np.float64))
        expected = np.log(0.9 * q + 0.1 / SKILLS)
        np.testing.assert_allclose(mixed.log_probs(of, b.next_features), expected, rtol=1e-4, atol=1e-5)
        reward = mixed.reward(of, b, {})
        np.testing.assert_allclose(reward, expected[rows] + np.log(SKILLS), rtol=1e-4, atol=1e-5)
        score = mixed.score(of, step_of(b), {})
        np.testing.assert_allclose(score, expected[rows], rtol=1e-4, atol=1e-5)
        _, metrics = mixed.update(of, b, hparams)
        loss = -sum(b.weight * b.skill_weight * expected[rows])
        np.testing.assert_allclose(metrics["discriminator_loss"], loss, rtol=1e-4)
    # If q is sure of another skill, the reward is ln ε and not lower.
    assert float(plain.reward(sure, b, {}).min()) < -20
    assert float(reward.min()) == pytest.approx(np.log(0.1), abs=1e-3)


def test_the_score_is_log_q_of_the_next_state():
    objective, state, _ = make()
    b = batch()
    log_probs = np.asarray(objective.log_probs(state, b.next_features))
    score = objective.score(state, step_of(b), {})
    np.testing.assert_allclose(score, log_probs[np.arange(BATCH), b.skill], rtol=1e-6)


def test_the_loss_that_an_encoder_may_descend_is_the_one_it_learns_by():
    objective, state, hparams = make()
    _, metrics = objective.update(state, batch(), hparams)
    np.testing.assert_allclose(
        objective.loss(state, batch(), hparams), metrics["discriminator_loss"], rtol=1e-6
    )


def test_settings_are_traced():
    objective, state, hparams = make()
    # chex counts by a function's code, and another test has the same.
    chex.clear_trace_counter()

    @chex.assert_max_traces(n=1)
    def traced(*given):
        return objective.update(*given)

    update = jax.jit(traced)
    still = hparams | {"discriminator_learning_rate": jnp.float32(0.0)}
    assert same(update(state, batch(), still)[0].params, state.params)
    decayed = still | {
        "discriminator_learning_rate": jnp.float32(0.1),
        "discriminator_weight_decay": jnp.float32(0.5),
    }
    no_rows = batch(weight=jnp.zeros(BATCH))
    moved, metrics = update(state, no_rows, decayed)
    jax.tree.map(
        lambda new, old: np.testing.assert_allclose(new, 0.95 * old, rtol=1e-5), moved.params, state.params
    )
    assert float(metrics["discriminator_loss"]) == 0


@pytest.mark.parametrize("name", ["diayn", "metra", "lsd", "csf", "dads"])
def test_weights_of_another_shape_are_refused_and_not_broadcast(name):
    config = tiny_config(objective=name, skill_space="categorical", num_skills=SKILLS)
    problem = tiny_problem(skills=skills.categorical(SKILLS), feature_size=FEATURES)
    objective, hparams = objectives.spec(name).make(config, problem), hparams_of(config)
    state = jax.eval_shape(objective.init, jax.random.key(0), hparams)
    b = batch(raw_features=normal(6, BATCH, FEATURES), next_raw_features=normal(7, BATCH, FEATURES))
    jax.eval_shape(objective.update, state, b, hparams)
    with pytest.raises(AssertionError):
        jax.eval_shape(objective.update, state, b._replace(weight=jnp.ones((BATCH, 1))), hparams)


# Mixtures of skills.


def mixing(**fields):
    """DIAYN of mixtures, with the network and the parameters of `make`."""
    config = tiny_config(skill_space=f"dirichlet:{SKILLS}", **fields)
    problem = tiny_problem(skills=skills.dirichlet(SKILLS), feature_size=FEATURES)
    return make_diayn(config, problem), hparams_of(config)


@pytest.mark.parametrize("add_log_p", [True, False])
def test_a_mixture_is_a_soft_label(add_log_p):
    """Row by row: Σ_k z_k log q(k|φ), from the log q of single skills."""
    single, state, _ = make()
    objective, hparams = mixing(add_log_p=add_log_p)
    z = skills.dirichlet(SKILLS).sample(jax.random.split(jax.random.key(4), BATCH))
    b = batch(skill=z)
    log_q = np.asarray(single.log_probs(state, b.next_features))
    rows = np.array([sum(float(z[i, k]) * log_q[i, k] for k in range(SKILLS)) for i in range(BATCH)])
    reward = rows + (np.log(SKILLS) if add_log_p else 0)
    np.testing.assert_allclose(objective.reward(state, b, hparams), reward, rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(objective.score(state, step_of(b), hparams), rows, rtol=1e-4, atol=1e-5)
    _, metrics = objective.update(state, b, hparams)
    loss = -sum(b.weight * b.skill_weight * rows)
    np.testing.assert_allclose(metrics["discriminator_loss"], loss, rtol=1e-4)
    assert objective.log_probs is None


def test_a_vertex_is_a_single_skill():
    single, state, _ = make()
    objective, hparams = mixing()
    vertices = batch(skill=jnp.eye(SKILLS)[batch().skill])
    np.testing.assert_allclose(
        objective.reward(state, vertices, hparams), single.reward(state, batch(), hparams), rtol=1e-5
    )
    for one, other in zip(
        jax.tree.leaves(objective.update(state, vertices, hparams)),
        jax.tree.leaves(single.update(state, batch(), hparams)),
        strict=True,
    ):
        np.testing.assert_allclose(one, other, rtol=1e-3, atol=1e-6)


def kinds():
    """Yields every objective with every kind of skills that it takes."""
    spaces = {"categorical": skills.categorical(SKILLS), "none": skills.none()}
    spaces |= {"sphere": skills.sphere(2), "gaussian": skills.gaussian(3), "box": skills.box(1)}
    spaces["dirichlet"] = skills.dirichlet(SKILLS)
    assert set(spaces) == set(skills.SPACES)
    for name, spec in objectives.OBJECTIVES.items():
        for kind in spec.skill_kinds or skills.SPACES:
            yield pytest.param(name, spaces[kind], id=f"{name}-{kind}")


@pytest.mark.parametrize(("name", "space"), list(kinds()))
def test_every_objective_keeps_the_contract(name, space):
    config = tiny_config(objective=name, **OWN.get(name, {}))
    hparams = hparams_of(config)
    problem = tiny_problem(skills=space, feature_size=FEATURES)
    objective = objectives.spec(name).make(config, problem)
    noise = jax.vmap(objective.noise)(jax.random.split(jax.random.key(1), BATCH))
    b = batch(
        skill=space.tile(jnp.arange(BATCH)),
        objective_noise=noise,
        reward=normal(5, BATCH),
        raw_features=normal(6, BATCH, FEATURES),
        next_raw_features=normal(7, BATCH, FEATURES),
    )
    tall = jnp.zeros((2, 4, FEATURES))

    # One program for all: to call the parts one by one would compile each operation.
    @jax.jit
    def call(b):
        state = objective.init(jax.random.key(0), hparams)
        new, metrics = objective.update(state, b, hparams)
        step, more = step_of(b), {}
        reward = objective.reward(new, b, hparams)
        one = objective.reward(new, jax.tree.map(lambda x: x[2:3], b), hparams)
        score = objective.score(new, step, hparams)
        both = objective.score(new, jax.tree.map(lambda x: jnp.stack([x, x]), step), hparams)
        if objective.scalarize is not None:
            more["scalarize"] = objective.scalarize(jnp.stack([reward, reward]), b.skill)
        if objective.log_probs is not None:
            more["log_probs"] = objective.log_probs(new, tall)
        if objective.embed is not None:
            more["embed"] = objective.embed(new, tall)
        if objective.loss is not None:
            more["loss"] = objective.loss(new, b, hparams)
        return state, new, metrics, (reward, one), (score, both), more

    state, new, metrics, (reward, one), (score, both), more = jax.device_get(call(b))
    assert jax.tree.map(np.shape, new) == jax.tree.map(np.shape, state)
    assert jax.tree.map(lambda x: x.dtype, new) == jax.tree.map(lambda x: x.dtype, state)
    assert all(np.shape(x) == () and np.isfinite(x) for x in metrics.values())
    assert reward.shape == (BATCH, *objective.reward_shape)
    assert np.isfinite(reward).all()
    # A row's reward and score do not depend on the other rows.
    np.testing.assert_allclose(one, reward[2:3], rtol=1e-5, atol=1e-6)
    assert both.shape == (2, BATCH)
    np.testing.assert_allclose(both[1], score, rtol=1e-5, atol=1e-6)
    assert np.isfinite(score).all()
    expected = {"scalarize": (2, BATCH), "log_probs": (2, 4, space.num_skills), "embed": (2, 4, space.size)}
    assert {name: x.shape for name, x in more.items()} == {
        name: shape
        for name, shape in (expected | {"loss": ()}).items()
        if getattr(objective, name) is not None
    }
    if "log_probs" in more:
        np.testing.assert_allclose(np.exp(more["log_probs"]).sum(-1), np.ones((2, 4)), rtol=1e-5)
