"""A problem's checks, loaded once and prepared once: expected answers are kept on disk by version."""

import ast
import contextlib
import hashlib
import platform
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

import sharpen.checks
from sharpen.checks import Call, Case, Check, trusted
from sharpen.domain.syntax import parse
from sharpen.files import json_cache
from sharpen.files.whole import replacing
from sharpen.judge.answer_names import answer_names
from sharpen.judge.questions import foreseen
from sharpen.sandbox import codec
from sharpen.sandbox.codec import CodecError, Parts, pack_question, unpack_question

WORTH_KEEPING = 0.01
"""Seconds of preparation from which the result is written to disk."""
KEPT = 40
"""Problems kept in memory, about 3 MB each: whoever goes through a round must not have each prepared again."""
TIMES = f"{platform.node()}.times"
"""Times of the model solution are of one machine."""
COSTS = f"{platform.node()}.costs"
VERSIONS = {"scipy": "version.py", "sklearn": "__init__.py"}
"""The file in which a library says which version it is, without loading it; importlib.metadata takes 30 ms."""


class BrokenChecks(Exception):
    """A problem's own checks.py or solution.py cannot be run."""


class Prepared:
    """The checks of one version of one problem. `store` is a folder for what is slow to prepare.

    Raises BrokenChecks when the problem itself is broken.
    """

    def __init__(self, folder: Path, version: str, store: Path | None) -> None:
        self.folder, self.version, self._store = folder, version, store
        self.model = (folder / "solution.py").read_text("utf-8")
        self.checks: list[Check] = list(run_trusted(folder / "checks.py").get("CHECKS", ()))
        if not self.checks:
            raise BrokenChecks(f"{folder / 'checks.py'} defines no CHECKS")
        self._cases: dict[int, list[Case]] = {}
        self._questions: dict[int, list[Parts]] = {}
        self._places: dict[int, str] = {}
        self._times: dict[str, float] = {}
        self._costs: dict[str, float] = {}
        self._parameters: dict[str, list[str]] | None = None
        self._answers: dict[str, list[str]] | None = None

    def parameters(self, entry: str) -> list[str]:
        """The names of the positional parameters of an entry; of a class, those that its objects are made with."""
        if self._parameters is None:
            self._parameters = dict(_signatures(self.model))
        return self._parameters.get(entry, [])

    def answer_names(self, entry: str) -> list[str]:
        """The names of what an entry returns; none where its docstring and its end do not give any."""
        if self._answers is None:
            functions = [node for node in parse(self.model).body if isinstance(node, ast.FunctionDef)]
            self._answers = {function.name: answer_names(function) for function in functions}
        return self._answers.get(entry, [])

    def ready(self, number: int) -> bool:
        """Whether the cases of a check are prepared, or kept on disk; then they are read."""
        if number not in self._cases:
            kept = self._kept(f"{number}.cases")
            cases = _read(kept) if kept else None
            if cases is not None:
                self._keep(number, cases)
        return number in self._cases

    def cases(self, number: int) -> list[Case]:
        """The prepared cases of a check, smallest first."""
        if not self.ready(number):
            self._keep(number, self._prepare(number))
        return self._cases[number]

    def draw(self, number: int, seed: int) -> list[Case]:
        """The cases of a check that are the attempt's own which has this seed."""
        return self._made(number, lambda check: check.draw(self.solution, seed))

    @cached_property
    def solution(self) -> dict[str, Any]:
        """The namespace of the model solution."""
        return run_trusted(self.folder / "solution.py")

    def _keep(self, number: int, cases: list[Case]) -> None:
        self._cases[number] = cases
        self._places |= {id(case.call): f"{number}:{turn}" for turn, case in enumerate(cases)}

    def questions(self, number: int) -> list[Parts]:
        """What a check will ask, in its order."""
        if number not in self._questions:
            check = self.checks[number]
            self._questions[number] = [one for case in self.cases(number) for one in foreseen(check, case)]
        return self._questions[number]

    def best(self, call: Call) -> float:
        """The fewest CPU seconds that a call of a case ever took in the model solution on this machine; 0 at first."""
        return self._remembered().get(self._places.get(id(call), ""), 0.0)

    def remember(self, call: Call, seconds: float) -> None:
        """Keep a time of the model solution, if it is the best."""
        times, place = self._remembered(), self._places.get(id(call))
        if place is not None and not 0.0 < times.get(place, 0.0) <= seconds:
            times[place] = seconds
            kept = self._kept(TIMES)
            if kept:
                json_cache.keep(kept, times)

    @property
    def measured(self) -> bool:
        """Whether it is known what the checks take in the model solution on this machine."""
        if not self._costs:  # it may be measured meanwhile, elsewhere
            read = json_cache.load(self._kept(COSTS))
            self._costs = {check: ms for check, ms in read.items() if isinstance(ms, float)}
        return bool(self._costs)

    def cost(self, name: str) -> float:
        """CPU ms that a check took in the model solution on this machine; 0 when that was not measured."""
        return self._costs.get(name, 0.0) if self.measured else 0.0

    def keep_costs(self, costs: dict[str, float]) -> None:
        """Keep what every check took in the model solution, in CPU ms, for whoever has the same store."""
        self._costs, kept = costs, self._kept(COSTS)
        if kept:
            json_cache.keep(kept, costs)

    def _remembered(self) -> dict[str, float]:
        if not self._times:  # as costs
            read = json_cache.load(self._kept(TIMES))
            self._times = {place: seconds for place, seconds in read.items() if isinstance(seconds, float)}
        return self._times

    def _prepare(self, number: int) -> list[Case]:
        started = time.perf_counter()
        cases = self._made(number, lambda check: check.prepare(self.solution))
        kept = self._kept(f"{number}.cases")
        if kept and time.perf_counter() - started > WORTH_KEEPING:
            _write_cases(kept, cases)
        return cases

    def _made(self, number: int, make: Callable[[Check], list[Case]]) -> list[Case]:
        check = self.checks[number]
        try:
            return make(check)
        except Exception as problem:
            raise BrokenChecks(f"preparing {check.name!r} failed: {type(problem).__name__}: {problem}") from problem

    def _kept(self, what: str) -> Path | None:
        if self._store is None:
            return None
        # The folder too: a version is a digest of a problem's files, and its checks may read what lies around them.
        key = f"{self.folder.absolute()}\0{self.version}\0{what}\0{_machinery()}"
        return self._store / (hashlib.sha256(key.encode()).hexdigest()[:40] + Path(what).suffix)


