import errno
import json
import os
import re
import shutil
import socket
import sys
import threading
import time
import types
import urllib.error
import urllib.request

import pytest
from browser import chromium, opened

from diayn_jax.config import ConfigError
from diayn_jax.envs import Env
from diayn_jax.show import serve
from diayn_jax.show.record import Selection
from diayn_jax.storage import files
from diayn_jax.use import loaded_run

assert chromium  # a fixture


@pytest.fixture(scope="module")
def path(tiny_run):
    """The directory of a run."""
    return tiny_run.path


@pytest.fixture
def copied(path, tmp_path):
    copy = tmp_path / "run"
    shutil.copytree(path, copy)
    return copy


@pytest.fixture
def serving():
    """Returns a function that serves a directory; it gives the address and counts the loads."""
    ends = []

    def start(path, load=loaded_run.load, play=True):
        loads = []

        def counted(path):
            loads.append(path)
            return load(path)

        live = serve.Live(path, counted, Selection(None, 1, 5))
        server = serve.make_server(live, 0)
        # The server looks this often, in seconds, whether a test has ended.
        thread = threading.Thread(target=server.serve_forever, args=[0.02])
        thread.start()
        if play:
            live.start()

        def end():
            server.shutdown()
            server.server_close()
            thread.join()
            live.close()

        ends.append(end)
        return types.SimpleNamespace(address=serve.address(server), live=live, loads=loads, server=server)

    yield start
    for end in ends:
        end()


def get(address, path="", host=None):
    request = urllib.request.Request(address + path)
    if host:
        request.add_header("Host", host)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.read().decode()


def refused(address, path="", host=None):
    with pytest.raises(urllib.error.HTTPError) as error:
        get(address, path, host)
    with error.value as answer:
        return answer.code


def test_only_this_machine_is_answered(path, serving):
    served = serving(path, play=False)
    assert served.server.server_address[0] == "127.0.0.1"
    assert get(served.address).startswith("<!doctype html>")
    assert refused(served.address, host="elsewhere.example") == 403
    assert refused(served.address, "../etc/passwd") == 404
    assert refused(served.address, "config.json") == 404


def raw(served, request):
    """Returns the status of the answer to these bytes, or None without an answer."""
    with socket.create_connection(served.server.server_address, timeout=30) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        # The answer to bytes that are not HTTP has no status line.
        found = re.search(rb"(?:^HTTP/1\.[01] |Error code: )(\d+)", connection.makefile("rb").read())
    return found and int(found[1])


MALFORMED = {
    b"GET / HTTP/1.1\r\nHost: %s\r\n\r\n" % host: 403
    for host in (
        b"",
        b"[::1",
        b"[",
        b"]",
        b"localhost:x",
        b"localhost@elsewhere.example",
        b"elsewhere@localhost",
        b"\xff\xfe",
        b"localhost/",
        b"localhost:80:80",
        b"[v1.x]",
        "\u2100.example".encode(),
        b"localhost\x00",
        b"x" * 5000,
    )
} | {
    b"GET / HTTP/1.1\r\n\r\n": 403,
    b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: elsewhere.example\r\n\r\n": 403,
    b"GET http://[::1/ HTTP/1.1\r\nHost: localhost\r\n\r\n": 400,
    b"GET http://[/ HTTP/1.1\r\nHost: localhost\r\n\r\n": 400,
    b"GET /%ff%00 HTTP/1.1\r\nHost: localhost\r\n\r\n": 404,
    b"GET /\xff HTTP/1.1\r\nHost: localhost\r\n\r\n": 404,
    b"GET\r\n\r\n": 400,
    b"\x16\x03\x01\x02\x00\x01\r\n\r\n": 400,
    b"GET / HTTP/x\r\n\r\n": 400,
    b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n": 505,
    b"GET /%s HTTP/1.1\r\nHost: localhost\r\n\r\n" % (b"x" * 70_000): 414,
    b"GET / HTTP/1.1\r\n%s\r\n" % b"".join(b"X-%d: 1\r\n" % i for i in range(200)): 431,
    b"GET / HTTP/1.1\r\nX: %s\r\n\r\n" % (b"x" * 70_000): 431,
    b"POST / HTTP/1.1\r\nHost: localhost\r\n\r\n": 501,
    b"PUT /news HTTP/1.1\r\nHost: localhost\r\n\r\n": 501,
    b"GET /news?%zz=&&=%ff;;head HTTP/1.1\r\nHost: localhost\r\n\r\n": 200,
    b"GET / HTTP/1.1\r\nHost: LOCALHOST:8640\r\n\r\n": 200,
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n": 200,
}


def test_malformed_requests_are_refused_without_a_word(path, serving, capfd):
    served = serving(path, play=False)
    for request, status in MALFORMED.items():
        assert raw(served, request) == status, request[:80]
    assert raw(served, b"") is None
    assert raw(served, b"GET / HTTP/1.1\r\nHost: loc") in (None, 403)
    assert capfd.readouterr() == ("", "")
    assert get(served.address).startswith("<!doctype html>")


def test_a_request_that_never_ends_is_given_up(path, serving, monkeypatch, capfd):
    monkeypatch.setattr(serve, "_PATIENCE", 0.2)
    served = serving(path, play=False)
    with socket.create_connection(served.server.server_address, timeout=30) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: local")
        assert connection.recv(100) == b""
    assert capfd.readouterr() == ("", "")


