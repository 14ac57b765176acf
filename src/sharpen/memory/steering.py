"""What to review today so that most is remembered on the date of the interview.

Each item is worth what one review today adds to its expected recall on the date, divided by the
minutes that the review is expected to take. The best come first until the minutes are spent. An
item reviewed long before the date gains little, one about to be lost gains much, one never met
gains most while there is time to meet it again: nothing piles up before the date, and recall is
highest on it. `make bench` compares this with plain FSRS, SM-2 and random order.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from sharpen.memory.curve import DEFAULT, Array, recalled, strengthened, weakened

Flags = np.ndarray[Any, np.dtype[np.bool_]]
FIRST_TIME_KNOWN = 0.6
"""The share of items expected to be answered when they are met for the first time."""
RELEARNING = 2.0
"""How many times as long a review takes when the item is forgotten: it is shown again."""
FIRST_TIME = 1 + (RELEARNING - 1) * (1 - FIRST_TIME_KNOWN)
"""How many times as long as a review it takes to meet an item, as expected."""


@dataclass(frozen=True)
class States:
    """Many items at once, each array of shape (items,); of an item that was never met the first three say nothing.

    `age` is days since the last review, `minutes` what a review takes when the item is remembered.
    `rank` is the place of an item in its topic (see `choosing.ranks`), and `weight` how much it counts, 1 as usual.
    """

    stability: Array
    difficulty: Array
    age: Array
    met: Flags
    minutes: Array
    rank: Array | float = 0.0
    weight: Array | float = 1.0


def gains_of(states: States, left: float, parameters: Array = DEFAULT) -> Array:
    """What a review now adds to each item's expected recall in `left` days, shape (items,)."""
    stability, difficulty = states.stability, states.difficulty
    recall = recalled(states.age, stability, parameters)
    after_success = recalled(left, strengthened(stability, difficulty, recall, parameters), parameters)
    after_lapse = recalled(left, weakened(stability, difficulty, recall, parameters), parameters)
    without = recalled(states.age + left, stability, parameters)
    seen = recall * after_success + (1 - recall) * after_lapse - without
    known, unknown = recalled(left, parameters[2], parameters), recalled(left, parameters[0], parameters)
    return np.where(states.met, seen, FIRST_TIME_KNOWN * known + (1 - FIRST_TIME_KNOWN) * unknown)


def costs_of(states: States, parameters: Array = DEFAULT) -> Array:
    """The minutes a review of each item is expected to take, shape (items,)."""
    recall = np.where(states.met, recalled(states.age, states.stability, parameters), FIRST_TIME_KNOWN)
    return np.asarray(states.minutes * (1 + (RELEARNING - 1) * (1 - recall)))
