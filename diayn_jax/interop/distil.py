"""A repertoire into skills: one policy with a skill for each solution, and a discriminator beside it.

The policy learns from the solutions themselves, by DAgger (Ross et al. 2011, arXiv:1011.0686): it plays, what
the solution would have done at each state is noted, and all that was noted so far is learned from. The first
episodes are the solutions' own: with one round it is plain behaviour cloning. The discriminator learns from
the policy's episodes, so that the figures of docs/metrics.md are of the skills as they are.
"""

import dataclasses
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import envs, metrics, training
from diayn_jax.compose import make_config
from diayn_jax.config import Config, ConfigError
from diayn_jax.networks import Policy
from diayn_jax.run import capacity, evaluation, files, logs
from diayn_jax.run.output import HostState, Output
from diayn_jax.run.plan import Plan, make_plan
from diayn_jax.show import report
from diayn_jax.training.statistics import deviation_sums, merge, no_samples
from diayn_jax.types import Array, Batch, Key, PyTree
from diayn_jax.use.adaptation import own_backend
from diayn_jax.use.loading import Run
from diayn_jax.use.plain import PlainPolicies, act

_SET = ("objective", "agent", "skills", "num_skills")  # what distilling itself says
NOISE = 0.1  # standard deviation of the policy before the tanh: solutions are deterministic


class Steps(NamedTuple):
    """Steps of episodes of all solutions, [N, M, ...] each, M of a solution."""

    obs: Array  # [N, M, O], raw, of s
    stored: Array  # [N, M, F'], raw, of s: features that the observation lacks
    next_obs: Array
    next_stored: Array
    action: Array  # [N, M, A]: the solution's at s
    valid: Array  # [N, M], bool


class Distilled(NamedTuple):
    """Skills that were made of solutions."""

    run: Run  # as a trained one; written where the config has a log_dir
    error: float  # root mean square of the policy's actions against the solutions', on its own episodes
    return_of_solutions: np.ndarray  # [N], of their own episodes
    return_of_skills: np.ndarray  # [N], of the policy's episodes
    written: tuple[Path, ...] = ()  # the run's files

    @property
    def kept(self) -> float | None:
        """The share of the solutions' mean return that the skills keep; None where that is not above 0."""
        whole = float(self.return_of_solutions.mean())
        return float(self.return_of_skills.mean()) / whole if whole > 0 else None


def distil(
    policies: PlainPolicies,
    *,
    env: str,
    episodes: int = 8,
    rounds: int = 3,
    updates: int = 2000,
    progress: Callable[[str], None] | None = None,
    **fields: Any,
) -> Distilled:
    """One skill-conditioned policy of several plain ones, as a run that can be evaluated and shown.

    Args:
      policies: N solutions, such as `use.archive.policies(repertoire)` or those of another run.
      env: what they act in, on the backend in which they were made, unless `backend` is given or it has
        none of that name.
      episodes: of each solution in a round.
      rounds: of playing and learning; 1 is behaviour cloning.
      updates: of the policy in a round, and of the discriminator at the end.
      progress: is told what it is at.
      fields: of `Config`, such as `episode_length`, `policy_hidden_sizes`, `log_dir`; not those that say
        what is learned (DIAYN's discriminator, SAC's policy, a skill for each solution). The page of the
        run is drawn by `report="html"` alone.

    Raises:
      ConfigError: fewer than two solutions; numbers below 1; an environment that shows other numbers than
        they see, or takes other actions; more episodes than memory holds; fields as for a run of DIAYN.
      RunFileError: a file of the run cannot be written.
    """
    for name, number in (("episodes", episodes), ("rounds", rounds), ("updates", updates)):
        if number < 1:
            raise ConfigError(f"{name}={number}: takes a whole number, 1 or more.")
    count = len(policies.skills)
    if count < 2:
        raise ConfigError(f"{count} solutions: skills are told apart, so there are to be 2 or more.")
    if given := [name for name in _SET if name in fields]:
        raise ConfigError(
            f"{given[0]}={fields[given[0]]}: distilling makes {count} skills of {count} solutions, by "
            "SAC's policy and DIAYN's discriminator. Leave it out."
        )
    plan = make_plan(_config(policies, env, fields))
    try:
        return _distil(plan, policies, episodes, rounds, updates, progress or (lambda _: None))
    except BaseException:
        if plan.directory is not None:
            files.remove_if_empty(plan.directory)
        raise
    finally:
        if plan.env.outside is not None:
            plan.env.outside.close()


