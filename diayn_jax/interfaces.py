"""The seams of a trainer: what an objective, an agent and a learner are.

A run is an environment × a skill space × an objective × a learner. `envs.Env` and
`skills.SkillSpace` are the other two seams. Shapes by the legend of `types`.
"""

import dataclasses
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax.config import CATEGORICAL
from diayn_jax.optimizer import Optimizer
from diayn_jax.skills import SkillSpace
from diayn_jax.types import (
    Array,
    Batch,
    HParams,
    Key,
    Metrics,
    ObservedRows,
    Pixels,
    PyTree,
    ScoredStep,
    Step,
    Windows,
)


class ProblemSpec(NamedTuple):
    """What an objective and an agent are made for: sizes, the skills, and where gradients are summed."""

    skills: SkillSpace
    feature_size: int  # F
    input_size: int  # S, what the critics see; of an image its latent, and the features beside it
    policy_dims: tuple[int, ...] | None  # places of that input which the policy sees; None: all
    action_size: int  # A
    num_actions: int | None  # of discrete actions; None: they are vectors in (−1, 1)
    image_shape: tuple[int, int, int] | None  # H, W, C where the observation is an image
    latent_size: int  # L
    optimizer: Optimizer
    # Named axes to sum gradients over: the mesh's, and for an objective that lanes share, theirs; () on one
    # device.
    axes: tuple[str, ...]
    reward_shape: tuple[int, ...] = ()  # of one row's reward: () or (d,), as the objective declares it
    # (values [..., d], skill [..., *]) -> [...]: what a vector of values is worth; None of numbers
    scalarize: Callable[[Array, Array], Array] | None = None
    objective: "Objective | None" = None  # for a whole learner, which trains it; None for all others


def empty_noise(key: Key) -> PyTree:
    """Of an objective or agent that draws nothing."""
    del key
    return ()


def identity(state: PyTree) -> PyTree:
    """Of an objective or agent all of whose state is needed after training too."""
    return state


class EpisodeAccess(NamedTuple):
    """Which states of a row's episode an objective wants in `Batch.episode`."""

    steps_ahead: int = 1  # c, of s_{t+c}


class Objective(NamedTuple):
    """What is rewarded. Its networks and dual variables are in its own state.

    - `reward(state, batch, hparams)` gives the reward of each row, before `reward_scale`.
      `batch.objective_noise` holds `noise` for each row on every path: replay, rollouts and windows.
    - `score(state, step, hparams)` gives the figure of a step that is acted or evaluated. No noise is drawn
      for it.
    - `noise(key)` is drawn for all rows of all batches of an iteration at once, because draws one update
      at a time are slow on CPUs.
    - `loss`, on this device's rows, is what an encoder of images may descend beside the critics'.
    - `policy_state` leaves out of the state what training alone needs.
    - `raw_features` says that it wants φ in its own units beside the normalised φ, in batches and steps.
    - `reward_shape` is (d,) where a reward is a vector, as of successor features; values then have this shape
      too. `scalarize(values [..., d], skill [..., *])` says what they are worth to a skill, [...], such as
      ψ · z. Agents take vectors where their row says so (`AgentSpec.vector_rewards`).
    - `observe(state, memory, rows, hparams)` gets all rows of an iteration in the order of time
      (`ObservedRows`), before anything is learned from them, and gives the state and the memory. The memory
      is what it keeps of each environment, leaves [E, ...], such as the return so far; `init_memory(E)` makes
      it. The memory is split over devices, as environments are; the state is the same on every device, so
      what goes from the memory into the state is summed over `ProblemSpec.axes`.
    - `episode` asks for other states of a row's episode, in `Batch.episode`. Only replay has them.
    - `follow(state, skills)` gets the state of the prior (`skills.MovingPrior`) when the run begins and each
      time the prior has moved. An objective without it does not read a prior that moves.
    - `relabel(state, batch, hparams)` gives the skills [B, ...] by which the objective and the agent learn
      from rows of replay, in place of those that acted.

    Hyperparameters are those of the moment: annealed rates, and `updates` (how many there were before this
    iteration) in `update`, `reward` and `loss`; those of the run in `score`.
    """

    init: Callable[[Key, HParams], PyTree]
    update: Callable[[PyTree, Batch, HParams], tuple[PyTree, Metrics]]
    reward: Callable[[PyTree, Batch, HParams], Array]  # [B, *reward_shape]
    score: Callable[[PyTree, ScoredStep, HParams], Array]  # [...]
    noise: Callable[[Key], PyTree] = empty_noise  # of one row
    log_probs: Callable[[PyTree, Array], Array] | None = None  # φ [..., F] -> log q(z|φ) [..., K]
    embed: Callable[[PyTree, Array], Array] | None = None  # φ [..., F] -> [..., d], whose steps follow z
    loss: Callable[[PyTree, Batch, HParams], Array] | None = None  # []
    policy_state: Callable[[PyTree], PyTree] = identity  # state -> a smaller one, for all but init and update
    raw_features: bool = False
    reward_shape: tuple[int, ...] = ()
    scalarize: Callable[[Array, Array], Array] | None = None
    init_memory: Callable[[int], PyTree] | None = None
    observe: Callable[[PyTree, PyTree, ObservedRows, HParams], tuple[PyTree, PyTree]] | None = None
    episode: EpisodeAccess | None = None
    relabel: Callable[[PyTree, Batch, HParams], Array] | None = None
    follow: Callable[[PyTree, PyTree], PyTree] | None = None


