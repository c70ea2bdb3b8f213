"""Plays evaluation episodes and computes figures with confidence intervals from them."""
