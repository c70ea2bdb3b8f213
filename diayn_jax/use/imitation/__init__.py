"""Skills that do what demonstrations do."""
