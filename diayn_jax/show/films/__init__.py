"""Films of skills: MuJoCo's worlds and flat ones, drawn and written to files."""
