"""What lies in a run's directory: files, checkpoints, logs, the lock, and how they are read with care."""
