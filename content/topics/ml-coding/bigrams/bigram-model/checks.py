from fractions import Fraction

from sharpen import checks

WORDS = ["the", "a", "cat", "dog", "sat", "ran", "on", "mat", "The", "ran,"]


def text(rng, size):
    """Random sentences over the first words of the list; some sentences are empty."""
    sentences, words, longest = size
    lengths = rng.integers(0, longest + 1, sentences)
    return [[WORDS[i] for i in rng.integers(0, words, length)] for length in lengths]


def known(sentences):
    return sorted({word for sentence in sentences for word in sentence})


def every_distribution(rng, size):
    sentences, alpha = text(rng, size[:3]), size[3]
    call = checks.call("BigramModel", sentences, alpha)
    for previous in ["<s>", *known(sentences), "zebra"]:
        call = call.method("distribution", previous)
    return call


def every_count(rng, size):
    sentences = text(rng, size)
    call = checks.call("BigramModel", sentences, 1.0)
    for previous in ["<s>", *known(sentences), "zebra"]:
        for word in [*known(sentences), "</s>", "zebra"]:
            call = call.method("count", previous, word)
    return call


def occurrences(sentences, previous, word):
    padded = [["<s>", *sentence, "</s>"] for sentence in sentences]
    return sum(line[i : i + 2] == [previous, word] for line in padded for i in range(len(line)))


def counts_by_hand(sentences, _alpha):
    return [
        occurrences(sentences, previous, word)
        for previous in ["<s>", *known(sentences), "zebra"]
        for word in [*known(sentences), "</s>", "zebra"]
    ]


def distribution_by_hand(sentences, alpha, previous):
    after = [*known(sentences), "</s>", "<unk>"]
    alpha = Fraction(alpha)
    counts = {word: occurrences(sentences, previous, word) for word in after}
    total = sum(counts.values()) + alpha * len(after)
    return {word: float((count + alpha) / total) for word, count in counts.items()}


def distributions_by_hand(sentences, alpha):
    return [distribution_by_hand(sentences, alpha, previous) for previous in ["<s>", *known(sentences), "zebra"]]


def sums_to_one(got, _sentences, _alpha):
    for distribution in got:
        if min(distribution.values()) <= 0:
            return "every probability must be positive"
        if abs(sum(distribution.values()) - 1) > 1e-9:
            return f"the probabilities sum to {sum(distribution.values()):.12g}"
    return None


def questions(sentences, alpha):
    """A distribution, questions about words never seen, and the same distribution again."""
    return (
        checks.call("BigramModel", sentences, alpha)
        .method("distribution", "cat")
        .method("probability", "zebra", "yak")
        .method("count", "zebra", "cat")
        .method("probability", "cat", "gnu")
        .method("distribution", "emu")
        .method("distribution", "cat")
    )


def unmoved(got, _sentences, _alpha):
    before, after = got[0], got[-1]
    difference = checks.close()(before, after)
    return f"the same question has two answers, before and after others: {difference.why}" if difference else None


def long_text(rng, size):
    """A long text whose first word follows itself often and is followed by very many others."""
    words, asked = size
    picks = rng.zipf(1.3, words) % 20_000
    sentences = [[f"w{i}" for i in picks[start : start + 20]] for start in range(0, words, 20)]
    call = checks.call("BigramModel", sentences, 0.5)
    for i in range(asked):
        call = call.method("probability", "w1", f"w{i}")
    return call


PETS = [["the", "cat"], ["the", "dog", "the", "cat"]]

CHECKS = [
    checks.example(
        "The cat and the dog",
        checks.call("BigramModel", PETS, alpha=1.0)
        .method("probability", "the", "cat")
        .method("count", "cat", "the")
        .method("count", "the", "cat")
        .method("probability", "<s>", "the")
        .method("probability", "cat", "</s>"),
        [3 / 8, 0, 2, 3 / 7, 3 / 7],
    ),
    checks.oracle(
        "Pairs are counted, start and end included, within sentences only",
        "BigramModel",
        every_count,
        [(1, 1, 0), (1, 1, 1), (2, 1, 2), (2, 2, 3), (5, 3, 4), (30, 7, 6)],
        expected=counts_by_hand,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Probabilities are smoothed over all that can come next",
        "BigramModel",
        every_distribution,
        [
            (0, 1, 0, 0.5),
            (1, 1, 1, 1.0),
            (2, 2, 2, 1.0),
            (3, 3, 5, 0.5),
            (10, 4, 6, 2.0),
            (20, 10, 8, 0.01),
            (40, 6, 9, 3.5),
        ],
        expected=distributions_by_hand,
    ),
    checks.property(
        "After every word the probabilities sum to one",
        "BigramModel",
        every_distribution,
        [(0, 1, 0, 1.0), (1, 1, 0, 0.5), (3, 3, 4, 1.0), (20, 9, 7, 0.1)],
        holds=sums_to_one,
    ),
    checks.oracle(
        "A word never seen is treated as <unk>",
        "BigramModel",
        [
            checks.call("BigramModel", PETS, alpha)
            .method("probability", "the", "zebra")
            .method("probability", "the", "<unk>")
            .method("probability", "<s>", "zebra")
            .method("probability", "zebra", "the")
            .method("probability", "zebra", "yak")
            for alpha in (1.0, 0.25)
        ],
        expected=lambda _sentences, alpha: [
            alpha / (3 + 5 * alpha),
            alpha / (3 + 5 * alpha),
            alpha / (2 + 5 * alpha),
            1 / 5,
            1 / 5,
        ],
    ),
    checks.oracle(
        "Without alpha, one is added",
        "BigramModel",
        [checks.call("BigramModel", PETS).method("probability", "the", "cat").method("probability", "dog", "dog")],
        expected=lambda _sentences: [3 / 8, 1 / 6],
    ),
    checks.property(
        "Asking does not change the model",
        "BigramModel",
        [questions([["cat"]], 1.0), questions([["a", "cat", "sat"], ["a", "cat"]], 0.5)],
        holds=unmoved,
    ),
    checks.error(
        "An alpha that is not positive raises ValueError",
        [checks.call("BigramModel", PETS, alpha).method("count", "the", "cat") for alpha in (0.0, -1.0)],
    ),
    checks.unchanged(
        "The sentences are left as they were",
        "BigramModel",
        [checks.call("BigramModel", [["the", "cat"], [], ["a"]], 1.0).method("count", "the", "cat")],
    ),
    checks.growth(
        "A probability takes constant time",
        "BigramModel",
        long_text,
        [(2_000, 10), (60_000, 2_000)],
    ),
]