def _config(policies: PlainPolicies, env: str, fields: dict[str, Any]) -> Config:
    count, env = len(policies.skills), envs.canonical(env)
    given = {
        "env": env,
        "backend": own_backend(policies, env),
        "objective": "diayn",
        "agent": "sac",
        "num_skills": count,
        "agent_sees_features": bool(policies.appended),
        # Of the state that a run keeps, the environments and the ring are not needed here.
        "num_envs": count,
        "warmup_steps": count,
        "policy_hidden_sizes": tuple(2 * size for size in policies.hidden_sizes),
        "num_devices": 1,
        "checkpoint_replay": False,
        "report": "none",
        **fields,
    }
    return make_config(given, env_defaults=envs.defaults(given["env"]))


def _distil(
    plan: Plan,
    policies: PlainPolicies,
    episodes: int,
    rounds: int,
    updates: int,
    progress: Callable[[str], None],
) -> Distilled:
    begun = time.perf_counter()
    config, env, trainer = plan.config, plan.env, plan.trainer
    _check(plan, policies, episodes, rounds)
    keys = jax.random.split(jax.random.key(config.seed), 4 + rounds)
    init_key, solutions_key, check_key, fit_key, *round_keys = keys
    progress("Playing the solutions")
    with envs.collected(env.faults):
        state = jax.block_until_ready(training.compiled(trainer).init(init_key, _hparams(plan)))
    play = _player(plan, policies, episodes)
    parts = training.policy_parts(state)
    played, of_solutions = play(parts, solutions_key, True)
    seen_so_far = [played]
    statistics = _statistics(plan, played)
    agent = state.agent
    for number, key in enumerate(round_keys):
        progress(f"Learning from the solutions, round {number + 1} of {rounds}")
        play_key, learn_key = jax.random.split(key)
        if number:
            parts = training.PolicyParts(agent, state.objective, statistics)
            seen_so_far.append(play(parts, play_key, False)[0])
        data = jax.tree.map(lambda *x: jnp.concatenate(x, axis=1), *seen_so_far)
        agent = agent._replace(policy=_clone(plan, agent.policy, statistics, data, updates, learn_key))
    progress("Learning to tell the skills apart")
    parts = training.PolicyParts(agent, state.objective, statistics)
    played, of_skills = play(parts, check_key, False)
    objective = _classify(plan, state.objective, statistics, played, updates, fit_key)
    steps = sum(int(x.valid.sum()) for x in (*seen_so_far, played))
    state = state.replace(
        agent=agent,
        objective=objective,
        statistics=statistics,
        counters=state.counters.replace(env_steps=jnp.uint32(steps)),
    )
    error = _error(plan, agent.policy, statistics, played)
    about = {
        "solutions": len(policies.skills),
        "episodes": episodes,
        "rounds": rounds,
        "updates": updates,
        "action_error": error,
        "return_of_solutions": of_solutions.tolist(),
        "return_of_skills": of_skills.tolist(),
    }
    run, written = _finish(plan, state, about, begun, progress)
    return Distilled(run, error, of_solutions, of_skills, tuple(written))


def _check(plan: Plan, policies: PlainPolicies, episodes: int, rounds: int) -> None:
    """Raises `ConfigError` where solutions are of another environment, or episodes of more than memory."""
    config, env, trainer = plan.config, plan.env, plan.trainer
    lacking = [name for name in policies.appended if name not in env.features]
    if lacking:
        raise ConfigError(f"the solutions see {lacking[0]}, and {env.name} has {', '.join(env.features)}.")
    seen = env.observation_size + sum(env.features[name].size for name in policies.appended)
    if seen != policies.input_size or env.action_size != policies.action_size:
        raise ConfigError(
            f"the solutions see {policies.input_size} numbers and act by {policies.action_size}; {env.name} "
            f"shows {seen} and takes {env.action_size}."
        )
    if tuple(trainer.feature_map.stored_names) != policies.appended and policies.appended:
        raise ConfigError(
            f"the solutions see {'+'.join(policies.appended)} behind the observation, and --features="
            f"{config.features} puts {'+'.join(trainer.feature_map.stored_names) or 'nothing'} there. Give "
            f"features='{'+'.join(policies.appended)}'."
        )
    # Of all rounds, and those at the end.
    many = len(policies.skills) * episodes * (rounds + 1)
    capacity.check_episodes(
        "episodes", episodes, many, config.episode_length, env, longer="episode_length", dashes=""
    )


def _hparams(plan: Plan) -> dict[str, Array]:
    return training.make_hparams(plan.config, plan.env.action_size)


def _network(plan: Plan) -> Policy:
    config: Any = plan.config
    return Policy(plan.env.action_size, config.policy_hidden_sizes, config.policy_layer_norm)


