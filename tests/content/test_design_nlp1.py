"""What lessons on text and the case on it say in numbers is what comes out."""

import itertools
import re
import runpy
import unicodedata
from collections.abc import Callable
from fractions import Fraction
from statistics import fmean
from typing import Any

import numpy as np
import pytest

from sharpen.content.case_answer import cells_in
from sharpen.content.library import bundled
from sharpen.practice.design.cells import evaluate
from tests.content.ways.design_nlp1 import (
    by_the_logarithms,
    counted_pairs,
    from_entropies,
    likelier_joint_counts,
    not_alone,
    sample_whose_interval_is_so_wide,
    sets_of_spans,
    solved_for_both_groups,
    summed_over_what_is_found,
    where_both_cost_the_same,
)

FOLDER = bundled() / "topics" / "design"


def lesson(topic: str) -> str:
    return " ".join((FOLDER / topic / "lesson.md").read_text("utf-8").split())


def pictures(topic: str) -> dict[str, Any]:
    return runpy.run_path(str(FOLDER / topic / "pictures.py"))


def accuracy(share: float, one_way: bool, which: int) -> float:
    return float(100 * pictures("text-classification")["accuracies"](share, one_way)[which])


def best_against_a_noisy_reader(agreement: float) -> float:
    """In percent, by simulation: two readers who err independently, over 120 classes."""
    rng = np.random.default_rng(0)
    right = agreement**0.5
    said = np.where(rng.random((2, 400_000)) < right, 0, rng.integers(1, 120, (2, 400_000)))
    assert abs((said[0] == said[1]).mean() - agreement) < 0.003
    return float(100 * (said == 0).mean())


def share_of_frequent_words(most: int, words: int) -> float:
    chances = 1 / np.arange(1, words + 1)
    return float(100 * chances[:most].sum() / chances.sum())


def pieces(share: float, small: bool) -> float:
    """After the last merge."""
    return float(pictures("text-preprocessing")["mixed"](share)[small][-1])


def tagged(which: int) -> float:
    """In percent, at a noise of 0.4: words right, and the F-score of entities, alone and as a sequence."""
    found = pictures("named-entity-recognition")
    return float(100 * found["results"]()[found["NOISE"].index(0.4)][which])


def fitted(topics: int, which: int) -> float:
    """Perplexity of unseen halves, and the share of topics that fits have in common."""
    found = pictures("topic-modeling")
    return float(found["results"]()[found["COUNTS"].index(topics)][which])


def near(window: int, which: int) -> float:
    return float(100 * pictures("word2vec")["alike"](window)[which])


