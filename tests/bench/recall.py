"""What simulated learners remember on the date of their interview, by who chooses what they review.

Thirty days, thirty minutes a day. A learner's true memory follows the FSRS curve with parameters and
items of their own (each 10 and 50 % off the ones a schedule knows, lognormal); an item takes a
minute the first time, 24 s when it is remembered later and 48 s when it is not. Every schedule sees
the same learners and knows only ratings and times.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np

from sharpen.domain.memory import Memory, Rating
from sharpen.memory import rated
from sharpen.memory.curve import DEFAULT, recalled, strengthened, weakened
from sharpen.memory.steering import States, costs_of, gains_of

DAYS, MINUTES, LEARNERS = 30, 30.0, 4
FIRST, REVIEW, RELEARN = 1.0, 0.4, 0.8
KNOWN_AT_FIRST = 0.6
ITEMS = (300, 600, 900)
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

    def recall(self) -> float:
        """The mean probability of recall on the date over all items, 0 for those never met."""
        met = [float(recalled(DAYS - self.last[i], s, self.w)) for i, s in self.stability.items()]
        return sum(met) / self.items


Choose = Callable[[dict[int, Memory], int, datetime, np.random.Generator], list[int]]
"""Which items to review today, best first, of so many items and the memories of those met."""


def steering(memories: dict[int, Memory], items: int, now: datetime, _rng: np.random.Generator) -> list[int]:
    """Ours: what adds most to recall on the date for its minutes."""
    known = [memories.get(i) for i in range(items)]
    states = States(
        stability=np.array([memory.stability if memory else 1.0 for memory in known]),
        difficulty=np.array([memory.difficulty if memory else 5.0 for memory in known]),
        age=np.array([(now - memory.last) / timedelta(days=1) if memory else 0.0 for memory in known]),
        met=np.array([memory is not None for memory in known]),
        minutes=np.array([REVIEW if memory else FIRST for memory in known]),
    )
    worth = gains_of(states, (DATE - now) / timedelta(days=1)) / costs_of(states)
    return [int(item) for item in np.argsort(-worth, kind="stable") if worth[item] > 0]


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
    """Mean recall on the date, by schedule and number of items."""
    return {
        name: {
            str(items): round(float(np.mean([_lived(name, items, seed) for seed in range(LEARNERS)])), 3)
            for items in ITEMS
        }
        for name in SCHEDULES
    }


def _lived(name: str, items: int, seed: int) -> float:
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
