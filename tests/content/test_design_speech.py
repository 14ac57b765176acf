"""What lessons on speech recognition say in numbers is what comes out."""

import itertools
import re
import runpy
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import Any

import numpy as np
import pytest

from sharpen.content.library import bundled
from tests.content.ways.design_speech import (
    an_hour_on_the_phone,
    by_the_binomial,
    bytes_of_the_scores,
    collapsed,
    from_the_bits_of_the_text,
    products_of_every_path,
    shortest_path_of_edits,
    starts_that_fit,
    walked_to_the_end,
    what_all_others_leave,
    where_the_scale_has_it,
    word_by_word,
)

FOLDER = bundled() / "topics" / "design"
GIVEN = ("give five milligrams of warfarin", "give nine milligrams of war far in")


@cache
def pictures(topic: str) -> dict[str, Any]:
    return runpy.run_path(str(FOLDER / topic / "pictures.py"))


def half_of_the_interval(speakers: int) -> float:
    """In points of the word error rate: speakers' own rates vary, and errors vary around them."""
    between, within = 16 / speakers, (8 * 92 - 16) / 40_000
    return float(1.96 * np.sqrt(between + within))


def paths_counted(letters: int, steps: int) -> float:
    """Of a text without doubles, step by step over the text with blanks."""
    places = 2 * letters + 1
    moves = np.eye(places) + np.eye(places, k=1)
    moves[np.arange(1, places - 2, 2), np.arange(3, places, 2)] = 1
    counts = np.zeros(places)
    counts[:2] = 1
    for _ in range(steps - 1):
        counts = counts @ moves
    return float(counts[-2:].sum())


def gap_above(which: int) -> float:
    """Between the centers of one of 40 bands and the next, in Hz."""
    return where_the_scale_has_it(40, 8_000, which + 1) - where_the_scale_has_it(40, 8_000, which)


def two_voices() -> tuple[float, float]:
    drawn = pictures("mfcc")
    bands = [drawn["energies"](drawn["vowel"](pitch)) for pitch in drawn["PITCHES"]]
    return drawn["apart"](bands), drawn["apart"]([drawn["smoothed"](one) for one in bands])


@cache
def correlation_of_neighbors() -> tuple[float, float]:
    """The mean size of it between neighboring bands, and coefficients, over vowels at random and their loudness."""
    from scipy.fft import dct

    drawn, rng = pictures("mfcc"), np.random.default_rng(0)
    lowest, highest = (300, 900, 2300), (850, 2300, 3200)
    vowels = [(rng.uniform(lowest, highest), rng.uniform(90, 250), rng.normal(scale=3)) for _ in range(400)]
    bands = np.array([drawn["energies"](drawn["vowel"](pitch, tract)) + loud for tract, pitch, loud in vowels])
    kept = dct(bands, norm="ortho", axis=1)[:, :13]
    first, second = (abs(np.diag(np.corrcoef(each.T), 1)).mean() for each in (bands, kept))
    return float(first), float(second)


def lost_sounds(power: float) -> float:
    """In percent of the frames of rare sounds."""
    drawn = pictures("acoustic-modeling-hmm")
    return float(drawn["wrong_by_power"]()["six rarest sounds"][drawn["POWERS"].index(power)])


def perplexity_of(model: str, words: int) -> float:
    drawn = pictures("ngram-vs-neural-lm")
    return float(drawn["perplexities"]()[model][drawn["SIZES"].index(words)])


