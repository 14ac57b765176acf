"""Numeric cards on reversing linked lists: where a node ends up, and what is turned."""

import random

from sharpen.domain.card import Numeric


def place_after(place: int, length: int, block: int) -> int:
    """Where the node at a place is, from 1 on, once every full block has been reversed."""
    number, within = divmod(place - 1, block)
    return place if (number + 1) * block > length else number * block + block - within


def draw_place(rng: random.Random) -> tuple[int, int, int]:
    block = rng.randint(2, 7)
    length = rng.randint(2 * block, 40)
    return rng.randint(1, length), length, block


def place_in_blocks(rng: random.Random) -> Numeric:
    place, length, block = draw_place(rng)
    answer = place_after(place, length, block)
    number, within = divmod(place - 1, block)
    first, last = number * block + 1, (number + 1) * block
    if last > length:
        why = f"Its block would have the places {first} to {last}, and the list ends at {length}: not full, it stays."
    else:
        why = f"Its block has the places {first} to {last}. It is number {within + 1} there, and then {block - within}."
    return Numeric(
        f"A list has {length} nodes, at the places 1 to {length}. Each full block of {block} is reversed; what is "
        f"left over at the end stays. At which place is the node that was at {place}?",
        answer,
        why,
    )


def links_changed(length: int, first: int, last: int) -> int:
    """How many nodes have another `next` than before once the places from first to last are reversed."""
    if first == last:
        return 0
    return last - first + 1 + (first > 1)


def draw_part(rng: random.Random) -> tuple[int, int, int]:
    length = rng.randint(5, 30)
    first = rng.randint(1, length)
    return length, first, rng.randint(first, length)


def changed_links(rng: random.Random) -> Numeric:
    length, first, last = draw_part(rng)
    answer = links_changed(length, first, last)
    if first == last:
        why = "A single node reversed is itself: nothing changes."
    else:
        before = "the node before it, " if first > 1 else "no node before it, for it begins the list, "
        why = f"All {last - first + 1} nodes of the part lead somewhere else, and {before}which makes {answer}."
    return Numeric(
        f"In a singly linked list of {length} nodes, the places {first} to {last} are reversed in place. How many "
        "nodes have another `next` afterwards than before?",
        answer,
        why,
    )


CARDS = [place_in_blocks, changed_links]
