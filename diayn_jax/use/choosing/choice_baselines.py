"""Compares policies that choose among skills with baselines: random choices, one skill alone, flat runs."""

import contextlib
import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import envs, resolve, training
from diayn_jax.config import CATEGORICAL, NO_SKILLS, Config, ConfigError, check_field, coerce, show
from diayn_jax.envs.skill_as_action_env import actions_of, make_skill_env
from diayn_jax.evaluation import evaluators
from diayn_jax.evaluation.episodes import sees_xy_alone, xy_of
from diayn_jax.types import Array, Key, PyTree, Timestep
from diayn_jax.use.choosing import skill_env_source
from diayn_jax.use.loaded_run import Run
from diayn_jax.use.policy import Skills
from diayn_jax.use.zero_shot import skill_for_goal

TRIALS = 10  # trial episodes of each skill, to find the best
STEPS = 1_000_000  # steps of the robot, if neither a flag nor the task gives a number

# Defaults for policies that choose about ten to fifty times in an episode.
DEFAULTS = {"num_envs": 64, "replay_size": 100_000}


class Chooser(NamedTuple):
    """A policy that acts in E episodes side by side.

    - `act(actor, observations [E, O], features of the timestep, first [], keys [E])` returns actions and the
      actor; `first` is True at the beginning of the episodes.
    - `start(E)` returns the actor, which is the state that the policy carries; () if it carries none.
    """

    act: Callable[[PyTree, Array, Any, Array, Key], tuple[Array, PyTree]]
    start: Callable[[int], PyTree] = lambda episodes: ()


class Returns(NamedTuple):
    """Undiscounted returns of episodes of a task."""

    mean: float
    error: float  # the standard error of the mean
    episodes: int


