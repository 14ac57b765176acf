"""Who is readier on the date: simulated learners, by who chooses what they do.

They live in the outline as it is, with the content there is: lessons, problems, cases, labs, drills, dives, stories.
Whether a question is answered is decided as in `tests/bench/readiness.py`, by Thurstone's model. What they learn of a
topic, and forget, follows the base-level equation of ACT-R (Anderson and Schooler 1991): the logarithm of all their
practice of it, each part faded by a power of its age. Abilities differ by learner, round, group and topic. None of this
is among our formulas; that minutes of practice are what teaches is common to both, and that reading and, for coding and
design, cards teach less than doing. A policy sees what was tried and how it was rated, no more:

- *the calendar*: the review's part in cards, then what `domain/calendar.py` has for the day, planned again each day;
- *equal shares*: as many minutes for each round; within it the outline's order, cards and tasks by their parts;
- *equal shares, spread*: the same, but within a round always the topic with the fewest minutes;
- *the guide's order*: round after round, topic after topic, with cards of what was begun;
- *weakest first*: cards or tasks, by their parts, of the topic that is believed to be weakest.

What counts is the true chance to answer an unseen question on the date: the mean over the topics of a round, and over
the rounds as the role weighs them.
"""

import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from datetime import date as Date
from functools import partial
from math import erf, log1p, sqrt
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from sharpen.content.library import Library
from sharpen.domain import calendar
from sharpen.domain.calendar import REVIEW, Choice, Day, Standing
from sharpen.domain.day import day_of
from sharpen.domain.dive import USUAL
from sharpen.domain.readiness import Evidence, beliefs
from sharpen.domain.task import Kind, Task
from sharpen.judge import LocalJudge
from sharpen.practice import Settings, Workspace, open_workspace
from sharpen.practice.day import calendar as calendar_of
from sharpen.practice.day import plan, readiness, tasks
from sharpen.store import open_store
from tests.bench.readiness import LUCK, SPREAD
from tests.bench.ten_years import ten_years
from tests.bench.timing import cpu_seconds
from tests.looking import look

SEEDS, LEARNERS = 5, 8
SCENES = ((60, 30), (60, 60), (120, 60))
"""Minutes a day, and days."""
AHEAD, ROUNDS = 120, 7
"""Days that are planned, and how often that is timed."""
OFTEN = 300
"""Times that stories can be told and projects be asked about."""
ROLE, LEVEL = "ml-engineer", "senior"
FIRST = Date(2026, 1, 5)
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

    def ability(self, topic: str, day: float) -> float:
        left = sum(amount * (1 + day - at) ** -self.fade for at, amount in self.practices[topic])
        return float(self.base[topic] + self.gain * log1p(left))

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
        self.practices[topic].append((day, amount))
        self.last[topic] = day

    def do(self, choice: Choice, day: float) -> None:
        """Do a task, which teaches of its topics in the parts in which it is about them."""
        reads = choice.task.kind is Kind.LESSON
        amount = (READING if reads else 1.0) * DOING * choice.task.minutes
        whole = sum(choice.teaches.values())
        for topic, part in choice.teaches.items():
            self.practice(topic, day, amount * part / whole, 0.0 if reads else min(part / 10, 2.0))


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


def lived(learner: Learner, policy: "Policy", minutes: int, days: int) -> float:
    """How ready a learner is on the date, by this policy."""
    life, left = Life(learner, [list(line) for line in learner.world.lines], minutes=minutes), 0.0
    for life.day in range(days):
        left += minutes
        for step in policy(life, left):
            left -= life.do(step)
    return learner.ready(days)


def _ours(life: Life, left: float) -> Iterator[Step]:
    """The review's part in cards, those first that raise most; then the tasks that the calendar has for today."""
    believed, world = beliefs(life.learner.world.outline, life.learner.evidence), life.learner.world
    standings = {
        topic: Standing(believed[topic].mean, life.spent[topic], counts) for topic, counts in world.counts.items()
    }
    for _ in range(round(life.minutes * REVIEW / CARDS / CARD)):
        topic = max(life.with_cards, key=lambda topic: standings[topic].gain(CARDS * SAYS[world.round[topic]]))
        standings[topic].pass_(CARDS * SAYS[world.round[topic]])
        left -= CARDS * CARD
        yield topic
    named = {id(choice.task): (line, choice) for line in life.lines for choice in line}
    for entry in calendar.Calendar(standings, life.lines).filled([Day(FIRST, max(round(left), 0))])[0].entries:
        line, choice = named[id(entry.task)]
        line.remove(choice)
        yield choice


def _in_order(left: float, step: Callable[[], Step | None]) -> Iterator[Step]:
    while left >= calendar.SHORTEST and (found := step()):
        left -= CARDS * CARD if isinstance(found, str) else found.task.minutes
        yield found