WORKED: list[tuple[str, str, Callable[[], float]]] = [
    ("speech-recognition", "80%", lambda: shortest_path_of_edits(*GIVEN)),
    ("speech-recognition", "±0.3", lambda: 1.96 * np.sqrt(8 * 92 / 40_000)),
    ("speech-recognition", "±1.3", lambda: half_of_the_interval(40)),
    ("speech-recognition", "±2.5", lambda: half_of_the_interval(10)),
    ("speech-recognition", "80 more", lambda: 320 * 0.25),
    ("speech-recognition", ".17", lambda: an_hour_on_the_phone(40, 40, 6, 0)),
    ("ctc", ".64", lambda: products_of_every_path("a", [[Fraction(6, 10), Fraction(4, 10), Fraction(0)]] * 2)),
    ("ctc", "1.0", lambda: paths_counted(20, 75) / 1e27),
    ("ctc", "488", lambda: bytes_of_the_scores(8, 10, 60, 1000)),
    ("mfcc", "30", lambda: -20 * np.log10(abs(1 - 0.97))),
    ("mfcc", "6", lambda: 20 * np.log10(1 + 0.97)),
    ("mfcc", "98", lambda: starts_that_fit(16_000, 16_000, 25, 10)),
    ("mfcc", "31", lambda: 16_000 / 512),
    ("mfcc", "1,000", lambda: 2595 * np.log10(1 + 1000 / 700)),
    ("mfcc", "47", lambda: gap_above(1)),
    ("mfcc", "488", lambda: gap_above(39)),
    ("mfcc", "4.7", lambda: two_voices()[0]),
    ("mfcc", "2.0", lambda: two_voices()[1]),
    ("mfcc", ".84", lambda: correlation_of_neighbors()[0]),
    ("mfcc", ".29", lambda: correlation_of_neighbors()[1]),
    ("acoustic-modeling-hmm", "192,000", lambda: 3 * 40**3),
    ("acoustic-modeling-hmm", "7.5", lambda: sum(1 - walked_to_the_end(3, 6, frames) for frames in range(200))),
    ("acoustic-modeling-hmm", "32", lambda: 100 * walked_to_the_end(3, 6, 5)),
    ("acoustic-modeling-hmm", "68", lambda: lost_sounds(0)),
    ("acoustic-modeling-hmm", "12", lambda: lost_sounds(1)),
    ("ngram-vs-neural-lm", ".1155", lambda: what_all_others_leave([3, *[1] * 3, *[2, 3, 4, 5]], 0, Fraction(1, 100))),
    ("ngram-vs-neural-lm", ".003", lambda: 0.75 * 8 / 20 * 0.01),
    ("ngram-vs-neural-lm", "89", lambda: from_the_bits_of_the_text(20, 1000, 1500)),
    ("ngram-vs-neural-lm", "69", lambda: perplexity_of("3-gram", 4_000)),
    ("ngram-vs-neural-lm", "78", lambda: perplexity_of("neural", 4_000)),
    ("ngram-vs-neural-lm", "61", lambda: perplexity_of("both, half and half", 4_000)),
    ("ngram-vs-neural-lm", "39", lambda: perplexity_of("3-gram", 64_000)),
    ("ngram-vs-neural-lm", "31", lambda: perplexity_of("both, half and half", 64_000)),
    ("ngram-vs-neural-lm", ".67", lambda: word_by_word(20, 200, 1, 0, 6) / 1000),
    ("ngram-vs-neural-lm", ".4", lambda: word_by_word(20, 10, 12, 0, 6) / 1000),
    ("out-of-vocabulary", "36%", lambda: 100 * by_the_binomial(Fraction(36, 1000), 12)),
    ("out-of-vocabulary", "3.7", lambda: pictures("out-of-vocabulary")["unknown"]()[10**6][1]),
    ("out-of-vocabulary", "3.6", lambda: pictures("out-of-vocabulary")["unknown"]()[10**6][0][-1][1]),
    ("out-of-vocabulary", "57,285", lambda: pictures("out-of-vocabulary")["unknown"]()[10**6][0][-1][0]),
    ("out-of-vocabulary", "3.3", lambda: 9.3 - 3 * 2),
]
"""Topic, the number as its lesson shows it, and how it comes out."""


@pytest.mark.parametrize(("topic", "shown", "compute"), WORKED, ids=[f"{row[0]}-{row[1]}" for row in WORKED])
def test_the_numbers_that_a_lesson_works_out(topic: str, shown: str, compute: Callable[[], float]) -> None:
    lesson = (FOLDER / topic / "lesson.md").read_text("utf-8")
    assert re.search(rf"(?<![\d.]){re.escape(shown)}(?![\d]|\.\d)", lesson), f"the lesson does not show {shown}"
    number = re.sub(r"[^\d.]", "", shown)
    assert round(compute(), len(number.partition(".")[2])) == float(number)


@pytest.mark.parametrize("text", ["a", "ab", "aab", "aba"])
def test_the_model_of_the_picture_of_spikes_has_its_slopes_from_every_path(text: str) -> None:
    outputs = np.random.default_rng(0).dirichlet(np.ones(3), size=6)
    shares, total, places = np.zeros(outputs.shape), 0.0, np.arange(6)
    for path in itertools.product(range(3), repeat=6):
        if collapsed(tuple("-ab"[label] for label in path)) == text:
            chance = outputs[places, path].prod()
            shares[places, path] += chance
            total += chance
    found, logarithm = pictures("ctc")["occupancies"](outputs, ["ab".index(letter) for letter in text])
    assert found == pytest.approx(shares / total)
    assert logarithm == pytest.approx(np.log(total))


def test_simulated_tests_vary_as_the_lesson_says() -> None:
    measured = pictures("speech-recognition")["measured"]
    for speakers in (400, 40, 10):
        assert 1.96 * measured(speakers, 2_000).std() == pytest.approx(half_of_the_interval(speakers), rel=0.06)


def test_the_picture_of_spikes_reads_its_text() -> None:
    outputs, _ = pictures("ctc")["trained"]()
    best = outputs.argmax(axis=1)
    assert collapsed(tuple("-abc"[label] for label in best)) == "abbca"
    assert (best == 0).mean() > 0.4


def test_the_counted_model_of_the_picture_has_probabilities() -> None:
    drawn = pictures("ngram-vs-neural-lm")
    text, chances = drawn["language"](np.random.default_rng(0), 2_000)
    model = drawn["kneser_ney"](text)
    assert model.sum(axis=-1) == pytest.approx(1)
    assert (model > 0).all()
    assert ((chances > 0) & (chances <= 1)).all()
