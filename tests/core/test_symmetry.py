"""Groups of symmetries, how they act on skills, and networks that keep them."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from diayn_jax import skills, symmetry
from diayn_jax.symmetry import (
    SkillSymmetry,
    SymmetricMLP,
    Symmetry,
    action_of,
    group,
    product_table,
    signed,
    skill_turns,
    unchanged,
)

# A square. Its corners 1 to 4 are numbered against the clock. The observation has x, y and a number for each
# corner.
TURN = Symmetry(signed(-2, 1, 6, 3, 4, 5), signed(-2, 1), signed(-2, 1), (("corner", signed(4, 1, 2, 3)),))
MIRROR = Symmetry(signed(1, -2, 6, 5, 4, 3), signed(1, -2), signed(1, -2), (("corner", signed(4, 3, 2, 1)),))
GROUPS = {"C2": [TURN.after(TURN)], "C4": [TURN], "D4": [TURN, MIRROR], "mirror": [MIRROR]}
SIZES = {"C2": 2, "C4": 4, "D4": 8, "mirror": 2}


def made(name, space):
    elements = group(GROUPS[name])
    product = product_table(elements)
    observed = action_of([one.observation for one in elements])
    return SkillSymmetry(
        product=product,
        inverse=np.argmin(product, axis=1).astype(np.int32),
        input=observed,
        features=action_of([one.plane for one in elements]),
        action=action_of([one.action for one in elements]),
        encoded=action_of(skill_turns(elements, space)),
        counted=observed,
        policy_input=observed,
        encode=space.encode,
        orbits=space.num_skills is not None,
        mean=np.zeros(space.size),
        std=np.ones(space.size),
    )


@pytest.mark.parametrize("name", GROUPS)
def test_a_group_has_all_products_of_its_generators(name):
    elements = group(GROUPS[name])
    assert len(elements) == SIZES[name]
    assert elements[0] == TURN.identity()
    table = product_table(elements)
    # In each row and column of the table of a group, every element appears once.
    for line in (*table, *table.T):
        assert sorted(line) == list(range(SIZES[name]))
    for a, b in np.ndindex(table.shape):
        matrices = [elements[i].observation.matrix() for i in (a, b, table[a, b])]
        np.testing.assert_array_equal(matrices[0] @ matrices[1], matrices[2])


def test_a_signed_permutation_is_its_matrix():
    x = np.arange(1.0, 7.0)
    once = action_of([TURN.observation, MIRROR.observation])
    for i, one in enumerate((TURN, MIRROR)):
        np.testing.assert_array_equal(once.of(jnp.array(i), jnp.array(x)), one.observation.matrix() @ x)
        np.testing.assert_array_equal(once.all(jnp.array(x))[i], one.observation.matrix() @ x)
    np.testing.assert_array_equal(TURN.observation.restricted((3, 2, 4, 5)).matrix(), np.eye(4)[[1, 3, 0, 2]])
    with pytest.raises(ValueError, match="mixes"):
        TURN.observation.restricted((0, 2))
    blocks = signed(3, 1, -2).kron(signed(-2, 1))
    np.testing.assert_array_equal(blocks.matrix(), np.kron(signed(3, 1, -2).matrix(), signed(-2, 1).matrix()))
    np.testing.assert_array_equal(blocks.matrix() @ x, [-6, 5, -2, 1, 4, -3])


@pytest.mark.parametrize("name", GROUPS)
@pytest.mark.parametrize("space", ["sphere:2", "gaussian:3", "box:4", "categorical"])
def test_every_skill_of_an_orbit_has_the_same_skill_in_the_sector(name, space):
    space = skills.make_skills(space, 16)
    acting = made(name, space)
    stored = space.sample(jax.random.split(jax.random.key(0), 50))

    # One program for all: to call the parts one by one would compile each operation.
    @jax.jit
    def call(stored):
        turn = acting.turn_of(stored)
        there = acting.turn_skill(turn, stored)
        encoded = acting.encoded.of(turn, space.encode(stored)), space.encode(there)
        again = []
        for element in range(acting.order):
            turned = acting.turn_skill(jnp.full(50, element), stored)
            again.append(acting.turn_skill(acting.turn_of(turned), turned))
        return turn, there, acting.turn_of(there), encoded, again

    turn, there, of_there, encoded, again = jax.device_get(call(stored))
    # A skill of the sector stays where it is.
    np.testing.assert_array_equal(of_there, 0)
    if space.num_skills is None:
        # The first two numbers turn as directions on the ground.
        planes = np.array([one.plane.matrix() for one in group(GROUPS[name])])[np.asarray(turn)]
        expected = np.einsum("nij,nj->ni", planes, np.asarray(stored)[:, :2])
        np.testing.assert_allclose(there[:, :2], expected, rtol=1e-5, atol=1e-6)
    else:
        # The encoding turns as the skill does.
        np.testing.assert_array_equal(*encoded)
    assert len(again) == SIZES[name]
    for found in again:
        np.testing.assert_allclose(found, there, rtol=1e-5, atol=1e-6)
    if space.num_skills is None:
        angles = np.arctan2(*np.asarray(there[:, 1::-1]).T)
        assert np.ptp(angles) <= 2 * np.pi / acting.order


def test_turned_vectors_point_where_the_group_turns_the_plane():
    acting = made("C4", skills.make_skills("gaussian:5", 0))
    z = jnp.array([1.0, 2.0, 3.0, 4.0, 5.0])
    quarter = next(i for i, one in enumerate(group(GROUPS["C4"])) if one == TURN)
    np.testing.assert_array_equal(acting.turn_skill(jnp.array(quarter), z), [-2, 1, -4, 3, 5])


@pytest.mark.parametrize(("space", "count"), [("gaussian:1", 0), ("categorical", 10), ("none", 0)])
def test_skills_that_a_group_cannot_turn(space, count):
    assert skill_turns(group(GROUPS["C4"]), skills.make_skills(space, count)) is None


# The layers do not depend on the skills and the group, beyond their sizes.
@pytest.mark.parametrize(
    ("name", "space", "hidden"),
    [(name, space, (16, 24)) for name in GROUPS for space in ("sphere:2", "gaussian:3", "categorical")]
    + [("D4", "sphere:2", ()), ("D4", "sphere:2", (16,)), ("C4", "categorical", ())],
)
def test_the_output_of_a_symmetric_network_turns_as_its_input(name, space, hidden):
    acting = made(name, skills.make_skills(space, 8))
    network = SymmetricMLP(acting, hidden)
    x = jax.random.normal(jax.random.key(1), (7, 2))

    @jax.jit
    def call(x):
        params = network.init(jax.random.key(0), x)
        out = network.apply(params, x)
        turns = [jnp.full(7, element) for element in range(acting.order)]
        found = [network.apply(params, acting.features.of(turn, x)) for turn in turns]
        return out, found, [acting.encoded.of(turn, out) for turn in turns]

    out, found, expected = call(x)
    assert out.shape == (7, acting.encoded.size)
    assert np.ptp(out) > 0.1
    assert len(found) == SIZES[name]
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-5)


def test_symmetric_sums_are_those_of_all_turned_samples():
    acting = made("D4", skills.make_skills("sphere:2", 0))
    samples = np.random.default_rng(0).normal(size=(9, 6))
    turned = np.concatenate([samples @ one.observation.matrix().T for one in group(GROUPS["D4"])])
    expected = np.concatenate([turned.sum(0), (turned**2).sum(0)]) / 8
    found = acting.symmetric_sums(
        jnp.concatenate([jnp.array(samples.sum(0)), jnp.array((samples**2).sum(0))])
    )
    np.testing.assert_allclose(found, expected, rtol=1e-5, atol=1e-5)


def test_the_identity_changes_nothing():
    assert unchanged(4).matrix().tolist() == np.eye(4).tolist()
    assert TURN.after(TURN.identity()) == TURN
    assert symmetry.sample_turns([TURN], ["corner"])[0].size == 10
    assert symmetry.sample_turns([TURN], ["another"]) is None
    assert symmetry.feature_turns([TURN], [], (0,)) is None
