"""Pictures of the lesson on the LSTM."""

from matplotlib.figure import Figure

INK = "#777777"
UNITS, STEPS = 64, 50


def forget_bias(figure: Figure) -> None:
    """The gradient by earlier cell states, whole and along the cell path alone, for three forget biases."""
    figure.set_size_inches(7.2, 3.2)
    axes = figure.subplots()
    for bias, color in ((0.0, "#2f7ed8"), (1.0, "#3d9a6b"), (3.0, "#d9782d")):
        whole, direct = gradient_norms(bias)
        axes.semilogy(whole, color=color, lw=2)
        axes.semilogy(direct, ".", color=color, ms=3)
        axes.text(STEPS, whole[-1], f"forget bias {bias:g}", color=color, va="center")
    axes.set_xlim(0, STEPS + 9)
    axes.set_xlabel("steps back from the last", color=INK)
    axes.set_ylabel("gradient norm at the cell", color=INK)
    axes.tick_params(colors=INK, which="both")
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(INK)
    axes.patch.set_alpha(0)
    figure.patch.set_alpha(0)
    figure.tight_layout()


def gradient_norms(bias: float) -> tuple[list[float], list[float]]:
    """Norms of the gradient of the last cell state's mean direction by the cell states 0, 1, 2, ... steps earlier.

    The first list follows every path, the second only the one from cell to cell.
    """
    import numpy as np

    rng = np.random.default_rng(1)
    weights = rng.normal(0, 1 / np.sqrt(UNITS), (4, UNITS, UNITS))
    drive = rng.normal(0, 0.5, (STEPS, 4, UNITS))
    drive[:, 1] += bias
    c, h, past = np.zeros(UNITS), np.zeros(UNITS), []
    for pushed in drive:
        z = weights @ h + pushed
        i, f, o = 1 / (1 + np.exp(-z[:3]))
        g, before = np.tanh(z[3]), c
        c = f * c + i * g
        h = o * np.tanh(c)
        past.append((i, f, o, g, before, c))

    whole = direct = np.full(UNITS, 1 / np.sqrt(UNITS))
    at_h, norms = np.zeros(UNITS), [(1.0, 1.0)]
    for (i, f, o, g, before, c), (_, _, o_before, *_) in zip(past[:0:-1], past[-2::-1], strict=True):
        at_gates = [whole * g * i * (1 - i), whole * before * f * (1 - f), at_h * np.tanh(c) * o * (1 - o)]
        at_gates.append(whole * i * (1 - g * g))
        at_h = np.einsum("kij,ki->j", weights, np.stack(at_gates))
        whole = whole * f + at_h * o_before * (1 - np.tanh(before) ** 2)
        direct = direct * f
        norms.append((float(np.linalg.norm(whole)), float(np.linalg.norm(direct))))
    return [a for a, _ in norms], [b for _, b in norms]


PICTURES = [forget_bias]