WORKED: list[tuple[str, str, Callable[[], float]]] = [
    ("text-classification", "86", lambda: best_against_a_noisy_reader(0.74)),
    ("text-classification", "95", lambda: accuracy(0.3, False, 0)),
    ("text-classification", "66", lambda: accuracy(0.3, False, 1)),
    ("text-classification", "90", lambda: accuracy(0.3, True, 0)),
    ("text-classification", ".84", lambda: where_both_cost_the_same(Fraction(1, 2), 6, Fraction(8, 100))),
    ("text-classification", ".92", lambda: where_both_cost_the_same(Fraction(1, 2), 6, Fraction(0))),
    ("text-classification", "9.5", lambda: 100 * 0.95 * 80_000 / 2_000 / 400),
    ("text-classification", "456", lambda: sample_whose_interval_is_so_wide(95, 2, 1)),
    ("text-classification", "912", lambda: sample_whose_interval_is_so_wide(95, 2, 2_000) / 1_000),
    (
        "text-classification",
        "12.3",
        lambda: solved_for_both_groups(Fraction(85, 100), Fraction(4, 100), Fraction(14, 100)),
    ),
    ("text-preprocessing", "46", lambda: share_of_frequent_words(100, 50_000)),
    ("text-preprocessing", "4.7", lambda: pieces(0.02, True)),
    ("text-preprocessing", "1.5", lambda: pieces(0.02, False)),
    ("text-preprocessing", "192", lambda: np.broadcast_to(np.int8(0), (250_002, 768)).size / 1e6),
    ("text-preprocessing", "61", lambda: not_alone(1000, 20)),
    ("text-preprocessing", "6", lambda: not_alone(1000, 24)),
    ("named-entity-recognition", "67", lambda: sets_of_spans(2, 1, 0, 0, 0)),
    ("named-entity-recognition", "86", lambda: 100 * fmean([1, 0, 1, 1, 1, 1, 1])),
    ("named-entity-recognition", "93", lambda: tagged(0)),
    ("named-entity-recognition", "61", lambda: tagged(1)),
    ("named-entity-recognition", "84", lambda: tagged(2)),
    ("named-entity-recognition", "9.6", lambda: summed_over_what_is_found([0, 0, 0, 100], Fraction(98, 100))),
    ("named-entity-recognition", "3,200", lambda: 80_000 * 2 * (1 - 0.98)),
    ("named-entity-recognition", "90", lambda: 100 * fmean([0.95, 0.7], [0.8, 0.2])),
    ("named-entity-recognition", "80", lambda: 100 * fmean([0.95, 0.7], [0.4, 0.6])),
    ("topic-modeling", ".98", lambda: likelier_joint_counts((4, 30, 2_000), (1, 2, 1_500), 5_000)),
    ("topic-modeling", "22.4", lambda: fitted(6, 0)),
    ("topic-modeling", "4", lambda: 100 * (fitted(12, 0) / fitted(6, 0) - 1)),
    ("topic-modeling", "36", lambda: 100 * fitted(12, 1)),
    ("topic-modeling", ".59", lambda: from_entropies(10_000, 200, 150, 60)),
    ("word2vec", "27", lambda: near(10, 0)),
    ("word2vec", "1.4", lambda: by_the_logarithms(Fraction(5, 100), 5) / 50_000 * 100),
    ("word2vec", "32", lambda: by_the_logarithms(Fraction(1, 10_000), 5) / 100 * 100),
    ("word2vec", "3.6", lambda: np.broadcast_to(np.float32(0), (3_000_000, 300)).nbytes / 1e9),
    ("word2vec", "18", lambda: counted_pairs(6, 2)),
]
"""Topic, the number as its lesson shows it, and how it comes out."""


@pytest.mark.parametrize(("topic", "shown", "compute"), WORKED, ids=[f"{row[0]}-{row[1]}" for row in WORKED])
def test_the_numbers_that_a_lesson_works_out(topic: str, shown: str, compute: Callable[[], float]) -> None:
    assert re.search(rf"(?<![\d.,]){re.escape(shown)}(?![\d]|[.]\d)", lesson(topic)), f"it does not show {shown}"
    assert round(compute(), len(shown.partition(".")[2])) == float(shown.replace(",", ""))


def test_a_weighted_class_has_its_odds_multiplied_by_the_weight() -> None:
    """Where a score is fitted to many rows that look alike, its odds are those of the weighted rows."""
    positive = np.arange(1000) < 10
    weighted = np.average(positive, weights=np.where(positive, 20, 1))
    assert weighted / (1 - weighted) / 20 == pytest.approx(10 / 990)


SAID: list[tuple[str, Callable[[dict[str, float]], float]]] = [
    ("16,560", lambda cells: 60_000 * (cells["before"] - cells["after"])),
    ("22,320", lambda cells: 60_000 * (cells["before"] - 0.6 * 0.06 * 6 - 0.4 * cells["before"])),
    ("8.4", lambda cells: 100 * cells["wrong"]),
    ("9.5", lambda cells: 100 * cells["precision"]),
    ("0.45", lambda cells: 100 * cells["false_alarms"]),
    ("365,000", lambda cells: round(cells["random_cost"] / 1000) * 1000),
    ("91", lambda cells: cells["days"]),
    ("58,400", lambda cells: cells["year_cost"]),
    ("0.80", lambda _: 1 - (0.5 + 0.12 * 6) / 6),
    ("26", lambda cells: 2 * cells["cores"]),
    ("130", lambda cells: 10 * cells["cores"]),
    ("240,000", lambda cells: 10 * 0.4 * cells["tickets"]),
]
"""What the worked answer of the case says beside its cells."""


