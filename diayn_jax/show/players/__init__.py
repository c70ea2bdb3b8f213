"""What the page's players need: bodies, meshes and their places, encoded."""
