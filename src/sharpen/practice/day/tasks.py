"""Everything there is to do that is new, as lines: tasks that must be done in this order, of one topic or one thread.

A topic is a line: its lesson while nothing of it was tried, its problems that are not solved, the cases nobody sat at,
and the lab beside each. Projects with their dives, stories with their rehearsals, and drills of patterns are threads.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime, timedelta

from sharpen.domain.attempt import Progress
from sharpen.domain.calendar import Choice
from sharpen.domain.case import Case
from sharpen.domain.dive import USUAL
from sharpen.domain.problem import Problem
from sharpen.domain.task import Kind, Task
from sharpen.practice.day.readiness import Readiness, RoundReadiness, TopicReadiness
from sharpen.practice.design import sittings
from sharpen.practice.solving import attempts
from sharpen.practice.work import Work

BYTES_A_MINUTE = 1_100
"""Of a lesson: about 180 words."""
STORY, PROJECT, REHEARSAL, DRILL, LAB = 15, 20, 5, 8, 40
"""Minutes: to write a story, to write about a project, to tell a story, for ten statements, for a design that runs."""
READ, ASIDE = 0.5, 0.2
"""What a minute of reading teaches against one of doing, and a case of each topic that it names besides its own."""
DIVES, REHEARSALS, DRILLS = 8, 12, 12
"""How often the same thing is planned again."""
REST = timedelta(days=2)
"""Between two dives into the same project."""

Line = list[Choice]


def lines(work: Work, ready: Readiness) -> list[Line]:
    """All lines of what counts in the plan, in the order of the outline."""
    progress, sat = attempts.progress(work), {sitting.case for sitting in sittings.summaries(work)}
    ran = work.lab_runs.last_of_each()
    found = list[Line]()
    for each in ready.rounds:
        topics = [one for _, these in each.groups for one in these if one.counts]
        found += [_of_topic(work, each.id, one, progress, sat, ran) for one in topics]
        if topics and each.id in THREADS:
            found[-1] += THREADS[each.id](work, each, topics)
        if topics and each.id == "general-coding":
            found.append(list(_drills(work, each, topics)))
    return [line for line in found if line]


def _of_topic(
    work: Work, round_: str, one: TopicReadiness, progress: Mapping[str, Progress], sat: set[str], ran: Collection[str]
) -> Line:
    line = [] if one.met else [*_lesson(work, round_, one)]
    problems = work.library.problems.of_topic(one.topic.id)
    open_ = [problem for problem in problems if not progress[problem.slug].is_solved]
    line += [_problem(round_, one, problem, first=problem is problems[0]) for problem in open_]
    for case in work.library.cases.values():
        if case.topic == one.topic.id:
            line += [] if case.slug in sat else [_case(work, round_, case)]
            line += [_lab(round_, case)] if case.slug in work.library.labs and case.slug not in ran else []
    return line


def _lesson(work: Work, round_: str, one: TopicReadiness) -> Iterator[Choice]:
    if size := work.library.lessons.size(one.topic.id):
        why = f"Nothing of it was tried yet; its {one.items} cards and exercises follow" if one.items else "New to you"
        task = Task(Kind.LESSON, one.topic.title, max(round(size / BYTES_A_MINUTE), 1), why, one.topic.id)
        yield Choice(task, round_, {one.topic.id: READ * task.minutes})


def _problem(round_: str, one: TopicReadiness, problem: Problem, *, first: bool) -> Choice:
    more = f"More of {one.topic.title}"
    why = more if not first else f"Next in {one.topic.title}" if one.met else f"The first of {one.topic.title}"
    task = Task(Kind.PROBLEM, problem.title, problem.minutes, why, problem.slug)
    return Choice(task, round_, {problem.topic: float(problem.minutes)})


def _case(work: Work, round_: str, case: Case) -> Choice:
    topics = {topic.id for topic in work.library.outline}
    teaches = {case.topic: float(case.minutes)} | {
        topic: ASIDE * case.minutes for topic in case.also if topic in topics - {case.topic}
    }
    return Choice(Task(Kind.CASE, case.title, case.minutes, "You have not sat at it", case.slug), round_, teaches)


def _lab(round_: str, case: Case) -> Choice:
    task = Task(Kind.LAB, case.title, LAB, "See your design run in a simulated world", case.slug)
    return Choice(task, round_, {case.topic: float(LAB)})


def _depth(work: Work, each: RoundReadiness, topics: list[TopicReadiness]) -> Iterator[Choice]:
    """A project to write about, then dives into it."""
    topic, projects = topics[0].topic.id, work.projects.names()
    if not projects:
        why = "The depth round goes into a project of your own"
        yield Choice(
            Task(Kind.PROJECT, "Write about a project of yours", PROJECT, why), each.id, {topic: float(PROJECT)}
        )
    for number in range(DIVES):
        for project, name in projects.items():
            dives = work.dives.summaries(project) if not number else []
            if dives and datetime.now(UTC) - dives[0].started < REST:
                continue
            why = "Nobody asked you about it yet" if not number and not dives else "Go deeper than the last time"
            yield Choice(Task(Kind.DIVE, f"Deep dive: {name}", USUAL, why, project), each.id, {topic: float(USUAL)})


def _stories(work: Work, each: RoundReadiness, topics: list[TopicReadiness]) -> Iterator[Choice]:
    """Stories to tell that never were, a story for every competency that none shows, and telling them all again."""
    topic, stories, told = topics[0].topic.id, list(work.stories.summaries().values()), work.tellings.by_story()
    shown = {competency for story in stories for competency in story.competencies}
    for story in stories:
        if story.id not in told:
            task = Task(Kind.REHEARSAL, f"Tell “{story.title}”", REHEARSAL, "You have never told it out loud", story.id)
            yield Choice(task, each.id, {topic: float(REHEARSAL)})
    for competency in work.library.questions.competencies.values():
        if competency.id not in shown:
            title = f"Write a story of {competency.title.lower()}"
            task = Task(Kind.STORY, title, STORY, "No story of yours shows it", competency.id)
            yield Choice(task, each.id, {topic: float(STORY)})
    never = datetime.min.replace(tzinfo=UTC)
    again = sorted((one for one in stories if one.id in told), key=lambda one: told[one.id].last or never)
    for story in again[:REHEARSALS]:
        task = Task(Kind.REHEARSAL, f"Tell “{story.title}”", REHEARSAL, "You told it longest ago", story.id)
        yield Choice(task, each.id, {topic: float(REHEARSAL)})


def _drills(work: Work, each: RoundReadiness, topics: list[TopicReadiness]) -> Iterator[Choice]:
    """Recognizing patterns, ten statements at a time."""
    if work.library.drills:
        teaches = {one.topic.id: DRILL / len(topics) for one in topics}
        for _ in range(DRILLS):
            why = "Knowing the pattern is half of the problem"
            yield Choice(Task(Kind.DRILL, "Ten statements by pattern", DRILL, why), each.id, teaches)


THREADS = {"depth": _depth, "behavioral": _stories}
"""What there is to do in a round of one topic, after its lesson."""
