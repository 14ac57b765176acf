"""Numeric cards on partitioning: parts touched by friends, a node of a stream, blocks of a grid."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_friends(rng: random.Random) -> tuple[int, int]:
    """Parts, and friends of a person."""
    return rng.choice([10, 12, 16, 20]), rng.randrange(6, 40)


def parts_touched(rng: random.Random) -> Numeric:
    parts, friends = draw_friends(rng)
    answer = parts * (1 - (1 - 1 / parts) ** friends)
    return Numeric(
        f"People are hashed onto {parts} parts. A page reads the data of {friends} friends. **In how many different "
        "parts** do they lie on average? (Within 0.05.)",
        answer,
        f"A part has none of them with chance $(1 - 1/{parts})^{{{friends}}} = {(1 - 1 / parts) ** friends:.4f}$. So "
        f"${parts} \\cdot (1 - {(1 - 1 / parts) ** friends:.4f}) = {answer:.3f}$.",
        0.05,
    )


def draw_stream(rng: random.Random) -> tuple[list[int], list[int], int]:
    """Neighbors and nodes of three parts, and the room of each; the best score is not shared."""
    room = rng.choice([40, 50, 80, 100])
    while True:
        neighbors = [rng.randint(1, 9) for _ in range(3)]
        sizes = [room * rng.randint(2, 9) // 10 for _ in range(3)]
        scores = sorted(near * (room - size) for near, size in zip(neighbors, sizes, strict=True))
        most = neighbors.index(max(neighbors))
        if scores[-1] > scores[-2] > 0 and neighbors[most] * (room - sizes[most]) < scores[-1]:
            return neighbors, sizes, room


def score_of_a_stream(rng: random.Random) -> Numeric:
    neighbors, sizes, room = draw_stream(rng)
    scores = [near * Fraction(room - size, room) for near, size in zip(neighbors, sizes, strict=True)]
    answer = max(scores)
    return Numeric(
        f"A streaming pass places a node. Parts A, B and C hold {sizes[0]}, {sizes[1]} and {sizes[2]} nodes, each has "
        f"room for {room}, and {neighbors[0]}, {neighbors[1]} and {neighbors[2]} of the node's neighbors are there. "
        "The score is $|N(v) \\cap P_i|\\,(1 - |P_i|/C)$. What is the score of the **part that it goes to**? (Exact, "
        "or within 0.01.)",
        answer,
        f"A: {float(scores[0]):g}, B: {float(scores[1]):g}, C: {float(scores[2]):g}. It goes to "
        f"{'ABC'[scores.index(answer)]}, though another part has more of its neighbors.",
        0.01,
    )


def draw_grid(rng: random.Random) -> tuple[int, int]:
    """Nodes along a side of a grid, and blocks along it."""
    blocks = rng.choice([2, 3, 4])
    return blocks * rng.randint(3, 15), blocks


def cut_of_blocks(rng: random.Random) -> Numeric:
    side, blocks = draw_grid(rng)
    answer = Fraction(blocks - 1, side - 1)
    parts = blocks * blocks
    return Numeric(
        f"A grid of {side} by {side} nodes, each linked to those beside, above and below it, is divided into {parts} "
        f"square blocks of equal size. **What share of the edges** is cut? (Exact, or within 1% of it.)",
        answer,
        f"{2 * side * (side - 1):,} edges; {blocks - 1} lines in each direction cut {side} edges each: "
        f"${2 * side * (blocks - 1)} / {2 * side * (side - 1)} = {float(answer):.4f}$. Hashing would cut "
        f"{(parts - 1) / parts:.0%}.",
        float(answer) / 100,
    )


CARDS = [parts_touched, score_of_a_stream, cut_of_blocks]
