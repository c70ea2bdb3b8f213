"""A campaign of faults against a small run: what it loses, what it says, and what passes unseen."""
