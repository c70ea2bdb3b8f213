"""Environments of other libraries: Brax, MuJoCo's C engine, MuJoCo Playground and Gymnasium."""
