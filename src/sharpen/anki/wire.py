"""Protocol Buffers as Anki stores them: just enough to find a number, a text or a message by its field's number."""

from collections.abc import Iterator, Mapping

from sharpen.anki.package import BadPackage

Fields = Mapping[int, int | bytes]
VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5


def fields(message: bytes) -> Fields:
    """The fields of a message by their numbers, the last one where one is repeated. Raises BadPackage."""
    return {field: value for field, _, value in _each(message)}


def repeated(message: bytes, field: int) -> Iterator[bytes]:
    """Every message or text that a field holds, one after the other. Raises BadPackage."""
    for found, kind, value in _each(message):
        if found == field and kind == BYTES:
            assert isinstance(value, bytes)
            yield value


def number(message: Fields, field: int) -> int:
    """A whole number; 0, as Protocol Buffers has it, when it is not there."""
    value = message.get(field, 0)
    if not isinstance(value, int):
        raise _broken()
    return value


def text(message: Fields, field: int) -> str:
    """A text; empty when it is not there."""
    value = message.get(field, b"")
    if not isinstance(value, bytes):
        raise _broken()
    return value.decode("utf-8", "replace")


def _each(message: bytes) -> Iterator[tuple[int, int, int | bytes]]:
    """Every field in its order: its number, its kind and its value. Raises BadPackage."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        kind = key & 7
        if kind == VARINT:
            value, at = _varint(message, at)
            yield key >> 3, kind, value
            continue
        length = {FIXED64: 8, FIXED32: 4}.get(kind, -1)
        if kind == BYTES:
            length, at = _varint(message, at)
        if not 0 <= length <= len(message) - at:
            raise _broken()
        yield key >> 3, kind, message[at : at + length]
        at += length


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(10):
        if at + place >= len(message):
            break
        byte = message[at + place]
        value |= (byte & 0x7F) << 7 * place
        if byte < 0x80:
            return value, at + place + 1
    raise _broken()


def _broken() -> BadPackage:
    return BadPackage(
        "The package describes itself in a way that cannot be read, because it is damaged. Export it from Anki again."
    )
