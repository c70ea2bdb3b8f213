"""Converts skills to solutions for QDax's algorithms, and QDax's repertoires to our archives.

The skills of a run become plain networks (`use.folded_skills`), with the parameters of QDax's own `MLP`. They
can initialise MAP-Elites, PGA-ME or DCRL-ME (QDax's name for DCG-ME's successor), or be scored into a
repertoire.
"""

import functools
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from qdax.core.containers.mapelites_repertoire import MapElitesRepertoire
from qdax.core.neuroevolution.buffers.buffer import DCRLTransition, QDTransition
from qdax.core.neuroevolution.networks.networks import MLP
from qdax.tasks.brax.v2.env_creators import scoring_function_brax_envs

from diayn_jax import envs
from diayn_jax.config import ConfigError
from diayn_jax.evaluation import metrics
from diayn_jax.evaluation.metrics import Archive
from diayn_jax.interop.qdax import environment
from diayn_jax.interop.qdax.environment import Descriptor
from diayn_jax.interop.qdax.stepping import DESCRIPTOR
from diayn_jax.types import Array, Key, Numbers, PyTree
from diayn_jax.use.archives import archive
from diayn_jax.use.archives.archive import Repertoire
from diayn_jax.use.folded_skills import PlainPolicies, plain_policies
from diayn_jax.use.loaded_run import Run


class Task(NamedTuple):
    """The inputs of QDax's algorithms: an environment, a policy's network, and a scoring function."""

    env: Any  # with QDax's and Brax's interface; for emitters
    network: MLP
    score: Callable[[PyTree, Key], tuple[Array, Array, dict[str, Any]]]  # (genotypes [N, ...], key)
    archive: Archive  # the bounds of the descriptor, and the offset of the fitness
    input_size: int  # S, the size of a policy's input

    def centroids(self) -> Array:
        """Returns the centroids of `archive`, [C, D]. They are the cells of our own archives."""
        low, high, cells = self.archive.low, self.archive.high, self.archive.centroids
        return jnp.asarray(metrics.cvt_centroids(low, high, cells, self.archive.seed))

    def random(self, key: Key, number: int) -> PyTree:
        """Draws random genotypes [N, ...] in the same way as QDax's scripts."""
        blank = jnp.zeros(self.input_size)
        return jax.vmap(lambda key: self.network.init(key, blank))(jax.random.split(key, number))

    def figures(self, repertoire: MapElitesRepertoire) -> dict[str, Array]:
        """Returns `qd_score`, `max_fitness` and `coverage` (a share) of a repertoire, [] each. It is pure."""
        fitness = repertoire.fitnesses.reshape(-1)
        filled = jnp.isfinite(fitness)
        return {
            "qd_score": jnp.sum(jnp.where(filled, fitness + self.archive.offset, 0.0)),
            "max_fitness": jnp.max(fitness),
            "coverage": jnp.mean(filled.astype(jnp.float32)),
        }


def final_descriptor(transitions: QDTransition, mask: Array) -> Array:
    """Returns the state descriptor at the end of each episode, [N, D].

    Args:
      transitions: [N, T, ...], from an environment that does not reset itself.
      mask: [N, T], 1 after an episode's end.
    """
    last = jnp.sum(1.0 - mask, axis=1).astype(jnp.int32) - 1
    return jax.vmap(lambda x, t: x[t])(transitions.next_state_desc, last)


def mean_descriptor(transitions: QDTransition, mask: Array) -> Array:
    """Returns the mean state descriptor over each episode, [N, D]. Arguments: see `final_descriptor`."""
    weight = (1.0 - mask)[..., None]
    return jnp.sum(transitions.next_state_desc * weight, axis=1) / jnp.sum(weight, axis=1)


XY = Descriptor("xy")
_AGGREGATES = {"final": final_descriptor, "mean": mean_descriptor}


def make_task(
    env_name: str | envs.Env,
    hidden_sizes: tuple[int, ...] = (64, 64),
    *,
    episode_length: int,
    descriptor: Descriptor = XY,
    observes: str | None = None,
    centroids: int = metrics.CENTROIDS,
    descriptor_conditioned: bool = False,
    **world: Any,
) -> Task:
    """Makes a task for QDax's algorithms in an environment of this package.

    Args:
      env_name: any name that `--env` takes, or an `Env`.
      episode_length: the largest number of steps of an episode.
      descriptor: the state descriptor, and how a solution's descriptor is computed from it.
      observes, world: see `environment.create`.
      descriptor_conditioned: return transitions for DCRL-ME's emitter.

    Raises:
      ConfigError: `environment.create` refuses its arguments, or `descriptor.aggregate` is unknown.
    """
    if descriptor.aggregate not in _AGGREGATES:
        raise ConfigError(f"aggregate={descriptor.aggregate}: it takes {' or '.join(_AGGREGATES)}.")
    options = {"auto_reset": False, "descriptor": descriptor, "observes": observes, **world}
    env = environment.create(env_name, episode_length, **options)
    network = MLP(layer_sizes=(*hidden_sizes, env.action_size), final_activation=jnp.tanh)
    unknown = jnp.full(env.descriptor_length, jnp.nan)

    def play(env_state: Any, params: PyTree, key: Key) -> tuple[Any, PyTree, Key, QDTransition]:
        actions = network.apply(params, env_state.obs)
        after = env.step(env_state, actions)
        fields = {
            "obs": env_state.obs,
            "next_obs": after.obs,
            "rewards": after.reward,
            "dones": after.done,
            "truncations": after.info["truncation"],
            "actions": actions,
            "state_desc": env_state.info[DESCRIPTOR],
            "next_state_desc": after.info[DESCRIPTOR],
        }
        if descriptor_conditioned:
            # The emitter fills in `desc` and `desc_prime` when an episode is over.
            return after, params, key, DCRLTransition(**fields, desc=unknown, desc_prime=unknown)
        return after, params, key, QDTransition(**fields)

    low, high = (tuple(map(float, end)) for end in env.descriptor_limits)
    return Task(
        env=env,
        network=network,
        score=functools.partial(
            scoring_function_brax_envs,
            episode_length=episode_length,
            play_reset_fn=env.reset,
            play_step_fn=play,
            descriptor_extractor=_AGGREGATES[descriptor.aggregate],
        ),
        archive=Archive(low, high, offset=env.reward_offset * episode_length, centroids=centroids),
        input_size=env.observation_size,
    )


