"""Four rooms, the gridworld for options (Sutton, Precup and Singh 1999), as in the code of Option-Critic.

Layout, numbering of cells, slips and goal are those of github.com/jeanharb/option_critic
(fourrooms/fourrooms.py), the code of Bacon, Harb and Precup 2017, "The Option-Critic Architecture".
"""

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax.config import ConfigError
from diayn_jax.envs.core import Env, EnvSpec, Feature, Variation
from diayn_jax.envs.scenes import PlaneScene, Shape
from diayn_jax.envs.worlds.make_world import make_world
from diayn_jax.types import Array, Key

LAYOUT = (
    "wwwwwwwwwwwww",
    "w     w     w",
    "w     w     w",
    "w           w",
    "w     w     w",
    "w     w     w",
    "ww wwww     w",
    "w     www www",
    "w     w     w",
    "w     w     w",
    "w           w",
    "w     w     w",
    "wwwwwwwwwwwww",
)
DIRECTIONS = ((-1, 0), (1, 0), (0, -1), (0, 1))  # (row, column) steps of up, down, left, right
GOAL = 62  # the doorway between the two rooms in the east
# Later goals of Option-Critic's experiment: the room in the south-east, and the doorway west of it.
LATER_GOALS = (*range(68, 73), *range(78, 83), *range(88, 94), *range(99, 104))
SLIP = 1 / 3

FREE = np.array([[c != "w" for c in line] for line in LAYOUT])
CELLS = np.argwhere(FREE)  # [104, 2], row and column of each cell, in the order of cell numbers
NUM_CELLS = len(CELLS)
_NUMBER = np.full(FREE.shape, -1)
_NUMBER[FREE] = np.arange(NUM_CELLS)
# The next cell for each cell and action, [104, 4]. A move into a wall stays in the cell.
AHEAD = np.array(
    [
        [_NUMBER[row + d, col + e] if FREE[row + d, col + e] else _NUMBER[row, col] for d, e in DIRECTIONS]
        for row, col in CELLS
    ]
)
_OPEN_AHEAD = np.array([ways != cell for cell, ways in enumerate(AHEAD)])
XY = np.stack([CELLS[:, 1], len(LAYOUT) - 1 - CELLS[:, 0]], axis=-1)  # [104, 2], x east and y north


def move(cell: Array, action: Array, key: Key) -> Array:
    """Returns the cell after an action. With probability 1/3, a move is followed by a slip.

    A move into a wall stays in the cell, without a slip. A slip leads from the new cell to one of its free
    neighbours.

    Args:
      cell, action: [], integers; the four actions are up, down, left and right.
      key: for the slip.

    Returns:
      The next cell, [].
    """
    whether_key, where_key = jax.random.split(key)
    ahead = jnp.asarray(AHEAD)
    moved = ahead[cell, action]
    way = jax.random.categorical(where_key, jnp.where(jnp.asarray(_OPEN_AHEAD)[moved], 0.0, -jnp.inf))
    slips = (moved != cell) & (jax.random.uniform(whether_key) < SLIP)
    return jnp.where(slips, ahead[moved, way], moved)


FEATURES = {"xy": Feature(2, "column and row of the cell, from the south-west corner", "m")}


def _square(x: float, y: float) -> np.ndarray:
    return np.array([(x - 0.5, y - 0.5), (x + 0.5, y - 0.5), (x + 0.5, y + 0.5), (x - 0.5, y + 0.5)])


def _scene(goal: int) -> PlaneScene:
    walls = [(column, len(LAYOUT) - 1 - row) for row, column in np.argwhere(~FREE)]
    return PlaneScene(
        pose=lambda state: jnp.asarray(XY, jnp.float32)[state[0]],
        shapes=lambda pose: [Shape("circle", pose[None], "agent", 0.35)],
        background=(
            *(Shape("polygon", _square(*wall), "wall") for wall in walls),
            Shape("polygon", _square(*XY[goal]), "goal"),
        ),
        limits=((-0.5, 12.5), (-0.5, 12.5)),
        trail=True,
    )


def make_four_rooms(backend: str, variation: Variation, goal: int = GOAL) -> Env:
    """Makes a grid of 104 cells in four rooms; the actions are up, down, left and right.

    For moves and slips see `move`. The observation is the cell's number as a one-hot vector. An episode
    starts in a random cell other than the goal, and ends at the goal. The step to the goal pays 1, and all
    others pay 0.

    Args:
      backend, variation: the arguments of every factory; the environment takes no variation.
      goal: number of the goal's cell; cells are numbered row by row from the north-west.

    Raises:
      ConfigError: there is no such cell.
    """
    del variation
    if not 0 <= goal < NUM_CELLS:
        raise ConfigError(f"goal={goal}: four_rooms has cells 0 to {NUM_CELLS - 1}. Choose one of these.")
    xy = jnp.asarray(XY, jnp.float32)

    def start(key: Key) -> tuple[Array, Array]:
        cell_key, slip_key = jax.random.split(key)
        cell = jax.random.randint(cell_key, (), 0, NUM_CELLS - 1)
        return cell + (cell >= goal), slip_key

    def step(state: tuple[Array, Array], action: Array) -> tuple[tuple[Array, Array], Array]:
        keys = jax.vmap(jax.random.split)(state[1])
        cell = jax.vmap(move)(state[0], action, keys[:, 1])
        return (cell, keys[:, 0]), (cell == goal).astype(jnp.float32)

    return make_world(
        "four_rooms",
        SPECS["four_rooms"],
        start,
        step,
        ends=lambda state: state[0] == goal,
        observe=lambda state: jax.nn.one_hot(state[0], NUM_CELLS),
        features=lambda state: {"xy": xy[state[0]]},
        backend=backend,
        dt=1.0,  # The world has no seconds; a step is the unit of time.
        scene=_scene(goal),
        world=((0.5, 0.5), (11.5, 11.5)),
    )


SPECS = {
    "four_rooms": EnvSpec(
        factory=make_four_rooms,
        defaults={
            "agent": "dqn",
            # The one-hot already gives the position, and running statistics of rare ones would distort it.
            "agent_sees_features": False,
            "normalize": False,
            "critic_hidden_sizes": (64, 64),
            "discriminator_hidden_sizes": (64, 64),
            "episode_length": 200,
            "num_env_steps": 200_000,
            "warmup_steps": 5_000,
        },
        features=FEATURES,
        default_features="xy",
        observation_size=NUM_CELLS,
        action_size=4,
        num_actions=4,
    )
}
