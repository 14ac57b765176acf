"""Messages over a socket, for both ends of a child's line and for the examiner's own."""

import select
import socket
import struct
import time
from collections.abc import Callable, Sequence

from sharpen.sandbox.codec import LONGEST_HEADER, TooLarge

MOST_BUFFERS = 100_000
TOGETHER = 64 << 10

Patience = Callable[[], float]
"""Seconds that one may still wait; raises when that is too long already."""


def forever() -> float:
    """Patience without end."""
    return 3600.0


class Channel:
    """One end of a stream socket that carries framed messages.

    Every wait asks `patience` how long it may last, so a peer that neither reads nor writes
    cannot hold the caller. Raises EOFError when the peer is gone.
    """

    def __init__(self, line: socket.socket) -> None:
        self.line = line
        line.setblocking(False)
        self._poll = select.poll()

    def send(self, parts: Sequence[bytes | memoryview], patience: Patience = forever) -> None:
        """Send the parts of one message; small ones leave together."""
        if sum(len(part) for part in parts) <= TOGETHER:
            parts = [b"".join(parts)]
        for part in parts:
            rest = memoryview(part)
            while rest:
                try:
                    rest = rest[self.line.send(rest) :]
                except BlockingIOError:
                    self._wait(select.POLLOUT, patience)
                except (BrokenPipeError, ConnectionResetError):
                    raise EOFError("the other end is gone") from None

    def receive(self, patience: Patience = forever, largest: int = 1 << 30) -> tuple[bytes, list[bytearray]]:
        """The header and the arrays of one message. Raises TooLarge when it is larger than `largest` bytes."""
        length, count = struct.unpack("<II", self._exactly(8, patience))
        if count > MOST_BUFFERS:
            raise TooLarge(f"the answer has more than {MOST_BUFFERS:,} arrays in it; is one array meant?")
        if LONGEST_HEADER < length <= largest:
            raise TooLarge(f"the answer is larger than {LONGEST_HEADER >> 20} MiB without its arrays; return an array")
        sizes = struct.unpack(f"<{count}Q", self._exactly(8 * count, patience)) if length <= largest else ()
        if length + sum(sizes) > largest:
            raise TooLarge(f"the answer is larger than {largest >> 20} MiB")
        header = bytes(self._exactly(length, patience))
        return header, [self._exactly(size, patience) for size in sizes]

    def _exactly(self, size: int, patience: Patience) -> bytearray:
        data = bytearray(size)
        rest = memoryview(data)
        while rest:
            try:
                got = self.line.recv_into(rest)
            except BlockingIOError:
                self._wait(select.POLLIN, patience)
                continue
            except ConnectionResetError:
                got = 0
            if not got:
                raise EOFError("the other end is gone")
            rest = rest[got:]
        return data

    def _wait(self, event: int, patience: Patience) -> None:
        self._poll.register(self.line, event)
        end = time.monotonic() + patience()
        # One extra millisecond, so that a deadline has truly passed when patience is asked again.
        while not self._poll.poll(max(0.0, end - time.monotonic()) * 1000 + 1):
            end = time.monotonic() + patience()

    def close(self) -> None:
        """Close this end."""
        self.line.close()
