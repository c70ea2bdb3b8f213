"""diayn_jax as a worker: training, or one part of it alone, or learning against the clock."""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
from jax.sharding import NamedSharding
from jax.sharding import PartitionSpec as P

from benchmarks import worker
from diayn_jax import agents, envs, parallel, training
from diayn_jax.compose import make_config
from diayn_jax.config import Config
from diayn_jax.interfaces import Agent
from diayn_jax.run import devices, evaluation
from diayn_jax.types import Batch


@dataclasses.dataclass(frozen=True, kw_only=True)
class OursSetting:
    """What the worker runs.

    Modes: `training` (epochs), `environment` (episodes with random actions), `acting` (the
    policy on E observations), `update` (one round on a fixed batch), `learn`.
    """

    mode: str = "training"
    config: Mapping[str, Any] = dataclasses.field(default_factory=dict)  # over the device's preset
    devices: int | None = None  # None: all; on a CPU, one per core
    lanes: int = 1  # runs in one program, of training
    segment_seconds: float = 4.0
    budget_seconds: float = 600.0
    eval_seconds: float = 15.0


class Part(NamedTuple):
    """A scanned program of one part of an iteration."""

    run: Callable[[Any, Any], tuple[Any, Any]]  # (carry, key) -> (carry, environment steps)
    carry: Any


def build(setting: OursSetting) -> tuple[Config, training.Trainer]:
    """Starts JAX as the training command does, and makes the trainer."""
    given = {k: tuple(v) if isinstance(v, list) else v for k, v in setting.config.items()}
    name = given.get("env", Config.env)
    # Not `experiments.start`: it would take compiled programs of earlier runs from a cache.
    if setting.devices is None:
        parallel.use_cpu_cores(spare_threads=envs.factorises(name, given.get("backend", Config.backend)))
    else:
        jax.config.update("jax_num_cpu_devices", setting.devices)
        given["num_devices"] = setting.devices
    device = "cpu" if jax.default_backend() == "cpu" else "gpu"
    defaults = envs.spec(name).defaults
    config = make_config(given, env_defaults=defaults, device=device)
    env = envs.from_config(config)
    num_devices = devices.choose_num_devices(config, env)
    return config, training.make_trainer(config, env, parallel.make_mesh(num_devices))


class Run:
    """A run that is advanced epoch by epoch."""

    def __init__(self, setting: OursSetting):
        self.config, self.trainer = build(setting)
        self.functions = (
            training.compiled_lanes(self.config, self.trainer, setting.lanes)
            if setting.lanes > 1
            else training.compiled(self.trainer)
        )
        hparams = training.make_hparams(self.config, self.trainer.env.action_size)
        key = jax.random.key(self.config.seed)
        if setting.lanes > 1:
            key = jax.random.split(key, setting.lanes)
            hparams = jax.tree.map(lambda x: jnp.broadcast_to(x, (setting.lanes, *x.shape)), hparams)
        self.state = self.functions.init(key, hparams)

    def advance(self) -> tuple[int, int]:
        """One epoch; returns (environment steps of all lanes, updates of each) so far.

        Raises:
          FloatingPointError: a loss is not finite.
        """
        self.state, metrics = jax.block_until_ready(self.functions.epoch(self.state))
        bad = [name for name, value in metrics.items() if not bool(jnp.isfinite(value).all())]
        # The running score has no value before the first episode ends.
        if set(bad) - {f"train/{self.trainer.score_name}"}:
            raise FloatingPointError(f"not finite: {', '.join(bad)}")
        counters = self.state.counters
        return int(counters.env_steps.sum()), int(counters.updates)

    def bytes_per_transition(self) -> float:
        """Bytes of all of replay's arrays for each transition that it can hold."""
        return sum(leaf.nbytes for leaf in jax.tree.leaves(self.state.replay)) / self.config.replay_size


