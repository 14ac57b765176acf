"""Pictures of the lasso."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"


def corners(figure: Figure) -> None:
    """Contours of a squared error, and where they first touch an L1 and an L2 budget."""
    import numpy as np
    from matplotlib.patches import Circle, Polygon

    figure.set_size_inches(7.2, 3.2)
    best, shape = np.array([0.8, 2.0]), np.array([[1.0, 0.45], [0.45, 1.3]])
    around = np.linspace(0, 2 * np.pi, 200_000)
    circle = np.array([np.cos(around), np.sin(around)])
    spans = np.linspace(-1.6, 3.0, 240), np.linspace(-1.5, 3.2, 240)
    away = np.stack(np.meshgrid(*spans), axis=-1) - best
    error = np.einsum("...i,ij,...j", away, shape, away)
    budgets = {
        "L1: at a corner": (circle / np.abs(circle).sum(axis=0), Polygon([(1, 0), (0, 1), (-1, 0), (0, -1)])),
        "L2: where it happens to touch": (circle, Circle((0, 0), 1)),
    }
    for axis, (title, (edge, budget)) in zip(figure.subplots(1, 2, sharey=True), budgets.items(), strict=True):
        gaps = edge.T - best
        costs = np.einsum("ni,ij,nj->n", gaps, shape, gaps)
        touch, least = edge[:, costs.argmin()], costs.min()
        axis.contour(
            *spans, error, levels=least * np.array([0.1, 0.4, 1, 1.9, 3]), colors=INK, linewidths=0.9, alpha=0.7
        )
        budget.set(facecolor=BLUE, alpha=0.35)
        axis.add_patch(budget)
        axis.scatter(*best, s=30, color=INK, marker="x")
        axis.scatter(*touch, s=55, color=ORANGE, zorder=4)
        label = f"({abs(touch[0]):.2f}, {touch[1]:.2f})"
        axis.annotate(label, touch, (8, -14), textcoords="offset points", color=ORANGE, fontsize=9)
        axis.axhline(0, color=INK, linewidth=0.7, alpha=0.6)
        axis.axvline(0, color=INK, linewidth=0.7, alpha=0.6)
        axis.set(aspect="equal", xticks=[], yticks=[], xlim=(-1.6, 3.0), ylim=(-1.3, 3.2))
        axis.set_title(title, color=INK, fontsize=10, loc="left")
        axis.spines[:].set_visible(False)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [corners]
