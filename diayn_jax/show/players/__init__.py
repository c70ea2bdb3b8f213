"""Data for the page's players: bodies, meshes and their poses, encoded."""
