"""Learners: what keeps experience, learns from it and rewards it, off-policy and on-policy."""
