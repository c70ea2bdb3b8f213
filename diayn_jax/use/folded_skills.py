"""Skills as plain networks: each a policy of its own, without skills and running statistics.

What a skill adds to the first layer is the same at every step, and so is what normalisation takes from the
observation. Both go into that layer: with K its kernel, split into K_s of what is seen and K_z of the skill,

    ((s − μ) ⊙ f, z) K + b  =  s (f ⊙ K_s) + (z K_z + b − (μ ⊙ f) K_s).

Normalised numbers are clipped to ±10 deviations; a plain network does not clip, and acts otherwise beyond.
"""

from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
from jax.typing import ArrayLike

from diayn_jax.config import AUTO, ConfigError
from diayn_jax.types import Array, PyTree
from diayn_jax.use import skill_inputs
from diayn_jax.use.loading import Run
from diayn_jax.use.policy import Skills


class PlainPolicies(NamedTuple):
    """N policies π_i(s) = tanh(MLP_i(s)), ReLU between the layers."""

    params: PyTree  # {"params": {"Dense_0": {"kernel": [N, S, H], "bias": [N, H]}, …}}, as QDax's MLP
    skills: Array  # [N, ...], as stored
    input_size: int  # S: the observation's O numbers, raw, then those of `appended`, raw
    appended: tuple[str, ...]  # features behind the observation, which it lacks
    hidden_sizes: tuple[int, ...]
    action_size: int  # A
    backend: str = AUTO  # of the physics that they were made in; auto: nothing says which


def plain_policies(source: Run | Skills, skills: ArrayLike | None = None) -> PlainPolicies:
    """The modes of a run's skills as plain networks.

    Args:
      source: a run, or its skills, of an agent whose policy is a multilayer perceptron, such as SAC.
      skills: as stored, [N, ...]; None: those that stand for all (K of them, or 64 directions).

    Raises:
      ConfigError: a policy of another kind; skills that there are not.
    """
    found = source.skills if isinstance(source, Run) else source
    config, env, parts = found.config, found.interface, found.components
    inputs, space = parts.inputs, parts.skills
    if env.image_shape is not None or env.num_actions is not None:
        what = "sees images" if env.image_shape is not None else "has discrete actions"
        raise ConfigError(f"{env.name} {what}; plain networks take vectors, and act by them.")
    if getattr(config, "policy_layer_norm", False):
        raise ConfigError(
            "--policy_layer_norm=true: plain networks have none. Train with --policy_layer_norm=false."
        )
    given = jnp.asarray(space.probes if skills is None else skills)
    if given.ndim != 1 + len(space.shape):
        wanted = ", ".join(["N", *map(str, space.shape)])
        raise ConfigError(f"skills have shape {[*given.shape]}; of {space.name} it is [{wanted}].")
    try:
        stored = skill_inputs.skills(given, space, given.shape[:1])
    except ValueError as error:
        raise ConfigError(str(error)) from error
    layers, seen = _layers(found, space.encode(stored)), inputs.policy_dims
    seen_size = inputs.input_size if seen is None else len(seen)
    # Places that the policy does not see have weights of 0.
    places = jnp.arange(seen_size) if seen is None else jnp.array(seen)
    offset, factor = (part[: inputs.input_size] for part in _normalisation(found))
    first = layers["Dense_0"]
    kernel = jnp.zeros((len(stored), inputs.input_size, first["kernel"].shape[-1]))
    kernel = kernel.at[:, places].set(first["kernel"])
    joined = {
        **layers,
        "Dense_0": {"kernel": kernel * factor[:, None], "bias": first["bias"] + offset @ kernel},
    }
    last = f"Dense_{len(layers) - 1}"
    # The other half of the outputs are standard deviations.
    joined[last] = {name: x[..., : env.action_size] for name, x in joined[last].items()}
    hidden = tuple(layers[f"Dense_{i}"]["bias"].shape[-1] for i in range(len(layers) - 1))
    appended = parts.feature_map.stored_names if config.agent_sees_features else ()
    return PlainPolicies(
        {"params": joined}, stored, inputs.input_size, tuple(appended), hidden, env.action_size, found.backend
    )


def act(params: PyTree, seen: Array) -> Array:
    """The action of one plain policy: seen [..., S] -> [..., A] in −1 to 1."""
    layers = params["params"]
    for number in range(len(layers)):
        layer = layers[f"Dense_{number}"]
        seen = seen @ layer["kernel"] + layer["bias"]
        seen = jnp.tanh(seen) if number == len(layers) - 1 else jax.nn.relu(seen)
    return seen


def _normalisation(skills: Skills) -> tuple[Array, Array]:
    """What networks see of x, where nothing is clipped, is offset + factor ⊙ x: [O + F'] each."""
    statistics, inputs = skills.params.statistics, skills.components.inputs
    parts = jnp.split(statistics.mean, [skills.interface.observation_size])
    ones = jax.tree.map(jnp.ones_like, parts)
    # At its mean nothing is clipped, so that the derivative is the factor.
    there, factor = jax.jvp(lambda *x: inputs.normalized(statistics, *x), tuple(parts), tuple(ones))
    joined = jnp.concatenate(factor)
    return jnp.concatenate(there) - joined * statistics.mean, joined


def _layers(skills: Skills, encoded: Array) -> dict[str, Any]:
    """The layers of each skill's policy [N, …] by name, for skills [N, Z].

    Raises:
      ConfigError: an agent whose policy is something else than a multilayer perceptron.
    """
    agent, fold = skills.params.agent, skills.components.agent.fold_skill
    network = getattr(agent, "policy", None)
    if fold is None or not isinstance(network, dict) or list(network.get("params", ())) != ["MLP_0"]:
        raise ConfigError(
            f"--agent={skills.config.agent}: plain networks are made of a policy that is a multilayer "
            "perceptron, as --agent=sac has it."
        )
    return jax.vmap(lambda z: fold(agent, z).policy)(encoded)["params"]["MLP_0"]
