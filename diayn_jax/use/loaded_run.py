"""Runs in notebooks: loads runs, and gives access to their skills, episodes, figures and pages."""

import contextlib
import dataclasses
import functools
import numbers
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp

from diayn_jax import envs, number_format, output, parallel, resolve, training
from diayn_jax.config import (
    AUTO,
    OF_RUN,
    Config,
    ConfigError,
    check_whole,
    closest_matches,
    coerce,
    in_arguments,
    show,
    with_default,
)
from diayn_jax.evaluation import evaluators
from diayn_jax.machine import capacity
from diayn_jax.records import Say, warn
from diayn_jax.run import console
from diayn_jax.run.services import Outcome
from diayn_jax.show import report
from diayn_jax.show.record import Selection
from diayn_jax.show.report import Report
from diayn_jax.storage import arrays, files, paths, untrusted_files
from diayn_jax.types import Array, Key, Numbers
from diayn_jax.use import read_checkpoint
from diayn_jax.use.choosing import skill_env_source
from diayn_jax.use.episodes import Player, Plays
from diayn_jax.use.policy import Skills, make_skills


@dataclasses.dataclass(frozen=True, eq=False)
class Run(Outcome, Plays):
    """A run after training; it may have stopped early."""

    def act(
        self,
        obs: Numbers,
        skill: Numbers | None = None,
        key: Key | None = None,
        features: Numbers | None = None,
    ) -> Array:
        """Returns the policy's actions; works under jit, vmap and scan.

        Without a key, the policy's mode acts; with a key, a sample. `rollout` has the same rule.

        Args:
          obs: [..., O], the environment's observation, raw; or images [..., H, W, C], uint8.
          skill: integers [...] or [] in 0 … K − 1 if skills can be counted; vectors [..., d] or [d], such
            as [0.6, 0.8], if skills are vectors; None if there are no skills.
          key: the key of the sample; None: the mode acts.
          features: [..., F'], raw: features that the objective sees and that the observation lacks, such
            as ant's xy. They are needed if the agent sees them (`agent_sees_features`).

        Returns:
          Actions [..., A] in −1 to 1, or integers [...] if actions are discrete.

        Raises:
          ConfigError: the policy carries a state through an episode, such as an option.
          ValueError: a shape or type is wrong, or features are missing; or a skill is out of range, if its
            value is known and not traced.
        """
        return self.skills.act(self.skills.params, obs, skill, key, features)

    @functools.cached_property
    def skills(self) -> Skills:
        """The skills as pure functions of their parameters, without environment and replay."""
        return make_skills(
            self.config,
            self.trainer.env.interface,
            training.policy_parts(self.state),
            int(self.state.counters.env_steps),
            self.trainer.components,
            self.trainer.env.backend,
            functools.partial(skill_env_source.environment, directory=self.path),
        )

    @functools.cached_property
    def _player(self) -> Player:
        return Player(self.config, self.trainer, self.evaluator.env, training.policy_parts(self.state))

    @in_arguments
    def evaluate(self, full: bool = False, **variation: Any) -> dict[str, float]:
        """Returns figures of fresh rollouts by name (docs/reference/metrics.md); each call returns the same.

        Args:
          full: includes the figures that take longer.
          **variation: changes of the environment, by fields of `envs.Variation`, such as `gravity=0.5` or
            `joint_damage=(0.0, 1.0, …)`; or `env`, another environment with the same sizes of observations
            and actions.

        Raises:
          ConfigError: a variation is unknown, the environment does not support it, or it changes what the
            policy observes or does.
        """
        with self.evaluator_in(**variation) as evaluator:
            figures, _ = evaluator.evaluate(self.state)
            return figures | evaluator.evaluate_full(self.state)[0] if full else figures

    @in_arguments
    def evaluate_with_intervals(
        self, episodes: int | None = None, progress: output.Progress = output.silent, **variation: Any
    ) -> evaluators.Evaluated:
        """Returns all figures of fresh rollouts, stochastic and deterministic, with confidence intervals.

        Each call returns the same. Without `episodes` and variations, the figures equal those that training
        logs at the state's step.

        Args:
          episodes: the number of episodes of each skill; None: the run's `eval_episodes`. The probe has at
            least 20.
          progress: receives what is being done, and how many of its episodes are played.
          **variation: as in `evaluate`.

        Raises:
          ConfigError: `episodes` is below 1, or a variation is wrong, as in `evaluate`.
        """
        with self.with_episodes(episodes).evaluator_in(**variation) as evaluator:
            return evaluator.evaluate_with_intervals(self.state, progress=progress)

    @contextlib.contextmanager
    def evaluator_in(self, **variation: Any) -> Iterator[evaluators.Evaluator]:
        """Yields the run's evaluator, or one in a varied environment, whose simulators are closed after use.

        Arguments and errors are those of `evaluate`.
        """
        if not variation:
            yield self.evaluator
            return
        evaluator = self.in_environment(**variation)
        with contextlib.closing(evaluator.env):
            yield evaluator

    def with_episodes(self, episodes: int | None) -> "Run":
        """Returns the run with `episodes` of each skill in an evaluation; None: as they are."""
        check_whole(episodes=episodes)
        if episodes is None:
            return self
        changed = dataclasses.replace(self.config, eval_episodes=episodes)
        count, length = len(self.trainer.components.skills.probes), changed.episode_length
        many = changed.eval_episodes
        step = capacity.step_bytes(self.trainer.env, count)
        capacity.check_episodes("--episodes", many, count * many, length, step, longer="")
        evaluator = evaluators.make_evaluator(changed, self.trainer)
        return dataclasses.replace(self, config=changed, evaluator=evaluator)

    @in_arguments
    def in_environment(self, **variation: Any) -> evaluators.Evaluator:
        """Makes an evaluator of these skills in an environment that differs from the run's.

        Arguments and errors are those of `evaluate`. A new evaluator has to compile, so keep it for several
        calls. If its environment has simulators outside JAX, close them by `env.close()`.
        """
        variation = checked_variation(variation)
        if "env" in variation:
            resolve.trust(variation)
        try:
            varied = dataclasses.replace(self.config, **variation)
        except ConfigError as error:
            raise with_default(error, OF_RUN) from None
        own = self.trainer.env
        there = envs.spec(varied.env).backends
        backend = own.backend if own.backend in there else AUTO
        env = skill_env_source.environment(varied, backend, self.path)
        if (env.observation_size, env.features) != (own.observation_size, own.features):
            given = ", ".join(f"--{key}={show(value)}" for key, value in variation.items())
            positions = "exclude_current_positions"
            hint = f" Leave {positions} as it was." if positions in variation else ""
            if env.observation_size == own.observation_size:
                raise ConfigError(
                    f"{given}: {env.name} then has other features than these skills were trained with.{hint}"
                )
            raise ConfigError(
                f"{given}: {env.name} then observes {env.observation_size} numbers, but these skills were "
                f"trained on {own.observation_size}.{hint}"
            )
        if (env.action_size, env.num_actions) != (own.action_size, own.num_actions):
            raise ConfigError(
                f"--env={env.name}: it takes other actions than these skills give, which are of {own.name}."
            )
        # Another environment may have a single backend, which is then used. Among several, the skills' own
        # backend is needed; this refuses it, but only if all else fits.
        if backend == AUTO and len(there) > 1:
            env.close()
            skill_env_source.environment(varied, own.backend, self.path)
        # The policy keeps the symmetry with which it learned.
        env = env._replace(symmetries=self.trainer.env.symmetries)
        return evaluators.make_evaluator(varied, training.make_trainer(varied, env, self.trainer.mesh))

    @in_arguments
    def report(
        self,
        path: str | Path | None = None,
        *,
        skills: Sequence[int] | None = None,
        episodes: int | None = None,
        episode_length: int | None = None,
    ) -> Report:
        """Writes the run as one page; a notebook also shows the page.

        Args:
          path: the page's path; None: `report.html` in the run's directory.
          skills: the skills that the gallery plays; None: all.
          episodes: the number of episodes of each skill for the figures; None: `eval_episodes`.
          episode_length: the largest number of steps of an episode; None: that of training.

        Raises:
          ConfigError: there is no path to write to, a skill is out of range, or a number is below 1.
          RunFileError: the page cannot be written.
        """
        return report.write(self, path, Selection(skills, episodes, episode_length))

    def _repr_html_(self) -> str:
        return report.summary(self)

    def __repr__(self) -> str:
        config = self.config
        env, space = self.trainer.env, self.trainer.components.skills
        steps = "–" if self.state is None else number_format.count(int(self.state.counters.env_steps))
        at = f"{steps} of {number_format.count(config.num_env_steps)} steps"
        ended = f", stopped by signal {self.stopped}" if self.stopped else ""
        ended += ", which could not continue" if self.failure else ""
        known = {name: self.figures[f"eval/{name}"] for name in _IN_REPR if f"eval/{name}" in self.figures}
        figures = ", ".join(
            f"{name} {number_format.number(value)}" for name, value in list(known.items())[:4]
        )
        return "\n".join(
            (
                f"Run of {config.env} ({env.backend}): "
                f"{console.skills_in_words(space, self.trainer.components.feature_map.name)}, "
                f"objective={config.objective} agent={config.agent}",
                f"  {self.path or 'not written'}",
                f"  {at}, seed {config.seed}{ended}",
                f"  {figures or 'no figures yet'}",
                "  act(obs, skill), skills, rollout(skill), evaluate(), report()",
            )
        )


