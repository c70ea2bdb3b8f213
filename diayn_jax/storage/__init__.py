"""The contents of a run's directory: files, checkpoints, logs and the lock; untrusted files are checked."""
