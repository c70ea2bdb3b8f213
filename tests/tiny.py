"""Runs of a few seconds, which several test files share."""

from pathlib import Path

from states import assert_same as assert_same

from diayn_jax import objectives, resolve
from diayn_jax.config import CATEGORICAL, Config
from diayn_jax.resolve import make_config
from diayn_jax.storage import files

# Four epochs of 400 steps follow a warm-up of 64. Each epoch ends with an evaluation, and the second and the
# fourth with a checkpoint.
FIELDS = {
    "env": "point",
    "num_skills": 3,
    "episode_length": 20,
    "num_envs": 8,
    "batch_size": 16,
    "replay_size": 1600,
    "warmup_steps": 64,
    "epoch_steps": 400,
    "num_env_steps": 1500,
    "updates_per_iteration": 1,
    "policy_hidden_sizes": (8,),
    "critic_hidden_sizes": (8,),
    "discriminator_hidden_sizes": (8,),
    "eval_every": 300,
    "eval_episodes": 2,
    "checkpoint_every": 700,
    "num_devices": 1,
    "plots": False,
    "report": "none",
    "tensorboard": False,
    "log_pictures": False,
    "name": "tiny",
}


def config(log_dir: Path | str = "none", **fields) -> Config:
    known = resolve.fields_of(fields.get("objective", "diayn"), fields.get("agent", "sac"))
    own = {name: value for name, value in FIELDS.items() if name in known}
    kinds = objectives.spec(fields.get("objective", "diayn")).skill_kinds
    if kinds is not None and CATEGORICAL not in kinds:
        del own["num_skills"]
    return make_config({**own, "log_dir": str(log_dir), **fields})


def unstarted(log_dir: Path, **fields) -> Path:
    """Makes the directory of a run that has no checkpoint and no log; returns it."""
    made = config(log_dir, **fields)
    directory = files.create(made)
    resolved = {"num_devices": 1, "backend": "jax", "device": "cpu"}
    files.write_config(directory, made, resolved, resumed_at=None)
    return directory