def make_part(config: Config, trainer: training.Trainer, mode: str) -> Part:
    """One part of an iteration by itself, on the trainer's devices, `iterations_per_epoch` times.

    What a part gives back goes into its next call, so that no compiler can lift it out of
    the loop.
    """
    env, axis = trainer.env, parallel.AXIS
    num_devices = 1 if trainer.mesh is None else trainer.mesh.size
    local_envs = config.num_envs // num_devices
    iterations = trainer.iterations_per_epoch
    agent = agents.spec(config.agent).make(config, trainer.problem)

    def device() -> jax.Array:
        return jax.lax.axis_index(axis) if trainer.mesh is not None else jnp.zeros((), jnp.int32)

    def keys_of(key, count):
        return jax.vmap(lambda i: jax.random.fold_in(key, i))(device() * count + jnp.arange(count))

    def environment(state, key):
        vector_env = envs.make_vector_env(env, config.episode_length)
        pool_key, key = jax.random.split(key)
        pool = vector_env.make_pool(jax.random.key_data(keys_of(pool_key, local_envs)))

        def body(state, inputs):
            key, time = inputs
            action = jax.vmap(lambda k: envs.random_action(env, k))(jax.random.split(key, local_envs))
            state, _, valid, _ = vector_env.step(state, action, pool, time)
            return state, valid.sum()

        length = iterations * config.rollout_length
        keys = jax.random.split(jax.random.fold_in(key, device()), length)
        state, valid = jax.lax.scan(body, state, (keys, jnp.arange(length)))
        return state, valid.sum()[None]

    def acting(carry, key):
        agent_state, obs, skill = carry

        def body(obs, key):
            action = agent.act(agent_state, obs, skill, keys_of(key, local_envs))
            return obs + 1e-3 * action[:, :1], None

        obs, _ = jax.lax.scan(body, obs, jax.random.split(key, iterations * config.rollout_length))
        return (agent_state, obs, skill), jnp.zeros(1)

    def update(carry, key):
        del key  # The noise of an update comes with its batch.
        agent_state, objective_state, hparams, batch = carry

        def body(carry, _):
            agent_state, objective_state = carry
            objective_state, _ = trainer.objective.update(objective_state, batch, hparams)
            reward = hparams["reward_scale"] * trainer.objective.reward(objective_state, batch)
            agent_state, _ = agent.update(agent_state, batch, reward, hparams, None)
            return (agent_state, objective_state), None

        (agent_state, objective_state), _ = jax.lax.scan(
            body, (agent_state, objective_state), length=iterations * config.updates_per_iteration
        )
        return (agent_state, objective_state, hparams, batch), jnp.zeros(1)

    agent_key, objective_key, env_key, obs_key = jax.random.split(jax.random.key(config.seed), 4)
    hparams = training.make_hparams(config, env.action_size)
    split, whole = P(axis), P()
    if mode == "environment":
        reset = envs.make_vector_env(env, config.episode_length).reset
        carry = jax.jit(reset)(jax.random.key_data(jax.random.split(env_key, config.num_envs)))
        body, specs = environment, split
    elif mode == "acting":
        obs = jax.random.normal(obs_key, (config.num_envs, trainer.problem.input_size))
        skill = trainer.skills.tile(jnp.arange(config.num_envs))
        carry = (agent.init(agent_key, hparams), obs, skill)
        body, specs = acting, (whole, split, split)
    else:
        batch = random_batch(config, trainer, agent, obs_key)
        agent_state = agent.init(agent_key, hparams)
        carry = (agent_state, trainer.objective.init(objective_key, hparams), hparams, batch)
        body, specs = update, (whole, whole, whole, split)
    if trainer.mesh is not None:
        # Laid out at once as each call leaves it, or the second call would compile anew.
        layout = jax.tree.map(
            lambda spec: NamedSharding(trainer.mesh, spec), specs, is_leaf=lambda x: isinstance(x, P)
        )
        carry = jax.device_put(carry, layout)
        body = jax.shard_map(
            body, mesh=trainer.mesh, in_specs=(specs, whole), out_specs=(specs, split), check_vma=False
        )
    return Part(jax.jit(body, donate_argnums=0), carry)


def random_batch(config: Config, trainer: training.Trainer, agent: Agent, key: jax.Array) -> Batch:
    """A batch of noise: an update costs the same whatever is in it."""
    rows, problem = config.batch_size, trainer.problem
    obs_key, next_key, action_key, *feature_keys, agent_key, objective_key = jax.random.split(key, 7)
    features, next_features = (jax.random.normal(k, (rows, problem.feature_size)) for k in feature_keys)
    return Batch(
        obs=jax.random.normal(obs_key, (rows, problem.input_size)),
        next_obs=jax.random.normal(next_key, (rows, problem.input_size)),
        features=features,
        next_features=next_features,
        feature_scale=jnp.ones((rows, problem.feature_size)),
        action=jax.vmap(lambda k: envs.random_action(trainer.env, k))(jax.random.split(action_key, rows)),
        reward=jnp.zeros(rows),
        skill=trainer.skills.tile(jnp.arange(rows)),
        terminated=jnp.zeros(rows, bool),
        weight=jnp.full(rows, 1.0 / rows),
        skill_weight=jnp.ones(rows),
        agent_noise=jax.vmap(agent.noise)(jax.random.split(agent_key, rows)),
        objective_noise=jax.vmap(trainer.objective.noise)(jax.random.split(objective_key, rows)),
        extras=(),
    )


def serve_throughput(setting: OursSetting, channel: worker.Channel) -> None:
    """Segments of training, or of a part of it."""
    clock = worker.Clock()
    about: dict[str, Any] = {}
    if setting.mode == "training":
        run = Run(setting)
        config, trainer = run.config, run.trainer
        done = int(run.state.counters.env_steps.sum())
        about["bytes_per_transition"] = run.bytes_per_transition()

        def advance() -> int:
            nonlocal done
            before, (done, _) = done, run.advance()
            return done - before

    else:
        config, trainer = build(setting)
        part = make_part(config, trainer, setting.mode)
        carry, key = part.carry, jax.random.key(config.seed + 1)

        def advance() -> int:
            nonlocal carry, key
            key, now = jax.random.split(key)
            carry, steps = jax.block_until_ready(part.run(carry, now))
            return int(steps.sum())

    worker.serve_segments(
        channel,
        advance,
        clock,
        iterations=trainer.iterations_per_epoch,
        segment_seconds=setting.segment_seconds,
        devices=1 if trainer.mesh is None else trainer.mesh.size,
        device_kind=jax.devices()[0].device_kind,
        updates_per_iteration=config.updates_per_iteration,
        **about,
    )


def serve_learning(setting: OursSetting, channel: worker.Channel) -> None:
    """Learning against the clock, which starts before anything is built or compiled."""
    from benchmarks import figures

    clock = worker.Clock()
    run = Run(setting)
    evaluator = evaluation.make_evaluator(run.config, run.trainer)
    worker.serve_learning(
        channel,
        clock,
        run.advance,
        lambda number: figures.evaluate(evaluator, run.state, run.config, number),
        budget_seconds=setting.budget_seconds,
        eval_seconds=setting.eval_seconds,
        num_env_steps=run.config.num_env_steps,
    )


MODES = {
    "training": serve_throughput,
    "environment": serve_throughput,
    "acting": serve_throughput,
    "update": serve_throughput,
    "learn": serve_learning,
}


def main() -> None:
    """Runs what the setting says."""
    setting, channel = worker.open_channel(OursSetting)
    MODES[setting.mode](setting, channel)


if __name__ == "__main__":
    main()
