"""Every spelling of an environment's name, and users' own environments."""

import pathlib
import re
import sys
import textwrap

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import untaught
from checkout import NETWORKS, OFF_POLICY
from probes import blind, brittle, chooser, counter, film, hopeless

from diayn_jax import envs
from diayn_jax.config import Config, ConfigError
from diayn_jax.envs import registry
from diayn_jax.symmetry import Symmetry, group, signed
from diayn_jax.use.loaded_run import make_config

ROOT = pathlib.Path(__file__).parent.parent.parent
TABLE = envs.specs()


SWAP = Symmetry(signed(2, 1), signed(-1), signed(1, -2))


def mirrored(elements):
    """Returns an environment with two numbers in its observation and one in its action, and this group."""
    return counter()._replace(symmetries={"swap": elements})


@pytest.fixture
def forgets(monkeypatch):
    """Removes what a test registers."""
    monkeypatch.setattr(registry, "_REGISTERED", {})


@pytest.fixture
def module(tmp_path, monkeypatch):
    """Returns a function that writes an importable module; removes the modules afterwards."""

    def write(source, name="my_world"):
        (tmp_path / f"{name}.py").write_text(textwrap.dedent(source), encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.delitem(sys.modules, name, raising=False)
        return name

    return write


# The names that the reference implementations use.
@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("ant", "ant"),
        ("Ant-v5", "ant"),
        ("Ant-v2", "ant"),
        ("half-cheetah", "halfcheetah"),
        ("half_cheetah", "halfcheetah"),
        ("HalfCheetah-v5", "halfcheetah"),
        ("hopper", "hopper"),
        ("Hopper-v4", "hopper"),
        ("walker", "walker2d"),
        ("Walker2d-v5", "walker2d"),
        ("walker2d", "walker2d"),
        ("swimmer", "swimmer"),
        ("Swimmer-v5", "swimmer"),
        ("humanoid", "humanoid"),
        ("Humanoid-v5", "humanoid"),
        ("reacher", "reacher"),
        ("Reacher-v5", "reacher"),
        ("point", "point"),
        ("point-maze", "point_maze"),
        ("inverted-pendulum", "inverted_pendulum"),
        ("InvertedPendulum-v5", "inverted_pendulum"),
        ("inverted-double-pendulum", "inverted_double_pendulum"),
        ("InvertedDoublePendulum-v5", "inverted_double_pendulum"),
        ("mountain-car", "mountain_car"),
        ("MountainCarContinuous-v0", "mountain_car"),
        ("lunar-lander", "lunar_lander"),
        ("LunarLanderContinuous-v3", "lunar_lander"),
        ("bipedal-walker", "bipedal_walker"),
        ("BipedalWalker-v3", "bipedal_walker"),
        ("CarRacing", "car_racing"),
        ("CarRacing-v3", "car_racing"),
        ("car-racing", "car_racing"),
        ("pendulum", "pendulum"),
        ("Pendulum-v1", "pendulum"),
        ("CartPole-v1", "cartpole"),
        ("four-rooms", "four_rooms"),
        ("Fourrooms-v0", "four_rooms"),
    ],
)
def test_spellings(spelling, name):
    assert envs.canonical(spelling) == name
    assert envs.spec(spelling) is envs.spec(name)


@pytest.mark.parametrize("name", TABLE)
def test_a_canonical_name_is_its_own(name):
    assert envs.canonical(name) == name


def test_every_alias_leads_into_the_table():
    assert set(envs.ALIASES.values()) <= set(TABLE)
    assert not set(envs.ALIASES) & set(TABLE)


def test_gymnasiums_own_by_its_prefix_or_where_there_is_no_namesake():
    assert envs.canonical("gymnasium:Ant-v5") == "gymnasium:Ant-v5"
    assert envs.canonical("BipedalWalkerHardcore-v3") == "gymnasium:BipedalWalkerHardcore-v3"
    # The discrete environment differs from the continuous one.
    assert envs.canonical("MountainCar-v0") == "gymnasium:MountainCar-v0"


def test_the_config_has_the_canonical_name():
    assert make_config(env="walker").env == "walker2d"
    assert envs.make("Point").name == "point"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("halfchetah", "halfcheetah"), ("half-cheeta", "halfcheetah"), ("Walker2", "walker2d"), ("ants", "ant")],
)
def test_an_unknown_name_is_refused_with_close_ones(wrong, right):
    with pytest.raises(
        ConfigError,
        match=rf"env={wrong}: there is no .*Did you mean {right}( or |\?).*`diayn envs`",
    ):
        envs.canonical(wrong)


# Users' own.


def test_register(forgets):
    feature = {"double": counter().features["double"]}
    envs.register("my-world", lambda: counter(3), features=feature, defaults={"episode_length": 7})
    env = envs.make("my_world")
    assert (env.name, env.default_features) == ("my-world", "double")
    assert envs.specs()["my-world"].defaults == {"episode_length": 7}
    assert envs.specs()["my-world"].features == feature
    assert make_config(env="my-world").episode_length == 7
    assert Config.episode_length != 7


