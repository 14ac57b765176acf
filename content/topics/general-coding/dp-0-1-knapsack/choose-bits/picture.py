"""The options of each layer, with those that were chosen: what they need together, and what they lose."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no layers, or more than 12."""
    layers, budget = diagrams.given(call, "layers", "budget")
    if not 0 < len(layers) <= 12:
        raise ValueError("too many layers to see anything, or none")
    axes = diagrams.sheet(figure)
    texts = [[f"{size}, loses {loss}" for size, loss in options] for options in layers]
    wide = diagrams.breadth([text for options in texts for text in options])

    def chosen(answer: Any, y: float) -> float:
        picked = [options[place] for place, options in zip(answer, layers, strict=True) if place >= 0]
        if len(picked) < len(layers):
            raise ValueError("no places in the layers' lists")
        size, loss = (sum(numbers) for numbers in zip(*picked, strict=True))
        tone = "blue" if size <= budget else "red"
        for layer, (place, options) in enumerate(zip(answer, texts, strict=True)):
            diagrams.words(axes, -0.2, y + layer + 0.5, f"layer {layer}", size=8, align="right")
            for at, text in enumerate(options):
                diagrams.cell(axes, at * wide, y + layer, text, tone=tone if at == place else "plain", wide=wide)
        y += len(layers) + 0.35
        told = f"size {size} of {budget}" + ", too much" * (size > budget) + f"; loss {loss}"
        diagrams.words(axes, 0, y, told, tone=tone, size=9.5)
        return y + 0.3

    diagrams.answers(axes, 0, got, expected, chosen, none=f"no choice fits into {budget}")
    diagrams.fit(axes)
