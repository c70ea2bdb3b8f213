"""Plays with a run's skills on a page: `diayn play runs/ant/NAME`."""

import dataclasses
import os
from pathlib import Path
from typing import Any

import numpy as np

from diayn_jax import envs, number_format
from diayn_jax.config import ConfigError, check_whole, in_arguments
from diayn_jax.records import Record, Say, plain, silent
from diayn_jax.show.page import physics_part, render_play
from diayn_jax.show.players.live import look_of, world_of
from diayn_jax.show.report.header import skills_of_page
from diayn_jax.show.shown_skills import shown_skills
from diayn_jax.storage import files, paths
from diayn_jax.use.choosing import skill_env_source
from diayn_jax.use.named_run import LATEST, Named, path_of, run_of, skills_of
from diayn_jax.use.play import network, physics, server, steering
from diayn_jax.use.play.rival import Rival, described, rival_of
from diayn_jax.use.play.simulation import Playground, controls_of
from diayn_jax.use.policy import Skills

PORT = 8650
_GRAVITIES = (0.0, 2.0, 0.05)  # of a page that simulates: lowest and highest factor, and the slider's step


@dataclasses.dataclass(frozen=True, repr=False)
class Played(Record):
    """What was played, or written to be played."""

    env: str
    skills: str
    written: tuple[Path, ...] = ()

    def lines(self) -> list[str]:
        """Returns what was played, and the size of the page."""
        sizes = [f", {file.stat().st_size / 1e6:.1f} MB" for file in self.written]
        return [f"{self.env}: {self.skills}{''.join(sizes)}"]

    def as_json(self) -> dict[str, Any]:
        """Returns the environment, the skills, and the file that was written."""
        return plain({"env": self.env, "skills": self.skills, "written": self.written})

    def cells(self) -> list[list[str]]:
        """Returns a row for each fact."""
        return [["", ""], ["env", self.env], ["skills", self.skills]]


@in_arguments
def play(
    run: Named,
    *,
    page: str | os.PathLike[str] | None = None,
    rival: Named | None = None,
    port: int = PORT,
    checkpoint: int | str = LATEST,
    trust: bool = False,
    say: Say = silent,
) -> Played:
    """Lets a person pick the skills of a robot while it moves, on a page; `diayn play`.

    Without `page` it serves until Ctrl-C (`KeyboardInterrupt`).

    Args:
      run: the directory of a run, or a `Run`.
      page: the file to write: a page that simulates the robot itself, by MuJoCo, and needs no server. None:
        the page is served.
      rival: a run of `diayn choose` over these skills, which plays the courses of the game before the person.
      port: the port of the server, on this machine only; 0: any free one.
      checkpoint: `latest`, `best`, or the checkpoint's environment steps.
      trust: lets the run import code of the user's own that it names.
      say: receives the address of the page.

    Raises:
      ConfigError: there is no such run; its environment cannot be drawn, or not be simulated in a page;
        the rival chooses among other skills; or the port cannot be used.
      CheckpointError: there is no such checkpoint.
      RunFileError: the page cannot be written.
    """
    if page is not None:
        return _write(run, rival, paths.out_page(page), checkpoint, trust)
    check_whole(low=0, port=port)
    loaded = run_of(run, checkpoint, trust=trust)
    playground = Playground(loaded, _rival(rival, loaded.skills, trust))
    name = name_of(run)

    def begun(serving: server.Serving) -> None:
        say(f"Play at {serving.address} (only on this machine; Ctrl-C stops it)")

    look = look_of(playground.scene)

    def page_at(path: str) -> str:
        held = playground.rival and {"steps": playground.rival.steps}
        source = {"kind": "server", "path": path, "rival": held}
        return page_of(playground.run.skills, name, source, look=look)

    try:
        server.play_served(playground, page_at, port, begun)
    except KeyboardInterrupt:
        say("")
    return Played(playground.env.name, shown_skills(playground.space).title)


def _rival(run: Named | None, skills: Skills, trust: bool) -> Rival | None:
    return None if run is None else rival_of(run, skills, trust=trust)


