"""What a notebook holds: a run, trained or loaded, and what one does with its skills."""

import contextlib
import dataclasses
import functools
import json
import math
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp

from diayn_jax import checkpoint, config, envs, evaluation, intervals, metrics, parallel, rundir, training
from diayn_jax.config import Config, ConfigError, near, show
from diayn_jax.show import report
from diayn_jax.show.report import Report
from diayn_jax.types import Array, Key


@dataclasses.dataclass(frozen=True)
class Run:
    """A run, trained as far as it is."""

    config: Config
    path: Path | None  # its directory; None where nothing was written
    state: training.TrainState  # a loaded run's replay is empty; its environments are not to be stepped
    figures: Mapping[str, float]  # the latest of each, by name, such as eval/mi
    skills: tuple[Mapping[str, Any], ...]  # a row for each skill (`metrics.skill_table`); () before the end
    trainer: training.Trainer
    evaluator: evaluation.Evaluator
    stopped: int | None = None  # the signal that stopped it before its end

    def act(
        self, obs: Array, skill: Array | int, key: Key | None = None, features: Array | None = None
    ) -> Array:
        """The policy's actions.

        Args:
          obs: [..., O], the environment's observation, raw; or images [..., H, W, C], uint8.
          skill: [...] or [], in 0 … K − 1.
          key: samples from the policy; None gives its mode.
          features: [..., F'], raw: what the discriminator sees and the observation lacks, such
            as ant's xy. Needed where the policy sees it (`agent_sees_features`).

        Returns:
          Actions [..., A], in −1 to 1.

        Raises:
          ValueError: a wrong size, a skill that there is not, or features missing.
        """
        env, feature_map = self.trainer.env, self.trainer.feature_map
        shape = env.observation_shape
        obs = jnp.asarray(obs)
        if obs.ndim < len(shape) or obs.shape[-len(shape) :] != shape:
            what = f"{shape[0]} numbers" if env.image_shape is None else f"images {list(shape)}"
            raise ValueError(f"obs has shape {obs.shape}; {env.name} observes {what}.")
        if env.image_shape is not None and obs.dtype != jnp.uint8:
            raise ValueError(f"obs has type {obs.dtype}; {env.name} observes images in uint8, 0 to 255.")
        obs = obs.astype(env.observation_dtype)
        lead = obs.shape[: -len(shape)]
        skill = jnp.broadcast_to(jnp.asarray(skill, jnp.int32), lead)
        if skill.size and (int(skill.min()) < 0 or int(skill.max()) >= self.config.num_skills):
            raise ValueError(f"skill is {skill}; this run has skills 0 to {self.config.num_skills - 1}.")
        if features is None:
            if feature_map.stored_size and self.config.agent_sees_features:
                raise ValueError(
                    f"features: the policy sees {feature_map.name} ({feature_map.size} numbers), which "
                    f"{env.name} leaves out of its observation. Pass features=… [..., {feature_map.size}]."
                )
            features = jnp.zeros((*lead, feature_map.stored_size))
        features = jnp.asarray(features, jnp.float32)
        if features.shape != (*lead, feature_map.stored_size):
            raise ValueError(
                f"features has shape {features.shape}; expected {(*lead, feature_map.stored_size)}."
            )
        action = self._act(
            self.state.agent,
            self.state.statistics,
            obs.reshape(math.prod(lead), *shape),
            features.reshape(math.prod(lead), feature_map.stored_size),
            skill.reshape(math.prod(lead)),
            key,
        )
        return action.reshape(*lead, env.action_size)

    def evaluate(self, full: bool = False, **variation: Any) -> dict[str, float]:
        """Figures of fresh rollouts, by name (docs: metrics); the same at each call.

        Args:
          full: with the figures that take longer.
          variation: how the environment differs from the run's, by fields of `envs.Variation`,
            such as `gravity=0.5` or `joint_damage=(0.0, 1.0, …)`.

        Raises:
          ConfigError: a variation that there is not, that the environment does not heed, or that
            changes what the policy observes.
        """
        with self.evaluator_in(**variation) as evaluator:
            return evaluator.full(self.state)[0] if full else evaluator.quick(self.state)

    def judge(self, episodes: int | None = None, **variation: Any) -> evaluation.Judged:
        """All figures of fresh rollouts, stochastic and deterministic, with confidence intervals.

        The same at each call; where nothing is varied, they are those that training logs at the
        state's step.

        Args:
          episodes: of each skill; None: the run's `eval_episodes`. The probe has at least 20.
          variation: as in `evaluate`.

        Raises:
          ConfigError: fewer than one episode; a variation as in `evaluate`.
        """
        run = self if episodes is None else self._with_episodes(episodes)
        with run.evaluator_in(**variation) as evaluator:
            return evaluator.judge(self.state)

    @contextlib.contextmanager
    def evaluator_in(self, **variation: Any) -> Iterator[evaluation.Evaluator]:
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
            if evaluator.env.outside is not None:
                evaluator.env.outside.close()

    def _with_episodes(self, episodes: int) -> "Run":
        changed = dataclasses.replace(self.config, eval_episodes=episodes)
        evaluator = evaluation.make_evaluator(changed, self.trainer)
        return dataclasses.replace(self, config=changed, evaluator=evaluator)

    def in_environment(self, **variation: Any) -> evaluation.Evaluator:
        """The evaluator of these skills in an environment that differs from the run's.

        Args and errors are those of `evaluate`. It compiles anew; keep it for several calls. Of an
        environment with simulators outside, end them by `env.outside.close()`.
        """
        known = envs.Variation._fields
        for name in sorted(set(variation) - set(known)):
            raise ConfigError(
                f"{name}={show(variation[name])}: there is no such variation.{near(name, known)} "
                f"There are: {', '.join(known)}."
            )
        varied = dataclasses.replace(self.config, **variation)
        own = self.trainer.env
        env = envs.from_config(varied, own.backend)
        if (env.observation_size, env.features) != (own.observation_size, own.features):
            said = ", ".join(f"{key}={show(value)}" for key, value in variation.items())
            positions = "exclude_current_positions"
            hint = f" Leave {positions} as it was." if positions in variation else ""
            if env.observation_size == own.observation_size:
                raise ConfigError(
                    f"{said}: {env.name} then has other features than these skills were trained with.{hint}"
                )
            raise ConfigError(
                f"{said}: {env.name} then observes {env.observation_size} numbers, and these skills were "
                f"trained on {own.observation_size}.{hint}"
            )
        return evaluation.make_evaluator(varied, training.make_trainer(varied, env, self.trainer.mesh))

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

    @functools.cached_property
    def _act(self) -> Any:
        trainer = self.trainer

        @jax.jit
        def act(agent, statistics, obs, features, skill, key):
            seen = trainer.agent_input(statistics, obs, features)
            keys = None if key is None else training.row_keys(key, jnp.arange(obs.shape[0]))
            return trainer.agent.act(agent, seen, skill, keys)

        return act


