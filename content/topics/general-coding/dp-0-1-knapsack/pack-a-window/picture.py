"""The window with a best choice of documents in it, and the table of lengths that the first documents can fill."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams

SHOWS_METHOD = True


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for a window of more than 24 tokens, or more than 12 documents."""
    lengths, window = diagrams.given(call, "lengths", "window")
    if not 0 < window <= 24 or len(lengths) > 12:
        raise ValueError("too much to see anything, or a window of nothing")
    axes = diagrams.sheet(figure)
    ways = _ways(lengths, window)
    chosen = max(ways[-1].items())[1]
    at = 0.0
    for place in chosen:
        if at:
            diagrams.cell(axes, at * 0.7, 0, None, tone="gold", wide=0.7)
            at += 1
        diagrams.cell(axes, at * 0.7, 0, lengths[place], tone="blue", wide=0.7 * lengths[place])
        at += lengths[place]
    for empty in range(int(at), window):
        diagrams.cell(axes, empty * 0.7, 0, None, tone="gray", wide=0.7)
    told = f"A window of {window}; blue: documents, gold: separators, gray: {window - int(at)} of padding."
    diagrams.words(axes, 0, 1.35, told, size=9)
    rows = [["x" if filled in row else None for filled in range(window + 1)] for row in ways]
    tones = {(i, j): "blue" if text else "faint" for i, row in enumerate(rows) for j, text in enumerate(row)}
    diagrams.words(axes, 0, 2.1, "tokens that can be filled exactly", size=8)
    down = ["none", *(f"and {length}" for length in lengths)]
    diagrams.table(axes, 0, 2.9, rows, across=range(window + 1), down=down, tones=tones, wide=0.7)
    diagrams.told(axes, 3.2 + len(rows), got, expected)
    diagrams.fit(axes)


def _ways(lengths: list[int], window: int) -> list[dict[int, list[int]]]:
    """Each length that the first 0, 1, 2, ... documents can fill, with separators, and a way to do it."""
    ways: list[dict[int, list[int]]] = [{0: []}]
    for place, length in enumerate(lengths):
        row = dict(ways[-1])
        for filled, chosen in ways[-1].items():
            now = filled + length + bool(chosen)
            if now <= window:
                row.setdefault(now, [*chosen, place])
        ways.append(row)
    return ways
