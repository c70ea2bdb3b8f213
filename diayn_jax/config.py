"""What a run is: `Config` (static), its bounds, and the presets.

Every field is declared once, here, with its type, default, help text, group and bounds. The
command's flags, the validation and `config.json` are generated from these declarations.
"""

import dataclasses
import difflib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

# A value that is chosen by the environment, the device or the other fields.
AUTO = "auto"

# Fields that a resumed run may change: none of them enters the mathematics of training.
RESUMABLE = frozenset(
    {
        "num_env_steps",
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
        "plots",
    }
)


class ConfigError(ValueError):
    """A setting that cannot be run; the message says what to do about it."""


def _field(
    default: Any,
    help: str,  # noqa: A002 (the word that absl and argparse use)
    group: str,
    *,
    low: float | None = None,
    high: float | None = None,
    above: float | None = None,
    below: float | None = None,
    choices: Sequence[str] = (),
    words: Sequence[str] = (),
) -> Any:
    """A dataclass field with what the command and the validation need to know of it.

    Args:
      default: the value where nothing else is said.
      help: one sentence for `--help`.
      group: the heading it stands under in `--help`.
      low, high: inclusive bounds.
      above, below: exclusive bounds.
      choices: the only strings allowed.
      words: strings allowed beside numbers (such as "auto").
    """
    metadata = {
        "help": help,
        "group": group,
        "low": low,
        "high": high,
        "above": above,
        "below": below,
        "choices": tuple(choices),
        "words": tuple(words),
    }
    if isinstance(default, list):
        raise TypeError("use a tuple: a Config is hashable")
    return dataclasses.field(default=default, metadata=metadata)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Config:
    """Everything that says what a run is. The defaults are the `cpu` preset.

    Counts (`num_env_steps`, `replay_size`, `batch_size`) are transitions over all
    environments and devices. Raises `ConfigError` at construction for a value out of
    bounds; what depends on the environment or the machine is checked by
    `diayn_jax.training.check` before anything is compiled.
    """

    # Task
    env: str = _field("ant", "environment, by name", "task")
    backend: str = _field(AUTO, "physics of the environment; auto: the environment's own", "task")
    num_skills: int = _field(10, "K, the number of skills", "task", low=2)
    features: str = _field(
        AUTO,
        "what the discriminator sees: a declared feature (xy, x, ...), obs, or dims:0,1,...; "
        "auto: the environment's default",
        "task",
    )
    episode_length: int = _field(200, "steps until an episode is truncated", "task", low=1)
    terminate_when_unhealthy: str = _field(
        "false",
        "end an episode when the robot falls; auto: as the environment does by default",
        "task",
        choices=("true", "false", AUTO),
    )
    seed: int = _field(0, "seed of everything random", "task", low=0, high=2**31 - 1)

    # Objective
    add_log_p: bool = _field(True, "add −log p(z) to the reward (ln K for a uniform prior)", "objective")
    reward_scale: float = _field(3.0, "factor on the intrinsic reward", "objective", above=0)
    skill_sampling: str = _field(
        "tiled",
        "tiled: environment i keeps skill i %% K; resampled: a new skill at each episode",
        "objective",
        choices=("tiled", "resampled"),
    )
    prior_weighting: bool = _field(
        True, "weight discriminator rows by p(z) over the skill's share of replay", "objective"
    )
    discriminator_hidden_sizes: tuple[int, ...] = _field(
        (256, 256), "hidden layers of the discriminator", "objective", low=1
    )
    discriminator_layer_norm: bool = _field(False, "layer norm in the discriminator", "objective")
    discriminator_learning_rate: float = _field(
        1e-3, "Adam's step size for the discriminator", "objective", above=0
    )
    discriminator_weight_decay: float = _field(
        0.0, "decoupled weight decay of the discriminator (AdamW)", "objective", low=0
    )
    discriminator_noise: float = _field(
        0.0,
        "standard deviation of Gaussian noise on the normalised features that the "
        "discriminator trains on",
        "objective",
        low=0,
    )

    # Agent
    agent: str = _field("sac", "what maximises the reward", "agent", choices=("sac",))
    objective: str = _field("diayn", "what makes the reward", "objective", choices=("diayn",))
    learning_rate: float = _field(1e-3, "Adam's step size for policy, critics and α", "agent", above=0)
    discount: float = _field(0.99, "γ", "agent", low=0, below=1)
    tau: float = _field(0.005, "Polyak step of the target critics", "agent", above=0, high=1)
    alpha: float | str = _field(
        0.1, "entropy weight α; auto: learned towards target_entropy", "agent", low=0, words=(AUTO,)
    )
    target_entropy: float | str = _field(
        AUTO, "target entropy of the policy, nats; auto: −A", "agent", words=(AUTO,)
    )
    policy_hidden_sizes: tuple[int, ...] = _field((256, 256), "hidden layers of the policy", "agent", low=1)
    critic_hidden_sizes: tuple[int, ...] = _field((256, 256), "hidden layers of each critic", "agent", low=1)
    policy_layer_norm: bool = _field(False, "layer norm in the policy", "agent")
    critic_layer_norm: bool = _field(True, "layer norm in the critics", "agent")
    max_grad_norm: float = _field(0.0, "clip gradients to this global norm; 0: no clipping", "agent", low=0)
    adam_b1: float = _field(0.9, "Adam's first decay rate", "agent", low=0, below=1)
    adam_b2: float = _field(0.999, "Adam's second decay rate", "agent", low=0, below=1)
    agent_sees_features: bool = _field(
        True, "append the features to the policy's and critics' observation where it lacks them", "agent"
    )
    normalize: bool = _field(True, "normalise observations and features by running statistics", "agent")

    # Schedule
    num_env_steps: int = _field(
        1_500_000, "environment steps of the whole run", "schedule", low=1, high=4_000_000_000
    )
    num_envs: int = _field(128, "E, environments stepped side by side", "schedule", low=1)
    rollout_length: int = _field(1, "steps of each environment between updates", "schedule", low=1)
    updates_per_iteration: int = _field(
        16, "update rounds after each rollout of num_envs × rollout_length steps", "schedule", low=1
    )
    discriminator_updates: int = _field(1, "N, discriminator updates in a round", "schedule", low=1)
    agent_updates: int = _field(1, "M, agent updates in a round", "schedule", low=1)
    batch_size: int = _field(128, "transitions in one update", "schedule", low=1)
    replay_size: int = _field(1_000_000, "transitions kept in replay", "schedule", low=1)
    warmup_steps: int = _field(
        10_000, "environment steps with uniform random actions before learning", "schedule", low=1
    )
    epoch_steps: int = _field(
        12_800, "environment steps in one jitted epoch (progress and signals come between)", "schedule", low=1
    )

    # Device
    preset: str = _field(
        AUTO, "set of defaults; auto: by device", "device", choices=(AUTO, "cpu", "gpu", "paper")
    )
    device: str = _field(
        AUTO, "where to run; auto: an accelerator if JAX finds one", "device", choices=(AUTO, "cpu", "gpu")
    )
    num_devices: int | str = _field(
        AUTO, "devices to shard over; auto: all that divide num_envs and batch_size", "device",
        low=1, words=(AUTO,),
    )  # fmt: skip
    deterministic: bool = _field(
        False, "bit-for-bit repeatable on a GPU too, at a cost in speed (a CPU always is)", "device"
    )

    # Evaluation
    eval_every: int | str = _field(
        AUTO, "environment steps between evaluations; auto: under 5 %% of the run's time", "evaluation",
        low=1, words=(AUTO,),
    )  # fmt: skip
    eval_episodes: int = _field(10, "episodes per skill in an evaluation", "evaluation", low=1)
    eval_full: bool = _field(False, "give the full figures at every evaluation, not only at the end", "evaluation")

    # Output
    log_dir: str = _field("runs", "where runs go, as <log_dir>/<env>/<name>/; none: write nothing", "output")
    name: str = _field("", "name of the run; empty: date-time and seed", "output")
    tags: tuple[str, ...] = _field((), "fields whose values go into the run's name", "output")
    tensorboard: bool = _field(True, "write TensorBoard events", "output")
    plots: bool = _field(True, "write skills.png at the end", "output")
    checkpoint_every: int | str = _field(
        AUTO, "environment steps between checkpoints; auto: a tenth of the run", "output",
        low=1, words=(AUTO,),
    )  # fmt: skip
    keep_checkpoints: int = _field(2, "latest checkpoints kept, beside the best", "output", low=1)
    checkpoint_replay: bool = _field(
        True, "keep replay in checkpoints; without it a resumed run relearns from an empty one", "output"
    )

    def __post_init__(self):
        for f in dataclasses.fields(self):
            check_field(f, getattr(self, f.name))
        if self.replay_size < self.batch_size:
            raise ConfigError(
                f"--replay_size={self.replay_size} is smaller than one batch "
                f"(--batch_size={self.batch_size}). Raise --replay_size or lower --batch_size."
            )
        for tag in self.tags:
            if tag not in field_names():
                raise ConfigError(
                    f"--tags={tag}: there is no such field.{near(tag, field_names())} "
                    "A tag is the name of a flag."
                )
        if self.skill_sampling == "tiled" and self.num_envs < self.num_skills:
            raise ConfigError(
                f"--num_envs={self.num_envs} is smaller than --num_skills={self.num_skills}: tiled "
                "skills need an environment each. Raise --num_envs, or use "
                "--skill_sampling=resampled."
            )


