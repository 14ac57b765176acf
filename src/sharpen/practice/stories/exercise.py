"""Stories as a kind of exercise: one that was told comes back, to be told once more."""

from collections.abc import Collection

from sharpen.domain.counting import counted
from sharpen.domain.item import Item, ItemKind
from sharpen.practice.items.asked import Elsewhere, Shown
from sharpen.practice.items.exercise import DoneElsewhere, Pace, Source, paced
from sharpen.practice.stories import stories
from sharpen.practice.work import Work

USUAL_MINUTES = 5.0
"""What a rehearsal takes, with what is noted afterwards."""


def _met(work: Work, met: Collection[str]) -> list[Item]:
    if not any(item.startswith(stories.PREFIX) for item in met):
        return []
    topic = stories.topic_of(work)
    items = (stories.item_of(story, topic) for story in work.stories.summaries())
    return [item for item in items if item.id in met]


def _item(work: Work, item: str) -> Item | None:
    story = item.removeprefix(stories.PREFIX)
    if story == item or story not in work.stories.summaries():
        return None
    return stories.item_of(story, stories.topic_of(work))


class Stories(DoneElsewhere):
    """Told out loud on its page, or in the terminal; the learner says how it went."""

    kind = ItemKind.STORY
    source = Source(_met, _item)
    advice = "Write down its result and the three things you did, in five words each; then tell it from these alone."
    where = "A story is not answered here: tell it out loud, and say on its page how it went."
    how_rated = "Tell it, and say on its page how it went; 1 says that you could not."

    def title(self, work: Work, item: Item) -> str:
        story = work.stories.summaries().get(item.id.removeprefix(stories.PREFIX))
        return f"Story: {story.title}" if story else ""

    def minutes(self, work: Work, item: Item, pace: Pace) -> float:
        return paced(self.kind, USUAL_MINUTES, pace)

    def shown(self, work: Work, item: Item, seed: int) -> Shown:
        story = work.stories.summaries()[item.id.removeprefix(stories.PREFIX)]
        told = work.tellings.by_story().get(story.id)
        times = f", told {counted(told.times, 'time')} so far" if told else ""
        elsewhere = Elsewhere(story.title, f"/stories/{story.id}/rehearse", None, round(USUAL_MINUTES))
        return Shown(f"A story of yours{times}: tell it once more, in two minutes.", elsewhere=elsewhere)


STORY = Stories()
