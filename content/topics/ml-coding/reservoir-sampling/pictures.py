"""Pictures of the lesson on reservoir sampling."""

from matplotlib.figure import Figure

INK = "#777777"


def who_is_held(figure: Figure) -> None:
    """How often each item of a stream is held at the end, by three rules of letting the new one in."""
    import numpy as np

    figure.set_size_inches(7.2, 3.2)
    axes = figure.subplots()
    n, k, runs = 200, 20, 20_000
    rng = np.random.default_rng(0)
    place = np.arange(n)
    rules = (
        ("always", np.ones(n), "#c0392b", ":"),
        ("with probability 0.1", np.full(n, 0.1), INK, "--"),
        ("with probability k / i", k / (place + 1), "#3b82c4", "-"),
    )
    for name, entering, color, line in rules:
        held = np.tile(np.arange(k), (runs, 1))
        for i in range(k, n):
            enters = np.flatnonzero(rng.random(runs) < entering[i])
            held[enters, rng.integers(k, size=enters.size)] = i
        shares = np.bincount(held.ravel(), minlength=n) / runs
        axes.plot(place + 1, shares, color=color, linestyle=line, label=f"let in {name}")
    axes.set(ylim=(0, 1.05))
    axes.set_xlabel("item of the stream", color=INK)
    axes.set_ylabel("share of runs that hold it", color=INK)
    axes.legend(frameon=False, labelcolor=INK, loc="upper center")
    axes.tick_params(colors=INK)
    axes.spines[:].set_color(INK)
    axes.patch.set_alpha(0)
    figure.tight_layout()
    figure.patch.set_alpha(0)


PICTURES = [who_is_held]
