import math
from collections import Counter
from fractions import Fraction
from itertools import pairwise

import numpy as np

from sharpen import checks

near = checks.close(rtol=1e-9, atol=1e-9)

LONG = "the same words at the beginning of a long line, except for number "
GO = {"<s>": {"go": 0.5, "stop": 0.5}, "go": {"go": 0.75, "</s>": 0.25}, "stop": {"</s>": 1.0}}
STAY = {"<s>": {"go": 1, "stop": 0}, "go": {"go": 0.5, "</s>": 0.125}}
FALLING = {"<s>": {"on": 1e-100}, "on": {"off": 1e-300}, "off": {"</s>": 0.5}}
UNKNOWN = {"<s>": {"<unk>": 0.5, "Go": 0.25}, "<unk>": {"</s>": 0.5, "New York": 0.125}, "New York": {"</s>": 1}}


def random_model(rng, words):
    """A model over a few words in which every pair is possible; probabilities sum to one."""
    names = checks.names("w", words)
    rows = rng.dirichlet(np.ones(words + 1), words + 1)
    return {
        previous: dict(zip([*names, "</s>"], row.tolist(), strict=True))
        for previous, row in zip(["<s>", *names], rows, strict=True)
    }


def random_sentence(rng, words, length):
    names = checks.names("w", words)
    return [names[i] for i in rng.integers(0, words, length)]


def one_sentence(rng, size):
    words, length = size
    return random_sentence(rng, words, length), random_model(rng, words)


def several_sentences(rng, size):
    """Sentences of several lengths, the first of them twice; or, where the size is a number, so many of one word."""
    if isinstance(size, int):
        return one_by_one(size)
    words, lengths = size
    sentences = [random_sentence(rng, words, length) for length in lengths]
    return sentences + sentences[: len(sentences) > 1], random_model(rng, words)


def product(sentence, model):
    """The probability itself, exactly."""
    tokens = ["<s>", *sentence, "</s>"]
    return math.prod((Fraction(model.get(a, {}).get(b, 0)) for a, b in pairwise(tokens)), start=Fraction(1))


def log_of_product(sentence, model):
    p = product(sentence, model)
    return math.log(p.numerator) - math.log(p.denominator) if p else -math.inf


def from_all_tokens(sentences, model):
    """Each pair of neighbors once, times how often it comes."""
    pairs = Counter(pair for sentence in sentences for pair in pairwise(["<s>", *sentence, "</s>"]))
    chances = {(a, b): model.get(a, {}).get(b, 0) for a, b in pairs}
    if not all(chances.values()):
        return math.inf
    total = math.fsum(times * math.log(chances[pair]) for pair, times in pairs.items())
    return math.exp(-total / pairs.total())


def chain_of(p):
    """A model that says `on` again with probability p."""
    return {"<s>": {"on": p}, "on": {"on": p, "</s>": p}}


def counting(words):
    """A sentence of so many different words, and a model in which each is followed by the next, now rarely, now not."""
    tokens = ["<s>", *(f"w{i}" for i in range(words)), "</s>"]
    return tokens[1:-1], {a: {b: 1 / (1 + i % 7)} for i, (a, b) in enumerate(pairwise(tokens))}


def one_by_one(sentences):
    """So many sentences of one word, every hundred of them another one that is likelier to go on."""
    names = [f"w{i // 100}" for i in range(sentences)]
    rows = {name: {"</s>": 1 / (1 + i)} for i, name in enumerate(dict.fromkeys(names))}
    return [[name] for name in names], {"<s>": dict.fromkeys(names, 0.0625), **rows}


