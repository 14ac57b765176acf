"""The links between the centers, with how far each is from the source; vital ones are marked."""

import heapq
from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams, layouts, node_diagrams

SHOWS_METHOD = True


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no links, or more than 16."""
    links, source, target = diagrams.given(call, "links", "source", "target")
    if not 0 < len(links) <= 16:
        raise ValueError("too many links to see anything, or none")
    axes = diagrams.sheet(figure)
    away = _distances(links, source)
    ends: dict[str, list[str]] = {source: [], target: []}
    for origin, end, _ in links:
        ends.setdefault(origin, []).append(end)
    places = layouts.layers(ends, [source])
    names = {name: f"{name}: {away.get(name, 'never')}" for name in places}

    def marked(answer: Any, y: float) -> float:
        if not set(answer) <= set(range(len(links))):
            raise ValueError("no places in links")
        drawn = []
        for at, (origin, end, length) in enumerate(links):
            right = at in expected
            tone = ("blue" if right else "red") if at in answer else "gold" if right else "plain"
            drawn.append((origin, end, f"{at}: {length}", tone))
        y = node_diagrams.network(axes, y, places, names, drawn, tones=dict.fromkeys((source, target), "gray"))
        diagrams.words(axes, 0, y + 0.2, f"vital: {', '.join(map(str, answer)) or 'none'}", size=9.5)
        return y + 0.4

    y = diagrams.answers(axes, 0, got, expected, marked)
    diagrams.words(axes, 0, y, f"In a node: how far it is from {source}; at a link: its place and its length.", size=9)
    if not diagrams.alike(got, expected):
        diagrams.words(axes, 0, y + 0.5, "Blue: vital; gold: vital, but not in the answer; red: not vital.", size=9)
    diagrams.fit(axes)


def _distances(links: list[tuple[str, str, int]], source: str) -> dict[str, int]:
    away: dict[str, int] = {}
    waiting = [(0, source)]
    while waiting:
        length, center = heapq.heappop(waiting)
        if center not in away:
            away[center] = length
            for origin, end, more in links:
                if origin == center:
                    heapq.heappush(waiting, (length + more, end))
    return away
