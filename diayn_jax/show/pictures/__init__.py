"""Pictures of a run: traces, curves, charts, goals and options."""
