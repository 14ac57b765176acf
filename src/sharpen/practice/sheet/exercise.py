"""Problems solved elsewhere as a kind of exercise: they come back, to be solved once more where they are."""

from collections.abc import Collection

from sharpen.domain.item import Item, ItemKind
from sharpen.domain.problem import Difficulty
from sharpen.practice.items.asked import Elsewhere, Shown
from sharpen.practice.items.exercise import DoneElsewhere, Pace, Source
from sharpen.practice.sheet import sheet
from sharpen.practice.work import Work

USUAL_MINUTES = {Difficulty.EASY: 15, Difficulty.MEDIUM: 25, Difficulty.HARD: 40, None: 25}
"""What a problem takes of which no minutes are known."""
AGAIN_TAKES = 0.6
"""The part of these that solving it again is expected to take."""


def _met(work: Work, met: Collection[str]) -> list[Item]:
    if not any(item.startswith(sheet.PREFIX) for item in met):
        return []
    known = sheet.topics(work)
    items = (sheet.item_of(row, known) for row in work.sheet_rows.everything())
    return [item for item in items if item.id in met]


def _item(work: Work, item: str) -> Item | None:
    row = work.sheet_rows.get(item.removeprefix(sheet.PREFIX)) if item.startswith(sheet.PREFIX) else None
    return sheet.item_of(row, sheet.topics(work)) if row else None


class SheetRows(DoneElsewhere):
    """Solved on another site; the learner says how it went on the page of the entry."""

    kind = ItemKind.SHEET
    source = Source(_met, _item)
    advice = (
        "Solve it once with the editorial beside you, write its idea in two sentences, then solve it alone tomorrow."
    )
    where = "A problem of your log is not answered here: solve it where it is, and say on its page how it went."
    how_rated = "Solve it, and say on its page how it went; 1 says that you could not."

    def title(self, work: Work, item: Item) -> str:
        row = work.sheet_rows.get(item.id.removeprefix(sheet.PREFIX))
        return row.title if row else ""

    def minutes(self, work: Work, item: Item, pace: Pace) -> float:
        row = work.sheet_rows.get(item.id.removeprefix(sheet.PREFIX))
        return (row.minutes or USUAL_MINUTES[row.difficulty]) * AGAIN_TAKES if row else 0.0

    def shown(self, work: Work, item: Item, seed: int) -> Shown:
        row = sheet.find(work, item.id.removeprefix(sheet.PREFIX))
        where = f" on {row.source}" if row.source else ""
        minutes = row.minutes or USUAL_MINUTES[row.difficulty]
        elsewhere = Elsewhere(row.title, f"/log/{row.id}", row.difficulty or Difficulty.MEDIUM, minutes)
        return Shown(f"From your log{where}: solve it once more, then say how it went.", elsewhere=elsewhere)


SHEET = SheetRows()
