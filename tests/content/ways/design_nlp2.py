"""Machine translation, beam search and taggers."""

import itertools
from fractions import Fraction

import numpy as np

from tests.content.recomputing import another_way, floats, sizes

# Machine translation


@another_way("machine-translation", "bleu_by_hand", "draw_output")
def bleu_of_counts(output: str, reference: str, largest: int = 2) -> float:
    """By tables of counts, as for a corpus of one sentence."""
    from scipy.stats import gmean
    from sklearn.feature_extraction.text import CountVectorizer

    shares = []
    for n in range(1, largest + 1):
        counts = CountVectorizer(ngram_range=(n, n), token_pattern=r"\S+").fit_transform([output, reference]).toarray()
        shares.append(counts.min(axis=0).sum() / counts[0].sum())
    lengths = [text.count(" ") + 1 for text in (output, reference)]
    return float(np.exp(min(0, 1 - lengths[1] / lengths[0])) * gmean(shares))


@another_way("machine-translation", "time_of_decoding", "draw_decoder")
def bytes_read_step_by_step(_encoder: int, decoder: int, bandwidth: int, tokens: int) -> float:
    weights = np.dtype(np.float16).itemsize * decoder * 10**6
    read = np.cumsum(np.full(tokens, weights, dtype=np.int64))
    return float(read[-1] / (bandwidth * 10**9 / 1000))


@another_way("machine-translation", "wrong_without_flag", "draw_flags")
def counted_among_translations(wrong: int, flagged: int, found: int) -> float:
    """Of ten thousand: the first are wrong, and of these the first are flagged."""
    places = np.arange(10_000)
    is_wrong = places < 100 * wrong
    is_flagged = places < wrong * found
    others = np.flatnonzero(~is_wrong)[: 100 * flagged - wrong * found]
    is_flagged[others] = True
    assert is_flagged.sum() == 100 * flagged
    return float(100 * is_wrong[~is_flagged].mean())


# Beam search


@another_way("beam-search", "beam_of_two", "draw_table")
def all_outputs_cut_to_prefixes(start: list[Fraction], table: list[list[Fraction]], width: int = 2) -> float:
    """Of all outputs, those go whose prefix is not among the best that are left."""
    first, moves = floats(start), floats(table)
    chances = {(a, b, c): (first[a], first[a] * moves[a, b]) for a, b, c in itertools.product(range(3), repeat=3)}
    for length in (1, 2):
        prefixes = {text[:length]: seen[length - 1] for text, seen in chances.items()}
        best = sorted(prefixes, key=lambda text: -prefixes[text])[:width]
        chances = {text: seen for text, seen in chances.items() if text[:length] in best}
    return float(max(seen[1] * moves[text[1], text[2]] for text, seen in chances.items()))


@another_way("beam-search", "where_the_longer_wins", "draw_two_outputs")
def root_of_the_difference(short: int, score: float, longer: int, lower: float) -> float:
    from scipy.optimize import brentq

    return float(brentq(lambda power: score / short**power - lower / longer**power, -5, 5, xtol=1e-12))


@another_way("beam-search", "keys_and_values", "draw_cache")
def entries_of_the_cache(layers: int, width: int, texts: int, beam: int, tokens: int) -> float:
    return sizes(*[(texts, beam, tokens, width)] * (2 * layers)) * np.dtype(np.float16).itemsize / 1e6


# Taggers


@another_way("pos-tagging-hmm", "mixed_transition", "draw_counts")
def share_of_a_weighted_text(counts: list[tuple[int, int]], weights: list[int]) -> float:
    """Every place counts with its model's weight, shared among that model's places."""
    is_noun = np.concatenate([np.arange(of) < came for came, of in counts])
    each = np.concatenate([np.full(of, weight / of) for (_, of), weight in zip(counts, weights, strict=True)])
    return float(np.average(is_noun, weights=each))


@another_way("pos-tagging-hmm", "tag_of_a_new_word", "draw_new_word")
def softmax_of_log_odds(after: tuple[int, ...], suffix: tuple[int, ...], overall: tuple[int, ...]) -> float:
    """With emissions by Bayes' rule; one word in a thousand has this suffix."""
    from scipy.special import softmax

    of_suffix = 1e-3
    emissions = of_suffix * floats(suffix) / floats(overall)
    return float(softmax(np.log(floats(after)) + np.log(emissions))[1])


@another_way("pos-tagging-hmm", "in_another_domain", "draw_accuracies")
def counted_in_two_texts(known: int, new: int, home: int, elsewhere: int) -> float:
    """Of a hundred thousand words each; the first are new, and of both kinds the first are right."""
    shares = []
    for percent in (home, elsewhere):
        news = 1000 * percent
        right = np.concatenate(
            [1000 * np.arange(news) < news * new, 1000 * np.arange(100_000 - news) < (100_000 - news) * known]
        )
        shares.append(100 * right.mean())
    return float(shares[0] - shares[1])
