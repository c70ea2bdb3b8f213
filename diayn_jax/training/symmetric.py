"""Uses an environment's symmetries: an agent that acts and learns in the frame of its skill."""

from collections.abc import Sequence
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import agents, envs, objectives
from diayn_jax.config import AUTO, NO_SYMMETRY, Config, ConfigError
from diayn_jax.interfaces import Agent, AnyAgent, OnPolicyAgent
from diayn_jax.skills import SkillSpace
from diayn_jax.symmetry import (
    SkillSymmetry,
    Symmetry,
    action_of,
    all_differ,
    check_name,
    feature_turns,
    product_table,
    sample_turns,
    skill_turns,
)
from diayn_jax.training.statistics import Inputs
from diayn_jax.types import Array, Batch, Key, Pixels, PyTree

_DRAWN = 4096  # number of skills from which mean and deviation of the sector's skills are computed


def make_symmetry(
    config: Config,
    env: envs.Env | envs.Interface,
    skills: SkillSpace,
    feature_map: envs.FeatureMap,
    inputs: Inputs,
) -> SkillSymmetry | None:
    """Returns how the group that `--symmetry` names acts in a run; None if the run uses no symmetry.

    Raises:
      ConfigError: the environment has no such group, or it does not fit the features or the skills.
    """
    if config.symmetry == NO_SYMMETRY:
        return None
    if config.symmetry == AUTO:
        # `resolve` leaves this to be decided here if the environment's sizes were not known there.
        keep = objectives.spec(config.objective).symmetric and agents.spec(config.agent).symmetric
        if not keep or skills.moving is not None:
            return None
        fitting = (
            _acting(each, config, env, skills, feature_map, inputs) for each in env.symmetries.values()
        )
        return next((one for one in fitting if isinstance(one, SkillSymmetry)), None)
    check_name(config.symmetry, env.name, env.symmetries)
    found = _acting(env.symmetries[config.symmetry], config, env, skills, feature_map, inputs)
    if isinstance(found, str):
        raise ConfigError(f"--symmetry={config.symmetry}: {found}")
    return found


def _acting(
    elements: Sequence[Symmetry],
    config: Config,
    env: envs.Env | envs.Interface,
    skills: SkillSpace,
    feature_map: envs.FeatureMap,
    inputs: Inputs,
) -> SkillSymmetry | str:
    """Returns how a group acts in a run, or the reason why it does not."""
    if why := objectives.spec(config.objective).unfit_for_symmetry(config, len(elements)):
        return why
    encoded = skill_turns(elements, skills)
    if encoded is None:
        turning = all_differ([one.plane for one in elements])
        kinds = "vectors of two numbers or more as skills, or " if turning else ""
        return (
            f"it needs {kinds}a multiple of {len(elements)} skills, and these are {skills.name}. Use others, "
            f"or --symmetry={NO_SYMMETRY}."
        )
    counted = sample_turns(elements, feature_map.stored_names)
    features = feature_turns(elements, feature_map.stored_names, feature_map.places)
    if counted is None or features is None:
        return f"it mixes the features {feature_map.name} with others. Name other features, such as xy."
    if not all_differ(features):
        # The objective could not tell a skill from a turned one.
        return (
            f"two of its elements turn the features {feature_map.name} alike, but turn skills differently. "
            f"Name other features, such as xy, or give --symmetry={NO_SYMMETRY}."
        )
    seen = counted
    if not config.agent_sees_features:
        seen = tuple(one.restricted(range(env.observation_size)) for one in counted)
    dims = range(inputs.input_size) if inputs.policy_dims is None else inputs.policy_dims
    if not all(one.keeps(dims) for one in seen):
        return (
            "it mixes the position, which the policy does not see, with others. Use --policy_sees_position."
        )
    product = product_table(elements)
    found = SkillSymmetry(
        product=product,
        inverse=np.argmin(product, axis=1).astype(np.int32),
        input=action_of(seen),
        features=action_of(features),
        action=action_of([one.action for one in elements]),
        encoded=action_of(encoded),
        counted=action_of(counted),
        policy_input=action_of([one.restricted(dims) for one in seen]),
        encode=skills.encode,
        orbits=skills.num_skills is not None,
        mean=np.zeros(skills.size, np.float32),
        std=np.ones(skills.size, np.float32),
    )
    return _with_moments(found, skills)


