"""Each seam is run through the trainer and the host loop by a component with a known answer."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import runs
import seam_parts
import tiny
from probes import chooser, counter, hparams_of, tiny_config, walker
from states import assert_close, assert_same, leaves

from diayn_jax import agents, equations, objectives, parallel, skills, training
from diayn_jax.config import ConfigError
from diayn_jax.networks import TwinCritic
from diayn_jax.objectives import diayn
from diayn_jax.run import loop, memory_plan, plan


def after_an_epoch(config, env, mesh=None):
    """Returns a run's compiled functions, and its state after one epoch."""
    functions = training.compiled(training.make_trainer(config, env, mesh))
    return functions, functions.epoch(functions.init(jax.random.key(0), hparams_of(config)))[0]


def in_the_loop(**fields):
    """Runs a short run from beginning to end, without writing files."""
    return runs.run(tiny.config(**({"num_env_steps": 800, "eval_every": 400} | fields)))[0]


# Vectors of rewards.


def test_critics_learn_vectors_in_the_loop(monkeypatch, shared_compilation):
    monkeypatch.setitem(objectives.OBJECTIVES, "vector", seam_parts.VECTOR)
    rates = {"discount": 0.5, "tau": 0.1, "alpha": 0.0, "learning_rate": 5e-3, "anneal": 0.0}
    fields = {"env": "seam_parts:one_state", "episode_length": 1, "updates_per_iteration": 8}
    run = in_the_loop(objective="vector", **fields, **rates)
    assert run.figures["eval/score"] == pytest.approx(1.0)
    state, parts = run.state, run.trainer.components
    critics = TwinCritic(run.config.critic_hidden_sizes, run.config.critic_layer_norm, (2,))
    stored = parts.feature_map.stored(state.env.timestep)
    seen = parts.inputs.agent_input(state.statistics, state.env.timestep.obs, stored)
    skill = parts.skills.encode(state.skill)
    values = critics.apply(state.agent.critics, seen, skill, jnp.zeros((8, 1)))
    # Every step is truncated: ψ = r/(1 − γ).
    np.testing.assert_allclose(values, np.broadcast_to([2.0, -4.0], (2, 8, 2)), atol=0.35)


def test_the_lesser_vector_is_bootstrapped_by():
    values = jnp.array([[[1.0, 5.0], [9.0, 9.0]], [[3.0, 2.0], [0.0, 1.0]]])
    worth = values @ jnp.array([1.0, 0.0])
    target = equations.successor_td_target(jnp.ones((2, 2)), jnp.array([False, True]), values, worth, 0.5)
    np.testing.assert_allclose(target, [[1.5, 3.5], [1.0, 1.0]])


@pytest.mark.parametrize("agent", ["ppo", "hiro", "soft_option_critic"])
def test_agents_of_numbers_refuse_vectors(monkeypatch, agent):
    monkeypatch.setitem(objectives.OBJECTIVES, "vector", seam_parts.VECTOR)
    config = tiny_config(objective="vector", agent=agent)
    words = f"--agent={agent} .* vectors of 2. Use another --objective, or --agent=sac or td3 or package"
    with pytest.raises(ConfigError, match=words):
        training.make_trainer(config, walker(2.0))


def test_no_agent_of_vectors_is_proposed_for_discrete_actions(monkeypatch):
    monkeypatch.setitem(objectives.OBJECTIVES, "vector", seam_parts.VECTOR)
    config = tiny_config(objective="vector", agent="dqn")
    with pytest.raises(ConfigError, match=r"Use another --objective, or --agent=package\.module:make\.$"):
        training.make_trainer(config, chooser())


# A memory of each environment.


def test_returns_of_episodes_are_kept_by_environment_over_devices(monkeypatch, shared_compilation):
    monkeypatch.setitem(objectives.OBJECTIVES, "returns", seam_parts.RETURNS)
    fields = {"objective": "returns", "env": "seam_parts:two_or_three_steps", "num_devices": 2}
    run = in_the_loop(**fields, num_skills=2)
    # Episodes of skill 0 have 2 steps, and those of skill 1 have 3. Each step pays 1/2.
    np.testing.assert_allclose(run.state.objective.of_skill, [1.0, 1.5])
    assert run.state.memory["return"].shape == (8,)
    assert len(run.state.memory["return"].sharding.device_set) == 2
    # The mean over skills is therefore 1.25.
    _, metrics = training.compiled(run.trainer).epoch(run.state)
    assert metrics["train/mean_return"] == pytest.approx(1.25, abs=1e-3)
    assert run.figures["eval/score"] == pytest.approx(1.25, rel=1e-5)


# Other states of an episode.


