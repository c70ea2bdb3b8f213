"""Simulates many dancers at once; each changes its skill at any step."""

from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import envs, training
from diayn_jax.envs import core
from diayn_jax.evaluation import evaluators
from diayn_jax.show.films import video
from diayn_jax.training import PolicyParts
from diayn_jax.types import Array, PyTree, Timestep
from diayn_jax.use.dance import rhythm
from diayn_jax.use.loaded_run import Run


class Dancers(NamedTuple):
    """N dancers at a moment."""

    timestep: Timestep  # leaves [N, ...]
    actor: PyTree  # leaves [N, ...]
    first: Array  # [N], bool: no step was taken yet
    alive: Array  # [N], bool: the episode has not ended


class Moved(NamedTuple):
    """N dancers after L steps or fewer."""

    dancers: Dancers  # after their own number of steps
    poses: np.ndarray  # [L + 1, N, P], poses as if all had taken L steps, with that at the start
    alive: np.ndarray  # [L, N], bool: the episode goes on after the step


class Stage(NamedTuple):
    """N dancers that move L steps at a time. One compiled program serves a whole song.

    - `start(seed)` returns the dancers at their start, where all of them are alike.
    - `dance(dancers, skill, steps)` moves dancers with the skills `skill` [L, N], by their indices. Dancer i
      stops after `steps[i]` steps, but its poses are those of all L steps.
    """

    start: Callable[[int], Dancers]
    dance: Callable[[Dancers, np.ndarray, np.ndarray], Moved]
    joints: Callable[[np.ndarray], np.ndarray]  # the joints of poses, [..., P] -> [..., J]
    dt: float  # seconds of a step
    skills: int  # K, the number of skills
    number: int  # N
    length: int  # L

    @property
    def lanes(self) -> np.ndarray:
        """The dancers' indices, [N]."""
        return np.arange(self.number)


def control_seconds(env: envs.Env) -> float:
    """Returns the seconds of a step, as films show it."""
    return float(1 / (video.timing(env.dt).fps * video.timing(env.dt).stride))


def make_stage(run: Run, paths: int, length: int) -> Stage:
    """Makes a stage for `paths` dancers of each skill, which move `length` steps at a time.

    The policy's mode acts. The run's environment has a scene.
    """
    trainer, env, parts = run.trainer, run.evaluator.env, training.policy_parts(run.state)
    components, probes = trainer.components, jnp.asarray(run.trainer.components.skills.probes)
    number = paths * len(probes)
    assert env.scene is not None
    pose_of = env.scene.pose

    def step(parts: PolicyParts, dancers: Dancers, skill: Array) -> Dancers:
        before, actor, first, alive = dancers
        stored = components.feature_map.stored(before)
        action, actor = trainer.act(parts, actor, before.obs, stored, probes[skill], first, None)
        after = env.step(before.state, action)
        _, alive = envs.step_of_episodes(alive, after)
        return Dancers(after, actor, jnp.zeros_like(first), alive)

    def start(parts: PolicyParts, key: Array) -> Dancers:
        same = jnp.broadcast_to(key, (number,))
        begun = env.reset(jax.random.key_data(same))
        blank = jnp.ones(number, bool)
        return Dancers(begun, trainer.start(parts, same), blank, blank)

    def dance(parts: PolicyParts, dancers: Dancers, skill: Array, steps: Array) -> Any:
        def body(carry: tuple[Dancers, Dancers], row: tuple[Array, Array]) -> Any:
            moving, kept = carry
            moving = step(parts, moving, row[0])
            kept = core.where(row[1] < steps, moving, kept)
            return (moving, kept), (pose_of(moving.timestep.state), moving.alive)

        (_, kept), (poses, alive) = jax.lax.scan(body, (dancers, dancers), (skill, jnp.arange(length)))
        return kept, jnp.concatenate([pose_of(dancers.timestep.state)[None], poses]), alive

    starting = evaluators.playing(env, jax.jit(start))
    moving = evaluators.playing(env, jax.jit(dance))

    def dance_on_host(dancers: Dancers, skill: np.ndarray, steps: np.ndarray) -> Moved:
        kept, poses, alive = moving(parts, dancers, np.asarray(skill, np.int32), np.asarray(steps, np.int32))
        return Moved(kept, np.asarray(poses), np.asarray(alive))

    joints, dt = rhythm.joints_of(env.scene, env.name), control_seconds(env)

    def start_by_seed(seed: int) -> Dancers:
        return starting(parts, jax.random.key(seed))

    return Stage(start_by_seed, dance_on_host, joints, dt, len(probes), number, length)


@jax.jit
def taken(dancers: Dancers, index: Array) -> Dancers:
    """Returns copies of the dancers at `index` [N]."""
    return jax.tree.map(lambda x: x[index], dancers)
