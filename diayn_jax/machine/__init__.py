"""The machine: JAX's set-up, devices, processes, signals and memory."""
