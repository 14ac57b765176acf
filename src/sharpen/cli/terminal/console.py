"""What is written to the terminal: in color there, plain when piped."""

import errno
import json
import os
import re
import sys
from functools import cache

from rich.console import Console

WIDEST = 100


class Output(Console):
    """A console that leaves it to the command what to do when nobody reads on; Rich's own would end it as status 1."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))


@cache
def console() -> Console:
    """Standard output. Piped, it has no codes and never breaks a line."""
    if sys.stdout.isatty():
        found = Output(highlight=False, emoji=False)
        return found if found.width <= WIDEST else Output(highlight=False, emoji=False, width=WIDEST)
    return Output(highlight=False, emoji=False, width=10_000, color_system=None, force_terminal=False)


def marks() -> tuple[str, str]:
    """The signs for passed and failed that this output can show."""
    try:  # not sys.stdout: Rich puts something else there while it shows a spinner
        "✓✗".encode(getattr(sys.__stdout__, "encoding", "ascii"))
    except UnicodeEncodeError:
        return "ok  ", "FAIL"
    return "✓", "✗"


def print_json(document: object) -> None:
    """One JSON document, on one line."""
    text = json.dumps(document, ensure_ascii=not shows_all(), default=str)
    # JSON itself escapes only the control characters below the space.
    print(re.sub("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]", lambda code: f"\\u{ord(code[0]):04x}", text), flush=True)


def shows_all() -> bool:
    """Whether standard output can hold every sign; where not, JSON is to be written with escapes."""
    return (sys.stdout.encoding or "").lower().replace("-", "") in ("utf8", "utf16", "utf32")
