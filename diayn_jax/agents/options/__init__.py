"""Agents with options: option-critic and soft option-critic.

Read `agent` first (how options act and learn), then `networks`, `losses` (the formulas) and `usage` (how the
use of options is measured, and how it fails). `option_critic` and `soft_option_critic` are the two agents.
"""
