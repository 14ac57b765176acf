"""Trusted processes of ours, each with a line to whoever started it as its standard input."""

import contextlib
import os
import signal
import socket
import subprocess
from collections.abc import Iterator

from sharpen.sandbox.channel import Channel
from sharpen.sandbox.profiles import PYTHON, THREADS


def start(module: str, *args: str) -> tuple["subprocess.Popen[bytes]", Channel]:
    """Start a module of ours; its process, and our end of the line to it."""
    ours, theirs = socket.socketpair()
    environment = {**os.environ, **dict.fromkeys(THREADS, "1")}
    with theirs, _without_interrupts():
        # A session of its own: Ctrl-C in a terminal must not reach it before it reaches us.
        process = subprocess.Popen(
            [*PYTHON, "-m", module, *args], stdin=theirs.fileno(), start_new_session=True, env=environment
        )
    return process, Channel(ours)


@contextlib.contextmanager
def _without_interrupts() -> Iterator[None]:
    """Block SIGINT in this thread, and so in what it starts, which has no session of its own in its first moment.

    One that comes in that moment stays pending there until the module ignores SIGINT, which discards it.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a process; what it started dies with it."""
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    process.wait()
