"""What maximises the intrinsic reward, by name."""

from diayn_jax.agents.sac import make_sac

AGENTS = {"sac": make_sac}
