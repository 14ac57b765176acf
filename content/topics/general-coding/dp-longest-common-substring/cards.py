"""Numeric cards on comparing two sequences: runs, subsequences and edits."""

import random

from sharpen.domain.card import Numeric


def longest_run(one: str, other: str) -> int:
    """The length of the longest substring that two texts share."""
    before, best = [0] * (len(other) + 1), 0
    for letter in one:
        row = [0]
        for j, beside in enumerate(other):
            row.append(before[j] + 1 if letter == beside else 0)
        before, best = row, max(best, *row)
    return best


def draw_texts(rng: random.Random) -> tuple[str, str]:
    one, other = ("".join(rng.choice("abc") for _ in range(rng.randint(6, 9))) for _ in range(2))
    return one, other


def shared_run(rng: random.Random) -> Numeric:
    one, other = draw_texts(rng)
    answer = longest_run(one, other)
    run = next(one[at : at + answer] for at in range(len(one)) if one[at : at + answer] in other)
    return Numeric(
        f"How long is the longest contiguous run of letters that stands in both `{one}` and `{other}`?",
        answer,
        f"`{run}` is such a run, and no longer one stands in both.",
    )


def edits(one: str, other: str) -> int:
    """The least number of insertions, deletions and replacements from one text to the other."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, row = row, [i]
        for j, beside in enumerate(other):
            row.append(min(before[j + 1] + 1, row[j] + 1, before[j] + (letter != beside)))
    return row[-1]


def draw_words(rng: random.Random) -> tuple[str, str]:
    one = "".join(rng.choice("abcd") for _ in range(rng.randint(5, 7)))
    other = list(one)
    for _ in range(rng.randint(2, 4)):
        at = rng.randrange(len(other))
        other[at : at + rng.randint(0, 1)] = rng.choice(["", "a", "b", "c", "d"])
    return one, "".join(other) or "a"


def edit_distance(rng: random.Random) -> Numeric:
    one, other = draw_words(rng)
    answer = edits(one, other)
    return Numeric(
        f"How many edits turn `{one}` into `{other}` at least, if an edit inserts, deletes or replaces one letter?",
        answer,
        f"Row by row, the distance from each prefix of `{one}` to the whole of `{other}` is "
        f"{', '.join(str(edits(one[:stop], other)) for stop in range(len(one) + 1))}.",
    )


CARDS = [shared_run, edit_distance]
