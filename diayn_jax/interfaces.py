"""The seams of a trainer: the records of functions that make an objective, an agent and a learner.

A run is an environment × a skill space × an objective × a learner. `envs.Env` and
`skills.SkillSpace` are the other two seams. `types` has the legend of the shapes.
"""

import dataclasses
from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax.config import CATEGORICAL
from diayn_jax.optimizer import Optimizer
from diayn_jax.skills import SkillSpace
from diayn_jax.symmetry import SkillSymmetry
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
    brief_repr,
)


class ProblemSpec(NamedTuple):
    """The problem that an objective and an agent solve: sizes, skills, and axes to sum gradients over."""

    skills: SkillSpace
    feature_size: int  # F
    input_size: int  # S, size of the critics' input; for an image: its latent and the appended features
    policy_dims: tuple[int, ...] | None  # indices of that input which the policy sees; None: all
    action_size: int  # A
    num_actions: int | None  # number of discrete actions; None: actions are vectors in (−1, 1)
    image_shape: tuple[int, int, int] | None  # H, W, C if the observation is an image
    latent_size: int  # L
    optimizer: Optimizer
    # Named axes to sum gradients over: the axis of the mesh, and the axis of the lanes if they share the
    # objective; () on one device.
    axes: tuple[str, ...]
    reward_shape: tuple[int, ...] = ()  # shape of one row's reward: () or (d,), see `Objective`
    # (values [..., d], skill [..., *]) -> [...]: turns a vector of values into one number; None if rewards
    # are numbers
    scalarize: Callable[[Array, Array], Array] | None = None
    symmetry: SkillSymmetry | None = None  # the symmetry that a symmetric objective has to keep; None: none
    objective: "Objective | None" = None  # set for `LearnerSpec` only: the objective that the learner trains


def empty_noise(key: Key) -> PyTree:
    """Returns (): the noise of an objective or agent that draws none."""
    del key
    return ()


def identity(state: PyTree) -> PyTree:
    """Returns the state: the `policy_state` of an objective or agent that leaves nothing out."""
    return state


class EpisodeAccess(NamedTuple):
    """Asks for other states of each row's episode, in `Batch.episode`."""

    steps_ahead: int = 1  # c: the batch has s_{t+c}


