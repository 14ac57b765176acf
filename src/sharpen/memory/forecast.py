"""What a plan leads to: day after day is chosen, reviewed and forgotten by the model that builds the sessions.

The first and the last weeks are played day by day. In between, days are taken together, the more of them the
farther both ends are: the sessions of a span are chosen at once, as one as long as all of them, in its middle.
An item is then met or reviewed once in a span at most, where day by day it might be twice. Nothing else
differs, and what a plan for half a year leads to is the same within a few parts in a hundred (the tests
compare); five years take 160 choices in place of 1,825.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from sharpen.memory.choosing import Day, chosen
from sharpen.memory.curve import DEFAULT, Array, interval, recalled, strengthened, weakened
from sharpen.memory.steering import FIRST_TIME_KNOWN, Flags, States, costs_of

AGAIN, GOOD, EASY = 1, 3, 4
DAILY = 28
"""The days at both ends of a forecast that are played one by one."""
WIDENING, WIDEST = 8, 28
"""A span is the part of the days that lie between it and the nearer end, and no longer than so many."""
ENOUGH = 120_000
"""Items times choices after which chance has evened out: with fewer, a plan is played more often."""


class GivenUp(Exception):
    """Nobody wants to know any more."""


@dataclass(frozen=True)
class Outcome:
    """What is expected. `reviews`, `new` and `minutes` are of shape (days,); `met` and `recall` of shape (items,).

    `met` is the probability that an item has been met at the end, `recall` that it is remembered then.
    """

    reviews: Array
    new: Array
    minutes: Array
    met: Array
    recall: Array


def simulated(
    states: States,
    problems: Flags,
    day_at: Callable[[int, int], Day],
    days: int,
    end: float,
    *,
    retention: float = 0.9,
    rested: float = np.inf,
    parameters: Array = DEFAULT,
    seed: int = 0,
    runs: int = 12,
    daily: bool = False,
    wanted: Callable[[], bool] = lambda: True,
) -> Outcome:
    """Play a plan for some days, and look at memory `end` days from now.

    `day_at(number, unmet)` is what that day may hold when so many items were not met yet. Chance
    decides what is remembered; the fewer the items, the more often it is played, `runs` times at
    most, and the means are returned. `daily` plays every day, however many there are.

    Raises GivenUp soon after it is not `wanted` any more.
    """
    lengths = [1] * days if daily else spans(days)
    often = int(np.clip(ENOUGH // max(len(states.met) * len(lengths), 1), 1, runs))
    played = [
        _played(states, problems, day_at, lengths, end, retention, rested, parameters, rng, wanted)
        for rng in (np.random.default_rng([seed, run]) for run in range(often))
    ]
    return Outcome(**{name: np.mean([vars(one)[name] for one in played], axis=0) for name in vars(played[0])})


def spans(days: int) -> list[int]:
    """How many days are taken together, one span after the other."""
    lengths: list[int] = []
    done = 0
    while done < days:
        nearer_end = min(done, days - done - DAILY)
        lengths.append(int(np.clip(nearer_end // WIDENING, 1, WIDEST)) if done >= DAILY else 1)
        done += lengths[-1]
    return lengths


def _played(
    states: States,
    problems: Flags,
    day_at: Callable[[int, int], Day],
    lengths: Sequence[int],
    end: float,
    retention: float,
    rested: float,
    w: Array,
    rng: np.random.Generator,
    wanted: Callable[[], bool],
) -> Outcome:
    days, first = sum(lengths), 0
    sums = np.zeros((3, days))
    for span in lengths:
        if not wanted():
            raise GivenUp
        middle = (span - 1) // 2
        states = replace(states, age=states.age + middle)
        day = replace(day_at(first + middle, int((~states.met).sum())), rested=rested, span=span)
        due = states.met & (states.age >= interval(states.stability, retention, w))
        asked = chosen(states, due, problems, day, w)
        of_all = len(asked), (~states.met[asked]).sum(), costs_of(states, w)[asked].sum()
        sums[:, first : first + span] = np.array(of_all)[:, None] / span
        states = _reviewed(states, asked, w, rng)
        rested = 1.0 if problems[asked].any() else rested + span
        states = replace(states, age=states.age + span - middle)
        first += span
    recall = np.where(states.met, recalled(states.age + end - days, states.stability, w), 0.0)
    return Outcome(sums[0], sums[1], sums[2], states.met.astype(float), recall)


def _reviewed(states: States, asked: np.ndarray[Any, Any], w: Array, rng: np.random.Generator) -> States:
    """The states after these items were reviewed once, some remembered and some not."""
    stability, difficulty, met = states.stability[asked], states.difficulty[asked], states.met[asked]
    recall = np.where(met, recalled(states.age[asked], stability, w), FIRST_TIME_KNOWN)
    known = rng.random(len(asked)) < recall
    grown = np.where(known, strengthened(stability, difficulty, recall, w), weakened(stability, difficulty, recall, w))
    changed = {name: getattr(states, name).copy() for name in ("stability", "difficulty", "age", "met")}
    changed["stability"][asked] = np.where(met, grown, np.where(known, w[GOOD - 1], w[AGAIN - 1]))
    rating = np.where(known, GOOD, AGAIN)
    changed["difficulty"][asked] = np.where(met, harder(difficulty, rating, w), first_difficulty(rating, w).clip(1, 10))
    changed["age"][asked] = 0.0
    changed["met"][asked] = True
    return replace(states, **changed)


def first_difficulty(rating: np.ndarray[Any, Any] | int, w: Array = DEFAULT) -> Array:
    """The difficulty after a first review with these ratings, not clamped."""
    return np.asarray(w[4] - np.exp(w[5] * (np.asarray(rating) - 1)) + 1)


def harder(difficulty: Array, rating: np.ndarray[Any, Any], w: Array = DEFAULT) -> Array:
    """The difficulty after another review with these ratings, 1 to 10."""
    moved = difficulty - w[6] * (rating - GOOD) * (10 - difficulty) / 9
    return np.asarray((w[7] * first_difficulty(EASY, w) + (1 - w[7]) * moved).clip(1, 10))