def test_batches_hold_the_episodes_of_their_rows(monkeypatch, shared_compilation):
    seen, learned = [], []
    monkeypatch.setitem(objectives.OBJECTIVES, "relabelling", seam_parts.relabelling(seen, learned))
    fields = {"env": "seam_parts:lives_of_four", "features": "obs", "normalize": False}
    run = in_the_loop(objective="relabelling", replay_size=128, **fields)
    jax.effects_barrier()
    assert run.figures["eval/score"] == pytest.approx(7.0)
    assert all(np.isfinite(x).all() for x in leaves(run.state.agent).values())
    state = run.state
    latest = max(int(count) for count, _ in seen)
    batch = next(jax.tree.map(np.asarray, batch) for count, batch in seen if int(count) == latest)
    # The ring at the time of the last batches, in the order of time. An observation has the count of steps
    # and the number of its episode.
    position, capacity = int(state.replay.position), 16
    order = (position + np.arange(capacity)) % capacity
    rows = jax.tree.map(lambda x: np.asarray(x)[order], state.replay.rows)
    found = {"first": set(), "last": set()}
    for b in range(run.config.batch_size):
        count, name = batch.raw_features[b]
        (env,) = {int(e) for e in np.argwhere(rows.obs[..., 1] == name)[:, 1]}
        place = np.flatnonzero(rows.obs[:, env, 1] == name)
        counts, valid = rows.obs[place, env, 0], rows.valid[place, env]
        states = batch.episode
        for features in (states.first_features, states.last_features, states.ahead_features):
            assert features[b, 1] == name
        # The oldest row may be the first of its episode, but this is unknown.
        assert states.first_known[b] == (counts[0] == 0 and place[0] > 0)
        assert states.first_features[b, 0] == counts[0]
        assert states.last_known[b] == (not valid[-1])
        assert states.last_features[b, 0] == counts[-1]
        assert states.steps_ahead[b] == min(2, counts[-1] - count)
        assert states.ahead_features[b, 0] == count + states.steps_ahead[b]
        if states.first_known[b] and states.last_known[b]:
            np.testing.assert_array_equal(batch.skill[b], [counts[-1] - counts[0], 0])
        found["first"].add(bool(states.first_known[b]))
        found["last"].add(bool(states.last_known[b]))
    assert True in found["first"]
    assert True in found["last"]
    # The objective learns from the skills that acted. A relabelled skill has 0 as its second number.
    assert all((np.asarray(skill)[:, 1] != 0).all() for skill in learned)
    assert any((np.asarray(batch.skill)[:, 1] == 0).any() for _, batch in seen)


@pytest.mark.parametrize("agent", ["ppo", "hiro"])
def test_episodes_are_of_replay_alone(monkeypatch, agent):
    monkeypatch.setitem(objectives.OBJECTIVES, "relabelling", seam_parts.relabelling())
    with pytest.raises(ConfigError, match=f"other states of an episode.*--agent={agent} "):
        training.make_trainer(tiny_config(objective="relabelling", agent=agent), walker(2.0))


# Priors that move.


def test_a_prior_that_moves_is_not_tiled(monkeypatch):
    monkeypatch.setitem(skills.SPACES, "by_reward", seam_parts.BY_REWARD)
    monkeypatch.setitem(objectives.OBJECTIVES, "mine", seam_parts.PAID_BY_SKILL)
    config = tiny_config(objective="mine", num_skills=3, skill_sampling="tiled")
    with pytest.raises(
        ConfigError, match="--skill_sampling=tiled: the prior of --skill_space=by_reward moves"
    ):
        training.make_trainer(config, counter())


def test_a_prior_is_learned_of_rewards_in_the_loop(monkeypatch, shared_compilation):
    monkeypatch.setitem(skills.SPACES, "by_reward", seam_parts.BY_REWARD)
    monkeypatch.setitem(objectives.OBJECTIVES, "mine", seam_parts.PAID_BY_SKILL)
    run = in_the_loop(objective="mine", num_skills=3)
    # Skill k is paid k, so p(z) ∝ exp(z).
    p = np.exp(np.arange(3)) / np.exp(np.arange(3)).sum()
    np.testing.assert_allclose(jax.nn.softmax(run.state.skills), p, rtol=1e-5)
    # Evaluation weighs skills by the current prior: Σ p(z) z.
    assert run.figures["eval/score"] == pytest.approx(p @ np.arange(3), rel=1e-4)


# Islands.


def two_lanes(config, env, devices=1):
    trainer = training.make_trainer(config, env, parallel.make_mesh(devices))
    functions = training.compiled_lanes(config, trainer, 2)
    hparams = jax.tree.map(lambda x: jnp.stack([x, x]), hparams_of(config))
    return functions, functions.init(jax.random.split(jax.random.key(0)), hparams)


