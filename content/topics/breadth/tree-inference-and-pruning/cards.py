"""Cards of using and pruning a tree."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def weakest_link(as_leaf: int, in_branch: int, leaves: int, rows: int) -> Fraction:
    """The price of a leaf at which the branch and the leaf that replaces it cost the same."""
    return Fraction(as_leaf - in_branch, rows * (leaves - 1))


def draw_branch(rng: random.Random) -> tuple[int, int, int, int]:
    """Rows wrong as a leaf, rows wrong in the branch, leaves of the branch, training rows of the whole tree."""
    in_branch, leaves = rng.randint(2, 9), rng.randint(3, 5)
    return in_branch + rng.randint(6, 20), in_branch, leaves, rng.choice([100, 120, 150, 200])


def price_of_a_leaf(rng: random.Random) -> Numeric:
    as_leaf, in_branch, leaves, rows = draw_branch(rng)
    answer = weakest_link(as_leaf, in_branch, leaves, rows)
    return Numeric(
        f"A tree was trained on {rows} rows; $R$ is the share of these {rows} that is wrong. A node's branch has "
        f"{leaves} leaves and gets {in_branch} rows wrong; as a single leaf, it would get {as_leaf} wrong. At which "
        "$\\alpha$, in $R_\\alpha(T) = R(T) + \\alpha |T|$ with $|T|$ the number of leaves, do both cost the same? "
        "Give it within 0.0001 (a fraction is welcome).",
        answer,
        f"Cutting raises $R$ by $({as_leaf} - {in_branch})/{rows} = {(as_leaf - in_branch) / rows:.4g}$ and "
        f"saves ${leaves} - 1 = {leaves - 1}$ leaves. So $\\alpha = {as_leaf - in_branch} / ({rows} \\cdot "
        f"{leaves - 1}) = {float(answer):.5f}$. Above it, the branch is cut.",
        0.0001,
    )


def draw_sequence(rng: random.Random) -> tuple[list[tuple[int, int]], int]:
    """Subtrees as (leaves, rows wrong), the largest first, and the price of a leaf in rows; one subtree is the best."""
    sizes = sorted(rng.sample(range(2, 13), 3), reverse=True)
    prices = sorted(rng.sample(range(1, 10), 3))
    trees = [(sizes[0], rng.randint(0, 6))]
    for size, price in zip([*sizes[1:], 1], prices, strict=True):
        trees.append((size, trees[-1][1] + price * (trees[-1][0] - size)))
    return trees, rng.choice([price for price in range(1, 10) if price not in prices])


def leaves_kept(trees: list[tuple[int, int]], price: int) -> int:
    """The leaves of the cheapest subtree."""
    return min(trees, key=lambda tree: tree[1] + price * tree[0])[0]


def best_subtree(rng: random.Random) -> Numeric:
    trees, price = draw_sequence(rng)
    answer = leaves_kept(trees, price)
    table = "\n".join(f"| {leaves} | {wrong} |" for leaves, wrong in trees)
    costs = "; ".join(
        f"{leaves}: ${wrong} + {price} \\cdot {leaves} = {wrong + price * leaves}$" for leaves, wrong in trees
    )
    return Numeric(
        "Weakest-link pruning gave these subtrees:\n\n| Leaves | Training rows wrong |\n| --- | --- |\n"
        f"{table}\n\nEach leaf costs as much as {price} wrong row{'s' if price > 1 else ''}. How many **leaves** does "
        "the cheapest subtree have?",
        answer,
        f"Cost of each, by leaves: {costs}. The cheapest has ${answer}$.",
    )


def draw_leaves(rng: random.Random) -> list[tuple[int, int]]:
    """A full binary tree's leaves as (depth, rows); the plain mean of the depths is another number."""
    while True:
        depths = [1, 1]
        for _ in range(rng.randint(3, 4)):
            depth = depths.pop(rng.randrange(len(depths)))
            depths += [depth + 1, depth + 1]
        leaves = [(depth, 10 * rng.randint(1, 12)) for depth in sorted(depths)]
        if abs(mean_depth(leaves) - Fraction(sum(depths), len(depths))) > Fraction(3, 100):
            return leaves


def mean_depth(leaves: list[tuple[int, int]]) -> Fraction:
    return Fraction(sum(depth * rows for depth, rows in leaves), sum(rows for _, rows in leaves))


def questions_asked(rng: random.Random) -> Numeric:
    leaves = draw_leaves(rng)
    rows, answer = sum(size for _, size in leaves), mean_depth(leaves)
    table = "\n".join(f"| {depth} | {size} |" for depth, size in leaves)
    terms = " + ".join(f"{size} \\cdot {depth}" for depth, size in leaves)
    return Numeric(
        f"A binary tree's leaves, and how many of {rows} rows each receives (the root has depth 0):\n\n"
        f"| Depth of the leaf | Rows |\n| --- | --- |\n{table}\n\nHow many questions does a row answer **on average**? "
        "Give it within 0.01.",
        answer,
        f"A leaf of depth $d$ is reached after $d$ questions: $({terms}) / {rows} = {show_number(float(answer))}$.",
        0.01,
    )


CARDS = [price_of_a_leaf, best_subtree, questions_asked]
