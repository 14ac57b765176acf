"""Public data that a learner has: read within bounds, prepared by the lab's own script, and opened for its world.

A script has a function `prepare(source)`, given the path that the learner named, which returns arrays by name. One of
them, `summary`, says in words what there is. It reads by `members`, and raises BadData for what it cannot use.
"""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import IO

import numpy as np

from sharpen.checks import trusted
from sharpen.files.digest import digest
from sharpen.labs.columns import Columns
from sharpen.labs.errors import BadData, LabBroken

LARGEST_ARCHIVE = 16 << 20
"""Bytes; its table of contents is read whole."""
LARGEST_PREPARED = 16 << 20
"""Bytes that arrays may take, packed and unpacked: they are to be what a world needs, not the data once more."""


def prepare(script: Path, source: Path) -> bytes:
    """What a lab's script makes of the data at a path, as one file. Raises BadData, OSError."""
    made: Columns = trusted.run(script)["prepare"](source)
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **made)
    content = file.getvalue()
    arrays(content)
    return content


def opened(path: Path, expected: str) -> Columns:
    """The arrays that were prepared, if they are still those with this digest. Raises LabBroken."""
    try:
        content = path.read_bytes()
    except OSError:
        content = b""
    if digest(content) != expected:
        raise LabBroken("the data of this lab was changed or removed while the run began; run it again")
    return arrays(content)


def summary(path: Path) -> str:
    """What the prepared data says of itself; empty where it cannot be read."""
    try:
        return str(arrays(path.read_bytes()).get("summary", ""))
    except (OSError, LabBroken):
        return ""


def members(source: Path, most: Mapping[str, int]) -> dict[str, bytes]:
    """Files of a folder or a .zip by their names, each of at most so many bytes; nothing else is read.

    They lie at the top, or all in one folder there. Nothing is unpacked to the disk. Raises BadData, OSError.
    """
    if source.is_dir():
        return _of_folder(source, most)
    if not stat.S_ISREG(source.stat().st_mode):
        raise BadData(f"{source} is neither a file nor a folder.")
    with source.open("rb") as file:
        return _of_archive(source, file, most)


def arrays(content: bytes) -> Columns:
    """The arrays in a prepared file; it was written here, and is read with care all the same. Raises LabBroken."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if max(len(content), sum(each.file_size for each in archive.infolist())) > LARGEST_PREPARED:
                raise LabBroken(f"prepared data has more than {LARGEST_PREPARED >> 20} MiB")
        with np.load(io.BytesIO(content), allow_pickle=False) as found:
            return dict(found)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, KeyError) as problem:
        raise LabBroken(f"the prepared data of this lab cannot be read ({problem}); prepare it again") from problem


def _of_folder(source: Path, most: Mapping[str, int]) -> dict[str, bytes]:
    first = next(iter(most))
    places = [folder for folder in (source, *sorted(source.glob("*/"))) if (folder / first).is_file()]
    if len(places) != 1:
        raise BadData(
            f"{source} has {first} {f'in {len(places)} places' if places else 'neither in it nor one below'}."
        )
    missing = [name for name in most if not (places[0] / name).is_file()]
    if missing:
        raise BadData(f"{places[0]} has no file {missing[0]}.")
    found = {}
    for name, size in most.items():
        with (places[0] / name).open("rb") as file:
            found[name] = _read(file, name, size)
    return found


def _of_archive(source: Path, file: IO[bytes], most: Mapping[str, int]) -> dict[str, bytes]:
    if source.stat().st_size > LARGEST_ARCHIVE:
        raise BadData(f"{source} has more than {LARGEST_ARCHIVE >> 20} MiB, and is not what was asked for.")
    try:
        with zipfile.ZipFile(file) as archive:
            return {name: _member(archive, name, size) for name, size in most.items()}
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        ValueError,
        NotImplementedError,
        OSError,
    ) as problem:
        raise BadData(f"{source} is not a .zip, is damaged, or was cut short ({problem}).") from problem


def _member(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """One member, which must be the only one of its name, unpacked in memory as far as it may go."""
    parts = [PurePosixPath(each.orig_filename).parts for each in archive.infolist()]
    places = [at for at, part in enumerate(parts) if part[-1:] == (name,) and len(part) <= 2 and ".." not in part]
    if len(places) != 1:
        raise BadData(f"The archive has {f'{len(places)} files {name}' if places else f'no file {name}'}.")
    member = archive.infolist()[places[0]]
    if member.flag_bits & 0x1:
        raise BadData(f"{name} is encrypted. Unpack the archive, and name the folder.")
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise BadData(f"{name} is packed in a way that is not read here. Unpack the archive, and name the folder.")
    with archive.open(member) as packed:
        return _read(packed, name, most)


def _read(file: IO[bytes], name: str, most: int) -> bytes:
    content = file.read(most + 1)  # whatever the archive says of sizes
    if len(content) > most:
        raise BadData(f"{name} has more than {most:,} bytes, and is not what was asked for.")
    return content