def test_news_are_what_has_changed(copied, serving):
    served = serving(copied, play=False)
    first = json.loads(get(served.address, "news"))
    assert set(first) == {"versions", "head", "curves", "pictures", "skills"}
    assert first["skills"] is None
    have = "&".join(f"{name}={version}" for name, version in first["versions"].items())
    assert set(json.loads(get(served.address, f"news?{have}"))) == {"versions"}
    log = copied / files.PROGRESS
    lines = log.read_text(encoding="utf-8").splitlines()
    columns = lines[0].split(",")
    row = dict.fromkeys(columns, "") | {"time/env_steps": "99999", "train/alpha": "0.5"}
    with log.open("a", encoding="utf-8") as file:
        file.write(",".join(row[name] for name in columns) + "\n")
    second = json.loads(get(served.address, f"news?{have}"))
    assert "curves" in second
    assert "skills" not in second
    assert second["curves"]["figures"]["train/alpha"]["y"][-1] == 0.5


def test_a_half_written_log_is_said_and_survived(copied, serving):
    served = serving(copied, play=False)
    log = copied / files.PROGRESS
    kept = log.read_text(encoding="utf-8")
    log.write_text("time/env_steps\nnonsense\n", encoding="utf-8")
    assert refused(served.address, "news") == 503
    log.write_text(kept, encoding="utf-8")
    assert json.loads(get(served.address, "news"))["curves"]


def test_each_checkpoint_is_played_once_and_the_page_follows(copied, serving, chromium):
    hidden = copied / "hidden"
    (copied / files.CHECKPOINTS).rename(hidden)
    served = serving(copied)
    with opened(chromium, served.address) as seen:
        titles = seen.page.locator("section > h2")
        assert titles.all_inner_texts() == ["In figures", "Learning", "Settings"]
        assert "The run has no checkpoint yet" in seen.page.locator(".warning").inner_text()
        hidden.rename(copied / files.CHECKPOINTS)
        seen.page.wait_for_selector("#table", timeout=120_000)
        seen.until("document.querySelectorAll('.warning').length == 0")
        assert titles.all_inner_texts()[0] == "See the skills"
        assert seen.page.locator("table.skills tbody tr").count() == 3
        assert len(served.loads) == 1
        assert seen.said == []


def test_a_checkpoint_that_cannot_be_played_is_said(copied, serving):
    def load(path):
        raise ConfigError("it has gone")

    served = serving(copied, load)
    for _ in range(100):
        notes = json.loads(get(served.address, "news"))["head"]["notes"]
        if any("could not be played: it has gone" in note for note in notes):
            break
        threading.Event().wait(0.1)
    else:
        pytest.fail(str(notes))


def test_whatever_goes_wrong_in_playing_is_said(copied, serving, capsys):
    def load(path):
        raise RuntimeError("out of memory")

    served = serving(copied, load)
    for _ in range(200):
        notes = json.loads(get(served.address, "news"))["head"]["notes"]
        if any("RuntimeError: out of memory" in note for note in notes):
            break
        time.sleep(0.1)
    else:
        pytest.fail(f"no note of the failure: {notes}")
    assert "could not be played: RuntimeError: out of memory" in capsys.readouterr().out


def test_a_failure_is_said_on_the_page_if_nobody_reads_the_output(copied, serving, monkeypatch):
    reader, writer = os.pipe()
    os.close(reader)

    def load(path):
        raise ConfigError("it has gone")

    with os.fdopen(writer, "w") as unread:
        monkeypatch.setattr(sys, "stdout", unread)
        served = serving(copied, load)
        wait_until(lambda: "it has gone" in get(served.address, "news"))
        monkeypatch.undo()


def test_the_page_goes_on_when_checkpoints_can_be_looked_for_again(copied, serving, monkeypatch):
    monkeypatch.setattr(serve, "_POLL_SECONDS", 0.05)
    looked, steps = [], serve.checkpoint.steps

    def away(directory):
        looked.append(directory)
        if len(looked) < 3:
            raise OSError(errno.ESTALE, os.strerror(errno.ESTALE))
        return steps(directory)

    with monkeypatch.context() as patch:
        patch.setattr(serve.checkpoint, "steps", away)
        served = serving(copied)
        wait_until(lambda: served.loads)


def test_the_simulators_of_each_checkpoint_are_closed(path, serving, monkeypatch):
    closed = []
    monkeypatch.setattr(Env, "close", lambda self: closed.append(self.name))
    served = serving(path)
    wait_until(lambda: closed)
    assert closed == ["point"]
    assert len(served.loads) == 1


def wait_until(is_so):
    until = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.05)


def test_ports_and_runs_that_are_not_to_be_had(path, tmp_path, serving):
    served = serving(path, play=False)
    port = served.server.server_address[1]
    with pytest.raises(ConfigError, match=f"--port={port} cannot be used: Address already in use"):
        serve.make_server(served.live, port)
    with pytest.raises(ConfigError, match="--port=70000 is not allowed"):
        serve.make_server(served.live, 70000)
    with pytest.raises(ConfigError, match="There is no run"):
        serve.Live(tmp_path, loaded_run.load)