def task_of(run: Run, policies: PlainPolicies | None = None, **options: Any) -> Task:
    """Makes the task in which a run's skills, as plain networks, are solutions.

    Args:
      run: the run that provides the environment, its variation, and the length of episodes.
      policies: the run's skills as plain networks, if they have been made already.
      options: arguments of `make_task` that override the run's.

    Raises:
      ConfigError: `make_task` refuses its arguments, or the run's skills cannot become plain networks.
    """
    policies = policies or plain_policies(run)
    config, own = run.config, run.trainer.env
    # `native` steps the model of Brax's `generalized` with MuJoCo's engine. `generalized` is pure JAX.
    backend = "generalized" if own.backend == "native" else own.backend
    given = {
        "episode_length": config.episode_length,
        "observes": "+".join(policies.appended) or None,
        "backend": backend,
        **{name: getattr(config, name) for name in envs.Variation._fields},
    }
    return make_task(config.env, policies.hidden_sizes, **{**given, **options})


def skill_repertoire(
    run: Run,
    task: Task | None = None,
    *,
    key: Key | None = None,
    skills: Numbers | None = None,
    centroids: Array | None = None,
) -> MapElitesRepertoire:
    """Scores the skills of a run with a QDax scoring function, and returns them as a repertoire.

    Args:
      task: a task from `task_of`; None: the run's own. Its environment must have the same observations.
      key: for the episodes; None: a key from the run's seed.
      skills: skills as they are stored, [N, ...]; None: the skills that represent all of them.
      centroids: [C, D]; None: the task's.

    Raises:
      ConfigError: the skills cannot become plain networks, or their inputs and outputs do not fit the task.
    """
    policies = plain_policies(run, skills)
    task = task_of(run, policies) if task is None else task
    if (policies.input_size, policies.action_size) != (task.input_size, task.env.action_size):
        raise ConfigError(
            f"The policies take {policies.input_size} numbers and return {policies.action_size}; the task "
            f"shows {task.input_size} and takes {task.env.action_size}. Make the task with task_of(run, …)."
        )
    key = jax.random.key(run.config.seed) if key is None else key
    fitness, descriptors, _ = task.score(policies.params, key)
    cells = task.centroids() if centroids is None else centroids
    return MapElitesRepertoire.init(policies.params, fitness[:, None], descriptors, cells)


def policies(repertoire: MapElitesRepertoire, task: Task) -> PlainPolicies:
    """Converts a repertoire's solutions to plain networks for `use.archives.adaptation` and `interop.distil`.

    Raises:
      ConfigError: the genotypes are not the parameters of QDax's `MLP`.
    """
    return archive.policies(to_archive(repertoire, task))


def from_archive(found: Repertoire) -> MapElitesRepertoire:
    """Converts one of our archives to QDax's repertoire, whose genotypes are parameters of QDax's `MLP`.

    Raises:
      ConfigError: the genotypes are not the layers of a multilayer perceptron.
    """
    return MapElitesRepertoire.init(
        archive.policies(found).params,
        jnp.asarray(found.fitness, jnp.float32)[:, None],
        jnp.asarray(found.descriptors, jnp.float32),
        jnp.asarray(found.centroids, jnp.float32),
    )


def to_archive(
    repertoire: MapElitesRepertoire,
    task: Task,
    names: tuple[str, ...] | None = None,
    about: Mapping[str, Any] | None = None,
) -> Repertoire:
    """Converts QDax's repertoire to one of our archives, which `use.archives` saves and draws.

    Args:
      repertoire: QDax's repertoire of plain networks (`{"params": {"Dense_0": …}}`).
      task: the task that provides the bounds and the offset.
      names: the names of the D descriptors; None: names made from the state descriptor's.
      about: where the repertoire comes from, in JSON types.
    """
    fitness = np.asarray(repertoire.fitnesses).reshape(-1)
    cell = np.flatnonzero(np.isfinite(fitness))
    dims = repertoire.centroids.shape[1]
    if names is None:
        feature = task.env.state_descriptor_name
        names = ("x (m)", "y (m)") if feature == "xy" else tuple(f"{feature}[{i}]" for i in range(dims))
    return Repertoire(
        genotypes={
            "/".join(key.key for key in path[1:]): np.asarray(x)[cell]
            for path, x in jax.tree_util.tree_leaves_with_path(repertoire.genotypes)
        },
        descriptors=np.asarray(repertoire.descriptors)[cell],
        fitness=fitness[cell],
        cell=cell,
        skill=np.arange(len(cell)),
        centroids=np.asarray(repertoire.centroids),
        archive=task.archive._replace(centroids=len(repertoire.centroids)),
        names=names,
        about={
            "env": task.env.name,
            "backend": task.env.backend,
            "observation": ["obs", *task.env.appended],
            **(about or {}),
        },
    )
