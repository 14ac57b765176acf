"""Mistakes in autocomplete, search, ranking, PageRank and clicks."""

import math
from fractions import Fraction
from statistics import mean

from tests.content.mistakes import Mistake

LOOKED_AT = (0.9, 0.7, 0.5)


def by_probability(queries: list[tuple[int, int]]) -> float:
    ordered = sorted(queries, reverse=True)
    return sum(seen * percent * left / 100 for seen, (percent, left) in zip(LOOKED_AT, ordered, strict=True))


def by_hand(documents: int, having: int, count: int, length: Fraction | int, b: float = 0.75) -> float:
    rarity = math.log(1 + (documents - having + 0.5) / (having + 0.5))
    return rarity * count / (count + 1.2 * (1 - b + b * float(length)))


def swapped(grades: list[int], first: int, second: int) -> float:
    """What DCG changes by."""
    gain = 2 ** grades[first - 1] - 2 ** grades[second - 1]
    return abs(gain) * (1 / math.log2(first + 1) - 1 / math.log2(second + 1))


def swapped_grades(grades: list[int], first: int, second: int) -> float:
    discounts = [1 / math.log2(rank + 1) for rank in range(1, 5)]
    ideal = sum(map(math.prod, zip(sorted(grades, reverse=True), discounts, strict=True)))
    return abs(grades[first - 1] - grades[second - 1]) * (discounts[first - 1] - discounts[second - 1]) / ideal


def as_deep_as_its_rank(top: int, lower: int, rank: int, *_: int) -> bool:
    return abs(rank * lower / top - 1) < 0.03


def rounds(hundredths: int, digits: int) -> int:
    return math.ceil((math.log(2) + digits * math.log(10)) / -math.log(hundredths / 100))


def is_a_half(_: int, hundredths: int) -> bool:
    return hundredths == 50


def is_small(pages: int, income: int, hundredths: int) -> bool:
    """What the income brings beyond itself is within the tolerance."""
    return income / (1 - (hundredths / 100) ** 2) - income < 0.012 * pages * hundredths / (100 + hundredths)


def worth(ad: tuple[Fraction, Fraction]) -> Fraction:
    return ad[0] * ad[1]


def second_bid(ads: list[tuple[Fraction, Fraction]]) -> Fraction:
    """The bid of the ad that is worth the second most."""
    return sorted(ads, key=worth)[-2][0]


MISTAKES = (
    Mistake("autocomplete/overtaking", "in proportion", lambda half_life, old, new: half_life * old / new),
    Mistake("autocomplete/overtaking", "natural logarithm", lambda h, old, new: h * math.log(new / (new - old))),
    Mistake("autocomplete/overtaking", "as if it came beside", lambda h, old, new: h * math.log2((new + old) / new)),
    Mistake("autocomplete/letters-spared", "by probability", by_probability),
    Mistake("autocomplete/one-slip-away", "doubles are counted", lambda n, size: size * n + n + size * (n + 1)),
    Mistake("autocomplete/one-slip-away", "an insertion is counted twice", lambda n, size: size * n + size * (n + 1)),
    Mistake("search/bm25", "length ignored", lambda *drawn: by_hand(*drawn[:3], 1), lambda *drawn: drawn[3] == 1),
    Mistake("search/bm25", "b and 1 - b exchanged", lambda *drawn: by_hand(*drawn, 0.25), lambda *drawn: drawn[3] == 1),
    Mistake("search/bm25", "times k + 1", lambda *drawn: 2.2 * by_hand(*drawn)),
    Mistake("search/reciprocal-rank", "no cut", lambda ranks, _: sum(1 / rank for rank in ranks) / 5),
    Mistake("search/reciprocal-rank", "only those found", lambda ranks, cut: mean([1 / r for r in ranks if r <= cut])),
    Mistake("search/both-lists", "as good as a tie", lambda constant, single: constant + 2 * single),
    Mistake("search/both-lists", "twice the rank", lambda _, single: 2 * single),
    Mistake("ranking/worth-of-a-swap", "grades for gains", swapped_grades),
    Mistake("ranking/worth-of-a-swap", "not over the ideal", lambda *drawn: swapped(*drawn)),
    Mistake("ranking/pull", "the right order's chance", lambda i, j, swap: swap / (1 + math.exp(j - i))),
    Mistake("ranking/pull", "not times the swap", lambda i, j, _: 1 / (1 + math.exp(i - j))),
    Mistake("ranking/pull", "the loss", lambda i, j, swap: swap * math.log1p(math.exp(j - i))),
    Mistake("ranking/rate-in-first-place", "as it is", lambda *drawn: drawn[3] / drawn[4]),
    Mistake("ranking/rate-in-first-place", "the rate that was seen there", lambda *d: d[3] / d[4] * 1000 / d[1]),
    Mistake("ranking/rate-in-first-place", "times the rank", lambda *d: d[3] / d[4] * d[2], as_deep_as_its_rank),
    Mistake("pagerank/hub", "no jumps", lambda *_: 0.5),
    Mistake("pagerank/hub", "jumps of 1 - d", lambda _, hundredths: 100 / (100 + hundredths)),
    Mistake("pagerank/hub", "d and 1 - d exchanged", lambda m, d: (d / (m + 1) + 100 - d) / (200 - d), is_a_half),
    Mistake(
        "pagerank/rounds",
        "starts at 1",
        lambda d, digits: math.ceil(digits * math.log(10) / -math.log(d / 100)),
        lambda d, digits: math.ceil(digits * math.log(10) / -math.log(d / 100)) == rounds(d, digits),
    ),
    Mistake("pagerank/rounds", "rounded down", lambda d, digits: rounds(d, digits) - 1),
    Mistake("pagerank/own-pages", "one step", lambda m, x, d: x + d / 100 * (1 - d / 100) * m),
    Mistake("pagerank/own-pages", "income not returned", lambda m, x, d: x + d / 100 / (1 + d / 100) * m, is_small),
    Mistake("ctr-prediction/corrected", "times the share", lambda kept, score: kept * score),
    Mistake("ctr-prediction/corrected", "as it is", lambda _, score: score),
    Mistake("ctr-prediction/corrected", "upside down", lambda kept, score: score / (score + (1 - score) * kept)),
    Mistake("ctr-prediction/price-of-a-click", "the second bid", second_bid),
    Mistake("ctr-prediction/price-of-a-click", "its own bid", lambda ads: max(ads, key=worth)[0]),
    Mistake("ctr-prediction/price-of-a-click", "the second's value", lambda ads: sorted(map(worth, ads))[-2]),
    Mistake("ctr-prediction/few-views", "its own views alone", lambda clicks, views, *_: 100 * clicks / views),
    Mistake("ctr-prediction/few-views", "the category alone", lambda _, __, mean, ___: 100 * mean),
    Mistake("ctr-prediction/few-views", "halfway", lambda clicks, views, mean, _: 50 * (clicks / views + mean)),
)
