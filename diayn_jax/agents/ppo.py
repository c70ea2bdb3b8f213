"""Proximal policy optimisation with a clipped objective (Schulman et al. 2017, arXiv:1707.06347).

Vectors come of a Gaussian that tanh squashes into (−1, 1), as SAC's do. If they were clipped instead, their
log probability would be wrong, and no gradient would pull a mean outside the bounds back. The policy's
network is SAC's too, so whatever takes one of SAC's policies takes one of these. Discrete actions come of a
categorical distribution.

Following Andrychowicz et al. 2021 (arXiv:2006.05990), policy and critic are networks of their
own, the policy's last layer begins near 0 with a deviation of 0.5, and the critic's targets are
normalised by their running moments, here with its last layer rewritten so that no value changes (PopArt).
"""

import dataclasses
from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import equations, parallel
from diayn_jax.agents.rollouts import RolloutSettings
from diayn_jax.agents.vision import make_vision, with_latent_gradient
from diayn_jax.config import field
from diayn_jax.interfaces import AgentSpec, OnPolicyAgent, ProblemSpec
from diayn_jax.networks import CategoricalPolicy, Policy, ValueNetwork, without_skill
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, Pixels, PyTree

FIRST_STD = 0.5  # of actions before the tanh
LAST_LAYER = 0.01  # factor on the first weights of the policy's last layer
MOMENTS_SHARE = 0.01  # of a batch in the running moments of the critic's targets
LEAST_STD = 1e-2  # by which these are divided


@dataclasses.dataclass(frozen=True, kw_only=True)
class PpoSettings(RolloutSettings):
    """The settings of PPO."""

    clip: float = field(
        0.2, "ε, how far the ratio of new to old probabilities counts", "agent", above=0, traced=True
    )
    entropy_weight: float = field(
        0.0,
        "weight of the policy's entropy, in nats, beside normalised advantages",
        "agent",
        low=0,
        traced=True,
    )


class Targets(NamedTuple):
    """Running moments of the critic's targets, and after how many updates."""

    mean: Array  # []
    variance: Array  # []
    updates: Array  # [], float32


class PpoState(NamedTuple):
    """Policy and critic, what the critic's targets are normalised by, and the optimisers.

    Where the observation is an image, the critic and (`encoder=separate`) the policy are
    `vision.Encoded`.
    """

    policy: PyTree
    critic: PyTree
    targets: Targets | tuple[()]  # () where training is over
    policy_opt: PyTree
    critic_opt: PyTree


class Actions(NamedTuple):
    """How a policy's outputs become actions; outputs are those of its network, leaves [B, ...].

    `taken` is what is stored of an action besides: of a vector what it was before the tanh.
    """

    first: Callable[[PyTree], PyTree]  # a last layer's parameters as they begin
    mode: Callable[[PyTree], Array]
    sample: Callable[[PyTree, Key], tuple[Array, PyTree]]  # of one row -> action, taken
    log_prob: Callable[[PyTree, Array, PyTree], Array]  # (outputs, action, taken) -> [B]
    noise: Callable[[Key], PyTree]  # of one row, for the entropy
    entropy: Callable[[PyTree, PyTree], Array]  # (outputs, noise) -> [B], or an estimate of it


