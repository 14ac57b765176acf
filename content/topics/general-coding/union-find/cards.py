"""Numeric cards on union-find: groups after some joins, and how long a way can get."""

import random

from sharpen.domain.card import Numeric


def groups_and_largest(count: int, pairs: list[tuple[int, int]]) -> tuple[int, int]:
    """How many groups some pairs leave of so many things, and the size of the largest."""
    leader, size = list(range(count)), [1] * count

    def find(thing: int) -> int:
        while leader[thing] != thing:
            thing = leader[thing]
        return thing

    for one, other in pairs:
        small, large = sorted((find(one), find(other)), key=size.__getitem__)
        if small != large:
            leader[small] = large
            size[large] += size[small]
    return sum(leader[thing] == thing for thing in range(count)), max(size)


def draw_pairs(rng: random.Random) -> tuple[int, list[tuple[int, int]]]:
    count = rng.randint(8, 12)
    return count, [tuple(rng.sample(range(count), 2)) for _ in range(rng.randint(5, 8))]


def groups_left(rng: random.Random) -> Numeric:
    count, pairs = draw_pairs(rng)
    answer, largest = groups_and_largest(count, pairs)
    shown = "; ".join(f"{one} and {other}" for one, other in pairs)
    useful = count - answer
    return Numeric(
        f"There are {count} things, numbered from 0, each in a group of its own. These pairs are joined: {shown}. "
        "How many groups are left?",
        answer,
        f"{useful} of the {len(pairs)} pairs join two different groups, and each of those leaves one group fewer: "
        f"{count} - {useful} = {answer}. The largest holds {largest}.",
    )


def longest_way(count: int) -> int:
    """The most steps to a leader among so many things, if the smaller group always joins the larger one."""
    return count.bit_length() - 1


def draw_count(rng: random.Random) -> tuple[int]:
    return (rng.choice((rng.randint(9, 70), rng.randint(71, 1500))),)


def steps_to_the_leader(rng: random.Random) -> Numeric:
    (count,) = draw_count(rng)
    answer = longest_way(count)
    return Numeric(
        f"{count} things are joined by union-find. The smaller group always joins the larger one (either, if they are "
        "equal), and ways are never shortened. How many steps can the longest way to a leader have?",
        answer,
        f"A way of k steps takes a group of at least 2^k: its length grows only when a group of at least the same size "
        f"takes its own in. 2^{answer} = {2**answer} is at most {count}, and 2^{answer + 1} is not.",
    )


CARDS = [groups_left, steps_to_the_leader]
