"""The terminal: one command per file, each a thin skin over a use case."""
