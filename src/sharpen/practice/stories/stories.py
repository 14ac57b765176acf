"""Stories: begun, written, said to show competencies, deleted and brought back."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from sharpen.domain import passage
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.passage import Passage, Typed
from sharpen.domain.story import PASSAGES, TITLE, Story, StorySummary, Tick, loses
from sharpen.practice import inputs
from sharpen.practice.changing import changed
from sharpen.practice.errors import BadText, NoSuchStory
from sharpen.practice.ids import new_edit, new_id
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

PREFIX = "story/"
"""What the ids of its items begin with; no topic is called so."""
TOPIC, HOME = "star-method", "stories"
"""The topic of its items; where an outline has none of that name, this in its place, whose home is the bank."""
MOST_STORIES = 2_000


def item_of(story_id: str, topic: str) -> Item:
    """A story as an item of a topic, see `topic_of`."""
    return Item(f"{PREFIX}{story_id}", ItemKind.STORY, topic)


def topic_of(work: Work) -> str:
    """The topic of all stories."""
    return TOPIC if any(topic.id == TOPIC for topic in work.library.outline) else HOME


def find(work: Work, story_id: str) -> Story:
    """A story, also a deleted one. Raises NoSuchStory."""
    story = work.stories.get(story_id)
    if story is None:
        raise NoSuchStory(f"There is no story {story_id!r}; it may have been deleted for good.")
    return story


def meant(work: Work, typed: str) -> StorySummary:
    """The story of which this is the id, or how its id or its title begins, or a part of its title.

    Raises NoSuchStory where there is none, or several fit.
    """
    every, words = work.stories.summaries(), " ".join(typed.casefold().split())
    if typed in every:
        return every[typed]
    ways: tuple[Callable[[StorySummary], bool], ...] = (
        lambda story: story.title.casefold() == words,
        lambda story: story.id.startswith(words) or story.title.casefold().startswith(words),
        lambda story: words in story.title.casefold(),
    )
    for fits in ways:
        found = [story for story in every.values() if words and fits(story)]
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(f"{story.title} ({story.id})" for story in found[:5])
            raise NoSuchStory(f"{typed!r} fits {len(found)} stories: {names}{' …' if len(found) > 5 else ''}.")
    raise NoSuchStory(f"There is no story {typed!r}.")


def begin(ws: Workspace, title: str, competencies: Iterable[str] = ()) -> Story:
    """Begin a story. Raises BadText for a title that is too long, or an unknown competency."""
    with ws.writing() as work:
        if len(work.stories.summaries()) >= MOST_STORIES:
            raise BadText(f"There are {MOST_STORIES:,} stories, and nobody needs more. Delete some.")
        now, named = datetime.now(UTC), inputs.title(title).strip()
        passages = {TITLE: Passage().edited(named, new_edit())} if named else {}
        story = Story(ws.learner, new_id(), now, now, passages)
        story = ticked(work, story, dict.fromkeys(competencies, True))
        work.stories.put(story)
    return story


def save(ws: Workspace, story_id: str, *typed: Typed, shown: Mapping[str, bool] | None = None) -> Story:
    """Keep passages as they are now, unless others were typed meanwhile, and ticks that were `shown`; the story then.

    A text that does not go on from the one in front is put aside, or, if it was chosen, the one in front is; an edit
    that the one in front holds is late, and is let go. Raises BadText, NoSuchStory.
    """

    def saved(work: Work, story: Story) -> Story:
        for one in typed:
            story = with_typed(story, one)
        return ticked(work, story, shown or {})

    return _change(ws, story_id, saved)


def with_typed(story: Story, typed: Typed) -> Story:
    """A story with a passage as it was typed. Raises BadText."""
    name = typed.name
    if name not in PASSAGES:
        raise BadText(f"A story has no passage {name!r}.")
    text = inputs.title(typed.text) if name == TITLE else inputs.notes(typed.text)
    lost = loses(story.text(name), text)
    return passage.with_typed(story, replace(typed, text=text), datetime.now(UTC), new_edit, loses=lost)


def restore(ws: Workspace, story_id: str, edit: str) -> Story:
    """Put a text that was put aside in front, and aside what is in front now. Raises NoSuchStory."""

    def restored(_work: Work, story: Story) -> Story:
        again = passage.with_restored(story, edit, datetime.now(UTC), new_edit)
        if again is None:
            raise NoSuchStory("That text is not kept any more.")
        return again

    return _change(ws, story_id, restored)


def tick(ws: Workspace, story_id: str, shown: Mapping[str, bool]) -> Story:
    """Say which competencies a story shows, and which not. Raises BadText for one there is not, NoSuchStory."""
    return _change(ws, story_id, lambda work, story: ticked(work, story, shown))


def ticked(work: Work, story: Story, shown: Mapping[str, bool]) -> Story:
    """A story with what was said of competencies. Raises BadText for one there is not."""
    known, now = work.library.questions.competencies, datetime.now(UTC)
    for competency in shown:
        if competency not in known and competency not in story.ticks:
            raise BadText(f"There is no competency {competency!r}. There are {', '.join(known) or 'none'}.")
    before = {name: tick.shown for name, tick in story.ticks.items()}
    new = {name: Tick(value, now) for name, value in shown.items() if before.get(name, False) != value}
    return replace(story, ticks={**story.ticks, **new}) if new else story


def delete(ws: Workspace, story_id: str) -> Story:
    """Delete a story: it is listed and asked no more, and can be brought back. Raises NoSuchStory."""
    now = datetime.now(UTC)
    return _change(ws, story_id, lambda _, story: replace(story, deleted=story.deleted or now))


def bring_back(ws: Workspace, story_id: str) -> Story:
    """Bring a deleted story back, as it was. Raises NoSuchStory."""
    return _change(ws, story_id, lambda _, story: replace(story, deleted=None))


def delete_for_good(ws: Workspace, story_id: str) -> Story:
    """Forget a deleted story, and each time it was told; its reviews stay. Raises NoSuchStory, BadText."""
    with ws.writing() as work:
        story = find(work, story_id)
        if story.deleted is None:
            raise BadText("Delete the story first; then it can be deleted for good.")
        work.stories.remove(story_id)
        work.tellings.remove_of(story_id)
    return story


def _change(ws: Workspace, story_id: str, change: Callable[[Work, Story], Story]) -> Story:
    """A story as a change leaves it; kept if it is another then."""
    return changed(ws, lambda work: find(work, story_id), change, lambda work, after: work.stories.put(after))
