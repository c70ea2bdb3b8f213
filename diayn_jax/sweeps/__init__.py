"""Sweeps: many runs that differ in seeds and settings, as lanes of few programs, and what comes of them."""
