"""An objective such as a user may write: the length of a step along x and y, each times a setting."""

import dataclasses

from diayn_jax.config import Range, field
from diayn_jax.interfaces import Objective, ObjectiveSpec


@dataclasses.dataclass(frozen=True, kw_only=True)
class Settings:
    along: float = field(1.0, "what a step along x is worth", "objective", traced=True)
    across: float = field(0.0, "what a step along y is worth", "objective", Range(low=0))


def make_mine(config, problem):
    assert problem.feature_size == 2

    def worth(step, along):
        return along * step[..., 0] + config.across * step[..., 1]

    def score(state, step, hparams):
        return worth(step.next_features - step.features, state)

    return Objective(
        init=lambda key, hparams: hparams["along"],
        update=lambda state, batch, hparams: (state, {"along": hparams["along"]}),
        reward=lambda state, batch, hparams: worth(batch.next_features - batch.features, state),
        score=score,
    )


mine = ObjectiveSpec(
    make_mine, Settings, skill_space="none", skill_kinds=("none",), defaults={"normalize": False}
)
