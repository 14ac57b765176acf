"""Ranges: what a problem's statement says its arguments may be, as problem.toml declares it, and which of it is tried.

[ranges.X]
length = [1, 20000]         # rows, items, letters
columns = [1, 300]
values = [-1e8, 1e8]        # of a number, or of each number in it
smallest = 1e-9             # in size, besides zero
types = ["float64", "int64", "float32", "list"]

[ranges.names]
letters = "a-z0-9_"         # of each text in it, as within the brackets of a regular expression

[ranges.count]              # an entry point, or "Class.method": what it gives back
values = [0, 20000]
"""

import math
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np

from sharpen.authoring.finding import Finding
from sharpen.authoring.signatures import Role, Target
from sharpen.checks.calls import Call, Given

Pair = tuple[float, float]

NEAR = 2
"""The largest length that is tried may be smaller than the declared one by this factor."""
FAR = 10
"""The same of values."""


@dataclass(frozen=True)
class Range:
    """What one argument may be; None where nothing was declared."""

    length: Pair | None = None
    columns: Pair | None = None
    values: Pair | None = None
    smallest: float | None = None
    types: tuple[str, ...] = ()
    letters: str | None = None


def read_ranges(folder: Path) -> tuple[dict[str, Range], list[Finding]]:
    """The declared ranges by argument, and what is wrong with the table."""
    path = folder / "problem.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8")).get("ranges", {})
    known = {field.name for field in fields(Range)}
    ranges: dict[str, Range] = {}
    faults = []
    name: str
    row: dict[str, Any]
    for name, row in table.items():
        unknown = sorted(set(row) - known)
        if unknown:
            do = f"Use {', '.join(sorted(known))}."
            faults.append(Finding(path, 0, f"`ranges.{name}` has no key `{unknown[0]}`.", do))
        else:
            given: dict[str, Any] = {key: _frozen(value) for key, value in row.items()}
            ranges[name] = Range(**given)
    return ranges, faults


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


class Tried:
    """What the checks of a problem give one argument, over all their cases."""

    def __init__(self) -> None:
        self.lengths: set[int] = set()
        self.columns: set[int] = set()
        self.types: set[str] = set()
        self.low, self.high, self.zero = np.inf, -np.inf, False
        self.smallest = np.inf

    def add(self, value: Any) -> None:
        """Take note of one value."""
        self.types.add(_type(value))
        if isinstance(value, Given):
            value = _items(value)
        if hasattr(value, "__len__"):
            self.lengths.add(len(value))
        if isinstance(value, np.ndarray):
            self.columns |= set(value.shape[1:2])
        self._add_all(value)

    def _add_all(self, value: Any) -> None:
        """Take note of the numbers in a value, however deep."""
        if isinstance(value, np.ndarray):
            self._add_numbers(value)
        elif isinstance(value, int | float | np.number):
            if not isinstance(value, bool):
                self._add_number(_as_float(value))
        elif isinstance(value, list | tuple | range):
            if len(value) > 3 and all(type(item) is int for item in value):
                for number in (min(value), max(value), min(value, key=_size), 0 if 0 in value else min(value)):
                    self._add_number(_as_float(number))
            else:
                for item in value:
                    self._add_all(item)

    def _add_number(self, number: float) -> None:
        if math.isfinite(number):
            self.low, self.high = min(self.low, number), max(self.high, number)
            self.smallest = min(self.smallest, abs(number) or np.inf)
            self.zero |= number == 0

    def _add_numbers(self, numbers: np.ndarray) -> None:
        if numbers.dtype.kind not in "iuf" or not numbers.size:
            return
        finite = numbers[np.isfinite(numbers)].astype(float)
        if finite.size:
            self.low, self.high = min(self.low, finite.min()), max(self.high, finite.max())
            sizes = np.abs(finite[finite != 0])
            self.smallest = min(self.smallest, sizes.min(initial=np.inf))
            self.zero |= bool((finite == 0).any())


def tried(calls: Iterable[Call], found: Iterable[Target]) -> dict[str, Tried]:
    """What a problem's calls give each argument, by its name."""
    takes = {target.name: list(target.takes) for target in found}
    arguments: dict[str, Tried] = defaultdict(Tried)
    for call in calls:
        steps = [
            (call.entry, call.args, call.kwargs),
            *((f"{call.entry}.{name}", args, {}) for name, args in call.then),
        ]
        for name, args, kwargs in steps:
            names = takes.get(name) or takes.get(f"{name}.__init__", [])
            for argument, value in [*zip(_own(names), args, strict=False), *kwargs.items()]:
                arguments[argument].add(value)
    return arguments


def untried(
    path: Path, ranges: Mapping[str, Range], arguments: Mapping[str, Tried], found: Iterable[Target]
) -> Iterator[Finding]:
    """The arguments without a declared range, and the corners of declared ranges that no check visits."""
    found = list(found)
    for target in found:
        for name in target.named(*Role):
            if name not in ranges and not target.named(Role.SOURCE).count(name):
                do = f"Say in `[ranges.{name}]` what the statement allows: length, columns, values, types."
                yield Finding(path, 0, f"`{name}` of {target.name} has no declared range.", do)
    answers = {target.name for target in found}
    for name, allowed in ranges.items():
        if name in answers:
            continue  # the battery looks at what is given back
        for corner in _corners(allowed, arguments.get(name, Tried())):
            yield Finding(path, 0, f"No check gives `{name}` {corner}.", "Add a case, or narrow the range.")


def _corners(allowed: Range, seen: Tried) -> Iterator[str]:
    for what, pair, values in (("a length", allowed.length, seen.lengths), ("columns", allowed.columns, seen.columns)):
        if pair and pair[0] not in values:
            yield f"{what} of {pair[0]:g}"
        if pair and max(values, default=0) < pair[1] / NEAR:
            yield f"{what} of about {pair[1]:g}"
    if allowed.values:
        low, high = allowed.values
        if low < 0 and seen.low > low / FAR:
            yield f"values of about {low:g}"
        if low <= 0 <= high and not seen.zero:
            yield "a zero"
        if high > 0 and seen.high < high / FAR:
            yield f"values of about {high:g}"
    if allowed.smallest and seen.smallest > allowed.smallest * FAR:
        yield f"values as small as {allowed.smallest:g}"
    for kind in allowed.types:
        if kind not in seen.types:
            yield f"the type {kind}"


def _size(number: float) -> float:
    """Its size; that of zero is more than any, as the smallest besides zero is looked for."""
    return abs(number) or np.inf


def _as_float(number: Any) -> float:
    """The number as a float; a whole number that is beyond them as the largest or the smallest."""
    try:
        return float(number)
    except OverflowError:
        return sys.float_info.max if number > 0 else -sys.float_info.max


def _items(given: Given) -> Any:
    """What comes out of a stream; of other givens nothing is known."""
    if given.kind in ("range", "weighted"):
        return range(*given.value[:3])
    return given.value if given.kind == "stream" else None


def _own(names: list[str]) -> list[str]:
    return names[1:] if names[:1] == ["self"] else names


def _type(value: Any) -> str:
    return str(value.dtype) if isinstance(value, np.ndarray) else type(value).__name__
