"""Starts rewarded runs from the policy of a skill: reads the policy, and makes the runs' configs."""

import contextlib
import dataclasses
import functools
from collections.abc import Sequence
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import envs, parallel, resolve, training
from diayn_jax.config import (
    AUTO,
    NO_SYMMETRY,
    OF_RUN_OR_TASK,
    Config,
    ConfigError,
    as_flags,
    show,
    with_default,
)
from diayn_jax.evaluation import evaluators, metrics
from diayn_jax.objectives.task import BEST
from diayn_jax.output import Progress, silent
from diayn_jax.show.shown_skills import shown_skills
from diayn_jax.skills import SkillSpace
from diayn_jax.storage import files
from diayn_jax.storage.metadata import CheckpointError, UnreadableCheckpointError
from diayn_jax.training.learners import on_policy
from diayn_jax.training.symmetric import in_sector
from diayn_jax.training.warm_start import WarmStart
from diayn_jax.use import loaded_run
from diayn_jax.use.episodes import Player
from diayn_jax.use.loaded_run import Run

# Settings that fix the input of a policy and the shape of its network.
_OF_POLICY = (
    "env",
    "agent",
    "features",
    "agent_sees_features",
    "policy_sees_position",
    "exclude_current_positions",
    "image_size",
    "image_colours",
    "normalize",
    "policy_hidden_sizes",
    "policy_layer_norm",
    "encoder",
    "encoder_patches",
    "encoder_channels",
    "latent_size",
    "frame_stack",
    "choose_from",
    "steps_per_choice",
)
_STARTING = ("sac", "td3", "ppo")  # agents from whose skills a run of the same agent starts
_SAME_POLICY = {"sac", "ppo"}  # agents whose policies are the same network
# Agents that take --start_kl, and how their policies stay near a skill in finetuning, unless flags say
# otherwise (docs/results/use.md). PPO's critic learns from far more rows in an update.
_HOLD: dict[str, dict[str, Any]] = {
    "sac": {"start_kl": 0.1, "critic_only_updates": 1000},
    "ppo": {"start_kl": 0.1, "critic_only_updates": 100},
}
_WITH_SKILLS = "sac"  # the agent whose skills become options
_OF_CRITICS = ("critic_hidden_sizes", "critic_layer_norm")
# Settings of a single run, and of where it writes and reports, which are not taken over: a run of somebody
# else may name their folders and projects. A preset only chooses defaults.
_OF_RUN = (
    "name",
    "tags",
    "seed",
    "preset",
    "eval_episodes",
    "log_dir",
    "wandb",
    "wandb_project",
    "wandb_entity",
)
PLAYED = 20  # episodes from which the return of a skill is measured, for `start_kl`
# The number of steps is taken over even if it was the objective's default.
_BUDGET = ("num_env_steps",)
# Objectives whose skills and critics are useful on a new task. Values of METRA's and LSD's reward (distance
# travelled), or of the reward of a task, which SMERL has too, are close to those of another task. Values of
# DIAYN's reward (how well a skill can be told apart) are not: its critics would keep the policy where it is.
_GOOD_ON_TASKS = ("metra", "lsd", "smerl", "task")
# Settings of the policy that a run starts from.
OF_START = (
    "start_run",
    "start_skill",
    "start_critics",
    "start_kl",
    "start_kl_release",
    "critic_only_updates",
)


