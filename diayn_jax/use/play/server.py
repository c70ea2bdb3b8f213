"""Serves a page in which a person plays with a run's skills, to this machine only.

Every tab has a WebSocket and a simulation of its own. The address has a token, so that other users of the
machine, who may also open its ports, cannot play. The name of the host and the origin are checked, so that no
other page in the browser can.
"""

import asyncio
import contextlib
import hmac
import json
import logging
import secrets
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, NamedTuple

from websockets.asyncio.server import ServerConnection, serve
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

from diayn_jax.config import ConfigError
from diayn_jax.use.play.simulation import Playground, Session

ADDRESS = "127.0.0.1"
MOST_TABS = 16
_SOCKET = "socket"  # the last part of the WebSocket's address
_RIVAL = f"{_SOCKET}/rival"  # of the simulation in which the rivals of a game play
_HTTP = 80
_LONGEST_WISH = 16_384  # bytes
_PATIENCE = 10.0  # seconds within which a browser must answer

# The library would print why it refused a stranger.
_LOG = logging.getLogger(f"{__name__}.connections")
_LOG.addHandler(logging.NullHandler())
_LOG.propagate = False


class Serving(NamedTuple):
    """A server that runs."""

    address: str  # where a browser finds the page
    stop: Callable[[], None]  # ends the server; any thread may call it


class _Tabs:
    """The tabs of one server."""

    def __init__(self, playground: Playground, page: str):
        self.playground, self.page = playground, page.encode()
        self.token = secrets.token_urlsafe(16)
        self.open = 0

    def answer(self, connection: ServerConnection, request: Request) -> Response | None:
        """Answers a request for the page; returns None for a WebSocket that may be opened."""
        hosts, own = request.headers.get_all("Host"), _hosts(connection)
        if len(hosts) != 1 or hosts[0].strip().lower() not in own:
            return _text(HTTPStatus.FORBIDDEN, "Only this machine may play.\n")
        path = request.path.partition("?")[0]
        # The page finds the WebSocket beside it, so the address of the page needs its last slash.
        token, slash, last = path.removeprefix("/").partition("/")
        if not slash or not hmac.compare_digest(token.encode(), self.token.encode()):
            return _text(HTTPStatus.FORBIDDEN, "Open the whole address that `diayn play` printed.\n")
        if not last:
            return _response(HTTPStatus.OK, "text/html", self.page)
        if last not in (_SOCKET, _RIVAL):
            return _text(HTTPStatus.NOT_FOUND, "There is no such page.\n")
        if request.headers.get_all("Origin") not in [[f"http://{host}"] for host in own]:
            return _text(HTTPStatus.FORBIDDEN, "Only the page of `diayn play` may play.\n")
        if self.open >= MOST_TABS:
            return _text(HTTPStatus.SERVICE_UNAVAILABLE, f"{MOST_TABS} tabs are open; close one.\n")
        return None

    async def play(self, connection: ServerConnection) -> None:
        """Plays in one tab until it is closed."""
        self.open += 1
        try:
            with contextlib.suppress(ConnectionClosed):
                await _tell(connection, status="compiling")
                try:
                    session = await asyncio.to_thread(Session, self.playground, seed=secrets.randbits(31))
                except Exception as error:  # noqa: BLE001 (the simulator's code may raise any error)
                    await _tell(connection, error=f"The world could not be made: {error}")
                    return
                asked = connection.request.path.partition("?")[0] if connection.request else ""
                with contextlib.closing(session):
                    if asked.endswith(f"/{_RIVAL}"):
                        await _play_rival(connection, session)
                    else:
                        await _Tab(connection, session).play()
        finally:
            self.open -= 1


async def _play_rival(connection: ServerConnection, session: Session) -> None:
    """Answers the wishes of a game's rivals: by frames, and then by what was chosen."""
    await _tell(connection, done=None)
    async for message in connection:
        try:
            frames, done = await asyncio.to_thread(session.answer, json.loads(message))
        except Exception as error:  # noqa: BLE001 (the simulator's code may raise any error)
            await _tell(connection, error=str(error))
            continue
        for frame in frames:
            await connection.send(frame)
        await _tell(connection, done=done)