class WindowLearner(NamedTuple):
    """What an agent learns from windows of successive steps, beside the transitions that `Agent.update` gets.

    - `length` is T, the most steps in a window; `updates` is how many there are in an iteration, after those
      of `Agent.update`.
    - `rows_before(extras)` says how many rows before each of the rows drawn its window begins: leaves
      [B, ...] -> [B].
    - `update(state, windows, reward [B, T], hparams)`, of the objective's reward, scaled, gives the state and
      metrics. Its state is dropped where none of the windows is whole. `noise` is drawn for each window.
    - `setting` is the name of the setting that `length` is, for messages; empty where there is none.
    """

    length: int
    updates: int
    rows_before: Callable[[PyTree], Array]
    update: Callable[[PyTree, Windows, Array, HParams], tuple[PyTree, Metrics]]
    noise: Callable[[Key], PyTree] = empty_noise
    setting: str = ""


class Agent(NamedTuple):
    """An algorithm that improves a policy from batches of a replay; `training.learners.off_policy` trains it.

    `act` takes (state, input [E, S] or Pixels, skill [E, ...], row keys [E] or None) and gives the
    policy's action, its mode without keys. `update` takes (state, batch, reward [B], hparams); beside the
    hyperparameters, hparams hold `updates`, how many there were before this iteration. An agent with an
    encoder of images adds `Batch.latent_gradient` to what the encoder descends. `policy_state` leaves out of
    the state what `act` and `latent` do not need, such as critics and optimisers.

    `warm_start(state, other, z, critics)` is for finetuning: `state`, of an agent without skills, with the
    policy that `other` of a like agent has for the skill z [Z], as encoded; with its critics too where asked.
    An agent with options has K of SAC's skills for them, z [K, Z].

    An agent that carries something through an episode, such as an option or a goal, has `start` and `step`,
    by which it acts instead of by `act` (see `Learner.act`); its `act` is of an episode's first step. What
    `step` gives beside the action is kept with the row, and comes back as `Batch.extras`.
    `accumulate_metrics(state, extras, valid)` gets what was kept in this iteration, leaves [T, E, ...] and
    valid [T, E], and returns the state and metrics. `windows` is for what is learned from several steps at
    once. `raw_features` says that the agent rewards how φ changes, so that batches have φ in its own units
    too. If φ is the latent of the agent's encoder, batches have the latents by the parameters that come with
    them.
    """

    init: Callable[[Key, HParams], PyTree]
    act: Callable[[PyTree, Array | Pixels, Array, Array | None], Array]
    update: Callable[[PyTree, Batch, Array, HParams], tuple[PyTree, Metrics]]
    noise: Callable[[Key], PyTree] = empty_noise  # of one row
    latent: Callable[[PyTree, Array | Pixels], Array] | None = None  # Pixels -> [..., L]
    policy_state: Callable[[PyTree], PyTree] = identity
    # (state, z [Z]) -> the state, as of `policy_state`, of such an agent without skills that acts as by z
    fold_skill: Callable[[PyTree, Array], PyTree] | None = None
    warm_start: Callable[[PyTree, PyTree, Array, bool], PyTree] | None = None
    start: Callable[[PyTree, Key], PyTree] | None = None  # as `Learner.start`
    # (state, actor, obs, skill, first, keys, features) -> actions, extras, actors: see `Learner.act`
    step: Callable[..., tuple[Array, PyTree, PyTree]] | None = None
    accumulate_metrics: Callable[[PyTree, PyTree, Array], tuple[PyTree, Metrics]] | None = None
    windows: WindowLearner | None = None
    raw_features: bool = False


