"""Comparators for where more than one answer is right: any of several, in any order, by any names, of either sign."""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np

from sharpen.checks.comparing import (
    Comparator,
    Difference,
    close,
    counted_items,
    exactly,
    form_of,
    hashable,
    items_of,
    missing_items,
    plain,
    shape_difference,
)
from sharpen.checks.nodes import Nodes
from sharpen.checks.showing import show

MOST_EXTRA = 100
"""An answer with more items than twice the expected ones and this is not looked through: it would take long."""


def one_of(same: Comparator | None = None) -> Comparator:
    """Right when the answer matches any of the expected ones, a list of alternatives."""
    same = same or close()

    def compare(expected: Any, got: Any) -> Difference | None:
        options = list(expected)
        differences = [same(option, got) for option in options]
        if any(difference is None for difference in differences):
            return None
        found = [difference for difference in differences if difference]
        shown = " or ".join(show(option, longest=200) for option in options[:4]) + (" or …" if options[4:] else "")
        if not any(difference.where for difference in found):  # it has no places, or another form
            return Difference("", shown, show(got), f"expected {_either(options)}, got {show(got, longest=80)}")
        # The one that it goes along with longest.
        nearest = max(range(len(found)), key=lambda turn: _steps(found[turn].where))
        why = found[nearest].why
        if options[1:]:
            why = f"the nearest right answer is {show(options[nearest], longest=200)}: {why}"
        return Difference(found[nearest].where, shown, show(got), why)

    return compare


def _steps(where: str) -> list[int]:
    """A place such as `[0][2]` as numbers, to be put in order; what is no number counts as nothing."""
    return [int(step) if step.isdigit() else 0 for step in re.findall(r"\[([^]]*)\]", where)]


def _either(options: Sequence[Any], most: int = 10) -> str:
    """Alternatives in words: `1, 2 or 3`."""
    shown = [show(option, longest=80) for option in options[:most]]
    shown += ["another one"] if options[most:] else []
    return f"{', '.join(shown[:-1])} or {shown[-1]}" if shown[1:] else "".join(shown)


def any_order(same: Comparator | None = None) -> Comparator:
    """The same items in any order: every expected item is matched by one of its own."""
    same = same or close()

    def compare(expected: Any, got: Any) -> Difference | None:
        wanted, offered = list(expected), items_of(got)
        if offered is None or len(offered) > MOST_EXTRA + 2 * len(wanted):
            came = form_of(got) if offered is None else f"{len(offered):,}"
            return Difference("", show(expected), show(got), f"expected {counted_items(len(wanted))}, got {came}")
        missing, extra = [], list(offered)
        for item in wanted:
            match = next((i for i, other in enumerate(extra) if same(item, other) is None), None)
            if match is None:
                missing.append(item)
            else:
                del extra[match]
        if not missing and not extra:
            return None
        said = [_too_often(same, extra[0], wanted, offered)] if extra else []
        why = ", and ".join([*said, missing_items(missing)] if missing else said)
        if len(offered) != len(wanted):
            why = f"expected {counted_items(len(wanted))}, got {len(offered):,}: {why}"
        return Difference("", show(expected), show(got), why)

    return compare


def _too_often(same: Comparator, extra: Any, wanted: Sequence[Any], offered: Sequence[Any]) -> str:
    """What is wrong with an item that came: it came too often, or should not be there at all."""
    alike, shown = [item for item in wanted if same(item, extra) is None], show(extra, longest=80)
    if not alike:
        return f"{shown} should not be there"
    came = sum(same(alike[0], item) is None for item in offered)
    return f"{shown} came {_times(came)}" + (f", not {_times(len(alike))}" if alike[1:] else "")


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


def same_clusters() -> Comparator:
    """The same grouping of points, whatever the clusters are called."""

    def compare(expected: Any, got: Any) -> Difference | None:
        wanted, offered = list(np.ravel(expected)), items_of(plain(got))
        if offered is None or len(offered) != len(wanted) or not hashable(offered):
            came = form_of(got) if offered is None or len(offered) == len(wanted) else f"{len(offered):,}"
            why = f"expected one label for each of {len(wanted):,} points, got {came}"
            return Difference("", show(expected), show(got), why)
        there: dict[Any, int] = {}
        back: dict[Any, int] = {}
        for i, (a, b) in enumerate(zip(wanted, offered, strict=True)):
            first, other = there.setdefault(a, i), back.setdefault(b, i)
            if offered[first] != b or wanted[other] != a:
                why = f"points {other} and {i} have the same label, and should have different ones"
                if offered[first] != b:
                    why = f"points {first} and {i} have different labels, and should have the same"
                if b != b:
                    why = f"the label of point {i} is NaN"
                return Difference(f"[{i}]", show(expected), show(got), why)
        return None

    return compare


def up_to_sign(axis: int = 0, same: Comparator | None = None) -> Comparator:
    """Vectors equal up to the sign of each; `axis` runs over the vectors (0 for rows)."""
    same = same or close()

    def compare(expected: Any, got: Any) -> Difference | None:
        wanted = np.asarray(expected, float)
        difference = shape_difference(wanted, got)
        if difference:
            return difference
        offered = np.asarray(got)
        products = (np.moveaxis(wanted, axis, 0) * np.moveaxis(offered, axis, 0)).reshape(wanted.shape[axis], -1)
        signs = np.where(products.sum(1) < 0, -1.0, 1.0)
        shape = [1] * wanted.ndim
        shape[axis] = -1
        return same(wanted, offered * signs.reshape(shape))

    return compare


def relinked() -> Comparator:
    """The same nodes as were handed in, linked as expected: none is new, and none is left out."""
    same = exactly()

    def compare(expected: Any, got: Any) -> Difference | None:
        difference = same(expected, got)
        if difference or not isinstance(got, Nodes) or sorted(got.origins) == sorted(expected.origins):
            return difference
        new = got.origins.count(-1)
        why = f"{new} of its nodes are new; the given ones are to be linked again" if new else "a node comes twice"
        return Difference("", show(expected), show(got), why)

    return compare