def field_names() -> list[str]:
    """Names of all fields, in order."""
    return [f.name for f in dataclasses.fields(Config)]


def near(word: str, known: Iterable[str]) -> str:
    """` Did you mean …?` for an unknown word, or nothing where nothing is near."""
    matches = difflib.get_close_matches(word, list(known), n=3, cutoff=0.6)
    return f" Did you mean {' or '.join(matches)}?" if matches else ""


def allowed(f: dataclasses.Field) -> str:
    """The values that a field takes, in words, such as `1 or more` or `tiled | resampled`."""
    m = f.metadata
    if m["choices"]:
        return " | ".join(m["choices"])
    if f.type is bool:
        return "true | false"
    parts = []
    if m["low"] is not None and m["high"] is not None:
        parts.append(f"{m['low']:g} to {m['high']:g}")
    elif m["low"] is not None:
        parts.append(f"{m['low']:g} or more")
    if m["above"] is not None:
        parts.append(f"above {m['above']:g}")
    if m["low"] is None and m["high"] is not None:
        parts.append(f"at most {m['high']:g}")
    if m["below"] is not None:
        parts.append(f"below {m['below']:g}")
    text = ", ".join(parts)
    if m["words"]:
        text = " | ".join(([text] if text else ["a number"]) + list(m["words"]))
    return text


