"""Priors over categorical skills that training moves: a set of skills that grows, and a learned p(z).

A growing set (`--expand`) follows VALOR's curriculum (Achiam et al. 2018, arXiv:1807.10299): it begins with
few skills, and takes more when the discriminator tells those apart. A learned prior (`--learned_prior`)
follows the reward of each skill, as in variational intrinsic control (Gregor et al. 2016, arXiv:1611.07507).
"""

import dataclasses
from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax import equations
from diayn_jax.config import CATEGORICAL, ConfigError, Range, field, show
from diayn_jax.skills.spaces import INACTIVE, MovingPrior, SkillSpace
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, PyTree

RANDOM, BEST, WORST = "random", "best", "worst"  # what a new skill begins as


@dataclasses.dataclass(frozen=True, kw_only=True)
class PriorSettings:
    """The settings of objectives whose discriminator may move the prior."""

    expand: bool = field(
        False,
        "begin with start_skills skills, and add more, up to num_skills, whenever all are told apart",
        "objective",
    )
    start_skills: int = field(2, "with expand: the number of skills at the start", "objective", Range(low=2))
    expand_at: float = field(
        0.86,
        "with expand: skills are told apart if q gives the right one at least this probability, in the mean "
        "over the steps of each skill and over skills",
        "objective",
        Range(above=0, high=1),
        traced=True,
    )
    expand_factor: float = field(
        1.5,
        "f, with expand: K skills become f·K + 1, rounded down",
        "objective",
        Range(low=1),
        traced=True,
    )
    new_skill: str = field(
        RANDOM,
        "with expand: a new skill begins untrained (random), or as a copy of the skill told apart best "
        "or worst",
        "objective",
        choices=(RANDOM, BEST, WORST),
    )
    learned_prior: bool = field(
        False, "learn p(z): skills with a higher reward are drawn more often, as in VIC", "objective"
    )
    prior_learning_rate: float = field(
        0.01,
        "with learned_prior: the step size of log p(z) in an iteration",
        "objective",
        Range(above=0, high=1),
        traced=True,
    )

    def check_settings(self) -> None:
        """Raises `ConfigError` for settings that contradict each other or have no effect."""
        of_switch = {
            "expand": ("start_skills", "expand_at", "expand_factor", "new_skill"),
            "learned_prior": ("prior_learning_rate",),
        }
        for switch, names in of_switch.items():
            for name in names:
                value = getattr(self, name)
                if not getattr(self, switch) and value != getattr(PriorSettings, name):
                    raise ConfigError(
                        f"--{name}={show(value)} has no effect without --{switch}. Give both, or neither."
                    )
        if self.expand and self.learned_prior:
            raise ConfigError("--expand and --learned_prior both move p(z). Give one of them.")
        num_skills = getattr(self, "num_skills", self.start_skills)
        if self.expand and self.start_skills > num_skills:
            raise ConfigError(
                f"--start_skills={self.start_skills} is more than --num_skills={num_skills}, the most that "
                "the set grows to. Lower --start_skills or raise --num_skills."
            )


def moves(config: Any) -> bool:
    """Returns whether training moves the prior over skills."""
    return isinstance(config, PriorSettings) and (config.expand or config.learned_prior)


def with_prior(space: SkillSpace, config: Any) -> SkillSpace:
    """Returns the skill space with the moving prior that the config asks for, if it asks for one.

    Raises:
      ConfigError: the config asks for one, and the skills are not categorical.
    """
    if not moves(config):
        return space
    if space.num_skills is None or space.num_skills == 1:
        flag = "expand" if config.expand else "learned_prior"
        raise ConfigError(
            f"--{flag} needs skills that can be counted, and this run has --skill_space={space.name}. Use "
            f"--skill_space={CATEGORICAL}."
        )
    return growing(space, config) if config.expand else learned(space)


class Growth(NamedTuple):
    """The state of a set of skills that grows: skills 0 … active − 1 are active."""

    active: Array  # [], int32
    sources: Array  # [K], int32: see `MovingPrior.sources`