@pytest.mark.parametrize(
    "name", ["ant", "Walker2d", "walker", "half-cheetah", "half_cheetah", "point-maze", "CheetahRun"]
)
def test_a_name_that_is_taken(forgets, name):
    with pytest.raises(ConfigError, match="this environment exists already"):
        envs.register(name, counter)


@pytest.mark.parametrize("name", ["", "a b", "a:b", "a/b", "-a", "mine-v0"])
def test_a_name_that_cannot_be(forgets, name):
    with pytest.raises(ConfigError, match="letters, digits"):
        envs.register(name, counter)


def of(spoil):
    """Returns a factory of `counter` that applies `spoil` to each timestep."""
    good = counter()
    return lambda: good._replace(
        reset=lambda keys: spoil(good.reset(keys)),
        step=lambda state, action: spoil(good.step(state, action)),
    )


@pytest.mark.parametrize(
    ("factory", "words"),
    [
        (lambda: counter()._replace(observation_size=3), r"reset: obs is float32\[2, 2\].*float32\[2, 3\]"),
        (of(lambda t: t.replace(obs=t.obs.astype(int))), r"reset: obs is int32\[2, 2\]"),
        (
            of(lambda t: t.replace(reward=t.reward[:, None])),
            r"reset: reward is float32\[2, 1\].*float32\[2\]",
        ),
        (of(lambda t: t.replace(terminated=t.reward)), r"reset: terminated is float32\[2\].*bool\[2\]"),
        (of(lambda t: t.replace(features={})), r"reset: features\['double'\] is not given.*float32\[2, 1\]"),
        (of(lambda t: t.replace(features=None)), "reset: features is a NoneType, and should be a dict"),
        (
            of(lambda t: t.replace(features={**t.features, "time": jnp.zeros(())})),
            r"reset: features\['time'\] is float32\[\], and should be \[2, …\] for 2 environments",
        ),
        (
            lambda: counter()._replace(
                step=lambda s, a: of(lambda t: t.replace(features={**t.features, "more": t.obs}))().step(s, a)
            ),
            r"step: features is .*\['more'\] float32\[2, 2\], and should be as reset has it, \['double'\]",
        ),
        (of(lambda t: (t.obs, t.reward)), r"the result of reset is a tuple"),
        (
            lambda: counter()._replace(
                reset=lambda keys: counter().reset(keys).replace(state=jnp.zeros(3, jnp.uint32))
            ),
            r"reset: state is uint32\[3\], and should be \[2, …\]",
        ),
        (
            lambda: counter()._replace(step=lambda s, a: counter().step(s, a).replace(state=s[::-1])),
            r"step: state is \[0\] float32\[2\], .*, and should be as reset has it, \[0\] int32\[2\]",
        ),
        (lambda: counter()._replace(default_features="x"), r"default_features is 'x'.*double or obs"),
        (
            lambda: counter()._replace(
                features={"x": envs.Feature(1, "place", "m", (2,))}, default_features="x"
            ),
            r"features\['x'\]\.dims is \(2,\), and should be indices from 0 to 1",
        ),
        (
            lambda: counter()._replace(
                features={"x": envs.Feature(1, "place", "m", (0, 1))}, default_features="x"
            ),
            r"features\['x'\]\.dims is \(0, 1\), and should be as many as its size says, 1",
        ),
        (lambda: chooser(3)._replace(action_size=1), "action_size is 1, and should be 3, by its num_actions"),
        (lambda: chooser(1), "num_actions is 1, and should be 2 or more"),
        (lambda: film()._replace(image_shape=(4, 4, 1)), r"observation_size is 48, and should be 16"),
        (lambda: mirrored((SWAP,)), r"symmetries\['swap'\] is 1 symmetries without all products, .* a group"),
        (
            lambda: mirrored(group([SWAP._replace(action=signed(2, 1))])),
            r"symmetries\['swap'\]: action is .*, and should be a signed permutation of 1 numbers",
        ),
        (
            lambda: mirrored(group([SWAP._replace(features=(("speed", signed(-1)),))])),
            r"symmetries\['swap'\]: feature is 'speed', and should be ",
        ),
        (lambda: mirrored([SWAP]), r"symmetries\['swap'\] is a list, and should be a tuple of"),
        (
            lambda: mirrored((SWAP._replace(observation=((1, 0), (1, 1))),)),
            r"symmetries\['swap'\]: observation is .*, and should be a signed permutation of 2 numbers",
        ),
        (
            lambda: counter()._replace(symmetries={"auto": group([SWAP])}),
            r"the name of a symmetry is 'auto', and should be another word",
        ),
    ],
)
def test_what_an_environment_of_ones_own_gives_is_checked(forgets, factory, words):
    envs.register("mine", factory)
    with pytest.raises(ConfigError, match=rf"env=mine: .*{words}"):
        envs.make("mine")


def test_environments_of_ones_own_that_are_right(forgets):
    for name, factory in {
        "a": counter,
        "b": film,
        "c": hopeless,
        "d": blind,
        "e": brittle,
        "f": chooser,
        "g": lambda: mirrored(group([SWAP])),
    }.items():
        envs.register(name, factory)
        assert envs.make(name).name == name


