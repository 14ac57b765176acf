"""Failures, reported in one message: what happened, why, what to do; never a stack trace."""

import os
import sys
import traceback

from sharpen.cli.terminal.printable import clean
from sharpen.domain.errors import SharpenError, advice, explained


def report(error: Exception) -> None:
    """Say on standard error what went wrong. SHARPEN_TRACEBACK=1 adds where."""
    print(clean(message(error)), file=sys.stderr)  # it may quote a file
    if os.environ.get("SHARPEN_TRACEBACK"):
        traceback.print_exception(error)


def message(error: Exception) -> str:
    """What to say of an error; an unexpected one is called our mistake."""
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}.{advice(error)}"
    words = explained(
        error, "Please report it, with what SHARPEN_TRACEBACK=1 shows when you run the same command again."
    )
    return f"{words} {error.in_terminal}".strip() if isinstance(error, SharpenError) else words


class CommandError(SharpenError):
    """A command cannot go on; the message says what happened and what to do."""
