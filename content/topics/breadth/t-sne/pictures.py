"""Pictures of t-SNE."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ["#4477aa", "#dd7733", "#339955", "#aa4488", "#bbaa33", "#55aacc", "#cc4455", "#886644", "#888888", "#7766cc"]


def digits(figure: Figure) -> None:
    """Handwritten digits on two principal components, and on a t-SNE map."""
    import numpy as np
    from sklearn.datasets import load_digits
    from sklearn.decomposition import PCA
    from sklearn.manifold import TSNE

    figure.set_size_inches(7.2, 3.4)
    images, labels = (part[:900] for part in load_digits(return_X_y=True))
    maps = {
        "PCA, two components": PCA(2, random_state=0).fit_transform(images),
        "t-SNE, perplexity 30": TSNE(2, perplexity=30, init="pca", random_state=0, max_iter=600).fit_transform(images),
    }
    for axis, (title, points) in zip(figure.subplots(1, 2), maps.items(), strict=True):
        axis.scatter(*points.T, s=7, c=np.array(COLORS)[labels], alpha=0.85, linewidths=0)
        for digit in range(10):
            middle = np.median(points[labels == digit], axis=0)
            box = {"boxstyle": "circle,pad=0.2", "facecolor": COLORS[digit], "edgecolor": "white", "linewidth": 0.8}
            axis.text(*middle, str(digit), color="white", fontsize=8, ha="center", va="center", bbox=box)
        axis.set(xticks=[], yticks=[])
        axis.set_title(title, color=INK, fontsize=10, loc="left")
        axis.spines[:].set_visible(False)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [digits]
