"""Landlock: the files a submission may read (landlock(7)); everything else of the file system is denied."""

import ctypes
import os
import struct
import sysconfig
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
READ_FILE, READ_DIR = 1 << 2, 1 << 3

_libc = ctypes.CDLL(None, use_errno=True)


def version() -> int:
    """The version of Landlock in this kernel, or 0 where there is none."""
    return max(0, int(_libc.syscall(CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint(1))))


def ruleset(packages: Iterable[str]) -> int:
    """A descriptor of rules that let nothing be read but the standard library and these packages."""
    abi = version()
    if not abi:
        raise OSError(38, "this kernel has no Landlock")
    files = (1 << 13) - 1
    for since, right in ((2, 13), (3, 14), (5, 15)):
        files |= (1 << right) if abi >= since else 0
    network, scopes = (3 if abi >= 4 else 0), (3 if abi >= 6 else 0)
    attributes = struct.pack("QQQ", files, network, scopes)[: 24 if abi >= 6 else 16 if abi >= 4 else 8]
    rules = _call(CREATE_RULESET, attributes, ctypes.c_size_t(len(attributes)), ctypes.c_uint(0))
    for path, rights in _readable(packages):
        _allow(rules, path, rights)
    return rules


def restrict(rules: int) -> None:
    """Confine the calling process to the rules. Irrevocable; needs no_new_privs."""
    _call(RESTRICT_SELF, rules, ctypes.c_uint(0))


def _readable(packages: Iterable[str]) -> Iterable[tuple[Path, int]]:
    """What may be read. Site-packages is not: the model solutions may be installed there."""
    library = Path(sysconfig.get_path("stdlib"))
    yield library, READ_DIR
    for entry in library.iterdir():
        if entry.name not in ("site-packages", "dist-packages"):
            yield entry, READ_FILE
    for package in packages:
        spec = find_spec(package)
        for place in (spec.submodule_search_locations or []) if spec else []:
            folder = Path(place)
            yield folder, READ_FILE | READ_DIR
            bundled = folder.parent / f"{package}.libs"
            if bundled.is_dir():
                yield bundled, READ_FILE | READ_DIR


def _allow(rules: int, path: Path, rights: int) -> None:
    if not path.is_dir():
        rights &= READ_FILE
    handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        _call(ADD_RULE, rules, ctypes.c_uint(1), struct.pack("<Qi", rights, handle), ctypes.c_uint(0))
    finally:
        os.close(handle)


def _call(number: int, *args: object) -> int:
    result = int(_libc.syscall(number, *args))
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"Landlock: {os.strerror(code)}")
    return result