class Objective(NamedTuple):
    """Defines the reward. The state of an objective holds its networks and dual variables.

    - `reward(state, batch, hparams)` returns the reward of each row, before `reward_scale`.
      `batch.objective_noise` holds `noise` for each row on every path: replay, rollouts and windows.
    - `score(state, step, hparams)` returns the score of a step in acting or evaluation. It gets no noise.
    - `update(state, batch, hparams)` returns the state and metrics to log. Of an array, the mean is logged.
    - `noise(key)` is drawn for all rows of all batches of an iteration at once, because drawing it in each
      update is slow on CPUs.
    - `loss` is a loss on this device's rows. An encoder of images may descend it, in addition to the critics'
      loss.
    - `policy_state` removes the parts of the state that only training needs.
    - `raw_features` asks for φ in its own units in batches and steps, in addition to the normalised φ.
    - `reward_shape` is (d,) if a reward is a vector, for example for successor features. Values then have
      this shape too. `scalarize(values [..., d], skill [..., *])` returns the worth [...] of such values for
      a skill, such as ψ · z. Only agents with `AgentSpec.vector_rewards` take vectors.
    - `observe(state, memory, rows, hparams)` gets all rows of an iteration in the order of time
      (`ObservedRows`), before any learning from them. It returns the state and the memory. The memory holds
      data of each environment, leaves [E, ...], such as the return so far; `init_memory(E)` makes it. The
      memory is split over devices, like environments. The state is the same on every device, so sum over
      `ProblemSpec.axes` everything that goes from the memory into the state.
    - `episode` asks for other states of a row's episode, in `Batch.episode`. Only replay has them.
    - `follow(state, skills)` returns the state after a change of the prior. It gets the state of the prior
      (`skills.MovingPrior`) when the run begins and after each move of the prior. An objective without
      `follow` does not read a moving prior.
    - `copy_skills(state, sources [K])` returns the state in which skill k is told from others as skill
      sources[k] was, and a little apart from it. If sources[k] is k, the skill is unchanged.
    - `relabel(state, batch, hparams)` returns skills [B, ...]. The agent learns from rows of replay with
      these skills instead of the skills that acted, and `reward` rewards them. `update` gets the skills that
      acted. An objective that learns from other skills relabels the rows in `update`.

    `update`, `reward` and `loss` get the current hyperparameters: the annealed rates, `updates`, the number
    of updates before this iteration, and `running_return`, `TrainState.return_running`. `score` gets the
    hyperparameters of the run.
    """

    init: Callable[[Key, HParams], PyTree]
    update: Callable[[PyTree, Batch, HParams], tuple[PyTree, Metrics]]
    reward: Callable[[PyTree, Batch, HParams], Array]  # [B, *reward_shape]
    score: Callable[[PyTree, ScoredStep, HParams], Array]  # [...]
    noise: Callable[[Key], PyTree] = empty_noise  # for one row
    log_probs: Callable[[PyTree, Array], Array] | None = None  # φ [..., F] -> log q(z|φ) [..., K]
    embed: Callable[[PyTree, Array], Array] | None = None  # φ [..., F] -> [..., d]: its steps follow z
    loss: Callable[[PyTree, Batch, HParams], Array] | None = None  # []
    policy_state: Callable[[PyTree], PyTree] = identity  # state -> a smaller one; `update` needs all of it
    raw_features: bool = False
    reward_shape: tuple[int, ...] = ()
    scalarize: Callable[[Array, Array], Array] | None = None
    init_memory: Callable[[int], PyTree] | None = None
    observe: Callable[[PyTree, PyTree, ObservedRows, HParams], tuple[PyTree, PyTree]] | None = None
    episode: EpisodeAccess | None = None
    relabel: Callable[[PyTree, Batch, HParams], Array] | None = None
    follow: Callable[[PyTree, PyTree], PyTree] | None = None
    copy_skills: Callable[[PyTree, Array], PyTree] | None = None

    def __repr__(self) -> str:
        return brief_repr(self)


class WindowLearner(NamedTuple):
    """Lets an agent learn from windows of successive steps, in addition to transitions (`Agent.update`).

    - `length` is T, the maximum number of steps in a window.
    - `updates` is the number of window updates in an iteration. They follow the updates of `Agent.update`.
    - `rows_before(extras)` returns the number of rows from the first row of a window to the drawn row:
      leaves [B, ...] -> [B].
    - `update(state, windows, reward [B, T], hparams)` gets the scaled reward of the objective, and returns
      the state and metrics. If no window is whole, the trainer discards the state. `noise` is drawn for each
      window.
    - `setting` is the name of the setting that `length` comes from, for messages; empty if there is none.
    """

    length: int
    updates: int
    rows_before: Callable[[PyTree], Array]
    update: Callable[[PyTree, Windows, Array, HParams], tuple[PyTree, Metrics]]
    noise: Callable[[Key], PyTree] = empty_noise
    setting: str = ""


