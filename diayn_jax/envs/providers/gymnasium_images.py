"""Images of Gymnasium's environments in another size, and in grey."""

from collections.abc import Callable

import numpy as np

from diayn_jax.config import AUTO, ConfigError
from diayn_jax.envs.core import LUMA, Variation


def make_resize(
    name: str, shape: tuple[int, ...] | None, variation: Variation
) -> Callable[[np.ndarray], np.ndarray]:
    """Returns a function that gives an image the size and the colours of a variation.

    A pixel is the mean of the area that it covers. The function returns images [H, W, C] unchanged if nothing
    is varied.

    Args:
      name: the environment's name, for messages.
      shape: of its images; None: it observes none.

    Raises:
      ConfigError: it observes no images, smaller images, or images that have another number of channels than
        the colours need.
    """
    size, colours = variation.image_size, variation.image_colours
    if shape is None:
        if size or colours != AUTO:
            field = f"--image_size={size}" if size else f"--image_colours={colours}"
            raise ConfigError(f"{field}: {name} observes no images. Leave it out.")
        return lambda image: image
    if size > min(shape[:2]):
        raise ConfigError(
            f"--image_size={size}: the images of {name} have {shape[0]} × {shape[1]} pixels, and are only "
            f"made smaller. Give at most {min(shape[:2])}."
        )
    to_grey = colours == "grey" and shape[2] == 3
    if (colours == "rgb" and shape[2] != 3) or (colours == "grey" and shape[2] not in (1, 3)):
        raise ConfigError(
            f"--image_colours={colours}: the images of {name} have {shape[2]} channels. Leave it out."
        )
    if not size and not to_grey:
        return lambda image: image
    down, across = (_shares(side, size or side) for side in shape[:2])

    def resize(image: np.ndarray) -> np.ndarray:
        mixed = image @ np.array(LUMA)[:, None] if to_grey else image
        small = np.einsum("rh,hwc,sw->rsc", down, mixed, across, optimize=True)
        return np.round(small).astype(np.uint8)

    return resize


def _shares(old: int, new: int) -> np.ndarray:
    """Returns the share of each of `old` pixels in each of `new` pixels of the same side, [new, old]."""
    ends = np.arange(new + 1) * (old / new)
    pixel = np.arange(old)
    overlap = np.minimum(ends[1:, None], pixel + 1) - np.maximum(ends[:-1, None], pixel)
    return np.maximum(overlap, 0.0) * (new / old)
