"""Writes policies: as ONNX files, for programs without Python or JAX, and as small run directories.

ONNX files are for robots, browsers and C++. Their graph computes the policy's mode: the encoder if the
environment gives images, normalisation, the skill, the network, and then tanh, or the best action if actions
are discrete.
"""

import dataclasses
import importlib.util
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import shell
from diayn_jax.agents.vision import Encoded, network_of
from diayn_jax.config import ConfigError, closest_matches, in_arguments, show
from diayn_jax.records import Record, plain
from diayn_jax.storage import files, paths
from diayn_jax.symmetry import GroupAction, SkillSymmetry
from diayn_jax.training import NORMALIZED_BOUND
from diayn_jax.types import Numbers
from diayn_jax.use import export_run
from diayn_jax.use.loaded_run import Run
from diayn_jax.use.named_run import LATEST, Named, directory_of, skills_of
from diayn_jax.use.policy import Skills

AS_RUN = "run"
FORMATS = ("onnx", AS_RUN)

_EXPORTED = ("sac", "td3", "dqn", "ppo", "es")  # agents whose networks this module knows
OPSET = 17  # the first opset with layer normalisation
IR_VERSION = 8  # the IR version of that opset, so that older readers can read the file
_LAYER_NORM_EPSILON = 1e-6  # as in flax


@dataclasses.dataclass(frozen=True, repr=False)
class Exported(Record):
    """A policy that was written for programs without JAX."""

    format: str
    bytes: int  # the size of the file
    about: Mapping[str, str]  # the metadata in the file
    written: tuple[Path, ...]

    def lines(self) -> list[str]:
        """Returns what was exported, and the size of the file."""
        what = "all skills" if self.about["skill"] == "null" else f"skill {self.about['skill']}"
        return [f"{self.about['env']}: {what} as {self.format}, {self.bytes / 1e3:.1f} kB"]

    def as_json(self) -> dict[str, Any]:
        """Returns the format, the size, the metadata, and the file."""
        return plain(
            {"format": self.format, "bytes": self.bytes, "about": self.about, "written": self.written}
        )

    def cells(self) -> list[list[str]]:
        """Returns a row for each fact."""
        return [["", ""], ["format", self.format], ["bytes", str(self.bytes)], *map(list, self.about.items())]


@in_arguments
def export(
    run: Named,
    *,
    format: str = FORMATS[0],  # noqa: A002 (the name of the flag)
    skills: Numbers | None = None,
    checkpoint: int | str = LATEST,
    file: str | os.PathLike[str] | None = None,
    trust: bool = False,
) -> Exported:
    """Writes the policy of a run to a file that needs neither Python nor JAX; `diayn export`.

    Args:
      run: the directory of a run, or a `Run`.
      format: `onnx`, or `run`: a folder with the policy alone, which every command but `resume` takes as a
        run.
      skills: the only skill to write, as an integer or a vector [d]; None: all.
      checkpoint: `latest`, `best`, or the checkpoint's environment steps.
      file: the file or folder to write; None: `policy.onnx`, or the folder `policy`, in the run's directory.
      trust: lets the run import code of the user's own that it names.

    Raises:
      ConfigError: there is no such run, skill or format; the policy cannot be exported; or onnx is absent.
      CheckpointError: there is no such checkpoint.
      RunFileError: the file cannot be written.
    """
    if format not in FORMATS:
        hint = closest_matches(format, FORMATS)
        raise ConfigError(f"--format={format}: it takes {', '.join(FORMATS)}.{hint}")
    if format == AS_RUN:
        return _as_run(run, skills, str(checkpoint), file, trust)
    as_typed = "" if skills is None else show(np.asarray(skills).tolist())
    name = f"policy{as_typed and '-skills=' + as_typed}.{format}"
    default = None if file else directory_of(run) / name
    out = paths.out_file(file, default, f"policy.{format}")
    assert out is not None  # a file is given, or there is a directory
    skill = None if skills is None else np.asarray(skills)
    found = skills_of(run, checkpoint, trust=trust)
    try:
        written = write_onnx(found, out, skill)
    except ConfigError:
        raise
    except ValueError as error:
        raise ConfigError(f"--skills={as_typed}: {error}") from error
    one = found if skill is None else found.fold_skill(skill)
    return Exported(format, written.stat().st_size, _metadata(found, one, skill), (written,))


