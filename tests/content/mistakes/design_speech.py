"""Mistakes in speech recognition and what belongs to it."""

import itertools
import math
from fractions import Fraction

from tests.content.mistakes import Mistake
from tests.content.ways.design_speech import (
    collapsed,
    shortest_path_of_edits,
    walked_to_the_end,
    where_the_name_takes_over,
)


def by_place(said: str, written: str) -> float:
    """Word by word at the same place, without shifting."""
    words, others = said.split(), written.split()
    wrong = sum(one != other for one, other in zip(words, others, strict=False)) + abs(len(words) - len(others))
    return 100 * wrong / len(words)


def over_what_was_written(said: str, written: str) -> float:
    return shortest_path_of_edits(said, written) * len(said.split()) / len(written.split())


def no_doubles(text: str, _: int) -> bool:
    return all(one != other for one, other in itertools.pairwise(text))


def best_path(text: str, outputs: list[list[Fraction]]) -> float:
    """The probability of the likeliest path of the text alone."""
    return max(
        math.prod(float(row["-ab".index(letter)]) for row, letter in zip(outputs, path, strict=True))
        for path in itertools.product("-ab", repeat=len(outputs))
        if collapsed(path) == text
    )


def in_mel(hertz: float) -> float:
    return 2595 * math.log10(1 + hertz / 700)


def in_hertz(mels: float) -> float:
    return float(700 * (10 ** (mels / 2595) - 1))


def swapped_chain(states: int, stay: int, frames: int) -> float:
    return walked_to_the_end(states, 10 - stay, frames)


def even(silence: Fraction, other: Fraction, often: Fraction, rarely: Fraction) -> bool:
    """The two states score nearly alike."""
    return abs(other * often / (rarely * silence) - 1) < Fraction(1, 50)


def half(*drawn: int) -> bool:
    return drawn[3] == 50


def exactly_one(share: Fraction, words: int) -> float:
    return words * float(share) * (1 - float(share)) ** (words - 1)


def whole_bonus(wrong: tuple[int, int], name: tuple[int, int], pieces: int, weight: int) -> float:
    return pieces * where_the_name_takes_over(wrong, name, pieces, weight)


