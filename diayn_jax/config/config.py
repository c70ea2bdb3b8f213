"""The settings that every run has, whatever its objective and its agent."""

import dataclasses
import re
from typing import ClassVar

from diayn_jax.config.fields import AUTO, ConfigError, Field, check_field, closest_matches, coerce, field

# Fields that a resumed run may change. Only num_env_steps enters the mathematics of training, by the rates
# that `anneal` lets fall towards the end of the run, and by how long DQN explores: a longer one goes on with
# those of its own. Another num_devices changes the rounding.
RESUMABLE = frozenset(
    {
        "num_env_steps",
        "num_devices",
        "max_physics_resets",
        "eval_every",
        "eval_episodes",
        "eval_full",
        "checkpoint_every",
        "keep_checkpoints",
        "checkpoint_replay",
        "log_dir",
        "name",
        "tags",
        "tensorboard",
        "log_pictures",
        "log_video",
        "wandb",
        "plots",
        "report",
    }
)

# Fields that are fitted to the length of a run, where they are not given.
FITTED = frozenset({"epoch_steps", "warmup_steps"})

# Fields of what learns from a replay; an agent that learns from its last rollout has none of them.
OF_REPLAY = frozenset(
    {
        "replay_size",
        "replay_precision",
        "updates_per_iteration",
        "objective_updates",
        "agent_updates",
        "checkpoint_replay",
    }
)

# Fields that say nothing of a run that its name could tell.
NOT_TAGS = frozenset({"name", "tags", "log_dir"})

NAME_PATTERN = r"[\w=+,][\w.=+,-]*"

CATEGORICAL = "categorical"  # --skills: num_skills of them
NO_SKILLS = "none"  # --skills of an objective that has none


