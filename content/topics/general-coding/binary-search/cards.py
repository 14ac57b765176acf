"""Numeric cards on binary search: how many questions it takes, and the smallest answer that works."""

import random

from sharpen.domain.card import Numeric


def most_questions(count: int) -> int:
    """How many of the candidates are asked about at most, until the first yes, or that there is none, is known."""
    return count.bit_length()


def draw_count(rng: random.Random) -> tuple[int]:
    return (round(2 ** rng.uniform(3, 17)),)


def questions_asked(rng: random.Random) -> Numeric:
    (count,) = draw_count(rng)
    answer = most_questions(count)
    return Numeric(
        f"A list of {count:,} sorted numbers. Binary search finds the first that is at least $x$, or that there is "
        "none. How many of the numbers does it compare with $x$ at most?",
        answer,
        f"There are {count + 1:,} possible answers, and each comparison leaves about half of them: "
        f"2^{answer} = {2**answer:,} is the first power of two that is not less.",
    )


def loads(sizes: list[int], most: int) -> int:
    """How many readers it takes when each takes shards in order until the next would be too much."""
    readers, load = 1, 0
    for size in sizes:
        if load + size > most:
            readers, load = readers + 1, 0
        load += size
    return readers


def smallest_load(sizes: list[int], readers: int) -> int:
    """The smallest largest load of so many readers, each of which takes a stretch of the shards."""
    low, high = max(sizes), sum(sizes)
    while low < high:
        middle = (low + high) // 2
        if loads(sizes, middle) <= readers:
            high = middle
        else:
            low = middle + 1
    return low


def draw_shards(rng: random.Random) -> tuple[list[int], int]:
    return [rng.randint(1, 9) for _ in range(rng.randint(5, 7))], rng.choice((2, 3))


def balanced_readers(rng: random.Random) -> Numeric:
    sizes, readers = draw_shards(rng)
    answer = smallest_load(sizes, readers)
    return Numeric(
        f"Shards of {', '.join(map(str, sizes))} GB are read in this order by {readers} readers, each of which takes a "
        "contiguous stretch. What is the smallest possible load, in GB, of the reader with the most?",
        answer,
        f"With at most {answer} GB each, filling up in order needs {loads(sizes, answer)} readers; with {answer - 1} "
        + (f"it needs {loads(sizes, answer - 1)}." if answer > max(sizes) else "the largest shard does not fit."),
    )


CARDS = [questions_asked, balanced_readers]
