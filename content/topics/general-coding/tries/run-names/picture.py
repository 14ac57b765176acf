"""The trie of the names after all calls, and what each call returned."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams, node_diagrams

SHOWS_METHOD = True


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for more names than can be seen."""
    names: dict[str, bool] = {}
    for step, args in call.then:
        if step == "add":
            names[args[0]] = True
        elif step == "remove" and args[0] in names:
            names[args[0]] = False
    there = [name for name, kept in names.items() if kept]
    gone = [name for name, kept in names.items() if not kept]
    axes = diagrams.sheet(figure)
    y = node_diagrams.trie(axes, 0, there, gone=gone)
    diagrams.words(
        axes, 0, y + 0.1, "Gold: where a name ends that is there in the end; gray: one that was removed.", size=9
    )
    diagrams.steps(axes, y + 0.6, call, got, expected)
    diagrams.fit(axes)
