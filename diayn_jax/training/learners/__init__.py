"""Learners: they store experience, compute its reward and learn from it, off-policy or on-policy."""
