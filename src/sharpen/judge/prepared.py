"""A problem's checks, loaded once and prepared once: expected answers are kept on disk by version."""

import contextlib
import hashlib
import os
import tempfile
import time
from collections import OrderedDict
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

import sharpen.checks
from sharpen.checks import Call, Case, Check
from sharpen.sandbox import codec
from sharpen.sandbox.codec import CodecError, pack_question, unpack_question

WORTH_KEEPING = 0.01
"""Seconds of preparation from which the result is written to disk."""
KEPT = 12
"""Plans kept in memory."""
VERSIONS = {"scipy": "version.py", "sklearn": "__init__.py"}
"""The file in which a library says which version it is, without loading it; importlib.metadata takes 30 ms."""


class BrokenChecks(Exception):
    """A problem's own checks.py or solution.py cannot be run."""


class Plan:
    """The checks of one version of one problem."""

    def __init__(self, folder: Path, version: str, store: Path | None) -> None:
        self.folder, self.version, self._store = folder, version, store
        self.model = (folder / "solution.py").read_text("utf-8")
        self.checks: list[Check] = list(run_trusted(folder / "checks.py").get("CHECKS", ()))
        if not self.checks:
            raise BrokenChecks(f"{folder / 'checks.py'} defines no CHECKS")
        self._cases: dict[int, list[Case]] = {}

    def cases(self, number: int) -> list[Case]:
        """The prepared cases of a check, smallest first."""
        if number not in self._cases:
            kept = self._kept(number)
            cases = self._read(kept) if kept else None
            self._cases[number] = cases if cases is not None else self._prepare(number, kept)
        return self._cases[number]

    def _prepare(self, number: int, kept: Path | None) -> list[Case]:
        started = time.perf_counter()
        try:
            cases = self.checks[number].prepare(run_trusted(self.folder / "solution.py"))
        except Exception as problem:
            name = self.checks[number].name
            raise BrokenChecks(f"preparing {name!r} failed: {type(problem).__name__}: {problem}") from problem
        if kept and time.perf_counter() - started > WORTH_KEEPING:
            _write(kept, cases)
        return cases

    def _kept(self, number: int) -> Path | None:
        if self._store is None:
            return None
        key = f"{self.version}\0{number}\0{_machinery()}"
        return self._store / f"{hashlib.sha256(key.encode()).hexdigest()[:40]}.cases"

    def _read(self, kept: Path) -> list[Case] | None:
        try:
            data = kept.read_bytes()
            rows = unpack_question(*_split(data))
        except (OSError, CodecError, ValueError):
            return None
        return [Case(Call(*fields), expected) for fields, expected in rows]


@cache
def _machinery() -> str:
    """A digest of what else decides the kept answers: our vocabulary, how they are written, and the libraries."""
    specs = [find_spec(library) for library in VERSIONS]
    versions = [Path(spec.origin).with_name(VERSIONS[spec.name]) for spec in specs if spec and spec.origin]
    sources = [*sorted(Path(sharpen.checks.__path__[0]).glob("*.py")), Path(codec.__file__), *versions]
    digest = hashlib.sha256(b"".join(source.read_bytes() for source in sources))
    digest.update(np.__version__.encode())
    return digest.hexdigest()


def _write(kept: Path, cases: list[Case]) -> None:
    """Keep the cases, whole or not at all; what the codec cannot say is prepared anew each time."""
    rows = [[[c.call.entry, c.call.args, dict(c.call.kwargs), c.call.then], c.expected] for c in cases]
    with contextlib.suppress(CodecError, OSError, TypeError):
        parts = pack_question(rows)
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=kept.parent, delete=False) as file:
            file.writelines(parts)
        os.replace(file.name, kept)


def _split(data: bytes) -> tuple[bytes, list[bytearray]]:
    length, count = (int.from_bytes(data[at : at + 4], "little") for at in (0, 4))
    ends = [8 + 8 * count + length]
    for turn in range(count):
        ends.append(ends[-1] + int.from_bytes(data[8 + 8 * turn : 16 + 8 * turn], "little"))
    if ends[-1] != len(data):
        raise ValueError("cut short")
    buffers = [bytearray(data[a:b]) for a, b in pairwise(ends)]
    return data[8 + 8 * count : ends[0]], buffers


def run_trusted(path: Path) -> dict[str, Any]:
    """Execute a trusted file of the problem and return its namespace."""
    module = ModuleType(path.stem)
    module.__file__ = str(path)
    try:
        exec(compile(path.read_text("utf-8"), str(path), "exec", dont_inherit=True), module.__dict__)
    except Exception as problem:
        raise BrokenChecks(f"{path} cannot be run: {type(problem).__name__}: {problem}") from problem
    return module.__dict__


class Plans:
    """The plans most recently used."""

    def __init__(self, store: Path | None) -> None:
        self._store = store
        self._plans: OrderedDict[tuple[Path, str], Plan] = OrderedDict()

    def get(self, folder: Path, version: str) -> Plan:
        """The plan of a problem. Raises BrokenChecks when the problem itself is broken."""
        key = (folder, version)
        if key not in self._plans:
            self._plans[key] = Plan(folder, version, self._store)
        self._plans.move_to_end(key)
        while len(self._plans) > KEPT:
            self._plans.popitem(last=False)
        return self._plans[key]