def fields_of_choice(
    source: Config, backend: str, path: str, task: str, given: Mapping[str, Any]
) -> dict[str, Any]:
    """Returns the fields of a run that chooses among another run's skills for a task.

    Args:
      source: the config of the run with skills.
      backend: the backend that the run with skills used.
      path: the full path of its directory.
      task: the name of an environment: one of its robot's tasks, or the robot itself.
      given: the fields that the user gave; `num_env_steps` and `episode_length` count the robot's steps.

    Returns:
      Fields for `make_config`, in which `num_env_steps` and `episode_length` count choices.

    Raises:
      ConfigError: the task is of another robot, or the numbers of steps do not fit together.
    """
    try:
        task = envs.canonical(task)
    except ConfigError as error:
        raise ConfigError(str(error).replace("--env=", "--task=", 1)) from None
    row, robot = envs.spec(task), envs.canonical(source.env)
    if task != robot and row.robot != robot:
        of_robot = [name for name, other in envs.specs().items() if other.robot == robot]
        has = ", ".join(of_robot) if of_robot else f"none but its own reward, --task={robot}"
        raise ConfigError(
            f"--task={task}: {path} has skills of {robot}, but the task is of {row.robot or task}. Tasks of "
            f"{robot}: {has}."
        )
    known = {f.name: f for f in dataclasses.fields(Config)}

    def number(name: str, default: Any) -> int:
        value = coerce(known[name], given.get(name, row.defaults.get(name, default)))
        check_field(known[name], value)
        return int(value)

    steps = number("steps_per_choice", known["steps_per_choice"].default)
    horizon = number("episode_length", known["episode_length"].default)
    _check_steps(steps, horizon)
    total, num_envs = number("num_env_steps", STEPS), number("num_envs", DEFAULTS["num_envs"])
    choices = total // steps
    # The warm-up may take two of them, and at least one is learned from.
    if choices < 3 * num_envs:
        raise ConfigError(
            f"--num_env_steps={total}: these are {choices} choices of {steps} steps each, but {num_envs} "
            f"environments (--num_envs) need three or more each. Give {3 * num_envs * steps} or more."
        )
    kept = {name: getattr(source, name) for name in envs.Variation._fields if name in row.variations}
    agent = "dqn" if source.skill_space in (CATEGORICAL, NO_SKILLS) else "sac"
    of_agent = resolve.fields_of("task", given.get("agent", agent))
    return {
        **{name: value for name, value in DEFAULTS.items() if name in of_agent},
        "agent": agent,
        "warmup_steps": max(num_envs, min(2_000, choices // 10)),
        **({"backend": backend} if backend in row.backends else {}),
        **kept,
        **given,
        "env": task,
        "objective": "task",
        "choose_from": path,
        "steps_per_choice": steps,
        "episode_length": horizon // steps,
        "num_env_steps": choices,
    }


def config_of(fields: Mapping[str, Any], device: str) -> Config:
    """Makes the config of a run that chooses skills.

    Args:
      fields: the fields of `fields_of_choice`.
      device: as in `resolve.make_config`.

    Raises:
      ConfigError: as in `resolve.make_config`.
    """
    # The environment's own defaults, such as its agent and its steps, suit its actions but not choices.
    known = {"episode_length", "num_env_steps", "warmup_steps", "agent", "replay_size"}
    defaults = {name: x for name, x in envs.defaults(fields["env"]).items() if name not in known}
    return resolve.make_config(dict(fields), env_defaults=defaults, device=device)


def flat_config(config: Config, given: Mapping[str, Any], device: str, baseline: str = "flat") -> Config:
    """Makes the config of a flat run: it acts itself, on the same task and for as many robot steps.

    It has the defaults of runs on this task, and all `given` fields except the agent and its settings.

    Args:
      given: the fields that the user gave for that run.
      device: as in `resolve.make_config`.
      baseline: a key of `FLAT`.
    """
    agent, defaults = FLAT[baseline], envs.defaults(config.env)
    kind = resolve.config_type("task", agent or defaults.get("agent", Config.agent))
    common = {f.name for f in dataclasses.fields(Config)} & {f.name for f in kind.own_fields()}
    fields = {
        **{name: x for name, x in given.items() if name in common - {"agent", "steps_per_choice", "name"}},
        **({"agent": agent} if agent else {}),
        **{name: getattr(config, name) for name in (*envs.Variation._fields, "env", "backend", "seed")},
        "objective": "task",
        "episode_length": config.episode_length * config.steps_per_choice,
        "num_env_steps": config.num_env_steps * config.steps_per_choice,
        "name": f"{config.name}-{baseline}" if config.name else "",
    }
    return resolve.make_config(fields, env_defaults=defaults, device=device)


def _check_steps(steps: int, horizon: int) -> None:
    """Raises `ConfigError` if the choices do not divide an episode into equal parts."""
    if steps < 1:
        raise ConfigError(f"--steps_per_choice={steps}: a skill acts for at least one step. Give 1 or more.")
    if steps > horizon:
        raise ConfigError(
            f"--steps_per_choice={steps}: an episode has {horizon} steps (--episode_length). Give {horizon} "
            "or less."
        )
    if horizon % steps:
        fitting = [n for n in range(1, horizon + 1) if horizon % n == 0]
        near = sorted(fitting, key=lambda n: abs(n - steps))[:2]
        raise ConfigError(
            f"--steps_per_choice={steps} does not divide an episode of {horizon} steps. Give "
            f"{' or '.join(map(str, sorted(near)))}, or another --episode_length."
        )


# Baselines that are runs of their own with the robot's actions, and their agents; None: the task's default.
FLAT: Mapping[str, str | None] = {"flat": None, "flat_ppo": "ppo"}


class Comparison:
    """Plays a run that chooses, and its baselines, on the same task.

    The episodes of all of them have the same first states.
    """

    def __init__(self, run: Run, episodes: int):
        if episodes < 2:
            raise ConfigError(
                f"--episodes={show(episodes)}: a standard error needs at least two. Give 2 or more."
            )
        config = run.config
        self.run, self.episodes = run, episodes
        self.skills = skill_env_source.skills_of(config, run.path)
        plain = dataclasses.replace(config, choose_from="")
        self.task = envs.from_config(plain, run.trainer.env.backend)
        self.env = make_skill_env(self.task, self.skills.frozen, config.steps_per_choice)
        self.length = config.episode_length
        self.key = jax.random.fold_in(jax.random.key(config.seed), 0x63686F6F)

    def close(self) -> None:
        """Closes the environment."""
        self.task.close()

    def chosen(self) -> Returns:
        """Returns of the run's policy, which chooses by its mode."""
        return self._returns(_policy(self.run))

    def random(self) -> Returns:
        """Returns of random choices."""

        def act(actor: PyTree, obs: Array, features: Any, first: Array, keys: Key) -> tuple[Array, PyTree]:
            del obs, features, first
            return jax.vmap(lambda key: envs.random_action(self.env, key))(keys), actor

        return self._returns(Chooser(act))

    def best_skill(self) -> tuple[Returns, int]:
        """Returns of the best single skill, used from beginning to end; and its index.

        The best skill is found in trials of its own. If skills are vectors, it is one of the probes, which
        stand for all skills in tables.
        """
        space = self.skills.space
        actions = actions_of(space).action_of(jnp.asarray(space.probes))
        trial = jnp.repeat(actions, TRIALS, axis=0)
        key = jax.random.fold_in(self.key, 1)
        found = self._played(_always(trial), self.env, self.length, key, len(trial))
        best = int(np.argmax(found.reshape(len(actions), TRIALS).mean(axis=1)))
        one = jnp.repeat(actions[best : best + 1], self.episodes, axis=0)
        return self._returns(_always(one)), best

    def towards_goal(self) -> Returns:
        """Returns of the skill that leads towards the task's goal, computed anew at every choice.

        See `zero_shot.skill_for_goal`. Nothing is trained.

        Raises:
          ConfigError: the task has no goal on the plane, or the skills cannot seek one.
        """
        why = _without_goal(self.task) or _without_seekers(self.skills)
        if why:
            raise ConfigError(f"towards_goal: {why}")
        skills, action_of = self.skills, actions_of(self.skills.space).action_of
        vector = jnp.array(self.env.goal_vector_dims)

        def act(actor: PyTree, obs: Array, features: Any, first: Array, keys: Key) -> tuple[Array, PyTree]:
            del first, keys
            xy = xy_of(self.env, _seen(obs, features))
            assert xy is not None  # The objective of the skills sees it.
            skill = skill_for_goal(skills, skills.params, xy, xy + obs[:, vector])
            return action_of(skill), actor

        return self._returns(Chooser(act))

    def flat(self, other: Run) -> Returns:
        """Returns of a run on the same task that acts itself."""
        return self._returns(_policy(other), self.task, self.run.config.steps_per_choice)

    def _returns(self, chooser: Chooser, env: envs.Env | None = None, longer: int = 1) -> Returns:
        found = self._played(chooser, env or self.env, longer * self.length, self.key, self.episodes)
        error = float(found.std(ddof=1) / np.sqrt(len(found)))
        return Returns(float(found.mean()), error, len(found))

    def _played(
        self, chooser: Chooser, env: envs.Env, length: int, key: Key, episodes: int
    ) -> np.ndarray[Any, Any]:
        def play(key: Key) -> Array:
            reset_key, act_key = jax.random.split(key)
            start = env.reset(jax.random.key_data(training.row_keys(reset_key, jnp.arange(episodes))))

            def body(carry, t):
                timestep, actor, total, alive = carry
                keys = training.row_keys(jax.random.fold_in(act_key, t), jnp.arange(episodes))
                action, actor = chooser.act(actor, timestep.obs, timestep.features, t == 0, keys)
                after = env.step(timestep.state, action)
                valid, alive = envs.step_of_episodes(alive, after)
                return (after, actor, jnp.where(valid, total + after.reward, total), alive), None

            carry = (start, chooser.start(episodes), jnp.zeros(episodes), jnp.ones(episodes, bool))
            return jax.lax.scan(body, carry, jnp.arange(length))[0][2]

        return np.asarray(jax.device_get(evaluators.playing(env, jax.jit(play))(key)))


def why_not_towards_goal(config: Config, *, trust: bool = False) -> str:
    """Returns why a run's skills cannot be chosen towards the goal of its task; "" if they can.

    Args:
      config: the config of the run that chooses.
      trust: as in `skill_env_source.skills_of`.

    Raises:
      ConfigError, UnreadableCheckpointError, UntrustedCodeError: as in `skill_env_source.environment`.
    """
    with contextlib.closing(envs.from_config(config, to_play=False)) as task:
        why = _without_goal(task)
    return why or _without_seekers(skill_env_source.skills_of(config, trust=trust))


def _without_goal(task: envs.Env) -> str:
    """Returns a message if a task has no goal on the plane, else ""."""
    if task.goal_vector_dims:
        return ""
    return (
        f"{task.name} has no goal on the plane. Leave towards_goal out, or name a task that observes the "
        "vector to a goal (docs/reference/tasks.md)."
    )


def _without_seekers(skills: Skills) -> str:
    """Returns a message if skills cannot be chosen for a goal on the plane, else ""."""
    if not (skills.maps or skills.classifies):
        return (
            f"--objective={skills.config.objective} has neither a classifier of skills nor a map that "
            "follows them. Leave towards_goal out, or name a run of DIAYN or METRA."
        )
    if not sees_xy_alone(skills.components):
        return (
            f"the objective of these skills sees {skills.components.feature_map.name}, and a goal is given "
            "in xy alone. Leave towards_goal out, or name a run with --features=xy."
        )
    return ""


def _always(action: Array) -> Chooser:
    """Makes a chooser that takes the same actions in every step."""
    return Chooser(lambda actor, *_: (action, actor))


def _seen(obs: Array, features: Any) -> Timestep:
    """Returns a timestep with this observation [E, O] and these features."""
    blank = jnp.zeros(obs.shape[0])
    return Timestep(None, obs, blank, blank.astype(bool), features)


def _policy(run: Run) -> Chooser:
    policy, stored_of = run.skills, run.trainer.components.feature_map.stored

    def act(actor: PyTree, obs: Array, features: Any, first: Array, keys: Key) -> tuple[Array, PyTree]:
        del keys
        stored = stored_of(_seen(obs, features))
        given = stored if stored.shape[-1] else None
        return policy.step(policy.params, actor, obs, first=first, features=given)

    return Chooser(act, lambda episodes: policy.start(policy.params, (episodes,)))
