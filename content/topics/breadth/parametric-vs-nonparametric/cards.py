"""Cards of parametric and nonparametric models: how many numbers, and how near a neighbor is."""

import random

from sharpen.domain.card import Numeric


def draw_share(rng: random.Random) -> tuple[int, int]:
    """The share of the rows in percent, and the dimension."""
    return rng.choice([1, 2, 5, 10, 20]), rng.choice([2, 3, 4, 5, 8, 10, 20, 50])


def edge_of_cube(rng: random.Random) -> Numeric:
    percent, dimension = draw_share(rng)
    answer = (percent / 100) ** (1 / dimension)
    return Numeric(
        f"Rows are spread evenly in the unit cube of {dimension} dimensions. A smaller cube inside it is to "
        f"hold {percent}% of them on average. How long is its **edge** $a$? Give it within 0.005.",
        answer,
        f"Its volume is the share: $a^{{{dimension}}} = {percent / 100:g}$, so $a = "
        f"{percent / 100:g}^{{1/{dimension}}} = "
        f"{answer:.4f}$.",
        0.005,
    )


def draw_gaussians(rng: random.Random) -> tuple[int, int]:
    """Dimensions and classes."""
    return rng.randint(3, 15), rng.randint(2, 5)


def gaussian_parameters(rng: random.Random) -> Numeric:
    dimension, classes = draw_gaussians(rng)
    answer = classes * dimension * (dimension + 3) // 2
    return Numeric(
        f"Each of {classes} classes is modeled by its own Gaussian with full covariance in {dimension} dimensions. How "
        "many **free parameters** do means and covariances have (class shares not counted)?",
        answer,
        f"Each has ${dimension}$ means and ${dimension} \\cdot {dimension + 1} / 2 = "
        f"{dimension * (dimension + 1) // 2}$ "
        f"covariances, since the matrix is symmetric. Times {classes}: ${answer}$, however many rows there are.",
    )


CARDS = [edge_of_cube, gaussian_parameters]
