"""Failures, reported in one message: what happened, why, what to do; never a stack trace."""

import os
import sys
import traceback

from sharpen.cli.terminal.printable import clean
from sharpen.content.errors import ContentError


def report(error: Exception) -> None:
    """Say on standard error what went wrong. SHARPEN_TRACEBACK=1 adds where."""
    print(clean(message(error)), file=sys.stderr)  # it may quote a file
    if os.environ.get("SHARPEN_TRACEBACK"):
        traceback.print_exception(error)


def message(error: Exception) -> str:
    """What to tell of an error; one that nobody foresaw is called our mistake."""
    if isinstance(error, ContentError) or _ours(error):
        return str(error)
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}."
    return (
        f"sharpen itself went wrong ({type(error).__name__}: {error}). Your work is kept. Please report it, with what "
        "SHARPEN_TRACEBACK=1 shows when you run the same command again."
    )


def _ours(error: Exception) -> bool:
    """Whether the error was written for the learner: those of practice, the store, the judge and the server."""
    names = {kind.__name__ for kind in type(error).__mro__}
    return bool(names & {"PracticeError", "StoreError", "JudgeBroken", "CannotListen", "NotBuilt", "CommandError"})


class CommandError(Exception):
    """A command cannot go on; the message says what happened and what to do."""
