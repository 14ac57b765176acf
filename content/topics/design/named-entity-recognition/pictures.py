"""Pictures of the lesson on named entity recognition."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE, GREEN = "#4477aa", "#dd7733", "#229966"
TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG")
BEGIN, GOES_ON = (0.08, 0.06), (0.6, 0.5)
"""How likely a person and a company begin after any word, and how likely each goes on after one of its words."""
SENTENCES, LENGTH = 1_500, 24
NOISE = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


def moves() -> Any:
    """The chance of each tag after each other one. The first tag of a sentence comes as after O."""
    import numpy as np

    chances = np.zeros((5, 5))
    for before in range(5):
        goes_on = 0.0
        if before:
            kind = (before - 1) // 2
            goes_on = GOES_ON[kind]
            chances[before, 2 * kind + 2] = goes_on
        begins = (1 - goes_on) * np.array(BEGIN)
        chances[before, [1, 3]] = begins
        chances[before, 0] = 1 - goes_on - begins.sum()
    return chances


def sentences(seed: int) -> Any:
    """Tags of made-up sentences, a row for each."""
    import numpy as np

    rng, sums = np.random.default_rng(seed), moves().cumsum(axis=1)
    tags = np.zeros((SENTENCES, LENGTH + 1), int)
    for place in range(LENGTH):
        drawn = rng.random((SENTENCES, 1))
        tags[:, place + 1] = (drawn > sums[tags[:, place]]).sum(axis=1).clip(0, 4)
    return tags[:, 1:]


def scores(tags: Any, noise: float, seed: int) -> Any:
    """What a tagger sees of each word alone: the logarithm of each tag's density, a distance with noise."""
    import numpy as np

    rng = np.random.default_rng(seed)
    seen = np.eye(5)[tags] + noise * rng.standard_normal((*tags.shape, 5))
    return seen / noise**2  # the log density of `seen` for each tag, less what all tags have in common


def each_word_alone(seen: Any) -> Any:
    """The likeliest tag of each word, by its score and by how frequent the tag is."""
    import numpy as np

    values, vectors = np.linalg.eig(moves().T)
    lasting = np.real(vectors[:, np.argmax(np.real(values))])
    return (seen + np.log(lasting / lasting.sum())).argmax(axis=2)


def best_sequence(seen: Any) -> Any:
    """The likeliest sequence of tags, by Viterbi's algorithm, for all sentences at once."""
    import numpy as np

    steps = np.log(np.maximum(moves(), 1e-12))
    best, back = seen[:, 0] + steps[0], []
    for place in range(1, seen.shape[1]):
        ways = best[:, :, None] + steps
        back.append(ways.argmax(axis=1))
        best = ways.max(axis=1) + seen[:, place]
    path = [best.argmax(axis=1)]
    for came_from in reversed(back):
        path.append(came_from[np.arange(len(seen)), path[-1]])
    return np.stack(path[::-1], axis=1)


def entities(tags: Any) -> set[tuple[int, int, int, int]]:
    """Sentence, first word, end and kind of each. An inside tag that fits nothing before it begins an entity."""
    found = set()
    for row, line in enumerate(tags.tolist()):
        start, kind = -1, -1
        for place, tag in enumerate([*line, 0]):
            now = (tag - 1) // 2
            inside = tag in (2, 4) and kind == now
            if kind >= 0 and not inside:
                found.add((row, start, place, kind))
                kind = -1
            if tag and not inside:
                start, kind = place, now
    return found


def f_score(said: Any, truth: Any) -> float:
    """Of whole entities: words and kind must be right."""
    found, real = entities(said), entities(truth)
    return 2 * len(found & real) / (len(found) + len(real))


def results() -> list[tuple[float, float, float]]:
    """For each noise: words right if each is tagged alone, and the F-score of entities, alone and as a sequence."""
    truth, rows = sentences(1), []
    for noise in NOISE:
        seen = scores(truth, noise, 2)
        alone = each_word_alone(seen)
        rows.append((float((alone == truth).mean()), f_score(alone, truth), f_score(best_sequence(seen), truth)))
    return rows


def whole_entities(figure: Figure) -> None:
    """Words right and entities right, as the tagger sees less and less."""
    figure.set_size_inches(5.4, 3.1)
    axes = figure.subplots()
    names = ("words right, each alone", "entities (F1), each word alone", "entities (F1), best sequence")
    for name, values, color in zip(names, zip(*results(), strict=True), (BLUE, ORANGE, GREEN), strict=True):
        axes.plot(NOISE, values, "o-", color=color, markersize=4, linewidth=1.7, label=name)
    axes.set(ylim=(0, 1.02), xticks=NOISE)
    axes.set_xlabel("noise in what is seen of a word", color=INK)
    axes.legend(frameon=False, labelcolor=INK, fontsize=9, loc="lower left", bbox_to_anchor=(-0.02, -0.02))
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [whole_entities]
