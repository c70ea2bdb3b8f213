"""Runs several settings of diayn_jax in one worker, which starts JAX once."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from benchmarks import worker
from benchmarks.ours_diayn import OursSetting, advanced


@dataclasses.dataclass(frozen=True, kw_only=True)
class SeveralSetting:
    """The setting of the worker: training, or parts of it, all on the same devices."""

    works: Mapping[str, Mapping[str, Any]]  # fields of an `OursSetting`, by name
    segment_seconds: float = 4.0


def main() -> None:
    """Runs the works of the setting."""
    setting, channel = worker.open_channel(SeveralSetting)
    clock = worker.Clock()
    found = {name: advanced(OursSetting(**fields)) for name, fields in setting.works.items()}
    worker.serve_segments(
        channel,
        {name: each.advance for name, each in found.items()},
        clock,
        iterations=1,  # an iteration is a call here, because the works' iterations have different sizes
        segment_seconds=setting.segment_seconds,
        devices={name: each.trainer.num_devices for name, each in found.items()},
    )


if __name__ == "__main__":
    main()
