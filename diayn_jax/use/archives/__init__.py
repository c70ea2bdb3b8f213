"""Skills as an archive of solutions, and its solutions in changed worlds."""