# Figures for `repr`, which shows the first four that the run has.
_IN_REPR = (
    "mi_normalised",
    "discriminator_accuracy",
    "effective_skills",
    "return",
    "distance_mean",
    "goal_success",
)


def checked_variation(given: Mapping[str, Any]) -> dict[str, Any]:
    """Returns changes of the environment with values as in a config: environments by name, arrays as tuples.

    Raises:
      ConfigError: there is no such variation or environment.
    """
    known = ("env", *envs.Variation._fields)
    for name in sorted(set(given) - set(known)):
        # It is an argument of the functions that give intervals.
        instead = " Use evaluate_with_intervals(episodes=…)." if name == "episodes" else ""
        hint = instead or closest_matches(name, known)
        raise ConfigError(
            f"{name}={show(given[name])}: there is no such variation.{hint} There are: {', '.join(known)}."
        )
    fields = Config.__dataclass_fields__
    return {
        name: envs.name_of(value) if name == "env" else coerce(fields[name], value)
        for name, value in given.items()
    }


@in_arguments
def as_run(
    trainer: training.Trainer,
    config: Config,
    state: training.TrainState,
    lane: int | None = None,
    evaluator: evaluators.Evaluator | None = None,
) -> Run:
    """Makes a run of a state that was trained by hand, and evaluates it.

    Args:
      trainer, config: the trainer and the config that trained it.
      state: the state of a single run, or of the lanes of `training.compiled(trainer, lanes=True)`.
      lane: the index of the lane; None: `state` is of a single run.
      evaluator: the evaluator of another lane's run, to reuse its compiled programs; None: a new one.

    Raises:
      ConfigError: there is no such lane, or a lane is given for the state of a single run.
    """
    lanes = state.key.shape[0] if state.key.ndim else None
    if lane is None and lanes is not None:
        raise ConfigError(f"The state is of {lanes} lanes. Say which one: lane=0 to {lanes - 1}.")
    if lane is not None:
        if lanes is None:
            raise ConfigError(f"lane={lane}: the state is of a single run. Leave it out.")
        if isinstance(lane, bool) or not isinstance(lane, numbers.Integral) or not 0 <= lane < lanes:
            raise ConfigError(f"lane={lane}: the state is of {lanes} lanes. Give 0 to {lanes - 1}.")
        state = training.lane_state(trainer, state, int(lane), False)
    else:
        # Copy the state, because the next epoch may donate it. Its replay is not needed.
        state = jax.tree.map(jnp.copy, state.replace(replay=()))
    evaluator = (evaluator or evaluators.make_evaluator(config, trainer)).with_seed(config.seed)
    figures, _ = evaluator.evaluate(state)
    return Run(config, None, state, figures, (), trainer, evaluator)


