"""The trace, cut into the fewest stretches, and what is dropped in each."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no events, or more than 20."""
    events, k = diagrams.given(call, "events", "k")
    count = len(events)
    if not 0 < count <= 20:
        raise ValueError("too many events to see anything, or none")
    axes = diagrams.sheet(figure)
    stretches = _stretches(events, k)
    wide = diagrams.breadth(events)
    kept = set[int]().union(*(found for _, _, found in stretches))
    tones = {}
    for number, (start, stop, _) in enumerate(stretches):
        color = ("blue", "green")[number % 2]
        tones |= {at: color if at in kept else "gray" for at in range(start, stop)}
        diagrams.bracket(axes, start * wide + 0.08, stop * wide - 0.08, 1.7, tone=color)
    diagrams.row(axes, 0, 0.35, events, tones=tones, wide=wide)
    lost = count - len(kept)
    told = f"A cut into {len(stretches)}, each mirrored once at most {k} are dropped; gray: dropped, {lost} in all."
    diagrams.words(axes, 0, 2.3, told, size=9)
    diagrams.told(axes, 2.7, got, expected)
    diagrams.fit(axes)


def _stretches(events: list[str], k: int) -> list[tuple[int, int, list[int]]]:
    """Start and stop of each stretch of a best cut, and the places of what is kept in it."""
    kept = _kept(events)
    best: list[tuple[int, int, list[tuple[int, int, list[int]]]]] = [(0, 0, [])]
    for stop in range(1, len(events) + 1):
        ways = [(start, stop - start - len(kept[start, stop])) for start in range(stop)]
        number, dropped, start = min(
            (best[start][0] + 1, best[start][1] + drops, start) for start, drops in ways if drops <= k
        )
        best.append((number, dropped, [*best[start][2], (start, stop, kept[start, stop])]))
    return best[-1][2]


def _kept(events: list[str]) -> dict[tuple[int, int], list[int]]:
    """For each stretch the places of the most events that read the same both ways."""
    kept: dict[tuple[int, int], list[int]] = {}
    for start in reversed(range(len(events) + 1)):
        kept[start, start] = []
        for stop in range(start + 1, len(events) + 1):
            if stop == start + 1:
                kept[start, stop] = [start]
            elif events[start] == events[stop - 1]:
                kept[start, stop] = [start, *kept[start + 1, stop - 1], stop - 1]
            else:
                kept[start, stop] = max(kept[start + 1, stop], kept[start, stop - 1], key=len)
    return kept
