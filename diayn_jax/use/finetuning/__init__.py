"""Rewarded runs that start from a skill's policy."""
