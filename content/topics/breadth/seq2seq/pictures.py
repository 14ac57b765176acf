"""Pictures of the lesson on sequence to sequence."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

INK, GREEDY, BEST = "#777777", "#d9782d", "#2f7ed8"
TREE = {"a": (0.6, {"x": 0.4, "y": 0.35, "z": 0.25}), "b": (0.4, {"x": 0.9, "y": 0.06, "z": 0.04})}


def greedy_and_beam(figure: Figure) -> None:
    """All outputs of two tokens, with the one greedy decoding takes and the one a beam of two finds."""
    outputs = {(first, second): p * q for first, (p, after) in TREE.items() for second, q in after.items()}
    first = max(TREE, key=lambda token: TREE[token][0])
    greedy = (first, max(TREE[first][1], key=lambda token: TREE[first][1][token]))
    best = max(outputs, key=lambda output: outputs[output])
    figure.set_size_inches(7.2, 3.2)
    axes = figure.subplots()
    levels = {output: float(len(outputs) - 1 - k) for k, output in enumerate(outputs)}
    middle = {token: sum(levels[o] for o in outputs if o[0] == token) / 3 for token in TREE}
    root = sum(middle.values()) / 2
    for token, (p, after) in TREE.items():
        color = GREEDY if token == greedy[0] else BEST
        branch(axes, (0, root), (1, middle[token]), f"{token}  {p:g}", color)
        for second, q in after.items():
            output = (token, second)
            shade = GREEDY if output == greedy else BEST if output == best else INK
            branch(axes, (1, middle[token]), (2, levels[output]), f"{second}  {q:g}", shade)
            note = "   greedy" if output == greedy else "   beam of two" if output == best else ""
            axes.text(2.08, levels[output], f"{outputs[output]:.3f}{note}", color=shade, va="center")
    axes.plot(0, root, "o", color=INK)
    axes.set_xlim(-0.1, 2.75)
    axes.set_ylim(-0.5, 5.5)
    axes.axis("off")
    figure.patch.set_alpha(0)
    figure.tight_layout()


def branch(axes: Axes, start: tuple[float, float], end: tuple[float, float], label: str, color: str) -> None:
    """One edge of the tree, with its token and probability above it."""
    axes.plot(*zip(start, end, strict=True), color=color, lw=2 if color != INK else 1)
    axes.plot(*end, "o", color=color, ms=5)
    x, y = (a + 0.62 * (b - a) for a, b in zip(start, end, strict=True))
    axes.text(x, y + 0.16, label, color=color, ha="center", va="bottom", fontsize=9)


PICTURES = [greedy_and_beam]
