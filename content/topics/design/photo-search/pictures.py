"""Pictures of the lesson on searching photos."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
PHOTOS, QUERIES, NUMBERS, CELLS, BEST = 8_000, 150, 64, 128, 10
PROBES = (1, 2, 4, 8, 16, 32, 64)
BITS = (1, 2, 4, 8)


def vectors() -> tuple[Any, Any]:
    """Photos and queries on the sphere, in loose groups, with a few directions that vary most."""
    import numpy as np

    rng = np.random.default_rng(0)
    spread = np.arange(1, NUMBERS + 1) ** -0.4
    groups = rng.normal(size=(400, NUMBERS)) * spread
    points = groups[rng.integers(400, size=PHOTOS + QUERIES)] + rng.normal(size=(PHOTOS + QUERIES, NUMBERS)) * spread
    points = (points / np.linalg.norm(points, axis=1, keepdims=True)).astype(np.float32)
    return points[:PHOTOS], points[PHOTOS:]


def exact(photos: Any, queries: Any) -> Any:
    """The best ten of each query."""
    import numpy as np

    return np.argpartition(-(queries @ photos.T), BEST, axis=1)[:, :BEST]


def cells(photos: Any, queries: Any, best: Any) -> list[tuple[float, float]]:
    """By the number of cells that are probed: the share of photos compared, and the recall."""
    import numpy as np

    rng = np.random.default_rng(1)
    centers = photos[rng.choice(len(photos), CELLS, replace=False)]
    for _ in range(5):
        cell = nearest(photos, centers)
        sums = np.stack([np.bincount(cell, column, CELLS) for column in photos.T], axis=1)
        centers = (sums / np.maximum(np.bincount(cell, minlength=CELLS), 1)[:, None]).astype(np.float32)
    cell = nearest(photos, centers)
    place = np.argsort(np.argsort(-closeness(queries, centers), axis=1), axis=1)
    sizes = np.bincount(cell, minlength=CELLS)
    found = np.take_along_axis(place, cell[best], axis=1)
    return [(((place < n) @ sizes).mean() / len(photos), (found < n).mean()) for n in PROBES]


def closeness(points: Any, centers: Any) -> Any:
    """Larger where a center is nearer."""
    return points @ centers.T - (centers**2).sum(axis=1) / 2


def nearest(points: Any, centers: Any) -> Any:
    return closeness(points, centers).argmax(axis=1)


def rounded(photos: Any, queries: Any, best: Any, bits: int) -> tuple[float, float]:
    """The recall with so many bits a number, and the one after a second pass over the best hundred."""
    import numpy as np

    turned = np.linalg.qr(np.random.default_rng(2).normal(size=(NUMBERS, NUMBERS)))[0].astype(np.float32)
    photos_turned, queries_turned = photos @ turned, queries @ turned
    width, levels = 2.5 * photos_turned.std(), 2**bits
    step = np.clip(np.floor((photos_turned / width + 1) / 2 * levels), 0, levels - 1)
    scores = queries_turned @ ((step + 0.5) / levels * 2 - 1).astype(np.float32).T
    hundred = np.argpartition(-scores, 100, axis=1)[:, :100]
    cheap = np.take_along_axis(scores, hundred, axis=1)
    dear = np.take_along_axis(queries @ photos.T, hundred, axis=1)
    recalls = []
    for score in (cheap, dear):
        top = np.take_along_axis(hundred, np.argsort(-score, axis=1)[:, :BEST], axis=1)
        recalls.append((top[:, :, None] == best[:, None, :]).any(axis=2).mean())
    return recalls[0], recalls[1]


def measured() -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """Both halves of the picture."""
    photos, queries = vectors()
    best = exact(photos, queries)
    return cells(photos, queries, best), [rounded(photos, queries, best, bits) for bits in BITS]


def recall_and_cost(figure: Figure) -> None:
    """What is found when less is looked at, and when less is kept of each vector."""
    import numpy as np

    probing, rounding = (np.array(half) for half in measured())
    figure.set_size_inches(5.4, 3.0)
    left, right = figure.subplots(1, 2, sharey=True)
    left.plot(probing[:, 0], probing[:, 1], "o-", color=BLUE, markersize=4, linewidth=1.6)
    for (share, recall), count in zip(probing, PROBES, strict=True):
        left.annotate(str(count), (share, recall), (4, -10), textcoords="offset points", color=INK, fontsize=8)
    left.set_xscale("log")
    left.set_xticks([0.01, 0.1, 0.5])
    left.minorticks_off()
    left.xaxis.set_major_formatter("{x:.0%}")
    left.set_xlabel("photos compared, by cells probed", color=INK, fontsize=9)
    for column, color, label in ((1, BLUE, "and a second pass"), (0, ORANGE, "codes alone")):
        right.plot(BITS, rounding[:, column], "o-", color=color, markersize=4, linewidth=1.6, label=label)
    right.set_xscale("log", base=2)
    right.set_xticks(BITS, [str(bits) for bits in BITS])
    right.set_xlabel("bits a number", color=INK, fontsize=9)
    right.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower right")
    left.set(ylim=(0, 1.04))
    left.yaxis.set_major_formatter("{x:.0%}")
    for axes, title in ((left, "recall at ten: cells"), (right, "recall at ten: bits")):
        axes.set_title(title, color=INK, fontsize=10, loc="left")
        axes.tick_params(colors=INK, labelsize=8.5, length=0)
        axes.grid(color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [recall_and_cost]
