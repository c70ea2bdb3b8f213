"""`diayn play`: sessions, the server and whom it refuses, and its page in a real browser."""

import contextlib
import dataclasses
import json
import queue
import re
import socket
import threading
import types
import urllib.error
import urllib.request

import numpy as np
import pytest
from browser import NARROW, chromium, opened
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

import diayn_jax
from diayn_jax.config import ConfigError
from diayn_jax.use.play import play as playing
from diayn_jax.use.play import server
from diayn_jax.use.play.simulation import ASKED, GOES_ON, Playground, Session

assert chromium  # a fixture

SKILLS = 3


@pytest.fixture(scope="module")
def playground(tiny_run):
    return Playground(diayn_jax.load(tiny_run.path))


@pytest.fixture
def session(playground):
    return Session(playground)


def begin(playground):
    """Starts a server of the run; returns it, and its thread."""
    found = queue.Queue()

    def page(path):
        return playing.page_of(playground.run.skills, "tiny", {"kind": "server", "path": path})

    thread = threading.Thread(target=server.play_served, args=[playground, page, 0, found.put])
    thread.start()
    return found.get(timeout=60), thread


@pytest.fixture(scope="module")
def served(playground):
    """A server of the run, at its address."""
    serving, thread = begin(playground)
    port, token = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/([\w-]{16,})/", serving.address).groups()
    yield types.SimpleNamespace(address=serving.address, port=int(port), token=token)
    serving.stop()
    thread.join()


def read(frame):
    """Returns head [4], belief and points [P, 2] of a frame of the point world."""
    numbers = np.frombuffer(frame, "<f4")
    return numbers[:4], numbers[4 : 4 + SKILLS], numbers[4 + SKILLS :].reshape(-1, 2)


def test_a_session_plays_what_the_run_plays(playground, session):
    session.apply({"skill": 2, "reset": True})
    head, _, start = read(session.advance())
    assert head.tolist() == [0, 0, 0, ASKED]
    seen = [start[0]]
    total = 0.0
    for step in range(1, 6):
        head, belief, points = read(session.advance())
        total += float(head[1])
        assert (head[0], head[3]) == (step, GOES_ON)
        assert head[2] == pytest.approx(total, rel=1e-5)
        # They are log probabilities of the run's three skills.
        assert np.exp(belief).sum() == pytest.approx(1, abs=1e-5)
        seen.append(points[0])
    # The policy acts by its mode, and an action moves the point by at most 0.1 m along each axis.
    run = playground.run
    here, there = np.stack(seen[:-1]), np.stack(seen[1:])
    action = np.asarray(run.act(here, skill=2))
    np.testing.assert_allclose(there, np.clip(here + 0.1 * action, -1, 1), atol=1e-5)
    np.testing.assert_allclose(belief, run.skills.log_q(run.skills.params, seen[-1]), atol=1e-4)


def test_broken_motors_do_not_move(session):
    session.apply({"motors": [0.0, 1.0], "reset": True})
    points = np.stack([read(session.advance())[2][0] for _ in range(5)])
    assert np.ptp(points[:, 0]) == 0
    assert np.ptp(points[:, 1]) > 0


def test_wishes_that_are_wrong_change_nothing(session):
    session.apply({"speed": 0.5})
    for wish, said in {
        '{"skill": 3}': "skill is 3; this run has skills 0 to 2",
        '{"skill": [0.6, 0.8]}': "this run has skills 0 to 2",
        '{"speed": 100}': "speed takes 1 numbers from 0.05 to 4",
        '{"speed": "fast"}': "could not convert",
        '{"motors": [1]}': "motors takes 2 numbers from 0 to 1",
        '{"motors": [NaN, 1]}': "motors takes 2 numbers from 0 to 1",
        '{"skil": 1}': "a wish has skill, speed",
        "[1]": "a wish has skill, speed",
    }.items():
        with pytest.raises(ValueError, match=re.escape(said)):
            session.apply(json.loads(wish))
    assert session.speed == 0.5
    with pytest.raises(ValueError, match="the gravity of point cannot be changed"):
        session.use_gravity(0.5)


def test_a_fast_world_skips_frames_and_not_steps(playground, session):
    session.apply({"speed": 4.0, "reset": True})
    session.advance()
    head, _, _ = read(session.advance())
    steps = max(1, int(4 / playground.step_seconds / 60))
    assert head[0] == steps
    assert session.seconds == pytest.approx(playground.step_seconds * steps / 4)


def test_a_rival_plays_in_a_session_of_its_own(playground, session):
    (first,), chosen = session.answer({"begin": 3})
    assert (read(first)[0].tolist(), chosen) == ([0, 0, 0, ASKED], None)
    frames, _ = session.answer({"skill": 2, "steps": 4})
    assert [read(frame)[0][0] for frame in frames] == [1, 2, 3, 4]
    # A number is the same first state each time.
    again = Session(playground, seed=9)
    assert again.answer({"begin": 3}) == ([first], None)
    assert again.answer({"skill": 2, "steps": 4}) == (frames, None)
    assert again.answer({"begin": 4}) != ([first], None)
    for wish in ({"steps": 4}, {"skill": 2, "steps": 0}, {"skill": 2, "steps": 10**9}, [], {"begin": "x"}):
        with pytest.raises(ValueError, match="a rival wishes begin, skill and steps, or choose"):
            session.answer(wish)
    with pytest.raises(ValueError, match="skill is 3"):
        session.answer({"skill": 3, "steps": 1})


