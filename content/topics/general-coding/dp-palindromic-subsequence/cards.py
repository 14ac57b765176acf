"""Numeric cards on palindromic subsequences: deletions, and pieces."""

import random

from sharpen.domain.card import Numeric


def longest(text: str) -> int:
    """The length of the longest subsequence that reads the same both ways."""
    below = [0] * (len(text) + 1)
    for i in reversed(range(len(text))):
        row = [0] * (len(text) + 1)
        for j in range(i, len(text)):
            if i == j:
                row[j + 1] = 1
            elif text[i] == text[j]:
                row[j + 1] = 2 + below[j]
            else:
                row[j + 1] = max(below[j + 1], row[j])
        below = row
    return below[len(text)]


def draw_text(rng: random.Random) -> str:
    return "".join(rng.choice("abcd"[: rng.choice((3, 4))]) for _ in range(rng.randint(6, 9)))


def fewest_deletions(rng: random.Random) -> Numeric:
    text = draw_text(rng)
    answer = len(text) - longest(text)
    return Numeric(
        f"How many letters of `{text}` must at least be deleted, so that the rest reads the same both ways?",
        answer,
        f"The longest palindromic subsequence has {longest(text)} of the {len(text)} letters; the other {answer} go.",
    )


def pieces(text: str) -> int:
    """The fewest palindromes that a text can be cut into."""
    fewest = [0]
    for stop in range(1, len(text) + 1):
        starts = (start for start in range(stop) if text[start:stop] == text[start:stop][::-1])
        fewest.append(1 + min(fewest[start] for start in starts))
    return fewest[-1]


def draw_word(rng: random.Random) -> str:
    return "".join(rng.choice("aab") if rng.random() < 0.8 else "c" for _ in range(rng.randint(6, 9)))


def fewest_pieces(rng: random.Random) -> Numeric:
    text = draw_word(rng)
    answer = pieces(text)
    return Numeric(
        f"Into how few pieces can `{text}` be cut, without reordering, so that each piece reads the same both ways?",
        answer,
        "From left to right: each prefix needs one piece more than the best prefix before a palindrome that ends it. "
        f"For the prefixes of 1 to {len(text)} letters that is "
        f"{', '.join(str(pieces(text[:stop])) for stop in range(1, len(text) + 1))}.",
    )


CARDS = [fewest_deletions, fewest_pieces]
