"""Readiness: one calculation over all that was tried, by topic, group and round. docs/readiness.md explains it."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sharpen.domain.case import MOST_SCORE
from sharpen.domain.day import days_between
from sharpen.domain.item import ItemKind
from sharpen.domain.readiness import Belief, Evidence, beliefs, together
from sharpen.domain.topic import Group, Outline, Topic
from sharpen.practice.day import agenda
from sharpen.practice.design import sittings
from sharpen.practice.work import Work, once, plan_of

WEIGHTS: Mapping[ItemKind, float] = {
    ItemKind.PROBLEM: 2.0,
    ItemKind.LADDER: 2.0,
    ItemKind.STORY: 2.0,
}
"""How much one item of a kind says, where it is not 1."""
CASE = 4.0
"""How much a case says, of which the rubric was ticked."""
STATES = ("solid", "begun", "never met")
SOLID, ENOUGH = 0.7, 3
"""A topic is solid from this chance on, if so many of its exercises were tried."""
SURE, WENT = 1.0, 0.7
"""How much it says that the learner is sure of a topic, and how well they are taken to do at it."""
HALF_LIFE = 90.0
"""Days after which half of what a case showed is taken to be forgotten."""


@dataclass(frozen=True)
class TopicReadiness:
    """One topic: what is believed today, and on the date of the interview if nothing more is done.

    `met` of its `items` were tried, which takes about `spent` minutes. `counts` says how much it counts in the plan.
    """

    topic: Topic
    now: Belief
    then: Belief
    items: int
    met: int
    counts: float
    spent: float = 0.0

    @property
    def state(self) -> str:
        """How far one is with it, one of STATES."""
        solid, begun, never = STATES
        if not self.met:
            return never
        return solid if self.now.mean >= SOLID and self.met >= ENOUGH else begun


@dataclass(frozen=True)
class Together:
    """Topics together: a group, a round, or the whole loop."""

    title: str
    now: Belief
    then: Belief
    items: int
    met: int


@dataclass(frozen=True)
class RoundReadiness:
    """A round with its groups, and the topics of each; `weight` is how much it counts in the loop."""

    id: str
    whole: Together
    groups: tuple[tuple[Together, tuple[TopicReadiness, ...]], ...]
    weight: float = 1.0

    @property
    def states(self) -> "Counter[str]":
        """How many of its topics are how far."""
        return Counter(one.state for _, topics in self.groups for one in topics)


@dataclass(frozen=True)
class Readiness:
    """Everything. `days` are those until the interview; None without a date, and `then` is as `now`."""

    loop: Together
    rounds: tuple[RoundReadiness, ...]
    days: int | None

    @property
    def states(self) -> "Counter[str]":
        """How many topics are how far."""
        return sum((each.states for each in self.rounds), Counter[str]())

    @property
    def weakest(self) -> list[TopicReadiness]:
        """The topics that count and of which something was tried, the weakest first."""
        tried = [one for each in self.rounds for _, topics in each.groups for one in topics if one.met and one.counts]
        return sorted(tried, key=lambda one: one.now.mean)

    @property
    def weakest_groups(self) -> "list[Weak]":
        """The groups in which most is to be gained: what is missing of each topic, by how much it counts."""
        found = []
        for each in self.rounds:
            size = sum(len(topics) for _, topics in each.groups)
            for group, topics in each.groups:
                missing = sum(one.counts * (1 - one.now.mean) for one in topics) / size
                found.append(Weak(group.title, min(topics, key=lambda one: one.now.mean).topic, missing))
        return sorted(found, key=lambda one: -one.missing)


@dataclass(frozen=True)
class Weak:
    """A group in which something is missing, and the first of its topics to look at."""

    title: str
    topic: Topic
    missing: float


@dataclass
class _Tally:
    """What was tried of a topic: the weight of it, and the sums of how well it went, today and on the date."""

    weight: float = 0.0
    now: float = 0.0
    then: float = 0.0
    items: int = 0
    met: int = 0
    spent: float = 0.0


@once
def gather(work: Work) -> Readiness:
    """How ready the learner is, today and on the date."""
    plan, outline = plan_of(work), work.library.outline
    days, counts = plan.days_left(datetime.now(UTC)), agenda.weights_of(work)
    tallies = _tallies(work)
    today = beliefs(outline, {topic: Evidence(tally.weight, tally.now) for topic, tally in tallies.items()})
    then = beliefs(outline, {topic: Evidence(tally.weight, tally.then) for topic, tally in tallies.items()})
    found = {
        topic.id: TopicReadiness(
            topic,
            today[topic.id],
            then[topic.id],
            tallies[topic.id].items,
            tallies[topic.id].met,
            counts.get(topic.id, 1.0),
            tallies[topic.id].spent,
        )
        for topic in outline
    }
    weights = agenda.round_weights(work, plan)
    rounds = [_round(key, title, outline.groups, found, weights[key]) for key, title in outline.rounds.items()]
    return Readiness(_loop(rounds), tuple(rounds), days)


def _loop(rounds: Sequence[RoundReadiness]) -> Together:
    """The rounds together, each as much as it counts."""
    return Together(
        "The whole loop",
        together((each.whole.now, each.weight) for each in rounds),
        together((each.whole.then, each.weight) for each in rounds),
        sum(each.whole.items for each in rounds),
        sum(each.whole.met for each in rounds),
    )


def evidence(work: Work) -> dict[str, Evidence]:
    """What all that was tried says today, by topic."""
    return {topic: Evidence(tally.weight, tally.now) for topic, tally in _tallies(work).items()}


@once
def _tallies(work: Work) -> dict[str, _Tally]:
    now = datetime.now(UTC)
    ahead = plan_of(work).days_left(now) or 0
    tallies = {topic.id: _Tally() for topic in work.library.outline}
    _add_items(tallies, work, now, ahead)
    _add_cases(tallies, work, now, ahead)
    _add_sure(tallies, work.library.outline, plan_of(work).sure_of)
    return tallies


def _add_items(tallies: Mapping[str, _Tally], work: Work, now: datetime, ahead: int) -> None:
    """Every item, of whatever kind: how easily it was learned, and how much of that is still there."""
    import numpy as np

    from sharpen.memory.curve import ease, recalled

    whole, w = agenda.everything(work), agenda.parameters(plan_of(work))
    states = agenda.states(whole, now)
    easy = np.where(states.met, ease(states.difficulty, w), 0.0)
    scores = [easy * (1 + recalled(states.age + days, states.stability, w)) / 2 for days in (0, ahead)]
    columns = (each.tolist() for each in (states.met, whole.minutes, *scores))
    for item, met, minutes, today, then in zip(whole.items, *columns, strict=True):
        tally = tallies.get(item.topic)
        if tally is None:
            continue  # a deck of the learner's own
        tally.items += 1
        if met:
            weight = WEIGHTS.get(item.kind, 1.0)
            tally.met += 1
            tally.spent += minutes
            tally.weight += weight
            tally.now += weight * today
            tally.then += weight * then


def _add_cases(tallies: Mapping[str, _Tally], work: Work, now: datetime, ahead: int) -> None:
    """Every case of which the rubric was ticked: the share of its points, the last time."""
    seen = set[str]()
    for sitting in sittings.summaries(work):
        case = work.library.cases.get(sitting.case)
        if case is None or sitting.finished is None or not sitting.ticks or case.slug in seen:
            continue
        seen.add(case.slug)
        share = sum(sitting.ticks.values()) / (MOST_SCORE * len(sitting.ticks))
        age = days_between(sitting.finished, now)
        for topic in (case.topic, *case.also):
            if tally := tallies.get(topic):
                weight = CASE if topic == case.topic else 1.0
                tally.met += topic == case.topic
                tally.spent += case.minutes * (topic == case.topic)
                tally.weight += weight
                tally.now += weight * share * (1 + 0.5 ** (age / HALF_LIFE)) / 2
                tally.then += weight * share * (1 + 0.5 ** ((age + ahead) / HALF_LIFE)) / 2
    for case in work.library.cases.values():
        if tally := tallies.get(case.topic):
            tally.items += 1


def _add_sure(tallies: Mapping[str, _Tally], outline: Outline, groups: Collection[str]) -> None:
    """What the learner says they know, where nothing was tried: one try of each topic, that went well for the most."""
    for group in outline.groups:
        for topic in group.topics if group.title in groups else ():
            if not (tally := tallies[topic.id]).met:
                tally.weight, tally.now, tally.then = SURE, SURE * WENT, SURE * WENT


def _round(
    key: str, title: str, groups: Sequence[Group], found: Mapping[str, TopicReadiness], weight: float
) -> RoundReadiness:
    mine = [group for group in groups if group.round == key]
    topics = {group.title: tuple(found[topic.id] for topic in group.topics) for group in mine}
    of_groups = tuple((_together(title, these), these) for title, these in topics.items())
    every = [one for these in topics.values() for one in these]
    return RoundReadiness(key, _together(title, every), of_groups, weight if any(one.counts for one in every) else 0.0)


def _together(title: str, topics: Sequence[TopicReadiness]) -> Together:
    return Together(
        title,
        together((one.now, one.counts) for one in topics),
        together((one.then, one.counts) for one in topics),
        sum(one.items for one in topics),
        sum(one.met for one in topics),
    )
