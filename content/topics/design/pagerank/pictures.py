"""Pictures of the lesson on PageRank."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE, GREEN = "#4477aa", "#dd7733", "#55aa77"


def walk(figure: Figure) -> None:
    """Three pages with their ranks, and how fast ranks settle for three dampings."""
    import numpy as np
    from scipy.sparse import csr_array

    figure.set_size_inches(5.6, 2.9)
    left, right = figure.subplots(1, 2, width_ratios=(1, 1.25))
    links = np.array([[0, 0, 1], [0.5, 0, 0], [0.5, 1, 0]])
    ranks = np.linalg.solve(np.eye(3) - 0.85 * links, np.full(3, 0.05))
    places = np.array([[0.0, 1.0], [1.0, 1.0], [0.5, 0.15]])
    for source, target in ((0, 1), (0, 2), (1, 2), (2, 0)):
        bend = "arc3,rad=0.22" if {source, target} == {0, 2} else "arc3"
        style = {"arrowstyle": "-|>", "color": INK, "lw": 1.3, "shrinkA": 26, "shrinkB": 26, "connectionstyle": bend}
        left.annotate("", places[target], places[source], arrowprops=style)
    left.scatter(*places.T, s=5200 * ranks, color=(BLUE, ORANGE, GREEN), alpha=0.9)
    for name, (x, y), rank in zip("ABC", places, ranks, strict=True):
        left.text(x, y, f"{name}\n{rank:.3f}", ha="center", va="center", color="white", fontsize=8)
    left.set(xlim=(-0.4, 1.4), ylim=(-0.25, 1.35))
    left.axis("off")

    rng, pages, border = np.random.default_rng(0), 2_000, 1_400
    sources = np.repeat(np.arange(pages), 8)
    across = rng.random(8 * pages) < np.where(sources < border, 0.02, 0.01)
    targets = np.where(
        (sources < border) ^ across, rng.integers(0, border, 8 * pages), rng.integers(border, pages, 8 * pages)
    )
    matrix = csr_array((np.full(8 * pages, 1 / 8), (targets, sources)), shape=(pages, pages))
    for damping, color in ((0.5, GREEN), (0.85, BLUE), (0.99, ORANGE)):
        now, steps = np.full(pages, 1 / pages), []
        for _ in range(800):
            steps.append(now)
            now = (1 - damping) / pages + damping * (matrix @ now)
        apart = [np.abs(step - now).sum() for step in steps[:41]]
        right.semilogy(apart, color=color, linewidth=1.6, label=f"d = {damping:g}")
    right.set(xticks=[0, 10, 20, 30, 40], ylim=(1e-8, 3))
    right.set_xlabel("round", color=INK)
    right.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower right")
    right.tick_params(colors=INK, labelsize=8, length=0, which="both")
    right.grid(color=INK, alpha=0.15, linewidth=0.6)
    right.spines[:].set_visible(False)
    right.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [walk]
