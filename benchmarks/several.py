"""Several settings of diayn_jax as the works of one worker, which starts and holds JAX once."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from benchmarks import worker
from benchmarks.ours_diayn import OursSetting, advanced


@dataclasses.dataclass(frozen=True, kw_only=True)
class SeveralSetting:
    """What the worker runs: training, or parts of it, on the same devices."""

    works: Mapping[str, Mapping[str, Any]]  # by name the fields of an `OursSetting`
    segment_seconds: float = 4.0


def main() -> None:
    """Runs what the setting says."""
    setting, channel = worker.open_channel(SeveralSetting)
    clock = worker.Clock()
    found = {name: advanced(OursSetting(**fields)) for name, fields in setting.works.items()}
    worker.serve_segments(
        channel,
        {name: each.advance for name, each in found.items()},
        clock,
        iterations=1,  # calls: the works have iterations of different sizes
        segment_seconds=setting.segment_seconds,
        devices={name: getattr(each.trainer.mesh, "size", 1) for name, each in found.items()},
    )


if __name__ == "__main__":
    main()