class RolloutBatch(NamedTuple):
    """The rows of a rollout in their order."""

    batch: Batch  # leaves [T, E, ...]; its `next_obs` and `next_features` are of the states after each row
    valid: Array  # [T, E], bool: which rows are steps; the others are episodes' last states


class OnPolicyAgent(NamedTuple):
    """An algorithm that improves a policy from its own last rollout, see `training.learners.on_policy`.

    `act` is as of `Agent`. `sample(state, obs [E, S], skill [E, ...], row keys [E])` gives the actions of a
    rollout, and what is stored with them (`Step.extras`), such as their log probability. `values` gives
    V(s, z) [B]. `update` takes (state, batch, advantage [B], target [B] of the values, hparams);
    `batch.reward` is the environment's. The rest is as of
    `Agent`: one that has `step` acts by it in rollouts too, and not by `sample`. Its settings are, or
    inherit, `agents.settings.RolloutSettings`.

    `estimate(state, rollout, reward [T, E], hparams)`, of the objective's reward, scaled, gives the
    advantages and targets that `update` learns from, pytrees with leaves [T, E, ...]; each leaf of the
    advantages is normalised over the valid rows, and is 0 on the others. None: generalised advantages by
    `values`, and the returns that they make.
    """

    init: Callable[[Key, HParams], PyTree]
    act: Callable[[PyTree, Array | Pixels, Array, Array | None], Array]
    sample: Callable[[PyTree, Array | Pixels, Array, Array], tuple[Array, PyTree]]
    values: Callable[[PyTree, Array | Pixels, Array], Array]
    update: Callable[..., tuple[PyTree, Metrics]]
    noise: Callable[[Key], PyTree] = empty_noise  # of one row
    latent: Callable[[PyTree, Array | Pixels], Array] | None = None
    policy_state: Callable[[PyTree], PyTree] = identity
    fold_skill: Callable[[PyTree, Array], PyTree] | None = None
    warm_start: Callable[[PyTree, PyTree, Array, bool], PyTree] | None = None
    start: Callable[[PyTree, Key], PyTree] | None = None
    step: Callable[..., tuple[Array, PyTree, PyTree]] | None = None
    accumulate_metrics: Callable[[PyTree, PyTree, Array], tuple[PyTree, Metrics]] | None = None
    estimate: Callable[[PyTree, RolloutBatch, Array, HParams], tuple[PyTree, PyTree]] | None = None
    raw_features: bool = False


@dataclasses.dataclass(frozen=True, kw_only=True)
class NoSettings:
    """Of an objective or agent without settings of its own."""


class Diagnosis(NamedTuple):
    """A failure that shows in an epoch's metrics."""

    status: str  # what is wrong, short enough for the progress line
    advice: str  # why, and what to try


