"""Pictures of the lesson on normalization layers."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ["#dd7733", "#4477aa", "#228866"]
LAYERS, WIDTH = 40, 128


def sizes(scale: float, *, normalized: bool) -> list[float]:
    """Root mean squares after each random layer of ReLU; weights have variance scale / width."""
    import numpy as np

    rng = np.random.default_rng(1)
    x, found = rng.normal(size=(64, WIDTH)), []
    for _ in range(LAYERS):
        x = np.maximum(x @ rng.normal(size=(WIDTH, WIDTH)) * np.sqrt(scale / WIDTH), 0)
        if normalized:
            x = x / np.sqrt((x**2).mean(axis=1, keepdims=True) + 1e-5)
        found.append(float(np.sqrt((x**2).mean())))
    return found


def through_the_layers(figure: Figure) -> None:
    """Sizes through the layers, without a norm and with one."""
    figure.set_size_inches(7.2, 3.0)
    axes = figure.subplots()
    for scale, color in zip((1.5, 2.0, 2.5), COLORS, strict=True):
        axes.plot(
            range(1, LAYERS + 1), sizes(scale, normalized=False), color=color, label=f"no norm, variance {scale:g}/d"
        )
    for scale in (1.5, 2.0, 2.5):
        axes.plot(range(1, LAYERS + 1), sizes(scale, normalized=True), color=INK, linestyle="--")
    axes.plot([], [], color=INK, linestyle="--", label="with RMS norm, all three")
    axes.set_yscale("log")
    axes.set_xlabel("layer", color=INK)
    axes.set_ylabel("size of activations", color=INK)
    axes.tick_params(which="both", colors=INK)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(INK)
    axes.legend(frameon=False, labelcolor=INK)
    axes.patch.set_visible(False)
    figure.patch.set_alpha(0)
    figure.tight_layout()


PICTURES = [through_the_layers]
