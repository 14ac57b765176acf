from itertools import pairwise, product

from sharpen import checks

LETTERS = "abcAé .z\u0301\U0001f600Z-19"
BRINGS_BACK = [("abc", "d"), ("b", "c"), ("a", "bc")]
SOME = [
    [("a", "a")],
    [("a", "a"), ("aa", "a"), ("aa", "aa")],
    [("b", "a"), ("a", "b"), ("ab", "a"), ("ba", "b")],
    [("a", "ba"), ("b", "a"), ("a", "b"), ("ab", "ab")],
    [("ab", "a"), ("a", "b"), ("aba", "ab")],
    [("aba", "b"), ("b", "a"), ("a", "ba"), ("ab", "a")],
]


def words(rng, size):
    """Different words over a few letters; runs of one letter are frequent."""
    many, longest, letters = size
    found = {}
    while len(found) < many:
        length = int(rng.integers(1, longest + 1))
        word = "".join(rng.choice(list(LETTERS[:letters]), length).tolist())
        found[word] = int(rng.integers(1, 9))
        many -= letters == 1
    return found


def to_train(rng, size):
    *sizes, merges = size
    return words(rng, sizes), merges


def to_encode(rng, size):
    """Merges in any order, of which each joins symbols that letters and earlier or later ones make."""
    length, many, letters = size
    alphabet = list(LETTERS[:letters])
    symbols, merges = alphabet[:], []
    for _ in range(many):
        pair = tuple(symbols[int(i)] for i in rng.integers(len(symbols), size=2) * rng.integers(0, 2, 2))
        if pair not in merges:
            merges.append(pair)
            symbols.append(pair[0] + pair[1])
    rng.shuffle(merges)
    return "".join(rng.choice(alphabet, length).tolist()), [tuple(map(str, pair)) for pair in merges]


def long_word(_rng, size):
    """A word that grows together from its first letter, by merges that stand at the end of a long list."""
    length, many = size
    word = "".join(map(chr, range(300, 300 + length)))
    merges = list(product(map(chr, range(200, 280)), repeat=2))[: many - length + 1]
    return word, merges + [(word[:i], word[i]) for i in range(1, length)]


def ends_of(word, cuts):
    return [word[start:stop] for start, stop in pairwise(cuts)]


def without(word, cuts, pair):
    """The places between symbols, without those inside the pair, from left to right."""
    kept, at = [0], 1
    while at < len(cuts):
        if at + 1 < len(cuts) and (word[kept[-1] : cuts[at]], word[cuts[at] : cuts[at + 1]]) == pair:
            at += 1
        kept.append(cuts[at])
        at += 1
    return kept


def by_places(counts, size):
    cuts, merges = {word: list(range(len(word) + 1)) for word in counts}, []
    for _ in range(size):
        tally = {}
        for word, places in cuts.items():
            symbols = ends_of(word, places)
            for i in range(1, len(symbols)):
                pair = symbols[i - 1], symbols[i]
                tally[pair] = tally.get(pair, 0) + counts[word]
        if not tally:
            break
        most = max(tally.values())
        merges.append(min(pair for pair in tally if tally[pair] == most))
        cuts = {word: without(word, places, merges[-1]) for word, places in cuts.items()}
    return merges


def by_ranks(word, merges):
    cuts = list(range(len(word) + 1))
    while True:
        there = set(pairwise(ends_of(word, cuts)))
        first = next((pair for pair in merges if pair in there), None)
        if first is None:
            return ends_of(word, cuts)
        cuts = without(word, cuts, first)


def all_of_it(got, word, merges):
    tokens = list(got)
    if "".join(tokens) != word:
        return f"the tokens joined give {''.join(tokens)!r}, not the word"
    if "" in tokens:
        return "a token is empty"
    left = next((pair for pair in pairwise(tokens) if pair in set(map(tuple, merges))), None)
    return f"{left} still stand next to each other, and that pair is in merges" if left else None


