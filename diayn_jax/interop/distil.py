"""Distils a repertoire into skills: one policy with a skill for each solution, and a discriminator.

The policy imitates the solutions with DAgger (Ross et al. 2011, arXiv:1011.0686). In the first round, the
solutions play and the policy learns from their actions; with one round this is behaviour cloning. In each
later round, the policy plays, the solutions' actions at its states are recorded, and the policy learns from
all records so far. The discriminator learns from the policy's episodes, so that the figures of
docs/reference/metrics.md describe the policy's skills and not the solutions.
"""

import contextlib
import functools
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import envs, training
from diayn_jax.config import NO_SYMMETRY, Config, ConfigError, check_whole, in_arguments
from diayn_jax.interop.distilled import Distilled, finish, held
from diayn_jax.machine import capacity
from diayn_jax.networks import Policy
from diayn_jax.output import Progress, silent
from diayn_jax.resolve import make_config
from diayn_jax.run.plan import Plan, make_plan
from diayn_jax.run.services import plain_environment
from diayn_jax.training.statistics import deviation_sums, merge, no_samples
from diayn_jax.types import Array, Batch, Key, PyTree
from diayn_jax.use.archives.adaptation import own_backend
from diayn_jax.use.folded_skills import PlainPolicies, act
from diayn_jax.use.training_run import SERVICES

CHUNK = 1000  # updates in one call of a compiled program; Ctrl-C takes effect between calls
_SET = ("objective", "agent", "skill_space", "num_skills", "symmetry")  # fields that distilling sets itself
_MOVES_PRIOR = ("expand", "learned_prior")  # switches of priors that training moves, and distilling does not
NOISE = 0.1  # the policy's standard deviation before the tanh; the solutions are deterministic and set none


class Steps(NamedTuple):
    """The steps of episodes of N solutions, [N, M, ...] each. There are M steps for each solution."""

    obs: Array  # [N, M, O], raw, at s
    stored: Array  # [N, M, F'], raw, at s: features that are not in the observation
    next_obs: Array
    next_stored: Array
    action: Array  # [N, M, A], the solution's action at s
    valid: Array  # [N, M], bool


class Learning(NamedTuple):
    """How a network learns from recorded steps."""

    updates: int
    key: Key
    told: Callable[[int, int], None]  # receives the number of finished updates, and of all updates


@in_arguments
def distil_policies(
    policies: PlainPolicies,
    *,
    env: str,
    episodes: int = 8,
    rounds: int = 3,
    updates: int = 2000,
    progress: Progress = silent,
    source: Mapping[str, Any] | None = None,
    **fields: Any,
) -> Distilled:
    """Distils plain policies into one skill-conditioned policy, and returns it as a run.

    Args:
      policies: N solutions, such as `archive.policies(repertoire)` or another run's skills.
      env: the environment in which they act. Its backend is `backend`, if that is given. Otherwise it is the
        backend in which the solutions were made, if the environment has it.
      episodes: the number of episodes of each solution in a round.
      rounds: the number of rounds of playing and learning; 1 is behaviour cloning.
      updates: the policy's updates in a round, and the discriminator's updates at the end.
      progress: receives what is being done, and how many of its updates are made.
      source: where the solutions come from, in JSON types, for distilled.json. Messages name its `path`.
      fields: fields of `Config`, such as `episode_length`, `policy_hidden_sizes`, `log_dir`. The objective
        (DIAYN), the agent (SAC) and the skills (one for each solution) cannot be given. A page is drawn
        only with `report="html"`.

    Raises:
      ConfigError: there are fewer than two solutions; a number is below 1; the environment's observations or
        actions do not fit the solutions; memory does not hold the episodes; or a field is not allowed for a
        run of DIAYN.
      RunFileError: a file of the run cannot be written.
    """
    check_whole(episodes=episodes, rounds=rounds, updates=updates)
    count, source = len(policies.skills), dict(source or {})
    begins = f"{source['path']}: " if "path" in source else ""  # the prefix of error messages
    if count < 2:
        raise ConfigError(
            f"{begins}{count} solutions given. Give 2 or more: distilling learns to tell skills apart."
        )
    given = [name for name in _SET if name in fields]
    if given := [*given, *(name for name in _MOVES_PRIOR if fields.get(name))]:
        raise ConfigError(
            f"{given[0]}={fields[given[0]]}: distilling makes {count} skills from {count} solutions, with "
            "SAC's policy and DIAYN's discriminator. Leave it out."
        )

    def fitting(config: Config, backend: str, directory: Path | None, *, trust: bool) -> envs.Env:
        env = plain_environment(config, backend, directory, trust=trust)
        try:
            _check_fit(config, env, policies, begins)
            _check_memory(config, env, count * episodes * (rounds + 1), episodes)
        except BaseException:
            env.close()
            raise
        return env

    plan = make_plan(_config(policies, env, fields), services=SERVICES._replace(make_env=fitting))
    origin = {
        "solutions": count,
        "source": {"skills": np.asarray(policies.skills).tolist(), **source},
        "episodes": episodes,
        "rounds": rounds,
        "updates": updates,
    }
    with contextlib.ExitStack() as stack:
        stack.callback(plan.env.close)
        if plan.directory is not None:
            stack.enter_context(held(plan.directory, progress))
        return _distil(plan, policies, episodes, rounds, updates, origin, progress)