@dataclasses.dataclass(frozen=True, kw_only=True)
class Config:
    """Everything that says what a run is, but what its objective and its agent add.

    A run's config is of a class that `diayn_jax.resolve.config_type` makes of this one and the settings
    of the chosen objective and agent; fields are flat. The defaults are the `cpu` preset. Counts
    (`num_env_steps`, `replay_size`, `batch_size`) are transitions over all environments and devices.

    Raises `ConfigError` at construction for a value out of bounds; what depends on the environment or
    the machine is checked before anything is compiled.
    """

    # Whether the agent learns on-policy, from its last rollout. Its settings say so.
    on_policy: ClassVar[bool] = False

    # Task
    env: str = field("ant", "environment, by name", "task")
    backend: str = field(AUTO, "physics of the environment; auto: the environment's own", "task")
    num_skills: int = field(10, "K, the number of skills", "task", low=2)
    features: str = field(
        AUTO,
        "φ, what the objective sees of a state: a declared feature (xy, x, ...), obs, dims:0,1,..., several "
        "joined as obs+xy, or of images latent; auto: the environment's default",
        "task",
    )
    episode_length: int = field(200, "steps until an episode is truncated", "task", low=1, high=10**9)
    terminate_when_unhealthy: str = field(
        "false",
        "end an episode when the robot falls; auto: as the environment does by default",
        "task",
        choices=("true", "false", AUTO),
    )
    exclude_current_positions: str = field(
        AUTO,
        "leave the root's position out of the observation; auto: as the environment does by default",
        "task",
        choices=("true", "false", AUTO),
    )
    gravity: float = field(1.0, "factor on the environment's gravity", "task", low=0)
    friction: float = field(1.0, "factor on the friction of its contacts", "task", low=0)
    actuator_strength: float = field(1.0, "factor on the strength of its actuators", "task", low=0)
    joint_damage: tuple[float, ...] = field(
        (), "factor on each actuator's action, 0 for a dead one: one number for each", "task", low=0, high=1
    )
    start_offset: tuple[float, ...] = field(
        (), "metres along x and y by which episodes start away from where they would", "task"
    )
    goal_distance: float = field(
        0.0,
        "a task's goals lie within ± so many m along each axis; 0: as the task has it",
        "task",
        low=0,
    )
    maze_target: int = field(
        -1,
        "which of the maze's targets it is in every episode, from 0 on; -1: drawn for each episode",
        "task",
        low=-1,
        high=9,
    )
    choose_from: str = field(
        "",
        "directory of a run on the same robot: its frozen skills are this run's actions; empty: the "
        "environment's own actions",
        "task",
    )
    steps_per_choice: int = field(
        25,
        "environment steps for which a chosen skill acts, with --choose_from; the run counts choices",
        "task",
        low=1,
        high=10**6,
    )
    max_physics_resets: float = field(
        0.01,
        "the run stops where physics breaks down (NaN) in more than this share of an epoch's steps",
        "task",
        low=0,
        high=1,
    )
    seed: int = field(0, "seed of everything random", "task", low=0, high=2**31 - 1)

    # Objective
    objective: str = field(
        "diayn", "what makes the reward: diayn, metra, task, or package.module:make of your own", "objective"
    )
    skills: str = field(
        AUTO,
        "the skills: categorical (num_skills of them), sphere:d, gaussian:d, box:d, or none; auto: the "
        "objective's own, and categorical where num_skills is given",
        "objective",
    )
    skill_sampling: str = field(
        AUTO,
        "tiled: environment i keeps skill i % K; resampled: a new skill at each episode; auto: tiled where "
        "skills can be counted",
        "objective",
        choices=(AUTO, "tiled", "resampled"),
    )
    reward_scale: float = field(1.0, "factor on the reward", "objective", above=0, traced=True)

    # Agent
    agent: str = field(
        "sac",
        "what maximises the reward: sac, dqn (for discrete actions, and their default), ppo (on-policy, for "
        "both kinds), option_critic or soft_option_critic (with options, for both kinds), fun (a manager's "
        "directions, on-policy, for both kinds), hiro (a manager's goals), or package.module:make of your "
        "own",
        "agent",
    )
    agent_sees_features: bool = field(
        True, "append the features to the policy's and critics' observation where it lacks them", "agent"
    )
    policy_sees_position: bool = field(
        True,
        "let the policy see where the body is (x, xy); false: the critics alone, so that skills work "
        "wherever they start",
        "agent",
    )
    normalize: bool = field(True, "normalise observations and features by running statistics", "agent")
    max_grad_norm: float = field(
        0.0, "clip gradients to this global norm; 0: no clipping", "agent", low=0, traced=True
    )
    adam_b1: float = field(0.9, "Adam's first decay rate", "agent", low=0, below=1)
    adam_b2: float = field(0.999, "Adam's second decay rate", "agent", low=0, below=1)

    # Images
    latent_size: int = field(32, "L, numbers that the encoder makes of an image", "images", low=1)
    frame_stack: int = field(1, "frames that the agent sees at once, the latest last", "images", low=1)

    # Schedule
    num_env_steps: int = field(
        5_000_000, "environment steps of the whole run", "schedule", low=1, high=4_000_000_000
    )
    num_envs: int = field(256, "E, environments stepped side by side", "schedule", low=1)
    rollout_length: int = field(1, "steps of each environment between updates", "schedule", low=1)
    updates_per_iteration: int = field(
        16, "update rounds after each rollout of num_envs × rollout_length steps", "schedule", low=1
    )
    objective_updates: int = field(
        1, "N, updates in a round of what the objective learns (DIAYN: the discriminator)", "schedule", low=1
    )
    agent_updates: int = field(1, "M, agent updates in a round", "schedule", low=1)
    batch_size: int = field(128, "transitions in one update", "schedule", low=1)
    replay_size: int = field(300_000, "transitions kept in replay", "schedule", low=1, high=2**31 - 1)
    replay_precision: str = field(
        "float32",
        "of observations and actions in replay; rewards, skills, and features that the observation lacks "
        "stay as they are",
        "schedule",
        choices=("float32", "float16"),
    )
    warmup_steps: int = field(
        10_000,
        "environment steps before learning, in whole rollouts: with uniform random actions, or by the "
        "policy that the run starts from",
        "schedule",
        low=1,
    )
    anneal: float = field(
        1.0,
        "share of the run, at its end, over which all learning rates fall linearly to 0; 0: constant rates",
        "schedule",
        low=0,
        high=1,
    )
    epoch_steps: int = field(
        25_600,
        "environment steps in one jitted epoch (progress and signals come between), at most the whole run",
        "schedule",
        low=1,
    )

    # Device
    preset: str = field(
        AUTO, "set of defaults; auto: by device", "device", choices=(AUTO, "cpu", "gpu", "paper")
    )
    device: str = field(
        AUTO, "where to run; auto: an accelerator if JAX finds one", "device", choices=(AUTO, "cpu", "gpu")
    )
    num_devices: int | str = field(
        AUTO, "devices to shard over; auto: all that divide num_envs and batch_size", "device",
        low=1, words=(AUTO,),
    )  # fmt: skip
    deterministic: bool = field(
        False, "bit-for-bit repeatable on a GPU too, at a cost in speed (a CPU always is)", "device"
    )

    # Evaluation
    eval_every: int | str = field(
        AUTO, "environment steps between evaluations; auto: under 5 % of the run's time", "evaluation",
        low=1, high=4_000_000_000, words=(AUTO,),
    )  # fmt: skip
    eval_episodes: int = field(10, "episodes per skill in an evaluation", "evaluation", low=1)
    eval_full: bool = field(
        False, "give the full figures at every evaluation, not only at the end", "evaluation"
    )

    # Output
    log_dir: str = field("runs", "where runs go, as <log_dir>/<env>/<name>/; none: write nothing", "output")
    name: str = field("", "name of the run; empty: date-time and seed", "output")
    tags: tuple[str, ...] = field((), "fields whose values go into the run's name", "output")
    tensorboard: bool = field(True, "write TensorBoard events", "output")
    log_pictures: bool = field(
        True, "log traces and histograms at evaluations, as far as 2 % of the time allows", "output"
    )
    log_video: int = field(
        0, "skills filmed at each evaluation (a GIF under Images in TensorBoard); 0: none", "output", low=0
    )
    wandb: str = field(
        "none",
        "log to Weights & Biases too: online, or offline into the run's directory (extra wandb)",
        "output",
        choices=("none", "offline", "online"),
    )
    plots: bool = field(True, "write skills.png at the end", "output")
    report: str = field(
        "html", "page of the run (report.html) at the end, or none", "output", choices=("html", "none")
    )
    checkpoint_every: int | str = field(
        AUTO, "environment steps between checkpoints; auto: a tenth of the run", "output",
        low=1, high=4_000_000_000, words=(AUTO,),
    )  # fmt: skip
    keep_checkpoints: int = field(2, "latest checkpoints kept, beside the best", "output", low=1)
    checkpoint_replay: bool = field(
        True, "keep replay in checkpoints; without it a resumed run relearns from an empty one", "output"
    )

    def __post_init__(self):
        for f in dataclasses.fields(self):
            value = coerce(f, getattr(self, f.name))
            check_field(f, value)
            object.__setattr__(self, f.name, value)
        for settings in type(self).__mro__:
            check = vars(settings).get("check_settings")
            if check is not None:
                check(self)

    @classmethod
    def own_fields(cls) -> tuple[Field, ...]:
        """The fields that mean something in such a run; the others keep their defaults."""
        return tuple(f for f in dataclasses.fields(cls) if not (cls.on_policy and f.name in OF_REPLAY))

    def check_settings(self) -> None:
        """Raises `ConfigError` where fields do not fit each other."""
        if not self.on_policy and self.replay_size < self.batch_size:
            raise ConfigError(
                f"--replay_size={self.replay_size} is smaller than one batch "
                f"(--batch_size={self.batch_size}). Raise --replay_size or lower --batch_size."
            )
        countable = self.skills in (AUTO, CATEGORICAL)
        if countable and self.skill_sampling != "resampled" and self.num_envs < self.num_skills:
            raise ConfigError(
                f"--num_envs={self.num_envs} is smaller than --num_skills={self.num_skills}: tiled "
                "skills need an environment each. Raise --num_envs, or use "
                "--skill_sampling=resampled."
            )
        if self.choose_from and self.frame_stack > 1:
            raise ConfigError(
                f"--frame_stack={self.frame_stack}: --choose_from has no images to stack. Leave it out."
            )
        for tag in self.tags:
            names = [f.name for f in dataclasses.fields(self)]
            if tag not in names:
                raise ConfigError(
                    f"--tags={tag}: there is no such field.{closest_matches(tag, names)} "
                    "A tag is the name of a flag."
                )
            if tag in NOT_TAGS:
                raise ConfigError(f"--tags={tag}: cannot be a part of a run's name. Leave it out.")
        if self.name and not re.fullmatch(NAME_PATTERN, self.name):
            raise ConfigError(
                f"--name={self.name} is not allowed: it takes the name of a folder, of letters, digits "
                "and _ . - = + , with no dot or dash in front. The run goes to <log_dir>/<env>/<name>/."
            )
