"""Pictures of the lesson on RMSProp."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE, GREEN = "#4477aa", "#dd7733", "#44997a"


def after_a_burst(figure: Figure) -> None:
    """Gradients with a burst, and one over the root of AdaGrad's sum and of RMSProp's running means."""
    import numpy as np

    figure.set_size_inches(7.2, 3.0)
    rng = np.random.default_rng(3)
    sizes = np.where((np.arange(400) >= 100) & (np.arange(400) < 120), 10.0, 1.0)
    gradients = sizes * rng.choice([-1.0, 1.0], 400) * rng.uniform(0.7, 1.3, 400)
    left, right = figure.subplots(1, 2, width_ratios=[1, 1.35])
    left.plot(gradients, color=INK, linewidth=0.8)
    right.plot(1 / np.sqrt(np.cumsum(gradients**2)), color=BLUE, linewidth=1.7, label="AdaGrad")
    for beta, color in ((0.9, ORANGE), (0.99, GREEN)):
        mean, factors = 0.0, []
        for gradient in gradients:
            mean = beta * mean + (1 - beta) * gradient**2
            factors.append(1 / np.sqrt(mean))
        right.plot(factors, color=color, linewidth=1.7, label=f"RMSProp, β = {beta}")
    right.set_yscale("log")
    left.set_title("gradient", color=INK, fontsize=9, loc="left")
    right.set_title("factor on the gradient, for η = 1", color=INK, fontsize=9, loc="left")
    right.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="upper right")
    right.set_ylim(0.012, 30)
    for axes in (left, right):
        axes.set_xlabel("step", color=INK, fontsize=9)
        axes.tick_params(which="both", colors=INK, labelsize=8, length=0)
        axes.grid(color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [after_a_burst]
