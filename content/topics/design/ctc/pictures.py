"""Pictures of the lesson on CTC: a small model, trained by the loss, on simulated speech."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ("#4477aa", "#dd7733", "#55aa77")
LETTERS, CONTEXT, ROUNDS, FADING = 3, 3, 100, 3.0
"""Letters, frames that are seen to each side, steps of training, and frames in which a sound fades."""
SHOWN = (0, 1, 1, 2, 0)
"""The letters of the utterance that is drawn. Output 0 is the blank, output k + 1 is letter k."""


def spoken(text: Any, rng: Any) -> tuple[Any, Any]:
    """The features of each frame with those around it, and where each letter begins. Sounds fade from their onset."""
    import numpy as np

    lengths = rng.integers(6, 13, len(text))
    starts = np.cumsum(lengths) - lengths
    owner, age = np.repeat(text, lengths), np.arange(lengths.sum()) - np.repeat(starts, lengths)
    heard = np.eye(LETTERS)[owner] * np.exp(-age / FADING)[:, None] * 2
    heard += rng.normal(scale=0.25, size=heard.shape)
    padded = np.pad(heard, ((CONTEXT, CONTEXT), (0, 0)))
    windows = [padded[shift : shift + len(owner)] for shift in range(2 * CONTEXT + 1)]
    return np.concatenate([*windows, np.ones((len(owner), 1))], axis=1), starts


def occupancies(outputs: Any, text: Any) -> tuple[Any, float]:
    """How likely each output is at each frame, given that the text is right; and the logarithm of its probability."""
    import numpy as np

    labels = np.zeros(2 * len(text) + 1, dtype=int)
    labels[1::2] = np.asarray(text) + 1
    moves = np.eye(len(labels)) + np.eye(len(labels), k=1)
    for place in range(3, len(labels), 2):
        moves[place - 2, place] = labels[place] != labels[place - 2]
    given = outputs[:, labels]
    ahead, behind = np.zeros(given.shape), np.ones(given.shape)
    ahead[0, :2], behind[-1, :-2] = given[0, :2], 0
    total = np.log(ahead[0].sum())
    ahead[0] /= ahead[0].sum()
    for frame in range(1, len(given)):
        ahead[frame] = (ahead[frame - 1] @ moves) * given[frame]
        size = ahead[frame].sum()
        ahead[frame] /= size
        total += np.log(size)
    for frame in range(len(given) - 2, -1, -1):
        behind[frame] = moves @ (behind[frame + 1] * given[frame + 1])
        behind[frame] /= behind[frame].sum()
    shares = ahead * behind
    shares /= shares.sum(axis=1, keepdims=True)
    found = np.zeros(outputs.shape)
    np.add.at(found.T, labels, shares.T)
    return found, float(total + np.log(ahead[-1, -2:].sum()))


def trained(rounds: int = ROUNDS, seed: int = 0) -> tuple[Any, Any]:
    """What a linear model says about the shown utterance, output by output, and where its letters begin."""
    import numpy as np
    from scipy.special import softmax

    rng = np.random.default_rng(seed)
    texts = [rng.integers(LETTERS, size=rng.integers(2, 6)) for _ in range(20)]
    data = [(spoken(text, rng)[0], text) for text in texts]
    weights = np.zeros((data[0][0].shape[1], LETTERS + 1))
    speed = np.zeros_like(weights)
    for _ in range(rounds):
        slope = np.zeros_like(weights)
        for features, text in data:
            outputs = softmax(features @ weights, axis=1)
            slope += features.T @ (outputs - occupancies(outputs, text)[0])
        speed = 0.9 * speed - 0.003 * slope
        weights = weights + speed
    features, starts = spoken(SHOWN, np.random.default_rng(7))
    return softmax(features @ weights, axis=1), starts


def spikes(figure: Figure) -> None:
    """The outputs along an utterance: short spikes of letters, and the blank between them."""
    import numpy as np

    figure.set_size_inches(5.4, 2.7)
    axes = figure.subplots()
    outputs, starts = trained()
    at = np.arange(len(outputs))
    axes.plot(at, outputs[:, 0], color=INK, linewidth=1.3, linestyle="--", label="blank")
    for letter, color in enumerate(COLORS):
        chances = outputs[:, letter + 1]
        axes.plot(at, chances, color=color, linewidth=1.6, label="abc"[letter])
        axes.fill_between(at, chances, color=color, alpha=0.2, linewidth=0)
    for start, letter in zip(starts, SHOWN, strict=True):
        axes.axvline(start, color=COLORS[letter], linewidth=1, linestyle=":")
        axes.annotate(
            "abc"[letter], (start, 1.04), (3, 0), textcoords="offset points", color=COLORS[letter], fontsize=10
        )
    axes.set(ylim=(0, 1.14), yticks=[0, 0.5, 1], xlim=(-0.5, len(outputs) - 0.5))
    axes.set_xlabel("frame", color=INK)
    axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, ncols=4, loc="lower center", bbox_to_anchor=(0.5, 1.0))
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [spikes]
