"""Plays skills live: a page in which a robot moves while a person picks its skill."""
