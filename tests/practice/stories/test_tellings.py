"""Tellings: kept from their beginning, rated, and the story comes back in the review, the plan and the statistics."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sharpen.domain.item import ItemKind
from sharpen.domain.memory import Rating
from sharpen.domain.passage import Typed
from sharpen.domain.story import Story
from sharpen.practice import Workspace
from sharpen.practice.day import agenda, listing, session, statistics
from sharpen.practice.errors import BadText, NoSuchQuestion, NoSuchTelling, NotAnswered
from sharpen.practice.exercises import EXERCISES
from sharpen.practice.stories import stories, tellings
from tests.looking import look


@pytest.fixture
def story(ws: Workspace) -> Story:
    return stories.begin(ws, "The late launch", ["ownership"])


def items(ws: Workspace) -> list[str]:
    return look(ws, lambda work: [item.id for item in agenda.planned(work).items if item.kind is ItemKind.STORY])


def test_a_telling_is_there_from_its_beginning_and_one_that_was_not_told_is_not_left_over(
    ws: Workspace, story: Story
) -> None:
    first = tellings.begin(ws, story.id, "deadlines")
    assert look(ws, tellings.find, story.id, first.id).question == "deadlines"
    again = tellings.begin(ws, story.id, "fog")
    assert (again.id, again.question) == (first.id, "fog")
    assert look(ws, lambda work: work.tellings.by_story()) == {}
    tellings.spend(ws, story.id, first.id, 31.0)
    tellings.spend(ws, story.id, first.id, 12.0)
    assert look(ws, tellings.find, story.id, first.id).seconds == 31.0
    assert tellings.begin(ws, story.id).id != first.id
    told = look(ws, lambda work: (work.tellings.by_story(), work.tellings.by_question()))
    assert (told[0][story.id].times, told[1]["fog"].times) == (1, 1)
    with pytest.raises(NoSuchQuestion, match="Did you mean fog"):
        tellings.begin(ws, story.id, "frog")
    with pytest.raises(NoSuchTelling):
        look(ws, tellings.find, story.id, "nope")


def test_how_it_went_rates_it_and_the_later_word_counts(ws: Workspace, story: Story) -> None:
    telling = tellings.begin(ws, story.id)
    rated = tellings.rate(ws, story.id, telling.id, 4, 118.0, Typed("note", "Name the date", edit="p.1"))
    assert (rated.went, rated.seconds, rated.note.text) == (Rating.EASY, 118.0, "Name the date")
    easy = look(ws, tellings.memory_of, story.id)
    tellings.rate(ws, story.id, telling.id, 1)
    again = look(ws, tellings.memory_of, story.id)
    assert easy
    assert again
    assert again.due < easy.due
    assert again.reviews == 1
    assert look(ws, lambda work: len(list(work.reviews.everything()))) == 1
    with pytest.raises(BadText, match="1 to 4"):
        tellings.rate(ws, story.id, telling.id, 5)
    tellings.rate(ws, story.id, tellings.begin(ws, story.id).id, 3)
    with pytest.raises(BadText, match="told again since"):
        tellings.rate(ws, story.id, telling.id, 2)


def test_a_story_comes_back_once_it_was_told_and_not_while_it_is_deleted(ws: Workspace, story: Story) -> None:
    assert items(ws) == []
    tellings.rate(ws, story.id, tellings.begin(ws, story.id).id, 3)
    assert items(ws) == [f"story/{story.id}"]
    stories.delete(ws, story.id)
    assert items(ws) == []
    stories.bring_back(ws, story.id)
    assert items(ws) == [f"story/{story.id}"]


def test_it_leads_the_review_of_the_day_and_is_rated_on_its_page(ws: Workspace, story: Story) -> None:
    tellings.rate(ws, story.id, tellings.begin(ws, story.id).id, 3)
    _long_ago(ws)
    session.resume(ws)
    asked = look(ws, session.current).asked
    assert asked
    assert asked.kind is ItemKind.STORY
    assert asked.elsewhere
    assert (asked.elsewhere.title, asked.elsewhere.path) == ("The late launch", f"/stories/{story.id}/rehearse")
    with pytest.raises(NotAnswered, match="say on its page"):
        session.rate(ws, asked.key, Rating.GOOD)
    tellings.rate(ws, story.id, tellings.begin(ws, story.id).id, 3)
    assert look(ws, session.current).asked is None, "what was told is not asked again"


def test_lists_and_statistics_call_it_by_its_title(ws: Workspace, story: Story) -> None:
    tellings.rate(ws, story.id, tellings.begin(ws, story.id).id, 3, 100.0)
    listing.suspend(ws, f"story/{story.id}")
    assert [one.title for one in look(ws, listing.suspended)] == ["Story: The late launch"]
    assert items(ws) == []
    listing.ask_again(ws, f"story/{story.id}")
    look(ws, statistics.gather)
    pace = look(ws, lambda work: work.reviews.pace())
    assert pace == {ItemKind.STORY: (1, 100.0)}
    assert EXERCISES[ItemKind.STORY].advice


def _long_ago(ws: Workspace) -> None:
    """Move all that is remembered into the past, so that it is due."""
    past = timedelta(days=60)
    with ws.writing() as work:
        for standing in list(work.memories.everything()):
            if standing.memory:
                memory = replace(standing.memory, last=standing.memory.last - past, due=datetime.now(UTC) - past / 2)
                work.memories.put(replace(standing, memory=memory))
        for review in list(work.reviews.everything()):
            work.reviews.remove(review.id)
            work.reviews.add(replace(review, at=review.at - past, day=review.day - past))
