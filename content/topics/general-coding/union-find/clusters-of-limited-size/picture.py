"""The forest of clusters in the end: an edge for each pair that joined two, and pair by pair what was told."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams, layouts, node_diagrams


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no pairs, more than 16, or more than 20 texts."""
    n, pairs, most = diagrams.given(call, "n", "pairs", "most")
    if not 0 < len(pairs) <= 16 or n > 20:
        raise ValueError("too many texts or pairs to see anything, or none")
    axes = diagrams.sheet(figure)
    cluster = {text: {text} for text in range(n)}
    joined: list[tuple[int, int]] = []
    why = []
    for one, other in pairs:
        size = len(cluster[one] | cluster[other])
        if other in cluster[one]:
            why.append("together already")
        elif size > most:
            why.append(f"would be {size}, refused")
        else:
            why.append(f"now {size} together")
            joined.append((one, other))
            for text in cluster[one] | cluster[other]:
                cluster[text] = cluster[one] | cluster[other] | {text}
    neighbors: dict[int, list[int]] = {text: [] for text in range(n)}
    for one, other in joined:
        neighbors[one].append(other)
        neighbors[other].append(one)
    places = layouts.spread(neighbors, range(n))
    boxes = {}
    for text, (x, depth) in places.items():
        tone = "blue" if len(cluster[text]) == most else "plain"
        boxes[text] = node_diagrams.node(axes, 1.1 * x + 0.4, 1.2 * depth + 0.4, text, tone=tone)
    for one, other in joined:
        node_diagrams.link(axes, boxes[one], boxes[other], arrow=False)
    y = 1.2 * max(depth for _, depth in places.values()) + 1.2
    diagrams.words(axes, 0, y, f"The clusters in the end; blue: full, with {most}.", size=9)
    y += 0.7
    sides = [(title, diagrams.plain(answer)) for title, answer in diagrams.sides(got, expected)]
    if not isinstance(sides[0][1], list):
        diagrams.words(axes, 0, y, "Yours is no list.", size=9, tone="red")
        sides, y = [("Yours", []), *sides[1:]], y + 0.6
    for x, title in ((0, "pair"), (2, "clusters"), *((7 + 2.5 * at, title) for at, (title, _) in enumerate(sides))):
        diagrams.words(axes, x, y, title, size=9.5)
    for at, ((one, other), reason) in enumerate(zip(pairs, why, strict=True)):
        y += 0.5
        diagrams.words(axes, 0, y, f"{one}, {other}", size=9)
        diagrams.words(axes, 2, y, reason, size=9)
        for column, (_, answers) in enumerate(sides):
            told = answers[at] if at < len(answers) else "-"
            tone = "plain" if diagrams.alike(told, expected[at]) else "red"
            diagrams.words(axes, 7 + 2.5 * column, y, diagrams.text_of(told), size=9, tone=tone)
    diagrams.fit(axes)
