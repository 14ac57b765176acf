"""Language models, GloVe, BERT, dialog, and LinkedIn's systems."""

import itertools
from fractions import Fraction

import numpy as np

from tests.content.recomputing import another_way, sizes

# Language modeling


@another_way("language-modeling", "bits_per_byte", "draw_loss")
def bits_of_a_whole_text(perplexity: Fraction, size: Fraction) -> float:
    """Of a thousand tokens that are as likely as the perplexity says."""
    tokens = np.full(1000, 1 / float(perplexity))
    return float(-np.log2(tokens).sum() / (1000 * float(size)))


@another_way("language-modeling", "discounted", "draw_followers")
def occurrences_that_give_way(seen: int, kinds: int, count: int, shorter: Fraction) -> float:
    """One occurrence is drawn; if it is the first of its word, the shorter model answers with the chance d."""
    words = [0] * count + list(range(1, kinds)) + [kinds - 1] * (seen - count - kinds + 1)
    first = [words.index(word) == place for place, word in enumerate(words)]
    own = np.array(words) == 0
    return float(np.where(first, 0.75 * float(shorter) + 0.25 * own, own).mean())


@another_way("language-modeling", "conversations", "draw_room")
def filled_one_by_one(billions: float, layers: int, width: int, tokens: int, memory: int) -> float:
    kept = np.broadcast_to(np.float16(0), (2, layers, tokens, width)).size * 2
    left = round(memory * 1e9 - billions * 1e9 * np.float16(0).nbytes)
    return sum(1 for _ in itertools.takewhile(lambda used: used <= left, itertools.count(kept, kept)))


# GloVe


@another_way("glove", "counted", "draw_sentence")
def all_pairs_of_places(words: list[str], window: int) -> float:
    places = np.arange(len(words))
    apart = abs(places[:, None] - places)
    worth = np.divide(1, apart, where=(apart > 0) & (apart <= window), out=np.zeros(apart.shape))
    return float((np.array(words) == "soup") @ worth @ (np.array(words) == "hot"))


@another_way("glove", "cost_of_a_pair", "draw_pair")
def scored_by_a_library(dot: Fraction, first: Fraction, second: Fraction, count: int) -> float:
    """Beside a pair without error, which gets the rest of the weight."""
    from sklearn.metrics import mean_squared_error

    said, weight = float(dot + first + second), float(np.sqrt(np.sqrt((count / 100) ** 3)))
    return float(mean_squared_error(np.log([count, 1]), [said, 0], sample_weight=[weight, 1 - weight]))


@another_way("glove", "difference", "draw_probe")
def solved_from_the_fit(first: int, second: int, all_first: int, all_second: int) -> float:
    """Unknown are the two dot products; the bias of the third word is any number."""
    biases, other = np.log([all_first, all_second]), 0.7
    dots = np.linalg.solve(np.eye(2), np.log([first, second]) - biases - other)
    return float(dots[0] - dots[1])


# BERT


@another_way("elmo-and-bert", "texts_a_second", "draw_speed")
def counted_by_matrix(layers: int, width: int, tokens: int, speed: int) -> float:
    """Products of an m x k and a k x n matrix, each with mkn multiplications and as many additions."""
    products = [
        *[(tokens, width, width)] * 4,
        *[(tokens, width, tokens), (tokens, tokens, width)],
        *[(tokens, width, 4 * width), (tokens, 4 * width, width)],
    ]
    return speed * 1e12 / (2 * layers * sizes(*products))


@another_way("elmo-and-bert", "saved_by_sorting", "draw_lengths")
def two_tables(lengths: list[int]) -> float:
    tables = np.array(lengths).reshape(2, 4), np.sort(lengths).reshape(2, 4)
    empty = [(table.max(axis=1, keepdims=True) - table).sum() for table in tables]
    return float(empty[0] - empty[1])


# Dialog


@another_way("dialog-and-chatbots", "cheapest_rule", "draw_intents")
def every_rule(intents: list[tuple[int, int]], person: int, wrong: int) -> float:
    shares, right = np.array(intents).T / 100
    answered = np.array(list(itertools.product([0, 1], repeat=4)))
    return float((np.where(answered, (1 - right) * wrong, person) @ shares).min())


@another_way("dialog-and-chatbots", "read_again", "draw_turns")
def one_turn_after_another(fixed: int, question: int, answer: int, turns: int) -> float:
    context, read = fixed, 0
    for _ in range(turns):
        context += question
        read += context
        context += answer
    return read


# LinkedIn


@another_way("linkedin-feed-and-recruiter", "accepted", "draw_candidates")
def every_pair(found: list[tuple[int, int]]) -> float:
    message, accepts = np.array(found).T / 100
    pairs = np.array(list(itertools.combinations(range(5), 2)))
    both = (message * accepts)[pairs].sum(axis=1)
    return float(both.max() - both[message[pairs].sum(axis=1).argmax()])


@another_way("linkedin-feed-and-recruiter", "turning_point", "draw_authors")
def where_values_meet(popular: int, new: int, little: int, much: int) -> float:
    from scipy.optimize import brentq

    def ahead(price: float) -> float:
        return new * (1 + price * much / 100) - popular * (1 + price * little / 100)

    return float(brentq(ahead, 0, 1e6, xtol=1e-10))


@another_way("linkedin-course-recommendation", "weighted_odds", "draw_watches")
def least_weighted_loss(shown: int, minutes: list[int]) -> float:
    from scipy.optimize import brentq
    from scipy.special import expit

    clicked = np.arange(shown) < len(minutes)
    weights = np.ones(shown)
    weights[: len(minutes)] = minutes
    score = brentq(lambda score: float((weights * (expit(score) - clicked)).sum()), -20, 20, xtol=1e-12)
    return float(np.exp(score))


@another_way("linkedin-course-recommendation", "personal_effect", "draw_effect")
def conditional_of_a_normal(many: int, mean: Fraction, noise: Fraction, between: Fraction) -> float:
    """Of the intercept, given ratings that share it."""
    covariance = float(between) * np.ones((many, many)) + float(noise) * np.eye(many)
    ratings = float(mean) + np.linspace(-1, 1, many)
    return float(float(between) * np.ones(many) @ np.linalg.solve(covariance, ratings))
