"""Pictures of the lesson on random generators."""

from matplotlib.figure import Figure

INK = "#777777"


def successive_pairs(figure: Figure) -> None:
    """Pairs of successive outputs of a small congruential generator with full period, and of PCG64."""
    import numpy as np

    figure.set_size_inches(7.2, 3.6)
    size = 1024
    state, outputs = 1, [1]
    for _ in range(size):
        state = (129 * state + 51) % size
        outputs.append(state)
    assert len(set(outputs)) == size, "the period is not full"
    small = np.array(outputs) / size
    good = np.random.Generator(np.random.PCG64(1)).random(size + 1)
    titles = ("congruential, modulo 1,024", "PCG64")
    for axes, values, title in zip(figure.subplots(1, 2, sharey=True), (small, good), titles, strict=True):
        axes.scatter(values[:-1], values[1:], s=3, color="#3b82c4")
        axes.set_title(title, color=INK, fontsize=10)
        axes.set_aspect("equal")
        axes.set_xlabel("output", color=INK)
        axes.tick_params(colors=INK)
        axes.spines[:].set_color(INK)
        axes.patch.set_alpha(0)
    figure.axes[0].set_ylabel("next output", color=INK)
    figure.tight_layout()
    figure.patch.set_alpha(0)


PICTURES = [successive_pairs]