def test_islands_weigh_the_same_and_sum_to_one(monkeypatch):
    """On two devices, each island lies on a device of its own."""
    monkeypatch.setitem(objectives.OBJECTIVES, "mine", seam_parts.MEAN_ACTION)
    # One iteration of one update, so that both runs see the same batches.
    config = tiny_config(objective="mine", epoch_steps=8, updates_per_iteration=1)
    found = []
    for devices in (1, 2):
        functions, state = two_lanes(config, walker(2.0), devices)
        found.append(jax.device_get(functions.epoch(state)[1]))
    for of_all in found:
        own = of_all["train/own_action"]
        assert own[0] != own[1]
        np.testing.assert_allclose(own, found[0]["train/own_action"], rtol=1e-5)
        np.testing.assert_allclose(of_all["train/mean_action"], np.full(2, own.mean()), rtol=1e-5)
        np.testing.assert_allclose(of_all["train/total_weight"], [1.0, 1.0], rtol=1e-6)


def test_islands_share_a_discriminator_in_the_loop_and_each_is_scored_by_its_own_hyperparameters(
    monkeypatch, shared_compilation
):
    def make(config, problem):
        def score(state, step, hparams):
            return jnp.full(step.reward.shape, hparams["discount"])

        # If it classified skills, evaluation would give the figures of the classifier.
        return diayn.SPEC.make(config, problem)._replace(score=score, log_probs=None)

    spec = diayn.SPEC._replace(make=make, shared_over_lanes=True)
    monkeypatch.setitem(objectives.OBJECTIVES, "mine", spec)
    fields = {"objective": "mine", "num_env_steps": 800, "eval_every": 800, "name": "", "num_skills": 2}
    configs = [tiny.config(**fields, seed=seed, discount=discount) for seed, discount in ((0, 0.5), (1, 0.9))]
    first, second = loop.drive(plan.make_lane_plans(configs), say=lambda line: None)
    assert_same(first.state.objective, second.state.objective)
    # Each lane has its own policy.
    ours, theirs = leaves(first.state.agent.policy), leaves(second.state.agent.policy)
    assert not all(np.array_equal(ours[name], theirs[name]) for name in ours)
    assert [run.figures["eval/score"] for run in (first, second)] == pytest.approx([0.5, 0.9])
    rates = [tiny.config(**fields, discriminator_learning_rate=rate) for rate in (1e-3, 2e-3)]
    with pytest.raises(ConfigError, match="--discriminator_learning_rate: the runs of one program share"):
        plan.make_lane_plans(rates)


@pytest.mark.parametrize("name", ["expand", "learned_prior"])
def test_islands_cannot_move_priors_of_their_own(name):
    fields = {"objective": "diayn_islands", "num_skills": 2, "name": "", name: True}
    configs = [tiny.config(**fields, seed=seed) for seed in (0, 1)]
    with pytest.raises(ConfigError, match="each would move its own prior"):
        plan.make_lane_plans(configs)


# A whole learner.


@pytest.fixture
def evolution(monkeypatch):
    monkeypatch.setitem(agents.AGENTS, "evolution", seam_parts.EVOLUTION)


def test_a_population_finds_the_best_action_on_two_devices_as_on_one(evolution):
    fields = {"objective": "task", "agent": "evolution", "num_envs": 32, "rollout_length": 6}
    # An epoch has five generations.
    config = tiny_config(**fields, epoch_steps=960, episode_length=5)
    # The reward is minus the distance to a target 10 m away. A step is at most 1 m.
    env = walker(10.0)
    functions, state = after_an_epoch(config, env)
    assert_close(after_an_epoch(config, env, parallel.make_mesh(2))[1].agent, state.agent)
    for _ in range(7):
        state, metrics = functions.epoch(state)
    assert float(jnp.tanh(state.agent.mean[0])) > 0.9
    # The best return of five steps is −9 − 8 − 7 − 6 − 5.
    assert -42 < float(metrics["train/mean_fitness"]) <= -35
    kept = functions.keep(state)
    after, _ = functions.epoch(jax.tree.map(jnp.copy, state))
    assert_same(functions.undo(after, kept).replay, state.replay)


def test_a_population_in_the_loop(evolution, shared_compilation):
    config = tiny.config(
        objective="task", agent="evolution", num_env_steps=1600, rollout_length=25, eval_every=800
    )
    run, _ = runs.run(config)
    assert np.isfinite(run.figures["eval/return"])
    assert all(np.isfinite(x).all() for x in leaves(run.state.agent).values())
    needs, _ = memory_plan.memory_needs(config, run.trainer, training.state_shapes(config, run.trainer))
    assert ("the population", 8) in {(need.what, need.bytes) for need in needs}