def read_start(
    config: Any,
    trainer: training.Trainer,
    *,
    trust: bool = False,
    progress: Progress = silent,
) -> WarmStart | None:
    """Reads the policy that `start_run` and `start_skill` name; None if the run starts from scratch.

    Args:
      trust: lets the run with skills import code of the user's own that it names.
      progress: is told when the best skills are looked for in new episodes, which takes long.

    Raises:
      ConfigError: there is no such run or skill, or its policy has another input or shape than the new run's.
      UnreadableCheckpointError: the checkpoint of the run with skills is damaged.
      CheckpointError: the run with skills has no checkpoint that can be read.
    """
    if not getattr(config, "start_run", ""):
        return None
    try:
        run = loaded_run.load(config.start_run, trust=trust)
    except ConfigError as error:
        raise type(error)(f"--start_run: {as_flags(error)}") from None
    except UnreadableCheckpointError:
        raise
    except CheckpointError as error:
        raise ConfigError(f"--start_run: {as_flags(error)}") from None
    with contextlib.closing(run.trainer.env):
        _check_same_networks(config, trainer, run)
        count, world = getattr(config, "num_options", None), _other_world(config, trainer, run)
        if count is not None:
            stored, words = _skills_for_options(config, count, run, world, progress)
        elif config.start_skill == BEST:
            space, best = run.trainer.components.skills, best_skill(run, world, progress)
            stored, words = space.probes[best], shown_skills(space).labels[best]
        else:
            stored, words = _skill_named(config.start_skill, run)
        components = run.trainer.components
        z = components.skills.encode(jnp.asarray(stored, components.skills.dtype))
        agent = run.state.agent
        if components.symmetry is not None:
            agent, z = in_sector(components.agent, components.symmetry, agent, z)
        agent, statistics, z = jax.device_get((agent, run.state.statistics, z))
        measure = None
        if config.start_kl:
            parts = training.policy_parts(run.state)
            measure = functools.partial(
                _value_of, config, run.trainer, parts, trainer.env, np.asarray(stored)
            )
        played = _played_steps(config, run, world)
    return WarmStart(agent, statistics, z, f"{words} of {config.start_run}", measure, played)


def played_steps(config: Any, trainer: training.Trainer, *, trust: bool = False) -> int:
    """Returns `WarmStart.played_steps` of a run that has begun; arguments and errors as in `read_start`."""
    run = loaded_run.load(config.start_run, trust=trust)
    with contextlib.closing(run.trainer.env):
        return _played_steps(config, run, _other_world(config, trainer, run))


def _played_steps(config: Any, run: Run, world: envs.Env | None) -> int:
    """Returns the environment steps that choose the skill and, for `start_kl`, measure its return."""
    played = choice_steps(run, world) if config.start_skill == BEST else 0
    return played + (PLAYED * config.episode_length if config.start_kl else 0)


def _check_same_networks(config: Any, trainer: training.Trainer, run: Run) -> None:
    """Raises `ConfigError` if the agent of `config` cannot take over the policy of the run."""
    if trainer.learner.warm_start is None:
        if trainer.env.num_actions is not None:
            hint = " if actions are discrete. Name a run of --agent=ppo, and set --agent=ppo here."
        elif run.config.agent in _STARTING:
            hint = f". Set --agent={run.config.agent}."
        else:
            hint = f". Name a run of --agent={' | '.join(_STARTING)}, and set the same here."
        raise ConfigError(
            f"--start_run={config.start_run}: --agent={config.agent} cannot start from another's policy{hint}"
        )
    _check_held(config, trainer)
    other_critics = {config.agent, run.config.agent} == _SAME_POLICY and trainer.env.num_actions is None
    if config.start_critics == "run":
        _check_critics(config, run, other_critics)
    if other_critics and trainer.env.image_shape is not None:
        raise ConfigError(
            f"--agent={config.agent}: that run has --agent={run.config.agent}, and its encoder belongs "
            f"to critics of another kind. Use --agent={run.config.agent}."
        )
    has_options = hasattr(config, "num_options")
    if has_options:
        _check_options(config, run)
    names = [*_OF_POLICY, *(_OF_CRITICS if config.start_critics == "run" else ())]
    if other_critics or has_options:
        names.remove("agent")
    for name in names:
        own, other = getattr(config, name, None), getattr(run.config, name, None)
        if name == "features":
            own, other = trainer.components.feature_map.name, run.trainer.components.feature_map.name
        if own != other:
            needs = "Its policy needs the same."
            if name in _OF_CRITICS:
                needs = "Its critics need the same: leave it out, or use new critics (--start_critics=new)."
            raise ConfigError(
                f"--start_run={config.start_run}: that run has --{name}={show(other)}, and this one "
                f"--{name}={show(own)}. {needs}"
            )


def _check_held(config: Any, trainer: training.Trainer) -> None:
    """Raises `ConfigError` if the policy should stay near the skill, and cannot."""
    if config.start_kl and config.agent not in _HOLD:
        raise ConfigError(
            f"--start_kl={config.start_kl:g}: --agent={config.agent} cannot stay near a skill. Leave it out, "
            f"or use --agent={' | '.join(_HOLD)}."
        )
    if config.start_kl and trainer.env.image_shape is not None:
        raise ConfigError(
            f"--start_kl={config.start_kl:g}: a policy that sees images cannot stay near a skill, because "
            "its encoder changes. Leave it out."
        )