class _Tab:
    """One open tab."""

    def __init__(self, connection: ServerConnection, session: Session):
        self.connection, self.session = connection, session
        self.heard = asyncio.Event()  # a wish has arrived

    async def play(self) -> None:
        await _tell(self.connection, world=self.session.world)
        tasks = [asyncio.create_task(part) for part in (self._listen(), self._show())]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _show(self) -> None:
        """Sends frames at the session's speed."""
        clock = asyncio.get_running_loop().time
        due = clock()
        while True:
            while self.session.paused and not self.session.is_asked:
                self.heard.clear()
                await self.heard.wait()
                due = clock()
            try:
                frame = await asyncio.to_thread(self.session.advance)
            except Exception as error:  # noqa: BLE001 (the simulator's code may raise any error)
                await _tell(self.connection, error=f"The world stopped: {error}")
                return
            await self.connection.send(frame)
            # A machine that is too slow plays more slowly; it does not make up for lost time.
            due = max(due + self.session.seconds, clock())
            await asyncio.sleep(due - clock())

    async def _listen(self) -> None:
        """Applies the player's wishes."""
        async for message in self.connection:
            try:
                wish = json.loads(message)
                if isinstance(wish, dict) and "gravity" in wish:
                    await self._use_gravity(wish.pop("gravity"))
                self.session.apply(wish)
            except (ValueError, TypeError, OverflowError, RecursionError) as error:
                await _tell(self.connection, refused=str(error))
            self.heard.set()

    async def _use_gravity(self, gravity: Any) -> None:
        await _tell(self.connection, status="compiling")
        try:
            await asyncio.to_thread(self.session.use_gravity, gravity)
        finally:
            await _tell(self.connection, status="playing")


def play_served(
    playground: Playground, page: Callable[[str], str], port: int, begun: Callable[[Serving], None]
) -> None:
    """Serves the page until `Serving.stop` is called, or until `KeyboardInterrupt`.

    Args:
      page: returns the page, as HTML, for the last part of the WebSocket's address.
      port: the port; 0: any free one.
      begun: is called once, when a browser may open the page.

    Raises:
      ConfigError: the port is in use or not allowed.
    """
    asyncio.run(_serve(_Tabs(playground, page(_SOCKET)), port, begun))


async def _serve(tabs: _Tabs, port: int, begun: Callable[[Serving], None]) -> None:
    ended, loop = asyncio.Event(), asyncio.get_running_loop()
    try:
        # Frames are small and follow each other fast, so compressing them would only add delay.
        server = await serve(
            tabs.play,
            ADDRESS,
            port,
            process_request=tabs.answer,
            compression=None,
            logger=_LOG,
            max_size=_LONGEST_WISH,
            open_timeout=_PATIENCE,
            close_timeout=1.0,
        )
    except OSError as error:
        reason = error.strerror or str(error)
        raise ConfigError(
            f"--port={port} cannot be used: {reason}. Choose another port, or 0 for any free port."
        ) from error
    except OverflowError as error:
        raise ConfigError(f"--port={port} is not allowed: it takes 0 to 65535.") from error
    async with server:
        at = server.sockets[0].getsockname()[1]

        def stop() -> None:
            loop.call_soon_threadsafe(ended.set)

        begun(Serving(f"http://{ADDRESS}:{at}/{tabs.token}/", stop))
        await ended.wait()


def _hosts(connection: ServerConnection) -> tuple[str, ...]:
    port = connection.local_address[1]
    names = (ADDRESS, "localhost")
    # A browser leaves out HTTP's own port.
    return (*(f"{name}:{port}" for name in names), *(names if port == _HTTP else ()))


async def _tell(connection: ServerConnection, **message: Any) -> None:
    await connection.send(json.dumps(message, allow_nan=False))


def _text(status: HTTPStatus, text: str) -> Response:
    return _response(status, "text/plain", text.encode())


def _response(status: HTTPStatus, kind: str, body: bytes) -> Response:
    headers = Headers(
        {
            "Content-Type": f"{kind}; charset=utf-8",
            "Content-Length": str(len(body)),
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Connection": "close",
        }
    )
    return Response(status.value, status.phrase, headers, body)
