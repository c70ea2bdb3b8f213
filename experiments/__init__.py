"""Commands. Each parses its flags, calls the library once and writes files."""