def _as_run(
    run: Named, skills: Any, checkpoint: str, file: str | os.PathLike[str] | None, trust: bool
) -> Exported:
    if skills is not None:
        raise ConfigError(f"--format={AS_RUN} writes all skills. Leave out --skills.")
    path = directory_of(run)
    if isinstance(run, Run):
        if checkpoint != LATEST:
            raise ConfigError(f"checkpoint={checkpoint}: the run is loaded already. Leave it out.")
        checkpoint = str(run.skills.env_steps)
    folder = files.expanded(file) if file else path / "policy"
    export_run.write_run(path, folder, checkpoint, trust=trust)
    config, _ = files.read_config(folder, trust=trust)
    about = {"env": config.env, "objective": config.objective, "agent": config.agent, "skill": "null"}
    return Exported(AS_RUN, export_run.size_of(folder), about, (folder,))


@in_arguments
def write_onnx(skills: Skills, path: str | Path, skill: Numbers | None = None) -> Path:
    """Writes the policy's mode as an ONNX file of float32, and returns its path.

    The inputs are:

    - `obs`: [N, O], raw, or images [N, H, W, C], uint8.
    - `features`: [N, F'], if the policy sees features that are not in the observation.
    - `skill`: [N], int64, if skills can be counted; [N, d] if they are vectors. If a skill is given, it alone
      is written, and there is no such input.

    The output is `action`: [N, A] in −1 to 1, or [N] int64. The file's metadata describe them.

    Raises:
      ConfigError: the agent has options or is the user's own, so that its networks are not known; or onnx is
        not installed.
      ValueError: the skill is out of range or has a wrong shape.
      RunFileError: the file cannot be written.
    """
    of_one = skills if skill is None else skills.fold_skill(skill)
    _check_exportable(skills)
    model = _model(of_one, _metadata(skills, of_one, skill))
    path = Path(path)
    files.write_atomic(path, model.SerializeToString())
    return path


def _check_exportable(skills: Skills) -> None:
    config = skills.config
    if skills.carries:
        raise ConfigError(
            f"export: --agent={config.agent} carries a state from step to step, which an exported network "
            "cannot do. Use skills.step instead (docs/how_to/options_and_hierarchy.md)."
        )
    if config.agent not in _EXPORTED:
        known = " | ".join(_EXPORTED)
        raise ConfigError(f"export: --agent={config.agent}: only networks of {known} can be exported.")
    if importlib.util.find_spec("onnx") is None:
        raise ConfigError(f"export: it needs the package onnx. Run: {shell.pip_install('diayn_jax[onnx]')}")


def _metadata(skills: Skills, written: Skills, skill: Numbers | None) -> dict[str, str]:
    """Returns the metadata that a reader of the file needs."""
    config, feature_map = skills.config, skills.components.feature_map
    lacked = feature_map.stored_names if config.agent_sees_features else ()
    return {
        "env": skills.interface.name,
        "objective": config.objective,
        "env_steps": str(skills.env_steps),
        "skills": written.space.name,
        "skill": json.dumps(np.asarray(skill).tolist()),
        "features": " ".join(lacked),
        "action": "-1 to 1" if written.interface.num_actions is None else "its number",
    }