def _write(run: Named, rival: Named | None, target: Path, checkpoint: int | str, trust: bool) -> Played:
    skills, path = skills_of(run, checkpoint, trust=trust), path_of(run)
    check(skills)
    config = dataclasses.replace(skills.config, backend="native")
    env = skill_env_source.environment(config, "native", path, trust=trust)
    source = source_of(skills, env, _rival(rival, skills, trust))
    html = page_of(skills, name_of(run), source)
    files.write_atomic(target, html.encode())
    return Played(env.name, shown_skills(skills.space).title, (target,))


def check(skills: Skills) -> None:
    """Raises `ConfigError` for skills that a page without a server cannot have.

    Their policy cannot be described, or their environment does not run on MuJoCo.
    """
    network.check(skills)
    backends = envs.spec(skills.config.env).backends if skills.config.env in envs.specs() else ()
    if "native" not in backends:
        raise ConfigError(
            f"--page: {skills.interface.name} does not run on MuJoCo (--backend=native), which a page needs. "
            "Leave --page out: diayn play serves every environment."
        )


def name_of(run: Named) -> str:
    """Returns the name of a run's directory, if it has one."""
    path = path_of(run)
    return path.name if path else "not written"


def source_of(skills: Skills, env: envs.Env, rival: Rival | None = None) -> dict[str, Any]:
    """Returns what a page without a server simulates: `env`, on `native`, and the policies.

    Raises:
      ConfigError: the environment is more than MuJoCo's physics, or observes more than positions and
        velocities.
    """
    config = skills.config
    assert isinstance(env.scene, envs.MujocoScene)
    variation = envs.Variation(**{field: getattr(config, field) for field in envs.Variation._fields})
    described_physics, states = physics.describe(env, variation)
    observed = states.timestep

    def lacked_by(policy: Skills) -> np.ndarray:
        stored = [observed.features[part] for part in policy.components.feature_map.stored_names]
        return np.concatenate([np.zeros((len(observed.obs), 0)), *stored], axis=-1)

    def places(what: str, wanted: Any) -> list[physics.Place]:
        return physics.places_of(env, np.asarray(wanted), states, what)

    def rival_sees(policy: Skills) -> dict[str, Any]:
        more = lacked_by(policy) if policy.config.agent_sees_features else np.zeros((len(observed.obs), 0))
        return {"seen": places("the observation", observed.obs), "lacked": places("the features", more)}

    lacked = lacked_by(skills)
    seen = np.concatenate([observed.obs, lacked], axis=-1) if config.agent_sees_features else observed.obs
    belief = network.belief_of(skills)
    features: list[physics.Place] = []
    if belief is not None:
        features = places("the features", skills.features_of(skills.params, observed.obs, lacked))
    return {
        "kind": "mujoco",
        "physics": described_physics,
        "policy": network.policy_of(skills),
        "seen": places("the observation", seen),
        "belief": belief,
        "features": features,
        "rival": rival and {**described(rival), **rival_sees(rival.policy)},
        "world": {
            "world": world_of(env.scene, states.q[0]),
            "step_seconds": float(env.dt),
            "dt": float(env.dt),
            "controls": controls_of(config, env, _GRAVITIES),
            "belief": None if belief is None else belief["kind"],
            "rewarded": False,
        },
    }


def page_of(
    skills: Skills,
    name: str,
    source: dict[str, Any],
    dance: dict[str, Any] | None = None,
    look: str | None = None,
) -> str:
    """Returns the page of skills, as HTML.

    Args:
      skills: the skills.
      name: their run's name.
      source: what simulates their robot.
      dance: the song and the programme of a dance, see use/dance/live.py; None: the robot does not dance.
      look: how a camera looks at the robot of a server, see `bodies.view_of`; None: there is no camera.
    """
    if source["kind"] == "mujoco":
        look = source["world"]["world"]["view"]["look"]
    shown, space, steers = shown_skills(skills.space), skills.space, steering.steering(skills, look)
    data = {
        "title": f"{skills.interface.name}, {shown.title}",
        "name": name,
        "facts": [skills.config.objective, f"{number_format.count(skills.env_steps)} steps"],
        "skills": {
            **skills_of_page(shown),
            "space": space.name.partition(":")[0],
            "probes": np.asarray(space.probes),
            "steering": steers,
            "colours": shown.colours,
            "dark_colours": shown.dark_colours,
        },
        "source": source,
        "dance": dance,
    }
    return render_play(data, physics_part() if source["kind"] == "mujoco" else "")
