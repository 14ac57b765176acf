"""Cards of latent semantic analysis: what truncation keeps and costs, and folding in a query."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def energy_kept(values: list[int], k: int) -> Fraction:
    """The share of the squared Frobenius norm that the k largest singular values hold."""
    return Fraction(sum(s * s for s in values[:k]), sum(s * s for s in values))


def draw_values(rng: random.Random) -> tuple[list[int], int]:
    return sorted(rng.sample(range(1, 11), 5), reverse=True), rng.randint(1, 3)


def squares(values: list[int]) -> str:
    return " + ".join(f"{s}^2" for s in values)


def energy(rng: random.Random) -> Numeric:
    values, k = draw_values(rng)
    answer = energy_kept(values, k)
    kept, total = sum(s * s for s in values[:k]), sum(s * s for s in values)
    return Numeric(
        f"A term-document matrix has the singular values ${', '.join(map(str, values))}$. Which share of its squared "
        f"Frobenius norm (the sum of its squared entries) does the best approximation of rank ${k}$ keep? (As a "
        "fraction, or as a decimal to within 0.001.)",
        answer,
        "The squared Frobenius norm is the sum of the squared singular values. "
        f"$\\frac{{{squares(values[:k])}}}{{{squares(values)}}} = \\frac{{{kept}}}{{{total}}} \\approx "
        f"{float(answer):.4f}$.",
        0.001,
    )


def squared_error(values: list[int], k: int) -> int:
    """The squared Frobenius distance to the best approximation of rank k."""
    return sum(s * s for s in values[k:])


def truncation_error(rng: random.Random) -> Numeric:
    values, k = draw_values(rng)
    answer = squared_error(values, k)
    return Numeric(
        f"A matrix $A$ has the singular values ${', '.join(map(str, values))}$. How small can "
        f"$\\lVert A - B \\rVert_F^2$ be for a matrix $B$ of rank ${k}$?",
        answer,
        "By the Eckart-Young theorem the truncated SVD is closest, and the squared error is the sum of the squared "
        f"singular values left out: ${squares(values[k:])} = {answer}$.",
    )


def stored_numbers(terms: int, documents: int, k: int) -> int:
    """How many numbers the truncated SVD has."""
    return k * (terms + documents + 1)


def draw_storage(rng: random.Random) -> tuple[int, int, int]:
    return rng.choice([5, 10, 20, 40]) * 1000, rng.choice([2, 8, 15, 30, 100]) * 1000, rng.choice([50, 100, 200, 300])


def storage(rng: random.Random) -> Numeric:
    terms, documents, k = draw_storage(rng)
    answer = stored_numbers(terms, documents, k)
    return Numeric(
        f"LSA of {terms:,} terms by {documents:,} documents keeps $k = {k}$ dimensions: $U_k$, the $k$ singular values "
        "and $V_k$. How many numbers are stored?",
        answer,
        f"$U_k$ has ${terms} \\cdot {k}$, $V_k$ has ${documents} \\cdot {k}$, and there are ${k}$ singular values: "
        f"${k} \\cdot ({terms} + {documents} + 1) = {answer}$. They are dense: a sparse matrix may well be smaller.",
    )


WORDS = ("engine", "road", "petal", "garden")


def folded_in(loadings: list[Fraction], sigma: int, counts: list[int]) -> Fraction:
    """A query's coordinate on one axis."""
    return sum((u * c for u, c in zip(loadings, counts, strict=True)), Fraction(0)) / sigma


def draw_fold(rng: random.Random) -> tuple[list[Fraction], int, list[int]]:
    loadings = [Fraction(rng.randint(10, 45), 100) for _ in WORDS[:2]] + [Fraction(-rng.randint(5, 40), 100)]
    return loadings, rng.choice([2, 4, 5]), [rng.randint(1, 3), rng.randint(1, 3), rng.randint(0, 1)]


def fold_in(rng: random.Random) -> Numeric:
    loadings, sigma, counts = draw_fold(rng)
    answer = folded_in(loadings, sigma, counts)
    table = "\n".join(f"| {w} | {float(u):g} | {c} |" for w, u, c in zip(WORDS, loadings, counts, strict=False))
    total = " + ".join(f"({float(u):g}) \\cdot {c}" for u, c in zip(loadings, counts, strict=True))
    return Numeric(
        f"An LSA has $\\sigma_1 = {sigma}$. The table shows some terms' entries in the first column $u_1$ of $U$, and "
        "a query's weights; the query has no other terms. What is its first coordinate after folding in, "
        "$\\hat q = \\Sigma_k^{-1} U_k^\\top q$? (To within 0.001.)\n\n"
        f"| Term | $u_1$ | Query |\n| --- | --- | --- |\n{table}",
        answer,
        f"$\\hat q_1 = \\frac{{u_1^\\top q}}{{\\sigma_1}} = \\frac{{{total}}}{{{sigma}}} = {float(answer):g}$"
        ". The other axes do not matter for "
        "this coordinate.",
        0.001,
    )


CARDS = [energy, truncation_error, storage, fold_in]
