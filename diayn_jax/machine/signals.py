"""SIGINT, SIGTERM and SIGHUP: the first asks a run to stop; a later one ends the process at once.

"Later" means a second or more after the first. A process gets SIGHUP when its terminal is closed or its
connection is lost. If `nohup` has set it to be ignored, it stays ignored.
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

# Seconds between two requests. One request may arrive as two signals: `timeout` signals its child and then
# the whole group, and `make` forwards a signal that the terminal has already sent to all.
_MIN_SECONDS = 1.0


class StopSignals:
    """A context in which `received` is the first signal that arrived, or None.

    Python runs signal handlers between two bytecodes, and so not while XLA computes. Therefore a thread reads
    the signals from the wake-up file descriptor, to which C writes at once. Outside the main thread, Python
    allows no signal handlers, and signals keep their usual effect.
    """

    def __init__(self, say: Callable[[str], None], answer: str):
        """When the first signal arrives, `say` gets a line to print, in a thread of its own.

        `answer` is the part of the line that says how the run reacts. It may be changed within the context.
        """
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
                    # Print in a thread of its own, because blocked output must not delay the next signal.
                    line = f"{signal.Signals(number).name}: {self.answer}; a second signal ends it at once."
                    threading.Thread(target=self._say, args=(line,), daemon=True).start()
                elif time.monotonic() - first >= _MIN_SECONDS:
                    # Files are complete at every moment, so the process can end without waiting.
                    os._exit(128 + number)
