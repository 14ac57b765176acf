"""Mistakes in language models, GloVe, BERT, dialog, and LinkedIn's systems."""

import math
from fractions import Fraction

from tests.content.mistakes import Mistake


def room(memory: float, weights: float, each: float) -> int:
    """How many fit, all in bytes."""
    return int((memory * 1e9 - weights * 1e9) // each)


def gaps(words: list[str]) -> list[int]:
    """How far each "hot" is from the "soup"."""
    return [abs(place - words.index("soup")) for place, word in enumerate(words) if word == "hot"]


def all_are_near(words: list[str], window: int) -> bool:
    return max(gaps(words)) <= window


def error(dot: Fraction, first: Fraction | int, second: Fraction | int, count: int) -> float:
    return float(dot + first + second) - math.log(count)


def same(dot: Fraction, first: Fraction, second: Fraction, count: int) -> bool:
    """Leaving the biases out happens to give as large an error."""
    return abs(abs(error(dot, 0, 0, count) / error(dot, first, second, count)) - 1) < 0.015


def bert(layers: int, width: int, tokens: int) -> int:
    """Operations."""
    return layers * (24 * tokens * width**2 + 4 * tokens**2 * width)


def filled(lengths: list[int]) -> int:
    return 4 * (max(lengths[:4]) + max(lengths[4:]))


def by_rule(intents: list[tuple[int, int]], person: int, wrong: int) -> float:
    return sum(share * min((100 - right) * wrong / 100, person) for share, right in intents) / 100


def unweighted(intents: list[tuple[int, int]], person: int, wrong: int) -> float:
    return by_rule([(25, right) for _, right in intents], person, wrong)


def is_near(intents: list[tuple[int, int]], person: int, wrong: int) -> bool:
    """The shares happen to make hardly any difference."""
    return abs(unweighted(intents, person, wrong) - by_rule(intents, person, wrong)) < 0.03


def best_two(found: list[tuple[int, int]]) -> float:
    return sum(sorted(first * second for first, second in found)[-2:]) / 1e4


def first_two(found: list[tuple[int, int]]) -> float:
    return sum(first * second for first, second in sorted(found)[-2:]) / 1e4


def by_acceptance(found: list[tuple[int, int]]) -> float:
    return sum(first * second for first, second in sorted(found, key=lambda one: one[1])[-2:]) / 1e4 - first_two(found)


def is_equal(found: list[tuple[int, int]]) -> bool:
    """Those who accept most are the best pair, or nearly."""
    return abs(by_acceptance(found) + first_two(found) - best_two(found)) < 0.002


def alone(popular: int, new: int, _: int, much: int) -> float:
    return 100 * (popular - new) / (new * much)


def points(popular: int, new: int, little: int, much: int) -> float:
    return (popular - new) / (new * much - popular * little)


def same_size(_: int, __: Fraction, noise: Fraction, between: Fraction) -> bool:
    return noise == between


MISTAKES = (
    Mistake("language-modeling/bits-per-byte", "nats", lambda perplexity, size: math.log(perplexity) / float(size)),
    Mistake("language-modeling/bits-per-byte", "per token", lambda perplexity, _: math.log2(perplexity)),
    Mistake("language-modeling/discounted", "nothing is taken", lambda n, _, c, __: c / n),
    Mistake("language-modeling/discounted", "the freed share is lost", lambda n, _, c, __: (c - 0.75) / n),
    Mistake(
        "language-modeling/discounted",
        "what one word frees",
        lambda n, _, c, p: (c - 0.75 + 0.75 * float(p)) / n,
    ),
    Mistake("language-modeling/conversations", "keys alone", lambda b, ls, w, t, m: room(m, 2 * b, 2 * ls * w * t)),
    Mistake("language-modeling/conversations", "one layer", lambda b, _, w, t, m: room(m, 2 * b, 4 * w * t)),
    Mistake(
        "language-modeling/conversations",
        "a byte for each number",
        lambda b, ls, w, t, m: room(m, b, 2 * ls * w * t),
    ),
    Mistake("glove/counted", "one for each", lambda words, window: sum(gap <= window for gap in gaps(words))),
    Mistake("glove/counted", "no window", lambda words, _: sum(1 / gap for gap in gaps(words)), all_are_near),
    Mistake("glove/counted", "the nearest alone", lambda words, _: 1 / min(gaps(words))),
    Mistake("glove/cost-of-a-pair", "no weight", lambda *drawn: error(*drawn) ** 2),
    Mistake("glove/cost-of-a-pair", "not squared", lambda *drawn: (drawn[3] / 100) ** 0.75 * abs(error(*drawn))),
    Mistake("glove/cost-of-a-pair", "no biases", lambda d, _, __, x: (x / 100) ** 0.75 * error(d, 0, 0, x) ** 2, same),
    Mistake("glove/difference", "not by all words", lambda first, second, *_: math.log(first / second)),
    Mistake("glove/difference", "base two", lambda i, j, m, n: math.log2(i * n / (j * m))),
    Mistake("glove/difference", "no logarithm", lambda i, j, m, n: i * n / (j * m)),
    Mistake("elmo-and-bert/texts-a-second", "one layer", lambda _, d, n, speed: speed * 1e12 / bert(1, d, n)),
    Mistake(
        "elmo-and-bert/texts-a-second", "no attention", lambda ls, d, n, speed: speed * 1e12 / (ls * 24 * n * d**2)
    ),
    Mistake("elmo-and-bert/saved-by-sorting", "what is empty at first", lambda found: filled(found) - sum(found)),
    Mistake("elmo-and-bert/saved-by-sorting", "of one text", lambda found: (filled(found) - filled(sorted(found))) / 4),
    Mistake("dialog-and-chatbots/cheapest-rule", "all answered", lambda rows, _, wrong: by_rule(rows, wrong, wrong)),
    Mistake("dialog-and-chatbots/cheapest-rule", "all to people", lambda _, person, __: person),
    Mistake("dialog-and-chatbots/cheapest-rule", "all intents alike", lambda *drawn: unweighted(*drawn), is_near),
    Mistake("dialog-and-chatbots/read-again", "nothing is read again", lambda f, q, a, turns: f + turns * (q + a)),
    Mistake("dialog-and-chatbots/read-again", "last answer too", lambda f, q, a, t: t * f + (q + a) * t * (t + 1) / 2),
    Mistake("dialog-and-chatbots/read-again", "without answers", lambda f, q, _, t: t * f + q * t * (t + 1) / 2),
    Mistake("linkedin-feed-and-recruiter/accepted", "of the best pair alone", best_two),
    Mistake("linkedin-feed-and-recruiter/accepted", "best by acceptance", by_acceptance, is_equal),
    Mistake("linkedin-feed-and-recruiter/turning-point", "X gains nothing", alone, lambda *drawn: drawn[2] == 0),
    Mistake(
        "linkedin-feed-and-recruiter/turning-point", "points for shares", lambda p, n, a, b: (p - n) / (n * b - p * a)
    ),
    Mistake(
        "linkedin-course-recommendation/weighted-odds", "a probability", lambda n, t: sum(t) / (n + sum(t) - len(t))
    ),
    Mistake("linkedin-course-recommendation/weighted-odds", "of all impressions", lambda n, t: sum(t) / n),
    Mistake("linkedin-course-recommendation/weighted-odds", "no weights", lambda n, t: len(t) / (n - len(t))),
    Mistake("linkedin-course-recommendation/personal-effect", "as it is", lambda _, mean, *__: mean),
    Mistake("linkedin-course-recommendation/personal-effect", "one rating", lambda _, m, s, t: m * t / (t + s)),
    Mistake(
        "linkedin-course-recommendation/personal-effect",
        "upside down",
        lambda n, m, s, t: m * n / (n + t / s),
        same_size,
    ),
)
