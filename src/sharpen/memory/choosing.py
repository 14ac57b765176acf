"""Which items make up a day: what is worth most for its minutes, new items at a pace, a problem now and then.

New items are alike to the model, so the order among them is free: the first of every topic come before the
second of any, since an interviewer asks a little of many topics. What lies deeper in a topic counts a little
less than its core. When there is not the time to meet everything it is depth that is left out, and a part of
each day goes to what was met before. `make bench` shows that recall on the date does not fall by it.
"""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from sharpen.memory.curve import DEFAULT, Array
from sharpen.memory.steering import Flags, States, costs_of, gains_of

Places = np.ndarray[Any, np.dtype[np.int64]]

CORE, DEPTH = 2, 0.9
"""So many items of a topic are its core, and what each of the others counts beside them."""
AGAIN = 1 / 5
"""The part of a day for repeating, before the depth of topics, when not everything can be met until the date."""
HORIZON = 30.0
"""Days to look ahead when there is no date."""
WORTH_ASKING = 0.01
"""With a date, a review that raises expected recall on it by less is not asked for."""
MEETING = 0.42
"""The part of the time until the date in which every item is to be met; the rest is for meeting it again. Less would
leave no time for the first repeats, more brings them too late: the best in the simulation of `make bench`."""
SLACK = 1.05
"""Times the minutes there are: what takes no longer to meet can be met, as the estimate goes."""
FOR_PROBLEMS = 0.5
"""The part of the time, over some days, that may go to solving problems again."""


@dataclass(frozen=True)
class Day:
    """What a day may hold: `minutes` in all, and at most `new` items that were never met.

    `left` is days until the date, None without one. `rested` is days since a problem was last
    solved again; a problem that takes long comes only when that many half-days have been saved up.
    `practice` is how many of the days until the date have such minutes, None if all of them have.
    Of the items in each of `shares`, flags of shape (items,), no more is asked than that part of the minutes.

    A forecast looks at several days at once: then `span` is how many, and the rest is of each of them.
    """

    minutes: float
    new: int
    left: float | None = None
    rested: float = math.inf
    shares: tuple[tuple[Flags, float], ...] = ()
    span: int = 1
    practice: float | None = None


def ranks(topics: Sequence[str]) -> Array:
    """The place of each item in its topic, given the topics of all, in order; shape (items,).

    It counts from 0 in the core of the topic. From there to its end it runs from CORE to CORE + 1, so that topics
    of any size come to their ends together.
    """
    sizes, seen, found = Counter(topics), Counter[str](), np.empty(len(topics))
    for item, topic in enumerate(topics):
        place = seen[topic]
        found[item] = place if place < CORE else CORE + (place - CORE + 1) / (sizes[topic] - CORE)
        seen[topic] += 1
    return found


def pace(unmet: int, left: float, practice: Callable[[int], int] = int) -> int:
    """How many new items to meet a day of practice so that all are met in time to be met again.

    `practice` says how many of the next so many days are days of practice.
    """
    return math.ceil(unmet / max(1, practice(math.floor(left * MEETING))))


def chosen(states: States, due: Flags, problems: Flags, day: Day, parameters: Array = DEFAULT) -> Places:
    """The places of the items for a day, those worth most first, the problem (one a day at most) last.

    `due` says which are due by the target of retention, and `problems` which are problems, both of
    shape (items,). With a date an item need not be due: what counts is recall on that date.
    """
    gains = gains_of(states, day.left if day.left is not None else HORIZON, parameters)
    costs = costs_of(states, parameters)
    problem = _problem(gains * states.weight, costs, due & problems, day)
    minutes = max(day.minutes * day.span - float(costs[problem].sum()), 0.0)
    if day.left is None:
        candidates = np.flatnonzero(~problems & (due | ~states.met))
    else:
        candidates = np.flatnonzero(~problems & (gains >= WORTH_ASKING))
    by_worth, by_rank = _worth(states, gains, costs, day), (_ranks(states) + 1) / states.weight
    order = candidates[np.lexsort((by_rank[candidates], -by_worth[candidates]))]
    for some, share in day.shares:
        mine = some[order]
        order = order[~mine | (np.cumsum(costs[order] * mine) <= minutes * share)]
    new = ~states.met[order]
    order = order[~new | (np.cumsum(new) <= day.new * day.span)]
    if _too_short(states, costs, day):
        deep = ~states.met[order] & (_ranks(states)[order] >= CORE)
        late = deep & (np.cumsum(costs[order] * deep) > (1 - AGAIN) * minutes)
        order = np.concatenate([order[~late], order[late]])
    cards = order[np.cumsum(costs[order]) <= minutes]
    return np.concatenate([cards, problem])


def _worth(states: States, gains: Array, costs: Array, day: Day) -> Array:
    """What a review adds for each of its minutes. New items are worth the same, whatever they take: else those
    that take long would never be met; without a date they come after all that is due."""
    worth, new = gains / costs, ~states.met
    for some in (~_shared(states, day), *(some for some, _ in day.shares)):
        if (alike := new & some).any():
            worth[alike] = gains[alike] / costs[alike].mean()
    worth = worth * states.weight * np.where(_ranks(states) < CORE, 1.0, DEPTH)
    if new.any() and day.left is None:
        worth[new] = worth.min() - 1
    return np.asarray(worth)


def _too_short(states: States, costs: Array, day: Day) -> bool:
    """Whether the minutes until the date are too few to meet everything; what has a share of them is not counted."""
    if day.left is None:
        return False
    days = day.left if day.practice is None else day.practice
    minutes = day.minutes * (1 - sum(share for _, share in day.shares)) * max(days, 1)
    return float(costs[~states.met & ~_shared(states, day)].sum()) > SLACK * minutes


def _shared(states: States, day: Day) -> Flags:
    """Which items are in one of the shares, shape (items,)."""
    return np.asarray(np.any([np.zeros(len(states.met), dtype=bool), *(some for some, _ in day.shares)], axis=0))


def _ranks(states: States) -> Array:
    """The place of each item in its topic, shape (items,)."""
    return np.asarray(states.rank + np.zeros(len(states.met)))


def _problem(gains: Array, costs: Array, due: Flags, day: Day) -> Places:
    """The problem to solve again, if one is due and there is time for it; one a day at most, shape (problems,)."""
    saved = day.minutes * FOR_PROBLEMS * (day.rested + day.span - 1) if day.minutes else 0.0
    possible = np.flatnonzero(due & (costs <= saved))
    best = possible[np.argsort(-(gains / costs)[possible], kind="stable")][: day.span]
    return best[np.cumsum(costs[best]) <= saved]
