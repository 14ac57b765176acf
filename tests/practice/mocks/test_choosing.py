"""What is asked in a mock: new, of the right level, the same for one seed, and honest where nothing new is left."""

from datetime import UTC, datetime, timedelta

import pytest

from sharpen.domain.attempt import Attempt, Origin, State
from sharpen.domain.loop import LoopRound, What
from sharpen.domain.memory import Rating
from sharpen.domain.mock import MockRound
from sharpen.domain.sitting import Sitting
from sharpen.domain.verdict import Verdict
from sharpen.practice import Workspace
from sharpen.practice.depth import projects
from sharpen.practice.items.remembering import record_rating
from sharpen.practice.mocks import mocks
from sharpen.practice.mocks.choosing import chosen
from tests.looking import look

NOW = datetime.now(UTC)
LONG_AGO = NOW - timedelta(days=40, hours=1)


def one(ws: Workspace, round_: LoopRound, level: str = "", share: float = 1.0, seed: int = 1) -> MockRound:
    return look(ws, chosen, [round_], share, ws.library.loops.levels.get(level), seed)[0]


def tried(ws: Workspace, *slugs: str) -> None:
    with ws.writing() as work:
        done = {"state": State.FINISHED, "verdict": Verdict.ACCEPTED, "created": LONG_AGO, "finished": LONG_AGO}
        work.attempts.add(*(Attempt(f"a-{slug}", "me", slug, "v", "x", Origin.WEB, **done) for slug in slugs))


CODING = LoopRound("general-coding", 35, What.PROBLEMS, 1)


@pytest.mark.parametrize(
    ("level", "difficulties"), [("new-grad", {"easy"}), ("mid", {"medium"}), ("senior", {"medium"})]
)
def test_a_problem_is_of_the_level_and_fits(ws: Workspace, level: str, difficulties: set[str]) -> None:
    for seed in range(5):
        (task,) = one(ws, CODING, level, seed=seed).tasks
        problem = ws.problem(task.id)
        assert problem.difficulty in difficulties
        assert problem.minutes <= 35
        assert task.why == ""
        assert one(ws, CODING, level, seed=seed).tasks == (task,), "the same seed asks the same"
    assert len({one(ws, CODING, level, seed=seed).tasks for seed in range(12)}) > 1


def test_two_problems_leave_each_other_time(ws: Workspace) -> None:
    tasks = one(ws, LoopRound("general-coding", 45, What.PROBLEMS, 2), "mid").tasks
    problems = [ws.problem(task.id) for task in tasks]
    assert len({problem.topic for problem in problems}) == 2
    assert sum(problem.minutes for problem in problems) <= 45
    assert problems[0].difficulty == "medium"


def test_a_shortened_round_asks_less_and_says_where_nothing_fits(ws: Workspace) -> None:
    short = one(ws, LoopRound("breadth", 45, What.CARDS, 15, 10), share=1 / 3)
    assert (short.minutes, len(short.tasks), short.rest) == (15, 5, 3)
    tiny = one(ws, CODING, "senior", share=1 / 3)
    problem = ws.problem(tiny.tasks[0].id)
    assert problem.minutes == 15
    assert tiny.tasks[0].why == "None fits into 12 minutes: this one has 15."
    (task,) = one(ws, LoopRound("general-coding", 16, What.PROBLEMS), "mid").tasks
    assert task.why == "None that is medium fits into 16 minutes: this one is easy."


def test_what_was_tried_comes_last_and_says_so(ws: Workspace) -> None:
    rounds = {topic.id: topic.round for topic in ws.library.outline}
    medium = [
        each.slug
        for each in ws.library.problems.values()
        if rounds[each.topic] == "general-coding" and each.difficulty == "medium" and each.minutes <= 35
    ]
    tried(ws, *medium[:-1])
    (task,) = one(ws, CODING, "mid").tasks
    assert (task.id, task.why) == (medium[-1], "")
    tried(ws, medium[-1])
    (task,) = one(ws, CODING, "mid").tasks
    assert task.why == "All of this level that fit were seen: this one 40 days ago."


def test_cards_are_unmet_and_of_different_topics(ws: Workspace) -> None:
    breadth = LoopRound("breadth", 45, What.CARDS, 15)
    first = one(ws, breadth).tasks
    index = ws.library.cards.index()
    assert len({index[task.id].topic for task in first}) == 15
    with ws.writing() as work:
        for task in first:
            record_rating(work, index[task.id], Rating.GOOD)
    again = one(ws, breadth).tasks
    assert not {task.id for task in first} & {task.id for task in again}


def test_what_another_mock_asked_is_not_new(ws: Workspace) -> None:
    mock = mocks.start(ws, "phone-screen")
    mocks.begin(ws, mock.id)
    mocks.abandon(ws, mock.id)
    asked = mock.rounds[0].tasks[0].id
    assert all(one(ws, CODING, seed=seed).tasks[0].id != asked for seed in range(40))


def test_projects_cases_and_questions(ws: Workspace) -> None:
    dive = LoopRound("depth", 45, What.DIVE)
    assert one(ws, dive).tasks == ()
    assert one(ws, dive).missing.startswith("You have not written about a project yet")
    project = projects.create(ws, "Ranking")
    assert [task.id for task in one(ws, dive).tasks] == [project.id]
    cases = list(ws.library.cases)
    with ws.writing() as work:
        sat = (Sitting("me", f"s{place}", slug, LONG_AGO, LONG_AGO) for place, slug in enumerate(cases[1:]))
        work.sittings.put(*sat)
    case = LoopRound("design", 60, What.CASE)
    assert [task.id for task in one(ws, case).tasks] == cases[:1]
    with ws.writing() as work:
        work.sittings.put(Sitting("me", "new", cases[0], NOW, NOW))
    (task,) = one(ws, case).tasks
    assert task.why == "You sat at every case: at this one 40 days ago."
    questions = one(ws, LoopRound("behavioral", 45, What.STORIES, 3)).tasks
    assert len({ws.library.questions[task.id].main for task in questions}) == 3


@pytest.mark.parametrize(("level", "usual"), [("new-grad", "easy"), ("mid", "medium"), ("staff", "hard")])
def test_cases_and_questions_are_of_the_level(ws: Workspace, level: str, usual: str) -> None:
    for seed in range(5):
        (case,) = one(ws, LoopRound("design", 60, What.CASE), level, seed=seed).tasks
        assert ws.library.cases[case.id].difficulty == usual
        questions = one(ws, LoopRound("behavioral", 45, What.STORIES, 3), level, seed=seed).tasks
        assert {str(ws.library.questions[task.id].difficulty) for task in questions} == {usual}
        assert {task.why for task in (case, *questions)} == {""}


def test_a_new_case_of_another_level_comes_before_one_that_is_known(ws: Workspace) -> None:
    known = [case for case in ws.library.cases.values() if case.difficulty != "hard"]
    with ws.writing() as work:
        sat = (Sitting("me", f"s{place}", one.slug, LONG_AGO, LONG_AGO) for place, one in enumerate(known))
        work.sittings.put(*sat)
    (task,) = one(ws, LoopRound("design", 60, What.CASE), "new-grad").tasks
    assert ws.library.cases[task.id].difficulty == "hard"
    assert task.why == "No case that is easy or medium is new: this one is hard."
    assert one(ws, LoopRound("design", 60, What.CASE)).tasks[0].why == ""  # without a level every one suits
