"""Numeric cards on searching photos: filters after the search, bytes of an index, cells of uneven size."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_owner(rng: random.Random) -> tuple[int, int, int]:
    """Photos in millions, photos of the owner, and how many of theirs are wanted."""
    return rng.choice([50, 100, 200, 400, 800]), rng.choice([1000, 2000, 4000, 8000]), rng.choice([10, 20, 40])


def depth_of_a_filter(rng: random.Random) -> Numeric:
    millions, own, wanted = draw_owner(rng)
    answer = wanted * millions * 1_000_000 // own
    return Numeric(
        f"One index holds {millions} million photos, {own:,} of them yours. It returns the nearest $k$ of all, and the "
        "filter keeps yours. Yours are spread evenly through every list of results. For **which $k$** are "
        f"{wanted} of yours in the list on average? (A whole number, exactly.)",
        answer,
        f"Your share is ${own:,} / {millions},000,000$. ${wanted} / \\text{{share}} = {answer:,}$.",
    )


def draw_index(rng: random.Random) -> tuple[int, int, int, int]:
    """Vectors in millions, numbers of each, links of each, and bytes of a code."""
    return rng.randrange(20, 500, 20), rng.choice([128, 256, 512, 768]), rng.choice([32, 48, 64]), rng.choice([32, 64])


def bytes_saved(rng: random.Random) -> Numeric:
    millions, numbers, links, code = draw_index(rng)
    graph, codes = 4 * numbers + 4 * links, code + 8
    answer = Fraction(graph * millions, codes * millions)
    return Numeric(
        f"{millions} million vectors of {numbers} numbers. Index A is a graph: 32-bit floats, and {links} links of 4 "
        f"bytes for each vector. Index B keeps a code of {code} bytes and an id of 8 bytes for each. **How many "
        "times** as much memory does A take? (Exact, or within 1% of it. Other parts are small.)",
        answer,
        f"A: $4 \\cdot {numbers} + 4 \\cdot {links} = {graph:,}$ bytes a vector, {graph * millions / 1000:,.0f} GB. B: "
        f"{codes} bytes, {codes * millions / 1000:,.1f} GB. The ratio is {float(answer):.2f}.",
        float(answer) / 100,
    )


def draw_cells(rng: random.Random) -> list[int]:
    """Thousands of photos in each of four cells; they differ."""
    return rng.sample(range(10, 100, 10), 4)


def compared_in_a_cell(rng: random.Random) -> Numeric:
    cells = draw_cells(rng)
    answer = Fraction(sum(1000 * size * size for size in cells), sum(cells))
    return Numeric(
        f"Four cells hold {', '.join(f'{size},000' for size in cells)} photos. A query probes one cell, and queries "
        "are spread like the photos: a cell's share of the queries is its share of the photos. How many photos does a "
        "query **compare on average**? (Exact, or within 0.5% of it.)",
        answer,
        f"$\\sum n_i^2 / \\sum n_i = {float(answer):,.0f}$; the mean size of a cell is only {250 * sum(cells):,}. "
        "Large cells are probed more often, so uneven cells cost more than their mean says.",
        float(answer) / 200,
    )


CARDS = [depth_of_a_filter, bytes_saved, compared_in_a_cell]
