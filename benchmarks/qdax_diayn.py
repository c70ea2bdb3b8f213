"""Runs QDax's DIAYN as a worker, with QDax's own algorithm, environment, buffer and iteration.

With `ours`, DIAYN and the buffer come from `diayn_jax.interop.qdax`, as if only the script's imports had
been changed.

The worker runs in an interpreter that has QDax (see requirements-qdax.txt). Its loop does the same as the
loop in QDax's notebook (act, insert and update inside one `lax.scan`). The state is donated from one scan to
the next, because one long scan would also update it in place.
"""

import dataclasses
import functools
import inspect
import types
from collections.abc import Callable

import jax
import jax.numpy as jnp

from benchmarks import worker

QDAX_ENVS = ("ant", "humanoid")  # environments with an `<env>_omni`, whose state descriptor is xy


@dataclasses.dataclass(frozen=True, kw_only=True)
class QdaxSetting:
    """The setting of the worker. Fields of the algorithm have QDax's defaults."""

    mode: str = "training"  # training | environment | learn
    ours: bool = False  # use diayn_jax's DIAYN and buffer in QDax's script
    env: str = "ant"  # one of QDAX_ENVS
    backend: str = "spring"
    num_skills: int = 10
    num_envs: int = 250
    episode_length: int = 200
    terminate_when_unhealthy: bool = False
    batch_size: int = 256
    hidden_sizes: tuple[int, ...] = (256, 256)
    updates_per_iteration: int = 1
    replay_size: int = 100_000
    learning_rate: float = 3e-4
    discount: float = 0.97
    tau: float = 0.005
    reward_scale: float = 1.0
    alpha: float | None = None  # None: learned, starting at 1.0
    iterations: int = 100  # iterations per scan
    segment_seconds: float = 4.0
    seed: int = 0
    budget_seconds: float = 600.0
    eval_seconds: float = 15.0
    eval_episodes: int = 10


def accept_old_clip_names() -> None:
    """Makes `jnp.clip` accept `a_min` and `a_max`, which QDax 0.5.0's `*_omni` environments pass.

    JAX 0.10 removed these names; without them, QDax's environments cannot be made.
    """
    clip = jnp.clip
    if "a_min" in inspect.signature(clip).parameters:
        return

    @functools.wraps(clip)
    def clip_either(x, /, min=None, max=None, *, a_min=None, a_max=None):  # noqa: A002
        return clip(x, a_min if min is None else min, a_max if max is None else max)

    jnp.clip = clip_either


