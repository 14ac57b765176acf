"""Numeric cards on greedy choices: the fewest probes, and the best order of jobs."""

import random

from sharpen.domain.card import Numeric


def probes(intervals: list[tuple[int, int]]) -> list[int]:
    """Where the fewest probes go such that each interval contains one: at ends, the earliest first."""
    placed: list[int] = []
    for start, end in sorted(intervals, key=lambda interval: interval[1]):
        if not placed or start > placed[-1]:
            placed.append(end)
    return placed


def draw_intervals(rng: random.Random) -> tuple[list[tuple[int, int]]]:
    starts = [rng.randint(0, 24) for _ in range(rng.randint(5, 7))]
    return ([(start, start + rng.randint(1, 9)) for start in starts],)


def fewest_probes(rng: random.Random) -> Numeric:
    (intervals,) = draw_intervals(rng)
    placed = probes(intervals)
    shown = ", ".join(f"[{start}, {end}]" for start, end in intervals)
    return Numeric(
        f"Services are up during the hours {shown}, both ends included. A probe at some hour sees all that are up "
        "then. What is the smallest number of probes such that each service is seen?",
        len(placed),
        f"Sort by end, and place a probe at an end whenever the last one was before the start: at {placed}. Intervals "
        "that each forced a new probe do not meet, so fewer can't do.",
    )


def sum_of_finishes(lengths: list[int]) -> int:
    """The smallest sum of finishing times of jobs that run one after another."""
    return sum(length * (len(lengths) - place) for place, length in enumerate(sorted(lengths)))


def draw_lengths(rng: random.Random) -> tuple[list[int]]:
    return ([rng.randint(1, 12) for _ in range(rng.randint(4, 5))],)


def smallest_sum_of_finishes(rng: random.Random) -> Numeric:
    (lengths,) = draw_lengths(rng)
    answer = sum_of_finishes(lengths)
    terms = " + ".join(f"{len(lengths) - place} · {length}" for place, length in enumerate(sorted(lengths)))
    return Numeric(
        f"Jobs of {', '.join(map(str, lengths))} minutes run one after another on one GPU, from minute 0 on, in an "
        "order that you choose. What is the smallest possible *sum* of the minutes at which they finish?",
        answer,
        f"The shortest first: each job's length counts for itself and for all that wait behind it. {terms} = {answer}.",
    )


CARDS = [fewest_probes, smallest_sum_of_finishes]