class _Graph:
    """The nodes and constants of an ONNX graph under construction. Each node computes one array."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, name: str, value: Any) -> str:
        """Adds a constant array to the file; returns its name."""
        from onnx import numpy_helper

        self.constants.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def add(self, operation: str, output: str, *inputs: str, **attributes: Any) -> str:
        """Adds a node; returns the name of its output."""
        from onnx import helper

        self.nodes.append(helper.make_node(operation, list(inputs), [output], name=output, **attributes))
        return output


def _model(skills: Skills, metadata: dict[str, str]) -> Any:
    """Returns the policy's mode as an `onnx.ModelProto`."""
    from onnx import TensorProto, checker, helper

    space, seen = skills.space, skills.interface
    stored_size = skills.components.feature_map.stored_size if skills.config.agent_sees_features else 0
    observed = TensorProto.FLOAT if seen.image_shape is None else TensorProto.UINT8
    acted = TensorProto.FLOAT if seen.num_actions is None else TensorProto.INT64
    kinds: dict[str, tuple[Any, tuple[int, ...]]] = {"obs": (observed, seen.observation_shape)}
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
        [helper.make_tensor_value_info("action", acted, ["N", *seen.action_shape])],
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
    """Adds the nodes from the inputs to `action`."""
    x, size = _seen(graph, skills, observed)
    agent, count = skills.params.agent, skills.interface.action_size
    skill = _number_of_skill(graph, skills) if skills.space.size and skills.num_skills else "skill"
    if skills.config.agent == "dqn":
        # The twin critics have the same input, and their values are added.
        (twins,) = network_of(agent.critics)["params"].values()
        values = []
        for i in range(2):
            critic = jax.tree.map(lambda leaf, i=i: leaf[i], twins)
            values.append(_add_mlp(graph, skills, critic, x, size, count, skill, f"_of_{i}"))
        graph.add("ArgMax", "action", graph.add("Add", "values", *values), axis=-1, keepdims=0)
        return
    (mlp,) = network_of(agent.policy)["params"].values()
    symmetry = skills.components.symmetry
    if symmetry is not None:
        turn, skill = _sector(graph, symmetry, skills.num_skills, skill)
        x = _turned(graph, "seen", symmetry.policy_input, turn, x)
    # A Gaussian policy also returns standard deviations, which the mode does not need.
    out = _add_mlp(graph, skills, mlp, x, size, count, skill)
    if symmetry is not None:
        back = graph.add("Gather", "back", graph.constant("inverse", symmetry.inverse.astype(np.int64)), turn)
        out = _turned(graph, "action", symmetry.action, back, out)
    if skills.interface.num_actions is None:
        graph.add("Tanh", "action", out)
    else:
        graph.add("ArgMax", "action", out, axis=-1, keepdims=0)


def _number_of_skill(graph: _Graph, skills: Skills) -> str:
    """Adds nodes that make a negative skill an index that readers refuse: `Gather` counts it from the end."""
    negative = graph.add("Less", "skill_is_negative", "skill", graph.constant("zero", np.int64(0)))
    assert skills.num_skills is not None
    none = graph.constant("no_skill", np.int64(skills.num_skills))
    return graph.add("Where", "skill_number", negative, none, "skill")


def _sector(graph: _Graph, symmetry: SkillSymmetry, num_skills: int | None, skill: str) -> tuple[str, str]:
    """Adds the nodes that move skills into the sector; returns the names of turns [N] and moved skills."""
    if num_skills is not None:
        numbers = jnp.arange(num_skills)
        turns = symmetry.turn_of(numbers)
        tables = {"turn": turns, "skill_in_sector": symmetry.turn_skill(turns, numbers)}
        found = [
            graph.add("Gather", name, graph.constant(f"{name}_of_skill", np.asarray(table, np.int64)), skill)
            for name, table in tables.items()
        ]
        return found[0], found[1]
    # One column for each symmetry: the turned skill lies the nearer to the middle, the larger the product is.
    columns = np.asarray(symmetry.to_middle(jnp.eye(symmetry.encoded.size)))
    nearness = graph.add("MatMul", "nearness", "skill", graph.constant("middle", columns))
    turn = graph.add("ArgMax", "turn", nearness, axis=-1, keepdims=0)
    there = _turned(graph, "skill", symmetry.encoded, turn, "skill")
    centred = graph.add("Sub", "skill_centred", there, graph.constant("skill_mean", symmetry.mean))
    return turn, graph.add("Div", "skill_in_sector", centred, graph.constant("skill_std", symmetry.std))


