"""The links between the centers, with the minute at which the checkpoint can be in each, and a path to the target."""

import heapq
from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams, layouts, node_diagrams


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no links, or more than 16."""
    links, source, target, start = diagrams.given(call, "links", "source", "target", "start")
    if not 0 < len(links) <= 16:
        raise ValueError("too many links to see anything, or none")
    axes = diagrams.sheet(figure)
    there, came = _arrivals(links, source, start)
    way = []
    place = target
    while place in came:
        way.append(came[place])
        place = links[came[place]][0]
    ends: dict[str, list[str]] = {source: [], target: []}
    for origin, end, _, _ in links:
        ends.setdefault(origin, []).append(end)
    places = layouts.layers(ends, [source])
    names = {name: f"{name}: {there.get(name, 'never')}" for name in places}
    tones = dict.fromkeys((source, target), "gold")
    drawn = [
        (origin, end, f"every {every}, takes {takes}", "blue" if at in way else "plain")
        for at, (origin, end, every, takes) in enumerate(links)
    ]
    y = node_diagrams.network(axes, 0, places, names, drawn, tones=tones)
    told = f"In a node: the first minute there, from {source} at {start} on."
    diagrams.words(axes, 0, y, told + " Blue: an earliest path." * bool(way), size=9)
    diagrams.told(axes, y + 0.3, got, expected)
    diagrams.fit(axes)


def _arrivals(links: list[tuple[str, str, int, int]], source: str, start: int) -> tuple[dict[str, int], dict[str, int]]:
    """The first minute in each center, and the place of the link by which it is reached then."""
    there: dict[str, int] = {}
    came: dict[str, int] = {}
    waiting = [(start, source, -1)]
    while waiting:
        minute, center, link = heapq.heappop(waiting)
        if center not in there:
            there[center] = minute
            if link >= 0:
                came[center] = link
            for at, (origin, end, every, takes) in enumerate(links):
                if origin == center:
                    heapq.heappush(waiting, (-(-minute // every) * every + takes, end, at))
    return there, came
