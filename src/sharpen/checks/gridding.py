"""Laying out the part of an answer that differs as two grids of texts, around the first difference."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from sharpen.checks.showing import show
from sharpen.domain.evidence import Grid, Grids

MOST = 12
"""Rows, and columns, of a grid."""
BEFORE = 4
"""Rows or columns shown before the first difference where not all are."""
LONGEST = 24
"""Characters of a cell."""
LARGEST = 100_000
"""Items of a list that is no array and is still looked through."""

Rows = Any
"""Rows of atoms: a list of lists, or a table as an array, which may be too long to be taken apart."""


@dataclass(frozen=True)
class Parts:
    """The same part of both answers, at a place such as `[1]`, and for arrays of one shape which entries are wrong.

    `inner` is the part of this part in which the difference lies, where that has parts itself.
    """

    place: str
    expected: Any
    got: Any
    wrong: "np.ndarray | None" = None
    inner: "Parts | None" = None


def gridded(parts: Parts, *, several: bool = False) -> Grids | None:
    """Both parts as grids, the widest that can be laid out; None where none can.

    What can be is a row or a table of plain values. With `several`, a function returns several things, and they are not
    put into one table.
    """
    grids = None if several and not parts.place and parts.inner else _laid_out(parts)
    return gridded(parts.inner) if grids is None and parts.inner else grids


def _laid_out(parts: Parts) -> Grids | None:
    place, wanted, came, wrong = _sliced(parts)
    flat, expected, got = _flat(wanted) and _flat(came), _rows(wanted), _rows(came)
    if expected is None or got is None or len(expected) + len(got) < 2:
        return None
    unlike = _unlike(expected, got) if wrong is None else _marked(wrong)
    if wrong is None and not flat and isinstance(wanted, np.ndarray):
        unlike = set()  # of another shape: which of its entries are where is not to be said
    first = min(unlike, default=(0, 0))
    top, left = _start(first[0], _tallest(expected, got)), _start(first[1], _widest(expected, got))
    shown = frozenset((i - top, j - left) for i, j in unlike if i - top in range(MOST) and j - left in range(MOST))
    return Grids(
        place,
        _grid(expected, top, left, shown),
        _grid(got, top, left, shown),
        tuple(sorted(shown)),
        top,
        left,
        flat,
    )


def _sliced(parts: Parts) -> tuple[str, Any, Any, "np.ndarray | None"]:
    """Of arrays of more than two axes, the table in which the first wrong entry is."""
    if parts.wrong is None or parts.wrong.ndim <= 2:
        return parts.place, parts.expected, parts.got, parts.wrong
    at = tuple(int(i) for i in np.argwhere(parts.wrong)[0][:-2])
    place = parts.place + "".join(f"[{i}]" for i in at)
    return place, parts.expected[at], parts.got[at], parts.wrong[at]


def _rows(value: Any) -> Rows:
    """A value as rows of atoms, an item a row where it has one axis; None where it is no such thing."""
    if isinstance(value, np.ndarray):
        return (value[:, None] if value.ndim == 1 else value) if value.ndim in (1, 2) else None
    if not isinstance(value, list | tuple) or len(value) > LARGEST:
        return None
    if all(map(_is_atom, value)):
        return [[item] for item in value]
    rows = [row for row in map(_row, value) if row is not None]
    return rows if len(rows) == len(value) else None


def _row(value: Any) -> Sequence[Any] | None:
    if isinstance(value, np.ndarray):
        return list(value) if value.ndim == 1 else None
    return value if isinstance(value, list | tuple) and all(map(_is_atom, value)) else None


def _is_atom(value: Any) -> bool:
    return isinstance(value, str | bool | int | float | complex | np.generic | None)


def _flat(value: Any) -> bool:
    if isinstance(value, np.ndarray):
        return value.ndim == 1
    return isinstance(value, list | tuple) and all(map(_is_atom, value))


def _marked(wrong: np.ndarray) -> set[tuple[int, int]]:
    """The first rows that have wrong entries are enough: no others are shown."""
    table = wrong[:, None] if wrong.ndim == 1 else wrong
    first = int(np.argmax(table.any(axis=1)))
    top = _start(first, len(table))
    return {(top + int(i), int(j)) for i, j in np.argwhere(table[top : top + MOST])}


def _unlike(expected: Rows, got: Rows) -> set[tuple[int, int]]:
    """The places at which two tables of plain values are not alike, up to those that can be shown."""
    found: set[tuple[int, int]] = set()
    for place in _unlike_places(expected, got):
        if found and place[0] >= min(found)[0] + MOST:
            break
        found.add(place)
    return found


def _unlike_places(expected: Rows, got: Rows) -> Iterator[tuple[int, int]]:
    for i in range(_tallest(expected, got)):
        mine, other = (side[i] if i < len(side) else () for side in (expected, got))
        for j in range(max(len(mine), len(other))):
            if j >= len(mine) or j >= len(other) or not _alike(mine[j], other[j]):
                yield i, j


def _alike(a: Any, b: Any) -> bool:
    return bool(a == b) or (a != a and b != b)


def _tallest(*sides: Rows) -> int:
    return max(map(len, sides))


def _widest(*sides: Rows) -> int:
    return max(side.shape[1] if isinstance(side, np.ndarray) else max(map(len, side), default=0) for side in sides)


def _start(first: int, count: int) -> int:
    """The first of a dozen to show, so that the one that differs is among them."""
    return 0 if first < MOST else min(first - BEFORE, count - MOST)


def _grid(rows: Rows, top: int, left: int, unlike: frozenset[tuple[int, int]]) -> Grid:
    shown = tuple(
        tuple(_text(value, (i, j) in unlike) for j, value in enumerate(row[left : left + MOST]))
        for i, row in enumerate(rows[top : top + MOST])
    )
    columns = max((len(row) for row in shown), default=0)
    return Grid(shown, len(rows) - len(shown), max(0, _widest(rows) - columns))


def _text(value: Any, differs: bool) -> str:
    """A value in a cell: a number by six digits, by twelve where it is what differs."""
    value = value.item() if isinstance(value, np.generic) else value
    if isinstance(value, float) and not differs:
        return f"{value:.6g}"
    if isinstance(value, float):
        return f"{value:.6g}" if float(f"{value:.6g}") == value else f"{value:.12g}"
    return show(value, longest=LONGEST)
