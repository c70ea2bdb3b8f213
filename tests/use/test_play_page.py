"""The page of `diayn play` without a server, in a real browser: its policy, its physics, its refusals."""

import base64
import dataclasses
import io
import json
import wave

import numpy as np
import pytest
import untrained
from browser import NARROW, chromium, opened

import diayn_jax
from diayn_jax import envs
from diayn_jax.config import ConfigError
from diayn_jax.show import page
from diayn_jax.storage import pretrained
from diayn_jax.types import Timestep
from diayn_jax.use.play import network, rival
from diayn_jax.use.play import play as playing

assert chromium  # a fixture

ROBOT = {"env": "halfcheetah", "backend": "native", "policy_hidden_sizes": (16, 16)}
ANT = {**ROBOT, "env": "ant"}
# In seconds. A song plays on while a busy machine draws, so it is much longer than what is looked at.
SONG = 8
# By name: the skills whose policies stand in a page.
POLICIES = {
    "vectors, in sectors": {**ANT, **untrained.SPHERE, "symmetry": "D4"},
    "numbers, in sectors": {**ANT, **untrained.COUNTED, "num_skills": 4, "symmetry": "C2"},
    "numbers": {**ANT, **untrained.DIAYN},
    "layer norm": {**ROBOT, **untrained.DIAYN, "policy_layer_norm": True},
    "ppo, raw": {**ROBOT, **untrained.SPHERE, "agent": "ppo", "normalize": False},
}
# Numbers travel as one string, because Playwright takes long for each number of a list.
_ACT = """(given) => {
  const [policy, seen, skills] = JSON.parse(given);
  const act = diaynPlay.makePolicy(policy);
  return JSON.stringify(seen.map((x, i) => act(x, skills[i])));
}"""
_BELIEVE = "([belief, features]) => features.map((x) => diaynPlay.makeBelief(belief)(x))"
_STEP = """([i, control]) => {
  const robot = played.source.simulation();
  robot.setState(...window.states[i]);
  const seen = robot.observe();
  robot.step(control);
  return { seen, qpos: Array.from(robot.data.qpos) };
}"""


@pytest.fixture(scope="module")
def env():
    return envs.make("halfcheetah", backend="native")


