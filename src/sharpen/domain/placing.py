"""Placement: which question to ask next, so that a quarter of an hour says most about what somebody knows.

Three rules, one above the other.

Which round: the rounds take turns, each by how much it counts in the plan, a round of one topic as one of eighty.

Which group of its topics: the one whose question is expected to take most uncertainty from the round. The uncertainty
is the variance of the belief about it (see `readiness`), as if every chance were even: what is believed before
anything was tried is a convention, and must not decide what is asked. That is the choice of the most informative
observation (Lindley, On a measure of the information provided by an experiment, 1956), one step ahead. A topic is
asked MOST times at most.

How hard within a group: a staircase. The questions of a group lie on rungs from 0 to 1, by the order of their topics in
the outline and their depth in the topic. The first is asked in the middle; a right answer goes up, a wrong one down, by
STEP, and by half of it from each reversal on. This is the up-down method, which settles where half of the answers are
right (Levitt, Transformed up-down methods in psychoacoustics, 1971): there an answer says most. The steps are short,
since readiness does not know how hard a question was: long ones pull everybody toward one half.

Of the questions near the rung, those of topics that were not asked come first, then those of the kind on which least
time was spent.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sharpen.domain.item import ItemKind
from sharpen.domain.memory import Rating
from sharpen.domain.readiness import NOTHING, Evidence, beliefs, together
from sharpen.domain.topic import Group, Outline

STEP, LEAST = 0.12, 0.06
"""How far the first answer moves up or down, and the least that a later one does."""
MOST = 2
"""How often a topic is asked about."""
EVEN = 0.5
NEAR = 0.12
"""Questions no farther than this from the rung are as good as on it."""


@dataclass(frozen=True)
class Question:
    """A question that may be asked: its item, where it lies in its group from 0 to 1, and the minutes it takes."""

    id: str
    kind: ItemKind
    topic: str
    rung: float
    minutes: float


@dataclass(frozen=True)
class Asked:
    """A question that was asked in this placement, and whether the answer was right."""

    question: Question
    right: bool


def level(rights: Iterable[bool]) -> float:
    """The rung to ask at next, from 0 to 1, after the answers so far to questions of a group."""
    at, step, last = 0.5, STEP, None
    for right in rights:
        if last is not None and right is not last:
            step = max(step / 2, LEAST)
        at = min(max(at + (step if right else -step), 0.0), 1.0)
        last = right
    return at


def rungs(places: Sequence[tuple[float, float]]) -> list[float]:
    """The rung of each question of a group: in order of the place of its topic plus its own there, each from 0 to 1."""
    order = sorted(range(len(places)), key=lambda number: (sum(places[number]), number))
    rank = {number: place / max(len(places) - 1, 1) for place, number in enumerate(order)}
    return [rank[number] for number in range(len(places))]


def rating(kind: ItemKind, right: bool) -> Rating:
    """How to rate a first answer that nobody studied for: known is known for longer than what was learned yesterday.

    Of four options one is right by luck now and then, so a choice is not taken for more than good.
    """
    if not right:
        return Rating.AGAIN
    return Rating.GOOD if kind is ItemKind.CHOICE else Rating.EASY


def chosen(
    questions: Mapping[str, Sequence[Question]],
    asked: Sequence[Asked],
    outline: Outline,
    evidence: Mapping[str, Evidence],
    counts: Mapping[str, float],
    count: int,
) -> list[Question]:
    """The next questions, so many if there are: the first by the rules, the others as they would follow by now.

    `questions` are those that can be asked, by the title of their group; `counts` says how much a topic counts.
    """
    state = _State(questions, counts, {group.title: level(_rights(group, asked)) for group in outline.groups})
    for one in asked:
        state.take(one.question)
    of_round = {key: [group for group in outline.groups if group.round == key] for key in outline.rounds}
    turns = {key: sum(one.question.topic in _topics(groups) for one in asked) for key, groups in of_round.items()}
    weights = {key: _mean(counts.get(topic, 1.0) for topic in _topics(groups)) for key, groups in of_round.items()}
    found: list[Question] = []
    while len(found) < count:
        open_ = {key: groups for key in of_round if weights[key] and (groups := state.open(of_round[key]))}
        if not open_:
            break
        key = min(open_, key=lambda key: (turns[key] + 1) / weights[key])
        group = (
            max(open_[key], key=lambda group: _worth(outline, group, state, evidence)) if not found else open_[key][0]
        )
        question = state.next(group)
        if question is None:
            raise AssertionError("a group is open that has no question")
        found.append(question)
        state.take(question)
        turns[key] += 1
        of_round[key] = [*(each for each in of_round[key] if each is not group), group]  # the others first, next time
    return found


@dataclass
class _State:
    """What can be asked, and what was: how often each topic, and how many minutes went to each kind."""

    questions: Mapping[str, Sequence[Question]]
    counts: Mapping[str, float]
    levels: Mapping[str, float]
    taken: set[str] = field(default_factory=set)
    topics: Counter[str] = field(default_factory=Counter)
    spent: dict[ItemKind, float] = field(default_factory=dict)

    def take(self, question: Question) -> None:
        """Count a question as asked."""
        self.taken.add(question.id)
        self.topics[question.topic] += 1
        self.spent[question.kind] = self.spent.get(question.kind, 0.0) + question.minutes

    def open(self, groups: Sequence[Group]) -> list[Group]:
        """The groups of which something is left to ask."""
        return [group for group in groups if next(self._left(group), None)]

    def next(self, group: Group) -> Question | None:
        """The question of a group to ask; None where nothing is left that counts."""

        def after(one: Question) -> tuple[int, float, float, float]:
            far = abs(one.rung - self.levels[group.title])
            return self.topics[one.topic], max(far - NEAR, 0.0), self.spent.get(one.kind, 0.0), far

        return min(self._left(group), key=after, default=None)

    def _left(self, group: Group) -> Iterator[Question]:
        for one in self.questions.get(group.title, ()):
            if self.counts.get(one.topic, 1.0) > 0 and self.topics[one.topic] < MOST and one.id not in self.taken:
                yield one


def _topics(groups: Iterable[Group]) -> set[str]:
    return {topic.id for group in groups for topic in group.topics}


def _mean(values: Iterable[float]) -> float:
    these = list(values)
    return sum(these) / len(these) if these else 0.0


def _rights(group: Group, asked: Sequence[Asked]) -> list[bool]:
    mine = {topic.id for topic in group.topics}
    return [one.right for one in asked if one.question.topic in mine]


def _worth(outline: Outline, group: Group, state: _State, evidence: Mapping[str, Evidence]) -> float:
    """What the next question of a group is expected to take from the variance of its round."""
    question = state.next(group)
    if question is None:
        return 0.0
    part = Outline({group.round: ""}, tuple(each for each in outline.groups if each.round == group.round))
    weights = {one.id: state.counts.get(one.id, 1.0) for one in part}
    weighed = {one: evidence.get(one, NOTHING).weight for one in weights}
    before, after = (
        beliefs(part, {one: Evidence(weight, EVEN * weight) for one, weight in these.items()}, EVEN)
        for these in (weighed, {**weighed, question.topic: weighed[question.topic] + 1})
    )
    was, is_ = (together((found[one], weights[one]) for one in weights) for found in (before, after))
    return was.deviation**2 - is_.deviation**2
