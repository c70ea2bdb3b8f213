"""Distils the solutions of an archive or a run into one policy."""

from collections.abc import Mapping
from typing import Any

from diayn_jax import envs
from diayn_jax.config import check_whole, in_arguments
from diayn_jax.interop.distil import distil_policies
from diayn_jax.interop.distilled import Distilled
from diayn_jax.output import Progress, silent
from diayn_jax.use.archives import solutions
from diayn_jax.use.named_run import LATEST


@in_arguments
def distil(
    source: solutions.Source,
    *,
    episodes: int = 8,
    rounds: int = 3,
    updates: int = 2000,
    checkpoint: int | str = LATEST,
    trust: bool = False,
    progress: Progress = silent,
    **fields: Any,
) -> Distilled:
    """Distils many solutions into one policy, with a skill for each of them; `diayn distil`.

    Args:
      source: the directory of a run, a `Run`, or the `.npz` file of an archive.
      episodes: the number of episodes of each solution in a round.
      rounds: the number of rounds of playing and learning; 1 is behaviour cloning.
      updates: the policy's updates in a round, and the discriminator's updates at the end.
      checkpoint: `latest`, `best`, or the checkpoint's environment steps.
      trust: lets the run or archive import code of the user's own that it names.
      progress: receives what is being done, and how many updates are finished.
      **fields: fields of the new run's config, such as `name` or `policy_hidden_sizes`. By default, the
        environment, its physics and the episode length are those of the solutions, and so are the features
        that they see.

    Raises:
      ConfigError: there is no such run or archive; the solutions do not fit the environment; a number is
        below 1; or a field is not allowed.
      CheckpointError: there is no such checkpoint.
      RunFileError: a file cannot be read or written.
    """
    check_whole(episodes=episodes, rounds=rounds, updates=updates)
    if "env" in fields:
        fields["env"] = envs.name_of(fields["env"])
        envs.canonical(fields["env"])
    progress("Reading the solutions")
    found = solutions.read(source, checkpoint, trust=trust, given=fields)
    numbers: dict[str, Any] = {"episodes": episodes, "rounds": rounds, "updates": updates}
    fields = _fields(found, fields)
    return distil_policies(found.policies, progress=progress, source=found.source, **numbers, **fields)


def _fields(found: solutions.Solutions, given: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the fields of the run: the given ones, or else those of the solutions.

    Raises `ConfigError` if neither names the environment.
    """
    settled = {name: found.setting(name, given) for name in ("env", "episode_length")}
    settled["env"] = envs.canonical(settled["env"])
    # The physics of the solutions' run apply only to the same environment.
    world = found.made_in if settled["env"] == found.made_in.get("env") else {}
    seen = {"features": "+".join(found.policies.appended)} if found.policies.appended else {}
    return {"report": "html", **world, **seen, **given, **settled}
