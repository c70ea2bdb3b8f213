"""Option-critic in tables, beside two flat learners, in the four rooms whose goal moves.

Each part follows fourrooms/transfer.py of github.com/jeanharb/option_critic, the code of Bacon et al. 2017
(arXiv:1609.05140): intra-option Q-learning of Q_Ω and Q_U, softmax policies over options and within them,
and sigmoids for β. Every step updates each of them once, at the state that the step led to. That code
departs from the paper in three ways, which are kept here. The gradient of a softmax leaves out
1/temperature. β is learned for the option that acts in s', not for the one that led there, and without a
margin. If a step leads from a state to itself, that state's value may be the one before the update.

Actor-critic (the authors' AC-PG) is option-critic with one option. SARSA learns Q(s, a) of a softmax policy.

All functions are for one run, and are vmapped over seeds and rates; only `run` takes several runs.
"""

from collections.abc import Callable
from typing import NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax import equations
from diayn_jax.envs.worlds import four_rooms
from diayn_jax.types import Array, Key, PyTree

STATES, ACTIONS = four_rooms.NUM_CELLS, len(four_rooms.DIRECTIONS)


class Rates(NamedTuple):
    """Settings of a learner, [] each. The defaults are those of the authors' command and code."""

    critic: Array | float = 0.5
    policy: Array | float = 0.25
    termination: Array | float = 0.25
    temperature: Array | float = 0.01
    discount: Array | float = 0.99


class Tables(NamedTuple):
    """What option-critic learns, for S states, K options and A actions; all entries begin at 0."""

    q_option: Array  # Q_Ω, [S, K]
    q_action: Array  # Q_U, [S, K, A]
    policy: Array  # [S, K, A], whose softmax at the temperature is π
    termination: Array  # [S, K], whose sigmoid is β


class Choice(NamedTuple):
    """What is being done in a state."""

    option: Array  # [], int32
    action: Array  # [], int32
    value: Array  # [], Q_Ω(s, ω) at the time of the choice


class Transition(NamedTuple):
    """A step of a walk, [] each."""

    cell: Array
    choice: Choice
    reward: Array
    next_cell: Array
    done: Array


class Learner(NamedTuple):
    """A learner of one run.

    - `init()` gives its tables.
    - `start(tables, cell, key, rates)` gives an episode's first choice.
    - `step(tables, transition, key, rates)` gives the tables after a step, the choice in the state that the
      step led to, and whether an option ended there.
    """

    init: Callable[[], PyTree]
    start: Callable[..., Choice]
    step: Callable[..., tuple[PyTree, Choice, Array]]


def option_critic(num_options: int) -> Learner:
    """Option-critic with K options; with one option, actor-critic."""

    def init() -> Tables:
        per_option = jnp.zeros((STATES, num_options))
        per_action = jnp.zeros((STATES, num_options, ACTIONS))
        return Tables(per_option, per_action, per_action, per_option)

    def choose(tables: Tables, cell: Array, key: Key, rates: Rates, option: Array) -> Array:
        log_p = equations.option_log_probs(tables.policy[cell, option], rates.temperature)
        return jax.random.categorical(key, log_p).astype(jnp.int32)

    def new_option(tables: Tables, cell: Array, key: Key, rates: Rates) -> Array:
        log_p = equations.option_log_probs(tables.q_option[cell], rates.temperature)
        return jax.random.categorical(key, log_p).astype(jnp.int32)

    def start(tables: Tables, cell: Array, key: Key, rates: Rates) -> Choice:
        option_key, action_key = jax.random.split(key)
        option = new_option(tables, cell, option_key, rates)
        action = choose(tables, cell, action_key, rates, option)
        return Choice(option, action, tables.q_option[cell, option])

    def step(tables: Tables, transition: Transition, key: Key, rates: Rates) -> tuple[Tables, Choice, Array]:
        cell, choice, reward, next_cell, done = transition
        end_key, option_key, action_key = jax.random.split(key, 3)
        beta = jax.nn.sigmoid(tables.termination[next_cell, choice.option])
        ended = jax.random.uniform(end_key) < beta
        option = jnp.where(ended, new_option(tables, next_cell, option_key, rates), choice.option)
        action = choose(tables, next_cell, action_key, rates, option)

        # Q_Ω, and after it Q_U, whose target takes in what Q_Ω has just learned.
        old = tables.q_option[next_cell]
        target = one_step_target(old, choice.option, beta, reward, done, rates)
        q_option = tables.q_option.at[cell, choice.option].add(rates.critic * (target - choice.value))
        new = q_option[next_cell]
        target = one_step_target(new, choice.option, beta, reward, done, rates)
        error = target - tables.q_action[cell, choice.option, choice.action]
        q_action = tables.q_action.at[cell, choice.option, choice.action].add(rates.critic * error)

        probs = jax.nn.softmax(tables.policy[next_cell, option] / rates.temperature)
        advantage = q_action[next_cell, option, action] - new[option]
        ascent = jax.nn.one_hot(action, ACTIONS) - probs
        policy = tables.policy.at[next_cell, option].add(rates.policy * advantage * ascent)
        beta = jax.nn.sigmoid(tables.termination[next_cell, option])
        worse = equations.termination_advantage(new[option], equations.best_option_value(new))
        termination = tables.termination.at[next_cell, option].add(
            -rates.termination * beta * (1 - beta) * worse
        )
        return Tables(q_option, q_action, policy, termination), Choice(option, action, old[option]), ended

    return Learner(init, start, step)


