"""Sweeps: many runs that differ in seeds and settings, and that train as lanes of few programs."""
