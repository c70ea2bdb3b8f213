"""Finetuning: rewarded learning that starts from the policy of one skill, and how it compares with none."""

import dataclasses
from collections.abc import Sequence
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import envs, resolve, training
from diayn_jax.config import OF_RUN_OR_TASK, Config, ConfigError, show, with_default
from diayn_jax.evaluation import evaluators
from diayn_jax.objectives.task import BEST
from diayn_jax.run import console
from diayn_jax.show.shown_skills import shown_skills
from diayn_jax.skills import SkillSpace
from diayn_jax.training.warm_start import WarmStart
from diayn_jax.use import loading
from diayn_jax.use.loading import Run

# Settings by which a policy gets the same input, and is a network of the same shape.
_OF_POLICY = (
    "env",
    "agent",
    "features",
    "agent_sees_features",
    "policy_sees_position",
    "exclude_current_positions",
    "normalize",
    "policy_hidden_sizes",
    "policy_layer_norm",
    "encoder",
    "encoder_patches",
    "encoder_channels",
    "latent_size",
)
_WITH_SKILLS = "sac"  # the agent whose skills become options
_OF_CRITICS = ("critic_hidden_sizes", "critic_layer_norm")
# Of one run alone. A preset says which defaults there are.
_OF_RUN = ("name", "tags", "seed", "preset", "eval_episodes")
# How long to train is a choice even where it was left to the objective.
_BUDGET = ("num_env_steps",)
# Their rewards, of the way travelled or the environment's own, have values close to a task's. Those of DIAYN,
# of how well a skill can be told apart, do not: its critics hold the policy where it stands.
_CRITICS_SERVE = ("metra", "task")
_OF_START = ("start_run", "start_skill", "start_critics", "critic_only_updates")


def read_start(
    config: Any, trainer: training.Trainer, *, trust: bool = False, say: console.Report = print
) -> WarmStart | None:
    """What `start_run` and `start_skill` of a config name; None where the run starts from scratch.

    Args:
      config: of the run that is to start.
      trainer: of that run.
      trust: code of one's own that the run named may be imported.
      say: is told of damaged checkpoints.

    Raises:
      ConfigError: there is no such run or skill, or its policy is of another input or shape than this run's.
      UntrustedCodeError: the run names code that is not to be trusted.
      CheckpointError: it has no checkpoint that can be read.
    """
    if not getattr(config, "start_run", ""):
        return None
    try:
        run = loading.load(config.start_run, say=say, trust=trust)
    except ConfigError as error:
        raise type(error)(f"--start_run: {error}") from None
    try:
        _check_same_networks(config, trainer, run)
        count, world = getattr(config, "num_options", None), _other_world(config, trainer, run)
        if count is not None:
            stored, words = _skills_for_options(config, count, run, world)
        elif config.start_skill == BEST:
            space, best = run.trainer.skills, best_skill(run, world)
            stored, words = space.probes[best], shown_skills(space).labels[best]
        else:
            stored, words = _skill_named(config.start_skill, run)
        z = run.trainer.skills.encode(jnp.asarray(stored, run.trainer.skills.dtype))
        agent, statistics, z = jax.device_get((run.state.agent, run.state.statistics, z))
    finally:
        if run.trainer.env.simulator is not None:
            run.trainer.env.simulator.close()
    return WarmStart(agent, statistics, z, f"{words} of {config.start_run}")


