"""The environment's own reward: plain reinforcement learning with the same trainer, without skills."""

import dataclasses
from typing import Any

from diayn_jax.config import NO_SKILLS, ROBOTS_BY_PPO, ConfigError, Range, field
from diayn_jax.interfaces import Objective, ObjectiveSpec, ProblemSpec
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, PyTree, ScoredStep

BEST = "best"


@dataclasses.dataclass(frozen=True, kw_only=True)
class TaskSettings:
    """The settings of rewarded learning: the policy to start from (`use.finetuning.skill_start`)."""

    start_run: str = field(
        "",
        "directory of a run with skills: this run's policy starts from one skill, or its K options from K",
        "objective",
    )
    start_skill: str = field(
        BEST,
        "that skill: best (by the environment's reward), its number, or a vector such as 0.6,0.8",
        "objective",
    )
    start_critics: str = field(
        "new", "critics at the start: new ones, or the run's", "objective", choices=("new", "run")
    )
    start_kl: float = field(
        0.0,
        "weight of the policy's divergence from the skill, which keeps it near the skill; 0: none",
        "objective",
        Range(low=0),
    )
    start_kl_release: float = field(
        0.1,
        "the rise of the return, as a share of the skill's, at which that weight has fallen to 0",
        "objective",
        Range(above=0),
    )

    def check_settings(self) -> None:
        """Raises `ConfigError` if a skill or critics to start from are given without a run."""
        for name in ("start_skill", "start_critics", "start_kl", "start_kl_release"):
            value = getattr(self, name)
            if not self.start_run and value != TaskSettings.__dataclass_fields__[name].default:
                raise ConfigError(
                    f"--{name}={value} needs --start_run, which is not given. Give both, or neither."
                )
        if not self.start_kl and self.start_kl_release != TaskSettings.start_kl_release:
            raise ConfigError(
                f"--start_kl_release={self.start_kl_release:g} has no effect without --start_kl. Give both, "
                "or neither."
            )


def make_task(config: Any, problem: ProblemSpec) -> Objective:
    """Makes the objective whose reward is the environment's reward. It learns nothing."""
    del config, problem

    def init(key: Key, hparams: HParams) -> PyTree:
        del key, hparams
        return ()

    def update(state: PyTree, batch: Batch, hparams: HParams) -> tuple[PyTree, Metrics]:
        del batch, hparams
        return state, {}

    def reward(state: PyTree, batch: Batch, hparams: HParams) -> Array:
        del state, hparams
        return batch.reward

    def score(state: PyTree, step: ScoredStep, hparams: HParams) -> Array:
        """Returns the environment's reward, in its own unit."""
        del state, hparams
        return step.reward

    return Objective(init, update, reward, score)


# The reward of each step is minus a distance of up to tens of metres. Unscaled, the values would be in the
# thousands, far from the values that networks start with (docs/reference/tasks.md).
_FAR_TARGETS = ("ant_maze", "ant_u_maze", "ant_u_maze_far", "ant_push", "ant_fall")
# Settings for the race car, of agents that learn from their rollouts.
_RACER: dict[str, Any] = {
    "num_envs": 128,
    "rollout_length": 32,
    "epochs": 4,
    "batch_size": 512,
    "learning_rate": 5e-4,
    "encoder": "separate",
}

SPEC = ObjectiveSpec(
    make_task,
    TaskSettings,
    skill_space=NO_SKILLS,
    skill_kinds=(NO_SKILLS,),
    env_defaults={
        **{name: {"reward_scale": 0.01} for name in _FAR_TARGETS},
        "ant/ppo/cpu": {**ROBOTS_BY_PPO, "num_env_steps": 8_000_000},
        # PPO's general settings lose what they learn (benchmarks/results/task_returns.md).
        "halfcheetah/ppo/cpu": ROBOTS_BY_PPO,
        "humanoid/ppo/cpu": {**ROBOTS_BY_PPO, "epochs": 2, "learning_rate": 3e-4},
        # An episode's return is hundreds.
        "car_racing": {"reward_scale": 0.05},
        "car_racing/ppo": {**_RACER, "num_env_steps": 800_000},
        "car_racing/fun": {**_RACER, "goal_steps": 5, "num_env_steps": 600_000},
    },
)
