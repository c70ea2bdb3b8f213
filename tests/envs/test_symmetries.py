"""The symmetries that environments declare, checked on their simulators."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from diayn_jax import envs
from diayn_jax.envs.providers import brax_envs
from experiments import envs as command

DECLARED = sorted(name for name, spec in envs.specs().items() if spec.symmetries)


def test_the_environments_that_declare_symmetries():
    assert {name: tuple(envs.spec(name).symmetries) for name in DECLARED} == {
        "ant": ("D4", "C4", "C2"),
        "point": ("D4", "C4", "C2"),
    }


def test_what_is_told_of_an_environment_names_its_symmetries():
    assert "symmetries (--symmetry): D4, C4, C2" in command.about("ant", envs.spec("ant"))
    assert "symmetries (--symmetry): none" in command.about("hopper", envs.spec("hopper"))
    assert command.as_json("ant", envs.spec("ant"))["symmetries"] == ["D4", "C4", "C2"]


@pytest.mark.parametrize("name", DECLARED)
def test_a_row_of_the_table_declares_what_the_environment_has(name):
    assert envs.make(name).symmetries == envs.spec(name).symmetries


# Half of all numbers differ by less. Brax's springs treat the legs a little differently. The other backend is
# exact but for rounding. In a few environments a contact begins in another substep, which makes a large
# difference.
TOLERANCES = {"spring": 5e-3, "generalized": 1e-5}


@pytest.mark.parametrize("backend", TOLERANCES)
def test_a_turned_ant_moves_in_the_turned_direction(backend):
    with brax_envs.quiet_models():
        ant = brax_envs.import_brax_envs().get_environment("ant", backend=backend)
    begin, step = jax.jit(jax.vmap(ant.pipeline_init)), jax.jit(jax.vmap(ant.pipeline_step))

    def observed(state):
        return np.concatenate([state.q, state.qd], axis=-1)

    count = 32
    keys = jax.random.split(jax.random.key(0), 3)
    q = ant.sys.init_q + 0.1 * jax.random.uniform(keys[0], (count, 15), minval=-1)
    start = begin(q, 0.1 * jax.random.normal(keys[1], (count, 14)))
    actions = jax.random.uniform(keys[2], (3, count, 8), minval=-1)
    for one in envs.make("ant", backend, exclude_current_positions="false").symmetries["D4"]:
        turn, turn_action = one.observation.matrix(), one.action.matrix()
        np.testing.assert_array_equal(turn[:2, :2], one.plane.matrix())
        here, there = start, begin(*jnp.split(observed(start) @ turn.T, [15], axis=-1))
        for action in actions:
            here, there = step(here, action), step(there, action @ turn_action.T)
        difference = np.abs(observed(there) - observed(here) @ turn.T)
        assert np.median(difference) < TOLERANCES[backend]
        assert np.median(difference, axis=0).max() < 20 * TOLERANCES[backend]
        moved = np.abs(observed(here) - observed(start))
        assert np.median(moved) > 50 * np.median(difference)


@pytest.mark.parametrize("name", ["point"])
def test_a_turned_point_moves_in_the_turned_direction(name):
    env = envs.make(name)
    state = jnp.array([[0.3, 0.1], [-0.95, 0.5]])
    action = jnp.array([[1.0, -0.3], [-1.0, 0.9]])
    after = env.step(state, action).obs
    for one in env.symmetries["D4"]:
        turn, turn_action = one.observation.matrix(), one.action.matrix()
        found = env.step(state @ turn.T, action @ turn_action.T).obs
        np.testing.assert_allclose(found, after @ turn.T, rtol=1e-6)