def make_config(**fields: Any) -> Config:
    """A config from the fields that are said; the rest by preset, environment and device.

    Raises:
      ConfigError: an unknown field or environment, or a value out of bounds.
    """
    fields["env"] = envs.canonical(fields.get("env", Config.env))
    defaults = envs.core.defaults(fields["env"])
    parallel.use_cpu_cores(
        spare_threads=envs.core.factorises(fields["env"], fields.get("backend", Config.backend))
    )
    return config.make_config(fields, env_defaults=defaults, device=parallel.platform())


def load(path: str | os.PathLike[str], which: int | str = "latest") -> Run:
    """Loads the skills of a run; runs on one device, whatever it was trained on.

    Args:
      path: the run's directory.
      which: the checkpoint: `latest`, `best` (by `eval/mi`), or its environment steps.

    Raises:
      ConfigError: there is no run.
      CheckpointError: there is no such checkpoint, or it cannot be read.
    """
    path = rundir.expanded(path)
    cfg, ran = rundir.read_config(path)
    directory = path / rundir.CHECKPOINTS
    found = checkpoint.steps(directory)
    named = {"latest": found[-1] if found else None, "best": checkpoint.best(directory)}
    chosen = named.get(str(which), which)
    if chosen is None or str(chosen) not in map(str, found):
        there = ", ".join(map(str, found)) or "none"
        raise checkpoint.CheckpointError(f"{path} has no checkpoint {which!r}; there are: {there}.")
    source = directory / str(chosen)
    backend = ran["resolved"]["backend"]
    if backend in envs.core.FACTORISES:
        parallel.use_cpu_cores(spare_threads=True)
    env = envs.from_config(cfg, backend)
    trainer = training.make_trainer(cfg, env)
    device = jax.sharding.SingleDeviceSharding(jax.devices()[0])
    like = jax.tree.map(
        lambda x: jax.ShapeDtypeStruct(x.shape, x.dtype, sharding=device), state_shapes(cfg, trainer)
    )
    state = checkpoint.restore(source, like, replay=False, env=False)
    document, skills = checkpoint.read_metadata(source), ()
    with contextlib.suppress(FileNotFoundError):
        final = json.loads((path / rundir.SKILLS).read_text(encoding="utf-8"))
        if final["env_steps"] == int(chosen):
            document, skills = final, tuple(final["skills"])
    return Run(
        config=cfg,
        path=path,
        state=state,
        figures=rundir.read_figures(document),
        skills=skills,
        trainer=trainer,
        evaluator=evaluation.make_evaluator(cfg, trainer),
    )


