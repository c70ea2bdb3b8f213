"""The settings that every run has, with any objective and any agent."""

import dataclasses
import re
from typing import ClassVar

from diayn_jax.config.fields import (
    AUTO,
    ConfigError,
    Field,
    Range,
    check_field,
    closest_matches,
    coerce,
    field,
)

# Fields that a resumed run may change. Only num_env_steps affects the mathematics of training: the learning
# rates that `anneal` lowers, and DQN's exploration, depend on it. A resumed run uses the values for its new
# length. Another num_devices changes the rounding.
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
        "wandb_project",
        "wandb_entity",
        "plots",
        "report",
    }
)

# Fields that are fitted to the length of a run unless they are given.
FITTED = frozenset({"epoch_steps", "warmup_steps"})

# Fields of agents that learn from replay. An on-policy agent, which learns from its last rollout, has none.
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

# Fields that cannot be tags: a run's name does not show their values.
NOT_TAGS = frozenset({"name", "tags", "log_dir"})

# Settings that name the project and the user at Weights & Biases, and the values that the service allows.
OF_WANDB = ("wandb_project", "wandb_entity")
_WANDB_PATTERN = r"[^/\\#?%:\x00-\x1f]{1,128}"

NAME_PATTERN = r"[\w=+,][\w.=+,-]*"

_LONGEST_NAME = 200  # bytes; the limit of file systems is 255, and files beside a run have longer names
_MOST_STEPS = 4_000_000_000
_INTERVAL = Range(low=1, high=_MOST_STEPS, words=(AUTO,))  # of evaluations and checkpoints

CATEGORICAL = "categorical"  # --skill_space: num_skills one-hot skills
DIRICHLET = "dirichlet"  # --skill_space: mixtures of d skills
NO_SKILLS = "none"  # --skill_space for an objective without skills
NO_SYMMETRY = "none"  # --symmetry for a run that uses none


