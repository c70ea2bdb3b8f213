"""Skills whose networks hold arbitrary numbers, without a run; runs that have not trained."""

import contextlib
import dataclasses
import functools

import jax
import numpy as np

from diayn_jax import envs, training
from diayn_jax.config import Config
from diayn_jax.resolve import fields_of, make_config
from diayn_jax.run.plan import make_plan
from diayn_jax.run.run_writer import HostState, RunWriter
from diayn_jax.training import PolicyParts
from diayn_jax.training.statistics import Statistics
from diayn_jax.use import loaded_run
from diayn_jax.use.policy import Skills, make_skills

SMALL = {"policy_hidden_sizes": (8, 8), "critic_hidden_sizes": (8,), "env": "point"}
DIAYN = {"num_skills": 3, "discriminator_hidden_sizes": (8,)}
SPHERE = {"objective": "metra", "representation_hidden_sizes": (8,)}
COUNTED = {
    "objective": "metra",
    "skill_space": "categorical",
    "num_skills": 3,
    "representation_hidden_sizes": (8,),
}


@functools.cache
def skills(**fields) -> Skills:
    """Returns the skills of a config, at step 64.

    If the policy sees four numbers or more, the fourth number has been constant so far.
    """
    objective, agent = fields.get("objective", Config.objective), fields.get("agent", Config.agent)
    known = fields_of(objective, agent)
    config = make_config({name: value for name, value in SMALL.items() if name in known} | fields)
    interface = envs.interface(config)
    components = training.make_components(config, interface)
    # The shapes alone, because making the networks compiles a program for each of their steps.
    shapes = jax.eval_shape(lambda: training.blank_policy_state(config, components))
    rng = np.random.default_rng(4)

    def drawn(path, x):
        # A scale of a layer norm is about 1.
        mean = float(getattr(path[-1], "key", None) == "scale")
        return rng.normal(mean, 0.4, size=x.shape).astype(x.dtype)

    agent, objective = jax.tree_util.tree_map_with_path(drawn, (shapes.agent, shapes.objective))
    size = components.inputs.counted_size
    spread = rng.uniform(0.5, 2, size).astype(np.float32)
    if size > 3:
        spread[3] = 0
    mean = rng.normal(size=size).astype(np.float32)
    lost = jax.tree.map(lambda x: np.zeros(x.shape, x.dtype), shapes.statistics.lost)
    statistics = Statistics(count=np.float32(10), mean=mean, m2=10 * spread**2, lost=lost)
    return make_skills(config, interface, PolicyParts(agent, objective, statistics), 64, components)


def blank_state(config, components):
    """Returns a state that has only the parts for acting and evaluation. Its networks are zeros."""
    shapes = jax.eval_shape(lambda: training.blank_policy_state(config, components))
    state = jax.tree.map(lambda x: np.zeros(x.shape, x.dtype), shapes)
    return state.replace(hparams=training.make_hparams(config, components.problem.action_size))


def with_statistics(found: Skills, mean: float, spread: float) -> Skills:
    """Returns the skills with the same mean and standard deviation for all inputs."""
    old = found.params.statistics
    new = old.replace(mean=np.full_like(old.mean, mean), m2=np.full_like(old.m2, 10 * spread**2))
    return dataclasses.replace(found, params=found.params._replace(statistics=new))


def run(**fields) -> loaded_run.Run:
    """Writes a run as its training would, with zeros for its state; compiles no program of training."""
    plan = make_plan(loaded_run.make_config(**fields))
    with contextlib.closing(RunWriter(plan, plan.directory)) as output:
        output.open(["time/env_steps"], None, None, lambda line: None)
        output.progress.add({"time/env_steps": 0})
        output.save(jax.tree.map(_zeros, plan.shapes), HostState(evaluated_at=0), {})
    return loaded_run.load(plan.directory)


def _zeros(x: jax.ShapeDtypeStruct) -> jax.Array:
    if jax.numpy.issubdtype(x.dtype, jax.dtypes.prng_key):
        return jax.random.split(jax.random.key(0), x.shape)
    return jax.numpy.zeros(x.shape, x.dtype)
