"""The tables and what is computed from them; suspect ones are red."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams, layouts, node_diagrams


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no tables, or more than 20."""
    readers, bad, guarded = diagrams.given(call, "readers", "bad", "guarded")
    places = layouts.layers(readers, list(dict.fromkeys(bad)))
    if not 0 < len(places) <= 20:
        raise ValueError("too many tables to see anything, or none")
    axes = diagrams.sheet(figure)
    names = {name: f"{name} *" if name in guarded else name for name in places}
    links = [(name, reader, "", "plain") for name, ends in readers.items() for reader in dict.fromkeys(ends)]

    def suspects(answer: Any, y: float) -> float:
        found = set(answer)
        if not found <= set(places) or isinstance(answer, str):
            raise ValueError("no set of tables")
        tones = dict.fromkeys(found, "red")
        if found != set(expected):
            tones |= dict.fromkeys(found ^ set(expected), "gold")
        return node_diagrams.network(axes, y, places, names, links, tones=tones)

    y = diagrams.answers(axes, 0, got, expected, suspects)
    diagrams.words(
        axes, 0, y, f"Red: suspect; *: has a guard. Written by the job: {', '.join(bad[:8]) or 'none'}", size=9
    )
    if not diagrams.alike(got, expected):
        diagrams.words(axes, 0, y + 0.5, "Gold: missing from yours, or wrongly in it.", size=9)
    diagrams.fit(axes)
