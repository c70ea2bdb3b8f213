"""Serves a run's page during training, to this machine only."""

import contextlib
import hashlib
import http.server
import json
import re
import sys
import threading
import urllib.parse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from diayn_jax import output
from diayn_jax.config import ConfigError, as_flags
from diayn_jax.show import page
from diayn_jax.show.log_curves import curves_part
from diayn_jax.show.record import ALL_SKILLS, Selection
from diayn_jax.show.report.evolution import Motions
from diayn_jax.show.report.header import head_part
from diayn_jax.show.report.run_data import ReportableRun, from_directory
from diayn_jax.show.report.saved_pictures import PICTURES, pictures_part, stamps
from diayn_jax.show.report.skills import skills_part
from diayn_jax.storage import checkpoint, files, lock
from diayn_jax.storage.files import RunFileError

ADDRESS = "127.0.0.1"
_NEWS = "/news"
# Another site's host name may resolve to this machine (DNS rebinding). Such a page must not read a run.
_HOST = re.compile(r"(127\.0\.0\.1|localhost)(:[0-9]+)?", re.IGNORECASE)
_PATIENCE = 30.0  # seconds within which a request must arrive
_POLL_SECONDS = 2.0  # seconds between two looks for a new checkpoint


class Live:
    """The current parts of a run's page, each with a version.

    `load` returns the run of the latest checkpoint. A separate thread calls it once for each checkpoint, so
    that the page never waits for episodes.
    """

    def __init__(self, path: Path, load: Callable[[Path], ReportableRun], selection: Selection = ALL_SKILLS):
        config, _ = files.read_config(path)
        selection.check(config)
        self._path, self._load, self._selection = path, load, selection
        self._played: dict[str, Any] | None = None
        self._known: Motions = {}
        self._at: int | None = None
        self._trouble = ""
        self._packed: dict[str, tuple[Any, str, Any]] = {}
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="checkpoints", daemon=True)

    def start(self) -> None:
        """Starts the thread that looks for new checkpoints."""
        self._thread.start()

    def close(self) -> None:
        """Stops the thread, and waits for the episodes that it is playing."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join()

    def news(self, have: dict[str, str]) -> dict[str, Any]:
        """Returns the versions of all parts, and the parts whose version differs from that in `have`."""
        with self._lock:
            self._renew()
            packed = dict(self._packed)
        versions = {name: version for name, (_, version, _) in packed.items()}
        parts = {name: part for name, (_, version, part) in packed.items() if have.get(name) != version}
        return {"versions": versions, **parts}

    def _renew(self) -> None:
        """Rebuilds the parts whose files have changed."""
        log = self._path / files.PROGRESS
        stamp = (log.stat().st_mtime_ns, log.stat().st_size) if log.exists() else None
        held = lock.is_held(self._path)
        drawn = stamps(self._path)
        seen = (stamp, held, self._at, self._trouble, drawn)
        if "head" in self._packed and self._packed["head"][0] == seen:
            return
        data = from_directory(self._path)
        if self._trouble:
            data = data._replace(notes=(*data.notes, self._trouble))
        picked = self._selection.skills
        self._put("head", seen, head_part(data, self._played, live=True, picked=picked))
        self._put("curves", stamp, curves_part(data.rows))
        self._put("skills", self._at, self._played)
        self._put(PICTURES, drawn, pictures_part(self._path))

    def _put(self, name: str, seen: Any, part: Any) -> None:
        if name in self._packed and self._packed[name][0] == seen:
            return
        part = page.plain(part)
        version = hashlib.sha256(page.to_json(part).encode()).hexdigest()[:16]
        self._packed[name] = (seen, version, part)

    def _watch(self) -> None:
        # Errors are caught: if this thread ended, the page would silently stop updating.
        while not self._ended.is_set():
            try:
                steps = checkpoint.steps(self._path / files.CHECKPOINTS)
            except (OSError, RunFileError):
                steps = []  # a file server may be away for a moment; the next poll looks again
            if steps and steps[-1] != self._at:
                try:
                    run = self._load(self._path)
                    # Each checkpoint has a run of its own, with simulators if its environment has them.
                    with contextlib.closing(run.evaluator.env):
                        played = skills_part(run, self._selection, known=self._known)
                    trouble = ""
                except Exception as error:  # noqa: BLE001
                    # The checkpoint may have been deleted meanwhile; the next poll finds a newer one.
                    played, trouble = None, f"Step {steps[-1]} could not be played: {_message(error)}"
                    output.say(trouble)
                with self._lock:
                    if played is not None:
                        self._played = played
                    self._at, self._trouble = steps[-1], trouble
            self._ended.wait(_POLL_SECONDS)


def _message(error: Exception) -> str:
    """Returns the text of an error, with its type unless the package raised it."""
    known = isinstance(error, ConfigError | RunFileError)
    return as_flags(error) if known else f"{type(error).__name__}: {error}"


def make_server(live: Live, port: int) -> http.server.ThreadingHTTPServer:
    """Makes a server of the page on the loopback interface; `serve_forever` runs it.

    Raises:
      ConfigError: the port is in use or not allowed.
    """

    class Handler(http.server.BaseHTTPRequestHandler):
        server_version = "diayn_jax"
        sys_version = ""
        timeout = _PATIENCE

        def do_GET(self) -> None:
            try:
                url = urllib.parse.urlsplit(self.path)
            except ValueError:
                self._answer(400, "text/plain", "This address is not valid.\n")
                return
            hosts = self.headers.get_all("Host", [])
            if len(hosts) != 1 or not _HOST.fullmatch(hosts[0].strip()):
                self._answer(403, "text/plain", "Only this machine may read this page.\n")
            elif url.path not in ("/", _NEWS):
                self._answer(404, "text/plain", "Only the address / exists.\n")
            else:
                try:
                    have = dict(urllib.parse.parse_qsl(url.query)) if url.path == _NEWS else {}
                    news = live.news(have)
                except (ConfigError, OSError, RunFileError) as error:
                    self._answer(503, "text/plain", f"{error}\n")
                    return
                if url.path == _NEWS:
                    self._answer(200, "application/json", json.dumps(news, allow_nan=False))
                else:
                    self._answer(200, "text/html", page.render({"kind": "run", **news}, live=_NEWS))

        def _answer(self, status: int, kind: str, text: str) -> None:
            body = text.encode()
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            """Requests are not logged."""

    class Server(http.server.ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            """Ignores browsers that close the connection, or stall, during an answer."""
            if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
                super().handle_error(request, client_address)

        def server_bind(self) -> None:
            # With a shared port, two servers would answer in turn.
            self.allow_reuse_port = False
            super().server_bind()

    try:
        return Server((ADDRESS, port), Handler)
    except OSError as error:
        raise ConfigError(
            f"--port={port} cannot be used: {error.strerror}. Choose another port, or 0 for any free port."
        ) from error
    except OverflowError as error:
        raise ConfigError(f"--port={port} is not allowed: it takes 0 to 65535.") from error


def address(server: http.server.ThreadingHTTPServer) -> str:
    """Returns the address at which a browser finds the page."""
    return f"http://{ADDRESS}:{server.server_address[1]}/"
