"""Media: the images that cards name, unpacked one by one, each only so large; no name of theirs becomes a path."""

import binascii
import io
import json
import re
import unicodedata
import zipfile
import zlib
from base64 import b64decode
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from sharpen.anki import images, limits, wire
from sharpen.anki.archive import opened
from sharpen.anki.package import BadPackage

ZSTD = b"\x28\xb5\x2f\xfd"
DATA = re.compile(r"data:image/[a-z+.-]{1,20};base64,", re.IGNORECASE)
ENTRIES, NAME, OLD_NUMBER = 1, 1, 255
"""Fields of the list of media since 2022 (`MediaEntries` in `proto/anki/import_export.proto` of Anki's source)."""


class Media:
    """The images of a package. `found` has those that were asked for, by the names they have here. To be closed."""

    def __init__(self, path: Path) -> None:
        self.found: dict[str, bytes] = {}
        self._path = path
        self._archive: zipfile.ZipFile | None = None
        self._names: dict[str, str] = {}
        self._length = 0

    def close(self) -> None:
        if self._archive is not None:
            self._archive.close()

    def image(self, source: str) -> str:
        """What the image is called here that an element names as its source; nothing when it cannot be taken."""
        if source not in self._names:
            self._names[source] = self._taken(source)
        return self._names[source]

    def _taken(self, source: str) -> str:
        try:
            data = self._data(source)
            name = images.name_of(data) if data else ""
        except (*DAMAGED, BadPackage):
            return ""
        # What turns out to be none counts too: unpacking it took as long.
        self._length += len(data)
        if name and name not in self.found:
            if len(self.found) >= limits.IMAGES or self._length > limits.IMAGES_TOGETHER:
                return ""
            self.found[name] = data
        return name

    def _data(self, source: str) -> bytes:
        """The file behind a source; nothing when there is none, or it is too large."""
        if inside := DATA.match(source):
            return b64decode(source[inside.end() :], validate=False)
        for name in (source, unquote(source)):
            number = self._numbers.get(unicodedata.normalize("NFC", name))
            if number is not None:
                return self._read(number, limits.IMAGE)
        return b""

    @cached_property
    def _numbers(self) -> dict[str, str]:
        """What each file is called in the archive, by its name in the collection."""
        try:
            listed = self._read("media", limits.MEDIA)
            if listed.startswith(b"{"):
                return {unicodedata.normalize("NFC", str(name)): number for number, name in json.loads(listed).items()}
            entries = [wire.fields(entry) for entry in wire.repeated(listed, ENTRIES)]
            names = [unicodedata.normalize("NFC", wire.text(entry, NAME)) for entry in entries]
            numbers = [wire.number(entry, OLD_NUMBER) or place for place, entry in enumerate(entries)]
            return {name: str(number) for name, number in zip(names, numbers, strict=True)}
        except (*DAMAGED, BadPackage):
            return {}

    def _read(self, member: str, most: int) -> bytes:
        """A member of the archive, unpacked; nothing when it is larger than `most` bytes. Raises one of DAMAGED."""
        import zstandard

        if self._length > limits.IMAGES_TOGETHER:
            return b""
        if self._archive is None:
            self._archive = zipfile.ZipFile(self._path)
        with opened(self._archive, self._archive.getinfo(member)) as file:
            data = file.read(most + 1)
        if data.startswith(ZSTD) and len(data) <= most:
            unpacker = zstandard.ZstdDecompressor(max_window_size=limits.WINDOW)
            try:
                data = unpacker.stream_reader(io.BytesIO(data)).read(most + 1)
            except zstandard.ZstdError:
                return b""
        if len(data) > most:
            self._length += most
            return b""
        return data


DAMAGED = (
    OSError, EOFError, KeyError, ValueError, RecursionError, NotImplementedError, AttributeError,
    zipfile.BadZipFile, zlib.error, binascii.Error,
)  # fmt: skip
"""What reading a file of an archive may raise. An image is not worth refusing a deck for."""
