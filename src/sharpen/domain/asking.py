"""Asking: which fact of a case a question in free words means, by plain search.

A word that few facts have says more than one that many have, and a word that none has speaks against all of them.
Where no fact has half of what was asked, or two come equally near, none is meant: the learner sees which come near.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sharpen.domain.case import Fact
from sharpen.domain.search import text, within_one_slip

ENOUGH = 0.5
"""The part of what was asked that a fact must have,"""
LEAD = 1.2
"""and so many times as much as any other."""
NEAR = 3
"""So many facts that come near are named."""
SLIPPABLE = 5
"""Letters from which a slip is forgiven."""

IDLE = text(
    "a about an and any are at be been being by can could did do does each for from get had has have how i if in into "
    "is it its know let like many may me much must my need of on or our out please roughly say should so "
    "some tell that the their them there these they this to us want was we were what when where whether which who "
    "will with would you your exactly kind sort give ask high large big low long "
    "what's how's who's it's that's there's let's i'm i'd i've we're we've they're don't doesn't isn't aren't can't"
).names
"""Words that say nothing of what is asked."""


@dataclass(frozen=True)
class Heard:
    """What was understood: the fact that is meant, or None and those that come near, the nearest first."""

    fact: Fact | None
    near: tuple[Fact, ...] = ()


def hear(facts: Sequence[Fact], typed: str) -> Heard:
    """The fact that a question means."""
    asked = text(typed).names - IDLE
    known = [text(f"{fact.question} {' '.join(fact.words)}").names for fact in facts]
    having = {word: [_has(word, words) for words in known] for word in asked}
    weights = {word: 1 / max(1, sum(has)) for word, has in having.items()}
    total = sum(weights.values())
    shares = [
        sum(weights[word] for word in asked if having[word][place]) / total if total else 0.0
        for place in range(len(facts))
    ]
    ranked = sorted(range(len(facts)), key=lambda place: -shares[place])
    near = tuple(facts[place] for place in ranked[:NEAR] if shares[place] > 0)
    if not near:
        return Heard(None)
    best, second = shares[ranked[0]], shares[ranked[1]] if len(ranked) > 1 else 0.0
    return Heard(near[0]) if best >= ENOUGH and best >= LEAD * second else Heard(None, near)


def _has(word: str, words: frozenset[str]) -> bool:
    """Whether a word is among some, as it is or with one slip."""
    if word in words:
        return True
    return len(word) >= SLIPPABLE and any(len(other) >= SLIPPABLE and within_one_slip(word, other) for other in words)
