"""Pictures of the lesson on ELMo and BERT."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
LAYERS, WIDTH, MOST = 12, 768, 512
TEXTS, BATCH, WAITING = 16_384, 32, 512


def operations(length: Any) -> Any:
    """Of BERT base for a text of so many tokens, in billions. A multiplication and its addition are two."""
    return LAYERS * (24 * length * WIDTH**2 + 4 * length**2 * WIDTH) / 1e9


def lengths() -> Any:
    """Of texts: half have more than 40 tokens, few have hundreds, and what is beyond 512 is cut off."""
    import numpy as np

    return np.minimum(np.exp(np.random.default_rng(0).normal(np.log(40), 0.8, TEXTS)).round() + 2, MOST)


def longest(ordered: Any) -> Any:
    """How long each text is once it is filled up to the longest of its batch."""
    return ordered.reshape(-1, BATCH).max(axis=1).repeat(BATCH)


def measured() -> dict[str, float]:
    """Billions of operations for a text, by the way in which batches are filled up."""
    import numpy as np

    texts = lengths()
    nearby = np.sort(texts.reshape(-1, WAITING), axis=1).ravel()
    ways = {
        "all to 512": np.full(TEXTS, MOST),
        "all cut or filled to 128": np.full(TEXTS, 128),
        "to the longest of 32": longest(texts),
        "the same, 512 sorted by length": longest(nearby),
        "no padding": texts,
    }
    return {name: float(operations(filled).mean()) for name, filled in ways.items()}


def padding(figure: Figure) -> None:
    """Operations for a text by the way in which batches are filled up."""
    figure.set_size_inches(5.4, 2.7)
    axes = figure.subplots()
    found = measured()
    colors = [ORANGE, ORANGE, BLUE, BLUE, BLUE]
    axes.barh(list(found), list(found.values()), 0.62, color=colors)
    for place, value in enumerate(found.values()):
        axes.annotate(f"{value:.1f}", (value, place), (4, -3.5), textcoords="offset points", color=INK, fontsize=9)
    axes.invert_yaxis()
    axes.set_xlim(0, 1.12 * max(found.values()))
    axes.set_xticks([])
    axes.set_title("billions of operations for a text", color=INK, fontsize=10, loc="left")
    axes.tick_params(colors=INK, labelsize=9, length=0)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [padding]