def test_what_is_registered_is_checked(forgets):
    envs.register("misspelt", counter, defaults={"episode_lenth": 7})
    with pytest.raises(ConfigError, match=r"episode_lenth: there is no such field\. Did you mean episode_l"):
        make_config(env="misspelt")
    with pytest.raises(ConfigError, match="episode_length=0"):
        envs.register("mine", counter, defaults={"episode_length": 0})
    envs.register("mine", counter, features={"x": envs.Feature(1, "place", "m")})
    with pytest.raises(ConfigError, match=r"declares the features double.* given x"):
        envs.make("mine")
    envs.register("nothing", lambda: None)
    with pytest.raises(ConfigError, match="returns a NoneType"):
        envs.make("nothing")
    with pytest.raises(ConfigError, match=r"gravity=0\.5.*does not take this setting"):
        envs.make("mine", gravity=0.5)
    for arguments, wrong in (
        ({"name": 3, "factory": counter}, r"register\(3\): name of the wrong type"),
        ({"name": "third", "factory": None}, "factory of the wrong type"),
        ({"name": "third", "factory": counter, "features": 3, "defaults": 3}, "features and defaults of"),
    ):
        with pytest.raises(ConfigError, match=wrong):
            envs.register(**arguments)


WORLD = """
    import jax.numpy as jnp
    from diayn_jax.envs import Env
    from diayn_jax.types import Timestep

    def line():
        def timestep(x, reward):
            return Timestep(x, x, reward, jnp.abs(x[:, 0]) > 1, {})

        return Env(
            name="line", backend="jax", observation_size=1, action_size=1, features={},
            default_features="obs", dt=1.0,
            reset=lambda keys: timestep(jnp.zeros((keys.shape[0], 1)), jnp.zeros(keys.shape[0])),
            step=lambda x, action: timestep(x + action, action[:, 0]),
        )
"""


def test_a_factory_by_its_module(module):
    name = f"{module(WORLD)}:line"
    assert envs.canonical(name) == name
    env = envs.make(name)
    assert env.name == name
    first = env.reset(jax.random.key_data(jax.random.split(jax.random.key(0), 2)))
    after = env.step(first.state, jnp.array([[0.5], [2.0]]))
    np.testing.assert_array_equal(after.obs, [[0.5], [2.0]])
    np.testing.assert_array_equal(after.terminated, [False, True])
    assert make_config(env=name).env == name


def test_modules_that_are_not_there(module):
    with pytest.raises(ConfigError, match="no module no_such_package"):
        envs.make("no_such_package.module:factory")
    name = module(WORLD)
    with pytest.raises(ConfigError, match=r"my_world has no such function\. Did you mean line\?"):
        envs.make(f"{name}:lime")
    with pytest.raises(ConfigError, match=r"no module my_world\.sub"):
        envs.make(f"{name}.sub:line")
    for wrong in ("my world:line", "my_world:", ":line", "my_world:a.b", "a:b:c"):
        with pytest.raises(ConfigError, match=r"package\.module:function"):
            envs.make(wrong)


def test_an_error_inside_a_module_is_shown(module):
    name = module("import no_such_thing_at_all", "my_broken_world")
    with pytest.raises(ConfigError, match="my_broken_world imports a module that is missing"):
        envs.make(f"{name}:line")


def test_the_page_on_ones_own_environment_runs(forgets, module):
    page = (ROOT / "docs" / "how_to/own_environment.md").read_text(encoding="utf-8")
    world, *programs = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert len([line for line in world.splitlines() if line.strip()]) <= 20
    module(world, "my_worlds")
    env = envs.make("my_worlds:ball")
    first = env.reset(jax.random.key_data(jax.random.split(jax.random.key(0), 3)))
    after = env.step(first.state, jnp.array([[1.0], [0.0], [-1.0]]))
    speed = 0.9 * np.asarray(first.obs[:, 1]) + [0.1, 0.0, -0.1]
    np.testing.assert_allclose(after.obs[:, 1], speed, rtol=1e-6)
    np.testing.assert_allclose(after.obs[:, 0], first.obs[:, 0] + speed, rtol=1e-6)
    # The program is the page's, with small settings added.
    small = OFF_POLICY | NETWORKS["diayn"] | {"num_env_steps": 100, "num_devices": 1}
    small |= {"report": "none", "plots": False, "tensorboard": False}
    del small["episode_length"]
    assert len(programs) == 2
    scope = {"envs": envs}
    for number, program in enumerate(programs):
        assert "num_env_steps=20_000" in program
        program = program.replace("num_env_steps=20_000", f"**{small}")
        with pytest.MonkeyPatch.context() as patch:
            if number:
                # The same environment is given otherwise, and has learnt already.
                untaught.with_stubs(patch)
            exec(compile(program, "own_environment.md", "exec"), scope)
        # The settings that were registered also apply if an `Env` of this name is passed.
        assert (scope["run"].config.env, scope["run"].config.episode_length) == ("ball", 50)
