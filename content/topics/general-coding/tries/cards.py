"""Numeric cards on tries: how many nodes words share, and how much of a name must be typed."""

import random
from itertools import takewhile

from sharpen.domain.card import Numeric

STEMS = ("re", "un", "in", "over", "out")
ENDS = ("do", "done", "doing", "set", "sets", "setting", "run", "runs", "runner", "load", "loads", "loader", "lo")


def draw_words(rng: random.Random) -> list[str]:
    """Four or five words, most of which begin alike."""
    stems = rng.sample(STEMS, 2)
    words = [rng.choice(stems) + end for end in rng.sample(ENDS, rng.randint(4, 5))]
    return rng.sample(words, len(words))


def new_nodes(words: list[str]) -> list[int]:
    """How many nodes each word adds to those of the words before it."""
    common = [max([shared(word, other) for other in words[:at]], default=0) for at, word in enumerate(words)]
    return [len(word) - count for word, count in zip(words, common, strict=True)]


def shared(one: str, other: str) -> int:
    """How many letters two words have in common from the beginning on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def trie_nodes(rng: random.Random) -> Numeric:
    words = draw_words(rng)
    added = new_nodes(words)
    told = ", ".join(f"{word} {count}" for word, count in zip(words, added, strict=True))
    return Numeric(
        f"A trie holds the words {', '.join(words)}. How many nodes has it, with its root?",
        1 + sum(added),
        f"The root, and what each word adds to those before it: {told}.",
    )


def draw_names(rng: random.Random) -> tuple[list[str], str]:
    words = draw_words(rng)
    return words, rng.choice(words)


def typed(words: list[str], name: str) -> int:
    """The length of the shortest beginning of a name with which no other begins; of the whole name if there is none."""
    for length in range(1, len(name)):
        if sum(word.startswith(name[:length]) for word in words) == 1:
            return length
    return len(name)


def letters_to_type(rng: random.Random) -> Numeric:
    words, name = draw_names(rng)
    answer = typed(words, name)
    others = [word for word in words if word != name]
    why = f"No other name begins with `{name[:answer]}`, and with one letter less another one does."
    if any(word.startswith(name) for word in others):
        why = f"Another name goes on from `{name}`, so all of it must be typed."
    elif answer == 1:
        why = f"No other name begins with `{name[:1]}`."
    return Numeric(
        f"Runs are called {', '.join(words)}. A beginning is enough if only one name has it, and a whole name always "
        f"is. How many letters of `{name}` must be typed?",
        answer,
        why,
    )


CARDS = [trie_nodes, letters_to_type]
