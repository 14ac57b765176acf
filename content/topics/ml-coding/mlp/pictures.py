"""Pictures of the multilayer perceptron."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ["#4477aa", "#dd7733"]


def xor_unfolded(figure: Figure) -> None:
    """The lesson's two hidden units: where the network says 1 in the input, and the same points as the output sees."""
    import numpy as np
    from matplotlib.colors import ListedColormap

    figure.set_size_inches(7.2, 3.1)
    corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    labels = corners.sum(axis=1) % 2

    def hidden(x: np.ndarray) -> np.ndarray:
        return np.maximum(x.sum(axis=-1, keepdims=True) - np.arange(2), 0)

    areas = {"input": (-0.5, 1.5, -0.5, 1.5), "hidden units": (-0.5, 2.5, -0.5, 1.5)}
    for axis, (title, (x0, x1, y0, y1)) in zip(figure.subplots(1, 2, width_ratios=[2, 3]), areas.items(), strict=True):
        grid = np.stack(np.meshgrid(np.linspace(x0, x1, 241), np.linspace(y0, y1, 241)), axis=-1)
        first = title == "input"
        output = (hidden(grid) if first else grid) @ [1, -2]
        axis.imshow(output > 0.5, extent=(x0, x1, y0, y1), origin="lower", cmap=ListedColormap(COLORS), alpha=0.18)
        axis.contour(*grid.transpose(2, 0, 1), output, levels=[0.5], colors=INK, linewidths=1.6)
        seen = corners if first else hidden(corners)
        axis.scatter(*seen.T, s=110, color=np.array(COLORS)[labels], edgecolors="white", linewidths=1.2, zorder=3)
        names = {} if first else {(0, 0): "(0, 0)", (1, 0): "(0, 1) and (1, 0)", (2, 1): "(1, 1)"}
        for place, name in names.items():
            below = place == (1, 0)
            axis.annotate(
                name, place, (0, -17 if below else 10), textcoords="offset points", color=INK, fontsize=9, ha="center"
            )
        letter = "x" if first else "h"
        axis.set_xlabel(f"${letter}_1$", color=INK)
        axis.set_ylabel(f"${letter}_2$", color=INK)
        axis.set(aspect="equal", xticks=range(2 if first else 3), yticks=[0, 1])
        axis.set_title(title, color=INK, fontsize=10, loc="left")
        axis.tick_params(colors=INK, labelsize=8, length=0)
        axis.spines[:].set_visible(False)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [xor_unfolded]
