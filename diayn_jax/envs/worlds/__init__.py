"""Small environments of our own, written in JAX."""
