"""Messages over a socket, for both ends of a child's line and for the examiner's own."""

import select
import signal
import socket
import struct
from collections import deque
from collections.abc import Sequence

from sharpen.sandbox.codec import TooLarge
from sharpen.sandbox.limits import LONGEST_HEADER, MOST_BUFFERS

CONFINED = "confined"
"""The first word of a child, once every layer is on."""
WHERE = signal.SIGUSR1
"""The signal upon which a child says where it is, with AT as the first word."""
AT = "at"
CHUNK = 64 << 10
"""Bytes that are sent or received in one call."""

Message = tuple[bytes, list[bytearray]]
"""A header and the bytes of its arrays."""


class Channel:
    """One end of a stream socket that carries framed messages.

    `post`, `flush`, `fill` and `next` never block, so that one process can attend to several lines;
    `send` and `receive` wait for as long as it takes. Both raise EOFError when the peer is gone.
    """

    def __init__(self, line: socket.socket) -> None:
        self.line = line
        line.setblocking(False)
        self._poll = select.poll()
        self._out: deque[memoryview] = deque()
        self._in = bytearray()
        self._lengths: tuple[int, list[int]] | None = None
        """Of the message that is arriving: its header's length and its arrays'."""
        self._header = b""
        self._buffers: list[bytearray] = []
        self._filled = 0
        """Bytes of the last of the buffers that have arrived."""

    def post(self, parts: Sequence[bytes | memoryview]) -> None:
        """Put the parts of one message in the queue; `flush` sends them."""
        self._out.extend(memoryview(part) for part in parts if len(part))

    def flush(self) -> bool:
        """Send what the line takes; whether all is sent."""
        while self._out:
            part = self._together()
            try:
                sent = self.line.send(part)
            except BlockingIOError:
                sent = 0
            except (BrokenPipeError, ConnectionResetError):
                raise EOFError("the other end is gone") from None
            if sent < len(part):
                self._out.appendleft(part[sent:])
                return False
        return True

    def _together(self) -> memoryview:
        """The next part to send: a long one by itself, short ones joined. (A child may not call sendmsg.)"""
        first = self._out.popleft()
        if not self._out or len(first) + len(self._out[0]) > CHUNK:
            return first
        joined, size = [first], len(first)
        while self._out and size + len(self._out[0]) <= CHUNK:
            joined.append(self._out.popleft())
            size += len(joined[-1])
        return memoryview(b"".join(joined))

    def next(self, largest: int = 1 << 30) -> Message | None:
        """The next whole message that has arrived, or None. Raises TooLarge when it is larger than `largest` bytes."""
        while (message := self._cut(largest)) is None:
            if not self._fill():
                return None
        return message

    def _fill(self) -> bool:
        """Take what has arrived; whether anything had."""
        try:
            if self._buffers and self._filled < len(self._buffers[-1]):  # a long array goes straight to its place
                got = self.line.recv_into(memoryview(self._buffers[-1])[self._filled :])
                self._filled += got
            else:
                data = self.line.recv(CHUNK)
                got = len(data)
                self._in += data
        except BlockingIOError:
            return False
        except ConnectionResetError:
            got = 0
        if not got:
            raise EOFError("the other end is gone")
        return True

    def _cut(self, largest: int) -> Message | None:
        """A whole message cut off from what has arrived, or None."""
        if self._lengths is None and not self._begin(largest):
            return None
        assert self._lengths is not None
        _, sizes = self._lengths
        while True:
            if self._buffers and self._filled < len(self._buffers[-1]):
                return None
            if len(self._buffers) == len(sizes):
                break
            buffer = bytearray(sizes[len(self._buffers)])
            self._filled = min(len(buffer), len(self._in))
            buffer[: self._filled] = self._in[: self._filled]
            del self._in[: self._filled]
            self._buffers.append(buffer)
        message = self._header, self._buffers
        self._lengths, self._buffers, self._filled = None, [], 0
        return message

    def _begin(self, largest: int) -> bool:
        """Read the lengths and the header of the next message, once they are all there."""
        if len(self._in) < 8:
            return False
        length, count = struct.unpack_from("<II", self._in)
        if count > MOST_BUFFERS:
            raise TooLarge(f"the answer has more than {MOST_BUFFERS:,} arrays in it; is one array meant?")
        if LONGEST_HEADER < length <= largest:
            raise TooLarge(f"the answer is larger than {LONGEST_HEADER >> 20} MiB without its arrays; return an array")
        if length > largest:
            raise TooLarge(f"the answer is larger than {largest >> 20} MiB")
        start = 8 + 8 * count
        if len(self._in) < start:
            return False
        sizes = list(struct.unpack_from(f"<{count}Q", self._in, 8))
        if length + sum(sizes) > largest:
            raise TooLarge(f"the answer is larger than {largest >> 20} MiB")
        if len(self._in) < start + length:
            return False
        self._header = bytes(self._in[start : start + length])
        del self._in[: start + length]
        self._lengths = length, sizes
        return True

    def send(self, parts: Sequence[bytes | memoryview]) -> None:
        """Send the parts of one message, however long the other end takes to read them."""
        self.post(parts)
        while not self.flush():
            self._wait(select.POLLOUT)

    def receive(self, largest: int = 1 << 30) -> Message:
        """The next message, however long it takes to come."""
        while (message := self.next(largest)) is None:
            self._wait(select.POLLIN)
        return message

    def _wait(self, events: int) -> None:
        self._poll.register(self.line, events)
        self._poll.poll()

    @property
    def unsent(self) -> bool:
        """Whether `flush` has something left to send."""
        return bool(self._out)

    def close(self) -> None:
        """Close this end."""
        self.line.close()
