"""The environment's own reward: plain reinforcement learning on the same machine, without skills."""

from typing import Any

from diayn_jax.config import NO_SKILLS
from diayn_jax.interfaces import Objective, ObjectiveSpec, Problem
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, PyTree


def make_task(config: Any, problem: Problem) -> Objective:
    """The objective whose reward is the environment's; it learns nothing."""
    del config, problem

    def init(key: Key, hparams: HParams) -> PyTree:
        del key, hparams
        return ()

    def update(state: PyTree, batch: Batch, hparams: HParams) -> tuple[PyTree, Metrics]:
        del batch, hparams
        return state, {}

    def reward(state: PyTree, batch: Batch) -> Array:
        del state
        return batch.reward

    def score(state: PyTree, features: Array, next_features: Array, skill: Array, env_reward: Array) -> Array:
        """The environment's reward, in its own unit."""
        del state, features, next_features, skill
        return env_reward

    return Objective(init, update, reward, score)


SPEC = ObjectiveSpec(make_task, skills=NO_SKILLS, skill_kinds=(NO_SKILLS,))
