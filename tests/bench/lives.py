"""Simulated learners and what they do: the truth that `tests/bench/planning.py` measures policies by.

Whether a question is answered is decided as in `tests/bench/readiness.py`, by Thurstone's model. What they learn of a
topic, and forget, follows the base-level equation of ACT-R (Anderson and Schooler 1991): the logarithm of all their
practice of it, each part faded by a power of its age. Abilities differ by learner, round, group and topic. None of this
is among our formulas; that minutes of practice are what teaches is common to both, and that reading and, for coding and
design, cards teach less than doing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import erf, log1p, sqrt
from typing import Any

import numpy as np

from sharpen.content.library import Library
from sharpen.domain.calendar import Choice
from sharpen.domain.dive import USUAL
from sharpen.domain.readiness import Evidence
from sharpen.domain.task import Kind, Task
from sharpen.judge import LocalJudge
from sharpen.practice import Workspace
from sharpen.practice.day import readiness, tasks
from sharpen.store import open_store
from tests.bench.readiness import LUCK, SPREAD

OFTEN = 300
"""Times that stories can be told and projects be asked about."""
ROLE, LEVEL = "ml-engineer", "senior"
CARD, CARDS = 1.0, 5
"""Minutes of a card, and how many are done at a time."""
TEACHES: Mapping[str, float] = {"general-coding": 0.05, "ml-coding": 0.05, "design": 0.1, "breadth": 0.2}
"""What a card of a round teaches of its topic; the other rounds have none."""
SAYS = {"general-coding": 0.25, "ml-coding": 0.25, "design": 0.5, "breadth": 1.0}
"""The minutes that the calendar takes a minute of cards for."""
GAIN, FADE = 0.7, 0.3
"""Of the base-level equation: standard deviations for each unit of its logarithm, and the power by which it fades."""
DOING, READING = 0.2, 0.5
"""What a minute of doing teaches, and one of reading against it."""


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
        self.counts = {
            topic: self.weights[self.round[topic]] / total / size[self.round[topic]] for topic in self.topics
        }


@dataclass
class Learner:
    """The truth, which no policy sees, and the evidence, which all see."""

    world: World
    rng: np.random.Generator
    evidence: dict[str, Evidence] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rng, world = self.rng, self.world
        level = rng.normal(-0.3, 0.5)
        of_round = {key: rng.normal(0, 0.4) for key in world.weights}
        of_group = {title: rng.normal(0, 0.4) for title in dict.fromkeys(world.group.values())}
        self.base = {
            topic: level + of_round[world.round[topic]] + of_group[world.group[topic]] + rng.normal(0, 0.5)
            for topic in world.topics
        }
        self.gain = float(np.exp(rng.normal(np.log(GAIN), 0.3)))
        self.fade = float(np.exp(rng.normal(np.log(FADE), 0.2)))
        self.practices = defaultdict[str, list[tuple[float, float]]](list)
        self.last = defaultdict[str, float](float)

    def left(self, topic: str, day: float) -> float:
        """What is left of all practice of a topic."""
        return float(sum(amount * (1 + day - at) ** -self.fade for at, amount in self.practices[topic]))

    def able(self, topic: str, left: float) -> float:
        """The ability that so much practice gives."""
        return float(self.base[topic] + self.gain * log1p(left))

    def ready(self, day: float) -> float:
        """The true chance to answer an unseen question, over the loop."""
        chances = {topic: chance(self.able(topic, self.left(topic, day))) for topic in self.world.topics}
        return sum(self.world.counts[topic] * each for topic, each in chances.items())

    def practice(self, topic: str, day: float, amount: float, weight: float) -> None:
        """Do something of a topic: it shows how one stands, and teaches."""
        if weight:
            margin = self.able(topic, self.left(topic, day)) + self.rng.normal(0, LUCK) - self.rng.normal(0, SPREAD)
            score = (0.0, 0.4, 0.8, 1.0)[int(np.searchsorted((-0.6, 0.1, 1.2), margin))]
            self.evidence[topic] = self.evidence.get(topic, Evidence()) + Evidence(weight, weight * score)
        self.practices[topic].append((day, amount))
        self.last[topic] = day

    def do(self, choice: Choice, day: float) -> None:
        """Do a task, which teaches of its topics in the parts in which it is about them."""
        for topic, amount in taught(choice).items():
            seen = 0.0 if choice.task.kind is Kind.LESSON else min(choice.teaches[topic] / 10, 2.0)
            self.practice(topic, day, amount, seen)


def chance(ability: float) -> float:
    """The chance to answer a question of unknown difficulty."""
    return 0.5 * (1 + erf(ability / sqrt(LUCK**2 + SPREAD**2) / sqrt(2)))


def taught(choice: Choice) -> dict[str, float]:
    """What a task teaches of each of its topics."""
    amount = (READING if choice.task.kind is Kind.LESSON else 1.0) * DOING * choice.task.minutes
    whole = sum(choice.teaches.values())
    return {topic: amount * part / whole for topic, part in choice.teaches.items()}


Step = Choice | str
"""A task, or the topic of some cards."""


@dataclass
class Life:
    """A learner's days: what is left to do, and what was done of what."""

    learner: Learner
    lines: list[list[Choice]]
    spent: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    """Minutes by topic."""
    cards: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    """Those of cards alone, by round."""
    minutes: int = 0
    """For a day."""
    days: int = 0
    """Until the date."""
    day: int = 0

    def do(self, step: Step) -> float:
        """Do a task, or some cards of a topic; its minutes."""
        if isinstance(step, str):
            round_ = self.learner.world.round[step]
            for _ in range(CARDS):
                self.learner.practice(step, self.day, TEACHES[round_], 1.0)
            self.spent[step] += CARDS * CARD
            self.cards[round_] += CARDS * CARD
            return CARDS * CARD
        self.learner.do(step, self.day)
        for topic, part in step.teaches.items():
            self.spent[topic] += step.task.minutes * part / sum(step.teaches.values())
        return float(step.task.minutes)

    def of_round(self, round_: str) -> float:
        return sum(minutes for topic, minutes in self.spent.items() if self.learner.world.round[topic] == round_)

    @property
    def with_cards(self) -> list[str]:
        return [topic for topic in self.learner.world.topics if self.learner.world.round[topic] in TEACHES]

    @property
    def open(self) -> list[list[Choice]]:
        return [line for line in self.lines if line]


def world() -> World:
    """The outline and content as they are, for somebody who did nothing yet."""
    library = Library.open()
    ws = Workspace(library, open_store("sqlite://"), LocalJudge(library.problems.folder))
    with ws.reading() as work:
        lines = tasks.lines(work, readiness.gather(work))
    return World(library.outline, [*lines, *_again(lines)], library.loops.weights(ROLE, LEVEL))


def _again(lines: Sequence[Sequence[Choice]]) -> list[list[Choice]]:
    """What can be done as often as one likes, once there is a project and a story: dives, and telling stories."""
    first = {choice.task.kind: choice for line in lines for choice in line}
    dive = Task(Kind.DIVE, "Deep dive", USUAL, "", "again")
    telling = Task(Kind.REHEARSAL, "Tell a story", tasks.REHEARSAL, "", "again")
    topic = {kind: next(iter(first[kind].teaches)) for kind in (Kind.PROJECT, Kind.STORY)}
    return [
        [Choice(dive, "depth", {topic[Kind.PROJECT]: float(USUAL)})] * OFTEN,
        [Choice(telling, "behavioral", {topic[Kind.STORY]: float(tasks.REHEARSAL)})] * OFTEN,
    ]
