"""Unsupervised skill discovery (DIAYN) as a massively parallel trainer in JAX."""
