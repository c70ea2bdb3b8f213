"""This package's own small environments, written in JAX."""
