"""Mistakes in content integrity, live video and pipelines."""

import math
from fractions import Fraction
from statistics import NormalDist

from tests.content.mistakes import Mistake

RATES = (6, 3, 1.5, 0.5)


def seen(share: Fraction, found: Fraction, condemned: Fraction) -> float:
    """What reviewers call violating."""
    return float(found * share + condemned * (1 - share))


def held(median: int, spread: Fraction, quantile: float) -> float:
    return median * math.exp(NormalDist().inv_cdf(quantile) * float(spread))


def told(followers: int, percent: int, joins: float) -> float:
    """Seconds that all who come take, by the joins in each second."""
    return followers * percent * 10_000 / joins


def by_bytes(thousands: int, shares: list[int]) -> float:
    return thousands * sum(map(math.prod, zip(shares, RATES, strict=True))) / 800


def all_followers(followers: int, _: int, capacity: int, usual: int, stay: int) -> float:
    return told(followers, 100, capacity - 1000 * usual / stay / 60)


def fits_into_a_minute(followers: int, percent: int, capacity: int, *_: int) -> bool:
    return told(followers, percent, capacity) < 60


def mean_is_near(_: int, spread: Fraction, times: int) -> bool:
    return abs(NormalDist().inv_cdf(times / (times + 1)) - float(spread) / 2) * float(spread) < 0.03


def all_after(minutes: dict[str, int], changed: str) -> int:
    steps = list(minutes)
    return sum(minutes[step] for step in steps[steps.index(changed) :] if step != "schema")


def alone(minutes: dict[str, int], changed: str) -> int:
    return minutes[changed]


def apart(first: list[int], second: list[int], size: int = 0) -> list[float]:
    """How far shares are apart, those of the second day by their own size or by another."""
    return [abs(a / sum(first) - b / (size or sum(second))) for a, b in zip(first, second, strict=True)]


def same_by_chance(first: list[int], second: list[int]) -> bool:
    return abs(max(apart(first, second, sum(first))) / max(apart(first, second)) - 1) < 0.02


def seldom_fails(steps: int, fails: Fraction, retries: int) -> bool:
    return steps * fails ** (retries + 1) < Fraction(16, 100)


MISTAKES = (
    Mistake("content-integrity/labels-needed", "one side", lambda p, r: 1.645**2 * (1 - p) / p / r**2),
    Mistake("content-integrity/labels-needed", "absolute", lambda p, r: 3.8415 * p * (1 - p) / r**2),
    Mistake("content-integrity/labels-needed", "not squared", lambda p, r: 3.8415 * (1 - p) / p / r),
    Mistake("content-integrity/labels-needed", "to both sides together", lambda p, r: 4 * 3.8415 * (1 - p) / p / r**2),
    Mistake("content-integrity/true-share", "as it is", lambda *drawn: 100 * seen(*drawn)),
    Mistake("content-integrity/true-share", "missed ones only", lambda *drawn: 100 * seen(*drawn) / drawn[1]),
    Mistake("content-integrity/true-share", "condemned ones only", lambda *drawn: 100 * (seen(*drawn) - drawn[2])),
    Mistake("content-integrity/removal-pays", "odds", lambda cost, weight, views: cost / (weight * views)),
    Mistake(
        "content-integrity/removal-pays",
        "the other side",
        lambda cost, weight, views: weight * views / (cost + weight * views),
        lambda cost, weight, views: cost == weight * views,
    ),
    Mistake("content-integrity/removal-pays", "one view", lambda cost, weight, _: cost / (cost + weight)),
    Mistake("live-video/bandwidth", "mean of the versions", lambda thousands, _: thousands * 2.75),
    Mistake("live-video/bandwidth", "all at the source", lambda thousands, _: thousands * 6),
    Mistake("live-video/bandwidth", "bytes", by_bytes),
    Mistake("live-video/seats-to-hold", "the median", lambda median, *_: median),
    Mistake("live-video/seats-to-hold", "the mean", lambda m, s, _: m * math.exp(s * s / 2), mean_is_near),
    Mistake("live-video/seats-to-hold", "1 - 1/times", lambda m, s, k: held(m, s, 1 - 1 / k), lambda *d: d[2] > 9),
    Mistake("live-video/seats-to-hold", "linear", lambda m, s, k: m * (1 + s * NormalDist().inv_cdf(k / (k + 1)))),
    Mistake("live-video/shortest-waves", "nobody else", lambda n, percent, joins, *_: told(n, percent, joins)),
    Mistake("live-video/shortest-waves", "all followers", all_followers),
    Mistake("live-video/shortest-waves", "a minute", lambda *_: 60, fits_into_a_minute),
    Mistake("ml-pipelines/changed-step", "all of them", lambda minutes, _: sum(minutes.values())),
    Mistake("ml-pipelines/changed-step", "all that stand after it", all_after, lambda _, changed: changed[0] == "t"),
    Mistake("ml-pipelines/changed-step", "the step alone", alone, lambda _, changed: changed == "statistics"),
    Mistake("ml-pipelines/drift", "all differences", lambda a, b: sum(apart(a, b))),
    Mistake("ml-pipelines/drift", "half of all differences", lambda a, b: sum(apart(a, b)) / 2),
    Mistake("ml-pipelines/drift", "counts", lambda a, b: max(abs(x - y) for x, y in zip(a, b, strict=True))),
    Mistake("ml-pipelines/drift", "of the first day's size", lambda a, b: max(apart(a, b, sum(a))), same_by_chance),
    Mistake("ml-pipelines/whole-run", "no retries", lambda steps, fails, _: (1 - fails) ** steps),
    Mistake(
        "ml-pipelines/whole-run", "one try too many", lambda n, fails, k: (1 - fails ** (k + 2)) ** n, seldom_fails
    ),
    Mistake("ml-pipelines/whole-run", "failures added up", lambda n, fails, k: 1 - n * fails ** (k + 1), seldom_fails),
)
