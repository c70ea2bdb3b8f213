"""Runs that do not learn, for tests of what is done with runs; they are written and evaluated as any."""

import jax.numpy as jnp
import runs

from diayn_jax import training

_MADE = {}


def with_stubs(monkeypatch):
    """Has the programs of training count steps alone, and makes each once for all tests that call this.

    Networks, plans, files and results are those of any run, and so are the quick figures, which stand for the
    full ones too. The programs that act and learn take most of the time of a short run.
    """
    make_trainer = training.make_trainer

    def stub_of(config, *args):
        return stub(config, make_trainer(config, *args))

    monkeypatch.setattr(training, "make_trainer", stub_of)
    runs.with_quick_figures(monkeypatch)
    runs.share_programs(monkeypatch, _MADE)


def stub(config, trainer):
    """Returns a trainer whose iterations count, and change nothing else."""
    updates = getattr(config, "updates_per_iteration", 1)

    def advance(state, pool, phase):
        before = state.counters
        steps = (phase.iterations * config.num_envs * config.rollout_length).astype(jnp.uint32)
        learnt = (phase.iterations * updates * phase.learns).astype(jnp.uint32)
        counters = before.replace(
            iteration=before.iteration + phase.iterations,
            env_steps=before.env_steps + steps,
            updates=before.updates + learnt,
        )
        resets = ("", "_by_reward", "_envs", "_worst_env", "_of_worst")
        names = (trainer.score_name, training.RETURN_NAME, *(f"physics_resets{name}" for name in resets))
        return state.replace(counters=counters), {f"train/{name}": jnp.zeros(()) for name in names}

    stages = trainer.stages._replace(advance=advance)
    return trainer._replace(stages=stages, init=stages.init, epoch=stages.epoch, refill=stages.refill)
