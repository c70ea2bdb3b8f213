"""A run in a notebook, trained or loaded, and what can be done with its skills."""

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
from jax.typing import ArrayLike

from diayn_jax import envs, number_format, parallel, resolve, training
from diayn_jax.config import AUTO, OF_RUN, Config, ConfigError, closest_matches, show, with_default
from diayn_jax.evaluation import evaluators
from diayn_jax.evaluation.episodes import Episodes
from diayn_jax.machine import capacity
from diayn_jax.run import console
from diayn_jax.show import report
from diayn_jax.show.report import Report
from diayn_jax.storage import files, untrusted_files
from diayn_jax.types import Array, Key
from diayn_jax.use import restore
from diayn_jax.use.choosing import skill_env_source
from diayn_jax.use.episodes import Player, make_player
from diayn_jax.use.policy import Skills, make_skills


@dataclasses.dataclass(frozen=True)
class Run:
    """A run, trained as far as it is."""

    config: Config
    path: Path | None  # its directory; None where nothing was written
    state: training.TrainState  # a loaded run has no replay, (); its environments are not to be stepped
    figures: Mapping[str, float]  # the latest of each, by name, such as eval/mi
    skill_table: tuple[Mapping[str, Any], ...]  # a row for each (`metrics.skill_table`); () before the end
    trainer: training.Trainer
    evaluator: evaluators.Evaluator
    stopped: int | None = None  # the signal that stopped it before its end
    failure: RuntimeError | None = None  # why it could not go on

    def act(
        self,
        obs: ArrayLike,
        skill: ArrayLike | None = None,
        key: Key | None = None,
        features: ArrayLike | None = None,
    ) -> Array:
        """The policy's actions; may be called under jit, vmap and scan.

        Args:
          obs: [..., O], the environment's observation, raw; or images [..., H, W, C], uint8.
          skill: integers [...] or [] in 0 … K − 1, where skills can be counted; vectors [..., d] or [d]
            where they are vectors, such as [0.6, 0.8]; None where there are no skills.
          key: samples from the policy; None gives its mode.
          features: [..., F'], raw: what the objective sees and the observation lacks, such as ant's
            xy. Needed where the agent sees it (`agent_sees_features`).

        Returns:
          Actions [..., A] in −1 to 1, or integers [...] where actions are discrete.

        Raises:
          ConfigError: a policy that carries something through an episode, such as an option.
          ValueError: a wrong shape or type, or features missing; and, where values are known and not
            traced, a skill that there is not.
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
            skill_env_source.environment,
        )

    def rollout(
        self,
        skill: ArrayLike | None = None,
        episodes: int = 1,
        key: Key | None = None,
        length: int | None = None,
        *,
        deterministic: bool = False,
    ) -> Episodes:
        """Fresh episodes of skills in the run's environment, compiled once for each number and length.

        Args:
          skill: one, or several: an integer or [M] of them; a vector [d] or [M, d]; None where there are
            no skills.
          episodes: of each; those of a skill stand together.
          key: of first states and actions; None: that of the run's seed.
          length: steps of an episode at most; None: `episode_length`.
          deterministic: acts by the policy's mode; otherwise by samples.

        Returns:
          Arrays [N, T, ...], N = M · episodes; observations and features from the start on, [N, T + 1, ...].

        Raises:
          ValueError: a skill that there is not, or what is no key.
          ConfigError: numbers below 1; an environment that does not run here.
        """
        parts = training.policy_parts(self.state)
        return self._player.rollout(parts, skill, episodes, key, length, deterministic)

    @functools.cached_property
    def _player(self) -> Player:
        return make_player(self.config, self.trainer, self.evaluator.env)

    def evaluate(self, full: bool = False, **variation: Any) -> dict[str, float]:
        """Figures of fresh rollouts, by name (docs: metrics); the same at each call.

        Args:
          full: with the figures that take longer.
          variation: how the environment differs from the run's, by fields of `envs.Variation`,
            such as `gravity=0.5` or `joint_damage=(0.0, 1.0, …)`; or `env`, another one that observes
            and takes as much.

        Raises:
          ConfigError: an unknown variation, one that the environment does not support, or one that
            changes what the policy observes or does.
        """
        with self.evaluator_in(**variation) as evaluator:
            figures, _ = evaluator.evaluate(self.state)
            return figures | evaluator.evaluate_full(self.state)[0] if full else figures

    def evaluate_with_intervals(
        self, episodes: int | None = None, progress: console.Report | None = None, **variation: Any
    ) -> evaluators.Evaluated:
        """All figures of fresh rollouts, stochastic and deterministic, with confidence intervals.

        The same at each call; where nothing is varied, they are those that training logs at the
        state's step.

        Args:
          episodes: of each skill; None: the run's `eval_episodes`. The probe has at least 20.
          progress: is told what it is at.
          variation: as in `evaluate`.

        Raises:
          ConfigError: fewer than one episode; a variation as in `evaluate`.
        """
        run = self if episodes is None else self._with_episodes(episodes)
        told = {} if progress is None else {"progress": progress}
        with run.evaluator_in(**variation) as evaluator:
            return evaluator.evaluate_with_intervals(self.state, **told)

    @contextlib.contextmanager
    def evaluator_in(self, **variation: Any) -> Iterator[evaluators.Evaluator]:
        """The run's evaluator, or one in a varied environment, whose simulators end with its use.

        Args and errors are those of `evaluate`.
        """
        if not variation:
            yield self.evaluator
            return
        evaluator = self.in_environment(**variation)
        try:
            yield evaluator
        finally:
            if evaluator.env.simulator is not None:
                evaluator.env.simulator.close()

    def _with_episodes(self, episodes: int) -> "Run":
        changed = dataclasses.replace(self.config, eval_episodes=episodes)
        count, length = len(self.trainer.skills.probes), changed.episode_length
        many = changed.eval_episodes
        capacity.check_episodes("episodes", many, count * many, length, self.trainer.env, count, longer="")
        evaluator = evaluators.make_evaluator(changed, self.trainer)
        return dataclasses.replace(self, config=changed, evaluator=evaluator)

    def in_environment(self, **variation: Any) -> evaluators.Evaluator:
        """The evaluator of these skills in an environment that differs from the run's.

        Args and errors are those of `evaluate`. It compiles anew; keep it for several calls. Of an
        environment with simulators outside, end them by `env.simulator.close()`.
        """
        known = ("env", *envs.Variation._fields)
        for name in sorted(set(variation) - set(known)):
            raise ConfigError(
                f"{name}={show(variation[name])}: there is no such variation.{closest_matches(name, known)} "
                f"There are: {', '.join(known)}."
            )
        if "env" in variation:
            variation["env"] = envs.name_of(variation["env"])
            resolve.trust(variation)
        try:
            varied = dataclasses.replace(self.config, **variation)
        except ConfigError as error:
            raise with_default(error, OF_RUN) from None
        own = self.trainer.env
        there = envs.spec(varied.env).backends
        # Another world that has but one backend has no choice.
        backend = AUTO if own.backend not in there and len(there) == 1 else own.backend
        env = skill_env_source.environment(varied, backend, self.path)
        if (env.observation_size, env.features) != (own.observation_size, own.features):
            given = ", ".join(f"{key}={show(value)}" for key, value in variation.items())
            positions = "exclude_current_positions"
            hint = f" Leave {positions} as it was." if positions in variation else ""
            if env.observation_size == own.observation_size:
                raise ConfigError(
                    f"{given}: {env.name} then has other features than these skills were trained with.{hint}"
                )
            raise ConfigError(
                f"{given}: {env.name} then observes {env.observation_size} numbers, and these skills were "
                f"trained on {own.observation_size}.{hint}"
            )
        if (env.action_size, env.num_actions) != (own.action_size, own.num_actions):
            raise ConfigError(
                f"env={env.name}: it takes other actions than these skills give, which are of {own.name}."
            )
        return evaluators.make_evaluator(varied, training.make_trainer(varied, env, self.trainer.mesh))

    def report(
        self,
        path: str | Path | None = None,
        *,
        skills: Sequence[int] | None = None,
        rollouts: int | None = None,
        length: int | None = None,
    ) -> Report:
        """Writes the run as one page, which in a notebook also shows itself.

        Args:
          path: of the page; None: `report.html` in the run's directory.
          skills: that the gallery plays; None: all.
          rollouts: episodes of each skill behind its figures; None: `eval_episodes`.
          length: steps of an episode at most; None: `episode_length`.

        Raises:
          ConfigError: nowhere to write it; skills that there are not; numbers below 1.
          RunFileError: it cannot be written.
        """
        return report.write(self, path, skills=skills, rollouts=rollouts, length=length)

    def _repr_html_(self) -> str:
        return report.summary(self)

    def __repr__(self) -> str:
        config = self.config
        env, space = self.trainer.env, self.trainer.skills
        steps = "–" if self.state is None else number_format.count(int(self.state.counters.env_steps))
        at = f"{steps} of {number_format.count(config.num_env_steps)} steps"
        ended = f", stopped by signal {self.stopped}" if self.stopped else ""
        ended += ", which could not go on" if self.failure else ""
        known = {name: self.figures[f"eval/{name}"] for name in _IN_REPR if f"eval/{name}" in self.figures}
        figures = ", ".join(
            f"{name} {number_format.number(value)}" for name, value in list(known.items())[:4]
        )
        return "\n".join(
            (
                f"Run of {config.env} ({env.backend}): "
                f"{console.skills_in_words(space, self.trainer.feature_map.name)}, "
                f"--objective={config.objective} --agent={config.agent}",
                f"  {self.path or 'not written'}",
                f"  {at}, seed {config.seed}{ended}",
                f"  {figures or 'no figures yet'}",
                "  act(obs, skill), skills, rollout(skill), evaluate(), report()",
            )
        )


# Figures of which `repr` shows the first that there are.
_IN_REPR = (
    "mi_normalised",
    "discriminator_accuracy",
    "effective_skills",
    "return",
    "distance_mean",
    "goal_success",
)


def as_run(
    trainer: training.Trainer,
    config: Config,
    state: training.TrainState,
    lane: int | None = None,
    evaluator: evaluators.Evaluator | None = None,
) -> Run:
    """A state that was trained by hand as a run, evaluated: its figures, its policy and its rollouts.

    Args:
      trainer, config: that trained it.
      state: of a single run, or those of the lanes of `training.compiled(trainer, lanes=True)`.
      lane: which of the lanes; None: `state` is of a single run.
      evaluator: of another lane's run, whose compiled programs serve this one too; None: a new one.

    Raises:
      ConfigError: no such lane, or a lane of a single run.
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
        # A next epoch may donate the state; its replay nobody needs here.
        state = jax.tree.map(jnp.copy, state.replace(replay=()))
    evaluator = evaluator or evaluators.make_evaluator(config, trainer)
    figures, _ = evaluator.evaluate(state)
    return Run(config, None, state, figures, (), trainer, evaluator)