def growing(space: SkillSpace, config: PriorSettings) -> SkillSpace:
    """Makes the space of a growing set: the active skills are equally likely."""
    assert space.num_skills is not None
    most = space.num_skills
    own = jnp.arange(most, dtype=jnp.int32)

    def log_prior(state: Growth) -> Array:
        return jnp.where(own < state.active, -jnp.log(state.active.astype(jnp.float32)), INACTIVE)

    def update(state: Growth, sums: PyTree, hparams: HParams) -> tuple[Growth, Metrics]:
        # A skill without rows, such as a new one, is not told apart yet: it counts as 0.
        told = _means(sums)
        mean = jnp.sum(jnp.where(own < state.active, told, 0.0)) / state.active
        active = equations.grown_number(
            state.active, mean, hparams["expand_at"], hparams["expand_factor"], most
        )
        sources = copied_from(told, state.active, active, config.new_skill)
        metrics = {"skills_active": active.astype(jnp.float32), "skills_told_apart": mean}
        return Growth(active, sources), metrics

    moving = MovingPrior(
        init=lambda: Growth(jnp.asarray(config.start_skills, jnp.int32), own),
        sample=_sample(space, log_prior),
        log_prior=log_prior,
        accumulate=lambda state, batch, reward, log_q: _sums(space, batch, jnp.exp(log_q)),
        update=update,
        tile=lambda state, index: (index % state.active).astype(space.dtype),
        sources=None if config.new_skill == RANDOM else lambda state: state.sources,
    )
    return _moved_by(space, moving)


def copied_from(told: Array, active: Array, grown: Array, new_skill: str) -> Array:
    """Returns the skill that each skill becomes a copy of, [K] int32: itself, except for new skills.

    The first new skill copies the active skill that is told apart best (or worst), the second one the next.

    Args:
      told: [K], the mean probability that q gives to each skill on its own steps.
      active, grown: the number of skills before and after the move, int32, [].
      new_skill: `best` or `worst`; `random` copies nothing.
    """
    own = jnp.arange(told.shape[0], dtype=jnp.int32)
    if new_skill == RANDOM:
        return own
    rank = jnp.where(own < active, told if new_skill == WORST else -told, jnp.inf)
    order = jnp.argsort(rank, stable=True).astype(jnp.int32)
    is_new = (own >= active) & (own < grown)
    return jnp.where(is_new, order[(own - active) % active], own)


def learned(space: SkillSpace) -> SkillSpace:
    """Makes the space of a learned prior. The state is log p(z), [K], which is uniform at first."""

    def update(state: Array, sums: PyTree, hparams: HParams) -> tuple[Array, Metrics]:
        p, seen = jnp.exp(state), sums[1] > 0
        found = _means(sums)
        # A skill without rows gets the others' mean reward, which leaves its probability as it is.
        total = jnp.maximum(jnp.sum(jnp.where(seen, p, 0.0)), 1e-8)
        mean = jnp.sum(jnp.where(seen, p * (found - state), 0.0)) / total
        log_q = jnp.where(seen, found, state + mean)
        moved = equations.prior_step(state, log_q, hparams["prior_learning_rate"])
        return moved, {"skills_active": jnp.exp(-jnp.sum(jnp.exp(moved) * moved))}

    moving = MovingPrior(
        init=lambda: jnp.asarray(space.log_prior),
        sample=_sample(space, lambda state: state),
        log_prior=lambda state: state,
        accumulate=lambda state, batch, reward, log_q: _sums(space, batch, log_q),
        update=update,
    )
    return _moved_by(space, moving)


def _sample(space: SkillSpace, log_prior: Callable[[PyTree], Array]) -> Callable[[PyTree, Key], Array]:
    def sample(state: PyTree, keys: Key) -> Array:
        drawn = jax.vmap(lambda key: jax.random.categorical(key, log_prior(state)))(keys)
        return drawn.astype(space.dtype)

    return sample


def _moved_by(space: SkillSpace, moving: MovingPrior) -> SkillSpace:
    """Returns the space with a moving prior, and with that prior's first value."""
    first, tile = moving.init, moving.tile
    assert moving.log_prior is not None
    return space._replace(
        sample=lambda keys: moving.sample(first(), keys),
        tile=space.tile if tile is None else lambda index: tile(first(), index),
        log_prior=moving.log_prior(first()),
        moving=moving,
    )


def _sums(space: SkillSpace, batch: Batch, values: Array) -> tuple[Array, Array]:
    """Returns Σ_b w_b x_b and Σ_b w_b over the rows of each skill, [K] each: batch [B], values x [B]."""
    assert space.num_skills is not None
    of_skill = jax.nn.one_hot(batch.skill, space.num_skills)
    return (batch.weight * values) @ of_skill, batch.weight @ of_skill


def _means(sums: tuple[Array, Array]) -> Array:
    """Returns the mean of each skill, [K], from `_sums`; 0 for a skill that has no rows."""
    total, weight = sums
    return jnp.where(weight > 0, total / jnp.where(weight > 0, weight, 1.0), 0.0)