def make_ppo(config: Any, problem: ProblemSpec, actions: Actions | None = None) -> OnPolicyAgent:
    """The PPO agent.

    Args:
      config: with `PpoSettings`.
      problem: with actions of either kind.
      actions: another kind, made of `problem.action_size` outputs; None: that of the problem.
    """
    axis, adam, encode_skill = problem.axis, problem.optimizer, problem.skills.encode
    network = Policy if problem.num_actions is None and actions is None else CategoricalPolicy
    if actions is None:
        actions = _vectors(problem.action_size) if problem.num_actions is None else _choices()
    policy = network(problem.action_size, config.policy_hidden_sizes, config.policy_layer_norm)
    critic = ValueNetwork(config.critic_hidden_sizes, config.critic_layer_norm)
    vision = make_vision(config, problem)
    policy_size = problem.input_size if problem.policy_dims is None else len(problem.policy_dims)
    last = f"Dense_{len(config.policy_hidden_sizes)}"

    def init(key: Key, hparams: HParams) -> PpoState:
        del hparams
        policy_key, critic_key, policy_encoder_key, critic_encoder_key = jax.random.split(key, 4)
        skill = jnp.zeros((1, problem.skills.size))
        policy_params = policy.init(policy_key, jnp.zeros((1, policy_size)), skill)
        policy_params = _with_layer(policy_params, last, actions.first)
        critic_params = critic.init(critic_key, jnp.zeros((1, problem.input_size)), skill)
        policy_params = vision.init_policy(policy_encoder_key, policy_params)
        critic_params = vision.init_critics(critic_encoder_key, critic_params)
        return PpoState(
            policy_params,
            critic_params,
            Targets(jnp.zeros(()), jnp.ones(()), jnp.zeros(())),
            adam.init(policy_params),
            adam.init(critic_params),
        )

    def outputs(policy_params: PyTree, critic_params: PyTree, obs: Array | Pixels, skill: Array) -> PyTree:
        seen = vision.policy_input(policy_params, critic_params, obs)
        return policy.apply(vision.network(policy_params), seen, encode_skill(skill))

    def normalised_values(params: PyTree, obs: Array | Pixels, skill: Array) -> Array:
        return critic.apply(vision.network(params), vision.critic_input(params, obs), encode_skill(skill))

    def act(state: PpoState, obs: Array | Pixels, skill: Array, keys: Key | None) -> Array:
        found = outputs(state.policy, state.critic, obs, skill)
        return actions.mode(found) if keys is None else jax.vmap(actions.sample)(found, keys)[0]

    def sample(state: PpoState, obs: Array | Pixels, skill: Array, keys: Key) -> tuple[Array, PyTree]:
        found = outputs(state.policy, state.critic, obs, skill)
        action, taken = jax.vmap(actions.sample)(found, keys)
        return action, {"taken": taken, "log_prob": actions.log_prob(found, action, taken)}

    def values(state: PpoState, obs: Array | Pixels, skill: Array) -> Array:
        """V(s, z), [B], in the reward's unit."""
        targets = _moments(state)
        return targets.mean + _std(targets) * normalised_values(state.critic, obs, skill)

    def renormalised(state: PpoState, batch: Batch, target: Array) -> PpoState:
        """The state with the batch's targets among the moments, and the same values.

        Before the first batch values stand for nothing, and are not kept.
        """
        old = _moments(state)
        deviation = target - old.mean
        total, first, second = parallel.psum(
            (
                jnp.sum(batch.weight),
                jnp.sum(batch.weight * deviation),
                jnp.sum(batch.weight * deviation**2),
            ),
            axis,
        )
        # A batch of reset rows alone has no targets.
        share = jnp.where(total > 0, jnp.maximum(MOMENTS_SHARE, 1 / (old.updates + 1)), 0.0)
        variance = jnp.maximum(second - first**2, 0.0)
        mean, variance = equations.mixed_moments(old.mean, old.variance, old.mean + first, variance, share)
        new = Targets(mean, variance, old.updates + (total > 0))
        kept = jax.tree.map(lambda x, y: jnp.where(old.updates == 0, x, y), new, old)

        def rescaled(layer: PyTree) -> PyTree:
            kernel, bias = equations.rescaled_output(
                layer["kernel"], layer["bias"], kept.mean, _std(kept), new.mean, _std(new)
            )
            return {"kernel": kernel, "bias": bias}

        name = f"Dense_{len(config.critic_hidden_sizes)}"
        params = _with_layer(vision.network(state.critic), name, rescaled)
        return state._replace(critic=vision.with_network(state.critic, params), targets=new)

    def critic_loss(params: PyTree, batch: Batch, target: Array) -> tuple[Array, Array]:
        """Σ_b w_b ½ (V(s, z) − y)² of normalised values, and their mean."""
        found = normalised_values(params, batch.obs, batch.skill)
        return jnp.sum(batch.weight * 0.5 * (found - target) ** 2), jnp.sum(batch.weight * found)

    def policy_loss(params: PyTree, critic_params: PyTree, batch: Batch, advantage: Array, hparams: HParams):
        """−Σ_b w_b (clipped surrogate + entropy_weight · H); and H, D_KL(old ‖ new), the share clipped."""
        found = outputs(params, critic_params, batch.obs, batch.skill)
        log_prob = actions.log_prob(found, batch.action, batch.extras["taken"])
        log_ratio = log_prob - batch.extras["log_prob"]
        gain = equations.clipped_surrogate(log_ratio, advantage, hparams["clip"])
        entropy = actions.entropy(found, batch.agent_noise)
        clipped = jnp.abs(jnp.exp(log_ratio) - 1) > hparams["clip"]
        # ρ − 1 − log ρ is the divergence in expectation, and never negative.
        divergence = jnp.expm1(log_ratio) - log_ratio
        value = -jnp.sum(batch.weight * (gain + hparams["entropy_weight"] * entropy))
        return value, tuple(jnp.sum(batch.weight * x) for x in (entropy, divergence, clipped))

    def update(
        state: PpoState,
        batch: Batch,
        advantage: Array,
        target: Array,
        hparams: HParams,
    ) -> tuple[PpoState, Metrics]:
        """One step of policy and critic; `advantage` [B] is normalised, `target` [B] in the reward's unit."""
        state = renormalised(state, batch, target)
        mean, std = _moments(state).mean, _std(_moments(state))
        of_critic = jax.value_and_grad(critic_loss, has_aux=True)(state.critic, batch, (target - mean) / std)
        of_critic = with_latent_gradient(of_critic, vision, state.critic, batch)
        of_policy = jax.value_and_grad(policy_loss, has_aux=True)(
            state.policy, state.critic, batch, advantage, hparams
        )
        ((critic_value, v_mean), critic_grads), ((policy_value, figures), policy_grads) = parallel.psum(
            (of_critic, of_policy), axis
        )
        rate, max_norm = hparams["learning_rate"], hparams["max_grad_norm"]
        critic_params, critic_opt, critic_norm = adam.step(
            critic_grads, state.critic_opt, state.critic, rate, max_norm=max_norm
        )
        policy_params, policy_opt, policy_norm = adam.step(
            policy_grads, state.policy_opt, state.policy, rate, max_norm=max_norm
        )
        entropy, divergence, clipped = figures
        metrics: Metrics = {
            "critic_loss": critic_value,
            "policy_loss": policy_value,
            "policy_entropy": entropy,
            "policy_kl": divergence,
            "clipped_share": clipped,
            "value_mean": mean + std * v_mean,
            "grad_norm_critics": critic_norm,
            "grad_norm_policy": policy_norm,
        }
        return PpoState(policy_params, critic_params, state.targets, policy_opt, critic_opt), metrics

    def latent(state: PpoState, obs: Array | Pixels) -> Array:
        return vision.latent(state.critic, obs)

    def policy_state(state: PpoState) -> PpoState:
        return state._replace(
            critic=vision.encoder_alone(state.critic), targets=(), policy_opt=(), critic_opt=()
        )

    def for_one_skill(params: PyTree, size: int, z: Array) -> PyTree:
        return vision.with_network(params, without_skill(vision.network(params), size, z))

    def fold_skill(state: PpoState, z: Array) -> PpoState:
        return policy_state(state)._replace(policy=for_one_skill(state.policy, policy_size, z))

    def warm_start(state: PpoState, other: PpoState, z: Array, with_critics: bool) -> PpoState:
        """See `Agent.warm_start`. Optimisers are those of `state`."""
        state = state._replace(policy=for_one_skill(other.policy, policy_size, z))
        if not with_critics:
            # The policy may see through the encoder beside the critic.
            critic = vision.with_network(other.critic, vision.network(state.critic))
            return state._replace(critic=critic)
        return state._replace(
            critic=for_one_skill(other.critic, problem.input_size, z), targets=other.targets
        )

    return OnPolicyAgent(
        init, act, sample, values, update, actions.noise, latent, policy_state, fold_skill, warm_start
    )


