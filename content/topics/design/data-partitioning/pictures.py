"""Pictures of the lesson on data partitioning."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
MACHINES, KEYS = 10, 100_000


def hashed(text: str) -> int:
    from hashlib import blake2b

    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


def virtual_nodes(figure: Figure) -> None:
    """The share of the keys that each machine of a ring owns, by its number of points."""
    import numpy as np

    figure.set_size_inches(7.2, 2.8)
    keys = np.array([hashed(f"key {n}") for n in range(KEYS)], dtype=np.uint64)
    for axes, points in zip(figure.subplots(1, 3, sharey=True), (1, 10, 100), strict=True):
        ring = sorted((hashed(f"machine {m}, point {p}"), m) for m in range(MACHINES) for p in range(points))
        places = np.array([place for place, _ in ring], dtype=np.uint64)
        owners = np.array([machine for _, machine in ring])
        owned = np.bincount(owners[np.searchsorted(places, keys) % len(ring)], minlength=MACHINES) / KEYS
        axes.bar(range(MACHINES), owned, color=BLUE, width=0.8)
        axes.axhline(1 / MACHINES, color=ORANGE, linewidth=1.2, linestyle="--")
        title = f"{points} point{'s' if points > 1 else ''} each: fullest {owned.max():.0%}"
        axes.set_title(title, color=INK, fontsize=9.5, loc="left")
        axes.set_xticks([])
        axes.set_xlabel("machines", color=INK)
        axes.yaxis.set_major_formatter("{x:.0%}")
        axes.tick_params(colors=INK, labelsize=8, length=0)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [virtual_nodes]
