"""What simulated learners remember on the date of their interview, by who chooses what they review.

Thirty days, thirty minutes a day. A learner's true memory follows the FSRS curve with parameters and
items of their own (each 10 and 50 % off the ones a schedule knows, lognormal); an item takes a
minute the first time, 24 s when it is remembered later and 48 s when it is not. Items come in topics
of 6 to 12. Every schedule sees the same learners and knows only ratings
and times.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np

from sharpen.domain.day import days_between
from sharpen.domain.memory import Memory, Rating
from sharpen.memory import rated
from sharpen.memory.choosing import Day, chosen, pace, ranks
from sharpen.memory.curve import DEFAULT, recalled, strengthened, weakened
from sharpen.memory.steering import FIRST_TIME, States

DAYS, MINUTES, LEARNERS = 30, 30.0, 4
FIRST, REVIEW, RELEARN = 1.0, 0.4, 0.8
KNOWN_AT_FIRST = 0.6
ITEMS = (300, 600, 900)
SIZES = (6, 8, 10, 12, 7, 9, 8)
TOPIC = np.repeat(np.arange(140), np.resize(SIZES, 140))
RANK = ranks([str(topic) for topic in TOPIC])
"""The topic of each item, and its place in it."""
START = datetime(2026, 1, 1, 9, 0, tzinfo=UTC)
DATE = START + timedelta(days=DAYS)


@dataclass
class Learner:
    """A memory that forgets: the truth, which no schedule sees."""

    rng: np.random.Generator
    items: int
    w: np.ndarray = field(init=False)
    pace: np.ndarray = field(init=False)
    stability: dict[int, float] = field(default_factory=dict)
    last: dict[int, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.w = DEFAULT * np.exp(self.rng.normal(0, 0.1, DEFAULT.size))
        self.pace = np.exp(self.rng.normal(0, 0.5, self.items))

    def review(self, item: int, day: float) -> bool:
        """Ask for an item; whether it was remembered. Memory changes as FSRS has it, at difficulty 5."""
        if item not in self.stability:
            known = bool(self.rng.random() < KNOWN_AT_FIRST)
            self.stability[item] = float(self.w[2 if known else 0] * self.pace[item])
        else:
            before = np.array([self.stability[item]])
            recall = recalled(day - self.last[item], before, self.w)
            known = bool(self.rng.random() < recall[0])
            change = strengthened if known else weakened
            self.stability[item] = float(change(before, np.array([5.0]), recall, self.w)[0])
        self.last[item] = day
        return known

    def recall(self) -> tuple[float, float]:
        """The mean probability of recall on the date, 0 for items never met: over all items, and over topics
        of the mean over the items of each."""
        found = np.zeros(self.items)
        for item, stability in self.stability.items():
            found[item] = recalled(DAYS - self.last[item], stability, self.w)
        topic = TOPIC[: self.items]
        return float(found.mean()), float((np.bincount(topic, found) / np.bincount(topic)).mean())


Choose = Callable[[dict[int, Memory], int, datetime, np.random.Generator], list[int]]
"""Which items to review today, best first, of so many items and the memories of those met."""


def steering(memories: dict[int, Memory], items: int, now: datetime, _rng: np.random.Generator) -> list[int]:
    """Ours: what the session of the day is made of."""
    known = [memories.get(i) for i in range(items)]
    states = States(
        stability=np.array([memory.stability if memory else 1.0 for memory in known]),
        difficulty=np.array([memory.difficulty if memory else 5.0 for memory in known]),
        age=np.array([days_between(memory.last, now) if memory else 0.0 for memory in known]),
        met=np.array([memory is not None for memory in known]),
        minutes=np.array([REVIEW if memory else FIRST / FIRST_TIME for memory in known]),
        rank=RANK[:items],
    )
    left, none = days_between(now, DATE), np.zeros(items, dtype=bool)
    # Some more than the minutes are expected to hold: a learner who is quicker goes on, as with every schedule.
    day = Day(1.3 * MINUTES, pace(items - len(memories), left), left)
    return [int(item) for item in chosen(states, none, none, day)]


def due_then_new(memories: dict[int, Memory], items: int, now: datetime, _rng: np.random.Generator) -> list[int]:
    """What is due, oldest first, then new items: plain FSRS and SM-2."""
    due = sorted((m.due, i) for i, m in memories.items() if m.due.date() <= now.date())
    return [i for _, i in due] + [i for i in range(items) if i not in memories]


def random_order(_memories: dict[int, Memory], items: int, _now: datetime, rng: np.random.Generator) -> list[int]:
    """Any item at any time."""
    return [int(i) for i in rng.permutation(items)]


def fsrs(memory: Memory | None, known: bool, now: datetime) -> Memory:
    """The memory FSRS keeps; due when recall falls to 0.9."""
    return rated(memory, Rating.GOOD if known else Rating.AGAIN, now)


def sm2(memory: Memory | None, known: bool, now: datetime) -> Memory:
    """SM-2 (Wozniak 1990): intervals of 1, 6, then times the ease.

    Here `difficulty` holds the ease and `stability` the interval.
    """
    before = memory or Memory(0.0, 2.5, now, now, reviews=0)
    if not known:
        ease, interval, streak = max(1.3, before.difficulty - 0.2), 1.0, 0
    else:
        ease, streak = before.difficulty, before.reviews + 1
        interval = 1.0 if streak == 1 else 6.0 if streak == 2 else before.stability * ease
    return replace(
        before, stability=interval, difficulty=ease, last=now, due=now + timedelta(days=interval), reviews=streak
    )


SCHEDULES: dict[str, tuple[Choose, Callable[[Memory | None, bool, datetime], Memory]]] = {
    "sharpen, steering to the date": (steering, fsrs),
    "plain FSRS at 0.9": (due_then_new, fsrs),
    "SM-2": (due_then_new, sm2),
    "random order": (random_order, fsrs),
}


def measure() -> dict[str, Any]:
    """Mean recall on the date by schedule and number of items: over the items, and over their topics."""
    return {
        name: {
            str(items): [
                round(float(each), 3) for each in np.mean([_lived(name, items, n) for n in range(LEARNERS)], axis=0)
            ]
            for items in ITEMS
        }
        for name in SCHEDULES
    }


def _lived(name: str, items: int, seed: int) -> tuple[float, float]:
    choose, remembered = SCHEDULES[name]
    learner, rng = Learner(np.random.default_rng(seed), items), np.random.default_rng(1000 + seed)
    memories: dict[int, Memory] = {}
    for day in range(DAYS):
        now, left = START + timedelta(days=day), MINUTES
        for item in choose(memories, items, now, rng):
            left -= REVIEW if item in memories else FIRST
            if left < 0:
                break
            known = learner.review(item, float(day))
            left -= 0 if known or item not in memories else RELEARN - REVIEW
            memories[item] = remembered(memories.get(item), known, now)
    return learner.recall()