class Agent(NamedTuple):
    """Improves a policy from batches of replay. `training.learners.off_policy` trains it.

    - `act` takes (state, input [E, S] or Pixels, skill [E, ...], row keys [E] or None) and returns the
      policy's actions. Without keys, it returns the mode of the policy.
    - `update` takes (state, batch, reward [B], hparams). `hparams` holds the hyperparameters, `updates`, the
      number of updates before this iteration, and `running_return`, `TrainState.return_running`. An agent
      with an encoder of images adds `Batch.latent_gradient` to the gradient of the encoder.
    - `policy_state` removes the parts of the state that `act` and `latent` do not need, such as critics and
      optimisers.
    - `warm_start(state, other, z, critics)` is for finetuning. `state` belongs to an agent without skills,
      and `other` to a trained agent of the same kind. The result is `state` with the policy of `other` for
      the encoded skill z [Z], and with its critics if `critics`. An agent with options starts its K options
      from K skills of SAC, z [K, Z].
    - `turn(state, symmetry, number)` returns a state whose policy turns its observations by this symmetry,
      and turns its actions back. Skills are not turned. An agent takes `--symmetry` only if it has `turn` and
      none of `step`, `windows`, `estimate`, `accumulate_metrics` and `raw_features`.
    - `copy_skills(state, sources [K])` returns the state in which skill k acts, and is valued, as skill
      sources[k] was. A set of skills that grows uses it (`skills.MovingPrior`).
    - `start` and `step` are for an agent that carries something through an episode, such as an option or a
      goal. It acts by `step` instead of `act` (see `Learner.act`); its `act` is for the first step of an
      episode. The row stores the extras that `step` returns, and `Batch.extras` holds them.
    - `accumulate_metrics(state, extras, valid)` gets the extras of this iteration, leaves [T, E, ...], and
      valid [T, E]. It returns the state and metrics.
    - `windows` is for learning from several steps at once.
    - `raw_features` asks for φ in its own units in batches, for an agent that rewards changes of φ. If φ is
      the latent of the agent's encoder, batches hold the latents of the encoder's current parameters.
    """

    init: Callable[[Key, HParams], PyTree]
    act: Callable[[PyTree, Array | Pixels, Array, Array | None], Array]
    update: Callable[[PyTree, Batch, Array, HParams], tuple[PyTree, Metrics]]
    noise: Callable[[Key], PyTree] = empty_noise  # for one row
    latent: Callable[[PyTree, Array | Pixels], Array] | None = None  # Pixels -> [..., L]
    policy_state: Callable[[PyTree], PyTree] = identity
    # (state, z [Z]) -> the policy state of an agent without skills that acts as this one does for z
    fold_skill: Callable[[PyTree, Array], PyTree] | None = None
    warm_start: Callable[[PyTree, PyTree, Array, bool], PyTree] | None = None
    turn: Callable[[PyTree, SkillSymmetry, Array], PyTree] | None = None
    copy_skills: Callable[[PyTree, Array], PyTree] | None = None
    start: Callable[[PyTree, Key], PyTree] | None = None  # see `Learner.start`
    # (state, actor, obs, skill, first, keys, features) -> actions, extras, actors: see `Learner.act`
    step: Callable[..., tuple[Array, PyTree, PyTree]] | None = None
    accumulate_metrics: Callable[[PyTree, PyTree, Array], tuple[PyTree, Metrics]] | None = None
    windows: WindowLearner | None = None
    raw_features: bool = False

    def __repr__(self) -> str:
        return brief_repr(self)


class RolloutBatch(NamedTuple):
    """The rows of a rollout in the order of time."""

    batch: Batch  # leaves [T, E, ...]; `next_obs` and `next_features` describe the state after each row
    valid: Array  # [T, E], bool: True if the row is a step; False if it holds the last state of an episode