@pytest.fixture(scope="module")
def html(env, tmp_path_factory):
    """The page of an untrained half-cheetah."""
    file = tmp_path_factory.mktemp("page") / "play.html"
    skills = untrained.skills(**ROBOT, **untrained.DIAYN)
    file.write_text(playing.page_of(skills, "untrained", playing.source_of(skills, env)), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def seen(html, chromium):
    with opened(chromium, html) as found:
        yield found


@pytest.mark.parametrize("name", POLICIES)
def test_ten_thousand_observations_get_the_actions_of_python(name, seen):
    skills = untrained.skills(**POLICIES[name])
    rng = np.random.default_rng(0)
    count = 10_000 if name == "vectors, in sectors" else 500
    obs = rng.normal(0, 2, (count, skills.interface.observation_size)).astype(np.float32)
    stored = rng.normal(0, 2, (count, skills.components.feature_map.stored_size)).astype(np.float32)
    if skills.num_skills is None:
        angle = rng.uniform(0, 2 * np.pi, count)
        skill = np.stack([np.cos(angle), np.sin(angle)], axis=-1).astype(np.float32)
    else:
        skill = rng.integers(0, skills.num_skills, count)
    wanted = np.asarray(skills.act(skills.params, obs, skill, features=stored))
    saw = np.concatenate([obs, stored], axis=-1) if skills.config.agent_sees_features else obs
    given = [network.policy_of(skills), saw.tolist(), skill.tolist()]
    found = np.array(json.loads(seen.page.evaluate(_ACT, json.dumps(given))))
    assert np.abs(found - wanted).max() < 1e-5
    # The actions differ, so that equal ones say something.
    assert wanted.std(axis=0).min() > 1e-3


@pytest.mark.parametrize("name", ["vectors, in sectors", "numbers", "ppo, raw"])
def test_beliefs_are_those_of_python(name, seen):
    skills = untrained.skills(**POLICIES[name])
    phi = np.random.default_rng(1).normal(0, 2, (50, skills.components.feature_map.size)).astype(np.float32)
    believe = skills.log_q if skills.classifies else skills.phi
    found = seen.page.evaluate(_BELIEVE, [network.belief_of(skills), phi.tolist()])
    np.testing.assert_allclose(found, believe(skills.params, phi), atol=1e-4, rtol=1e-4)


def test_a_discriminator_of_mixtures_has_no_bars():
    mixtures = {
        "skill_space": "dirichlet:3",
        "skill_sampling": "resampled",
        "discriminator_hidden_sizes": (8,),
    }
    assert network.belief_of(untrained.skills(**ROBOT, **mixtures)) is None
    assert network.belief_of(untrained.skills(**ROBOT, **untrained.DIAYN))["kind"] == "skills"


def test_a_step_of_the_page_is_a_step_of_the_environment(env, seen):
    timestep = env.reset(np.array([[0, 1], [0, 2]], np.uint32))
    action = np.linspace(-1, 1, 12, dtype=np.float32).reshape(2, 6)
    states = [[q.tolist(), qd.tolist()] for q, qd in zip(timestep.state.q, timestep.state.qd, strict=True)]
    seen.page.evaluate("(states) => { window.states = states; }", states)
    after = env.step(timestep.state, action)
    for i in range(2):
        found = seen.page.evaluate(_STEP, [i, action[i].tolist()])
        # The policy sees its position too, which the observation lacks.
        saw = np.concatenate([timestep.obs[i], timestep.features["x"][i]])
        np.testing.assert_allclose(found["seen"], saw, atol=1e-5)
        np.testing.assert_allclose(found["qpos"], after.state.q[i], atol=1e-4)


def test_the_page_is_played_from_disk(seen):
    time_of = "document.querySelector('.play-figures dd').innerText"
    before = seen.page.evaluate(time_of)
    seen.until(f"{time_of} !== '{before}'")
    seen.page.keyboard.press("2")
    assert seen.page.locator(".play-skill output").inner_text() == "skill 2"
    seen.page.get_by_role("slider", name="Gravity").fill("0")
    seen.page.get_by_role("slider", name="bthigh").fill("0")
    assert "broken" in seen.page.locator(".play-side").inner_text()
    seen.page.get_by_role("button", name="Repair all").click()
    seen.page.keyboard.press("r")
    assert seen.said == []
    assert [address for address in seen.asked if not address.startswith("file:")] == []


def test_a_page_that_is_opened_in_the_background_stands_still(html, chromium, tmp_path):
    hidden = "<script>Object.defineProperty(document, 'hidden', { get: () => !window.seen });</script>"
    file, place = tmp_path / "hidden.html", '<div id="report">'
    file.write_text(html.read_text(encoding="utf-8").replace(place, hidden + place), encoding="utf-8")
    time_of = "played.source.simulation().data.time"
    with opened(chromium, file) as seen:
        seen.page.wait_for_timeout(500)
        assert seen.page.evaluate(time_of) == 0
        seen.page.evaluate("window.seen = true; document.dispatchEvent(new Event('visibilitychange'))")
        seen.until(f"{time_of} > 0.2")


# A robot that goes where its skill points; after a fall, it lies until it starts again.
_WALKER = """({ speed, dt, falls }) => {
  let [place, step, fallen] = [null, 0, false];
  const frame = (why) => ({ place: [...place], step, why });
  return {
    begin() {
      [place, step, fallen] = [[0, 0], 0, false];
      return frame(3);
    },
    play(skill, steps) {
      return Array.from({ length: steps }, () => {
        fallen ||= place[0] > falls.at(-1) && Boolean(falls.pop());
        if (!fallen) place = place.map((x, i) => x + speed * dt * skill[i]);
        step += 1;
        return frame(0);
      });
    },
    choose: ([x, y]) => [x / Math.hypot(x, y), y / Math.hypot(x, y)],
    close() {},
  };
}"""
_RIVALS = f"""async ([skills, walker, goals]) => {{
  const simulation = ({_WALKER})(walker);
  const world = {{ probes: skills, dt: walker.dt, placeOf: ({{ place }}) => place, held: 1 }};
  const {{ names, play }} = diaynPlay.makeRivals(simulation, world);
  const course = {{ number: 1, goals, radius: 0.5 }};
  const found = {{}};
  for (const name of [...names, "single"]) {{
    const {{ seconds, frames }} = await play(name, course);
    found[name] = [seconds, frames.at(-1).at];
  }}
  return found;
}}"""
SPEED, DT = 1.0, 0.05
# 2.5 m to the first goal's edge; from there the second goal lies at (0.5, 4), and its edge is reached.
STRAIGHT = (2.5 + np.hypot(0.5, 4) - 0.5) / SPEED
LATE = 60.0


def raced(seen, falls=(), goals=((3, 0), (3, 4))):
    """Returns the seconds of each rival, and the steps of its race, for 16 directions as skills."""
    angle = np.arange(16) * np.pi / 8
    skills = np.stack([np.cos(angle), np.sin(angle)], axis=-1)
    walker = {"speed": SPEED, "dt": DT, "falls": list(falls)}
    return seen.page.evaluate(_RIVALS, [skills.tolist(), walker, list(map(list, goals))])


def test_rivals_that_pick_by_the_goal_go_straight(seen):
    found = raced(seen)
    assert list(found) == ["learned", "directed", "random", "single"]
    for name, most in (("learned", 1.01), ("directed", 1.2)):
        seconds, steps = found[name]
        assert STRAIGHT - DT <= seconds < most * STRAIGHT + DT
        assert steps == pytest.approx(seconds / DT)
    # A random walk of steps of 1.25 m seldom gets there within a minute; if so, it takes longer.
    assert found["random"][0] is None or found["random"][0] > found["directed"][0]
    # One skill alone gets to the first goal and past it.
    assert found["single"][0] is None
    assert found["single"][1] == pytest.approx(LATE / DT, abs=1)


def test_a_rival_that_has_fallen_starts_again_while_the_clock_goes_on(seen):
    seconds, _ = raced(seen, falls=[2.0])["learned"]
    # It went 2 m, lay for two seconds, and began anew.
    assert seconds == pytest.approx(STRAIGHT + 2 / SPEED + 2, abs=0.2)


def test_a_new_start_reaches_no_goal_and_all_goals_lie_ahead_again(seen):
    # The last goal is the start. The rival falls just after the first goal, and lies for two seconds.
    seconds, _ = raced(seen, falls=[2.52], goals=[(3, 0), (0, 0)])["learned"]
    there, back = 2.5 / SPEED, 2.0 / SPEED
    assert seconds == pytest.approx(there + 2 + there + back, abs=0.3)


@pytest.mark.parametrize(
    ("world", "names"),
    [
        ({"kind": "image"}, []),
        ({"kind": "plane", "trail": False, "background": []}, []),
        (
            {"kind": "plane", "trail": True, "limits": [[-1, 1], [-2, 2]], "background": [{"role": "wall"}]},
            ["Waypoints", "Slalom", "Race"],
        ),
        # A maze: a course could lead through its walls.
        (
            {"kind": "plane", "trail": True, "limits": [[-1, 1]] * 2, "background": [{"role": "wall"}] * 2},
            [],
        ),
        (
            {"kind": "mujoco", "view": {"travels": True, "look": "side", "radius": 1}},
            ["Race", "There and back"],
        ),
        ({"kind": "mujoco", "view": {"travels": False, "look": "over", "radius": 1}}, []),
    ],
    ids=str,
)
def test_courses_suit_the_world(world, names, seen):
    drawn = """([world, numbers]) => diaynPlay.coursesOf(world).map(({ draw }) => numbers.map(draw))"""
    kinds = seen.page.evaluate(drawn, [world, [1, 2, 3, 999, 1]])
    assert [courses[0]["name"] for courses in kinds] == names
    for courses in kinds:
        # A number is the same course each time, and others differ from it.
        assert courses[4] == courses[0]
        assert len({str(course["goals"]) for course in courses}) == 4
        for course in courses:
            goals = np.array(course["goals"])
            # The course goes somewhere: each goal is out of reach of the one before.
            way = np.diff(np.concatenate([np.zeros((1, 2)), goals]), axis=0)
            assert (np.linalg.norm(way, axis=-1) > 2 * course["radius"]).all()
            if world["kind"] == "plane":
                assert np.abs(goals).max() <= 1


def test_courses_with_neighbouring_numbers_are_independent(seen):
    drawn = """(numbers) => numbers.map((number) => diaynPlay.randomOf(number)())"""
    first = np.array(seen.page.evaluate(drawn, list(range(1, 1000))))
    # Uniform numbers: their mean is 1/2 and their variance 1/12; neighbours are not correlated.
    np.testing.assert_allclose([first.mean(), first.var()], [1 / 2, 1 / 12], atol=0.03)
    assert abs(np.corrcoef(first[:-1], first[1:])[0, 1]) < 0.1


def test_a_chooser_of_the_page_picks_what_that_of_python_picks(seen):
    # Beside the robot's 27 numbers and the way to the goal, it sees xy, which the observation lacks.
    policy = untrained.skills(env="ant_goals", objective="task", agent="sac", policy_hidden_sizes=(16,))
    rng = np.random.default_rng(0)
    obs, way, xy = (rng.normal(0, 1, (30, size)).astype(np.float32) for size in (27, 2, 2))
    blank = np.zeros(1, np.float32)
    for kind in ("sphere:8", "gaussian:8", "box:8"):
        space = untrained.skills(objective="metra", skill_space=kind).space
        found = rival.Rival(policy, space, 27, 5)
        choose = rival.chooser_of(found)
        wanted = [
            choose(Timestep(None, o[None], blank, blank, {"xy": x[None]}), [*w, 0.5])
            for o, w, x in zip(obs, way, xy, strict=True)
        ]
        picked = seen.page.evaluate(
            "([r, obs, way, xy]) => obs.map((x, i) => diaynPlay.makeChooser(r)(x, way[i], 0.5, xy[i]))",
            [rival.described(found), obs.tolist(), way.tolist(), xy.tolist()],
        )
        np.testing.assert_allclose(picked, wanted, atol=1e-5)
        assert np.std(wanted, axis=0).min() > 0.01


def played_game(seen, told):
    """Begins a race, waits for the rivals, carries the robot to the goal, and returns the table of times."""
    seen.page.get_by_role("spinbutton", name="Course number").fill("3")
    seen.page.get_by_role("button", name="Race").click()
    seen.until(f"document.querySelector('.play-told').innerText.includes({told!r})")
    # An untrained robot does not get there.
    seen.page.evaluate(
        """() => {
          const { data } = played.source.simulation();
          data.qpos[0] += played.game.courses()[0].draw(3).goals[0][0];
        }"""
    )
    seen.until("!document.querySelector('.play-scores').hidden")
    return [row.split("\t") for row in seen.page.locator(".play-scores tr").all_inner_texts()]


def test_the_game_is_played_on_the_page(seen):
    seen.page.get_by_text("Game", exact=True).click()
    rows = played_game(seen, "Race 3: waypoint 1 of 1")
    assert "Race 3" in seen.page.locator(".play-told").inner_text()
    assert "your best" in seen.page.locator(".play-told").inner_text()
    assert [row[0] for row in rows] == ["you", "rival: by direction", "rival: at random", "best 1"]
    assert rows[0][1] == rows[3][1]
    assert seen.said == []


def test_a_course_number_is_typed_without_picking_skills(seen):
    seen.page.evaluate("document.querySelector('.play-side details').open = true")
    number = seen.page.get_by_role("spinbutton", name="Course number")
    number.evaluate("(each) => each.blur()")
    seen.page.keyboard.press("1")
    number.fill("")
    number.press_sequentially("20")
    number.press("ArrowUp")
    assert number.input_value() == "21"
    assert seen.page.locator(".play-skill output").inner_text() == "skill 1"


def test_a_game_goes_on_without_rivals_that_cannot_play(seen):
    fails = "Promise.reject(new Error('no memory is left'))"
    seen.page.evaluate(f"() => {{ played.source.rival = () => {fails}; }}")
    rows = played_game(seen, "Race 3: waypoint 1 of 1")
    assert [row[0] for row in rows[:2]] == ["you", "best 1"]
    assert "no memory is left" in seen.page.locator(".play-told").inner_text()


@pytest.fixture(scope="module")
def danced(tmp_path_factory):
    """A dance of skills that come with the package, which wrote nothing but its page."""
    run = dataclasses.replace(diayn_jax.load(pretrained.folder("halfcheetah-diayn")), path=None)
    return diayn_jax.dance(run, tempo=120, seconds=SONG, page=tmp_path_factory.mktemp("dance") / "dance.html")


def test_a_page_holds_the_song_and_the_programme(danced):
    (file,) = danced.written
    data = page.read(file)["dance"]
    kind, _, content = data["url"].partition(",")
    assert kind == "data:audio/wav;base64"
    with wave.open(io.BytesIO(base64.b64decode(content))) as song:
        assert (song.getnchannels(), song.getsampwidth()) == (1, 2)
        assert song.getnframes() / song.getframerate() == data["seconds"] == SONG
    rows = danced.as_json()["programme"]
    begins = [*(row["step"] for row in rows), danced.as_json()["steps"]]
    assert len(data["times"]) == len(data["skills"]) == begins[-1]
    for row, end in zip(rows, begins[1:], strict=True):
        assert data["times"][row["step"]] == pytest.approx(row["seconds"], abs=1e-3)
        assert set(data["skills"][row["step"] : end]) == {row["skill"]}


_MOMENT = """() => {
  const { qpos, time } = played.source.simulation().data;
  const skill = document.querySelector(".play-skill output").value;
  return [played.dance.clock(), skill, time, Array.from(qpos)];
}"""


def test_a_robot_dances_by_the_clock_of_the_song(danced, chromium):
    rows, step = danced.as_json()["programme"], danced.settings["control_seconds"]
    times = danced.found.programme.step_times[:-1]
    with opened(chromium, danced.written[0]) as seen:
        # At a quarter of its speed, because a busy machine draws slowly, and the song does not wait.
        seen.page.keyboard.press("s")
        seen.page.get_by_role("button", name="Dance").click()
        for at in (0.7, 1.4, 2.1):
            seen.until(f"played.dance.clock() > {at}")
            seen.page.keyboard.press("Space")
            seen.page.wait_for_timeout(300)
            clock, skill, simulated, qpos = seen.page.evaluate(_MOMENT)
            assert at < clock < SONG
            assert skill == f"skill {[row['skill'] for row in rows if row['seconds'] <= clock][-1]}"
            taken = round(simulated / step)
            assert taken == np.sum(times <= clock)
            np.testing.assert_allclose(qpos, danced.found.poses[taken], atol=0.05)
            # It stands as long as the song does.
            assert seen.page.evaluate(_MOMENT) == [clock, skill, simulated, qpos]
            seen.page.keyboard.press("Space")
        # A person takes over: the music goes on, and the skill stays.
        other = next(z for z in range(10) if z not in {row["skill"] for row in rows})
        seen.page.keyboard.press(str(other))
        seen.page.keyboard.press("r")
        assert 2.1 < seen.page.evaluate(_MOMENT)[0] < SONG
        seen.page.keyboard.press("s")
        seen.until(f"played.dance.clock() >= {SONG}")
        seen.page.get_by_role("button", name="Dance").wait_for()
        assert seen.page.evaluate(_MOMENT)[1] == f"skill {other}"
        # The song begins anew with the robot, and can be stopped.
        seen.page.keyboard.press("s")
        seen.page.get_by_role("button", name="Dance").click()
        seen.until("played.dance.clock() > 0.3")
        seen.page.keyboard.press("Space")
        seen.page.keyboard.press("r")
        seen.until("played.dance.clock() === 0 && played.source.simulation().data.time < 0.1")
        seen.page.get_by_role("button", name="Stop").click()
        assert not seen.page.evaluate("played.dance.steers()")
        assert seen.said == []
        assert [address for address in seen.asked if not address.startswith(("file:", "data:"))] == []


def test_what_cannot_dance_on_a_page_is_refused(danced, tiny_run, tmp_path):
    target = tmp_path / "dance.html"
    for run, more, words in (
        (tiny_run, {}, r"point does not run on MuJoCo .* Leave page out"),
        (tiny_run, {"page": tmp_path / "dance.txt"}, r"page=.*name an HTML file"),
        (tiny_run, {"schedule_only": True}, "page writes a page, but schedule_only writes JSON alone"),
        (tiny_run, {"seconds": 200}, r"the song has 8.8 MB, but a page holds 6 MB at most"),
        (on_mjx(danced.run), {}, r"loaded on mjx, .* load\(RUN, backend=\"native\"\)"),
    ):
        with pytest.raises(ConfigError, match=words):
            diayn_jax.dance(run, **{"tempo": 120, "page": target, **more})
    assert not target.exists()


def on_mjx(run):
    """Returns a run as if it was loaded on another backend."""
    env = run.evaluator.env._replace(backend="mjx")
    return dataclasses.replace(run, evaluator=run.evaluator._replace(env=env))


def test_the_page_is_small_and_can_be_read_by_all(html, chromium):
    assert html.stat().st_size < 16e6
    with opened(chromium, html, theme="dark", size=NARROW) as found:
        assert found.serious() == []
        assert found.page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_a_browser_that_cannot_simulate_is_told_so(html, chromium):
    context = chromium.new_context(offline=True)
    for missing, said in (
        ("delete window.WebAssembly", "This browser has no WebAssembly, so the robot cannot be simulated."),
        (
            "const own = HTMLCanvasElement.prototype.getContext;"
            "HTMLCanvasElement.prototype.getContext = function (kind, ...more) {"
            "  return kind.startsWith('webgl') ? null : own.call(this, kind, ...more); }",
            "This browser has no WebGL, so the robot cannot be drawn.",
        ),
    ):
        tab = context.new_page()
        tab.add_init_script(missing)
        tab.goto(html.as_uri())
        tab.get_by_text(said).wait_for(timeout=60_000)
    context.close()


def test_what_a_page_cannot_simulate_is_refused(tiny_run, tmp_path):
    target = tmp_path / "play.html"
    with pytest.raises(ConfigError, match=r"point does not run on MuJoCo .* Leave page out"):
        diayn_jax.play(tiny_run, page=target)
    for wrong in (tmp_path, tmp_path / "none" / "play.html", tmp_path / "play.txt"):
        with pytest.raises(ConfigError, match=r"page=.*such as play.html"):
            diayn_jax.play(tiny_run, page=wrong)
    assert not target.exists()


def test_observations_that_mujoco_does_not_give_are_refused():
    skills = untrained.skills(**{**ROBOT, "env": "inverted_pendulum", **untrained.DIAYN})
    with pytest.raises(ConfigError, match="moves inverted_pendulum otherwise than its environment does"):
        playing.source_of(skills, envs.make("inverted_pendulum", backend="native"))
    with pytest.raises(ConfigError, match=r"only policies of sac .* can stand in a page, not dqn"):
        network.check(untrained.skills(env="cartpole", agent="dqn", num_skills=3))


def test_the_bundle_is_told_what_the_page_may_do(html):
    text = html.read_text(encoding="utf-8")
    assert "connect-src 'none'" in text
    assert len(page.physics_part()) < 4e6
