"""The pager: what is longer than the screen is shown in it, to scroll and to search."""

import io
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.cells import cell_len

CODES = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\].*?(?:\x07|\x1b\\)")
"""What takes no room on the screen: colors, links."""


class Held(io.StringIO):
    """What is printed, held back; it passes for the terminal, so that it is printed in color."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@contextmanager
def paged() -> Iterator[None]:
    """Show what the block prints in the pager ($PAGER, else less) if it is longer than the screen of this terminal.

    Piped, with a PAGER that is empty or `cat`, or without one that runs, it is printed as ever.
    """
    command = _command()
    if command is None:
        yield
        return
    screen, held = sys.stdout, Held()
    sys.stdout = held
    try:
        yield
    except BaseException:
        screen.write(held.getvalue())
        raise
    finally:
        sys.stdout = screen
    text = held.getvalue()
    encoded = text.encode(screen.encoding, screen.errors or "strict")
    if _lines(text) < shutil.get_terminal_size().lines or not _show(command, encoded):
        screen.write(text)


def _command() -> list[str] | None:
    """The pager and its arguments; None where there is to be none."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
        return None
    try:
        words = shlex.split(os.environ.get("PAGER", "less"))
    except ValueError:  # a quotation mark without its other half
        return None
    if words in ([], ["cat"]) or shutil.which(words[0]) is None:
        return None
    return [*words, "-R"] if os.path.basename(words[0]) == "less" else words  # -R: colors as colors


def _lines(text: str) -> int:
    """Lines of the screen that a text takes."""
    width = shutil.get_terminal_size().columns
    return sum(max(1, -(-cell_len(CODES.sub("", line)) // width)) for line in text.splitlines())


def _show(command: list[str], text: bytes) -> bool:
    """Run the pager until it is left; False when it does not run."""
    # As git sets it: nothing is cleared at the end, so that what was read last can still be copied.
    environment = {"LESS": "FRX", "LESSCHARSET": "utf-8", **os.environ}
    try:
        running = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
    except OSError:
        return False
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the pager's, which stops a search by it
    try:
        running.communicate(text)
    finally:
        signal.signal(signal.SIGINT, before)
    return True