def _player(plan: Plan, policies: PlainPolicies, episodes: int) -> Any:
    """(parts, key, by the solutions) -> their or the policy's episodes, and mean returns [N]."""
    env, trainer = plan.env, plan.trainer
    count = len(policies.skills)
    skill = jnp.repeat(jnp.arange(count), episodes).astype(trainer.skills.dtype)

    def teach(obs: Array, stored: Array) -> Array:
        shown = jnp.concatenate([obs, stored], axis=-1) if policies.appended else obs
        by_solution = shown.reshape(count, episodes, -1)
        return jax.vmap(act)(policies.params, by_solution).reshape(count * episodes, -1)

    def play(parts: training.PolicyParts, keys: Key, by_solutions: bool):
        def body(carry, _):
            timestep, alive = carry
            stored = trainer.feature_map.stored(timestep)
            taught = teach(timestep.obs, stored)
            first = jnp.zeros(alive.shape, bool)
            own = trainer.act(parts, (), timestep.obs, stored, skill, first, None)[0]
            after = env.step(timestep.state, taught if by_solutions else own)
            valid, alive = envs.step_of_episodes(alive, after)
            row = Steps(timestep.obs, stored, after.obs, trainer.feature_map.stored(after), taught, valid)
            return (after, alive), (row, after.reward)

        start = env.reset(jax.random.key_data(keys))
        carry = start, jnp.ones(keys.shape, bool)
        _, (rows, reward) = jax.lax.scan(body, carry, length=plan.config.episode_length)
        returns = jnp.where(rows.valid, reward, 0.0).sum(0).reshape(count, episodes).mean(1)
        # [T, N · episodes, ...] -> [N, episodes · T, ...]
        return jax.tree.map(
            lambda x: jnp.moveaxis(x, 0, 1).reshape(count, episodes * x.shape[0], *x.shape[2:]), rows
        ), returns

    compiled = jax.jit(play, static_argnums=2)

    def call(parts: training.PolicyParts, key: Key, by_solutions: bool) -> tuple[Steps, np.ndarray]:
        with envs.collected(env.faults):
            steps, returns = jax.block_until_ready(
                compiled(parts, jax.random.split(key, count * episodes), by_solutions)
            )
        return steps, np.asarray(returns)

    return call


def _statistics(plan: Plan, played: Steps) -> training.Statistics:
    """Of what the solutions saw."""
    counted = plan.trainer.inputs.counted(played.obs, played.stored)
    seen = counted[np.asarray(played.valid)]
    blank = no_samples(seen.mean(0))
    return merge(blank, len(seen), deviation_sums(blank, seen[None]))


def _clone(
    plan: Plan, params: PyTree, statistics: training.Statistics, data: Steps, updates: int, key: Key
) -> PyTree:
    """The policy after so many Adam steps on (tanh μ(s, z) − a)² + (log σ − log NOISE)², averaged."""
    config: Any = plan.config
    trainer, network = plan.trainer, _network(plan)
    adam, count, length = trainer.problem.optimizer, *data.valid.shape
    seen: Any = trainer.inputs.agent_input(statistics, data.obs, data.stored)
    if trainer.problem.policy_dims is not None:
        seen = seen[..., jnp.array(trainer.problem.policy_dims)]
    rate = config.learning_rate

    def loss(params: PyTree, solution: Array, step: Array) -> Array:
        z = trainer.skills.encode(solution)
        mean, log_std = network.apply(params, seen[solution, step], z)
        off = jnp.sum((jnp.tanh(mean) - data.action[solution, step]) ** 2, axis=-1)
        wide = jnp.mean((log_std - jnp.log(NOISE)) ** 2, axis=-1)
        weight = data.valid[solution, step].astype(jnp.float32)
        return jnp.sum(weight * (off + 0.01 * wide)) / jnp.maximum(weight.sum(), 1.0)

    def body(carry, inputs):
        params, state = carry
        key, place = inputs
        solution_key, step_key = jax.random.split(key)
        solution = jax.random.randint(solution_key, (config.batch_size,), 0, count)
        step = jax.random.randint(step_key, (config.batch_size,), 0, length)
        grads = jax.grad(loss)(params, solution, step)
        params, state, _ = adam.step(grads, state, params, rate * (1.0 - place / updates))
        return (params, state), None

    inputs = jax.random.split(key, updates), jnp.arange(updates)
    learn = jax.jit(lambda carry, inputs: jax.lax.scan(body, carry, inputs)[0][0])
    return learn((params, adam.init(params)), inputs)


