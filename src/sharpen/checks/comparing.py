"""Comparators: generous about the form of an answer, strict about its content."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import chain
from math import isfinite
from typing import Any

import numpy as np

from sharpen.checks.gridding import Parts
from sharpen.checks.listed import Listed
from sharpen.checks.nodes import Nodes
from sharpen.checks.showing import show


@dataclass(frozen=True)
class Difference:
    """The first place where an answer departs from what was expected; `where` is like `[0][2]`.

    `parts` are what stands around it in both, where that can be laid out beside each other.
    """

    where: str
    expected: str
    got: str
    why: str
    parts: Parts | None = field(default=None, compare=False, repr=False)


NUMBERS: set[type] = {bool, int, float, complex}
PLAIN = NUMBERS | {str, bytes, type(None)}
ARRAYS, ROWS, ITEMS = (np.ndarray, np.generic), (list, tuple), (list, tuple, Set)
"""Asked about with every answer: `isinstance` takes a union for five times the price of a tuple."""
NUMERIC = "biufc"
"""The kinds of dtype that hold numbers."""
MOST_AXES = 32
FEW = 30
"""Floats that are compared faster one by one than as an array."""

Comparator = Callable[[Any, Any], Difference | None]
"""`same(expected, got)`: None when the answer is right, else the first difference."""


def close(rtol: float = 1e-6, atol: float = 1e-9) -> Comparator:
    """Numbers within `atol + rtol * |expected|`; everything else equal, whole numbers too; NaN equals NaN.

    Lists, tuples and arrays of the same shape are alike, so are ints, floats and bools, sparse and
    dense matrices, and arrays of no dimensions and plain numbers.
    """
    return lambda expected, got: None if _equal(expected, got) else _compare(expected, got, "", rtol, atol)


def exactly() -> Comparator:
    """Equal, with no tolerance for numbers; as generous about form as `close`."""
    return close(0.0, 0.0)


def items_of(value: Any) -> list[Any] | None:
    """The items of a list, a tuple, a set or an array; None where a value has none."""
    if isinstance(value, np.ndarray):
        return list(value) if value.ndim else None
    return list(value) if isinstance(value, Sequence | Set) and not isinstance(value, str | bytes) else None


def hashable(items: Iterable[Any]) -> bool:
    """Whether every item can be hashed."""
    try:
        for item in items:
            hash(item)
    except TypeError:
        return False
    return True


def plain(value: Any) -> Any:
    """Sparse matrices as dense ones, NumPy's texts as Python's."""
    if isinstance(value, ARRAYS):
        return value.tolist() if value.dtype.kind in "SU" else value
    return value.toarray() if hasattr(value, "tocsr") else value


def _numbers(value: Any) -> "np.ndarray | None":
    """The value as a numeric array, or None where it is not one (ragged, text, mixed)."""
    if not _numeric(value) or _ragged(value):
        return None
    try:
        array = np.asarray(value)
    except (ValueError, OverflowError):
        return None
    return array if array.dtype.kind in NUMERIC else None


def _ragged(value: Any) -> bool:
    """Whether a glance shows numbers and arrays of different shapes beside each other, as in (loss, dW, db)."""
    first = value[:8] if isinstance(value, ROWS) else ()
    if np.ndarray not in map(type, first):
        return False
    return len({item.shape if isinstance(item, ARRAYS) else () for item in first if not isinstance(item, ROWS)}) > 1


def _numeric(value: Any, depth: int = 0) -> bool:
    """Whether a value is made of numbers alone: an array of texts would be as wide as the longest of them."""
    if isinstance(value, ARRAYS):
        return value.dtype.kind in NUMERIC
    if isinstance(value, ROWS):
        if set(map(type, value)) <= NUMBERS:
            return True
        return depth < MOST_AXES and all(_numeric(item, depth + 1) for item in value)
    return isinstance(value, int | float | complex)


def has_nan(value: Any) -> bool:
    """Whether any number in a value is NaN."""
    if isinstance(value, ARRAYS):
        return value.dtype.kind in "fc" and bool(np.isnan(value).any())
    if isinstance(value, ITEMS):
        kinds = set(map(type, value))
        if kinds <= PLAIN:
            return not kinds.isdisjoint((float, complex)) and any(item != item for item in value)
        return any(map(has_nan, value))
    if isinstance(value, Mapping):
        return has_nan(list(value.values())) or has_nan(list(value))
    return has_nan(value.data) if hasattr(value, "tocsr") else isinstance(value, float | complex) and value != value


def all_whole(answers: Sequence[Any]) -> bool:
    """Whether a glance shows that none of many answers is empty or contains NaN; where not, each needs a look."""
    kinds, items = set(map(type, answers)), answers
    if kinds <= {tuple, Listed} and all(answers):
        items = list(chain.from_iterable(answers))
        kinds = set(map(type, items))
    if not kinds <= NUMBERS | {str} or (str in kinds and "" in items):
        return False
    return kinds <= {bool, int, str} or not any(item != item for item in items)


def is_empty(value: Any) -> bool:
    """Whether a value is None, or holds nothing else."""
    if isinstance(value, np.ndarray):
        return value.size == 0
    if isinstance(value, ITEMS):
        return all(map(is_empty, value))
    if isinstance(value, Mapping):
        return all(map(is_empty, value.values()))
    return value in (None, "", b"") if isinstance(value, str | bytes | None) else False


def form_of(value: Any) -> str:
    """What a value is, in words."""
    if isinstance(value, np.ndarray):
        return f"shape {value.shape}"
    name = "list" if isinstance(value, Listed) else type(value).__name__
    kind = f"an {name}" if name[0] in "aeiou" else f"a {name}"
    if isinstance(value, list | tuple):
        numbers = _numbers(value)
        return f"shape {numbers.shape}" if numbers is not None else f"{kind} of {len(value):,}"
    return "None" if value is None else kind


def shape_difference(expected: "np.ndarray", got: Any) -> Difference | None:
    """How the shape of an answer differs from that of an array; None where it does not."""
    numbers = _numbers(got)
    if numbers is not None and numbers.shape == expected.shape:
        return None
    if expected.ndim == 0:
        return Difference("", show(expected.item()), show(got), f"expected a number, got {form_of(got)}")
    return Difference("", show(expected), show(got), f"expected shape {expected.shape}, got {form_of(got)}")


def _equal(expected: Any, got: Any) -> bool:
    """Whether plain values, and lists and tuples of them, are certainly alike: one look at a row, not at each item."""
    if not (isinstance(expected, ROWS) and isinstance(got, ROWS)):
        return type(got) is type(expected) and type(expected) in PLAIN and bool(got == expected)
    if len(expected) != len(got):
        return False
    if set(map(type, expected)) <= PLAIN:
        return set(map(type, got)) <= PLAIN and tuple(expected) == tuple(got)
    return all(map(_equal, expected, got))


def _compare(expected: Any, got: Any, where: str, rtol: float, atol: float) -> Difference | None:
    if type(expected) is float and type(got) is float and _near(expected, got, rtol, atol):
        return None
    if isinstance(expected, np.ndarray) and isinstance(got, np.ndarray) and _numeric(expected) and _numeric(got):
        return _compare_numbers(expected, got, where, rtol, atol)  # what most answers are
    expected, got = plain(expected), plain(got)
    if isinstance(expected, Nodes) or isinstance(got, Nodes):
        return _compare_nodes(expected, got, where)
    if isinstance(expected, Mapping):
        return _compare_mappings(expected, got, where, rtol, atol)
    if isinstance(expected, Set):
        alike = isinstance(got, Set | list | tuple) and len(got) == len(expected) and hashable(got)
        if alike and set(got) == set(expected):
            return None
        return Difference(where, show(expected), show(got), _set_difference(expected, got))
    numbers = _numbers(expected)
    if numbers is not None:
        return _compare_numbers(numbers, got, where, rtol, atol)
    if isinstance(expected, list | tuple | np.ndarray):
        items = items_of(got)
        if items is None or len(items) != len(expected):
            came = form_of(got) if items is None else f"{len(items):,}"
            why = f"{_at(where)}expected {counted_items(len(expected))}, got {came}"
            return Difference(where, show(expected), show(got), why, Parts(where, expected, got))
        pairs = (
            _compare(a, b, f"{where}[{i}]", rtol, atol) for i, (a, b) in enumerate(zip(expected, items, strict=True))
        )
        difference = next((difference for difference in pairs if difference), None)
        if difference is None or (difference.parts and difference.parts.wrong is not None):
            return difference  # an array is a table of its own
        return replace(difference, parts=Parts(where, expected, items, inner=difference.parts))
    if type(got) is type(expected) and got == expected:
        return None
    why = f"{_at(where)}expected {show(expected, longest=80)}, got {show(got, longest=80)}"
    return Difference(where, show(expected), show(got), why)


def _at(where: str) -> str:
    return f"at {where}: " if where else ""


def counted_items(count: int) -> str:
    """So many items, in words."""
    return "1 item" if count == 1 else f"{count:,} items"


def missing_items(items: Sequence[Any]) -> str:
    """What is not there, in words: the first item, and how many more."""
    first = show(items[0], longest=80)
    return f"{first} and {len(items) - 1:,} more are missing" if items[1:] else f"{first} is missing"


def _set_difference(expected: Set[Any], got: Any) -> str:
    """How other items differ from those of a set, in words."""
    if not isinstance(got, Set | list | tuple) or not hashable(got):
        return f"expected a set of {counted_items(len(expected))}, got {form_of(got)}"
    offered = set(got)
    missing, extra = list(expected - offered), list(offered - expected)
    if not (missing or extra):
        return f"expected {counted_items(len(expected))}, got {len(got):,}, some of them more than once"
    said = [f"{show(extra[0], longest=80)} should not be there"] if extra else []
    return ", and ".join([*said, *([missing_items(missing)] if missing else [])])


def _compare_nodes(expected: Any, got: Any, where: str) -> Difference | None:
    if isinstance(got, Nodes) and (got.fault or got == expected):
        return Difference(where, show(expected), show(got), got.fault) if got.fault else None
    kinds = [one.kind.replace("_", " ") if isinstance(one, Nodes) else "" for one in (expected, got)]
    wanted = f"a {kinds[0]}" if kinds[0] and not kinds[1] and got is not None else show(expected, longest=80)
    why = f"{_at(where)}expected {wanted}, got {show(got, longest=80)}"
    return Difference(where, show(expected), show(got), why)


def _compare_mappings(expected: Mapping[Any, Any], got: Any, where: str, rtol: float, atol: float) -> Difference | None:
    if not isinstance(got, Mapping):
        return Difference(where, show(dict(expected)), show(got), f"{_at(where)}expected a dict, got {form_of(got)}")
    missing, extra = [k for k in expected if k not in got], [k for k in got if k not in expected]
    if missing or extra:
        key = (missing or extra)[0]
        shown = show(key, longest=80)
        why = f"{_at(where)}key {shown} " + ("is missing" if missing else "should not be there")
        return Difference(f"{where}[{shown}]", show(dict(expected)), show(got), why)
    values, offered = list(expected.values()), [got[key] for key in expected]
    many_floats = len(values) > FEW and {float} == set(map(type, values)) == set(map(type, offered))
    if many_floats and not _wrong(np.array(values), np.array(offered), rtol, atol).any():
        return None  # one look at all of them, where ten thousand would take a tenth of a second
    pairs = (_compare(value, got[key], f"{where}[{key!r}]", rtol, atol) for key, value in expected.items())
    return next((difference for difference in pairs if difference), None)


def _compare_numbers(expected: "np.ndarray", got: Any, where: str, rtol: float, atol: float) -> Difference | None:
    alike = isinstance(got, np.ndarray) and got.shape == expected.shape and _numeric(got)
    difference = None if alike else shape_difference(expected, got)
    if difference:
        why, parts = f"{_at(where)}{difference.why}", Parts(where, expected, got) if expected.ndim else None
        return Difference(where, difference.expected, difference.got, why, parts)
    offered = np.asarray(got)
    wrong = _wrong(expected, offered, rtol, atol)
    if not wrong.any():
        return None
    if expected.ndim == 0:
        wanted, given = _apart(expected, offered)
        return Difference(where, wanted, given, f"{_at(where)}expected {wanted}, got {given}")
    at = tuple(int(i) for i in np.argwhere(wrong)[0])
    place = where + "".join(f"[{i}]" for i in at)
    count = int(wrong.sum())
    more = f" ({count:,} of {wrong.size:,} entries differ)" if count > 1 else ""
    wanted, given = _apart(expected[at], offered[at])
    why = f"first difference at {place}: expected {wanted}, got {given}{more}"
    return Difference(place, show(expected), show(offered), why, Parts(where, expected, offered, wrong))


def _apart(expected: Any, got: Any) -> tuple[str, str]:
    """Two numbers that differ, with all of their digits where twelve do not tell them apart."""
    wanted, given = show(expected.item()), show(got.item())
    return (wanted, given) if wanted != given else (repr(expected.item()), repr(got.item()))


def _near(expected: float, offered: float, rtol: float, atol: float) -> bool:
    """Whether a number is certainly right: `_wrong` of two floats, at a fortieth of the price."""
    return offered == expected or (isfinite(expected) and abs(offered - expected) <= atol + rtol * abs(expected))


def _wrong(expected: np.ndarray, offered: np.ndarray, rtol: float, atol: float) -> np.ndarray:
    """Which entries are not within `atol + rtol * |expected|`, or not equal where both are whole; a boolean array."""
    if expected.dtype.kind in "iub" and offered.dtype.kind in "iub":
        return np.asarray(expected != offered)  # nothing was rounded, so nothing is forgiven
    same = np.asarray(offered == expected)
    if same.all():  # to the last bit, and nothing is not a number
        return ~same
    with np.errstate(invalid="ignore", over="ignore"):
        if np.isfinite(expected).all():  # nearly always, and a third of the price of `isclose`
            return np.asarray(~(np.abs(offered - expected) <= atol + rtol * np.abs(expected)))
        return np.asarray(~np.isclose(offered, expected, rtol=rtol, atol=atol, equal_nan=True))