def test_a_world_that_cannot_begin_is_ended(playground, monkeypatch):
    def broken(*_):
        raise RuntimeError("no display")

    program, ended = playground.program(playground.run.config.gravity)._replace(start=broken), []
    monkeypatch.setattr(playground, "program", lambda gravity: program)
    monkeypatch.setattr(playground, "end", ended.append)
    with pytest.raises(RuntimeError, match="no display"):
        Session(playground)
    assert ended == [program]


def test_a_browser_leaves_out_the_port_of_http():
    def hosts(port):
        return server._hosts(types.SimpleNamespace(local_address=("127.0.0.1", port)))

    assert "127.0.0.1" in hosts(80)
    assert "localhost" in hosts(80)
    assert hosts(8650) == ("127.0.0.1:8650", "localhost:8650")


# Whom the server answers.


def get(served, path, **headers):
    request = urllib.request.Request(f"http://127.0.0.1:{served.port}{path}", headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_only_the_whole_address_is_answered(served):
    status, text = get(served, f"/{served.token}/")
    assert (status, text[:15]) == (200, "<!doctype html>")
    assert get(served, "/") == (403, "Open the whole address that `diayn play` printed.\n")
    assert get(served, f"/{served.token[:-1]}/")[0] == 403
    # Beside this address, the page would not find its WebSocket.
    assert get(served, f"/{served.token}")[0] == 403
    assert get(served, f"/{served.token}/config.json")[0] == 404
    assert get(served, f"/{served.token}/", Host="elsewhere.example")[0] == 403
    assert get(served, f"/{served.token}/", Host=f"localhost:{served.port}")[0] == 200


def test_a_strangers_page_does_not_play(served):
    own = f"http://127.0.0.1:{served.port}"

    def played(token, origin):
        try:
            with connect(f"ws://127.0.0.1:{served.port}/{token}/socket", origin=origin) as tab:
                return json.loads(tab.recv(timeout=30))
        except InvalidStatus as refused:
            return refused.response.status_code

    assert played(served.token, own) == {"status": "compiling"}
    for token, origin in ((served.token, "http://elsewhere.example"), (served.token, None), ("x" * 22, own)):
        assert played(token, origin) == 403


def test_tabs_play_independently_and_hear_what_is_wrong(served):
    address, origin = f"ws://127.0.0.1:{served.port}/{served.token}/socket", f"http://127.0.0.1:{served.port}"

    def told(tab, kind):
        """Returns the next message of a kind; frames in between are dropped."""
        while True:
            message = tab.recv(timeout=60)
            if isinstance(message, str) and kind in json.loads(message):
                return json.loads(message)[kind]

    # Frames that nobody reads must not hold up the end.
    settings = {"origin": origin, "max_queue": None}
    with connect(address, **settings) as one, connect(address, **settings) as two:
        world = told(one, "world")
        assert (world["world"]["kind"], world["belief"], world["belief_size"]) == ("plane", "skills", SKILLS)
        told(two, "world")
        one.send(json.dumps({"paused": True}))
        one.send(json.dumps({"skill": 9}))
        assert "skill is 9; this run has skills 0 to 2" in told(one, "refused")
        for wrong in ("{", "[" * 9999, f'{{"speed": 1{"0" * 400}}}', '{"gravity": 2}'):
            two.send(wrong)
            assert told(two, "refused")
        # A paused tab is silent, and the other one goes on.
        with contextlib.suppress(TimeoutError):
            for _ in range(200):
                one.recv(timeout=1)
            pytest.fail("a paused tab gets frames")
        assert isinstance(two.recv(timeout=30), bytes)


def test_a_port_that_is_taken_is_refused(tiny_run):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(ConfigError, match=f"port={port} cannot be used: .* Choose another port, or 0"):
            diayn_jax.play(tiny_run, port=port)
    with pytest.raises(ConfigError, match=r"port=8650\.5: it takes a whole number"):
        diayn_jax.play(tiny_run, port=8650.5)
    with pytest.raises(ConfigError, match="port=70000 is not allowed: it takes 0 to 65535"):
        diayn_jax.play(tiny_run, port=70000)


def test_a_world_without_a_scene_is_refused(tiny_run):
    unseen = tiny_run.evaluator._replace(env=tiny_run.evaluator.env._replace(scene=None))
    with pytest.raises(ConfigError, match="point has no `scene`, so it cannot be drawn"):
        Playground(dataclasses.replace(tiny_run, evaluator=unseen))


# The page.


@pytest.fixture(scope="module")
def page(served, chromium):
    with opened(chromium, served.address) as seen:
        yield seen


def skill_of(seen):
    return seen.page.locator(".play-skill output").inner_text()


def test_keys_pick_skills_pause_and_slow(page):
    keys = page.page.keyboard
    for key, wanted in (
        ("2", "skill 2"),
        ("0", "skill 0"),
        ("ArrowRight", "skill 1"),
        ("ArrowLeft", "skill 0"),
    ):
        keys.press(key)
        assert skill_of(page) == wanted
    keys.press("9")
    assert skill_of(page) == "skill 0"
    keys.press("s")
    assert page.page.get_by_role("button", name="Slow motion").get_attribute("aria-pressed") == "true"
    assert page.page.get_by_role("slider", name="Speed").input_value() == "0.25"
    keys.press("s")
    keys.press(" ")
    page.page.get_by_role("button", name="Play", exact=True).wait_for()
    keys.press(" ")
    page.page.get_by_role("button", name="Pause", exact=True).wait_for()


def test_the_robot_moves_and_the_figures_follow(page):
    time_of = "document.querySelector('.play-figures dd').innerText"
    before = page.page.evaluate(time_of)
    page.until(f"{time_of} !== '{before}'")
    page.page.get_by_role("button", name="Start again").click()
    bar = "document.querySelector('.ring-bar').getAttribute('d')"
    page.until(f"Boolean({bar})")


def test_the_ring_is_pushed_by_the_mouse(page):
    box = page.page.locator(".play-ring").bounding_box()
    middle, radius = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2), box["width"] * 0.4
    # Three sectors, clockwise from the top: the second is to the lower right.
    for angle, wanted in ((0, "skill 0"), (120, "skill 1"), (240, "skill 2")):
        turn = np.radians(angle)
        page.page.mouse.click(middle[0] + radius * np.sin(turn), middle[1] - radius * np.cos(turn))
        assert skill_of(page) == wanted