def begins_alike(ask, counts, size):
    """Fewer merges are the first of more, whatever the order of the words, and only ratios of counts matter."""
    answer = ask(counts, size)
    if not answer:
        return "no merges came, though there are pairs to merge"
    whole = [tuple(pair) for pair in answer]
    for fewer in (0, 1, size // 2):
        if [tuple(pair) for pair in ask(counts, fewer)] != whole[:fewer]:
            return f"the first {fewer} of {size} merges are {whole[:fewer]}, but size = {fewer} gives others"
    turned = dict(reversed(counts.items()))
    if [tuple(pair) for pair in ask(turned, size)] != whole:
        return "the same words in the reverse order give other merges"
    if [tuple(pair) for pair in ask({word: 3 * n for word, n in counts.items()}, size)] != whole:
        return "three times every count gives other merges"
    return None


NEAR = {name: 3 + i % 3 for i, name in enumerate(checks.names("Tea", 10))}
EXAMPLE = {"lake": 4, "make": 3, "maker": 2}

CHECKS = [
    checks.example(
        "The merges of lake, make and maker",
        checks.call("train_bpe", EXAMPLE, 3),
        [("a", "k"), ("ak", "e"), ("m", "ake")],
        same=checks.exactly(),
    ),
    checks.example(
        "The tokens of maker",
        checks.call("encode", "maker", [("a", "k"), ("ak", "e"), ("m", "ake")]),
        ["make", "r"],
        same=checks.exactly(),
    ),
    checks.oracle(
        "Overlapping places count, ties go to the smallest pair",
        "train_bpe",
        [
            ({"aaa": 1, "bc": 1}, 1),
            ({"aaaa": 1, "bcbc": 1, "cb": 1}, 4),
            ({"ba": 2, "ab": 2, "aab": 1}, 5),
            ({"xab": 1, "xa b": 5}, 4),
            ({"xa": 9, "xab": 1, "ab": 4}, 3),
            ({"abab": 3, "ababab": 2, "b": 9}, 9),
            ({"zy": 10**12, "yz": 10**12 + 1}, 2),
            ({"fi": 1, "ﬁ": 5, "i": 7}, 2),
        ],
        expected=by_places,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Training ends when no pair is left",
        "train_bpe",
        [({}, 5), ({"a": 3}, 2), ({"": 2, "ab": 1}, 5), ({"ab": 1, "cd": 2}, 0), ({"abc": 1}, 300)],
        expected=by_places,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Random words to train on",
        "train_bpe",
        to_train,
        [
            (1, 6, 1, 3),
            (2, 5, 2, 4),
            (4, 8, 2, 6),
            (10, 9, 4, 12),
            (25, 12, 6, 30),
            (110, 10, 14, 90),
            (300, 20, 8, 300),
        ],
        expected=by_places,
        same=checks.exactly(),
        drawn=checks.reference,
    ),
    checks.oracle(
        "Capitals, spaces and full stops are characters",
        "train_bpe",
        [(NEAR, 12), (dict.fromkeys(checks.names("B", 500), 1), 6)],
        expected=by_places,
        same=checks.exactly(),
    ),
    checks.relation(
        "Merges do not depend on the order of the words, nor on how many are asked for",
        "train_bpe",
        to_train,
        [(3, 6, 2, 5), (8, 8, 3, 9)],
        holds=begins_alike,
        empty=True,
    ),
    checks.exhaustive(
        "Every word of up to seven letters a and b, by six lists of merges",
        "encode",
        ((word, merges) for merges in SOME for word in checks.texts("ab", 7)),
        expected=by_ranks,
    ),
    checks.oracle(
        "A merge may bring back a pair that stands earlier in the list",
        "encode",
        [
            ("abcd", BRINGS_BACK),
            ("abcdabcabcd", BRINGS_BACK),
            ("xyz", [("xy", "z"), ("y", "z"), ("x", "y")]),
            ("abcbc", [("abc", "bc"), ("b", "c"), ("a", "bc")]),
        ],
        expected=by_ranks,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Random words to encode",
        "encode",
        to_encode,
        [(0, 0, 1), (1, 1, 1), (5, 0, 3), (6, 4, 2), (12, 8, 3), (30, 25, 6), (150, 120, 5), (300, 1500, 9)],
        expected=by_ranks,
        same=checks.exactly(),
        drawn=checks.reference,
    ),
    checks.oracle(
        "A word is taken as it is",
        "encode",
        [
            ("Tea", [("t", "e"), ("T", "e")]),
            ("a b", [("a", "b"), ("a", " "), (" ", "b")]),
            (" ab ", [("a", "b"), (" ", "ab"), ("b", " ")]),
            ("etc.", [("c", "."), ("t", "c."), ("e", "t")]),
            ("xa ba b", [("a", " "), ("a ", "b"), ("x", "a")]),
            ("e\u0301é", [("e", "\u0301"), ("é", "e")]),
        ],
        expected=by_ranks,
        same=checks.exactly(),
    ),
    checks.property(
        "The tokens joined are the word, and no pair is left",
        "encode",
        to_encode,
        [(1, 3, 1), (5, 6, 2), (20, 30, 3), (200, 300, 4)],
        holds=all_of_it,
    ),
    checks.stateless("No call leaves anything behind for the next", "encode", to_encode, [(9, 6, 2), (150, 40, 3)]),
    checks.unchanged(
        "counts and merges are left as they were",
        "train_bpe",
        [(EXAMPLE, 2), ({"aaa": 2, "a": 1}, 5), checks.call("encode", "lakes", [("a", "k"), ("l", "ak")])],
    ),
    checks.growth(
        "A pair is not searched for in the list of merges",
        "encode",
        long_word,
        [(300, 5_000)],
        factor=12,
        same=checks.exactly(),
    ),
]
