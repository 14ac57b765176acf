"""A dive from its first question to the review: nothing typed is lost, and what broke is remembered as such."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sharpen.domain.dive import Answer, Dive, How, Visit, visits
from sharpen.domain.dive_questions import asked, past
from sharpen.domain.item import ItemKind
from sharpen.domain.ladder import Depth
from sharpen.domain.memory import Rating
from sharpen.domain.passage import Typed
from sharpen.domain.project import Project
from sharpen.practice import Workspace
from sharpen.practice.day import session
from sharpen.practice.depth import dives, projects
from sharpen.practice.depth.ladders import item_of
from sharpen.practice.errors import BadText, NoSuchDive, NotInFront
from sharpen.practice.exchange.backup import export, import_
from sharpen.practice.exercises import EXERCISES
from sharpen.store import open_store
from tests.looking import look

LONG = "We counted twice, by hand and by the logs, and wrote the difference down. " * 3


@pytest.fixture
def project(ws: Workspace) -> Project:
    """One whose file says something on every field but the labels, and that used trees."""
    project = projects.create(ws, "Ranking")
    fields = [field.id for field in ws.library.ladders.fields if field.id != "labels"]
    projects.take_texts(ws, project.id, dict.fromkeys(fields, LONG))
    return projects.decide(ws, project.id, "trees-and-boosting", True)


@pytest.fixture
def there(ws: Workspace) -> Iterator[Workspace]:
    store = open_store("sqlite://")
    yield replace(ws, store=store)
    store.close()


def say(ws: Workspace, dive: Dive, how: How, seconds: float = 0.0) -> Dive:
    assert dive.front
    return dives.say(ws, dive.project, dive.id, dive.front.name, how, seconds)


def rating(ws: Workspace, project: Project, ladder: str) -> Rating | None:
    last = look(ws, lambda work: work.reviews.last_of(f"dive/{project.id}/{ladder}"))
    return last.rating if last else None


def test_a_dive_goes_down_leaves_a_ladder_after_two_stucks_and_says_why_the_next(
    ws: Workspace, project: Project
) -> None:
    dive = dives.start(ws, project.id)
    assert dives.start(ws, project.id).id == dive.id, "there is one at a time"
    assert dive.front
    assert dive.front.answer.ladder == "goal"
    dive = say(ws, say(ws, dive, How.STUCK), How.STUCK)
    assert dive.front
    assert (dive.front.name, dive.front.answer.why) == (
        "labels/field-gap",
        "because your file says nothing under “Labels”",
    )
    dive = say(ws, dive, How.STRONG)
    assert dive.front
    assert dive.front.name == "labels/audit", "the gap stands for the rung that asks what"
    with pytest.raises(NotInFront):
        dives.say(ws, project.id, dive.id, "labels/field-gap", How.STRONG)
    back = dives.back(ws, project.id, dive.id)
    assert back.front
    assert back.front.name == "labels/field-gap"


def test_what_is_typed_is_kept_and_of_two_pages_the_other_is_put_aside(ws: Workspace, project: Project) -> None:
    dive = dives.start(ws, project.id)
    assert dive.front
    name = dive.front.name
    dive = dives.save(ws, project.id, dive.id, Typed(name, "One page", "", "a.1"), seconds=30)
    dive = dives.save(ws, project.id, dive.id, Typed(name, "Another", "", "b.1"), seconds=20)
    assert (dive.text(name), [each.text for each in dive.aside], dive.seconds) == ("One page", ["Another"], 30)
    dive = dives.restore(ws, project.id, dive.id, "b.1")
    assert (dive.text(name), [each.text for each in dive.aside]) == ("Another", ["One page"])
    with pytest.raises(BadText):
        dives.save(ws, project.id, dive.id, Typed("goal/never-asked", "x", "", "c.1"))
    with pytest.raises(NoSuchDive):
        dives.save(ws, project.id, "nope", Typed(name, "x", "", "c.1"))


def test_time_ends_it_and_what_broke_comes_back_by_the_memory(ws: Workspace, project: Project) -> None:
    dive = dives.start(ws, project.id, 20, "trees-and-boosting")
    dive = say(ws, say(ws, dive, How.STUCK), How.STUCK)
    dive = say(ws, dive, How.STRONG, seconds=1200)
    assert dive.finished
    assert rating(ws, project, "trees-and-boosting") is Rating.AGAIN
    assert rating(ws, project, "labels") is None, "cut off by time"
    with ws.reading() as work:
        (ladder,) = dives.broken(work, dive)
        item = item_of(project.id, ladder)
        exercise = EXERCISES[ItemKind.LADDER]
        assert exercise.source.items(work, [item.id, "k-means", "dive/gone/labels"]) == [item]
        assert exercise.title(work, item) == "Ranking: Trees and boosting"
        elsewhere = exercise.shown(work, item, 0).elsewhere
        assert elsewhere
        assert elsewhere.path == f"/projects/{project.id}/dives?first=trees-and-boosting"
    with ws.writing() as work:
        known = work.memories.get(item.id)
        assert known
        assert known.memory
        late = replace(known.memory, last=datetime.now(UTC) - timedelta(days=30), due=datetime.now(UTC))
        work.memories.put(replace(known, memory=late))
    front = session.resume(ws)
    while front.asked and front.asked.item != item.id:
        front = session.bury(ws, front.asked.key)
    assert front.asked, "the ladder is asked for in the session of the day"
    assert front.asked.kind is ItemKind.LADDER


def test_points_rate_a_ladder_again_until_it_was_reviewed_elsewhere(ws: Workspace, project: Project) -> None:
    dive = dives.start(ws, project.id, 45, "data")
    while dive.front and dive.front.answer.ladder == "data":
        dive = say(ws, dive, How.STRONG)
    with pytest.raises(BadText):
        dives.tick(ws, project.id, dive.id, dive.answers[0].name, [0])
    dive = dives.finish(ws, project.id, dive.id)
    assert rating(ws, project, "data") is Rating.EASY
    names = [answer.name for answer in dive.answers]
    for name in names:
        dive = dives.tick(ws, project.id, dive.id, name, [])
    assert rating(ws, project, "data") is Rating.AGAIN, "none of the points is not an answer"
    assert visits(dive.answers)[0].broke
    for name in names:
        dive = dives.tick(ws, project.id, dive.id, name, [2, 0, 0, 1])
    assert rating(ws, project, "data") in (Rating.HARD, Rating.GOOD, Rating.EASY)
    assert len(look(ws, lambda work: list(work.reviews.ids()))) == 1
    with pytest.raises(BadText):
        dives.tick(ws, project.id, dive.id, names[0], [99])
    dive = dives.tick(ws, project.id, dive.id, names[0], None)
    assert dive.answers[0].ticked is None
    assert rating(ws, project, "data") is Rating.EASY, "one's own word again"


def test_a_dive_goes_to_another_machine_and_two_halves_become_one(
    ws: Workspace, there: Workspace, project: Project
) -> None:
    dive = dives.start(ws, project.id)
    assert dive.front
    name = dive.front.name
    dives.save(ws, project.id, dive.id, Typed(name, "Here first", "", "a.1"))
    import_(there, look(ws, export))
    dives.save(there, project.id, dive.id, Typed(name, "There", "a.1", "b.1"))
    dives.save(ws, project.id, dive.id, Typed(name, "Here again", "a.1", "a.2"))
    say(ws, look(ws, lambda work: dives.find(work, project.id, dive.id)), How.PARTIAL)
    import_(ws, look(there, export))
    found = look(ws, lambda work: dives.find(work, project.id, dive.id))
    assert {found.text(name), *(each.text for each in found.aside)} == {"Here again", "There"}
    assert found.answers[0].how is How.PARTIAL
    assert import_(ws, look(there, export))["dives"].updated == 0, "a second time it changes nothing"


def test_a_dive_of_an_unknown_ladder_or_length_does_not_begin(ws: Workspace, project: Project) -> None:
    for minutes, first in ((19, ""), (46, ""), (30, "cnn"), (30, "nope")):
        with pytest.raises(BadText):
            dives.start(ws, project.id, minutes, first)


def test_the_real_ladders_are_asked_down_to_the_limits_and_none_twice(ws: Workspace, project: Project) -> None:
    with ws.reading() as work:
        subject = dives.subject_of(work, projects.find(work, project.id))
    now = datetime.now(UTC)
    dive = Dive("me", "d", project.id, 45, 7, now, now)
    seen = list[str]()
    while (dive := asked(dive, subject, past([]))).front:
        assert dive.front
        seen.append(dive.front.text)
        answer: Answer = replace(dive.front.answer, how=How.STRONG)
        dive = dive.with_last(answer)
    assert len(seen) == len(set(seen))
    found = visits(dive.answers)
    assert {visit.ladder for visit in found} == set(subject.ladders)
    assert all(isinstance(visit, Visit) and visit.reached is Depth.LIMITS for visit in found)