def make_config(**fields: Any) -> Config:
    """A config from the given fields; the rest by objective, environment, preset and device.

    `env` may be a `diayn_jax.envs.Env`, too, which is called by its own name from then on.

    Raises:
      ConfigError: an unknown field or environment, or a value out of bounds.
    """
    fields["env"] = envs.name_of(fields.get("env", Config.env))
    # They are given by somebody who wants such a run.
    resolve.trust(fields)
    parallel.use_cpu_cores(
        spare_threads=envs.factorises(fields["env"], fields.get("backend", Config.backend))
    )
    device = parallel.platform()
    # JAX has started by now: modules that register environments at Gymnasium may be asked.
    return resolve.make_config(fields, env_defaults=envs.defaults(fields["env"]), device=device)


def load(
    path: str | os.PathLike[str],
    which: int | str = "latest",
    say: console.Report = print,
    *,
    backend: str | None = None,
    trust: bool = False,
) -> Run:
    """Loads a run, to act by its skills and to play them; on one device, whatever it was trained on.

    Skills of a run on `native` load on any device, and can be played where there is a CPU for JAX, or on
    another `backend`. For the skills alone, without their environment, there is `load_skills`.

    The run may be training meanwhile: where it deletes a checkpoint while it is read, the next one is taken.
    Where the latest or the best is damaged, it is the latest or the best of the others.

    Args:
      path: the run's directory.
      which: the checkpoint: `latest`, `best` (`metrics.ranking`), or its environment steps.
      say: is told of each damaged checkpoint.
      backend: of the environment, to play the skills on another than the run's.
      trust: code of one's own that the run names may be imported. That of runs that this process has
        trained may be, in any case.

    Raises:
      ConfigError: there is no run, or no such backend.
      UntrustedCodeError: it names code that is not to be trusted.
      CheckpointError: there is no such checkpoint, or none that can be read.
    """
    path = files.expanded(path)
    cfg, ran = files.read_config(path, trust=trust)
    played = cfg if backend is None else dataclasses.replace(cfg, backend=backend)
    backend = backend or ran["resolved"]["backend"]
    if backend in envs.FACTORISES:
        parallel.use_cpu_cores(spare_threads=True)
    env = skill_env_source.environment(played, backend, path, to_play=False, trust=trust)
    trainer = training.make_trainer(played, env)
    # Nobody needs replay to look at skills, and it may be far larger than all the rest.
    shapes = training.state_shapes(played, trainer).replace(replay=())
    restored = restore.restore(path, cfg, str(which), restore.on_one_device(shapes), say)
    final = restore.final_of(path, ran, restored, say)
    return Run(
        config=played,
        path=path,
        state=restored.state,
        figures=untrusted_files.read_figures(final or restored.metadata),
        skill_table=tuple(final["skills"]) if final else (),
        trainer=trainer,
        evaluator=evaluators.make_evaluator(played, trainer),
    )


def load_skills(
    path: str | os.PathLike[str],
    which: int | str = "latest",
    say: console.Report = print,
    *,
    trust: bool = False,
) -> Skills:
    """Loads the skills of a run as pure functions of their parameters.

    Neither the environment nor what trains them is needed: the environment is made, and let go again,
    only where nothing else tells what its policies see.

    Args and errors are those of `load`.
    """
    path = files.expanded(path)
    config, ran = files.read_config(path, trust=trust)
    # What `auto` came to where the run was trained, whatever it would come to here.
    backend = ran["resolved"]["backend"]
    if config.choose_from:
        interface = skill_env_source.environment(config, backend, path, to_play=False, trust=trust).interface
    else:
        interface = envs.interface(config, backend)
    return restore.restore_skills(
        path, config, interface, backend, str(which), say, skill_env_source.environment
    )