def check_field(f: dataclasses.Field, value: Any) -> None:
    """Raises `ConfigError` where `value` is not allowed for the field."""
    m = f.metadata

    def refuse(why: str = ""):
        given = ",".join(map(str, value)) if isinstance(value, tuple) else value
        raise ConfigError(f"--{f.name}={given} is not allowed: {why or 'takes ' + allowed(f)}. ({m['help']})")

    if m["choices"]:
        if value not in m["choices"]:
            refuse(f"takes {allowed(f)}.{near(str(value), m['choices'])}".rstrip("."))
        return
    kinds = str(f.type)
    if isinstance(value, str) and m["words"]:
        if value not in m["words"]:
            refuse()
        return
    if f.type is bool:
        if not isinstance(value, bool):
            refuse()
        return
    if f.type is str:
        if not isinstance(value, str):
            refuse("takes text")
        return
    values = value if isinstance(value, tuple) else (value,)
    if "tuple" in kinds:
        if not isinstance(value, tuple):
            refuse("takes a tuple")
        if "str" in kinds:
            return
    for v in values:
        if isinstance(v, bool) or not isinstance(v, int | float):
            refuse("takes a number")
        if "float" not in kinds and not isinstance(v, int):
            refuse("takes a whole number")
        if v != v or v in (float("inf"), float("-inf")):
            refuse("takes a finite number")
        if (
            (m["low"] is not None and v < m["low"])
            or (m["high"] is not None and v > m["high"])
            or (m["above"] is not None and v <= m["above"])
            or (m["below"] is not None and v >= m["below"])
        ):
            refuse()


