"""The list of the day: what was begun, the review, then something new of the rounds that are farthest behind."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sharpen.content.library import Library
from sharpen.domain.attempt import Origin
from sharpen.domain.day import day_of
from sharpen.domain.memory import Rating
from sharpen.domain.review import Standing
from sharpen.domain.story import Story
from sharpen.domain.task import Kind
from sharpen.judge import LocalJudge
from sharpen.memory import rated
from sharpen.practice import Workspace
from sharpen.practice.day import plan, session, today
from sharpen.practice.day.today import Today
from sharpen.practice.depth import dives, projects
from sharpen.practice.design import sittings
from sharpen.practice.solving import attempts, drafts, recurrence
from tests.looking import look
from tests.practice.reviewing import clock

NOW = datetime.now(UTC)


@pytest.fixture
def ws(ws: Workspace, judge: LocalJudge) -> Workspace:
    """With all of our content."""
    library = Library.open()
    return replace(ws, library=library, judge=judge.at(library.problems.folder))


def gathered(ws: Workspace) -> Today:
    return look(ws, today.gather)


def kinds(ws: Workspace) -> list[Kind]:
    return [task.kind for task in gathered(ws).tasks]


def solved(ws: Workspace, slug: str) -> None:
    problem = ws.library.problems[slug]
    with ws.writing() as work:
        work.memories.put(Standing("me", recurrence.item_of(problem), rated(None, Rating.GOOD, NOW)))


def test_a_newcomer_begins_with_a_problem(ws: Workspace) -> None:
    first, review = gathered(ws).tasks[:2]
    assert (first.kind, first.id, first.begun) == (Kind.PROBLEM, "k-means", False)
    assert (review.kind, review.title) == (Kind.REVIEW, f"{look(ws, session.progress).new} new")


def test_what_was_begun_comes_first_and_only_for_a_while(ws: Workspace) -> None:
    solved(ws, "perceptron")
    drafts.save(ws, "k-means", "mine = 1", (), 60.0)
    case = next(iter(ws.library.cases))
    sittings.start(ws, case)
    project = projects.create(ws, "Search")
    dives.start(ws, project.id)
    begun = [(task.kind, task.id) for task in gathered(ws).tasks if task.begun]
    assert begun == [(Kind.CASE, case), (Kind.DIVE, project.id), (Kind.PROBLEM, "k-means")]
    assert kinds(ws)[len(begun)] is Kind.REVIEW
    with clock(NOW + timedelta(days=20)):
        assert [task.id for task in gathered(ws).tasks if task.begun] == ["k-means"]


def test_the_list_fits_the_minutes_of_the_plan_and_holds_something_to_learn(ws: Workspace) -> None:
    solved(ws, "perceptron")
    for minutes in (10, 30, 120, 600):
        plan.change(ws, minutes=minutes)
        found = gathered(ws)
        learned = [task for task in found.tasks if task.kind is not Kind.REVIEW]
        assert learned
        assert found.total <= 1.5 * minutes, "a task may be begun when there is time for most of it"
        assert len({(task.kind, task.id) for task in found.tasks}) == len(found.tasks) <= today.MOST
        assert all(task.minutes >= 1 and task.why for task in found.tasks)


def test_a_day_is_not_all_of_one_kind(ws: Workspace) -> None:
    solved(ws, "perceptron")
    plan.change(ws, minutes=90)
    assert len(set(kinds(ws))) >= 3


def test_what_was_solved_today_leaves_less_to_do(ws: Workspace) -> None:
    solved(ws, "perceptron")
    plan.change(ws, minutes=90)
    before = gathered(ws)
    attempts.submit(ws, "shuffle", "import random", origin=Origin.WEB, seconds=3000.0)
    after = gathered(ws)
    assert sum(not task.begun for task in after.tasks) < len(before.tasks)


def test_a_day_off_has_what_was_begun_alone(ws: Workspace) -> None:
    solved(ws, "perceptron")
    drafts.save(ws, "k-means", "mine = 1", (), 60.0)
    plan.change(ws, days_off={day_of(NOW).weekday()})
    found = gathered(ws)
    assert (found.minutes, [task.id for task in found.tasks]) == (0, ["k-means"])


def test_a_round_that_does_not_count_is_left_alone(ws: Workspace) -> None:
    solved(ws, "perceptron")
    others = [f"round:{key}" for key in ws.library.outline.rounds if key != "ml-coding"]
    plan.change(ws, minutes=600, weights=dict.fromkeys(others, 0.0))
    learned = [task for task in gathered(ws).tasks if task.kind is not Kind.REVIEW]
    assert {ws.library.problems[task.id].topic for task in learned if task.kind is Kind.PROBLEM} <= {
        topic.id for topic in ws.library.outline if topic.round == "ml-coding"
    }
    assert {task.kind for task in learned} <= {Kind.PROBLEM, Kind.LESSON}


def test_a_story_that_was_never_told_is_told(ws: Workspace) -> None:
    solved(ws, "perceptron")
    with ws.writing() as work:
        work.stories.put(Story("me", "a1", NOW, NOW))
    plan.change(
        ws, minutes=600, weights={f"round:{key}": 0.0 for key in ws.library.outline.rounds if key != "behavioral"}
    )
    assert (Kind.REHEARSAL, "a1") in [(task.kind, task.id) for task in gathered(ws).tasks]


def test_an_accepted_problem_leaves_the_list(ws: Workspace) -> None:
    attempt = attempts.submit(ws, "k-means", ws.library.problems.solution("k-means"), origin=Origin.WEB)
    assert ("k-means", True) in [(task.id, task.begun) for task in gathered(ws).tasks]
    list(attempts.judge(ws, attempt.id))
    assert "k-means" not in [task.id for task in gathered(ws).tasks]
