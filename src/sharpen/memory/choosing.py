"""Which items make up a day: what is worth most for its minutes, new items at a pace, a problem now and then."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from sharpen.memory.curve import DEFAULT, Array
from sharpen.memory.steering import Flags, States, costs_of, gains_of

Places = np.ndarray[Any, np.dtype[np.int64]]

HORIZON = 30.0
"""Days to look ahead when there is no date."""
WORTH_ASKING = 0.01
"""With a date, a review that raises expected recall on it by less is not asked for."""
MEETING = 2 / 3
"""The part of the time until the date in which every item is to be met; the rest is for meeting it again."""
FOR_PROBLEMS = 0.5
"""The part of the time, over some days, that may go to solving problems again."""


@dataclass(frozen=True)
class Day:
    """What a day may hold: `minutes` in all, and at most `new` items that were never met.

    `left` is days until the date, None without one. `rested` is days since a problem was last
    solved again; a problem that takes long comes only when that many half-days have been saved up.
    """

    minutes: float
    new: int
    left: float | None = None
    rested: float = math.inf


def pace(unmet: int, left: float) -> int:
    """How many new items to meet a day so that all are met in time to be met again."""
    return math.ceil(unmet / max(1.0, math.floor(left * MEETING)))


def chosen(states: States, due: Flags, problems: Flags, day: Day, parameters: Array = DEFAULT) -> Places:
    """The places of the items for a day, those worth most first, the problem (one at most) last.

    `due` says which are due by the target of retention, and `problems` which are problems, both of
    shape (items,). With a date an item need not be due: what counts is recall on that date.
    """
    gains = gains_of(states, day.left if day.left is not None else HORIZON, parameters)
    costs = costs_of(states, parameters)
    problem = _problem(gains, costs, due & problems, day)
    minutes = max(day.minutes - float(costs[problem].sum()), 0.0)
    if day.left is None:
        candidates = np.flatnonzero(~problems & (due | ~states.met))
    else:
        candidates = np.flatnonzero(~problems & (gains >= WORTH_ASKING))
    order = candidates[np.argsort(-_worth(states, gains, costs, day)[candidates], kind="stable")]
    new = ~states.met[order]
    order = order[~new | (np.cumsum(new) <= day.new)]
    cards = order[np.cumsum(costs[order]) <= minutes]
    return np.concatenate([cards, problem])


def _worth(states: States, gains: Array, costs: Array, day: Day) -> Array:
    """What a review adds for each of its minutes. New items are worth the same, whatever they take: else those
    that take long would never be met; without a date they come after all that is due."""
    worth = gains / costs
    if states.met.all():
        return worth
    alike = gains[~states.met] / costs[~states.met].mean()
    worth[~states.met] = alike if day.left is not None else worth.min() - 1
    return worth


def _problem(gains: Array, costs: Array, due: Flags, day: Day) -> Places:
    """The problem to solve again, if one is due and there is time for it; an array of one place or none."""
    saved = day.minutes * FOR_PROBLEMS * day.rested if day.minutes else 0.0
    possible = np.flatnonzero(due & (costs <= saved))
    return possible[np.argsort(-(gains / costs)[possible], kind="stable")][:1]
