"""Films of skills in MuJoCo scenes and flat worlds."""
