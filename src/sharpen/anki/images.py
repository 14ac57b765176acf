"""Images: which files of a package a page may show, by what is in them and never by what they are called."""

import hashlib
import struct
from collections.abc import Callable

from sharpen.anki import limits

Size = tuple[int, int]
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of JPEG that are followed by the size; the three left out mean other things."""


def name_of(data: bytes) -> str:
    """What an image is called here, see `domain.image.NAME`; nothing for what is none, or larger than anybody draws."""
    for format, size in FORMATS.items():
        try:
            found = size(data)
        except (struct.error, IndexError):  # cut short
            found = None
        if found and 0 < min(found) <= max(found) <= limits.SIDE_PIXELS and found[0] * found[1] <= limits.PIXELS:
            return f"image-{hashlib.sha256(data).hexdigest()[:32]}-{found[0]}x{found[1]}.{format}"
    return ""


def _png(data: bytes) -> Size | None:
    return struct.unpack_from(">II", data, 16) if data.startswith(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR") else None


def _gif(data: bytes) -> Size | None:
    return struct.unpack_from("<HH", data, 6) if data.startswith((b"GIF87a", b"GIF89a")) else None


def _jpg(data: bytes) -> Size | None:
    if not data.startswith(b"\xff\xd8\xff"):
        return None
    at = 2
    while data[at] == 0xFF:
        if data[at + 1] == 0xFF:  # filling
            at += 1
        elif data[at + 1] in FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        else:
            at += 2 + max(2, struct.unpack_from(">H", data, at + 2)[0])
    return None


def _webp(data: bytes) -> Size | None:
    """See developers.google.com/speed/webp/docs/riff_container."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        return None
    if data[12:16] == b"VP8X":
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    if data[12:16] == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if data[12:16] == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    return None


FORMATS: dict[str, Callable[[bytes], Size | None]] = {"png": _png, "jpg": _jpg, "gif": _gif, "webp": _webp}
"""Pictures of points. One in SVG may hold anything that a page may, so it is left out."""
