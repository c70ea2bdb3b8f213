"""No key is used twice: a key is drawn from once, split once, or folded with different numbers."""

import jax
import numpy as np
import pytest
from probes import counter, hparams_of, tiny_config

from diayn_jax import training

# Replay alone, with windows, and rollouts; each kind of skills, and noise for the objective. FuN draws as PPO
# does, at both of its levels, and also random directions.
DIAYN = {"objective": "diayn", "skill_sampling": "resampled", "discriminator_noise": 0.1}
METRA = {"objective": "metra", "skill_space": "sphere:2", "skill_sampling": "resampled"}
RUNS = {
    "sac": DIAYN,
    "hiro": {"agent": "hiro", "goal_steps": 2, "manager_updates": 2} | METRA,
    "fun": {"agent": "fun", "goal_steps": 1, "epochs": 2, "features": "obs"} | DIAYN,
}


@pytest.mark.parametrize("name", RUNS)
def test_no_key_is_used_twice(monkeypatch, name):
    """Records, by callbacks under scan and vmap, all keys that init, two epochs and a refill use."""
    config = tiny_config(
        num_envs=4,
        batch_size=4,
        warmup_steps=12,
        epoch_steps=12,
        rollout_length=2,
        episode_length=2,
        **(RUNS[name] if name == "fun" else {"agent_updates": 2, "objective_updates": 2} | RUNS[name]),
    )
    # The trainer is made before keys are watched, because its fixed skills come from a key of their own.
    trainer = training.make_trainer(config, counter())
    used = []

    def spy(op):
        original = getattr(jax.random, op)

        def wrapped(key, *args, **kwargs):
            typed = jax.dtypes.issubdtype(key.dtype, jax.dtypes.prng_key)
            data = jax.random.key_data(key) if typed else key
            folded = args[0] if op == "fold_in" else 0
            jax.debug.callback(
                lambda key, folded: used.append((op, np.asarray(key).tobytes(), int(folded))), data, folded
            )
            return original(key, *args, **kwargs)

        monkeypatch.setattr(jax.random, op, wrapped)

    draws = ("uniform", "normal", "randint", "categorical", "bernoulli", "permutation", "choice", "bits")
    for op in ("split", "fold_in", *draws):
        spy(op)
    functions = training.compiled(trainer)
    state = functions.init(jax.random.key(0), hparams_of(config))
    for _ in range(2):
        state, _ = functions.epoch(state)
    state = functions.refill(state)
    jax.block_until_ready(state)
    jax.effects_barrier()

    # Each key is used in one way only: drawn from once, split once, or folded with different numbers.
    kinds = {}
    for op, key, _ in used:
        kinds.setdefault(key, set()).add("draw" if op in draws else op)
    assert {kind for kinds_of in kinds.values() for kind in kinds_of} == {"draw", "split", "fold_in"}
    assert [kinds_of for kinds_of in kinds.values() if len(kinds_of) > 1] == []
    assert len(used) == len(set(used)), "a key was drawn from, split, or folded with one number twice"
    assert len(used) > 200
