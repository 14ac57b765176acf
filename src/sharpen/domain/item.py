"""Items: anything that is remembered, whatever kind of exercise it is."""

from dataclasses import dataclass
from enum import StrEnum


class ItemKind(StrEnum):
    """What an item is: a card of one of four kinds, a problem that comes back to be solved again, or its drill."""

    CHOICE = "choice"
    NUMERIC = "numeric"
    ORDER = "order"
    RECALL = "recall"
    PROBLEM = "problem"
    DRILL = "drill"


@dataclass(frozen=True)
class Item:
    """One item. The id of a card is `<topic>/<name>`, that of a problem its slug, that of its drill `drill/<slug>`."""

    id: str
    kind: ItemKind
    topic: str
