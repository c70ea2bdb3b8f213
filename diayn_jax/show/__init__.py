"""What one looks at: plots of skills and of how they came about."""
