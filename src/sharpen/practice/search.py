"""Search: one for all there is to practice with. Lessons, problems, cards, and the decks a learner brought."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sharpen.domain.problem import Problem
from sharpen.domain.search import Text, search, text
from sharpen.domain.topic import Topic
from sharpen.practice.items import card_pool
from sharpen.practice.work import Work

LONGEST = 200
"""Characters of a query that are looked at."""


class Kind(StrEnum):
    """What was found."""

    TOPIC = "topic"
    PROBLEM = "problem"
    CARD = "card"


@dataclass(frozen=True)
class Found:
    """One thing that was found: the id of the topic, problem or card, its title, and the topic it belongs to."""

    kind: Kind
    id: str
    title: str
    topic: str
    note: str = ""


def everything(work: Work, query: str) -> list[Found]:
    """Whatever has all words of the query, the best first."""
    listed = [*_topics(work), *_problems(work), *_cards(work)]
    return [listed[place][0] for place in search(query[:LONGEST], [searched for _, searched in listed])]


def problems(work: Work, query: str) -> set[str]:
    """The problems that have all words of a query, by slug; every one for an empty query."""
    if not query.split():
        return set(work.library.problems)
    listed = list(_problems(work))
    return {listed[place][0].id for place in search(query[:LONGEST], [searched for _, searched in listed])}


def _topics(work: Work) -> Iterator[tuple[Found, Text]]:
    for topic in card_pool.outline(work):
        brought = topic.id.startswith(card_pool.BROUGHT)
        lesson = "" if brought else work.library.lessons.text(topic.id) or ""
        found = Found(Kind.TOPIC, topic.id, topic.title, topic.id, "Deck from Anki" if brought else topic.group)
        yield found, text(_names(topic), f"{topic.group} {lesson}")


def _problems(work: Work) -> Iterator[tuple[Found, Text]]:
    topics = {topic.id: topic for topic in work.library.outline}
    for problem in work.library.problems.values():
        found = Found(Kind.PROBLEM, problem.slug, problem.title, problem.topic, problem.summary)
        yield found, text(_names_of(problem, topics[problem.topic]), problem.summary)


def _cards(work: Work) -> Iterator[tuple[Found, Text]]:
    library = work.library
    for topic in library.outline:
        for card in library.cards.of_topic(topic.id):
            yield Found(Kind.CARD, card.id, card.question, topic.id, topic.title), text("", card.question)
    for brought in work.cards.everything():
        title = card_pool.deck_name(brought.topic)
        yield Found(Kind.CARD, brought.id, brought.question, brought.topic, title), text("", brought.question)


def _names(topic: Topic) -> str:
    return " ".join((topic.title, topic.id, *topic.aka))


def _names_of(problem: Problem, topic: Topic) -> str:
    return " ".join((problem.title, problem.slug, *problem.entry, _names(topic)))
