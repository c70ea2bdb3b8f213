"""Benchmarks; README.md has the command of each."""
