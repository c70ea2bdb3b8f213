"""Solutions of Brax's robots in the benchmark's changed worlds: gravity, dead actuators, hurdles."""

import functools

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from diayn_jax import envs
from diayn_jax.envs.providers import native
from diayn_jax.use.archives import adaptation
from diayn_jax.use.folded_skills import PlainPolicies

STEPS = 8  # an ant falls for four of them before it touches the ground
SHORT = {"episode_length": STEPS, "choice_episodes": 1, "episodes": 1}


@pytest.fixture(autouse=True)
def traced_once(monkeypatch):
    """Traces each world's physics once for all solutions and episodes; this takes most of the time here."""

    @functools.cache
    def make(env, backend, changes, make=envs.make):
        world = make(env, backend, **dict(changes))
        return world._replace(reset=jax.jit(world.reset), step=jax.jit(world.step))

    monkeypatch.setattr(
        envs, "make", lambda env, backend, **changes: make(env, backend, tuple(changes.items()))
    )


# MuJoCo's engine compiles much faster than Brax's.
BACKEND = "native" if native.is_available() else "spring"


def always(action, seen):
    """Returns one solution that always takes the same action, found on `BACKEND`."""
    size = len(action)
    layer = {"kernel": jnp.zeros((1, seen, size)), "bias": jnp.arctanh(jnp.asarray(action))[None]}
    return PlainPolicies({"params": {"Dense_0": layer}}, jnp.arange(1), seen, (), (), size, BACKEND)


@pytest.mark.parametrize(("robot", "seen", "size"), [("halfcheetah", 17, 6), ("ant", 27, 8)])
def test_robots_in_changed_worlds(robot, seen, size):
    """One solution moves only one actuator, and rests if it is dead. Another one moves nothing, and falls."""
    changes = [adaptation.dead_actuators(size)[1], *adaptation.gravities((0.25,))]
    moves, rests = (
        [float(found.returns[0]) for found in adaptation.adapt_policies(solution, robot, changes, **SHORT)]
        for solution in (always(0.9 * np.eye(size)[1], seen), always(np.zeros(size), seen))
    )
    assert np.isfinite([*moves, *rests]).all()
    assert moves[0] == pytest.approx(rests[0], rel=1e-5)
    assert moves[1] != pytest.approx(rests[1], rel=1e-3)
    assert rests[0] != pytest.approx(rests[1], rel=1e-3)


def test_hurdles_pay_nothing_to_who_does_not_move():
    (found,) = adaptation.adapt_policies(always(np.zeros(6), 17), "halfcheetah_hurdles", [{}], **SHORT)
    np.testing.assert_array_equal(found.tried, [[0.0]])
    np.testing.assert_array_equal(found.returns, [0.0])