def _check_same_networks(config: Any, trainer: training.Trainer, run: Run) -> None:
    """Raises `ConfigError` where an agent of `config` cannot take over the run's."""
    if trainer.learner.warm_start is None:
        discrete = trainer.env.num_actions is not None
        raise ConfigError(
            f"--start_run={config.start_run}: --agent={config.agent} cannot start from another's policy"
            + (
                " where actions are discrete. Take a run by --agent=ppo, and --agent=ppo here."
                if discrete
                else ". Take --agent=sac."
            )
        )
    names = [*_OF_POLICY, *(_OF_CRITICS if config.start_critics == "run" else ())]
    if hasattr(config, "num_options"):
        names.remove("agent")
        if run.config.agent != _WITH_SKILLS:
            raise ConfigError(
                f"--start_run={config.start_run}: options begin as skills of a run by "
                f"--agent={_WITH_SKILLS}; that run has --agent={run.config.agent}."
            )
    for name in names:
        own, other = getattr(config, name, None), getattr(run.config, name, None)
        if name == "features":
            own, other = trainer.feature_map.name, run.trainer.feature_map.name
        if own != other:
            needs = "Its policy needs the same."
            if name in _OF_CRITICS:
                needs = "Its critics need the same: leave it out, or take new ones (--start_critics=new, of "
                needs += "experiments.finetune --critics=new)."
            raise ConfigError(
                f"--start_run={config.start_run}: that run has --{name}={show(other)}, and this one "
                f"--{name}={show(own)}. {needs}"
            )


def _other_world(config: Config, trainer: training.Trainer, run: Run) -> envs.Env | None:
    """The world of a new run, where it is another than that of the run with skills; else None."""
    same = all(getattr(config, name) == getattr(run.config, name) for name in envs.Variation._fields)
    return None if same and trainer.env.backend == run.trainer.env.backend else trainer.env


def _skill_named(name: str, run: Run) -> tuple[Any, str]:
    """The skill of this number, or this vector, as it is stored, and in words.

    Raises:
      ConfigError: there is no such skill.
    """
    space = run.trainer.skills
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
        f"{','.join(['0.6', '0.8', *['0'] * space.size][: space.size])}, say, or {BEST}."
    )


def _skills_for_options(config: Any, count: int, run: Run, world: envs.Env | None) -> tuple[Any, str]:
    """The skills, as they are stored, as which K options begin, and in words: those with the highest returns.

    Raises:
      ConfigError: a skill is named, there are fewer than options, or fewer returns are known.
    """
    space = run.trainer.skills
    if config.start_skill != BEST:
        raise ConfigError(
            f"--start_skill={config.start_skill}: the {count} options start from as many skills, those of "
            "the highest returns. Leave it out."
        )
    if len(space.probes) < count:
        raise ConfigError(
            f"--num_options={count}: {run.path} has {len(space.probes)} skills to start from. Take no more."
        )
    # In their own order, so that all of K skills stay what they were.
    chosen = np.sort(np.argsort(-skill_returns(run, count, world), kind="stable")[:count])
    labels = shown_skills(space).labels
    return space.probes[chosen], f"{', '.join(labels[i] for i in chosen)}, an option each,"


def _of_space(space: SkillSpace, numbers: Sequence[float]) -> np.ndarray:
    """The vector of the space that is meant: on the sphere, that direction."""
    z = np.asarray(numbers, np.float32)
    norm = float(np.linalg.norm(z))
    if not space.name.startswith("sphere"):
        return z
    if norm == 0:
        raise ConfigError(f"--start_skill={show(tuple(numbers))} has no direction. Give another vector.")
    return z / norm


def best_skill(run: Run, world: envs.Env | None = None) -> int:
    """The number, among those that stand for all, of the skill with the highest return.

    Args and errors are those of `skill_returns`.
    """
    return int(np.argmax(skill_returns(run, 1, world)))


def skill_returns(run: Run, count: int, world: envs.Env | None = None) -> np.ndarray:
    """The return of each of the skills that stand for all, [P]; −inf where it is not known.

    By the table of the run's end; of a run that has not ended, or in another world, by fresh rollouts.

    Args:
      run: with skills.
      count: so many returns are needed.
      world: another than the run's own, with the same observations and actions; None: the run's.

    Raises:
      ConfigError: fewer than `count` are known.
    """
    if run.skill_table and world is None:
        returns = [row["return"] for row in run.skill_table]
    else:
        figures = run.evaluate() if world is None else _figures_in(run, world)
        number = len(run.trainer.skills.probes)
        names = [f"return_skill_{i}" for i in range(number)] if number > 1 else ["return"]
        returns = [figures[f"eval/{name}"] for name in names]
    found = np.array([np.nan if x is None else x for x in returns], float)
    known = int(np.isfinite(found).sum())
    if known < count:
        raise ConfigError(
            f"--start_run={run.path}: the returns of {count} of its skills are needed, and {known} are known:"
            " no episode of the others has a step. Take another run"
            + (", or name a skill by --start_skill." if count == 1 else ".")
        )
    return np.where(np.isfinite(found), found, -np.inf)


