"""The sets as a tree, each below the one without its largest component."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams, layouts, node_diagrams

SHOWS_METHOD = True

Path = tuple[int, ...]


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for more than 40 sets."""
    if len(expected) > 40:
        raise ValueError("too many sets to see anything")
    needs, _ = diagrams.given(call, "needs", "clashes")
    axes = diagrams.sheet(figure)
    wanted = [tuple(one) for one in expected]
    yours = _sets(diagrams.plain(got), len(needs))
    told = (
        "gold: yours and right; red: not a valid set; gray: missing"
        if yours is not None
        else "Yours is no list of sets."
    )
    sets = wanted + [one for one in yours or [] if one not in wanted][:20]
    below: dict[Path, list[Path]] = {}
    for path in sorted({one[:size] for one in sets for size in range(1, len(one) + 1)}):
        below.setdefault(path[:-1], []).append(path)
    places = layouts.spread(below, [()])
    boxes = {}
    for one, (x, depth) in places.items():
        tone = "gold" if one in wanted else "red" if one in sets else "faint"
        if yours is not None and one in wanted and one not in yours:
            tone = "gray"
        boxes[one] = node_diagrams.node(axes, 1.25 * x, 1.3 * depth, str(one[-1]) if one else "[ ]", tone=tone)
    for parent, children in below.items():
        for child in children:
            node_diagrams.link(axes, boxes[parent], boxes[child], arrow=False)
    low = max((depth for _, depth in places.values()), default=0) * 1.3 + 1
    diagrams.words(axes, -0.4, low, "A node is the set of the numbers on the way down to it.", size=9)
    diagrams.words(axes, -0.4, low + 0.5, told, size=9)
    if yours is not None:
        first = _unlike(yours, wanted)
        diagrams.words(axes, -0.4, low + 1, first, size=9, tone="plain" if yours == wanted else "red")
    diagrams.fit(axes)


def _sets(got: Any, most: int) -> list[Path] | None:
    """The answer as tuples; None if it is no list of lists of components."""
    if not isinstance(got, list) or not all(isinstance(one, list) for one in got):
        return None
    sets = [tuple(one) for one in got]
    fits = all(isinstance(part, int) and 0 <= part < most for one in sets for part in one)
    return sets if fits and all(len(one) <= most for one in sets) else None


def _unlike(yours: list[Path], wanted: list[Path]) -> str:
    """In words how the lists differ."""
    missing = [list(one) for one in wanted if one not in yours]
    more = [list(one) for one in yours if one not in wanted]
    if more:
        return f"Not valid: {more[0]}" + f", and {len(more) - 1} more" * (len(more) > 1)
    if missing:
        return f"Missing: {missing[0]}" + f", and {len(missing) - 1} more" * (len(missing) > 1)
    if len(yours) > len(wanted):
        return "All sets are there, some of them twice."
    return "All sets are there, in order." if yours == wanted else "All sets are there, but not in order."
