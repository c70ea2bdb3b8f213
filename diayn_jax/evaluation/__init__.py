"""Episodes are played, and figures are made of them, with intervals."""
