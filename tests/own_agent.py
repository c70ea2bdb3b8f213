"""An agent such as a user may write: tabular Q-learning, where observations are one-hot or zeros."""

import dataclasses

import jax
import jax.numpy as jnp

from diayn_jax.config import Range, field
from diayn_jax.interfaces import Agent, AgentSpec


@dataclasses.dataclass(frozen=True, kw_only=True)
class Settings:
    step_size: float = field(0.5, "how far a value moves", "agent", Range(above=0, high=1), traced=True)
    discount: float = field(0.5, "γ", "agent", Range(low=0, below=1), traced=True)
    explore: float = field(0.3, "the share of random actions", "agent", Range(low=0, high=1))


def place(obs):
    return jnp.where(obs.sum(-1) > 0.5, 1 + jnp.argmax(obs, axis=-1), 0)


def make_mine(config, problem):
    actions = problem.num_actions
    assert actions is not None

    def act(table, obs, skill, keys):
        best = jnp.argmax(table[place(obs)], axis=-1).astype(jnp.int32)
        if keys is None:
            return best

        def explored(key, best):
            which, other = jax.random.split(key)
            anything = jax.random.randint(other, (), 0, actions)
            return jnp.where(jax.random.uniform(which) < config.explore, anything, best)

        return jax.vmap(explored)(keys, best)

    def update(table, batch, reward, hparams):
        after = table[place(batch.next_obs)].max(-1)
        target = reward + hparams["discount"] * jnp.where(batch.terminated, 0.0, after)
        where = place(batch.obs), batch.action
        error = jnp.where(batch.weight > 0, target - table[where], 0.0)
        hits = jnp.zeros_like(table).at[where].add(batch.weight > 0)
        step = jnp.zeros_like(table).at[where].add(error) / jnp.maximum(hits, 1)
        return table + hparams["step_size"] * step, {"table_error": jnp.abs(error).mean()}

    def init(key, hparams):
        return jnp.zeros((problem.input_size + 1, actions))

    return Agent(init, act, update)


mine = AgentSpec(make_mine, Settings, discrete_actions=True, defaults={"normalize": False})
