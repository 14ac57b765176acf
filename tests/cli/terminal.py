"""A terminal, of 80 columns unless asked otherwise, with a real command in it."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Sequence
from pathlib import Path

CODES = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\].*?(?:\x07|\x1b\\)|\r")
ERASED = re.compile(r"[^\n]*\x1b\[2K")


class Terminal:
    """A command on a pseudo-terminal; `screen` is all that it wrote, without control codes."""

    def __init__(
        self, command: Sequence[str], cwd: Path, environment: dict[str, str], rows: int = 40, columns: int = 80
    ) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        size = {"COLUMNS": str(columns), "LINES": str(rows)}
        environment = {**environment, **size, "TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8"}
        environment.pop("NO_COLOR", None)
        self._process = subprocess.Popen(
            command, cwd=cwd, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, preexec_fn=_own_terminal
        )
        os.close(theirs)
        self.raw = ""

    @property
    def screen(self) -> str:
        return CODES.sub("", ERASED.sub("", self.raw))

    def wait_for(self, text: str, times: int = 1, seconds: float = 60) -> None:
        """Wait until the text is on the screen this many times."""
        until = time.monotonic() + seconds
        while self.screen.count(text) < times:
            assert time.monotonic() < until, f"{text!r} did not appear on:\n{self.screen}"
            if not self._read(0.1):
                assert self._process.poll() is None or self.screen.count(text) >= times, self.screen

    def press(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def end(self, seconds: float = 60) -> int:
        """Wait for the command to end; its status."""
        until = time.monotonic() + seconds
        while self._process.poll() is None:
            assert time.monotonic() < until, f"it does not end:\n{self.screen}"
            self._read(0.1)
        while self._read(0.1):
            pass
        os.close(self._ours)
        return self._process.returncode

    def _read(self, seconds: float) -> bool:
        if not select.select([self._ours], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._ours, 65536)
        except OSError:  # the other end is closed
            return False
        self.raw += data.decode(errors="replace")
        return bool(data)


def _own_terminal() -> None:
    # Whoever runs the tests in the background may have had these ignored; at a terminal nobody has.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
