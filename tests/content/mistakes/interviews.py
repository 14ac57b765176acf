"""Mistakes in numbers about one's own work."""

from math import sqrt

from tests.content.mistakes import Mistake

MISTAKES = (
    Mistake("star-method/seconds-when-told", "minutes as a decimal", lambda words, pace: 100 * words / pace),
    Mistake(
        "star-method/words-to-cut",
        "15% of the old whole",
        lambda situation, *rest: situation - 0.15 * (situation + sum(rest)),
    ),
    Mistake("star-method/words-to-cut", "15% of the rest", lambda situation, *rest: situation - 0.15 * sum(rest)),
    Mistake(
        "project-deep-dive/share-of-the-simple-one",
        "of ours, without the floor",
        lambda _floor, simple, ours: 100 * simple / ours,
    ),
    Mistake(
        "project-deep-dive/gain-against-seeds",
        "the error of one mean",
        lambda gain, deviation, seeds: gain / deviation * sqrt(seeds),
    ),
    Mistake(
        "project-deep-dive/gain-against-seeds", "the deviation of one run", lambda gain, deviation, _: gain / deviation
    ),
    Mistake("project-deep-dive/error-from-interval", "half of the width", lambda _middle, half: half / 100),
    Mistake("project-deep-dive/error-from-interval", "the whole width", lambda _middle, half: half / 50 / 1.96),
)
