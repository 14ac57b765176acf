from itertools import combinations

from sharpen import checks


def one_after_the_other(pieces, text):
    """Each piece tried at each place; unknown letters gathered afterwards."""
    parts = []
    while text:
        longest = max([piece for piece in pieces if text.startswith(piece)], key=len, default="")
        if longest:
            parts.append((longest, True))
        elif parts and not parts[-1][1]:
            parts[-1] = (parts[-1][0] + text[0], False)
        else:
            parts.append((text[0], False))
        text = text[len(longest) or 1 :]
    return parts


def writing(rng, size):
    """Pieces cut out of a text of few letters, and others that nearly are."""
    letters, kinds, count, longest = size
    alphabet = "abAé -\n😀xyz"[:kinds]
    text = "".join(alphabet[place] for place in rng.integers(0, kinds, letters))
    pieces = []
    for _ in range(count if text else 0):
        start, length = int(rng.integers(letters)), int(rng.integers(1, longest + 1))
        piece = text[start : start + length]
        pieces.append(piece if rng.random() < 0.7 else piece[:-1] + alphabet[rng.integers(kinds)])
    return pieces, text


def puts_together(got, pieces, text):
    """The parts are the text, pieces are pieces, and no two unknown runs stand beside each other."""
    if "".join(part for part, _ in got) != text:
        return "the joined parts are not the text"
    known, place = set(pieces), 0
    beginnings = {piece[0] for piece in pieces}
    for at, (part, is_piece) in enumerate(got):
        if not part:
            return f"part {at} is empty"
        if bool(is_piece) != (part in known) and is_piece:
            return f"part {at}, {part!r}, is not a piece"
        if not is_piece and at and not got[at - 1][1]:
            return f"parts {at - 1} and {at} are both unknown, and should be one"
        if is_piece:
            rest = text[place : place + 100]
            longer = next((n for n in range(len(rest), len(part), -1) if rest[:n] in known), None)
            if longer:
                return f"part {at} is {part!r}, but the text has there the longer piece {rest[:longer]!r}"
        elif len(beginnings) < 4 and any(text.startswith(piece, place) for piece in pieces):
            return f"part {at} is unknown, but a piece fits where it starts"
        place += len(part)
    return None


SMALL = [
    (list(pieces), text)
    for count in range(4)
    for pieces in combinations(["a", "b", "ab", "aba", "bb", "abb"], count)
    for text in checks.texts("ab", 5)
]
SMALL += [
    (pieces, text)
    for pieces in (["a$", "a"], ["a$a", "$"], ["$"], [".", "a*"], ["a.", "*"])
    for text in checks.texts("a$.*", 3)
]
STEMS = [f"{number:05}" for number in range(0, 20_000, 10)]
PIECES = [stem + ending for stem in STEMS for ending in ("", "a", "ab", "abc", "b", "bc", "c", "ca", "cab", "z")]
ALIKE = [f"a{number:05}" for number in range(20_000)]
TEXT = "?".join(stem + "abcabz"[number % 5 :] for number, stem in enumerate(STEMS[::-1] * 2))

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("tokenize", ["un", "u", "under", "stand", "s"], "understands--un?"),
        [("under", True), ("stand", True), ("s", True), ("--", False), ("un", True), ("?", False)],
        same=checks.exactly(),
    ),
    checks.exhaustive(
        "Up to three pieces, every text of up to five letters",
        "tokenize",
        SMALL,
        expected=one_after_the_other,
    ),
    checks.oracle(
        "Random pieces, letters of any kind",
        "tokenize",
        writing,
        [(0, 1, 1, 1), (1, 1, 1, 1), (6, 2, 3, 3), (20, 3, 5, 4), (60, 5, 12, 6), (200, 8, 40, 9), (400, 11, 60, 100)],
        expected=one_after_the_other,
        same=checks.exactly(),
    ),
    checks.property(
        "The parts are the text, and each piece is the longest there",
        "tokenize",
        writing,
        [(3, 2, 2, 2), (80, 3, 9, 5), (600, 4, 60, 12), (3000, 5, 300, 100)],
        holds=puts_together,
    ),
    checks.unchanged("The pieces are not changed", "tokenize", writing, [(20, 2, 6, 3), (60, 4, 20, 5)]),
    checks.growth(
        "20,000 pieces",
        "tokenize",
        [(PIECES, TEXT), (ALIKE, "a0" * 20_000)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Letters that somebody takes for the end of a piece",
        "tokenize",
        [
            (pieces, text)
            for mark in "$#*.!_ ,|/-\0\n\t\uffff😀"
            for pieces in ([f"a{mark}"], ["a", f"b{mark}c"], [mark, "ab"])
            for text in (f"a{mark}b{mark}{mark}ab{mark}c", f"ab{mark}", "abc")
        ],
        same=checks.exactly(),
    ),
]
