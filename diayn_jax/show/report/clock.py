"""Measures how long the parts of a report take."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Clock:
    """Seconds of each part."""

    def __init__(self):
        self.seconds: dict[str, float] = {}

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Adds the time of the `with` block to a part."""
        begun = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - begun
