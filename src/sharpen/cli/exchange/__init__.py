"""The commands that move work in and out: export, import, anki."""
