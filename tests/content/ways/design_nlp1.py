"""Text classification, preprocessing, entities, topics, word vectors."""

import re
from fractions import Fraction

import numpy as np

from tests.content.recomputing import another_way

# Text classification


@another_way("text-classification", "act_alone", "draw_costs")
def where_both_cost_the_same(person: Fraction, wrong: int, errors: Fraction) -> float:
    from scipy.optimize import brentq

    def dearer(chance: float) -> float:
        return float((1 - chance) * wrong - np.dot([1, wrong], [float(person), float(errors)]))

    return float(brentq(dearer, 0, 1, xtol=1e-12))


@another_way("text-classification", "share_from_count", "draw_rates")
def solved_for_both_groups(hits: Fraction, false: Fraction, marked: Fraction) -> float:
    rates = np.array([[hits, false], [1 - hits, 1 - false]], dtype=float)
    return float(100 * np.linalg.solve(rates, np.array([marked, 1 - marked], dtype=float))[0])


@another_way("text-classification", "random_labels", "draw_recall")
def sample_whose_interval_is_so_wide(percent: int, points: int, rarity: int) -> float:
    from scipy.optimize import brentq
    from scipy.stats import norm

    def half(positives: float) -> float:
        spread = np.sqrt(percent / 100 * (1 - percent / 100) / positives)
        return float(1.96 / norm.ppf(0.975) * norm.interval(0.95, scale=spread)[1])

    return rarity * float(brentq(lambda positives: half(positives) - points / 100, 1, 1e6, xtol=1e-9))


# Text preprocessing


@another_way("text-preprocessing", "first_merge", "draw_text")
def overlapping_matches(text: list[tuple[str, int]]) -> float:
    """In the text written out, with every pair of its letters looked for."""
    written = " ".join(word for word, number in text for _ in range(number))
    letters = sorted(set(written) - {" "})
    return max(len(re.findall(f"(?={a}{b})", written)) for a in letters for b in letters)


@another_way("text-preprocessing", "shared_bucket", "draw_buckets")
def not_alone(thousands: int, power: int) -> float:
    from scipy.stats import binom

    return float(100 * binom.sf(0, 1000 * thousands - 1, 2.0**-power))


@another_way("text-preprocessing", "words_lost", "draw_lengths")
def tokens_beyond_the_limit(limit: int, large: Fraction, small: Fraction) -> float:
    words = limit / large
    return float(100 * (words * small - limit) / (words * small))


# Named entities


@another_way("named-entity-recognition", "f_of_entities", "draw_errors")
def sets_of_spans(right: int, border: int, kind: int, missed: int, made_up: int) -> float:
    """Entities of two words, each in a sentence of its own; F1 is the harmonic mean of precision and recall."""
    from scipy.stats import hmean

    truth = {(row, 0, 2, "A") for row in range(right + border + kind + missed)}
    said = {(row, 0, 2, "A") for row in range(right)}
    said |= {(right + row, 0, 1, "A") for row in range(border)}
    said |= {(right + border + row, 0, 2, "B") for row in range(kind)}
    said |= {(-1 - row, 0, 2, "A") for row in range(made_up)}
    both = len(truth & said)
    return float(100 * hmean([both / len(said), both / len(truth)]))


@another_way("named-entity-recognition", "leaky_messages", "draw_messages")
def summed_over_what_is_found(percent: list[int], found: Fraction) -> float:
    from scipy.stats import binom

    return float(
        sum(
            share * sum(binom.pmf(seen, names, float(found)) for seen in range(names))
            for share, names in zip(percent, (0, 1, 2, 5), strict=True)
        )
    )


@another_way("named-entity-recognition", "legal_sequences", "draw_tags")
def steps_in_a_matrix(kinds: int, words: int) -> float:
    """Walks of so many tags over the allowed steps; a sentence begins as if after O."""
    allowed = np.ones((2 * kinds + 1, 2 * kinds + 1), dtype=int)
    allowed[:, 1 + kinds :] = 0
    for kind in range(kinds):
        allowed[[1 + kind, 1 + kinds + kind], 1 + kinds + kind] = 1
    return float(np.linalg.matrix_power(allowed, words)[0].sum())


# Topics


@another_way("topic-modeling", "gibbs_step", "draw_counts")
def likelier_joint_counts(one: tuple[int, int, int], other: tuple[int, int, int], vocabulary: int) -> float:
    """From the joint probability of all topics and words, shares integrated out, for the word in A and in B."""
    from scipy.special import expit, gammaln

    def joint(in_one: int) -> float:
        total = 0.0
        for (n_dk, n_kw, n_k), more in ((one, in_one), (other, 1 - in_one)):
            total += gammaln(n_dk + more + 0.1) + gammaln(n_kw + more + 0.01)
            total -= gammaln(n_k + more + 0.01 * vocabulary)
        return total

    return float(expit(joint(1) - joint(0)))


@another_way("topic-modeling", "coherence", "draw_pair")
def from_entropies(documents: int, first: int, second: int, both: int) -> float:
    """By the surprise, in bits, of each word and of both."""
    one, other, joint = (-np.log2(np.array([first, second, both]) / documents)).tolist()
    return float((one + other - joint) / joint)


@another_way("topic-modeling", "perplexity_of_mix", "draw_mix")
def two_to_the_cross_entropy(percent: int, words: list[tuple[int, int]]) -> float:
    shares = np.array([percent, 100 - percent]) / 100
    return float(2 ** -np.mean(np.log2(shares @ np.array(words).T / 1000)))


# Word2vec


@another_way("word2vec", "kept", "draw_frequency")
def by_the_logarithms(frequency: Fraction, power: int) -> float:
    """Occurrences left, one word in a million words: half of the logarithms of threshold and frequency add up."""
    share = float(frequency)
    return float(10 ** (6 + min(np.log10(share), 0.5 * (np.log10(share) - power))))


@another_way("word2vec", "drawn_as_negative", "draw_words")
def softmax_of_logarithms(counts: list[int]) -> float:
    from scipy.special import softmax

    return float(100 * softmax(0.75 * np.log(counts)).max())


@another_way("word2vec", "pairs_of_session", "draw_session")
def counted_pairs(clicks: int, window: int) -> float:
    places = np.arange(clicks)
    apart = np.abs(places[:, None] - places)
    return float(((apart > 0) & (apart <= window)).sum())
