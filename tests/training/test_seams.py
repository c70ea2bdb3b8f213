"""An objective's inputs on every path: hyperparameters, noise, and φ in its own units."""

import dataclasses

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from probes import counter, film, hparams_of, tiny_config, walker

from diayn_jax import agents, objectives, replay, training
from diayn_jax.agents.options import usage as options
from diayn_jax.config import ConfigError, field
from diayn_jax.interfaces import Objective, ObjectiveSpec
from diayn_jax.types import OptionUnderWay, Step

# The settings of each path: replay, rollouts, and windows with replay.
PATHS = {
    "sac": {"agent": "sac"},
    "ppo": {"agent": "ppo", "rollout_length": 4, "epochs": 1},
    "hiro": {"agent": "hiro", "goal_steps": 2},
}


@dataclasses.dataclass(frozen=True, kw_only=True)
class WorthSettings:
    worth: float = field(1.0, "the reward of every step", "objective", traced=True)


def worth_spec(seen=None):
    """Makes an objective that rewards each step with `worth`. `seen` collects its batches and hparams."""

    def make(config, problem):
        def reward(state, batch, hparams):
            if seen is not None:
                jax.debug.callback(lambda *args: seen.append(jax.tree.map(np.array, args)), batch, hparams)
            return jnp.full(batch.reward.shape, hparams["worth"])

        return Objective(
            init=lambda key, hparams: (),
            update=lambda state, batch, hparams: (state, {"worth": hparams["worth"]}),
            reward=reward,
            score=lambda state, step, hparams: jnp.full(step.reward.shape, hparams["worth"]),
            noise=lambda key: jax.random.normal(key, (3,)),
            raw_features=True,
        )

    return ObjectiveSpec(make, WorthSettings, skill_space="none", skill_kinds=("none",))


def one_epoch(monkeypatch, env, spec, **fields):
    monkeypatch.setitem(objectives.OBJECTIVES, "mine", spec)
    config = tiny_config(objective="mine", epoch_steps=32, **fields)
    trainer = training.make_trainer(config, env)
    functions = training.compiled(trainer)
    hparams = hparams_of(config, **({"worth": 2.5} if "worth" in vars(config) else {}))
    state, metrics = functions.epoch(functions.init(jax.random.key(0), hparams))
    jax.block_until_ready(state)
    jax.effects_barrier()
    return state, metrics


# HIRO's batches of replay are those of SAC: one learner draws them, and HIRO draws its windows too.
@pytest.mark.parametrize("path", ["ppo", "hiro"])
def test_rewards_have_hyperparameters_noise_and_raw_features_on_every_path(monkeypatch, path):
    seen = []
    _, metrics = one_epoch(monkeypatch, walker(2.0), worth_spec(seen), **PATHS[path])
    assert seen
    for batch, hparams in seen:
        rows = batch.reward.shape[0]
        assert hparams["worth"] == 2.5
        assert batch.objective_noise.shape == (rows, 3)
        assert np.unique(batch.objective_noise).size == 3 * rows
        # A step of the walker is its action, in m.
        # All steps of windows have weight 1, also those that do not belong to the window.
        real = (batch.weight > 0) & (batch.weight < 1)
        moved = (batch.next_raw_features - batch.raw_features)[real]
        np.testing.assert_allclose(moved, batch.action[real], atol=1e-6)
    if path == "hiro":
        # Windows of two steps are rewarded separately from batches of replay.
        assert len({batch.reward.shape for batch, _ in seen}) == 2
    # The score in acting uses the run's own value too.
    assert float(metrics["train/score_running"]) == pytest.approx(2.5)


def test_agents_with_rollouts_get_the_latents_where_they_are_the_features(monkeypatch):
    """Each update changes the encoder, so batches must hold the current latents, not zeros.

    For replay, tests/agents/test_encoder.py compares the batches of SAC.
    """
    seen = []

    def make_showing(config, problem):
        agent = agents.AGENTS["ppo"].make(config, problem)

        def update(state, batch, *others):
            latents = agent.latent(state, batch.obs), agent.latent(state, batch.next_obs)
            pairs = latents, (batch.features, batch.next_features)
            jax.debug.callback(lambda x: seen.append(jax.tree.map(np.array, x)), pairs)
            return agent.update(state, batch, *others)

        return agent._replace(update=update)

    spec = agents.AGENTS["ppo"]
    monkeypatch.setitem(agents.AGENTS, "showing", spec._replace(make=make_showing))
    fields = {name: value for name, value in PATHS["ppo"].items() if name != "agent"}
    one_epoch(monkeypatch, film(), worth_spec(), agent="showing", features="latent", **fields)
    assert seen
    for expected, found in seen:
        for x, y in zip(expected, found, strict=True):
            assert np.abs(y).max() > 0
            np.testing.assert_allclose(x, y, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize(
    ("agent", "name", "owners"),
    [
        ("sac", "critic_loss", ["--objective=mine", "--agent=sac"]),
        ("ppo", "policy_loss", ["--objective=mine", "--agent=ppo"]),
        ("hiro", "whole_windows", ["the objective and the agent", "the agent's windows"]),
        ("sac", "physics_resets", ["the objective or the agent", "the trainer"]),
    ],
)
def test_two_owners_of_a_metric_are_refused_before_anything_is_compiled(monkeypatch, agent, name, owners):
    def make(config, problem):
        objective = worth_spec().make(config, problem)
        return objective._replace(update=lambda state, batch, hparams: (state, {name: jnp.zeros(())}))

    spec = worth_spec()._replace(make=make)
    monkeypatch.setitem(objectives.OBJECTIVES, "mine", spec)
    config = tiny_config(objective="mine", **PATHS[agent])
    trainer = training.make_trainer(config, walker(2.0))
    with pytest.raises(ConfigError) as refused:
        training.check_traces(config, trainer)
    for owner in (*owners, name):
        assert owner in str(refused.value)


def test_rows_of_a_skill_are_counted_beyond_float32():
    config = tiny_config(num_skills=2)
    learner = training.make_trainer(config, counter()).learner
    envs = jnp.zeros(8)
    row = Step(
        obs=jnp.zeros((8, 2)),
        features=jnp.zeros((8, 1)),
        action=jnp.zeros((8, 1)),
        reward=envs,
        skill=jnp.array([0] * 7 + [1], jnp.int8),
        terminated=envs > 0,
        valid=envs == 0,
        extras=(),
    )
    ring = learner.init_replay(row)
    # In float32, 2²⁴ + 1 is 2²⁴.
    ring = ring.replace(counts=ring.counts + 2**24)
    for _ in range(2):
        ring = learner.add_tally(*learner.record(ring, row))
    np.testing.assert_array_equal(ring.counts, [2**24 + 7, 2**24 + 1])
    assert isinstance(ring, replay.Replay)


def test_steps_of_an_option_are_counted_beyond_float32():
    count = 2**24 + 2
    rows = OptionUnderWay(jnp.zeros((1, count), jnp.int8), jnp.ones((1, count), bool))
    usage = options.count_usage(options.no_usage(2), rows, jnp.ones((1, count), bool), ())
    np.testing.assert_array_equal(usage.steps, [count, 0])
    assert float(usage.begun) == count
