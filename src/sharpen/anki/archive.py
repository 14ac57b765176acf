"""The archive: one database is unpacked from it, by its exact name, into a folder that is gone afterwards.

Images are unpacked one by one (`media.py`), sounds never, and no name from the archive ever becomes a path.
"""

import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import IO

from sharpen.anki import limits, wire
from sharpen.anki.package import BadPackage

COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""What a package may call its database, the best first: newer exports add an old one that only says to update."""
LATEST = 3
"""The newest version of packages there is: a database of schema 18, packed by zstd."""
BLOCK = 1 << 20
AGAIN = "Export it from Anki again."


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """The database of a package, as a file. Raises BadPackage for anything but an honest archive."""
    with TemporaryDirectory(prefix="sharpen-anki-") as folder:
        database = Path(folder) / "collection.db"
        _unpack_collection(path, database)
        yield database


def _unpack_collection(path: Path, database: Path) -> None:
    try:
        with path.open("rb") as file:
            _check_directory(file)
            with zipfile.ZipFile(file) as archive:
                _unpack(archive, _collection(archive), database)
    except FileNotFoundError as error:
        raise BadPackage(f"There is no file {path}, so nothing could be read. Check its name.") from error
    except IsADirectoryError as error:
        raise BadPackage(f"{path} is a folder, not a file. Name the .apkg or .colpkg file.") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error, ValueError, NotImplementedError) as error:
        raise BadPackage(
            f"The archive cannot be unpacked, because it is damaged or was cut short ({error}). {AGAIN}"
        ) from error
    except OSError as error:
        raise BadPackage(
            f"The file could not be read or unpacked: {error.strerror or error}. Check that it may be read and that the"
            " disk has room."
        ) from error


def _check_directory(file: IO[bytes]) -> None:
    """Refuse what is no archive, and a table of contents too long to be read, before zipfile reads it."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - 65_557))  # the end record is 22 bytes and a comment of at most 65,535
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + 22:
        raise BadPackage(
            "The file is not an Anki package, because it is not a whole ZIP archive: it is something else, or was cut"
            f" short at {size:,} bytes. Choose a file that Anki exported as .apkg or .colpkg, or export it again."
        )
    count, length = struct.unpack_from("<HI", tail, at + 10)
    if tail[max(0, at - 20) :].startswith(b"PK\x06\x07"):  # a longer record, before the one that says where it is
        end = size - len(tail) + at
        stated = struct.unpack_from("<Q", tail, at - 12)[0]
        for place in (stated, end - 76):  # versions of zipfile differ in which of the two they believe
            file.seek(min(max(place, 0), size))
            record = file.read(56)
            if len(record) == 56 and record.startswith(b"PK\x06\x06"):
                longer = struct.unpack_from("<QQ", record, 32)
                count, length = max(count, longer[0]), max(length, longer[1])
    file.seek(0)
    if count > limits.MEMBERS or length > limits.DIRECTORY:
        raise BadPackage(
            f"The archive lists {count:,} files in {length:,} bytes, more than any honest collection"
            f" (at most {limits.MEMBERS:,}). Export a smaller selection, without media."
        )


def _collection(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The member that is the database. Raises BadPackage when there is none, or the archive is up to something."""
    members: dict[str, zipfile.ZipInfo] = {}
    for member in archive.infolist():
        name = member.orig_filename
        if _leads_out(name):
            raise BadPackage(
                f"The archive holds a file named {name[:80]!r}, which would be written outside its folder. Anki writes"
                " no such names, so the file may be an attack. Delete it, and get the deck from someone you trust."
            )
        if name in (*COLLECTIONS, "meta"):
            if name in members:
                raise BadPackage(f"The archive holds {name} twice, so it is not clear which counts. {AGAIN}")
            members[name] = member
    version = _version(archive, members.get("meta"))
    if version > LATEST:
        raise BadPackage(
            f"The package is of version {version}, which is newer than sharpen knows ({LATEST}). In Anki's export"
            " window, tick “Support older Anki versions”, and export it again."
        )
    if version == LATEST and COLLECTIONS[0] not in members:
        raise BadPackage(f"The package says that it holds {COLLECTIONS[0]}, but it does not. {AGAIN}")
    for name in COLLECTIONS:
        if name in members:
            return members[name]
    raise BadPackage(
        "The archive is not an Anki package, because it holds no collection (such as collection.anki21b). Choose a file"
        " that Anki exported as .apkg or .colpkg."
    )


def _leads_out(name: str) -> bool:
    plain = name.replace("\\", "/")
    return plain.startswith("/") or plain[1:2] == ":" or "\0" in plain or ".." in PurePosixPath(plain).parts


def _version(archive: zipfile.ZipFile, meta: zipfile.ZipInfo | None) -> int:
    """The version that the package says it has; 0 for old ones, which say nothing."""
    if meta is None:
        return 0
    with opened(archive, meta) as source:
        meta_bytes = source.read(limits.META + 1)
    if len(meta_bytes) > limits.META:
        raise BadPackage(f"The archive's meta is more than {limits.META:,} bytes long; it should be two. {AGAIN}")
    return wire.number(wire.fields(meta_bytes), 1)


def opened(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> IO[bytes]:
    """A member of an archive, to be read. Raises BadPackage for one that Anki did not pack."""
    if member.flag_bits & 0x1:
        raise BadPackage(
            f"The archive is encrypted ({member.filename}), so it cannot be read. Unpack it with its password, and"
            " import the .apkg or .colpkg file that is inside."
        )
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise BadPackage(
            f"{member.filename} is packed in a way that Anki does not use (method {member.compress_type}). {AGAIN}"
        )
    return archive.open(member)


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path) -> None:
    """Unpack in blocks, counting what really comes out: what the archive says of sizes may be a lie."""
    import zstandard

    packed = opened(archive, member)
    unpacker = zstandard.ZstdDecompressor(max_window_size=limits.WINDOW)
    by_zstd = member.filename == COLLECTIONS[0]
    source = unpacker.stream_reader(packed, read_size=1 << 16) if by_zstd else packed
    written = 0
    try:
        with target.open("wb") as file:
            while block := source.read(BLOCK):
                written += len(block)
                _check_size(written, min(member.compress_size, packed.tell()))
                file.write(block)
    except zstandard.ZstdError as error:
        raise BadPackage(
            f"The collection cannot be unpacked: it is damaged, or asks for too much memory ({error}). {AGAIN}"
        ) from error


def _check_size(written: int, packed: int) -> None:
    if written > limits.COLLECTION:
        raise BadPackage(
            f"The collection is larger than {limits.COLLECTION >> 20:,} MiB unpacked, more than sharpen reads."
            " Export a smaller selection of decks."
        )
    if written > limits.RATIO_FROM and written > limits.RATIO * packed:
        raise BadPackage(
            f"The collection unpacks to more than {limits.RATIO} times its size, as a zip bomb does and no honest deck."
            " Delete the file, and get the deck from someone you trust."
        )