def same_as_one_by_one(ask, sentences, model):
    together = ask(sentences, model)
    tokens = [len(sentence) + 1 for sentence in sentences]
    alone = [ask([sentence], model) for sentence in sentences]
    mean = math.fsum(n * math.log(one) for n, one in zip(tokens, alone, strict=True)) / sum(tokens)
    if not math.isclose(math.log(together), mean, rel_tol=1e-9, abs_tol=1e-9):
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
        same=near,
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
            (["stop"], STAY),
            (["go"], {}),
            (["go"], {"<s>": {}}),
            (["run"], UNKNOWN),
            (["go"], UNKNOWN),
            (["New"], UNKNOWN),
        ],
        expected=log_of_product,
    ),
    checks.oracle(
        "Words are taken as they are, <unk> among them",
        "log_probability",
        [
            (["<unk>"], UNKNOWN),
            (["<unk>", "New York"], UNKNOWN),
            (["New York"], UNKNOWN),
            (["New York "], UNKNOWN),
            ([f"{LONG}1"], {"<s>": {f"{LONG}1": 0.5, f"{LONG}2": 0.25}, f"{LONG}1": {"</s>": 1}}),
            *(
                (
                    ["a", mark, "b"],
                    {"<s>": {"a": 0.5}, "a": {mark: 0.25, "b": 0.5}, mark: {"b": 0.125}, "b": {"</s>": 1}},
                )
                for mark in (".", ",", "!", "?", "-", " ", "A", "a ")
            ),
            checks.call("perplexity", [["on"] * 4_000], chain_of(0.001)),
            checks.call("perplexity", [["<unk>"], ["<unk>", "New York"]], UNKNOWN),
            checks.call("perplexity", [["Go"]], UNKNOWN | {"Go": {"</s>": 0.5}}),
            checks.call("perplexity", [["a ", "."]], {"<s>": {"a ": 0.5}, "a ": {".": 0.25}, ".": {"</s>": 0.125}}),
        ],
        same=near,
    ),
    checks.stability(
        "Long sentences and tiny probabilities do not underflow",
        "log_probability",
        [
            (["on"] * 3, chain_of(1e-300)),
            (["on", "off"], FALLING),
            (["on"] * 4_999, chain_of(0.001)),
            (["on"] * 4_999, chain_of(1 - 2.0**-30)),
            counting(1_050),
        ],
        expected=lambda sentence, model: -math.log(from_all_tokens([sentence], model)) * (len(sentence) + 1),
        same=near,
    ),
    checks.oracle(
        "Perplexity is a mean over words and end tokens",
        "perplexity",
        several_sentences,
        [(1, [0]), (1, [0, 0]), (2, [1]), (2, [3, 0]), (3, [1, 5]), (4, [2, 9, 0, 4]), (6, [20, 1, 30]), 1_050],
        expected=from_all_tokens,
        same=near,
    ),
    checks.oracle(
        "The perplexity of a fair choice is the number of choices, of a certainty one",
        "perplexity",
        [
            ([["on"]], chain_of(1)),
            ([["on"] * 7, ["on"]], chain_of(0.25)),
            ([["on"] * 900], chain_of(0.1)),
            ([["on"] * 3], chain_of(1e-300)),
        ],
        expected=lambda _sentences, model: 1 / model["<s>"]["on"],
        same=near,
    ),
    checks.oracle(
        "One impossible sentence makes the perplexity infinite",
        "perplexity",
        [([["go"], ["run"]], GO), ([["run"], ["go"]], GO), ([["stop", "go"]], GO), ([[]], GO), ([["go"], []], STAY)],
        expected=lambda _sentences, _model: math.inf,
    ),
    checks.relation(
        "Long sentences weigh more than short ones",
        "perplexity",
        several_sentences,
        [(2, [1, 6]), (4, [0, 25, 3])],
        holds=same_as_one_by_one,
        drawn=False,
    ),
    checks.error(
        "No sentences at all raise ValueError",
        [checks.call("perplexity", [], GO), checks.call("perplexity", [], {})],
    ),
    checks.stateless(
        "Another model gives another answer",
        "log_probability",
        [
            *((["go"], model) for model in (GO, STAY)),
            *(checks.call("perplexity", [["go", "go"], ["go"]], model) for model in (STAY, GO)),
        ],
        same=near,
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