MISTAKES = (
    Mistake("speech-recognition/word-error-rate", "over the words written", over_what_was_written),
    Mistake(
        "speech-recognition/word-error-rate",
        "word by word",
        by_place,
        lambda *drawn: (
            by_place(*drawn) == over_what_was_written(*drawn) * len(drawn[1].split()) / len(drawn[0].split())
        ),
    ),
    Mistake("speech-recognition/real-time-factor", "upside down", lambda m, s, b, x: s * b / m / (1 + x / 100)),
    Mistake("speech-recognition/real-time-factor", "nothing on top", lambda m, s, b, _: m / (s * b)),
    Mistake("speech-recognition/real-time-factor", "a step of 10 ms", lambda m, _, b, x: m * (1 + x / 100) / (10 * b)),
    Mistake(
        "speech-recognition/speakers-for-an-interval",
        "words as independent",
        lambda _, half, rate, words: 1.96**2 * rate * (100 - rate) / (half / 10) ** 2 / words,
    ),
    Mistake("speech-recognition/speakers-for-an-interval", "no square", lambda s, half, *_: 1.96 * s / half),
    Mistake("speech-recognition/speakers-for-an-interval", "one deviation", lambda s, half, *_: (s / half) ** 2),
    Mistake("ctc/paths", "places of the letters", lambda text, steps: math.comb(steps, len(text))),
    Mistake("ctc/paths", "doubles need no blank", lambda text, n: math.comb(n + len(text), 2 * len(text)), no_doubles),
    Mistake("ctc/probability-of-a-text", "the best path", best_path),
    Mistake("ctc/transducer-memory", "no empty beginning", lambda b, s, u, v: b * 25 * s * u * v * 4 / 1e6),
    Mistake("ctc/transducer-memory", "as in CTC", lambda b, s, _, v: b * 25 * s * v * 4 / 1e6),
    Mistake("ctc/transducer-memory", "numbers for bytes", lambda b, s, u, v: b * 25 * s * (u + 1) * v / 1e6),
    Mistake("mfcc/windows", "no last window", lambda rate, n, w, s: (n - rate * w // 1000) // (rate * s // 1000)),
    Mistake("mfcc/windows", "padded at the end", lambda rate, n, _, s: math.ceil(n / (rate * s // 1000))),
    Mistake("mfcc/center-of-a-band", "equal in Hz", lambda bands, top, which: top * which / (bands + 1)),
    Mistake("mfcc/center-of-a-band", "over the number of bands", lambda b, top, w: in_hertz(w * in_mel(top) / b)),
    Mistake("mfcc/center-of-a-band", "counted from 0", lambda b, top, w: in_hertz((w + 1) * in_mel(top) / (b + 1))),
    Mistake("mfcc/louder", "amplitudes", lambda gain, bands: math.log(gain) * math.sqrt(bands)),
    Mistake("mfcc/louder", "the sum", lambda gain, bands: 2 * math.log(gain) * bands),
    Mistake("mfcc/louder", "decibels", lambda gain, bands: 20 * math.log10(gain) * math.sqrt(bands)),
    Mistake("acoustic-modeling-hmm/lasting", "one state", lambda _, stay, frames: 1 - (stay / 10) ** frames),
    Mistake(
        "acoustic-modeling-hmm/lasting", "below instead of at most", lambda n, a, d: walked_to_the_end(n, a, d - 1)
    ),
    Mistake("acoustic-modeling-hmm/lasting", "stay and leave exchanged", swapped_chain, lambda _, stay, __: stay == 5),
    Mistake("acoustic-modeling-hmm/score-against-silence", "posteriors", lambda silence, other, *_: other / silence),
    Mistake("acoustic-modeling-hmm/score-against-silence", "times priors", lambda q, p, a, b: p * b / (q * a)),
    Mistake("acoustic-modeling-hmm/score-against-silence", "upside down", lambda q, p, a, b: q * b / (a * p), even),
    Mistake("acoustic-modeling-hmm/parameters-of-mixtures", "all weights", lambda s, g, d: s * g * (6 * d + 1)),
    Mistake("acoustic-modeling-hmm/parameters-of-mixtures", "no differences", lambda s, g, d: s * (2 * g * d + g - 1)),
    Mistake("acoustic-modeling-hmm/parameters-of-mixtures", "no weights", lambda s, g, d: s * g * 6 * d),
    Mistake("ngram-vs-neural-lm/discounted", "the share", lambda counts, at, _: counts[at] / sum(counts)),
    Mistake("ngram-vs-neural-lm/discounted", "nothing given back", lambda c, at, _: (c[at] - 0.75) / sum(c)),
    Mistake("ngram-vs-neural-lm/discounted", "one discount", lambda c, at, p: (c[at] - 0.75 + 0.75 * p) / sum(c)),
    Mistake("ngram-vs-neural-lm/perplexity-of-words", "times", lambda each, words, pieces: each * pieces / words),
    Mistake("ngram-vs-neural-lm/perplexity-of-words", "as it is", lambda each, *_: each),
    Mistake("ngram-vs-neural-lm/perplexity-of-words", "upside down", lambda e, words, pieces: e ** (words / pieces)),
    Mistake("ngram-vs-neural-lm/rescoring", "nothing shared", lambda m, h, w, _, b: h * w * m / b),
    Mistake("ngram-vs-neural-lm/rescoring", "one hypothesis", lambda m, _, w, s, b: w * (100 - s) / 100 * m / b),
    Mistake("ngram-vs-neural-lm/rescoring", "the shared alone", lambda m, h, w, s, b: h * w * s / 100 * m / b, half),
    Mistake("out-of-vocabulary/chance-of-a-new-word", "over the others", lambda a, b, c, n: a / (2 * b + 3 * c + n)),
    Mistake("out-of-vocabulary/chance-of-a-new-word", "each counted once", lambda a, b, c, n: a / (a + b + c + n)),
    Mistake("out-of-vocabulary/chance-of-a-new-word", "twice for once", lambda a, b, c, n: b / (a + 2 * b + 3 * c + n)),
    Mistake("out-of-vocabulary/sentences-with-one", "times", lambda share, words: share * words),
    Mistake("out-of-vocabulary/sentences-with-one", "exactly one", exactly_one),
    Mistake("out-of-vocabulary/smallest-bonus", "for the whole name", whole_bonus),
    Mistake("out-of-vocabulary/smallest-bonus", "no weight", lambda a, b, n, _: (sum(a) - sum(b)) / 10 / n),
    Mistake("out-of-vocabulary/smallest-bonus", "acoustics alone", lambda a, b, n, _: (a[0] - b[0]) / 10 / n),
)
