"""Pictures of latent semantic analysis."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
SUBJECTS = {
    BLUE: (("car", "automobile"), ("engine", "wheel", "road", "fuel")),
    ORANGE: (("flower", "blossom"), ("petal", "garden", "root", "seed")),
}
DOCUMENTS = 60


def plane(figure: Figure) -> None:
    """Left, how alike "car" is to other words before and after truncation; right, words and documents on two axes."""
    import numpy as np

    rng = np.random.default_rng(2)
    words = [word for synonyms, others in SUBJECTS.values() for word in (*synonyms, *others)]
    colors = [color for color, (synonyms, others) in SUBJECTS.items() for _ in (*synonyms, *others)]
    counts = np.zeros((len(words), 2 * DOCUMENTS))
    for place, (synonyms, others) in enumerate(SUBJECTS.values()):
        for document in range(place * DOCUMENTS, (place + 1) * DOCUMENTS):
            chosen = [rng.choice(synonyms), *rng.choice(others, 3, replace=False)]
            if rng.random() < 0.3:
                chosen.append(rng.choice(["road", "garden", "seed", "fuel"]))
            for word in chosen:
                counts[words.index(word), document] = 1
    weights = counts * np.log(2 * DOCUMENTS / counts.sum(axis=1, keepdims=True))
    left, singular, right = np.linalg.svd(weights, full_matrices=False)
    signs = np.where(left[:, :2].sum(axis=0) < 0, -1, 1) * [1, 1 if left[0, 1] > 0 else -1]
    terms, documents = left[:, :2] * singular[:2] * signs, right[:2].T * singular[:2] * signs

    figure.set_size_inches(7.2, 3.3)
    bars, axis = figure.subplots(1, 2, width_ratios=[1, 1.35])
    compared = ["automobile", "engine", "garden", "flower"]
    for shift, table, name, color in ((-0.2, weights, "as counted", INK), (0.2, terms, "on two axes", BLUE)):
        rows = table / np.linalg.norm(table, axis=1, keepdims=True)
        alike = [rows[0] @ rows[words.index(word)] for word in compared]
        bars.barh(np.arange(4) + shift, alike, 0.36, color=color, label=name)
    bars.set_yticks(range(4), compared)
    bars.invert_yaxis()
    bars.set_title('cosine with "car"', color=INK, fontsize=10, loc="left")
    bars.legend(frameon=False, labelcolor=INK, fontsize=8, loc="lower right")

    tones = np.repeat(list(SUBJECTS), DOCUMENTS)
    axis.scatter(*(2 * documents.T), s=9, c=tones, linewidths=0, alpha=0.5)
    for (x, y), color in zip(terms, colors, strict=True):
        axis.plot([0, x], [0, y], color=color, linewidth=0.8)
    for word, shift in (("car", (-16, -10)), ("automobile", (4, 0)), ("garden", (4, 0)), ("flower", (4, 2))):
        place, color = tuple(terms[words.index(word)]), colors[words.index(word)]
        axis.annotate(word, place, shift, textcoords="offset points", color=color, fontsize=9)
    axis.set_title("words (lines) and documents (dots)", color=INK, fontsize=10, loc="left")
    axis.set_xlabel("first axis", color=INK, fontsize=9)
    axis.set_ylabel("second axis", color=INK, fontsize=9)
    axis.margins(x=0.2, y=0.1)
    for panel in (bars, axis):
        panel.tick_params(colors=INK, labelsize=8, length=0)
        panel.spines[:].set_visible(False)
        panel.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [plane]
