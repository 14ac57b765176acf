"""The placement: a session of twenty questions over all rounds that count, each chosen after the answer before it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sharpen.domain.item import Item, ItemKind
from sharpen.domain.memory import Rating
from sharpen.domain.placing import Asked, Question, chosen, rating, rungs
from sharpen.domain.session import Entry, How, Step
from sharpen.domain.topic import Group
from sharpen.practice.day import agenda, readiness, subject
from sharpen.practice.drills.exercise import item_of
from sharpen.practice.items.asked import Judged
from sharpen.practice.work import Work

QUESTIONS = 20
"""So many make about a quarter of an hour."""
CHECKED = frozenset({ItemKind.CHOICE, ItemKind.NUMERIC, ItemKind.ORDER, ItemKind.DRILL})
"""The kinds that the machine checks; others are asked only where a group has none of these."""
DEEPEST = 1.0
"""Where a drill lies in its topic: to recognize a pattern unseen is harder than to answer about it."""


def of_placement(
    work: Work, now: datetime, done: Sequence[Step], count: int = QUESTIONS, first: str = ""
) -> list[Entry]:
    """What the placement asks next, so many questions; all but the first may change with its answer.

    What was never met is asked, and only where a group has nothing of that, what was met. `first` comes before them
    all if it is one of them.
    """
    whole = agenda.of_items(work, _items(work), agenda.known(work))
    places = {item.id: place for place, item in enumerate(whole.items)}
    of_topic = _by_topic(whole)
    by_group = {group.title: _questions(group, whole, of_topic) for group in work.library.outline.groups}
    every = {one.id: one for questions in by_group.values() for one in questions}
    free = {item.id for item in agenda.askable(whole, now).items}
    free -= {item.id for item, away in zip(whole.items, whole.known.suspended.tolist(), strict=True) if away}
    met = {item.id for item, was in zip(whole.items, whole.known.met.tolist(), strict=True) if was}
    left = {title: _left([one for one in questions if one.id in free], met) for title, questions in by_group.items()}
    found = chosen(
        left,
        _asked(work, done, every),
        work.library.outline,
        readiness.evidence(work),
        agenda.weights_of(work),
        count,
    )
    entries = [agenda.entry(whole, places[one.id], now, subject.PLACEMENT.id) for one in found]
    return agenda.led(entries, whole, first if first in free else "", now, subject.PLACEMENT.id)[:count]


def suggested(item: Item, judged: Judged) -> Judged:
    """The same with the rating that fits an answer nobody studied for, where the machine judged it."""
    if judged.right is None or (not judged.right and judged.suggested is not Rating.AGAIN):
        return judged
    return replace(judged, suggested=rating(item.kind, judged.right))


def _items(work: Work) -> list[Item]:
    """Every card of the library in the order of the outline, and the drill of each problem after those."""
    return [*work.library.cards.index().values(), *(item_of(drill) for drill in work.library.drills.values())]


def _by_topic(whole: agenda.Agenda) -> Mapping[str, list[int]]:
    """The places of the items of each topic."""
    places: Mapping[str, list[int]] = defaultdict(list)
    for place, item in enumerate(whole.items):
        places[item.topic].append(place)
    return places


def _questions(group: Group, whole: agenda.Agenda, of_topic: Mapping[str, list[int]]) -> list[Question]:
    """The questions of a group with their rungs."""
    at, where = list[int](), list[tuple[float, float]]()
    for number, topic in enumerate(group.topics):
        mine = of_topic.get(topic.id, [])
        for depth, place in enumerate(mine):
            drill = whole.items[place].kind is ItemKind.DRILL
            at.append(place)
            where.append((number / len(group.topics), DEEPEST if drill else depth / len(mine)))
    return [
        Question(whole.items[place].id, whole.items[place].kind, whole.items[place].topic, rung, whole.minutes[place])
        for place, rung in zip(at, rungs(where), strict=True)
    ]


def _left(questions: list[Question], met: set[str]) -> list[Question]:
    """Of the questions of a group that can be asked those to choose from."""
    checked = [one for one in questions if one.kind in CHECKED] or questions
    return [one for one in checked if one.id not in met] or checked


def _asked(work: Work, done: Sequence[Step], every: Mapping[str, Question]) -> list[Asked]:
    """What was answered so far, with whether it was right."""
    reviews = ((step, work.reviews.get(step.review)) for step in done if step.how is How.RATED)
    return [
        Asked(every[step.entry.item.id], review.rating >= Rating.GOOD)
        for step, review in reviews
        if review and step.entry.item.id in every
    ]
