"""Pictures of the lesson on embeddings."""

from matplotlib.figure import Figure

INK = "#777777"
NEIGHBORS = ("eats", "sleeps", "runs", "flies", "hot", "fresh", "tasty", "visit", "capital", "river")
SENTENCES = {
    "cat": (4, 9, 2, 0, 0, 0, 0, 1, 0, 0),
    "dog": (6, 5, 5, 0, 0, 0, 0, 1, 0, 1),
    "horse": (3, 2, 9, 0, 0, 0, 0, 1, 0, 4),
    "bird": (5, 3, 1, 8, 0, 0, 0, 0, 0, 2),
    "bread": (4, 0, 0, 0, 2, 8, 4, 0, 0, 0),
    "soup": (4, 0, 0, 0, 9, 2, 5, 0, 0, 0),
    "cheese": (5, 0, 1, 0, 0, 5, 8, 0, 0, 0),
    "rice": (6, 0, 0, 0, 4, 2, 6, 0, 0, 1),
    "Rome": (0, 0, 0, 0, 2, 0, 0, 7, 5, 4),
    "Paris": (0, 0, 0, 0, 0, 1, 1, 9, 6, 4),
    "Oslo": (0, 1, 0, 1, 0, 1, 0, 5, 7, 1),
    "Cairo": (0, 0, 0, 1, 4, 0, 0, 5, 6, 6),
}
"""How often, relative to each other, each word has each neighbor."""


def word_map(figure: Figure) -> None:
    """Words of a small made-up language, placed by what stands beside them."""
    import numpy as np

    points = np.array(embed())
    figure.set_size_inches(7.2, 3.4)
    axes = figure.subplots()
    words = list(SENTENCES)
    for start, color in ((0, "#2f7ed8"), (4, "#d9782d"), (8, "#3d9a6b")):
        group = sorted(range(start, start + 4), key=lambda k: points[k, 1])
        beside, level = points[group, 0].max() + 0.12, -9.0
        for k in group:
            level = max(level + 0.22, points[k, 1] - 0.1)
            axes.plot(*points[k], "o", color=color, ms=5)
            axes.plot([points[k, 0], beside], [points[k, 1], level], color=color, lw=0.6, alpha=0.6)
            axes.text(beside + 0.02, level, words[k], color=color, va="center")
    axes.margins(0.12)
    axes.set_xlabel("first dimension", color=INK)
    axes.set_ylabel("second dimension", color=INK)
    axes.tick_params(colors=INK)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(INK)
    axes.patch.set_alpha(0)
    figure.patch.set_alpha(0)
    figure.tight_layout()


def embed() -> list[list[float]]:
    """A two-dimensional vector for each word: PPMI with its neighbors in 200 sentences, centered, reduced by SVD."""
    import numpy as np

    rng = np.random.default_rng(2)
    shares = np.array(list(SENTENCES.values()), float)
    counts = np.array([rng.multinomial(200, row / row.sum()) for row in shares])
    joint = counts / counts.sum()
    with np.errstate(divide="ignore"):
        information = np.log(joint / np.outer(joint.sum(axis=1), joint.sum(axis=0)))
    positive = np.maximum(information, 0)
    u, s, _ = np.linalg.svd(positive - positive.mean(axis=0))
    return (u[:, :2] * s[:2]).tolist()


PICTURES = [word_map]
