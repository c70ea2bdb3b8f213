"""Tasks for robots: rewards, obstacles and mazes."""