def _check_critics(config: Any, run: Run, of_other_kind: bool) -> None:
    """Raises `ConfigError` if the critics of the run cannot be taken over."""
    if run.path is not None and files.is_policy_alone(run.path):
        raise ConfigError(
            f"--start_critics=run: {config.start_run} holds the policy alone. Use --start_critics=new."
        )
    if run.trainer.components.problem.reward_shape:
        raise ConfigError(
            f"--start_critics=run: critics of --objective={run.config.objective} are vectors, and those of "
            f"--objective={config.objective} are numbers. Use --start_critics=new."
        )
    if of_other_kind:
        raise ConfigError(
            f"--start_critics=run: that run has --agent={run.config.agent}, whose critics do not fit "
            f"--agent={config.agent}. Use --start_critics=new."
        )


def _check_options(config: Any, run: Run) -> None:
    """Raises `ConfigError` if options cannot start from the skills of the run."""
    if run.config.symmetry != NO_SYMMETRY:
        raise ConfigError(
            f"--start_run={config.start_run}: options of one network cannot start from skills that share "
            f"a policy, and that run has --symmetry={run.config.symmetry}. Name a run with "
            f"--symmetry={NO_SYMMETRY}."
        )
    if run.config.agent != _WITH_SKILLS:
        raise ConfigError(
            f"--start_run={config.start_run}: options start from skills of a run by "
            f"--agent={_WITH_SKILLS}; that run has --agent={run.config.agent}."
        )


def _other_world(config: Config, trainer: training.Trainer, run: Run) -> envs.Env | None:
    """Returns the environment of the new run if it differs from that of the run with skills, or else None."""
    same = all(getattr(config, name) == getattr(run.config, name) for name in envs.Variation._fields)
    return None if same and trainer.env.backend == run.trainer.env.backend else trainer.env


def _skill_named(name: str, run: Run) -> tuple[Any, str]:
    """Returns the skill with this number or vector, as it is stored, and its name in words.

    Raises `ConfigError` if there is no such skill.
    """
    space = run.trainer.components.skills
    try:
        numbers = [float(word) for word in name.split(",")]
    except ValueError:
        numbers = []
    if space.num_skills is not None:
        if len(numbers) == 1 and numbers[0] in range(space.num_skills):
            return int(numbers[0]), f"skill {name}"
        raise ConfigError(
            f"--start_skill={name}: {run.path} has the skills 0 to {space.num_skills - 1}. Name one of them, "
            f"or {BEST}."
        )
    if len(numbers) == space.size and np.isfinite(numbers).all():
        return _of_space(space, numbers), f"skill {name}"
    raise ConfigError(
        f"--start_skill={name}: skills of {run.path} are {space.name}, vectors of {space.size} numbers. Give "
        f"{','.join(['0.6', '0.8', *['0'] * space.size][: space.size])}, for example, or {BEST}."
    )


def _skills_for_options(
    config: Any, count: int, run: Run, world: envs.Env | None, progress: Progress
) -> tuple[Any, str]:
    """Returns the skills from which K options start, as they are stored, and their names in words.

    They are the K skills with the highest returns.

    Raises:
      ConfigError: a skill is named, there are fewer skills than options, or fewer returns are known.
    """
    space = run.trainer.components.skills
    if config.start_skill != BEST:
        raise ConfigError(
            f"--start_skill={config.start_skill}: the {count} options start from as many skills, those "
            "with the highest returns. Leave it out."
        )
    if len(space.probes) < count:
        raise ConfigError(
            f"--num_options={count}: {run.path} has {len(space.probes)} skills to start from. Give no more."
        )
    # The chosen skills keep their order: if all skills are chosen, option i starts from skill i.
    returns = skill_returns(run, count, world, progress)
    chosen = np.sort(np.argsort(-returns, kind="stable")[:count])
    labels = shown_skills(space).labels
    return space.probes[chosen], f"{', '.join(labels[i] for i in chosen)} (one option each)"


def _of_space(space: SkillSpace, numbers: Sequence[float]) -> np.ndarray:
    """Returns the numbers as a vector of the space.

    On the sphere, it is the unit vector of that direction. A mixture is scaled to a sum of 1.
    """
    z = np.asarray(numbers, np.float32)
    if space.on_simplex:
        if (z < 0).any() or not z.any():
            raise ConfigError(
                f"--start_skill={show(tuple(numbers))} is no mixture. Give numbers of 0 or more, not all 0."
            )
        return z / z.sum()
    if space.name.startswith("box") and np.abs(z).max() > 1:
        raise ConfigError(f"--start_skill={show(tuple(numbers))}: numbers of {space.name} are −1 to 1.")
    norm = float(np.linalg.norm(z))
    if not space.name.startswith("sphere"):
        return z
    if norm == 0:
        raise ConfigError(f"--start_skill={show(tuple(numbers))} has no direction. Give another vector.")
    return z / norm


