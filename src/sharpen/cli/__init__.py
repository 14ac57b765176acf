"""The terminal: one command a file, each a thin skin over a use case."""