def state_shapes(cfg: Config, trainer: training.Trainer) -> training.TrainState:
    """The state of a run as `jax.ShapeDtypeStruct`s; nothing is computed."""
    hparams = training.make_hparams(cfg, trainer.env.action_size)
    return jax.eval_shape(trainer.init, jax.random.key(cfg.seed), hparams)


def write_judged(out: Path, run: Run, judged: evaluation.Judged, variation: Mapping[str, Any]) -> None:
    """Writes what `Run.judge(…, **variation)` gave as JSON.

    {`run`, `env_steps`, `variation`, …, `intervals`: how they are made, `figures`: {name: {`value`,
    `low`, `high`, `how`}}, `skills`: a row for each, by the stochastic policy and by the mode}.

    Raises:
      RunFileError: it cannot be written.
    """
    skill = jnp.asarray(judged.quick.skill)
    rundir.write_json(
        out,
        {
            "run": str(run.path) if run.path else None,
            "env": run.config.env,
            "backend": run.trainer.env.backend,
            "features": run.trainer.feature_map.name,
            "num_skills": run.config.num_skills,
            "env_steps": int(run.state.counters.env_steps),
            "variation": dict(variation),
            "episodes": int((skill == 0).sum()),
            "episode_length": run.config.episode_length,
            "terminate_when_unhealthy": variation.get(
                "terminate_when_unhealthy", run.config.terminate_when_unhealthy
            ),
            "intervals": {"level": intervals.LEVEL, **intervals.HOW},
            "figures": intervals.as_json(judged.figures, judged.intervals),
            "skills": [
                {"skill": z, "stochastic": stochastic, "deterministic": deterministic}
                for z, (stochastic, deterministic) in enumerate(
                    zip(_rows(judged, "eval"), _rows(judged, "eval_deterministic"), strict=True)
                )
            ],
            "device": rundir.device(),
            "versions": rundir.versions(),
        },
    )


def _rows(judged: evaluation.Judged, of: str) -> list[dict[str, Any]]:
    """For each skill its figures with their intervals, by the stochastic policy or the mode."""
    table = metrics.skill_table(judged.quick if of == "eval" else judged.deterministic)
    rows = []
    for row in table:
        found = {name: row[name] for name in ("return", "length", "distance", "accuracy", "log_q")}
        called = {
            name: f"{of}/{'episode_length' if name == 'length' else name}_skill_{row['skill']}"
            for name in found
        }
        named = {called[name]: value for name, value in found.items() if value is not None}
        with_intervals = intervals.as_json(named, judged.intervals)
        rows.append(
            {
                **{name: with_intervals.get(called[name]) for name in found},
                "nearest": row["nearest"],
                "nearest_share": row["nearest_share"],
            }
        )
    return rows
