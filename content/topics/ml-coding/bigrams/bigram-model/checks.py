from fractions import Fraction

from sharpen import checks

WORDS = ["the", "a", "cat", "dog", "sat", "ran", "on", "mat", "The", "ran,", "New York"]
BETWEEN = ["", " ", "  ", "\t", "\n", "\0", "|", "_", "-", ",", ", ", "->", " -> ", ":", "/", "#", "</s>", "<s>"]
"""What people join two words with to make one key of them."""
PUNCTUATION = [".", ",", "!", "?", ";", ":", "...", "-", "'", '"', "(", " ", "\n"]
"""Words that some would not take for words."""

near = checks.close(rtol=1e-9, atol=0)


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


def whole_counts(want, got):
    """Comparator: the right counts, which are integers, as the statement says."""
    difference = checks.exactly()(want, got)
    for count in [] if difference else got:
        if not isinstance(count, int):
            return checks.Difference("", str(int(count)), repr(count), f"a count is an integer, not {count!r}")
    return difference


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
    """A distribution, questions about words never seen, another model, and the same distribution again."""
    return (
        checks.call("BigramModel", sentences, alpha)
        .method("distribution", "cat")
        .method("probability", "zebra", "yak")
        .method("count", "zebra", "ibex")
        .method("probability", "cat", "gnu")
        .method("distribution", "emu")
        .beside([["cat", "owl", "cat", "owl"]], alpha + 1)
        .method("distribution", "cat")
    )


def unmoved(got, _sentences, _alpha):
    difference = near(got[0], got[-1])
    if not difference:
        return None
    return f"the same question has two answers, before and after others and another model: {difference.why}"


def glued(between):
    """A pair of words that is never seen, and becomes one that is when words are glued together."""
    call = checks.call("BigramModel", [[f"b{between}c", "d"], ["b", f"x{between}d"]], 1.0)
    return call.method("count", "b", f"c{between}d").method("count", f"b{between}x", "d")


def long_text(_rng, size):
    """Very many different words, each after "the" or each after the one before, and questions about them."""
    words, after_the, asked = size
    tokens = [f"w{i}" for i in range(words)]
    if after_the:
        tokens = [token for word in tokens for token in ("the", word)]
    call = checks.call("BigramModel", [tokens[start : start + 16] for start in range(0, len(tokens), 16)], 0.5)
    for i in range(0, words, words // asked):
        if after_the:
            call = call.method("probability", "the", f"w{i}")
            continue
        call = call.method("count", f"w{i}", f"w{i + 1}").method("probability", f"w{i}", f"w{i + 1}")
        for j in range(5):
            call = call.method("probability", f"w{i}", f"v{j}")
    return call.method("distribution", "the") if after_the else call


LONG = "the same words at the beginning and at the end of a long line, except for number "
PETS = [["the", "cat"], ["the", "dog", "the", "cat"]]
CASED = [["The", "the", "THE", "New York", "New", "York"], ["the", "new york", "New York ", " New York", "ß", "SS"]]

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
        same=whole_counts,
    ),
    checks.oracle(
        "Probabilities are smoothed over all that can come next",
        "BigramModel",
        every_distribution,
        [
            (0, 1, 0, 0.5),
            (1, 1, 1, 1),
            (2, 2, 2, 1.0),
            (3, 3, 5, 0.5),
            (10, 4, 6, 2),
            (20, 11, 8, 1e-9),
            (40, 6, 9, 3.5),
            (20, 5, 8, 1e6),
        ],
        expected=distributions_by_hand,
        same=near,
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
            .method("probability", "zebra", "<unk>")
            .method("probability", "zebra", "</s>")
            .method("count", "the", "<unk>")
            for alpha in (1.0, 0.25)
        ],
        expected=lambda _sentences, alpha: [
            alpha / (3 + 5 * alpha),
            alpha / (3 + 5 * alpha),
            alpha / (2 + 5 * alpha),
            *[1 / 5] * 4,
            0,
        ],
        same=near,
    ),
    checks.oracle(
        "Words are taken as they are, and a pair is no string",
        "BigramModel",
        [
            *map(glued, BETWEEN),
            checks.call("BigramModel", CASED, 0.5)
            .method("count", "the", "THE")
            .method("count", "New York", "New")
            .method("count", "New", "York")
            .method("distribution", "New York"),
            checks.call("BigramModel", [[f"{LONG}1", f"{LONG}2"], ["a", " a", "a "]], 0.5)
            .method("count", f"{LONG}1", f"{LONG}2")
            .method("count", f"{LONG}1", f"{LONG}1")
            .method("count", "a", " a")
            .method("count", "a", "a")
            .method("distribution", " a"),
            *(
                checks.call("BigramModel", [["a", mark, "b"], ["b", mark], [mark, mark]], 0.5)
                .method("count", "a", mark)
                .method("count", mark, "b")
                .method("count", "<s>", "b")
                .method("distribution", mark)
                for mark in PUNCTUATION
            ),
        ],
        same=near,
    ),
    checks.oracle(
        "What comes very often is counted to the end",
        "BigramModel",
        [
            checks.call("BigramModel", sentences, 0.5).method("count", "a", "a").method("probability", "a", "</s>")
            for sentences in ([["a", "a"]] * 400, [["a"] * 70_000])
        ],
        same=near,
    ),
    checks.oracle(
        "Without alpha, one is added",
        "BigramModel",
        [checks.call("BigramModel", PETS).method("probability", "the", "cat").method("probability", "dog", "dog")],
        expected=lambda _sentences: [3 / 8, 1 / 6],
    ),
    checks.property(
        "Neither asking nor another model changes a model",
        "BigramModel",
        [questions([["cat"]], 1.0), questions([["a", "cat", "sat"], ["a", "cat"]], 0.5)],
        holds=unmoved,
    ),
    checks.error(
        "An alpha that is not positive raises ValueError",
        [
            checks.call("BigramModel", sentences, alpha).method("count", "the", "cat")
            for sentences in (PETS, [], [[]])
            for alpha in (0.0, -1.0, 0, -1e-9)
        ],
    ),
    checks.unchanged(
        "The sentences are left as they were",
        "BigramModel",
        [checks.call("BigramModel", [["the", "cat"], [], ["a"]], 1.0).method("count", "the", "cat")],
    ),
    checks.growth(
        "Asking takes constant time, however large the vocabulary",
        "BigramModel",
        long_text,
        [(17_000, True, 17_000), (20_000, False, 250)],
        factor=10,
        same=near,
    ),
]
