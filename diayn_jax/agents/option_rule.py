"""What an agent with options holds, and what option-critic and soft option-critic do differently."""

from collections.abc import Callable
from typing import NamedTuple

from diayn_jax.hierarchy import options
from diayn_jax.types import Array, HParams, PyTree


class OptionState(NamedTuple):
    """Networks, targets, log α and their optimisers; see `SacState` of images."""

    policy: PyTree
    termination: PyTree
    critics: PyTree  # leaves [2, ...], but for the encoder
    option_values: PyTree
    target_critics: PyTree
    target_option_values: PyTree
    log_alpha: Array  # []
    exploration: Array  # [], of the policy over options: α, a temperature or ε
    usage: options.OptionUsage | tuple[()]
    policy_opt: PyTree
    termination_opt: PyTree
    critics_opt: PyTree
    option_values_opt: PyTree
    alpha_opt: PyTree


class OptionRule(NamedTuple):
    """What the two agents with options do differently.

    - `exploration(hparams, alpha)` is α, a temperature or ε of the policy over options, [].
    - `value(q [..., K], exploration)` is V_Ω [...], and `log_probs(q [..., K], exploration)` is
      log π_Ω [..., K].
    - `soft` says whether values include α times the entropy of π. If so, G is
      E_a[min_i Q_i(s', ω, a) − α log π(a|s', ω)] of the target critics. If not, α is 0, and G is the target
      network's Q_Ω(s', ω).
    - `learns_alpha` says whether α is learned, so that π's entropy becomes `target_entropy(hparams)`, [],
      in nats.
    - `entropy_weight(hparams)` is w, [].
    - `critic_only_updates`: in so many updates at the beginning π, β and α stay as they are.
    """

    exploration: Callable[[HParams, Array], Array]
    value: Callable[[Array, Array], Array]
    log_probs: Callable[[Array, Array], Array]
    soft: bool
    learns_alpha: bool
    entropy_weight: Callable[[HParams], Array | float]
    target_entropy: Callable[[HParams], Array | float]
    critic_only_updates: int = 0