# Small overrides of Config's defaults, which are the cpu preset; each with its source.
PRESETS: dict[str, dict[str, Any]] = {
    "cpu": {},
    "gpu": {
        "num_envs": 2048,
        "batch_size": 2048,
        "updates_per_iteration": 16,
        "num_env_steps": 20_000_000,
        "epoch_steps": 204_800,
        "warmup_steps": 102_400,
    },
    # Eysenbach et al. 2018, arXiv:1802.06070, appendix C, and the authors' repository.
    "paper": {
        "num_skills": 50,
        "features": "obs",
        "policy_hidden_sizes": (300, 300),
        "critic_hidden_sizes": (300, 300),
        "discriminator_hidden_sizes": (300, 300),
        "critic_layer_norm": False,
        "normalize": False,
        "batch_size": 128,
        "learning_rate": 3e-4,
        "discriminator_learning_rate": 3e-4,
        "replay_size": 1_000_000,
        "alpha": 0.1,
        "reward_scale": 1.0,
        "discount": 0.99,
        "tau": 0.01,
        "episode_length": 1000,
        "terminate_when_unhealthy": AUTO,
        "skill_sampling": "resampled",
        "prior_weighting": False,
        "num_envs": 1,
        "updates_per_iteration": 1,
        "num_env_steps": 10_000_000,
        "epoch_steps": 1_000,
        "warmup_steps": 1_000,
    },
}


def make_config(
    overrides: Mapping[str, Any] | None = None,
    *,
    env_defaults: Mapping[str, Any] | None = None,
    device: str = "cpu",
    **fields: Any,
) -> Config:
    """The config of a preset with overrides.

    Args:
      overrides, fields: what was said for this run; wins over everything.
      env_defaults: the environment's own choices; win over the device presets, not over
        `paper`, which is the publication's as a whole.
      device: `cpu` or `gpu`, for `preset=auto`.

    Raises:
      ConfigError: an unknown field, or a value out of bounds.
    """
    said = {**(overrides or {}), **fields}
    for key in said:
        if key not in field_names():
            raise ConfigError(f"there is no field {key!r}.{near(key, field_names())}")
    preset = said.get("preset", AUTO)
    if preset == AUTO:
        preset = device
    if preset not in PRESETS:
        raise ConfigError(f"--preset={preset}: takes {' | '.join(['auto', *PRESETS])}.")
    layers = [PRESETS[preset], env_defaults or {}]
    if preset == "paper":
        layers.reverse()
    merged: dict[str, Any] = {}
    for layer in layers:
        merged.update(layer)
    merged.update(said)
    merged["preset"] = preset
    return Config(**merged)


def to_json(config: Config) -> dict[str, Any]:
    """The config as JSON types (tuples become lists)."""
    return json.loads(json.dumps(dataclasses.asdict(config)))


def from_json(data: Mapping[str, Any]) -> Config:
    """The inverse of `to_json`.

    Raises:
      ConfigError: a field that this version does not know, or lacks.
    """
    unknown = set(data) - set(field_names())
    if unknown:
        raise ConfigError(f"config has fields that this version does not know: {', '.join(sorted(unknown))}")
    return Config(**{k: tuple(v) if isinstance(v, list) else v for k, v in data.items()})