def _turned(graph: _Graph, name: str, group: GroupAction, turn: str, x: str) -> str:
    """Adds the nodes that turn x [N, n] by the symmetries with the numbers `turn` [N]; returns its name."""
    matrices = np.zeros((len(group.source), group.size, group.size), np.float32)
    number, row = np.indices(group.source.shape)
    # The rows of x are multiplied from the left.
    matrices[number, group.source, row] = group.sign
    chosen = graph.add("Gather", f"{name}_turns", graph.constant(f"{name}_matrices", matrices), turn, axis=0)
    middle = graph.constant(f"{name}_row", np.array([1], np.int64))
    wide = graph.add("MatMul", f"{name}_product", graph.add("Unsqueeze", f"{name}_rows", x, middle), chosen)
    return graph.add("Squeeze", f"{name}_turned", wide, middle)


def _encoder(agent: Any) -> Any:
    """Returns the parameters of the encoder of the policy's images: the policy's own, or the critics'."""
    policy = getattr(agent, "policy", None)
    if isinstance(policy, Encoded):
        return policy.encoder
    return (agent.critic if hasattr(agent, "critic") else agent.critics).encoder


def _seen(graph: _Graph, skills: Skills, observed: tuple[str, ...]) -> tuple[str, int]:
    """Adds the nodes of the policy's input without the skill, [N, S]; returns its name and S."""
    inputs, dims = skills.components.inputs, skills.components.problem.policy_dims
    size = inputs.input_size
    if skills.interface.image_shape is not None:
        # The input is the latent of the image, which is not normalised, and then features, which are.
        latent = _add_encoder(graph, skills)
        rest = size - skills.config.latent_size
        x = latent
        if rest:
            x = graph.add(
                "Concat", "latent_and_features", latent, _normalised(graph, skills, "features", rest), axis=-1
            )
    else:
        x = observed[0] if len(observed) == 1 else graph.add("Concat", "observed", *observed, axis=-1)
        x = _normalised(graph, skills, x, size)
    if dims is not None:
        x = graph.add("Gather", "seen", x, graph.constant("seen_dims", np.asarray(dims, np.int64)), axis=1)
        size = len(dims)
    return x, size


def _normalised(graph: _Graph, skills: Skills, x: str, size: int) -> str:
    """Adds the nodes that normalise x [N, `size`] with the first `size` running statistics."""
    if not skills.config.normalize:
        return x
    statistics, inputs = skills.params.statistics, skills.components.inputs
    mean = graph.constant("mean", statistics.mean[:size])
    factor = graph.constant("factor", inputs.scale(statistics)[:size])
    least = graph.constant("least", np.float32(-NORMALIZED_BOUND))
    most = graph.constant("most", np.float32(NORMALIZED_BOUND))
    scaled = graph.add("Mul", "scaled", graph.add("Sub", "centred", x, mean), factor)
    return graph.add("Clip", "normalised", scaled, least, most)


