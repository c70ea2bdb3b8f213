"""Options: behaviours that take several steps, how they are carried through an episode, and in tables."""
