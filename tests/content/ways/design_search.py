"""Ads, ranking and search: autocomplete, search, ranking, PageRank, clicks."""

import itertools
from fractions import Fraction

import numpy as np

from tests.content.recomputing import another_way, slope_of

# Autocomplete


@another_way("autocomplete", "overtaking", "draw_rates")
def where_faded_counts_meet(half_life: int, old: int, new: int) -> float:
    from scipy.integrate import quad
    from scipy.optimize import brentq

    def faded(rate: float, since: float) -> float:
        return float(quad(lambda age: rate * 0.5 ** (age / half_life), 0, since, epsabs=1e-10, limit=200)[0])

    ever = faded(old, 60 * half_life)
    return float(brentq(lambda hours: faded(new, hours) - ever, 0, 10 * half_life, xtol=1e-10))


@another_way("autocomplete", "letters_spared", "draw_three")
def best_of_all_orders(queries: list[tuple[int, int]]) -> float:
    worth = np.prod(np.array(list(itertools.permutations(queries))), axis=2) / 100
    return float((worth @ [0.9, 0.7, 0.5]).max())


@another_way("autocomplete", "one_slip_away", "draw_length")
def every_slip(length: int, size: int) -> float:
    letters = [chr(ord("a") + place) for place in range(size)]
    typed = "".join(letters[:length])
    found = {typed[:i] + letter + typed[i + cut :] for i in range(length + 1) for letter in letters for cut in (0, 1)}
    return len((found | {typed[:i] + typed[i + 1 :] for i in range(length)}) - {typed})


# Search


@another_way("search", "bm25", "draw_word")
def counted_in_texts(documents: int, having: int, count: int, length: Fraction) -> float:
    """The document is the first; others have the mean length, but for four that make up for it."""
    from sklearn.feature_extraction.text import CountVectorizer

    mean = 40
    lengths = np.full(documents, mean)
    lengths[0] = int(length * mean)
    lengths[-4:] += (mean - lengths[0]) // 4
    found = [count if row == 0 else int(row < having) for row in range(documents)]
    texts = [" ".join(["word"] * f + ["rest"] * (size - f)) for f, size in zip(found, lengths.tolist(), strict=True)]
    counts = CountVectorizer(vocabulary=["word", "rest"]).fit_transform(texts).toarray()
    sizes = counts.sum(axis=1)
    frequency = counts[0, 0] / (0.25 + 0.75 * sizes[0] / sizes.mean())
    odds = (documents + 1) / ((counts[:, 0] > 0).sum() + 0.5)
    return float(np.log(odds) / (1 + 1.2 / frequency))


@another_way("search", "reciprocal_rank", "draw_ranks")
def precision_of_single_labels(ranks: list[int], cut: int) -> float:
    from sklearn.metrics import label_ranking_average_precision_score

    places = np.arange(1, 31)
    right = places == np.array(ranks)[:, None]
    found = [row for row, rank in zip(right, ranks, strict=True) if rank <= cut]
    scores = np.broadcast_to(-places, (len(found), len(places)))
    return float(label_ranking_average_precision_score(found, scores)) * len(found) / len(ranks)


@another_way("search", "both_lists", "draw_fusion")
def tried_one_by_one(constant: int, single: int) -> float:
    alone = Fraction(1, constant + single)
    return max(rank for rank in range(1, 1000) if Fraction(2, constant + rank) > alone)


# Ranking


@another_way("ranking", "worth_of_a_swap", "draw_list")
def two_lists_of_a_library(grades: list[int], first: int, second: int) -> float:
    from sklearn.metrics import ndcg_score

    gains = [[2**grade - 1 for grade in grades]]
    before = np.arange(4, 0, -1.0)
    after = before.copy()
    after[[first - 1, second - 1]] = before[[second - 1, first - 1]]
    return abs(float(ndcg_score(gains, [before]) - ndcg_score(gains, [after])))


@another_way("ranking", "pull", "draw_pair")
def slope_of_the_loss(better: float, worse: float, swap: float) -> float:
    return -swap * slope_of(lambda score: float(np.logaddexp(0, worse - score)), better)


@another_way("ranking", "rate_in_first_place", "draw_shuffled")
def logarithms_that_add_up(top: int, lower: int, _rank: int, clicks: int, views: int) -> float:
    """Unknown are the logarithms of what is usually liked, of looking at the lower rank, and of this result."""
    seen = np.log([top / 1000, lower / 1000, clicks / views])
    return float(np.exp(np.linalg.solve([[1, 0, 0], [1, 1, 0], [0, 1, 1]], seen)[2]))


# PageRank


@another_way("pagerank", "hub", "draw_hub")
def where_the_walk_settles(around: int, hundredths: int) -> float:
    pages, damping = around + 1, hundredths / 100
    links = np.zeros((pages, pages))
    links[0, 1:] = 1
    links[1:, 0] = 1 / around
    walk = damping * links + (1 - damping) / pages
    values, vectors = np.linalg.eig(walk)
    lasting = np.real(vectors[:, np.argmax(np.real(values))])
    return float(lasting[0] / lasting.sum())


@another_way("pagerank", "rounds", "draw_accuracy")
def round_by_round(hundredths: int, digits: int) -> float:
    apart, count = Fraction(2), 0
    while apart > Fraction(1, 10**digits):
        apart, count = apart * Fraction(hundredths, 100), count + 1
    return count


@another_way("pagerank", "own_pages", "draw_farm")
def solved_for_every_page(pages: int, income: int, hundredths: int) -> float:
    damping = hundredths / 100
    links = np.zeros((pages + 1, pages + 1))
    links[0, 1:], links[1:, 0] = 1, 1 / pages
    given = np.array([income, *[1 - damping] * pages])
    return float(np.linalg.solve(np.eye(pages + 1) - damping * links, given)[0])


# Clicks


@another_way("ctr-prediction", "corrected", "draw_sampling")
def weighted_rows(kept: Fraction, score: Fraction) -> float:
    """Of a thousand rows that the model was trained on and that score alike."""
    clicked = np.arange(1000) < 1000 * score
    return float(np.average(clicked, weights=np.where(clicked, 1, float(1 / kept))))


@another_way("ctr-prediction", "price_of_a_click", "draw_bids")
def smallest_bid_that_wins(ads: list[tuple[Fraction, Fraction]]) -> float:
    from scipy.optimize import brentq

    bids, chances = np.array(ads, dtype=float).T
    place = int(np.argmax(bids * chances))
    others = np.delete(bids * chances, place)
    return float(brentq(lambda bid: bid * chances[place] - others.max(), 0, 100, xtol=1e-12))


@another_way("ctr-prediction", "few_views", "draw_views")
def integrated_posterior(clicks: int, views: int, mean: Fraction, weight: int) -> float:
    from scipy.stats import beta, binom

    rates = np.linspace(0, 1, 40_001)[1:-1]
    density = beta.pdf(rates, float(mean * weight), float((1 - mean) * weight)) * binom.pmf(clicks, views, rates)
    return float(100 * (rates * density).sum() / density.sum())
