"""What is written to the terminal: in color there, plain when piped, never a control code of a stranger."""

import sys
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

WIDEST = 100


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
        char if char.isprintable() or char in "\n\t" else char.encode("unicode_escape").decode() for char in text
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

    print(json.dumps(document, ensure_ascii=False, default=str), flush=True)
