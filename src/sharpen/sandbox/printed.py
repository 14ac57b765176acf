"""What a submission prints: text streams as Python's own, over so many bytes and no more."""

import io
import sys

MOST_PRINTED = 64 << 10


class Kept(io.BufferedIOBase):
    """Bytes that were written, the first 64 KiB of them."""

    name = "<printed>"
    mode = "wb"

    def __init__(self) -> None:
        self.kept = bytearray()
        self.cut = False

    def write(self, data: "bytes | bytearray | memoryview") -> int:  # type: ignore[override]
        """Keep what there is room for."""
        room = MOST_PRINTED - len(self.kept)
        size = len(data)
        self.cut = self.cut or size > room
        self.kept += data[:room]
        return size

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1


class Printed:
    """Standard output and standard error, in one order and in whatever way they are written to."""

    def __init__(self) -> None:
        self._bytes = Kept()
        self._streams = [
            io.TextIOWrapper(self._bytes, "utf-8", "backslashreplace", newline="\n", write_through=True)
            for _ in range(2)
        ]

    def install(self) -> None:
        """Be what `print` writes to."""
        sys.stdout, sys.stderr = self._streams
        sys.__stdout__, sys.__stderr__ = self._streams  # type: ignore[misc]

    def take(self) -> str:
        """What was printed since the last call."""
        kept, cut = self._bytes.kept, self._bytes.cut
        if not kept:
            return ""
        text = kept.decode("utf-8", "ignore" if cut else "backslashreplace")
        text += "\n… (cut at 64 KiB)" if cut else ""
        self._bytes.kept, self._bytes.cut = bytearray(), False
        return text
