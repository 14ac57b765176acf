"""A talk at the keyboard."""

from sharpen.cli.day.keymap import Way
from sharpen.practice.items.asked import Asked


class Talking(Way):
    """Aloud, beside the terminal."""

    def heading(self, asked: Asked) -> str:
        return f"Talk: {asked.elsewhere.title}" if asked.elsewhere else ""

    def help(self, asked: Asked) -> str:
        return "Talk, then Enter here."
