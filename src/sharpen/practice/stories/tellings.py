"""Tellings: a story is told out loud against two minutes, and how it went rates it, so that it comes back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from sharpen.domain.memory import Memory, Rating
from sharpen.domain.passage import Typed, restored, take
from sharpen.domain.story import loses
from sharpen.domain.telling import NOTE, Telling
from sharpen.practice import inputs
from sharpen.practice.changing import changed
from sharpen.practice.errors import BadText, NoSuchTelling, NothingToTakeBack
from sharpen.practice.ids import new_edit, new_id
from sharpen.practice.items.remembering import record_rating, undo_rating
from sharpen.practice.stories import questions, stories
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace


def find(work: Work, story_id: str, telling_id: str) -> Telling:
    """A telling of this story. Raises NoSuchTelling, NoSuchStory."""
    stories.find(work, story_id)
    telling = work.tellings.get(telling_id)
    if telling is None or telling.story != story_id:
        raise NoSuchTelling(f"The story was not told at {telling_id!r}.")
    return telling


def begin(ws: Workspace, story_id: str, question: str = "") -> Telling:
    """Begin to tell a story, to answer a question or none. Raises NoSuchStory, NoSuchQuestion.

    It is kept from now on. One that was begun and not told takes the new question, so that none is left over.
    """
    with ws.writing() as work:
        stories.find(work, story_id)
        if question:
            questions.named(work, question)
        now = datetime.now(UTC)
        telling = Telling(ws.learner, new_id(), story_id, now, now, question)
        last = work.tellings.last_of(story_id, 1)
        if last and not last[0].happened and not last[0].note.version:
            telling = replace(last[0], at=now, updated=now, question=question)
        work.tellings.put(telling)
    return telling


def spend(ws: Workspace, story_id: str, telling_id: str, seconds: float) -> Telling:
    """Note how long the telling took so far. Raises NoSuchTelling."""
    worked = inputs.seconds(seconds)

    def spent(_work: Work, telling: Telling) -> Telling:
        return replace(telling, seconds=max(telling.seconds, worked))

    return _change(ws, story_id, telling_id, spent)


def save_note(ws: Workspace, story_id: str, telling_id: str, typed: Typed) -> Telling:
    """Keep a note as it is now, unless another was typed meanwhile; the telling then. Raises BadText, NoSuchTelling."""
    return _change(ws, story_id, telling_id, lambda _, telling: _noted(telling, typed))


def _noted(telling: Telling, typed: Typed) -> Telling:
    text = inputs.note(typed.text)
    typed, lost = replace(typed, name=NOTE, text=text), loses(telling.note.text, text)
    note, aside = take(telling.note, telling.aside, typed, datetime.now(UTC), new_edit, loses=lost)
    return replace(telling, note=note, aside=aside)


def restore_note(ws: Workspace, story_id: str, telling_id: str, edit: str) -> Telling:
    """Put a note that was put aside in front, and aside what is in front now. Raises NoSuchTelling."""

    def back(_work: Work, telling: Telling) -> Telling:
        earlier = next((each for each in telling.aside if each.edit == edit), None)
        if earlier is None:
            raise NoSuchTelling("That note is not kept any more.")
        note, aside = restored(telling.note, telling.aside, earlier, datetime.now(UTC), new_edit)
        return replace(telling, note=note, aside=aside)

    return _change(ws, story_id, telling_id, back)


def rate(
    ws: Workspace, story_id: str, telling_id: str, went: int, seconds: float = 0.0, note: Typed | None = None
) -> Telling:
    """Say how a telling went; the memory of the story moves. Said again, the later word counts.

    Raises BadText for no such rating, or where the story was told again since; NoSuchTelling.
    """
    if went not in [rating.value for rating in Rating]:
        raise BadText("Say how it went: 1 to 4.")
    rating, worked = Rating(went), inputs.seconds(seconds)

    def rated(work: Work, telling: Telling) -> Telling:
        if note is not None:
            telling = _noted(telling, note)
        telling = replace(telling, seconds=max(telling.seconds, worked))
        if telling.went is rating:
            return telling
        item = stories.item_of(story_id, stories.topic_of(work))
        if telling.review:
            try:
                undo_rating(work, item, telling.review)
            except NothingToTakeBack:
                raise BadText("The story was told again since, so what was said of this telling stays.") from None
        review = record_rating(work, item, rating, seconds=telling.seconds)
        return replace(telling, went=rating, review=review.id)

    return _change(ws, story_id, telling_id, rated)


def memory_of(work: Work, story_id: str) -> Memory | None:
    """What is known of how well a story is remembered; None before it was told and rated."""
    known = work.memories.get(f"{stories.PREFIX}{story_id}")
    return known.memory if known else None


def _change(ws: Workspace, story_id: str, telling_id: str, change: Callable[[Work, Telling], Telling]) -> Telling:
    """A telling as a change leaves it; kept if it is another then."""
    return changed(
        ws, lambda work: find(work, story_id, telling_id), change, lambda work, after: work.tellings.put(after)
    )
