"""The fields that a run which chooses among skills does not take; apart, because help needs no JAX."""

# Fields that choosing sets itself, and the reason that a message gives.
SETTLED = {
    "env": "it is the task's",
    "objective": "its reward is the task's",
    "choose_from": "it is the named run",
    "skill_space": "it comes from the named run",
    "num_skills": "it comes from the named run",
    "skill_sampling": "it comes from the named run",
}
