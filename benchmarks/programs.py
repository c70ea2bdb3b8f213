"""Scanned programs of parts of a training iteration, on the trainer's devices.

A step hangs on the one before it or on its own number, or the compiler would take it out of the loop.
"""

import functools
from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
from jax.sharding import PartitionSpec as P

from diayn_jax import parallel, training
from diayn_jax.config import Config
from diayn_jax.training.state import Shard
from diayn_jax.training.statistics import no_samples

SPLIT: Any = P(parallel.AXIS)  # over the devices
WHOLE: Any = P()  # on every device


class Part(NamedTuple):
    """A scanned program of one part of an iteration.

    - `run(carry, key)` gives the carry, which is donated, and the environment steps done; it has
      `iterations_per_epoch` iterations.
    - `steps` is how many scanned steps make an iteration.
    - `moved` is how many bytes a step reads and writes over all devices, where that is not simply what goes
      in and comes out of it.
    """

    run: Callable[[Any, Any], tuple[Any, Any]]
    carry: Any
    steps: int
    moved: float | None


class Work(NamedTuple):
    """What a part does; its arrays are those of all devices.

    - `step(carry, fixed, made, key, i)` gives the carry and the environment steps done.
    - `carry` and `fixed` lie over the devices by their specs, the beginnings of like trees; `made` is what
      `prepare(key)` makes in every call.
    - `steps` and `moved` are those of `Part`.
    """

    step: Callable[..., tuple[Any, Any]]
    steps: int
    carry: Any
    specs: Any
    fixed: Any = ()
    fixed_specs: Any = ()
    prepare: Callable[[Any], Any] = lambda key: ()
    moved: float | None = None


class Subject:
    """A run, what the parts are parts of."""

    def __init__(self, config: Config, trainer: training.Trainer):
        self.config: Any = config
        self.trainer = trainer
        self.devices = 1 if trainer.mesh is None else trainer.mesh.size
        self.shard = Shard(
            axis=None if trainer.mesh is None else parallel.AXIS,
            num_envs=config.num_envs,
            local_envs=config.num_envs // self.devices,
            num_rows=config.batch_size,
            local_rows=config.batch_size // self.devices,
        )
        self.key = jax.random.key(config.seed)
        # `updates` is what the trainer adds.
        self.hparams = training.make_hparams(config, trainer.env.action_size) | {"updates": jnp.zeros(())}
        self.statistics = ones(jax.eval_shape(no_samples, jnp.zeros(trainer.inputs.counted_size)))
        self._init_agent = jax.jit(trainer.learner.init)
        self._init_objective = jax.jit(trainer.objective.init)

    # New ones each time, because what is carried is donated.
    def agent_state(self) -> Any:
        return self._init_agent(jax.random.fold_in(self.key, 0), self.hparams)

    def objective_state(self) -> Any:
        return self._init_objective(jax.random.fold_in(self.key, 1), self.hparams)

    @functools.cached_property
    def replay_shapes(self) -> Any:
        return training.state_shapes(self.config, self.trainer).replay

    def full_replay(self) -> Any:
        """A ring without an empty place, whose rows are all the same."""
        replay = ones(self.replay_shapes)
        return replay.replace(size=jnp.asarray(replay.rows.valid.shape[0], jnp.int32))


def scanned(of: Subject, work: Work) -> Part:
    """The program of a part, not compiled yet; its arrays lie where it takes them."""
    trainer = of.trainer
    length = work.steps * trainer.stages.iterations_per_epoch

    def run(carry, fixed, key):
        prepare_key, key = jax.random.split(key)
        made = work.prepare(prepare_key)

        def body(carry, inputs):
            return work.step(carry, fixed, made, *inputs)

        keys = jax.random.split(key, length)
        carry, env_steps = jax.lax.scan(body, carry, (keys, jnp.arange(length)))
        return carry, env_steps.sum()[None]

    carry, fixed = work.carry, work.fixed
    if trainer.mesh is not None:
        # Laid out at once as each call leaves it, or the second call would compile anew.
        carry, fixed = (
            jax.device_put(tree, training.shardings(trainer.mesh, specs, tree))
            for specs, tree in ((work.specs, carry), (work.fixed_specs, fixed))
        )
        run = jax.shard_map(
            run,
            mesh=trainer.mesh,
            in_specs=(work.specs, work.fixed_specs, WHOLE),
            out_specs=(work.specs, SPLIT),
            check_vma=False,
        )
    compiled = jax.jit(run, donate_argnums=0)
    return Part(lambda carry, key: compiled(carry, fixed, key), carry, work.steps, work.moved)


def varied(tree: Any, i: jax.Array) -> Any:
    """Numbers that the compiler takes for others at each step."""
    return jax.tree.map(lambda x: x + 1e-9 * i if jnp.issubdtype(x.dtype, jnp.floating) else x, tree)


def ones(shapes: Any) -> Any:
    """Arrays of ones of these shapes and types."""
    return jax.tree.map(lambda x: jnp.ones(x.shape, x.dtype), shapes)


def nbytes(tree: Any) -> int:
    """Of all arrays."""
    return sum(x.size * x.dtype.itemsize for x in jax.tree.leaves(tree))
