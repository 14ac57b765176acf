"""The table of shared runs: in each cell the weight of the run that ends there, the heaviest one in blue."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams

SHOWS_METHOD = True


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no tokens, or more than 14."""
    document, question, common = diagrams.given(call, "document", "question", "common")
    if not document or not question or max(len(document), len(question)) > 14:
        raise ValueError("too many tokens to see anything, or none")
    axes = diagrams.sheet(figure)
    weights, lengths = _runs(document, question, set(common))
    best, i, j = max((weight, -i, -j) for i, row in enumerate(weights) for j, weight in enumerate(row))
    run = [(-i - back, -j - back) for back in range(lengths[-i][-j])]
    rows = [
        [weight if length else None for weight, length in zip(*pair, strict=True)]
        for pair in zip(weights, lengths, strict=True)
    ]
    tones = {(i, j): "plain" if length else "faint" for i, row in enumerate(lengths) for j, length in enumerate(row)}
    tones |= dict.fromkeys(run, "blue")
    wide = diagrams.breadth(question, 9)
    diagrams.words(axes, 0, 0, "question", size=8)
    diagrams.table(axes, 0, 0.75, rows, across=question, down=document, tones=tones, wide=wide)
    y = 1.1 + len(document)
    told = "In a cell: the weight of the shared run that ends there" + ("; blue: the heaviest run." if best else ".")
    diagrams.words(axes, 0, y, told, size=9)
    weightless = [token for token in dict.fromkeys([*document, *question]) if token in common]
    if weightless:
        diagrams.words(axes, 0, y + 0.5, f"Common: {', '.join(weightless[:8])}", size=9)
        y += 0.5
    diagrams.told(axes, y + 0.4, got, expected)
    diagrams.fit(axes)


def _runs(document: list[str], question: list[str], common: set[str]) -> tuple[list[list[int]], list[list[int]]]:
    """The weight, and the length, of the longest shared run that ends at each pair of places."""
    weights = [[0] * (len(question) + 1) for _ in range(len(document) + 1)]
    lengths = [row[:] for row in weights]
    for i, token in enumerate(document):
        for j, other in enumerate(question):
            if token == other:
                weights[i][j] = weights[i - 1][j - 1] + (token not in common)
                lengths[i][j] = lengths[i - 1][j - 1] + 1
    return [row[:-1] for row in weights[:-1]], [row[:-1] for row in lengths[:-1]]
