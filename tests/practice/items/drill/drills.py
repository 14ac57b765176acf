"""Drills: a question talked through aloud, with a clock; the learner rates it when it is over."""

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

DRILLS = {"cache": "How would you build a cache?", "feed": "How would you rank a feed?"}


def finish(ws: Workspace, drill: str, rating: Rating, at: datetime | None = None) -> None:
    """Rate a drill that was done, now or at another time (UTC)."""
    with ws.writing() as work:
        record_rating(work, _item(drill), rating, seconds=300.0, at=at)


def _item(drill: str) -> Item:
    return Item(drill, ItemKind.DRILL, "averages")


def _done(work: Work, met: Collection[str]) -> list[Item]:
    return [_item(drill) for drill in DRILLS if drill in met]


def _find(work: Work, drill: str) -> Item | None:
    return _item(drill) if drill in DRILLS else None


class Drills(DoneElsewhere):
    """Done on the page of the drill."""

    kind = ItemKind.DRILL
    source = Source(_done, _find)
    advice = "Write down the first three sentences, and begin with those."
    where = "A drill is not answered here: do it, and rate it there."
    how_rated = "Do the drill, and rate it there; 1 says that you could not."

    def title(self, work: Work, item: Item) -> str:
        return DRILLS.get(item.id, "")

    def minutes(self, work: Work, item: Item, pace: Pace) -> float:
        return 5.0

    def shown(self, work: Work, item: Item, seed: int) -> Shown:
        question = DRILLS[item.id]
        return Shown("Aloud.", elsewhere=Elsewhere(question, f"/drills/{item.id}", Difficulty.EASY, 8))


DRILL = Drills()
