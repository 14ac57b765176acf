"""The requests of each client on a time line, accepted or refused, and what each call returned."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams

LONG = 11.0
"""Units of the time line."""


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no requests, more than 40, or more than 8 clients."""
    limit, window = diagrams.given(call, "limit", "window")
    asked = [args for name, args in call.then if name == "allow"]
    clients = list(dict.fromkeys(client for client, _ in asked))
    if not 0 < len(asked) <= 40 or len(clients) > 8:
        raise ValueError("too many requests to see anything, or none")
    axes = diagrams.sheet(figure)
    first, last = asked[0][1], asked[-1][1]

    def at(time: float) -> float:
        return LONG * (time - first) / max(last - first, 1)

    for place, client in enumerate(clients):
        y = 1.2 * place
        diagrams.line(axes, (0, y), (LONG, y), tone="faint")
        diagrams.words(axes, -0.3, y, diagrams.text_of(client), size=9, align="right")
        accepted: list[int] = []
        for time in [time for other, time in asked if other == client]:
            good = sum(time - before < window for before in accepted) < limit
            diagrams.line(axes, (at(time), y - 0.2), (at(time), y + 0.2), tone="blue" if good else "red", thick=3)
            diagrams.words(axes, at(time), y + 0.45, str(time), size=7, align="center")
            if good:
                accepted.append(time)
                high = y - 0.25 - 0.1 * (len(accepted) % 3)
                diagrams.line(axes, (at(time), high), (at(min(time + window, last)), high), tone="blue")
    y = 1.2 * len(clients)
    told = f"Blue: accepted, with the {window} s for which it counts; red: refused, {limit} counted."
    diagrams.words(axes, 0, y, told, size=9)
    diagrams.steps(axes, y + 0.5, call, got, expected, most=16)
    diagrams.fit(axes)
