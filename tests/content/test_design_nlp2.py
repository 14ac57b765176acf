"""What a case and lessons on machine translation, beam search and taggers say in numbers is what comes out."""

import itertools
import re
import runpy
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pytest

from sharpen.content.case_answer import cells_in
from sharpen.content.library import bundled
from sharpen.practice.design.cells import evaluate
from tests.content.ways.design_nlp2 import (
    bleu_of_counts,
    bytes_read_step_by_step,
    counted_among_translations,
    counted_in_two_texts,
    entries_of_the_cache,
    share_of_a_weighted_text,
)

FOLDER = bundled() / "topics" / "design"
REFERENCE = "the saddle and the headset are not included in the price"
LARGE = 24 * 25.2 + 131
"""Millions of weights that a step of decoding reads: layers of width 1,024 and inner width 8,192, and the output."""
SMALL = 2 * 25.2 / 1.5 + 65.5
"""Two layers of inner width 4,096, and half as many words."""


def half_width_in_points(wrong: float, ratings: int) -> float:
    return float(100 * 1.96 * np.sqrt(wrong * (1 - wrong) / ratings))


@cache
def searched() -> tuple[dict[str, Any], list[Any], Any]:
    """What the picture of beam search draws with, the steps of its left half, and the best scores."""
    drawn = runpy.run_path(str(FOLDER / "beam-search/pictures.py"))
    steps = drawn["moves"](0)
    return drawn, steps, drawn["most_probable"](steps)


def percent_found(width: int) -> float:
    drawn, steps, best = searched()
    return float(100 * np.isclose(drawn["search"](steps, width)[0][:, 0], best).mean())


def less_probable(width: int) -> float:
    """In percent, in the geometric mean."""
    drawn, steps, best = searched()
    return float(100 * (1 - np.exp((drawn["search"](steps, width)[0][:, 0] - best).mean())))


WORKED: list[tuple[str, str, Callable[[], float]]] = [
    ("machine-translation", ".71", lambda: bleu_of_counts(REFERENCE.replace("not ", ""), REFERENCE, 4)),
    (
        "machine-translation",
        ".42",
        lambda: bleu_of_counts("the price does not include the saddle and the headset", REFERENCE, 4),
    ),
    ("machine-translation", "11", lambda: 100 * 30 / 3 / 90),
    ("machine-translation", "0.736", lambda: LARGE / 1000),
    ("machine-translation", "9.8", lambda: bytes_read_step_by_step(0, round(LARGE), 150, 1)),
    ("machine-translation", "1.7", lambda: bytes_read_step_by_step(0, round(LARGE), 150, 171) / 1000),
    ("machine-translation", "552", lambda: len(list(itertools.permutations(range(24), 2)))),
    ("machine-translation", "8", lambda: 100 * (1 - 0.96**2)),
    ("machine-translation", "24", lambda: 100 * 0.04 * 0.6 / 0.1),
    ("machine-translation", "1.8", lambda: counted_among_translations(4, 10, 60)),
    ("machine-translation", "1.2", lambda: half_width_in_points(0.04, 1000)),
    ("beam-search", "6", lambda: percent_found(1)),
    ("beam-search", "45", lambda: percent_found(4)),
    ("beam-search", "86", lambda: percent_found(16)),
    ("beam-search", "25", lambda: less_probable(4)),
    ("beam-search", ".0008", lambda: np.prod(np.full(20, 0.7)).item()),
    ("beam-search", "2.52", lambda: 4.0 / ((5 + 8) / 6) ** 0.6),
    ("beam-search", "2.46", lambda: 4.6 / ((5 + 12) / 6) ** 0.6),
    ("beam-search", "98", lambda: entries_of_the_cache(24, 1024, 1, 1, 1) * 1000),
    ("beam-search", "1.08", lambda: entries_of_the_cache(24, 1024, 16, 4, 171) / 1000),
    ("pos-tagging-hmm", ".629", lambda: share_of_a_weighted_text([(9, 12), (220, 400), (1400, 10_000)], [6, 3, 1])),
    ("pos-tagging-hmm", ".30", lambda: 0.1 * 0.9 / 0.3),
    ("pos-tagging-hmm", ".35", lambda: 0.7 * 0.1 / 0.2),
    ("pos-tagging-hmm", ".09", lambda: 0.1 * 0.9),
    ("pos-tagging-hmm", ".07", lambda: 0.7 * 0.1),
    ("pos-tagging-hmm", "39", lambda: np.prod(np.full(20, 95.4 / 100)).item() * 100),
    ("pos-tagging-hmm", "91{,}125", lambda: len(list(itertools.product(range(45), repeat=3)))),
    ("pos-tagging-hmm", ".961", lambda: 0.97 - counted_in_two_texts(970, 750, 0, 4) / 100),
    ("pos-tagging-hmm", ".926", lambda: 0.97 - counted_in_two_texts(970, 750, 0, 20) / 100),
]
"""Topic, the number as its lesson shows it, and how it comes out."""


