"""Pictures of the lesson on diffusion models."""

from typing import TYPE_CHECKING

from matplotlib.figure import Figure

if TYPE_CHECKING:
    import numpy as np

INK = "#777777"
BLUE, ORANGE, GREEN = "#4477aa", "#dd7733", "#228866"
STEPS, PATHS = 1000, 60
DATA = (-2.0, 0.5, 2.0)


def linear() -> "np.ndarray":
    """The variance of each step, as in DDPM."""
    import numpy as np

    return np.linspace(1e-4, 0.02, STEPS)


def cosine() -> "np.ndarray":
    """The variance left after 0 to all steps: a squared cosine with the usual offset of 0.008."""
    import numpy as np

    angles = (np.arange(STEPS + 1) / STEPS + 0.008) / 1.008 * np.pi / 2
    left: np.ndarray = (np.cos(angles) / np.cos(angles[0])) ** 2
    return left


def paths() -> "np.ndarray":
    """Samples at steps T to 0, a column each, by the best denoiser for DATA."""
    import numpy as np

    rng, data, betas = np.random.default_rng(1), np.array(DATA), linear()
    kept = np.cumprod(1 - betas)
    points = [rng.normal(size=PATHS)]
    for beta, left in zip(betas[::-1], kept[::-1], strict=True):
        x = points[-1]
        logits = -((x[:, None] - np.sqrt(left) * data) ** 2) / (2 * (1 - left))
        weights = np.exp(logits - logits.max(axis=1, keepdims=True))
        noise = (x - np.sqrt(left) * (weights @ data) / weights.sum(axis=1)) / np.sqrt(1 - left)
        fresh = np.sqrt(beta) * rng.normal(size=PATHS) if len(points) < STEPS else 0
        points.append((x - beta / np.sqrt(1 - left) * noise) / np.sqrt(1 - beta) + fresh)
    return np.array(points)


def ways_back(figure: Figure) -> None:
    """Two schedules, and paths from noise to data."""
    import numpy as np

    figure.set_size_inches(7.2, 3.0)
    left, right = figure.subplots(1, 2)
    left.plot(np.append(1, np.cumprod(1 - linear())), color=BLUE, label="linear")
    left.plot(cosine(), color=ORANGE, label="cosine")
    left.set_ylabel("variance left", color=INK)
    left.legend(frameon=False, labelcolor=INK)
    ways = paths()
    nearest = np.abs(ways[-1][:, None] - np.array(DATA)).argmin(axis=1)
    for path, end in zip(ways.T, nearest, strict=True):
        right.plot(np.arange(STEPS, -1, -1), path, color=(BLUE, ORANGE, GREEN)[end], linewidth=0.5, alpha=0.7)
    right.invert_xaxis()
    right.set_ylabel("value", color=INK)
    for axes in (left, right):
        axes.set_xlabel("step", color=INK)
        axes.tick_params(colors=INK)
        axes.spines[["top", "right"]].set_visible(False)
        axes.spines[["left", "bottom"]].set_color(INK)
        axes.patch.set_visible(False)
    figure.patch.set_alpha(0)
    figure.tight_layout()


PICTURES = [ways_back]