def _config(policies: PlainPolicies, env: str, fields: dict[str, Any]) -> Config:
    count, env = len(policies.skills), envs.canonical(env)
    given = {
        "env": env,
        "backend": own_backend(policies, env),
        "objective": "diayn",
        "agent": "sac",
        "num_skills": count,
        "symmetry": NO_SYMMETRY,
        "agent_sees_features": bool(policies.appended),
        # Distilling does not use the state's environments and replay ring, so they are kept small.
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
    origin: Mapping[str, Any],
    progress: Progress,
) -> Distilled:
    begun = time.perf_counter()
    config, env, trainer = plan.config, plan.env, plan.trainer
    keys = jax.random.split(jax.random.key(config.seed), 4 + rounds)
    init_key, solutions_key, check_key, fit_key, *round_keys = keys
    progress("Playing the solutions")
    stages = training.compiled(trainer).stages
    with envs.collected(env.callback_errors):
        # Without the warm-up, whose program is that of training.
        pool = stages.make_pool(init_key)
        state = jax.block_until_ready(stages.begin(init_key, _hparams(plan), pool))
    play = _player(plan, policies, episodes)
    parts = training.policy_parts(state)
    played, of_solutions = play(parts, solutions_key, True)
    seen_so_far = [played]
    statistics = _statistics(plan, played)
    agent = state.agent
    for number, key in enumerate(round_keys):
        progress(what := f"Learning from the solutions, round {number + 1} of {rounds}")
        play_key, learn_key = jax.random.split(key)
        if number:
            parts = parts._replace(agent=agent, statistics=statistics)
            seen_so_far.append(play(parts, play_key, False)[0])
        data = jax.tree.map(lambda *x: jnp.concatenate(x, axis=1), *seen_so_far)
        learn = Learning(updates, learn_key, functools.partial(progress, what))
        agent = agent._replace(policy=_clone(plan, agent.policy, statistics, data, learn))
    progress(what := "Learning to tell the skills apart")
    parts = parts._replace(agent=agent, statistics=statistics)
    played, of_skills = play(parts, check_key, False)
    learn = Learning(updates, fit_key, functools.partial(progress, what))
    objective = _classify(plan, state.objective, statistics, played, learn)
    steps = sum(int(x.valid.sum()) for x in (*seen_so_far, played))
    state = state.replace(
        agent=agent,
        objective=objective,
        statistics=statistics,
        counters=state.counters.replace(env_steps=jnp.uint32(steps)),
    )
    error = _error(plan, agent.policy, statistics, played)
    came_to = {
        "action_error": error,
        "return_of_solutions": of_solutions.tolist(),
        "return_of_skills": of_skills.tolist(),
    }
    run, written = finish(plan, state, {**origin, **came_to}, begun, progress)
    return Distilled(run, error, of_solutions, of_skills, tuple(written))


def _check_fit(config: Config, env: envs.Env, policies: PlainPolicies, begins: str) -> None:
    """Raises `ConfigError`, prefixed with `begins`, if the environment does not fit the solutions."""
    if env.image_shape is not None or env.num_actions is not None:
        what = "shows images" if env.image_shape is not None else "has discrete actions"
        raise ConfigError(
            f"{begins}--env={config.env} {what}, but solutions take vectors and return vectors. Give another "
            "--env."
        )
    lacking = [name for name in policies.appended if name not in env.features]
    if lacking:
        raise ConfigError(
            f"{begins}the solutions see {lacking[0]}, but {env.name} has only {', '.join(env.features)}."
        )
    seen = env.observation_size + sum(env.features[name].size for name in policies.appended)
    if seen != policies.input_size or env.action_size != policies.action_size:
        raise ConfigError(
            f"{begins}the solutions take {policies.input_size} numbers and return {policies.action_size}; "
            f"{env.name} shows {seen} and takes {env.action_size}."
        )
    stored = envs.make_features(env, config.features).stored_names
    if stored != policies.appended and policies.appended:
        behind = "+".join(policies.appended)
        raise ConfigError(
            f"{begins}the solutions see {behind} after the observation, but --features={config.features} "
            f"puts {'+'.join(stored) or 'nothing'} there. Give --features={behind}."
        )


