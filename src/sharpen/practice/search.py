"""Search: one for all there is in the library, and for the decks, projects and stories of a learner."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sharpen.domain.card import BIN, OWN
from sharpen.domain.problem import Problem
from sharpen.domain.search import Text, search, text
from sharpen.domain.story import NOTES, Part
from sharpen.domain.topic import Topic
from sharpen.practice.items import card_pool
from sharpen.practice.work import Work

LONGEST = 200
"""Characters of a query that are looked at."""
DECKS = {card_pool.BROUGHT: "Deck from Anki", OWN: "Your own cards"}
"""What is said of the decks of each round that the library does not have."""


class Kind(StrEnum):
    """What was found."""

    TOPIC = "topic"
    PROBLEM = "problem"
    CASE = "case"
    LAB = "lab"
    LADDER = "ladder"
    READING = "reading"
    QUESTION = "question"
    PROJECT = "project"
    STORY = "story"
    CARD = "card"
    PAGE = "page"


@dataclass(frozen=True)
class Found:
    """One thing that was found: its id, its title, and the topic it belongs to; empty if to none.

    A ladder belongs to the project of which it can be asked.
    """

    kind: Kind
    id: str
    title: str
    topic: str
    note: str = ""


def everything(work: Work, query: str, pages: Iterable[tuple[Found, Text]] = ()) -> list[Found]:
    """Whatever has all words of the query, the best first; `pages` are found too."""
    shelves = (_topics, _problems, _cases, _labs, _ladders, _readings, _questions, _projects, _stories, _cards)
    listed = [*pages, *(one for shelf in shelves for one in shelf(work))]
    return [listed[place][0] for place in search(query[:LONGEST], [searched for _, searched in listed])]


def problems(work: Work, query: str) -> set[str]:
    """The problems that have all words of a query, by slug; every one for an empty query."""
    if not query.split():
        return set(work.library.problems)
    listed = list(_problems(work))
    return {listed[place][0].id for place in search(query[:LONGEST], [searched for _, searched in listed])}


def readings(work: Work, query: str) -> set[str]:
    """The readings that have all words of a query, by id; every one for an empty query."""
    if not query.split():
        return set(work.library.readings)
    listed = list(_readings(work))
    return {listed[place][0].id for place in search(query[:LONGEST], [searched for _, searched in listed])}


def questions(work: Work, query: str) -> set[str]:
    """The behavioral questions that have all words of a query, by id; every one for an empty query."""
    if not query.split():
        return set(work.library.questions)
    listed = list(_questions(work))
    return {listed[place][0].id for place in search(query[:LONGEST], [searched for _, searched in listed])}


def _topics(work: Work) -> Iterator[tuple[Found, Text]]:
    for topic in card_pool.outline(work):
        kept = card_pool.is_kept(topic.id)
        lesson = "" if kept else work.library.lessons.text(topic.id) or ""
        found = Found(Kind.TOPIC, topic.id, topic.title, topic.id, DECKS.get(topic.round, topic.group))
        yield found, text(_names(topic), f"{topic.group} {lesson}")


def _problems(work: Work) -> Iterator[tuple[Found, Text]]:
    topics = {topic.id: topic for topic in work.library.outline}
    for problem in work.library.problems.values():
        found = Found(Kind.PROBLEM, problem.slug, problem.title, problem.topic, problem.summary)
        yield found, text(_names_of(problem, topics[problem.topic]), problem.summary)


def _cases(work: Work) -> Iterator[tuple[Found, Text]]:
    for case in work.library.cases.values():
        topic = work.library.outline.topic(case.topic)
        found = Found(Kind.CASE, case.slug, case.title, case.topic, case.summary)
        yield found, text(f"{case.title} {case.slug} {_names(topic)}", case.summary)


def _labs(work: Work) -> Iterator[tuple[Found, Text]]:
    for case in work.library.cases.values():
        if work.library.cases.has_lab(case.slug):
            found = Found(Kind.LAB, case.slug, case.title, case.topic, "A design that runs in a simulated world")
            yield found, text(f"lab {case.title} {case.slug}", case.summary)


def _ladders(work: Work) -> Iterator[tuple[Found, Text]]:
    mine = [project for project in work.projects.everything() if project.deleted is None]
    topics = {topic.id: topic for topic in work.library.outline}
    for ladder in work.library.ladders.values():
        of = (project.id for project in mine if project.can_begin_with(ladder))
        about = "a part of a project" if ladder.is_facet else "a method of a project"
        found = Found(Kind.LADDER, ladder.slug, ladder.title, next(of, ""), f"Questions about {about}, rung by rung")
        names = " ".join(_names(topics[topic]) for topic in ladder.topics)
        yield found, text(f"ladder {ladder.title} {ladder.slug}", f"{names} {' '.join(ladder.words)}")


def _readings(work: Work) -> Iterator[tuple[Found, Text]]:
    titles = {topic.id: topic.title for topic in work.library.outline}
    for reading in work.library.readings.values():
        found = Found(Kind.READING, reading.id, reading.title, next(iter(reading.topics), ""), reading.shelf)
        topics = " ".join(titles[topic] for topic in reading.topics)
        yield found, text(f"{reading.title} {reading.shelf}", f"{reading.take} {topics}")


def _questions(work: Work) -> Iterator[tuple[Found, Text]]:
    titles = {id_: competency.title for id_, competency in work.library.questions.competencies.items()}
    for one in work.library.questions.values():
        found = Found(Kind.QUESTION, one.id, one.question, "", titles[one.main])
        yield found, text(one.question, f"{one.seeks} {' '.join(titles[id_] for id_ in one.competencies)}")


def _projects(work: Work) -> Iterator[tuple[Found, Text]]:
    for project_id, name in work.projects.names().items():
        yield Found(Kind.PROJECT, project_id, name, "", "Your project"), text(name, "depth project")


def _stories(work: Work) -> Iterator[tuple[Found, Text]]:
    titles = work.library.questions.competencies
    for story in work.stories.everything():
        if story.deleted is None:
            shows = ", ".join(titles[each].title for each in story.competencies if each in titles)
            written = " ".join(story.text(name) for name in (*Part, NOTES))
            yield Found(Kind.STORY, story.id, story.title, "", shows), text(story.title, f"{shows} {written}")


def _cards(work: Work) -> Iterator[tuple[Found, Text]]:
    library = work.library
    for topic in library.outline:
        for card in library.cards.of_topic(topic.id):
            yield Found(Kind.CARD, card.id, card.question, topic.id, topic.title), text("", card.question)
    for brought in work.cards.everything():
        if brought.topic != BIN:
            title = card_pool.deck_name(brought.topic)
            yield Found(Kind.CARD, brought.id, brought.question, brought.topic, title), text("", brought.question)


def _names(topic: Topic) -> str:
    return " ".join((topic.title, topic.id, *topic.aka))


def _names_of(problem: Problem, topic: Topic) -> str:
    return " ".join((problem.title, problem.slug, *problem.entry, _names(topic)))
