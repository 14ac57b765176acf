"""Mistakes in serving and partitioning."""

import math
from fractions import Fraction

from tests.content.mistakes import Mistake

MISTAKES = (
    Mistake(
        "serving-infrastructure/queue-percentile",
        "the mean",
        lambda service, percent, _: service / (1 - percent / 100),
    ),
    Mistake(
        "serving-infrastructure/queue-percentile",
        "a percentile of the service alone",
        lambda service, _, percentile: -service * math.log(1 - percentile / 100),
    ),
    Mistake(
        "serving-infrastructure/replicas-needed",
        "no room for bursts",
        lambda rate, service, _: math.ceil(Fraction(rate * service, 1000)),
    ),
    Mistake(
        "serving-infrastructure/replicas-needed",
        "rounded down",
        lambda rate, service, percent: rate * service // (10 * percent),
        lambda rate, service, percent: rate * service % (10 * percent) == 0,
    ),
    Mistake("serving-infrastructure/in-flight", "the wait alone", lambda rate, wait, _: rate * wait / 1000),
    Mistake("serving-infrastructure/in-flight", "the service alone", lambda rate, _, service: rate * service / 1000),
    Mistake("serving-infrastructure/gain-of-batches", "the batch size", lambda _, __, size: size),
    Mistake(
        "serving-infrastructure/gain-of-batches",
        "times of batches, not of requests",
        lambda fixed, item, size: (fixed + size * item) / (fixed + item),
    ),
    Mistake(
        "serving-infrastructure/mean-with-cache",
        "a miss without its lookup",
        lambda percent, lookup, model: (percent * lookup + (100 - percent) * model) / 100,
    ),
    Mistake(
        "serving-infrastructure/mean-with-cache",
        "hits for misses",
        lambda percent, lookup, model: lookup + percent * model / 100,
        lambda percent, *_: percent == 50,
    ),
    Mistake(
        "data-partitioning/moved-by-remainder",
        "what consistent hashing moves",
        lambda before, after: (after - before) / after,
        lambda before, after: after % before == 0,
    ),
    Mistake(
        "data-partitioning/moved-by-remainder",
        "the product for the least common multiple",
        lambda _, after: 1 - 1 / after,
        lambda before, after: math.gcd(before, after) == 1,
    ),
    Mistake("data-partitioning/fullest-partition", "the hot key alone", lambda parts, percent: parts * percent / 100),
    Mistake(
        "data-partitioning/fullest-partition",
        "on top of a full share",
        lambda parts, percent: 1 + parts * percent / 100,
    ),
    Mistake(
        "data-partitioning/pieces-of-key",
        "the other keys forgotten",
        lambda parts, percent, most: math.ceil(Fraction(percent * parts, most)),
    ),
    Mistake("data-partitioning/calls-saved", "no edge within a part", lambda _, edges, cut: edges * (100 - cut) / 100),
    Mistake(
        "data-partitioning/calls-saved",
        "those inside counted",
        lambda parts, edges, cut: abs(edges / parts - edges * cut / 100),
    ),
)
