"""What lessons on autocomplete, search, ranking, PageRank and clicks say in numbers is what comes out."""

import re
from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest

from sharpen.content.library import bundled
from tests.content.ways.design_search import (
    best_of_all_orders,
    integrated_posterior,
    logarithms_that_add_up,
    precision_of_single_labels,
    round_by_round,
    slope_of_the_loss,
    smallest_bid_that_wins,
    solved_for_every_page,
    two_lists_of_a_library,
    weighted_rows,
    where_faded_counts_meet,
)

FOLDER = bundled() / "topics" / "design"
THREE_PAGES = [[0, 0, 1], [0.5, 0, 0], [0.5, 1, 0]]


def noise_of_a_clock(half_life: int) -> float:
    """In percent, for a query that comes once an hour: counts of each hour are independent, with variance one."""
    weights = 0.5 ** (np.arange(60 * half_life) / half_life)
    return float(100 * np.sqrt((weights**2).sum()) / weights.sum())


def weight_of_a_word(count: int, length: float) -> float:
    """In one of 630 of 63,000 documents."""
    odds = (63_000 + 1) / (630 + 0.5)
    return float(np.log(odds) / (1 + 1.2 * (0.25 + 0.75 * length) / count))


def ndcg(grades: list[int]) -> float:
    from sklearn.metrics import ndcg_score

    return float(ndcg_score([[2**grade - 1 for grade in grades]], [np.arange(len(grades), 0, -1)]))


def shares_of_a_walk(page: int) -> float:
    walk = 0.85 * np.array(THREE_PAGES) + 0.05
    return float(np.linalg.matrix_power(walk, 200)[page, 0])


def said_of_the_winner(ads: int, error: float) -> float:
    """By the distribution of the largest of so many errors."""
    from scipy.special import expit, logit
    from scipy.stats import norm

    edges = np.linspace(-8, 8, 20_001)
    largest = np.diff(norm.cdf(edges) ** ads)
    middle = (edges[1:] + edges[:-1]) / 2
    return float((largest * expit(logit(0.01) + error * middle)).sum() / 0.01)


def gain_of_own_pages(pages: int) -> float:
    """For each of so many, in mean ranks."""
    return (solved_for_every_page(pages, 1, 85) - solved_for_every_page(1, 1, 85)) / (pages - 1)


WORKED: list[tuple[str, str, Callable[[], float]]] = [
    ("autocomplete", "0.15", lambda: best_of_all_orders([(3, 5), (0, 0), (0, 0)]) / 0.9),
    ("autocomplete", "0.20", lambda: best_of_all_orders([(1, len("western front timeline") - 2)] + [(0, 0)] * 2) / 0.9),
    ("autocomplete", "27", lambda: 60 * where_faded_counts_meet(3, 100, 1000)),
    ("autocomplete", "3.5", lambda: where_faded_counts_meet(23 * 24, 100, 1000) / 24),
    ("autocomplete", "34", lambda: noise_of_a_clock(3)),
    ("autocomplete", "2.5", lambda: noise_of_a_clock(23 * 24)),
    ("search", "4.60", lambda: weight_of_a_word(10**9, 1)),
    ("search", "2.09", lambda: weight_of_a_word(1, 1)),
    ("search", "3.54", lambda: weight_of_a_word(4, 1)),
    ("search", "3.02", lambda: weight_of_a_word(4, 2)),
    ("search", ".458", lambda: precision_of_single_labels([1, 3, 11, 2], 10)),
    ("search", ".031", lambda: 2 / 65),
    ("search", ".016", lambda: 1 / 61),
    ("ranking", ".644", lambda: ndcg([0, 3, 1])),
    ("ranking", ".983", lambda: ndcg([3, 0, 1])),
    ("ranking", ".211", lambda: slope_of_the_loss(0.2, 0.7, two_lists_of_a_library([0, 3, 1, 0], 1, 2))),
    ("ranking", "13.3", lambda: 100 * logarithms_that_add_up(100, 30, 3, 40, 1000)),
    ("pagerank", ".388", lambda: shares_of_a_walk(0)),
    ("pagerank", ".215", lambda: shares_of_a_walk(1)),
    ("pagerank", ".397", lambda: shares_of_a_walk(2)),
    ("pagerank", "90", lambda: round_by_round(85, 6)),
    ("pagerank", "1,444", lambda: round_by_round(99, 6)),
    ("pagerank", ".46", lambda: gain_of_own_pages(200)),
    ("ctr-prediction", "1.50", lambda: smallest_bid_that_wins([(Fraction(2), Fraction(1, 100)), B])),
    ("ctr-prediction", "1.25", lambda: smallest_bid_that_wins([(Fraction(2), Fraction(12, 1000)), B])),
    ("ctr-prediction", ".010", lambda: weighted_rows(Fraction(1, 10), Fraction(92, 1000))),
    ("ctr-prediction", "1.45", lambda: integrated_posterior(3, 50, Fraction(1, 100), 500)),
    ("ctr-prediction", "2.5", lambda: said_of_the_winner(500, 0.3)),
]
"""Topic, the number as its lesson shows it, and how it comes out."""
B = (Fraction(1), Fraction(15, 1000))


@pytest.mark.parametrize(("topic", "shown", "compute"), WORKED, ids=[f"{row[0]}-{row[1]}" for row in WORKED])
def test_the_numbers_that_a_lesson_works_out(topic: str, shown: str, compute: Callable[[], float]) -> None:
    lesson = (FOLDER / topic / "lesson.md").read_text("utf-8")
    assert re.search(rf"(?<![\d.]){re.escape(shown)}(?![\d]|\.\d)", lesson), f"the lesson does not show {shown}"
    assert round(compute(), len(shown.partition(".")[2])) == float(shown.replace(",", ""))


def test_rank_that_leaks_and_is_scaled_is_rank_that_jumps_from_pages_without_links() -> None:
    rng = np.random.default_rng(0)
    pages = 40
    links = (rng.random((pages, pages)) < 0.08).astype(float)
    links[:, :6] = 0
    out = links.sum(axis=0)
    leaking = links / np.maximum(out, 1)
    jumping = np.where(out == 0, 1 / pages, leaking)
    ranks = [np.linalg.solve(np.eye(pages) - 0.85 * walk, np.full(pages, 0.15 / pages)) for walk in (leaking, jumping)]
    assert ranks[0].sum() < 0.9
    assert ranks[0] / ranks[0].sum() == pytest.approx(ranks[1])
