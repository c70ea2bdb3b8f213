"""Robots with something to do: rewards, obstacles and mazes."""
