"""Pictures of the lesson on vanishing and exploding gradients."""

from matplotlib.figure import Figure

INK = "#777777"


def gradient_norms(figure: Figure) -> None:
    """Norm of a random error, sent back through a tanh network, for three sizes of recurrent weights."""
    import numpy as np

    units, steps = 100, 60
    rng = np.random.default_rng(0)
    base = rng.normal(0, 1 / np.sqrt(units), (units, units))
    drive = rng.normal(0, 0.1, (steps, units))
    error = rng.normal(size=units)
    figure.set_size_inches(7.2, 3.2)
    axes = figure.subplots()
    for scale, color in ((0.5, "#2f7ed8"), (1.0, "#3d9a6b"), (2.0, "#d9782d")):
        weights, state, slopes = scale * base, np.zeros(units), []
        for step in range(steps):
            state = np.tanh(weights @ state + drive[step])
            slopes.append(1 - state**2)
        norms, delta = [1.0], error / np.linalg.norm(error)
        for slope in reversed(slopes[1:]):
            delta = weights.T @ (slope * delta)
            norms.append(float(np.linalg.norm(delta)))
        axes.semilogy(norms, color=color, lw=2)
        axes.text(steps + 0.3, norms[-1], rf"${scale:g}/\sqrt{{n}}$", color=color, va="center")
    axes.set_xlim(0, steps + 8)
    axes.set_xlabel("steps back from the last", color=INK)
    axes.set_ylabel("gradient norm", color=INK)
    axes.tick_params(colors=INK, which="both")
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(INK)
    axes.patch.set_alpha(0)
    figure.patch.set_alpha(0)
    figure.tight_layout()


PICTURES = [gradient_norms]
