"""What lessons on language models, GloVe, BERT, dialog and LinkedIn say in numbers is what comes out."""

import re
import runpy
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from sharpen.content.library import bundled
from tests.content.recomputing import sizes
from tests.content.ways.design_nlp3 import (
    all_pairs_of_places,
    bits_of_a_whole_text,
    conditional_of_a_normal,
    counted_by_matrix,
    filled_one_by_one,
    least_weighted_loss,
    occurrences_that_give_way,
    one_turn_after_another,
    scored_by_a_library,
    solved_from_the_fit,
    where_values_meet,
)

FOLDER = bundled() / "topics" / "design"
RATIO_OF_TEN = (Fraction(1), Fraction(10), Fraction(1))
"""A mean of one, the variance of the noise, and that of learners."""


def drawn(topic: str) -> dict[str, Any]:
    """What the pictures of a topic define."""
    return runpy.run_path(str(FOLDER / topic / "pictures.py"))


def perplexity(loss: str) -> Fraction:
    return Fraction(float(np.exp(float(loss))))


def colder(place: int) -> float:
    """Of .5, .3 and .2 at a temperature of one half, from logits."""
    from scipy.special import softmax

    return float(softmax(np.log([0.5, 0.3, 0.2]) / 0.5)[place])


def table(words: int, numbers: int, size: int) -> int:
    """Bytes."""
    return sizes((words, numbers)) * size


def parameters() -> int:
    """Of BERT base as released: embeddings, twelve layers, and the layer on [CLS]."""
    width, inner = 768, 4 * 768
    embeddings = [(30_522, width), (512, width), (2, width), (width,), (width,)]
    attention = [*[(width, width), (width,)] * 4, (width,), (width,)]
    network = [(width, inner), (inner,), (inner, width), (width,), (width,), (width,)]
    return sizes(*embeddings, *(attention + network) * 12, (width, width), (width,))


def operations(tokens: int) -> float:
    """Of BERT base, in billions."""
    return 1e3 / counted_by_matrix(12, 768, tokens, 1)


WORKED: list[tuple[str, str, Callable[[], float]]] = [
    ("language-modeling", "18.2", lambda: float(perplexity("2.9"))),
    ("language-modeling", "9.0", lambda: float(perplexity("2.2"))),
    ("language-modeling", "0.996", lambda: bits_of_a_whole_text(perplexity("2.9"), Fraction(42, 10))),
    ("language-modeling", "1.058", lambda: bits_of_a_whole_text(perplexity("2.2"), Fraction(3))),
    ("language-modeling", "0.1155", lambda: occurrences_that_give_way(20, 8, 3, Fraction(1, 100))),
    ("language-modeling", "0.003", lambda: 0.75 * 8 / 20 * 0.01),
    ("language-modeling", "143", lambda: 2e12 / 14e9),
    ("language-modeling", "62", lambda: filled_one_by_one(7, 32, 4096, 2000, 80)),
    ("language-modeling", ".66", lambda: colder(0)),
    ("language-modeling", ".24", lambda: colder(1)),
    ("language-modeling", ".11", lambda: colder(2)),
    ("glove", "1.5", lambda: all_pairs_of_places(["hot", "soup", "is", "hot"], 10)),
    ("glove", ".032", lambda: 0.01**0.75),
    ("glove", ".178", lambda: 0.1**0.75),
    ("glove", ".168", lambda: scored_by_a_library(Fraction(float(np.log(10))), Fraction(0), Fraction(0), 1)),
    ("glove", "2.19", lambda: solved_from_the_fit(89, 10, 1000, 1000)),
    ("glove", "-2.47", lambda: solved_from_the_fit(85, 1000, 1000, 1000)),
    ("glove", "0.31", lambda: solved_from_the_fit(136, 100, 1000, 1000)),
    ("glove", "480", lambda: table(400_000, 300, 4) / 1e6),
    ("glove", "2.64", lambda: table(2_200_000, 300, 4) / 1e9),
    ("glove", "10", lambda: table(50_000, 100, 2) / 1e6),
    ("glove", "38,400", lambda: np.ones((128, 300)).size),
    ("glove", "22", lambda: operations(128)),
    ("elmo-and-bert", "77", lambda: 0.15 * 512),
    ("elmo-and-bert", "109.5", lambda: parameters() / 1e6),
    ("elmo-and-bert", "438", lambda: 4 * parameters() / 1e6),
    ("elmo-and-bert", "22", lambda: operations(128)),
    ("elmo-and-bert", "97", lambda: operations(512)),
    ("elmo-and-bert", "49,995,000", lambda: sum(range(10_000))),
    ("elmo-and-bert", "112", lambda: 1e3 * operations(128) / 200),
    ("elmo-and-bert", "27", lambda: 1e3 * operations(32) / 200),
    ("elmo-and-bert", "14", lambda: 1e3 * operations(32) / 200 / 2),
    ("elmo-and-bert", "7", lambda: 1e3 * operations(32) / 200 / 2 / 2),
    ("dialog-and-chatbots", "90", lambda: 100 * 0.98**5),
    ("dialog-and-chatbots", "74", lambda: 100 * 0.95**6),
    ("dialog-and-chatbots", "0.9", lambda: 1 - 6 / 60),
    ("dialog-and-chatbots", "56", lambda: 70 * (1 - 0.2)),
    ("dialog-and-chatbots", "336,000", lambda: 100_000 * 0.56 * 6),
    ("dialog-and-chatbots", "22,050", lambda: one_turn_after_another(1_500, 30, 120, 10)),
    ("dialog-and-chatbots", "1,800", lambda: 1_500 + 10 * 30),
    ("linkedin-feed-and-recruiter", "8.6", lambda: where_values_meet(10, 7, 0, 5)),
    ("linkedin-feed-and-recruiter", ".030", lambda: 0.30 * 0.10),
    ("linkedin-feed-and-recruiter", ".050", lambda: 0.20 * 0.25),
    ("linkedin-course-recommendation", "17", lambda: 100 * conditional_of_a_normal(2, *RATIO_OF_TEN)),
    ("linkedin-course-recommendation", "80", lambda: 100 * conditional_of_a_normal(40, *RATIO_OF_TEN)),
    ("linkedin-course-recommendation", "0.247", lambda: least_weighted_loss(1_000, [8] * 30)),
    ("linkedin-course-recommendation", "0.24", lambda: 240 / 1_000),
    ("linkedin-course-recommendation", "2.8", lambda: 2 * sizes((690_000_000, 16_000, 128)) / 1e15),
    ("linkedin-course-recommendation", "5", lambda: 2 * sizes((690_000_000, 16_000, 128)) / 1e13 / 60),
    ("linkedin-course-recommendation", "276", lambda: table(690_000_000, 50, 8) / 1e9),
]
"""Topic, the number as its lesson shows it, and how it comes out."""


