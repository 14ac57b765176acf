"""Writing a file whole or not at all: half a backup, or half a cache, is worse than none."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to; what is there when the block ends becomes `path`, in one step.

    A symbolic link stays one: what it points to is replaced. When the block fails, `path` is as it was. Raises
    OSError, which names `path` when it was written in vain, or is a folder, a pipe or a device.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(path))
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "Not a regular file, so it is not replaced", os.fspath(path))
    target = Path(os.path.realpath(path))
    unfinished = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        yield unfinished
        unfinished.replace(target)
    except OSError as problem:
        # A disk that is full says no name, and the one we made up tells nobody anything.
        if problem.errno is not None and problem.filename in (None, os.fspath(unfinished)):
            raise OSError(problem.errno, problem.strerror, os.fspath(path)) from problem
        raise
    finally:
        unfinished.unlink(missing_ok=True)


def create(path: Path, text: str) -> None:
    """Write a file that is not there yet. Raises FileExistsError, OSError that names it; then nothing is left of it."""
    opened = path.open("x", encoding="utf-8")
    try:
        with opened:
            opened.write(text)
    except OSError as problem:
        path.unlink(missing_ok=True)
        raise OSError(problem.errno, problem.strerror, os.fspath(path)) from problem
