"""The log as a row of cells, and under it the stretches: yours and the expected one."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for a log of more than 24 events."""
    events, needed = diagrams.given(call, "events", "needed")
    if len(events) > 24:
        raise ValueError("too many events to see anything")
    axes = diagrams.sheet(figure)
    wide = diagrams.breadth(events)
    wanted = {at: "gold" for at, event in enumerate(events) if needed.get(event, 0) > 0}
    diagrams.row(axes, 0, 0, events, tones=wanted, wide=wide)

    def stretch(answer: Any, y: float) -> float:
        start, stop = answer
        inside = events[start:stop]
        held = ", ".join(f"{inside.count(kind)} of {count} {kind}" for kind, count in needed.items())
        lacks = any(inside.count(kind) < count for kind, count in needed.items())
        if not 0 <= start <= stop <= len(events):
            raise ValueError("no stretch of the log")
        text = f"events[{start}:{stop}] holds {held or 'nothing that is needed'}"
        diagrams.bracket(axes, start * wide, stop * wide, y, tone="red" if lacks else "blue")
        diagrams.words(axes, 0, y + 0.45, text, tone="red" if lacks else "blue", size=9)
        return y + 0.8

    diagrams.answers(axes, 1.3, got, expected, stretch, none="no stretch holds all that is needed")
    diagrams.fit(axes)
