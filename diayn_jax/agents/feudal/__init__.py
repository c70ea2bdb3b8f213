"""Agents with a manager that sets goals and a worker that follows them: HIRO and FuN.

`hiro` and `fun` are the agents, `equations` has their formulas on arrays, and `goals` measures the goals that
a manager sets.
"""
