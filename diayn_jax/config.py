"""What a run is: `Config` (static), its bounds, and the presets.

Every field is declared once, here, with its type, default, help text, group and bounds. The
command's flags, the validation and `config.json` are generated from these declarations.
"""

import dataclasses
import difflib
import json
import math
import numbers
import os
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NoReturn

Field = dataclasses.Field[Any]

# A value that is chosen by the environment, the device or the other fields.
AUTO = "auto"

# Fields that a resumed run may change. Only num_env_steps enters the mathematics of training, by the rates
# that `anneal` lets fall towards the end of the run: a longer one goes on with those of its own.
RESUMABLE = frozenset(
    {
        "num_env_steps",
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

# Fields that `make_config` fits to the length of a run, where they are not said.
FITTED = frozenset({"epoch_steps", "warmup_steps"})

# Fields that say nothing of a run that its name could tell.
NOT_TAGS = frozenset({"name", "tags", "log_dir"})

NAME_PATTERN = r"[\w=+,][\w.=+,-]*"

SWITCH_WORDS = {
    **dict.fromkeys(("true", "t", "yes", "1"), "true"),
    **dict.fromkeys(("false", "f", "no", "0"), "false"),
}


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
    `diayn_jax.check.check` before anything is compiled.
    """

    # Task
    env: str = _field("ant", "environment, by name", "task")
    backend: str = _field(AUTO, "physics of the environment; auto: the environment's own", "task")
    num_skills: int = _field(10, "K, the number of skills", "task", low=2)
    features: str = _field(
        AUTO,
        "what the discriminator sees: a declared feature (xy, x, ...), obs, dims:0,1,..., or of "
        "images latent; auto: the environment's default",
        "task",
    )
    episode_length: int = _field(200, "steps until an episode is truncated", "task", low=1)
    terminate_when_unhealthy: str = _field(
        "false",
        "end an episode when the robot falls; auto: as the environment does by default",
        "task",
        choices=("true", "false", AUTO),
    )
    exclude_current_positions: str = _field(
        AUTO,
        "leave the root's position out of the observation; auto: as the environment does by default",
        "task",
        choices=("true", "false", AUTO),
    )
    gravity: float = _field(1.0, "factor on the environment's gravity", "task", low=0)
    friction: float = _field(1.0, "factor on the friction of its contacts", "task", low=0)
    actuator_strength: float = _field(1.0, "factor on the strength of its actuators", "task", low=0)
    joint_damage: tuple[float, ...] = _field(
        (), "factor on each actuator's action, 0 for a dead one: one number for each", "task", low=0, high=1
    )
    max_physics_resets: float = _field(
        0.01,
        "the run stops where physics breaks down (NaN) in more than this share of an epoch's steps",
        "task",
        low=0,
        high=1,
    )
    seed: int = _field(0, "seed of everything random", "task", low=0, high=2**31 - 1)

    # Objective
    objective: str = _field("diayn", "what makes the reward", "objective", choices=("diayn",))
    add_log_p: bool = _field(True, "add −log p(z) to the reward (ln K for a uniform prior)", "objective")
    reward_scale: float = _field(1.0, "factor on the intrinsic reward", "objective", above=0)
    skill_sampling: str = _field(
        "tiled",
        "tiled: environment i keeps skill i % K; resampled: a new skill at each episode",
        "objective",
        choices=("tiled", "resampled"),
    )
    prior_weighting: bool = _field(
        True, "weight discriminator rows by p(z) over the skill's share of replay", "objective"
    )
    discriminator_hidden_sizes: tuple[int, ...] = _field(
        (64, 64), "hidden layers of the discriminator", "objective", low=1
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
        "standard deviation of Gaussian noise, in the features' own units, on what the discriminator "
        "learns from: skills must then be that far apart, and travel to be so",
        "objective",
        low=0,
    )

    # Agent
    agent: str = _field("sac", "what maximises the reward", "agent", choices=("sac",))
    learning_rate: float = _field(1e-3, "Adam's step size for policy, critics and α", "agent", above=0)
    discount: float = _field(0.99, "γ", "agent", low=0, below=1)
    tau: float = _field(0.005, "Polyak step of the target critics", "agent", above=0, high=1)
    alpha: float | str = _field(
        AUTO,
        "entropy weight α; auto: learned towards target_entropy, from 0.1 on",
        "agent",
        low=0,
        words=(AUTO,),
    )
    target_entropy: float | str = _field(
        AUTO, "target entropy of the policy, nats; auto: −A/2", "agent", words=(AUTO,)
    )
    policy_hidden_sizes: tuple[int, ...] = _field((128, 128), "hidden layers of the policy", "agent", low=1)
    critic_hidden_sizes: tuple[int, ...] = _field((128, 128), "hidden layers of each critic", "agent", low=1)
    policy_layer_norm: bool = _field(False, "layer norm in the policy", "agent")
    critic_layer_norm: bool = _field(True, "layer norm in the critics", "agent")
    max_grad_norm: float = _field(0.0, "clip gradients to this global norm; 0: no clipping", "agent", low=0)
    adam_b1: float = _field(0.9, "Adam's first decay rate", "agent", low=0, below=1)
    adam_b2: float = _field(0.999, "Adam's second decay rate", "agent", low=0, below=1)
    agent_sees_features: bool = _field(
        True, "append the features to the policy's and critics' observation where it lacks them", "agent"
    )
    normalize: bool = _field(True, "normalise observations and features by running statistics", "agent")

    # Images
    encoder: str = _field(
        "shared",
        "encoder of images, which the critics train: the policy shares it, or has one of its own",
        "images",
        choices=("shared", "separate"),
    )
    encoder_patches: tuple[int, ...] = _field(
        (4, 2, 2), "side of the squares that each layer of the encoder takes as one", "images", low=1
    )
    encoder_channels: tuple[int, ...] = _field(
        (16, 32, 32), "channels of each layer of the encoder", "images", low=1
    )
    latent_size: int = _field(32, "L, numbers that the encoder makes of an image", "images", low=1)
    discriminator_trains_encoder: bool = _field(
        True, "where features=latent, let the discriminator's loss train the encoder too", "images"
    )
    frame_stack: int = _field(1, "frames that the agent sees at once, the latest last", "images", low=1)

    # Schedule
    num_env_steps: int = _field(
        5_000_000, "environment steps of the whole run", "schedule", low=1, high=4_000_000_000
    )
    num_envs: int = _field(256, "E, environments stepped side by side", "schedule", low=1)
    rollout_length: int = _field(1, "steps of each environment between updates", "schedule", low=1)
    updates_per_iteration: int = _field(
        16, "update rounds after each rollout of num_envs × rollout_length steps", "schedule", low=1
    )
    discriminator_updates: int = _field(1, "N, discriminator updates in a round", "schedule", low=1)
    agent_updates: int = _field(1, "M, agent updates in a round", "schedule", low=1)
    batch_size: int = _field(128, "transitions in one update", "schedule", low=1)
    replay_size: int = _field(300_000, "transitions kept in replay", "schedule", low=1, high=2**31 - 1)
    warmup_steps: int = _field(
        10_000, "environment steps with uniform random actions before learning", "schedule", low=1
    )
    anneal: float = _field(
        1.0,
        "share of the run, at its end, over which all learning rates fall linearly to 0; 0: constant rates",
        "schedule",
        low=0,
        high=1,
    )
    epoch_steps: int = _field(
        25_600, "environment steps in one jitted epoch (progress and signals come between)", "schedule", low=1
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
        AUTO, "environment steps between evaluations; auto: under 5 % of the run's time", "evaluation",
        low=1, words=(AUTO,),
    )  # fmt: skip
    eval_episodes: int = _field(10, "episodes per skill in an evaluation", "evaluation", low=1)
    eval_full: bool = _field(
        False, "give the full figures at every evaluation, not only at the end", "evaluation"
    )

    # Output
    log_dir: str = _field("runs", "where runs go, as <log_dir>/<env>/<name>/; none: write nothing", "output")
    name: str = _field("", "name of the run; empty: date-time and seed", "output")
    tags: tuple[str, ...] = _field((), "fields whose values go into the run's name", "output")
    tensorboard: bool = _field(True, "write TensorBoard events", "output")
    log_pictures: bool = _field(
        True, "log traces and histograms at evaluations, as far as 2 % of the time allows", "output"
    )
    log_video: int = _field(
        0, "skills filmed at each evaluation (a GIF under Images in TensorBoard); 0: none", "output", low=0
    )
    wandb: str = _field(
        "none",
        "log to Weights & Biases too: online, or offline into the run's directory (extra wandb)",
        "output",
        choices=("none", "offline", "online"),
    )
    plots: bool = _field(True, "write skills.png at the end", "output")
    report: str = _field(
        "html", "page of the run (report.html) at the end, or none", "output", choices=("html", "none")
    )
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
            value = tidy(f, getattr(self, f.name))
            check_field(f, value)
            object.__setattr__(self, f.name, value)
        self._check_together()

    def _check_together(self) -> None:
        if self.replay_size < self.batch_size:
            raise ConfigError(
                f"--replay_size={self.replay_size} is smaller than one batch "
                f"(--batch_size={self.batch_size}). Raise --replay_size or lower --batch_size."
            )
        if self.skill_sampling == "tiled" and self.num_envs < self.num_skills:
            raise ConfigError(
                f"--num_envs={self.num_envs} is smaller than --num_skills={self.num_skills}: tiled "
                "skills need an environment each. Raise --num_envs, or use "
                "--skill_sampling=resampled."
            )
        if len(self.encoder_patches) != len(self.encoder_channels) or not self.encoder_patches:
            raise ConfigError(
                f"--encoder_patches={show(self.encoder_patches)} and "
                f"--encoder_channels={show(self.encoder_channels)}: each layer of the encoder takes a "
                "number of both, and there is at least one. Give as many of one as of the other."
            )
        if self.target_entropy != AUTO and self.alpha != AUTO:
            raise ConfigError(
                f"--target_entropy={self.target_entropy} has no effect while α is fixed "
                f"(--alpha={self.alpha}). Add --alpha=auto, or leave --target_entropy out."
            )
        for tag in self.tags:
            if tag not in field_names():
                raise ConfigError(
                    f"--tags={tag}: there is no such field.{near(tag, field_names())} "
                    "A tag is the name of a flag."
                )
            if tag in NOT_TAGS:
                raise ConfigError(f"--tags={tag}: cannot be a part of a run's name. Leave it out.")
        if self.name and not re.fullmatch(NAME_PATTERN, self.name):
            raise ConfigError(
                f"--name={self.name} is not allowed: it takes the name of a folder, of letters, digits "
                "and _ . - = + , with no dot or dash in front. The run goes to <log_dir>/<env>/<name>/."
            )


def field_names() -> list[str]:
    """Names of all fields, in order."""
    return [f.name for f in dataclasses.fields(Config)]


def fields_by_name() -> dict[str, Field]:
    """All fields, with their metadata."""
    return {f.name: f for f in dataclasses.fields(Config)}


def own_field(name: str, kind: Any, about: str, low: int, high: int | None) -> Field:
    """A field for a command's own flag, parsed and checked as those of `Config`; it may be left out."""
    declared = _field("", about, "", low=low, high=high)
    made = dataclasses.make_dataclass("Own", [(name, kind, declared)])
    return dataclasses.fields(made)[0]


def near(word: str, known: Iterable[str]) -> str:
    """` Did you mean …?` for an unknown word, or nothing where nothing is near."""
    return did_you_mean(difflib.get_close_matches(word, list(known), n=3, cutoff=0.6))


def did_you_mean(matches: Collection[str]) -> str:
    """` Did you mean …?`, or nothing where there is nothing to mean."""
    return f" Did you mean {' or '.join(matches)}?" if matches else ""


def is_switch(f: Field) -> bool:
    """Whether the flag may be given as `--x` and `--nox`."""
    return f.type is bool or {"true", "false"} <= set(f.metadata["choices"])


def is_many(f: Field) -> bool:
    """Whether the field takes several values, separated by commas."""
    return "tuple" in str(f.type)


def is_whole(f: Field) -> bool:
    """Whether its numbers are whole ones."""
    return "float" not in str(f.type)


def is_number(f: Field) -> bool:
    """Whether it takes numbers at all."""
    return f.type is not bool and ("int" in str(f.type) or "float" in str(f.type))


def show(value: Any) -> str:
    """A field's value as one would write it on the command line."""
    if isinstance(value, tuple | list):
        return ",".join(map(show, value))
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and abs(value) >= 10_000:
        return f"{value:_}"
    if isinstance(value, float):
        short = f"{value:g}"
        text = short if float(short) == value else repr(value)
        return re.sub(r"e([+-])0+", r"e\1", text).replace("e+", "e")
    return str(value)


def allowed(f: Field) -> str:
    """The values that a field takes, in words: `a whole number, 2 or more`, `tiled | resampled`."""
    m = f.metadata
    if m["choices"]:
        return " | ".join(m["choices"])
    if f.type is bool:
        return "true | false"
    if not is_number(f):
        return "names, separated by commas" if is_many(f) else "text"
    kind = "whole number" if is_whole(f) else "number"
    kind = f"{kind}s separated by commas" if is_many(f) else f"a {kind}"
    return " | ".join([", ".join(filter(None, [kind, bounds(f)])), *m["words"]])


def bounds(f: Field) -> str:
    """The range of a field's numbers in words, such as `2 or more`; nothing where there is none."""
    m = f.metadata
    if m["low"] is not None and m["high"] is not None:
        return f"{show(m['low'])} to {show(m['high'])}"
    parts = []
    if m["low"] is not None:
        parts.append(f"{show(m['low'])} or more")
    if m["above"] is not None:
        parts.append(f"above {show(m['above'])}")
    if m["high"] is not None:
        parts.append(f"at most {show(m['high'])}")
    if m["below"] is not None:
        parts.append(f"below {show(m['below'])}")
    return ", ".join(parts)


def refuse(f: Field, value: Any, why: str = "", hint: str = "") -> NoReturn:
    """Raises `ConfigError`: what was given, what is allowed, what to do."""
    default = show(f.default)
    given = value if isinstance(value, str) else show(value)
    raise ConfigError(
        f"--{f.name}={given} is not allowed: it takes {why or allowed(f)} ({f.metadata['help']})."
        f"{hint} " + (f"Leave it out for {default}." if default else "It may be left out.")
    )


def tidy(f: Field, value: Any) -> Any:
    """The value in the field's own type, where nothing is lost by it.

    Lists become tuples, NumPy's scalars Python's, `1e6` an int in a field of whole numbers,
    `True` the word "true" where "auto" is allowed beside it, a path text. What does not fit is
    returned as it is, for `check_field` to refuse.
    """
    if isinstance(value, list | tuple):
        return tuple(_tidy_one(f, v) for v in value)
    if isinstance(value, bool) and f.type is not bool and is_switch(f):
        return show(value)
    return _tidy_one(f, value)


def _tidy_one(f: Field, value: Any) -> Any:
    if isinstance(value, os.PathLike) and f.type is str:
        return os.fspath(value)
    if isinstance(value, bool | str) or not is_number(f) or not isinstance(value, numbers.Real):
        return value
    number = float(value)
    if not is_whole(f):
        return number
    if isinstance(value, numbers.Integral):
        return int(value)
    return int(number) if number.is_integer() else number


def check_field(f: Field, value: Any) -> None:
    """Raises `ConfigError` where `value` is not allowed for the field."""
    m = f.metadata
    if m["choices"]:
        if value not in m["choices"]:
            refuse(f, value, hint=near(str(value), m["choices"]))
    elif f.type is bool:
        if not isinstance(value, bool):
            refuse(f, value)
    elif is_many(f):
        if not isinstance(value, tuple):
            refuse(f, value)
        for v in value:
            if is_number(f):
                _check_number(f, v, value)
            elif not isinstance(v, str):
                refuse(f, value)
    elif is_number(f):
        if isinstance(value, str) and value in m["words"]:
            return
        _check_number(f, value, value)
    elif not isinstance(value, str):
        refuse(f, value)


def _check_number(f: Field, v: Any, given: Any) -> None:
    m = f.metadata
    if isinstance(v, bool) or not isinstance(v, int if is_whole(f) else int | float):
        hint = near(v, m["words"]) if isinstance(v, str) else ""
        refuse(f, given, hint=hint)
    if (
        not math.isfinite(v)
        or (m["low"] is not None and v < m["low"])
        or (m["high"] is not None and v > m["high"])
        or (m["above"] is not None and v <= m["above"])
        or (m["below"] is not None and v >= m["below"])
    ):
        refuse(f, given)


def parse(f: Field, text: str) -> Any:
    """A field's value from what stands behind `=` on the command line.

    Numbers may be written as 1000000, 1_000_000, 1e6 or 1M (k, M and G, as figures are shown); several
    values are separated by commas.

    Raises:
      ConfigError: text that is not one of the field's values.
    """
    text = text.strip()
    if is_switch(f):
        word = SWITCH_WORDS.get(text.lower(), text)
        value: Any = (word == "true" if word in ("true", "false") else text) if f.type is bool else word
    elif is_many(f):
        parts = [part.strip() for part in text.split(",")] if text else []
        value = tuple(_parse_number(part) if is_number(f) else part for part in parts)
    elif is_number(f) and text not in f.metadata["words"]:
        value = _parse_number(text)
    else:
        value = text
    value = tidy(f, value)
    try:
        check_field(f, value)
    except ConfigError:
        # Again, with what was written instead of what was made of it.
        if isinstance(value, int | float | tuple) and is_number(f):
            refuse(f, text)
        raise
    return value


_SUFFIXES = {"k": "e3", "M": "e6", "G": "e9"}


def _parse_number(text: str) -> int | float | str:
    # As an exponent, not a product: 4.1 times a million is no whole number.
    number = text[:-1] + _SUFFIXES[text[-1]] if text[-1:] in _SUFFIXES else text
    for kind in (int, float):
        try:
            return kind(number)
        except ValueError:
            continue
    return text


# Small overrides of Config's defaults, which are the cpu preset; each with its source.
PRESETS: dict[str, dict[str, Any]] = {
    "cpu": {},
    # For long runs; of shorter ones see `_fitted`.
    "gpu": {
        "num_envs": 2048,
        "batch_size": 2048,
        "replay_size": 1_000_000,
        "updates_per_iteration": 16,
        "num_env_steps": 20_000_000,
        "epoch_steps": 204_800,
        "warmup_steps": 102_400,
    },
    # Eysenbach et al. 2018, arXiv:1802.06070, appendix, and the settings of the authors' code
    # (github.com/ben-eysenbach/sac, examples/mujoco_all_diayn.py): two hidden layers of 300 for
    # every network, batches of 128, Adam 3e-4, γ 0.99, target step 0.01, a million transitions
    # of replay, entropy weight 0.1 on an unscaled reward, 50 skills, episodes of 1000 steps
    # that end where the environment ends them, the discriminator on the whole observation.
    # Theirs was one environment with one update of each network per environment step. Here it
    # is 8 environments and 8 updates per iteration: the same ratio, with physics in parallel.
    # What stays different: twin critics and a tanh-Gaussian policy (SAC as it is today) where
    # they had a value network and a mixture of Gaussians.
    "paper": {
        "num_skills": 50,
        "features": "obs",
        "policy_hidden_sizes": (300, 300),
        "critic_hidden_sizes": (300, 300),
        "discriminator_hidden_sizes": (300, 300),
        "policy_layer_norm": False,
        "critic_layer_norm": False,
        "discriminator_layer_norm": False,
        "discriminator_weight_decay": 0.0,
        "discriminator_noise": 0.0,
        "normalize": False,
        "batch_size": 128,
        "learning_rate": 3e-4,
        "discriminator_learning_rate": 3e-4,
        "max_grad_norm": 0.0,
        "replay_size": 1_000_000,
        "alpha": 0.1,
        "target_entropy": AUTO,
        "reward_scale": 1.0,
        "add_log_p": True,
        "discount": 0.99,
        "tau": 0.01,
        "episode_length": 1000,
        "terminate_when_unhealthy": AUTO,
        "skill_sampling": "resampled",
        "prior_weighting": False,
        "num_envs": 8,
        "rollout_length": 1,
        "updates_per_iteration": 8,
        "discriminator_updates": 1,
        "agent_updates": 1,
        "num_env_steps": 10_000_000,
        "epoch_steps": 1_000,
        "warmup_steps": 1_000,
        "anneal": 0.0,
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
        `paper`, which is the publication's as a whole. Epochs, and on `gpu` the warm-up, may be
        shorter than these say, where the run is short and nothing is said of them.
      device: `cpu` or `gpu`, for `preset=auto`.

    Raises:
      ConfigError: an unknown field, or a value out of bounds.
    """
    said = {**(overrides or {}), **fields}
    for key in said:
        if key not in field_names():
            raise ConfigError(f"--{key}: there is no such field.{near(key, field_names())}")
    preset = said.get("preset", AUTO)
    check_field(fields_by_name()["preset"], preset)
    if preset == AUTO:
        preset = device
    layers = [PRESETS[preset], env_defaults or {}]
    if preset == "paper":
        layers.reverse()
    merged: dict[str, Any] = {}
    for layer in layers:
        merged.update(layer)
    usual_steps = merged.get("num_env_steps", Config.num_env_steps)
    merged.update(said)
    merged["preset"] = preset
    config = Config(**merged)
    fitted = FITTED if preset == "gpu" else {"epoch_steps"} if config.num_env_steps < usual_steps else set()
    return _fitted(config, fitted - set(said))


def _fitted(config: Config, names: Collection[str]) -> Config:
    """A config of which the fields of these names, epochs or warm-up, are a twentieth of the run at most.

    A run is evaluated twenty times, and a long epoch goes on past its end. What suits twenty
    million steps on 2048 environments (`gpu`) is more than small worlds have in all; elsewhere it
    is a run shorter than its preset and environment say whose epochs would be too long.
    """
    iteration = config.num_envs * config.rollout_length
    most = max(iteration, config.num_env_steps // 20)
    shorter: dict[str, Any] = {name: min(getattr(config, name), most) for name in names}
    return dataclasses.replace(config, **shorter)


def to_json(config: Config) -> dict[str, Any]:
    """The config as JSON types (tuples become lists)."""
    return json.loads(json.dumps(dataclasses.asdict(config)))


def from_json(data: Mapping[str, Any]) -> Config:
    """The inverse of `to_json`; fields that a newer version has added take their defaults.

    Raises:
      ConfigError: a field that this version does not know, or a value that it does not take.
    """
    return Config(**fields_from_json(data))


def fields_from_json(data: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that stand in a config as JSON types, and no others.

    Raises:
      ConfigError: a field that this version does not know, or a value that it does not take.
    """
    known = fields_by_name()
    unknown = sorted(set(data) - set(known))
    if unknown:
        raise ConfigError(
            f"the config has fields that this version does not know: {', '.join(unknown)}. "
            "Use the version that wrote it, or take them out."
        )
    fields = {name: tidy(known[name], value) for name, value in data.items()}
    for name, value in fields.items():
        check_field(known[name], value)
    return fields