def _add_encoder(graph: _Graph, skills: Skills) -> str:
    """Adds the nodes of `networks.Encoder`: the latent [N, L] of the images `obs` [N, H, W, C]."""
    from onnx import TensorProto

    config, params = skills.config, _encoder(skills.params.agent)["params"]
    assert skills.interface.image_shape is not None
    height, width, channels = skills.interface.image_shape
    x = graph.add("Cast", "image", "obs", to=TensorProto.FLOAT)
    x = graph.add("Div", "image_in_1", x, graph.constant("white", np.float32(255)))
    x = graph.add("Sub", "image_centred", x, graph.constant("grey", np.float32(0.5)))

    def shaped(name: str, x: str, *shape: int) -> str:
        # 0 keeps the size of the batch.
        return graph.add("Reshape", name, x, graph.constant(f"{name}_shape", np.array([0, *shape], np.int64)))

    patches: tuple[int, ...] = getattr(config, "encoder_patches")  # noqa: B009 (a setting of its agent)
    for layer, patch in enumerate(patches):
        fill = [0, 0, 0, 0, 0, -height % patch, -width % patch, 0]
        if any(fill):
            x = graph.add(
                "Pad", f"padded_{layer}", x, graph.constant(f"fill_{layer}", np.array(fill, np.int64))
            )
        height, width = -(-height // patch), -(-width // patch)
        x = shaped(f"cut_{layer}", x, height, patch, width, patch, channels)
        x = graph.add("Transpose", f"turned_{layer}", x, perm=[0, 1, 3, 2, 4, 5])
        x = shaped(f"squares_{layer}", x, height, width, patch * patch * channels)
        x = graph.add(
            "Relu", f"seen_{layer}", _add_dense(graph, params[f"Dense_{layer}"], x, f"of_image_{layer}")
        )
        channels = params[f"Dense_{layer}"]["bias"].shape[0]
    x = shaped("flat", x, height * width * channels)
    x = _add_dense(graph, params[f"Dense_{len(patches)}"], x, "of_latent")
    return graph.add("Tanh", "latent", _add_norm(graph, params["LayerNorm_0"], x, "of_latent"))


def _add_dense(graph: _Graph, dense: Any, x: str, name: str) -> str:
    x = graph.add("MatMul", f"product_{name}", x, graph.constant(f"kernel_{name}", dense["kernel"]))
    return graph.add("Add", f"sum_{name}", x, graph.constant(f"bias_{name}", dense["bias"]))


def _add_norm(graph: _Graph, norm: Any, x: str, name: str) -> str:
    scale = graph.constant(f"norm_scale_{name}", norm["scale"])
    shift = graph.constant(f"norm_shift_{name}", norm["bias"])
    return graph.add(
        "LayerNormalization", f"norm_{name}", x, scale, shift, axis=-1, epsilon=_LAYER_NORM_EPSILON
    )


def _add_mlp(
    graph: _Graph, skills: Skills, mlp: Any, x: str, size: int, count: int, skill: str, suffix: str = ""
) -> str:
    """Adds the nodes of a network with inputs x [N, `size`] and `skill`; returns the output's name.

    Only the first `count` outputs are computed.
    """
    depth = sum(name.startswith("Dense") for name in mlp)
    for layer in range(depth):
        dense, name = mlp[f"Dense_{layer}"], f"{layer}{suffix}"
        kernel = np.asarray(dense["kernel"])
        if layer == depth - 1:
            kernel = kernel[:, :count]
        of_input, of_skill = (kernel[:size], kernel[size:]) if layer == 0 else (kernel, kernel[:0])
        x = graph.add("MatMul", f"product_{name}", x, graph.constant(f"kernel_{name}", of_input))
        if len(of_skill):
            table = graph.constant(f"kernel_skill{suffix}", of_skill)
            if skills.num_skills is not None:
                # The product with a one-hot z is a row of the kernel.
                z = graph.add("Gather", f"product_skill{suffix}", table, skill, axis=0)
            else:
                z = graph.add("MatMul", f"product_skill{suffix}", skill, table)
            x = graph.add("Add", f"product_with_skill{suffix}", x, z)
        bias = np.asarray(dense["bias"])[: kernel.shape[1]]
        x = graph.add("Add", f"sum_{name}", x, graph.constant(f"bias_{name}", bias))
        if layer == depth - 1:
            break
        if f"LayerNorm_{layer}" in mlp:
            x = _add_norm(graph, mlp[f"LayerNorm_{layer}"], x, name)
        x = graph.add("Relu", f"hidden_{name}", x)
    return x
