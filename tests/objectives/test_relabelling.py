"""METRA with relabelled skills: GenDa's equations against a version in NumPy."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from arrays import normal, phi
from probes import blank_batch, hparams_of, tiny_config, tiny_problem, walker

from diayn_jax import skills, training
from diayn_jax.config import ConfigError
from diayn_jax.objectives.metra import make_metra
from diayn_jax.resolve import make_config
from diayn_jax.types import EpisodeStates

BATCH, FEATURES = 8, 3
SPACE = skills.sphere(2)
WEIGHT = np.array([0.2, 0.0, 0.1, 0.2, 0.2, 0.1, 0.1, 0.1])
WHOLE = np.array([True, True, False, True, True, False, True, True])


def make(**fields):
    config = tiny_config(objective="metra", skill_space="sphere:2", **fields)
    objective, hparams = (
        make_metra(config, tiny_problem(skills=SPACE, feature_size=FEATURES)),
        hparams_of(config),
    )
    objective = objective._replace(init=jax.jit(objective.init), update=jax.jit(objective.update))
    state = objective.init(jax.random.key(0), hparams)
    # φ̄ differs from φ, as it does after some updates.
    average = jax.tree.map(lambda x: x + 0.3 * jax.random.normal(jax.random.key(9), x.shape), state.average)
    return objective, state._replace(average=average), hparams


def batch(**changes):
    states = EpisodeStates(
        first_features=normal(4, BATCH, FEATURES),
        first_known=jnp.array(WHOLE | (np.arange(BATCH) == 2)),
        last_features=normal(5, BATCH, FEATURES),
        last_known=jnp.array(WHOLE | (np.arange(BATCH) == 5)),
        ahead_features=normal(6, BATCH, FEATURES),
        steps_ahead=jnp.full(BATCH, 3, jnp.int32),
    )
    values = {
        "features": normal(1, BATCH, FEATURES),
        "next_features": normal(2, BATCH, FEATURES),
        "skill": SPACE.sample(jax.random.split(jax.random.key(3), BATCH)),
        "weight": jnp.asarray(WEIGHT, jnp.float32),
        "objective_noise": jnp.linspace(0.0, 0.99, BATCH),
        "episode": states,
    }
    return blank_batch(BATCH, **{**values, **changes})


def unit(x):
    return x / np.linalg.norm(x, axis=-1, keepdims=True)


def test_the_map_learns_from_where_episodes_went_and_keeps_their_directions_apart():
    objective, state, hparams = make(relabel_map=True, dual_lambda=2.0, uniformity_weight=0.7)
    assert objective.relabel is None  # the agent learns from the skills that acted
    b = batch()
    went = unit(phi(state.average, b.episode.last_features) - phi(state.average, b.episode.first_features))
    skill = np.where(WHOLE[:, None], went, b.skill)
    step = phi(state.params, b.next_features) - phi(state.params, b.features)
    gain = (step * skill).sum(-1) + 2.0 * np.minimum(1e-3, 1 - (step**2).sum(-1))
    # The uniformity loss is of the current map, over pairs of different rows.
    v = unit(phi(state.params, b.episode.last_features) - phi(state.params, b.episode.first_features))
    weight, losses = WEIGHT * WHOLE, np.zeros(BATCH)
    for i in range(BATCH):
        others = [j for j in range(BATCH) if j != i]
        total = sum(weight[j] for j in others)
        losses[i] = np.log(sum(weight[j] * np.exp(v[i] @ v[j]) for j in others) / total)
    uniformity = (weight * losses).sum() / weight.sum()
    new, metrics = objective.update(state, b, hparams)
    np.testing.assert_allclose(metrics["uniformity_loss"], uniformity, rtol=1e-4)
    expected = -(WEIGHT * gain).sum() + 0.7 * uniformity
    np.testing.assert_allclose(metrics["representation_loss"], expected, rtol=1e-4)
    # φ̄ follows φ.
    before, after, average = (
        x["params"]["Dense_0"]["kernel"] for x in (state.average, new.params, new.average)
    )
    np.testing.assert_allclose(average, 0.995 * before + 0.005 * after, rtol=1e-4, atol=1e-6)


def test_a_share_of_the_agents_rows_has_directions_of_what_happened():
    objective, state, hparams = make(relabel_episode_share=0.3, relabel_ahead_share=0.4)
    assert objective.episode.steps_ahead == 25
    b = batch()
    went = unit(phi(state.average, b.episode.last_features) - phi(state.average, b.episode.first_features))
    ahead = unit(phi(state.average, b.episode.ahead_features) - phi(state.average, b.features))
    drawn = np.asarray(b.objective_noise)
    expected = np.asarray(b.skill).copy()
    for i in range(BATCH):
        if drawn[i] < 0.3 and WHOLE[i]:
            expected[i] = went[i]
        elif 0.3 <= drawn[i] < 0.7:
            expected[i] = ahead[i]
    found = objective.relabel(state, b, hparams)
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-5)
    # A row that went nowhere keeps its skill.
    still = b._replace(
        episode=b.episode._replace(ahead_features=b.features, last_features=b.episode.first_features)
    )
    np.testing.assert_array_equal(objective.relabel(state, still, hparams), b.skill)
    # The map learns from the skills that acted.
    _, metrics = objective.update(state, b, hparams)
    assert "uniformity_loss" not in metrics


def test_nothing_is_relabelled_by_default():
    config = tiny_config(objective="metra", skill_space="sphere:2")
    objective = make_metra(config, tiny_problem(skills=SPACE))
    assert (objective.episode, objective.relabel) == (None, None)
    assert jax.eval_shape(objective.init, jax.random.key(0), hparams_of(config)).average == ()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"relabel_map": True, "num_skills": 4}, "--relabel_map=true.*categorical:4.*--skill_space=sphere:2"),
        ({"relabel_ahead_share": 0.5, "skill_space": "box:2"}, "--relabel_ahead_share=0.5.*box:2"),
        ({"relabel_episode_share": 0.5, "agent": "ppo"}, "--relabel_episode_share.*ppo.*sac, or dqn if"),
        # Episodes of 20 steps need 23 rows; the last of them is newer than the last state.
        (
            {"relabel_map": True, "episode_length": 20, "num_envs": 10, "replay_size": 220},
            "--replay_size=220 keeps 22 rows of each of --num_envs=10, but a whole episode needs 23. Give "
            "--replay_size=460",
        ),
        ({"relabel_map": True, "agent": "hiro"}, "--agent=hiro learns from other data. Use --agent=sac"),
    ],
)
def test_what_cannot_be_relabelled_is_refused(fields, words):
    with pytest.raises(ConfigError, match=words):
        training.make_components(tiny_config(objective="metra", **fields), walker(2.0))


def test_shares_of_more_than_all_rows_are_refused():
    with pytest.raises(ConfigError, match=r"sum to 1\.2; at most 1"):
        make_config(objective="metra", relabel_episode_share=0.7, relabel_ahead_share=0.5)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"relabel_map": True, "relabel_steps": 5}, "relabel_steps=5 has no effect without .*_ahead_share"),
        ({"relabel_ahead_share": 0.5, "uniformity_weight": 2.0}, "uniformity_weight=2 has no effect"),
        ({"relabel_average_rate": 0.1}, "relabel_average_rate=0.1 has no effect without .*relabel_map or"),
    ],
)
def test_settings_of_a_relabelling_that_is_off_are_refused(fields, words):
    with pytest.raises(ConfigError, match=words):
        make_config(objective="metra", **fields)
    on = {"relabel_map": True, "relabel_ahead_share": 0.5}
    make_config(objective="metra", **(fields | on))
