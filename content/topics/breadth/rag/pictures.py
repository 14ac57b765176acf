"""Pictures of the lesson on RAG."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE, GREEN = "#4477aa", "#dd7733", "#228866"
PASSAGE = 60
QUESTIONS, CHUNKS, DEEPEST = 400, 2_000, 50


def whole(size: int, overlap: int) -> float:
    """The share of places at which a passage lies whole in one chunk, counted over one stride."""
    stride = size - overlap
    return sum(start + PASSAGE <= size for start in range(stride)) / stride


def found() -> dict[str, list[float]]:
    """Recall of the only right chunk by k: two searches with errors of their own, and both fused."""
    import numpy as np

    rng = np.random.default_rng(0)
    ranks = {}
    for name, lead in (("vectors", 3.5), ("words", 2.5)):
        scores = rng.normal(size=(QUESTIONS, CHUNKS))
        scores[:, 0] += lead + 1.2 * rng.normal(size=QUESTIONS)
        ranks[name] = (-scores).argsort(axis=1).argsort(axis=1) + 1
    fused = 1 / (60 + ranks["vectors"]) + 1 / (60 + ranks["words"])
    ranks["fused"] = (-fused).argsort(axis=1).argsort(axis=1) + 1
    cuts = np.arange(1, DEEPEST + 1)
    return {name: (rank[:, :1] <= cuts).mean(axis=0).tolist() for name, rank in ranks.items()}


def whole_and_fused(figure: Figure) -> None:
    """What overlap is for, and what a second search adds."""
    figure.set_size_inches(7.2, 3.0)
    left, right = figure.subplots(1, 2)
    for size, color in ((128, ORANGE), (256, BLUE), (512, GREEN)):
        left.plot([whole(size, overlap) for overlap in range(81)], color=color, label=f"chunks of {size}")
    left.set_xlabel("overlap in tokens", color=INK)
    left.set_ylabel("chance to be whole", color=INK)
    for (name, recalls), color in zip(found().items(), (BLUE, ORANGE, GREEN), strict=True):
        right.plot(range(1, DEEPEST + 1), recalls, color=color, label=name)
    right.set_xlabel("k", color=INK)
    right.set_ylabel("recall@k", color=INK)
    right.set_ylim(0, 1)
    for axes in (left, right):
        axes.tick_params(colors=INK)
        axes.spines[["top", "right"]].set_visible(False)
        axes.spines[["left", "bottom"]].set_color(INK)
        axes.legend(frameon=False, labelcolor=INK, loc="lower right")
        axes.patch.set_visible(False)
    figure.patch.set_alpha(0)
    figure.tight_layout()


PICTURES = [whole_and_fused]
