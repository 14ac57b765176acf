"""Search: which texts a few typed words mean.

Words are compared without case, accents, hyphens and a plural s: whole, by their beginnings, and within names by any
part. Where nothing is found so, one slip is forgiven: a letter too many, too few, another, or two swapped.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

WHOLE, BEGINS, WITHIN, SLIPPED = 4.0, 3.0, 2.0, 1.0
NAME = 4.0
"""What a match in a name weighs against one in the other words of a text."""
PART = 3
"""Letters from which a part is looked for within a word."""
SLIPPABLE = 4
"""Letters from which a slip is forgiven: with fewer, too many words are one letter away."""


class Words(frozenset[str]):
    """Some words; `line` has each of them after a line's end, so that one look finds a beginning or a part."""

    @cached_property
    def line(self) -> str:
        return "\n".join(("", *self))


Match = Callable[[str, Words, bool], float]
"""How well a word matches the best of some; the flag says whether it may be a part of one."""


@dataclass(frozen=True)
class Text:
    """Something that can be found: by its names, and with less weight by what else it says."""

    names: Words
    words: Words


@lru_cache(8192)
def text(names: str, words: str = "") -> Text:
    """A text from its names and its words as they stand there."""
    return Text(Words(_words(names)), Words(_words(words)))


def search(query: str, texts: Sequence[Text]) -> list[int]:
    """The places of the texts that have every word of the query, the best first and equally good ones as they stand.

    An empty query finds nothing.
    """
    wanted = [_spellings(chunk) for chunk in query.split()]
    wanted = [spellings for spellings in wanted if spellings]
    for match in (_exact, _slipped) if wanted else ():
        scores = [(_score(wanted, one, match), -place) for place, one in enumerate(texts)]
        found = sorted((pair for pair in scores if pair[0] > 0), reverse=True)
        if found:
            return [-place for _, place in found]
    return []


def within_one_slip(one: str, other: str) -> bool:
    """Whether two words are the same but for one letter added, left out or changed, or two neighbors swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    one, other = one[start:], other[start:]
    return (
        one[1:] == other[1:]
        or one[1:] == other
        or one == other[1:]
        or (one[:2] == other[:2][::-1] and one[2:] == other[2:])
    )


def _score(wanted: Sequence[Sequence[tuple[str, ...]]], one: Text, match: Match) -> float:
    """How well a text matches, every wanted word in the best of its spellings; 0 when it lacks one."""
    total = 0.0
    for spellings in wanted:
        best = 0.0
        for parts in spellings:
            each = [max(NAME * match(part, one.names, True), match(part, one.words, False)) for part in parts]
            best = max(best, min(each))
        if not best:
            return 0.0
        total += best
    return total


def _exact(word: str, among: Words, part: bool) -> float:
    if word in among:
        return WHOLE
    if f"\n{word}" in among.line:
        return BEGINS
    return WITHIN if part and len(word) >= PART and word in among.line else 0.0


def _slipped(word: str, among: Words, part: bool) -> float:
    exact = _exact(word, among, part)
    if exact or len(word) < SLIPPABLE:
        return exact
    return SLIPPED if any(_begins_within_one_slip(word, other) for other in among) else 0.0


def _begins_within_one_slip(word: str, other: str) -> bool:
    # Most words are not near at all: a slip spares the first two letters, or the fourth and what follows it.
    near = word[:2] == other[:2] or word[3:6] in other[:8]
    return near and any(within_one_slip(word, other[:length]) for length in (len(word) - 1, len(word), len(word) + 1))


def _spellings(chunk: str) -> list[tuple[str, ...]]:
    """A typed word as one, and as the parts between its hyphens: k-means is kmeans, or k and means."""
    parts = _parts(chunk)
    return [(_stem("".join(parts)),), tuple(map(_stem, parts))] if parts else []


def _words(text: str) -> list[str]:
    return [part for chunk in text.split() for spelling in _spellings(chunk) for part in spelling]


def _parts(chunk: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", chunk.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.findall(r"[^\W_]+", plain)


def _stem(word: str) -> str:
    return word[:-1] if len(word) > PART and word.endswith("s") and not word.endswith("ss") else word