def _classify(
    plan: Plan, objective: PyTree, statistics: training.Statistics, played: Steps, updates: int, key: Key
) -> PyTree:
    """The discriminator's state after so many updates on the policy's episodes."""
    config, trainer = plan.config, plan.trainer
    count, length = played.valid.shape
    parts = training.PolicyParts((), (), statistics)
    phi = trainer.features(parts, played.next_obs, played.next_stored)
    scale = trainer.inputs.feature_scale(statistics)
    hparams, size = _hparams(plan), config.batch_size

    def body(state, key):
        solution_key, step_key, noise_key = jax.random.split(key, 3)
        solution = jax.random.randint(solution_key, (size,), 0, count)
        step = jax.random.randint(step_key, (size,), 0, length)
        valid = played.valid[solution, step].astype(jnp.float32)
        blank = jnp.zeros((size, 0))
        batch = Batch(
            obs=blank,
            next_obs=blank,
            features=blank,
            next_features=phi[solution, step],
            feature_scale=jnp.broadcast_to(scale, (size, scale.shape[0])),
            action=blank,
            reward=jnp.zeros(size),
            skill=solution.astype(trainer.skills.dtype),
            terminated=jnp.zeros(size, bool),
            weight=valid / jnp.maximum(valid.sum(), 1.0),
            skill_weight=jnp.ones(size),
            agent_noise=(),
            objective_noise=jax.vmap(trainer.objective.noise)(jax.random.split(noise_key, size)),
            extras=(),
        )
        return trainer.objective.update(state, batch, hparams)[0], None

    learn = jax.jit(lambda state, keys: jax.lax.scan(body, state, keys)[0])
    return learn(objective, jax.random.split(key, updates))


def _error(plan: Plan, policy: PyTree, statistics: training.Statistics, played: Steps) -> float:
    """Root mean square over actions of the policy's mode minus the solutions' actions."""
    trainer, valid = plan.trainer, np.asarray(played.valid)
    count, length = valid.shape
    solution = jnp.repeat(jnp.arange(count), length).astype(trainer.skills.dtype)
    flat = jax.tree.map(lambda x: x.reshape(count * length, *x.shape[2:]), played)
    network = _network(plan)
    seen: Any = trainer.inputs.agent_input(statistics, flat.obs, flat.stored)
    if trainer.problem.policy_dims is not None:
        seen = seen[..., jnp.array(trainer.problem.policy_dims)]
    mean, _ = network.apply(policy, seen, trainer.skills.encode(solution))
    off = np.asarray((jnp.tanh(mean) - flat.action) ** 2)[valid.reshape(-1)]
    return float(np.sqrt(off.mean()))


def describe(found: Distilled) -> list[str]:
    """What came of it, in lines: how many skills, how far off their actions are, what return they keep."""
    count, figures = len(found.return_of_solutions), found.run.figures
    before, after = found.return_of_solutions.mean(), found.return_of_skills.mean()
    kept = "" if found.kept is None else f", {100 * found.kept:.1f} % kept"
    return [
        f"{count} skills of {count} solutions; their actions, in -1 to 1, are off by {found.error:.4g} "
        "(root mean square)",
        f"Return {after:.4g} of skills, {before:.4g} of solutions{kept}",
        f"mi_normalised {figures['eval/mi_normalised']:.4g}",
    ]


def _finish(
    plan: Plan,
    state: training.TrainState,
    about: Mapping[str, Any],
    begun: float,
    progress: Callable[[str], None],
) -> tuple[Run, list[Path]]:
    """Evaluates the state, and writes it as the last checkpoint of a run where there is a directory.

    Args:
      plan: of the run.
      state: at its end.
      about: what distilled.json says.
      begun: when it began, by `time.perf_counter`.
      progress: is told what it is at.

    Returns:
      The run, and the paths of its files.
    """
    config, trainer = plan.config, plan.trainer
    progress("Playing the skills for the last figures")
    evaluator = evaluation.make_evaluator(config, trainer)
    figures = evaluator.evaluate(state)[0]
    full, played = evaluator.evaluate_full(state)
    figures, table = figures | full, metrics.skill_table(played)
    steps = int(state.counters.env_steps)
    config = dataclasses.replace(config, num_env_steps=steps)
    run = Run(
        config=config,
        path=plan.directory,
        state=state.replace(replay=()),
        figures=figures,
        skill_table=tuple(table),
        trainer=trainer,
        evaluator=evaluator,
    )
    if plan.directory is None:
        return run, []
    output = Output(plan._replace(config=config), plan.directory)
    times = {logs.STEP: steps, "time/wall_seconds": time.perf_counter() - begun}
    output.open([*times, *sorted(figures)], None, None, lambda line: None)
    host = HostState(env_steps=steps, evaluated_at=steps, wall_seconds=times["time/wall_seconds"])
    output.progress.add({**times, **figures})
    output.save(run.state, host, figures)
    written = output.write_skills(host, figures, table, played)
    output.close()
    written.append(plan.directory / files.DISTILLED)
    files.write_json(written[-1], about)
    if config.report != "none":
        progress("Drawing the page")
        written.append(report.write(run, trajectories=played).path)
    return run, written
