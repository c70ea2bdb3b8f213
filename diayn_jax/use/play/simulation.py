"""Steps a run's policy in its environment, one step at a time, with a skill that a person picks."""

import contextlib
import threading
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import envs, training
from diayn_jax.config import Config, ConfigError
from diayn_jax.evaluation import evaluators
from diayn_jax.show.players.live import placer_of, world_of
from diayn_jax.training import PolicyParts, Seen, Trainer
from diayn_jax.types import Array, Key, PyTree, Timestep
from diayn_jax.use import skill_inputs
from diayn_jax.use.loaded_run import Run
from diayn_jax.use.play.rival import Rival, chooser_of

SLOWEST, FASTEST = 0.05, 4.0  # factors on the speed
GRAVITIES = (0.25, 2.0, 0.25)  # lowest and highest factor of the gravity, and the slider's step
# As in recorded episodes (show/web/src/player/clock.js).
NO_CLOCK = 0.2  # seconds; a world with longer steps has no clock
THEIR_STEP = 0.05  # seconds for which a step of such a world is shown
WISHES = {"skill", "speed", "motors", "paused", "reset"}
FARTHEST = 1e6  # metres to a goal
_MOST_STEPS = 1000  # that a rival asks for at once
_RATE = 60  # frames per second that are sent at most

# Why an episode began anew in a frame.
GOES_ON, ENDED, BROKE_DOWN, ASKED = range(4)


class _Moment(NamedTuple):
    """A moment of an episode; leaves [1, ...]."""

    timestep: Timestep
    actor: PyTree
    first: Array


class _Shown(NamedTuple):
    """What a step shows."""

    reward: Array  # []
    terminated: Array  # []
    sound: Array  # []
    pose: Array  # [...], as the scene has it
    belief: Array  # [K], log q(z|φ(s')); [d], how far the map φ has moved; [0] if there is neither


class Program(NamedTuple):
    """The compiled functions of one environment."""

    env: envs.Env
    start: Callable[[PolicyParts, Key], tuple[_Moment, Array]]
    step: Callable[[PolicyParts, _Moment, Any, Any], tuple[_Moment, _Shown]]  # (…, skill, factors [A])


def _make_program(trainer: Trainer, env: envs.Env) -> Program:
    components, scene = trainer.components, env.scene
    assert scene is not None
    objective, stored_of = components.objective, components.feature_map.stored

    @jax.jit
    def start(parts: PolicyParts, key: Key) -> tuple[_Moment, Array]:
        keys = jax.random.split(key, 2)
        begun = env.reset(jax.random.key_data(keys[:1]))
        actor = trainer.start(parts, keys[1:])
        return _Moment(begun, actor, jnp.ones(1, bool)), scene.pose(begun.state)[0]

    @jax.jit
    def step(parts: PolicyParts, moment: _Moment, skill: Array, factors: Array) -> tuple[_Moment, _Shown]:
        before = moment.timestep
        stored = stored_of(before)
        action, actor = trainer.act(parts, moment.actor, before.obs, stored, skill[None], moment.first, None)
        if env.num_actions is None:
            action = action * factors
        after = env.step(before.state, action)
        old, new = Seen(before.obs, stored), Seen(after.obs, stored_of(after))
        scored = components.scored_step(parts, old, new, skill[None], after.reward)
        belief = jnp.zeros((1, 0))
        if objective.log_probs is not None:
            belief = objective.log_probs(parts.objective, scored.next_features)
        elif objective.embed is not None:
            embed = objective.embed
            belief = embed(parts.objective, scored.next_features) - embed(parts.objective, scored.features)
        sound = envs.is_sound(after)
        shown = _Shown(after.reward, after.terminated, sound, scene.pose(after.state), belief)
        return _Moment(after, actor, jnp.zeros(1, bool)), jax.tree.map(lambda x: x[0], shown)

    return Program(env, evaluators.playing(env, start), evaluators.playing(env, step))


