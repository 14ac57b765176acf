import math
from fractions import Fraction
from itertools import pairwise

import numpy as np

from sharpen import checks

GO = {"<s>": {"go": 0.5, "stop": 0.5}, "go": {"go": 0.75, "</s>": 0.25}, "stop": {"</s>": 1.0}}


def random_model(rng, words):
    """A model over a few words in which every pair is possible; probabilities sum to one."""
    names = [f"w{i}" for i in range(words)]
    rows = rng.dirichlet(np.ones(words + 1), words + 1)
    return {
        previous: dict(zip([*names, "</s>"], row.tolist(), strict=True))
        for previous, row in zip(["<s>", *names], rows, strict=True)
    }


def random_sentence(rng, words, length):
    return [f"w{i}" for i in rng.integers(0, words, length)]


def one_sentence(rng, size):
    words, length = size
    return random_sentence(rng, words, length), random_model(rng, words)


def several_sentences(rng, size):
    words, lengths = size
    return [random_sentence(rng, words, length) for length in lengths], random_model(rng, words)


def product(sentence, model):
    """The probability itself, exactly."""
    tokens = ["<s>", *sentence, "</s>"]
    return math.prod((Fraction(model.get(a, {}).get(b, 0)) for a, b in pairwise(tokens)), start=Fraction(1))


def log_of_product(sentence, model):
    p = product(sentence, model)
    return math.log(p.numerator) - math.log(p.denominator) if p else -math.inf


def from_all_tokens(sentences, model):
    if any(not product(sentence, model) for sentence in sentences):
        return math.inf
    return math.exp(
        -math.fsum(log_of_product(sentence, model) for sentence in sentences)
        / sum(len(sentence) + 1 for sentence in sentences)
    )


def chain_of(p):
    """A model that says `on` again with probability p."""
    return {"<s>": {"on": p}, "on": {"on": p, "</s>": p}}


def at_least_one(got, _sentences, _model):
    return None if got >= 1 - 1e-9 else f"a perplexity is at least 1; got {got}"


def same_as_one_by_one(ask, sentences, model):
    together = ask(sentences, model)
    tokens = [len(sentence) + 1 for sentence in sentences]
    alone = [ask([sentence], model) for sentence in sentences]
    mean = math.fsum(n * math.log(one) for n, one in zip(tokens, alone, strict=True)) / sum(tokens)
    if not math.isclose(math.log(together), mean, rel_tol=1e-6, abs_tol=1e-9):
        return "the log-perplexity of a text is the mean over its tokens, not over its sentences"
    return None


CHECKS = [
    checks.example(
        "The sentence go",
        checks.call("log_probability", ["go"], GO),
        math.log(1 / 8),
    ),
    checks.oracle(
        "The log of the product, from the start token to the end token",
        "log_probability",
        one_sentence,
        [(1, 0), (1, 1), (2, 2), (2, 3), (3, 8), (5, 30), (8, 100)],
        expected=log_of_product,
    ),
    checks.oracle(
        "What the model does not know makes the sentence impossible",
        "log_probability",
        [
            (["run"], GO),
            (["go", "run"], GO),
            (["go", "stop"], GO),
            ([], GO),
            (["stop", "stop", "go"], GO),
            (["go", "go"], {"<s>": {"go": 1.0}, "go": {"go": 0.0, "</s>": 1.0}}),
            (["go"], {}),
        ],
        expected=log_of_product,
    ),
    checks.stability(
        "Long sentences and tiny probabilities do not underflow",
        "log_probability",
        [
            (["on"] * 2_000, chain_of(0.001)),
            (["on"] * 3, chain_of(1e-300)),
            (["on"] * 400, chain_of(1e-10)),
        ],
        expected=lambda sentence, model: (len(sentence) + 1) * math.log(model["<s>"]["on"]),
    ),
    checks.oracle(
        "Perplexity is a mean over words and end tokens",
        "perplexity",
        several_sentences,
        [(1, [0]), (2, [1]), (2, [3, 0]), (3, [1, 5]), (4, [2, 9, 0, 4]), (6, [20, 1, 30])],
        expected=from_all_tokens,
    ),
    checks.oracle(
        "The perplexity of a fair choice is the number of choices, of a certainty one",
        "perplexity",
        [
            ([["on"]], chain_of(1.0)),
            ([["on"] * 7, ["on"]], chain_of(0.25)),
            ([["on"] * 900], chain_of(0.1)),
            ([["on"] * 3], chain_of(1e-300)),
        ],
        expected=lambda _sentences, model: 1 / model["<s>"]["on"],
    ),
    checks.oracle(
        "One impossible sentence makes the perplexity infinite",
        "perplexity",
        [([["go"], ["run"]], GO), ([["stop", "go"]], GO), ([[]], GO)],
        expected=lambda _sentences, _model: math.inf,
    ),
    checks.relation(
        "Long sentences weigh more than short ones",
        "perplexity",
        several_sentences,
        [(2, [1, 6]), (4, [0, 25, 3])],
        holds=same_as_one_by_one,
    ),
    checks.property(
        "A perplexity is at least one",
        "perplexity",
        several_sentences,
        [(1, [2]), (3, [4, 4])],
        holds=at_least_one,
    ),
    checks.error(
        "No sentences at all raise ValueError",
        [checks.call("perplexity", [], GO)],
    ),
    checks.unchanged(
        "The model and the sentences are left as they were",
        "log_probability",
        [
            checks.call("log_probability", ["go"], {"<s>": {"go": 1.0}}),
            checks.call("perplexity", [["go"], ["run", "go"]], {"<s>": {"go": 0.5, "run": 0.5}, "go": {"</s>": 1.0}}),
        ],
    ),
]