def _vectors(size: int) -> Actions:
    """Vectors in (−1, 1), by mean and log deviation of a Gaussian that tanh squashes."""

    def first(layer: PyTree) -> PyTree:
        least, most = equations.LOG_STD_MIN, equations.LOG_STD_MAX
        # What `bounded_log_std` makes log FIRST_STD of.
        raw = float(np.arctanh(2 * (np.log(FIRST_STD) - least) / (most - least) - 1))
        bias = jnp.concatenate([jnp.zeros(size), jnp.full(size, raw)])
        return {"kernel": LAST_LAYER * layer["kernel"], "bias": bias}

    def noise(key: Key) -> Array:
        return jax.random.normal(key, (size,))

    def sample(outputs: tuple[Array, Array], key: Key) -> tuple[Array, Array]:
        mean, log_std = outputs
        u = mean + jnp.exp(log_std) * noise(key)
        return jnp.tanh(u), u

    return Actions(
        first=first,
        mode=lambda outputs: jnp.tanh(outputs[0]),
        sample=sample,
        log_prob=lambda outputs, action, u: equations.tanh_gaussian_log_prob(outputs[0], outputs[1], u),
        noise=noise,
        # It has no closed form; −log π of one action is right on average.
        entropy=lambda outputs, noise: -equations.tanh_gaussian(outputs[0], outputs[1], noise)[1],
    )


