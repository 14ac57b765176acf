"""Pictures of the lesson on dropout in an LSTM."""

from matplotlib.figure import Figure

INK = "#777777"


def masks_over_time(figure: Figure) -> None:
    """Fresh masks at each step beside one mask for the sequence, and how long each unit has kept its state."""
    import numpy as np
    from matplotlib.colors import ListedColormap

    units, steps, p = 12, 20, 0.3
    rng = np.random.default_rng(5)
    fresh = rng.random((units, steps)) < p
    one = np.repeat((rng.random(units) < p)[:, None], steps, axis=1)
    figure.set_size_inches(7.2, 3.2)
    titles = ("a fresh mask at each step", "one mask for the sequence")
    for axes, dropped, title in zip(figure.subplots(1, 2, sharey=True), (fresh, one), titles, strict=True):
        axes.pcolormesh(dropped, cmap=ListedColormap(["#8fbdf0", "#3a4252"]), edgecolors=INK, linewidth=0.3)
        intact = int((~dropped).all(axis=1).sum())
        axes.set_title(f"{title}\n{intact} of {units} units never dropped", color=INK, fontsize=10)
        axes.set_xlabel("step", color=INK)
        axes.set_xticks([0.5, 4.5, 9.5, 14.5, 19.5], ["1", "5", "10", "15", "20"])
        axes.set_yticks([])
        axes.tick_params(colors=INK)
        axes.spines[:].set_color(INK)
        axes.patch.set_alpha(0)
    figure.axes[0].set_ylabel("units", color=INK)
    figure.patch.set_alpha(0)
    figure.tight_layout()


PICTURES = [masks_over_time]
