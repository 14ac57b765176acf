"""Who is readier on the date: simulated learners, by who chooses what they do.

They live in the outline as it is, with the content there is: lessons, problems, cases, drills, dives, stories. Their
abilities, their learning and their forgetting are those of `tests/bench/readiness.py`: nothing of our formulas, but
Thurstone's model, learning that saturates and forgetting by a power of time. What a task teaches grows with its minutes,
less than in proportion, and reading teaches half as much as doing. All give the same part of each day to cards, of all
topics in turn. What is left goes to tasks, which each policy chooses from what was seen of the learner, ratings alone:

- *the calendar*, planned again each day;
- *equal shares*: as many minutes for each round, within it the topic with the fewest minutes so far;
- *the guide's order*: topic after topic, each whole;
- *weakest first*: the next task of the topic that is believed to be weakest.

What counts is the true chance to answer an unseen question on the date: the mean over the topics of a round, and over
the rounds as the role weighs them.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Date
from datetime import timedelta
from math import erf, sqrt
from typing import Any

import numpy as np

from sharpen.domain import calendar
from sharpen.domain.calendar import REVIEW, Choice, Day, Standing
from sharpen.domain.readiness import Evidence, beliefs
from sharpen.domain.task import Kind
from tests.bench.readiness import LUCK, SPREAD

SEEDS, LEARNERS = 5, 12
SCENES = ((30, 30), (45, 60), (90, 60))
"""Minutes a day, and days."""
ROLE, LEVEL = "ml-engineer", "senior"
FIRST = Date(2026, 1, 5)
READING = 0.5
CARD = 1.0
"""Minutes."""

Lines = dict[str, list[Choice]]


@dataclass
class World:
    """What there is: topics with their round and group, tasks by topic or thread, and how much each round counts."""

    outline: Any
    lines: list[list[Choice]]
    weights: Mapping[str, float]

    def __post_init__(self) -> None:
        self.topics = [topic.id for topic in self.outline]
        self.round = {topic.id: topic.round for topic in self.outline}
        self.group = {topic.id: topic.group for topic in self.outline}
        size = defaultdict[str, int](int)
        for topic in self.topics:
            size[self.round[topic]] += 1
        total = sum(self.weights.values())
        self.counts = {topic: self.weights[self.round[topic]] / total / size[self.round[topic]] for topic in self.topics}


@dataclass
class Learner:
    """The truth, which no policy sees, and the evidence, which all see."""

    world: World
    rng: np.random.Generator
    evidence: dict[str, Evidence] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rng, world = self.rng, self.world
        level = rng.normal(-0.5, 0.6)
        of_round = {key: rng.normal(0, 0.5) for key in world.weights}
        of_group = {title: rng.normal(0, 0.5) for title in dict.fromkeys(world.group.values())}
        self.base = {
            topic: level + of_round[world.round[topic]] + of_group[world.group[topic]] + rng.normal(0, 0.7)
            for topic in world.topics
        }
        self.gain, self.limit = float(np.exp(rng.normal(np.log(0.35), 0.4))), rng.normal(2.2, 0.4)
        self.fade = float(np.exp(rng.normal(np.log(0.12), 0.3)))
        self.learned, self.last = defaultdict[str, float](float), defaultdict[str, float](float)

    def ability(self, topic: str, day: float) -> float:
        return float(self.base[topic] + self.learned[topic] * (1 + max(day - self.last[topic], 0)) ** -self.fade)

    def ready(self, day: float) -> float:
        """The true chance to answer an unseen question, over the loop."""
        spread = sqrt(LUCK**2 + SPREAD**2)
        chance = {topic: 0.5 * (1 + erf(self.ability(topic, day) / spread / sqrt(2))) for topic in self.world.topics}
        return sum(self.world.counts[topic] * chance[topic] for topic in self.world.topics)

    def practice(self, topic: str, day: float, amount: float, weight: float) -> None:
        """Do something of a topic: it shows how one stands, and teaches."""
        if weight:
            margin = self.ability(topic, day) + self.rng.normal(0, LUCK) - self.rng.normal(0, SPREAD)
            score = (0.0, 0.4, 0.8, 1.0)[int(np.searchsorted((-0.6, 0.1, 1.2), margin))]
            self.evidence[topic] = self.evidence.get(topic, Evidence()) + Evidence(weight, weight * score)
        now = self.ability(topic, day) - self.base[topic]
        self.learned[topic] = now + self.gain * 0.4 * amount * max(0.0, 1 - now / self.limit)
        self.last[topic] = day

    def do(self, choice: Choice, day: float) -> None:
        """Do a task, which teaches of its topics in the parts in which it is about them."""
        reads = choice.task.kind is Kind.LESSON
        amount = (READING if reads else 1.0) * (choice.task.minutes / 2) ** 0.75 / 2
        whole = sum(choice.says.values())
        for topic, part in choice.says.items():
            self.practice(topic, day, amount * part / whole, 0.0 if reads else min(part, 2.0))


Policy = Callable[[Learner, Lines, float, dict[str, float]], Choice | None]


def lived(learner: Learner, policy: str, minutes: int, days: int) -> float:
    """How ready a learner is on the date, by this policy."""
    lines = {str(number): list(line) for number, line in enumerate(learner.world.lines)}
    spent = defaultdict[str, float](float)
    cards = _turns(learner)
    left = 0.0
    for day in range(days):
        for _ in range(round(minutes * REVIEW / CARD)):
            learner.practice(next(cards), day, 0.5, 1.0)
        left += minutes * (1 - REVIEW)
        for choice in POLICIES[policy](learner, lines, left, spent, days - day, minutes):
            learner.do(choice, day)
            left -= choice.task.minutes
            for topic, part in choice.says.items():
                spent[topic] += choice.task.minutes * part / sum(choice.says.values())
    return learner.ready(days)


def _turns(learner: Learner) -> Iterator[str]:
    """The topics of cards, each in turn."""
    topics = [topic for topic in learner.world.topics if learner.world.round[topic] in ("general-coding", "ml-coding", "breadth", "design")]
    while True:
        yield from topics


def _ours(learner: Learner, lines: Lines, left: float, spent: Any, ahead: int, minutes: int) -> Iterator[Choice]:
    """What the calendar has for today, planned anew from what is believed now."""
    believed = beliefs(learner.world.outline, learner.evidence)
    standings = {
        topic: Standing(believed[topic].mean, believed[topic].tries, learner.world.counts[topic])
        for topic in learner.world.topics
    }
    # What is left over from yesterday is in `left`; a debt waits.
    today = calendar.Calendar(standings, lines.values()).filled([Day(FIRST, max(round(left), 0))])[0]
    named = {id(choice.task): (key, choice) for key, line in lines.items() for choice in line}
    for entry in today.entries:
        key, choice = named[id(entry.task)]
        lines[key].remove(choice)
        yield choice


def _next_of(learner: Learner, lines: Lines, left: float, order: Callable[[str], Any]) -> Iterator[Choice]:
    while left >= 3:
        ready = [key for key, line in lines.items() if line]
        if not ready:
            return
        key = min(ready, key=lambda key: order(key))
        choice = lines[key].pop(0)
        left -= choice.task.minutes
        yield choice


def _equal(learner: Learner, lines: Lines, left: float, spent: Mapping[str, float], ahead: int, minutes: int) -> Iterator[Choice]:
    def order(key: str) -> Any:
        choice = lines[key][0]
        of_round = sum(spent[topic] for topic in list(spent) if learner.world.round[topic] == choice.round)
        return of_round, sum(spent[topic] for topic in choice.says) / len(choice.says), int(key)

    return _next_of(learner, lines, left, order)


def _guide(learner: Learner, lines: Lines, left: float, spent: Any, ahead: int, minutes: int) -> Iterator[Choice]:
    rounds = list(learner.world.outline.rounds)
    return _next_of(learner, lines, left, lambda key: (rounds.index(lines[key][0].round), int(key)))


def _weakest(learner: Learner, lines: Lines, left: float, spent: Any, ahead: int, minutes: int) -> Iterator[Choice]:
    believed = beliefs(learner.world.outline, learner.evidence)

    def order(key: str) -> Any:
        says = lines[key][0].says
        return sum(believed[topic].mean for topic in says) / len(says), int(key)

    return _next_of(learner, lines, left, order)


POLICIES = {"the calendar": _ours, "equal shares": _equal, "the guide's order": _guide, "weakest first": _weakest}


def world() -> World:
    """The outline and content as they are, for somebody who did nothing yet."""
    from sharpen.content.library import Library
    from sharpen.judge import LocalJudge
    from sharpen.practice.day import readiness, tasks
    from sharpen.practice.workspace import Workspace
    from sharpen.store import open_store

    library = Library.open()
    ws = Workspace(library, open_store("sqlite://"), LocalJudge(library.problems.folder))
    with ws.reading() as work:
        return World(library.outline, tasks.lines(work, readiness.gather(work)), library.loops.weights(ROLE, LEVEL))


def measure() -> dict[str, Any]:
    """For each scene and policy: readiness on the date in points, mean and half of its 95 % interval over the seeds."""
    here, found = world(), dict[str, Any]()
    for minutes, days in SCENES:
        of_scene = {}
        for policy in POLICIES:
            means = [
                np.mean([100 * lived(Learner(here, np.random.default_rng([seed, number])), policy, minutes, days) for number in range(LEARNERS)])
                for seed in range(SEEDS)
            ]
            of_scene[policy] = {"mean": float(np.mean(means)), "half": float(2.776 * np.std(means, ddof=1) / sqrt(SEEDS))}
        before = np.mean([100 * Learner(here, np.random.default_rng([seed, number])).ready(0) for seed in range(SEEDS) for number in range(LEARNERS)])
        found[f"{minutes} min, {days} days"] = {"before": float(before), **of_scene}
    return found


if __name__ == "__main__":
    import json

    print(json.dumps(measure(), indent=1))
