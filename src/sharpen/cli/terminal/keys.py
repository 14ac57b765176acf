"""Single keys from the terminal, and a line where words are asked for."""

import os
import re
import select
import signal
import sys
import time
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
REDRAW = "\x0c"
"""Ctrl+L, and what is read when the command goes on after Ctrl+Z: the screen is to be drawn again."""

ESCAPE = re.compile(r"\x1b(\[[0-9;?]*[ -/]*[@-~]|O.)?")
"""What a key that is not a character sends."""


class Keys:
    """The keyboard of a terminal, key by key."""

    def __init__(self, resumed: int | None = None) -> None:
        self._waiting: deque[str] = deque()
        self._resumed = resumed

    def press(self) -> str:
        """The next key. Arrows and other keys that are not characters are skipped."""
        while not self._waiting:
            self._waiting.extend(_read(None, self._resumed))
        return self._waiting.popleft()

    def within(self, seconds: float) -> str:
        """The next key if there is one by then, else nothing."""
        if not self._waiting:
            self._waiting.extend(_read(seconds, self._resumed))
        return self._waiting.popleft() if self._waiting else ""

    def line(self, prompt: str) -> str:
        """A line of words, edited as usual in this terminal; empty when it is closed."""
        with _whole_lines():
            try:
                return input(prompt)
            except EOFError:
                return ""


@contextmanager
def keyboard() -> Iterator[Keys]:
    """The keyboard, until the block ends: keys come at once and are not shown.

    After Ctrl+Z and `fg` they do so again, and REDRAW is read.
    """
    if sys.platform == "win32":
        yield Keys()
        return
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    resumed, tell = os.pipe()
    os.set_blocking(tell, False)
    # The shell had the terminal meanwhile, hence the handler. A signal that comes to another thread does not end the
    # wait for a key; what Python writes of every signal to `tell` does.
    handled = signal.signal(signal.SIGCONT, lambda *_: tty.setcbreak(terminal))
    woken = signal.set_wakeup_fd(tell, warn_on_full_buffer=False)
    tty.setcbreak(terminal)
    try:
        yield Keys(resumed)
    finally:
        signal.set_wakeup_fd(woken)
        signal.signal(signal.SIGCONT, handled)
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)
        os.close(resumed)
        os.close(tell)


@contextmanager
def _whole_lines() -> Iterator[None]:
    if sys.platform == "win32":
        yield
        return
    terminal = sys.stdin.fileno()
    now = termios.tcgetattr(terminal)
    lines = termios.tcgetattr(terminal)
    lines[3] |= termios.ICANON | termios.ECHO
    handled = signal.signal(signal.SIGCONT, lambda *_: termios.tcsetattr(terminal, termios.TCSADRAIN, lines))
    termios.tcsetattr(terminal, termios.TCSADRAIN, lines)
    try:
        yield
    finally:
        signal.signal(signal.SIGCONT, handled)
        termios.tcsetattr(terminal, termios.TCSADRAIN, now)


def _read(seconds: float | None, resumed: int | None) -> str:
    """What was pressed since the last call: at least one key, unless it was not a character or the time is over."""
    if sys.platform == "win32":
        until = None if seconds is None else time.monotonic() + seconds
        while until is not None and not msvcrt.kbhit():
            if time.monotonic() > until:
                return ""
            time.sleep(0.02)
        key = msvcrt.getwch()
        if key in "\x00\xe0":
            msvcrt.getwch()
            return ""
        return key
    ready, _, _ = select.select([sys.stdin.fileno(), *([] if resumed is None else [resumed])], [], [], seconds)
    if resumed is not None and resumed in ready:
        return REDRAW if signal.SIGCONT in os.read(resumed, 64) else ""
    if not ready:
        return ""
    data = os.read(sys.stdin.fileno(), 64)
    if not data:
        return CLOSED
    return ESCAPE.sub("", data.decode(errors="ignore")).replace("\r", "\n")