@pytest.mark.parametrize(("topic", "shown", "compute"), WORKED, ids=[f"{row[0]}-{row[1]}" for row in WORKED])
def test_the_numbers_that_a_lesson_works_out(topic: str, shown: str, compute: Callable[[], float]) -> None:
    lesson = (FOLDER / topic / "lesson.md").read_text("utf-8")
    assert re.search(rf"(?<![\d.]){re.escape(shown)}(?![\d]|\.\d)", lesson), f"the lesson does not show {shown}"
    value = float(shown.replace(",", ""))
    assert round(compute(), len(shown.partition(".")[2])) == value


def test_a_longer_context_is_worse_with_one_added_and_better_with_the_right_smoothing() -> None:
    """language-modeling"""
    found, truth = drawn("language-modeling")["measured"]()
    bigrams, trigrams, smoothed = found.values()
    assert all(short < long for short, long in zip(bigrams, trigrams, strict=True))
    assert (round(trigrams[-1]), round(smoothed[-1])) == (205, 76)
    assert truth < smoothed[-1] < bigrams[-1]


def test_vectors_help_while_labels_are_few() -> None:
    """glove"""
    pictures = drawn("glove")
    vectors, words = pictures["measured"]().values()
    few, many = pictures["SIZES"].index(100), pictures["SIZES"].index(6_400)
    assert [vectors[few], words[few]] == pytest.approx([0.86, 0.82], abs=0.01)
    assert [vectors[many], words[many]] == pytest.approx([0.90, 0.94], abs=0.01)


def test_padding_costs_as_much_as_the_picture_says() -> None:
    """elmo-and-bert"""
    pictures = drawn("elmo-and-bert")
    texts = pictures["lengths"]()
    assert (round(texts.mean()), np.median(texts), round(100 * (texts > 128).mean())) == (57, 42, 7)
    assert pictures["operations"](128) == pytest.approx(operations(128))
    fixed, cut, mixed, ordered, none = pictures["measured"]().values()
    assert none < ordered < cut < mixed < fixed


def test_a_bot_that_answers_more_may_save_less() -> None:
    """dialog-and-chatbots"""
    pictures = drawn("dialog-and-chatbots")
    right, cost, best = pictures["chances"](), pictures["cost"], pictures["BEST"]
    sure = pictures["overconfident"](right)
    assert [round(100 * share) for share in (right.mean(), (right > best).mean(), (sure > best).mean())] == [78, 46, 71]
    assert [round(cost(said, right, best), 2) for said in (right, sure)] == [4.24, 5.46]
    assert round(cost(right, right, 0), 2) == 13.46
    assert min((cost(right, right, step), step) for step in np.linspace(0, 1, 101))[1] == pytest.approx(best, abs=0.02)


def test_representative_results_cost_quality_only_if_the_gap_is_real() -> None:
    """linkedin-feed-and-recruiter"""
    pictures = drawn("linkedin-feed-and-recruiter")
    found = pictures["measured"]().values()
    shares = [share[24] for share, _ in found]
    assert [round(100 * share) for share in shares] == [21, 40]
    assert round(np.log(shares[0] / pictures["SHARE"]), 2) == -0.62
    real = [scores[:, :25].mean() for _, (scores, _) in found]
    artifact = [(scores + pictures["GAP"] * groups)[:, :25].mean() for _, (scores, groups) in found]
    assert [round(quality, 2) for quality in (*real, *artifact)] == [1.68, 1.62, 1.78, 1.82]


def test_each_prefix_has_enough_of_both_groups() -> None:
    """linkedin-feed-and-recruiter"""
    pictures = drawn("linkedin-feed-and-recruiter")
    _, second = pictures["searches"]()
    for row in second[:20]:
        shown = np.array(pictures["representative"](row.tolist()))
        counts, k = row[shown].cumsum(), np.arange(1, len(shown) + 1)
        assert (counts >= np.floor(0.4 * k + 1e-9)).all()
        assert (k - counts >= np.floor(0.6 * k + 1e-9)).all()
        assert (np.diff(shown[row[shown]]) > 0).all()


def test_the_blend_is_best_at_each_length_of_history() -> None:
    """linkedin-course-recommendation"""
    pictures = drawn("linkedin-course-recommendation")
    found = np.array(list(pictures["measured"]().values()))
    two, twelve = pictures["HISTORIES"].index(2), pictures["HISTORIES"].index(12)
    assert found[:, two] == pytest.approx([0.11, 0.11, 0.14], abs=0.01)
    assert found[:, twelve] == pytest.approx([0.12, 0.21, 0.23], abs=0.01)
    assert (found[2] >= found[:2].max(axis=0)).all()