@pytest.mark.parametrize(("shown", "compute"), SAID, ids=[row[0] for row in SAID])
def test_the_worked_answer_says_what_its_cells_give(shown: str, compute: Callable[[dict[str, float]], float]) -> None:
    answer = (bundled() / "cases" / "text-classification" / "answer.md").read_text("utf-8")
    cells = {name: float(value.magnitude) for name, value in evaluate(cells_in(answer)).values.items()}
    assert re.search(rf"(?<![\d.,]){re.escape(shown)}(?![\d]|[.,]\d)", answer), f"it does not say {shown}"
    assert round(compute(cells), len(shown.partition(".")[2])) == float(shown.replace(",", ""))


def test_twenty_five_reports_in_an_audit_are_twenty_six_to_fifty_nine_a_day() -> None:
    from scipy.stats import chi2

    low, high = chi2.ppf(0.025, 50) / 2, chi2.ppf(0.975, 52) / 2
    assert [round(each * 80_000 / 50_000) for each in (low, high)] == [26, 59]


def test_what_a_vectorizer_makes_of_a_sentence() -> None:
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, CountVectorizer

    assert CountVectorizer().build_analyzer()("I don't like C++ 11") == ["don", "like", "11"]
    assert CountVectorizer(stop_words="english").build_analyzer()("It is on fire") == []
    assert len(ENGLISH_STOP_WORDS) == 318
    assert {"not", "system", "fire"} <= ENGLISH_STOP_WORDS


def test_what_unicode_makes_equal() -> None:
    assert len(unicodedata.normalize("NFD", "\u00e9")) == 2
    assert unicodedata.normalize("NFC", "e\u0301") == "\u00e9"
    assert unicodedata.normalize("NFKC", "x\u00b2") == "x2"
    assert "Stra\u00dfe".casefold() == "STRASSE".casefold()


def test_the_first_merges_of_byte_pair_encoding() -> None:
    text = {tuple("low_"): 5, tuple("lower_"): 2, tuple("newest_"): 6, tuple("widest_"): 3}
    found = pictures("text-preprocessing")["learned"](text, 5)
    assert found == [("e", "s"), ("es", "t"), ("est", "_"), ("l", "o"), ("lo", "w")]


def test_a_small_language_waits_for_its_first_merge_and_then_takes_three_times_as_many_pieces() -> None:
    large, small = pictures("text-preprocessing")["mixed"](0.02)
    assert small.count(small[0]) - 1 == 97
    assert small[-1] / large[-1] == pytest.approx(3, abs=0.2)
    even = pictures("text-preprocessing")["mixed"](0.5)
    assert even[0][-1] == pytest.approx(even[1][-1], rel=0.05)


def test_the_best_sequence_is_that_of_all_sequences() -> None:
    found = pictures("named-entity-recognition")
    truth = found["sentences"](3)[:, :5]
    seen = found["scores"](truth, 0.6, 4)
    best, steps = found["best_sequence"](seen), np.log(np.maximum(found["moves"](), 1e-12))
    every = np.array(list(itertools.product(range(5), repeat=5)))
    before = np.hstack([np.zeros((len(every), 1), int), every[:, :-1]])
    for row in range(20):
        worth = seen[row][np.arange(5), every].sum(axis=1) + steps[before, every].sum(axis=1)
        assert every[worth.argmax()].tolist() == best[row].tolist()


def test_small_windows_find_substitutes_and_contexts_find_companions() -> None:
    found = pictures("word2vec")
    assert found["alike"](1)[0] == 1
    assert found["alike"](10)[1] == 1
    assert found["beside"](1) == (0, 1)
    assert round(100**0.75) == 32


def test_skip_gram_in_expectation_descends_its_own_loss() -> None:
    """The gradient of the picture, against finite differences of the loss over all pairs."""
    found, rng = pictures("word2vec"), np.random.default_rng(0)
    counts = found["pairs"](2)[:6, :6] + 1.0
    often = counts.sum(axis=1)
    negatives = 5 * np.outer(often, often**0.75 / (often**0.75).sum())
    table = rng.normal(0, 0.5, (2, 6, 3))

    def loss(tables: Any) -> float:
        scores = tables[0] @ tables[1].T
        return float((counts * np.logaddexp(0, -scores) + negatives * np.logaddexp(0, scores)).sum())

    gradient = found["slopes"](table, counts, negatives)
    step = np.zeros_like(table)
    step[0, 2, 1], step[1, 4, 0] = 1e-6, 1e-6
    assert (loss(table + step) - loss(table - step)) / 2 == pytest.approx(float((gradient * step).sum()), rel=1e-5)