class ObjectiveSpec(NamedTuple):
    """A row of the table of objectives.

    `shared_over_lanes` says that the lanes of a sweep are islands with one objective: it learns from the
    batches of all lanes, each of which weighs the same. Each lane has a copy, so its checkpoint is whole.
    Lanes of one program then cannot differ in the objective's own settings. A run by itself is one island.

    `make(config, problem)`: the config has the fields of `settings`. `defaults` are config fields
    that suit it, and `env_defaults` those for an environment, by name, or by name and a backend that was
    given (`ant:native`). `diagnose(config, metrics)` names the failure that an epoch's metrics show, or
    gives None; it is asked once the first tenth of a run is over, because much looks like failure at the
    start.
    """

    make: Callable[[Any, ProblemSpec], Objective]
    settings: type = NoSettings
    skills: str = CATEGORICAL  # what --skills=auto is
    skill_kinds: tuple[str, ...] | None = None  # kinds of --skills that it takes; None: any
    defaults: Mapping[str, Any] = MappingProxyType({})
    env_defaults: Mapping[str, Mapping[str, Any]] = MappingProxyType({})
    diagnose: Callable[[Any, Mapping[str, float | None]], Diagnosis | None] = lambda config, metrics: None
    shared_over_lanes: bool = False


class AgentSpec(NamedTuple):
    """A row of the table of agents.

    `make(config, problem)`: the config has the fields of `settings`. `hparams(config, action_size)`
    gives the traced settings that are words in the config, such as `auto`. `defaults` are config fields that
    suit it, `preset_defaults` those under a preset, by name, and `needs` those without which it does not
    work, over all other defaults. `diagnose` is as of `ObjectiveSpec`.
    """

    make: Callable[[Any, ProblemSpec], Agent | OnPolicyAgent]
    settings: type = NoSettings
    hparams: Callable[[Any, int], Mapping[str, float]] = lambda config, action_size: {}
    discrete_actions: bool = False  # whether it takes discrete actions
    defaults: Mapping[str, Any] = MappingProxyType({})
    vector_actions: bool | None = None  # whether it takes vectors in (−1, 1); None: where it takes no others
    preset_defaults: Mapping[str, Mapping[str, Any]] = MappingProxyType({})
    needs: Mapping[str, Any] = MappingProxyType({})
    diagnose: Callable[[Any, Mapping[str, float | None]], Diagnosis | None] = lambda config, metrics: None
    vector_rewards: bool = False  # whether it learns values of any `ProblemSpec.reward_shape`

    def takes(self, discrete: bool) -> bool:
        """Whether it takes actions of that kind."""
        return _takes(self, discrete)


class LearnerSpec(NamedTuple):
    """A row of the table of agents that makes a whole learner, such as evolution strategies.

    `make(config, problem)` gives the `Learner`, which trains `problem.objective` too.
    `memory(config, problem)` says how many bytes it takes over all devices, by what they are for, beside its
    states and what it keeps. `settings` set `on_policy`, or the run takes the settings of a replay. The other
    fields are those of `AgentSpec`.
    """

    make: "Callable[[Any, ProblemSpec], Learner]"
    settings: type = NoSettings
    memory: Callable[[Any, ProblemSpec], Mapping[str, int]] = lambda config, problem: {}
    hparams: Callable[[Any, int], Mapping[str, float]] = lambda config, action_size: {}
    discrete_actions: bool = False
    defaults: Mapping[str, Any] = MappingProxyType({})
    vector_actions: bool | None = None
    preset_defaults: Mapping[str, Mapping[str, Any]] = MappingProxyType({})
    needs: Mapping[str, Any] = MappingProxyType({})
    diagnose: Callable[[Any, Mapping[str, float | None]], Diagnosis | None] = lambda config, metrics: None
    vector_rewards: bool = False

    def takes(self, discrete: bool) -> bool:
        """Whether it takes actions of that kind."""
        return _takes(self, discrete)