class OnPolicyAgent(NamedTuple):
    """Improves a policy from its own last rollout. `training.learners.on_policy` trains it.

    - `sample(state, obs [E, S], skill [E, ...], row keys [E])` returns the actions of a rollout, and the
      extras to store with them (`Step.extras`), such as their log probabilities. An agent with `step` acts by
      `step` in rollouts too, not by `sample`.
    - `values` returns V(s, z) [B].
    - `update` takes (state, batch, advantage [B], target [B] of the values, hparams). `batch.reward` is the
      environment's reward.
    - `estimate(state, rollout, reward [T, E], hparams)` gets the scaled reward of the objective. It returns
      the advantages and targets for `update`, pytrees with leaves [T, E, ...]. The trainer normalises each
      leaf of the advantages over the valid rows, and sets it to 0 on the others. If `estimate` is None, the
      trainer uses generalised advantages by `values`, and the returns that follow from them.

    See `Agent` for all other fields. The settings are `agents.settings.RolloutSettings`, or inherit it.
    """

    init: Callable[[Key, HParams], PyTree]
    act: Callable[[PyTree, Array | Pixels, Array, Array | None], Array]
    sample: Callable[[PyTree, Array | Pixels, Array, Array], tuple[Array, PyTree]]
    values: Callable[[PyTree, Array | Pixels, Array], Array]
    update: Callable[..., tuple[PyTree, Metrics]]
    noise: Callable[[Key], PyTree] = empty_noise  # for one row
    latent: Callable[[PyTree, Array | Pixels], Array] | None = None
    policy_state: Callable[[PyTree], PyTree] = identity
    fold_skill: Callable[[PyTree, Array], PyTree] | None = None
    warm_start: Callable[[PyTree, PyTree, Array, bool], PyTree] | None = None
    turn: Callable[[PyTree, SkillSymmetry, Array], PyTree] | None = None
    copy_skills: Callable[[PyTree, Array], PyTree] | None = None
    start: Callable[[PyTree, Key], PyTree] | None = None
    step: Callable[..., tuple[Array, PyTree, PyTree]] | None = None
    accumulate_metrics: Callable[[PyTree, PyTree, Array], tuple[PyTree, Metrics]] | None = None
    estimate: Callable[[PyTree, RolloutBatch, Array, HParams], tuple[PyTree, PyTree]] | None = None
    raw_features: bool = False

    def __repr__(self) -> str:
        return brief_repr(self)


class PopulationAgent(NamedTuple):
    """Improves a distribution over policies by the fitness of members. See `training.learners.evolution`.

    - `act` returns the actions of the distribution's mean. It is the policy that evaluation plays.
    - `population(state)` returns the members of this generation, leaves [P, ...].
    - `act_as(members, obs [M, N, S], skill [M, N, ...])` returns the actions of M members, leaves [M, ...],
      each in N environments: [M, N, A], or [M, N] if actions are discrete.
    - `update(state, fitness [P], key, hparams)` moves the distribution to fitter members, and draws the next
      generation. It returns the state and metrics.

    See `Agent` for all other fields. The settings are `agents.settings.PopulationSettings`, or inherit it.
    """

    init: Callable[[Key, HParams], PyTree]
    act: Callable[[PyTree, Array | Pixels, Array, Array | None], Array]
    population: Callable[[PyTree], PyTree]
    act_as: Callable[[PyTree, Array | Pixels, Array], Array]
    update: Callable[[PyTree, Array, Key, HParams], tuple[PyTree, Metrics]]
    latent: Callable[[PyTree, Array | Pixels], Array] | None = None
    policy_state: Callable[[PyTree], PyTree] = identity
    fold_skill: Callable[[PyTree, Array], PyTree] | None = None
    raw_features: bool = False
    # Its policies carry nothing through an episode, are not turned, and do not start from others.
    copy_skills: None = None
    start: None = None
    step: None = None
    turn: None = None
    warm_start: None = None

    def __repr__(self) -> str:
        return brief_repr(self)


@dataclasses.dataclass(frozen=True, kw_only=True)
class NoSettings:
    """The settings of an objective or agent that has none."""


AnyAgent = Agent | OnPolicyAgent | PopulationAgent


class Diagnosis(NamedTuple):
    """A failure that an epoch's metrics show."""

    status: str  # names the failure, and fits the progress line
    advice: str  # says why it fails and what to try