class Playground:
    """A run that is played. Its programs are compiled once and shared by all sessions."""

    def __init__(self, run: Run, rival: Rival | None = None):
        """Checks that the run can be played; `rival` chooses its skills in games.

        Raises:
          ConfigError: the environment has no `scene`, or does not run on this machine.
        """
        env = run.evaluator.env
        if env.scene is None:
            raise ConfigError(
                f"{env.name} has no `scene`, so it cannot be drawn. Give its Env a `scene` "
                "(docs/how_to/own_environment.md)."
            )
        envs.check_playable(env.backend)
        self.run, self.env, self.scene = run, env, env.scene
        self.parts = training.policy_parts(run.state)
        self.space = run.trainer.components.skills
        self.rival = rival
        self.choose = None if rival is None else chooser_of(rival)
        self._programs: dict[float, Program] = {}
        self._idle: list[Program] = []  # whose simulators are closed, and which another session may use
        self._lock = threading.Lock()

    @property
    def step_seconds(self) -> float:
        """The seconds for which a step is shown at normal speed."""
        return THEIR_STEP if self.env.dt > NO_CLOCK else float(self.env.dt)

    @property
    def controls(self) -> dict[str, Any]:
        """What can be changed while it moves."""
        return controls_of(self.run.config, self.env, GRAVITIES)

    @property
    def belief(self) -> str | None:
        """What a step shows: belief in `skills`, the `direction` in which a map moves, or None."""
        objective = self.run.trainer.components.objective
        return (
            "skills"
            if objective.log_probs is not None
            else "direction"
            if objective.embed is not None
            else None
        )

    @property
    def belief_size(self) -> int:
        """K for a classifier, d for a map, 0 if there is neither."""
        if self.belief is None:
            return 0
        return self.space.num_skills if self.space.num_skills is not None else self.space.size

    def program(self, gravity: float) -> Program:
        """Returns the compiled functions under this factor on the gravity.

        Simulators that hold their own state belong to one session; give the program back by `end`.
        """
        if self.env.simulator is not None:
            with self._lock:
                if self._idle:
                    return self._idle.pop()
            return _make_program(self.run.trainer, self.env.separate_copy())
        with self._lock:
            if gravity not in self._programs:
                own = gravity == self.run.config.gravity
                env = self.env if own else self.run.in_environment(gravity=gravity).env
                self._programs[gravity] = _make_program(self.run.trainer, env)
            return self._programs[gravity]

    def end(self, program: Program) -> None:
        """Takes a program back that no session uses any more, and ends its simulators if it has its own."""
        if self.env.simulator is not None:
            program.env.close()
            with self._lock:
                self._idle.append(program)

    def world(self, pose: np.ndarray) -> dict[str, Any]:
        """Returns what the page needs before the first frame, in JSON's types."""
        return {
            "world": world_of(self.scene, pose),
            "step_seconds": self.step_seconds,
            "dt": float(self.env.dt),
            "controls": self.controls,
            "belief": self.belief,
            "belief_size": self.belief_size,
            "rewarded": True,
        }


def controls_of(config: Config, env: envs.Env, gravities: tuple[float, float, float]) -> dict[str, Any]:
    """Returns the range of the gravity and the names of the motors; None for what cannot be changed.

    `gravities` are the lowest and the highest factor, and the slider's step.
    """
    allowed = envs.spec(config.env).variations if config.env in envs.specs() else ()
    low, high, step = gravities
    gravity = {"low": low, "high": high, "step": step, "value": config.gravity}
    # The actions of a run that chooses skills are no motors.
    acts = env.num_actions is None and not config.choose_from
    breakable = "joint_damage" in allowed and acts and not config.joint_damage
    return {
        "gravity": gravity if "gravity" in allowed else None,
        "motors": _motors(env) if breakable else None,
    }


def _motors(env: envs.Env) -> list[str]:
    """Returns the names of an environment's actuators, from its MuJoCo model if it has one."""
    names = [f"motor {i}" for i in range(env.action_size)]
    if isinstance(env.scene, envs.MujocoScene):
        import mujoco

        model = env.scene.model()
        if model.nu == env.action_size:
            for i in range(model.nu):
                joint = int(model.actuator_trnid[i, 0])
                own = mujoco.mj_id2name(model, mujoco.mjtObj.mjOBJ_ACTUATOR, i)
                names[i] = own or mujoco.mj_id2name(model, mujoco.mjtObj.mjOBJ_JOINT, joint) or names[i]
    return [name.replace("_", " ") for name in names]