@dataclasses.dataclass(frozen=True, kw_only=True)
class Config:
    """The settings of a run that do not depend on its objective and its agent.

    `diayn_jax.resolve.config_type` makes the class of a run's config from this class and from the settings
    of the chosen objective and agent. Fields are not nested. The defaults are the `cpu` preset. Counts
    (`num_env_steps`, `replay_size`, `batch_size`) are transitions over all environments and devices.

    Raises `ConfigError` at construction for a value out of bounds. Values that depend on the environment or
    the machine are checked later, before anything is compiled.
    """

    # Whether the agent learns on-policy, from its last rollout. The agent's settings override this.
    on_policy: ClassVar[bool] = False

    # Task
    env: str = field("ant", "environment, by name", "task")
    backend: str = field(AUTO, "physics backend of the environment; auto: the environment's default", "task")
    num_skills: int = field(10, "K, the number of skills", "task", Range(low=2))
    features: str = field(
        AUTO,
        "φ, the features of a state that the objective sees: a declared feature (xy, x, ...), obs, "
        "dims:0,1,..., several joined as obs+xy, or latent for images; auto: the environment's default",
        "task",
    )
    episode_length: int = field(
        200, "steps after which an episode is truncated", "task", Range(low=1, high=10**9)
    )
    terminate_when_unhealthy: str = field(
        "false",
        "end an episode when the robot falls; auto: the environment's default",
        "task",
        choices=("true", "false", AUTO),
    )
    exclude_current_positions: str = field(
        AUTO,
        "leave the root's position out of the observation; auto: the environment's default",
        "task",
        choices=("true", "false", AUTO),
    )
    gravity: float = field(1.0, "factor on the environment's gravity", "task", Range(low=0))
    friction: float = field(1.0, "factor on the friction of all contacts", "task", Range(low=0))
    actuator_strength: float = field(1.0, "factor on the strength of all actuators", "task", Range(low=0))
    joint_damage: tuple[float, ...] = field(
        (), "factor on each actuator's action, one number per actuator; 0: dead", "task", Range(low=0, high=1)
    )
    start_offset: tuple[float, ...] = field(
        (), "metres along x and y by which the start of every episode is moved", "task"
    )
    goal_distance: float = field(
        0.0,
        "goals of a task lie within ± this distance in m along each axis; 0: the task's default",
        "task",
        Range(low=0),
    )
    maze_target: int = field(
        -1,
        "index of the maze's target in every episode, from 0; -1: drawn for each episode",
        "task",
        Range(low=-1, high=9),
    )
    image_size: int = field(
        0, "side of images in pixels; 0: the environment's own", "task", Range(low=0, high=512)
    )
    image_colours: str = field(
        AUTO, "colours of images; auto: the environment's own", "task", choices=("rgb", "grey", AUTO)
    )
    action_repeat: int = field(
        1,
        "steps of the environment for which an action acts; the run counts actions",
        "task",
        Range(low=1, high=100),
    )
    choose_from: str = field(
        "",
        "directory of a run on the same robot, whose frozen skills become this run's actions; empty: the "
        "environment's own actions",
        "task",
    )
    steps_per_choice: int = field(
        5,
        "environment steps for which a chosen skill acts, with --choose_from; the run counts choices",
        "task",
        Range(low=1, high=10**6),
    )
    max_physics_resets: float = field(
        0.01,
        "the run stops if physics breaks down (NaN) in more than this share of an epoch's steps",
        "task",
        Range(low=0, high=1),
    )
    seed: int = field(0, "seed of all random numbers", "task", Range(low=0, high=2**31 - 1))

    # Objective
    objective: str = field(
        "diayn",
        "what makes the reward: diayn, diayn_islands (the runs of a sweep share q), disdain, smerl, metra, "
        "lsd, csf, dads, task, or your own package.module:make",
        "objective",
    )
    skill_space: str = field(
        AUTO,
        "the skill space: categorical (num_skills skills), sphere:d, gaussian:d, box:d, dirichlet:d "
        "(mixtures of d skills), or none; auto: the objective's default, or categorical if num_skills is "
        "given",
        "objective",
    )
    dirichlet_alpha: float = field(
        1.0,
        "α of --skill_space=dirichlet:d: 0.05 draws nearly single skills, 1 all mixtures alike, 10 nearly "
        "equal mixtures",
        "objective",
        Range(above=0),
    )
    skill_sampling: str = field(
        AUTO,
        "tiled: environment i keeps skill i % K; resampled: a new skill at each episode; auto: tiled for "
        "categorical skills and for none",
        "objective",
        choices=(AUTO, "tiled", "resampled"),
    )
    symmetry: str = field(
        NO_SYMMETRY,
        "the group of symmetries that skills share: one that the environment declares, such as D4 (quarter "
        "turns and mirrors), so that one policy serves all directions; auto: the largest that fits; or none",
        "objective",
    )
    reward_scale: float = field(1.0, "factor on the reward", "objective", Range(above=0), traced=True)

    # Agent
    agent: str = field(
        "sac",
        "what maximises the reward: sac, td3, dqn (discrete actions, and the default for these), ppo "
        "(on-policy, both kinds of actions), es (a population, both kinds), option_critic or "
        "soft_option_critic (with options, both kinds), fun (a manager sets directions, on-policy, both "
        "kinds), hiro (a manager sets goals), or your own package.module:make",
        "agent",
    )
    agent_sees_features: bool = field(
        True, "append the features to the policy's and critics' observation if it lacks them", "agent"
    )
    policy_sees_position: bool = field(
        True,
        "let the policy see the body's position (x, xy); false: only the critics see it, so that skills do "
        "not depend on where they start",
        "agent",
    )
    normalize: bool = field(True, "normalise observations and features by running statistics", "agent")
    max_grad_norm: float = field(
        0.0, "clip gradients to this global norm; 0: no clipping", "agent", Range(low=0), traced=True
    )
    adam_b1: float = field(0.9, "Adam's first decay rate", "agent", Range(low=0, below=1))
    adam_b2: float = field(0.999, "Adam's second decay rate", "agent", Range(low=0, below=1))

    # Images
    latent_size: int = field(
        32, "L, size of the latent that the encoder makes from an image", "images", Range(low=1)
    )
    frame_stack: int = field(1, "frames that the agent sees at once, oldest first", "images", Range(low=1))

    # Schedule
    num_env_steps: int = field(
        5_000_000, "environment steps of the whole run", "schedule", Range(low=1, high=_MOST_STEPS)
    )
    num_envs: int = field(256, "E, environments stepped in parallel", "schedule", Range(low=1))
    rollout_length: int = field(1, "steps of each environment between updates", "schedule", Range(low=1))
    updates_per_iteration: int = field(
        16, "update rounds after each rollout of num_envs × rollout_length steps", "schedule", Range(low=1)
    )
    objective_updates: int = field(
        1, "N, objective updates in a round (DIAYN: of the discriminator)", "schedule", Range(low=1)
    )
    agent_updates: int = field(1, "M, agent updates in a round", "schedule", Range(low=1))
    batch_size: int = field(128, "transitions in one update", "schedule", Range(low=1))
    replay_size: int = field(300_000, "transitions kept in replay", "schedule", Range(low=1, high=2**31 - 1))
    replay_precision: str = field(
        "float32",
        "precision of observations and actions in replay; rewards, skills and appended features are not "
        "affected",
        "schedule",
        choices=("float32", "float16"),
    )
    warmup_steps: int = field(
        10_000,
        "environment steps before learning, in whole rollouts; actions are uniform random, or come from the "
        "policy that the run starts from",
        "schedule",
        Range(low=1),
    )
    anneal: float = field(
        1.0,
        "all learning rates fall linearly to 0 over this last share of the run; 0: constant rates",
        "schedule",
        Range(low=0, high=1),
    )
    epoch_steps: int = field(
        25_600,
        "environment steps in one jitted epoch, at most the whole run; progress and signals are handled "
        "between epochs",
        "schedule",
        Range(low=1),
    )

    # Device
    preset: str = field(
        AUTO, "set of defaults; auto: the device's", "device", choices=(AUTO, "cpu", "gpu", "paper")
    )
    device: str = field(
        AUTO,
        "device to run on; auto: an accelerator if JAX finds one",
        "device",
        choices=(AUTO, "cpu", "gpu"),
    )
    num_devices: int | str = field(
        AUTO,
        "devices to shard over; auto: the largest number that divides num_envs and batch_size",
        "device",
        Range(low=1, words=(AUTO,)),
    )
    deterministic: bool = field(
        False, "make a GPU run bit-for-bit repeatable, but slower; a CPU run is always repeatable", "device"
    )

    # Evaluation
    eval_every: int | str = field(
        AUTO,
        "environment steps between evaluations; auto: ten evaluations or fewer, under 5 % of the time",
        "evaluation",
        _INTERVAL,
    )
    eval_episodes: int = field(10, "episodes per skill in an evaluation", "evaluation", Range(low=1))
    eval_full: bool = field(
        False, "compute the full figures at every evaluation, not only at the end", "evaluation"
    )

    # Output
    log_dir: str = field("runs", "a run is written to <log_dir>/<env>/<name>/; none: write nothing", "output")
    name: str = field("", "name of the run; empty: date-time and seed", "output")
    tags: tuple[str, ...] = field((), "fields whose values are put into the run's name", "output")
    tensorboard: bool = field(True, "write TensorBoard events", "output")
    log_pictures: bool = field(
        True, "log traces and histograms at evaluations, within 2 % of the time of a run or sweep", "output"
    )
    log_video: int = field(
        0,
        "skills filmed at each evaluation (a GIF under Images in TensorBoard); 0: none",
        "output",
        Range(low=0),
    )
    wandb: str = field(
        "none",
        "also log to Weights & Biases (extra wandb): online, or offline into the run's directory",
        "output",
        choices=("none", "offline", "online"),
    )
    wandb_project: str = field("diayn_jax", "with --wandb: the project that the run is logged to", "output")
    wandb_entity: str = field(
        AUTO, "with --wandb: the user or team that the project belongs to; auto: your account's own", "output"
    )
    plots: bool = field(True, "write skills.png at the end", "output")
    report: str = field(
        "html", "html: write a page of the run (report.html) at the end", "output", choices=("html", "none")
    )
    checkpoint_every: int | str = field(
        AUTO, "environment steps between checkpoints; auto: about a tenth of the run", "output", _INTERVAL
    )
    keep_checkpoints: int = field(2, "latest checkpoints to keep, besides the best", "output", Range(low=1))
    checkpoint_replay: bool = field(
        True, "keep replay in checkpoints; without it a resumed run starts with an empty replay", "output"
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
        """Returns the fields that this kind of run uses; the others keep their defaults."""
        return tuple(f for f in dataclasses.fields(cls) if not (cls.on_policy and f.name in OF_REPLAY))

    def check_settings(self) -> None:
        """Raises `ConfigError` if fields contradict each other."""
        if not self.on_policy and self.replay_size < self.batch_size:
            raise ConfigError(
                f"--replay_size={self.replay_size} is smaller than one batch "
                f"(--batch_size={self.batch_size}). Raise --replay_size or lower --batch_size."
            )
        countable = self.skill_space in (AUTO, CATEGORICAL)
        if countable and self.skill_sampling != "resampled" and self.num_envs < self.num_skills:
            raise ConfigError(
                f"--num_envs={self.num_envs} is smaller than --num_skills={self.num_skills}: each tiled "
                "skill needs an environment. Raise --num_envs, or use "
                "--skill_sampling=resampled."
            )
        if self.dirichlet_alpha != Config.dirichlet_alpha and self.skill_space.split(":")[0] != DIRICHLET:
            raise ConfigError(
                f"--dirichlet_alpha={self.dirichlet_alpha:g} has no effect with --skill_space="
                f"{self.skill_space}. Add --skill_space={DIRICHLET}:3, or leave it out."
            )
        if self.choose_from and self.frame_stack > 1:
            raise ConfigError(
                f"--frame_stack={self.frame_stack} stacks images, and --choose_from has none. Leave it out."
            )
        for tag in self.tags:
            names = [f.name for f in dataclasses.fields(self)]
            if tag not in names:
                raise ConfigError(
                    f"--tags={tag}: there is no such field.{closest_matches(tag, names)} "
                    "A tag is the name of a flag."
                )
            if tag in NOT_TAGS:
                raise ConfigError(f"--tags={tag}: this field cannot be a part of a run's name. Leave it out.")
        if self.name and not re.fullmatch(NAME_PATTERN, self.name):
            raise ConfigError(
                f"--name={self.name} is not allowed: it takes a folder name of letters, digits and "
                "_ . - = + , without a dot or dash in front. The run is written to <log_dir>/<env>/<name>/."
            )
        if len(self.name.encode()) > _LONGEST_NAME:
            raise ConfigError(
                f"--name={self.name[:20]}… has {len(self.name.encode())} bytes. Give a name of at most "
                f"{_LONGEST_NAME}, because it becomes a folder."
            )
        if not self.log_dir:
            raise ConfigError(
                "--log_dir= is empty. Give a folder, such as --log_dir=., or leave it out for runs."
            )
        for name in OF_WANDB:
            value = getattr(self, name)
            if not re.fullmatch(_WANDB_PATTERN, value):
                given = value if len(value) <= 128 else f"{value[:20]}… ({len(value)} characters)"
                raise ConfigError(
                    f"--{name}={given!r} is not allowed: it takes 1 to 128 characters, and none of "
                    f"/ \\ # ? % :. Leave it out for {getattr(Config, name)}."
                )