PAD = """(pad) => {
  const buttons = Array.from({ length: 16 }, (_, i) => ({ pressed: pad.pressed.includes(i) }));
  navigator.getGamepads = () => [null, { connected: true, axes: pad.axes, buttons }];
}"""


def test_a_gamepad_pushes_the_ring_and_presses_buttons(page):
    def hold(axes=(0, 0), pressed=()):
        page.page.evaluate(PAD, {"axes": axes, "pressed": pressed})

    skill = "document.querySelector('.play-skill output').innerText"
    # Sticks point down at +1. The three sectors are at the top, at the lower right and at the lower left.
    for axes, wanted in (((0.8, 0.5), "skill 1"), ((-0.8, 0.5), "skill 2"), ((0, -1), "skill 0")):
        hold(axes)
        page.until(f"{skill} === '{wanted}'")
    hold((0.2, 0.2))  # The stick rests.
    hold(pressed=[15])  # The cross, to the right.
    page.until(f"{skill} === 'skill 1'")
    hold()
    page.page.wait_for_timeout(300)
    hold(pressed=[0])
    page.page.get_by_role("button", name="Play", exact=True).wait_for()
    # A button that is held presses once.
    page.page.wait_for_timeout(300)
    assert page.page.get_by_role("button", name="Play", exact=True).is_visible()
    hold()
    page.page.keyboard.press(" ")
    page.page.evaluate("() => { navigator.getGamepads = () => []; }")


def test_a_game_on_a_served_page_has_rivals_of_the_server(page):
    page.page.get_by_text("Game", exact=True).click()
    page.page.get_by_role("slider", name="Speed").fill("4")
    page.page.get_by_role("button", name="Waypoints").click()
    # The point's world has no clock. A step counts as 0.05 s of the game, so that tenths of seconds are seen.
    page.until("/, [4-9][.][1-9] s$/.test(document.querySelector('.play-told').innerText)", 120)
    # The point stands still in a corner, so that time is up.
    page.until("document.querySelector('.play-told').innerText === 'Waypoints 1: time is up.'", 240)
    rows = [row.split("\t") for row in page.page.locator(".play-scores tr").all_inner_texts()]
    assert [row[0] for row in rows] == ["you", "rival: by direction", "rival: at random"]
    assert rows[0][1] == "not there"
    page.page.get_by_role("slider", name="Speed").fill("1")


def test_the_page_has_no_errors_and_can_be_read_by_all(page):
    assert page.serious() == []
    assert page.said == []


def test_it_is_played_by_a_finger_on_a_phone(served, chromium):
    with opened(chromium, served.address, theme="dark", size=NARROW, touch=True) as seen:
        box = seen.page.locator(".play-ring").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= NARROW["width"]
        # A finger goes down on the third sector.
        seen.page.touchscreen.tap(box["x"] + 20, box["y"] + box["height"] * 0.7)
        assert skill_of(seen) == "skill 2"
        seen.page.get_by_text("World", exact=True).click()
        seen.page.get_by_role("slider", name="Speed").fill("0.5")
        assert "0.50×" in seen.page.locator(".play-slider output").first.inner_text()
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
        assert seen.serious() == []
        assert seen.said == []


def test_an_ended_server_is_said(playground, chromium):
    serving, thread = begin(playground)
    with opened(chromium, serving.address) as seen:
        serving.stop()
        thread.join()
        seen.page.get_by_text("The connection has ended. Start diayn play again").wait_for()
