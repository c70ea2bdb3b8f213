"""What the tests of checkpoints share: a small state, and functions that save, edit and damage it."""

import jax
import jax.numpy as jnp
from flax import struct

from diayn_jax.storage import arrays, checkpoint
from diayn_jax.storage.files import read_checked_json, write_checked_json


@struct.dataclass
class State:
    parameters: dict
    key: jax.Array
    empty: jax.Array
    count: jax.Array
    replay: dict


def make_state(seed=0, rows=6):
    key = jax.random.key(seed)
    return State(
        parameters={"w": jax.random.normal(key, (3, 4)), "layers": (jnp.arange(2.0), jnp.ones((), jnp.int8))},
        key=jax.random.split(key, 2),
        empty=jnp.zeros((4, 0)),
        count=jnp.asarray(seed, jnp.uint32),
        replay={"x": jax.random.normal(key, (rows, 8)), "valid": jnp.arange(rows) % 2 == 0},
    )


like = arrays.on_one_device


def save(directory, seed, **metadata):
    return checkpoint.save(directory, make_state(seed), {"env_steps": seed, **metadata})


def edit(path, **changes):
    """Changes the metadata of a checkpoint and writes a correct checksum. None removes a key."""
    edited = {**read_checked_json(path / "metadata.json"), **changes}
    write_checked_json(path / "metadata.json", {k: v for k, v in edited.items() if v is not None})


def files(path):
    return {file: file.read_bytes() for file in sorted(path.rglob("*")) if file.is_file()}


def cut(file):
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def flip(file):
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0x55
    file.write_bytes(data)


def damage_item(path, how):
    """Damages the files that hold an item's arrays, or its JSON file."""
    held = [*path.glob("arrays.safetensors"), *path.glob("**/d/*")]
    for file in [path] if path.is_file() else held:
        how(file)
