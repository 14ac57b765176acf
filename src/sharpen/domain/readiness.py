"""Readiness: the chance to do well at something of a topic that one has not seen, from everything one has tried.

Whatever was tried is evidence: how well it went, from 0 to 1, and how much that says, its weight. The belief about a
topic is a Beta distribution. Where little was tried it leans on that of its group, a group's on that of its round, and
a round's on PRIOR, which is low: nobody is ready for what they never looked at, and coding says nothing of stories. How
many tries each leans by is PULL (shrinkage: Gelman et al., Bayesian Data Analysis, 3rd ed., chapter 5).

However much was tried of one topic, it says little of its neighbors: topics differ, and what was learned of one was not
learned of the next. So a topic counts for its group and its round as MOST tries at most.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date as Date
from math import sqrt

from sharpen.domain.topic import Outline, Topic

PRIOR = 0.1
"""What is believed of somebody of whom nothing is known."""
PULL = {"round": 6.0, "group": 6.0, "topic": 1.0}
"""How many tries what is above counts for."""
MOST = 2.0
"""As how many tries a topic counts at most for its group and its round, of which it is but one."""
EIGHTY = 1.2816
"""Standard deviations on either side of the mean within which 80 of 100 lie."""


@dataclass(frozen=True)
class Evidence:
    """What tries say together: the sum of their weights, and of how well each went times its weight."""

    weight: float = 0.0
    score: float = 0.0

    @property
    def upward(self) -> "Evidence":
        """What it says of the group and the round: all tries of a topic together count less than MOST."""
        part = MOST / (self.weight + MOST)
        return Evidence(part * self.weight, part * self.score)

    def __add__(self, other: "Evidence") -> "Evidence":
        return Evidence(self.weight + other.weight, self.score + other.score)


@dataclass(frozen=True)
class Belief:
    """A chance of doing well, from 0 to 1, and how sure that is: as after so many tries.

    `shared` is the part of its standard deviation that it has from what it leans on, and its siblings have too.
    """

    mean: float
    tries: float
    shared: float = 0.0

    @property
    def deviation(self) -> float:
        """The standard deviation."""
        return sqrt(self.mean * (1 - self.mean) / (self.tries + 1))

    @property
    def low(self) -> float:
        """In nine of ten cases the chance is higher."""
        return max(0.0, self.mean - EIGHTY * self.deviation)

    @property
    def high(self) -> float:
        """In nine of ten cases the chance is lower."""
        return min(1.0, self.mean + EIGHTY * self.deviation)


@dataclass(frozen=True)
class ReadinessDay:
    """What was believed on a day of practice: the mean of each round by its id, and of the loop."""

    learner: str
    day: Date
    loop: float
    rounds: Mapping[str, float]


NOTHING = Evidence()


def beliefs(outline: Outline, evidence: Mapping[str, Evidence], before: float = PRIOR) -> dict[str, Belief]:
    """What is believed of every topic of an outline, by its id, from the evidence on each.

    `before` is what is believed of somebody of whom nothing is known.
    """
    found, prior = dict[str, Belief](), Belief(before, PULL["round"])
    rounds = {key: [topic for topic in outline if topic.round == key] for key in outline.rounds}
    of_round = {key: _leaning(prior, _sum(mine, evidence), PULL["round"]) for key, mine in rounds.items()}
    for group in outline.groups:
        of_group = _leaning(of_round[group.round], _sum(group.topics, evidence), PULL["group"])
        found |= {
            topic.id: _leaning(of_group, evidence.get(topic.id, NOTHING), PULL["topic"]) for topic in group.topics
        }
    return found


def together(these: Iterable[tuple[Belief, float]]) -> Belief:
    """The belief about topics together, each with how much it counts: their mean.

    What each takes over from above may be wrong for all of them at once; the rest is of each alone.
    """
    parts = [(belief, weight) for belief, weight in these if weight > 0]
    total = sum(weight for _, weight in parts)
    if not total:
        return Belief(PRIOR, 0.0)
    mean = sum(belief.mean * weight for belief, weight in parts) / total
    common = sum(weight * belief.shared for belief, weight in parts) ** 2
    alone = sum(weight**2 * max(belief.deviation**2 - belief.shared**2, 0.0) for belief, weight in parts)
    variance = (common + alone) / total**2
    return Belief(mean, max(mean * (1 - mean) / variance - 1, 0.0) if variance else 0.0)


def _leaning(above: Belief, evidence: Evidence, pull: float) -> Belief:
    tries = pull + evidence.weight
    return Belief((pull * above.mean + evidence.score) / tries, tries, pull / tries * above.deviation)


def _sum(topics: Iterable[Topic], evidence: Mapping[str, Evidence]) -> Evidence:
    return sum((evidence.get(topic.id, NOTHING).upward for topic in topics), NOTHING)