def best_skill(run: Run, world: envs.Env | None = None, progress: Progress = silent) -> int:
    """Returns the index, among the probes, of the skill with the highest return.

    Arguments and errors are those of `skill_returns`.
    """
    return int(np.argmax(skill_returns(run, 1, world, progress)))


def skill_returns(
    run: Run, count: int, world: envs.Env | None = None, progress: Progress = silent
) -> np.ndarray:
    """Returns the return of each probe [P], which stand for all skills; −inf where it is not known.

    The returns come from the table of a finished run. For a run that has not ended, or in another
    environment, they come from fresh rollouts.

    Args:
      count: the number of returns that are needed.
      world: another environment with the same observations and actions; None: the run's own.
      progress: is told when rollouts begin.

    Raises:
      ConfigError: fewer than `count` returns are known.
    """
    if run.skill_table and world is None:
        returns = [row["return"] for row in run.skill_table]
    else:
        progress("Looking for the best skill" if count == 1 else "Looking for the best skills")
        figures = run.evaluate() if world is None else _figures_in(run, world)
        number = len(run.trainer.components.skills.probes)
        names = [f"return_skill_{i}" for i in range(number)] if number > 1 else ["return"]
        returns = [figures[f"eval/{name}"] for name in names]
    found = np.array([np.nan if x is None else x for x in returns], float)
    known = int(np.isfinite(found).sum())
    if known < count:
        raise ConfigError(
            f"--start_run={run.path}: the returns of {count} of its skills are needed, and {known} are known:"
            " no episode of the others has a step. Name another run"
            + (", or name a skill by --start_skill." if count == 1 else ".")
        )
    return np.where(np.isfinite(found), found, -np.inf)


def _value_of(
    config: Any, trainer: training.Trainer, parts: training.PolicyParts, world: envs.Env, stored: np.ndarray
) -> float:
    """Returns the mean return of a skill's episodes. The stochastic policy plays them, as in training."""
    # Training has begun its episodes in the simulators of `world`.
    with contextlib.closing(world.separate_copy()) as env:
        player = Player(config, trainer, env, parts)
        skill = jnp.repeat(jnp.asarray(stored, trainer.components.skills.dtype)[None], PLAYED, axis=0)
        played = player.play(player.parts, jax.random.key(config.seed), skill, config.episode_length, False)
    reward, valid = np.asarray(played.reward, float), np.asarray(played.valid)
    return float(np.where(valid, reward, 0.0).sum(0).mean())


def choice_steps(run: Run, world: envs.Env | None = None) -> int:
    """Returns the environment steps of the episodes from which `skill_returns` knows the returns.

    Steps that were played at the end of the run with skills count as well, since they told the task's reward.
    Of fresh episodes it is the most that they can have. With one skill nothing is chosen.
    """
    number, length = len(run.trainer.components.skills.probes), run.config.episode_length
    if number == 1:
        return 0
    if run.skill_table and world is None:
        # The table is that of the full evaluation.
        episodes = max(metrics.PROBE_EPISODES, run.config.eval_episodes)
        return round(episodes * sum(row["length"] or 0 for row in run.skill_table))
    return evaluators.episodes_per_skill(run.config, number) * number * length


def _figures_in(run: Run, world: envs.Env) -> dict[str, float]:
    """Returns the figures of a run's skills in another environment than its own."""
    # The policy keeps the symmetry with which it learned.
    world = world._replace(symmetries=run.trainer.env.symmetries)
    evaluator = evaluators.make_evaluator(run.config, training.make_trainer(run.config, world))
    with contextlib.closing(evaluator.env):
        return evaluator.evaluate(run.state)[0]