def _equal(life: Life, left: float, *, spread: bool = False) -> Iterator[Step]:
    """What the round with the fewest minutes so far has next; within it in order, or the topic with the fewest."""
    world = life.learner.world

    def done(line: Sequence[Choice]) -> float:
        return sum(life.spent[topic] for topic in line[0].teaches) / len(line[0].teaches)

    def step() -> Step | None:
        for round_ in sorted(world.weights, key=life.of_round):
            if round_ in TEACHES and life.cards[round_] <= REVIEW * life.of_round(round_):
                mine = [topic for topic in life.with_cards if world.round[topic] == round_]
                if spread:
                    return min(mine, key=lambda topic: life.spent[topic])
                return min(mine, key=lambda topic: (not life.spent[topic], life.learner.last[topic]))
            if lines := [line for line in life.open if line[0].round == round_]:
                return (min(lines, key=done) if spread else lines[0]).pop(0)
        return None

    return _in_order(left, step)


def _guide(life: Life, left: float) -> Iterator[Step]:
    """The review's part in cards of what was begun, the longest ago first; then the next task of the outline."""
    rounds = list(life.learner.world.outline.rounds)

    def step() -> Step | None:
        begun = [topic for topic in life.with_cards if topic in life.spent]
        if begun and sum(life.cards.values()) <= REVIEW * sum(life.spent.values()):
            return min(begun, key=lambda topic: life.learner.last[topic])
        line = min(life.open, key=lambda line: rounds.index(line[0].round), default=None)
        return line.pop(0) if line else None

    return _in_order(left, step)


def _weakest(life: Life, left: float) -> Iterator[Step]:
    """Cards or tasks by their parts, each of the topic that is believed to be weakest."""

    def step() -> Step | None:
        believed = beliefs(life.learner.world.outline, life.learner.evidence)
        if sum(life.cards.values()) <= REVIEW * sum(life.spent.values()):
            return min(life.with_cards, key=lambda topic: believed[topic].mean)
        line = min(
            life.open,
            key=lambda line: sum(believed[one].mean for one in line[0].teaches) / len(line[0].teaches),
            default=None,
        )
        return line.pop(0) if line else None

    return _in_order(left, step)


Policy = Callable[[Life, float], Iterator[Step]]
POLICIES: Mapping[str, Policy] = {
    "the calendar": _ours,
    "equal shares": _equal,
    "equal shares, spread": partial(_equal, spread=True),
    "the guide's order": _guide,
    "weakest first": _weakest,
}


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


def measure() -> dict[str, Any]:
    """For each scene: readiness before and on the date, in points, by policy, and how far each is behind the calendar.

    Each is a mean over the seeds with half of its interval of 95 %; of the calendar and another, the same learners.
    """
    here, found = world(), dict[str, Any]()
    for minutes, days in SCENES:
        before = [np.mean([_learner(here, seed, one).ready(0) for one in range(LEARNERS)]) for seed in range(SEEDS)]
        after = {
            name: [
                np.mean([lived(_learner(here, seed, one), policy, minutes, days) for one in range(LEARNERS)])
                for seed in range(SEEDS)
            ]
            for name, policy in POLICIES.items()
        }
        ours = after["the calendar"]
        found[f"{minutes} minutes, {days} days"] = {
            "before": _over_seeds(before),
            "after": {name: _over_seeds(means) for name, means in after.items()},
            "behind": {name: _over_seeds(np.subtract(ours, means)) for name, means in after.items()},
        }
    return {"scenes": found, "speed": speed()}


def speed() -> dict[str, float]:
    """Milliseconds of CPU to plan 120 days with ten years of attempts: at once, and each day from scratch."""
    with tempfile.TemporaryDirectory() as home:
        ten_years(Path(home))
        ws = open_workspace(Settings(home=Path(home)))
        plan.change(ws, date=day_of(datetime.now(UTC)) + timedelta(days=AHEAD), minutes=60)
        look(ws, calendar_of.gather)
        # Each in a block of its own: what is read is kept within one.
        whole = [cpu_seconds(lambda: look(ws, calendar_of.gather)) for _ in range(ROUNDS)]
        today = partial(calendar_of.gather, most=1)
        one = [cpu_seconds(lambda: look(ws, today)) for _ in range(ROUNDS)]
        ws.close()
    return {"days": AHEAD, "at once": 1e3 * median(whole), "each day": 1e3 * AHEAD * median(one)}


def _learner(here: World, seed: int, number: int) -> Learner:
    return Learner(here, np.random.default_rng([seed, number]))


def _over_seeds(values: Any) -> tuple[float, float]:
    """The mean over the seeds, and half of its interval of 95 % (Student's t)."""
    values = 100 * np.asarray(values)
    return float(values.mean()), float(2.776 * values.std(ddof=1) / sqrt(SEEDS))
