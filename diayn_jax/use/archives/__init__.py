"""Skills as an archive of solutions, and the returns of solutions in changed worlds."""