def symmetric_agent(agent: Agent | OnPolicyAgent, symmetry: SkillSymmetry) -> Agent | OnPolicyAgent:
    """Returns the agent with every skill moved into the sector, and its inputs and actions turned with it.

    The agent itself only sees skills of the sector. The extras of its rollouts stay in the turned frame.
    """

    def seen(obs: Array, skill: Array, turn: Array) -> tuple[Array, Array]:
        return symmetry.input.of(turn, obs), symmetry.turn_skill(turn, skill)

    def turned_back(turn: Array, action: Array) -> Array:
        return symmetry.action.of(symmetry.inverse_of(turn), action)

    def act(state: PyTree, obs: Array, skill: Array, keys: Key | None) -> Array:
        turn = symmetry.turn_of(skill)
        return turned_back(turn, agent.act(state, *seen(obs, skill, turn), keys))

    def turned_batch(batch: Batch) -> Batch:
        assert not isinstance(batch.obs, Pixels)
        assert not isinstance(batch.next_obs, Pixels)
        turn = symmetry.turn_of(batch.skill)
        return batch._replace(
            obs=symmetry.input.of(turn, batch.obs),
            next_obs=symmetry.input.of(turn, batch.next_obs),
            skill=symmetry.turn_skill(turn, batch.skill),
            action=symmetry.action.of(turn, batch.action),
        )

    def update(state: PyTree, batch: Batch, *rest: Any) -> Any:
        return agent.update(state, turned_batch(batch), *rest)

    def fold_skill(state: PyTree, z: Array) -> PyTree:
        assert agent.fold_skill is not None
        return agent.fold_skill(*in_sector(agent, symmetry, state, z))

    changed: dict[str, Any] = {"act": act, "update": update}
    if agent.fold_skill is not None:
        changed["fold_skill"] = fold_skill
    if isinstance(agent, OnPolicyAgent):
        on_policy = agent

        def sample(state: PyTree, obs: Array, skill: Array, keys: Key) -> tuple[Array, PyTree]:
            turn = symmetry.turn_of(skill)
            action, extras = on_policy.sample(state, *seen(obs, skill, turn), keys)
            return turned_back(turn, action), extras

        def values(state: PyTree, obs: Array, skill: Array) -> Array:
            return on_policy.values(state, *seen(obs, skill, symmetry.turn_of(skill)))

        changed |= {"sample": sample, "values": values}
    return agent._replace(**changed)


def sector_space(skills: SkillSpace, symmetry: SkillSymmetry) -> SkillSpace:
    """Returns the skill space whose encoding is that of the sector's skills, for the agent's networks."""
    return skills._replace(encode=lambda skill: symmetry.normalised(skills.encode(skill)))


def _with_moments(symmetry: SkillSymmetry, skills: SkillSpace) -> SkillSymmetry:
    """Returns the symmetry with mean and deviation of the sector's skills."""
    if symmetry.orbits:
        return symmetry
    with jax.ensure_compile_time_eval():
        drawn = skills.encode(skills.tile(jnp.arange(_DRAWN)))
        there = np.asarray(symmetry.encoded.of(symmetry.turn_to_sector(drawn), drawn), np.float64)
    # They are rounded, so that they are the same on every machine.
    mean, std = (part.round(3).astype(np.float32) for part in (there.mean(0), there.std(0)))
    return symmetry._replace(mean=mean, std=std)


def in_sector(agent: AnyAgent, symmetry: SkillSymmetry, state: PyTree, z: Array) -> tuple[PyTree, Array]:
    """Returns a state and a skill of the sector, with which an agent without symmetry acts as this one for z.

    z is encoded, [Z].
    """
    assert agent.turn is not None
    turn = symmetry.turn_to_sector(z)
    return agent.turn(state, symmetry, turn), symmetry.normalised(symmetry.encoded.of(turn, z))
