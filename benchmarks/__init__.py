"""Measured figures, each with the command that makes it (see README.md)."""
