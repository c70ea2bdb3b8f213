"""Finds the skills that imitate demonstrations."""
