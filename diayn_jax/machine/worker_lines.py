"""The output of Ray workers, which an actor holds. Its process starts fast, because it imports no JAX."""


class Lines:
    """A buffer of the workers' output, which the sweep's own process empties."""

    def __init__(self) -> None:
        self._lines: list[tuple[int, str]] = []
        self._begun: set[int] = set()

    def begin(self, program: int, where: str) -> None:
        """Adds the line that a worker has started a program, or continues it after another worker."""
        again = program in self._begun
        self._begun.add(program)
        self.put(program, f"Its worker has ended. It continues on {where}" if again else f"On {where}")

    def put(self, program: int, line: str) -> None:
        """Adds a line of a program."""
        self._lines.append((program, line))

    def take(self) -> list[tuple[int, str]]:
        """Returns all lines as (program, line), and empties the buffer."""
        lines, self._lines = self._lines, []
        return lines