class ObjectiveSpec(NamedTuple):
    """A row of the table of objectives.

    - `make(config, problem)` makes the objective. The config has the fields of `settings`.
    - `defaults` are values of config fields that suit the objective. `env_defaults` are those for an
      environment, by its name (`ant`); its name and the agent (`ant/ppo`), or these and the preset
      (`ant/ppo/gpu`); its name and the backend that the user gave (`ant:native`); or these and the agent
      (`ant/ppo:native`). Later ones of these take precedence. Only defaults by name alone can contain
      `agent`, the default agent.
    - `symmetric` says that the reward keeps `ProblemSpec.symmetry`: a turned step with the turned skill has
      the same reward. `unfit_for_symmetry(config, order)` returns why settings do not fit a symmetry of so
      many elements, with what to do; "" if they do.
    - `diagnose(config, metrics)` returns the failure that an epoch's metrics show, or None. It is first
      called after a tenth of the run, because healthy runs often look like failures at the start.
    - `shared_over_lanes` says that the lanes of a sweep share one objective, as islands. The objective learns
      from the batches of all lanes, with the same weight for each lane. Each lane has a copy, so that its
      checkpoint is complete. Lanes of one program then cannot differ in the objective's own settings. A
      single run is one island.
    """

    make: Callable[[Any, ProblemSpec], Objective]
    settings: type = NoSettings
    skill_space: str = CATEGORICAL  # the meaning of --skill_space=auto
    skill_kinds: tuple[str, ...] | None = None  # allowed kinds of --skill_space; None: any
    symmetric: bool = False
    unfit_for_symmetry: Callable[[Any, int], str] = lambda config, order: ""
    defaults: Mapping[str, Any] = MappingProxyType({})
    env_defaults: Mapping[str, Mapping[str, Any]] = MappingProxyType({})
    diagnose: Callable[[Any, Mapping[str, float | None]], Diagnosis | None] = lambda config, metrics: None
    shared_over_lanes: bool = False


class AgentSpec(NamedTuple):
    """A row of the table of agents.

    - `make(config, problem)` makes the agent. The config has the fields of `settings`.
    - `hparams(config, action_size)` returns values for the traced settings that are words in the config, such
      as `auto`.
    - `defaults` are values of config fields that suit the agent. `preset_defaults` are those under a preset,
      by its name. `needs` are values that the agent does not work without; they override all other defaults.
      `following(config)` returns values of fields that follow from others; they are used unless given.
      `idle(given)` returns names of fields without effect beside given values; their defaults are left out.
    - `diagnose`: see `ObjectiveSpec`.
    """

    make: Callable[[Any, ProblemSpec], Agent | OnPolicyAgent | PopulationAgent]
    settings: type = NoSettings
    hparams: Callable[[Any, int], Mapping[str, float]] = lambda config, action_size: {}
    discrete_actions: bool = False  # whether it takes discrete actions
    defaults: Mapping[str, Any] = MappingProxyType({})
    vector_actions: bool | None = None  # whether it takes vectors in (−1, 1); None: not discrete_actions
    preset_defaults: Mapping[str, Mapping[str, Any]] = MappingProxyType({})
    needs: Mapping[str, Any] = MappingProxyType({})
    following: Callable[[Any], Mapping[str, Any]] = lambda config: {}
    idle: Callable[[Mapping[str, Any]], Collection[str]] = lambda given: ()
    diagnose: Callable[[Any, Mapping[str, float | None]], Diagnosis | None] = lambda config, metrics: None
    vector_rewards: bool = False  # whether it learns values of any `ProblemSpec.reward_shape`
    symmetric: bool = False  # whether it takes `--symmetry`, if actions are vectors: it has `Agent.turn`