def config_for(run_config: Config, path: str, **fields: Any) -> Config:
    """Makes the config of a run on the environment's reward: from a skill of a run, or from scratch.

    Each field comes from the first of these sources that has it:

    1. `fields`;
    2. the networks and inputs of the skill, if the new run starts from one;
    3. the user's choices for the run with skills: the fields that differ from the defaults of its objective,
       and its number of steps if it was trained with the same preset;
    4. the defaults of a run on this reward.

    Args:
      run_config: the config of the run with skills.
      path: the directory of that run; "": the new run starts from scratch.
      **fields: fields that are given for the new run, such as `start_skill`, `seed` or `gravity`.

    Raises:
      ConfigError: a field does not exist, or does not take its value.
    """
    # The preset is this machine's: on a CPU an accelerator's numbers of environments and steps take hours.
    preset = fields.get("preset", AUTO)
    preset = parallel.platform() if preset == AUTO else preset
    budget = _BUDGET if preset == _preset_of(run_config) else ()
    names = [*_chosen(run_config), *budget, *((*_OF_POLICY, *_OF_CRITICS) if path else ())]
    saved = {name: getattr(run_config, name) for name in names if hasattr(run_config, name)}
    agent = fields.get("agent", run_config.agent)
    kept = resolve.fields_for(saved, {"env": run_config.env, "objective": "task", "agent": agent})
    given = {**kept, "start_run": path, **fields, "preset": preset}
    try:
        return resolve.make_config(given, env_defaults=envs.defaults(given["env"]))
    except ConfigError as error:
        raise with_default(error, OF_RUN_OR_TASK) from None


def _preset_of(config: Config) -> str:
    """Returns the preset of a run. The paper's is for DIAYN only: its values count as the user's choices."""
    return "gpu" if config.preset == "gpu" else "cpu"


def _chosen(config: Config) -> list[str]:
    """Returns the settings of a run that differ from the defaults of its environment, objective and agent."""
    of_preset = dataclasses.replace(config, preset=_preset_of(config))
    # Compare with a run of the same length: epochs and warm-ups depend on the length.
    usual = resolve.usual_config(of_preset, num_env_steps=config.num_env_steps)
    names = [f.name for f in config.own_fields() if f.name not in (*_OF_RUN, *OF_START)]
    return [name for name in names if getattr(config, name) != getattr(usual, name)]


def usual_critics(config: Config, agent: str) -> str:
    """Returns the default of `start_critics` in finetuning: `run`, or `new` (see docs/how_to/finetune.md).

    Args:
      config: the config of the run with skills.
      agent: the agent of the new run.
    """
    return "run" if config.objective in _GOOD_ON_TASKS and agent == config.agent else "new"


def usual_hold(config: Config, agent: str) -> dict[str, Any]:
    """Returns the defaults, in finetuning, of the settings that keep a skill while its critics learn.

    There are none for skills that a task seldom rewards, such as DIAYN's: they are better left soon.

    Args:
      config: the config of the run with skills.
      agent: the agent of the new run.
    """
    return dict(_HOLD.get(agent, {})) if config.objective in _GOOD_ON_TASKS else {}


def with_time_to_learn(config: Any) -> Any:
    """Returns the config with `critic_only_updates` of a fifth of the run's updates at most."""
    iterations = (config.num_env_steps - config.warmup_steps) // (config.num_envs * config.rollout_length)
    if config.on_policy:
        each = on_policy.minibatches(config) * config.epochs
    else:
        each = config.updates_per_iteration * config.agent_updates
    most = max(iterations, 0) * each // 5
    return dataclasses.replace(config, critic_only_updates=min(config.critic_only_updates, most))


def differing(config: Config, other: Config) -> list[tuple[str, str, str]]:
    """Returns the settings in which two configs differ: name, value in `config`, value in `other`."""
    names = [f.name for f in config.own_fields() if f.name not in (*_OF_RUN, *OF_START)]
    pairs = [(name, getattr(config, name), getattr(other, name)) for name in names]
    return [(name, show(own), show(theirs)) for name, own, theirs in pairs if own != theirs]


def steps_to(steps: Sequence[float], values: Sequence[float], threshold: float) -> float:
    """Returns the environment steps at which a curve first reaches a threshold; inf if it never does.

    The curve is linear between its points.

    Args:
      steps: the environment steps of its points, rising.
      values: the values at these steps.
      threshold: the value to reach.
    """
    above = np.flatnonzero(np.asarray(values) >= threshold)
    if not above.size:
        return float("inf")
    i = int(above[0])
    if i == 0:
        return float(steps[0])
    share = (threshold - values[i - 1]) / (values[i] - values[i - 1])
    return float(steps[i - 1] + share * (steps[i] - steps[i - 1]))
