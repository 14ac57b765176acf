"""Pictures of the lesson on tagging words with hidden Markov models."""

from typing import Any, NamedTuple

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
TAGS, SUFFIXES, WORDS, LENGTH = 10, 24, 6000, 12
SIZES = (30, 100, 300, 1000, 3000)
TESTED = 500


class Text(NamedTuple):
    """Sentences of equal length: the tags and the words, as numbers."""

    tags: Any
    words: Any


def language(seed: int = 0) -> tuple[Text, Text, Any]:
    """A text to train on, one to test on, and the suffix of each word.

    Words are Zipf-distributed within the tags. Each has a main tag, which drew its suffix; three in ten have another.
    """
    import numpy as np

    rng = np.random.default_rng(seed)
    moves, start = rng.dirichlet(np.full(TAGS, 0.3), TAGS), rng.dirichlet(np.ones(TAGS))
    endings = rng.dirichlet(np.full(SUFFIXES, 0.15), TAGS)
    main = rng.integers(TAGS, size=WORDS)
    suffixes = np.minimum((rng.random(WORDS)[:, None] > endings.cumsum(axis=1)[main]).sum(axis=1), SUFFIXES - 1)
    weights = 1 / (rng.permutation(WORDS) + 1)
    emissions = np.zeros((TAGS, WORDS))
    emissions[main, np.arange(WORDS)] = weights
    others = np.flatnonzero(rng.random(WORDS) < 0.3)
    emissions[rng.integers(TAGS, size=len(others)), others] += weights[others] * rng.uniform(0.2, 0.8, len(others))
    emissions /= emissions.sum(axis=1, keepdims=True)

    def sample(sentences: int) -> Text:
        tags = np.empty((sentences, LENGTH), dtype=int)
        tags[:, 0] = rng.choice(TAGS, sentences, p=start)
        for place in range(1, LENGTH):
            above = rng.random(sentences)[:, None] > moves.cumsum(axis=1)[tags[:, place - 1]]
            tags[:, place] = np.minimum(above.sum(axis=1), TAGS - 1)
        words = np.empty_like(tags)
        for tag in range(TAGS):
            at = tags == tag
            words[at] = rng.choice(WORDS, at.sum(), p=emissions[tag])
        return Text(tags, words)

    return sample(max(SIZES)), sample(TESTED), suffixes


def best_paths(start: Any, moves: Any, emissions: Any) -> Any:
    """By Viterbi, in logarithms, for all sentences at once."""
    import numpy as np

    best, pointers = start + emissions[:, 0], []
    for place in range(1, LENGTH):
        reached = best[:, :, None] + moves
        pointers.append(reached.argmax(axis=1))
        best = reached.max(axis=1) + emissions[:, place]
    path = [best.argmax(axis=1)]
    for pointer in reversed(pointers):
        path.append(np.take_along_axis(pointer, path[-1][:, None], axis=1)[:, 0])
    return np.stack(path[::-1], axis=1)


def tagged(train: Text, test: Text, suffixes: Any) -> tuple[Any, Any, Any, Any]:
    """Tags by the most frequent one of each word, by a model without and with suffixes, and which words were seen."""
    import numpy as np

    counts, pairs = np.zeros((TAGS, WORDS)), np.full((TAGS, TAGS), 0.1)
    np.add.at(counts, (train.tags, train.words), 1)
    np.add.at(pairs, (train.tags[:, :-1], train.tags[:, 1:]), 1)
    first = np.bincount(train.tags[:, 0], minlength=TAGS) + 0.1
    of_word, of_tag = counts.sum(axis=0), counts.sum(axis=1)
    seen = (of_word > 0)[test.words]
    baseline = np.where(seen, counts.argmax(axis=0)[test.words], of_tag.argmax())
    new = (counts[:, of_word == 1].sum(axis=1) + 0.5) / (of_tag + 1)
    rare = ((counts > 0) & (of_word <= 3)).astype(float)
    by_suffix = np.stack([np.bincount(suffixes, row, SUFFIXES) for row in rare]) + 0.1
    by_suffix /= by_suffix.sum(axis=1, keepdims=True)
    known = ((1 - new)[:, None] * counts / np.maximum(of_tag, 1)[:, None] + 1e-9).T[test.words]
    moves = np.log(pairs / pairs.sum(axis=1, keepdims=True))
    found = [
        best_paths(np.log(first / first.sum()), moves, np.log(np.where(seen[..., None], known, unknown)))
        for unknown in (np.ones(TAGS), (new[:, None] * by_suffix).T[suffixes[test.words]])
    ]
    return baseline, found[0], found[1], seen


def accuracy(figure: Figure) -> None:
    """Right tags by the size of the training text, on all words and on those that were not in it."""
    import numpy as np

    figure.set_size_inches(5.4, 2.9)
    axes_of = figure.subplots(1, 2)
    train, test, suffixes = language()
    rows = []
    for size in SIZES:
        *taggers, seen = tagged(Text(train.tags[:size], train.words[:size]), test, suffixes)
        right = [tags == test.tags for tags in taggers]
        rows.append([[one.mean() for one in right], [one[~seen].mean() for one in right]])
    shares = 100 * np.array(rows)
    names = ("most frequent tag", "HMM", "HMM, suffixes")
    for part, (axes, title) in enumerate(zip(axes_of, ("all words", "words not seen"), strict=True)):
        for tagger, (name, color) in enumerate(zip(names, (INK, ORANGE, BLUE), strict=True)):
            axes.plot(SIZES, shares[:, part, tagger], "o-", color=color, markersize=4, linewidth=1.6, label=name)
        axes.set(xscale="log", ylim=(0, 103), xticks=[30, 300, 3000])
        axes.minorticks_off()
        axes.xaxis.set_major_formatter(lambda size, _: f"{size:,g}")
        axes.set_title(f"right, %: {title}", color=INK, fontsize=9.5, loc="left")
        axes.set_xlabel("sentences in training", color=INK, fontsize=9.5)
        axes.tick_params(colors=INK, labelsize=8.5, length=0, which="both")
        axes.grid(color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    axes_of[0].legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower right")
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [accuracy]