def _signatures(model: str) -> Iterator[tuple[str, list[str]]]:
    """Every function and class of a solution, with the names of its positional parameters."""
    for node in parse(model).body:
        made = [inner for inner in getattr(node, "body", []) if getattr(inner, "name", "") == "__init__"]
        for function in made if isinstance(node, ast.ClassDef) else [node]:
            if isinstance(function, ast.FunctionDef):
                names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
                yield getattr(node, "name", ""), names[1:] if made else names


@cache
def _machinery() -> str:
    """A digest of what else decides the kept answers: our vocabulary, how they are written, and the libraries."""
    specs = [find_spec(library) for library in VERSIONS]
    versions = [Path(spec.origin).with_name(VERSIONS[spec.name]) for spec in specs if spec and spec.origin]
    sources = [*sorted(Path(sharpen.checks.__path__[0]).glob("*.py")), Path(codec.__file__), Path(__file__), *versions]
    digest = hashlib.sha256(b"".join(source.read_bytes() for source in sources))
    digest.update(np.__version__.encode())
    return digest.hexdigest()


def _read(kept: Path) -> list[Case] | None:
    try:
        rows = unpack_question(*_split(kept.read_bytes()))
        return [Case(Call.read(call), expected, _asks(asks)) for call, expected, asks in rows]
    except (OSError, CodecError, ValueError, TypeError):
        return None


def _asks(kept: list[list[Any]] | None) -> tuple[Call, ...] | None:
    return None if kept is None else tuple(Call.read(fields) for fields in kept)


def _write_cases(kept: Path, cases: list[Case]) -> None:
    """Keep the cases; what the codec cannot say is prepared again each time."""
    rows = [[c.call.fields(), c.expected, None if c.asks is None else [a.fields() for a in c.asks]] for c in cases]
    with contextlib.suppress(CodecError, TypeError):
        _write(kept, pack_question(rows))


def _write(kept: Path, parts: Iterable[bytes | memoryview]) -> None:
    """Write a file whole or not at all; without it everything works, only slower."""
    with contextlib.suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        with replacing(kept) as unfinished, unfinished.open("wb") as file:
            file.writelines(parts)


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
    """Run a trusted file of the problem and return its namespace. Raises BrokenChecks."""
    try:
        return trusted.run(path)
    except Exception as problem:
        raise BrokenChecks(f"{path} cannot be run: {type(problem).__name__}: {problem}") from problem


class Recent:
    """The problems most recently judged, prepared."""

    def __init__(self, store: Path | None) -> None:
        self._store = store
        self._prepared: OrderedDict[tuple[Path, str], Prepared] = OrderedDict()

    def keep(self, folder: Path, version: str) -> None:
        """Prepare the problem of a folder for whoever has the same store. Raises BrokenChecks."""
        prepared = Prepared(folder, version, self._store)
        for number in range(len(prepared.checks)):
            prepared.cases(number)

    def get(self, folder: Path, version: str) -> Prepared:
        """The problem of a folder. Raises BrokenChecks when it is broken itself."""
        key = (folder, version)
        if key not in self._prepared:
            self._prepared[key] = Prepared(folder, version, self._store)
        self._prepared.move_to_end(key)
        while len(self._prepared) > KEPT:
            self._prepared.popitem(last=False)
        return self._prepared[key]
