"""Starts and resumes runs: opens their files, and makes or restores their states."""

from collections.abc import Sequence
from typing import Any

import jax
import jax.numpy as jnp

from diayn_jax import envs, training
from diayn_jax.config import Config
from diayn_jax.machine.processes import Processes
from diayn_jax.number_format import counted
from diayn_jax.run.console import Report
from diayn_jax.run.lanes import Lane
from diayn_jax.run.plan import Plan
from diayn_jax.run.run_writer import last_checkpoint
from diayn_jax.storage import checkpoint, files
from diayn_jax.storage.metadata import CheckpointError
from diayn_jax.training.warm_start import warm_started
from diayn_jax.types import HParams, Key


def open_files(
    lane: Lane, columns: list[str], processes: Processes, say: Report, several: bool
) -> checkpoint.Restored | None:
    """Opens a run's files; returns the checkpoint that it resumes from, or None.

    If it is one of several runs, the arrays of its checkpoint are read when they are needed. `say` receives
    lines about the resume and about damaged files.

    Raises:
      RunFileError: a file cannot be written.
      CheckpointError: a checkpoint cannot be read.
    """
    plan = lane.plan
    if processes.is_main and plan.directory is not None:
        # New runs need this, too: a run of this name may have been killed before it had a config.json.
        files.remove_unfinished(plan.directory)
    restored = _latest_checkpoint(plan, processes, say) if plan.resume else None
    done = restored is not None and int(restored.metadata["env_steps"]) >= plan.config.num_env_steps
    # Lanes share one write position of the replay, so a lane without its replay cannot join others.
    if several and restored is not None and not restored.metadata["replay"] and not done:
        assert plan.directory is not None
        say("Its checkpoints have no replay, so it would lag behind the others. It starts over.")
        files.remove(plan.directory / files.CHECKPOINTS)
        restored = None
    lane.open(columns, restored)
    if restored is None:
        return None
    say(f"Resumed at step {lane.host.env_steps} from {restored.path}")
    before, now = restored.metadata["run"]["resolved"]["num_devices"], plan.num_devices
    if before != now:
        say(
            f"It was on {counted(before, 'device')} and is now on {counted(now, 'device')}: its numbers "
            "will differ by rounding."
        )
    return restored._replace(state=None) if several else restored


def _latest_checkpoint(plan: Plan, processes: Processes, say: Report) -> checkpoint.Restored | None:
    """Returns the checkpoint that a run resumes from, the same on all processes; None: there is none.

    Raises:
      CheckpointError: it cannot be read, or processes see different ones.
    """
    if processes.is_main and plan.directory is not None:
        checkpoint.make_way(plan.directory / files.CHECKPOINTS, say)
    processes.barrier("nothing unfinished is left")
    restored = last_checkpoint(plan, say, processes.is_main)
    mine = "none" if restored is None else restored.path.name
    if (of_main := processes.share(mine)) != mine:
        raise CheckpointError(
            f"{plan.directory}: the latest checkpoint is {mine} here, and {of_main} on the main "
            "process. Wait until the folder is the same everywhere, and start again."
        )
    return restored


def arguments(configs: Sequence[Config], action_size: int, several: bool) -> tuple[Key, HParams]:
    """Returns the arguments of `Stages.init`: key and hyperparameters.

    Args:
      configs: the configs of N runs.
      action_size: the numbers of an action.
      several: whether both get a leading axis [N]; otherwise they are those of the only run.
    """
    keys = [jax.random.key(config.seed) for config in configs]
    hparams = [training.make_hparams(config, action_size) for config in configs]
    if not several:
        return keys[0], hparams[0]
    return jnp.stack(keys), jax.tree.map(lambda *x: jnp.stack(x), *hparams)


def fresh(plan: Plan, args: tuple[Any, Any], stages: training.Stages, several: bool) -> training.TrainState:
    """Returns the state of new runs after their warm-up.

    The warm-up acts at random, or by the policy that the runs start from: it is the same for several runs,
    and the plan is that of any of them. `args` are those of `Stages.init`: key and hyperparameters, stacked
    if there are several runs.
    """
    config: Any = plan.config
    with envs.collected(plan.trainer.env.callback_errors):
        if plan.start is None:
            if getattr(config, "start_run", ""):
                # Random networks must never pass for those of the run to start from.
                raise CheckpointError(
                    f"{plan.directory}: its checkpoints are gone since this command began. Give it again."
                )
            return jax.block_until_ready(stages.init(*args))
        state = stages.begin(*args, stages.make_pool(args[0]))
        with_critics = config.start_critics == "run"
        state = warm_started(plan.trainer, state, plan.start, with_critics, several)
        return jax.block_until_ready(stages.refill(state))


def restored_alone(
    lane: Lane, restored: checkpoint.Restored, stages: training.Stages, say: Report
) -> training.TrainState:
    """Returns the state of a single resumed run; creates anew the parts that the checkpoint lacks."""
    state, host, env = restored.state, lane.host, lane.plan.trainer.env
    if env.runs_on == "simulator":
        # The next step resets every environment. The first episodes get the steps that were left of the
        # old ones, so that they do not all end at the same time.
        vector = state.env
        left = jnp.where(vector.done, vector.limit, vector.limit - vector.steps)
        state = state.replace(env=vector.replace(done=jnp.ones_like(vector.done), limit=left))
        say(f"New episodes of {env.name} begin.")
    if not restored.metadata["replay"] and not lane.has_its_steps:
        with envs.collected(env.callback_errors):
            state = jax.block_until_ready(stages.refill(state))
        filled = int(state.counters.env_steps)
        say(
            f"The checkpoint has no replay: {filled - host.env_steps} steps without learning filled it again."
        )
        host.env_steps = filled
    return state
