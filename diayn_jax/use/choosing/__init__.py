"""Runs whose actions are the skills of another run."""
