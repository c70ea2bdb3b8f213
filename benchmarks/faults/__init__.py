"""Fault injection on a small run: what is lost, what is reported, and what stays unnoticed."""
