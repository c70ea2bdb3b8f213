"""Keeps a policy near the skill that it starts from, until its return has risen (finetuning).

New critics, or critics of another reward, point a good policy in wrong directions. So the policy's loss has
one more term, β KL(π(·|s) ‖ π_0(·|s)), where π_0 is the skill. β falls as the return rises:

    β = start_kl (1 − clip((R − R_0) / (start_kl_release |R_0|), 0, 1))

R is the running mean of the returns of episodes, and R_0 is that of the skill, from episodes that are played
before the run begins. If the return falls back, β grows again.

Warming critics up on the skill's own steps is the recipe of WSRL (Zhou et al. 2024, arXiv:2412.07762). The
divergence from a policy that was learned before is that of Kickstarting (Schmitt et al. 2018,
arXiv:1803.03835).
"""

import dataclasses
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax.config import Range, field
from diayn_jax.types import Array, HParams, PyTree


@dataclasses.dataclass(frozen=True, kw_only=True)
class HeldPolicySettings:
    """The setting of agents whose policy may wait for its critics."""

    critic_only_updates: int = field(
        0,
        "updates at the start of the run in which only the critics learn, not policy and α; rounded up to "
        "whole iterations",
        "agent",
        Range(low=0),
    )


class Anchor(NamedTuple):
    """The skill that a policy starts from."""

    policy: PyTree
    value: Array  # [], R_0, the mean return of its episodes; `training.warm_start` sets it
    entropy: Array  # [], nats, the mean of its entropy over batches
    batches: Array  # [], the number of these batches


def first_anchor(config: Any, policy: PyTree) -> Anchor | tuple[()]:
    """Returns an anchor at a policy; () if `start_kl` asks for none."""
    if not getattr(config, "start_kl", 0.0):
        return ()
    # A copy, because a donated state must not hold one buffer twice.
    return Anchor(jax.tree.map(jnp.copy, policy), jnp.zeros(()), jnp.zeros(()), jnp.zeros(()))


def with_entropy(anchor: Anchor, entropy: Array, held: Array | None, hparams: HParams) -> Anchor:
    """Returns the anchor with the policy's mean entropy [] over one more batch, if the batch counts.

    `held`: whether only the critics learn, [] bool; such batches count. None: those of the first iteration.
    """
    counts = hparams["updates"] == 0 if held is None else held
    batches = anchor.batches + counts
    mean = anchor.entropy + (entropy - anchor.entropy) / jnp.maximum(batches, 1)
    return anchor._replace(entropy=jnp.where(counts, mean, anchor.entropy), batches=batches)


def divergence_weight(config: Any, anchor: Anchor | tuple[()], hparams: HParams) -> Array:
    """Returns β, []; 0 without an anchor."""
    if not isinstance(anchor, Anchor):
        return jnp.zeros(())
    total, weight = hparams["running_return"]
    # No episode has ended yet: nothing is known of the return.
    rise = jnp.where(weight > 0, total / jnp.where(weight > 0, weight, 1.0) - anchor.value, 0.0)
    needed = config.start_kl_release * jnp.maximum(jnp.abs(anchor.value), 1e-6)
    return config.start_kl * (1.0 - jnp.clip(rise / needed, 0.0, 1.0))


def policy_is_held(critic_only_updates: int, hparams: HParams) -> Array | None:
    """Returns whether only the critics learn in this update, [] bool; None if this never happens."""
    return hparams["updates"] < critic_only_updates if critic_only_updates else None
