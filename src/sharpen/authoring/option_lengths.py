"""Lengths of options: whether the right one of a choice card can be guessed by how long it is, over all cards."""

import re
from collections.abc import Iterable, Iterator

from sharpen.authoring.finding import Finding
from sharpen.content.library import Library, bundled
from sharpen.domain.card import Choice

PARTS = 4
PLACES = ("the longest", "the second longest", "the second shortest", "the shortest")
LEAST, MOST = 0.20, 0.30
"""How many of the right options may stand in each quarter of the lengths; chance is a quarter."""
FEWEST_CARDS = 100
"""With fewer cards luck alone goes beyond LEAST and MOST."""


def guessable(library: Library) -> Iterator[Finding]:
    """Each quarter of the lengths that is right too often, or too seldom: who sees only lengths could guess by it."""
    cards = [card for topic in library.outline for card in library.cards.of_topic(topic.id) if isinstance(card, Choice)]
    if len(cards) < FEWEST_CARDS:
        return
    for place, share in zip(PLACES, by_length(cards), strict=True):
        if not LEAST <= share <= MOST:
            what = f"The right option is {place} on {share:.0%} of the choice cards; 20% to 30% give nothing away."
            do = "Say more, or less, in right and in wrong options of some cards. Change no truth, and do not pad."
            yield Finding(bundled() / "topics", 0, what, do)


def by_length(cards: Iterable[Choice]) -> list[float]:
    """The share of right options in each quarter of the lengths, from the longest to the shortest.

    A card with three or five options counts by parts: the longest of three is in the first quarter
    for three quarters of it, and in the second for one. Options of equal length share their places.
    A card with several right options is left out.
    """
    counts, seen = [0.0] * PARTS, 0
    for card in cards:
        right = [shown_length(option.text) for option in card.options if option.right]
        if len(right) != 1:
            continue
        seen += 1
        lengths = [shown_length(option.text) for option in card.options]
        start = sum(length > right[0] for length in lengths) / len(lengths)
        end = start + lengths.count(right[0]) / len(lengths)
        for part in range(PARTS):
            low, high = max(start, part / PARTS), min(end, (part + 1) / PARTS)
            counts[part] += max(0.0, high - low) / (end - start)
    return [count / max(seen, 1) for count in counts]


def shown_length(text: str) -> int:
    """About how many letters of it a reader sees: a TeX command is one sign, and marks are none."""
    return len(re.sub(r"[${}_^\\`*]", "", re.sub(r"\\[A-Za-z]+", "x", text)))
