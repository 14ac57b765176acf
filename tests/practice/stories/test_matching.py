"""Which story for which question, and the holes of the matrix."""

from datetime import UTC, datetime, timedelta

from sharpen.domain.telling import Told
from sharpen.practice import Workspace
from sharpen.practice.stories import matching, stories
from sharpen.practice.stories.matching import Match
from tests.looking import look

AT = datetime(2026, 11, 22, tzinfo=UTC)


def test_the_matrix_names_its_holes(ws: Workspace) -> None:
    assert [hole.id for hole in look(ws, matching.matrix).holes] == ["ownership", "users", "ambiguity"]
    one = stories.begin(ws, "One", ["ownership", "users"])
    gone = stories.begin(ws, "Two", ["ambiguity"])
    stories.delete(ws, gone.id)
    matrix = look(ws, matching.matrix)
    assert [matching.hole(hole) for hole in matrix.holes] == ["No story shows Ambiguity."]
    assert [story.id for story in matrix.stories_that_show("users")] == [one.id]


def test_stories_with_the_main_competency_come_first_and_those_told_longest_ago(ws: Workspace) -> None:
    both = stories.begin(ws, "Both", ["users", "ownership"]).id
    never = stories.begin(ws, "Never told", ["users"]).id
    besides = stories.begin(ws, "Besides", ["ownership"]).id
    stories.begin(ws, "Neither", ["ambiguity"])
    told = {both: Told(3, AT), besides: Told(1, AT - timedelta(days=9))}

    def found(question: str) -> list[Match]:
        shown = matching.by_competency(look(ws, lambda work: work.stories.summaries()).values())
        every = matching.matches(ws.library.questions[question], shown, told)
        assert [matching.matches(ws.library.questions[question], shown, told, most) for most in (1, 2)] == [
            every[:1],
            every[:2],
        ]
        return every

    assert [match.story.id for match in found("complaints")] == [never, both, besides]
    titles = ws.library.questions.competencies
    assert [match.why(titles) for match in found("complaints")] == [
        "Shows Focus on users, which the question is about",
        "Shows Focus on users, which the question is about, and Ownership",
        "Shows Ownership, which the question asks for besides",
    ]
    told[never] = Told(1, AT + timedelta(days=1))
    assert [match.story.id for match in found("complaints")] == [both, never, besides]


def test_a_question_that_a_story_fits_is_the_one_answered_longest_ago(ws: Workspace) -> None:
    every = ws.library.questions.values()
    asked = {"complaints": Told(1, AT), "fog": Told(1, AT - timedelta(days=3))}
    fit = matching.fitting(every, ["users"], asked)
    assert [question.id for question in fit] == ["complaints", "fog"], "what it is about goes first"
    assert [question.id for question in matching.fitting(every, ["users", "ambiguity"], asked)] == ["fog", "complaints"]
    assert matching.fitting(every, [], {}) == []
