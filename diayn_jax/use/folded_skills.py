"""Skills as plain networks: each skill becomes a policy without a skill input and without running statistics.

The skill's contribution to the first layer is the same at every step, and so are the mean μ and the factor f
of normalisation. All of them are folded into that layer. Its kernel K consists of K_s for the observed
numbers s and K_z for the skill z:

    ((s − μ) ⊙ f, z) K + b  =  s (f ⊙ K_s) + (z K_z + b − (μ ⊙ f) K_s).

Normalised numbers are clipped to ±10 deviations. A plain network does not clip, so its actions differ beyond
that range.
"""

from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax.config import AUTO, ConfigError
from diayn_jax.types import Array, Numbers, PyTree
from diayn_jax.use import skill_inputs
from diayn_jax.use.loaded_run import Run
from diayn_jax.use.policy import Skills


class PlainPolicies(NamedTuple):
    """N policies π_i(s) = tanh(MLP_i(s)), with ReLU between the layers."""

    params: PyTree  # {"params": {"Dense_0": {"kernel": [N, S, H], "bias": [N, H]}, …}}, as in QDax's MLP
    skills: Array  # [N, ...], as stored
    input_size: int  # S: the observation's O numbers, then those of `appended`, all raw
    appended: tuple[str, ...]  # features that are not in the observation and come after it
    hidden_sizes: tuple[int, ...]
    action_size: int  # A
    backend: str = AUTO  # the physics backend in which they were made; auto: it is unknown


def plain_policies(source: Run | Skills, skills: Numbers | None = None) -> PlainPolicies:
    """Returns the modes of a run's skills as plain networks.

    Args:
      source: a run, or its skills. The agent's policy must be a multilayer perceptron, as in SAC.
      skills: skills as they are stored, [N, ...]; None: the skills that represent all of them (K skills, or
        64 directions).

    Raises:
      ConfigError: the policy is not a multilayer perceptron, or a skill is out of range.
    """
    found = source.skills if isinstance(source, Run) else source
    config, env, parts = found.config, found.interface, found.components
    inputs, space = parts.inputs, parts.skills
    if config.choose_from:
        raise ConfigError(
            f"This run chooses among the skills of {config.choose_from}, and its actions are no motor "
            "commands. Name that run."
        )
    if env.image_shape is not None or env.num_actions is not None:
        what = "sees images" if env.image_shape is not None else "has discrete actions"
        raise ConfigError(f"{env.name} {what}, but plain networks take vectors and return vectors.")
    if getattr(config, "policy_layer_norm", False):
        raise ConfigError(
            "--policy_layer_norm=true: plain networks have no layer norm. Train with "
            "--policy_layer_norm=false."
        )
    given = jnp.asarray(space.probes if skills is None else skills)
    if given.ndim != 1 + len(space.shape):
        wanted = ", ".join(["N", *map(str, space.shape)])
        raise ConfigError(f"skills have shape {[*given.shape]}; {space.name} skills have shape [{wanted}].")
    try:
        stored = skill_inputs.skills(given, space, given.shape[:1])
    except ValueError as error:
        raise ConfigError(str(error)) from error
    layers, seen = _layers(found, space.encode(stored)), inputs.policy_dims
    seen_size = inputs.input_size if seen is None else len(seen)
    # Inputs that the policy does not see have weights of 0.
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
    """Returns the action of one plain policy: seen [..., S] -> [..., A] in −1 to 1."""
    layers = params["params"]
    for number in range(len(layers)):
        layer = layers[f"Dense_{number}"]
        seen = seen @ layer["kernel"] + layer["bias"]
        seen = jnp.tanh(seen) if number == len(layers) - 1 else jax.nn.relu(seen)
    return seen


def _normalisation(skills: Skills) -> tuple[Array, Array]:
    """Returns offset and factor, [O + F'] each: without clipping, x is normalised to offset + factor ⊙ x."""
    statistics, inputs = skills.params.statistics, skills.components.inputs
    parts = jnp.split(statistics.mean, [skills.interface.observation_size])
    ones = jax.tree.map(jnp.ones_like, parts)
    # At the mean, nothing is clipped, so that the derivative is the factor.
    there, factor = jax.jvp(lambda *x: inputs.normalized(statistics, *x), tuple(parts), tuple(ones))
    joined = jnp.concatenate(factor)
    return jnp.concatenate(there) - joined * statistics.mean, joined


def _layers(skills: Skills, encoded: Array) -> dict[str, Any]:
    """Returns the layers of each skill's policy, [N, …], by name, for encoded skills [N, Z].

    Raises `ConfigError` if the agent's policy is not a multilayer perceptron.
    """
    agent, fold = skills.params.agent, skills.components.agent.fold_skill
    network = getattr(agent, "policy", None)
    if fold is None or not isinstance(network, dict) or list(network.get("params", ())) != ["MLP_0"]:
        raise ConfigError(
            f"--agent={skills.config.agent}: only a policy that is a multilayer perceptron can become plain "
            "networks, such as that of --agent=sac."
        )
    return jax.vmap(lambda z: fold(agent, z).policy)(encoded)["params"]["MLP_0"]
