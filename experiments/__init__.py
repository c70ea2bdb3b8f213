"""Commands. Each parses its flags, calls the library once and writes files."""

from experiments import interrupt

if interrupt.runs_a_command():
    interrupt.end_at_once()
