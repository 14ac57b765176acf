"""Single keys from the terminal, and a line where words are asked for."""

import os
import re
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

if sys.platform == "win32":
    import msvcrt
else:
    import termios
    import tty

CLOSED = "\x04"
"""What is read once the terminal is closed; also Ctrl+D."""

ESCAPE = re.compile(r"\x1b(\[[0-9;?]*[ -/]*[@-~]|O.)?")
"""What a key that is not a character sends."""


class Keys:
    """The keyboard of a terminal, key by key."""

    def __init__(self) -> None:
        self._waiting: deque[str] = deque()

    def press(self) -> str:
        """The next key. Arrows and other keys that are not characters are skipped."""
        while not self._waiting:
            self._waiting.extend(_read())
        return self._waiting.popleft()

    def line(self, prompt: str) -> str:
        """A line of words, edited as usual in this terminal; empty when it is closed."""
        with _whole_lines():
            try:
                return input(prompt)
            except EOFError:
                return ""


@contextmanager
def keyboard() -> Iterator[Keys]:
    """The keyboard, until the block ends: keys come at once and are not shown."""
    if sys.platform == "win32":
        yield Keys()
        return
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    tty.setcbreak(terminal)
    try:
        yield Keys()
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


@contextmanager
def _whole_lines() -> Iterator[None]:
    if sys.platform == "win32":
        yield
        return
    terminal = sys.stdin.fileno()
    now = termios.tcgetattr(terminal)
    lines = termios.tcgetattr(terminal)
    lines[3] |= termios.ICANON | termios.ECHO
    termios.tcsetattr(terminal, termios.TCSADRAIN, lines)
    try:
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, now)


def _read() -> str:
    """What was pressed since the last call: at least one key, unless it was not a character."""
    if sys.platform == "win32":
        key = msvcrt.getwch()
        if key in "\x00\xe0":
            msvcrt.getwch()
            return ""
        return key
    data = os.read(sys.stdin.fileno(), 64)
    if not data:
        return CLOSED
    return ESCAPE.sub("", data.decode(errors="ignore")).replace("\r", "\n")
