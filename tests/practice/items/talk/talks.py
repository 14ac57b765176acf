"""Talks: a question talked through aloud, with a clock; the learner rates it when it is over."""

from collections.abc import Collection
from datetime import datetime

from sharpen.domain.item import Item, ItemKind
from sharpen.domain.memory import Rating
from sharpen.domain.problem import Difficulty
from sharpen.practice.items.asked import Elsewhere, Shown
from sharpen.practice.items.exercise import DoneElsewhere, Pace, Source
from sharpen.practice.items.remembering import record_rating
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

TALKS = {"cache": "How would you build a cache?", "feed": "How would you rank a feed?"}


def finish(ws: Workspace, talk: str, rating: Rating, at: datetime | None = None) -> None:
    """Rate a talk that was done, now or at another time (UTC)."""
    with ws.writing() as work:
        record_rating(work, _item(talk), rating, seconds=300.0, at=at)


def _item(talk: str) -> Item:
    return Item(talk, ItemKind.TALK, "averages")


def _done(work: Work, met: Collection[str]) -> list[Item]:
    return [_item(talk) for talk in TALKS if talk in met]


def _find(work: Work, talk: str) -> Item | None:
    return _item(talk) if talk in TALKS else None


class Talks(DoneElsewhere):
    """Done on the page of the talk."""

    kind = ItemKind.TALK
    source = Source(_done, _find)
    advice = "Write down the first three sentences, and begin with those."
    where = "A talk is not answered here: do it, and rate it there."
    how_rated = "Do the talk, and rate it there; 1 says that you could not."

    def title(self, work: Work, item: Item) -> str:
        return TALKS.get(item.id, "")

    def minutes(self, work: Work, item: Item, pace: Pace) -> float:
        return 5.0

    def shown(self, work: Work, item: Item, seed: int) -> Shown:
        question = TALKS[item.id]
        return Shown("Aloud.", elsewhere=Elsewhere(question, f"/talks/{item.id}", Difficulty.EASY, 8))


TALK = Talks()
