"""Pictures, films and pages of skills and of their training."""
