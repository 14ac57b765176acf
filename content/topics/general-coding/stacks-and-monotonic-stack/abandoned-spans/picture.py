"""The spans as bars inside each other, from their enter to where they end; those you call abandoned are red."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for more than 20 events."""
    (events,) = diagrams.given(call, "events")
    if not 0 < len(events) <= 20:
        raise ValueError("too many events to see anything, or none")
    axes = diagrams.sheet(figure)
    bars = _bars(events)
    wide = diagrams.breadth([events[start][1] for start, _, _ in bars])

    def spans(answer: Any, y: float) -> float:
        marked = {int(place) for place in answer}
        if not marked <= set(range(len(events))):
            raise ValueError("no places in events")
        depth = 1
        for start, end, level in bars:
            depth = max(depth, level + 1)
            left, stop = start * wide, (len(events) if end is None else end) * wide
            tone = "red" if start in marked else "gray" if end is None else "blue"
            diagrams.cell(axes, left, y + 0.75 * level, events[start][1], tone=tone, wide=stop - left, high=0.7)
        y += 0.75 * depth
        for at in range(len(events)):
            tone = "red" if at in marked else "plain"
            diagrams.words(axes, at * wide, y + 0.25, str(at), size=7, tone=tone, align="center")
        diagrams.words(axes, 0, y + 0.75, f"places: {', '.join(map(str, answer)) or 'none'}", size=9)
        return y + 0.9

    y = diagrams.answers(axes, 0, got, expected, spans)
    diagrams.words(axes, 0, y, "red: abandoned; blue: left properly; gray: still running", size=9)
    diagrams.fit(axes)


def _bars(events: list[tuple[str, str]]) -> list[tuple[int, int | None, int]]:
    """Of each span where it begins, where it ends, if it does, and inside how many others it is."""
    open_: list[int] = []
    ends: dict[int, int | None] = {}
    levels: dict[int, int] = {}
    for at, (what, name) in enumerate(events):
        if what == "enter":
            levels[at], ends[at] = len(open_), None
            open_.append(at)
        elif name in [events[start][1] for start in open_]:
            while True:
                start = open_.pop()
                ends[start] = at
                if events[start][1] == name:
                    break
    return [(start, ends[start], levels[start]) for start in levels]
