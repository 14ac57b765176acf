"""Today: what to do with the minutes of the day, one thing after the other, each with the reason why it is there.

What was begun and not finished comes first, then the review of the day. What time is left goes to something new of the
rounds that are farthest behind, by how much they count and how ready one is; each day begins with another of them. Who
has tried nothing yet begins with a problem.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import islice

from sharpen.domain.day import day_of
from sharpen.domain.dive import USUAL
from sharpen.domain.topic import Topic
from sharpen.practice.day import readiness, session
from sharpen.practice.day.readiness import Readiness, RoundReadiness, TopicReadiness
from sharpen.practice.solving import attempts
from sharpen.practice.work import Work

LATELY = timedelta(days=14)
"""What was begun longer ago is not gone on with by itself."""
WORDS_A_MINUTE = 180
STORY, PROJECT, REHEARSAL = 15, 20, 5
"""Minutes: to write a story, to write about a project, and to tell a story."""
SHORTEST = 2
"""Minutes below which nothing more is looked for."""
MOST = 5
"""Things on the list of a day."""
TURNS = 3
"""So many of the rounds farthest behind take turns, day by day."""
FIRST = "k-means"
"""The problem with which a newcomer begins, if it is there."""


class Kind(StrEnum):
    """What there is to do."""

    REVIEW = "review"
    PROBLEM = "problem"
    LESSON = "lesson"
    CASE = "case"
    PROJECT = "project"
    DIVE = "dive"
    STORY = "story"
    REHEARSAL = "rehearsal"


@dataclass(frozen=True)
class Task:
    """One thing to do: `id` names it among its kind, empty for the review and for what does not exist yet.

    It is `begun` if work on it is there to go on with.
    """

    kind: Kind
    title: str
    minutes: int
    why: str
    id: str = ""
    begun: bool = False


@dataclass(frozen=True)
class Today:
    """The list of the day, the next thing first; `minutes` are those that the plan has for it."""

    tasks: tuple[Task, ...]
    minutes: int

    @property
    def total(self) -> int:
        """The minutes of all of it."""
        return sum(task.minutes for task in self.tasks)


def gather(work: Work) -> Today:
    """What to do today, within the minutes of the plan, and one thing at least while there is any."""
    plan, ready = work.plans.get(), readiness.gather(work)
    found = list(_begun(work))
    review, first = _review(work), _first(work) if not ready.loop.met and not found else []
    found += [*first, *review]
    left = plan.minutes - sum(task.minutes for task in found)
    known = {(task.kind, task.id) for task in found}
    for task in _new(work, ready):
        only_review = all(one.kind is Kind.REVIEW for one in found)
        if len(found) >= MOST or (left < SHORTEST and not only_review):
            break
        if (task.kind, task.id) not in known and (task.minutes <= left or only_review):
            found.append(task)
            left -= task.minutes
    return Today(tuple(found[:MOST]), plan.minutes)


def _first(work: Work) -> list[Task]:
    problems = work.library.problems
    problem = problems.get(FIRST) or next(iter(problems.values()), None)
    return (
        [Task(Kind.PROBLEM, problem.title, problem.minutes, "A good place to start", problem.slug)] if problem else []
    )


def _review(work: Work) -> list[Task]:
    waiting = session.progress(work)
    if not waiting.left:
        return []
    due = waiting.left - waiting.new
    words = " and ".join([f"{due} due"] * bool(due) + [f"{waiting.new} new"] * bool(waiting.new))
    why = "You would forget them soon" if due else "The first of what you have not met"
    return [Task(Kind.REVIEW, words, max(round(waiting.minutes), 1), why)]


def _begun(work: Work) -> Iterator[Task]:
    """What was begun lately and is not finished: the sitting, the dive and the problem."""
    since = datetime.now(UTC) - LATELY
    for sitting in islice((one for one in work.sittings.summaries() if not one.finished and one.updated > since), 1):
        if case := work.library.cases.get(sitting.case):
            left = max(case.minutes - round(sitting.seconds / 60), 1)
            yield Task(Kind.CASE, case.title, left, "You sat down at it and did not call time", case.slug, begun=True)
    for project, name in work.projects.names().items():
        for dive in work.dives.summaries(project)[:1]:
            if not dive.finished and dive.updated > since:
                left = max(dive.minutes - round(dive.seconds / 60), 1)
                yield Task(Kind.DIVE, f"Deep dive: {name}", left, "You began it", project, begun=True)
    slug = attempts.last_worked(work)
    if slug and not attempts.progress(work)[slug].is_solved:
        problem = work.library.problems[slug]
        yield Task(Kind.PROBLEM, problem.title, problem.minutes, "You have not solved it yet", slug, begun=True)


def _new(work: Work, ready: Readiness) -> Iterator[Task]:
    """Something new of each round in turn, the ones farthest behind first, over and over."""
    behind = sorted(ready.rounds, key=_gap, reverse=True)
    turn = day_of(datetime.now(UTC)).toordinal() % TURNS
    order = [*behind[turn:TURNS], *behind[:turn], *behind[TURNS:]]
    sources = [
        NEXT[each.id](work, [one for _, topics in each.groups for one in topics]) for each in order if each.id in NEXT
    ]
    while sources:
        for source in list(sources):
            task = next(source, None)
            if task is None:
                sources.remove(source)
            else:
                yield task


def _gap(of_round: RoundReadiness) -> float:
    """How much a round could gain: what is missing of each topic, by how much it counts."""
    topics = [one for _, these in of_round.groups for one in these]
    return sum(one.counts * (1 - one.now.mean) for one in topics) / max(len(topics), 1)


def _coding(work: Work, topics: list[TopicReadiness]) -> Iterator[Task]:
    """Problems that are not solved, an easy one of every topic before the second of any."""
    progress = attempts.progress(work)
    open_ = [
        (number, place, problem, one)
        for place, one in enumerate(topics)
        if one.counts
        for number, problem in enumerate(work.library.problems.of_topic(one.topic.id))
        if not progress[problem.slug].is_solved
    ]
    for number, _, problem, one in sorted(open_, key=lambda row: row[:2]):
        why = f"Nothing of {one.topic.title} was tried yet" if not one.met else f"Next in {one.topic.title}"
        yield Task(
            Kind.PROBLEM,
            problem.title,
            problem.minutes,
            why if not number else f"More of {one.topic.title}",
            problem.slug,
        )


def _lessons(work: Work, topics: list[TopicReadiness]) -> Iterator[Task]:
    """Lessons of topics of which nothing was tried."""
    for one in topics:
        if one.counts and not one.met and work.library.lessons.exists(one.topic.id):
            yield _lesson(work, one.topic, f"Nothing of it was tried yet; its {one.items} cards follow")


def _lesson(work: Work, topic: Topic, why: str) -> Task:
    words = len((work.library.lessons.text(topic.id) or "").split())
    return Task(Kind.LESSON, topic.title, max(round(words / WORDS_A_MINUTE), 1), why, topic.id)


def _cases(work: Work, topics: list[TopicReadiness]) -> Iterator[Task]:
    """Cases at which nobody sat, then lessons."""
    sat = {sitting.case for sitting in work.sittings.summaries()}
    lessons = _lessons(work, topics)
    yield from islice(lessons, 2)
    for case in work.library.cases.values():
        if case.slug not in sat:
            yield Task(Kind.CASE, case.title, case.minutes, "You have not sat at it", case.slug)
    yield from lessons


def _depth(work: Work, _topics: list[TopicReadiness]) -> Iterator[Task]:
    """A project to write about, then dives into it."""
    projects = work.projects.names()
    if not projects:
        why = "The depth round goes into a project of your own"
        yield Task(Kind.PROJECT, "Write about a project of yours", PROJECT, why)
    for project, name in projects.items():
        dives = work.dives.summaries(project)
        if not dives or datetime.now(UTC) - dives[0].started > timedelta(days=2):
            why = "Nobody asked you about it yet" if not dives else "Go deeper than the last time"
            yield Task(Kind.DIVE, f"Deep dive: {name}", USUAL, why, project)


def _stories(work: Work, _topics: list[TopicReadiness]) -> Iterator[Task]:
    """A story for the first competency that none shows, and the story that was told longest ago."""
    stories, told = list(work.stories.summaries().values()), work.tellings.by_story()
    shown = {competency for story in stories for competency in story.competencies}
    untold = [story for story in stories if story.id not in told]
    for story in untold[:1]:
        yield Task(Kind.REHEARSAL, f"Tell “{story.title}”", REHEARSAL, "You have never told it out loud", story.id)
    for competency in work.library.questions.competencies.values():
        if competency.id not in shown:
            yield Task(Kind.STORY, f"Write a story of {competency.title.lower()}", STORY, "No story of yours shows it")
            return


NEXT: dict[str, Callable[[Work, list[TopicReadiness]], Iterator[Task]]] = {
    "general-coding": _coding,
    "ml-coding": _coding,
    "depth": _depth,
    "breadth": _lessons,
    "design": _cases,
    "behavioral": _stories,
}
"""What is new of each round."""
