"""Numeric cards on fast and slow pointers: where they meet, and where a path enters its cycle."""

import random

from sharpen.domain.card import Numeric


def turns_until_meeting(tail: int, cycle: int) -> int:
    """After how many turns the fast pointer meets the slow one: the first multiple of the cycle past the tail."""
    return max(1, -(-tail // cycle)) * cycle


def draw_path(rng: random.Random) -> tuple[int, int]:
    return rng.randint(0, 20), rng.randint(2, 9)


def meeting(rng: random.Random) -> Numeric:
    tail, cycle = draw_path(rng)
    answer = turns_until_meeting(tail, cycle)
    before = f"{tail} nodes lead into a cycle of {cycle}" if tail else f"A list is a cycle of {cycle} nodes"
    return Numeric(
        f"{before}. Two pointers begin at the head; in each turn one makes a step and the other two. After how many "
        "turns do they meet for the first time?",
        answer,
        f"The slow one must be on the cycle, after {tail} steps or more, and the number of turns, by which the fast "
        f"one is ahead, a multiple of {cycle}. The first such number above zero is {answer}.",
    )


def draw_speeds(rng: random.Random) -> tuple[int, int]:
    return rng.randint(12, 60), rng.randint(2, 6)


def share_of_the_way(rng: random.Random) -> Numeric:
    length, k = draw_speeds(rng)
    answer = length - length // k
    return Numeric(
        f"A fast pointer walks a list of {length} nodes until it is off the end, {length} steps. A slow one begins "
        f"with it and makes a step each time, except at every step of the fast one whose number is a multiple of {k}. "
        "How many steps does the slow one make?",
        answer,
        f"It rests {length} // {k} = {length // k} times, which leaves {length} - {length // k} = {answer}: it stands "
        f"where the last {length // k} nodes begin.",
    )


CARDS = [meeting, share_of_the_way]
