"""SIGINT, SIGTERM and SIGHUP: the first asks a run to stop, another, a second or more later, ends it at once.

SIGHUP comes where a terminal is closed or a connection lost; where `nohup` has it ignored, so it stays.
"""

import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from typing import Self

# Windows has no SIGHUP.
NUMBERS = tuple(
    signal.Signals[name] for name in ("SIGINT", "SIGTERM", "SIGHUP") if name in signal.Signals.__members__
)

# Seconds between two requests. One may come twice: `timeout` signals its child and then the whole group,
# and `make` passes on what the terminal has sent to all.
_MIN_SECONDS = 1.0


class StopSignals:
    """Within its context, `received` is the first signal that came, or None.

    Python runs its handlers between two bytecodes, which does not happen while XLA computes. So
    a thread reads signals from the wake-up file descriptor, which C writes to at once. HostSimulator
    the main thread, where Python allows no handlers, signals do what they did before.
    """

    def __init__(self, say: Callable[[str], None], answer: str):
        """`say` is called in a thread with the first signal's name and the `answer` at that moment."""
        self.received: int | None = None
        self.answer = answer
        self._say = say

    def __enter__(self) -> Self:
        self._installed = threading.current_thread() is threading.main_thread()
        if self._installed:
            self._reader, self._writer = socket.socketpair()
            self._writer.setblocking(False)
            ignored = {n for n in NUMBERS if n != signal.SIGINT and signal.getsignal(n) is signal.SIG_IGN}
            self._handlers = {n: signal.signal(n, lambda *_: None) for n in NUMBERS if n not in ignored}
            self._fd = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
            self._thread = threading.Thread(target=self._watch, name="stop-signals", daemon=True)
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._installed:
            signal.set_wakeup_fd(self._fd)
            for number, handler in self._handlers.items():
                signal.signal(number, handler)
            self._writer.close()
            self._thread.join()
            self._reader.close()

    def _watch(self) -> None:
        first = 0.0
        while data := self._reader.recv(64):
            for number in data:
                if number not in NUMBERS:
                    continue
                if self.received is None:
                    first = time.monotonic()
                    self.received = number
                    # In a thread of its own: output that is stuck must not keep the second one out.
                    line = f"{signal.Signals(number).name}: {self.answer}; again: at once."
                    threading.Thread(target=self._say, args=(line,), daemon=True).start()
                elif time.monotonic() - first >= _MIN_SECONDS:
                    # Every file is whole at every moment, so there is nothing to wait for.
                    os._exit(128 + number)
