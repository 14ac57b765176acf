"""Text that is safe to print: never a control code of a stranger."""

import unicodedata

HARMLESS = "\n\t\u200c\u200d\u200e\u200f"
"""Not printable by themselves, but part of how Persian, Hindi, emoji and words from right to left are written."""


def clean(text: str) -> str:
    """The text with its control characters made visible, so that nothing printed by a submission acts here."""
    return "".join(
        char
        if char.isprintable() or char in HARMLESS or unicodedata.category(char) == "Zs"
        else char.encode("unicode_escape").decode()
        for char in text
    )