@in_arguments
def make_config(**fields: Any) -> Config:
    """Makes a config of the given fields; defaults depend on objective, environment, preset and device.

    `env` may also be a `diayn_jax.envs.Env`; from then on its own name refers to it.

    Raises:
      ConfigError: a field or an environment is unknown, or a value is out of bounds.
    """
    fields["env"] = envs.name_of(fields.get("env", Config.env))
    # The caller gives these fields, so the code that they name is trusted.
    resolve.trust(fields)
    parallel.use_cpu_cores(
        spare_threads=envs.factorises(fields["env"], fields.get("backend", Config.backend))
    )
    device = parallel.platform()
    # JAX has started by now, so the defaults of Gymnasium's environments are known (`envs.defaults`).
    return resolve.make_config(fields, env_defaults=envs.defaults(fields["env"]), device=device)


@in_arguments
def load(
    path: str | os.PathLike[str],
    checkpoint: int | str = "latest",
    say: Say = warn,
    *,
    backend: str | None = None,
    trust: bool = False,
) -> Run:
    """Loads a run on one device, to act with its skills and to play episodes of them.

    Skills of a run on `native` load on any device. They can be played if JAX's platform is CPU. Otherwise,
    give another `backend`. `load_skills` loads the skills alone, without their environment.

    The run may still be training. If it deletes a checkpoint while this function reads it, the next one is
    used. If the latest or the best checkpoint is damaged, the latest or the best of the others is used.

    Args:
      path: the run's directory, or the name of skills that come with the package.
      checkpoint: the checkpoint: `latest`, `best` (`metrics.ranking`), or its environment steps.
      say: receives a line on each damaged checkpoint; by default, it is printed on stderr.
      backend: the backend to play the skills on; None: the run's own.
      trust: lets the run import code of the user's own that it names. Code of runs that this process has
        trained may always be imported.

    Raises:
      ConfigError: there is no such run, or no such backend.
      UntrustedCodeError: the run names code, and `trust` is False.
      CheckpointError: there is no such checkpoint, or none that can be read.
    """
    path = paths.named(path)
    cfg, ran = files.read_config(path, trust=trust)
    played = cfg if backend is None else dataclasses.replace(cfg, backend=backend)
    backend = backend or ran["resolved"]["backend"]
    if backend in envs.FACTORISES:
        parallel.use_cpu_cores(spare_threads=True)
    env = skill_env_source.environment(played, backend, path, to_play=False, trust=trust)
    trainer = training.make_trainer(played, env)
    # Skills do not need the replay, which may be far larger than all the rest.
    shapes = training.state_shapes(played, trainer).replace(replay=())
    shapes = read_checkpoint.stored_shapes(path, trainer.components, shapes)
    restored = read_checkpoint.restore(path, cfg, str(checkpoint), arrays.on_one_device(shapes), say)
    final = read_checkpoint.final_of(path, ran, restored, say)
    return Run(
        config=played,
        path=path,
        state=restored.state,
        figures=untrusted_files.read_figures(final or restored.metadata),
        skill_table=tuple(final["skills"]) if final else (),
        trainer=trainer,
        evaluator=evaluators.make_evaluator(played, trainer),
    )


@in_arguments
def load_skills(
    path: str | os.PathLike[str],
    checkpoint: int | str = "latest",
    say: Say = warn,
    *,
    trust: bool = False,
) -> Skills:
    """Loads the skills of a run as pure functions of their parameters.

    They need neither the environment nor the trainer. The environment is made and dropped again only if its
    sizes are not known otherwise.

    Arguments and errors are those of `load`.
    """
    path = paths.named(path)
    config, ran = files.read_config(path, trust=trust)
    # The backend that `auto` resolved to in training; on this machine, it may resolve to another.
    backend = ran["resolved"]["backend"]
    if config.choose_from:
        interface = skill_env_source.environment(config, backend, path, to_play=False, trust=trust).interface
    else:
        interface = envs.interface(config, backend)
    make_env = functools.partial(skill_env_source.environment, directory=path, trust=trust)
    return read_checkpoint.restore_skills(path, config, interface, backend, str(checkpoint), say, make_env)
