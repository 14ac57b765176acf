"""WebM: the length of a recording, written into its head, where browsers that record leave it out.

A file without it is played, but no player knows how long it is, or shows how far one is. The head is a few elements of
EBML (RFC 8794, RFC 9559): an id, a size, and what is in it.
"""

import struct
from typing import NamedTuple

HEADER, SEGMENT, INFO, SCALE, DURATION = 0x1A45DFA3, 0x18538067, 0x1549A966, 0x2AD7B1, 0x4489
NANOSECONDS = 1_000_000
"""A tick where nothing else is said."""


class Element(NamedTuple):
    """An element: its id, where its size and its content begin, and where it ends; -1 where it does not say."""

    id: int
    size_at: int
    start: int
    end: int


def with_duration(file: bytes, seconds: float) -> bytes:
    """A WebM file that says how long it is; the file as it is if it says so already, or has an unknown head."""
    try:
        header = _element(file, 0)
        segment = _element(file, header.end)
        if header.id != HEADER or segment.id != SEGMENT or segment.end >= 0:
            return file  # a segment of a known size would have to grow too
        info = _child(file, segment.start, len(file), INFO)
        if info is None or info.end < 0 or info.end > len(file) or _child(file, info.start, info.end, DURATION):
            return file
        scale = _child(file, info.start, info.end, SCALE)
    except IndexError:
        return file
    tick = int.from_bytes(file[scale.start : scale.end]) if scale else NANOSECONDS
    content = file[info.start : info.end]
    content += b"\x44\x89\x88" + struct.pack(">d", seconds * 1e9 / max(1, tick))
    return file[: info.size_at] + _size(len(content)) + content + file[info.end :]


def _child(file: bytes, start: int, end: int, wanted: int) -> Element | None:
    """The first element of this id between two places, if none without a size comes before it."""
    while start < end:
        found = _element(file, start)
        if found.id == wanted:
            return found
        if found.end < 0:
            return None
        start = found.end
    return None


def _element(file: bytes, at: int) -> Element:
    """The element that begins here. Raises IndexError where the file ends within its head."""
    id_length = _length(file[at], 4)
    size_at = at + id_length
    length = _length(file[size_at], 8)
    start = size_at + length
    if start > len(file):
        raise IndexError("an element is cut off")
    bits = 7 * length
    size = int.from_bytes(file[size_at:start]) & ((1 << bits) - 1)
    unknown = size == (1 << bits) - 1
    return Element(int.from_bytes(file[at:size_at]), size_at, start, -1 if unknown else start + size)


def _length(first: int, most: int) -> int:
    """How many bytes a number has that begins with this one. Raises IndexError for one that begins none."""
    length = 9 - first.bit_length()
    if length > most:
        raise IndexError("no number begins so")
    return length


def _size(size: int) -> bytes:
    """A size as EBML writes it, in four bytes."""
    return (size | 1 << 28).to_bytes(4)
