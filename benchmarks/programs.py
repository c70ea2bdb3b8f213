"""Compiles parts of a training iteration as scanned programs on the trainer's devices.

Each step depends on the previous step or on its own index, or the compiler would move it out of the loop.
"""

import functools
from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
from jax.sharding import PartitionSpec as P

from diayn_jax import parallel, training
from diayn_jax.config import Config
from diayn_jax.training.state import make_shard
from diayn_jax.training.statistics import no_samples

SPLIT: Any = P(parallel.AXIS)  # split over the devices
WHOLE: Any = P()  # replicated on every device


class Part(NamedTuple):
    """The scanned program of one part of an iteration.

    - `run(carry, key)` returns the carry and the environment steps; it donates the carry and runs
      `iterations_per_epoch` iterations.
    - `steps` is the number of scanned steps per iteration.
    - `moved` is the number of bytes that a step reads and writes over all devices, if that differs from the
      size of its inputs and outputs.
    """

    run: Callable[[Any, Any], tuple[Any, Any]]
    carry: Any
    steps: int
    moved: float | None


class Work(NamedTuple):
    """The work of a part; its arrays are those of all devices.

    - `step(carry, fixed, made, key, i)` returns the carry and the environment steps.
    - `carry` and `fixed` are sharded over the devices by their specs, which are tree prefixes; `made` is the
      result of `prepare(key)` in every call.
    - `steps` and `moved`: see `Part`.
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
    """The run whose parts are measured."""

    def __init__(self, config: Config, trainer: training.Trainer):
        self.config: Any = config
        self.trainer = trainer
        self.devices = trainer.num_devices
        self.shard = make_shard(config, trainer.mesh)
        self.key = jax.random.key(config.seed)
        # The trainer adds `updates`.
        self.hparams = training.make_hparams(config, trainer.env.action_size) | {"updates": jnp.zeros(())}
        self.statistics = ones(jax.eval_shape(no_samples, jnp.zeros(trainer.components.inputs.counted_size)))
        self._init_agent = jax.jit(trainer.learner.init)
        self._init_objective = jax.jit(trainer.components.objective.init)

    # These make a new state in each call, because the carry is donated.
    def agent_state(self) -> Any:
        return self._init_agent(jax.random.fold_in(self.key, 0), self.hparams)

    def objective_state(self) -> Any:
        return self._init_objective(jax.random.fold_in(self.key, 1), self.hparams)

    @functools.cached_property
    def replay_shapes(self) -> Any:
        return training.state_shapes(self.config, self.trainer).replay

    def full_replay(self) -> Any:
        """Returns a full ring buffer, whose rows are all equal."""
        replay = ones(self.replay_shapes)
        return replay.replace(size=jnp.asarray(replay.rows.valid.shape[0], jnp.int32))


def scanned(of: Subject, work: Work) -> Part:
    """Makes the program of a part, not compiled yet; its arrays are already sharded for it."""
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
        # Shard the arrays as each call returns them, or the second call would compile again.
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
    """Makes numbers that the compiler must treat as different in each step."""
    return jax.tree.map(lambda x: x + 1e-9 * i if jnp.issubdtype(x.dtype, jnp.floating) else x, tree)


def ones(shapes: Any) -> Any:
    """Returns arrays of ones with these shapes and types."""
    return jax.tree.map(lambda x: jnp.ones(x.shape, x.dtype), shapes)


def nbytes(tree: Any) -> int:
    """Returns the bytes of all arrays in a tree."""
    return sum(x.size * x.dtype.itemsize for x in jax.tree.leaves(tree))