class QdaxRun:
    """A run of QDax's DIAYN that advances scan by scan."""

    def __init__(self, setting: QdaxSetting):
        from qdax.core.neuroevolution.buffers.buffer import QDTransition
        from qdax.core.neuroevolution.sac_td3_utils import do_iteration_fn
        from qdax.tasks.brax import v2 as environments

        if setting.ours:
            from diayn_jax.interop.qdax import DIAYN, DiaynConfig, ReplayBuffer
        else:
            from qdax.baselines.diayn import DIAYN, DiaynConfig
            from qdax.core.neuroevolution.buffers.buffer import ReplayBuffer

        accept_old_clip_names()
        if setting.num_envs % setting.num_skills:
            raise ValueError(
                f"num_envs={setting.num_envs}: QDax needs a multiple of num_skills={setting.num_skills}"
            )
        self.setting = setting
        self.env = environments.create(
            f"{setting.env}_omni",
            batch_size=setting.num_envs,
            episode_length=setting.episode_length,
            auto_reset=True,
            backend=setting.backend,
            terminate_when_unhealthy=setting.terminate_when_unhealthy,
        )
        config = DiaynConfig(
            batch_size=setting.batch_size,
            episode_length=setting.episode_length,
            num_skills=setting.num_skills,
            tau=setting.tau,
            learning_rate=setting.learning_rate,
            alpha_init=1.0 if setting.alpha is None else setting.alpha,
            fix_alpha=setting.alpha is not None,
            discount=setting.discount,
            reward_scaling=setting.reward_scale,
            critic_hidden_layer_size=tuple(setting.hidden_sizes),
            policy_hidden_layer_size=tuple(setting.hidden_sizes),
        )
        self.diayn = DIAYN(config=config, action_size=self.env.action_size)
        env_key, agent_key = jax.random.split(jax.random.PRNGKey(setting.seed))
        training_state = self.diayn.init(
            agent_key,
            action_size=self.env.action_size,
            observation_size=self.env.observation_size,
            descriptor_size=self.env.state_descriptor_length,
        )
        dummy = QDTransition.init_dummy(
            observation_dim=self.env.observation_size + setting.num_skills,
            action_dim=self.env.action_size,
            descriptor_dim=self.env.state_descriptor_length,
        )
        buffer = ReplayBuffer.init(buffer_size=setting.replay_size, transition=dummy)
        self.bytes_per_transition = buffer.data.nbytes / setting.replay_size
        self.carry = (training_state, jax.jit(self.env.reset)(env_key), buffer)
        self.env_steps = 0
        self.updates = 0

        skills = jnp.tile(jnp.eye(setting.num_skills), (setting.num_envs // setting.num_skills, 1))
        iteration = functools.partial(
            do_iteration_fn,
            env_batch_size=setting.num_envs,
            # Half an update is added, because QDax truncates the product to an integer.
            grad_updates_per_step=(setting.updates_per_iteration + 0.5) / setting.num_envs,
            play_step_fn=functools.partial(self.diayn.play_step_fn, skills=skills, env=self.env),
            update_fn=self.diayn.update,
        )

        def scan(carry):
            def body(carry, _):
                training_state, env_state, buffer, metrics = iteration(*carry)
                return (training_state, env_state, buffer), metrics

            carry, metrics = jax.lax.scan(body, carry, length=setting.iterations)
            return carry, jax.tree.map(jnp.mean, metrics)

        self._scan = jax.jit(scan, donate_argnums=0)

    def advance(self) -> tuple[int, int]:
        """Runs one scan; returns (environment steps, updates) so far.

        Raises:
          FloatingPointError: a loss is not finite.
        """
        self.carry, metrics = jax.block_until_ready(self._scan(self.carry))
        if not all(bool(jnp.isfinite(value)) for value in metrics.values()):
            raise FloatingPointError(f"QDax's losses after {self.env_steps} steps: {metrics}")
        self.env_steps += self.setting.iterations * self.setting.num_envs
        self.updates += self.setting.iterations * self.setting.updates_per_iteration
        return self.env_steps, self.updates


def make_random_actions(run: QdaxRun) -> Callable[[], int]:
    """Makes QDax's environment alone, with uniform actions; each call blocks and returns its steps."""
    setting, env = run.setting, run.env

    @functools.partial(jax.jit, donate_argnums=0)
    def scan(state, key):
        def body(state, key):
            action = jax.random.uniform(key, (setting.num_envs, env.action_size), minval=-1.0, maxval=1.0)
            return env.step(state, action), None

        return jax.lax.scan(body, state, jax.random.split(key, setting.iterations))[0]

    state, key = run.carry[1], jax.random.PRNGKey(setting.seed + 1)

    def advance() -> int:
        nonlocal state, key
        key, now = jax.random.split(key)
        state = jax.block_until_ready(scan(state, now))
        return setting.iterations * setting.num_envs

    return advance


def serve_throughput(setting: QdaxSetting, channel: worker.Channel) -> None:
    """Serves segments of training, or of the environment alone."""
    clock = worker.Clock()
    run = QdaxRun(setting)

    def train() -> int:
        before = run.env_steps
        return run.advance()[0] - before

    worker.serve_segments(
        channel,
        make_random_actions(run) if setting.mode == "environment" else train,
        clock,
        iterations=setting.iterations,
        segment_seconds=setting.segment_seconds,
        devices=1,
        device_kind=jax.devices()[0].device_kind,
        bytes_per_transition=run.bytes_per_transition,
        updates_per_iteration=setting.updates_per_iteration,
    )


def make_evaluation(run: QdaxRun) -> Callable[[int], dict[str, float]]:
    """Evaluates QDax's networks by diayn_jax's evaluator.

    The evaluator gets a trainer of the same environment and features, whose policy and discriminator are
    replaced by QDax's.
    """
    from qdax.core.neuroevolution.networks.diayn_networks import make_diayn_networks

    from benchmarks import figures
    from diayn_jax import envs, training
    from diayn_jax.evaluation import evaluators
    from diayn_jax.resolve import make_config

    setting = run.setting
    low, high = (jnp.asarray(limit) for limit in run.env.state_descriptor_limits)
    sizes = tuple(setting.hidden_sizes)
    discriminator = make_diayn_networks(
        action_size=run.env.action_size,
        num_skills=setting.num_skills,
        critic_hidden_layer_size=sizes,
        policy_hidden_layer_size=sizes,
    )[2]

    def act(parts, actor, obs, stored, skill, first, keys):
        seen = jnp.concatenate([obs, jax.nn.one_hot(skill, setting.num_skills)], axis=-1)
        if keys is None:
            return run.diayn.select_action(seen, parts.agent, None, deterministic=True), actor
        rows = jax.vmap(lambda row, key: run.diayn.select_action(row, parts.agent, key))
        return rows(seen, keys), actor

    def log_probs(discriminator_params, xy):
        return jax.nn.log_softmax(discriminator.apply(discriminator_params, xy))

    def score(discriminator_params, step, hparams):
        del hparams
        chosen = step.skill.astype(jnp.int32)[..., None]
        found = log_probs(discriminator_params, step.next_features)
        return jnp.take_along_axis(found, chosen, axis=-1)[..., 0]

    terminates = "true" if setting.terminate_when_unhealthy else "false"
    config = make_config(
        env=setting.env,
        backend=setting.backend,
        num_skills=setting.num_skills,
        features="xy",
        episode_length=setting.episode_length,
        terminate_when_unhealthy=terminates,
        eval_episodes=setting.eval_episodes,
        num_envs=setting.num_envs,
        seed=setting.seed,
    )
    ours = training.make_trainer(config, envs.from_config(config))
    components = ours.components._replace(
        objective=ours.components.objective._replace(score=score, log_probs=log_probs),
        # QDax clips its descriptor to these limits, and its discriminator was trained within them.
        features=lambda parts, obs, stored: jnp.clip(stored, low, high),
    )
    trainer = ours._replace(components=components, act=act, start=lambda parts, keys: ())
    evaluator = evaluators.make_evaluator(config, trainer)

    def evaluate(number: int) -> dict[str, float]:
        training_state = run.carry[0]
        state = types.SimpleNamespace(
            agent=training_state.policy_params,
            objective=training_state.discriminator_params,
            statistics=(),
            skills=(),
            hparams=(),
            counters=types.SimpleNamespace(env_steps=run.env_steps),
        )
        return figures.evaluate(evaluator, state, config, number)

    return evaluate


def serve_learning(setting: QdaxSetting, channel: worker.Channel) -> None:
    """Serves learning against the clock, which starts before anything is built or compiled."""
    clock = worker.Clock()
    run = QdaxRun(setting)
    with clock.paused():
        evaluate = make_evaluation(run)
    worker.serve_learning(
        channel,
        clock,
        run.advance,
        evaluate,
        budget_seconds=setting.budget_seconds,
        eval_seconds=setting.eval_seconds,
    )


MODES = {"training": serve_throughput, "environment": serve_throughput, "learn": serve_learning}


def main() -> None:
    """Runs the mode of the setting."""
    setting, channel = worker.open_channel(QdaxSetting)
    MODES[setting.mode](setting, channel)


if __name__ == "__main__":
    main()