def _takes(spec: AgentSpec | LearnerSpec, discrete: bool) -> bool:
    if discrete:
        return spec.discrete_actions
    return not spec.discrete_actions if spec.vector_actions is None else spec.vector_actions


class FinalObservation(NamedTuple):
    """The states that a rollout has led to, as rows hold theirs."""

    obs: Array  # [E, O], raw; of stacked frames all
    features: Array  # [E, F'], raw


class PolicyInput(NamedTuple):
    """What E policies act by."""

    obs: Array | Pixels  # [E, S], what the agent sees
    skill: Array  # [E, ...], as stored
    first: Array  # [E], bool: this is an episode's first step
    features: Array  # [E, F], φ(s) in its own units, which do not move as normalised ones do


class LearnerState(NamedTuple):
    """What learning changes."""

    agent: PyTree
    objective: PyTree
    replay: PyTree
    skills: PyTree = ()  # of `MovingPrior`; () where the prior stays


class LearningInputs(NamedTuple):
    """What learning gets beside its state."""

    last: FinalObservation  # the states that the newest row has led to
    statistics: PyTree  # running statistics, by which batches are normalised
    hparams: HParams
    key: Key
    # The rows of this iteration, `RolloutBatch`, if the learner asks for them (`wants_rollout`). Weights are
    # 1, and 0 on rows that are no step.
    rollout: PyTree = ()


def _copied(replay: PyTree, slices: int) -> PyTree:
    del slices
    return jax.tree.map(jnp.copy, replay)


def _kept(after: PyTree, kept: PyTree) -> PyTree:
    del after
    return kept


class Learner(NamedTuple):
    """How a policy improves: what acts, what is kept of what happened, and what is learned from it.

    The agent's state (networks, optimisers) is apart from the experience that it learns from (a
    ring, the last rollout), because acting, evaluation and loading need the first alone. An actor is
    what a policy carries through an episode beside the skill, such as an option or a goal; () where
    there is nothing.

    - `init(key, hparams)` gives the agent's state, `init_replay(row)` an empty store for rows such as
      this one (leaves [E, ...]).
    - `start(agent, keys [E])` gives the actors of E new episodes.
    - `act(agent, actor, seen, keys [E] or None)` gives actions, extras to store with the row, and the actors.
    - `record(replay, row)` keeps a row; gives the replay and a tally [C], which the trainer sums over
      devices and hands to `add_tally(replay, tally)`.
    - `learn(state, inputs)` gives the state after an iteration's updates, and metrics.
    - `keep(replay, slices)` copies what the next so many rows of each environment will change, and
      `undo(after, kept)` gives the replay before these rows. By themselves they copy all of it.
    - `policy_state` leaves out of the agent's state what acting does not need.
    """

    init: Callable[[Key, HParams], PyTree]
    init_replay: Callable[[Step], PyTree]
    start: Callable[[PyTree, Key], PyTree]
    act: Callable[[PyTree, PyTree, PolicyInput, Key | None], tuple[Array, PyTree, PyTree]]
    record: Callable[[PyTree, Step], tuple[PyTree, Array]]
    add_tally: Callable[[PyTree, Array], PyTree]
    learn: Callable[[LearnerState, LearningInputs], tuple[LearnerState, Metrics]]
    updates_per_iteration: int
    capacity: int  # transitions kept, over all devices
    extras_bytes: int  # of what `act` stores with a transition
    replay_specs: PyTree  # a `PartitionSpec` for each part of the replay
    replay_lanes: PyTree  # the axis of a sweep's lanes of each part; None: shared
    latent: Callable[[PyTree, Array | Pixels], Array] | None = None
    warm_start: Callable[[PyTree, PyTree, Array, bool], PyTree] | None = None  # as `Agent.warm_start`
    keep: Callable[[PyTree, int], PyTree] = _copied
    undo: Callable[[PyTree, PyTree], PyTree] = _kept
    policy_state: Callable[[PyTree], PyTree] = identity
    wants_rollout: bool = False
