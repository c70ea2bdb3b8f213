"""Uses of trained skills."""