def _choices() -> Actions:
    """One of n, by its logits."""

    def first(layer: PyTree) -> PyTree:
        return {"kernel": LAST_LAYER * layer["kernel"], "bias": layer["bias"]}

    def sample(logits: Array, key: Key) -> tuple[Array, tuple[()]]:
        return jax.random.categorical(key, logits).astype(jnp.int32), ()

    def log_prob(logits: Array, action: Array, taken: PyTree) -> Array:
        del taken
        return jnp.take_along_axis(jax.nn.log_softmax(logits), action[:, None], axis=-1)[:, 0]

    def entropy(logits: Array, noise: PyTree) -> Array:
        del noise
        log_p = jax.nn.log_softmax(logits)
        return -jnp.sum(jnp.exp(log_p) * log_p, axis=-1)

    return Actions(
        first=first,
        mode=lambda logits: jnp.argmax(logits, axis=-1).astype(jnp.int32),
        sample=sample,
        log_prob=log_prob,
        noise=lambda key: (),
        entropy=entropy,
    )


def _moments(state: PpoState) -> Targets:
    assert isinstance(state.targets, Targets)
    return state.targets


def _std(targets: Targets) -> Array:
    return jnp.sqrt(jnp.maximum(targets.variance, LEAST_STD**2))


def _with_layer(params: PyTree, name: str, change: Callable[[PyTree], PyTree]) -> PyTree:
    """A network's parameters with one layer changed."""
    ((module, mlp),) = params["params"].items()
    return {"params": {module: {**mlp, name: change(mlp[name])}}}


SPEC = AgentSpec(
    make_ppo,
    PpoSettings,
    discrete_actions=True,
    vector_actions=True,
    # Cart-pole by three seeds, 100k steps: 100 rollouts of 1024 steps hold 500, 25 of 4096 do not. There is
    # no replay to fill: random actions are for the first normalisation alone.
    defaults={"num_envs": 32, "rollout_length": 32, "warmup_steps": 2_000},
    preset_defaults={"gpu": {"num_envs": 2048, "rollout_length": 16}, "paper": {"epoch_steps": 10_240}},
)
