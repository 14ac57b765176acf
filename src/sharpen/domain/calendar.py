"""The calendar: what each day until the interview holds.

A day's minutes go first to the review, its part of them, and then to what raises readiness most for its minutes. What
a task raises follows from how ready one is for its topics and how long one practiced them: the odds of doing well grow
in proportion to the minutes of practice, a power law of practice (Newell and Rosenbloom 1981) with an exponent of 1. So
the first task of a topic raises it most, the tenth hardly, and what cannot be missed hardly at all. Tasks of a line are
done in their order; a round counts AGAIN as much on a day each time that the day has it already.

Each task is valued when it comes to the front of a heap, and again only if its topic has changed since ("lazy greedy":
Minoux 1978, Accelerated greedy algorithms for maximizing submodular set functions). So the work grows with what is
planned, not with what there is times the days.
"""

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date as Date

from sharpen.domain.task import Task

FIRST = 10.0
"""The odds of doing well grow in proportion to the minutes of practice and these."""
AHEAD = 3
"""Tasks of a line that are looked at together: a lesson is worth what it leads to."""
AGAIN = 0.1
"""What a round counts on a day for each time that the day has it already, against the time before: for variety."""
OVER = 0.6
"""A task is begun on a day that has this part of its minutes left; the next days have less for it."""
SHORTEST = 3
"""Minutes that are too few for anything but the review."""
REVIEW = 0.3
"""The part of a day that is the review's."""


@dataclass(frozen=True)
class Choice:
    """A task that may be put on a day: its round, and the topics that it teaches, for how many minutes each."""

    task: Task
    round: str
    teaches: Mapping[str, float]

    @property
    def key(self) -> tuple[str, str]:
        """What names it among all tasks."""
        return self.task.kind, self.task.id


@dataclass
class Standing:
    """What is believed of a topic while days are filled: its mean, after so many minutes `spent` on it.

    `counts` is what the loop gains when the topic rises by one. `changes` counts the tasks since.
    """

    mean: float
    spent: float
    counts: float
    changes: int = 0

    def gain(self, minutes: float) -> float:
        """What the loop gains by so many minutes more."""
        return self.counts * (self._after(minutes) - self.mean)

    def pass_(self, minutes: float) -> None:
        """Take it that they were spent."""
        self.mean = self._after(minutes)
        self.spent += minutes
        self.changes += 1

    def _after(self, minutes: float) -> float:
        """The mean after so many minutes more: its odds grow in proportion to all minutes of practice."""
        odds = self.mean / (1 - self.mean) * (FIRST + self.spent + minutes) / (FIRST + self.spent)
        return odds / (1 + odds)


@dataclass(frozen=True)
class Entry:
    """A task on a day, for so many `minutes` of it: part `part` of `parts`. `gain` is what the loop gains by it.

    It is `moved` if the learner put it there.
    """

    task: Task
    minutes: int
    round: str = ""
    gain: float = 0.0
    part: int = 1
    parts: int = 1
    moved: bool = False


@dataclass(frozen=True)
class Day:
    """A day with its `minutes`, and what they go to. A day off has none."""

    date: Date
    minutes: int
    entries: tuple[Entry, ...] = ()

    @property
    def total(self) -> int:
        """The minutes of all of it."""
        return sum(entry.minutes for entry in self.entries)


@dataclass
class Calendar:
    """Days being filled, one after the other.

    `lines` are tasks in the order in which they must be done, each line of a topic or of another thread of work.
    `placed` are those that the learner put on a day themselves.
    """

    standings: Mapping[str, Standing]
    lines: Iterable[Sequence[Choice]]
    placed: Mapping[Date, Sequence[Choice]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._lines = [list(reversed(line)) for line in self.lines if line]
        self._heap = [self._valued(number) for number in range(len(self._lines))]
        heapq.heapify(self._heap)
        self._saved = 0.0
        """Minutes that earlier days left over, or (below zero) took from the next."""
        self._rest: list[Entry] = []

    def filled(self, days: Iterable[Day]) -> list[Day]:
        """The days with what their minutes go to, after what each has already."""
        return [self._filled(day) for day in days]

    def _filled(self, day: Day) -> Day:
        entries = [*day.entries, *(self._placed(choice) for choice in self.placed.get(day.date, ()))]
        if not day.minutes:
            return replace(day, entries=tuple(entries))
        left = day.minutes + self._saved - sum(entry.minutes for entry in entries)
        while self._rest and left >= OVER * self._rest[0].minutes:
            entries.append(self._rest.pop(0))
            left -= entries[-1].minutes
        while left >= SHORTEST and (choice := self._next(left, day.minutes, entries)):
            first, *self._rest[:0] = self._entries(choice, day.minutes)
            entries.append(first)
            left -= first.minutes
        self._saved = min(max(left, -day.minutes), day.minutes)
        return replace(day, entries=tuple(entries))

    def _next(self, left: float, whole: int, entries: Sequence[Entry]) -> Choice | None:
        """The task worth most for its minutes that may be begun with so many left, taken out of its line."""
        seen, had = list[int](), Counter(entry.round for entry in entries)
        best, most = None, 0.0
        while self._heap and -self._heap[0][0] > most:
            worth, number, changes = heapq.heappop(self._heap)
            choice = self._lines[number][-1]
            if self._changes(choice) != changes:
                heapq.heappush(self._heap, self._valued(number))
                continue
            seen.append(number)
            here = -worth * AGAIN ** had[choice.round]
            if here > most and min(choice.task.minutes, whole) * OVER <= left:
                best, most = number, here
        found = None if best is None else self._lines[best].pop()
        for number in seen:
            if self._lines[number]:
                heapq.heappush(self._heap, self._valued(number))
        return found

    def _entries(self, choice: Choice, whole: int) -> list[Entry]:
        """A task as entries of one day, or of as many as it takes: none is longer than a day."""
        gain = sum(self.standings[topic].gain(minutes) for topic, minutes in choice.teaches.items())
        for topic, minutes in choice.teaches.items():
            self.standings[topic].pass_(minutes)
        whole_task = choice.task.minutes
        parts = -(-whole_task // max(whole, 1))
        sizes = [whole_task // parts + (number < whole_task % parts) for number in range(parts)]
        return [
            Entry(choice.task, size, choice.round, gain / parts, number, parts) for number, size in enumerate(sizes, 1)
        ]

    def _placed(self, choice: Choice) -> Entry:
        entry = self._entries(choice, choice.task.minutes)[0]
        return replace(entry, moved=True)

    def _valued(self, number: int) -> tuple[float, int, int]:
        line = self._lines[number]
        worth = worth_of(line[: -AHEAD - 1 : -1], self.standings)
        return -worth, number, self._changes(line[-1])

    def _changes(self, choice: Choice) -> int:
        return sum(self.standings[topic].changes for topic in choice.teaches)


def worth_of(line: Sequence[Choice], standings: Mapping[str, Standing]) -> float:
    """What the loop gains for each minute by the first tasks of a line, as many of them as are best."""
    most, minutes, teaches = 0.0, 0, Counter[str]()
    for choice in line:
        minutes += choice.task.minutes
        teaches.update(choice.teaches)
        gain = sum(standings[topic].gain(part) for topic, part in teaches.items())
        most = max(most, gain / max(minutes, 1))
    return most
