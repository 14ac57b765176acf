"""Numeric cards on intervals: how much is covered, and how many hold at once."""

import random

from sharpen.domain.card import Numeric

Pair = tuple[int, int]


def draw_intervals(rng: random.Random) -> list[Pair]:
    starts = [rng.randint(0, 25) for _ in range(rng.randint(5, 7))]
    return [(start, start + rng.randint(2, 9)) for start in starts]


def united(intervals: list[Pair]) -> list[Pair]:
    """The separate intervals of a union, in order."""
    result: list[Pair] = []
    for start, stop in sorted(intervals):
        if result and start <= result[-1][1]:
            result[-1] = result[-1][0], max(result[-1][1], stop)
        else:
            result.append((start, stop))
    return result


def written(intervals: list[Pair]) -> str:
    return ", ".join(f"{start} to {stop}" for start, stop in intervals)


def covered(rng: random.Random) -> Numeric:
    intervals = draw_intervals(rng)
    pieces = united(intervals)
    answer = sum(stop - start for start, stop in pieces)
    sums = " + ".join(str(stop - start) for start, stop in pieces)
    return Numeric(
        f"Jobs ran on a machine from second {written(intervals)}. For how many seconds did at least one run?",
        answer,
        f"Sorted by start and merged they are {written(pieces)}, which makes {sums} = {answer} seconds."
        if len(pieces) > 1
        else f"Sorted by start and merged they are one piece, {written(pieces)}: {answer} seconds.",
    )


def most_at_once(intervals: list[Pair]) -> tuple[int, int]:
    """The largest number of half-open intervals that hold at once, and the first moment at which so many do."""
    best = running = moment = 0
    for time, change in sorted([(start, 1) for start, _ in intervals] + [(stop, -1) for _, stop in intervals]):
        running += change
        if running > best:
            best, moment = running, time
    return best, moment


def at_once(rng: random.Random) -> Numeric:
    intervals = draw_intervals(rng)
    answer, moment = most_at_once(intervals)
    return Numeric(
        f"Jobs hold a GPU each from second {written(intervals)}, the last second not included. How many GPUs are "
        "needed?",
        answer,
        f"Count +1 at each start and -1 at each stop, stops first where both come at the same time. The sum is largest "
        f"at second {moment}, where {answer} jobs hold one.",
    )


CARDS = [covered, at_once]