def _check_memory(config: Config, env: envs.Env, in_all: int, episodes: int) -> None:
    """Raises `ConfigError` if memory does not hold `in_all` episodes, including those played at the end."""
    stored = envs.make_features(env, config.features).stored_names
    # Each step has raw observations and stored features at s and at s', the solution's action, and a flag.
    # They are in memory twice: in the rounds' records, and in the concatenation from which the policy learns.
    # The policy's inputs come on top.
    of_state = env.observation_size + sum(env.features[name].size for name in stored)
    step = 4 * (2 * (2 * of_state + env.action_size + 1) + of_state)
    capacity.check_episodes(
        "--episodes", episodes, in_all, config.episode_length, step, longer="--episode_length"
    )


def _hparams(plan: Plan) -> dict[str, Array]:
    return training.make_hparams(plan.config, plan.env.action_size)


def _network(plan: Plan) -> Policy:
    config: Any = plan.config
    return Policy(plan.env.action_size, config.policy_hidden_sizes, config.policy_layer_norm)


def _player(plan: Plan, policies: PlainPolicies, episodes: int) -> Any:
    """Returns a function that plays episodes: (parts, key, by_solutions) -> steps, and mean returns [N].

    The solutions act if `by_solutions` is True. Otherwise the policy acts.
    """
    env, trainer = plan.env, plan.trainer
    count = len(policies.skills)
    skill = jnp.repeat(jnp.arange(count), episodes).astype(trainer.components.skills.dtype)

    def teach(obs: Array, stored: Array) -> Array:
        shown = jnp.concatenate([obs, stored], axis=-1) if policies.appended else obs
        by_solution = shown.reshape(count, episodes, -1)
        return jax.vmap(act)(policies.params, by_solution).reshape(count * episodes, -1)

    def play(parts: training.PolicyParts, keys: Key, by_solutions: bool):
        def body(carry, _):
            timestep, alive = carry
            stored = trainer.components.feature_map.stored(timestep)
            taught = teach(timestep.obs, stored)
            first = jnp.zeros(alive.shape, bool)
            own = trainer.act(parts, (), timestep.obs, stored, skill, first, None)[0]
            after = env.step(timestep.state, taught if by_solutions else own)
            valid, alive = envs.step_of_episodes(alive, after)
            row = Steps(
                timestep.obs, stored, after.obs, trainer.components.feature_map.stored(after), taught, valid
            )
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
        with envs.collected(env.callback_errors):
            steps, returns = jax.block_until_ready(
                compiled(parts, jax.random.split(key, count * episodes), by_solutions)
            )
        return steps, np.asarray(returns)

    return call


def _statistics(plan: Plan, played: Steps) -> training.Statistics:
    """Returns the statistics of the solutions' observations and features."""
    counted = plan.trainer.components.inputs.counted(played.obs, played.stored)
    seen = counted[np.asarray(played.valid)]
    blank = no_samples(seen.mean(0))
    return merge(blank, len(seen), deviation_sums(blank, seen[None]))


def _policy_input(plan: Plan, statistics: training.Statistics, steps: Steps) -> Any:
    """Returns what the policy sees at the steps, [..., S]."""
    seen: Any = plan.trainer.components.inputs.agent_input(statistics, steps.obs, steps.stored)
    dims = plan.trainer.components.problem.policy_dims
    return seen if dims is None else seen[..., jnp.array(dims)]


def _clone(
    plan: Plan, params: PyTree, statistics: training.Statistics, data: Steps, learn: Learning
) -> PyTree:
    """Returns the policy after Adam's steps on the mean of the imitation loss.

    The loss is |tanh μ(s, z) − a|² + 0.01 · mean((log σ − log NOISE)²).
    """
    config: Any = plan.config
    trainer, network = plan.trainer, _network(plan)
    adam, count, length = trainer.components.problem.optimizer, *data.valid.shape
    seen, rate = _policy_input(plan, statistics, data), config.learning_rate

    def loss(params: PyTree, solution: Array, seen: Array, action: Array, valid: Array) -> Array:
        mean, log_std = network.apply(params, seen, trainer.components.skills.encode(solution))
        off = jnp.sum((jnp.tanh(mean) - action) ** 2, axis=-1)
        wide = jnp.mean((log_std - jnp.log(NOISE)) ** 2, axis=-1)
        weight = valid.astype(jnp.float32)
        return jnp.sum(weight * (off + 0.01 * wide)) / jnp.maximum(weight.sum(), 1.0)

    def body(carry, inputs, steps):
        params, state = carry
        key, place = inputs
        solution_key, step_key = jax.random.split(key)
        solution = jax.random.randint(solution_key, (config.batch_size,), 0, count)
        step = jax.random.randint(step_key, (config.batch_size,), 0, length)
        grads = jax.grad(loss)(params, solution, *(x[solution, step] for x in steps))
        falling = rate * (1.0 - place / learn.updates)
        params, state, _ = adam.step(grads, state, params, falling, max_norm=config.max_grad_norm)
        return (params, state), None

    inputs = jax.random.split(learn.key, learn.updates), jnp.arange(learn.updates)
    read = seen, data.action, data.valid
    return in_chunks(body, (params, adam.init(params)), inputs, read, learn.told)[0]


