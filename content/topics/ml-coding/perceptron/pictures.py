"""Pictures of the perceptron."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = {-1: "#4477aa", 1: "#dd7733"}


def moving_line(figure: Figure) -> None:
    """The line after some of the mistakes, the example that was wrong, and where the line was before."""
    import numpy as np

    figure.set_size_inches(7.2, 2.3)
    rng = np.random.default_rng(21)
    points = rng.uniform(-2, 2, (300, 2))
    scores = points @ [0.8, 0.6] + 0.3
    points, labels = points[np.abs(scores) > 0.25][:40], np.where(scores > 0, 1, -1)[np.abs(scores) > 0.25][:40]
    rows = np.column_stack([points, np.ones(len(points))])
    lines, wrong = [np.zeros(3)], [0]
    settled = False
    while not settled:
        settled = True
        for i, (row, label) in enumerate(zip(rows, labels, strict=True)):
            if label * (lines[-1] @ row) <= 0:
                lines.append(lines[-1] + label * row)
                wrong.append(i)
                settled = False
    last = len(lines) - 1
    edge = np.array([-2.3, 2.3])
    shown = sorted({2, 3, last // 2 + 1, last})
    for axis, number in zip(figure.subplots(1, len(shown), sharey=True), shown, strict=True):
        for line, style in ((lines[number - 1], ":"), (lines[number], "-")):
            a, b, c = line
            ends = (edge, -(a * edge + c) / b) if abs(b) > abs(a) else (-(b * edge + c) / a, edge)
            axis.plot(
                *ends, color=INK if style == ":" else "#339955", linestyle=style, linewidth=1.2 if style == ":" else 2.2
            )
        axis.scatter(*points.T, s=12, color=[COLORS[label] for label in labels], linewidths=0, zorder=2)
        axis.scatter(*points[wrong[number]], s=110, facecolor="none", edgecolor=INK, linewidths=1.6, zorder=3)
        left = (labels * (rows @ lines[number]) <= 0).sum()
        axis.set_title(f"after mistake {number}: {left} wrong", color=INK, fontsize=9, loc="left")
        axis.set(aspect="equal", xticks=[], yticks=[], xlim=(-2.2, 2.2), ylim=(-2.2, 2.2))
        axis.spines[:].set_visible(False)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [moving_line]