def _figures_in(run: Run, world: envs.Env) -> dict[str, float]:
    """The figures of a run's skills in another world than its own."""
    evaluator = evaluators.make_evaluator(run.config, training.make_trainer(run.config, world))
    try:
        return evaluator.evaluate(run.state)[0]
    finally:
        if evaluator.env.simulator is not None:
            evaluator.env.simulator.close()


def config_for(run_config: Config, path: str, **fields: Any) -> Config:
    """The config of a run on the environment's reward, beside a run with skills or from a skill of it.

    What is given wins; then what networks the skill has and what they see, where it starts from one; then
    what somebody chose for the run with skills, as far as values tell: what differs from its objective's
    own settings; and the rest is as such a run has it by itself, not as the other objective's preset has it.

    Args:
      run_config: of the run with skills.
      path: its directory; "": the run starts from scratch.
      fields: what is given for the new run, such as `start_skill`, `seed` or `gravity`.

    Raises:
      ConfigError: a field that there is not, or a value that it does not take.
    """
    names = [*_chosen(run_config), *_BUDGET, *((*_OF_POLICY, *_OF_CRITICS) if path else ())]
    saved = {name: getattr(run_config, name) for name in names if hasattr(run_config, name)}
    agent = fields.get("agent", run_config.agent)
    kept = resolve.fields_for(saved, {"env": run_config.env, "objective": "task", "agent": agent})
    # The paper's preset is of DIAYN alone: what it says counts as chosen.
    preset = "gpu" if run_config.preset == "gpu" else "cpu"
    given = {"preset": preset, **kept, "start_run": path, **fields}
    try:
        return resolve.make_config(given, env_defaults=envs.defaults(given["env"]))
    except ConfigError as error:
        raise with_default(error, OF_RUN_OR_TASK) from None


def _chosen(config: Config) -> list[str]:
    """The settings of a run that are other than its environment, objective, agent and preset have them."""
    of_preset = dataclasses.replace(config, preset="gpu" if config.preset == "gpu" else "cpu")
    # Epochs and warm-ups are fitted to the length of a run.
    usual = resolve.usual_config(of_preset, num_env_steps=config.num_env_steps)
    names = [f.name for f in config.own_fields() if f.name not in (*_OF_RUN, *_OF_START)]
    return [name for name in names if getattr(config, name) != getattr(usual, name)]


def usual_critics(config: Config, agent: str) -> str:
    """The critics that serve best where nobody chooses: those of the `run`, or `new` ones (docs/finetune.md).

    Args:
      config: of the run with skills.
      agent: of the new run.
    """
    return "run" if config.objective in _CRITICS_SERVE and agent == config.agent else "new"


def differing(config: Config, other: Config) -> list[tuple[str, str, str]]:
    """The settings in which a run from a skill differs from one from scratch: name, its own, the other's."""
    names = [f.name for f in config.own_fields() if f.name not in (*_OF_RUN, *_OF_START)]
    pairs = [(name, getattr(config, name), getattr(other, name)) for name in names]
    return [(name, show(own), show(theirs)) for name, own, theirs in pairs if own != theirs]


def for_seed(config: Config, seed: int, name: str) -> Config:
    """The config with another seed and name."""
    return dataclasses.replace(config, seed=seed, name=name)


def steps_to(steps: Sequence[float], values: Sequence[float], threshold: float) -> float:
    """Environment steps at which a curve first reaches a threshold, by a line between its points; else inf.

    Args:
      steps: of its points, rising.
      values: at these.
      threshold: the value.
    """
    above = np.flatnonzero(np.asarray(values) >= threshold)
    if not above.size:
        return float("inf")
    i = int(above[0])
    if i == 0:
        return float(steps[0])
    share = (threshold - values[i - 1]) / (values[i] - values[i - 1])
    return float(steps[i - 1] + share * (steps[i] - steps[i - 1]))