class LearnerSpec(NamedTuple):
    """A row of the table of agents that makes a whole learner, such as evolution strategies.

    - `make(config, problem)` makes the `Learner`, which trains `problem.objective` too.
    - `memory(config, problem)` returns the bytes that the learner takes over all devices in addition to its
      state and its stored rows, by their purpose.
    - `settings` sets `on_policy`; otherwise the run has the settings of a replay.

    See `AgentSpec` for all other fields.
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
    following: Callable[[Any], Mapping[str, Any]] = lambda config: {}
    idle: Callable[[Mapping[str, Any]], Collection[str]] = lambda given: ()
    diagnose: Callable[[Any, Mapping[str, float | None]], Diagnosis | None] = lambda config, metrics: None
    vector_rewards: bool = False
    symmetric: bool = False


class FinalObservation(NamedTuple):
    """The states after the last row of a rollout, in the form that rows store."""

    obs: Array  # [E, O], raw; with all stacked frames
    features: Array  # [E, F'], raw


class PolicyInput(NamedTuple):
    """The input of the policy in E environments."""

    obs: Array | Pixels  # [E, S], the agent's input
    skill: Array  # [E, ...], as stored
    first: Array  # [E], bool: this is an episode's first step
    features: Array  # [E, F], φ(s) in its own units, because the normalisation changes during training


class LearnerState(NamedTuple):
    """The state that learning changes."""

    agent: PyTree
    objective: PyTree
    replay: PyTree
    skills: PyTree = ()  # state of the `MovingPrior`; () if the prior is fixed


class LearningInputs(NamedTuple):
    """The inputs of learning other than its state."""

    last: FinalObservation  # the states after the newest row
    statistics: PyTree  # running statistics that normalise batches
    hparams: HParams
    key: Key
    # The rows of this iteration, `RolloutBatch`, if the learner asks for them (`wants_rollout`). Weights are
    # 1 on steps and 0 on all other rows.
    rollout: PyTree = ()


def _copied(replay: PyTree, slices: int) -> PyTree:
    del slices
    return jax.tree.map(jnp.copy, replay)


def _kept(after: PyTree, kept: PyTree) -> PyTree:
    del after
    return kept


class Learner(NamedTuple):
    """Improves a policy: it acts, stores experience, and learns from it.

    The agent's state (networks, optimisers) is separate from the experience that it learns from (a ring, the
    last rollout), because acting, evaluation and loading need only the agent's state. An actor is the state
    that a policy carries through an episode in addition to the skill, such as an option or a goal; () if it
    carries none.

    - `init(key, hparams)` returns the agent's state.
    - `init_replay(row)` returns an empty store for rows with the shapes of this row, leaves [E, ...].
    - `start(agent, keys [E])` returns the actors of E new episodes.
    - `act(agent, actor, seen, keys [E] or None)` returns actions, extras to store with the row, and actors.
    - `record(replay, row)` stores a row. It returns the replay and a tally [C]. The trainer sums the tally
      over devices and passes it to `add_tally(replay, tally)`.
    - `learn(state, inputs)` returns the state after an iteration's updates, and metrics.
    - `keep(replay, slices)` copies everything that the next `slices` rows of each environment will change.
      `undo(after, kept)` returns the replay before these rows. By default they copy the whole replay.
    - `policy_state` removes the parts of the agent's state that acting does not need.
    - `explore` acts instead of `act` in training. Its rows are this device's environments, in their order.
    - `whole_episodes`: all environments begin an episode with each rollout, whose first row is the reset. An
      episode that has not ended is cut off there.
    - `skill_period` is n if environments i and i + n have the same skill in the k-th episode that each begins
      in a rollout, for all i and k; 0 if not.
    """

    init: Callable[[Key, HParams], PyTree]
    init_replay: Callable[[Step], PyTree]
    start: Callable[[PyTree, Key], PyTree]
    act: Callable[[PyTree, PyTree, PolicyInput, Key | None], tuple[Array, PyTree, PyTree]]
    record: Callable[[PyTree, Step], tuple[PyTree, Array]]
    add_tally: Callable[[PyTree, Array], PyTree]
    learn: Callable[[LearnerState, LearningInputs], tuple[LearnerState, Metrics]]
    updates_per_iteration: int
    capacity: int  # stored transitions, over all devices
    extras_bytes: int  # bytes of the extras of one transition
    replay_specs: PyTree  # a `PartitionSpec` for each part of the replay
    replay_lanes: PyTree  # the axis of a sweep's lanes in each part; None: lanes share the part
    latent: Callable[[PyTree, Array | Pixels], Array] | None = None
    warm_start: Callable[[PyTree, PyTree, Array, bool], PyTree] | None = None  # see `Agent.warm_start`
    keep: Callable[[PyTree, int], PyTree] = _copied
    undo: Callable[[PyTree, PyTree], PyTree] = _kept
    policy_state: Callable[[PyTree], PyTree] = identity
    wants_rollout: bool = False
    explore: Callable[[PyTree, PyTree, PolicyInput, Key | None], tuple[Array, PyTree, PyTree]] | None = None
    whole_episodes: bool = False
    skill_period: int = 0

    def __repr__(self) -> str:
        return brief_repr(self)
