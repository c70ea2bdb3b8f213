"""Bridges to other libraries. Each needs its own extra."""
