"""Anki's files: read as hostile input, and written so that a second export updates the first."""
