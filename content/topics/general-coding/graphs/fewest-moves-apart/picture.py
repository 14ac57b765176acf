"""The servers and the pairs that must be split: those in the second zone are blue, pairs in one zone red."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams, layouts, node_diagrams

SHOWS_METHOD = True


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no servers, or more than 20."""
    n, apart = diagrams.given(call, "n", "apart")
    if not 0 < n <= 20:
        raise ValueError("too many servers to see anything, or none")
    axes = diagrams.sheet(figure)
    places = _places(n, apart)
    names = {server: str(server) for server in range(n)}

    def zones(answer: Any, y: float) -> float:
        moved = set(answer)
        if not moved <= set(range(n)) or isinstance(answer, str):
            raise ValueError("no servers")
        links = [
            (one, other, "", "red" if (one in moved) == (other in moved) else "plain")
            for one, other in {(min(pair), max(pair)) for pair in apart}
        ]
        low = node_diagrams.network(axes, y, places, names, links, tones=dict.fromkeys(moved, "blue"), arrow=False)
        diagrams.words(axes, 0, low + 0.1, f"{len(moved)} moved", size=9.5)
        return low + 0.3

    y = diagrams.answers(axes, 0, got, expected, zones, none="two zones are not enough")
    diagrams.words(axes, 0, y, "Blue: moved into the second zone; red: a pair in the same zone.", size=9)
    diagrams.fit(axes)


def _places(n: int, apart: list[tuple[int, int]]) -> dict[int, layouts.Place]:
    """Each group in rows of its own, in columns by how far a server is from the smallest number of the group."""
    neighbors: dict[int, list[int]] = {server: [] for server in range(n)}
    for one, other in apart:
        neighbors[one].append(other)
        neighbors[other].append(one)
    places: dict[int, layouts.Place] = {}
    low = 0.0
    for first in range(n):
        if first not in places:
            group = {first}
            waiting = [first]
            while waiting:
                fresh = set(neighbors[waiting.pop()]) - group
                group |= fresh
                waiting += fresh
            own = layouts.layers({server: neighbors[server] for server in sorted(group)}, [first])
            top = min(row for _, row in own.values())
            places |= {server: (column, low + row - top) for server, (column, row) in own.items()}
            low = max(row for _, row in places.values()) + 1
    return places
