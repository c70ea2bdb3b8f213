"""Dances: skills that are put on the beats of a song."""
