"""The features below those they are derived from, with the chosen ones: what they cost, and what they are worth."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams, layouts, node_diagrams


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no features, or more than 16."""
    parents, costs, values, budget = diagrams.given(call, "parents", "costs", "values", "budget")
    if not 0 < len(parents) <= 16:
        raise ValueError("too many features to see anything, or none")
    axes = diagrams.sheet(figure)
    below: dict[int, list[int]] = {}
    for feature, parent in enumerate(parents):
        below.setdefault(parent, []).append(feature)
    places = layouts.spread(below, below[-1])
    names = [f"{at}: {values[at]} for {cost}" for at, cost in enumerate(costs)]
    wide = diagrams.breadth(names) + 0.3
    deepest = max(depth for _, depth in places.values())

    def features(answer: Any, y: float) -> float:
        chosen = set(answer)
        if not chosen <= set(range(len(parents))) or len(chosen) < len(answer):
            raise ValueError("no features, or one twice")
        alone = [one for one in chosen if parents[one] not in {-1, *chosen}]
        boxes = {}
        for feature, (x, depth) in places.items():
            tone = "red" if feature in alone else "blue" if feature in chosen else "plain"
            boxes[feature] = node_diagrams.node(
                axes, (x + 0.5) * wide, y + 0.4 + 1.3 * depth, names[feature], tone=tone
            )
        for feature, parent in enumerate(parents):
            if parent >= 0:
                node_diagrams.link(axes, boxes[parent], boxes[feature], arrow=False)
        y += 1.1 + 1.3 * deepest
        cost, worth = sum(costs[one] for one in chosen), sum(values[one] for one in chosen)
        told = f"worth {worth} for {cost} of {budget}" + ", too much" * (cost > budget)
        told += f"; {alone[0]} without {parents[alone[0]]}" if alone else ""
        diagrams.words(axes, 0, y, told, tone="red" if alone or cost > budget else "blue", size=9.5)
        return y + 0.3

    y = diagrams.answers(axes, 0, got, expected, features)
    diagrams.words(axes, 0, y, "In a node: the feature, what it is worth, and for what cost.", size=9)
    diagrams.fit(axes)
