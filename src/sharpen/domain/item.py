"""Items: anything that is remembered, whatever kind of exercise it is."""

from dataclasses import dataclass
from enum import StrEnum


class ItemKind(StrEnum):
    """What an item is: a card of one of four kinds, a problem that comes back to be solved again, its drill,
    a problem solved elsewhere, as the sheet has it, a ladder of questions about a project, or a story to be told again.
    """

    CHOICE = "choice"
    NUMERIC = "numeric"
    ORDER = "order"
    RECALL = "recall"
    PROBLEM = "problem"
    DRILL = "drill"
    SHEET = "sheet"
    LADDER = "ladder"
    STORY = "story"


@dataclass(frozen=True)
class Item:
    """One item. The id of a card is `<topic>/<name>`, that of a problem its slug, that of its drill `drill/<slug>`,
    that of a row of the sheet `sheet/<row>`, that of a ladder `dive/<project>/<ladder>`, that of a story `story/<id>`.
    """

    id: str
    kind: ItemKind
    topic: str