class Session:
    """One player's simulation. `apply` takes the player's wishes, and `advance` makes the next frame."""

    def __init__(self, playground: Playground, seed: int = 0):
        """Compiles the program if no session has yet, and starts an episode."""
        self.playground = playground
        self.gravity = playground.run.config.gravity
        self.paused, self.speed = False, 1.0
        self._key = jax.random.key(seed)
        self._skill = np.asarray(playground.space.probes)[0]
        self._factors = np.ones(playground.env.action_size, np.float32)
        self._place = placer_of(playground.scene)
        self._program = playground.program(self.gravity)
        self.is_asked = False  # for a new episode, which the next frame will show
        self._moves = threading.Lock()  # held while it steps
        self._moment: _Moment
        self._steps: int  # since the beginning of the episode
        self._total: float  # the return
        with contextlib.ExitStack() as failing:
            failing.callback(self.close)
            self.world = playground.world(self._begin())
            self.advance()  # compiles the step
            self._begin()
            failing.pop_all()

    @property
    def seconds(self) -> float:
        """The seconds between two frames."""
        return self.playground.step_seconds * self._steps_per_frame / self.speed

    @property
    def _steps_per_frame(self) -> int:
        return max(1, int(self.speed / self.playground.step_seconds / _RATE + 1e-6))

    def apply(self, wish: Any) -> None:
        """Applies a wish: an object with `skill`, `speed`, `motors`, `paused` or `reset`.

        Raises:
          ValueError: it is no such object, or a value is wrong.
        """
        if not isinstance(wish, Mapping) or not wish.keys() <= WISHES:
            raise ValueError("a wish has skill, speed, motors, paused or reset.")
        if "skill" in wish:
            self._skill = np.asarray(skill_inputs.skills(wish["skill"], self.playground.space, ()))
        if "speed" in wish:
            self.speed = float(_numbers("speed", [wish["speed"]], 1, SLOWEST, FASTEST)[0])
        if "motors" in wish:
            self._factors = _numbers("motors", wish["motors"], len(self._factors), 0.0, 1.0)
        if "paused" in wish:
            self.paused = bool(wish["paused"])
        if wish.get("reset"):
            self.is_asked = True

    def use_gravity(self, gravity: float) -> None:
        """Continues under another gravity; it compiles if no session has used that one before.

        Raises:
          ValueError: the gravity is out of range, or the environment's cannot be changed.
        """
        if self.playground.controls["gravity"] is None:
            raise ValueError(f"the gravity of {self.playground.env.name} cannot be changed.")
        low, high, step = GRAVITIES
        gravity = round(float(_numbers("gravity", [gravity], 1, low, high)[0]) / step) * step
        program = self.playground.program(gravity)
        # Compile before the old program is replaced, so that it moves on meanwhile.
        program.step(self.playground.parts, self._moment, self._skill, self._factors)
        self.gravity, self._program = gravity, program

    def advance(self) -> bytes:
        """Steps to the next frame and returns it.

        A frame is float32, little-endian: the step, the reward, the return, why an episode began here, and
        the belief; then come the bytes of `placer_of`.
        """
        with self._moves:
            why = ASKED if self.is_asked else self._ended
            if why != GOES_ON:
                return self._frame(self._begin(), 0.0, why)
            for _ in range(self._steps_per_frame):
                pose, reward = self._step()
                if self._ended != GOES_ON:
                    break
            if self._ended == BROKE_DOWN:
                return self._frame(self._begin(), 0.0, BROKE_DOWN)
            return self._frame(pose, reward, GOES_ON)

    def answer(self, wish: Any) -> tuple[list[bytes], Any]:
        """Does what a rival of a game wishes; returns frames, and the skill that was chosen or None.

        Args:
          wish: {"begin": the number of a first state}; {"skill": …, "steps": how long it acts}, which ends
            early with an episode; or {"choose": [x, y, share]}: the way to a goal, m, and the share of the
            goals that are reached.

        Raises:
          ValueError: it is no such object, or a value is wrong.
        """
        match wish:
            case {"begin": int(number)}:
                self._key, self.is_asked = jax.random.key(abs(number) % 2**31), True
                return [self.advance()], None
            case {"skill": skill, "steps": int(steps)} if 1 <= steps <= _MOST_STEPS:
                self.apply({"skill": skill})
                before, frames = self._steps, [self.advance()]
                while before < self._steps < before + steps:
                    frames.append(self.advance())
                return frames, None
            case {"choose": task} if self.playground.choose is not None:
                return [], self.playground.choose(self._moment.timestep, _numbers("choose", task, 3))
            case _:
                raise ValueError("a rival wishes begin, skill and steps, or choose if there is a --rival.")

    def _frame(self, pose: np.ndarray, reward: float, why: int) -> bytes:
        head = np.array([self._steps, reward, self._total, why, *self._belief], "<f4")
        return head.tobytes() + self._place(pose)

    def _step(self) -> tuple[np.ndarray, float]:
        """Steps once; returns pose and reward. `_ended` then says whether the episode goes on."""
        moment, shown = self._program.step(self.playground.parts, self._moment, self._skill, self._factors)
        if not bool(shown.sound):
            self._ended = BROKE_DOWN
            return np.asarray(shown.pose), 0.0
        self._moment, self._belief = moment, np.asarray(shown.belief)
        reward = float(shown.reward)
        self._steps, self._total = self._steps + 1, self._total + reward
        if bool(shown.terminated):
            self._ended = ENDED
        return np.asarray(shown.pose), reward

    def _begin(self) -> np.ndarray:
        """Starts an episode; returns its first pose."""
        self._key, key = jax.random.split(self._key)
        self._moment, pose = self._program.start(self.playground.parts, key)
        self._steps, self._total, self._ended, self.is_asked = 0, 0.0, GOES_ON, False
        self._belief = np.zeros(self.playground.belief_size, np.float32)
        return np.asarray(pose)

    def close(self) -> None:
        """Ends the simulators of this session alone, if there are any, after the step that is being made."""
        with self._moves:
            self.playground.end(self._program)


def _numbers(name: str, given: Any, count: int, low: float = -FARTHEST, high: float = FARTHEST) -> np.ndarray:
    """Returns numbers [count] within bounds; raises `ValueError` for anything else."""
    found = np.asarray(given, np.float32)
    if found.shape != (count,) or not np.all((found >= low) & (found <= high)):
        raise ValueError(f"{name} takes {count} numbers from {low:g} to {high:g}.")
    return found
