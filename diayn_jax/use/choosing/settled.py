"""Fields that `diayn choose` sets itself. This module is separate, so that help does not import JAX."""

# The fields, and the reason that a message gives.
SETTLED = {
    "env": "it is the task's",
    "objective": "its reward is the task's",
    "choose_from": "it is the named run",
    "skill_space": "it comes from the named run",
    "num_skills": "it comes from the named run",
    "skill_sampling": "it comes from the named run",
}
