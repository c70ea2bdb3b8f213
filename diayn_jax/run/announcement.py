"""The lines that are printed before runs begin, and the name in front of each lane's lines."""

from collections.abc import Sequence

from diayn_jax import number_format, training
from diayn_jax.machine import capacity
from diayn_jax.run import console, memory_plan
from diayn_jax.run.console import Console
from diayn_jax.run.plan import Plan
from diayn_jax.storage import checkpoint, files, provenance


class Named:
    """A screen for one of several lanes: it puts the lane's name in front of each line."""

    def __init__(self, screen: Console, name: str):
        """Wraps `screen`; `name` stands in front of each line."""
        self._screen = screen
        self._name = name

    def line(self, text: str) -> None:
        """Prints a line; see `Console.line`."""
        self._screen.line(f"[{self._name}] {text}" if text else text)

    def status(self, text: str, row: bool, done: float | None = None) -> None:
        """Shows a status; see `Console.status`."""
        self._screen.status(f"[{self._name}] {text}", row, done)


def announcement(plans: Sequence[Plan]) -> list[str]:
    """Returns the lines that say what will run, and where it writes its files."""
    plan = plans[0]
    config, trainer, env = plan.config, plan.trainer, plan.env
    device = provenance.device()
    stored = trainer.learner.capacity
    seeds = ", ".join(str(each.config.seed) for each in plans)
    lines = [
        f"{env.name} ({env.backend}), {config.objective}: "
        f"{console.skills_in_words(trainer.components.skills, trainer.components.feature_map.name)}, "
        f"{config.num_envs} environments, episodes of {config.episode_length} steps, "
        f"{number_format.count(config.num_env_steps)} steps, seed{'s' if len(plans) > 1 else ''} {seeds}"
    ]
    if len(plans) > 1:
        how = f"{len(plans)} runs train side by side in one program"
        if training.dealt_out(len(plans), plan.num_devices):
            how += f", {len(plans) // plan.num_devices} on each device"
        lines.append(how)
    if config.choose_from:
        lines.append(
            f"Every step is a choice: a skill of {config.choose_from} acts for {config.steps_per_choice} "
            "of the robot's steps"
        )
    if env.runs_on == "simulator":
        lines.append(
            f"The simulators of {env.name} run outside JAX, stepped from one device. Checkpoints do not hold "
            "their state: a resumed run starts new episodes."
        )
    lines += [
        f"Devices: {plan.num_devices} of {device['count']} {device['platform']} ({device['kind']})"
        + (f", in {device['processes']} processes" if device["processes"] > 1 else ""),
        f"{'Rollout' if config.on_policy else 'Replay'}: {number_format.count(stored)} transitions of "
        f"{trainer.bytes_per_transition} bytes, {stored * trainer.bytes_per_transition / 1e6:.1f} MB",
    ]
    memory = memory_plan.lane_memory(config, trainer, plan.shapes)
    free = "" if memory.free is None else f" of {capacity.gigabytes(memory.free)} available"
    lines.append(f"Memory: about {capacity.gigabytes(memory.of(len(plans)))}{free}")
    if plan.start is not None:
        lines.append(f"Starts from {plan.start.words}")
    if config.log_dir == files.NONE:
        return [*lines, "Nothing is written (--log_dir=none)"]
    kept = plan.shapes if config.checkpoint_replay else plan.shapes.replace(replay=())
    lines.append(
        f"Checkpoints: every {number_format.count(plan.schedule.checkpoint_every)} steps, up to "
        f"{checkpoint.size_in_bytes(kept) / 1e6:.1f} MB each; the last {config.keep_checkpoints} and "
        "the best are kept"
    )
    if not config.checkpoint_replay:
        lines.append(
            "Checkpoints do not hold the replay: a resumed run first fills it again without learning. Then "
            "it learns from little and recent data, and can collapse."
        )
    return [*lines, *(f"Writing to {each.directory}" for each in plans)]
