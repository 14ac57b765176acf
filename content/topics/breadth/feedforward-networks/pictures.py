"""Pictures of the lesson on feedforward networks."""

from matplotlib.figure import Figure

INK = "#777777"


def piecewise_linear(figure: Figure) -> None:
    """A fitted ReLU network with one input is a broken line, and each hidden unit breaks it once."""
    import numpy as np
    from sklearn.neural_network import MLPRegressor

    rng = np.random.default_rng(4)
    x = np.sort(rng.uniform(-3, 3, 60))
    y = np.sin(2 * x) + 0.3 * x + rng.normal(0, 0.12, 60)
    network = MLPRegressor(hidden_layer_sizes=(8,), solver="lbfgs", alpha=1e-4, max_iter=3000, random_state=3).fit(
        x[:, None], y
    )
    grid = np.linspace(-3, 3, 1201)
    bends = -network.intercepts_[0] / network.coefs_[0][0]
    bends = bends[np.abs(bends) < 3]

    figure.set_size_inches(7.2, 3.2)
    axes = figure.subplots()
    axes.plot(x, y, "o", ms=3.5, color="#8a93a5", alpha=0.8, label="data")
    axes.plot(grid, network.predict(grid[:, None]), color="#2f7ed8", lw=2, label="network")
    axes.plot(bends, network.predict(bends[:, None]), "o", ms=6, color="#d9782d", label="a unit switches")
    axes.plot(bends, np.full(len(bends), axes.get_ylim()[0]), "|", ms=14, mew=2, color="#d9782d", clip_on=False)
    axes.set_xlabel("input", color=INK)
    axes.set_ylabel("output", color=INK)
    axes.tick_params(colors=INK)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(INK)
    axes.legend(frameon=False, labelcolor=INK, loc="upper left", ncols=3)
    figure.patch.set_alpha(0)
    axes.patch.set_alpha(0)
    figure.tight_layout()


PICTURES = [piecewise_linear]