def one_step_target(
    q_next: Array, option: Array, beta: Array, reward: Array, done: Array, rates: Rates
) -> Array:
    """r + γ (1 − done) U(s', ω), [], from Q_Ω(s', ·) [K]."""
    arrival = equations.value_on_arrival(q_next[option], beta, equations.best_option_value(q_next))
    return reward + rates.discount * jnp.where(done, 0.0, arrival)


def sarsa() -> Learner:
    """SARSA of a softmax policy, without traces. It has no options: each of its choices is of option 0."""

    def init() -> Array:
        return jnp.zeros((STATES, ACTIONS))

    def start(q: Array, cell: Array, key: Key, rates: Rates) -> Choice:
        action = jax.random.categorical(key, equations.option_log_probs(q[cell], rates.temperature))
        return Choice(jnp.zeros((), jnp.int32), action.astype(jnp.int32), jnp.zeros(()))

    def step(q: Array, transition: Transition, key: Key, rates: Rates) -> tuple[Array, Choice, Array]:
        cell, choice, reward, next_cell, done = transition
        following = start(q, next_cell, key, rates)
        target = reward + rates.discount * jnp.where(done, 0.0, q[next_cell, following.action])
        q = q.at[cell, choice.action].add(rates.critic * (target - q[cell, choice.action]))
        return q, following, jnp.zeros((), bool)

    return Learner(init, start, step)


class Record(NamedTuple):
    """Figures of each episode, [..., episodes] each, int32."""

    steps: Array
    ended: Array  # how many options ended in it


class Walk(NamedTuple):
    """A run in progress."""

    tables: PyTree
    cell: Array  # []
    choice: Choice
    goal: Array  # []
    step: Array  # [], of the episode
    episode: Array  # []
    record: Record
    key: Key


def begin(learner: Learner, rates: Rates, key: Key, episodes: int) -> Walk:
    """A run before its first step."""
    key, cell_key, choice_key = jax.random.split(key, 3)
    tables, cell = learner.init(), first_cell(cell_key)
    zero, none = jnp.zeros((), jnp.int32), jnp.zeros(episodes, jnp.int32)
    choice = learner.start(tables, cell, choice_key, rates)
    goal = jnp.full((), four_rooms.GOAL, jnp.int32)
    return Walk(tables, cell, choice, goal, zero, zero, Record(none, none), key)


def first_cell(key: Key) -> Array:
    """Any cell but the first goal, [], int32.

    The first goal is left out after the goal has moved, too, as in the authors' code.
    """
    cell = jax.random.randint(key, (), 0, STATES - 1)
    return cell + (cell >= four_rooms.GOAL)


def advance(learner: Learner, rates: Rates, moves_at: int, most_steps: int, walk: Walk) -> Walk:
    """One step. After the last episode nothing more is recorded.

    Args:
      learner, rates: what learns, and its settings.
      moves_at: the episode at whose beginning the goal moves.
      most_steps: of an episode.
      walk: one run in progress, to be vmapped over runs.
    """
    key, slip_key, step_key, cell_key, choice_key, goal_key = jax.random.split(walk.key, 6)
    next_cell = four_rooms.move(walk.cell, walk.choice.action, slip_key)
    done = next_cell == walk.goal
    transition = Transition(walk.cell, walk.choice, done.astype(jnp.float32), next_cell, done)
    tables, choice, ended = learner.step(walk.tables, transition, step_key, rates)
    over = done | (walk.step + 1 == most_steps)
    record = Record(
        walk.record.steps.at[walk.episode].add(1, mode="drop"),
        walk.record.ended.at[walk.episode].add(ended.astype(jnp.int32), mode="drop"),
    )
    episode = walk.episode + over
    later = jax.random.choice(goal_key, jnp.array(four_rooms.LATER_GOALS, jnp.int32))
    goal = jnp.where(over & (episode == moves_at), later, walk.goal)
    fresh_cell = first_cell(cell_key)
    fresh = learner.start(tables, fresh_cell, choice_key, rates)
    return Walk(
        tables=tables,
        cell=jnp.where(over, fresh_cell, next_cell),
        choice=jax.tree.map(lambda x, y: jnp.where(over, x, y), fresh, choice),
        goal=goal,
        step=jnp.where(over, 0, walk.step + 1),
        episode=episode,
        record=record,
        key=key,
    )


def run(
    learner: Learner, rates: Rates, keys: Key, episodes: int, moves_at: int, most_steps: int = 1000
) -> Record:
    """Runs side by side until each has had all its episodes; pure, to be jitted.

    Args:
      learner: of each run.
      rates: leaves [N].
      keys: [N].
      episodes: of each run.
      moves_at: the episode, counted from 0, at whose start the goal moves.
      most_steps: after which an episode is given up.

    Returns:
      The record, [N, episodes].
    """
    walks = jax.vmap(lambda rates, key: begin(learner, rates, key, episodes))(rates, keys)

    # The loop stands outside the vmap: inside, each step would copy the tables of all runs.
    def step(walks: Walk) -> Walk:
        return jax.vmap(lambda rates, walk: advance(learner, rates, moves_at, most_steps, walk))(rates, walks)

    return jax.lax.while_loop(lambda walks: (walks.episode < episodes).any(), step, walks).record
