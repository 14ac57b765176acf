"""Pictures of recurrent networks."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE, GREEN = "#4477aa", "#dd7733", "#339955"
WEIGHT, INPUTS, TARGET = 0.5, (2, 0, 4), 3.5


def unrolled(figure: Figure) -> None:
    """Left, the lesson's unit unrolled, with its states and its errors; right, the size of the error far back."""
    import numpy as np

    states = [0.0]
    for x in INPUTS:
        states.append(WEIGHT * states[-1] + x)
    last = len(INPUTS)
    errors = {step: (states[-1] - TARGET) * WEIGHT ** (last - step) for step in range(last, 0, -1)}

    figure.set_size_inches(7.2, 3.0)
    net, sizes = figure.subplots(1, 2, width_ratios=[1.5, 1])
    for step in range(last + 1):
        net.text(step, 1, f"$h_{step}$\n{states[step]:g}", color=BLUE, ha="center", va="center", fontsize=10)
        if step == 0:
            continue
        net.text(step, -0.25, f"$x_{step}$ = {INPUTS[step - 1]}", color=INK, ha="center", va="center", fontsize=9)
        net.annotate("", (step, 0.68), (step, -0.05), arrowprops={"arrowstyle": "-|>", "color": INK})
        net.annotate("", (step - 0.22, 1), (step - 0.78, 1), arrowprops={"arrowstyle": "-|>", "color": BLUE})
        net.text(step - 0.5, 0.86, f"w = {WEIGHT:g}", color=BLUE, ha="center", va="top", fontsize=8)
        label = f"$\\delta_{step}$ = {errors[step]:g}"
        net.text(step, 1.72, label, color=ORANGE, ha="center", va="center", fontsize=10)
        if step > 1:
            back = {"arrowstyle": "-|>", "color": ORANGE, "connectionstyle": "arc3,rad=0.25"}
            net.annotate("", (step - 0.9, 1.4), (step - 0.1, 1.4), arrowprops=back)
            net.text(step - 0.5, 1.5, r"$\times w$", color=ORANGE, ha="center", va="top", fontsize=8)
    net.text(last + 0.15, 2.15, "loss", color=ORANGE, ha="center", fontsize=9)
    net.annotate("", (last, 1.84), (last + 0.12, 2.1), arrowprops={"arrowstyle": "-|>", "color": ORANGE})
    net.set(xlim=(-0.35, last + 0.45), ylim=(-0.5, 2.4), xticks=[], yticks=[])

    back = np.arange(31)
    for weight, color in ((1.2, ORANGE), (1.0, GREEN), (WEIGHT, BLUE)):
        sizes.semilogy(back, weight**back, color=color, linewidth=1.8)
        sizes.annotate(
            f"w = {weight:g}", (30, weight**30), (4, -3), textcoords="offset points", color=color, fontsize=9
        )
    sizes.set_xlim(0, 40)
    sizes.set_xticks([0, 10, 20, 30])
    sizes.set_xlabel("steps back", color=INK, fontsize=9)
    sizes.set_title("size of the error", color=INK, fontsize=10, loc="left")
    sizes.grid(color=INK, alpha=0.15, linewidth=0.6)
    for axis in (net, sizes):
        axis.tick_params(which="both", colors=INK, labelsize=8, length=0)
        axis.spines[:].set_visible(False)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [unrolled]