@pytest.mark.parametrize(("topic", "shown", "compute"), WORKED, ids=[f"{row[0]}-{row[1]}" for row in WORKED])
def test_the_numbers_that_a_lesson_works_out(topic: str, shown: str, compute: Callable[[], float]) -> None:
    lesson = (FOLDER / topic / "lesson.md").read_text("utf-8")
    assert re.search(rf"(?<![\d.]){re.escape(shown)}(?![\d]|\.\d)", lesson), f"the lesson does not show {shown}"
    assert round(compute(), len(shown.partition(".")[2])) == float(re.sub("[{},]", "", shown))


def test_what_the_answer_of_the_case_says_is_what_its_cells_give() -> None:
    text = (bundled() / "cases/machine-translation/answer.md").read_text("utf-8")
    sheet = evaluate(cells_in(text))
    assert not [line.error for line in sheet.lines if line.error]
    said = {
        ("today", "$"): (111_000, 3, "111,000"),
        ("on_view", "$"): (25_000, 2, "25,000"),
        ("decoding", "ms"): (343, 3, "343 instead of 1,714 ms"),
        ("large", "ms"): (1714, 4, "343 instead of 1,714 ms"),
        ("undetected", "%"): (1.8, 2, "from 4 to 1.8 %"),
        ("step", "ms"): (10, 1, "some ten milliseconds"),
        ("price", "$"): (0.17, 2, "Seventeen cents"),
        ("sample_size", ""): (627_000, 3, "627,000"),
        ("guardrail_size", ""): (198_000, 3, "198,000"),
        ("days", ""): (11, 2, "eleven days"),
        ("ten_times", ""): (38, 2, "38 GPUs"),
        ("again", "day"): (18, 2, "18 days"),
    }
    for (name, unit), (number, digits, shown) in said.items():
        assert shown in text
        slack = 0.5 * 10 ** (np.floor(np.log10(number)) + 1 - digits)
        assert sheet.decides(name, unit, between=(number - slack, number + slack)), name
    people = 2000 / 7 + 4000
    assert round(2000 / 7) == 286
    assert sheet.decides("bill", "$", at_most=0.2 * 25_470 - people)


def test_a_shallow_decoder_reads_a_seventh() -> None:
    assert "reads a seventh of that" in (FOLDER / "machine-translation/lesson.md").read_text("utf-8")
    assert pytest.approx(7, abs=0.5) == LARGE / SMALL


def test_a_wide_beam_finds_the_empty_output_and_a_mean_of_logs_does_not() -> None:
    drawn, _, _ = searched()
    steps = drawn["moves"](0.02)
    assert drawn["most_probable"](steps) == pytest.approx(np.log(0.02))
    assert drawn["search"](steps, 4)[1][:, 0].mean() == drawn["STEPS"]
    scores, lengths = drawn["search"](steps, 64)
    assert lengths[:, 0].max() == 0
    by_mean = (scores / np.maximum(lengths, 1)).argmax(axis=1)
    assert lengths[np.arange(len(lengths)), by_mean].min() == drawn["STEPS"]


def test_suffixes_help_most_where_text_is_scarce() -> None:
    drawn = runpy.run_path(str(FOLDER / "pos-tagging-hmm/pictures.py"))
    train, test, suffixes = drawn["language"]()
    gains = []
    for size in (30, 3000):
        part = drawn["Text"](train.tags[:size], train.words[:size])
        baseline, plain, best, seen = drawn["tagged"](part, test, suffixes)
        right = [np.mean(tags == test.tags) for tags in (baseline, plain, best)]
        assert right == sorted(right)
        assert np.mean((best == test.tags)[~seen]) > 0.15 + np.mean((plain == test.tags)[~seen])
        gains.append(right[2] - right[1])
    assert gains[0] > 0.08 > 0.02 > gains[1]
