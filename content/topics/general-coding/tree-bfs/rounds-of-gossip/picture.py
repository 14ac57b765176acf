"""The workers, each with the round in which it gets the checkpoint."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, Nodes, diagrams, node_diagrams

COLORS = ["gold", "blue", "green"]


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no workers, or more than 24."""
    root, _, down = diagrams.given(call, "root", "holders", "down")
    values = list(root.value[0]) if root else []
    workers = [value for value in values if value is not None]
    if not 0 < len(workers) <= 24:
        raise ValueError("too many workers to see anything, or none")
    axes = diagrams.sheet(figure)

    def told(answer: Any, y: float) -> float:
        when = {worker: number for number, got_it in enumerate(answer) for worker in got_it}
        if not set(when) <= set(workers) or len(when) < sum(map(len, answer)):
            raise ValueError("no rounds of workers, or a worker twice")
        texts = [None if value is None else f"{value} in {when[value]}" if value in when else value for value in values]
        tones = {}
        for at, value in enumerate(values):
            if value in when:
                tones[at] = "red" if value in down else COLORS[min(when[value], 2)]
            elif value in down:
                tones[at] = "gray"
        y = node_diagrams.tree(axes, y, Nodes("binary_tree", tuple(texts)), tones)
        rounds = "; ".join(f"{number}: {', '.join(map(str, one)) or 'nobody'}" for number, one in enumerate(answer))
        diagrams.words(axes, 0, y + 0.1, rounds or "no round", size=9)
        return y + 0.4

    y = diagrams.answers(axes, 0, got, expected, told)
    told_of = "2 in 1: worker 2 has it in round 1. Gold: round 0; blue: round 1; green: later; gray: down."
    diagrams.words(axes, 0, y, told_of, size=9)
    diagrams.fit(axes)
