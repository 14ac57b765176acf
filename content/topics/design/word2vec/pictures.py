"""Pictures of the lesson on word2vec."""

from functools import cache
from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
ROLES, SUBJECTS, ALIKE = 5, 5, 5
"""Roles in a sentence, subjects of a text, and words of each role and subject."""
TEXTS, LENGTH = 3_000, 40
FOLLOWS, ON_SUBJECT = 0.7, 0.4
"""How often the next word has the role that follows, and how often a word is of the text's subject."""
WINDOWS = (1, 2, 3, 4, 6, 8, 10, 15)
WIDTH, NEGATIVES, STEPS = 12, 5, 150


@cache
def texts() -> Any:
    """Words of made-up texts by number, a row for each."""
    import numpy as np

    rng = np.random.default_rng(0)
    size = (TEXTS, LENGTH)
    roles = np.zeros(size, int)
    roles[:, 0] = rng.integers(ROLES, size=TEXTS)
    regular, other = rng.random(size) < FOLLOWS, rng.integers(ROLES, size=size)
    for place in range(1, LENGTH):
        roles[:, place] = np.where(regular[:, place], (roles[:, place - 1] + 1) % ROLES, other[:, place])
    subject = rng.integers(SUBJECTS, size=(TEXTS, 1))
    subjects = np.where(rng.random(size) < ON_SUBJECT, subject, rng.integers(SUBJECTS, size=size))
    return (roles * SUBJECTS + subjects) * ALIKE + rng.integers(ALIKE, size=size)


def pairs(window: int) -> Any:
    """How often each word has each other one at most so many places away."""
    import numpy as np

    words, number = texts(), ROLES * SUBJECTS * ALIKE
    counts = np.zeros((number, number))
    for apart in range(1, window + 1):
        flat = words[:, :-apart] * number + words[:, apart:]
        counts += np.bincount(flat.ravel(), minlength=number**2).reshape(number, number)
    return counts + counts.T


def slopes(table: Any, counts: Any, negatives: Any) -> Any:
    """Of the loss, which is a sum over words and contexts: of pairs, by how often they occur, and of negatives."""
    import numpy as np
    from scipy.special import expit

    chance = expit(table[0] @ table[1].T)
    slope = negatives * chance - counts * (1 - chance)
    return np.stack([slope @ table[1], slope.T @ table[0]])


def vectors(counts: Any, seed: int = 1) -> Any:
    """Of words, and of words as context, by skip-gram with negative sampling: its expected loss over all pairs and
    negatives, descended by Adam."""
    import numpy as np

    rng = np.random.default_rng(seed)
    often = counts.sum(axis=1)
    noise = often**0.75 / (often**0.75).sum()
    negatives = NEGATIVES * np.outer(often, noise)
    scale = counts.sum() / len(counts)
    table = rng.normal(0, 0.1, (2, len(counts), WIDTH))
    mean, square = np.zeros_like(table), np.zeros_like(table)
    for step in range(1, STEPS + 1):
        gradient = slopes(table, counts, negatives) / scale
        mean, square = 0.9 * mean + 0.1 * gradient, 0.999 * square + 0.001 * gradient**2
        table -= 0.05 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return table


def alike(window: int) -> tuple[float, float]:
    """Of the ten nearest words by cosine, the shares with the same role and with the same subject."""
    import numpy as np

    found, _ = vectors(pairs(window))
    unit = found / np.linalg.norm(found, axis=1, keepdims=True)
    cosines = unit @ unit.T
    np.fill_diagonal(cosines, -2)
    near = np.argsort(-cosines, axis=1)[:, :10]
    role, subject = np.divmod(np.arange(len(unit)) // ALIKE, SUBJECTS)
    return float((role[near] == role[:, None]).mean()), float((subject[near] == subject[:, None]).mean())


def beside(window: int) -> tuple[float, float]:
    """Of the ten contexts that score highest with a word, the shares whose role is its own, and is the next or last."""
    import numpy as np

    words, contexts = vectors(pairs(window))
    best = np.argsort(-(words @ contexts.T), axis=1)[:, :10]
    role = np.arange(len(words)) // ALIKE // SUBJECTS
    apart = (role[best] - role[:, None]) % ROLES
    return float((apart == 0).mean()), float(np.isin(apart, (1, ROLES - 1)).mean())


def windows(figure: Figure) -> None:
    """What the nearest words have in common, by the window."""
    figure.set_size_inches(5.4, 3.0)
    axes = figure.subplots()
    names = ("same role in the sentence", "same subject")
    for name, values, color in zip(names, zip(*map(alike, WINDOWS), strict=True), (BLUE, ORANGE), strict=True):
        axes.plot(WINDOWS, values, "o-", color=color, markersize=4, linewidth=1.7, label=name)
    axes.set(ylim=(0, 1.02), xticks=WINDOWS)
    axes.set_xlabel("window, in words on each side", color=INK)
    axes.set_title("of the ten nearest words", color=INK, fontsize=10, loc="left")
    axes.legend(frameon=False, labelcolor=INK, fontsize=9, loc="center right")
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [windows]
