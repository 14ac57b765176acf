"""Pictures of the lesson on contrastive learning."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE, GREEN = "#4477aa", "#dd7733", "#228866"
DIMENSIONS, TEMPERATURE = 32, 0.1
BATCHES = (2, 4, 8, 16, 32, 64, 128, 256, 512, 1024)
PAIRS = 4096


def loss(batch: int, share: float) -> float:
    """The mean loss of PAIRS pairs in batches; each v is `share` times its u, and noise."""
    import numpy as np

    rng = np.random.default_rng(0)
    u = rng.normal(size=(PAIRS // batch, batch, DIMENSIONS))
    v = share * u + np.sqrt(1 - share**2) * rng.normal(size=u.shape)
    u, v = (one / np.linalg.norm(one, axis=2, keepdims=True) for one in (u, v))
    logits = u @ v.transpose(0, 2, 1) / TEMPERATURE
    right = np.diagonal(logits, axis1=1, axis2=2)
    return float((np.logaddexp.reduce(logits, axis=2) - right).mean())


def push_and_batch(figure: Figure) -> None:
    """Pushes by cosine, and losses by size of the batch."""
    import numpy as np

    figure.set_size_inches(7.2, 3.0)
    left, right = figure.subplots(1, 2)
    cosines = np.linspace(-0.5, 0.9, 50)
    for temperature, color in ((0.05, ORANGE), (0.1, BLUE), (0.5, GREEN)):
        left.plot(cosines, np.exp(cosines / temperature), color=color, label=f"temperature {temperature:g}")
    left.set_yscale("log")
    left.set_xlabel("cosine of the negative", color=INK)
    left.set_ylabel("push", color=INK)
    right.plot(BATCHES, np.log(BATCHES), color=INK, linestyle="--", label="guessing, ln n")
    for share, color in ((0.5, BLUE), (0.8, ORANGE)):
        right.plot(BATCHES, [loss(batch, share) for batch in BATCHES], color=color, label=f"correlation {share:g}")
    right.set_xscale("log", base=2)
    right.set_xlabel("pairs in the batch", color=INK)
    right.set_ylabel("loss", color=INK)
    for axes in (left, right):
        axes.tick_params(which="both", colors=INK)
        axes.spines[["top", "right"]].set_visible(False)
        axes.spines[["left", "bottom"]].set_color(INK)
        axes.legend(frameon=False, labelcolor=INK)
        axes.patch.set_visible(False)
    figure.patch.set_alpha(0)
    figure.tight_layout()


PICTURES = [push_and_batch]
