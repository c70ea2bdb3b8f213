"""Policies as ONNX files, for programs without Python or JAX: robots, browsers, C++.

The graph is all that acting by the mode takes: normalisation, the skill, the network, and tanh.
"""

import importlib.util
import json
from pathlib import Path
from typing import Any

import numpy as np
from jax.typing import ArrayLike

from diayn_jax.config import ConfigError
from diayn_jax.run import files
from diayn_jax.training import NORMALIZED_BOUND
from diayn_jax.use.policy import Skills

SUFFIX = ".onnx"
OPSET = 17  # the first with layer normalisation
IR_VERSION = 8  # that opset's, for readers that are no newer
_LAYER_NORM_EPSILON = 1e-6  # flax's


def write_onnx(skills: Skills, path: str | Path, skill: ArrayLike | None = None) -> Path:
    """Writes the policy's mode as an ONNX file of float32.

    Inputs are `obs` [N, O], raw; `features` [N, F'], where the policy sees what the observation lacks; and
    `skill`: [N] int64 where skills can be counted, [N, d] where they are vectors. The output is `action`
    [N, A] in −1 to 1. What they are of stands in the file's metadata.

    Args:
      skills: of which the policy is written.
      path: of the file.
      skill: one skill alone, which is then no input; None: all of them.

    Returns:
      The path.

    Raises:
      ConfigError: a policy that is not of SAC, or sees images; onnx is not installed.
      ValueError: a skill that there is not.
      RunFileError: it cannot be written.
    """
    of_one = skills if skill is None else skills.single(skill)
    _check_exportable(skills)
    model = _model(of_one, _metadata(skills, of_one, skill))
    path = Path(path)
    files.write_atomic(path, model.SerializeToString())
    return path


def _check_exportable(skills: Skills) -> None:
    config, seen = skills.config, skills.interface
    if config.agent != "sac":
        raise ConfigError(f"export: --agent={config.agent}: networks of --agent=sac are exported, no others.")
    if seen.image_shape is not None:
        raise ConfigError(
            f"export: {seen.name} observes images, and policies of vectors are exported, without an encoder."
        )
    if importlib.util.find_spec("onnx") is None:
        raise ConfigError("export: it needs the package onnx. Run: pip install -e '.[onnx]'")


def _metadata(skills: Skills, written: Skills, skill: ArrayLike | None) -> dict[str, str]:
    """What a reader has to know, as text."""
    config, feature_map = skills.config, skills.components.feature_map
    lacked = feature_map.stored_names if config.agent_sees_features else ()
    return {
        "env": skills.interface.name,
        "objective": config.objective,
        "env_steps": str(skills.env_steps),
        "skills": written.space.name,
        "skill": json.dumps(np.asarray(skill).tolist()),
        "features": " ".join(lacked),
        "action": "-1 to 1",
    }


class _Graph:
    """Nodes of an ONNX graph, as they are added, each of which makes one array."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, name: str, value: Any) -> str:
        """An array that the file holds; gives its name."""
        from onnx import numpy_helper

        self.constants.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def add(self, operation: str, output: str, *inputs: str, **attributes: Any) -> str:
        """A node; gives the name of its output."""
        from onnx import helper

        self.nodes.append(helper.make_node(operation, list(inputs), [output], name=output, **attributes))
        return output


def _model(skills: Skills, metadata: dict[str, str]) -> Any:
    """The policy's mode as an `onnx.ModelProto`."""
    from onnx import TensorProto, checker, helper

    space, seen = skills.space, skills.interface
    stored_size = skills.components.feature_map.stored_size if skills.config.agent_sees_features else 0
    kinds: dict[str, tuple[Any, tuple[int, ...]]] = {"obs": (TensorProto.FLOAT, (seen.observation_size,))}
    if stored_size:
        kinds["features"] = (TensorProto.FLOAT, (stored_size,))
    if space.size:
        kinds["skill"] = (TensorProto.INT64 if space.num_skills else TensorProto.FLOAT, space.shape)
    graph = _Graph()
    _add_policy(graph, skills, tuple(name for name in kinds if name != "skill"))
    described = helper.make_graph(
        graph.nodes,
        f"{seen.name}, {space.name}",
        [helper.make_tensor_value_info(name, kind, ["N", *shape]) for name, (kind, shape) in kinds.items()],
        [helper.make_tensor_value_info("action", TensorProto.FLOAT, ["N", seen.action_size])],
        graph.constants,
    )
    model = helper.make_model(
        described,
        producer_name="diayn_jax",
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=IR_VERSION,
    )
    helper.set_model_props(model, metadata)
    checker.check_model(model, full_check=True)
    return model


def _add_policy(graph: _Graph, skills: Skills, observed: tuple[str, ...]) -> None:
    """The nodes from the inputs to `action`."""
    params, inputs = skills.params, skills.components.inputs
    x = observed[0] if len(observed) == 1 else graph.add("Concat", "observed", *observed, axis=-1)
    size = inputs.input_size
    if skills.config.normalize:
        mean = graph.constant("mean", params.statistics.mean[:size])
        factor = graph.constant("factor", inputs.scale(params.statistics)[:size])
        least = graph.constant("least", np.float32(-NORMALIZED_BOUND))
        most = graph.constant("most", np.float32(NORMALIZED_BOUND))
        scaled = graph.add("Mul", "scaled", graph.add("Sub", "centred", x, mean), factor)
        x = graph.add("Clip", "normalised", scaled, least, most)
    dims = skills.components.problem.policy_dims
    if dims is not None:
        x = graph.add("Gather", "seen", x, graph.constant("seen_dims", np.asarray(dims, np.int64)), axis=1)
        size = len(dims)
    mlp = params.agent.policy["params"]["MLP_0"]
    depth = sum(name.startswith("Dense") for name in mlp)
    for layer in range(depth):
        dense = mlp[f"Dense_{layer}"]
        kernel = np.asarray(dense["kernel"])
        if layer == depth - 1:
            # The mean alone: the mode has no use for the deviation.
            kernel = kernel[:, : skills.interface.action_size]
        of_input, of_skill = (kernel[:size], kernel[size:]) if layer == 0 else (kernel, kernel[:0])
        x = graph.add("MatMul", f"product_{layer}", x, graph.constant(f"kernel_{layer}", of_input))
        if len(of_skill):
            table = graph.constant("kernel_skill", of_skill)
            if skills.num_skills is not None:
                # A product with a one-hot z is a row of the table.
                z = graph.add("Gather", "product_skill", table, "skill", axis=0)
            else:
                z = graph.add("MatMul", "product_skill", "skill", table)
            x = graph.add("Add", "product_with_skill", x, z)
        bias = np.asarray(dense["bias"])[: kernel.shape[1]]
        x = graph.add("Add", f"sum_{layer}", x, graph.constant(f"bias_{layer}", bias))
        if layer == depth - 1:
            break
        if f"LayerNorm_{layer}" in mlp:
            norm = mlp[f"LayerNorm_{layer}"]
            scale = graph.constant(f"norm_scale_{layer}", norm["scale"])
            shift = graph.constant(f"norm_shift_{layer}", norm["bias"])
            epsilon = _LAYER_NORM_EPSILON
            x = graph.add("LayerNormalization", f"norm_{layer}", x, scale, shift, axis=-1, epsilon=epsilon)
        x = graph.add("Relu", f"hidden_{layer}", x)
    graph.add("Tanh", "action", x)
