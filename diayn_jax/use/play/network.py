"""Describes a policy, and what its objective believes, as numbers that the page computes with.

`web/src/play/network.js` evaluates them. The policy acts by its mode, as in `use/export.py`.
"""

from typing import Any

import jax.numpy as jnp
import numpy as np

from diayn_jax.config import ConfigError
from diayn_jax.show.page import base64_of
from diayn_jax.symmetry import GroupAction, SkillSymmetry
from diayn_jax.training import NORMALIZED_BOUND
from diayn_jax.types import Array
from diayn_jax.use.policy import Skills

# Agents whose policy is an MLP with tanh at its end.
AGENTS = ("sac", "td3", "ppo", "es")


def check(skills: Skills) -> None:
    """Raises `ConfigError` if the policy cannot be described."""
    config, env = skills.config, skills.interface
    served = "Leave --page out: diayn play serves every policy."
    if config.agent not in AGENTS:
        known = " | ".join(AGENTS)
        raise ConfigError(
            f"--page: only policies of {known} can stand in a page, not {config.agent}. {served}"
        )
    if env.image_shape is not None or env.num_actions is not None:
        what = "sees images" if env.image_shape is not None else "has discrete actions"
        raise ConfigError(f"--page: {env.name} {what}, which a page cannot compute. {served}")


def policy_of(skills: Skills) -> dict[str, Any]:
    """Returns the policy as JSON's types.

    It takes the observation [O], followed by the features [F'] that it lacks if the agent sees them, and a
    skill. `skill` says how the skill enters: an index of a row of `table`, or a vector. `dims` are the places
    that the policy sees (null: all). With a symmetry, the skill decides the `turn`: the policy sees its input
    and the skill turned, and its action is turned back.
    """
    inputs, space, symmetry = skills.components.inputs, skills.space, skills.components.symmetry
    statistics, size = skills.params.statistics, inputs.input_size
    (mlp,) = skills.params.agent.policy["params"].values()
    dims = skills.components.problem.policy_dims
    described = {
        **_normalisation(skills, statistics.mean[:size], inputs.scale(statistics)[:size]),
        "dims": None if dims is None else list(dims),
        "layers": _layers(mlp, skills.interface.action_size),
        # What the network gets of each skill that can be counted; vectors enter as they are.
        "table": None if space.num_skills is None else _packed(space.encode(jnp.arange(space.num_skills))),
        "symmetry": None,
    }
    if symmetry is not None:
        described["symmetry"] = {
            "input": _group(symmetry.policy_input),
            "action": _group(symmetry.action),
            "encoded": _group(symmetry.encoded),
            "inverse": symmetry.inverse.tolist(),
            "orbits": symmetry.orbits,
            "middle": _packed(symmetry.to_middle(jnp.eye(symmetry.encoded.size))),
            "mean": _packed(symmetry.mean),
            "std": _packed(symmetry.std),
        }
    return described


def belief_of(skills: Skills) -> dict[str, Any] | None:
    """Returns DIAYN's discriminator or METRA's map as JSON's types, on raw features φ [F].

    Returns None for other objectives, and for discriminators of symmetric runs, of mixtures, or with a prior
    that moves.
    """
    config, components, state = skills.config, skills.components, skills.params.objective
    symmetry = components.symmetry
    # The discriminator of mixtures knows their d skills, and not the mixtures that the page shows.
    classifies = components.objective.log_probs is not None
    if config.objective == "metra":
        mlp = state.params["params"]
        layers = _layers(mlp, None) if symmetry is None else _symmetric_layers(mlp, symmetry)
    elif config.objective == "diayn" and classifies and symmetry is None and components.skills.moving is None:
        layers = _layers(state.params["params"]["MLP_0"], None)
    else:
        return None
    statistics, inputs, feature_map = skills.params.statistics, components.inputs, components.feature_map
    ends = [skills.interface.observation_size]
    mean = feature_map.select(*jnp.split(statistics.mean, ends))
    return {
        "kind": "skills" if config.objective == "diayn" else "direction",
        # The share of the prior in q(z|φ); the prior is uniform.
        "floor": getattr(config, "discriminator_floor", 0.0),
        **_normalisation(skills, mean, inputs.feature_scale(statistics)),
        "layers": layers,
    }


def _symmetric_layers(params: Any, symmetry: SkillSymmetry) -> list[dict[str, Any]]:
    """Returns the layers of a `SymmetricMLP` as those of an MLP whose hidden layers have all G channels."""
    features, order = symmetry.features, symmetry.order
    first, last = np.asarray(params["Dense_0"]["kernel"]), np.asarray(params["Dense_1"]["kernel"])
    kernels = [np.zeros((features.size, order, first.shape[1]))]
    biases = [np.tile(params["Dense_0"]["bias"], order)]
    for g in range(order):
        for i in range(features.size):
            kernels[0][features.source[g, i], g] += features.sign[g, i] * first[i]
    relative = symmetry.product[:, symmetry.inverse]
    for number in range(sum(name.startswith("kernel_") for name in params)):
        kernels.append(np.asarray(params[f"kernel_{number}"])[relative].transpose(0, 2, 1, 3))
        biases.append(np.tile(params[f"bias_{number}"], order))
    back = [part[symmetry.inverse] for part in symmetry.encoded]
    # [G, c, Z]: the mean of what the channels of each symmetry give, turned back.
    kernels.append(np.stack([sign * last[:, source] for source, sign in zip(*back, strict=True)]) / order)
    biases.append(np.zeros(last.shape[1]))
    sizes = [features.size, *(len(bias) for bias in biases)]
    return [
        {"kernel": _packed(kernel.reshape(sizes[i], sizes[i + 1])), "bias": _packed(bias), "norm": None}
        for i, (kernel, bias) in enumerate(zip(kernels, biases, strict=True))
    ]


def _normalisation(skills: Skills, mean: Array, factor: Array) -> dict[str, Any]:
    """Returns the numbers that normalise inputs; without normalisation the factors are 1."""
    if not skills.config.normalize:
        return {"mean": _packed(jnp.zeros_like(mean)), "factor": _packed(factor), "bound": None}
    return {"mean": _packed(mean), "factor": _packed(factor), "bound": NORMALIZED_BOUND}


def _layers(mlp: Any, outputs: int | None) -> list[dict[str, Any]]:
    """Returns the layers of an MLP, the last one with its first `outputs` outputs (None: all)."""
    depth = sum(name.startswith("Dense") for name in mlp)
    found = []
    for i in range(depth):
        dense, last = mlp[f"Dense_{i}"], i == depth - 1
        kernel = np.asarray(dense["kernel"])[:, : outputs if last else None]
        bias = np.asarray(dense["bias"]) if "bias" in dense else np.zeros(kernel.shape[1])
        norm = None if last else mlp.get(f"LayerNorm_{i}")
        found.append(
            {
                "kernel": _packed(kernel),
                "bias": _packed(bias[: kernel.shape[1]]),
                "norm": None if norm is None else {name: _packed(norm[name]) for name in ("scale", "bias")},
            }
        )
    return found


def _group(action: GroupAction) -> dict[str, Any]:
    return {"source": action.source.tolist(), "sign": action.sign.tolist()}


def _packed(x: Any) -> dict[str, Any]:
    """Returns an array as its shape and float32, little-endian, in base64."""
    found = np.asarray(x, np.float32)
    return {"shape": list(found.shape), "data": base64_of(found)}