def _classify(
    plan: Plan, objective: PyTree, statistics: training.Statistics, played: Steps, learn: Learning
) -> PyTree:
    """Returns the discriminator's state after updates on the policy's episodes."""
    config, trainer = plan.config, plan.trainer
    count, length = played.valid.shape
    parts = training.PolicyParts((), (), statistics)
    phi = trainer.components.features(parts, played.next_obs, played.next_stored)
    scale = trainer.components.inputs.feature_scale(statistics)
    hparams, size = _hparams(plan), config.batch_size

    def body(state, key, steps):
        next_features, is_valid = steps
        solution_key, step_key, noise_key = jax.random.split(key, 3)
        solution = jax.random.randint(solution_key, (size,), 0, count)
        step = jax.random.randint(step_key, (size,), 0, length)
        valid = is_valid[solution, step].astype(jnp.float32)
        blank = jnp.zeros((size, 0))
        batch = Batch(
            obs=blank,
            next_obs=blank,
            features=blank,
            next_features=next_features[solution, step],
            feature_scale=jnp.broadcast_to(scale, (size, scale.shape[0])),
            action=blank,
            reward=jnp.zeros(size),
            skill=solution.astype(trainer.components.skills.dtype),
            terminated=jnp.zeros(size, bool),
            weight=valid / jnp.maximum(valid.sum(), 1.0),
            skill_weight=jnp.ones(size),
            agent_noise=(),
            objective_noise=jax.vmap(trainer.components.objective.noise)(jax.random.split(noise_key, size)),
            extras=(),
        )
        return trainer.components.objective.update(state, batch, hparams)[0], None

    keys = jax.random.split(learn.key, learn.updates)
    return in_chunks(body, objective, keys, (phi, played.valid), learn.told)


def in_chunks(
    body: Callable[[Any, Any, Any], Any],
    carry: PyTree,
    xs: PyTree,
    data: PyTree,
    told: Callable[[int, int], None],
) -> PyTree:
    """Runs `jax.lax.scan` in calls of `CHUNK` steps at most, and returns the last carry.

    A running program cannot be interrupted, so Ctrl-C takes effect between the calls.

    Args:
      body: (carry, one row of xs, data) -> (the next carry, anything).
      carry: the first carry.
      xs: arrays [U, ...], one row for each step.
      data: read by all steps. It is an argument because values that a function closes over are copied into
        its program.
      told: receives the number of finished steps, and of all steps.
    """
    learn = jax.jit(lambda carry, xs, data: jax.lax.scan(lambda c, x: body(c, x, data), carry, xs)[0])
    total = len(jax.tree.leaves(xs)[0])
    for first in range(0, total, CHUNK):
        told(first, total)
        part = jax.tree.map(lambda x, first=first: x[first : first + CHUNK], xs)
        carry = jax.block_until_ready(learn(carry, part, data))
    return carry


def _error(plan: Plan, policy: PyTree, statistics: training.Statistics, played: Steps) -> float:
    """Returns the root mean square of the difference between the policy's mode and the solutions' actions."""
    trainer, network = plan.trainer, _network(plan)

    def squares(row: tuple[Array, Steps]) -> Array:
        solution, steps = row
        seen = _policy_input(plan, statistics, steps)
        mean, _ = network.apply(
            policy, seen, trainer.components.skills.encode(jnp.full(steps.valid.shape, solution))
        )
        off = (jnp.tanh(mean) - steps.action) ** 2
        return jnp.where(steps.valid[:, None], off, 0.0).sum(axis=0)

    solutions = jnp.arange(len(played.valid), dtype=trainer.components.skills.dtype)
    # A loop over solutions, because the activations of all of them would take much memory.
    total = np.asarray(jax.jit(lambda *rows: jax.lax.map(squares, rows))(solutions, played), np.float64)
    return float(np.sqrt(total.sum() / (int(played.valid.sum()) * plan.env.action_size)))
