"""What is written to the terminal: in color there, plain when piped, never a control code of a stranger."""

import re
import sys
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

WIDEST = 100
HARMLESS = "\n\t\u200c\u200d\u200e\u200f"
"""Not printable by themselves, but part of how Persian, Hindi, emoji and words from right to left are written."""


@cache
def console() -> "Console":
    """Standard output. Piped, it has no codes and never breaks a line."""
    from rich.console import Console

    if sys.stdout.isatty():
        found = Console(highlight=False, emoji=False)
        return found if found.width <= WIDEST else Console(highlight=False, emoji=False, width=WIDEST)
    return Console(highlight=False, emoji=False, width=10_000, color_system=None, force_terminal=False)


def clean(text: str) -> str:
    """The text with its control characters made visible, so that nothing printed by a submission acts here."""
    return "".join(
        char
        if char.isprintable() or char in HARMLESS or unicodedata.category(char) == "Zs"
        else char.encode("unicode_escape").decode()
        for char in text
    )


def marks() -> tuple[str, str]:
    """The signs for passed and failed that this output can show."""
    try:  # not sys.stdout: Rich puts something else there while it shows a spinner
        "✓✗".encode(getattr(sys.__stdout__, "encoding", "ascii"))
    except UnicodeEncodeError:
        return "ok  ", "FAIL"
    return "✓", "✗"


def print_json(document: object) -> None:
    """One JSON document, on one line."""
    import json

    text = json.dumps(document, ensure_ascii=False, default=str)
    # JSON itself escapes only the control characters below the space.
    print(re.sub("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]", lambda code: f"\\u{ord(code[0]):04x}", text), flush=True)
